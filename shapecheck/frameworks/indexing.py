"""Writes the index: which file declares which path, so that a check loads the files that its program needs.

    python -m shapecheck.frameworks.indexing

A test fails when the index is older than the declarations.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

HERE = Path(__file__).parent
PACKAGE = __package__ or "shapecheck.frameworks"
TARGET = HERE / "index.py"
_TOOLS = {"binding", "declare", "dtypes", "index", "indexing", "layers"}
_WIDTH = 116


def collect() -> tuple[dict[str, list[str]], dict[str, str]]:
    """The paths by the file that declares them, and the aliases. Loads every declaration there is."""
    from . import ALIASES, declare

    found: dict[str, list[str]] = {}
    plain = declare.REGISTRY

    class Watched(dict):  # type: ignore[type-arg]
        def __setitem__(self, path: str, what: object) -> None:
            super().__setitem__(path, what)
            found.setdefault(_declaring_module(), []).append(path)

    if plain:
        raise RuntimeError("declarations are loaded already; collect in a process of its own")
    watched = Watched()
    declare.REGISTRY = watched
    sys.modules[PACKAGE].REGISTRY = watched  # type: ignore[attr-defined]
    for module in sorted(module.name for module in walk_packages([str(HERE)], f"{PACKAGE}.")):
        if module.removeprefix(f"{PACKAGE}.") not in _TOOLS:
            import_module(module)
    return {name: sorted(paths) for name, paths in sorted(found.items())}, dict(sorted(ALIASES.items()))


def _declaring_module() -> str:
    """The file whose top level is being run."""
    frame = sys._getframe(2)
    while frame.f_back is not None and frame.f_code.co_name != "<module>":
        frame = frame.f_back
    return str(frame.f_globals["__name__"]).removeprefix(f"{PACKAGE}.")


def text() -> str:
    """The source of the index."""
    declared, aliases = collect()
    lines = [
        '"""Which file declares which path. Written by `python -m shapecheck.frameworks.indexing`, not by hand."""',
        "",
        "DECLARED = {",
    ]
    for module, paths in declared.items():
        lines.append(f"    {module!r}: (")
        lines.extend(f"        {chunk!r}" for chunk in _wrapped(paths))
        lines.append("    ),")
    lines += ["}", '"""The paths that a file declares, separated by spaces."""', "", "ALIASES = {"]
    lines += [f"    {old!r}: {new!r}," for old, new in aliases.items()]
    lines += ["}", '"""Prefixes of paths that mean the same as another."""', ""]
    return "\n".join(lines).replace("'", '"')


def _wrapped(paths: list[str]) -> list[str]:
    chunks = [""]
    for path in paths:
        if len(chunks[-1]) + len(path) > _WIDTH - 14 and chunks[-1]:
            chunks.append("")
        chunks[-1] += f"{path} "
    return chunks


if __name__ == "__main__":
    source = text()
    TARGET.write_text(source, encoding="utf-8")
    print(f"{TARGET.name}: {source.count(chr(10))} lines")
