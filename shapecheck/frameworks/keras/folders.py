"""Folders of one folder a class, as Keras goes through them.

Source: `index_directory` in keras/src/utils/dataset_utils.py, `DirectoryIterator` in keras/src/legacy/preprocessing.
"""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING, NamedTuple

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.plain import FALSE, NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Unknown, Value
from ..numpy.dialect import NUMPY
from .dialect import number, text

if TYPE_CHECKING:
    from ...core.value import Context
    from .natives import Given

ENDINGS = {
    "image": (".bmp", ".gif", ".jpeg", ".jpg", ".png"), "text": (".txt",), "audio": (".wav",),
    "flow": ("png", "jpg", "jpeg", "bmp", "ppm", "tif", "tiff"),
}  # fmt: skip


class Tree(NamedTuple):
    """The classes in a folder, the files of each, and the length that their number gives to an axis."""

    files: dict[str, tuple[str, ...]]
    width: Dim
    whole: bool
    """All files are read, and each class has one."""
    share: tuple[float, str | None]
    """The part that is kept for validation, and which part is read."""

    @property
    def names(self) -> Sequence:
        return Sequence.list(map(Constant, self.files))

    @property
    def read(self) -> int | None:
        """How many files are read."""
        number = sum(map(len, self.files.values()))
        part, subset = self.share
        held = int(part * number)
        return number if subset is None else {"training": number - held, "validation": held}.get(subset)

    def labels(self, y: Tensor | None) -> Tensor | None:
        """With the ids that occur."""
        if y is None or y.facts.one_hot or y.facts.high is not None:
            return y
        return y.with_facts(low=0, high=len(self.files) - 1, attained=True if self.whole else None)

    def attributes(self, context: Context, batch: int | None) -> dict[str, Value]:
        """What an iterator over the files knows of them."""
        total = sum(map(len, self.files.values()))
        count = Constant(Dim.of(total, self.width.origin)) if self.share[1] is None else None
        ids = Tensor(Shape.of(Dim.unknown() if count is None else total), "int32", NUMPY, Facts(low=0))
        indices = Mapping({name: Constant(i) for i, name in enumerate(self.files)})
        known: dict[str, Value] = {"num_classes": Constant(self.width), "class_indices": indices}
        known |= {"classes": ids, "labels": ids}
        known |= dict.fromkeys(("samples", "n"), count or Unknown("the files of a part"))
        if batch is not None:
            known["batch_size"] = Constant(batch)
        return known


def tree_of(context: Context, asked: Given, kind: str, named: str = "class_names") -> Tree | None:
    """The files that are read; None if they are not known."""
    from ..data import folder
    from ..python.files import data_folder

    inferred = asked["labels"] is NONE or text(asked["labels"]) == "inferred"
    links = asked["follow_links"]
    path = data_folder(context, asked["directory"]) if inferred and links in (NONE, FALSE) else None
    hidden = kind == "flow"
    found = None
    if path is not None:
        found = folder.classes(
            path, lambda name: name.lower().endswith(ENDINGS[kind]), lambda name: hidden or not name.startswith(".")
        )
    if found is None or path is None or not any(found.values()):
        return None
    if named in asked:
        given = asked[named]
        chosen = given.known if isinstance(given, Sequence) else None
        names = [text(one) for one in chosen or (NONE,)]
        if not all(name in found for name in names) or len(set(names)) < len(names):
            return None
        found = {name: found[name] for name in names if name is not None}
    context.note("data file", path)
    many = "class" if len(found) == 1 else "classes"
    origin = context.origin(f"{len(found)} {many} in {os.path.basename(path)}")
    share = _share(asked)
    whole = share == (0.0, None) and all(found.values())
    return Tree(found, Dim.of(len(found), origin), whole, share)


def _share(asked: Given) -> tuple[float, str | None]:
    part = asked["validation_split"]
    known = part.payload if isinstance(part, Constant) else None
    if "subset" in asked:
        return known if isinstance(known, float) else 0.0, text(asked["subset"]) if isinstance(known, float) else ""
    return 0.0, None


def batches(tree: Tree, asked: Given, default: int) -> Dim | None:
    """How many elements the data set has."""
    if tree.read is None:
        return None
    if "batch_size" in asked.values and "batch_size" not in asked:
        return Dim.of(tree.read)
    size = number(asked["batch_size"]) if "batch_size" in asked else default
    return Dim.of(-(-tree.read // size)) if size else None
