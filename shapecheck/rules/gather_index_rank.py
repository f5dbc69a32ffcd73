from __future__ import annotations

from .base import Rule


class GatherIndexRank(Rule):
    """The index of a gather or scatter has another number of axes than the tensor.

    ## Why

    `gather` picks one element for each element of the index, so both have the same number of axes. In Q-learning
    the actions, [batch], must become [batch, 1].

    ## What to change

    `q.gather(1, actions.unsqueeze(1)).squeeze(1)`.
    """

    code = "SHP129"
    bad = (
        """
        import torch

        q = torch.zeros(32, 4)
        actions = torch.zeros(32, dtype=torch.long)
        q.gather(1, actions)  # error: gather-index-rank
        """,
    )
    good = (
        """
        import torch

        q = torch.zeros(32, 4)
        actions = torch.zeros(32, dtype=torch.long)
        q.gather(1, actions.unsqueeze(1)).squeeze(1)
        """,
    )
