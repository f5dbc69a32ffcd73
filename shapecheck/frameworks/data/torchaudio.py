"""torchaudio: sounds in files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.value import Arguments, Value
from ..torch.dialect import T, tensor
from .media import header_of

if TYPE_CHECKING:
    from ...core.value import Context


@T.native("torchaudio.load")
def load(context: Context, arguments: Arguments) -> Value:
    """([channels, samples], rate); float32 unless `normalize=False`, turned with `channels_first=False`.

    Source: torchaudio.load's page.
    """
    part = len(arguments.positional) > 1 or set(arguments.keywords) & {"frame_offset", "num_frames"} or arguments.open
    known = header_of(context, arguments.get(0, "uri")) if not part else None
    sizes, rate = (Dim.unknown(low=1), Dim.unknown()), None
    if known is not None:
        found, origin = known
        sizes, rate = (Dim.of(found.channels, origin), Dim.of(found.samples, origin)), found.rate
    first, scaled = (_switch(arguments, name) for name in ("channels_first", "normalize"))
    shape = Shape(sizes) if first else Shape(sizes[::-1]) if first is False else Shape.of_rank(2)
    sound = tensor(shape, "float32" if scaled else None)
    return Sequence.tuple((sound, Scalar("int") if rate is None else Constant(rate)))


def _switch(arguments: Arguments, name: str) -> bool | None:
    """True unless it is said otherwise; None if that is not known."""
    value = arguments.keywords.get(name)
    found = True if value is None and len(arguments.positional) < 4 else getattr(value, "payload", None)
    return found if isinstance(found, bool) else None
