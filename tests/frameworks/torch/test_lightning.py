"""Programs for Lightning and Accelerate: the steps that a trainer makes with the batches of a loader are followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from shapecheck.api import Session
from shapecheck.config import Config

LIGHTNING = """
import lightning as L
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

class Data(L.LightningDataModule):
    def __init__(self, batch_size=16):
        super().__init__()
        self.batch_size = batch_size
    def setup(self, stage):
        full = TensorDataset(torch.randn(97, 4, 4), torch.randint(0, 3, (97,)))
        self.train, self.val = random_split(full, [81, 16])
    def train_dataloader(self):
        return DataLoader(self.train, batch_size=self.batch_size, shuffle=True)
    def val_dataloader(self):
        return DataLoader(self.val, batch_size=self.batch_size)

class Lit(L.LightningModule):
    def __init__(self, hidden=32):
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(FLATTEN, nn.Linear(16, self.hparams.hidden), NORM, nn.Linear(hidden, 3))
    def forward(self, x):
        return self.net(x)
    def training_step(self, batch, batch_idx):
        x, y = batch
        loss = nn.functional.cross_entropy(self(x), y, reduction=REDUCTION)
        self.log("loss", loss)
        return loss
    def validation_step(self, batch):
        x, y = batch
        self.log("loss", nn.functional.cross_entropy(self(x), yTARGET))
    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=1e-3)

L.Trainer(max_epochs=1).fit(Lit(), datamodule=Data())
"""
RIGHT = {"FLATTEN": "nn.Flatten()", "NORM": "nn.ReLU()", "REDUCTION": '"mean"', "TARGET": ""}
ACCELERATE = """
import torch
from accelerate import Accelerator
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

accelerator = Accelerator(gradient_accumulation_steps=2)
model = nn.Sequential(nn.Linear(WIDTH, 32), nn.BatchNorm1d(32), nn.Linear(32, 3)).to(accelerator.device)
optimizer = torch.optim.AdamW(model.parameters())
loader = DataLoader(TensorDataset(torch.randn(65, 16), torch.randint(0, 3, (65,))), batch_size=16)
model, optimizer, loader = accelerator.prepare(model, optimizer, loader)
for x, y in loader:
    with accelerator.accumulate(model):
        loss = nn.functional.cross_entropy(model(x), y, reduction="mean")
        accelerator.backward(loss)
        optimizer.step()
        optimizer.zero_grad()
"""


def found(text: str, changes: dict[str, str], folder: Path) -> list[str]:
    for name, new in changes.items():
        text = text.replace(name, new)
    return [finding.name for finding in Session(Config(static=True)).check(str(folder / "fit.py"), text).findings]


@pytest.mark.parametrize(
    ("changed", "rules"),
    [
        ({}, []),
        ({"FLATTEN": "nn.Identity()"}, ["missing-flatten"]),
        ({"NORM": "nn.BatchNorm1d(32)"}, ["batchnorm-single-sample"]),
        ({"REDUCTION": '"none"'}, ["backward-on-nonscalar"]),
        ({"TARGET": ".unsqueeze(1)"}, ["ce-target-extra-dim"]),
    ],
    ids=["right", "width", "last batch", "loss of many", "validation"],
)
def test_lightning(changed: dict[str, str], rules: list[str], tmp_path: Path) -> None:
    assert found(LIGHTNING, RIGHT | changed, tmp_path) == rules


@pytest.mark.parametrize(
    ("changed", "rules"),
    [({}, []), ({"WIDTH": "20"}, ["linear-in-features-mismatch"])],
    ids=["right", "width"],
)
def test_accelerate(changed: dict[str, str], rules: list[str], tmp_path: Path) -> None:
    """The last batch of one sample is not told: several processes fill it up."""
    assert found(ACCELERATE, {"WIDTH": "16"} | changed, tmp_path) == rules
