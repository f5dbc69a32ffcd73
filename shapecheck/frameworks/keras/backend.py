"""`keras.backend` of Keras 2, which `tf.keras` still has. Source: keras/src/legacy/backend.py."""

from __future__ import annotations

from typing import Any

from ...algebra.axes import axis as nth
from ...algebra.broadcast import broadcast
from ...algebra.join import stack as stacked
from ...algebra.matmul import dot as dot_of
from ...algebra.movement import permute
from ...algebra.reduce import reduce
from ...algebra.reshape import reshape as reshaped
from ...algebra.reshape import squeeze as squeezed
from ...algebra.reshape import unsqueeze
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Native, Unknown, Value
from ..binding import Dims, DType, Ignored, Ints, Operand, Tensors
from ..numpy.dialect import NUMPY
from .activations import activated
from .dialect import K, dtype_of, extended, float_of, makers, promote, tensor
from .loss_checks import binary, categorical, sparse
from .ops_elementwise import argument, axes_of
from .ops_shape import lengths, moved
from .tensors import ShapeTuple, combined

_AT = ("keras.backend.{}",)


def _float(x: Tensor) -> str | None:
    return x.dtype if family(x.dtype) == "float" else None


# -- elements --------------------------------------------------------------------------------------------------


def _unary(x: Tensor) -> Tensor:
    return tensor(x.shape, _float(x))


def _binary(x: Operand, y: Operand) -> Tensor:
    return tensor(combined(x, y), None)


def _comparison(x: Operand, y: Operand) -> Tensor:
    return tensor(combined(x, y), "bool")


K.family("abs cos exp log round sign sin sqrt square", _unary, _AT)
K.family("maximum minimum", _binary, _AT)
K.family("equal not_equal greater greater_equal less less_equal", _comparison, _AT)


def _activation(name: str) -> None:
    def activation(x: Tensor) -> Tensor:
        return activated(tensor(x.shape, _float(x)), name)

    K.op(f"keras.backend.{name}")(activation)


for _name in ("sigmoid", "softplus", "softsign", "tanh", "hard_sigmoid"):
    _activation(_name)


@K.op("keras.backend.relu")
def relu(x: Tensor, alpha: Ignored = 0.0, max_value: Ignored = None, threshold: Ignored = 0.0) -> Tensor:
    return activated(tensor(x.shape, _float(x)), "relu")


@K.op("keras.backend.elu")
def elu(x: Tensor, alpha: Ignored = 1.0) -> Tensor:
    return activated(tensor(x.shape, _float(x)), "elu")


@K.op("keras.backend.softmax")
def softmax(x: Tensor, axis: int = -1) -> Tensor:
    return activated(tensor(x.shape, _float(x)), "softmax", axis)


@K.op("keras.backend.pow")
def power(x: Operand, a: Operand) -> Tensor:
    return tensor(combined(x, a), None)


@K.op("keras.backend.clip")
def clip(x: Tensor, min_value: Ignored, max_value: Ignored) -> Tensor:
    return tensor(x.shape, _float(x))


@K.op("keras.backend.cast")
def cast(x: Tensor, dtype: DType) -> Tensor:
    return tensor(x.shape, dtype, x.box)


@K.op("keras.backend.cast_to_floatx")
def cast_to_floatx(x: Tensor) -> Tensor:
    return Tensor(x.shape, "float32", x.library, x.box)


@K.op("keras.backend.stop_gradient")
def stop_gradient(variables: Tensor) -> Tensor:
    return tensor(variables.shape, variables.dtype, variables.box)


@K.op("keras.backend.l2_normalize")
def l2_normalize(x: Tensor, axis: Ignored = None) -> Tensor:
    return tensor(x.shape, _float(x))


@K.op("keras.backend.dropout")
def dropout(x: Tensor, level: Ignored, noise_shape: Ignored = None, seed: Ignored = None) -> Tensor:
    return tensor(x.shape, x.dtype)


@K.op("keras.backend.bias_add")
def bias_add(x: Tensor, bias: Tensor, data_format: Ignored = None) -> Tensor:
    return tensor(x.shape, _float(x))


@K.op("keras.backend.switch")
def switch(condition: Tensor, then_expression: Tensor, else_expression: Tensor) -> Tensor:
    if then_expression.shape != else_expression.shape:
        raise Undecided("a switch between different shapes")
    return tensor(then_expression.shape, None)


# -- reductions ------------------------------------------------------------------------------------------------


def _reduced(x: Tensor, axis: Any = None, keepdims: bool = False) -> Tensor:
    return tensor(reduce(x.shape, axes_of(axis), keepdims), _float(x))


def _truth(x: Tensor, axis: Any = None, keepdims: bool = False) -> Tensor:
    return tensor(reduce(x.shape, axes_of(axis), keepdims), "bool")


def _cumulative(x: Tensor, axis: int = 0) -> Tensor:
    nth(axis, x.rank)
    return tensor(x.shape, _float(x))


def _place(x: Tensor, axis: int = -1) -> Tensor:
    return tensor(argument(x, axis).shape, "int64", Facts(low=0, activation="argmax"))


K.family("sum mean max min prod std var", _reduced, _AT)
K.family("all any", _truth, _AT)
K.family("cumsum cumprod", _cumulative, _AT)
K.family("argmax argmin", _place, _AT)


# -- making ----------------------------------------------------------------------------------------------------


def _filled(shape: Value, dtype: DType | None = None, name: Ignored = None) -> Tensor:
    return tensor(lengths(shape), dtype or "float32")


def _like(x: Tensor, dtype: DType | None = None, name: Ignored = None) -> Tensor:
    return tensor(x.shape, dtype or x.dtype)


K.family("zeros ones", _filled, _AT)
K.family("zeros_like ones_like", _like, _AT)


@K.op("keras.backend.eye")
def eye(size: Dim, dtype: DType | None = None, name: Ignored = None) -> Tensor:
    return tensor(Shape((size, size)), dtype or "float32")


@K.op("keras.backend.arange")
def arange(start: Any, stop: Any = None, step: Any = 1, dtype: DType | None = "int32") -> Tensor:
    from .ops_shape import counted

    return tensor(Shape((counted(start, stop, step),)), dtype)


@K.op("keras.backend.constant")
def constant(value: Tensor, dtype: Value | None = None, shape: Value | None = None, name: Ignored = None) -> Tensor:
    kind = dtype_of(dtype) if dtype is not None else "float32"
    return tensor(lengths(shape) if shape is not None else value.shape, kind)


@K.op("keras.backend.variable")
def variable(value: Tensor, dtype: Value | None = None, name: Ignored = None, constraint: Ignored = None) -> Tensor:
    return tensor(value.shape, dtype_of(dtype) if dtype is not None else "float32")


def _random(shape: Value, mean: Ignored = 0.0, stddev: Ignored = 1.0, dtype: DType | None = None,
            seed: Ignored = None) -> Tensor:  # fmt: skip
    return tensor(lengths(shape), dtype or "float32")


K.family("random_normal truncated_normal", _random, _AT)


@K.op("keras.backend.random_uniform")
def random_uniform(shape: Value, minval: Ignored = 0.0, maxval: Ignored = 1.0, dtype: DType | None = None,
                   seed: Ignored = None) -> Tensor:  # fmt: skip
    return tensor(lengths(shape), dtype or "float32")


@K.op("keras.backend.random_bernoulli")
def random_bernoulli(shape: Value, p: Ignored = 0.0, dtype: DType | None = None, seed: Ignored = None) -> Tensor:
    return tensor(lengths(shape), dtype or "float32")


# -- moving ----------------------------------------------------------------------------------------------------


@K.op("keras.backend.reshape")
def reshape(x: Tensor, shape: Value) -> Tensor:
    return moved(x, reshaped(x.shape, lengths(shape).dims))


@K.op("keras.backend.transpose")
def transpose(x: Tensor) -> Tensor:
    return moved(x, permute(x.shape, tuple(reversed(range(x.rank)))))


@K.op("keras.backend.permute_dimensions")
def permute_dimensions(x: Tensor, pattern: Ints) -> Tensor:
    return moved(x, permute(x.shape, pattern))


@K.op("keras.backend.expand_dims")
def expand_dims(x: Tensor, axis: int = -1) -> Tensor:
    return moved(x, unsqueeze(x.shape, axis))


@K.op("keras.backend.squeeze")
def squeeze(x: Tensor, axis: int) -> Tensor:
    return moved(x, squeezed(x.shape, (axis,), strict=True))


@K.op("keras.backend.flatten")
def flatten(x: Tensor) -> Tensor:
    return moved(x, Shape((x.shape.numel,)))


@K.op("keras.backend.batch_flatten")
def batch_flatten(x: Tensor) -> Tensor:
    return moved(x, reshaped(x.shape, (Dim.of(-1), *_rest(x))))


def _rest(x: Tensor) -> tuple[Dim, ...]:
    total = Dim.of(1)
    for size in x.shape.dims[1:]:
        total = total * size
    return (total,)


@K.op("keras.backend.reverse")
def reverse(x: Tensor, axes: Ignored) -> Tensor:
    return moved(x, x.shape)


@K.op("keras.backend.tile")
def tile(x: Tensor, n: Dims) -> Tensor:
    if len(n) != x.rank:
        raise Undecided("as many numbers as axes are needed")
    return moved(x, Shape(size * times for size, times in zip(x.shape.dims, n, strict=True)))


@K.op("keras.backend.repeat")
def repeat(x: Tensor, n: Dim) -> Tensor:
    if x.rank != 2:
        raise Mismatch("layer-input-rank", f"repeat takes two axes, got {x.shape}", argument="x",
                       runtime="Expected rank 2")  # fmt: skip
    return moved(x, Shape((x.shape[0], n, x.shape[1])))


@K.op("keras.backend.repeat_elements")
def repeat_elements(x: Tensor, rep: Dim, axis: int) -> Tensor:
    at = nth(axis, x.rank)
    return moved(x, x.shape.replace(at, x.shape[at] * rep))


@K.op("keras.backend.concatenate")
def concatenate(tensors: Tensors, axis: int = -1) -> Tensor:
    from ...algebra.join import concat

    return tensor(concat(tuple(x.shape for x in tensors), axis), promote(tensors))


@K.op("keras.backend.stack")
def stack(x: Tensors, axis: int = 0) -> Tensor:
    return tensor(stacked(tuple(one.shape for one in x), axis, "concat-shape-mismatch"), promote(x))


@K.op("keras.backend.gather")
def gather(reference: Tensor, indices: Tensor) -> Tensor:
    return moved(reference, indices.shape + reference.shape[1:])


@K.op("keras.backend.one_hot")
def one_hot(indices: Tensor, num_classes: Dim) -> Tensor:
    return tensor(extended(indices.shape, num_classes), "float32", Facts(low=0, high=1, one_hot=True))


@K.op("keras.backend.dot")
def dot(x: Tensor, y: Tensor) -> Tensor:
    return tensor(dot_of(x.shape, y.shape), promote([x, y]))


# -- losses ----------------------------------------------------------------------------------------------------


@K.op("keras.backend.binary_crossentropy")
def binary_crossentropy(target: Tensor, output: Tensor, from_logits: bool = False) -> Tensor:
    binary(target, output, "binary_crossentropy", False)
    return tensor(broadcast(target.shape, output.shape), float_of(output.dtype))


@K.op("keras.backend.categorical_crossentropy")
def categorical_crossentropy(target: Tensor, output: Tensor, from_logits: bool = False, axis: Ignored = -1) -> Tensor:
    return tensor(categorical(target, output, "categorical_crossentropy", False), float_of(output.dtype))


@K.op("keras.backend.sparse_categorical_crossentropy")
def sparse_categorical_crossentropy(target: Tensor, output: Tensor, from_logits: bool = False, axis: int = -1,
                                    ignore_class: Any = None) -> Tensor:  # fmt: skip
    if axis != -1:
        raise Undecided("classes along another axis than the last")
    return tensor(sparse(target, output, "sparse_categorical_crossentropy", False, ignore_class),
                  float_of(output.dtype))


# -- asking ----------------------------------------------------------------------------------------------------


@K.op("keras.backend.get_value", "keras.backend.eval")
def get_value(x: Tensor) -> Tensor:
    return Tensor(x.shape, x.dtype, NUMPY, x.box)


@K.op("keras.backend.shape", "keras.backend.int_shape")
def shape(x: Tensor) -> Value:
    return ShapeTuple(x.shape)


@K.op("keras.backend.ndim")
def ndim(x: Tensor) -> int:
    return x.rank


@K.op("keras.backend.dtype")
def dtype(x: Value) -> Value:
    return Constant(x.dtype) if isinstance(x, Tensor) and x.dtype else Unknown("a dtype")


@K.op("keras.backend.is_keras_tensor", "keras.utils.is_keras_tensor")
def is_keras_tensor(x: Value) -> Value:
    if not isinstance(x, Tensor):
        return Constant(False)
    declared = any(call.spec.path == "keras.Input" for call in makers(x))
    return Constant(True) if declared else Unknown("whether a tensor is symbolic")


K.constants({
    f"keras.backend.{name}": Native(name, lambda context, arguments: Unknown("of the backend"))
    for name in ("gradients", "function", "learning_phase", "get_session", "get_uid", "map_fn", "foldl", "foldr", "rnn")
})  # fmt: skip
