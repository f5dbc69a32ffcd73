"""Reports made by hand: what the formats get."""

from __future__ import annotations

import ast
from collections import Counter

from shapecheck.core.span import Span
from shapecheck.findings import Coverage, Edit, Finding, Fix, Note, Report, Severity
from shapecheck.source.module import Cell, Module

PROGRAM = """\
import keras

model = keras.Sequential([keras.layers.Dense(80, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy")
model.fit(x_train, y_train, epochs=5)
"""


def module(text: str = PROGRAM, path: str = "train.py", cells: tuple[Cell, ...] = ()) -> Module:
    return Module(path, text, ast.Module([], []), cells=list(cells))


def span(of: Module, needle: str, nth: int = 0) -> Span:
    """Where a piece of one line, or of several, stands."""
    start = -1
    for _ in range(nth + 1):
        start = of.text.index(needle, start + 1)
    before = of.text[:start]
    column = len(before) - (before.rfind("\n") + 1)
    line, end_line = before.count("\n") + 1, before.count("\n") + 1 + needle.count("\n")
    last = needle.rpartition("\n")[2]
    return Span(of.path, line, column, end_line, len(last) + (0 if "\n" in needle else column))


def finding(
    where: Span, *notes: Note, severity: Severity = Severity.ERROR, label: str = "float32 [200, 80]"
) -> Finding:
    message = "labels are [batch, 80]; the loss takes class ids"
    return Finding("SHP201", "sparse-labels-rank", severity, message, where, label, notes)


def report(*findings: Finding, of: Module | None = None, followed: int = 3, calls: int = 4) -> Report:
    of = of or module()
    missed = calls - followed
    gaps = Counter({"no shape function for keras.ops.nothing": missed}) if missed else None
    places = {reason: [Span(of.path, 3, 8, 3, 12)] * missed for reason in gaps or ()}
    return Report(of.path, list(findings), Coverage(followed, calls, gaps, places), module=of)


def explained() -> Report:
    """The finding of the first page: two notes, what the run would say, help and a fix."""
    of = module()
    dense = span(of, 'keras.layers.Dense(80, activation="softmax")')
    loss = span(of, '"sparse_categorical_crossentropy"')
    where = span(of, "y_train")
    return report(
        Finding(
            "SHP201", "sparse-labels-rank", Severity.ERROR, "labels are [batch, 80]; the loss takes class ids", where,
            label="float32 [200, 80]",
            notes=(Note(loss, "takes class ids [batch]"), Note(dense, "predictions [batch, 80] are made here")),
            runtime=("logits and labels must have the same first dimension", "Argument `output`\nmust have rank"),
            help="use categorical_crossentropy",
            confirmed="keras 3.15.1",
            fix=Fix("Use categorical_crossentropy", (Edit(loss, '"categorical_crossentropy"'),)),
        ),
        of=of,
    )  # fmt: skip
