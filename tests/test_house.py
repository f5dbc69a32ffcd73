"""The rules of the house: who imports whom, how long things are, and that kinds and rules are the same set."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from shapecheck.rules import catalogue
from shapecheck.rules.base import Rule
from shapecheck.rules.judge import LOOKING

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "shapecheck"
FILES = sorted(PACKAGE.rglob("*.py"))
ORDER = (
    "core", "algebra", "frameworks", "source", "ir", "interp", "findings", "rules", "fixes", "dryrun", "patterns",
    "config", "baseline", "unused", "api", "report", "server", "cli",
)  # fmt: skip
"""Each imports only what stands before it."""

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
TABLES = {
    "frameworks/index.py": "generated",
}
"""Files that may be longer, each with the reason."""

LIBRARIES = ("torch", "tensorflow", "keras", "numpy", "sklearn", "pandas", "libcst")
RAISED_BY_US = {"syntax-error", "unreadable", "unused-ignore"}
"""Kinds about the analysis itself: the session makes them, not a shape function."""

modules = pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes below, without what only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)):
            yield child
            yield from walk(child)


def imported(path: Path) -> Iterator[str]:
    """The full names of the modules that a file imports when it runs."""
    package = ("shapecheck", *path.relative_to(PACKAGE).parts[:-1])
    for node in walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*base, *([node.module] if node.module else [])))
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def part(name: str) -> str:
    """The package, or the module at the top, that a full name belongs to."""
    return name.split(".")[1] if name.startswith("shapecheck.") else ""


@modules
def test_packages_import_leftwards(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if own not in ORDER:
        return
    later = set(ORDER[ORDER.index(own) + 1 :])
    assert [name for name in imported(path) if part(name) in later] == []


@modules
def test_sizes(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE or path.relative_to(PACKAGE).as_posix() in TABLES
    functions = (n for n in ast.walk(tree(path)) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef)))
    lengths = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


@modules
def test_frameworks_are_not_imported(path: Path) -> None:
    """Only the worker of the dry run, and the fixes with libcst, import what is slow."""
    if path.relative_to(PACKAGE).parts[0] in ("dryrun", "fixes"):
        return
    assert [name for name in imported(path) if name.partition(".")[0] in LIBRARIES] == []


@pytest.mark.parametrize("package", ["ir", "interp", "core", "algebra", "source"])
def test_no_library_names(package: str) -> None:
    """What knows a library is a declaration, and stands in frameworks/."""
    found = []
    for path in (PACKAGE / package).rglob("*.py"):
        documentation = set(docstrings(tree(path)))
        for node in ast.walk(tree(path)):
            text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            if node not in documentation and text.partition(".")[0] in LIBRARIES:
                found.append(f"{path.name}:{node.lineno} {text}")  # type: ignore[attr-defined]
    assert found == []


def docstrings(module: ast.Module) -> Iterator[ast.AST]:
    """Texts that stand alone as a statement."""
    for node in ast.walk(module):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


PACKAGES = sorted(path.parent.relative_to(ROOT).as_posix() for path in PACKAGE.rglob("__init__.py"))


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_say_what_they_are_for(package: str) -> None:
    text = ast.get_docstring(tree(ROOT / package / "__init__.py")) or ""
    lines = len(text.splitlines())
    assert 1 <= lines <= 8


def test_every_folder_of_code_is_a_package() -> None:
    assert sorted({path.parent for path in FILES} - {path.parent for path in PACKAGE.rglob("__init__.py")}) == []


# -- kinds and rules -------------------------------------------------------------------------------------------------


@functools.cache
def kinds() -> dict[str, str]:
    """Every kind that code outside of rules/ raises or remarks, with a place where it does."""
    found: dict[str, str] = {}
    names = {rule.name() for rule in catalogue()}
    for path in FILES:
        if path.is_relative_to(PACKAGE / "rules"):
            continue
        for kind, line in kinds_in(tree(path), names):
            found.setdefault(kind, f"{path.relative_to(PACKAGE)}:{line}")
    return found


def kinds_in(module: ast.Module, names: set[str]) -> Iterator[tuple[str, int]]:
    """The first argument of `Mismatch` and `remark`, the third of `require_equal`, or their `kind=`; the default of a
    parameter `kind`; and every other text that is the name of a rule, for helpers pass kinds on."""
    for node in ast.walk(module):
        given: list[ast.expr | None] = []
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            at = {"Mismatch": 0, "remark": 0, "Remark": 0, "require_equal": 2}.get(name)
            if at is not None:
                given = [*node.args[at : at + 1], *(word.value for word in node.keywords if word.arg == "kind")]
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not node.decorator_list:
            given = [default for parameter, default in defaults(node.args) if parameter == "kind"]
        elif isinstance(node, ast.Constant) and node.value in names:
            given = [node]
        for value in given:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield value.value, value.lineno


def defaults(arguments: ast.arguments) -> Iterator[tuple[str, ast.expr | None]]:
    positional = [*arguments.posonlyargs, *arguments.args]
    if arguments.defaults:
        for parameter, default in zip(positional[-len(arguments.defaults) :], arguments.defaults, strict=True):
            yield parameter.arg, default
    for parameter, optional in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield parameter.arg, optional


def test_every_kind_has_a_rule() -> None:
    names = {rule.name() for rule in catalogue()}
    assert {kind: place for kind, place in kinds().items() if kind not in names} == {}


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.name())
def test_every_rule_is_raised_somewhere(rule: type[Rule]) -> None:
    acts = any(getattr(rule, name) is not getattr(Rule, name) for name in ("claims", "look", "finish"))
    raised = rule.name() in kinds()
    assert acts or raised or rule.name() in RAISED_BY_US
    claimed = any(rule.name() in other.special for other in catalogue())
    assert (rule.claims is not Rule.claims) == claimed
    assert (rule.look is not Rule.look or rule.finish is not Rule.finish) == (rule.name() in LOOKING)


# -- the static path -------------------------------------------------------------------------------------------------

CHECK = """
import sys
from shapecheck.api import Session
from shapecheck.config import Config
for path in sys.argv[1:]:
    Session(Config(static=True)).check(path)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_static_check_imports_no_framework() -> None:
    seeds = ROOT / "fixtures" / "seeds"
    programs = [str(next(path for path in sorted(folder.glob("*.py")))) for folder in sorted(seeds.iterdir())]
    command = [sys.executable, "-c", CHECK, *programs]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert ended.returncode == 0, ended.stderr
    assert set(ended.stdout.split()) & set(LIBRARIES) == set()


def test_every_name_is_declared_once() -> None:
    """Loading all declarations together raises nothing: `declare` refuses a second record."""
    load = "from shapecheck import frameworks\nfor root in frameworks.PACKAGES: frameworks.load(root)"
    ended = subprocess.run([sys.executable, "-c", load], capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert ended.returncode == 0, ended.stderr
