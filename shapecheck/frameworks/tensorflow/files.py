"""Images and records that are read from files."""

from __future__ import annotations

from typing import Any

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Arguments, Context, Native, Unknown, Value
from ..binding import Ignored
from ..declare import declare
from .dialect import TF, asked, each, tensor
from .shapes import shape_of
from .variables import nothing, without_first

_JPEG = "tf.io.encode_jpeg(tf.zeros([4, 6, 3], tf.uint8))"


def decoded(channels: Any, dtype: str | None) -> Tensor:
    """[height, width, channels] of an image file; 0 channels are those of the file."""
    count = Dim.of(channels) if isinstance(channels, int) and channels else Dim.unknown(low=1)
    return tensor(Shape((Dim.unknown(low=1), Dim.unknown(low=1), count)), dtype, Facts(low=0))


@TF.op("tensorflow.io.decode_jpeg", "tensorflow.image.decode_jpeg",
       samples=(f"tf.io.decode_jpeg({_JPEG})", f"tf.io.decode_jpeg({_JPEG}, channels=3)"))  # fmt: skip
def decode_jpeg(
    contents: Ignored, channels: Any = 0, ratio: Ignored = 1, fancy_upscaling: Ignored = True,
    try_recover_truncated: Ignored = False, acceptable_fraction: Ignored = 1, dct_method: Ignored = "",
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    return decoded(channels, "uint8")


@TF.op("tensorflow.io.decode_png", "tensorflow.image.decode_png",
       samples=("tf.io.decode_png(tf.io.encode_png(tf.zeros([4, 6, 3], tf.uint8)), 3)",))  # fmt: skip
def decode_png(contents: Ignored, channels: Any = 0, dtype: Value | str = "uint8", name: Ignored = None) -> Tensor:
    return decoded(channels, asked(dtype, "uint8"))


@TF.op("tensorflow.io.decode_image", "tensorflow.image.decode_image",
       samples=(f"tf.io.decode_image({_JPEG})",
                f"tf.io.decode_image({_JPEG}, 3, expand_animations=False)"))  # fmt: skip
def decode_image(
    contents: Ignored,
    channels: Any = None,
    dtype: Value | str = "uint8",
    name: Ignored = None,
    expand_animations: Any = True,
) -> Tensor:
    if expand_animations is not False:
        return tensor(Shape.unknown(), asked(dtype, "uint8"))
    return decoded(channels or 0, asked(dtype, "uint8"))


@TF.op("tensorflow.io.read_file", "tensorflow.read_file", samples=("tf.io.read_file('/dev/null')",))
def read_file(filename: Ignored, name: Ignored = None) -> Tensor:
    return tensor(Shape(), "string")


# -- records ---------------------------------------------------------------------------------------------------


def _init_feature(context: Context, arguments: Arguments) -> Value:
    """`tf.io.FixedLenFeature(shape, dtype)` keeps a tensor like the one it gives."""
    feature, given = arguments.positional[0], without_first(arguments)
    dtype = given.get(1, "dtype")
    if isinstance(feature, Instance):
        feature.hide(context, "tensor", tensor(shape_of(given.get(0, "shape")), asked(dtype, None)))
    return NONE


FIXED = library_class("tensorflow.io.FixedLenFeature", __init__=_init_feature)
for _name in ("tensorflow.io.FixedLenFeature", "tensorflow.FixedLenFeature", "tensorflow.parsing.FixedLenFeature"):
    declare(_name, FIXED)
for _name in ("VarLenFeature", "FixedLenSequenceFeature", "SparseFeature", "RaggedFeature"):
    _class = library_class(f"tensorflow.io.{_name}", __init__=nothing)
    declare(f"tensorflow.io.{_name}", _class)
    declare(f"tensorflow.{_name}", _class)


def _parse(front: tuple[Dim, ...]) -> Native:
    def parse(context: Context, arguments: Arguments) -> Value:
        """The features of a record by name; those of a length that varies are sparse."""
        features = arguments.get(1, "features")
        if not isinstance(features, Mapping):
            return context.gap("tf.io.parse_example")
        return Mapping({key: _parsed(feature, front) for key, feature in features.items.items()}, features.open)

    return Native("tensorflow.io.parse_example", parse)


def _parsed(feature: Value, front: tuple[Dim, ...]) -> Value:
    found = feature.hidden("tensor") if isinstance(feature, Instance) else None
    if not isinstance(found, Tensor):
        return Unknown("a sparse feature")
    return each(lambda one: tensor(Shape(front) + one.shape, one.dtype), found)


for _root in ("tensorflow.io", "tensorflow"):
    declare(f"{_root}.parse_single_example", _parse(()))
    declare(f"{_root}.parse_example", _parse((Dim.unknown(),)))


@TF.op("tensorflow.io.decode_raw", "tensorflow.decode_raw",
       samples=("tf.io.decode_raw(tf.constant(['abcd']), tf.uint8)",))  # fmt: skip
def decode_raw(
    input_bytes: Tensor, out_type: Value, little_endian: Ignored = True, fixed_length: Ignored = None,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    return tensor(input_bytes.shape + Shape.of(Dim.unknown()), asked(out_type, None))


# -- the data set of the tutorials -----------------------------------------------------------------------------

_SPLITS = {"train": 55_000, "validation": 5_000, "test": 10_000}


def _read_data_sets(context: Context, arguments: Arguments) -> Value:
    """MNIST as TensorFlow 1 had it: rows of 784 numbers, and labels or rows of ten."""
    one_hot, reshape = arguments.get(2, "one_hot"), arguments.get(4, "reshape")
    wide = isinstance(one_hot, Constant) and one_hot.payload is True
    picture = (28, 28, 1) if isinstance(reshape, Constant) and reshape.payload is False else (784,)
    splits: dict[str, Value] = {name: Instance(SPLIT, _split(count, picture, wide)) for name, count in _SPLITS.items()}
    return Instance(SPLITS, splits)


def _split(count: int, picture: tuple[int, ...], wide: bool) -> dict[str, Any]:
    pictures, labels = _batch(Dim.of(count), picture, wide)
    return {"images": pictures, "labels": labels, "num_examples": Constant(count), " picture": picture, " wide": wide}


def _batch(count: Dim, picture: tuple[int, ...], wide: bool) -> tuple[Tensor, Tensor]:
    from ..numpy.dialect import NUMPY

    pictures = Tensor(Shape((count, *picture)), "float32", NUMPY, Facts(low=0, high=1))
    if wide:
        return pictures, Tensor(Shape((count, 10)), "float64", NUMPY, Facts(low=0, high=1, one_hot=True))
    return pictures, Tensor(Shape((count,)), "uint8", NUMPY, Facts(low=0, high=9))


def _next_batch(context: Context, arguments: Arguments) -> Value:
    split, size = arguments.positional[0], without_first(arguments).get(0, "batch_size")
    if not isinstance(split, Instance) or split.hidden("picture") is None:
        return Unknown("a batch of MNIST")
    count = size.dim if isinstance(size, Constant) and size.dim is not None else Dim.unknown()
    return Sequence.tuple(_batch(count, split.hidden("picture"), bool(split.hidden("wide"))))


SPLIT = library_class("tensorflow.examples.tutorials.mnist.DataSet", next_batch=_next_batch)
SPLITS = library_class("tensorflow.examples.tutorials.mnist.Datasets")
for _name in ("input_data.read_data_sets", "mnist.read_data_sets"):
    declare(f"tensorflow.examples.tutorials.mnist.{_name}", Native(_name, _read_data_sets))
declare("tensorflow.contrib.learn.datasets.mnist.read_data_sets", Native("read_data_sets", _read_data_sets))
