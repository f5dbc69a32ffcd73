"""What `fit` and its kin are given: arrays, lists of them, data sets and generators; and a batch of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.objects import Instance
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant
from ...core.record import Record, field
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Native, Unknown, Value
from .dialect import batch_dim, compute_dtype, leaves, number, tensor
from .generation import before_3

if TYPE_CHECKING:
    from ...core.span import Span
    from ...core.value import Context
    from .natives import Given

DEFAULT_BATCH = 32


class Batch(Record):
    """Inputs and labels as the model gets them; `raw_x` and `raw_y` are the whole arrays. `batched` is False for a
    data set of single samples; `whole`: the data are arrays that were cut into batches; `bare`: the elements of a data
    set are not tuples; `weights`: of the samples, where a data set brings them. `source`: the kind of data set, where
    Keras names it; `problem`: why it refuses the elements."""

    x: Value
    y: Value | None
    raw_x: Value | None = None
    raw_y: Value | None = None
    spans: dict[int | str, Span] = field(default_factory=dict)
    from_dataset: bool = False
    batched: bool = True
    whole: bool = False
    bare: bool = False
    weights: Value | None = None
    raw_weights: Value | None = None
    source: str = ""
    problem: Mismatch | None = None

    def with_labels(self, labels: Value) -> Batch:
        """The same batch with other labels."""
        return Batch(self.x, labels, self.raw_x, self.raw_y, self.spans, self.from_dataset, self.batched, self.whole,
                     self.bare, self.weights, self.raw_weights, self.source, self.problem)  # fmt: skip

    @property
    def packed(self) -> Value:
        """What a `train_step` of the program's own gets. Source: data_adapter_utils.pack_x_y_sample_weight, and
        lists_to_tuples for arrays."""
        if self.y is not None:
            more = (self.weights,) if self.weights is not None else ()
            return _tuples(Sequence.tuple((self.x, self.y, *more)))
        alone = self.bare if self.from_dataset else not isinstance(self.x, Sequence)
        return _tuples(self.x if alone else Sequence.tuple((self.x,)))


def _tuples(value: Value) -> Value:
    """The same structure with tuples in place of lists."""
    if isinstance(value, Sequence) and value.type_name in ("list", "tuple") and value.known is not None:
        return Sequence.tuple(map(_tuples, value.known))
    return value


def batch_of(context: Context, asked: Given, whole: bool) -> Batch | None:
    """A batch of the data that a method was given; None if they are not known. `whole`: they are cut into batches."""
    spans = dict(asked.spans)
    x = arrays(context, asked["x"])
    if isinstance(x, Unknown):
        return None
    element = element_of(context, x)
    if element is not None:
        source = source_of(x)
        problem = element_problem(element, source) if not before_3(context) else None
        return _of_dataset(element, spans, source, problem)
    if not _all_tensors(x):
        return None
    y = arrays(context, asked["y"]) if "y" in asked else None
    if y is not None and not _all_tensors(y):
        y = None
    size = _size(asked, x) if whole else None
    cut_y = _cut(y, size, whole) if y is not None else None
    raw = weights_of(context, asked)
    weights = _cut(raw, size, whole) if raw is not None else None
    return Batch(_cut(x, size, whole), cut_y, x, y, spans, whole=whole, weights=weights, raw_weights=raw)


def weights_of(context: Context, asked: Given) -> Value | None:
    """The weights of the samples, where they are arrays."""
    given = arrays(context, asked["sample_weight"]) if "sample_weight" in asked else None
    return given if given is not None and _all_tensors(given) else None


def _all_tensors(value: Value) -> bool:
    return all(isinstance(leaf, Tensor) for leaf in leaves(value))


def _size(asked: Given, x: Value) -> int | None:
    """How many samples a full batch has."""
    size = number(asked["batch_size"]) if "batch_size" in asked else DEFAULT_BATCH
    first = next(iter(leaves(x)), None)
    count = first.shape[0].value if isinstance(first, Tensor) and first.shape.known_rank and first.rank else None
    return size if count is None or size is None else min(size, max(count, 1))


def arrays(context: Context, value: Value) -> Value:
    """The data with what is not a tensor turned into one, where the program's own objects know how."""
    if isinstance(value, Sequence) and value.type_name in ("list", "tuple") and value.known is not None:
        parts = [arrays(context, item) for item in value.known]
        if any(isinstance(part, (Constant, Unknown)) for part in parts):
            return Unknown("data that are not arrays")
        return Sequence(value.type_name, parts)
    if isinstance(value, Mapping) and not value.open:
        return Mapping({key: arrays(context, item) for key, item in value.items.items()})
    if isinstance(value, Instance):
        array = value.hidden("array")
        if isinstance(array, Tensor):
            return array
    return value


def element_of(context: Context, value: Value) -> Value | None:
    """One element of a data set, a generator or an object with batches; None for arrays."""
    if isinstance(value, Instance):
        element: Value | None = value.hidden("element")
        if element is not None:
            return element
        if value.cls.find("__getitem__") is not None:
            return context.item(value, Constant(0))
        return Unknown("elements of an object") if value.cls.path is None or value.cls.is_open else value
    if isinstance(value, Sequence) and value.type_name not in ("list", "tuple"):
        return next(iter(value), None) or Unknown("an empty generator")
    if isinstance(value, (Native, Tensor, Sequence, Mapping)):
        return None
    return Unknown("data of unknown kind")


def source_of(value: Value) -> str:
    """What Keras calls a data set. Source: keras/src/trainers/data_adapters/__init__.py."""
    if isinstance(value, Sequence):
        return "generator" if value.type_name == "generator" else ""
    if not isinstance(value, Instance):
        return ""
    if (value.cls.library_path() or "").startswith("tensorflow.data."):
        return "tf.data.Dataset"
    return "PyDataset" if any(value.cls.is_a(f"keras.utils.{name}") for name in ("PyDataset", "Sequence")) else ""


def element_problem(element: Value, source: str) -> Mismatch | None:
    """Why Keras refuses what a data set or a generator gives."""
    parts = element.known if isinstance(element, Sequence) and element.type_name in ("tuple", "list") else None
    if source == "generator" and (isinstance(element, (Tensor, Mapping)) or
                                  (parts is not None and isinstance(element, Sequence)
                                   and element.type_name == "list")):  # fmt: skip
        what = "a list" if parts is not None else "a dict" if isinstance(element, Mapping) else "an array"
        return Mismatch("fit-argument-structure", f"the generator yields {what}; Keras takes a tuple (x, y)",
                        argument="x", runtime="When passing a Python generator to a Keras model, the generator must "
                        "return a tuple, either (input,) or (inputs, targets) or (inputs, targets, sample_weights).",
                        help="yield x, y")  # fmt: skip
    if source and parts is not None and len(parts) > 3:
        return Mismatch("fit-argument-structure", f"the {source} gives {len(parts)} values; Keras takes (x, y) or (x, "
                        "y, sample_weight)", argument="x",
                        runtime="Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, "
                        "found:", help="(x, y), with several inputs as one tuple x")  # fmt: skip
    return None


def _of_dataset(element: Value, spans: dict[int | str, Span], source: str, problem: Mismatch | None) -> Batch | None:
    if problem is not None:
        return Batch(NONE, None, spans=spans, from_dataset=True, source=source, problem=problem)
    if isinstance(element, Sequence) and element.type_name in ("tuple", "list") and element.known is not None:
        parts = element.known
        if not 1 <= len(parts) <= 3:
            return None
        x, y = parts[0], parts[1] if len(parts) > 1 else None
    else:
        x, y, parts = element, None, ()
    if not _all_tensors(x) or (y is not None and not _all_tensors(y)):
        return None
    batched = all(leaf.facts.batch is not False for leaf in leaves(x) if isinstance(leaf, Tensor))
    weights = _float(parts[2]) if len(parts) > 2 else None
    return Batch(_float(x), _float(y) if y is not None else None, None, None, spans, True, batched, bare=not parts,
                 weights=weights, source=source)  # fmt: skip


def _cut(value: Value, size: int | None, whole: bool) -> Value:
    """The batch of an array: its first axis becomes the batch."""
    if isinstance(value, Sequence):
        return Sequence(value.type_name, [_cut(item, size, whole) for item in value.known or ()])
    if isinstance(value, Mapping):
        return Mapping({key: _cut(item, size, whole) for key, item in value.items.items()})
    if not isinstance(value, Tensor):
        return value
    shape = value.shape
    if whole:
        before, after = shape.parts
        first = batch_dim(size).at(before[0].origin if before else None)
        if shape.known_rank:
            shape = Shape((first, *before[1:])) if before else shape
        else:
            shape = Shape((first, *before[1:], *after), gap=max(len(before), 1))
    return tensor(shape, compute_dtype(value.dtype), value.box)


def _float(value: Value) -> Value:
    return _cut(value, None, False)
