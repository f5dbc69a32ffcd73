"""Calls made by hand over the declarations, as the interpreter would record them."""

from __future__ import annotations

from typing import Any

from shapecheck.core.convert import to_value
from shapecheck.core.dim import Atom, Dim
from shapecheck.core.outcome import Mismatch, Undecided, collecting
from shapecheck.core.shape import Shape
from shapecheck.core.span import Span
from shapecheck.core.tensor import Facts, Library, Tensor
from shapecheck.core.value import Arguments, Value
from shapecheck.findings import Finding, Severity
from shapecheck.frameworks import find
from shapecheck.frameworks.binding import bind, convert, invoke
from shapecheck.frameworks.declare import Spec
from shapecheck.interp.trace import Call

SPAN = Span("program.py", 3, 0, 3, 10)
LIBRARIES = {
    "torch": Library("torch", "torch.Tensor", 2), "numpy": Library("numpy", "numpy.ndarray", 1),
    "keras": Library("keras", "keras.KerasTensor", 3), "tensorflow": Library("tensorflow", "tensorflow.Tensor", 2),
}  # fmt: skip


def tensor(library: str, *shape: Dim | int | str | None, dtype: str | None = "float32", **facts: Any) -> Tensor:
    """`tensor("torch", "batch", 784)`; a text is a named size, None an unknown one."""
    named = [Dim.named(size, low=1) if isinstance(size, str) else size for size in shape]
    made = Shape(Dim.unknown() if size is None else size for size in named)
    return Tensor(made, dtype, LIBRARIES[library], Facts(**facts))


def batch(size: int) -> Dim:
    """The samples of a batch, of which a full one has this many."""
    return Dim({(Atom("batch", "name", low=1, high=size),): 1})


def call(
    path: str, *args: Any, constructor: dict[str, Any] | None = None, by_hand: bool = False, **kwargs: Any
) -> Call:
    """The record of a call, with the answer that the declaration gives. `by_hand`: without the arguments as given."""
    spec = find(path)
    assert isinstance(spec, Spec), path
    given = Arguments([to_value(arg) for arg in args], {name: to_value(value) for name, value in kwargs.items()})
    fixed: dict[str, Value] = {name: to_value(value) for name, value in (constructor or {}).items()}
    bound = {**fixed, **bind(spec.call_parameters, given)}
    made = Call(spec, {}, bound, SPAN, given=None if by_hand else given, fixed={} if by_hand else dict(fixed))
    try:
        made.arguments = convert(bound, spec.parameters, spec.dialect)
        with collecting() as collector:
            invoke(spec.function, spec.parameters, made.arguments)
        made.remarks = tuple(collector.remarks)
    except Mismatch as mismatch:
        made.mismatch = mismatch
    except Undecided as undecided:
        made.undecided = undecided.reason
    return made


def finding(call: Call, severity: Severity = Severity.ERROR, runtime: tuple[str, ...] = ()) -> Finding:
    """What a rule would have said."""
    return Finding("SHP101", "a-rule", severity, "does not fit", call.span, runtime=runtime)


def disagreeing(call: Call, kind: str = "linear-in-features-mismatch") -> Call:
    """The same call with a proof that it fails, right or wrong."""
    call.mismatch = call.mismatch or Mismatch(kind, "does not fit")
    return call
