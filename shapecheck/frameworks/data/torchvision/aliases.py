"""Paths of torchvision that mean the same as another."""

from ... import ALIASES

ALIASES.update({
    "torchvision.transforms.transforms": "torchvision.transforms",
    "torchvision.transforms.v2": "torchvision.transforms",
    "torchvision.transforms.functional_tensor": "torchvision.transforms.functional",
    **{f"torchvision.datasets.{name}": "torchvision.datasets" for name in (
        "mnist", "cifar", "folder", "svhn", "stl10", "fakedata", "usps", "vision",
    )},
})  # fmt: skip
