"""What a program sets for all of Keras, and the generation of what it calls."""

from __future__ import annotations

from pathlib import Path

from .test_generation import errors

FIRST = """
import keras
keras.backend.set_image_data_format("channels_first")
x = keras.layers.MaxPooling2D()(keras.Input((3, 32, 48)))
{}
keras.layers.Reshape({})(x)
"""


def test_the_format_of_images(tmp_path: Path) -> None:
    assert errors(FIRST.format("", "(3, 16 * 24)"), tmp_path) == []
    assert errors(FIRST.format("", "(3, 16 * 25)"), tmp_path) == ["view-size-mismatch"]
    back = 'keras.config.set_image_data_format("channels_last"); x = keras.layers.MaxPooling2D()(x)'
    assert errors(FIRST.format(back, "(1 * 8 * 24,)"), tmp_path) == []


def test_a_format_that_is_not_known(tmp_path: Path) -> None:
    shapes = "keras.layers.Reshape((5,))(keras.layers.MaxPooling2D()(keras.Input((3, 32, 48))))\n"
    assert errors("import keras\n" + shapes, tmp_path) == ["view-size-mismatch"]
    assert errors("import keras\nkeras.config.set_image_data_format(input())\n" + shapes, tmp_path) == []


def test_the_environment(tmp_path: Path) -> None:
    text = """
import os
os.environ["KERAS_BACKEND"] = "torch"
import keras
if keras.backend.backend() == "tensorflow":
    keras.layers.LSTM(2)(keras.Input((3,)))
if os.environ["KERAS_BACKEND"] == "torch":
    keras.layers.GRU(2)(keras.Input((3,)))
"""
    assert errors(text, tmp_path) == ["layer-input-rank"]


OF_TENSORFLOW = """
import tensorflow as tf
from tensorflow import keras
x = keras.Input((4, 3))
y = tf.reduce_mean(x, axis=1)
"""


def test_functions_of_tensorflow_were_layers_before(tmp_path: Path) -> None:
    assert errors(OF_TENSORFLOW, tmp_path) == ["tf-op-on-keras-tensor"]
    assert errors(OF_TENSORFLOW, tmp_path, "2") == []


CLASS_WEIGHT = """
import numpy as np
import keras
model = keras.Sequential([keras.Input((5, 6)), keras.layers.Dense(3, activation="softmax")])
model.compile("sgd", "categorical_crossentropy")
model.fit(np.zeros((8, 5, 6)), np.zeros((8, 5, 3)), class_weight={})
"""


def test_weights_of_classes(tmp_path: Path) -> None:
    """Up to Keras 2 labels may have more axes, and every class has a weight."""
    every, one = (CLASS_WEIGHT.replace("{}", text) for text in ("{0: 1.0, 1: 2.0}", "{1: 2.0}"))
    assert errors(every, tmp_path) == errors(one, tmp_path) == ["class-weight-mismatch"]
    assert (errors(every, tmp_path, "2"), errors(one, tmp_path, "2")) == ([], ["class-weight-mismatch"])
