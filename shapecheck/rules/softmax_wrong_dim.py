from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.outcome import Remark
from ..findings import Severity
from .base import Rule
from .provenance import maker, name, operands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.outcome import Mismatch
    from ..core.tensor import Tensor
    from ..interp.trace import Call, Trace

_PRODUCTS = ("matmul", "bmm", "baddbmm")
_KEEPING = frozenset(
    "dropout div truediv mul sub add masked_fill masked_fill_ div_ mul_ add_ float to type where softmax".split()
)


class SoftmaxWrongDim(Rule):
    """A softmax runs over the samples of the batch.

    ## Why

    The probabilities of a class then sum to 1 over the batch, not those of a sample over the classes.

    ## What to change

    `dim=-1`.
    """

    code = "SHP718"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net = nn.Linear(8, 10)
        loader = DataLoader(TensorDataset(torch.zeros(40, 8), torch.zeros(40)), batch_size=20)
        for x, y in loader:
            probabilities = torch.softmax(net(x), dim=0)  # warning: softmax-wrong-dim
        """,
        """
        import torch
        import torch.nn.functional as F
        from torch import nn

        q, k, v = nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 8)
        x = torch.zeros(4, 10, 8)
        scores = q(x) @ k(x).transpose(1, 2) / 8**0.5
        weights = F.softmax(scores, dim=1)  # warning: softmax-wrong-dim
        out = weights @ v(x)
        """,
    )
    good = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net = nn.Linear(8, 10)
        loader = DataLoader(TensorDataset(torch.zeros(40, 8), torch.zeros(40)), batch_size=20)
        for x, y in loader:
            probabilities = torch.softmax(net(x), dim=1)
        """,
        """
        import torch
        import torch.nn.functional as F
        from torch import nn

        q, k, v = nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 8)
        x = torch.zeros(4, 10, 8)
        scores = q(x) @ k(x).transpose(1, 2) / 8**0.5
        out = F.softmax(scores, dim=2) @ v(x)
        weights = F.softmax(scores, dim=1)
        out = weights.transpose(1, 2) @ v(x)
        out = v(x).transpose(1, 2) @ weights
        clusters = F.softmax(nn.Linear(8, 6)(x).transpose(1, 2), dim=1)
        out = clusters @ x
        """,
    )

    def finish(self, trace: Trace) -> Iterator[tuple[Call, Mismatch | Remark]]:
        """The weights of an attention of a sequence to itself: they sum to 1 along an axis that is not summed over."""
        for call in trace.calls:
            weights = operands(call)[:1] if name(call) in _PRODUCTS else []
            softmax = _behind(weights[0], "softmax") if weights else None
            scores = operands(softmax)[:1] if softmax is not None else []
            if softmax is None or not scores or not _is_square(scores[0]) or _behind(scores[0], *_PRODUCTS) is None:
                continue
            rank, axis = scores[0].rank, softmax.arguments.get("dim")
            if isinstance(axis, int) and axis % rank != rank - 1:
                text = f"sums to 1 along axis {axis}, and the product sums over the last"
                yield softmax, Remark(self.name(), text, argument="dim", help="dim=-1")


def _behind(x: Tensor, *wanted: str) -> Call | None:
    """The call of one of these names that a tensor comes from, but for scaling, masks and dropout."""
    for _ in range(12):
        made = maker(x)
        if made is None or name(made) in wanted:
            return made
        parts = operands(made)
        if name(made) not in _KEEPING or not parts:
            return None
        x = next((part for part in parts if part.shape.equals(x.shape).name == "YES" and maker(part)), parts[0])
    return None


def _is_square(x: Tensor) -> bool:
    return x.shape.known_rank and x.rank >= 3 and x.shape[-1] == x.shape[-2] and not x.shape[-1].is_unknown
