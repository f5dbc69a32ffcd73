"""The process: lines of JSON in, lines of JSON out, nothing else. A question, and the answer with the question's `id`:

    {"ask": "hello"}                     the Python version, and which frameworks are installed, in which folders
    {"ask": "load", "library": "torch"}  imports one; its version
    {"ask": "call", "path": ..., "args": [...], "kwargs": {...}, "constructor": {...}}
                                         accepted with the result, raised with the framework's words, or refused
    {"ask": "shape", ..., "symbols": {"s0": [1, null]}}
                                         known with the shapes of the result, in these sizes; or raised, or refused

A call may also say: `names`, other names of the same thing; `read`, a property; `only: constructor`; `built`, an input
that the layer got before; `inputs`, those of a model; `weights`, those of a layer, and its `name`; `feed`, a
placeholder; `initial`, what a variable starts with; `unsized`, that some sizes are not known. A size is a number, or
where shapes are asked for a name or an operator with its operands: `["+", "s0", 1]`.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import sys
from typing import TYPE_CHECKING, Any

from . import graphs, library, pytorch
from .answering import call
from .lists import ROOTS
from .registry import Refused, load
from .shapes import shape

if TYPE_CHECKING:
    from .registry import Question

PROTOCOL = 2
USED = (library, pytorch, graphs)
"""They say how their libraries are asked."""
_MOST_WRITTEN = 64 << 20
_LONGEST = 1 << 18
"""An answer of more characters is none."""


def hello(question: Question) -> dict[str, Any]:
    """What is installed, without importing it."""
    from importlib import metadata

    found = {root: "?" for root in ROOTS if importlib.util.find_spec(root) is not None}
    for root in found:
        for name in (root, *(f"{root}-{variant}" for variant in ("cpu", "intel", "macos", "rocm"))):
            with contextlib.suppress(metadata.PackageNotFoundError):
                found[root] = metadata.version(name)
                break
    folders = [path for path in sys.path if os.path.isdir(path)]
    return {"protocol": PROTOCOL, "python": sys.version.split()[0], "frameworks": found, "folders": folders}


def answer(question: Question) -> dict[str, Any]:
    """The answer to any question; it never raises."""
    try:
        if question["ask"] == "load":
            return {"outcome": "loaded", "version": str(getattr(load(question["library"]).module, "__version__", "?"))}
        return {"hello": hello, "call": call, "shape": shape}[question["ask"]](question)
    except Refused as refused:
        return {"outcome": "refused", "reason": str(refused)}
    except Exception as problem:  # the question cannot be prepared: that says nothing of the call
        return {"outcome": "refused", "reason": f"cannot be prepared: {type(problem).__name__}: {problem}"}


def isolate(most_bytes: int) -> None:
    """Modules are found in this interpreter's own folders only, the user's site included; memory and what is written
    to files are limited."""
    own = [os.path.realpath(folder) for folder in (sys.prefix, sys.base_prefix, sys.exec_prefix)]
    if sys.prefix == sys.base_prefix:
        import site

        own.append(os.path.realpath(site.getusersitepackages()))
        site.addsitedir(own[-1])
    sys.path[:] = [path for path in sys.path if os.path.realpath(path).startswith(tuple(f"{p}{os.sep}" for p in own))]
    sys.meta_path[:] = [finder for finder in sys.meta_path if finder.__module__.startswith("_frozen_importlib")]
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (most_bytes, most_bytes))
        resource.setrlimit(resource.RLIMIT_FSIZE, (_MOST_WRITTEN, _MOST_WRITTEN))


def serve(seconds: int) -> None:
    """Reads questions until there are no more. What frameworks print goes to stderr."""
    import signal

    questions, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    alarm = getattr(signal, "alarm", lambda seconds: None)
    for line in questions:
        alarm(seconds)  # ends this process, should the one that asked be gone
        question = json.loads(line)
        said = json.dumps({"id": question.get("id"), **answer(question)})
        if len(said) > _LONGEST:
            said = json.dumps({"id": question.get("id"), "outcome": "refused", "reason": "the answer is too long"})
        answers.write(said + "\n")
        answers.flush()
        alarm(0)
