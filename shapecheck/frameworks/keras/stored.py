"""Weights in files, by their headers: what `load_weights` of a model refuses, and models that the program saves.

Sources: keras/src/saving/saving_lib.py (`.weights.h5`, `.keras`) and keras/src/legacy/saving/legacy_h5_format.py.
"""

from __future__ import annotations

import os.path
from collections import Counter
from typing import TYPE_CHECKING

from ...core.objects import Instance
from ...core.outcome import Mismatch
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.value import Arguments, Unknown, Value
from ..binding import Ignored
from ..data import gate
from ..data.hdf5 import file as hdf5
from ..python.files import data_file, path_text, will_differ
from .dialect import K, flag, given, snake, spell, text
from .generation import before_3
from .model_views import layers_of
from .models import MODEL, clone
from .natives import Failed, Given, method
from .variables import weights_of

if TYPE_CHECKING:
    from ...core.value import Context
    from .models import Spans

    Sizes = tuple[int, ...]
    Groups = dict[str, Counter[Sizes]]

_MOST = 4 << 20
_MOST_PARTS = 4000
_INSIDE = "model.weights.h5"
_KIND = "checkpoint-shape-mismatch"


class _Member(gate.Reader):
    """A file inside another, as it stands."""

    __slots__ = ("reader", "start")

    def __init__(self, reader: gate.Reader, start: int, size: int) -> None:
        self.reader, self.start, self.size = reader, start, size

    def some(self, place: int, length: int) -> bytes:
        return self.reader.some(self.start + place, max(min(length, self.size - place), 0))


def _member(reader: gate.Reader) -> gate.Reader:
    """The weights in a `.keras` file, which is a zip archive that packs nothing."""
    import zipfile

    with zipfile.ZipFile(reader) as archive:
        found = archive.getinfo(_INSIDE)
        head = reader.at(found.header_offset, 30)
    if found.compress_type != zipfile.ZIP_STORED:
        raise gate.Unreadable("packed")
    start = found.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    return _Member(reader, start, found.file_size)


def _shapes(file: hdf5.File, name: str, budget: list[int]) -> Counter[Sizes]:
    """The shapes of all arrays under a name; the state of random generators is no weight."""
    budget[0] -= 1
    if budget[0] < 0:
        raise gate.Unreadable("more parts than are looked at")
    found = file.find(name)
    if isinstance(found, hdf5.Dataset):
        return Counter([found.shape])
    if found is None:
        raise gate.Unreadable("a part that is not known")
    total: Counter[Sizes] = Counter()
    for part in found.names:
        if part != "seed_generator":
            total += _shapes(file, f"{name}/{part}", budget)
    return total


def groups(path: str, root: str) -> Groups | None:
    """The shapes of the weights under each name of a group of the file; None if they are not known."""

    def examine(reader: gate.Reader) -> Groups | None:
        file = hdf5.File(_member(reader) if path.endswith(".keras") else reader)
        budget = [_MOST_PARTS]
        place = root if isinstance(file.find(root), hdf5.Group) else ""
        found = file.find(place or "/")
        if not isinstance(found, hdf5.Group) or (root == "layers" and not place):
            return None
        return {name: _shapes(file, f"{place}/{name}", budget) for name in found.names}

    return gate.look(path, examine, _MOST)


# -- what the model has ----------------------------------------------------------------------------------------


def _own(context: Context, layer: Value) -> Counter[Sizes] | None:
    found = weights_of(context, layer)
    if found is None or any(shape.numbers is None for shape in found):
        return None
    return Counter(shape.numbers for shape in found if shape.numbers is not None)


def _stored_names(layers: list[Value]) -> list[str]:
    """The names of the groups of a `.weights.h5` file. Source: saving_lib._get_unique_name."""
    used: Counter[str] = Counter()
    names = []
    for layer in layers:
        kind = snake(layer.cls.name) if isinstance(layer, Instance) else ""
        names.append(f"{kind}_{used[kind]}" if used[kind] else kind)
        used[kind] += 1
    return names


def _differing(name: str, mine: Counter[Sizes], theirs: Counter[Sizes]) -> Mismatch | None:
    missing, other = sorted((mine - theirs).elements()), sorted((theirs - mine).elements())
    if not missing and not other:
        return None
    if sum(mine.values()) != sum(theirs.values()):
        words = f"{name} has {sum(mine.values())} weights, the file {sum(theirs.values())}"
        return Mismatch(_KIND, words, argument="weights",
                        runtime=(f"expected {sum(mine.values())} variables", "objects could not be loaded",
                                 "Weight count mismatch for layer"))  # fmt: skip
    shapes = f"{_listed(missing)} in the model, {_listed(other)} in the file"
    return Mismatch(_KIND, f"weights of {name} are {shapes}", argument="weights",
                    runtime=("The shape of the target variable and the shape of the target value in",
                             "Shape mismatch in layer", "objects could not be loaded"),
                    help="skip_mismatch=True leaves out what does not fit")  # fmt: skip


def _listed(shapes: list[Sizes]) -> str:
    return ", ".join(spell(Shape(shape)) for shape in shapes)


def problem(context: Context, model: Instance, path: str, by_name: bool, skips: bool) -> Mismatch | None:
    """Why the weights in the file do not go into the model; None where they may. `skips`: what does not fit is left
    out, but for layers that are too many or too few in the older format."""
    layers = layers_of(context, model) if model.cls.path is not None else None
    if layers is None or not all(isinstance(layer, Instance) for layer in layers):
        return None
    mine = [(layer, _own(context, layer)) for layer in layers]
    if path.endswith((".weights.h5", ".keras")):
        found = groups(path, "layers") if not skips else None
        for (layer, own), name in zip(mine, _stored_names(layers), strict=True):
            if found is None or own is None or not own or not isinstance(layer, Instance):
                continue
            refused = _differing(layer.cls.name, own, found.get(name, Counter()))
            if refused is not None:
                return refused
        return None
    found = groups(path, "model_weights")
    if found is None:
        return None
    if by_name:
        named = [(text(given(layer, "name")), own) for layer, own in mine if isinstance(layer, Instance)]
        wrong = (_differing(name, own, found[name]) for name, own in named if name in found and own and name)
        return next((one for one in wrong if one is not None), None) if not skips else None
    if any(own is None for _, own in mine):
        return None
    total: Counter[Sizes] = sum((own for _, own in mine if own), Counter())
    whole = _differing("the model", total, sum(found.values(), Counter())) if not skips else None
    return _of_layers(mine, found) or whole


def _of_layers(mine: list[tuple[Value, Counter[Sizes] | None]], found: Groups) -> Mismatch | None:
    """As many layers with weights."""
    ours, theirs = sum(1 for _, own in mine if own), sum(1 for shapes in found.values() if shapes)
    if ours == theirs:
        return None
    return Mismatch(_KIND, f"the model has {ours} layers with weights, the file {theirs}", argument="weights",
                    runtime="Layer count mismatch when loading weights from file.")  # fmt: skip


# -- methods ---------------------------------------------------------------------------------------------------


@K.op("keras.Model.load_weights")
def refused(weights: Ignored, failed: Ignored) -> None:
    """The weights do not fit; what is wrong was found before."""
    if isinstance(failed, Failed):
        raise failed.mismatch


def _same_model(context: Context, model: Instance, saved: Instance) -> Mismatch | None:
    """Weights that the program saved of a model, for another one with as many layers of the same kinds."""
    mine, theirs = (layers_of(context, one) if one.cls.path is not None else None for one in (model, saved))
    if mine is None or theirs is None or _stored_names(mine) != _stored_names(theirs):
        return None
    for layer, other in zip(mine, theirs, strict=True):
        own, its = _own(context, layer), _own(context, other)
        if not own or its is None or not isinstance(layer, Instance):
            continue
        found = _differing(layer.cls.name, own, its)
        if found is not None:
            return found
    return None


@method("Model.load_weights")
def _load_weights(context: Context, model: Instance, arguments: Arguments) -> Value:
    asked = Given("filepath skip_mismatch by_name", arguments)
    skips = flag(asked["skip_mismatch"]) if "skip_mismatch" in asked else False
    by_name = flag(asked["by_name"]) if "by_name" in asked else False
    name, saved = path_text(asked["filepath"]), context.memory.get(("saved model", path_text(asked["filepath"])))
    if name is None or skips is None or by_name is None:
        return NONE
    anywhere = ("written file", None) in context.memory
    full = data_file(context, asked["filepath"]) if not anywhere else None
    found = None
    if name.endswith((".weights.h5", ".keras")) and "by_name" in asked:
        found = None if before_3(context) else _NOT_BY_NAME
    elif isinstance(saved, Instance) and not by_name and not skips:
        found = _same_model(context, model, saved)
    elif full is not None:
        context.note("data file", full)
        found = problem(context, model, full, by_name, skips)
    if found is not None:
        spans: Spans = {0: asked.spans["filepath"]} if "filepath" in asked.spans else {}
        context.apply("keras.Model.load_weights", Arguments((asked["filepath"], Failed(found)), {}, spans), {"": model})
    return NONE


def _saved(context: Context, model: Value, place: Value) -> None:
    """The program writes this file; what it reads from it later is this model."""
    will_differ(context, place)
    name = path_text(place)
    if name is None:
        return
    if not isinstance(model, Instance) or model.cls.path is None or os.path.splitext(name)[1] not in _ENDINGS:
        context.write(context.memory, ("saved model", name), NONE)
        return
    context.write(context.memory, ("saved model", name), _copied(context, model, True))


_NOT_BY_NAME = Mismatch(
    _KIND, "this kind of file has no names of layers", argument="weights", help="leave out by_name",
    runtime="`by_name` only supports loading legacy '.h5' or '.hdf5' files.")  # fmt: skip
_ENDINGS = (".keras", ".h5", ".hdf5")


@method("Model.save")
def _save(context: Context, model: Instance, arguments: Arguments) -> Value:
    _saved(context, model, Given("filepath overwrite", arguments)["filepath"])
    return NONE


def _save_model(context: Context, arguments: Arguments) -> Value:
    asked = Given("model filepath overwrite", arguments, 0)
    _saved(context, asked["model"], asked["filepath"])
    return NONE


def _load_model(context: Context, arguments: Arguments) -> Value:
    """A model that the program saved before; of another one nothing is known."""
    asked = Given("filepath custom_objects compile safe_mode", arguments, 0)
    saved = context.memory.get(("saved model", path_text(asked["filepath"])))
    name = path_text(asked["filepath"]) or ""
    if not isinstance(saved, Instance) or name.endswith(".weights.h5"):
        return Instance(MODEL)
    return _copied(context, saved, flag(asked["compile"]) is not False)


def _copied(context: Context, model: Instance, compiled: bool) -> Instance:
    """The model as it is now."""
    made = clone(context, model)
    for what in ("loss", "metrics", "loss weights") if compiled else ():
        if model.hidden(what) is not None:
            made.hide(context, what, model.hidden(what))
    return made


MODEL.state.update(load_weights=_load_weights, save=_save, save_weights=_save)
K.native("keras.models.save_model", "keras.saving.save_model")(_save_model)
K.native("keras.models.load_model", "keras.saving.load_model")(_load_model)


def checkpoint(context: Context, arguments: Arguments) -> Value:
    """A callback that writes a file while the model is trained; with a pattern for a name, one of many."""
    place = arguments.get(1, "filepath") or Unknown("a path")
    name = path_text(place)
    will_differ(context, place if name is None or "{" not in name else Unknown("one of many files"))
    if name is not None:
        context.write(context.memory, ("saved model", name), NONE)
    return NONE
