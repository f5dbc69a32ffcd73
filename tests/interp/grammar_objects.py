"""Random programs over objects: aliases, attributes, records, members of an enumeration, shared containers, lists of
unknown length, functions that change what they get, code that is not seen, generators that run later."""

from __future__ import annotations

from tests.interp.grammar import PRELUDE, Names, Writer

CLASSES = '''\
from dataclasses import dataclass, field
from enum import Enum
class Node:
    kind = 0
    def __init__(self, x):
        self.x = x
        self.items = [x]
        self.next = None
    def add(self, p):
        self.items.append(p)
        self.x += p
        return self
@dataclass
class Point:
    x: int
    items: list = field(default_factory=list)
    next: object = None
class Color(Enum):
    RED = 1
    BLUE = 2
def mutate(node, xs):
    node.x = len(xs)
    xs.append(node.x)
    node.items = xs
def lazily(xs, node):
    for one in xs:
        node.x += 1
        yield one + len(xs)
'''


class ObjectWriter(Writer):
    """Writes one program, mostly of objects."""

    def program(self) -> str:
        self.objects: list[str] = []
        text = super().program()
        return PRELUDE + CLASSES + text.removeprefix(PRELUDE)

    def statement(self, names: Names) -> None:
        if self.in_function or self.one_in(2):
            super().statement(names)
            return
        self.left -= 1
        self.write_object(names)

    def write_object(self, names: Names) -> None:
        held = names.of("object")
        if not held or self.one_in(4):
            name = self.fresh("a")
            self.write(f"{name} = {self.made(names)}")
            names[name] = "object"
            return
        e = self.expression
        node, other = self.pick(*held), self.pick(*held)
        many, new, one, at = names.of("objects"), self.fresh(), self.fresh("a"), f"{e(names, 'int')}"
        unknown = self.pick(*names.of("unknown"))
        lines: list[tuple[str, dict[str, str]]] = [
            (f"{one} = {node}", {one: "object"}), (f"{node}.x = {at}", {}), (f"{node}.items.append({at})", {}),
            (f"{node}.items = {e(names, 'list')}", {}), (f"{new} = {node}.items", {new: "list"}),
            (f"{node}.next = {other}", {}), (f"if {node}.next is not None: {node}.next.x = {at}", {}),
            (f"mutate({node}, {e(names, 'list')})", {}), (f"mutate({node}, {other}.items)", {}),
            (f"{new} = len({node}.items) + {node}.x", {new: "int"}), (f"{new} = {node} is {other}", {new: "bool"}),
            (f"{new} = [{node}, {other}, {self.made(names)}]", {new: "objects"}),
            (f"{new} = [{self.made(names)} for i in range({unknown} or 2)]", {new: "objects"}),
            (f"{new} = [[i] for i in range(2 + ({unknown} or 1))]", {new: "rows"}),
            (f"{new} = {{i: [{at}] for i in range({unknown} or 1)}}", {}),
            (f"{one} = {node} if {unknown} else {other}", {one: "object"}),
            (f"{new} = lazily({e(names, 'list')}, {node})", {new: "later"}),
            (f"{new} = [{node}.items, {other}.items] * 2", {new: "rows"}),
            (f"hidden({node}, {e(names, 'list')})", {}), (f"{new} = hidden({node}.items)", {}),
            (f"{new} = Color.RED if {node}.x > {at} else Color.BLUE", {new: "color"}),
        ]
        for name in many:
            lines += [(f"for {one} in {name}: {one}.x += {at}", {}), (f"{name}[0].x = {at}", {}),
                      (f"{name}[{at} % len({name})].items.append(1)", {}), (f"{one} = {name}[-1]", {one: "object"}),
                      (f"{name}.append({node})", {}), (f"{new} = [one.x for one in {name}]", {new: "list"}),
                      (f"{name}[({unknown} or 0) % len({name})].x = 7", {}),
                      (f"{one} = {name}[({unknown} or 0) % len({name})]", {one: "object"})]  # fmt: skip
        for name in names.of("later"):
            lines += [(f"{new} = list({name})", {new: "list"}), (f"{new} = next({name}, 0)", {new: "int"})]
        line, bound = lines[self.random.randrange(len(lines))]
        self.write(line)
        names.update(bound)

    def made(self, names: Names) -> str:
        number = self.expression(names, "int")
        return self.pick(f"Node({number})", f"Point({number})", f"Point({number}, {self.expression(names, 'list')})")
