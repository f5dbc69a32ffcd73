"""Calls of the losses of torch: every combination of input, target, dtypes, reduction, weights and options, as function
and as module."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import torch

Cell = tuple[str, str, tuple[Any, ...], dict[str, Any]]
"""The function in `torch.nn.functional`, the module in `torch.nn`, the tensors, and the options."""

REDUCTIONS = ("mean", "sum", "none")
DTYPES = (torch.float32, torch.float64, torch.float16, torch.int64, torch.int32, torch.uint8, torch.bool)
SCORES = ((), (1,), (3,), (4, 1), (4, 3), (3, 3), (0, 3), (2, 3, 5), (2, 3, 3), (2, 3, 4, 4), (2, 3, 2, 2, 2))
TARGETS = ((), (1,), (3,), (4,), (5,), (0,), (4, 1), (4, 3), (3, 3), (2, 5), (2, 3), (2, 5, 1), (2, 3, 5), (2, 4, 4),
           (2, 1, 4, 4), (2, 3, 4, 4), (2, 2, 2, 2))  # fmt: skip
WEIGHTS = (None, (), (1,), (2,), (3,), (3, 1), (4, 3))
VALUE = {
    "mse_loss": "MSELoss", "l1_loss": "L1Loss", "smooth_l1_loss": "SmoothL1Loss", "huber_loss": "HuberLoss",
    "kl_div": "KLDivLoss", "poisson_nll_loss": "PoissonNLLLoss", "soft_margin_loss": "SoftMarginLoss",
    "binary_cross_entropy": "BCELoss", "binary_cross_entropy_with_logits": "BCEWithLogitsLoss",
    "hinge_embedding_loss": "HingeEmbeddingLoss", "multilabel_margin_loss": "MultiLabelMarginLoss",
    "multilabel_soft_margin_loss": "MultiLabelSoftMarginLoss", "multi_margin_loss": "MultiMarginLoss",
}  # fmt: skip
NOT_ON_CPU = ("multi_margin_loss", "multilabel_margin_loss")
"""Of half precision: a GPU has them."""
CLASSES = {"cross_entropy": "CrossEntropyLoss", "nll_loss": "NLLLoss"}
SHAPES = ((), (1,), (3,), (4,), (4, 1), (4, 3), (1, 3), (3, 4), (0, 3), (2, 4, 3), (2, 4, 1))


def made(shape: tuple[int, ...], dtype: torch.dtype = torch.float32) -> torch.Tensor:
    return torch.zeros(shape, dtype=dtype)


def values() -> Iterator[Cell]:
    """Losses of two tensors that are alike: shapes, dtypes, reductions."""
    for (name, layer), a, b, reduction in product(VALUE.items(), SHAPES, SHAPES, REDUCTIONS):
        for dtype in (torch.float32, torch.int64):
            yield name, layer, (made(a), made(b, dtype)), {"reduction": reduction}
    for (name, layer), one, other, reduction in product(VALUE.items(), DTYPES, DTYPES, REDUCTIONS):
        if one is torch.float16 and name in NOT_ON_CPU:
            continue
        for a, b in (((4, 3), (4, 3)), ((4,), (4,)), ((4, 1), (4,))):
            yield name, layer, (made(a, one), made(b, other)), {"reduction": reduction}


def classes() -> Iterator[Cell]:
    """Losses of scores and classes."""
    for (name, layer), a, b, reduction in product(CLASSES.items(), SCORES, TARGETS, REDUCTIONS):
        for dtype in (torch.int64, torch.float32):
            yield name, layer, (made(a), made(b, dtype)), {"reduction": reduction}
    for (name, layer), one, other, reduction in product(CLASSES.items(), DTYPES, DTYPES, REDUCTIONS):
        for a, b in (((4, 3), (4,)), ((4, 3), (4, 3)), ((4, 3), (4, 1)), ((2, 3, 5), (2, 5)), ((3,), ())):
            yield name, layer, (made(a, one), made(b, other)), {"reduction": reduction}
    pairs = (((4, 3), (4,)), ((4, 3), (4, 3)), ((3,), ()), ((3,), (3,)), ((2, 3, 5), (2, 5)), ((2, 3, 5), (2, 3, 5)))
    options = product(WEIGHTS, (-100, 0, 1, -1), (0.0, 0.1, 1.0, 1.5), (torch.int64, torch.float32), DTYPES[:3])
    for (a, b), (weight, ignored, smoothed, dtype, weighed) in product(pairs, options):
        if weight == (3, 1) and smoothed and len(a) > 2:  # refused or not by what the labels are
            continue
        given = {"weight": None if weight is None else made(weight, weighed), "ignore_index": ignored}
        yield "cross_entropy", "CrossEntropyLoss", (made(a), made(b, dtype)), {**given, "label_smoothing": smoothed}
        if smoothed == 0 and dtype is torch.int64:
            yield "nll_loss", "NLLLoss", (made(a), made(b, dtype)), given
    for pair, (least, most) in product(CLASSES.items(), ((0, 2), (0, 3), (-1, 2), (1, 3), (-100, 1), (3, 5))):
        target = torch.tensor([least, most, 1, 1])
        for ignored in (-100, -1, 3):
            yield *pair, (made((4, 3)), target), {"ignore_index": ignored}


def weighed() -> Iterator[Cell]:
    """Losses of two tensors with weights."""
    pairs = (((4, 3), (4, 3)), ((3,), (3,)), ((4, 1), (4, 1)), ((2, 4, 3), (2, 4, 3)), ((4, 1), (4,)), ((), ()))
    for (a, b), weight, dtype, reduction in product(pairs, WEIGHTS, DTYPES[:4], REDUCTIONS):
        given = None if weight is None else made(weight, dtype)
        tensors = (made(a), made(b))
        for name in ("binary_cross_entropy", "binary_cross_entropy_with_logits"):
            yield name, VALUE[name], tensors, {"weight": given, "reduction": reduction}
        yield "binary_cross_entropy_with_logits", "BCEWithLogitsLoss", tensors, {
            "pos_weight": given, "reduction": reduction}
        yield "multilabel_soft_margin_loss", "MultiLabelSoftMarginLoss", tensors, {
            "weight": given, "reduction": reduction}
    for a, weight, dtype, p in product(((4, 3), (3,)), WEIGHTS, DTYPES[:4], (1, 2, 3)):
        given = None if weight is None else made(weight, dtype)
        yield "multi_margin_loss", "MultiMarginLoss", (made(a), made(a[:-1], torch.int64)), {"weight": given, "p": p}
    for a, b, reduction in product(SHAPES, SHAPES, REDUCTIONS):
        for var in ((), (4,), (4, 1), (4, 3), (1, 3)):
            three = (made(a), made(b), torch.ones(var))
            yield "gaussian_nll_loss", "GaussianNLLLoss", three, {"reduction": reduction}


def triples() -> Iterator[Cell]:
    """Losses of three tensors."""
    shapes = ((), (1,), (4,), (3,), (4, 3), (4, 1), (1, 3), (2, 4, 3))
    for a, b, c, reduction in product(shapes, shapes, shapes, ("mean", "none")):
        tensors = (made(a), made(b), made(c))
        for name, layer in _TRIPLES.items():
            yield name, layer, tensors, {"reduction": reduction}
    for one, other, third in product(DTYPES[:4], repeat=3):
        for name, layer in _TRIPLES.items():
            last = (4,) if name == "cosine_embedding_loss" else (4, 3)
            yield name, layer, (made((4, 3), one), made((4, 3), other), made(last, third)), {}


_TRIPLES = {
    "cosine_embedding_loss": "CosineEmbeddingLoss", "margin_ranking_loss": "MarginRankingLoss",
    "triplet_margin_loss": "TripletMarginLoss", "triplet_margin_with_distance_loss": "TripletMarginWithDistanceLoss",
}  # fmt: skip


def sequences() -> Iterator[Cell]:
    """Connectionist temporal classification."""
    targets = ((3, 5), (15,), (5,), (3, 1), (12,), (3,))
    for scores, target in product(((20, 3, 6), (3, 20, 6), (20, 6), (20, 1, 6), (20,)), targets):
        for lengths, dtype in product(((3,), (), (1,), (2,)), (torch.int64, torch.int32, torch.float32)):
            sizes = torch.full(lengths, 20, dtype=dtype), torch.full(lengths, 5, dtype=dtype)
            goal = torch.ones(target, dtype=torch.int64)
            yield "ctc_loss", "CTCLoss", (made(scores).log_softmax(-1), goal, *sizes), {}


GROUPS = {"values": values, "classes": classes, "weighed": weighed, "triples": triples, "sequences": sequences}
