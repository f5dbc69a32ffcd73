"""The objects that random numbers are drawn from, and the functions that change a state or an array."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence, join_all
from ...core.objects import Class, Instance, library_class
from ...core.plain import NONE
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import REGISTRY
from .creation import mix
from .dialect import NP
from .random import GENERATOR as METHODS
from .random import LEGACY

if TYPE_CHECKING:
    from ...core.value import Context


def _shuffle(context: Context, arguments: Arguments) -> Value:
    """The rows change places."""
    target = arguments.get(0, "x")
    if isinstance(target, Tensor):
        mix(target)
    elif isinstance(target, Sequence) and target.items:
        target.set(context, (), join_all(tuple(target)), target.size)
    return NONE


def _nothing(context: Context, arguments: Arguments) -> Value:
    return NONE


def _state(context: Context, arguments: Arguments) -> Value:
    return Unknown("the state of a generator")


def _drawing(name: str) -> Native:
    """The method of a generator: the op of that path, without the generator itself."""

    def method(context: Context, arguments: Arguments) -> Value:
        spans = {k - 1 if isinstance(k, int) else k: s for k, s in arguments.spans.items() if k != 0}
        return context.apply(name, Arguments(arguments.positional[1:], arguments.keywords, spans, arguments.open))

    return Native(name, method)


def _without_self(function: Native) -> Native:
    def method(context: Context, arguments: Arguments) -> Value:
        return function.call(context, Arguments(arguments.positional[1:], arguments.keywords))

    return Native(function.name, method)


def _members(pattern: str) -> dict[str, Value]:
    prefix = pattern.format("")
    names = [path for path in REGISTRY if path.startswith(prefix) and path.count(".") == prefix.count(".")]
    return {path[len(prefix) :]: _drawing(path) for path in names}


_STATE = {
    "shuffle": Native("numpy.random.shuffle", _shuffle), "seed": Native("numpy.random.seed", _nothing),
    "get_state": Native("numpy.random.get_state", _state), "set_state": Native("numpy.random.set_state", _nothing),
    "bytes": Native("numpy.random.bytes", _state),
}  # fmt: skip


def _class(path: str, members: dict[str, Value]) -> Class:
    def init(context: Context, arguments: Arguments) -> Value:
        return NONE

    own = {name: _without_self(function) for name, function in _STATE.items()}
    return library_class(path, __init__=init, **members, **own)


GENERATOR = _class("numpy.random.Generator", _members(METHODS))
STATE = _class("numpy.random.RandomState", _members(LEGACY))


@NP.native("numpy.random.default_rng")
def default_rng(context: Context, arguments: Arguments) -> Value:
    given = arguments.get(0, "seed")
    return given if isinstance(given, Instance) and given.cls is GENERATOR else Instance(GENERATOR)


NP.classes(GENERATOR, STATE)
NP.constants({f"numpy.random.{name}": function for name, function in _STATE.items()})
for _name in ("PCG64", "MT19937", "SeedSequence", "Philox", "SFC64"):
    NP.classes(library_class(f"numpy.random.{_name}", __init__=_nothing))
