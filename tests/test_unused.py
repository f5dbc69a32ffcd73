"""Comments that suppress nothing."""

from __future__ import annotations

import pytest

from shapecheck.api import Session
from shapecheck.config import Config, override
from shapecheck.findings import Finding
from shapecheck.fixes.write import edited

HEAD = "import torch\nlayer = torch.nn.Linear(128, 10)\nx = torch.zeros(4, {size})\n"


def found(last: str, size: int = 128, **settings: object) -> tuple[list[Finding], str]:
    text = HEAD.format(size=size) + last
    report = Session(override(Config(static=True), settings)).check("a.py", text)
    fixed = text
    for finding in report.findings:
        if finding.fix is not None and report.module is not None:
            fixed = edited(text, report.module, finding.fix.edits)
    return report.findings, fixed.removeprefix(HEAD.format(size=size))


@pytest.mark.parametrize(
    ("last", "message", "fixed"),
    [
        ("layer(x)  # shapecheck: ignore[missing-flatten] why", "no finding of missing-flatten to ignore here",
         "layer(x)"),
        ("layer(x)  # noqa: E501  # shapecheck: ignore", "nothing to ignore here", "layer(x)  # noqa: E501"),
        ("layer(x)  # shapecheck: ignore[SHP130] # noqa", "no finding of SHP130 to ignore here", "layer(x)  # noqa"),
        ("layer(x)  # shapecheck: ignore[no-such]", "no-such: no such rule", "layer(x)"),
        ("layer(x)  # noqa: E501, SHP101", "no finding of SHP101 to ignore here", None),
        ("# shapecheck: disable[view-size-mismatch]\nlayer(x)", "no finding of view-size-mismatch to ignore here",
         "\nlayer(x)"),
    ],
)  # fmt: skip
def test_told(last: str, message: str, fixed: str | None) -> None:
    findings, made = found(last)
    assert [(finding.name, finding.message) for finding in findings] == [("unused-ignore", message)]
    assert made == (last if fixed is None else fixed)


@pytest.mark.parametrize(
    ("last", "size", "settings"),
    [
        ("layer(x)  # shapecheck: ignore[linear-in-features-mismatch]", 64, {}),
        ("layer(x)  # shapecheck: ignore", 64, {}),
        ("layer(x)  # noqa: SHP101", 64, {}),
        ("layer(x)  # noqa", 128, {}),
        ("layer(x)  # noqa: E501", 128, {}),
        ("layer(x)  # shapecheck: ignore[missing-flatten]", 128, {"ignore": ["missing-flatten"]}),
        ("layer(x)  # shapecheck: ignore", 128, {"ignore": ["missing-flatten"]}),
        ("layer(x)  # shapecheck: ignore[missing-flatten]", 128, {"ignore": ["unused-ignore"]}),
        ("layer(x)  # shapecheck: ignore[missing-flatten, unused-ignore]", 128, {}),
        ("x = '# shapecheck: ignore[missing-flatten]'", 128, {}),
        ("# shapecheck: file-ignore[linear-in-features-mismatch]\nlayer(x)", 64, {}),
    ],
)
def test_not_told(last: str, size: int, settings: dict[str, object]) -> None:
    assert found(last, size, **settings)[0] == []


def test_of_a_name_that_is_used_and_one_that_is_not() -> None:
    (one,), made = found("layer(x)  # shapecheck: ignore[linear-in-features-mismatch, missing-flatten]", 64)
    assert one.message == "no finding of missing-flatten to ignore here" and "ignore[" in made


def test_not_where_not_all_was_looked_at() -> None:
    findings, _ = found("layer(x)  # shapecheck: ignore[missing-flatten]\nx = (\n")
    assert [finding.name for finding in findings] == ["syntax-error"]
    assert found("layer(x)  # shapecheck: ignore[missing-flatten]", **{"max_steps": 1})[0] == []
