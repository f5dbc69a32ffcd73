"""What is declared of Keras, against Keras itself: layers, functions, losses, metrics."""

from __future__ import annotations

import importlib
import inspect
import operator
from collections import Counter
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from shapecheck.core.outcome import Mismatch
from shapecheck.core.plain import Constant
from shapecheck.frameworks import find, load
from shapecheck.frameworks.binding import Required
from shapecheck.frameworks.declare import REGISTRY, Spec

from . import keras_grid
from . import keras_samples as samples
from .harness import Tally, judge, run
from .keras_calls import FUNCTIONS, OPERATORS
from .keras_more_calls import MORE
from .keras_names import EXTRA_PARAMETERS, NOT_IN_KERAS, UNDECLARED, UNTRIED

load("keras")
pytestmark = [pytest.mark.oracle, pytest.mark.filterwarnings("ignore")]

SPECS = {path: spec for path, spec in REGISTRY.items() if isinstance(spec, Spec) and path.startswith("keras.")}


@pytest.fixture(scope="module")
def keras() -> Any:
    """Keras on TensorFlow; torch comes first, for two OpenMP runtimes do not take turns."""
    pytest.importorskip("torch")
    return pytest.importorskip("keras")


def public(keras: Any, path: str) -> Any:
    """What Keras has under a declared path, or None."""
    return below(keras, path) or below(importlib.import_module("keras._tf_keras.keras"), path)


def below(module: Any, path: str) -> Any:
    """`tf.keras` has the functions of the old backend, too."""
    for name in path.split(".")[1:]:
        module = getattr(module, name, None)
    return module


# -- layers ----------------------------------------------------------------------------------------------------


def layer_samples() -> Iterator[samples.LayerSample]:
    every = [*samples.recorded_layers(), *samples.WRITTEN_LAYERS]
    yield from every
    counts: Counter[str] = Counter()
    for sample in every:
        for other in samples.mutated(sample):
            counts[sample.name] += 1
            if counts[sample.name] <= 18:
                yield other


def by_class(keras: Any) -> dict[str, str]:
    """The declared path of each class of layers, by the name of the class."""
    found = {}
    for path, spec in SPECS.items():
        cls = public(keras, path) if spec.layer else None
        if isinstance(cls, type):
            found.setdefault(cls.__name__, path)
            found.setdefault(path.rpartition(".")[2], path)
    return found


def call_layer(keras: Any, path: str, sample: samples.LayerSample) -> Any:
    made = public(keras, path)(*map(samples.real, sample.init[0]), **samples.real(sample.init[1]))
    return samples.shown(made(*map(samples.real, sample.args), **samples.real(sample.kwargs)))


def test_layers(keras: Any, subtests: pytest.Subtests) -> None:
    paths = by_class(keras)
    tally = Tally()
    for sample in layer_samples():
        path = paths.get(sample.name)
        if path is None or not path.startswith("keras.layers."):
            continue
        judge(tally, SPECS[path], lambda p=path, s=sample: call_layer(keras, p, s), sample.args, sample.kwargs,
              sample.init)
    print(dict(tally.counts))
    for failure in tally.failures:
        with subtests.test(failure[:80]):
            pytest.fail(failure)
    assert tally.counts["accepted agree"] > 550
    assert tally.counts["refused rejected"] >= 0.6 * sum(n for q, n in tally.counts.items() if q.startswith("refused"))


@pytest.mark.parametrize(("name", "shape"), [("MaxPooling1D", (1, 3)), ("MaxPooling2D", (1, 1, 3)),
                                             ("AveragePooling2D", (4, 1, 3))])  # fmt: skip
def test_poolings_with_nothing_left(keras: Any, name: str, shape: tuple[int, ...]) -> None:
    """Keras refuses them symbolically, as in `fit`, in every configuration; eagerly TensorFlow may give an empty
    result (with TF_ENABLE_ONEDNN_OPTS=0, as in this process), so those calls are no samples."""
    made = getattr(keras.layers, name)(pool_size=2)
    with pytest.raises(ValueError, match="zero or negative"):
        made(keras.Input(shape))
    data = samples.Array((2, *shape), "float32")
    ours = run(SPECS[f"keras.layers.{name}"], (data,), constructor=((), {"pool_size": 2}))
    assert isinstance(ours, Mismatch) and ours.kind == "conv-kernel-exceeds-input"


def test_every_layer_has_a_sample(keras: Any) -> None:
    tried = {by_class(keras).get(sample.name) for sample in layer_samples()}
    missing = []
    for path, spec in SPECS.items():
        there = spec.layer and path.startswith("keras.layers.") and public(keras, path) is not None
        if there and not set(spec.names) & tried:
            missing.append(path)
    assert sorted(set(missing) - UNTRIED) == []


# -- signatures ------------------------------------------------------------------------------------------------


def signature_of(thing: Any) -> list[tuple[str, Any]] | None:
    """Names and defaults of the parameters, without self."""
    try:
        parameters = list(inspect.signature(thing).parameters.values())
    except (TypeError, ValueError):
        return None
    usual = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.POSITIONAL_ONLY)
    return [(p.name, p.default) for p in parameters if p.kind in usual and p.name != "self"]


def compared(path: str, mine: list[Any], theirs: list[tuple[str, Any]], strict: bool) -> str:
    """Our parameters are the first of Keras's, in order and with the same defaults."""
    if strict and len([p for p in mine if p.name not in EXTRA_PARAMETERS]) < len(theirs):
        return f"{path}: {[p.name for p in mine]} against {[name for name, _ in theirs]}"
    mine = [p for p in mine if p.name not in EXTRA_PARAMETERS]
    for i, parameter in enumerate(mine):
        if i >= len(theirs) or theirs[i][0] != parameter.name:
            return f"{path}: parameter {i} is {parameter.name}, Keras has {[name for name, _ in theirs]}"
        default = theirs[i][1]
        same = (default is inspect.Parameter.empty) if parameter.default is Required else (
            default is not inspect.Parameter.empty and plain(parameter.default) == plain(default)
        )
        if not same:
            return f"{path}: default of {parameter.name} is {parameter.default!r}, Keras has {default!r}"
    return ""


def plain(default: Any) -> Any:
    default = default.payload if isinstance(default, Constant) else default
    return tuple(default) if isinstance(default, list) else default


NAMED = sorted(p for p in SPECS if p not in NOT_IN_KERAS and p.split(".")[1] not in ("KerasTensor", "Model"))


@pytest.mark.parametrize("path", NAMED)
def test_signature(keras: Any, path: str) -> None:
    spec, thing = SPECS[path], public(keras, path)
    assert thing is not None, f"Keras has no {path}"
    problems = []
    if spec.layer:
        method = getattr(thing, spec.dialect.layer_method)
        if path.startswith("keras.losses."):
            method = thing.__call__
        call = [p for p in spec.call_parameters if p.by == "position"]
        found = [(spec.constructor_parameters, signature_of(thing.__init__)), (call, signature_of(method))]
    else:
        found = [(spec.parameters, signature_of(thing))]
    for parameters, theirs in found:
        open_ended = any(p.by in ("others", "rest") for p in spec.parameters)
        mine = [p for p in parameters if p.by == "position"]
        if theirs is not None:
            problems.append(compared(path, mine, theirs, strict=not open_ended and not spec.layer))
    assert [problem for problem in problems if problem] == []


# -- functions -------------------------------------------------------------------------------------------------


def test_ops(keras: Any, subtests: pytest.Subtests) -> None:
    tally = Tally()
    for path, args, kwargs in samples.recorded_ops(SPECS):
        judge(tally, SPECS[path], lambda p=path, a=args, k=kwargs: call_op(keras, p, a, k), args, kwargs)
    print(dict(tally.counts))
    for failure in tally.failures:
        with subtests.test(failure[:80]):
            pytest.fail(failure)


def call_op(keras: Any, path: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    function = getattr(operator, path.rpartition(".")[2]) if ".KerasTensor." in path else public(keras, path)
    return samples.shown(function(*samples.tensors(args), **samples.tensors(kwargs)))


def test_other_functions(keras: Any, subtests: pytest.Subtests) -> None:
    tally = Tally()
    for path, calls in (*FUNCTIONS.items(), *MORE.items()):
        on_arrays = path.startswith("keras.utils.")
        for args, kwargs in calls:
            real_call = call_on_arrays if on_arrays else call_op
            mine = tuple(arg.as_array() if on_arrays and isinstance(arg, samples.Array) else arg for arg in args)
            judge(tally, SPECS[path], lambda c=real_call, p=path, a=args, k=kwargs: c(keras, p, a, k), mine, kwargs)
    told(tally, subtests)


def call_on_arrays(keras: Any, path: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    return samples.shown(public(keras, path)(*samples.real(args), **samples.real(kwargs)))


def test_operators(keras: Any, subtests: pytest.Subtests) -> None:
    tally = Tally()
    for name, calls in OPERATORS.items():
        for args, _ in calls:
            symbols = tuple(keras.KerasTensor(a.shape, a.dtype) if isinstance(a, samples.Array) else a for a in args)
            act = getattr(operator, f"__{name}__")
            judge(tally, SPECS[f"keras.KerasTensor.__{name}__"], lambda o=act, s=symbols: samples.shown(o(*s)), args)
    told(tally, subtests)


def told(tally: Tally, subtests: pytest.Subtests) -> None:
    print(dict(tally.counts))
    for failure in tally.failures:
        with subtests.test(failure[:80]):
            pytest.fail(failure)


def test_every_function_has_a_sample() -> None:
    recorded = {path for path, _, _ in samples.recorded_ops(SPECS)} | set(FUNCTIONS) | set(MORE)
    tried = {name for path in recorded for name in SPECS[path].names}
    by_grid = ("keras.losses.", "keras.metrics.", "keras.KerasTensor.", "keras.Model.", "keras.applications.")
    missing = [path for path,
               spec in SPECS.items() if not spec.layer and path not in tried and not path.startswith(by_grid)]
    assert sorted(set(missing) - UNTRIED - NOT_IN_KERAS) == []


# -- losses and metrics ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["function", "object", "compile"])
def test_losses(keras: Any, way: str, subtests: pytest.Subtests) -> None:
    tally = keras_grid.losses(keras, SPECS, way)
    told(tally, subtests)


def test_metrics(keras: Any, subtests: pytest.Subtests) -> None:
    told(keras_grid.metrics(keras, SPECS), subtests)


# -- names -----------------------------------------------------------------------------------------------------


def public_names(module: Any, path: str) -> Iterator[str]:
    """Every public name below a module of the API."""
    for name, value in sorted(vars(module).items()):
        if name.startswith("_"):
            continue
        if not isinstance(value, ModuleType):
            yield f"{path}.{name}"
        elif value.__name__.startswith("keras.") and not value.__name__.startswith("keras.src"):
            yield from public_names(value, f"{path}.{name}")


def test_every_public_name_is_declared(keras: Any) -> None:
    names = list(public_names(keras, "keras"))
    assert len(names) > 1400
    assert [name for name in names if find(name) is None] == list(UNDECLARED)


def test_aliases_are_the_same_thing(keras: Any) -> None:
    """Paths that share a declaration, or that an alias maps, are one thing in Keras."""
    from shapecheck.frameworks import ALIASES

    for old, new in ALIASES.items():
        if old.startswith("keras.src.") and (found := imported(old)) is not None:
            assert found is public(keras, new), old


def imported(path: str) -> Any:
    module, _, name = path.rpartition(".")
    try:
        return getattr(importlib.import_module(module), name, None)
    except ImportError:
        return None


# -- networks --------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", ["VGG16", "ResNet50V2", "MobileNet", "MobileNetV2", "MobileNetV3Small"])
@pytest.mark.parametrize("size", [96, 97])
def test_networks(keras: Any, name: str, size: int) -> None:
    from shapecheck.core.dim import Dim
    from shapecheck.core.shape import Shape
    from shapecheck.frameworks.keras.applications import features
    from shapecheck.frameworks.keras.dialect import tensor

    made = getattr(keras.applications, name)(weights=None, include_top=False, input_shape=(size, size, 3))
    mine = features(tensor(Shape((1, size, size, 3))), name, False, Dim.of(1000), None, None)
    assert mine.shape.numbers is not None
    assert mine.shape.numbers[1:] == made.output_shape[1:]
