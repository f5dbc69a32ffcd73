"""`tf.sets`: rows of two tensors as sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.outcome import Mismatch
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..binding import Ignored
from .dialect import TF, settle, spell

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.tensor import Tensor


def _compare(a: Tensor, b: Tensor) -> Value:
    """Sets are the rows along the last axis; both have the same axes before it."""
    settle((a, b), "DenseToDenseSetOperation")
    for one in (a, b):
        if one.shape.known_rank and one.rank < 2:
            raise Mismatch(
                "layer-input-rank", f"rows of {one.shape}: two axes or more are needed", *one.shape.dims,
                argument="a" if one is a else "b",
                runtime=(f"Shape {spell(one.shape)} has rank {one.rank} < 2", "Shape must be at least rank 2"),
                help="tf.expand_dims(..., 0)",
            )  # fmt: skip
    if a.shape.known_rank and b.shape.known_rank and a.shape[:-1].equals(b.shape[:-1]) is Truth.NO:
        raise Mismatch(
            "elementwise-shape-mismatch", f"rows of {a.shape} and of {b.shape}", argument="b",
            runtime=("Dimension 0 in both shapes must be equal", "Mismatched group dimensions", "Ranks do not match"),
        )  # fmt: skip
    return Unknown("a sparse tensor")


def _sets(between: bool) -> Callable[..., Value]:
    def intersection(a: Tensor, b: Tensor, validate_indices: Ignored = True) -> Value:
        return _compare(a, b)

    def difference(a: Tensor, b: Tensor, aminusb: Ignored = True, validate_indices: Ignored = True) -> Value:
        return _compare(a, b)

    return difference if between else intersection


_CALLS = ("tf.sets.{}(tf.constant([[1, 2]]), tf.constant([[2, 3]]))", "tf.sets.{}(tf.constant([1]), tf.constant([2]))",
          "tf.sets.{}(tf.constant([[1, 2]]), tf.constant([[2], [3]]))")  # fmt: skip
for _name in ("intersection", "union", "difference"):
    TF.op(
        f"tensorflow.sets.{_name}", f"tensorflow.sets.set_{_name}", samples=tuple(call.format(_name) for call in _CALLS)
    )(_sets(_name == "difference"))
