"""Linear maps, embeddings, and layers that only reshape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.axes import axis
from ...algebra.broadcast import broadcast
from ...core.dim import Dim, product
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import MODES, SPOKEN, T, asked, flows_on, is_true, leading, lengths, spoken, tensor
from .pointwise import REAL
from .products import require_one_dtype
from .shaping import flatten as flattened
from .shaping import unflatten as unflattened

if TYPE_CHECKING:
    from ..binding import Dims, Ignored


def weight(shape: Shape, dtype: Value | None = None) -> Tensor:
    """A parameter of a layer."""
    order = tuple(range(shape.rank)) if shape.known_rank else None
    return tensor(shape, asked(dtype, T.default_float), Facts(grad=True, order=order))


def of_layer(shape: Shape, dtype: str | None, **facts: Any) -> Tensor:
    """The output of a layer with weights. Its gradient is sure where the input is known: a function that nothing calls
    may be meant for `torch.no_grad()`."""
    sure = MODES["grad"] and shape.known_rank and dtype is not None
    return tensor(shape, dtype, Facts(activation="linear", grad=True if sure else None, **facts))


def of_function(made: Tensor, *operands: Tensor | None) -> Tensor:
    """What a function computes like such a layer, of weights that it is given: whose gradient flows on."""
    flows = any(one is not None and flows_on(one.facts) for one in operands)
    return made.with_facts(grad=True if flows else None)


# -- Linear -----------------------------------------------------------------------------------------------------


def _linear(input: Tensor, in_features: Dim, out_features: Dim, dtype: str | None, bias: bool | None = True) -> Tensor:
    shape = input.shape
    if shape.known_rank and shape.rank == 0:
        raise Mismatch(
            "layer-input-rank",
            "a tensor without axes",
            argument="input",
            runtime="both arguments to linear need to be at least 1D, but they are 0D and 2D",
        )
    if shape.known_rank or shape.parts[1]:
        rows = product(shape.dims[:-1]).full() if shape.known_rank else "?"
        require_equal(
            shape[-1],
            in_features,
            "linear-in-features-mismatch",
            "expects {wanted} input features, got {got}",
            argument="input",
            runtime=f"mat1 and mat2 shapes cannot be multiplied ({rows}x{shape[-1]} and {in_features}x{out_features})",
        )
    words = f"mat1 and mat2 must have the same dtype, but got {spoken(input.dtype)} and {spoken(dtype)}"
    require_one_dtype(input.dtype, dtype, "input", words if bias is not False else "")
    result = Shape((*leading(shape).dims, out_features)) if shape.known_rank else leading(shape) + (out_features,)
    order = tuple(range(result.rank)) if result.known_rank else None
    axis_of_features = result.rank - 1 if result.known_rank else None
    return of_layer(result, dtype or input.dtype, order=order, batch=input.facts.batch, axis=axis_of_features)


@T.op("torch.nn.functional.linear")
def functional_linear(input: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    if weight.shape.known_rank and weight.rank == 1:
        require_equal(
            input.shape[-1],
            weight.shape[0],
            "linear-in-features-mismatch",
            "expects {wanted} input features, got {got}",
            argument="input",
            runtime=f"size mismatch, got input ({product(input.shape.dims[:-1])}), vec ({weight.shape[0]})",
        )
        made = of_layer(input.shape[:-1], input.dtype)
    elif not weight.shape.known_rank:
        made = of_layer(leading(input.shape) + (Dim.unknown(),), input.dtype)
    else:
        made = _linear(input, weight.shape[-1], weight.shape[-2], weight.dtype, bias is not None)
    return of_function(made, input, weight, bias)


def _linear_weights(in_features: Dim, out_features: Dim, bias: Value | bool = True,
                    dtype: Value | None = None) -> dict[str, Any]:  # fmt: skip
    return {
        "weight": weight(Shape.of(out_features, in_features), dtype),
        "bias": NONE if has(bias) is False else weight(Shape.of(out_features), dtype),
    }


def has(flag: Value | bool) -> bool | None:
    """A switch of a constructor; None if it is not known."""
    return flag if isinstance(flag, bool) else is_true(flag)


@T.layer("torch.nn.Linear", weights=_linear_weights)
def linear(input: Tensor, *, in_features: Dim, out_features: Dim, bias: Value | bool = True, device: Ignored = None,
           dtype: Value | None = None) -> Tensor:  # fmt: skip
    return _linear(input, in_features, out_features, asked(dtype, T.default_float), has(bias))


def _lazy_weights(out_features: Dim) -> dict[str, Any]:
    return {"weight": weight(Shape.of(out_features, Dim.unknown())), "bias": weight(Shape.of(out_features))}


@T.layer("torch.nn.LazyLinear", weights=_lazy_weights, locks_axis=-1)
def lazy_linear(input: Tensor, *, out_features: Dim, bias: Ignored = True, device: Ignored = None,
                dtype: Value | None = None) -> Tensor:  # fmt: skip
    if not input.shape.known_rank and not input.shape.parts[1]:
        return of_layer(leading(input.shape) + (out_features,), asked(dtype, T.default_float))
    return _linear(input, input.shape[-1], out_features, asked(dtype, T.default_float))


def _bilinear(input1: Tensor, input2: Tensor, in1: Dim, in2: Dim, out: Dim, dtype: str | None) -> Tensor:
    for number, (one, wanted) in enumerate(((input1, in1), (input2, in2)), 1):
        require_equal(
            one.shape[-1],
            wanted,
            "linear-in-features-mismatch",
            "expects {wanted} input features, got {got}",
            argument=f"input{number}",
            runtime=f"bilinear(): input{number} size does not match weight size: got "
            f"{one.shape[-1]} but expected {wanted}",
        )
    batch = [
        require_equal(a, b, "elementwise-shape-mismatch", runtime="bilinear(): input batch dimensions do not match")
        for a, b in zip(input1.shape.dims[:-1], input2.shape.dims[:-1], strict=False)
    ]
    return of_layer(Shape((*batch, out)), dtype)


@T.op("torch.nn.functional.bilinear")
def functional_bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias: Ignored = None) -> Tensor:
    made = _bilinear(input1, input2, weight.shape[1], weight.shape[2], weight.shape[0], weight.dtype)
    return of_function(made, input1, input2, weight)


def _bilinear_weights(in1_features: Dim, in2_features: Dim, out_features: Dim,
                      bias: Value | bool = True) -> dict[str, Any]:  # fmt: skip
    return {
        "weight": weight(Shape.of(out_features, in1_features, in2_features)),
        "bias": NONE if has(bias) is False else weight(Shape.of(out_features)),
    }


@T.layer("torch.nn.Bilinear", weights=_bilinear_weights)
def bilinear(input1: Tensor, input2: Tensor, *, in1_features: Dim, in2_features: Dim, out_features: Dim,
             bias: Value | bool = True, device: Ignored = None, dtype: Value | None = None) -> Tensor:  # fmt: skip
    return _bilinear(input1, input2, in1_features, in2_features, out_features, asked(dtype, T.default_float))


# -- Embedding --------------------------------------------------------------------------------------------------


def _looked_up(input: Tensor, count: Dim, width: Dim, dtype: str | None) -> Tensor:
    require_ids(input, count)
    order = tuple(range(input.rank + 1)) if input.shape.known_rank else None
    return of_layer(input.shape + (width,), dtype, order=order, batch=input.facts.batch)


def require_ids(input: Tensor, count: Dim) -> None:
    """Ids are whole numbers below the number of rows."""
    if input.dtype is not None and input.dtype not in ("int64", "int32"):
        raise Mismatch(
            "index-dtype",
            f"{input.dtype} ids",
            argument="input",
            runtime="Expected tensor for argument #1 'indices' to have one of the following scalar types: "
            f"Long, Int; but got torch.{SPOKEN.get(input.dtype, input.dtype)}Tensor instead "
            "(while checking arguments for embedding)",
            help="convert them: x.long()",
        )
    high, low = input.facts.high, input.facts.low
    if input.facts.attained and high is not None and Dim.of(int(high)).less(count) is Truth.NO:
        raise Mismatch(
            "embedding-index-out-of-range",
            f"the id {int(high)} in a table of {count} rows",
            count,
            argument="input",
            runtime="index out of range in self",
            help=f"num_embeddings={int(high) + 1}",
        )
    if input.facts.attained and low is not None and low < 0:
        raise Mismatch(
            "embedding-index-out-of-range",
            f"the id {int(low)} in a table of {count} rows",
            count,
            argument="input",
            runtime="index out of range in self",
        )


@T.op("torch.nn.functional.embedding")
def functional_embedding(input: Tensor, weight: Tensor, padding_idx: Ignored = None, max_norm: Ignored = None,
                         norm_type: Ignored = 2.0, scale_grad_by_freq: Ignored = False,
                         sparse: Ignored = False) -> Tensor:  # fmt: skip
    if weight.rank != 2:
        raise Mismatch("layer-input-rank", f"a table {weight.shape}", argument="weight", runtime="'weight' must be 2-D")
    return of_function(_looked_up(input, weight.shape[0], weight.shape[1], weight.dtype), weight)


@T.op("torch.embedding")
def embedding_by_table(weight: Tensor, indices: Tensor, padding_idx: Ignored = -1,
                       scale_grad_by_freq: Ignored = False, sparse: Ignored = False) -> Tensor:  # fmt: skip
    return functional_embedding(indices, weight)


def _embedding_weights(num_embeddings: Dim, embedding_dim: Dim, dtype: Value | None = None) -> dict[str, Any]:
    return {"weight": weight(Shape.of(num_embeddings, embedding_dim), dtype)}


@T.layer("torch.nn.Embedding", weights=_embedding_weights)
def embedding(input: Tensor, *, num_embeddings: Dim, embedding_dim: Dim, padding_idx: Ignored = None,
              max_norm: Ignored = None, norm_type: Ignored = 2.0, scale_grad_by_freq: Ignored = False,
              sparse: Ignored = False, _weight: Ignored = None, _freeze: Ignored = False, device: Ignored = None,
              dtype: Value | None = None) -> Tensor:  # fmt: skip
    return _looked_up(input, num_embeddings, embedding_dim, asked(dtype, T.default_float))


def _bags(input: Tensor, offsets: Tensor | None, last: Any) -> Dim:
    """How many there are: a row of ids is one; or they begin at the offsets, the last of which may be the end."""
    if input.rank == 2:
        return input.shape[0]
    if offsets is None:
        raise Mismatch(
            "layer-input-rank",
            "ids of rank 1 without offsets",
            argument="input",
            runtime="offsets has to be a 1D Tensor but got None",
        )
    given = is_true(last if isinstance(last, Value) else None)
    return Dim.unknown() if given is None else offsets.shape[0] - 1 if given else offsets.shape[0]


@T.op("torch.nn.functional.embedding_bag")
def functional_embedding_bag(input: Tensor, weight: Tensor, offsets: Tensor | None = None, max_norm: Ignored = None,
                             norm_type: Ignored = 2, scale_grad_by_freq: Ignored = False, mode: Ignored = "mean",
                             sparse: Ignored = False, per_sample_weights: Ignored = None,
                             include_last_offset: Ignored = False, padding_idx: Ignored = None) -> Tensor:  # fmt: skip
    if weight.dtype in ("int64", "int32") and input.dtype is not None and family(input.dtype) == "float":
        input, weight = weight, input  # an old order of the arguments
    require_ids(input, weight.shape[0])
    return tensor(Shape.of(_bags(input, offsets, include_last_offset), weight.shape[1]), weight.dtype)


@T.layer("torch.nn.EmbeddingBag", weights=_embedding_weights)
def embedding_bag(input: Tensor, offsets: Tensor | None = None, per_sample_weights: Ignored = None, *,
                  num_embeddings: Dim, embedding_dim: Dim, max_norm: Ignored = None, norm_type: Ignored = 2.0,
                  scale_grad_by_freq: Ignored = False, mode: Ignored = "mean", sparse: Ignored = False,
                  _weight: Ignored = None, include_last_offset: Ignored = False, padding_idx: Ignored = None,
                  device: Ignored = None, dtype: Value | None = None) -> Tensor:  # fmt: skip
    require_ids(input, num_embeddings)
    bags = _bags(input, offsets, include_last_offset)
    return of_layer(Shape.of(bags, embedding_dim), asked(dtype, T.default_float))


@T.op("torch.nn.functional.one_hot")
def one_hot(input: Tensor, num_classes: Value | None = None) -> Tensor:
    """int64, one axis more. Without num_classes it is the largest label + 1."""
    if input.dtype is not None and input.dtype != "int64":
        raise Mismatch(
            "index-dtype",
            f"{input.dtype} labels",
            argument="input",
            help="convert them: y.long()",
            runtime="one_hot is only applicable to index tensor of type LongTensor.",
        )
    count = lengths(num_classes, 1)[0] if num_classes is not None else Dim.of(-1)
    high, facts = input.facts.high, input.facts
    if count == -1:
        count = Dim.of(int(high) + 1) if facts.attained and high is not None else Dim.unknown(low=1)
    elif facts.attained and high is not None and Dim.of(int(high)).less(count) is Truth.NO:
        raise Mismatch(
            "label-out-of-range",
            f"the label {int(high)} of {count} classes",
            count,
            argument="input",
            runtime="Class values must be smaller than num_classes.",
        )
    return tensor(input.shape + (count,), "int64", Facts(low=0, high=1, one_hot=True, batch=facts.batch))


# -- only the shape ---------------------------------------------------------------------------------------------


@T.layer("torch.nn.Flatten")
def flatten(input: Tensor, *, start_dim: int = 1, end_dim: int = -1) -> Tensor:
    return flattened(input, start_dim, end_dim)


@T.layer("torch.nn.Unflatten")
def unflatten(input: Tensor, *, dim: int, unflattened_size: Dims) -> Tensor:
    return unflattened(input, dim, unflattened_size)


@T.layer("torch.nn.Identity")
def identity(input: Tensor, *, args: Ignored = None, **kwargs: Any) -> Tensor:
    return input


# -- similarity -------------------------------------------------------------------------------------------------


def _similar(x1: Tensor, x2: Tensor, dim: int) -> Tensor:
    shape = broadcast(x1.shape, x2.shape)
    return tensor(shape.without(axis(dim, shape.rank)) if shape.rank else shape, T.promote([x1, x2]))


@T.op("torch.nn.functional.cosine_similarity", "torch.cosine_similarity")
def functional_cosine(x1: Tensor, x2: Tensor, dim: int = 1, eps: Ignored = 1e-8) -> Tensor:
    return _similar(x1, x2, dim)


@T.layer("torch.nn.CosineSimilarity")
def cosine(x1: Tensor, x2: Tensor, *, dim: int = 1, eps: Ignored = 1e-08) -> Tensor:
    return _similar(x1, x2, dim)


def _distance(x1: Tensor, x2: Tensor, keepdim: bool) -> Tensor:
    shape = broadcast(x1.shape, x2.shape)
    dtype = T.result_dtype("float", [x1, x2])
    return tensor(shape[:-1] + (1,) if keepdim else shape[:-1], REAL.get(dtype or "", dtype))


@T.op("torch.nn.functional.pairwise_distance", "torch.pairwise_distance")
def functional_distance(x1: Tensor, x2: Tensor, p: Ignored = 2.0, eps: Ignored = 1e-6, keepdim: bool = False) -> Tensor:
    return _distance(x1, x2, keepdim)


@T.layer("torch.nn.PairwiseDistance")
def distance(x1: Tensor, x2: Tensor, *, p: Ignored = 2.0, eps: Ignored = 1e-06, keepdim: bool = False) -> Tensor:
    return _distance(x1, x2, keepdim)


@T.op("torch.nn.functional.normalize")
def normalize(input: Tensor, p: Ignored = 2.0, dim: Any = 1, eps: Ignored = 1e-12, out: Ignored = None) -> Shape:
    if isinstance(dim, int):
        axis(dim, input.rank)
    return input.shape


@T.op("torch.nn.functional.pdist", "torch.pdist")
def pdist(input: Tensor, p: Ignored = 2) -> Shape:
    if input.rank != 2:
        raise Undecided("pdist takes a tensor of rank 2")
    return Shape.of((input.shape[0] * (input.shape[0] - 1)) // 2)
