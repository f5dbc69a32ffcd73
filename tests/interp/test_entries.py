"""Code that nothing calls: what is said of it is true of every call that gets past the lines before."""

from __future__ import annotations

from pathlib import Path

import pytest

from shapecheck.api import Session
from shapecheck.config import Config

HEAD = "import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n"

FAILING = {
    "sizes from one parameter": (
        """
class Block(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.up = nn.Linear(d, 4 * d)
        self.down = nn.Linear(3 * d, d)
    def forward(self, x):
        return self.down(self.up(x))  # here
""",
        ["Block(2)(torch.zeros(5, 2))", "Block(7)(torch.zeros(1, 2, 7))"],
    ),
    "sizes from attributes of a parameter": (
        """
class Layer(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.a = nn.Linear(config.hidden, config.inner)
        self.b = nn.Linear(2 * config.inner, config.hidden)
    def forward(self, x):
        return self.b(self.a(x))  # here
""",
        ["Layer(type('C', (), {'hidden': 4, 'inner': 6}))(torch.zeros(3, 4))"],
    ),
    "a convolution demands the channels of its input": (
        """
def features(x):
    y = nn.Conv2d(3, 8, 3)(x)
    return nn.Conv2d(4, 8, 3)(x) + y  # here
""",
        ["features(torch.zeros(1, 3, 8, 8))", "features(torch.zeros(3, 9, 9))"],
    ),
    "what was unpacked is known once its tensor is": (
        """
def rows(x):
    b, c, h, w = x.shape
    y = nn.Conv2d(3, 8, 1)(x)
    return nn.Linear(5, 2)(y.permute(0, 2, 3, 1).reshape(b * h * w, 8))  # here
""",
        ["rows(torch.zeros(2, 3, 4, 4))"],
    ),
    "a method that the program does not call": (
        """
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(4, 8)
        self.b = nn.Linear(6, 2)
    def forward(self, x):
        return self.a(x)
    def both(self, x):
        return self.b(self.a(x))  # here
net = Net()
net(torch.zeros(2, 4))
""",
        ["net.both(torch.zeros(2, 4))"],
    ),
    "a data set": (
        """
class Rows(torch.utils.data.Dataset):
    def __init__(self, items):
        self.items = items
    def __len__(self):
        return len(self.items)
    def __getitem__(self, index):
        return torch.zeros(3, 4) @ torch.zeros(5, 6), self.items[index]  # here
""",
        ["Rows([1, 2])[0]"],
    ),
    "a branch that the default does not take": (
        """
class Net(nn.Module):
    def __init__(self, width, norm=False):
        super().__init__()
        self.conv = nn.Conv2d(3, width, 1)
        self.norm = nn.BatchNorm2d(2 * width) if norm else None
    def forward(self, x):
        x = self.conv(x)
        if self.norm is not None:
            x = self.norm(x)  # here
        return x
def widen(x, twice=False):
    y = nn.Linear(4, 8)(x)
    if twice:
        y = nn.Linear(9, 8)(y)  # here
    return y
""",
        ["Net(4, norm=True)(torch.zeros(1, 3, 5, 5))", "widen(torch.zeros(2, 4), True)"],
    ),
    "a property and a static method": (
        """
class Maker:
    @property
    def product(self):
        return torch.zeros(2, 3) @ torch.zeros(4, 5)  # here
    @staticmethod
    def cut(x):
        return torch.zeros(2, 3).view(4, -1)  # here
""",
        ["Maker().product", "Maker.cut(1)"],
    ),
}

WORKING = {
    "a method for another configuration than the default": (
        """
class Block(nn.Module):
    def __init__(self, wide=False):
        super().__init__()
        self.wide = wide
        self.fc = nn.Linear(4, 9 if wide else 6)
    def _third(self, x):
        a, b, c = self.fc(x).split(3, dim=-1)
        return c
    def forward(self, x):
        return self._third(x) if self.wide else self.fc(x)
""",
        ["Block()(torch.zeros(2, 4))", "Block(True)(torch.zeros(2, 4))"],
    ),
    "an attribute that the script changes in the end": (
        """
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 3)
        self.twice = True
    def outputs(self, x):
        return (self.fc(x), self.fc(x)) if self.twice else self.fc(x)
    def width(self, x):
        first, second = self.outputs(x)
        return first.size(1)

net = Net()
net.twice = False
""",
        ["setattr(net, 'twice', True) or net.width(torch.zeros(5, 4))"],
    ),
    "a size that one path demands": (
        """
def either(x, rgb):
    if rgb:
        y = nn.Conv2d(3, 8, 1)(x)
    else:
        y = nn.Conv2d(64, 8, 1)(x)
    return y
def sometimes(x, rgb, many):
    if rgb:
        y = nn.Conv2d(3, 8, 1)(x)
    if many:
        y = nn.Conv2d(64, 8, 1)(x)
    return y
""",
        ["either(torch.zeros(1, 64, 4, 4), False)", "sometimes(torch.zeros(1, 64, 4, 4), False, True)"],
    ),
    "one of many is not another": (
        """
def first_and_second(xs):
    ys = [x for x in xs]
    return nn.Linear(3, 8)(ys[0]), nn.Linear(4, 8)(ys[1])
def in_turn(xs):
    for i, x in enumerate(xs):
        y = nn.Linear(3, 8)(x) if i == 0 else nn.Linear(4, 8)(x)
    return y
""",
        ["first_and_second([torch.zeros(2, 3), torch.zeros(2, 4)])", "in_turn([torch.zeros(2, 3), torch.zeros(2, 4)])"],
    ),
    "an attribute that is written in between": (
        """
def grow(config):
    a = nn.Linear(config.width, 8)
    config.width = 2 * config.width
    b = nn.Linear(8, config.width)
    c = nn.Linear(config.width, 8)
    return c(b(a(torch.zeros(2, 4))))
def change(config):
    a = nn.Linear(8, config.width)
    config.shrink(3)
    b = nn.Linear(3 * config.width, 8)
    return b(a(torch.zeros(2, 8)))
class Config:
    width = 12
    def shrink(self, times):
        self.width //= times
""",
        ["grow(type('C', (), {'width': 4}))", "change(Config())"],
    ),
    "a block with a shortcut where it is needed": (
        """
class Residual(nn.Module):
    expansion = 4
    def __init__(self, channels, planes, stride=1):
        super().__init__()
        self.conv = nn.Conv2d(channels, planes * self.expansion, 3, stride, 1)
        self.short = nn.Sequential()
        if stride != 1 or channels != planes * self.expansion:
            self.short = nn.Sequential(nn.Conv2d(channels, planes * self.expansion, 1, stride))
    def forward(self, x):
        return F.relu(self.conv(x)) + self.short(x)
""",
        ["Residual(8, 2)(torch.zeros(1, 8, 4, 4))", "Residual(8, 4, 2)(torch.zeros(1, 8, 4, 4))"],
    ),
    "an input that only looks optional": (
        """
class Decoder(nn.Module):
    def __init__(self, skip_channels):
        super().__init__()
        self.conv = nn.Conv2d(2 * skip_channels, 8, 1)
        self.before = nn.Conv2d(4, skip_channels, 1)
    def forward(self, x, skip=None):
        x = self.before(x)
        if skip is not None:
            x = torch.cat([x, skip], dim=1)
        return self.conv(x)
""",
        ["Decoder(3)(torch.zeros(1, 4, 5, 5), torch.zeros(1, 3, 5, 5))"],
    ),
    "what only later rounds do": (
        """
def widen(x, rounds):
    sizes = {"before": 2, "after": 3}
    for i in range(rounds):
        if i > 0:
            sizes["before"] = sizes["after"]
        y = nn.Linear(sizes["before"], sizes["after"])(x)
        if sizes["before"] == sizes["after"]:
            y = y + x
        x = y
    return x
def widen_all(x, items):
    sizes = {"before": 2, "after": 3}
    for i, _ in enumerate(items):
        if i > 0:
            sizes["before"] = sizes["after"]
        y = nn.Linear(sizes["before"], sizes["after"])(x)
        if sizes["before"] == sizes["after"]:
            y = y + x
        x = y
    return x
""",
        ["widen(torch.zeros(1, 2), 30)", "widen_all(torch.zeros(1, 2), range(3))"],
    ),
    "two blocks of the same class": (
        """
class Pair(nn.Module):
    def __init__(self, *widths):
        super().__init__()
        self.first, self.second = Wide(*widths[:2]), Wide(*widths[1:])
    def forward(self, x):
        return self.second(self.first(x))
class Wide(nn.Module):
    def __init__(self, before, after):
        super().__init__()
        self.map = nn.Linear(before, after)
    def forward(self, x):
        return self.map(x)
""",
        ["Pair(2, 3, 4)(torch.zeros(1, 2))"],
    ),
    "images with and without a batch": (
        """
def convolve(x):
    y = nn.Conv2d(3, 8, 3)(x)
    return nn.Linear(36, 2)(y.flatten(-2))
""",
        ["convolve(torch.zeros(3, 8, 8))", "convolve(torch.zeros(2, 3, 8, 8))"],
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_failing(name: str, tmp_path: Path) -> None:
    """Errors stand on the marked lines, once each."""
    text = HEAD + FAILING[name][0]
    marked = [number for number, line in enumerate(text.splitlines(), 1) if line.endswith("# here")]
    assert sorted(line for line, severity in _findings(text, tmp_path) if severity == "error") == marked


@pytest.mark.parametrize("name", WORKING)
def test_working(name: str, tmp_path: Path) -> None:
    assert _findings(HEAD + WORKING[name][0], tmp_path) == []


@pytest.mark.oracle
@pytest.mark.parametrize("name", FAILING)
def test_really_fails(name: str) -> None:
    """Each of the calls raises in torch, on a marked line."""
    source, calls = FAILING[name]
    lines = (HEAD + source).splitlines()
    names: dict[str, object] = {}
    exec(compile(HEAD + source, "program.py", "exec"), names)
    for call in calls:
        with pytest.raises(RuntimeError) as raised:
            eval(call, names)
        at = [entry.lineno for entry in raised.traceback if str(entry.path).endswith("program.py")]
        assert lines[at[-1]].endswith("# here")


@pytest.mark.oracle
@pytest.mark.parametrize("name", WORKING)
def test_really_works(name: str) -> None:
    source, calls = WORKING[name]
    names: dict[str, object] = {}
    exec(compile(HEAD + source, "program.py", "exec"), names)
    for call in calls:
        eval(call, names)


def _findings(text: str, folder: Path) -> list[tuple[int, str]]:
    path = folder / "program.py"
    path.write_text(text)
    with Session(Config(static=True)) as session:
        report = session.check(str(path))
    return [(finding.span.line, finding.severity.value) for finding in report.findings]
