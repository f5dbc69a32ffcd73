from __future__ import annotations

from .base import Rule


class MissingSuperInit(Rule):
    """A module sets its layers before it is one.

    ## Why

    `Module.__init__` makes the places where layers and parameters are kept. Without it the first layer that is
    assigned fails.

    ## What to change

    `super().__init__()` as the first line of `__init__`.
    """

    code = "SHP620"
    bad = (
        """
        from torch import nn


        class Net(nn.Module):
            def __init__(self):
                self.size = 4
                self.first = nn.Linear(self.size, 2)  # error: missing-super-init
                self.second = nn.Linear(2, 2)


        net = Net()
        """,
    )
    good = (
        """
        from torch import nn


        class Base(nn.Module):
            def __init__(self, size):
                nn.Module.__init__(self)
                self.first = nn.Linear(size, 2)


        class Net(Base):
            def __init__(self):
                self.size = 4
                super(Net, self).__init__(self.size)
                self.second = nn.Linear(2, 2)


        class Other(nn.Module):
            def build(self):
                self.layer = nn.Linear(2, 2)


        Net()
        Other().build()
        """,
    )
