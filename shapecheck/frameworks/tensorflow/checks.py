"""`tf.debugging`: what a program asserts of tensors is true after it, or the program ends there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.dtype import family as kind_of
from ...core.outcome import Mismatch, Undecided, assume_equal
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..binding import Ignored, Ints, Tensors
from .dialect import TF, TensorFlowDType, asked, need, quoting, tensor, to_tensor
from .elementwise import joined
from .shapes import ShapeValue

if TYPE_CHECKING:
    from collections.abc import Callable

_KIND = "assert-contradicts-shape"


def _names(name: str) -> tuple[str, str]:
    return f"tensorflow.debugging.{name}", f"tensorflow.{name}"


# -- ranks -----------------------------------------------------------------------------------------------------


def _need_rank(x: Tensor, allowed: Callable[[int], bool], words: str) -> None:
    if x.shape.known_rank and not allowed(x.rank):
        raise Mismatch(_KIND, f"{x.shape} has rank {x.rank}, asserted is {words}", argument="x",
                       runtime=(f"must have rank {words}.  Received rank {x.rank}",
                                f"must have rank {words}"))  # fmt: skip


@TF.op(*_names("assert_rank"),
       samples=("tf.debugging.assert_rank(tf.ones([2, 3]), 2)", "tf.debugging.assert_rank(tf.ones([2, 3]), 3)"))
def assert_rank(
    x: Tensor, rank: int, message: Ignored = None, name: Ignored = None, *, data: Ignored = None,
    summarize: Ignored = None,
) -> None:  # fmt: skip
    _need_rank(x, lambda found: found == rank, str(rank))


@TF.op(*_names("assert_rank_at_least"),
       samples=("tf.debugging.assert_rank_at_least(tf.ones([2, 3]), 2)",
                "tf.debugging.assert_rank_at_least(tf.ones([2, 3]), 3)"))  # fmt: skip
def assert_rank_at_least(
    x: Tensor, rank: int, message: Ignored = None, name: Ignored = None, *, data: Ignored = None,
    summarize: Ignored = None,
) -> None:  # fmt: skip
    _need_rank(x, lambda found: found >= rank, f"at least {rank}")


@TF.op(*_names("assert_rank_in"),
       samples=("tf.debugging.assert_rank_in(tf.ones([2, 3]), [1, 2])",
                "tf.debugging.assert_rank_in(tf.ones([2, 3]), (1, 3))"))  # fmt: skip
def assert_rank_in(
    x: Tensor, ranks: Ints, message: Ignored = None, name: Ignored = None, *, data: Ignored = None,
    summarize: Ignored = None,
) -> None:  # fmt: skip
    _need_rank(x, lambda found: found in ranks, f"in {tuple(ranks)}")


@TF.op(*_names("assert_scalar"), samples=("tf.debugging.assert_scalar(1.)", "tf.debugging.assert_scalar(tf.ones([2]))"))
def assert_scalar(tensor: Tensor, message: Ignored = None, name: Ignored = None) -> None:
    if tensor.shape.known_rank and tensor.rank:
        raise Mismatch(_KIND, f"{tensor.shape} is asserted to be a scalar", argument="tensor",
                       runtime=f"Expected scalar shape, saw shape: {tensor.shape}.")  # fmt: skip


# -- lengths ---------------------------------------------------------------------------------------------------


@TF.op("tensorflow.debugging.assert_shapes",
       samples=tuple(f"tf.debugging.assert_shapes({shapes})" for shapes in (
           "[(tf.ones([2, 3]), ('N', 'D')), (tf.ones([3]), ('D',))]",
           "[(tf.ones([2, 3]), ('N', 'D')), (tf.ones([4]), ('D',))]", "[(tf.ones([2, 3]), ('N', 3))]",
           "[(tf.ones([2, 3]), ('N', 4))]", "[(tf.ones([2, 3]), 'ND')]", "[(tf.ones([2, 3]), ('N', 'D', 'H'))]",
           "[(tf.ones([2, 3]), ('N', None))]", "[(tf.ones([2, 3, 4]), ('.', 'Q', 4))]",
           "[(tf.ones([2, 2]), ('N', 'N')), (tf.ones([]), ())]", "[(tf.ones([2, 3]), ('N', 'N'))]")))  # fmt: skip
def assert_shapes(
    shapes: Value, data: Ignored = None, summarize: Ignored = None, message: Ignored = None, name: Ignored = None
) -> None:
    """A letter stands for one length, a number for itself, None and "." for any."""
    sizes: dict[str, Dim] = {}
    for x, wanted in _said(shapes):
        if any(name in ("...", "*") for name in wanted):
            raise Undecided("axes of unknown number")
        if not x.shape.known_rank:
            continue
        if x.rank != len(wanted):
            raise Mismatch(_KIND, f"{x.shape} has rank {x.rank}, asserted are {len(wanted)} axes", argument="shapes",
                           runtime=f"must have rank {len(wanted)}.  Received rank {x.rank}")  # fmt: skip
        for at, (length, name) in enumerate(zip(x.shape.dims, wanted, strict=True)):
            _need_length(x, at, length, name, sizes)


def _need_length(x: Tensor, at: int, length: Dim, said: Any, sizes: dict[str, Dim]) -> None:
    if said is None or said == ".":
        return
    wanted = sizes.setdefault(said, length) if isinstance(said, str) else Dim.of(said)
    same = length.equals(wanted)
    if same is Truth.NO:
        raise Mismatch(_KIND, f"axis {at} of {x.shape} is asserted to be {wanted}", length, wanted, argument="shapes",
                       runtime=f"dimension {at} must have size {wanted}.  Received size {length}")  # fmt: skip
    if same is Truth.MAYBE:
        assume_equal(length, wanted)


def _said(shapes: Value) -> list[tuple[Tensor, tuple[Any, ...]]]:
    """Tensors, with what is said of the length of each of their axes."""
    if isinstance(shapes, Mapping):
        raise Undecided("shapes by tensors that are keys")
    known = shapes.known if isinstance(shapes, Sequence) else None
    if known is None:
        raise Undecided("shapes that are not known")
    found = []
    for pair in known:
        parts = pair.known if isinstance(pair, Sequence) else None
        if parts is None or len(parts) != 2 or not isinstance(parts[0], Tensor):
            raise Undecided("shapes that are not known")
        found.append((parts[0], _lengths(parts[1])))
    return found


def _lengths(said: Value) -> tuple[Any, ...]:
    if isinstance(said, Constant) and isinstance(said.payload, str):
        return tuple(said.payload)
    known = said.known if isinstance(said, Sequence) else None
    if known is None or not all(isinstance(one, Constant) for one in known):
        raise Undecided("lengths that are not known")
    return tuple(one.payload for one in known if isinstance(one, Constant))


# -- values ----------------------------------------------------------------------------------------------------


def _elements(x: Tensor) -> tuple[Dim, ...] | None:
    """Whole numbers that are known, as sizes are."""
    constant = x.facts.constant
    several = constant if isinstance(constant, tuple) else (constant,)
    if not several or not all(isinstance(one, (int, Dim)) and not isinstance(one, bool) for one in several):
        return None
    return tuple(map(Dim.of, several))


def _pair(x: Value, y: Value) -> tuple[Tensor, Tensor]:
    return _tensor(x), _tensor(y)


def _tensor(x: Value) -> Tensor:
    return tensor(Shape.of(x.shape.rank), "int32") if isinstance(x, ShapeValue) and x.known is None else to_tensor(x)


def _compared(x: Value, y: Value, equal: bool) -> None:
    left, right = _pair(x, y)
    with quoting("Incompatible shapes"):
        joined(left, right, "Equal")
    mine, theirs = _elements(left), _elements(right)
    if not equal or mine is None or theirs is None:
        return
    longest = max(len(mine), len(theirs))
    stretched = (mine * longest if len(mine) == 1 else mine, theirs * longest if len(theirs) == 1 else theirs)
    for a, b in zip(*stretched, strict=False):
        same = a.equals(b)
        if same is Truth.NO:
            raise Mismatch(_KIND, f"{a} is asserted to be {b}", a, b, argument="x",
                           runtime="Condition x == y did not hold.")  # fmt: skip
        if same is Truth.MAYBE:
            assume_equal(a, b)


def _comparison(equal: bool, swapped: bool) -> Callable[..., None]:
    def function(
        x: Value, y: Value, message: Ignored = None, summarize: Ignored = None, name: Ignored = None, *,
        data: Ignored = None,
    ) -> None:  # fmt: skip
        _compared(x, y, equal)

    def other(
        x: Value, y: Value, summarize: Ignored = None, message: Ignored = None, name: Ignored = None, *,
        data: Ignored = None,
    ) -> None:  # fmt: skip
        _compared(x, y, equal)

    return other if swapped else function


for _name, _call in {
    "equal": "tf.ones([2, 3]), tf.ones([3])", "none_equal": "tf.ones([2, 3]), tf.zeros([3])",
    "less": "tf.zeros([2, 3]), tf.ones([3])", "less_equal": "tf.ones([2, 3]), tf.ones([3])",
    "greater": "tf.ones([2, 3]), tf.zeros([3])", "greater_equal": "tf.ones([2, 3]), tf.ones([3])",
}.items():  # fmt: skip
    _function = f"tf.debugging.assert_{_name}"
    _more = ("(tf.shape(tf.ones([2, 3])), [2, 3])", "(tf.shape(tf.ones([2, 3]))[0], 2)",
             "(tf.shape(tf.ones([2, 3]))[0], 5)", "(tf.ones([2, 3]).shape, (2, 4))")  # fmt: skip
    TF.op(*_names(f"assert_{_name}"),
          samples=(f"{_function}({_call})", f"{_function}(tf.ones([2, 3]), tf.ones([5]))",
                   *((_function + one for one in _more) if _name == "equal" else ())),
          )(_comparison(_name == "equal", _name == "none_equal"))  # fmt: skip


@TF.op(*_names("assert_near"),
       samples=("tf.debugging.assert_near(tf.ones([2]), tf.ones([2]))",
                "tf.debugging.assert_near(tf.ones([2]), tf.ones([3]))"))  # fmt: skip
def assert_near(
    x: Value, y: Value, rtol: Ignored = None, atol: Ignored = None, message: Ignored = None, summarize: Ignored = None,
    name: Ignored = None, *, data: Ignored = None,
) -> None:  # fmt: skip
    _compared(x, y, equal=False)


def _sign(
    x: Tensor, message: Ignored = None, summarize: Ignored = None, name: Ignored = None, *, data: Ignored = None
) -> None:
    """Of the elements, which are not known."""


for _name, _call in {"positive": "tf.ones([2])", "negative": "-tf.ones([2])", "non_negative": "tf.ones([2])",
                     "non_positive": "-tf.ones([2])"}.items():  # fmt: skip
    TF.op(*_names(f"assert_{_name}"), samples=(f"tf.debugging.assert_{_name}({_call})",))(_sign)


# -- dtypes ----------------------------------------------------------------------------------------------------


def _refuse(x: Tensor, wanted: str, argument: str = "x") -> None:
    raise Mismatch("tf-dtype-mix", f"{x.dtype} is asserted to be {wanted}", argument=argument,
                   runtime=("tensor must be of type", 'to be integer type.  Found: tensor of dtype', "Expected"),
                   help="tf.cast(...)")  # fmt: skip


@TF.op(*_names("assert_type"),
       samples=("tf.debugging.assert_type(tf.ones([2]), tf.float32)",
                "tf.debugging.assert_type(tf.ones([2]), tf_type=tf.int32)"))  # fmt: skip
def assert_type(tensor: Tensor, tf_type: Value, message: Ignored = None, name: Ignored = None) -> None:
    wanted = asked(tf_type, None)
    if wanted and tensor.dtype and wanted != tensor.dtype:
        _refuse(tensor, wanted, "tensor")


@TF.op(*_names("assert_integer"),
       samples=("tf.debugging.assert_integer(tf.ones([2], tf.int32))", "tf.debugging.assert_integer(tf.ones([2]))"))
def assert_integer(x: Tensor, message: Ignored = None, name: Ignored = None) -> None:
    if x.dtype is not None and kind_of(x.dtype) not in ("int", "uint"):
        _refuse(x, "a whole number")


@TF.op(*_names("assert_same_float_dtype"),
       samples=("tf.debugging.assert_same_float_dtype([tf.ones([2]), tf.ones([3])])",
                "tf.debugging.assert_same_float_dtype([tf.ones([2]), tf.ones([2], tf.float64)])",
                "tf.debugging.assert_same_float_dtype([tf.ones([2])], tf.float32)"))  # fmt: skip
def assert_same_float_dtype(tensors: Tensors | None = None, dtype: Value | None = None) -> Value:
    found = [x.dtype for x in tensors or ()]
    wanted = asked(dtype, next((one for one in found if one), None))
    for x in tensors or ():
        if x.dtype is not None and wanted is not None and x.dtype != wanted:
            raise Mismatch("tf-dtype-mix", f"{x.dtype} is asserted to be {wanted}", argument="tensors",
                           runtime=("must be of the same type", "Expected"), help="tf.cast(...)")  # fmt: skip
    return TensorFlowDType(wanted) if wanted else Unknown("a dtype that is not known")


@TF.op("tensorflow.debugging.is_numeric_tensor", "tensorflow.is_numeric_tensor",
       samples=("tf.debugging.is_numeric_tensor(tf.ones([2]))",
                "tf.debugging.is_numeric_tensor(tf.constant(['a']))"))  # fmt: skip
def is_numeric_tensor(tensor: Tensor) -> bool:
    if tensor.dtype is None:
        raise Undecided("a dtype that is not known")
    return kind_of(tensor.dtype) in ("int", "uint", "float", "complex")


@TF.op("tensorflow.debugging.check_numerics", "tensorflow.check_numerics",
       samples=("tf.debugging.check_numerics(tf.ones([2]), 'm')",
                "tf.debugging.check_numerics(tf.ones([2], tf.int32), 'm')"))  # fmt: skip
def check_numerics(tensor: Tensor, message: Ignored, name: Ignored = None) -> Tensor:
    need(tensor, "float", "CheckNumerics", "tensor")
    return tensor.like(facts=tensor.box)


@TF.op("tensorflow.debugging.assert_all_finite", "tensorflow.verify_tensor_all_finite",
       samples=("tf.debugging.assert_all_finite(tf.ones([2]), 'm')",))  # fmt: skip
def assert_all_finite(x: Tensor, message: Ignored, name: Ignored = None) -> Tensor:
    need(x, "float", "CheckNumerics", "x")
    return tensor(x.shape, x.dtype, x.box)


@TF.op("tensorflow.debugging.Assert", "tensorflow.Assert", samples=("tf.debugging.Assert(True, [1])",))
def assert_(condition: Ignored, data: Ignored, summarize: Ignored = None, name: Ignored = None) -> None:
    """Of a condition, which the program computes."""
