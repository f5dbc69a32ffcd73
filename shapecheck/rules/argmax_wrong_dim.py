from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import Severity
from .base import Rule
from .provenance import maker, name, operands

if TYPE_CHECKING:
    from ..core.outcome import Mismatch
    from ..core.tensor import Tensor
    from ..frameworks.binding import Parameter
    from ..interp.trace import Call

_CHOOSING = ("argmax", "argmin", "max", "min", "topk", "sort")


class ArgmaxWrongDim(Rule):
    """The best class is looked for along the batch.

    ## Why

    The classes of [batch, classes] are on axis 1. Along axis 0 the result is the best sample for each class.

    ## What to change

    `argmax(dim=1)`, or `argmax(-1)`; in TensorFlow `axis=-1`, for its default is 0.
    """

    code = "SHP606"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset

        net = nn.Linear(8, 10)
        loader = DataLoader(TensorDataset(torch.zeros(40, 8), torch.zeros(40)), batch_size=20)
        for x, y in loader:
            pred = net(x).argmax(0)  # warning: argmax-wrong-dim
        """,
        """
        import torch
        from torch import nn

        out = nn.Linear(8, 10)(torch.zeros(16, 8))
        labels = torch.zeros(16, dtype=torch.long)
        best, pred = torch.max(out, 0)
        right = (pred == labels).sum()  # error: argmax-wrong-dim
        """,
        """
        import tensorflow as tf

        scores = tf.ones([32, 10]) @ tf.ones([10, 4])
        labels = tf.zeros([32], tf.int64)
        tf.equal(tf.argmax(scores), labels)  # error: argmax-wrong-dim
        """,
        """
        import tensorflow as tf

        probabilities = tf.nn.softmax(tf.ones([32, 4]))
        best = tf.argmax(probabilities)  # warning: argmax-wrong-dim
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
            pred = net(x).argmax(1)
        """,
        """
        import tensorflow as tf

        probabilities = tf.nn.softmax(tf.ones([32, 4]))
        best = tf.argmax(probabilities, axis=-1)
        only = tf.argmax(tf.nn.softmax(tf.ones([4])))
        """,
    )

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """A comparison with what was chosen along the first axis of [batch, classes]."""
        if name(call) not in ("eq", "ne", "equal", "not_equal") or not any(map(_is_of_classes, operands(call))):
            return None
        named = {parameter.name for made in operands(call) for parameter in _parameters(made)}
        word = "dim" if "dim" in named else "axis"
        return self.retold(mismatch, f"{mismatch.text}; the best was looked for along the batch", help=f"{word}=1")


def _parameters(x: Tensor) -> tuple[Parameter, ...]:
    made = maker(x)
    return made.spec.parameters if made is not None else ()


def _is_of_classes(x: Tensor) -> bool:
    """The best sample for each class."""
    made = maker(x)
    if made is None or name(made) not in _CHOOSING or not (x.shape.known_rank and x.rank == 1):
        return False
    if made.arguments.get("dim", made.arguments.get("axis")) not in (0, None):
        return False
    source = operands(made)[:1]
    return bool(source) and source[0].shape.known_rank and source[0].rank == 2
