"""For programs without unknowns, what the interpreter claims is CPython's answer."""

from __future__ import annotations

from textwrap import dedent

import pytest

from shapecheck.core.convert import to_python
from shapecheck.core.outcome import Undecided
from tests.programs import run

PROGRAMS = {
    "functions": """
        def f(a, b=2, *rest, c, d=4, **others):
            return a + b + len(rest) + c + d + len(others)
        x = f(1, c=3)
        y = f(1, 2, 3, 4, c=5, d=6, e=7)
        g = lambda n: n * 2
        z = g(g(3))
    """,
    "closures": """
        def counter():
            n = 0
            def add():
                nonlocal n
                n += 1
                return n
            return add
        c = counter()
        c()
        x = c()
        total = 0
        def more():
            global total
            total += 5
        more()
        more()
    """,
    "classes": """
        class Base:
            scale = 3
            def __init__(self, n):
                self.n = n
            def size(self):
                return self.n * self.scale
            @property
            def double(self):
                return self.n * 2
            @staticmethod
            def plus(a, b):
                return a + b
            @classmethod
            def of(cls, n):
                return cls(n + 1)
        class Child(Base):
            scale = 5
            def __init__(self, n):
                super().__init__(n + 1)
            def size(self):
                return super().size() + 1
            def __len__(self):
                return 7
            def __getitem__(self, i):
                return i * 10
            def __call__(self, x):
                return x - self.n
        c = Child(4)
        a, b, d, e = c.size(), c.double, c.plus(1, 2), Child.of(1).n
        f, g, h = len(c), c[3], c(10)
    """,
    "containers": """
        xs = [1, 2, 3]
        ys = xs
        ys.append(4)
        n = len(xs)
        first, *middle, last = xs
        d = {"a": 1, "b": 2}
        d["c"] = 3
        keys = list(d.keys())
        squares = {k: v * v for k, v in d.items()}
        pairs = [(i, c) for i, c in enumerate("abc") if i != 1]
        flat = [x for row in [[1, 2], [3]] for x in row]
        t = tuple(reversed(xs))
        zipped = list(zip(xs, "ab"))
        part = xs[1:3] + xs[-1:]
        xs[0] = 9
        m = [[0] * 3 for _ in range(2)]
    """,
    "control": """
        total = 0
        for i in range(10):
            if i == 2:
                continue
            if i == 5:
                break
            total += i
        else:
            total = -1
        n = 0
        while n < 7:
            n += 2
        x = "big" if n > 5 else "small"
        try:
            y = 1
            raise ValueError("no")
        except ValueError:
            y = 2
        finally:
            z = 3
        ok = 1 < n <= 8 and not (n == 7 or n == 9)
    """,
    "match": """
        def kind(x):
            match x:
                case 0:
                    return "zero"
                case 1 | 2:
                    return "few"
                case [a, b]:
                    return a + b
                case None:
                    return "none"
                case other:
                    return other
        a, b, c, d, e = kind(0), kind(2), kind([3, 4]), kind(None), kind(9)
    """,
    "generators": """
        def gen(n):
            for i in range(n):
                yield i * i
            yield from [100, 200]
        xs = list(gen(3))
        s = sum(x for x in xs)
    """,
    "texts": """
        name = "conv"
        full = f"{name}{2}d"
        parts = "a,b,c".split(",")
        up = full.upper()
        has = "on" in name
        joined = "-".join(parts)
        cut = name[1:3]
    """,
    "walrus and deletion": """
        if (n := 5) > 3:
            m = n
        a = b = [1]
        b.append(2)
        q = a[-1]
        del n
    """,
    "renamed comprehension variables": """
        x = 10
        ys = [x for x in range(3)]
        z = x
    """,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_claims_are_python_s(name: str) -> None:
    source = dedent(PROGRAMS[name])
    real: dict[str, object] = {}
    exec(source, real)
    names, _ = run(source)
    compared = 0
    for key, value in names.items():
        if key.startswith(("_", "~")) or "~" in key or callable(real.get(key)):
            continue
        try:
            claimed = to_python(value)
        except Undecided:
            continue
        assert claimed == real[key], key
        compared += 1
    plain = [key for key, value in real.items() if not key.startswith("_") and not callable(value)]
    assert compared >= len(plain) - 1, "the interpreter gave up on what it should know"
