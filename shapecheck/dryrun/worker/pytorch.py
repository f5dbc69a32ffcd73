"""PyTorch: real tensors where they are small, else tensors without elements.

Sizes that are not numbers travel as symbols, through the shape functions of PyTorch itself.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from .calling import MOST_ELEMENTS
from .library import Library
from .making import construct, elements, tensor, values
from .registry import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from .registry import Question, Spec


class Torch(Library):
    """Real tensors where they are small, else meta tensors, which check less.

    The shapes of results are asked for with fake tensors, which know when a shape depends on elements; and with meta
    tensors where fake ones lack something.
    """

    ways = ("fake", "meta")
    needed = 1

    def __init__(self, module: Any) -> None:
        super().__init__(module)
        self._environment: Any = None
        logging.disable(logging.CRITICAL)  # what shape functions note of calls that fail

    def modes(self, target: Any, specs: list[Spec], question: Question) -> list[str]:
        count = elements(specs)
        if isinstance(target, type) and count <= MOST_ELEMENTS:
            with self.module.device("meta"):
                layer = construct(target, question.get("constructor"), lambda spec: tensor(spec, "meta", self), self)
            held = layer.parameters() if hasattr(layer, "parameters") else ()
            count += sum(weight.numel() for weight in held if "Uninitialized" not in type(weight).__name__)
        return ["real" if count <= MOST_ELEMENTS else "meta"]

    def tensor(self, spec: Spec, mode: str) -> Any:
        dtype = self.dtype(spec["dtype"] or "float32")
        if mode in self.ways:
            return self.module.empty(tuple(spec["shape"]), dtype=dtype)
        x, order = values(self, spec).to(dtype), spec.get("order")
        if order:
            x = x.permute(order).contiguous().permute([order.index(axis) for axis in range(len(order))])
        return x.requires_grad_().clone() if spec.get("grad") and dtype.is_floating_point else x

    def ask(self, target: Any, question: Question, mode: str) -> Any:
        with self._fake() if mode == "fake" else self.module.device("meta" if mode == "meta" else "cpu"):
            return super().ask(target, question, mode)

    def _fake(self) -> Any:
        from torch._subclasses.fake_tensor import FakeTensorMode

        return FakeTensorMode(shape_env=self._environment)

    def fresh(self) -> None:
        self.module.manual_seed(0)

    def uniform(self, shape: Any, low: float, high: float) -> Any:
        return low + (high - low) * self.module.rand(shape, dtype=self.module.float64)

    # -- shapes ------------------------------------------------------------------------------------------------

    def limit(self, specs: list[Spec]) -> None:
        """Nothing is too large for tensors that have no elements."""

    def symbolic(
        self, symbols: list[tuple[str, int]], act: Callable[[dict[str, Any], Callable[[Any], Any]], Any]
    ) -> Any:
        try:
            self._environment, sizes, names = _symbols(symbols)
            return act(sizes, lambda size: spelt(size, names))
        except Exception:  # versions differ in how symbols are made, and not every operator takes them
            return None
        finally:
            self._environment = None


def _symbols(symbols: list[tuple[str, int]]) -> tuple[Any, dict[str, Any], dict[Any, str]]:
    """An environment of symbols, the sizes by name, and the names by symbol."""
    from torch._dynamo.source import ConstantSource
    from torch.fx.experimental.symbolic_shapes import DimDynamic, ShapeEnv

    environment, sizes, names = ShapeEnv(), {}, {}
    for name, example in symbols:
        source = ConstantSource(name)
        symbol = environment.create_symbol(example, source, DimDynamic.DYNAMIC, None)
        sizes[name] = environment.create_symintnode(symbol, hint=example, source=source)
        names[symbol] = name
    return environment, sizes, names


_OPERATORS = {
    "Add": "+", "Mul": "*", "FloorDiv": "//", "CleanDiv": "//", "Mod": "%", "PythonMod": "%", "Max": "max",
    "Min": "min",
}  # fmt: skip


def spelt(size: Any, names: dict[Any, str]) -> Any:
    """A size in JSON: a number, a name, or an operator with its operands; None where it is none of these."""
    if isinstance(size, int):
        return size
    return _spelt(size.node.expr if hasattr(size, "node") else size, names)


def _spelt(expression: Any, names: dict[Any, str]) -> Any:
    if getattr(expression, "is_Integer", False):
        return int(expression)
    if getattr(expression, "is_Symbol", False):
        return names.get(expression)
    kind = type(expression).__name__
    if kind == "Pow" and getattr(expression.args[1], "is_Integer", False) and 1 < int(expression.args[1]) < 9:
        base = _spelt(expression.args[0], names)
        return None if base is None else ["*", *[base] * int(expression.args[1])]
    parts = [_spelt(part, names) for part in expression.args]
    return None if kind not in _OPERATORS or None in parts else [_OPERATORS[kind], *parts]


KINDS["torch"] = Torch
