"""Dtypes as values of the program: `torch.float32`, `np.int64`, `tf.string`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dtype import FAMILY, bits
from ..core.plain import Constant
from ..core.value import Native, Value

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ..core.value import Arguments, Context


_KINDS = {"bool": "b", "int": "i", "uint": "u", "float": "f", "complex": "c", "string": "U", "object": "O"}
"""The letters that NumPy has for families of dtypes."""


class DTypeValue(Value):
    """A dtype of a library, by the name that NumPy gives it. Calling one (`np.float32(x)`) casts, where `cast` is given
    the path of the op that does it."""

    __slots__ = ("cast", "name")
    kind = "dtype"
    by_identity = False

    def __init__(self, name: str, cast: str | None = None) -> None:
        self.name = name
        self.cast = cast

    def attribute(self, context: Context, name: str) -> Value:
        if name in ("name", "__name__"):
            return Constant(self.name)
        if name.startswith("is_"):
            family = {"is_floating_point": "float", "is_floating": "float", "is_complex": "complex"}.get(name)
            return Constant(FAMILY.get(self.name) == family) if family else super().attribute(context, name)
        if name == "itemsize" and bits(self.name):
            return Constant(bits(self.name) // 8)
        if name == "kind" and self.name in FAMILY:
            return Constant(_KINDS[FAMILY[self.name]])
        if name == "as_numpy_dtype":
            return Native(name, lambda context, arguments: self)
        return super().attribute(context, name)

    def call(self, context: Context, arguments: Arguments) -> Value:
        from ..core.value import Arguments as Call

        if self.cast is None or not arguments.positional:
            return super().call(context, arguments)
        return context.apply(self.cast, Call((arguments.positional[0],), {"dtype": self}))

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if operator in ("==", "!="):
            name = other.name if isinstance(other, DTypeValue) else getattr(other, "payload", None)
            if isinstance(name, str):
                return Constant((self.name == name) == (operator == "=="))
        return None

    def equals(self, other: Value) -> bool | None:
        return self.name == other.name if isinstance(other, DTypeValue) else None

    def truth(self, context: Context) -> bool | None:
        return True

    def key(self) -> Hashable | None:
        return ("dtype", self.name)

    def join(self, other: Value) -> Value | None:
        return self if isinstance(other, DTypeValue) and other.name == self.name else None

    def __repr__(self) -> str:
        return f"DTypeValue({self.name})"


def dtype_name(value: Value, python_types: dict[str, str]) -> str | None:
    """The dtype that a value means: a dtype, its name as a text, or a Python type as `python_types` has it."""
    if isinstance(value, DTypeValue):
        return value.name
    payload = getattr(value, "payload", None)
    if isinstance(payload, str):
        return payload if payload in FAMILY else python_types.get(payload)
    path = getattr(value, "path", None)
    return python_types.get(path.rpartition(".")[2]) if isinstance(path, str) else None
