"""Data sets and loaders: every data set with every way to load it."""

from __future__ import annotations

HEAD = """
import numpy as np, torch
from collections import namedtuple
from torch.utils.data import *
from torch.utils.data import default_collate
P = namedtuple("P", "x y")
class Samples(Dataset):
    def __init__(self, make): self.make = make
    def __len__(self): return 10
    def __getitem__(self, i): return self.make(i)
class Stream(IterableDataset):
    def __iter__(self):
        for i in range(10):
            yield torch.zeros(3), i
class Counted(Stream):
    def __len__(self): return 10
class Arrays(Dataset):
    def __init__(self):
        self.x, self.y = np.zeros((10, 5), dtype=np.float32), np.arange(10)
    def __len__(self): return len(self.y)
    def __getitem__(self, i): return self.x[i], self.y[i], self.x[i, 0], self.x[i].sum()
Z = torch.zeros
"""
DATASETS = (
    "TensorDataset(Z(10, 3, 4), Z(10, dtype=torch.long))",
    "[(Z(3), i) for i in range(10)]",
    '[(np.zeros((2, 3), dtype=np.float32), 0.5, "a", True) for i in range(10)]',
    'Samples(lambda i: {"x": np.zeros(4), "y": i, "name": "n", "n": {"a": Z(2)}, "l": [1, 2.5]})',
    "Samples(lambda i: P(Z(2), i))",
    "Samples(lambda i: [np.zeros((2, 2)), (Z(1), 3)])",
    "Samples(lambda i: (torch.tensor(i), torch.tensor(1.0), torch.tensor([True])))",
    "Arrays()",
    "Subset(TensorDataset(Z(20, 3)), range(10))",
    "Subset(TensorDataset(Z(20, 3)), [0, 2, 4, 6, 8, 10, 12, 14, 16, 18])",
    "ConcatDataset([TensorDataset(Z(6, 3), Z(6)), TensorDataset(Z(4, 3), Z(4))])",
    "TensorDataset(Z(6, 3)) + TensorDataset(Z(4, 3))",
    "StackDataset(a=TensorDataset(Z(10, 3)), b=Z(10))",
    "random_split(TensorDataset(Z(14, 3), Z(14)), [10, 4])[0]",
    "random_split(TensorDataset(Z(13, 3)), [0.8, 0.2])[0]",
    "Stream()",
    "Counted()",
    "ChainDataset([Stream(), Stream()])",
    "np.zeros((10, 4))",
    "range(10)",
)
LOADERS = (
    "DataLoader(ds)",
    "DataLoader(ds, batch_size=4)",
    "DataLoader(ds, batch_size=4, drop_last=True)",
    "DataLoader(ds, batch_size=5)",
    "DataLoader(ds, batch_size=16)",
    "DataLoader(ds, batch_size=16, drop_last=True)",
    "DataLoader(ds, batch_size=None)",
    "DataLoader(ds, 3, shuffle=False)",
    "DataLoader(ds, batch_size=4, sampler=SequentialSampler(ds))",
    "DataLoader(ds, batch_size=4, sampler=SubsetRandomSampler(list(range(6))))",
    "DataLoader(ds, batch_size=4, sampler=WeightedRandomSampler([1.0] * 10, 7))",
    "DataLoader(ds, batch_sampler=BatchSampler(SequentialSampler(ds), 4, False))",
    "DataLoader(ds, batch_sampler=BatchSampler(RandomSampler(ds), 4, True))",
    "DataLoader(ds, batch_sampler=[[0, 1], [2, 3, 4]])",
    "DataLoader(ds, batch_size=4, collate_fn=lambda b: b)",
    "DataLoader(ds, batch_size=4, collate_fn=default_collate)",
    "DataLoader(ds, batch_size=4, collate_fn=lambda b: len(b))",
)
