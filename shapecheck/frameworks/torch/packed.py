"""Sequences of different lengths: padded, and packed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence, join_all
from ...core.dim import Dim
from ...core.outcome import Undecided
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Unknown, Value
from .dialect import T, tensor
from .linear import has
from .recurrent import Packed

if TYPE_CHECKING:
    from ...core.value import Arguments, Context
    from ..binding import Ignored


@T.op("torch.nn.utils.rnn.pack_padded_sequence")
def pack_padded_sequence(input: Tensor, lengths: Ignored, batch_first: Value | bool = False,
                         enforce_sorted: Ignored = True) -> Value:  # fmt: skip
    first = has(batch_first)
    if not input.shape.known_rank or first is None:
        return Packed(tensor(Shape.unknown(), input.dtype))
    shape = input.shape
    batch = shape[0] if first else shape[1]
    return Packed(tensor(Shape((Dim.unknown(low=1), batch, *shape.dims[2:])), input.dtype))


@T.op("torch.nn.utils.rnn.pad_packed_sequence")
def pad_packed_sequence(sequence: Value, batch_first: Value | bool = False, padding_value: Ignored = 0.0,
                        total_length: Dim | None = None) -> Any:  # fmt: skip
    first = has(batch_first)
    padded = sequence.padded if isinstance(sequence, Packed) else tensor(Shape.unknown(), None)
    if not padded.shape.known_rank or first is None:
        return (tensor(Shape.unknown(), padded.dtype), tensor(Shape.of(Dim.unknown()), "int64"))
    time, batch, *rest = padded.shape.dims
    time = time if total_length is None else total_length
    shape = Shape((batch, time, *rest) if first else (time, batch, *rest))
    return (tensor(shape, padded.dtype, Facts(activation="recurrent")), tensor(Shape.of(batch), "int64"))


@T.op("torch.nn.utils.rnn.pack_sequence")
def pack_sequence(sequences: Value, enforce_sorted: Ignored = True) -> Value:
    one, count = _of_many(sequences)
    return Packed(tensor(Shape((Dim.unknown(low=1), count, *one.shape.dims[1:])), one.dtype))


@T.op("torch.nn.utils.rnn.pad_sequence")
def pad_sequence(sequences: Value, batch_first: Value | bool = False, padding_value: Ignored = 0.0,
                 padding_side: Ignored = "right") -> Tensor:  # fmt: skip
    """[time, batch, ...] of tensors [length, ...]; the time is the longest length."""
    one, count = _of_many(sequences)
    first = has(batch_first)
    longest = one.shape[0] if not one.shape[0].is_unknown else Dim.unknown(low=0)
    front = (count, longest) if first else (longest, count)
    if first is None:
        front = (Dim.unknown(), Dim.unknown())
    return tensor(Shape((*front, *one.shape.dims[1:])), one.dtype)


def _of_many(sequences: Value) -> tuple[Tensor, Dim]:
    """What is true of all tensors in a list, and how many they are."""
    if isinstance(sequences, Tensor):
        shape = sequences.shape
        return tensor(shape[1:], sequences.dtype), shape[0]
    if not isinstance(sequences, Sequence):
        raise Undecided("sequences that are not known")
    one = join_all(tuple(sequences))
    if not isinstance(one, Tensor) or not one.shape.known_rank or one.rank == 0:
        raise Undecided("sequences that are not known")
    return one, sequences.size


@T.native("torch.nn.utils.rnn.unpad_sequence")
def unpad_sequence(context: Context, arguments: Arguments) -> Value:
    """A list of [length, ...], of lengths that differ. What comes with the time first is transposed in place."""
    padded, first = arguments.get(0, "padded_sequences"), has(arguments.get(2, "batch_first") or False)
    if not isinstance(padded, Tensor) or not padded.shape.known_rank or padded.rank < 2 or first is None:
        return Unknown("sequences that are not known")
    batch = padded.shape[0] if first else padded.shape[1]
    if not first:
        padded.reshape(context)
    return _pieces(padded.dtype, batch, padded.shape.dims[2:])


@T.op("torch.nn.utils.rnn.unpack_sequence")
def unpack_sequence(packed_sequences: Value) -> Any:
    padded = packed_sequences.padded if isinstance(packed_sequences, Packed) else None
    if padded is None or not padded.shape.known_rank or padded.rank < 2:
        raise Undecided("sequences that are not known")
    return _pieces(padded.dtype, padded.shape[1], padded.shape.dims[2:])


def _pieces(dtype: str | None, count: Dim, rest: tuple[Dim, ...]) -> Value:
    if count.value is not None and count.value <= 16:
        return Sequence("list", (tensor(Shape((Dim.unknown(low=0), *rest)), dtype) for _ in range(count.value)))
    return Sequence("list", (), tensor(Shape((Dim.unknown(low=0), *rest)), dtype), Dim.unknown(low=0))


@T.op("torch.nn.utils.rnn.invert_permutation")
def invert_permutation(permutation: Tensor | None) -> Any:
    return None if permutation is None else tensor(permutation.shape, permutation.dtype)
