"""What the client asks for, and the configuration of each file: its project's, with the client's on top."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ..config import Config, ConfigError, load, override, settings

if TYPE_CHECKING:
    from collections.abc import Mapping

FILES = ("pyproject.toml", "shapecheck.toml", ".shapecheck.toml")
_PRINTED = ("output_format", "output_file", "color", "statistics", "quiet", "exit_zero", "gaps")
"""Settings about printing; a server does not print."""


class Settings:
    """inlay_hints: off unless asked for. dry_run: try on the real framework what is found when a file is saved.
    delay: seconds from the last change to the analysis."""

    def __init__(self) -> None:
        self.inlay_hints = False
        self.dry_run = True
        self.delay = 0.02
        self.problems: list[str] = []
        """What could not be used, to be told once."""
        self._given: dict[str, Any] = {}
        self._configs: dict[str, Config] = {}

    def take(self, asked: object) -> None:
        """The client's settings: `inlayHints`, `dryRun`, `delay` in milliseconds, and `configuration`, a table like
        the one in pyproject.toml. They may be below a key `settings` or `shapecheck`."""
        self._configs.clear()
        for key in ("settings", "shapecheck"):
            if isinstance(asked, dict) and isinstance(asked.get(key), dict):
                asked = asked[key]
        if not isinstance(asked, dict):
            return
        for key, name in (("inlayHints", "inlay_hints"), ("dryRun", "dry_run")):
            if isinstance(asked.get(key), bool):
                setattr(self, name, asked[key])
        delay = asked.get("delay")
        if isinstance(delay, (int, float)) and not isinstance(delay, bool) and 0 <= delay <= 10_000:
            self.delay = delay / 1000
        table = asked.get("configuration")
        if isinstance(table, dict):
            self._given = self._usable(table)

    def forget(self) -> None:
        """A configuration file has changed."""
        self._configs.clear()

    def config(self, path: str) -> Config:
        """The configuration of a file; one that cannot be used is told, and is the default."""
        folder = os.path.dirname(path)
        if folder not in self._configs:
            try:
                config = override(load([path]), self._given)
            except ConfigError as problem:
                self.problems.append(str(problem))
                config = Config(root=folder)
            self._configs[folder] = config
        return self._configs[folder]

    def _usable(self, table: Mapping[str, Any]) -> dict[str, Any]:
        """The settings of a table that mean something here, each checked on its own."""
        known = settings()
        usable: dict[str, Any] = {}
        for key, value in table.items():
            name = str(key).replace("-", "_")
            if name in _PRINTED:
                continue
            try:
                if name not in known:
                    raise ConfigError(f"unknown setting `{key}`")
                override(Config(), {name: value})
                usable[name] = value
            except ConfigError as problem:
                self.problems.append(str(problem))
        return usable
