from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.containers import Sequence
from ..core.objects import Instance
from ..core.outcome import Remark
from ..core.plain import Constant
from ..core.state import serial
from ..findings import Severity
from .base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.outcome import Mismatch
    from ..interp.trace import Call, Trace


class ModulesInPlainList(Rule):
    """Layers are kept in a list or a dict, where their module does not see them.

    ## Why

    A module registers the modules that are its attributes. Those in a list or a dict of Python are called, but they
    are not among its parameters: they are not trained, not saved and not moved to the GPU. If there are no others, the
    optimizer refuses the empty list.

    ## What to change

    `nn.ModuleList([...])`, `nn.ModuleDict({...})`.
    """

    code = "SHP740"
    severity = Severity.WARNING
    bad = (
        """
        import torch
        from torch import nn


        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.layers = [nn.Linear(8, 8) for _ in range(3)]  # warning: modules-in-plain-list
                self.out = nn.Linear(8, 2)

            def forward(self, x):
                for layer in self.layers:
                    x = torch.relu(layer(x))
                return self.out(x)


        net = Net()
        optimizer = torch.optim.Adam(net.parameters())
        """,
        """
        import torch
        from torch import nn


        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.body = nn.Linear(4, 8)
                self.heads = {"kind": nn.Linear(8, 2), "age": nn.Linear(8, 1)}  # warning: modules-in-plain-list

            def forward(self, x):
                x = self.body(x)
                return {name: head(x) for name, head in self.heads.items()}


        net = Net()
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        """,
        """
        import torch
        from torch import nn


        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.layers = []
                for _ in range(3):
                    self.layers.append(nn.Linear(8, 8))


        optimizer = torch.optim.Adam(Net().parameters())  # error: modules-in-plain-list
        """,
    )
    good = (
        """
        import torch
        from torch import nn


        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.layers = nn.ModuleList([nn.Linear(8, 8) for _ in range(3)])
                self.first = nn.Linear(8, 8)
                self.second = nn.Linear(8, 8)
                self.steps = [self.first, nn.ReLU(), self.second]
                self.by_name = {}
                for name in ("kind", "age"):
                    head = nn.Linear(8, 2)
                    self.add_module(name, head)
                    self.by_name[name] = head
                self.teacher = [nn.Linear(8, 8)]
                self.frozen = [nn.Linear(8, 8).eval(), nn.Linear(8, 8).eval()]
                self.activations = [nn.ReLU(), nn.Tanh()]


        net = Net()
        optimizer = torch.optim.Adam(net.parameters())
        """,
        """
        import torch
        from torch import nn


        class Ensemble(nn.Module):
            def __init__(self):
                super().__init__()
                self.gate = nn.Linear(8, 3)
                self.members = [nn.Linear(8, 2) for _ in range(3)]


        net = Ensemble()
        parameters = list(net.parameters())
        for member in net.members:
            parameters += list(member.parameters())
        optimizer = torch.optim.Adam(parameters)
        """,
        """
        import torch
        from torch import nn


        class Base(nn.Module):
            def optimizer(self, rate):
                return torch.optim.SGD(self.parameters(), lr=rate)
        """,
    )

    def finish(self, trace: Trace) -> Iterator[tuple[Call, Mismatch | Remark]]:
        """Where nobody asks for the parameters of all of them, and no optimizer refuses."""
        asked = set(trace.facts.get("parameters", ()))
        if any(call.mismatch is not None and call.mismatch.kind == self.name() for call in trace.calls):
            return
        for call in trace.calls:
            parts, where = call.values.get("parts"), call.values.get("where")
            if "lost" not in call.spec.traits or not isinstance(parts, Sequence) or not isinstance(where, Constant):
                continue
            lost = [part for part in parts.items if isinstance(part, Instance) and serial(part.state) not in asked]
            if len(lost) == len(parts.items):
                text = f"{where.payload} holds {len(lost)} modules, which are not among the parameters"
                yield call, Remark(self.name(), text, argument="where", help="nn.ModuleList, or nn.ModuleDict")
