"""`shapecheck rule CODE|NAME`: the page of a rule, with its examples."""

from __future__ import annotations

from typing import NoReturn

import click


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("rule", required=False, metavar="[CODE|NAME]")
@click.option("--all", "every", is_flag=True, help="All rules, by code.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="How to print the page.")
def rule(rule: str | None, every: bool, output_format: str) -> int:
    """Explain a rule, by its code or its name, with examples."""
    from ..report.rulepage import entry, page
    from ..rules import catalogue, find

    if (rule is None) != every:
        raise click.UsageError("give one rule, by its code or its name, or --all")
    chosen = catalogue() if rule is None else [find(rule) or _unknown(rule)]
    if output_format == "json":
        from json import dumps

        entries = [entry(each) for each in chosen]
        click.echo(dumps(entries if every else entries[0], indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(page(each) for each in chosen), nl=False)
    return 0


def _unknown(given: str) -> NoReturn:
    from difflib import get_close_matches

    from ..rules import catalogue

    names = {name.lower(): name for each in catalogue() for name in (each.code, each.name())}
    close = get_close_matches(given.lower(), names, n=1)
    hint = f"; did you mean `{names[close[0]]}`?" if close else "; `shapecheck rule --all` lists them"
    raise click.ClickException(f"unknown rule `{given}`{hint}")
