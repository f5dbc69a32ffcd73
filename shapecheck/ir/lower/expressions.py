"""Expressions."""

from __future__ import annotations

import ast
from itertools import count
from typing import TYPE_CHECKING

from .. import nodes as ir

if TYPE_CHECKING:
    from ...core.said import Said
    from ...core.span import Span
    from ...source.module import Module

OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.MatMult: "@", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^", ast.LShift: "<<", ast.RShift: ">>",
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is",
    ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in", ast.USub: "-", ast.UAdd: "+", ast.Invert: "~",
    ast.Not: "not",
}  # fmt: skip


class Expressions:
    """One method a kind of expression. `renamed` maps the variables of the comprehensions around to their own names."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.renamed: dict[str, str] = {}
        self.fresh = count(1)

    def span(self, node: ast.expr | ast.stmt | ast.pattern) -> Span:
        return self.module.span(node)

    def expression(self, node: ast.expr) -> ir.Node:
        method = getattr(self, type(node).__name__.lower() + "_", None)
        if method is None:
            return ir.Opaque(self.span(node), type(node).__name__)
        lowered: ir.Node = method(node)
        return lowered

    def optional(self, node: ast.expr | None) -> ir.Node | None:
        return None if node is None else self.expression(node)

    def several(self, found: list[ast.expr]) -> list[ir.Node]:
        return [self.expression(node) for node in found]

    def constant_(self, node: ast.Constant) -> ir.Node:
        return ir.Literal(self.span(node), node.value)

    def name_(self, node: ast.Name) -> ir.Node:
        return ir.Name(self.span(node), self.renamed.get(node.id, node.id))

    def attribute_(self, node: ast.Attribute) -> ir.Node:
        return ir.Attribute(self.span(node), self.expression(node.value), node.attr)

    def subscript_(self, node: ast.Subscript) -> ir.Node:
        return ir.Item(self.span(node), self.expression(node.value), self.expression(node.slice))

    def slice_(self, node: ast.Slice) -> ir.Node:
        parts = (self.optional(node.lower), self.optional(node.upper), self.optional(node.step))
        return ir.SliceOf(self.span(node), *parts)

    def starred_(self, node: ast.Starred) -> ir.Node:
        return ir.Star(self.span(node), self.expression(node.value))

    def call_(self, node: ast.Call) -> ir.Node:
        keywords = [(keyword.arg, self.expression(keyword.value)) for keyword in node.keywords]
        return ir.CallOf(self.span(node), self.expression(node.func), self.several(node.args), keywords)

    def binop_(self, node: ast.BinOp) -> ir.Node:
        operator = OPERATORS[type(node.op)]
        return ir.Binary(self.span(node), operator, self.expression(node.left), self.expression(node.right))

    def unaryop_(self, node: ast.UnaryOp) -> ir.Node:
        return ir.Unary(self.span(node), OPERATORS[type(node.op)], self.expression(node.operand))

    def boolop_(self, node: ast.BoolOp) -> ir.Node:
        return ir.Logic(self.span(node), "and" if isinstance(node.op, ast.And) else "or", self.several(node.values))

    def compare_(self, node: ast.Compare) -> ir.Node:
        """`a < b < c` becomes `a < b and b < c`."""
        span, sides = self.span(node), self.several([node.left, *node.comparators])
        held: list[tuple[ir.Node, ir.Node]] = []  # an operand in the middle, as it is evaluated and as it is used again
        for operand, side in zip([node.left, *node.comparators], sides, strict=True):
            again = ir.Name(span, f"~side{next(self.fresh)}")
            plain = isinstance(operand, (ast.Name, ast.Constant)) or len(sides) == 2
            held.append((side, side) if plain else (ir.Let(span, again, side), again))
        pairs: list[ir.Node] = [
            ir.Binary(span, OPERATORS[type(operator)], sides[0] if i == 0 else held[i][1],
                      sides[-1] if i == len(node.ops) - 1 else held[i + 1][0])
            for i, operator in enumerate(node.ops)
        ]  # fmt: skip
        return pairs[0] if len(pairs) == 1 else ir.Logic(span, "and", pairs)

    def ifexp_(self, node: ast.IfExp) -> ir.Node:
        then, otherwise = self.expression(node.body), self.expression(node.orelse)
        return ir.Choose(self.span(node), self.expression(node.test), then, otherwise)

    def list_(self, node: ast.List) -> ir.Node:
        return ir.Display(self.span(node), "list", self.several(node.elts))

    def tuple_(self, node: ast.Tuple) -> ir.Node:
        return ir.Display(self.span(node), "tuple", self.several(node.elts))

    def set_(self, node: ast.Set) -> ir.Node:
        return ir.Display(self.span(node), "set", self.several(node.elts))

    def dict_(self, node: ast.Dict) -> ir.Node:
        pairs = zip(node.keys, node.values, strict=True)
        return ir.DictDisplay(self.span(node), [(self.optional(k), self.expression(v)) for k, v in pairs])

    def joinedstr_(self, node: ast.JoinedStr) -> ir.Node:
        return ir.Format(self.span(node), self.several(node.values))

    def formattedvalue_(self, node: ast.FormattedValue) -> ir.Node:
        if node.format_spec is None and node.conversion in (-1, 115):
            return self.expression(node.value)
        conversion = "" if node.conversion == -1 else chr(node.conversion)
        return ir.FormatOf(self.span(node), self.expression(node.value), conversion, self.optional(node.format_spec))

    def namedexpr_(self, node: ast.NamedExpr) -> ir.Node:
        target = ir.Name(self.span(node.target), self.renamed.get(node.target.id, node.target.id))
        return ir.Let(self.span(node), target, self.expression(node.value))

    def await_(self, node: ast.Await) -> ir.Node:
        return self.expression(node.value)

    def yield_(self, node: ast.Yield) -> ir.Node:
        return ir.Yield(self.span(node), self.optional(node.value), each=False)

    def yieldfrom_(self, node: ast.YieldFrom) -> ir.Node:
        return ir.Yield(self.span(node), self.expression(node.value), each=True)

    def lambda_(self, node: ast.Lambda) -> ir.Node:
        parameters = self.parameters(node.args)
        before = self.renamed
        own = {parameter.name for parameter in parameters}
        self.renamed = {name: renamed for name, renamed in before.items() if name not in own}
        inside = ir.Inside([ir.Return(self.span(node.body), self.expression(node.body))])
        self.renamed = before
        return ir.Function(self.span(node), "<lambda>", parameters, lambda: inside)

    def parameters(self, found: ast.arguments) -> list[ir.Parameter]:
        """The parameters of a function, in order."""
        plain = [*found.posonlyargs, *found.args]
        missing = len(plain) - len(found.defaults)
        defaults = [None] * missing + [self.expression(default) for default in found.defaults]
        lowered = [self._parameter(arg, "position", default) for arg, default in zip(plain, defaults, strict=True)]
        if found.vararg:
            lowered.append(self._parameter(found.vararg, "rest", None))
        for arg, keyword_default in zip(found.kwonlyargs, found.kw_defaults, strict=True):
            lowered.append(self._parameter(arg, "name", self.optional(keyword_default)))
        if found.kwarg:
            lowered.append(self._parameter(found.kwarg, "others", None))
        return lowered

    def _parameter(self, arg: ast.arg, by: str, default: ir.Node | None) -> ir.Parameter:
        span = self.module.span(arg)
        end = span if default is None else default.span
        said = self.said(end.end_line, end.end_column, arg.arg)
        return ir.Parameter(arg.arg, by, default, self.annotation(arg.annotation), said, span)

    def annotation(self, node: ast.expr | None) -> ir.Node | None:
        """One that is a text is the expression in it."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "[" in node.value:
            try:
                inner = ast.parse(node.value.strip(), mode="eval").body
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                return self.expression(node)
            for part in ast.walk(inner):
                if isinstance(part, ast.expr):
                    ast.copy_location(part, node)
            return self.expression(inner)
        return self.optional(node)

    def said(self, line: int, column: int, *names: str) -> Said | None:
        """The shape that a comment behind a place gives."""
        comment = self.module.comment(line, column)
        if len(comment) < 4 or ("(" not in comment and "[" not in comment and "x" not in comment):
            return None
        from ...source.shapes import told

        return told(comment, names)

    # -- comprehensions ----------------------------------------------------------------------------------------

    def listcomp_(self, node: ast.ListComp) -> ir.Node:
        return self._collect(node, "list", "append", node.elt)

    def setcomp_(self, node: ast.SetComp) -> ir.Node:
        return self._collect(node, "set", "add", node.elt)

    def generatorexp_(self, node: ast.GeneratorExp) -> ir.Node:
        return ir.Once(self.span(node), self._collect(node, "list", "append", node.elt))

    def dictcomp_(self, node: ast.DictComp) -> ir.Node:
        span, made = self.span(node), f"~dict{next(self.fresh)}"
        body = self._loops(
            node.generators,
            lambda: ir.Assign(
                span, ir.Item(span, ir.Name(span, made), self.expression(node.key)), self.expression(node.value)
            ),
        )
        start = ir.Assign(span, ir.Name(span, made), ir.DictDisplay(span, []))
        return ir.Block(span, [start, *body], ir.Name(span, made))

    def _collect(
        self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp, kind: str, add: str, element: ast.expr
    ) -> ir.Node:
        """`[f(x) for x in xs if c]` becomes a list that a loop appends to."""
        span, made = self.span(node), f"~{kind}{next(self.fresh)}"

        def append() -> ir.Node:
            method = ir.Attribute(span, ir.Name(span, made), add)
            return ir.Evaluate(span, ir.CallOf(span, method, [self.expression(element)], []))

        body = self._loops(node.generators, append)
        start = ir.Assign(span, ir.Name(span, made), ir.Display(span, kind, []))
        return ir.Block(span, [start, *body], ir.Name(span, made))

    def _loops(self, generators: list[ast.comprehension], innermost: object) -> list[ir.Node]:
        if not generators:
            return [innermost()]  # type: ignore[operator]
        generator, rest = generators[0], generators[1:]
        iterable = self.expression(generator.iter)
        before = self.renamed
        names = (n.id for n in ast.walk(generator.target) if isinstance(n, ast.Name))
        self.renamed = {**before, **{name: f"{name}~{next(self.fresh)}" for name in names}}
        target = self.expression(generator.target)
        tests = self.several(generator.ifs)
        body = self._loops(rest, innermost)
        self.renamed = before
        for test in reversed(tests):
            body = [ir.If(test.span, test, body, [])]
        return [ir.For(iterable.span, target, iterable, body, [])]
