"""Works out a symbolic graph again, with other inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.containers import Mapping, Sequence
from ..core.tensor import Tensor
from ..core.value import Arguments, Value
from .trace import Call

if TYPE_CHECKING:
    from .machine import Machine


def replay(machine: Machine, target: Value, feed: dict[int, Value]) -> Value:
    """The target with the fed tensors in their places; what does not depend on them stays as it is."""
    before = machine.caches.get("replayed")
    try:
        return _again(machine, target, feed, {})
    finally:
        machine.caches["replayed"] = before


def _again(machine: Machine, value: Value, feed: dict[int, Value], done: dict[int, Value]) -> Value:
    if id(value) in feed:
        return feed[id(value)]
    if isinstance(value, Sequence):
        items = [_again(machine, item, feed, done) for item in value.items]
        if all(new is old for new, old in zip(items, value.items, strict=True)):
            return value
        return Sequence(value.type_name, items, value.rest, value.contents.number, value.names)
    if isinstance(value, Mapping):
        return Mapping({key: _again(machine, item, feed, done) for key, item in value.items.items()}, value.open)
    if not isinstance(value, Tensor) or value.node is None:
        return value
    call, path = value.node
    made = _at(call.result, path)
    if id(made) in feed:  # the same tensor, with what the path has learnt of its sizes
        return feed[id(made)]
    if id(call) not in done:
        done[id(call)] = _call_again(machine, call, feed, done)
    result = done[id(call)]
    return value if result is call.result else _at(result, path) or result


def _at(result: Value | None, path: tuple[int, ...]) -> Value | None:
    """The part of an op's result under a path of positions."""
    for index in path:
        if not isinstance(result, Sequence):
            return result
        result = result.items[index] if index >= 0 else result.rest or result
    return result


def _call_again(machine: Machine, call: Call, feed: dict[int, Value], done: dict[int, Value]) -> Value:
    given = call.given
    if given is None or call.result is None:
        return call.result or machine.gap("an op that was not recorded")
    positional = tuple(_again(machine, value, feed, done) for value in given.positional)
    keywords = {name: _again(machine, value, feed, done) for name, value in given.keywords.items()}
    changed = any(a is not b for a, b in zip(positional, given.positional, strict=True)) or any(
        keywords[name] is not given.keywords[name] for name in keywords
    )
    if not changed:
        return call.result
    machine.caches["replayed"] = call.made or call.span
    recorded = len(machine.trace.calls)
    result = machine.apply(call.spec.path, Arguments(positional, keywords, {}, given.open), call.fixed)
    for again in machine.trace.calls[recorded:]:
        _remark_once(call, again)
    return result


def _remark_once(call: Call, again: Call) -> None:
    """What only runs wrongly is told where the op stands, and only if it was not told already."""
    known = {remark.kind for remark in call.remarks}
    again.remarks = tuple(remark for remark in again.remarks if remark.kind not in known)
    if again.remarks and again.mismatch is None:
        again.span = call.made or call.span
