"""Imports between the files of a project: what the interpreter claims is what CPython gives for the same files."""

from __future__ import annotations

import json
import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from shapecheck.api import Session
from shapecheck.config import Config
from shapecheck.core.convert import to_python
from shapecheck.core.outcome import Undecided
from tests.programs import follow

if TYPE_CHECKING:
    from pathlib import Path

Files = dict[str, str]

PROJECTS: dict[str, Files] = {
    "a package, by every kind of import": {
        "main.py": """
            import pkg.sub.leaf
            import pkg.sub.leaf as leaf
            import pkg.other
            from pkg import sub, VALUE as value
            from pkg.sub.leaf import size, Leaf
            from pkg.other import *
            a, b, c, d = pkg.sub.leaf.size, leaf.size, sub.leaf.size, size
            e, f, g = value, pkg.other.shown, shown
            h = Leaf().double(4)
            i = pkg.sub is sub
        """,
        "pkg/__init__.py": "from .other import shown as VALUE\n",
        "pkg/sub/__init__.py": "",
        "pkg/sub/leaf.py": """
            from .. import VALUE
            from ..other import shown
            from . import twig
            size = shown + VALUE + twig.length
            class Leaf:
                def double(self, n):
                    return n * twig.length
        """,
        "pkg/sub/twig.py": "length = 2\n",
        "pkg/other.py": "shown, _hidden = 10, 11\n",
    },
    "star imports": {
        "main.py": """
            from lib import *
            a, b, c = one, two, three
        """,
        "lib/__init__.py": """
            from . import first, second
            from .first import *
            from .second import *
            __all__ = ["three"]
            __all__ += first.__all__
            __all__.extend(second.__all__)
            three, four = 3, 4
        """,
        "lib/first.py": "__all__ = ['one']\none, other = 1, 2\n",
        "lib/second.py": "__all__ = ('two',)\ntwo = 22\n",
    },
    "a star without __all__ leaves out what starts with an underscore": {
        "main.py": "from lib import *\na = shown\ntry:\n    b = _hidden\nexcept NameError:\n    b = 'no name'\n",
        "lib.py": "shown = 1\n_hidden = 2\n",
    },
    "a cycle sees what was bound before": {
        "main.py": "import first\na, b, c = first.x, first.second.y, first.later()\n",
        "first.py": """
            x = 1
            import second
            z = 5
            def later():
                return second.both()
        """,
        "second.py": """
            import first
            from first import x
            y = x + first.x
            def both():
                return first.z + y
        """,
    },
    "a cycle in a package": {
        "main.py": "from pkg import one\na, b = one.value(), one.two.base\n",
        "pkg/__init__.py": "",
        "pkg/one.py": "from . import two\nbase = 7\ndef value():\n    return two.value()\n",
        "pkg/two.py": "from . import one\nbase = 8\ndef value():\n    return one.base + base\n",
    },
    "folders without __init__": {
        "main.py": "import space.part.leaf\nfrom space.part import leaf\na = leaf.x\nb = space.part.leaf is leaf\n",
        "space/part/leaf.py": "from . import twig\nfrom ..side import y\nx = twig.x + y\n",
        "space/part/twig.py": "x = 1\n",
        "space/side.py": "y = 30\n",
    },
    "a package goes before a module of the same name": {
        "main.py": "import thing\na = thing.kind\n",
        "thing/__init__.py": "kind = 'package'\n",
        "thing.py": "kind = 'module'\n",
    },
    "a function over the module of its name": {
        "main.py": "import pkg\nfrom pkg import net\na, b = net(3), pkg.net(4)\n",
        "pkg/__init__.py": "from .net import net\n",
        "pkg/net.py": "def net(n):\n    return n + 1\n",
    },
    "imports that fall back": {
        "main.py": """
            try:
                from lib import fast as speed
            except ImportError:
                from lib import slow as speed
            try:
                import lib.missing
            except ImportError:
                a = 'missing'
            b = speed
        """,
        "lib/__init__.py": "slow = 'slow'\n",
    },
    "names of the module": {
        "main.py": "from pkg.leaf import name, package, f\na, b, c, d = name, package, f.__module__, __name__\n",
        "pkg/__init__.py": "",
        "pkg/leaf.py": "name, package = __name__, __package__\ndef f():\n    pass\n",
    },
    "a module that makes names on demand": {
        "main.py": "import pkg\na, b = pkg.lazy, pkg.real\n",
        "pkg/__init__.py": """
            import importlib
            real = 1
            def __getattr__(name):
                if name == 'lazy':
                    return importlib.import_module('.leaf', __name__).value
                raise AttributeError(name)
        """,
        "pkg/leaf.py": "value = 5\n",
    },
    "importlib": {
        "main.py": """
            import importlib
            a = importlib.import_module('pkg.leaf').value
            b = getattr(importlib.import_module('.leaf', package='pkg'), 'value')
        """,
        "pkg/__init__.py": "",
        "pkg/leaf.py": "value = 6\n",
    },
    "sys.path": {
        "main.py": """
            import os, sys
            sys.path.append(os.path.join(os.path.dirname(__file__), 'more'))
            sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'first'))
            import one, two
            a, b = one.value, two.value
        """,
        "one.py": "value = 'beside'\n",
        "first/one.py": "value = 'first'\n",
        "more/two.py": "value = 'more'\n",
        "more/one.py": "value = 'more'\n",
    },
    "what is for type checkers alone": {
        "main.py": """
            from typing import TYPE_CHECKING
            value = 1
            if TYPE_CHECKING:
                from lib import value
            a = value
        """,
        "lib.py": "value = 2\n",
    },
    "state that modules share": {
        "main.py": "import config, user\nconfig.size = 3\na = user.read()\nuser.write(9)\nb = config.size\n",
        "config.py": "size = 1\n",
        "user.py": """
            import config
            from config import size
            def read():
                return config.size, size
            def write(n):
                config.size = n
        """,
    },
    "a class and its base in three files": {
        "main.py": "from child import Child\nx = Child(3)\na, b = x.size(), isinstance(x, __import__('base').Base)\n",
        "child.py": """
            from base import Base
            class Child(Base):
                def size(self):
                    return super().size() + 1
        """,
        "base.py": "import limits\nclass Base:\n    def __init__(self, n):\n        self.n = n\n"
        "    def size(self):\n        return self.n * limits.FACTOR\n",
        "limits.py": "FACTOR = 10\n",
    },
}
MODULES: dict[str, tuple[str, Files]] = {
    "python -m, from inside a package": (
        "pkg.sub.run",
        {
            "pkg/__init__.py": "top = 1\n",
            "pkg/sub/__init__.py": "",
            "pkg/sub/run.py": "from . import mate\nfrom .. import top, side\nimport pkg.side as again\n"
            "a, b, c = mate.x, top + side.y, again is side\n",
            "pkg/sub/mate.py": "x = 2\n",
            "pkg/side.py": "y = 3\n",
        },
    ),
    "a package's __main__": (
        "pkg.__main__",
        {
            "pkg/__init__.py": "",
            "pkg/__main__.py": "from .core import x\na = x\nb = 0\nif __name__ == '__main__':\n    b = 1\n",
            "pkg/core.py": "x = 4\n",
        },
    ),
}


def write(folder: Path, files: Files) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(dedent(text), encoding="utf-8")


def python(folder: Path, *run: str) -> dict[str, Any]:
    """The names of one letter, as CPython leaves them."""
    code = (
        "import json, runpy, sys; sys.path[0] = sys.argv[1]; run = getattr(runpy, sys.argv[2]);"
        "names = run(sys.argv[3], run_name='__main__');"
        "print(json.dumps({k: v for k, v in names.items() if len(k) == 1 and k.islower()}, default=repr))"
    )
    done = subprocess.run([sys.executable, "-IBc", code, str(folder), *run], capture_output=True, text=True, check=True)
    names: dict[str, Any] = json.loads(done.stdout)
    return names


def compare(main: Path, truth: dict[str, Any]) -> None:
    names, machine = follow(main)
    assert [gap.reason for gap in machine.trace.gaps] == []
    for name, value in truth.items():
        try:
            claimed = to_python(names[name])
        except Undecided:
            continue
        if isinstance(claimed, (str, int, bool, tuple, list)) or claimed is None:
            assert json.loads(json.dumps(claimed)) == value, name


@pytest.mark.parametrize("files", PROJECTS.values(), ids=list(PROJECTS))
def test_as_cpython(files: Files, tmp_path: Path) -> None:
    write(tmp_path, files)
    truth = python(tmp_path, "run_path", str(tmp_path / "main.py"))
    assert truth
    compare(tmp_path / "main.py", truth)


@pytest.mark.parametrize(("module", "files"), MODULES.values(), ids=list(MODULES))
def test_inside_a_package(module: str, files: Files, tmp_path: Path) -> None:
    write(tmp_path, files)
    truth = python(tmp_path, "run_module", module)
    assert truth
    compare(tmp_path / f"{module.replace('.', '/')}.py", truth)


# -- what is said, and where -----------------------------------------------------------------------------------------

TRAINING = {
    "net.py": """
        from torch import nn
        class Net(nn.Module):
            def __init__(self, width):
                super().__init__()
                self.head = nn.Linear(width, 3)
            def forward(self, x):
                return self.head(x)
    """,
    "train.py": """
        import torch
        from torch import nn
        from net import Net
        out = Net(4)(torch.zeros(2, 4))
        nn.Linear(5, 1)(out)
    """,
    "wrong.py": """
        import torch
        from net import Net
        Net(4)(torch.zeros(2, 6))
    """,
}


def check(path: Path) -> list[tuple[str, int]]:
    """The names of the findings in a file, with their lines."""
    with Session(Config(static=True)) as session:
        report = session.check(str(path))
    assert all(finding.span.path == str(path) for finding in report.findings)
    return [(finding.name, finding.span.line) for finding in report.findings]


def test_a_model_in_one_file_and_its_use_in_another(tmp_path: Path) -> None:
    write(tmp_path, TRAINING)
    assert check(tmp_path / "train.py") == [("linear-in-features-mismatch", 6)]
    assert check(tmp_path / "net.py") == []


def test_only_the_file_that_was_asked_for_is_reported(tmp_path: Path) -> None:
    write(tmp_path, TRAINING)
    assert check(tmp_path / "wrong.py") == []
    broken = TRAINING["net.py"].replace("self.head(x)", "self.head(nn.Linear(7, 8)(x.new_zeros(2, 7)))")
    write(tmp_path, {"net.py": broken.replace("width, 3", "9, 3"), "use.py": TRAINING["train.py"]})
    assert check(tmp_path / "net.py") == [("linear-in-features-mismatch", 8)]
    assert check(tmp_path / "use.py") == []


def test_what_may_not_be_installed(tmp_path: Path) -> None:
    """With it or without it: both ways are followed, and tests of the same flag agree."""
    source = """
        import torch
        from torch import nn
        try:
            import surely_not_installed_anywhere
            there = True
        except ImportError:
            there = False
        width = 4 if there else 5
        nn.Linear(4 if there else 5, 1)(torch.zeros(2, width))
        nn.Linear(6, 1)(torch.zeros(2, width))
    """
    write(tmp_path, {"main.py": source})
    assert check(tmp_path / "main.py") == [("linear-in-features-mismatch", 11)]


def test_a_notebook_imports_from_its_folder(tmp_path: Path) -> None:
    cell = "import torch\nfrom net import Net\nfrom torch import nn\nnn.Linear(5, 1)(Net(4)(torch.zeros(2, 4)))\n"
    notebook = {"cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "source": cell}], "metadata": {}}
    write(tmp_path, TRAINING)
    (tmp_path / "book.ipynb").write_text(json.dumps({**notebook, "nbformat": 4, "nbformat_minor": 5}))
    assert check(tmp_path / "book.ipynb") == [("linear-in-features-mismatch", 4)]
