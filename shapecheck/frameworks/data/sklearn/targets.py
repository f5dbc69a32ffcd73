"""What becomes of labels: their numbers, or a column for each class."""

from __future__ import annotations

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.dtype import family
from ....core.objects import Instance
from ....core.outcome import Mismatch, Undecided
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Value
from ...numpy.dialect import NP, array, asarray
from ..frames import rows_of
from .sparse import sparse
from .widths import classes_of, setting


def one_column_for_two(classes: int, y: Value) -> Dim:
    """How many columns so many classes make of these labels."""
    found, number = asarray(y), classes_of(y)
    low, high = found.facts.low, found.facts.high
    narrow = low is not None and high is not None and high - low <= 1 and family(found.dtype) in ("int", "uint", "bool")
    if classes > 2:
        return Dim.of(classes)
    return Dim.of(1) if classes < 2 or narrow or (number is not None and number <= 2) else Dim.unknown(low=1, high=2)


def one_axis(y: Value) -> Tensor:
    """Class labels. Source: column_or_1d."""
    given = asarray(y)
    if given.shape.known_rank and (given.rank > 2 or (given.rank == 2 and given.shape[1].value not in (1, None))):
        raise Mismatch("layer-input-rank", f"labels {given.shape}", argument="y",
                       runtime=f"y should be a 1d array, got an array of shape {given.shape} instead.")  # fmt: skip
    return given


@NP.op("sklearn.base.class_ids.transform")
def class_ids(self: Value, y: Value) -> Tensor:
    """The place of each label among those that the encoder was fitted on."""
    given = one_axis(y)
    number, top = (self.hidden(name) if isinstance(self, Instance) else None for name in ("classes", "top"))
    facts = Facts(low=0, high=top if number is None else number - 1)
    return array(Shape.of(given.shape[0] if given.shape.known_rank and given.rank else Dim.unknown()), "int64", facts)


@NP.op("sklearn.base.binarized.transform")
def binarized(self: Value, y: Value) -> Value:
    """One column for each class; a single one for two classes, unless there are more among these."""
    given = asarray(y)
    if given.shape.known_rank and given.rank == 2:
        raise Undecided("labels that are binarized already")
    number = self.hidden("classes") if isinstance(self, Instance) else None
    width = Dim.unknown(low=1) if number is None else one_column_for_two(number, y)
    plain = isinstance(self, Instance) and not any(name in self.state for name in ("neg_label", "pos_label"))
    found = array(Shape.of(given.shape[0], width), "int64", Facts(low=0, high=1) if plain else None)
    return sparse(found) if setting(self, "sparse_output") else found


@NP.op("sklearn.base.several.transform")
def several(self: Value, y: Value) -> Value:
    """`MultiLabelBinarizer`: a column for each class; each sample has any number of them."""
    names = self.state.get("classes") if isinstance(self, Instance) else None
    rows = rows_of(y)
    width = names.size if isinstance(names, Sequence) else Dim.unknown(low=1)
    found = array(Shape.of(Dim.unknown() if rows is None else rows, width), "int64", Facts(low=0, high=1))
    return sparse(found) if setting(self, "sparse_output") else found


@NP.op("sklearn.base.classes.inverse_transform")
def classes(self: Value, y: Value) -> Tensor:
    return array(asarray(y).shape[:1], None)
