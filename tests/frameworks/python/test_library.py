"""The standard library as values: CPython is the judge of what the interpreter claims."""

from __future__ import annotations

from typing import Any

import pytest

from shapecheck.core.outcome import Undecided
from shapecheck.core.value import Value
from shapecheck.frameworks.python.held import plain_python
from tests.frameworks.python.expressions import CLAIMED, OPEN, SETUP
from tests.programs import run

UNKNOWN = object()


def claimed(value: Value) -> Any:
    try:
        return plain_python(value)
    except Undecided:
        return UNKNOWN


def both(text: str) -> list[tuple[str, Any, Any]]:
    """Each expression with what CPython and the interpreter make of it."""
    expressions = [line.strip() for line in text.splitlines() if line.strip()]
    real: dict[str, Any] = {}
    exec(compile(SETUP, "program.py", "exec", dont_inherit=True), real)
    followed, _ = run(SETUP + "".join(f"\nresult{i} = {expression}" for i, expression in enumerate(expressions)))
    return [
        (expression, eval(expression, real), claimed(followed[f"result{i}"]))
        for i, expression in enumerate(expressions)
    ]


def same(real: Any, mine: Any) -> bool:
    plain = isinstance(real, (bool, int, float, str, bytes, list, tuple, dict, set)) or real is None
    return bool(real == mine) if plain else str(real) == str(mine)


@pytest.mark.parametrize("module", CLAIMED)
def test_known(module: str) -> None:
    for expression, real, mine in both(CLAIMED[module]):
        assert mine is not UNKNOWN, expression
        assert same(real, mine), f"{expression}: {mine!r}, not {real!r}"


@pytest.mark.parametrize("module", OPEN)
def test_never_wrong(module: str) -> None:
    for expression, real, mine in both(OPEN[module]):
        assert mine is UNKNOWN or same(real, mine), f"{expression}: {mine!r}, not {real!r}"


def test_patterns_that_take_long_are_not_tried() -> None:
    names, _ = run(
        r"""
        import re
        long = re.match(r"(a+)+$", "a" * 60 + "b")
        wide = re.search(r".*.*.*.*.*x", "a" * 400)
        many = re.findall(r"(?:a|aa)+c", "a" * 62)
        """
    )
    assert all(claimed(names[name]) is UNKNOWN for name in ("long", "wide", "many"))


def test_what_the_machine_decides_is_not_known() -> None:
    names, _ = run(
        """
        import datetime, os, random, sys, time, uuid
        values = [
            datetime.datetime.now().year, datetime.datetime(2020, 1, 1).timestamp(), os.environ["HOME"],
            int(os.environ.get("WORKERS", 32)), os.getenv("WORKERS", "4"), random.randint(1, 6), time.time(),
            sys.version_info >= (3, 12), sys.argv[1], len(sys.argv), input(), os.path.exists("x"), os.getcwd(),
            os.listdir("."), str(uuid.uuid4()), sys.platform, os.path.abspath("x"), len(os.listdir(".")),
        ]
        """
    )
    values = names["values"]
    assert [claimed(value) for value in values] == [UNKNOWN] * 18  # type: ignore[attr-defined]
