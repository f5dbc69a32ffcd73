"""What can be set: one record, from whose fields the command-line options and the `[tool.shapecheck]` keys come."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from .patterns import anchored, matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .core.said import Said

OUTPUT_FORMATS = (
    "text", "full", "concise", "json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson",
)  # fmt: skip
COLORS = ("auto", "always", "never")
FILE_NAMES = (".shapecheck.toml", "shapecheck.toml", "pyproject.toml")
EXCLUDED = (
    "__pycache__", "__pypackages__", "_build", "build", "buck-out", "dist", "node_modules", "site-packages", "venv",
)  # fmt: skip


class ConfigError(Exception):
    """A setting that cannot be used. The message is one line and names the file or the option at fault."""


class Setting(NamedTuple):
    """How a field is set from outside. kind: strings, patterns, table, flag, text, number, choice, formats or
    inputs."""

    kind: str
    help: str
    option: str = ""
    short: str | None = None
    choices: tuple[str, ...] = ()
    metavar: str | None = None
    envvar: str | None = None
    rules: bool = False


def _setting(default: Any, kind: str, option: str, help: str, **more: Any) -> Any:
    """A field of `Config`. The key in a file is the field's name with dashes."""
    return field(default=default, metadata={"setting": Setting(kind, help, option, **more)})


@dataclass(frozen=True)
class Config:
    """The settings of one run. `root` is the folder that patterns are relative to: the configuration file's."""

    select: tuple[str, ...] = _setting(
        ("ALL",), "strings", "--select", "Report these rules only: codes, names, families such as SHP2, or ALL.",
        metavar="RULES", rules=True,
    )  # fmt: skip
    ignore: tuple[str, ...] = _setting(
        (), "strings", "--ignore", "Do not report these rules. The more exact of --select and --ignore wins.",
        metavar="RULES", rules=True,
    )  # fmt: skip
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = _setting(
        (), "table", "--per-file-ignores", "Rules not reported in files that match: PATTERN:RULE, comma separated.",
        metavar="PAIRS", rules=True,
    )  # fmt: skip
    exclude: tuple[str, ...] = _setting(
        EXCLUDED, "patterns", "--exclude", "Files and folders to leave out, in place of the usual ones.",
        metavar="PATTERNS",
    )  # fmt: skip
    extend_exclude: tuple[str, ...] = _setting(
        (), "patterns", "--extend-exclude", "More files and folders to leave out.", metavar="PATTERNS"
    )
    force_exclude: bool = _setting(
        False, "flag", "--force-exclude/--no-force-exclude", "Leave them out even when they are named as arguments."
    )
    output_format: tuple[str, ...] = _setting(
        ("text",), "formats", "--output-format",
        "How to print findings: " + ", ".join(OUTPUT_FORMATS) + ". FORMAT=FILE writes them to a file; may be repeated.",
        choices=OUTPUT_FORMATS, envvar="SHAPECHECK_OUTPUT_FORMAT", metavar="FORMAT[=FILE]",
    )  # fmt: skip
    output_file: str | None = _setting(
        None, "text", "--output-file", "Write the findings there, and not to standard output.", short="-o",
        metavar="FILE",
    )  # fmt: skip
    static: bool = _setting(
        False, "flag", "--static/--dry-run",
        "Only read the code; or also ask the real framework about findings and unknown calls (the default).",
    )  # fmt: skip
    python: str | None = _setting(
        None, "text", "--python", "The interpreter of the dry run: the project's. Default: the active one.",
        metavar="PATH",
    )  # fmt: skip
    cache: bool = _setting(
        True, "flag", "--cache/--no-cache", "Remember what the real framework said, for the next run."
    )
    cache_dir: str | None = _setting(
        None, "text", "--cache-dir", "Where. Default: .shapecheck_cache beside the configuration file, or here.",
        metavar="FOLDER", envvar="SHAPECHECK_CACHE_DIR",
    )  # fmt: skip
    data: bool = _setting(
        True, "flag", "--data/--no-data", "Look at the data files that the code reads, for their shapes."
    )
    inputs: tuple[tuple[str, Said], ...] = _setting(
        (), "inputs", "--input",
        "What the program does not tell: NAME=SHAPE or NAME=SHAPE:DTYPE, such as Net.forward.x=N,3,224,224:float32; "
        "may be repeated.", metavar="NAME=SHAPE:DTYPE",
    )  # fmt: skip
    keras_version: str = _setting(
        "auto", "choice", "--keras-version",
        "The Keras that the code is for. Default: the one that the project's files allow, or that its names belong to; "
        "else 3.", choices=("auto", "1", "2", "3"),
    )  # fmt: skip
    gaps: bool = _setting(False, "flag", "--gaps/--no-gaps", "List what was not followed, and why.")
    max_steps: int = _setting(
        200_000, "number", "--max-steps", "Steps of the analysis in one file, after which it ends.", metavar="N"
    )
    baseline: str | None = _setting(
        None, "text", "--baseline", "Do not report the findings that are in this file.", metavar="FILE"
    )
    statistics: bool = _setting(
        False, "flag", "--statistics/--no-statistics", "Print how many findings each rule has, instead of them."
    )
    quiet: bool = _setting(
        False, "flag", "--quiet/--no-quiet", "Print findings, and nothing of what was covered.", short="-q"
    )
    color: str = _setting("auto", "choice", "--color", "Colour in the text format.", choices=COLORS)
    exit_zero: bool = _setting(
        False, "flag", "--exit-zero/--no-exit-zero", "Exit with 0 even when there are findings.",
        short="-e",
    )  # fmt: skip
    root: str = ""
    file: str = ""
    """The configuration file, if there is one."""

    @property
    def cache_folder(self) -> str | None:
        """Where answers of the dry run are kept; None if they are not."""
        if not self.cache or not (self.cache_dir or self.root):
            return None
        return os.path.join(self.root, os.path.expanduser(self.cache_dir or ".shapecheck_cache"))

    def reports(self, code: str, name: str, path: str) -> bool:
        """Whether a rule's findings in a file are wanted."""
        if _strength(self.select, code, name) <= _strength(self.ignore, code, name):
            return False
        return not any(
            _strength(selectors, code, name) >= 0 and self.matches(path, (pattern,))
            for pattern, selectors in self.per_file_ignores
        )

    def excludes(self, path: str, itself: bool = False) -> bool:
        """Whether a path is left out; unless only `itself` is asked for, also because of a folder that it is in."""
        return self.matches(path, self.exclude + self.extend_exclude, itself)

    def matches(self, path: str, patterns: Iterable[str], itself: bool = False) -> bool:
        """A pattern without a slash names a file or folder below the root; one with a slash is a path from it."""
        return matches(path, patterns, self.root or os.getcwd(), itself)


def settings() -> dict[str, Setting]:
    """The settable fields of `Config`, by name."""
    return {each.name: each.metadata["setting"] for each in fields(Config) if "setting" in each.metadata}


def load(paths: Iterable[str] = (), file: str | None = None, isolated: bool = False) -> Config:
    """The configuration of a run: that of `file`, else of the file closest to what all paths have in common.

    Raises ConfigError.
    """
    if isolated:
        return Config(root=os.getcwd())
    if file is not None:
        table = _section(file)
        if table is None:
            raise ConfigError(f"{file}: has no [tool.shapecheck] table")
        return _with_table(table, file)
    found = _closest(_common_folder(paths))
    return _with_table(*found) if found else Config(root=os.getcwd())


def override(config: Config, given: Mapping[str, Any]) -> Config:
    """The configuration with what was given on the command line, by field; None was not given. Raises ConfigError."""
    known = settings()
    changes: dict[str, Any] = {}
    for name, value in given.items():
        if value is not None:
            changes[name] = _converted(value, known[name], known[name].option.partition("/")[0])
            if known[name].kind == "inputs":  # besides those of the file
                changes[name] = tuple({**dict(config.inputs), **dict(changes[name])}.items())
            elif name == "cache_dir":  # relative to here, not to the file, as patterns are
                changes[name] = os.path.abspath(os.path.expanduser(changes[name]))
            elif known[name].kind == "patterns":
                changes[name] = tuple(anchored(pattern, os.getcwd()) for pattern in changes[name])
            elif known[name].kind == "table":
                changes[name] = tuple((anchored(pattern, os.getcwd()), rules) for pattern, rules in changes[name])
    return replace(config, **changes)


def _common_folder(paths: Iterable[str]) -> str:
    absolute = [os.path.abspath(path) for path in paths]
    try:
        folder = os.path.commonpath(absolute) if absolute else os.getcwd()
    except ValueError:  # on different drives
        folder = os.getcwd()
    return folder if os.path.isdir(folder) else os.path.dirname(folder)


def _closest(folder: str) -> tuple[dict[str, Any], str] | None:
    while True:
        for name in FILE_NAMES:
            file = os.path.join(folder, name)
            if os.path.isfile(file) and (table := _section(file)) is not None:
                return table, file
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def _section(file: str) -> dict[str, Any] | None:
    """Our table in a TOML file; None when a pyproject.toml does not have it."""
    shared = os.path.basename(file) == "pyproject.toml"
    try:
        with open(file, encoding="utf-8") as stream:
            text = stream.read()
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "is not UTF-8"
        raise ConfigError(f"{_shown(file)}: cannot be read: {reason}") from None
    if shared and "shapecheck" not in text:
        return None
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        document: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise ConfigError(f"{_shown(file)}: is not valid TOML: {problem}") from None
    if not shared:
        return document
    tool = document.get("tool")
    table = tool.get("shapecheck") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{_shown(file)}: tool.shapecheck must be a table")
    return table


def _with_table(table: dict[str, Any], file: str) -> Config:
    known = {name.replace("_", "-"): (name, setting) for name, setting in settings().items()}
    root = os.path.dirname(os.path.abspath(file))
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            raise ConfigError(f"{_shown(file)}: unknown setting `{key}`{_closest_name(key, known)}")
        name, setting = known[key]
        values[name] = _converted(value, setting, f"{_shown(file)}: {key}")
    for name in ("baseline", "output_file"):
        if name in values:
            values[name] = os.path.join(root, values[name])
    python = values.get("python")
    if python and os.path.basename(python) != python:  # a path, not a command to look up
        values["python"] = os.path.join(root, python)
    return Config(**values, root=root, file=os.path.abspath(file))


def _converted(value: Any, setting: Setting, where: str) -> Any:
    """A value from a file or the command line as the field's type. Raises ConfigError."""
    if setting.kind == "flag" and isinstance(value, bool):
        return value
    if setting.kind == "number" and isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    if setting.kind == "text" and isinstance(value, str) and value:
        return value
    if setting.kind == "choice" and value in setting.choices:
        return value
    if setting.kind == "formats" and _are_formats(value, setting.choices):
        return (value,) if isinstance(value, str) else tuple(value)
    if setting.kind in ("strings", "patterns") and _all_text(value):
        return _selectors(value, where) if setting.rules else tuple(value)
    if setting.kind == "table" and isinstance(value, dict) and all(map(_all_text, value.values())):
        return tuple((pattern, _selectors(rules, where)) for pattern, rules in value.items())
    if setting.kind == "inputs" and isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
        return tuple((name, _input(name, text, where)) for name, text in value.items())
    expected = {
        "flag": "true or false", "number": "a positive whole number", "text": "a text that is not empty",
        "choice": f"one of {', '.join(setting.choices)}", "strings": "a list of texts", "patterns": "a list of texts",
        "table": "a table of lists of rules, by pattern", "inputs": "a table of texts such as \"N,3,224,224:float32\"",
    }  # fmt: skip
    expected["formats"] = expected["choice"]
    raise ConfigError(f"{where} must be {expected[setting.kind]}, not {value!r}")


def _input(name: str, text: str, where: str) -> Said:
    """What is said of the thing of a name. Raises ConfigError."""
    from .core.said import Unspeakable, parsed
    from .frameworks.python.hints import WORDS

    module, colon, rest = name.rpartition(":")
    if not all(part.isidentifier() for part in (*rest.split("."), *(module.split(".") if colon else ()))):
        raise ConfigError(f"{where}: `{name}` is no name such as `x`, `Net.forward.x` or `model:Net.forward.x`")
    try:
        said = parsed(text)
    except Unspeakable as problem:
        raise ConfigError(f"{where}: {name}: `{text}` {problem}") from None
    if said.library and said.library not in WORDS:
        raise ConfigError(f"{where}: {name}: `{text}` has an unknown library `{said.library}`")
    return said


def _are_formats(value: Any, known: tuple[str, ...]) -> bool:
    """One or several of `sarif` and `sarif=FILE`."""
    listed = [value] if isinstance(value, str) else value
    return _all_text(listed) and bool(listed) and all(
        name in known and bool(sign) == bool(file) for name, sign, file in (each.partition("=") for each in listed)
    )


def _all_text(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(each, str) and each for each in value)


def _selectors(given: Iterable[str], where: str) -> tuple[str, ...]:
    """Rule selectors as they are compared: codes and ALL in capitals, names small. Raises ConfigError."""
    selectors = tuple(_normal(each) for each in given)
    if all(each in ("ALL", "SHP") for each in selectors):
        return selectors
    from .rules import catalogue

    rules = [(rule.code, rule.name()) for rule in catalogue()]
    for selector in selectors:
        if not any(_strength((selector,), code, name) >= 0 for code, name in rules):
            names = [each for rule in rules for each in rule]
            raise ConfigError(f"{where}: unknown rule `{selector}`{_closest_name(selector, names)}")
    return selectors


def _normal(selector: str) -> str:
    upper = selector.strip().upper()
    is_code = upper == "ALL" or (upper.startswith("SHP") and upper[3:].isdigit()) or upper == "SHP"
    return upper if is_code else upper.lower().replace("_", "-")


def _strength(selectors: Iterable[str], code: str, name: str) -> int:
    """How exactly a rule is meant: -1 not at all, 0 by ALL, then by the length of the family, most by code or name."""
    best = -1
    for selector in selectors:
        if selector.lower() in (code.lower(), name.lower()):
            return len(code)
        if selector == "ALL":
            best = max(best, 0)
        elif selector.startswith("SHP") and code.startswith(selector):
            best = max(best, len(selector))
    return best


def _closest_name(name: str, names: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, list(names), n=1)
    return f"; did you mean `{close[0]}`?" if close else ""


def _shown(file: str) -> str:
    """A path as short as it can be shown."""
    relative = os.path.relpath(file) if os.path.splitdrive(os.path.abspath(file))[0] == "" else file
    return file if relative.startswith("..") else relative
