"""TorchMetrics: what the metrics of classes and of regressions take.

Source: `_multiclass_stat_scores_tensor_validation` and its like in functional/classification/stat_scores.py, and
`_check_same_shape` in utilities/checks.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.dtype import family
from ...core.objects import Class, Instance, library_class
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Native, Unknown, Value
from .dialect import T, size_text, tensor
from .module import MODULE
from .natives import given, method, nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.value import Context

_KIND = "metric-input-shape"
_TASKS = ("binary", "multiclass", "multilabel")
_COUNTS = {"multiclass": "num_classes", "multilabel": "num_labels"}
_AVERAGED = ("micro", "macro", "weighted")


def _payload(value: Value | None) -> object:
    return value.payload if isinstance(value, Constant) else None


# -- what they take ---------------------------------------------------------------------------------------------


@T.op("torchmetrics.Metric.update", read=True)
def update(preds: Tensor, target: Tensor, task: str, count: Dim | None = None) -> Value:
    """Refuses predictions and targets that do not belong together."""
    p, t = preds.shape, target.shape
    if not (p.known_rank and t.known_rank):
        return NONE
    if task == "multiclass":
        _require_classes(preds, target, count)
        return NONE
    if p.equals(t) is Truth.NO:
        _refuse(p, t, f"Predictions and targets are expected to have the same shape, but got {size_text(p)} and "
                f"{size_text(t)}.")  # fmt: skip
    if task == "multilabel" and count is not None and p.rank > 1 and p[1].equals(count) is Truth.NO:
        _refuse(p, t, "Expected both `target.shape[1]` and `preds.shape[1]` to be equal to the number of labels"
                f" but got {p[1]} and expected {count}")  # fmt: skip
    return NONE


def _require_classes(preds: Tensor, target: Tensor, count: Dim | None) -> None:
    """Scores [batch, classes, ...] for labels [batch, ...], or labels for labels."""
    p, t = preds.shape, target.shape
    more = "If `preds` have one dimension more than `target`, "
    if p.rank == t.rank + 1:
        if family(preds.dtype) in ("int", "uint", "bool"):
            _refuse(p, t, f"{more}`preds` should be a float tensor.")
        if count is not None and p[1].equals(count) is Truth.NO:
            _refuse(p, t, f"{more}`preds.shape[1]` should be equal to number of classes.")
        if Shape(p.dims[2:]).equals(Shape(t.dims[1:])) is Truth.NO:
            _refuse(p, t, f"{more}the shape of `preds` should be (N, C, ...), and the shape of `target` should be "
                    "(N, ...).")  # fmt: skip
    elif p.rank != t.rank:
        _refuse(p, t, "Either `preds` and `target` both should have the (same) shape (N, ...), or `target` should be "
                "(N, ...) and `preds` should be (N, C, ...).")  # fmt: skip
    elif p.equals(t) is Truth.NO:
        _refuse(p, t, "The `preds` and `target` should have the same shape, got `preds` with "
                f"shape={size_text(p)} and `target` with shape={size_text(t)}.")  # fmt: skip


def _refuse(preds: Shape, target: Shape, words: str) -> None:
    raise Mismatch(_KIND, f"predictions {preds} for targets {target}", argument="target", runtime=words)


# -- the classes ------------------------------------------------------------------------------------------------


@method
def _init(context: Context, metric: Instance, arguments: Arguments) -> Value:
    """The task is in the name of the class, or an argument; the number of classes is the first argument of some."""
    names = metric.cls.name
    task = next((task for task in _TASKS if names.lower().startswith(task)), None)
    if task is None and names in _OF_CLASSES:
        task = _payload(arguments.get(0, "task"))  # type: ignore[assignment]
        count = arguments.keywords.get(_COUNTS.get(str(task), ""))
    else:
        count = arguments.get(0 if "FBeta" not in names else None, _COUNTS.get(str(task), " "))
    checked = _payload(arguments.keywords.get("validate_args")) is not False and not arguments.open
    metric.hide(context, "task", task if names not in _OF_NUMBERS else "numbers")
    metric.hide(context, "count", count)
    metric.hide(context, "checked", checked and task in (*_TASKS, None))
    average = arguments.keywords.get("average")
    whole = task == "binary" or names in _OF_NUMBERS or average is None or _payload(average) in _AVERAGED
    metric.hide(context, "single", whole and not arguments.open and not set(arguments.keywords) & _SEVERAL)
    return NONE


_SEVERAL = {"multidim_average", "num_outputs", "multioutput"}


@method
def _update(context: Context, metric: Instance, arguments: Arguments) -> Value:
    preds, target = arguments.get(0, "preds"), arguments.get(1, "target")
    task = metric.hidden("task")
    if task and metric.hidden("checked") and isinstance(preds, Tensor) and isinstance(target, Tensor):
        call = (preds, target, Constant(task), metric.hidden("count") or NONE)
        context.apply("torchmetrics.Metric.update", Arguments(call, {}, arguments.spans))
    return NONE


@method
def _compute(context: Context, metric: Instance, arguments: Arguments) -> Value:
    return tensor(Shape() if metric.hidden("single") else Shape.unknown(), "float32")


@method
def _forward(context: Context, metric: Instance, arguments: Arguments) -> Value:
    context.call(context.attribute(metric, "update"), arguments)
    return context.call(context.attribute(metric, "compute"), Arguments())


METRIC = library_class("torchmetrics.Metric", MODULE, reset=nothing, add_state=nothing, forward=_forward,
                       __call__=_forward, update=nothing, compute=_compute)  # fmt: skip
_OF_CLASSES = tuple("Accuracy Precision Recall F1Score FBetaScore Specificity HammingDistance StatScores".split())
_OF_NUMBERS = tuple("MeanSquaredError MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredLogError".split())


def _class(name: str, places: tuple[str, ...]) -> None:
    """Shown under several paths."""
    cls = library_class(f"torchmetrics.{places[0]}{name}", METRIC, __init__=_init, update=_update, compute=_compute)
    T.classes(cls)
    T.constants({f"torchmetrics.{place}{name}": cls for place in places[1:]})


for _name in _OF_CLASSES:
    _class(_name, ("", "classification."))
    for _task in ("Binary", "Multiclass", "Multilabel"):
        _class(_task + _name, ("classification.",))
for _name in _OF_NUMBERS:
    _class(_name, ("", "regression."))


# -- several at once --------------------------------------------------------------------------------------------


@method
def _collect(context: Context, several: Instance, arguments: Arguments) -> Value:
    first = arguments.positional[0] if arguments.positional else NONE
    held = Sequence.tuple(arguments.positional) if isinstance(first, Instance) else first
    several.hide(context, "metrics", held)
    return NONE


def _metrics(several: Instance) -> Iterator[Instance]:
    held = several.hidden("metrics")
    found = held.items.values() if isinstance(held, Mapping) else held.items if isinstance(held, Sequence) else ()
    return (one for one in found if isinstance(one, Instance))


def _each(name: str) -> Native:
    @method
    def act(context: Context, several: Instance, arguments: Arguments) -> Value:
        for metric in _metrics(several):
            context.call(context.attribute(metric, name), arguments)
        return NONE if name == "update" else Unknown("results of metrics")

    return act


@method
def _results(context: Context, several: Instance, arguments: Arguments) -> Value:
    held = several.hidden("metrics")
    if not isinstance(held, Mapping) or held.open or given(arguments, 0, "prefix") is not None:
        return Unknown("results of metrics")
    found = {key: context.call(context.attribute(one, "compute"), Arguments()) for key, one in held.items.items()}
    return Mapping(found, open=True)


COLLECTION: Class = library_class(
    "torchmetrics.MetricCollection", MODULE, __init__=_collect, update=_each("update"), forward=_each("forward"),
    __call__=_each("forward"), compute=_results, reset=nothing,
    clone=lambda context, arguments: arguments.positional[0],
)  # fmt: skip
T.classes(METRIC, COLLECTION)
