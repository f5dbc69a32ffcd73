from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.containers import Sequence
from ..core.outcome import Mismatch
from ..core.tensor import Tensor
from .base import Rule
from .provenance import is_recurrent, maker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.value import Value
    from ..interp.trace import Call


class RnnTupleOutput(Rule):
    """The output of a recurrent layer is used whole, and it is a pair.

    ## Why

    PyTorch's recurrent layers return the outputs of all steps and the last state. In an `nn.Sequential` the next
    layer gets the pair. The message names the next layer's function, not the recurrent one.

    ## What to change

    Unpack it: `out, _ = lstm(x)`; in a module of your own instead of `nn.Sequential`.
    """

    code = "SHP127"
    bad = (
        """
        import torch
        from torch import nn

        net = nn.Sequential(nn.LSTM(8, 16, batch_first=True), nn.Linear(16, 2))
        net(torch.zeros(4, 5, 8))  # error: rnn-tuple-output
        """,
    )
    good = (
        """
        import torch
        from torch import nn

        lstm = nn.LSTM(8, 16, batch_first=True)
        head = nn.Linear(16, 2)
        out, _ = lstm(torch.zeros(4, 5, 8))
        head(out)
        """,
    )

    def look(self, call: Call) -> Iterator[Mismatch]:
        """A pair where a tensor is taken, that could not be read as one; a recurrent layer made its first part."""
        if not call.undecided or not call.spec.layer:
            return
        taking = {parameter.name for parameter in call.spec.call_parameters if parameter.annotation == "Tensor"}
        for name, value in call.values.items():
            if name in taking and (first := _output(value)) is not None:
                function = call.spec.path.rpartition(".")[2].lower()
                yield Mismatch(
                    self.name(),
                    f"gets the pair of outputs {first} and last state that a recurrent layer returns",
                    argument=name,
                    runtime=f"{function}(): argument '{name}' (position 1) must be Tensor, not tuple",
                    help="take the outputs alone: out, _ = rnn(x)",
                )


def _output(value: Value) -> Tensor | None:
    if not isinstance(value, Sequence) or value.type_name != "tuple" or not value.known:
        return None
    first = value.known[0]
    made = maker(first) if isinstance(first, Tensor) else None
    return first if isinstance(first, Tensor) and made is not None and is_recurrent(made) else None
