from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.outcome import Remark
from ..core.plain import Constant
from ..findings import Severity
from .base import Rule
from .provenance import maker, name, operands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.outcome import Mismatch
    from ..core.span import Span
    from ..core.tensor import Tensor
    from ..interp.trace import Call, Trace


class ThresholdOnLogits(Rule):
    """Scores are compared with 0.5, as if they were probabilities.

    ## Why

    A loss with `from_logits=True` trains scores: the class is predicted where they are above 0. Compared with 0.5,
    predictions between 0 and 0.5 (probabilities of 50 to 62 %) count for the other class.

    ## What to change

    A threshold of 0, or the sigmoid of the scores first.
    """

    code = "SHP609"
    severity = Severity.WARNING
    bad = (
        """
        import keras
        import numpy as np

        x, y = np.zeros((8, 4)), np.zeros(8)
        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), metrics=["accuracy"])
        model.fit(x, y, verbose=0)  # warning: threshold-on-logits
        """,
        """
        import keras
        import numpy as np

        x, y = np.zeros((8, 4)), np.zeros(8)
        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True))
        model.fit(x, y, verbose=0)
        labels = model.predict(x, verbose=0) > 0.5  # warning: threshold-on-logits
        """,
        """
        import torch
        from torch import nn

        net, loss = nn.Linear(4, 1), nn.BCEWithLogitsLoss()
        x, y = torch.randn(16, 4), torch.zeros(16)
        out = net(x).squeeze(1)
        loss(out, y)
        right = (torch.round(out) == y).sum()  # warning: threshold-on-logits
        """,
        """
        import torch
        from torch import nn

        net, loss = nn.Linear(4, 1), nn.BCEWithLogitsLoss()
        x, y = torch.randn(16, 4), torch.zeros(16, 1)
        loss(net(x), y)
        predicted = net(x) > 0.5  # warning: threshold-on-logits
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        x, y = np.zeros((8, 4)), np.zeros(8)
        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        metric = keras.metrics.BinaryAccuracy(threshold=0.0)
        model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), metrics=[metric])
        model.fit(x, y, verbose=0)
        labels = model.predict(x, verbose=0) > 0
        """,
        """
        import keras
        import numpy as np

        x, y = np.zeros((8, 4)), np.zeros(8)
        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.compile(loss="mse")
        model.fit(x, y, verbose=0)
        late = model.predict(x, verbose=0) > 0.5
        """,
        """
        import torch
        from torch import nn

        net, loss = nn.Linear(4, 1), nn.BCEWithLogitsLoss()
        other = nn.Linear(4, 1)
        x, y = torch.randn(16, 4), torch.zeros(16)
        out = net(x).squeeze(1)
        loss(out, y)
        right = (torch.round(torch.sigmoid(out)) == y).sum()
        right = ((out > 0) == y).sum()
        late = other(x) > 0.5
        """,
    )

    def look(self, call: Call) -> Iterator[Remark]:
        """What is known to be scores for a loss is rounded, or compared with a half."""
        what = name(call)
        if what not in _ROUNDING and what not in _COMPARING:
            return
        scores = next((x for x in operands(call) if x.facts.activation == "scores"), None)
        half = any(isinstance(value, Constant) and value.payload == 0.5 for value in call.values.values())
        if scores is None or (what in _COMPARING and not half):
            return
        text = "rounding takes" if what in _ROUNDING else "a threshold of 0.5 takes"
        yield Remark(self.name(), f"{text} the predictions for probabilities, they are scores: the loss has "
                     "from_logits=True", help="a threshold of 0, or the sigmoid of the scores first")  # fmt: skip


    def finish(self, trace: Trace) -> Iterator[tuple[Call, Mismatch | Remark]]:
        """PyTorch: what the layer gives that feeds a loss of scores."""
        losses = (operands(call) for call in trace.calls if call.spec.traits.get("loss") == _LOSS)
        heads = {_head(tensors[0]) for tensors in losses if tensors} - {None}
        for call in trace.calls if heads else ():
            what, tensors = name(call), operands(call)
            half = any(isinstance(value, Constant) and value.payload == 0.5 for value in call.values.values())
            if tensors and (what in _ROUNDING or (what in _COMPARING and half)) and _head(tensors[0]) in heads:
                text = "rounding takes" if what in _ROUNDING else "a threshold of 0.5 takes"
                yield call, Remark(self.name(), f"{text} scores for probabilities",
                                   help="a threshold of 0, or torch.sigmoid first")  # fmt: skip


def _head(x: Tensor) -> Span | None:
    """Where the layer was made whose output this is, but for axes of length 1."""
    made = maker(x)
    while made is not None and made.made is None:
        parts = operands(made)
        made = maker(parts[0]) if name(made) in _KEEPING and parts else None
    return made.made if made is not None and name(made) == "linear" else None


_LOSS = "binary-cross-entropy-with-logits"
_KEEPING = ("squeeze", "view", "reshape", "flatten", "detach", "cpu", "to", "unsqueeze", "float", "ravel")
_ROUNDING = ("round", "around", "rint", "round_")
_COMPARING = ("gt", "ge", "lt", "le", "greater", "greater_equal", "less", "less_equal")
