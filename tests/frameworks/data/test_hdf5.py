"""What is read of HDF5 files is what h5py reads of them."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest

from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Unknown
from shapecheck.frameworks.data.hdf5.file import Dataset, Group, find

from ...programs import run

PLAIN = "bool i1 u1 i2 u2 i4 u4 i8 u8 f2 f4 f8 c8 c16 >i4 >f8 >u2 S7".split()
SPECIAL: tuple[Any, ...] = (
    h5py.string_dtype(), h5py.vlen_dtype("i4"), h5py.enum_dtype({"A": 0, "B": 1}, "i2"), h5py.ref_dtype,
    h5py.enum_dtype({"A": 1, "B": 0}, "i1"), np.dtype([("a", "f4"), ("b", "i8")]), np.dtype([("a", "f4"), ("b", "f4")]),
    np.dtype([("r", "f4"), ("i", "f8")]), np.dtype(("f4", (3,))), np.dtype("V5"),
)  # fmt: skip
VERSIONS: tuple[Any, ...] = ("earliest", "v108", "v110", "v112", "latest", ("earliest", "v110"))


def dtype_of(dataset: h5py.Dataset) -> str | None:
    kind = dataset.dtype.kind
    return {"S": "string", "O": "object"}.get(kind, dataset.dtype.name if kind in "biufc" else None)


def fill(file: h5py.File, chance: random.Random) -> None:
    groups = [file]
    for i in range(chance.choice((0, 3, 9, 25, 60))):
        parent, name = (
            chance.choice(groups),
            chance.choice(("x", "ünï", "a long name " * chance.choice((1, 9)))) + str(i),
        )
        shape = tuple(chance.choice((0, 1, 2, 3, 28)) for _ in range(chance.choice((0, 1, 1, 2, 2, 3, 4))))
        kind = chance.randrange(12)
        if kind == 0:
            groups.append(parent.create_group(name, track_order=chance.choice((None, True))))
        elif kind == 1:
            parent[name] = h5py.SoftLink(chance.choice(("/", "x1", "/x2", "nothing", "./x3", "/" + name)))
        elif kind == 2:
            parent[name] = chance.choice((h5py.ExternalLink("other.h5", "/x"), chance.choice(groups)))
        elif kind == 3:
            parent.create_dataset(name, shape, dtype=chance.choice(SPECIAL))
        elif kind == 4:
            file[f"type {i}"] = np.dtype("f8")
            parent.create_dataset(name, shape, dtype=file[f"type {i}"])
        elif kind == 5:
            parent.create_dataset(name, data=h5py.Empty("f4"))
        elif kind == 6 and shape and min(shape):
            parent.create_dataset(name, shape, "f4", chunks=True, compression=chance.choice((None, "gzip", "lzf")),
                                  maxshape=chance.choice((None, (None,) * len(shape))), shuffle=True)  # fmt: skip
        else:
            made = parent.create_dataset(name, shape, dtype=chance.choice(PLAIN))
            for j in range(chance.choice((0, 0, 1, 12))):
                made.attrs[f"note {j}"] = "text " * chance.choice((1, 60))


def agrees(mine: Dataset | Group | None, real: Any) -> bool:
    if isinstance(real, h5py.Group):
        return mine == Group(tuple(real))
    hidden = not isinstance(real, h5py.Dataset) or real.shape is None or real.dtype.subdtype is not None
    return mine is None if hidden else mine == Dataset(real.shape, dtype_of(real))


def members(file: h5py.File) -> list[tuple[str, Any]]:
    """The objects of a file by name, those in groups of groups too."""
    found: list[tuple[str, Any]] = [("/", file)]
    for name, parent in found:
        if not isinstance(parent, h5py.Group) or name.count("/") > 4 or len(found) > 150:
            continue
        for key in parent:
            try:
                found.append((f"{name.rstrip('/')}/{key}", parent[key]))
            except (KeyError, OSError, RuntimeError, ValueError):
                assert find(file.filename, f"{name}/{key}") is None
    return [(name, one) for name, one in found if one.file.filename == file.filename]


@pytest.mark.parametrize("version", VERSIONS, ids=str)
@pytest.mark.parametrize("seed", range(4))
def test_same_as_h5py(version: Any, seed: int, tmp_path: Path) -> None:
    chance, path = random.Random(f"{seed} {version}"), str(tmp_path / "x.h5")
    order, block = chance.choice((None, True)), chance.choice((0, 512, 1024))
    with h5py.File(path, "w", libver=version, track_order=order, userblock_size=block) as file:
        fill(file, chance)
    with h5py.File(path, "r") as file:
        assert [name for name, real in members(file) if not agrees(find(path, name), real)] == []


@pytest.mark.parametrize("version", ["earliest", "latest"])
def test_many_links(version: Any, tmp_path: Path) -> None:
    """So many that the index of names has several levels."""
    path = str(tmp_path / "x.h5")
    with h5py.File(path, "w", libver=version) as file:
        for i in range(1500):
            file.create_dataset(f"a rather long name of a thing {i * 7919 % 1501}", (i,), "i2")
    with h5py.File(path) as file:
        assert find(path, "/") == Group(tuple(file))
    assert find(path, f"a rather long name of a thing {700 * 7919 % 1501}") == Dataset((700,), "int16")


@pytest.mark.parametrize("seed", range(3))
def test_damaged_files_that_h5py_reads(seed: int, tmp_path: Path) -> None:
    """What is claimed of them is true, where h5py does not refuse them."""
    path, chance = tmp_path / "x.h5", random.Random(seed)
    with h5py.File(path, "w", libver="earliest") as file:
        for i, kind in enumerate(("f4", "i8", "u1", "S3")):
            file.create_dataset(f"x{i}", (3, i + 1), kind)
    whole, compared = path.read_bytes(), 0
    for _ in range(200):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 3))):
            damaged[chance.randrange(min(len(damaged), 2500))] = chance.randrange(256)
        path.write_bytes(damaged)
        for i in range(4):
            mine = find(str(path), f"x{i}")
            try:
                with h5py.File(path) as file:
                    real = file[f"x{i}"]
                    real[()]
                    read = (real.shape, dtype_of(real))
            except Exception:  # it refuses
                continue
            compared += 1
            assert mine is None or (mine[0] == read[0] and mine[1] in (None, read[1]))  # type: ignore[misc]
    assert compared > 300


SOURCE = """
import h5py
import numpy as np
file = h5py.File("data.h5", "r")
a = file["train/x"][:]
b = np.array(file["train"]["y"])
c = file["train/x"][()]
d = file["train/x"][2:4, ..., 0]
e = file["train/x"].shape[1] * np.ones(3)
f = file["train/x"][0]
g = np.stack([row for row in file["train/x"]])
h = np.zeros(len(file["train/y"]))
i = np.zeros(len(list(file.keys())))
j = file["train"].get("x")[...]
k = np.zeros(2 if "train" in file and "test" not in file else 3)
l = file["scale"][()]
with h5py.File("data.h5") as opened:
    m = {name: values[:] for name, values in opened["train"].items()}["y"]
n = np.asarray(file["train/x"].astype("float64")[:])
o = np.zeros([value.ndim for value in file["train"].values()])
"""


def test_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with h5py.File("data.h5", "w") as file:
        file["train/x"], file["train/y"], file["scale"] = np.zeros((6, 4, 3), "f4"), np.zeros(6, "i8"), 2.5
    names, _ = run(SOURCE)
    real: dict[str, Any] = {}
    exec(SOURCE, real)
    for name in "abcdefghijklmno":
        mine, true = names[name], np.asarray(real[name])
        assert isinstance(mine, Tensor), name
        assert (mine.shape.numbers, mine.dtype) == (true.shape, true.dtype.name), name
    real["file"].close()


def test_what_is_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with h5py.File("data.h5", "w") as file:
        file["x"] = np.zeros((6, 4, 3), "f4")
    names, _ = run(
        """
        import h5py
        a = h5py.File("data.h5")["y"]
        b = h5py.File("missing.h5")["x"]
        c = h5py.File("data.h5")["x"][[0, 2]]
        d = h5py.File("data.h5", "r+")["x"]
        e = h5py.File("data.h5")["x"]
        """
    )
    assert all(isinstance(names[name], Unknown) for name in "abcde")
