"""`shapecheck show FILE...`: the code with the shapes of its expressions."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from ..config import Config, ConfigError, load, override
from . import internal_error
from .programs import STANDARD_INPUT, complain, named, options, standard_input, tell_unmatched
from .walk import Complaint, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..api import Session
    from ..findings import Listing

_SETTINGS = ("exclude", "extend_exclude", "force_exclude", "python", "data", "inputs", "max_steps", "color")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--all-files", is_flag=True, help="Also the files of the project and of libraries that it imports.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@options(_SETTINGS)
def show(
    paths: tuple[str, ...], all_files: bool, output_format: str, file: str | None, isolated: bool,
    stdin_filename: str | None, **given: Any,
) -> int:  # fmt: skip
    """Print files with the shape and dtype of each assignment and call beside it; `-` is standard input."""
    names = named(paths, stdin_filename)
    try:
        config = override(load(names, file, isolated), given)
    except ConfigError as problem:
        raise click.ClickException(str(problem)) from None
    from ..api import Session
    from ..report import View, colored
    from ..report.shown import json, text

    view, failed = View(colored(config.color, sys.stdout)), list[str]()
    if paths == (STANDARD_INPUT,):
        texts: Iterable[tuple[str, bytes | None]] = standard_input(names, config)
    else:
        texts = _files(names, config, failed)
    with Session(config) as session:
        for piece in (json if output_format == "json" else text)(_listings(session, texts, all_files, failed), view):
            sys.stdout.write(piece)
        tell_unmatched(session)
    return 2 if failed else 0


def _files(names: tuple[str, ...], config: Config, failed: list[str]) -> Iterator[tuple[str, None]]:
    for found in find(names, config):
        if isinstance(found, Complaint):
            failed.append(str(found))
            complain(str(found))
        else:
            yield found, None


def _listings(
    session: Session, texts: Iterable[tuple[str, bytes | None]], all_files: bool, failed: list[str]
) -> Iterator[Listing]:
    """What is shown of each file, with its notes told on standard error. Where one cannot be read, or its analysis
    fails, the next ones are shown nevertheless."""
    from ..source.read import Unreadable, decode

    for path, data in texts:
        try:
            listing = session.show(path, None if data is None else decode(path, data), all_files)
        except Unreadable as problem:
            failed.append(path)
            complain(str(problem))
            continue
        except Exception as problem:
            failed.append(path)
            complain(f"{path}: {internal_error(problem)}")
            continue
        for note in listing.notes:
            complain(note if note.startswith(path) else f"{path}: {note}")
        if listing.module is None:
            failed.append(path)
        yield listing
