"""Encoders of labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.dim import Dim
from ....core.dtype import family
from ....core.objects import Instance, Property, library_class
from ....core.shape import Shape
from ....core.tensor import Tensor
from ....core.value import Arguments, Native, Value
from ...numpy.dialect import NP, array
from .estimators import applied, init
from .widths import classes_of

if TYPE_CHECKING:
    from ....core.value import Context


def _fit_labels(context: Context, arguments: Arguments) -> Value:
    _learn_labels(context, arguments)
    context.apply("sklearn.base.class_ids.transform", arguments)
    return arguments.positional[0]


def _learn_labels(context: Context, arguments: Arguments) -> None:
    """How many different labels there are, or at most are."""
    instance, given = arguments.positional[0], arguments.get(1, "y")
    if not isinstance(instance, Instance) or given is None:
        return
    found = NP.as_tensor(given) if isinstance(given, (Tensor, Instance)) else None
    low, high = (None, None) if found is None else (found.facts.low, found.facts.high)
    whole = found is not None and family(found.dtype) in ("int", "uint", "bool")
    instance.hide(context, "classes", classes_of(given) or None)
    instance.hide(context, "top", int(high - low) if whole and low is not None and high is not None else None)


def _learning_labels(path: str) -> Native:
    """`fit_transform` of labels."""

    def method(context: Context, arguments: Arguments) -> Value:
        _learn_labels(context, arguments)
        return context.apply(path, arguments)

    return Native(path, method)


def _fit_only(context: Context, arguments: Arguments) -> Value:
    _learn_labels(context, arguments)
    return arguments.positional[0]


def _classes_attribute(context: Context, arguments: Arguments) -> Value:
    instance = arguments.positional[0]
    number = instance.hidden("classes") if isinstance(instance, Instance) else None
    return array(Shape.of(Dim.unknown() if number is None else number), None)


_P = "sklearn.preprocessing"
_IDS, _BINARY, _BACK = (f"sklearn.base.{name}" for name in (
    "class_ids.transform", "binarized.transform", "classes.inverse_transform"))  # fmt: skip
NP.classes(
    library_class(
        f"{_P}.LabelEncoder", __init__=init(()), fit=_fit_labels, transform=applied(_IDS),
        fit_transform=_learning_labels(_IDS), inverse_transform=applied(_BACK),
        classes_=Property(Native("classes_", _classes_attribute)),
    ),
    *(library_class(
        f"{_P}.{name}", __init__=init(()), fit=_fit_only, transform=applied(path),
        fit_transform=_learning_labels(path), inverse_transform=applied(_BACK),
        classes_=Property(Native("classes_", _classes_attribute)),
    ) for name, path in (("LabelBinarizer", _BINARY), ("MultiLabelBinarizer", "sklearn.base.several.transform"))),
)  # fmt: skip
