"""Whatever a data file is or says: a look at it ends soon, needs little memory, raises nothing and changes nothing."""

from __future__ import annotations

import gzip
import importlib.util
import os
import random
import struct
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import h5py
import numpy as np
import pytest

from shapecheck.frameworks.data import folder, imagefile, matlab, nifti, npy, parquet, peek, rawfile, wav
from shapecheck.frameworks.data.gate import Reader, Unreadable, look
from shapecheck.frameworks.data.hdf5.file import find

LOOKS: dict[str, Callable[[str], object]] = {
    "csv": peek.table,
    "lines": peek.lines,
    "npy": npy.headers,
    "text": lambda path: npy.columns_of(path, None),
    "picture": imagefile.look,
    "h5": lambda path: (find(path, "/"), find(path, "a/b/x")),
    "parquet": parquet.table,
    "idx": rawfile.idx,
    "mat": matlab.arrays,
    "nii": nifti.shape,
    "wav": wav.sound,
    "extent": peek.extent,
    "size": lambda path: rawfile.size(path, True),
    "part": lambda path: rawfile.part(path, True, 0, 16),
}
"""Every way in which a file is looked at."""
SECONDS, BYTES = 5.0, 32 << 20
"""What all looks at a file take at most; the time is that of a slow machine."""
NOTHING: set[object] = {None, (None, None)}


def everything(path: Path | str) -> set[object]:
    """The kinds of looks that found something, and the nothing that others found."""
    found: set[object] = set()
    began = time.perf_counter()
    tracemalloc.start()
    try:
        for name in LOOKS:
            answer = LOOKS[name](str(path))
            found.add(answer if answer in (None, (None, None)) else name)
        assert tracemalloc.get_traced_memory()[1] < BYTES
    finally:
        tracemalloc.stop()
    assert time.perf_counter() - began < SECONDS
    return found


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "standard input").symlink_to("/dev/stdin")
    (tmp_path / "to pipe").symlink_to(tmp_path / "pipe")
    (tmp_path / "secret").write_bytes(b"a,b\n1,2\n")
    (tmp_path / "secret").chmod(0)
    others = [tmp_path / "missing", tmp_path, "a\0b", "", "/dev/zero", "/dev/null", "x" * 5000]
    for path in (*tmp_path.iterdir(), *others):
        if path != tmp_path / "secret" or os.getuid():
            assert everything(path) <= NOTHING, path


def test_huge_and_empty_files(tmp_path: Path) -> None:
    """A sparse file of a terabyte, with and without a promising start."""
    starts = [b"", b"\x93NUMPY\x02\0\xff\xff\xff\xff", b"PK\x03\x04", b"\x89HDF\r\n\x1a\n", b"PAR1", b"\0\0\x08\x03",
              b"\x1f\x8b\x08\0", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\0\x10", b"RIFF\0\0\0\0WAVEfmt ",
              bytes(124) + b"\0\x01IM\x0f\0\0\0\xff\xff\xff\xff", b"\x5c\x01\0\0"]  # fmt: skip
    for start in starts:
        path = tmp_path / "huge"
        path.write_bytes(start)
        os.truncate(path, 1 << 40)
        everything(path)
        path.write_bytes(start)
        everything(path)


def test_bombs(tmp_path: Path) -> None:
    """Files that unpack to a thousand times their size."""
    with gzip.open(tmp_path / "a.gz", "wb", 1) as file:
        file.write(b"\0\0\x08\x01" + struct.pack(">I", 2**31))
        for _ in range(100):
            file.write(bytes(1 << 20))
    assert rawfile.idx(str(tmp_path / "a.gz")) is None
    for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with zipfile.ZipFile(tmp_path / "b.npz", "w", method) as archive:
            archive.writestr("x.npy", b"\x93NUMPY\x02\0" + struct.pack("<I", 1 << 31) + bytes(8 << 20))
        assert npy.headers(str(tmp_path / "b.npz")) is None
    chunk = struct.pack(">I", 1 << 31) + b"zTXt" + zlib.compress(bytes(1 << 20))
    (tmp_path / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk)
    assert imagefile.look(str(tmp_path / "c.png")) is None
    for path in tmp_path.iterdir():
        everything(path)


def samples(folder: Path) -> dict[str, bytes]:
    """A small good file of each kind."""
    with h5py.File(folder / "old.h5", "w", libver="earliest") as file:
        for i in range(30):
            file[f"a/b{i}/x"] = np.zeros((3, i), "f4")
        file["a/b"] = h5py.SoftLink("/a/b0")
        file["a/round"] = file["a"]
    with h5py.File(folder / "new.h5", "w", libver="latest") as file:
        for i in range(30):
            file[f"a/b{i}"] = np.zeros((3, i), "i8")
        file["a/b"] = h5py.SoftLink("/a/b")
    np.save(folder / "x.npy", np.zeros((4, 5)))
    np.savez_compressed(folder / "x.npz", a=np.zeros((4, 5)), b=np.zeros(3))
    idx = b"\0\0\x08\x02" + struct.pack(">II", 6, 7) + bytes(42)
    (folder / "x.idx").write_bytes(idx)
    (folder / "x.idx.gz").write_bytes(gzip.compress(idx))
    (folder / "x.csv").write_bytes(b"a,b\n" + b"1,2.5\n" * 30)
    sound = b"fmt \x10\0\0\0" + struct.pack("<HHIIHH", 1, 2, 8000, 32000, 4, 16) + b"data\x08\0\0\0" + bytes(8)
    (folder / "x.wav").write_bytes(b"RIFF" + struct.pack("<I", 4 + len(sound)) + b"WAVE" + sound)
    (folder / "x.nii").write_bytes(struct.pack("<i36x8h", 348, 3, 4, 5, 6, 1, 1, 1, 1).ljust(344, b"\0") + b"n+1\0")
    if importlib.util.find_spec("scipy") is not None:
        importlib.import_module("scipy.io").savemat(folder / "x.mat", {"x": np.zeros((3, 4))}, do_compression=True)
    if importlib.util.find_spec("pyarrow") is not None:
        table = importlib.import_module("pyarrow").table({"x": [1, 2], "y": ["a", None]})
        importlib.import_module("pyarrow.parquet").write_table(table, folder / "x.parquet")
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files(tmp_path: Path, seed: int) -> None:
    (tmp_path / "good").mkdir()
    for name, whole in samples(tmp_path / "good").items():
        chance = random.Random(f"{seed} {name}")
        for _ in range(15):
            damaged = bytearray(whole)
            for _ in range(chance.choice((0, 1, 4, 40))):
                damaged[chance.randrange(min(len(damaged), chance.choice((64, 1 << 20))))] = chance.randrange(256)
            if chance.random() < 0.4:
                del damaged[chance.randrange(len(damaged)) :]
            (tmp_path / "damaged").write_bytes(damaged)
            everything(tmp_path / "damaged")


def test_deep_and_round_groups(tmp_path: Path) -> None:
    path = str(tmp_path / "deep.h5")
    with h5py.File(path, "w") as file:
        group = file
        for _ in range(300):
            group = group.create_group("g")
        group["x"] = np.zeros((2, 3))
        file["round"] = file["/"]
        file["self"] = h5py.SoftLink("/self")
        file["left"], file["right"] = h5py.SoftLink("/right"), h5py.SoftLink("/left")
        file["away"] = h5py.ExternalLink("/dev/zero", "/x")
    found = find(path, "g/" * 300 + "x")
    assert found is not None and found[0] == (2, 3)
    assert find(path, "round/" * 50 + "g") is not None
    assert find(path, "round/" * 100_000) is None
    assert {find(path, name) for name in ("self", "left/x", "away", "away/y", "nothing")} == {None}


def test_budget(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(bytes(range(200)))
    with Reader(str(path), 150) as file:
        assert file.at(100, 3) == b"def"
        assert file.some(190, 80) == bytes(range(190, 200))
        with pytest.raises(Unreadable):
            file.at(0, 10)
    with Reader(str(path)) as file, pytest.raises(Unreadable):
        file.at(199, 2)
    assert look(str(path), lambda file: file.at(-1, 2)) is None
    assert look(str(path), lambda file: file.read()[0]) == 0


def test_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "_MOST", 1000)
    many = tmp_path / "many"
    many.mkdir()
    for i in range(1001):
        (many / str(i)).touch()
    assert folder.inside(str(many)) is None
    assert folder.classes(str(tmp_path), lambda name: True) is None
    deep = tmp_path / "deep"
    deep.joinpath(*"d" * 60).mkdir(parents=True)
    assert folder.tree(str(deep)) is None
    turned = tmp_path / "turned"
    turned.mkdir()
    (turned / "again").symlink_to(turned)
    assert folder.tree(str(turned)) is None
    outward = tmp_path / "outward"
    outward.mkdir()
    (outward / "away").symlink_to("/etc/passwd")
    assert folder.inside(str(outward)) is None
    assert folder.inside(str(tmp_path / "missing")) is None
