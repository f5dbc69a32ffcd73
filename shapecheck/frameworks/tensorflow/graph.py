"""Graphs of TensorFlow 1: placeholders, sessions, operations, optimizers, gradients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.objects import Class, Instance, library_class
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Native, Unknown, Value
from ..binding import Ignored
from ..declare import declare
from ..numpy.dialect import NUMPY
from .dialect import TF, asked, each, python_spell, tensor
from .shapes import compatible, declared, shape_of
from .variables import itself, nothing, without_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.value import Context

_V1 = "tensorflow.compat.v1"


# -- placeholders ----------------------------------------------------------------------------------------------


@TF.op(f"{_V1}.placeholder", "tensorflow.placeholder",
       samples=("tf.compat.v1.placeholder(tf.float32)", "tf.compat.v1.placeholder(tf.float32, [None, 3])",
                "tf.compat.v1.placeholder(tf.int32, shape=(2, 3), name='x')",
                "tf.compat.v1.placeholder('float', [])"))  # fmt: skip
def placeholder(dtype: Value, shape: Value | None = None, name: Value | None = None) -> Tensor:
    return tensor(declared(shape), asked(dtype, None))


@TF.op(f"{_V1}.placeholder_with_default", "tensorflow.placeholder_with_default",
       samples=("tf.compat.v1.placeholder_with_default(tf.ones([2, 3]), [None, 3])",
                "tf.compat.v1.placeholder_with_default(tf.ones([2, 3]), [None, 5])"))  # fmt: skip
def placeholder_with_default(input: Tensor, shape: Value, name: Value | None = None) -> Tensor:
    wanted = shape_of(shape)
    if compatible(input.shape, wanted) is Truth.NO:
        raise Mismatch("feed-shape-mismatch", f"a default of {input.shape} for {wanted}", argument="shape",
                       runtime=f"Shapes {input.shape} and {wanted} are not compatible")  # fmt: skip
    return tensor(wanted, input.dtype)


@TF.op(f"{_V1}.Session.run")
def feed(placeholder: Tensor, value: Tensor) -> Tensor:
    """What takes the place of a tensor of the graph while it runs."""
    if compatible(value.shape, placeholder.shape) is Truth.NO:
        raise Mismatch(
            "feed-shape-mismatch",
            f"{value.shape} is fed to a placeholder {placeholder.shape}",
            *_unlike(value.shape, placeholder.shape),
            argument="value",
            runtime=f"Cannot feed value of shape {python_spell(value.shape)} for Tensor "
            f"{_name_of(placeholder)}:0, which "
            f"has shape {python_spell(placeholder.shape).replace('None', '?')}",
        )
    facts = value.facts
    shape = value.shape if value.shape.known_rank else placeholder.shape
    return tensor(shape, placeholder.dtype, Facts(low=facts.low, high=facts.high, one_hot=facts.one_hot))


@TF.op(f"{_V1}.Session.run.feed_dict")
def feed_tensor(placeholder: Tensor, value: Tensor) -> Tensor:
    """Arrays are fed, and not what a graph is to compute."""
    raise Mismatch(
        "feed-of-tensor", f"a tensor of the graph, {value.shape}, is fed", argument="value",
        runtime="The value of a feed cannot be a tf.Tensor object.", help="session.run(...) gives an array of it",
    )  # fmt: skip


def _of_graph(value: Value) -> bool:
    return isinstance(value, Tensor) and value.library is TF.library


def _unlike(left: Shape, right: Shape) -> tuple[Dim, ...]:
    """The lengths that differ."""
    if not (left.known_rank and right.known_rank) or left.rank != right.rank:
        return ()
    pairs = zip(left.dims, right.dims, strict=True)
    return next(((mine, theirs) for mine, theirs in pairs if mine.equals(theirs) is Truth.NO), ())


def _name_of(fed: Tensor) -> str:
    """The name that the graph knows a placeholder by, as far as the program says."""
    call = fed.node[0] if fed.node is not None else None
    name = call.arguments.get("name") if call is not None else None
    return name.payload if isinstance(name, Constant) and isinstance(name.payload, str) else "Placeholder"


PLACEHOLDER = library_class(f"{_V1}.placeholder")


# -- operations ------------------------------------------------------------------------------------------------


def _run_operation(context: Context, arguments: Arguments) -> Value:
    operation, given = arguments.positional[0], without_first(arguments)
    return run(context, operation, given.get(0, "feed_dict"))


OPERATION = library_class("tensorflow.Operation", run=_run_operation)


def operation(*needs: Value) -> Instance:
    """Something that is run for its effect; running it computes these values."""
    return Instance(OPERATION, {" needs": Sequence.tuple(needs)})


def _gather(value: Value) -> Iterator[Tensor]:
    """The tensors that a fetch computes."""
    if isinstance(value, Tensor):
        yield value
    elif isinstance(value, Sequence):
        for item in value:
            yield from _gather(item)
    elif isinstance(value, Mapping):
        for item in value.items.values():
            yield from _gather(item)
    elif isinstance(value, Instance) and value.cls is OPERATION:
        yield from _gather(value.hidden("needs"))


def run(context: Context, fetches: Value, feed_dict: Value | None) -> Value:
    """Feeds are checked, what depends on them is computed again, and arrays are returned."""
    tensors = list(_gather(fetches))
    fed = _feeds(context, feed_dict)
    computed: Value = Sequence.tuple(tensors)
    if fed and tensors:
        computed = context.replay(computed, fed)
    values = computed.known if isinstance(computed, Sequence) else None
    results = dict(zip(map(id, tensors), values or tensors, strict=True))
    return _fetched(fetches, results)


def _feeds(context: Context, feed_dict: Value | None) -> dict[int, Value]:
    fed: dict[int, Value] = {}
    if not isinstance(feed_dict, Mapping):
        return fed
    for key, value in feed_dict.items.items():
        if not isinstance(key, Tensor):
            continue
        path = f"{_V1}.Session.run" + (".feed_dict" if _of_graph(value) else "")
        made = context.apply(path, Arguments((key, value)), _fixed(key))
        fed[id(key)] = made if isinstance(made, Tensor) else Unknown("a feed of a wrong shape")
    return fed


def _fixed(fed: Tensor) -> dict[str, Instance]:
    """Says where the placeholder stands, so that feeding it wrongly twice is one mistake."""
    return {"": Instance(PLACEHOLDER, {" made": fed.node[0].span})} if fed.node is not None else {}


def _fetched(value: Value, results: dict[int, Value]) -> Value:
    """The structure of the fetches, with arrays in place of tensors and None in place of operations."""
    if isinstance(value, Tensor):
        found = results.get(id(value), value)
        return Tensor(found.shape, found.dtype, NUMPY, found.box, found.origin) if isinstance(found, Tensor) else found
    if isinstance(value, Sequence):
        rest = _fetched(value.rest, results) if value.rest is not None else None
        items = [_fetched(item, results) for item in value.items]
        return Sequence(value.type_name, items, rest, value.contents.number, value.names)
    if isinstance(value, Mapping):
        return Mapping({key: _fetched(item, results) for key, item in value.items.items()}, value.open)
    if isinstance(value, Instance) and value.cls is OPERATION:
        return NONE
    return Unknown("what a session fetches")


# -- sessions --------------------------------------------------------------------------------------------------


def _run_session(context: Context, arguments: Arguments) -> Value:
    given = without_first(arguments)
    fetches = given.get(0, "fetches")
    if fetches is None:
        return Unknown("a session without fetches")
    return run(context, fetches, given.get(1, "feed_dict"))


def _run_tensor(context: Context, arguments: Arguments) -> Value:
    """`tensor.eval(feed_dict)`"""
    given = without_first(arguments)
    return run(context, arguments.positional[0], given.get(0, "feed_dict"))


SESSION = library_class(
    f"{_V1}.Session", __init__=nothing, __enter__=itself, __exit__=nothing, run=_run_session, close=nothing,
    as_default=itself,
)  # fmt: skip
INTERACTIVE = library_class(f"{_V1}.InteractiveSession", SESSION)
GRAPH = library_class(
    "tensorflow.Graph", __init__=nothing, __enter__=itself, __exit__=nothing, as_default=itself, finalize=nothing,
    device=itself,
)  # fmt: skip
for _path, _class in ((f"{_V1}.Session", SESSION), ("tensorflow.Session", SESSION), (f"{_V1}.InteractiveSession",
INTERACTIVE),
                      ("tensorflow.InteractiveSession", INTERACTIVE), ("tensorflow.Graph", GRAPH),
                      ("tensorflow.Operation", OPERATION), ("tensorflow.train.MonitoredTrainingSession",
                      SESSION)):  # fmt: skip
    declare(_path, _class)
declare("tensorflow.Tensor.eval", Native("tensorflow.Tensor.eval", _run_tensor))


def _operation(context: Context, arguments: Arguments) -> Value:
    return operation(*arguments.positional)


def _no_operation(context: Context, arguments: Arguments) -> Value:
    return operation()


for _name in ("global_variables_initializer", "initialize_all_variables", "local_variables_initializer",
              "tables_initializer",
              "variables_initializer", "no_op"):  # fmt: skip
    declare(f"tensorflow.{_name}", Native(_name, _no_operation))
declare("tensorflow.group", Native("tensorflow.group", _operation))
declare("tensorflow.Tensor.initializer", Native("tensorflow.Tensor.initializer", _no_operation))
declare("tensorflow.Tensor.op", Native("tensorflow.Tensor.op", _no_operation))


# -- gradients and optimizers ----------------------------------------------------------------------------------


def gradient_of(x: Tensor) -> Tensor:
    """A gradient has the shape and dtype of what it is taken by."""
    return tensor(x.shape, x.dtype)


@TF.op("tensorflow.gradients",
       samples=("tf.gradients(tf.reduce_sum(x * x), [x])", "tf.gradients(x * x, x)",
                "tf.gradients(tf.reduce_sum(x + y), [x, y])"))  # fmt: skip
def gradients(
    ys: Value, xs: Value, grad_ys: Ignored = None, name: Ignored = "gradients", gate_gradients: Ignored = False,
    aggregation_method: Ignored = None, stop_gradients: Ignored = None, unconnected_gradients: Ignored = None,
) -> Value:  # fmt: skip
    """A list with one gradient for every x."""
    found = each(gradient_of, xs)
    if isinstance(found, Sequence):
        return Sequence("list", found.items, found.rest, found.contents.number)
    return Sequence.list((found,))


def _loss_value(context: Context, loss: Value | None) -> Value:
    """A loss is a tensor, or a function that computes it."""
    if loss is None:
        return Unknown("no loss")
    return context.call(loss, Arguments()) if loss.kind in ("function", "method") else loss


def _minimize(context: Context, arguments: Arguments) -> Value:
    return operation(_loss_value(context, without_first(arguments).get(0, "loss")))


def _compute_gradients(context: Context, arguments: Arguments) -> Value:
    given = without_first(arguments)
    loss, variables = _loss_value(context, given.get(0, "loss")), given.get(1, "var_list")
    known = (
        variables.known if isinstance(variables, Sequence) else (variables,) if isinstance(variables, Tensor) else None
    )
    if known is None:
        some = tensor(Shape.unknown(), None)
        return Sequence("list", (), Sequence.tuple((some, some)), Dim.unknown())
    made = context.apply("tensorflow.gradients", Arguments((loss, Sequence.list(known))))
    each_one = (
        made.known if isinstance(made, Sequence) and made.known is not None else [Unknown("a gradient")] * len(known)
    )
    return Sequence.list(Sequence.tuple(pair) for pair in zip(each_one, known, strict=True))


def _apply_gradients(context: Context, arguments: Arguments) -> Value:
    pairs = without_first(arguments).get(0, "grads_and_vars")
    listed = context.iterate(pairs) if pairs is not None else None
    return operation(*(listed if isinstance(listed, Sequence) else ()))


OPTIMIZER = library_class(
    f"{_V1}.train.Optimizer", __init__=nothing, minimize=_minimize, compute_gradients=_compute_gradients,
    apply_gradients=_apply_gradients,
)  # fmt: skip
_OPTIMIZERS = (
    "GradientDescentOptimizer AdamOptimizer AdagradOptimizer AdadeltaOptimizer MomentumOptimizer RMSPropOptimizer "
    "FtrlOptimizer ProximalAdagradOptimizer ProximalGradientDescentOptimizer AdagradDAOptimizer SyncReplicasOptimizer"
)
for _path in (f"{_V1}.train.Optimizer", "tensorflow.train.Optimizer"):
    declare(_path, OPTIMIZER)
for _name in _OPTIMIZERS.split():
    _made = library_class(f"{_V1}.train.{_name}", OPTIMIZER)
    assert isinstance(_made, Class)
    for _path in (f"{_V1}.train.{_name}", f"tensorflow.train.{_name}"):
        declare(_path, _made)


@TF.op(f"{_V1}.train.exponential_decay", "tensorflow.train.exponential_decay",
       f"{_V1}.train.natural_exp_decay", "tensorflow.train.natural_exp_decay", f"{_V1}.train.inverse_time_decay",
       "tensorflow.train.inverse_time_decay",
       samples=("tf.compat.v1.train.exponential_decay(0.1, 1, 10, 0.9)",))  # fmt: skip
def decayed(
    learning_rate: Ignored, global_step: Ignored, decay_steps: Ignored, decay_rate: Ignored, staircase: Ignored = False,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    return tensor(Shape(), "float32", Facts(low=0))


def _mean(*inputs: Ignored, **kwargs: Ignored) -> tuple[Tensor, Tensor]:
    """The value and the operation that updates it."""
    return tensor(Shape(), "float32"), tensor(Shape(), "float32")


def _metric(labels: Tensor, predictions: Tensor, *others: Ignored, **kwargs: Ignored) -> tuple[Tensor, Tensor]:
    """Both have one shape, a last axis of 1 apart."""
    mine, theirs = _squeezed(labels.shape, predictions.shape), _squeezed(predictions.shape, labels.shape)
    if compatible(mine, theirs) is Truth.NO:
        raise Mismatch(
            "metric-label-encoding", f"labels {labels.shape} for predictions {predictions.shape}", argument="labels",
            runtime=("are incompatible", "Can not squeeze dim"),
            help="tf.argmax(labels, 1)" if mine.known_rank and theirs.known_rank and mine.rank > theirs.rank else "",
        )  # fmt: skip
    return _mean()


def _squeezed(shape: Shape, other: Shape) -> Shape:
    """Without its last axis, if it has one more than the other, and that may be 1."""
    more = shape.known_rank and other.known_rank and shape.rank == other.rank + 1
    return shape[:-1] if more and shape[-1].equals(1) is not Truth.NO else shape


for _name, _function in {**dict.fromkeys(("accuracy", "precision", "recall", "auc"), _metric), "mean": _mean}.items():
    TF.op(f"{_V1}.metrics.{_name}", f"tensorflow.metrics.{_name}",
          samples=(f"tf.compat.v1.metrics.{_name}([1., 0.], [1., 1.])",))(_function)  # fmt: skip
