"""Dtypes, numbers, and what NumPy says of dtypes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ...core.dtype import FAMILY, bits
from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Arguments, Unknown, Value
from .dialect import NP, PYTHON_TYPES, array, dtype_of, dtype_value
from .promote import promote_types
from .ranges import limits

if TYPE_CHECKING:
    from ...core.value import Context

_NAMES = [name for name in FAMILY if name not in ("bfloat16", "float8", "string", "object")]
_OTHER = "bool_ float_ int_ uint intp single double half byte ubyte short ushort intc uintc longlong ulonglong str_"
_OLD = "float int bool complex str object long object_"

NP.constants({f"numpy.{name}": dtype_value(name) for name in _NAMES if name != "bool"})
NP.constants({f"numpy.{name}": dtype_value(PYTHON_TYPES[name]) for name in (*_OTHER.split(), *_OLD.split())})
NP.constants({
    "numpy.pi": math.pi, "numpy.e": math.e, "numpy.inf": math.inf, "numpy.nan": math.nan, "numpy.newaxis": NONE,
    "numpy.Inf": math.inf, "numpy.NaN": math.nan, "numpy.NAN": math.nan, "numpy.infty": math.inf,
    "numpy.NINF": -math.inf, "numpy.euler_gamma": 0.5772156649015329, "numpy.complex_": dtype_value("complex128"),
    "numpy.bytes_": dtype_value("string"),
    "numpy.string_": dtype_value("string"), "numpy.unicode_": dtype_value("string"), "numpy.bool8": dtype_value("bool"),
    "numpy.csingle": dtype_value("complex64"), "numpy.cdouble": dtype_value("complex128"),
    "numpy.uintp": dtype_value("uint64"), "numpy.ulong": dtype_value("uint64"),
    "numpy.True_": array(Shape(), "bool", Facts(1, 1, constant=True)),
    "numpy.False_": array(Shape(), "bool", Facts(0, 0, constant=False)),
})  # fmt: skip

_FLOATS = {
    # eps, max, tiny
    "float16": (2.0**-10, 65504.0, 2.0**-14), "float32": (2.0**-23, (2 - 2.0**-23) * 2.0**127, 2.0**-126),
    "float64": (2.0**-52, (2 - 2.0**-52) * 2.0**1023, 2.0**-1022),
}  # fmt: skip


def _asked(arguments: Arguments, first: int = 0) -> str | None:
    """The dtype that an argument has or means."""
    value = arguments.get(first, "dtype")
    if isinstance(value, Tensor):
        return value.dtype
    return dtype_of(value) if value is not None else None


def _finfo(context: Context, arguments: Arguments) -> Value:
    instance, name = arguments.positional[0], _asked(arguments, 1)
    if isinstance(instance, Instance):
        eps, top, tiny = _FLOATS.get(name or "", (None, None, None))
        parts = {"eps": eps, "max": top, "min": None if top is None else -top, "tiny": tiny, "smallest_normal": tiny}
        for key, number in parts.items():
            instance.set_attribute(context, key, array(Shape(), name, Facts(number, number, constant=number)))
        instance.set_attribute(context, "bits", Constant(bits(name)) if name else Scalar("int"))
    return NONE


def _iinfo(context: Context, arguments: Arguments) -> Value:
    instance, name = arguments.positional[0], _asked(arguments, 1)
    if isinstance(instance, Instance):
        low, high = limits(name)
        for key, number in (("min", low), ("max", high)):
            instance.set_attribute(context, key, Scalar("int") if number is None else Constant(number))
        instance.set_attribute(context, "bits", Constant(bits(name)) if name else Scalar("int"))
    return NONE


NP.classes(library_class("numpy.finfo", __init__=_finfo), library_class("numpy.iinfo", __init__=_iinfo))


@NP.native("numpy.dtype")
def dtype(context: Context, arguments: Arguments) -> Value:
    name = _asked(arguments)
    return dtype_value(name) if name else Unknown("a dtype that is not known")


@NP.native("numpy.result_type", "numpy.promote_types")
def result_type(context: Context, arguments: Arguments) -> Value:
    name = promote_types(*(_asked(Arguments((value,))) for value in arguments.positional))
    return dtype_value(name) if name else Unknown("a dtype that is not known")


_ABSTRACT = {
    "integer": {"int", "uint"}, "signedinteger": {"int"}, "unsignedinteger": {"uint"}, "floating": {"float"},
    "complexfloating": {"complex"}, "inexact": {"float", "complex"}, "number": {"int", "uint", "float", "complex"},
    "generic": set(FAMILY.values()), "character": {"string"}, "flexible": {"string"},
}  # fmt: skip
NP.classes(*(library_class(f"numpy.{name}") for name in _ABSTRACT))


@NP.native("numpy.issubdtype")
def issubdtype(context: Context, arguments: Arguments) -> Value:
    name, kind = _asked(arguments), arguments.get(1, "arg2")
    path = getattr(kind, "path", None)
    families = _ABSTRACT.get(path.rpartition(".")[2]) if isinstance(path, str) else None
    if name is None or families is None:
        other = dtype_of(kind) if kind is not None else None
        if name is None or other is None:
            return Unknown("a dtype that is not known")
        return Constant(name == other)
    return Constant(FAMILY.get(name) in families)


@NP.native("numpy.isscalar")
def isscalar(context: Context, arguments: Arguments) -> Value:
    value = arguments.get(0, "element")
    if isinstance(value, (Constant, Scalar)):
        return Constant(value.kind != "None")
    if isinstance(value, Tensor) and value.shape.known_rank and value.rank:
        return Constant(False)
    return Unknown("whether a value is a scalar")
