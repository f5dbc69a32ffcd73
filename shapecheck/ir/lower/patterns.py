"""The patterns of `match`."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from .. import nodes as ir
from .expressions import Expressions

if TYPE_CHECKING:
    from ...core.span import Span

_WHOLE = frozenset("bool bytearray bytes dict float frozenset int list set str tuple".split())
"""Types whose pattern takes one part: the subject itself."""


class Patterns(Expressions):
    """A pattern becomes a test, which holds what it captures in names of its own; the program's names get that once the
    whole pattern has matched."""

    def case(self, pattern: ast.pattern, guard: ast.expr | None, subject: ir.Node) -> ir.Node:
        """The test of a case: the pattern, then its guard, which sees what was captured."""
        span = self.span(pattern)
        held: dict[str, str] = {}
        test = self._pattern(pattern, subject, held)
        binds: list[ir.Node] = [
            ir.Assign(span, ir.Name(span, name), ir.Name(span, own)) for name, own in held.items()
        ]
        if not binds and guard is None:
            return test
        checked = ir.Literal(span, True) if guard is None else self.expression(guard)
        return self._all(span, [test, ir.Block(span, binds, checked)])

    def _all(self, span: Span, tests: list[ir.Node]) -> ir.Node:
        return tests[0] if len(tests) == 1 else ir.Logic(span, "and", tests)

    def _pattern(self, pattern: ast.pattern, subject: ir.Node, held: dict[str, str]) -> ir.Node:
        span = self.span(pattern)
        if isinstance(pattern, ast.MatchValue):
            return ir.Binary(span, "==", subject, self.expression(pattern.value))
        if isinstance(pattern, ast.MatchSingleton):
            return ir.Binary(span, "is", subject, ir.Literal(span, pattern.value))
        if isinstance(pattern, ast.MatchOr):
            return ir.Logic(span, "or", [self._pattern(p, subject, held) for p in pattern.patterns])
        if isinstance(pattern, ast.MatchAs):
            tests = [] if pattern.pattern is None else [self._pattern(pattern.pattern, subject, held)]
            return self._all(span, [*tests, self._capture(span, pattern.name, subject, held)])
        if isinstance(pattern, ast.MatchSequence):
            return self._sequence(pattern, subject, held)
        if isinstance(pattern, ast.MatchMapping):
            return self._mapping(pattern, subject, held)
        if isinstance(pattern, ast.MatchClass):
            return self._class(pattern, subject, held)
        return ir.Opaque(span, "pattern")

    def _capture(self, span: Span, name: str | None, value: ir.Node, held: dict[str, str]) -> ir.Node:
        matched = ir.Literal(span, True)
        if name is None:
            return matched
        own = held.setdefault(name, f"{name}~{next(self.fresh)}")
        return ir.Block(span, [ir.Assign(span, ir.Name(span, own), value)], matched)

    def _is(self, span: Span, subject: ir.Node, cls: ir.Node) -> ir.Node:
        return ir.CallOf(span, ir.Name(span, "isinstance"), [subject, cls], [])

    def _sequence(self, pattern: ast.MatchSequence, subject: ir.Node, held: dict[str, str]) -> ir.Node:
        span, parts = self.span(pattern), pattern.patterns
        star = next((i for i, part in enumerate(parts) if isinstance(part, ast.MatchStar)), None)
        length = ir.CallOf(span, ir.Name(span, "len"), [subject], [])
        kinds = ir.Display(span, "tuple", [ir.Name(span, "list"), ir.Name(span, "tuple")])
        least = ir.Literal(span, len(parts) - (star is not None))
        tests = [self._is(span, subject, kinds), ir.Binary(span, "==" if star is None else ">=", length, least)]
        for i, part in enumerate(parts):
            behind = i - len(parts) if star is not None and i >= star else i
            if isinstance(part, ast.MatchStar):
                stop = ir.Literal(span, behind + 1) if behind < -1 else None
                cut = ir.Item(span, subject, ir.SliceOf(span, ir.Literal(span, i), stop, None))
                copy = ir.Display(span, "list", [ir.Star(span, cut)])
                tests.append(self._capture(span, part.name, copy, held))
            else:
                tests.append(self._pattern(part, ir.Item(span, subject, ir.Literal(span, behind)), held))
        return self._all(span, tests)

    def _mapping(self, pattern: ast.MatchMapping, subject: ir.Node, held: dict[str, str]) -> ir.Node:
        span = self.span(pattern)
        tests = [self._is(span, subject, ir.Name(span, "dict"))]
        keys = [self.expression(key) for key in pattern.keys]
        tests.extend(ir.Binary(span, "in", key, subject) for key in keys)
        for key, part in zip(keys, pattern.patterns, strict=True):
            tests.append(self._pattern(part, ir.Item(span, subject, key), held))
        if pattern.rest is not None:
            rest = ir.Name(span, f"~rest{next(self.fresh)}")
            copy: list[ir.Node] = [ir.Assign(span, rest, ir.DictDisplay(span, [(None, subject)]))]
            copy.extend(ir.Delete(span, ir.Item(span, rest, key)) for key in keys)
            tests.append(self._capture(span, pattern.rest, ir.Block(span, copy, rest), held))
        return self._all(span, tests)

    def _class(self, pattern: ast.MatchClass, subject: ir.Node, held: dict[str, str]) -> ir.Node:
        span, cls = self.span(pattern), self.expression(pattern.cls)
        tests = [self._is(span, subject, cls)]
        whole = isinstance(pattern.cls, ast.Name) and pattern.cls.id in _WHOLE
        for i, part in enumerate(pattern.patterns):
            name = ir.Item(span, ir.Attribute(span, cls, "__match_args__"), ir.Literal(span, i))
            value = subject if whole else ir.CallOf(span, ir.Name(span, "getattr"), [subject, name], [])
            tests.append(self._pattern(part, value, held))
        for attribute, part in zip(pattern.kwd_attrs, pattern.kwd_patterns, strict=True):
            there = [subject, ir.Literal(span, attribute)]
            tests.append(ir.CallOf(span, ir.Name(span, "hasattr"), there, []))
            tests.append(self._pattern(part, ir.Attribute(span, subject, attribute), held))
        return self._all(span, tests)
