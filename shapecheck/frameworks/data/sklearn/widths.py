"""How many columns a transformer makes, as far as what it is fitted on tells: that holds for all later data."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ....core.dim import Dim
from ....core.dtype import family
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
    if self.kind in ("SimpleImputer", "KNNImputer", "IterativeImputer"):
        return _imputed(self, given)
    if self.kind in ("GaussianRandomProjection", "SparseRandomProjection"):
        number = setting(self, "n_components")
        return Dim.of(number) if isinstance(number, int) else Dim.unknown(low=1)
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


def wide(given: Value | None) -> Dim:
    """How many features data have."""
    array = given.hidden("array") or given.hidden("dense") if isinstance(given, Instance) else given
    if isinstance(array, Tensor) and array.shape.known_rank and array.rank == 2:
        return array.shape[1]
    return Dim.unknown()


def _features(given: Value | None) -> int | None:
    return wide(given).value


def _one_hot(self: Instance, given: Value | None) -> Dim:
    drop, least = setting(self, "drop"), 1 if (wide(given).bounds()[0] or 0) > 0 else 0
    if drop not in (None, "first") or any(name in self.state for name in ("categories", "min_frequency",
                                                                          "max_categories")):  # fmt: skip
        return Dim.unknown(low=least if drop is None else 0)
    frame = given.hidden("frame") if isinstance(given, Instance) else None
    if isinstance(frame, Frame):
        numbers = [column.distinct for column in frame.columns or ()]
    else:
        constant = given.facts.constant if isinstance(given, Tensor) else None
        one = isinstance(constant, tuple) and _features(given) == 1
        numbers = [len({row[0] for row in constant})] if one and isinstance(constant, tuple) else []
    known = [number - (drop == "first") for number in numbers if number is not None]
    whole = known and len(known) == len(numbers)
    return Dim.of(sum(known)) if whole else Dim.unknown(low=least if drop is None else 0)


def _imputed(self: Instance, given: Value | None) -> Dim:
    """A column without any value is left out."""
    if setting(self, "add_indicator") not in (None, False):
        return Dim.unknown()
    frame = given.hidden("frame") if isinstance(given, Instance) else None
    if setting(self, "keep_empty_features") is True:
        return wide(given)
    if isinstance(frame, Frame):
        columns = frame.columns
        held = columns is not None and all(c.facts.low is not None or family(c.dtype) in _WHOLE for c in columns)
        some = (frame.rows.bounds()[0] or 0) > 0
        return frame.width if held and some else Dim.unknown(high=frame.width.value)
    plain = isinstance(given, Tensor) and family(given.dtype) in _WHOLE
    return wide(given) if plain else Dim.unknown(high=wide(given).value)


_WHOLE = ("int", "uint", "bool")


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
