from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.outcome import Remark
from ..findings import Severity
from .base import Rule
from .provenance import name, operands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..interp.trace import Call


class ArgmaxOnSingleUnit(Rule):
    """The largest of one element is asked for.

    ## Why

    Along an axis of length 1 the index of the largest is always 0.

    ## What to change

    Compare with a threshold: `> 0.5` for probabilities, `> 0` for scores.
    """

    code = "SHP608"
    severity = Severity.WARNING
    certain = True
    bad = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 1)(torch.zeros(16, 4))
        pred = out.argmax(dim=1)  # warning: argmax-on-single-unit
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
        pred = np.argmax(model.predict(np.zeros((8, 4)), verbose=0), axis=1)  # warning: argmax-on-single-unit
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 1)(torch.zeros(16, 4))
        pred = (out > 0).long()
        """,
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
        pred = model.predict(np.zeros((8, 4)), verbose=0) > 0.5
        """,
        """
        import torch
        from torch import nn


        def predicted(net, x, labels):
            scores = net(x)
            if len(torch.unique(labels)) > 2:
                return scores.argmax(dim=1)
            return torch.sigmoid(scores).round()


        predicted(nn.Linear(4, 1), torch.zeros(16, 4), torch.randint(0, 2, (16,)))
        """,
    )

    def look(self, call: Call) -> Iterator[Remark]:
        """An axis that is named, of a tensor with several axes, and has length 1."""
        tensors = operands(call)
        axis = call.arguments.get("axis", call.arguments.get("dim"))
        if name(call) != "argmax" or not tensors or not isinstance(axis, int):
            return
        x = tensors[0].shape
        if x.known_rank and x.rank > 1 and -x.rank <= axis < x.rank and x[axis] == 1:
            yield Remark(self.name(), f"axis {axis} of {x} has length 1, so the answer is always 0", (x[axis],))
