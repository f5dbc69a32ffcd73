"""What tensors can do: operators, properties and methods, and the functions that ask for a shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided, assume_equal, collecting
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Native, Value
from ..binding import Ignored
from ..declare import declare
from ..numpy.dialect import NUMPY
from .creation import converted
from .dialect import TF, TensorFlowDType, asked, need, python_spell, tensor
from .elementwise import REAL, arithmetic, comparison, divided, joined, logical
from .movement import moved
from .products import multiplied
from .shapes import ShapeValue, shape_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

_CLASS = "tensorflow.Tensor."

# -- operators -------------------------------------------------------------------------------------------------

_OPERATORS = {
    "add": (arithmetic, "AddV2", "+"), "sub": (arithmetic, "Sub", "-"), "mul": (arithmetic, "Mul", "*"),
    "truediv": (divided, "RealDiv", "/"), "floordiv": (arithmetic, "FloorDiv", "//"),
    "mod": (arithmetic, "FloorMod", "%"), "pow": (arithmetic, "Pow", "**"),
    "lt": (comparison, "Less", "<"), "le": (comparison, "LessEqual", "<="), "gt": (comparison, "Greater", ">"),
    "ge": (comparison, "GreaterEqual", ">="),
}  # fmt: skip


def _operator(rule: Callable[..., Tensor], op: str) -> Callable[..., Tensor]:
    def function(x: Tensor, y: Tensor) -> Tensor:
        return rule(op, x, y, True)

    return function


for _name, (_rule, _op, _sign) in _OPERATORS.items():
    TF.op(
        f"{_CLASS}__{_name}__",
        samples=tuple(
            sample.replace("{}", _sign)
            for sample in (
                "tf.ones([2, 3]) {} tf.ones([2, 3])", "tf.ones([2, 3]) {} tf.ones([3])",
                "tf.ones([2, 1]) {} tf.ones([1, 5])",
                "tf.ones([2, 3]) {} 2", "2.0 {} tf.ones([2, 3])", "tf.ones([2, 3]) {} tf.ones([5])",
                "tf.ones([2, 3]) {} np.ones([2, 3])",
                "np.ones([2, 3]) {} tf.ones([2, 3])", "tf.ones([2, 3]) {} tf.ones([3], tf.int32)",
                "tf.ones([2], tf.int32) {} 1.5",
                "tf.ones([2, 3]) {} [1., 2., 3.]", "tf.shape(tf.ones([2, 3]))[0] {} 2",
            )
        ),
    )(_operator(_rule, _op))  # fmt: skip


def _certain(x: Tensor, y: Tensor) -> bool:
    """Shapes that broadcast whatever the unknown lengths are: of the last axes one is 1, or both are the same."""
    pairs = zip(x.shape.tail[::-1], y.shape.tail[::-1], strict=False)
    known = all(one.shape.known_rank for one in (x, y)) or Shape() in (x.shape, y.shape)
    return known and all(Truth.YES in (a.equals(b), a.equals(1), b.equals(1)) for a, b in pairs)


def _equality(op: str) -> Callable[..., Tensor]:
    def function(x: Tensor, y: Tensor) -> Tensor:
        """Shapes that do not broadcast are not equal: no error, one truth value."""
        from .dialect import settle

        settle((x, y), op, lenient=True)
        try:
            with collecting() as collector:
                shape = joined(x, y, op)
        except Mismatch:
            return tensor(Shape(), "bool")
        return tensor(shape if not collector.assumptions and _certain(x, y) else Shape.unknown(), "bool")

    return function


for _name, _op, _sign in (("eq", "Equal", "=="), ("ne", "NotEqual", "!=")):
    TF.op(
        f"{_CLASS}__{_name}__",
        samples=(f"tf.ones([2, 3]) {_sign} tf.ones([3])", f"tf.ones([2, 3]) {_sign} 1",
                 f"tf.ones([2, 3]) {_sign} tf.ones([4])",
                 f"tf.ones([2, 3]) {_sign} tf.ones([2, 3], tf.int32)"),
    )(_equality(_op))  # fmt: skip

for _name, _op, _sign in (("and", "LogicalAnd", "&"), ("or", "LogicalOr", "|"), ("xor", "LogicalXor", "^")):
    TF.op(
        f"{_CLASS}__{_name}__",
        samples=(f"(tf.ones([2, 3]) > 0) {_sign} (tf.ones([3]) > 0)",
                 f"(tf.ones([2, 3]) > 0) {_sign} (tf.ones([5]) > 0)",
                 f"tf.ones([2, 3], tf.int32) {_sign} 1"),
    )(_operator(lambda op, x, y, lenient: _bits(op, x, y), _op))  # fmt: skip


def _bits(op: str, x: Tensor, y: Tensor) -> Tensor:
    """Truth values, or the bits of whole numbers."""
    if "bool" in (x.dtype, y.dtype):
        return logical(op, x, y)
    need(x, "int uint", op)
    return arithmetic(op, x, y, True)


@TF.op(f"{_CLASS}__matmul__",
       samples=("tf.ones([2, 3]) @ tf.ones([3, 5])", "tf.ones([2, 3]) @ tf.ones([4, 5])",
                "tf.ones([2, 3]) @ tf.ones([3])",
                "tf.ones([7, 2, 3]) @ tf.ones([3, 5])", "tf.ones([2, 3]) @ np.ones([3, 5])",
                "np.ones([2, 3]) @ tf.ones([3, 5])"))  # fmt: skip
def matmul(x: Tensor, y: Tensor) -> Tensor:
    from .dialect import settle

    return tensor(multiplied(x.shape, y.shape), settle((x, y), "MatMul", lenient=True))


def _signed(takes: str) -> Callable[..., Tensor]:
    def function(x: Tensor) -> Tensor:
        if takes:
            need(x, takes, "the operator")
        return tensor(x.shape, x.dtype)

    return function


TF.op(f"{_CLASS}__neg__", samples=("-tf.ones([2, 3])", "-tf.ones([2], tf.int32)"))(_signed("float int complex uint"))
TF.op(f"{_CLASS}__invert__", samples=("~(tf.ones([2, 3]) > 0)", "~tf.ones([2], tf.int32)", "~tf.ones([2])"))(
    _signed("bool int uint")
)


@TF.op(f"{_CLASS}__abs__", samples=("abs(tf.ones([2, 3]))", "abs(tf.complex(tf.ones([2]), tf.ones([2])))"))
def absolute(x: Tensor) -> Tensor:
    need(x, "float int complex", "the operator")
    return tensor(x.shape, REAL.get(x.dtype or "", x.dtype))


# -- properties ------------------------------------------------------------------------------------------------


@TF.op(f"{_CLASS}shape", read=True, samples=("tf.ones([2, 3]).shape", "tf.ones([]).shape"))
def shape_property(self: Tensor) -> Value:
    return ShapeValue(self.shape)


@TF.op(f"{_CLASS}get_shape", samples=("tf.ones([2, 3]).get_shape()",))
def get_shape(self: Tensor) -> Value:
    return ShapeValue(self.shape)


@TF.op(f"{_CLASS}dtype", read=True, samples=("tf.ones([2, 3]).dtype",))
def dtype_property(self: Tensor) -> Value:
    from ...core.value import Unknown

    return TensorFlowDType(self.dtype) if self.dtype else Unknown("a dtype that is not known")


@TF.op(f"{_CLASS}ndim", read=True, samples=("tf.ones([2, 3]).ndim",))
def ndim(self: Tensor) -> int:
    return self.shape.rank


@TF.op(f"{_CLASS}name", read=True)
def name_property(self: Tensor) -> Value:
    from ...core.plain import Scalar

    return Scalar("str")


# -- methods ---------------------------------------------------------------------------------------------------


@TF.op(f"{_CLASS}numpy", samples=("tf.ones([2, 3]).numpy()", "tf.ones([2], tf.int64).numpy()"))
def numpy(self: Tensor) -> Tensor:
    return Tensor(self.shape, self.dtype, NUMPY, self.box)


@TF.op(f"{_CLASS}__len__", samples=("len(tf.ones([2, 3]))",))
def length(self: Tensor) -> Dim:
    if self.shape == Shape():
        raise Mismatch("layer-input-rank", "len of a scalar", runtime="Scalar tensor has no `len()`")
    return self.shape[0]


@TF.op(f"{_CLASS}__iter__", samples=("tuple(tf.ones([2, 3]))", "tuple(tf.shape(tf.ones([2, 3])))",
                                     "tuple(tf.ones([]))"))  # fmt: skip
def iterate(self: Tensor) -> Value:
    if self.shape == Shape():
        raise Mismatch("layer-input-rank", "iteration over a scalar",
                       runtime="Cannot iterate over a scalar tensor.")  # fmt: skip
    constant = self.facts.constant
    if isinstance(constant, tuple) and self.shape.known_rank and self.shape.rank == 1:
        return Sequence("tuple", (moved(self, Shape(), element) for element in constant))
    row = moved(self, self.shape[1:] if self.shape.known_rank else Shape.unknown())
    return Sequence("tuple", (), row, self.shape[0] if self.shape.known_rank else Dim.unknown())


@TF.op(f"{_CLASS}set_shape.check",
       samples=("tf.ones([2, 3]).set_shape([2, 3])", "tf.ones([2, 3]).set_shape([None, 3])",
                "tf.ones([2, 3]).set_shape([3, 3])"))  # fmt: skip
def set_shape(self: Tensor, shape: Value) -> None:
    wanted = shape_of(shape)
    if self.shape.equals(wanted) is Truth.NO:
        raise Mismatch(
            "dataset-signature",
            f"{self.shape} is set to {wanted}",
            argument="shape",
            runtime=f"Tensor's shape {python_spell(self.shape)} is not compatible with supplied shape "
            f"{python_spell(wanted)}.",
        )
    if self.shape.known_rank and wanted.known_rank:
        for mine, theirs in zip(self.shape.dims, wanted.dims, strict=True):
            if theirs.value is not None and mine.value is None:
                assume_equal(mine, theirs)


def _set_shape(context: Context, arguments: Arguments) -> Value:
    """A tensor whose axes nobody knew has them from here on."""
    context.apply(f"{_CLASS}set_shape.check", arguments)
    target, shape = arguments.positional[0], arguments.get(1, "shape")
    if isinstance(target, Tensor) and not target.shape.known_rank and isinstance(shape, (Sequence, Tensor)):
        told = shape_of(shape)
        if told.known_rank:
            context.write(target.box.state, "reshaped", told)
    return NONE


declare(f"{_CLASS}set_shape", Native(f"{_CLASS}set_shape", _set_shape))


def _assigned(op: str) -> Callable[..., Tensor]:
    def function(
        self: Tensor, value: Tensor, use_locking: Ignored = None, name: Ignored = None, read_value: Ignored = True
    ) -> Tensor:
        return assigned(self, value, op)

    return function


def assigned(target: Tensor, value: Tensor, op: str) -> Tensor:
    """What a variable takes must have its shape and dtype."""
    converted(value, target.dtype)
    if target.shape.equals(value.shape) is Truth.NO:
        words = f"Shapes {python_spell(target.shape)} and {python_spell(value.shape)} are incompatible"
        if op == "assign":
            words = (
                f"Cannot assign value to variable: Shape mismatch.The variable shape "
                f"{python_spell(target.shape)}, and the "
                f"assigned value shape {python_spell(value.shape)} are incompatible."
            )
        raise Mismatch(
            "elementwise-shape-mismatch", f"a variable of {target.shape} takes {value.shape}", argument="value",
            runtime=words,
        )  # fmt: skip
    return tensor(target.shape, target.dtype, Facts(grad=True))


for _name in ("assign", "assign_add", "assign_sub"):
    TF.op(
        f"{_CLASS}{_name}",
        samples=tuple(
            f"tf.Variable(tf.ones([2, 3])).{_name}({value})"
            for value in ("tf.ones([2, 3])", "tf.ones([3])", "np.ones([2, 3])", "tf.ones([2, 3], tf.int32)",
                          "[[1., 2., 3.]] * 2")
        ),
    )(_assigned(_name))  # fmt: skip


@TF.op("tensorflow.compat.v1.assign", "tensorflow.assign",
       samples=("tf.compat.v1.assign(tf.Variable(tf.ones([2, 3])), tf.ones([2, 3]))",
                "tf.compat.v1.assign(tf.Variable(tf.ones([2, 3])), tf.ones([3]))"))  # fmt: skip
def assign(
    ref: Tensor, value: Tensor, validate_shape: Any = None, use_locking: Ignored = None, name: Ignored = None
) -> Tensor:
    return tensor(value.shape, ref.dtype) if validate_shape is False else assigned(ref, value, "assign")


def _changed(ref: Tensor, value: Tensor, use_locking: Ignored = None, name: Ignored = None) -> Tensor:
    return assigned(ref, value, "assign_add")


for _name in ("assign_add", "assign_sub"):
    TF.op(
        f"tensorflow.compat.v1.{_name}", f"tensorflow.{_name}",
        samples=(f"tf.compat.v1.{_name}(tf.Variable(tf.ones([2, 3])), tf.ones([2, 3]))",
                 f"tf.compat.v1.{_name}(tf.Variable(tf.ones([2, 3])), tf.ones([3]))"),
    )(_changed)  # fmt: skip


def _read(self: Tensor) -> Tensor:
    return tensor(self.shape, self.dtype, self.box)


for _name in ("value", "read_value"):
    TF.op(f"{_CLASS}{_name}", samples=(f"tf.Variable(tf.ones([2, 3])).{_name}()",))(_read)
TF.op(f"{_CLASS}initialized_value")(_read)


# -- shapes as tensors -----------------------------------------------------------------------------------------


@TF.op("tensorflow.shape",
       samples=("tf.shape(tf.ones([2, 3]))", "tf.shape(tf.ones([2, 3]), tf.int64)", "tf.shape(np.ones([2]))",
                "tf.shape([[1, 2]])", "tf.shape(1.)"))  # fmt: skip
def shape(input: Tensor, out_type: Value | str | None = None, name: Ignored = None) -> Tensor:
    dtype = asked(out_type, "int32")
    if not input.shape.known_rank:
        return tensor(Shape.of(Dim.unknown()), dtype)
    return tensor(Shape.of(input.shape.rank), dtype, Facts(low=0, constant=input.shape.dims))


@TF.op("tensorflow.shape_n", samples=("tf.shape_n([tf.ones([2, 3]), tf.ones([5])])",))
def shape_n(input: Any, out_type: Value | str = "int32", name: Ignored = None) -> list[Tensor]:
    return [shape(one, out_type) for one in input]


@TF.op("tensorflow.size", samples=("tf.size(tf.ones([2, 3]))", "tf.size([1, 2], tf.int64)", "tf.size(1.)"))
def size(input: Tensor, out_type: Value | None = None, name: Ignored = None) -> Tensor:
    constant = input.shape.numel if input.shape.known_rank else None
    return tensor(Shape(), asked(out_type, "int32"), Facts(low=0, constant=constant))


@TF.op("tensorflow.rank", samples=("tf.rank(tf.ones([2, 3]))", "tf.rank(1)"))
def rank(input: Tensor, name: Ignored = None) -> Tensor:
    return tensor(Shape(), "int32", Facts(low=0, constant=input.shape.rank if input.shape.known_rank else None))


@TF.op("tensorflow.is_tensor", "tensorflow.contrib.framework.is_tensor",
       samples=("tf.is_tensor(tf.ones([2]))", "tf.is_tensor(np.ones(2))", "tf.is_tensor(1)"))  # fmt: skip
def is_tensor(x: Value) -> bool:
    return isinstance(x, Tensor) and x.library is TF.library


@TF.op("tensorflow.bitcast", samples=("tf.bitcast(tf.ones([2]), tf.int32)",))
def bitcast(input: Tensor, type: Value, name: Ignored = None) -> Tensor:
    return tensor(Shape.unknown(), asked(type, None))


@TF.op("tensorflow.get_static_value", "tensorflow.contrib.util.constant_value",
       samples=("tf.get_static_value(tf.constant(3))", "tf.get_static_value(tf.ones([2, 3]))"))  # fmt: skip
def get_static_value(tensor: Tensor, partial: Ignored = False) -> Tensor:
    """Its elements as an array; of a graph's tensor often None, which cannot be told."""
    if tensor.facts.constant is None:
        raise Undecided("the value of a tensor")
    return Tensor(tensor.shape, tensor.dtype, NUMPY, tensor.box)
