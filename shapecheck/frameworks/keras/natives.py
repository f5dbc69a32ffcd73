"""Methods of Keras's classes that act on values: arguments by name, and no failure that would end the analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Instance, Property
from ...core.outcome import Mismatch, Undecided
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.undefined import undefined
from ...core.value import Arguments, Native, Unknown, Value
from .dialect import K, batch_size

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.outcome import Mismatch as Problem
    from ...core.span import Span
    from ...core.value import Context


class Given:
    """The arguments of a call of a method, by name."""

    __slots__ = ("names", "spans", "values")

    def __init__(self, names: str, arguments: Arguments, skip: int = 1) -> None:
        self.names = names.split()
        positional = arguments.positional[skip:]
        self.values: dict[str, Value] = {**dict(zip(self.names, positional, strict=False)), **arguments.keywords}
        self.spans: dict[int | str, Span] = {}
        for key, span in arguments.spans.items():
            if isinstance(key, str):
                self.spans[key] = span
            elif skip <= key < skip + len(self.names):
                self.spans[self.names[key - skip]] = span

    def __getitem__(self, name: str) -> Value:
        return self.values.get(name, NONE)

    def __contains__(self, name: str) -> bool:
        value = self.values.get(name)
        return value is not None and not (isinstance(value, Constant) and value.payload is None)


def method(name: str) -> Callable[[Callable[[Context, Instance, Arguments], Value]], Native]:
    """A native method of an instance; what its author did not think of is a gap."""

    def decorate(function: Callable[[Context, Instance, Arguments], Value]) -> Native:
        def act(context: Context, arguments: Arguments) -> Value:
            owner = arguments.positional[0] if arguments.positional else NONE
            if not isinstance(owner, Instance):
                return context.gap(f"{name} of {owner.kind}")
            try:
                return function(context, owner, arguments)
            except (Undecided, Mismatch) as reason:
                return context.gap(f"{name}: {reason}")
            except (AttributeError, IndexError, KeyError, TypeError, ValueError, ArithmeticError) as error:
                return context.gap(f"{name}: {type(error).__name__}: {error}")

        return Native(name, act)

    return decorate


def computed(name: str) -> Callable[[Callable[[Context, Instance], Value]], Property]:
    """A property of an instance."""

    def decorate(function: Callable[[Context, Instance], Value]) -> Property:
        return Property(method(name)(lambda context, owner, arguments: function(context, owner)))

    return decorate


def ignored(result: Value = NONE) -> Native:
    """A method whose effect does not matter here."""
    return Native("ignored", lambda context, arguments: result)


def of_weights(name: str) -> Native:
    """A method of layers that has to do with their weights, in a file of its own that is read when one is needed."""

    def act(context: Context, arguments: Arguments) -> Value:
        from . import models, variables

        assert models is not None  # it is read first
        return variables.METHODS[name].function(context, arguments)

    return Native(name, act)


def _weight(layer: Instance, name: str) -> Value | None:
    from . import models, variables

    assert models is not None  # it is read first
    return variables.named(layer, name)


K.weight = _weight


class Failed(Value):
    """What a native noticed, on its way to the record of the call that shows it."""

    __slots__ = ("mismatch",)
    kind = "problem"

    def __init__(self, mismatch: Problem) -> None:
        self.mismatch = mismatch


def shape_value(shape: Shape) -> Value:
    """A shape as Keras shows it: a tuple in which a batch of any size is None. What we do not know may be a number."""
    if not shape.known_rank:
        return Unknown("a shape of unknown rank")
    return Sequence.tuple(_length(i, dim) for i, dim in enumerate(shape.dims))


def _length(position: int, dim: Dim) -> Value:
    symbolic = dim.atom is not None and (dim.atom.key == "batch" or (dim.is_unknown and position == 0))
    return NONE if symbolic and (position == 0 or batch_size(dim) is None) else Constant(dim)


def parse_shape(value: Value) -> tuple[Dim | None, ...] | None:
    """The lengths in a shape that the program gives: None where it says None; nothing if it is not known."""
    known: tuple[Any, ...] | None = value.known if isinstance(value, Sequence) else None
    if known is None:
        return None
    lengths: list[Dim | None] = []
    for item in known:
        if isinstance(item, Constant) and item.payload is None:
            lengths.append(None)
        elif isinstance(item, Constant) and item.dim is not None:
            lengths.append(item.dim)
        else:
            lengths.append(None)
    return tuple(lengths)


def axes_after(value: Value, first: int) -> list[Dim]:
    """The lengths from there on, in a shape that `parse_shape` takes; those that are None stay open."""
    known: tuple[Any, ...] = value.known or () if isinstance(value, Sequence) else ()
    lengths = parse_shape(value) or ()
    return [
        length if length is not None else undefined() if getattr(item, "payload", "") is None else Dim.unknown()
        for item, length in zip(known[first:], lengths[first:], strict=True)
    ]
