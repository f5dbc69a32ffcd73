"""What goes wrong: one file a rule, called like the rule. Imports findings and all before it.

A rule is loaded when something of its kind was found, or when all are asked for; nothing lists them.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from .base import Rule

_OTHERS = {"base", "judge", "provenance", "telling"}


def catalogue() -> list[type[Rule]]:
    """All rules, by code."""
    return sorted((_rule(module) for module in _modules()), key=lambda rule: rule.code)


def named(name: str) -> type[Rule] | None:
    """The rule of exactly that name; the others are not loaded."""
    module = name.replace("-", "_")
    try:
        return _rule(module) if module not in _OTHERS else None
    except ModuleNotFoundError:
        return None


def find(code_or_name: str) -> type[Rule] | None:
    """The rule of that code (`SHP201`) or name, in upper or lower case; None if there is none."""
    asked = code_or_name.strip().lower()
    return next((rule for rule in catalogue() if asked in (rule.code.lower(), rule.name().lower())), None)


def _modules() -> list[str]:
    return [module.name for module in iter_modules(__path__) if module.name not in _OTHERS]


def _rule(module: str) -> type[Rule]:
    path = f"{__name__}.{module}"
    return next(
        thing
        for thing in vars(import_module(path)).values()
        if isinstance(thing, type) and issubclass(thing, Rule) and thing.__module__ == path
    )
