"""The shapes that the user gives for what the program does not tell: of parameters, and of names of the module."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..core.said import Said
    from ..source.module import Module

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


class _Place(NamedTuple):
    """What a name may mean: its full name, and the line and name of the function whose parameter it is; no function
    for a name of the module."""

    full: tuple[str, ...]
    function: tuple[int, str] | None


class Inputs:
    """Those of one file. A name means what its full name ends with: `x`, `forward.x`, `Net.forward.x`, and with the
    module `model:Net.forward.x`; where it may mean several things it means none.

    parameters: by the line and the name of a function. names: those of the module. matched: the names that mean
    something here. roots: the packages that the file imports.
    """

    def __init__(self, given: Mapping[str, Said], module: Module, stem: str) -> None:
        self.parameters: dict[tuple[int, str], dict[str, Said]] = {}
        self.names: dict[str, Said] = {}
        self.matched: set[str] = set()
        self.notes: list[str] = []
        self.roots: set[str] = set()
        places = list(_places(module.tree.body, ()))
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Import):
                self.roots.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                self.roots.add((node.module or "").partition(".")[0])
        for name, said in given.items():
            self._put(name, said, stem, places)

    def _put(self, name: str, said: Said, stem: str, places: list[_Place]) -> None:
        where, _, rest = name.rpartition(":")
        if where and stem != where and not stem.endswith(f".{where}"):
            return
        tail = tuple(rest.split("."))
        fitting = [place for place in places if place.full[-len(tail) :] == tail]
        exact = [place for place in fitting if place.full == tail]
        found = list(dict.fromkeys(exact or fitting))
        if not found:
            return
        self.matched.add(name)
        if len(found) > 1:
            several = " or ".join(".".join(place.full) for place in found[:3])
            self.notes.append(f"input `{name}` may mean {several}{' or others' if len(found) > 3 else ''}: say which")
            return
        place = found[0]
        if place.function is None:
            self.names[tail[-1]] = said
        else:
            self.parameters.setdefault(place.function, {})[tail[-1]] = said


def _places(body: list[ast.stmt], outer: tuple[str, ...]) -> Iterator[_Place]:
    """What can be given in a block and in the functions and classes inside."""
    queue: list[ast.AST] = list(body)
    while queue:
        node = queue.pop(0)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            inner = (*outer, node.name)
            given = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            constructor = outer if node.name == "__init__" else inner
            yield from (_Place((*constructor, one.arg), (node.lineno, node.name)) for one in given)
            yield from _places(node.body, inner)
        elif isinstance(node, ast.ClassDef):
            yield from _places(node.body, (*outer, node.name))
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and not outer:
            yield _Place((node.id,), None)
        if not isinstance(node, _SCOPES):
            queue.extend(ast.iter_child_nodes(node))
