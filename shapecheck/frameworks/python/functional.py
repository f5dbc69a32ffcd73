"""`functools` and `operator`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, join_values, keyword_arguments, truth_value
from ...core.objects import Class, Property, library_class
from ...core.plain import NONE, Constant
from ...core.state import serial
from ...core.value import Arguments, Native, State, Unknown, Value
from ..declare import declare
from .instances import is_instance, is_subclass
from .tools import answering, binary, call, computed, harmless, native, payload, sequence_of, without_first
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ...core.value import Context

# -- functools -----------------------------------------------------------------------------------------------------


class Partial(Value):
    """`functools.partial`: a function with some arguments given."""

    __slots__ = ("function", "given")
    kind = "partial"
    by_identity = False

    def __init__(self, function: Value, given: Arguments) -> None:
        self.function = function
        self.given = given

    def call(self, context: Context, arguments: Arguments) -> Value:
        before = len(self.given.positional)
        spans = {at + before if isinstance(at, int) else at: span for at, span in arguments.spans.items()}
        keywords = {**self.given.keywords, **arguments.keywords}
        positional = (*self.given.positional, *arguments.positional)
        return context.call(self.function, Arguments(positional, keywords, spans, self.given.open or arguments.open))

    def attribute(self, context: Context, name: str) -> Value:
        known: dict[str, Value] = {
            "func": self.function,
            "args": Sequence.tuple(self.given.positional),
            "keywords": keyword_arguments(self.given.keywords, self.given.open),
        }
        return known.get(name) or Unknown(f"partial.{name}")

    def truth(self, context: Context) -> bool | None:
        return True

    def key(self) -> Hashable | None:
        return ("partial", id(self))


def partial(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) < 2:
        return Unknown("partial")
    return Partial(arguments.positional[1], without_first(without_first(arguments)))


declare("functools.partial", library_class("functools.partial", CLASSES["object"], __new__=partial))


@native("functools.partialmethod")
def partial_method(context: Context, arguments: Arguments) -> Value:
    """A member of a class: the instance comes before what is given already."""
    function, given = (arguments.positional or (NONE,))[0], without_first(arguments)

    def run(context: Context, arguments: Arguments) -> Value:
        positional = (*arguments.positional[:1], *given.positional, *arguments.positional[1:])
        keywords = {**given.keywords, **arguments.keywords}
        return context.call(function, Arguments(positional, keywords, open=given.open or arguments.open))

    return Native("partialmethod", run)


@native("functools.reduce")
def reduced(context: Context, arguments: Arguments) -> Value:
    found = sequence_of(context, arguments.positional[1]) if len(arguments.positional) > 1 else None
    if found is None:
        return Unknown("reduce of an unknown sequence")
    function, each = arguments.positional[0], list(found.known if found.known is not None else found.items)
    value = arguments.get(2, "initial") or (each.pop(0) if each else None)
    if value is None:
        return Unknown("reduce of an unknown sequence")
    for item in each:
        value = call(context, function, value, item)
    if found.known is not None or found.rest is None:
        return value
    more = call(context, function, value, found.rest)
    return join_values(value, join_values(more, call(context, function, more, found.rest)))


@native("functools.lru_cache", "functools.cache")
def decorating(context: Context, arguments: Arguments) -> Value:
    """A decorator that leaves the function, or makes one that does."""
    first = arguments.positional[0] if arguments.positional else NONE
    if len(arguments.positional) == 1 and not arguments.keywords and not isinstance(first, (Constant, Unknown)):
        return first
    return Native("decorator", answering("first"))


@native("functools.wraps")
def wrapping(context: Context, arguments: Arguments) -> Value:
    like = arguments.get(0, "wrapped") or NONE
    return Native("decorator", lambda context, given: _wrap(context, given.get(0, "wrapper") or NONE, like))


@native("functools.update_wrapper")
def wrapped(context: Context, arguments: Arguments) -> Value:
    return _wrap(context, arguments.get(0, "wrapper") or NONE, arguments.get(1, "wrapped") or NONE)


def _wrap(context: Context, wrapper: Value, like: Value) -> Value:
    for name in ("__name__", "__qualname__", "__doc__", "__module__"):
        wrapper.set_attribute(context, name, context.attribute(like, name))
    wrapper.set_attribute(context, "__wrapped__", like)
    return wrapper


def computed_once(context: Context, arguments: Arguments) -> Value:
    return Property(arguments.positional[0]) if arguments.positional else Unknown("a property")


declare("functools.cached_property", Native("functools.cached_property", computed_once))
harmless("functools", unknown="WRAPPER_ASSIGNMENTS WRAPPER_UPDATES")


# -- orders and kinds ----------------------------------------------------------------------------------------------

_DERIVED = {
    "__lt__": {"__gt__": ("not", "and differs"), "__le__": ("", "or equal"), "__ge__": ("not", "")},
    "__le__": {"__ge__": ("not", "or equal"), "__lt__": ("", "and differs"), "__gt__": ("not", "")},
    "__gt__": {"__lt__": ("not", "and differs"), "__ge__": ("", "or equal"), "__le__": ("not", "")},
    "__ge__": {"__le__": ("not", "or equal"), "__gt__": ("", "and differs"), "__lt__": ("not", "")},
}  # fmt: skip
"""What `total_ordering` makes of the comparison that a class has: its answer, or not, and then equality."""


@native("functools.total_ordering")
def total_ordering(context: Context, arguments: Arguments) -> Value:
    cls = arguments.positional[0] if arguments.positional else NONE
    if isinstance(cls, Class):
        root = next((name for name in ("__lt__", "__le__", "__gt__", "__ge__") if cls.find(name) is not None), None)
        for name, how in _DERIVED.get(root or "", {}).items():
            if cls.find(name) is None:
                context.write(cls.state, name, _comparison(root or "", *how))
    return cls


def _comparison(root: str, negated: str, equality: str) -> Native:
    def run(context: Context, arguments: Arguments) -> Value:
        one, other = arguments.positional[:2]
        answer = context.call(context.attribute(one, root), Arguments((other,))).truth(context)
        answer = answer if answer is None else answer is not bool(negated)
        if answer is None or not equality:
            return truth_value(answer, "a comparison")
        if answer is (equality == "or equal"):
            return truth_value(answer, "")
        same = context.call(context.attribute(one, "__eq__"), Arguments((other,))).truth(context)
        return truth_value(same if equality == "or equal" or same is None else not same, "a comparison")

    return Native("comparison", run)


class Dispatch(Value):
    """A function that `singledispatch` made: the one to call depends on the type of the first argument."""

    __slots__ = ("at", "function", "state")
    kind = "function"

    def __init__(self, function: Value, at: int) -> None:
        self.function = function
        self.at = at
        self.state: dict[str, object] = State({"registered": ()})

    def attribute(self, context: Context, name: str) -> Value:
        return Native(name, self._register) if name == "register" else context.attribute(self.function, name)

    def _register(self, context: Context, arguments: Arguments) -> Value:
        kind, function = arguments.get(0, "cls") or NONE, arguments.get(1, "func")
        if function is not None:
            self._add(context, kind, function)
            return function
        if kind.kind == "function":  # its annotation says for what
            notes = context.attribute(kind, "__annotations__")
            known = list(notes.items.values()) if isinstance(notes, Mapping) else []
            self._add(context, known[0] if known else Unknown("a type"), kind)
            return kind

        def decorate(context: Context, given: Arguments) -> Value:
            self._add(context, kind, given.positional[0] if given.positional else NONE)
            return given.positional[0] if given.positional else NONE

        return Native("register", decorate)

    @property
    def _registered(self) -> tuple[tuple[Value, Value], ...] | None:
        """The types with their functions, the last first; None where several paths left several of them."""
        found = self.state["registered"]
        return found if isinstance(found, tuple) else None

    def _add(self, context: Context, kind: Value, function: Value) -> None:
        if self._registered is not None:
            context.write(self.state, "registered", ((kind, function), *self._registered))

    def call(self, context: Context, arguments: Arguments) -> Value:
        found = self._chosen(arguments.positional[self.at]) if len(arguments.positional) > self.at else None
        return context.call(found, arguments) if found is not None else Unknown("a function chosen by type")

    def _chosen(self, value: Value) -> Value | None:
        if self._registered is None:
            return None
        fitting = [(is_instance(value, kind), kind, function) for kind, function in self._registered]
        if any(answer is None for answer, _, _ in fitting):
            return None
        own = [(kind, function) for answer, kind, function in fitting if answer]
        nearest = [f for kind, f in own if all(is_subclass(kind, other) for other, _ in own)]
        return self.function if not own else nearest[0] if nearest else None

    def truth(self, context: Context) -> bool | None:
        return True

    def key(self) -> Hashable | None:
        return ("dispatch", serial(self.state))


def _dispatching(at: int) -> Callable[[Context, Arguments], Value]:
    return lambda context, arguments: (
        Dispatch(arguments.positional[0], at) if arguments.positional else Unknown("singledispatch")
    )


declare("functools.singledispatch", Native("functools.singledispatch", _dispatching(0)))
harmless("functools", unknown="singledispatchmethod")


harmless("functools", unknown="cmp_to_key")

# -- operator ------------------------------------------------------------------------------------------------------

_OPERATORS = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "matmul": "@",
    "and_": "&", "or_": "|", "xor": "^", "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=",
    "lshift": "<<", "rshift": ">>", "concat": "+",
}  # fmt: skip
_UNARY = {"neg": "-", "pos": "+", "inv": "~", "invert": "~"}
_COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
_IN_PLACE = {name.strip("_"): symbol for name, symbol in _OPERATORS.items() if name not in _COMPARISONS}


def _operator(name: str, symbol: str, in_place: bool) -> None:
    @native(f"operator.{name}", f"operator.__{name.strip('_')}__")
    def run(context: Context, arguments: Arguments) -> Value:
        two = arguments.positional
        if len(two) != 2:
            return Unknown(name)
        changed = two[0].update(context, symbol, two[1]) if in_place else None
        return binary(context, symbol, two[0], two[1]) if changed is None else changed


for _name, _symbol in _OPERATORS.items():
    _operator(_name, _symbol, False)
for _name, _symbol in _IN_PLACE.items():
    _operator(f"i{_name}", _symbol, True)


def _unary(name: str, symbol: str) -> None:
    @native(f"operator.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        return arguments.positional[0].unary(context, symbol) if arguments.positional else Unknown(name)


for _name, _symbol in _UNARY.items():
    _unary(_name, _symbol)


def _builtin(name: str, path: str) -> None:
    """A function of `operator` that is a built-in one."""

    @native(f"operator.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        found = context.lookup(f"builtins.{path}")
        return context.call(found, arguments) if found is not None else Unknown(name)


for _name, _path in {"abs": "abs", "truth": "bool", "length_hint": "len", "index": "int"}.items():
    _builtin(_name, _path)


@native("operator.not_")
def negated(context: Context, arguments: Arguments) -> Value:
    answer = arguments.positional[0].truth(context) if arguments.positional else None
    return truth_value(None if answer is None else not answer, "operator.not_")


computed("operator", bool="contains", int="countOf indexOf")


@native("operator.is_")
def is_(context: Context, arguments: Arguments) -> Value:
    return truth_value(_identical(*arguments.positional[:2]), "operator.is_")


@native("operator.is_not")
def is_not(context: Context, arguments: Arguments) -> Value:
    answer = _identical(*arguments.positional[:2])
    return truth_value(None if answer is None else not answer, "operator.is_not")


def _identical(one: Value = NONE, other: Value = NONE) -> bool | None:
    single = [payload(value) for value in (one, other) if isinstance(value, Constant)]
    if len(single) == 2 and any(what is None or isinstance(what, bool) for what in single):
        return one.key() == other.key()
    return True if one is other and not isinstance(one, Unknown) else None


@native("operator.getitem")
def item_of(context: Context, arguments: Arguments) -> Value:
    return context.item(*arguments.positional) if len(arguments.positional) == 2 else Unknown("getitem")


@native("operator.setitem")
def item_set(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) == 3:
        arguments.positional[0].set_item(context, *arguments.positional[1:])
    return NONE


@native("operator.delitem")
def item_deleted(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) == 2:
        context.call(context.attribute(arguments.positional[0], "pop"), without_first(arguments))
    return NONE


@native("operator.call")
def called(context: Context, arguments: Arguments) -> Value:
    if not arguments.positional:
        return Unknown("operator.call")
    return context.call(arguments.positional[0], without_first(arguments))


@native("operator.methodcaller")
def method_caller(context: Context, arguments: Arguments) -> Value:
    name, given = payload((arguments.positional or (NONE,))[0]), without_first(arguments)
    if not isinstance(name, str):
        return Unknown("a method of unknown name")

    def run(context: Context, arguments: Arguments) -> Value:
        owner = arguments.positional[0] if arguments.positional else NONE
        return context.call(context.attribute(owner, name), given)

    return Native("methodcaller", run)


def _getter(name: str, get: Callable[[Context, Value, Value], Value]) -> None:
    @native(f"operator.{name}")
    def make(context: Context, arguments: Arguments) -> Value:
        wanted = arguments.positional
        if arguments.open:
            return Unknown(f"{name} of an unknown number of keys")

        def run(context: Context, arguments: Arguments) -> Value:
            owner = arguments.positional[0] if arguments.positional else NONE
            found = [get(context, owner, one) for one in wanted]
            return found[0] if len(found) == 1 else Sequence.tuple(found)

        return Native(name, run)


def _attribute(context: Context, owner: Value, name: Value) -> Value:
    text = payload(name)
    for part in text.split(".") if isinstance(text, str) else ():
        owner = context.attribute(owner, part)
    return owner if isinstance(text, str) else Unknown("attribute")


_getter("itemgetter", lambda context, owner, index: context.item(owner, index))
_getter("attrgetter", _attribute)
