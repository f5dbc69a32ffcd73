"""The layers of models: as many, in the same order, with the outputs and numbers of parameters that Keras says."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

import pytest

from shapecheck.api import Session
from shapecheck.config import Config

from . import keras_samples as _environment  # noqa: F401
from .keras_models import HEAD, NETWORKS, PROGRAMS, VARIANTS, of_layers

pytestmark = pytest.mark.oracle

Sizes = tuple["int | None", ...]


def probes(model: str, real: Any) -> dict[str, dict[str, Sizes]]:
    """Lines that ask for something of a model, and the shapes of the tensors that each gives."""
    found: dict[str, dict[str, Sizes]] = {f"p = np.zeros(len({model}.layers))": {"": (len(real.layers),)}}
    for i, layer in enumerate(real.layers):
        try:
            found[f"p = {model}.layers[{i}].output"] = shapes(layer.output)
        except AttributeError:  # called on nothing symbolic
            continue
        found[f"p = np.zeros({model}.layers[{i}].count_params())"] = {"": (layer.count_params(),)}
    found[f"p = np.zeros({model}.count_params())"] = {"": (real.count_params(),)}
    for name in ("output", "outputs", "inputs"):
        try:
            found[f"p = {model}.{name}"] = shapes(getattr(real, name))
        except AttributeError:
            continue
    return found


def shapes(value: Any, part: str = "") -> dict[str, Sizes]:
    if isinstance(value, dict):
        return {at: size for key, item in value.items() for at, size in shapes(item, f"{part}[{key!r}]").items()}
    if isinstance(value, (list, tuple)):
        return {at: size for i, item in enumerate(value) for at, size in shapes(item, f"{part}[{i}]").items()}
    return {part: tuple(value.shape)}


def differing(text: str, folder: Path, version: str = "auto") -> list[str]:
    """The lines that ask about the models of a program and are answered otherwise than by Keras."""
    pytest.importorskip("torch")
    pytest.importorskip("keras")
    scope: dict[str, Any] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(HEAD + text, scope)
        asked = {line: fact for name in sorted(scope) if re.fullmatch(r"m\d+", name)
                 for line, fact in probes(name, scope[name]).items()}  # fmt: skip
    session = Session(Config(static=True, keras_version=version))
    listing = session.show(str(folder / "program.py"), HEAD + text + "\n".join(asked) + "\n")
    first = (HEAD + text).count("\n") + 1
    said: dict[int, dict[str, Sizes]] = {}
    for row in listing.rows[listing.path]:
        if row.span.line >= first and row.name == row.span and row.shape is not None:
            said.setdefault(row.span.line - first, {})[row.part] = tuple(
                None if isinstance(size, str) else size for size in row.shape
            )
    assert asked
    return [f"{line}: {fact}, not {said.get(i)}" for i, (line, fact) in enumerate(asked.items()) if said.get(i) != fact]


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs(name: str, tmp_path: Path) -> None:
    assert differing(PROGRAMS[name], tmp_path) == []


def test_weights_of_layers(tmp_path: Path) -> None:
    assert differing(of_layers(), tmp_path) == []


@pytest.mark.parametrize("network", ["MobileNetV3Small", "VGG16"])
def test_a_network(network: str, tmp_path: Path) -> None:
    assert differing(of_network(network), tmp_path) == []


def test_a_network_of_keras_2(tmp_path: Path) -> None:
    """One that has had the same layers ever since."""
    call = "keras.applications.ResNet50V2(weights=None, include_top=False, input_shape=(64, 64, 3))"
    assert differing(f"m1 = {call}\n", tmp_path, "2") == []


def test_usual_weights(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A network has a layer more with the weights that are loaded, of which only the place is taken here."""
    keras = pytest.importorskip("keras")
    monkeypatch.setattr("keras.src.utils.file_utils.get_file", lambda *a, **k: "")
    monkeypatch.setattr(keras.Model, "load_weights", lambda *a, **k: None)
    call = "keras.applications.EfficientNetB0(include_top=False, input_shape=(64, 64, 3))"
    assert differing(f"m1 = {call}\n", tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("call", VARIANTS)
def test_arguments(call: str, tmp_path: Path) -> None:
    assert differing(f"m1 = keras.applications.{call}\n", tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("network", NETWORKS)
def test_every_network(network: str, tmp_path: Path) -> None:
    assert differing(of_network(network), tmp_path) == []


def of_network(name: str) -> str:
    """A network without its top, what leads to a layer in the middle, and a head behind it all."""
    return f"""
m1 = keras.applications.{name}(weights=None, include_top=False, input_shape=(96, 96, 3))
m2 = keras.Model(m1.input, m1.layers[len(m1.layers) // 2].output)
m3 = keras.Model(m1.input, layers.Dense(5)(layers.GlobalAveragePooling2D()(m1.output)))
a = keras.Input((96, 96, 3))
m4 = keras.Model(a, layers.Flatten()(m2(a)))
"""
