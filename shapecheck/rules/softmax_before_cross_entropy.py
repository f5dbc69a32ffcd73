from __future__ import annotations

from ..findings import Severity
from .base import Rule


class SoftmaxBeforeCrossEntropy(Rule):
    """Cross-entropy on scores gets probabilities.

    ## Why

    The loss takes the softmax itself. Softmax of a softmax is nearly flat, so the model learns slowly and stays
    below what it could.

    ## What to change

    Leave out the softmax in the model; take it where probabilities are shown.
    """

    code = "SHP701"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))
        labels = torch.zeros(8, dtype=torch.long)
        nn.CrossEntropyLoss()(net(torch.zeros(8, 4)), labels)  # warning: softmax-before-cross-entropy
        """,
        """
        import tensorflow as tf

        output = tf.nn.softmax(tf.random.normal([8, 3]))
        labels = tf.one_hot([0, 1, 2, 0, 1, 2, 0, 1], 3)
        tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=output)  # warning: softmax-before-cross-entropy
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Linear(4, 3))
        nn.CrossEntropyLoss()(net(torch.zeros(8, 4)), torch.zeros(8, dtype=torch.long))
        """,
        """
        import tensorflow as tf

        output = tf.random.normal([8, 3])
        labels = tf.one_hot([0, 1, 2, 0, 1, 2, 0, 1], 3)
        tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=output)
        """,
    )
