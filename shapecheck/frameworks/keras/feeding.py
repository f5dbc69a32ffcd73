"""Data by the names of a model's inputs. Source: keras/src/models/functional.py, _standardize_inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.outcome import Mismatch, remark
from ...core.tensor import Tensor
from ...core.value import Unknown, Value
from ..binding import Tensors
from .dialect import K, leaves, text

if TYPE_CHECKING:
    from ...core.objects import Instance

_AUTOMATIC = ("input", "keras_tensor")
"""How the names begin that Keras makes up."""


@K.op("keras.Model.surplus")
def surplus(x: Tensors) -> None:
    """Source: keras/src/models/functional.py, _maybe_warn_inputs_struct_mismatch."""
    remark("functional-input-count", f"the model has one input, {len(x)} arrays are given: all but the first are left "
           "out", argument="x", runtime="The structure of `inputs` doesn't match the expected structure.")  # fmt: skip


def in_order(model: Instance, x: Value) -> Value:
    """The data in the order of the model's inputs: those in a dict are found by the names of the inputs."""
    declared: Value | None = model.hidden("inputs")
    if not isinstance(x, Mapping) or declared is None:
        return x
    if model.hidden("outputs") is None:
        return Unknown("data in a dict") if model.cls.is_a("keras.Sequential") else x
    keys = _keys(declared)
    if x.open or not all(key in x.items for key in keys):
        return Unknown("data in a dict whose keys are not the names of the inputs")
    return Sequence.list([x.items[key] for key in keys])


def _keys(declared: Value) -> list[str | None]:
    """The names of the inputs; None for one that the program does not name."""
    if isinstance(declared, Mapping):
        return [key if isinstance(key, str) else None for key in sorted(declared.items, key=str)]
    return [_input_name(one) for one in leaves(declared)]


def _input_name(made: Value) -> str | None:
    return text(made.node[0].values.get("name")) if isinstance(made, Tensor) and made.node is not None else None


def keys_problem(model: Instance, x: Value) -> Mismatch | None:
    """Why the model does not take the dict."""
    declared: Value | None = model.hidden("inputs")
    if not isinstance(x, Mapping) or x.open or declared is None or not all(isinstance(key, str) for key in x.items):
        return None
    if model.hidden("outputs") is None:
        return Mismatch("functional-input-count", "the model takes one array, got a dict", argument="x",
                        runtime="The structure of `inputs` doesn't match the expected structure.",
                        help="the array itself")  # fmt: skip
    names = _keys(declared)
    own = [one.node is not None and one.node[0].spec.path == "keras.Input" if isinstance(one, Tensor) else False
           for one in leaves(declared)]  # fmt: skip
    made_up = any(str(key).startswith(_AUTOMATIC) for key in x.items)
    missing = next((name for name in names if name is not None and name not in x.items), None)
    if not all(own) or (None in names and made_up) or (missing is None and None not in names):
        return None
    what = f"the input {missing!r}" if missing is not None else "an input without a name"
    quote = f'Missing data for input "{missing}".' if missing is not None else 'Missing data for input "input_layer'
    return Mismatch("functional-input-count", f"{what} is not in the dict of {', '.join(map(repr, x.items))}",
                    argument="x", runtime=quote)  # fmt: skip
