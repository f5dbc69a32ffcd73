"""What a declared layer computes with once the program has set its attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.convert import to_value
from ..core.dim import Dim
from ..core.equality import equal
from ..core.plain import NONE, Constant, Scalar
from ..core.tensor import Tensor
from ..core.truth import Truth
from ..core.value import Unknown, Value
from .dtypes import DTypeValue

if TYPE_CHECKING:
    from ..core.objects import Instance
    from ..core.value import Context
    from .declare import Spec


def changes(context: Context, spec: Spec, layer: Instance) -> dict[str, Value] | None:
    """The arguments of the constructor that are others by now; None for a layer that no constructor makes."""
    constructor = layer.hidden("constructor")
    kept: dict[str, Value] = layer.hidden("weights") or {}
    written = {**{name: one for name, one in kept.items() if _emptied(one)}, **dict(layer.visible())}
    if not written or not isinstance(constructor, dict):
        return None if layer.hidden("open") else {}
    made = _weights(context, spec, constructor)
    found = _settings(context, spec, constructor, {name: one for name, one in written.items() if name not in made})
    replaced = {name: one for name, one in written.items() if made.get(name, NONE) is not NONE and one is not NONE}
    if not replaced or all(_same(made[name], one) for name, one in replaced.items()):
        return found
    lengths = _lengths(context, spec, {**constructor, **found}, made, replaced)
    return None if lengths is None else {**found, **lengths}


def _weights(context: Context, spec: Spec, constructor: dict[str, Value]) -> dict[str, Value]:
    """The weights that the arguments make; None for those that are left out."""
    held = context.weights(spec.path, constructor) if spec.weights else {}
    return {name: one for name, one in held.items() if one is NONE or isinstance(one, Tensor)}


def _emptied(value: Value) -> bool:
    """An assignment to its data gave a weight another shape, or another dtype."""
    return isinstance(value, Tensor) and "reshaped" in value.box.state


def _settings(
    context: Context, spec: Spec, constructor: dict[str, Value], written: dict[str, Value]
) -> dict[str, Value]:
    """An attribute that is an argument of the constructor, and is another now. What weights would be made with is one
    of those that a layer with its weights may not look at any more."""
    found: dict[str, Value] = {}
    for parameter in spec.constructor_parameters:
        name = parameter.name
        if name not in written:
            continue
        before = constructor.get(name) or to_value(parameter.default)
        new = written[name]
        if new is before or equal(new, before):
            continue
        sure = spec.dialect.eager and not _makes_weights(context, spec, constructor, name, new)
        found[name] = new if sure else Unknown(f"{name}, set later")
    return found


def _makes_weights(context: Context, spec: Spec, constructor: dict[str, Value], name: str, new: Value) -> bool:
    """The weights would be others, had the argument been the new one."""
    if spec.weights is None or name not in spec.weights.__code__.co_varnames:
        return False
    before, after = _weights(context, spec, constructor), _weights(context, spec, {**constructor, name: new})
    return before.keys() != after.keys() or any(
        not (one is NONE and after[key] is NONE) and not _same(one, after[key]) for key, one in before.items()
    )


def _same(made: Value, now: Value) -> bool:
    if not isinstance(made, Tensor) or not isinstance(now, Tensor) or _emptied(now) or made.dtype != now.dtype:
        return False
    return (
        made.shape.known_rank
        and now.shape.known_rank
        and made.rank == now.rank
        and all(mine.equals(other) is Truth.YES for mine, other in zip(made.shape.dims, now.shape.dims, strict=True))
    )


def _lengths(
    context: Context, spec: Spec, constructor: dict[str, Value], made: dict[str, Value], replaced: dict[str, Value]
) -> dict[str, Value] | None:
    """The arguments that would make the weights that are there; None if none would."""
    found: dict[str, Value] = {}
    sized = {name: old for name, old in made.items() if isinstance(old, Tensor) and old.shape.known_rank}
    for name in sorted((name for name in replaced if name in sized), key=lambda name: -sized[name].rank):
        now = replaced[name]
        for argument, position in _arguments(context, spec, constructor, name).items():
            found.setdefault(argument, _length(now, position, sized[name].rank))
        if not isinstance(now, Tensor) or _emptied(now) or now.dtype != sized[name].dtype:
            known = now.dtype if isinstance(now, Tensor) and not _emptied(now) else None
            found["dtype"] = DTypeValue(known) if known else Unknown("dtype of a weight")
    anew = context.weights(spec.path, {**constructor, **found})
    for name, now in replaced.items():
        if name in sized and not _may_be(anew.get(name), now):
            return None
    return found


def _arguments(context: Context, spec: Spec, constructor: dict[str, Value], name: str) -> dict[str, int]:
    """The arguments that are lengths of a weight, by the position of the axis."""
    found: dict[str, int] = {}
    for argument, value in constructor.items():
        if not isinstance(value, Constant) or value.dim is None or isinstance(value.payload, bool):
            continue
        asked = Dim.unknown()
        weight = context.weights(spec.path, {**constructor, argument: Constant(asked)}).get(name)
        dims = weight.shape.dims if isinstance(weight, Tensor) and weight.shape.known_rank else ()
        at = next((i for i, dim in enumerate(dims) if dim == asked), None)
        if at is not None:
            found[argument] = at
    return found


def _length(now: Value, position: int, rank: int) -> Value:
    shape = now.shape if isinstance(now, Tensor) else None
    known = shape is not None and shape.known_rank and shape.rank == rank
    return Constant(shape.dims[position]) if known and shape is not None else Scalar("int")


def _may_be(made: Value | None, now: Value) -> bool:
    """Nothing that is known of a weight is against the arguments that were found; of its axes that no argument tells,
    all is known."""
    if not isinstance(made, Tensor) or not made.shape.known_rank:
        return False
    unknown = Dim.unknown()
    shape = now.shape.dims if isinstance(now, Tensor) and now.shape.known_rank else (unknown,) * made.rank
    return len(shape) == made.rank and all(
        mine.is_unknown or (mine.equals(other) is Truth.YES) or (made.rank == 1 and mine.equals(other) is not Truth.NO)
        for mine, other in zip(made.shape.dims, shape, strict=True)
    )
