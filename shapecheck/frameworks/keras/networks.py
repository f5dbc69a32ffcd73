"""The layers inside the networks of `keras.applications`: as the installed Keras makes them, whose source is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.plain import NONE
from ...core.tensor import Tensor
from ...core.value import Arguments, Unknown, Value
from .aliases import NETWORKS
from .dialect import K, leaves
from .generation import before_3

if TYPE_CHECKING:
    from ...core.objects import Instance
    from ...core.value import Context

def grown(context: Context, model: Instance) -> Value | None:
    """What the layers of a network give for its inputs; None where the source is not there, or was not followed.

    The network is made again, with the input that it has, when its layers are asked for.
    """
    found: tuple[str, dict[str, Value]] | None = model.hidden("network")
    if found is None or before_3(context):
        return None
    known: Value | None = model.hidden("grown")
    if known is None:
        name, given = found
        module = next(module for module, names in NETWORKS.items() if name in names.split())
        function = context.written(f"keras.src.applications.{module}.{name}")
        made = NONE if function is None else context.call(function, Arguments((), {**given, "weights": NONE}))
        outputs = made.hidden("outputs") if hasattr(made, "hidden") else None
        known = outputs if isinstance(outputs, Tensor) else NONE
        model.hide(context, "grown", known)
    return known if isinstance(known, Tensor) else None


def sources(x: Value, alone: bool = False) -> Value:
    """The declared inputs that a symbolic tensor was worked out from, as a list; the first one of them if `alone`."""
    queue = list(leaves(x))
    found: list[Value] = []
    seen: set[int] = set()
    while queue:
        part = queue.pop()
        if not isinstance(part, Tensor) or part.node is None:
            return Unknown("the inputs of a graph")
        call = part.node[0]
        if id(call) in seen:
            continue
        seen.add(id(call))
        if call.spec.path == "keras.Input":
            found.append(part)
            continue
        given = (*call.given.positional, *call.given.keywords.values()) if call.given is not None else ()
        queue += [one for value in given for one in leaves(value) if isinstance(one, Tensor) and one.node is not None]
    return found[0] if alone and found else Sequence.list(found)


K.native("keras.utils.get_source_inputs")(lambda context, arguments: sources(arguments.get(0, "tensor") or NONE))
