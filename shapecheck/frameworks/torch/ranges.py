"""Ranges of numbers, and random ones."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ...algebra.broadcast import broadcast
from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from .binary import fits
from .creation import fresh, require_grad
from .dialect import T, asked, is_true, spoken, tensor
from .values import require_least, require_order, said

if TYPE_CHECKING:
    from ..binding import Dims, Ignored, Operand


def number(value: Value) -> Dim | float | None:
    """A number as a length or a float; None if it is not known."""
    if isinstance(value, Constant):
        return value.dim if value.dim is not None else value.payload
    if isinstance(value, Tensor) and isinstance(value.facts.constant, (int, float, Dim)):
        constant = value.facts.constant
        return constant if isinstance(constant, float) else Dim.of(constant)
    return None


def _kind(value: Value) -> str | None:
    if isinstance(value, (Constant, Scalar)):
        return value.type_name
    if isinstance(value, Tensor):
        return {"int": "int", "uint": "int", "float": "float"}.get(family(value.dtype) or "")
    return None


@T.op("torch.arange")
def arange(*bounds: Value, start: Value | None = None, end: Value | None = None, step: Value | None = None,
           out: Ignored = None, dtype: Value | None = None, layout: Ignored = None, device: Ignored = None,
           requires_grad: Ignored = False, pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    """arange(end), arange(start, end), arange(start, end, step), also by name."""
    given = dict(zip(("end",) if len(bounds) == 1 and end is None else ("start", "end", "step"), bounds, strict=False))
    first = given.get("start", start) or Constant(0)
    last = given.get("end", end)
    by = given.get("step", step) or Constant(1)
    if last is None:
        raise Undecided("argument end is missing")
    length = number(last) if "start" not in given and start is None else None
    length = length.value if isinstance(length, Dim) else length
    if length is not None and length < 0:
        raise Undecided("a negative length: a default may say so that there is none yet")
    kinds = {_kind(first), _kind(last), _kind(by)}
    default = None if None in kinds else T.default_float if "float" in kinds else "int64"
    name = asked(dtype, default)
    whole = family(name) in ("int", "uint")  # torch rounds the ends first
    return fresh(Shape.of(_count(number(first), number(last), number(by), whole)), name)


def _count(first: Dim | float | None, last: Dim | float | None, by: Dim | float | None, whole: bool) -> Dim:
    """How many steps fit: (last - first) / by, rounded up; of whole numbers if the dtype is whole."""
    if first is None or last is None or by is None:
        return Dim.unknown()
    found = [n.value if isinstance(n, Dim) else n for n in (first, last, by)]
    numbers = [n for n in found if n is not None]
    if len(numbers) == 3:
        if not all(math.isfinite(n) for n in numbers):
            raise Mismatch("argument-value", "a range without end", argument="end",
                           runtime=f"unsupported range: {numbers[0]} -> {numbers[1]}")  # fmt: skip
        start, end, step = (int(n) if whole else n for n in numbers)
        if step == 0:
            raise Mismatch("argument-value", "steps of 0", argument="step", runtime="step must be nonzero")
        if (end - start) * step < 0:
            raise Mismatch("dim-out-of-range", f"from {start} to {end} in steps of {step}", argument="step",
                           runtime="upper bound and lower bound inconsistent with step sign")  # fmt: skip
        count = -int(-((end - start) / step) // 1)
        origin = last.origin if isinstance(last, Dim) else None
        return Dim.of(max(count, 0), origin if start == 0 and step == 1 else None)
    if isinstance(first, Dim) and isinstance(last, Dim) and isinstance(by, Dim):
        span = last - first
        return (span if by == 1 else (span + by - 1) // by) if span.less(0) is Truth.NO else Dim.unknown()
    return Dim.unknown()


@T.op("torch.range")
def range_(start: Value, end: Value | None = None, step: Value | None = None, *, out: Ignored = None,
           dtype: Value | None = None, layout: Ignored = None, device: Ignored = None,
           requires_grad: Ignored = False) -> Tensor:  # fmt: skip
    """Both ends belong to it."""
    first, last = (Constant(0), start) if end is None else (start, end)
    numbers = [number(n) for n in (first, last, step or Constant(1))]
    values = [n.value if isinstance(n, Dim) else n for n in numbers]
    if any(value is None for value in values):
        return fresh(Shape.of(Dim.unknown()), asked(dtype, T.default_float))
    a, b, by = values
    return fresh(Shape.of(int((b - a) // by) + 1), asked(dtype, T.default_float))  # type: ignore[operator]


def _require_numbers(name: str, *ends: Value) -> None:
    """Tensors as ends have no axes."""
    for end in ends:
        if isinstance(end, Tensor) and end.shape.known_rank and end.rank:
            raise Mismatch("layer-input-rank", f"an end of {end.shape}",
                           runtime=f"{name} only supports 0-dimensional start and end tensors, but got start with "
                           f"{end.rank} dimension(s).")  # fmt: skip


@T.op("torch.linspace")
def linspace(start: Value, end: Value, steps: Dim, *, out: Ignored = None, dtype: Value | None = None,
             layout: Ignored = None, device: Ignored = None, requires_grad: Ignored = False,
             pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    _require_numbers("linspace", start, end)
    ends = [getattr(value, "payload", None) for value in (start, end)]
    known = sorted(one for one in ends if isinstance(one, (int, float)))
    low, high = (known[0], known[-1]) if len(known) == 2 else (None, None)
    name = asked(dtype, T.default_float)
    if family(name) != "float":
        low = high = None  # whole numbers are cut off
    return fresh(Shape.of(steps), name, low=low, high=high)


@T.op("torch.logspace")
def logspace(start: Value, end: Value, steps: Dim, base: Ignored = 10.0, *, out: Ignored = None,
             dtype: Value | None = None, layout: Ignored = None, device: Ignored = None,
             requires_grad: Ignored = False, pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    _require_numbers("logspace", start, end)
    return fresh(Shape.of(steps), asked(dtype, T.default_float))


@T.op("torch.eye")
def eye(n: Dim, m: Dim | None = None, *, out: Ignored = None, dtype: Value | None = None, layout: Ignored = None,
        device: Ignored = None, requires_grad: Ignored = False, pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    return fresh(Shape.of(n, n if m is None else m), asked(dtype, T.default_float), low=0, high=1)


@T.op("torch.tril_indices", "torch.triu_indices")
def triangle_indices(row: int, col: int, offset: int = 0, *, dtype: Value | None = None, device: Ignored = None,
                     layout: Ignored = None, pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    raise Undecided("the number of indices of a triangle")


@T.op("torch.hann_window", "torch.hamming_window", "torch.blackman_window", "torch.bartlett_window")
def window(window_length: Dim, periodic: Ignored = True, alpha: Ignored = 0.54, beta: Ignored = 0.46, *,
           dtype: Value | None = None, layout: Ignored = None, device: Ignored = None, requires_grad: Ignored = False,
           pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    return fresh(Shape.of(window_length), asked(dtype, T.default_float))


@T.op("torch.randint")
def randint(*given: Value, low: Value | None = None, high: Value | None = None, size: Dims | None = None,
            generator: Ignored = None, out: Ignored = None, dtype: Value | None = None, layout: Ignored = None,
            device: Ignored = None, requires_grad: Value | None = None,
            pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    """randint(high, size), randint(low, high, size)."""
    values = list(given)
    if size is None and values:
        size = _lengths(values.pop())
    if size is None:
        raise Undecided("argument size is missing")
    top = values.pop() if values else high
    bottom = values.pop() if values else low
    least = number(bottom) if bottom is not None else Dim.of(0)
    most = number(top) if top is not None else None
    bounds = [n.value if isinstance(n, Dim) else None for n in (least, most)]
    name = asked(dtype, "int64")
    require_grad(name, requires_grad)
    return fresh(Shape(size), name, low=bounds[0], high=None if bounds[1] is None else bounds[1] - 1)


def _lengths(value: Value) -> tuple[Dim, ...]:
    if isinstance(value, Sequence) and value.known is not None:
        return tuple(length_of(one) for one in value.known)
    raise Undecided("a size that is not known")


def length_of(value: Value) -> Dim:
    found = number(value)
    return found if isinstance(found, Dim) else Dim.unknown()


@T.op("torch.randperm")
def randperm(n: Dim, *, generator: Ignored = None, out: Ignored = None, dtype: Value | None = None,
             layout: Ignored = None, device: Ignored = None, requires_grad: Ignored = False,
             pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    last = None if n.value is None else n.value - 1
    return fresh(Shape.of(n), asked(dtype, "int64"), low=0, high=last, attained=True)


@T.op("torch.normal")
def normal(mean: Operand, std: Operand = 1.0, size: Dims | None = None, *, generator: Ignored = None,
           out: Ignored = None, dtype: Value | None = None, layout: Ignored = None, device: Ignored = None,
           requires_grad: Ignored = False, pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    if size is not None:
        return fresh(Shape(size), asked(dtype, T.default_float))
    both = [o for o in (mean, std) if isinstance(o, Tensor)]
    if not both:
        raise Undecided("argument size is missing")
    return tensor(broadcast(*(o.shape for o in both)), both[0].dtype)


@T.op("torch.bernoulli", "torch.Tensor.bernoulli")
def bernoulli(input: Tensor, p: Ignored = None, *, generator: Ignored = None, out: Ignored = None) -> Tensor:
    return tensor(input.shape, input.dtype, Facts(low=0, high=1))


@T.op("torch.binomial")
def binomial(count: Tensor, prob: Tensor, generator: Ignored = None) -> Shape:
    return broadcast(count.shape, prob.shape)


@T.op("torch.poisson")
def poisson(input: Tensor, generator: Ignored = None) -> Shape:
    return input.shape


@T.op("torch.multinomial", "torch.Tensor.multinomial", dtype="int64")
def multinomial(input: Tensor, num_samples: Dim, replacement: Value | None = None, *, generator: Ignored = None,
                out: Ignored = None) -> Shape:  # fmt: skip
    if input.shape.known_rank and input.rank not in (1, 2):
        raise Mismatch("layer-input-rank", f"draws by {input.shape}, takes [n] or [batch, n]", argument="input",
                       runtime="prob_dist must be 1 or 2 dim")  # fmt: skip
    require_least(num_samples, 0, "num_samples", "cannot sample n_sample <= 0 samples", above=True)
    if family(input.dtype) in ("bool", "int", "uint"):
        raise Mismatch("integer-input", f"{input.dtype} probabilities", argument="input",
                       help="convert them: p.float()",
                       runtime="multinomial only supports floating-point dtypes for input, got: "
                       f"{spoken(input.dtype)}")  # fmt: skip
    if input.shape.known_rank and is_true(replacement) is False and input.shape[-1].less(num_samples) is Truth.YES:
        raise Mismatch("dim-out-of-range", f"{num_samples} of {input.shape[-1]} without replacement", num_samples,
                       argument="num_samples", help="replacement=True",
                       runtime="cannot sample n_sample > prob_dist.size(-1) samples without replacement"
                       )  # fmt: skip
    return Shape((*input.shape.dims[:-1], num_samples))


def _overwritten(self: Tensor, *values: Ignored, generator: Ignored = None, **named: Ignored) -> Tensor:
    return self


T.family(
    "normal_ random_ bernoulli_ zero_ fill_ fill_diagonal_",
    _overwritten,
    ("torch.Tensor.{}",),
    traits={"writes": "self"},
)


def _drawn(name: str, argument: str, default: float, runtime: str) -> None:
    """Fills with draws of a distribution whose parameter has to be above 0; it may come last, behind a mean."""

    @T.op(f"torch.Tensor.{name}", traits={"writes": "self"})
    def draw(self: Tensor, *values: Ignored, generator: Ignored = None, **named: Ignored) -> Tensor:
        at = 1 if name in ("cauchy_", "log_normal_") else 0
        found = values[at] if len(values) > at else named.get(argument, default)
        require_least(found, 0, argument, f"{name} expects {runtime}", above=True)
        return self


for _name, _argument, _default, _words in (
    ("exponential_", "lambd", 1.0, "lambda > 0.0, but found lambda={}"),
    ("geometric_", "p", 0.5, "p to be in (0, 1), but got p={}"),
    ("cauchy_", "sigma", 1.0, "sigma > 0.0, but found sigma={}"),
    ("log_normal_", "std", 2.0, "std > 0.0, but found std={}"),
):
    _drawn(_name, _argument, _default, _words)


@T.op("torch.Tensor.uniform_", traits={"writes": "self"})
def uniform(self: Tensor, *values: Ignored, generator: Ignored = None, **named: Ignored) -> Tensor:
    ends = (*values, named.get("from"), named.get("to"))
    if len(values) == 2:
        require_order(ends[0], ends[1], "from", "uniform_ expects to return a [from, to) range, but found from="
                      f"{said(ends[0])} > to={said(ends[1])}")  # fmt: skip
    return self


@T.op("torch.Tensor.copy_", traits={"writes": "self"})
def copy_(self: Tensor, src: Tensor, non_blocking: Ignored = False) -> Tensor:
    fits(self.shape, broadcast(self.shape, src.shape))
    return self
