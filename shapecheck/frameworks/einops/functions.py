"""`rearrange`, `reduce`, `repeat` and `einsum`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra import join
from ...algebra.grouping import EACH, parse, regroup, sides
from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Unknown, Value
from ..torch.dialect import T

if TYPE_CHECKING:
    from ...core.value import Context

_OPTIONS = {"rearrange": "tensor pattern", "repeat": "tensor pattern", "reduce": "tensor pattern reduction"}
"""The functions whose further keywords are the lengths of names, by their own parameters."""


def packed(context: Context, name: str, arguments: Arguments) -> Value:
    """Calls the op with the lengths of names as one argument."""
    own = _OPTIONS[name].split()
    sizes = {key: value for key, value in arguments.keywords.items() if key not in own}
    others = {key: value for key, value in arguments.keywords.items() if key in own}
    lengths = Mapping(dict(sizes.items()), arguments.open)
    positional = arguments.positional
    if positional and isinstance(positional[0], Sequence):
        positional = (_stacked(positional[0]), *positional[1:])
    given = Arguments(positional, {**others, "axes_lengths": lengths}, arguments.spans)
    return context.apply(f"einops.einops.{name}", given)


def _declare(name: str) -> None:
    @T.native(f"einops.{name}")
    def call(context: Context, arguments: Arguments) -> Value:
        return packed(context, name, arguments)


for _name in _OPTIONS:
    _declare(_name)


def _lengths(given: Value) -> dict[str, Dim]:
    if not isinstance(given, Mapping) or given.open:
        raise Undecided("lengths that are not known")
    return {str(name): _length(value) for name, value in given.items.items()}


def _length(value: Value) -> Dim:
    if isinstance(value, Constant) and value.dim is not None:
        return value.dim
    return Dim.unknown()


def _regrouped(tensor: Tensor, pattern: str, lengths: Value) -> Tensor:
    return Tensor(regroup(tensor.shape, pattern, _lengths(lengths)), tensor.dtype, tensor.library)


def _stacked(tensors: Sequence) -> Value:
    """A list of tensors has their number as its first axis."""
    known = tensors.known
    parts = [part for part in known or () if isinstance(part, Tensor)]
    if not parts or len(parts) != len(known or ()):
        return Unknown(f"{tensors.kind} where a tensor is expected")
    try:
        return Tensor(join.stack(tuple(one.shape for one in parts), 0), parts[0].dtype, parts[0].library)
    except (Mismatch, Undecided):
        return Unknown("tensors that cannot be stacked")


def _require_names(wrong: set[str], words: str) -> None:
    """Names that a pattern must not have."""
    if wrong:
        names = ", ".join(sorted(wrong))
        raise Mismatch("argument-value", f"the pattern's {names}", argument="pattern",
                       runtime=f"{words}: {{{', '.join(map(repr, sorted(wrong)))}}}")  # fmt: skip


def _names(pattern: str, lengths: Value) -> tuple[set[str], set[str], set[str]]:
    """The names on the left, on the right, and those whose lengths are given; each is written once a side."""
    left, right = sides(pattern)
    given = set(_lengths(lengths))
    for side in (left, right):
        _require_names({name for name in side if side.count(name) > 1},
                       "Indexing expression contains duplicate dimension")  # fmt: skip
    _require_names(given - {*left, *right}, "Axis is not used in transform")
    return set(left), set(right), given


@T.op("einops.einops.rearrange")
def rearrange(tensor: Tensor, pattern: str, axes_lengths: Value) -> Tensor:
    left, right, _ = _names(pattern, axes_lengths)
    _require_names(left ^ right, "Identifiers only on one side of expression (should be on both)")
    return _regrouped(tensor, pattern, axes_lengths)


@T.op("einops.einops.repeat")
def repeat(tensor: Tensor, pattern: str, axes_lengths: Value) -> Tensor:
    left, right, given = _names(pattern, axes_lengths)
    _require_names(left - right, "Unexpected identifiers on the left side of repeat")
    _require_names(right - left - given, "Specify sizes for new axes in repeat")
    return _regrouped(tensor, pattern, axes_lengths)


@T.op("einops.einops.reduce")
def reduce(tensor: Tensor, pattern: str, reduction: Value, axes_lengths: Value) -> Tensor:
    """Whole numbers are counted in int64 by torch and NumPy, and have no mean."""
    left, right, _ = _names(pattern, axes_lengths)
    how = getattr(reduction, "payload", None)
    _require_names(right - left, f"Unexpected identifiers on the right side of reduce {how}")
    made = _regrouped(tensor, pattern, axes_lengths)
    return Tensor(made.shape, _reduced_dtype(tensor, how, bool(left - right)), made.library)


def _reduced_dtype(tensor: Tensor, how: object, reduces: bool) -> str | None:
    """Where no axis goes, nothing is computed."""
    whole = family(tensor.dtype) in ("bool", "int", "uint")
    if how == "mean" and whole and reduces:
        raise Mismatch("integer-mean", f"the mean of {tensor.dtype} numbers", argument="tensor",
                       runtime="reduce_mean is not available for non-floating tensors",
                       help="convert first: x.float()")  # fmt: skip
    if how in ("min", "max") or not reduces or (how in ("sum", "prod", "mean") and not whole):
        return tensor.dtype
    if tensor.library.name not in ("torch", "numpy") or how not in ("any", "all", "sum", "prod"):
        return None
    if tensor.library.name == "numpy" and family(tensor.dtype) == "uint":
        return None
    return "bool" if how in ("any", "all") else "int64"


def _packing(pattern: Value) -> tuple[int, int]:
    """How many axes stand before the `*`, and how many behind it."""
    text = getattr(pattern, "payload", None)
    names = text.split() if isinstance(text, str) else []
    if names.count("*") != 1:
        raise Undecided("a pattern that is not known")
    return names.index("*"), len(names) - names.index("*") - 1


@T.native("einops.pack")
def pack(context: Context, arguments: Arguments) -> Value:
    """The axes under the `*` become one, of all tensors side by side; and what they were."""
    given, pattern = arguments.get(0, "tensors"), arguments.get(1, "pattern")
    known = given.known if isinstance(given, Sequence) else None
    if known is None or not known or pattern is None or not all(isinstance(one, Tensor) for one in known):
        return context.gap("einops.pack", op=True)
    tensors = [one for one in known if isinstance(one, Tensor)]
    try:
        before, after = _packing(pattern)
        flat, insides = [], []
        for tensor in tensors:
            inside = Shape(tensor.shape.dims[before : tensor.rank - after])
            if tensor.rank < before + after:
                return context.gap("einops.pack of fewer axes than the pattern has", op=True)
            insides.append(Sequence.tuple(map(Constant, inside.dims)))
            flat.append(Shape((*tensor.shape.dims[:before], inside.numel, *tensor.shape.dims[tensor.rank - after :])))
        shape = join.concat(tuple(flat), before)
    except (Mismatch, Undecided):
        return context.gap("einops.pack", op=True)
    made = Tensor(shape, tensors[0].dtype, tensors[0].library)
    return Sequence.tuple((made, Sequence.list(insides)))


@T.native("einops.unpack")
def unpack(context: Context, arguments: Arguments) -> Value:
    names = ("tensor", "packed_shapes", "pattern")
    tensor, shapes, pattern = (arguments.get(at, name) for at, name in enumerate(names))
    known = shapes.known if isinstance(shapes, Sequence) else None
    insides = [one.known if isinstance(one, Sequence) else None for one in known or ()]
    if not isinstance(tensor, Tensor) or not insides or None in insides or pattern is None:
        return context.gap("einops.unpack", op=True)
    try:
        before, after = _packing(pattern)
        parts = [Shape(map(_length, inside or ())) for inside in insides]
        if any(dim.value == -1 for part in parts for dim in part.dims):
            return context.gap("einops.unpack into a part of unknown size", op=True)
        front, back = tensor.shape.dims[:before], tensor.shape.dims[tensor.rank - after :]
    except Undecided:
        return context.gap("einops.unpack", op=True)
    return Sequence.list([Tensor(Shape((*front, *part.dims, *back)), tensor.dtype, tensor.library) for part in parts])


@T.native("einops.einsum")
def einsum(context: Context, arguments: Arguments) -> Value:
    """The pattern is the last argument, and its names are words."""
    *operands, last = arguments.positional
    pattern = getattr(last, "payload", None)
    known = [one for one in operands if isinstance(one, (Tensor, Unknown))]
    if not isinstance(pattern, str) or len(known) != len(operands) or "(" in pattern:
        return context.gap("einops.einsum", op=True)
    left, _, right = pattern.partition("->")
    sides = [*left.split(","), right]
    letters: dict[str, str] = {}
    spelt = []
    for side in sides:
        words = [group[0] for group in parse(side) if group]
        spelt.append("".join("..." if w == EACH else letters.setdefault(w, chr(97 + len(letters))) for w in words))
    library = next((one.library.name for one in operands if isinstance(one, Tensor)), "torch")
    text = Constant(f"{','.join(spelt[:-1])}->{spelt[-1]}")
    return context.apply(f"{library}.einsum", Arguments((text, *operands)))
