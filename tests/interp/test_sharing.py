"""Objects that have several names, or stand for many, or that code changes which is not seen or runs later: what is
claimed of them is CPython's."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.interp.claims import disagreement
from tests.programs import run

_DRAWS = 12
_UNKNOWNS = (1, 2, 3, 5)
PROGRAMS = {
    "rows": """
n = source()
rows = [[0] * 3 for _ in range(n)]
rows[0].append(1)
a = len(rows[0]); b = len(rows[1])
""",
    "rows loop": """
rows = []
for i in range(source()):
    row = [i]
    rows.append(row)
row.append(1)
a = len(rows[-1]); b = len(rows[0])
""",
    "nodes": """
class Node:
    def __init__(self): self.x = 0
nodes = [Node() for _ in range(source())]
nodes[0].x = 1
a = nodes[0].x; b = nodes[1].x
""",
    "nodes known": """
class Node:
    def __init__(self): self.x = 0
nodes = [Node() for _ in range(6)]
nodes[source()].x = 1
a = [node.x for node in nodes]
""",
    "nodes iter": """
class Node:
    def __init__(self): self.x = 0
nodes = [Node() for _ in range(source())]
for node in nodes:
    node.x += 1
    break
a = nodes[0].x; b = nodes[1].x
""",
    "dict": """
d = {}
for i in range(source()):
    d[i] = []
d[0].append(1)
a = len(d[0]); b = len(d[1])
""",
    "dict2": """
d = {i: [] for i in range(6)}
d[source()].append(1)
a = len(d[0]); b = len(d[1])
""",
    "dict3": """
d = {}
k = source()
d[k] = []
d[2] = [1]
d[k].append(2)
a = len(d[2])
""",
    "tuple many": """
pairs = [([], {}) for _ in range(source())]
xs, ys = pairs[0]
xs.append(1)
a = len(pairs[0][0]); b = len(pairs[1][0]); c = len(xs)
""",
    "alias5": """
a, b, c, d, e = [1], [1], [1], [1], [1]
k = source()
if k == 0: x = a
elif k == 1: x = b
elif k == 2: x = c
elif k == 3: x = d
elif k == 5: x = e
else: x = [1]
x.append(2)
f = len(a), len(b), len(c), len(d), len(e)
g = len(x)
""",
    "alias inst": """
class N:
    def __init__(self): self.v = 1
a, b, c, d, e = N(), N(), N(), N(), N()
k = source()
if k == 0: x = a
elif k == 1: x = b
elif k == 2: x = c
elif k == 3: x = d
elif k == 5: x = e
else: x = N()
x.v = 2
f = a.v, b.v, c.v, d.v, e.v
""",
    "alias inst2": """
class N:
    def __init__(self): self.v = 1
    def set(self): self.v = 9
nodes = [N() for i in range(7)]
nodes[source()].set()
f = nodes[0].v
""",
    "unknown call": """
xs = [1, 2]; d = {'a': 1}; both = [[1], {'b': [2]}]
ch = change(xs, d, k=both)
a = len(xs); b = d.get('a'); c = len(both[0])
""",
    "unknown call late": """
xs = [1, 2]
holder = keep(xs)
holder.clear()
a = len(xs)
""",
    "stored": """
xs = [1, 2]
holder = keep(3)
holder.items = xs
holder.clear()
a = len(xs)
""",
    "inst call": """
class N:
    def __init__(self): self.v = 1; self.xs = [1]
n = N()
changed = change_object(n)
a = n.v; b = len(n.xs)
""",
    "gen twice": """
g = (i for i in [1, 2, 3]); a = list(g); b = list(g)
""",
    "gen late": """
k = 1
g = (i * k for i in [1, 2, 3])
k = 5
a = list(g)
""",
    "gen late fn": """
k = 1
log = []
def f():
    for i in range(3):
        log.append(i)
        yield i * k
g = f()
before = len(log)
k = 5
a = list(g)
after = len(log)
""",
    "gen interleave": """
log = []
def f():
    for i in range(3):
        log.append(i)
        yield i
for x in f():
    log.append('x')
""",
    "gen mutated": """
xs = [1, 2]
g = (x for x in xs)
xs.append(3)
a = list(g)
""",
    "gen part": """
log = []
def f():
    log.append('a')
    yield 1
    log.append('b')
    yield 2
g = f()
x = next(g)
y = list(log)
""",
    "gen unused": """
log = []
def f():
    log.append('a')
    yield 1
f()
y = len(log)
""",
    "gen any": """
log = []
def f():
    for i in range(4):
        log.append(i)
        yield i > 1
x = any(f())
y = len(log)
""",
    "recursion": """
seen = []
def walk(n):
    seen.append(n)
    if n > 0:
        walk(n - 1)
walk(40)
a = len(seen)
""",
    "recursion2": """
class T: pass
t = T(); t.count = 0
def walk(n):
    t.count = n
    if n and source(): walk(n - 1)
walk(40)
a = t.count
""",
    "recursion3": """
count = 0
def walk(n):
    global count
    count = 7 if n == 0 else 3
    if n: walk(n - 1)
walk(40)
a = count
""",
    "map late": """
k = 1
m = map(lambda i: i * k, [1, 2])
k = 3
a = list(m)
""",
    "escape lambda": """
xs = [1]
register(lambda: xs.append(2))
a = len(xs)
""",
    "nested many": """
grid = [[[0] for _ in range(source())] for _ in range(source())]
cell = grid[0][0]
cell.append(1)
a = len(cell); b = len(grid[1][1])
""",
    "many dicts": """
ds = [{'a': 1} for _ in range(source())]
ds[0]['a'] = 2
ds[0]['b'] = 2
a = ds[1]['a']; b = 'b' in ds[1]; c = len(ds[1])
""",
    "many sets": """
ds = [set() for _ in range(source())]
ds[0].add(1)
a = len(ds[1])
""",
    "defaultdict": """
from collections import defaultdict
d = defaultdict(list)
d[source()].append(1)
d[2].append(1)
a = len(d[2])
""",
    "last": """
nodes = []
class N: pass
for i in range(source()):
    node = N()
    node.x = i
    nodes.append(node)
node.x = 'z'
a = nodes[0].x
""",
    "share": """
shared = [0]
rows = [shared for _ in range(source())]
rows[0].append(1)
a = len(shared)
shared.append(2)
b = len(rows[1])
""",
    "swap join": """
a = [1]; b = [1]
rows = []
for i in range(source()):
    rows.append(a)
    a, b = b, a
x = rows[0]
x.append(5)
c = len(a); d = len(b)
""",
}


def hidden_from_us() -> dict[str, Any]:
    """Functions that CPython has and that nothing is known of."""

    def change(*given: Any, **named: Any) -> None:
        for one in (*given, *named.values()):
            if isinstance(one, list):
                for inner in one:
                    change(inner)
                one.append(7)
            elif isinstance(one, dict):
                one["a"] = 99

    def change_object(one: Any) -> None:
        one.v = 7
        one.xs.append(3)

    class Holder:
        def __init__(self, items: Any) -> None:
            self.items = items

        def clear(self) -> None:
            self.items.clear()

    return {"change": change, "change_object": change_object, "keep": Holder, "register": lambda act: act()}


def python(text: str, seed: int) -> dict[str, Any] | None:
    """The names that CPython leaves; None where the program fails."""
    draw = random.Random(seed)
    names: dict[str, Any] = {"source": lambda: draw.choice(_UNKNOWNS), **hidden_from_us()}
    try:
        exec(compile(text, "program.py", "exec"), names)
    except (IndexError, KeyError):
        return None
    return names


@pytest.mark.parametrize("name", PROGRAMS)
def test_claims_hold(name: str) -> None:
    text = PROGRAMS[name]
    truths = [names for names in (python(text, seed) for seed in range(_DRAWS)) if names is not None]
    assert truths
    claimed, _ = run(text)
    wrong = [f"{one}: {found}" for one, value in claimed.items() if "~" not in one
             for truth in truths if one in truth and (found := disagreement(value, truth[one]))]  # fmt: skip
    assert wrong == []


def test_one_object_stays_known() -> None:
    """Only what stands for many loses by a change: a list that there is once does not."""
    names, _ = run(
        """
        rows = [[0] * 3 for _ in range(4)]
        rows[0].append(1)
        sizes = [len(row) for row in rows]
        total = []
        for i in range(unknown):
            row = [i, i]
            row.append(3)
            width = len(row)
            total.append(width)
        """
    )
    assert [item.payload for item in names["sizes"].items] == [4, 3, 3, 3]  # type: ignore[attr-defined]
    assert names["total"].rest.payload == 3  # type: ignore[attr-defined]


def test_one_analysis_leaves_nothing_to_the_next() -> None:
    """The modes of a library are one object for all programs."""
    run("""
        import torch
        def pieces():
            torch.set_default_dtype(torch.float64)
            with torch.no_grad():
                yield torch.zeros(2)
        made = pieces()
        torch.set_default_dtype(torch.float32)
    """)
    names, _ = run("""
        import torch
        torch.set_default_dtype(torch.float64)
        x = torch.zeros(2)
    """)
    assert str(names["x"]) == "f64[2]"
    run("import torch\ntorch.set_default_dtype(torch.float32)\n")
