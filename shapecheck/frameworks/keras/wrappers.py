"""Layers that call a function of the program's, or another layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.objects import Instance, library_class
from ...core.outcome import Mismatch
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Arguments, Unknown, Value
from .base_layer import LAYER
from .checks import RECURRENT, last_maker
from .dialect import K, spell, tensor
from .natives import Given, method

if TYPE_CHECKING:
    from ...core.value import Context


# -- Lambda ----------------------------------------------------------------------------------------------------


@method("Lambda.__init__")
def _lambda(context: Context, layer: Instance, arguments: Arguments) -> Value:
    asked = Given("function output_shape mask arguments", arguments)
    layer.hide(context, "function", asked["function"])
    layer.hide(context, "arguments", asked["arguments"])
    return NONE


@method("Lambda.call")
def _call_lambda(context: Context, layer: Instance, arguments: Arguments) -> Value:
    """What the function gives; `arguments` are more keywords for it."""
    more = layer.hidden("arguments")
    keywords = {k: v for k, v in more.items.items() if isinstance(k, str)} if isinstance(more, Mapping) else {}
    return context.call(layer.hidden("function") or NONE, Arguments(arguments.positional[1:2], keywords))


# -- TimeDistributed -------------------------------------------------------------------------------------------


@K.op("keras.layers.TimeDistributed.step")
def one_step(inputs: Tensor) -> Tensor:
    """[batch, steps, ...] without the steps."""
    if inputs.shape.known_rank and inputs.rank < 3:
        last = last_maker(inputs)
        cut = inputs.rank == 2 and last in RECURRENT
        name = last.rpartition(".")[2]
        more = f", but {name} returns only the last step" if cut else ""
        raise Mismatch("stacked-rnn-needs-return-sequences" if cut else "layer-input-rank",
                       f"TimeDistributed takes [batch, steps, ...], got {inputs.shape}{more}",
                       argument="inputs", help=f"{name}(..., return_sequences=True)" if cut else "",
                       runtime="`TimeDistributed` Layer should be passed an `input_shape` with at least 3 dimensions, "
                               f"received: {spell(inputs.shape)}")  # fmt: skip
    return tensor(inputs.shape.without(1), inputs.dtype, Facts(low=inputs.facts.low, high=inputs.facts.high))


@K.op("keras.layers.TimeDistributed.steps")
def all_steps(output: Tensor, inputs: Tensor) -> Tensor:
    """The result of one step, for every step."""
    return tensor(Shape((output.shape[0], inputs.shape[1], *output.shape.dims[1:])), output.dtype, output.box)


@method("Wrapper.__init__")
def _wrapper(context: Context, layer: Instance, arguments: Arguments) -> Value:
    inner = arguments.get(1, "layer") or NONE
    layer.hide(context, "layer", inner)
    context.write(layer.state, "layer", inner)
    return NONE


@method("TimeDistributed.call")
def _call_time_distributed(context: Context, layer: Instance, arguments: Arguments) -> Value:
    x = arguments.get(1, "inputs") or NONE
    step = context.apply("keras.layers.TimeDistributed.step", Arguments((x,)))
    if isinstance(step, Unknown):
        return step
    output = context.call(layer.hidden("layer") or NONE, Arguments((step,)))
    if not isinstance(output, Tensor):
        return output if isinstance(output, Unknown) else Unknown("several outputs of each step")
    return context.apply("keras.layers.TimeDistributed.steps", Arguments((output, x)))


@method("Wrapper.call")
def _call_wrapped(context: Context, layer: Instance, arguments: Arguments) -> Value:
    """The layer inside does it all; what is done to its weights keeps their shapes."""
    return context.call(layer.hidden("layer") or NONE, Arguments(arguments.positional[1:2]))


@method("Pipeline.__init__")
def _pipeline(context: Context, layer: Instance, arguments: Arguments) -> Value:
    layer.hide(context, "layers", arguments.get(1, "layers") or NONE)
    return NONE


@method("Pipeline.call")
def _call_pipeline(context: Context, layer: Instance, arguments: Arguments) -> Value:
    x = arguments.get(1, "inputs") or NONE
    layers = layer.hidden("layers")
    if not isinstance(layers, Sequence) or layers.known is None:
        return context.gap("a pipeline of unknown layers")
    for one in layers.known:
        x = context.call(one, Arguments((x,)))
    return x


K.classes(
    library_class("keras.layers.Lambda", LAYER, __init__=_lambda, call=_call_lambda),
    library_class("keras.layers.TimeDistributed", LAYER, __init__=_wrapper, call=_call_time_distributed),
    library_class("keras.layers.SpectralNormalization", LAYER, __init__=_wrapper, call=_call_wrapped),
    library_class("keras.layers.Wrapper", LAYER, __init__=_wrapper, call=_call_wrapped),
    library_class("keras.layers.Pipeline", LAYER, __init__=_pipeline, call=_call_pipeline),
)
