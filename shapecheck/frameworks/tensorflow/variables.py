"""Variables, initializers, modules, and shapes as classes of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Class, Instance, Property, library_class
from ...core.plain import NONE, TRUE, Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..binding import Ignored
from ..declare import declare
from .creation import converted
from .dialect import TF, asked, tensor, to_tensor
from .generation import makes_references
from .shapes import ShapeValue, need_axes, need_defined, shape_of

if TYPE_CHECKING:
    from ...core.value import Context


def without_first(arguments: Arguments) -> Arguments:
    """The arguments after `self`."""
    spans = {k - 1 if isinstance(k, int) else k: span for k, span in arguments.spans.items() if k != 0}
    return Arguments(arguments.positional[1:], arguments.keywords, spans, arguments.open)


def nothing(context: Context, arguments: Arguments) -> Value:
    return NONE


def itself(context: Context, arguments: Arguments) -> Value:
    return arguments.positional[0]


# -- variables -------------------------------------------------------------------------------------------------


def _new_variable(context: Context, arguments: Arguments) -> Value:
    """`tf.Variable(...)`: the tensor it holds; an initial value may be a function."""
    given = without_first(arguments)
    initial = given.get(0, "initial_value")
    if initial is not None and not isinstance(initial, (Tensor, Constant, Sequence, Unknown)):
        made = initial.call(context, Arguments()) if initial.kind in ("function", "method") else initial
        if "initial_value" in given.keywords:
            given = Arguments(given.positional, {**given.keywords, "initial_value": made}, given.spans, given.open)
        else:
            given = Arguments((made, *given.positional[1:]), given.keywords, given.spans, given.open)
    if "use_resource" not in given.keywords and not makes_references(context):
        given = Arguments(given.positional, {**given.keywords, "use_resource": TRUE}, given.spans, given.open)
    return context.apply("tensorflow.Variable.__init__", given)


VARIABLE = library_class("tensorflow.Variable", __new__=_new_variable)


@TF.op("tensorflow.Variable.__init__",
       samples=("tf.Variable([.4], tf.float32)", "tf.Variable(1)", "tf.Variable(np.ones([2, 3]))",
                "tf.Variable(tf.ones([2, 3]))",
                "tf.Variable([1, 2], dtype=tf.float32)", "tf.Variable([[1, 2], [3]])",
                "tf.Variable(tf.ones([2]), dtype=tf.int32)",
                "tf.Variable(tf.zeros([2]), shape=tf.TensorShape([2]))"))  # fmt: skip
def variable(
    initial_value: Value | None = None, trainable: Ignored = None, validate_shape: Ignored = True,
    caching_device: Ignored = None, name: Ignored = None, variable_def: Ignored = None, dtype: Value | None = None,
    import_scope: Ignored = None, constraint: Ignored = None, synchronization: Ignored = None,
    aggregation: Ignored = None, shape: Value | None = None, experimental_enable_variable_lifting: Ignored = True, *,
    collections: Ignored = None, expected_shape: Ignored = None, use_resource: Ignored = None,
) -> Tensor:  # fmt: skip
    """The tensor of a variable; its elements change, so nothing is known of them."""
    resource = getattr(use_resource, "payload", use_resource) not in (None, False)  # these may have open lengths
    sized = getattr(validate_shape, "payload", True) is not False and not resource
    if isinstance(initial_value, Tensor) and sized:
        need_axes(initial_value, "a variable", "initial_value", "initial_value must have a shape specified")
    made = converted(to_tensor(initial_value or NONE), asked(dtype, None))
    if shape is not None and not (isinstance(shape, Constant) and shape.payload is None):
        return tensor(Shape.unknown(), made.dtype)
    if sized:
        need_defined(made.shape, "a variable", "initial_value", "initial_value must have a shape specified")
    return tensor(made.shape, made.dtype, Facts(grad=True))


@TF.op("tensorflow.compat.v1.get_variable", "tensorflow.get_variable",
       samples=("tf.compat.v1.get_variable('a', [2, 3])",
                "tf.compat.v1.get_variable('b', shape=(2, 3), dtype=tf.float64)",
                "tf.compat.v1.get_variable('c', initializer=tf.ones([5]))",
                "tf.compat.v1.get_variable('d', [])"))  # fmt: skip
def get_variable(
    name: Ignored, shape: Value | None = None, dtype: Value | None = None, initializer: Value | None = None,
    regularizer: Ignored = None,
    trainable: Ignored = None, collections: Ignored = None, caching_device: Ignored = None, partitioner: Ignored = None,
    validate_shape: Ignored = True, use_resource: Ignored = None, custom_getter: Ignored = None,
    constraint: Ignored = None, synchronization: Ignored = None, aggregation: Ignored = None,
) -> Tensor:  # fmt: skip
    """The shape as given, or that of the tensor it starts with."""
    if shape is None or (isinstance(shape, Constant) and shape.payload is None):
        if isinstance(initializer, (Tensor, Sequence, Constant)):
            made = converted(to_tensor(initializer), asked(dtype, None))
            return tensor(made.shape, made.dtype, Facts(grad=True))
        return tensor(Shape.unknown(), asked(dtype, "float32"), Facts(grad=True))
    wanted = shape_of(shape)
    need_defined(wanted, "a variable", "shape", "must be fully defined", "`shape` should be fully defined")
    return tensor(wanted, asked(dtype, "float32"), Facts(grad=True))


# -- initializers ----------------------------------------------------------------------------------------------


def _initialize(context: Context, arguments: Arguments) -> Value:
    """Calling an initializer makes a tensor of a shape."""
    given = without_first(arguments)
    shape, dtype = given.get(0, "shape"), given.get(1, "dtype")
    if shape is None:
        return Unknown("an initializer without a shape")
    keywords = {} if dtype is None else {"dtype": dtype}
    return context.apply("tensorflow.random.normal", Arguments((shape,), keywords))


INITIALIZERS = (
    "zeros_initializer ones_initializer constant_initializer random_normal_initializer random_uniform_initializer "
    "truncated_normal_initializer glorot_uniform_initializer glorot_normal_initializer variance_scaling_initializer "
    "orthogonal_initializer uniform_unit_scaling_initializer"
)
for _name in INITIALIZERS.split():
    _class = library_class(f"tensorflow.{_name}", __init__=nothing, __call__=_initialize)
    declare(f"tensorflow.{_name}", _class)
INITIALIZER = library_class("tensorflow.compat.v1.Initializer", __init__=nothing, __call__=_initialize)


def _make_initializer(context: Context, arguments: Arguments) -> Value:
    return Instance(INITIALIZER)


for _name in ("xavier_initializer", "xavier_initializer_conv2d", "variance_scaling_initializer"):
    declare(f"tensorflow.contrib.layers.{_name}", Native(_name, _make_initializer))


# -- shapes and specifications ---------------------------------------------------------------------------------


def _new_shape(context: Context, arguments: Arguments) -> Value:
    dims = arguments.get(1, "dims")
    return ShapeValue(shape_of(dims))


def _init_spec(context: Context, arguments: Arguments) -> Value:
    """`tf.TensorSpec(shape, dtype)` keeps a tensor like the one it describes."""
    spec, given = arguments.positional[0], without_first(arguments)
    shape, dtype = given.get(0, "shape"), given.get(1, "dtype")
    if isinstance(spec, Instance):
        spec.hide(context, "tensor", tensor(shape_of(shape), asked(dtype, "float32")))
    return NONE


def _spec_attribute(name: str) -> Property:
    def read(context: Context, arguments: Arguments) -> Value:
        spec = arguments.positional[0]
        found = spec.hidden("tensor") if isinstance(spec, Instance) else None
        return context.attribute(found, name) if isinstance(found, Tensor) else Unknown(f"{name} of a TensorSpec")

    return Property(Native(name, read))


TENSOR_SPEC = library_class("tensorflow.TensorSpec", __init__=_init_spec, shape=_spec_attribute("shape"),
                            dtype=_spec_attribute("dtype"))  # fmt: skip
TENSOR_SHAPE = library_class("tensorflow.TensorShape", __new__=_new_shape)
TENSOR = library_class("tensorflow.Tensor")


def _dimension_value(context: Context, arguments: Arguments) -> Value:
    dimension = arguments.get(0, "dimension")
    return context.attribute(dimension, "value") if isinstance(dimension, Constant) else dimension or NONE


declare("tensorflow.compat.dimension_value", Native("dimension_value", _dimension_value))
declare("tensorflow.Dimension", Native("Dimension", lambda context, arguments: arguments.get(0, "value") or NONE))


# -- modules ---------------------------------------------------------------------------------------------------


def variables_of(value: Value, seen: set[int]) -> list[Value]:
    """The variables that an object holds, in its attributes and in theirs."""
    if id(value) in seen:
        return []
    seen.add(id(value))
    if isinstance(value, Tensor):
        return [value] if value.facts.grad else []
    if isinstance(value, Sequence):
        return [one for item in value for one in variables_of(item, seen)]
    if isinstance(value, Instance):
        return [one for _, part in value.visible() for one in variables_of(part, seen)]
    return []


def _variables(context: Context, arguments: Arguments) -> Value:
    return Sequence.tuple(variables_of(arguments.positional[0], set()))


MODULE = library_class(
    "tensorflow.Module", __init__=nothing, with_name_scope=itself,
    **{name: Property(Native(name, _variables)) for name in ("variables", "trainable_variables")},
)  # fmt: skip

for _class in (VARIABLE, TENSOR_SPEC, TENSOR_SHAPE, TENSOR, MODULE):
    assert isinstance(_class, Class)
    TF.classes(_class)


# -- what a graph holds ----------------------------------------------------------------------------------------


def some_variables(context: Context, arguments: Arguments) -> Value:
    """The variables of a graph, which are not counted."""
    return Sequence("list", (), tensor(Shape.unknown(), None, Facts(grad=True)), Dim.unknown())


for _name in ("trainable_variables", "global_variables", "all_variables", "local_variables", "model_variables",
              "get_collection", "moving_average_variables"):  # fmt: skip
    declare(f"tensorflow.{_name}", Native(_name, some_variables))
