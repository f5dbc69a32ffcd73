"""`tf.while_loop`: a graph wants every round to give what it got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence, join_values
from ...core.outcome import Mismatch
from ...core.plain import Constant
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .dialect import TF, python_spell, tensor
from .generation import builds_graphs
from .shapes import shape_of

if TYPE_CHECKING:
    from ...core.shape import Shape
    from ...core.span import Span
    from ...core.value import Context

_ROUND = "tensorflow.python.ops.while_loop"


@TF.op(_ROUND)
def rounds(loop_vars: Value, invariants: Value, after: Value, graph: bool) -> None:
    """What goes into a round, and what comes out of it."""
    before = _listed(loop_vars)
    if graph:
        for variable, invariant in zip(before, _listed(invariants), strict=False):
            _need_invariant(variable, invariant)
    if isinstance(after, Unknown) or not before:
        return
    results = _listed(after) or ([] if isinstance(after, Sequence) else [after])
    if results and len(results) != len(before):
        raise Mismatch(
            "loop-variable-shape", f"the body gives {len(results)} values for {len(before)} variables",
            argument="loop_vars", runtime=("The two structures don't have the same nested structure.",
                                           "The two structures don't have the same number of elements."),
        )  # fmt: skip
    if graph:
        wanted = _listed(invariants) or before
        for variable, result in zip(wanted, results, strict=False):
            _need_same(variable, result)


def _listed(value: Value) -> list[Value]:
    known = value.known if type(value) is Sequence else None
    return list(known or ())


def _told(value: Value) -> Shape | None:
    """The shape of a variable, or that an invariant is."""
    if isinstance(value, Tensor):
        return value.shape
    return shape_of(value) if isinstance(value, Sequence) else None


def _need_invariant(variable: Value, invariant: Value) -> None:
    wanted = _told(invariant)
    if isinstance(variable, Tensor) and wanted is not None and variable.shape.equals(wanted) is Truth.NO:
        raise Mismatch(
            "loop-variable-shape", f"a variable {variable.shape} has the shape invariant {wanted}",
            argument="invariants",
            runtime=("is not compatible with the initial shape of the loop variable.",
                     f"It enters the loop with shape {python_spell(variable.shape)}"),
        )  # fmt: skip


def _need_same(variable: Value, result: Value) -> None:
    wanted = _told(variable)
    if isinstance(result, Tensor) and wanted is not None and result.shape.equals(wanted) is Truth.NO:
        raise Mismatch(
            "loop-variable-shape", f"a variable {wanted} is {result.shape} after a round", argument="loop_vars",
            runtime=(f"enters the loop with shape {python_spell(wanted)}, but has shape {python_spell(result.shape)} "
                     "after one iteration", "after one iteration"),
            help="shape_invariants=..., with None for the axis that changes",
        )  # fmt: skip


def _entering(variables: Value, invariants: Value) -> Value:
    """The variables as the body sees them."""
    told = _listed(invariants)
    if not isinstance(variables, Sequence) or len(told) != len(_listed(variables)):
        return variables
    pairs = ((variable, _told(invariant)) for variable, invariant in zip(_listed(variables), told, strict=True))
    return Sequence(variables.type_name, [
        tensor(shape, variable.dtype) if isinstance(variable, Tensor) and shape is not None else variable
        for variable, shape in pairs
    ])  # fmt: skip


def _while(context: Context, arguments: Arguments) -> Value:
    """The variables as they are before, joined with what the body makes of them."""
    body, variables = arguments.get(1, "body"), arguments.get(2, "loop_vars")
    if body is None or not isinstance(variables, Sequence) or variables.known is None:
        return Unknown("tf.while_loop")
    invariants = arguments.get(3, "shape_invariants") or Unknown("no invariants")
    graph = builds_graphs(context)
    entering = _entering(variables, invariants) if graph else variables
    after = context.call(body, Arguments(_listed(entering)))
    spans = {"loop_vars": arguments.span(2, "loop_vars"), "invariants": arguments.span(3, "shape_invariants")}
    written: dict[int | str, Span] = {name: span for name, span in spans.items() if span is not None}
    context.apply(_ROUND, Arguments((variables, invariants, after, Constant(graph)), {}, written))
    return join_values(
        entering, Sequence(variables.type_name, after.known) if isinstance(after, Sequence) and after.known else after
    )


declare("tensorflow.while_loop", Native("tensorflow.while_loop", _while))
