"""Records the layer and op calls of Keras's own tests as samples: `python -m tests.oracles.keras_capture`.

The tests are in Keras's wheel. They run with `run_layer_test` and the functions of `keras.ops` replaced by recorders;
what is kept is the name and the arguments, with tensors as shape and dtype. What Keras answers is asked when the
samples are used, so nothing here is worked out by hand.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import inspect
import json
import os
import unittest
from pathlib import Path
from typing import Any

os.environ.setdefault("KERAS_BACKEND", "tensorflow")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

DATA = Path(__file__).parent / "data"
MOST_ELEMENTS = 20_000
MOST_OF_ONE = 24
"""Samples of one layer or op that are kept."""


class NoSample(Exception):
    """An argument that cannot be written down."""


def encoded(value: Any) -> Any:
    """The value as JSON; tensors by shape and dtype, small arrays of integers by their elements."""
    import numpy as np

    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, tuple):
        return {"tuple": [encoded(item) for item in value]}
    if isinstance(value, list):
        return [encoded(item) for item in value]
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise NoSample
        return {"dict": {key: encoded(item) for key, item in value.items()}}
    if isinstance(value, slice):
        return {"slice": [encoded(value.start), encoded(value.stop), encoded(value.step)]}
    if isinstance(value, np.generic):
        return {"tensor": [], "dtype": value.dtype.name}
    if hasattr(value, "_auto_config") and hasattr(value, "get_config"):
        config = value.get_config()
        return {"layer": type(value).__name__, "config": json.loads(json.dumps(config, default=refuse))}
    shape, dtype = getattr(value, "shape", None), getattr(value, "dtype", None)
    if shape is None or dtype is None:
        raise NoSample
    return array(value, tuple(shape), str(getattr(dtype, "name", dtype)))


def refuse(value: object) -> Any:
    raise NoSample


def array(value: Any, shape: tuple[Any, ...], dtype: str) -> Any:
    import numpy as np

    if any(size is None for size in shape) or np.prod(shape, dtype=float) > MOST_ELEMENTS:
        raise NoSample
    if "sparse" in type(value).__name__.lower() or "ragged" in type(value).__name__.lower():
        raise NoSample
    what: dict[str, Any] = {"tensor": [int(size) for size in shape], "dtype": dtype}
    if dtype.startswith(("int", "uint")) and np.prod(shape) <= 64 and not hasattr(value, "_keras_history"):
        with contextlib.suppress(TypeError, ValueError, NotImplementedError):
            what["elements"] = np.array(value).tolist()
    return what


class Recorder:
    """Keeps different samples, a few of each name."""

    def __init__(self) -> None:
        self.samples: dict[str, list[Any]] = {}

    def add(self, name: str, sample: Any) -> None:
        kept = self.samples.setdefault(name, [])
        if sample not in kept and len(kept) < MOST_OF_ONE:
            kept.append(sample)

    def write(self, file: str) -> None:
        lines = [
            f"  {json.dumps(name)}: [\n" + ",\n".join("    " + json.dumps(one) for one in kept) + "\n  ]"
            for name, kept in sorted(self.samples.items())
        ]
        (DATA / file).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
        print(file, len(self.samples), "names", sum(map(len, self.samples.values())), "samples")


def run_tests(package: str, wanted: str) -> None:
    """Runs the tests of a package of Keras whose source mentions `wanted`; how they end does not matter."""
    import keras

    root = Path(keras.__file__).parent / "src"
    for file in sorted((root / package).rglob("*_test.py")):
        try:
            module = importlib.import_module("keras.src." + ".".join(file.relative_to(root).with_suffix("").parts))
        except Exception as error:
            print("not loaded:", file.name, type(error).__name__)
            continue
        for cls in list(vars(module).values()):
            if isinstance(cls, type) and issubclass(cls, unittest.TestCase) and cls.__module__ == module.__name__:
                run_class(cls, wanted)


def run_class(cls: type[unittest.TestCase], wanted: str) -> None:
    for name in sorted(n for n in dir(cls) if n.startswith("test")):
        try:
            source = inspect.getsource(inspect.unwrap(getattr(cls, name)))
        except (OSError, TypeError):
            source = wanted
        if wanted in source:
            cls(name).run(unittest.TestResult())


def capture_layers() -> None:
    from keras.src.testing import test_case

    recorder = Recorder()

    def record(self: Any, layer_cls: type, init_kwargs: dict[str, Any], input_shape: Any = None,
               input_dtype: Any = None,
               input_sparse: bool = False, input_ragged: bool = False, input_data: Any = None, call_kwargs: Any = None,
               **others: Any) -> None:  # fmt: skip
        if input_sparse or input_ragged or not layer_cls.__module__.startswith("keras.src.layers."):
            return
        try:
            sample = {"init": {key: encoded(value) for key, value in init_kwargs.items()},
                      "call": {key: encoded(value) for key, value in (call_kwargs or {}).items()}}  # fmt: skip
            if input_data is not None:
                sample["data"] = encoded(input_data)
            else:
                sample["shape"] = encoded(input_shape)
                sample["dtype"] = encoded(input_dtype)
        except (NoSample, TypeError):
            return
        recorder.add(layer_cls.__name__, sample)

    test_case.TestCase.run_layer_test = record
    run_tests("layers", "run_layer_test")
    recorder.write("keras_layers.json")


def capture_ops() -> None:
    import keras
    from keras.src.ops import core, einops, image, linalg, math, nn, numpy

    recorder = Recorder()
    public = {name for name in dir(keras.ops) if not name.startswith("_")}
    for module in (numpy, nn, math, linalg, core, image, einops):
        for name, function in list(vars(module).items()):
            if name in public and inspect.isfunction(function):
                setattr(module, name, recording(recorder, name, function))
    for name, function in list(vars(image).items()):
        if hasattr(keras.ops.image, name) and inspect.isfunction(function):
            setattr(image, name, recording(recorder, f"image.{name}", function))
    run_tests("ops", "")
    recorder.write("keras_ops.json")


def recording(recorder: Recorder, name: str, function: Any) -> Any:
    @functools.wraps(function)
    def called(*args: Any, **kwargs: Any) -> Any:
        with contextlib.suppress(NoSample, TypeError):
            recorder.add(name, {"args": [encoded(arg) for arg in args],
                                "kwargs": {key: encoded(value) for key, value in kwargs.items()}})  # fmt: skip
        return function(*args, **kwargs)

    return called


if __name__ == "__main__":
    import sys

    DATA.mkdir(exist_ok=True)
    (capture_ops if "ops" in sys.argv else capture_layers)()
