"""TensorFlow and Keras, which work with sizes that are not known."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

from .calling import MOST_ELEMENTS, attempt
from .library import Library
from .making import arguments, array, construct, elements, open_shape, tensor
from .registry import KINDS, load

if TYPE_CHECKING:
    from .registry import Question, Spec


class TensorFlow(Library):
    """With a batch of unknown size the call is traced first, as in `fit` and in graphs, then made for real."""

    ways = ("graph",)
    needed = 1

    def modes(self, target: Any, specs: list[Spec], question: Question) -> list[str]:
        if "feed" in question or "initial" in question:
            return ["real"]
        old = question["path"].startswith("tensorflow.compat.v1.")  # made for graphs
        traced = ["graph"] if old or any(spec.get("open") for spec in specs) else []
        return [*traced, "real"] if elements(specs) <= MOST_ELEMENTS else ["graph"]

    def tensor(self, spec: Spec, mode: str) -> Any:
        made = array(spec, mode)
        return self.module.cast(made, spec["dtype"]) if spec["dtype"] == "bfloat16" else self.module.constant(made)

    def ask(self, target: Any, question: Question, mode: str) -> Any:
        if mode != "graph":
            return super().ask(target, question, mode)
        specs: list[Spec] = []
        function = construct(target, question.get("constructor"), lambda spec: tensor(spec, "real", self), self)
        arguments(question, specs.append, self)

        def body(*tensors: Any) -> Any:
            feed = iter(tensors)
            return attempt(function, question, lambda spec: next(feed), self)

        signature = [self.module.TensorSpec(open_shape(spec), spec["dtype"] or "float32", "data") for spec in specs]
        return self.module.function(body, autograph=False).get_concrete_function(*signature).structured_outputs

    def fresh(self) -> None:
        self.module.random.set_seed(0)

    def limit(self, specs: list[Spec]) -> None:
        """Nothing is too large for a graph."""


class Keras(Library):
    """Layers and ops on symbolic tensors first, losses and metrics traced as `fit` does, then all of it for real."""

    ways = ("symbolic",)
    needed = 1

    def modes(self, target: Any, specs: list[Spec], question: Question) -> list[str]:
        unsized = any(spec.get("open") for spec in specs)
        first = ["symbolic"] if unsized or any(spec["library"] != "numpy" for spec in specs) else []
        if "loss" in question["path"] or "metric" in question["path"]:
            first = ["graph"] if unsized and self.module.config.backend() == "tensorflow" else []
        elif "inputs" in question and self.module.config.backend() == "tensorflow":
            return ["graph"]
        elif isinstance(target, type):
            first = ["symbolic"]
        return [*first, "real"] if elements(specs) <= MOST_ELEMENTS or not first else first

    def tensor(self, spec: Spec, mode: str) -> Any:
        if mode == "symbolic":
            return self.module.KerasTensor(open_shape(spec), spec["dtype"] or "float32")
        made = array(spec, mode)
        return made if spec["dtype"] == "string" else self.module.ops.convert_to_tensor(made, spec["dtype"])

    def ask(self, target: Any, question: Question, mode: str) -> Any:
        if mode == "graph":
            return load("tensorflow").ask(target, question, mode)
        if mode == "real":
            return super().ask(target, question, mode)
        with self.module.StatelessScope():  # no memory for weights
            return super().ask(target, question, mode)

    def fresh(self) -> None:
        gc.freeze()  # or clearing collects all that was ever imported, each time
        self.module.utils.clear_session()
        self.module.utils.set_random_seed(0)

    def limit(self, specs: list[Spec]) -> None:
        """Nothing is too large for symbolic tensors."""

    def ways_for(self, question: Question) -> tuple[str, ...]:
        traced = "loss" in question["path"] and self.module.config.backend() == "tensorflow"
        return ("graph",) if traced else self.ways


KINDS["tensorflow"], KINDS["keras"] = TensorFlow, Keras
