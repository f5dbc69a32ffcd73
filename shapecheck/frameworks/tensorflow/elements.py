"""The elements of datasets: how they are made of tensors, described by signatures, and batched."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.objects import Instance
from ...core.outcome import Mismatch, require_equal
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..keras.dialect import batch_dim
from .dialect import TF, asked, each, python_spell, tensor, to_tensor
from .shapes import shape_of

if TYPE_CHECKING:
    from ...core.tensor import Facts


def number_of(value: Value | None) -> int | None:
    payload = value.payload if isinstance(value, Constant) else None
    return payload if isinstance(payload, int) and not isinstance(payload, bool) else None


def components(value: Value) -> Value:
    """A structure of tensors: tuples and dicts stay, everything else becomes a tensor."""
    if isinstance(value, Sequence) and value.type_name == "tuple" and value.known is not None and value.known:
        return Sequence("tuple", map(components, value.known), names=value.names)
    if isinstance(value, Mapping):
        return Mapping({key: components(item) for key, item in value.items.items()}, value.open)
    if isinstance(value, Instance):
        array = value.hidden("array")
        return components(array) if isinstance(array, Tensor) else Unknown("data that are not arrays")
    made = to_tensor(value)
    return tensor(made.shape, made.dtype, made.box)


def leaves(value: Value) -> list[Tensor]:
    if isinstance(value, Tensor):
        return [value]
    if isinstance(value, Sequence):
        return [leaf for item in value for leaf in leaves(item)]
    if isinstance(value, Mapping):
        return [leaf for item in value.items.values() for leaf in leaves(item)]
    return []


@TF.op("tensorflow.data.Dataset.from_tensor_slices",
       samples=("tf.data.Dataset.from_tensor_slices(tf.ones([4, 3]))",
                "tf.data.Dataset.from_tensor_slices((tf.ones([4, 3]), np.ones(4)))",
                "tf.data.Dataset.from_tensor_slices([1, 2, 3])",
                "tf.data.Dataset.from_tensor_slices({'a': tf.ones([4, 3]), 'b': [1, 2, 3, 4]})",
                "tf.data.Dataset.from_tensor_slices((tf.ones([4, 3]), tf.ones([5])))",
                "tf.data.Dataset.from_tensor_slices(1)",
                "tf.data.Dataset.from_tensor_slices([[1, 2], [3]])"))  # fmt: skip
def from_tensor_slices(tensors: Value, name: Value | None = None) -> Value:
    """An element has the parts without their first axis, which is the same for all."""
    parts = components(tensors)
    known = [leaf for leaf in leaves(parts) if leaf.shape.known_rank]
    for leaf in known:
        if leaf.rank == 0:
            raise Mismatch("layer-input-rank", "slices of a scalar", argument="tensors",
                           runtime="Unbatching a tensor is only supported for rank >= 1")  # fmt: skip
        first = known[0].shape[0]
        require_equal(
            leaf.shape[0], first, "sample-count-mismatch", "{got} samples beside {wanted}", argument="tensors",
            runtime=f"Dimensions {first} and {leaf.shape[0]} are not compatible",
        )  # fmt: skip
    return each(lambda one: tensor(row_of(one.shape), one.dtype, row_facts(one)), parts)


def row_of(shape: Shape) -> Shape:
    return shape[1:] if shape.known_rank else Shape.unknown()


def row_facts(one: Tensor) -> Facts:
    kept = one.shape.known_rank and one.shape.rank > 1
    facts = one.facts
    return replace(facts, constant=None, one_hot=facts.one_hot if kept else None, activation=None, contiguous=None)


def size_of(tensors: Value | None) -> Dim:
    """How many slices there are."""
    if tensors is None or isinstance(tensors, Unknown):
        return Dim.unknown()
    known = [leaf for leaf in leaves(components(tensors)) if leaf.shape.known_rank and leaf.shape.rank]
    return known[0].shape[0] if known else Dim.unknown()


def described(types: Value | None, shapes: Value | None) -> Value:
    """The elements that dtypes and shapes describe, in nested structures."""
    if isinstance(types, Sequence) and types.known is not None:
        parts = (
            shapes.known if isinstance(shapes, Sequence) and shapes.known is not None else (None,) * len(types.known)
        )
        return Sequence.tuple(described(one, shape) for one, shape in zip(types.known, parts, strict=False))
    if isinstance(types, Mapping):
        found = shapes.items if isinstance(shapes, Mapping) else {}
        return Mapping({key: described(one, found.get(key)) for key, one in types.items.items()})
    return tensor(shape_of(shapes), asked(types, None) if types is not None else None)


def of_signature(signature: Value) -> Value:
    """The elements that `tf.TensorSpec`s describe."""
    if isinstance(signature, Sequence) and signature.known is not None:
        return Sequence.tuple(map(of_signature, signature.known))
    if isinstance(signature, Mapping):
        return Mapping({key: of_signature(item) for key, item in signature.items.items()})
    found = signature.hidden("tensor") if isinstance(signature, Instance) else None
    return found if isinstance(found, Tensor) else Unknown("the signature of a generator")


def returned(value: Value) -> Value:
    """What a function returns, as an element: lists become tensors."""
    if isinstance(value, Sequence) and value.type_name == "tuple" and value.known is not None:
        return Sequence("tuple", map(returned, value.known))
    if isinstance(value, Mapping):
        return Mapping({key: returned(item) for key, item in value.items.items()}, value.open)
    if isinstance(value, Tensor):
        return Tensor(value.shape, value.dtype, TF.library, value.box, value.origin)
    if isinstance(value, (Sequence, Constant, Scalar)) and value is not NONE:
        return to_tensor(value)
    return value


@TF.op("tensorflow.data.Dataset.from_generator.element")
def yielded(element: Value, signature: Value) -> None:
    """What a generator yields is as it was declared; dtypes are converted."""
    if isinstance(signature, Tensor):
        _need_declared(element, signature)
        return
    wanted = signature.known if isinstance(signature, Sequence) else None
    parts = element.known if isinstance(element, Sequence) and element.type_name == "tuple" else None
    if wanted is None:
        return
    single = isinstance(element, (Tensor, Constant)) and element is not NONE
    if single or (parts is not None and len(parts) != len(wanted)):
        count = "one value" if parts is None else f"{len(parts)} values"
        raise Mismatch(
            "dataset-signature", f"the generator yields {count}, {len(wanted)} are declared", argument="signature",
            runtime="`generator` yielded an element that did not match the expected structure.",
        )  # fmt: skip
    for part, one in zip(parts or (), wanted, strict=False):
        yielded(part, one)


def _need_declared(element: Value, declared: Tensor) -> None:
    if not isinstance(element, Tensor) or element.shape.equals(declared.shape) is not Truth.NO:
        return
    raise Mismatch(
        "dataset-signature", f"the generator yields {element.shape}, declared is {declared.shape}",
        argument="signature",
        runtime=f"`generator` yielded an element of shape {python_spell(element.shape)} where an element of shape "
        f"{python_spell(declared.shape)} was expected.",
    )  # fmt: skip


def mapped(value: Value) -> Value:
    """What a function of elements returns: a list is a tuple, where it is not in another one."""
    if isinstance(value, Sequence) and value.type_name == "list" and value.known is not None:
        return Sequence("tuple", map(returned, value.known))
    return returned(value)


def in_front(one: Tensor, first: Dim) -> Tensor:
    """The tensors of a batch, stacked; what is true of each element stays."""
    facts = one.facts
    made = tensor(Shape.of(first) + one.shape, one.dtype)
    return made.with_facts(low=facts.low, high=facts.high, one_hot=facts.one_hot if one.shape.least_rank else None)


def batches_of(count: Dim, size: Value | None, dropped: bool) -> tuple[Dim, Dim]:
    """The length of a batch, and the number of batches."""
    number = number_of(size)
    if number is None or number < 1:
        known = size.dim if isinstance(size, Constant) else None
        return (known if dropped and known is not None else batch_dim()), Dim.unknown()
    if dropped:
        return Dim.of(number), count // number
    batches = (count + (number - 1)) // number
    if count.less(number + 1) is Truth.YES:
        return count, batches
    return (Dim.of(number) if (count % number).equals(0) is Truth.YES else batch_dim(number)), batches


def padded(shape: Shape) -> Shape:
    """Padding lengthens axes by what cannot be told."""
    return shape.map(lambda dim: dim if dim.value is not None else Dim.unknown())
