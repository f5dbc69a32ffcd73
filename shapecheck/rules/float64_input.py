from __future__ import annotations

from .base import Rule


class Float64Input(Rule):
    """Numbers of 64 bits meet weights of 32.

    ## Why

    NumPy makes float64 by default, PyTorch's layers are float32, and a layer does not convert.

    ## What to change

    `torch.from_numpy(x).float()`, or `x.astype("float32")` before.
    """

    code = "SHP404"
    bad = (
        """
        import numpy as np
        import torch
        from torch import nn

        x = torch.from_numpy(np.zeros((4, 8)))
        nn.Linear(8, 2)(x)  # error: float64-input
        """,
        """
        import numpy as np
        import torch
        from torch import nn

        x = torch.from_numpy(np.zeros((4, 3, 8, 8)))
        nn.Conv2d(3, 2, 3)(x)  # error: float64-input
        """,
    )
    good = (
        """
        import numpy as np
        import torch
        from torch import nn

        x = torch.from_numpy(np.zeros((4, 8))).float()
        nn.Linear(8, 2)(x)
        """,
    )
