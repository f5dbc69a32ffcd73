"""Functions that write their result to the first tensor, made of those that give a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.outcome import Undecided
from ...core.tensor import Tensor
from ...core.truth import Truth
from ..binding import parameters_of
from .activation import dropout
from .binary import binary, fits
from .dialect import T
from .gathering import index_reduce, put, scatter_reduce
from .pointwise import WRITES, logit, mvlgamma, nan_to_num, polygamma_method
from .products import addbmm, addmv, addr, baddbmm
from .reductions import cumulative, renorm

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..binding import Ignored

_PLAIN: dict[str, Callable[..., Any]] = {
    "addmv": addmv, "addr": addr, "baddbmm": baddbmm, "cumsum": cumulative, "cumprod": cumulative,
    "float_power": binary, "index_reduce": index_reduce, "logit": logit, "mvlgamma": mvlgamma,
    "nan_to_num": nan_to_num, "polygamma": polygamma_method, "put": put, "renorm": renorm,
    "scatter_reduce": scatter_reduce,
}  # fmt: skip
"""By the name of a method: what computes the result."""


def _written(function: Callable[..., Any]) -> Callable[..., Tensor]:
    """The result has to have the shape of the tensor that it is written to."""

    def write(input: Tensor, **given: Any) -> Tensor:
        result = function(input, **given)
        fits(input.shape, result.shape if isinstance(result, Tensor) else result)
        return input

    write.parameters = tuple(p for p in parameters_of(function) if p.name != "out")  # type: ignore[attr-defined]
    return write


for _name, _function in _PLAIN.items():
    T.op(f"torch.Tensor.{_name}_", traits=WRITES)(_written(_function))


@T.op("torch.Tensor.addbmm_", traits=WRITES)
def addbmm_inplace(input: Tensor, batch1: Tensor, batch2: Tensor, *, beta: Ignored = 1,
                   alpha: Ignored = 1) -> Tensor:  # fmt: skip
    """Gives the tensor another size, if it must."""
    if addbmm(input, batch1, batch2).equals(input.shape) is not Truth.YES:
        raise Undecided("a tensor that changes its size")
    return input


def _changed(input: Tensor, *given: Ignored, alpha: Ignored = 1.0, negative_slope: Ignored = 0.01,
             lower: Ignored = 0.125, upper: Ignored = 1 / 3, training: Ignored = False, threshold: Ignored = 0,
             value: Ignored = 0, min_val: Ignored = -1.0, max_val: Ignored = 1.0) -> Tensor:  # fmt: skip
    return input


for _name in "celu selu rrelu threshold".split():
    T.op(f"torch.{_name}_", f"torch.nn.functional.{_name}_", traits=WRITES)(_changed)
for _name in "elu hardtanh leaky_relu".split():
    T.op(f"torch.nn.functional.{_name}_", traits=WRITES)(_changed)
_DROPPING = "alpha_dropout feature_alpha_dropout feature_dropout"
T.family(_DROPPING, dropout, ("torch.{}",))
T.family(f"dropout {_DROPPING}", _written(dropout), ("torch.{}_",), traits=WRITES)


@T.op("torch.Tensor.apply_", "torch.Tensor.map_", "torch.Tensor.map2_", traits=WRITES)
def apply(self: Tensor, *given: Ignored) -> Tensor:
    """Calls a function of Python for each element."""
    return self
