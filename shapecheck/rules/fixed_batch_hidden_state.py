from __future__ import annotations

from typing import TYPE_CHECKING

from .base import Rule

if TYPE_CHECKING:
    from ..core.outcome import Mismatch
    from ..interp.trace import Call


class FixedBatchHiddenState(Rule):
    """A first state is made for the batch size, and the last batch is smaller.

    ## Why

    Unless the number of samples is a multiple of the batch size, the last batch of a loader has what is left. A state
    of a fixed size fits all batches but that one, so the run fails at the end of its first epoch.

    ## What to change

    `torch.zeros(layers, x.size(0), hidden)`, or `drop_last=True` in the loader.
    """

    code = "SHP520"
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        lstm = nn.LSTM(3, 8, batch_first=True)
        for x, y in DataLoader(TensorDataset(torch.zeros(10, 5, 3), torch.zeros(10)), batch_size=4):
            h, c = torch.zeros(1, 4, 8), torch.zeros(1, 4, 8)
            out, state = lstm(x, (h, c))  # error: fixed-batch-hidden-state
        """,
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        gru = nn.GRU(3, 8, batch_first=True)
        state = None
        for step, (x, y) in enumerate(DataLoader(TensorDataset(torch.zeros(10, 5, 3), torch.zeros(10)), batch_size=4)):
            out, state = gru(x, state)  # error: fixed-batch-hidden-state
        """,
    )
    good = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        lstm = nn.LSTM(3, 8, batch_first=True)
        data = TensorDataset(torch.zeros(10, 5, 3), torch.zeros(10))
        for x, y in DataLoader(data, batch_size=4):
            h, c = torch.zeros(1, x.size(0), 8), torch.zeros(1, x.size(0), 8)
            out, state = lstm(x, (h, c))
        for x, y in DataLoader(data, batch_size=4, drop_last=True):
            out, state = lstm(x, (torch.zeros(1, 4, 8), torch.zeros(1, 4, 8)))
        for x, y in DataLoader(data, batch_size=5):
            out, state = lstm(x, (torch.zeros(1, 5, 8), torch.zeros(1, 5, 8)))
        for step, (x, y) in enumerate(DataLoader(data, batch_size=4)):
            if x.size(0) != 4:
                continue
            out, state = lstm(x, (torch.zeros(1, 4, 8), torch.zeros(1, 4, 8)))
        for step, (x, y) in enumerate(DataLoader(data, batch_size=4)):
            if step == 1:
                break
            out, state = lstm(x, (torch.zeros(1, 4, 8), torch.zeros(1, 4, 8)))
        """,
    )

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        if not call.when:
            return None
        return self.retold(mismatch, mismatch.text, help="make the state for x.size(0) samples, or drop_last=True")
