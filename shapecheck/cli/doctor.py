"""`shapecheck doctor`: what a check would use here, and what is wrong with it."""

from __future__ import annotations

import os
import sys
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from .. import __version__
from ..config import Config, ConfigError, load, override

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..dryrun.conversation import Worker

_FRAMEWORKS = ("torch", "keras", "tensorflow", "numpy")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("path", default=".", metavar="[PATH]")
@click.option("--config", "file", metavar="FILE", help="The configuration file, instead of the closest one.")
@click.option("--isolated", is_flag=True, help="Use no configuration file.")
@click.option("--python", metavar="PATH", help="The interpreter of the dry run.")
@click.option("--cache-dir", metavar="FOLDER", envvar="SHAPECHECK_CACHE_DIR", help="Where answers are remembered.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
def doctor(
    path: str, file: str | None, isolated: bool, python: str | None, cache_dir: str | None, output_format: str
) -> int:
    """Tell which interpreter, frameworks, configuration and cache a check of PATH uses; each framework is imported.

    Exits with 1 where the interpreter or a framework does not work, or no framework is found.
    """
    try:
        config = override(load([path], file, isolated), {"python": python, "cache_dir": cache_dir})
    except ConfigError as problem:
        raise click.ClickException(str(problem)) from None
    found = diagnose(config)
    if output_format == "json":
        from json import dumps

        click.echo(dumps(found, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_text(found)))
    return 0 if found["ok"] else 1


def diagnose(config: Config) -> dict[str, Any]:
    """What is there, as a tool reads it."""
    from ..dryrun.conversation import Failed, Worker, interpreter

    found: dict[str, Any] = {
        "shapecheck": {"version": __version__, "python": sys.version.split()[0], "executable": sys.executable},
        "configuration": config.file or None,
        "cache": _cache(config),
        "dry_run": {"static": config.static, "executable": None, "chosen_by": _chosen_by(config), "python": None},
        "frameworks": {},
        "problem": None,
    }
    try:
        with Worker(config.python) as worker:
            found["dry_run"]["executable"] = interpreter(config.python)
            worker.start()
            found["dry_run"]["python"] = worker.hello.get("python")
            found["frameworks"] = {name: _framework(worker, name) for name in _FRAMEWORKS}
    except Failed as problem:
        found["problem"] = str(problem)
    there = [each for each in found["frameworks"].values() if each is not None]
    if not there and found["problem"] is None:
        found["problem"] = "none of the frameworks is installed: findings are not confirmed"
    found["ok"] = found["problem"] is None and not any(each["problem"] for each in there)
    return found


def _chosen_by(config: Config) -> str:
    if config.python is not None:
        return "--python, or the configuration"
    names = [name for name in ("VIRTUAL_ENV", "CONDA_PREFIX") if os.environ.get(name)]
    return f"{names[0]}, the active environment" if names else "shapecheck's own interpreter"


def _cache(config: Config) -> dict[str, Any]:
    folder = config.cache_folder
    if folder is None:
        return {"folder": None, "answers": 0, "writable": False}
    from ..dryrun.store import Store

    there = os.path.isdir(folder)
    above = folder if there else os.path.dirname(folder)
    return {"folder": folder, "answers": Store(folder).count, "writable": os.access(above, os.W_OK)}


def _framework(worker: Worker, name: str) -> dict[str, Any] | None:
    """The version, the seconds that the import took, and what is wrong; None where it is not installed."""
    from ..dryrun.conversation import Failed

    worker.start()
    installed = worker.hello["frameworks"].get(name)
    if installed is None:
        return None
    start = monotonic()
    try:
        return {"version": worker.load(name), "seconds": round(monotonic() - start, 1), "problem": None}
    except Failed as problem:
        return {"version": installed, "seconds": round(monotonic() - start, 1), "problem": str(problem)}


def _text(found: dict[str, Any]) -> Iterator[str]:
    own, dry, cache = found["shapecheck"], found["dry_run"], found["cache"]
    yield f"shapecheck     {own['version']}, Python {own['python']} ({own['executable']})"
    yield f"configuration  {found['configuration'] or 'none: the defaults'}"
    if cache["folder"] is None:
        yield "cache          none"
    else:
        state = f"{cache['answers']} answers" if cache["writable"] else "cannot be written to"
        yield f"cache          {cache['folder']} ({state})"
    version = f"Python {dry['python']}" if dry["python"] else "no answer"
    yield f"dry run        {dry['executable'] or 'no interpreter'}, {version} (chosen by {dry['chosen_by']})"
    if dry["static"]:
        yield "               the configuration says static: the dry run is off"
    for name, each in found["frameworks"].items():
        if each is None:
            said = "not installed"
        else:
            said = each["problem"] or f"imported in {each['seconds']} s"
            said = f"{each['version']}, {' '.join(said.split())}"
        yield f"  {name:12} {said}"
    if found["problem"]:
        yield f"problem        {found['problem']}"
