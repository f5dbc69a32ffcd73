"""Random programs over arrays, written line by line while NumPy runs them: a line that NumPy refuses is left out.

`source()` stands for what the analysis cannot know: a small whole number.
"""

from __future__ import annotations

import random
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

PRELUDE = "import numpy as np\nnp.random.seed(0)\nrng = np.random.default_rng(0)\n"
DTYPES = ("float64", "float32", "int64", "int32", "uint8", "bool", "float16", "int8", "complex64")
UNARY = "sqrt exp log abs square sign negative floor tanh cos isnan logical_not invert rint ceil log1p cbrt fix"
BINARY = "maximum minimum power hypot logical_and equal mod add divide fmax arctan2"
REDUCE = "sum mean max min prod std any all argmax argmin var ptp median cumsum count_nonzero nanmax average"
OPERATORS = "+ - * / // % ** == < >= & | ^ @ != > <="

CREATING = """
np.zeros({sizes}{dtype}) | np.ones({sizes}{dtype}) | np.array({literal}{dtype}) | np.array({literal}{dtype})
np.full({sizes}, {number}{dtype}) | np.arange({most}{dtype}) | np.arange({few}, {most}{dtype})
np.arange(1, {most}, 2) | np.arange(12.0).reshape({side}, -1) | np.arange({few}6.0).reshape(-1, 2)
np.eye({few}{dtype}) | np.identity({few}{dtype}) | np.linspace(0, {few}, {side}) | np.{like}({any})
np.random.randint(0, {side}, size={sizes}) | rng.integers({side}, size={sizes}) | np.random.rand(*{sizes})
rng.normal(size={sizes}) | np.random.permutation({side}) | np.random.uniform(-1, {side}, {sizes})
np.random.choice({side}, {sizes}) | np.random.permutation({any})
np.random.randint({side}, size={sizes}).astype('uint8')
"""
ELEMENTWISE = """
np.{unary}({name}) | np.{unary}({name}) | {name}.astype({to}) | np.where({name} > {number}, {operand}, {operand})
np.clip({name}, {few}, 4) | np.{binary}({name}, {operand}) | {sign}({name}) | {name} {operator} {same}
{name} {operator} {same} | {name} {operator} {operand} | {operand} {operator} {name} | {name} {operator} {operand}
"""
REDUCING = """
np.{reduce}({name}) | np.{reduce}({name}, axis={axis}) | np.{reduce}({name}, axis={axis}, keepdims=True)
{name}.{reduce}() | {name}.{reduce}(axis={axis}) | {name}.{reduce}(keepdims=True) | {name}.{reduce}(axis=(0, -1))
"""
MOVING = """
{name}.T | {name}.reshape(-1) | {name}.reshape({factor}, -1) | {name}.ravel() | {name}.flatten() | {name}.copy()
np.swapaxes({name}, {axis}, {axis}) | np.expand_dims({name}, {axis}) | np.squeeze({name}) | np.flip({name}, {axis})
np.roll({name}, 1, axis={axis}) | np.tile({name}, 2) | np.tile({name}, (2, 1)) | np.repeat({name}, 2, axis={axis})
np.moveaxis({name}, {axis}, {axis}) | np.broadcast_to({name}, (2, *{name}.shape)) | np.sort({name}, axis={axis})
np.atleast_2d({name}) | {name}.transpose({order}) | np.rot90({name}) | np.argsort({name})
np.diff({name}, axis={axis}) | np.unique({name}) | np.pad({name}, 1) | np.pad({name}, ((1, 0),)) | np.diagonal({name})
np.triu({name}) | np.nonzero({name})[0] | np.diag({name}) | {name}.reshape({name}.shape[0], -1) | np.fliplr({name})
np.take({name}, [0], axis={axis}) | np.delete({name}, 0, axis={axis}) | np.asarray({name}, 'float32')
"""
JOINING = """
np.concatenate([{given}]) | np.concatenate(({given},), axis={axis}) | np.stack([{given}], axis={axis})
np.vstack([{given}]) | np.hstack([{given}]) | np.array([{given}]) | np.append({name}, {same}) | np.c_[{given}]
np.r_[{given}] | np.array([r for r in {full}]) | np.column_stack([{given}]) | np.array_split({name}, 2)[0]
np.array_split({name}, 2)[1] | np.split({name}, [1])[0] | np.split({name}, [1])[1] | [*{name}][0]
np.stack([r * 2 for r in {full}]) | np.insert({name}, 0, 1, axis={axis}) | np.dstack([{given}])
"""
PLAIN = """
{name}.shape | len({name}) | {name}.tolist() | list({name}) | {name}.shape[-1] | {name}.ndim | float({name}.sum())
{name}.dtype | {name}.size | int(np.prod({name}.shape)) | sum({full}) | max({name}.shape) | [int(x) for x in {name}]
{name}.max().item() | {name} in [1] | {name}.flat[0] | [a.sum() for a in {name}] | dict(a={name}, b=1)['a']
np.zeros({name}.shape) | tuple({name}.shape) | np.ones(len({name})) | {name}.nbytes | np.array_equal({name}, {name})
bool(({name} > 1).any())
"""
LABELLING = """
np.eye({side})[{label}] | np.bincount({label}) | np.eye(np.max({label}) + 1)[{label}] | np.unique({label}).size
{label} % {side} | np.argmax({any}, axis=-1) | (np.arange({side}) == {label}[..., None]).astype(float)
np.arange(6) % {side} | {label}.reshape(-1, 1).astype('float32') | np.array([{label}, {label}])
np.take(np.eye(9), {label}, axis=0) | np.random.randint(0, {side}, size=200)
np.random.randint(0, {side}, size=(150, 1)) | {many}[np.random.permutation(len({many}))] | {many}[:150] | {many}[:-20]
np.sort({many}) | np.unique({many}) | np.random.permutation(len({many}))[:100] | {many}[np.argsort({many}[:, 0])]
len(np.unique({many})) | np.max({many}) + 1 | np.random.choice({side}, 160)
np.random.choice(200, 100, replace=False) | np.unique({many}, return_inverse=True)[1] | {many} - {many}.min()
{many}[{label}] | np.arange(120) % {side}
"""
MULTIPLYING = """
{name} @ {factors} | np.dot({name}, {factors}) | np.matmul({name}, {factors}) | {name} @ {name}.T
np.einsum('ij,jk->ik', {name}, {factors}) | np.outer({name}, {factors}) | np.linalg.norm({name}, axis=-1)
np.tensordot({name}, {factors}, 1) | np.linalg.inv({square} + np.eye(len({square}))) | np.trace({square})
np.cov({name}) | np.linalg.svd({name})[1] | np.einsum('...i->...', {name}) | np.inner({name}, {name})
np.meshgrid({name}, {factors})[0] | np.cross({name}, {name}) | np.linalg.det({square})
"""
CHANGING = """
{name}[{index}] = {value} | {name}[{index}] = {value} | {name}[{index}] {change}= {value} | {name} {change}= {value}
{name} {change}= {value} | {name}.fill({number}) | {name}.sort() | np.random.shuffle({name}) | {name}.T[0] = {value}
{name}.flat[0] = {value} | np.add({name}, {value}, out={name}) | np.copyto({name}, {value})
np.fill_diagonal({name}, 3) | for {new} in {full}: {new}[...] = {value} | for {new} in {full}: {new} {change}= {value}
{unpacked}, = {name}.shape | for {new} in range(3): {name} = {name} + {value} | {name}.shape = (-1,)
{name}.ravel()[0] = {value} | for {new}, {other} in enumerate({name}): {other} = {other} * 2
{new} = {name}; {new}[{index}] = {value} | {new}, *{other} = {name}
{new} = [{name}, {any}, {any}]; {other} = np.array({new}, dtype=object) | def {new}(x, y=1): return x * y
{new} = (lambda x, y=1: x * y)({name}, {value}) | np.add.at({name}, 0, 1)
{new} = [{other} for {other} in {full}]; {new}.append({full}[0]); {other} = np.array({new}) | np.put({name}, [0], 5)
{new} = {name}.reshape(-1); {new}[:1] = {value}
"""
UNCERTAIN = """
if source() > 1: {name} = {made} | if source() > 2: {name}[{index}] = {value} | {new} = {name}[:source()]
for {new} in range(source()): {name} = {name} + 1 | {new} = {name}[source() - 1]
{new} = {made} if source() > 1 else {any} | {new} = np.zeros((source(), 3)) | {new} = np.arange(source())
"""


WRONG_ONCE = """
v1 = np.array([2.0, 1.5, 1.0]); v2 = v1[:]; v2 += v1; v2.T[0] = True

v1 = np.array([[5], [8], [5]])
for v2 in v1: v2 &= 9

v1 = np.arange(5); v2 = v1[2:0:-1]; v2[v2 > 1] = 0; v3 = np.array([4, 2, 5]); v4 = np.broadcast_to(v3, (2, 3))
v3.ravel()[0] = 9; v5 = np.eye(2) * 3; v6 = np.diag(v5); v5.fill(7)

v1 = np.full((2, 3), 0.5, dtype=int); v2 = np.full(3, 1.5, dtype=bool)

v1 = np.arange(8); v2 = np.zeros((3, 3)); v3 = np.array([v1, v2, v1], dtype=object); v4 = v3[0]; np.random.shuffle(v4)

v1 = np.ones(3); v2 = np.ones((3, 3)); v3 = v2[v2 > 2]; v4 = np.array([v1, v3, v1], dtype=object); v5 = v3 + 1

v1 = np.array([3.5, 0.0, 2.0], dtype='complex64'); v2 = v1.astype('int64'); v3 = np.zeros(3)
v4 = np.sqrt(v3 - 1).astype('int8')

v1 = np.ones((2, 2), int); v2 = np.array([v1, v1], dtype=object); v3 = [a.sum() for a in v2]
v4 = np.mean(v2); v5 = v2[0, 0] @ v1

v1 = np.array([1, 0, 4, 2]); v2 = v1.reshape(4, -1); np.random.shuffle(v2); v3 = v1[1:]; v3.sort()

v1 = np.eye(2); v2 = np.atleast_2d(v1); v2.shape = (-1,); v3 = np.eye(1)[:, np.zeros(2, int), ...]

v1 = np.array([[4, 6], [7, 1]]); v2 = v1[source() - 1]; v2.fill(0); v3 = np.full((3, 3), 10.0)
v4 = v3[np.ix_([0], [0, 0])]
v5 = v4.transpose(0, 1); v5 += 1

v1 = np.ones((source(), 3)); v2 = np.einsum('ij,jk->ik', v1[:, :1], v1) if source() > 5 else v1; v3 = np.tile(v1, 2)

v1 = np.identity(0); v2 = v1[[[0], [0]], []]; v3 = np.identity(1, dtype=int)[v1 > 2]; v4 = np.zeros((0, 3))[:, None] * 2

v1 = np.arange(6.0) % 4; v2 = np.where(np.arange(3) > 1, np.zeros(3, 'uint8'), -1); v3 = np.sum([True, False]) / 2

v1 = np.ones(3, 'f4') + np.finfo(float).eps; v2 = np.linspace(np.ones(2, 'f4'), 2, 3)
v3 = np.minimum.outer(np.ones(2, 'f4'), 1.0)

v1 = np.random.uniform(3, 2, 5); v2 = np.repeat([1, 2, 3], [0, 2, 1]); v3 = np.array(5, 'int32'); v3 *= np.int64(2)
"""
"""What something false was once said of."""


class Writer:
    """Writes one program. `names` is what it has bound so far, and what that holds."""

    def __init__(self, seed: int, size: int = 14, certain: bool = True) -> None:
        self.random = random.Random(seed)
        self.size = size
        self.certain = certain
        self.lines: list[str] = []
        self.names: dict[str, Any] = {"source": lambda: self.random.randrange(1, 4)}
        self.number = 0

    def pick(self, *options: Any) -> Any:
        return options[self.random.randrange(len(options))]

    def below(self, number: int) -> int:
        return self.random.randrange(number)

    def program(self) -> str:
        exec(PRELUDE, self.names)
        for _ in range(2):
            self.attempt(f"{self.fresh()} = {self.of(CREATING)}")
        for _ in range(self.size * 4):
            if len(self.lines) < self.size:
                self.statement()
        return PRELUDE + "\n".join(self.lines) + "\n"

    def statement(self) -> None:
        tables = [CREATING, ELEMENTWISE, ELEMENTWISE, REDUCING, MOVING, MOVING, JOINING, PLAIN, LABELLING, MULTIPLYING]
        at = self.below(20)
        if at > 14:
            self.attempt(self.of(CHANGING if self.certain or self.below(3) else UNCERTAIN))
            return
        made = self.of(tables[at]) if at < len(tables) else "{name}[{index}]".format_map(_Parts(self))
        target = self.fresh() if self.below(5) or not self.arrays() else self.array()
        self.attempt(f"{target} = {made}")

    def of(self, table: str) -> str:
        """One of the table, with its places filled in."""
        options = [option.strip() for line in table.strip().splitlines() for option in line.split(" | ")]
        return str(self.pick(*options)).format_map(_Parts(self))

    def attempt(self, line: str) -> None:
        """Adds the line, if NumPy runs it."""
        with warnings.catch_warnings(), np.errstate(all="ignore"), suppress(Exception):
            warnings.simplefilter("ignore")
            exec(line, self.names)
            self.lines.append(line)

    # -- names -------------------------------------------------------------------------------------------------

    def fresh(self) -> str:
        self.number += 1
        return f"v{self.number}"

    def arrays(self, test: Callable[[Any], bool] = lambda array: True) -> list[str]:
        return [name for name, held in self.names.items() if isinstance(held, np.ndarray) and test(held)]

    def array(self, test: Callable[[Any], bool] = lambda array: True) -> str:
        """The name of an array of that kind, one of the last; or an expression that makes one."""
        return str(self.pick(*self.arrays(test)[-6:] or ["np.arange(6.0).reshape(2, 3)"]))

    def index(self, array: Any) -> str:
        """Something between brackets that fits most times."""
        parts = []
        for length in array.shape[: self.below(array.ndim + 1) + 1]:
            parts.append(self.part(length))
            if not self.below(6):
                parts.append(str(self.pick("None", "np.newaxis", "...")))
        whole = (f"{self.array()} > 2", "np.ix_([0], [1, 0])", f"np.argsort({self.array(lambda a: a.ndim == 1)})",
                 f"({', '.join(parts) or '...'},)", f"..., {', '.join(parts) or '0'}")  # fmt: skip
        return ", ".join(parts) or "..." if self.below(12) else str(self.pick(*whole))

    def part(self, length: int) -> str:
        one = self.below(max(length, 1))
        small = self.arrays(lambda a: bool(a.dtype.kind in "iu" and a.size and a.min() >= 0 and a.max() < length))
        first, last = self.pick("", self.below(3), -self.below(4)), self.pick("", self.below(6), -self.below(3))
        step = self.pick("", "", "", ":2", ":-1", ":-2", ":1")
        return str(self.pick(
            one, -1, 0, one - length, ":", ":", *[f"{first}:{last}{step}"] * 3, f"np.array([{one}, 0])", "np.int64(0)",
            "[[0], [0]]", [self.below(max(length, 1)) for _ in range(self.below(4))], self.pick(*small or "0"),
            [bool(self.below(2)) for _ in range(length)], f"np.arange({length})",
        ))  # fmt: skip


class _Parts(dict[str, str]):
    """What a place in a line is filled with; a name stays the same within the line."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer

    def __missing__(self, key: str) -> str:
        made = str(getattr(self, f"_{key}")())
        if key in ("name", "new", "other", "full", "label", "many", "square", "index"):
            self[key] = made
        return made

    def held(self) -> Any:
        found = self.writer.names.get(self["name"])
        return found if isinstance(found, np.ndarray) else np.arange(6.0).reshape(2, 3)

    def _name(self) -> str:
        return self.writer.array()

    _any = _name

    def _new(self) -> str:
        return self.writer.fresh()

    _other = _new

    def _full(self) -> str:
        """An empty list makes an array of its own kind, so where that may be so nothing is looped over."""
        return self.writer.array(lambda a: bool(a.size) and self.writer.certain)

    def _label(self) -> str:
        return self.writer.array(lambda a: a.dtype.kind in "iu" and a.size > 0)

    def _many(self) -> str:
        return self.writer.array(lambda a: a.ndim > 0 and len(a) > 99)

    def _same(self) -> str:
        shape = self.held().shape
        return self.writer.array(lambda a: a.shape == shape)

    def _square(self) -> str:
        return self.writer.array(lambda a: a.ndim > 1 and a.shape[-1] == a.shape[-2])

    def _factors(self) -> str:
        last = (1, *self.held().shape)[-1]
        return self.writer.array(lambda a: a.ndim > 0 and a.shape[-2 if a.ndim > 1 else 0] == last)

    def _given(self) -> str:
        rank = self.held().ndim
        parts = [self["name"], self._same(), self.writer.array(lambda a: a.ndim == rank)]
        return ", ".join(self.writer.random.sample(parts, self.writer.below(3) + 1))

    def _index(self) -> str:
        return self.writer.index(self.held())

    def _axis(self) -> str:
        return str(self.writer.pick(0, -1, self.writer.below(max(self.held().ndim, 1))))

    def _order(self) -> str:
        rank = self.held().ndim
        return ", ".join(map(str, self.writer.random.sample(range(rank), rank)))

    def _factor(self) -> int:
        size = self.held().size
        return int(self.writer.pick(*[n for n in range(1, size + 1) if size % n == 0] or [0]))

    def _sizes(self) -> str:
        pick, many = self.writer.pick, self.writer.below(3) + 1
        return f"({', '.join(str(pick(1, 2, 3, 4, 2, 3, 5, pick(0, 1))) for _ in range(many))},)"

    def _literal(self) -> str:
        below = self.writer.below
        shape = (self.writer.pick(1, 2, 3, 5, 0), self.writer.pick(1, 2, 4))[: below(2) + 1]
        values = np.array([below(9) for _ in range(int(np.prod(shape)))]).reshape(shape)
        return repr((values / 2 if below(2) else values).tolist())

    def _dtype(self) -> str:
        return str(self.writer.pick("", "", ", dtype=int", f", dtype='{self.writer.pick(*DTYPES)}'"))

    def _to(self) -> str:
        return str(self.writer.pick(*map(repr, DTYPES), "int", "float", "np.float32", "bool"))

    def _number(self) -> str:
        return str(self.writer.pick("2", "3", "0", "-1", "1.5", "0.5", "True", "7", "10", "100"))

    def _operand(self) -> str:
        return self.writer.array() if self.writer.below(3) else self._number()

    def _value(self) -> str:
        name, number = self["name"], self._number()
        part = f"{name}[{self['index']}]"
        return str(self.writer.pick(number, number, self._operand(), f"{part} * 2", f"{name}.max() + 1"))

    def _made(self) -> str:
        return self.writer.of(self.writer.pick(CREATING, ELEMENTWISE, MOVING))

    def _unpacked(self) -> str:
        return ", ".join(self.writer.fresh() for _ in range(max(self.held().ndim, 1)))

    def _few(self) -> int:
        return self.writer.below(4)

    def _side(self) -> int:
        return self.writer.below(6) + 1

    _most = _side

    def _word(self, words: str) -> str:
        return str(self.writer.pick(*words.split()))

    def _like(self) -> str:
        return self._word("zeros_like ones_like empty_like copy asarray array")

    def _unary(self) -> str:
        return self._word(UNARY)

    def _binary(self) -> str:
        return self._word(BINARY)

    def _reduce(self) -> str:
        return self._word(REDUCE)

    def _operator(self) -> str:
        return self._word(OPERATORS)

    def _change(self) -> str:
        return self._word("+ - * / // % ** & |")

    def _sign(self) -> str:
        return self._word("- ~ + abs")


def run(text: str, seed: int) -> dict[str, Any] | None:
    """What NumPy leaves in the names of a program; None where it fails for these unknowns."""
    draw = random.Random(seed)
    names: dict[str, Any] = {"source": lambda: draw.randrange(1, 4)}
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            exec(text, names)
        except Exception:
            return None
    return names
