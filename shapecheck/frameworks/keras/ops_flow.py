"""`keras.ops` that call a function of the program's: conditions, loops, and functions of each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra.grouping import regroup
from ...core.containers import Mapping, Sequence, join_all, join_values
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from .dialect import K, leaves, tensor
from .natives import Given

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context


def each(function: Callable[[Tensor], Value], structure: Value) -> Value:
    """The structure with the function of each tensor in it."""
    if isinstance(structure, Tensor):
        return function(structure)
    if isinstance(structure, Sequence) and structure.known is not None:
        return Sequence(structure.type_name, [each(function, item) for item in structure.known])
    if isinstance(structure, Mapping) and not structure.open:
        return Mapping({key: each(function, item) for key, item in structure.items.items()})
    return Unknown("part of a structure")


@K.native("keras.ops.cond")
def cond(context: Context, arguments: Arguments) -> Value:
    """One of two functions is called: what is true of both results."""
    asked = Given("pred true_fn false_fn", arguments, 0)
    results = [context.call(asked[name], Arguments()) for name in ("true_fn", "false_fn") if name in asked]
    return join_values(*results) if len(results) == 2 else Unknown("keras.ops.cond")


@K.native("keras.ops.switch")
def switch(context: Context, arguments: Arguments) -> Value:
    """One of several functions is called."""
    branches = arguments.get(1, "branches")
    if not isinstance(branches, Sequence) or not branches.known:
        return Unknown("keras.ops.switch")
    return join_all(tuple(context.call(one, Arguments(arguments.positional[2:])) for one in branches.known))


@K.native("keras.ops.while_loop")
def while_loop(context: Context, arguments: Arguments) -> Value:
    """The variables as they are before, joined with what the body makes of them."""
    asked = Given("cond body loop_vars maximum_iterations", arguments, 0)
    before = asked["loop_vars"]
    several = isinstance(before, Sequence) and before.known is not None
    items = before.known or () if isinstance(before, Sequence) else (before,)
    after = context.call(asked["body"], Arguments(items))
    if several and isinstance(after, Sequence) and after.known is not None and isinstance(before, Sequence):
        after = Sequence(before.type_name, after.known)
    return join_values(before, after)


@K.native("keras.ops.fori_loop")
def fori_loop(context: Context, arguments: Arguments) -> Value:
    asked = Given("lower upper body_fun init_val", arguments, 0)
    after = context.call(asked["body_fun"], Arguments((tensor(Shape(), "int32"), asked["init_val"])))
    return join_values(asked["init_val"], after)


def _rows(structure: Value) -> Value:
    """One row of each tensor."""
    return each(lambda x: tensor(x.shape[1:], x.dtype) if x.shape.known_rank and x.rank else Unknown("a row"),
                structure)  # fmt: skip


def _stacked(row: Value, structure: Value) -> Value:
    """What is made of one row, for all of them."""
    counted = next((x for x in leaves(structure) if isinstance(x, Tensor) and x.shape.known_rank and x.rank), None)
    if counted is None:
        return Unknown("rows that are not counted")
    return each(lambda x: tensor(Shape((counted.shape[0],)) + x.shape, x.dtype), row)


def _each_row(context: Context, arguments: Arguments) -> Value:
    """The function of every row, stacked again."""
    function, rows = (*arguments.positional, *arguments.keywords.values(), NONE, NONE)[:2]
    return _stacked(context.call(function, Arguments((_rows(rows),))), rows)


K.native("keras.ops.map", "keras.ops.vectorized_map")(_each_row)


@K.native("keras.ops.scan")
def scan(context: Context, arguments: Arguments) -> Value:
    """`(carry, row) -> (carry, result)` along the first axis: the last carry, and all results."""
    asked = Given("f init xs length reverse unroll", arguments, 0)
    row = _rows(asked["xs"]) if "xs" in asked else NONE
    made = context.call(asked["f"], Arguments((asked["init"], row)))
    if not isinstance(made, Sequence) or made.known is None or len(made.known) != 2 or row is NONE:
        return Unknown("keras.ops.scan")
    return Sequence.tuple((join_values(asked["init"], made.known[0]), _stacked(made.known[1], asked["xs"])))


@K.native("keras.ops.associative_scan")
def associative_scan(context: Context, arguments: Arguments) -> Value:
    """The structure stays."""
    return each(lambda x: tensor(x.shape, x.dtype), Given("f elems", arguments, 0)["elems"])


def _unknown(name: str) -> Native:
    return Native(name, lambda context, arguments: Unknown(name))


def _custom_gradient(context: Context, arguments: Arguments) -> Value:
    """The function returns its result, and the function of its gradient."""
    function = arguments.get(0, "f") or NONE

    def first(context: Context, arguments: Arguments) -> Value:
        made = context.call(function, arguments)
        return made.known[0] if isinstance(made, Sequence) and made.known else Unknown("a result with its gradient")

    return Native("keras.ops.custom_gradient", first)


K.native("keras.ops.custom_gradient")(_custom_gradient)
for _name in ("jvp", "vectorize"):
    K.constants({f"keras.ops.{_name}": _unknown(f"keras.ops.{_name}")})


@K.op("keras.ops.dtype")
def dtype(x: Tensor) -> Value:
    return Constant(x.dtype) if x.dtype is not None else Unknown("a dtype")


@K.native("keras.ops.rearrange")
def rearrange(context: Context, arguments: Arguments) -> Value:
    """The keywords are the lengths of names."""
    own = ("tensor", "pattern")
    sizes = {name: value for name, value in arguments.keywords.items() if name not in own}
    asked = {name: value for name, value in arguments.keywords.items() if name in own}
    given = Arguments(arguments.positional, {**asked, "lengths": Mapping(dict(sizes.items()))}, arguments.spans)
    return context.apply("keras.ops.einops.rearrange", given)


@K.op("keras.ops.einops.rearrange")
def rearranged(tensor: Tensor, pattern: str, lengths: Value) -> Tensor:
    """The pattern of einops."""
    items = lengths.items if isinstance(lengths, Mapping) else {}
    given = {str(name): value.dim for name, value in items.items() if isinstance(value, Constant) and value.dim}
    return _of(regroup(tensor.shape, pattern, given), tensor.dtype)


def _of(shape: Shape, dtype: str | None) -> Tensor:
    return tensor(shape, dtype)
