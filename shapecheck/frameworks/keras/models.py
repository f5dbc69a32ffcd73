"""Models: functional graphs, `Sequential`, and classes of the program that derive from `Model`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.objects import Instance, library_class
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Native, Unknown, Value
from ..binding import Ignored
from ..declare import declare
from .base_layer import LAYER, call_layer
from .data import Batch
from .data_checks import numbers_problem, of_numbers
from .dialect import K, batch_dim, extended, given, leaves, spell, tensor
from .feeding import in_order, keys_problem
from .generation import before_3
from .locks import locked_out
from .natives import Failed, Given, ignored, method
from .symbolic import connection_problem

if TYPE_CHECKING:
    from ...core.dim import Dim
    from ...core.span import Span
    from ...core.value import Context

    Spans = dict[int | str, Span]


# -- what a model was built for --------------------------------------------------------------------------------


def declared_inputs(model: Instance) -> list[Tensor]:
    """The symbolic inputs of a model, flattened; none if it has not been built."""
    found: Value | None = model.hidden("inputs")
    return [leaf for leaf in leaves(found) if isinstance(leaf, Tensor)] if found is not None else []


def _told(name: str) -> None:
    def model_method(x: Ignored, y: Ignored = None) -> None:
        return None

    K.op(f"keras.Model.{name}")(model_method)


for _name in ("fit", "evaluate", "predict", "train_on_batch", "test_on_batch", "predict_on_batch"):
    _told(_name)


@K.op("keras.Model.input")
def refused(x: Ignored, problem: Ignored) -> None:
    """The data do not fit the model; what is wrong was found before."""
    if isinstance(problem, Failed):
        raise problem.mismatch


def report(context: Context, model: Instance, x: Value, mismatch: Mismatch, spans: Spans | None = None) -> Value:
    """Records a mistake that a native noticed in the data of a model, as a failing call."""
    return context.apply("keras.Model.input", Arguments((x, Failed(mismatch)), {}, dict(spans or {})), {"": model})


def input_problem(x: Tensor, expected: Tensor, whole: Tensor, batch: Batch) -> Mismatch | None:
    """Why a model that takes `expected` refuses `x`; `whole` is the array before it was cut into batches."""
    if not x.shape.known_rank or not expected.shape.known_rank:
        return None
    if x.rank == expected.rank:
        return None
    if x.rank == expected.rank + 1 and x.shape[-1].is_one() is not Truth.NO:
        return None
    if x.rank == expected.rank - 1 and expected.shape[-1].is_one() is not Truth.NO:
        return None
    runtime = tuple(
        f"Expected shape {spell(expected.shape)}, but input has incompatible shape {spell(shape)}"
        for shape in dict.fromkeys((x.shape, whole.shape))
    )
    sample = Shape(expected.shape.dims[1:])
    if whole.rank != sample.rank or whole.shape.equals(sample) is Truth.NO:
        return Mismatch("fit-input-shape", f"the model takes input {expected.shape}, got {x.shape}", argument="x",
                        runtime=runtime, help=_flattened(x, expected))  # fmt: skip
    if not batch.batched:
        return Mismatch("unbatched-dataset", f"the data set gives single samples {whole.shape}, the model takes input "
                        f"{expected.shape}", argument="x", runtime=runtime, help=".batch(32)")  # fmt: skip
    if batch.whole and batch.y is not None:
        return Mismatch("input-shape-includes-batch", f"the shape {sample} of the input counts the samples",
                        argument="x",
                        runtime=runtime, help=f"shape={Shape(whole.shape.dims[1:])} for the input")  # fmt: skip
    return Mismatch("missing-batch-dim", f"a single sample {whole.shape} is the input of a model that takes "
                    f"{expected.shape}", argument="x", runtime=runtime, help="x[None]")  # fmt: skip


def _may_be(mine: Shape, theirs: Shape) -> bool:
    return mine.rank == theirs.rank and mine.equals(theirs) is not Truth.NO


def _flattened(x: Tensor, expected: Tensor) -> str:
    """What to do where the data have as many elements as the model takes."""
    from ...core.dim import product

    if expected.rank == 2 and product(x.shape.dims[1:]) == expected.shape[1]:
        return f"x.reshape(-1, {expected.shape[1]}), or a Flatten layer first"
    return ""


def fitted(x: Tensor, expected: Tensor) -> Tensor:
    """The data as the model feeds them: with a last axis of 1 dropped or added, in the input's dtype."""
    shape = x.shape
    if shape.known_rank and expected.shape.known_rank:
        if shape.rank == expected.rank + 1 and shape[-1] == 1:
            shape = shape[:-1]
        elif shape.rank == expected.rank - 1 and expected.shape[-1] == 1:
            shape = extended(shape, 1)
    dtype = expected.dtype or x.dtype
    return x if shape is x.shape and dtype == x.dtype else tensor(shape, dtype, x.box)


def differs(x: Tensor, expected: Tensor) -> bool:
    """Some axis of the samples certainly has another length than the model was declared for."""
    if not (x.shape.known_rank and expected.shape.known_rank and x.rank and expected.rank):
        return False
    return _unequal(x.shape, expected.shape) is not None


def _unequal(mine: Shape, theirs: Shape) -> tuple[Dim, Dim] | None:
    """The first lengths that differ. A last axis of 1 is left out on either side, so the other's last length may be
    any. Source: keras/src/layers/input_spec.py, allow_last_axis_squeeze."""
    left, right = (shape.dims[:-1] if shape[-1].is_one() is not Truth.NO else shape.dims for shape in (mine, theirs))
    pairs = list(zip(left, right, strict=False))[1:]
    return next(((a, b) for a, b in pairs if a.equals(b) is Truth.NO), None)


# -- functional ------------------------------------------------------------------------------------------------


def run(context: Context, model: Instance, batch: Batch) -> Value:
    """What a model gives for its inputs."""
    inputs, spans = declared_inputs(model), batch.spans
    x = in_order(model, batch.x)
    if inputs and isinstance(x, Sequence) and model.hidden("layers") is not None and x.known:
        if len(x.known) > 1:
            context.apply("keras.Model.surplus", Arguments((x,), {}, dict(spans)), {"": model})
        x = x.known[0]
    if isinstance(x, Unknown):
        problem = keys_problem(model, batch.x) if not before_3(context) else None
        return report(context, model, batch.x, problem, spans) if problem is not None else context.gap(x.reason)
    data = list(leaves(x))
    whole = list(leaves(in_order(model, batch.raw_x))) if batch.raw_x is not None else data
    if inputs and all(isinstance(value, Tensor) for value in (*data, *leaves(model.hidden("inputs")))):
        if len(data) != len(inputs) and model.cls.library_path() != "keras.Sequential":
            return report(context, model, x, _count_problem(model, inputs, data), spans)
        for value, expected, before in zip(data, inputs, whole, strict=False):
            if not isinstance(value, Tensor):
                continue
            problem = input_problem(value, expected, before if isinstance(before, Tensor) else value, batch)
            if problem is not None and before_3(context):  # which asks the layers inside
                problem = _spec_problem(value, expected) if differs(value, expected) else None
            if problem is not None:
                return report(context, model, value, problem, spans)
    if model.hidden("layers") is not None:
        if inputs and before_3(context) and data and isinstance(data[0], Tensor) and differs(data[0], inputs[0]):
            return report(context, model, data[0], _spec_problem(data[0], inputs[0]), spans)
        return _through(context, model, x, whole[0] if whole else None)
    outputs: Value | None = model.hidden("outputs")
    if not inputs or outputs is None or not all(isinstance(value, Tensor) for value in data):
        return context.gap(f"call of {model.cls.name}")
    for value, expected in zip(data, inputs, strict=False):
        if isinstance(value, Tensor) and differs(value, expected):
            return report(context, model, value, _spec_problem(value, expected), spans)
        if isinstance(value, Tensor) and locked_out(context, outputs, expected, value):
            return Unknown(f"{model.cls.name}, which fails")
    fed = [fitted(value, e) for value, e in zip(data, inputs, strict=False) if isinstance(value, Tensor)]
    return context.replay(outputs, {id(e): value for e, value in zip(inputs, fed, strict=False)})


def _spec_problem(x: Tensor, expected: Tensor) -> Mismatch:
    """Source: Functional.input_spec: every length but the batch's is checked."""
    mine, theirs = _unequal(x.shape, expected.shape) or (x.shape[-1], expected.shape[-1])
    wanted = "(" + ", ".join(["None", *(str(dim.value) for dim in expected.shape.dims[1:])]) + ")"
    return Mismatch("fit-input-shape", f"the model takes input {expected.shape}, got {x.shape}", mine, theirs,
                    argument="x",
                    runtime=f"Input 0 with name 'keras_tensor' of layer 'functional' is incompatible with the layer: "
                            f"expected shape={wanted}, found shape={spell(x.shape)}")  # fmt: skip


def _count_problem(model: Instance, inputs: list[Tensor], data: list[Value]) -> Mismatch:
    return Mismatch(
        "functional-input-count",
        f"the model has {len(inputs)} inputs, {len(data)} were given",
        argument="x",
        runtime=(
            f'Layer "functional" expects {len(inputs)} named input(s) with keys',
            f'Layer "functional" expects {len(inputs)} input(s), but it received {len(data)} input tensors.',
        ),
    )


@method("Model.call")
def _call(context: Context, model: Instance, arguments: Arguments) -> Value:
    x = arguments.get(1, "inputs") or NONE
    if isinstance(x, Sequence) and of_numbers(x) and not before_3(context):
        return report(context, model, x, numbers_problem("x", x, False))
    return run(context, model, Batch(x, None))


@method("Model.__init__")
def _init(context: Context, model: Instance, arguments: Arguments) -> Value:
    """With inputs and outputs it is a functional model, also when a class of the program passes them on."""
    model.hide(context, "made", context.span)
    own = Given("inputs outputs", arguments)
    for old, name in (("input", "inputs"), ("output", "outputs")):
        if old in own and name not in own:
            own.values[name] = own.values[old]
    keywords = {**(model.hidden("given") or {}), **arguments.keywords}
    model.hide(context, "given", keywords)
    if "inputs" in own and "outputs" in own:
        _need_connection(context, model, own)
        model.hide(context, "inputs", own["inputs"])
        model.hide(context, "outputs", own["outputs"])
        model.hide(context, "input", own["inputs"])
        model.hide(context, "output", own["outputs"])
    return NONE


def _need_connection(context: Context, model: Instance, own: Given) -> None:
    """All that the outputs were computed from is among the inputs."""
    problem = connection_problem(*(list(leaves(own[name])) for name in ("inputs", "outputs")))
    if problem is not None and not before_3(context):
        report(context, model, own["outputs"], problem, {0: own.spans["outputs"]} if "outputs" in own.spans else {})


# -- sequential ------------------------------------------------------------------------------------------------


def _through(context: Context, model: Instance, x: Value, raw: Value | None) -> Value:
    """Through all layers; the first data that come build the model, if no input was declared."""
    inputs = declared_inputs(model)
    kind = ""
    if inputs and isinstance(x, Tensor):
        x = fitted(x, inputs[0])
        kind = "fit-input-shape" if differs(x, inputs[0]) else ""
        if kind and isinstance(raw, Tensor) and raw.shape.known_rank:
            kind = "missing-batch-dim" if _may_be(raw.shape, Shape(inputs[0].shape.dims[1:])) else kind
    first = x
    layers = added_layers(model)
    if layers is None:
        return context.gap("layers that are not known")
    for layer in layers:
        x = one_layer(context, layer, x, kind)
        if isinstance(x, Unknown) and isinstance(layer, Instance):
            return x  # it failed; what an unknown layer gives goes on
    if not inputs and isinstance(first, Tensor) and first.shape.known_rank and first.rank:
        model.hide(context, "inputs", tensor(Shape((batch_dim(), *first.shape.dims[1:])), first.dtype))
    return x


def added_layers(model: Instance) -> tuple[Value, ...] | None:
    """The layers that were added, if they are known one by one."""
    found = model.hidden("layers")
    return found.known if isinstance(found, Sequence) else None


def one_layer(context: Context, layer: Value, x: Value, kind: str = "") -> Value:
    call = layer.cls.find("__call__") if isinstance(layer, Instance) else None
    if isinstance(layer, Instance) and call is LAYER.find("__call__"):
        return call_layer(context, layer, Arguments((x,)), kind)
    return context.call(layer, Arguments((x,)))


@method("Sequential.__init__")
def _sequential(context: Context, model: Instance, arguments: Arguments) -> Value:
    model.hide(context, "made", context.span)
    asked = Given("layers trainable name", arguments)
    model.hide(context, "layers", Sequence.tuple(()))
    model.hide(context, "given", {**(model.hidden("given") or {}), **arguments.keywords})
    if "layers" in asked:
        found = context.iterate(asked["layers"])
        if not isinstance(found, Sequence) or found.known is None:
            model.hide(context, "layers", Unknown("layers of a model"))
            return NONE
        for layer in found.known:
            _append(context, model, layer)
    return NONE


@method("Sequential.add")
def _add(context: Context, model: Instance, arguments: Arguments) -> Value:
    _append(context, model, arguments.get(1, "layer") or NONE)
    return NONE


def _append(context: Context, model: Instance, layer: Value) -> None:
    """Adds a layer; once the input is declared, every layer is built as it comes."""
    layers = added_layers(model)
    if layers is None:
        return
    output: Value | None = model.hidden("output")
    if isinstance(layer, Tensor) and layer.node is not None and layer.node[0].spec.path == "keras.Input":
        _start(context, model, layer)
        return
    if isinstance(layer, Instance) and layer.cls.is_a("keras.layers.InputLayer"):
        made = layer.hidden("output")
        if isinstance(made, Tensor):
            _start(context, model, made)
        return
    if not isinstance(layer, Instance):
        context.gap("a layer that is not known")
    elif not layers and output is None:
        declared = declared_by_first(context, layer)
        if declared is not None:
            _start(context, model, declared)
            output = declared
    model.hide(context, "layers", Sequence.tuple((*layers, layer)))
    failed = isinstance(output, Unknown) and layers and isinstance(layers[-1], Instance)
    if output is not None and not failed:
        model.hide(context, "output", one_layer(context, layer, output))


def _start(context: Context, model: Instance, made: Tensor) -> None:
    model.hide(context, "inputs", made)
    model.hide(context, "input", made)
    model.hide(context, "output", made)


def declared_by_first(context: Context, layer: Instance) -> Tensor | None:
    """The input that the first layer declares: `input_shape`, `input_dim`, or that of a nested model."""
    nested = declared_inputs(layer)
    if len(nested) == 1:
        return nested[0]
    shape, batch = given(layer, "input_shape"), given(layer, "batch_input_shape")
    width, steps = given(layer, "input_dim"), given(layer, "input_length")
    if layer.cls.library_path() == "keras.layers.Embedding":
        width = None
    if batch is not None:
        what = {"batch_shape": batch}
    elif shape is not None:
        what = {"shape": shape}
    elif width is not None:
        what = {"shape": Sequence.tuple((steps, width) if steps is not None else (width,))}
    else:
        return None
    made = context.apply("keras.Input", Arguments((), what))
    return made if isinstance(made, Tensor) else None


@method("Sequential.pop")
def _pop(context: Context, model: Instance, arguments: Arguments) -> Value:
    layers = added_layers(model)
    if not layers:
        return Unknown("a layer that is not known")
    model.hide(context, "layers", Sequence.tuple(layers[:-1]))
    inputs = declared_inputs(model)
    if inputs:
        x: Value = inputs[0]
        for layer in layers[:-1]:
            x = one_layer(context, layer, x)
        model.hide(context, "output", x)
    return layers[-1]


def _loaded(context: Context, arguments: Arguments) -> Value:
    """A model from a file: nothing is known of it."""
    return Instance(MODEL)


def _clone(context: Context, arguments: Arguments) -> Value:
    """A model of the same structure; its layers are new, but built for the same lengths."""
    model = arguments.get(0, "model")
    if not isinstance(model, Instance) or len(arguments.positional) + len(arguments.keywords) > 1:
        return Instance(MODEL)
    return clone(context, model)


def clone(context: Context, model: Instance) -> Instance:
    """A model of the same structure."""
    copy = Instance(model.cls)
    model.hide(context, "copied", True)
    for name in ("layers", "inputs", "outputs", "input", "output", "given", "copied"):
        if model.hidden(name) is not None:
            copy.hide(context, name, model.hidden(name))
    return copy


MODEL = library_class(
    "keras.Model", LAYER, __init__=_init, call=_call, summary=ignored(), export=ignored(),
    stop_training=Constant(False),
    to_json=Native("to_json", lambda context, arguments: Unknown("a model as text")),
    get_config=Native("get_config", lambda context, arguments: Mapping({}, open=True)),
)  # fmt: skip
SEQUENTIAL = library_class("keras.Sequential", MODEL, __init__=_sequential, add=_add, pop=_pop)
K.classes(MODEL, SEQUENTIAL)
declare("keras.models.Model", MODEL)
declare("keras.models.Sequential", SEQUENTIAL)
K.native("keras.models.model_from_json", "keras.models.model_from_yaml", "keras.models.model_from_config")(_loaded)
K.native("keras.models.clone_model")(_clone)

from . import model_views  # noqa: E402,F401  it and what it imports give the classes above their methods
