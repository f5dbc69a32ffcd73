"""The shapes of the weights that Keras's own layers make, in the order in which they make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim, product
from ...core.objects import Instance
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from .dialect import flag, number, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Value

    Own = dict[str, Value]
    Shapes = list[Shape]
    Kind = Callable[[Own, Shape], "Shapes | None"]

GATES = {"LSTM": 4, "GRU": 3, "SimpleRNN": 1}


def _length(own: Own, name: str, default: int | None = None) -> Dim:
    value = own.get(name)
    if value is None and default is not None:
        return Dim.of(default)
    return value.dim if isinstance(value, Constant) and value.dim is not None else Dim.unknown(low=1)


def _has(own: Own, name: str, default: bool = True) -> bool | None:
    return default if name not in own else flag(own[name])


def _if(own: Own, names: str, shape: Shape) -> Shapes | None:
    """One weight of that shape for each of the arguments that is true."""
    answers = [_has(own, name) for name in names.split()]
    return None if None in answers else [shape] * answers.count(True)


def _with_bias(own: Own, kernels: Shapes, units: Dim) -> Shapes | None:
    bias = _if(own, "use_bias", Shape((units,)))
    return None if bias is None else [*kernels, *bias]


def _dense(own: Own, x: Shape) -> Shapes | None:
    units = _length(own, "units")
    return _with_bias(own, [Shape((x[-1], units))], units)


def _sides(own: Own, axes: int) -> tuple[Dim, ...]:
    size = own.get("kernel_size")
    if isinstance(size, Sequence) and size.known is not None and len(size.known) == axes:
        return tuple(item.dim or Dim.unknown() if isinstance(item, Constant) else Dim.unknown() for item in size.known)
    if isinstance(size, Sequence) and size.known is not None and len(size.known) == 1:
        return _sides({"kernel_size": size.known[0]}, axes)
    return (_length(own, "kernel_size"),) * axes


def _channels(own: Own, x: Shape, first: int = 1) -> Dim:
    return x[first] if text(own.get("data_format")) == "channels_first" else x[-1]


def _conv(axes: int, transposed: bool) -> Kind:
    def shapes(own: Own, x: Shape) -> Shapes | None:
        if x.rank != axes + 2:
            return None
        filters, channels = _length(own, "filters"), _channels(own, x)
        taken = channels if "groups" not in own else channels // _length(own, "groups")
        last = (filters, channels) if transposed else (taken, filters)
        return _with_bias(own, [Shape((*_sides(own, axes), *last))], filters)

    return shapes


def _depthwise(axes: int) -> Kind:
    def shapes(own: Own, x: Shape) -> Shapes | None:
        channels, times = _channels(own, x), _length(own, "depth_multiplier", 1)
        return _with_bias(own, [Shape((*_sides(own, axes), channels, times))], channels * times)

    return shapes


def _separable(axes: int) -> Kind:
    def shapes(own: Own, x: Shape) -> Shapes | None:
        channels, times, filters = _channels(own, x), _length(own, "depth_multiplier", 1), _length(own, "filters")
        points = Shape((*(1,) * axes, channels * times, filters))
        return _with_bias(own, [Shape((*_sides(own, axes), channels, times)), points], filters)

    return shapes


def _conv_lstm(axes: int) -> Kind:
    def shapes(own: Own, x: Shape) -> Shapes | None:
        filters, sides = _length(own, "filters"), _sides(own, axes)
        gates = filters * 4
        return _with_bias(own, [Shape((*sides, _channels(own, x, 2), gates)), Shape((*sides, filters, gates))], gates)

    return shapes


def _embedding(own: Own, x: Shape) -> Shapes | None:
    return [Shape((_length(own, "input_dim"), _length(own, "output_dim")))]


def _axes(own: Own, x: Shape) -> list[Dim] | None:
    """The lengths of the axes that the argument names; the last one if it is not given."""
    axis = own.get("axis")
    if axis is None:
        return [x[-1]]
    if isinstance(axis, Constant) and axis.payload is None:
        return []
    numbers = [number(one) for one in axis.known] if isinstance(axis, Sequence) and axis.known else [number(axis)]
    return None if None in numbers else [x[one] for one in numbers if one is not None]


def _batch_norm(own: Own, x: Shape) -> Shapes | None:
    axes = _axes(own, x)
    moments = _if(own, "scale center", Shape(axes)) if axes is not None else None
    return None if axes is None or moments is None else [*moments, Shape(axes), Shape(axes)]


def _layer_norm(own: Own, x: Shape) -> Shapes | None:
    axes = _axes(own, x)
    return None if axes is None or "rms_scaling" in own else _if(own, "scale center", Shape(axes))


def _rms_norm(own: Own, x: Shape) -> Shapes | None:
    axes = _axes(own, x)
    return None if axes is None else [Shape(axes)]


def _normalization(own: Own, x: Shape) -> Shapes | None:
    axes = _axes(own, x)
    if axes is None or "mean" in own or "variance" in own:
        return None if axes is None else []
    return [Shape(axes), Shape(axes), Shape()]


def _prelu(own: Own, x: Shape) -> Shapes | None:
    shared = own.get("shared_axes")
    axes = [number(one) for one in shared.known or ()] if isinstance(shared, Sequence) else []
    known = shared is None or getattr(shared, "payload", "") is None or (axes and None not in axes)
    return [Shape(1 if i in axes else dim for i, dim in enumerate(x.dims) if i)] if known else None


def _recurrent(name: str) -> Kind:
    def shapes(own: Own, x: Shape) -> Shapes | None:
        units, gates = _length(own, "units"), GATES[name]
        found = [Shape((x[-1], units * gates)), Shape((units, units * gates))]
        if name != "GRU" or _has(own, "use_bias") is False:
            return _with_bias(own, found, units * gates)
        split = _has(own, "reset_after")
        return None if split is None else [*found, Shape((2, units * 3)) if split else Shape((units * 3,))]

    return shapes


def _bidirectional(own: Own, x: Shape) -> Shapes | None:
    """The layer twice, or the layer and the other one."""
    first = own.get("layer")
    found = [kind_of(one, x) for one in (first, own.get("backward_layer", first)) if isinstance(one, Instance)]
    return None if len(found) != 2 or None in found else [shape for part in found for shape in part or ()]


def _rnn(own: Own, x: Shape) -> Shapes | None:
    cell = own.get("cell")
    if isinstance(cell, Instance) and cell.cls.library_path() == "keras.layers.StackedRNNCells":
        return kind_of(cell, x)
    return _stacked({"cells": cell if isinstance(cell, Sequence) else Sequence.list((cell,) if cell else ())}, x)


def _stacked(own: Own, x: Shape) -> Shapes | None:
    """Cells one behind the other."""
    cells = own.get("cells")
    found: Shapes = []
    for cell in cells.known or (None,) if isinstance(cells, Sequence) else (None,):
        made = kind_of(cell, x) if isinstance(cell, Instance) else None
        if made is None or not isinstance(cell, Instance):
            return None
        found += made
        x = Shape((x[0], _length(arguments_of(cell), "units")))
    return found


def _einsum_dense(own: Own, x: Shape) -> Shapes | None:
    """The axes of the kernel and of the bias by their letters."""
    equation, asked, bias = text(own.get("equation")), own.get("output_shape"), own.get("bias_axes")
    sizes = asked.known if isinstance(asked, Sequence) else (asked,) if isinstance(asked, Constant) else None
    if equation is None or sizes is None or "..." in equation:
        return None
    left, _, out = equation.replace(" ", "").partition("->")
    names, _, kernel = left.partition(",")
    lengths = dict(zip(names, x.dims, strict=False))
    for letter, size in zip(reversed(out), reversed(sizes), strict=False):
        if isinstance(size, Constant) and size.dim is not None:
            lengths[letter] = size.dim
    found = [Shape(lengths.get(letter, Dim.unknown()) for letter in kernel)]
    axes = text(bias)
    if bias is not None and axes is None and getattr(bias, "payload", "") is not None:
        return None
    return found if axes is None else [*found, Shape(lengths.get(a, Dim.unknown()) for a in out if a in axes)]


KINDS: dict[str, Kind] = {
    "Dense": _dense, "Embedding": _embedding, "BatchNormalization": _batch_norm, "LayerNormalization": _layer_norm,
    "GroupNormalization": _layer_norm, "RMSNormalization": _rms_norm, "Normalization": _normalization, "PReLU": _prelu,
    "Bidirectional": _bidirectional, "RNN": _rnn, "StackedRNNCells": _stacked, "EinsumDense": _einsum_dense,
    **{f"Conv{axes}D": _conv(axes, False) for axes in (1, 2, 3)},
    **{f"Conv{axes}DTranspose": _conv(axes, True) for axes in (1, 2, 3)},
    **{f"DepthwiseConv{axes}D": _depthwise(axes) for axes in (1, 2)},
    **{f"SeparableConv{axes}D": _separable(axes) for axes in (1, 2)},
    **{f"ConvLSTM{axes}D": _conv_lstm(axes) for axes in (1, 2, 3)},
    **{f"{name}{cell}": _recurrent(name) for name in GATES for cell in ("", "Cell")},
}  # fmt: skip
NONE = frozenset(
    "Activation ActivityRegularization Add AlphaDropout Average AveragePooling1D AveragePooling2D AveragePooling3D "
    "CenterCrop Concatenate Cropping1D Cropping2D Cropping3D Dot Dropout ELU Flatten GaussianDropout GaussianNoise "
    "GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D GlobalMaxPooling1D GlobalMaxPooling2D "
    "GlobalMaxPooling3D Identity InputLayer Lambda LeakyReLU Masking MaxPooling1D MaxPooling2D MaxPooling3D Maximum "
    "Minimum Multiply Permute RandomBrightness RandomContrast RandomCrop RandomFlip RandomRotation RandomTranslation "
    "RandomZoom ReLU RepeatVector Rescaling Reshape Resizing Softmax SpatialDropout1D SpatialDropout2D "
    "SpatialDropout3D Subtract UnitNormalization UpSampling1D UpSampling2D UpSampling3D ZeroPadding1D ZeroPadding2D "
    "ZeroPadding3D".split()
)  # fmt: skip
"""Layers without weights (drop-outs keep a seed, which is no weight)."""


NAMES = frozenset("kernel bias embeddings depthwise_kernel pointwise_kernel gamma beta moving_mean "
                  "moving_variance".split())  # fmt: skip
"""The attributes under which layers keep their weights."""
_KERNELS = ("Dense", "EinsumDense", *(f"Conv{axes}D{kind}" for axes in (1, 2, 3) for kind in ("", "Transpose")))


def position(layer: str, name: str, own: Own) -> int | None:
    """Which of the weights an attribute is; None if that is not known."""
    if layer in _KERNELS and name in ("kernel", "bias"):
        return int(name == "bias")
    if layer == "Embedding" and name == "embeddings":
        return 0
    if layer.startswith("DepthwiseConv") and name in ("kernel", "bias"):
        return int(name == "bias")
    names = ("gamma", "beta", "moving_mean", "moving_variance")
    if layer == "BatchNormalization" and name in names and "scale" not in own and "center" not in own:
        return names.index(name)
    return None


def arguments_of(layer: Instance) -> Own:
    """What a layer was constructed with."""
    return {**(layer.hidden("given") or {}), **(layer.hidden("constructor") or {})}


def kind_of(layer: Instance, x: Shape) -> Shapes | None:
    """The shapes of the weights of one of Keras's layers for an input."""
    name = (layer.cls.library_path() or "").rpartition(".")[2]
    if name in NONE:
        return []
    kind = KINDS.get(name)
    return kind(arguments_of(layer), x) if kind is not None else None


def attention(name: str, own: Own, parts: list[Tensor]) -> Shapes | None:
    """Of the layers that are given query, value and perhaps key."""
    if len(parts) < 2 or not all(one.shape.known_rank and one.rank for one in parts):
        return None
    query, value = parts[0].shape[-1], parts[1].shape[-1]
    key = parts[2].shape[-1] if len(parts) > 2 else value
    if name == "AdditiveAttention":
        return _if(own, "use_scale", Shape((query,)))
    if name == "Attention":
        scaled, mode = _has(own, "use_scale", False), text(own["score_mode"]) if "score_mode" in own else "dot"
        return None if scaled is None or mode is None else [Shape()] * (scaled + (mode == "concat"))
    if name == "MultiHeadAttention":
        heads, width = _length(own, "num_heads"), _length(own, "key_dim")
        of_value = _length(own, "value_dim") if "value_dim" in own else width
        asked = own.get("output_shape")
        out = _lengths(asked) if asked is not None else [query]
        projections = [((query,), (heads, width)), ((key,), (heads, width)), ((value,), (heads, of_value)),
                       ((heads, of_value), tuple(out or ()))]  # fmt: skip
    else:
        heads, few, width = (_length(own, one) for one in ("num_query_heads", "num_key_value_heads", "head_dim"))
        out = [query]
        projections = [((query,), (heads, width)), ((key,), (few, width)), ((value,), (few, width)),
                       ((heads, width), (query,))]  # fmt: skip
    biased = _has(own, "use_bias")
    if biased is None or out is None or _has(own, "use_gate", False) is not False:
        return None
    return [shape for left, right in projections for shape in (Shape((*left, *right)), Shape(right))[: 1 + biased]]


def _lengths(value: Value) -> list[Dim] | None:
    items = value.known if isinstance(value, Sequence) else (value,)
    dims = [item.dim if isinstance(item, Constant) else None for item in items or ()]
    return None if not dims or None in dims else [dim for dim in dims if dim is not None]


def total(shapes: Shapes) -> Dim:
    """How many numbers they hold."""
    found = Dim.of(0)
    for shape in shapes:
        found = found + product(shape.dims)
    return found
