"""`shapecheck server` where what it needs is not installed."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from .conftest import Ended


def test_without_pygls(run: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] in ("pygls", "lsprotocol")]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("pygls", "lsprotocol"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, "shapecheck.server.app", raising=False)
    told = run("server")
    assert told == Ended(
        2, "", 'shapecheck: the language server needs pygls: pip install "shapecheck-dl[server]"\n'
    )
