"""The library `numpy`: its arrays, its dtypes, and what it makes of Python's numbers and lists."""

from __future__ import annotations

from ...core.containers import Sequence
from ...core.dtype import FAMILY
from ...core.objects import Instance
from ...core.outcome import Undecided
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Box, Facts, Library, Tensor
from ...core.value import Choice, Unknown, Value
from ..declare import Dialect
from ..dtypes import DTypeValue, dtype_name
from .promote import promote

NUMPY = Library("numpy", "numpy.ndarray", 0)

PYTHON_TYPES = {
    "float": "float64", "int": "int64", "bool": "bool", "complex": "complex128", "str": "string", "object": "object",
    "bytes": "string", "double": "float64", "single": "float32", "half": "float16", "long": "int64", "uint": "uint64",
    "intp": "int64", "O": "object", "U": "string", "S": "string", "?": "bool",
    "f2": "float16", "f4": "float32", "f8": "float64", "f": "float32", "d": "float64", "e": "float16",
    "i1": "int8", "i2": "int16", "i4": "int32", "i8": "int64", "i": "int32", "l": "int64", "q": "int64",
    "b": "int8", "h": "int16", "B": "uint8", "H": "uint16", "I": "uint32", "L": "uint64",
    "u1": "uint8", "u2": "uint16", "u4": "uint32", "u8": "uint64", "c8": "complex64", "c16": "complex128",
    "b1": "bool", "F": "complex64", "D": "complex128", "byte": "int8", "ubyte": "uint8", "short": "int16",
    "ushort": "uint16", "intc": "int32", "uintc": "uint32", "longlong": "int64", "ulonglong": "uint64",
    "bool_": "bool", "float_": "float64", "int_": "int64", "str_": "string", "object_": "object",
}  # fmt: skip
"""What NumPy takes as a dtype besides the names of dtypes: Python's types, type codes and C names."""


def dtype_of(value: Value) -> str | None:
    """The dtype that a value passed as `dtype=` means."""
    found = dtype_name(value, PYTHON_TYPES)
    if found is None and isinstance(value, Constant) and isinstance(value.payload, str):
        code = value.payload.lstrip("<>=|")
        found = PYTHON_TYPES.get(code) or ("string" if code[:1] in ("U", "S") and code[1:].isdigit() else None)
    return found


def as_tensor(value: Value) -> Tensor | None:
    """What NumPy makes of a value where it expects an array; None where it would be an array of objects."""
    if isinstance(value, Tensor):
        return value if value.library is NUMPY else Tensor(value.shape, value.dtype, NUMPY, value.box, value.origin)
    if isinstance(value, (Constant, Scalar, Sequence)) and not isinstance(value, (Unknown, Choice)):
        from .literal import array_of

        return array_of(value)
    return array_behind(value)


def array_behind(value: Value) -> Tensor | None:
    """The array that an object of another library, such as a column of a table, turns into: it keeps it hidden."""
    found = value.hidden("array") if isinstance(value, Instance) else getattr(value, "array", None)
    return found if isinstance(found, Tensor) else None


NP = Dialect(NUMPY, as_tensor=as_tensor, promote=promote, dtype_of=dtype_of, default_float="float64")


def asarray(value: Value | None) -> Tensor:
    """Any argument as an array; unknown becomes an unknown shape. Raises `Undecided` for objects, and None."""
    if value is None:
        raise Undecided("None where an array is expected")
    if isinstance(value, Unknown):
        return Tensor(Shape.unknown(), None, NUMPY)
    made = as_tensor(value)
    if made is None:
        raise Undecided(f"{value.kind} where an array is expected")
    return made


def array(shape: Shape, dtype: str | None, facts: Facts | Box | None = None) -> Tensor:
    """An array of NumPy."""
    return Tensor(shape, dtype, NUMPY, facts)


def dtype_value(name: str) -> DTypeValue:
    """A dtype of NumPy as the program sees it; calling it casts."""
    return DTypeValue(name, "numpy.asarray" if name in FAMILY else None)
