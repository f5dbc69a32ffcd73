"""The rows of `shapecheck show`: what some execution of a call or an assignment really gives, and nothing else."""

from __future__ import annotations

import builtins
import json
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from shapecheck.api import Session
from shapecheck.config import Config
from shapecheck.interp.analyse import analyse
from shapecheck.interp.project import Project
from shapecheck.report import View
from shapecheck.report import shown as report
from tests.truth.compare import claims, verdict
from tests.truth.record import HOOK, Recorder, instrument

NAME = "program.py"
MODEL = """
    import torch
    import torch.nn.functional as F
    from torch import nn

    class Block(nn.Module):
        def __init__(self, i, o):
            super().__init__()
            self.conv = nn.Conv2d(i, o, 3, padding=1)
            self.norm = nn.BatchNorm2d(o)
            self.short = nn.Conv2d(i, o, 1) if i != o else nn.Identity()

        def forward(self, x):
            return F.max_pool2d(F.relu(self.norm(self.conv(x))) + self.short(x), 2)

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.blocks = nn.ModuleList([Block(3, 8), Block(8, 8), Block(8, 16)])
            self.lstm = nn.LSTM(16, 20, batch_first=True)
            self.heads = nn.ModuleDict({"kind": nn.Linear(20, 10), "box": nn.Linear(20, 4)})

        def forward(self, x):
            for block in self.blocks:
                x = block(x)
            x = x.flatten(2).transpose(1, 2)
            out, (h, c) = self.lstm(x)
            values, places = (h + c).squeeze(0).max(dim=-1)
            last = out[:, -1]
            return {name: head(last) for name, head in self.heads.items()}, values

    net = Net()
    found, values = net(torch.zeros(2, 3, 32, 32))
    kinds = found["kind"].argmax(1)
    first = net.heads["box"](torch.ones(5, 20))
    seen = []
    for i in range(900):
        seen.append(kinds)
        both = torch.stack(seen)
    total = torch.cat(seen)
"""


def rows(source: str, *names: str) -> list[tuple[str, Any, Any]]:
    """Name, shape and dtype of each row, or of those that are called so."""
    listing = Session(Config()).show(NAME, dedent(source))
    assert listing.notes == []
    entries = json.loads("".join(report.json([listing], View())))
    return [(e["name"], e["shape"], e["dtype"]) for e in entries if not names or e["name"] in names]


@pytest.mark.oracle
def test_rows_are_what_torch_computes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / NAME
    program.write_text(dedent(MODEL))
    recorder = Recorder()
    monkeypatch.setattr(builtins, HOOK, recorder, raising=False)
    exec(instrument(recorder, program.read_bytes(), str(program)), {"__name__": "__main__"})
    listing = Session(Config()).show(str(program))
    said = claims(json.loads("".join(report.json([listing], View()))))
    verdicts: dict[str, str] = {}
    for site in recorder.records():
        place = (site["file"], site["line"], site["col"], site["end_line"], site["end_col"])
        results = [{part: leaf for part, leaf in found.items() if "[3" not in part} for found in site["results"]]
        verdicts[site["text"]] = verdict(results, said.get(place, []))[0]
    assert verdicts.pop("torch.stack") == verdicts.pop("both") == "partial"  # the first of many
    assert len(verdicts) == 25
    assert {text: kind for text, kind in verdicts.items() if kind != "exact"} == {}


def test_instances_have_a_row_each_in_the_order_of_their_first_run() -> None:
    found = rows(MODEL, "self.conv")
    assert [shape[2] for _, shape, _ in found] == [32, 16, 8]
    assert len(set(map(str, found))) == len(found)


def test_a_list_that_a_long_loop_fills_is_not_told_as_long_as_it_is_behind_the_loop() -> None:
    assert rows(MODEL, "both") == [("both", [1, 2], "int64")]
    assert rows(MODEL, "total") == [("total", [1800], "int64")]


def test_what_only_later_rounds_of_a_long_loop_reach_is_told() -> None:
    source = """
        import torch
        h, seen = None, []
        for i in range(900):
            if h is not None:
                y = torch.relu(h)
                z = torch.stack(seen)
            h = torch.zeros(3)
            seen.append(h)
    """
    assert rows(source, "y", "h", "z") == [("y", [3], "float32"), ("z", [None, 3], "float32"), ("h", [3], "float32")]


def test_names_of_sizes_and_what_is_not_known() -> None:
    source = """
        import torch
        from torch import nn
        class Net(nn.Module):
            def __init__(self, width):
                super().__init__()
                self.up = nn.Linear(width, 4 * width)
            def forward(self, x):
                return self.up(x)
    """
    (row,) = rows(source, "self.up")
    assert row[1] is None or row[1][-1] == "4*width"
    assert rows("import torch\nn = torch.zeros(int(input()), 3)", "n") == [("n", [None, 3], "float32")]


def test_what_fails_or_gives_no_tensor_has_no_row() -> None:
    source = """
        import torch
        x = torch.zeros(3, 4)
        y = x @ x
        print(x, len(x), x.shape)
        n = x.size(0) + 1
        z = str(n)
    """
    assert rows(source) == [("x", [3, 4], "float32"), ("torch.zeros", [3, 4], "float32")]


def test_an_op_that_is_not_followed_is_told_to_be_unknown() -> None:
    source = """
        import torch
        x = torch.some_new_op(torch.zeros(3))
        y = input("name")
    """
    assert rows(source, "x", "torch.some_new_op") == [("x", None, None), ("torch.some_new_op", None, None)]
    assert rows(source, "y", "input") == []


def test_of_a_fork_only_what_both_ways_have_in_common_is_told() -> None:
    source = """
        import torch
        def double(x):
            two = torch.cat([x, x])
            return two
        x = torch.zeros(2, 3) if input() else torch.zeros(2, 4)
        y = double(x)
        if input():
            z = torch.zeros(5)
            y = double(z)
        else:
            y = double(torch.zeros(6))
        w = torch.zeros(1) if input() else [torch.zeros(1), torch.zeros(2)]
    """
    assert rows(source, "x") == [("x", [2, None], "float32")]
    assert rows(source, "two") == [("two", [4, None], "float32"), ("two", [None], "float32")]
    assert rows(source, "y") == [("y", shape, "float32") for shape in ([4, None], [10], [12])]
    assert rows(source, "z") == [("z", [5], "float32")]
    assert rows(source, "w") == []


def test_parts_of_records_dicts_and_lists() -> None:
    source = """
        from dataclasses import dataclass
        import torch
        @dataclass
        class Output:
            logits: torch.Tensor
            states: tuple
        out = Output(torch.zeros(2, 3), (torch.zeros(1), torch.zeros(2)))
        d = {"a": [out.logits]}
        x, *others = torch.ones(5), torch.ones(6), torch.ones(7)
    """
    assert rows(source, "out.logits", "out.states[1]") == [
        ("out.logits", [2, 3], "float32"), ("out.states[1]", [2], "float32")
    ]  # fmt: skip
    assert rows(source, "d['a'][0]", "others[1]") == [("d['a'][0]", [2, 3], "float32"), ("others[1]", [7], "float32")]


def test_a_check_records_nothing(tmp_path: Path) -> None:
    project = Project(NAME, {NAME: dedent(MODEL)})
    project.read_main()
    assert analyse(project, 100_000).shown is None
