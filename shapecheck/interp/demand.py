"""What the uses of an unknown value demand of it: a tensor of a rank that an op accepts, a whole number that is a size.

The program goes on behind a call only if the call did not fail, so what every successful call needs is a fact of the
path. Shape functions are not told of it: they are asked which ranks they refuse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.containers import Sequence
from ..core.dim import Dim
from ..core.outcome import Mismatch, collecting, equalities
from ..core.plain import BINARY, NONE, Constant
from ..core.reading import hold
from ..core.shape import Shape
from ..core.tensor import Tensor
from ..core.value import Arguments, Choice, Unknown, Value
from ..frameworks.binding import convert, invoke

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from ..core.span import Span
    from ..frameworks.declare import Spec
    from .hints import Hint
    from .machine import Machine

RANKS = range(6)
_MOST_RANKS = 2
"""An op that accepts more ranks says little: then only the axes that it looks at are made known."""
_SIZES = ("+", "-", "*", "//", "%")


def demanded(machine: Machine, value: Value) -> Value:
    """The value as far as the path has found it out; itself if it has not."""
    if isinstance(value, Tensor):
        if value.shape.known_rank:
            return value
        found = machine.demanded.get(id(value))
        hold(value)
        return value if found is None else found[1]
    if not isinstance(value, Unknown):
        return value
    hold(value)
    found = machine.demanded.get(id(value)) or machine.demanded.get(("size", value.identity))
    if found is not None:
        return found[1] if isinstance(found, tuple) else found  # type: ignore[no-any-return]
    return value if value.source is None else _again(machine, value)


def _again(machine: Machine, value: Unknown) -> Value:
    """Worked out once more, if what it was made of is known by now."""
    assert value.source is not None
    kind, first, second, *operator = value.source
    base = machine.resolve(first)
    if kind == "binary":
        other = machine.resolve(second)
        if isinstance(base, Unknown) or isinstance(other, Unknown):
            return value
        return _known(value, quietly(machine, lambda: machine.binary(operator[0], base, other)))
    if base is first or isinstance(base, Choice):
        return value
    owner = first.source[1] if kind == "call" and first.source and first.source[0] == "attribute" else None
    if kind == "call" and (owner is None or not isinstance(machine.resolve(owner), Tensor)):
        return value
    return _known(value, quietly(machine, lambda: _of(machine, value, base)))


def _of(machine: Machine, value: Unknown, base: Value) -> Value:
    """What is made of `base` in the way that the value was made of an unknown."""
    assert value.source is not None
    kind, _, second, *more = value.source
    if kind == "attribute":
        return machine.attribute(base, second)
    if kind == "item":
        return machine.item(base, second)
    if kind == "apply":
        path, fixed = more
        again = Arguments((base, *second.positional[1:]), second.keywords, second.spans)
        return machine.apply(path, again, fixed)
    return machine.call(base, second)


def _known(value: Unknown, again: Value) -> Value:
    return value if isinstance(again, (Unknown, Choice)) else again


def quietly(machine: Machine, act: Any) -> Value:
    """Acts without leaving a trace."""
    calls, gaps, span = len(machine.trace.calls), len(machine.trace.gaps), machine.span
    result: Value = act()
    del machine.trace.calls[calls:], machine.trace.gaps[gaps:]
    machine.span = span
    return result


# -- tensors ---------------------------------------------------------------------------------------------------------


def demand_tensor(
    machine: Machine, spec: Spec, bound: Mapping[str, Value], fixed: Mapping[str, Any], arguments: Arguments
) -> bool:
    """Learns the rank of the first tensor of a call, if it is not known; whether there was anything to learn."""
    if not spec.dialect.strict or arguments.open:
        return False
    name = next((p.name for p in spec.call_parameters if p.annotation == "Tensor"), None)
    unknown = bound.get(name or "")
    lacking = type(unknown) is Unknown or (spec.dialect.eager and lacks_rank(unknown))
    hold(unknown)
    if name is None or not lacking or id(unknown) in machine.demanded:
        return False
    settled: dict[Any, bool] = machine.caches.setdefault("undemanding", {})
    told = machine.demanded.get(("told", id(unknown)))
    held = ("held", id(unknown)) in machine.demanded
    if told is None and not held and not spec.layer and len(bound) == 1 and settled.get(spec.path):
        return False
    call = _Trial(machine, spec, bound, fixed, name)
    tried = {rank: call.tensor(shape) for rank in RANKS if (shape := of_rank(unknown, rank)) is not None}
    accepted = [rank for rank, tensor in tried.items() if tensor is not None and _fits(machine, unknown, tensor)]
    found: Value | None = None
    if held:
        from .holding import certain

        found = certain(machine, unknown, spec.dialect.library, tried)
    if found is None and told is not None:
        found = _told(machine, told, tried, accepted)
    if found is not None:
        pass
    elif accepted and len(accepted) <= _MOST_RANKS and accepted[-1] < RANKS[-1]:
        found = _of_ranks(unknown, [tried[rank] for rank in reversed(accepted)])
    elif type(unknown) is Unknown and accepted and accepted[0] and accepted == [*RANKS][accepted[0] :]:
        found = call.tensor(Shape([Dim.unknown() for _ in range(accepted[0])], gap=0), certain=True)
        if found is None:
            found = _of_ranks(unknown, [tried[rank] for rank in accepted])
    if found is None:
        settled[spec.path] = settled.get(spec.path, told is None and not held)
        return False
    machine.write(machine.demanded, id(unknown), (unknown, found))
    return True


def _told(
    machine: Machine, told: tuple[Value, Hint], tried: Mapping[int, Tensor | None], accepted: list[int]
) -> Value | None:
    """Of several ranks that a call accepts, the one that a comment says; one that the call refuses is no fact."""
    from .hints import refused

    _, hint = told
    rank = len(hint.said.axes)
    if rank not in accepted:
        refused(machine, hint, accepted)
        return None
    if len(accepted) == 1:
        return None
    before, machine.span = machine.span, hint.span
    found = machine.apply("shapecheck.told", Arguments((tried[rank] or NONE,)))
    machine.span = before
    return found


def lacks_rank(value: object) -> bool:
    return isinstance(value, Tensor) and not value.shape.known_rank


def with_rank(tensor: Tensor, shape: Shape) -> Tensor:
    made = Tensor(shape, tensor.dtype, tensor.library, tensor.box, tensor.origin)
    made.node = tensor.node
    return made


def of_rank(value: object, rank: int) -> Shape | None:
    """A shape of that rank, with the lengths that are known already; None if there are more of them."""
    before, after = value.shape.parts if isinstance(value, Tensor) else ((), ())
    room = rank - len(before) - len(after)
    return None if room < 0 else Shape((*before, *(Dim.unknown() for _ in range(room)), *after))


class _Trial(NamedTuple):
    """A call of which one argument is tried out."""

    machine: Machine
    spec: Spec
    bound: Mapping[str, Value]
    fixed: Mapping[str, Any]
    name: str

    def tensor(self, shape: Shape, certain: bool = False) -> Tensor | None:
        """A tensor of that shape, with what the call needs of its lengths; None if it is refused. certain: None, too,
        if the shape function cannot tell."""
        spec, unknown = self.spec, self.bound[self.name]
        self.machine.step()
        if isinstance(unknown, Tensor):
            tried = with_rank(unknown, shape)
        else:
            tried = Tensor(shape, None, spec.dialect.library, origin=self.machine.origin(spec.path))
        given = {name: tried if value is unknown else value for name, value in self.bound.items()}
        learnt: dict[Any, Dim] = {}
        try:
            with collecting() as collector:
                converted = convert(given, spec.call_parameters, spec.dialect)
                if spec.layer:
                    known = {key: value for key, value in self.fixed.items() if key and isinstance(value, Value)}
                    converted.update(convert(known, spec.constructor_parameters, spec.dialect))
                invoke(spec.function, spec.parameters, converted)
            learnt = equalities(collector.assumptions, {})
        except Mismatch:
            return None
        except Exception:  # undecided, or a shape function that did not think of these arguments
            if certain:
                return None
        found = Tensor(
            shape.map(lambda dim: dim.substitute(learnt)), tried.dtype, tried.library, tried.box, tried.origin
        )
        found.node = tried.node
        return found


def _of_ranks(unknown: object, tensors: list[Any]) -> Value:
    """A tensor of one of the ranks; the likeliest first."""
    if len(tensors) == 1:
        return tensors[0]  # type: ignore[no-any-return]
    keys = [("rank", unknown, tensor.rank) for tensor in tensors[:-1]]
    conditions: list[dict[Hashable, bool]] = [
        {**dict.fromkeys(keys[:i], False), key: True} for i, key in enumerate(keys)
    ]
    conditions.append(dict.fromkeys(keys, False))
    return Choice(list(zip(conditions, tensors, strict=True)))


def unpacked(machine: Machine, value: Value, count: int) -> None:
    """An unknown value is unpacked into so many names: what it was made of is such that it has that length."""
    if not isinstance(value, Unknown) or value.source is None or value.source[0] == "binary":
        return
    owner = value.source[1]
    hold(owner)
    if value.source[0] == "call" and isinstance(owner, Unknown) and owner.source is not None:
        owner = owner.source[1]
    machine.write(machine.demanded, ("lengths", id(owner)), (owner, value, count))
    if isinstance(owner, Tensor) and id(owner) not in machine.demanded:
        tensors = [with_rank(owner, shape) for rank in RANKS if (shape := of_rank(owner, rank)) is not None]
        fitting = [tensor for tensor in tensors if _fits(machine, owner, tensor)]
        if len(fitting) == 1:
            machine.write(machine.demanded, id(owner), (owner, fitting[0]))


def _fits(machine: Machine, unknown: object, tensor: Tensor) -> bool:
    """The tensor agrees with what is known of it."""
    if ("held", id(unknown)) in machine.demanded:
        from .holding import told

        return told(machine, unknown, tensor) is not None and fits_lengths(machine, unknown, tensor)
    return fits_lengths(machine, unknown, tensor)


def fits_lengths(machine: Machine, unknown: object, tensor: Tensor) -> bool:
    """The tensor agrees with what was unpacked of it before it was known."""
    hold(unknown)
    fact = machine.demanded.get(("lengths", id(unknown)))
    if fact is None:
        return True
    _, value, count = fact
    base: Value = tensor
    if value.source[0] == "call":
        base = quietly(machine, lambda: _of(machine, value.source[1], tensor))
    found = quietly(machine, lambda: machine.iterate(_of(machine, value, base)))
    known = found.known if isinstance(found, Sequence) else None
    return known is None or len(known) == count


# -- sizes -----------------------------------------------------------------------------------------------------------


def demand_sizes(machine: Machine, spec: Spec, bound: dict[str, Value], spans: Mapping[str, Span]) -> dict[str, Value]:
    """The constructor's arguments of a layer, with unknown ones that must be sizes as named sizes."""
    if not any(isinstance(value, Unknown) for value in bound.values()):
        return bound
    sizes = {p.name for p in spec.constructor_parameters if p.annotation == "Dim"}
    before, found = machine.span, {}
    for name, value in bound.items():
        machine.span = spans.get(name, before)
        found[name] = _size(machine, value) or value if name in sizes and isinstance(value, Unknown) else value
    machine.span = before
    return found


def _size(machine: Machine, value: Value) -> Constant | None:
    value = machine.resolve(value)
    if isinstance(value, Constant):
        return value if value.dim is not None else None
    if type(value) is not Unknown:
        return None
    if value.source is not None and value.source[0] == "binary":
        _, left, right, operator = value.source
        if operator not in _SIZES:
            return None
        one, other = _size(machine, left), _size(machine, right)
        if one is None or other is None or one.dim is None or other.dim is None or other.dim == 0:
            return None
        made = Constant(BINARY[operator](one.dim, other.dim))
    else:
        name = _spell(value.identity)
        if name is None:
            return None
        made = Constant(Dim.named(own_name(machine, name, value.identity), low=1, origin=machine.origin(name)))
    machine.write(machine.demanded, ("size", value.identity), made)
    return made


def _spell(identity: Hashable) -> str | None:
    """A parameter, or an attribute of one, as the user wrote it."""
    if not isinstance(identity, tuple):
        return None
    if len(identity) == 3 and identity[0] == "parameter":
        return str(identity[2])
    if len(identity) == 4 and identity[2] == ".":
        owner = _spell(identity[0])
        return None if owner is None else f"{owner}.{identity[3]}"
    return None


def own_name(machine: Machine, name: str, identity: Hashable) -> str:
    """Sizes of two places that have the same name are told apart."""
    taken: dict[str, Hashable] = machine.caches.setdefault("size names", {})
    while taken.setdefault(name, identity) != identity:
        name += "'"
    return name

