"""Whole programs: what they do under Keras, and what the analysis says of them.

A line marked `# error: rule` is one that Keras's exception passes through; `# warning: rule` marks what runs but is
wrong. A program without marks runs to its end, and nothing is said of it.
"""

from __future__ import annotations

HEAD = """
import numpy as np
import keras
from keras import layers
"""

PROGRAMS = {
    "functional with two inputs": """
a = keras.Input((10,))
b = keras.Input((12,))
z = layers.concatenate([layers.Dense(4, activation="relu")(a), b])
model = keras.Model([a, b], layers.Dense(3)(z))
model.compile("adam", "mse")
model.fit([np.zeros((8, 10)), np.zeros((8, 12))], np.zeros((8, 3)), verbose=0)
p = model.predict([np.zeros((8, 10)), np.zeros((8, 12))], verbose=0)
p.reshape(24)
p.reshape(25)  # error: view-size-mismatch
""",
    "functional called with another width": """
a = keras.Input((10,))
model = keras.Model(a, layers.Dense(3)(a))
model(np.zeros((2, 11)))  # error: fit-input-shape
""",
    "residual": """
x = keras.Input((32, 32, 3))
y = layers.Conv2D(16, 3, padding="same", activation="relu")(x)
z = layers.Conv2D(16, 3, strides=2, padding="same")(y)
layers.add([y, z])  # error: residual-shape-mismatch
""",
    "residual with projection": """
x = keras.Input((32, 32, 3))
y = layers.Conv2D(16, 3, strides=2, padding="same")(x)
s = layers.Conv2D(16, 1, strides=2)(x)
out = layers.GlobalAveragePooling2D()(layers.ReLU()(layers.add([y, s])))
model = keras.Model(x, layers.Dense(5, activation="softmax")(out))
model.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(np.zeros((4, 32, 32, 3)), np.zeros((4,), "int64"), verbose=0)
""",
    "subclass with build and add_weight": """
class Scale(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.units), initializer="random_normal")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros")

    def call(self, inputs):
        return keras.ops.matmul(inputs, self.w) + self.b

model = keras.Sequential([keras.Input((6,)), Scale(4), Scale(3), layers.Softmax()])
model.compile("adam", "categorical_crossentropy")
model.fit(np.zeros((8, 6)), np.zeros((8, 3)), verbose=0)
model.fit(np.zeros((8, 6)), np.zeros((8, 4)), verbose=0)  # error: num-classes-mismatch
""",
    "subclassed model": """
class Net(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.conv = layers.Conv2D(8, 3, activation="relu")
        self.pool = layers.MaxPooling2D()
        self.flat = layers.Flatten()
        self.drop = layers.Dropout(0.5)
        self.out = layers.Dense(classes)

    def call(self, x, training=False):
        x = self.flat(self.pool(self.conv(x)))
        if training:
            x = self.drop(x, training=training)
        return self.out(x)  # error: flatten-size-mismatch

net = Net(10)
net.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
net.fit(np.zeros((8, 28, 28, 1)), np.zeros((8,), "int64"), verbose=0)
loss, accuracy = net.evaluate(np.zeros((8, 28, 28, 1)), np.zeros((8,), "int64"), verbose=0)
net(np.zeros((8, 30, 30, 1)))
""",
    "LSTM on LSTM": """
model = keras.Sequential()
model.add(keras.Input((20, 4)))
model.add(layers.LSTM(8))
model.add(layers.LSTM(8))  # error: stacked-rnn-needs-return-sequences
""",
    "text model": """
model = keras.Sequential([
    layers.Embedding(1000, 16),
    layers.Bidirectional(layers.LSTM(8, return_sequences=True)),
    layers.TimeDistributed(layers.Dense(5, activation="softmax")),
])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.zeros((6, 7)), np.zeros((6, 7)), verbose=0)
model.fit(np.zeros((6, 7)), np.zeros((6,)), verbose=0)  # error: sequence-labels-vs-return-sequences
""",
    "encoder and decoder with states": """
source = keras.Input((None, 5))
_, h, c = layers.LSTM(16, return_state=True)(source)
target = keras.Input((None, 7))
y, _, _ = layers.LSTM(16, return_sequences=True, return_state=True)(target, initial_state=[h, c])
model = keras.Model([source, target], layers.Dense(7, activation="softmax")(y))
model.compile("adam", "categorical_crossentropy")
model.fit([np.zeros((4, 3, 5)), np.zeros((4, 6, 7))], np.zeros((4, 6, 7)), verbose=0)
""",
    "autoencoder of odd size": """
x = keras.Input((27, 27, 1))
y = layers.MaxPooling2D(padding="same")(layers.Conv2D(8, 3, padding="same", activation="relu")(x))
z = layers.Conv2D(1, 3, padding="same", activation="sigmoid")(layers.UpSampling2D()(y))
model = keras.Model(x, z)
model.compile("adam", "mse")
data = np.zeros((4, 27, 27, 1))
model.fit(data, data, verbose=0)  # error: upsample-size-drift
""",
    "autoencoder": """
x = keras.Input((28, 28, 1))
y = layers.MaxPooling2D(padding="same")(layers.Conv2D(8, 3, padding="same", activation="relu")(x))
z = layers.Conv2DTranspose(1, 3, strides=2, padding="same", activation="sigmoid")(y)
model = keras.Model(x, z)
model.compile("adam", "binary_crossentropy")
data = np.zeros((4, 28, 28, 1))
model.fit(data, data, epochs=2, validation_data=(data, data), verbose=0)
encoder = keras.Model(x, y)
encoder.predict(data, verbose=0).reshape(4, 14 * 14 * 8)
""",
    "two outputs": """
x = keras.Input((6,))
h = layers.Dense(8, activation="relu")(x)
kind = layers.Dense(3, activation="softmax", name="kind")(h)
size = layers.Dense(1, name="size")(h)
model = keras.Model(x, [kind, size])
model.compile("adam", loss={"kind": "sparse_categorical_crossentropy", "size": "mse"}, metrics={"kind": ["accuracy"]})
model.fit(np.zeros((8, 6)), {"kind": np.zeros(8), "size": np.zeros(8)}, verbose=0)
k, s = model.predict(np.zeros((8, 6)), verbose=0)
k.reshape(8, 3)
""",
    "validation data of another shape": """
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile("adam", "mse")
good = (np.zeros((8, 4)), np.zeros((8, 1)))
model.fit(*good, validation_data=(np.zeros((8, 5)), np.zeros((8, 1))), verbose=0)  # error: fit-input-shape
""",
    "custom loss": """
def weighted(y_true, y_pred):
    return keras.ops.mean(keras.ops.square(y_true - y_pred), axis=-1)

model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile("adam", weighted, metrics=["mae"])
model.fit(np.zeros((8, 4)), np.zeros((8,)), verbose=0)
""",
    "custom loss that does not fit": """
def difference(y_true, y_pred):
    return keras.ops.mean(keras.ops.square(y_true - y_pred), axis=-1)  # error: elementwise-shape-mismatch

model = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
model.compile("adam", difference)
model.fit(np.zeros((8, 4)), np.zeros((8, 2)), verbose=0)
""",
    "custom loss class": """
class Half(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return keras.ops.mean(keras.ops.abs(y_true - y_pred), axis=-1) / 2

model = keras.Sequential([keras.Input((4,)), layers.Dense(2)])
model.compile("adam", Half())
model.fit(np.zeros((8, 4)), np.zeros((8, 2)), verbose=0)
""",
    "training loop": """
model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
loss_fn = keras.losses.CategoricalCrossentropy()
metric = keras.metrics.CategoricalAccuracy()
x, y = np.zeros((8, 4), "float32"), np.zeros((8, 3), "float32")
out = model(x, training=True)
loss = loss_fn(y, out)
metric.update_state(y, out)
float(metric.result())
float(loss)
loss_fn(np.zeros(8), out)  # error: categorical-ce-with-integer-labels
""",
    "binary head on integer labels": """
model = keras.Sequential([keras.Input((4,)), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy", keras.metrics.AUC(), keras.metrics.Precision()])
h = model.fit(np.zeros((40, 4)), np.zeros(40, "int32"), validation_split=0.2, epochs=2, verbose=0)
print(h.history["loss"][-1], h.history["val_loss"])
""",
    "three units with binary labels": """
model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(np.zeros((40, 4)), np.zeros(40), verbose=0)  # error: bce-target-shape
""",
    "regression of several targets": """
model = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
model.compile("adam", "mae")
model.fit(np.zeros((40, 4)), np.zeros(40), verbose=0)  # error: target-width-mismatch
""",
    "cifar labels": """
model = keras.Sequential([keras.Input((32, 32, 3)), layers.Flatten(), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(np.zeros((40, 32, 32, 3)), np.zeros((40, 1), "uint8"), verbose=0)
""",
    "cifar labels without flatten": """
model = keras.Sequential([keras.Input((32, 32, 3)), layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.zeros((40, 32, 32, 3)), np.zeros((40, 1), "uint8"), verbose=0)  # error: missing-flatten
""",
    "layers used twice": """
shared = layers.Dense(8)
a = keras.Input((5,))
b = keras.Input((6,))
shared(a)
shared(b)  # error: linear-in-features-mismatch
""",
    "nested model": """
base = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(4, 3), layers.Flatten()])
model = keras.Sequential([base, layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.zeros((8, 28, 28, 1)), np.zeros(8), verbose=0)
base.output_shape[1] * 2
""",
    "lambda and reshape": """
model = keras.Sequential([
    keras.Input((12,)),
    layers.Lambda(lambda t: t * 2),
    layers.Reshape((3, 4)),
    layers.Permute((2, 1)),
    layers.Flatten(),
    layers.Dense(2),
])
model.compile("adam", "mse")
model.fit(np.zeros((8, 12)), np.zeros((8, 2)), verbose=0)
layers.Reshape((5, 3))(keras.Input((12,)))  # error: view-size-mismatch
""",
    "too many pools": """
model = keras.Sequential([keras.Input((8, 8, 1))])
for _ in range(3):
    model.add(layers.Conv2D(4, 3, padding="same"))
    model.add(layers.MaxPooling2D())
model.add(layers.MaxPooling2D())  # error: conv-kernel-exceeds-input
""",
    "channel axis is missing": """
model = keras.Sequential()
model.add(keras.Input((28, 28)))
model.add(layers.Conv2D(4, 3))  # error: missing-channel-dim
""",
    "multi-head attention": """
x = keras.Input((10, 16))
y = layers.MultiHeadAttention(num_heads=2, key_dim=8)(x, x)
z = layers.LayerNormalization()(x + y)
w, scores = layers.MultiHeadAttention(2, 8)(z, z, return_attention_scores=True)
model = keras.Model(x, layers.Dense(3)(layers.GlobalAveragePooling1D()(w)))
model.compile("adam", "mse")
model.fit(np.zeros((4, 10, 16)), np.zeros((4, 3)), verbose=0)
""",
    "get_layer and a model to the middle": """
x = keras.Input((6,))
h = layers.Dense(8, activation="relu", name="hidden")(x)
model = keras.Model(x, layers.Dense(2)(h))
middle = keras.Model(model.input, model.get_layer("hidden").output)
middle.predict(np.zeros((3, 6)), verbose=0).reshape(24)
keras.Model(model.input, model.layers[-2].output).predict(np.zeros((3, 6)), verbose=0).reshape(24)
""",
    "pop and add": """
model = keras.Sequential([keras.Input((6,)), layers.Dense(4), layers.Dense(9)])
model.pop()
model.add(layers.Dense(2))
model.compile("adam", "mse")
model.fit(np.zeros((8, 6)), np.zeros((8, 2)), verbose=0)
""",
    "a layer inside a loop": """
x = keras.Input((16, 16, 3))
y = x
for filters in (8, 16, 32):
    y = layers.Conv2D(filters, 3, padding="same", activation="relu")(y)
    y = layers.BatchNormalization()(y)
    y = layers.MaxPooling2D()(y)
model = keras.Model(x, layers.Dense(4)(layers.Flatten()(y)))
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(np.zeros((8, 16, 16, 3)), np.zeros(8), verbose=0)
""",
    "u-net that does not fit": """
x = keras.Input((30, 30, 1))
a = layers.Conv2D(4, 3, padding="same")(x)
b = layers.MaxPooling2D()(a)
c = layers.MaxPooling2D()(b)
d = layers.UpSampling2D()(c)
layers.Concatenate()([b, d])  # error: concat-shape-mismatch
""",
    "to_categorical": """
y = keras.utils.to_categorical(np.array([0, 1, 2, 1]), 3)
y.reshape(12)
model = keras.Sequential([keras.Input((2,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(np.zeros((4, 2)), y, verbose=0)
model.fit(np.zeros((4, 2)), keras.utils.to_categorical(y, 3), verbose=0)  # error: num-classes-mismatch
""",
    "callbacks, optimizer and schedule": """
model = keras.Sequential([keras.Input((2,)), layers.Dense(3, kernel_regularizer=keras.regularizers.l2(0.01))])
schedule = keras.optimizers.schedules.ExponentialDecay(0.1, 100, 0.9)
model.compile(optimizer=keras.optimizers.SGD(learning_rate=schedule, momentum=0.9), loss="mse")
stop = keras.callbacks.EarlyStopping(monitor="loss", patience=2)
model.fit(np.zeros((4, 2)), np.zeros((4, 3)), epochs=2, batch_size=2, callbacks=[stop], verbose=0)
model.summary()
""",
    "predict one image": """
model = keras.Sequential([keras.Input((8, 8, 3)), layers.Flatten(), layers.Dense(2)])
image = np.zeros((8, 8, 3))
model.predict(image[None], verbose=0)
model.predict(image, verbose=0)  # error: missing-batch-dim
""",
    "samples do not agree": """
model = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.zeros((10, 2)), np.zeros((9, 1)), verbose=0)  # error: sample-count-mismatch
""",
    "scores for a probability loss": """
model = keras.Sequential([keras.Input((2,)), layers.Dense(3)])
model.compile("adam", "categorical_crossentropy")
model.fit(np.zeros((10, 2)), np.zeros((10, 3)), verbose=0)  # warning: from-logits-missing
""",
    "softmax over one unit": """
model = keras.Sequential([keras.Input((2,))])
model.add(layers.Dense(1, activation="softmax"))  # warning: softmax-single-unit
""",
    "a generator": """
def batches():
    while True:
        yield np.zeros((4, 2)), np.zeros((4, 3))

model = keras.Sequential([keras.Input((2,)), layers.Dense(2)])
model.compile("adam", "mse")
model.fit(batches(), steps_per_epoch=2, verbose=0)  # error: target-width-mismatch
""",
    "a sequence of batches": """
class Batches(keras.utils.PyDataset):
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return np.zeros((4, 3)), np.zeros((4, 1))

model = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(Batches(), verbose=0)  # error: fit-input-shape
""",
    "preprocessing layers": """
model = keras.Sequential([
    keras.Input((40, 40, 3)),
    layers.Rescaling(1 / 255),
    layers.RandomFlip("horizontal"),
    layers.Resizing(20, 20),
    layers.SeparableConv2D(8, 3, activation="relu"),
    layers.GlobalMaxPooling2D(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(np.zeros((4, 40, 40, 3)), np.zeros((4, 1)), verbose=0)
model.output_shape
""",
    "train_on_batch": """
model = keras.Sequential([keras.Input((3,)), layers.Dense(2)])
model.compile("adam", "mse")
for step in range(3):
    loss = model.train_on_batch(np.zeros((4, 3)), np.zeros((4, 2)))
model.train_on_batch(np.zeros((4, 3)), np.zeros((4, 5)))  # error: target-width-mismatch
""",
    "a deferred model is fixed by its first data": """
model = keras.Sequential([layers.Dense(4, activation="relu"), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.zeros((8, 6)), np.zeros(8), verbose=0)
model.predict(np.zeros((8, 7)), verbose=0)  # error: fit-input-shape
""",
    "a list of inputs comes to a step as a tuple": """
class Pair(keras.Model):
    def train_step(self, data):
        if isinstance(data[0], tuple):
            data = data[0]
        first, second = data
        return {"loss": keras.ops.sum(keras.ops.reshape(first, (-1, 4)))}

model = Pair()
model.compile("adam")
model.fit([np.zeros((4, 2, 2)), np.zeros((4, 3))], verbose=0)
""",
    "windows of rows": """
rows = np.zeros((100, 5))
windows = keras.utils.timeseries_dataset_from_array(rows[:-3], rows[3:, 1], 6, batch_size=8)
model = keras.Sequential([keras.Input((6, 5)), layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(windows, verbose=0)
wrong = keras.Sequential([keras.Input((7, 5)), layers.Flatten(), layers.Dense(1)])
wrong.compile("adam", "mse")
wrong.fit(windows, verbose=0)  # error: fit-input-shape
""",
    "as many layers as it happens": """
model = keras.Sequential([keras.Input((16, 16, 3))])
for _ in range(np.random.randint(2, 4)):
    model.add(layers.Conv2D(4, 3, strides=2, padding="same"))
model.add(layers.Flatten())
model.add(layers.Dense(2))
model(np.zeros((1, 16, 16, 3)))
""",
    "an initializer by its name": """
make = keras.initializers.get("he_normal")
weights = make((3, 4))
keras.ops.matmul(np.zeros((2, 4), "float32"), weights)  # error: matmul-shape-mismatch
""",
    "a name of Keras 1": """
x = keras.Input((9, 9, 3))
y = layers.Convolution2D(4, 3, 3)(x)
layers.Dense(2)(layers.Flatten()(y))
""",
    "frames in a convolution of pictures": """
frames = keras.Input((5, 8, 8, 3))
layers.Conv2D(4, 3)(frames)  # error: layer-input-rank
""",
    "weights that do not fit": """
old = keras.Sequential([keras.Input((4,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(10)])
new = keras.Sequential([keras.Input((4,)), layers.Dense(8), layers.BatchNormalization(), layers.Dense(3)])
for one, other in zip(new.layers[:2], old.layers[:2]):
    one.set_weights(other.get_weights())
new.set_weights(old.get_weights())  # error: checkpoint-shape-mismatch
""",
    "weights that are counted": """
model = keras.Sequential([
    keras.Input((28, 28, 4)), layers.Conv2D(8, 3, groups=2, use_bias=False), layers.BatchNormalization(scale=False),
    layers.Conv2DTranspose(6, 3), layers.MaxPooling2D(), layers.Flatten(), layers.Dense(5)])
text = keras.Sequential([
    keras.Input((7,)), layers.Embedding(30, 4), layers.GRU(6, return_sequences=True),
    layers.GRU(5, reset_after=False, return_sequences=True), layers.SimpleRNN(3, return_sequences=True),
    layers.LSTM(2), layers.Dense(1)])
np.zeros(model.count_params()).reshape(6491)
np.zeros(text.count_params()).reshape(594)
np.zeros(text.count_params()).reshape(3)  # error: view-size-mismatch
""",
    "what is frozen with a model": """
inner = keras.Sequential([keras.Input((3,)), layers.Dense(3), layers.Dense(4)])
model = keras.Sequential([keras.Input((3,)), inner, layers.Dense(5)])
model.trainable = False
assert not inner.trainable and not inner.layers[0].trainable and not model.layers[-1].trainable
inner.layers[1].trainable = True
assert not model.trainable and inner.layers[1].trainable
np.zeros(2 + inner.layers[1].trainable).reshape(3)
np.zeros(2 + inner.layers[0].trainable).reshape(3)  # error: view-size-mismatch
""",
    "what is frozen with a layer of the program's": """
class Pair(layers.Layer):
    def __init__(self, first):
        super().__init__()
        self.parts = [first, layers.TimeDistributed(layers.Dense(2))]

first, cell = layers.Dense(3), layers.LSTMCell(3)
first.trainable = cell.trainable = True
pair = Pair(first)
a = keras.Input((4, 3))
model = keras.Model(a, layers.RNN(cell)(layers.Dropout(0.5)(a)))
model.trainable = pair.trainable = False
assert not cell.trainable
pair.parts[1].trainable = True
assert pair.parts[1].layer.trainable and not pair.trainable
np.zeros(2 + first.trainable).reshape(3)  # error: view-size-mismatch
""",
    "what is frozen with a copy": """
model = keras.Sequential([keras.Input((3,)), layers.Dense(3)])
copy = keras.models.clone_model(model)
one = model.layers[0]
one.trainable = True
copy.trainable = False
if one.trainable:
    np.zeros(3).reshape(4)  # error: view-size-mismatch
""",
    "a frozen network": """
one = layers.Dense(3)
one.trainable = True
base = keras.applications.VGG16(weights=None, include_top=False, input_shape=(32, 32, 3))
base.trainable = False
assert not base.layers[-1].trainable and one.trainable
for layer in base.layers[-4:]:
    layer.trainable = True
assert not base.trainable and base.layers[-1].trainable and not base.layers[3].trainable
np.zeros(2 + one.trainable).reshape(4)  # error: view-size-mismatch
""",
}
