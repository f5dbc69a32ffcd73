"""Containers of Python: lists, tuples, sets, dicts and slices, whose contents may be known only in part."""

from .joining import join_all, join_values, truth_value
from .mapping import Entries, Mapping, from_key, keyword_arguments, payload_key, unsure
from .sequence import Items, Sequence, concatenate, drawn
from .slices import Slice

__all__ = [
    "Entries", "Items", "Mapping", "Sequence", "Slice", "concatenate", "drawn", "from_key", "join_all", "join_values",
    "keyword_arguments", "payload_key", "truth_value", "unsure",
]  # fmt: skip
