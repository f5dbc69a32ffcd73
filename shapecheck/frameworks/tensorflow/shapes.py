"""`tf.TensorShape`, and shapes that are given as arguments, where None is a length of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.undefined import is_undefined, undefined
from ...core.value import Arguments, Native, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context


class Dimension(Constant):
    """One length of a `TensorShape`; TensorFlow 1 wraps it, and `.value` unwraps it."""

    __slots__ = ()

    def attribute(self, context: Context, name: str) -> Value:
        return Constant(self.payload, self.origin) if name == "value" else super().attribute(context, name)


class ShapeValue(Sequence):
    """A `tf.TensorShape`: a tuple of lengths with methods. `shape` may have an unknown rank."""

    __slots__ = ("shape",)

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        if shape.known_rank:
            super().__init__("tuple", (Dimension(dim) for dim in shape.dims))
        else:
            super().__init__("tuple", map(Dimension, shape.parts[0]), Scalar("int"), Dim.unknown())

    def attribute(self, context: Context, name: str) -> Value:
        shape = self.shape
        if name in ("rank", "ndims"):
            return Constant(shape.rank) if shape.known_rank else Unknown("the rank is not known")
        if name == "dims":
            return Sequence("list", self.items, self.rest, self.contents.number)
        method = _METHODS.get(name)
        if method is None:
            return super().attribute(context, name)
        return Native(name, lambda context, arguments: method(self, arguments))

    def item(self, context: Context, index: Value) -> Value:
        found = super().item(context, index)
        if isinstance(found, Sequence) and found.known is not None:
            return ShapeValue(shape_of(found))
        return found

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        found = super().binary(context, operator, other, reflected)
        if operator == "+" and isinstance(found, Sequence) and found.known is not None:
            return ShapeValue(shape_of(found))
        return found

    def join(self, other: Value) -> Value | None:
        from ...core.shape import join_shapes

        return (
            ShapeValue(join_shapes(self.shape, other.shape)) if isinstance(other, ShapeValue) else super().join(other)
        )


def shape_of(value: Value | Shape | None) -> Shape:
    """A shape argument: None is any shape, and None in it any length. Raises `Undecided` for what is not known."""
    if isinstance(value, Shape):
        return value
    if value is None or (isinstance(value, Constant) and value.payload is None):
        return Shape.unknown()
    if isinstance(value, ShapeValue):
        return value.shape
    if isinstance(value, Sequence):
        known = value.known
        if known is None:
            return Shape.unknown()
        return Shape(_length(item) for item in known)
    if isinstance(value, Tensor):
        constant = value.facts.constant
        if isinstance(constant, tuple):
            return Shape(Dim.unknown() if size == -1 else Dim.of(size) for size in constant)
        count = value.shape[0].value if value.shape.known_rank and value.rank == 1 else None
        return Shape.of_rank(count) if count is not None else Shape.unknown()
    if isinstance(value, Constant) and value.dim is not None:
        return Shape.of(value.dim)
    if isinstance(value, Unknown):
        return Shape.unknown()
    raise Undecided(f"{value.kind} where a shape is expected")


def declared(value: Value | None) -> Shape:
    """The shape of a placeholder: where it says None, the graph does not know the length either."""
    shape = shape_of(value)
    known = value.known if isinstance(value, Sequence) else None
    if known is None or not shape.known_rank:
        return shape
    pairs = zip(known, shape.dims, strict=True)
    return Shape(undefined() if getattr(item, "payload", "") is None else dim for item, dim in pairs)


def _length(item: Value) -> Dim:
    if isinstance(item, Constant):
        if item.dim is not None:
            return item.dim if item.dim != -1 else Dim.unknown()
        return Dim.unknown()
    if isinstance(item, Tensor) and isinstance(item.facts.constant, (int, Dim)):
        return Dim.of(item.facts.constant)
    return Dim.unknown()


def need_defined(shape: Shape, what: str, argument: str, *runtime: str) -> None:
    """Weights have a size: no length may be one that the program left open."""
    if any(is_undefined(dim) for part in shape.parts for dim in part):
        raise Mismatch("undefined-input-size", f"{what} of {shape}, where a length is None", argument=argument,
                       runtime=runtime)  # fmt: skip


_RANK_STAYS_OPEN = frozenset(
    "__neg__ __add__ __sub__ __mul__ __truediv__ add subtract multiply divide negative cast identity relu sigmoid tanh "
    "square sqrt exp random_uniform uniform random_normal normal truncated_normal dropout".split()
)
"""Ops whose result has no known axes to a graph where an operand has none."""


def is_open(x: object) -> bool:
    """A graph knows no axis of the tensor: it is a placeholder without a shape, or computed from one, number by
    number."""
    if not isinstance(x, Tensor) or x.node is None or x.shape != Shape.unknown():
        return False
    call = x.node[0]
    name = call.spec.path.rpartition(".")[2].strip()
    if name == "placeholder":
        shape = call.values.get("shape")
        return shape is None or (isinstance(shape, Constant) and shape.payload is None)
    return name in _RANK_STAYS_OPEN and any(map(is_open, call.arguments.values()))


def need_axes(x: Tensor, what: str, argument: str, *runtime: str) -> None:
    """Weights have a size, which follows from the axes of this."""
    if is_open(x):
        raise Mismatch("undefined-input-size", f"{what} of a placeholder without a shape", argument=argument,
                       runtime=runtime, help="tf.placeholder(..., shape=[None, ...])")  # fmt: skip


def compatible(left: Shape, right: Shape) -> Truth:
    """Whether the two can be the same; NO is certain."""
    return left.equals(right)


# -- methods ---------------------------------------------------------------------------------------------------


def _as_list(value: ShapeValue, arguments: Arguments) -> Value:
    return Sequence("list", (Constant(d.payload, d.origin) if isinstance(d, Constant) else d for d in value.items),
                    value.rest, value.contents.number)  # fmt: skip


def _num_elements(value: ShapeValue, arguments: Arguments) -> Value:
    return Constant(value.shape.numel) if value.shape.known_rank else Unknown("the rank is not known")


def _concatenate(value: ShapeValue, arguments: Arguments) -> Value:
    other = arguments.get(0, "other")
    return ShapeValue(value.shape + shape_of(other)) if other is not None else Unknown("concatenate")


def _fully_defined(value: ShapeValue, arguments: Arguments) -> Value:
    return Constant(True) if value.shape.numbers is not None else Unknown("whether a shape is known")


def _merge(value: ShapeValue, arguments: Arguments) -> Value:
    return value


def _compatible(value: ShapeValue, arguments: Arguments) -> Value:
    other = arguments.get(0, "other")
    answer = compatible(value.shape, shape_of(other)) if other is not None else Truth.MAYBE
    if answer is Truth.MAYBE:
        return Unknown("whether shapes agree")
    return Constant(answer is Truth.YES)


_METHODS: dict[str, Callable[[ShapeValue, Arguments], Value]] = {
    "as_list": _as_list, "num_elements": _num_elements, "concatenate": _concatenate,
    "is_fully_defined": _fully_defined, "merge_with": _merge, "with_rank": _merge, "with_rank_at_least": _merge,
    "with_rank_at_most": _merge, "is_compatible_with": _compatible,
    "assert_is_compatible_with": lambda value, arguments: Constant(None),
    "assert_has_rank": lambda value, arguments: Constant(None),
    "assert_same_rank": lambda value, arguments: Constant(None),
    "assert_is_fully_defined": lambda value, arguments: Constant(None),
}  # fmt: skip
