"""`keras.ops` that act on each element, or reduce axes."""

from __future__ import annotations

from typing import Any

from ...algebra.broadcast import broadcast
from ...algebra.reduce import reduce
from ...core.dtype import family
from ...core.outcome import Undecided
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Value
from ..binding import DType, Ignored, Operand
from .dialect import K, dtype_of, float_of, promote, tensor
from .tensors import combined, shape_of

AT = ("keras.ops.{}",)


# -- one operand -----------------------------------------------------------------------------------------------


def _in_floats(x: Tensor) -> Tensor:
    return tensor(x.shape, float_of(x.dtype))


def _as_it_is(x: Tensor) -> Tensor:
    return tensor(x.shape, x.dtype)


def _of_some_dtype(x: Tensor) -> Tensor:
    return tensor(x.shape, x.dtype if family(x.dtype) == "float" else None)


def _truth(x: Tensor) -> Tensor:
    return tensor(x.shape, "bool")


K.family("arccos arccosh arcsin arcsinh arctan arctanh cbrt cosh deg2rad exp2 expm1 log10 log1p log2 "
         "rad2deg reciprocal sinc sinh tan i0", _in_floats, AT)  # fmt: skip
K.family("cos exp log sin sqrt", _in_floats, AT)
K.family("abs square sign", _of_some_dtype, AT)
K.family("negative absolute conj conjugate copy trunc fabs floor ceil erf erfc erfinv rsqrt", _of_some_dtype, AT)
K.family("isfinite isinf isnan isneginf isposinf isreal logical_not signbit", _truth, AT)


@K.op("keras.ops.stop_gradient")
def stop_gradient(variable: Tensor) -> Tensor:
    return tensor(variable.shape, variable.dtype, variable.box)


@K.op("keras.ops.round")
def round_(x: Tensor, decimals: Ignored = 0) -> Tensor:
    return _of_some_dtype(x)


@K.op("keras.ops.clip")
def clip(x: Tensor, x_min: Operand, x_max: Operand) -> Tensor:
    return tensor(broadcast(x.shape, shape_of(x_min), shape_of(x_max)), x.dtype if family(x.dtype) == "float" else None)


@K.op("keras.ops.nan_to_num")
def nan_to_num(x: Tensor, nan: Ignored = 0.0, posinf: Ignored = None, neginf: Ignored = None) -> Tensor:
    return _as_it_is(x)


@K.op("keras.ops.cast")
def cast(x: Tensor, dtype: Value) -> Tensor:
    return tensor(x.shape, dtype_of(dtype), x.box)


@K.op("keras.ops.saturate_cast")
def saturate_cast(x: Tensor, dtype: Value) -> Tensor:
    return tensor(x.shape, dtype_of(dtype))


@K.op("keras.ops.normalize")
def normalize(x: Tensor, axis: Ignored = -1, order: Ignored = 2, epsilon: Ignored = None) -> Tensor:
    return tensor(x.shape, float_of(x.dtype))


# -- two operands ----------------------------------------------------------------------------------------------


def _promoted(x1: Operand, x2: Operand) -> Tensor:
    return tensor(combined(x1, x2), promote([x1, x2]))


def _quotient(x1: Operand, x2: Operand) -> Tensor:
    return tensor(combined(x1, x2), float_of(promote([x1, x2])))


def _some(x1: Operand, x2: Operand) -> Tensor:
    return tensor(combined(x1, x2), None)


def _compared(x1: Operand, x2: Operand) -> Tensor:
    return tensor(combined(x1, x2), "bool")


K.family("add subtract multiply", _promoted, AT)
K.family("maximum minimum", _promoted, AT)
K.family("divide true_divide divide_no_nan", _quotient, AT)
K.family("floor_divide power mod fmod fmax fmin arctan2 hypot logaddexp logaddexp2 heaviside nextafter ldexp gcd lcm",
         _some, AT)
K.family("equal not_equal greater greater_equal less less_equal", _compared, AT)
K.family("logical_and logical_or logical_xor", _compared, AT)


def _bitwise(x: Operand, y: Operand) -> Tensor:
    return tensor(combined(x, y), None)


K.family("bitwise_and bitwise_or bitwise_xor bitwise_left_shift bitwise_right_shift left_shift right_shift", _bitwise,
         AT)



@K.op("keras.ops.isclose")
def isclose(x1: Operand, x2: Operand, rtol: Ignored = 1e-5, atol: Ignored = 1e-8, equal_nan: Ignored = False) -> Tensor:
    return tensor(combined(x1, x2), "bool")


@K.op("keras.ops.where")
def where(condition: Tensor, x1: Operand | None = None, x2: Operand | None = None) -> Tensor:
    if x1 is None or x2 is None:
        raise Undecided("where with a condition alone")
    return tensor(broadcast(condition.shape, shape_of(x1), shape_of(x2)), promote([x1, x2]))



# -- reductions ------------------------------------------------------------------------------------------------


def axes_of(axis: Any) -> Any:
    """One axis or several, as plain numbers."""
    return tuple(axis) if isinstance(axis, list) else axis


def _reduction(names: str, dtype: str) -> None:
    def reduction(x: Tensor, axis: Any = None, keepdims: bool = False) -> Tensor:
        found = {"float": float_of(x.dtype), "same": x.dtype if family(x.dtype) == "float" else None}.get(dtype, dtype)
        return tensor(reduce(x.shape, axes_of(axis), keepdims), found)

    for name in names.split():
        K.family(name, reduction, AT)


_reduction("mean std var logsumexp", "float")
_reduction("sum", "same")
_reduction("median amax amin ptp nansum nanmean nanmax nanmin nanprod nanstd nanvar nanmedian", "same")
_reduction("all any", "bool")


@K.op("keras.ops.max", "keras.ops.min")
def max_(x: Tensor, axis: Any = None, keepdims: bool = False, initial: Ignored = None) -> Tensor:
    return tensor(reduce(x.shape, axes_of(axis), keepdims), x.dtype, Facts(low=x.facts.low, high=x.facts.high))


@K.op("keras.ops.prod")
def prod(x: Tensor, axis: Any = None, keepdims: bool = False, dtype: DType | None = None) -> Tensor:
    return tensor(reduce(x.shape, axes_of(axis), keepdims), dtype or (x.dtype if family(x.dtype) == "float" else None))


@K.op("keras.ops.count_nonzero")
def count_nonzero(x: Tensor, axis: Any = None) -> Tensor:
    return tensor(reduce(x.shape, axes_of(axis)), "int32")


def argument(x: Tensor, axis: int | None = None, keepdims: bool = False) -> Tensor:
    if axis is None and keepdims:
        raise Undecided("keepdims without an axis")
    high = None
    if axis is not None and x.shape.known_rank and x.shape[axis].value is not None:
        high = float((x.shape[axis].value or 1) - 1)
    shape = Shape() if axis is None else reduce(x.shape, axis, keepdims)
    return tensor(shape, "int32", Facts(low=0, high=high, activation="argmax"))


K.family("argmax argmin nanargmax nanargmin", argument, AT)



@K.op("keras.ops.average")
def average(x: Tensor, axis: Any = None, weights: Ignored = None) -> Tensor:
    return tensor(reduce(x.shape, axes_of(axis)), None)


@K.op("keras.ops.norm")
def norm(x: Tensor, ord: Ignored = None, axis: Any = None, keepdims: bool = False) -> Tensor:
    return tensor(reduce(x.shape, axes_of(axis), keepdims), float_of(x.dtype))


@K.op("keras.ops.moments")
def moments(x: Tensor, axes: Any, keepdims: bool = False, synchronized: Ignored = False) -> tuple[Tensor, Tensor]:
    found = tensor(reduce(x.shape, axes_of(axes), keepdims), x.dtype if family(x.dtype) == "float" else None)
    return found, found


def _cumulative(x: Tensor, axis: int | None = None, dtype: DType | None = None) -> Tensor:
    shape = Shape((x.shape.numel,)) if axis is None else x.shape
    return tensor(shape, dtype or (x.dtype if family(x.dtype) == "float" else None))


K.family("cumsum cumprod nancumsum nancumprod", _cumulative, AT)
