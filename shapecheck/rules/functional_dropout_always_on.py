from __future__ import annotations

from ..findings import Severity
from .base import Rule


class FunctionalDropoutAlwaysOn(Rule):
    """A dropout that is called as a function does not know when the training is over.

    ## Why

    `F.dropout(x, p)` drops with `training=True` unless told otherwise, after `model.eval()`, too: predictions are
    random. Where that is wanted, `training=True` says so.

    ## What to change

    `F.dropout(x, p, training=self.training)`, or `nn.Dropout`.
    """

    code = "SHP741"
    severity = Severity.INFO
    bad = (
        """
        import torch
        import torch.nn.functional as F
        from torch import nn


        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.out = nn.Linear(8, 2)

            def forward(self, x):
                x = F.dropout(x, 0.5)  # info: functional-dropout-always-on
                return self.out(x)


        Net().eval()(torch.zeros(2, 8))
        """,
    )
    good = (
        """
        import torch
        import torch.nn.functional as F
        from torch import nn


        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.drop = nn.Dropout(0.5)
                self.out = nn.Linear(8, 2)

            def forward(self, x):
                x = F.dropout(self.drop(x), 0.5, training=self.training)
                x = F.dropout(x, 0.5, self.training)
                x = F.dropout(x, 0.5, training=True)
                if self.training:
                    x = F.dropout(x, 0.5)
                return self.out(x)


        Net()(torch.zeros(2, 8))
        Net().eval()(torch.zeros(2, 8))
        F.dropout(torch.ones(4), 0.5)
        """,
    )
