"""Known data sets that would have to be fetched: arrays, or samples, of the same shapes and dtypes."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import Any

from .state import STATE


def _labels(count: int, classes: int, dtype: str, shape: Any) -> Any:
    import numpy

    return (numpy.arange(count) % classes).astype(dtype).reshape(shape)


def _pictures(train: int, test: int, size: Any, classes: int, column: bool) -> Callable[..., Any]:
    def load_data(*_: Any, **__: Any) -> Any:
        import numpy

        def part(count: int) -> Any:
            shape = (count, 1) if column else (count,)
            return numpy.zeros((count, *size), "uint8"), _labels(count, classes, "uint8", shape)

        STATE.note("a known data set is stood in for by zeros")
        return part(train), part(test)

    return load_data


def _table(train: int, test: int, columns: int) -> Callable[..., Any]:
    def load_data(*_: Any, **__: Any) -> Any:
        import numpy

        STATE.note("a known data set is stood in for by zeros")
        return tuple((numpy.ones((count, columns)), numpy.ones((count,))) for count in (train, test))

    return load_data


def _texts(train: int, test: int, classes: int) -> Callable[..., Any]:
    def load_data(path: str = "", num_words: Any = None, *_: Any, **__: Any) -> Any:
        import numpy

        def part(count: int) -> Any:
            words: Any = numpy.empty(count, dtype=object)
            for at in range(count):
                words[at] = [1, 14, 22] * (5 + at % 20)
            return words, _labels(count, classes, "int64", (count,))

        STATE.note("a known data set is stood in for by made-up texts")
        return part(train), part(test)

    return load_data


KERAS: dict[str, Callable[..., Any]] = {
    "mnist": _pictures(60000, 10000, (28, 28), 10, False),
    "fashion_mnist": _pictures(60000, 10000, (28, 28), 10, False),
    "cifar10": _pictures(50000, 10000, (32, 32, 3), 10, True),
    "cifar100": _pictures(50000, 10000, (32, 32, 3), 100, True),
    "boston_housing": _table(404, 102, 13),
    "california_housing": _table(16512, 4128, 8),
    "imdb": _texts(25000, 25000, 2),
    "reuters": _texts(8982, 2246, 46),
}
"""What `keras.datasets.NAME.load_data` gives."""

_TORCHVISION: dict[str, Any] = {
    "MNIST": ("L", (28, 28), 10, 60000, 10000), "FashionMNIST": ("L", (28, 28), 10, 60000, 10000),
    "KMNIST": ("L", (28, 28), 10, 60000, 10000), "QMNIST": ("L", (28, 28), 10, 60000, 60000),
    "EMNIST": ("L", (28, 28), 47, 112800, 18800), "USPS": ("L", (16, 16), 10, 7291, 2007),
    "CIFAR10": ("RGB", (32, 32), 10, 50000, 10000), "CIFAR100": ("RGB", (32, 32), 100, 50000, 10000),
    "SVHN": ("RGB", (32, 32), 10, 73257, 26032), "STL10": ("RGB", (96, 96), 10, 5000, 8000),
    "GTSRB": ("RGB", (40, 40), 43, 26640, 12630), "Food101": ("RGB", (512, 384), 101, 75750, 25250),
    "Flowers102": ("RGB", (500, 667), 102, 1020, 6149), "OxfordIIITPet": ("RGB", (500, 375), 37, 3680, 3669),
    "LSUN": ("RGB", (256, 256), 10, 100000, 10000), "CelebA": ("RGB", (178, 218), 40, 162770, 19962),
    "ImageNet": ("RGB", (500, 375), 1000, 1281167, 50000), "EuroSAT": ("RGB", (64, 64), 10, 27000, 27000),
    "Caltech101": ("RGB", (300, 200), 101, 8677, 8677), "Caltech256": ("RGB", (300, 200), 257, 30607, 30607),
}  # fmt: skip
"""Mode of the pictures, width and height, classes, samples for training and for testing."""
_PLAIN = ("MNIST", "FashionMNIST", "KMNIST", "QMNIST", "EMNIST", "CIFAR10", "CIFAR100", "STL10", "SVHN")
"""Those that hold all pictures in memory, as `data` and `targets`."""


def take_datasets(module: Any) -> None:
    """`torchvision.datasets`, after it was imported: the real data where they are there, else stand-ins."""
    for name, facts in _TORCHVISION.items():
        real = getattr(module, name, None)
        if isinstance(real, type):
            stand_in = _stand_in(real, name, facts)
            for other in [each for key, each in sys.modules.items() if key.startswith("torchvision.datasets")]:
                if getattr(other, name, None) is real:
                    setattr(other, name, stand_in)


def _stand_in(real: Any, name: str, facts: Any) -> Any:
    mode, size, classes, train, test = facts

    def __init__(self: Any, root: Any = None, *args: Any, **kwargs: Any) -> None:
        kwargs["download"] = False
        try:
            given = {key: value for key, value in kwargs.items() if key != "download" or name != "ImageNet"}
            real.__init__(self, root, *args, **given)
            self._count = None
            return
        except Exception:
            STATE.note(f"{name} is stood in for by black pictures")
        for key in ("train", "split", "image_set", "classes"):
            if key in kwargs:
                setattr(self, key, kwargs[key])
        training = kwargs.get("train", kwargs.get("split", args[0] if args else True)) in (True, "train", "trainval")
        self._count = train if training else test
        self.root, self.train = root, training
        transforms = [each for each in args if callable(each)] + [None, None]
        self.transform = kwargs.get("transform", transforms[0])
        self.target_transform = kwargs.get("target_transform", transforms[1])
        self.transforms = None
        self.classes = [str(each) for each in range(classes)]
        self.class_to_idx = {each: at for at, each in enumerate(self.classes)}
        if name in _PLAIN:
            _held(self, name, size, classes)

    def __getitem__(self: Any, index: Any) -> Any:
        if self._count is None:
            return real.__getitem__(self, index)
        if not 0 <= int(index) < self._count:
            raise IndexError("list index out of range")
        image = importlib.import_module("PIL.Image")
        picture: Any = image.new(mode, size)
        target: Any = int(index) % classes
        picture = self.transform(picture) if self.transform else picture
        return picture, self.target_transform(target) if self.target_transform else target

    def __len__(self: Any) -> int:
        return int(real.__len__(self) if self._count is None else self._count)

    own = {"__init__": __init__, "__getitem__": __getitem__, "__len__": __len__}
    for key in ("classes", "class_to_idx", "targets", "data", "labels", "train", "split"):
        if isinstance(getattr(real, key, None), property):
            own[key] = _settable(key)
    return type(name, (real,), own)


def _settable(key: str) -> Any:
    """A property of the real class, as a plain attribute."""
    return property(lambda self: self.__dict__[key], lambda self, value: self.__dict__.__setitem__(key, value))


def _held(self: Any, name: str, size: Any, classes: int) -> None:
    """`data` and `targets`, as the real class has them."""
    import numpy

    targets: Any = numpy.arange(self._count) % classes
    if name.endswith("MNIST"):
        import torch

        self.data, self.targets = torch.zeros((self._count, *size), dtype=torch.uint8), torch.from_numpy(targets)
    else:
        first = name in ("STL10", "SVHN")
        self.data = numpy.zeros((self._count, 3, *size) if first else (self._count, *size, 3), "uint8")
        self.targets = targets.tolist()
        self.labels = targets
