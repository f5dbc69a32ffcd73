"""The three transforms of the seed programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import torch

Image = npt.NDArray[np.uint8]


class Compose:
    def __init__(self, transforms: Sequence[Callable[..., torch.Tensor]]) -> None:
        self.transforms = transforms

    def __call__(self, image: Image) -> torch.Tensor:
        result: Image | torch.Tensor = image
        for transform in self.transforms:
            result = transform(result)
        assert isinstance(result, torch.Tensor)
        return result


class ToTensor:
    """A grey image of bytes [height, width] becomes float32 [1, height, width] in 0..1."""

    def __call__(self, image: Image) -> torch.Tensor:
        return torch.from_numpy(image).unsqueeze(0).float() / 255


class Normalize:
    def __init__(self, mean: Sequence[float], std: Sequence[float]) -> None:
        self.mean = torch.tensor(mean).view(-1, 1, 1)
        self.std = torch.tensor(std).view(-1, 1, 1)

    def __call__(self, tensor: torch.Tensor) -> torch.Tensor:
        # In place, as torchvision does: more channels in `mean` than in the image are refused.
        return tensor.clone().sub_(self.mean).div_(self.std)
