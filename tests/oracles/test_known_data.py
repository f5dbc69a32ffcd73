"""The tables of known data sets, against what the libraries themselves say of them, without a download."""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from shapecheck.core.containers import Sequence
from shapecheck.core.tensor import Tensor
from shapecheck.frameworks.data.torchvision.datasets import KNOWN

from ..programs import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapecheck.core.value import Value

KERAS = "mnist fashion_mnist cifar10 cifar100".split()


def _arrays(value: Value) -> Iterator[Tensor]:
    if isinstance(value, Tensor):
        yield value
    for part in value.known or () if isinstance(value, Sequence) else ():
        yield from _arrays(part)


def _documented(text: str) -> dict[str, tuple[str | None, tuple[int, ...]]]:
    """`x_train`, `y_train` and so on, with dtype and shape, of the text of a `load_data`."""
    found = {}
    for part in text.split("**`")[1:]:
        shape = re.search(r"shapes?\s+`?\(([\d, ]+)\)", part)
        dtype = re.search(r"`(u?int\d+|float\d+)` NumPy array|^[^`]*`[^`]*`[^`]*`(u?int\d+)`", part)
        if shape:
            lengths = tuple(int(one) for one in shape[1].split(",") if one.strip())
            found[part.partition("`")[0]] = (dtype[1] or dtype[2] if dtype else None, lengths)
    return found


@pytest.mark.oracle
@pytest.mark.parametrize("name", KERAS)
def test_keras_documents_the_same(name: str) -> None:
    keras = find_spec("keras")
    if keras is None or keras.origin is None:
        pytest.skip("keras is not installed")
    tree = ast.parse((Path(keras.origin).parent / "src" / "datasets" / f"{name}.py").read_text())
    load = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "load_data")
    wanted = _documented(ast.get_docstring(load) or "")
    names, _ = run(f"from keras.datasets import {name}\nr = {name}.load_data()")
    arrays = list(_arrays(names["r"]))
    assert len(arrays) == 4 and set(wanted) == {"x_train", "y_train", "x_test", "y_test"}
    each = [wanted[key] for key in ("x_train", "y_train", "x_test", "y_test")]
    for array, (dtype, lengths) in zip(arrays, each, strict=True):
        assert tuple(dim.value for dim in array.shape.dims) == lengths
        assert dtype in (None, array.dtype) or name == "cifar100"  # whose labels come of a list


@cache
def _constructors(folder: Path) -> dict[str, ast.FunctionDef]:
    found: dict[str, ast.FunctionDef] = {}
    bases: dict[str, list[str]] = {}
    for file in sorted(folder.glob("*.py")):
        for cls in (node for node in ast.parse(file.read_text()).body if isinstance(node, ast.ClassDef)):
            bases[cls.name] = [base.id for base in cls.bases if isinstance(base, ast.Name)]
            for node in cls.body:
                if isinstance(node, ast.FunctionDef) and node.name == "__init__":
                    found[cls.name] = node
    for name, above in bases.items():
        for base in above:
            if name not in found and base in found:
                found[name] = found[base]
    return found


@pytest.mark.oracle
@pytest.mark.parametrize("name", KNOWN)
def test_torchvision_takes_the_same_arguments(name: str) -> None:
    torchvision = find_spec("torchvision")
    if torchvision is None or torchvision.origin is None:
        pytest.skip("torchvision is not installed")
    made: Any = _constructors(Path(torchvision.origin).parent / "datasets")[name]
    real = [argument.arg for argument in made.args.args][1:]
    known = KNOWN[name]
    mine = known.parameters.split()
    assert real[: len(mine)] == mine[: len(real)]
    assert len(real) >= len(mine) or made.args.kwarg is not None
    defaults = dict(zip(reversed(real), reversed(made.args.defaults), strict=False))
    if known.split in mine:
        default = defaults.get(known.split)
        assert isinstance(default, ast.Constant) and default.value == known.default
