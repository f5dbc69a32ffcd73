"""What a program does to the world, and what waits: made harmless, and told.

Files are written to a folder of the run's own, and read from there afterwards; nothing is fetched, nothing is started.
"""

from __future__ import annotations

import builtins
import io
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from . import loops
from .state import FETCHED, STATE, Ended, Unreal, asking, at, own, place

_OPEN = io.open
_WRITTEN: dict[str, str] = {}
"""Where what was written to a path really is."""
FOLDER: list[str] = []
_EXISTS, _ISFILE, _ISDIR, _REMOVE = os.path.exists, os.path.isfile, os.path.isdir, os.remove
_FOLDERS: dict[str, None] = {}


def by_program(depth: int = 3) -> bool:
    """Whether the program itself asks, or a library that is no part of Python: not a framework at its start."""
    return asking(depth)[1] is not None


def shadow(path: Any) -> str:
    """The file of the run's own that stands for a path."""
    key = os.path.abspath(os.fspath(path))
    if key not in _WRITTEN:
        _WRITTEN[key] = os.path.join(FOLDER[0], f"{len(_WRITTEN)}-{os.path.basename(key)[-80:]}")
    return _WRITTEN[key]


def written(path: Any) -> str:
    """The path, or what stands for it since it was written."""
    if not isinstance(path, (str, os.PathLike)):
        return str(path)
    return _WRITTEN.get(os.path.abspath(os.fspath(path)), str(os.fspath(path)))


def _open(file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
    if isinstance(file, (str, os.PathLike)) and STATE.files:
        real = os.path.abspath(os.fspath(file))
        writes = isinstance(mode, str) and any(letter in mode for letter in "wax+")
        if writes and not real.startswith((FOLDER[0], "/dev/")):
            target = shadow(file)
            if _EXISTS(real) and not _EXISTS(target) and "w" not in mode and _ISFILE(real):
                shutil.copyfile(real, target)
            return _OPEN(target, mode.replace("x", "w"), *args, **kwargs)
        file = written(file)
    return _OPEN(file, mode, *args, **kwargs)


def _made(path: Any, *_: Any, **__: Any) -> None:
    _FOLDERS.setdefault(os.path.abspath(os.fspath(path)))


def _known(real: Callable[[Any], bool], table: Any) -> Callable[[Any], bool]:
    def known(path: Any) -> bool:
        if isinstance(path, (str, os.PathLike)) and os.path.abspath(os.fspath(path)) in table:
            return True
        found = real(path)
        if not found:
            STATE.missing = place(2)
        return found

    return known


class _Both:
    """Whether a path is in either table."""

    def __contains__(self, path: object) -> bool:
        return path in _WRITTEN or path in _FOLDERS


def _quiet(what: str, result: Any = None) -> Callable[..., Any]:
    def nothing(*_: Any, **__: Any) -> Any:
        STATE.note(f"{what} is not done{at()}")
        return result

    return nothing


def _where_programs_ask(module: Any, name: str, instead: Callable[..., Any]) -> None:
    """Replaces a function for the program alone: Python's own libraries and the frameworks get the real one."""
    real = getattr(module, name)

    def choose(*args: Any, **kwargs: Any) -> Any:
        return (instead if by_program() else real)(*args, **kwargs)

    choose.__name__ = name
    setattr(module, name, choose)


def _sleep(seconds: float = 0) -> None:
    loops.WAITS[0] += 1


def _ask(prompt: object = "") -> str:
    loops.WAITS[0] += 1
    if loops.WAITS[0] > 50:
        raise Ended(f"the program asks for input again and again{at()}")
    STATE.note(f"the question is answered with 1{at()}")
    STATE.doubtful = STATE.doubtful or f"input is made up{at()}"
    return "1"


def _fetch(*_: Any, **__: Any) -> Any:
    text = f"{FETCHED}{at()}"
    STATE.note(text)
    raise Unreal(text)


class Process:
    """What the program gets for a process that is not started."""

    def __init__(self, *_: Any, **kwargs: Any) -> None:
        STATE.note(f"no process is started{at()}")
        STATE.doubtful = STATE.doubtful or f"a process that was not started{at()}"
        empty: Any = "" if kwargs.get("text") or kwargs.get("universal_newlines") or kwargs.get("encoding") else b""
        self.args, self.pid, self.returncode = _[:1], 0, 0
        self.stdin, self.empty = io.StringIO() if empty == "" else io.BytesIO(), empty
        self.stdout = self.stderr = io.StringIO() if empty == "" else io.BytesIO()

    def communicate(self, *_: Any, **__: Any) -> Any:
        return self.empty, self.empty

    def wait(self, *_: Any, **__: Any) -> int:
        return 0

    poll = send_signal = terminate = kill = wait

    def __enter__(self) -> Process:
        return self

    def __exit__(self, *_: object) -> None:
        return None


def _completed(*args: Any, **kwargs: Any) -> Any:
    empty = Process(*args, **kwargs).empty
    return subprocess.CompletedProcess(args[:1], 0, empty, empty)


def _exit(code: int = 0) -> None:
    raise Ended(f"the program ends itself{at()}") if code else SystemExit(0)


def _fork() -> int:
    """A real child, which ends at once: the program goes on as the parent."""
    STATE.note(f"what a forked process does is not followed{at()}")
    assert _FORK is not None
    child = _FORK()
    if child == 0:
        _EXIT(0)
    return int(child)


_FORK, _EXIT = getattr(os, "fork", None), os._exit
_SIGNAL, _KILL = signal.signal, os.kill


def _signal(number: Any, handler: Any) -> Any:
    return signal.SIG_DFL if number in (getattr(signal, "SIGALRM", 0), signal.SIGTERM) else _SIGNAL(number, handler)


def _kill(pid: int, number: int) -> None:
    if pid in (0, os.getpid()):
        raise Ended(f"the program ends itself{at()}")
    STATE.note(f"no signal is sent{at()}")


def _processes() -> None:
    """Processes of Python's own kind run here, one after another."""
    from multiprocessing import process

    process.BaseProcess.start = lambda self: self.run()  # type: ignore[method-assign]
    process.BaseProcess.join = lambda self, timeout=None: None  # type: ignore[method-assign]
    process.BaseProcess.is_alive = lambda self: False  # type: ignore[method-assign]
    for name in ("terminate", "kill", "close"):
        setattr(process.BaseProcess, name, lambda self: None)


def _files() -> None:
    builtins.open = io.open = _open
    os.path.exists = os.path.lexists = _known(_EXISTS, _Both())  # type: ignore[assignment]
    os.path.isfile = _known(_ISFILE, _WRITTEN)  # type: ignore[assignment]
    os.path.isdir = _known(_ISDIR, _FOLDERS)  # type: ignore[assignment]
    for name in ("mkdir", "makedirs"):
        _where_programs_ask(os, name, _made)
    for name in ("remove", "unlink", "rmdir", "removedirs", "rename", "replace", "symlink", "link", "chmod"):
        if hasattr(os, name):
            _where_programs_ask(os, name, lambda *_, **__: None)
    for name in ("rmtree", "move", "copy", "copy2", "copyfile", "copytree", "unpack_archive", "make_archive"):
        _where_programs_ask(shutil, name, lambda *args, **__: args[-1] if args else None)
    import pathlib

    def made(self: Any, *_: Any, **__: Any) -> None:
        _made(self)

    _where_programs_ask(pathlib.Path, "mkdir", made)
    _where_programs_ask(pathlib.Path, "unlink", lambda *_, **__: None)


def tame() -> None:
    """Takes effect for the rest of the process."""
    _files()
    _processes()
    time.sleep = _sleep  # type: ignore[assignment]
    builtins.input = _ask
    for name in ("connect", "connect_ex"):
        setattr(socket.socket, name, _fetch)
    socket.getaddrinfo = socket.create_connection = socket.gethostbyname = _fetch
    for name in ("run", "call", "check_call", "check_output"):
        instead: Any = {"run": _completed, "check_output": lambda *a, **k: Process(*a, **k).empty}.get(name)
        _where_programs_ask(subprocess, name, instead or (lambda *a, **k: Process(*a, **k).wait()))
    _where_programs_ask(subprocess, "Popen", Process)
    subprocess.Popen.__class_getitem__ = classmethod(lambda cls, item: cls)  # type: ignore[method-assign,assignment]
    _where_programs_ask(os, "system", _quiet("a command", 0))
    os._exit = _exit  # type: ignore[assignment]
    os.abort = lambda: _exit(1)  # type: ignore[assignment,return-value]
    for name in [each for each in dir(os) if each.startswith(("exec", "spawn")) and callable(getattr(os, each))]:
        setattr(os, name, lambda *_: _exit(1))
    if _FORK is not None:
        os.fork = _fork
    signal.signal = _signal  # type: ignore[assignment]
    signal.pause = lambda: _sleep()
    _where_programs_ask(os, "kill", _kill)
    random.seed(0)
    sys.stdin = io.StringIO("")


__all__ = ["FOLDER", "own", "place", "shadow", "tame", "written"]
