"""What is declared of installed libraries that are read: decorators that write documentation or check what is given,
and what does nothing to a shape but takes long to follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.objects import Instance, library_class
from ..core.plain import NONE
from ..core.value import Arguments, Native, Unknown, Value
from .declare import declare

if TYPE_CHECKING:
    from ..core.value import Context

_SAME = Native("decorator", lambda context, arguments: arguments.positional[0])


def _decorated(context: Context, arguments: Arguments) -> Value:
    """What is decorated; called for its arguments only, the decorator."""
    plain = len(arguments.positional) == 1 and arguments.positional[0].kind in ("function", "class")
    return arguments.positional[0] if plain else _SAME


for _path in (
    "transformers.utils.auto_docstring.auto_docstring",
    "transformers.utils.doc.add_start_docstrings",
    "transformers.utils.doc.add_start_docstrings_to_model_forward",
    "transformers.utils.doc.add_end_docstrings",
    "transformers.utils.doc.add_code_sample_docstrings",
    "transformers.utils.doc.replace_return_docstrings",
    "transformers.utils.deprecation.deprecate_kwarg",
):
    declare(_path, Native(_path, _decorated))


def _exported(context: Context, arguments: Arguments) -> Value:
    """Something that a library shows under another name, too."""
    return arguments.positional[1] if len(arguments.positional) > 1 else Unknown("what is exported")


declare(
    "namex.export",
    library_class("namex.export", __init__=lambda context, arguments: NONE, __call__=_exported),
)

_RECORDED = ("output_hidden_states", "output_attentions")
"""Arguments that add to what a model returns."""


def _filling(context: Context, arguments: Arguments) -> Value:
    """A decorator of a model's `forward` that fills in what the configuration says, and packs what it returns."""
    if len(arguments.positional) != 1 or arguments.positional[0].kind != "function":
        return Native("decorator", _filling)
    function = arguments.positional[0]

    def forward(context: Context, arguments: Arguments) -> Value:
        owner = arguments.positional[0] if arguments.positional else NONE
        keywords = dict(arguments.keywords)
        asked = keywords.pop("return_dict", NONE)
        packed = isinstance(owner, Instance) and _returns_dict(context, owner, asked)
        if not packed or any(keywords.get(name, NONE).truth(context) is not False for name in _RECORDED):
            return Unknown("a model's results")
        spans, is_open, rest = arguments.spans, arguments.open, arguments.rest
        return context.call(function, Arguments(arguments.positional, keywords, spans, is_open, rest))

    return Native("forward", forward)


def _returns_dict(context: Context, model: Instance, asked: Value) -> bool:
    """What the call asks for; else what the configuration says, if it has a word."""
    if asked is not NONE:
        return asked.truth(context) is True
    if "config" not in model.state:
        return True
    return context.attribute(context.attribute(model, "config"), "return_dict").truth(context) is not False


for _path in (
    "transformers.utils.generic.merge_with_config_defaults",
    "transformers.utils.generic.can_return_tuple",
    "transformers.utils.output_capturing.capture_outputs",
):
    declare(_path, Native(_path, _filling))
