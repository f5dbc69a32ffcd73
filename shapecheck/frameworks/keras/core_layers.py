"""Layers that act on single axes or on elements: dense, embedding, reshaping, dropout."""

from __future__ import annotations

from ...algebra.movement import permute
from ...algebra.reshape import flatten as flattened
from ...core.containers import Sequence
from ...core.dim import Dim, product
from ...core.outcome import Mismatch, Undecided, remark
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..binding import Dims, Ignored, Ints
from .activations import activated
from .checks import need_rank, ranked
from .dialect import K, changed, extended, kept, replace_last, spell, tensor


def _check_dense(units: Dim, **others: Ignored) -> None:
    if units.less(1) is Truth.YES:
        raise Undecided("a layer of less than one unit")


@K.layer("keras.layers.Dense", locks_axis=-1, check=_check_dense)
def dense(inputs: Tensor, training: Ignored = None, *, units: Dim, activation: Ignored = None, use_bias: Ignored = True,
          kernel_initializer: Ignored = "glorot_uniform", bias_initializer: Ignored = "zeros",
          **others: Ignored) -> Tensor:  # fmt: skip
    """The last axis becomes `units`; all others stay."""
    need_rank(inputs, 2, "Dense", "inputs", least=True)
    return activated(changed(inputs, replace_last(inputs.shape, units)), activation)


@K.layer("keras.layers.Embedding")
def embedding(inputs: Tensor, *, input_dim: Dim, output_dim: Dim, embeddings_initializer: Ignored = "uniform",
              embeddings_regularizer: Ignored = None, embeddings_constraint: Ignored = None, mask_zero: Ignored = False,
              **others: Ignored) -> Tensor:  # fmt: skip
    """A vector for every index; indices must lie below `input_dim`."""
    check_indices(inputs, input_dim)
    return tensor(extended(inputs.shape, output_dim))


def check_indices(inputs: Tensor, input_dim: Dim) -> None:
    """The greatest index that is known to occur lies below the number of rows."""
    high = inputs.facts.high
    if high is not None and inputs.node is None and input_dim.value is not None and high >= input_dim.value:
        remark(
            "embedding-index-out-of-range",
            f"indices go up to {high:g}, the embedding has {input_dim} rows",
            input_dim,
            argument="inputs",
            runtime=f"indices[0,0] = {high:g} is not in [0, {input_dim})",
            help=f"input_dim={int(high) + 1}",
        )


@K.layer("keras.layers.ReversibleEmbedding")
def reversible_embedding(inputs: Tensor, reverse: bool = False, *, input_dim: Dim, output_dim: Dim,
                         **others: Ignored) -> Tensor:  # fmt: skip
    if reverse:
        return changed(inputs, replace_last(inputs.shape, input_dim))
    return tensor(extended(inputs.shape, output_dim))


@K.layer("keras.layers.Flatten")
def flatten(inputs: Tensor, *, data_format: Ignored = None, **others: Ignored) -> Tensor:
    """[batch, ...] becomes [batch, the product of the rest]."""
    need_rank(inputs, 1, "Flatten", "inputs", least=True)
    shape = inputs.shape
    if not shape.known_rank:
        before, _ = shape.parts
        return kept(inputs, Shape((before[0] if before else Dim.unknown(), Dim.unknown())))
    return kept(inputs, extended(shape, 1) if shape.rank == 1 else flattened(shape, 1))


@K.layer("keras.layers.Reshape")
def reshape(inputs: Tensor, *, target_shape: Dims, **others: Ignored) -> Tensor:
    """All axes but the first in a new arrangement; one -1 is worked out."""
    made = reshaped(inputs.shape, target_shape)
    check_order(inputs.shape, made)
    return kept(inputs, made)


def check_order(before: Shape, after: Shape) -> None:
    """The same lengths in another order: the elements are dealt out anew, which is no permutation."""
    old, new = ([dim.value for dim in shape.dims[1:] if dim != 1] for shape in (before, after))
    if old != new and None not in old and len(old) > 1 and sorted(map(str, old)) == sorted(map(str, new)):
        remark("reshape-instead-of-permute", f"a sample {Shape(before.dims[1:])} becomes {Shape(after.dims[1:])}: "
               "Reshape does not swap axes, it deals the elements out anew", argument="target_shape",
               help=f"Permute({_order(before, after)})")  # fmt: skip


def _order(before: Shape, after: Shape) -> str:
    """The numbers of the axes, from 1, in their new order."""
    places = list(enumerate(before.dims[1:], start=1))
    found = []
    for size in after.dims[1:]:
        at = next((place for place in places if place[1] == size), None)
        if at is None:
            return "..."
        places.remove(at)
        found.append(str(at[0]))
    return f"({', '.join(found)})"


def reshaped(shape: Shape, target: tuple[Dim, ...]) -> Shape:
    """Source: keras/src/ops/operation_utils.py, compute_reshape_output_shape."""
    holes = [i for i, size in enumerate(target) if size == -1]
    if len(holes) > 1:
        raise Mismatch("view-size-mismatch", "more than one -1 in the target shape", argument="target_shape",
                       runtime=f"There must be at most one unknown dimension (-1) in newshape. Received: "
                               f"newshape={spell(Shape(target))}.")  # fmt: skip
    before, _ = shape.parts
    batch = before[0] if before else Dim.unknown()
    if not shape.known_rank:
        return Shape((batch, *(Dim.unknown() if size == -1 else size for size in target)))
    total, known = product(shape.dims[1:]), product([size for size in target if size != -1])
    if not holes:
        if total.equals(known) is Truth.NO:
            _wrong_total(shape, target, total, known)
        return Shape((batch, *target))
    if known == 0:
        raise Undecided("-1 beside a length of 0")
    if (total % known).equals(0) is Truth.NO:
        _wrong_total(shape, target, total, known)
    return Shape((batch, *(total // known if size == -1 else size for size in target)))


def _wrong_total(shape: Shape, target: tuple[Dim, ...], total: Dim, known: Dim) -> None:
    sample = Shape(shape.dims[1:])
    raise Mismatch(
        "view-size-mismatch",
        f"a sample {sample} has {total} elements, the target {Shape(target)} {known}",
        total,
        known,
        argument="target_shape",
        runtime=f"The total size of the tensor must be unchanged. Received: input_shape={spell(sample)}, "
        f"target_shape={spell(Shape(target))}",
    )


@K.layer("keras.layers.Permute")
def permute_layer(inputs: Tensor, *, dims: Ints, **others: Ignored) -> Tensor:
    """The axes after the batch, numbered from 1, in a new order."""
    if sorted(dims) != list(range(1, len(dims) + 1)):
        raise Mismatch("permute-rank-mismatch", f"dims={dims} is no order of 1 to {len(dims)}", argument="dims",
                       runtime="Invalid permutation argument `dims` for Permute Layer. The set of indices in `dims` "
                               f"must be consecutive and start from 1. Received dims={dims}")  # fmt: skip
    inputs = ranked(inputs, len(dims) + 1, "Permute", "inputs")
    return kept(inputs, permute(inputs.shape, (0, *dims)))


@K.layer("keras.layers.RepeatVector")
def repeat_vector(inputs: Tensor, *, n: Dim, **others: Ignored) -> Tensor:
    inputs = ranked(inputs, 2, "RepeatVector", "inputs")
    return kept(inputs, Shape((inputs.shape[0], n, inputs.shape[1])))


# -- the shape stays -------------------------------------------------------------------------------------------


@K.layer("keras.layers.Dropout", "keras.layers.AlphaDropout")
def dropout(inputs: Tensor, training: Ignored = False, *, rate: Ignored, noise_shape: Ignored = None,
            seed: Ignored = None,
            **others: Ignored) -> Tensor:  # fmt: skip
    return kept(inputs)


@K.layer("keras.layers.GaussianDropout")
def gaussian_dropout(inputs: Tensor, training: Ignored = False, *, rate: Ignored, seed: Ignored = None,
                     **others: Ignored) -> Tensor:  # fmt: skip
    return changed(inputs)


@K.layer("keras.layers.GaussianNoise")
def gaussian_noise(inputs: Tensor, training: Ignored = False, *, stddev: Ignored, seed: Ignored = None,
                   **others: Ignored) -> Tensor:  # fmt: skip
    return changed(inputs)


@K.layer("keras.layers.SpatialDropout1D")
def spatial_dropout_1d(inputs: Tensor, training: Ignored = False, *, rate: Ignored, seed: Ignored = None,
                       name: Ignored = None, dtype: Ignored = None, **others: Ignored) -> Tensor:  # fmt: skip
    inputs = ranked(inputs, 3, "SpatialDropout1D", "inputs")
    return kept(inputs)


@K.layer("keras.layers.SpatialDropout2D")
def spatial_dropout_2d(inputs: Tensor, training: Ignored = False, *, rate: Ignored, data_format: Ignored = None,
                       seed: Ignored = None, name: Ignored = None, dtype: Ignored = None,
                       **others: Ignored) -> Tensor:  # fmt: skip
    inputs = ranked(inputs, 4, "SpatialDropout2D", "inputs")
    return kept(inputs)


@K.layer("keras.layers.SpatialDropout3D")
def spatial_dropout_3d(inputs: Tensor, training: Ignored = False, *, rate: Ignored, data_format: Ignored = None,
                       seed: Ignored = None, name: Ignored = None, dtype: Ignored = None,
                       **others: Ignored) -> Tensor:  # fmt: skip
    inputs = ranked(inputs, 5, "SpatialDropout3D", "inputs")
    return kept(inputs)


@K.layer("keras.layers.Identity")
def identity(inputs: Value, **others: Ignored) -> Value:
    return inputs if not isinstance(inputs, Tensor) else kept(inputs)


@K.layer("keras.layers.Masking")
def masking(inputs: Tensor, *, mask_value: Ignored = 0.0, **others: Ignored) -> Tensor:
    return kept(inputs)


@K.layer("keras.layers.ActivityRegularization")
def activity_regularization(inputs: Tensor, *, l1: Ignored = 0.0, l2: Ignored = 0.0, **others: Ignored) -> Tensor:
    return kept(inputs)


# -- einsum ----------------------------------------------------------------------------------------------------


@K.layer("keras.layers.EinsumDense")
def einsum_dense(inputs: Tensor, training: Ignored = None, *, equation: str, output_shape: Value,
                 activation: Ignored = None, bias_axes: Ignored = None, **others: Ignored) -> Tensor:  # fmt: skip
    """`output_shape` gives the lengths of the result but the batch; None takes the input's. Source:
    keras/src/layers/core/einsum_dense.py."""
    left, _, out = equation.replace(" ", "").partition("->")
    names = left.partition(",")[0]
    asked = output_shape.known if isinstance(output_shape, Sequence) else (output_shape,)
    if asked is None or any(isinstance(size, Unknown) for size in asked):
        raise Undecided("an output_shape that is not known")
    elided = names.count("...") > 0
    plain, result = names.replace("...", ""), out.replace("...", "")
    front = inputs.rank - len(plain)
    if front < 0 or (front and not elided):
        raise Undecided(f"{equation} for an input of {inputs.rank} axes")
    at = names.find("...") if elided else 0
    lengths = {letter: inputs.shape[i if i < at or not elided else i + front] for i, letter in enumerate(plain)}
    dims = list(inputs.shape.dims[at : at + front]) if elided else []
    place = out.find("...") if elided else 0
    offset = len(result) - len(asked)
    named = []
    for i, letter in enumerate(result):
        size = asked[i - offset] if i >= offset else None
        dim = size.dim if isinstance(size, Constant) else None
        named.append(dim if dim is not None else lengths.get(letter, Dim.unknown()))
    return activated(changed(inputs, Shape([*named[:place], *dims, *named[place:]])), activation)
