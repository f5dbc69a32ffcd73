"""What layers and losses take for no tensor: lists, arrays of NumPy, and what a `forward` without `return` gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant
from ...core.tensor import Tensor
from ...core.value import Arguments, Unknown, Value
from .dialect import T, as_tensor

if TYPE_CHECKING:
    from ...core.value import Context
    from ..declare import Spec

_ANYTHING = ("torch.nn.Identity",)
_HELP = {"numpy.ndarray": "torch.from_numpy(array)", "list": "torch.tensor(list), or torch.stack for a list of tensors"}


class NoOutput(Constant):
    """The None that a module returns whose `forward` has no `return`."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__(None)

    def attribute(self, context: Context, name: str) -> Value:
        if name.startswith("__"):
            return super().attribute(context, name)
        return context.apply("torch.nn.Module.forward", Arguments((Constant(f"object has no attribute '{name}'"),)))

    def item(self, context: Context, index: Value) -> Value:
        return context.apply("torch.nn.Module.forward", Arguments((Constant("object is not subscriptable"),)))


@T.op("torch.nn.Module.forward", read=True)
def refuse_nothing(what: str) -> Value:
    raise _missing(f"'NoneType' {what}")


def _missing(runtime: str = "") -> Mismatch:
    quotes = (runtime,) if runtime else ()
    return Mismatch("forward-returns-none", "a model's forward returns None here", runtime=quotes,
                    help="return the output at the end of forward")  # fmt: skip


def output_of(result: Value) -> Value:
    """What the call of a module gives."""
    return NoOutput() if result is NONE else result


def require_tensors(spec: Spec, given: dict[str, Value]) -> None:
    """A layer or a loss refuses what is no tensor."""
    if not (spec.layer or "loss" in spec.traits) or spec.path in _ANYTHING:
        return
    for parameter in spec.call_parameters:
        value = given.get(parameter.name)
        if value is None or parameter.annotation != "Tensor":
            continue
        if isinstance(value, NoOutput):
            raise _missing()
        found = _type_of(value)
        if found:
            raise Mismatch("not-a-tensor", f"a {found} where a tensor is expected", argument=parameter.name,
                           runtime=_words(spec, parameter.name, found), help=_HELP.get(found, ""))  # fmt: skip


def _type_of(value: Value) -> str:
    """The Python type, where that is sure and no tensor."""
    if isinstance(value, Tensor):
        return "numpy.ndarray" if value.library.name == "numpy" else ""
    if isinstance(value, Sequence) and value.type_name == "list" and not isinstance(value, Unknown):
        return "list"
    if isinstance(value, Sequence) and value.type_name == "tuple" and not value.names:
        as_tensor(value)  # has a word of its own for what recurrent layers return
        return "tuple"
    return "str" if isinstance(value, Constant) and isinstance(value.payload, str) else ""


_PLAIN = ("Linear", "Embedding", "CrossEntropyLoss", "NLLLoss", "cross_entropy", "nll_loss")


def _words(spec: Spec, argument: str, found: str) -> tuple[str, ...]:
    """The end of what the functions in C++ say; those in Python fail at some attribute of the value."""
    return (f"must be Tensor, not {found}",) if spec.path.rpartition(".")[2] in _PLAIN else ()


T.demands = require_tensors
