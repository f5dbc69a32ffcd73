from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.outcome import Remark
from ..findings import Severity
from ..interp.trace import Call
from .base import Rule
from .provenance import maker, name, operands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..interp.trace import Trace

_REDUCING = ("mean", "sum", "amax", "amin")


class ReduceOverBatchAxis(Rule):
    """A layer gets, or gives, a mean over the samples of the batch.

    ## Why

    Where the batch is the first axis, `mean(0)` mixes the samples: what the layer then computes for one depends on all
    others, and steps are taken for samples.

    ## What to change

    `mean(dim=1)` for a mean over steps, `axis=1` in Keras.
    """

    code = "SHP743"
    severity = Severity.INFO
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        embed, head = nn.Embedding(50, 8), nn.Linear(8, 2)
        data = TensorDataset(torch.zeros(40, 5, dtype=torch.long), torch.zeros(40))
        for x, y in DataLoader(data, batch_size=8):
            scores = head(embed(x).mean(0))  # info: reduce-over-batch-axis
        """,
        """
        import keras

        steps = keras.Input((5, 3))
        keras.layers.Lambda(lambda t: keras.ops.mean(t, axis=0))(steps)  # info: reduce-over-batch-axis
        """,
        """
        import keras

        class Pool(keras.layers.Layer):
            def call(self, x):
                return keras.ops.max(x, axis=0)  # info: reduce-over-batch-axis

        Pool()(keras.Input((5, 3)))
        """,
    )
    good = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        embed, head = nn.Embedding(50, 8), nn.Linear(8, 2)
        data = TensorDataset(torch.zeros(40, 5, dtype=torch.long), torch.zeros(40))
        for x, y in DataLoader(data, batch_size=8):
            scores = head(embed(x).mean(1))
            centred = scores - scores.mean(0)
            first = embed(x).transpose(0, 1).mean(0)
            scores = head(first)
        """,
        """
        import keras

        class Centre(keras.layers.Layer):
            def call(self, x):
                return x - keras.ops.mean(x, axis=0)

        Centre()(keras.Input((5, 3)))
        """,
    )

    def look(self, call: Call) -> Iterator[Remark]:
        """A linear layer behind a reduction of the first axis of [batch, ..., features]."""
        tensors = operands(call)[:1] if name(call) == "linear" else []
        made = maker(tensors[0]) if tensors else None
        if made is None or name(made) not in _REDUCING or made.arguments.get("dim") not in (0, (0,)):
            return
        reduced = operands(made)[0]
        if reduced.shape.known_rank and reduced.rank > 2 and _counts_samples(reduced.shape[0], reduced.facts.batch):
            text = f"gets the {name(made)} of {reduced.shape} over the samples of the batch"
            yield Remark(self.name(), text, (reduced.shape[0],), argument="input", help="dim=1 for the steps")

    def finish(self, trace: Trace) -> Iterator[tuple[Call, Remark]]:
        """What a layer of Keras is given, or its own `call` returns."""
        for call in trace.facts.get("reduced over the batch", ()):
            if isinstance(call, Call):
                text = f"{name(call)} over axis 0, which counts the samples of the batch"
                yield call, Remark(self.name(), text, help="axis=1")


def _counts_samples(size: object, batch: bool | None) -> bool:
    atom = getattr(size, "atom", None)
    return bool(batch) or (atom is not None and atom.key == "batch")
