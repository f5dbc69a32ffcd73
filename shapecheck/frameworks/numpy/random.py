"""Random numbers: the module's functions, `RandomState` and `Generator`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...core.dim import Dim, maximum, product
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import NO_FACTS, Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from ..binding import Dims, DType, Ignored, Parameter, Required
from . import ranges
from .creation import bounded, sizes, span
from .dialect import NP, array, asarray
from .operands import broadcast, broadcast_into

if TYPE_CHECKING:
    from collections.abc import Callable

LEGACY, GENERATOR = "numpy.random.{}", "numpy.random.Generator.{}"
_DISTRIBUTIONS = {
    # name: parameters with their defaults, dtype of the results
    "normal": ("loc=0.0 scale=1.0", "float64"), "uniform": ("low=0.0 high=1.0", "float64"),
    "beta": ("a b", "float64"), "binomial": ("n p", "int64"), "poisson": ("lam=1.0", "int64"),
    "exponential": ("scale=1.0", "float64"), "gamma": ("shape scale=1.0", "float64"),
    "laplace": ("loc=0.0 scale=1.0", "float64"), "logistic": ("loc=0.0 scale=1.0", "float64"),
    "lognormal": ("mean=0.0 sigma=1.0", "float64"), "gumbel": ("loc=0.0 scale=1.0", "float64"),
    "rayleigh": ("scale=1.0", "float64"), "geometric": ("p", "int64"), "chisquare": ("df", "float64"),
    "triangular": ("left mode right", "float64"), "pareto": ("a", "float64"), "power": ("a", "float64"),
    "weibull": ("a", "float64"), "vonmises": ("mu kappa", "float64"), "wald": ("mean scale", "float64"),
    "zipf": ("a", "int64"), "standard_t": ("df", "float64"), "negative_binomial": ("n p", "int64"),
    "f": ("dfnum dfden", "float64"), "logseries": ("p", "int64"), "hypergeometric": ("ngood nbad nsample", "int64"),
    "noncentral_chisquare": ("df nonc", "float64"), "noncentral_f": ("dfnum dfden nonc", "float64"),
}  # fmt: skip


def drawn(
    size: Dims | None, *parameters: Tensor, dtype: str, facts: Facts = NO_FACTS, even: bool = False
) -> Any:
    """Random numbers of a size, or one for every element of the parameters; a single one is a Python number.

    even: each whole number of the range is as likely as the others.
    """
    common = broadcast(*(parameter.shape for parameter in parameters)) if parameters else Shape()
    if size is None and common == Shape() and dtype in ("int64", "float64"):
        return bounded(array(common, dtype, facts))
    if size is None:
        return array(common, dtype, facts)
    target = sizes(size)
    broadcast_into(common, target)
    known = facts.low is not None and facts.high is not None and family(dtype) in ("int", "uint")
    found = replace(facts, drawn=(even and known and common == Shape()) or None)
    return array(target, dtype, ranges.occurring(found, target.numel.value))


def _numbers(*given: Any) -> list[Tensor]:
    return [asarray(value if isinstance(value, Value) else Constant(value)) for value in given]


def _distribution(parameters: str, dtype: str, trials: bool) -> Callable[..., Any]:
    """One number, or `size` of them; the parameters broadcast. trials: of `n` that many succeed."""

    def function(size: Dims | None = None, **given: Any) -> Any:
        facts = _between(given.get("low"), given.get("high")) if "low" in names else NO_FACTS
        if [*names] == ["n", "p"] and dtype == "int64":
            facts = Facts(low=0, high=asarray(given["n"]).facts.high if trials else None)
        return drawn(size, *_numbers(*given.values()), dtype=dtype, facts=facts)

    names = dict(part.partition("=")[::2] for part in parameters.split())
    own = [Parameter(n, "Value", float(default) if default else Required, "position") for n, default in names.items()]
    function.parameters = (*own, Parameter("size", "Dims | None", None, "position"))  # type: ignore[attr-defined]
    return function


def _between(low: Value | None, high: Value | None) -> Facts:
    """Uniform numbers lie between the two ends, whichever is the greater."""
    first, last = _numbers(0.0 if low is None else low, 1.0 if high is None else high)
    return ranges.join(first.facts, last.facts)


def _member(name: str, at: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(pattern.format(name) for pattern in at)


for _name, (_parameters, _dtype) in _DISTRIBUTIONS.items():
    NP.op(*_member(_name, (LEGACY, GENERATOR)))(_distribution(_parameters, _dtype, _name == "binomial"))


@NP.op("numpy.random.standard_cauchy", "numpy.random.Generator.standard_cauchy", dtype="float64")
def standard_cauchy(size: Dims | None = None) -> Any:
    return drawn(size, dtype="float64")


@NP.op("numpy.random.standard_normal", "numpy.random.standard_exponential")
def standard_normal(size: Dims | None = None) -> Any:
    return drawn(size, dtype="float64")


@NP.op("numpy.random.random", "numpy.random.random_sample", "numpy.random.ranf", "numpy.random.sample")
def random_sample(size: Dims | None = None) -> Any:
    return drawn(size, dtype="float64", facts=Facts(low=0.0, high=1.0))


@NP.op("numpy.random.Generator.random")
def generator_random(size: Dims | None = None, dtype: DType = "float64", out: Ignored = None) -> Any:
    return drawn(size, dtype=dtype, facts=Facts(low=0.0, high=1.0))


NP.op(LEGACY.format("standard_gamma"))(_distribution("shape", "float64", False))


@NP.op("numpy.random.Generator.standard_gamma")
def generator_gamma(shape: Value, size: Dims | None = None, dtype: DType = "float64", out: Ignored = None) -> Any:
    return drawn(size, asarray(shape), dtype=dtype)


@NP.op("numpy.random.Generator.standard_exponential")
def generator_exponential(
    size: Dims | None = None, dtype: DType = "float64", method: Ignored = "zig", out: Ignored = None
) -> Any:
    return drawn(size, dtype=dtype)


@NP.op("numpy.random.Generator.standard_normal")
def generator_normal(size: Dims | None = None, dtype: DType = "float64", out: Ignored = None) -> Any:
    return drawn(size, dtype=dtype)


@NP.op("numpy.random.rand")
def rand(*args: Dim) -> Any:
    return drawn(args or None, dtype="float64", facts=Facts(low=0.0, high=1.0))


@NP.op("numpy.random.randn")
def randn(*args: Dim) -> Any:
    return drawn(args or None, dtype="float64")


def _whole_range(low: Value, high: Value | None, closed: bool) -> Facts:
    first, last = (Constant(0), low) if high is None else (low, high)
    top = asarray(last).facts.high
    return Facts(low=asarray(first).facts.low, high=top if top is None or closed else top - 1)


@NP.op("numpy.random.randint")
def randint(low: Value, high: Value | None = None, size: Dims | None = None, dtype: DType = "int64") -> Any:
    limits = _numbers(*(v for v in (low, high) if v is not None))
    facts = _whole_range(low, high, closed=False)
    if dtype == "bool" and size is None:
        raise Undecided("a truth value of NumPy, or Python's")
    if size is not None and any(limit.shape != Shape() for limit in limits):
        return array(sizes(size), dtype, facts)  # they are not always held against the size
    return drawn(size, *limits, dtype=dtype, facts=facts, even=True)


@NP.op("numpy.random.random_integers")
def random_integers(low: Value, high: Value | None = None, size: Dims | None = None) -> Any:
    limits = _numbers(*(v for v in (low, high) if v is not None))
    facts = _whole_range(low, high, closed=True)
    return drawn(size, *limits, dtype="int64", facts=facts if high is not None else replace(facts, low=1), even=True)


@NP.op("numpy.random.Generator.integers")
def integers(
    low: Value, high: Value | None = None, size: Dims | None = None, dtype: DType = "int64", endpoint: bool = False
) -> Any:
    limits = _numbers(*(v for v in (low, high) if v is not None))
    facts = _whole_range(low, high, endpoint)
    single = size is None and all(limit.shape == Shape() for limit in limits)
    return array(Shape(), dtype, facts) if single else drawn(size, *limits, dtype=dtype, facts=facts, even=True)


def chosen(a: Value, size: Dims | None, axis: int = 0, even: bool = True, again: bool = True) -> Any:
    """Elements of an array along an axis, or numbers below `a`."""
    source = asarray(a)
    if source.shape == Shape():
        top = source.facts.high
        facts = Facts(low=0, high=None if top is None else top - 1)
        if size is not None and not again:
            return array(sizes(size), "int64", replace(facts, distinct=even or None))
        return drawn(size, dtype="int64", facts=facts, even=even)
    target = Shape() if size is None else sizes(size)
    at = axis % source.rank
    shape = Shape(source.shape.dims[:at]) + target + source.shape.dims[at + 1 :]
    facts, count = source.facts, source.shape[at].value
    one_hot = facts.one_hot if at == 0 and source.rank > 1 else None
    # each element is as likely as the others: the odds against one of them are below one in 10^9
    many = even and again and count is not None and target.numel.value is not None
    sure = many and facts.attained and (target.numel.value or 0) >= 22 * (count or 0)
    return array(shape, source.dtype, Facts(facts.low, facts.high, one_hot=one_hot, attained=sure or None))


@NP.op("numpy.random.choice")
def choice(a: Value, size: Dims | None = None, replace: bool = True, p: Value | None = None) -> Any:
    _enough(a, size, replace, p, words=("'replace=False'", "'a' and 'p'"))
    source = asarray(a)
    if source.shape.known_rank and source.rank > 1:
        raise Mismatch("dim-out-of-range", f"a choice among {source.shape}", runtime="a must be 1-dimensional")
    return chosen(a, size, 0, p is None, replace)


@NP.op("numpy.random.Generator.choice")
def generator_choice(
    a: Value, size: Dims | None = None, replace: bool = True, p: Value | None = None, axis: int = 0,
    shuffle: Ignored = True,
) -> Any:  # fmt: skip
    _enough(a, size, replace, p, axis)
    return chosen(a, size, axis, p is None, replace)


def _enough(
    a: Value, size: Dims | None, replace: bool, p: Value | None, axis: int = 0,
    words: tuple[str, str] = ("replace is False", "a and p"),
) -> None:  # fmt: skip
    """Without replacement no more can be drawn than there are; probabilities are given for each."""
    source = asarray(a)
    number = source.facts.constant if source.shape == Shape() else source.shape[axis]
    if not isinstance(number, (int, Dim)):
        return
    population = Dim.of(number)
    if p is not None:
        weights = asarray(p)
        if weights.shape.known_rank and weights.rank == 1:
            require_equal(
                weights.shape[0],
                population,
                "elementwise-shape-mismatch",
                "{got} probabilities for {wanted} elements",
                runtime=f"{words[1]} must have same size",
            )
    if not replace and size is not None and population.less(product(size)) is Truth.YES:
        raise Mismatch(
            "sample-count-mismatch", f"{product(size)} of {population} without replacement", product(size), population,
            runtime=f"Cannot take a larger sample than population when {words[0]}",
        )  # fmt: skip


@NP.op("numpy.random.permutation")
def permutation(x: Value) -> Tensor:
    source = asarray(x)
    if source.shape != Shape():
        return array(source.shape, source.dtype, replace(source.facts, constant=None))
    number = source.facts.constant
    count = Dim.of(number) if isinstance(number, (int, Dim)) else Dim.unknown()
    top = None if count.value is None else count.value - 1
    facts = Facts(low=0, high=top, attained=top is not None or None, distinct=True)
    return array(Shape.of(maximum(count, 0)), "int64", facts)


@NP.op("numpy.random.Generator.permutation")
def generator_permutation(x: Value, axis: Ignored = 0) -> Tensor:
    return permutation(x)


@NP.op("numpy.random.Generator.permuted")
def permuted(x: Tensor, *, axis: Ignored = None, out: Ignored = None) -> Tensor:
    return array(x.shape, x.dtype, span(x.facts))


@NP.op("numpy.random.dirichlet", "numpy.random.Generator.dirichlet")
def dirichlet(alpha: Tensor, size: Dims | None = None) -> Tensor:
    return array((Shape() if size is None else sizes(size)) + alpha.shape, "float64", Facts(low=0.0, high=1.0))


@NP.op("numpy.random.multinomial", "numpy.random.Generator.multinomial")
def multinomial(n: Value, pvals: Tensor, size: Dims | None = None) -> Tensor:
    if pvals.shape == Shape():
        raise Undecided("a single probability")
    common = broadcast(asarray(n).shape, pvals.shape[:-1])
    return array((common if size is None else sizes(size)) + (pvals.shape[-1],), "int64", Facts(low=0))


def _multivariate(mean: Tensor, cov: Tensor, size: Dims | None) -> Tensor:
    words = "mean and cov must have same length"
    if mean.shape.known_rank and mean.rank != 1:
        raise Mismatch("dim-out-of-range", f"a mean of shape {mean.shape}", runtime="mean must be 1 dimensional")
    if cov.shape.known_rank and cov.rank != 2:
        raise Mismatch("dim-out-of-range", f"a covariance of shape {cov.shape}",
                       runtime="cov must be 2 dimensional and square")  # fmt: skip
    require_equal(cov.shape[0], cov.shape[1], "elementwise-shape-mismatch", "a covariance of {got} by {wanted}",
                  runtime="cov must be 2 dimensional and square")  # fmt: skip
    require_equal(
        mean.shape[0],
        cov.shape[0],
        "elementwise-shape-mismatch",
        "a mean of {got}, a covariance of {wanted}",
        runtime=words,
    )
    return array((Shape() if size is None else sizes(size)) + (mean.shape[0],), "float64")


@NP.op("numpy.random.multivariate_normal")
def multivariate_normal(
    mean: Tensor, cov: Tensor, size: Dims | None = None, check_valid: Ignored = "warn", tol: Ignored = 1e-8
) -> Tensor:
    return _multivariate(mean, cov, size)


@NP.op("numpy.random.Generator.multivariate_normal")
def generator_multivariate_normal(
    mean: Tensor, cov: Tensor, size: Dims | None = None, check_valid: Ignored = "warn", tol: Ignored = 1e-8, *,
    method: Ignored = "svd",
) -> Tensor:  # fmt: skip
    return _multivariate(mean, cov, size)
