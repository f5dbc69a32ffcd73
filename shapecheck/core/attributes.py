"""The attributes of an object as a dict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .mapping import Entries, Mapping
from .value import Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Hashable

    from .objects import Instance
    from .value import Context


class Attributes(Mapping):
    """`instance.__dict__`: what is put into it is an attribute from then on."""

    __slots__ = ("owner",)

    def __init__(self, owner: Instance) -> None:
        super().__init__()
        self.owner = owner

    @property
    def contents(self) -> Entries:
        return Entries(dict(self.owner.visible()), bool(self.owner.hidden("open")))

    def set(self, context: Context, items: dict[Hashable, Value], open: bool | None = None) -> None:
        held = dict(self.owner.visible())
        for name, value in items.items():
            if held.get(str(name)) is not value:
                context.write(self.owner.state, name, value)
        for name in held.keys() - items.keys():
            context.write(self.owner.state, name, Unknown(f"attribute {name}, which was removed"))
        if open:  # any attribute may have been set
            for name in dict(self.owner.visible()):
                context.write(self.owner.state, name, Unknown(f"attribute {name}, which may have been set"))
            self.owner.hide(context, "open", True)

    def join(self, other: Value) -> Value | None:
        return self if isinstance(other, Attributes) and other.owner.state is self.owner.state else super().join(other)
