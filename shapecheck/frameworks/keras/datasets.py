"""`keras.datasets`: shapes, dtypes and label ranges as the library documents and delivers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.plain import Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Arguments, Value
from ..numpy.dialect import NUMPY
from .dialect import K, number, text
from .natives import Given

if TYPE_CHECKING:
    from ...core.value import Context

_IMAGES: dict[str, tuple[int, int, tuple[int, ...], int, bool]] = {
    "mnist": (60000, 10000, (28, 28), 10, False), "fashion_mnist": (60000, 10000, (28, 28), 10, False),
    "cifar10": (50000, 10000, (32, 32, 3), 10, True),
}  # fmt: skip
"""Training and test samples, the shape of one, the number of classes, and whether labels have an axis of length 1.
Sources: keras/src/datasets/mnist.py, fashion_mnist.py, cifar10.py (the classes are 0 to n - 1, and all occur)."""


def array(shape: tuple[Dim | int, ...], dtype: str, low: float | None = None, high: float | None = None) -> Tensor:
    facts = Facts(low=low, high=high, attained=high is not None or None, contiguous=True)
    return Tensor(Shape(shape), dtype, NUMPY, facts)


def halves(train: tuple[Value, Value], test: tuple[Value, Value]) -> Value:
    return Sequence.tuple((Sequence.tuple(train), Sequence.tuple(test)))


def stamped(context: Context, what: str, value: Value) -> Value:
    """The lengths were made by loading the data set."""
    if isinstance(value, Sequence):
        return Sequence(value.type_name, [stamped(context, what, item) for item in value.items])
    if isinstance(value, Tensor):
        origin = context.origin(what)
        shape = value.shape.map(lambda dim: dim.at(origin))
        return Tensor(shape, value.dtype, value.library, value.box, origin)
    return value


def _images(name: str) -> None:
    train, test, sample, classes, column = _IMAGES[name]

    def load(context: Context, arguments: Arguments) -> Value:
        def part(count: int) -> tuple[Value, Value]:
            labels = (count, 1) if column else (count,)
            return array((count, *sample), "uint8", 0, 255), array(labels, "uint8", 0, classes - 1)

        return stamped(context, name, halves(part(train), part(test)))

    K.native(f"keras.datasets.{name}.load_data")(load)


for _name in _IMAGES:
    _images(_name)


@K.native("keras.datasets.cifar100.load_data")
def cifar100(context: Context, arguments: Arguments) -> Value:
    """Source: keras/src/datasets/cifar100.py: 100 fine labels, or 20 coarse ones; int64 after the reshape."""
    asked = Given("label_mode", arguments, 0)
    mode = text(asked["label_mode"]) if "label_mode" in asked else "fine"
    high = {"fine": 99.0, "coarse": 19.0}.get(mode or "")

    def part(count: int) -> tuple[Value, Value]:
        return array((count, 32, 32, 3), "uint8", 0, 255), array((count, 1), "int64", 0, high)

    return stamped(context, "cifar100", halves(part(50000), part(10000)))


def _regression(name: str, train: int, test: int, columns: int, dtype: str) -> None:
    """Tables of numbers with one target for each row; the split follows test_split, which is a default here."""

    def load(context: Context, arguments: Arguments) -> Value:
        asked = Given("path test_split" if name == "boston_housing" else "version path test_split", arguments, 0)
        version = text(asked["version"])
        rows: tuple[Dim | int, Dim | int] = (train, test)
        if "test_split" in asked or version == "small":
            rows = (480, 120) if version == "small" and "test_split" not in asked else (Dim.unknown(1), Dim.unknown(1))
        parts = [(array((count, columns), dtype), array((count,), dtype)) for count in rows]
        return stamped(context, name, halves(parts[0], parts[1]))

    K.native(f"keras.datasets.{name}.load_data")(load)


_regression("boston_housing", 404, 102, 13, "float64")
_regression("california_housing", 16512, 4128, 8, "float32")


def _texts(name: str, train: int, test: int, classes: int) -> None:
    """Lists of word ids of different lengths, as an array of objects; words below `num_words` only."""

    def load(context: Context, arguments: Arguments) -> Value:
        asked = Given("path num_words skip_top maxlen", arguments, 0)
        words = number(asked["num_words"])
        part = [_sequences(count, words, classes, "maxlen" in asked or "test_split" in asked) for count in (train,
                                                                                                            test)]
        return stamped(context, name, halves(part[0], part[1]))

    K.native(f"keras.datasets.{name}.load_data")(load)


def _sequences(count: int, words: int | None, classes: int, fewer: bool) -> tuple[Value, Value]:
    size = Dim.unknown(low=1) if fewer else Dim.of(count)
    high = float(words - 1) if words is not None else None
    texts = Tensor(Shape((size,)), "object", NUMPY, Facts(low=0, high=high))
    return texts, array((size,), "int64", 0, classes - 1)


_texts("imdb", 25000, 25000, 2)
_texts("reuters", 8982, 2246, 46)


@K.native("keras.datasets.imdb.get_word_index", "keras.datasets.reuters.get_word_index")
def word_index(context: Context, arguments: Arguments) -> Value:
    return Mapping({}, open=True)


@K.native("keras.datasets.reuters.get_label_names")
def label_names(context: Context, arguments: Arguments) -> Value:
    return Sequence("tuple", (), Scalar("str"), Dim.of(46))


