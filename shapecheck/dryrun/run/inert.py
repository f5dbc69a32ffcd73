"""Modules that draw, log and show progress: what stands for them does nothing, and starts at once."""

from __future__ import annotations

import dis
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types
from collections.abc import Iterator
from typing import Any

ALWAYS = frozenset(
    "matplotlib seaborn plotly bokeh visdom wandb mlflow tensorboard tensorboardX tensorboard_logger comet_ml neptune"
    " clearml swanlab aim livelossplot tqdm progress progressbar alive_progress IPython ipywidgets graphviz pydot"
    " torchviz torchsummary torchinfo hiddenlayer netron torch.utils.tensorboard fvcore thop ptflops".split()
)
"""Replaced even where they are installed: to draw takes time, and what they are told is made up."""


def _unpacked() -> int:
    """How many values the caller's caller unpacks: `figure, (left, right) = ...`."""
    frame = sys._getframe(2)
    code, at = frame.f_code.co_code, frame.f_lasti
    return code[at + 1] if 0 <= at < len(code) - 1 and dis.opname[code[at]] == "UNPACK_SEQUENCE" else 0


class Inert:
    """Any attribute, call, index, context or loop of it is possible, and gives another."""

    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    def __call__(self, *args: Any, **__: Any) -> Any:
        if len(args) == 1 and isinstance(args[0], (types.FunctionType, type)):
            return args[0]  # as a decorator
        return Inert()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Inert()

    def __getitem__(self, _: Any) -> Any:
        return Inert()

    def __setitem__(self, *_: Any) -> None:
        pass

    def __iter__(self) -> Iterator[Any]:
        return iter([Inert() for _ in range(_unpacked() or 2)])

    def __enter__(self) -> Inert:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def __len__(self) -> int:
        return 2

    def __bool__(self) -> bool:
        return True

    def _same(self, *_: Any) -> Any:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __iadd__ = _same
    __mro_entries__ = lambda self, bases: (Inert,)  # noqa: E731

    def __float__(self) -> float:
        return 0.5

    def __int__(self) -> int:
        return 1

    def __index__(self) -> int:
        return 1

    def __str__(self) -> str:
        return ""

    def __format__(self, _: str) -> str:
        return ""


class Progress(Inert):
    """A bar around what is gone through."""

    def __init__(self, iterable: Any = (), *_: Any, **kwargs: Any) -> None:
        self.iterable = self._shapecheck_wraps = kwargs.get("iterable", iterable)
        self.n = 0
        self.total = kwargs.get("total")

    def __iter__(self) -> Iterator[Any]:
        return iter(self.iterable)

    def __len__(self) -> int:
        return len(self.iterable)

    def __enter__(self) -> Progress:
        return self


def trange(*args: Any, **_: Any) -> Progress:
    return Progress(range(*(each for each in args if isinstance(each, int))))


class _Module(types.ModuleType):
    __path__: Any = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        own = {"tqdm": Progress, "tqdm_notebook": Progress, "trange": trange, "track": Progress, "bar": Progress}
        if "tqdm" in self.__name__.split(".") or "progress" in self.__name__:
            return own.get(name, Inert())
        if name[:1].isupper():
            return Inert  # a class, which programs derive from
        return Inert()


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the inert modules, and all that lies below them."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> Any:
        parts = fullname.split(".")
        if any(".".join(parts[: at + 1]) in ALWAYS for at in range(len(parts))):
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: Any) -> Any:
        return _Module(spec.name)

    def exec_module(self, module: Any) -> None:
        parent, _, last = module.__name__.rpartition(".")
        if parent and isinstance(sys.modules.get(parent), _Module):
            setattr(sys.modules[parent], last, module)
