"""Folders of the project: what programs get of them, compared with what they get when they run."""

from __future__ import annotations

import importlib.util
import struct
import zlib
from pathlib import Path
from textwrap import dedent
from typing import Any

import numpy as np
import pytest

from shapecheck.core.containers import Sequence
from shapecheck.core.dim import Dim
from shapecheck.core.tensor import Tensor
from shapecheck.interp.project import Project

from ...programs import run


def picture(path: Path, width: int, height: int) -> None:
    """A black PNG in colour."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = (b"\0" + bytes(3 * width)) * height
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    with path.open("ab") as file:
        for kind, data in ((b"IHDR", size), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")):
            file.write(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))


@pytest.fixture
def pets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three classes, some of whose files are no pictures, and a folder of other sizes."""
    monkeypatch.chdir(tmp_path)
    for kind, number in (("cat", 30), ("dog", 3), ("fox", 5)):
        for i in range(number):
            picture(tmp_path / "pets/train" / kind / f"{i}.png", 12, 8)
            picture(tmp_path / "pets/mixed" / kind / f"{i}.PNG", 12 + i, 8)
    (tmp_path / "pets/train/fox/readme.md").write_text("foxes")
    (tmp_path / "pets/train/dog/more").mkdir()
    picture(tmp_path / "pets/train/dog/more/x.png", 12, 8)
    (tmp_path / "pets/.hidden").mkdir()
    picture(tmp_path / "pets/.hidden/x.png", 1, 1)
    (tmp_path / "pets/notes.txt").write_text("pets")
    return tmp_path


LISTED = """
import glob
import os
from pathlib import Path
base = "pets"
train = os.path.join(base, "train")
a = len(os.listdir("pets"))
b = sorted(os.listdir(train))
c = len(glob.glob("pets/train/*/*.png"))
d = len(glob.glob("pets/**/*.png", recursive=True))
e = len(list(Path("pets").rglob("*.png")))
f = len(list(Path("pets/train/cat").iterdir()))
g = sorted(os.path.basename(p) for p in glob.glob(train + "/*"))
h = {name: i for i, name in enumerate(sorted(os.listdir(train)))}["fox"]
i = len([name for name in os.listdir("pets/train/cat") if name.endswith(".png")])
j = len([name for name in os.listdir("pets/train/fox") if name.endswith(".png")])
k = len(sorted(Path(base).glob("*")))
l = len(glob.glob("pets/*"))
m = sum(len(os.listdir(f"{train}/{name}")) for name in os.listdir(train))
n = len(list(Path(train).glob("*/*.png")))
o = next(os.walk("pets/train/fox"))[2][0] in os.listdir("pets/train/fox")
p = sorted(next(os.walk(train))[1])
q = len(glob.glob("pets/[mt]*/c?t/*"))
r = len(glob.glob("pets/none*"))
s = len({Path(path).parent.name for path in sorted(glob.glob("pets/train/fox/*"))})
t = len(os.listdir("."))
"""


def test_listings(pets: Path) -> None:
    names, _ = run(LISTED)
    real: dict[str, Any] = {}
    exec(LISTED, real)
    known = {}
    for name in "abcdefghijklmnopqrs":
        value = names[name]
        listed = value.items if isinstance(value, Sequence) else ()
        found = [item.payload for item in listed] if listed and name != "g" else getattr(value, "payload", None)
        vague = name in "gjmro" and (found is None or isinstance(found, Dim))  # may be more than is told
        known[name] = real[name] if vague else found
    assert known == {name: real[name] for name in known}
    assert getattr(names["t"], "payload", None) != real["t"]  # beside the program lies what runs leave there


PICTURES = """
import cv2
import glob
import os
import numpy as np
from pathlib import Path
from PIL import Image
folder = "pets/train/cat"
a = np.array([cv2.imread(os.path.join(folder, name)) for name in os.listdir(folder)])
b = np.stack([np.array(Image.open(name)) for name in sorted(glob.glob("pets/train/*/*.png"))])
c = np.array([cv2.imread(f"{folder}/{name}") for name in os.listdir(folder)])
d = np.stack([np.asarray(Image.open(path)) for path in Path("pets/train").glob("*/*.png")])
images = []
for name in os.listdir(folder):
    if name.endswith(".png"):
        images.append(cv2.imread(os.path.join(folder, name)))
e = np.array(images)
f = np.array([cv2.imread(name) for name in glob.glob("pets/mixed/*/*")])
"""


def test_pictures_in_folders(pets: Path) -> None:
    names, _ = run(PICTURES)
    assert [str(names[name]) for name in "abcde"] == [f"u8[{n}, 8, 12, 3]" for n in (30, 38, 30, 38, 30)]
    assert "12" not in str(names["f"])


SETS = """
import glob
import os
import numpy as np
from PIL import Image
from torch.utils.data import DataLoader, Dataset
from torchvision import transforms

class Pets(Dataset):
    def __init__(self, root):
        self.files = sorted(glob.glob(os.path.join(root, "*", "*.png")))
        self.names = sorted(os.listdir(root))
        self.transform = transforms.ToTensor()

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        path = self.files[index]
        return self.transform(Image.open(path)), self.names.index(path.split("/")[-2])

a, b = next(iter(DataLoader(Pets("pets/train"), batch_size=2)))
c, d = next(iter(DataLoader(Pets("pets/few"), batch_size=2)))
e = np.stack([np.load(os.path.join("pets/arrays", name)) for name in os.listdir("pets/arrays")])
"""


def test_sets_of_the_programs_own(pets: Path) -> None:
    """One of several files is as all of them are, whether they are told apart or not."""
    (pets / "pets/arrays").mkdir()
    for i in range(4):
        picture(pets / f"pets/few/{i % 2}/{i}.png", 6, 5)
        np.save(pets / f"pets/arrays/{i}.npy", np.zeros((3, 2), "f4"))
    names, _ = run(SETS)
    assert [str(names[name]) for name in "abcde"] == [
        "f32[2, 3, 8, 12]", "i64[2]", "f32[2, 3, 5, 6]", "i64[2]", "f32[4, 3, 2]"
    ]  # fmt: skip


KERAS = """
from tensorflow import keras
read = keras.utils.image_dataset_from_directory
a = read("pets/train", image_size=(8, 12), batch_size=5)
b = read("pets/train", image_size=(8, 12), label_mode="categorical", batch_size=None)
c = read("pets/train", image_size=(8, 12), validation_split=0.2, subset="training", seed=1)
d = read("pets/train", image_size=(8, 12), validation_split=0.2, subset="validation", seed=1)
e = read("pets/train", image_size=(8, 12), class_names=["fox", "cat"], batch_size=3)
"""


@pytest.mark.oracle
def test_keras(pets: Path) -> None:
    """The classes, the batches and the labels that occur."""
    if importlib.util.find_spec("torch") is not None:
        importlib.import_module("torch")  # once TensorFlow is there it may not load any more
    pytest.importorskip("tensorflow")
    names, _ = run(KERAS)
    real: dict[str, Any] = {}
    exec(KERAS, real)
    for name in "abcde":
        mine, true = names[name], real[name]
        assert [item.payload for item in mine.state["class_names"].items] == true.class_names  # type: ignore[attr-defined]
        assert mine.hidden("count") == len(true)  # type: ignore[attr-defined]
        x, y = mine.hidden("element").items  # type: ignore[attr-defined]
        for value, spec in zip((x, y), true.element_spec, strict=True):
            assert [dim.value for dim in value.shape.dims] == spec.shape.as_list(), name
            assert value.dtype == spec.dtype.name
        labels = np.concatenate([np.atleast_1d(label.numpy()) for _, label in true])
        if y.facts.attained:
            assert (labels.min(), labels.max()) == (y.facts.low, y.facts.high)
    assert names["a"].hidden("element").items[1].facts.attained  # type: ignore[attr-defined]
    assert not names["c"].hidden("element").items[1].facts.attained  # type: ignore[attr-defined]


TORCH = """
from torch.utils.data import DataLoader
from torchvision import datasets, transforms
a = datasets.ImageFolder("pets/train", transforms.ToTensor())
x, y = next(iter(DataLoader(a, batch_size=13)))
m = datasets.ImageFolder("pets/mixed", transforms.ToTensor())
u, v = next(iter(DataLoader(m, batch_size=4)))
n = datasets.ImageFolder("pets", transforms.ToTensor(), is_valid_file=bool)
"""


def test_image_folder(pets: Path) -> None:
    """As `make_dataset` and `find_classes` of torchvision go through them, hidden folders included."""
    names, _ = run(TORCH)
    folder = names["a"]
    assert [item.payload for item in folder.state["classes"].items] == ["cat", "dog", "fox"]  # type: ignore[attr-defined]
    assert folder.hidden("count").dim == 39  # type: ignore[attr-defined]
    assert (str(names["x"]), str(names["y"])) == ("f32[13, 3, 8, 12]", "i64[13]")
    assert (names["y"].facts.low, names["y"].facts.high) == (0, 2)  # type: ignore[attr-defined]
    assert isinstance(names["u"], Tensor) and [dim.value for dim in names["u"].shape.dims][1:] == [3, None, None]
    assert "classes" not in names["n"].state  # type: ignore[attr-defined]


CHANGED = """
import os
import shutil
import numpy as np
os.makedirs("pets/train", exist_ok=True)
a = os.listdir("pets/train")
open("pets/train/new", "w")
b = os.listdir("pets/train")
c = os.listdir("pets/mixed")
np.save(input(), np.zeros(3))
d = os.listdir("pets/mixed")
e = os.listdir("pets/void")
"""


def test_what_the_program_changes_is_not_known(pets: Path) -> None:
    (pets / "pets/void").mkdir()  # to be filled
    names, _ = run(CHANGED)
    assert [len(names[name].items) for name in "abcde"] == [3, 0, 3, 0, 0]  # type: ignore[attr-defined]
    assert all(names[name].size.value is None for name in "bde")  # type: ignore[attr-defined]


def test_only_inside_of_the_project(pets: Path) -> None:
    (pets / "pyproject.toml").touch()
    (pets / "inner").mkdir()
    (pets / "pets/away").symlink_to("/usr")
    (pets / "pets/back").symlink_to(pets / "pets/train")
    project = Project(str(pets / "inner/program.py"))
    full = str(pets / "pets/train")
    assert project.data_folder(full, "") == full
    assert project.data_folder("../pets/train/", "") == full
    assert project.data_folder("../pets/back", "") == full
    for name in ("..", ".", "../..", "../pets/away", "/usr", "/", "../pets/notes.txt", "missing", "a\0b", ""):
        assert project.data_folder(name, "") is None, name
    assert Project(str(pets / "inner/program.py"), data=False).data_folder(full, "") is None
    source = dedent(LISTED).replace('"pets', '"pets/back')
    names, _ = run(source)
    assert names["a"].payload == 3  # type: ignore[attr-defined]
