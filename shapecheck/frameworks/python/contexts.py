"""`contextlib`: what `with` enters and leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.objects import Instance, library_class
from ...core.plain import NONE
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .tools import answering, harmless, native, sequence_of, without_first
from .types import CLASSES

if TYPE_CHECKING:
    from ...core.value import Context

_QUIET = library_class("contextlib.nullcontext", __enter__=answering("None"), __exit__=answering("None"))


@native("warnings.catch_warnings", "contextlib.suppress", "contextlib.redirect_stdout", "contextlib.redirect_stderr")
def quiet(context: Context, arguments: Arguments) -> Value:
    return Instance(_QUIET)


# -- one value -----------------------------------------------------------------------------------------------------


def _enter(context: Context, arguments: Arguments) -> Value:
    manager = arguments.positional[0]
    given = manager.hidden("given") if isinstance(manager, Instance) else None
    return given if isinstance(given, Value) else NONE


def _close(context: Context, arguments: Arguments) -> Value:
    context.call(context.attribute(_enter(context, arguments), "close"), Arguments())
    return NONE


_HOLDING = library_class("contextlib.nullcontext", __enter__=_enter, __exit__=answering("None"))
_CLOSING = library_class("contextlib.closing", __enter__=_enter, __exit__=_close)


@native("contextlib.nullcontext")
def null_context(context: Context, arguments: Arguments) -> Value:
    made = Instance(_HOLDING)
    made.state[" given"] = arguments.get(0, "enter_result") or NONE
    return made


@native("contextlib.closing")
def closing(context: Context, arguments: Arguments) -> Value:
    made = Instance(_CLOSING)
    made.state[" given"] = arguments.get(0, "thing") or NONE
    return made


# -- generators ----------------------------------------------------------------------------------------------------


def _begin(context: Context, arguments: Arguments) -> Value:
    """The generator runs up to its `yield`; one that cannot be stopped there runs to its end."""
    manager = arguments.positional[0]
    function, given = manager.hidden("called") or (NONE, Arguments()) if isinstance(manager, Instance) else (NONE, None)
    if not isinstance(manager, Instance) or given is None:
        return Unknown("what a context manager gives")
    paused = context.pause(function, given)
    if paused is not None:
        manager.hide(context, "rest", paused[1])
        return paused[0]
    found = sequence_of(context, context.call(function, given))
    return next(iter(found), NONE) if found is not None else Unknown("what a context manager gives")


def _end(context: Context, arguments: Arguments) -> Value:
    manager = arguments.positional[0]
    rest = manager.hidden("rest") if isinstance(manager, Instance) else None
    if rest is not None and isinstance(manager, Instance):
        manager.hide(context, "rest", None)
        rest()
    return NONE


def _decorate(context: Context, arguments: Arguments) -> Value:
    """As a decorator it runs around the function."""
    manager, function = (*arguments.positional, NONE)[:2]

    def run(context: Context, arguments: Arguments) -> Value:
        _begin(context, Arguments((manager,)))
        result = context.call(function, arguments)
        _end(context, Arguments((manager,)))
        return result

    return Native("wrapped", run) if function.kind in ("function", "method") else function


_GENERATED = library_class("contextlib._GeneratorContextManager", __enter__=_begin, __exit__=_end, __call__=_decorate)


@native("contextlib.contextmanager")
def context_manager(context: Context, arguments: Arguments) -> Value:
    function = arguments.positional[0] if arguments.positional else NONE

    def make(context: Context, arguments: Arguments) -> Value:
        made = Instance(_GENERATED)
        made.state[" called"] = (function, arguments)
        return made

    return Native("contextmanager", make)


# -- several -------------------------------------------------------------------------------------------------------


def _remember(context: Context, stack: Instance, entry: Instance | tuple[Value, Arguments]) -> None:
    entries = stack.hidden("managers") or ()
    if isinstance(entries, tuple):
        stack.hide(context, "managers", (*entries, entry))


def _enter_one(context: Context, arguments: Arguments) -> Value:
    """`stack.enter_context(manager)`"""
    stack, manager = (*arguments.positional, NONE)[:2]
    if not isinstance(stack, Instance) or not isinstance(manager, Instance):
        return manager
    entered = manager.special(context, "__enter__")
    _remember(context, stack, manager)
    return manager if entered is None else entered


def _push(context: Context, arguments: Arguments) -> Value:
    """`stack.callback(function, *args)`"""
    stack = arguments.positional[0]
    if isinstance(stack, Instance) and len(arguments.positional) > 1:
        later = (arguments.positional[1], without_first(without_first(arguments)))
        _remember(context, stack, later)
        return arguments.positional[1]
    return NONE


def _leave_all(context: Context, arguments: Arguments) -> Value:
    stack = arguments.positional[0]
    entries = stack.hidden("managers") or () if isinstance(stack, Instance) else ()
    if not isinstance(entries, tuple):  # paths met on which it holds different ones
        return Unknown("what a stack of context managers ends with")
    for entry in reversed(entries):
        if isinstance(entry, Instance):
            entry.special(context, "__exit__", NONE, NONE, NONE)
        else:
            context.call(*entry)
    if isinstance(stack, Instance):
        stack.hide(context, "managers", ())
    return NONE


declare("contextlib.ExitStack", library_class(
    "contextlib.ExitStack", CLASSES["object"], __enter__=answering("self"), __exit__=_leave_all, close=_leave_all,
    enter_context=_enter_one, callback=_push, push=answering("None"), pop_all=answering("self"),
))  # fmt: skip
for _name in ("ContextDecorator", "AbstractContextManager", "AbstractAsyncContextManager"):
    declare(f"contextlib.{_name}", library_class(f"contextlib.{_name}", CLASSES["object"]))
harmless("contextlib", unknown="asynccontextmanager AsyncExitStack")
