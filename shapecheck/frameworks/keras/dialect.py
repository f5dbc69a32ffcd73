"""The library `keras`: its tensors, dtypes and dialects, and what its shape functions share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence
from ...core.dim import Atom, Dim
from ...core.dtype import bits, family
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Box, Facts, Library, Tensor
from ...core.value import Value
from ..declare import Dialect
from ..dtypes import DTypeValue, dtype_name
from ..numpy.dialect import array_behind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...core.objects import Instance

KERAS = Library("keras", "keras.KerasTensor", 3)

_PYTHON_TYPES = {"float": "float32", "int": "int64", "bool": "bool", "str": "string", "double": "float64",
                 "half": "float16"}  # fmt: skip
_NUMBERS = {"float": "float32", "int": "int32", "bool": "bool"}


def dtype_of(value: Value) -> str | None:
    """The dtype that a value passed as `dtype=` means."""
    return dtype_name(value, _PYTHON_TYPES)


def as_tensor(value: Value) -> Tensor | None:
    """What `keras.ops.convert_to_tensor` makes of a number or a nested list: float32 and int32."""
    if isinstance(value, Tensor):
        return value
    if isinstance(value, Constant) and isinstance(value.payload, (bool, int, float, Dim)):
        kind = "bool" if isinstance(value.payload, bool) else value.type_name
        constant = value.payload if not isinstance(value.payload, float) else None
        low = None if isinstance(value.payload, Dim) else float(value.payload)
        return Tensor(Shape(), _NUMBERS[kind], KERAS, Facts(low=low, high=low, constant=constant))
    if isinstance(value, (Scalar, Sequence)):
        from ..numpy.literal import array_of

        found = array_of(value)
        if found is None or family(found.dtype) in ("object", "string"):
            return None
        dtype = {"float64": "float32", "int64": "int32"}.get(found.dtype or "", found.dtype)
        return Tensor(found.shape, dtype, KERAS, found.facts)
    return array_behind(value)


def promote(operands: Iterable[Any]) -> str | None:
    """The dtype of an element-wise result. Source: keras/src/backend/common/dtypes.py: a lattice in which integers
    never widen a float, and Python's numbers are weak."""
    strong: list[str] = []
    weak: set[str] = set()
    for operand in operands:
        if isinstance(operand, Tensor):
            if operand.dtype is None:
                return None
            strong.append(operand.dtype)
        elif isinstance(operand, complex):
            return None
        else:
            weak.add("bool" if isinstance(operand, bool) else "int" if isinstance(operand, int) else "float")
    return _lattice(strong, weak)


def _lattice(strong: list[str], weak: set[str]) -> str | None:
    families = {family(dtype) for dtype in strong}
    if families - {"bool", "int", "uint", "float"}:
        return strong[0] if len(set(strong)) == 1 and not weak else None
    floats = {dtype for dtype in strong if family(dtype) == "float"}
    if floats:
        if floats == {"float16", "bfloat16"}:
            return "float32"
        return max(floats, key=bits) if "float8" not in floats else None
    if "float" in weak:
        return "float32"
    signed = [bits(dtype) for dtype in strong if family(dtype) == "int"]
    unsigned = [bits(dtype) for dtype in strong if family(dtype) == "uint"]
    if signed and unsigned:
        width = max(*signed, *(2 * width for width in unsigned))
        return f"int{width}" if width <= 64 else "float32"
    if signed or unsigned:
        return f"int{max(signed)}" if signed else f"uint{max(unsigned)}"
    return "int32" if "int" in weak else "bool" if strong or weak else None


def _dialect(layer_base: str, layer_method: str) -> Dialect:
    return Dialect(KERAS, as_tensor=as_tensor, promote=promote, dtype_of=dtype_of, layer_base=layer_base,
                   layer_method=layer_method, strict=layer_method == "call", graphs=True)  # fmt: skip


K = _dialect("keras.layers.Layer", "call")
LOSSES = _dialect("keras.losses.Loss", "call")
METRICS = _dialect("keras.metrics.Metric", "update_state")


def dtype_value(name: str) -> DTypeValue:
    """A dtype as the program sees it."""
    return DTypeValue(name)


# -- tensors ---------------------------------------------------------------------------------------------------


def tensor(shape: Shape, dtype: str | None = "float32", facts: Facts | Box | None = None) -> Tensor:
    """A tensor of Keras."""
    return Tensor(shape, dtype, KERAS, facts)


def compute_dtype(dtype: str | None) -> str | None:
    """What a layer computes in: floats are cast to its policy's float32, the rest stays."""
    return "float32" if family(dtype) == "float" else dtype


def floated(dtype: str | None) -> str | None:
    """What becomes of a dtype that meets float32 weights."""
    return "float32" if family(dtype) in ("float", "int", "uint", "bool") else None


def float_of(dtype: str | None) -> str | None:
    """The dtype of a function that computes in floats: floats stay, integers become float32."""
    return dtype if family(dtype) == "float" else "float32" if family(dtype) in ("int", "uint", "bool") else None


def kept(x: Tensor, shape: Shape | None = None) -> Tensor:
    """What a layer that leaves the elements alone makes of its input."""
    return tensor(shape if shape is not None else x.shape, compute_dtype(x.dtype), x.box)


def changed(x: Tensor, shape: Shape | None = None) -> Tensor:
    """What a layer that computes in floats makes of its input."""
    return tensor(shape if shape is not None else x.shape, floated(x.dtype))


def replace_last(shape: Shape, *dims: Dim | int) -> Shape:
    """The shape with other lengths in place of the last axis, also where the rank is not known."""
    if not shape.known_rank and not shape.parts[1]:
        return Shape((*shape.parts[0], *dims), gap=len(shape.parts[0]))
    return shape[:-1] + dims


def extended(shape: Shape, *dims: Dim | int) -> Shape:
    """The shape with more axes at its end."""
    return shape + dims


# -- batches ---------------------------------------------------------------------------------------------------


def batch_dim(size: int | None = None) -> Dim:
    """The number of samples in a batch; all but the last batch have `size`, where that is known."""
    return Dim({(Atom("batch", "name", low=1, high=size),): 1})


def batch_size(dim: Dim) -> int | None:
    """How many samples a full batch has."""
    if dim.value is not None:
        return dim.value
    atom = dim.atom
    return atom.high if atom is not None and atom.key == "batch" else None


# -- words -----------------------------------------------------------------------------------------------------


def spell(shape: Shape) -> str:
    """The shape as Keras prints it: what is not a number is None."""
    if not shape.known_rank:
        return "(...)"
    parts = [str(dim.value) for dim in shape.dims]
    return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"


def snake(name: str) -> str:
    """`Conv2D` -> `conv2d`, `MaxPooling2D` -> `max_pooling2d`: how Keras names a layer."""
    letters = []
    for i, letter in enumerate(name):
        before, after = name[i - 1 : i], name[i + 1 : i + 2]
        if letter.isupper() and before and ((before.islower()) or (before.isupper() and after.islower())):
            letters.append("_")
        letters.append(letter.lower())
    return "".join(letters)


# -- values ----------------------------------------------------------------------------------------------------


def leaves(value: Value) -> Iterator[Value]:
    """The parts of a nested structure, as `keras.tree.flatten` orders them."""
    if isinstance(value, Sequence) and value.type_name in ("list", "tuple") and value.known is not None:
        for item in value.known:
            yield from leaves(item)
    elif isinstance(value, Mapping) and not value.open:
        for key in sorted(value.items, key=str):
            yield from leaves(value.items[key])
    else:
        yield value


def text(value: Value | None) -> str | None:
    """The text that a value is, if it is one."""
    payload = value.payload if isinstance(value, Constant) else None
    return payload if isinstance(payload, str) else None


def number(value: Value | None) -> int | None:
    """The whole number that a value is, if it is one."""
    payload = value.payload if isinstance(value, Constant) else None
    return int(payload) if isinstance(payload, int) and not isinstance(payload, bool) else None


def flag(value: Value | None) -> bool | None:
    """The truth value that a value is, if it is known."""
    payload = value.payload if isinstance(value, Constant) else None
    return payload if isinstance(payload, bool) else None


def given(instance: Instance, name: str) -> Value | None:
    """A keyword argument that an instance was constructed with."""
    keywords: dict[str, Value] = instance.hidden("given") or {}
    return keywords.get(name)


def makers(value: Tensor) -> Iterator[Any]:
    """The calls that a tensor came through, the last one first; through the first tensor operand of each."""
    seen = 0
    node = value.node
    while node is not None and seen < 200:
        call = node[0]
        yield call
        seen += 1
        operands = [v for v in call.arguments.values() if isinstance(v, Tensor)]
        node = operands[0].node if operands else None
