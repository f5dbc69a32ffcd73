"""What frameworks say, without what is not theirs to say."""

from __future__ import annotations

import re

_LONGEST = 600
_TRAILING = re.compile(
    r"\n+\s*Arguments received by .*|\s*\[Op:\w+\].*|\n\s*\[\[\{\{node .*|\s*Label values: [-\d ]+"
    r"|\s*\(Triggered internally at .*|\s*Acceptable feed values include .*",
    re.DOTALL,
)
_ATTRIBUTES = re.compile(r"(\}\} = \w+)\[[^\]]*\]\([^)]*\)")
_LEADING = re.compile(r"Exception encountered when calling [^\n]*\n+|\{\{function_node [^}]*\}\}\s*")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def essence(text: str) -> str:
    """The sentence of a framework's exception: without colours, wrappers, and what is of the dry run's own making, such
    as the names of nodes and the values of labels."""
    text = _LEADING.sub("", _TRAILING.sub("", _COLOUR.sub("", text)))
    text = " ".join(_ATTRIBUTES.sub(r"\1", text).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
