"""`keras.applications`: what goes into the well-known networks and what comes out. Sources: keras/src/applications."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...core.dim import Dim
from ...core.objects import Instance
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Unknown, Value
from ..binding import Ignored
from .activations import activated
from .application_checks import constraint
from .dialect import K, flag, tensor, text
from .graph import FEATURES
from .models import MODEL
from .natives import Failed, Given
from .networks import grown, sources
from .settings import is_usual

if TYPE_CHECKING:
    from ...core.value import Context


class Network(NamedTuple):
    """size: of the default image. features: channels at the end. sides: what becomes of height and width, see
    `_through`. first: the first parameters, where they are not the usual ones."""

    size: int
    features: int
    sides: str
    first: str = ""


_UP, _DOWN = "up up up up up", "down down down down down"
_DENSE, _INCEPTION, _XCEPTION = "up up down down down", "3/2 3 3/2 3 3/2 3/2 3/2", "3/2 3 up up up up"
_NAS = "3/2 up up up up"
_USUAL = "include_top weights input_tensor input_shape pooling classes classifier_activation"
_MOBILE = "input_shape alpha include_top weights input_tensor pooling classes classifier_activation"
_MOBILE_1 = ("input_shape alpha depth_multiplier dropout include_top weights input_tensor pooling classes "
             "classifier_activation")  # fmt: skip
_MOBILE_3 = ("input_shape alpha minimalistic include_top weights input_tensor classes pooling dropout_rate "
             "classifier_activation")  # fmt: skip
_NASNET = "input_shape include_top weights input_tensor pooling classes classifier_activation"
_CONVNEXT = "include_top include_preprocessing weights input_tensor input_shape pooling classes classifier_activation"

NETWORKS = {
    "VGG16": Network(224, 512, _DOWN), "VGG19": Network(224, 512, _DOWN), "ResNet50": Network(224, 2048, _UP),
    "ResNet101": Network(224, 2048, _UP), "ResNet152": Network(224, 2048, _UP), "ResNet50V2": Network(224, 2048, _UP),
    "ResNet101V2": Network(224, 2048, _UP), "ResNet152V2": Network(224, 2048, _UP),
    "MobileNet": Network(224, 1024, _DOWN, _MOBILE_1), "MobileNetV2": Network(224, 1280, _UP, _MOBILE),
    "MobileNetV3Small": Network(224, 576, _UP, _MOBILE_3), "MobileNetV3Large": Network(224, 960, _UP, _MOBILE_3),
    "EfficientNetB0": Network(224, 1280, _UP), "EfficientNetB1": Network(240, 1280, _UP),
    "EfficientNetB2": Network(260, 1408, _UP), "EfficientNetB3": Network(300, 1536, _UP),
    "EfficientNetB4": Network(380, 1792, _UP), "EfficientNetB5": Network(456, 2048, _UP),
    "EfficientNetB6": Network(528, 2304, _UP), "EfficientNetB7": Network(600, 2560, _UP),
    "EfficientNetV2B0": Network(224, 1280, _UP), "EfficientNetV2B1": Network(240, 1280, _UP),
    "EfficientNetV2B2": Network(260, 1408, _UP), "EfficientNetV2B3": Network(300, 1536, _UP),
    "EfficientNetV2S": Network(384, 1280, _UP), "EfficientNetV2M": Network(480, 1280, _UP),
    "EfficientNetV2L": Network(480, 1280, _UP), "DenseNet121": Network(224, 1024, _DENSE),
    "DenseNet169": Network(224, 1664, _DENSE), "DenseNet201": Network(224, 1920, _DENSE),
    "InceptionV3": Network(299, 2048, _INCEPTION), "Xception": Network(299, 2048, _XCEPTION),
    "InceptionResNetV2": Network(299, 1536, _INCEPTION), "NASNetMobile": Network(224, 1056, _NAS, _NASNET),
    "NASNetLarge": Network(331, 4032, _NAS, _NASNET), "ConvNeXtTiny": Network(224, 768, _DOWN, _CONVNEXT),
    "ConvNeXtSmall": Network(224, 768, _DOWN, _CONVNEXT), "ConvNeXtBase": Network(224, 1024, _DOWN, _CONVNEXT),
    "ConvNeXtLarge": Network(224, 1536, _DOWN, _CONVNEXT), "ConvNeXtXLarge": Network(224, 2048, _DOWN, _CONVNEXT),
}  # fmt: skip

_CALLED = {
    "InceptionV3": "inception_v3", "InceptionResNetV2": "inception_resnet_v2", "MobileNet": "", "MobileNetV2": "",
    "MobileNetV3Small": "MobileNetV3Small", "MobileNetV3Large": "MobileNetV3Large", "NASNetMobile": "nasnet_mobile",
    "NASNetLarge": "nasnet_large",
    **{f"EfficientNetV2{size}": f"efficientnetv2-{size.lower()}" for size in "B0 B1 B2 B3 S M L".split()},
    **{f"ConvNeXt{size}": f"convnext_{size.lower()}" for size in "Tiny Small Base Large XLarge".split()},
}  # fmt: skip
"""The names of the models, where they are not those of the functions in small letters; "" depends on the arguments."""


@K.op(FEATURES)
def features(inputs: Tensor, name: str, top: bool, classes: Dim, pooling: str | None, activation: Ignored) -> Tensor:
    """Of a network without its top: [batch, height, width, features], pooled or not; with it the class scores."""
    network = NETWORKS[name]
    batch = inputs.shape[0]
    if top:
        return activated(tensor(Shape((batch, classes))), activation)
    if pooling is not None:
        return tensor(Shape((batch, Dim.of(network.features))))
    sides = [_through(side, network.sides) for side in inputs.shape.dims[1:3]]
    return tensor(Shape((batch, *sides, network.features)))


def _through(side: Dim, steps: str) -> Dim:
    """The length of a side behind some windows: `up` and `down` halve it, `3/2` is a window of 3 without padding that
    moves by 2."""
    for step in steps.split():
        size, _, stride = step.partition("/")
        side = (side + _HALF[size]) // 2 if size in _HALF else (side - int(size)) // int(stride or 1) + 1
    return side


_HALF = {"up": 1, "down": 0}


def _network(name: str) -> None:
    network = NETWORKS[name]

    def make(context: Context, arguments: Arguments) -> Value:
        asked = Given(network.first or _USUAL, arguments, 0)
        top = flag(asked["include_top"]) if "include_top" in asked else True
        if top is None or not is_usual(context):
            return Instance(MODEL)
        problem = constraint(name, network.size, asked, top)
        if problem is not None:
            context.apply("keras.applications.refused", Arguments((asked["input_shape"], Failed(problem))))
            return Instance(MODEL)
        inputs = _input(context, asked, network.size, top and network.first != _MOBILE_3)  # that one takes any size
        model = Instance(MODEL)
        model.hide(context, "made", context.span)
        called = _CALLED.get(name, name.lower())
        own = {"name": Constant(called)} if called else {}
        model.hide(context, "given", own | ({"name": asked["name"]} if "name" in asked else {}))
        model.hide(context, "network", (name, {**asked.values, "include_top": Constant(top), "input_tensor": inputs}))
        declared = inputs if "input_tensor" not in asked else sources(inputs, alone=name.startswith("ConvNeXt"))
        for key in ("inputs", "input"):
            model.hide(context, key, declared)
        scaled = "alpha" in asked and getattr(asked["alpha"], "payload", None) != 1.0
        if scaled and not top:
            inside = grown(context, model)
            return model if inside is None else _with_output(context, model, inside)
        classes = asked["classes"] if "classes" in asked else Constant(1000)
        activation = asked.values.get("classifier_activation", Constant("softmax"))
        what = (inputs, Constant(name), Constant(top), classes, Constant(text(asked["pooling"])), activation)
        outputs = context.apply(FEATURES, Arguments(what), {"network": model})
        return _with_output(context, model, outputs)

    K.native(f"keras.applications.{name}")(make)


def _with_output(context: Context, model: Instance, outputs: Value) -> Instance:
    for key in ("outputs", "output"):
        model.hide(context, key, outputs)
    return model


def _input(context: Context, asked: Given, size: int, top: bool) -> Value:
    """The tensor that is given, or one of the shape that is given or usual."""
    if "input_tensor" in asked:
        return asked["input_tensor"]
    usual: tuple[Value, ...] = (Constant(size), Constant(size), Constant(3)) if top else (NONE, NONE, Constant(3))
    from ...core.containers import Sequence

    shape = asked["input_shape"] if "input_shape" in asked else Sequence.tuple(usual)
    return context.apply("keras.Input", Arguments((), {"shape": shape}))


for _name in NETWORKS:
    _network(_name)


# -- what comes before and after -------------------------------------------------------------------------------

_MODULES = (
    "convnext densenet efficientnet efficientnet_v2 imagenet_utils inception_resnet_v2 inception_v3 mobilenet "
    "mobilenet_v2 mobilenet_v3 nasnet resnet resnet_v2 vgg16 vgg19 xception"
)


def _preprocess(module: str) -> None:
    def preprocess_input(x: Tensor, data_format: Ignored = None) -> Tensor:
        return Tensor(x.shape, None, x.library)

    def preprocess_any(x: Tensor, data_format: Ignored = None, mode: Ignored = "caffe") -> Tensor:
        return Tensor(x.shape, None, x.library)

    def decode_predictions(context: Context, arguments: Arguments) -> Value:
        return Unknown("decoded predictions")

    function = preprocess_any if module == "imagenet_utils" else preprocess_input
    K.op(f"keras.applications.{module}.preprocess_input")(function)
    K.native(f"keras.applications.{module}.decode_predictions")(decode_predictions)


for _module in _MODULES.split():
    _preprocess(_module)
