"""Plain data of Python: scalars. Containers are in `containers`."""

from __future__ import annotations

import operator as python
from typing import TYPE_CHECKING, Any

from .dim import Dim
from .extent import grows_long, method_grows_long, pads_far
from .truth import Truth
from .value import Arguments, Failed, Identity, Native, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from .origin import Origin
    from .value import Context

BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "+": python.add, "-": python.sub, "*": python.mul, "/": python.truediv, "//": python.floordiv, "%": python.mod,
    "**": python.pow, "&": python.and_, "|": python.or_, "^": python.xor, "<<": python.lshift, ">>": python.rshift,
    "==": python.eq, "!=": python.ne, "<": python.lt, "<=": python.le, ">": python.gt, ">=": python.ge,
}  # fmt: skip
UNARY: dict[str, Callable[[Any], Any]] = {
    "-": python.neg, "+": python.pos, "~": python.invert, "abs": abs,
}  # fmt: skip
_COMPARISONS = {"==", "!=", "<", "<=", ">", ">="}


class Constant(Value):
    """A scalar that is known: None, a bool, a number, a text, bytes, `...`, or a whole number in terms of sizes."""

    __slots__ = ("origin", "payload")

    may_be_none = False
    """Some libraries show a length that is not fixed as None, others as a number."""

    def __init__(self, payload: Any, origin: Origin | None = None) -> None:
        if isinstance(payload, Dim) and payload.value is not None:
            payload, origin = payload.value, origin or payload.origin
        self.payload = payload
        self.origin = payload.origin if origin is None and isinstance(payload, Dim) else origin

    @property
    def kind(self) -> str:  # type: ignore[override]
        return "None" if self.payload is None else self.type_name

    @property
    def type_name(self) -> str:
        """The name of the Python type."""
        return "int" if isinstance(self.payload, Dim) else type(self.payload).__name__

    @property
    def dim(self) -> Dim | None:
        """The value as a size, if it is a whole number."""
        if isinstance(self.payload, Dim):
            return self.payload.at(self.origin or self.payload.origin)
        return Dim.of(self.payload, self.origin) if isinstance(self.payload, int) else None

    def attribute(self, context: Context, name: str) -> Value:
        if isinstance(self.payload, (str, bytes)):
            return Native(name, lambda context, arguments: _text_method(context, self, name, arguments))
        if name in ("real", "numerator"):
            return self
        return Unknown(f"attribute {name} of {self.kind}")

    def call(self, context: Context, arguments: Arguments) -> Value:
        return Unknown(f"call of {self.kind}")

    def item(self, context: Context, index: Value) -> Value:
        if isinstance(self.payload, (str, bytes)) and isinstance(index, Constant) and isinstance(index.payload, int):
            try:
                return Constant(self.payload[index.payload])
            except IndexError:
                return Unknown("index past the end of a text")
        found = getattr(index, "python_slice", None)
        if isinstance(self.payload, (str, bytes)) and found is not None:
            return Constant(self.payload[found])
        return Unknown(f"item of {self.kind}")

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if operator == "%" and not reflected and isinstance(self.payload, (str, bytes)):
            return self._filled(other)
        if isinstance(other, Scalar):
            return other.binary(context, operator, self, not reflected)
        if not isinstance(other, Constant):
            return self._identity_comparison(operator, other)
        left, right = (other, self) if reflected else (self, other)
        if isinstance(left.payload, Dim) or isinstance(right.payload, Dim):
            return _symbolic(operator, left, right)
        return _compute(operator, left, right)

    def _filled(self, values: Value) -> Value:
        """`text % values`"""
        known = getattr(values, "known", None) if values.kind == "tuple" else (values,)
        constants = [one for one in known or () if isinstance(one, Constant)]
        payloads = tuple(one.payload for one in constants if not isinstance(one.payload, Dim))
        if known is None or len(payloads) != len(known) or pads_far(self.payload):
            return Scalar(self.type_name)
        try:
            return Constant(self.payload % payloads)
        except (TypeError, ValueError, ArithmeticError) as error:
            return Failed(type(error).__name__, "a format that does not fit")

    def _identity_comparison(self, operator: str, other: Value) -> Value | None:
        if self.payload is None and operator in ("==", "!=") and type(other).__name__ not in ("Unknown", "Choice"):
            return None if hasattr(other, "shape") else Constant(operator == "!=")
        return None

    def unary(self, context: Context, operator: str) -> Value:
        try:
            return Constant(UNARY[operator](self.payload), self.origin if operator == "+" else None)
        except (TypeError, KeyError):
            return Unknown(f"{operator} of {self.kind}")

    def elements(self, context: Context) -> Value:
        from .containers import Sequence

        if isinstance(self.payload, (str, bytes)):
            return Sequence.tuple(Constant(part) for part in self.payload)
        return Unknown(f"elements of {self.kind}")

    def length(self, context: Context) -> Value:
        if isinstance(self.payload, (str, bytes)):
            return Constant(len(self.payload))
        return Unknown(f"length of {self.kind}")

    def truth(self, context: Context) -> bool | None:
        if isinstance(self.payload, Dim):
            answer = self.payload.equals(0)
            return None if answer is Truth.MAYBE else answer is Truth.NO
        return self.payload is Ellipsis or bool(self.payload)

    def key(self) -> Hashable | None:
        return ("constant", type(self.payload).__name__, self.payload)

    def join(self, other: Value) -> Value | None:
        if isinstance(other, Constant) and self.key() == other.key():
            return self
        if isinstance(other, (Constant, Scalar)) and self.type_name == other.type_name and self.payload is not None:
            return None if self.type_name == "bool" else Scalar(self.type_name)
        return None

    def __repr__(self) -> str:
        return f"Constant({self.payload!r})"


NONE = Constant(None)
TRUE = Constant(True)
FALSE = Constant(False)


def _compute(operator: str, left: Constant, right: Constant) -> Value | None:
    """Python's own answer, where it is cheap."""
    a, b = left.payload, right.payload
    if grows_long(operator, a, b):
        return Scalar(next((type(side).__name__ for side in (a, b) if isinstance(side, (str, bytes))), "int"))
    try:
        result = BINARY[operator](a, b)
    except (TypeError, KeyError):
        return None
    except (ArithmeticError, ValueError) as error:
        return Failed(type(error).__name__, f"{left.kind} {operator} {right.kind}, which fails")
    if operator in _COMPARISONS or not isinstance(result, int) or isinstance(result, bool):
        return Constant(result)
    if not (left.origin or right.origin):
        return Constant(result)
    from .origin import pending

    return Constant(result, pending(left.origin, right.origin))


def _symbolic(operator: str, left: Constant, right: Constant) -> Value | None:
    if left.dim is None or right.dim is None:
        if isinstance(left.payload, float) or isinstance(right.payload, float):
            return Scalar("bool" if operator in _COMPARISONS else "float")
        return None
    if operator in _COMPARISONS:
        answer = compare(operator, left.dim, right.dim)
        if answer is Truth.MAYBE:
            return Unknown(f"{left.dim} {operator} {right.dim}", (operator, left.key(), right.key()))
        return Constant(answer is Truth.YES)
    if operator == "/":
        return Scalar("float", quotient=(left.dim, right.dim))
    if operator == "**" and isinstance(right.payload, int) and 0 <= right.payload < 8:
        return Constant(left.dim**right.payload)
    if operator in ("+", "-", "*", "//", "%"):
        return Constant(BINARY[operator](left.dim, right.dim))
    return Scalar("int")


def compare(operator: str, left: Dim, right: Dim) -> Truth:
    """`left operator right` for a comparison."""
    if operator in ("==", "!="):
        same = left.equals(right)
        return same if operator == "==" else same.negate()
    if operator in (">", "<="):
        above = right.less(left)
        return above if operator == ">" else above.negate()
    below = left.less(right)
    return below if operator == "<" else below.negate()


class Scalar(Value):
    """A scalar of a known Python type and an unknown value.

    For texts: `length`, and the `alphabet` of characters that occur. `among` is the finite set of possible payloads.
    `quotient` keeps the exact operands of a division of sizes, so that `int(a / b)` is `a // b`. `bounds` are the least
    and the greatest value of a number; None is unbounded. `drawn_from` is a set that it is one of the elements of, each
    of which has a scalar of its own: in which order they come is not known, but no two are equal.
    """

    __slots__ = ("alphabet", "among", "bounds", "drawn_from", "identity", "length_", "origin", "quotient", "type_name")

    def __init__(
        self,
        type_name: str,
        *,
        length: Dim | None = None,
        alphabet: frozenset[str] | None = None,
        among: tuple[Any, ...] | None = None,
        quotient: tuple[Dim, Dim] | None = None,
        bounds: tuple[float | None, float | None] | None = None,
        origin: Origin | None = None,
    ) -> None:
        self.type_name = type_name
        self.bounds = bounds
        self.length_ = length
        self.alphabet = alphabet
        self.among = among
        self.quotient = quotient
        self.origin = origin
        self.drawn_from: object = None
        self.identity: Hashable = Identity()

    @property
    def by_identity(self) -> bool:  # type: ignore[override]
        return self.drawn_from is not None

    def may_equal(self, other: Value) -> bool:
        """Whether an element of a set may be the same as another value."""
        if isinstance(other, Scalar) and other.drawn_from is not None and other.drawn_from is self.drawn_from:
            return other is self
        return not isinstance(other, Constant) or self.among is None or other.payload in self.among

    @property
    def kind(self) -> str:  # type: ignore[override]
        return self.type_name

    def attribute(self, context: Context, name: str) -> Value:
        if self.type_name in ("str", "bytes"):
            return Native(name, lambda context, arguments: self._method(name, arguments))
        return Unknown(f"attribute {name} of {self.kind}")

    def _method(self, name: str, arguments: Arguments) -> Value:
        from .several import method

        found = method(self, name, arguments) if self.among is not None else None
        return _unknown_text_method(self, name) if found is None else found

    def item(self, context: Context, index: Value) -> Value:
        return Scalar("str") if self.type_name == "str" else Unknown(f"item of {self.kind}")

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if not isinstance(other, (Scalar, Constant)):
            return None
        if operator in _COMPARISONS:
            return self._compare(operator, other, reflected)
        names = {self.type_name, other.type_name}
        if operator == "**" and names <= {"int", "bool"}:
            return Unknown("a power, whole or not")
        if operator in "&|^" and names == {"bool"}:
            return Scalar("bool")
        if names <= {"int", "bool", "float"}:
            return Scalar("float" if "float" in names or operator == "/" else "int")
        if names == {"str"} or ("str" in names and operator in ("%", "*")):
            from .several import each

            pair = (other, self) if reflected else (self, other)
            found = each(lambda left, right: left + right, *pair) if operator == "+" else None
            return Scalar("str") if found is None else found
        return None

    def _compare(self, operator: str, other: Scalar | Constant, reflected: bool) -> Value:
        if isinstance(other, Constant) and self.among is not None and not isinstance(other.payload, Dim):
            pairs = [(other.payload, mine) if reflected else (mine, other.payload) for mine in self.among]
            try:
                answers = {bool(BINARY[operator](a, b)) for a, b in pairs}
            except TypeError:
                answers = set()
            if len(answers) == 1:
                return Constant(answers.pop())
        number = other.payload if isinstance(other, Constant) and isinstance(other.payload, (int, float)) else None
        if self.bounds is not None and number is not None:
            answer = _compare_bounds(_MIRRORED.get(operator, operator) if reflected else operator, self.bounds, number)
            if answer is not None:
                return Constant(answer)
        mine, theirs = self.identity, other.key()
        key = (operator, theirs, mine) if reflected else (operator, mine, theirs)
        return Unknown(f"value of a {self.kind}", key)

    def unary(self, context: Context, operator: str) -> Value:
        return Scalar(self.type_name) if self.type_name != "str" else Unknown(f"{operator} of a str")

    def elements(self, context: Context) -> Value:
        from .containers import Sequence

        if self.type_name != "str":
            return Unknown(f"elements of {self.kind}")
        among = tuple(sorted(self.alphabet)) if self.alphabet is not None and len(self.alphabet) <= 64 else None
        character = Scalar("str", length=Dim.of(1), alphabet=self.alphabet, among=among)
        return Sequence("tuple", (), rest=character, count=self.length_ or Dim.unknown())

    def length(self, context: Context) -> Value:
        if self.type_name != "str":
            return Unknown(f"length of {self.kind}")
        return Constant(self.length_) if self.length_ is not None else Scalar("int")

    def key(self) -> Hashable | None:
        return self.identity

    def one_of_many(self) -> Value:
        return Scalar(
            self.type_name, length=self.length_, alphabet=self.alphabet, among=self.among, quotient=self.quotient,
            bounds=self.bounds, origin=self.origin,
        )  # fmt: skip

    def join(self, other: Value) -> Value | None:
        if isinstance(other, Constant):
            return other.join(self)
        if isinstance(other, Scalar) and other.type_name == self.type_name:
            same_length = self.length_ is not None and self.length_ == other.length_
            alphabet = self.alphabet | other.alphabet if self.alphabet and other.alphabet else None
            return Scalar(self.type_name, length=self.length_ if same_length else None, alphabet=alphabet)
        return None

    def __repr__(self) -> str:
        return f"Scalar({self.type_name})"


_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def _compare_bounds(operator: str, bounds: tuple[float | None, float | None], number: float) -> bool | None:
    """`value operator number` for every value within the bounds."""
    low, high = bounds
    below, above = high is not None and high < number, low is not None and low > number
    if operator in ("==", "!="):
        only = low is not None and low == high == number
        return (operator == "==") == only if only or below or above else None
    at_most, at_least = high is not None and high <= number, low is not None and low >= number
    sure = {"<": below, "<=": at_most, ">": above, ">=": at_least}[operator]
    never = {"<": at_least, "<=": above, ">": at_most, ">=": below}[operator]
    return True if sure else False if never else None


_TEXT_RESULTS = {
    "split": "list", "rsplit": "list", "splitlines": "list", "find": "int", "index": "int", "count": "int",
    "rfind": "int", "encode": "bytes", "decode": "str",
}  # fmt: skip


def _unknown_text_method(text: Scalar, name: str) -> Value:
    from .containers import Sequence

    if name.startswith(("is", "starts", "ends")):
        return Unknown(f"str.{name}", (name, text.identity))
    result = _TEXT_RESULTS.get(name, "str")
    if result == "list":
        return Sequence("list", (), rest=Scalar("str"), count=Dim.unknown(low=1))
    if name == "strip" and text.alphabet is not None and not any(c.isspace() for c in text.alphabet):
        return text
    return Scalar(result)


def _text_method(context: Context, text: Constant, name: str, arguments: Arguments) -> Value:
    from .convert import to_python, to_value

    method = getattr(text.payload, name, None)
    if method is None:
        return Unknown(f"str.{name}")
    try:
        positional = [to_python(value) for value in arguments.positional]
        keywords = {key: to_python(value) for key, value in arguments.keywords.items()}
        if method_grows_long(text.payload, name, positional):
            return _unknown_text_method(Scalar(text.type_name), name)
        return to_value(method(*positional, **keywords))
    except Exception:  # the method's own complaint about arguments we could not make concrete
        return _unknown_text_method(Scalar("str"), name)
