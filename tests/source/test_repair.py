"""What Python refuses costs a statement, not the file."""

from __future__ import annotations

import ast
import random
import sysconfig
import time
from pathlib import Path

import pytest

from shapecheck.source import read


def names(tree: ast.AST) -> set[str]:
    """What is assigned or defined anywhere."""
    stored = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return stored | {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}


@pytest.mark.parametrize(
    ("text", "line", "kept"),
    [
        ("a = 1\nb = (2\n\ndef f():\n    c = 3\n", 2, {"a", "f", "c"}),
        ("a = f(1,\n  2\nb = 3\n", 1, {"b"}),
        ("a = 1\nb = 2 +\nc = 3\n", 2, {"a", "c"}),
        ("def f():\n    a = 1\n    b = = 2\n    c = 3\nd = 4\n", 3, {"f", "a", "c", "d"}),
        ("class A\n    def f(self):\n        a = 1\n", 1, {"A", "f", "a"}),
        ("for i in x\n    a = 1\nb = 2\n", 1, {"i", "a", "b"}),
        ("def f():\n    # to do\n\na = 1\n", 4, {"f", "a"}),
        ("def f():\na = 1\n", 2, {"a"}),
        ("a = 1\n    b = 2\n    c = 3\nd = 4\n", 2, {"a", "d"}),
        ("a = '''x\nb = 1\n", 1, {"b"}),
        ("a = \"x\nb = 1\n", 1, {"b"}),
        ("try:\n    a = 1\nexcept E, e:\n    b = 2\nc = 3\n", 3, {"a", "b", "c"}),
        ("a = (1,\n 2 3,\n 4)\nb = 2\n", 2, {"b"}),
        ("if x:\n    a = 1\nelse if y:\n    b = 2\nc = 3\n", 3, {"a", "c"}),
    ],
)  # fmt: skip
def test_the_rest_is_kept(text: str, line: int, kept: set[str]) -> None:
    module = read("a.py", text)
    assert len(module.problems) == 1
    assert module.problems[0].span.line == line
    assert kept <= names(module.tree)


def test_python_2() -> None:
    text = (
        "import x\n\ndef f():\n    print 'a', x\n    a = 1\n    print x\n    return a\n\nb = f()\nprint b\nexec 'c'\n"
    )
    module = read("a.py", text)
    assert {"f", "a", "b"} <= names(module.tree)
    first, *others = module.problems
    assert first.span.line == 4
    assert "(and 1 more)" in first.message
    assert len(others) == 1


def test_messages_are_those_of_python() -> None:
    text = "a = 1\nfor i in x\n    b = 2\n"
    with pytest.raises(SyntaxError) as caught:
        ast.parse(text)
    (problem,) = read("a.py", text).problems
    assert problem.message == caught.value.msg
    assert problem.span == ("a.py", caught.value.lineno, (caught.value.offset or 1) - 1, 2, (caught.value.offset or 1))


@pytest.mark.parametrize("text", ["a = 1\0\nb = 2\n", "a = '\ud800'\nb = 2\n"])
def test_characters_that_python_refuses(text: str) -> None:
    module = read("a.py", text)
    assert len(module.problems) == 1
    assert {"a", "b"} <= names(module.tree)


@pytest.mark.parametrize(
    "text", ["(" * 3000, "x = " + "-" * 200_000 + "1", "\\", "'''", "def", "\t\n x", "}" * 50, "\x0c(", "é ="]
)
def test_hopeless(text: str) -> None:
    module = read("a.py", text)
    assert module.problems


def test_lines_stay() -> None:
    module = read("a.py", "a = (\n\n\ndef f(:\n    pass\n\nb = 1\n")
    assigned = module.tree.body[-1]
    assert module.span(assigned)[1:] == (7, 0, 7, 5)


def test_mutations_of_real_files() -> None:
    """Never a crash, never much slower than parsing, every span inside the text."""
    chance = random.Random(0)
    files = sorted(Path(sysconfig.get_path("stdlib")).glob("*.py"))
    for _ in range(60):
        lines = chance.choice(files).read_text("utf-8", "replace").split("\n")
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(lines))
            cut = chance.randrange(len(lines[at]) + 1)
            lines[at] = (
                lines[at][:cut] + chance.choice("()[]{}'\"\\:,=%!?\0\té ") + lines[at][cut + chance.randint(0, 2) :]
            )
        before = time.perf_counter()
        module = read("a.py", "\n".join(lines))
        assert time.perf_counter() - before < 5
        for node in ast.walk(module.tree):
            if isinstance(node, (ast.expr, ast.stmt)):
                span = module.span(node)
                assert 1 <= span.line <= span.end_line <= len(module.lines)
