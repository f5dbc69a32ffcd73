from __future__ import annotations

from .base import Rule


class LayerInputRank(Rule):
    """A layer gets an input with the wrong number of axes.

    ## Why

    A layer is made for a number of axes: a two-dimensional convolution for [batch, channels, height, width], a
    recurrent layer for [batch, steps, features].

    ## What to change

    Reshape or add the axis that is missing, or leave out the `Flatten` before it.
    """

    code = "SHP120"
    special = ("squeeze-drops-batch",)
    bad = (
        """
        import torch
        from torch import nn

        conv = nn.Conv2d(1, 8, 3)
        conv(torch.zeros(32, 784))  # error: layer-input-rank
        """,
        """
        import torch
        from torch import nn

        norm = nn.BatchNorm1d(16)
        norm(torch.zeros(4, 16, 8, 8))  # error: layer-input-rank
        """,
        """
        import keras

        inputs = keras.Input((784,))
        keras.layers.Conv2D(8, 3)(inputs)  # error: layer-input-rank
        """,
        """
        import keras

        inputs = keras.Input((10,))
        keras.layers.LSTM(8)(inputs)  # error: layer-input-rank
        """,
        """
        import keras
        import tensorflow as tf

        inputs = keras.Input((10,))
        keras.layers.Multiply()([inputs, tf.constant(5.0)])  # error: layer-input-rank
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        conv = nn.Conv2d(1, 8, 3)
        conv(torch.zeros(32, 784).view(32, 1, 28, 28))
        nn.BatchNorm2d(16)(torch.zeros(4, 16, 8, 8))
        """,
        """
        import keras

        inputs = keras.Input((784,))
        keras.layers.Conv2D(8, 3)(keras.layers.Reshape((28, 28, 1))(inputs))
        """,
    )
