"""The graph of a functional model as Keras sees it: which call of which layer made a symbolic tensor, and the order of
the layers. Sources: keras/src/ops/node.py, keras/src/ops/function.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ...core.containers import Mapping, Sequence
from ...core.objects import Class, Instance
from ...core.plain import NONE
from ...core.tensor import Either, Tensor
from ...core.value import Arguments, Choice, Unknown
from .dialect import leaves, makers
from .generation import before_3
from .networks import grown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...core.value import Context, Value

FEATURES = "keras.applications.features"
INPUT = "keras.Input"
_FUNCTIONS = {f"keras.layers.{name.lower()}": f"keras.layers.{name}" for name in (
    "Add", "Average", "Concatenate", "Dot", "Maximum", "Minimum", "Multiply", "Subtract")}  # fmt: skip
"""Functions that make a layer and call it."""


class Owned(tuple):  # type: ignore[type-arg]
    """Where a tensor came from (call and path, as on any tensor), and the layer around that call: one that calls other
    layers inside, such as a nested model or a class of the program's."""

    layer: Instance
    given: Arguments


class Node(NamedTuple):
    """One call of an operation: of a layer, of a function of the library, or an input. Operations that are the same
    have the same `operation`; `layer` is None for a function."""

    key: int
    operation: int
    layer: Value | None
    inputs: tuple[Tensor, ...]
    made: Any


def owned(value: Value, layer: Instance, given: Arguments) -> Value:
    """What a layer gave, with the layer as its maker."""
    if isinstance(value, Sequence) and type(value) is Sequence and value.known is not None:
        return Sequence(value.type_name, [owned(one, layer, given) for one in value.known], names=value.names)
    if isinstance(value, Mapping) and not value.open:
        return Mapping({key: owned(one, layer, given) for key, one in value.items.items()})
    if not isinstance(value, Tensor) or value.node is None or value.node[0].fixed.get("") is layer:
        return value
    made = Tensor(value.shape, value.dtype, value.library, value.box, value.origin)
    made.node = Owned(value.node)
    made.node.layer, made.node.given = layer, given
    return made


def note_call(context: Context, layer: Instance, given: Arguments, first: Value, result: Value) -> None:
    """What a layer shows of itself afterwards is its first call with something symbolic; its weights are those that
    its first call of all made."""
    before = layer.hidden("output")
    if before is not None and not layer.hidden("eager"):
        return
    eager = not any(isinstance(part, Tensor) and _symbolic(part) for part in leaves(first))
    if before is None or not eager:
        kept = {"called": given, "input": first, "output": result, "eager": eager}
        for name, what in kept.items():
            layer.hide(context, name, what)


def _symbolic(x: Tensor) -> bool:
    """Worked out from a declared input, not from data."""
    if not x.shape.known_rank or any(atom.key == "batch" for dim in x.shape.dims for atom in dim.atoms()):
        return True
    return any(call.spec.path == INPUT for call in makers(x))


def shown(layer: Instance, name: str) -> Value | None:
    """The `input` or `output` of a layer that was called with something symbolic."""
    found: Value | None = layer.hidden(name)
    return None if layer.hidden("eager") else found


def identity(x: Tensor) -> tuple[object, ...]:
    """Equal for the same result of the same call, whatever was learnt of its sizes since."""
    node = x.node
    if node is None:
        return (id(x),)
    return (id(node[0]), node[1], id(node.layer) if isinstance(node, Owned) else 0)


class Graph:
    """The calls between the inputs and the outputs of a functional model."""

    def __init__(self, context: Context, inputs: Iterable[Tensor], outputs: Iterable[Tensor]) -> None:
        self.context = context
        self.ends = {identity(x): x for x in inputs}
        self.order: list[Node] = []
        self.indices: dict[int, int] = {}
        self.closed = True
        for output in outputs:
            self.closed = self._sort(output) and self.closed

    def node(self, x: Tensor) -> Node | None:
        """The call that made a symbolic tensor; None for what is no part of the graph."""
        if x.node is None or isinstance(x.node, Either):  # a constant, or made in one of several ways
            symbolic = x.node is not None or not x.shape.known_rank or any(dim.atoms() for dim in x.shape.dims)
            self.closed = self.closed and not symbolic
            return None
        end = self.ends.get(identity(x))
        if end is not None:
            return Node(id(end), id(end), None, (), None)
        if isinstance(x.node, Owned):
            layer, given = x.node.layer, x.node.given
            return Node(id(given), id(layer.state), layer, self._given(given), None)
        call = x.node[0]
        network = call.fixed.get("network")
        made = grown(self.context, network) if isinstance(network, Instance) and _own(network, x) else None
        if isinstance(made, Tensor):
            return self.node(made)
        inputs = () if call.spec.path == INPUT else self._given(call.given)
        layer = call.fixed.get("")
        if isinstance(layer, Instance):
            return Node(id(call), id(layer.state), layer, inputs, None)
        return Node(id(call), id(call), None, inputs, call)

    def _given(self, given: Arguments) -> tuple[Tensor, ...]:
        """The tensors that a call was given; what is not known may be one."""
        parts = [leaf for value in (*given.positional, *given.keywords.values()) for leaf in leaves(value)]
        self.closed = self.closed and not given.open and not any(isinstance(one, (Unknown, Choice)) for one in parts)
        return tuple(one for one in parts if isinstance(one, Tensor))

    def behind(self, node: Node) -> list[Node]:
        """The calls that made what a call was given."""
        return [found for x in node.inputs if (found := self.node(x)) is not None]

    def _sort(self, output: Tensor) -> bool:
        """Puts the calls in order, each behind those that it needs, and notes in which order the operations are met."""
        first = self.node(output)
        finished = {node.key for node in self.order}
        if first is None or first.key in finished:
            return first is not None
        self.indices.setdefault(first.operation, len(self.indices))
        stack = [(first, iter(self.behind(first)))]
        busy = {first.key}
        while stack:
            node, rest = stack[-1]
            before = next((one for one in rest if one.key not in finished), None)
            if before is None:
                stack.pop()
                finished.add(node.key)
                self.order.append(node)
            elif before.key in busy:
                return False
            else:
                busy.add(before.key)
                self.indices.setdefault(before.operation, len(self.indices))
                stack.append((before, iter(self.behind(before))))
        return True

    def operations(self) -> list[Node]:
        """By depth, that is the number of calls up to the outputs, then as they are met on the way back from these."""
        depths: dict[int, int] = {}
        heights: dict[int, int] = {}
        for node in reversed(self.order):
            depth = max(depths.setdefault(node.key, 0), heights.get(node.operation, 0))
            depths[node.key] = heights[node.operation] = depth
            for before in self.behind(node):
                depths[before.key] = max(depth + 1, depths.get(before.key, 0))
        found = {node.operation: node for node in self.order}
        for x in self.ends.values():
            if id(x) not in found:  # it leads nowhere
                found[id(x)], heights[id(x)], self.indices[id(x)] = Node(id(x), id(x), None, (), None), 0, -1
        return [found[one] for one in sorted(found, key=lambda one: (-heights[one], self.indices[one]))]

    def layers(self) -> list[Value] | None:
        """In Keras's order, one of Keras's own for each input. None where an operation is not known."""
        ends = {id(x): x for x in self.ends.values()}
        found: list[Value] = []
        for node in self.operations() if self.closed else ():
            if node.layer is not None:
                found.append(node.layer)
            elif node.operation in ends:
                x = ends[node.operation]
                found.append(_made(self.context, "keras.layers.InputLayer", x, x, x.node[0], {}))
            elif node.made.spec.path == INPUT or (before_3(self.context) and node.made.spec.path not in _FUNCTIONS):
                return None  # an input that the model was not given; up to Keras 2 functions become layers, too
            elif node.made.spec.path in _FUNCTIONS:
                call = node.made
                constructor = {name: value for name, value in call.values.items() if name != "inputs"}
                given = call.values.get("inputs", NONE)
                found.append(_made(self.context, _FUNCTIONS[call.spec.path], given, call.result, call, constructor))
            elif node.made.spec.path == FEATURES:
                return None
        return found if self.closed else None


def _own(network: Instance, x: Tensor) -> bool:
    output = network.hidden("output")
    return isinstance(output, Tensor) and identity(output) == identity(x)


def _made(
    context: Context, path: str, x: Value, result: Value, call: Any, constructor: dict[str, Value]
) -> Value:
    """A layer that Keras makes itself."""
    cls = context.lookup(path)
    if not isinstance(cls, Class):
        return Unknown(path)
    layer = Instance(cls)
    given = call.given.keywords if call.given is not None else {}
    kept = {name: given[name] for name in ("name", "dtype", "shape", "batch_shape", "batch_size") if name in given}
    hidden = {"given": kept, "built": True, "constructor": constructor, "input": x, "output": result}
    layer.state.update({f" {name}": what for name, what in hidden.items()})
    return layer
