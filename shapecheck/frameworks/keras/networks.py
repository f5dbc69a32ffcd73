"""The layers inside the networks of `keras.applications`: as the installed Keras makes them, whose source is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.plain import NONE, Constant
from ...core.tensor import Tensor
from ...core.value import Arguments, Unknown, Value
from .aliases import NETWORKS
from .dialect import K, leaves
from .generation import version

if TYPE_CHECKING:
    from ...core.objects import Instance
    from ...core.value import Context


_SAME_IN_2 = "VGG16 VGG19 ResNet101 ResNet152 ResNet50V2 ResNet101V2 ResNet152V2 InceptionV3 Xception".split()
"""Networks that have had the same layers in every release of Keras 2 that had them, by the same names.

Sources: keras-applications 1.0.2 to 1.0.8, tf_keras/src/applications.
"""


def _as_installed(context: Context, name: str) -> bool:
    """The version that the program is for makes the network of the same layers as Keras 3."""
    found = version(context)
    return found == 3 or (found == 2 and name in _SAME_IN_2)


def grown(context: Context, model: Instance) -> Value | None:
    """What the layers of a network give for its inputs; None where the source is not there, or was not followed.

    The network is made again, with the input that it has, when its layers are asked for.
    """
    found: tuple[str, dict[str, Value]] | None = model.hidden("network")
    if found is None or not _as_installed(context, found[0]):
        return None
    known: Value | None = model.hidden("grown")
    if known is None:
        name, given = found
        module = next(module for module, names in NETWORKS.items() if name in names.split())
        function = context.written(f"keras.src.applications.{module}.{name}")
        weights = _weights(given)
        made: Value = NONE
        if function is not None and weights is not None:
            made = context.call(function, Arguments((), {**given, "weights": weights}))
        outputs = made.hidden("outputs") if hasattr(made, "hidden") else None
        known = outputs if isinstance(outputs, Tensor) else NONE
        model.hide(context, "grown", known)
    return known if isinstance(known, Tensor) else None


def _weights(given: dict[str, Value]) -> Value | None:
    """Some networks have a layer more for the usual weights; those of a file are the program's own affair."""
    asked = given.get("weights")
    known = "imagenet" if asked is None else getattr(asked, "payload", Ellipsis)
    return None if known is Ellipsis else Constant(known) if known == "imagenet" else NONE


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
