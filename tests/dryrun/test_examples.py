"""The examples of the rules: the dry run confirms what is found in them, and takes nothing back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from textwrap import dedent

import pytest

from shapecheck.api import Session
from shapecheck.config import Config
from shapecheck.rules import catalogue
from shapecheck.rules.base import Rule

NOT_ASKED = {
    "syntax-error": "not a call",
    "sample-count-mismatch": "fit looks at whole data sets",
    "string-labels": "fit looks at whole data sets",
    "fit-argument-structure": "fit looks at whole data sets",
    "multi-output-targets": "fit compares the labels with all outputs of the model",
    "forward-returns-none": "the model is a class of the program's own",
    "normalize-channel-mismatch": "the worker does not answer for torchvision",
    "batch-unpack-mismatch": "Python's own unpacking",
    "assert-contradicts-shape": "Python's own assertion",
    "comment-contradicts-shape": "frameworks read no comments",
    "annotation-contradicts-shape": "frameworks read no annotations",
    "loop-variable-shape": "the body of the loop is a function of the program's own",
    "old-keras-spelling": "about a name alone: Keras takes some of the old ones",
    "accuracy-on-regression": "compares the metric with the loss, and Keras says nothing of it",
    "pretrained-input-constraint": "a whole model would have to be built",
    "checkpoint-shape-mismatch": "the weights of a class of the program's own",
    "dataset-signature": "what a generator of the program's own yields",
    "threshold-on-logits": "what a metric gets in fit",
    "missing-super-init": "the model is a class of the program's own",
    "modules-in-plain-list": "the model is a class of the program's own",
    "missing-zero-grad": "a loop of the program's own",
    "metric-input-shape": "the worker does not answer for torchmetrics",
    "rnn-batch-first-missing": "in one example a size is not known",
    "unused-ignore": "not a call",
}
"""The findings that cannot be confirmed by one call, and why."""


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    for framework in ("numpy", "torch", "tensorflow", "keras"):
        pytest.importorskip(framework)
    with Session(Config(python=sys.executable)) as made:
        yield made


@pytest.mark.oracle
@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.name())
def test_findings_are_confirmed(session: Session, rule: type[Rule]) -> None:
    for example in rule.bad:
        report = session.check("example.py", dedent(example))
        assert [note for note in report.notes if "withdrawn" in note or "not confirmed" in note] == []
        silent = [found.name for found in report.findings if not found.confirmed and found.name not in NOT_ASKED]
        assert silent == []
