"""Which Keras a program is for, and what is said of it then."""

from __future__ import annotations

from pathlib import Path

import pytest

from shapecheck.api import Session
from shapecheck.config import Config

PROGRAM = """
import numpy as np
import keras
from keras import layers
keras.Input(10)
model = keras.Sequential([keras.Input((6,)), layers.Dense(3)])
model.compile("sgd", "mae")
model.fit(np.zeros((8, 6)), np.zeros(8))
model.fit([[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]], [[1.0, 2.0, 3.0]])
model.compile("sgd", "binary_crossentropy")
model.fit(np.zeros((8, 6)), np.zeros((8, 1)))
"""
OF_3 = ["input-shape-not-tuple", "target-width-mismatch", "fit-argument-structure", "bce-target-shape"]


def errors(text: str, folder: Path, version: str = "auto") -> list[str]:
    report = Session(Config(static=True, keras_version=version)).check(str(folder / "program.py"), text)
    return [finding.name for finding in report.findings if finding.severity.value == "error"]


def test_the_last_one_is_assumed(tmp_path: Path) -> None:
    assert errors(PROGRAM, tmp_path) == OF_3


@pytest.mark.parametrize("version", ["1", "2"])
def test_asked_for(version: str, tmp_path: Path) -> None:
    assert errors(PROGRAM, tmp_path, version) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [("keras==2.4", []), ("tensorflow<2.16", []), ("tensorflow==2.17", OF_3), ("keras>=3", OF_3),
     ("tf-keras==2.15", [])],
)  # fmt: skip
def test_pinned(line: str, found: list[str], tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text(f"{line}\n")
    assert errors(PROGRAM, tmp_path) == found


def test_words_of_older_versions(tmp_path: Path) -> None:
    assert errors(f"{PROGRAM}\nmodel.fit_generator\n", tmp_path) == []
    assert errors(f"{PROGRAM}\nmodel.fit_generator\n", tmp_path, "3") == OF_3


def test_old_names_are_told_and_understood(tmp_path: Path) -> None:
    text = """
from keras.models import Sequential
from keras.layers.core import Dense, Dropout, Flatten
from keras.layers.convolutional import Convolution2D
import numpy as np
model = Sequential()
model.add(Convolution2D(8, 3, 5, border_mode="valid", input_shape=(28, 28, 1)))
model.add(Flatten())
model.add(Dense(output_dim=10, activation="softmax"))
model.compile("sgd", "categorical_crossentropy")
model.fit(np.zeros((8, 28, 28, 1)), np.zeros((8, 7)), nb_epoch=1)
"""
    report = Session(Config(static=True)).check(str(tmp_path / "program.py"), text)
    told = [(finding.span.line, finding.name) for finding in report.findings]
    assert told == [(7, "old-keras-spelling"), (9, "old-keras-spelling"), (11, "old-keras-spelling"),
                    (11, "num-classes-mismatch")]  # fmt: skip


@pytest.mark.parametrize("version", ["1", "2", "3"])
@pytest.mark.parametrize("network", ["VGG16", "MobileNet"])
def test_layers_of_networks(network: str, version: str, tmp_path: Path) -> None:
    """What changed between the releases of a version is not known, such as the layers of MobileNet."""
    text = f"""
import numpy as np
import keras
base = keras.applications.{network}(weights=None, input_shape=(64, 64, 3), include_top=False)
np.zeros(len(base.layers)).reshape(4)
"""
    known = version == "3" or (version == "2" and network == "VGG16")
    assert errors(text, tmp_path, version) == ["view-size-mismatch"] * known
