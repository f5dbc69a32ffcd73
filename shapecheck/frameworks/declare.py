"""How a library is declared: shape functions under the full paths of the names they describe.

A dialect belongs to one library. Its decorators put records into the registry, which is a dict by resolved import
path; the engine binds, converts, calls, stamps origins and records. No file of this package dispatches on names.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from ..core.containers import Sequence
from ..core.convert import to_value
from ..core.objects import Class
from ..core.plain import Constant
from ..core.shape import Shape
from ..core.tensor import Tensor
from ..core.value import Native, Value
from .binding import Parameter, parameters_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..core.objects import Instance
    from ..core.outcome import Mismatch
    from ..core.tensor import Library
    from ..core.value import Arguments, Context, NativeFunction

ShapeFunction = TypeVar("ShapeFunction", bound="Callable[..., Any]")


class Spec:
    """One declared op or layer.

    path: the name it is reported by. dtype: how the result's dtype follows, see `Dialect.op`. traits: what rules want
    to know of it, such as `{"loss": "cross-entropy"}`. read: a property rather than a method. check: for layers, a
    function of the constructor's arguments that refuses a bad one. prepare: what becomes of the arguments first, where
    older versions spelt them otherwise. weights: for layers, a function of the
    constructor's arguments that gives the shapes of its attributes. samples: calls for the oracle tests, as source.
    """

    def __init__(
        self,
        path: str,
        function: Callable[..., Any],
        dialect: Dialect,
        layer: bool = False,
        dtype: str | Callable[..., str | None] = "same",
        traits: Mapping[str, str] | None = None,
        read: bool = False,
        check: Callable[..., Any] | None = None,
        weights: Callable[..., Mapping[str, Any]] | None = None,
        samples: tuple[str, ...] = (),
        base: str = "",
        locks_axis: int | None = None,
        prepare: Callable[[Context, Arguments], Arguments] | None = None,
    ) -> None:
        self.path = path
        self.prepare = prepare
        self.function = function
        self.dialect = dialect
        self.layer = layer
        self.dtype = dtype
        self.traits = traits or {}
        self.read = read
        self.check = check
        self.weights = weights
        self.samples = samples
        self.base = base
        self.locks_axis = locks_axis
        self.names: tuple[str, ...] = ()

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        found, aliases = parameters_of(self.function), self.dialect.aliases
        return tuple(p._replace(aliases=aliases.get(p.name, ())) for p in found) if aliases else found

    @cached_property
    def call_parameters(self) -> tuple[Parameter, ...]:
        """Those of the call: for a layer, all but the constructor's (the keyword-only ones)."""
        return tuple(p for p in self.parameters if p.by != "name") if self.layer else self.parameters

    @cached_property
    def constructor_parameters(self) -> tuple[Parameter, ...]:
        """A layer's constructor takes them by position or by name, in this order."""
        own = (p for p in self.parameters if p.by in ("name", "others"))
        return tuple(p._replace(by="position") if p.by == "name" else p for p in own)

    def result(self, returned: Any, converted: dict[str, Any]) -> Value:
        """What the shape function returned, as a value: a `Shape` becomes a tensor of the library."""
        if isinstance(returned, Shape):
            return Tensor(returned, self._dtype(converted), self.dialect.library)
        if isinstance(returned, (tuple, list)):
            kind = "list" if isinstance(returned, list) else "tuple"
            return Sequence(kind, (self.result(part, converted) for part in returned))
        return to_value(returned)

    def _dtype(self, converted: dict[str, Any]) -> str | None:
        asked = converted.get("dtype")
        if isinstance(asked, str):
            return asked
        if callable(self.dtype):
            return self.dtype(**{p.name: converted.get(p.name, p.default) for p in self.parameters})
        operands = [v for value in converted.values() for v in (value if isinstance(value, tuple) else (value,))]
        return self.dialect.result_dtype(self.dtype, operands)


REGISTRY: dict[str, Spec | Value] = {}
"""Everything declared so far, by full path. `frameworks.find` loads a library's declarations when first asked."""


def declare(path: str, what: Spec | Value) -> None:
    """Puts a record under a path; a name is declared once."""
    if path in REGISTRY:
        raise ValueError(f"{path} is declared twice")
    REGISTRY[path] = what


class Dialect:
    """One library: how its tensors are made and its dtypes promoted, and the decorators that declare its names."""

    def __init__(
        self,
        library: Library,
        *,
        as_tensor: Callable[[Value], Tensor | None],
        promote: Callable[[list[Any]], str | None],
        dtype_of: Callable[[Value], str | None],
        default_float: str = "float32",
        layer_base: str = "",
        layer_method: str = "call",
        aliases: Mapping[str, tuple[str, ...]] | None = None,
        strict: bool = False,
        eager: bool = False,
        graphs: bool = False,
        refuses: Callable[[Tensor], None] | None = None,
        demands: Callable[[Spec, dict[str, Value]], None] | None = None,
        forgives: Callable[[Context, Mismatch], bool] | None = None,
    ) -> None:
        """
        as_tensor: what the library makes of a number or a nested list where it expects a tensor; None if it refuses.
        promote: the dtype of an element-wise result, given tensors and Python numbers. dtype_of: the dtype that a
        value passed as `dtype=` means. layer_base: the path of the class that layers derive from, and layer_method
        the method of a layer that `__call__` of that class calls. aliases: other names under which the library takes
        a parameter, by its name (`axis` for `dim`). strict: where an op takes a tensor, a list or another library's
        array will not do, or has the same axes. eager: a call that returns has computed its result, so the tensors
        that it got were as it needs them. graphs: what ops make of tensors may be worked out again, with others.
        refuses: raises `Mismatch` for a tensor of another library that no op takes. demands: raises `Mismatch` for
        arguments that an op does not take, before they are converted. forgives: whether the program has told the
        library to accept what it otherwise refuses.
        """
        self.library = library
        self.as_tensor = as_tensor
        self.promote = promote
        self.dtype_of = dtype_of
        self.default_float = default_float
        self.layer_base = layer_base
        self.layer_method = layer_method
        self.aliases = aliases or {}
        self.strict = strict
        self.eager = eager
        self.graphs = graphs
        self.weight: Callable[[Instance, str], Value | None] | None = None
        """A weight of a layer that its first input decides, by the name of the attribute."""
        self.refuses = refuses
        self.demands = demands
        self.forgives = forgives

    def result_dtype(self, rule: str, operands: list[Any]) -> str | None:
        """same: the first tensor's. promote: of all operands. float: promoted, integers become the default float.
        Anything else names the dtype itself."""
        from ..core.dtype import family

        if rule == "same":
            return next((operand.dtype for operand in operands if isinstance(operand, Tensor)), None)
        if rule in ("promote", "float"):
            dtype = self.promote([o for o in operands if isinstance(o, (Tensor, bool, int, float, complex))])
            integral = family(dtype) in ("bool", "int", "uint")
            return self.default_float if rule == "float" and integral else dtype
        return rule

    def op(
        self,
        *paths: str,
        dtype: str | Callable[..., str | None] = "same",
        read: bool = False,
        traits: Mapping[str, str] | None = None,
        samples: tuple[str, ...] = (),
        prepare: Callable[[Context, Arguments], Arguments] | None = None,
    ) -> Callable[[ShapeFunction], ShapeFunction]:
        """Declares a shape function under full paths. It returns a `Shape` (the dtype follows the rule, or the
        argument `dtype`), a `Tensor`, plain Python, or a tuple or list of these."""

        def decorate(function: ShapeFunction) -> ShapeFunction:
            spec = Spec(paths[0], function, self, dtype=dtype, read=read, traits=traits or {}, samples=samples,
                        prepare=prepare)  # fmt: skip
            self._add(spec, paths)
            return function

        return decorate

    def family(
        self,
        names: str,
        function: Callable[..., Any],
        at: tuple[str, ...],
        dtype: str | Callable[..., str | None] = "same",
        traits: Mapping[str, str] | None = None,
        samples: tuple[str, ...] = (),
    ) -> None:
        """Declares one shape function for many names; `at` are patterns of paths with {} for the name."""
        for name in names.split():
            paths = tuple(pattern.format(name) for pattern in at)
            self._add(Spec(paths[0], function, self, dtype=dtype, traits=traits or {}, samples=samples), paths)

    def layer(
        self,
        *paths: str,
        dtype: str | Callable[..., str | None] = "same",
        traits: Mapping[str, str] | None = None,
        check: Callable[..., Any] | None = None,
        weights: Callable[..., Mapping[str, Any]] | None = None,
        base: str = "",
        locks_axis: int | None = None,
        samples: tuple[str, ...] = (),
    ) -> Callable[[ShapeFunction], ShapeFunction]:
        """Declares a layer: positional parameters are the call's, keyword-only parameters the constructor's.

        `locks_axis`: the length of that axis at the first call is demanded of later ones.
        """

        def decorate(function: ShapeFunction) -> ShapeFunction:
            self._add(
                Spec(paths[0], function, self, layer=True, dtype=dtype, traits=traits or {}, check=check,
                     weights=weights, base=base or self.layer_base, locks_axis=locks_axis, samples=samples),
                paths,
            )  # fmt: skip
            return function

        return decorate

    def native(self, *paths: str) -> Callable[[NativeFunction], NativeFunction]:
        """Declares a function that acts on values itself, with the interpreter's help."""

        def decorate(function: NativeFunction) -> NativeFunction:
            for path in paths:
                declare(path, Native(path, function))
            return function

        return decorate

    def classes(self, *classes: Class) -> None:
        """Declares classes under their paths."""
        for cls in classes:
            declare(cls.path or cls.name, cls)

    def constants(self, values: Mapping[str, Any]) -> None:
        """Declares values, or plain Python constants, under their full paths."""
        for path, value in values.items():
            declare(path, value if isinstance(value, Value) else Constant(value))

    def _add(self, spec: Spec, paths: tuple[str, ...]) -> None:
        spec.names = paths
        for path in paths:
            declare(path, spec)
