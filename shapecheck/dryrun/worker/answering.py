"""What the framework says of a call: accepted with the result, raised in its words, or refused."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING, Any

from .calling import STAND_INS
from .making import arguments
from .registry import Raised, Refused, load
from .resolving import first

if TYPE_CHECKING:
    from .registry import Question, Spec

_UNABLE = re.compile(
    r"unexpected keyword argument|positional argument|required .*argument|multiple values for"
    r"|can't allocate memory|out of memory|OOM when|NVIDIA|CUDA|not implemented for '(Half|BFloat16)'"
    r"|eager execution|symbolic `?tf.Tensor|SymbolicTensor' object has no"
)
"""What a framework says when the question, or this machine, is at fault and not the call."""
_SYMBOLIC = re.compile(r"A KerasTensor (is symbolic|cannot be used)|KerasTensor' (object cannot be|has no)")
"""And what it says of tensors that have no elements."""


_FAKE = "torch._subclasses"
"""Where exceptions come from that speak of fake tensors."""


def call(question: Question) -> dict[str, Any]:
    """What the framework says: the first way of asking that raises decides."""
    library = load(question["path"].partition(".")[0])
    library.fresh()
    made = (make(library, question) for key, make in STAND_INS.items() if key in question)
    target = next(made, None) or first(question)
    specs: list[Spec] = []
    text: list[str] = []
    for part in (question, question.get("constructor") or {}):
        arguments(part, specs.append, library)
    mode, result = "real", None
    try:
        modes = [m for m in library.modes(target, specs, question) if m != "real" or not question.get("unsized")]
        if not modes:
            raise Refused("sizes are not known")
        for mode in modes:
            library.fresh()
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                result = describe(library.ask(target, question, mode))
            text += [str(w.message) for w in caught if issubclass(w.category, UserWarning)]
    except Raised as raised:
        said = verdict(raised.error, mode != "real")
        return {"outcome": "raised", "mode": mode, **said}
    return {"outcome": "accepted", "mode": mode, "result": result, "warnings": text}


def verdict(error: Exception, abstract: bool) -> dict[str, str]:
    """What a framework raised. Refused where that says nothing of the call. abstract: the tensors had no elements."""
    if isinstance(error, Refused):
        raise error from None
    text, kind = str(error), type(error)
    fake = isinstance(error, NotImplementedError) or kind.__module__.startswith(_FAKE) or _SYMBOLIC.search(text)
    if (abstract and fake) or isinstance(error, MemoryError) or _UNABLE.search(text):
        raise Refused(f"{kind.__name__}: {text}") from None
    return {"type": kind.__name__, "text": text}


def describe(result: Any) -> Any:
    """Shapes and dtypes of a result, as JSON."""
    if result is None or isinstance(result, (bool, int, float, str)):
        return result
    if hasattr(result, "shape") and hasattr(result, "dtype"):
        try:
            shape = [None if size is None else int(size) for size in result.shape]
        except (TypeError, ValueError):  # not even the rank is known
            shape = None
        dtype = getattr(result.dtype, "name", None) or str(result.dtype).rpartition(".")[2]
        return {"is": "tensor", "shape": shape, "dtype": dtype}
    if isinstance(result, (list, tuple)):
        return {"is": "list" if isinstance(result, list) else "tuple", "items": [describe(part) for part in result]}
    if isinstance(result, dict):
        return {"is": "dict", "items": [[str(key), describe(item)] for key, item in result.items()]}
    return {"is": "object", "type": type(result).__name__}
