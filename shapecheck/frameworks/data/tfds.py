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
from ..tensorflow.dataset import DATASET
from ..tensorflow.dialect import each, tensor
from ..tensorflow.elements import batches_of, in_front
from ..tensorflow.pipeline import dataset
from ..tensorflow.variables import nothing, without_first

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ...core.value import Context


class Data(NamedTuple):
    """Samples by split, the shape of the input (None: any length), how many classes (0: a number, no class), and what
    the input and the label are called. columns: the input is a dict of numbers of these dtypes. more: other features,
    with shape, dtype and classes; a length that is not one number is that of the input. unlabelled: splits in which
    the label is -1. paired: there is `as_supervised`."""

    splits: dict[str, int]
    shape: tuple[int | None, ...]
    classes: int
    key: str = "image"
    dtype: str = "uint8"
    label: str = "label"
    label_dtype: str = "int64"
    columns: tuple[tuple[str, str], ...] = ()
    more: tuple[tuple[str, tuple[int | None, ...], str, int], ...] = ()
    unlabelled: tuple[str, ...] = ()
    paired: bool = True


_ANY = (None, None, 3)
_FULL = {"train": 60000, "test": 10000}


def _text(train: int, test: int, classes: int, key: str = "text") -> Data:
    return Data({"train": train, "test": test}, (), classes, key, "string")


def _glue(train: int, validation: int, test: int, key: str) -> Data:
    splits = {"train": train, "validation": validation, "test": test}
    return Data(splits, (), 2, key, "string", more=(("idx", (), "int32", 0),), unlabelled=("test",), paired=False)


def _unpaired(a: int, b: int, test_a: int, test_b: int) -> Data:
    return Data({"trainA": a, "trainB": b, "testA": test_a, "testB": test_b}, _ANY, 2)


_WINE = tuple((name, "float64" if name == "sulphates" else "float32") for name in (
    "alcohol", "chlorides", "citric acid", "density", "fixed acidity", "free sulfur dioxide", "pH", "residual sugar",
    "sulphates", "total sulfur dioxide", "volatile acidity"))  # fmt: skip


def _wine(count: int) -> Data:
    return Data({"train": count}, (), 0, "features", label="quality", label_dtype="int32", columns=_WINE)


TABLE = {
    "mnist": Data(_FULL, (28, 28, 1), 10), "fashion_mnist": Data(_FULL, (28, 28, 1), 10),
    "kmnist": Data(_FULL, (28, 28, 1), 10), "mnist_corrupted": Data(_FULL, (28, 28, 1), 10),
    "emnist": Data({"train": 697932, "test": 116323}, (28, 28, 1), 62),
    "cifar10": Data({"train": 50000, "test": 10000}, (32, 32, 3), 10),
    "cifar100": Data({"train": 50000, "test": 10000}, (32, 32, 3), 100, more=(("coarse_label", (), "int64", 20),)),
    "cifar10_corrupted": Data({"test": 10000}, (32, 32, 3), 10),
    "svhn_cropped": Data({"train": 73257, "test": 26032, "extra": 531131}, (32, 32, 3), 10),
    "stl10": Data({"train": 5000, "test": 8000, "unlabelled": 100000}, (96, 96, 3), 10, unlabelled=("unlabelled",)),
    "cats_vs_dogs": Data({"train": 23262}, _ANY, 2), "tf_flowers": Data({"train": 3670}, _ANY, 5),
    "horses_or_humans": Data({"train": 1027, "test": 256}, (300, 300, 3), 2),
    "rock_paper_scissors": Data({"train": 2520, "test": 372}, (300, 300, 3), 3),
    "beans": Data({"train": 1034, "validation": 133, "test": 128}, (500, 500, 3), 3),
    "malaria": Data({"train": 27558}, _ANY, 2),
    "oxford_flowers102": Data({"train": 1020, "test": 6149, "validation": 1020}, _ANY, 102),
    "oxford_iiit_pet": Data({"train": 3680, "test": 3669}, _ANY, 37, more=(
        ("segmentation_mask", (None, None, 1), "uint8", 0), ("species", (), "int64", 2))),
    "stanford_dogs": Data({"train": 12000, "test": 8580}, _ANY, 120),
    "caltech101": Data({"train": 3059, "test": 6084}, _ANY, 102),
    "food101": Data({"train": 75750, "validation": 25250}, _ANY, 101),
    "eurosat": Data({"train": 27000}, (64, 64, 3), 10), "eurosat/rgb": Data({"train": 27000}, (64, 64, 3), 10),
    "colorectal_histology": Data({"train": 5000}, (150, 150, 3), 8),
    "deep_weeds": Data({"train": 17509}, (256, 256, 3), 9), "resisc45": Data({"train": 31500}, (256, 256, 3), 45),
    "uc_merced": Data({"train": 2100}, _ANY, 21), "plant_village": Data({"train": 54303}, _ANY, 38),
    "patch_camelyon": Data({"train": 262144, "validation": 32768, "test": 32768}, (96, 96, 3), 2),
    "binary_alpha_digits": Data({"train": 1404}, (20, 16, 1), 36),
    "omniglot": Data({"train": 19280, "test": 13180, "small1": 2720, "small2": 3120}, (105, 105, 3), 1623, more=(
        ("alphabet", (), "int64", 50),)),
    "cars196": Data({"train": 8144, "test": 8041}, _ANY, 196),
    "smallnorb": Data({"train": 24300, "test": 24300}, (96, 96, 1), 5, label="label_category", more=(
        ("image2", (96, 96, 1), "uint8", 0),)),
    "cycle_gan": _unpaired(995, 1019, 266, 248), "cycle_gan/apple2orange": _unpaired(995, 1019, 266, 248),
    "cycle_gan/horse2zebra": _unpaired(1067, 1334, 120, 140),
    "cycle_gan/monet2photo": _unpaired(1072, 6287, 121, 751),
    "cycle_gan/summer2winter_yosemite": _unpaired(1231, 962, 309, 238),
    "iris": Data({"train": 150}, (4,), 3, "features", "float32"),
    "wine_quality": _wine(4898), "wine_quality/white": _wine(4898), "wine_quality/red": _wine(1599),
    "imdb_reviews": _text(25000, 25000, 2), "imdb_reviews/plain_text": _text(25000, 25000, 2),
    "ag_news_subset": _text(120000, 7600, 4, "description"), "yelp_polarity_reviews": _text(560000, 38000, 2),
    "imdb_reviews/subwords8k": Data({"train": 25000, "test": 25000}, (None,), 2, "text", "int64"),
    "imdb_reviews/subwords32k": Data({"train": 25000, "test": 25000}, (None,), 2, "text", "int64"),
    "glue/sst2": _glue(67349, 872, 1821, "sentence"), "glue/cola": _glue(8551, 1043, 1063, "sentence"),
    "glue/mrpc": _glue(3668, 408, 1725, "sentence1"),
}  # fmt: skip


def sample(data: Data, supervised: bool, split: str = "") -> Value:
    """One element: (input, label), or a dict of all features, of which these are known. `split`: all of that one."""
    sizes = [Dim.unknown(low=1) if size is None else Dim.of(size) for size in data.shape]
    given: Value = tensor(Shape(sizes), data.dtype, Facts(low=0, high=255) if data.dtype == "uint8" else Facts())
    if data.columns:
        given = Mapping({name: tensor(Shape(), dtype) for name, dtype in data.columns})
    facts = Facts()
    if data.classes and not any(name in split for name in data.unlabelled):
        facts = Facts(low=0, high=data.classes - 1, attained=split in data.splits or None)
    label = tensor(Shape(), data.label_dtype, facts)
    if supervised:
        return Sequence.tuple((given, label))
    features: dict[Hashable, Value] = {data.key: given, data.label: label}
    for name, shape, dtype, classes in data.more:
        dims = [sizes[i] if size is None else Dim.of(size) for i, size in enumerate(shape)]
        features[name] = tensor(Shape(dims), dtype, Facts(low=0, high=classes - 1 if classes else None))
    return Mapping(features, open=True)


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
    found = _count(data, split)
    count = Dim.of(found) if found is not None else Dim.unknown()
    if supervised and not data.paired:
        return Unknown("a data set without supervised keys")
    element = sample(data, supervised, split)
    number = _plain(size)
    if number == -1:
        return each(lambda one: tensor(Shape.of(count) + one.shape, one.dtype, one.facts), element)
    if number is None:
        return dataset(element, count)
    first, batches = batches_of(count, size, False)
    return dataset(each(lambda one: in_front(one, first), element), batches, batched=True)


def _count(data: Data, split: str) -> int | None:
    """How many samples `train`, `train[:80%]` or `train[:10]+test` has; None if that is not known."""
    total = 0
    for part in split.split("+"):
        name, _, bounds = part.strip().partition("[")
        number = sum(data.splits.values()) if name == "all" and not bounds else data.splits.get(name)
        ends = bounds.rstrip("]").split(":") if bounds else ["", ""]
        if number is None or len(ends) != 2:
            return None
        percent = "%" in bounds
        start, stop = (_place(end.strip(), number, percent) for end in ends)
        if start is None or stop is None:
            return None
        total += (stop if ends[1].strip() else number) - start
    return total


def _place(text: str, number: int, percent: bool) -> int | None:
    """A bound of a slice: a number of samples, or a percentage, which is rounded; from the end if it is negative.
    Source: tensorflow_datasets/core/splits.py."""
    try:
        place = round(float(text.rstrip("%") or 0) * number / 100.0) if percent else int(text or 0)
    except ValueError:
        return None
    return place + number if place < 0 else place


# -- descriptions ----------------------------------------------------------------------------------------------

FEATURE = library_class("tensorflow_datasets.features.ClassLabel", int2str=lambda context, arguments: Scalar("str"),
                        str2int=lambda context, arguments: Scalar("int"))  # fmt: skip
SPLIT = library_class("tensorflow_datasets.core.SplitInfo")
INFO = library_class("tensorflow_datasets.core.DatasetInfo")


def _info(data: Data) -> Instance:
    names = Sequence("list", (), Scalar("str"), Dim.of(data.classes))
    known = {"num_classes": Constant(data.classes), "names": names} if data.classes else {}
    label = Instance(FEATURE, {**known, "shape": Sequence.tuple(())})
    given = Instance(FEATURE, {"shape": Sequence.tuple(map(Constant, data.shape))} if not data.columns else {})
    splits = Mapping({name: Instance(SPLIT, {"num_examples": Constant(count)}) for name, count in data.splits.items()})
    features = Mapping({data.label: label, data.key: given}, open=True)
    keys = Sequence.tuple((Constant(data.key), Constant(data.label))) if data.paired else NONE
    return Instance(INFO, {"features": features, "splits": splits, "supervised_keys": keys})


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
