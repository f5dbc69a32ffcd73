"""Arrays in files, and the functions that print, save or set something and return nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping
from ...core.dim import Dim
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Unknown, Value
from .dialect import NP, array

if TYPE_CHECKING:
    from ...core.value import Context

_SILENT = (
    "save savez savez_compressed savetxt set_printoptions seterr setbufsize seterrcall "
    "testing.assert_allclose testing.assert_array_equal testing.assert_almost_equal testing.assert_equal "
    "testing.assert_array_almost_equal testing.assert_array_less testing.assert_ warnings.filterwarnings"
)
_TEXTS = "array2string array_str array_repr format_float_positional format_float_scientific base_repr binary_repr"


def _nothing(context: Context, arguments: Arguments) -> Value:
    return NONE


def _text(context: Context, arguments: Arguments) -> Value:
    return Scalar("str")


def _maybe(context: Context, arguments: Arguments) -> Value:
    return Scalar("bool")


NP.native(*(f"numpy.{name}" for name in _SILENT.split()))(_nothing)
NP.native(*(f"numpy.{name}" for name in _TEXTS.split()))(_text)
NP.native("numpy.array_equal", "numpy.array_equiv", "numpy.allclose", "numpy.may_share_memory", "numpy.shares_memory",
          "numpy.can_cast", "numpy.ndarray.__contains__")(_maybe)  # fmt: skip


@NP.native("numpy.load")
def load(context: Context, arguments: Arguments) -> Value:
    """The array of a .npy file, or the arrays of a .npz file, by its header where the file is there."""
    from ..data.npy import headers

    name = arguments.get(0, "file")
    path = _file(context, name)
    found = headers(path) if path else None
    if found is None:
        return Unknown("the content of a file")
    context.note("data file", path)
    whole = found.get("")
    if whole is not None:
        return _array(context, whole.shape, whole.dtype)
    return Mapping(
        {key: _array(context, header.shape, header.dtype) for key, header in found.items()}, type_name="NpzFile"
    )


def _file(context: Context, name: Value | None) -> str | None:
    """The full name of a file that may be peeked at."""
    return context.data_file(name.payload) if isinstance(name, Constant) and isinstance(name.payload, str) else None


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
