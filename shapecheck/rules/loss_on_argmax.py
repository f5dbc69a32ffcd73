from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dtype import family
from ..core.outcome import Mismatch
from .base import Rule
from .provenance import name, operands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.tensor import Tensor
    from ..interp.trace import Call

_CHOOSING = ("argmax", "argmin", "argsort", "max", "topk", "sort", "gt", "ge", "lt", "le", "eq")
_CREATING = frozenset("zeros ones full rand randn randint arange linspace zeros_like ones_like full_like".split())
_MOST = 60
_WORDS = "element 0 of tensors does not require grad and does not have a grad_fn"


class LossOnArgmax(Rule):
    """A loss gets predicted classes instead of scores.

    ## Why

    The index of the largest score has no gradient, so nothing can be learnt from it. The message blames the target.

    ## What to change

    Pass the scores; take `argmax` for the accuracy alone.
    """

    code = "SHP601"
    bad = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 3)(torch.zeros(8, 4))
        target = torch.zeros(8, dtype=torch.long)
        nn.CrossEntropyLoss()(out.argmax(1), target)  # error: loss-on-argmax
        """,
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 3)(torch.zeros(8, 4))
        loss = nn.MSELoss()(out.argmax(1).float(), torch.zeros(8))
        loss.backward()  # error: loss-on-argmax
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 3)(torch.zeros(8, 4))
        target = torch.zeros(8, dtype=torch.long)
        nn.CrossEntropyLoss()(out, target)
        accuracy = (out.argmax(1) == target).float().mean()
        """,
        """
        import torch
        from torch import nn

        net = nn.Linear(4, 3)
        out = net(torch.zeros(8, 4))
        best, chosen = out.max(dim=1)
        nn.MSELoss()(best, chosen.float()).backward()
        scale = nn.Parameter(torch.ones(()))
        (scale * net(torch.zeros(8, 4)).argmax(1).float()).mean().backward()
        loss = nn.MSELoss()(net(torch.zeros(8, 4)).argmax(1).float(), torch.zeros(8))
        loss.requires_grad = True
        loss.backward()
        """,
    )

    def look(self, call: Call) -> Iterator[Mismatch]:
        """A backward pass from what has no gradient, on no way that its numbers came."""
        if call.spec.path != "torch.Tensor.backward" or call.mismatch is not None:
            return
        chosen = _without_gradient(operands(call)[:1])
        if chosen:
            text = f"the loss has no gradient: {name(chosen[0])} gives none"
            yield Mismatch(self.name(), text, argument="self", help="use the scores",
                           runtime=_WORDS)  # fmt: skip


def _without_gradient(queue: list[Tensor]) -> list[Call]:
    """The choices among scores that a number comes from; none if a gradient may come from elsewhere."""
    chosen: list[Call] = []
    queue = list(queue)
    for _ in range(_MOST):
        if not queue:
            return chosen
        x = queue.pop()
        made = x.node[0] if isinstance(x.node, tuple) else None
        whole = family(x.dtype) in ("int", "uint", "bool")
        if x.facts.grad or "leaf" in x.box.state:
            return []
        if whole:
            chosen += [made] if made is not None and name(made) in _CHOOSING else []
        elif made is None:
            if not x.facts.batch:
                return []
        elif name(made) in _CREATING:
            if "requires_grad" in made.values:
                return []
        elif not operands(made) or name(made) in _MARKING or (made.spec.layer and made.spec.weights is not None):
            return []
        else:
            queue.extend(operands(made))
    return []


_MARKING = ("requires_grad_", "parameter", "detach", "variable")
