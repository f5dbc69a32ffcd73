"""What a module registers: its parameters and buffers by name; and the modules that it holds unregistered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.objects import Class, Instance
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.state import serial
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Unknown, Value
from ..declare import REGISTRY, Spec
from .dialect import T, size_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.dim import Dim
    from ...core.span import Span
    from ...core.value import Context

PATH = "torch.nn.Module"
_FEWEST = 2
"""A single module in a list is often hidden there on purpose."""


def is_module(value: object) -> bool:
    return isinstance(value, Instance) and value.cls.is_a(PATH)


def children_of(module: Instance) -> Iterator[tuple[str, Instance]]:
    """The modules that are attributes or elements of a module, with their names."""
    held = module.hidden("items")
    if isinstance(held, Sequence):
        for i, child in enumerate(held):
            if isinstance(child, Instance) and is_module(child):
                yield str(i), child
    entries = module.hidden("entries")
    for key, value in entries.items.items() if isinstance(entries, Mapping) else ():
        if isinstance(value, Instance) and is_module(value):
            yield str(key), value
    for name, value in module.visible():
        if isinstance(value, Instance) and is_module(value):
            yield name, value


def all_modules(module: Instance) -> Iterator[Instance]:
    """The module and everything inside it, each once."""
    seen: set[int] = set()
    queue = [module]
    while queue:
        one = queue.pop(0)
        if id(one.state) not in seen:
            seen.add(id(one.state))
            yield one
            queue.extend(child for _, child in children_of(one))


# -- by name ----------------------------------------------------------------------------------------------------


def weights_of(context: Context, module: Instance, prefix: str = "", depth: int = 0) -> dict[str, Tensor]:
    """The tensors of a module and its parts whose names in its `state_dict` are sure; there may be more."""
    own = ((name, value) for name, value in module.visible() if _is_registered(module, name, value))
    found = {prefix + name: value for name, value in own if isinstance(value, Tensor)}
    spec = REGISTRY.get(module.cls.library_path() or "")
    constructor = module.hidden("constructor")
    if isinstance(spec, Spec) and spec.weights is not None and isinstance(constructor, dict):
        for name in context.weights(spec.path, constructor):
            value = context.attribute(module, name)
            if isinstance(value, Tensor):
                found[prefix + name] = value
    held = module.hidden("items")
    if depth < 12 and not (isinstance(held, Sequence) and held.rest is not None):
        for name, child in children_of(module):
            found.update(weights_of(context, child, f"{prefix}{name}.", depth + 1))
    return found


def _is_registered(module: Instance, name: str, value: Value) -> bool:
    return isinstance(value, Tensor) and (is_parameter(value) or name in (module.hidden("buffers") or ()))


def is_parameter(value: Value) -> bool:
    made = value.node if isinstance(value, Tensor) else None
    return isinstance(made, tuple) and made[0].spec.path == "torch.nn.Parameter"


def load(context: Context, module: Instance, arguments: Arguments) -> Value:
    """`load_state_dict`: a tensor that is known on both sides has one shape, whatever `strict` says."""
    given = arguments.get(0, "state_dict")
    converts = any(one.cls.find("_load_from_state_dict") is not None for one in all_modules(module))
    if isinstance(given, Mapping) and given.items and not converts:
        mine = weights_of(context, module)
        pairs = ((key, mine[key], one) for key, one in given.items.items() if isinstance(key, str) and key in mine)
        wrong = [(key, own, one) for key, own, one in pairs if isinstance(one, Tensor) and _differ(own, one)]
        if wrong:
            both = Sequence.tuple(Sequence.tuple((Constant(key), own, one)) for key, own, one in wrong)
            context.apply(f"{PATH}.load_state_dict", Arguments((given, Constant(module.cls.name), both)))
    return Unknown("missing and unexpected keys")


def _differ(own: Tensor, other: Tensor) -> bool:
    """Tensors with one element may have one axis or none."""
    a, b = own.shape, other.shape
    if not (a.known_rank and b.known_rank):
        return False
    if a.rank != b.rank:
        return max(a.rank, b.rank) > 1
    return any(x.equals(y) is Truth.NO for x, y in zip(a.dims, b.dims, strict=True))


@T.op(f"{PATH}.load_state_dict", read=True)
def refuse_state(state_dict: Value, name: Value, differ: Value) -> Value:
    """Quotes the first tensor that differs."""
    first = next(iter(differ)) if isinstance(differ, Sequence) else None
    key, own, other = first.items if isinstance(first, Sequence) else (NONE, NONE, NONE)
    if not (isinstance(own, Tensor) and isinstance(other, Tensor) and isinstance(key, Constant)):
        return NONE
    raise Mismatch(
        "checkpoint-shape-mismatch",
        f"{key.payload} is {own.shape} in the model, {other.shape} in the state",
        *_sizes(own.shape, other.shape),
        argument="state_dict",
        runtime=f"size mismatch for {key.payload}: copying a param with shape {size_text(other.shape)} from "
        "checkpoint, "
        f"the shape in current model is {size_text(own.shape)}.",
        help="leave out what differs and load with strict=False, or make the model as it was",
    )


def _sizes(*shapes: Shape) -> list[Dim]:
    return [dim for shape in shapes for dim in shape.dims[:1]]


# -- what is not registered -------------------------------------------------------------------------------------


def note_attribute(context: Context, module: Instance, name: str, new: Value) -> None:
    """Where an attribute became a list or a dict, whose modules nobody registers."""
    if isinstance(new, (Sequence, Mapping)) and module.cls.path is None and not context.in_library:
        places = module.hidden("plain") or {}
        module.hide(context, "plain", {**places, name: context.origin(name).span})


def look_for_lost(context: Context, module: Instance) -> None:
    """Modules with weights in a list or dict of a module whose parameters are asked for."""
    if context.in_library:
        return
    registered = {id(one.state) for one in all_modules(module)}
    for one in all_modules(module):
        for name, span in (one.hidden("plain") or {}).items():
            lost = [part for part in _inside(one.state.get(name)) if id(part.state) not in registered]
            if len(lost) >= _FEWEST and all(_learns(context, part) for part in lost):
                where = Constant(f"{one.cls.name}.{name}")
                _tell_lost(context, where, lost, span)


def _tell_lost(context: Context, where: Value, lost: list[Instance], span: Span | None) -> None:
    spans: dict[int | str, Span] = {} if span is None else {0: span}
    context.apply(f"{PATH}.parameters", Arguments((where, Sequence.tuple(lost)), {}, spans))


@T.op(f"{PATH}.parameters", traits={"lost": "parts"})
def lost_parameters(where: Value, parts: Value) -> Value:
    """Recorded where some modules are not registered; the rule looks whether others ask for their parameters."""
    return NONE


def _inside(value: Value | None, depth: int = 3) -> list[Instance]:
    """The modules in lists and dicts."""
    if isinstance(value, Instance):
        return [value] if is_module(value) else []
    if depth and isinstance(value, Sequence):
        known = value.known
        parts = () if known is None else known
    elif depth and type(value) is Mapping:
        parts = tuple(value.items.values())
    else:
        return []
    return [one for part in parts for one in _inside(part, depth - 1)]


def _learns(context: Context, module: Instance) -> bool:
    """It has weights, and was not put into the mode for evaluation."""
    return getattr(module.state.get("training"), "payload", True) is not False and bool(weights_of(context, module))


def note_asked(context: Context, module: Instance) -> None:
    """Its parameters are asked for, by the program."""
    for one in all_modules(module):
        context.note("parameters", serial(one.state))


def has_none(module: Instance) -> bool:
    """It is sure that nothing is registered: only modules of the program's own, with plain attributes."""
    return all(_is_bare(one) for one in all_modules(module))


def _is_bare(module: Instance) -> bool:
    if module.cls.library_path() != PATH or module.cls.is_open:
        return False
    maybe_more = any(module.hidden(why) for why in ("more", "open", "supposed"))
    return not maybe_more and all(map(_is_plain, (value for _, value in module.visible())))


def _is_plain(value: Value) -> bool:
    if isinstance(value, Instance):
        return is_module(value) or value.cls.path is None
    return isinstance(value, (Constant, Scalar, Sequence, Mapping, Class)) or value.kind in ("function", "method")


# -- construction -----------------------------------------------------------------------------------------------


def is_unready(module: Instance) -> bool:
    """The program's own class derives from Module, and `Module.__init__` has not run: its own `__init__` is seen."""
    cls = module.cls
    if module.hidden("ready") or cls.path is not None or cls.library_path() != PATH or cls.is_open:
        return False
    own = [one.state["__init__"] for one in cls.mro() if one.path is None and "__init__" in one.state]
    return bool(own) and all(init.kind == "function" for init in own) and cls.find("__new__") is None


@T.op(f"{PATH}.__init__", read=True)
def refuse_attribute(name: str, what: str) -> Value:
    raise Mismatch(
        "missing-super-init",
        f"{name} is set before Module.__init__() was called",
        runtime=f"cannot assign {what} before Module.__init__() call",
        help="super().__init__() first",
    )
