"""A stand-in for the `helper.py` that notebooks of image classifiers come with."""

from __future__ import annotations

import torch


def view_classify(image: torch.Tensor, probabilities: torch.Tensor) -> None:
    """Draws nothing, but takes apart what it would draw."""
    image.resize_(1, 28, 28).numpy().squeeze()
    probabilities.data.numpy().squeeze()
