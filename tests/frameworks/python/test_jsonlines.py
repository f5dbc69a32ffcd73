"""Programs that read files of one JSON value a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Unknown

from ...programs import run

SOURCE = """
import json
import numpy as np
with open("x.jsonl") as file:
    rows = [json.loads(line) for line in file]
a = np.array([row["vector"] for row in rows])
b = np.array([row["label"] for row in rows])
c = np.zeros(len(rows))
d = np.array([json.loads(line.strip())["vector"] for line in open("x.jsonl").readlines()])
e = np.zeros(len(rows[0]["vector"]))
f = np.array([row["nested"]["box"] for row in rows])
"""


@pytest.mark.filterwarnings("ignore")
def test_same_as_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [{"vector": [i, 0.5, 2.0, i / 3], "label": i % 3, "nested": {"box": [[1, 2], [3, i]]}} for i in range(40)]
    rows = [{**row, "vector": list(map(float, row["vector"]))} for row in rows]  # type: ignore[call-overload]
    Path("x.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n")
    names, _ = run(SOURCE)
    real: dict[str, Any] = {}
    exec(SOURCE, real)
    for name in "abcdef":
        mine, true = names[name], np.asarray(real[name])
        assert isinstance(mine, Tensor), name
        assert (mine.shape.numbers, mine.dtype) == (true.shape, true.dtype.name), name


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([{"a": [1, 2]}, {"a": [1]}], "?"),
        ([{"a": [1, 2]}, {"a": [3, 4]}], "2"),
        ([{"a": [1, 2]}, {"b": 1}], None),
        ([{"a": 1}, {"a": "x"}], None),
        (["text", {"a": 1}], None),
    ],
)
def test_lines_that_differ(rows: list[Any], told: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.jsonl").write_text("\n".join(map(json.dumps, rows)))
    names, _ = run("import json\nx = [json.loads(line)['a'] for line in open('x.jsonl')][-1]")
    found = names["x"]
    assert isinstance(found, Unknown) if told is None else str(found.size) == told  # type: ignore[attr-defined]


def test_lines_that_are_no_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.jsonl").write_text('{"a": 1}\n{"a"')
    names, _ = run("import json\nx = [json.loads(line) for line in open('x.jsonl')][0]")
    assert isinstance(names["x"], Unknown)
