"""What an assertion says of tensors: `assert x.shape == (n, 3)`, `assert x.dim() == 4`, `assert len(x.shape) == 2`.

Of a tensor of known rank it tells lengths. Of what is not known yet it is kept until a call asks for the rank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.containers import Sequence
from ..core.dim import Dim
from ..core.objects import Class
from ..core.plain import Constant
from ..core.shape import Shape
from ..core.tensor import Tensor
from ..core.truth import Truth
from ..core.value import Arguments, Native, Unknown, Value
from ..ir import nodes as ir
from .apply import learn
from .demand import RANKS, fits_lengths, of_rank, quietly, with_rank
from .hints import peek

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..core.tensor import Library
    from .machine import Machine
    from .scope import Scope

Pairs = list[tuple[Dim, Dim]]
_MOST_FACTS = 8


class _Operand(NamedTuple):
    """A side of an equation; counted: it is the number of items of the value."""

    value: Value
    counted: bool

    @property
    def single(self) -> bool:
        """It is one number."""
        return self.counted or not isinstance(self.value, Sequence)


class _Unequal(Exception):
    """The two sides of a test are never equal; the first lengths that differ, if there are as many on both sides."""

    def __init__(self, *lengths: Dim) -> None:
        super().__init__()
        self.lengths = lengths


def hold(machine: Machine, scope: Scope, test: ir.Node) -> None:
    """Learns from a test that is true from here on."""
    for left, right, _ in _equations(machine, scope, test):
        try:
            pairs = _pairs(left, right)
        except _Unequal:  # the two are equal in a way of their own
            continue
        if pairs:
            learn(machine, tuple(pairs))
        elif pairs is None:
            for one, other in ((left, right), (right, left)):
                if isinstance(one.value, Unknown) and any(_plain(other) or ()):
                    _keep(machine, one, other)


def failed(machine: Machine, scope: Scope, test: ir.Node) -> None:
    """Reports a test that is never true, if it is one about tensors."""
    for left, right, part in _equations(machine, scope, test):
        try:
            _pairs(left, right)
        except _Unequal as unequal:
            if any(isinstance(peek(machine, scope, one), Tensor) for one in _owners(part)):
                machine.span = part.span
                spelled = Constant(" and ".join(map(_spelled, (left, right))))
                machine.apply("shapecheck.asserted", Arguments((spelled, *map(Constant, unequal.lengths))))
                return


# -- tests -----------------------------------------------------------------------------------------------------------


def _equations(machine: Machine, scope: Scope, test: ir.Node) -> Iterator[tuple[_Operand, _Operand, ir.Binary]]:
    """What a test says to be equal."""
    if isinstance(test, ir.Logic) and test.operator == "and":
        for part in test.values:
            yield from _equations(machine, scope, part)
    elif isinstance(test, ir.Binary) and test.operator == "==":
        yield _operand(machine, scope, test.left), _operand(machine, scope, test.right), test


def _operand(machine: Machine, scope: Scope, node: ir.Node) -> _Operand:
    """The value of an expression, without what evaluating it does. Of `len(x)` it is `x`."""
    if not _is_light(machine, scope, node):
        return _Operand(Unknown("what a function of the program returns"), False)
    if isinstance(node, ir.CallOf) and isinstance(node.function, ir.Name) and len(node.positional) == 1:
        function = peek(machine, scope, node.function)
        if getattr(function, "name", "") == "builtins.len":
            return _Operand(peek(machine, scope, node.positional[0]), True)
    return _Operand(peek(machine, scope, node), False)


def _is_light(machine: Machine, scope: Scope, node: object) -> bool:
    """No function of the program is called: that may take long, and is done once for the test itself."""
    for part in (getattr(node, name, None) for name in node.names) if isinstance(node, ir.Record) else ():
        several = part if isinstance(part, (list, tuple)) else (part,)
        if not all(_is_light(machine, scope, one) for one in several):
            return False
    if not isinstance(node, ir.CallOf):
        return True
    function = peek(machine, scope, node.function)
    return isinstance(function, (Native, Unknown)) or (isinstance(function, Class) and function.path is not None)


def _owners(node: object) -> Iterator[ir.Node]:
    """The names and attributes in an expression."""
    if isinstance(node, (ir.Name, ir.Attribute)):
        yield node
    for part in (getattr(node, name, None) for name in node.names) if isinstance(node, ir.Record) else ():
        for inner in part if isinstance(part, (list, tuple)) else (part,):
            yield from _owners(inner)


def _pairs(left: _Operand, right: _Operand) -> Pairs | None:
    """The lengths that are the same where the two are; None where nothing can be told. Raises `_Unequal`."""
    one, other = _plain(left), _plain(right)
    if one is None or other is None or (left.single, right.single) in ((True, False), (False, True)):
        return None
    if len(one) != len(other):
        raise _Unequal
    found = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    for a, b in found:
        if a.equals(b) is Truth.NO:
            raise _Unequal(a, b)
    return found


def _plain(operand: _Operand) -> list[Dim | None] | None:
    """A length, or several of them."""
    value = operand.value
    known = value.known if isinstance(value, Sequence) else (value,)
    if known is None or (operand.single and not isinstance(value, (Constant, Sequence))):
        return None
    if operand.counted:
        return [Dim.of(len(known))] if isinstance(value, Sequence) else None
    return [one.dim if isinstance(one, Constant) else None for one in known]


def _spelled(operand: _Operand) -> str:
    lengths = [one or Dim.unknown() for one in _plain(operand) or ()]
    return str(lengths[0]) if operand.single else str(Shape(lengths))


# -- what is not known yet -------------------------------------------------------------------------------------------


def _keep(machine: Machine, unknown: _Operand, other: _Operand) -> None:
    """Remembers it for all that the unknown was made of; a tensor of which this tells the rank has it."""
    value: Any = unknown.value
    while isinstance(value, Unknown) and value.source is not None and value.source[0] != "binary":
        value = value.source[1]
        facts = machine.demanded.get(("held", id(value)), (value,))
        if len(facts) <= _MOST_FACTS:
            machine.write(machine.demanded, ("held", id(value)), (*facts, (unknown, other)))
    if isinstance(value, Tensor) and not value.shape.known_rank and id(value) not in machine.demanded:
        tensor = certain(machine, value, value.library, {})
        if tensor is not None:
            machine.write(machine.demanded, id(value), (value, tensor))


def certain(machine: Machine, unknown: Any, library: Library, tried: Mapping[int, Tensor | None]) -> Tensor | None:
    """The tensor that the tests which held leave, with what they tell of lengths; None if they leave several. tried:
    what a call makes of each rank that it accepts."""
    tensors: dict[int, Tensor] = {}
    for rank in RANKS:
        shape = of_rank(unknown, rank)
        if shape is not None:
            own = isinstance(unknown, Tensor)
            tensors[rank] = with_rank(unknown, shape) if own else Tensor(shape, None, library)
    fitting = {
        rank: pairs
        for rank, one in tensors.items()
        if (pairs := told(machine, unknown, one)) is not None and fits_lengths(machine, unknown, one)
    }
    if len(fitting) != 1 or len(tensors) == 1:
        return None
    ((rank, pairs),) = fitting.items()
    found, better = tensors[rank], tried.get(rank)
    if better is not None and (more := told(machine, unknown, better)) is not None:
        found, pairs = better, more
    learn(machine, tuple(pairs))
    return found


def told(machine: Machine, unknown: object, tensor: Tensor) -> Pairs | None:
    """What the tests that held tell of lengths if something is that tensor; None if it cannot be."""
    found: Pairs = []
    before = machine.demanded.get(id(unknown))
    machine.demanded[id(unknown)] = (unknown, tensor)
    try:
        for one, other in machine.demanded.get(("held", id(unknown)), (unknown,))[1:]:
            value = quietly(machine, lambda one=one: machine.resolve(one.value))
            found.extend(_pairs(_Operand(value, one.counted), other) or ())
    except _Unequal:
        return None
    finally:
        del machine.demanded[id(unknown)]
        if before is not None:
            machine.demanded[id(unknown)] = before
    return found
