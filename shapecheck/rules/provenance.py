"""Which calls a tensor went through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.containers import Sequence
from ..core.tensor import Tensor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..interp.trace import Call

_MOST = 200
_WINDOWS = ("conv", "pool")
_UPWARDS = ("transpose", "upsampl", "interpolate", "resize")
_RESHAPING = {"view", "reshape", "flatten", "ravel"}


def operands(call: Call) -> list[Tensor]:
    """The tensors that go into a call, in the order of its parameters."""
    found: list[Tensor] = []
    for value in call.arguments.values():
        parts = value if isinstance(value, (tuple, list)) else (value,)
        found.extend(part for part in parts if isinstance(part, Tensor))
    return found


def name(call: Call) -> str:
    """The last part of the name of what was called, in lower case."""
    return call.spec.path.rpartition(".")[2].strip("_").lower()


def maker(tensor: Tensor) -> Call | None:
    """The call that a tensor is the result of."""
    node = tensor.node
    return node[0] if isinstance(node, tuple) else None


def makers(tensor: Tensor) -> Iterator[Call]:
    """The calls that a tensor went through, nearest first."""
    queue = [tensor]
    seen: set[int] = set()
    while queue and len(seen) < _MOST:
        call = maker(queue.pop(0))
        if call is not None and id(call) not in seen:
            seen.add(id(call))
            yield call
            queue.extend(operands(call))


def before(call: Call) -> Iterator[Call]:
    """The calls that all of its operands went through, those in lists among them."""
    queue = [call]
    seen = {id(call)}
    while queue and len(seen) < _MOST:
        values = queue.pop(0).values.values()
        parts = (part for value in values for part in (value.items if isinstance(value, Sequence) else (value,)))
        for made in (maker(part) for part in parts if isinstance(part, Tensor)):
            if made is not None and id(made) not in seen:
                seen.add(id(made))
                yield made
                queue.append(made)


def descends(tensor: Tensor, ancestor: Tensor) -> bool:
    """One was computed from the other."""
    return any(part is ancestor or part.box is ancestor.box for call in makers(tensor) for part in operands(call))


def slides(call: Call) -> bool:
    """A convolution or a pooling."""
    return any(word in name(call) for word in _WINDOWS)


def enlarges(call: Call) -> bool:
    """Makes an image larger."""
    return any(word in name(call) for word in _UPWARDS)


def reshapes(call: Call) -> bool:
    return name(call) in _RESHAPING


def multiplies(call: Call) -> bool:
    """Gives the last axis a length of its own."""
    return any(word in name(call) for word in ("linear", "dense", "matmul", "embedding"))
