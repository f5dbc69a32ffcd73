"""h5py: groups and data sets of HDF5 files, by the headers of the file where it is there.

Source: the pages "Groups" and "Datasets" of h5py's documentation.
"""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, Slice
from ...core.dim import Dim
from ...core.objects import Class, Instance, Property, library_class
from ...core.plain import FALSE, NONE, TRUE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..numpy.dialect import NP, array
from ..python.files import data_file, will_differ
from ..python.tools import answering, text_of
from .hdf5 import file as hdf5

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

    Method = Callable[[Context, Arguments], Value]


def _open(context: Context, arguments: Arguments) -> Value:
    file, name, mode = arguments.positional[0], arguments.get(1, "name"), arguments.get(2, "mode")
    if not isinstance(file, Instance):
        return NONE
    if mode is not None and text_of(mode) != "r":
        will_differ(context, name)
        return NONE
    _keep(context, file, data_file(context, name), "/")
    return NONE


def _keep(context: Context, group: Instance, path: str | None, name: str) -> None:
    """What a group is: its file and its name there."""
    found = hdf5.find(path, name) if path is not None else None
    if isinstance(found, hdf5.Group):
        context.note("data file", path)
        for key, known in (("file", path), ("name", name), ("names", found.names)):
            group.hide(context, key, known)


def _place(arguments: Arguments) -> tuple[str, str, tuple[str, ...]] | None:
    """The file, the name and the members of a group that is known."""
    group = arguments.positional[0]
    parts = tuple(group.hidden(key) for key in ("file", "name", "names")) if isinstance(group, Instance) else (None,)
    return None if None in parts else parts


def _member(context: Context, path: str, name: str) -> Value:
    found = hdf5.find(path, name)
    if isinstance(found, hdf5.Group):
        group = Instance(GROUP)
        _keep(context, group, path, name)
        return group
    if found is None:
        return Unknown(f"{name} in a file")
    origin = context.origin(f"{name.strip('/')} in {os.path.basename(path)}")
    return dataset(array(Shape(Dim.of(size, origin) for size in found.shape), found.dtype))


def dataset(held: Tensor) -> Instance:
    """What turns it into an array finds that array hidden in it."""
    made = Instance(DATASET)
    made.state[" array"] = held
    return made


def _item(context: Context, arguments: Arguments) -> Value:
    place, name = _place(arguments), text_of(arguments.get(1, "name"))
    if place is None or name is None:
        return Unknown("something in a file")
    return _member(context, place[0], name if name.startswith("/") else f"{place[1].rstrip('/')}/{name}")


def _get(context: Context, arguments: Arguments) -> Value:
    plain = len(arguments.positional) == 2 and not arguments.keywords and not arguments.open
    place = _place(arguments)
    there = place is not None and text_of(arguments.positional[1]) in place[2] if plain else False
    return _item(context, arguments) if there else Unknown("something in a file")


def _keys(context: Context, arguments: Arguments) -> Value:
    place = _place(arguments)
    if place is None:
        return Sequence("list", (), Scalar("str"), Dim.unknown())
    return Sequence("list", map(Constant, place[2]))


def _members(context: Context, arguments: Arguments) -> Mapping | None:
    place = _place(arguments)
    if place is None:
        return None
    path, name, names = place
    return Mapping({one: _member(context, path, f"{name.rstrip('/')}/{one}") for one in names})


def _values(context: Context, arguments: Arguments) -> Value:
    found = _members(context, arguments)
    return Unknown("members of a file") if found is None else Sequence("list", found.items.values())


def _items(context: Context, arguments: Arguments) -> Value:
    found = _members(context, arguments)
    if found is None:
        return Unknown("members of a file")
    return Sequence("list", (Sequence.tuple((Constant(key), value)) for key, value in found.items.items()))


def _length(context: Context, arguments: Arguments) -> Value:
    place = _place(arguments)
    return Scalar("int") if place is None else Constant(len(place[2]))


def _contains(context: Context, arguments: Arguments) -> Value:
    place, name = _place(arguments), text_of(arguments.get(1, "name"))
    if place is None or name is None or "/" in name:
        return Unknown("whether a file has a member")
    return TRUE if name in place[2] else FALSE


def _create(context: Context, arguments: Arguments) -> Value:
    """`create_dataset(name, shape, dtype, data)`: what it holds is what it was given."""
    data, shape, asked = (None if value is NONE else value for value in (
        arguments.get(4, "data"), arguments.get(2, "shape"), arguments.get(3, "dtype")
    ))  # fmt: skip
    dtype = NP.dtype_of(asked) if asked is not None else "float32" if data is None else None
    if data is not None and shape is None:
        found = NP.as_tensor(data)
        return dataset(array(found.shape, dtype or found.dtype if asked is None else dtype) if found else _NOTHING)
    axes = shape.known if isinstance(shape, Sequence) else (shape,)
    sizes = [axis.dim for axis in axes or () if isinstance(axis, Constant) and axis.dim is not None]
    known = axes is not None and len(sizes) == len(axes)
    return dataset(array(Shape(sizes) if known else Shape.unknown(), dtype))


_NOTHING = array(Shape.unknown(), None)


def _resize(context: Context, arguments: Arguments) -> Value:
    if isinstance(arguments.positional[0], Instance):
        arguments.positional[0].hide(context, "array", None)
    return NONE


# -- data sets -----------------------------------------------------------------------------------------------------


def _held(arguments: Arguments) -> Value:
    found = arguments.positional[0].hidden("array") if isinstance(arguments.positional[0], Instance) else None
    return found if isinstance(found, Tensor) else Unknown("a data set")


def _read(context: Context, arguments: Arguments) -> Value:
    """Numbers, slices and `...` mean what they mean for arrays; other selections have rules of their own."""
    held, index = _held(arguments), arguments.get(1, "args") or NONE
    parts = index.known if isinstance(index, Sequence) and index.type_name == "tuple" else (index,)
    if parts is None or not all(map(_plain, parts)):
        return Unknown("a part of a data set")
    return context.item(held, index)


def _plain(part: Value) -> bool:
    if isinstance(part, Slice):
        step = 1 if part.step is None or part.step is NONE else getattr(part.step, "payload", None)
        return isinstance(step, int) and step > 0
    if isinstance(part, Scalar):
        return part.type_name == "int"
    if not isinstance(part, Constant) or isinstance(part.payload, bool):
        return False
    return part.payload is ... or part.dim is not None


def _of_array(name: str) -> Property:
    return Property(Native(name, lambda context, arguments: context.attribute(_held(arguments), name)))


def _count(context: Context, arguments: Arguments) -> Value:
    return _held(arguments).length(context)


def _rows(context: Context, arguments: Arguments) -> Value:
    return context.iterate(_held(arguments))


def _whole(context: Context, arguments: Arguments) -> Value:
    return _held(arguments)


def _cast(context: Context, arguments: Arguments) -> Value:
    """`dataset.astype(dtype)[...]`"""
    held, dtype = _held(arguments), arguments.get(1, "dtype")
    if not isinstance(held, Tensor) or dtype is None:
        return Unknown("a data set")
    return dataset(array(held.shape, NP.dtype_of(dtype)))


_ATTRIBUTES = Property(Native("attrs", answering("unknown", "attributes in a file")))
_PROPERTIES = {name: _of_array(name) for name in ("shape", "dtype", "ndim", "size")}
DATASET: Class = library_class(
    "h5py.Dataset", __getitem__=_read, __len__=_count, __iter__=_rows, len=_count, astype=_cast, attrs=_ATTRIBUTES,
    resize=_resize, value=Property(Native("value", _whole)), **_PROPERTIES,
)  # fmt: skip
GROUP: Class = library_class(
    "h5py.Group", __getitem__=_item, get=_get, keys=_keys, values=_values, items=_items, __len__=_length,
    __iter__=_keys, __contains__=_contains, create_dataset=_create, require_dataset=_create,
    create_group=lambda context, arguments: Instance(GROUP), require_group=answering("unknown", "a group in a file"),
    attrs=_ATTRIBUTES,
)  # fmt: skip
FILE = library_class(
    "h5py.File", GROUP, __init__=_open, __enter__=answering("self"), __exit__=answering("None"),
    close=answering("None"), flush=answering("None"),
)  # fmt: skip
NP.classes(DATASET, GROUP, FILE)
