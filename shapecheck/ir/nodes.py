"""The node types. Every node knows its span; `Program` is one file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..core.span import Span


@dataclass(slots=True, eq=False)
class Node:
    span: Span


# -- expressions -----------------------------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class Literal(Node):
    value: Any


@dataclass(slots=True, eq=False)
class Name(Node):
    name: str


@dataclass(slots=True, eq=False)
class Attribute(Node):
    value: Node
    name: str


@dataclass(slots=True, eq=False)
class Item(Node):
    value: Node
    index: Node


@dataclass(slots=True, eq=False)
class SliceOf(Node):
    start: Node | None
    stop: Node | None
    step: Node | None


@dataclass(slots=True, eq=False)
class Star(Node):
    """`*value`, in a call, a display or a target."""

    value: Node


@dataclass(slots=True, eq=False)
class CallOf(Node):
    """`function(*positional, **keywords)`; a keyword without a name is `**value`."""

    function: Node
    positional: list[Node]
    keywords: list[tuple[str | None, Node]]


@dataclass(slots=True, eq=False)
class Binary(Node):
    """Arithmetic, or a comparison of two (`in`, `not in`, `is` and `is not` among them)."""

    operator: str
    left: Node
    right: Node


@dataclass(slots=True, eq=False)
class Unary(Node):
    """`-`, `+`, `~` or `not`."""

    operator: str
    value: Node


@dataclass(slots=True, eq=False)
class Logic(Node):
    """`and` or `or`."""

    operator: str
    values: list[Node]


@dataclass(slots=True, eq=False)
class Choose(Node):
    """`then if test else otherwise`"""

    test: Node
    then: Node
    otherwise: Node


@dataclass(slots=True, eq=False)
class Display(Node):
    """A list, tuple or set, written out; as a target, what is unpacked into."""

    type_name: str
    items: list[Node]


@dataclass(slots=True, eq=False)
class DictDisplay(Node):
    """A dict, written out; an item without a key is `**value`."""

    items: list[tuple[Node | None, Node]]


@dataclass(slots=True, eq=False)
class Format(Node):
    """An f-string."""

    parts: list[Node]


@dataclass(slots=True, eq=False)
class Let(Node):
    """`(target := value)`"""

    target: Name
    value: Node


@dataclass(slots=True, eq=False)
class Block(Node):
    """Statements, then the value of an expression: what a comprehension becomes."""

    body: list[Node]
    result: Node


@dataclass(slots=True, eq=False)
class Yield(Node):
    value: Node | None
    each: bool
    """`yield from`"""


@dataclass(slots=True, eq=False)
class Enter(Node):
    """What `with value` binds."""

    value: Node


@dataclass(slots=True, eq=False)
class Opaque(Node):
    """Something whose value is not known."""

    reason: str


@dataclass(slots=True, eq=False)
class Parameter:
    name: str
    by: str
    """position, name, rest (`*args`) or others (`**kwargs`)"""
    default: Node | None = None
    annotation: Node | None = None


@dataclass(slots=True, eq=False)
class Function(Node):
    """A `def` or `lambda`, as the value it makes."""

    name: str
    parameters: list[Parameter]
    body: list[Node]
    generator: bool = False
    outer: frozenset[str] = frozenset()
    """Names that are `nonlocal`."""
    module: frozenset[str] = frozenset()
    """Names that are `global`."""


@dataclass(slots=True, eq=False)
class ClassOf(Node):
    """A `class`, as the value it makes."""

    name: str
    bases: list[Node]
    body: list[Node]


# -- statements ------------------------------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class Assign(Node):
    target: Node
    value: Node


@dataclass(slots=True, eq=False)
class Annotate(Node):
    """`name: annotation`, in a class: what a dataclass is made of."""

    name: str
    annotation: Node


@dataclass(slots=True, eq=False)
class Update(Node):
    """`target operator= value`"""

    target: Node
    operator: str
    value: Node


@dataclass(slots=True, eq=False)
class Delete(Node):
    target: Node


@dataclass(slots=True, eq=False)
class Evaluate(Node):
    value: Node


@dataclass(slots=True, eq=False)
class If(Node):
    test: Node
    then: list[Node]
    otherwise: list[Node]


@dataclass(slots=True, eq=False)
class While(Node):
    test: Node
    body: list[Node]
    otherwise: list[Node]


@dataclass(slots=True, eq=False)
class For(Node):
    target: Node
    iterable: Node
    body: list[Node]
    otherwise: list[Node]


@dataclass(slots=True, eq=False)
class Handler:
    caught: Node | None
    name: str | None
    body: list[Node]


@dataclass(slots=True, eq=False)
class Try(Node):
    body: list[Node]
    handlers: list[Handler]
    otherwise: list[Node]
    final: list[Node]


@dataclass(slots=True, eq=False)
class Return(Node):
    value: Node | None


@dataclass(slots=True, eq=False)
class Raise(Node):
    value: Node | None


@dataclass(slots=True, eq=False)
class Break(Node):
    pass


@dataclass(slots=True, eq=False)
class Continue(Node):
    pass


@dataclass(slots=True, eq=False)
class Import(Node):
    """`import path`, `import path as name`; `whole` binds the module itself rather than its first package."""

    path: str
    name: str
    whole: bool


@dataclass(slots=True, eq=False)
class ImportFrom(Node):
    """`from module import name as target`; the name `*` is all of them."""

    module: str
    level: int
    name: str
    target: str


@dataclass(slots=True, eq=False)
class Program:
    """One file: its statements, in order."""

    path: str
    body: list[Node] = field(default_factory=list)
