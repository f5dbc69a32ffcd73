"""`torch.utils.data`: data sets, and loaders that make batches of their samples."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, join_all
from ...core.dim import Atom, Dim
from ...core.ending import Ending
from ...core.objects import Instance, library_class
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Choice, Unknown, Value
from .dialect import MODES, T, is_true, tensor
from .natives import as_list, method, nothing

if TYPE_CHECKING:
    from ...core.value import Context

_PYTHON_DTYPES = {"bool": "bool", "int": "int64", "float": "float64"}
SURE = 1000
_FEW = 256
"""A random part of so many samples holds every label of a known data set."""


class Label(Scalar):
    """A class id of a known data set: every number from `low` to `high` occurs."""

    __slots__ = ()

    def __init__(self, low: int, high: int) -> None:
        super().__init__("int", among=tuple(range(low, high + 1)))


# -- batches ----------------------------------------------------------------------------------------------------


def collate(sample: Value, batch: Dim) -> Value:
    """`default_collate` of samples that are all like this one, or like one of these."""
    if isinstance(sample, Choice) and len(set(map(_form, sample))) == 1:
        sample = join_all(tuple(sample))
    if isinstance(sample, Tensor):
        known = replace(
            sample.facts,
            one_hot=sample.facts.one_hot,
            constant=None,
            grad=None,
            batch=True,
            axis=None,
            order=_ordered(sample.shape),
        )
        return tensor((batch,) + sample.shape, sample.dtype, known)
    if isinstance(sample, Sequence):
        if sample.known is None:
            return Unknown("batch of samples of unknown length")
        kind = "tuple" if sample.names else "list"
        return Sequence(kind, (collate(part, batch) for part in sample.known), names=sample.names)
    if isinstance(sample, Mapping):
        return Mapping({key: collate(part, batch) for key, part in sample.items.items()}, sample.open)
    if isinstance(sample, Label) and sample.among:
        facts = Facts(low=min(sample.among), high=max(sample.among), attained=True, batch=True, order=(0,))
        return tensor(Shape.of(batch), "int64", facts)
    if isinstance(sample, (Scalar, Constant)):
        dtype = _PYTHON_DTYPES.get(sample.type_name)
        if dtype is not None:
            return tensor(Shape.of(batch), dtype, Facts(batch=True, order=(0,)))
        if sample.type_name == "str":
            return Sequence("list", (), sample, batch)
    return Unknown(f"batch of {sample.kind}")


def _form(sample: Value) -> object:
    """What samples have in common that make one batch."""
    if isinstance(sample, Tensor):
        return sample.dtype, sample.shape
    return sample.type_name if isinstance(sample, (Scalar, Constant)) else sample


def converted(value: Value) -> Value:
    """`default_convert`: NumPy's arrays become tensors, wherever they are; the rest stays."""
    if isinstance(value, Tensor):
        return value if value.library.name != "numpy" else tensor(value.shape, value.dtype)
    if isinstance(value, Sequence) and value.known is not None and value.type_name in ("list", "tuple"):
        kind = "tuple" if value.names else "list"
        return Sequence(kind, map(converted, value.known), names=value.names)
    if isinstance(value, Mapping) and not value.open:
        return Mapping({key: converted(one) for key, one in value.items.items()})
    return value if isinstance(value, (Scalar, Constant)) else Unknown("converted data")


def _ordered(shape: Shape) -> tuple[int, ...] | None:
    return tuple(range(shape.rank + 1)) if shape.known_rank else None


def batch_axis(samples: Dim | None, size: Dim | None, drop_last: bool | None) -> Dim:
    """How many samples a batch has: the size, or fewer in the last one."""
    if size is None:
        return Dim.named("batch", low=1)
    if drop_last:
        return size
    if samples is not None and samples.value is not None and size.value:
        if samples.value % size.value == 0:
            return size
        if samples.value < size.value:
            return samples
        last = samples.value % size.value
        return Dim({(Atom("batch", "name", low=last, high=size.value),): 1}, size.origin)
    return size if size == 1 else Dim.named("batch", low=1)


# -- data sets --------------------------------------------------------------------------------------------------


def length_of(context: Context, dataset: Value) -> Dim | None:
    found = dataset.length(context)
    return found.dim if isinstance(found, Constant) else None


def sample_of(context: Context, dataset: Value) -> Value:
    """What the data set gives for any index."""
    if isinstance(dataset, Instance):
        found = dataset.cls.find("__getitem__")
        if found is not None:
            return context.call(context.attribute(dataset, "__getitem__"), Arguments((Scalar("int"),)))
        elements = context.iterate(dataset)
        return join_all(tuple(elements)) if isinstance(elements, Sequence) else Unknown("sample of a data set")
    if isinstance(dataset, Unknown):
        return Unknown("sample of an unknown data set")
    return context.item(dataset, Scalar("int"))


@method
def _concatenated(context: Context, dataset: Instance, arguments: Arguments) -> Value:
    whole = Instance(CONCAT)
    whole.hide(context, "parts", Sequence.list((dataset, arguments.positional[0])))
    return whole


DATASET = library_class("torch.utils.data.Dataset", __init__=nothing, __add__=_concatenated)
ITERABLE = library_class("torch.utils.data.IterableDataset", DATASET)


# -- TensorDataset ----------------------------------------------------------------------------------------------


@method
def _tensors_init(context: Context, dataset: Instance, arguments: Arguments) -> Value:
    context.apply("torch.utils.data.TensorDataset.__init__", arguments)
    dataset.hide(context, "tensors", Sequence.tuple(arguments.positional))
    return NONE


@T.op("torch.utils.data.TensorDataset.__init__")
def check_tensors(*tensors: Value) -> Value:
    """All have as many samples."""
    counts = [one.shape[0] for one in tensors if isinstance(one, Tensor) and one.shape.known_rank and one.rank]
    for count in counts[1:]:
        if count.equals(counts[0]) is Truth.NO:
            raise Mismatch(
                "sample-count-mismatch",
                f"tensors of {counts[0]} and {count} samples",
                counts[0],
                count,
                runtime="Size mismatch between tensors",
            )
    return NONE


def held(dataset: Instance, name: str) -> Sequence:
    found = dataset.hidden(name)
    return found if isinstance(found, Sequence) else Sequence.tuple(())


@method
def _tensors_getitem(context: Context, dataset: Instance, arguments: Arguments) -> Value:
    index = arguments.positional[0]
    return Sequence.tuple(context.item(one, index) for one in held(dataset, "tensors"))


@method
def _tensors_length(context: Context, dataset: Instance, arguments: Arguments) -> Value:
    tensors = held(dataset, "tensors").items
    return tensors[0].length(context) if tensors else Constant(0)


TENSORS = library_class(
    "torch.utils.data.TensorDataset",
    DATASET,
    __init__=_tensors_init,
    __getitem__=_tensors_getitem,
    __len__=_tensors_length,
)


# -- parts of data sets -----------------------------------------------------------------------------------------


def part_of(context: Context, dataset: Value, size: Dim | None, random: bool) -> Instance:
    """Some of the samples; whether every label still occurs is sure for large random parts only."""
    part = Instance(SUBSET)
    part.set_attribute(context, "dataset", dataset)
    part.hide(context, "size", Constant(size) if size is not None else Scalar("int"))
    part.hide(context, "sure", random and size is not None and size.value is not None and size.value >= SURE)
    return part


@method
def _subset_init(context: Context, part: Instance, arguments: Arguments) -> Value:
    indices = arguments.get(1, "indices") or Unknown("indices")
    part.set_attribute(context, "dataset", arguments.get(0, "dataset") or Unknown("data set"))
    part.set_attribute(context, "indices", indices)
    part.hide(context, "size", indices.length(context))
    part.hide(context, "sure", False)
    return NONE


@method
def _subset_getitem(context: Context, part: Instance, arguments: Arguments) -> Value:
    sample = sample_of(context, context.attribute(part, "dataset"))
    return sample if part.hidden("sure") else _unsure(sample)


def _unsure(sample: Value) -> Value:
    """The sample without the claim that every label occurs."""
    if isinstance(sample, Label):
        return Scalar("int", among=sample.among)
    if isinstance(sample, Tensor) and sample.facts.attained:
        return sample.with_facts(attained=None)
    if isinstance(sample, Sequence) and sample.rest is None:
        return Sequence(sample.type_name, map(_unsure, sample.items), names=sample.names)
    return sample


@method
def _subset_length(context: Context, part: Instance, arguments: Arguments) -> Value:
    size = part.hidden("size")
    return size if isinstance(size, Value) else Scalar("int")


SUBSET = library_class(
    "torch.utils.data.Subset", DATASET, __init__=_subset_init, __getitem__=_subset_getitem, __len__=_subset_length
)


@method
def concat_init(context: Context, whole: Instance, arguments: Arguments) -> Value:
    whole.hide(context, "parts", as_list(context, arguments.get(0, "datasets")))
    return NONE


@method
def _concat_getitem(context: Context, whole: Instance, arguments: Arguments) -> Value:
    return join_all(tuple(sample_of(context, part) for part in held(whole, "parts")))


@method
def concat_length(context: Context, whole: Instance, arguments: Arguments) -> Value:
    parts = held(whole, "parts").known
    lengths = [length_of(context, part) for part in parts or ()]
    if parts is None or None in lengths:
        return Scalar("int")
    return Constant(sum((length for length in lengths if length is not None), Dim.of(0)))


CONCAT = library_class(
    "torch.utils.data.ConcatDataset",
    DATASET,
    __init__=concat_init,
    __getitem__=_concat_getitem,
    __len__=concat_length,
)


# -- DataLoader -------------------------------------------------------------------------------------------------

_LOADER = (
    "dataset batch_size shuffle sampler batch_sampler num_workers collate_fn pin_memory drop_last timeout "
    "worker_init_fn multiprocessing_context generator"
).split()


@method
def _loader_init(context: Context, loader: Instance, arguments: Arguments) -> Value:
    for position, name in enumerate(_LOADER):
        value = arguments.get(position, name)
        if value is not None:
            loader.set_attribute(context, name, value)
    return NONE


def _setting(loader: Instance, name: str) -> Value | None:
    found = loader.state.get(name)
    return None if found is None or getattr(found, "payload", ...) is None else found


def _batching(context: Context, loader: Instance) -> tuple[Dim | None, Dim | None, bool | None]:
    """How many samples there are (None is unknown), the batch size, and whether a smaller last batch is left out."""
    dataset, sampler, batches = (_setting(loader, name) for name in ("dataset", "sampler", "batch_sampler"))
    if isinstance(batches, Instance) and isinstance(batches.hidden("size"), Value):
        size, source = batches.hidden("size"), batches.hidden("source")
        return sure_length(context, source), size.dim, is_true(batches.hidden("drop"))
    source = sampler or dataset
    samples = sure_length(context, source) if source is not None else None
    if batches is not None:
        return samples, None, False
    size = loader.state.get("batch_size", Constant(1))
    return samples, size.dim if isinstance(size, Constant) else None, is_true(_setting(loader, "drop_last"))


def sure_length(context: Context, source: Value) -> Dim | None:
    return None if isinstance(source, Unknown) else length_of(context, source)


@method
def _loader_iterate(context: Context, loader: Instance, arguments: Arguments) -> Value:
    if MODES["inside"]:
        context.write(MODES, "evaluating", True)
    sample = sample_of(context, _setting(loader, "dataset") or Unknown("data set"))
    samples, size, drop = _batching(context, loader)
    batch = batch_axis(samples, size, drop)
    own = _setting(loader, "collate_fn")
    if own is None:
        _stack_known(context, loader, size)
    if own is not None:
        one = context.call(own, Arguments((Sequence("list", (), sample, batch),)))
    elif (
        loader.state.get("batch_size") is not None
        and _setting(loader, "batch_size") is None
        and (_setting(loader, "batch_sampler") is None)
    ):
        one = converted(sample)  # batch_size=None: samples as they are
    else:
        one = collate(sample, batch)
    count = count_batches(samples, size, drop)
    alike = batch.value is not None or count == 1
    made = Sequence("iterator", (), one, count if alike else Dim.unknown(low=1))  # else one is not like another
    atom = batch.atom
    if atom is not None and atom.high is not None and count.value is not None:
        full, last = Dim.of(atom.high, batch.origin), Dim.of(atom.low or 1, context.origin("the last batch"))
        made.ending = Ending(atom, full, last, count - 1, f"in the last batch, of {last} instead of {full}")
    return made


def _stack_known(context: Context, loader: Instance, size: Dim | None) -> None:
    """A list of samples, each known by itself: the tensors of the first batch are stacked, or all are, if they make one
    batch only."""
    dataset, count = _setting(loader, "dataset"), size.value if size is not None else None
    known = dataset.known if isinstance(dataset, Sequence) and dataset.type_name == "list" else None
    mixed = is_true(_setting(loader, "shuffle")) is not False or _setting(loader, "sampler") is not None
    if known is None or count is None or _setting(loader, "batch_sampler") is not None or not 1 < len(known) <= _FEW:
        return
    if mixed and len(known) > count:
        return
    rows = [one.known if isinstance(one, Sequence) and one.type_name == "tuple" else (one,) for one in known[:count]]
    for column in zip(*(row for row in rows if row is not None), strict=False):
        tensors = [one for one in column if isinstance(one, Tensor)]
        if len(tensors) == len(rows) and len({str(one.shape) for one in tensors}) > 1:
            context.apply("torch.stack", Arguments((Sequence.list(tensors),)))


def count_batches(samples: Dim | None, size: Dim | None, drop: bool | None) -> Dim:
    if samples is None or size is None or not size.value or drop is None:
        return Dim.unknown(low=1)
    return samples // size if drop else (samples + (size - 1)) // size


@method
def _loader_length(context: Context, loader: Instance, arguments: Arguments) -> Value:
    count = count_batches(*_batching(context, loader))
    return Scalar("int") if count.is_unknown else Constant(count)


LOADER = library_class(
    "torch.utils.data.DataLoader", __init__=_loader_init, __iter__=_loader_iterate, __len__=_loader_length
)
T.classes(DATASET, ITERABLE, TENSORS, SUBSET, CONCAT, LOADER)


@T.native("torch.utils.data.default_collate")
def default_collate(context: Context, arguments: Arguments) -> Value:
    samples = arguments.get(0, "batch")
    if not isinstance(samples, Sequence) or not tuple(samples):
        return Unknown("batch of unknown samples")
    return collate(join_all(tuple(samples)), samples.size)


T.native("torch.utils.data.get_worker_info")(lambda context, arguments: Unknown("worker"))
