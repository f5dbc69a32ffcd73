"""Files of plain bytes and the idx format: what programs get of them is what Python and NumPy give them."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path
from textwrap import dedent
from typing import Any

import numpy as np
import pytest

from shapecheck.core.plain import Constant
from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Unknown
from shapecheck.frameworks.data.rawfile import Idx, idx

from ...programs import run

TYPES = {8: "uint8", 9: "int8", 11: "int16", 12: "int32", 13: "float32", 14: "float64"}


def idx_bytes(shape: tuple[int, ...], kind: int = 8) -> bytes:
    array = np.zeros(shape, TYPES[kind])
    return struct.pack(">HBB", 0, kind, len(shape)) + struct.pack(f">{len(shape)}I", *shape) + array.tobytes()


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("shape", [(3,), (2, 5), (4, 3, 2), (0, 7)])
def test_headers(tmp_path: Path, kind: int, shape: tuple[int, ...]) -> None:
    whole, path = idx_bytes(shape, kind), tmp_path / "x"
    for content in (whole, gzip.compress(whole)):
        path.write_bytes(content)
        assert idx(str(path)) == Idx(shape, TYPES[kind], 4 + 4 * len(shape))
    for content in (whole + b"\0", whole[:-1], gzip.compress(whole + b"\0"), b"\0\0\7" + whole[3:]):
        path.write_bytes(content)
        assert idx(str(path)) is None


PROGRAMS = {
    "mnist": """
        import struct
        with open("y", "rb") as file:
            magic, n = struct.unpack(">II", file.read(8))
            a = np.fromfile(file, dtype=np.uint8)
        with open("x", "rb") as file:
            magic, number, rows, columns = struct.unpack(">IIII", file.read(16))
            b = np.fromfile(file, dtype=np.uint8).reshape(len(a), rows * columns)
        c = np.zeros((n, magic % 10))
        """,
    "packed": """
        import gzip
        with gzip.open("x.gz", "rb") as file:
            a = np.frombuffer(file.read(), np.uint8, offset=16).reshape(-1, 4, 4)
        with gzip.open("x.gz") as file:
            file.read(16)
            b = np.frombuffer(file.read(3 * 16), dtype=np.uint8).reshape(3, 16)
        with gzip.GzipFile(fileobj=open("x.gz", "rb")) as file:
            c = np.frombuffer(file.read(), dtype="u1")
        """,
    "places": """
        file = open("raw", "rb")
        file.seek(8)
        a = np.frombuffer(file.read(12), "f4")
        b = np.zeros(file.tell())
        c = np.fromfile(file, "f4", count=3)
        d = np.fromfile(file, "f4", count=1000)
        file.seek(0)
        e = np.fromfile(file, "i2")
        f = np.zeros(len(file.read()))
        """,
    "names": """
        from pathlib import Path
        a = np.fromfile("raw", np.float32)
        b = np.fromfile(Path("raw"), np.float32, count=10, offset=4)
        c = np.memmap("raw", dtype="float32", mode="r")
        d = np.memmap("raw", dtype="int16", mode="r", offset=16)
        e = np.memmap("raw", np.float32, "r", shape=(4, 6))
        content = open("raw", "rb").read()
        f = np.frombuffer(content[8:], np.float64)
        g = np.zeros(len(content))
        """,
    "lines": """
        import csv
        with open("x.csv") as file:
            next(file)
            a = np.zeros(len(list(csv.reader(file))))
        with open("x.csv") as file:
            file.readline()
            b = np.zeros(len(file.readlines()))
            file.seek(0)
            c = np.zeros(len(file.readlines()))
        with open("x.csv") as file:
            d = np.zeros(sum(1 for _ in file))
        """,
}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("name", PROGRAMS)
def test_programs(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x").write_bytes(idx_bytes((7, 4, 4)))
    Path("x.gz").write_bytes(gzip.compress(idx_bytes((7, 4, 4))))
    Path("y").write_bytes(idx_bytes((7,)))
    Path("x.csv").write_text("a,b\n1,2\n3,4\n5,6\n")
    np.arange(24, dtype="f4").tofile("raw")
    source = "import numpy as np\n" + dedent(PROGRAMS[name])
    names, _ = run(source)
    real: dict[str, Any] = {}
    exec(source, real)
    for key in (key for key in "abcdefg" if key in real):
        mine, true = names[key], np.asarray(real[key])
        assert isinstance(mine, Tensor), key
        assert (mine.shape.numbers, mine.dtype) == (true.shape, true.dtype.name), key


def test_what_is_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that lie, that the program writes itself, and places that depend on the path."""
    monkeypatch.chdir(tmp_path)
    np.save("own.npy", np.zeros((3, 2)))
    np.arange(24, dtype="f4").tofile("raw")
    Path("lies.gz").write_bytes(gzip.compress(idx_bytes((7, 4)))[:-4] + b"\0\0\1\0")
    names, _ = run(
        """
        import gzip, sys
        import numpy as np
        a = np.frombuffer(gzip.open("lies.gz").read(), "u1")
        np.save("own", np.zeros(9))
        b = np.load("own.npy")
        with open("raw", "rb") as file:
            if len(sys.argv) > 1:
                file.read(4)
            c = np.fromfile(file, "f4")
            d = np.fromfile(file, "f4")
        with open("raw", "wb") as file:
            file.write(bytes(4))
        e = np.fromfile("raw", "f4")
        f = np.frombuffer(open("missing", "rb").read(), "f4")
        """
    )
    assert isinstance(names["b"], Unknown)
    assert [str(names[name]) for name in "acdef"] == ["u8[?]", "f32[?]", "f32[?]", "f32[?]", "f32[?]"]


def test_small_parts_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("raw").write_bytes(bytes(range(40)))
    names, _ = run("file = open('raw', 'rb')\na = file.read(2)\nb = file.read(3)\nc = file.read()")
    assert [names[name].payload for name in "abc"] == [b"\0\1", b"\2\3\4", bytes(range(5, 40))]  # type: ignore[attr-defined]
    assert isinstance(names["a"], Constant)
