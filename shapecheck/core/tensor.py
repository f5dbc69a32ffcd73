"""Tensors: a shape, a dtype, the library they belong to, and what else decides whether a loss fits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .dim import Dim
from .dtype import short
from .objects import Instance
from .plain import Constant
from .shape import Shape, join_shapes
from .value import Arguments, State, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from .origin import Origin
    from .value import Context


LIBRARIES: dict[str, Library] = {}
"""By the full path of the class of their tensors."""


class Library:
    """The library of a tensor: `tensor` is the full path of its class, under which its methods are declared.

    In an expression of tensors of two libraries the one with the higher priority acts. Tensors that are not `dense`
    (sparse, ragged) are no operands of other ops than those that are made for them.
    """

    __slots__ = ("dense", "name", "priority", "tensor")

    def __init__(self, name: str, tensor: str, priority: int = 0, dense: bool = True) -> None:
        self.name = name
        self.dense = dense
        self.tensor = tensor
        self.priority = priority
        LIBRARIES[self.tensor] = self


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a tensor's elements.

    low, high: every element lies within, ends included. one_hot: along the last axis exactly one element is 1.
    activation: the name of the last activation the values went through ("softmax", "sigmoid", "log_softmax", "relu"),
    and `axis` its axis. constant: the elements, nested in tuples, of a small literal. contiguous: laid out in order.
    order: the axes from the slowest in memory to the fastest, with no room between elements. attained: both `low` and
    `high` do occur (for a batch: in some batch).
    grad: a gradient flows to it. batch: the first axis counts the samples of a batch. drawn: whole numbers drawn at
    random, each in the range alike and independent of the others. distinct: none occurs twice, and which
    they are has nothing to do with the elements of other arrays.
    """

    low: float | None = None
    high: float | None = None
    one_hot: bool | None = None
    activation: str | None = None
    axis: int | None = None
    constant: Any = None
    contiguous: bool | None = None
    order: tuple[int, ...] | None = None
    attained: bool | None = None
    grad: bool | None = None
    batch: bool | None = None
    drawn: bool | None = None
    distinct: bool | None = None

    def join(self, other: object) -> Facts:
        """What is known of both."""
        if not isinstance(other, Facts):
            return NO_FACTS
        fields = {name: getattr(self, name) for name in self.__slots__}
        return Facts(**{name: value for name, value in fields.items() if value == getattr(other, name)})


NO_FACTS = Facts()


class Box:
    """Holds the facts of one storage: aliases share it, so that a write is seen by all.

    A view whose facts differ from those of its base (other axes) has a box of its own, made by `view`: its facts hold
    as long as nothing is written to the base.
    """

    __slots__ = ("base", "seen", "state")

    def __init__(self, state: dict[str, Any] | None = None, base: Box | None = None, seen: Facts = NO_FACTS) -> None:
        self.state = State({"facts": NO_FACTS}) if state is None else state
        self.base = base
        self.seen = seen

    @property
    def facts(self) -> Facts:
        if self.base is not None and self.base.facts is not self.seen:
            return NO_FACTS
        found: Facts = self.state["facts"]
        return found

    def view(self, facts: Facts) -> Box:
        """The box of a view of this storage, with the facts that are true of the view."""
        return Box(State({"facts": facts}), self, self.facts)

    def boxes(self) -> Iterator[Box]:
        """This box and those it is a view of."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.base


OPERATORS = {
    "+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod", "**": "pow", "@": "matmul",
    "&": "and", "|": "or", "^": "xor", "<<": "lshift", ">>": "rshift",
    "==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge",
}  # fmt: skip
MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_UNARY = {"-": "neg", "+": "pos", "~": "invert", "abs": "abs"}


class Either(tuple):  # type: ignore[type-arg]
    """One of the calls that a tensor may come from: what it is does not tell them apart."""


class Tensor(Value):
    """An array of any library. Methods and properties are looked up under the path of its library's class.

    `node` is the recorded call that made it, so that a symbolic graph can be run again with other inputs.
    """

    __slots__ = ("_shape", "box", "dtype", "library", "node", "origin")
    kind = "tensor"

    def __init__(
        self,
        shape: Shape,
        dtype: str | None,
        library: Library,
        facts: Facts | Box | None = None,
        origin: Origin | None = None,
    ) -> None:
        self._shape = shape
        self.dtype = dtype
        self.library = library
        self.box = facts if isinstance(facts, Box) else Box(State({"facts": facts or NO_FACTS}))
        self.origin = origin
        self.node: Any = None

    @property
    def shape(self) -> Shape:
        """Not known any more once an in-place op gave the storage another shape; or the one that it was told."""
        if "reshaped" not in self.box.state:
            return self._shape
        told = self.box.state["reshaped"]
        return told if isinstance(told, Shape) else Shape.unknown()

    @property
    def facts(self) -> Facts:
        return self.box.facts

    @property
    def rank(self) -> int:
        """The number of axes; `Undecided` if that is not known."""
        return self.shape.rank

    def like(
        self, shape: Shape | None = None, dtype: str | None = None, facts: Facts | Box | None = None
    ) -> Tensor:
        """A tensor of the same library, with this shape and dtype unless others are given, and no facts."""
        return Tensor(self.shape if shape is None else shape, dtype or self.dtype, self.library, facts)

    def or_made(self, other: object) -> Tensor:
        """One of two that nothing but their making tells apart, in a library whose graphs are run again."""
        node = other.node if isinstance(other, Tensor) else self.node
        if node is self.node or self.node is None or not self.node[0].spec.dialect.graphs:
            return self
        made = Tensor(self._shape, self.dtype, self.library, self.box, self.origin)
        made.node = Either(self.node)
        return made

    def with_facts(self, **facts: Any) -> Tensor:
        """The same tensor with some facts replaced, in a storage of its own."""
        return Tensor(self.shape, self.dtype, self.library, replace(self.facts, **facts), self.origin)

    # -- as a value --------------------------------------------------------------------------------------------

    def attribute(self, context: Context, name: str) -> Value:
        return context.member(f"{self.library.tensor}.{name}", self)

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if isinstance(other, Tensor) and other.library.priority > self.library.priority:
            return None
        if isinstance(other, Instance) and other.cls.find("__array_priority__") is not None:
            return None  # a table acts itself
        if reflected and operator in MIRRORED:
            operator, reflected = MIRRORED[operator], False
        name = OPERATORS.get(operator)
        if name is None:
            return None
        pair = (other, self) if reflected else (self, other)
        return context.apply(f"{self.library.tensor}.__{name}__", Arguments(pair))

    def unary(self, context: Context, operator: str) -> Value:
        if operator not in _UNARY:
            return Unknown(f"{operator} of a tensor")
        return context.apply(f"{self.library.tensor}.__{_UNARY[operator]}__", Arguments((self,)))

    def update(self, context: Context, operator: str, other: Value) -> Value | None:
        name = f"{self.library.tensor}.__i{OPERATORS[operator]}__"
        self.forget(context)
        return context.apply(name, Arguments((self, other))) if context.lookup(name) else None

    def item(self, context: Context, index: Value) -> Value:
        return context.apply(f"{self.library.tensor}.__getitem__", Arguments((self, index)))

    def set_item(self, context: Context, index: Value, new: Value) -> None:
        self.forget(context)
        if context.lookup(f"{self.library.tensor}.__setitem__"):
            context.apply(f"{self.library.tensor}.__setitem__", Arguments((self, index, new)))

    def set_attribute(self, context: Context, name: str, new: Value) -> None:
        """As the library's `__setattr__` says, if it declares one; else forgotten."""
        found = context.lookup(f"{self.library.tensor}.__setattr__")
        if found is not None:
            found.call(context, Arguments((self, Constant(name), new)))

    def reshape(self, context: Context) -> None:
        """An in-place op changed the shape: all names of this storage see it."""
        self.forget(context)
        context.write(self.box.state, "reshaped", True)

    def forget(self, context: Context) -> None:
        """The elements were written: nothing is known of them any more."""
        for box in self.box.boxes():
            if box.state["facts"] is not NO_FACTS:
                context.write(box.state, "facts", NO_FACTS)

    def call(self, context: Context, arguments: Arguments) -> Value:
        return context.gap("call of a tensor")

    def elements(self, context: Context) -> Value:
        return context.apply(f"{self.library.tensor}.__iter__", Arguments((self,)))

    def length(self, context: Context) -> Value:
        return context.apply(f"{self.library.tensor}.__len__", Arguments((self,)))

    def truth(self, context: Context) -> bool | None:
        constant = self.facts.constant
        return bool(constant) if isinstance(constant, (bool, int, float)) else None

    def key(self) -> Hashable | None:
        return ("tensor", self.box)

    def join(self, other: Value) -> Value | None:
        if not isinstance(other, Tensor) or other.library is not self.library:
            return None
        facts = self.box if self.facts == other.facts else None
        dtype = self.dtype if self.dtype == other.dtype else None
        return Tensor(join_shapes(self.shape, other.shape), dtype, self.library, facts, self.origin or other.origin)

    def one_of_many(self) -> Value:
        loose = {atom for part in self.shape.parts for dim in part for atom in dim.atoms() if atom.kind == "unknown"}
        if not loose:
            return self
        own = {atom: Dim.unknown(atom.low or 0) for atom in loose}
        one = Tensor(self.shape.map(lambda dim: dim.substitute(own)), self.dtype, self.library, self.box, self.origin)
        one.node = self.node
        return one

    def __str__(self) -> str:
        return f"{short(self.dtype)}{self.shape}"

    def __repr__(self) -> str:
        return f"Tensor({self})"
