"""Calls declared ops and layers: bind, convert, compute, stamp origins, record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.containers import Sequence
from ..core.disturbing import given_away
from ..core.objects import Instance
from ..core.origin import Origin
from ..core.outcome import Mismatch, Undecided, collecting, equalities
from ..core.plain import NONE, Constant
from ..core.shape import Shape
from ..core.tensor import Tensor
from ..core.value import Arguments, Choice, Unknown, Value
from ..frameworks import find
from ..frameworks.binding import bind, convert, invoke, others
from ..frameworks.declare import Spec
from ..frameworks.undeclared import Undeclared
from .asking import answer, declared
from .demand import demand_sizes, demand_tensor, lacks_rank
from .trace import Call

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ..core.dim import Dim
    from ..core.span import Span
    from ..frameworks.binding import Parameter
    from .machine import Machine


def apply(machine: Machine, path: str, arguments: Arguments, fixed: dict[str, Any]) -> Value:
    """Calls what is declared under a path. A failure is recorded and gives an unknown value."""
    spec = declared(machine, path)
    if isinstance(spec, Value):
        return machine.call(spec, arguments)
    if spec is None:
        given_away(machine, NONE, arguments)
        return machine.gap(path)
    machine.step()
    arguments = _resolved(machine, arguments)
    if spec.prepare is not None:
        arguments = spec.prepare(machine, arguments)
    choice = _choice(arguments)
    if choice is not None:
        position, several = choice
        return machine.each(several, lambda one: apply(machine, path, _with(arguments, position, one), fixed), True)
    made = _decided(machine, fixed)
    choice = next(((name, value) for name, value in made.items() if isinstance(value, Choice)), None)
    if choice is not None:
        name, several = choice
        return machine.each(several, lambda one: apply(machine, path, arguments, {**made, name: one}), True)
    fixed = made
    gaps = len(machine.trace.gaps)
    call = _record(machine, spec, arguments, fixed)
    result = _compute(machine, spec, call, arguments, fixed)
    if call.mismatch is None and demand_tensor(machine, spec, call.values, fixed, arguments):
        del machine.trace.gaps[gaps:]
        if not spec.read:
            machine.trace.calls.pop()
        return apply(machine, path, arguments, fixed)
    call.result = result = _wrapped(machine, spec, call, result)
    if spec.read and (call.mismatch is not None or call.remarks):
        machine.trace.calls.append(call)  # a property counts only where something is wrong with it
    return result


def _record(machine: Machine, spec: Spec, arguments: Arguments, fixed: dict[str, Any]) -> Call:
    layer = fixed.get("")
    made = layer.hidden("made") if isinstance(layer, Instance) else machine.caches.get("replayed")
    call = Call(
        spec, {}, {}, machine.span, _spans(spec.call_parameters, arguments), tuple(machine.stack),
        made=made, guarded=machine.guards > 0, supposed=machine.supposing > 0, given=arguments, fixed=fixed,
    )  # fmt: skip
    if not spec.read:
        machine.trace.calls.append(call)
    return call


def _compute(machine: Machine, spec: Spec, call: Call, arguments: Arguments, fixed: dict[str, Any]) -> Value:
    try:
        with collecting() as collector:
            _convert(spec, call, arguments, {name: value for name, value in fixed.items() if name})
            _need_kind(spec, call.values)
            returned = invoke(spec.function, spec.parameters, call.arguments)
            result = spec.result(returned, call.arguments)
    except Mismatch as mismatch:
        if spec.dialect.forgives is not None and spec.dialect.forgives(machine, mismatch):
            return _undecided(machine, call, mismatch.text)
        call.mismatch = mismatch
        return Unknown(f"{spec.path}, which fails")
    except Undecided as undecided:
        return _asked(machine, spec, call, undecided.reason)
    except RecursionError:
        raise
    except Exception as error:
        # a shape function met arguments that its author did not think of: say so, and go on
        return _undecided(machine, call, f"{type(error).__name__} in {spec.path}: {error}")
    _write(machine, spec, call)
    result = _put_out(machine, spec, call, result)
    call.remarks = tuple(collector.remarks)
    call.assumptions = tuple(collector.assumptions)
    learn(machine, call.assumptions)
    if lacks_rank(result):
        said = answer(machine, call, "the rank is not known")
        if isinstance(said, Value):
            return stamp(said, call)
    if isinstance(result, Unknown):
        call.undecided = result.reason
        return _known_later(call, result)
    return stamp(result, call)


def _wrapped(machine: Machine, spec: Spec, call: Call, result: Value) -> Value:
    """Objects of some libraries want what an op makes of them to be of their own kind."""
    given = call.values.get(spec.traits.get("wraps", ""))
    wrap = given.cls.find("__array_wrap__") if isinstance(given, Instance) and isinstance(result, Tensor) else None
    return result if wrap is None or given is None else machine.call(wrap, Arguments((given, result)))


def _need_kind(spec: Spec, given: dict[str, Value]) -> None:
    """What the result is, is decided by what the arguments are that the traits name."""
    for name in spec.traits.get("like", "").split():
        value = given.get(name)
        if isinstance(value, Unknown):
            raise Undecided(value.reason)


def _write(machine: Machine, spec: Spec, call: Call) -> None:
    """An in-place op changes the elements, or the shape, of the argument that its traits name."""
    for trait, change in (("writes", Tensor.forget), ("reshapes", Tensor.reshape)):
        target = call.arguments.get(spec.traits.get(trait, ""))
        if isinstance(target, Tensor):
            change(target, machine)


def _asked(machine: Machine, spec: Spec, call: Call, reason: str) -> Value:
    """The shape function has no answer: somebody else may have one."""
    said = answer(machine, call, reason)
    if isinstance(spec, Undeclared):
        given_away(machine, NONE, call.given or Arguments())
    if isinstance(said, Value):
        return stamp(said, call)
    if not isinstance(spec, Undeclared):
        return _undecided(machine, call, said)
    call.undecided = said
    return machine.gap(said, op=True)


def _put_out(machine: Machine, spec: Spec, call: Call, result: Value) -> Value:
    """What an eager library is told to put into a tensor is that tensor, which gets the result's shape."""
    out = call.values.get("out") if spec.dialect.eager else None
    if not isinstance(out, Tensor) or not isinstance(result, Tensor):
        return result
    if out.shape == result.shape:
        out.forget(machine)
    else:
        out.reshape(machine)
    return Tensor(result.shape, out.dtype, out.library)


def _undecided(machine: Machine, call: Call, reason: str) -> Value:
    call.undecided = reason
    return _known_later(call, machine.gap(f"{call.spec.path}: {reason}", op=not call.spec.read))


def _known_later(call: Call, result: Unknown) -> Unknown:
    """An unknown result becomes known when the rank of the first tensor does."""
    given, spec = call.given, call.spec
    if given is None or not given.positional or not spec.dialect.eager or not lacks_rank(given.positional[0]):
        return result
    return Unknown(result.reason, source=("apply", given.positional[0], given, spec.path, call.fixed))


def _convert(spec: Spec, call: Call, arguments: Arguments, fixed: dict[str, Value]) -> None:
    bound = bind(spec.call_parameters, arguments)
    if arguments.open:
        bound |= others(spec.call_parameters, bound)
    call.values = {**fixed, **bound}
    if spec.dialect.demands is not None:
        spec.dialect.demands(spec, bound)
    call.arguments = convert(bound, spec.call_parameters, spec.dialect)
    if fixed or spec.layer:
        known = {name: value for name, value in fixed.items() if isinstance(value, Value)}
        call.arguments.update(convert(known, spec.constructor_parameters, spec.dialect))


def construct(machine: Machine, instance: Value, path: str, arguments: Arguments) -> None:
    """Binds a layer's constructor arguments to its instance, and lets the layer refuse them."""
    spec = find(path)
    if not isinstance(spec, Spec) or not isinstance(instance, Instance):
        return
    arguments = _resolved(machine, arguments)
    instance.hide(machine, "made", machine.span)
    call = Call(spec, {}, {}, machine.span, _spans(spec.constructor_parameters, arguments), tuple(machine.stack),
                guarded=machine.guards > 0, constructing=True)  # fmt: skip
    try:
        if arguments.open:
            raise Undecided("arguments of unknown number")
        bound = demand_sizes(machine, spec, bind(spec.constructor_parameters, arguments), call.spans)
        instance.hide(machine, "constructor", bound)
        call.values = dict(bound)
        if spec.check is not None:
            call.arguments = convert(bound, spec.constructor_parameters, spec.dialect)
            wanted = spec.check.__code__.co_varnames[: spec.check.__code__.co_argcount]
            defaults = {p.name: p.default for p in spec.constructor_parameters}
            spec.check(**{name: call.arguments.get(name, defaults.get(name)) for name in wanted})
    except Mismatch as mismatch:
        call.mismatch = mismatch
        machine.trace.calls.append(call)
    except Undecided as undecided:
        if instance.hidden("constructor") is None:
            instance.hide(machine, "constructor", {})
            machine.gap(f"{path}: {undecided.reason}")


def weights(machine: Machine, path: str, constructor: dict[str, Value]) -> dict[str, Value]:
    """The tensors that a layer holds."""
    spec = find(path)
    if not isinstance(spec, Spec) or spec.weights is None:
        return {}
    try:
        arguments = convert(constructor, spec.constructor_parameters, spec.dialect)
        wanted = spec.weights.__code__.co_varnames[: spec.weights.__code__.co_argcount]
        defaults = {p.name: p.default for p in spec.constructor_parameters}
        shapes = spec.weights(**{name: arguments.get(name, defaults.get(name)) for name in wanted})
    except (Undecided, TypeError, AttributeError):
        return {}
    return {
        name: Tensor(shape, spec.dialect.default_float, spec.dialect.library) if isinstance(shape, Shape) else shape
        for name, shape in shapes.items()
    }


# -- arguments -------------------------------------------------------------------------------------------------------


def _resolved(machine: Machine, arguments: Arguments) -> Arguments:
    """With what this path has learnt put in: choices decided, sizes replaced."""

    def known(value: Value) -> Value:
        value = machine.resolve(value)
        if type(value) is Sequence and any(isinstance(item, Choice) for item in value.items):
            items = map(machine.resolve, value.items)
            return Sequence(value.type_name, items, value.rest, value.contents.number, value.names)
        if machine.sizes and isinstance(value, Tensor):
            shape = value.shape.map(lambda dim: dim.substitute(machine.sizes))
            if shape != value.shape:
                learnt = Tensor(shape, value.dtype, value.library, value.box, value.origin)
                learnt.node = value.node
                return learnt
        return value

    keywords = {name: known(value) for name, value in arguments.keywords.items()}
    return Arguments(tuple(map(known, arguments.positional)), keywords, arguments.spans, arguments.open)


def _choice(arguments: Arguments) -> tuple[int | str, Choice] | None:
    given: dict[int | str, Value] = dict(enumerate(arguments.positional))
    given.update(arguments.keywords)
    for position, value in given.items():
        several = value if isinstance(value, Choice) else _choice_inside(value)
        if several is not None:
            return position, several
    return None


def _decided(machine: Machine, fixed: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a constructor, with what this path has learnt put in."""
    changed = {}
    for name, value in fixed.items():
        several = value if isinstance(value, Choice) else _choice_inside(value)
        if several is not None:
            changed[name] = machine.resolve(several)
    return {**fixed, **changed} if changed else fixed


_MOST_TESTS = 4
"""A list that depends on more tests than that is not taken apart: there would be too many lists."""


def _tests(items: tuple[Value, ...]) -> set[Hashable]:
    return {
        key for item in items if isinstance(item, Choice) for conditions, _ in item.alternatives for key in conditions
    }


def _choice_inside(value: object, depth: int = 2) -> Choice | None:
    """A list that holds a choice, or lists of which one holds it, as a choice of lists."""
    if not isinstance(value, Sequence) or not depth:
        return None
    nested = [(i, item) for i, item in enumerate(value.items) if isinstance(item, (Choice, Sequence))]
    known = value.known if nested else None
    if known is None or len(_tests(known)) > _MOST_TESTS:
        return None
    held = ((i, item if isinstance(item, Choice) else _choice_inside(item, depth - 1)) for i, item in nested)
    at, several = next(((i, found) for i, found in held if found is not None), (0, None))
    if several is None:
        return None
    return Choice(
        [
            (conditions, Sequence(value.type_name, (*known[:at], one, *known[at + 1 :]), names=value.names))
            for conditions, one in several.alternatives
        ]
    )


def _with(arguments: Arguments, position: int | str, value: Value) -> Arguments:
    if isinstance(position, str):
        keywords = {**arguments.keywords, position: value}
        return Arguments(arguments.positional, keywords, arguments.spans, arguments.open)
    positional = (*arguments.positional[:position], value, *arguments.positional[position + 1 :])
    return Arguments(positional, arguments.keywords, arguments.spans, arguments.open)


def _spans(parameters: tuple[Parameter, ...], arguments: Arguments) -> dict[str, Span]:
    """Where the user wrote the argument of each parameter."""
    names = [p.name for p in parameters]
    return {
        names[key] if isinstance(key, int) else key: span
        for key, span in arguments.spans.items()
        if isinstance(key, str) or key < len(names)
    }


# -- results ---------------------------------------------------------------------------------------------------------


def learn(machine: Machine, assumptions: tuple[tuple[Dim, Dim], ...]) -> None:
    """Lengths that a call needs to be equal are equal from here on: one of them is replaced by the other."""
    for atom, dim in equalities(assumptions, machine.sizes).items():
        machine.write(machine.sizes, atom, dim)


def stamp(value: Value, call: Call, path: tuple[int, ...] = ()) -> Value:
    """The result with its origins: sizes that the call computed were made by it."""
    if type(value) is Sequence:  # a library's own kind of sequence stays as it is
        items = [stamp(item, call, (*path, i)) for i, item in enumerate(value.items)]
        rest = stamp(value.rest, call, (*path, -1)) if value.rest is not None else None
        count = _stamp_dim(value.contents.number, call) if value.contents.number is not None else None
        return Sequence(value.type_name, items, rest, count, value.names)
    if type(value) is Constant:
        dim = value.dim
        return Constant(value.payload, _stamp_dim(dim, call).origin) if dim is not None else value
    if not isinstance(value, Tensor):
        return value
    origin = Origin(call.made or call.span, _what(call))
    made = Tensor(value.shape.map(lambda dim: _stamp_dim(dim, call)), value.dtype, value.library, value.box, origin)
    made.node = (call, path)
    return made


def _stamp_dim(dim: Dim, call: Call) -> Dim:
    origin = dim.origin
    if origin is not None and not origin.pending:
        return dim
    return dim.at(Origin(call.span, _what(call), origin.parents if origin is not None else ()))


def _what(call: Call) -> str:
    return call.spec.path.rpartition(".")[2].strip("_")
