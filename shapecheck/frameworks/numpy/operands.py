"""The operands of NumPy's element-wise functions: arrays, and Python numbers, which are weak in promotion."""

from __future__ import annotations

from typing import NamedTuple

from ...algebra.broadcast import broadcast as stretch
from ...core.dim import Dim
from ...core.dtype import FAMILY
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import NO_FACTS, Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import NP, asarray
from .literal import describe
from .promote import promote_types, weaken

WEAK = {"bool": bool, "int": int, "float": float, "complex": complex}


class Side(NamedTuple):
    """An operand. `weak` is the type of a Python number: it has no dtype of its own."""

    shape: Shape
    dtype: str | None
    facts: Facts
    weak: type | None = None


def side(value: Value | None) -> Side:
    """A value as an operand. Raises `Undecided` for what NumPy would turn into objects."""
    if value is None:
        raise Undecided("None in arithmetic")
    if isinstance(value, Constant) and isinstance(value.payload, (bool, int, float, complex, Dim)):
        return Side(Shape(), None, NP.as_tensor(value).facts, WEAK[value.type_name])  # type: ignore[union-attr]
    if isinstance(value, Scalar) and value.type_name in WEAK:
        return Side(Shape(), None, describe(value).facts, WEAK[value.type_name])
    made = asarray(value)
    return Side(made.shape, made.dtype, made.facts)


def promoted(*sides: Side) -> str | None:
    """The dtype of a result that has the operands' common dtype."""
    weak = [side.weak for side in sides if side.weak is not None]
    strong = [side.dtype for side in sides if side.weak is None]
    if not strong:
        defaults = {bool: "bool", int: "int64", float: "float64", complex: "complex128"}
        return promote_types(*(defaults[kind] for kind in weak))
    found = promote_types(*strong)
    return weaken(found, weak) if found else None


def as_float(dtype: str | None) -> str | None:
    """The float that a function such as sqrt computes a dtype with."""
    kind = FAMILY.get(dtype or "")
    if kind in ("bool", "int", "uint"):
        return {"bool": "float16", "int8": "float16", "uint8": "float16", "int16": "float32", "uint16": "float32"}.get(
            dtype or "", "float64"
        )
    return dtype


def floated(*sides: Side) -> str | None:
    """The dtype of a result that is a float whatever the operands are."""
    if any(side.weak is not None for side in sides):
        return as_float(promoted(*sides))
    return promoted(*(side._replace(dtype=as_float(side.dtype)) for side in sides))


def broadcast(*shapes: Shape) -> Shape:
    """The common shape of operands, with NumPy's words where there is none."""
    try:
        return stretch(*shapes)
    except Mismatch as found:
        runtime = "operands could not be broadcast together with shapes " + " ".join(map(spell, shapes))
        raise Mismatch(found.kind, found.text, *found.sizes, runtime=runtime) from None


def broadcast_into(shape: Shape, target: Shape) -> None:
    """Refuses an array that cannot be written to a place of that shape. Leading axes of length 1 are dropped."""
    if not (shape.known_rank and target.known_rank):
        return
    extra, rest = shape.dims[: max(shape.rank - target.rank, 0)], shape.dims[max(shape.rank - target.rank, 0) :]
    pairs = [(dim, Dim.of(1)) for dim in extra]
    pairs += [(mine, wanted) for mine, wanted in zip(rest[::-1], target.dims[::-1], strict=False)]
    for mine, wanted in pairs:
        if mine.equals(1) is Truth.NO and mine.equals(wanted) is Truth.NO:
            raise Mismatch(
                "elementwise-shape-mismatch", f"{shape} does not fit into {target}", mine, wanted,
                runtime=f"could not broadcast input array from shape {spell(shape)} into shape {spell(target)}",
            )  # fmt: skip


def spell(shape: Shape) -> str:
    """A shape as NumPy's messages write it."""
    if not shape.known_rank:
        return "(...)"
    return "(" + ",".join(map(str, shape.dims)) + ("," if shape.rank == 1 else "") + ")"


def is_kind(dtype: str | None, *kinds: str) -> bool:
    """The dtype is known and of one of these families."""
    return dtype is not None and FAMILY.get(dtype) in kinds


def forget(out: object) -> None:
    """An array was written to: nothing is known of its elements any more.

    Forgetting is never wrong, so that no fork of the path has to take it back.
    """
    if isinstance(out, Tensor):
        for box in out.box.boxes():
            box.state["facts"] = NO_FACTS
