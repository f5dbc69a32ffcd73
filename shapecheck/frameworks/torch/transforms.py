"""`torch.distributions.transforms`: what changes the samples of a distribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.objects import Instance, library_class
from ...core.plain import NONE
from ...core.state import serial
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .dialect import T, tensor
from .natives import method

if TYPE_CHECKING:
    from ...core.value import Context

_ROOT = "torch.distributions"
_KEEPING = "AbsTransform ExpTransform SigmoidTransform SoftplusTransform TanhTransform"
"""Those of single numbers, without parameters: shapes stay."""
_OTHERS = (
    "AffineTransform CatTransform ComposeTransform CorrCholeskyTransform CumulativeDistributionTransform "
    "IndependentTransform LowerCholeskyTransform PositiveDefiniteTransform PowerTransform ReshapeTransform "
    "SoftmaxTransform StackTransform StickBreakingTransform"
)


def keeps_shape(transform: Instance) -> bool:
    return transform.cls.path in {f"{_ROOT}.transforms.{name}" for name in _KEEPING.split()}


@method
def _call(context: Context, mine: Instance, arguments: Arguments) -> Value:
    value = arguments.get(0, "x")
    known = isinstance(value, Tensor) and keeps_shape(mine)
    return tensor(value.shape, None) if known and isinstance(value, Tensor) else Unknown("transformed")


@method
def _attribute(context: Context, mine: Instance, arguments: Arguments) -> Value:
    name = getattr(arguments.positional[0], "payload", "")
    return Unknown(f"{mine.cls.name}.{name}", ("attribute", serial(mine.state), name))


_init = method(lambda context, mine, arguments: NONE)
TRANSFORM = library_class(f"{_ROOT}.transforms.Transform", __init__=_init, __call__=_call, __getattr__=_attribute)
_CLASSES = (TRANSFORM, *(library_class(f"{_ROOT}.transforms.{name}", TRANSFORM)
                         for name in f"{_KEEPING} {_OTHERS}".split()))  # fmt: skip
for _cls in _CLASSES:
    for _module in (_ROOT, f"{_ROOT}.transforms"):
        declare(f"{_module}.{_cls.name}", _cls)
for _path in (f"{_ROOT}.identity_transform", f"{_ROOT}.transforms.identity_transform"):
    declare(_path, Unknown("the transform that changes nothing"))
for _name in ("biject_to", "transform_to"):
    T.native(f"{_ROOT}.{_name}", f"{_ROOT}.constraint_registry.{_name}")(
        lambda context, arguments: Unknown("a transform")
    )


@T.native(f"{_ROOT}.register_kl", f"{_ROOT}.kl.register_kl")
def register_kl(context: Context, arguments: Arguments) -> Value:
    """A decorator."""
    return Native("register_kl", lambda context, arguments: arguments.get(0, "func") or NONE)
