"""Arguments that an op refuses whatever the tensors are: numbers out of range, words that it does not know."""

from __future__ import annotations

from typing import Any

from ...core.dim import Dim
from ...core.outcome import Mismatch, remark
from ...core.plain import Constant
from .dialect import MODES


def said(given: Any) -> Any:
    """A number or text that an argument certainly is; None where that is not known."""
    payload = given.payload if isinstance(given, Constant) else given
    if isinstance(payload, Dim):
        return payload.value
    return payload if isinstance(payload, (bool, int, float, str)) else None


def refuse(given: Any, argument: str, runtime: str) -> None:
    """Tells that an argument is one that the op refuses."""
    raise Mismatch("argument-value", f"{argument} of {said(given)}", argument=argument, runtime=runtime)


def remark_mode(what: str) -> None:
    """A layer that is another one in training, in a loop over batches under `no_grad`, where nothing says `eval()`."""
    if MODES["evaluating"]:
        remark("missing-eval-mode", f"{what}, as in training: nothing calls eval()",
               help="model.eval() before the loop, model.train() behind it")  # fmt: skip


def require_least(given: Any, least: float, argument: str, runtime: str, *, above: bool = False) -> None:
    """A number that is known must not be below `least`; nor be it, where it has to be `above`."""
    number = said(given)
    if isinstance(number, (int, float)) and (number < least or (above and number == least)):
        refuse(given, argument, runtime.replace("{}", str(number)))


def require_word(given: Any, words: tuple[str, ...], argument: str, runtime: str) -> None:
    """A text that is known must be one of these."""
    word = said(given)
    if isinstance(word, str) and word not in words:
        refuse(given, argument, runtime.replace("{}", word))


def require_order(low: Any, high: Any, argument: str, runtime: str) -> None:
    """Two numbers that are known must not be the wrong way round."""
    first, last = said(low), said(high)
    if isinstance(first, (int, float)) and isinstance(last, (int, float)) and first > last:
        refuse(low, argument, runtime)
