"""Losses of sequences, and of some of very many classes."""

from __future__ import annotations

from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ..binding import Ignored
from .dialect import TF, python_spell, tensor


@TF.op("tensorflow.contrib.seq2seq.sequence_loss")
def sequence_loss(logits: Tensor, targets: Tensor, weights: Tensor, *args: Ignored, **kwargs: Ignored) -> Tensor:
    """[batch, time, classes] against class ids [batch, time]."""
    for what, rank, name in ((logits, 3, "Logits"), (targets, 2, "Targets"), (weights, 2, "Weights")):
        if what.shape.known_rank and what.rank != rank:
            raise Mismatch(
                "layer-input-rank", f"{name.lower()} of {what.shape}: {rank} axes are needed", argument=name.lower(),
                runtime=f"{name} must be a {rank}-dimensional tensor",
            )  # fmt: skip
    return tensor(Shape(), "float32", Facts(low=0))


def _sampled(weights: Tensor, labels: Tensor, inputs: Tensor) -> Tensor:
    """Weights [classes, features], labels [batch, true classes], inputs [batch, features] to [batch]."""
    if labels.shape.known_rank and labels.rank != 2:
        raise Mismatch("layer-input-rank", f"labels {labels.shape}: [batch, 1] is needed", argument="labels",
                       runtime=("Shape must be rank 2 but is rank", "true_classes must be a matrix"),
                       help="tf.expand_dims(labels, 1)")  # fmt: skip
    if inputs.shape.known_rank and weights.shape.known_rank and inputs.shape[-1].equals(weights.shape[-1]) is Truth.NO:
        raise Mismatch(
            "matmul-shape-mismatch",
            f"inputs of {inputs.shape} for weights {weights.shape}",
            inputs.shape[-1],
            weights.shape[-1],
            argument="inputs",
            runtime="Matrix size-incompatible: inputs "
            f"{python_spell(inputs.shape)}, weights {python_spell(weights.shape)}",
        )
    return tensor(Shape.of(inputs.shape[0]), inputs.dtype, Facts(low=0))


_CALL = "tf.nn.{}(tf.ones([7, 3]), tf.ones([7]), tf.zeros([2, 1], tf.int64), tf.ones([2, {}]), 4, 7)"


_FLAT = "tf.nn.nce_loss(tf.ones([7, 3]), tf.ones([7]), tf.zeros([2], tf.int64), tf.ones([2, 3]), 4, 7)"


@TF.op("tensorflow.nn.nce_loss", samples=(_CALL.format("nce_loss", 3), _CALL.format("nce_loss", 5), _FLAT))
def nce_loss(
    weights: Tensor, biases: Ignored, labels: Tensor, inputs: Tensor, num_sampled: Ignored, num_classes: Ignored,
    num_true: Ignored = 1, sampled_values: Ignored = None, remove_accidental_hits: Ignored = False,
    name: Ignored = "nce_loss", *, partition_strategy: Ignored = None,
) -> Tensor:  # fmt: skip
    return _sampled(weights, labels, inputs)


@TF.op("tensorflow.nn.sampled_softmax_loss",
       samples=(_CALL.format("sampled_softmax_loss", 3), _CALL.format("sampled_softmax_loss", 5)))  # fmt: skip
def sampled_softmax_loss(
    weights: Tensor, biases: Ignored, labels: Tensor, inputs: Tensor, num_sampled: Ignored, num_classes: Ignored,
    num_true: Ignored = 1, sampled_values: Ignored = None, remove_accidental_hits: Ignored = True, seed: Ignored = None,
    name: Ignored = "sampled_softmax_loss", *, partition_strategy: Ignored = None,
) -> Tensor:  # fmt: skip
    return _sampled(weights, labels, inputs)
