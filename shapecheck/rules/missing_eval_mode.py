from __future__ import annotations

from ..findings import Severity
from .base import Rule


class MissingEvalMode(Rule):
    """A trained model is evaluated in the mode for training.

    ## Why

    Dropout goes on dropping, and a batch normalization takes the statistics of the batch, until `model.eval()` says
    that the training is over. `torch.no_grad()` does not say it.

    ## What to change

    `model.eval()` before the evaluation, and `model.train()` before the next epoch.
    """

    code = "SHP622"
    severity = Severity.INFO
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        model = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5), nn.Linear(8, 2))
        data = TensorDataset(torch.zeros(40, 4), torch.zeros(40, dtype=torch.long))
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        for x, y in DataLoader(data, batch_size=8):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
        with torch.no_grad():
            for x, y in DataLoader(data, batch_size=8):
                right = (model(x).argmax(1) == y).float().mean()  # info: missing-eval-mode
        """,
    )
    good = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        model = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.5), nn.Linear(8, 2))
        data = TensorDataset(torch.zeros(40, 4), torch.zeros(40, dtype=torch.long))
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        for x, y in DataLoader(data, batch_size=8):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
        model.eval()
        with torch.no_grad():
            for x, y in DataLoader(data, batch_size=8):
                right = (model(x).argmax(1) == y).float().mean()
        """,
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        make = nn.Sequential(nn.Linear(2, 8), nn.BatchNorm1d(8), nn.Linear(8, 4))
        judge = nn.Linear(4, 1)
        optimizer = torch.optim.SGD(judge.parameters(), lr=0.1)
        for (x,) in DataLoader(TensorDataset(torch.zeros(40, 4)), batch_size=8):
            with torch.no_grad():
                fake = make(torch.randn(8, 2))
            optimizer.zero_grad()
            (judge(x) - judge(fake)).mean().backward()
            optimizer.step()
        """,
    )
