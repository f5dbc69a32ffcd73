"""`tf.distribute`: a step is run for every replica; with one of them, it is just called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.objects import Instance, Property, library_class
from ...core.plain import NONE, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .dialect import TF, each, tensor
from .variables import itself, nothing, without_first

if TYPE_CHECKING:
    from ...core.value import Context


def _run(context: Context, arguments: Arguments) -> Value:
    """`strategy.run(step, args=(batch,))`"""
    given = without_first(arguments)
    function, args, kwargs = given.get(0, "fn"), given.get(1, "args"), given.get(2, "kwargs")
    positional = args.known if isinstance(args, Sequence) else () if args in (None, NONE) else None
    named = kwargs.items if isinstance(kwargs, Mapping) and not kwargs.open else {}
    if function is None or positional is None or not all(isinstance(key, str) for key in named):
        return Unknown("what a strategy runs")
    return context.call(function, Arguments(positional, {str(key): value for key, value in named.items()}))


def _reduced(context: Context, arguments: Arguments) -> Value:
    """One value for all replicas, reduced along an axis if one is named."""
    given = without_first(arguments)
    value, axis = given.get(1, "value"), given.get(2, "axis")
    if value is None:
        return Unknown("a reduction over replicas")
    if axis is None or axis is NONE:
        return each(lambda one: tensor(one.shape, one.dtype), value)
    return each(lambda one: tensor(one.shape[1:] if one.shape.known_rank else Shape.unknown(), one.dtype), value)


def _dataset(context: Context, arguments: Arguments) -> Value:
    """A dataset, each batch of which is divided among the replicas: how large the parts are is not known."""
    from .pipeline import dataset, element_of

    given = without_first(arguments).get(0, "dataset")
    if not isinstance(given, Instance):
        return Unknown("a distributed dataset")

    def part(one: Tensor) -> Tensor:
        rest = one.shape[1:] if one.shape.known_rank and one.shape.rank else Shape.unknown()
        front = Shape.of_rank(1) if one.shape.known_rank and one.shape.rank else Shape()
        return tensor(front + rest, one.dtype)

    return dataset(each(part, element_of(given)), batched=True)


def _replicas(context: Context, arguments: Arguments) -> Value:
    return Scalar("int")


def _some(context: Context, arguments: Arguments) -> Value:
    return Instance(STRATEGY)


STRATEGY = library_class(
    "tensorflow.distribute.Strategy", __init__=nothing, scope=itself, __enter__=itself, __exit__=nothing, run=_run,
    experimental_run_v2=_run, reduce=_reduced, experimental_distribute_dataset=_dataset, gather=_reduced,
    num_replicas_in_sync=Property(Native("num_replicas_in_sync", _replicas)),
)  # fmt: skip
TF.classes(STRATEGY)
for _name in ("MirroredStrategy", "OneDeviceStrategy", "TPUStrategy", "MultiWorkerMirroredStrategy",
              "experimental.TPUStrategy", "experimental.MultiWorkerMirroredStrategy",
              "experimental.CentralStorageStrategy"):  # fmt: skip
    TF.classes(library_class(f"tensorflow.distribute.{_name}", STRATEGY))
declare("tensorflow.distribute.get_strategy", Native("tensorflow.distribute.get_strategy", _some))
