"""Programs in Keras and TensorFlow under `shapecheck run`: what is found, and that working ones run to their end."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from .running import execute

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(importlib.util.find_spec("tensorflow") is None, reason="TensorFlow is not installed"),
]

FUNCTIONAL = """
import keras
import numpy as np
from keras import layers

(x, y), (x_test, y_test) = keras.datasets.mnist.load_data()
x, x_test = x.reshape(-1, 784) / 255, x_test.reshape(-1, 784) / 255
inputs = keras.Input((784,))
hidden = layers.Dense(4096, activation="relu")(inputs)
wide = layers.Dense(200_000)(hidden)
outputs = layers.Dense({classes}, activation="softmax")(layers.Dense(32)(wide))
model = keras.Model(inputs, outputs)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])


class Told(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(f"{{epoch}} {{logs['loss']:.3f}}")


history = model.fit(x, y, batch_size=128, epochs=50, validation_split=0.1, verbose=2, callbacks=[Told()])
assert len(history.history["val_accuracy"]) == 50
loss, accuracy = model.evaluate(x_test, y_test)
print(f"{{accuracy:.2%}}")
model.save("model.keras")
guesses = keras.models.load_model("model.keras").predict(x_test)
assert guesses.shape == (10000, {classes})
print((guesses.argmax(-1) == y_test).mean())
model.evaluate(x_test[:, :{width}], y_test)
"""


@pytest.mark.parametrize(
    ("classes", "width", "expected"),
    [
        (10, 784, []),
        (9, 784, [(20, "error", "label-out-of-range")]),
        (10, 700, [(28, "error", "fit-input-shape")]),
    ],
)
def test_functional_model(tmp_path: Path, classes: int, width: int, expected: list[tuple[int, str, str]]) -> None:
    """820 million weights, of which none is made."""
    outcome = execute(tmp_path, FUNCTIONAL.format(classes=classes, width=width))
    assert outcome.told == expected
    assert outcome.finished == (not expected)
    assert outcome.summary["parameters"] > 820_000_000
    assert [path.name for path in tmp_path.iterdir()] == ["program.py"]


SEQUENTIAL = """
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

model = tf.keras.Sequential([
    layers.Embedding(1000, 16),
    layers.LSTM(32, return_sequences={sequences}),
    layers.LSTM(32),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["acc"])
x, y = np.random.randint(0, 1000, (500, 20)), np.random.randint(0, 2, {labels})
model.fit(x, y, epochs=5)
"""


@pytest.mark.parametrize(
    ("sequences", "labels", "expected"),
    [
        ("True", 500, []),
        ("False", 500, [(13, "error", "fit-input-shape")]),
        ("True", 400, [(13, "error", "sample-count-mismatch")]),
        ("True", (500, 3), [(13, "error", "target-width-mismatch")]),
    ],
)
def test_sequential_model(
    tmp_path: Path, sequences: str, labels: object, expected: list[tuple[int, str, str]]
) -> None:
    outcome = execute(tmp_path, SEQUENTIAL.format(sequences=sequences, labels=labels))
    assert outcome.told == expected
    assert outcome.finished == (not expected)


TAPE = """
import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(3)])
optimizer = tf.keras.optimizers.Adam()
loss_of = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
data = np.random.rand(100, 8).astype("float32"), np.random.randint(0, 3, 100)
batches = tf.data.Dataset.from_tensor_slices(data).shuffle(100).batch(16)
sizes = set()


@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        loss = loss_of({labels}, model(x, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss


for epoch in range(1000):
    for x, y in batches:
        sizes.add(int(x.shape[0]))
        loss = step(x, y)
    print(f"{{epoch}} {{loss.numpy():.3f}}")
assert sizes == {{16, 4}}
"""


@pytest.mark.parametrize(
    ("labels", "expected"), [("y", []), ("tf.one_hot(y, 3)", [(15, "error", "sparse-ce-with-onehot-labels")])]
)
def test_gradient_tape(tmp_path: Path, labels: str, expected: list[tuple[int, str, str]]) -> None:
    outcome = execute(tmp_path, TAPE.format(labels=labels))
    assert outcome.told == expected
    assert outcome.finished == (not expected)


def test_pretrained_weights_and_custom_step(tmp_path: Path) -> None:
    program = """
    import keras
    import numpy as np
    import tensorflow as tf

    base = keras.applications.MobileNetV2(input_shape=(96, 96, 3), include_top=False, weights="imagenet")
    base.trainable = False


    class Own(keras.Model):
        def __init__(self):
            super().__init__()
            self.head = keras.layers.Dense(4)

        def call(self, x):
            return self.head(keras.ops.mean(base(x), axis=(1, 2)))

        def train_step(self, data):
            x, y = data
            with tf.GradientTape() as tape:
                error = y - tf.reshape(self(x), (-1, 5))
                loss = tf.reduce_mean(error ** 2)
            self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_variables), self.trainable_variables))
            return {"loss": loss}


    model = Own()
    model.compile("sgd")
    model.fit(np.zeros((7, 96, 96, 3), "float32"), np.zeros((7, 5), "float32"), batch_size=4)
    """
    outcome = execute(tmp_path, program)
    assert [(line, rule) for line, _, rule in outcome.told] == [(20, "view-size-mismatch")]
    assert "weights are not fetched" in outcome.notes
