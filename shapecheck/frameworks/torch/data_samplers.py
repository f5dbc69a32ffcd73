"""`torch.utils.data`: which samples a loader takes, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Class, Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Unknown, Value
from .data import count_batches, sure_length
from .dialect import T, is_true
from .natives import method, nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context


def _sampler(name: str, size: Callable[[Context, Arguments], Value | None]) -> Class:
    @method
    def initialize(context: Context, sampler: Instance, arguments: Arguments) -> Value:
        sampler.hide(context, "count", size(context, arguments) or Scalar("int"))
        return NONE

    @method
    def iterate(context: Context, sampler: Instance, arguments: Arguments) -> Value:
        return Sequence("iterator", (), Scalar("int"), Dim.unknown())

    @method
    def length(context: Context, sampler: Instance, arguments: Arguments) -> Value:
        found = sampler.hidden("count")
        return found if isinstance(found, Value) else Scalar("int")

    own = {"__init__": initialize, "__len__": length} if name != "Sampler" else {"__init__": nothing}
    return library_class(f"torch.utils.data.{name}", __iter__=iterate, set_epoch=nothing, **own)


def _of_source(context: Context, arguments: Arguments) -> Value | None:
    source = arguments.get(0, "data_source")
    return source.length(context) if source is not None else None


def _of_indices(context: Context, arguments: Arguments) -> Value | None:
    indices = arguments.get(0, "indices")
    return indices.length(context) if indices is not None else None


def _drawn(context: Context, arguments: Arguments) -> Value | None:
    """RandomSampler(data_source, replacement, num_samples)"""
    asked = arguments.get(2, "num_samples")
    return _of_source(context, arguments) if asked is None or asked is NONE else asked


@method
def _batches_init(context: Context, sampler: Instance, arguments: Arguments) -> Value:
    """BatchSampler(sampler, batch_size, drop_last)"""
    for position, name, kept in ((0, "sampler", "source"), (1, "batch_size", "size"), (2, "drop_last", "drop")):
        sampler.hide(context, kept, arguments.get(position, name) or Unknown(name))
    return NONE


@method
def _batches_length(context: Context, sampler: Instance, arguments: Arguments) -> Value:
    size = sampler.hidden("size")
    dim = size.dim if isinstance(size, Constant) else None
    count = count_batches(sure_length(context, sampler.hidden("source")), dim, is_true(sampler.hidden("drop")))
    return Scalar("int") if count.is_unknown else Constant(count)


_SIZES: dict[str, Callable[[Context, Arguments], Value | None]] = {
    "Sampler": lambda context, arguments: None, "DistributedSampler": lambda context, arguments: None,
    "RandomSampler": _drawn, "SequentialSampler": _of_source, "SubsetRandomSampler": _of_indices,
    "WeightedRandomSampler": lambda context, arguments: arguments.get(1, "num_samples"),
}  # fmt: skip
T.classes(*(_sampler(name, size) for name, size in _SIZES.items()))
T.classes(library_class(
    "torch.utils.data.BatchSampler", __init__=_batches_init, __len__=_batches_length,
    __iter__=lambda context, arguments: Sequence("iterator", (), Unknown("indices"), Dim.unknown()),
))  # fmt: skip
