"""Samples with lengths, and with ranks, that nobody knows: what TensorFlow infers in a graph, and what we do.

An argument of a sample becomes the parameter of a function that is traced: a graph says what it knows of the result.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any

from shapecheck.core.containers import Sequence
from shapecheck.core.dim import Dim
from shapecheck.core.outcome import Mismatch, Undecided
from shapecheck.core.shape import Shape
from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Value
from shapecheck.frameworks.declare import Spec

from . import harness
from . import tensorflow_real as real

tf = real.tf
KNOWN = "the graph knows"


def opened(value: Any, ranks: bool) -> Any:
    """The value that the analysis has of a tensor of unknown lengths, or of an unknown rank as well."""
    if isinstance(value, (list, tuple)):
        return type(value)(opened(item, ranks) for item in value)
    if not is_open(value):
        return value
    found = harness.value_of(value)
    assert isinstance(found, Tensor)
    shape = Shape.unknown() if ranks else Shape(Dim.unknown() for _ in found.shape.dims)
    return Tensor(shape, found.dtype, found.library)


def is_open(value: Any) -> bool:
    """Tensors are, but for those whose elements say a shape or an axis."""
    if not isinstance(value, tf.Tensor) or not value.dtype.base_dtype.is_floating:
        return False
    return value.shape.rank is not None and value.shape.rank > 0


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from leaves(item)
    elif is_open(value):
        yield value


def replaced(node: ast.expr) -> tuple[ast.expr, list[ast.expr]]:
    """The outermost expression with names in place of its operands, and the operands."""
    found: list[ast.expr] = []

    def name(part: ast.expr) -> ast.expr:
        found.append(part)
        return ast.copy_location(ast.Name(f"_{len(found) - 1}", ast.Load()), part)

    if isinstance(node, ast.Call):
        function = node.func
        if isinstance(function, ast.Attribute) and real._owner(function):
            function = ast.Attribute(name(function.value), function.attr, ast.Load())
        args = [name(arg) for arg in node.args]
        made: ast.expr = ast.Call(function, args, [ast.keyword(k.arg, name(k.value)) for k in node.keywords])
    elif isinstance(node, ast.BinOp):
        made = ast.BinOp(name(node.left), node.op, name(node.right))
    elif isinstance(node, ast.Compare):
        made = ast.Compare(name(node.left), node.ops, [name(node.comparators[0])])
    elif isinstance(node, ast.UnaryOp):
        made = ast.UnaryOp(node.op, name(node.operand))
    elif isinstance(node, ast.Subscript):
        made = ast.Subscript(name(node.value), node.slice, ast.Load())
    else:
        assert isinstance(node, ast.Attribute)
        made = ast.Attribute(name(node.value), node.attr, ast.Load())
    return ast.fix_missing_locations(ast.copy_location(made, node)), found


def traced(sample: str, ranks: bool) -> Any:
    """What a graph says of the sample's result; raises what tracing raises."""
    node, operands = replaced(ast.parse(sample, mode="eval").body)
    values = [real.evaluate(part) for part in operands]
    parameters = [leaf for value in values for leaf in leaves(value)]
    specs = [
        tf.TensorSpec(None if ranks else [None] * leaf.shape.rank, leaf.dtype.base_dtype) for leaf in parameters
    ]
    code = compile(ast.Expression(node), "<sample>", "eval")

    def body(*given: Any) -> Any:
        rest = iter(given)
        held = {f"_{i}": filled(value, lambda: next(rest)) for i, value in enumerate(values)}
        return eval(code, {**real.NAMESPACE, **held})

    function = tf.function(body, input_signature=specs, autograph=False)
    return function.get_concrete_function().structured_outputs


def filled(value: Any, take: Callable[[], Any]) -> Any:
    """The value with what is taken in place of its open tensors, in their order."""
    if isinstance(value, (list, tuple)):
        return type(value)(filled(item, take) for item in value)
    return take() if is_open(value) else value


def sharper(graph: Any, mine: Any) -> bool:
    """The graph knows a length or a rank that we do not tell."""
    if isinstance(graph, (list, tuple)):
        known = mine.known if isinstance(mine, Sequence) else None
        return known is None or len(known) != len(graph) or any(map(sharper, graph, known))
    if not isinstance(graph, tf.Tensor) or graph.shape.rank is None:
        return False
    if not isinstance(mine, Tensor) or not mine.shape.known_rank or mine.shape.rank != graph.shape.rank:
        return True
    return any(size is not None and dim.value != size for size, dim in zip(graph.shape, mine.shape.dims, strict=True))


def judge(tally: harness.Tally, spec: Spec, sample: str, ranks: bool) -> None:
    """Accepted with lengths that are known: with unknown ones, nothing is refused, nothing false is told, and at best
    as much is told as the graph tells."""
    try:
        call = real.parse(sample)
        if not any(True for value in (*call.args, *call.kwargs.values()) for _ in leaves(value)):
            return
        result = call.real()
    except Exception:
        return
    args = tuple(opened(value, ranks) for value in call.args)
    mine = harness.run(spec, args, {name: opened(value, ranks) for name, value in call.kwargs.items()})
    told = harness.compare(mine, result)
    tally.add("open", told, f"{sample} of unknown {'ranks' if ranks else 'lengths'}")
    if isinstance(mine, (Mismatch, Undecided)) and told.startswith("wrong"):
        return
    try:
        graph = traced(sample, ranks)
    except Exception:
        tally.counts["graph refuses"] += 1
        return
    blunt = sharper(graph, mine if isinstance(mine, Value) else None)
    tally.counts["blunt" if blunt else "sharp"] += 1
    if blunt:
        tally.misses.append(f"{sample} {'ranks' if ranks else 'lengths'}")
