"""What stands in for a name of a library that is not declared, so that somebody else can be asked what it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.objects import Instance
from ..core.outcome import Undecided
from ..core.plain import NONE
from ..core.value import Arguments, Native, Unknown, Value
from . import find
from .binding import Ignored
from .declare import Spec
from .layers import layer_class

if TYPE_CHECKING:
    from ..core.objects import Class
    from ..core.value import Context

_ALIKE = {
    "torch": "torch.abs", "numpy": "numpy.abs", "tensorflow": "tensorflow.abs", "keras": "keras.ops.abs",
    "torch.nn": "torch.nn.Linear", "keras.layers": "keras.layers.Dense",
    "keras.losses": "keras.losses.MeanSquaredError",
}  # fmt: skip
"""A declared name of each library, and for the modules of layers a layer: what is not declared is of that dialect."""
NOT_DECLARED = "is not declared"


class Undeclared(Spec):
    """A record whose shape function never answers."""


def _function(*given: Ignored, **named: Ignored) -> Any:
    raise Undecided(NOT_DECLARED)


def undeclared(path: str, layer: bool) -> Undeclared | None:
    """The record of a function, or of a layer, of one of the libraries that have a dialect."""
    alike = find(_ALIKE.get(path.rpartition(".")[0] if layer else path.partition(".")[0], ""))
    if not isinstance(alike, Spec):
        return None
    return Undeclared(path, _function, alike.dialect, layer=layer, base=alike.base)


def undeclared_class(spec: Undeclared, base: Value | None) -> Class:
    """The class of a layer. An instance keeps what it was constructed with under " asked"."""

    def construct(context: Context, arguments: Arguments) -> Value:
        instance = arguments.positional[0]
        if isinstance(instance, Instance):
            instance.hide(context, "made", context.span)
            instance.hide(context, "constructor", {})
            own = Arguments(arguments.positional[1:], arguments.keywords, open=arguments.open)
            instance.hide(context, "asked", own)
        return NONE

    made = layer_class(spec, base)
    made.bases = (*made.bases, Unknown("what is not declared of a class"))
    made.state["__init__"] = Native(f"{spec.path}.__init__", construct)
    return made
