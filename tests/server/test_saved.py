"""What the real framework says, when a file is saved."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server needs pygls, the extra `server`")
pytest.importorskip("torch", reason="torch is not installed")

from .client import PULL, Client, edit
from .test_protocol import BUG


@pytest.mark.oracle
def test_saving_asks_the_real_framework(tmp_path: Path) -> None:
    for name in ("pickle", "subprocess", "ast"):  # a project may have files of such names; they are not imported
        (tmp_path / f"{name}.py").write_text("open('imported', 'w').close()\n")
    with Client(tmp_path) as client:
        uri = client.open("train.py", BUG)
        (found,) = client.published(uri, 1)
        assert "confirmed" not in found["message"]
        client.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
        (found,) = client.published(uri, 1)
        assert "confirmed by torch" in found["message"]
        client.change(uri, 2, edit((3, 18), (3, 21), "64"))  # typing is never waited with
        assert client.published(uri, 2) == []
    assert not (tmp_path / "imported").exists()


@pytest.mark.oracle
def test_a_client_that_pulls_is_told_to_ask_again(tmp_path: Path) -> None:
    with Client(tmp_path, PULL) as client:
        uri = client.open("train.py", BUG)
        assert len(client.pulled(uri)) == 1
        client.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
        client.hear("workspace/diagnostic/refresh")
        assert "confirmed by torch" in client.pulled(uri)[0]["message"]
