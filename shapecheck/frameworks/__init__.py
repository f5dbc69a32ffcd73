"""What shapecheck knows of libraries: the only place with library names. Imports core and algebra.

A package here declares the names of one library; it is loaded when a program first imports that library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .declare import REGISTRY, Spec

if TYPE_CHECKING:
    from ..core.value import Value

PACKAGES = {
    "builtins": ("python",), "math": ("python",), "itertools": ("python",), "functools": ("python",),
    "collections": ("python",), "operator": ("python",), "copy": ("python",), "os": ("python",), "sys": ("python",),
    "argparse": ("python",), "csv": ("python", "data"), "time": ("python",), "random": ("python",),
    "typing": ("python",), "dataclasses": ("python",), "pathlib": ("python",), "json": ("python",),
    "numpy": ("numpy",), "torch": ("numpy", "torch"), "torchvision": ("numpy", "torch", "data"),
    "keras": ("numpy", "keras"), "tensorflow": ("numpy", "keras", "tensorflow"),
    "sklearn": ("numpy", "data"), "pandas": ("numpy", "data"),
}  # fmt: skip
"""The packages of declarations that the names under a root module need."""

ALIASES = {
    "tensorflow.keras": "keras",
    "tensorflow.python.keras": "keras",
    "tensorflow.contrib.keras": "keras",
    "tensorflow.compat.v1.keras": "keras",
    "tf_keras": "keras",
}
"""Prefixes of paths that mean the same as another. The libraries' own packages add theirs."""

_loaded: set[str] = set()


def load(root: str) -> None:
    """Reads the declarations that the names under a root module need."""
    for package in PACKAGES.get(root, ()):
        if package not in _loaded:
            _loaded.add(package)
            import_module(f"{__name__}.{package}")


def canonical(path: str) -> str:
    """The path under which a name is declared."""
    prefix = path
    while prefix:
        if prefix in ALIASES:
            return canonical(ALIASES[prefix] + path[len(prefix) :])
        prefix = prefix.rpartition(".")[0]
    return path


def find(path: str) -> Spec | Value | None:
    """What is declared under a full path, after aliases."""
    load(path.partition(".")[0])
    path = canonical(path)
    load(path.partition(".")[0])
    return REGISTRY.get(path)


def knows(root: str) -> bool:
    """Names under that root module work on tensors, and we have declarations for some of them."""
    return any(package != "python" for package in PACKAGES.get(canonical(root).partition(".")[0], ()))
