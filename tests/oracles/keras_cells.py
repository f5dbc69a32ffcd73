"""Lines of a program, each of which makes a model, compiles it and feeds it: every combination of losses, labels,
heads, metrics, weights and ways to call. Keras runs each line; the analysis reads them all as one program."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

HEAD = """
import numpy as np
import tensorflow as tf
import keras
from keras import layers
def dense(n, activation=None):
    return keras.Sequential([keras.Input((6,)), layers.Dense(n, activation=activation)])
def steps(n):
    return keras.Sequential([keras.Input((5, 6)), layers.Dense(n)])
def grid(n):
    return keras.Sequential([keras.Input((2, 5, 6)), layers.Dense(n)])
def flat():
    a = keras.Input((6,))
    return keras.Model(a, keras.ops.squeeze(layers.Dense(1)(a), -1))
def two(first, second):
    a = keras.Input((6,))
    b = layers.Dense(4)(a)
    return keras.Model(a, [layers.Dense(first, name="p")(b), layers.Dense(second, name="q")(b)])
def named(first, second):
    a = keras.Input((6,))
    b = layers.Dense(4)(a)
    return keras.Model(a, {"p": layers.Dense(first, name="p")(b), "q": layers.Dense(second, name="q")(b)})
def dataset(*parts):
    return tf.data.Dataset.from_tensor_slices(parts if len(parts) > 1 else parts[0]).batch(4)
def single(*parts):
    return tf.data.Dataset.from_tensor_slices(parts if len(parts) > 1 else parts[0])
def forever(batch):
    while True:
        yield batch
class Batches(keras.utils.Sequence):
    def __init__(self, batch):
        super().__init__()
        self.batch = batch
    def __len__(self):
        return 2
    def __getitem__(self, index):
        return self.batch
class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.d = layers.Dense(1)
    def call(self, x):
        return self.d(x)
X, S, G = np.zeros((8, 6)), np.zeros((8, 5, 6)), np.zeros((8, 2, 5, 6))
"""

LOSSES = (
    "mse mae mape msle huber log_cosh cosine_similarity hinge squared_hinge categorical_hinge kl_divergence poisson "
    "binary_crossentropy binary_focal_crossentropy categorical_crossentropy categorical_focal_crossentropy "
    "sparse_categorical_crossentropy"
).split()
HEADS = {"dense(1)": "X", "dense(3)": "X", "flat()": "X", "steps(1)": "S", "steps(3)": "S", "grid(3)": "G"}
LABELS = [(8,), (8, 1), (8, 3), (8, 4), (8, 5), (8, 5, 1), (8, 5, 3), (8, 2, 5), (8, 2, 5, 3)]
METRICS = (
    "accuracy binary_accuracy categorical_accuracy sparse_categorical_accuracy mse top_k_categorical_accuracy "
    "sparse_top_k_categorical_accuracy AUC Precision Recall MeanSquaredError KLDivergence"
).split()
WEIGHTS = ["(8,)", "(8, 1)", "(8, 3)", "(7,)", "()", "(8, 5)", "(1,)", "(3,)", "(8, 1, 1)"]


def compiled(model: str, loss: str, more: str = "") -> str:
    return f'm = {model}; m.compile("sgd", {loss}, jit_compile=False{more}); '


def zeros(shape: tuple[int, ...] | str, dtype: str = "") -> str:
    return f"np.zeros({shape}{dtype and f', {dtype!r}'})"


def losses() -> Iterator[str]:
    """Every loss with every head and labels of every shape."""
    for loss, (model, data), labels in product(LOSSES, HEADS.items(), LABELS):
        yield compiled(model, repr(loss)) + f"m.train_on_batch({data}, {zeros(labels)})"


def of_objects() -> Iterator[str]:
    """The same through classes and functions, with integers, and through the other methods."""
    for loss, (model, data), labels in product(
        ("keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
         "keras.losses.CategoricalCrossentropy(from_logits=True)",
         "keras.losses.BinaryCrossentropy(from_logits=True)", "keras.losses.MeanSquaredError()",
         "keras.losses.mean_squared_error", "lambda t, p: keras.ops.mean((t - p) ** 2)"),
        (("dense(1)", "X"), ("dense(3)", "X"), ("steps(3)", "S")), ((8,), (8, 1), (8, 3), (8, 5)),
    ):  # fmt: skip
        yield compiled(model, loss) + f"m.fit({data}, {zeros(labels, 'int32')}, verbose=0)"
    for call, labels in product(
        ("m.evaluate(X, {}, verbose=0)", "m.test_on_batch(X, {})", "m.fit(X, {}, batch_size=4, verbose=0)",
         "m.fit(X, {}, validation_split=0.5, verbose=0)", "m.fit(X, np.zeros(8), validation_data=(X, {}), verbose=0)"),
        ((8,), (8, 1), (8, 3), (7,), (8, 5, 3)),
    ):  # fmt: skip
        yield compiled("dense(3)", "'sparse_categorical_crossentropy'") + call.format(zeros(labels))


def metrics() -> Iterator[str]:
    """Every metric, with a loss that takes what it is given."""
    for metric, (model, data), labels in product(
        METRICS, (("dense(1)", "X"), ("dense(3)", "X"), ("steps(3)", "S")), ((8,), (8, 1), (8, 3), (8, 5), (8, 5, 3)),
    ):  # fmt: skip
        loss = "lambda t, p: keras.ops.mean(p)"
        yield compiled(model, loss, f", metrics=[{metric!r}]") + f"m.train_on_batch({data}, {zeros(labels)})"


def weights() -> Iterator[str]:
    """Weights of samples and of classes."""
    for shape, (model, data, loss, labels) in product(WEIGHTS, (
        ("dense(1)", "X", "mse", (8, 1)), ("dense(3)", "X", "mse", (8, 3)),
        ("dense(3)", "X", "sparse_categorical_crossentropy", (8,)), ("steps(3)", "S", "mse", (8, 5, 3)),
    )):  # fmt: skip
        yield compiled(model, repr(loss)) + f"m.fit({data}, {zeros(labels)}, sample_weight=np.ones({shape}), verbose=0)"
    for given, (model, data, loss, labels) in product(
        ("{0: 1.0, 1: 2.0, 2: 1.0}", "{0: 1.0}", "{}", "{5: 1.0}"),
        (("dense(3)", "X", "sparse_categorical_crossentropy", (8,)), ("dense(3)", "X", "categorical_crossentropy",
                                                                      (8, 3)),
         ("dense(1)", "X", "binary_crossentropy", (8, 1)), ("steps(3)", "S", "categorical_crossentropy", (8, 5, 3)),
         ("two(3, 1)", "X", "mse", (8, 3))),
    ):  # fmt: skip
        yield compiled(model, repr(loss)) + f"m.fit({data}, {zeros(labels)}, class_weight={given}, verbose=0)"


def several() -> Iterator[str]:
    """Models of two outputs: losses, metrics, labels and their weights as lists and dicts."""
    spelt = ("'mse'", "['mse', 'mse']", "['mse']", "['mse', None]", "{'p': 'mse', 'q': 'mse'}", "{'p': 'mse'}",
             "{'p': 'mse', 'r': 'mse'}", "['mse', 'sparse_categorical_crossentropy']")  # fmt: skip
    labels = ("[np.zeros((8, 3)), np.zeros((8, 1))]", "np.zeros((8, 3))", "[np.zeros((8, 3))]",
              "{'p': np.zeros((8, 3)), 'q': np.zeros((8, 1))}", "[np.zeros((8, 1)), np.zeros((8, 3))]",
              "(np.zeros((8, 3)), np.zeros((8, 1)))", "{'p': np.zeros((8, 3))}",
              "[np.zeros((8, 3)), np.zeros((7, 1))]")  # fmt: skip
    for model, loss, given in product(("two(3, 1)", "named(3, 1)"), spelt, labels):
        yield compiled(model, loss) + f"m.train_on_batch(X, {given})"
    for more, given in product(
        ("metrics=['accuracy']", "metrics=[['mae'], ['mae']]", "metrics={'p': ['mae']}", "metrics={'r': ['mae']}",
         "loss_weights=[1.0, 0.5]", "loss_weights=[1.0]", "loss_weights={'p': 1.0}",
         "loss_weights={'p': 1.0, 'q': 2.0}", "loss_weights={'r': 1.0}"), labels[:1] + labels[3:4],
    ):  # fmt: skip
        yield compiled("two(3, 1)", "['mse', 'mse']", f", {more}") + f"m.train_on_batch(X, {given})"


def inputs() -> Iterator[str]:
    """Data of many shapes for models that were declared for one; the layer inside takes any."""
    shapes = [(4,), (1,), (4, 1), (4, 3), (None, 1), (None, 3), (2, 2, 1), (2, 2, 3)]
    data = [(8,), (8, 4), (8, 1), (8, 3), (8, 4, 1), (8, 4, 3), (8, 4, 5), (8, 2, 2), (8, 2, 2, 1), (8, 2, 2, 3), (4,),
            (2, 2, 3)]  # fmt: skip
    for shape, given, call in product(shapes, data, ("m({})", "m.predict({}, verbose=0)")):
        made = f"a = keras.Input({shape}); m = keras.Model(a, layers.Activation('relu')(a)); "
        yield made + call.format(zeros(given))
    for shape, given in product(shapes, data):
        yield f"m = keras.Sequential([keras.Input({shape}), layers.Activation('relu')]); m({zeros(given)})"


def feeding() -> Iterator[str]:
    """Every kind of data for every method, with labels, without, and with what does not go together."""
    shapes = ((8, 6), (8, 1)), ((8, 5), (8, 1)), ((8, 6), (8, 3)), ((8, 6), (8,)), ((6,), (1,)), ((8, 6), (8, 5, 1))
    kinds = ("dataset({x}, {y})", "single({x}, {y})", "forever(({x}, {y}))", "Batches(({x}, {y}))",
             "Batches([{x}, {y}])", "forever([{x}, {y}])", "dataset({x})", "forever({x})", "forever(({x},))",
             "Batches({x})", "Batches(({x},))", "dataset({x}, {y}, {w})", "forever(({x}, {y}, {w}))",
             "Batches(({x}, {y}, {w}))", "forever(({x}, {y}, {w}, {w}))", "dataset({x}, {y}).repeat()",
             "dataset({x}, {y}).unbatch()", "dataset({x}, {y}).map(lambda a, b: (a * 2, b))")  # fmt: skip
    calls = ("m.fit({}, steps_per_epoch=2, verbose=0)", "m.evaluate({}, steps=2, verbose=0)",
             "m.predict({}, steps=2, verbose=0)",
             "m.fit(X, np.zeros(8), validation_data={}, validation_steps=2, verbose=0)")  # fmt: skip
    for kind, (x, y), call, model in product(kinds, shapes, calls, ("dense(1)", "Own()")):
        data = kind.format(x=zeros(x), y=zeros(y), w="np.ones(8)")
        yield compiled(model, "'mse'") + call.format(data)
    made = ("dataset(X, np.zeros((8, 1)))", "forever((X, np.zeros((8, 1))))", "Batches((X, np.zeros((8, 1))))")
    more = ("y=np.zeros((8, 1))", "sample_weight=np.ones(8)", "class_weight={0: 1.0}", "validation_split=0.5",
            "batch_size=2")  # fmt: skip
    for data, with_it, method in product(made, more, ("fit", "evaluate")):
        if method == "fit" or with_it[0] in "yb" or with_it.startswith("sample"):
            steps = "steps_per_epoch" if method == "fit" else "steps"
            yield compiled("dense(1)", "'mse'") + f"m.{method}({data}, {with_it}, {steps}=2, verbose=0)"
    yield from _arrays()


def _arrays() -> Iterator[str]:
    """Lists, dicts and tensors where arrays are usual; labels that are left out."""
    losses = ("'mse'", "keras.losses.MeanSquaredError()", "lambda t, p: keras.ops.mean((t - p) ** 2)", "None",
              "'binary_crossentropy'", "['mse']")  # fmt: skip
    given = ("X", "X, [0.0] * 8", "X, [[0.0]] * 8", "[[0.0] * 6] * 8, np.zeros(8)", "[X], [np.zeros(8)]", "[X, X], X",
             "(X,), np.zeros(8)", "tf.zeros((8, 6)), tf.zeros((8, 1))", "tf.zeros((8, 6)), np.zeros((8, 1))",
             "X, np.zeros(8), sample_weight=[1.0] * 8", "{'a': X}, np.zeros(8)", "X, {'a': np.zeros(8)}",
             "X, [np.zeros(8)]", "X, (np.zeros(8),)", "X, [np.zeros(8), np.zeros(8)]")  # fmt: skip
    for loss, data, call in product(losses, given, (
        "m.fit({}, verbose=0)", "m.evaluate({}, verbose=0)", "m.train_on_batch({})", "m.test_on_batch({})",
    )):  # fmt: skip
        yield compiled("dense(1)", loss) + call.format(data)
    for data, call in product(("X", "[[0.0] * 6] * 8", "[X]", "(X,)", "{'a': X}", "[X, X]", "X[0]", "tf.zeros((8, 6))"),
                              ("m.predict({}, verbose=0)", "m.predict_on_batch({})", "m({})")):  # fmt: skip
        yield "m = dense(1); " + call.format(data)
    for data in ("X", "(X,)", "[X, X]", "(X, np.zeros(8))", "[X, np.zeros(8)]", "(X, np.zeros(8), np.ones(8))",
                 "(X, np.zeros(8), np.ones(8), np.ones(8))", "(X, np.zeros(7))", "(S, np.zeros(8))"):  # fmt: skip
        yield compiled("dense(1)", "'mse'") + f"m.fit(X, np.zeros(8), validation_data={data}, verbose=0)"
    for split, labels in product((0.25, 0.99, 0.0), ("np.zeros(8)", "[np.zeros(8)]", "np.zeros((8, 3))")):
        yield compiled("dense(1)", "'mse'") + f"m.fit(X, {labels}, validation_split={split}, verbose=0)"


GROUPS = {
    "losses": losses, "objects": of_objects, "metrics": metrics, "weights": weights, "several": several,
    "inputs": inputs, "feeding": feeding,
}  # fmt: skip
