"""Annotations that say the axes of a tensor: `jaxtyping`, `torchtyping`, and what checks them when a program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.annotation import Annotation, library_of
from ...core.containers import Sequence
from ...core.dtype import FAMILY
from ...core.plain import NONE, Constant
from ...core.said import Said, Unspeakable, axis_of, dtype_of, of_axes
from ...core.sizewords import shape_of
from ...core.tensor import LIBRARIES
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .typed import TypeForm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...core.value import Context


def _of(*families: str) -> tuple[str, ...]:
    return tuple(name for name, family in FAMILY.items() if family in families)


_ELEMENTS = {
    "Shaped": (), "Bool": _of("bool"), "Int": _of("int"), "UInt": _of("uint"), "Integer": _of("int", "uint"),
    "Float": _of("float"), "Complex": _of("complex"), "Inexact": _of("float", "complex"),
    "Real": _of("float", "int", "uint"), "Num": _of("float", "int", "uint", "complex"),
    **{name: (name.lower(),) for name in (
        "Int8 Int16 Int32 Int64 UInt8 UInt16 UInt32 UInt64 Float16 Float32 Float64 BFloat16 Complex64 Complex128"
    ).split()},
}  # fmt: skip
"""The dtypes that each of jaxtyping's types allows; the empty tuple is all."""


class Kind(TypeForm):
    """`Float` and its like: `Float[Tensor, "batch 3 height width"]`."""

    __slots__ = ()

    def item(self, context: Context, index: Value) -> Value:
        array, axes = (*(index.known or ()), None, None)[:2] if isinstance(index, Sequence) else (None, None)
        if not isinstance(axes, Constant) or not isinstance(axes.payload, str):
            return Unknown("an annotation")
        dtypes = _ELEMENTS[self.name]
        if isinstance(array, Annotation):  # `Float[Image, "batch"]`: axes before those of another annotation
            library = array.library
            said = _joined(_axes_of(axes.payload), array.said)
            dtypes = tuple(one for one in array.said.dtypes or dtypes if one in dtypes or not dtypes) or dtypes
        else:
            library, said = library_of(array), _axes_of(axes.payload)
        return Unknown("an annotation") if said is None else Annotation(said.changed(dtypes=dtypes), library)


def _joined(front: Said | None, back: Said) -> Said | None:
    if front is None or (front.gap is not None and back.gap is not None):
        return None
    gap = front.gap if back.gap is None else len(front.axes) + back.gap
    return Said((*front.axes, *back.axes), gap)


def _axes_of(text: str) -> Said | None:
    """As jaxtyping reads it: what may be broadcast, and what is only for the reader, is not known."""
    try:
        return of_axes(map(_axis, text.split()))
    except Unspeakable:
        return None


def _axis(word: str) -> str:
    word = word.rpartition("=")[2]
    if word == "..." or word.lstrip("#?_").startswith("*"):
        return "..."
    if word[:1] in ("#", "_", "?", "{"):
        return "?"
    try:
        axis_of(word)
    except Unspeakable:
        return "?"  # an expression that is worked out when the program runs
    return word


class Indexed(TypeForm):
    """`TensorType["batch", 3, float32]`"""

    __slots__ = ()

    def item(self, context: Context, index: Value) -> Value:
        given = index.known if isinstance(index, Sequence) and index.type_name == "tuple" else (index,)
        context.lookup("torch.Tensor")
        said = _listed(given or ())
        return Unknown("an annotation") if said is None else Annotation(said, LIBRARIES.get("torch.Tensor"))


def _listed(given: Iterable[Value]) -> Said | None:
    """Axes one by one: numbers, names, `...`; what is neither says something else, such as the dtype."""
    words: list[str] = []
    for one in given:
        payload = one.payload if isinstance(one, Constant) else one
        if payload is ...:
            words.append("...")
        elif isinstance(payload, int) and not isinstance(payload, bool):
            words.append("?" if payload < 0 else str(payload))
        elif payload is None:
            words.append("?")
        elif isinstance(payload, str) and dtype_of(payload) is None:
            words.append(payload)
    try:
        return of_axes(words)
    except Unspeakable:
        return None


def annotated(given: tuple[Value, ...]) -> Value:
    """`Annotated[Tensor, (3, 4)]` and `Annotated[Tensor, "B C H W"]`; whatever else is annotated."""
    first, told = given[0], given[1] if len(given) > 1 else None
    library, said = library_of(first), None
    if library is not None and isinstance(told, Sequence) and told.known is not None:
        said = _listed(told.known)
    elif library is not None and isinstance(told, Constant) and isinstance(told.payload, str):
        said = shape_of(told.payload.strip("()[] ").replace(",", " ").split())
    return TypeForm("Annotated", given) if said is None else Annotation(said, library)


for _name in _ELEMENTS:
    declare(f"jaxtyping.{_name}", Kind(_name))
for _name in "Array ArrayLike Key PRNGKeyArray PyTree PyTreeDef Scalar ScalarLike".split():
    declare(f"jaxtyping.{_name}", TypeForm(_name))
declare("torchtyping.TensorType", Indexed("TensorType"))


def _checked(context: Context, arguments: Arguments) -> Value:
    """A decorator that checks what a function is given, and leaves it as it is: with settings, or without."""
    if arguments.positional:
        return arguments.positional[0]
    return Native("decorator", lambda context, inner: inner.positional[0] if inner.positional else Unknown("decorated"))


for _name in ("jaxtyping.jaxtyped", "beartype.beartype", "typeguard.typechecked"):
    declare(_name, Native(_name, _checked))
declare("torchtyping.patch_typeguard", Native("torchtyping.patch_typeguard", lambda context, arguments: NONE))
