"""The node types. Every node knows its span; `Program` is one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.record import Record as Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.said import Said
    from ..core.span import Span


class Node(Record):
    span: Span


# -- expressions -----------------------------------------------------------------------------------------------------


class Literal(Node):
    value: Any


class Name(Node):
    name: str


class Attribute(Node):
    value: Node
    name: str


class Item(Node):
    value: Node
    index: Node


class SliceOf(Node):
    start: Node | None
    stop: Node | None
    step: Node | None


class Star(Node):
    """`*value`, in a call, a display or a target."""

    value: Node


class CallOf(Node):
    """`function(*positional, **keywords)`; a keyword without a name is `**value`."""

    function: Node
    positional: list[Node]
    keywords: list[tuple[str | None, Node]]


class Binary(Node):
    """Arithmetic, or a comparison of two (`in`, `not in`, `is` and `is not` among them)."""

    operator: str
    left: Node
    right: Node


class Unary(Node):
    """`-`, `+`, `~` or `not`."""

    operator: str
    value: Node


class Logic(Node):
    """`and` or `or`."""

    operator: str
    values: list[Node]


class Choose(Node):
    """`then if test else otherwise`"""

    test: Node
    then: Node
    otherwise: Node


class Display(Node):
    """A list, tuple or set, written out; as a target, what is unpacked into."""

    type_name: str
    items: list[Node]


class DictDisplay(Node):
    """A dict, written out; an item without a key is `**value`."""

    items: list[tuple[Node | None, Node]]


class Format(Node):
    """An f-string."""

    parts: list[Node]


class FormatOf(Node):
    """`{value!conversion:spec}`, in an f-string."""

    value: Node
    conversion: str
    spec: Node | None


class Once(Node):
    """What a generator expression makes of the list of its elements: it is gone through once."""

    value: Node


class Let(Node):
    """`(target := value)`"""

    target: Name
    value: Node


class Block(Node):
    """Statements, then the value of an expression: what a comprehension becomes."""

    body: list[Node]
    result: Node


class Yield(Node):
    value: Node | None
    each: bool
    """`yield from`"""


class Opaque(Node):
    """Something whose value is not known."""

    reason: str


class Parameter(Record):
    name: str
    by: str
    """position, name, rest (`*args`) or others (`**kwargs`)"""
    default: Node | None = None
    annotation: Node | None = None
    comment: Said | None = None
    """What the comment on its line says of it."""
    span: Span | None = None
    """Where it stands, with its annotation."""


class Inside(Record):
    """What stands in a function, lowered."""

    body: list[Node]
    generator: bool = False
    outer: frozenset[str] = frozenset()
    """Names that are `nonlocal`."""
    module: frozenset[str] = frozenset()
    """Names that are `global`."""


class Function(Node):
    """A `def` or `lambda`, as the value it makes. Its inside is lowered when it is first called: of a library that is
    read, most functions never are."""

    name: str
    parameters: list[Parameter]
    lower: Callable[[], Inside]
    returns: Node | None = None
    """The annotation of what it returns."""
    hinted: bool = False
    """An annotation or a comment may tell a shape."""
    _inside: Inside | None = None

    @property
    def inside(self) -> Inside:
        if self._inside is None:
            self._inside = self.lower()
            del self.lower
        return self._inside


class ClassOf(Node):
    """A `class`, as the value it makes."""

    name: str
    bases: list[Node]
    body: list[Node]
    keywords: list[tuple[str | None, Node]]
    """Those of the class statement, `metaclass` excepted."""


# -- statements ------------------------------------------------------------------------------------------------------


class Assign(Node):
    target: Node
    value: Node


class Annotate(Node):
    """`name: annotation`, in a class: what a dataclass is made of."""

    name: str
    annotation: Node


class Claim(Node):
    """What an annotation, or the comment on its line, says of what a target holds by now."""

    target: Node
    said: Node | Said


class Update(Node):
    """`target operator= value`"""

    target: Node
    operator: str
    value: Node


class Delete(Node):
    target: Node


class Evaluate(Node):
    value: Node


class If(Node):
    test: Node
    then: list[Node]
    otherwise: list[Node]


class Assert(Node):
    """A statement behind which a test is true: `assert test`, and `if not test: raise`. `plain`: it is an `assert`."""

    test: Node
    check: If
    plain: bool


class While(Node):
    test: Node
    body: list[Node]
    otherwise: list[Node]


class For(Node):
    target: Node
    iterable: Node
    body: list[Node]
    otherwise: list[Node]


class Handler(Record):
    caught: Node | None
    name: str | None
    body: list[Node]


class Try(Node):
    body: list[Node]
    handlers: list[Handler]
    otherwise: list[Node]
    final: list[Node]


class With(Node):
    """`with context as target: body`"""

    context: Node
    target: Node | None
    body: list[Node]


class Return(Node):
    value: Node | None


class Raise(Node):
    value: Node | None


class Break(Node):
    pass


class Continue(Node):
    pass


class Import(Node):
    """`import path`, `import path as name`; `whole` binds the module itself rather than its first package."""

    path: str
    name: str
    whole: bool


class ImportFrom(Node):
    """`from module import name as target`; the name `*` is all of them."""

    module: str
    level: int
    name: str
    target: str


class Program(Record):
    """One file: its statements, in order."""

    path: str
    body: list[Node]
