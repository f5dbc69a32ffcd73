from __future__ import annotations

from .base import Rule


class ElementwiseShapeMismatch(Rule):
    """Operands of an element-wise operation have shapes that do not broadcast.

    ## Why

    From the last axis on, the sizes must be equal, or one of them 1.

    ## What to change

    Align the axes: `unsqueeze` or `[:, None]` where one is missing; correct the size that is wrong.
    """

    code = "SHP140"
    special = (
        "squeeze-drops-batch", "argmax-wrong-dim", "one-hot-extra-dim", "upsample-size-drift",
        "residual-shape-mismatch",
    )  # fmt: skip
    bad = (
        """
        import torch

        torch.zeros(2, 3) + torch.zeros(2, 5)  # error: elementwise-shape-mismatch
        """,
        """
        import tensorflow as tf

        tf.zeros([2, 3]) + tf.zeros([4])  # error: elementwise-shape-mismatch
        """,
        """
        import numpy as np

        np.zeros((2, 3)) * np.zeros(2)  # error: elementwise-shape-mismatch
        """,
        """
        import torch

        torch.zeros(4, 3).expand(4, 6)  # error: elementwise-shape-mismatch
        """,
    )
    good = (
        """
        import torch

        torch.zeros(2, 3) + torch.zeros(2, 1)
        torch.zeros(4, 1).expand(4, 6)
        """,
        """
        import tensorflow as tf

        tf.zeros([2, 3]) + tf.zeros([3])
        """,
        """
        import numpy as np

        np.zeros((2, 3)) * np.zeros(2)[:, None]
        """,
    )
