"""Notebooks, and IPython's additions to Python."""

from __future__ import annotations

import ast
import json
from typing import Any

import pytest

from shapecheck.source import Unreadable, read


def notebook(*cells: str | list[str] | dict[str, Any], **more: Any) -> str:
    made = [
        {"cell_type": "code", "source": cell, "metadata": {}, "outputs": [], "execution_count": None}
        if isinstance(cell, (str, list))
        else cell
        for cell in cells
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made, **more})


def code(text: str) -> str:
    """What is left for Python, one statement a line."""
    module = read("a.py", text)
    assert not module.problems
    return ast.unparse(module.tree)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("%matplotlib inline\nx = 1", "pass\nx = 1"),
        ("!pip install torch\nx = 1", "pass\nx = 1"),
        ("!pip install torch \\\n    torchvision\nx = 1", "pass\nx = 1"),
        ("x = !ls -la 'it", "x = get_ipython()"),
        ("x = %timeit -o f()", "x = get_ipython()"),
        ("x?\n?x\nx.y??\nf(x)", "pass\npass\npass\nf(x)"),
        ("%%time\nx = 1", "pass\nx = 1"),
        ("%time x = f(1)", "0\nx = f(1)"),
        ("%timeit -n 10 f(x)", "0\nf(x)"),
        ("if colab:\n    !pip install a\n    %cd b\nx = 1", "if colab:\n    pass\n    pass\nx = 1"),
        ("!echo \"it's (\nx = 1", "pass\nx = 1"),
        (
            "%load_ext a\nx = (1\n     % 2)\ny = '''\n%matplotlib inline\n'''",
            "pass\nx = 1 % 2\ny = '\\n%matplotlib inline\\n'",
        ),
        ("%config a = 'é'\nx = 1;", "pass\nx = 1"),
    ],
)
def test_magics(text: str, left: str) -> None:
    assert code(text) == left


def test_places_stay() -> None:
    module = read("a.py", "%time x = f(1)\n")
    call = module.tree.body[1].value  # type: ignore[attr-defined]
    assert module.span(call)[1:] == (1, 10, 1, 14)


def test_top_level_await() -> None:
    assert code("x = await f()\nasync with a as b:\n    pass\n!ls").startswith("x = await f()")


def test_cells() -> None:
    text = notebook(
        {"cell_type": "markdown", "source": "# A", "metadata": {}}, "import a\nx = 1;", ["y = 2\n", "z = 3"], ""
    )
    module = read("n.ipynb", text)
    assert module.text == "import a\nx = 1;\ny = 2\nz = 3"
    assert [(cell.index, cell.first_line, cell.lines) for cell in module.cells] == [(2, 1, 2), (3, 3, 2)]
    cell, row = module.cell_of(4) or (None, 0)
    assert (cell and cell.index, row) == (3, 2)


def test_identities() -> None:
    cell = {"cell_type": "code", "source": "x = 1", "id": "abc", "metadata": {}}
    assert read("n.ipynb", notebook(cell)).cells[0].id == "abc"


@pytest.mark.parametrize(
    "skipped",
    [
        "%%bash\nls (",
        "%%writefile a.py\nx = (",
        "pip install torch",
        "cd folder/",
        "ls",
        "x = 1\n%%html\n<b>",
        "# c\nconda install x",
    ],
)
def test_cells_that_are_not_python(skipped: str) -> None:
    module = read("n.ipynb", notebook(skipped, "x = 1"))
    assert not module.problems
    assert [cell.index for cell in module.cells] == [2]


@pytest.mark.parametrize(
    "kept", ["%%time\nx = 1", "%%capture\nx = 1", "time = 3", "history.x = 1", "run(1)", "env: int = 3\ny = 2"]
)
def test_cells_that_are_python(kept: str) -> None:
    module = read("n.ipynb", notebook(kept))
    assert not module.problems
    assert len(module.cells) == 1


def test_other_languages() -> None:
    cell = {"cell_type": "code", "source": "x <- 1", "metadata": {"vscode": {"languageId": "r"}}}
    assert [c.index for c in read("n.ipynb", notebook(cell, "x = 1")).cells] == [2]
    assert read("n.ipynb", notebook("x <- 1", metadata={"language_info": {"name": "R"}})).skip


def test_nbformat_3() -> None:
    cell = {"cell_type": "code", "language": "python", "input": ["x = 1\n", "y = 2"]}
    old = {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "heading", "source": "A"}, cell]}], "metadata": {}}
    module = read("n.ipynb", json.dumps(old))
    assert module.text == "x = 1\ny = 2"
    assert module.cells[0].index == 2


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"cells": 3}', '{"nbformat": 4}', "[" * 100_000])
def test_broken_notebooks(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read("n.ipynb", text)
    assert "\n" not in str(caught.value)


def test_odd_cells() -> None:
    odd = [
        None,
        3,
        {"cell_type": "code"},
        {"cell_type": "code", "source": [1, "x = 1"]},
        {"cell_type": "code", "source": 3},
    ]
    module = read("n.ipynb", json.dumps({"nbformat": 4, "cells": odd}))
    assert module.text == "x = 1"


def test_a_mistake_stays_in_its_cell() -> None:
    module = read("n.ipynb", notebook("x = (", "y = 1", "z = 'a", "w = 2"))
    assert [problem.span.line for problem in module.problems] == [1, 3]
    assert ast.unparse(module.tree).split() == ["pass", "y", "=", "1", "pass", "w", "=", "2"]


def test_a_cell_that_is_indented_as_a_whole_is_read_and_its_columns_are_those_of_the_file() -> None:
    source = "  x = 'é'; f(x)  # noqa: A1\n  %time y = 1\n  if x:\n    g(\n"
    document = json.dumps({"cells": [{"cell_type": "code", "source": source}, {"cell_type": "code", "source": "h()"}]})
    module = read("n.ipynb", document)
    calls = {ast.unparse(node): module.span(node) for node in ast.walk(module.tree) if isinstance(node, ast.Call)}
    places = {name: module.lines[span.line - 1][span.column : span.end_column] for name, span in calls.items()}
    assert places == {"f(x)": "f(x)", "h()": "h()"} and calls["f(x)"].column == 11
    assert [problem.span.column for problem in module.problems] == [5]
    assert module.directives is not None and module.directives.asked[0].column == source.index("#")
    assert module.layout is not None
    assert document[module.layout.offset(1, 1, 11) :].startswith("f(x)")
