"""What the parent is told, as lines of JSON on a pipe of its own: they are there however the process ends."""

from __future__ import annotations

import json
import linecache
import os
import traceback
from typing import Any, Dict, List, Optional

from . import rewriting
from .state import STATE, Ended, Place, Unreal, ours, own

_PIPE: List[int] = []
_TOLD: Dict[Any, None] = {}
_ENVIRONMENT = (ImportError, FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError, EOFError)
"""What is missing on this machine, or for this run; no mistake of the program's."""
_CERTAIN = (NameError, AttributeError, SyntaxError)
"""Whether these happen depends on no number."""
_OURS = (
    "FakeTensor", "fake tensor", "DataDependent", "data-dependent", "DynamicOutputShape", "UnsupportedOperator",
    "data_ptr", "meta kernel", "KerasTensor", "meta tensor", "Shapecheck", "_shapecheck", "out of memory",
    "t allocate memory", "NVIDIA", "CUDA", "cuda", "NCCL", "not implemented for 'Half'", "not implemented for 'BFloat16'",
)  # fmt: skip
"""Words of messages that are about this way of running, or this machine."""


def open_pipe(descriptor: int) -> None:
    _PIPE[:] = [descriptor]


def tell(what: str, **facts: Any) -> None:
    """One line for the parent."""
    data = (json.dumps({"tell": what, **facts}, default=str) + "\n").encode()
    try:
        while data:
            data = data[os.write(_PIPE[0], data) :]
    except OSError:  # the parent is gone
        os.close(2)


def finding(text: str, place: Optional[Place], severity: str = "error", **facts: Any) -> None:
    """Something that is wrong, once a line and text."""
    if place is not None and (place, text) not in _TOLD:
        _TOLD[place, text] = None
        tell("finding", text=text, path=place.path, line=place.line, severity=severity, **facts)


def warn(text: str, place: Optional[Place], **facts: Any) -> None:
    """Something that runs, and is wrong."""
    finding(text, place, "warning", **facts)


def ended(error: BaseException) -> None:
    """How the program ended, where it did not at its end."""
    if isinstance(error, SystemExit):
        if error.code not in (None, 0):
            tell("stopped", why="the program ends itself with %s" % str(error.code)[:200], place=str(_deepest(error) or ""))
        return
    spot = _deepest(error)
    place = str(spot or "")
    if isinstance(error, (Ended, KeyboardInterrupt)):
        tell("stopped", why=str(error) or "interrupted", place="")
    elif isinstance(error, (Unreal, MemoryError)) or _words(error, ("t allocate memory", "out of memory", "OOM when")):
        why = str(error) if isinstance(error, Unreal) else "it needs more memory than it may have here"
        tell("stopped", why=why, place=place)
    elif isinstance(error, _ENVIRONMENT):
        tell("stopped", why="%s: %s" % (type(error).__name__, _line(error)), place=place, broken=True)
    else:
        doubt = doubts(error, spot)
        if doubt == "no":
            tell("stopped", why="what follows depends on values that only a real run has (%s: %s)"
                 % (type(error).__name__, _line(error)), place=place)  # fmt: skip
        else:
            finding(str(error), spot, doubt, **_about(error, spot))
            tell("stopped", why="", place=place)


def doubts(error: BaseException, spot: Optional[Place]) -> str:
    """error: proved. warning: true if the run comes to this place with such lengths. no: it may be our own doing."""
    if spot is None or _words(error, _OURS):
        return "no"
    if getattr(error, "_shapecheck_guessed", False):
        return "no"
    tagged = hasattr(error, "_shapecheck_op")
    if not tagged and ours(traceback.extract_tb(error.__traceback__)[-1].filename):
        return "no"
    if isinstance(error, NotImplementedError) and tagged:
        return "no"
    if STATE.doubtful:
        return "warning" if tagged and "input" not in STATE.doubtful else "no"
    certain = isinstance(error, _CERTAIN) or (isinstance(error, TypeError) and "argument" in str(error))
    if not tagged and not certain and (STATE.made_up or STATE.lists or STATE.shortened):
        return "no"
    return "warning" if STATE.steered is not None else "error"


def _about(error: BaseException, spot: Optional[Place]) -> Dict[str, Any]:
    frames = traceback.extract_tb(error.__traceback__)
    stack = [[f.filename, f.lineno] for f in frames if own(f.filename)]
    facts: Dict[str, Any] = {"kind": type(error).__name__, "stack": stack[-12:]}
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


def _deepest(error: BaseException) -> Optional[Place]:
    """The deepest line of the program that an exception, or what caused it, passed through."""
    found = None
    for frame in traceback.extract_tb(error.__traceback__):
        if own(frame.filename) and frame.lineno:
            found = Place(frame.filename, frame.lineno)
    if found is None and isinstance(error, SyntaxError) and error.filename and error.lineno:
        if rewriting.belongs(error.filename):
            return Place(error.filename, error.lineno)
    return found


def _words(error: BaseException, words: Any) -> bool:
    text = "%s: %s" % (type(error).__name__, error)
    return any(word in text for word in words)


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300]


def summary(**facts: Any) -> None:
    """What ran, at the end."""
    tell("summary", ran=STATE.ran, notes=list(STATE.notes), shortened=STATE.shortened, made_up=STATE.made_up, **facts)


__all__ = ["ended", "finding", "linecache", "open_pipe", "summary", "tell", "warn"]
