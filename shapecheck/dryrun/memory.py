"""Answers of the worker that are remembered: those of this run, and of earlier ones.

An answer belongs to a question, to what the interpreter has installed, and to the worker's own code. What is installed
is remembered together with the times at which its folders changed, so that where every answer is known no process is
started at all.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

from .conversation import PROGRAM, PROTOCOL, Failed, interpreter

if TYPE_CHECKING:
    from .conversation import Json, Worker
    from .store import Store

_ENVIRONMENT = ("KERAS_BACKEND", "TF_USE_LEGACY_KERAS")
"""What decides which framework answers, besides what is installed."""
_PASSING = ("memory", "Memory", "cannot be imported", "cannot be prepared")
"""Words of refusals that another time need not be the same."""


class Source(Protocol):
    """Where answers come from."""

    @property
    def spent(self) -> float:
        """The seconds that answers have taken so far."""

    def ask(self, question: Json) -> Json:
        """The answer to a question. Raises Failed."""

    def version(self, library: str) -> str:
        """The version of a framework. Raises Failed where it is not installed, or broken."""


class Memory:
    """A source that asks a worker what it does not know yet, each question once."""

    def __init__(self, worker: Worker, store: Store | None = None) -> None:
        self.worker = worker
        self.store = store
        self.spent = 0.0
        self._known: dict[str, Json] = {}
        self._failed: dict[str, str] = {}
        self._hello: Json | None = None
        self._mark = ""

    def ask(self, question: Json) -> Json:
        """The answer to a question. Raises Failed."""
        library = str(question["path"]).partition(".")[0]
        self.version(library)
        return self._remembered(question, lambda: self.worker.ask(question))

    def version(self, library: str) -> str:
        """The version of a framework, as it says itself. Raises Failed where it is not installed, or broken."""
        hello = self.hello()
        if library not in hello["frameworks"]:
            raise Failed(f"{library} is not installed for {interpreter(self.worker.python)}")
        question = {"ask": "load", "library": library}
        found = self._remembered(question, lambda: {"version": self.worker.load(library)})
        return str(found["version"])

    def hello(self) -> Json:
        """The interpreter and what it has installed; it is started only if that may have changed. Raises Failed."""
        if self._hello is None:
            python = interpreter(self.worker.python)
            self._hello = self._installed(python)
            self._mark = _digest([PROTOCOL, _own_code(), python, _environment(), self._hello])
        return self._hello

    def _installed(self, python: str) -> Json:
        key = _digest(["hello", PROTOCOL, _own_code(), python])
        found = self.store.find(key) if self.store is not None else None
        if isinstance(found, dict) and found.get("stamps") == _stamps(python, found.get("hello", {})):
            return dict(found["hello"])
        self.worker.start()
        hello = {name: self.worker.hello.get(name) for name in ("python", "frameworks", "folders")}
        if self.store is not None:
            self.store.add(key, {"hello": hello, "stamps": _stamps(python, hello)})
        return hello

    def _remembered(self, question: Json, answer: Any) -> Json:
        key = _digest([self._mark, question])
        if key in self._failed:
            raise Failed(self._failed[key])
        if key not in self._known:
            found = self.store.find(key) if self.store is not None else None
            self._known[key] = found if isinstance(found, dict) else self._asked(key, answer)
        return self._known[key]

    def _asked(self, key: str, answer: Any) -> Json:
        start = monotonic()
        try:
            said: Json = answer()
        except Failed as problem:
            self._failed[key] = str(problem)
            raise
        finally:
            self.spent += monotonic() - start
        said.pop("id", None)
        passing = said.get("outcome") == "refused" and any(word in str(said.get("reason")) for word in _PASSING)
        if self.store is not None and not passing:
            self.store.add(key, said)
        return said

    def flush(self) -> None:
        """Writes what is new to the store."""
        if self.store is not None:
            self.store.flush()

    def close(self) -> None:
        """Ends the worker, and writes what is new."""
        self.worker.close()
        self.flush()


def _digest(what: Any) -> str:
    return hashlib.sha256(json.dumps(what, sort_keys=True, default=str).encode()).hexdigest()[:32]


_OWN_CODE: list[str] = []


def _own_code() -> str:
    """The worker's code, in short."""
    if not _OWN_CODE:
        total = hashlib.sha256()
        for name in sorted(os.listdir(PROGRAM)):
            if name.endswith(".py"):
                with open(os.path.join(PROGRAM, name), "rb") as stream:
                    total.update(stream.read())
        _OWN_CODE.append(total.hexdigest()[:32])
    return _OWN_CODE[0]


def _environment() -> list[Any]:
    home = os.environ.get("KERAS_HOME") or os.path.join(os.path.expanduser("~"), ".keras")
    settings = None
    with suppress(OSError), open(os.path.join(home, "keras.json"), encoding="utf-8", errors="replace") as stream:
        settings = stream.read(10_000)
    return [settings, *(os.environ.get(name) for name in _ENVIRONMENT)]


def _stamps(python: str, hello: Json) -> list[list[Any]]:
    """When the interpreter, and the folders in which it finds its packages, changed last."""
    folders = hello.get("folders")
    settings = os.path.join(os.path.dirname(os.path.dirname(python)), "pyvenv.cfg")
    places = [python, os.path.realpath(python), settings, *(folders if isinstance(folders, list) else ())]
    return [[place, _changed(place)] for place in map(str, places)]


def _changed(place: str) -> int | None:
    try:
        return os.stat(place).st_mtime_ns
    except (OSError, ValueError):
        return None
