"""Asks for the shape of a call's result: sizes that are no numbers are symbols, and come back in expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.containers import Sequence
from ..core.dim import Dim, maximum, minimum
from ..core.objects import Instance
from ..core.outcome import Undecided
from ..core.plain import NONE, Scalar
from ..core.shape import Shape
from ..core.tensor import LIBRARIES, Tensor
from ..core.value import Arguments
from ..frameworks.undeclared import Undeclared
from .encode import SPECIAL, Speller, names_of
from .worker.lists import ROOTS, allowed, answered, shaped

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.dim import Atom
    from ..core.value import Value
    from ..interp.trace import Call
    from .encode import Json

_MOST_SYMBOLS = 6
_MOST_PARTS = 200
"""A result of more tensors than that is not looked at."""
_LARGEST = 1 << 62
_NUMPY = "numpy.ndarray"
_OPERATORS: dict[str, Callable[[Dim, Dim], Dim]] = {
    "+": lambda a, b: a + b, "*": lambda a, b: a * b, "//": lambda a, b: a // b, "%": lambda a, b: a % b,
    "max": maximum, "min": minimum,
}  # fmt: skip


class ShapeQuestion:
    """`json` is the question; `read` makes a value of the result in the answer. Raises `Undecided` where the call
    cannot be spelt, or must not be asked about."""

    def __init__(self, call: Call) -> None:
        self._speller = _Symbolic(call)
        self._library = call.spec.dialect.library
        self.json = self._speller.question_of_shape()

    def read(self, result: Json) -> Value:
        """The value that the worker describes. Raises `Undecided` where it is none that can be."""
        try:
            return self._value(result, [_MOST_PARTS])
        except (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError):
            raise Undecided("the answer cannot be read") from None

    def _value(self, result: Json, left: list[int]) -> Value:
        left[0] -= 1
        kind = result["is"]
        if left[0] < 0:
            raise Undecided("the result has too many parts")
        if kind == "tensor":
            library = LIBRARIES[_NUMPY] if result["of"] == "numpy" else self._library
            dtype = None if result["dtype"] is None else str(result["dtype"])
            return Tensor(Shape(map(self._dim, result["shape"])), dtype, library)
        if kind in ("list", "tuple"):
            names = tuple(map(str, result["names"])) if kind == "tuple" else ()
            return Sequence(kind, [self._value(part, left) for part in result["items"]], names=names)
        if kind in ("bool", "int", "float", "str"):
            return Scalar(kind)
        if kind == "none":
            return NONE
        raise Undecided(f"the result is a {kind}")

    def _dim(self, size: Json) -> Dim:
        if size is None:
            return Dim.unknown()
        if isinstance(size, str):
            return self._speller.sizes_of[size]
        if isinstance(size, int):
            if not 0 <= abs(size) < _LARGEST:
                raise ValueError(size)
            return Dim.of(size)
        operator, first, *others = size
        total = self._dim(first)
        for dim in map(self._dim, others):
            if operator in ("//", "%") and (dim.bounds()[0] or 0) < 1:
                raise ValueError(size)
            total = _OPERATORS[operator](total, dim)
        return total


class _Symbolic(Speller):
    """Spells a call with symbols, and with nothing of the elements of tensors but their range."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.exact = True
        self.unsized = False
        self.sizes = {}
        self.names: dict[Atom, str] = {}
        self.sizes_of: dict[str, Dim] = {}
        self.symbols: dict[str, list[int | None]] = {}

    def question_of_shape(self) -> dict[str, Json]:
        """The question; raises `Undecided`."""
        call = self.call
        self._need_plain(call)
        path, *others = [name for name in names_of(call.spec) if allowed(name)]
        json: dict[str, Json] = {"ask": "shape", "path": path}
        if others:
            json["names"] = others
        if call.spec.layer:
            json["constructor"] = self._made_with()
        positional, keywords = self._given()
        json |= {"args": [self.value(value) for value in positional], "kwargs": self.keywords(keywords)}
        if not self.exact:
            raise Undecided("an argument that cannot be told")
        return json | {"symbols": self.symbols}

    def _need_plain(self, call: Call) -> None:
        """A function, or a layer as its constructor made it, that changes none of its arguments."""
        spec, path = call.spec, call.spec.path
        layer = spec.layer and allowed(path)
        may = answered(path) if isinstance(spec, Undeclared) else shaped(path)
        if path in SPECIAL or not may or spec.read or call.constructing:
            raise Undecided("is not asked about")
        if "writes" in spec.traits or "reshapes" in spec.traits or "built_for" in call.arguments:
            raise Undecided("changes its arguments")
        owner = call.fixed.get("")
        if layer and not (isinstance(owner, Instance) and unchanged(owner, path)):
            raise Undecided("a layer of the program's own")
        if not layer and call.fixed:
            raise Undecided("an op that is more than its arguments")

    def _made_with(self) -> Json:
        """The arguments of a layer's constructor."""
        owner = self.call.fixed[""]
        asked = owner.hidden("asked")
        if isinstance(self.call.spec, Undeclared) and isinstance(asked, Arguments):
            if asked.open:
                raise Undecided("arguments of unknown number")
            return {"args": [self.value(value) for value in asked.positional], "kwargs": self.keywords(asked.keywords)}
        given = {**(owner.hidden("given") or {}), **self.call.fixed}
        modes = owner.hidden("mode") or {}
        return {"args": [], "kwargs": self.keywords({n: v for n, v in given.items() if n and n not in modes})}

    def named(self, value: Value) -> Json:
        if isinstance(value, Instance) and not unchanged(value, value.cls.path or ""):
            raise Undecided("a layer of the program's own")
        return super().named(value)

    def plain(self, payload: object) -> Json:
        if isinstance(payload, Dim):
            size = self.expression(payload)
            return size if isinstance(size, int) else {"is": "size", "of": size}
        return super().plain(payload)

    def tensor(self, tensor: Tensor) -> Json:
        if not tensor.shape.known_rank:
            raise Undecided("a tensor of unknown rank")
        if tensor.library.name not in ROOTS:
            raise Undecided("a tensor of another library")
        shape = [self.expression(dim) for dim in tensor.shape.dims]
        json = {"is": "tensor", "library": tensor.library.name, "shape": shape, "dtype": tensor.dtype}
        low, high = tensor.facts.low, tensor.facts.high
        return json | {"low": low, "high": high} if low is not None and high is not None else json

    def expression(self, dim: Dim) -> Json:
        """A number, or a polynomial of symbols; what is no name of its own is a symbol, too."""
        if dim.value is not None:
            return dim.value
        terms: list[Json] = []
        for monomial, coefficient in dim._terms.items():
            factors = [*([coefficient] if coefficient != 1 or not monomial else []), *map(self._symbol, monomial)]
            terms.append(factors[0] if len(factors) == 1 else ["*", *factors])
        return terms[0] if len(terms) == 1 else ["+", *terms]

    def _symbol(self, atom: Atom) -> str:
        if atom not in self.names:
            if len(self.names) == _MOST_SYMBOLS:
                raise Undecided("too many sizes that are not known")
            name = self.names[atom] = f"s{len(self.names)}"
            self.sizes_of[name] = Dim({(atom,): 1})
            self.symbols[name] = [atom.low, atom.high]
        return self.names[atom]


def unchanged(layer: Instance, path: str) -> bool:
    """An object of that very class of a library, of whose attributes nobody has set any that decides a shape."""
    weights = (layer.hidden("weights") or {}).values()
    written = any(isinstance(one, Tensor) and "reshaped" in one.box.state for one in weights)
    return layer.cls.path == path and not written and all(name == "training" for name, _ in layer.visible())


