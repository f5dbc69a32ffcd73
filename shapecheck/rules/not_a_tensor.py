from __future__ import annotations

from .base import Rule


class NotATensor(Rule):
    """A layer or a loss of PyTorch gets a list or an array of NumPy.

    ## Why

    Layers take tensors. Labels that a data set gives as lists become a list of tensors in a batch, one for each place
    in the list; an array of NumPy stays one until it is turned into a tensor.

    ## What to change

    `torch.from_numpy(x)`, `torch.tensor(x)`; let the data set return `torch.tensor(labels)`.
    """

    code = "SHP420"
    bad = (
        """
        import numpy as np
        from torch import nn

        nn.Linear(4, 2)(np.zeros((8, 4), dtype=np.float32))  # error: not-a-tensor
        """,
        """
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, Dataset


        class Sentences(Dataset):
            def __len__(self):
                return 8

            def __getitem__(self, i):
                return torch.zeros(4), [0, 1]


        net, loss = nn.Linear(4, 2), nn.CrossEntropyLoss()
        for x, y in DataLoader(Sentences(), batch_size=2):
            loss(net(x), y)  # error: not-a-tensor
        """,
    )
    good = (
        """
        import numpy as np
        import torch
        from torch import nn
        from torch.utils.data import DataLoader, Dataset


        class Sentences(Dataset):
            def __len__(self):
                return 8

            def __getitem__(self, i):
                return np.zeros(4, dtype=np.float32), 1


        net, loss = nn.Linear(4, 2), nn.CrossEntropyLoss()
        for x, y in DataLoader(Sentences(), batch_size=2):
            loss(net(x), y)
        nn.Identity()([1, 2])
        net(torch.from_numpy(np.zeros((8, 4), dtype=np.float32)))
        """,
    )
