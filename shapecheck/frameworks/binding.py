"""Binds the user's arguments to the parameters of a shape function, and converts them to what it computes with.

The annotation of a parameter says what it takes:

    Tensor    a tensor; a number or a nested list becomes one as the library makes it; unknown becomes an unknown shape
    Tensors   a tuple of tensors
    Operand   a tensor, or a Python number left as it is (its type decides promotion)
    Dim       a length, symbolic or not, with its origin        Dims   one or several of them, as a tuple
    int       a whole number that must be known                 Ints   one or several of them, as a tuple
    float bool str DType                                        plain Python; `Undecided` if not known
    Any       plain Python, whatever it is                      Value  the value as the interpreter has it
    Ignored   whatever it is, known or not: the shape does not depend on it

`| None` allows None. A value that is needed and not known raises `Undecided`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.containers import Mapping, Sequence
from ..core.convert import to_python
from ..core.dim import Dim
from ..core.dtype import family
from ..core.outcome import Undecided
from ..core.plain import NONE, Constant, Scalar
from ..core.shape import Shape
from ..core.tensor import Tensor
from ..core.value import Choice, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.value import Arguments
    from .declare import Dialect

Operand = Tensor | float | int | bool | complex
Tensors = tuple[Tensor, ...]
Dims = tuple[Dim, ...]
Ints = tuple[int, ...]
DType = str
Ignored = Any


class Required:
    """The default of a parameter that has none."""


class Parameter(NamedTuple):
    name: str
    annotation: str
    default: Any
    by: str
    """position, name, rest (`*args`) or others (`**kwargs`)"""
    aliases: tuple[str, ...] = ()


_SEVERAL = {"Dim": "Dims", "int": "Ints", "Tensor": "Tensors"}
"""What `*args` of an annotation take together."""
_NEVER_NONE = ("Tensor", "Tensors", "Dim", "Dims", "int", "Ints", "Dim | int")


def parameters_of(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    """The parameters of a shape function, in order; one that serves a family of names may carry them itself."""
    own: tuple[Parameter, ...] | None = getattr(function, "parameters", None)
    if own is not None:
        return own
    code, notes = function.__code__, function.__annotations__
    count, names = code.co_argcount, code.co_varnames
    defaults = function.__defaults__ or ()
    found = []
    for i, name in enumerate(names[:count]):
        at = i - (count - len(defaults))
        found.append(Parameter(name, str(notes.get(name, "Any")), defaults[at] if at >= 0 else Required, "position"))
    end = count + code.co_kwonlyargcount
    if code.co_flags & 4:
        note = str(notes.get(names[end], "Any"))
        found.append(Parameter(names[end], _SEVERAL.get(note, note), (), "rest"))
    keywords = function.__kwdefaults__ or {}
    for name in names[count:end]:
        found.append(Parameter(name, str(notes.get(name, "Any")), keywords.get(name, Required), "name"))
    if code.co_flags & 8:
        found.append(Parameter(names[end + bool(code.co_flags & 4)], "Any", (), "others"))
    return tuple(found)


def bind(parameters: tuple[Parameter, ...], arguments: Arguments) -> dict[str, Value]:
    """The given arguments by parameter name; what was not given is left out.

    Raises `Undecided` where the call does not fit the parameters, for versions differ in what they accept.
    """
    positional = [p for p in parameters if p.by == "position"]
    rest = next((p for p in parameters if p.by == "rest"), None)
    names = {p.name for p in parameters if p.by in ("position", "name")}
    bound: dict[str, Value] = {p.name: value for p, value in zip(positional, arguments.positional, strict=False)}
    more = arguments.positional[len(positional) :]
    if more and rest is None:
        raise Undecided("more arguments than parameters")
    if rest is not None:
        bound[rest.name] = Sequence.tuple(more)
    others = {alias: p.name for p in parameters for alias in p.aliases if alias not in names}
    for name, value in arguments.keywords.items():
        if name in names or name in others:
            _put(bound, others.get(name, name), value)
        elif rest is not None and name == rest.name:  # `torch.zeros(size=(2, 3))`
            bound[name] = Sequence.tuple((value,))
        elif not any(p.by == "others" for p in parameters):
            raise Undecided(f"argument {name}")
    return bound


def others(parameters: tuple[Parameter, ...], bound: dict[str, Value]) -> dict[str, Value]:
    """What a call with arguments of unknown number may give beside those that are bound. Raises `Undecided` unless
    the shape function takes all of that as unknown."""
    left = [p for p in parameters if p.name not in bound and p.by != "others"]
    taken = all(p.annotation.partition(" | ")[0] in ("Ignored", "Value") for p in left)
    if not taken or any(p.by == "rest" for p in parameters):
        raise Undecided("arguments of unknown number")
    return {p.name: Unknown("an argument that may be given") for p in left}


def _put(bound: dict[str, Value], name: str, value: Value) -> None:
    """A parameter may be given under two of its names, if one of them says None."""
    if name not in bound or _is_none(bound[name]):
        bound[name] = value
    elif not _is_none(value):
        raise Undecided(f"argument {name} is given twice")


def _is_none(value: Value) -> bool:
    return isinstance(value, Constant) and value.payload is None


def convert(bound: dict[str, Value], parameters: tuple[Parameter, ...], dialect: Dialect) -> dict[str, Any]:
    """What the shape function is called with: the bound values, converted."""
    converted = {}
    for parameter in parameters:
        if parameter.name in bound:
            value = bound[parameter.name]
            if parameter.by == "rest" and parameter.annotation in _SEVERAL.values() and _one_unknown(value):
                raise Undecided("one argument, or several as a tuple")
            if value is NONE and parameter.default is not None and parameter.annotation in _NEVER_NONE:
                raise Undecided(f"None as {parameter.name}")
            converted[parameter.name] = _convert(value, parameter.annotation, dialect)
        elif parameter.default is Required:
            raise Undecided(f"argument {parameter.name} is missing")
    return converted


def _one_unknown(arguments: Value) -> bool:
    """`f(x)` where `f(*sizes)` also takes `f(sizes)`, and x may be either."""
    known = arguments.known if isinstance(arguments, Sequence) else None
    return known is not None and len(known) == 1 and isinstance(known[0], Unknown)


def invoke(function: Callable[..., Any], parameters: tuple[Parameter, ...], converted: dict[str, Any]) -> Any:
    """Calls a shape function with converted arguments; those of `*args` by position, with all in front of them."""
    rest = next((p for p in parameters if p.by == "rest"), None)
    if rest is None:
        return function(**converted)
    front = [converted.get(p.name, p.default) for p in parameters if p.by == "position"]
    names = {p.name for p in parameters if p.by == "name"}
    return function(*front, *converted.get(rest.name, ()), **{n: v for n, v in converted.items() if n in names})


def _convert(value: Value, annotation: str, dialect: Dialect) -> Any:
    wanted, _, optional = annotation.partition(" | ")
    if wanted == "Ignored":
        return value
    if (optional and value is NONE) or (isinstance(value, Constant) and value.payload is None):
        return None
    if isinstance(value, Choice):
        raise Undecided("an argument that differs between paths")
    return _CONVERTERS.get(wanted, _any)(value, dialect)


def _tensor(value: Value, dialect: Dialect) -> Tensor:
    if isinstance(value, Tensor):
        if dialect.refuses is not None and value.library is not dialect.library:
            dialect.refuses(value)
        return value
    if isinstance(value, Unknown):
        return Tensor(Shape.unknown(), None, dialect.library)
    made = dialect.as_tensor(value)
    if made is None:
        raise Undecided(f"{value.kind} where a tensor is expected")
    return made


def _tensors(value: Value, dialect: Dialect) -> tuple[Tensor, ...]:
    if isinstance(value, Sequence):
        known = value.known
        if known is None:
            raise Undecided(f"{value.kind} of unknown length")
        return tuple(_tensor(item, dialect) for item in known)
    if isinstance(value, Unknown):
        raise Undecided(value.reason)
    return (_tensor(value, dialect),)


def _operand(value: Value, dialect: Dialect) -> Any:
    if isinstance(value, Constant) and isinstance(value.payload, (bool, int, float, complex)):
        return value.payload
    if isinstance(value, Constant) and isinstance(value.payload, Dim):
        return 1
    if isinstance(value, Scalar) and value.type_name in ("bool", "int", "float", "complex"):
        return {"bool": True, "int": 1, "float": 1.0, "complex": 1j}[value.type_name]
    return _tensor(value, dialect)


def _dim(value: Value, dialect: Dialect) -> Dim:
    if isinstance(value, Constant) and value.dim is not None:
        return value.dim
    if isinstance(value, Tensor) and value.shape == Shape():
        return _element(value)
    if isinstance(value, Scalar) and value.type_name == "int":
        return Dim.unknown(origin=value.origin)
    if isinstance(value, Unknown):
        return Dim.unknown()
    if isinstance(value, Constant) and isinstance(value.payload, float) and value.payload.is_integer():
        raise Undecided("a float where a length is expected")
    raise Undecided(f"{value.kind} where a length is expected")


def _element(value: Tensor) -> Dim:
    """The whole number that a tensor without axes holds."""
    if isinstance(value.facts.constant, (int, Dim)):
        return Dim.of(value.facts.constant)
    if family(value.dtype) not in ("int", "uint"):
        raise Undecided(f"{value} where a length is expected")
    return Dim.unknown(origin=value.origin)


def _dims(value: Value, dialect: Dialect) -> tuple[Dim, ...]:
    if isinstance(value, Sequence):
        known = value.known
        if known is None:
            raise Undecided(f"{value.kind} of unknown length")
        if len(known) == 1 and isinstance(known[0], Sequence):
            return _dims(known[0], dialect)
        return tuple(_dim(item, dialect) for item in known)
    if isinstance(value, Unknown):
        raise Undecided(value.reason)
    if isinstance(value, Tensor) and isinstance(value.facts.constant, tuple):
        return tuple(_dim(Constant(element), dialect) for element in value.facts.constant)
    if isinstance(value, Tensor) and value.shape.numbers is not None and len(value.shape) == 1:
        return tuple(_element(Tensor(Shape(), value.dtype, value.library)) for _ in range(value.shape.numbers[0]))
    return (_dim(value, dialect),)


def _int(value: Value, dialect: Dialect) -> int:
    if isinstance(value, Constant) and isinstance(value.payload, int):
        return int(value.payload)
    if isinstance(value, Tensor) and isinstance(value.facts.constant, (int, Dim)):
        return _number(Dim.of(value.facts.constant))
    if isinstance(value, Unknown):
        raise Undecided(value.reason)
    raise Undecided(f"{value.kind} of unknown value")


def _ints(value: Value, dialect: Dialect) -> tuple[int, ...]:
    return tuple(_number(dim) for dim in _dims(value, dialect))


def _number(dim: Dim) -> int:
    if dim.value is None:
        raise Undecided("a number that is not known")
    return dim.value


def _any(value: Value, dialect: Dialect) -> Any:
    return to_python(value)


def _plain(value: Value, dialect: Dialect) -> Any:
    if not isinstance(value, Tensor):
        return to_python(value)
    constant = value.facts.constant
    if isinstance(constant, Dim):
        return _number(constant)
    if not isinstance(constant, (bool, int, float, complex)):
        raise Undecided(f"value of {value}")
    return constant


def _dtype(value: Value, dialect: Dialect) -> str:
    found = dialect.dtype_of(value)
    if found is None:
        raise Undecided("a dtype that is not known")
    return found


_CONVERTERS: dict[str, Callable[[Value, Dialect], Any]] = {
    "Tensor": _tensor, "Tensors": _tensors, "Operand": _operand, "Dim": _dim, "Dims": _dims, "int": _int,
    "Ints": _ints, "float": _plain, "bool": _plain, "str": _plain, "Any": _any,
    "DType": _dtype, "Value": lambda value, dialect: value,
}  # fmt: skip
__all__ = [
    "DType", "Dims", "Ignored", "Ints", "Mapping", "Operand", "Parameter", "Required", "Tensors", "bind", "convert",
    "invoke",
]  # fmt: skip
