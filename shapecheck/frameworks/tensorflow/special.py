"""Special functions of mathematics, the bits of whole numbers, and statistics of elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...core.dim import Dim
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ..binding import Ignored, Ints, Parameter, Required, Tensors
from .dialect import TF, asked, need, quoting, settle, spell, tensor
from .elementwise import arithmetic, family, joined, unary
from .reduction import reduced

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Value

_ONE = ("{}(tf.ones([2, 3]))", "{}(tf.ones([2, 3], tf.int32))", "{}(np.ones([2, 3]))", "{}(tf.ones([]))",
        "{}([1., 2.])")  # fmt: skip
_MATH = ("tensorflow.math.{}",)

family("bessel_i0 bessel_i0e bessel_i1 bessel_i1e ndtri erfcinv", unary("float"), _MATH, _ONE)
family("reciprocal_no_nan", unary("float complex"), _MATH, _ONE)
for _module, _names in {
    "special": "bessel_j0 bessel_j1 bessel_k0 bessel_k0e bessel_k1 bessel_k1e bessel_y0 bessel_y1 dawsn expint "
               "fresnel_cos fresnel_sin spence bessel_i0 bessel_i0e bessel_i1 bessel_i1e",
}.items():  # fmt: skip
    family(_names, unary("float"), (f"tensorflow.math.{_module}.{{}}",), _ONE)


# -- of two tensors --------------------------------------------------------------------------------------------


def two(rule: Callable[[Tensor, Tensor], Tensor], names: str) -> Callable[..., Tensor]:
    """A shape function of two tensors that are called so."""
    first, second = names.split()

    def function(**given: Any) -> Tensor:
        return rule(given[first], given[second])

    function.parameters = (  # type: ignore[attr-defined]
        Parameter(first, "Tensor", Required, "position"), Parameter(second, "Tensor", Required, "position"),
        Parameter("name", "Ignored", None, "position"),
    )  # fmt: skip
    return function


def _stretched(op: str, takes: str, lenient: bool = False) -> Callable[[Tensor, Tensor], Tensor]:
    return lambda x, y: arithmetic(op, x, y, lenient, takes)


_PAIR = (
    "{}(tf.ones([2, 3]), tf.ones([3]))", "{}(tf.ones([2, 1]), tf.ones([1, 5]))", "{}(tf.ones([2, 3]), tf.ones([5]))",
    "{}(tf.ones([2, 3]), tf.ones([2, 3], tf.float64))", "{}(tf.ones([2], tf.int32), tf.ones([2], tf.int32))",
    "{}(tf.ones([]), tf.ones([2]))",
)  # fmt: skip
for _name, _op, _names in (
    ("igamma", "Igamma", "a x"), ("igammac", "Igammac", "a x"), ("polygamma", "Polygamma", "a x"),
    ("zeta", "Zeta", "x q"), ("nextafter", "NextAfter", "x1 x2"),
):  # fmt: skip
    family(_name, two(_stretched(_op, "float"), _names), _MATH, _PAIR)
for _name, _op in (("xdivy", "Xdivy"), ("xlog1py", "Xlog1py")):
    family(_name, two(_stretched(_op, "float complex"), "x y"), _MATH, _PAIR)
for _name, _op in (("truncatediv", "TruncateDiv"), ("truncatemod", "TruncateMod")):
    family(_name, two(_stretched(_op, "float int uint complex", True), "x y"), ("tensorflow.{}",), _PAIR)
family("realdiv", two(_stretched("RealDiv", "float complex", True), "x y"), ("tensorflow.{}",), _PAIR)


@TF.op("tensorflow.math.betainc", "tensorflow.betainc",
       samples=("tf.math.betainc(tf.ones([2, 3]), tf.ones([2, 3]), tf.ones([2, 3]))",
                "tf.math.betainc(1., 2., tf.ones([3]))",
                "tf.math.betainc(tf.ones([2]), tf.ones([3]), tf.ones([3]))"))  # fmt: skip
def betainc(a: Tensor, b: Tensor, x: Tensor, name: Ignored = None) -> Tensor:
    dtype = settle((a, b, x), "Betainc", lenient=True)
    with quoting(f"Shapes of a and x are inconsistent: {spell(a.shape)} vs. {spell(x.shape)}"):
        return tensor(broadcast(a.shape, b.shape, x.shape), dtype)


# -- bits ------------------------------------------------------------------------------------------------------

_BITS = ("{}(tf.ones([2, 3], tf.int32), tf.ones([3], tf.int32))", "{}(tf.ones([2], tf.uint8), 3)",
         "{}(tf.ones([2], tf.int32), tf.ones([3], tf.int32))", "{}(tf.ones([2]), tf.ones([2]))",
         "{}(tf.ones([2], tf.int32), tf.ones([2], tf.int64))")  # fmt: skip
for _name, _op in {
    "bitwise_and": "BitwiseAnd", "bitwise_or": "BitwiseOr", "bitwise_xor": "BitwiseXor", "left_shift": "LeftShift",
    "right_shift": "RightShift",
}.items():  # fmt: skip
    family(_name, two(_stretched(_op, "int uint", True), "x y"), ("tensorflow.bitwise.{}",), _BITS)
family("invert", unary("int uint"), ("tensorflow.bitwise.{}",),
       ("{}(tf.ones([2, 3], tf.int32))", "{}(tf.ones([2]))", "{}([1, 2])"))  # fmt: skip


# -- of all elements -------------------------------------------------------------------------------------------


def _truth(x: Tensor, name: Ignored = None) -> Tensor:
    return tensor(Shape(), "bool")


family("is_non_decreasing is_strictly_increasing", _truth, _MATH,
       ("{}([1, 2, 3])", "{}(tf.ones([2, 3]))", "{}(tf.ones([2]))"))  # fmt: skip


@TF.op("tensorflow.math.zero_fraction", "tensorflow.nn.zero_fraction",
       samples=("tf.math.zero_fraction(tf.ones([2, 3]))", "tf.nn.zero_fraction([0, 1])"))  # fmt: skip
def zero_fraction(value: Tensor, name: Ignored = None) -> Tensor:
    return tensor(Shape(), "float32", Facts(low=0, high=1))


@TF.op("tensorflow.math.lbeta", "tensorflow.lbeta",
       samples=("tf.math.lbeta(tf.ones([2, 3]))", "tf.math.lbeta([1., 2.])", "tf.math.lbeta(tf.ones([7, 2, 3]))"))
def lbeta(x: Tensor, name: Ignored = None) -> Tensor:
    need(x, "float", "Lgamma", "x")
    return tensor(x.shape[:-1], x.dtype)


@TF.op("tensorflow.math.scalar_mul", "tensorflow.scalar_mul",
       samples=("tf.math.scalar_mul(2.0, tf.ones([2, 3]))", "tf.math.scalar_mul(tf.ones([]), tf.ones([2]))",
                "tf.math.scalar_mul(tf.ones([2]), tf.ones([2]))",
                "tf.math.scalar_mul(tf.ones([], tf.int32), tf.ones([2]))"))  # fmt: skip
def scalar_mul(scalar: Tensor, x: Tensor, name: Ignored = None) -> Tensor:
    if scalar.shape.known_rank and scalar.rank:
        raise Mismatch("layer-input-rank", f"a scalar of {scalar.shape}", argument="scalar",
                       runtime="The input scalar must be a 0-D value.")  # fmt: skip
    return tensor(x.shape, settle((scalar, x), "Mul", lenient=True))


@TF.op("tensorflow.math.polyval", "tensorflow.polyval",
       samples=("tf.math.polyval([1., 2.], tf.ones([2, 3]))", "tf.math.polyval([tf.ones([3]), 1.], tf.ones([2, 3]))",
                "tf.math.polyval([tf.ones([5]), 1.], tf.ones([2, 3]))"))  # fmt: skip
def polyval(coeffs: Tensors, x: Tensor, name: Ignored = None) -> Tensor:
    shape = x.shape
    for part in coeffs:
        shape = joined(tensor(shape, x.dtype), tensor(part.shape, x.dtype), "AddV2")
    return tensor(shape, settle((x, *coeffs), "Mul", lenient=True))


@TF.op("tensorflow.math.accumulate_n", "tensorflow.accumulate_n",
       samples=("tf.math.accumulate_n([tf.ones([2, 3]), tf.ones([2, 3])])",
                "tf.math.accumulate_n([tf.ones([2, 3]), tf.ones([3])])"))  # fmt: skip
def accumulate_n(
    inputs: Tensors, shape: Ignored = None, tensor_dtype: Ignored = None, name: Ignored = None
) -> Tensor:
    from .elementwise import add_n

    return add_n(inputs)


@TF.op("tensorflow.math.invert_permutation", "tensorflow.invert_permutation",
       samples=("tf.math.invert_permutation([2, 0, 1])", "tf.math.invert_permutation([[0, 1]])",
                "tf.math.invert_permutation(tf.constant([1, 0], tf.int64))"))  # fmt: skip
def invert_permutation(x: Tensor, name: Ignored = None) -> Tensor:
    if x.shape.known_rank and x.rank != 1:
        raise Mismatch("layer-input-rank", f"a permutation of {x.shape}",
                       runtime="invert_permutation expects a 1D vector.")  # fmt: skip
    return tensor(x.shape, x.dtype, Facts(low=0))


@TF.op("tensorflow.math.sobol_sample",
       samples=("tf.math.sobol_sample(5, 10)", "tf.math.sobol_sample(2, 3, dtype=tf.float64)"))  # fmt: skip
def sobol_sample(
    dim: Dim, num_results: Dim, skip: Ignored = 0, dtype: Value | str = "float32", name: Ignored = None
) -> Tensor:
    return tensor(Shape((num_results, dim)), asked(dtype, "float32"), Facts(low=0, high=1))


@TF.op("tensorflow.histogram_fixed_width",
       samples=("tf.histogram_fixed_width(tf.ones([2, 3]), [0., 5.])",
                "tf.histogram_fixed_width(tf.ones([4]), [0., 5.], nbins=5, dtype=tf.int64)"))  # fmt: skip
def histogram_fixed_width(
    values: Ignored, value_range: Ignored, nbins: Dim | int = 100, dtype: Value | str = "int32", name: Ignored = None
) -> Tensor:
    return tensor(Shape.of(nbins), asked(dtype, "int32"), Facts(low=0))


@TF.op("tensorflow.histogram_fixed_width_bins",
       samples=("tf.histogram_fixed_width_bins(tf.ones([2, 3]), [0., 5.], nbins=5)",))  # fmt: skip
def histogram_fixed_width_bins(
    values: Tensor, value_range: Ignored, nbins: Ignored = 100, dtype: Value | str = "int32", name: Ignored = None
) -> Tensor:
    return tensor(values.shape, asked(dtype, "int32"), Facts(low=0))


@TF.op("tensorflow.nn.log_poisson_loss",
       samples=("tf.nn.log_poisson_loss(tf.ones([2, 3]), tf.ones([2, 3]))",
                "tf.nn.log_poisson_loss(tf.ones([2, 3]), tf.ones([2, 4]))"))  # fmt: skip
def log_poisson_loss(
    targets: Tensor, log_input: Tensor, compute_full_loss: Ignored = False, name: Ignored = None
) -> Tensor:
    with quoting("`log_input` and `targets` must have the same shape", "Shapes are incompatible"):
        return tensor(joined(targets, log_input, "Mul"), settle((log_input, targets), "Mul"))


# -- moments ---------------------------------------------------------------------------------------------------


@TF.op("tensorflow.nn.weighted_moments",
       samples=("tf.nn.weighted_moments(tf.ones([2, 3]), [0], tf.ones([2, 1]))",
                "tf.nn.weighted_moments(tf.ones([2, 3]), [0, 1], 1., keepdims=True)",
                "tf.nn.weighted_moments(tf.ones([2, 3]), [0], tf.ones([5, 1]))"))  # fmt: skip
def weighted_moments(
    x: Tensor, axes: Ints, frequency_weights: Tensor, keepdims: bool | None = False, name: Ignored = None
) -> tuple[Tensor, Tensor]:
    shape = reduced(tensor(joined(x, frequency_weights, "Mul"), x.dtype), axes, keepdims)
    return tensor(shape, x.dtype), tensor(shape, x.dtype, Facts(low=0))


@TF.op("tensorflow.nn.sufficient_statistics",
       samples=("tf.nn.sufficient_statistics(tf.ones([2, 3]), [0])",
                "tf.nn.sufficient_statistics(tf.ones([2, 3, 5]), [0, 1], keepdims=True)"))  # fmt: skip
def sufficient_statistics(
    x: Tensor, axes: Ints, shift: Any = None, keepdims: bool | None = False, name: Ignored = None
) -> tuple[Tensor, Tensor, Tensor, Any]:
    made = tensor(reduced(x, axes, keepdims), x.dtype)
    return tensor(Shape(), x.dtype), made, made, None if shift is None else tensor(Shape.unknown(), x.dtype)


@TF.op("tensorflow.nn.normalize_moments",
       samples=("tf.nn.normalize_moments(2., tf.ones([3]), tf.ones([3]), None)",
                "tf.nn.normalize_moments(2., tf.ones([3]), tf.ones([3]), tf.ones([3]))"))  # fmt: skip
def normalize_moments(
    counts: Ignored, mean_ss: Tensor, variance_ss: Tensor, shift: Tensor | None, name: Ignored = None
) -> tuple[Tensor, Tensor]:
    return tensor(mean_ss.shape, mean_ss.dtype), tensor(variance_ss.shape, variance_ss.dtype)


@TF.op("tensorflow.nn.batch_norm_with_global_normalization",
       samples=("tf.nn.batch_norm_with_global_normalization(tf.ones([2, 4, 4, 3]), tf.ones([3]), tf.ones([3]), "
                "tf.ones([3]), tf.ones([3]), 1e-3, True)",))  # fmt: skip
def batch_norm_with_global_normalization(
    input: Tensor, mean: Tensor, variance: Tensor, beta: Ignored, gamma: Ignored, variance_epsilon: Ignored,
    scale_after_normalization: Ignored, name: Ignored = None,
) -> Tensor:  # fmt: skip
    return tensor(input.shape, input.dtype)


@TF.op("tensorflow.nn.compute_average_loss",
       samples=("tf.nn.compute_average_loss(tf.ones([4]))",
                "tf.nn.compute_average_loss(tf.ones([4]), global_batch_size=8)"))  # fmt: skip
def compute_average_loss(
    per_example_loss: Tensor, sample_weight: Ignored = None, global_batch_size: Ignored = None
) -> Tensor:
    return tensor(Shape(), per_example_loss.dtype)


@TF.op("tensorflow.nn.scale_regularization_loss", samples=("tf.nn.scale_regularization_loss(tf.ones([4]))",))
def scale_regularization_loss(regularization_loss: Tensor) -> Tensor:
    return tensor(Shape(), regularization_loss.dtype)


for _name in ("experimental.general_dropout", "experimental.stateless_dropout"):
    _more = "lambda shape, dtype: tf.ones(shape, dtype)" if "general" in _name else "[1, 2]"

    def _dropped(general: bool) -> Callable[..., Tensor]:
        def stateless(
            x: Tensor, rate: Ignored, seed: Ignored, rng_alg: Ignored = None, noise_shape: Ignored = None,
            name: Ignored = None,
        ) -> Tensor:  # fmt: skip
            need(x, "float complex", "Dropout", "x")
            return tensor(x.shape, x.dtype)

        def by_sampler(
            x: Tensor, rate: Ignored, uniform_sampler: Ignored, noise_shape: Ignored = None, name: Ignored = None
        ) -> Tensor:
            need(x, "float complex", "Dropout", "x")
            return tensor(x.shape, x.dtype)

        return by_sampler if general else stateless

    TF.op(f"tensorflow.nn.{_name}", samples=(f"tf.nn.{_name}(tf.ones([2, 3]), 0.5, {_more})",))(
        _dropped("general" in _name)
    )


@TF.op("tensorflow.nn.isotonic_regression",
       samples=("tf.nn.isotonic_regression(tf.ones([2, 5]))",))  # fmt: skip
def isotonic_regression(inputs: Tensor, decreasing: Ignored = True, axis: Ignored = -1) -> tuple[Tensor, Tensor]:
    return tensor(inputs.shape, inputs.dtype), tensor(inputs.shape, "int32", Facts(low=0))


def _approximate(
    operand: Tensor, k: Dim, reduction_dimension: int = -1, recall_target: Ignored = 0.95,
    reduction_input_size_override: Ignored = -1, aggregate_to_topk: Ignored = True, name: Ignored = None,
) -> tuple[Tensor, Tensor]:  # fmt: skip
    """The k best along an axis, or nearly so."""
    shape = operand.shape.replace(reduction_dimension, k)
    return tensor(shape, operand.dtype), tensor(shape, "int32", Facts(low=0))


TF.op("tensorflow.math.approx_max_k", "tensorflow.nn.approx_max_k", "tensorflow.math.approx_min_k",
      "tensorflow.nn.approx_min_k", samples=("tf.nn.approx_max_k(tf.ones([2, 7]), 3)",))(_approximate)  # fmt: skip
