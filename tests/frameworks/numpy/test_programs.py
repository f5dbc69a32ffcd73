"""NumPy in programs: what names hold, and which lines are refused, against NumPy itself."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent
from typing import Any

import numpy as np
import pytest

from shapecheck.core.plain import Constant
from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Value

from ...programs import run

PROGRAMS = {
    "network": """
        class Net:
            def __init__(self, sizes):
                self.w = [np.random.randn(m, n) * 0.1 for m, n in zip(sizes[:-1], sizes[1:])]
                self.b = [np.zeros((1, n)) for n in sizes[1:]]
            def forward(self, x):
                self.a = [x]
                for w, b in zip(self.w, self.b):
                    x = 1 / (1 + np.exp(-(np.dot(x, w) + b)))
                    self.a.append(x)
                return x
            def backward(self, y, lr):
                d = (self.a[-1] - y) / y.shape[0]
                for i in range(len(self.w) - 1, -1, -1):
                    dw = self.a[i].T @ d
                    db = d.sum(axis=0, keepdims=True)
                    d = d @ self.w[i].T * self.a[i] * (1 - self.a[i])
                    self.w[i] -= lr * dw
                    self.b[i] -= lr * db
        x = np.random.rand(50, 4)
        labels = np.random.randint(0, 3, size=50)
        y = np.eye(3)[labels]
        net = Net([4, 6, 3])
        out = net.forward(x)
        net.backward(y, 0.1)
        pred = np.argmax(out, axis=1)
        correct = pred == labels
        accuracy = correct.mean()
        w0, w1 = net.w
    """,
    "iteration": """
        x = np.arange(12).reshape(3, 4)
        for row in x:
            pass
        first, *others = x
        p, q = np.array([3, 4])
        pairs = [(i, v) for i, v in enumerate(x.T)]
        i, col = pairs[0]
        rows = np.array([r * 2 for r in x])
        total = sum(r for r in x)
        h, w = x.shape
        flat = np.zeros(h * w)
        zipped = np.array(list(zip([1, 2], [3, 4])))
    """,
    "objects": """
        f = np.vectorize(lambda v: v + 1)(np.zeros((2, 3)))
        g = np.mgrid[0:5, 0:3]
        h = np.r_[1:4, 0, 9]
        i = np.c_[np.ones(3), np.zeros(3)]
        j = np.apply_along_axis(lambda v: v[:2], 1, np.zeros((4, 5)))
        k = np.fromfunction(lambda a, b: a + b, (3, 4))
        l = np.add.reduce(np.ones((3, 4)))
        m = np.maximum.accumulate([1, 3, 2])
        n = np.zeros(5)[np.s_[1:3]]
        rng = np.random.default_rng(0)
        o = rng.normal(size=(2, 3))
        state = np.random.RandomState(1)
        p = state.rand(4, 2)
        q = rng.permutation(7)
        r = np.float32([1, 2])
        s = np.int64(3) * np.ones(2, np.float32)
        t = np.array([1.5, 2.5]).astype(int)
    """,
    "sizes": """
        shape = (2, 3, 4)
        n = int(np.prod(shape))
        a = np.zeros(n).reshape(np.prod(shape[:2]), -1)
        b = np.zeros(np.array(shape) * 2)
        c = np.zeros(int(np.ceil(10 / 4)))
        d = np.zeros(int(np.sqrt(49)))
        e = np.zeros(np.cumsum([1, 2, 3])[-1])
        f = np.zeros(len(np.arange(0, 1, 0.1)))
        g = np.zeros(np.max([4, 9]))
        k = np.array(shape)
        h = np.zeros((k[0], k[-1]))
    """,
    "writes": """
        x = np.zeros((4, 4), dtype=int)
        x[0] = np.arange(4)
        x[:, 1] += 2
        y = x.reshape(2, 8)
        y[0, 0] = 100
        x[np.arange(4), [0, 1, 2, 3]] = 1
        np.fill_diagonal(x, 5)
        np.random.shuffle(x)
        z = x
        z += 1
        total = x.sum(axis=1)
        out = np.empty((4, 4))
        np.multiply(x, 2, out=out)
    """,
}


def _claims(value: Value) -> Any:
    return value if isinstance(value, Tensor) else None


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs(name: str) -> None:
    """Every array has the shape, the dtype and the range that the real one has."""
    source = "import numpy as np\n" + dedent(PROGRAMS[name])
    names, machine = run(source)
    assert not [call.mismatch for call in machine.trace.calls if call.mismatch]
    assert not machine.trace.gaps
    real: dict[str, Any] = {"__name__": "program"}
    exec(source, real)
    seen = 0
    for key, value in names.items():
        if key not in real:  # the variable of a comprehension
            continue
        if isinstance(value, Tensor):
            _same(key, value, np.asarray(real[key]))
            seen += 1
        elif isinstance(value, Constant) and isinstance(real[key], int):
            assert value.payload == real[key], key
    assert seen >= 4


def _same(name: str, mine: Tensor, real: Any) -> None:
    assert mine.shape.numbers == real.shape, (name, mine)
    assert mine.dtype in (None, real.dtype.name), (name, mine)
    if mine.facts.low is not None and real.size:
        assert mine.facts.low <= real.min(), (name, mine.facts)
    if mine.facts.high is not None and real.size:
        assert mine.facts.high >= real.max(), (name, mine.facts)


REFUSED = {
    "a = np.zeros((4, 1)); a += np.zeros(4)": "elementwise-shape-mismatch",
    "a = np.arange(4); a /= 2": "inplace-dtype-cast",
    "np.zeros((2, 3)) @ np.zeros((2, 3))": "matmul-shape-mismatch",
    "np.dot(np.zeros((2, 3)), np.zeros((2, 3)))": "matmul-shape-mismatch",
    "np.zeros((2, 3)) + np.zeros(2)": "elementwise-shape-mismatch",
    "np.zeros((2, 3)).reshape(4, 2)": "view-size-mismatch",
    "np.zeros((2, 3))[:, 3]": "dim-out-of-range",
    "np.zeros(3)[0, 1]": "dim-out-of-range",
    "np.zeros(3)[[0.5, 1.0]]": "index-dtype",
    "np.eye(3)[np.array([0, 1, 3])]": "dim-out-of-range",
    "np.array([[1, 2], [3]])": "ragged-array",
    "np.concatenate([np.zeros((2, 3)), np.zeros(3)])": "cat-rank-mismatch",
    "np.hstack([np.zeros((2, 3)), np.zeros((3, 3))])": "concat-shape-mismatch",
    "np.stack([np.zeros(2), np.zeros(3)])": "collate-unequal-sizes",
    "np.sum(np.zeros(3), axis=1)": "dim-out-of-range",
    "np.transpose(np.zeros((2, 3)), (0, 1, 2))": "permute-rank-mismatch",
    "np.squeeze(np.zeros((2, 3)), 0)": "view-size-mismatch",
    "np.einsum('ij,jk', np.zeros((2, 3)), np.zeros((2, 3)))": "einsum-operand-mismatch",
    "np.random.choice(3, 5, replace=False)": "sample-count-mismatch",
    "np.split(np.zeros(5), 2)": "view-size-mismatch",
    "x = np.zeros((2, 3)); x[0] = np.zeros(2)": "elementwise-shape-mismatch",
    "x = np.zeros((4, 3)); x[np.zeros(3, bool)]": "elementwise-shape-mismatch",
    "np.linalg.inv(np.zeros((2, 3)))": "matmul-shape-mismatch",
}


@pytest.mark.parametrize("line", REFUSED)
def test_refused(line: str) -> None:
    """NumPy raises, and the words quoted as what the run would have said are found in its message."""
    _, machine = run("import numpy as np\n" + line)
    (call,) = [call for call in machine.trace.calls if call.mismatch]
    assert call.mismatch is not None and call.mismatch.kind == REFUSED[line]
    with pytest.raises((ValueError, IndexError, TypeError, np.linalg.LinAlgError)) as caught:
        exec(f"import numpy as np\n{line}", {})
    spoken = str(caught.value).strip()
    assert any(words.strip() in spoken for words in call.mismatch.runtime), (call.mismatch.runtime, spoken)


FINE = [
    "loss = 0\nfor x in np.zeros((3, 2)):\n    loss += x.sum()\nloss += np.zeros(4)",
    "total = np.sum([1.0, 2.0]); total += np.zeros((2, 2))",
    "a = np.zeros((3, 1)); a = a + np.zeros(4)",
    "np.array([[1, 2], [3]], dtype=object)",
    "x = np.zeros((3, 4)); x[:, None] *= 2; x[...] = 1",
    "x = np.zeros((2, 3)); x[0] = np.zeros((1, 3))",
    "for n in (2, 3):\n    y = np.zeros((n, 4)) @ np.zeros((4, n))",
    "x = np.empty(0); x = np.append(x, 3.0); x = np.concatenate([x, np.zeros(2)])",
    "x = None\nfor i in range(3):\n    x = np.zeros((1, 2)) if x is None else np.vstack([x, np.zeros((1, 2))])",
    "a = np.zeros(3)\nif a.any() and len(a) > 2 and a.shape == (3,): a = a.reshape(3, 1)\na + np.zeros((3, 1))",
    "x = np.zeros((3, 3)); x.flat[::4] = np.exp(1.0); y = x.flat[2:5] + np.zeros(3)",
    "import sys\nwords = set().union(*[list(one) for one in sys.argv])\nif words: np.array(sorted(words))[0]",
    "import sys\nn = int(sys.argv[1]) if len(sys.argv) > 1000 else 3\nnp.zeros((n, 2)) + np.zeros(2)",
]


@pytest.mark.parametrize("source", FINE)
def test_no_false_alarm(source: str) -> None:
    exec("import numpy as np\n" + source, {})
    _, machine = run("import numpy as np\n" + source)
    assert not [call.mismatch for call in machine.trace.calls if call.mismatch]


def test_an_array_that_changes_its_shape() -> None:
    """After `x.shape = ...` and `x.resize(...)` the old shape is not believed any more, by any name of the array."""
    _, machine = run(
        """
        import numpy as np
        x = np.zeros((2, 3))
        alias = x
        x.shape = (3, 2)
        y = alias @ np.zeros((2, 2))
        z = np.zeros(4)
        z.resize((2, 3))
        w = z @ np.zeros((3, 2))
        """
    )
    assert not [call.mismatch for call in machine.trace.calls if call.mismatch]


def test_what_is_written_is_forgotten() -> None:
    """A range is not believed after a write, through whatever view."""
    source = """
        import numpy as np
        labels = np.zeros(10, dtype=int)
        view = labels.reshape(2, 5)[0]
        view[0] = 100
        other = np.ones(3)
        {write}
    """
    for write in ("np.add.at(other, 0, 5)", "np.put(other, 0, 9)", "np.copyto(other, 7)", "other.fill(9)",
                  "np.add(other, 9, out=other)", "other[1:][0] = 9", "other += 9"):  # fmt: skip
        names, _ = run(source.format(write=write))
        for name in ("labels", "other"):
            value = names[name]
            assert isinstance(value, Tensor) and value.facts.high is None, (write, name)


def test_methods_of_generators_need_nothing_before() -> None:
    """What declares the classes of generators finds their methods, whichever name a program uses first."""
    program = "from numpy import random as r\nx = r.default_rng(0).normal(size=(2, 3))\ny = r.RandomState(1).rand(4)"
    code = f"from tests.programs import run; print([str(run({program!r})[0][name]) for name in 'xy'])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "['f64[2, 3]', 'f64[4]']"
