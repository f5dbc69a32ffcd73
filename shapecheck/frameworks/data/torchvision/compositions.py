"""Transforms of transforms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Sequence, join_all
from ....core.objects import Instance, library_class
from ....core.plain import NONE
from ....core.value import Arguments, Unknown, Value
from ...torch.dialect import T
from ...torch.module import MODULE
from ...torch.natives import as_list, method

if TYPE_CHECKING:
    from ....core.value import Context

_HOME = "torchvision.transforms"


@method
def _hold(context: Context, whole: Instance, arguments: Arguments) -> Value:
    whole.hide(context, "items", as_list(context, arguments.get(0, "transforms")))
    whole.set_attribute(context, "transforms", whole.hidden("items"))
    return NONE


def _parts(whole: Instance) -> tuple[Value, ...] | None:
    held = whole.hidden("items")
    return held.known if isinstance(held, Sequence) else None


@method
def _in_turn(context: Context, whole: Instance, arguments: Arguments) -> Value:
    """Each transform is called with what the one before returns; the first may take several values."""
    parts = _parts(whole)
    if parts is None:
        return context.gap("transforms that are not known")
    values = arguments
    for part in parts:
        result = context.call(part, values)
        several = isinstance(result, Sequence) and result.type_name == "tuple" and len(arguments.positional) > 1
        values = Arguments(result.items if several and isinstance(result, Sequence) else (result,))
    return values.positional[0] if len(values.positional) == 1 else Sequence.tuple(values.positional)


@method
def _perhaps(context: Context, whole: Instance, arguments: Arguments) -> Value:
    """With some chance; known where the result has the same shape."""
    before = arguments.positional[0] if arguments.positional else Unknown("image")
    return join_all((before, _in_turn.call(context, arguments.after(whole))))


@method
def _one_of(context: Context, whole: Instance, arguments: Arguments) -> Value:
    parts = _parts(whole)
    if not parts:
        return context.gap("transforms that are not known")
    return join_all(tuple(context.call(part, arguments) for part in parts))


@method
def _function(context: Context, whole: Instance, arguments: Arguments) -> Value:
    whole.set_attribute(context, "lambd", arguments.get(0, "lambd") or Unknown("function"))
    return NONE


@method
def _called(context: Context, whole: Instance, arguments: Arguments) -> Value:
    return context.call(context.attribute(whole, "lambd"), arguments)


T.classes(
    library_class(f"{_HOME}.Compose", MODULE, __init__=_hold, forward=_in_turn),
    library_class(f"{_HOME}.RandomApply", MODULE, __init__=_hold, forward=_perhaps),
    library_class(f"{_HOME}.RandomChoice", MODULE, __init__=_hold, forward=_one_of),
    library_class(f"{_HOME}.RandomOrder", MODULE, __init__=_hold, forward=_in_turn),
    library_class(f"{_HOME}.Lambda", MODULE, __init__=_function, forward=_called),
)
