"""Classes and their instances, of the user's code and of libraries alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .members import Property as Property
from .members import Static as Static
from .state import MISSING, serial
from .value import Arguments, Native, State, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from .value import Context


class Class(Value):
    """A class: its members, and the classes it derives from.

    `path` is the full path of a library's class, or None for the user's. A base that is not a `Class` makes
    everything that is not found here unknown.
    """

    __slots__ = ("_order", "bases", "hooked", "name", "path", "state")
    kind = "class"

    def __init__(
        self, name: str, bases: Iterable[Value] = (), members: dict[str, Value] | None = None, path: str | None = None
    ) -> None:
        self.name = name
        self.bases = tuple(bases)
        self.path = path
        self.state: dict[str, Value] = members if members is not None else State()
        inherited = any(isinstance(base, Class) and base.hooked for base in self.bases)
        self.hooked: bool = inherited or "__getattribute__" in self.state
        self._order: tuple[Class, ...] | None = None

    def mro(self) -> tuple[Class, ...]:
        """The classes in the order in which members are looked up; Python's C3 order."""
        if self._order is None:
            self._order = tuple(self._linear())
        return self._order

    def _linear(self) -> list[Class]:
        chains = [list(base.mro()) for base in self.bases if isinstance(base, Class)]
        chains.append([base for base in self.bases if isinstance(base, Class)])
        order = [self]
        while any(chains):
            chains = [chain for chain in chains if chain]
            heads = (chain[0] for chain in chains)
            head = next((h for h in heads if not any(h in chain[1:] for chain in chains)), chains[0][0])
            order.append(head)
            chains = [[cls for cls in chain if cls is not head] for chain in chains]
        return order

    @property
    def is_open(self) -> bool:
        """A base is not known, so members may exist that we do not see."""
        return any(not isinstance(base, Class) or base.is_open for base in self.bases)

    def find(self, name: str, after: Class | None = None) -> Value | None:
        """The member, looked up along the bases; `after` starts behind that class, as `super()` does."""
        order = self.mro()
        if after is not None and after in order:
            order = order[order.index(after) + 1 :]
        return next((cls.state[name] for cls in order if name in cls.state), None)

    def is_a(self, path: str) -> bool:
        """Derives from the library class of that path."""
        return any(cls.path == path for cls in self.mro())

    def library_path(self) -> str | None:
        """The path of the nearest library class."""
        return next((cls.path for cls in self.mro() if cls.path), None)

    def attribute(self, context: Context, name: str) -> Value:
        if name == "__name__":
            from .plain import Constant

            return Constant(self.name)
        if name == "__dict__":
            from .containers import Mapping

            shown: dict[Hashable, Value] = {"__module__": Unknown("a module's name"), "__doc__": Unknown("a text")}
            shown.update((key, value) for key, value in self.state.items() if not key.startswith(" "))
            return Mapping(shown)
        found = self.find(name)
        if isinstance(found, Static):
            return bind(found.function, self) if found.of_class else found.function
        return found if found is not None else Unknown(f"{self.name}.{name}")

    def set_attribute(self, context: Context, name: str, new: Value) -> None:
        context.write(self.state, name, new)

    def call(self, context: Context, arguments: Arguments) -> Value:
        make = self.find("__new__")
        if isinstance(make, Native):
            return context.call(make, arguments.after(self))
        made = context.call(make, arguments.after(self)) if make is not None and make.kind == "function" else None
        if made is not None and not (isinstance(made, Instance) and self in made.cls.mro()):
            return made
        instance = made if isinstance(made, Instance) else Instance(self)
        init = self.find("__init__")
        if init is not None:
            context.call(init, arguments.after(instance))
        return instance

    def item(self, context: Context, index: Value) -> Value:
        """`cls[index]`: a generic class with its arguments, or a member of an enumeration."""
        found = self.find("__class_getitem__")
        if found is None:
            return Unknown(f"item of {self.name}")
        function = found.function if isinstance(found, Static) else found
        return context.call(function, Arguments((self, index)))

    def elements(self, context: Context) -> Value:
        """Of a class of a library that can be gone through."""
        found = self.find(" elements")
        return Unknown(f"elements of {self.name}") if found is None else context.call(found, Arguments((self,)))

    def length(self, context: Context) -> Value:
        return self.elements(context).length(context)

    def truth(self, context: Context) -> bool | None:
        return True

    def key(self) -> Hashable | None:
        return ("class", self)

    def __repr__(self) -> str:
        return f"Class({self.path or self.name})"


class Instance(Value):
    """An object: its class and its attributes.

    `state` holds the attributes by name; what a library's class keeps for itself has names that start with a space.
    """

    __slots__ = ("cls", "state")

    @property
    def by_identity(self) -> bool:  # type: ignore[override]
        if self.cls.find(" elements") is not None:  # a member of an enumeration, unless it is a text or number too
            return self.hidden("held") is None
        return self.cls.find("__eq__") is None and self.cls.find("__hash__") is None

    def __init__(self, cls: Class, state: dict[str, Any] | None = None) -> None:
        self.cls = cls
        self.state: dict[str, Any] = state if state is not None else State()

    @property
    def kind(self) -> str:  # type: ignore[override]
        return self.cls.name

    def hidden(self, name: str) -> Any:
        """What a library's class keeps under a name, or None."""
        return self.state.get(" " + name)

    def hide(self, context: Context, name: str, what: object) -> None:
        context.write(self.state, " " + name, what)

    def visible(self) -> Iterator[tuple[str, Value]]:
        """The attributes that the program sees."""
        return ((name, value) for name, value in self.state.items() if not name.startswith(" "))

    def attribute(self, context: Context, name: str) -> Value:
        own = self.cls.find("__getattribute__") if self.cls.hooked else None
        if own is None:
            return self.read(context, name)
        from .plain import Constant

        return context.call(own, Arguments((self, Constant(name))))

    def read(self, context: Context, name: str) -> Value:
        """An attribute, whatever `__getattribute__` says."""
        found = self.cls.find(name)
        if isinstance(found, Property):
            return context.call(found.getter, Arguments((self,)))
        if isinstance(found, Instance) and found.cls.find("__get__") is not None and (
            name not in self.state or found.cls.find("__set__") is not None
        ):
            return found.special(context, "__get__", self, self.cls) or Unknown(name)
        if name in self.state:
            value: Value = self.state[name]
            return value
        if name == "__class__":
            return self.cls
        shared = self.hidden("shared")
        if shared is not None and name in shared.items:
            item: Value = shared.items[name]
            return item
        if name == "__dict__":
            from .attributes import Attributes

            return Attributes(self)
        if found is not None:
            member = bind(found, self)
            if member is not found or not self.hidden("open"):
                return member
            return Unknown(f"{self.cls.name}.{name}, which may have been set")
        fallback = self.cls.find("__getattr__")
        if fallback is not None:
            from .plain import Constant

            return context.call(fallback, Arguments((self, Constant(name))))
        return Unknown(f"{self.cls.name}.{name}", ("attribute", serial(self.state), name))

    def set_attribute(self, context: Context, name: str, new: Value) -> None:
        own = self.cls.find("__setattr__")
        if own is None or (isinstance(own, Native) and own.name == "object.__setattr__"):
            self.put(context, name, new)
        else:
            from .plain import Constant

            context.call(own, Arguments((self, Constant(name), new)))

    def put(self, context: Context, name: str, new: Value) -> None:
        """Sets an attribute, whatever `__setattr__` says."""
        if name == "__dict__":
            self._share(context, new)
            return
        shared = self.hidden("shared")
        if shared is not None:
            from .plain import Constant

            shared.set_item(context, Constant(name), new)
            return
        found = self.cls.find(name)
        if isinstance(found, Property) and found.setter is not None:
            context.call(found.setter, Arguments((self, new)))
        elif isinstance(found, Instance) and found.cls.find("__set__") is not None:
            found.special(context, "__set__", self, new)
        else:
            context.write(self.state, name, new)

    def delete_attribute(self, context: Context, name: str) -> Value:
        if name not in self.state:
            return Unknown(f"deletion of attribute {name}")
        context.write(self.state, name, MISSING)
        return self

    def put_anywhere(self, context: Context) -> None:
        """Sets an attribute whose name is not known: any plain one may have been replaced."""
        self.hide(context, "open", True)
        for name, old in tuple(self.visible()):
            if type(old).__name__ in ("Constant", "Scalar"):
                context.write(self.state, name, Unknown(f"attribute {name}, set under a name that is not known"))

    def _share(self, context: Context, new: Value) -> None:
        """`self.__dict__ = new`: the items of a dict, or those that the object itself holds, are its attributes."""
        from .mapping import Mapping

        held = new.hidden("held") if new is self else new
        if isinstance(held, Mapping):
            self.hide(context, "shared", held)

    def special(self, context: Context, name: str, *operands: Value) -> Value | None:
        """The result of a `__method__`, or None if the class has none."""
        found = self.cls.find(name)
        return context.call(found, Arguments((self, *operands))) if found is not None else None

    def call(self, context: Context, arguments: Arguments) -> Value:
        found = self.cls.find("__call__")
        return context.call(found, arguments.after(self)) if found else context.gap(f"call of {self.cls.name}")

    def item(self, context: Context, index: Value) -> Value:
        return self.special(context, "__getitem__", index) or Unknown(f"item of {self.cls.name}")

    def set_item(self, context: Context, index: Value, new: Value) -> None:
        self.special(context, "__setitem__", index, new)

    def delete_item(self, context: Context, index: Value) -> Value:
        return self.special(context, "__delitem__", index) or super().delete_item(context, index)

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        from .tensor import MIRRORED, OPERATORS

        name = OPERATORS.get(operator)
        if name is None:
            return None
        if reflected:
            name = OPERATORS[MIRRORED[operator]] if operator in MIRRORED else name if operator in _SAME else f"r{name}"
        result = self.special(context, f"__{name}__", other)
        if result is None and operator == "!=":
            same = self.binary(context, "==", other, reflected)
            known = None if same is None else same.truth(context)
            return Unknown("!=") if known is None and same is not None else None if known is None else _truth(not known)
        declined = isinstance(result, Unknown) and result.reason == "NotImplemented"
        return None if declined else result

    def update(self, context: Context, operator: str, other: Value) -> Value | None:
        from .tensor import OPERATORS

        result = self.special(context, f"__i{OPERATORS[operator]}__", other)
        return None if isinstance(result, Unknown) and result.reason == "NotImplemented" else result

    def elements(self, context: Context) -> Value:
        found = self.special(context, "__iter__")
        if found is None and self.cls.find("__getitem__") is not None:
            from .containers import Sequence
            from .dim import Dim
            from .plain import Constant, Scalar

            size = self.length(context)
            count = size.dim if isinstance(size, Constant) and size.dim is not None else Dim.unknown()
            return Sequence("iterator", (), self.item(context, Scalar("int")), count)
        if found is None:
            return Unknown(f"elements of {self.cls.name}")
        return Unknown("an iterator of its own") if found is self else context.iterate(found)

    def length(self, context: Context) -> Value:
        return self.special(context, "__len__") or Unknown(f"length of {self.cls.name}")

    def truth(self, context: Context) -> bool | None:
        if self.cls.is_open:
            return None
        for name in ("__bool__", "__len__"):
            answer = self.special(context, name)
            if answer is not None:
                return answer.truth(context)
        return True

    def key(self) -> Hashable | None:
        return ("instance", serial(self.state))

    def join(self, other: Value) -> Value | None:
        if not isinstance(other, Instance) or other.state is self.state:
            return self if isinstance(other, Instance) else None
        from .twins import twin

        return twin(self, other)

    def __repr__(self) -> str:
        return f"Instance({self.cls.path or self.cls.name})"


def bare(value: Value) -> Value:
    """A member of an enumeration that is a text or number too, as that."""
    held = value.hidden("held") if isinstance(value, Instance) and value.hidden("single") else None
    return held if isinstance(held, Value) else value


_SAME = ("==", "!=")


def _truth(answer: bool) -> Value:
    from .plain import Constant

    return Constant(answer)


class Bound(Value):
    """A function together with the value it is a method of."""

    __slots__ = ("function", "owner")
    kind = "method"
    by_identity = False

    def __init__(self, function: Value, owner: Value) -> None:
        self.function = function
        self.owner = owner

    def attribute(self, context: Context, name: str) -> Value:
        return self.owner if name == "__self__" else self.function.attribute(context, name)

    def call(self, context: Context, arguments: Arguments) -> Value:
        return context.call(self.function, arguments.after(self.owner))

    def truth(self, context: Context) -> bool | None:
        return True

    def key(self) -> Hashable | None:
        return ("bound", self.owner.key(), self.function)


def bind(member: Value, owner: Instance | Class) -> Value:
    """A class member as it is read from an instance."""
    if isinstance(member, Static):
        cls = owner if isinstance(owner, Class) else owner.cls
        return Bound(member.function, cls) if member.of_class else member.function
    if isinstance(member, Native) or member.kind == "function":
        return Bound(member, owner)
    return member


def library_class(path: str, *bases: Class, **methods: Callable[[Context, Arguments], Value] | Value) -> Class:
    """A class of a library; its methods get the instance as their first argument."""
    members = {name: m if isinstance(m, Value) else Native(f"{path}.{name}", m) for name, m in methods.items()}
    return Class(path.rpartition(".")[2], bases, members, path)
