"""`keras.utils`, `keras.preprocessing`: labels, padding, and data sets read from folders."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Class, Instance, library_class
from ...core.outcome import Mismatch, Undecided
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Unknown, Value
from ..binding import DType, Ignored
from ..numpy.dialect import NUMPY, array_behind
from ..python.folders import picture_in
from .dialect import K, as_tensor, batch_dim, extended, number, tensor, text
from .folders import Tree, batches, tree_of
from .generation import before_3
from .natives import Given, method, parse_shape
from .settings import image_format

if TYPE_CHECKING:
    from ...core.value import Context


def _older_dtype(context: Context, arguments: Arguments) -> Arguments:
    """Up to Keras 2 it gave float32, or the dtype that was asked for."""
    if not before_3(context) or arguments.get(2, "dtype") is not None:
        return arguments
    return Arguments(arguments.positional, {**arguments.keywords, "dtype": Constant("float32")}, arguments.spans,
                     arguments.open)  # fmt: skip


@K.op("keras.utils.to_categorical", prepare=_older_dtype)
def to_categorical(x: Tensor, num_classes: Dim | None = None, *, dtype: DType | None = None) -> Tensor:
    """Class ids as rows with a single 1; a last axis of length 1 is dropped. Source: utils/numerical_utils.py."""
    shape = x.shape
    if shape.known_rank and shape.rank > 1 and shape[-1].is_one() is not Truth.NO:
        if shape[-1].is_one() is Truth.MAYBE:
            raise Undecided("a last axis that may be of length 1")
        shape = shape[:-1]
    real = x.library.name in ("keras", "tensorflow", "torch") and x.node is not None
    high = x.facts.high if x.facts.attained else None
    if num_classes is None or num_classes == 0:
        known = high is not None and not real
        num_classes = Dim.of(int(high or 0) + 1) if known else Dim.unknown(low=1)
    elif not real and high is not None and num_classes.value is not None and high >= num_classes.value:
        raise Mismatch(
            "label-out-of-range", f"labels go up to {high:g}, {num_classes} classes are 0 to {num_classes - 1}",
            num_classes,
            argument="num_classes", runtime=f"index {high:g} is out of bounds for axis 1 with size {num_classes}",
            help=f"num_classes={int(high) + 1}")  # fmt: skip
    facts = Facts(low=0, high=1, one_hot=True)
    if real:
        return tensor(extended(shape, num_classes), "float32", facts)
    return Tensor(extended(shape, num_classes), dtype or "float64", NUMPY, facts)


@K.op("keras.utils.normalize")
def normalize(x: Tensor, axis: Ignored = -1, order: Ignored = 2) -> Tensor:
    """Rows of length 1; the shape stays."""
    if x.library is NUMPY:
        return Tensor(x.shape, "float32" if x.dtype == "float32" else "float64", NUMPY)
    return tensor(x.shape, "float32")


@K.op("keras.utils.pad_sequences")
def pad_sequences(sequences: Value, maxlen: Dim | None = None, dtype: DType | None = "int32", padding: Ignored = "pre",
                  truncating: Ignored = "pre", value: Ignored = 0.0) -> Tensor:  # fmt: skip
    """[samples, maxlen]: shorter sequences are filled, longer ones cut. Source: keras/src/utils/sequence_utils.py."""
    facts, count, inner = Facts(), Dim.unknown(), Shape.unknown()
    if isinstance(sequences, Tensor):
        facts, count = sequences.facts, sequences.shape[0]
        inner = Shape.of_rank(1) if sequences.dtype == "object" else sequences.shape[1:]
    elif isinstance(sequences, Sequence):
        count = sequences.size
        first = next(iter(sequences), None)
        inner = _inner(first)
    low = None if facts.low is None else min(facts.low, 0.0)
    before, _ = inner.parts
    longest = before[0] if before and _one_length(sequences) else _longest(sequences)
    length = maxlen if maxlen is not None else longest
    made = Shape((count, length)) + (inner[1:] if inner.least_rank else Shape.unknown())
    return Tensor(made, dtype, NUMPY, Facts(low=low, high=facts.high))


def _inner(first: Value | None) -> Shape:
    """The shape of one sequence: its length, and that of its elements."""
    if isinstance(first, Tensor):
        return Shape.of_rank(1) if first.dtype == "object" or first.shape == Shape() else first.shape
    if isinstance(first, (Constant, Scalar)):
        return Shape()
    if isinstance(first, Sequence):
        return Shape((first.size,)) + _inner(next(iter(first), Scalar("int")))
    return Shape.unknown()


def _longest(sequences: Value) -> Dim:
    """The length of the longest, of lists whose lengths are known."""
    known = sequences.known if isinstance(sequences, Sequence) else None
    sizes = [item.size.value if isinstance(item, Sequence) else None for item in known or ()]
    numbers = [size for size in sizes if size is not None]
    return Dim.of(max(numbers)) if numbers and len(numbers) == len(sizes) else Dim.unknown()


def _one_length(sequences: Value) -> bool:
    """All sequences are as long as the first."""
    if isinstance(sequences, Tensor):
        return sequences.dtype != "object"
    sizes = [item.size for item in sequences if isinstance(item, Sequence)] if isinstance(sequences, Sequence) else []
    return bool(sizes) and all(size == sizes[0] for size in sizes)


@K.op("keras.utils.img_to_array", "keras.preprocessing.image.img_to_array")
def img_to_array(img: Ignored, data_format: Any = None, dtype: DType | None = None) -> Tensor:
    """[height, width, channels]; the size asked for in `load_img` is kept with the image."""
    size = img.hidden("size") if isinstance(img, Instance) else None
    facts = Facts(low=0, high=255) if not isinstance(img, Tensor) else Facts()
    if size is None or data_format == "channels_first":
        first = Shape((size[2], *size[:2])) if size is not None else Shape.of_rank(3)
        return Tensor(first, dtype or "float32", NUMPY, facts)
    return Tensor(Shape(size), dtype or "float32", NUMPY, facts)


IMAGE = library_class("PIL.Image.Image")
_CHANNELS = {"rgb": 3, "rgba": 4, "grayscale": 1}


@K.native("keras.utils.load_img", "keras.preprocessing.image.load_img")
def load_img(context: Context, arguments: Arguments) -> Value:
    asked = Given("path color_mode target_size", arguments, 0)
    channels = _channels(asked)
    lengths = parse_shape(asked["target_size"]) if "target_size" in asked else None
    sides = lengths if lengths is not None and len(lengths) >= 2 else (None, None)
    found = picture_in(context, asked["path"], True) if asked["target_size"] is NONE else None
    if found is not None:
        origin = context.origin("the picture in the file")
        sides = (Dim.of(found.height, origin), Dim.of(found.width, origin))
    image = Instance(IMAGE)
    image.hide(context, "size", (*(Dim.unknown() if side is None else side for side in sides[:2]), channels))
    return image


def _channels(asked: Given) -> Dim:
    mode = text(asked["color_mode"]) if "color_mode" in asked else "rgb"
    return Dim.of(_CHANNELS[mode]) if mode in _CHANNELS else Dim.unknown(low=1)


# -- data sets -------------------------------------------------------------------------------------------------


def dataset(context: Context, element: Value, **attributes: Value) -> Value:
    """A data set of batches that gives elements like this one."""
    cls = context.lookup("tensorflow.data.Dataset")
    made = Instance(cls if isinstance(cls, Class) else FLOW)
    made.hide(context, "element", element)
    for name, value in attributes.items():
        context.write(made.state, name, value)
    return made


def front_of(asked: Given, default: int) -> tuple[tuple[Dim, ...], bool]:
    """The axes in front of a sample; none with batch_size=None."""
    if "batch_size" in asked.values and "batch_size" not in asked:
        return (), False
    size = number(asked["batch_size"]) if "batch_size" in asked else default
    return (batch_dim(size),), True


def _pictures(asked: Given, front: tuple[Dim, ...], batched: bool, size: str, default: int) -> Tensor:
    lengths = parse_shape(asked[size]) if size in asked else None
    one = number(asked[size])
    if lengths is None:
        lengths = (Dim.of(one or default),) * 2 if one is not None or size not in asked else (None, None)
    sides = [Dim.unknown(low=1) if side is None else side for side in lengths[:2]]
    facts = Facts(low=0, high=255, batch=batched)
    layout, channels = text(asked["data_format"]), _channels(asked)
    if "data_format" in asked and layout not in ("channels_first", "channels_last"):
        return tensor(Shape((*front, *(Dim.unknown(low=1) for _ in range(3)))), "float32", facts)
    axes = (channels, *sides) if layout == "channels_first" else (*sides, channels)
    return tensor(Shape((*front, *axes)), "float32", facts)


def labels_of(mode: str | None, front: tuple[Dim, ...], classes: Dim, batched: bool,
              context: Context | None = None) -> Tensor | None:  # fmt: skip
    """The labels as `label_mode` encodes them; their first axis knows where that was said."""
    if context is not None and front:
        front = (front[0].at(context.origin(f"labels of mode {mode}")), *front[1:])
    if mode in ("int", "sparse"):
        return tensor(Shape(front), "int32" if mode == "int" else "float32", Facts(low=0, batch=batched))
    if mode == "binary":
        return tensor(Shape((*front, 1)), "float32", Facts(low=0, high=1, batch=batched))
    if mode == "categorical":
        return tensor(Shape((*front, classes)), "float32", Facts(low=0, high=1, one_hot=True, batch=batched))
    return None


def _from_directory(order: str, pictures: bool) -> Any:
    def load(context: Context, arguments: Arguments) -> Value:
        asked = Given(order, arguments, 0)
        asked.values.setdefault("data_format", image_format(context))
        front, batched = front_of(asked, 32)
        names = asked["class_names"]
        tree = tree_of(context, asked, "image" if pictures else "text")
        sized = names.size if isinstance(names, Sequence) else Dim.unknown(low=1)
        classes = sized if tree is None else tree.width
        x = (
            _pictures(asked, front, batched, "image_size", 256)
            if pictures
            else tensor(Shape(front), "string", Facts(batch=batched))
        )
        mode = text(asked["label_mode"]) if "label_mode" in asked else "int"
        off = any(name in asked.values and name not in asked for name in ("labels", "label_mode"))
        y = None if off else labels_of(mode, front, classes, batched, context)
        if y is None and not off:
            return context.gap("a label_mode that is not known")
        if tree is not None:
            y, names = tree.labels(y), tree.names
        element: Value = Sequence.tuple((x, y)) if y is not None else x
        named = names if isinstance(names, Sequence) else Unknown("class names")
        made = dataset(context, element, class_names=named)
        if text(asked["subset"]) == "both":
            return Sequence.tuple((made, dataset(context, element, class_names=named)))
        if tree is not None and isinstance(made, Instance):
            made.hide(context, "count", batches(tree, asked, 32))
        return made

    return load


K.native("keras.utils.image_dataset_from_directory", "keras.preprocessing.image.image_dataset_from_directory")(
    _from_directory("directory labels label_mode class_names color_mode batch_size image_size shuffle seed "
                    "validation_split subset", True))  # fmt: skip
K.native("keras.utils.text_dataset_from_directory")(
    _from_directory("directory labels label_mode class_names batch_size max_length shuffle seed validation_split "
                    "subset",
                    False))  # fmt: skip


@K.native("keras.utils.timeseries_dataset_from_array", "keras.preprocessing.timeseries_dataset_from_array",
          "keras.preprocessing.sequence.timeseries_dataset_from_array")
def _windows(context: Context, arguments: Arguments) -> Value:
    """Windows of the rows of an array, each with the target of its first row."""
    asked = Given("data targets sequence_length sequence_stride sampling_rate batch_size shuffle seed start_index "
                  "end_index", arguments, 0)
    front, batched = front_of(asked, 128)
    length = asked["sequence_length"]
    steps = length.dim if isinstance(length, Constant) and length.dim is not None else Dim.unknown(low=1)
    x = _rows(asked["data"], (*front, steps), batched)
    if "targets" not in asked:
        return dataset(context, x) if asked["targets"] is NONE else Unknown("a data set that may have targets")
    return dataset(context, Sequence.tuple((x, _rows(asked["targets"], front, batched))))


def _rows(whole: Value, front: tuple[Dim, ...], batched: bool) -> Tensor:
    """Rows of an array behind other axes."""
    found = whole if isinstance(whole, Tensor) else array_behind(whole)
    shape = found.shape if found is not None else Shape.unknown()
    rest = shape[1:] if shape.known_rank and shape.rank else Shape.unknown()
    facts = Facts(low=found.facts.low, high=found.facts.high) if found is not None else Facts()
    return tensor(Shape(front) + rest, found.dtype if found is not None else None, replace(facts, batch=batched))


# -- generators of Keras 2 -------------------------------------------------------------------------------------


@method("ImageDataGenerator.flow_from_directory")
def _flow_from_directory(context: Context, generator: Instance, arguments: Arguments) -> Value:
    asked = Given("directory target_size color_mode classes class_mode batch_size", arguments)
    return _flow_of(context, asked, tree_of(context, asked, "flow", "classes"))


@method("ImageDataGenerator.flow_from_dataframe")
def _flow_from_dataframe(context: Context, generator: Instance, arguments: Arguments) -> Value:
    asked = Given("dataframe directory x_col y_col weight_col target_size color_mode classes class_mode batch_size",
                  arguments)
    return _flow_of(context, asked)


def _flow_of(context: Context, asked: Given, tree: Tree | None = None) -> Value:
    """Batches of images and labels; `class_mode` says how labels are encoded."""
    front, _ = front_of(asked, 32)
    asked.values.setdefault("data_format", image_format(context))
    x = _pictures(asked, front, True, "target_size", 256)
    names = asked["classes"]
    sized = names.size if isinstance(names, Sequence) else Dim.unknown(low=1)
    classes = sized if tree is None else tree.width
    none = "class_mode" in asked.values and "class_mode" not in asked
    mode = text(asked["class_mode"]) if "class_mode" in asked else "categorical"
    y: Value | None = labels_of(mode, front, classes, True, context)
    if mode == "binary":
        y = tensor(Shape(front), "float32", Facts(low=0, high=1, batch=True))
    if mode == "input":
        y = x
    if y is None and not none:
        y = Unknown("labels of an unknown mode")
    if tree is not None and isinstance(y, Tensor) and y is not x:
        y = tree.labels(y)
    made = _flow(context, x if none or y is None else Sequence.tuple((x, y)))
    if tree is not None and isinstance(made, Instance):
        size = number(asked["batch_size"]) if "batch_size" in asked else 32
        for name, value in tree.attributes(context, size).items():
            context.write(made.state, name, value)
        made.hide(context, "count", batches(tree, asked, 32))
    return made


def _flow(context: Context, element: Value) -> Value:
    made = Instance(FLOW)
    made.hide(context, "element", element)
    return made


@method("ImageDataGenerator.flow")
def _flow_arrays(context: Context, generator: Instance, arguments: Arguments) -> Value:
    asked = Given("x y batch_size shuffle sample_weight", arguments)
    size = number(asked["batch_size"]) if "batch_size" in asked else 32
    x, y = (as_tensor(asked[name]) if name in asked else None for name in ("x", "y"))
    if x is None:
        return _flow(context, Unknown("images that are not known"))

    def cut(array: Tensor, dtype: str | None) -> Tensor:
        shape = Shape((batch_dim(size), *array.shape.dims[1:])) if array.shape.known_rank else array.shape
        return Tensor(shape, dtype, NUMPY, array.facts)

    parts = [cut(x, "float32"), *([cut(y, y.dtype)] if y is not None else ())]
    weights = as_tensor(asked["sample_weight"]) if "sample_weight" in asked else None
    if "sample_weight" in asked:
        parts += [cut(weights, weights.dtype)] if weights is not None else []
        if weights is None or y is None:
            return _flow(context, Unknown("weights that are not known"))
    return _flow(context, Sequence.tuple(parts) if len(parts) > 1 else parts[0])


@method("Iterator.element")
def _element(context: Context, flow: Instance, arguments: Arguments) -> Value:
    element: Value | None = flow.hidden("element")
    return element or Unknown("element of a data set")


@method("Iterator.__iter__")
def _elements(context: Context, flow: Instance, arguments: Arguments) -> Value:
    element: Value | None = flow.hidden("element")
    return Sequence("iterator", (), element or Unknown("element of a data set"), Dim.unknown(low=1))


@method("Iterator.__len__")
def _batches(context: Context, flow: Instance, arguments: Arguments) -> Value:
    count: Dim | None = flow.hidden("count")
    return Scalar("int") if count is None else Constant(count)


FLOW = library_class("keras.preprocessing.image.Iterator", __iter__=_elements, __next__=_element, next=_element,
                     __getitem__=_element, __len__=_batches)  # fmt: skip
GENERATOR = library_class(
    "keras.preprocessing.image.ImageDataGenerator", flow_from_directory=_flow_from_directory, flow=_flow_arrays,
    flow_from_dataframe=_flow_from_dataframe, fit=method("fit")(lambda context, owner, arguments: NONE),
)  # fmt: skip
K.classes(FLOW, GENERATOR)


# -- texts -----------------------------------------------------------------------------------------------------


@method("Tokenizer.__init__")
def _tokenizer(context: Context, tokenizer: Instance, arguments: Arguments) -> Value:
    asked = Given("num_words", arguments)
    tokenizer.hide(context, "words", number(asked["num_words"]))
    return NONE


@method("Tokenizer.texts_to_sequences")
def _to_sequences(context: Context, tokenizer: Instance, arguments: Arguments) -> Value:
    """A list of lists of word ids, one for each text."""
    texts = arguments.get(1, "texts")
    count = texts.size if isinstance(texts, Sequence) else Dim.unknown()
    if isinstance(texts, Tensor) and texts.shape.known_rank and texts.rank:
        count = texts.shape[0]
    return Sequence("list", (), Sequence("list", (), Scalar("int"), Dim.unknown()), count)


@method("Tokenizer.texts_to_matrix")
def _to_matrix(context: Context, tokenizer: Instance, arguments: Arguments) -> Value:
    """[texts, num_words]"""
    texts, words = arguments.get(1, "texts"), tokenizer.hidden("words")
    count = texts.size if isinstance(texts, Sequence) else Dim.unknown()
    return Tensor(Shape((count, Dim.of(words) if words else Dim.unknown(low=1))), "float64", NUMPY)


K.classes(
    library_class("keras.preprocessing.text.Tokenizer", __init__=_tokenizer, texts_to_sequences=_to_sequences,
                  texts_to_matrix=_to_matrix, fit_on_texts=method("fit_on_texts")(lambda c, owner, a: NONE)),
)  # fmt: skip
