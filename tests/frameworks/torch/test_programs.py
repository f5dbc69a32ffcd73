"""What follows torch's objects: models, data sets, loaders. The names of each program hold what they hold under the
real torch, and each mistake is found where torch refuses."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent
from typing import Any

import pytest

from shapecheck.api import Session
from shapecheck.config import Config
from tests.programs import run

PROGRAMS = {
    "keywords_that_may_be_given": """
        import torch
        from torch.utils.data import DataLoader, TensorDataset
        more = {"num_workers": 0, "pin_memory": False} if torch.cuda.is_available() else {}
        for (x,) in DataLoader(TensorDataset(torch.zeros(10, 3)), batch_size=5, **more):
            a = x + 0
    """,
    "labels_of_two_kinds_of_samples": """
        import torch
        from torch.utils.data import DataLoader, Dataset
        class Pairs(Dataset):
            def __len__(self):
                return 10
            def __getitem__(self, i):
                if i % 2 == 0:
                    label = torch.tensor(1.0)
                else:
                    label = torch.tensor(0.0)
                return torch.zeros(3), label
        for x, y in DataLoader(Pairs(), batch_size=5):
            a = y + 0
    """,
    "written_elsewhere": """
        import torch
        whole = torch.empty(2, 3)
        a = torch.add(torch.zeros(2, 3), 1.0)
        b = torch.mul(torch.zeros(2, 3), 2.0, out=whole)
        c = whole.view(6)
        double = torch.empty(3, dtype=torch.float64)
        e = torch.add(torch.zeros(3), 1, out=double)
    """,
    "attributes_of_layers": """
        import torch
        from torch import nn
        class Same(nn.Conv2d):
            def __init__(self, i, o, k):
                super().__init__(i, o, k, 2, bias=False)
                self.wide = self.stride if len(self.stride) == 2 else [self.stride[0]] * 2
        conv = Same(3, 8, (3, 5))
        stride, dilation, size, padding = conv.wide, conv.dilation, conv.kernel_size, conv.padding
        setattr(conv, "own", 1)
        has = int(hasattr(conv, "own")), int(hasattr(conv, "init_weights")), int(hasattr(nn.ReLU(), "stddev"))
        other = getattr(nn.Linear(2, 3), "gradient_checkpointing", 7), getattr(conv, "own", 7)
    """,
    "changed_layers": """
        import torch
        from torch import nn
        x = torch.zeros(1, 3, 32, 32)
        conv = nn.Conv2d(3, 8, 3, padding=1)
        conv.stride = (2, 2)
        a = conv(x)
        up = nn.ConvTranspose2d(3, 8, 2)
        setattr(up, "stride", 2)
        b = up(x)
        pool = nn.MaxPool2d(2)
        pool.stride, pool.padding = 1, 1
        c = pool(x)
        table = nn.Embedding(10, 4)
        table.weight = nn.Parameter(torch.zeros(20, 6))
        d = table(torch.zeros(2, 3, dtype=torch.int64))
        head = nn.Linear(8, 4)
        head.weight, head.bias = nn.Parameter(torch.zeros(10, 8)), nn.Parameter(torch.zeros(10))
        e = head(torch.zeros(2, 8))
        double = nn.Linear(8, 4)
        double.weight, double.bias = nn.Parameter(double.weight.double()), nn.Parameter(double.bias.double())
        f = double(torch.zeros(2, 8, dtype=torch.float64))
        one = nn.Conv2d(3, 8, 3)
        one.weight = nn.Parameter(one.weight.sum(1, keepdim=True))
        one.in_channels = 1
        g = one(torch.zeros(1, 1, 9, 9))
        class Own(nn.Linear):
            def __init__(self, n):
                super().__init__(n * 2, 3)
                self.in_features = n
                self.weight = nn.Parameter(torch.zeros(5, n))
                self.bias = None
        h = Own(7)(torch.zeros(2, 7))
        tied = nn.Linear(16, 100, bias=False)
        tied.weight = nn.Embedding(100, 16).weight
        i = tied(torch.zeros(2, 16))
    """,
    "scalars_of_numpy": """
        import numpy as np
        import torch
        root = np.sqrt(64.0)
        a = torch.zeros(3) / root
        b = root * torch.zeros(3, dtype=torch.float16)
        c = torch.zeros(3, dtype=torch.int32) + np.int64(2)
        d = torch.zeros(3, dtype=torch.float64) * np.float32(2)
    """,
    "sequential": """
        import torch
        from collections import OrderedDict
        from torch import nn
        model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
        named = nn.Sequential(OrderedDict([("first", nn.Linear(4, 3)), ("second", nn.Linear(3, 5))]))
        out = model(torch.zeros(7, 4))
        part = model[:2](torch.zeros(7, 4))
        last = model[-1](torch.zeros(2, 8))
        other = named(torch.zeros(7, 4))
        first = named.first(torch.zeros(7, 4))
        size = len(model)
        model.append(nn.Linear(2, 9))
        longer = model(torch.zeros(7, 4))
        weight = model[0].weight
        bias = model[0].bias
    """,
    "replaced_head": """
        import torch
        from torch import nn
        net = nn.Sequential()
        net.add_module("features", nn.Linear(4, 8))
        net.add_module("head", nn.Linear(8, 2))
        before = net(torch.zeros(3, 4))
    """,
    "module_lists": """
        import torch
        from torch import nn
        class Net(nn.Module):
            def __init__(self, widths):
                super().__init__()
                self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(widths, widths[1:])])
                self.heads = nn.ModuleDict({"a": nn.Linear(widths[-1], 2), "b": nn.Linear(widths[-1], 3)})
                self.scale = nn.Parameter(torch.ones(widths[-1]))
                self.register_buffer("table", torch.zeros(5, 6))
            def forward(self, x):
                for layer in self.layers:
                    x = layer(x).relu()
                return {name: head(x * self.scale) for name, head in self.heads.items()}
        net = Net([4, 8, 6])
        found = net(torch.zeros(7, 4))
        a, b = found["a"], found["b"]
        table = net.table
        count = len(net.layers)
    """,
    "double_model": """
        import torch
        from torch import nn
        model = nn.Sequential(nn.Linear(4, 2)).double()
        out = model(torch.zeros(3, 4, dtype=torch.float64))
        back = model.float()(torch.zeros(3, 4))
        moved = model.to(torch.float64)(torch.zeros(3, 4).double())
    """,
    "loader": """
        import torch
        from torch.utils.data import DataLoader, TensorDataset, random_split
        data = TensorDataset(torch.zeros(20, 3, 8), torch.zeros(20, dtype=torch.int64))
        train, test = random_split(data, [16, 4])
        x, y = next(iter(DataLoader(train, batch_size=4)))
        whole, _ = next(iter(DataLoader(test, batch_size=10)))
        sizes = (len(data), len(train), len(DataLoader(train, batch_size=5)))
        one, label = data[0]
        for u, v in DataLoader(data, batch_size=5, shuffle=True):
            pass
    """,
    "own_dataset": """
        import numpy as np
        import torch
        from torch.utils.data import DataLoader, Dataset
        class Own(Dataset):
            def __len__(self):
                return 12
            def __getitem__(self, i):
                return {"x": np.zeros(5, dtype=np.float32), "y": 3, "z": 0.5, "w": (torch.zeros(2), True)}
        for batch in DataLoader(Own(), batch_size=4):
            x, y, z = batch["x"], batch["y"], batch["z"]
            w, flag = batch["w"]
        def collate(samples):
            return torch.stack([torch.from_numpy(s["x"]) for s in samples])
        for own in DataLoader(Own(), batch_size=4, collate_fn=collate):
            pass
    """,
    "packed": """
        import torch
        from torch import nn
        from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence
        lstm = nn.LSTM(3, 4, batch_first=True, bidirectional=True)
        packed = pack_padded_sequence(torch.zeros(2, 5, 3), torch.tensor([5, 2]), batch_first=True)
        out, (h, c) = lstm(packed)
        del packed, out
    """,
    "in_place": """
        import torch
        x = torch.zeros(2, 3)
        alias = x
        y = x.unsqueeze_(0)
        z = torch.zeros(4)
        z += 1
        w = torch.tensor([0, 5])
        w[0] = 2
        total = z.sum()
        del x, alias
    """,
    "attention": """
        import torch
        from torch import nn
        B, T, C, H = 2, 5, 8, 4
        x = torch.zeros(B, T, C)
        q, k, v = nn.Linear(C, 3 * C)(x).chunk(3, dim=-1)
        q, k, v = (t.view(B, T, H, C // H).transpose(1, 2) for t in (q, k, v))
        scores = (q @ k.transpose(-2, -1)).softmax(dim=-1)
        out = (scores @ v).transpose(1, 2).contiguous().view(B, T, C)
        mask = torch.tril(torch.ones(T, T)).view(1, 1, T, T)
        filled = scores.masked_fill(mask == 0, float("-inf"))
    """,
    "modes": """
        import torch
        from torch import nn
        @torch.no_grad()
        def evaluate(model, x):
            model.eval()
            return model(x)
        model = nn.Linear(4, 2)
        out = evaluate(model, torch.zeros(3, 4))
        array = out.numpy()
        with torch.no_grad():
            other = model(torch.zeros(5, 4)).numpy()
        torch.set_default_dtype(torch.float64)
        wide = nn.Linear(2, 2)(torch.zeros(1, 2))
        torch.set_default_dtype(torch.float32)
    """,
    "functions_of_functions": """
        import torch
        from torch import nn
        from torch.func import functional_call, grad, grad_and_value, vmap
        net = nn.Linear(4, 2)
        out = functional_call(net, dict(net.named_parameters()), (torch.zeros(3, 4),))
        slope = grad(lambda w: (w * 2).sum())(torch.zeros(4, 2))
        both, value = grad_and_value(lambda w: (w * 2).sum())(torch.zeros(4, 2))
        each = vmap(lambda a, b: a @ b)(torch.zeros(5, 3), torch.zeros(5, 3))
        averaged = torch.optim.swa_utils.AveragedModel(net)(torch.zeros(3, 4))
    """,
    "constructors_that_depend": """
        import sys
        import torch
        from torch import nn
        class Net(nn.Module):
            def __init__(self, wide):
                super().__init__()
                width = 8 if wide else 4
                self.body = nn.Sequential(nn.Linear(6, width), nn.LayerNorm(width))
                self.head = nn.Linear(width, 2)
            def forward(self, x):
                return self.head(self.body(x))
        out = Net(len(sys.argv) > 100)(torch.zeros(3, 6))
    """,
}
MISTAKES = {
    "view-noncontiguous": """
        import torch
        x = torch.zeros(2, 5, 4, 3).transpose(1, 2)
        x.view(2, 4, 15)
    """,
    "sample-count-mismatch": """
        import torch
        from torch.utils.data import TensorDataset
        TensorDataset(torch.zeros(3, 4), torch.zeros(4))
    """,
    "float64-input": """
        import numpy as np
        import torch
        from torch import nn
        nn.Linear(4, 2)(torch.from_numpy(np.zeros((3, 4))))
    """,
    "numpy-requires-grad": """
        import torch
        net = torch.nn.Linear(4, 2)
        with torch.no_grad():
            before = net(torch.zeros(3, 4)).numpy()
        after = net(torch.zeros(3, 4)).numpy()
    """,
    "batchnorm-single-sample": """
        import torch
        from torch import nn
        model = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8))
        model.eval()
        model(torch.zeros(1, 4))
        model.train()
        model(torch.zeros(1, 4))
    """,
    "rnn-tuple-output": """
        import torch
        from torch import nn
        nn.Sequential(nn.LSTM(3, 4), nn.Linear(4, 2))(torch.zeros(5, 2, 3))
    """,
    "view-size-mismatch": """
        import torch
        from torch.utils.data import DataLoader, TensorDataset
        for (x,) in DataLoader(TensorDataset(torch.zeros(100, 1, 16, 16)), batch_size=64):
            x.view(-1, 400)
    """,
    "reshape-changes-batch": """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, TensorDataset
        data = TensorDataset(torch.zeros(100, 1, 16, 16), torch.zeros(100, dtype=torch.int64))
        for x, y in DataLoader(data, batch_size=64):
            nn.CrossEntropyLoss()(nn.Linear(512, 10)(x.view(-1, 512)), y)
    """,
}
PICTURES = {
    "label-out-of-range": """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader
        from torchvision import datasets, transforms
        data = datasets.EMNIST("d", split="letters", transform=transforms.ToTensor())
        for x, y in DataLoader(data, batch_size=64):
            nn.CrossEntropyLoss()(nn.Linear(784, 26)(x.flatten(1)), y)
    """,
    "normalize-channel-mismatch": """
        from torchvision import datasets, transforms
        steps = [transforms.ToTensor(), transforms.Normalize((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))]
        datasets.MNIST("d", transform=transforms.Compose(steps))[0]
    """,
}
SHAPES = """
    from torch.utils.data import DataLoader
    from torchvision import datasets, transforms
    T = transforms
    small = T.Compose([T.Resize(36), T.RandomCrop(32, padding=4), T.Grayscale(3), T.ToTensor()])
    grey = datasets.MNIST("d", train=False, transform=small)[0][0]
    wide = datasets.ImageFolder("d", T.Compose([T.RandomResizedCrop(224), T.ToTensor()]))[0][0]
    size = len(datasets.CIFAR10("d", train=False))
    data = datasets.CIFAR100("d", transform=T.ToTensor())
    x, y = next(iter(DataLoader(data, batch_size=100)))
    images = datasets.FashionMNIST("d").data
"""
"""torchvision is not among the packages of the tests: sizes are those of its documentation."""


@pytest.fixture(autouse=True)
def modes() -> Iterator[None]:
    """What a program sets for all that follows is taken back at the end of an analysis, which these are not whole."""
    from shapecheck.frameworks.torch.dialect import MODES

    before = dict(MODES)
    yield
    MODES.update(before)


@pytest.mark.oracle
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", PROGRAMS)
def test_names_hold_what_they_hold(name: str) -> None:
    pytest.importorskip("torch")
    from tests.oracles import torch_real as torch_real
    from tests.oracles.harness import compare

    source = dedent(PROGRAMS[name])
    real: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(source, name, "exec"), real)
    mine, machine = run(source)
    assert not [call.mismatch for call in machine.trace.calls if call.mismatch]
    torch = real["torch"]
    kinds = (torch.Tensor, real.get("np", torch).ndarray if "np" in real else torch.Tensor, int, tuple)
    held = {key: value for key, value in real.items() if isinstance(value, kinds) and not key.startswith("_")}
    answers = {key: compare(mine[key], value) for key, value in held.items()}
    assert {key: answer for key, answer in answers.items() if answer != "agree"} == {}


@pytest.mark.oracle
@pytest.mark.filterwarnings("ignore")
def test_names_of_attributes() -> None:
    torch = pytest.importorskip("torch")
    from shapecheck.frameworks.torch.names import NAMES

    nn = torch.nn
    layers = [
        nn.Linear(2, 3), nn.Conv2d(2, 3, 3), nn.ConvTranspose1d(2, 3, 3), nn.BatchNorm2d(3), nn.LayerNorm(3),
        nn.MaxPool2d(2), nn.AdaptiveAvgPool2d(1), nn.Embedding(3, 4), nn.MultiheadAttention(4, 2), nn.Dropout(0.1),
        nn.TransformerEncoderLayer(4, 2), nn.Upsample(scale_factor=2), nn.Flatten(), nn.GroupNorm(1, 3), nn.PReLU(),
        nn.CrossEntropyLoss(), nn.ModuleDict(), nn.ModuleList(), nn.Sequential(), nn.GRUCell(2, 3), nn.Unfold(3),
    ]  # fmt: skip
    names = {name for layer in layers for name in dir(layer) if not name.startswith(("__", "weight_", "bias_"))}
    assert names <= NAMES


@pytest.mark.parametrize("kind", [*MISTAKES, *PICTURES])
def test_mistakes_are_found(kind: str) -> None:
    source = dedent({**MISTAKES, **PICTURES}[kind])
    report = Session(Config(static=True, data=False)).check("program.py", source)
    assert [finding.name for finding in report.findings if finding.severity.value == "error"] == [kind]


@pytest.mark.oracle
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", MISTAKES)
def test_mistakes_are_mistakes(kind: str) -> None:
    pytest.importorskip("torch")
    with pytest.raises(Exception) as refused:
        exec(compile(dedent(MISTAKES[kind]), kind, "exec"), {"__name__": "__main__"})
    report = Session(Config(static=True, data=False)).check("program.py", dedent(MISTAKES[kind]))
    assert any(quote in str(refused.value) for finding in report.findings for quote in finding.runtime)


SILENT = {
    "batches_differ_in_length": """
        import numpy as np
        import torch
        from torch.utils.data import DataLoader, TensorDataset
        loader = DataLoader(TensorDataset(torch.zeros(70, 4)), batch_size=32)
        found, arrays = [], []
        for (x,) in loader:
            found.append(x.sum(1))
            arrays.append(x.numpy())
        same = torch.cat(found) == torch.zeros(70)
        sums = np.concatenate(arrays) + np.zeros((70, 4))
    """,
    "last_batch_is_not_one": """
        import torch
        from torch.utils.data import DataLoader, TensorDataset
        for (x,) in DataLoader(TensorDataset(torch.zeros(73, 1)), batch_size=32):
            y = x.squeeze()
    """,
    "a_tensor_that_an_op_gives_another_size": """
        import torch
        empty = torch.empty(0)
        torch.mul(torch.zeros(2, 3), 2.0, out=empty)
        empty.view(6)
    """,
    "what_is_done_with_the_first_batch": """
        import torch
        from torch.utils.data import DataLoader, TensorDataset
        for i, (x,) in enumerate(DataLoader(TensorDataset(torch.zeros(100, 3)), batch_size=32)):
            if i == 0:
                x.view(32, 3)
    """,
    "parts_under_names_that_are_not_known": """
        import sys
        import torch
        class Net(torch.nn.ModuleDict):
            def __init__(self, names):
                super().__init__()
                for name in names:
                    self.add_module(name, torch.nn.Linear(3, 5))
            def forward(self):
                x = torch.zeros(2, 3)
                for part in self.values():
                    x = part(x)
                return torch.zeros(4, 5) @ x.T
        Net([one[:0] + "a" for one in sys.argv[:1]])()
    """,
    "nothing_flows_where_gradients_are_off": """
        import torch
        def values(weights):
            with torch.no_grad():
                return weights[0].numpy()
        values(torch.nn.Parameter(torch.zeros(3, 2)))
    """,
    "a_dtype_that_is_not_known": """
        import torch
        def share(x: torch.Tensor):
            return (x > 0).to(x.dtype).mean()
        share(torch.zeros(3))
    """,
    "callers_may_turn_gradients_off": """
        import torch
        net = torch.nn.Linear(4, 2)
        def predict():
            return net(torch.zeros(3, 4)).numpy()
    """,
}


@pytest.mark.parametrize("name", SILENT)
def test_nothing_is_said(name: str) -> None:
    source = dedent(SILENT[name])
    assert Session(Config(static=True, data=False)).check("program.py", source).findings == []


@pytest.mark.oracle
@pytest.mark.parametrize("name", SILENT)
def test_they_run(name: str) -> None:
    pytest.importorskip("torch")
    exec(compile(dedent(SILENT[name]), name, "exec"), {"__name__": "__main__"})


def test_pictures() -> None:
    mine, _ = run(SHAPES)
    assert [str(mine[name]) for name in ("grey", "wide", "x", "y", "images")] == [
        "f32[3, 32, 32]", "f32[3, 224, 224]", "f32[100, 3, 32, 32]", "i64[100]", "u8[60000, 28, 28]",
    ]  # fmt: skip
    assert repr(mine["size"]) == "Constant(10000)"
