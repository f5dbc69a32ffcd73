"""Started as: python child.py FOLDER SECONDS BYTES SCRIPT [ARGUMENT]...

Executes SCRIPT as the main program, and tells what it finds in a file of that folder, where all that the
program writes goes, too.
"""

from __future__ import annotations

import builtins
import importlib.util
import os
import sys
from typing import Any

PACKAGE = "_shapecheck_run"


def load() -> Any:
    """This folder as a package under a name that no program has."""
    folder = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [path for path in sys.path if os.path.abspath(path or ".") != folder]
    spec = importlib.util.spec_from_file_location(
        PACKAGE, os.path.join(folder, "__init__.py"), submodule_search_locations=[folder]
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)
    return importlib.import_module(PACKAGE + ".child")


def limit(most_bytes: int) -> None:
    """Bounds the memory of the process, where the system can."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (most_bytes, most_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass


def main(written: str, seconds: float, most_bytes: int, script: str, arguments: list[str]) -> None:
    """The whole run; it never raises."""
    from . import frameworks, inert, rewriting, telling, world
    from .state import STATE

    telling.open_file(written)
    STATE.seconds = seconds
    limit(most_bytes)
    path = os.path.abspath(script)
    folder, here = os.path.dirname(path), os.getcwd()
    inside = path.startswith(os.path.join(here, "")) and here not in (os.path.expanduser("~"), os.sep)
    STATE.root = here if inside else folder
    world.FOLDER[:] = [written]
    sys.meta_path[:0] = [inert.Finder(), rewriting.Finder(), frameworks.Finder()]
    sys.argv[:] = [script, *arguments]
    sys.path.insert(0, folder)
    alarm(seconds)
    world.tame()
    try:
        execute(path)
    except BaseException as error:
        telling.ended(error)
    else:
        telling.tell("finished")
    alarm(0)
    telling.summary(**frameworks.wanted())
    leave()


def execute(path: str) -> None:
    """Runs the file as `__main__`."""
    from . import loops, rewriting

    module: Any = type(sys)("__main__")
    module.__dict__.update(__file__=path, __builtins__=builtins, __loader__=None, __spec__=None)
    module.__dict__[rewriting.NAME] = loops
    with open(path, "rb") as file:
        code = rewriting.compiled(file.read(), path)
    sys.modules["__main__"] = module
    exec(code, module.__dict__)


def alarm(seconds: float) -> None:
    """Ends the program when its time is up, as long as it executes Python."""
    import signal

    from .state import STATE, Ended, at

    def late(*_: Any) -> None:
        STATE.late = f"the time is up (--timeout){at()}"
        raise Ended(STATE.late)

    if hasattr(signal, "SIGALRM"):
        from .world import _SIGNAL

        _SIGNAL(signal.SIGALRM, late)
        signal.setitimer(signal.ITIMER_REAL, max(seconds, 0))


def leave() -> None:
    """Ends the process at once: no thread or handler of the program's can keep it."""
    from .world import _EXIT

    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            continue
    _EXIT(0)


if __name__ == "__main__":
    load().main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5:])
