"""Decorators of installed libraries that write documentation or check what is given: what they decorate stays as it
is. The libraries themselves are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.value import Arguments, Native, Value
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
