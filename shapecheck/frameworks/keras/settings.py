"""What a program sets for all of Keras: where the channels are, and what computes.

`~/.keras/keras.json` is not read: it belongs to a machine, not to the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.plain import NONE, Constant
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import REGISTRY, Spec
from .dialect import K, text

if TYPE_CHECKING:
    from ...core.value import Context

_FORMAT = "keras image_data_format"
_NAMES = {"th": "channels_first", "tf": "channels_last", "channels_first": "channels_first",
          "channels_last": "channels_last"}  # fmt: skip
USUAL = Constant("channels_last")


def image_format(context: Context) -> Value:
    """The format that layers take that are not told one."""
    found: Value | None = context.memory.get(_FORMAT)
    return found or USUAL


def is_usual(context: Context) -> bool:
    """The channels come last where nothing else is said."""
    return text(image_format(context)) == "channels_last"


def backend_name(context: Context) -> Value:
    """What the program has set in its environment, else the usual one."""
    found: Value | None = context.memory.get(("environment", "KERAS_BACKEND"))
    return found or Constant("tensorflow")


def _set(context: Context, arguments: Arguments) -> Value:
    asked = arguments.positional[0] if arguments.positional else next(iter(arguments.keywords.values()), NONE)
    known = _NAMES.get(text(asked) or "")
    context.write(context.memory, _FORMAT, Constant(known) if known else Unknown("the format of images"))
    return NONE


def with_format(context: Context, path: str | None, arguments: Arguments) -> Arguments:
    """The arguments of a layer's constructor with the format that the program has set, where they name none."""
    spec = REGISTRY.get(path or "")
    if _FORMAT not in context.memory or not isinstance(spec, Spec):
        return arguments
    names = [p.name for p in spec.constructor_parameters]
    if "data_format" not in names or names.index("data_format") < len(arguments.positional):
        return arguments
    given = arguments.keywords.get("data_format", NONE)
    if given is not NONE and not (isinstance(given, Constant) and given.payload is None):
        return arguments
    keywords = {**arguments.keywords, "data_format": image_format(context)}
    return Arguments(arguments.positional, keywords, arguments.spans, arguments.open)


def _old_name(context: Context, arguments: Arguments) -> Value:
    known = text(image_format(context))
    return Constant({"channels_first": "th", "channels_last": "tf"}[known]) if known else image_format(context)


for _name in ("backend", "config"):
    K.native(f"keras.{_name}.set_image_data_format")(_set)
    K.native(f"keras.{_name}.image_data_format")(lambda context, arguments: image_format(context))
K.native("keras.backend.set_image_dim_ordering")(_set)
K.constants({"keras.backend.image_dim_ordering": Native("image_dim_ordering", _old_name)})
