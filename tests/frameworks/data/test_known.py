"""What programs get from data sets that are known by name."""

from __future__ import annotations

from typing import Any

import pytest

from shapecheck.core.value import Unknown

from ...programs import run

PROGRAMS: dict[str, tuple[str, dict[str, str]]] = {
    "parts of tfds": (
        """
        import tensorflow_datasets as tfds
        (a, b, c), info = tfds.load('mnist', split=['train[:80%]', 'train[-20%:]', 'test+train[:10]'],
                                    as_supervised=True, with_info=True)
        sizes = len(a), len(b), len(c)
        classes = info.features['label'].num_classes
        samples = info.splits['train'].num_examples
        for image, label in a:
            pass
        """,
        {"sizes": "(48000, 12000, 10010)", "classes": "10", "samples": "60000", "image": "u8[28, 28, 1]",
         "label": "i64[]"},
    ),
    "features of tfds": (
        """
        import tensorflow_datasets as tfds
        for one in tfds.load('oxford_iiit_pet:3.*.*', split='train'):
            mask, label = one['segmentation_mask'], one['label']
        same = one['image'].shape[0] == mask.shape[0]
        for row, quality in tfds.load('wine_quality', split='train', as_supervised=True):
            alcohol = row['alcohol']
        """,
        {"mask": "u8[?, ?, 1]", "label": "i64[]", "quality": "i32[]", "alcohol": "f32[]"},
    ),
    "seaborn": (
        """
        import seaborn as sns
        iris = sns.load_dataset('iris')
        x, y = iris.drop('species', axis=1).values, iris['species'].values
        tips = sns.load_dataset('tips')[['total_bill', 'size']].to_numpy()
        """,
        {"x": "f64[150, 4]", "y": "object[150]", "tips": "f64[244, 2]"},
    ),
    "torchvision": (
        """
        import torchvision.datasets as d
        import torchvision.transforms as t
        x, y = d.CIFAR10('.', transform=t.ToTensor())[0]
        n = len(d.STL10('.', split='test'))
        p, q = d.PCAM('.', split='val', transform=t.ToTensor())[0]
        m = d.MNIST('.').data
        """,
        {"x": "f32[3, 32, 32]", "n": "8000", "p": "f32[3, 96, 96]", "m": "u8[60000, 28, 28]"},
    ),
}  # fmt: skip


def _spelled(value: Any) -> str:
    items = getattr(value, "known", None)
    if items is not None:
        return f"({', '.join(map(_spelled, items))})"
    return str(getattr(value, "payload", value))


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs(name: str) -> None:
    source, expected = PROGRAMS[name]
    names, machine = run(source)
    assert {key: _spelled(names[key]) for key in expected} == expected
    assert not [call for call in machine.trace.calls if call.mismatch]


@pytest.mark.parametrize(
    "made",
    ["OxfordIIITPet('.', target_types='segmentation')", "OxfordIIITPet('.', 'test', ['category', 'segmentation'])"],
)
def test_a_target_that_was_asked_for(made: str) -> None:
    names, _ = run(f"import torchvision.datasets as d\nx, y = d.{made}[0]")
    assert isinstance(names["y"], Unknown)


def test_a_split_without_labels() -> None:
    """Their label is -1."""
    names, _ = run(
        """
        import torchvision.datasets as d
        import tensorflow_datasets as tfds
        x, y = d.STL10('.', split='train+unlabeled')[0]
        for a, b in tfds.load('stl10', split='unlabelled', as_supervised=True):
            pass
        """
    )
    assert names["b"].facts.low is None and getattr(names["y"], "facts", None) is None  # type: ignore[attr-defined]
