"""Element-wise functions of one and of two tensors, and the operators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ..binding import Ignored, Tensors
from ..numpy.fold import Unfolded, pairs
from ..numpy.ranges import combine
from .dialect import TF, need, quoting, settle, spell, tensor

if TYPE_CHECKING:
    from collections.abc import Callable

_FOLDED = {"AddV2": "+", "Sub": "-", "Mul": "*", "FloorDiv": "//", "FloorMod": "%"}
_RANGES = {"AddV2": "add", "Sub": "subtract", "Mul": "multiply", "FloorDiv": "floor_divide", "FloorMod": "remainder",
           "RealDiv": "divide", "Maximum": "maximum", "Minimum": "minimum"}  # fmt: skip
_PAIR = (
    "{}(tf.ones([2, 3]), tf.ones([2, 3]))", "{}(tf.ones([2, 3]), tf.ones([3]))", "{}(tf.ones([2, 1]), tf.ones([1, 5]))",
    "{}(tf.ones([2, 3]), 2.0)", "{}(tf.ones([2, 3]), tf.ones([5]))", "{}(tf.ones([2, 3]), tf.ones([2, 3], tf.float64))",
    "{}(tf.ones([2, 3]), np.ones([2, 3]))", "{}(tf.ones([2, 3]), tf.ones([3, 2]))", "{}([1., 2.], tf.ones([2, 2]))",
    "{}(np.ones([2, 3]), tf.ones([2, 3]))", "{}(np.ones([2, 3]), tf.ones([3], tf.float64))",
)  # fmt: skip


def fill(samples: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Patterns of samples for one name."""
    return tuple(sample.replace("{}", name) for sample in samples)


def family(names: str, function: Callable[..., Any], at: tuple[str, ...], samples: tuple[str, ...]) -> None:
    """`TF.family` with the samples of each name."""
    for name in names.split():
        written = (at[0].replace("tensorflow", "tf", 1)).format(name)
        TF.family(name, function, at, samples=fill(samples, written))


# -- one tensor ------------------------------------------------------------------------------------------------


def unary(
    takes: str = "", low: float | None = None, high: float | None = None, activation: str = "", dtype: str = ""
) -> Callable[..., Tensor]:
    """The shape function of an element-wise function: `takes` families of dtypes, and gives values in a range."""

    def function(x: Tensor, name: Ignored = None) -> Tensor:
        if takes:
            need(x, takes, "the function", "x")
        facts = Facts(low=low, high=high, activation=activation or None)
        return tensor(x.shape, dtype or x.dtype, facts)

    return function


REAL = {"complex64": "float32", "complex128": "float64"}
"""The dtype of the parts of a complex number, and of its absolute value."""


def magnitude(x: Tensor, name: Ignored = None) -> Tensor:
    """Of a complex number it is real."""
    need(x, "float int complex", "the function", "x")
    return tensor(x.shape, REAL.get(x.dtype or "", x.dtype), Facts(low=0))


def same(x: Tensor, name: Ignored = None) -> Tensor:
    """The same elements."""
    return tensor(x.shape, x.dtype, x.box)


_ONE = ("{}(tf.ones([2, 3]))", "{}(tf.ones([2, 3], tf.int32))", "{}(np.ones([2, 3]))", "{}(tf.ones([]))",
        "{}([1., 2.])", "{}(tf.ones([2, 3]) > 0)")  # fmt: skip
_BOTH = ("tensorflow.math.{}", "tensorflow.{}")

family("sin cos tan atan sinh cosh asin acos acosh asinh atanh log log1p expm1 rsqrt reciprocal lgamma digamma erf",
       unary("float complex"), _BOTH, _ONE)  # fmt: skip
family("sqrt exp", unary("float complex", low=0), _BOTH, _ONE)
family("tanh", unary("float complex", low=-1, high=1, activation="tanh"), _BOTH, _ONE)
family("sigmoid", unary("float complex", low=0, high=1, activation="sigmoid"), (*_BOTH, "tensorflow.nn.{}"), _ONE)
family("floor ceil", unary("float"), _BOTH, _ONE)
family("erfc erfinv log_sigmoid", unary("float"), _BOTH, _ONE)
family("is_nan is_inf is_finite", unary("float", dtype="bool"), _BOTH, _ONE)
family("abs", magnitude, _BOTH, (*_ONE[:5], "{}(tf.complex(tf.ones([2, 3]), tf.ones([2, 3])))"))
family("sign negative round rint", unary("float int complex uint"), _BOTH, (_ONE[0], *_ONE[2:5]))
family("square", unary("float int complex uint", low=0), _BOTH, (*_ONE[:2], *_ONE[2:5]))
family("logical_not", unary("bool", dtype="bool"), _BOTH, ("{}(tf.ones([2, 3]) > 0)", "{}(tf.ones([2, 3]))"))
family("conj", unary(), _BOTH, _ONE[:4])
TF.family("tanh", unary("float complex", low=-1, high=1, activation="tanh"), ("tensorflow.nn.{}",),
          samples=fill(_ONE, "tf.nn.tanh"))  # fmt: skip


@TF.op("tensorflow.identity", "tensorflow.guarantee_const", samples=fill(_ONE, "tf.identity"))
def identity(input: Tensor, name: Ignored = None) -> Tensor:
    return same(input)


@TF.op("tensorflow.stop_gradient", samples=fill(_ONE, "tf.stop_gradient"))
def stop_gradient(input: Tensor, name: Ignored = None) -> Tensor:
    return same(input)


# -- two tensors -----------------------------------------------------------------------------------------------


def joined(x: Tensor, y: Tensor, op: str) -> Shape:
    """The common shape of two operands, in TensorFlow's words where there is none."""
    with quoting(f"Incompatible shapes: {spell(x.shape)} vs. {spell(y.shape)} [Op:{op}]", _graph_words(x, y, op)):
        return broadcast(x.shape, y.shape)


def _graph_words(x: Tensor, y: Tensor, op: str) -> str:
    """What a graph says: the first lengths, from the back, that do not fit."""
    pair = next(
        (
            (a, b)
            for a, b in zip(x.shape.parts[0][::-1], y.shape.parts[0][::-1], strict=False)
            if a != b and a != 1 and b != 1
        ),
        ("?", "?"),
    )
    return (
        f"Dimensions must be equal, but are {pair[0]} and {pair[1]} for '{{{{node {op.lower()}}}}} = {op}' "
        f"with input shapes: {spell(x.shape)}, {spell(y.shape)}."
    )


def arithmetic(op: str, x: Tensor, y: Tensor, lenient: bool = False, takes: str = "") -> Tensor:
    """An element-wise result with the operands' dtype; small integers are computed."""
    dtype = settle((x, y), op, lenient)
    if takes and dtype:
        need(tensor(Shape(), dtype), takes, op)
    low, high = combine(_RANGES.get(op, ""), (x.facts.low, x.facts.high), (y.facts.low, y.facts.high))
    constant = None
    if op in _FOLDED and dtype in ("int32", "int64"):
        try:
            constant = pairs(_FOLDED[op], x.facts.constant, y.facts.constant)
        except (Unfolded, ValueError):
            constant = None
    return tensor(joined(x, y, op), dtype, Facts(low=low, high=high, constant=constant))


def divided(op: str, x: Tensor, y: Tensor, lenient: bool = False) -> Tensor:
    """True division: integers give floats."""
    dtype = settle((x, y), op, lenient)
    made = {"int8": "float32", "uint8": "float32", "int16": "float32", "uint16": "float32", "int32": "float64",
            "int64": "float64", "uint32": "float64", "uint64": "float64"}.get(dtype or "", dtype)  # fmt: skip
    if dtype == "bool":
        need(tensor(Shape(), dtype), "float int uint complex", op)
    low, high = combine("divide", (x.facts.low, x.facts.high), (y.facts.low, y.facts.high))
    return tensor(joined(x, y, op), made, Facts(low=low, high=high))


def comparison(op: str, x: Tensor, y: Tensor, lenient: bool = False) -> Tensor:
    """Truth values."""
    settle((x, y), op, lenient)
    return tensor(joined(x, y, op), "bool")


def logical(op: str, x: Tensor, y: Tensor, lenient: bool = False) -> Tensor:
    """Truth values of truth values."""
    need(x, "bool", op, "x")
    need(y, "bool", op, "y")
    return tensor(joined(x, y, op), "bool")


def binary(rule: Callable[..., Tensor], op: str, lenient: bool = False) -> Callable[..., Tensor]:
    """The shape function of an element-wise function of two tensors."""

    def function(x: Tensor, y: Tensor, name: Ignored = None) -> Tensor:
        return rule(op, x, y, lenient)

    return function


_FUNCTIONS = {
    "add": (arithmetic, "AddV2"), "subtract": (arithmetic, "Sub"), "multiply": (arithmetic, "Mul"),
    "maximum": (arithmetic, "Maximum"), "minimum": (arithmetic, "Minimum"), "floormod": (arithmetic, "FloorMod"),
    "mod": (arithmetic, "FloorMod"), "floordiv": (arithmetic, "FloorDiv"), "pow": (arithmetic, "Pow"),
    "squared_difference": (arithmetic, "SquaredDifference"), "multiply_no_nan": (arithmetic, "MulNoNan"),
    "divide_no_nan": (divided, "DivNoNan"), "xlogy": (arithmetic, "Xlogy"),
    "truediv": (divided, "RealDiv"), "divide": (divided, "RealDiv"),
    "equal": (comparison, "Equal"), "not_equal": (comparison, "NotEqual"), "greater": (comparison, "Greater"),
    "greater_equal": (comparison, "GreaterEqual"), "less": (comparison, "Less"),
    "less_equal": (comparison, "LessEqual"),
    "logical_and": (logical, "LogicalAnd"), "logical_or": (logical, "LogicalOr"),
    "logical_xor": (logical, "LogicalXor"),
}  # fmt: skip

for _name, (_rule, _op) in _FUNCTIONS.items():
    _samples = (
        ("{}(tf.ones([2, 3]) > 0, tf.ones([3]) > 0)", "{}(tf.ones([2, 3]), tf.ones([3]))", "{}(tf.ones([2]) > 0, True)",
         "{}(tf.ones([2, 3]) > 0, tf.ones([5]) > 0)")
        if _rule is logical
        else _PAIR
    )  # fmt: skip
    family(_name, binary(_rule, _op, _name not in ("add", "truediv")), _BOTH, _samples)


@TF.op("tensorflow.math.atan2", "tensorflow.atan2", samples=fill(_PAIR, "tf.math.atan2"))
def atan2(y: Tensor, x: Tensor, name: Ignored = None) -> Tensor:
    return arithmetic("Atan2", y, x, lenient=True, takes="float")


@TF.op("tensorflow.compat.v1.div", "tensorflow.div", "tensorflow.math.div", samples=fill(_PAIR, "tf.compat.v1.div"))
def div(x: Tensor, y: Tensor, name: Ignored = None) -> Tensor:
    """Python 2's division: integers stay integers."""
    return arithmetic("RealDiv", x, y)


@TF.op("tensorflow.complex", "tensorflow.dtypes.complex",
       samples=("tf.complex(tf.ones([2, 3]), tf.ones([3]))", "tf.complex(1., 2.)"))  # fmt: skip
def complex(real: Tensor, imag: Tensor, name: Ignored = None) -> Tensor:
    dtype = {"float32": "complex64", "float64": "complex128"}.get(settle((real, imag), "Complex") or "")
    return tensor(joined(real, imag, "Complex"), dtype)


@TF.op("tensorflow.math.real", "tensorflow.real", "tensorflow.math.imag", "tensorflow.imag", "tensorflow.math.angle",
       samples=("tf.math.real(tf.complex(tf.ones([2, 3]), tf.ones([2, 3])))",
                "tf.math.real(tf.ones([2]))"))  # fmt: skip
def real(input: Tensor, name: Ignored = None) -> Tensor:
    return tensor(input.shape, {"complex64": "float32", "complex128": "float64"}.get(input.dtype or "", input.dtype))


@TF.op("tensorflow.add_n", "tensorflow.math.add_n",
       samples=("tf.add_n([tf.ones([2, 3]), tf.ones([2, 3])])", "tf.add_n([tf.ones([2, 3]), tf.ones([3])])",
                "tf.add_n([tf.ones([2, 3])])", "tf.add_n([tf.ones([2], tf.int32), tf.ones([2])])"))  # fmt: skip
def add_n(inputs: Tensors, name: Ignored = None) -> Tensor:
    dtype = settle(inputs, "AddN", lenient=True)
    return tensor(_equal_shapes(inputs), dtype)


def _equal_shapes(inputs: tuple[Tensor, ...]) -> Shape:
    from ...core.truth import Truth

    first = inputs[0].shape
    for other in inputs[1:]:
        if first.equals(other.shape) is Truth.NO:
            raise Mismatch(
                "elementwise-shape-mismatch", f"{first} and {other.shape} are added without broadcasting",
                runtime=f"Shapes must be equal rank, but are {spell(first)} and {spell(other.shape)}",
            )  # fmt: skip
    return next((each.shape for each in inputs if each.shape.fully_known), first)


@TF.op("tensorflow.clip_by_value",
       samples=("tf.clip_by_value(tf.ones([2, 3]), 0., 1.)", "tf.clip_by_value(tf.ones([2, 3]), 0, 1)",
                "tf.clip_by_value(tf.ones([2, 3]), tf.zeros([3]), 1.)",
                "tf.clip_by_value(tf.ones([2, 3]), tf.zeros([5]), 1.)"))  # fmt: skip
def clip_by_value(t: Tensor, clip_value_min: Tensor, clip_value_max: Tensor, name: Ignored = None) -> Tensor:
    settle((t, clip_value_min), "Maximum")
    joined(t, clip_value_min, "Maximum")
    joined(t, clip_value_max, "Minimum")
    low, high = clip_value_min.facts.low, clip_value_max.facts.high
    return tensor(t.shape, t.dtype, Facts(low=low, high=high))


@TF.op("tensorflow.clip_by_norm", samples=("tf.clip_by_norm(tf.ones([2, 3]), 1.)",))
def clip_by_norm(t: Tensor, clip_norm: Ignored, axes: Ignored = None, name: Ignored = None) -> Tensor:
    return tensor(t.shape, t.dtype)
