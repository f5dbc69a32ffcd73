"""`tensorflow_datasets`: the commonest data sets by name, and what `tfds.load` makes of them.

Sizes and features are those of the catalogue at tensorflow.org/datasets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from ..numpy.dialect import NUMPY
from ..tensorflow.dataset import DATASET, dataset
from ..tensorflow.dialect import each, tensor
from ..tensorflow.elements import batches_of, in_front
from ..tensorflow.variables import nothing, without_first

if TYPE_CHECKING:
    from ...core.value import Context


class Data(NamedTuple):
    """Samples by split, the shape of the input (None: any length), how many classes, and what the input is called."""

    splits: dict[str, int]
    shape: tuple[int | None, ...]
    classes: int
    key: str = "image"
    dtype: str = "uint8"


_ANY = (None, None, 3)


def _text(train: int, test: int, classes: int, key: str = "text") -> Data:
    return Data({"train": train, "test": test}, (), classes, key, "string")


TABLE = {
    "mnist": Data({"train": 60000, "test": 10000}, (28, 28, 1), 10),
    "fashion_mnist": Data({"train": 60000, "test": 10000}, (28, 28, 1), 10),
    "kmnist": Data({"train": 60000, "test": 10000}, (28, 28, 1), 10),
    "emnist": Data({"train": 697932, "test": 116323}, (28, 28, 1), 62),
    "cifar10": Data({"train": 50000, "test": 10000}, (32, 32, 3), 10),
    "cifar100": Data({"train": 50000, "test": 10000}, (32, 32, 3), 100),
    "svhn_cropped": Data({"train": 73257, "test": 26032, "extra": 531131}, (32, 32, 3), 10),
    "stl10": Data({"train": 5000, "test": 8000, "unlabelled": 100000}, (96, 96, 3), 10),
    "cats_vs_dogs": Data({"train": 23262}, _ANY, 2),
    "tf_flowers": Data({"train": 3670}, _ANY, 5),
    "horses_or_humans": Data({"train": 1027, "test": 256}, (300, 300, 3), 2),
    "rock_paper_scissors": Data({"train": 2520, "test": 372}, (300, 300, 3), 3),
    "beans": Data({"train": 1034, "validation": 133, "test": 128}, (500, 500, 3), 3),
    "malaria": Data({"train": 27558}, _ANY, 2),
    "oxford_flowers102": Data({"train": 1020, "test": 6149, "validation": 1020}, _ANY, 102),
    "oxford_iiit_pet": Data({"train": 3680, "test": 3669}, _ANY, 37),
    "stanford_dogs": Data({"train": 12000, "test": 8580}, _ANY, 120),
    "caltech101": Data({"train": 3059, "test": 6084}, _ANY, 102),
    "food101": Data({"train": 75750, "validation": 25250}, _ANY, 101),
    "eurosat": Data({"train": 27000}, (64, 64, 3), 10),
    "colorectal_histology": Data({"train": 5000}, (150, 150, 3), 8),
    "iris": Data({"train": 150}, (4,), 3, "features", "float32"),
    "imdb_reviews": _text(25000, 25000, 2),
    "imdb_reviews/plain_text": _text(25000, 25000, 2),
    "ag_news_subset": _text(120000, 7600, 4, "description"),
    "yelp_polarity_reviews": _text(560000, 38000, 2),
    "imdb_reviews/subwords8k": Data({"train": 25000, "test": 25000}, (None,), 2, "text", "int64"),
}


def sample(data: Data, supervised: bool) -> Value:
    """One element: (input, label), or a dict of all features, of which these are known."""
    sizes = [Dim.unknown(low=1) if size is None else Dim.of(size) for size in data.shape]
    facts = Facts(low=0, high=255) if data.dtype == "uint8" else Facts()
    given = tensor(Shape(sizes), data.dtype, facts)
    label = tensor(Shape(), "int64", Facts(low=0, high=data.classes - 1, attained=True))
    if supervised:
        return Sequence.tuple((given, label))
    return Mapping({data.key: given, "label": label}, open=True)


def _plain(value: Value | None) -> object:
    return value.payload if isinstance(value, Constant) else None


def find_data(name: Value | None) -> Data | None:
    """The data set of a name such as `mnist` or `mnist:3.*.*`."""
    text = _plain(name)
    if not isinstance(text, str):
        return None
    text = text.partition(":")[0]
    return TABLE.get(text)


# -- loading ---------------------------------------------------------------------------------------------------

_ORDER = (
    "name", "split", "data_dir", "batch_size", "shuffle_files", "download", "as_supervised", "decoders", "read_config",
    "with_info",
)  # fmt: skip


def _load(context: Context, arguments: Arguments) -> Value:
    """`tfds.load`: by split a dataset, several splits a list of them, none a dict of all; with_info one more."""
    given = {name: arguments.get(position, name) for position, name in enumerate(_ORDER)}
    data = find_data(given["name"])
    if data is None:
        return context.gap("tfds.load of a data set that is not known")
    loaded = _splits(data, given["split"], given["batch_size"], _plain(given["as_supervised"]) is True)
    return Sequence.tuple((loaded, _info(data))) if _plain(given["with_info"]) is True else loaded


def _splits(data: Data, split: Value | None, size: Value | None, supervised: bool) -> Value:
    if split is None or split is NONE:
        return Mapping({name: _one(data, name, size, supervised) for name in data.splits}, type_name="dict")
    if isinstance(split, Sequence) and split.known is not None:
        return Sequence(split.type_name, (_splits(data, one, size, supervised) for one in split.known))
    return _one(data, str(_plain(split)), size, supervised)


def _one(data: Data, split: str, size: Value | None, supervised: bool) -> Value:
    found = data.splits.get(split)
    count = Dim.of(found) if found is not None else Dim.unknown(low=1)
    element = sample(data, supervised)
    number = _plain(size)
    if number == -1:
        return each(lambda one: tensor(Shape.of(count) + one.shape, one.dtype, one.facts), element)
    if number is None:
        return dataset(element, count)
    first, batches = batches_of(count, size, False)
    return dataset(each(lambda one: in_front(one, first), element), batches, batched=True)


# -- descriptions ----------------------------------------------------------------------------------------------

FEATURE = library_class("tensorflow_datasets.features.ClassLabel", int2str=lambda context, arguments: Scalar("str"),
                        str2int=lambda context, arguments: Scalar("int"))  # fmt: skip
SPLIT = library_class("tensorflow_datasets.core.SplitInfo")
INFO = library_class("tensorflow_datasets.core.DatasetInfo")


def _info(data: Data) -> Instance:
    names = Sequence("list", (), Scalar("str"), Dim.of(data.classes))
    label = Instance(FEATURE, {"num_classes": Constant(data.classes), "names": names})
    given = Instance(FEATURE, {"shape": Sequence.tuple(map(Constant, data.shape))})
    splits = Mapping({name: Instance(SPLIT, {"num_examples": Constant(count)}) for name, count in data.splits.items()})
    return Instance(INFO, {"features": Mapping({"label": label, data.key: given}, open=True), "splits": splits})


def _builder(context: Context, arguments: Arguments) -> Value:
    """`tfds.builder(name)`: `.info`, and `.as_dataset(split, ...)`."""
    data = find_data(arguments.get(0, "name"))
    if data is None:
        return context.gap("tfds.builder of a data set that is not known")
    return Instance(BUILDER, {"info": _info(data), " data": data})


def _as_dataset(context: Context, arguments: Arguments) -> Value:
    builder, given = arguments.positional[0], without_first(arguments)
    data = builder.hidden("data") if isinstance(builder, Instance) else None
    if not isinstance(data, Data):
        return context.gap("as_dataset of a data set that is not known")
    supervised = _plain(given.get(None, "as_supervised")) is True
    return _splits(data, given.get(0, "split"), given.get(1, "batch_size"), supervised)


BUILDER = library_class("tensorflow_datasets.core.DatasetBuilder", download_and_prepare=nothing, as_dataset=_as_dataset)


def _as_numpy(context: Context, arguments: Arguments) -> Value:
    """Arrays in place of tensors."""
    given = arguments.get(0, "dataset")
    if isinstance(given, Instance) and given.cls.is_a(str(DATASET.path)):
        return context.call(context.attribute(given, "as_numpy_iterator"), Arguments())
    return (
        each(lambda one: Tensor(one.shape, one.dtype, NUMPY, one.box), given)
        if given is not None
        else Unknown("as_numpy")
    )


for _path, _function in {"load": _load, "builder": _builder, "as_numpy": _as_numpy}.items():
    declare(f"tensorflow_datasets.{_path}", Native(f"tensorflow_datasets.{_path}", _function))
for _path in ("disable_progress_bar", "enable_progress_bar", "display_progress_bar", "show_examples", "list_builders"):
    declare(f"tensorflow_datasets.{_path}", Native(_path, nothing))
for _path in ("TRAIN", "TEST", "VALIDATION"):
    declare(f"tensorflow_datasets.Split.{_path}", Constant(_path.lower()))
