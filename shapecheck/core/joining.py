"""What is true of several values."""

from __future__ import annotations

from .budget import spend
from .plain import FALSE, TRUE, Constant
from .value import Unknown, Value


def join_values(left: Value, right: Value) -> Value:
    """What is true of both."""
    if left is right:
        return left
    joined = left.join(right)
    if joined is not None:
        return joined
    if isinstance(left, Constant) and isinstance(right, Constant) and left.type_name == right.type_name == "bool":
        return left if left.payload == right.payload else Unknown("a truth value that differs")
    return Unknown("value that differs between paths")


def join_all(values: tuple[Value, ...]) -> Value:
    """What is true of all; Unknown for none."""
    if not values:
        return Unknown("element of an empty sequence")
    spend(len(values))
    joined = values[0]
    for value in values[1:]:
        joined = join_values(joined, value)
    return joined


def truth_value(answer: bool | None, reason: str) -> Value:
    """A three-valued answer as a value."""
    return Unknown(reason) if answer is None else TRUE if answer else FALSE
