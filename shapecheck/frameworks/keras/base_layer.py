"""`keras.layers.Layer`: the class that all layers derive from, and what happens when one is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.objects import Class, Instance, Property, library_class
from ...core.outcome import Mismatch, Undecided, remark
from ...core.plain import FALSE, NONE, TRUE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.undefined import is_undefined
from ...core.value import Arguments, Native, Unknown, Value
from ..binding import Ignored
from ..declare import REGISTRY, Spec
from .checks import need_defined
from .dialect import KERAS, K, dtype_of, given, leaves, number, snake, spell, tensor, text
from .generation import before_3
from .graph import note_call, owned, shown
from .legacy import spelt, translate
from .natives import Given, axes_after, computed, ignored, method, of_weights, parse_shape, shape_value
from .settings import with_format
from .symbolic import inside, note_reductions

if TYPE_CHECKING:
    from ...core.span import Span
    from ...core.value import Context


# -- construction ----------------------------------------------------------------------------------------------


def _new(context: Context, arguments: Arguments) -> Value:
    """Keeps the keywords as they were given: `input_shape`, `name` and `dtype` belong to no single layer."""
    cls = arguments.positional[0]
    if not isinstance(cls, Class):
        return context.gap("a layer of an unknown class")
    own = Arguments(arguments.positional[1:], arguments.keywords, _shifted(arguments), arguments.open)
    instance = Instance(cls)
    if cls.path is not None:
        old = spelt(cls.name, own)
        if old:
            words = (Constant(", ".join(old)), Constant(", ".join(dict.fromkeys(old.values()))))
            context.apply("keras.layers.Layer.spelling", Arguments(words), {"": instance})
        own = with_format(context, cls.path, translate(cls.name, own))
    instance.hide(context, "given", own.keywords)
    init = cls.find("__init__")
    if init is not None:
        context.call(init, own.after(instance))
    return instance


@K.op("keras.layers.Layer.spelling")
def old_spelling(old: str, today: str) -> None:
    """Arguments under the names that Keras 1 or 2 had for them."""
    remark("old-keras-spelling", f"{old} of older versions: today it is {today}", help=today)


def _shifted(arguments: Arguments) -> dict[int | str, Span]:
    return {k - 1 if isinstance(k, int) else k: span for k, span in arguments.spans.items() if k != 0}


@method("Layer.__init__")
def _init(context: Context, layer: Instance, arguments: Arguments) -> Value:
    keywords = {**(layer.hidden("given") or {}), **arguments.keywords}
    layer.hide(context, "given", keywords)
    return NONE


def declared(layer: Instance) -> Spec | None:
    """The record of a declared layer's call; None for a class of the program's with a call of its own."""
    for cls in layer.cls.mro():
        if "call" in cls.state:
            found = REGISTRY.get(cls.path or "")
            return found if isinstance(found, Spec) else None
    return None


# -- calling ---------------------------------------------------------------------------------------------------


@method("Layer.__call__")
def _call(context: Context, layer: Instance, arguments: Arguments) -> Value:
    own = Arguments(arguments.positional[1:], arguments.keywords, _shifted(arguments), arguments.open)
    return call_layer(context, layer, own)


def call_layer(context: Context, layer: Instance, arguments: Arguments, kind: str = "") -> Value:
    """What `layer(...)` gives. `kind` names the mistake if the layer was built for another length."""
    spec = declared(layer)
    first = arguments.positional[0] if arguments.positional else next(iter(arguments.keywords.values()), NONE)
    if not layer.hidden("built"):
        layer.hide(context, "built", True)
        _build(context, layer, first)
    if spec is not None and isinstance(first, (Sequence, Mapping)) and _takes_one(spec):
        return context.gap(f"{layer.cls.name} of several tensors")
    if spec is not None and isinstance(first, Tensor) and not fits_lock(context, layer, spec, first, kind):
        return Unknown(f"{layer.cls.name}, which fails")
    function = layer.attribute(context, "call")
    accepted = _accepted(layer, spec, arguments)
    with inside():
        result = context.call(function, accepted if spec is not None else _in_own_dtype(layer, accepted))
    result = owned(_with_dtype(layer, result), layer, arguments)
    note_reductions(context, first, result if spec is None else NONE)
    note_call(context, layer, arguments, first, result)
    return result


def _takes_one(spec: Spec) -> bool:
    """The first argument of the layer's call is one tensor."""
    return bool(spec.call_parameters) and spec.call_parameters[0].annotation == "Tensor"


def _build(context: Context, layer: Instance, first: Value) -> None:
    """Calls the `build` of the program's own class with the shape of the input."""
    build = layer.cls.find("build")
    if build is None or isinstance(build, Native):
        return
    parts = [shape_value(part.shape) for part in leaves(first) if isinstance(part, Tensor)]
    single = isinstance(first, Tensor)
    shape = (parts[0] if single else Sequence.list(parts)) if parts else Unknown("the shape of an unknown input")
    context.call(build, Arguments((layer, shape)))


def _accepted(layer: Instance, spec: Spec | None, arguments: Arguments) -> Arguments:
    """Without `training` and `mask` where `call` does not take them."""
    if "training" not in arguments.keywords and "mask" not in arguments.keywords:
        return arguments
    if spec is not None:
        names = {p.name for p in spec.call_parameters}
    else:
        node = getattr(layer.cls.find("call"), "node", None)
        if node is None:
            return arguments
        if any(p.by == "others" for p in node.parameters):
            return arguments
        names = {p.name for p in node.parameters}
    kept = {k: v for k, v in arguments.keywords.items() if k not in ("training", "mask") or k in names}
    return Arguments(arguments.positional, kept, arguments.spans, arguments.open)


def _in_own_dtype(layer: Instance, arguments: Arguments) -> Arguments:
    """The program's own `call` is given tensors, and floats of the dtype that the layer computes in."""
    asked = given(layer, "dtype")
    own = K.default_float if asked is None or asked is NONE else None

    def cast(value: Value) -> Value:
        if not isinstance(value, Tensor) or (value.dtype != "float64" and value.library.name != "numpy"):
            return value
        library = KERAS if value.library.name == "numpy" else value.library
        found = Tensor(value.shape, own if value.dtype == "float64" else value.dtype, library, value.box, value.origin)
        found.node = value.node
        return found

    keywords = {name: cast(value) for name, value in arguments.keywords.items()}
    return Arguments(tuple(map(cast, arguments.positional)), keywords, arguments.spans, arguments.open)


def _with_dtype(layer: Instance, result: Value) -> Value:
    """A layer with a dtype of its own gives floats of that dtype."""
    asked = given(layer, "dtype")
    if asked is None or asked is NONE or not isinstance(result, Tensor) or result.dtype != "float32":
        return result
    if (name := dtype_of(asked)) == "float32":
        return result
    changed = Tensor(result.shape, name, result.library, result.box, result.origin)
    changed.node = result.node
    return changed


# -- lengths that are fixed by the first call ------------------------------------------------------------------


@K.op("keras.layers.Layer.input")
def locked_length(inputs: Tensor, axis: int, built_for: Dim, layer: str, kind: str) -> None:
    """A layer whose weights are made takes no other length. Source: keras/src/layers/input_spec.py."""
    got = inputs.shape[axis]
    raise Mismatch(
        kind or "linear-in-features-mismatch",
        f"{layer} was built for input of {built_for} features, got {got}",
        got,
        built_for,
        argument="inputs",
        runtime=f"Input 0 with name 'None' of layer '{snake(layer)}' is incompatible with the layer: expected "
        f"axis {axis} of input shape to have value {built_for}, but received input with shape {spell(inputs.shape)}",
    )


@K.op("keras.layers.Layer.kernel")
def undefined_length(inputs: Tensor, layer: str, axis: int) -> None:
    need_defined(inputs, axis, layer, "inputs")


def fits_lock(context: Context, layer: Instance, spec: Spec, x: Tensor, kind: str) -> bool:
    """Remembers a length at the first call; refuses another one later."""
    if spec.locks_axis is None:
        return True
    axis = _axis(layer, spec.locks_axis)
    try:
        length = x.shape[axis]
    except (Undecided, IndexError):
        return True
    before: Dim | None = layer.hidden("locked")
    if before is None and is_undefined(length):
        told = (x, Constant(layer.cls.name), Constant(axis))
        context.apply("keras.layers.Layer.kernel", Arguments(told), {"": layer})
        return False
    if before is None and not length.is_unknown:
        layer.hide(context, "locked", length)
    if before is None or length.equals(before) is not Truth.NO:
        return True
    what = (x, Constant(axis), Constant(before), Constant(layer.cls.name), Constant(kind))
    context.apply("keras.layers.Layer.input", Arguments(what), {"": layer})
    return False


def _axis(layer: Instance, default: int) -> int:
    constructor: dict[str, Value] = layer.hidden("constructor") or {}
    if text(constructor.get("data_format")) == "channels_first":
        return 1
    asked = number(constructor.get("axis"))
    return asked if asked is not None else default


# -- weights ---------------------------------------------------------------------------------------------------


@method("Layer.add_weight")
def _add_weight(context: Context, layer: Instance, arguments: Arguments) -> Value:
    order = "shape initializer dtype trainable"
    if len(arguments.positional) > 1 and text(arguments.positional[1]) is not None:
        order = "name shape dtype initializer"
    asked = Given(order, arguments)
    dtype = dtype_of(asked["dtype"]) if "dtype" in asked else "float32"
    made = weight(asked["shape"], dtype)
    layer.hide(context, "added", (*(layer.hidden("added") or ()), made))
    return made


def weight(shape: Value, dtype: str | None) -> Tensor:
    """A variable; without a shape it is a scalar."""
    if isinstance(shape, Constant) and shape.payload is None:
        return tensor(Shape(), dtype)
    if isinstance(shape, Constant) and shape.dim is not None:
        return tensor(Shape((shape.dim,)), dtype)
    lengths = parse_shape(shape)
    if lengths is None:
        return tensor(Shape.unknown(), dtype)
    return tensor(Shape(dim if dim is not None else Dim.unknown() for dim in lengths), dtype)


def _weights(context: Context, layer: Instance) -> Value:
    return Unknown("weights of a layer")


@computed("Layer.name")
def _name(context: Context, layer: Instance) -> Value:
    return given(layer, "name") or Scalar("str")


@computed("Layer.input")
def _input(context: Context, layer: Instance) -> Value:
    return shown(layer, "input") or Unknown("input of a layer that was not called")


@computed("Layer.output")
def _output(context: Context, layer: Instance) -> Value:
    return shown(layer, "output") or Unknown("output of a layer that was not called")


def shapes_of(value: Value) -> Value:
    """The shapes of a tensor, or of several as a list."""
    if isinstance(value, Tensor):
        return shape_value(value.shape)
    if isinstance(value, Sequence) and value.known is not None:
        return Sequence.list(map(shapes_of, value.known))
    return Unknown("shape of an unknown value")


@computed("Layer.output_shape")
def _output_shape(context: Context, layer: Instance) -> Value:
    return shapes_of(shown(layer, "output") or NONE)


@computed("Layer.input_shape")
def _input_shape(context: Context, layer: Instance) -> Value:
    return shapes_of(shown(layer, "input") or NONE)


_ANY = Native("Layer", lambda context, arguments: Unknown("of a layer"))
_WEIGHTS = {
    name: computed(f"Layer.{name}")(_weights)
    for name in (
        "weights", "trainable_weights", "non_trainable_weights", "variables", "trainable_variables", "losses",
        "updates",
        "non_trainable_variables", "metrics", "metrics_names", "submodules", "inputs", "outputs", "dtype_policy",
        "compute_dtype", "variable_dtype", "input_spec", "quantization_mode",
    )
}  # fmt: skip

LAYER = library_class(
    "keras.layers.Layer",
    __new__=_new, __init__=_init, __call__=_call, add_weight=_add_weight, build=of_weights("build"), name=_name,
    input=_input,
    output=_output, input_shape=_input_shape, output_shape=_output_shape, built=TRUE, stateful=FALSE,
    trainable=Property(of_weights("trainable"), of_weights("set trainable")), supports_masking=FALSE,
    dtype=Constant("float32"),
    get_config=Native("get_config", lambda c, a: Mapping({}, open=True)),
    get_weights=of_weights("get_weights"), count_params=of_weights("count_params"),
    set_weights=of_weights("set_weights"),
    add_loss=ignored(), add_metric=ignored(), add_update=ignored(), adapt=ignored(), reset_states=ignored(),
    reset_state=ignored(), compute_mask=_ANY, compute_output_shape=_ANY, compute_output_spec=_ANY, get_vocabulary=_ANY,
    vocabulary_size=Native("vocabulary_size", lambda c, a: Scalar("int")), set_vocabulary=ignored(), from_config=_ANY,
    add_variable=_add_weight, build_from_config=ignored(), get_build_config=_ANY, save_own_variables=ignored(),
    load_own_variables=ignored(), enable_lora=ignored(), quantize=ignored(), **_WEIGHTS,
)  # fmt: skip
K.classes(LAYER)
REGISTRY["keras.Layer"] = LAYER


# -- inputs ----------------------------------------------------------------------------------------------------


def _no_tuple(shape: Value) -> None:
    if isinstance(shape, Constant) and shape.dim is not None:
        raise Mismatch("input-shape-not-tuple", f"a shape is a tuple, got the number {shape.dim}", argument="shape",
                       runtime=f"Cannot convert '{shape.dim}' to a shape.", help=f"shape=({shape.dim},)")  # fmt: skip


def input_tensor(shape: Value, batch: Value | None, batch_shape: Value | None, dtype: str | None) -> Tensor:
    """The symbolic tensor of a declared input; the batch is not known unless it is given."""
    from .dialect import batch_dim

    asked = shape if batch_shape is None else batch_shape
    _no_tuple(asked)
    lengths = parse_shape(asked)
    if lengths is None:
        return tensor(Shape((batch_dim(),), gap=1), dtype)
    if batch_shape is None:
        size = batch.dim if isinstance(batch, Constant) else None
        return tensor(Shape([batch_dim() if size is None else size, *axes_after(asked, 0)]), dtype)
    first = [batch_dim() if lengths[0] is None else lengths[0]] if lengths else []
    return tensor(Shape([*first, *axes_after(asked, 1)]), dtype)


def _older(context: Context, arguments: Arguments) -> Arguments:
    """Up to Keras 2 a number stands for a tuple of one, and TensorFlow's functions take what is made here."""
    if not before_3(context):
        return arguments
    keywords = {**arguments.keywords, "generation": Constant(2)}
    arguments = Arguments(arguments.positional, keywords, arguments.spans, arguments.open)
    shape = arguments.get(0, "shape")
    if not isinstance(shape, Constant) or shape.dim is None:
        return arguments
    one = Sequence.tuple((shape,))
    if arguments.positional:
        return Arguments((one, *arguments.positional[1:]), arguments.keywords, arguments.spans, arguments.open)
    return Arguments((), {**arguments.keywords, "shape": one}, arguments.spans, arguments.open)


@K.op("keras.Input", "keras.layers.Input", prepare=_older)
def declare_input(shape: Value | None = None, batch_size: Value | None = None, dtype: Value | None = None,
                  sparse: Ignored = None, ragged: Ignored = None, batch_shape: Value | None = None,
                  name: Ignored = None,
                  tensor: Value | None = None, optional: Ignored = False, *, batch_input_shape: Value | None = None,
                  input_shape: Value | None = None, **others: Ignored) -> Tensor:  # fmt: skip
    """Source: keras/src/layers/core/input_layer.py."""
    if isinstance(tensor, Tensor):
        return tensor
    if shape is None and batch_shape is None and batch_input_shape is None and input_shape is None:
        raise Undecided("an input without a shape")
    kind = dtype_of(dtype) if dtype is not None else "float32"
    return input_tensor(shape or input_shape or NONE, batch_size, batch_shape or batch_input_shape, kind)


@method("InputLayer.__init__")
def _input_layer(context: Context, layer: Instance, arguments: Arguments) -> Value:
    asked = Given("shape batch_size dtype sparse ragged batch_shape input_tensor optional name", arguments)
    keywords = {name: value for name, value in asked.values.items() if name not in ("input_tensor", "input_dim")}
    if "input_tensor" in asked:
        keywords["tensor"] = asked["input_tensor"]
    spans: dict[int | str, Span] = {name: span for name, span in asked.spans.items() if name in keywords}
    made = context.apply("keras.Input", Arguments((), keywords, spans))
    layer.hide(context, "given", keywords)
    layer.hide(context, "input", made)
    layer.hide(context, "output", made)
    return NONE


INPUT_LAYER = library_class("keras.layers.InputLayer", LAYER, __init__=_input_layer)
K.classes(INPUT_LAYER)
K.classes(library_class("keras.layers.InputSpec"))
REGISTRY["keras.InputSpec"] = REGISTRY["keras.layers.InputSpec"]
