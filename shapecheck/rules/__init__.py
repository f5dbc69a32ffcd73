"""What goes wrong: one file a rule, called like the rule. Imports all packages up to findings.

`catalogue` finds the rules by looking into this folder; `judge.findings` turns recorded calls into findings.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from .base import Rule

_OTHERS = {"base", "facts", "judge", "telling"}


def catalogue() -> list[type[Rule]]:
    """All rules, by code."""
    return sorted((_rule(module) for module in _modules()), key=lambda rule: rule.code)


def find(code_or_name: str) -> type[Rule] | None:
    """The rule of that code (`SHP201`) or name, in upper or lower case; None if there is none."""
    asked = code_or_name.strip().lower()
    for module in _modules():
        if module.lower() == asked.replace("-", "_"):
            return _rule(module)
    return next((rule for rule in catalogue() if rule.code.lower() == asked), None)


def _modules() -> list[str]:
    return [module.name for module in iter_modules(__path__) if module.name not in _OTHERS]


def _rule(module: str) -> type[Rule]:
    path = f"{__name__}.{module}"
    return next(
        thing
        for thing in vars(import_module(path)).values()
        if isinstance(thing, type) and issubclass(thing, Rule) and thing.__module__ == path
    )
