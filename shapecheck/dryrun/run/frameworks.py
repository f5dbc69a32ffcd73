"""Takes the frameworks in hand as soon as the program has imported them."""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from typing import Any

_HANDS = {
    "torch": "torch_side", "keras": "keras_side", "tensorflow": "tensorflow_side", "numpy": "numpy_side",
    "torchvision.datasets": "datasets",
}  # fmt: skip
"""A module, and ours that is to be loaded after it."""
_BUSY: dict[str, None] = {}


class Finder(importlib.abc.MetaPathFinder):
    """Lets the usual finders find the module, and adds what is to be done after it was executed."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> Any:
        if fullname not in _HANDS or fullname in _BUSY:
            return None
        _BUSY[fullname] = None
        try:
            spec = importlib.util.find_spec(fullname)
        finally:
            del _BUSY[fullname]
        if spec is None or spec.loader is None or not hasattr(spec.loader, "exec_module"):
            return spec
        real = spec.loader.exec_module

        def execute(module: Any) -> None:
            real(module)
            take(fullname, module)

        spec.loader.exec_module = execute  # type: ignore[method-assign]
        return spec


def take(name: str, module: Any) -> None:
    ours = importlib.import_module("." + _HANDS[name], __package__)
    getattr(ours, "take_" + name.rpartition(".")[2])(module)


def wanted() -> dict[str, Any]:
    """What a real run would want at least: of each framework that was used."""
    facts: dict[str, Any] = {}
    for name in ("torch_memory", "keras_side"):
        module = sys.modules.get(f"{__package__}.{name}")
        if module is not None:
            for key, value in module.wanted().items():
                facts[key] = max(facts.get(key, 0), value)
    return facts
