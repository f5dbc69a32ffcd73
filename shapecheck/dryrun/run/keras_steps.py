"""One step of a Keras model, on shapes: what fit, evaluate and predict would do with these data."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import Any

import keras
import numpy
from keras.src import backend, tree
from keras.src.trainers.data_adapters import array_slicing, data_adapter_utils, get_data_adapter

from .guess import guess
from .state import STATE, own

MOST: dict[str, int] = {}
MOST_TRACED = 1 << 26
"""Of models with up to so many weights an optimizer is made, and a training step of the program's own is traced."""
LOOKING = 1.0
"""Seconds for which batches are looked at."""
_FITTED: list[Any] = []


def _told(method: Callable[..., Any]) -> Callable[..., Any]:
    """What fails in there is said to be the method's doing."""

    @functools.wraps(method)
    def called(self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return method(self, *args, **kwargs)
        except Exception as error:
            if not hasattr(error, "_shapecheck_op"):
                error._shapecheck_op = method.__name__  # type: ignore[attr-defined]
                error._shapecheck_library = f"keras {keras.__version__}"  # type: ignore[attr-defined]
                given = [arg for arg in (*args, kwargs.get("x"), kwargs.get("y")) if hasattr(arg, "dtype")]
                shown = [[str(arg.dtype), [int(n) for n in arg.shape]] for arg in given if _sized(arg)]
                error._shapecheck_operands = shown[:2]  # type: ignore[attr-defined]
            raise

    return called


def _sized(array: Any) -> bool:
    return all(isinstance(size, int) for size in getattr(array, "shape", (None,)))


def _spec(value: Any) -> Any:
    if value is None:
        return None
    return backend.KerasTensor(tuple(value.shape), backend.standardize_dtype(value.dtype))


def _batches(adapter: Any) -> list[Any]:
    """The first batch, and the last if it is smaller."""
    STATE.count("batch")
    if hasattr(adapter, "_dataset"):
        return _some(adapter.get_tf_dataset())
    first = next(iter(adapter.get_numpy_iterator()))
    if adapter.num_batches is not None and adapter.num_batches > 1:
        STATE.shortened += 1
        rest = adapter.partial_batch_size if adapter.has_partial_batch else 0
        if rest:
            return [first, tree.map_structure(lambda part: None if part is None else part[:rest], first)]
    return [first]


def _some(dataset: Any) -> list[Any]:
    """The first batch of a data set of TensorFlow; and those of other lengths or labels, as long as it is quick."""
    found: dict[Any, Any] = {}
    began = time.monotonic()
    for batch in dataset:
        found.setdefault(str([tuple(part.shape) for part in tree.flatten(batch) if hasattr(part, "shape")]), batch)
        y: Any = batch[1] if isinstance(batch, (list, tuple)) and len(batch) > 1 else None
        if hasattr(y, "dtype") and y.dtype.is_integer:
            most = found.get("most")
            if most is None or int(y.numpy().max()) > int(most[1].numpy().max()):
                found["most"] = batch
        if time.monotonic() - began > LOOKING:
            STATE.shortened += 1
            break
    return list(found.values())[:4]


def _step(model: Any, batch: Any, training: bool) -> Any:
    """What the model gives for a batch, with loss and metrics made of it; as shapes."""
    x, y, weight = data_adapter_utils.unpack_x_y_sample_weight(batch)
    data = tree.map_structure(_spec, (x, y, weight))
    if training and backend.backend() != "tensorflow":  # which builds the model as it traces the step
        model._symbolic_build(data_batch=data)
    own_step = type(model).train_step if training else type(model).test_step
    if own(own_step.__code__.co_filename):
        return _traced(model, model.train_step if training else model.test_step, batch)
    given = {"training": training} if model._call_has_training_arg else {}

    def step(x: Any, y: Any, weight: Any) -> Any:
        predicted = model(x, **given)
        model._compute_loss(x=x, y=y, y_pred=predicted, sample_weight=weight, training=training)
        model.compute_metrics(x, y, predicted, sample_weight=weight)
        return predicted

    predicted = backend.compute_output_spec(step, *data)
    if training and model.optimizer is not None and not model.optimizer.built and _light(model):
        model.optimizer.build(model.trainable_variables)  # which makes the weights
    _labels(model, y, predicted)
    return predicted


def _traced(model: Any, step: Any, batch: Any) -> Any:
    """A step of the program's own, as a function of TensorFlow."""
    if backend.backend() != "tensorflow" or not _light(model):
        STATE.note("the model's own step is not followed")
        return None
    import tensorflow as tf

    spec = tree.map_structure(lambda part: None if part is None else tf.TensorSpec(part.shape, part.dtype), batch)
    tf.function(step).get_concrete_function(spec)
    return None


def _light(model: Any) -> bool:
    return sum(_count(each.shape) for each in model.variables) <= MOST_TRACED


def _count(shape: Any) -> int:
    count = 1
    for size in shape:
        count *= int(size or 1)
    return count


def _labels(model: Any, y: Any, predicted: Any) -> None:
    """Class ids that are no classes: the library says so of a single one."""
    loss = getattr(model, "loss", None)
    name = loss if isinstance(loss, str) else getattr(loss, "name", None) or getattr(loss, "__name__", "")
    if "sparse_categorical_crossentropy" not in str(name) or not hasattr(predicted, "shape"):
        return
    ids = numpy.asarray(y) if y is not None else None
    classes = predicted.shape[-1]
    if ids is None or not ids.size or ids.dtype.kind not in "iuf" or classes is None:
        return
    ignored = getattr(loss, "ignore_class", None)
    wrong = ids[((ids < 0) | (ids >= classes)) & (ids != (ignored if ignored is not None else -1 << 40))]
    if wrong.size:
        keras.losses.sparse_categorical_crossentropy(wrong.reshape(-1)[:1].astype("int64"), numpy.zeros((1, classes)))


def weigh() -> None:
    """Remembers what the models that were seen weigh."""
    for model in _FITTED:
        held = list(model.variables)
        MOST["parameters"] = max(MOST.get("parameters", 0), sum(_count(each.shape) for each in held))
        weight = sum(_count(each.shape) * _width(each.dtype) for each in held)
        MOST["parameter_bytes"] = max(MOST.get("parameter_bytes", 0), weight)
        trained = sum(_count(each.shape) * _width(each.dtype) for each in model.trainable_variables)
        if getattr(model, "optimizer", None) is not None:
            MOST["gradient_bytes"] = max(MOST.get("gradient_bytes", 0), trained)
            slots = sum(_count(each.shape) * _width(each.dtype) for each in model.optimizer.variables)
            MOST["optimizer_bytes"] = max(MOST.get("optimizer_bytes", 0), slots)


def _width(dtype: Any) -> int:
    digits = "".join(filter(str.isdigit, str(dtype)))
    return max(int(digits) // 8, 1) if digits else 1


def _remember(model: Any) -> None:
    if not any(each is model for each in _FITTED):
        _FITTED.append(model)


def _names(model: Any) -> list[str]:
    try:
        return [str(name) for name in model.get_metrics_result()]
    except Exception:
        return ["loss"]


# -- the methods -------------------------------------------------------------------------------------------------------


@_told
def fit(
    self: Any, x: Any = None, y: Any = None, batch_size: Any = None, epochs: int = 1, verbose: Any = "auto",
    callbacks: Any = None, validation_split: float = 0.0, validation_data: Any = None, shuffle: Any = True,
    class_weight: Any = None, sample_weight: Any = None, initial_epoch: int = 0, steps_per_epoch: Any = None,
    validation_steps: Any = None, validation_batch_size: Any = None, validation_freq: Any = 1,
) -> Any:  # fmt: skip
    """`Model.fit`, one step of it."""
    self._assert_compile_called("fit")
    if validation_split and validation_data is None:
        (x, y, sample_weight), validation_data = array_slicing.train_validation_split(
            (x, y, sample_weight), validation_split=validation_split
        )
    adapter = get_data_adapter(
        x=x, y=y, sample_weight=sample_weight, batch_size=batch_size, steps_per_epoch=steps_per_epoch,
        shuffle=False, class_weight=class_weight,
    )  # fmt: skip
    _remember(self)
    for batch in _batches(adapter):
        _step(self, batch, True)
    STATE.step("fit")
    STATE.shortened += epochs > 1
    if validation_data is not None:
        parts = data_adapter_utils.unpack_x_y_sample_weight(validation_data)
        size = validation_batch_size or batch_size
        for batch in _batches(get_data_adapter(*parts, batch_size=size, steps_per_epoch=validation_steps)):
            _step(self, batch, False)
    names = _names(self)
    names += ["val_" + name for name in names] if validation_data is not None else []
    history = keras.callbacks.History()
    history.set_model(self)
    history.epoch = list(range(initial_epoch, epochs))
    history.history = {name: [guess(0.5) for _ in history.epoch] for name in names}
    self.history = history
    _call(callbacks, self, {name: guess(0.5) for name in names})
    return history


def _call(callbacks: Any, model: Any, logs: dict[str, Any]) -> None:
    """The callbacks that the program wrote itself, for one epoch."""
    for callback in callbacks if isinstance(callbacks, (list, tuple)) else [callbacks]:
        if callback is None or not _written(type(callback)):
            continue
        callback.set_model(model)
        callback.set_params({"epochs": 1, "steps": 1, "verbose": 0})
        callback.on_train_begin()
        callback.on_epoch_begin(0)
        callback.on_train_batch_begin(0)
        callback.on_train_batch_end(0, dict(logs))
        callback.on_epoch_end(0, dict(logs))
        callback.on_train_end(dict(logs))


def _written(cls: Any) -> bool:
    methods = [value for value in vars(cls).values() if hasattr(value, "__code__")]
    return any(own(method.__code__.co_filename) for method in methods)


@_told
def evaluate(
    self: Any, x: Any = None, y: Any = None, batch_size: Any = None, verbose: Any = "auto", sample_weight: Any = None,
    steps: Any = None, callbacks: Any = None, return_dict: bool = False, **_: Any,
) -> Any:  # fmt: skip
    """`Model.evaluate`, one step of it."""
    self._assert_compile_called("evaluate")
    adapter = get_data_adapter(x=x, y=y, sample_weight=sample_weight, batch_size=batch_size, steps_per_epoch=steps)
    _remember(self)
    for batch in _batches(adapter):
        _step(self, batch, False)
    STATE.step("evaluation")
    return _results(self, return_dict)


def _results(model: Any, as_dict: bool) -> Any:
    results = {name: guess(0.5) for name in _names(model)}
    if as_dict:
        return results
    values = [results.pop("loss", guess(0.5)), *results.values()]
    return values if len(values) > 1 else values[0]


@_told
def predict(
    self: Any, x: Any, batch_size: Any = None, verbose: Any = "auto", steps: Any = None, callbacks: Any = None
) -> Any:
    """`Model.predict`: zeros in the place of what it gives for all samples."""
    adapter = get_data_adapter(x=x, batch_size=batch_size, steps_per_epoch=steps, shuffle=False)
    found = [_forward(self, batch) for batch in _batches(adapter)]
    STATE.step("prediction")
    STATE.hand_out()
    first = next((part for part in tree.flatten(x) if hasattr(part, "shape") and len(part.shape)), None)
    count = int(first.shape[0]) if first is not None and first.shape[0] is not None else None
    if count is None:
        STATE.doubtful = STATE.doubtful or "a prediction for data of unknown number"
    return tree.map_structure(functools.partial(_zeros, count), found[0])


def _forward(model: Any, batch: Any) -> Any:
    x = data_adapter_utils.unpack_x_y_sample_weight(batch)[0]
    given = {"training": False} if model._call_has_training_arg else {}
    return backend.compute_output_spec(lambda inputs: model(inputs, **given), tree.map_structure(_spec, x))


def _zeros(count: Any, spec: Any) -> Any:
    shape: tuple[int, ...] = tuple(1 if size is None else int(size) for size in spec.shape)
    shape = shape if count is None or not shape else (count, *shape[1:])
    return numpy.zeros(shape, backend.standardize_dtype(spec.dtype).replace("bfloat16", "float32"))


def _arrays(*parts: Any) -> Any:
    """Lists as arrays, as a batch takes them."""
    return tree.map_structure(lambda part: None if part is None else backend.convert_to_tensor(part), parts)


@_told
def train_on_batch(
    self: Any, x: Any, y: Any = None, sample_weight: Any = None, class_weight: Any = None, return_dict: bool = False
) -> Any:
    """`Model.train_on_batch`, on shapes."""
    self._assert_compile_called("train_on_batch")
    _remember(self)
    _step(self, _arrays(x, y, sample_weight), True)
    STATE.step()
    return _results(self, return_dict)


@_told
def test_on_batch(
    self: Any, x: Any, y: Any = None, sample_weight: Any = None, return_dict: bool = False
) -> Any:
    """`Model.test_on_batch`, on shapes."""
    self._assert_compile_called("test_on_batch")
    _step(self, _arrays(x, y, sample_weight), False)
    STATE.step("evaluation")
    return _results(self, return_dict)


@_told
def predict_on_batch(self: Any, x: Any) -> Any:
    """`Model.predict_on_batch`: zeros of the right shape."""
    found = _forward(self, (_arrays(x)[0],))
    STATE.hand_out()
    STATE.forwards += 1
    return tree.map_structure(functools.partial(_zeros, None), found)
