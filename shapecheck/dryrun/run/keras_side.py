"""Keras taken in hand: weights are made when they are read, and a fit is one symbolic step on the first batch, and one
on the last if that is a partial one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from . import datasets, keras_steps, world
from .state import FETCHED, STATE, Unreal, asking, at

_SAVED: dict[str, Any] = {}
MOST_ELEMENTS = 1 << 27
"""Weights of more elements are not made: what needs their values ends the run."""


def take_keras(keras: Any) -> None:
    """Called once, after `keras` was imported."""
    if not hasattr(keras, "src") or not hasattr(keras.src, "backend"):
        return  # an older Keras: its programs are executed as they are
    _variables(keras)
    model = keras.src.models.model.Model
    for name in ("fit", "evaluate", "predict", "train_on_batch", "test_on_batch", "predict_on_batch"):
        for owner in _owners(model, name):
            setattr(owner, name, getattr(keras_steps, name))
    model.save = model.save_weights = model.export = _save
    model.load_weights = _loading(model.load_weights)
    if keras.src.backend.backend() == "tensorflow":
        model.jit_compile = property(lambda self: False, lambda self, value: None)
    saving = keras.src.saving.saving_api
    everywhere(saving.load_model, _stored(saving.load_model))
    everywhere(saving.save_model, lambda model, path, *_, **__: _save(model, path))
    fetch = keras.src.utils.file_utils.get_file
    everywhere(fetch, _fetching(fetch))
    everywhere(keras.src.utils.model_visualization.plot_model, lambda *_, **__: None)
    for name, make in datasets.KERAS.items():
        module = sys.modules.get("keras.src.datasets." + name)
        if module is not None:
            everywhere(module.load_data, make)
    _optimizers(keras)


def _owners(model: Any, name: str) -> list[Any]:
    """The classes that define a method, up from Model."""
    return [cls for cls in model.__mro__ if name in cls.__dict__]


def everywhere(real: Any, new: Any) -> None:
    """Replaces a function in all modules of the library that have it under any name."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in ("keras", "tensorflow") and hasattr(module, "__dict__"):
            for key, value in list(vars(module).items()):
                if value is real:
                    setattr(module, key, new)


# -- weights -----------------------------------------------------------------------------------------------------------


def _variables(keras: Any) -> None:
    """A variable has no value until somebody asks for it."""
    variable = keras.src.backend.Variable
    common = keras.src.backend.common.variables
    make = variable._initialize_with_initializer

    def later(self: Any, initializer: Any) -> None:
        self._value, self._initializer = None, initializer

    def value(self: Any) -> Any:
        if self._value is None and self._initializer is not None and not common.in_stateless_scope():
            _made(self)
        return plain(self)

    def _made(self: Any) -> None:
        count = 1
        for size in self._shape:
            count *= int(size or 1)
        if count > MOST_ELEMENTS:
            raise MemoryError
        initializer, self._initializer = self._initializer, None
        if keras.src.backend.backend() == "tensorflow":
            import tensorflow as tf

            with tf.init_scope():
                make(self, initializer)
        else:
            make(self, initializer)

    def assign(self: Any, new: Any) -> Any:
        if self._value is None and not common.in_stateless_scope():
            _made(self)
        return direct(self, new)

    plain, direct = variable.value.fget, variable._direct_assign
    variable._initialize_with_initializer = later
    variable._deferred_initialize = lambda self: None
    variable.value = property(value)
    variable._direct_assign = assign


def _optimizers(keras: Any) -> None:
    optimizer = keras.src.optimizers.base_optimizer.BaseOptimizer
    apply = optimizer.apply

    def counted(self: Any, *args: Any, **kwargs: Any) -> Any:
        STATE.step()
        return apply(self, *args, **kwargs)

    optimizer.apply = counted


# -- files -------------------------------------------------------------------------------------------------------------


def _save(self: Any, path: Any = "", *_: Any, **__: Any) -> None:
    _SAVED[os.path.abspath(os.fspath(path))] = self
    world.shadow(path)


def _stored(real: Callable[..., Any]) -> Callable[..., Any]:
    def load_model(path: Any, *args: Any, **kwargs: Any) -> Any:
        found = _SAVED.get(os.path.abspath(os.fspath(path)))
        return found if found is not None else real(path, *args, **kwargs)

    return load_model


class _Weights(str):
    """The path of weights that are not fetched."""


def _loading(real: Callable[..., Any]) -> Callable[..., Any]:
    def load_weights(self: Any, path: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(path, _Weights) or os.path.abspath(os.fspath(path)) in _SAVED:
            return None
        if not os.path.exists(path):
            STATE.note(f"{os.path.basename(os.fspath(path))} is not there: its weights are made up{at()}")
            return None
        return real(self, path, *args, **kwargs)

    return load_weights


def _fetching(real: Callable[..., Any]) -> Callable[..., Any]:
    def get_file(*args: Any, **kwargs: Any) -> Any:
        if asking()[0].partition(".")[0] == "keras":
            STATE.note("pretrained weights are not fetched: they are made up")
            return _Weights("weights.h5")
        try:
            return real(*args, **kwargs)
        except Exception:
            raise Unreal(f"{FETCHED}{at()}") from None

    return get_file


def wanted() -> dict[str, int]:
    """Parameters of all models, in numbers and bytes; gradients and optimizers of those that were fitted."""
    keras_steps.weigh()
    return {name: value for name, value in keras_steps.MOST.items() if value}
