"""Pictures: the sizes in their files, and what OpenCV and PIL make of them."""

# ruff: noqa: E501
from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from shapecheck.core.tensor import Tensor
from shapecheck.frameworks.data.imagefile import Picture, look
from shapecheck.frameworks.numpy.dialect import as_tensor

from ...programs import run


def png(width: int, height: int, colour: int = 2, depth: int = 8) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, depth, colour, 0, 0, 0) + b"\0" * 4


def jpeg(width: int, height: int, channels: int = 3, exif: bool = False) -> bytes:
    before = b"\xff\xe1" + struct.pack(">H", 8) + b"Exif\0\0" if exif else b""
    table = b"\xff\xdb" + struct.pack(">H", 67) + b"\0" * 65
    return b"\xff\xd8" + before + table + b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, height, width, channels) + b"\0" * 12


PICTURES = {
    "a.png": (png(7, 5), Picture(5, 7, 3)),
    "grey.png": (png(7, 5, 0), Picture(5, 7, 1)),
    "deep.png": (png(7, 5, 0, 16), Picture(5, 7, None)),
    "a.jpg": (jpeg(640, 480), Picture(480, 640, 3)),
    "turned.jpg": (jpeg(640, 480, exif=True), Picture(480, 640, 3, False)),
    "a.gif": (b"GIF89a" + struct.pack("<HH", 7, 5), Picture(5, 7, None)),
    "a.bmp": (b"BM" + b"\0" * 12 + struct.pack("<IiiHH", 40, 7, -5, 1, 24), Picture(5, 7, 3)),
}


@pytest.mark.parametrize("name", PICTURES)
def test_sizes(name: str, tmp_path: Path) -> None:
    content, expected = PICTURES[name]
    (tmp_path / name).write_bytes(content)
    assert look(str(tmp_path / name)) == expected


@pytest.mark.parametrize("name", PICTURES)
def test_a_file_cut_anywhere_says_the_same_or_nothing(name: str, tmp_path: Path) -> None:
    content, expected = PICTURES[name]
    path = tmp_path / name
    for size in range(len(content)):
        path.write_bytes(content[:size])
        found = look(str(path))
        assert found is None or (found.height, found.width) == (expected.height, expected.width)


LIES = {
    "huge.png": png(2**31, 5), "nothing.png": png(0, 0), "empty.jpg": b"", "loop.jpg": b"\xff\xd8" + b"\xff\xe0\0\0" * 99,
    "fill.jpg": b"\xff" * 5000, "far.jpg": b"\xff\xd8\xff\xe0\xff\xff\xff\xc0", "text.png": b"a picture\n" * 9,
    "small.bmp": b"BM" + b"\1" * 20,
}  # fmt: skip


@pytest.mark.parametrize("name", LIES)
def test_files_that_lie(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(LIES[name])
    assert look(str(tmp_path / name)) is None


PROGRAM = """
import cv2
import numpy as np
from PIL import Image
import pandas as pd
a = np.array(Image.open({path}))
b = cv2.imread({path})
c = cv2.resize(b, (8, 4))
d = np.array(Image.open({path}).convert('L').resize((8, 4)))
e = cv2.cvtColor(b, cv2.COLOR_BGR2GRAY)
f = np.load({path})
g = pd.read_csv({path}).values
h = np.loadtxt({path})
with open({path}) as file:
    i = file.readlines()
"""


def shown(names: dict[str, object], name: str) -> str:
    found = as_tensor(names[name])  # type: ignore[arg-type]
    return str(found) if isinstance(found, Tensor) else "?"


def test_a_picture_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.png").write_bytes(png(7, 5))
    names, _ = run(PROGRAM.format(path="'a.png'"))
    found = {name: shown(dict(names), name) for name in "abcde"}
    assert found == {"a": "u8[5, 7, 3]", "b": "u8[5, 7, 3]", "c": "u8[4, 8, 3]", "d": "u8[4, 8]", "e": "u8[5, 7]"}


def _odd(folder: Path) -> list[str]:
    os.mkfifo(folder / "pipe.csv")
    os.symlink(folder / "loop.csv", folder / "loop.csv")
    os.symlink("/dev/zero", folder / "zero.csv")
    os.symlink("/etc/hostname", folder / "outside.csv")
    (folder / "folder.csv").mkdir()
    with (folder / "sparse.csv").open("wb") as file:
        file.truncate(1 << 40)
    (folder / "long.csv").write_bytes(b"1," * 4_000_000)
    (folder / "deep.npy").write_bytes(b"\x93NUMPY\1\0\xff\xff" + b"(" * 65535)
    (folder / "lying.npy").write_bytes(b"\x93NUMPY\1\0\x40\0" + b"{'descr': '<f8', 'shape': (-1, 2), 'fortran_order': 0}".ljust(64))
    (folder / "zip.npz").write_bytes(b"PK\5\6" + b"\xff" * 18)
    (folder / "quotes.csv").write_text('"a,b\n' * 1000)
    (folder / "bytes.csv").write_bytes(bytes(range(256)) * 40)
    return sorted(os.listdir(folder)) + ["missing.csv", "", "\0", "x" * 5000]


def test_odd_files_harm_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pipes, links in a circle, devices, folders, files that are huge, broken or lie."""
    monkeypatch.chdir(tmp_path)
    for name in _odd(tmp_path):
        names, machine = run(PROGRAM.format(path=repr(name)))
        assert "i" in names
        assert not [call for call in machine.trace.calls if call.mismatch is not None], name
