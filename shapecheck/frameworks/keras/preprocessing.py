"""Preprocessing layers: scaling, images, categories, text."""

from __future__ import annotations

from typing import Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..binding import Ignored, Parameter, Required, Tensors
from ..declare import REGISTRY, Spec
from .dialect import K, changed, extended, replace_last, tensor


def _factor(value: Any) -> float | None:
    payload = value.payload if isinstance(value, Constant) else value
    return float(payload) if isinstance(payload, (int, float)) and not isinstance(payload, bool) else None


@K.layer("keras.layers.Rescaling")
def rescaling(inputs: Tensor, *, scale: Ignored, offset: Ignored = 0.0, **others: Ignored) -> Tensor:
    """x * scale + offset."""
    found, times, plus = changed(inputs), _factor(scale), _factor(offset)
    low, high = inputs.facts.low, inputs.facts.high
    if times is None or plus is None or low is None or high is None:
        return found
    ends = sorted((low * times + plus, high * times + plus))
    return found.with_facts(low=ends[0], high=ends[1])


def _moments() -> dict[str, Value]:
    """They become attributes once the layer is built, with the axes of its input."""
    return {name: Unknown("a moment of a layer that is not built") for name in ("mean", "variance")}


@K.layer("keras.layers.Normalization", weights=_moments)
def normalization(inputs: Tensor, *, axis: Ignored = -1, mean: Ignored = None, variance: Ignored = None,
                  invert: Ignored = False, **others: Ignored) -> Tensor:  # fmt: skip
    if not inputs.shape.known_rank:
        raise Undecided("the rank is not known")
    return changed(inputs)


def sized(x: Tensor, height: Dim, width: Dim, data_format: str | None) -> Tensor:
    """An image or a batch of images with another height and width."""
    shape = x.shape
    if not 3 <= shape.rank <= 4:
        raise Undecided("images have 3 axes, batches of them 4")
    front = shape.dims[: shape.rank - 3]
    if data_format == "channels_first":
        return changed(x, Shape((*front, shape[-3], height, width)))
    return changed(x, Shape((*front, height, width, shape[-1])))


@K.layer("keras.layers.Resizing")
def resizing(data: Tensor, training: Ignored = True, *, height: Dim, width: Dim, interpolation: Ignored = "bilinear",
             crop_to_aspect_ratio: Ignored = False, pad_to_aspect_ratio: Ignored = False,
             fill_mode: Ignored = "constant", fill_value: Ignored = 0.0, antialias: Ignored = False,
             data_format: str | None = None, **others: Ignored) -> Tensor:  # fmt: skip
    return sized(data, height, width, data_format)


@K.layer("keras.layers.CenterCrop")
def center_crop(data: Tensor, training: Ignored = True, *, height: Dim, width: Dim, data_format: str | None = None,
                **others: Ignored) -> Tensor:  # fmt: skip
    return sized(data, height, width, data_format)


@K.layer("keras.layers.RandomCrop")
def random_crop(data: Tensor, training: Ignored = True, *, height: Dim, width: Dim, seed: Ignored = None,
                data_format: str | None = None, name: Ignored = None, **others: Ignored) -> Tensor:  # fmt: skip
    return sized(data, height, width, data_format)


_RANGE, _NEEDED = (0, 255), Required
_TURNED = {"fill_mode": "reflect", "interpolation": "bilinear", "seed": None, "fill_value": 0.0, "data_format": None}
_AUGMENTATIONS: dict[str, dict[str, Any]] = {
    "AugMix": {"value_range": _RANGE, "num_chains": 3, "chain_depth": 3, "factor": 0.3},
    "AutoContrast": {"value_range": _RANGE}, "Equalization": {"value_range": _RANGE, "bins": 256},
    "ContrastLimitedAdaptiveHistogramEqualization": {"value_range": _RANGE, "clip_limit": 4.0},
    "CutMix": {"factor": 1.0, "seed": None, "data_format": None}, "MaxNumBoundingBoxes": {"max_number": _NEEDED},
    "MixUp": {"alpha": 0.2, "data_format": None, "seed": None},
    "RandAugment": {"value_range": _RANGE, "num_ops": 2, "factor": 0.5},
    "RandomBrightness": {"factor": _NEEDED, "value_range": _RANGE, "seed": None},
    "RandomColorDegeneration": {"factor": _NEEDED, "value_range": _RANGE}, "RandomColorJitter": {"value_range": _RANGE},
    "RandomContrast": {"factor": _NEEDED, "value_range": _RANGE, "seed": None},
    "RandomElasticTransform": {"factor": 1.0, "scale": 1.0}, "RandomErasing": {"factor": 1.0, "scale": (0.02, 0.33)},
    "RandomFlip": {"mode": "horizontal_and_vertical", "seed": None, "data_format": None},
    "RandomGaussianBlur": {"factor": 1.0, "kernel_size": 3, "sigma": 1.0}, "RandomGrayscale": {"factor": 0.5},
    "RandomHue": {"factor": _NEEDED, "value_range": _RANGE}, "RandomInvert": {"factor": 1.0, "value_range": _RANGE},
    "RandomPerspective": {"factor": 1.0, "scale": 1.0},
    "RandomPosterization": {"factor": _NEEDED, "value_range": _RANGE},
    "RandomRotation": {"factor": _NEEDED, **_TURNED}, "RandomSaturation": {"factor": _NEEDED, "value_range": _RANGE},
    "RandomSharpness": {"factor": _NEEDED, "value_range": _RANGE}, "RandomShear": {"x_factor": 0.0, "y_factor": 0.0},
    "RandomTranslation": {"height_factor": _NEEDED, "width_factor": _NEEDED, **_TURNED},
    "RandomZoom": {"height_factor": _NEEDED, "width_factor": None, **_TURNED},
    "Solarization": {"addition_factor": 0.0, "threshold_factor": 0.0, "value_range": _RANGE, "seed": None},
}  # fmt: skip
"""The first parameters of each constructor, with their defaults."""


def _augment(data: Tensor, training: Ignored = True, **others: Ignored) -> Tensor:
    """The colours or places of pixels change; the shape does not."""
    if data.shape.known_rank and data.rank not in (3, 4):
        raise Mismatch("layer-input-rank", f"images have 3 axes, batches of them 4, got {data.shape}", argument="data",
                       runtime=("Expected the input image to be rank 3 or 4.",
                                "expected rank 3 (single image) or rank 4 (batch of images)."))  # fmt: skip
    return changed(data)


for _name, _defaults in _AUGMENTATIONS.items():
    K.layer(f"keras.layers.{_name}")(_augment)
    _spec = REGISTRY[f"keras.layers.{_name}"]
    _own = tuple(Parameter(name, "Ignored", default, "name") for name, default in _defaults.items())
    if isinstance(_spec, Spec):
        _spec.parameters = (*_spec.parameters[:-1], *_own, _spec.parameters[-1])


@K.layer("keras.layers.RandomHeight", "keras.layers.RandomWidth")
def random_size(data: Tensor, training: Ignored = True, *, factor: Ignored, **others: Ignored) -> Tensor:
    return sized(data, Dim.unknown(low=1), Dim.unknown(low=1), None)


# -- categories ------------------------------------------------------------------------------------------------


def encoded(x: Tensor, mode: str, tokens: Dim, dtype: str | None = "float32", ids: str = "int64") -> Tensor:
    """Indices as they are, or as rows of `tokens` numbers. Source: keras/src/utils/numerical_utils.py."""
    shape = x.shape
    if mode == "int":
        return tensor(shape, ids)
    if mode == "one_hot":
        if shape.rank > 1 and shape[-1].is_one() is Truth.MAYBE:
            raise Undecided("a last axis that may be of length 1")
        if shape.rank > 1 and shape[-1] == 1:
            shape = shape[:-1]
        return tensor(extended(shape, tokens), dtype, Facts(low=0, high=1, one_hot=True))
    if mode in ("multi_hot", "count", "tf_idf", "tf-idf") and shape.rank <= 2:
        return tensor(Shape((tokens,)) if shape.rank == 0 else replace_last(shape, tokens),
                      None if "tf" in mode else dtype)
    raise Undecided(f"output_mode {mode}")


@K.layer("keras.layers.CategoryEncoding")
def category_encoding(inputs: Tensor, count_weights: Ignored = None, *, num_tokens: Dim | None = None,
                      output_mode: str = "multi_hot", sparse: Ignored = False, **others: Ignored) -> Tensor:
    return encoded(inputs, output_mode, num_tokens or Dim.unknown(low=1))


def _vocabulary(vocabulary: Value | None, extra: int) -> Dim:
    if isinstance(vocabulary, Sequence):
        return vocabulary.size + extra
    return Dim.unknown(low=1)


def lookup(inputs: Tensor, vocabulary: Value | None, oov: Any, max_tokens: Dim | None, mode: str, pad: Any,
           invert: Any, mask: Any) -> Tensor:  # fmt: skip
    if _true(invert):
        return tensor(inputs.shape, None)
    if mode == "int":
        return tensor(inputs.shape, "int64")
    known = _factor(oov)
    size = _vocabulary(vocabulary, int(known)) if known is not None else Dim.unknown(low=1)
    if max_tokens is not None and _true(pad):
        size = max_tokens
    return encoded(inputs, mode, size, "int64")


def _true(value: Any) -> bool:
    return (value.payload if isinstance(value, Constant) else value) is True


@K.layer("keras.layers.StringLookup")
def string_lookup(inputs: Tensor, *, max_tokens: Dim | None = None, num_oov_indices: Ignored = 1,
                  mask_token: Ignored = None,
                  oov_token: Ignored = "[UNK]", vocabulary: Value | None = None, idf_weights: Ignored = None,
                  invert: Ignored = False, output_mode: str = "int", pad_to_max_tokens: Ignored = False,
                  **others: Ignored) -> Tensor:  # fmt: skip
    return lookup(inputs, vocabulary, num_oov_indices, max_tokens, output_mode, pad_to_max_tokens, invert, mask_token)


@K.layer("keras.layers.IntegerLookup")
def integer_lookup(inputs: Tensor, *, max_tokens: Dim | None = None, num_oov_indices: Ignored = 1,
                   mask_token: Ignored = None, oov_token: Ignored = -1, vocabulary: Value | None = None,
                   vocabulary_dtype: Ignored = "int64", idf_weights: Ignored = None, invert: Ignored = False,
                   output_mode: str = "int", sparse: Ignored = False, pad_to_max_tokens: Ignored = False,
                   **others: Ignored) -> Tensor:  # fmt: skip
    return lookup(inputs, vocabulary, num_oov_indices, max_tokens, output_mode, pad_to_max_tokens, invert, mask_token)


@K.layer("keras.layers.Hashing")
def hashing(inputs: Tensor, *, num_bins: Dim, mask_value: Ignored = None, salt: Ignored = None,
            output_mode: str = "int",
            sparse: Ignored = False, **others: Ignored) -> Tensor:  # fmt: skip
    return encoded(inputs, output_mode, num_bins)


@K.layer("keras.layers.HashedCrossing")
def hashed_crossing(inputs: Tensors, *, num_bins: Dim, output_mode: str = "int", sparse: Ignored = False,
                    name: Ignored = None, dtype: Ignored = None, **others: Ignored) -> Tensor:  # fmt: skip
    """One id for each pair of categories."""
    first = inputs[0].shape
    if len(inputs) < 2:
        raise Undecided("a single input")
    if first.rank > 2 or (first.rank == 2 and first[-1].is_one() is Truth.NO):
        raise Mismatch("layer-input-rank", f"HashedCrossing takes [batch] or [batch, 1], got {first}",
                       argument="inputs", runtime="All `HashedCrossing` inputs should have shape `()`, "
                       "`(batch_size)` or `(batch_size, 1)`.")  # fmt: skip
    return encoded(tensor(first, None), output_mode, num_bins)


@K.layer("keras.layers.Discretization")
def discretization(inputs: Tensor, *, bin_boundaries: Value | None = None, num_bins: Dim | None = None,
                   epsilon: Ignored = 0.01, output_mode: str = "int", **others: Ignored) -> Tensor:  # fmt: skip
    size = num_bins or _vocabulary(bin_boundaries, 1)
    return encoded(inputs, output_mode, size, ids="int32")


@K.layer("keras.layers.TextVectorization")
def text_vectorization(inputs: Tensor, *, max_tokens: Dim | None = None,
                       standardize: Ignored = "lower_and_strip_punctuation", split: Ignored = "whitespace",
                       ngrams: Ignored = None, output_mode: str = "int", output_sequence_length: Dim | None = None,
                       pad_to_max_tokens: Ignored = False, **others: Ignored) -> Tensor:  # fmt: skip
    """Texts [batch] or [batch, 1] become ids [batch, length] or one row of counts each."""
    shape = inputs.shape
    front = shape.dims[:-1] if shape.rank > 1 and shape[-1] == 1 else shape.dims
    if len(front) > 1:
        raise Undecided("texts with several axes")
    if output_mode == "int":
        length = output_sequence_length or Dim.unknown()
        high = float(max_tokens.value - 1) if max_tokens is not None and max_tokens.value else None
        return tensor(Shape((*front, length)), "int64", Facts(low=0, high=high) if high else None)
    width = max_tokens if max_tokens is not None and _true(pad_to_max_tokens) else Dim.unknown(low=1)
    return tensor(Shape((*front, width)), None if "tf" in output_mode else "int64")
