"""`keras.tree`: functions of nested structures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.plain import FALSE, NONE, TRUE
from ...core.value import Arguments, Choice, Native, Unknown, Value
from .dialect import K, leaves

if TYPE_CHECKING:
    from ...core.value import Context


def mapped(context: Context, function: Value, structures: tuple[Value, ...]) -> Value:
    """The function of the leaves of one structure, or of several alike."""
    first = structures[0]
    if isinstance(first, Sequence) and all(isinstance(s, Sequence) and s.known is not None for s in structures):
        columns = zip(*(s.known or () for s in structures if isinstance(s, Sequence)), strict=False)
        return Sequence(first.type_name, [mapped(context, function, tuple(column)) for column in columns])
    if isinstance(first, Mapping) and all(isinstance(s, Mapping) for s in structures):
        keys = [key for key in first.items if all(isinstance(s, Mapping) and key in s.items for s in structures)]
        parts = {k: tuple(s.items[k] for s in structures if isinstance(s, Mapping)) for k in keys}
        return Mapping({key: mapped(context, function, part) for key, part in parts.items()})
    return context.call(function, Arguments(structures))


@K.native("keras.tree.map_structure", "keras.tree.map_structure_up_to")
def _map_structure(context: Context, arguments: Arguments) -> Value:
    function, structures = arguments.positional[0], arguments.positional[1:]
    return mapped(context, function, structures) if structures else Unknown("a structure")


@K.native("keras.tree.flatten")
def _flatten(context: Context, arguments: Arguments) -> Value:
    structure = arguments.get(0, "structure")
    if structure is None or isinstance(structure, (Unknown, Choice)):
        return Unknown("the leaves of a structure")
    return Sequence.list(leaves(structure))


@K.native("keras.tree.pack_sequence_as")
def _packed(context: Context, arguments: Arguments) -> Value:
    """The flat values in the places of the leaves."""
    structure, flat = arguments.get(0, "structure"), arguments.get(1, "flat_sequence")
    values = flat.known if isinstance(flat, Sequence) else None
    if structure is None or values is None or len(values) != len(list(leaves(structure))):
        return Unknown("a packed structure")
    remaining = iter(values)

    def put(value: Value) -> Value:
        if isinstance(value, Sequence) and value.type_name in ("list", "tuple") and value.known is not None:
            return Sequence(value.type_name, [put(item) for item in value.known])
        if isinstance(value, Mapping) and not value.open:
            made = {key: put(value.items[key]) for key in sorted(value.items, key=str)}
            return Mapping({key: made[key] for key in value.items})
        return next(remaining)

    return put(structure)


@K.native("keras.tree.is_nested")
def _is_nested(context: Context, arguments: Arguments) -> Value:
    structure = arguments.get(0, "structure")
    if structure is None or isinstance(structure, (Unknown, Choice)):
        return Unknown("whether a value is nested")
    return TRUE if isinstance(structure, Mapping) or (
        isinstance(structure, Sequence) and structure.type_name in ("list", "tuple")) else FALSE


@K.native("keras.tree.lists_to_tuples")
def _lists_to_tuples(context: Context, arguments: Arguments) -> Value:
    def tuples(value: Value) -> Value:
        if isinstance(value, Sequence) and value.type_name in ("list", "tuple") and value.known is not None:
            return Sequence.tuple(map(tuples, value.known))
        if isinstance(value, Mapping) and not value.open:
            return Mapping({key: tuples(item) for key, item in value.items.items()})
        return value

    return tuples(arguments.get(0, "structure") or NONE)


def _unknown(name: str) -> Native:
    return Native(name, lambda context, arguments: Unknown(name))


def _nothing(name: str) -> Native:
    return Native(name, lambda context, arguments: NONE)


K.constants({
    **{f"keras.tree.{name}": _nothing(name) for name in ("assert_same_structure", "assert_same_paths")},
    **{f"keras.tree.{name}": _unknown(name) for name in ("flatten_with_path", "map_shape_structure", "traverse",
                                                         "MAP_TO_NONE")},
})  # fmt: skip
