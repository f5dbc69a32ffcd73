"""A client of the language server: JSON-RPC on the standard streams of a process, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from time import monotonic
from typing import Any

ROOT = Path(__file__).parent.parent.parent
SECONDS = 60.0
START = "import sys; sys.path.pop(0); sys.argv[1:] = ['server']; from shapecheck.cli import main; main()"
"""As the installed command: without the working directory on the path."""
Json = dict[str, Any]

PULL: Json = {
    "textDocument": {"diagnostic": {"relatedInformation": True, "codeDescriptionSupport": True}},
    "workspace": {"diagnostics": {"refreshSupport": True}},
}
PUSH: Json = {
    "textDocument": {
        "publishDiagnostics": {
            "relatedInformation": True, "codeDescriptionSupport": True, "versionSupport": True,
            "tagSupport": {"valueSet": [1, 2]},
        }
    }
}  # fmt: skip


class Client:
    """A server that was started; a context manager that ends it as the protocol wants. `heard` are its notifications
    and requests; requests are answered with null, those of `workspace/configuration` with `configuration`."""

    def __init__(
        self, folder: Path, capabilities: Json | None = None, options: Json | None = None,
        encodings: tuple[str, ...] = (), configuration: Json | None = None, environment: dict[str, str] | None = None,
    ) -> None:
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        cache = {"XDG_CACHE_HOME": str(folder / ".cache"), "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            [sys.executable, "-c", START], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            cwd=folder, env=inherited | cache | (environment or {}),
        )  # fmt: skip
        self.folder = folder
        self.configuration = configuration
        self.heard: Queue[Json] = Queue()
        self.answers: dict[int, Json] = {}
        self._answered = threading.Condition()
        self._serial = 0
        self._writing = threading.Lock()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        general = {"general": {"positionEncodings": list(encodings)}} if encodings else {}
        self.abilities = self.ask("initialize", {
            "processId": os.getpid(), "rootUri": folder.as_uri(), "initializationOptions": options or {},
            "capabilities": {**(PUSH if capabilities is None else capabilities), **general},
        })["capabilities"]  # fmt: skip
        self.tell("initialized", {})

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            assert self.end() == 0
        else:
            self.process.kill()
        self.close()

    def close(self) -> None:
        """Waits for the end of the process, and lets go of it."""
        self.process.wait(20)
        self._listener.join(20)
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    def end(self) -> int:
        """`shutdown`, `exit`; the exit code."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(20)

    # -- messages ----------------------------------------------------------------------------------------------

    def send(self, data: bytes) -> None:
        assert self.process.stdin is not None
        with self._writing:
            self.process.stdin.write(data)
            self.process.stdin.flush()

    def put(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def tell(self, method: str, params: object) -> None:
        self.put({"method": method, "params": params} if params is not None else {"method": method})

    def begin(self, method: str, params: object) -> int:
        self._serial += 1
        self.put({"id": self._serial, "method": method, "params": params})
        return self._serial

    def answer(self, serial: int, seconds: float = SECONDS) -> Json:
        """The whole message that answers a request."""
        with self._answered:
            ended = monotonic() + seconds
            while serial not in self.answers:
                assert self.process.poll() is None and monotonic() < ended, "no answer"
                self._answered.wait(0.2)
            return self.answers.pop(serial)

    def ask(self, method: str, params: object) -> Any:
        answer = self.answer(self.begin(method, params))
        assert "error" not in answer, answer
        return answer["result"]

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            message = json.loads(stream.read(length))
            if "method" in message:
                self.heard.put(message)
                if "id" in message:
                    settings = [self.configuration] if message["method"] == "workspace/configuration" else None
                    self.put({"id": message["id"], "result": settings})
            else:
                with self._answered:
                    self.answers[message["id"]] = message
                    self._answered.notify_all()

    def hear(self, method: str, seconds: float = SECONDS) -> Json:
        """The params of the next message of a kind; others are dropped."""
        end = monotonic() + seconds
        while True:
            message = self.heard.get(timeout=max(end - monotonic(), 0.001))
            if message["method"] == method:
                return message.get("params") or {}

    def silence(self, method: str, seconds: float) -> bool:
        """Whether no message of a kind comes for a while."""
        try:
            self.hear(method, seconds)
        except Empty:
            return True
        return False

    # -- documents ---------------------------------------------------------------------------------------------

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str) -> str:
        uri = self.uri(name)
        item = {"uri": uri, "languageId": "python", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri: str, version: int, *changes: Json) -> None:
        self.tell(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)},
        )

    def published(self, uri: str, version: int | None = None) -> list[Json]:
        """The diagnostics that are pushed for a document, of a version if one is given."""
        while True:
            told = self.hear("textDocument/publishDiagnostics")
            if told["uri"] == uri and (version is None or told.get("version") == version):
                found: list[Json] = told["diagnostics"]
                return found

    def pulled(self, uri: str) -> list[Json]:
        """The diagnostics that are asked for, again where the server says so."""
        while True:
            answer = self.answer(self.begin("textDocument/diagnostic", {"textDocument": {"uri": uri}}))
            if "error" not in answer:
                found: list[Json] = answer["result"]["items"]
                return found
            assert answer["error"]["data"]["retriggerRequest"], answer


def edit(start: tuple[int, int], end: tuple[int, int], text: str) -> Json:
    places = {"start": _position(start), "end": _position(end)}
    return {"range": places, "text": text}


def _position(place: tuple[int, int]) -> Json:
    return {"line": place[0], "character": place[1]}


def at(diagnostic: Json) -> tuple[int, int, int, int]:
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    return start["line"], start["character"], end["line"], end["character"]
