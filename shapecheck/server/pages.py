"""The pages of the rules as files, for editors to open."""

from __future__ import annotations

import os
from functools import cache

from .. import __version__
from .documents import uri_of


@cache
def page(name: str) -> str | None:
    """The uri of a rule's page, written to the user's cache; None where that cannot be."""
    from ..report.rulepage import page as text
    from ..rules import named

    rule = named(name)
    if rule is None:
        return None
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    folder = os.path.join(base, "shapecheck", __version__)
    path = os.path.join(folder, f"{name}.md")
    try:
        os.makedirs(folder, exist_ok=True)
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(text(rule))
    except OSError:
        return None
    return uri_of(path)
