"""Files as bytes: encodings, and what cannot be read at all."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from shapecheck.source import Unreadable, read


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"x = 1\n", "x = 1\n"),
        (b"", ""),
        (b"\xef\xbb\xbfx = '\xc3\xa9'\n", "x = 'é'\n"),
        (b"\xef\xbb\xbf# -*- coding: utf-8 -*-\nx = 1\n", "# -*- coding: utf-8 -*-\nx = 1\n"),
        (b"# -*- coding: latin-1 -*-\nx = '\xe9'\n", "# -*- coding: latin-1 -*-\nx = 'é'\n"),
        (b"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nx = '\x80'\n",
         "#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nx = '€'\n"),
        (b"x = 1\r\ny = 2\rz = 3\n", "x = 1\ny = 2\nz = 3\n"),
        (b"x = 'coding: latin-1 \xc3\xa9'\n", "x = 'coding: latin-1 é'\n"),
    ],
)  # fmt: skip
def test_text(tmp_path: Path, data: bytes, text: str) -> None:
    file = tmp_path / "a.py"
    file.write_bytes(data)
    module = read(str(file))
    assert module.text == text
    assert not module.problems
    assert ast.dump(module.tree) == ast.dump(ast.parse(text))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"x = '\xe9'\n", "not UTF-8 text: byte 0xe9 at line 1"),
        (b"x = 1\ny = '\xff'\n", "not UTF-8 text: byte 0xff at line 2"),
        (b"# coding: utf-ninety\nx = 1\n", "unknown encoding 'utf-ninety'"),
        (b"# coding: ascii\nx = '\xe9'\n", "not ascii text: byte 0xe9 at line 2"),
        (b"# coding: rot13\nx = 1\n", "unknown encoding 'rot13'"),
        (b"x = 1\n" * 400_000, "2.4 MB of code is too much to analyse"),
    ],
)
def test_unreadable(tmp_path: Path, data: bytes, reason: str) -> None:
    file = tmp_path / "a.py"
    file.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read(str(file))
    assert caught.value.reason == reason
    assert str(caught.value) == f"{file}: {reason}"


def test_no_such_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.py"):
        with pytest.raises(Unreadable) as caught:
            read(str(path))
        assert "\n" not in str(caught.value)


def test_columns_are_code_points() -> None:
    module = read("a.py", "x = f('é', '😀', y)\nz = f('a', b)\n")
    call = module.tree.body[0].value  # type: ignore[attr-defined]
    assert module.span(call)[1:] == (1, 4, 1, 18)
    assert module.span(call.args[2])[1:] == (1, 16, 1, 17)
    assert module.span(module.tree.body[1].value.args[1])[1:] == (2, 11, 2, 12)  # type: ignore[attr-defined]


def test_lines_are_those_of_python() -> None:
    module = read("a.py", "x = 1\x0c\ny = '\u2028'\nz = 3")
    assert len(module.lines) == 3
    assert module.span(module.tree.body[2]).line == 3


def test_a_healthy_file_needs_little() -> None:
    """Neither `tokenize` nor anything of the repair shop is imported."""
    code = (
        "import sys; from shapecheck.source import read; read('a.py', 'x = 1\\n');"
        "print(sorted(set(sys.modules) & {'tokenize', 'json', 'shapecheck.source.repair', 'shapecheck.source.comments',"
        "'shapecheck.source.notebook', 'shapecheck.source.ipython'}))"
    )
    found = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ast.literal_eval(found.stdout))
    assert loaded <= {"tokenize"}  # `dataclasses` brings it
