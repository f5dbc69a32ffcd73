"""What no declaration tells: the framework is asked, and the analysis goes on with its answer."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from textwrap import dedent
from typing import Any

import pytest

from shapecheck import frameworks
from shapecheck.api import Session
from shapecheck.config import Config
from shapecheck.core.plain import Constant, Scalar
from shapecheck.core.shape import Shape
from shapecheck.core.value import Unknown
from shapecheck.dryrun.oracle import FrameworkOracle
from shapecheck.dryrun.worker.lists import MODULES, TENSORS, answered
from shapecheck.findings import Report
from shapecheck.frameworks.declare import REGISTRY
from shapecheck.interp.execute import execute
from shapecheck.interp.machine import Frame, Machine
from shapecheck.interp.project import Project
from shapecheck.interp.scope import Scope

GONE = (
    "torch.nn.functional.pixel_unshuffle", "torch.Tensor.unfold", "torch.nn.Bilinear", "torch.linalg.svd",
    "torch.relu_", "keras.layers.ZeroPadding2D", "numpy.kron", "tensorflow.signal.stft",
)  # fmt: skip
"""Names that are declared, and in these tests are not."""


@pytest.fixture(autouse=True)
def undeclared(monkeypatch: pytest.MonkeyPatch) -> None:
    for path in GONE:
        frameworks.find(path)
        monkeypatch.delitem(frameworks.FILES, path, raising=False)
        monkeypatch.delitem(REGISTRY, path, raising=False)


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    for framework in ("numpy", "torch", "tensorflow", "keras"):
        pytest.importorskip(framework)
    with Session(Config(python=sys.executable)) as made:
        yield made


def values(session: Session, source: str) -> dict[str, Any]:
    """What the names of a program hold at its end."""
    project = Project("program.py", {"program.py": dedent(source)})
    project.oracle = session.dry_run.oracle
    project.read_main()
    program = project.program(project.main)
    assert program is not None
    machine, scope = Machine(project, 200_000), Scope("module", project.main)
    machine.frames.append(Frame(scope))
    machine.write(scope.vars, "__name__", Constant("__main__"))
    execute(machine, scope, program.body)
    return scope.vars


def check(session: Session, source: str) -> Report:
    return session.check("program.py", dedent(source))


@pytest.mark.oracle
def test_a_function(session: Session) -> None:
    found = values(session, """
        import torch
        import numpy as np
        x = torch.nn.functional.pixel_unshuffle(torch.zeros(2, 3, 8, 8), 2)
        y = torch.zeros(2, 3, 8).unfold(2, 4, 2)
        u, s, v = torch.linalg.svd(torch.zeros(4, 6))
        k = np.kron(np.zeros((2, 3)), np.zeros((4, 5)))
    """)  # fmt: skip
    sizes = {name: str(found[name]) for name in ("x", "y", "u", "s", "v", "k")}
    assert sizes == {
        "x": "f32[2, 12, 4, 4]", "y": "f32[2, 3, 3, 4]", "u": "f32[4, 4]", "s": "f32[4]", "v": "f32[6, 6]",
        "k": "f64[8, 15]",
    }  # fmt: skip
    assert found["k"].library.name == "numpy" and found["x"].origin.what == "pixel_unshuffle"




@pytest.mark.oracle
def test_symbols_travel(session: Session) -> None:
    """Sizes are parameters; what is found of them holds for all."""
    report = check(session, """
        import torch

        class Net(torch.nn.Module):
            def __init__(self, d):
                super().__init__()
                self.head = torch.nn.Linear(4 * d + 1, 10)
                self.d = d
            def forward(self, n):
                x = torch.nn.functional.pixel_unshuffle(torch.zeros(n, self.d, 8, 8), 2)
                return self.head(x.permute(0, 2, 3, 1))
    """)  # fmt: skip
    (found,) = report.findings
    assert found.message == "Linear expects 4*d + 1 input features, got 4*d"
    static = Session(Config(static=True)).check("program.py", "import torch\nx = torch.linalg.svd(torch.zeros(4, 6))")
    assert static.coverage.gaps == {"torch.linalg.svd": 1}


@pytest.mark.oracle
def test_layers(session: Session) -> None:
    report = check(session, """
        import torch
        from torch import nn
        import keras

        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.mix = nn.Bilinear(20, 30, out_features=40)
                self.head = nn.Linear(50, 10)
            def forward(self, x, y):
                return self.head(self.mix(x, y))

        Net()(torch.randn(8, 20), torch.randn(8, 30))
        model = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.ZeroPadding2D(2), keras.layers.Flatten()])
        model.add(keras.layers.Reshape((100,)))
        inputs = keras.Input((8, 8, 3))
        outputs = keras.layers.Conv2D(4, 13)(keras.layers.ZeroPadding2D(padding=2)(inputs))
    """)  # fmt: skip
    assert [(found.span.line, found.name) for found in report.findings] == [
        (12, "linear-in-features-mismatch"), (16, "view-size-mismatch"), (18, "conv-kernel-exceeds-input"),
    ]  # fmt: skip
    assert all(found.confirmed for found in report.findings)
    assert report.coverage.followed == report.coverage.calls


@pytest.mark.oracle
def test_a_graph_is_worked_out_again(session: Session) -> None:
    found = values(session, """
        import keras
        inputs = keras.Input((None, None, 3))
        model = keras.Model(inputs, keras.layers.ZeroPadding2D(2)(inputs))
        y = model(keras.ops.zeros((5, 8, 9, 3)))
    """)  # fmt: skip
    assert str(found["y"].shape) == "[5, 12, 13, 3]"


@pytest.mark.oracle
def test_tensorflow(session: Session) -> None:
    found = values(session, """
        import tensorflow as tf
        x = tf.signal.stft(tf.zeros((4, 1000)), frame_length=256, frame_step=128)
    """)  # fmt: skip
    assert str(found["x"]) == "c64[4, 6, 129]"


@pytest.mark.oracle
@pytest.mark.parametrize(
    "source",
    [
        "import torch\nx = torch.relu_(torch.zeros(3))",
        "import torch\nclass Own(torch.nn.Bilinear):\n    pass\nx = Own(2, 3, 4)(torch.zeros(5, 2), torch.zeros(5, 3))",
        "import torch\nlayer = torch.nn.Bilinear(2, 3, 4)\nlayer.forward = print\n"
        "x = layer(torch.zeros(5, 2), torch.zeros(5, 3))",
        "import torch\nx = torch.nn.functional.pixel_unshuffle(unknown, 2)",
        "import torchvision\nx = torchvision.io.read_image('x.png')",
        "import torch\nx = torch.hub.load('a', 'b')",
        "import torch\nx = torch.from_file('a')",
        "import numpy as np\nx = np.fromregex('a', 'b', 'c')",
    ],
)  # fmt: skip
def test_what_is_not_asked(session: Session, source: str) -> None:
    """In-place ops, classes of the program's own, layers that were changed, what is not known, other libraries, and
    whatever reaches out."""
    before = session.dry_run.source.worker.asked
    assert "x" in values(session, source)
    assert session.dry_run.source.worker.asked == before


@pytest.mark.oracle
def test_the_installed_version_must_be_the_projects(session: Session) -> None:
    with Session(Config(python=sys.executable, keras_version="2")) as older:
        source = "import keras\ny = keras.layers.ZeroPadding2D(2)(keras.Input((8, 8, 3)))"
        report = older.check("program.py", source)
        (reason,) = report.coverage.gaps or ()
        assert reason.startswith("keras.layers.ZeroPadding2D is not declared: the installed keras is 3.")


@pytest.mark.oracle
def test_a_refusal_is_a_gap_in_the_frameworks_words(session: Session) -> None:
    report = check(session, "import torch\ntorch.nn.functional.pixel_unshuffle(torch.zeros(2, 3, 9, 9), 2)")
    (reason,) = report.coverage.gaps or ()
    assert reason.startswith("torch.nn.functional.pixel_unshuffle is not declared; torch 2.")
    assert "is invalid for input of size 486" in reason and report.findings == []


class Stub:
    """A source that says what it is told to, and how long it took."""

    def __init__(self, said: Any = None, spent: float = 0.0) -> None:
        self.said = said
        self.spent = spent
        self.asked = 0

    def version(self, library: str) -> str:
        return "2.0"

    def ask(self, question: Any) -> Any:
        self.asked += 1
        return self.said


def answers(stub: Stub) -> Any:
    """What is made of an answer to `torch.linalg.svd(...)`."""
    with Session(Config()) as made:
        made.dry_run.oracle = FrameworkOracle(lambda: stub)
        return values(made, "import torch\nx = torch.linalg.svd(torch.zeros(4, 6))")["x"]


def test_time_is_bounded_in_all() -> None:
    stub = Stub(spent=61.0)
    assert "has taken its time" in answers(stub).reason and stub.asked == 0


OUTLINE = {"is": "tensor", "of": "torch", "shape": [4, ["+", 1, 2]], "dtype": "float32"}


def test_an_answer_is_a_value() -> None:
    assert answers(Stub({"outcome": "known", "result": OUTLINE})).shape == Shape.of(4, 3)
    assert isinstance(answers(Stub({"outcome": "known", "result": {"is": "int"}})), Scalar)


@pytest.mark.parametrize(
    "said",
    [
        None, [], {}, {"outcome": "known"}, {"outcome": "known", "result": None}, {"outcome": "known", "result": {}},
        *({"outcome": "known", "result": {**OUTLINE, "shape": shape}}
          for shape in (3, ["s9"], [["/", 1, 2]], [1.5], [1 << 80], [["//", 4, 0]], [["+"]], [[]], "xx", [None, {}])),
        {"outcome": "known", "result": {"is": "tuple", "names": [], "items": [OUTLINE] * 1000}},
        {"outcome": "known", "result": {"is": "object"}}, {"outcome": "raised", "text": None}, {"outcome": 5},
    ],
    ids=str,
)  # fmt: skip
def test_nonsense_is_no_answer(said: Any) -> None:
    found = answers(Stub(said))
    assert isinstance(found, Unknown) and "torch.linalg.svd is not declared" in found.reason


def test_only_the_frameworks_own_names_are_asked_about() -> None:
    for path in ("torch.nn.Linear", "keras.layers.Dense", "torch.nn.MSELoss"):
        assert answered(path) == "layer"
    for path in ("torch.add", "numpy.dot", "tensorflow.matmul", "torch.Tensor.add"):
        assert answered(path) == "function"
    for path in (*MODULES, "torch.Tensor.add_", "torch.load", "os.system", "timm.create_model", "torch.Tensor.__iadd__",
                 "torch.utils.data.DataLoader", "torchvision.ops.nms", "numpy.ndarray.sort", "torch.Size"):  # fmt: skip
        assert answered(path) == ""
    assert {path.partition(".")[0] for path in MODULES | TENSORS} == {"numpy", "torch", "tensorflow", "keras"}
