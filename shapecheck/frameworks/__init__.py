"""What shapecheck knows of libraries: the only place with library names. Imports core and algebra.

A package here declares the names of one library. A file of it is loaded when a program first uses one of its names: the
index, which is generated, says which file that is.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from . import index
from .declare import REGISTRY, Spec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..core.value import Value

_PYTHON = {
    "builtin": "builtins",
    "mathematics": "math statistics cmath decimal fractions",
    "functional": "functools operator",
    "iterators": "itertools",
    "copies": "copy",
    "collection": "collections",
    "queues": "heapq bisect queue",
    "paths": "os pathlib glob shutil tempfile",
    "folders": "os glob shutil",
    "files": "io codecs bz2 lzma",
    "csvfiles": "csv",
    "buffers": "io",
    "binary": "gzip",
    "arguments": "argparse",
    "flags": "absl",
    "commands": "click rich_click typer fire defopt plac clize argh tyro draccus pyrallis simple_parsing jsonargparse "
    "chz trl",
    "system": "sys random platform secrets",
    "moments": "time datetime timeit",
    "loading": "importlib",
    "typed": "typing typing_extensions abc types numbers",
    "tensortypes": "jaxtyping torchtyping beartype typeguard",
    "enums": "enum",
    "records": "dataclasses",
    "named": "typing collections",
    "texts": "re string textwrap pprint shlex fnmatch html unicodedata difflib ast keyword json base64 binascii zlib "
    "struct hashlib uuid",
    "dotted": "easydict munch bunch addict attrdict dotmap yacs fvcore ml_collections",
    "omegaconf": "omegaconf hydra",
    "settings": "yaml toml tomllib tomli configparser ujson orjson simplejson",
    "processes": "threading multiprocessing concurrent",
    "inspection": "inspect importlib weakref pkg_resources",
    "releases": "packaging distutils looseversion",
    "contexts": "contextlib warnings",
    "services": "logging warnings pickle dill joblib cPickle cloudpickle marshal zipfile tarfile shelve gc "
    "atexit signal subprocess asyncio socket urllib requests traceback resource getpass locale psutil tqdm progressbar "
    "six",
}
"""The modules of Python's own library, and some that scripts use like it, by the file that declares them."""

PACKAGES: dict[str, tuple[str, ...]] = {
    **{root: (f"python.{file}",) for file, roots in _PYTHON.items() for root in roots.split()},
    "numpy": ("numpy",), "torch": ("numpy", "torch"), "torchvision": ("numpy", "torch", "data.torchvision"),
    "keras": ("numpy", "keras"), "tensorflow": ("numpy", "keras", "tensorflow"),
    "tensorflow_datasets": ("numpy", "keras", "tensorflow", "data.tfds"),
    "einops": ("numpy", "torch", "einops"), "sklearn": ("numpy", "data.sklearn"),
    **dict.fromkeys(("imblearn", "xgboost", "lightgbm"), ("numpy", "data.sklearn")),
    "seaborn": ("numpy", "data.seaborn"), "pandas": ("numpy", "data.pandas"),
    "cv2": ("numpy", "data.opencv"), "PIL": ("numpy", "data.pil"), "h5py": ("numpy", "data.h5py"),
    **dict.fromkeys(
        ("imageio", "skimage", "scipy", "librosa", "tifffile", "nibabel", "soundfile", "idx2numpy"),
        ("numpy", "data.media")
    ),
    "torchaudio": ("numpy", "torch", "data.media", "data.torchaudio"),
    **dict.fromkeys(("lightning", "pytorch_lightning", "accelerate", "torchmetrics"), ("numpy", "torch")),
}  # fmt: skip
"""The packages of declarations that the names under a root module need."""

ALIASES: dict[str, str] = {
    "tensorflow.keras": "keras",
    "tensorflow.python.keras": "keras",
    "tensorflow.contrib.keras": "keras",
    "tensorflow.compat.v1.keras": "keras",
    "tf_keras": "keras",
    "pytorch_lightning": "lightning",
    "lightning.pytorch": "lightning",
    "six.moves": "builtins",
    "six.moves.urllib": "urllib",
    "six.moves.cPickle": "pickle",
    "six.moves.xrange": "builtins.range",
    **index.ALIASES,
}
"""Prefixes of paths that mean the same as another. The libraries' own files add theirs; the index knows them all."""

FILES = {path: file for file, paths in index.DECLARED.items() for path in paths.split()}
"""The file of this package that declares a path."""


def load(root: str) -> None:
    """Reads every declaration that the names under a root module may need; `find` reads those of one path."""
    for package in PACKAGES.get(root, ()):
        module = import_module(f"{__name__}.{package}")
        for found in iter_modules(getattr(module, "__path__", ()), f"{module.__name__}."):
            import_module(found.name)


def canonical(path: str) -> str:
    """The path under which a name is declared; one that is declared itself needs no alias."""
    if path in FILES:
        return path
    prefix = path
    while prefix:
        if prefix in ALIASES:
            return canonical(ALIASES[prefix] + path[len(prefix) :])
        prefix = prefix.rpartition(".")[0]
    return path


def find(path: str) -> Spec | Value | None:
    """What is declared under a full path, after aliases."""
    path = canonical(path)
    if path in FILES and path not in REGISTRY:
        import_module(f"{__name__}.{FILES[path]}")
    return REGISTRY.get(path)


def declared_under(path: str) -> set[str]:
    """The names right under a module or class."""
    prefix = canonical(path) + "."
    return {declared[len(prefix) :].partition(".")[0] for declared in FILES if declared.startswith(prefix)}


ONLOOKERS = frozenset(
    "matplotlib mpl_toolkits seaborn plotly bokeh altair visdom wandb tensorboard tensorboardX mlflow "
    "tensorboard_logger comet_ml neptune IPython ipywidgets termcolor colorama rich prettytable tabulate torchsummary "
    "torchinfo torchviz graphviz pydot netron GPUtil loguru pytz faker folium".split()
)
"""Libraries whose functions show what they are given, or note it down, and change none of it."""


def looks_on(path: str) -> bool:
    return path.partition(".")[0] in ONLOOKERS


READ = (
    "torchvision.models", "torchvision.ops", "torchaudio.models", "torchaudio.transforms", "torchaudio.functional",
    "keras.src.applications",
)  # fmt: skip
"""Modules of declared libraries that are built of the library's own layers: what is not declared is read."""

_LAYERS = frozenset(("torch", "torchvision", "keras", "tensorflow", "tensorflow_cpu", "tf_keras"))
"""Packages whose layers and ops others build on, as their metadata names them."""


def builds_on(requirements: Iterable[str]) -> bool:
    """A library that asks for these is worth reading: it builds on a framework that is declared here."""
    return not _LAYERS.isdisjoint(requirements)


def declares(root: str) -> bool:
    """Some name under that root module is declared."""
    return canonical(root).partition(".")[0] in PACKAGES


def is_read(path: str) -> bool:
    """A module of a declared library that is not declared itself, but worth reading."""
    return any(one == read or one.startswith(f"{read}.") for one in {path, canonical(path)} for read in READ)


def knows(root: str) -> bool:
    """Names under that root module work on tensors, and we have declarations for some of them."""
    return any(not package.startswith("python.") for package in PACKAGES.get(canonical(root).partition(".")[0], ()))
