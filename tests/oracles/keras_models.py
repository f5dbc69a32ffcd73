"""Programs that make models: what `model.layers` holds is compared with Keras, layer by layer."""

from __future__ import annotations

HEAD = """
import numpy as np
import keras
from keras import layers, ops
"""

PROGRAMS = {
    "inputs in another order than they are needed": """
a = keras.Input((8, 8, 3), name="a")
b = keras.Input((5,), name="b")
x = layers.Conv2D(4, 3, name="c")(a)
y = layers.Flatten(name="f")(x)
z = layers.Dense(7, name="d")(b)
w = layers.concatenate([z, y], name="cat")
m1 = keras.Model([b, a], [layers.Dense(1, name="o1")(w), layers.Dense(2, name="o2")(z)])
m2 = keras.Model(m1.inputs, m1.get_layer("cat").output)
m3 = keras.Model(a, m1.get_layer("f").output)
""",
    "shared layers, functions, nested models and layers of the program's": """
class Own(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units, self.inner = units, layers.Dense(units)

    def build(self, shape):
        self.w = self.add_weight(shape=(shape[-1], self.units))

    def call(self, x):
        return self.inner(x) + ops.matmul(x, self.w)

a = keras.Input((4,), name="a")
s = layers.Dense(4, name="shared")
x = Own(6, name="own")(s(s(a)) * 2)
inner = keras.Sequential([keras.Input((6,)), layers.Dense(3, name="in1"), layers.Dense(2, name="in2")], name="seq")
x = inner(x)
x = layers.add([x, x], name="plus")
m1 = keras.Model(a, [x, layers.Activation("relu", name="act")(a)])
m2 = keras.Model(m1.input, m1.layers[2].output)
m3 = keras.Model(inner.inputs, inner.layers[-2].output)
nested = keras.Input((4,))
m4 = keras.Model(nested, layers.Dense(5)(m1(nested)[0]))
""",
    "wrappers, dicts and an input that leads nowhere": """
a = keras.Input((4, 10), name="a")
u = keras.Input((2,), name="unused")
x = layers.Bidirectional(layers.LSTM(3, return_sequences=True), name="bi")(a)
x = layers.TimeDistributed(layers.Dense(5), name="td")(x)
x = layers.Lambda(lambda t: t * 2, name="lam")(x)
out, h, c = layers.LSTM(7, return_state=True)(x)
m1 = keras.Model({"a": a, "u": u}, {"p": layers.Dense(2, name="p")(ops.mean(x, axis=1)), "q": layers.add([out, h, c])})
""",
    "sequential": """
m1 = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(4, 3), layers.Flatten(), layers.Dense(3, name="last")])
m2 = keras.Sequential([layers.Dense(3, input_shape=(4,)), layers.Dense(4)])
m3 = keras.Sequential([keras.Input((4,)), layers.Dense(3), layers.Dense(4)])
m3.pop()
m3.add(layers.Dense(9))
m4 = keras.Sequential([m2, layers.Dense(5)])
m5 = keras.models.clone_model(m1)
m6 = keras.Sequential(m2.layers[:-1])
""",
    "subclassed": """
class Net(keras.Model):
    def __init__(self, n):
        super().__init__()
        self.first = layers.Dense(4)
        self.blocks = [[layers.Dense(4), layers.Dropout(0.2)] for _ in range(n)]
        self.named = {"x": layers.Dense(3), "y": layers.BatchNormalization()}
        self.again = self.first
        self.tracker = keras.metrics.Mean()

    def call(self, x, training=False):
        x = self.first(x)
        for dense, dropout in self.blocks:
            x = dropout(dense(x), training=training)
        return self.named["y"](self.named["x"](x))

m1 = Net(3)
m1(keras.Input((6,)))
a = keras.Input((6,))
m2 = keras.Model(a, layers.Dense(2)(Net(2)(a)))
""",
    "weights of the merging and attending layers": """
q, v, k = keras.Input((8, 4)), keras.Input((5, 6)), keras.Input((5, 7))
m1 = keras.Model([q, v, k], layers.MultiHeadAttention(2, 3)(q, v, k))
m2 = keras.Model(q, layers.MultiHeadAttention(2, 3, value_dim=5, use_bias=False, output_shape=9)(q, q))
m3 = keras.Model(q, layers.GroupQueryAttention(3, 4, 2)(q, q))
m4 = keras.Model(q, layers.Dot(axes=2)([layers.Attention(use_scale=True)([q, q]), layers.AdditiveAttention()([q, q])]))
m5 = keras.Model([v, k], layers.Concatenate()([v, k]))
""",
}

LAYERS = {
    "(6,)": "Dense(3) Dense(3,use_bias=False) Embedding(10,4) BatchNormalization() UnitNormalization() "
    "Normalization(mean=1.0,variance=2.0) EinsumDense('ab,bc->ac',output_shape=7) Dropout(0.5) Rescaling(2.0) "
    "GaussianNoise(0.1) ELU() LeakyReLU() Identity() Reshape((3,2)) RepeatVector(3)",
    "(8, 4)": "Conv1D(3,2) DepthwiseConv1D(3) SeparableConv1D(7,3,use_bias=False) "
    "BatchNormalization(axis=1,scale=False) LayerNormalization() LayerNormalization(axis=(1,2),center=False) "
    "GroupNormalization(groups=2) RMSNormalization() Normalization() Normalization(axis=None) "
    "PReLU() PReLU(shared_axes=[1]) LSTM(3) GRU(3) GRU(3,reset_after=False) "
    "SimpleRNN(3,use_bias=False) Bidirectional(layers.LSTM(3)) TimeDistributed(layers.Dense(3)) "
    "Bidirectional(layers.LSTM(3),backward_layer=layers.GRU(3,go_backwards=True)) RNN(layers.LSTMCell(3)) "
    "RNN([layers.LSTMCell(3),layers.GRUCell(5)]) SpatialDropout1D(0.2) ZeroPadding1D(2) Cropping1D(1) Permute((2,1)) "
    "RNN(layers.StackedRNNCells([layers.SimpleRNNCell(3),layers.GRUCell(5)])) UpSampling1D(2) "
    "MaxPooling1D() GlobalMaxPooling1D() Conv1DTranspose(3,2)",
    "(8, 8, 4)": "Conv2D(4,(2,3),groups=2) Conv2DTranspose(3,2) DepthwiseConv2D(3,depth_multiplier=2) "
    "SeparableConv2D(7,3,depth_multiplier=2) CenterCrop(4,4) Resizing(5,5) RandomFlip() MaxPooling2D() "
    "GlobalAveragePooling2D() AveragePooling2D(3,1,'same')",
    "(5, 8, 8, 4)": "ConvLSTM2D(3,2) Conv3D(3,2) Conv3DTranspose(3,2) TimeDistributed(layers.Conv2D(3,2))",
}
"""Layers by the shape that each is given."""

NETWORKS = (
    "VGG16 VGG19 ResNet50 ResNet101 ResNet152 ResNet50V2 ResNet101V2 ResNet152V2 MobileNet MobileNetV2 "
    "MobileNetV3Small MobileNetV3Large EfficientNetB0 EfficientNetB1 EfficientNetB2 EfficientNetB3 EfficientNetB4 "
    "EfficientNetB5 EfficientNetB6 EfficientNetB7 EfficientNetV2B0 EfficientNetV2B1 EfficientNetV2B2 EfficientNetV2B3 "
    "EfficientNetV2S EfficientNetV2M EfficientNetV2L DenseNet121 DenseNet169 DenseNet201 InceptionV3 Xception "
    "InceptionResNetV2 NASNetMobile NASNetLarge ConvNeXtTiny ConvNeXtSmall ConvNeXtBase ConvNeXtLarge ConvNeXtXLarge"
).split()
VARIANTS = (
    "VGG16(weights=None)", "ResNet50(weights=None, classes=7, input_shape=(64, 96, 3))",
    "MobileNet(weights=None, alpha=0.5, include_top=False, pooling='avg', input_shape=(96, 96, 3))",
    "MobileNetV2(weights=None, alpha=0.35, include_top=False, input_shape=(96, 64, 3))",
    "MobileNetV3Small(weights=None, minimalistic=True, include_preprocessing=False, input_shape=(64, 64, 3))",
    "EfficientNetV2B0(weights=None, include_top=False, include_preprocessing=False, pooling='max')",
    "ConvNeXtTiny(weights=None, include_top=False, input_shape=(64, 64, 3))",
)  # fmt: skip
"""Networks of `keras.applications` with arguments that change their layers."""


def of_layers() -> str:
    """A model for each of the layers."""
    lines = []
    for shape, spelt in LAYERS.items():
        for layer in spelt.split():
            number = len(lines) // 2
            lines.append(f"i{number} = keras.Input({shape})")
            lines.append(f"m{number} = keras.Model(i{number}, layers.{layer}(i{number}))")
    return "\n".join(lines) + "\n"
