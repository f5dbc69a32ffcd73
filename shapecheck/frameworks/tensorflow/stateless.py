"""`tf.random`: numbers drawn by a seed that is given, generators, and samplers of classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.dim import Dim
from ...core.objects import Instance, Static, library_class
from ...core.outcome import Mismatch
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..binding import Dims, Ignored
from ..declare import declare
from .creation import categorical, gamma, uniform
from .dialect import TF, asked, tensor
from .elementwise import fill
from .variables import nothing, without_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

_SEED = "[1, 2]"


def need_seed(seed: Value) -> None:
    """A seed is two whole numbers."""
    known = getattr(seed, "known", None)
    if known is not None and len(known) != 2:
        raise Mismatch("layer-input-rank", f"a seed of {len(known)} numbers", argument="seed",
                       runtime=("seed must have shape [2]", "Dimension must be 2"))  # fmt: skip


def _normal(
    shape: Dims, seed: Value, mean: Ignored = 0.0, stddev: Ignored = 1.0, dtype: Value | str = "float32",
    name: Ignored = None, alg: Ignored = "auto_select",
) -> Tensor:  # fmt: skip
    need_seed(seed)
    return tensor(Shape(shape), asked(dtype, "float32"))


for _name in ("stateless_normal", "stateless_truncated_normal"):
    TF.op(f"tensorflow.random.{_name}",
          samples=fill((f"{{}}([2, 3], {_SEED})", f"{{}}((4,), seed={_SEED}, dtype=tf.float64)",
                        "{}([2, 3], [1, 2, 3])"), f"tf.random.{_name}"))(_normal)  # fmt: skip


@TF.op("tensorflow.random.stateless_uniform",
       samples=(f"tf.random.stateless_uniform([2, 3], {_SEED})",
                f"tf.random.stateless_uniform([2], {_SEED}, maxval=5, dtype=tf.int32)",
                f"tf.random.stateless_uniform([2], {_SEED}, dtype=tf.int32)"))  # fmt: skip
def stateless_uniform(
    shape: Dims, seed: Value, minval: Tensor | int | None = 0, maxval: Tensor | None = None,
    dtype: Value | str = "float32", name: Ignored = None, alg: Ignored = "auto_select",
) -> Tensor:  # fmt: skip
    need_seed(seed)
    return uniform(shape, minval, maxval, dtype)


@TF.op("tensorflow.random.stateless_categorical",
       samples=(f"tf.random.stateless_categorical(tf.ones([2, 3]), 5, {_SEED})",
                f"tf.random.stateless_categorical(tf.ones([3]), 5, {_SEED})"))  # fmt: skip
def stateless_categorical(
    logits: Tensor, num_samples: Dim, seed: Value, dtype: Value | str = "int64", name: Ignored = None
) -> Tensor:
    need_seed(seed)
    return categorical(logits, num_samples, dtype if isinstance(dtype, Value) else None)


@TF.op("tensorflow.random.stateless_gamma",
       samples=(f"tf.random.stateless_gamma([2, 3], {_SEED}, 1.0)",
                f"tf.random.stateless_gamma([2, 3], {_SEED}, tf.ones([3]))"))  # fmt: skip
def stateless_gamma(
    shape: Dims, seed: Value, alpha: Ignored, beta: Ignored = None, dtype: Value | str = "float32",
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    need_seed(seed)
    return tensor(Shape(shape), asked(dtype, "float32"), Facts(low=0))


@TF.op("tensorflow.random.stateless_poisson", samples=(f"tf.random.stateless_poisson([2, 3], {_SEED}, 4.0)",))
def stateless_poisson(
    shape: Dims, seed: Value, lam: Ignored, dtype: Value | str = "int32", name: Ignored = None
) -> Tensor:
    need_seed(seed)
    return tensor(Shape(shape), asked(dtype, "int32"), Facts(low=0))


@TF.op("tensorflow.random.stateless_binomial",
       samples=(f"tf.random.stateless_binomial([2, 3], {_SEED}, 4.0, 0.5)",))  # fmt: skip
def stateless_binomial(
    shape: Dims, seed: Value, counts: Ignored, probs: Ignored, output_dtype: Value | str = "int32",
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    need_seed(seed)
    return tensor(Shape(shape), asked(output_dtype, "int32"), Facts(low=0))


@TF.op("tensorflow.random.stateless_parameterized_truncated_normal",
       samples=(f"tf.random.stateless_parameterized_truncated_normal([2, 3], {_SEED})",))  # fmt: skip
def stateless_parameterized_truncated_normal(
    shape: Dims, seed: Value, means: Ignored = 0.0, stddevs: Ignored = 1.0, minvals: Ignored = -2.0,
    maxvals: Ignored = 2.0, name: Ignored = None,
) -> Tensor:  # fmt: skip
    need_seed(seed)
    return tensor(Shape(shape), None)


@TF.op("tensorflow.random.poisson", "tensorflow.random_poisson",
       samples=("tf.random.poisson([2], 4.0)", "tf.random.poisson([2], tf.ones([3]))",
                "tf.random.poisson([2, 3], [1., 2.], dtype=tf.int32)"))  # fmt: skip
def poisson(
    shape: Dims, lam: Tensor, dtype: Value | str = "float32", seed: Ignored = None, name: Ignored = None
) -> Tensor:
    made = gamma(shape, lam, None, dtype)
    return made


# -- seeds -----------------------------------------------------------------------------------------------------


@TF.op("tensorflow.random.fold_in", samples=(f"tf.random.fold_in(tf.constant({_SEED}), 3)",))
def fold_in(seed: Tensor, data: Ignored, alg: Ignored = "auto_select") -> Tensor:
    return tensor(seed.shape, seed.dtype)


@TF.op("tensorflow.random.split", samples=(f"tf.random.split(tf.constant({_SEED}))",
                                           f"tf.random.split(tf.constant({_SEED}), num=3)"))  # fmt: skip
def split(seed: Tensor, num: Dim | int = 2, alg: Ignored = "auto_select") -> Tensor:
    return tensor(Shape.of(num) + seed.shape, seed.dtype)


@TF.op("tensorflow.random_index_shuffle", "tensorflow.random.experimental.index_shuffle",
       samples=("tf.random_index_shuffle(tf.constant(3), tf.constant([1, 2, 3]), tf.constant(9))",))  # fmt: skip
def random_index_shuffle(
    index: Tensor, seed: Ignored, max_index: Ignored, rounds: Ignored = 4, name: Ignored = None
) -> Tensor:
    return tensor(index.shape, index.dtype, Facts(low=0))


# -- generators ------------------------------------------------------------------------------------------------


def _drawn(path: str) -> Callable[[Context, Arguments], Value]:
    """A method of a generator draws as the function of that name does."""

    def method(context: Context, arguments: Arguments) -> Value:
        return context.apply(path, without_first(arguments))

    return method


def _make(context: Context, arguments: Arguments) -> Value:
    return Instance(GENERATOR)


def _split_generator(context: Context, arguments: Arguments) -> Value:
    from ...core.containers import Sequence

    count = without_first(arguments).get(0, "count")
    number = count.payload if isinstance(count, Constant) else 1
    if not isinstance(number, int):
        return Unknown("some generators")
    return Sequence.list(Instance(GENERATOR) for _ in range(number))


GENERATOR = library_class(
    "tensorflow.random.Generator", __init__=nothing, normal=_drawn("tensorflow.random.normal"),
    truncated_normal=_drawn("tensorflow.random.truncated_normal"), uniform=_drawn("tensorflow.random.uniform"),
    split=_split_generator, reset_from_seed=nothing, skip=nothing,
    **{name: Static(Native(name, _make)) for name in ("from_seed", "from_non_deterministic_state", "from_state")},
)  # fmt: skip
TF.classes(GENERATOR)
declare("tensorflow.random.experimental.Generator", GENERATOR)
for _name in ("get_global_generator", "experimental.get_global_generator"):
    declare(f"tensorflow.random.{_name}", Native(_name, _make))


# -- samplers --------------------------------------------------------------------------------------------------


def _sampled(true_classes: Tensor, num_sampled: Any, high: Any) -> tuple[Tensor, Tensor, Tensor]:
    """Classes, and how often the true and the sampled ones are to be expected."""
    if true_classes.shape.known_rank and true_classes.rank != 2:
        raise Mismatch("layer-input-rank", f"true classes of {true_classes.shape}: [batch, true] is needed",
                       argument="true_classes",
                       runtime=("true_classes must be a matrix", "Shape must be rank 2 but is rank"))  # fmt: skip
    facts = Facts(low=0, high=high - 1 if isinstance(high, int) else None)
    return (tensor(Shape.of(num_sampled), "int64", facts), tensor(true_classes.shape, "float32"),
            tensor(Shape.of(num_sampled), "float32"))  # fmt: skip


def _of_range(
    true_classes: Tensor, num_true: Ignored, num_sampled: Dim, unique: Ignored, range_max: Any, seed: Ignored = None,
    name: Ignored = None,
) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
    return _sampled(true_classes, num_sampled, range_max)


def _all(
    true_classes: Tensor, num_true: Ignored, num_sampled: Dim, unique: Ignored, seed: Ignored = None,
    name: Ignored = None,
) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
    return _sampled(true_classes, num_sampled, None)


def _fixed(
    true_classes: Tensor, num_true: Ignored, num_sampled: Dim, unique: Ignored, range_max: Any,
    vocab_file: Ignored = "", distortion: Ignored = 1.0, num_reserved_ids: Ignored = 0, num_shards: Ignored = 1,
    shard: Ignored = 0, unigrams: Ignored = (), seed: Ignored = None, name: Ignored = None,
) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
    return _sampled(true_classes, num_sampled, range_max)


_TRUE = "tf.constant([[1], [2]], tf.int64)"
_CALLS = (f"{{}}({_TRUE}, 1, 3, True, 9)", "{}(tf.constant([1, 2], tf.int64), 1, 3, True, 9)")
for _name, _function, _calls in (
    ("uniform_candidate_sampler", _of_range, _CALLS), ("log_uniform_candidate_sampler", _of_range, _CALLS),
    ("learned_unigram_candidate_sampler", _of_range, _CALLS),
    ("all_candidate_sampler", _all, (f"{{}}({_TRUE}, 1, 3, True)",)),
    ("fixed_unigram_candidate_sampler", _fixed, (f"{{}}({_TRUE}, 1, 3, True, 4, unigrams=(1., 2., 3., 4.))",)),
):  # fmt: skip
    TF.op(f"tensorflow.random.{_name}", f"tensorflow.nn.{_name}", samples=fill(_calls, f"tf.random.{_name}"))(_function)
