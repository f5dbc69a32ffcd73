from __future__ import annotations

from .base import Rule


class CheckpointShapeMismatch(Rule):
    """Weights are put into a layer that has weights of other shapes.

    ## Why

    The weights of one model fit another only where both have the same layers: a head for 10 classes takes no weights
    of a head for 1000.

    ## What to change

    Load the layers that are the same, one by one, and leave the head as it is.
    """

    code = "SHP316"
    bad = (
        """
        import keras

        old = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(10)])
        new = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(3)])
        new.set_weights(old.get_weights())  # error: checkpoint-shape-mismatch
        """,
        """
        import keras
        import numpy as np

        head = keras.layers.Dense(4)
        head(np.zeros((2, 3)))
        head.set_weights([np.zeros((3, 5)), np.zeros(5)])  # error: checkpoint-shape-mismatch
        """,
        """
        from torch import nn

        old = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1000))
        new = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 10))
        new.load_state_dict(old.state_dict(), strict=False)  # error: checkpoint-shape-mismatch
        """,
    )
    good = (
        """
        import keras

        old = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(10)])
        new = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(3)])
        new.layers[0].set_weights(old.layers[0].get_weights())
        """,
        """
        from torch import nn


        class Net(nn.Module):
            def __init__(self, classes):
                super().__init__()
                self.body = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8))
                self.head = nn.Linear(8, classes)


        target, policy = Net(4), Net(4)
        target.load_state_dict(policy.state_dict())
        state = {name: one for name, one in policy.state_dict().items() if not name.startswith("head")}
        Net(10).load_state_dict(state, strict=False)
        state = policy.state_dict()
        del state["head.weight"], state["head.bias"]
        Net(10).load_state_dict(state, strict=False)
        """,
    )
