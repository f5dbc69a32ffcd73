"""Headers of NumPy's files."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from shapecheck.core.tensor import Tensor
from shapecheck.frameworks.data.npy import Header, columns_of, headers

from ...programs import run


@pytest.mark.parametrize("dtype", ["bool", "uint8", "int32", "int64", "float16", "float32", "float64", "complex64"])
@pytest.mark.parametrize("shape", [(), (3,), (2, 0), (4, 5, 6)])
def test_array(tmp_path: Path, dtype: str, shape: tuple[int, ...]) -> None:
    np.save(tmp_path / "a.npy", np.zeros(shape, dtype))
    assert headers(str(tmp_path / "a.npy")) == {"": Header(shape, dtype)}


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_archive(tmp_path: Path, save: object) -> None:
    save(tmp_path / "a.npz", x=np.zeros((2, 3)), y=np.zeros(4, "int32"))  # type: ignore[operator]
    assert headers(str(tmp_path / "a.npz")) == {"x": Header((2, 3), "float64"), "y": Header((4,), "int32")}


@pytest.mark.parametrize("content", [b"", b"\x93NUMPY", b"\x93NUMPY\x01\x00\xff\xff{", b"PK\x03\x04", b"PK", b"text",
                                     b"\x93NUMPY\x01\x00\x05\x00{'a':"])  # fmt: skip
def test_files_that_say_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.npy").write_bytes(content)
    assert headers(str(tmp_path / "a.npy")) is None
    assert headers(str(tmp_path)) is None
    assert headers(str(tmp_path / "missing")) is None


def test_truncated(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.zeros((1000, 3)))
    whole = (tmp_path / "a.npy").read_bytes()
    (tmp_path / "a.npy").write_bytes(whole[:200])
    assert headers(str(tmp_path / "a.npy")) == {"": Header((1000, 3), "float64")}


def test_columns(tmp_path: Path) -> None:
    path = str(tmp_path / "a.txt")
    np.savetxt(path, np.zeros((4, 3)))
    assert columns_of(path, None) == (4, 3)
    np.savetxt(path, np.zeros((4, 3)), delimiter=",", header="a b c")
    assert columns_of(path, ",") == (4, 3)
    assert columns_of(path, ",", skip=2) == (3, 3)
    Path(path).write_bytes(gzip.compress(b"1 2\n3 4\n"))
    assert columns_of(path, None) is None
    Path(path).write_text("1 2\n3\n")
    assert columns_of(path, None) is None


def test_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    np.savez(tmp_path / "data.npz", x_train=np.zeros((6, 28, 28), "uint8"), y_train=np.zeros(6, "int64"))
    np.save(tmp_path / "x.npy", np.zeros((5, 2), "float32"))
    np.savetxt(tmp_path / "t.csv", np.zeros((7, 3)), delimiter=",")
    monkeypatch.chdir(tmp_path)
    names, _ = run(
        """
        import numpy as np
        data = np.load('data.npz')
        a, b = data['x_train'], data['y_train']
        with np.load('data.npz') as opened:
            c = opened['x_train']
        d = np.load('x.npy')
        e = np.loadtxt('t.csv', delimiter=',')
        f = np.load('missing.npy')
        """
    )
    expected = {"a": "u8[6, 28, 28]", "b": "i64[6]", "c": "u8[6, 28, 28]", "d": "f32[5, 2]", "e": "f64[7, 3]"}
    assert {key: str(names[key]) for key in expected} == expected
    assert not isinstance(names["f"], Tensor)
