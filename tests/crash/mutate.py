"""Programs broken on purpose, the same ones in every run: by lines, by tokens, by characters and in the syntax tree."""

from __future__ import annotations

import ast
import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

_TOKEN = re.compile(r"\w+|\n[ \t]*|[ \t]+|[^\w\s]")
_NUMBERS = "0 -1 1 2 3 7 1.5 10**12 2**63 -5 1e308 0x7fffffff True None".split()
_WORDS = "None [] () {} '' 'x' self (yield) ... lambda:0 [x,x] print super() *a **k not-1 (1,2) {1:2} {1} b''".split()
_STRANGE = "\0\t\x0c\ud800\u2028\\\r\n'\"([{)]}#:;@=%!?$`é漢\U0001f600"


def programs(sources: list[Path], count: int) -> Iterator[tuple[str, str]]:
    """So many mutated programs: a name that says how each was made, and its text."""
    for number in range(count):
        dice = random.Random(number)
        path = dice.choice(sources)
        text = path.read_text(encoding="utf-8")
        names = []
        for _ in range(dice.randint(1, 3)):
            change = dice.choice(_CHANGES)
            names.append(change.__name__.strip("_"))
            text = change(text, dice)
        if number % 40 == 0:
            yield f"{number}_{'_'.join(names)}_{path.stem}.ipynb", _notebook(text, dice)
        else:
            yield f"{number}_{'_'.join(names)}_{path.stem}.py", text


# -- lines, tokens and characters ------------------------------------------------------------------------------------


def _lines(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(dice.randint(1, 5)):
        one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
        what = dice.choice(("delete", "double", "swap", "indent", "join"))
        if what == "delete" and len(lines) > 1:
            del lines[one]
        elif what == "double":
            lines.insert(other, lines[one])
        elif what == "swap":
            lines[one], lines[other] = lines[other], lines[one]
        elif what == "indent":
            lines[one] = dice.choice(("", " ", "    ", "\t")) + lines[one].lstrip()
        else:
            lines[one] += " " + lines[other].strip()
    return "\n".join(lines)


def _tokens(text: str, dice: random.Random) -> str:
    tokens = _TOKEN.findall(text) or ["x"]
    for _ in range(dice.randint(1, 8)):
        one, other = dice.randrange(len(tokens)), dice.randrange(len(tokens))
        what = dice.choice(("delete", "double", "swap"))
        if what == "delete" and len(tokens) > 1:
            del tokens[one]
        elif what == "double":
            tokens.insert(other, tokens[one])
        else:
            tokens[one], tokens[other] = tokens[other], tokens[one]
    return "".join(tokens)


def _names(text: str, dice: random.Random) -> str:
    """Names for other names, numbers for other numbers."""
    tokens = _TOKEN.findall(text)
    words = [i for i, token in enumerate(tokens) if token.isidentifier()]
    numbers = [i for i, token in enumerate(tokens) if token.isdigit()]
    for _ in range(dice.randint(1, 6)):
        if numbers and dice.random() < 0.5:
            tokens[dice.choice(numbers)] = dice.choice(_NUMBERS)
        elif words:
            tokens[dice.choice(words)] = tokens[dice.choice(words)] if dice.random() < 0.7 else dice.choice(_WORDS)
    return "".join(tokens)


def _cut(text: str, dice: random.Random) -> str:
    return text[: dice.randrange(len(text) + 1)]


def _characters(text: str, dice: random.Random) -> str:
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(_STRANGE) * dice.choice((1, 1, 1, 50)) + text[at + dice.randint(0, 3) :]
    return text


def _nesting(text: str, dice: random.Random) -> str:
    """Something deep at the end: it must not spoil what stands before."""
    deep = dice.choice((20, 90, 500, 3000))
    how = dice.choice((
        lambda n: "x = " + "(" * n + "x" + ")" * n, lambda n: "x = " + "[" * n + "]" * n, lambda n: "x = x" + ".y" * n,
        lambda n: "x = " + "-" * n + "1", lambda n: "x = x" + "[0]" * n, lambda n: "x = " + " + ".join(["x"] * n),
        lambda n: "x = " + "f(" * n + ")" * n, lambda n: "".join(" " * i + "if x:\n" for i in range(n)) + " " * n + "y",
        lambda n: "x = " + "lambda: " * n + "x", lambda n: "x = [" + ", ".join(map(str, range(n * 10))) + "]",
        lambda n: "if x: pass\n" + "elif y: x = 1\n" * n, lambda n: "x = [x, x]\n" * n, lambda n: "x = x" + "()" * n,
        lambda n: "".join(" " * i + "for x in x:\n" for i in range(min(n, 19))) + " " * min(n, 19) + "x = [x]",
        lambda n: "def f(x):\n" + "    if x: return f\n    x = x.y\n" * n + "f(f)",
        lambda n: "x = x and not x or x\n" * n,
    ))  # fmt: skip
    return f"{text}\n{how(deep)}\n"


# -- the syntax tree -------------------------------------------------------------------------------------------------


def _tree(text: str, dice: random.Random) -> str:
    """Arguments shuffled, dropped or doubled; expressions in the place of others; other operators."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return _lines(text, dice)
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.expr) and not isinstance(node, ast.Constant)]
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    for _ in range(dice.randint(1, 6)):
        if calls and dice.random() < 0.5:
            _change_call(dice.choice(calls), nodes, dice)
        elif nodes:
            _change_fields(dice.choice(nodes), nodes, dice)
    try:
        return ast.unparse(tree)
    except Exception:  # a tree that is no program
        return _lines(text, dice)


def _change_call(call: ast.Call, nodes: list[ast.expr], dice: random.Random) -> None:
    what = dice.choice(("shuffle", "drop", "double", "other", "starred", "keyword"))
    if what == "shuffle":
        dice.shuffle(call.args)
    elif what == "drop" and (call.args or call.keywords):
        given: list[object] = dice.choice([part for part in (call.args, call.keywords) if part])  # type: ignore[assignment]
        del given[dice.randrange(len(given))]
    elif what == "double" and call.args:
        call.args.append(dice.choice(call.args))
    elif what == "other":
        call.args.append(dice.choice((ast.Constant(None), ast.Constant("x"), ast.List([], ast.Load()), ast.Name("zz"))))
    elif what == "starred" and call.args:
        call.args[-1] = ast.Starred(call.args[-1], ast.Load())
    else:
        call.keywords.append(ast.keyword(dice.choice((None, "dim", "axis", "name")), ast.Constant(dice.randint(-3, 9))))


def _change_fields(node: ast.expr, nodes: list[ast.expr], dice: random.Random) -> None:
    if isinstance(node, ast.BinOp):
        node.op = dice.choice((ast.Add, ast.MatMult, ast.Mod, ast.Pow, ast.FloorDiv, ast.LShift))()
        node.left, node.right = node.right, node.left
        return
    for name, old in ast.iter_fields(node):
        if isinstance(old, ast.expr) and dice.random() < 0.5:
            fresh: list[ast.expr] = [ast.Constant(None), ast.Tuple([], ast.Load()), ast.Name("q"), ast.Constant(-1)]
            leaves = [n for n in nodes if isinstance(n, (ast.Name, ast.Attribute)) and n is not node]
            setattr(node, name, dice.choice(leaves) if leaves and dice.random() < 0.7 else dice.choice(fresh))


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    _lines, _tokens, _names, _names, _cut, _characters, _nesting, _tree, _tree, _tree,
)  # fmt: skip


def _notebook(text: str, dice: random.Random) -> str:
    """The program in cells, with magics among them; now and then no notebook at all."""
    lines = text.split("\n")
    cells: list[object] = []
    while lines:
        size = dice.randint(1, 12)
        own, lines = lines[:size], lines[size:]
        if dice.random() < 0.2:
            own.insert(0, dice.choice(("%matplotlib inline", "!ls", "%%bash", "x = !ls", "?x", "%time y", "%%time")))
        source: object = "\n".join(own) if dice.random() < 0.5 else [f"{line}\n" for line in own]
        cell: dict[str, object] = {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}
        if dice.random() < 0.1:
            cell[dice.choice(list(cell))] = dice.choice((None, 1, [], {}, "markdown", [1, None]))
        cells.append(cell if dice.random() < 0.97 else dice.choice((None, 3, "x")))
    document: dict[str, object] = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    if dice.random() < 0.2:
        document[dice.choice(list(document))] = dice.choice((None, 1, [], {}, "x"))
    written = json.dumps(document)
    return written if dice.random() < 0.9 else _cut(written, dice)
