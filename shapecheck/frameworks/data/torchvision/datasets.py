"""Known data sets: how many samples, of what size, with which labels. Source: the pages of torchvision.datasets."""

from __future__ import annotations

import os.path
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ....core.containers import Mapping, Sequence
from ....core.dim import Dim
from ....core.objects import Class, Instance, library_class
from ....core.plain import NONE, Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Unknown, Value
from ...numpy.dialect import NUMPY
from ...python.files import data_folder
from ...torch.data import DATASET, Label
from ...torch.dialect import T, tensor
from ...torch.natives import given, method
from .pictures import Picture

if TYPE_CHECKING:
    from ....core.origin import Origin
    from ....core.value import Context


@dataclass(frozen=True, slots=True)
class Known:
    """A data set: the image's channels, height and width (None is not one number), the labels' range (None is not
    known), the number of samples by the value of `split`, and how the arrays are kept in `data` and `targets`."""

    image: tuple[int | None, int | None, int | None] = (3, None, None)
    labels: tuple[int, int] | None = None
    sizes: dict[object, int] = field(default_factory=dict)
    split: str = "train"
    default: object = True
    parameters: str = "root train transform target_transform download"
    kept: str = ""


_GREY, _COLOUR = (1, 28, 28), (3, 32, 32)
_BY_SPLIT = "root split transform target_transform download"
_MNIST: dict[object, int] = {True: 60000, False: 10000}
KNOWN: dict[str, Known] = {
    "MNIST": Known(_GREY, (0, 9), _MNIST, kept="tensor"),
    "FashionMNIST": Known(_GREY, (0, 9), _MNIST, kept="tensor"),
    "KMNIST": Known(_GREY, (0, 9), _MNIST, kept="tensor"),
    "USPS": Known((1, 16, 16), (0, 9), {True: 7291, False: 2007}, kept="array"),
    "CIFAR10": Known(_COLOUR, (0, 9), {True: 50000, False: 10000}, kept="array"),
    "CIFAR100": Known(_COLOUR, (0, 99), {True: 50000, False: 10000}, kept="array"),
    "SVHN": Known(_COLOUR, (0, 9), {"train": 73257, "test": 26032, "extra": 531131}, "split", "train", _BY_SPLIT),
    "STL10": Known((3, 96, 96), (0, 9), {"train": 5000, "test": 8000}, "split", "train",
                   "root split folds transform target_transform download"),
    "ImageNet": Known(labels=(0, 999), sizes={"train": 1281167, "val": 50000}, split="split", default="train",
                      parameters="root split transform target_transform"),
    "Food101": Known(labels=(0, 100), sizes={"train": 75750, "test": 25250}, split="split", default="train",
                     parameters=_BY_SPLIT),
    "Flowers102": Known(labels=(0, 101), sizes={"train": 1020, "val": 1020, "test": 6149}, split="split",
                        default="train", parameters=_BY_SPLIT),
    "OxfordIIITPet": Known(labels=(0, 36), split="split", default="trainval",
                           parameters="root split target_types transforms transform target_transform download"),
    "DTD": Known(labels=(0, 46), sizes={"train": 1880, "val": 1880, "test": 1880}, split="split", default="train",
                 parameters="root split partition transform target_transform download"),
    "GTSRB": Known(labels=(0, 42), split="split", default="train", parameters=_BY_SPLIT),
    "EuroSAT": Known((3, 64, 64), (0, 9), {None: 27000}, parameters="root transform target_transform download"),
    "Caltech101": Known(parameters="root target_type transform target_transform download"),
    "Caltech256": Known(labels=(0, 256), parameters="root transform target_transform download"),
    "StanfordCars": Known(labels=(0, 195), split="split", default="train", parameters=_BY_SPLIT),
    "PCAM": Known((3, 96, 96), (0, 1), {"train": 262144, "val": 32768, "test": 32768}, "split", "train", _BY_SPLIT),
    "Country211": Known(labels=(0, 210), sizes={"train": 31650, "valid": 10550, "test": 21100}, split="split",
                        default="train", parameters=_BY_SPLIT),
    "SUN397": Known(labels=(0, 396), parameters="root transform target_transform download"),
    "RenderedSST2": Known(labels=(0, 1), sizes={"train": 6920, "val": 872, "test": 1821}, split="split",
                          default="train", parameters=_BY_SPLIT),
    "SEMEION": Known((1, 16, 16), (0, 9), {None: 1593}, parameters="root transform target_transform download"),
    "Omniglot": Known((1, 105, 105), sizes={True: 19280, False: 13180}, split="background",
                      parameters="root background transform target_transform download"),
    "Imagenette": Known(labels=(0, 9), sizes={"train": 9469, "val": 3925}, split="split", default="train",
                        parameters="root split size download transform target_transform loader"),
    "LFWPeople": Known((3, 250, 250), sizes={"10fold": 13233, "train": 9525, "test": 3708}, split="split",
                       default="10fold", parameters="root split image_set transform target_transform download"),
    "FGVCAircraft": Known(split="split", default="trainval",
                          parameters="root split annotation_level transform target_transform download"),
}  # fmt: skip
EMNIST = {
    "byclass": (697932, 116323, 0, 61), "bymerge": (697932, 116323, 0, 46), "balanced": (112800, 18800, 0, 46),
    "letters": (124800, 20800, 1, 26), "digits": (240000, 40000, 0, 9), "mnist": (60000, 10000, 0, 9),
}  # fmt: skip
"""By split: the samples for training and for testing, the least and the greatest label."""


def _plain(value: Value | None, default: object) -> object:
    return default if value is None else getattr(value, "payload", ...)


def _settle(context: Context, dataset: Instance, known: Known, arguments: Arguments) -> None:
    """Keeps the image, the label, the number of samples and the transforms of a data set that is being made."""
    names = known.parameters.split()
    settings = {name: given(arguments, i, name) for i, name in enumerate(names)}
    for name in ("transform", "target_transform", "transforms"):
        dataset.set_attribute(context, name, settings.get(name) or NONE)
    split = _plain(settings.get(known.split), known.default) if known.split in names else None
    count = known.sizes.get(split) if split is not ... and settings.get("folds") in (None, NONE) else None
    dataset.hide(context, "count", Constant(count) if count is not None else Scalar("int"))
    channels, height, width = (Dim.of(n) if n is not None else Dim.unknown(low=1) for n in known.image)
    read = settings.get("loader") or arguments.keywords.get("loader")
    dataset.hide(context, "image", Picture(channels, height, width) if read is None else Unknown("a picture as read"))
    dataset.hide(context, "label", _target(known, split, settings))
    if known.labels is not None:
        low, high = known.labels
        classes = Sequence.list(Scalar("str") for _ in range(high - low + 1))
        dataset.set_attribute(context, "classes", classes)
    if known.kept and count is not None:
        _keep_arrays(context, dataset, known, count)


def _target(known: Known, split: object, settings: dict[str, Value | None]) -> Value:
    """A class, unless something else is asked for as the target, or the split has none."""
    for name in ("target_types", "target_type"):
        if _plain(settings.get(name), "category") != "category":
            return Unknown("a target that was asked for")
    unlabelled = known.sizes and split not in known.sizes and "folds" in settings
    return Label(*known.labels) if known.labels is not None and not unlabelled else Scalar("int")


def _keep_arrays(context: Context, dataset: Instance, known: Known, count: int) -> None:
    """`data` and `targets`: tensors [n, height, width], or an array [n, height, width, channels] and a list."""
    assert known.labels is not None
    channels, *size = known.image
    sizes = [Dim.of(n) for n in size if n is not None]
    facts = Facts(low=float(known.labels[0]), high=float(known.labels[1]), attained=True)
    if known.kept == "tensor":
        dataset.set_attribute(context, "data", tensor(Shape((count, *sizes)), "uint8", Facts(low=0, high=255)))
        dataset.set_attribute(context, "targets", tensor(Shape.of(count), "int64", facts))
    else:
        more = (channels,) if channels is not None and channels > 1 else ()
        data = Tensor(Shape((count, *sizes, *more)), "uint8", NUMPY, Facts(low=0, high=255))
        dataset.set_attribute(context, "data", data)
        dataset.set_attribute(context, "targets", Sequence("list", (), Label(*known.labels), Dim.of(count)))
    for old, new in (
        ("train_data", "data"),
        ("test_data", "data"),
        ("train_labels", "targets"),
        ("test_labels", "targets"),
    ):
        dataset.set_attribute(context, old, dataset.state[new])


@method
def _getitem(context: Context, dataset: Instance, arguments: Arguments) -> Value:
    """(image, label), each after its transform."""
    image: Value = dataset.hidden("image") or Unknown("image")
    label: Value = dataset.hidden("label") or Scalar("int")
    transform, target = (dataset.state.get(name, NONE) for name in ("transform", "target_transform"))
    both = dataset.state.get("transforms", NONE)
    if both is not NONE:
        return context.call(both, Arguments((image, label)))
    if transform is not NONE:
        image = context.call(transform, Arguments((image,)))
    if target is not NONE:
        label = context.call(target, Arguments((label,)))
    return Sequence.tuple((image, label))


@method
def _length(context: Context, dataset: Instance, arguments: Arguments) -> Value:
    found = dataset.hidden("count")
    return found if isinstance(found, Value) else Scalar("int")


def _dataset(name: str, known: Known) -> Class:
    @method
    def init(context: Context, dataset: Instance, arguments: Arguments) -> Value:
        _settle(context, dataset, known, arguments)
        return NONE

    return library_class(f"torchvision.datasets.{name}", VISION, __init__=init)


VISION = library_class("torchvision.datasets.VisionDataset", DATASET, __getitem__=_getitem, __len__=_length)


@method
def _emnist(context: Context, dataset: Instance, arguments: Arguments) -> Value:
    """EMNIST(root, split, train=True, ...): labels of `letters` start at 1."""
    split = _plain(arguments.get(1, "split"), "balanced")
    found = EMNIST.get(str(split))
    known = Known(_GREY, parameters="root split train transform target_transform download")
    if found is not None:
        train, test, low, high = found
        known = Known(
            _GREY,
            (low, high),
            {True: train, False: test},
            kept="tensor",
            parameters="root split train transform target_transform download",
        )
    _settle(context, dataset, known, arguments)
    return NONE


@method
def _fake(context: Context, dataset: Instance, arguments: Arguments) -> Value:
    """FakeData(size=1000, image_size=(3, 224, 224), num_classes=10, transform, target_transform): random labels."""
    size = _plain(arguments.get(0, "size"), 1000)
    image = arguments.get(1, "image_size") or Sequence.tuple((Constant(3), Constant(224), Constant(224)))
    classes = _plain(arguments.get(2, "num_classes"), 10)
    parts = image.known if isinstance(image, Sequence) else None
    dims = [one.dim if isinstance(one, Constant) and one.dim is not None else Dim.unknown(low=1) for one in parts or ()]
    dataset.hide(context, "count", Constant(size) if isinstance(size, int) else Scalar("int"))
    dataset.hide(context, "image", Picture(*dims) if len(dims) == 3 else Picture.unknown())
    among = tuple(range(classes)) if isinstance(classes, int) and classes <= 1000 else None
    dataset.hide(context, "label", Scalar("int", among=among))
    dataset.set_attribute(context, "transform", given(arguments, 3, "transform") or NONE)
    dataset.set_attribute(context, "target_transform", given(arguments, 4, "target_transform") or NONE)
    return NONE


@method
def _unmodelled(context: Context, dataset: Instance, arguments: Arguments) -> Value:
    return Unknown("sample of a data set that is not modelled")


_FOLDER = "root transform target_transform loader is_valid_file allow_empty"
_PICTURES = (".jpg", ".jpeg", ".png", ".ppm", ".bmp", ".pgm", ".tif", ".tiff", ".webp")


@method
def _image_folder(context: Context, dataset: Instance, arguments: Arguments) -> Value:
    """One folder a class; pictures are read as RGB. Source: torchvision/datasets/folder.py."""
    from .. import folder

    _settle(context, dataset, Known(parameters=_FOLDER), arguments)
    settings = {name: given(arguments, i, name) for i, name in enumerate(_FOLDER.split())}
    path = data_folder(context, settings["root"])
    found = folder.classes(path, lambda name: name.lower().endswith(_PICTURES)) if path is not None else None
    if settings["loader"] is not None:
        dataset.hide(context, "image", Unknown("a picture as the program reads it"))
    if found is None or path is None or not all(found.values()) or not found or settings["is_valid_file"] is not None:
        return NONE
    context.note("data file", path)
    everything = tuple(file for files in found.values() for file in files)
    picture = folder.common_picture(everything) if settings["loader"] is None else None
    if picture is not None:
        origin = context.origin(f"the pictures in {os.path.basename(path)}")
        sides = (Dim.of(side, origin) for side in (picture.height, picture.width))
        dataset.hide(context, "image", Picture(Dim.of(3), *sides))
    _set_classes(context, dataset, found, context.origin(f"{len(found)} classes in {os.path.basename(path)}"))
    return NONE


def _set_classes(context: Context, dataset: Instance, found: dict[str, tuple[str, ...]], origin: Origin) -> None:
    number, count = len(found), Dim.of(sum(map(len, found.values())))
    label = Label(0, number - 1)
    names = Sequence.list(map(Constant, found))
    paths = Sequence("list", (), Sequence.tuple((Scalar("str"), label)), count)
    dataset.hide(context, "count", Constant(count))
    dataset.hide(context, "label", label)
    for name, value in (
        ("classes", Sequence.list(names.items)), ("samples", paths), ("imgs", paths),
        ("class_to_idx", Mapping({name: Constant(i) for i, name in enumerate(found)})),
        ("targets", Sequence("list", (), label, count)),
    ):  # fmt: skip
        dataset.set_attribute(context, name, value)


T.classes(
    VISION,
    library_class("torchvision.datasets.ImageFolder", VISION, __init__=_image_folder),
    *(_dataset(name, known) for name, known in KNOWN.items()),
    library_class("torchvision.datasets.EMNIST", VISION, __init__=_emnist),
    library_class("torchvision.datasets.FakeData", VISION, __init__=_fake),
    *(library_class(f"torchvision.datasets.{name}", DATASET, __getitem__=_unmodelled)
      for name in ("CelebA", "CocoDetection", "CocoCaptions", "VOCDetection", "VOCSegmentation", "Cityscapes", "LSUN",
                   "QMNIST", "Places365", "DatasetFolder", "WIDERFace", "SBDataset", "Kinetics", "UCF101",
                   "HMDB51", "MovingMNIST", "LFWPairs", "INaturalist", "FER2013", "Flickr8k", "Flickr30k", "SBU",
                   "Kitti", "PhotoTour", "CLEVRClassification")),
)  # fmt: skip
