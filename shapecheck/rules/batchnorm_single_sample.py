from __future__ import annotations

from .base import Rule


class BatchnormSingleSample(Rule):
    """A batch normalization in training gets one value for each channel.

    ## Why

    Mean and variance of a single value say nothing, so PyTorch refuses. It happens on a last batch of one.

    ## What to change

    `drop_last=True` in the loader, or `model.eval()` for a single sample.
    """

    code = "SHP602"
    bad = (
        """
        import torch
        from torch import nn

        norm = nn.BatchNorm1d(16)
        norm(torch.zeros(1, 16))  # error: batchnorm-single-sample
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        norm = nn.BatchNorm1d(16)
        norm(torch.zeros(2, 16))
        norm.eval()
        norm(torch.zeros(1, 16))
        """,
    )
