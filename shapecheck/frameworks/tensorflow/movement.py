"""Reshape, transpose, repeat and pad."""

from __future__ import annotations

from typing import Any

from ...algebra.axes import axis as nth
from ...algebra.broadcast import broadcast_to as stretch
from ...algebra.movement import permute
from ...algebra.movement import transpose as swap
from ...algebra.reshape import reshape as refold
from ...algebra.reshape import squeeze as drop
from ...algebra.reshape import unsqueeze
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from ..binding import Dims, Ignored, Ints
from .dialect import TF, quoting, spell, tensor


def moved(x: Tensor, shape: Shape, constant: Any = None) -> Tensor:
    """The same elements in other places: their range stays."""
    facts = x.facts
    kept = Facts(low=facts.low, high=facts.high, constant=constant, grad=facts.grad)
    return tensor(shape, x.dtype, kept)


@TF.op("tensorflow.reshape",
       samples=("tf.reshape(tf.ones([2, 3]), [3, 2])", "tf.reshape(tf.ones([2, 3]), [-1])",
                "tf.reshape(tf.ones([2, 3]), [4, 2])",
                "tf.reshape(tf.ones([2, 3]), [4, -1])", "tf.reshape(tf.ones([2, 3, 5]), (2, -1))",
                "tf.reshape(tf.ones([1]), [])",
                "tf.reshape(tf.ones([2, 3]), [-1, -1])", "tf.reshape(np.ones([2, 3]), shape=tf.constant([6]))",
                "tf.reshape(tf.ones([2, 3, 5]), [tf.shape(tf.ones([2]))[0], 15])", "tf.reshape([1, 2, 3, 4], [2, 2])",
                "tf.reshape(tf.ones([2, 3]), 6)"))  # fmt: skip
def reshape(tensor: Tensor, shape: Dims, name: Ignored = None) -> Tensor:
    total = tensor.shape.numel if tensor.shape.known_rank else "?"
    wanted = Dim.of(1)
    for size in shape:
        wanted = wanted * size if size != -1 else wanted
    hole = any(size == -1 for size in shape)
    text = f"Input to reshape is a tensor with {total} values, but the requested shape " + (
        f"requires a multiple of {wanted}" if hole else f"has {wanted}"
    )
    with quoting(
        text, f"Cannot reshape a tensor with {total} elements to shape {spell(Shape(shape))} ({wanted} elements)"
    ):
        return moved(tensor, refold(tensor.shape, shape), _flat_constant(tensor, shape))


def _flat_constant(x: Tensor, shape: tuple[Dim, ...]) -> Any:
    """The elements, where a vector stays one."""
    same = x.shape.known_rank and x.shape.rank == len(shape) == 1
    return x.facts.constant if same or (x.shape == Shape() and not shape) else None


@TF.op("tensorflow.expand_dims",
       samples=("tf.expand_dims(tf.ones([2, 3]), 0)", "tf.expand_dims(tf.ones([2, 3]), -1)",
                "tf.expand_dims(tf.ones([2, 3]), axis=1)",
                "tf.expand_dims(tf.ones([2, 3]), 5)", "tf.expand_dims([1, 2], 0)",
                "tf.expand_dims(1., 0)"))  # fmt: skip
def expand_dims(input: Tensor, axis: int, name: Ignored = None) -> Tensor:
    if not input.shape.known_rank:
        one = Shape.of(1)
        ends = {0: one + input.shape, -1: input.shape + one}
        return moved(input, ends.get(axis, Shape.unknown()))
    with quoting(f"Tried to expand dim index {axis} for tensor with {input.rank} dimensions."):
        constant = input.facts.constant if input.shape == Shape() else None
        return moved(input, unsqueeze(input.shape, axis), (constant,) if constant is not None else None)


@TF.op("tensorflow.squeeze",
       samples=("tf.squeeze(tf.ones([2, 1, 3, 1]))", "tf.squeeze(tf.ones([2, 1, 3]), 1)",
                "tf.squeeze(tf.ones([2, 1]), axis=[-1])",
                "tf.squeeze(tf.ones([2, 3]), 0)", "tf.squeeze(tf.ones([2, 3]), 5)",
                "tf.squeeze(tf.ones([2, 3]))"))  # fmt: skip
def squeeze(input: Tensor, axis: Ints | None = None, name: Ignored = None) -> Tensor:
    if not input.shape.known_rank:
        return moved(input, Shape.unknown())
    if axis is not None:
        rank = input.shape.rank
        for number in axis:
            with quoting(f"Tried to squeeze dim index {number} for tensor with {rank} dimensions."):
                at = nth(number, rank)
            if rank and input.shape[at].equals(1) is Truth.NO:
                raise Mismatch(
                    "view-size-mismatch", f"axis {number} of {input.shape} is not 1", input.shape[at], argument="axis",
                    runtime=(f"Can not squeeze dim[{at}], expected a dimension of 1, got {input.shape[at]}",),
                )  # fmt: skip
    constant = input.facts.constant
    only = constant[0] if isinstance(constant, tuple) and len(constant) == 1 else None
    return moved(input, drop(input.shape, axis or None, strict=True), None if isinstance(only, tuple) else only)


def _transposed(a: Tensor, perm: tuple[int, ...] | None) -> Tensor:
    if perm is None:
        return moved(a, Shape(a.shape.dims[::-1]) if a.shape.known_rank else Shape.unknown())
    if not a.shape.known_rank:
        return moved(a, Shape.of_rank(len(perm)))
    words = f"transpose expects a vector of size {a.rank}. But input(1) is a vector of size {len(perm)}"
    missing = next((i for i in range(a.rank) if i not in perm), "?")
    if len(perm) == a.rank:
        words = f"{missing} is missing from {{{','.join(map(str, perm))}}}."
    with quoting(words, kind="permute-rank-mismatch"):
        return moved(a, permute(a.shape, perm))


@TF.op("tensorflow.transpose",
       samples=("tf.transpose(tf.ones([2, 3]))", "tf.transpose(tf.ones([2, 3, 5]))",
                "tf.transpose(tf.ones([2, 3, 5]), [0, 2, 1])",
                "tf.transpose(tf.ones([2, 3, 5]), perm=[2, 0, 1])", "tf.transpose(tf.ones([2, 3]), [0, 1, 2])",
                "tf.transpose(tf.ones([2, 3]), [0, 0])", "tf.transpose(np.ones([2, 3]))",
                "tf.transpose([[1., 2.]])"))  # fmt: skip
def transpose(a: Tensor, perm: Ints | None = None, conjugate: Ignored = False, name: Ignored = "transpose") -> Tensor:
    return _transposed(a, perm)


@TF.op("tensorflow.linalg.matrix_transpose", "tensorflow.matrix_transpose",
       samples=("tf.linalg.matrix_transpose(tf.ones([2, 3, 5]))",
                "tf.linalg.matrix_transpose(tf.ones([3]))"))  # fmt: skip
def matrix_transpose(a: Tensor, name: Ignored = "matrix_transpose", conjugate: Ignored = False) -> Tensor:
    if a.shape.known_rank and a.rank < 2:
        raise Mismatch(
            "permute-rank-mismatch",
            f"the transpose of {a.shape}",
            runtime=f"Argument `a` should be a (batch) matrix with rank >= 2.  Received `a` = {a.shape}",
        )
    return moved(a, swap(a.shape, -1, -2))


@TF.op("tensorflow.broadcast_to",
       samples=("tf.broadcast_to(tf.ones([3]), [2, 3])", "tf.broadcast_to(tf.ones([2, 1]), [2, 5])",
                "tf.broadcast_to(tf.ones([3]), [2, 5])",
                "tf.broadcast_to(1., [2, 3])"))  # fmt: skip
def broadcast_to(input: Tensor, shape: Dims, name: Ignored = None) -> Tensor:
    with quoting(f"Incompatible shapes: {spell(input.shape)} vs. {spell(Shape(shape))}"):
        return moved(input, stretch(input.shape, Shape(shape)))


# -- repeating and padding -------------------------------------------------------------------------------------


@TF.op("tensorflow.tile",
       samples=("tf.tile(tf.ones([2, 3]), [2, 1])", "tf.tile(tf.ones([3]), multiples=[4])",
                "tf.tile(tf.ones([2, 3]), [2])",
                "tf.tile([[1, 2]], tf.constant([3, 1]))",
                "tf.tile(tf.ones([2, 3]), [tf.shape(tf.ones([5]))[0], 1])"))  # fmt: skip
def tile(input: Tensor, multiples: Dims, name: Ignored = None) -> Tensor:
    if not input.shape.known_rank:
        return moved(input, Shape.of_rank(len(multiples)))
    if len(multiples) != input.rank:
        raise Mismatch(
            "permute-rank-mismatch",
            f"{len(multiples)} multiples for {input.shape}",
            argument="multiples",
            runtime=f"Expected multiples argument to be a vector of length {input.rank} but got length "
            f"{len(multiples)}",
        )
    return moved(input, Shape(size * times for size, times in zip(input.shape.dims, multiples, strict=True)))


@TF.op("tensorflow.repeat",
       samples=("tf.repeat(tf.ones([2, 3]), 2, axis=0)", "tf.repeat(tf.ones([2, 3]), repeats=3, axis=-1)",
                "tf.repeat(tf.ones([2, 3]), 2)",
                "tf.repeat([1, 2], [3, 4], 0)", "tf.repeat(tf.ones([2, 3]), 2, axis=2)"))  # fmt: skip
def repeat(input: Tensor, repeats: Value, axis: int | None = None, name: Ignored = None) -> Tensor:
    times = Dim.unknown()
    if isinstance(repeats, Constant) and repeats.dim is not None:
        times = repeats.dim
    if axis is None:
        return moved(input, Shape.of(input.shape.numel * times))
    with quoting(f"dimension {axis} is out of range"):
        at = nth(axis, input.rank)
    return moved(input, input.shape.replace(at, input.shape[at] * times if not times.is_unknown else Dim.unknown()))


@TF.op("tensorflow.pad",
       samples=("tf.pad(tf.ones([2, 3]), [[1, 1], [0, 2]])", "tf.pad(tf.ones([2, 3]), [[1, 1]])",
                "tf.pad(tf.ones([3]), [[1, 2]], 'REFLECT')",
                "tf.pad(tf.ones([2, 3]), tf.constant([[1, 1], [2, 2]]), constant_values=1)",
                "tf.pad(tf.ones([2]), [[0, 3]], mode='CONSTANT')"))  # fmt: skip
def pad(
    tensor: Tensor, paddings: Value, mode: Ignored = "CONSTANT", constant_values: Ignored = 0, name: Ignored = None
) -> Tensor:
    pairs = pairs_of(paddings)
    if not tensor.shape.known_rank:
        return moved(tensor, Shape.of_rank(len(pairs)))
    if len(pairs) != tensor.rank:
        raise Mismatch(
            "permute-rank-mismatch",
            f"{len(pairs)} pairs of paddings for {tensor.shape}",
            argument="paddings",
            runtime=(
                f"The first dimension of paddings must be the rank of inputs[{len(pairs)},2] {spell(tensor.shape)}",
                f"Shape must be rank {len(pairs)} but is rank {tensor.rank}",
            ),
        )
    sizes = [size + before + after for size, (before, after) in zip(tensor.shape.dims, pairs, strict=True)]
    made = moved(tensor, Shape(sizes))
    return made.like(facts=Facts())


def sizes_of(value: Value) -> tuple[Dim, ...]:
    """The lengths in a list, some of which may be unknown."""
    from ..binding import Parameter, Required, convert

    converted: dict[str, Any] = convert({"x": value}, (Parameter("x", "Dims", Required, "position"),), TF)
    return tuple(converted["x"])


def pairs_of(paddings: Value) -> list[tuple[Dim, Dim]]:
    """[[before, after], ...], whose numbers may be unknown."""
    from ...core.containers import Sequence

    if isinstance(paddings, Tensor):
        constant = paddings.facts.constant
        if isinstance(constant, tuple) and all(isinstance(p, tuple) and len(p) == 2 for p in constant):
            return [(Dim.of(a), Dim.of(b)) for a, b in constant]
        count = paddings.shape[0].value
        if count is None:
            raise Undecided("paddings that are not known")
        return [(Dim.unknown(), Dim.unknown()) for _ in range(count)]
    if isinstance(paddings, Sequence) and paddings.known is not None:
        found = [sizes_of(pair) for pair in paddings.known]
        if all(len(pair) == 2 for pair in found):
            return [(pair[0], pair[1]) for pair in found]
    raise Undecided("paddings that are not known")


@TF.op("tensorflow.slice",
       samples=("tf.slice(tf.ones([4, 5]), [1, 0], [2, 3])", "tf.slice(tf.ones([4, 5]), begin=[1, 2], size=[-1, 2])",
                "tf.slice(tf.ones([4, 5]), [3, 0], [2, 3])", "tf.slice(tf.ones([4, 5]), [0], [2])"))  # fmt: skip
def slice_(input_: Tensor, begin: Dims, size: Dims, name: Ignored = None) -> Tensor:
    if not input_.shape.known_rank:
        return moved(input_, Shape(Dim.unknown() if s == -1 else s for s in size))
    if len(begin) != input_.rank or len(size) != input_.rank:
        raise Mismatch(
            "permute-rank-mismatch", f"a slice by {len(begin)} numbers of {input_.shape}", argument="begin",
            runtime=f"Expected begin and size arguments to be 1-D tensors of size {input_.rank}, but got shapes "
            f"[{len(begin)}] and [{len(size)}] instead.",
        )  # fmt: skip
    lengths = []
    for at, (whole, first, count) in enumerate(zip(input_.shape.dims, begin, size, strict=True)):
        taken = whole - first if count == -1 else count
        if whole.less(first + taken) is Truth.YES or first.less(0) is Truth.YES:
            raise Mismatch(
                "dim-out-of-range", f"{taken} from {first} on of an axis of {whole}", whole, taken, argument="size",
                runtime=f"Expected size[{at}] in [0, {whole - first}], but got {count}",
            )  # fmt: skip
        lengths.append(taken)
    return moved(input_, Shape(lengths))


@TF.op("tensorflow.ensure_shape",
       samples=("tf.ensure_shape(tf.ones([2, 3]), [2, 3])", "tf.ensure_shape(tf.ones([2, 3]), [None, 3])",
                "tf.ensure_shape(tf.ones([2, 3]), [None, 4])", "tf.ensure_shape(tf.ones([2, 3]), [None])"))  # fmt: skip
def ensure_shape(x: Tensor, shape: Value, name: Ignored = None) -> Tensor:
    from .shapes import compatible, shape_of

    wanted = shape_of(shape)
    if compatible(x.shape, wanted) is Truth.NO:
        raise Mismatch(
            "view-size-mismatch", f"{x.shape} is not {wanted}", argument="shape",
            runtime=f"Shape of tensor {spell(x.shape)} is not compatible with expected shape {spell(wanted)}.",
        )  # fmt: skip
    return moved(x, _finer(x.shape, wanted))


def _finer(left: Shape, right: Shape) -> Shape:
    """What is known by either of two shapes that agree."""
    if not (left.known_rank and right.known_rank):
        return left if left.known_rank else right
    return Shape(b if a.is_unknown else a for a, b in zip(left.dims, right.dims, strict=True))


def _blocks(input: Tensor, block_size: int, data_format: str = "NHWC", name: Ignored = None, *, down: bool) -> Tensor:
    if data_format != "NHWC":
        raise Undecided(f"data_format {data_format}")
    n, h, w, c = input.shape.dims
    b = block_size
    if down:
        for length in (h, w):
            if (length % b).equals(0) is Truth.NO:
                raise Mismatch("view-size-mismatch", f"{length} in blocks of {b}", length,
                               runtime=f"Dimension size must be evenly divisible by {b} but is {length}")  # fmt: skip
        return moved(input, Shape((n, h // b, w // b, c * b * b)))
    if (c % (b * b)).equals(0) is Truth.NO:
        raise Mismatch("view-size-mismatch", f"{c} channels in blocks of {b}", c,
                       runtime=f"Dimension size must be evenly divisible by {b * b} but is {c}")  # fmt: skip
    return moved(input, Shape((n, h * b, w * b, c // (b * b))))


@TF.op("tensorflow.nn.space_to_depth", "tensorflow.space_to_depth",
       samples=("tf.nn.space_to_depth(tf.ones([2, 4, 6, 3]), 2)",
                "tf.nn.space_to_depth(tf.ones([2, 5, 6, 3]), 2)"))  # fmt: skip
def space_to_depth(input: Tensor, block_size: int, data_format: str = "NHWC", name: Ignored = None) -> Tensor:
    return _blocks(input, block_size, data_format, down=True)


@TF.op("tensorflow.nn.depth_to_space", "tensorflow.depth_to_space",
       samples=("tf.nn.depth_to_space(tf.ones([2, 4, 6, 12]), 2)",
                "tf.nn.depth_to_space(tf.ones([2, 4, 6, 3]), 2)"))  # fmt: skip
def depth_to_space(input: Tensor, block_size: int, data_format: str = "NHWC", name: Ignored = None) -> Tensor:
    return _blocks(input, block_size, data_format, down=False)
