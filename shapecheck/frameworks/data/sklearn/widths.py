"""How many columns a transformer makes, as far as what it is fitted on tells: that holds for all later data."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ....core.dim import Dim
from ....core.objects import Instance
from ....core.tensor import Tensor
from ....core.truth import Truth
from ..frames import Frame

if TYPE_CHECKING:
    from ....core.value import Value


def setting(self: Value, name: str) -> Any:
    """A constructor argument of an estimator in plain Python; `...` if it is not known."""
    from ....core.plain import Constant

    value = self.state.get(name) if isinstance(self, Instance) else None
    if value is None:
        return None
    return value.payload if isinstance(value, Constant) else ...


def width_of(self: Instance, given: Value | None) -> Dim:
    """By the class of the transformer."""
    if self.kind == "OneHotEncoder":
        return _one_hot(self, given)
    if self.kind == "PolynomialFeatures":
        return _polynomial(self, given)
    if self.kind == "HashingVectorizer":
        number = setting(self, "n_features")
        return Dim.of(2**20) if number is None else Dim.of(number) if isinstance(number, int) else Dim.unknown(low=1)
    most = setting(self, "max_features")
    return Dim.unknown(low=1, high=most if isinstance(most, int) and most > 0 else None)


def classes_of(given: Value | None) -> int | None:
    """How many different labels there are."""
    from ..pandas.making import different

    if given is None:
        return None
    found = given.hidden("distinct") if isinstance(given, Instance) else different(given)
    return found if isinstance(found, int) else None


def _features(given: Value | None) -> int | None:
    array = given.hidden("array") if isinstance(given, Instance) else given
    if isinstance(array, Tensor) and array.shape.known_rank and array.rank == 2:
        return array.shape[1].value
    return None


def _one_hot(self: Instance, given: Value | None) -> Dim:
    drop = setting(self, "drop")
    if drop not in (None, "first") or any(name in self.state for name in ("categories", "min_frequency",
                                                                          "max_categories")):  # fmt: skip
        return Dim.unknown(low=1)
    frame = given.hidden("frame") if isinstance(given, Instance) else None
    if isinstance(frame, Frame):
        numbers = [column.distinct for column in frame.columns or ()]
    else:
        constant = given.facts.constant if isinstance(given, Tensor) else None
        one = isinstance(constant, tuple) and _features(given) == 1
        numbers = [len({row[0] for row in constant})] if one and isinstance(constant, tuple) else []
    known = [number - (drop == "first") for number in numbers if number is not None]
    return Dim.of(sum(known)) if known and len(known) == len(numbers) else Dim.unknown(low=1)


def _polynomial(self: Instance, given: Value | None) -> Dim:
    features, degree = _features(given), setting(self, "degree")
    bias, mixed = setting(self, "include_bias"), setting(self, "interaction_only")
    degree = 2 if degree is None else degree
    if features is None or not isinstance(degree, int) or bias is ... or mixed is ... or not 0 <= degree < 16:
        return Dim.unknown(low=1)
    every = math.comb(features + degree, degree)
    number = sum(math.comb(features, k) for k in range(degree + 1)) if mixed else every
    return Dim.of(number - (bias is False))


def fewer(number: int, given: Tensor) -> Dim:
    """So many, or as many as there are features, if these are fewer."""
    if given.shape[-1].less(number) is Truth.NO:
        return Dim.of(number)
    return given.shape[-1] if given.shape[-1].value is not None else Dim.unknown(low=1)
