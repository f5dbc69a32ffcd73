"""Statements."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from .. import nodes as ir
from .expressions import OPERATORS, Expressions
from .patterns import Patterns

if TYPE_CHECKING:
    from ...core.span import Span


class Statements(Patterns, Expressions):
    """One method a kind of statement, each giving the statements it becomes."""

    def block(self, body: list[ast.stmt]) -> list[ir.Node]:
        lowered: list[ir.Node] = []
        for node in body:
            method = getattr(self, type(node).__name__.lower() + "_", None)
            if method is not None:
                lowered.extend(method(node))
        return lowered

    def expr_(self, node: ast.Expr) -> list[ir.Node]:
        if isinstance(node.value, ast.Constant):
            return []
        return [ir.Evaluate(self.span(node), self.expression(node.value))]

    def assign_(self, node: ast.Assign) -> list[ir.Node]:
        """`a = b = value` evaluates the value once."""
        span, value = self.span(node), self.expression(node.value)
        if len(node.targets) == 1:
            target = self.expression(node.targets[0])
            return [ir.Assign(span, target, value), *self._claims(span, target)]
        held = ir.Name(span, f"~value{next(self.fresh)}")
        targets = [ir.Assign(span, self.expression(target), held) for target in node.targets]
        return [ir.Assign(span, held, value), *targets]

    def annassign_(self, node: ast.AnnAssign) -> list[ir.Node]:
        span = self.span(node)
        lowered: list[ir.Node] = []
        if isinstance(node.target, ast.Name) and node.simple:
            lowered.append(ir.Annotate(span, node.target.id, self.expression(node.annotation)))
        if node.value is not None:
            target = self.expression(node.target)
            lowered.append(ir.Assign(span, target, self.expression(node.value)))
            if isinstance(node.annotation, (ast.Subscript, ast.BinOp)):
                lowered.append(ir.Claim(span, target, self.expression(node.annotation)))
            lowered.extend(self._claims(span, target))
        return lowered

    def augassign_(self, node: ast.AugAssign) -> list[ir.Node]:
        target, value = self.expression(node.target), self.expression(node.value)
        span = self.span(node)
        return [ir.Update(span, target, OPERATORS[type(node.op)], value), *self._claims(span, target)]

    def _claims(self, span: Span, target: ir.Node) -> list[ir.Node]:
        """What the comment behind a statement says of its target."""
        if not isinstance(target, (ir.Name, ir.Attribute)):
            return []
        said = self.said(span.end_line, span.end_column, target.name)
        return [] if said is None else [ir.Claim(span, target, said)]

    def delete_(self, node: ast.Delete) -> list[ir.Node]:
        return [ir.Delete(self.span(node), self.expression(target)) for target in node.targets]

    def if_(self, node: ast.If) -> list[ir.Node]:
        span, test = self.span(node), self.expression(node.test)
        made = ir.If(span, test, self.block(node.body), self.block(node.orelse))
        refuses = isinstance(node.body[-1], ast.Raise) and not node.orelse
        if not refuses or not isinstance(test, ir.Binary) or test.operator != "!=":
            return [made]
        return [ir.Assert(span, ir.Binary(test.span, "==", test.left, test.right), made, False)]

    def while_(self, node: ast.While) -> list[ir.Node]:
        return [ir.While(self.span(node), self.expression(node.test), self.block(node.body), self.block(node.orelse))]

    def for_(self, node: ast.For | ast.AsyncFor) -> list[ir.Node]:
        target, iterable = self.expression(node.target), self.expression(node.iter)
        return [ir.For(self.span(node), target, iterable, self.block(node.body), self.block(node.orelse))]

    asyncfor_ = for_

    def with_(self, node: ast.With | ast.AsyncWith) -> list[ir.Node]:
        """Several contexts are entered one inside the other."""
        body = self.block(node.body)
        for item in reversed(node.items):
            target = self.optional(item.optional_vars)
            body = [ir.With(self.span(node), self.expression(item.context_expr), target, body)]
        return body

    asyncwith_ = with_

    def match_(self, node: ast.Match) -> list[ir.Node]:
        """`match` becomes a chain of `if`."""
        span = self.span(node)
        subject = ir.Name(span, f"~match{next(self.fresh)}")
        chain: list[ir.Node] = []
        for case in reversed(node.cases):
            test = self.case(case.pattern, case.guard, subject)
            chain = [ir.If(self.span(case.pattern), test, self.block(case.body), chain)]
        return [ir.Assign(span, subject, self.expression(node.subject)), *chain]

    def try_(self, node: ast.Try) -> list[ir.Node]:
        handlers = [ir.Handler(self.optional(h.type), h.name, self.block(h.body)) for h in node.handlers]
        body, otherwise, final = self.block(node.body), self.block(node.orelse), self.block(node.finalbody)
        return [ir.Try(self.span(node), body, handlers, otherwise, final)]

    trystar_ = try_

    def return_(self, node: ast.Return) -> list[ir.Node]:
        """What the comment says of the value is claimed of a name that it is given."""
        span, value = self.span(node), self.optional(node.value)
        said = None if value is None or isinstance(value, ir.Display) else self.said(span.end_line, span.end_column)
        if said is None or value is None:
            return [ir.Return(span, value)]
        held = value if isinstance(value, ir.Name) else ir.Name(value.span, f"~value{next(self.fresh)}")
        made: list[ir.Node] = [] if held is value else [ir.Assign(span, held, value)]
        return [*made, ir.Claim(span, held, said), ir.Return(span, held)]

    def raise_(self, node: ast.Raise) -> list[ir.Node]:
        return [ir.Raise(self.span(node), self.optional(node.exc))]

    def assert_(self, node: ast.Assert) -> list[ir.Node]:
        span, test = self.span(node), self.expression(node.test)
        return [ir.Assert(span, test, ir.If(span, test, [], [ir.Raise(span, None)]), True)]

    def break_(self, node: ast.Break) -> list[ir.Node]:
        return [ir.Break(self.span(node))]

    def continue_(self, node: ast.Continue) -> list[ir.Node]:
        return [ir.Continue(self.span(node))]

    def import_(self, node: ast.Import) -> list[ir.Node]:
        span = self.span(node)
        return [
            ir.Import(span, alias.name, alias.asname or alias.name.partition(".")[0], alias.asname is not None)
            for alias in node.names
        ]

    def importfrom_(self, node: ast.ImportFrom) -> list[ir.Node]:
        span = self.span(node)
        return [
            ir.ImportFrom(span, node.module or "", node.level, alias.name, alias.asname or alias.name)
            for alias in node.names
        ]

    # -- definitions -------------------------------------------------------------------------------------------

    def functiondef_(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ir.Node]:
        span = self.span(node)
        parameters, returns = self.parameters(node.args), self.annotation(node.returns)
        function: ir.Node = ir.Function(
            span, node.name, parameters, lambda: self._inside(node.body), returns=returns,
            hinted=_tells(returns) or any(_tells(one.annotation) or one.comment is not None for one in parameters),
        )  # fmt: skip
        return [ir.Assign(span, ir.Name(span, node.name), self._decorated(function, node.decorator_list))]

    asyncfunctiondef_ = functiondef_

    def _inside(self, body: list[ast.stmt]) -> ir.Inside:
        outer: set[str] = set()
        module: set[str] = set()
        generator = False
        for inner in _own_nodes(body):
            generator = generator or isinstance(inner, (ast.Yield, ast.YieldFrom))
            if isinstance(inner, ast.Nonlocal):
                outer.update(inner.names)
            elif isinstance(inner, ast.Global):
                module.update(inner.names)
        return ir.Inside(self._own_scope(body), generator, frozenset(outer), frozenset(module))

    def classdef_(self, node: ast.ClassDef) -> list[ir.Node]:
        span = self.span(node)
        keywords = [(one.arg, self.expression(one.value)) for one in node.keywords if one.arg != "metaclass"]
        cls = ir.ClassOf(span, node.name, self.several(node.bases), self._own_scope(node.body), keywords)
        return [ir.Assign(span, ir.Name(span, node.name), self._decorated(cls, node.decorator_list))]

    def _own_scope(self, body: list[ast.stmt]) -> list[ir.Node]:
        before, self.renamed = self.renamed, {}
        lowered = self.block(body)
        self.renamed = before
        return lowered

    def _decorated(self, value: ir.Node, decorators: list[ast.expr]) -> ir.Node:
        for decorator in reversed(decorators):
            value = ir.CallOf(self.span(decorator), self.expression(decorator), [value], [])
        return value


def _tells(annotation: ir.Node | None) -> bool:
    """It may be one that tells a shape, or another name of one; those of Python's own classes are in small letters."""
    named = isinstance(annotation, (ir.Name, ir.Attribute)) and not annotation.name.islower()
    return named or isinstance(annotation, (ir.Item, ir.Binary))


def _own_nodes(body: list[ast.stmt]) -> list[ast.AST]:
    """The nodes of a function's body, without those of functions and classes inside it."""
    queue: list[ast.AST] = list(body)
    found = []
    while queue:
        node = queue.pop()
        found.append(node)
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            queue.extend(ast.iter_child_nodes(node))
    return found
