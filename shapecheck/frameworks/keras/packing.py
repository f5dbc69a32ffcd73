"""`keras.utils`: what `fit` gives to a step, data sets cut in two, sounds from folders, images as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Instance
from ...core.outcome import Mismatch, Undecided
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Arguments, Unknown, Value
from ..binding import Dims, Ignored
from .dialect import K, spell, tensor, text
from .folders import tree_of
from .natives import Given
from .utils import IMAGE, dataset, front_of, labels_of

if TYPE_CHECKING:
    from ...core.value import Context


@K.native("keras.utils.unpack_x_y_sample_weight")
def _unpacked(context: Context, arguments: Arguments) -> Value:
    """Always three. Source: keras/src/trainers/data_adapters/data_adapter_utils.py."""
    data = arguments.get(0, "data") or NONE
    if isinstance(data, Sequence) and data.type_name in ("tuple", "list") and data.known is not None:
        known = data.known
        if data.type_name == "list":
            return Sequence.tuple((Sequence.tuple(known), NONE, NONE))
        return Sequence.tuple((*known, NONE, NONE)[:3]) if 1 <= len(known) <= 3 else Unknown("data of many parts")
    if isinstance(data, Tensor):
        return Sequence.tuple((data, NONE, NONE))
    return Unknown("the parts of data")


@K.native("keras.utils.pack_x_y_sample_weight")
def _packed(context: Context, arguments: Arguments) -> Value:
    asked = Given("x y sample_weight", arguments, 0)
    x = asked["x"]
    if "y" not in asked:
        return Sequence.tuple((x,)) if isinstance(x, Sequence) else x
    more = (asked["sample_weight"],) if "sample_weight" in asked else ()
    return Sequence.tuple((x, asked["y"], *more))


@K.native("keras.utils.split_dataset")
def _split(context: Context, arguments: Arguments) -> Value:
    """Two data sets with elements like those of the first."""
    whole = arguments.get(0, "dataset")
    element = whole.hidden("element") if isinstance(whole, Instance) else None
    if element is None:
        return Sequence.tuple((Unknown("a part of a data set"), Unknown("a part of a data set")))
    return Sequence.tuple((dataset(context, element), dataset(context, element)))


@K.native("keras.utils.audio_dataset_from_directory")
def _sounds(context: Context, arguments: Arguments) -> Value:
    """[batch, samples, channels]: as long as the longest, or `output_sequence_length`."""
    asked = Given("directory labels label_mode class_names batch_size sampling_rate output_sequence_length ragged "
                  "shuffle seed validation_split subset", arguments, 0)
    front, batched = front_of(asked, 32)
    length = getattr(asked["output_sequence_length"], "dim", None) or Dim.unknown(low=1)
    x = tensor(Shape((*front, length, Dim.unknown(low=1))), "float32", Facts(batch=batched))
    names = asked["class_names"]
    off = any(name in asked.values and name not in asked for name in ("labels", "label_mode"))
    mode = text(asked["label_mode"]) if "label_mode" in asked else "int"
    tree = tree_of(context, asked, "audio")
    sized = names.size if isinstance(names, Sequence) else Dim.unknown(low=1)
    y = None if off else labels_of(mode, front, sized if tree is None else tree.width, batched, context)
    if y is None and not off:
        return context.gap("a label_mode that is not known")
    if tree is not None:
        y, names = tree.labels(y), tree.names
    element: Value = Sequence.tuple((x, y)) if y is not None else x
    made = dataset(context, element, class_names=names if isinstance(names, Sequence) else Unknown("class names"))
    return Sequence.tuple((made, dataset(context, element))) if text(asked["subset"]) == "both" else made


# -- pictures --------------------------------------------------------------------------------------------------


@K.native("keras.utils.array_to_img", "keras.preprocessing.image.array_to_img")
def _array_to_img(context: Context, arguments: Arguments) -> Value:
    """A picture of the size of the array."""
    x = arguments.get(0, "x")
    image = Instance(IMAGE)
    if isinstance(x, Tensor) and x.shape.known_rank and x.rank == 3:
        image.hide(context, "size", x.shape.dims)
    return image


@K.op("keras.preprocessing.image.smart_resize")
def smart_resize(x: Tensor, size: Dims, interpolation: Ignored = "bilinear", data_format: str | None = "channels_last",
                 **others: Ignored) -> Tensor:  # fmt: skip
    """Cropped to the proportions of `size`, and then resized."""
    if not 3 <= x.rank <= 4:
        raise Mismatch("layer-input-rank", f"an image has 3 axes, a batch of them 4, got {x.shape}", argument="x",
                       runtime="Expected an image array with shape `(height, width, channels)`, or `(batch_size, "
                               "height, width, channels)`, but got input with incorrect rank, of shape "
                               f"{spell(x.shape)}.")  # fmt: skip
    if len(size) != 2:
        raise Undecided("a size that is no pair")
    first = data_format == "channels_first"
    front, own = x.shape.dims[: x.rank - 3], x.shape.dims[x.rank - 3 :]
    shape = Shape((*front, own[0], *size) if first else (*front, *size, own[2]))
    return Tensor(shape, "float32" if x.dtype == "float32" else None, x.library)
