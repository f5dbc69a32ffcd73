"""Shapes against the truth: what `show` claims of real models is what the real framework computes, call by call.

Nothing that is claimed may be wrong; how much is claimed may only grow. Models of libraries that are not installed are
left out.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .compare import Tally, show

FIXTURES = Path(__file__).parent.parent.parent / "fixtures" / "models"
STANDINS = Path(__file__).parent.parent / "standins" / "packages"
QUIET = {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "", "KERAS_BACKEND": "tensorflow"}
OWN = {
    "lstm_classifier": "from lstm_classifier import Classifier\n"
    "Classifier(50)(torch.ones(3, 7, dtype=torch.long), torch.tensor([7, 5, 2]))",
    "residual_net": "from residual_net import ResidualNet\nResidualNet()(torch.randn(2, 3, 32, 32))",
    "transformer_encoder": "from transformer_encoder import Config, Encoder\n"
    "Encoder(Config(50))(torch.ones(2, 16, dtype=torch.long))",
    "unet": "from unet import UNet\nUNet(3, 2)(torch.randn(2, 3, 50, 70))",
    "vae": "from vae import ConditionalVAE\n"
    "ConditionalVAE()(torch.rand(4, 784), torch.zeros(4, dtype=torch.long))",
}
KERAS = {
    name: f"base = keras.applications.{name}(weights=None, include_top=False, input_shape=(64, 64, 3))\n"
    "inputs = keras.Input((64, 64, 3))\n"
    "x = keras.layers.GlobalAveragePooling2D()(base(inputs))\n"
    "model = keras.Model(inputs, keras.layers.Dense(10)(x))\n"
    "y = model(keras.ops.zeros((2, 64, 64, 3)))"
    for name in ("VGG16", "MobileNetV2", "ResNet50")
}
GROUPS = {"torch": (OWN, 0.9), "keras": (KERAS, 0.8)}
"""By the library that a group needs: its programs, and the share of their calls that is exact, at least."""


@pytest.mark.oracle
@pytest.mark.slow
@pytest.mark.parametrize("library", GROUPS)
def test_what_is_claimed_is_true(library: str, tmp_path: Path) -> None:
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"{library} is not installed")
    programs, floor = GROUPS[library]
    folder = tmp_path / "models"
    shutil.copytree(FIXTURES, folder)
    drivers = [folder / f"run_{name}.py" for name in programs]
    for driver, text in zip(drivers, programs.values(), strict=True):
        driver.write_text(f"import {library}\n{text}\n")
    tally = Tally()
    for truth in recorded(drivers, library, tmp_path):
        tally.add(truth, show(truth["driver"]))
    assert not tally.wrong, tally.report()
    assert len(tally.models) == len(programs)
    assert tally.total["exact"] >= floor * tally.total.total(), tally.report()


def recorded(drivers: list[Path], library: str, folder: Path) -> list[dict[str, object]]:
    """The truth of each driver."""
    start = folder / "start.py"
    start.write_text(f"import {library}\n")
    command = [
        sys.executable, "-B", str(Path(__file__).parent / "record.py"), str(folder / "truth"), *map(str, drivers),
        "--before", str(start),
    ]  # fmt: skip
    environment = os.environ | QUIET | {"PYTHONPATH": str(STANDINS)}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert ended.returncode == 0, ended.stderr
    truths = [json.loads((folder / "truth" / f"{driver.stem}.json").read_text()) for driver in drivers]
    assert not [truth["error"] for truth in truths if truth["error"]]
    return truths
