from __future__ import annotations

from .base import Rule


class ForwardReturnsNone(Rule):
    """The method that computes a model's output returns nothing.

    ## Why

    A function without `return` gives None, and what uses the output fails: "None values not supported."

    ## What to change

    `return x` at the end of `forward` or `call`.
    """

    code = "SHP605"
    bad = (
        """
        import keras
        import numpy as np

        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.dense = keras.layers.Dense(1)

            def call(self, x):
                self.dense(x)

        model = Net()
        model.compile(loss="mse")
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)  # error: forward-returns-none
        """,
        """
        import torch
        from torch import nn


        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.head = nn.Linear(4, 2)

            def forward(self, x):
                x = self.head(x)


        out = Net()(torch.zeros(8, 4))
        loss = nn.CrossEntropyLoss()(out, torch.zeros(8, dtype=torch.long))  # error: forward-returns-none
        """,
        """
        import torch
        from torch import nn


        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.head = nn.Linear(4, 2)

            def forward(self, x):
                self.head(x)


        out = Net()(torch.zeros(8, 4))
        right = out.argmax(dim=1)  # error: forward-returns-none
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.dense = keras.layers.Dense(1)

            def call(self, x):
                return self.dense(x)

        model = Net()
        model.compile(loss="mse")
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
        """,
        """
        import torch
        from torch import nn


        class Maybe(nn.Module):
            def __init__(self, adapt):
                super().__init__()
                self.layer = nn.Linear(4, 4) if adapt else None

            def forward(self, x):
                if self.layer is not None:
                    return self.layer(x)


        x = torch.zeros(8, 4)
        for adapt in (False, True):
            out = Maybe(adapt)(x)
            if out is not None:
                out.mean()
            nn.LSTM(4, 8)(x, None if out is None else None)
        """,
    )
