"""Matrices, sounds, volumes and pictures in files of other libraries."""

from __future__ import annotations

import gzip
import random
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Unknown
from shapecheck.frameworks.data import matlab, nifti, wav

from ...programs import run
from .test_folder import picture

io = pytest.importorskip("scipy.io")
wavfile = pytest.importorskip("scipy.io.wavfile")
KINDS = "u1 i1 i2 u2 i4 u4 i8 u8 f4 f8 c8 bool".split()


def stored(chance: random.Random) -> Any:
    shape = tuple(chance.choice((0, 1, 2, 5, 30)) for _ in range(chance.choice((1, 2, 2, 3, 4))))
    others: list[Any] = ["text", np.array([1, "a"], dtype=object), {"a": 1, "b": np.zeros(3)}, [1, 2, 3], 3.5]
    return np.ones(shape, chance.choice(KINDS)) if chance.random() < 0.7 else chance.choice(others)


@pytest.mark.parametrize("seed", range(40))
def test_matrices_are_those_of_scipy(seed: int, tmp_path: Path) -> None:
    chance, path = random.Random(seed), str(tmp_path / "x.mat")
    names = [f"{'a_very_long_name' if chance.random() < 0.3 else 'x'}{i}" for i in range(chance.choice((1, 3, 6)))]
    how = {"do_compression": chance.random() < 0.5, "oned_as": chance.choice(("row", "column"))}
    io.savemat(path, {name: stored(chance) for name in names}, **how)
    real, mine = io.loadmat(path), matlab.arrays(path)
    assert mine is not None
    assert list(mine) == [name for name in real if not name.startswith("__")]
    for name, (shape, dtype) in mine.items():
        true = real[name]
        assert shape in (None, true.shape) and dtype in (None, true.dtype.name)
        assert shape is not None or true.dtype.kind not in "iuf"


@pytest.mark.parametrize("channels", [0, 1, 2, 3])
@pytest.mark.parametrize("dtype", ["u1", "i2", "i4", "f4", "f8"])
def test_sounds_are_those_of_scipy(channels: int, dtype: str, tmp_path: Path) -> None:
    path = str(tmp_path / "x.wav")
    for number in (0, 1, 77):
        wavfile.write(path, 22050, np.zeros((number, channels) if channels else number, dtype))
        (rate, real), mine = wavfile.read(path), wav.sound(path)
        assert mine is not None
        shape = (mine.samples,) if mine.channels == 1 else (mine.samples, mine.channels)
        assert (shape, mine.dtype, mine.rate) == (real.shape, real.dtype.name, rate)
    whole = Path(path).read_bytes()
    Path(path).write_bytes(whole[:-1])
    assert wav.sound(path) is None


def volume(shape: tuple[int, ...], second: bool = False) -> bytes:
    """The header of a volume in both versions of the format."""
    axes = (len(shape), *shape, *(1,) * (7 - len(shape)))
    if second:
        return struct.pack("<i4s4xhh8q", 540, b"n+2\0", 4, 16, *axes).ljust(540, b"\0")
    return struct.pack("<i36x8h", 348, *axes).ljust(344, b"\0") + b"n+1\0"


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize("shape", [(4,), (64, 64, 30), (5, 6, 7, 8, 9)])
def test_volumes(shape: tuple[int, ...], second: bool, tmp_path: Path) -> None:
    head, path = volume(shape, second), tmp_path / "x.nii"
    for content in (head + bytes(4), gzip.compress(head + bytes(4))):
        path.write_bytes(content)
        assert nifti.shape(str(path)) == shape
    path.write_bytes(head[:300])
    assert nifti.shape(str(path)) is None
    path.write_bytes(volume((3, 0, 2)))
    assert nifti.shape(str(path)) is None


def test_volumes_are_those_of_nibabel(tmp_path: Path) -> None:
    real = pytest.importorskip("nibabel")
    for shape in ((2, 3, 4), (2, 3, 4, 5)):
        for name in ("x.nii", "x.nii.gz"):
            real.save(real.Nifti1Image(np.zeros(shape, "i2"), np.eye(4)), tmp_path / name)
            assert nifti.shape(str(tmp_path / name)) == real.load(tmp_path / name).shape


def test_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    io.savemat("x.mat", {"X": np.zeros((8, 8, 3, 50), "u1"), "y": np.ones((50, 1), "u1"), "s": {"a": 1}})
    wavfile.write("x.wav", 16000, np.zeros((1000, 2), "i2"))
    Path("x.nii").write_bytes(volume((4, 5, 6)) + bytes(4))
    picture(tmp_path / "x.png", 12, 8)
    names, _ = run(
        """
        import imageio.v2 as imageio
        import nibabel as nib
        import scipy.io
        import soundfile
        import torchaudio
        from scipy.io import wavfile
        from skimage import io
        data = scipy.io.loadmat("x")
        a = data["X"].transpose(3, 2, 0, 1)
        b = data["y"].ravel()
        rate, c = wavfile.read("x.wav")
        d, _ = soundfile.read("x.wav")
        e, _ = torchaudio.load("x.wav")
        f, _ = torchaudio.load("x.wav", channels_first=False)
        g = nib.load("x.nii").get_fdata()
        h = nib.load("x.nii").affine
        i = imageio.imread("x.png")
        j = io.imread("x.png")
        k, _ = soundfile.read("missing.wav", always_2d=True)
        l = nib.load("missing.nii").get_fdata()
        m = data["s"]
        """
    )
    expected = {
        "a": "u8[50, 3, 8, 8]", "b": "u8[50]", "c": "i16[1000, 2]", "d": "f64[1000, 2]", "e": "f32[2, 1000]",
        "f": "f32[1000, 2]", "g": "f64[4, 5, 6]", "h": "f64[4, 4]", "i": "u8[8, 12, 3]", "j": "u8[8, 12, 3]",
        "k": "f64[?, ?]", "l": "f64[...]",
    }  # fmt: skip
    assert {name: str(names[name]) for name in expected} == expected
    assert isinstance(names["m"], Unknown) and isinstance(names["l"], Tensor)
