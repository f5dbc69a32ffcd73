"""What people say of tensors: annotations, comments and the inputs that were given. Where the code leaves something
unknown it is a fact; where the code contradicts it, that is a finding.

A comment is never more than a rank, and only one that names the axis of the batch: it was written for people, and lies
more often than the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..core.annotation import Annotation
from ..core.dim import Dim
from ..core.origin import Origin
from ..core.outcome import Raised
from ..core.plain import FALSE, NONE, Constant
from ..core.said import axes, either, names_in
from ..core.sizewords import names_batch
from ..core.span import Span
from ..core.tensor import Tensor
from ..core.truth import Truth
from ..core.value import Arguments, Choice, Unknown, Value
from ..frameworks.python.hints import library_of
from ..ir import nodes as ir
from . import fork
from .demand import own_name, quietly
from .evaluate import evaluate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..core.said import Contradiction, Said
    from ..core.tensor import Library
    from .machine import Machine
    from .scope import Scope
    from .values.function import FunctionValue

Names = dict[str, Dim]


class Hint(NamedTuple):
    """What is said, of a tensor of which library, by whom (annotation, comment or input), and where."""

    said: Said
    library: Library | None
    by: str
    span: Span


def hints_of(machine: Machine, function: FunctionValue) -> Mapping[str, Hint]:
    """What is said of the parameters of a function, and of what it returns, by name."""
    cache: dict[int, dict[str, Hint]] = machine.caches.setdefault("hints", {})
    found = cache.get(id(function.node))
    if found is None:
        found = cache[id(function.node)] = _hints(machine, function)
    return found


def _hints(machine: Machine, function: FunctionValue) -> dict[str, Hint]:
    node = function.node
    if function.scope.library:
        return {}
    found: dict[str, Hint] = {}
    annotations = [(p.name, p.annotation) for p in node.parameters if p.by in ("position", "name")]
    for name, annotation in (*annotations, ("return", node.returns)):
        hint = None if annotation is None else _annotated(machine, function.scope, annotation)
        if hint is not None:
            found[name] = hint
    for parameter in node.parameters:
        if parameter.comment is not None and parameter.name not in found:
            found[parameter.name] = Hint(parameter.comment, None, "comment", _place(parameter))
    inputs = machine.project.inputs
    if inputs is not None and node.span.path == machine.project.main:
        told = inputs.parameters.get((node.span.line, node.name), {})
        found.update({p.name: _input(machine, told[p.name], _place(p)) for p in node.parameters if p.name in told})
    return found


def _place(parameter: ir.Parameter) -> Span:
    """The name of a parameter, where it stands."""
    path, line, column = (parameter.span or Span("", 1, 0, 1, 0))[:3]
    return Span(path, line, column, line, column + len(parameter.name))


def _input(machine: Machine, said: Said, span: Span) -> Hint:
    inputs = machine.project.inputs
    roots = () if inputs is None else inputs.roots
    return Hint(said, library_of(said.library, roots, machine.lookup), "input", span)


def named(machine: Machine, scope: Scope, target: ir.Name, value: Value) -> Value:
    """What a name of the module holds, given what it was said to hold."""
    name, inputs, span = target.name, machine.project.inputs, target.span
    if scope.path != machine.project.main:
        return value
    machine.span = span
    said = None if inputs is None else inputs.names.get(name)
    if said is None:
        return value
    hint = _input(machine, said, span)
    names = _names(machine, hint, None)
    return learnt(machine, hint, value, names) if check(machine, hint, value, names, span) else value


def _annotated(machine: Machine, scope: Scope, node: ir.Node) -> Hint | None:
    if not isinstance(node, (ir.Item, ir.Name, ir.Attribute, ir.Binary)):
        return None
    value = peek(machine, scope, node)
    if not isinstance(value, Annotation):
        return None
    return Hint(value.said, None if value.optional else value.library, "annotation", node.span)


def peek(machine: Machine, scope: Scope, node: ir.Node) -> Value:
    """The value of an expression, without what evaluating it does."""
    mark, assumed = fork.mark_of(machine), machine.assumed
    try:
        return quietly(machine, lambda: machine.resolve(evaluate(machine, scope, node)))
    except Raised:
        return Unknown("it raises")
    finally:
        fork.rewind(machine, mark)
        machine.assumed = assumed


# -- facts -----------------------------------------------------------------------------------------------------------


def given(machine: Machine, function: FunctionValue, name: str) -> Value | None:
    """The argument that is said to be given where nothing calls a function: its sizes have the names they are said to
    have, and a name is the same size wherever the function uses it."""
    hint = hints_of(machine, function).get(name)
    if hint is None or hint.library is None:
        return None
    before, machine.span = machine.span, hint.span
    found = _tensor(machine, hint, _names(machine, hint, None if function.owner is None else id(function.node)))
    machine.span = before
    return found


def _names(machine: Machine, hint: Hint, place: int | None) -> Names:
    """Sizes of the names that axes are said to have; `place` tells those of one method from those of another."""
    return {
        axis: Dim.named(own_name(machine, axis, ("axis", place, axis)), 1, machine.origin(hint.by))
        for text in hint.said.axes
        if isinstance(text, str)
        for axis in names_in(text)
    }


def _tensor(machine: Machine, hint: Hint, names: Names) -> Tensor:
    shape = hint.said.shape(names).map(lambda dim: dim.at(dim.origin or machine.origin(hint.by)))
    dtypes = hint.said.dtypes
    assert hint.library is not None
    dtype = dtypes[0] if len(dtypes) == 1 else None
    return Tensor(shape, dtype, hint.library, origin=machine.origin(hint.by))


def taken(machine: Machine, function: FunctionValue, bound: dict[str, Value], names: Names) -> dict[str, Value]:
    """The arguments of a call, held against what is said of them, and with what is not known filled in. `names` learns
    what the names of axes stand for in this call."""
    hints = hints_of(machine, function)
    true = [
        (name, hint)
        for name, hint in hints.items()
        if name in bound
        and check(machine, hint, bound[name], names, hint.span if hint.by == "comment" else machine.span)
    ]
    for name, hint in true:
        bound[name] = learnt(machine, hint, bound[name], names)
    if machine.trace.shown is not None:
        for parameter in function.node.parameters:
            if parameter.name in hints and parameter.name in bound:
                place = _place(parameter)
                machine.trace.shown.add(machine, place, place, bound[parameter.name])
    return bound


def returned(machine: Machine, function: FunctionValue, value: Value, names: Names) -> Value:
    """What a function returns, held against what is said of it."""
    hint = hints_of(machine, function).get("return")
    if hint is None:
        return value
    return learnt(machine, hint, value, names) if check(machine, hint, value, names, hint.span) else value


def learnt(machine: Machine, hint: Hint, value: Value, names: Names) -> Value:
    """The value, as far as it is known because of what is said of it."""
    value = machine.resolve(value)
    lacking = isinstance(value, Tensor) and not value.shape.known_rank
    if hint.by == "comment":
        if (lacking or type(value) is Unknown) and hint.said.gap is None and names_batch(hint.said):
            machine.write(machine.demanded, ("told", id(value)), (value, hint))
        return value
    if type(value) is Unknown and hint.library is not None:
        return _tensor(machine, hint, names)
    if lacking and isinstance(value, Tensor):
        made = Tensor(hint.said.shape(names), value.dtype, value.library, value.box, value.origin)
        made.node = value.node
        return made
    return value


# -- contradictions --------------------------------------------------------------------------------------------------


def check(machine: Machine, hint: Hint, value: Value, names: Names, span: Span) -> bool:
    """Whether the value may be what is said of it; records at a place that it is not."""
    before, machine.span = machine.span, span
    value = machine.resolve(value)
    if isinstance(value, Choice):
        machine.each(value, lambda one: _checked(machine, hint, one, dict(names)))
        true = True
    else:
        true = _checked(machine, hint, value, names) is NONE
    machine.span = before
    return true


def _checked(machine: Machine, hint: Hint, value: Value, names: Names) -> Value:
    value = machine.resolve(value)
    found = _lie(machine, hint, value, names) if isinstance(value, Tensor) else None
    if found is not None:
        text = Constant(f"{hint.by} says {hint.said.spelled}: {found.text}")
        said = None if found.said is None else found.said.at(Origin(hint.span, hint.by))
        sizes = (Constant(size) for size in (found.got, said) if size is not None)
        machine.apply(_OPS[hint.by], Arguments((value, text, *sizes)))
        return FALSE
    if hint.by == "comment" and isinstance(value, Tensor) and value.shape.known_rank:
        machine.caches.setdefault("kept", set()).add(machine.span)
    return NONE


def _lie(machine: Machine, hint: Hint, tensor: Tensor, names: Names) -> Contradiction | None:
    """What is not so. A comment may leave the batch out, or say what the elements are: `# (width, height)`."""
    shape = tensor.shape.map(lambda dim: dim.substitute(machine.sizes))
    found = hint.said.contradiction(Tensor(shape, tensor.dtype, tensor.library), names)
    if found is None or hint.by != "comment":
        return found
    count, whole = len(hint.said.axes), names_batch(hint.said)
    elements = shape.known_rank and shape.rank not in (0, count) and (shape.rank == 1 or not whole)
    if elements and shape[-1].equals(count) is not Truth.NO:
        return None
    if whole:
        return found
    one = hint.said.changed(axes=(None, *hint.said.axes), gap=None if hint.said.gap is None else hint.said.gap + 1)
    return found if one.contradiction(Tensor(shape, None, tensor.library), {}) is not None else None


def refused(machine: Machine, hint: Hint, ranks: list[int]) -> None:
    """Records that the use of something, which is the last call so far, needs another number of axes than is said."""
    if ranks and names_batch(hint.said):
        text = f"{hint.by} says {hint.said.spelled}: {axes(len(hint.said.axes))}, but its use needs {either(ranks)}"
        calls = machine.trace.calls
        before, machine.span, use = machine.span, hint.span, calls.pop()
        machine.apply(_OPS[hint.by], Arguments((NONE, Constant(text))))
        machine.span = before
        calls.append(use)


_OPS = {"annotation": "shapecheck.annotation", "input": "shapecheck.annotation", "comment": "shapecheck.comment"}


def settle(machine: Machine, kept: set[Span]) -> None:
    """Takes back what was recorded of comments that are true in another run of their line: a function may be used with
    several ranks, and a comment tells of one."""
    calls = machine.trace.calls
    calls[:] = [call for call in calls if call.spec.path != _OPS["comment"] or call.span not in kept]


def claim(machine: Machine, scope: Scope, node: ir.Claim) -> None:
    """A statement's comment, or the annotation of a variable."""
    if scope.library:
        return
    if isinstance(node.said, ir.Node):
        hint, names = _annotated(machine, scope, node.said), machine.frame.names
    else:
        hint, names = Hint(node.said, None, "comment", node.span), {}
    if hint is None:
        return
    value = peek(machine, scope, node.target)
    true = check(machine, hint, value, names, node.span)
    better = learnt(machine, hint, value, names) if true else value
    if better is not value and isinstance(node.target, ir.Name):
        scope.write(machine, node.target.name, better)
