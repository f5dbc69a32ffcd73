"""What a name of the analysed program can hold, and what the interpreter offers to a value that acts.

Behaviour lives on values: each kind answers attribute, call, item, binary, iterate and so on, and what it does not
answer is `Unknown`, with a reason. Unknown is infectious and silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from .arguments import Arguments as Arguments
from .state import Identity as Identity
from .state import Learnt as Learnt
from .state import State as State
from .state import births as births
from .state import is_heavy

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator
    from collections.abc import Sequence as Seq

    from .origin import Origin
    from .span import Span


class Memory(Learnt):
    """What a path did to objects that are not known: where two paths meet that did different things, the object has
    changed, nobody knows to what."""

    __slots__ = ()

    def meet(self, left: Any, right: Any) -> Any:
        moment = isinstance(left, Identity) or isinstance(right, Identity)
        return Identity() if moment else Unknown("it depends on the path")


AMBIENT: list[tuple[State, Any, Any]] = []
"""What a caller that is not seen may have set, and to what: code that nothing called is followed as if it had."""


class Context(Protocol):
    """What the interpreter offers to a value that acts. State is passed, never closed over."""

    span: Span
    """The expression being evaluated."""
    memory: dict[Any, Any]
    """What the program did to objects that are not known."""

    def call(self, function: Value, arguments: Arguments) -> Value:
        """Calls any value of the program."""

    def apply(self, path: str, arguments: Arguments, fixed: dict[str, Any] | None = None) -> Value:
        """Calls the op or layer declared under a path, records the call, and returns its (best-effort) result.

        `fixed` holds a layer's constructor arguments, already converted. The spans in `arguments` say where the
        user wrote each argument.
        """

    def member(self, path: str, owner: Value) -> Value:
        """The property or bound method that a library declares under a path for a value such as a tensor."""

    def construct(self, instance: Value, path: str, arguments: Arguments) -> None:
        """Binds the constructor arguments of a declared layer to its instance and checks them."""

    def weights(self, path: str, constructor: dict[str, Value]) -> dict[str, Value]:
        """The tensors that a declared layer holds, given its constructor's arguments."""

    def replay(self, target: Value, feed: dict[int, Value]) -> Value:
        """Works out a symbolic tensor (or a sequence or dict of them) again with other inputs.

        `feed` maps the id() of a symbolic tensor to what takes its place. Failures are reported at the expression
        being evaluated, with the line of the op as a related place.
        """

    def attribute(self, value: Value, name: str) -> Value:
        """`value.name`"""

    def item(self, value: Value, index: Value) -> Value:
        """`value[index]`"""

    def iterate(self, value: Value) -> Value:
        """One element of the value, as a sequence that stands for all of them (see `plain.Sequence`)."""

    def module(self, name: str) -> Value:
        """The module of a full name, as `importlib.import_module` gives it."""

    def written(self, path: str) -> Value | None:
        """What the source of an installed library that is read says under a full path, also where it is declared."""

    def is_there(self, name: str) -> bool | None:
        """Whether a library of that name can be imported."""

    def pause(self, function: Value, arguments: Arguments) -> tuple[Value, Callable[[], Value]] | None:
        """Runs a generator up to its `yield`: what it yields, and what runs the rest; None if it is no such thing."""

    def search(self, folder: str, first: bool) -> None:
        """The program looks for modules in this folder, too: first of all, or last."""

    def local_names(self) -> tuple[dict[str, Value], bool]:
        """The parameters of the function that is followed, by name; whether there may be other names, or fewer."""

    def summon(self, word: str) -> bool:
        """Runs code of libraries that was put off and may register something under a name; whether there was any."""

    @property
    def in_library(self) -> bool:
        """The code that is followed is a library's, not the program's."""

    def lookup(self, path: str) -> Value | None:
        """What a library declares under a full path, or None."""

    def write(self, state: dict[Any, Any], key: Hashable, new: object) -> None:
        """Changes state so that a fork of the path can take it back. All mutation goes through here."""

    def came(self, result: Value) -> Value:
        """What an operation gave: in a `try`, an unknown says that it may have failed, a `Failed` that it did."""

    def gap(self, reason: str, op: bool = False) -> Unknown:
        """An unknown value, whose reason is counted. `op`: a call of a declared library, which counts as coverage."""

    def origin(self, what: str) -> Origin:
        """An origin at the expression being evaluated."""

    def note(self, key: str, fact: object) -> None:
        """Records a fact of the trace for rules that look at whole programs (a batch size, a data file)."""

    def mentions(self, word: str) -> bool:
        """Whether the file that is analysed, or the one that is at hand, has a word in it: which version of a library
        it is for."""

    def release(self, package: str) -> tuple[int, int] | None:
        """The release (major, minor) of a package that was asked for, or the highest one that the project allows."""

    def data_file(self, path: str) -> str | None:
        """The full name of a file that the program reads, if it lies in the project and may be peeked at."""

    def data_folder(self, path: str) -> str | None:
        """The same of a folder."""


class Value:
    """The base of all values: unknown to every question."""

    __slots__ = ()

    kind: str = "value"
    """What users call such a value."""
    by_identity: bool = True
    """Equal to itself alone, and to be found again: a key of a dict."""

    def attribute(self, context: Context, name: str) -> Value:
        return Unknown(f"attribute {name} of {self.kind}")

    def set_attribute(self, context: Context, name: str, new: Value) -> None:
        """Assigning to an attribute that is not modelled is forgotten: reading it is unknown."""

    def delete_attribute(self, context: Context, name: str) -> Value:
        """`del self.name`"""
        return Unknown(f"deletion of attribute {name}")

    def call(self, context: Context, arguments: Arguments) -> Value:
        from .disturbing import given_away

        given_away(context, self, arguments)
        return context.gap(f"call of {self.kind}")

    def item(self, context: Context, index: Value) -> Value:
        return Unknown(f"item of {self.kind}")

    def set_item(self, context: Context, index: Value, new: Value) -> None:
        """Writing an item that is not modelled is forgotten."""

    def delete_item(self, context: Context, index: Value) -> Value:
        """`del self[index]`; Unknown where that may fail, `Failed` where it is sure to."""
        return Unknown("deletion of an item")

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        """`self operator other`, or `other operator self` when reflected; None is Python's NotImplemented."""
        return None

    def unary(self, context: Context, operator: str) -> Value:
        return Unknown(f"{operator} of {self.kind}")

    def equals(self, other: Value) -> bool | None:
        """`self == other` of plain data, where that is known."""
        return None

    def update(self, context: Context, operator: str, other: Value) -> Value | None:
        """`self operator= other` in place; None where the value has no in-place form."""
        return None

    def elements(self, context: Context) -> Value:
        """What `for` goes over, as a `plain.Sequence`; or Unknown."""
        return Unknown(f"elements of {self.kind}")

    def length(self, context: Context) -> Value:
        return Unknown(f"length of {self.kind}")

    def truth(self, context: Context) -> bool | None:
        """Whether the value counts as true; None if that is not known."""
        return None

    def key(self) -> Hashable | None:
        """What identifies an unknown condition, so that two tests of it agree; None if nothing does."""
        return None

    def one_of_many(self) -> Value:
        """One of the values that this one stands for: what is not known of it is its own, not that of the others."""
        return self

    def changes(self, context: Context) -> tuple[Value, ...]:
        """Of a function: the objects that it may change whenever it is called."""
        return ()

    def has(self, context: Context, name: str) -> bool | None:
        """Whether there is an attribute of that name; None if that is not known."""
        return None

    def first_of_many(self) -> Value:
        """The first of those that it stands for."""
        return self.one_of_many()

    def later_of_many(self) -> Value:
        """One of those behind the first."""
        return self.one_of_many()

    def join(self, other: Value) -> Value | None:
        """What is true of both values, or None if this kind has no better answer than a choice of the two."""
        return None


_LONGEST_CHAIN = 12
"""How many steps back an unknown remembers what it was made of."""


class Unknown(Value):
    """Nothing is known. `identity` tells one unknown from another where two tests of it must agree; `source` is how it
    was made of another unknown (attribute, item, call or operator, and the operands), so that it is known once that
    one is. `of` are the objects that it may be, or may hold."""

    __slots__ = ("depth", "identity", "of", "reason", "source")
    kind = "unknown value"
    by_identity = False

    def __init__(
        self, reason: str, identity: Hashable | None = None, source: tuple[Any, ...] | None = None,
        of: tuple[Value, ...] = (),
    ) -> None:
        self.reason = reason
        self.identity = Identity() if identity is None or is_heavy(identity) else identity
        self.depth = 0 if source is None else 1 + max(getattr(part, "depth", 0) for part in source)
        self.source = source if self.depth <= _LONGEST_CHAIN else None
        first = source[1] if source is not None else None
        self.of: tuple[Value, ...] = of or (first.of if isinstance(first, Unknown) else ())

    def attribute(self, context: Context, name: str) -> Value:
        key = (self.identity, context.memory.get(("touched", self.identity)), ".", name)
        written: Value | None = context.memory.get(key)
        return written or Unknown(self.reason, key, ("attribute", self, name))

    def set_attribute(self, context: Context, name: str, new: Value) -> None:
        from .disturbing import disturb_attribute, hold

        disturb_attribute(context, self, name, new)
        hold(context, self, (new,))
        context.write(context.memory, (self.identity, context.memory.get(("touched", self.identity)), ".", name), new)

    def call(self, context: Context, arguments: Arguments) -> Value:
        from .disturbing import given_away

        kept, held = given_away(context, self, arguments)
        return Unknown(self.reason, source=("call", self, kept), of=held)

    def item(self, context: Context, index: Value) -> Value:
        if index.key() is None:
            return Unknown(self.reason, of=self.of)
        key = (self.identity, context.memory.get(("touched", self.identity)), "[]", index.key())
        return Unknown(self.reason, key, ("item", self, index))

    def set_item(self, context: Context, index: Value, new: Value) -> None:
        from .disturbing import disturb, hold

        disturb(context, *self.of)
        hold(context, self, (new,))
        touch(context, self)

    def update(self, context: Context, operator: str, other: Value) -> Value | None:
        from .disturbing import disturb

        disturb(context, *self.of)
        return None

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        left, right = (other, self) if reflected else (self, other)
        if other.key() is None:
            return Unknown(self.reason)
        return Unknown(self.reason, (operator, left.key(), right.key()), ("binary", left, right, operator))

    def unary(self, context: Context, operator: str) -> Value:
        return Unknown(self.reason, (operator, self.identity))

    def elements(self, context: Context) -> Value:
        return self

    def length(self, context: Context) -> Value:
        return Unknown(self.reason, ("len", self.identity))

    def key(self) -> Hashable | None:
        return self.identity

    def one_of_many(self) -> Value:
        return Unknown(self.reason, of=self.of) if type(self) is Unknown else self

    def __repr__(self) -> str:
        return f"Unknown({self.reason!r})"


def touch(context: Context, value: Value) -> None:
    """Something may have changed an unknown object: what is read from it from here on is not what was read before."""
    if isinstance(value, Unknown):
        context.write(context.memory, ("touched", value.identity), Identity())


class Never(Unknown):
    """What a call gives that does not return, such as `sys.exit()`: the path ends there."""

    __slots__ = ()


class Failed(Unknown):
    """What an operation gives that is sure to raise a built-in exception, here by its name."""

    __slots__ = ("error",)

    def __init__(self, error: str, reason: str) -> None:
        super().__init__(reason)
        self.error = error


class Choice(Value):
    """One of a few values, each with the conditions under which it holds.

    `alternatives` are pairs of (conditions, value); conditions map the key of an unknown test to its answer.
    """

    __slots__ = ("alternatives",)
    kind = "choice"
    by_identity = False

    def __init__(self, alternatives: Seq[tuple[dict[Hashable, bool], Value]]) -> None:
        self.alternatives = tuple(alternatives)

    def __iter__(self) -> Iterator[Value]:
        return (value for _, value in self.alternatives)

    def key(self) -> Hashable | None:
        parts = tuple((frozenset(conditions.items()), value.key()) for conditions, value in self.alternatives)
        whole = ("choice", *parts)
        return None if None in (key for _, key in parts) or is_heavy(whole) else whole

    def __repr__(self) -> str:
        return f"Choice({[value for _, value in self.alternatives]})"


class Native(Value):
    """A function or method of a library that acts on values itself."""

    __slots__ = ("function", "name")
    kind = "function"

    @property
    def by_identity(self) -> bool:  # type: ignore[override]
        return "." in self.name

    def __init__(self, name: str, function: NativeFunction) -> None:
        self.name = name
        self.function = function

    def attribute(self, context: Context, name: str) -> Value:
        found = context.lookup(f"{self.name}.{name}") if "." in self.name else None
        return found or Unknown(f"{self.name}.{name}")

    def call(self, context: Context, arguments: Arguments) -> Value:
        return self.function(context, arguments)

    def truth(self, context: Context) -> bool | None:
        return True

    def __repr__(self) -> str:
        return f"Native({self.name})"


class NativeFunction(Protocol):
    def __call__(self, context: Context, arguments: Arguments, /) -> Value: ...
