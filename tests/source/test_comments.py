"""Comments that suppress findings."""

from __future__ import annotations

import pytest

from shapecheck.source import read

ALL: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("text", "suppressed"),
    [
        ("x = 1  # noqa\n", {1: ""}),
        ("x = 1  # noqa: SHP201\n", {1: "SHP201"}),
        ("x = 1  # NOQA:shp201, F401 some words\n", {1: "SHP201 F401"}),
        ("x = 1  # noqa: because\n", {1: ""}),
        ("x = 1  # shapecheck: ignore\n", {1: ""}),
        ("x = 1  # shapecheck: ignore[SHP201, Missing-Flatten]  why\n", {1: "SHP201 missing-flatten"}),
        ("# shapecheck: ignore[a-b]\n# more\n\nx = 1\ny = 2\n", {4: "a-b"}),
        ("# noqa\nx = 1\n", {}),
        ("f(  # noqa: SHP1\n  a,\n  b)\n", {1: "SHP1", 2: "SHP1", 3: "SHP1"}),
        ("f(\n  a,  # noqa: SHP1\n  b)\n", {2: "SHP1"}),
        ("f(\n  a,\n  b)  # noqa: SHP1\n", {1: "SHP1", 2: "SHP1", 3: "SHP1"}),
        ("# shapecheck: ignore\nf(\n  a)\n", {2: "", 3: ""}),
        ("f(\n  # shapecheck: ignore[a]\n  a)\n", {2: "a"}),
        ("if x:  # noqa\n    y = 1\n", {1: ""}),
        ("x = 1  # noqa: A1  # shapecheck: ignore[b]\n", {1: "A1 b"}),
        ("f(a,  # noqa: A1\n  b)  # noqa\n", {1: "", 2: ""}),
        ("x = '# noqa'\ny = 2  # noqa: A1\n", {2: "A1"}),
        ("x = 1\n# shapecheck: disable[a]\ny = 2\n# shapecheck: enable[a]\nz = 3\n", {2: "a", 3: "a"}),
        ("# shapecheck: file-ignore[a]\nx = 1", {1: "a", 2: "a"}),
        ("x = (\n# noqa\ny = 2  # noqa: A1\n", {3: "A1"}),
        ("%matplotlib inline\nx = 1  # noqa: A1\n", {2: "A1"}),
    ],
)
def test_suppressed(text: str, suppressed: dict[int, str]) -> None:
    expected = {line: frozenset(names.split()) for line, names in suppressed.items()}
    directives = read("a.py", text).directives
    assert (directives.suppressed if directives else {}) == expected


def test_skip_file() -> None:
    assert read("a.py", "x = 1\n# shapecheck: skip-file\n").skip
    assert not read("a.py", "x = '# shapecheck: skip-file'\n").skip
    assert not read("a.py", "x = 1\n").skip
