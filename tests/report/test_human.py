"""The text formats, character by character."""

from __future__ import annotations

import pytest

from shapecheck.core.span import Span
from shapecheck.findings import Note, Report, Severity
from shapecheck.report import View, printer
from shapecheck.source.module import Cell

from .samples import explained, finding, module, report, span


def printed(*reports: Report, form: str = "text", color: bool = False, gaps: bool = False) -> str:
    view = View(color, gaps)
    return "".join(printer(form)(view.tally.watch(reports), view))


def frame(*reports: Report) -> list[str]:
    """The lines between the first headline and the empty line after it."""
    return printed(*reports).split("\n\n")[0].split("\n")[1:]


def test_text_in_full() -> None:
    assert printed(explained()) == (
        """\
train.py:5:20: error SHP201 sparse-labels-rank: labels are [batch, 80]; the loss takes class ids
   |
 3 | model = keras.Sequential([keras.layers.Dense(80, activation="softmax")])
   |                           -------------------------------------------- predictions [batch, 80] are made here
 4 | model.compile(loss="sparse_categorical_crossentropy")
   |                    --------------------------------- takes class ids [batch]
 5 | model.fit(x_train, y_train, epochs=5)
   |                    ^^^^^^^ float32 [200, 80]
   = run time: logits and labels must have the same first dimension
   = run time: Argument `output`
               must have rank
   = confirmed by keras 3.15.1
   = help: use categorical_crossentropy

1 error in 1 file; 3 of 4 calls followed; 1 not, see --gaps.
"""
    )


def test_concise_is_the_first_lines_and_the_last() -> None:
    lines = printed(explained()).splitlines()
    assert printed(explained(), form="concise").splitlines() == [lines[0], lines[-1]]


def test_first_line_is_one_line() -> None:
    told = finding(span(module(), "y_train")).changed(message="a\n  b")
    assert printed(report(told)).splitlines()[0].endswith("sparse-labels-rank: a b")


def test_places_of_one_line_are_labelled_one_below_the_other() -> None:
    of = module()
    notes = [Note(span(of, "epochs=5"), "last"), Note(span(of, "model.fit"), "first")]
    assert frame(report(finding(span(of, "y_train"), *notes), of=of)) == [
        "   |",
        " 5 | model.fit(x_train, y_train, epochs=5)",
        "   |                    ^^^^^^^ float32 [200, 80]",
        "   | --------- first",
        "   |                             -------- last",
    ]


def test_labels_of_one_place_are_joined() -> None:
    of = module()
    where = span(of, "y_train")
    assert frame(report(finding(where, Note(where, "too"), Note(where, "too")), of=of))[-1].endswith(
        "^^^^^^^ float32 [200, 80]; too"
    )


def test_a_note_in_another_file_shows_its_code() -> None:
    net = module("class Net:\n    width = 80\n", "net.py")
    told = report(finding(span(module(), "y_train"), Note(span(net, "width = 80"), "made here")))
    told.related["net.py"] = net
    assert frame(told)[-3:] == ["  ::: net.py", " 2 |     width = 80", "   |     ---------- made here"]


def test_a_note_whose_code_is_not_at_hand_is_told() -> None:
    told = report(finding(span(module(), "y_train"), Note(Span("lib.py", 7, 2, 7, 4), "made here")))
    assert frame(told)[-1] == "   = note: lib.py:7:3: made here"


def test_an_expression_of_several_lines_is_underlined_on_its_first() -> None:
    of = module("f(\n    [1, 2],  \n    3,\n)\n")
    assert frame(report(finding(span(of, "[1, 2],  \n    3"), label=""), of=of)) == [
        "   |",
        " 2 |     [1, 2],",
        "   |     ^^^^^^^",
    ]


@pytest.mark.parametrize(
    ("line", "underline"),
    [
        ("\tf(y)", "   |       ^"),
        ("é(y)", "   |   ^"),
        ("e\u0301(y)", "   |   ^"),
        ("'层'(y)", "   |      ^"),
        ("'😀'(y)", "   |      ^"),
        ("a\x0cb(y)", "   |     ^"),
    ],
)
def test_underlines_stand_below_what_is_printed(line: str, underline: str) -> None:
    of = module(f"x = 1\n{line}\n")
    assert frame(report(finding(span(of, "y"), label=""), of=of))[-1] == underline


def test_nothing_in_a_program_can_steer_the_terminal() -> None:
    of = module("x = '\x1b[31m' + y\n")
    told = finding(span(of, "y"), label="\x1b[2J").changed(message="\x1b[2J", runtime=("\x1b[2J",))
    assert "\x1b" not in printed(report(told, of=of))


def test_a_long_line_is_shown_around_the_place() -> None:
    of = module("x = [" + "1, " * 3000 + "y, " + "2, " * 3000 + "]\n")
    lines = frame(report(finding(span(of, "y"), label=""), of=of))
    assert all(len(line) < 180 for line in lines)
    assert lines[1][lines[2].index("^")] == "y"
    assert lines[1].startswith(" 1 | ...") and lines[1].endswith("...")


def test_a_place_past_the_end_of_the_text_is_no_failure() -> None:
    where = Span("train.py", 99, 0, 99, 5)
    assert printed(report(finding(where))).startswith("train.py:99:1: error SHP201")
    assert frame(report(finding(Span("train.py", 5, 500, 5, 510), label="")))[-1].endswith("^")


def test_notebooks_are_told_by_cell() -> None:
    of = module(cells=(Cell(2, 1, 2), Cell(4, 3, 3)), path="n.ipynb")
    told = report(finding(span(of, "y_train"), Note(span(of, "keras"), "imported here")), of=of)
    lines = printed(told).splitlines()
    assert lines[0].startswith("n.ipynb:cell 4:3:20: error")
    assert lines[5:7] == [" 1 | import keras", "   |        ----- imported here"]
    assert lines[4] == "  ::: n.ipynb:cell 2"


def test_color() -> None:
    told = printed(explained(), color=True)
    assert "\x1b[1;31merror SHP201\x1b[0m" in told
    plain = told
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[1;31m", "\x1b[1;32m", "\x1b[1;34m"):
        plain = plain.replace(code, "")
    assert plain == printed(explained())


def test_gaps_most_frequent_first_with_places() -> None:
    told = explained()
    assert told.coverage.gaps is not None
    told.coverage.calls, told.coverage.gaps["unknown argument"] = 14, 10
    told.coverage.places["unknown argument"] = [Span("train.py", line, 0, line, 1) for line in range(1, 11)]
    assert printed(told, form="concise", gaps=True).splitlines()[1:] == [
        "Not followed, the most frequent reasons first:",
        "   10  unknown argument",
        "       train.py:1:1, train.py:2:1, train.py:3:1, train.py:4:1, train.py:5:1, train.py:6:1, train.py:7:1, "
        "train.py:8:1 and 2 more",
        "    1  no shape function for keras.ops.nothing",
        "       train.py:3:9",
        "",
        "1 error in 1 file; 3 of 14 calls followed; 11 not, listed above.",
    ]


def test_severities_in_the_headline() -> None:
    for severity in Severity:
        told = printed(report(finding(span(module(), "y_train"), severity=severity)))
        assert f": {severity.value} SHP201 " in told
