"""The layers of `einops.layers.torch`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.objects import Class, Instance, library_class
from ...core.plain import NONE
from ...core.value import Arguments, Value
from ..torch.dialect import T
from ..torch.module import MODULE
from ..torch.natives import method
from .functions import packed

if TYPE_CHECKING:
    from ...core.value import Context


def _layer(name: str, function: str) -> Class:
    @method
    def initialize(context: Context, layer: Instance, arguments: Arguments) -> Value:
        layer.hide(context, "pattern", arguments)
        return NONE

    @method
    def forward(context: Context, layer: Instance, arguments: Arguments) -> Value:
        made = layer.hidden("pattern")
        if not isinstance(made, Arguments) or not arguments.positional:
            return context.gap(f"{name} of an unknown pattern", op=True)
        given = Arguments((arguments.positional[0], *made.positional), made.keywords, arguments.spans, made.open)
        return packed(context, function, given)

    return library_class(f"einops.layers.torch.{name}", MODULE, __init__=initialize, forward=forward)


T.classes(_layer("Rearrange", "rearrange"), _layer("Reduce", "reduce"))
