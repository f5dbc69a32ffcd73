"""Tensors that are made from numbers, shapes and dtypes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim, maximum
from ...core.dtype import family as kind_of
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from ..binding import Dims, Ignored
from .dialect import TF, Literal, asked, is_array, need, python_spell, tensor, tensors_in, to_tensor
from .elementwise import family
from .shapes import is_open

if TYPE_CHECKING:
    from collections.abc import Callable

_SHAPES = ("{}([2, 3])", "{}((2, 3))", "{}([])", "{}(3)", "{}([2, 3], tf.float64)", "{}(tf.constant([2, 3]))",
           "{}(shape=[2, 3])", "{}(tf.shape(tf.ones([2, 5])))", "{}(tf.TensorShape([2, 3]))")  # fmt: skip


def converted(value: Tensor, dtype: str | None, strict: bool = True) -> Tensor:
    """A value as a tensor of a dtype; None keeps its own. A tensor of TensorFlow must have it already."""
    if dtype is not None and value.dtype is not None and dtype != value.dtype:
        if isinstance(value, Literal):
            some = value.shape.numel.value != 0
            if some and kind_of(value.dtype) == "float" and kind_of(dtype) in ("int", "uint"):
                raise Mismatch(
                    "tf-dtype-mix",
                    f"floats as {dtype}",
                    runtime=f"Cannot convert {value.facts.constant} to EagerTensor of dtype {dtype}",
                )
        elif value.library is TF.library and strict:
            raise Mismatch(
                "tf-dtype-mix", f"a {value.dtype} tensor as {dtype}", argument="dtype",
                runtime=f"Tensor conversion requested dtype {dtype} for Tensor with dtype {value.dtype}",
                help=f"tf.cast(..., tf.{dtype})",
            )  # fmt: skip
    return tensor(value.shape, dtype or value.dtype, value.box if dtype in (None, value.dtype) else _kept(value, dtype))


def _kept(value: Tensor, dtype: str | None) -> Facts:
    """What stays true of elements when they are cast."""
    facts = value.facts
    constant = facts.constant if kind_of(dtype) in ("int", "uint") and kind_of(value.dtype) in ("int", "uint") else None
    if kind_of(dtype) == "bool":
        return Facts()
    return Facts(low=facts.low, high=facts.high, one_hot=facts.one_hot, activation=facts.activation, axis=facts.axis,
                 constant=constant)  # fmt: skip


@TF.op("tensorflow.constant",
       samples=("tf.constant(1)", "tf.constant([1., 2.])", "tf.constant([[1, 2], [3, 4]])",
                "tf.constant([[1, 2], [3]])",
                "tf.constant([1, 2], tf.float32)", "tf.constant(0., shape=[2, 3])",
                "tf.constant([1, 2, 3, 4], shape=[2, 2])",
                "tf.constant([1, 2], shape=[3])", "tf.constant(np.ones([2, 3]))",
                "tf.constant(np.ones([2]), tf.float32)",
                "tf.constant([1.5], tf.int32)", "tf.constant('a')", "tf.constant(True)", "tf.constant([])",
                "tf.constant([], tf.int32)",
                "tf.constant(2 ** 40)", "tf.constant([1, 2.5])", "tf.constant([np.ones(3), np.ones(3)])"))  # fmt: skip
def constant(value: Value, dtype: Value | None = None, shape: Dims | None = None, name: Ignored = "Const") -> Tensor:
    made = converted(to_tensor(value), asked(dtype, None))
    if kind_of(made.dtype) is not None and not isinstance(dtype, (str, type(None))) and asked(dtype, None) is None:
        made = tensor(made.shape, None)
    if shape is None:
        return made
    wanted, total = Shape(shape), made.shape.numel
    if wanted.numel.equals(total) is Truth.NO and total.equals(1) is Truth.NO:
        raise Mismatch(
            "view-size-mismatch", f"{total} elements for the shape {wanted}", total, wanted.numel,
            runtime=f"Eager execution of tf.constant with unsupported shape. Tensor has {total} elements, but got "
            f"`shape` {python_spell(wanted)} with {wanted.numel} elements).",
        )  # fmt: skip
    facts = made.facts
    return tensor(wanted, made.dtype, Facts(low=facts.low, high=facts.high))


@TF.op("tensorflow.convert_to_tensor",
       samples=("tf.convert_to_tensor([1., 2.])", "tf.convert_to_tensor(np.ones([2, 3]), dtype=tf.float32)",
                "tf.convert_to_tensor(tf.ones([2]), tf.int32)", "tf.convert_to_tensor([[1, 2], [3]])",
                "tf.convert_to_tensor([tf.ones([2]), tf.ones([2])])",
                "tf.convert_to_tensor([tf.ones([2], tf.int64)], dtype=tf.float32)",
                "tf.convert_to_tensor(tf.ones([2, 3]))",
                "tf.convert_to_tensor([tf.ones([2]), tf.ones([3])])"))  # fmt: skip
def convert_to_tensor(
    value: Value, dtype: Value | None = None, dtype_hint: Ignored = None, name: Ignored = None, *,
    preferred_dtype: Ignored = None,
) -> Tensor:  # fmt: skip
    wanted = asked(dtype, None)
    made = to_tensor(value)
    if isinstance(value, Sequence) and wanted is not None and any(True for _ in tensors_in(value)):
        return tensor(made.shape, wanted)  # tensors in a list are cast
    made = converted(made, wanted)
    return made if wanted or asked(dtype, "none") == "none" else tensor(made.shape, None)


@TF.op("tensorflow.cast", "tensorflow.dtypes.cast",
       samples=("tf.cast(tf.ones([2, 3]), tf.int32)", "tf.cast([1, 2], tf.float32)",
                "tf.cast(np.ones([2, 3]), 'float32')",
                "tf.cast(tf.ones([2]) > 0, dtype=tf.float32)", "tf.cast(tf.ones([2]), np.float64)",
                "tf.cast(1, tf.bool)"))  # fmt: skip
def cast(x: Tensor, dtype: Value, name: Ignored = None) -> Tensor:
    wanted = asked(dtype, None)
    facts = Facts(low=0, high=1) if x.dtype == "bool" else _kept(x, wanted)
    return tensor(x.shape, wanted, x.box if wanted == x.dtype else facts)


@TF.op("tensorflow.saturate_cast",
       "tensorflow.dtypes.saturate_cast", samples=("tf.saturate_cast(tf.ones([2]), tf.uint8)",))  # fmt: skip
def saturate_cast(value: Tensor, dtype: Value, name: Ignored = None) -> Tensor:
    return tensor(value.shape, asked(dtype, None))


def _to(dtype: str) -> Callable[..., Tensor]:
    def function(x: Tensor, name: Ignored = None) -> Tensor:
        return tensor(x.shape, dtype, _kept(x, dtype))

    return function


for _name, _dtype in {"to_float": "float32", "to_double": "float64", "to_int32": "int32", "to_int64": "int64"}.items():
    family(_name, _to(_dtype), ("tensorflow.compat.v1.{}", "tensorflow.{}"), ("{}(tf.ones([2, 3]))", "{}([1, 2])"))


def filled(low: float) -> Callable[..., Tensor]:
    """zeros and ones."""

    def function(shape: Dims, dtype: Value | str = "float32", name: Ignored = None, layout: Ignored = None) -> Tensor:
        return tensor(Shape(shape), asked(dtype, "float32"), Facts(low=low, high=low))

    return function


def filled_like(low: float) -> Callable[..., Tensor]:
    def function(
        input: Tensor,
        dtype: Value | None = None,
        name: Ignored = None,
        layout: Ignored = None,
        *,
        optimize: Ignored = True,
    ) -> Tensor:
        return tensor(input.shape, asked(dtype, input.dtype), Facts(low=low, high=low))

    return function


_LIKE = ("{}(tf.ones([2, 3]))", "{}(tf.ones([2, 3]), tf.int32)", "{}(np.ones([2]))", "{}([1, 2])", "{}(1.)")
for _name, _low in {"zeros": 0, "ones": 1}.items():
    family(_name, filled(_low), ("tensorflow.{}",), _SHAPES)
    family(_name + "_like", filled_like(_low), ("tensorflow.{}",), _LIKE)


@TF.op("tensorflow.fill", samples=("tf.fill([2, 3], 1)", "tf.fill([2], 0.5)", "tf.fill([2, 3], tf.constant(1.))",
                                   "tf.fill([2], [1, 2])"))  # fmt: skip
def fill_(dims: Dims, value: Tensor, name: Ignored = None, layout: Ignored = None) -> Tensor:
    if value.shape.known_rank and value.rank > 0:
        raise Mismatch("layer-input-rank", f"fill with {value.shape}",
                       runtime=f"value must be a scalar, got shape {value.shape}")  # fmt: skip
    return tensor(Shape(dims), value.dtype, Facts(low=value.facts.low, high=value.facts.high))


# -- random ----------------------------------------------------------------------------------------------------


def _normal(
    shape: Dims, mean: Ignored = 0.0, stddev: Ignored = 1.0, dtype: Value | str = "float32", seed: Ignored = None,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    made = Shape.unknown() if is_open(mean) or is_open(stddev) else Shape(shape)
    return tensor(made, asked(dtype, "float32"))


def uniform(
    shape: Dims, minval: Tensor | int | None = 0, maxval: Tensor | None = None, dtype: Value | str = "float32",
    seed: Ignored = None,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    wanted = asked(dtype, "float32")
    low, high = _bound(minval, 0), _bound(maxval, 1)
    whole = kind_of(wanted) in ("int", "uint")
    if whole and maxval is None:
        raise Mismatch("tf-dtype-mix", "whole numbers without maxval", argument="maxval",
                       runtime=f"Must specify maxval for integer dtype {wanted}")  # fmt: skip
    top = high - 1 if high is not None and whole else high
    made = Shape.unknown() if is_open(minval) or is_open(maxval) else Shape(shape)
    return tensor(made, wanted, Facts(low=low, high=top))


def _bound(value: Any, default: float) -> float | None:
    if isinstance(value, Tensor):
        number = value.facts.constant
        return float(number) if isinstance(number, (int, float)) else None
    return default


_NORMAL = ("{}([2, 3])", "{}((2, 3), 0.0, 0.1)", "{}([2, 3], stddev=0.1)", "{}([])", "{}([2, 3], dtype=tf.float64)",
           "{}(tf.shape(tf.ones([2, 5])))")  # fmt: skip
_UNIFORM = ("{}([2, 3])", "{}((2, 3), -1.0, 1.0)", "{}([2, 3], maxval=5, dtype=tf.int32)", "{}([])",
            "{}([2, 3], dtype=tf.int32)")  # fmt: skip
family("normal truncated_normal", _normal, ("tensorflow.random.{}",), _NORMAL)
family("random_normal truncated_normal", _normal, ("tensorflow.compat.v1.{}", "tensorflow.{}"), _NORMAL)
family("uniform", uniform, ("tensorflow.random.{}",), _UNIFORM)
family("random_uniform", uniform, ("tensorflow.compat.v1.{}", "tensorflow.{}"), _UNIFORM)


@TF.op("tensorflow.random.shuffle", "tensorflow.random_shuffle", samples=("tf.random.shuffle(tf.ones([2, 3]))",))
def shuffle(value: Tensor, seed: Ignored = None, name: Ignored = None) -> Tensor:
    return tensor(value.shape, value.dtype, Facts(low=value.facts.low, high=value.facts.high))


@TF.op("tensorflow.random.categorical",
       samples=("tf.random.categorical(tf.ones([2, 3]), 5)", "tf.random.categorical(tf.ones([3]), 5)",
                "tf.random.categorical(tf.ones([2, 3]), num_samples=1, dtype=tf.int32)"))  # fmt: skip
def categorical(
    logits: Tensor, num_samples: Dim, dtype: Value | None = None, seed: Ignored = None, name: Ignored = None
) -> Tensor:
    if logits.shape.known_rank and logits.rank != 2:
        raise Mismatch("layer-input-rank", f"logits of rank {logits.rank}",
                       runtime=f"logits should be a matrix, got shape {logits.shape}")  # fmt: skip
    high = logits.shape[1].value
    return tensor(Shape((logits.shape[0], num_samples)), asked(dtype, "int64"),
                  Facts(low=0, high=high - 1 if high else None))  # fmt: skip


@TF.op("tensorflow.compat.v1.multinomial",
       "tensorflow.multinomial", samples=("tf.compat.v1.multinomial(tf.ones([2, 3]), 5)",))  # fmt: skip
def multinomial(
    logits: Tensor, num_samples: Dim, seed: Ignored = None, name: Ignored = None, output_dtype: Value | None = None
) -> Tensor:
    return categorical(logits, num_samples, output_dtype)


@TF.op("tensorflow.random.gamma", "tensorflow.random_gamma",
       samples=("tf.random.gamma([2], 1.0)", "tf.random.gamma([2], tf.ones([3]))",
                "tf.random.gamma([2, 3], 1.0, 2.0)"))  # fmt: skip
def gamma(
    shape: Dims, alpha: Tensor, beta: Ignored = None, dtype: Value | str = "float32", seed: Ignored = None,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    if beta is not None:
        return tensor(Shape(shape) + Shape.unknown(), asked(dtype, "float32"))
    return tensor(Shape(shape) + alpha.shape, asked(dtype, "float32"), Facts(low=0))


# -- ranges ----------------------------------------------------------------------------------------------------


@TF.op("tensorflow.range",
       samples=("tf.range(5)", "tf.range(2, 7)", "tf.range(0, 10, 3)", "tf.range(5.)", "tf.range(0., 1., 0.25)",
                "tf.range(5, dtype=tf.float32)", "tf.range(tf.shape(tf.ones([3, 2]))[0])", "tf.range(10, 0, -3)",
                "tf.range(start=0, limit=4, delta=2)", "tf.range(5, 2)"))  # fmt: skip
def range_(
    start: Tensor, limit: Tensor | None = None, delta: Tensor | int | None = 1, dtype: Value | None = None,
    name: Ignored = "range",
) -> Tensor:  # fmt: skip
    given = [part for part in (start, limit, delta) if isinstance(part, Tensor)]
    made = asked(dtype, None) if dtype is not None else _widest([part.dtype for part in given])
    numbers = [part.facts.constant for part in given]
    if len(numbers) == 1:
        numbers = [0, *numbers]
    if all(type(number) in (int, float) for number in numbers) and (len(numbers) < 3 or numbers[2] > 0):
        _check_order(*numbers[:2])
    count = _count(numbers)
    top: Any = numbers[1].value if isinstance(numbers[1], Dim) else numbers[1]
    whole = kind_of(made) in ("int", "uint") and isinstance(top, int) and numbers[0] == 0
    constant = tuple(_range(numbers)) if whole and count.value is not None and count.value <= 64 else None
    return tensor(Shape.of(count), made, Facts(low=0, high=top - 1, constant=constant) if whole else None)


def _check_order(start: float, limit: float) -> None:
    if start > limit:
        raise Mismatch("view-size-mismatch", f"a range from {start} up to {limit}", argument="limit",
                       runtime=f"Requires start <= limit when delta > 0: {start}/{limit}")  # fmt: skip


def _range(numbers: list[Any]) -> range:
    return range(*(Dim.of(number).value or 0 for number in numbers))


def _widest(dtypes: list[str | None]) -> str | None:
    order = ["int32", "int64", "float32", "float64"]
    if any(dtype not in order for dtype in dtypes):
        return None
    return max(dtypes, key=lambda dtype: order.index(dtype or ""))


def _count(numbers: list[Any]) -> Dim:
    if all(isinstance(number, (int, Dim)) and not isinstance(number, bool) for number in numbers):
        start, stop, *step = (Dim.of(number) for number in numbers)
        by = step[0].value if step else 1
        if by is None or by == 0:
            return Dim.unknown()
        if by < 0:
            start, stop, by = stop, start, -by
        return maximum((stop - start + (by - 1)) // by, 0)
    return Dim.unknown()


@TF.op("tensorflow.linspace", "tensorflow.lin_space",
       samples=("tf.linspace(0., 1., 5)", "tf.linspace(0., 1., num=tf.constant(3))",
                "tf.linspace(tf.zeros([2]), tf.ones([2]), 4)"))  # fmt: skip
def linspace(start: Tensor, stop: Tensor, num: Dim, name: Ignored = None, axis: int = 0) -> Tensor:
    if start.shape == Shape() and stop.shape == Shape():
        dtype = "float64" if kind_of(start.dtype) in ("int", "uint") else start.dtype
        return tensor(Shape.of(num), dtype)
    if axis != 0:
        raise Undecided("linspace along another axis")
    return tensor(Shape.of(num) + start.shape, start.dtype)


@TF.op("tensorflow.eye", "tensorflow.linalg.eye",
       samples=("tf.eye(3)", "tf.eye(2, 5)", "tf.eye(2, batch_shape=[3])", "tf.eye(2, dtype=tf.int32)"))  # fmt: skip
def eye(
    num_rows: Dim, num_columns: Dim | None = None, batch_shape: Dims | None = None, dtype: Value | str = "float32",
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    columns = num_rows if num_columns is None else num_columns
    facts = Facts(low=0, high=1, one_hot=num_columns is None or None)
    return tensor(Shape((*(batch_shape or ()), num_rows, columns)), asked(dtype, "float32"), facts)


@TF.op("tensorflow.one_hot",
       samples=("tf.one_hot([0, 1], 3)", "tf.one_hot(tf.zeros([2, 5], tf.int32), depth=3)",
                "tf.one_hot([0, 1], 3, axis=0)",
                "tf.one_hot(1, 3)", "tf.one_hot(tf.ones([2]), 3)", "tf.one_hot([0, 1], 3, dtype=tf.int32)",
                "tf.one_hot([0, 1], 3, 5, 0)", "tf.one_hot(np.array([0, 1]), 3)",
                "tf.one_hot(np.array([0., 1.], 'float32'), 3)",
                "tf.one_hot([0, 1], 3, axis=-1)"))  # fmt: skip
def one_hot(
    indices: Tensor, depth: Dim, on_value: Tensor | None = None, off_value: Tensor | None = None,
    axis: int | None = None, dtype: Value | None = None, name: Ignored = None,
) -> Tensor:  # fmt: skip
    if not is_array(indices):
        need(indices, "int uint", "OneHot", "indices")
    given = next((value.dtype for value in (on_value, off_value) if value is not None), "float32")
    plain = on_value is None and off_value is None
    if axis in (None, -1):
        facts = Facts(low=0, high=1, one_hot=True) if plain else None
        return tensor(indices.shape + Shape.of(depth), asked(dtype, given), facts)
    from ...algebra.axes import axis as nth

    at = nth(axis or 0, indices.rank + 1)
    dims = indices.shape.dims
    return tensor(Shape((*dims[:at], depth, *dims[at:])), asked(dtype, given), Facts(low=0, high=1) if plain else None)


@TF.op("tensorflow.sequence_mask",
       samples=("tf.sequence_mask([1, 3, 2], 5)", "tf.sequence_mask([1, 3, 2])",
                "tf.sequence_mask([[1, 2]], 4, dtype=tf.float32)"))  # fmt: skip
def sequence_mask(
    lengths: Tensor, maxlen: Dim | None = None, dtype: Value | str = "bool", name: Ignored = None
) -> Tensor:
    size = maxlen if maxlen is not None else Dim.unknown()
    return tensor(lengths.shape + Shape.of(size), asked(dtype, "bool"), Facts(low=0, high=1))


@TF.op("tensorflow.meshgrid",
       samples=("tf.meshgrid(tf.ones([2]), tf.ones([3]))",
                "tf.meshgrid([1, 2], [1, 2, 3], indexing='ij')"))  # fmt: skip
def meshgrid(*args: Tensor, indexing: str = "xy", sparse: bool = False) -> list[Tensor]:
    """Every vector stretched over the axes of all; the first two change places with indexing "xy"."""
    if sparse:
        raise Undecided("a sparse meshgrid")
    sizes = [one.shape.numel for one in args]
    if indexing == "xy" and len(sizes) > 1:
        sizes[0], sizes[1] = sizes[1], sizes[0]
    dtype = args[0].dtype if len({one.dtype for one in args}) == 1 else None
    return [tensor(Shape(sizes), dtype) for _ in args]
