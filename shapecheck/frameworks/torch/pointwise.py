"""Element-wise functions of one tensor, and their in-place and method forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.dtype import family
from ...core.outcome import Mismatch
from ...core.tensor import Tensor
from .dialect import T, copied, spoken, tensor

if TYPE_CHECKING:
    from ...core.shape import Shape
    from ..binding import Ignored

BOTH = ("torch.{}", "torch.Tensor.{}")
INPLACE = ("torch.Tensor.{}_",)
WRITES = {"writes": "input"}
"""A trait: the call writes to the elements of that argument."""


REAL = {"complex64": "float32", "complex128": "float64"}
"""The floating point that complex numbers are made of."""


def cast_back(dtype: str | None, result: str | None) -> None:
    """An in-place op must be able to put its result into the tensor it writes to."""
    order = ("bool", "uint", "int", "float", "complex")
    low, high = family(dtype), family(result)
    if low is None or high is None or order.index(_joined(low)) >= order.index(_joined(high)):
        return
    raise Mismatch(
        "inplace-dtype-cast",
        f"a {result} result does not fit into the {dtype} tensor it is written to",
        runtime=f"result type {spoken(result)} can't be cast to the desired output type {spoken(dtype)}",
    )


def _joined(kind: str) -> str:
    return "int" if kind == "uint" else kind


def unary(input: Tensor, *, out: Ignored = None) -> Shape:
    return input.shape


_MASK = (
    "the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or "
    "`logical_not()` operator instead."
)


def require_number(operand: Any, what: str, runtime: str) -> None:
    """Truth values have no minus."""
    of_truth = isinstance(operand, Tensor) and operand.dtype == "bool" and operand.library.name == "torch"
    if of_truth or operand is True or operand is False:
        raise Mismatch(
            "integer-input", f"{what} truth values", runtime=runtime, help="~mask, or convert it first: mask.float()"
        )


def negated(input: Tensor, *, out: Ignored = None) -> Shape:
    require_number(input, "minus of", f"Negation, {_MASK}")
    return input.shape


def _negated_inplace(input: Tensor) -> Tensor:
    negated(input)
    return input


def _unary_inplace(input: Tensor) -> Tensor:
    return input


def _float_inplace(input: Tensor) -> Tensor:
    if family(input.dtype) in ("bool", "int", "uint"):
        cast_back(input.dtype, T.default_float)
    return input


def real_part(input: Tensor, **_: Any) -> str | None:
    """Complex becomes the floating point it is made of."""
    return REAL.get(input.dtype or "", input.dtype)


def _squared(input: Tensor, **_: Any) -> str | None:
    """As a power of truth values, which is a whole number."""
    return "int64" if input.dtype == "bool" else input.dtype


FLOAT = (
    "acos acosh arccos arccosh arcsin arcsinh arctan arctanh asin asinh atan atanh cos cosh deg2rad digamma erf erfc "
    "erfinv exp exp2 expm1 i0 lgamma log log10 log1p log2 rad2deg reciprocal rsqrt sin sinc sinh sqrt tan"
)
SAME = "ceil conj_physical fix floor sgn sign trunc"
T.family(FLOAT, unary, BOTH, "float")
T.family(FLOAT, _float_inplace, INPLACE, traits=WRITES)
T.family(SAME + " positive conj resolve_conj resolve_neg frac", unary, BOTH)
T.family(SAME + " square frac abs absolute bitwise_not logical_not", _unary_inplace, INPLACE, traits=WRITES)
T.family("square", unary, BOTH, _squared)
T.family("abs absolute", unary, BOTH, real_part)
T.family("isnan isinf isfinite isreal isposinf isneginf logical_not signbit", unary, BOTH, "bool")
T.family("bitwise_not", unary, BOTH)
T.family("__pos__ __invert__", unary, ("torch.Tensor.{}",))
T.family("neg negative", negated, BOTH)
T.family("neg negative", _negated_inplace, INPLACE, traits=WRITES)
T.op("torch.Tensor.__neg__")(negated)
T.op("torch.Tensor.__abs__", dtype=real_part)(unary)
T.family(
    "airy_ai bessel_j0 bessel_j1 bessel_y0 bessel_y1 digamma entr erf erfc erfcx erfinv exp2 expm1 gammaln i0 i0e "
    "i1 i1e log1p log_ndtr ndtr ndtri psi sinc modified_bessel_i0 modified_bessel_i1 modified_bessel_k0 "
    "modified_bessel_k1 scaled_modified_bessel_k0 scaled_modified_bessel_k1 spherical_bessel_j0",
    unary,
    ("torch.special.{}",),
    "float",
)


@T.op("torch.angle", "torch.Tensor.angle")
def angle(input: Tensor, *, out: Ignored = None) -> Tensor:
    dtype = real_part(input)
    return tensor(input.shape, T.default_float if family(dtype) in ("bool", "int", "uint") else dtype)


@T.op("torch.real", "torch.imag", dtype=real_part)
def real(input: Tensor) -> Shape:
    return input.shape


T.op("torch.Tensor.real", "torch.Tensor.imag", dtype=real_part, read=True)(real)


@T.op("torch.round", "torch.Tensor.round", "torch.special.round")
def round_(input: Tensor, *, decimals: Ignored = 0, out: Ignored = None) -> Tensor:
    return copied(input).with_facts(activation="round")


@T.op("torch.Tensor.round_", traits=WRITES)
def round_inplace(input: Tensor, *, decimals: Ignored = 0) -> Tensor:
    return input


@T.op("torch.logit", "torch.Tensor.logit", "torch.special.logit", dtype="float")
def logit(input: Tensor, eps: Ignored = None, *, out: Ignored = None) -> Shape:
    return input.shape


@T.op("torch.nan_to_num", "torch.Tensor.nan_to_num")
def nan_to_num(input: Tensor, nan: Ignored = None, posinf: Ignored = None, neginf: Ignored = None, *,
               out: Ignored = None) -> Tensor:  # fmt: skip
    return copied(input)


@T.op("torch.clone", "torch.Tensor.clone")
def clone(input: Tensor, *, memory_format: Ignored = None) -> Tensor:
    return copied(
        input,
        one_hot=input.facts.one_hot,
        constant=input.facts.constant,
        axis=input.facts.axis,
        order=input.facts.order if memory_format is None else None,
    )


@T.op("torch.polygamma", dtype="float")
def polygamma(n: Ignored, input: Tensor, *, out: Ignored = None) -> Shape:
    return input.shape


@T.op("torch.special.polygamma", dtype="float")
def special_polygamma(n: Ignored, input: Tensor, *, out: Ignored = None) -> Shape:
    return input.shape


@T.op("torch.Tensor.polygamma", dtype="float")
def polygamma_method(input: Tensor, n: Ignored) -> Shape:
    return input.shape


@T.op("torch.mvlgamma", "torch.Tensor.mvlgamma", dtype="float")
def mvlgamma(input: Tensor, p: Ignored, *, out: Ignored = None) -> Shape:
    return input.shape


@T.op("torch.special.multigammaln", dtype="float")
def multigammaln(input: Tensor, p: Ignored, *, out: Ignored = None) -> Shape:
    return input.shape


@T.op("torch.frexp", "torch.Tensor.frexp")
def frexp(input: Tensor, *, out: Ignored = None) -> tuple[Tensor, Tensor]:
    return tensor(input.shape, input.dtype), tensor(input.shape, "int32")
