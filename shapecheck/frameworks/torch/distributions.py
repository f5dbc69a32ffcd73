"""`torch.distributions`: what is drawn has the shape asked for, that of the batch of parameters, and that of one
event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra.broadcast import broadcast
from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.outcome import Undecided
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.state import serial
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .dialect import T, tensor
from .natives import given, method
from .transforms import keeps_shape

if TYPE_CHECKING:
    from ...core.value import Context

PATH = "torch.distributions.distribution.Distribution"
_BY_ELEMENT = {
    "Normal": "loc scale", "LogNormal": "loc scale", "Laplace": "loc scale", "Cauchy": "loc scale",
    "Gumbel": "loc scale", "Uniform": "low high", "Beta": "concentration1 concentration0",
    "Gamma": "concentration rate", "Exponential": "rate", "Poisson": "rate", "Bernoulli": "probs logits",
    "Geometric": "probs logits", "StudentT": "df loc scale", "HalfNormal": "scale", "Chi2": "df",
    "ContinuousBernoulli": "probs logits", "VonMises": "loc concentration", "Weibull": "scale concentration",
    "Binomial": "total_count probs logits", "FisherSnedecor": "df1 df2", "GeneralizedPareto": "loc scale concentration",
    "HalfCauchy": "scale", "InverseGamma": "concentration rate", "Kumaraswamy": "concentration1 concentration0",
    "NegativeBinomial": "total_count probs logits", "Pareto": "scale alpha",
    "RelaxedBernoulli": "temperature probs logits",
}  # fmt: skip
"""The parameters of distributions whose event is one number: they are stretched to one shape."""
_BY_ROW = {
    "Categorical": "probs logits", "OneHotCategorical": "probs logits", "Dirichlet": "concentration",
    "OneHotCategoricalStraightThrough": "probs logits", "RelaxedOneHotCategorical": "temperature probs logits",
    "MultivariateNormal": "loc covariance_matrix precision_matrix scale_tril", "LogisticNormal": "loc scale",
    "LowRankMultivariateNormal": "loc cov_factor cov_diag", "Multinomial": "total_count probs logits",
}  # fmt: skip
"""Those whose parameters have a row for each event; an event of a Categorical is the number of a place in it."""
_FEWER = {"covariance_matrix": 2, "precision_matrix": 2, "scale_tril": 2, "temperature": 0, "cov_factor": 2,
          "total_count": 0}  # fmt: skip
"""How many axes of a parameter belong to an event, where it is not one."""
_ONE_MORE = "torch.distributions.LogisticNormal"
"""Its events have one number more than its parameters."""


def _shaped(value: Value | None) -> tuple[Shape, str | None] | None:
    """The shape and dtype of a parameter; None if it was not given."""
    if value is None or value is NONE:
        return None
    if isinstance(value, Tensor):
        return value.shape, value.dtype
    if isinstance(value, Constant) and isinstance(value.payload, (int, float)):
        return Shape(), T.default_float
    return Shape.unknown(), None


def _known(mine: Instance, name: str) -> Shape:
    found = mine.hidden(name)
    return found if isinstance(found, Shape) else Shape.unknown()


def _hold(context: Context, mine: Instance, batch: Shape, event: Shape, dtype: str | None) -> None:
    for name, what in (("batch", batch), ("event", event), ("dtype", dtype)):
        mine.hide(context, name, what)


def _parameters(context: Context, mine: Instance, names: str, arguments: Arguments) -> list[tuple[str, Shape]]:
    """What was given, by name; each becomes an attribute."""
    found, dtypes = [], []
    for position, name in enumerate(names.split()):
        value = given(arguments, position, name)
        shaped = _shaped(value)
        if shaped is not None and value is not None:
            mine.set_attribute(context, name, value)
            found.append((name, shaped[0]))
            dtypes.append(shaped[1])
    mine.hide(context, "dtype", dtypes[0] if dtypes and dtypes.count(dtypes[0]) == len(dtypes) else None)
    return found


def _by_element(names: str) -> Native:
    @method
    def initialize(context: Context, mine: Instance, arguments: Arguments) -> Value:
        _hold(context, mine, Shape.unknown(), Shape(), None)
        found = _parameters(context, mine, names, arguments)
        mine.hide(context, "batch", broadcast(*(shape for _, shape in found)) if found else Shape.unknown())
        return NONE

    return initialize


def _by_row(names: str, number: bool) -> Native:
    @method
    def initialize(context: Context, mine: Instance, arguments: Arguments) -> Value:
        _hold(context, mine, Shape.unknown(), Shape() if number else Shape.of_rank(1), None)
        batches, rows = [], []
        for name, shape in _parameters(context, mine, names, arguments):
            gone = _FEWER.get(name, 1)
            batches.append(_front(shape, gone))
            rows += [shape.tail[-1]] if gone and shape.tail and name != "cov_factor" else []
        mine.hide(context, "batch", broadcast(*batches) if batches else Shape.unknown())
        if rows and not number:
            mine.hide(context, "event", Shape.of(rows[0] + 1 if mine.cls.is_a(_ONE_MORE) else rows[0]))
        if number:
            mine.hide(context, "dtype", "int64")
        return NONE

    return initialize


def _front(shape: Shape, gone: int) -> Shape:
    """Without the last axes."""
    if not shape.known_rank:
        return Shape.unknown()
    return Shape(shape.dims[: max(shape.rank - gone, 0)])


@method
def _independent(context: Context, mine: Instance, arguments: Arguments) -> Value:
    """The last axes of the batch belong to the event."""
    base, count = arguments.get(0, "base_distribution"), given(arguments, 1, "reinterpreted_batch_ndims")
    _hold(context, mine, Shape.unknown(), Shape.unknown(), None)
    mine.set_attribute(context, "base_dist", base or Unknown("a distribution"))
    moved = getattr(count, "payload", None)
    if isinstance(base, Instance) and isinstance(moved, int) and _known(base, "batch").known_rank:
        batch = _known(base, "batch").dims
        kept = len(batch) - moved
        _hold(context, mine, Shape(batch[:kept]), Shape(batch[kept:]) + _known(base, "event"), base.hidden("dtype"))
    return NONE


@method
def _wishart(context: Context, mine: Instance, arguments: Arguments) -> Value:
    """Events are matrices, as its parameters."""
    _hold(context, mine, Shape.unknown(), Shape.of_rank(2), None)
    found = _parameters(context, mine, "df covariance_matrix precision_matrix scale_tril", arguments)
    shapes = dict(found)
    matrix = next((shape for name, shape in found if name != "df"), None)
    if matrix is not None and matrix.known_rank and matrix.rank >= 2:
        batch = broadcast(matrix[:-2], shapes.get("df", Shape()))
        _hold(context, mine, batch, matrix[-2:], mine.hidden("dtype"))
    return NONE


@method
def _lkj(context: Context, mine: Instance, arguments: Arguments) -> Value:
    """Factors of correlations between so many."""
    _hold(context, mine, Shape.unknown(), Shape.of_rank(2), None)
    count, shaped = given(arguments, 0, "dim"), _shaped(given(arguments, 1, "concentration"))
    size = count.dim if isinstance(count, Constant) and count.dim is not None else Dim.unknown()
    _hold(context, mine, shaped[0] if shaped else Shape(), Shape.of(size, size), shaped[1] if shaped else None)
    return NONE


@method
def _mixture(context: Context, mine: Instance, arguments: Arguments) -> Value:
    """The last axis of the batch is chosen from."""
    component = arguments.get(1, "component_distribution")
    _hold(context, mine, Shape.unknown(), Shape.unknown(), None)
    if isinstance(component, Instance):
        batch = _front(_known(component, "batch"), 1)
        _hold(context, mine, batch, _known(component, "event"), component.hidden("dtype"))
    return NONE


@method
def _transformed(context: Context, mine: Instance, arguments: Arguments) -> Value:
    """What its transforms make of a shape is not known, but for those of single numbers."""
    base, parts = arguments.get(0, "base_distribution"), arguments.get(1, "transforms")
    several = parts.known if isinstance(parts, Sequence) else (parts,)
    _hold(context, mine, Shape.unknown(), Shape.unknown(), None)
    mine.set_attribute(context, "base_dist", base or Unknown("a distribution"))
    alike = several is not None and all(isinstance(one, Instance) and keeps_shape(one) for one in several)
    if alike and isinstance(base, Instance):
        _hold(context, mine, _known(base, "batch"), _known(base, "event"), None)
    return NONE


# -- what all of them do ----------------------------------------------------------------------------------------


def _asked(value: Value | None) -> Shape:
    """The shape of a sample, as it was asked for."""
    if value is None:
        return Shape()
    parts = value.known if isinstance(value, Sequence) else None
    if parts is None:
        raise Undecided("samples of an unknown number")
    return Shape(p.dim if isinstance(p, Constant) and p.dim is not None else Dim.unknown() for p in parts)


@method
def _sample(context: Context, mine: Instance, arguments: Arguments) -> Value:
    wanted = _asked(given(arguments, 0, "sample_shape"))
    return tensor(wanted + _known(mine, "batch") + _known(mine, "event"), mine.hidden("dtype"))


def _float(mine: Instance) -> str | None:
    dtype: str | None = mine.hidden("dtype")
    return None if dtype == "int64" else dtype


@method
def _log_prob(context: Context, mine: Instance, arguments: Arguments) -> Value:
    """One number for each event."""
    shaped, event = _shaped(arguments.get(0, "value")), _known(mine, "event")
    if shaped is None or not event.known_rank:
        return tensor(Shape.unknown(), _float(mine))
    return tensor(broadcast(_front(shaped[0], event.rank), _known(mine, "batch")), _float(mine))


@method
def _by_value(context: Context, mine: Instance, arguments: Arguments) -> Value:
    shaped = _shaped(arguments.get(0, "value"))
    return tensor(broadcast(shaped[0], _known(mine, "batch")) if shaped else Shape.unknown(), _float(mine))


@method
def _entropy(context: Context, mine: Instance, arguments: Arguments) -> Value:
    return tensor(_known(mine, "batch"), _float(mine))


@method
def _attribute(context: Context, mine: Instance, arguments: Arguments) -> Value:
    """Moments have the shape of a sample; `probs` and `logits` follow from each other."""
    name = getattr(arguments.positional[0], "payload", "")
    if name in ("mean", "stddev", "variance", "mode"):
        return tensor(_known(mine, "batch") + _known(mine, "event"), _float(mine))
    if name in ("probs", "logits"):
        other = mine.state.get("logits" if name == "probs" else "probs")
        return tensor(other.shape, other.dtype) if isinstance(other, Tensor) else Unknown(f"{name} of a distribution")
    if name in ("batch_shape", "event_shape"):
        shape = _known(mine, name.partition("_")[0])
        if shape.known_rank:
            return Sequence.tuple(Constant(dim) for dim in shape.dims)
    return Unknown(f"{mine.cls.name}.{name}", ("attribute", serial(mine.state), name))


BASE = library_class(
    PATH, __init__=method(lambda context, mine, arguments: NONE), __getattr__=_attribute, sample=_sample,
    rsample=_sample, sample_n=method(lambda context, mine, arguments: tensor(Shape.unknown(), mine.hidden("dtype"))),
    log_prob=_log_prob, entropy=_entropy, cdf=_by_value, icdf=_by_value,
)  # fmt: skip
_CLASSES = {
    **{name: _by_element(names) for name, names in _BY_ELEMENT.items()},
    **{name: _by_row(names, name == "Categorical") for name, names in _BY_ROW.items()},
    "Independent": _independent, "Wishart": _wishart, "LKJCholesky": _lkj, "MixtureSameFamily": _mixture,
    "TransformedDistribution": _transformed, "ExponentialFamily": method(lambda context, mine, arguments: NONE),
}
_FILES = {"OneHotCategoricalStraightThrough": "one_hot_categorical", "OneHotCategorical": "one_hot_categorical",
          "RelaxedOneHotCategorical": "relaxed_categorical", "StudentT": "studentT", "FisherSnedecor": "fishersnedecor",
          "LKJCholesky": "lkj_cholesky", "LowRankMultivariateNormal": "lowrank_multivariate_normal",
          "ExponentialFamily": "exp_family"}  # fmt: skip


def _file(name: str) -> str:
    """The module that defines a class: `LogNormal` stands in `log_normal`."""
    spelt = "".join(f"_{c.lower()}" if c.isupper() else c for c in name).strip("_")
    return _FILES.get(name, spelt)


for _path in (PATH, "torch.distributions.Distribution"):
    declare(_path, BASE)
for _name, _init in _CLASSES.items():
    _cls = library_class(f"torch.distributions.{_name}", BASE, __init__=_init)
    for _path in (f"torch.distributions.{_name}", f"torch.distributions.{_file(_name)}.{_name}"):
        declare(_path, _cls)


@T.native("torch.distributions.kl_divergence", "torch.distributions.kl.kl_divergence")
def divergence(context: Context, arguments: Arguments) -> Value:
    """One number for each pair of distributions of the two batches."""
    pair = arguments.get(0, "p"), arguments.get(1, "q")
    shapes = [_known(one, "batch") for one in pair if isinstance(one, Instance)]
    return tensor(broadcast(*shapes) if len(shapes) == len(pair) else Shape.unknown(), None)
