"""`shapecheck server`: the language server."""

from __future__ import annotations

import click


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--stdio", is_flag=True, help="Talk on standard input and output; there is no other way.")
def server(stdio: bool) -> int:
    """Run the language server, for editors to start."""
    try:
        from ..server.app import serve
    except ModuleNotFoundError as problem:
        if (problem.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise click.ClickException('the language server needs pygls: pip install "shapecheck-dl[server]"') from None
    return serve()
