"""What every oracle test shares: real values become values of the analysis, a `Spec` is called, answers are compared.

    register(torch.Tensor, to_core)              a framework adds the conversion of its tensors and dtypes
    tensor_of(real), value_of(anything)          real -> core
    run(spec, args, kwargs, constructor)         a value, or the Mismatch or Undecided that was raised
    symbolic(arguments)                          the same arguments with lengths >= 2 replaced by named sizes
    compare(outcome, real, sizes)                "agree", "undecided" or "wrong: ..."
    judge(spec, real_call, args, kwargs, ...)    all of it for one sample, counted in a `Tally`
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from shapecheck.core.containers import Mapping, Sequence, Slice
from shapecheck.core.dim import Dim
from shapecheck.core.dtype import FAMILY
from shapecheck.core.outcome import Mismatch, Undecided, collecting
from shapecheck.core.plain import Constant, Scalar
from shapecheck.core.shape import Shape
from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Arguments, Choice, Unknown, Value
from shapecheck.frameworks import find
from shapecheck.frameworks.binding import Parameter, bind, convert, invoke
from shapecheck.frameworks.declare import Spec
from shapecheck.frameworks.dtypes import DTypeValue
from shapecheck.frameworks.numpy.dialect import NUMPY

Converter = Callable[[Any], Value]
Outcome = Value | Mismatch | Undecided
CRASHED = "the declaration itself failed:"
Constructor = tuple[tuple[Any, ...], Dict[str, Any]]

_converters: list[tuple[type | tuple[type, ...], Converter]] = []


# -- real values as values of the analysis ---------------------------------------------------------------------


def register(types: type | tuple[type, ...], converter: Converter) -> None:
    """Says what the analysis has for real objects of these types; the converters registered last are asked first."""
    _converters.insert(0, (types, converter))


def dtype_name(dtype: Any) -> str | None:
    """The name that the analysis has for a dtype of NumPy."""
    if dtype.kind in "US":
        return "string"
    return dtype.name if dtype.name in FAMILY else None


def _array(real: Any) -> Value:
    return Tensor(Shape(real.shape), dtype_name(real.dtype), NUMPY)


def _type(real: type) -> Value:
    """A type of Python is the class that a program would pass; one of NumPy's is a dtype."""
    if issubclass(real, np.generic):
        name = dtype_name(np.dtype(real))
        return DTypeValue(name) if name else Unknown(f"the type {real.__name__}")
    found = find(f"builtins.{real.__name__}")
    return found if isinstance(found, Value) else Unknown(f"the type {real.__name__}")


register((np.ndarray, np.generic), _array)
register(type, _type)
register(np.dtype, lambda real: _type(real.type))


def value_of(real: Any) -> Value:
    """The value that the analysis would have for a real object in full knowledge of its shape; else Unknown."""
    for types, converter in _converters:
        if isinstance(real, types):
            return converter(real)
    if isinstance(real, Value):
        return real
    if real is None or real is Ellipsis or isinstance(real, (bool, int, float, complex, str, bytes)):
        return Constant(real)
    if isinstance(real, (list, tuple, set, frozenset)):
        kind = "list" if isinstance(real, list) else "tuple" if isinstance(real, tuple) else "set"
        return Sequence(kind, map(value_of, real))
    if isinstance(real, dict):
        return Mapping({key: value_of(item) for key, item in real.items()})
    if isinstance(real, slice):
        return Slice(*(value_of(part) for part in (real.start, real.stop, real.step)))
    return Unknown(f"a {type(real).__name__}")


def tensor_of(real: Any) -> Tensor:
    """The tensor that the analysis has for a real one."""
    found = value_of(real)
    if not isinstance(found, Tensor):
        raise TypeError(f"no converter is registered for {type(real).__name__}")
    return found


# -- calling a declaration -------------------------------------------------------------------------------------


def run(
    spec: Spec,
    args: tuple[Any, ...] = (),
    kwargs: Dict[str, Any] | None = None,
    constructor: Constructor | None = None,
) -> Outcome:
    """What the declaration says of a call with real (or core) arguments; `constructor` holds a layer's own."""
    try:
        bound = _bound(spec.call_parameters, args, kwargs or {})
        if spec.layer:
            made = constructor or ((), {})
            own = _bound(spec.constructor_parameters, made[0], made[1])
            if spec.check is not None:
                check(spec, own)
            bound |= own
        converted = convert(bound, spec.parameters, spec.dialect)
        with collecting():
            return spec.result(invoke(spec.function, spec.parameters, converted), converted)
    except (Mismatch, Undecided) as answer:
        return answer
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, ArithmeticError) as error:
        # the engine, too, takes it for "undecided"
        return Undecided(f"{CRASHED} {type(error).__name__}: {error}")


def construct(spec: Spec, args: tuple[Any, ...] = (), kwargs: Dict[str, Any] | None = None) -> Outcome:
    """What the declaration says of a layer's constructor alone; None (as a value) if it accepts."""
    try:
        bound = _bound(spec.constructor_parameters, args, kwargs or {})
        if spec.check is not None:
            check(spec, bound)
        return Constant(None)
    except (Mismatch, Undecided) as answer:
        return answer


def check(spec: Spec, bound: dict[str, Value]) -> None:
    """Calls a layer's `check` as the engine does: with the constructor's arguments that it names."""
    assert spec.check is not None
    parameters = spec.constructor_parameters
    converted = convert(bound, parameters, spec.dialect)
    wanted = spec.check.__code__.co_varnames[: spec.check.__code__.co_argcount]
    defaults = {p.name: p.default for p in parameters}
    spec.check(**{name: converted.get(name, defaults.get(name)) for name in wanted})


def _bound(parameters: tuple[Parameter, ...], args: tuple[Any, ...], kwargs: Dict[str, Any]) -> dict[str, Value]:
    given = Arguments([value_of(arg) for arg in args], {name: value_of(arg) for name, arg in kwargs.items()})
    return bind(parameters, given)


# -- the symbolic twin -----------------------------------------------------------------------------------------


def symbolic(real: Any, sizes: dict[str, int]) -> Value:
    """The value of a real object with every length from 2 up, in every tensor, replaced by a named size.

    Equal lengths get the same name, so what agreed still agrees. `sizes` collects the number behind each name.
    Numbers given as arguments stay numbers.
    """
    return _symbolic(value_of(real), sizes)


def _symbolic(value: Value, sizes: dict[str, int]) -> Value:
    if isinstance(value, Tensor):
        shape = value.shape.map(lambda dim: _name(dim, sizes))
        return Tensor(shape, value.dtype, value.library, value.facts)
    if isinstance(value, Sequence):
        known: tuple[Value, ...] = value.known or ()
        return Sequence(value.type_name, (_symbolic(item, sizes) for item in known), names=value.names)
    if isinstance(value, Mapping):
        return Mapping({key: _symbolic(item, sizes) for key, item in value.items.items()})
    return value


def _name(dim: Dim, sizes: dict[str, int]) -> Dim:
    number = dim.value
    if number is None or number < 2:
        return dim
    sizes[f"n{number}"] = number
    return Dim.named(f"n{number}", low=2)


# -- comparing -------------------------------------------------------------------------------------------------


def compare(outcome: Outcome, real: Any, sizes: Dict[str, int] | None = None) -> str:
    """`agree`, `undecided` (something is not claimed), or `wrong: ...`.

    `real` is the framework's result. Dtypes are compared where they are claimed; lengths that contain an unknown are
    not claims.
    """
    if isinstance(outcome, Mismatch):
        return f"wrong: refused ({outcome.kind}: {outcome.text}), the framework accepts"
    if isinstance(outcome, Undecided):
        return "undecided"
    return _compare(outcome, value_of(real), sizes or {})


def _compare(mine: Value, theirs: Value, sizes: Dict[str, int]) -> str:
    if isinstance(mine, (Unknown, Choice)) or isinstance(theirs, Unknown):
        return "undecided"
    if isinstance(theirs, Tensor):
        if not isinstance(mine, Tensor):
            return f"wrong: {mine!r} where a tensor {theirs} is returned"
        return _compare_tensors(mine, theirs, sizes)
    if isinstance(theirs, Sequence):
        return _compare_sequences(mine, theirs, sizes)
    if isinstance(theirs, Mapping):
        if not isinstance(mine, Mapping):
            return f"wrong: {mine!r} where a dict is returned"
        pairs = [(value, theirs.items.get(key, Unknown("missing"))) for key, value in mine.items.items()]
        return _worst(_compare(a, b, sizes) for a, b in pairs)
    return _compare_scalars(mine, theirs, sizes)


def _compare_tensors(mine: Tensor, theirs: Tensor, sizes: Dict[str, int]) -> str:
    if mine.dtype is not None and theirs.dtype is not None and mine.dtype != theirs.dtype:
        return f"wrong: dtype {mine.dtype}, the framework gives {theirs.dtype}"
    if mine.library.name != theirs.library.name:
        return f"wrong: a tensor of {mine.library.name}, the framework gives one of {theirs.library.name}"
    return compare_shapes(mine.shape, theirs.shape, sizes)


def _wrong_facts(outcome: Outcome, result: Any) -> str | None:
    """What is wrongly claimed of the elements, the memory or the gradient of torch's result. (Of what is written to in
    place the claims are gone once that is done.)"""
    theirs = value_of(result)
    if not isinstance(outcome, Tensor) or not isinstance(theirs, Tensor) or theirs.library.name != "torch":
        return None
    mine, real = outcome.facts, theirs.facts
    if mine.grad and not real.grad:
        return "wrong: a gradient flows to it, the framework records none"
    if mine.order is not None and all(size.value != 1 for size in theirs.shape.dims) and mine.order != real.order:
        return f"wrong: axes in memory {mine.order}, the framework has {real.order}"
    if real.low is None or real.high is None:
        return None
    low, high = mine.low, mine.high
    if (low is not None and low > real.low) or (high is not None and high < real.high):
        return f"wrong: elements from {low} to {high}, the framework's are from {real.low} to {real.high}"
    return None


def compare_shapes(mine: Shape, theirs: Shape, sizes: Dict[str, int]) -> str:
    """Our shape, with names put back to numbers, against the framework's."""
    if not mine.known_rank:
        before, after = mine.parts
        real = theirs.dims
        if len(before) + len(after) > len(real):
            return f"wrong: at least {len(before) + len(after)} axes, the framework gives {theirs}"
        pairs = [*zip(before, real, strict=False), *zip(after[::-1], real[::-1], strict=False)]
        worst = _worst(_compare_dims(a, b, sizes) for a, b in pairs)
        vague = worst in ("agree", "undecided")
        return "undecided" if vague else f"{worst} (shape {mine}, the framework gives {theirs})"
    if mine.rank != theirs.rank:
        return f"wrong: shape {mine}, the framework gives {theirs}"
    worst = _worst(_compare_dims(a, b, sizes) for a, b in zip(mine.dims, theirs.dims, strict=True))
    return worst if worst in ("agree", "undecided") else f"{worst} (shape {mine}, the framework gives {theirs})"


def _compare_dims(mine: Dim, theirs: Dim, sizes: Dict[str, int]) -> str:
    if mine.is_unknown:
        return "undecided"
    try:
        number = mine.evaluate(sizes)
    except (KeyError, ZeroDivisionError):
        return "undecided"
    return "agree" if number == theirs.value else f"wrong: length {mine} = {number}, not {theirs}"


def _compare_sequences(mine: Value, theirs: Sequence, sizes: Dict[str, int]) -> str:
    if not isinstance(mine, Sequence):
        return f"wrong: {mine!r} where a {theirs.kind} is returned"
    known = mine.known
    if known is None:
        return "undecided"
    real = theirs.known or ()
    if len(known) != len(real):
        return f"wrong: {len(known)} items, the framework gives {len(real)}"
    return _worst(_compare(a, b, sizes) for a, b in zip(known, real, strict=True))


def _compare_scalars(mine: Value, theirs: Value, sizes: Dict[str, int]) -> str:
    if isinstance(mine, Scalar) and isinstance(theirs, Constant):
        same = mine.type_name == theirs.type_name
        return "undecided" if same else f"wrong: a {mine.kind}, the framework gives {theirs!r}"
    if isinstance(mine, Constant) and isinstance(theirs, Constant):
        if isinstance(mine.payload, Dim) and isinstance(theirs.payload, (int, Dim)):
            return _compare_dims(mine.payload, Dim.of(theirs.payload), sizes)
        same = mine.payload == theirs.payload
        return "agree" if same else f"wrong: {mine.payload!r}, the framework gives {theirs.payload!r}"
    if mine.key() is not None and mine.key() == theirs.key():
        return "agree"
    return f"wrong: {mine!r}, the framework gives {theirs!r}"


def _worst(answers: Any) -> str:
    found = list(answers)
    wrong = next((answer for answer in found if answer.startswith("wrong")), None)
    return wrong or ("undecided" if "undecided" in found else "agree")


# -- one sample, all questions ---------------------------------------------------------------------------------


@dataclass
class Tally:
    """What a run of samples gave, by question; in words: what is wrong, what was accepted that the framework refuses,
    and where a declaration itself failed."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)

    def add(self, question: str, answer: str, what: str = "") -> None:
        wrong = answer.startswith("wrong")
        self.counts[f"{question} {'wrong' if wrong else answer}"] += 1
        if wrong:
            self.failures.append(f"{question}: {what}: {answer}")
        elif answer == "accepted":
            self.misses.append(what)

    def merge(self, other: Tally) -> None:
        self.counts.update(other.counts)
        self.failures.extend(other.failures)
        self.misses.extend(other.misses)
        self.crashes.extend(other.crashes)


def judge(
    tally: Tally,
    spec: Spec,
    real_call: Callable[[], Any],
    args: tuple[Any, ...] = (),
    kwargs: Dict[str, Any] | None = None,
    constructor: Constructor | None = None,
    refuses: tuple[type[BaseException], ...] = (Exception,),
) -> None:
    """Runs one sample on the real framework and on the declaration, and its symbolic twin; counts the answers.

    Accepted by the framework: agree | undecided | wrong (a false alarm is wrong, too). Refused: rejected | undecided |
    accepted (a miss).
    """
    kwargs = kwargs or {}
    sizes: dict[str, int] = {}
    mine = run(spec, args, kwargs, constructor)
    what = f"{spec.path}{_spell(args, kwargs, constructor)}"
    if isinstance(mine, Undecided) and mine.reason.startswith(CRASHED):
        tally.crashes.append(f"{what}: {mine.reason}")
    names = tuple(symbolic(arg, sizes) for arg in args)
    keywords = {name: symbolic(arg, sizes) for name, arg in kwargs.items()}
    made = None
    if constructor is not None:
        made = (constructor[0], {name: symbolic(arg, sizes) for name, arg in constructor[1].items()})
    try:
        real = real_call()
    except refuses:
        answer = "rejected" if isinstance(mine, Mismatch) else "undecided"
        tally.add("refused", answer if not isinstance(mine, Value) or _vague(mine) else "accepted", what)
        return
    told = compare(mine, real)
    facts = _wrong_facts(mine, real) if told == "agree" and "writes" not in spec.traits else None
    tally.add("accepted", facts or told, what)
    tally.add("twin", compare(run(spec, names, keywords, made), real, sizes), what)


def _vague(value: Value) -> bool:
    return isinstance(value, Unknown) or (isinstance(value, Tensor) and not value.shape.known_rank)


def _spell(args: tuple[Any, ...], kwargs: Dict[str, Any], constructor: Constructor | None) -> str:
    def one(real: Any) -> str:
        found = value_of(real)
        if isinstance(found, Tensor):
            return str(found)
        if isinstance(found, Sequence):
            known: tuple[Value, ...] = found.known or ()
            return "(" + ", ".join(str(i) if isinstance(i, Tensor) else repr(i) for i in known) + ")"
        return repr(real)[:60]

    parts = [*map(one, args), *(f"{name}={one(arg)}" for name, arg in kwargs.items())]
    call = "(" + ", ".join(parts) + ")"
    return call if constructor is None else _spell(constructor[0], constructor[1], None) + call
