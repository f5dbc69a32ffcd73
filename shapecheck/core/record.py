"""Records: what a dataclass is, without what it costs at import, where there are many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from typing_extensions import Self, dataclass_transform

    Made = TypeVar("Made")
else:

    def dataclass_transform(**_: Any) -> Any:
        return lambda cls: cls


class _Field:
    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def field(*, default_factory: Callable[[], Made]) -> Made:
    """A field that is made anew for every record that is not given it."""
    return _Field(default_factory)  # type: ignore[return-value]


@dataclass_transform(field_specifiers=(field,))
class Record:
    """Its annotations are its fields, in order; what the class holds under their names are their defaults."""

    names: ClassVar[tuple[str, ...]] = ()
    _made: ClassVar[tuple[tuple[str, Callable[[], Any]], ...]] = ()

    def __init_subclass__(cls) -> None:
        held = cls.__dict__
        own = held.get("__annotations__", ())
        cls.names = (*cls.names, *own)
        made = [(name, held[name].make) for name in own if isinstance(held.get(name), _Field)]
        cls._made = (*cls._made, *made)

    def __init__(self, *values: Any, **named: Any) -> None:
        for name, value in zip(self.names, values, strict=False):
            setattr(self, name, value)
        for name, value in named.items():
            setattr(self, name, value)
        for name, make in self._made:
            if isinstance(getattr(self, name), _Field):
                setattr(self, name, make())


class EqualRecord(Record):
    """A record that is equal to another of the same content."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._held == other._held

    def __hash__(self) -> int:
        return hash(self._held)

    @property
    def _held(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self.names])

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._held}"

    def changed(self, **changes: Any) -> Self:
        """The same with other content in some fields."""
        return type(self)(**{**dict(zip(self.names, self._held, strict=True)), **changes})
