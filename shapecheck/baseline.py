"""What is known already: findings told apart by the text of their line, so that they are the same when lines move."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Any

from .config import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .findings import Finding
    from .source.module import Module

_VERSION = 1


def fingerprints(findings: Sequence[Finding], module: Module | None) -> list[str]:
    """For each finding of a file a hash of its rule and of the text of its line, and, after a colon, which one of that
    hash it is, from 1."""
    from hashlib import sha256

    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        line = finding.span.line
        text = module.lines[line - 1] if module is not None and line <= len(module.lines) else ""
        told = f"{finding.name}\0{' '.join(text.split())}"
        key = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[key] += 1
        made.append(f"{key}:{seen[key]}")
    return made


class Baseline:
    """The findings in a file, by the paths of theirs from its folder."""

    def __init__(self, file: str, known: dict[str, list[dict[str, Any]]]) -> None:
        self.file = file
        self.folder = os.path.dirname(os.path.abspath(file))
        self._known = known

    @classmethod
    def read(cls, file: str) -> Baseline:
        """Raises ConfigError for a file that is not there, or is no baseline."""
        import json

        try:
            with open(file, encoding="utf-8") as stream:
                document = json.load(stream)
        except OSError as problem:
            raise ConfigError(f"{file}: cannot be read: {problem.strerror}") from None
        except (ValueError, RecursionError):
            raise ConfigError(f"{file}: is not a baseline (no JSON)") from None
        found = document.get("findings") if isinstance(document, dict) else None
        known: dict[str, Any] = found if isinstance(found, dict) and document.get("version") == _VERSION else {"": None}
        if not all(map(_is_known, known.values())):
            raise ConfigError(f"{file}: is not a baseline of this version (--update-baseline writes one)")
        return cls(file, known)

    def new(self, path: str, findings: Sequence[Finding], module: Module | None) -> list[Finding]:
        """The findings of a file that are not in the baseline."""
        known = {entry["fingerprint"] for entry in self._known.get(self._name(path), ())}
        if not known:
            return list(findings)
        pairs = zip(findings, fingerprints(findings, module), strict=True)
        return [finding for finding, key in pairs if key not in known]

    def put(self, path: str, findings: Sequence[Finding], module: Module | None) -> None:
        """These are now the known ones of a file."""
        keys = fingerprints(findings, module)
        entries = [
            {"rule": finding.name, "fingerprint": key, "message": finding.message}
            for finding, key in zip(findings, keys, strict=True)
        ]
        self._known[self._name(path)] = entries

    def write(self) -> int:
        """Writes the file, without the files that are gone or have none; the number of findings in it."""
        import json

        kept = {
            name: entries
            for name, entries in sorted(self._known.items())
            if entries and os.path.exists(os.path.join(self.folder, name))
        }
        text = json.dumps({"version": _VERSION, "findings": kept}, indent=2, ensure_ascii=False)
        try:
            with open(self.file, "w", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(text + "\n")
        except OSError as problem:
            raise ConfigError(f"{self.file}: cannot be written: {problem.strerror}") from None
        return sum(map(len, kept.values()))

    def _name(self, path: str) -> str:
        return os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")


def _is_known(entries: object) -> bool:
    """What stands for one file."""
    return isinstance(entries, list) and all(
        isinstance(entry, dict) and isinstance(entry.get("fingerprint"), str) for entry in entries
    )


def start(file: str) -> Baseline:
    """The baseline that is to be updated; an empty one where there is none. Raises ConfigError."""
    return Baseline.read(file) if os.path.exists(file) else Baseline(file, {})

