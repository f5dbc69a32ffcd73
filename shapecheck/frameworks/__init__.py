"""What shapecheck knows of libraries: the only place with library names. Imports core and algebra.

A package here declares the names of one library; it is loaded when a program first imports that library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .declare import REGISTRY, Spec

if TYPE_CHECKING:
    from ..core.value import Value

_PYTHON = {
    "builtin": "builtins",
    "mathematics": "math statistics cmath decimal fractions",
    "functional": "itertools functools operator copy",
    "collection": "collections heapq bisect queue",
    "paths": "os pathlib glob shutil tempfile",
    "files": "csv io codecs gzip bz2 lzma",
    "arguments": "argparse",
    "flags": "absl click fire hydra",
    "system": "sys time datetime random platform timeit secrets",
    "typed": "typing typing_extensions dataclasses enum abc types numbers",
    "services": "logging warnings contextlib json pickle yaml dill joblib cPickle cloudpickle ujson marshal toml "
    "tomllib re string textwrap pprint struct base64 hashlib uuid zipfile tarfile unicodedata gc "
    "atexit signal subprocess threading multiprocessing concurrent asyncio socket urllib requests "
    "traceback inspect importlib resource getpass locale psutil weakref tqdm progressbar ast six",
}
"""The modules of Python's own library, and some that scripts use like it, by the file that declares them."""

PACKAGES: dict[str, tuple[str, ...]] = {
    **{root: (f"python.{file}",) for file, roots in _PYTHON.items() for root in roots.split()},
    "numpy": ("numpy",), "torch": ("numpy", "torch"), "torchvision": ("numpy", "torch", "data.torchvision"),
    "keras": ("numpy", "keras"), "tensorflow": ("numpy", "keras", "tensorflow"),
    "tensorflow_datasets": ("numpy", "keras", "tensorflow", "data.tfds"),
    "sklearn": ("numpy", "data.sklearn"), "pandas": ("numpy", "data.pandas"),
}  # fmt: skip
"""The packages of declarations that the names under a root module need."""

ALIASES = {
    "tensorflow.keras": "keras",
    "tensorflow.python.keras": "keras",
    "tensorflow.contrib.keras": "keras",
    "tensorflow.compat.v1.keras": "keras",
    "tf_keras": "keras",
    "six.moves": "builtins",
    "six.moves.urllib": "urllib",
    "six.moves.cPickle": "pickle",
    "six.moves.xrange": "builtins.range",
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
    """The path under which a name is declared; one that is declared itself needs no alias."""
    if path in REGISTRY:
        return path
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
    return any(not package.startswith("python.") for package in PACKAGES.get(canonical(root).partition(".")[0], ()))
