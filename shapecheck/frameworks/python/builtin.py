"""The other built-in functions, and the exceptions."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, truth_value
from ...core.dim import Dim
from ...core.objects import Class, Instance
from ...core.plain import NONE, Constant, Scalar
from ...core.tensor import Tensor
from ...core.value import Arguments, Choice, Native, Unknown, Value
from ..declare import declare
from . import files as files  # what they declare
from . import iteration as iteration
from . import unpacking as unpacking
from .instances import is_instance, is_subclass
from .tools import binary, choices, compute, harmless, native, payload, plain, prints_alike, pure
from .types import CLASSES, type_name_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ...core.value import Context

harmless("builtins", None_="print breakpoint help exec delattr", str="input ascii", int="id hash")
harmless("builtins", never="exit quit")
harmless("builtins", unknown="eval compile globals __import__ get_ipython display")
for _name, _kind in {"ord": "int", "chr": "str", "hex": "str", "oct": "str", "bin": "str"}.items():
    pure(f"builtins.{_name}", getattr(builtins, _name), _kind)
declare("builtins.Ellipsis", Constant(...))
declare("builtins.NotImplemented", Unknown("NotImplemented"))
declare("builtins.__debug__", Constant(True))


_OF_ALL = frozenset(dir(type("Any", (), {})))
"""The names of a class that says nothing."""


# -- questions about values ----------------------------------------------------------------------------------------


def _agreed(answers: set[bool | None], reason: str, key: Hashable | None = None) -> Value:
    answer = answers.pop() if len(answers) == 1 else None
    return Unknown(reason, key) if answer is None else truth_value(answer, reason)


def _pair_key(name: str, left: Value, right: Value) -> Hashable | None:
    keys = (left.key(), right.key())
    return None if None in keys else (name, *keys)


@native("builtins.isinstance")
def isinstance_(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) != 2:
        return Unknown("isinstance")
    value, cls = arguments.positional
    answers = {is_instance(one, cls) for one in choices(value)}
    return _agreed(answers, "type of a value", _pair_key("isinstance", value, cls))


@native("builtins.issubclass")
def issubclass_(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) != 2:
        return Unknown("issubclass")
    value, cls = arguments.positional
    return _agreed({is_subclass(one, cls) for one in choices(value)}, "bases of a class")


@native("builtins.callable")
def callable_(context: Context, arguments: Arguments) -> Value:
    answers = {_callable(value) for value in choices(arguments.positional[0] if arguments.positional else NONE)}
    return _agreed(answers, "whether a value can be called")


def _callable(value: Value) -> bool | None:
    if isinstance(value, Instance):
        return True if value.cls.find("__call__") else None if value.cls.is_open else False
    if isinstance(value, (Constant, Scalar, Sequence, Mapping, Tensor)):
        return False
    return True if isinstance(value, (Native, Class)) or value.kind in ("function", "method") else None


@native("builtins.hasattr")
def hasattr_(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) != 2:
        return Unknown("hasattr")
    value, name = arguments.positional
    text = payload(name)
    answers = {_has(context, one, text) if isinstance(text, str) else None for one in choices(value)}
    return _agreed(answers, "whether a value has an attribute", _pair_key("hasattr", value, name))


_PLAIN_CLASSES = (None, "builtins.object", "types.SimpleNamespace", "argparse.Namespace")
"""Classes whose objects have the attributes that we see, and no others."""


def _has(context: Context, value: Value, name: str) -> bool | None:
    """Whether an attribute exists."""
    if isinstance(value, Instance):
        if name in value.state or value.cls.find(name) is not None:
            return None if value.hidden("open") and value.cls.find(name) is None else True
        asked = None if value.cls.is_open or value.hidden("open") else value.cls.find(" has")
        if asked is not None:
            return context.call(asked, Arguments((value, Constant(name)))).truth(context)
        library = value.cls.library_path()
        sure = not value.cls.is_open and library in _PLAIN_CLASSES and value.cls.find("__getattr__") is None
        sure = sure and not value.hidden("open")
        return False if sure and not name.startswith("__") else None
    if isinstance(value, Class):
        return True if value.find(name) is not None else None
    if isinstance(value, Tensor):
        return True if context.lookup(f"{value.library.tensor}.{name}") is not None else None
    if isinstance(value, (Constant, Scalar, Sequence, Mapping)):
        own = value.has(context, name)
        if own is not None:
            return own
        if isinstance(value, Sequence) and name in value.names:
            return True
        python = getattr(builtins, type_name_of(value) or "", None)
        return None if python is None else hasattr(python, name)
    return value.has(context, name)


@native("builtins.getattr")
def getattr_(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) < 2:
        return Unknown("getattr")
    value, name = arguments.positional[:2]
    text = payload(name)
    if not isinstance(text, str):
        return Unknown("an attribute of unknown name")
    default = arguments.get(2, "default")
    if default is None or isinstance(value, (Unknown, Choice)):
        return context.attribute(value, text)
    there = _has(context, value, text)
    if there is False:
        return default
    found = context.attribute(value, text)
    return found if there or not isinstance(found, Unknown) else Unknown("an attribute or its default")


@native("builtins.setattr")
def setattr_(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) != 3:
        return NONE
    value, name, new = arguments.positional
    text = payload(name)
    for one in choices(value):
        if isinstance(text, str):
            one.set_attribute(context, text, new)
        elif isinstance(one, Instance):
            one.put_anywhere(context)
    return NONE


@native("builtins.vars")
def vars_(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) != 1:
        return local_names(context, arguments)
    return context.attribute(arguments.positional[0], "__dict__")


@native("builtins.locals")
def local_names(context: Context, arguments: Arguments) -> Value:
    """What else a function has bound may not have been bound yet."""
    known, others = context.local_names()
    return Mapping(dict(known.items()), others)


@native("builtins.dir")
def dir_(context: Context, arguments: Arguments) -> Value:
    """Of a class, if all of those that it derives from are the program's."""
    cls = arguments.positional[0] if arguments.positional else None
    if not isinstance(cls, Class) or cls.is_open or cls.library_path() not in (None, "builtins.object"):
        return Sequence("list", (), Scalar("str"), Dim.unknown())
    names = {name for one in cls.mro() for name in one.state if not name.startswith(" ") and "~" not in name}
    return Sequence.list(map(Constant, sorted(names | _OF_ALL)))


# -- numbers and texts ---------------------------------------------------------------------------------------------


@native("builtins.abs")
def abs_(context: Context, arguments: Arguments) -> Value:
    if not arguments.positional:
        return Unknown("abs")
    value = arguments.positional[0]
    if isinstance(value, Constant) and isinstance(value.payload, Dim):
        low = value.payload.bounds()[0]
        return value if low is not None and low >= 0 else Scalar("int")
    if isinstance(value, Constant):
        return compute(abs, arguments, "float")
    if isinstance(value, Instance):
        return value.special(context, "__abs__") or Unknown("abs")
    return Scalar(value.type_name) if isinstance(value, Scalar) else value.unary(context, "abs")


@native("builtins.round")
def round_(context: Context, arguments: Arguments) -> Value:
    known = plain(arguments)
    if known is not None and all(isinstance(one, (int, float)) and abs(one) < 2**200 for one in known[0]):
        return compute(round, arguments, "float")
    if not arguments.positional:
        return Unknown("round")
    value, digits = arguments.positional[0], arguments.get(1, "ndigits")
    if isinstance(value, Constant) and isinstance(value.payload, Dim):
        return value if digits is None else Scalar("int")
    if isinstance(value, (Constant, Scalar)):
        return Scalar("int" if digits is None else value.type_name)
    if isinstance(value, Tensor):
        return context.apply(f"{value.library.tensor}.round", Arguments(arguments.positional, arguments.keywords))
    return Unknown("round")


@native("builtins.divmod")
def divmod_(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) != 2:
        return Unknown("divmod")
    left, right = arguments.positional
    return Sequence.tuple((binary(context, "//", left, right), binary(context, "%", left, right)))


@native("builtins.pow")
def pow_(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) == 2 and not arguments.keywords:
        return binary(context, "**", *arguments.positional)
    return Scalar("int")


@native("builtins.repr")
def repr_(context: Context, arguments: Arguments) -> Value:
    return compute(repr, arguments, "str") if all(map(prints_alike, arguments.positional)) else Scalar("str")


@native("builtins.format")
def format_(context: Context, arguments: Arguments) -> Value:
    spec = arguments.get(1, "format_spec")
    text = "" if spec is None else payload(spec)
    digits = "".join(c for c in text if c.isdigit()) if isinstance(text, str) else "9" * 9
    return compute(format, arguments, "str") if len(digits) < 4 else Scalar("str")


# -- exceptions ----------------------------------------------------------------------------------------------------


def _raise_init(context: Context, arguments: Arguments) -> Value:
    instance = arguments.positional[0]
    if isinstance(instance, Instance):
        context.write(instance.state, "args", Sequence.tuple(arguments.positional[1:]))
    return NONE


def _exceptions() -> None:
    for name, python in vars(builtins).items():
        if isinstance(python, type) and issubclass(python, BaseException):
            _exception(python, name)
    for name, known in (("BaseExceptionGroup", "BaseException"), ("ExceptionGroup", "Exception")):
        if name not in CLASSES:  # Python 3.10
            CLASSES[name] = Class(name, (CLASSES[known],), {}, f"builtins.{name}")
            declare(f"builtins.{name}", CLASSES[name])
    for alias in ("EnvironmentError", "IOError"):
        declare(f"builtins.{alias}", CLASSES["OSError"])


def _exception(python: type[BaseException], name: str) -> Class:
    own = python.__name__
    if own not in CLASSES:
        bases = [_exception(base, base.__name__) for base in python.__bases__ if issubclass(base, BaseException)]
        members: dict[str, Value] = {}
        if not bases:
            members = {"__init__": Native("builtins.BaseException.__init__", _raise_init)}
        CLASSES[own] = Class(own, bases or (CLASSES["object"],), members, f"builtins.{own}")
        declare(f"builtins.{own}", CLASSES[own])
    return CLASSES[own]


_exceptions()
