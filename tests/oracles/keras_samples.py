"""Samples for Keras: those recorded from its own tests, mutations of them, and written ones; for Keras and for us."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapecheck.core.objects import Class, Instance
from shapecheck.core.shape import Shape
from shapecheck.core.tensor import Facts, Tensor
from shapecheck.core.value import Value
from shapecheck.frameworks.binding import bind
from shapecheck.frameworks.declare import REGISTRY, Spec
from shapecheck.frameworks.keras.dialect import KERAS
from shapecheck.frameworks.numpy.dialect import NUMPY

from .harness import register, value_of

DATA = Path(__file__).parent / "data"
os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


@dataclass(frozen=True)
class Array:
    """A tensor by shape and dtype, for both sides of the comparison."""

    shape: tuple[int, ...]
    dtype: str
    elements: Any = None
    library: str = "keras"

    def real(self) -> Any:
        import numpy as np

        if self.elements is not None:
            return np.array(self.elements, self.dtype)
        return np.full(self.shape, "a") if self.dtype == "string" else np.zeros(self.shape, self.dtype)

    def core(self) -> Tensor:
        library = NUMPY if self.library == "numpy" else KERAS
        return Tensor(Shape(self.shape), self.dtype, library, self.facts())

    def facts(self) -> Facts | None:
        if self.elements is None or not self.dtype.startswith(("int", "uint")):
            return None
        flat = list(flattened(self.elements))
        return Facts(low=min(flat), high=max(flat)) if flat else None

    def as_array(self) -> Array:
        return Array(self.shape, self.dtype, self.elements, "numpy")


def flattened(elements: Any) -> Iterator[Any]:
    if isinstance(elements, tuple):
        for item in elements:
            yield from flattened(item)
    else:
        yield elements


@dataclass(frozen=True)
class Inner:
    """A layer that is the argument of another."""

    name: str
    config: str

    def real(self) -> Any:
        import keras

        return getattr(keras.layers, self.name).from_config(json.loads(self.config))

    def core(self) -> Value:
        spec = REGISTRY[f"keras.layers.{self.name}"]
        assert isinstance(spec, Spec)
        names = {p.name for p in spec.constructor_parameters}
        given = {name: value_of(item) for name, item in json.loads(self.config).items() if name in names}
        instance = Instance(Class(self.name, (), {}, spec.path))
        instance.state[" constructor"] = bind(spec.constructor_parameters, _arguments(given))
        return instance


def _arguments(keywords: dict[str, Value]) -> Any:
    from shapecheck.core.value import Arguments

    return Arguments((), keywords)


register(Array, Array.core)
register(Inner, Inner.core)


def decoded(what: Any) -> Any:
    """What `keras_capture.encoded` wrote."""
    if isinstance(what, list):
        return [decoded(item) for item in what]
    if not isinstance(what, dict):
        return what
    if "tuple" in what:
        return tuple(decoded(item) for item in what["tuple"])
    if "dict" in what:
        return {key: decoded(item) for key, item in what["dict"].items()}
    if "slice" in what:
        return slice(*map(decoded, what["slice"]))
    if "layer" in what:
        return Inner(what["layer"], json.dumps(what["config"]))
    return Array(tuple(what["tensor"]), what["dtype"], freeze(what.get("elements")))


def freeze(elements: Any) -> Any:
    return tuple(map(freeze, elements)) if isinstance(elements, list) else elements


def real(value: Any) -> Any:
    """The argument for Keras."""
    if isinstance(value, (Array, Inner)):
        return value.real()
    if isinstance(value, (list, tuple)):
        return type(value)(map(real, value))
    return {key: real(item) for key, item in value.items()} if isinstance(value, dict) else value


def shown(result: Any) -> Any:
    """Keras's result by shape and dtype."""
    if isinstance(result, (list, tuple)):
        return type(result)(map(shown, result)) if not hasattr(result, "_fields") else tuple(map(shown, result))
    if isinstance(result, dict):
        return {key: shown(item) for key, item in result.items()}
    shape, dtype = getattr(result, "shape", None), getattr(result, "dtype", None)
    if shape is None or dtype is None:
        return result
    library = "numpy" if type(result).__module__ == "numpy" else "keras"
    return Array(tuple(int(size) for size in shape), str(getattr(dtype, "name", dtype)), None, library)


# -- layers ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class LayerSample:
    name: str
    init: tuple[tuple[Any, ...], dict[str, Any]]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


def recorded_layers() -> Iterator[LayerSample]:
    """The calls of layers in Keras's tests."""
    samples = json.loads((DATA / "keras_layers.json").read_text(encoding="utf-8"))
    for name, kept in samples.items():
        for one in kept:
            init = {key: decoded(value) for key, value in one["init"].items()}
            call = {key: decoded(value) for key, value in one["call"].items()}
            data = decoded(one["data"]) if "data" in one else shaped(decoded(one["shape"]), decoded(one["dtype"]))
            args: tuple[Any, ...] = (data,)
            if isinstance(data, dict) and all(key.endswith("_shape") for key in data):
                args, call = (), {**{key[:-6]: item for key, item in data.items()}, **call}
            if "dtype" not in init and all(f"keras.layers.{inner}" in REGISTRY for inner in inner_names(one["init"])):
                yield LayerSample(name, ((), init), args, call)


def inner_names(what: Any) -> Iterator[str]:
    """The classes of layers inside the arguments of a layer; Keras's tests define some of their own."""
    if isinstance(what, dict):
        if "layer" in what and "config" in what:
            yield what["layer"]
        for item in what.values():
            yield from inner_names(item)
    elif isinstance(what, list):
        for item in what:
            yield from inner_names(item)


def shaped(shape: Any, dtype: Any) -> Any:
    """Arrays of the shapes that a test gives."""
    if isinstance(shape, dict):
        kinds = dtype if isinstance(dtype, dict) else dict.fromkeys(shape, dtype)
        return {key: shaped(item, kinds.get(key)) for key, item in shape.items()}
    if isinstance(shape, (list, tuple)) and shape and isinstance(shape[0], (list, tuple)):
        kinds = dtype if isinstance(dtype, (list, tuple)) else [dtype] * len(shape)
        return [shaped(item, kind) for item, kind in zip(shape, kinds, strict=True)]
    return Array(tuple(shape), dtype or "float32")


def mutated(sample: LayerSample) -> Iterator[LayerSample]:
    """The same layer on other inputs: an axis less, an axis more, a length changed. Keras says which it refuses."""
    if not sample.args:
        return
    data = sample.args[0]
    if isinstance(data, Array) and data.elements is None:
        for shape in other_shapes(data.shape):
            # poolings with nothing left have a test of their own: called eagerly, they pass where oneDNN is off
            if "Pooling" not in sample.name or 1 not in shape[1:-1]:
                yield LayerSample(sample.name, sample.init, (Array(shape, data.dtype),), sample.kwargs)
    if isinstance(data, list) and len(data) > 1 and sample.name != "Dot" and all(isinstance(item,
                                                                                            Array) for item in data):
        for shape in other_shapes(data[-1].shape):
            yield LayerSample(sample.name, sample.init, ([*data[:-1], Array(shape, data[-1].dtype)],), sample.kwargs)


def other_shapes(shape: tuple[int, ...]) -> list[tuple[int, ...]]:
    found = [shape[:-1], (*shape, 2), shape[1:]]
    if len(shape) > 1:
        found += [(*shape[:-1], shape[-1] + 1), (shape[0], 1, *shape[2:]), (*shape[:-1], 1)]
    return [one for one in dict.fromkeys(found) if one and one != shape]


def layer(name: str, *args: Any, call: dict[str, Any] | None = None, **init: Any) -> LayerSample:
    return LayerSample(name, ((), init), args, call or {})


def f32(*shape: int) -> Array:
    return Array(shape, "float32")


def i64(*shape: int) -> Array:
    return Array(shape, "int64")


WRITTEN_LAYERS = [
    layer("MelSpectrogram", f32(2, 16000)), layer("MelSpectrogram", f32(2, 16001), sequence_stride=160, fft_length=512),
    layer("MelSpectrogram", f32(2, 16000), num_mel_bins=40, fft_length=255, sequence_stride=100),
    layer("STFTSpectrogram", f32(2, 1600, 1)), layer("STFTSpectrogram", f32(2, 1600, 2), mode="stft", frame_step=100),
    layer("STFTSpectrogram", f32(2, 1600, 2), expand_dims=True, padding="same", fft_length=512),
    layer("STFTSpectrogram", f32(2, 2, 1600), data_format="channels_first", frame_length=200),
    layer("HashedCrossing", [i64(2), i64(2)], num_bins=5), layer("HashedCrossing", [i64(2, 1), i64(2, 1)], num_bins=5),
    layer("HashedCrossing", [i64(2, 3), i64(2, 3)], num_bins=5),
    layer("HashedCrossing", [i64(2, 1), i64(2, 1)], num_bins=5, output_mode="one_hot"),
    layer("Flatten", f32(2, 3, 4)), layer("Flatten", f32(2)), layer("Flatten", f32(2, 3)),
    layer("Flatten", i64(2, 3, 4)),
    layer("Rescaling", f32(2, 3), scale=0.5), layer("Rescaling", Array((2, 3), "uint8"), scale=0.5, offset=1.0),
    layer("Resizing", f32(2, 8, 9, 3), height=4, width=5), layer("Resizing", f32(8, 9, 3), height=4, width=5),
    layer("Resizing", f32(2, 3), height=4, width=5),
    layer("StringLookup", Array((2, 3), "string"), vocabulary=["a", "b"]),
    layer("StringLookup", Array((2, 3), "string"), vocabulary=["a", "b"], output_mode="multi_hot"),
    layer("StringLookup", Array((2, 1), "string"), vocabulary=["a", "b"], output_mode="one_hot"),
    layer("IntegerLookup", i64(2, 3), vocabulary=[0, 1, 2]),
    layer("IntegerLookup", i64(2, 3), vocabulary=[0, 1, 2], output_mode="multi_hot"),
    layer("Hashing", i64(2, 3), num_bins=5), layer("Hashing", i64(2, 3), num_bins=5, output_mode="multi_hot"),
    layer("Discretization", f32(2, 3), bin_boundaries=[0.0, 1.0]),
    layer("Discretization", f32(2, 3), bin_boundaries=[0.0, 1.0], output_mode="multi_hot"),
    layer("TextVectorization", Array((2,), "string"), output_sequence_length=4, vocabulary=["a", "b"]),
    layer("TextVectorization", Array((2, 1), "string"), output_mode="multi_hot", vocabulary=["a", "b"]),
    layer("CategoryEncoding", i64(2, 3), num_tokens=4),
    layer("CategoryEncoding", i64(2, 1), num_tokens=4, output_mode="one_hot"),
    layer("CategoryEncoding", i64(2), num_tokens=4, output_mode="one_hot"),
    layer("CategoryEncoding", i64(2, 3), num_tokens=4, output_mode="count"),
    layer("GroupNormalization", f32(2, 4, 6), groups=3), layer("GroupNormalization", f32(2, 4, 6), groups=4),
    layer("GroupNormalization", f32(2, 6), groups=-1), layer("GroupNormalization", f32(2, 6), groups=6),
    layer("LSTM", f32(2, 3, 4), units=5, return_sequences=True),
    layer("LSTM", f32(2, 3, 4), units=5, return_state=True),
    layer("LSTM", f32(2, 3, 4), units=5, return_sequences=True, return_state=True), layer("LSTM", f32(2, 4), units=5),
    layer("GRU", f32(2, 3, 4), units=5, return_sequences=True, return_state=True), layer("GRU", f32(2, 4), units=5),
    layer("SimpleRNN", f32(2, 3, 4), units=5, return_sequences=True, return_state=True),
    layer("SimpleRNN", f32(2, 3, 4, 5), units=5),
    layer("LSTMCell", f32(2, 4), [f32(2, 5), f32(2, 5)], units=5), layer("GRUCell", f32(2, 4), [f32(2, 5)], units=5),
    layer("SimpleRNNCell", f32(2, 4), [f32(2, 5)], units=5),
    layer("Dense", f32(4), units=3), layer("Dense", f32(2, 4), units=0),
    layer("Dense", f32(2, 4), units=1, activation="softmax"),
    layer("Dense", i64(2, 4), units=3), layer("Dense", Array((2, 4), "float64"), units=3),
    layer("Convolution1D", f32(2, 8, 3), filters=4, kernel_size=3),
    layer("Convolution2D", f32(2, 8, 8, 3), filters=4, kernel_size=(3, 3)),
    layer("Convolution3D", f32(2, 8, 8, 8, 3), filters=4, kernel_size=3),
    layer("Conv2D", f32(2, 8, 8, 3), filters=4, kernel_size=3, activation="relu"),
    layer("Conv2D", f32(2, 8, 8, 3), filters=4, kernel_size=3, padding="same", strides=2),
    layer("Conv2D", f32(2, 8, 8, 3), filters=4, kernel_size=(3, 5), dilation_rate=2),
    layer("Conv2D", f32(2, 2, 2, 3), filters=4, kernel_size=3),
    layer("Conv2D", f32(2, 8, 8, 3), filters=4, kernel_size=3, groups=2),
    layer("Conv2D", f32(2, 8, 8), filters=4, kernel_size=3),
    layer("Conv1D", f32(2, 8, 3), filters=4, kernel_size=3, padding="causal"),
    layer("Conv1D", f32(2, 8), filters=4, kernel_size=3), layer("Conv1D", f32(2, 2, 3), filters=4, kernel_size=3),
    layer("Conv3D", f32(1, 5, 5, 5, 2), filters=3, kernel_size=2),
    layer("Conv3D", f32(1, 5, 5, 5), filters=3, kernel_size=2),
    layer("Conv2DTranspose", f32(1, 4, 4, 2), filters=3, kernel_size=3, strides=2),
    layer("Conv2DTranspose", f32(1, 4, 4, 2), filters=3, kernel_size=3, strides=2, padding="same"),
    layer("Conv2DTranspose", f32(1, 4, 4, 2), filters=3, kernel_size=2, strides=3),
    layer("Conv2DTranspose", f32(1, 4, 4, 2), filters=3, kernel_size=3, strides=2, output_padding=1),
    layer("Conv2DTranspose", f32(1, 4, 4, 2), filters=3, kernel_size=3, strides=2, output_padding=1, padding="same"),
    layer("MaxPooling2D", f32(2, 7, 8, 3), pool_size=3, strides=2),
    layer("MaxPooling1D", f32(2, 8)),
    layer("AveragePooling2D", f32(2, 7, 8, 3), pool_size=2, padding="same"),
    layer("GlobalAveragePooling2D", f32(2, 7, 8, 3), keepdims=True), layer("GlobalMaxPooling1D", f32(2, 7)),
    layer("AdaptiveAveragePooling1D", f32(2, 8, 3), output_size=4),
    layer("AdaptiveAveragePooling2D", f32(2, 8, 8, 3), output_size=(4, 2)),
    layer("AdaptiveAveragePooling3D", f32(1, 4, 4, 4, 3), output_size=2),
    layer("AdaptiveMaxPooling1D", f32(2, 8, 3), output_size=4),
    layer("AdaptiveMaxPooling2D", f32(2, 8, 8, 3), output_size=4),
    layer("AdaptiveMaxPooling3D", f32(1, 4, 4, 4, 3), output_size=2),
    layer("Cropping2D", f32(1, 8, 8, 2), cropping=((1, 2), (3, 1))), layer("Cropping2D", f32(1, 4, 4, 2), cropping=2),
    layer("Cropping1D", f32(1, 2, 2)), layer("ZeroPadding1D", f32(1, 4, 2)),
    layer("ZeroPadding1D", f32(1, 4, 2), padding=(1, 3)),
    layer("ZeroPadding2D", f32(1, 4, 4, 2), padding=((1, 2), (0, 1))),
    layer("ZeroPadding2D", f32(1, 4, 4, 2), padding=(1, 2)),
    layer("ZeroPadding2D", f32(4, 4, 2)), layer("ZeroPadding3D", f32(1, 4, 4, 4, 2), padding=1),
    layer("Reshape", f32(2, 12), target_shape=(3, 4)), layer("Reshape", f32(2, 12), target_shape=(-1, 6)),
    layer("Reshape", f32(2, 12), target_shape=(5,)), layer("Reshape", f32(2, 12), target_shape=(-1, 5)),
    layer("Reshape", f32(2, 12), target_shape=(-1, -1)), layer("Permute", f32(2, 3, 4), dims=(2, 1)),
    layer("Permute", f32(2, 3, 4), dims=(1, 2, 3)), layer("Permute", f32(2, 3, 4), dims=(0, 1)),
    layer("RepeatVector", f32(2, 3), n=4),
    layer("RepeatVector", f32(2, 3, 4), n=4), layer("Embedding", i64(2, 3), input_dim=4, output_dim=5),
    layer("Embedding", f32(2), input_dim=4, output_dim=5),
    layer("Add", [f32(2, 3), f32(2, 3)]), layer("Add", [f32(2, 3), f32(2, 4)]), layer("Add", [f32(2, 1), f32(2, 4)]),
    layer("Add", [f32(2, 3), f32(3, 3)]), layer("Multiply", [f32(2, 4, 3), f32(2, 3)]), layer("Add", [f32(2, 3)]),
    layer("Average", [i64(2, 3), i64(2, 3)]), layer("Concatenate", [f32(2, 3), f32(2, 4)]),
    layer("Concatenate", [f32(2, 3), f32(2, 4)], axis=1),
    layer("Concatenate", [f32(2, 3, 4), f32(2, 5, 4)]), layer("Concatenate", [f32(2, 3, 4), f32(2, 5, 4)], axis=1),
    layer("Concatenate", [f32(2, 3), f32(2, 3, 4)]), layer("Concatenate", [f32(2, 3), f32(1, 3)], axis=0),
    layer("Dot", [f32(2, 3, 4), f32(2, 5, 4)], axes=2), layer("Dot", [f32(2, 4), f32(2, 4)], axes=-1),
    layer("Dot", [f32(2, 3), f32(2, 4)], axes=1),
    layer("MultiHeadAttention", f32(2, 3, 4), f32(2, 5, 4), num_heads=2, key_dim=3),
    layer("MultiHeadAttention", f32(2, 3, 4), f32(2, 5, 6), f32(2, 5, 7), num_heads=2, key_dim=3),
    layer("MultiHeadAttention", f32(2, 3, 4), f32(2, 5, 4), f32(2, 6, 4), num_heads=2, key_dim=3),
    layer("MultiHeadAttention", f32(2, 3, 4), f32(2, 5, 4), num_heads=2, key_dim=3, output_shape=8),
    layer("MultiHeadAttention", f32(2, 3, 4), f32(2, 5, 4), num_heads=2, key_dim=3,
          call={"return_attention_scores": True}),
    layer("Attention", [f32(2, 3, 4), f32(2, 5, 4)]), layer("Attention", [f32(2, 3, 4), f32(2, 5, 4), f32(2, 5, 4)]),
    layer("Attention", [f32(2, 3, 4), f32(2, 5, 6)]),
    layer("Attention", [f32(2, 3, 4), f32(2, 5, 4)], call={"return_attention_scores": True}),
    layer("GroupQueryAttention", f32(2, 3, 4), f32(2, 5, 4), head_dim=2, num_query_heads=4, num_key_value_heads=2),
    layer("GroupQueryAttention", f32(2, 3, 4), f32(2, 5, 4), head_dim=2, num_query_heads=4, num_key_value_heads=3),
    layer("BatchNormalization", f32(2, 3, 4), axis=1), layer("BatchNormalization", f32(2, 3), axis=2),
    layer("LayerNormalization", f32(2, 3, 4), axis=(1, 2)),
    layer("LayerNormalization", f32(2, 3), axis=3), layer("Softmax", f32(2, 3)),
    layer("Softmax", f32(2, 3, 4), axis=1), layer("UpSampling1D", f32(2, 3, 4), size=3),
    layer("Activation", f32(2, 3), activation="softmax"), layer("Activation", i64(2, 3), activation="linear"),
    layer("Identity", i64(2, 3)),
    layer("StackedRNNCells", f32(2, 4), [[f32(2, 5), f32(2, 5)], [f32(2, 3), f32(2, 3)]],
          cells=[Inner("LSTMCell", '{"units": 5}'), Inner("LSTMCell", '{"units": 3}')]),
    layer("RNN", f32(2, 3, 4), cell=Inner("LSTMCell", '{"units": 5}'), return_state=True),
    layer("RNN", f32(2, 3, 4), cell=Inner("GRUCell", '{"units": 5}'), return_sequences=True),
    layer("Bidirectional", f32(2, 3, 4), layer=Inner("LSTM", '{"units": 5}')),
    layer("Bidirectional", f32(2, 3, 4), layer=Inner("LSTM", '{"units": 5, "return_sequences": true}'),
          merge_mode="sum"),
    layer("Bidirectional", f32(2, 3, 4), layer=Inner("GRU", '{"units": 5, "return_sequences": true}'), merge_mode=None),
    layer("Bidirectional", f32(2, 3, 4), layer=Inner("LSTM", '{"units": 5, "return_state": true}')),
    layer("Bidirectional", f32(2, 4), layer=Inner("LSTM", '{"units": 5}')),
]  # fmt: skip
"""What Keras's tests do not try, or what their modules need that is not installed."""


# -- ops -------------------------------------------------------------------------------------------------------


def recorded_ops(specs: dict[str, Spec]) -> Iterator[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    """The calls of `keras.ops` in Keras's tests, of those that are declared."""
    kept = json.loads((DATA / "keras_ops.json").read_text(encoding="utf-8"))
    for name, calls in kept.items():
        path = f"keras.ops.{name}"
        for one in calls if path in specs else ():
            args = tuple(decoded(arg) for arg in one["args"])
            kwargs = {key: decoded(value) for key, value in one["kwargs"].items()}
            if _usable((*args, *kwargs.values())):
                yield path, args, kwargs


def _usable(values: Any) -> bool:
    arrays = [leaf for value in values for leaf in _leaves(value) if isinstance(leaf, Array)]
    return bool(arrays) or not values or all(not isinstance(value, Array) for value in values)


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from _leaves(item)
    else:
        yield value


def tensors(value: Any) -> Any:
    """Arguments for an op: arrays as tensors of the backend."""
    import keras

    if isinstance(value, Array):
        return keras.ops.convert_to_tensor(value.real())
    if isinstance(value, (list, tuple)):
        return type(value)(map(tensors, value))
    return {key: tensors(item) for key, item in value.items()} if isinstance(value, dict) else value
