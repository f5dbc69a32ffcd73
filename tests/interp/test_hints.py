"""What is said of tensors: as a fact where the code leaves it open, as a finding where the code contradicts it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from shapecheck.api import Session
from shapecheck.config import Config, override
from shapecheck.findings import Report

ANNOTATION, COMMENT, ASSERT = "annotation-contradicts-shape", "comment-contradicts-shape", "assert-contradicts-shape"


HEAD = """\
import torch
from torch import Tensor, nn
from jaxtyping import Float, Int
from typing import Annotated, Optional
"""


def check(program: str, **inputs: str) -> Report:
    config = override(Config(static=True, data=False), {"inputs": inputs} if inputs else {})
    return Session(config).check(str(Path("program.py")), HEAD + dedent(program))


def told(report: Report) -> list[tuple[str, str, str]]:
    """(severity, rule, the line's code) of each finding."""
    assert report.module is not None
    lines = report.module.lines
    return [(f.severity.value, f.name, lines[f.span.line - 1].strip().partition("  #")[0]) for f in report.findings]


# -- annotations -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "annotation, argument, wrong",
    [
        ('Float[Tensor, "b 3"]', "torch.zeros(2, 3)", False),
        ('Float[Tensor, "b 3"]', "torch.zeros(2, 4)", True),
        ('Float[Tensor, "b 3"]', "torch.zeros(3)", True),
        ('Float[Tensor, "b b"]', "torch.zeros(3, 4)", True),
        ('Float[Tensor, "b 2*b"]', "torch.zeros(3, 6)", False),
        ('Float[Tensor, "b 2*b"]', "torch.zeros(3, 5)", True),
        ('Float[Tensor, "*batch 3"]', "torch.zeros(3)", False),
        ('Float[Tensor, "... c 3"]', "torch.zeros(3)", True),
        ('Float[Tensor, "#b 3"]', "torch.zeros(1, 3)", False),
        ('Float[Tensor, "rows=2 _"]', "torch.zeros(2, 9)", False),
        ('Float[Tensor, ""]', "torch.zeros(1)", True),
        ('Int[Tensor, "b"]', "torch.zeros(3)", True),
        ('Int[Tensor, "b"]', "torch.arange(3)", False),
        ('Float[Float[Tensor, "h w"], "b"]', "torch.zeros(2, 3)", True),
        ('"Float[Tensor, \'b 3\']"', "torch.zeros(2, 4)", True),
        ('Float[Tensor, "b 3"] | None', "torch.zeros(2, 4)", True),
        ('Float[Tensor, "b 3"] | None', "None", False),
        ('Optional[Float[Tensor, "b 3"]]', "torch.zeros(2, 4)", True),
        ('Float[Tensor, "b 3"] | int', "torch.zeros(2, 4)", False),
        ("Annotated[Tensor, (3, 4)]", "torch.zeros(3, 4)", False),
        ("Annotated[Tensor, (3, 4)]", "torch.zeros(3, 5)", True),
        ('Annotated[Tensor, "B C H W"]', "torch.zeros(3, 5)", True),
        ('Annotated[Tensor, "an image"]', "torch.zeros(3)", False),
        ('Annotated[Tensor, "B C H W"]', "None", False),
    ],
)
def test_arguments_are_held_against_annotations(annotation: str, argument: str, wrong: bool) -> None:
    report = check(f"def f(x: {annotation}):\n    return x\nf({argument})\n")
    assert told(report) == ([("warning", ANNOTATION, f"f({argument})")] if wrong else [])


def test_a_name_is_one_length_in_all_of_a_call() -> None:
    report = check(
        """
        def join(x: Float[Tensor, "b c"], y: Float[Tensor, "b d"]) -> Float[Tensor, "b c"]:
            z: Float[Tensor, "b d"] = y * 2
            return torch.cat([x, y], 1)

        join(torch.zeros(2, 3), torch.zeros(2, 4))
        join(torch.zeros(2, 3), torch.zeros(2, 0))
        """
    )
    (found,) = report.findings
    assert (found.name, found.span.line) == (ANNOTATION, 6)
    assert "3 for c, not 7" in found.message


def test_an_annotation_is_a_fact_where_nothing_calls() -> None:
    report = check(
        """
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.fc = nn.Linear(10, 5)

            def forward(self, x: Float[Tensor, "b 12"]):
                return self.fc(x)
        """
    )
    assert told(report) == [("error", "linear-in-features-mismatch", "return self.fc(x)")]


# -- inputs ----------------------------------------------------------------------------------------------------------

NET = """
    import reader

    class Net(nn.Module):
        def __init__(self, weights):
            super().__init__()
            self.fc = nn.Linear(10, 5)

        def forward(self, x):
            return self.fc(x.clone())

    def unused(x):
        return x

    images = reader.load()
    for rows, labels in reader.pairs():
        flat = nn.Flatten()(rows)
        nn.Linear(10, 2)(flat)
    nn.Linear(10, 2)(images)
"""


@pytest.mark.parametrize(
    "name, shape, line",
    [
        ("forward.x", "N,12", "return self.fc(x.clone())"),
        ("Net.forward.x", "(N, 12):f32", "return self.fc(x.clone())"),
        ("program:Net.forward.x", "12", "return self.fc(x.clone())"),
        ("images", "?, 12 : torch.float32", "nn.Linear(10, 2)(images)"),
        ("rows", "b, 3, 4", "nn.Linear(10, 2)(flat)"),
    ],
)
def test_inputs_are_facts(name: str, shape: str, line: str) -> None:
    assert told(check(NET)) == []
    report = check(NET, **{name: shape})
    assert told(report) == [("error", "linear-in-features-mismatch", line)]
    assert not report.notes


def test_an_input_that_may_mean_several_things_means_none() -> None:
    report = check(NET, x="N,12")
    assert told(report) == []
    assert report.notes == ["input `x` may mean Net.forward.x or unused.x: say which"]


def test_an_input_that_means_nothing_is_known_to_the_session() -> None:
    config = override(Config(static=True), {"inputs": {"nowhere": "3", "x": "3"}})
    with Session(config) as session:
        session.check("one.py", "a = 1\n")
        session.check("two.py", "def f(x):\n    return x\n")
        assert list(session.unmatched) == ["nowhere"]


def test_an_input_that_the_code_contradicts() -> None:
    report = check("images = torch.zeros(3, 4)\n", images="3,5")
    assert told(report) == [("warning", ANNOTATION, "images = torch.zeros(3, 4)")]


# -- comments --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line, wrong",
    [
        ("y = x.mean(1)  # (B, C)", False),
        ("y = x.mean(1)  # (B, T, C)", True),
        ("y = x.mean(1)  # (B, 33)", True),
        ("y = x.mean(1)  # (B, B)", True),
        ("y = x.mean(1)  # (C,)", False),
        ("y = torch.tensor([3, 4])  # (width, height)", False),
        ("y = torch.tensor([3, 4])  # (B, T)", False),
        ("y = torch.tensor([3, 4])  # (B, T, C)", True),
        ("y = torch.zeros(8, 3, 5)  # (frames, length)", False),
        ("y = torch.zeros(8, 4, 3, 5)  # (frames, length)", True),
        ("y = torch.zeros(8, 4, 3, 2)  # (frames, length)", False),
        ("y = x.mean(1)  # (hidden_dim,)", False),
        ("y = x.mean(1)  # shape: (31,)", True),
        ("y = x.mean(1)  # (batch,)", True),
        ("y = x.mean(1)  # (8, 33)", False),
        ("y = x.mean(1)  # shape: (8, 33)", True),
        ("y = x.mean(1)  # noqa (B, T, C)", False),
        ("x *= 2  # (B, T)", True),
        ("y = (x,\n     x)  # (B, T)", False),
    ],
)
def test_comments_are_held_against_the_code(line: str, wrong: bool) -> None:
    report = check(f"x = torch.zeros(8, 16, 32)\n{line}\n")
    assert [finding.name for finding in report.findings] == [COMMENT] * wrong
    assert all(finding.severity.value == "info" for finding in report.findings)


def test_a_comment_that_is_true_in_one_run_is_no_lie() -> None:
    program = """
        def f(x):
            return x * 2  # (B, C)

        f(torch.zeros(3))
    """
    assert told(check(program)) == [("info", COMMENT, "return x * 2")]
    assert told(check(f"{program}    f(torch.zeros(3, 4))\n")) == []


def test_what_rests_on_a_comment_is_no_error() -> None:
    report = check(
        """
        def f(
            thing,
            y,  # (B, T, 8)
        ):
            z = thing(y)  # (B, T, C)
            z = nn.Linear(8, 8)(z)
            torch.cat((z, z.mean(1)), 1)
            y = nn.Linear(8, 8)(y)
            torch.cat((y, y.mean(1)), 1)
        """
    )
    lines = ("torch.cat((z, z.mean(1)), 1)", "torch.cat((y, y.mean(1)), 1)")
    assert told(report) == [("warning", "cat-rank-mismatch", line) for line in lines]
    assert [finding.notes[0].text for finding in report.findings] == ["if this comment is true"] * 2


def test_a_comment_that_a_use_contradicts() -> None:
    report = check(
        """
        def f(thing):
            z = thing()  # (B, C)
            return nn.Conv2d(3, 8, 3)(z)
        """
    )
    assert told(report) == [("info", COMMENT, "z = thing()")]


# -- assertions ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "test, wrong",
    [
        ("assert x.shape == (4, 7)", True),
        ("assert x.shape == (4, 6)", False),
        ("assert x.dim() == 2 and x.size(1) == 7", True),
        ("assert x.ndim == 2\n    assert x.shape[1:] == (7,)", True),
        ("assert len(x.shape) == 2\n    assert 7 == x.shape[-1]", True),
        ("n, c = x.shape\n    assert c == 7", True),
        ("n, c = x.shape\n    assert c == n", False),
        ("if x.shape != (4, 7):\n        raise ValueError(x.shape)", True),
        ("if x.shape == (4, 7):\n        print(x)", False),
        ("try:\n        assert x.shape == (4, 7)\n    except AssertionError:\n        x = torch.zeros(4, 6)", False),
    ],
)
@pytest.mark.parametrize("annotation", ["", ": Tensor"])
def test_assertions_are_facts(test: str, wrong: bool, annotation: str) -> None:
    report = check(f"def f(x{annotation}):\n    {test}\n    return nn.Linear(6, 2)(x)\n")
    assert told(report) == [("error", "linear-in-features-mismatch", "return nn.Linear(6, 2)(x)")] * wrong


@pytest.mark.parametrize(
    "test, wrong",
    [
        ("assert x.shape == (3, 5)", True),
        ("assert x.ndim == 3", True),
        ("assert len(x) == 3 and x.shape[1] == 5", True),
        ("assert x.shape == (3, 4)", False),
        ("assert 1 == 2", False),
        ("try:\n    assert x.shape == (3, 5)\nexcept AssertionError:\n    pass", False),
        ("if x.shape != (3, 5):\n    raise ValueError", False),
    ],
)
def test_assertions_that_never_hold(test: str, wrong: bool) -> None:
    report = check(f"x = torch.zeros(3, 4)\n{test}\n")
    assert [(f.name, f.severity.value) for f in report.findings] == [(ASSERT, "error")] * wrong
