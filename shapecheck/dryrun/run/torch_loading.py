"""Batches, checkpoints and downloads of PyTorch."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from typing import Any

import torch
import torch.multiprocessing
import torch.utils.model_zoo as zoo
from torch.utils.data import DataLoader, IterableDataset
from torch.utils.data.dataloader import _DatasetKind

from . import loops, world
from .inert import Inert
from .state import FETCHED, STATE, Unreal, at, own

SECONDS = 1.0
BYTES = 64 << 20
"""Samples of a batch are fetched for so long, or until they weigh so much; then those fetched stand for the others."""
_SAVED: dict[str, Any] = {}


class Batches:
    """One pass of a loader. In a loop it has a first and a last batch; `next` gets as many as a real one gives."""

    def __init__(self, loader: Any) -> None:
        self.loader = loader
        self.given = 0
        self.first: Any = None
        self.count = None if isinstance(loader.dataset, IterableDataset) else len(loader)
        self.source: Any = None
        if self.count is None or loader.batch_sampler is None:
            self.source = _plain(loader)
        else:
            self.indices = iter(loader.batch_sampler)

    def __iter__(self) -> Batches:
        return self

    def __len__(self) -> int:
        return len(self.loader)

    def __next__(self) -> Any:
        caller = sys._getframe(1).f_code.co_filename
        looping = not own(caller)
        self.given += 1
        if self.source is not None:
            return self._streamed(looping)
        count = self.count or 0
        if self.given > count or (looping and self.given > 2):
            raise StopIteration
        if self.given == 1:
            self.first = _fetch(self.loader, next(self.indices))
            if count > 2 and looping:
                STATE.shortened += 1
            return self.first
        last = looping or self.given == count
        return self._last(count) if last else self.first

    def _last(self, count: int) -> Any:
        """The batch at the end, which may be a partial one."""
        if count == 2:
            return _fetch(self.loader, next(self.indices))
        size = getattr(self.loader.batch_sampler, "batch_size", None)
        sampler = getattr(self.loader.batch_sampler, "sampler", None)
        following = list(next(self.indices))
        if not size or sampler is None or not hasattr(sampler, "__len__"):
            return _fetch(self.loader, following)
        rest = len(sampler) % size
        if rest and not getattr(self.loader.batch_sampler, "drop_last", False):
            return _fetch(self.loader, following[:rest])
        return _fetch(self.loader, following)

    def _streamed(self, looping: bool) -> Any:
        if looping and self.given > 2:
            STATE.shortened += 1
            raise StopIteration
        return next(self.source)


def _plain(loader: Any) -> Iterator[Any]:
    """The batches of a data set without indices, or of single samples, made in this process."""
    dataset, size = loader.dataset, loader.batch_size
    if not isinstance(dataset, IterableDataset):
        for index in loader.sampler:
            yield (loader.collate_fn or (lambda sample: sample))(dataset[index])
        return
    collate = loader.collate_fn
    if size is None:
        for sample in dataset:
            yield collate(sample) if collate else sample
        return
    batch: list[Any] = []
    for sample in dataset:
        batch.append(sample)
        if len(batch) == size:
            yield collate(batch)
            batch = []
    if batch and not loader.drop_last:
        yield collate(batch)


def _fetch(loader: Any, indices: Any) -> Any:
    """A batch of these samples; of many large ones a few stand for all."""
    indices = list(indices)
    STATE.count("batch")
    dataset = loader.dataset
    if hasattr(dataset, "__getitems__") and len(indices) <= 4096:
        fetcher = _DatasetKind.create_fetcher(loader._dataset_kind, dataset, True, loader.collate_fn, loader.drop_last)
        return fetcher.fetch(indices)
    began, weight, samples = time.monotonic(), 0, []
    for index in indices:
        samples.append(dataset[index])
        weight += _weight(samples[-1])
        if len(samples) > 1 and (weight > BYTES or time.monotonic() - began > SECONDS):
            break
    samples = [samples[at % len(samples)] for at in range(len(indices))]
    return loader.collate_fn(samples)


def _weight(sample: Any) -> int:
    if isinstance(sample, (list, tuple)):
        return sum(map(_weight, sample))
    if isinstance(sample, dict):
        return sum(map(_weight, sample.values()))
    return int(getattr(sample, "nbytes", 0) or 0)


def _save(thing: Any, file: Any, *_: Any, **__: Any) -> None:
    if isinstance(file, (str, os.PathLike)):
        _SAVED[os.path.abspath(os.fspath(file))] = thing
        world.shadow(file)
    elif hasattr(file, "write"):
        _SAVED[str(id(file))] = thing


def _load(file: Any, *_: Any, **kwargs: Any) -> Any:
    path = os.path.abspath(os.fspath(file)) if isinstance(file, (str, os.PathLike)) else str(id(file))
    if path in _SAVED:
        return _SAVED[path]
    kwargs["map_location"] = "cpu"
    if isinstance(file, (str, os.PathLike)) and not os.path.exists(path):
        STATE.note(f"{os.path.basename(path)} is not there: its weights are made up{at()}")
        STATE.doubtful = STATE.doubtful or "a checkpoint that is not there"
        return Inert()
    if not isinstance(file, (str, os.PathLike)) or os.path.getsize(path) < BYTES:
        return _LOAD(file, **kwargs)
    from .torch_modes import FAKE

    with FAKE:
        return _LOAD(file, **kwargs)


def _hub(*_: Any, **__: Any) -> Any:
    text = f"{FETCHED}{at()}"
    STATE.note(text)
    raise Unreal(text)


def _weights(*_: Any, **__: Any) -> Any:
    STATE.note("pretrained weights are not fetched: they are made up")
    return Inert()


_LOAD = torch.load


def install() -> None:
    """Puts them in the place of the library's."""
    DataLoader.__iter__ = lambda self: Batches(self)
    torch.save, torch.load = _save, _load
    torch.hub.load = _hub
    torch.hub.download_url_to_file = _hub
    torch.hub.load_state_dict_from_url = _weights
    zoo.load_url = _weights
    torch.multiprocessing.spawn = _spawned
    loops.LONG = min(loops.LONG, STATE.seconds / 4)


def _spawned(function: Any, args: Any = (), nprocs: int = 1, *_: Any, **__: Any) -> None:
    """The first of the processes, in this one."""
    function(0, *args)
