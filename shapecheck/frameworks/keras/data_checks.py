"""What is wrong with the data of `fit` before the model sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dtype import family
from ...core.outcome import Mismatch
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ..numpy.dialect import NUMPY
from .dialect import leaves

if TYPE_CHECKING:
    from ...core.dim import Dim
    from ...core.value import Value
    from .data import Batch
    from .natives import Given


def data_problem(batch: Batch, asked: Given) -> Mismatch | None:
    """What is wrong with the data before the model sees them."""
    if batch.from_dataset and "y" in asked:
        return Mismatch("fit-argument-structure", "a data set brings its own labels, and y is given too", argument="y",
                        runtime="When providing `x` as a tf.data.Dataset, `y` should not be passed. Instead, the "
                                "targets should be included as part of the tf.data.Dataset.")  # fmt: skip
    split = asked["validation_split"]
    if batch.from_dataset and isinstance(split, Constant) and split.payload and "validation_data" not in asked:
        return Mismatch("fit-argument-structure", "validation_split cannot split a data set",
                        argument="validation_split",
                        runtime="Argument `validation_split` is only supported for tensors or NumPy arrays.")
    for part, name in ((batch.raw_x, "x"), (batch.raw_y, "y")):
        for leaf in leaves(part) if part is not None else ():
            found = _bad_dtype(leaf, name)
            if found is not None:
                return found
    return (_cardinality(batch) or class_weight_problem(batch, asked)) if batch.whole else None


def class_weight_problem(batch: Batch, asked: Given) -> Mismatch | None:
    """Source: keras/src/trainers/data_adapters/array_data_adapter.py, class_weight_to_sample_weights."""
    if "class_weight" not in asked or batch.raw_y is None:
        return None
    if "sample_weight" in asked:
        return Mismatch("class-weight-mismatch", "weights of classes and of samples together", argument="class_weight",
                        runtime="You cannot `class_weight` and `sample_weight` at the same time.")  # fmt: skip
    if isinstance(batch.raw_y, (Sequence, Mapping)):
        return Mismatch("class-weight-mismatch", "weights of classes for several outputs", argument="class_weight",
                        runtime="`class_weight` is only supported for Models with a single output.",
                        help="sample_weight, one array for each output")  # fmt: skip
    if isinstance(batch.raw_y, Tensor) and batch.raw_y.shape.known_rank and batch.raw_y.rank > 2:
        return Mismatch("class-weight-mismatch", f"weights of classes for labels {batch.raw_y.shape}: a sample has "
                        "many", argument="class_weight", runtime=("only 0-dimensional arrays can be converted",
                        "only length-1 arrays can be converted to Python scalars",
                        "only size-1 arrays can be converted"), help="sample_weight=")  # fmt: skip
    return None


def lists_of_numbers(asked: Given) -> Mismatch | None:
    """Lists of numbers are no arrays for Keras."""
    for name in ("x", "y"):
        value = asked[name]
        if isinstance(value, Sequence) and value.type_name in ("list", "tuple") and _of_numbers(value):
            return Mismatch("fit-argument-structure", f"{name} is a {value.type_name} of numbers; fit takes arrays",
                            argument=name, runtime="Unrecognized data type: x=", help=f"np.array({name})")  # fmt: skip
    return None


def _of_numbers(value: Value) -> bool:
    """Every element is a number, or a list of numbers."""
    if isinstance(value, Sequence) and value.type_name in ("list", "tuple"):
        parts = tuple(value)
        return bool(parts) and all(_of_numbers(part) for part in parts)
    kind = value.type_name if isinstance(value, (Constant, Scalar)) else ""
    return kind in ("int", "float", "bool")


def _bad_dtype(leaf: Value, name: str) -> Mismatch | None:
    if not isinstance(leaf, Tensor) or leaf.library is not NUMPY:
        return None
    kind = family(leaf.dtype)
    if kind == "string" and name == "y":
        return Mismatch("string-labels", "labels are texts, a loss takes numbers", argument=name,
                        runtime="Invalid dtype: str", help="LabelEncoder, or a StringLookup layer")  # fmt: skip
    texts = leaf.shape.known_rank and leaf.rank == 1 and leaf.facts.low is None and leaf.facts.high is None
    if kind == "object" and not texts:  # one axis of texts is taken; a range says that they are numbers
        return Mismatch("ragged-array", "the rows of the array have different lengths", argument=name,
                        runtime="Invalid dtype: object", help="pad_sequences")  # fmt: skip
    return None


def _cardinality(batch: Batch) -> Mismatch | None:
    """All arrays have as many samples."""
    counts: list[tuple[str, Dim]] = []
    for part, name in ((batch.raw_x, "x"), (batch.raw_y, "y"), (batch.raw_weights, "sample_weight")):
        for leaf in leaves(part) if part is not None else ():
            if isinstance(leaf, Tensor) and leaf.shape == Shape():
                return Mismatch("sample-count-mismatch", f"{name} is a single number, not one for each sample",
                                argument=name, runtime="tuple index out of range")
            if isinstance(leaf, Tensor) and leaf.shape.known_rank and leaf.rank:
                counts.append((name, leaf.shape[0]))
    for name, count in counts[1:]:
        if count.equals(counts[0][1]) is Truth.NO:
            first = counts[0][1]
            return Mismatch(
                "sample-count-mismatch", f"{first} samples in {counts[0][0]}, {count} in {name}", first, count,
                argument=name,
                runtime="Data cardinality is ambiguous. Make sure all arrays contain the same number of samples."
                f"'{counts[0][0]}' sizes: {first} '{name}' sizes: {count}")  # fmt: skip
    return None
