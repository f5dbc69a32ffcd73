"""The names of `torchvision`: pictures, transforms, and known data sets."""

from __future__ import annotations

from ... import ALIASES
from . import compositions as compositions, datasets as datasets, transforms as transforms, utils as utils

ALIASES.update({
    "torchvision.transforms.transforms": "torchvision.transforms",
    "torchvision.transforms.v2": "torchvision.transforms",
    "torchvision.transforms.functional_tensor": "torchvision.transforms.functional",
    **{f"torchvision.datasets.{name}": "torchvision.datasets" for name in (
        "mnist", "cifar", "folder", "svhn", "stl10", "fakedata", "usps", "vision",
    )},
})  # fmt: skip
