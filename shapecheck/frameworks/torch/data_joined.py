"""Data sets side by side or one after the other, and samples that become tensors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, join_all
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Unknown, Value
from .data import DATASET, ITERABLE, concat_init, concat_length, converted, held, length_of, part_of, sample_of
from .dialect import T
from .natives import as_list, method

if TYPE_CHECKING:
    from ...core.value import Context


@method
def _chain_iterate(context: Context, whole: Instance, arguments: Arguments) -> Value:
    """The samples of one data set after those of another."""
    samples = [sample_of(context, part) for part in held(whole, "parts")]
    return Sequence("iterator", (), join_all(tuple(samples)) if samples else Unknown("a sample"), Dim.unknown())


CHAIN = library_class(
    "torch.utils.data.ChainDataset", ITERABLE, __init__=concat_init, __iter__=_chain_iterate, __len__=concat_length
)


@method
def _stack_init(context: Context, whole: Instance, arguments: Arguments) -> Value:
    parts: Value = Sequence.tuple(arguments.positional)
    if arguments.keywords:
        parts = Mapping({name: part for name, part in arguments.keywords.items()})
    whole.hide(context, "parts", Unknown("data sets") if arguments.open else parts)
    return NONE


@method
def _stack_getitem(context: Context, whole: Instance, arguments: Arguments) -> Value:
    """The samples of all at one place, by position or by name."""
    parts = whole.hidden("parts")
    if isinstance(parts, Mapping):
        return Mapping({name: sample_of(context, part) for name, part in parts.items.items()})
    if isinstance(parts, Sequence):
        return Sequence.tuple(sample_of(context, part) for part in parts)
    return Unknown("a sample")


@method
def _stack_length(context: Context, whole: Instance, arguments: Arguments) -> Value:
    parts = whole.hidden("parts")
    found = list(parts.items.values()) if isinstance(parts, Mapping) else list(held(whole, "parts"))
    length = length_of(context, found[0]) if found else None
    return Scalar("int") if length is None else Constant(length)


STACK = library_class(
    "torch.utils.data.StackDataset", DATASET, __init__=_stack_init, __getitem__=_stack_getitem, __len__=_stack_length
)
PIPES = [library_class(f"torch.utils.data.{name}", base) for name, base in
         (("IterDataPipe", ITERABLE), ("DFIterDataPipe", ITERABLE), ("MapDataPipe", DATASET))]  # fmt: skip
T.classes(CHAIN, STACK, *PIPES)


@T.native("torch.utils.data.default_convert")
def default_convert(context: Context, arguments: Arguments) -> Value:
    """NumPy's arrays become tensors, wherever they are; the rest stays."""
    return converted(arguments.get(0, "data") or NONE)


@T.native("torch.utils.data.random_split")
def random_split(context: Context, arguments: Arguments) -> Value:
    dataset = arguments.get(0, "dataset") or Unknown("data set")
    wanted = as_list(context, arguments.get(1, "lengths"))
    if wanted.known is None:
        return Sequence("list", (), part_of(context, dataset, None, True), Dim.unknown())
    total = length_of(context, dataset)
    sizes = [one.dim if isinstance(one, Constant) else None for one in wanted.known]
    if any(isinstance(one, Constant) and isinstance(one.payload, float) for one in wanted.known):
        sizes = _fractions([getattr(one, "payload", None) for one in wanted.known], total)
    return Sequence.list(part_of(context, dataset, size, True) for size in sizes)


def _fractions(parts: list[object], total: Dim | None) -> list[Dim | None]:
    """floor(total * fraction), and what is left one by one to the first parts."""
    numbers = [part for part in parts if isinstance(part, (int, float))]
    if total is None or total.value is None or len(numbers) != len(parts) or abs(sum(numbers) - 1) > 1e-6:
        return [None] * len(parts)
    sizes = [int(total.value * number) for number in numbers]
    for i in range(total.value - sum(sizes)):
        sizes[i % len(sizes)] += 1
    return [Dim.of(size) for size in sizes]
