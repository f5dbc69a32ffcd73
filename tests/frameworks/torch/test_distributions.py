"""Distributions: the tensors of a program have the shapes and dtypes that they have under the real torch."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

from shapecheck.core.tensor import Tensor
from tests.programs import run

torch = pytest.importorskip("torch")

PROGRAM = """
    import torch
    from torch.distributions import (
        Bernoulli, Beta, Categorical, Dirichlet, Independent, LogNormal, MultivariateNormal, Normal, OneHotCategorical,
        Uniform, kl_divergence,
    )
    normal = Normal(torch.zeros(5, 3), torch.ones(3))
    drawn = normal.sample()
    many = normal.rsample((7, 2))
    density = normal.log_prob(many)
    entropy = normal.entropy()
    mean, spread = normal.mean, normal.stddev
    scalar = Normal(0.0, 1.0).sample((4,))
    chosen = Categorical(logits=torch.zeros(6, 4)).sample()
    several = Categorical(torch.full((6, 4), 0.25)).sample((2,))
    score = Categorical(torch.full((6, 4), 0.25)).log_prob(chosen)
    single = Categorical(torch.full((4,), 0.25)).sample()
    logits = Categorical(torch.full((6, 4), 0.25)).logits
    hot = OneHotCategorical(torch.full((6, 4), 0.25)).sample()
    hot_score = OneHotCategorical(torch.full((6, 4), 0.25)).log_prob(hot)
    joint = MultivariateNormal(torch.zeros(5, 2), torch.eye(2))
    vector, vector_score, joint_entropy = joint.sample((3,)), joint.log_prob(torch.zeros(5, 2)), joint.entropy()
    together = Independent(normal, 1)
    joined, joined_score = together.sample((2,)), together.log_prob(torch.zeros(5, 3))
    simplex = Dirichlet(torch.ones(5, 3)).sample()
    coin = Bernoulli(torch.full((5,), 0.5)).sample()
    share = Beta(torch.ones(5), torch.ones(2, 1)).sample()
    flat = Uniform(torch.zeros(2), torch.ones(2)).log_prob(torch.full((3, 2), 0.5))
    lasting = LogNormal(torch.zeros(2), torch.ones(2)).mean
    apart = kl_divergence(normal, Normal(torch.zeros(3), torch.ones(3)))
    apart_jointly = kl_divergence(together, together)
"""


def test_shapes_and_dtypes() -> None:
    names: dict[str, Any] = {}
    exec(dedent(PROGRAM), names)
    found, _ = run(PROGRAM)
    real = {name: value for name, value in names.items() if isinstance(value, torch.Tensor)}
    told = {name: value for name, value in found.items() if isinstance(value, Tensor)}
    assert real.keys() == told.keys()
    for name, value in real.items():
        assert (name, told[name].shape.numbers) == (name, tuple(value.shape))
        assert told[name].dtype in (None, str(value.dtype).removeprefix("torch."))
