"""`re`, `string`, `textwrap`, `json` and what else turns texts into texts: Python's own answer for known ones."""

from __future__ import annotations

import string
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .held import Held, answer, small
from .tools import answering, anything, call, compute, computed, harmless, held_class, native, payload, result
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...core.value import Context

# -- regular expressions -------------------------------------------------------------------------------------------

_FLAGS = {"A": 256, "I": 2, "L": 4, "M": 8, "S": 16, "U": 32, "X": 64, "NOFLAG": 0, "DEBUG": 128}
_LONG = {
    "ASCII": "A", "IGNORECASE": "I", "LOCALE": "L", "MULTILINE": "M", "DOTALL": "S", "UNICODE": "U", "VERBOSE": "X",
}  # fmt: skip
for _name, _number in {**_FLAGS, **{name: _FLAGS[short] for name, short in _LONG.items()}}.items():
    declare(f"re.{_name}", Constant(_number))
_BUDGET = 3_000_000
"""Steps that a search may take in the worst case."""
_FLAGS_AT = {"match": 2, "search": 2, "fullmatch": 2, "findall": 2, "finditer": 2, "split": 3, "sub": 4, "subn": 4}
"""The functions of `re` that are methods of patterns, and where their flags stand."""


@lru_cache(maxsize=256)
def _difficulty(pattern: str | bytes, flags: int) -> tuple[int, int, bool]:
    """Of a pattern: the repetitions, the choices, and whether a repetition holds others, which takes exponential time
    in the worst case."""
    try:
        parser = import_module("re._parser")
    except ImportError:  # Python 3.10
        parser = import_module("sre_parse")
    counts = [0, 0]
    nested = False

    def walk(node: Any, inside: bool) -> None:
        nonlocal nested
        if isinstance(node, tuple) and len(node) == 2 and str(node[0]).endswith("_REPEAT"):
            _, most, body = node[1]
            counts[most == 1] += 1
            nested = nested or inside
            walk(body, inside or most != 1)
            return
        if isinstance(node, tuple) and len(node) == 2 and str(node[0]) == "BRANCH":
            counts[1] += len(node[1][1]) - 1
            nested = nested or inside
        for part in node if isinstance(node, (tuple, list)) else getattr(node, "data", ()):
            walk(part, inside)

    walk(parser.parse(pattern, flags), False)
    return counts[0], counts[1], nested


def _quick(pattern: Any, text: str | bytes) -> bool:
    """Searching the text takes few steps, however it goes."""
    repeats, choices, nested = _difficulty(pattern.pattern, pattern.flags)
    length = len(text) + 1
    steps = 2**length if nested and length < 64 else length ** (repeats + 1) * 2**choices
    return repeats < 16 and choices < 20 and steps < _BUDGET and (not nested or length < 64)


class Pattern(Held):
    """A compiled regular expression."""

    __slots__ = ()

    def attribute(self, context: Context, name: str) -> Value:
        if name not in _FLAGS_AT:
            return super().attribute(context, name)
        return Native(name, lambda context, arguments: _search(context, self, name, arguments))


def _search(context: Context, pattern: Pattern, name: str, arguments: Arguments) -> Value:
    at = 1 if name in ("sub", "subn") else 0
    text = payload(arguments.get(at, "string"))
    if not isinstance(text, (str, bytes)) or arguments.open or not _quick(pattern.payload, text):
        return _unknown_match(name, pattern.key(), arguments.get(at, "string"))
    new = arguments.get(0, "repl")
    if at and not isinstance(new, Constant):
        return _replace(context, pattern.payload, new or NONE, text, payload(arguments.get(2, "count") or Constant(0)))
    if name == "finditer":
        return Sequence("iterator", map(Held, pattern.payload.finditer(text)))
    return answer(getattr(pattern.payload, name), arguments)


def _replace(context: Context, pattern: Any, function: Value, text: str | bytes, count: Any) -> Value:
    """`sub` with a function of the program."""
    if not isinstance(text, str) or not isinstance(count, int):
        return Scalar("str")
    parts, end = [], 0
    for number, match in enumerate(pattern.finditer(text)):
        if count and number >= count:
            break
        new = payload(call(context, function, Held(match)))
        if not isinstance(new, str):
            return Scalar("str")
        parts += [text[end : match.start()], new]
        end = match.end()
    return Constant("".join([*parts, text[end:]]))


def _unknown_match(name: str, pattern: Any, text: Value | None) -> Value:
    if name == "sub":
        return Scalar("str")
    if name == "split":
        return Sequence("list", (), Scalar("str"), Dim.unknown(low=1))
    if name in ("findall", "finditer"):
        return anything("list" if name == "findall" else "iterator", f"match of {name}")
    key = text.key() if text is not None else None
    return Unknown(f"re.{name}", None if key is None else (f"re.{name}", pattern, key))


@native("re.compile")
def compiled(context: Context, arguments: Arguments) -> Value:
    pattern, flags = arguments.get(0, "pattern") or NONE, payload(arguments.get(1, "flags") or Constant(0))
    if isinstance(pattern, Pattern):
        return pattern
    text = payload(pattern)
    if not isinstance(text, (str, bytes)) or not isinstance(flags, int) or not small(text):
        return Unknown("a pattern")
    try:
        return Pattern(import_module("re").compile(text, flags & ~_FLAGS["DEBUG"]))
    except Exception:  # the program fails here
        return Unknown("a pattern")


def _function(name: str, flags_at: int) -> None:
    @native(f"re.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        flags = arguments.get(flags_at, "flags") or Constant(0)
        given = Arguments((arguments.get(0, "pattern") or NONE, flags))
        pattern = compiled(context, given)
        keywords = {key: value for key, value in arguments.keywords.items() if key not in ("flags", "pattern")}
        rest = arguments.positional[0 if "pattern" in arguments.keywords else 1 : flags_at]
        at = 1 if name in ("sub", "subn") else 0
        if not isinstance(pattern, Pattern):
            return _unknown_match(name, given.positional[0].key(), Arguments(rest, keywords).get(at, "string"))
        return _search(context, pattern, name, Arguments(rest, keywords, open=arguments.open))


for _name, _at in _FLAGS_AT.items():
    _function(_name, _at)
computed("re", str="escape")
harmless("re", None_="purge", unknown="error RegexFlag template")
for _name in ("Pattern", "Match"):
    declare(f"re.{_name}", library_class(f"re.{_name}", CLASSES["object"]))

# -- texts ---------------------------------------------------------------------------------------------------------

_TEXTS = "ascii_letters ascii_lowercase ascii_uppercase digits hexdigits octdigits punctuation printable whitespace"
for _name in _TEXTS.split():
    declare(f"string.{_name}", Constant(getattr(string, _name)))
held_class("string.Template")
harmless("string", unknown="Formatter")
computed("string", str="capwords")
computed("textwrap", str="dedent indent fill shorten", texts="wrap")
harmless("textwrap", unknown="TextWrapper")
harmless("pprint", None_="pprint pp", unknown="PrettyPrinter")
computed("pprint", str="pformat")
computed("shlex", str="quote join")


@native("shlex.split")
def split_words(context: Context, arguments: Arguments) -> Value:
    """Without a text, Python up to 3.11 reads standard input."""
    if isinstance(payload(arguments.get(0, "s")), str):
        return compute(import_module("shlex").split, arguments, "texts")
    return result("texts")


computed("fnmatch", bool="fnmatch fnmatchcase", texts="filter", str="translate")
computed("html", str="escape unescape")
computed("unicodedata", str="normalize category name", float="numeric", int="combining")
computed("difflib", texts="get_close_matches")
harmless("difflib", unknown="SequenceMatcher unified_diff ndiff Differ")
computed("ast", unknown="literal_eval")
harmless("ast", unknown="parse walk dump unparse NodeVisitor NodeTransformer")
computed("keyword", bool="iskeyword")
harmless("keyword", unknown="kwlist")

# -- texts and bytes of data ---------------------------------------------------------------------------------------

computed("json", str="dumps")
harmless("json", unknown="JSONEncoder JSONDecoder")
declare("json.JSONDecodeError", library_class("json.JSONDecodeError", CLASSES["object"]))
computed("base64", bytes="b64encode b64decode urlsafe_b64encode urlsafe_b64decode b32encode b32decode b16encode")
computed("binascii", bytes="hexlify unhexlify", int="crc32")
computed("zlib", int="crc32 adler32")
harmless("zlib", bytes="compress decompress")
computed("struct", int="calcsize")
harmless("struct", unknown="unpack_from iter_unpack pack_into error")


def _structure(name: str, kind: str) -> None:
    @native(f"struct.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        size = payload(computed_size(arguments.positional[:1]))
        if not isinstance(size, int) or size > _PACKED:
            return result(kind, f"struct.{name}")
        return compute(getattr(import_module("struct"), name), arguments, kind)


_PACKED = 4096
"""Longer structures are not made."""


def computed_size(layout: Iterable[Value]) -> Value:
    """`struct.calcsize(layout)`"""
    return compute(import_module("struct").calcsize, Arguments(tuple(layout)), "int")


_structure("pack", "bytes")
_structure("unpack", "unknown")
held_class("struct.Struct")

# -- names and sums of texts ---------------------------------------------------------------------------------------


def _text_of_length(length: int) -> Native:
    return Native("text", lambda context, arguments: Scalar("str", length=Dim.of(length)))


_SUMS = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128, "blake2b": 128}
for _name, _length in _SUMS.items():
    _class = library_class(
        "hashlib." + _name, CLASSES["object"], __init__=answering("None"), update=answering("None"),
        hexdigest=_text_of_length(_length), digest=answering("bytes"), copy=answering("self"),
    )  # fmt: skip
    declare(f"hashlib.{_name}", _class)
harmless("hashlib", unknown="new file_digest", bytes="pbkdf2_hmac")
_UUID = library_class("uuid.UUID", CLASSES["object"], __init__=answering("None"), __str__=_text_of_length(36))
_UUID.state["hex"] = Scalar("str", length=Dim.of(32))
_UUID.state["int"] = Scalar("int")
declare("uuid.UUID", _UUID)
for _name in ("uuid1", "uuid3", "uuid4", "uuid5"):
    declare(f"uuid.{_name}", Native(f"uuid.{_name}", lambda context, arguments: Instance(_UUID)))
