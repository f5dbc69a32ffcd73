"""The library `tensorflow`: its tensors and dtypes, and what it makes of Python's numbers and lists.

TensorFlow does not promote: operands have one dtype, and only Python numbers and NumPy arrays take that of others.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Box, Facts, Library, Tensor
from ...core.value import Choice, Unknown, Value
from ..declare import Dialect
from ..dtypes import DTypeValue, dtype_name
from ..keras.symbolic import refuse_placeholder
from ..numpy.dialect import array_behind

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from ...core.value import Context

TENSORFLOW = Library("tensorflow", "tensorflow.Tensor", 2)

_TYPES = {
    "float": "float32", "bool": "bool", "half": "float16", "double": "float64", "int": "int32", "bool_": "bool",
    "float_": "float64", "int_": "int64", "str": "string", "float32_ref": "float32",
}  # fmt: skip
"""What `tf.as_dtype` takes besides the names of dtypes. Source: tensorflow/python/framework/dtypes.py."""

_SPELLING = {"float32": "float", "float64": "double", "float16": "half"}
"""How messages of the runtime name dtypes."""

_NARROW = {"int64": "int32", "float64": "float32"}


class Literal(Tensor):
    """A tensor made of Python numbers: it takes the dtype of the tensors it meets."""

    __slots__ = ()


class TensorFlowDType(DTypeValue):
    """`tf.float32` and the like."""

    __slots__ = ()

    def attribute(self, context: Context, name: str) -> Value:
        if name in ("base_dtype", "real_dtype", "as_numpy_dtype"):
            return self
        families = {"is_integer": ("int", "uint"), "is_bool": ("bool",), "is_unsigned": ("uint",)}.get(name)
        if families:
            return Constant(family(self.name) in families)
        return super().attribute(context, name)


def dtype_of(value: Value) -> str | None:
    """The dtype that a value passed as `dtype=` means."""
    return dtype_name(value, _TYPES)


def asked(dtype: Value | str | None, default: str | None) -> str | None:
    """The dtype that an argument asks for; the default where it is not given, None where it is not known."""
    if dtype is None or (isinstance(dtype, Constant) and dtype.payload is None):
        return default
    return dtype if isinstance(dtype, str) else dtype_of(dtype)


def as_tensor(value: Value) -> Tensor | None:
    """What `tf.convert_to_tensor` makes of a value; None where it refuses or we cannot tell."""
    if isinstance(value, Tensor):
        refuse_placeholder(value)
        return value
    if isinstance(value, (Unknown, Choice)):
        return None
    if not isinstance(value, (Constant, Scalar, Sequence)):
        return array_behind(value)
    if isinstance(value, Constant) and (value.payload is None or value.payload is Ellipsis):
        return None
    from ..numpy.literal import array_of

    try:
        found = array_of(value)
    except Mismatch as ragged:
        ragged.runtime = ("Can't convert non-rectangular Python sequence to Tensor.",)
        raise
    if family(found.dtype) == "object":
        return None
    parts = list(tensors_in(value))
    own = {part.dtype for part in parts if part.library is TENSORFLOW}
    if own:
        return Tensor(found.shape, own.pop() if len(own) == 1 else None, TENSORFLOW, found.facts)
    narrow = _NARROW.get(found.dtype or "", found.dtype)
    if family(narrow) == "uint":
        narrow = "int32"
    if narrow == "int32" and not _fits(found.facts):
        narrow = "int64"
    if any(part.dtype == "float64" for part in parts):
        narrow = None  # float64 or float32, as the version has it
    return Literal(found.shape, narrow, TENSORFLOW, found.facts)


def _fits(facts: Facts) -> bool:
    return all(bound is None or -(2**31) <= bound < 2**31 for bound in (facts.low, facts.high))


def to_tensor(value: Value | None) -> Tensor:
    """The value as a tensor; unknown becomes an unknown shape."""
    if value is None:
        raise Undecided("None where a tensor is expected")
    if isinstance(value, Unknown):
        return Tensor(Shape.unknown(), None, TENSORFLOW)
    found = as_tensor(value)
    if found is None:
        raise Undecided(f"{value.kind} where a tensor is expected")
    return found


def tensors_in(value: Value) -> Iterator[Tensor]:
    """Every tensor in a nested structure of lists and tuples."""
    if isinstance(value, Tensor):
        yield value
    elif isinstance(value, Sequence):
        for item in value:
            yield from tensors_in(item)


# -- dtypes of operands ----------------------------------------------------------------------------------------


def settle(operands: Iterable[Tensor], op: str, lenient: bool = False) -> str | None:
    """The one dtype of all operands of an op; Mismatch where two tensors differ.

    `lenient`: the first tensor of TensorFlow decides also for NumPy arrays in front of it, as in `array + tensor`
    and in lists of tensors; otherwise the first operand decides. Source: the conversion of arguments of eager ops.
    """
    several = [operand for operand in operands]
    strong = [operand for operand in several if not isinstance(operand, Literal)]
    own = [operand for operand in strong if not is_array(operand)]
    if not strong:
        return several[0].dtype if len({operand.dtype for operand in several}) == 1 else None
    if isinstance(several[0], Literal) and not own:
        return None
    first = own[0] if own and (lenient or isinstance(several[0], Literal)) else strong[0]
    for at, operand in enumerate(several):
        if operand is first or operand.dtype is None or first.dtype is None:
            continue
        if isinstance(operand, Literal):
            _check_literal(operand, first, op)
        elif operand.dtype != first.dtype and not is_array(operand):
            raise Mismatch(
                "tf-dtype-mix",
                f"{first.dtype} and {operand.dtype} operands",
                runtime=(
                    f"cannot compute {op} as input #{at}(zero-based) was expected to be a "
                    f"{spelling(first.dtype)} tensor but is a {spelling(operand.dtype)} tensor [Op:{op}]",
                    f"Input 'y' of '{op}' Op has type {operand.dtype} that does not match type {first.dtype} "
                    "of argument 'x'.",
                ),
                help=f"tf.cast(..., tf.{first.dtype})",
            )
    return first.dtype


def _check_literal(operand: Tensor, first: Tensor, op: str) -> None:
    if family(operand.dtype) == "float" and family(first.dtype) in ("int", "uint"):
        number = operand.facts.constant if isinstance(operand.facts.constant, float) else "a float"
        raise Mismatch(
            "tf-dtype-mix",
            f"a float for a tensor of {first.dtype}",
            runtime=f"Cannot convert {number} to EagerTensor of dtype {first.dtype}",
            help="tf.cast(..., tf.float32)",
        )


def is_array(tensor: Tensor) -> bool:
    """Of another library: TensorFlow converts it to the dtype it needs."""
    return tensor.library is not TENSORFLOW and tensor.library.name == "numpy"


def spelling(dtype: str | None) -> str:
    return _SPELLING.get(dtype or "", dtype or "?")


def need(tensor: Tensor, families: str, op: str, argument: str = "") -> None:
    """The op takes tensors of these families of dtypes only ("float complex")."""
    if tensor.dtype is not None and family(tensor.dtype) not in families.split():
        allowed = "bfloat16, half, float, double" + (", complex64, complex128" if "complex" in families else "")
        wanted = allowed if "float" in families else families.replace(" ", ", ")
        runtime = f"Value for attr 'T' of {spelling(tensor.dtype)} is not in the list of allowed values: {wanted}"
        if families == "bool":
            runtime = f"cannot compute {op} as input #0(zero-based) was expected to be a bool tensor but is a " + (
                f"{spelling(tensor.dtype)} tensor [Op:{op}]"
            )
        raise Mismatch(
            "tf-dtype-mix",
            f"{op} takes {families.replace(' ', ' or ')}, got {tensor.dtype}",
            argument=argument,
            runtime=runtime,
            help="tf.cast(..., tf.float32)" if "float" in families else "",
        )


def promote(operands: list[Any]) -> str | None:
    """The dtype of the first tensor: Python numbers take it, other tensors must have it."""
    tensors = [operand for operand in operands if isinstance(operand, Tensor)]
    return settle(tensors, "op", lenient=True) if tensors else None


def _forgives(context: Context, mismatch: Mismatch) -> bool:
    """`tf.experimental.numpy.experimental_enable_numpy_behavior()`: dtypes are promoted, and arrays are indices."""
    numpy_like = mismatch.kind in ("tf-dtype-mix", "index-dtype")
    return numpy_like and context.mentions("experimental_enable_numpy_behavior")


def _dense_alone(value: Tensor) -> None:
    """Sparse and ragged tensors are operands of some ops alone."""
    refuse_placeholder(value)
    if not value.library.dense:
        raise Undecided(f"a {value.library.name} tensor")


def _dialect(refuses: Callable[[Tensor], None]) -> Dialect:
    return Dialect(
        TENSORFLOW,
        as_tensor=as_tensor,
        promote=promote,
        dtype_of=dtype_of,
        layer_base="tensorflow.Module",
        strict=True,
        graphs=True,
        refuses=refuses,
        forgives=_forgives,
        aliases={
            "axis": ("dim", "dimension", "reduction_indices", "squeeze_dims"), "axes": ("axis",),
            "keepdims": ("keep_dims",), "input": ("value", "tensor", "x"), "value": ("input",),
            "filters": ("filter",), "filter": ("filters",), "images": ("image",), "image": ("images",),
            "labels": ("targets",), "input_tensor": ("input",), "out_type": ("output_type",),
            "rate": ("keep_prob",), "x": ("input",), "shape": ("dims",), "box_indices": ("box_ind",),
            "validate_indices": ("partition_strategy",), "y_true": ("labels",), "y_pred": ("predictions",),
        },
    )  # fmt: skip


TF = _dialect(_dense_alone)
ANY = _dialect(refuse_placeholder)
"""For the ops that take sparse and ragged tensors."""


def tensor(shape: Shape, dtype: str | None = "float32", facts: Facts | Box | None = None) -> Tensor:
    """A tensor of TensorFlow."""
    return Tensor(shape, dtype, TENSORFLOW, facts)


# -- words -----------------------------------------------------------------------------------------------------


def spell(shape: Shape) -> str:
    """A shape as messages of the runtime write it: `[2,3]`, `?` for a length that is not a number."""
    if not shape.known_rank:
        return "<unknown>"
    return "[" + ",".join(str(dim.value) if dim.value is not None else "?" for dim in shape.dims) + "]"


def python_spell(shape: Shape) -> str:
    """A shape as messages of the Python layer write it: `(2, 3)`, None for a length that is not a number."""
    if not shape.known_rank:
        return "<unknown>"
    return "(" + ", ".join(str(dim.value) for dim in shape.dims) + ("," if shape.rank == 1 else "") + ")"


@contextmanager
def quoting(*runtime: str, kind: str = "") -> Iterator[None]:
    """Mismatches raised inside are told in TensorFlow's words."""
    try:
        yield
    except Mismatch as found:
        found.runtime = runtime
        found.kind = kind or found.kind
        raise


def keyed(value: Value) -> Hashable:
    """A plain key for a text or number, or None."""
    return value.payload if isinstance(value, Constant) and not isinstance(value.payload, Dim) else None


def each(function: Callable[[Tensor], Any], value: Value) -> Value:
    """A nested structure with every tensor changed; what is neither stays as it is."""
    from ...core.containers import Mapping
    from ...core.convert import to_value

    if isinstance(value, Tensor):
        return to_value(function(value))
    if isinstance(value, Sequence):
        rest = each(function, value.rest) if value.rest is not None else None
        items = [each(function, item) for item in value.items]
        return Sequence(value.type_name, items, rest, value.contents.number, value.names)
    if isinstance(value, Mapping):
        return Mapping({key: each(function, item) for key, item in value.items.items()}, value.open)
    if isinstance(value, Choice):
        return Choice([(conditions, each(function, item)) for conditions, item in value.alternatives])
    return value
