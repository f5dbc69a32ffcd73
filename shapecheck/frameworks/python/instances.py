"""`isinstance` and `issubclass`: what is known of the kind of a value."""

from __future__ import annotations

from ...core.containers import Mapping, Sequence
from ...core.objects import Class, Instance
from ...core.plain import Constant, Scalar
from ...core.tensor import Tensor
from ...core.value import Native, Value
from .. import find
from .held import Held

_ABSTRACT = {
    "Iterable": "list tuple set frozenset dict str bytes range iterator deque",
    "Iterator": "iterator",
    "Sequence": "list tuple str bytes range deque",
    "MutableSequence": "list deque",
    "Mapping": "dict",
    "MutableMapping": "dict",
    "Collection": "list tuple set frozenset dict str bytes range deque",
    "Container": "list tuple set frozenset dict str bytes range deque",
    "Sized": "list tuple set frozenset dict str bytes range deque",
    "Hashable": "int float bool complex str bytes NoneType frozenset",
    "Set": "set frozenset",
    "Callable": "",
    "Number": "int float bool complex",
    "Complex": "int float bool complex",
    "Real": "int float bool",
    "Rational": "int bool",
    "Integral": "int bool",
}
"""Which built-in types the classes of `collections.abc`, `numbers` and `typing` hold."""
_METHODS = {
    "Iterable": "iter", "Iterator": "iter next", "Sized": "len", "Container": "contains", "Callable": "call",
    "Collection": "len iter contains",
}  # fmt: skip
"""The methods that make an object of any class one of these; of the others it is one by inheritance alone."""
_SHAPE_CLASSES = frozenset(("torch.Size", "tensorflow.TensorShape"))
"""Classes whose values we describe as plain tuples or lists."""
_ARRAYS = "numpy"
_KINDS = {
    "function": "types.FunctionType", "method": "types.MethodType", "partial": "functools.partial",
    "class": "builtins.type", "module": "types.ModuleType",
}  # fmt: skip
"""The class of what code is made of."""


def is_instance(value: Value, cls: Value) -> bool | None:
    """Whether a value is an instance of a class, or of one in a tuple of them; None if that is not known."""
    if isinstance(cls, Sequence):
        answers = {is_instance(value, one) for one in cls}
        return True if True in answers else None if None in answers or cls.known is None else False
    if cls.kind == "type":  # of `typing`
        name = str(getattr(cls, "name", ""))
        found = find(f"builtins.{name.lower()}" if name in ("List", "Dict", "Tuple") else f"collections.abc.{name}")
        cls = found if isinstance(found, Class) else cls
    if not isinstance(cls, Class):
        return None
    if cls.path == "builtins.object":
        return True
    if isinstance(value, Instance):
        return _instance_of(value, cls)
    if isinstance(value, Tensor):
        return _tensor_of(value, cls)
    if isinstance(value, Held):
        return _held_of(value, cls)
    if value.kind in _KINDS:
        return _code_of(value, cls)
    if isinstance(value, (Constant, Scalar, Sequence, Mapping)):
        return _data_of(value, cls)
    return None


def _code_of(value: Value, cls: Class) -> bool | None:
    """A function, method, partial, class or module."""
    if cls.path in ("collections.abc.Callable", "collections.abc.Hashable"):
        return value.kind != "module" or cls.path.endswith("Hashable")
    if isinstance(value, Native):  # a function, or something else that can be called
        return False if _is_data(cls) else None
    if cls.path == _KINDS[value.kind]:
        return True
    if isinstance(value, Class):
        by_meta = cls.path in (None, "collections.abc.Iterable")  # what a metaclass decides
        metaclass = by_meta or any(base.path == "builtins.type" for base in cls.mro())
        plain = not value.is_open and not any(base.path and base.path.startswith("enum.") for base in value.mro())
        return None if metaclass and not (plain and cls.path) else False
    return False if cls.path is None or _is_data(cls) or not cls.is_open else None


def _instance_of(value: Instance, cls: Class) -> bool | None:
    if cls in value.cls.mro() or (cls.path is not None and value.cls.is_a(cls.path)):
        return True
    if value.cls.is_open or cls.is_open:
        return None
    module, _, name = (cls.path or "").rpartition(".")
    if module == "collections.abc" and value.cls.library_path() in (None, "builtins.object"):
        needed = _METHODS.get(name, "")
        has = bool(needed) and all(value.cls.find(f"__{method}__") is not None for method in needed.split())
        return None if name == "Hashable" else has
    return None if module in ("collections.abc", "numbers", "typing") else False


def _tensor_of(value: Tensor, cls: Class) -> bool | None:
    if cls.path == value.library.tensor:
        scalar = value.library.name == _ARRAYS and not (value.shape.known_rank and value.shape.rank)
        return None if scalar else True
    if cls.path is None:
        return None if any(base.path == value.library.tensor for base in cls.mro()) else False
    if _is_data(cls):
        return None if value.library.name == _ARRAYS and not (value.shape.known_rank and value.shape.rank) else False
    root, mine = cls.path.partition(".")[0], value.library.tensor.partition(".")[0]
    related = root == mine or {root, mine} <= {"keras", "tensorflow"} or root in ("collections", "typing")
    return None if related else False


def _held_of(value: Held, cls: Class) -> bool | None:
    if cls.path in {f"{base.__module__}.{base.__qualname__}" for base in type(value.payload).__mro__}:
        return True
    return False if cls.path is None or _is_data(cls) or cls.path.startswith("datetime.") else None


def _is_data(cls: Class) -> bool:
    return cls.path is not None and cls.path.startswith("builtins.")


def _data_of(value: Constant | Scalar | Sequence | Mapping, cls: Class) -> bool | None:
    name = value.type_name if not (isinstance(value, Constant) and value.payload is None) else "NoneType"
    if isinstance(value, Mapping):
        name = "dict" if getattr(value, "is_dict", True) else value.type_name
        if value.type_name != "dict" and cls.name == value.type_name:
            return True
        if value.type_name != "dict" and not _is_data(cls):
            return None
    path, own = cls.path, getattr(value, "cls", None)
    if isinstance(own, Class):  # a named tuple
        if cls in own.mro() or (path is not None and own.is_a(path)):
            return True
        if path is None:
            return None if own.is_open else False
    if path is None:
        others = [base.path for base in cls.mro() if base.path not in (None, "builtins.object")]
        kinds = f"builtins.{name}"
        sure = all(one != kinds and one.startswith(("builtins.", "enum.")) for one in others if one is not None)
        return False if sure and not cls.is_open else None
    module, _, wanted = path.rpartition(".")
    if module == "builtins":
        return name == wanted or (name, wanted) == ("bool", "int")
    if module in ("collections.abc", "numbers", "typing"):
        return name in _ABSTRACT[wanted].split() if wanted in _ABSTRACT else None
    if path in _SHAPE_CLASSES or (isinstance(value, Sequence) and any(_is_data(base) for base in cls.mro()[1:-1])):
        return None
    if path.startswith("numpy.") and isinstance(value, (Constant, Scalar)) and name not in ("str", "NoneType", "bytes"):
        return None
    return False


def is_subclass(cls: Value, of: Value) -> bool | None:
    if isinstance(of, Sequence):
        answers = {is_subclass(cls, one) for one in of}
        return True if True in answers else None if None in answers or of.known is None else False
    if not isinstance(cls, Class) or not isinstance(of, Class):
        return None
    if of in cls.mro() or of.path == "builtins.object":
        return True
    return None if cls.is_open or of.is_open else False
