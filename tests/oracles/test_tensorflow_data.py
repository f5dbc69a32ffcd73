"""Pipelines of `tf.data` against the real ones: specs, the elements that are really taken, and their number."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from shapecheck.core.containers import Mapping, Sequence
from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Value
from shapecheck.frameworks.tensorflow.pipeline import count_of, element_of

from ..programs import run
from . import tensorflow_pipelines as pipelines
from . import tensorflow_real as real

pytestmark = pytest.mark.oracle

SHARP = 0.9
"""Of the leaves of all pipelines, how many are as sharp as the real spec. May only rise."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some small files."""
    made: Path = tmp_path_factory.mktemp("files")
    (made / "a.txt").write_text("ab\ncd\nef\n")
    (made / "t.csv").write_text("a,b,c\n" + "1.5,2.5,1\n" * 4)
    tf = real.tf
    feature = {
        "a": tf.train.Feature(float_list=tf.train.FloatList(value=[1.0, 2.0])),
        "b": tf.train.Feature(int64_list=tf.train.Int64List(value=[3])),
    }
    with tf.io.TFRecordWriter(str(made / "a.tfrecord")) as writer:
        for _ in range(4):
            writer.write(tf.train.Example(features=tf.train.Features(feature=feature)).SerializeToString())
    tf.io.write_file(str(made / "a.png"), tf.io.encode_png(tf.zeros([4, 6, 3], tf.uint8)))
    return made


def real_dataset(expression: str, folder: Path) -> Any:
    held: dict[str, Any] = {"FOLDER": str(folder)}
    exec(compile(pipelines.PRELUDE, "<prelude>", "exec"), held)
    return eval(expression, held)


def followed(expression: str, folder: Path) -> Value:
    held, machine = run(f"FOLDER = {str(folder)!r}\n{pipelines.PRELUDE}\nds = {expression}\n")
    wrong = [call.mismatch for call in machine.trace.calls if call.mismatch]
    assert not wrong, wrong
    return held["ds"]


def compare(mine: Value, spec: Any, elements: list[Any]) -> list[str]:
    """For each tensor of an element: agree, undecided (less sharp than the real spec), or wrong."""
    tf = real.tf
    if isinstance(spec, dict):
        if not isinstance(mine, Mapping):
            return ["undecided" if not isinstance(mine, (Tensor, Sequence)) else f"wrong: {mine!r} for a dict"]
        if mine.open:
            return ["undecided"]
        if set(mine.items) != set(spec):
            return [f"wrong: {sorted(mine.items)} for {sorted(spec)}"]
        return [a for key in spec for a in compare(mine.items[key], spec[key], [e[key] for e in elements])]
    if isinstance(spec, (tuple, list)):
        if not isinstance(mine, Sequence) or mine.known is None:
            return ["undecided" if not isinstance(mine, (Tensor, Mapping)) else f"wrong: {mine!r} for a tuple"]
        if len(mine.known) != len(spec):
            return [f"wrong: {len(mine.known)} parts for {len(spec)}"]
        return [a for i, one in enumerate(spec) for a in compare(mine.known[i], one, [e[i] for e in elements])]
    if not isinstance(mine, Tensor):
        return ["undecided"]
    if not isinstance(spec, tf.TensorSpec):
        return ["undecided"]
    return [compare_tensor(mine, spec, elements)]


def compare_tensor(mine: Tensor, spec: Any, elements: list[Any]) -> str:
    shapes = [tuple(element.shape) for element in elements]
    if mine.dtype is not None and mine.dtype != spec.dtype.name:
        return f"wrong: {mine.dtype} for {spec.dtype.name}"
    if not mine.shape.known_rank:
        return "agree" if spec.shape.rank is None else "undecided"
    if any(len(shape) != mine.shape.rank for shape in shapes):
        return f"wrong: {mine.shape} for {shapes}"
    for at, dim in enumerate(mine.shape.dims):
        if dim.value is not None and any(shape[at] != dim.value for shape in shapes):
            return f"wrong: {mine.shape} for {shapes}"
    known = spec.shape.rank is None or all(
        size is None or mine.shape.dims[at].value == size for at, size in enumerate(spec.shape)
    )
    return "agree" if known and mine.dtype is not None else "undecided"


ANSWERS: Counter[str] = Counter()


@pytest.mark.parametrize("name", pipelines.PIPELINES)
def test_elements(name: str, folder: Path) -> None:
    """Every element that is really taken is as we say, and what the real spec tells we tell, or nothing."""
    expression = pipelines.PIPELINES[name]
    dataset = real_dataset(expression, folder)
    mine = followed(expression, folder)
    answers = compare(element_of(mine), dataset.element_spec, list(dataset.take(12)))
    assert not [answer for answer in answers if answer.startswith("wrong")]
    ANSWERS.update(answers)


@pytest.mark.parametrize("name", pipelines.PIPELINES)
def test_number_of_elements(name: str, folder: Path) -> None:
    """Where we tell how many there are, so many there are."""
    expression = pipelines.PIPELINES[name]
    mine = count_of(followed(expression, folder)).value
    dataset = real_dataset(expression, folder)
    known = int(dataset.cardinality())
    if known < -1:  # not known before it is gone through
        known = sum(1 for _ in dataset.take(100))
    assert mine is None or mine == known


def test_as_sharp_as_the_specs() -> None:
    """Runs after the pipelines."""
    assert ANSWERS["agree"] >= SHARP * sum(ANSWERS.values()), ANSWERS
