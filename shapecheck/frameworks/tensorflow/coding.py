"""`tf.io`, `tf.audio` and `tf.quantization`: what is encoded and decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from ..binding import Dims, Ignored
from .dialect import TF, asked, need, tensor, to_tensor
from .elementwise import fill
from .files import decoded
from .texts import need_texts

if TYPE_CHECKING:
    from collections.abc import Callable

_PIXELS = "tf.zeros([4, 6, 3], tf.uint8)"
_JPEG = f"tf.io.encode_jpeg({_PIXELS})"
_BMP = ("tf.constant(b'BM' + (54 + 48).to_bytes(4, 'little') + bytes(4) + (54).to_bytes(4, 'little') + "
        "(40).to_bytes(4, 'little') + (4).to_bytes(4, 'little') + (4).to_bytes(4, 'little') + b'\\x01\\x00\\x18\\x00' "
        "+ bytes(24) + bytes(48))")  # fmt: skip

# -- images ----------------------------------------------------------------------------------------------------


def _need_pixels(image: Tensor, families: str, ranks: tuple[int, ...], op: str) -> None:
    if image.dtype is not None and image.dtype not in families.split():
        raise Mismatch("tf-dtype-mix", f"{op} takes {families.replace(' ', ' or ')}, got {image.dtype}",
                       argument="image", runtime=("was expected to be a uint8 tensor", "is not in the list of allowed "
                       "values"), help="tf.cast(image, tf.uint8)")  # fmt: skip
    if image.shape.known_rank and image.rank not in ranks:
        raise Mismatch("missing-channel-dim" if image.rank == 2 else "layer-input-rank", f"an image of {image.shape}",
                       argument="image", runtime=("image must be 3-dimensional", "Shape must be rank 3",
                                                  "image must have rank 3", "must be at least rank 3"))  # fmt: skip


@TF.op("tensorflow.io.encode_jpeg", "tensorflow.image.encode_jpeg",
       samples=(_JPEG, "tf.io.encode_jpeg(tf.zeros([4, 6, 3]))", "tf.io.encode_jpeg(tf.zeros([4, 6], tf.uint8))"))
def encode_jpeg(
    image: Tensor, format: Ignored = "", quality: Ignored = 95, progressive: Ignored = False,
    optimize_size: Ignored = False, chroma_downsampling: Ignored = True, density_unit: Ignored = "in",
    x_density: Ignored = 300, y_density: Ignored = 300, xmp_metadata: Ignored = "", name: Ignored = None,
) -> Tensor:  # fmt: skip
    _need_pixels(image, "uint8", (3,), "encode_jpeg")
    return tensor(Shape(), "string")


@TF.op("tensorflow.io.encode_png", "tensorflow.image.encode_png",
       samples=(f"tf.io.encode_png({_PIXELS})", "tf.io.encode_png(tf.zeros([4, 6, 3]))",
                "tf.io.encode_png(tf.zeros([2, 4, 6, 3], tf.uint8))", "tf.io.encode_png(tf.zeros([4, 6], tf.uint8))"))
def encode_png(image: Tensor, compression: Ignored = -1, name: Ignored = None) -> Tensor:
    _need_pixels(image, "uint8 uint16", tuple(range(3, 9)), "encode_png")
    return tensor(image.shape[:-3] if image.shape.known_rank else Shape.unknown(), "string")


@TF.op("tensorflow.io.decode_and_crop_jpeg", "tensorflow.image.decode_and_crop_jpeg",
       samples=(f"tf.io.decode_and_crop_jpeg({_JPEG}, [1, 1, 2, 3])",
                f"tf.io.decode_and_crop_jpeg({_JPEG}, [1, 1, 2, 3], channels=1)"))  # fmt: skip
def decode_and_crop_jpeg(
    contents: Ignored, crop_window: Dims, channels: Any = 0, ratio: Ignored = 1, fancy_upscaling: Ignored = True,
    try_recover_truncated: Ignored = False, acceptable_fraction: Ignored = 1, dct_method: Ignored = "",
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    found = decoded(channels, "uint8")
    return tensor(Shape((Dim.unknown(low=1), Dim.unknown(low=1), found.shape[-1])), "uint8", Facts(low=0, high=255))


@TF.op("tensorflow.io.decode_bmp", "tensorflow.image.decode_bmp", samples=(f"tf.io.decode_bmp({_BMP})",))
def decode_bmp(contents: Ignored, channels: Any = 0, name: Ignored = None) -> Tensor:
    return decoded(channels, "uint8")


def _decode_typed(contents: Ignored, channels: Any = 0, dtype: Value | str = "uint8", name: Ignored = None) -> Tensor:
    return tensor(Shape.unknown(), asked(dtype, "uint8"))


TF.op("tensorflow.io.decode_webp", "tensorflow.image.decode_webp")(_decode_typed)
TF.op("tensorflow.io.decode_jxl", "tensorflow.image.decode_jxl")(_decode_typed)


@TF.op("tensorflow.io.decode_gif", "tensorflow.image.decode_gif")
def decode_gif(contents: Ignored, name: Ignored = None) -> Tensor:
    """[frames, height, width, 3]"""
    return tensor(Shape((*(Dim.unknown(low=1) for _ in range(3)), 3)), "uint8", Facts(low=0))


@TF.op("tensorflow.io.extract_jpeg_shape", "tensorflow.image.extract_jpeg_shape",
       samples=(f"tf.io.extract_jpeg_shape({_JPEG})", f"tf.io.extract_jpeg_shape({_JPEG}, tf.int64)"))  # fmt: skip
def extract_jpeg_shape(contents: Ignored, output_type: Value | str = "int32", name: Ignored = None) -> Tensor:
    return tensor(Shape.of(3), asked(output_type, "int32"), Facts(low=0))


@TF.op("tensorflow.io.is_jpeg", "tensorflow.image.is_jpeg", samples=(f"tf.io.is_jpeg({_JPEG})",))
def is_jpeg(contents: Ignored, name: Ignored = None) -> Tensor:
    return tensor(Shape(), "bool")


# -- texts -----------------------------------------------------------------------------------------------------


@TF.op("tensorflow.io.encode_base64", "tensorflow.encode_base64",
       samples=("tf.io.encode_base64(tf.constant(['a', 'b']))", "tf.io.encode_base64(tf.ones([2]))"))  # fmt: skip
def encode_base64(input: Tensor, pad: Ignored = False, name: Ignored = None) -> Tensor:
    need_texts(input, "EncodeBase64")
    return tensor(input.shape, "string")


@TF.op("tensorflow.io.decode_base64", "tensorflow.decode_base64",
       samples=("tf.io.decode_base64(tf.constant(['YQ', 'Yg']))", "tf.io.decode_base64(tf.ones([2]))"))  # fmt: skip
def decode_base64(input: Tensor, name: Ignored = None) -> Tensor:
    need_texts(input, "DecodeBase64")
    return tensor(input.shape, "string")


@TF.op("tensorflow.io.decode_compressed", "tensorflow.decode_compressed",
       samples=("tf.io.decode_compressed(tf.constant(['a', 'b']))",))  # fmt: skip
def decode_compressed(bytes: Tensor, compression_type: Ignored = "", name: Ignored = None) -> Tensor:
    need_texts(bytes, "DecodeCompressed", "bytes")
    return tensor(bytes.shape, "string")


@TF.op("tensorflow.io.decode_csv", "tensorflow.decode_csv",
       samples=("tf.io.decode_csv(tf.constant(['1,2', '3,4']), [0, 1.])", "tf.io.decode_csv('1,a', [[0], ['']])",
                "tf.io.decode_csv(tf.constant(['1,2,3']), [0., 0., 0.], select_cols=[0, 1, 2])",
                "tf.io.decode_csv(tf.ones([2]), [0.])"))  # fmt: skip
def decode_csv(
    records: Tensor, record_defaults: Value, field_delim: Ignored = ",", use_quote_delim: Ignored = True,
    na_value: Ignored = "", select_cols: Ignored = None, name: Ignored = None,
) -> list[Tensor]:  # fmt: skip
    """One tensor for each column, of the dtype of its default."""
    need_texts(records, "DecodeCSV", "records")
    known = record_defaults.known if isinstance(record_defaults, Sequence) else None
    if known is None:
        raise Undecided("columns that are not known")
    return [tensor(records.shape, _default(column)) for column in known]


def _default(column: Value) -> str | None:
    from ..dtypes import DTypeValue

    if isinstance(column, DTypeValue):
        return asked(column, None)
    return to_tensor(column).dtype


@TF.op("tensorflow.io.parse_tensor", "tensorflow.parse_tensor",
       samples=("tf.io.parse_tensor(tf.io.serialize_tensor(tf.ones([2, 3])), tf.float32)",))  # fmt: skip
def parse_tensor(serialized: Ignored, out_type: Value, name: Ignored = None) -> Tensor:
    return tensor(Shape.unknown(), asked(out_type, None))


@TF.op("tensorflow.io.serialize_tensor", "tensorflow.serialize_tensor",
       samples=("tf.io.serialize_tensor(tf.ones([2, 3]))",))  # fmt: skip
def serialize_tensor(tensor: Tensor, name: Ignored = None) -> Tensor:
    return tensor.like(Shape(), "string")


@TF.op("tensorflow.io.serialize_sparse", "tensorflow.serialize_sparse",
       samples=("tf.io.serialize_sparse(tf.sparse.from_dense(tf.ones([2, 3])))",))  # fmt: skip
def serialize_sparse(sp_input: Ignored, out_type: Value | str = "string", name: Ignored = None) -> Tensor:
    return tensor(Shape.of(3), asked(out_type, "string"))


@TF.op("tensorflow.io.serialize_many_sparse", "tensorflow.serialize_many_sparse",
       samples=("tf.io.serialize_many_sparse(tf.sparse.from_dense(tf.ones([2, 3])))",))  # fmt: skip
def serialize_many_sparse(sp_input: Value, out_type: Value | str = "string", name: Ignored = None) -> Tensor:
    front = sp_input.shape[0] if isinstance(sp_input, Tensor) else Dim.unknown()
    return tensor(Shape.of(front, 3), asked(out_type, "string"))


@TF.op("tensorflow.io.matching_files", "tensorflow.matching_files", samples=("tf.io.matching_files('/dev/null')",))
def matching_files(pattern: Ignored, name: Ignored = None) -> Tensor:
    return tensor(Shape.of(Dim.unknown()), "string")


# -- sound -----------------------------------------------------------------------------------------------------


@TF.op("tensorflow.audio.encode_wav",
       samples=("tf.audio.encode_wav(tf.zeros([8, 2]), 8000)", "tf.audio.encode_wav(tf.zeros([8]), 8000)",
                "tf.audio.encode_wav(tf.zeros([8, 2], tf.float64), 8000)"))  # fmt: skip
def encode_wav(audio: Tensor, sample_rate: Ignored, name: Ignored = None) -> Tensor:
    if audio.dtype not in (None, "float32"):
        raise Mismatch("tf-dtype-mix", f"sound of {audio.dtype}", argument="audio",
                       runtime="was expected to be a float tensor")  # fmt: skip
    if audio.shape.known_rank and audio.rank != 2:
        raise Mismatch("layer-input-rank", f"sound of {audio.shape}: [samples, channels] is needed", argument="audio",
                       runtime=("audio must be 2-dimensional", "Shape must be rank 2"))  # fmt: skip
    return tensor(Shape(), "string")


_WAV = "tf.audio.encode_wav(tf.zeros([8, 2]), 8000)"


@TF.op("tensorflow.audio.decode_wav",
       samples=(f"tf.audio.decode_wav({_WAV})", f"tf.audio.decode_wav({_WAV}, desired_channels=1, desired_samples=5)"))
def decode_wav(
    contents: Ignored, desired_channels: Any = -1, desired_samples: Any = -1, name: Ignored = None
) -> tuple[Tensor, Tensor]:
    """[samples, channels], and the rate."""
    dims = [Dim.of(n) if isinstance(n, int) and n >= 0 else Dim.unknown() for n in (desired_samples, desired_channels)]
    return tensor(Shape(dims), "float32", Facts(low=-1, high=1)), tensor(Shape(), "int32")


# -- quantization ----------------------------------------------------------------------------------------------


def _fake(inputs: Tensor) -> Tensor:
    if inputs.dtype not in (None, "float32"):
        raise Mismatch("tf-dtype-mix", f"inputs of {inputs.dtype}", argument="inputs",
                       runtime="was expected to be a float tensor")  # fmt: skip
    return tensor(inputs.shape, "float32")


@TF.op("tensorflow.quantization.fake_quant_with_min_max_args", "tensorflow.fake_quant_with_min_max_args",
       samples=("tf.quantization.fake_quant_with_min_max_args(tf.ones([2, 3]))",
                "tf.quantization.fake_quant_with_min_max_args(tf.ones([2, 3], tf.float64))"))  # fmt: skip
def fake_quant_with_min_max_args(
    inputs: Tensor, min: Ignored = -6, max: Ignored = 6, num_bits: Ignored = 8, narrow_range: Ignored = False,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    return _fake(inputs)


@TF.op("tensorflow.quantization.fake_quant_with_min_max_vars", "tensorflow.fake_quant_with_min_max_vars",
       samples=("tf.quantization.fake_quant_with_min_max_vars(tf.ones([2, 3]), 0., 1.)",))  # fmt: skip
def fake_quant_with_min_max_vars(
    inputs: Tensor, min: Ignored, max: Ignored, num_bits: Ignored = 8, narrow_range: Ignored = False,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    return _fake(inputs)


@TF.op("tensorflow.quantization.fake_quant_with_min_max_vars_per_channel",
       "tensorflow.fake_quant_with_min_max_vars_per_channel",
       samples=("tf.quantization.fake_quant_with_min_max_vars_per_channel(tf.ones([2, 3]), [0.] * 3, [1.] * 3)",
                "tf.quantization.fake_quant_with_min_max_vars_per_channel(tf.ones([2, 3]), [0.] * 2, [1.] * 2)"))
def fake_quant_with_min_max_vars_per_channel(
    inputs: Tensor, min: Tensor, max: Tensor, num_bits: Ignored = 8, narrow_range: Ignored = False,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    if inputs.shape.known_rank and min.shape.known_rank and inputs.shape[-1].equals(min.shape[-1]) is Truth.NO:
        raise Mismatch("elementwise-shape-mismatch", f"{min.shape[-1]} ranges for {inputs.shape[-1]} channels",
                       inputs.shape[-1], min.shape[-1], argument="min",
                       runtime=("min has incorrect size", "must be equal"))  # fmt: skip
    return _fake(inputs)


def _narrow(result: Callable[[Tensor], Tensor]) -> Callable[..., Tensor]:
    def function(
        input: Tensor, input_min: Ignored, input_max: Ignored, signed_input: Ignored = True, num_bits: Ignored = 8,
        range_given: Ignored = False, round_mode: Ignored = "HALF_TO_EVEN", name: Ignored = None,
        narrow_range: Ignored = False, axis: Ignored = None,
    ) -> Tensor:  # fmt: skip
        return result(input)

    return function


def _floats(input: Tensor) -> Tensor:
    need(input, "float", "QuantizeAndDequantizeV4", "input")
    return tensor(input.shape, input.dtype)


for _name in ("quantize_and_dequantize", "quantize_and_dequantize_v2"):
    TF.op(f"tensorflow.quantization.{_name}",
          samples=fill(("{}(tf.ones([2, 3]), 0., 1.)", "{}(tf.ones([2, 3], tf.int32), 0., 1.)"),
                       f"tf.quantization.{_name}"))(_narrow(_floats))  # fmt: skip
