"""What is wrong with the data of `fit` before the model sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dtype import family
from ...core.outcome import Mismatch, remark
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..numpy.dialect import NUMPY
from .dialect import K, leaves

if TYPE_CHECKING:
    from ...core.dim import Dim
    from .data import Batch
    from .natives import Given


def _too_few(batch: Batch, split: Constant) -> Mismatch | None:
    """Source: keras/src/utils/dataset_utils.py and data_adapters/array_slicing.py, train_validation_split."""
    first = next(iter(leaves(batch.raw_x)), None) if batch.raw_x is not None else None
    share = split.payload
    if not isinstance(first, Tensor) or not first.shape.known_rank or not first.rank or not isinstance(share, float):
        return None
    count = first.shape[0].value
    if count is None or not 0 < share < 1 or 0 < int(count * (1.0 - share)) < count:
        return None
    return Mismatch("fit-argument-structure", f"{count} samples are too few for a validation_split of {share:g}",
                    first.shape[0], argument="validation_split",
                    runtime=f"Training data contains {count} samples, which is not sufficient to split it into a "
                    "validation and training set")  # fmt: skip


_BRINGS = (("y", "y", "the targets", "labels"), ("sample_weight", "sample_weights", "the sample weights", "weights"))
"""An argument, what Keras calls it and its content, and what we call that."""


def data_problem(batch: Batch, asked: Given, older: bool) -> Mismatch | None:
    """What is wrong with the data before the model sees them. `older`: for a version before 3."""
    if batch.from_dataset:
        source = batch.source or "tf.data.Dataset"
        if batch.problem is not None:
            return batch.problem
        for name, theirs, targets, ours in _BRINGS:
            if name in asked and (batch.source or name == "y"):
                return Mismatch("fit-argument-structure", f"a data set brings its own {ours}, and {name} is given too",
                                argument=name, runtime=f"When providing `x` as a {source}, `{theirs}` should not be "
                                f"passed. Instead, {targets} should be included as part of the {source}.")  # fmt: skip
        if "class_weight" in asked and source == "generator" and not older:
            return Mismatch("fit-argument-structure", "a generator has no weights of classes", argument="class_weight",
                            runtime="Argument `class_weight` is not supported for Python generator inputs.",
                            help="yield x, y, sample_weight")  # fmt: skip
    split = asked["validation_split"]
    if "validation_data" not in asked and isinstance(split, Constant) and (few := _too_few(batch, split)) is not None:
        return few
    if batch.from_dataset and isinstance(split, Constant) and split.payload and "validation_data" not in asked:
        return Mismatch("fit-argument-structure", "validation_split cannot split a data set",
                        argument="validation_split",
                        runtime="Argument `validation_split` is only supported for tensors or NumPy arrays.")
    for part, name in ((batch.raw_x, "x"), (batch.raw_y, "y")):
        for leaf in leaves(part) if part is not None else ():
            found = _bad_dtype(leaf, name)
            if found is not None:
                return found
    return (_cardinality(batch) or class_weight_problem(batch, asked, older)) if batch.whole else None


def class_weight_problem(batch: Batch, asked: Given, older: bool) -> Mismatch | None:
    """Source: keras/src/trainers/data_adapters/array_data_adapter.py, class_weight_to_sample_weights."""
    if "class_weight" not in asked or batch.raw_y is None:
        return None
    if older:
        return _keys_from_0(asked["class_weight"])
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


def _keys_from_0(weights: Value) -> Mismatch | None:
    """Up to Keras 2 every class has one. Source: keras/engine/data_adapter.py, _make_class_weight_map_fn."""
    keys = list(weights.items) if isinstance(weights, Mapping) and not weights.open else []
    if not all(isinstance(key, int) for key in keys) or sorted(map(str, keys)) == sorted(map(str, range(len(keys)))):
        return None
    told = ", ".join(map(str, keys))
    return Mismatch("class-weight-mismatch", f"class_weight has the classes {told}; they go from 0 without a gap",
                    argument="class_weight", runtime="Expected `class_weight` to be a dict with keys from 0 to one "
                    "less than the number of classes", help="a weight for each class from 0")  # fmt: skip


@K.op("keras.Model.class_weight")
def check_class_weight(y: Tensor, class_weight: Value) -> None:
    """A class without a weight counts as 1. Source: data_adapter_utils.py, class_weight_to_sample_weights."""
    keys = [key for key in class_weight.items if isinstance(key, int)] if isinstance(class_weight, Mapping) else []
    high = y.facts.high
    if len(keys) < 2 or getattr(class_weight, "open", True) or high is None or not y.facts.attained or y.facts.one_hot:
        return
    if y.shape.known_rank and (y.rank == 1 or y.shape[-1] == 1) and high > max(keys):
        remark("class-weight-mismatch", f"class_weight names the classes up to {max(keys)}, the labels go up to "
               f"{high:g}: what is not named counts as 1", argument="class_weight",
               help="a weight for each class")  # fmt: skip


def lists_of_numbers(asked: Given, whole: bool) -> Mismatch | None:
    """Lists of numbers are no arrays for Keras. `whole`: for `fit` and its kin; one batch may bring weights so."""
    for name in ("x", "y", "sample_weight") if whole else ("x",):
        value = asked[name]
        if isinstance(value, Sequence) and value.type_name in ("list", "tuple") and of_numbers(value):
            return numbers_problem(name, value, whole)
    return None


def numbers_problem(name: str, value: Sequence, whole: bool) -> Mismatch:
    quote = "Unrecognized data type: x=" if whole else "Only input tensors may be passed as positional arguments."
    return Mismatch("fit-argument-structure", f"{name} is a {value.type_name} of numbers; Keras takes arrays",
                    argument=name, runtime=quote, help=f"np.array({name})")  # fmt: skip


def missing_labels(batch: Batch, loss: Value | None, asked: Given) -> Mismatch | None:
    """A loss compares predictions with labels. Source: keras/src/trainers/trainer.py, compute_loss."""
    numbers = asked["y"]
    if not batch.whole and isinstance(numbers, Sequence) and len(numbers.known or ()) > 1 and of_numbers(numbers):
        return Mismatch("fit-argument-structure", f"y is a {numbers.type_name} of numbers; Keras takes arrays",
                        argument="y", runtime="y_true and y_pred have different structures.", help="np.array(y)")
    if batch.y is not None or loss is None or isinstance(loss, Unknown) or ("y" in asked and not batch.from_dataset):
        return None
    if isinstance(loss, Constant) and loss.payload is None:
        return None
    where = f"the {batch.source or 'data set'} gives inputs only" if batch.from_dataset else "there is no y"
    return Mismatch("fit-argument-structure", f"{where}, and the loss needs labels", argument="x",
                    runtime="None values not supported.",
                    help="(x, y) as the elements" if batch.from_dataset else "")  # fmt: skip


def of_numbers(value: Value) -> bool:
    """Every element is a number, or a list of numbers."""
    if isinstance(value, Sequence) and value.type_name in ("list", "tuple"):
        parts = tuple(value)
        return bool(parts) and all(of_numbers(part) for part in parts)
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
