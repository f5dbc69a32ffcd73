"""The program's own files, compiled with their loops under control. Lines and columns stay what they are."""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import os
import sys
from typing import Any

from . import loops
from .state import STATE, Place

NAME = "__shapecheck_loops__"
_GROWING = {"append", "extend", "add"}
_JOINING = {"cat", "concat", "concatenate", "append", "vstack", "hstack", "stack"}


class _Rewriter(ast.NodeTransformer):
    def __init__(self, path: str) -> None:
        self.path = path
        self.depth = 0

    def call(self, name: str, arguments: list[ast.expr], at: ast.AST) -> ast.expr:
        function = ast.Attribute(ast.Name(NAME, ast.Load()), name, ast.Load())
        made = ast.Call(function, arguments, [])
        return ast.fix_missing_locations(ast.copy_location(made, at))

    def here(self, node: Any) -> list[ast.expr]:
        return [ast.Constant(self.path), ast.Constant(node.lineno)]

    def visit_For(self, node: ast.For) -> ast.AST:
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1
        node.iter = self.call("rounds", [node.iter, *self.here(node)], node.iter)
        return node

    def visit_While(self, node: ast.While) -> ast.AST | list[ast.AST]:
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1
        name = f"_shapecheck_while_{node.lineno}_{node.col_offset}"
        endless = isinstance(node.test, ast.Constant) and bool(node.test.value) and not _breaks(node)
        made = self.call("While", [*self.here(node), ast.Constant(endless)], node.test)
        before = ast.copy_location(ast.Assign([ast.Name(name, ast.Store())], made), node)
        turn = ast.Call(ast.Attribute(ast.Name(name, ast.Load()), "turn", ast.Load()), [], [])
        node.test = ast.copy_location(ast.BoolOp(ast.And(), [ast.copy_location(turn, node.test), node.test]), node.test)
        return [ast.fix_missing_locations(before), ast.fix_missing_locations(node)]

    def _function(self, node: Any) -> ast.AST:
        outside, self.depth = self.depth, 0
        self.generic_visit(node)
        self.depth = outside
        return node  # type: ignore[no-any-return]

    visit_FunctionDef = visit_AsyncFunctionDef = visit_Lambda = _function

    def visit_Raise(self, node: ast.Raise) -> ast.AST:
        STATE.raising.update(Place(self.path, line) for line in range(node.lineno, (node.end_lineno or 0) + 1))
        return node

    def visit_Assert(self, node: ast.Assert) -> ast.AST:
        STATE.raising.update(Place(self.path, line) for line in range(node.lineno, (node.end_lineno or 0) + 1))
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        self.generic_visit(node)
        call = node.value
        if (
            isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in _GROWING
            and not call.keywords and not any(isinstance(each, ast.Starred) for each in call.args)
        ):  # fmt: skip
            node.value = self.call("append", [call.func.value, ast.Constant(call.func.attr), *call.args], call)
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        self.generic_visit(node)
        if self.depth and len(node.targets) == 1 and isinstance(node.value, ast.Call):
            name = ast.dump(_loaded(node.targets[0]))
            inner = [ast.dump(each) for each in ast.walk(node.value) if isinstance(each, (ast.Name, ast.Attribute))]
            function = node.value.func
            last = getattr(function, "attr", getattr(function, "id", ""))
            if last in _JOINING and name in inner:
                node.value = self.call("accumulate", [ast.Constant(name), node.value], node.value)
        return node


def _loaded(target: ast.expr) -> ast.expr:
    """The target as it stands where it is read."""
    return ast.parse(ast.unparse(target), mode="eval").body


def _breaks(loop: ast.While) -> bool:
    """Whether something leaves the loop: a break of its own, a return, an exception."""
    return any(isinstance(each, (ast.Break, ast.Return, ast.Raise, ast.Yield)) for each in ast.walk(loop))


def compiled(source: Any, path: str) -> Any:
    """The code of a file of the program. Raises SyntaxError."""
    tree = ast.parse(source, path)
    STATE.files.add(path)
    return compile(ast.fix_missing_locations(_Rewriter(path).visit(tree)), path, "exec", dont_inherit=True)


class _Loader(importlib.machinery.SourceFileLoader):
    def source_to_code(self, data: Any, path: Any, *, _optimize: int = -1) -> Any:  # type: ignore[override]
        return compiled(data, str(path))

    def get_code(self, fullname: str) -> Any:
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)

    def exec_module(self, module: Any) -> None:
        module.__dict__[NAME] = loops
        super().exec_module(module)


class Finder(importlib.abc.MetaPathFinder):
    """Finds the modules of the program's own folder."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> Any:
        found = importlib.machinery.PathFinder.find_spec(fullname, path)
        if found is None or not isinstance(found.loader, importlib.machinery.SourceFileLoader):
            return None
        if not belongs(found.origin or ""):
            return None
        found.loader = _Loader(found.loader.name, found.loader.path)
        return found


def belongs(path: str) -> bool:
    """Whether a file is the program's: below its folder, and not in an environment that lies there."""
    path = os.path.abspath(path)
    foreign = ("site-packages", "dist-packages")
    if not path.startswith(os.path.join(STATE.root, "")) or any(word in path for word in foreign):
        return False
    return not any(path.startswith(os.path.join(folder, "")) for folder in (sys.prefix, sys.base_prefix))
