"""Parts of the standard library as scripts use them: what the interpreter has after a few lines."""

from __future__ import annotations

from typing import Any

import pytest

from shapecheck.core.containers import Mapping, Sequence
from shapecheck.core.convert import to_python, to_value
from shapecheck.core.objects import Class, Instance
from shapecheck.core.outcome import Undecided
from shapecheck.core.plain import Constant, Scalar
from shapecheck.core.value import Arguments, Native, Never, Unknown, Value
from shapecheck.frameworks import find
from tests.fakes import FakeContext, run


def told(value: Value) -> Any:
    """The value in Python; the name of its type where that is all that is known; None if nothing is."""
    try:
        return to_python(value)
    except Undecided:
        return value.type_name if isinstance(value, (Scalar, Sequence)) else None


def method(context: FakeContext, owner: Value, name: str, *positional: Any, **keywords: Any) -> Value:
    arguments = Arguments([to_value(one) for one in positional], {key: to_value(one) for key, one in keywords.items()})
    return context.call(context.attribute(owner, name), arguments)


def the(path: str) -> Value:
    found = find(path)
    assert isinstance(found, Value)
    return found


def parsed(context: FakeContext, *options: tuple[tuple[str, ...], dict[str, Any]], words: Any = None) -> dict[str, Any]:
    parser = run(context, "argparse.ArgumentParser", description=Constant("x"))
    for flags, how in options:
        method(context, parser, "add_argument", *flags, **how)
    space = method(context, parser, "parse_args", *([] if words is None else [words]))
    assert isinstance(space, Instance)
    return {name: told(value) for name, value in space.visible()}


def test_argparse_defaults() -> None:
    context = FakeContext()
    whole, text, real = the("builtins.int"), the("builtins.str"), the("builtins.float")
    found = parsed(
        context,
        (("--batch-size", "-b"), {"type": whole, "default": 64}),
        (("--lr",), {"type": real, "default": "1e-3"}),
        (("--name",), {"type": text}),
        (("--cuda",), {"action": "store_true"}),
        (("--no-bias",), {"action": "store_false", "dest": "bias"}),
        (("-v",), {"action": "count", "default": 0}),
        (("--sizes",), {"nargs": "+", "type": whole, "default": [8, 16]}),
        (("data",), {}),
        (("epochs",), {"type": whole}),
        (("extra",), {"nargs": "?", "default": 3}),
        (("--width",), {"type": whole, "required": True}),
        (("--pair",), {"type": whole, "required": True, "nargs": 2}),
    )
    assert found == {
        "batch_size": 64, "lr": 0.001, "name": None, "cuda": False, "bias": True, "v": 0, "sizes": [8, 16],
        "data": "str", "epochs": "int", "extra": 3, "width": "int", "pair": "list",
    }  # fmt: skip


def test_argparse_with_the_words_given() -> None:
    options = ((("--n",), {"type": the("builtins.int"), "default": 8}), (("--m",), {"default": 4}))
    assert parsed(FakeContext(), *options, words=[]) == {"n": 8, "m": 4}
    assert parsed(FakeContext(), *options, words="") == {"n": 8, "m": 4}
    assert parsed(FakeContext(), *options, words=["--n", "9"]) == {"n": 9, "m": 4}
    assert parsed(FakeContext(), *options, words=["--n=9"]) == {"n": 9, "m": 4}


def test_argparse_groups_and_commands() -> None:
    context = FakeContext()
    parser = run(context, "argparse.ArgumentParser")
    group = method(context, parser, "add_argument_group", "model")
    method(context, group, "add_argument", "--width", default=3)
    commands = method(context, parser, "add_subparsers", dest="command")
    train = method(context, commands, "add_parser", "train")
    method(context, train, "add_argument", "--epochs", default=5)
    method(context, train, "set_defaults", mode="fast")
    method(context, parser, "set_defaults", width=7)
    both = method(context, parser, "parse_known_args")
    assert isinstance(both, Sequence)
    space = both.items[0]
    assert isinstance(space, Instance)
    assert {name: told(value) for name, value in space.visible()} == {
        "width": 7, "command": None, "epochs": 5, "mode": "fast",
    }  # fmt: skip
    assert told(context.item(run(context, "builtins.vars", space), Constant("width"))) == 7


def a_class(context: FakeContext, name: str, notes: dict[str, Value], members: dict[str, Any], *bases: Value) -> Class:
    state: dict[str, Value] = {key: to_value(member) for key, member in members.items()}
    state["__annotations__"] = Mapping(dict(notes.items()))
    return Class(name, bases, state)


def test_dataclass() -> None:
    context = FakeContext()
    kind = the("builtins.int")
    made = run(context, "dataclasses.field", default_factory=Native("f", lambda context, arguments: to_value([1])))
    plain = run(context, "dataclasses.field", default=Constant(4))
    cls = a_class(context, "C", {"a": kind, "b": kind, "c": kind, "d": kind}, {"b": 2, "c": made, "d": plain})
    assert run(context, "dataclasses.dataclass", cls) is cls
    one = context.call(cls, Arguments((Constant(1),), {"d": Constant(5)}))
    assert [told(context.attribute(one, name)) for name in "abcd"] == [1, 2, [1], 5]
    other = context.call(cls, Arguments((Constant(1), Constant(9))))
    assert [told(context.attribute(other, name)) for name in "abcd"] == [1, 9, [1], 4]
    assert context.attribute(one, "c") is not context.attribute(other, "c")
    assert told(run(context, "dataclasses.asdict", one)) == {"a": 1, "b": 2, "c": [1], "d": 5}
    changed = run(context, "dataclasses.replace", one, a=Constant(7))
    assert told(context.attribute(changed, "a")) == 7
    below = a_class(context, "D", {"e": kind}, {"e": 6}, cls)
    decorator = run(context, "dataclasses.dataclass", frozen=Constant(True))
    context.call(decorator, Arguments((below,)))
    last = context.call(below, Arguments((Constant(1),)))
    assert [told(context.attribute(last, name)) for name in "abde"] == [1, 2, 4, 6]


def test_post_init() -> None:
    context = FakeContext()

    def after(context: Any, arguments: Arguments) -> Value:
        arguments.positional[0].set_attribute(context, "twice", Constant(2))
        return Constant(None)

    cls = a_class(context, "C", {"a": the("builtins.int")}, {"__post_init__": Native("after", after)})
    run(context, "dataclasses.dataclass", cls)
    assert told(context.attribute(context.call(cls, Arguments((Constant(1),))), "twice")) == 2


def test_named_tuples() -> None:
    context = FakeContext()
    point = run(context, "collections.namedtuple", Constant("P"), Constant("x, y"), defaults=to_value((5,)))
    made = context.call(point, Arguments((Constant(1),)))
    assert told(made) == (1, 5)
    assert told(context.attribute(made, "y")) == 5
    kind = the("builtins.int")
    cls = a_class(context, "Q", {"a": kind, "b": kind}, {"b": 3}, the("typing.NamedTuple"))
    made_of = cls.find("__init_subclass__")
    assert made_of is not None
    context.call(made_of, Arguments((cls,)))
    found = context.call(cls, Arguments((), {"a": Constant(1)}))
    assert told(found) == (1, 3)
    assert told(context.attribute(found, "a")) == 1


def test_default_dicts() -> None:
    context = FakeContext()
    made = run(context, "collections.defaultdict", the("builtins.list"))
    method(context, context.item(made, Constant("a")), "append", 1)
    method(context, context.item(made, Constant("a")), "append", 2)
    assert told(context.item(made, Constant("a"))) == [1, 2]
    copied = run(context, "copy.deepcopy", made)
    method(context, context.item(copied, Constant("b")), "append", 3)
    assert told(made) == {"a": [1, 2]}
    counter = run(context, "collections.Counter", to_value(["x", "y", "x"]))
    assert told(counter) == {"x": 2, "y": 1}
    assert told(context.item(counter, Constant("z"))) == 0
    assert told(counter) == {"x": 2, "y": 1}


def test_copies() -> None:
    context = FakeContext()
    inner = to_value([1])
    outer = Sequence.list((inner, inner))
    shallow, deep = run(context, "copy.copy", outer), run(context, "copy.deepcopy", outer)
    method(context, inner, "append", 2)
    assert told(shallow) == [[1, 2], [1, 2]]
    assert told(deep) == [[1], [1]]
    assert isinstance(deep, Sequence)
    assert deep.items[0] is deep.items[1]
    holder = Instance(Class("H"), {"held": inner})
    twin = run(context, "copy.deepcopy", holder)
    method(context, inner, "append", 3)
    assert told(context.attribute(twin, "held")) == [1, 2]


def test_functools() -> None:
    context = FakeContext()
    less = the("operator.sub")
    assert told(context.call(run(context, "functools.partial", less, Constant(9)), Arguments((Constant(2),)))) == 7
    assert told(run(context, "functools.reduce", less, to_value([9, 2, 3]))) == 4
    assert told(run(context, "functools.reduce", less, to_value([2]), Constant(10))) == 8
    for path in ("functools.lru_cache", "functools.cache"):
        assert run(context, path, less) is less
    made = run(context, "functools.lru_cache", maxsize=Constant(None))
    assert context.call(made, Arguments((less,))) is less
    assert context.call(run(context, "functools.wraps", less), Arguments((the("operator.add"),))) is the("operator.add")


def test_getters() -> None:
    context = FakeContext()
    pairs = to_value([(2, "a"), (1, "b")])
    first = run(context, "operator.itemgetter", Constant(0))
    assert told(run(context, "builtins.sorted", pairs, key=first)) == [(1, "b"), (2, "a")]
    assert told(run(context, "builtins.max", pairs, key=first)) == (2, "a")


def test_subclasses_of_builtins_hold_one() -> None:
    context = FakeContext()
    cls = Class("MyDict", (the("builtins.dict"),))
    made = context.call(cls, Arguments((), {"a": Constant(1)}))
    assert isinstance(made, Instance)
    assert made.truth(context) is True
    assert told(context.item(made, Constant("a"))) == 1
    assert told(method(context, made, "get", "b", 2)) == 2
    assert told(run(context, "builtins.isinstance", made, the("builtins.dict"))) is True
    unknown = context.call(cls, Arguments((), {}, open=True))
    assert isinstance(context.item(unknown, Constant("a")), Unknown)


def test_names_set_under_unknown_names() -> None:
    context = FakeContext()
    holder = Instance(Class("H"), {"width": Constant(3)})
    run(context, "builtins.setattr", holder, Constant("depth"), Constant(4))
    assert told(context.attribute(holder, "depth")) == 4
    run(context, "builtins.setattr", holder, Scalar("str"), Constant(4))
    assert isinstance(context.attribute(holder, "width"), Unknown)


def test_getattr() -> None:
    context = FakeContext()
    holder = Instance(Class("H"), {"width": Constant(3)})
    assert told(run(context, "builtins.getattr", holder, Constant("width"), Constant(0))) == 3
    assert told(run(context, "builtins.getattr", holder, Constant("other"), Constant(0))) == 0
    open_holder = Instance(Class("H", (Unknown("a base"),)))
    assert told(run(context, "builtins.getattr", open_holder, Constant("other"), Constant(0))) is None


@pytest.mark.parametrize(
    ("path", "kind"),
    [("time.time", "float"), ("random.random", "float"), ("random.randint", "int"), ("os.getcwd", "str"),
     ("os.listdir", "list"), ("builtins.input", "str"), ("json.load", None), ("os.path.exists", None), 
     ("glob.glob", "list")],
)  # fmt: skip
def test_what_differs_from_run_to_run(path: str, kind: str | None) -> None:
    assert told(run(FakeContext(), path)) == kind


def test_environment() -> None:
    context = FakeContext()
    variables = the("os.environ")
    assert told(context.item(variables, Constant("HOME"))) == "str"
    assert told(method(context, variables, "get", "HOME")) is None
    variables.set_item(context, Constant("A"), Constant("1"))
    assert told(run(context, "os.getenv", Constant("A"), Constant("b"))) == "1"
    assert told(run(context, "os.getenv", Constant("HOME"), Constant("b"))) == "str"


def test_random_choices() -> None:
    context = FakeContext()
    chosen = run(context, "random.choice", to_value([1, 2, 3]))
    assert isinstance(chosen, Scalar)
    assert chosen.among == (1, 2, 3)
    items = to_value([3, 1, 2])
    run(context, "random.shuffle", items)
    assert isinstance(items, Sequence)
    assert items.size == 3
    assert isinstance(context.item(items, Constant(0)), Scalar)
    few = run(context, "random.sample", to_value([3, 1, 2]), Constant(2))
    assert told(few.length(context)) == 2


def test_progress_bars() -> None:
    context = FakeContext()
    bar = run(context, "tqdm.tqdm", to_value([1, 2]), desc=Constant("x"))
    assert told(context.iterate(bar)) == (1, 2) or told(context.iterate(bar)) == [1, 2]
    assert told(bar.length(context)) == 2
    assert told(run(context, "builtins.enumerate", bar)) == ((0, 1), (1, 2))
    method(context, bar, "set_postfix", loss=1)
    assert told(context.iterate(run(context, "tqdm.trange", Constant(2)))) == (0, 1)


def test_exceptions() -> None:
    context = FakeContext()
    error = run(context, "builtins.KeyError", Constant("a"))
    assert told(run(context, "builtins.isinstance", error, the("builtins.LookupError"))) is True
    assert told(run(context, "builtins.isinstance", error, the("builtins.ValueError"))) is False
    assert told(context.attribute(error, "args")) == ("a",)
    assert the("builtins.IOError") is the("builtins.OSError")


def test_ends_of_the_program() -> None:
    for path in ("sys.exit", "builtins.exit", "builtins.quit", "os._exit"):
        assert isinstance(run(FakeContext(), path), Never)


def test_typing_is_harmless() -> None:
    context = FakeContext()
    form = context.item(the("typing.Optional"), the("builtins.int"))
    assert not isinstance(form, Unknown)
    assert told(run(context, "typing.cast", form, Constant(3))) == 3
    assert run(context, "typing.overload", form) is form
    assert told(the("typing.TYPE_CHECKING")) is False


def test_absl_flags() -> None:
    context = FakeContext()
    run(context, "absl.flags.DEFINE_integer", Constant("batch"), Constant(32), Constant("help"))
    held = run(context, "absl.flags.DEFINE_string", Constant("name"), Constant("a"), Constant("help"))
    flags = the("absl.flags.FLAGS")
    assert told(context.attribute(flags, "batch")) == 32
    assert told(context.attribute(held, "value")) == "a"
    assert told(context.attribute(flags, "other")) is None


def test_click() -> None:
    context = FakeContext()
    got: dict[str, Value] = {}

    def function(context: Any, arguments: Arguments) -> Value:
        got.update(arguments.keywords)
        return Constant(None)

    main: Value = Native("main", function)
    for path, flags, how in (
        ("click.argument", ["path"], {}),
        ("click.option", ["--flag/--no-flag", "-f"], {"default": False}),
        ("click.option", ["-l", "--n-layers"], {"default": "3", "type": the("builtins.int")}),
        ("click.option", ["--lr", "rate"], {"default": 0.1}),
        ("click.option", ["--name"], {}),
    ):
        given = Arguments(list(map(to_value, flags)), {name: to_value(value) for name, value in how.items()})
        decorate = context.call(the(path), given)
        main = context.call(decorate, Arguments((main,)))
    main = context.call(run(context, "click.command"), Arguments((main,)))
    context.call(main, Arguments())
    assert {name: told(value) for name, value in got.items()} == {
        "path": "str", "flag": False, "n_layers": 3, "rate": 0.1, "name": None,
    }  # fmt: skip


def test_sets_and_deques_change() -> None:
    context = FakeContext()
    some = run(context, "builtins.set", to_value([1, 2]))
    method(context, some, "update", [2, 3])
    assert told(some) == {1, 2, 3}
    method(context, some, "discard", 1)
    assert told(some) == {2, 3}
    queue = run(context, "collections.deque", to_value([1, 2]))
    assert told(method(context, queue, "popleft")) == 1
    assert told(queue.length(context)) == 1
    limited = run(context, "collections.deque", to_value([1, 2]), maxlen=Constant(2))
    method(context, limited, "append", 3)
    assert [told(item) for item in limited] == [2, 3]  # type: ignore[attr-defined]


def test_dicts_change() -> None:
    context = FakeContext()
    made = to_value({"a": 1})
    assert told(method(context, made, "popitem")) == ("a", 1)
    assert made.truth(context) is False
