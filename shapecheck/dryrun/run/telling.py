"""What the parent is told, as lines of JSON in a file of its own: they are there however the process ends."""

from __future__ import annotations

import json
import linecache
import os
import re
import traceback
from typing import Any

from . import rewriting
from .state import FETCHED, STATE, Ended, Place, ours, own

_FILE: list[int] = []
_TOLD: dict[Any, None] = {}
_ENVIRONMENT = (ImportError, FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError, EOFError)
"""What is missing on this machine, or for this run; no mistake of the program's."""
_CERTAIN = (NameError, AttributeError, SyntaxError)
"""Whether these happen depends on no number."""
_OURS = (
    "FakeTensor", "fake tensor",
    "DataDependent", "data-dependent", "DynamicOutputShape", "UnsupportedOperator",
    "data_ptr", "not allocated yet", "meta kernel", "KerasTensor", "meta tensor", "_shapecheck", "out of memory",
    "t allocate memory", "NVIDIA", "CUDA", "cuda", "NCCL", "not implemented for 'Half'",
    "not implemented for 'BFloat16'",
)  # fmt: skip
"""Words of messages that are about this way of running, or this machine."""


def open_file(folder: str) -> None:
    """To be called before the program is: no other file gets in its place."""
    _FILE[:] = [os.open(os.path.join(folder, "told.json"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)]


def tell(what: str, **facts: Any) -> None:
    """One line for the parent."""
    data = (json.dumps({"tell": what, **facts}, default=str) + "\n").encode()
    while data:
        data = data[os.write(_FILE[0], data) :]


def finding(text: str, place: Place | None, severity: str = "error", **facts: Any) -> None:
    """Something that is wrong, once a line and text."""
    if place is not None and (place, text) not in _TOLD:
        _TOLD[place, text] = None
        tell("finding", text=text, path=place.path, line=place.line, severity=severity, **facts)


def warn(text: str, place: Place | None, **facts: Any) -> None:
    """Something that runs, and is wrong."""
    finding(text, place, "warning", **facts)


def ended(error: BaseException) -> None:
    """How the program ended, where it did not at its end."""
    if isinstance(error, SystemExit):
        if error.code not in (None, 0):
            why = f"the program ends itself with {str(error.code)[:200]}"
            tell("stopped", why=why, place=str(_deepest(error) or ""))
        return
    if os.environ.get("SHAPECHECK_TRACEBACK"):
        traceback.print_exception(type(error), error, error.__traceback__)
    spot = _deepest(error)
    place = str(spot or "")
    if STATE.late:
        tell("stopped", why=STATE.late, place="")
    elif isinstance(error, (Ended, KeyboardInterrupt)):
        tell("stopped", why=str(error) or "interrupted", place="")
    elif _words(error, (FETCHED,)):
        tell("stopped", why=FETCHED, place=place)
    elif isinstance(error, MemoryError) or _words(error, ("t allocate memory", "out of memory", "OOM when")):
        tell("stopped", why="it needs more memory than it may have here", place=place)
    elif isinstance(error, _ENVIRONMENT) or _importing(error) or (spot is not None and spot == STATE.missing):
        tell("stopped", why=f"{type(error).__name__}: {_line(error)}", place=place, broken=True)
    else:
        doubt = doubts(error, spot)
        if doubt == "no":
            kind = "cannot be followed" if _words(error, _OURS) else "what follows depends on values of a real run"
            tell("stopped", why=f"{kind} ({type(error).__name__}: {_line(error)})", place=place)
        else:
            text, spot = _converted(str(error), spot)
            finding(text, spot, doubt, **_about(error, spot))
            tell("stopped", why="", place=place)


def _converted(text: str, spot: Place | None) -> tuple[str, Place | None]:
    """What TensorFlow says of code that it has converted: the lines stand in its message."""
    if "in user code:" not in text:
        return text, spot
    places = [Place(path, int(line)) for path, line in re.findall(r'File "([^"]+)", line (\d+)', text) if own(path)]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    at = max(at for at, line in enumerate(lines) if line.startswith("File ") or line == "in user code:")
    last = " ".join(line for line in lines[at + 1 :] if not line.startswith(("^", "~")))
    found = re.search(r"\b\w+(?:Error|Exception): (.*)", last)
    return found[1] if found else last, places[-1] if places else spot


def doubts(error: BaseException, spot: Place | None) -> str:
    """error: proved. warning: true if the run comes to this place with such lengths. no: it may be our own doing."""
    if spot is None or _words(error, _OURS):
        return "no"
    if getattr(error, "_shapecheck_guessed", False):
        return "no"
    files = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
    deepest = next(file for file in reversed(files) if own(file) or ours(file) or framework(file))
    tagged = hasattr(error, "_shapecheck_op") or framework(deepest)
    if not tagged and ours(deepest):
        return "no"
    if isinstance(error, NotImplementedError) and tagged:
        return "no"
    if STATE.doubtful:
        return "warning" if tagged and "input" not in STATE.doubtful else "no"
    certain = isinstance(error, _CERTAIN) or (isinstance(error, TypeError) and "argument" in str(error))
    if not tagged and not certain:
        loose = spot in STATE.raising or isinstance(error, (LookupError, ArithmeticError))
        if STATE.made_up or STATE.lists or (STATE.marked and loose):
            return "no"
    return "warning" if STATE.steered is not None else "error"


def framework(filename: str) -> bool:
    """Whether a file is a framework's."""
    parts = filename.replace(os.sep, "/").split("/")
    names = parts[parts.index("site-packages") + 1 :] if "site-packages" in parts else []
    return bool(names) and names[0] in ("torch", "tensorflow", "keras", "numpy", "torchvision", "torchaudio")


def _about(error: BaseException, spot: Place | None) -> dict[str, Any]:
    frames = traceback.extract_tb(error.__traceback__)
    stack = [[f.filename, f.lineno] for f in frames if own(f.filename)]
    facts: dict[str, Any] = {"kind": type(error).__name__, "stack": stack[-12:]}
    for frame in reversed(frames):
        if own(frame.filename) and frame.lineno == (spot.line if spot else 0):
            for name in ("colno", "end_lineno", "end_colno"):
                facts[name] = getattr(frame, name, None)
            break
    for name in ("op", "operands", "library"):
        facts[name] = getattr(error, "_shapecheck_" + name, None)
    facts["raised"] = spot in STATE.raising and not facts["op"]
    if STATE.steered is not None:
        facts["steered"] = list(STATE.steered)
    return facts


def _importing(error: BaseException) -> bool:
    """Whether a library fails while it is imported: it does not work here."""
    files = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
    last = max((at for at, file in enumerate(files) if own(file)), default=-1)
    below = files[last + 1 :]
    return any("importlib" in file for file in below[:3]) and bool(below)


def _deepest(error: BaseException) -> Place | None:
    """The deepest line of the program that an exception, or what caused it, passed through."""
    found = None
    for frame in traceback.extract_tb(error.__traceback__):
        if own(frame.filename) and frame.lineno:
            found = Place(frame.filename, frame.lineno)
    if isinstance(error, SyntaxError) and error.filename and error.lineno and rewriting.belongs(error.filename):
        return Place(error.filename, error.lineno)
    return found


def _words(error: BaseException, words: Any) -> bool:
    text = "{}: {}".format(type(error).__name__, str(error).partition("Arguments received by")[0])
    return any(word in text for word in words)


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300]


def summary(**facts: Any) -> None:
    """What ran, at the end."""
    tell("summary", ran=STATE.ran, notes=list(STATE.notes), shortened=STATE.shortened, made_up=STATE.made_up, **facts)


__all__ = ["ended", "finding", "linecache", "open_file", "summary", "tell", "warn"]
