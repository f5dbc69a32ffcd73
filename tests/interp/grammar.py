"""Random programs: straight lines and branches over the plain types, functions, classes and small arrays.

Every program runs in CPython unless it fails there; `source()` stands for what the interpreter cannot know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

PRELUDE = '''\
import numpy as np
log = []
class Guard:
    def __init__(self, name, quiet=False):
        self.name = name
        self.quiet = quiet
        self.left = 0
    def __enter__(self):
        log.append(self.name)
        return self
    def __exit__(self, kind, error, trace):
        self.left += 1
        return self.quiet
'''
MUTABLE = ("list", "rows", "dict", "set")
KINDS = ("int", "int", "bool", "str", "float", "list", "list", "dict", "tuple", "set", "rows", "array", "none")
CAUGHT = ("ValueError", "KeyError", "IndexError", "ZeroDivisionError", "LookupError", "Exception",
          "(KeyError, ValueError)", "TypeError")  # fmt: skip


class Names(dict[str, str]):
    """The names that are sure to be bound, with the kind of what they hold."""

    def of(self, *kinds: str) -> list[str]:
        return [name for name, kind in self.items() if kind in kinds]


class Writer:
    """Writes one program, with the choices of a random generator."""

    def __init__(self, random: random.Random, size: int = 14) -> None:
        self.random = random
        self.left = size
        self.lines: list[str] = []
        self.depth = 0
        self.number = 0
        self.functions: list[tuple[str, int]] = []
        self.classes: list[str] = []
        self.in_loop = False
        self.in_function = False
        self.module_names: Names = Names()

    # -- tools -------------------------------------------------------------------------------------------------

    def pick(self, *options: str) -> str:
        return options[self.random.randrange(len(options))]

    def one_in(self, number: int) -> bool:
        return self.random.randrange(number) == 0

    def fresh(self, stem: str = "v") -> str:
        self.number += 1
        return f"{stem}{self.number}"

    def write(self, line: str) -> None:
        self.lines.append("    " * self.depth + line)

    def block(self, names: Names, most: int = 3) -> Names:
        """An indented block; what it binds anew is its own."""
        self.depth += 1
        inner = Names(names)
        for _ in range(1 + self.random.randrange(most)):
            self.statement(inner)
        self.depth -= 1
        return inner

    def program(self) -> str:
        names = Names()
        for kind in ("int", "list", "dict"):
            name = self.fresh()
            self.write(f"{name} = {self.expression(names, kind)}")
            names[name] = kind
        for name in (self.fresh("u"), self.fresh("u")):
            self.write(f"{name} = source()")
            names[name] = "unknown"
        self.module_names = names
        while self.left > 0:
            self.statement(names)
        return PRELUDE + "\n".join(self.lines) + "\n"

    # -- expressions -------------------------------------------------------------------------------------------

    def literal(self) -> str:
        return str(self.random.randrange(-3, 9))

    def key(self) -> str:
        return self.pick("'a'", "'b'", "'c'", "1", "0", "True")

    def expression(self, names: Names, kind: str, deep: int = 0) -> str:
        held = names.of(kind)
        if held and (deep > 2 or self.random.randrange(3) == 0):
            return self.pick(*held)
        if deep > 3:
            kind = {"rows": "rows", "array": "array"}.get(kind, kind)
        return str(getattr(self, f"_{kind}")(names, deep + 1))

    def _int(self, names: Names, deep: int) -> str:
        e = self.expression
        if deep > 3:
            return self.literal()
        choice = self.random.randrange(20)
        if choice < 5:
            return self.literal()
        if choice < 8:
            return f"({e(names, 'int', deep)} {self.pick('+', '-', '*', '//', '%', '&', '|')} {self.literal()}) % 50"
        if choice == 8:
            return f"len({e(names, self.pick('list', 'dict', 'set', 'rows', 'str', 'tuple'), deep)})"
        if choice == 9:
            return f"sum({e(names, 'list', deep)}) % 50"
        if choice == 10:
            return f"({e(names, 'int', deep)} if {self.condition(names, deep)} else {e(names, 'int', deep)})"
        if choice == 11:
            return f"{e(names, 'dict', deep)}.get({self.key()}, {self.literal()})"
        if choice == 12 and self.functions:
            name, count = self.functions[self.random.randrange(len(self.functions))]
            return f"{name}({', '.join(e(names, 'int', deep) for _ in range(count))})"
        if choice == 13:
            return f"int({self.condition(names, deep)})"
        if choice == 14:
            return f"{self.pick('min', 'max')}({e(names, 'int', deep)}, {e(names, 'int', deep)})"
        if choice == 15:
            return f"sum(q * {self.literal()} for q in {e(names, 'list', deep)} if {self.test('q')}) % 50"
        if choice == 16:
            return f"(lambda q, r={self.literal()}: q * 2 - r)({e(names, 'int', deep)}) % 50"
        if choice == 17:
            return f"next(iter({e(names, 'list', deep)}), {self.literal()})"
        if choice == 18:
            return f"{e(names, 'array', deep)}.{self.pick('ndim', 'size', 'shape[0]')}"
        return f"abs({e(names, 'int', deep)})"

    def _bool(self, names: Names, deep: int) -> str:
        e = self.expression
        choice = self.random.randrange(8)
        if choice < 2 or deep > 3:
            return self.pick("True", "False")
        if choice == 2:
            return f"({e(names, 'int', deep)} {self.pick('<', '<=', '==', '!=', '>', '>=')} {e(names, 'int', deep)})"
        if choice == 3:
            return f"({self.literal()} < {e(names, 'int', deep)} <= {self.literal()})"
        if choice == 4:
            kind = self.pick("list", "set", "tuple")
            return f"({e(names, 'int', deep)} {self.pick('in', 'not in')} {e(names, kind, deep)})"
        if choice == 5:
            other = self.pick("int", "str", "list", "none", "float")
            cls = self.pick("int", "str", "list", "(list, tuple)", "bool", "float", "object")
            return f"isinstance({e(names, other, deep)}, {cls})"
        if choice == 6:
            return f"({self.key()} in {e(names, 'dict', deep)})"
        kind = self.pick("list", "tuple", "set", "dict")
        return f"({e(names, kind, deep)} {self.pick('==', '!=')} {e(names, kind, deep)})"

    def condition(self, names: Names, deep: int = 0) -> str:
        """A test, of something unknown in one case of three."""
        unknown = names.of("unknown")
        if unknown and self.random.randrange(3) == 0:
            name = self.pick(*unknown)
            return self.pick(name, f"not {name}", f"{name} > {self.literal()}", f"{name} == {self.literal()}",
                             f"{name} != {self.literal()}", f"{name} is None", f"{name} is not None")  # fmt: skip
        if deep < 3 and self.one_in(4):
            return f"({self.condition(names, deep + 1)} {self.pick('and', 'or')} {self.condition(names, deep + 1)})"
        optional = names.of("none")
        if optional and self.one_in(3):
            return f"{self.pick(*optional)} is {self.pick('None', 'not None')}"
        return self.expression(names, "bool", deep + 1)

    def _none(self, names: Names, deep: int) -> str:
        return f"(None if {self.condition(names, deep)} else {self.expression(names, 'int', deep)})"

    def _float(self, names: Names, deep: int) -> str:
        choice = self.random.randrange(4)
        if choice == 0:
            return f"{self.expression(names, 'int', deep)} / {self.pick('2', '4', '3.0')}"
        if choice == 1:
            return f"float({self.expression(names, 'int', deep)})"
        return self.pick("0.5", "-1.25", "2.0", "1e3")

    def _str(self, names: Names, deep: int) -> str:
        e = self.expression
        choice = self.random.randrange(10)
        if choice < 3 or deep > 3:
            return self.pick("'a'", "'bc'", "''", "'layer'", "'x_1'")
        if choice == 3:
            number, text = e(names, "int", 4), e(names, "str", 4)
            return "f'{" + number + self.pick("}", ":03d}", "!r}", ":>4}") + "_{" + text + "}'"
        if choice == 4:
            return f"{e(names, 'str', deep)} + {e(names, 'str', deep)}"
        if choice == 5:
            return f"{e(names, 'str', deep)}.{self.pick('upper()', 'strip()', 'title()', 'replace(chr(97), chr(98))')}"
        if choice == 6:
            return f"str({e(names, self.pick('int', 'bool', 'float'), deep)})"
        if choice == 7:
            return f"'-'.join(str(q) for q in {e(names, 'list', deep)})"
        if choice == 8:
            return f"{e(names, 'str', deep)}[{self.slice()}]"
        return f"'%s-%d' % ({e(names, 'str', deep)}, {e(names, 'int', deep)})"

    def slice(self) -> str:
        part = lambda: self.pick("", "", "0", "1", "2", "-1", "-2", "5")  # noqa: E731
        return f"{part()}:{part()}" + (":" + self.pick("1", "2", "-1", "-2") if self.one_in(3) else "")

    def test(self, name: str) -> str:
        return f"{name} {self.pick('<', '>', '!=', '>=')} {self.literal()}"

    def over(self, names: Names, deep: int) -> str:
        """Something of ints to go over."""
        e = self.expression
        number = self.pick("3", "4", "2", "30", "26", "0", "1")
        unknown = names.of("unknown")
        if unknown and self.one_in(6):
            number = f"abs(int({self.pick(*unknown)} or 0))"
        return self.pick(
            f"range({number})", f"range({self.pick('0', '1', '5')}, {number})", e(names, "list", deep),
            f"sorted({e(names, self.pick('set', 'list'), deep)})", f"reversed({e(names, 'list', deep)})",
            f"{e(names, 'dict', deep)}.values()", e(names, "tuple", deep), f"set({e(names, 'list', deep)})",
            f"map(abs, {e(names, 'list', deep)})", f"iter({e(names, 'list', deep)})",
        )  # fmt: skip

    def _list(self, names: Names, deep: int) -> str:
        e = self.expression
        choice = self.random.randrange(14)
        if choice < 3 or deep > 3:
            return "[" + ", ".join(self.literal() for _ in range(self.random.randrange(5))) + "]"
        if choice < 5:
            condition = f" if {self.test('q')}" if self.one_in(2) else ""
            return f"[q {self.pick('+', '-', '*')} {self.literal()} for q in {self.over(names, deep)}{condition}]"
        if choice == 5:
            return f"{e(names, 'list', deep)}[{self.slice()}]"
        if choice == 6:
            return f"{e(names, 'list', deep)} + {e(names, 'list', deep)}"
        if choice == 7:
            return f"list({self.over(names, deep)})"
        if choice == 8:
            return f"{e(names, 'list', deep)} * {self.pick('0', '2', '1')}"
        if choice == 9:
            return f"sorted({e(names, self.pick('list', 'set', 'tuple'), deep)}, reverse={self.pick('True', 'False')})"
        if choice == 10:
            return f"[*{e(names, 'list', deep)}, {e(names, 'int', deep)}, *{e(names, 'tuple', deep)}]"
        if choice == 11:
            return f"[q for q, r in zip({e(names, 'list', deep)}, {e(names, 'list', deep)}) if {self.test('r')}]"
        if choice == 12:
            return f"[a for r in {e(names, 'rows', deep)} for a in r]"
        return f"list({self.pick('filter', 'map')}(lambda q: q % 3, {e(names, 'list', deep)}))"

    def _tuple(self, names: Names, deep: int) -> str:
        choice = self.random.randrange(5)
        if choice < 3 or deep > 3:
            return f"({self.literal()}, {self.expression(names, 'int', deep + 1)})"
        if choice == 3:
            return f"tuple({self.expression(names, 'list', deep)})"
        return f"(*{self.expression(names, 'tuple', deep)}, {self.literal()})"

    def _set(self, names: Names, deep: int) -> str:
        choice = self.random.randrange(6)
        if choice < 2 or deep > 3:
            return "{" + ", ".join(self.literal() for _ in range(1 + self.random.randrange(4))) + "}"
        if choice == 2:
            return f"set({self.expression(names, 'list', deep)})"
        if choice == 3:
            return "{q % 3 for q in " + self.over(names, deep) + "}"
        operator = self.pick("|", "&", "-", "^")
        return f"({self.expression(names, 'set', deep)} {operator} {self.expression(names, 'set', deep)})"

    def _dict(self, names: Names, deep: int) -> str:
        e = self.expression
        choice = self.random.randrange(8)
        if choice < 3 or deep > 3:
            count = self.random.randrange(4)
            return "{" + ", ".join(f"{self.key()}: {e(names, 'int', deep + 1)}" for _ in range(count)) + "}"
        if choice == 3:
            return "{q: q % 5 for q in " + self.over(names, deep) + "}"
        if choice == 4:
            return "{**" + e(names, "dict", deep) + f", {self.key()}: {e(names, 'int', deep)}" + "}"
        if choice == 5:
            return f"dict(zip('abc', {e(names, 'list', deep)}))"
        if choice == 6:
            return "{k: v for k, v in " + e(names, "dict", deep) + f".items() if {self.test('v')}" + "}"
        return f"dict({e(names, 'dict', deep)}, a={e(names, 'int', deep)})"

    def _rows(self, names: Names, deep: int) -> str:
        e = self.expression
        choice = self.random.randrange(5)
        if choice < 2 or deep > 3:
            return f"[[{self.literal()}, {self.literal()}], [{self.literal()}]]"
        if choice == 2:
            return f"[[q] * {self.pick('0', '1', '2')} for q in {self.over(names, deep)}]"
        if choice == 3:
            return f"[{e(names, 'list', deep)}, {e(names, 'list', deep)}]"
        return f"[{e(names, 'list', deep)}] * {self.pick('2', '30', '1')}"

    def _array(self, names: Names, deep: int) -> str:
        choice = self.random.randrange(8)
        size = lambda: self.pick("1", "2", "3", "4")  # noqa: E731
        if choice < 3 or deep > 3:
            return f"np.zeros(({size()}, {size()}){self.pick('', ', dtype=np.int64', ', dtype=np.float32')})"
        inner = self.expression(names, "array", deep)
        if choice == 3:
            return f"{inner}.T"
        if choice == 4:
            return f"({inner} + {self.pick('1', '2.5', inner)})"
        if choice == 5:
            return f"{inner}[{self.slice()}]"
        if choice == 6:
            return f"np.concatenate([{inner}, {inner}])"
        return f"np.ones(({self.expression(names, 'int', 4)} % 4 + 1, 3))"

    def _unknown(self, names: Names, deep: int) -> str:
        return "source()"

    # -- statements --------------------------------------------------------------------------------------------

    def statement(self, names: Names) -> None:
        self.left -= 1
        table: list[tuple[int, Callable[[Names], None]]] = [
            (9, self.assign), (8, self.change), (5, self.if_), (3, self.alias), (2, self.unpack), (2, self.augment),
        ]  # fmt: skip
        if self.depth < 3:
            table += [(4, self.for_), (2, self.while_), (3, self.try_), (1, self.with_), (1, self.match_)]
        if self.depth == 0:
            table += [(3, self.function), (2, self.class_), (2, self.closure), (1, self.generator)]
        if self.in_loop and self.depth > 1:
            table.append((2, self.leave))
        at = self.random.randrange(sum(weight for weight, _ in table))
        for weight, write in table:
            at -= weight
            if at < 0:
                write(names)
                return

    def assign(self, names: Names) -> None:
        kind = self.pick(*KINDS)
        held = names.of(kind)
        name = self.pick(*held) if held and self.one_in(2) else self.fresh()
        if kind == "none" and names.of("unknown") and self.one_in(3):
            self.write(f"{name} = {self.pick(*names.of('unknown'))} {self.pick('or', 'and')} {self.literal()}")
        else:
            self.write(f"{name} = {self.expression(names, kind)}")
        names[name] = kind

    def augment(self, names: Names) -> None:
        kind = self.pick("int", "list", "str", "set", "dict")
        held = names.of(kind)
        if not held:
            return self.assign(names)
        operator = {"set": self.pick("|", "-", "&"), "dict": "|"}.get(kind, "+")
        self.write(f"{self.pick(*held)} {operator}= {self.expression(names, kind)}")
        return None

    def alias(self, names: Names) -> None:
        held = names.of(*MUTABLE)
        if held:
            source = self.pick(*held)
            target = self.fresh()
            self.write(f"{target} = {source}")
            names[target] = names[source]

    def change(self, names: Names) -> None:
        kind = self.pick(*MUTABLE, "list", "dict")
        held = names.of(kind)
        if not held:
            return self.assign(names)
        name = self.pick(*held)
        value = self.expression(names, "int")
        key = self.key()
        lists = self.expression(names, "list")
        lines = {
            "list": (f"{name}.append({value})", f"{name}.insert({self.literal()}, {value})", f"{name}.extend({lists})",
                     f"if {name}: {name}.pop({self.pick('', '0', '-1')})", f"{name}[{self.slice()}] = {lists}",
                     f"if {name}: {name}[{self.pick('0', '-1')}] = {value}", f"{name}.reverse()", f"{name}.sort()",
                     f"del {name}[{self.slice()}]", f"if {value} in {name}: {name}.remove({value})",
                     f"if {name}: {name}[{value} % len({name})] = {value}", f"{name}.clear()",
                     f"if {name}: del {name}[-1]"),
            "rows": (f"{name}.append({lists})", f"if {name}: {name}[0].append({value})",
                     f"if {name}: {name}[-1] = {lists}", f"for r in {name}: r.append({value})",
                     f"if {name}: {name}[-1].extend({lists})"),
            "dict": (f"{name}[{key}] = {value}", f"{name}.pop({key}, None)", f"{name}.update({{{key}: {value}}})",
                     f"{name}.setdefault({key}, {value})", f"if {key} in {name}: del {name}[{key}]",
                     f"{name}[{value}] = {value}", f"{name}.update({self.expression(names, 'dict')})"),
            "set": (f"{name}.add({value})", f"{name}.discard({value})", f"{name}.update({lists})"),
        }[kind]  # fmt: skip
        self.write(self.pick(*lines))
        return None

    def unpack(self, names: Names) -> None:
        a, b, c = self.fresh(), self.fresh(), self.fresh()
        choice = self.random.randrange(3)
        if choice == 0:
            self.write(f"{a}, *{b} = [{self.literal()}, *{self.expression(names, 'list')}]")
            names.update({a: "int", b: "list"})
        elif choice == 1:
            self.write(f"({a}, {b}), {c} = {self.expression(names, 'array')}.shape, {self.expression(names, 'int')}")
            names.update({a: "int", b: "int", c: "int"})
        else:
            self.write(f"{a}, {b} = {self.expression(names, 'int')}, {self.expression(names, 'list')}")
            names.update({a: "int", b: "list"})

    def if_(self, names: Names) -> None:
        walrus = self.one_in(6)
        name = self.fresh()
        test = f"({name} := {self.expression(names, 'int')}) > {self.literal()}" if walrus else self.condition(names)
        if walrus:
            names[name] = "int"
        self.write(f"if {test}:")
        both = [self.block(names)]
        if self.one_in(3):
            self.write(f"elif {self.condition(names)}:")
            both.append(self.block(names))
        if self.one_in(2):
            self.write("else:")
            both.append(self.block(names))
            names.update({n: k for n, k in both[0].items() if all(other.get(n) == k for other in both)})

    def for_(self, names: Names) -> None:
        inner = Names(names)
        target = self.fresh("i")
        choice = self.random.randrange(6)
        if choice == 0:
            other = self.fresh("i")
            head, more = f"for {target}, {other} in enumerate({self.over(names, 1)}):", {target: "int", other: "int"}
        elif choice == 1:
            head, more = f"for {target} in {self.expression(names, 'rows')}:", {target: "list"}
        elif choice == 2:
            head, more = f"for {target} in list({self.expression(names, 'dict')}.items()):", {target: "pair"}
        else:
            head, more = f"for {target} in {self.over(names, 1)}:", {target: "int"}
        self.write(head)
        inner.update(more)
        self.loop_body(inner)

    def loop_body(self, names: Names, otherwise: bool = True) -> None:
        before, self.in_loop = self.in_loop, True
        self.block(names)
        self.in_loop = before
        if otherwise and self.one_in(4):
            self.write("else:")
            self.block(Names({n: k for n, k in names.items() if not n.startswith("i")}), 2)

    def while_(self, names: Names) -> None:
        name = self.fresh("n")
        most = self.pick("2", "3", "30", "0")
        self.write(f"{name} = 0")
        names[name] = "counter"
        test = f"{name} < {most}" + (f" and {self.condition(names)}" if self.one_in(3) else "")
        self.write(f"while {test}:")
        self.depth += 1
        self.write(f"{name} += 1")
        self.depth -= 1
        self.loop_body(Names(names))

    def leave(self, names: Names) -> None:
        self.write(f"if {self.condition(names)}: {self.pick('break', 'continue')}")

    def risky(self, names: Names) -> str:
        e = self.expression
        return self.pick(
            f"{e(names, 'dict')}[{self.key()}]", f"{e(names, 'list')}[{self.literal()}]",
            f"int({e(names, 'str')})", f"{self.literal()} // ({e(names, 'int')})", f"[1][{e(names, 'int')}]",
            f"{e(names, 'tuple')}.index({self.literal()})", f"{e(names, 'list')}.index({self.literal()})",
        )  # fmt: skip

    def try_(self, names: Names) -> None:
        self.write("try:")
        self.depth += 1
        inner = Names(names)
        for _ in range(self.random.randrange(2)):
            self.statement(inner)
        target = self.fresh("t")
        if self.one_in(3):
            self.write(f"if {self.condition(names)}: raise {self.pick('ValueError', 'KeyError', 'IndexError')}('no')")
        else:
            self.write(f"{target} = {self.risky(names)}")
        for _ in range(self.random.randrange(2)):
            self.statement(inner)
        self.depth -= 1
        for _ in range(1 + self.random.randrange(2)):
            self.write(f"except {self.pick(*CAUGHT)}{self.pick('', ' as e')}:")
            self.block(names, 2)
        if self.one_in(4):
            self.write("else:")
            self.block(inner, 1)
        if self.one_in(3):
            self.write("finally:")
            self.block(names, 1)

    def with_(self, names: Names) -> None:
        target = self.fresh("g")
        quiet = self.one_in(2)
        self.write(f"with Guard('{target}', {quiet}) as {target}:")
        self.depth += 1
        if quiet and self.one_in(2):
            self.write(f"if {self.condition(names)}: raise KeyError('x')")
        self.depth -= 1
        self.block(names)
        names[target] = "guard"

    def match_(self, names: Names) -> None:
        self.write(f"match {self.expression(names, self.pick('int', 'tuple', 'none', 'dict', 'list'))}:")
        self.depth += 1
        a, b = self.fresh("m"), self.fresh("m")
        patterns = [("0 | 1", {}), (f"[{a}, {b}]", {}), (f"[{a}, *{b}]", {}), ("None", {}), (f"int({a})", {}),
                    (f"{{'a': {a}}}", {}), (f"{a} if {self.condition(names)}", {})]  # fmt: skip
        for _ in range(1 + self.random.randrange(3)):
            pattern, _more = patterns.pop(self.random.randrange(len(patterns)))
            self.write(f"case {pattern}:")
            self.block(names, 2)
        if self.one_in(2):
            self.write("case _:")
            self.block(names, 1)
        self.depth -= 1

    # -- definitions -------------------------------------------------------------------------------------------

    def function(self, names: Names) -> None:
        name = self.fresh("f")
        count = 1 + self.random.randrange(2)
        parameters = [self.fresh("p") for _ in range(count)]
        more = self.pick("", ", *rest", f", k={self.literal()}", f", *, k={self.literal()}, **others")
        self.write(f"def {name}({', '.join(parameters)}{more}):")
        inner = Names({p: "int" for p in parameters})
        inner.update({n: k for n, k in self.module_names.items() if k in ("unknown", *MUTABLE)})
        self.body(inner)
        self.functions.append((name, count))
        target = self.fresh()
        arguments = ", ".join(self.expression(names, "int") for _ in parameters)
        self.write(f"{target} = {name}({arguments})")
        names[target] = "int"

    def body(self, names: Names) -> None:
        """Of a function of ints; it returns early at times."""
        functions, self.functions = self.functions, []
        loops, self.in_loop = self.in_loop, False
        self.depth += 1
        for _ in range(1 + self.random.randrange(3)):
            if self.one_in(3):
                self.write(f"if {self.condition(names)}:")
                self.depth += 1
                if self.one_in(3):
                    self.write(f"if {self.condition(names)}: return {self.expression(names, 'int')}")
                    self.statement(Names(names))
                self.write(f"return {self.expression(names, 'int')}")
                self.depth -= 1
            else:
                self.statement_inside(names)
        self.write(f"return {self.expression(names, 'int')}")
        self.depth -= 1
        self.functions, self.in_loop = functions, loops

    def statement_inside(self, names: Names) -> None:
        """Assigns no name of the module, which would make it local."""
        outer = {n: k for n, k in names.items() if n in self.module_names}
        if self.one_in(2) and names.of(*MUTABLE):
            lines = len(self.lines)
            self.change(names)
            if any(f"{n} =" in line or f"{n} +=" in line for n in outer for line in self.lines[lines:]):
                del self.lines[lines:]
        else:
            name = self.fresh()
            kind = self.pick("int", "list", "dict", "bool")
            self.write(f"{name} = {self.expression(names, kind)}")
            names[name] = kind

    def closure(self, names: Names) -> None:
        outer, inner, count, made = self.fresh("f"), self.fresh("f"), self.fresh("c"), self.fresh("h")
        lines = (f"def {outer}({count}={self.literal()}):", f"    def {inner}(step={self.literal()}):",
                 f"        nonlocal {count}", f"        {count} += step", f"        return {count}",
                 f"    return {inner}", f"{made} = {outer}({self.literal()})")  # fmt: skip
        for line in lines:
            self.write(line)
        self.functions.append((made, self.random.randrange(2)))

    def generator(self, names: Names) -> None:
        name, target = self.fresh("f"), self.fresh()
        self.write(f"def {name}(p):")
        self.write(f"    for i in {self.over(Names(), 1)}:")
        if self.one_in(2):
            self.write(f"        if {self.test('i')}: {self.pick('continue', 'return', 'yield p')}")
        self.write(f"        yield {self.pick('i', 'i + p', 'p')}")
        self.write(f"{target} = list({name}({self.expression(names, 'int')}))")
        names[target] = "list"
        if self.one_in(2):
            made = self.fresh()
            self.write(f"{made} = {name}(1)")
            other, again = self.fresh(), self.fresh()
            self.write(f"{other} = next({made}, 0)")
            self.write(f"{again} = list({made})")
            names.update({other: "int", again: "list"})

    def class_(self, names: Names) -> None:
        name = self.fresh("K")
        base = self.pick(*self.classes) if self.classes and self.one_in(2) else ""
        self.write(f"class {name}({base}):" if base else f"class {name}:")
        self.write(f"    scale = {self.literal()}")
        self.write("    def __init__(self, n):")
        if base:
            self.write(f"        super().__init__(n + {self.literal()})")
        self.write(f"        self.n = n + {self.literal()}")
        self.write(f"        self.items = {self.pick('[]', '[n]', '[n, 1]')}")
        self.write("    @property")
        self.write(f"    def double(self): return self.n * {self.literal()}")
        self.write("    def add(self, p):")
        self.write(f"        {self.pick('self.items.append(p)', 'self.n += p', 'self.scale = p')}")
        self.body(Names(p="int", **{u: "unknown" for u in self.module_names.of("unknown")}))
        for special in ("__len__(self): return 3", "__getitem__(self, i): return self.n + i",
                        "__call__(self, q): return q + self.scale", "__eq__(self, other): return self.n == other.n",
                        "__bool__(self): return self.n > 2"):  # fmt: skip
            if self.one_in(3):
                self.write(f"    def {special}")
        self.classes.append(name)
        made = self.fresh("o")
        self.write(f"{made} = {name}({self.expression(names, 'int')})")
        self.functions.append((f"{made}.add", 1))
        for use in (f"{made}.add({self.expression(names, 'int')})", f"{made}.double", f"bool({made})", f"{made}.scale"):
            if self.one_in(2):
                target = self.fresh()
                self.write(f"{target} = {use}")
                names[target] = "bool" if use.startswith("bool") else "int"
