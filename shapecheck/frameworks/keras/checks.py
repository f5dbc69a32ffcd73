"""What layers demand of their inputs: the number of axes, and lengths that were fixed when the layer was built."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from ...core.dim import Dim
from ...core.outcome import Mismatch, remark
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.undefined import is_undefined
from .dialect import makers, snake, spell

if TYPE_CHECKING:
    from collections.abc import Iterable

_RECURRENT = ("LSTM", "GRU", "SimpleRNN", "RNN", "Bidirectional", "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D")
RECURRENT = frozenset(f"keras.layers.{name}" for name in _RECURRENT)
_PASSING = frozenset(
    f"keras.layers.{name}"
    for name in ("Dropout", "BatchNormalization", "Activation", "LayerNormalization", "GaussianNoise", "ReLU",
                 "LeakyReLU",
                 "GaussianDropout", "AlphaDropout")
)  # fmt: skip


def need_rank(x: Tensor, rank: int, layer: str, argument: str, least: bool = False) -> None:
    """The input has this many axes, or (`least`) at least as many. Source: keras/src/layers/input_spec.py"""
    wanted = "min_ndim" if least else "ndim"
    if not x.shape.known_rank:
        if not least and x.shape.least_rank > rank:
            _refuse(x, rank, layer, argument, wanted, x.shape.least_rank)
        return
    if x.rank == rank or (least and x.rank > rank):
        return
    _refuse(x, rank, layer, argument, wanted, x.rank)


def need_defined(x: Tensor, axis: int, layer: str, argument: str) -> None:
    """Weights have a known size. Source: keras/src/backend/common/variables.py, standardize_shape."""
    if x.shape.known_rank and -x.rank <= axis < x.rank and is_undefined(x.shape[axis]):
        raise Mismatch(
            "undefined-input-size", f"{layer} makes weights for axis {axis} of {x.shape}, whose length is None",
            x.shape[axis], argument=argument,
            runtime=("Shapes used to initialize variables must be fully-defined (no `None` dimensions).",
                     f"The last dimension of the inputs to `{layer}` should be defined. Found `None`."),
        )  # fmt: skip


def ranked(x: Tensor, rank: int, layer: str, argument: str) -> Tensor:
    """The input, which has this many axes, whether that was known before or not."""
    need_rank(x, rank, layer, argument)
    if x.shape.known_rank:
        return x
    before, after = x.shape.parts
    between = (Dim.unknown() for _ in range(rank - len(before) - len(after)))
    found = Tensor(Shape((*before, *between, *after)), x.dtype, x.library, x.box, x.origin)
    found.node = x.node
    return found


def _refuse(x: Tensor, rank: int, layer: str, argument: str, wanted: str, got: int) -> NoReturn:
    runtime = (
        f"Input 0 with name 'None' of layer '{snake(layer)}' is incompatible with the layer: "
        f"expected {wanted}={rank}, found ndim={got}. Full shape received: {spell(x.shape)}"
    )
    kind, words, help = _cause(x, rank, layer, got)
    raise Mismatch(kind, words, argument=argument, runtime=runtime, help=help)


def _cause(x: Tensor, rank: int, layer: str, got: int) -> tuple[str, str, str]:
    """The rule that the wrong rank is a case of, and what to change."""
    before = last_maker(x)
    if got == rank - 1 and before in RECURRENT:
        name = before.rpartition(".")[2]
        return ("stacked-rnn-needs-return-sequences",
                f"{layer} takes [batch, steps, features], but {name} returns only the last step, {x.shape}",
                f"{name}(..., return_sequences=True)")  # fmt: skip
    if got == rank - 1 and layer.endswith("2D") and not before and x.shape.known_rank and got == 3:
        last = x.shape[-1].value
        if last is None or last > 4:
            return ("missing-channel-dim",
                    f"{layer} takes [batch, height, width, channels], got {x.shape}: the channel axis is missing",
                    "add the channel axis: x[..., None], and 1 as the last length of the input shape")  # fmt: skip
    if got == 1 and rank == 2 and not before and x.shape.known_rank and not _counts_batch(x):
        return ("missing-batch-dim", f"{layer} takes [batch, features], got a single sample {x.shape}", "x[None]")
    return "layer-input-rank", f"{layer} takes {rank} axes, got {got}: {x.shape}", ""


def _counts_batch(x: Tensor) -> bool:
    """The first axis is known to count samples."""
    atom = x.shape[0].atom
    return atom is not None and atom.key == "batch"


def last_maker(x: Tensor) -> str:
    """The path of the layer that made the tensor, past those that keep its shape; empty for data."""
    for node in makers(x):
        path: str = node.spec.path
        if path not in _PASSING:
            return path if path.startswith("keras.layers.") else ""
    return ""


def came_through(x: Tensor, paths: Iterable[str]) -> bool:
    """One of these layers made the tensor, or one of those before it."""
    wanted = set(paths)
    return any(node.spec.path in wanted for node in makers(x))


def check_layout(x: Tensor, axes: int, layer: str, data_format: str | None) -> None:
    """Images that look like [channels, height, width] where channels come last, and the format that CPUs refuse."""
    if data_format == "channels_first":
        remark("channels-first-on-cpu", f"{layer} with channels_first runs on a GPU only", argument="data_format",
               runtime="The Conv2D op currently only supports the NHWC tensor format on the CPU.",
               help="data_format='channels_last', and the channels as the last axis")  # fmt: skip
        return
    sides = [dim.value or 0 for dim in x.shape.dims[1:]]
    if axes == 2 and sides[0] in (1, 3) and sides[1] == sides[2] > 8 and last_maker(x) in ("", "keras.layers.Input"):
        remark("channels-first-silent", f"{layer} takes channels last, {x.shape} looks like [batch, channels, height, "
               f"width]: it sees images of {sides[0]} x {sides[1]} with {sides[2]} channels", x.shape[1],
               argument="inputs", help="np.transpose(x, (0, 2, 3, 1)), or data_format='channels_first'")  # fmt: skip
