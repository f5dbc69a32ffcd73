from __future__ import annotations

from .base import Rule


class CtcLayout(Rule):
    """CTC loss gets the batch on the first axis.

    ## Why

    It wants [steps, batch, classes]. The message blames `input_lengths`.

    ## What to change

    `log_probs.transpose(0, 1)`.
    """

    code = "SHP215"
    bad = (
        """
        import torch
        import torch.nn.functional as F
        from torch import nn

        log_probs = F.log_softmax(torch.zeros(4, 50, 20), dim=2)
        targets = torch.ones(4, 10, dtype=torch.long)
        input_lengths = torch.full((4,), 50)
        target_lengths = torch.full((4,), 10)
        nn.CTCLoss()(log_probs, targets, input_lengths, target_lengths)  # error: ctc-layout
        """,
    )
    good = (
        """
        import torch
        import torch.nn.functional as F
        from torch import nn

        log_probs = F.log_softmax(torch.zeros(4, 50, 20), dim=2)
        targets = torch.ones(4, 10, dtype=torch.long)
        input_lengths = torch.full((4,), 50)
        target_lengths = torch.full((4,), 10)
        nn.CTCLoss()(log_probs.transpose(0, 1), targets, input_lengths, target_lengths)
        """,
    )
