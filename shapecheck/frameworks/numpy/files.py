"""Arrays in files, and the functions that print, save or set something and return nothing."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.dtype import FAMILY, bits
from ...core.objects import library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Unknown, Value
from .dialect import NP, array

if TYPE_CHECKING:
    from ...core.value import Context
    from ..data.npy import Header

_MOST_FILES = 1024

_SAVED = "save savez savez_compressed savetxt"
_SILENT = (
    "set_printoptions seterr setbufsize seterrcall "
    "testing.assert_allclose testing.assert_array_equal testing.assert_almost_equal testing.assert_equal "
    "testing.assert_array_almost_equal testing.assert_array_less testing.assert_ testing.assert_approx_equal "
    "testing.assert_string_equal warnings.filterwarnings"
)
_TEXTS = "array2string array_str array_repr format_float_positional format_float_scientific base_repr binary_repr"


def _nothing(context: Context, arguments: Arguments) -> Value:
    return NONE


def _save(context: Context, arguments: Arguments) -> Value:
    """The endings that `save` and its kin put to a name."""
    from ..python.files import path_text, will_differ

    given = arguments.get(0, "file") or arguments.get(None, "fname")
    name = path_text(given)
    if name is None:
        will_differ(context, given)
    for ending in ("", ".npy", ".npz") if name is not None else ():
        will_differ(context, Constant(f"{name}{ending}"))
    return NONE


def _text(context: Context, arguments: Arguments) -> Value:
    return Scalar("str")


def _maybe(context: Context, arguments: Arguments) -> Value:
    return Scalar("bool")


NP.native(*(f"numpy.{name}" for name in _SAVED.split()))(_save)
def _decorated(context: Context, arguments: Arguments) -> Value:
    return arguments.positional[1] if len(arguments.positional) > 1 else Unknown("a decorated function")


NP.native(*(f"numpy.{name}" for name in _SILENT.split()))(_nothing)
for _name in ("errstate", "printoptions"):
    NP.classes(library_class(f"numpy.{_name}", __init__=_nothing, __enter__=_nothing, __exit__=_nothing,
                             __call__=_decorated))  # fmt: skip
NP.native(*(f"numpy.{name}" for name in _TEXTS.split()))(_text)
NP.native("numpy.array_equal", "numpy.array_equiv", "numpy.allclose", "numpy.may_share_memory", "numpy.shares_memory",
          "numpy.can_cast", "numpy.ndarray.__contains__")(_maybe)  # fmt: skip


@NP.native("numpy.load")
def load(context: Context, arguments: Arguments) -> Value:
    """The array of a .npy file, or the arrays of a .npz file, by its header where the file is there."""
    from ..data.npy import headers

    name = arguments.get(0, "file")
    path = _file(context, name)
    found = headers(path) if path else _alike(context, name)
    if found is None:
        return Unknown("the content of a file")
    if path is not None:
        context.note("data file", path)
    whole = found.get("")
    if whole is not None:
        return _array(context, whole.shape, whole.dtype)
    return Mapping(
        {key: _array(context, header.shape, header.dtype) for key, header in found.items()}, type_name="NpzFile"
    )


def _alike(context: Context, name: Value | None) -> dict[str, Header] | None:
    """What the headers of all files say that a path may mean."""
    from ..data.npy import headers
    from ..python.folders import several_files

    paths = several_files(context, name) or ()
    found = headers(paths[0]) if 0 < len(paths) <= _MOST_FILES else None
    return found if found is not None and all(headers(path) == found for path in paths[1:]) else None


def _file(context: Context, name: Value | None) -> str | None:
    """The full name of a file that may be peeked at: by its name, or open and not read yet."""
    from ..python.binary import place_of
    from ..python.files import data_file

    place = place_of(name)
    if place is not None:
        return None if place.packed or place.at else place.path
    return data_file(context, name)


def _array(context: Context, shape: tuple[int, ...], dtype: str | None) -> Tensor:
    origin = context.origin("the header of the file")
    made = array(Shape(Dim.of(size, origin) for size in shape), dtype)
    made.origin = origin
    return made


@NP.native("numpy.loadtxt", "numpy.genfromtxt")
def loadtxt(context: Context, arguments: Arguments) -> Value:
    """Rows and columns of numbers; the number of columns is read from the file where it is there."""
    from ..data.npy import columns_of

    simple = all(arguments.keywords.get(name) is None for name in ("usecols", "names", "unpack", "ndmin", "max_rows"))
    dtype = arguments.get(1, "dtype")
    kind = NP.dtype_of(dtype) if dtype is not None and dtype is not NONE else "float64"
    path = _file(context, arguments.positional[0]) if arguments.positional else None
    if not simple or path is None or kind is None:
        return array(Shape.unknown(), kind)
    delimiter = arguments.get(None, "delimiter")
    mark = delimiter.payload if isinstance(delimiter, Constant) else None
    counted = columns_of(path, mark if isinstance(mark, str) else None, _skipped(arguments))
    if counted is None:
        return array(Shape.unknown(), kind)
    context.note("data file", path)
    rows, columns = counted
    origin = context.origin("the columns of the file")
    if columns < 2 or rows == 1:
        return array(Shape.unknown() if rows is None or rows < 2 else Shape.of(Dim.of(rows, origin)), kind)
    length = Dim.unknown(low=1) if rows is None else Dim.of(rows, origin)
    return array(Shape((length, Dim.of(columns, origin))), kind)


def _skipped(arguments: Arguments) -> int:
    for name in ("skiprows", "skip_header"):
        value = arguments.keywords.get(name)
        if isinstance(value, Constant) and isinstance(value.payload, int):
            return value.payload
    return 0


# -- plain numbers -------------------------------------------------------------------------------------------------


@NP.native("numpy.fromfile")
def fromfile(context: Context, arguments: Arguments) -> Value:
    """`fromfile(file, dtype=float, count=-1, sep="", offset=0)`, of a name or from where an open file is."""
    dtype, count, separator, skipped = (
        arguments.get(1, "dtype"), arguments.get(2, "count"), arguments.get(3, "sep"), arguments.get(4, "offset")
    )  # fmt: skip
    kind = "float64" if dtype is None or dtype is NONE else NP.dtype_of(dtype)
    found = None
    if kind is not None and (separator is None or getattr(separator, "payload", None) == ""):
        found = _elements(context, arguments.get(0, "file"), kind, _number(count, -1), _number(skipped, 0))
    return array(Shape.of(found or Dim.unknown()), kind)


def _number(value: Value | None, default: int) -> int | None:
    found = default if value is None or value is NONE else getattr(value, "payload", None)
    return found if isinstance(found, int) else None


def _elements(context: Context, file: Value | None, kind: str, count: int | None, skipped: int | None) -> Dim | None:
    """So many are left in a file, or asked for."""
    from ..data import rawfile
    from ..python.binary import move, place_of
    from ..python.files import data_file

    width = bits(kind) // 8 if kind in FAMILY else 0
    place = place_of(file)
    path = place.path if place is not None else data_file(context, file)
    size = None if path is None else place.size - place.at if place is not None else rawfile.size(path, False)
    if not width or size is None or path is None or count is None or skipped is None or (place and place.packed):
        move(context, file, None)
        return None
    left = max(size - skipped, 0) // width
    number = left if count < 0 else min(count, left)
    if place is not None:
        move(context, file, place.at + skipped + number * width)
    context.note("data file", path)
    return Dim.of(number, context.origin(f"{number} numbers in {os.path.basename(path)}"))


@NP.native("numpy.memmap")
def memmap(context: Context, arguments: Arguments) -> Value:
    """`memmap(filename, dtype=uint8, mode="r+", offset=0, shape=None)`"""
    from ..data import rawfile
    from ..python.files import data_file

    dtype, mode, skipped, shape = (
        arguments.get(1, "dtype"), arguments.get(2, "mode"), arguments.get(3, "offset"), arguments.get(4, "shape")
    )  # fmt: skip
    kind = "uint8" if dtype is None or dtype is NONE else NP.dtype_of(dtype)
    if shape is not None and shape is not NONE:
        axes = shape.known if isinstance(shape, Sequence) else (shape,)
        lengths = [one.dim for one in axes or () if isinstance(one, Constant) and one.dim is not None]
        return array(Shape(lengths) if axes and len(lengths) == len(axes) else Shape.unknown(), kind)
    path, start = data_file(context, arguments.get(0, "filename")), _number(skipped, 0)
    width = bits(kind) // 8 if kind in FAMILY else 0
    size = rawfile.size(path, False) if path is not None and getattr(mode, "payload", "") in ("r", "c") else None
    if path is None or not width or size is None or start is None or not 0 <= start <= size or (size - start) % width:
        return array(Shape.of(Dim.unknown()), kind)
    context.note("data file", path)
    number = (size - start) // width
    return array(Shape.of(Dim.of(number, context.origin(f"{number} numbers in {os.path.basename(path)}"))), kind)
