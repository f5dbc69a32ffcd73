"""Spellings of Keras 1 and 2, as the arguments of today."""

from __future__ import annotations

from ...core.containers import Sequence
from ...core.plain import Constant, Scalar
from ...core.value import Arguments, Value
from .dialect import text

_EVERYWHERE = {
    "W_regularizer": "kernel_regularizer", "b_regularizer": "bias_regularizer", "W_constraint": "kernel_constraint",
    "b_constraint": "bias_constraint", "bias": "use_bias", "border_mode": "padding", "dim_ordering": "data_format",
    "nb_filter": "filters", "subsample": "strides", "subsample_length": "strides", "filter_length": "kernel_size",
    "pool_length": "pool_size", "stride": "strides", "atrous_rate": "dilation_rate", "inner_activation":
    "recurrent_activation", "dropout_W": "dropout", "dropout_U": "recurrent_dropout", "init": "kernel_initializer",
}  # fmt: skip
_OF_LAYER = {
    "Dense": {"output_dim": "units"},
    "LSTM": {"output_dim": "units"}, "GRU": {"output_dim": "units"}, "SimpleRNN": {"output_dim": "units"},
    "Dropout": {"p": "rate"}, "GaussianDropout": {"p": "rate"}, "SpatialDropout2D": {"p": "rate"},
    "GaussianNoise": {"sigma": "stddev"}, "UpSampling1D": {"length": "size"}, "Bidirectional": {},
    "LeakyReLU": {"alpha": "negative_slope"}, "Concatenate": {"concat_axis": "axis"},
}  # fmt: skip
_VALUES = {"th": "channels_first", "tf": "channels_last"}
_OLD = {"border_mode", "subsample", "dim_ordering", "nb_filter", "nb_row", "nb_col", "init", "W_regularizer", "bias"}


def spelt(layer: str, arguments: Arguments) -> dict[str, str]:
    """The old names that a call of a layer uses, with those of today."""
    names = {**_EVERYWHERE, **_OF_LAYER.get(layer, {})}
    found = {name: names[name] for name in arguments.keywords if names.get(name, name) != name}
    if {"nb_row", "nb_col"} <= set(arguments.keywords):
        found["nb_row, nb_col"] = "kernel_size"
    return found


def translate(layer: str, arguments: Arguments) -> Arguments:
    """The arguments under their names of today; other names stay."""
    names = {**_EVERYWHERE, **_OF_LAYER.get(layer, {})}
    keywords: dict[str, Value] = {}
    spans = dict(arguments.spans)
    for name, value in arguments.keywords.items():
        today = names.get(name, name)
        if today in arguments.keywords and today != name:
            today = name
        keywords[today] = Constant(_VALUES[text(value) or ""]) if text(value) in _VALUES else value
        if name in spans:
            spans[today] = spans[name]
    positional = arguments.positional
    if _OLD & set(arguments.keywords):
        positional, keywords = _kernel(positional, keywords)
    elif layer == "Convolution2D" and len(positional) == 3 and not isinstance(positional[2], Sequence):
        positional, keywords = _either(positional, keywords)
    return Arguments(positional, keywords, spans, arguments.open)


def _kernel(positional: tuple[Value, ...], keywords: dict[str, Value]) -> tuple[tuple[Value, ...], dict[str, Value]]:
    """`(filters, rows, columns)` of Keras 1 as `(filters, (rows, columns))`."""
    if len(positional) == 3 and all(isinstance(value, Constant) for value in positional):
        positional = (positional[0], Sequence.tuple(positional[1:]))
    elif "nb_row" in keywords and "nb_col" in keywords:
        sides = Sequence.tuple((keywords.pop("nb_row"), keywords.pop("nb_col")))
        keywords["kernel_size"] = sides
    return positional, keywords


def _either(positional: tuple[Value, ...], keywords: dict[str, Value]) -> tuple[tuple[Value, ...], dict[str, Value]]:
    """`(filters, rows, columns)` of Keras 1, or `(filters, kernel, strides)` of Keras 2: of both nothing is known."""
    unknown = Sequence.tuple((Scalar("int"), Scalar("int")))
    return positional[:1], {**keywords, "kernel_size": unknown, "strides": unknown}
