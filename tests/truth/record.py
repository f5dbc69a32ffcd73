"""Records what the real framework computes at each call of a program: the truth that claims are compared with.

    python record.py OUT DRIVER... [--root FOLDER]...

Each driver is run in a process of its own, with every call in its source, and in the sources under the roots that it
imports, wrapped so that the tensors in its result are noted. The frameworks' own sources are left as they are. Sites
are those of the `ast` module: 1-based lines, 0-based columns. OUT is a folder: one JSON file a driver.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import importlib.machinery
import json
import os
import sys
import traceback
from itertools import islice
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

HOOK = "__truth__"
MOST_RESULTS = 300
"""Distinct results of one site."""
MOST_ITEMS = 100
"""Items of a list, and entries of a dict, that are looked into."""
DEEPEST = 4

Site = tuple[str, int, int, int, int, str, str]
"""File, line, column, end line, end column, kind (call, name, op) and text."""
Leaf = tuple[tuple["int | None", ...] | None, str]
"""Shape and dtype."""


class Recorder:
    """Sites, and what was seen at each: for each distinct result its leaves by path ("", "[0]", ".logits" ...)."""

    def __init__(self) -> None:
        self.sites: list[Site] = []
        self.seen: dict[int, dict[tuple[tuple[str, Leaf], ...], None]] = {}

    def __call__(self, index: int, value: Any) -> Any:
        leaves = tuple(_leaves(value, "", DEEPEST))
        if leaves:
            found = self.seen.setdefault(index, {})
            if len(found) < MOST_RESULTS:
                found[leaves] = None
        return value

    def records(self) -> list[dict[str, Any]]:
        """What was seen, as JSON."""
        rows = []
        for index, found in sorted(self.seen.items(), key=lambda item: self.sites[item[0]]):
            file, line, col, end_line, end_col, kind, text = self.sites[index]
            rows.append({
                "file": file, "line": line, "col": col, "end_line": end_line, "end_col": end_col, "kind": kind,
                "text": text, "results": [dict(leaves) for leaves in found],
            })  # fmt: skip
        return rows


def _leaves(value: Any, path: str, depth: int) -> list[tuple[str, Leaf]]:
    """The tensors in a value, by path."""
    leaf = _tensor(value)
    if leaf is not None:
        return [(path, leaf)]
    if depth == 0 or isinstance(value, (str, bytes, int, float, type, ModuleType)) or value is None:
        return []
    if isinstance(value, (list, tuple)):
        items = enumerate(islice((list if isinstance(value, list) else tuple).__iter__(value), MOST_ITEMS))
        return [leaf for i, item in items for leaf in _leaves(item, f"{path}[{i}]", depth - 1)]
    if hasattr(type(value), "__dataclass_fields__"):
        held = vars(value) if hasattr(value, "__dict__") else {}
        return [leaf for key, item in held.items() for leaf in _leaves(item, f"{path}.{key}", depth - 1)]
    if isinstance(value, dict):
        entries = islice(dict.items(value), MOST_ITEMS)  # whatever a subclass makes of it
        return [leaf for key, item in entries for leaf in _leaves(item, f"{path}[{key!r}]", depth - 1)]
    return []


def _tensor(value: Any) -> Leaf | None:
    """Shape and dtype, if the value is a tensor or a variable of one of the frameworks."""
    for module, names in TENSORS.items():
        loaded = sys.modules.get(module)
        kinds = tuple(kind for name in names if isinstance(kind := getattr(loaded, name, None), type))
        if kinds and isinstance(value, kinds):
            shape = value.shape
            if module == "tensorflow":
                shape = None if shape.rank is None else shape.as_list()
            sizes = None if shape is None else tuple(None if size is None else int(size) for size in shape)
            return sizes, getattr(value.dtype, "name", str(value.dtype)).removeprefix("torch.")
    return None


TENSORS = {
    "torch": ("Tensor",), "numpy": ("ndarray",), "tensorflow": ("Tensor", "Variable"),
    "keras": ("KerasTensor", "Variable"),
}  # fmt: skip


class Wrapping(ast.NodeTransformer):
    """Wraps calls, what names are assigned, and operators; annotations stay as they are."""

    def __init__(self, recorder: Recorder, file: str) -> None:
        self.recorder = recorder
        self.file = file

    def wrap(self, node: ast.expr, place: ast.expr, kind: str, text: str) -> ast.expr:
        sites = self.recorder.sites
        sites.append((
            self.file, place.lineno, place.col_offset, place.end_lineno or 0, place.end_col_offset or 0, kind, text,
        ))  # fmt: skip
        wrapped = ast.Call(ast.Name(HOOK, ast.Load()), [ast.Constant(len(sites) - 1), node], [])
        return ast.fix_missing_locations(ast.copy_location(wrapped, node))

    def visit_Call(self, node: ast.Call) -> ast.expr:
        text = ast.unparse(node.func)
        self.generic_visit(node)
        return self.wrap(node, node, "call", text if len(text) <= 100 else f"{text[:100]}...")

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        return self.wrap(node, node, "op", type(node.op).__name__)

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        return self.wrap(node, node, "op", "[]") if isinstance(node.ctx, ast.Load) else node

    def visit_Assign(self, node: ast.Assign) -> ast.Assign:
        self.generic_visit(node)
        for target in node.targets:
            if isinstance(target, ast.Name):
                node.value = self.wrap(node.value, target, "name", target.id)
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AnnAssign:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        returns, node.returns = node.returns, None
        self.generic_visit(node)
        node.returns = returns
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        node.body = [self.visit(statement) for statement in node.body]
        return node

    def visit_TypeAlias(self, node: ast.AST) -> ast.AST:
        return node


def instrument(recorder: Recorder, text: str | bytes, file: str) -> CodeType:
    """The code of a source file, with its calls wrapped."""
    tree = Wrapping(recorder, file).visit(ast.parse(text, file))
    code: CodeType = compile(tree, file, "exec", dont_inherit=True)
    return code


class Loader(importlib.machinery.SourceFileLoader):
    """Reads a source file past its cached bytecode."""

    recorder: Recorder

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        return instrument(self.recorder, self.get_data(path), path)


class Finder:
    """Finds modules as usual; those of source files under the roots are instrumented."""

    def __init__(self, recorder: Recorder, roots: list[str]) -> None:
        self.recorder = recorder
        self.roots = tuple(os.path.realpath(root) + os.sep for root in roots)

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        file = spec.origin if spec is not None else None
        if spec is None or file is None or not isinstance(spec.loader, importlib.machinery.SourceFileLoader):
            return None
        if not os.path.realpath(file).startswith(self.roots):
            return None
        loader = Loader(name, file)
        loader.recorder = self.recorder
        spec.loader = loader
        return spec


def start(roots: list[str]) -> Recorder:
    """From here on modules under the roots are instrumented."""
    recorder = Recorder()
    setattr(builtins, HOOK, recorder)
    sys.meta_path.insert(0, Finder(recorder, roots))  # type: ignore[arg-type]
    return recorder


def run(recorder: Recorder, driver: str) -> str | None:
    """Runs a driver as the main program; the error that ended it, if one did."""
    main = ModuleType("__main__")
    main.__file__ = driver
    sys.modules["__main__"] = main
    sys.argv = [driver]
    sys.path.insert(0, os.path.dirname(os.path.abspath(driver)))
    try:
        exec(instrument(recorder, Path(driver).read_bytes(), driver), main.__dict__)
    except SystemExit:
        return None
    except BaseException as error:  # whatever a driver raises is told, not passed on
        traceback.print_exc()
        return f"{type(error).__name__}: {error}"[:500]
    return None


def record(driver: str, out: Path, roots: list[str]) -> bool:
    """The truth of one driver, in a process of its own; what was imported before is shared."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == 0
    recorder: Recorder = getattr(builtins, HOOK)
    error = run(recorder, driver)
    told = {"driver": driver, "error": error, "sites": recorder.records()}
    out.write_text(json.dumps(told), encoding="utf-8")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(error is not None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("drivers", nargs="+")
    parser.add_argument("--root", action="append", default=[], help="a folder whose sources are recorded, too")
    parser.add_argument("--before", help="a program that is run before the first driver, and not recorded")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    start([*given.root, *sorted({os.path.dirname(os.path.abspath(driver)) for driver in given.drivers})])
    if given.before:
        kept = {"__name__": "before"}  # what it makes lives as long as this process
        exec(compile(Path(given.before).read_text(encoding="utf-8"), given.before, "exec"), kept)
    for driver in map(os.path.abspath, given.drivers):
        good = record(driver, given.out / f"{Path(driver).stem}.json", given.root)
        print(f"{'recorded' if good else 'FAILED'} {driver}", flush=True)


if __name__ == "__main__":
    main()
