"""The values of expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.containers import Mapping, Sequence, Slice, join_all, join_values, payload_key, unsure
from ..core.convert import to_value
from ..core.dim import Dim
from ..core.equality import position
from ..core.extent import pads_far, too_long
from ..core.objects import Class, Instance
from ..core.origin import Origin
from ..core.plain import FALSE, NONE, TRUE, Constant, Scalar
from ..core.sets import distinct
from ..core.value import Arguments, Choice, Failed, Unknown, Value
from ..ir import nodes as ir
from .aftermath import postponed
from .flow import value_of
from .fork import mark_of
from .scope import Missing
from .shown import USE
from .values.function import FunctionValue, Super

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.span import Span
    from .machine import Machine
    from .scope import Scope


def evaluate(machine: Machine, scope: Scope, node: ir.Node) -> Value:
    """The value of an expression in a scope."""
    machine.step()
    return _EVALUATE[type(node)](machine, scope, node)


def _literal(machine: Machine, scope: Scope, node: ir.Literal) -> Value:
    value = node.value
    if too_long(value):
        return Scalar(type(value).__name__)
    if type(value) is int:
        return Constant(value, Origin(node.span, str(value)))
    return NONE if value is None else Constant(value)


def _name(machine: Machine, scope: Scope, node: ir.Name) -> Value:
    value = scope.read(machine, node.name)
    if isinstance(value, Missing):
        machine.came(value)
    return _used(machine, node, machine.resolve(value))


def _attribute(machine: Machine, scope: Scope, node: ir.Attribute) -> Value:
    value = evaluate(machine, scope, node.value)
    machine.span = node.span
    return _used(machine, node, machine.attribute(value, node.name))


def _used(machine: Machine, node: ir.Name | ir.Attribute, value: Value) -> Value:
    """The value of a name, recorded where that is asked for."""
    shown = machine.trace.shown
    if shown is not None and shown.made is not None and not node.name.startswith("~"):
        shown.add(machine, node.span, USE, value)
    return value


def _item(machine: Machine, scope: Scope, node: ir.Item) -> Value:
    value, index = evaluate(machine, scope, node.value), evaluate(machine, scope, node.index)
    machine.span = node.span
    return _shown(machine, node, "[]", machine.item(value, index))


def _slice(machine: Machine, scope: Scope, node: ir.SliceOf) -> Value:
    parts = (NONE if part is None else evaluate(machine, scope, part) for part in (node.start, node.stop, node.step))
    return Slice(*parts)


def _star(machine: Machine, scope: Scope, node: ir.Star) -> Value:
    return evaluate(machine, scope, node.value)


def _call(machine: Machine, scope: Scope, node: ir.CallOf) -> Value:
    if isinstance(node.function, ir.Name) and node.function.name == "super":
        found = _super(machine, scope, node)
        if found is not None:
            return found
    function = evaluate(machine, scope, node.function)
    arguments = _arguments(machine, scope, node)
    machine.span = node.span
    return _shown(machine, node, node.function.span, machine.resolve(machine.call(function, arguments)))


def _shown(machine: Machine, node: ir.Node, name: Span | str, value: Value) -> Value:
    """The value, recorded where that is asked for."""
    if machine.trace.shown is not None:
        machine.trace.shown.add(machine, node.span, name, value)
    return value


def _arguments(machine: Machine, scope: Scope, node: ir.CallOf) -> Arguments:
    positional: list[Value] = []
    spans: dict[int | str, Span] = {}
    unknown = False
    rest: Value | None = None
    for given in node.positional:
        value = evaluate(machine, scope, given)
        if not isinstance(given, ir.Star):
            spans[len(positional)] = given.span
            positional.append(value)
            continue
        elements = machine.iterate(value)
        known = elements.known if isinstance(elements, Sequence) else None
        if known is None:
            unknown = True
            rest = elements if len(node.positional) == 1 else None
        else:
            positional.extend(known)
    keywords: dict[str, Value] = {}
    for name, given in node.keywords:
        value = machine.resolve(evaluate(machine, scope, given))
        if name is not None:
            spans[name] = given.span
            keywords[name] = value
            continue
        value = _one_mapping(value)
        if isinstance(value, Mapping) and value.contents.unsure is not None:
            keywords.update({str(key): item for key, item in value.items.items()})
            keywords.update({key: unsure() for key in value.contents.unsure if key not in value.items})
        else:
            unknown = True
    return Arguments(positional, keywords, spans, unknown, rest)


def _one_mapping(value: Value) -> Value:
    """One of several dicts: what is in all of them is certain, the rest may be given."""
    alike = isinstance(value, Choice) and all(isinstance(one, Mapping) for one in value)
    return join_all(tuple(value)) if isinstance(value, Choice) and alike else value


def _super(machine: Machine, scope: Scope, node: ir.CallOf) -> Value | None:
    """`super()` and `super(Class, self)`, inside a method."""
    if node.positional:
        given = [evaluate(machine, scope, argument) for argument in node.positional]
        if len(given) == 2 and isinstance(given[0], Class) and isinstance(given[1], (Instance, Class)):
            return Super(given[0], given[1])
        return None
    function = machine.frame.function
    if function is None or function.owner is None or not function.node.parameters:
        return None
    owner = machine.frame.scope.vars.get(function.node.parameters[0].name)
    return Super(function.owner, owner) if isinstance(owner, (Instance, Class)) else None


def _binary(machine: Machine, scope: Scope, node: ir.Binary) -> Value:
    left, right = evaluate(machine, scope, node.left), evaluate(machine, scope, node.right)
    machine.span = node.span
    special = _MEMBERSHIP.get(node.operator)
    if special is not None:
        answer = special(machine, left, right)
        return _not(machine, answer) if "not" in node.operator else answer
    return _shown(machine, node, node.operator, machine.binary(node.operator, left, right))


def _not(machine: Machine, value: Value) -> Value:
    truth, key, when = machine.truth(value)
    if truth is not None:
        return Constant(not truth)
    return Choice([({key: True}, Constant(not when)), ({key: False}, Constant(when))])


def _is(machine: Machine, left: Value, right: Value) -> Value:
    left, right = machine.resolve(left), machine.resolve(right)
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Choice):
            return machine.each(one, lambda value, other=other: _is(machine, value, other))  # type: ignore[misc]
    if isinstance(left, Constant) and not isinstance(right, Constant):
        left, right = right, left
    unsure = (Unknown, Scalar)
    if isinstance(left, unsure) or isinstance(right, unsure):
        if (isinstance(left, Scalar) and right is NONE) or (isinstance(right, Scalar) and left is NONE):
            return FALSE
        return Unknown("is", ("is", left.key(), right.key()))
    if isinstance(left, Constant) and isinstance(right, Constant):
        if NONE in (left, right) and (left.may_be_none or right.may_be_none):
            return Unknown("is", ("is", left.key(), right.key()))
        return Constant(left.key() == right.key())
    if isinstance(left, Constant) or isinstance(right, Constant):
        return FALSE
    if left is right or (left.key() is not None and left.key() == right.key()):
        return TRUE
    return FALSE if isinstance(left, (Instance, Class)) else Unknown("is")


def _in(machine: Machine, left: Value, right: Value) -> Value:
    left, right = machine.resolve(left), machine.resolve(right)
    if isinstance(right, Choice):
        return machine.each(right, lambda one: _in(machine, left, one))
    if isinstance(left, Choice):
        return machine.each(left, lambda one: _in(machine, one, right))
    unsure = Unknown("in", ("in", left.key(), right.key()) if left.key() and right.key() else None)
    if isinstance(right, Mapping):
        key = payload_key(left)
        right.await_item(machine, key)
        if key is not None and key[0] in right.items:
            return TRUE
        state = Unknown("in", ("in", left.key(), right.state.born, right.contents.moment))
        return FALSE if key is not None and right.lacks(key) else state
    if isinstance(right, Constant) and isinstance(left, Constant) and isinstance(right.payload, str):
        return Constant(isinstance(left.payload, str) and left.payload in right.payload)
    if isinstance(right, Sequence) and not right.one_shot:
        known = right.known
        return unsure if known is None else _in_known(left, known, unsure)
    if isinstance(right, Sequence):
        right.make_unknown(machine)
    if isinstance(right, Instance):
        found = right.special(machine, "__contains__", left)
        return unsure if found is None else _bool(machine, found)
    return unsure


def _bool(machine: Machine, value: Value) -> Value:
    return _not(machine, _not(machine, value))


def _in_known(left: Value, items: tuple[Value, ...], unsure: Value) -> Value:
    among = left.among if isinstance(left, Scalar) else None
    if among is None:
        at = position(items, left)
        return unsure if at is None else Constant(at >= 0)
    found = {position(items, Constant(one)) for one in among}
    answers = {None if at is None else at >= 0 for at in found}
    return Constant(answers.pop()) if len(answers) == 1 and None not in answers else unsure


_MEMBERSHIP: dict[str, Callable[[Machine, Value, Value], Value]] = {
    "is": _is, "is not": _is, "in": _in, "not in": _in,
}  # fmt: skip


def _unary(machine: Machine, scope: Scope, node: ir.Unary) -> Value:
    value = evaluate(machine, scope, node.value)
    machine.span = node.span
    if node.operator != "not":
        if isinstance(value, Choice):
            return machine.each(value, lambda one: one.unary(machine, node.operator))
        result = value.unary(machine, node.operator)
        if isinstance(result, Constant) and isinstance(value, Constant) and value.origin is not None:
            return Constant(result.payload, value.origin)
        return _shown(machine, node, node.operator, result)
    return _not(machine, value)


def _logic(machine: Machine, scope: Scope, node: ir.Logic) -> Value:
    """`and` and `or`"""
    stops = node.operator == "or"

    def operand(at: int) -> Value:
        value = evaluate(machine, scope, node.values[at])
        if at == len(node.values) - 1:
            return value
        truth, key, when = machine.truth(value)
        if truth is not None:
            return value if truth is stops else operand(at + 1)
        ways = (lambda: machine.resolve(value), lambda: operand(at + 1))
        return value_of(machine, key, *(ways if when is stops else reversed(ways)))

    return operand(0)


def _choose(machine: Machine, scope: Scope, node: ir.Choose) -> Value:
    truth, key, when = machine.truth(evaluate(machine, scope, node.test))
    if truth is not None:
        machine.decide(node, truth)
        return evaluate(machine, scope, node.then if truth else node.otherwise)
    first, second = (node.then, node.otherwise) if when else (node.otherwise, node.then)
    return value_of(machine, key, lambda: evaluate(machine, scope, first), lambda: evaluate(machine, scope, second))


def _display(machine: Machine, scope: Scope, node: ir.Display) -> Value:
    items: list[Value] = []
    rest: Value | None = None
    count = Dim.of(0)
    for part in node.items:
        value = evaluate(machine, scope, part)
        if rest is None and not isinstance(part, ir.Star):
            items.append(value)
            continue
        elements = machine.iterate(value) if isinstance(part, ir.Star) else Sequence.tuple((value,))
        if not isinstance(elements, Sequence):
            elements = Sequence("list", (), elements.one_of_many(), Dim.unknown())
        if rest is None:
            items.extend(elements.items)
            rest, count = elements.rest, elements.count
        elif tuple(elements):
            rest, count = join_all((rest, *elements)), count + elements.size
    made = Sequence("list", items, rest, None if rest is None else count)
    return distinct(node.type_name, made) if node.type_name == "set" else Sequence(node.type_name, *made.contents)


def _dict(machine: Machine, scope: Scope, node: ir.DictDisplay) -> Value:
    items: dict[Any, Value] = {}
    open = blurred = False
    for key, given in node.items:
        found = None if key is None else payload_key(evaluate(machine, scope, key))
        value = evaluate(machine, scope, given)
        more = value if key is None else Mapping({found[0]: value}) if found is not None else None
        if found is not None and not blurred and not isinstance(found[0], Scalar):
            items[found[0]] = value
        elif isinstance(more, Mapping):
            items, open = Mapping(items, open).with_more(more)
            blurred = any(isinstance(one, Scalar) for one in items)  # one of several texts may be any of the keys
        else:  # an unknown key may be any of those before; of an unknown dict nothing is known
            items = {} if key is None else {k: join_values(v, value) for k, v in items.items()}
            open = True
    return Mapping(items, open)


def _format(machine: Machine, scope: Scope, node: ir.Format) -> Value:
    parts = [evaluate(machine, scope, part) for part in node.parts]
    payloads = [part.payload for part in parts if isinstance(part, Constant) and not too_long(part.payload)]
    if len(payloads) == len(parts) and all(isinstance(payload, (str, int, float, bool)) for payload in payloads):
        return to_value("".join(map(str, payloads)))
    from ..core.several import each

    return each(lambda *texts: "".join(map(str, texts)), *parts) or Scalar("str")


def _format_of(machine: Machine, scope: Scope, node: ir.FormatOf) -> Value:
    value = machine.resolve(evaluate(machine, scope, node.value))
    spec = Constant("") if node.spec is None else evaluate(machine, scope, node.spec)
    known = isinstance(value, Constant) and isinstance(value.payload, (str, int, float, bool))
    if isinstance(value, Scalar) and value.type_name == "str" and node.spec is None and not node.conversion:
        return value
    if not known or not isinstance(spec, Constant) or pads_far(spec.payload):
        return Scalar("str")
    payload = value.payload  # type: ignore[attr-defined]
    if node.conversion:
        payload = str(payload) if node.conversion == "s" else (repr if node.conversion == "r" else ascii)(payload)
    try:
        return Constant(format(payload, spec.payload))
    except (ValueError, TypeError):
        return machine.came(Failed("ValueError", "a format that does not fit"))


def _once(machine: Machine, scope: Scope, node: ir.Once) -> Value:
    mark = mark_of(machine)
    value = evaluate(machine, scope, node.value)
    made = Sequence("generator", *value.contents) if isinstance(value, Sequence) else value
    return postponed(machine, mark, made, scope, node)


def _let(machine: Machine, scope: Scope, node: ir.Let) -> Value:
    value = evaluate(machine, scope, node.value)
    scope.write(machine, node.target.name, value)
    return _shown(machine, node.target, node.target.span, value)


def _block(machine: Machine, scope: Scope, node: ir.Block) -> Value:
    from .execute import execute

    execute(machine, scope, node.body)
    return evaluate(machine, scope, node.result)


def _yield(machine: Machine, scope: Scope, node: ir.Yield) -> Value:
    from ..core.sequence_methods import METHODS

    value = NONE if node.value is None else evaluate(machine, scope, node.value)
    if machine.frame.yielded is not None:
        METHODS["extend" if node.each else "append"](machine, machine.frame.yielded, Arguments((value,)))
    return Unknown("what a generator is sent")


def _opaque(machine: Machine, scope: Scope, node: ir.Opaque) -> Value:
    return Unknown(node.reason)


def _function(machine: Machine, scope: Scope, node: ir.Function) -> Value:
    defaults = {p.name: evaluate(machine, scope, p.default) for p in node.parameters if p.default is not None}
    function = FunctionValue(node, scope, defaults)
    if scope.kind != "function" and scope.path == machine.project.main:
        machine.made.append(function)
    return function


def _class(machine: Machine, scope: Scope, node: ir.ClassOf) -> Value:
    from .classes import make_class

    return make_class(machine, scope, node)


_EVALUATE: dict[type, Callable[[Machine, Scope, Any], Value]] = {
    ir.Literal: _literal, ir.Name: _name, ir.Attribute: _attribute, ir.Item: _item, ir.SliceOf: _slice,
    ir.Star: _star, ir.CallOf: _call, ir.Binary: _binary, ir.Unary: _unary, ir.Logic: _logic, ir.Choose: _choose,
    ir.Display: _display, ir.DictDisplay: _dict, ir.Format: _format, ir.FormatOf: _format_of,
    ir.Once: _once, ir.Let: _let, ir.Block: _block,
    ir.Yield: _yield, ir.Opaque: _opaque, ir.Function: _function, ir.ClassOf: _class,
}  # fmt: skip
