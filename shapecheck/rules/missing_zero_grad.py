from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.outcome import Remark
from ..findings import Severity
from .base import Rule
from .provenance import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.outcome import Mismatch
    from ..interp.trace import Call, Trace


class MissingZeroGrad(Rule):
    """A loop of training steps never sets the gradients to zero.

    ## Why

    `backward()` adds to the gradients that are there. Without `zero_grad()` each step follows the sum of all gradients
    since the start.

    ## What to change

    `optimizer.zero_grad()` before `loss.backward()`.
    """

    code = "SHP621"
    severity = Severity.INFO
    bad = (
        """
        import torch
        from torch import nn

        model = nn.Linear(4, 1)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        for step in range(10):
            loss = model(torch.randn(8, 4)).mean()
            loss.backward()  # info: missing-zero-grad
            optimizer.step()
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        model = nn.Linear(4, 1)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        for step in range(10):
            loss = model(torch.randn(8, 4)).mean() / 2
            loss.backward()
            if step % 2:
                optimizer.step()
                optimizer.zero_grad()
        """,
        """
        import torch
        from torch import nn

        model = nn.Linear(4, 1)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        for step in range(10):
            for weight in model.parameters():
                weight.grad = None
            loss = model(torch.randn(8, 4)).mean()
            loss.backward()
            optimizer.step()
        """,
        """
        import torch
        from torch import nn

        model = nn.Linear(4, 1)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        loss = model(torch.randn(8, 4)).mean()
        loss.backward()
        optimizer.step()
        """,
    )

    def finish(self, trace: Trace) -> Iterator[tuple[Call, Mismatch | Remark]]:
        """The steps of an optimizer are noted where no word of the program may stand for it."""
        steps = trace.facts.get("steps", [])
        again = {step[1] for step in steps if isinstance(step, tuple) and steps.count(step) > 1}
        for call in trace.calls if again else ():
            if name(call) == "backward" and call.span.path in {span.path for span in again}:
                text = "the gradients of all steps add up: nothing sets them to zero"
                yield call, Remark(self.name(), text, help="optimizer.zero_grad() before it")
                return
