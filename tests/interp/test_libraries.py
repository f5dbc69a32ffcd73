"""Installed libraries: which are read, how far, and that nothing is said of them."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from shapecheck.api import Session
from shapecheck.config import Config
from shapecheck.core.plain import Constant
from shapecheck.core.tensor import Tensor
from shapecheck.interp.search import Found, Installed, site_packages
from tests.programs import follow, run

if TYPE_CHECKING:
    from pathlib import Path

    from shapecheck.findings import Report

LIBRARY = {
    "zoo/__init__.py": """
        from .factory import create as create
        from .models import *
        VERSION = "1.0"
    """,
    "zoo/factory.py": """
        from .registry import find
        def create(name, **kwargs):
            return find(name)(**{k: v for k, v in kwargs.items() if v is not None})
    """,
    "zoo/registry.py": """
        import sys
        _models = {}
        def register(make):
            module = sys.modules[make.__module__]
            module.__all__.append(make.__name__)
            _models[make.__name__] = make
            return make
        def find(name):
            if name not in _models:
                raise KeyError(name)
            return _models[name]
        def names():
            return list(_models)
    """,
    "zoo/models/__init__.py": "from .small import *\nfrom .large import *\n",
    "zoo/models/small.py": """
        import torch
        from torch import nn
        from ..registry import register
        __all__ = ["Small"]
        class Small(nn.Module):
            def __init__(self, width=8, classes=3):
                super().__init__()
                self.one = nn.Linear(16, width)
                self.two = nn.Linear(width, classes)
            def forward(self, x):
                return self.two(torch.relu(self.one(x)))
        @register
        def small_net(**kwargs):
            return Small(**dict(dict(width=32), **kwargs))
    """,
    "zoo/models/large.py": """
        from torch import nn
        from ..registry import register
        __all__ = ["Large"]
        class Large(nn.Sequential):
            def __init__(self):
                super().__init__(nn.Flatten(), nn.Linear(64, 5))
        @register
        def large_net():
            return Large()
        for _i in range(10 ** 9):
            pass
    """,
    "zoo-1.0.dist-info/METADATA": "Name: zoo\nRequires-Dist: torch>=2\nRequires-Dist: pyyaml; extra == 'x'\n\nA zoo.\n",
}


def install(project: Path, files: dict[str, str]) -> Path:
    """A virtual environment in a project, with the files in its site-packages."""
    packages = project / ".venv" / "lib" / "python3.11" / "site-packages"
    for name, text in files.items():
        (packages / name).parent.mkdir(parents=True, exist_ok=True)
        (packages / name).write_text(dedent(text), encoding="utf-8")
    return packages


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    install(tmp_path, LIBRARY)
    return tmp_path


def shape_of(project: Path, source: str) -> str:
    """What `y` is at the end of a program of the project."""
    (project / "main.py").write_text(dedent(source), encoding="utf-8")
    value = follow(project / "main.py")[0]["y"]
    return str(value) if isinstance(value, Tensor) else repr(value)


def check(project: Path, source: str) -> Report:
    (project / "main.py").write_text(dedent(source), encoding="utf-8")
    with Session(Config(static=True)) as session:
        return session.check(str(project / "main.py"))


def test_a_model_by_its_name(project: Path) -> None:
    source = "import torch, zoo\ny = zoo.create('small_net', classes=7)(torch.zeros(2, 16))\n"
    assert shape_of(project, source) == "f32[2, 7]"


def test_a_model_by_its_class(project: Path) -> None:
    source = "import torch\nfrom zoo import Small\ny = Small(4, classes=9)(torch.zeros(5, 16))\n"
    assert shape_of(project, source) == "f32[5, 9]"


def test_a_class_that_derives_from_a_librarys(project: Path) -> None:
    source = """
        import torch
        from zoo.models.small import Small
        class Own(Small):
            def forward(self, x):
                return super().forward(x).sum(1)
        y = Own()(torch.zeros(5, 16))
    """
    assert shape_of(project, source) == "f32[5]"


def test_only_what_is_needed_is_read(project: Path) -> None:
    (project / "main.py").write_text("import zoo\n", encoding="utf-8")
    assert follow(project / "main.py")[1].trace.libraries == set()
    (project / "main.py").write_text("import zoo\nm = zoo.create('small_net')\n", encoding="utf-8")
    read = {path.rpartition("site-packages/")[2] for path in follow(project / "main.py")[1].trace.libraries}
    assert read == {f"zoo/{name}.py" for name in ("__init__", "factory", "registry", "models/__init__", "models/small")}


def test_a_registry_that_is_not_complete_has_no_known_length(project: Path) -> None:
    source = "import zoo\nfrom zoo.registry import names\nm = zoo.create('small_net')\ny = len(names())\n"
    assert shape_of(project, source) == "Constant(Dim(?))"


def test_what_fails_in_a_library_is_told_where_it_is_called(project: Path) -> None:
    report = check(project, "import torch, zoo\ny = zoo.create('small_net')(torch.zeros(2, 17))\n")
    (finding,) = report.findings
    assert (finding.name, finding.span.line) == ("linear-in-features-mismatch", 2)
    assert finding.message.startswith("in what is called here: ")
    assert {note.span.path for note in finding.notes} <= {report.path}


def test_what_follows_a_librarys_model_is_checked(project: Path) -> None:
    source = """
        import torch
        from torch import nn
        import zoo
        features = zoo.create('small_net', classes=7)(torch.zeros(2, 16))
        nn.Linear(8, 1)(features)
    """
    (finding,) = check(project, source).findings
    assert (finding.name, finding.span.line) == ("linear-in-features-mismatch", 6)


def test_a_library_that_takes_too_long_is_left(project: Path) -> None:
    source = """
        import torch
        from torch import nn
        import zoo
        model = zoo.create('large_net')
        nn.Linear(8, 1)(torch.zeros(2, 7))
    """
    report = check(project, source)
    assert [finding.name for finding in report.findings] == ["linear-in-features-mismatch"]
    assert report.coverage.complete


def test_which_libraries_are_read(project: Path) -> None:
    packages = install(
        project,
        {
            "plain/__init__.py": "",
            "plain-2.dist-info/METADATA": "Name: plain\nRequires-Dist: requests\n\nRequires-Dist: torch\n",
            "other_name/__init__.py": "",
            "distribution-2.dist-info/METADATA": "Requires-Dist: Keras (>=3); extra == 'all'\n",
            "distribution-2.dist-info/top_level.txt": "other_name\n",
            "unknown/__init__.py": "",
        },
    )
    installed = Installed(None, str(project))
    assert installed.find("plain") is installed.find("unknown") is installed.find("missing") is None
    name = str(packages / "other_name")
    assert installed.find("other_name") == Found(f"{name}/__init__.py", (name,), True)


def test_which_site_packages(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = project / ".venv" / "lib" / "python3.11" / "site-packages"
    assert list(site_packages(None, str(project))) == [str(own)]
    active = install(project / "active", {"x.py": ""})
    monkeypatch.setenv("VIRTUAL_ENV", str(project / "active" / ".venv"))
    assert list(site_packages(None, str(project))) == [str(active)]
    assert list(site_packages(str(project / ".venv" / "bin" / "python"), str(project))) == [str(own)]
    monkeypatch.delenv("VIRTUAL_ENV")
    assert all(path.endswith("-packages") for path in site_packages(None, str(project / "nowhere")))


def test_plots_change_nothing() -> None:
    """What is drawn or noted down is what it was; what a function is given to may call it."""
    names, _ = run("""
        import matplotlib.pyplot as plt
        from matplotlib.animation import FuncAnimation
        losses, seen = [1, 2, 3], [0]
        figure, axes = plt.subplots(2, 2)
        axes[0].plot(losses)
        counts, edges, _ = plt.hist(losses)
        last = losses[-1]
        def draw(frame):
            seen[0] = frame
        FuncAnimation(figure, draw)
        first = seen[0]
    """)
    assert names["last"].key() == Constant(3).key()
    assert names["first"].kind == "unknown value"
