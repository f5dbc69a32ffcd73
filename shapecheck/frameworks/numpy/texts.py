"""Arrays of texts: `numpy.char` and `numpy.strings`."""

from __future__ import annotations

from ...core.containers import Sequence
from ...core.outcome import Mismatch, Undecided
from ...core.tensor import Tensor
from ...core.value import Arguments, Context, NativeFunction, Unknown, Value
from .dialect import NP, array, asarray
from .operands import broadcast

_RESULTS = {
    "string": "add capitalize center decode encode expandtabs ljust lower lstrip multiply replace rjust rstrip "
    "strip swapcase title translate upper zfill join",
    "int64": "count find rfind index rindex str_len",
    "bool": "isalnum isalpha isdecimal isdigit islower isnumeric isspace istitle isupper startswith endswith equal "
    "not_equal less less_equal greater greater_equal",
    "object": "split rsplit splitlines",
}


def _each(dtype: str) -> NativeFunction:
    def function(context: Context, arguments: Arguments) -> Value:
        try:
            arrays = [value for value in arguments.positional if isinstance(value, (Tensor, Sequence))]
            shape = broadcast(*(asarray(value).shape for value in arrays))
        except (Mismatch, Undecided):
            return Unknown("texts of unknown number")
        sure = arrays and shape.known_rank and shape.dims
        return array(shape, dtype) if sure else Unknown("a text, or an array of texts")

    return function


for _dtype, _names in _RESULTS.items():
    for _name in _names.split():
        NP.native(f"numpy.char.{_name}")(_each(_dtype))
        if _dtype != "object" and _name != "join":
            NP.native(f"numpy.strings.{_name}")(_each(_dtype))
