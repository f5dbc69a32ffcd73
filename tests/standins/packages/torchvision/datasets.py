"""MNIST in small: every digit equally often, random pixels."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch.utils.data import Dataset

from torchvision.transforms import Image


class MNIST(Dataset[tuple[Image | torch.Tensor, int]]):
    def __init__(
        self,
        root: str,
        train: bool = True,
        transform: Callable[[Image], torch.Tensor] | None = None,
        target_transform: Callable[[int], int] | None = None,
        download: bool = False,
    ) -> None:
        self.transform = transform
        self.target_transform = target_transform
        count = 60 if train else 40
        self.images: Image = np.random.default_rng(0).integers(0, 256, (count, 28, 28), dtype=np.uint8)

    def __len__(self) -> int:
        return len(self.images)

    def __getitem__(self, index: int) -> tuple[Image | torch.Tensor, int]:
        if not 0 <= index < len(self):
            raise IndexError(index)
        image, label = self.images[index], index % 10
        return (
            self.transform(image) if self.transform else image,
            self.target_transform(label) if self.target_transform else label,
        )
