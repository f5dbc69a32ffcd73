"""The language server as its clients meet it: by messages alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server needs pygls, the extra `server`")

from .client import PULL, PUSH, Client, Json, at, edit

STATIC = {"dryRun": False}
BUG = """\
import torch
from torch import nn

layer = nn.Linear(128, 10)
x = torch.zeros(4, 64)
layer(x)
"""
WHERE = (5, 6, 5, 7)


def names(found: list[Json]) -> list[str]:
    return [each["message"].partition(":")[0] for each in found]


def related(found: Json) -> list[Json]:
    places: list[Json] = found["relatedInformation"]
    return places


def test_pushed(tmp_path: Path) -> None:
    with Client(tmp_path, options=STATIC) as client:
        uri = client.open("train.py", BUG)
        (found,) = client.published(uri, 1)
        assert (at(found), found["code"], found["severity"], found["source"]) == (WHERE, "SHP101", 1, "shapecheck")
        page = Path(found["codeDescription"]["href"].removeprefix("file://"))
        assert page.read_text().startswith("# linear-in-features-mismatch (SHP101)")
        places = {(each["location"]["uri"], at(each["location"]), each["message"]) for each in related(found)}
        assert places == {(uri, (4, 19, 4, 21), "64 is made here"), (uri, (3, 18, 3, 21), "128 is made here")}
        client.change(uri, 2, edit((3, 18), (3, 21), "64"))
        assert client.published(uri, 2) == []
        client.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        assert client.published(uri) == []


def test_pulled_and_never_pushed(tmp_path: Path) -> None:
    with Client(tmp_path, PULL, STATIC) as client:
        uri = client.open("train.py", BUG)
        (found,) = client.pulled(uri)
        assert at(found) == WHERE
        client.change(uri, 2, edit((3, 18), (3, 21), "64"))
        assert client.pulled(uri) == []
        client.change(uri, 3, edit((0, 0), (0, 0), "\n"), edit((4, 18), (4, 20), "32"))
        assert [at(each) for each in client.pulled(uri)] == [(6, 6, 6, 7)]
        assert client.pulled(client.uri("never_opened.py")) == []
        assert client.silence("textDocument/publishDiagnostics", 0.3)


def test_an_unsaved_file_is_the_one_that_counts(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text("from torch import nn\nlayer = nn.Linear(64, 10)\n")
    program = "import torch\nfrom model import layer\nlayer(torch.zeros(4, 64))\n"
    with Client(tmp_path, options=STATIC) as client:
        train = client.open("train.py", program)
        assert client.published(train) == []
        model = client.open("model.py", "from torch import nn\nlayer = nn.Linear(128, 10)\n")
        (found,) = client.published(train)
        assert found["relatedInformation"][-1]["location"]["uri"] in (model, train)
        client.change(model, 2, edit((1, 18), (1, 21), "64"))
        assert client.published(train) == []
        client.change(model, 3, edit((1, 18), (1, 20), "32"))
        assert len(client.published(train)) == 1
        client.tell("textDocument/didClose", {"textDocument": {"uri": model}})
        assert client.published(train) == []  # what is on disk counts again


def test_a_pull_is_asked_for_again_when_another_file_changes(tmp_path: Path) -> None:
    (tmp_path / "model.py").write_text("from torch import nn\nlayer = nn.Linear(64, 10)\n")
    program = "import torch\nfrom model import layer\nlayer(torch.zeros(4, 64))\n"
    with Client(tmp_path, PULL, STATIC) as client:
        train = client.open("train.py", program)
        assert client.pulled(train) == []
        client.open("model.py", "from torch import nn\nlayer = nn.Linear(128, 10)\n")
        client.hear("workspace/diagnostic/refresh")
        assert len(client.pulled(train)) == 1


def test_a_text_that_is_no_program_keeps_what_was_found(tmp_path: Path) -> None:
    with Client(tmp_path, options=STATIC) as client:
        uri = client.open("train.py", BUG)
        assert len(client.published(uri)) == 1
        client.change(uri, 2, edit((0, 0), (0, 0), "def f(:\n"))
        found = client.published(uri, 2)
        assert names(found) == ["syntax-error", "linear-in-features-mismatch"]
        assert at(found[1]) == (6, 6, 6, 7)
        client.change(uri, 3, edit((6, 0), (6, 0), "y = "))  # that line is another one now
        kept = [each for each in client.published(uri, 3) if "linear" in each["message"]]
        assert all(at(each) == (6, 10, 6, 11) for each in kept)
        client.change(uri, 4, edit((0, 0), (1, 0), ""))
        assert [at(each) for each in client.published(uri, 4)] == [(5, 10, 5, 11)]


@pytest.mark.parametrize(
    ("encodings", "chosen", "column"),
    [
        ((), "utf-16", 18), (("utf-8", "utf-16"), "utf-8", 23), (("utf-32",), "utf-32", 17),
        (("nonsense", "utf-16"), "utf-16", 18),
    ],
)  # fmt: skip
def test_positions(tmp_path: Path, encodings: tuple[str, ...], chosen: str, column: int) -> None:
    program = BUG.replace("layer(x)", "s = 'é→😀'; layer(x)")
    units = {"utf-8": 9, "utf-16": 4, "utf-32": 3}[chosen]
    with Client(tmp_path, options=STATIC, encodings=encodings) as client:
        assert client.abilities["positionEncoding"] == chosen
        uri = client.open("train.py", program)
        (found,) = client.published(uri)
        assert at(found) == (5, column + 0, 5, column + 1)
        client.change(uri, 2, edit((5, 5), (5, 5 + units), "ab"))
        assert [at(each) for each in client.published(uri, 2)] == [(5, 16, 5, 17)]


def test_form_feeds_end_no_line(tmp_path: Path) -> None:
    with Client(tmp_path, options=STATIC) as client:
        uri = client.open("train.py", "\x0c\n# \u2028 \x85\r\n" + BUG)
        assert [at(each) for each in client.published(uri)] == [(7, 6, 7, 7)]
        client.change(uri, 2, edit((5, 18), (5, 21), "64"))
        assert client.published(uri, 2) == []


# -- notebooks -------------------------------------------------------------------------------------------------------

CELLS = ("import torch\nlayer = torch.nn.Linear(128, 10)", "# words", "%time y = 1\nx = torch.zeros(4, 64)", "layer(x)")


def notebook(client: Client) -> list[str]:
    uris = [f"vscode-notebook-cell:/train.ipynb#{number}" for number in range(len(CELLS))]
    kinds = [2, 1, 2, 2]
    client.tell("notebookDocument/didOpen", {
        "notebookDocument": {
            "uri": client.uri("train.ipynb"), "notebookType": "jupyter-notebook", "version": 1,
            "cells": [{"kind": kind, "document": uri} for kind, uri in zip(kinds, uris, strict=True)],
        },
        "cellTextDocuments": [
            {"uri": uri, "languageId": "python", "version": 1, "text": text}
            for kind, uri, text in zip(kinds, uris, CELLS, strict=True) if kind == 2
        ],
    })  # fmt: skip
    return uris


@pytest.mark.parametrize("capabilities", [PUSH, PULL], ids=["push", "pull"])
def test_notebooks(tmp_path: Path, capabilities: Json) -> None:
    def found(uri: str) -> list[Json]:
        return client.pulled(uri) if capabilities is PULL else client.published(uri)

    with Client(tmp_path, capabilities, STATIC) as client:
        uris = notebook(client)
        (told,) = found(uris[3])
        assert at(told) == (0, 6, 0, 7)
        places = {(each["location"]["uri"], at(each["location"])[0]) for each in told["relatedInformation"]}
        assert places == {(uris[0], 1), (uris[2], 1)}
        change = {"cells": {"textContent": [
            {"document": {"uri": uris[2], "version": 2}, "changes": [edit((1, 19), (1, 21), "128")]}
        ]}}  # fmt: skip
        where = {"uri": client.uri("train.ipynb"), "version": 2}
        client.tell("notebookDocument/didChange", {"notebookDocument": where, "change": change})
        assert found(uris[3]) == []
        array = {"start": 2, "deleteCount": 1, "cells": []}
        change = {"cells": {"structure": {"array": array, "didClose": [{"uri": uris[2]}]}}}
        client.tell("notebookDocument/didChange", {"notebookDocument": where, "change": change})
        assert found(uris[3]) == []  # x is not known any more


def test_a_notebook_that_is_open_as_text(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": text.splitlines(True)}
        for text in (CELLS[0], CELLS[2], CELLS[3])
    ]
    text = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1)
    with Client(tmp_path, options=STATIC) as client:
        (found,) = client.published(client.open("train.ipynb", text))
        line, start, _, end = at(found)
        assert text.split("\n")[line][start - 6 : end + 1] == "layer(x)"


# -- what the cursor is at -------------------------------------------------------------------------------------------

MODEL = """\
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(64, 10)

    def forward(self, x):
        '''😀'''; y = self.layer(x)
        return y


net = Net()
out = net(torch.zeros(4, 64))
"""


def hover(client: Client, uri: str, line: int, column: int) -> Json | None:
    where = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
    told: Json | None = client.ask("textDocument/hover", where)
    return told


def test_hover(tmp_path: Path) -> None:
    with Client(tmp_path, options=STATIC) as client:
        uri = client.open("net.py", MODEL)
        told = hover(client, uri, 11, 15)  # y, which is read
        assert told is not None
        assert "y: torch [4, 10] float32" in told["contents"]["value"]
        assert "10 is made in line 8" in told["contents"]["value"]
        assert at(told) == (11, 15, 11, 16)
        told = hover(client, uri, 10, 33)  # x, behind a character of two units
        assert told is not None and "x: torch [4, 64] float32" in told["contents"]["value"]
        told = hover(client, uri, 15, 0)
        assert told is not None and "out: torch [4, 10] float32" in told["contents"]["value"]
        assert hover(client, uri, 0, 0) is None
        assert hover(client, uri, 900, 0) is None
        client.change(uri, 2, edit((0, 0), (0, 0), "def f(:\n"))  # no program, but that line is the same
        told = hover(client, uri, 12, 15)
        assert told is not None and at(told) == (12, 15, 12, 16)


def inlay(client: Client, uri: str) -> dict[int, str]:
    span = {"start": {"line": 0, "character": 0}, "end": {"line": 100, "character": 0}}
    told = client.ask("textDocument/inlayHint", {"textDocument": {"uri": uri}, "range": span})
    return {each["position"]["line"]: each["label"] for each in told}


def test_inlay_hints_are_off_by_default(tmp_path: Path) -> None:
    with Client(tmp_path, options=STATIC) as client:
        assert inlay(client, client.open("net.py", MODEL)) == {}
    with Client(tmp_path, options={**STATIC, "inlayHints": True}) as client:
        uri = client.open("net.py", MODEL)
        told = inlay(client, uri)
        assert (told[10], told[15]) == ("[4, 10] float32", "torch.zeros: [4, 64] float32; net: [4, 10] float32")


# -- actions ---------------------------------------------------------------------------------------------------------


def actions(client: Client, uri: str, found: Json, only: list[str] | None = None) -> list[Json]:
    context = {"diagnostics": [found], **({"only": only} if only is not None else {})}
    params = {"textDocument": {"uri": uri}, "range": found["range"], "context": context}
    told: list[Json] = client.ask("textDocument/codeAction", params)
    return told


def test_ignore_on_this_line(tmp_path: Path) -> None:
    with Client(tmp_path, options=STATIC) as client:
        uri = client.open("train.py", BUG)
        (found,) = client.published(uri)
        titles = {each["title"]: each for each in actions(client, uri, found)}
        action = titles["Ignore linear-in-features-mismatch on this line"]
        (change,) = action["edit"]["changes"][uri]
        assert change["newText"] == "  # shapecheck: ignore[linear-in-features-mismatch]"
        client.change(uri, 2, {"range": change["range"], "text": change["newText"]})
        assert client.published(uri, 2) == []
        assert actions(client, uri, found, ["refactor"]) == []
        opened = titles["Open the page of SHP101 linear-in-features-mismatch"]["command"]
        client.ask("workspace/executeCommand", {"command": opened["command"], "arguments": opened["arguments"]})
        assert client.hear("window/showMessage")["message"].endswith("linear-in-features-mismatch.md")


def test_fixes_of_rules(tmp_path: Path) -> None:
    text = BUG.replace("128", "64").replace("layer(x)", "layer(x)  # shapecheck: ignore[missing-flatten]")
    with Client(tmp_path, {**PUSH, "workspace": {"workspaceEdit": {"documentChanges": True}}}, STATIC) as client:
        uri = client.open("train.py", text)
        (found,) = client.published(uri)
        assert (found["code"], found["tags"], found["severity"]) == ("SHP903", [1], 3)
        (fix,) = actions(client, uri, found, ["source.fixAll"])
        assert fix["kind"] == "source.fixAll.shapecheck"
        (change,) = fix["edit"]["documentChanges"]
        assert change["textDocument"] == {"uri": uri, "version": 1}
        (made,) = change["edits"]
        client.change(uri, 2, {"range": made["range"], "text": made["newText"]})
        assert client.published(uri, 2) == []


# -- configuration ---------------------------------------------------------------------------------------------------


def test_configuration_by_the_client(tmp_path: Path) -> None:
    asks = {**PUSH, "workspace": {"configuration": True}}
    told = {"dryRun": False, "configuration": {"ignore": ["SHP101"], "nonsense": 1}}
    with Client(tmp_path, asks, configuration=told) as client:
        assert "unknown setting `nonsense`" in client.hear("window/showMessage")["message"]
        uri = client.open("train.py", BUG)
        assert client.published(uri) == []
        client.configuration = {"dryRun": False, "configuration": {"ignore": []}}
        client.tell("workspace/didChangeConfiguration", {"settings": None})
        assert len(client.published(uri)) == 1
    with Client(tmp_path, options={**STATIC, "configuration": {"select": ["SHP7"]}}) as client:
        uri = client.open("train.py", BUG)
        assert client.published(uri) == []
        client.tell("workspace/didChangeConfiguration", {"settings": {"shapecheck": {"configuration": {}}}})
        assert len(client.published(uri)) == 1


def test_configuration_files_are_watched(tmp_path: Path) -> None:
    watches = {**PUSH, "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    with Client(tmp_path, watches, STATIC) as client:
        registered = client.hear("client/registerCapability")["registrations"][0]["registerOptions"]["watchers"]
        assert "**/pyproject.toml" in {each["globPattern"] for each in registered}
        uri = client.open("train.py", BUG)
        assert len(client.published(uri)) == 1
        (tmp_path / "pyproject.toml").write_text('[tool.shapecheck]\nignore = ["SHP101"]\n')
        changed = {"changes": [{"uri": client.uri("pyproject.toml"), "type": 1}]}
        client.tell("workspace/didChangeWatchedFiles", changed)
        assert client.published(uri) == []
        (tmp_path / "pyproject.toml").write_text("[tool.shapecheck]\nextend-exclude = 1\n")
        client.tell("workspace/didChangeWatchedFiles", changed)
        assert "extend-exclude must be a list" in client.hear("window/showMessage")["message"]
        assert len(client.published(uri)) == 1
        (tmp_path / "pyproject.toml").write_text('[tool.shapecheck]\nextend-exclude = ["train.py"]\n')
        client.tell("workspace/didChangeWatchedFiles", changed)
        assert client.published(uri) == []


# -- the protocol ----------------------------------------------------------------------------------------------------


def test_a_request_can_be_cancelled(tmp_path: Path) -> None:
    with Client(tmp_path, PULL, {**STATIC, "delay": 3000}) as client:
        uri = client.open("train.py", BUG)
        serial = client.begin("textDocument/diagnostic", {"textDocument": {"uri": uri}})
        client.tell("$/cancelRequest", {"id": serial})
        assert client.answer(serial)["error"]["code"] == -32800


def test_exit_without_shutdown(tmp_path: Path) -> None:
    client = Client(tmp_path, options=STATIC)
    client.tell("exit", None)
    assert client.process.wait(20) == 1
    client.close()


def test_the_end_of_input_is_the_end(tmp_path: Path) -> None:
    client = Client(tmp_path, options=STATIC)
    assert client.process.stdin is not None
    client.process.stdin.close()
    assert client.process.wait(20) == 1
    client.close()
