"""The user's functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ...core.containers import Mapping, Sequence
from ...core.objects import Class, Instance, bind
from ...core.plain import NONE, Constant
from ...core.value import Native, State, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ...core.value import Arguments, Context, NativeFunction
    from ...ir.nodes import Function
    from ..machine import Machine
    from ..scope import Scope


class FunctionValue(Value):
    """A function of the user's: its code, the scope it was made in, the values of its defaults, and its class."""

    __slots__ = ("defaults", "node", "owner", "scope", "state")
    kind = "function"

    def __init__(self, node: Function, scope: Scope, defaults: dict[str, Value]) -> None:
        self.node = node
        self.scope = scope
        self.defaults = defaults
        self.owner: Class | None = None
        self.state: dict[str, Value] = State()

    def attribute(self, context: Context, name: str) -> Value:
        if name in self.state:
            return self.state[name]
        if name == "__signature__":
            return self._signature()
        if name == "__annotations__":
            return self._annotations(cast("Machine", context))
        if name == "__module__":
            return self.scope.module.vars.get("__name__") or Unknown("the name of a module")
        return Constant(self.node.name) if name == "__name__" else Unknown(f"attribute {name} of a function")

    def _signature(self) -> Value:
        """The parameters: by name, how each is given, and its default where it has one."""
        each = ((p.name, (Constant(p.by), *filter(None, [self.defaults.get(p.name)]))) for p in self.node.parameters)
        return Mapping({name: Sequence.tuple(about) for name, about in each})

    def _annotations(self, machine: Machine) -> Value:
        from ..evaluate import evaluate

        noted = ((p.name, p.annotation) for p in self.node.parameters)
        return Mapping({name: evaluate(machine, self.scope, note) for name, note in noted if note is not None})

    def set_attribute(self, context: Context, name: str, new: Value) -> None:
        context.write(self.state, name, new)

    def call(self, context: Context, arguments: Arguments) -> Value:
        from ..calls import call_function

        return call_function(cast("Machine", context), self, arguments)

    def changes(self, context: Context) -> tuple[Value, ...]:
        from ..aftermath import captured

        return captured(cast("Machine", context), self)

    def truth(self, context: Context) -> bool | None:
        return True

    def key(self) -> Hashable | None:
        return ("function", self)

    def __repr__(self) -> str:
        return f"FunctionValue({self.node.name})"


def _nothing(context: Context, arguments: Arguments) -> Value:
    return NONE


def _made(context: Context, arguments: Arguments) -> Value:
    cls = arguments.positional[0] if arguments.positional else NONE
    return Instance(cls) if isinstance(cls, Class) else Unknown("an object")


_OBJECT: dict[str, NativeFunction] = {"__new__": _made, "__init__": _nothing, "__init_subclass__": _nothing}
"""What `object` has behind all classes."""


class Super(Value):
    """`super()`: the members of the classes behind `cls`, bound to the instance."""

    __slots__ = ("cls", "owner")
    kind = "super"

    def __init__(self, cls: Class, owner: Instance | Class) -> None:
        self.cls = cls
        self.owner = owner

    def attribute(self, context: Context, name: str) -> Value:
        order = self.owner.cls if isinstance(self.owner, Instance) else self.owner
        found = order.find(name, after=self.cls)
        if found is None and name == "__setattr__" and isinstance(self.owner, Instance):
            return Native(name, self._put)
        if found is None and name == "__getattribute__" and isinstance(self.owner, Instance):
            return Native(name, self._read)
        if found is None and not order.is_open and name in _OBJECT:
            return Native(f"object.{name}", _OBJECT[name])
        if found is None:
            return Unknown(f"super().{name}")
        return bind(found, self.owner)

    def _put(self, context: Context, arguments: Arguments) -> Value:
        """What `__setattr__` does where no class in between has its own."""
        name = getattr(arguments.positional[0], "payload", None) if len(arguments.positional) == 2 else None
        if isinstance(name, str) and isinstance(self.owner, Instance):
            self.owner.put(context, name, arguments.positional[1])
        elif isinstance(self.owner, Instance):
            self.owner.put_anywhere(context)
        return NONE

    def _read(self, context: Context, arguments: Arguments) -> Value:
        """What `__getattribute__` does where no class in between has its own."""
        name = getattr(arguments.positional[0], "payload", None) if arguments.positional else None
        known = isinstance(name, str) and isinstance(self.owner, Instance)
        return self.owner.read(context, name) if known else Unknown("an attribute")  # type: ignore[union-attr, arg-type]
