"""`torch.nn.Module`: what the user's models derive from, and every layer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.dtype import family
from ...core.objects import Instance, library_class
from ...core.plain import FALSE, NONE, TRUE, Constant, Scalar
from ...core.shape import Shape
from ...core.state import serial
from ...core.tensor import Facts, Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..dtypes import DTypeValue
from .dialect import MODES, T, dtype_of, is_true, tensor
from .names import NAMES
from .natives import given, itself, method, nothing
from .nothing import output_of
from .registered import (
    PATH,
    all_modules,
    children_of,
    has_none,
    is_module,
    is_parameter,
    is_unready,
    load,
    look_for_lost,
    note_asked,
    note_attribute,
    weights_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...core.value import Context

# -- attributes and calls ---------------------------------------------------------------------------------------


@method
def _init(context: Context, module: Instance, arguments: Arguments) -> Value:
    module.hide(context, "ready", True)
    return NONE


@method
def _setattr(context: Context, module: Instance, arguments: Arguments) -> Value:
    name, new = str(getattr(arguments.positional[0], "payload", "")), arguments.positional[1]
    what = "module" if is_module(new) else "parameters" if is_parameter(new) else ""
    if what and is_unready(module):
        context.apply(f"{PATH}.__init__", Arguments((Constant(name), Constant(what))))
        module.hide(context, "ready", True)
    note_attribute(context, module, name, new)
    module.put(context, name, new)
    return NONE


@method
def _call(context: Context, module: Instance, arguments: Arguments) -> Value:
    before = MODES["evaluates"]
    context.write(MODES, "evaluates", is_true(module.state.get("training"), True) is False)
    try:
        return output_of(context.call(context.attribute(module, "forward"), arguments))
    finally:
        context.write(MODES, "evaluates", before)


@method
def _getattr(context: Context, module: Instance, arguments: Arguments) -> Value:
    name = str(getattr(arguments.positional[0], "payload", ""))
    if name == "training" and context.in_library:  # both ways are of interest in the program's own code only
        return TRUE
    return Unknown(f"{module.cls.name}.{name}", ("attribute", serial(module.state), name))


@method
def _has(context: Context, module: Instance, arguments: Arguments) -> Value:
    """Whether an attribute exists that neither the module nor its class shows."""
    name = str(getattr(arguments.positional[0], "payload", ""))
    sure = isinstance(module.cls.find("__getattr__"), Native) and module.hidden("entries") is None
    own = name in NAMES or name.isdigit() or name.startswith(("__", "weight_", "bias_"))
    return FALSE if sure and not own else Unknown("an attribute of a module")


# -- dtypes -----------------------------------------------------------------------------------------------------


def _cast(context: Context, module: Instance, dtype: Value) -> None:
    """Every weight of floating point gets the dtype; an unknown one makes the dtypes unknown."""
    name = dtype_of(dtype)
    for one in all_modules(module):
        constructor = one.hidden("constructor")
        if constructor is not None:
            one.hide(context, "constructor", {**constructor, "dtype": dtype})
        for key, value in list(one.visible()):
            if isinstance(value, Tensor) and family(value.dtype) in ("float", None):
                context.write(one.state, key, Tensor(value.shape, name, value.library, value.facts, value.origin))


def _caster(dtype: str) -> Native:
    @method
    def cast(context: Context, module: Instance, arguments: Arguments) -> Value:
        _cast(context, module, DTypeValue(dtype))
        return module

    return cast


@method
def _to(context: Context, module: Instance, arguments: Arguments) -> Value:
    """to(device), to(dtype), to(device, dtype), to(tensor)."""
    wanted = given(arguments, None, "dtype")
    for value in arguments.positional:
        if isinstance(value, Tensor) and value.dtype:
            wanted = DTypeValue(value.dtype)
        elif isinstance(value, DTypeValue):
            wanted = value
    if len(arguments.positional) > 1 and isinstance(arguments.positional[1], Unknown):
        wanted = arguments.positional[1]
    if wanted is not None:
        _cast(context, module, wanted)
    return module


@method
def _type(context: Context, module: Instance, arguments: Arguments) -> Value:
    wanted = given(arguments, 0, "dst_type")
    if wanted is not None:
        _cast(context, module, wanted)
    return module


@method
def _apply(context: Context, module: Instance, arguments: Arguments) -> Value:
    function = given(arguments, 0, "fn")
    if function is not None:
        for one in list(all_modules(module))[::-1]:
            context.call(function, Arguments((one,)))
    return module


# -- parts ------------------------------------------------------------------------------------------------------


def _parameter() -> Tensor:
    return tensor(Shape.unknown(), None, Facts(grad=True))


def _many(one: Value) -> Sequence:
    return Sequence("generator", (), one, Dim.unknown(low=0))


@method
def _parameters(context: Context, module: Instance, arguments: Arguments) -> Value:
    note_asked(context, module)
    look_for_lost(context, module)
    return Sequence("generator", ()) if has_none(module) else _many(_parameter())


@method
def _buffers(context: Context, module: Instance, arguments: Arguments) -> Value:
    return _many(_parameter())


@method
def _named_parameters(context: Context, module: Instance, arguments: Arguments) -> Value:
    return _many(Sequence.tuple((Scalar("str"), _parameter())))


def has_more(module: Instance) -> bool:
    """It has parts under names that are not known."""
    entries = module.hidden("entries")
    return bool(module.hidden("more") or module.hidden("open") or (isinstance(entries, Mapping) and entries.open))


def _parts(modules: Iterable[Instance], parts: Iterable[Value]) -> Sequence:
    """The parts of modules, if those are all there are."""
    return _many(Unknown("a part of a module")) if any(map(has_more, modules)) else Sequence("generator", parts)


@method
def _children(context: Context, module: Instance, arguments: Arguments) -> Value:
    return _parts((module,), (child for _, child in children_of(module)))


@method
def _named_children(context: Context, module: Instance, arguments: Arguments) -> Value:
    return _parts((module,), (Sequence.tuple((Constant(name), child)) for name, child in children_of(module)))


@method
def _modules(context: Context, module: Instance, arguments: Arguments) -> Value:
    return _parts(all_modules(module), all_modules(module))


@method
def _named_modules(context: Context, module: Instance, arguments: Arguments) -> Value:
    return _parts(all_modules(module), (Sequence.tuple((Scalar("str"), one)) for one in all_modules(module)))


@method
def _add_module(context: Context, module: Instance, arguments: Arguments) -> Value:
    """A part by name."""
    name, part = arguments.get(0, "name"), arguments.get(1, "module")
    if name is None or part is None:
        return NONE
    entries = module.hidden("entries")
    if isinstance(entries, Mapping):
        entries.set_item(context, name, part)
    elif isinstance(name, Constant) and isinstance(name.payload, str):
        module.set_attribute(context, name.payload, part)
    else:
        module.hide(context, "more", True)
    return NONE


@method
def _register(context: Context, module: Instance, arguments: Arguments) -> Value:
    """register_buffer, register_parameter"""
    name = arguments.get(0, "name")
    value = arguments.get(1, "tensor") or arguments.get(1, "param") or NONE
    if isinstance(name, Constant) and isinstance(name.payload, str):
        module.put(context, name.payload, value)
        lasting = arguments.keywords.get("persistent") or Constant(True)
        if arguments.get(1, "tensor") is not None and is_true(lasting):
            module.hide(context, "buffers", (*(module.hidden("buffers") or ()), name.payload))
    else:
        module.hide(context, "more", True)
    return NONE


@method
def _get_submodule(context: Context, module: Instance, arguments: Arguments) -> Value:
    path = getattr(arguments.get(0, "target"), "payload", None)
    found: Value = module
    for name in path.split(".") if isinstance(path, str) and path else ():
        found = context.item(found, Constant(int(name))) if name.isdigit() else context.attribute(found, name)
    return found if isinstance(path, str) else Unknown("submodule of a name that is not known")


@method
def _state_dict(context: Context, module: Instance, arguments: Arguments) -> Value:
    held = {} if context.in_library else weights_of(context, module)
    return Mapping({key: value.like() for key, value in held.items()}, open=True, type_name="OrderedDict")


@method
def _load_state_dict(context: Context, module: Instance, arguments: Arguments) -> Value:
    return load(context, module, arguments)


@method
def _hook(context: Context, module: Instance, arguments: Arguments) -> Value:
    return Unknown("handle of a hook")


def _mode(training: bool) -> Native:
    """train(mode=True), eval(): layers that differ have a parameter for it."""

    @method
    def switch(context: Context, module: Instance, arguments: Arguments) -> Value:
        wanted = given(arguments, 0, "mode") or Constant(training)
        if getattr(wanted, "payload", None) is not True:
            context.write(MODES, "switched", True)
        for one in all_modules(module):
            context.write(one.state, "training", wanted)
            if one.hidden("constructor") is not None:
                one.hide(context, "mode", {"training": wanted})
        return module

    return switch


@method
def _requires_grad(context: Context, module: Instance, arguments: Arguments) -> Value:
    context.write(MODES, "grad", False)
    for one in all_modules(module):
        for key, value in list(one.visible()):
            if isinstance(value, Tensor) and value.facts.grad:
                facts = replace(value.facts, grad=None)
                context.write(one.state, key, Tensor(value.shape, value.dtype, value.library, facts, value.origin))
    return module


MODULE = library_class(
    PATH, __init__=_init, __setattr__=_setattr, __call__=_call, __getattr__=_getattr, train=_mode(True),
    eval=_mode(False), cuda=itself, cpu=itself,
    xpu=itself, ipu=itself, to=_to, to_empty=itself, share_memory=itself, type=_type, apply=_apply,
    requires_grad_=_requires_grad, compile=nothing, parameters=_parameters, buffers=_buffers,
    named_parameters=_named_parameters, named_buffers=_named_parameters, children=_children,
    named_children=_named_children, modules=_modules, named_modules=_named_modules, add_module=_add_module,
    register_module=_add_module, register_buffer=_register, register_parameter=_register, get_submodule=_get_submodule,
    state_dict=_state_dict, load_state_dict=_load_state_dict, zero_grad=nothing, extra_repr=_hook,
    register_forward_hook=_hook, register_forward_pre_hook=_hook, register_backward_hook=_hook,
    register_full_backward_hook=_hook, register_full_backward_pre_hook=_hook, register_load_state_dict_post_hook=_hook,
    register_state_dict_pre_hook=_hook, float=_caster("float32"), double=_caster("float64"), half=_caster("float16"),
    bfloat16=_caster("bfloat16"), flatten_parameters=nothing, reset_parameters=nothing, **{" has": _has},
)  # fmt: skip
T.classes(MODULE)
