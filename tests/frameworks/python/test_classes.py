"""Classes of the standard library in programs: what CPython makes of a program is what the interpreter says."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

from shapecheck.core.outcome import Undecided
from shapecheck.frameworks.python.held import plain_python
from tests.programs import run

PROGRAMS = {
    "enumerations": """
        import enum, itertools, copy
        from enum import Enum, IntEnum, auto, Flag
        class Color(Enum):
            RED = 1
            GREEN = 2
            CRIMSON = 1
            @property
            def nice(self):
                return self.name.lower()
            @classmethod
            def names(cls):
                return [c.name for c in cls]
            def double(self):
                return self.value * 2
        class Mode(str, Enum):
            TRAIN = "train"
            TEST = "test"
        class Num(IntEnum):
            ONE = 1
            TWO = 2
        class Auto(Enum):
            A = auto()
            B = auto()
            C = 10
            D = auto()
        class F(Flag):
            A = auto()
            B = auto()
            C = auto()
        class Planet(Enum):
            EARTH = (1, 2)
            MARS = (3, 4)
            def __init__(self, mass, radius):
                self.mass = mass
                self.radius = radius
        a1 = Color.RED.value, Color.RED.name, Color["RED"].value, Color(2).name, Color.CRIMSON.name, len(Color)
        a2 = [c.value for c in Color], Color.names(), Color.GREEN.nice, Color.GREEN.double()
        a3 = Color.RED is Color.CRIMSON, Color.RED == Color.GREEN, Color.RED != Color.GREEN, Color.RED == 1
        a4 = Mode.TRAIN == "train", Mode("test").name, Mode.TRAIN.upper(), Mode.TRAIN in ("train", "x")
        a24 = isinstance(Mode.TRAIN, str), Mode.TRAIN.value
        a5 = Num.TWO + 1, Num.TWO == 2, Num.TWO > Num.ONE, range(Num.TWO)[0], int(Num.TWO), [0, 1, 2][Num.TWO]
        a6 = Auto.B.value, Auto.D.value, F.C.value
        a7 = Planet.EARTH.mass, Planet.MARS.radius, Planet.MARS.value
        d = {Color.RED: 5, Color.GREEN: 6}
        a8 = d[Color.RED], Color.RED in d, Color.GREEN in (Color.RED,)
        a9 = isinstance(Color.RED, Color), isinstance(1, Color), type(Color.RED) is Color
        a10 = list(Color.__members__), {c.name: c.value for c in Color}
        E2 = Enum("E2", "X Y")
        a11 = E2.Y.value, E2["X"].name
        a12 = copy.deepcopy(Color.RED) is Color.RED, copy.copy(Color.RED) is Color.RED
        def f(c):
            if c == Color.RED:
                return "red"
            elif c is Color.GREEN:
                return "green"
        a13 = f(Color.RED), f(Color.GREEN)
        def g(c):
            match c:
                case Color.RED:
                    return 1
                case _:
                    return 2
        a14 = g(Color.RED), g(Color.GREEN)
        b = {Mode.TRAIN: 1}
        a15 = b[Mode.TRAIN]
        it = itertools.count(3)
        a16 = next(it), next(it), list(zip(it, "ab")), bool(Color.RED), bool(Num.ONE)
        a21 = Color.RED.__class__.__name__, type(Color.RED).__name__
        a22 = str(Color.RED), f"{Mode.TRAIN.value}"
        a23 = sorted([Num.TWO, Num.ONE])[0].name, max(Num).name
    """,
    "named tuples": """
        import copy
        from collections import namedtuple
        from typing import NamedTuple
        class P(namedtuple("P", ["x", "y"])):
            def total(self):
                return self.x + self.y
        class Q(NamedTuple):
            a: int
            b: int = 4
            @property
            def s(self):
                return self.a + self.b
            @classmethod
            def make(cls):
                return cls(9)
        a17 = P(1, 2).total(), P(1, 2)._replace(x=5).total(), Q(1).s, Q.make().b,(
            isinstance(Q(1), Q), isinstance(P(1, 2), P), isinstance(P(1, 2), Q))
        a18 = Q(1)._asdict(), Q._fields, Q(1) == (1, 4), P(1, 2)._asdict()
        x, y = P(7, 8)
        a19 = x, y, copy.deepcopy(P(1, [2]))._replace(x=3), Q(*[1, 2]), Q(**{"a": 3})
        R = NamedTuple("R", [("m", int), ("n", int)])
        a20 = R(1, 2).n
    """,
    "classes that derive from containers": """
        class AttrDict(dict):
            def __init__(self, *args, **kwargs):
                super(AttrDict, self).__init__(*args, **kwargs)
                self.__dict__ = self
        a1 = AttrDict(x=1, y=2).x
        a2 = AttrDict({"z": 3})["z"]
        class D2(dict):
            def __getattr__(self, k):
                return self[k]
            def __setattr__(self, k, v):
                self[k] = v
        d = D2(x=5)
        a3 = d.x
        d.q = 7
        a4 = d["q"], len(d), sorted(d.items())
        class D3(dict):
            __getattr__ = dict.get
            __setattr__ = dict.__setitem__
        e = D3(x=5)
        e.w = 3
        a5 = e.x, e.w, e.nothing
        class L(list):
            def total(self):
                return sum(self)
        a6 = L([1, 2]).total(), len(L([1]))
        class C:
            def __init__(self, **kw):
                self.__dict__.update(kw)
        a7 = C(m=4).m
        a8 = vars(C(m=4))
        class S(str): pass
        a9 = S("ab").upper()
        from collections import OrderedDict, defaultdict
        class O(OrderedDict):
            pass
        o = O(); o["a"] = 1
        a10 = o["a"], list(o)
    """,
    "context managers": """
        import contextlib
        log = []
        class Net:
            training = True
        @contextlib.contextmanager
        def evaluating(net):
            before = net.training
            net.training = False
            try:
                yield net
            finally:
                net.training = before
                log.append("left")
        net = Net()
        with evaluating(net) as inside:
            a1 = net.training, inside is net
            log.append("inside")
        a2 = net.training, list(log)
        @evaluating(net)
        def decorated():
            return net.training
        a3 = decorated(), net.training
        with contextlib.ExitStack() as stack:
            stack.enter_context(evaluating(net))
            stack.callback(log.append, "called")
            a4 = net.training
        a5 = net.training, log[-2:]
        def some(count):
            with contextlib.ExitStack() as stack:
                for i in range(count):
                    stack.callback(log.append, i)
                if count > int("2"):
                    stack.callback(log.append, "many")
            return log[-1]
        a6 = some(3), some(1)
    """,
    "local names": """
        class A:
            def __init__(self, a, b=2):
                super().__init__()
                self.given = dict(locals())
            def plain(self, x):
                return sorted(locals())
        def more(x, *args, **kw):
            return locals()
        def around(x):
            def inner(y):
                return "y" in locals(), x
            return inner(3)
        a1 = sorted(A(1).given)
        a2 = A(1).plain(2)
        a3 = more(1, 2, z=3)
        a4 = around(3)
    """,
    "dataclasses": """
        from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
        from typing import ClassVar
        @dataclass
        class Inner:
            n: int = 3
        @dataclass
        class Outer:
            kind: ClassVar[str] = "k"
            inner: Inner = field(default_factory=Inner)
            many: list = field(default_factory=list)
            scale: InitVar[int] = 2
            total: int = field(init=False)
            _: KW_ONLY
            last: int = 9
            def __post_init__(self, scale):
                self.total = self.inner.n * scale
        one, two = Outer(), Outer(Inner(4), scale=5, last=1)
        a1 = one.total, two.total, two.last, one.kind, one == Outer(), one == two, one != two
        a2 = asdict(one), astuple(two), [f.name for f in fields(one)], is_dataclass(one), is_dataclass(3)
        a3 = replace(two.inner, n=7).n, two.inner.n
        one.many.append(1)
        a4 = one.many, two.many
        @dataclass
        class Wide(Inner):
            m: int = 8
        a5 = Wide(1), Wide(m=2).n, isinstance(Wide(), Inner)
        a5 = a5[1:]
    """,
    "attributes of an object": """
        import argparse
        class Config:
            def __init__(self, **given):
                self.__dict__.update(given)
        config = Config(width=3, depth=4)
        config.__dict__["height"] = 5
        a1 = config.width, config.height, vars(config), "depth" in vars(config)
        space = argparse.Namespace(**vars(config))
        a2 = space.depth, hasattr(space, "nothing"), getattr(space, "nothing", 6)
        class Watched:
            def __init__(self):
                object.__setattr__(self, "seen", [])
                self.a = 1
            def __setattr__(self, name, value):
                self.seen.append(name)
                super().__setattr__(name, value)
        watched = Watched()
        watched.b = 2
        a3 = watched.a, watched.b, watched.seen
    """,
}


def told(source: str) -> dict[str, Any]:
    names, _ = run(source)
    found = {}
    for name, value in names.items():
        if name[0] == "a" and name[1:].isdigit():
            try:
                found[name] = plain_python(value)
            except Undecided:
                continue
    return found


@pytest.mark.parametrize("name", PROGRAMS)
def test_program(name: str) -> None:
    real: dict[str, Any] = {}
    exec(compile(dedent(PROGRAMS[name]), "program.py", "exec", dont_inherit=True), real)
    found = told(PROGRAMS[name])
    for key, value in found.items():
        assert value == real[key], key
    asked = [key for key in real if key[0] == "a" and key[1:].isdigit()]
    assert len(found) >= len(asked) * 0.75, f"only {sorted(found)} of {asked} are known"
