"""`threading`, `multiprocessing` and `concurrent.futures`: what runs beside the program is run where it is started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, join_all
from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Unknown, Value
from ..declare import declare
from .copies import copied_deeply
from .tools import answering, anything, harmless, native, sequence_of, without_first
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

    Method = Callable[[Context, Arguments], Value]

# -- threads and processes -----------------------------------------------------------------------------------------

_GIVEN = {"target": 1, "args": 3, "kwargs": 4}


def _init(context: Context, arguments: Arguments) -> Value:
    thread = arguments.positional[0]
    if isinstance(thread, Instance):
        for name, at in _GIVEN.items():
            thread.hide(context, name, arguments.get(at + 1, name) or NONE)
    return NONE


def _spread(given: object) -> Arguments:
    """`args` and `kwargs` as the arguments of a call."""
    args, kwargs = given if isinstance(given, tuple) else (NONE, NONE)
    known = args.known if isinstance(args, Sequence) else () if args is NONE else None
    names = kwargs.items if isinstance(kwargs, Mapping) and not kwargs.open else {} if kwargs is NONE else None
    keywords = {str(name): value for name, value in (names or {}).items()}
    return Arguments(known or (), keywords, open=known is None or names is None)


def _run(context: Context, arguments: Arguments) -> Value:
    thread = arguments.positional[0]
    target = thread.hidden("target") if isinstance(thread, Instance) else None
    if not isinstance(target, Value) or target is NONE or not isinstance(thread, Instance):
        return NONE
    return context.call(target, _spread((thread.hidden("args"), thread.hidden("kwargs"))))


def _start(apart: bool) -> Method:
    """`apart`: a process works on copies of what it is given."""

    def start(context: Context, arguments: Arguments) -> Value:
        thread = arguments.positional[0]
        if apart and isinstance(thread, Instance):
            for name in ("args", "kwargs"):
                thread.hide(context, name, copied_deeply(context, Arguments((thread.hidden(name) or NONE,))))
        context.call(context.attribute(thread, "run"), Arguments())
        return NONE

    return start


_QUIET = {name: answering("None") for name in ("join", "terminate", "kill", "close", "cancel", "setDaemon")}
_ASKED = {name: answering("unknown") for name in ("is_alive", "isDaemon")}
for _path, _apart in {"threading.Thread": False, "multiprocessing.Process": True}.items():
    declare(_path, library_class(
        _path, CLASSES["object"], __init__=_init, run=_run, start=_start(_apart), **_QUIET, **_ASKED,
        name=Scalar("str"), daemon=Unknown("daemon"), exitcode=Unknown("exitcode"), pid=Scalar("int"),
    ))  # fmt: skip
_LOCK_METHODS = {name: answering("None") for name in ("release", "set", "clear", "notify", "notify_all", "__exit__")}
for _module in ("threading", "multiprocessing"):
    for _name in ("Lock", "RLock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier"):
        _path = f"{_module}.{_name}"
        declare(_path, library_class(
            _path, CLASSES["object"], acquire=answering("unknown"), wait=answering("unknown"),
            __enter__=answering("self"), is_set=answering("unknown"), **_LOCK_METHODS,
        ))  # fmt: skip
harmless("threading", unknown="Timer local current_thread main_thread enumerate", int="active_count get_ident")
harmless("multiprocessing", int="cpu_count", None_="set_start_method freeze_support")
harmless("multiprocessing", unknown="Manager Value Array Pipe get_context current_process active_children")

# -- pools ---------------------------------------------------------------------------------------------------------


def _mapped(context: Context, arguments: Arguments) -> Value:
    found = context.lookup("builtins.map")
    given = Arguments(arguments.positional[1:], open=arguments.open)
    return context.call(found, given) if found is not None else anything("iterator", "element of map()")


def _listed(method: Method) -> Method:
    def run(context: Context, arguments: Arguments) -> Value:
        # a pool's map takes one iterable; what follows is the size of its chunks
        found = method(context, Arguments(arguments.positional[:3], open=arguments.open))
        contents = found.contents if isinstance(found, Sequence) else None
        return Unknown("results of a pool") if contents is None else Sequence("list", *contents)

    return run


def _starred(context: Context, arguments: Arguments) -> Value:
    found = context.lookup("itertools.starmap")
    given = Arguments(arguments.positional[1:3], open=arguments.open)
    return context.call(found, given) if found is not None else anything("iterator", "element of starmap()")


def _applied(context: Context, arguments: Arguments) -> Value:
    """`pool.apply(function, args, kwds)`"""
    function = arguments.get(1, "func") or NONE
    args, kwargs = arguments.get(2, "args") or NONE, arguments.get(3, "kwds") or NONE
    return context.call(function, _spread((args, kwargs)))


def _future(result: Value) -> Instance:
    made = Instance(FUTURE)
    made.state[" result"] = result
    return made


def _later(method: Method) -> Method:
    return lambda context, arguments: _future(method(context, arguments))


def _submitted(context: Context, arguments: Arguments) -> Value:
    function = arguments.get(1, "fn") or NONE
    rest = without_first(without_first(arguments))
    return _future(context.call(function, rest))


def _result(context: Context, arguments: Arguments) -> Value:
    future = arguments.positional[0]
    found = future.hidden("result") if isinstance(future, Instance) else None
    return found if isinstance(found, Value) else Unknown("result of a future")


FUTURE = library_class(
    "concurrent.futures.Future", CLASSES["object"], result=_result, get=_result, wait=answering("None"),
    done=answering("unknown"), cancel=answering("unknown"), add_done_callback=answering("None"),
    exception=answering("unknown"), ready=answering("unknown"), successful=answering("unknown"),
)  # fmt: skip
declare("concurrent.futures.Future", FUTURE)
_LEAVING = {name: answering("None") for name in ("shutdown", "close", "terminate", "join", "__init__", "__exit__")}
for _name in ("ThreadPoolExecutor", "ProcessPoolExecutor"):
    _path = f"concurrent.futures.{_name}"
    _pool = library_class(
        _path, CLASSES["object"], map=_mapped, submit=_submitted, __enter__=answering("self"), **_LEAVING
    )
    declare(_path, _pool)
for _path in ("multiprocessing.Pool", "multiprocessing.pool.Pool", "multiprocessing.pool.ThreadPool",
              "multiprocessing.dummy.Pool"):  # fmt: skip
    declare(_path, library_class(
        _path, CLASSES["object"], map=_listed(_mapped), imap=_mapped, starmap=_listed(_starred), apply=_applied,
        imap_unordered=lambda context, arguments: _unordered(_mapped(context, arguments)),
        map_async=_later(_listed(_mapped)), starmap_async=_later(_listed(_starred)), apply_async=_later(_applied),
        __enter__=answering("self"), **_LEAVING,
    ))  # fmt: skip


def _unordered(found: Value | None) -> Sequence:
    each = tuple(found) if isinstance(found, Sequence) else ()
    if not each or not isinstance(found, Sequence):
        return anything("iterator", "one of several results")
    return Sequence("iterator", (), join_all(each), found.size) if len(each) > 1 else found


@native("concurrent.futures.as_completed")
def completed(context: Context, arguments: Arguments) -> Value:
    """Futures in the order in which they end."""
    found = sequence_of(context, arguments.positional[0]) if arguments.positional else None
    results = [one.hidden("result") for one in found or () if isinstance(one, Instance)]
    each = tuple(one for one in results if isinstance(one, Value))
    if found is None or not each:
        return anything("iterator", "a future")
    return Sequence("iterator", (), _future(join_all(each)), found.size)


harmless("concurrent.futures", unknown="wait FIRST_COMPLETED ALL_COMPLETED TimeoutError")


@native("torch.multiprocessing.spawn", "torch.multiprocessing.start_processes")
def spawned(context: Context, arguments: Arguments) -> Value:
    """Every process calls the function with its number; the first stands for all."""
    function, args = arguments.get(0, "fn") or NONE, arguments.get(1, "args") or NONE
    given = _spread((copied_deeply(context, Arguments((args,))), NONE))
    context.call(function, given.after(Constant(0)))
    return NONE
