"""Settings in YAML: PyYAML is the judge of what is read."""

from __future__ import annotations

import random
from typing import Any

import pytest

from shapecheck.frameworks.data.yamltext import UNREADABLE, Strange, parse

yaml = pytest.importorskip("yaml")

READ = [
    "a: 1\nb: 2.5\nc: [1, 2, {x: y}]\nd:\n  - 1\n  - two\n  - k: v\n    l: w\n",
    "a:\n- 1\n- 2\nb: {c: 1, d: 'e'}\n",
    "# c\n---\nmodel:\n  name: resnet50  # the net\n  lr: 1e-3\n  wd: 1.0e-4\n  on: yes\n  n: ~\n  e:\n",
    "- - 1\n  - 2\n- 3\n",
    '\'q k\': "a\\nb"\nr: "x" # c\n',
    "a: 'it''s # not'\nb: it's # yes\n",
    "a: 0x10\nb: 010\nc: 1_000\ng: -3\nh: +4\nf: .5\ni: 1.\nj: 1e5\nk: 1.0e5\nl: 1.0e+5\n",
    "a: [\n 1,\n 2\n]\nb: 2\n",
    "3\n",
    "",
    "[1, 2]\n",
    "a: {b: , c: 1}\n",
    "a: True\nb: FALSE\nc: tRue\nd: Off\ne: null\nf: NULL\ng: nUll\n",
    "a:1\n",
    "url: http://x.y:80/z\nt: a,b\ns: -x\n",
    "1: a\n2: b\ntrue: c\n",
]
REFUSED = [
    "a: &x 1\nb: *x\n", "a: !tag 1\n", "a: 1\n---\nb: 2\n", "a: b\n  c\n", "a: {b\n", "<<: {a: 1}\n", "? a\n: b\n",
]  # fmt: skip


def agrees(mine: Any, real: Any) -> bool:
    if mine is UNREADABLE:
        return True
    if isinstance(mine, dict) and isinstance(real, dict):
        return list(mine) == list(real) and all(agrees(mine[key], real[key]) for key in mine)
    if isinstance(mine, list) and isinstance(real, list):
        return len(mine) == len(real) and all(map(agrees, mine, real))
    return type(mine) is type(real) and mine == real


@pytest.mark.parametrize("text", READ)
def test_reads(text: str) -> None:
    assert parse(text) == yaml.safe_load(text)


@pytest.mark.parametrize("text", REFUSED)
def test_refuses(text: str) -> None:
    with pytest.raises(Strange):
        parse(text)


def test_what_it_does_not_know_is_said() -> None:
    assert parse("a: |\n  x\n  y\nb: 1\n") == {"a": UNREADABLE, "b": 1}
    assert parse("a: 2020-01-01\nb: 1:30\n") == {"a": UNREADABLE, "b": UNREADABLE}
    assert parse("a: 1e-3\nb: 2020-01-01\n", scientific=True) == {"a": 0.001, "b": "2020-01-01"}


def test_never_another_value() -> None:
    chance = random.Random(7)
    characters = "ab1:-[]{},'\"#\n  .|&*?~e"
    for _ in range(3000):
        text = list(chance.choice(READ))
        for _ in range(chance.randrange(1, 4)):
            text.insert(chance.randrange(len(text) + 1), chance.choice(characters))
            del text[chance.randrange(len(text))]
        whole = "".join(text)
        try:
            mine = parse(whole)
        except Strange:
            continue
        try:
            real = yaml.safe_load(whole)
        except (yaml.YAMLError, ValueError):
            continue  # the program fails there
        assert agrees(mine, real), whole
