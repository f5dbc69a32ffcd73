"""The patterns of `match`."""

from __future__ import annotations

import ast

from .. import nodes as ir
from .expressions import Expressions


class Patterns(Expressions):
    """A pattern becomes a test, and the assignments that follow when it holds."""

    def pattern(self, pattern: ast.pattern, subject: ir.Node) -> tuple[ir.Node, list[ir.Node]]:
        span = self.span(pattern)
        if isinstance(pattern, ast.MatchValue):
            return ir.Binary(span, "==", subject, self.expression(pattern.value)), []
        if isinstance(pattern, ast.MatchSingleton):
            return ir.Binary(span, "is", subject, ir.Literal(span, pattern.value)), []
        if isinstance(pattern, ast.MatchOr):
            return ir.Logic(span, "or", [self.pattern(p, subject)[0] for p in pattern.patterns]), []
        if isinstance(pattern, ast.MatchAs):
            return self._capture(pattern, subject)
        if isinstance(pattern, ast.MatchSequence):
            return self._sequence(pattern, subject)
        if isinstance(pattern, ast.MatchClass) and not pattern.patterns and not pattern.kwd_patterns:
            check = ir.CallOf(span, ir.Name(span, "isinstance"), [subject, self.expression(pattern.cls)], [])
            return check, []
        names = [n for n in ast.walk(pattern) if isinstance(n, ast.MatchAs) and n.name]
        unknown: list[ir.Node] = [
            ir.Assign(span, ir.Name(span, str(n.name)), ir.Opaque(span, "captured by a pattern")) for n in names
        ]
        return ir.Opaque(span, "pattern"), unknown

    def _capture(self, pattern: ast.MatchAs, subject: ir.Node) -> tuple[ir.Node, list[ir.Node]]:
        span = self.span(pattern)
        test: ir.Node = ir.Literal(span, True)
        bindings: list[ir.Node] = []
        if pattern.pattern is not None:
            test, bindings = self.pattern(pattern.pattern, subject)
        if pattern.name is not None:
            bindings = [*bindings, ir.Assign(span, ir.Name(span, pattern.name), subject)]
        return test, bindings

    def _sequence(self, pattern: ast.MatchSequence, subject: ir.Node) -> tuple[ir.Node, list[ir.Node]]:
        span = self.span(pattern)
        length = ir.CallOf(span, ir.Name(span, "len"), [subject], [])
        if any(isinstance(p, ast.MatchStar) for p in pattern.patterns):
            return ir.Opaque(span, "pattern with a star"), []
        kinds = ir.Display(span, "tuple", [ir.Name(span, "list"), ir.Name(span, "tuple")])
        tests: list[ir.Node] = [
            ir.CallOf(span, ir.Name(span, "isinstance"), [subject, kinds], []),
            ir.Binary(span, "==", length, ir.Literal(span, len(pattern.patterns))),
        ]
        bindings: list[ir.Node] = []
        for i, part in enumerate(pattern.patterns):
            test, more = self.pattern(part, ir.Item(span, subject, ir.Literal(span, i)))
            tests.append(test)
            bindings.extend(more)
        return ir.Logic(span, "and", tests), bindings
