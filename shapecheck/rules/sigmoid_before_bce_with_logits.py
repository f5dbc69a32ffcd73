from __future__ import annotations

from ..findings import Severity
from .base import Rule


class SigmoidBeforeBceWithLogits(Rule):
    """A binary cross-entropy on scores gets probabilities.

    ## Why

    The loss takes the sigmoid itself; of numbers in 0..1 it makes numbers in 0.5..0.73, so the loss cannot fall
    below 0.31.

    ## What to change

    Leave out the sigmoid in the model, or use `nn.BCELoss`.
    """

    code = "SHP704"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.Linear(4, 1), nn.Sigmoid())
        nn.BCEWithLogitsLoss()(net(torch.zeros(8, 4)), torch.zeros(8, 1))  # warning: sigmoid-before-bce-with-logits
        """,
        """
        import tensorflow as tf

        output = tf.sigmoid(tf.random.normal([8, 1]))
        labels = tf.zeros([8, 1])
        tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=output)  # warning: sigmoid-before-bce-with-logits
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        net = nn.Linear(4, 1)
        nn.BCEWithLogitsLoss()(net(torch.zeros(8, 4)), torch.zeros(8, 1))
        nn.BCELoss()(torch.sigmoid(net(torch.zeros(8, 4))), torch.zeros(8, 1))
        """,
        """
        import tensorflow as tf

        output = tf.random.normal([8, 1])
        tf.nn.sigmoid_cross_entropy_with_logits(labels=tf.zeros([8, 1]), logits=output)
        """,
    )
