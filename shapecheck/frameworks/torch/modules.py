"""Modules that hold others: Sequential, ModuleList, ModuleDict; and those that only stand for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, Slice, join_values
from ...core.dim import Dim
from ...core.objects import Class, Instance, library_class
from ...core.plain import NONE, Constant
from ...core.sequence import concatenate
from ...core.sequence_methods import METHODS
from ...core.shape import Shape
from ...core.state import serial
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Choice, Native, Unknown, Value
from ..declare import declare
from .dialect import T
from .module import MODULE, has_more
from .natives import as_list, given, method
from .registered import is_module

if TYPE_CHECKING:
    from ...core.value import Context


def items_of(module: Instance) -> Sequence:
    """The parts, in order: those it was made of, then what became an attribute since. Those that have names are looked
    up, for they may have been replaced."""
    held, names = module.hidden("items"), _names(module)
    found: Sequence = held if isinstance(held, Sequence) else Sequence.list(())
    if not names and not has_more(module):
        return found
    if found.rest is not None or has_more(module):
        return Sequence("list", (), Unknown("a part"), Dim.unknown())
    return Sequence.list((*found.items, *(module.state.get(name, Unknown(f"part {name}")) for name in names)))


def _names(module: Instance) -> list[str]:
    """The names of the parts that are attributes, in order."""
    names = list(module.hidden("names") or ())
    more = (name for name, value in module.visible() if name not in (*names, "training") and _is_part(value))
    return [*names, *more]


def _is_part(value: Value) -> bool:
    """It is a module, or may be one."""
    return any(map(_is_part, value)) if isinstance(value, Choice) else is_module(value) or isinstance(value, Unknown)


# -- Sequential and ModuleList ----------------------------------------------------------------------------------


@method
def _sequential_init(context: Context, module: Instance, arguments: Arguments) -> Value:
    """Sequential(layer, layer, ...), or Sequential(OrderedDict)."""
    first = arguments.positional[0] if len(arguments.positional) == 1 else None
    if isinstance(first, Mapping) and first.open:
        module.hide(context, "items", Sequence("list", (), Unknown("a layer"), Dim.unknown()))
        return NONE
    if isinstance(first, Mapping):
        names = [str(name) for name in first.items]
        for name, value in first.items.items():
            module.set_attribute(context, str(name), value)
        module.hide(context, "names", tuple(names))
        return NONE
    rest = Unknown("further layers") if arguments.open else None
    held = Sequence("list", arguments.positional, rest, Dim.unknown() if arguments.open else None)
    if arguments.open and isinstance(arguments.rest, Sequence) and not arguments.positional:
        held = Sequence("list", *arguments.rest.contents)
    module.hide(context, "items", held)
    return NONE


_MOST_CALLS = 4
"""After so many calls with what is known of all results so far nothing more is lost."""


@method
def _sequential_call(context: Context, module: Instance, arguments: Arguments) -> Value:
    """Each layer is called with what the one before returns."""
    layers = items_of(module)
    value = arguments.get(0, "input")
    if value is None:
        return context.gap("Sequential without input")
    known = layers.known
    for layer in layers.items if known is None else known:
        value = context.call(layer, Arguments((value,), {}, arguments.spans))
    if known is None and layers.rest is not None:
        return _repeated(context, layers.rest, value, arguments, layers.count.less(1) is Truth.NO)
    return value


def _as_known(left: Shape, right: Shape) -> bool:
    """The same lengths are known of both."""
    if not (left.known_rank and right.known_rank):
        return left.known_rank == right.known_rank
    pairs = zip(left.dims, right.dims, strict=False)
    return left.rank == right.rank and all(a == b or (a.is_unknown and b.is_unknown) for a, b in pairs)


def _repeated(context: Context, layer: Value, value: Value, arguments: Arguments, some: bool) -> Value:
    """A layer called an unknown number of times: what is true of the result after any number of calls. some: there is
    one call at least."""
    if isinstance(layer, Unknown):
        return Unknown("layers that are not known")
    result = context.call(layer, Arguments((value,), {}, arguments.spans))
    found = result if some else join_values(value, result)
    for _ in range(_MOST_CALLS):
        if not isinstance(found, Tensor) or (isinstance(value, Tensor) and _as_known(found.shape, value.shape)):
            break
        value, found = found, join_values(found, context.call(layer, Arguments((found,), {}, arguments.spans)))
    else:
        return Unknown("layers of an unknown number")
    return found if isinstance(found, Tensor) else Unknown("layers of an unknown number")


@method
def _list_init(context: Context, module: Instance, arguments: Arguments) -> Value:
    module.hide(context, "items", as_list(context, given(arguments, 0, "modules")))
    return NONE


@method
def _getitem(context: Context, module: Instance, arguments: Arguments) -> Value:
    index = arguments.positional[0]
    if isinstance(index, Constant) and isinstance(index.payload, str):
        return context.attribute(module, index.payload)
    found = items_of(module).item(context, index)
    if isinstance(index, Slice) and isinstance(found, Sequence):
        part = Instance(module.cls if module.cls.path else _library_class(module))
        part.hide(context, "items", found)
        return part
    return found


def _library_class(module: Instance) -> Class:
    return next(cls for cls in module.cls.mro() if cls.path)


@method
def _setitem(context: Context, module: Instance, arguments: Arguments) -> Value:
    index, new = arguments.positional[0], arguments.positional[1]
    names, held = _names(module), module.hidden("items")
    if names and isinstance(index, Constant) and isinstance(index.payload, int):
        before = len(held.items) if isinstance(held, Sequence) else 0
        at = index.payload + (before + len(names) if index.payload < 0 else 0)
        if at >= before:
            module.set_attribute(context, names[at - before], new)
            return NONE
    _positional(context, module).set_item(context, index, new)
    return NONE


@method
def _delitem(context: Context, module: Instance, arguments: Arguments) -> Value:
    parts = _positional(context, module)
    parts.delete_item(context, arguments.positional[0])
    return NONE


def _positional(context: Context, module: Instance) -> Sequence:
    """All parts as a list to change; torch gives them new names then, by their places."""
    parts, names = items_of(module), _names(module)
    held = module.hidden("items")
    if isinstance(held, Sequence) and parts is held:
        return held
    for name in names:
        module.delete_attribute(context, name)
    module.hide(context, "names", ())
    kept = Sequence("list", *parts.contents)
    module.hide(context, "items", kept)
    return kept


def _list_method(name: str) -> Native:
    @method
    def act(context: Context, module: Instance, arguments: Arguments) -> Value:
        METHODS[name](context, _positional(context, module), arguments)
        return module

    return act


@method
def _append(context: Context, module: Instance, arguments: Arguments) -> Value:
    """Behind parts that have names comes one whose name is its place."""
    new = arguments.positional[0] if arguments.positional else given(arguments, 0, "module") or NONE
    if not _names(module) or has_more(module):
        METHODS["append"](context, _positional(context, module), Arguments((new,)))
    else:
        module.set_attribute(context, str(items_of(module).size), new)
    return module


@method
def _extend(context: Context, module: Instance, arguments: Arguments) -> Value:
    more = as_list(context, arguments.positional[0] if arguments.positional else None)
    if more.rest is None and _names(module):
        for part in more.items:
            _append.call(context, Arguments((module, part)))
    else:
        METHODS["extend"](context, _positional(context, module), Arguments((more,)))
    return module


@method
def _both(context: Context, module: Instance, arguments: Arguments) -> Value:
    """`modules + others`: a new one that holds the parts of both."""
    whole = Instance(_library_class(module))
    whole.hide(context, "items", concatenate(items_of(module), as_list(context, arguments.positional[0])))
    return whole


@method
def _pop(context: Context, module: Instance, arguments: Arguments) -> Value:
    return METHODS["pop"](context, _positional(context, module), arguments)


@method
def _length(context: Context, module: Instance, arguments: Arguments) -> Value:
    return Constant(items_of(module).size)


@method
def _iterate(context: Context, module: Instance, arguments: Arguments) -> Value:
    return items_of(module)


_LIST = {
    "__getitem__": _getitem, "__setitem__": _setitem, "__delitem__": _delitem, "__len__": _length,
    "__iter__": _iterate, "__add__": _both, "__iadd__": _extend, "append": _append, "extend": _extend,
    "insert": _list_method("insert"), "pop": _pop,
}  # fmt: skip
SEQUENTIAL = library_class("torch.nn.Sequential", MODULE, __init__=_sequential_init, forward=_sequential_call, **_LIST)
MODULE_LIST = library_class("torch.nn.ModuleList", MODULE, __init__=_list_init, **_LIST)
PARAMETER_LIST = library_class("torch.nn.ParameterList", MODULE, __init__=_list_init, **_LIST)


# -- ModuleDict -------------------------------------------------------------------------------------------------


def _entries(module: Instance) -> Mapping:
    held = module.hidden("entries")
    return held if isinstance(held, Mapping) else Mapping({}, open=True)


@method
def _dict_init(context: Context, module: Instance, arguments: Arguments) -> Value:
    entries = Mapping()
    module.hide(context, "entries", entries)
    first = given(arguments, 0, "modules") or given(arguments, 0, "parameters")
    if isinstance(first, Mapping):
        module.hide(context, "entries", Mapping(dict(first.items), first.open))
    elif first is not None:
        for pair in as_list(context, first).items:
            if isinstance(pair, Sequence) and pair.known is not None and len(pair.known) == 2:
                entries.set_item(context, *pair.known)
    return NONE


@method
def _dict_getitem(context: Context, module: Instance, arguments: Arguments) -> Value:
    return context.item(_entries(module), arguments.positional[0])


@method
def _dict_setitem(context: Context, module: Instance, arguments: Arguments) -> Value:
    _entries(module).set_item(context, arguments.positional[0], arguments.positional[1])
    return NONE


@method
def _dict_iterate(context: Context, module: Instance, arguments: Arguments) -> Value:
    return _entries(module).elements(context)


@method
def _dict_length(context: Context, module: Instance, arguments: Arguments) -> Value:
    return _entries(module).length(context)


@method
def _dict_contains(context: Context, module: Instance, arguments: Arguments) -> Value:
    entries = _entries(module)
    key = arguments.positional[0]
    if entries.open or not isinstance(key, Constant):
        return Unknown("a key of a ModuleDict")
    return Constant(any(name == key.payload for name in entries.items))


@method
def _dict_attribute(context: Context, module: Instance, arguments: Arguments) -> Value:
    """`module.name`, for a name that is a key."""
    name = arguments.positional[0]
    key = getattr(name, "payload", None)
    if key in _entries(module).items:
        return _entries(module).items[key]
    return Unknown(f"ModuleDict.{key}", ("attribute", serial(module.state), key))


def _dict_method(name: str) -> Native:
    @method
    def act(context: Context, module: Instance, arguments: Arguments) -> Value:
        return context.call(context.attribute(_entries(module), name), arguments)

    return act


_DICT = {
    "__init__": _dict_init, "__getitem__": _dict_getitem, "__setitem__": _dict_setitem, "__iter__": _dict_iterate,
    "__len__": _dict_length, "__contains__": _dict_contains, "__getattr__": _dict_attribute,
    **{name: _dict_method(name) for name in ("keys", "values", "items", "update", "pop", "get", "clear")},
}  # fmt: skip
MODULE_DICT = library_class("torch.nn.ModuleDict", MODULE, **_DICT)
PARAMETER_DICT = library_class("torch.nn.ParameterDict", MODULE, **_DICT)


# -- wrappers ---------------------------------------------------------------------------------------------------


@method
def _wrapper_init(context: Context, module: Instance, arguments: Arguments) -> Value:
    module.set_attribute(context, "module", arguments.get(0, "module") or Unknown("wrapped module"))
    return NONE


@method
def _wrapper_call(context: Context, module: Instance, arguments: Arguments) -> Value:
    return context.call(context.attribute(module, "module"), arguments)


_WRAPPER = {"__init__": _wrapper_init, "forward": _wrapper_call}
DATA_PARALLEL = library_class("torch.nn.DataParallel", MODULE, **_WRAPPER)
DISTRIBUTED = library_class("torch.nn.parallel.DistributedDataParallel", MODULE, **_WRAPPER)

@T.native("torch.nn.parallel.data_parallel")
def data_parallel(context: Context, arguments: Arguments) -> Value:
    """Calls a module on each device with a part of the inputs, and joins what they return."""
    module, inputs = arguments.get(0, "module"), arguments.get(1, "inputs")
    more = arguments.get(5, "module_kwargs")
    if module is None or inputs is None or (more is not None and more is not NONE):
        return Unknown("what a module returns")
    several = inputs.known if isinstance(inputs, Sequence) else (inputs,)
    return Unknown("what a module returns") if several is None else context.call(module, Arguments(several))


AVERAGED = library_class(
    "torch.optim.swa_utils.AveragedModel", MODULE, **_WRAPPER,
    update_parameters=method(lambda context, module, arguments: NONE),
)  # fmt: skip

# -- bases of layers, for the program to ask for ----------------------------------------------------------------

BASES = [library_class(path, MODULE) for path in ("torch.nn.RNNBase", "torch.nn.RNNCellBase")]

T.classes(*BASES, SEQUENTIAL, MODULE_LIST, MODULE_DICT, PARAMETER_LIST, PARAMETER_DICT)
T.classes(DATA_PARALLEL, DISTRIBUTED, AVERAGED)
declare("torch.nn.parallel.DataParallel", DATA_PARALLEL)
