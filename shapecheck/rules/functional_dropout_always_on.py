from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.outcome import Remark
from ..findings import Severity
from .base import Rule
from .provenance import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..interp.trace import Call

_NAMES = ("dropout", "dropout1d", "dropout2d", "dropout3d")


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


        Net()(torch.zeros(2, 8))
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
                return self.out(x)


        Net()(torch.zeros(2, 8))
        F.dropout(torch.ones(4), 0.5)
        """,
    )

    def look(self, call: Call) -> Iterator[Remark]:
        """In a function, and with no word on the mode."""
        if name(call) in _NAMES and ".functional." in call.spec.path and call.stack and "training" not in call.values:
            yield Remark(self.name(), "drops in evaluation, too", help="training=self.training")
