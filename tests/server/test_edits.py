"""Random edits, with a mirror of the text on our side; and messages that make no sense."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server needs pygls, the extra `server`")

from shapecheck.api import Session
from shapecheck.config import Config

from .client import PULL, Client, Json, at, edit
from .test_protocol import BUG, STATIC

ROUNDS = int(os.environ.get("SHAPECHECK_EDITS", "300"))
PIECES = ("x", "\n", "  ", "é", "😀", "(", ")", "'", '"""', "\r\n", "layer(x)", "# a", "128", "\x0c", "\t", "", "", "")
UNITS = {
    "utf-8": lambda text: len(text.encode()),
    "utf-16": lambda text: len(text.encode("utf-16-le")) // 2,
    "utf-32": len,
}


class Mirror:
    """The text as the editor has it: a list of lines, edited by code points."""

    def __init__(self, text: str, encoding: str) -> None:
        self.lines = text.split("\n")
        self.units = UNITS[encoding]

    def random_edit(self, dice: random.Random) -> Json:
        """An edit somewhere, made here, and told in the units of the encoding."""
        a, b = sorted(self._place(dice) for _ in range(2))
        if dice.random() < 0.6 or b[0] > a[0] + 2:
            b = a
        piece = dice.choice(PIECES).replace("\r\n", "\n")
        told = edit(self._told(a), self._told(b), piece)
        made = self.lines[a[0]][: a[1]] + piece + self.lines[b[0]][b[1] :]
        self.lines[a[0] : b[0] + 1] = made.split("\n")
        return told

    def _place(self, dice: random.Random) -> tuple[int, int]:
        line = dice.randrange(len(self.lines))
        return line, dice.randint(0, len(self.lines[line]))

    def _told(self, place: tuple[int, int]) -> tuple[int, int]:
        return place[0], self.units(self.lines[place[0]][: place[1]])

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def expected(path: Path, mirror: Mirror) -> list[tuple[str, int, int, int, int]]:
    """Where a fresh analysis of the text has its findings."""
    report = Session(Config(static=True)).check(str(path), mirror.text)
    found = []
    for finding in report.findings:
        span = finding.span
        start, end = mirror.lines[span.line - 1][: span.column], mirror.lines[span.end_line - 1][: span.end_column]
        found.append((finding.code, span.line - 1, mirror.units(start), span.end_line - 1, mirror.units(end)))
    return sorted(found)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-32"])
def test_random_edits_leave_the_server_with_the_same_text(tmp_path: Path, encoding: str) -> None:
    dice = random.Random(encoding)
    mirror = Mirror(BUG, encoding)
    with Client(tmp_path, PULL, {**STATIC, "delay": 0}, encodings=(encoding,)) as client:
        uri = client.open("train.py", mirror.text)
        for version in range(2, 2 + ROUNDS // 3):
            if dice.random() < 0.02 or len(mirror.lines) > 60:
                mirror = Mirror(BUG, encoding)
                client.change(uri, version, {"text": mirror.text})
            else:
                client.change(uri, version, *[mirror.random_edit(dice) for _ in range(dice.randint(1, 3))])
            if version % 10 == 0:
                found = client.pulled(uri)
                parsed = not any(each["code"] == "SHP901" for each in found)
                told = sorted((each["code"], *at(each)) for each in found)
                wanted = expected(tmp_path / "train.py", mirror)
                # while the text is no program, what was found before stays: at the same lines
                assert told == wanted if parsed else set(wanted) <= set(told), (told, wanted, mirror.text)
                for each in found:
                    line, start, end_line, _ = at(each)
                    assert end_line < len(mirror.lines) and start <= mirror.units(mirror.lines[line])


METHODS = (
    "textDocument/didChange textDocument/hover textDocument/diagnostic notebookDocument/didChange "
    "textDocument/codeAction textDocument/didOpen workspace/executeCommand $/cancelRequest no/such "
    "workspace/didChangeConfiguration textDocument/didClose textDocument/inlayHint initialized"
)
VALUES: list[object] = [
    None, 1, "x", [], {}, {"uri": 5}, {"textDocument": None}, {"id": "none"}, [[]], 1e400, True,
    {"textDocument": {"uri": "file:///none.py", "version": -1}, "contentChanges": [{"text": 1}, {"range": 5}]},
    {"textDocument": {"uri": "%%%"}, "position": {"line": -5, "character": 1 << 70}},
    {"settings": {"configuration": 7}},
]  # fmt: skip


def nonsense(dice: random.Random) -> bytes:
    """A message that is wrong in one way or another; the frame around it is right."""
    kind = dice.randrange(4)
    if kind == 0:
        body = bytes(dice.randrange(256) for _ in range(dice.randint(1, 40)))
    elif kind == 1:
        body = json.dumps(dice.choice(VALUES)).encode()
    else:
        message: Json = {"jsonrpc": "2.0", "method": dice.choice(METHODS.split()), "params": dice.choice(VALUES)}
        if kind == 3:
            message["id"] = dice.choice([f"n{dice.random()}", dice.randrange(1 << 40, 1 << 41)])
        body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def test_messages_that_make_no_sense(tmp_path: Path) -> None:
    dice = random.Random(7)
    with Client(tmp_path, options=STATIC) as client:
        uri = client.open("train.py", BUG)
        assert len(client.published(uri)) == 1
        for _ in range(ROUNDS):
            client.send(nonsense(dice))
        client.change(uri, 2, edit((3, 18), (3, 21), "64"))
        assert client.published(uri, 2) == []
        client.change(uri, 3, edit((900, 900), (901, 0), "\nlayer(torch.zeros(2, 3))"), edit((0, 999), (0, 999), "  "))
        assert [at(each)[0] for each in client.published(uri, 3)] == [7]
