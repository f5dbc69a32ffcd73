"""Labels and predictions of many shapes, for every loss and metric, called in three ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from shapecheck.core.outcome import Mismatch
from shapecheck.core.shape import Shape
from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Unknown, Value
from shapecheck.frameworks.declare import Spec
from shapecheck.frameworks.keras.dialect import KERAS, batch_dim

from .harness import Tally, compare, run
from .keras_names import NOT_IN_KERAS
from .keras_samples import Array, shown

BATCH = 4
LABELS = [(4,), (4, 1), (4, 3), (4, 4), (4, 2), (4, 5), (4, 5, 1), (4, 5, 3), (4, 2, 5, 3), (4, 2, 5), (4, 2, 5, 1), ()]
PREDICTIONS = [(4,), (4, 1), (4, 3), (4, 4), (4, 5, 3), (4, 5, 1), (4, 2, 5, 3), (4, 2, 5, 1), (4, 4, 4)]
DTYPES = ["float32", "int64"]
COMPILED = ("MeanSquaredError", "SparseCategoricalCrossentropy", "CategoricalCrossentropy", "BinaryCrossentropy",
            "Hinge")
"""The losses that are tried through `compile` and `fit`, which takes a tenth of a second each."""


FEW_LABELS = [(4,), (4, 1), (4, 3), (4, 4), (4, 5), (4, 5, 1), (4, 5, 3)]
FEW_PREDICTIONS = [(4,), (4, 1), (4, 3), (4, 4), (4, 5, 3), (4, 5, 1)]


def pairs(few: bool = False) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], str]]:
    for labels in FEW_LABELS if few else LABELS:
        for predictions in FEW_PREDICTIONS if few else PREDICTIONS:
            for dtype in DTYPES if len(labels) < 3 and not few else DTYPES[:1]:
                yield labels, predictions, dtype


def needs(path: str) -> dict[str, Any]:
    """Arguments of a constructor that have no default."""
    name = path.rpartition(".")[2]
    if "IoU" in name and name != "BinaryIoU":
        return {"num_classes": 3, **({} if "Mean" in name else {"target_class_ids": (0, 1)})}
    if "At" in name:
        return {name.partition("At")[2].lower(): 0.5}
    return {}


def losses(keras: Any, specs: dict[str, Spec], way: str) -> Tally:
    """`function`: called directly; `object`: an instance of the class; `compile`: through train_on_batch."""
    tally = Tally()
    for path, spec in specs.items():
        name = path.rpartition(".")[2]
        if not path.startswith("keras.losses.") or path.startswith("keras.losses.Loss."):
            continue
        if spec.layer == (way == "function"):
            continue
        if spec.path != path or (way == "compile" and name not in COMPILED):
            continue
        thing = getattr(keras.losses, name)
        for labels, predictions, dtype in pairs(few=way == "compile"):
            judged(tally, path, spec, thing, labels, predictions, dtype, way, keras)
    return tally


def judged(tally: Tally, path: str, spec: Spec, thing: Any, labels: tuple[int, ...], predictions: tuple[int, ...],
           dtype: str, way: str, keras: Any) -> None:  # fmt: skip
    what = f"{path} {way} labels {dtype}{labels} predictions {predictions}"
    true, pred = np.zeros(labels, dtype), np.full(predictions, 0.5, "float32")
    constructor = ((), needs(path)) if spec.layer else None
    try:
        if way == "function":
            real = shown(thing(keras.ops.convert_to_tensor(true), keras.ops.convert_to_tensor(pred)))
        elif way == "object":
            real = shown(thing(**needs(path))(true, pred))
        else:
            real = compiled(keras, thing(**needs(path)), true, pred)
    except Exception:
        refused(tally, run(spec, (Array(labels, dtype), Array(predictions, "float32")), {}, constructor), what)
        if way == "compile":
            symbolic = run(spec, (batched(labels, dtype), batched(predictions, "float32")), {}, constructor)
            refused(tally, symbolic, what + " [batch]")
        return
    mine = run(spec, (Array(labels, dtype), Array(predictions, "float32")), {}, constructor)
    tally.add("accepted", compare(mine, real), what)
    if way == "compile":
        symbolic = run(spec, (batched(labels, dtype), batched(predictions, "float32")), {}, constructor)
        tally.add("symbolic", compare(symbolic, real, {"batch": BATCH}), what)


def refused(tally: Tally, mine: Any, what: str) -> None:
    rejected = isinstance(mine, Mismatch)
    vague = not isinstance(mine, Value) or isinstance(mine, Unknown)
    answer = "rejected" if rejected else "undecided" if vague else "accepted"
    tally.counts[f"refused {answer}"] += 1
    if answer == "accepted":
        MISSES.append(what)


MISSES: list[str] = []


def batched(shape: tuple[int, ...], dtype: str) -> Tensor:
    """The shape as `fit` sees it: the batch is a name."""
    dims = [batch_dim(BATCH), *shape[1:]] if shape and shape[0] == BATCH else list(shape)
    return Tensor(Shape(dims), dtype, KERAS)


def compiled(keras: Any, loss: Any, true: Any, pred: Any) -> Any:
    """`compile` and `fit` of a model that returns its input."""
    model = keras.Sequential([keras.layers.Activation("linear")])
    model.compile(optimizer="sgd", loss=loss, run_eagerly=False, jit_compile=False)
    model.fit(pred, true, batch_size=BATCH, verbose=0)
    return Array((), "float32")


def metrics(keras: Any, specs: dict[str, Spec]) -> Tally:
    """Metric functions, and the `update_state` of metric objects."""
    tally = Tally()
    for path, spec in specs.items():
        name = path.rpartition(".")[2]
        if not path.startswith("keras.metrics.") or spec.path != path or name in ("Mean", "Sum"):
            continue
        if path in NOT_IN_KERAS:
            continue
        thing = getattr(keras.metrics, name)
        for labels, predictions, dtype in pairs(few=True):
            metric(tally, path, spec, thing, labels, predictions, dtype, keras)
    return tally


def metric(tally: Tally, path: str, spec: Spec, thing: Any, labels: tuple[int, ...], predictions: tuple[int, ...],
           dtype: str, keras: Any) -> None:  # fmt: skip
    what = f"{path} labels {dtype}{labels} predictions {predictions}"
    true, pred = np.zeros(labels, dtype), np.full(predictions, 0.5, "float32")
    args = (Array(labels, dtype), Array(predictions, "float32"))
    constructor = ((), needs(path)) if spec.layer else None
    mine = run(spec, args, {}, constructor)
    try:
        if spec.layer:
            thing(**needs(path)).update_state(true, pred)
            real: Any = None
        else:
            real = shown(thing(keras.ops.convert_to_tensor(true), keras.ops.convert_to_tensor(pred)))
    except Exception:
        refused(tally, mine, what)
        return
    tally.add("accepted", compare(mine, real), what)
