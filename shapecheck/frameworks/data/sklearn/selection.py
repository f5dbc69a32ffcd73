"""Splitting and shuffling."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.objects import Instance, library_class
from ....core.outcome import require_equal
from ....core.plain import NONE, Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Value
from ...binding import Ignored
from ...numpy.dialect import NP, array
from ..frames import rows_of, some_rows

if TYPE_CHECKING:
    from ....core.value import Context


def same_length(*values: Any) -> Dim | None:
    """The number of rows that all have; those that are not known are passed over. Source: check_consistent_length."""
    lengths = [length for length in map(rows_of, values) if length is not None]
    found: Dim | None = None
    for length in lengths:
        words = f"Found input variables with inconsistent numbers of samples: [{', '.join(map(str, lengths))}]"
        found = length if found is None else require_equal(
            length, found, "sample-count-mismatch", "{wanted} and {got} samples", runtime=words)  # fmt: skip
    return found


def _part(total: Dim, size: Any, round_: Any) -> Dim | None:
    """How many of the rows a share or a number means; None if that is not known."""
    if isinstance(size, float):
        return Dim.of(round_(total.value * size)) if total.value is not None else Dim.unknown()
    return Dim.of(size) if isinstance(size, (int, Dim)) else None


def split_sizes(total: Dim, test_size: Any, train_size: Any) -> tuple[Dim, Dim]:
    """The lengths of the two parts; a quarter is for the test where nothing is said."""
    if test_size is None and train_size is None:
        test_size = 0.25
    test = None if test_size is None else _part(total, test_size, math.ceil)
    train = None if train_size is None else _part(total, train_size, math.floor)
    if test_size is not None and test is None:
        test = Dim.unknown()
    if train_size is not None and train is None:
        train = Dim.unknown()
    if test is None:
        test = total - train if train is not None else Dim.unknown()
    return (total - test if train is None else train), test


def _number(value: Value | None) -> Any:
    """A number, None, or `...` for what is not known."""
    if value is None:
        return None
    if isinstance(value, Constant):
        return value.payload if isinstance(value.payload, float) else value.dim if value.dim is not None else ...
    if isinstance(value, Tensor) and isinstance(value.facts.constant, (int, float)):
        return value.facts.constant
    return ...


@NP.op("sklearn.model_selection.train_test_split", "sklearn.cross_validation.train_test_split")
def train_test_split(
    *arrays: Value, test_size: Value | None = None, train_size: Value | None = None, random_state: Ignored = None,
    shuffle: Ignored = True, stratify: Ignored = None,
) -> list[Value]:  # fmt: skip
    total = same_length(*arrays)
    train, test = split_sizes(Dim.unknown(low=2) if total is None else total, _number(test_size), _number(train_size))
    return [some_rows(value, count) for value in arrays for count in (train, test)]


@NP.op("sklearn.utils.shuffle")
def shuffle(*arrays: Value, random_state: Ignored = None, n_samples: Value | None = None) -> Any:
    return _resampled(arrays, n_samples)


@NP.op("sklearn.utils.resample")
def resample(
    *arrays: Value, replace: Any = True, n_samples: Value | None = None, random_state: Ignored = None,
    stratify: Ignored = None, sample_weight: Ignored = None,
) -> Any:  # fmt: skip
    return _resampled(arrays, n_samples, None if replace is False else False)


def _resampled(arrays: tuple[Value, ...], n_samples: Value | None, distinct: bool | None = None) -> Any:
    total = same_length(*arrays)
    asked = _number(n_samples)
    count = Dim.of(asked) if isinstance(asked, (int, Dim)) else Dim.unknown() if asked is ... else total
    found = [some_rows(value, Dim.unknown() if count is None else count, distinct) for value in arrays]
    return found[0] if len(found) == 1 else found


@NP.op("sklearn.utils.check_consistent_length")
def check_consistent_length(*arrays: Value) -> None:
    same_length(*arrays)


# -- folds -----------------------------------------------------------------------------------------------------

_FOLDS = (
    "KFold StratifiedKFold GroupKFold RepeatedKFold RepeatedStratifiedKFold ShuffleSplit StratifiedShuffleSplit "
    "GroupShuffleSplit TimeSeriesSplit LeaveOneOut StratifiedGroupKFold"
)


def _init(context: Context, arguments: Arguments) -> Value:
    instance = arguments.positional[0]
    if isinstance(instance, Instance) and instance.kind != "LeaveOneOut":
        splits = arguments.get(1, "n_splits") or Constant(10 if "Shuffle" in instance.kind else 5)
        instance.hide(context, "folds", splits.dim.value if isinstance(splits, Constant) and splits.dim else None)
        for name, value in arguments.keywords.items():
            if name != "n_splits":
                instance.set_attribute(context, name, value)
        if instance.kind.startswith("Repeated"):
            times = arguments.keywords.get("n_repeats", Constant(10))
            known = splits.dim if isinstance(splits, Constant) and isinstance(times, Constant) else None
            again = times.dim if isinstance(times, Constant) else None
            splits = Constant(known * again) if known is not None and again is not None else Scalar("int")
        instance.hide(context, "splits", splits)
    return NONE


def _split(context: Context, arguments: Arguments) -> Value:
    """Pairs of the places of the rows to train with and to test with."""
    return context.apply("sklearn.model_selection.split", arguments)


@NP.op("sklearn.model_selection.split")
def split(self: Value, X: Value | None = None, y: Value | None = None, groups: Value | None = None) -> Value:
    total = same_length(*(value for value in (X, y, groups) if value is not None))
    top = None if total is None or total.value is None else total.value - 1
    splits = self.hidden("splits") if isinstance(self, Instance) else None
    number = splits.dim.value if isinstance(splits, Constant) and splits.dim is not None else None

    def pair(fold: int | None) -> Value:
        sizes = _fold_sizes(self, total, number, fold)
        return Sequence.tuple(array(Shape.of(size), "int64", Facts(low=0, high=top)) for size in sizes)

    if number is not None and number <= _FEW:
        return Sequence("generator", tuple(pair(fold) for fold in range(number)))
    several = total if self.kind == "LeaveOneOut" and total is not None else Dim.unknown(low=1)
    return Sequence("generator", (), pair(None), several)


_FEW = 20
"""Of more folds one stands for all."""


def _fold_sizes(self: Value, total: Dim | None, splits: int | None, fold: int | None) -> tuple[Dim, Dim]:
    """How many rows one fold trains and tests with."""
    kind = self.kind
    test = Dim.unknown(low=1)
    if total is None or kind.startswith("Group") or kind in ("StratifiedGroupKFold", "TimeSeriesSplit"):
        if total is not None and kind == "TimeSeriesSplit" and splits and total.value and _plain(self):
            test = Dim.of(total.value // (splits + 1))
        return Dim.unknown(low=1), test
    if kind == "LeaveOneOut":
        return total - 1, Dim.of(1)
    if kind.endswith("ShuffleSplit"):
        given = (self.state.get(name) if isinstance(self, Instance) else None for name in ("test_size", "train_size"))
        test_size, train_size = (_number(value) for value in given)
        return split_sizes(total, 0.1 if test_size is None and train_size is None else test_size, train_size)
    number = total.value
    if kind in ("KFold", "RepeatedKFold") and number is not None:
        each = self.hidden("folds") if isinstance(self, Instance) else None
        if each and number >= each:
            least, more = divmod(number, each)  # the first folds are longer
            test = Dim.of(least) if not more else Dim.unknown(low=least, high=least + 1)
            if fold is not None:
                test = Dim.of(least + (fold % each < more))
    return total - test, test


def _plain(self: Value) -> bool:
    """Nothing was said but the number of splits."""
    return isinstance(self, Instance) and not any(True for _ in self.visible())


def _count(context: Context, arguments: Arguments) -> Value:
    instance = arguments.positional[0]
    return (instance.hidden("splits") if isinstance(instance, Instance) else None) or Scalar("int")


NP.classes(*(library_class(f"sklearn.model_selection.{name}", __init__=_init, split=_split, get_n_splits=_count)
             for name in _FOLDS.split()))  # fmt: skip
