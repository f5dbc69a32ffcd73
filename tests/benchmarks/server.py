"""From a keystroke to its diagnostics, in milliseconds by the clock and of the server's own processor time, and the
memory of the server after many edits.

python -m tests.benchmarks.server [EDITS]: programs of about 100, 500 and 2,000 lines, made of fixtures/models.
"""

from __future__ import annotations

import sys
import tempfile
from os import sysconf
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from ..server.client import PULL, ROOT, Client, edit

MODELS = ("residual_net", "unet", "dcgan", "vae", "lstm_classifier")
STATIC = {"dryRun": False}


def program(lines: int) -> str:
    """The models one after another, as often as it takes, cut where a class or a function ends."""
    folder = ROOT / "fixtures" / "models"
    texts = [(folder / f"{name}.py").read_text().replace("from __future__", "# ") for name in MODELS]
    made: list[str] = []
    while len(made) < lines:
        made += texts[len(made) % len(texts)].splitlines()
    while len(made) > lines * 1.1 or (made and made[-1][:1] in (" ", ")")):
        made.pop()
    return "\n".join(made) + "\n"


def resident(pid: int) -> float:
    """MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def spent(pid: int) -> float:
    """Milliseconds of processor time."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / sysconf("SC_CLK_TCK")


def keystrokes(client: Client, uri: str, text: str, count: int) -> tuple[list[float], float]:
    """Types a name in a statement in the middle of the text, and asks for what is found each time: the times by the
    clock, sorted, and the processor time of one on the average."""
    middle = text.count("\n") // 2
    line = next(at for at, each in enumerate(text.splitlines()) if at >= middle and each[:1] not in (" ", ")", ""))
    client.change(uri, 2, edit((line, 0), (line, 0), "a = 1\n"))
    client.pulled(uri)
    taken, before = [], spent(client.process.pid)
    for at in range(count):
        start = perf_counter()
        client.change(uri, 3 + at, edit((line, 1), (line, 1), "x"))
        client.pulled(uri)
        taken.append(1000 * (perf_counter() - start))
        sleep(0.005)
    return sorted(taken), (spent(client.process.pid) - before) / count


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as folder, Client(Path(folder), PULL, STATIC) as client:
        for lines in (100, 500, 2000):
            text = program(lines)
            uri = client.open(f"of_{lines}.py", text)
            client.pulled(uri)
            taken, cpu = keystrokes(client, uri, text, count)
            p95 = taken[int(0.95 * (len(taken) - 1))]
            times = f"p50 {median(taken):.0f} ms, p95 {p95:.0f} ms, processor {cpu:.0f} ms"
            print(f"{text.count(chr(10)):5} lines: {times}", flush=True)
            client.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        text = program(100)
        uri = client.open("memory.py", text)
        for done in range(5):
            keystrokes(client, uri, text, 200 if done else 20)
            print(f"{200 * done:5} edits: {resident(client.process.pid):.0f} MB", flush=True)


if __name__ == "__main__":
    main()
