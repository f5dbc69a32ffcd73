"""Spells a `Call` for the worker, as JSON: every size a number, every argument by its kind.

A named size gets a representative: the greatest it can be where that is known (a full batch), 32 for a batch, else
one of the smallest primes that no other size has. A size that has no name can only be asked about where a framework
works with such sizes itself: Keras and TensorFlow, in graphs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.containers import Mapping, Sequence, Slice
from ..core.dim import Dim
from ..core.objects import Class, Instance
from ..core.outcome import Undecided
from ..core.plain import Constant
from ..core.tensor import Tensor
from ..core.undefined import is_undefined
from ..core.value import Native, Value
from ..frameworks import canonical, find
from ..frameworks.binding import Required
from ..frameworks.declare import Spec
from ..frameworks.dtypes import DTypeValue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..core.dim import Atom
    from ..interp.trace import Call

Json = Any
BATCH = "batch"
_USUAL_BATCH = 32
_SMALL_BATCH = 3
_MANY = 4_000_000
"""With more elements than this in all, a batch of unknown size is made small."""
_PRIMES = (7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97)
_MOST_NAMES = 8
_ELSEWHERE = ("device", "out")
"""Parameters that say where the result goes, not what it is."""
_FEED = "tensorflow.compat.v1.Session.run"
_PLACEHOLDER = "tensorflow.compat.v1.placeholder"
_VARIABLE = "tensorflow.Variable.__init__"
_GRAPHS = ("keras", "tensorflow")
"""The libraries that work with sizes which are not known."""


class Question:
    """A call in JSON. `exact` says that it is the call of the program in all that matters: if the framework accepts
    it, then the call of the program is accepted."""

    __slots__ = ("exact", "json")

    def __init__(self, json: dict[str, Json], exact: bool) -> None:
        self.json = json
        self.exact = exact


def question(call: Call) -> Question:
    """The call for the worker. Raises `Undecided` where something that matters is not known."""
    return Speller(call).question()


class Speller:
    def __init__(self, call: Call) -> None:
        self.call = call
        self.exact = True
        self.unsized = False
        self.sizes = _representatives(call)

    def question(self) -> Question:
        json = self._json()
        if self.unsized:
            json["unsized"] = True
        return Question({"ask": "call", **json}, self.exact and not self.unsized)

    def _json(self) -> dict[str, Json]:
        call, owner = self.call, self.call.fixed.get("")
        if isinstance(owner, Instance) and "built_for" in call.arguments:
            return self._built(owner)
        if call.spec.path in SPECIAL:
            return SPECIAL[call.spec.path](self)
        if isinstance(owner, Instance) and owner.hidden("inputs") is not None and "x" in call.values:
            return self._model(owner)
        initial = call.values.get("initial_value")
        if call.spec.path == _VARIABLE and isinstance(initial, Tensor) and any(map(is_undefined, initial.shape.dims)):
            return self._variable(initial)
        path, *others = names_of(call.spec)
        json: dict[str, Json] = {"path": path, "names": others} if others else {"path": path}
        if call.spec.read:
            json["read"] = True
        if call.spec.layer:
            json["constructor"] = {"args": [], "kwargs": self.keywords(self._constructor())}
        if call.constructing:
            return {**json, "only": "constructor"}
        positional, keywords = self._given()
        return json | {"args": [self.value(value) for value in positional], "kwargs": self.keywords(keywords)}

    def _built(self, layer: Instance) -> dict[str, Json]:
        """A layer whose weights are made: it is called first with the length that it was built for."""
        inputs, axis = self.call.values["inputs"], self.call.arguments["axis"]
        path = layer.cls.library_path()
        if not isinstance(inputs, Tensor) or path is None:
            raise Undecided("a layer of the program's own")
        before = Tensor(inputs.shape.replace(axis, self.call.arguments["built_for"]), inputs.dtype, inputs.library)
        spec = find(path)
        given = self.keywords(constructed(layer), spec if isinstance(spec, Spec) else None)
        constructor = {"args": [], "kwargs": given}
        return {"path": path, "constructor": constructor, "built": self.value(before), "args": [self.value(inputs)]}

    def _unbuilt(self) -> dict[str, Json]:
        """A layer that is to make its weights."""
        layer, inputs = self.call.fixed.get(""), self.call.values["inputs"]
        path = layer.cls.library_path() if isinstance(layer, Instance) else None
        if not isinstance(layer, Instance) or path is None:
            raise Undecided("a layer of the program's own")
        spec = find(path)
        given = self.keywords(constructed(layer), spec if isinstance(spec, Spec) else None)
        return {"path": path, "constructor": {"args": [], "kwargs": given}, "args": [self.value(inputs)]}

    def _filled(self) -> dict[str, Json]:
        """Weights for a layer; in its place stands one that has weights of these shapes and nothing else."""
        self.exact = False
        own, name = self.call.values["own"], self.call.values["layer"]
        weights = [self.value(weight) for weight in items_of(own)]
        return {"path": "keras.layers.Layer", "weights": weights, "name": self.value(name),
                "args": [self.value(self.call.values["weights"])]}  # fmt: skip

    def _weighed(self) -> dict[str, Json]:
        """Losses and their weights: any loss gives such values for predictions that have one axis more."""
        self.exact = False
        losses, weights = self.value(self.call.values["values"]), self.value(self.call.values["sample_weight"])
        pair = [losses | {"shape": [*losses["shape"], 1], "dtype": "float32"}] * 2
        return {"path": "keras.losses.MeanAbsoluteError", "constructor": {"args": [], "kwargs": {}}, "args": pair,
                "kwargs": {"sample_weight": weights}}  # fmt: skip

    def _variable(self, initial: Tensor) -> dict[str, Json]:
        """A variable of TensorFlow 1 that starts with a tensor whose lengths are not all known."""
        spelt, self.unsized, self.exact = self.tensor(initial), False, False
        return {"path": "tensorflow.Variable", "initial": spelt, "args": []}

    def _model(self, model: Instance) -> dict[str, Json]:
        """A model with declared inputs: the question is whether the data fit them, so its layers are left out."""
        self.exact = False
        return {
            "path": "keras.Sequential" if model.cls.is_a("keras.Sequential") else "keras.Model",
            "inputs": [self.value(leaf) for leaf in _leaves(model.hidden("inputs")) if isinstance(leaf, Tensor)],
            "args": [self.value(self.call.values["x"])],
        }

    def _feed(self) -> dict[str, Json]:
        """A value for a placeholder; only the value must have its sizes."""
        placeholder, fed = self.call.values["placeholder"], self.call.values["value"]
        if not isinstance(placeholder, Tensor):
            raise Undecided("a feed of something else than a placeholder")
        spelt, self.unsized = self.tensor(placeholder), False
        name = placeholder.node[0].arguments.get("name") if placeholder.node is not None else None
        if isinstance(name, Constant) and isinstance(name.payload, str):
            spelt["name"] = name.payload
        return {"path": _PLACEHOLDER, "feed": spelt, "args": [self.value(fed)]}

    def _constructor(self) -> dict[str, Value]:
        owner = self.call.fixed.get("")
        if isinstance(owner, Instance) and not self.call.constructing:
            return constructed(owner)
        names = {p.name for p in self.call.spec.constructor_parameters}
        values = self.call.values if self.call.constructing or not self.call.fixed else self.call.fixed
        return {name: value for name, value in values.items() if name in names}

    def _given(self) -> tuple[tuple[Value, ...], dict[str, Value]]:
        """The arguments as the program gave them; for a call made by hand, by their parameters."""
        if self.call.given is not None:
            if self.call.given.open:
                raise Undecided("arguments of unknown number")
            return self.call.given.positional, self.call.given.keywords
        values, positional, keywords = self.call.values, [], {}
        skipped = False
        for parameter in self.call.spec.call_parameters:
            value = values.get(parameter.name)
            if value is None:
                skipped = skipped or parameter.by == "position"
                if parameter.default is Required:
                    raise Undecided(f"argument {parameter.name} is missing")
            elif parameter.by == "rest":
                positional += items_of(value)
            elif parameter.by == "position" and not skipped:
                positional.append(value)
            else:
                keywords[parameter.name] = value
        return tuple(positional), keywords

    def keywords(self, values: dict[str, Value], spec: Spec | None = None) -> dict[str, Json]:
        """Keyword arguments; one that cannot be spelt is left out if the shape does not depend on it."""
        parameters = (spec or self.call.spec).parameters
        needed = {name for p in parameters if p.annotation != "Ignored" for name in (p.name, *p.aliases)}
        optional = {p.name for p in parameters if p.annotation == "Ignored"}
        others = any(p.by == "others" for p in parameters)
        spelt = {}
        for name, value in values.items():
            if name in _ELSEWHERE:
                continue
            try:
                spelt[name] = self.value(value)
            except Undecided:
                if name in needed or not (others or name in optional):
                    raise
                self.exact = False
        return spelt

    # -- values ------------------------------------------------------------------------------------------------

    def value(self, value: Value) -> Json:
        if isinstance(value, Tensor):
            return self.tensor(value)
        if isinstance(value, Constant):
            return self.plain(value.payload)
        if isinstance(value, Sequence):
            kind = value.type_name if value.type_name in ("list", "set") else "tuple"
            return {"is": kind, "items": [self.value(item) for item in items_of(value)]}
        if isinstance(value, Mapping) and not value.open:
            pairs = [[self.plain(key), self.value(item)] for key, item in value.items.items()]
            return {"is": "dict", "items": [{"is": "tuple", "items": pair} for pair in pairs]}
        if isinstance(value, Slice):
            return {"is": "slice", "items": [self.value(part) for part in (value.start, value.stop, value.step)]}
        if isinstance(value, DTypeValue):
            return {"is": "dtype", "name": value.name}
        return self.named(value)

    def plain(self, payload: object) -> Json:
        if payload is Ellipsis:
            return {"is": "ellipsis"}
        if isinstance(payload, Dim):
            return self.size(payload)
        if payload is None or isinstance(payload, (bool, int, float, str)):
            return payload
        if isinstance(payload, complex):
            return {"is": "complex", "items": [payload.real, payload.imag]}
        raise Undecided(f"a {type(payload).__name__}")

    def named(self, value: Value) -> Json:
        """A function or class of a library, or a layer that was made of one."""
        if isinstance(value, Native) and "." in value.name:
            return {"is": "name", "path": canonical(value.name)}
        if isinstance(value, Class) and value.path:
            return {"is": "name", "path": value.path}
        spec = find(value.cls.path) if isinstance(value, Instance) and value.cls.path else None
        if isinstance(value, Instance) and isinstance(spec, Spec):
            kwargs = self.keywords(constructed(value), spec)
            return {"is": "object", "path": spec.path, "args": [], "kwargs": kwargs}
        raise Undecided(f"a {value.kind} as an argument")

    def size(self, dim: Dim) -> int:
        if dim.is_unknown:
            raise Undecided("a size that is not known")
        return dim.evaluate(self.sizes)

    def open_size(self, dim: Dim) -> int:
        """The length of an axis, which need not be known in a graph."""
        if dim.is_unknown and self.call.spec.path.startswith(_GRAPHS):
            self.unsized = True
        elif dim.is_unknown:
            raise Undecided("a size that is not known")
        return dim.evaluate(self.sizes)

    def tensor(self, tensor: Tensor) -> Json:
        if not tensor.shape.known_rank:
            raise Undecided("a tensor of unknown rank")
        dims, facts = tensor.shape.dims, tensor.facts
        shape = [self.open_size(dim) for dim in dims]
        if any(size < 0 for size in shape):
            raise Undecided("a tensor with a negative size")
        spelt: dict[str, Json] = {"is": "tensor", "library": tensor.library.name, "shape": shape, "dtype": tensor.dtype}
        unsized = [axis for axis, dim in enumerate(dims) if dim.value is None]
        if unsized:
            spelt["open"] = unsized
        told = {name: getattr(facts, name) for name in ("low", "high", "one_hot", "attained", "grad")}
        spelt |= {name: fact for name, fact in told.items() if fact is not None}
        if facts.order is not None and len(facts.order) == len(shape):
            spelt["order"] = list(facts.order)
        if not unsized and _numbers(facts.constant, shape):
            spelt["constant"] = facts.constant
        scalar = tensor.library.name == "numpy" and not shape  # an array, or a number of NumPy's, which acts otherwise
        known = tensor.dtype is not None and (facts.contiguous is not False or "order" in spelt)
        self.exact = self.exact and known and not scalar
        return spelt


SPECIAL: dict[str, Callable[[Speller], dict[str, Json]]] = {
    _FEED: Speller._feed, f"{_FEED}.feed_dict": Speller._feed, "keras.layers.Layer.kernel": Speller._unbuilt,
    "keras.layers.Layer.set_weights": Speller._filled, "keras.losses.Loss.weigh": Speller._weighed,
}  # fmt: skip
"""Calls that are checked under names of ours: what the framework is asked in their place."""


def names_of(spec: Spec) -> list[str]:
    """What to look for, for versions differ in the names they have; functions before operators."""
    names = dict.fromkeys(name.removesuffix(".__init__") for name in (spec.path, *spec.names))
    return sorted(names, key=lambda name: name.endswith("__"))[:_MOST_NAMES]


def constructed(layer: Instance) -> dict[str, Value]:
    """The arguments that a layer was constructed with, those that its declaration does not name included."""
    return {**(layer.hidden("given") or {}), **(layer.hidden("constructor") or {})}


def items_of(value: Value) -> list[Value]:
    known = value.known if isinstance(value, Sequence) else None
    if known is None:
        raise Undecided(f"{value.kind} of unknown length")
    return list(known)


def _numbers(constant: object, shape: list[int]) -> bool:
    """Nested tuples of numbers of exactly that shape."""
    if not shape:
        return isinstance(constant, (bool, int, float))
    if not isinstance(constant, tuple) or len(constant) != shape[0]:
        return False
    return all(_numbers(part, shape[1:]) for part in constant)


# -- sizes -------------------------------------------------------------------------------------------------------------


def _representatives(call: Call) -> dict[str, int]:
    """A number for every size of a call that has none."""
    leaves = [leaf for value in _arguments(call) for leaf in _leaves(value)]
    dims = [dim for leaf in leaves for dim in _dims(leaf)]
    atoms = {atom.key: atom for dim in dims for atom in dim.atoms() if not atom.operands}
    taken = {dim.value for dim in dims}
    primes = (prime for prime in _PRIMES if prime not in taken)
    sizes: dict[str, int] = {}
    for key, atom in sorted(atoms.items()):
        sizes[key] = atom.high if atom.high is not None else _USUAL_BATCH if key == BATCH else _within(atom, primes)
    tensors = [leaf for leaf in leaves if isinstance(leaf, Tensor)]
    if BATCH in atoms and sum(_elements(tensor, sizes) for tensor in tensors) > _MANY:
        sizes[BATCH] = max(atoms[BATCH].low or 1, min(_SMALL_BATCH, sizes[BATCH]))
    return sizes


def _within(atom: Atom, primes: Iterator[int]) -> int:
    low = atom.low or 1
    return next((prime for prime in primes if prime >= low), low)


def _arguments(call: Call) -> Iterator[Value]:
    given = (*call.given.positional, *call.given.keywords.values()) if call.given is not None else ()
    return (value for value in (*given, *call.values.values(), *call.fixed.values()) if isinstance(value, Value))


def _leaves(value: Value) -> Iterator[Value]:
    """The values inside containers."""
    if isinstance(value, Sequence):
        for item in value:
            yield from _leaves(item)
    elif isinstance(value, Mapping):
        for item in value.items.values():
            yield from _leaves(item)
    elif isinstance(value, Slice):
        yield from (value.start, value.stop, value.step)
    elif isinstance(value, Instance):
        for inner in (*constructed(value).values(), *([value.hidden("inputs")] if value.hidden("inputs") else [])):
            yield from _leaves(inner)
    else:
        yield value


def _dims(leaf: Value) -> Iterator[Dim]:
    if isinstance(leaf, Tensor):
        for part in leaf.shape.parts:
            yield from part
    elif isinstance(leaf, Constant) and leaf.dim is not None:
        yield leaf.dim


def _elements(tensor: Tensor, sizes: dict[str, int]) -> int:
    return tensor.shape.numel.evaluate(sizes) if tensor.shape.known_rank else 0
