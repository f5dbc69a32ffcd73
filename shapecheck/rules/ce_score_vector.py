from __future__ import annotations

from ..findings import Severity
from .base import Rule


class CeScoreVector(Rule):
    """Cross-entropy reads one score for each sample as the scores of a single sample.

    ## Why

    Output and labels of shape [batch] are taken for one sample with as many classes as the batch has samples.

    ## What to change

    `nn.BCEWithLogitsLoss` for one score a sample.
    """

    code = "SHP722"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net = nn.Linear(8, 1)
        loader = DataLoader(TensorDataset(torch.zeros(41, 8), torch.zeros(41)), batch_size=20)
        for x, y in loader:
            nn.CrossEntropyLoss()(net(x).squeeze(1), y)  # warning: ce-score-vector
        """,
    )
    good = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net = nn.Linear(8, 1)
        loader = DataLoader(TensorDataset(torch.zeros(41, 8), torch.zeros(41)), batch_size=20)
        for x, y in loader:
            nn.BCEWithLogitsLoss()(net(x).squeeze(1), y)
        """,
    )
