"""Calls of `keras.ops` that Keras's own tests make in modules which need more than is installed."""

from __future__ import annotations

from .keras_calls import Call, call
from .keras_samples import Array, f32, i64

_X = f32(2, 3)
_IMAGE, _BATCH = f32(8, 9, 3), f32(2, 8, 9, 3)
_FIRST = f32(2, 3, 8, 9)
_SIGNAL = f32(2, 50)


def ids(*elements: int) -> Array:
    return Array((len(elements),), "int32", elements)


_CHANNELS_FIRST = {"data_format": "channels_first"}
_TWICE = [call(_IMAGE), call(_BATCH), call(_FIRST, **_CHANNELS_FIRST), call(f32(8, 9)), call(f32(2, 2, 8, 9, 3))]
_CUT = [call(_BATCH, 1, 2, 3, 4), call(_IMAGE, 1, 2, target_height=4, target_width=5), call(_BATCH, 1, 2),
        call(_FIRST, 1, 2, target_height=4, target_width=5, data_format="channels_first"), call(f32(8, 9), 1, 2, 3, 4)]
_POOLS = [call(f32(2, 8, 9, 3), (4, 3)), call(f32(2, 8, 3), 4), call(f32(2, 3, 8, 8), 4, **_CHANNELS_FIRST)]
_SEGMENTS = [call(f32(4, 3), ids(0, 0, 1, 1), 3), call(f32(4), ids(0, 1, 1, 2)), call(f32(4), ids(0, 1, 1), 3),
             call(f32(4, 2), Array((2, 2), "int32", ((0, 0), (1, 1))), 2)]
_PARTS = [call((f32(2, 4), f32(2, 4))), call((f32(2, 4, 8), f32(2, 4, 8)))]
_LINES = [call(f32(3, 4), f32(5, 4)), call(f32(2, 3, 4), f32(2, 5, 4)), call(f32(3, 4), f32(5, 3))]

MORE: dict[str, list[Call]] = {
    **{f"keras.ops.image.{name}": _TWICE for name in ("rgb_to_hsv", "hsv_to_rgb", "rgb_to_grayscale", "sobel_edges",
                                                      "gaussian_blur")},
    "keras.ops.image.resize": [call(_BATCH, (4, 5)), call(_IMAGE, (4, 5)), call(_FIRST, (4, 5), **_CHANNELS_FIRST),
                               call(_BATCH, 4), call(_BATCH, (4, 5, 6)), call(f32(8, 9), (4, 5)),
                               call(Array((2, 8, 9, 3), "uint8"), (4, 5), interpolation="nearest"),
                               call(_BATCH, (4, 5), crop_to_aspect_ratio=True),
                               call(_BATCH, (4, 5), pad_to_aspect_ratio=True)],
    "keras.ops.image.crop_images": _CUT, "keras.ops.image.pad_images": [
        call(_BATCH, 1, 2, 3, 4), call(_IMAGE, 1, 2, target_height=14, target_width=15), call(_BATCH, 1, 2),
        call(_FIRST, 1, 2, target_height=14, target_width=15, data_format="channels_first")],
    "keras.ops.image.extract_patches": [
        call(_BATCH, (3, 2)), call(_BATCH, 3), call(_IMAGE, (3, 2)), call(_BATCH, (3, 2), strides=1),
        call(_BATCH, 3, padding="same"), call(_BATCH, 3, strides=2, padding="same"),
        call(_BATCH, 2, strides=1, dilation_rate=2), call(_FIRST, 3, **_CHANNELS_FIRST),
        call(f32(2, 6, 6, 6, 3), (3, 2, 2)), call(f32(8, 9), 3)],
    "keras.ops.image.extract_patches_3d": [call(f32(2, 6, 6, 6, 3), 3), call(f32(6, 6, 6, 3), (3, 2, 1)),
                                           call(f32(2, 6, 6, 6, 3), 3, strides=1, padding="same"), call(_IMAGE, 3)],
    "keras.ops.image.affine_transform": [call(_BATCH, f32(2, 8)), call(_IMAGE, f32(8)), call(f32(8, 9), f32(8))],
    "keras.ops.image.perspective_transform": [call(_BATCH, f32(2, 4, 2), f32(2, 4, 2)),
                                              call(_IMAGE, f32(4, 2), f32(4, 2))],
    "keras.ops.image.elastic_transform": [call(_BATCH), call(_IMAGE)],
    "keras.ops.image.map_coordinates": [call(f32(8, 9), f32(2, 5), 1), call(f32(8, 9, 3), f32(3, 5, 6), 0),
                                        call(f32(8, 9), f32(3, 5), 1)],
    "keras.ops.image.scale_and_translate": [
        call(_IMAGE, (16, 18, 3), f32(2), f32(2), (0, 1), "linear"), call(_IMAGE, (8, 3), f32(2), f32(2), (0, 1),
                                                                          "linear")],
    "keras.ops.image.ssim": [call(f32(2, 16, 16, 3), f32(2, 16, 16, 3)), call(f32(16, 16, 3), f32(16, 16, 3)),
                             call(f32(2, 16, 16, 3), f32(2, 15, 16, 3))],
    "keras.ops.adaptive_average_pool": _POOLS, "keras.ops.adaptive_max_pool": _POOLS,
    **{f"keras.ops.segment_{name}": _SEGMENTS for name in ("sum", "max", "min", "prod")},
    **{f"keras.ops.{name}": _PARTS for name in ("fft", "fft2", "ifft2")},
    "keras.ops.rfft": [call(_SIGNAL), call(_SIGNAL, 16), call(f32(2, 5))],
    "keras.ops.irfft": [call((f32(2, 5), f32(2, 5))), call((f32(2, 5), f32(2, 5)), 16)],
    "keras.ops.extract_sequences": [call(_SIGNAL, 8, 4), call(f32(50), 8, 3), call(f32(2, 3, 50), 7, 7)],
    "keras.ops.stft": [call(_SIGNAL, 8, 4, 8), call(_SIGNAL, 6, 4, 8), call(_SIGNAL, 8, 4, 8, center=False),
                       call(f32(50), 8, 4, 16), call(_SIGNAL, 7, 3, 9)],
    "keras.ops.istft": [call((f32(2, 13, 5), f32(2, 13, 5)), 8, 4, 8),
                        call((f32(2, 13, 5), f32(2, 13, 5)), 8, 4, 8, length=40)],
    "keras.ops.cdist": _LINES, "keras.ops.in_top_k": [call(i64(4), f32(4, 5), 2)],
    "keras.ops.logdet": [call(f32(3, 3)), call(f32(2, 3, 3)), call(f32(2, 3))],
    "keras.ops.bitwise_not": [call(i64(2, 3))], "keras.ops.dtype": [call(_X)],
    "keras.ops.view_as_complex": [call(f32(3, 2))], "keras.ops.view_as_real": [call(Array((3,), "complex64"))],
    "keras.ops.slice_update": [call(f32(4, 5), (1, 1), f32(2, 2))],
    "keras.preprocessing.image.smart_resize": [
        call(_BATCH, (4, 5)), call(_IMAGE, (4, 5)), call(f32(8, 9), (4, 5)), call(_FIRST, (4, 5), **_CHANNELS_FIRST)],
    "keras.random.beta": [call((2, 3), 1.0, 2.0), call((2,), f32(2), 2.0)],
    "keras.random.gamma": [call((2, 3), 1.0)], "keras.random.binomial": [call((2, 3), 5.0, 0.5)],
    "keras.random.categorical": [call(f32(2, 3), 4), call(f32(2, 3), 4, dtype="int64"), call(f32(3), 4)],
}  # fmt: skip
"""On tensors of the backend."""
