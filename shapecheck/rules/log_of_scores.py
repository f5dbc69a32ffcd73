from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.outcome import Remark
from ..core.plain import Constant
from ..findings import Severity
from .base import Rule
from .provenance import maker, name, operands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.tensor import Tensor
    from ..interp.trace import Call

_VARIABLES = ("init", "get_variable")
_LAYERS = ("dense", "linear")


class LogOfScores(Rule):
    """The logarithm of scores, which may be negative.

    ## Why

    A product with weights gives numbers of either sign, and the logarithm of a negative number is NaN: from the first
    one on the loss is NaN, and so are all weights. A cross-entropy that is written out takes probabilities.

    ## What to change

    Take the softmax or the sigmoid first; better, use the loss that takes scores, such as
    `tf.nn.softmax_cross_entropy_with_logits` or `nn.CrossEntropyLoss`.
    """

    code = "SHP723"
    severity = Severity.WARNING
    bad = (
        """
        import tensorflow.compat.v1 as tf

        tf.disable_v2_behavior()

        x = tf.placeholder(tf.float32, [None, 4])
        labels = tf.placeholder(tf.float32, [None, 3])
        weights = tf.Variable(tf.truncated_normal([4, 3]))
        biases = tf.Variable(tf.zeros([3]))
        y = tf.matmul(x, weights) + biases
        loss = -tf.reduce_sum(labels * tf.log(y))  # warning: log-of-scores
        """,
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 3)(torch.zeros(8, 4))
        nn.NLLLoss()(torch.log(out), torch.zeros(8, dtype=torch.long))  # warning: log-of-scores
        """,
    )
    good = (
        """
        import tensorflow.compat.v1 as tf

        tf.disable_v2_behavior()

        x = tf.placeholder(tf.float32, [None, 4])
        labels = tf.placeholder(tf.float32, [None, 3])
        weights = tf.Variable(tf.truncated_normal([4, 3]))
        biases = tf.Variable(tf.zeros([3]))
        y = tf.nn.softmax(tf.matmul(x, weights) + biases)
        loss = -tf.reduce_sum(labels * tf.log(y))
        """,
        """
        import torch
        from torch import nn

        out = nn.Linear(4, 3)(torch.zeros(8, 4)).softmax(dim=1)
        nn.NLLLoss()(torch.log(out), torch.zeros(8, dtype=torch.long))
        """,
    )

    def look(self, call: Call) -> Iterator[Remark]:
        if name(call) != "log" or call.made is not None:  # run again with other inputs: told already
            return
        for x in operands(call)[:1]:
            if _are_scores(x):
                yield Remark(self.name(), "scores may be negative: their logarithm is NaN", argument="input",
                             help="the softmax or sigmoid first, or a loss that takes scores")  # fmt: skip


def _are_scores(x: Tensor) -> bool:
    """Straight from a product with weights, perhaps with a bias."""
    made = maker(x)
    if made is None or x.facts.low is not None or x.facts.activation not in (None, "linear"):
        return False
    parts = operands(made)
    if name(made) in _LAYERS:
        return _is_bare(made)
    if name(made) == "matmul":
        return any(map(_is_variable, parts))
    if name(made) == "xw_plus_b":
        return True
    added = [part for part in parts if not _is_variable(part) and part.facts.constant is None]
    return name(made) in ("add", "bias_add") and len(added) == 1 and _are_scores(added[0])


def _is_bare(layer: Call) -> bool:
    """Without an activation."""
    given = layer.values.get("activation")
    return given is None or (isinstance(given, Constant) and given.payload in (None, "linear"))


def _is_variable(x: Tensor) -> bool:
    made = maker(x)
    return made is not None and name(made) in _VARIABLES
