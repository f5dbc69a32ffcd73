"""Programs in PyTorch under `shapecheck run`: what is found, and that working ones run to their end."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from .running import execute

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="torch is not installed"),
]

TRAINING = """
import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.tensorboard import SummaryWriter
from tqdm import tqdm

device = "cuda" if torch.cuda.is_available() else "cpu"
assert device == "cuda"
x, y = torch.randn(1000, 1, 28, 28), torch.randint(0, 10, (1000,))
loader = DataLoader(TensorDataset(x, y), batch_size=64, shuffle=True, num_workers=2, pin_memory=True)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(1, 8, 3), nn.BatchNorm2d(8), nn.ReLU())
        self.head = nn.Linear(8 * 26 * 26, {classes})

    def forward(self, x):
        return self.head(self.features(x).flatten(1))


net = Net().to(device)
optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer)
scaler = torch.amp.GradScaler("cuda")
criterion = nn.CrossEntropyLoss()
writer = SummaryWriter()
best, losses, sizes = float("inf"), [], set()
for epoch in range(20):
    total = correct = 0
    for images, labels in tqdm(loader):
        images, labels = images.cuda(non_blocking=True), labels.to(device)
        sizes.add(len(images))
        optimizer.zero_grad()
        with torch.autocast("cuda"):
            loss = criterion(net(images), labels)
        scaler.scale(loss).backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        scaler.step(optimizer)
        scaler.update()
        total += loss.item()
        losses.append(float(loss))
        correct += (net(images).argmax(1) == labels).sum().item()
    scheduler.step(total)
    writer.add_scalar("loss", total, epoch)
    print(f"{{epoch}} {{total / len(loader):.3f}} {{correct / 1000:.1%}} {{loss:.2f}}")
    if total < best:
        best = total
        torch.save(net.state_dict(), "best.pt")
plt.plot(losses)
plt.savefig("losses.png")
assert sizes == {{64, 40}}
net.load_state_dict(torch.load("best.pt"))
net.half()
"""


def test_a_training_script_runs_to_its_end(tmp_path: Path) -> None:
    outcome = execute(tmp_path, TRAINING.format(classes=10))
    assert (outcome.told, outcome.finished, outcome.why) == ([], True, "")
    assert outcome.ran["training step"] == 2
    assert outcome.summary["parameters"] == 8 * 9 + 8 + 16 + 8 * 26 * 26 * 10 + 10
    assert [path.name for path in tmp_path.iterdir()] == ["program.py"]


def test_labels_that_are_no_classes(tmp_path: Path) -> None:
    outcome = execute(tmp_path, TRAINING.format(classes=5))
    assert outcome.told == [(38, "error", "label-out-of-range")]
    assert "is out of bounds" in outcome.findings[0].runtime[0]


GAN = """
import torch
from torch import nn

generator = nn.Sequential(nn.ConvTranspose2d(16, 8, 4), nn.ReLU(), nn.ConvTranspose2d(8, 1, 4, 2, 1), nn.Tanh())
critic = nn.Sequential(nn.Conv2d(1, 8, 4, 2, 1), nn.LeakyReLU(0.2), nn.Conv2d(8, 1, 4), nn.Sigmoid())
loss = nn.BCELoss()
for step in range(1000):
    noise = torch.randn(32, 16, 1, 1)
    made = generator(noise)
    answer = critic(made.detach())
    bad = loss(answer{flat}, torch.zeros(32))
    bad.backward()
    good = loss(critic(made).view(-1), torch.full((32,), 1.0, dtype={dtype}))
    good.backward()
"""


@pytest.mark.parametrize(
    ("flat", "dtype", "expected"),
    [
        (".flatten()", "torch.float", []),
        ("", "torch.float", [(11, "error", "bce-target-shape")]),
        (".flatten()", "torch.long", [(13, "error", "bce-target-dtype")]),
    ],
)
def test_gan(tmp_path: Path, flat: str, dtype: str, expected: list[tuple[int, str, str]]) -> None:
    outcome = execute(tmp_path, GAN.format(flat=flat, dtype=dtype))
    assert outcome.told == expected
    assert outcome.finished == (not expected)


RNN = """
import torch
from torch import nn


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(100, 16)
        self.lstm = nn.LSTM(16, 32, bidirectional=True, batch_first=True)
        self.head = nn.Linear({width}, 5)

    def forward(self, words, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(self.embed(words), lengths, batch_first=True)
        out, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return self.head(out)


words, lengths = torch.randint(0, {words}, (3, 7)), torch.tensor([7, 5, 2])
tags = torch.randint(0, 5, (3, 7))
model = Tagger()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
while True:
    optimizer.zero_grad()
    scores = model(words, lengths)
    loss = nn.functional.cross_entropy(scores{order}, tags)
    loss.backward()
    optimizer.step()
    if loss.item() < 0.01:
        break
print("trained")
"""


@pytest.mark.parametrize(
    ("width", "words", "order", "expected"),
    [
        ("64", "100", ".transpose(1, 2)", []),
        ("32", "100", ".transpose(1, 2)", [(15, "error", "linear-in-features-mismatch")]),
        ("64", "5000", ".transpose(1, 2)", [(13, "error", "embedding-index-out-of-range")]),
        ("64", "100", "", [(25, "error", "run-time-error")]),
    ],
)
def test_rnn(tmp_path: Path, width: str, words: str, order: str, expected: list[tuple[int, str, str]]) -> None:
    outcome = execute(tmp_path, RNN.format(width=width, words=words, order=order))
    assert outcome.told == expected
    assert outcome.finished == (not expected)


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("nn.Linear(4, 2)(torch.from_numpy(np.zeros((3, 4))))", "float64-input"),
        ("nn.functional.cross_entropy(nn.Linear(4, 2)(x), torch.zeros(3, dtype=torch.int32))", "ce-target-dtype"),
        ("nn.Embedding(5, 2)(torch.zeros(3))", "index-dtype"),
        ("nn.Linear(4, 2)(torch.zeros(3, 4, dtype=torch.int64))", "integer-input"),
        ("nn.Linear(4, 2)(x).view(4, 2)", "view-size-mismatch"),
        ("nn.Linear(4, 2)(x).backward()", "backward-on-nonscalar"),
        ("nn.Linear(4, 2)(x).numpy()", "numpy-requires-grad"),
    ],
)
def test_what_fake_tensors_do_not_refuse_is_refused(tmp_path: Path, statement: str, rule: str) -> None:
    program = f"import numpy as np\nimport torch\nfrom torch import nn\n\nx = torch.zeros(3, 4)\n{statement}\n"
    assert execute(tmp_path, program).told == [(6, "error", rule)]


def test_what_a_made_up_value_leads_to_is_no_error(tmp_path: Path) -> None:
    program = """
    import numpy as np
    import torch
    from torch import nn
    from torch.utils.data import DataLoader

    data = [(torch.zeros(4), at % 2) for at in range(100)]
    model = nn.Linear(4, 2)
    outputs = []
    for x, y in DataLoader(data, batch_size=8):
        outputs.append(model(x).detach())
        if model(x).max().item() > 100:
            raise ValueError("diverged")
    scores = torch.cat(outputs)
    count = int(scores.sum())
    names = {-5: "a"}
    assert scores.shape == (100, 2)
    """
    outcome = execute(tmp_path, program)
    assert outcome.told == []
    assert "values of a real run" in outcome.why


def test_an_error_behind_a_made_up_decision_is_a_warning(tmp_path: Path) -> None:
    program = """
    import torch
    from torch import nn

    loss = nn.Linear(4, 1)(torch.zeros(3, 4)).mean()
    if loss < 1:
        print("small")
    else:
        torch.zeros(3) + torch.zeros(4)
    """
    outcome = execute(tmp_path, program)
    assert outcome.told == [(8, "warning", "elementwise-shape-mismatch")]
    assert [note.span.line for note in outcome.findings[0].notes] == [5]


def test_lengths_that_depend_on_values_are_not_held_against_others(tmp_path: Path) -> None:
    program = """
    import torch
    from torch import nn

    scores = nn.Linear(4, 1)(torch.zeros(30, 4)).squeeze(1)
    kept = scores[scores > 0]
    print(kept.shape, kept.numel(), kept + torch.zeros(len(kept)))
    print(kept + torch.zeros(7))
    """
    outcome = execute(tmp_path, program)
    assert outcome.told == []
    assert "values of a real run" in outcome.why


def test_modules_of_the_project_and_arguments(tmp_path: Path) -> None:
    (tmp_path / "parts.py").write_text("def add(a, b):\n    return a + b\n")
    program = """
    import sys
    import torch
    from parts import add

    assert sys.argv[1:] == ["--size", "4"] and __name__ == "__main__"
    add(torch.zeros(3), torch.zeros(int(sys.argv[2])))
    """
    outcome = execute(tmp_path, program, "--size", "4")
    (found,) = outcome.findings
    assert (Path(found.span.path).name, found.span.line) == ("parts.py", 2)
    assert [(Path(note.span.path).name, note.span.line) for note in found.notes] == [("program.py", 6)]


def test_seven_billion_parameters(tmp_path: Path) -> None:
    """Where a real run wants 100 GB, the process takes less than two."""
    program = """
    import resource
    import torch
    from torch import nn


    class Block(nn.Module):
        def __init__(self, width):
            super().__init__()
            self.attention = nn.MultiheadAttention(width, 32, batch_first=True)
            self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
            self.norm = nn.LayerNorm(width)

        def forward(self, x):
            x = x + self.attention(x, x, x, need_weights=False)[0]
            return self.norm(x + self.down(torch.relu(self.up(x))))


    model = nn.Sequential(nn.Embedding(32000, 4096), *[Block(4096) for _ in range(32)], nn.Linear(4096, 32000)).cuda()
    optimizer = torch.optim.AdamW(model.parameters())
    for step in range(100000):
        tokens = torch.randint(0, 32000, (4, 1025), device="cuda")
        loss = nn.functional.cross_entropy(model(tokens[:, :-1]).flatten(0, 1), tokens[:, 1:].flatten())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 2 << 20
    torch.zeros(3) + torch.zeros(4)
    """
    outcome = execute(tmp_path, program)
    assert outcome.told == [(27, "error", "elementwise-shape-mismatch")]
    assert outcome.summary["parameters"] > 6.5e9
    assert outcome.summary["optimizer_bytes"] > 8 * 6.5e9
