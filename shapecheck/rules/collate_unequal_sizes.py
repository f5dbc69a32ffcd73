from __future__ import annotations

from .base import Rule


class CollateUnequalSizes(Rule):
    """Samples or tensors that are stacked have different shapes.

    ## Why

    A batch is one tensor, so all its samples have one shape.

    ## What to change

    Resize or pad them to one shape, or write a `collate_fn` with `pad_sequence`; `torch.cat` joins along an axis
    that may differ.
    """

    code = "SHP503"
    bad = (
        """
        import torch

        torch.stack([torch.zeros(3, 224, 224), torch.zeros(3, 200, 300)])  # error: collate-unequal-sizes
        """,
        """
        import numpy as np

        np.stack([np.zeros((2, 3)), np.zeros((2, 4))])  # error: collate-unequal-sizes
        """,
        """
        import torch
        from torch.utils.data import DataLoader

        images = [(torch.zeros(3, 224, 224), 0), (torch.zeros(3, 200, 300), 1)]
        for x, y in DataLoader(images, batch_size=2, shuffle=True):  # error: collate-unequal-sizes
            print(x.shape)
        """,
    )
    good = (
        """
        import torch

        torch.stack([torch.zeros(3, 224, 224), torch.zeros(3, 224, 224)])
        """,
        """
        import numpy as np

        np.stack([np.zeros((2, 3)), np.zeros((2, 3))])
        """,
        """
        import torch
        from torch.utils.data import DataLoader

        images = [(torch.zeros(3, 224, 224), 0), (torch.zeros(3, 200, 300), 1)]
        for x, y in DataLoader(images):
            print(x.shape)
        for batch in DataLoader(images, batch_size=2, collate_fn=list):
            print(len(batch))
        """,
    )
