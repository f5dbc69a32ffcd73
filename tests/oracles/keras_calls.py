"""Calls of functions that Keras's own tests do not try, or that it has under other names."""

from __future__ import annotations

from typing import Any

from .keras_samples import Array, f32, i64

Call = tuple[tuple[Any, ...], dict[str, Any]]


def call(*args: Any, **kwargs: Any) -> Call:
    return args, kwargs


_X = f32(2, 3)
_PAIRS = [call(_X, _X), call(_X, f32(3)), call(f32(2, 1), f32(1, 5)), call(_X, 2.0), call(_X, f32(4)),
          call(i64(2, 3), 2),
          call(i64(2, 3), _X), call(3, _X), call(f32(4, 2, 3), _X)]  # fmt: skip
_TRUTHS = [call(Array((2, 3), "bool"), Array((3,), "bool")), call(Array((2, 3), "bool"), Array((4,), "bool"))]
_ONE = [call(_X), call(i64(2, 3))]
_MERGED = [call([_X, _X]), call([_X, f32(2, 4)]), call([_X, f32(2, 1)]), call([f32(2, 4, 3), _X])]

OPERATORS: dict[str, list[Call]] = {
    **dict.fromkeys(("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lt", "le", "gt", "ge"),
                    _PAIRS),
    **dict.fromkeys(("and", "or", "xor"), _TRUTHS),
    "matmul": [call(_X, f32(3, 4)), call(_X, f32(4, 3)), call(f32(5, 2, 3), f32(3, 4))],
    **dict.fromkeys(("neg", "abs"), _ONE), "invert": [call(Array((2, 3), "bool"))],
    "getitem": [call(f32(4, 5, 6), index) for index in (
        0, -1, slice(1, 3), slice(None, None, 2), (slice(None), 0), (..., 0), (0, slice(1), None), None, (0, 1, 2),
        (0, 1, 2, 3), slice(None, None, -1))],
}  # fmt: skip
"""On symbolic tensors."""

FUNCTIONS: dict[str, list[Call]] = {
    **{f"keras.activations.{name}": [call(_X)] for name in ("mish", "exponential", "relu6", "linear")},
    **dict.fromkeys((f"keras.layers.{name}" for name in ("add", "multiply", "maximum", "minimum", "average")), _MERGED),
    "keras.layers.subtract": _MERGED, "keras.layers.concatenate": [*_MERGED, call([_X, f32(4, 3)], axis=0)],
    "keras.layers.dot": [call([f32(2, 3, 4), f32(2, 5, 4)], axes=2), call([_X, f32(2, 4)], axes=1), call([_X, _X])],
    **{f"keras.ops.{name}": [call(_X)] for name in ("erf", "erfc", "erfinv", "rsqrt", "logsumexp", "convert_to_numpy")},
    "keras.ops.left_shift": [call(i64(2, 3), i64(3))], "keras.ops.right_shift": [call(i64(2, 3), i64(3))],
    "keras.ops.equal": _PAIRS, "keras.ops.empty": [call((2, 3)), call([4], dtype="int32")],
    "keras.ops.top_k": [call(f32(2, 5), 3), call(f32(5), 2)], "keras.ops.is_tensor": [call(_X)],
    "keras.random.normal": [call((2, 3)), call((4,), dtype="float64")], "keras.random.uniform": [call((2, 3))],
    "keras.random.truncated_normal": [call((2, 3))], "keras.random.randint": [call((2, 3), 0, 5)],
    "keras.random.dropout": [call(_X, 0.5)], "keras.random.shuffle": [call(_X)],
    **{f"keras.backend.{name}": [call(_X)] for name in (
        "abs", "cos", "exp", "log", "round", "sign", "sin", "sqrt", "square", "sigmoid", "softplus", "softsign", "tanh",
        "hard_sigmoid", "relu", "elu", "softmax", "stop_gradient", "l2_normalize", "any", "all", "prod", "std", "var",
        "min",
        "transpose", "flatten", "get_value", "ndim")},
    **{f"keras.backend.{name}": [call(_X, _X), call(_X, f32(3)), call(_X, f32(4))] for name in (
        "maximum", "minimum", "not_equal", "greater", "greater_equal", "less", "less_equal")},
    "keras.backend.clip": [call(_X, 0.0, 1.0)], "keras.backend.cast": [call(_X, "int32")],
    "keras.backend.cast_to_floatx": [call(i64(2, 3))], "keras.backend.dropout": [call(_X, 0.5)],
    "keras.backend.bias_add": [call(_X, f32(3))], "keras.backend.eye": [call(3)],
    "keras.backend.arange": [call(5), call(1, 6, 2)], "keras.backend.random_bernoulli": [call((2, 3))],
    "keras.backend.squeeze": [call(f32(2, 1), 1), call(_X, 0)], "keras.backend.reverse": [call(_X, 1)],
    "keras.backend.repeat": [call(_X, 4), call(f32(2, 3, 4), 2)], "keras.backend.repeat_elements": [call(_X, 2, 1)],
    "keras.backend.switch": [call(Array((2, 3), "bool"), _X, _X)],
    "keras.backend.binary_crossentropy": [call(_X, _X), call(f32(2), _X)],
    "keras.backend.categorical_crossentropy": [call(_X, _X), call(f32(2), _X), call(f32(2, 4), _X)],
    "keras.backend.sparse_categorical_crossentropy": [call(i64(2), _X), call(_X, _X)],
    "keras.KerasTensor.__eq__": [call(_X, _X), call(_X, f32(3)), call(_X, 2.0)],
    "keras.KerasTensor.__ne__": [call(_X, _X), call(_X, f32(3)), call(_X, 2.0)],
    "keras.backend.pow": [call(_X, 2)], "keras.backend.argmax": [call(f32(2, 3)), call(_X, axis=0)],
    "keras.backend.argmin": [call(f32(2, 3))], "keras.backend.cumsum": [call(_X), call(_X, axis=1)],
    "keras.backend.cumprod": [call(_X)], "keras.backend.zeros_like": [call(_X)], "keras.backend.ones_like": [call(_X)],
    "keras.backend.zeros": [call((2, 3))], "keras.backend.ones": [call((2, 3))],
    "keras.backend.constant": [call([1.0, 2.0]), call(3, dtype="int32"), call(0.5, shape=(2, 3))],
    "keras.backend.variable": [call([1.0, 2.0])], "keras.backend.reshape": [call(_X, (3, 2)), call(_X, (-1,)),
                                                                            call(_X, (4, 2))],
    "keras.backend.transpose": [call(_X), call(f32(2, 3, 4))],
    "keras.backend.permute_dimensions": [call(f32(2, 3, 4), (2, 0, 1)), call(_X, (0, 1, 2))],
    "keras.backend.expand_dims": [call(_X), call(_X, 1), call(_X, axis=5)],
    "keras.backend.batch_flatten": [call(f32(2, 3, 4))],
    "keras.backend.tile": [call(_X, [2, 3])], "keras.backend.concatenate": [call([_X, f32(2, 4)]),
                                                                            call([_X, f32(2, 4)], axis=0)],
    "keras.backend.gather": [call(f32(5, 4), Array((2, 3), "int32"))],
    "keras.backend.one_hot": [call(Array((2, 3), "int32"), 4)],
    "keras.backend.dot": [call(_X, f32(3, 4)), call(_X, f32(4, 3))],
    "keras.backend.random_normal": [call((2, 3))], "keras.backend.random_uniform": [call((2, 3))],
    "keras.backend.truncated_normal": [call((2, 3))], "keras.backend.equal": [call(_X, f32(3))],
    "keras.backend.sum": [call(_X), call(_X, axis=1), call(_X, axis=-1, keepdims=True), call(_X, axis=4)],
    "keras.backend.mean": [call(_X), call(_X, axis=[0, 1])], "keras.backend.max": [call(_X, axis=0)],
    "keras.backend.square": [call(_X)], "keras.backend.stack": [call([_X, _X]), call([_X, _X], axis=1),
                                                                call([_X, f32(2, 4)])],
    "keras.utils.to_categorical": [
        call(Array((4,), "int64", (0, 2, 1, 1))), call(Array((4, 1), "int64", ((0,), (2,), (1,), (1,)))),
        call(Array((2,), "int64", (0, 3)), 4), call(Array((2,), "int64", (0, 3)), 3), call([0, 1, 2]),
        call([1, 2, 3], 3),
        call(Array((2, 2), "int64", ((0, 1), (1, 0))), num_classes=2)],
    "keras.utils.normalize": [call(f32(2, 3)), call(Array((2, 3), "float64")), call(f32(2, 3, 4), axis=1),
                              call([[1.0, 2.0]])],
    "keras.utils.pad_sequences": [
        call([[1, 2], [3]]), call([[1, 2], [3]], maxlen=4), call([[1, 2], [3, 4]], padding="post", dtype="float32"),
        call([[[1.0, 2.0]], [[3.0, 4.0]]], maxlen=3)],
}  # fmt: skip
"""On tensors of the backend; functions of `keras.utils` on arrays."""
