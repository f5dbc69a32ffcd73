"""Declared layers as classes of the program, so that the user's classes can derive from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.convert import to_value
from ..core.dim import Dim
from ..core.objects import Class, Instance
from ..core.plain import NONE, Constant
from ..core.value import Arguments, Native, Unknown, Value
from .changed import changes

if TYPE_CHECKING:
    from ..core.value import Context
    from .declare import Spec


class Part(Value):
    """A layer that another one makes for itself: its class, by its path, and the constructor's arguments."""

    __slots__ = ("arguments", "path")

    def __init__(self, path: str, **arguments: Value | Dim | int) -> None:
        self.path = path
        self.arguments = {name: Constant(one) if isinstance(one, Dim) else to_value(one)
                          for name, one in arguments.items()}  # fmt: skip

    def make(self, context: Context) -> Value:
        given = {name: made(context, one) for name, one in self.arguments.items()}
        cls = context.lookup(self.path)
        return Unknown(self.path) if cls is None else context.call(cls, Arguments((), given))


def made(context: Context, value: Value) -> Value:
    """The value, or the layer that it describes."""
    return value.make(context) if isinstance(value, Part) else value


def layer_class(spec: Spec, base: Value | None) -> Class:
    """The class of a declared layer.

    An instance keeps the constructor's arguments under " constructor" (as values, by parameter name), the place of
    its construction under " made", and shows the arguments and the declared weights as attributes. What its
    methods said since (`train()`) stands under " mode", by the parameter that the declaration has for it. Weights
    that were read are kept under " weights", so that what is done to them is seen.
    """

    def construct(context: Context, arguments: Arguments) -> Value:
        instance = arguments.positional[0]
        context.construct(instance, spec.path, _without_self(arguments))
        return NONE

    def call(context: Context, arguments: Arguments) -> Value:
        instance = arguments.positional[0]
        fixed: dict[str, Value] = {}
        for kept in ("constructor", "mode"):
            found = instance.hidden(kept) if isinstance(instance, Instance) else None
            if isinstance(found, Value):  # made by code that was given up
                return context.gap(f"{spec.path}: {getattr(found, 'reason', kept)}", op=True)
            fixed.update(found or {})
        changed = changes(context, spec, instance) if isinstance(instance, Instance) else {}
        if changed is None:
            return context.gap(f"{spec.path}: its attributes were changed", op=True)
        fixed.update(changed)
        return context.apply(spec.path, _without_self(arguments), fixed={"": instance, **fixed})

    def attribute(context: Context, arguments: Arguments) -> Value:
        instance, name = arguments.positional[0], arguments.positional[1]
        if not isinstance(instance, Instance):
            return context.gap(f"{spec.path}: an attribute")
        return _attribute(context, spec, instance, str(getattr(name, "payload", "")))

    members: dict[str, Value] = {
        "__init__": Native(f"{spec.path}.__init__", construct),
        spec.dialect.layer_method: Native(f"{spec.path}.{spec.dialect.layer_method}", call),
        "__getattr__": Native(f"{spec.path}.__getattr__", attribute),
    }
    bases = [base] if base is not None else []
    return Class(spec.path.rpartition(".")[2], bases, members, spec.path)


def _attribute(context: Context, spec: Spec, instance: Instance, name: str) -> Value:
    given = instance.hidden("constructor")
    constructor: dict[str, Value] = given if isinstance(given, dict) else {}
    kept: dict[str, Value] = instance.hidden("weights") or {}
    if name in kept:
        return kept[name]
    weights = context.weights(spec.path, constructor) if spec.weights else {}
    if name in weights:  # before a constructor's argument of the same name: `bias`
        found = made(context, weights[name])
        instance.hide(context, "weights", {**kept, name: found})
        return found
    if name in constructor:
        return constructor[name]
    for parameter in spec.constructor_parameters:
        if parameter.name == name and not isinstance(parameter.default, type):
            return to_value(parameter.default)
    weight = spec.dialect.weight(instance, name) if spec.dialect.weight is not None else None
    if weight is not None:
        instance.hide(context, "weights", {**kept, name: weight})
        return weight
    return context.gap(f"{spec.path}.{name}")


def _without_self(arguments: Arguments) -> Arguments:
    spans = {k - 1 if isinstance(k, int) else k: span for k, span in arguments.spans.items() if k != 0}
    return Arguments(arguments.positional[1:], arguments.keywords, spans, arguments.open)
