"""Comments put into programs: where they can stand, and that they do what they say."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from shapecheck.core.span import Span
from shapecheck.findings import Finding, Severity
from shapecheck.fixes.ignore import ignores
from shapecheck.fixes.write import NotWritten, edit_file, edited
from shapecheck.source import Module, read


def finding(module: Module, line: int, end: int | None = None, name: str = "a-b") -> Finding:
    return Finding("SHP101", name, Severity.ERROR, "", Span(module.path, line, 0, end or line, 1))


def commented(text: str, *places: tuple[int, ...], name: str = "a-b") -> str:
    module = read("a.py", text)
    edits, left = ignores(module, [finding(module, *place, name=name) for place in places])
    assert not left
    made = edited(text, module, edits)
    changed = read("a.py", made)
    assert ast.dump(changed.tree) == ast.dump(module.tree)
    for place in places:
        assert changed.directives is not None and changed.directives.suppresses("SHP101", name, place[0], place[-1])
    return made


OWN = "  # shapecheck: ignore[a-b]"


@pytest.mark.parametrize(
    ("text", "place", "made"),
    [
        ("f(x)\n", (1,), f"f(x){OWN}\n"),
        ("f(x)", (1,), f"f(x){OWN}"),
        ("f(x)   \r\ny\r\n", (1,), f"f(x){OWN}\r\ny\r\n"),
        ("\ufefff(x)\r", (1,), f"\ufefff(x){OWN}\r"),
        ("f(\n    x,\n    y,\n)\n", (2,), f"f(\n    x,{OWN}\n    y,\n)\n"),
        ("f('''\na\n''', \\\n  x)\n", (1, 4), f"f('''\na\n''', \\\n  x){OWN}\n"),
        ("f('''\na\n''', \\\n  x)\n", (3,), f"f('''\na\n''', \\\n  x){OWN}\n"),
        ("y = '''\n  {x}\n''' + f'''\n{x}\n'''\n", (2,), f"y = '''\n  {{x}}\n''' + f'''\n{{x}}\n'''{OWN}\n"),
        ("x = 1 + \\\n    2\n", (1,), f"x = 1 + \\\n    2{OWN}\n"),
        ("f(x)  # noqa: E501\n", (1,), f"f(x)  # noqa: E501{OWN}\n"),
        ("f(x)  # shapecheck: ignore[c-d]  why\n", (1,), "f(x)  # shapecheck: ignore[c-d, a-b]  why\n"),
        ("f(x)  # shapecheck: ignore[]\n", (1,), "f(x)  # shapecheck: ignore[a-b]\n"),
        ("f(x)  # shapecheck: disable[c-d]\n", (1,), f"f(x)  # shapecheck: disable[c-d]{OWN}\n"),
        ("if x:\n    f(x)\n", (2,), f"if x:\n    f(x){OWN}\n"),
        ("def f(  # a\n    x,\n):\n    return x\n", (1,), f"def f(  # a{OWN}\n    x,\n):\n    return x\n"),
    ],
)  # fmt: skip
def test_places(text: str, place: tuple[int, ...], made: str) -> None:
    assert commented(text, place) == made


def test_several_on_a_line_are_one_comment_each_once() -> None:
    module = read("a.py", "f(x)\n")
    found = [finding(module, 1), finding(module, 1, name="c-d"), finding(module, 1)]
    edits, _ = ignores(module, found, "not  now")
    assert edited("f(x)\n", module, edits) == "f(x)  # shapecheck: ignore[a-b, c-d]  not now\n"


def test_what_has_no_place_is_told() -> None:
    module = read("a.py", "x = (\nf(x)\n")
    assert ignores(module, [finding(module, 2)]) == ([], [finding(module, 2)])
    for name in ("syntax-error", "unused-ignore"):
        assert ignores(module, [finding(module, 1, name=name)]) == ([], [])


def notebook(indent: int | None, ascii: bool) -> str:
    cells = [
        {"cell_type": "markdown", "id": "m", "metadata": {}, "source": "# é"},
        {"cell_type": "code", "id": "c", "metadata": {"z": 1, "a": 2}, "execution_count": 3, "outputs": [],
         "source": ["%matplotlib inline\n", "s = 'é😀'; f(\n", "  x)"]},
        {"cell_type": "code", "id": "d", "metadata": {}, "execution_count": None, "outputs": [],
         "source": "%time f(x)\nf(x)\n"},
    ]  # fmt: skip
    whole = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, indent=indent, ensure_ascii=ascii)


@pytest.mark.parametrize("indent", [None, 1, 4])
@pytest.mark.parametrize("ascii", [False, True])
@pytest.mark.parametrize("end", ["", "\n"])
def test_notebooks_keep_their_form(tmp_path: Path, indent: int | None, ascii: bool, end: str) -> None:
    path = tmp_path / "n.ipynb"
    text = notebook(indent, ascii) + end
    path.write_bytes(text.encode())
    module = read(str(path))
    edits, left = ignores(module, [finding(module, 2, 3), finding(module, 5), finding(module, 4)])
    assert not left
    edit_file(module, edits)
    made = path.read_bytes().decode()
    before, after = json.loads(text), json.loads(made)
    assert after["cells"][1]["source"] == ["%matplotlib inline\n", f"s = 'é😀'; f({OWN}\n", "  x)"]
    assert after["cells"][2]["source"] == f"%time f(x){OWN}\nf(x){OWN}\n"
    assert made.replace(OWN, "") == text and before["cells"][0] == after["cells"][0]


@pytest.mark.parametrize(
    "data",
    [
        "x = 'é'\nf(x)\n".encode(),
        b"\xef\xbb\xbfx = 1\r\nf(x)\r\n",
        "# -*- coding: latin-1 -*-\nf('é')".encode("latin-1"),
    ],
)
def test_bytes_stay(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(data)
    path.chmod(0o640)
    module = read(str(path))
    edit_file(module, ignores(module, [finding(module, 2)])[0])
    assert path.read_bytes().replace(OWN.encode(), b"") == data and OWN.encode() in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.py"]


def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "real.py").write_text("f(x)\n")
    (tmp_path / "a.py").symlink_to("real.py")
    module = read(str(tmp_path / "a.py"))
    edit_file(module, ignores(module, [finding(module, 1)])[0])
    assert (tmp_path / "a.py").is_symlink() and OWN in (tmp_path / "real.py").read_text()


def test_a_file_that_has_changed_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("f(x)\n")
    module = read(str(path))
    path.write_text("g(x)\n")
    with pytest.raises(NotWritten, match="has changed"):
        edit_file(module, ignores(module, [finding(module, 1)])[0])
    assert path.read_text() == "g(x)\n"
