"""`keras.ops` that join, pick and multiply, and random tensors."""

from __future__ import annotations

from typing import Any

from ...algebra.axes import axes as several_axes
from ...algebra.axes import axis as nth
from ...algebra.broadcast import broadcast
from ...algebra.join import concat, stack
from ...algebra.matmul import dot as dot_of
from ...core.dim import Dim
from ...core.outcome import Undecided, require_equal
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Value
from ..binding import DType, Ignored, Tensors
from .dialect import K, as_tensor, extended, float_of, promote, tensor
from .ops_shape import lengths, moved

# -- joining ---------------------------------------------------------------------------------------------------


@K.op("keras.ops.concatenate")
def concatenate(xs: Tensors, axis: int = 0) -> Tensor:
    return _joined(xs, axis)



def _joined(xs: Tensors, axis: int) -> Tensor:
    return tensor(concat(tuple(x.shape for x in xs), axis), promote(xs))


@K.op("keras.ops.stack")
def stack_(x: Tensors, axis: int = 0) -> Tensor:
    return tensor(stack(tuple(one.shape for one in x), axis, "concat-shape-mismatch"), promote(x))


@K.op("keras.ops.split")
def split(x: Tensor, indices_or_sections: Any, axis: int = 0) -> Any:
    at = nth(axis, x.rank)
    total = x.shape[at]
    if isinstance(indices_or_sections, Tensor):
        raise Undecided("places that are not known")
    if isinstance(indices_or_sections, int):
        if (total % indices_or_sections) != 0 and total.value is not None:
            raise Undecided("a split into unequal parts")
        return [moved(x, x.shape.replace(at, total // indices_or_sections)) for _ in range(indices_or_sections)]
    ends = [Dim.of(end) for end in indices_or_sections]
    sizes = [end - start for start, end in zip([Dim.of(0), *ends], [*ends, total], strict=True)]
    return [moved(x, x.shape.replace(at, length)) for length in sizes]


@K.op("keras.ops.unstack")
def unstack(x: Tensor, num: int | None = None, axis: int = 0) -> Any:
    at = nth(axis, x.rank)
    count = num if num is not None else x.shape[at].value
    if count is None:
        raise Undecided("an unstack of unknown length")
    return [moved(x, x.shape.without(at)) for _ in range(count)]


# -- picking ---------------------------------------------------------------------------------------------------


@K.op("keras.ops.take")
def take(x: Tensor, indices: Tensor, axis: int | None = None) -> Tensor:
    if axis is None:
        return moved(x, indices.shape)
    at = nth(axis, x.rank)
    return moved(x, x.shape.replace(at, *indices.shape.dims))



@K.op("keras.ops.take_along_axis")
def take_along_axis(x: Tensor, indices: Tensor, axis: int | None = None) -> Tensor:
    if axis is None:
        return moved(x, Shape((indices.shape.numel,)))
    at = nth(axis, x.rank)
    if indices.rank != x.rank:
        raise Undecided("indices of another rank")
    rest = broadcast(x.shape.without(at), indices.shape.without(at)).dims
    return moved(x, Shape((*rest[:at], indices.shape[at], *rest[at:])))


@K.op("keras.ops.one_hot")
def one_hot(x: Tensor, num_classes: Dim, axis: int = -1, dtype: DType | None = None, sparse: Ignored = False) -> Tensor:
    at = nth(axis, x.rank + 1)
    dims = x.shape.dims
    last = at == x.rank
    facts = Facts(low=0, high=1, one_hot=True if last else None)
    return tensor(Shape((*dims[:at], num_classes, *dims[at:])), dtype or "float32", facts)



@K.op("keras.ops.top_k")
def top_k(x: Tensor, k: Dim, sorted: Ignored = True) -> tuple[Tensor, Tensor]:
    found = extended(x.shape[:-1], k)
    return tensor(found, x.dtype), tensor(found, "int32")


# -- products --------------------------------------------------------------------------------------------------


@K.op("keras.ops.dot")
def dot(x1: Tensor, x2: Tensor) -> Tensor:
    return tensor(dot_of(x1.shape, x2.shape), promote([x1, x2]))



@K.op("keras.ops.outer")
def outer(x1: Tensor, x2: Tensor) -> Tensor:
    return tensor(Shape((x1.shape.numel, x2.shape.numel)), promote([x1, x2]))


@K.op("keras.ops.einsum")
def einsum(subscripts: str, *operands: Tensor) -> Tensor:
    from ...algebra.einsum import einsum as summed

    found = tuple(operand if isinstance(operand, Tensor) else as_tensor(operand) for operand in operands)
    if any(operand is None for operand in found):
        raise Undecided("an operand that is no tensor")
    if "->" not in subscripts:
        raise Undecided("a result that is not spelt out")
    tensors = [operand for operand in found if operand is not None]
    return tensor(summed(subscripts, tuple(operand.shape for operand in tensors)), promote(tensors))


@K.op("keras.ops.tensordot")
def tensordot(x1: Tensor, x2: Tensor, axes: Any = 2) -> Tensor:
    if isinstance(axes, int):
        first, second = tuple(range(x1.rank - axes, x1.rank)), tuple(range(axes))
    else:
        one, two = axes
        first, second = several_axes(one, x1.rank), several_axes(two, x2.rank)
    for a, b in zip(first, second, strict=True):
        require_equal(x1.shape[a], x2.shape[b], "matmul-shape-mismatch",
                      "axes of {got} and {wanted} are summed together")
    return tensor(x1.shape.without(*first) + x2.shape.without(*second), promote([x1, x2]))


@K.op("keras.ops.dot_product_attention")
def dot_product_attention(query: Tensor, key: Tensor, value: Tensor, **others: Ignored) -> Tensor:
    """[batch, steps, heads, features] each."""
    if query.rank != 4:
        raise Undecided("attention over other axes")
    return tensor(extended(query.shape[:-1], value.shape[-1]), float_of(query.dtype))


# -- random ----------------------------------------------------------------------------------------------------


def _random(shape: Value, *parameters: Ignored, dtype: DType | None = None, **others: Ignored) -> Tensor:
    return tensor(lengths(shape), dtype or "float32")


K.family("normal uniform truncated_normal", _random, ("keras.random.{}",))


@K.op("keras.random.randint")
def randint(shape: Value, minval: Any, maxval: Any, dtype: DType | None = "int32", seed: Ignored = None) -> Tensor:
    ends = (float(minval), float(maxval - 1)) if isinstance(minval, int) and isinstance(maxval, int) else (None, None)
    return tensor(lengths(shape), dtype, Facts(low=ends[0], high=ends[1]))


@K.op("keras.random.dropout")
def random_dropout(inputs: Tensor, rate: Ignored, noise_shape: Ignored = None, seed: Ignored = None) -> Tensor:
    return tensor(inputs.shape, inputs.dtype)


@K.op("keras.random.shuffle")
def shuffle(x: Tensor, axis: Ignored = 0, seed: Ignored = None) -> Tensor:
    return moved(x, x.shape)


def _by_parameters(shape: Value, alpha: Ignored, beta: Ignored, dtype: DType | None = None,
                   seed: Ignored = None) -> Tensor:  # fmt: skip
    return tensor(lengths(shape), dtype or "float32")


K.op("keras.random.beta")(_by_parameters)


@K.op("keras.random.binomial")
def binomial(shape: Value, counts: Ignored, probabilities: Ignored, dtype: DType | None = None,
             seed: Ignored = None) -> Tensor:  # fmt: skip
    return tensor(lengths(shape), dtype or "float32")


@K.op("keras.random.gamma")
def gamma(shape: Value, alpha: Ignored, dtype: DType | None = None, seed: Ignored = None) -> Tensor:
    return tensor(lengths(shape), dtype or "float32")


@K.op("keras.random.categorical")
def categorical(logits: Tensor, num_samples: Dim, dtype: DType | None = "int32", seed: Ignored = None) -> Tensor:
    """Class ids: `num_samples` for each row."""
    if logits.rank != 2:
        raise Undecided("rows of probabilities")
    return tensor(Shape((logits.shape[0], num_samples)), dtype)
