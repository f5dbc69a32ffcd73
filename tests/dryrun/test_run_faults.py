"""Programs that end, wait, flood or reach for the world: `shapecheck run` survives them, and nothing is done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .running import execute

pytestmark = pytest.mark.slow

WRONG = "import numpy\nnumpy.zeros(3) + numpy.zeros(4)\n"


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("import os\nos._exit(3)\n", "ends itself"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n", "ends itself"),
        ("import sys\nsys.exit('no GPU')\n", "no GPU"),
        ("import ctypes\nctypes.string_at(0)\n", "the process ended with"),
        ("import time\nwhile True:\n    time.sleep(10)\n", "does not end"),
        ("raise KeyboardInterrupt\n", "interrupted"),
        ("import urllib.request\nurllib.request.urlopen('http://example.com')\n", "nothing is fetched"),
        ("import nowhere_to_be_found\n", "No module named"),
        ("open('missing.csv')\n", "No such file"),
        ("import numpy\nnumpy.ones((100000, 100000))\n", "more memory"),
        ("def f():\n    f()\ntry:\n    f()\nexcept RecursionError:\n    raise SystemExit(4)\n", "ends itself with 4"),
    ],
)
def test_what_ends_a_program_is_told(tmp_path: Path, program: str, why: str) -> None:
    began = time.monotonic()
    outcome = execute(tmp_path, program, seconds=30)
    assert (outcome.told, outcome.finished) == ([], False)
    assert why in outcome.why
    assert time.monotonic() - began < 25


@pytest.mark.parametrize(
    "program",
    [
        "import os\npid = os.fork()\nif pid == 0:\n    while True: pass\nos.waitpid(pid, 0)\n",
        "import time\nfor second in range(1000):\n    time.sleep(10)\n",
        "import sys\nassert sys.stdin.read() == ''\n",
        "import sys\nfor line in range(200_000):\n    print('x' * 100)\nsys.stderr.write('y' * 10_000_000)\n",
        "import multiprocessing\nworker = multiprocessing.Process(target=print)\nworker.start()\nworker.join()\n",
        "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\n",
        "import threading\nthreading.Thread(target=threading.Event().wait).start()\n",
    ],
    ids=["fork", "sleep", "stdin", "flood", "process", "signals", "thread"],
)
def test_what_follows_is_executed(tmp_path: Path, program: str) -> None:
    line = program.count("\n") + 2
    assert execute(tmp_path, program + WRONG, seconds=30).told == [(line, "error", "elementwise-shape-mismatch")]


@pytest.mark.parametrize("program", ["while True:\n    pass\n", "import re\nre.match('(a+)+$', 'a' * 40 + 'b')\n"])
def test_the_time_is_limited(tmp_path: Path, program: str) -> None:
    outcome = execute(tmp_path, program, seconds=3)
    assert outcome.told == []
    assert "time is up" in outcome.why or "does not end" in outcome.why


def test_made_up_input_proves_nothing(tmp_path: Path) -> None:
    outcome = execute(tmp_path, "size = int(input('size? '))\n" + WRONG.replace("3", "size + 2"))
    assert outcome.told == []
    assert "answered with 1" in outcome.notes


def test_the_world_stays_as_it_is(tmp_path: Path) -> None:
    program = """
    import os, shutil, subprocess
    from pathlib import Path
    import numpy as np

    os.system("touch made")
    subprocess.run(["touch", "made"], check=True)
    with subprocess.Popen("touch made", shell=True) as process:
        assert process.wait() == 0
    Path("made").write_text("text")
    assert Path("made").read_text() == "text" and os.path.exists("made")
    with open("kept.txt", "a") as file:
        file.write(" and more")
    assert open("kept.txt").read() == "kept and more"
    os.makedirs("folder/below")
    assert os.path.isdir("folder/below")
    open("folder/below/file", "w").close()
    np.save("array.npy", np.zeros(3))
    assert np.load("array.npy").shape == (3,)
    os.remove("kept.txt")
    shutil.rmtree(".")
    np.zeros(3) + np.zeros(4)
    """
    (tmp_path / "kept.txt").write_text("kept")
    outcome = execute(tmp_path, program)
    assert outcome.told == []  # for a process that was not started may have made files
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.txt", "program.py"]
    assert (tmp_path / "kept.txt").read_text() == "kept"


def command(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line, in a folder."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent.parent), "NO_COLOR": "1"}
    given = [sys.executable, "-m", "shapecheck", "run", "--isolated", *arguments]
    return subprocess.run(given, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


def test_command(tmp_path: Path) -> None:
    (tmp_path / "wrong.py").write_text(f"import sys\nprint(sys.argv)\n{WRONG}")
    ended = command(tmp_path, "wrong.py")
    assert ended.returncode == 1
    assert ended.stdout.startswith("wrong.py:4:1: error SHP140 elementwise-shape-mismatch: ")
    assert "ran no training step" in ended.stdout.splitlines()[-1]
    ended = command(tmp_path, "--output-format", "json", "--show-output", "wrong.py", "--", "--flag", "4")
    (found,) = json.loads(ended.stdout)
    assert (found["code"], found["location"], found["end_location"]["column"]) == (
        "SHP140", {"row": 4, "column": 1 if sys.version_info >= (3, 11) else found["location"]["column"]}, 32,
    )  # fmt: skip
    assert "['wrong.py', '--flag', '4']" in ended.stderr
    assert command(tmp_path, "--ignore", "SHP140", "wrong.py").returncode == 0


def test_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text("print()\n")
    for arguments in (["missing.py"], ["--python", "nowhere", "right.py"], ["--timeout", "0", "right.py"]):
        ended = command(tmp_path, *arguments)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert len(ended.stderr.splitlines()) == 1
    assert command(tmp_path, "right.py").returncode == 0


def test_a_check_never_loads_it() -> None:
    """Only the command imports what starts programs."""
    told = "import sys, shapecheck.api, shapecheck.cli.check, shapecheck.dryrun.confirm\nprint(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert not {name for name in ended.stdout.split() if "dryrun.run" in name}
