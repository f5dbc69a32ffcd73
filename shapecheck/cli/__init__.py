"""The command line: one file a command, each loaded when it is called."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

from .. import __version__

COMMANDS = ("check", "show", "rule", "run", "doctor", "server")


class Commands(click.Group):
    """Loads the command that is called; what is no command's name is the first argument of `check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of a name."""
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f".{name}", __name__), name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """`shapecheck PATH` is `shapecheck check PATH`."""
        if not args or args[0] not in (*COMMANDS, "-h", "--help", "--version"):
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="shapecheck")
def shapecheck() -> None:
    """Find shape, dtype, label and loss mistakes in Keras, TensorFlow, PyTorch and NumPy programs before they run.

    `shapecheck PATH...` is `shapecheck check PATH...`; see `shapecheck check -h` for its options.
    """


def main() -> None:
    """Run the command line and exit: 0 clean, 1 findings, 2 wrong usage or an internal error."""
    gc.set_threshold(20_000, 20, 20)  # an analysis makes many small objects, and keeps most of them
    try:
        sys.exit(_run())
    except BrokenPipeError:
        # who reads the output has gone away: the interpreter must not complain when it flushes
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _run() -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = shapecheck.main(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as problem:
        click.echo(f"shapecheck: {problem.format_message()}", err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        raise
    except Exception as problem:
        click.echo(f"shapecheck: {internal_error(problem)}", err=True)
        return 2
    return code if isinstance(code, int) else 0


def internal_error(problem: Exception) -> str:
    """A failure of shapecheck itself, in one line; with its traceback for those who ask for it."""
    if os.environ.get("SHAPECHECK_TRACEBACK"):
        raise problem
    told = " ".join(f"{type(problem).__name__}: {problem}".split())
    return f"internal error: {told} (SHAPECHECK_TRACEBACK=1 shows where)"
