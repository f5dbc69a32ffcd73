"""No declared function raises or touches the machine, whatever it is called with: programs are wrong, and values are
unknown."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

import pytest

from shapecheck.core.containers import Mapping, Sequence, Slice
from shapecheck.core.dim import Dim
from shapecheck.core.objects import Class, Instance
from shapecheck.core.plain import NONE, TRUE, Constant, Scalar
from shapecheck.core.shape import Shape
from shapecheck.core.tensor import Library, Tensor
from shapecheck.core.value import Arguments, Choice, Native, Unknown, Value
from shapecheck.frameworks import _PYTHON, find, load
from shapecheck.frameworks.declare import REGISTRY
from tests.fakes import FakeContext

for _roots in _PYTHON.values():
    for _root in _roots.split():
        load(_root)
ROOTS = {root for roots in _PYTHON.values() for root in roots.split()}
PATHS = sorted(p for p, what in REGISTRY.items() if p.partition(".")[0] in ROOTS and isinstance(what, Value))
_WORDS = (
    "default key start end sep type dest action nargs required choices repeat maxlen k n r fillvalue delimiter mode "
    "encoding reverse base init default_factory defaults dialect fieldnames iterable parents namespace args func"
)
KEYWORDS = _WORDS.split()


def values(chance: random.Random) -> Value:
    """Something a program may have in its hands."""
    dim = Dim.named("n")
    simple = [
        NONE,
        TRUE,
        Constant(0),
        Constant(-3),
        Constant(2.5),
        Constant("ab"),
        Constant(""),
        Constant("-x"),
        Constant(b"a"),
        Constant(float("nan")),
        Constant(float("inf")),
        Constant(10**30),
        Constant(dim),
        Constant(dim - 4),
        Constant(...),
        Constant("--name"),
        Constant(1j),
        Unknown("x"),
        Scalar("int"),
        Scalar("str"),
        Scalar("str", length=Dim.of(3)),
        Scalar("float", quotient=(dim, Dim.of(2))),
        Scalar("int", among=(1, 2)),
        Slice(),
        Slice(Constant(1), Constant(2)),
        Tensor(Shape.of(2, 3), "float32", Library("t", "t.Tensor")),
        Tensor(Shape.unknown(), None, Library("t", "t.Tensor")),
        Class("C"),
        Class("C", (Unknown("base"),)),
        Instance(Class("C")),
        Native("f", lambda c, a: Unknown("f")),
        Native("g", lambda c, a: a.positional[0] if a.positional else NONE),
        Choice([({1: True}, NONE), ({1: False}, TRUE)]),
    ]
    for path in ("builtins.int", "builtins.list", "builtins.dict", "builtins.object", "typing.List", "os.environ"):
        found = find(path)
        assert isinstance(found, Value)
        simple.append(found)
    kind = chance.randrange(5)
    if kind == 0:
        type_name = chance.choice(["list", "tuple", "set", "iterator", "range", "deque"])
        return Sequence(type_name, chance.choices(simple, k=chance.randrange(4)))
    if kind == 1:
        count = chance.choice([Dim.of(0), Dim.of(2), Dim.of(10**6), dim, Dim.unknown()])
        return Sequence("list", chance.choices(simple, k=chance.randrange(3)), chance.choice(simple), count)
    if kind == 2:
        return Mapping({"a": chance.choice(simple), 1: chance.choice(simple)}, chance.random() < 0.3)
    return chance.choice(simple)


_FORBIDDEN = ("subprocess.", "os.system", "os.exec", "os.remove", "os.rename", "os.mkdir", "socket.", "shutil.")
touched: list[str] = []
watching = False


def _watch(event: str, details: tuple[object, ...]) -> None:
    if watching:
        writes = event == "open" and isinstance(details[1], str) and not set(details[1]).isdisjoint("wax+")
        if writes or event.startswith(_FORBIDDEN):
            touched.append(f"{event} {details}")


sys.addaudithook(_watch)


class Keyboard:
    """Standard input that nobody may read."""

    def __getattr__(self, name: str) -> object:
        touched.append(f"stdin.{name}")
        raise EOFError


@pytest.fixture(autouse=True)
def hands_off(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is written, run, sent or read from the user."""
    global watching
    touched.clear()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", Keyboard())
        watching = True
        yield
        watching = False
    assert touched == []


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", PATHS)
def test_never_raises(path: str) -> None:
    found = REGISTRY[path]
    assert isinstance(found, Value)
    chance = random.Random(path)
    given = [Arguments((NONE,)), Arguments((Constant("a"),))]
    for number in range(25):
        positional = [values(chance) for _ in range(number % 5)]
        keywords = {chance.choice(KEYWORDS): values(chance) for _ in range(chance.randrange(3))}
        given.append(Arguments(positional, keywords, open=chance.random() < 0.1))
    for arguments in given:
        context = FakeContext()
        result = found.call(context, arguments)
        assert isinstance(result, Value)
        if isinstance(result, Instance):
            use(context, result, chance)


def use(context: FakeContext, instance: Instance, chance: random.Random) -> None:
    """Reads and calls what an instance of a library's class has."""
    instance.truth(context), instance.length(context), instance.elements(context)
    instance.item(context, values(chance))
    instance.binary(context, "/", values(chance), chance.random() < 0.5)
    names = [name for cls in instance.cls.mro() for name in cls.state if not name.startswith("__")]
    for name in [*names, "other", "parent", "value"]:
        member = context.attribute(instance, name)
        assert isinstance(member, Value)
        if isinstance(member, (Native, Class)) or member.kind == "method":
            arguments = Arguments(
                [values(chance) for _ in range(chance.randrange(4))], {chance.choice(KEYWORDS): values(chance)}
            )
            assert isinstance(context.call(member, arguments), Value)
