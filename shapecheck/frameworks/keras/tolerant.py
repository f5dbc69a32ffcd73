"""Objects that the shapes do not depend on: optimizers, callbacks, initializers and their like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.mapping import Mapping
from ...core.objects import Class, library_class
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.value import Arguments, Native, Unknown, Value
from .base_layer import weight
from .dialect import K, dtype_of, tensor, text
from .settings import backend_name
from .stored import checkpoint

if TYPE_CHECKING:
    from ...core.value import Context

_CLASSES = {
    "keras.optimizers": "Adadelta Adafactor Adagrad Adam AdamW Adamax Ftrl Lamb Lion LossScaleOptimizer Muon Nadam "
    "Optimizer RMSprop SGD ScheduleFreeAdamW",
    "keras.optimizers.schedules": "CosineDecay CosineDecayRestarts ExponentialDecay InverseTimeDecay "
    "LearningRateSchedule PiecewiseConstantDecay PolynomialDecay",
    "keras.callbacks": "BackupAndRestore BaseLogger CSVLogger Callback CallbackList EarlyStopping LambdaCallback "
    "LearningRateScheduler ModelCheckpoint ProgbarLogger ReduceLROnPlateau RemoteMonitor SwapEMAWeights TensorBoard "
    "TerminateOnNaN",
    "keras.initializers": "Constant GlorotNormal GlorotUniform HeNormal HeUniform Identity Initializer LecunNormal "
    "LecunUniform Ones Orthogonal OrthogonalInitializer RandomNormal RandomUniform TruncatedNormal VarianceScaling "
    "Zeros IdentityInitializer",
    "keras.regularizers": "L1 L1L2 L2 OrthogonalRegularizer Regularizer",
    "keras.constraints": "Constraint MaxNorm MinMaxNorm NonNeg UnitNorm",
    "keras.random": "SeedGenerator",
    "keras.utils": "Progbar CustomObjectScope FeatureSpace PyDataset Sequence OrderedEnqueuer GeneratorEnqueuer",
    "keras.mixed_precision": "Policy DTypePolicy LossScaleOptimizer",
}
_SYNONYMS = {
    "keras.initializers": {
        "constant": "Constant", "glorot_normal": "GlorotNormal", "glorot_uniform": "GlorotUniform",
        "he_normal": "HeNormal",
        "he_uniform": "HeUniform", "lecun_normal": "LecunNormal", "lecun_uniform": "LecunUniform", "ones": "Ones",
        "one": "Ones", "orthogonal": "Orthogonal", "random_normal": "RandomNormal", "random_uniform": "RandomUniform",
        "truncated_normal": "TruncatedNormal", "variance_scaling": "VarianceScaling", "zeros": "Zeros", "zero": "Zeros",
        "normal": "RandomNormal", "uniform": "RandomUniform", "identity": "Identity",
    },
    "keras.regularizers": {"l1": "L1", "l2": "L2", "l1_l2": "L1L2", "L1l2": "L1L2",
                           "orthogonal_regularizer": "OrthogonalRegularizer"},
    "keras.constraints": {"max_norm": "MaxNorm", "maxnorm": "MaxNorm", "min_max_norm": "MinMaxNorm",
                          "non_neg": "NonNeg",
                          "nonneg": "NonNeg", "unit_norm": "UnitNorm", "unitnorm": "UnitNorm"},
    "keras.optimizers": {"adam": "Adam", "sgd": "SGD", "rmsprop": "RMSprop"},
}  # fmt: skip
_PROCEDURES = (
    "keras.utils.plot_model keras.utils.model_to_dot keras.utils.set_random_seed keras.utils.clear_session "
    "keras.backend.clear_session keras.backend.set_session keras.backend.set_floatx keras.backend.set_epsilon "
    "keras.backend.set_learning_phase keras.backend.set_value "
    "keras.config.set_floatx keras.config.set_epsilon "
    "keras.config.enable_unsafe_deserialization keras.config.disable_traceback_filtering "
    "keras.config.enable_traceback_filtering "
    "keras.config.set_backend keras.mixed_precision.set_global_policy keras.mixed_precision.set_dtype_policy "
    "keras.config.set_dtype_policy "
    "keras.utils.disable_interactive_logging keras.utils.enable_interactive_logging keras.preprocessing.image.save_img "
    "keras.utils.save_img keras.saving.save_weights"
)




def _initialized(context: Context, arguments: Arguments) -> Value:
    dtype = arguments.get(2, "dtype")
    return weight(arguments.get(1, "shape") or NONE, dtype_of(dtype) if dtype not in (None, NONE) else "float32")


def _scalar(context: Context, arguments: Arguments) -> Value:
    return tensor(Shape())


def _same(context: Context, arguments: Arguments) -> Value:
    return arguments.get(1, "w") or Unknown("what is constrained")


_CALLS = {
    "keras.initializers": _initialized, "keras.regularizers": _scalar, "keras.constraints": _same,
    "keras.optimizers.schedules": _scalar,
}  # fmt: skip
"""What an object gives when it is called."""


def _get(module: str) -> Native:
    """`get("he_normal")` makes an object of that name; one that is given stays itself."""

    def get(context: Context, arguments: Arguments) -> Value:
        asked = next(iter((*arguments.positional, *arguments.keywords.values())), NONE)
        name = text(asked)
        if name is None:
            return asked if not isinstance(asked, Mapping) else Unknown(f"{module}.get")
        found = context.lookup(f"{module}.{name}")
        return context.call(found, Arguments()) if isinstance(found, Class) else Unknown(f"{module}.get")

    return Native(f"{module}.get", get)


def _activation(context: Context, arguments: Arguments) -> Value:
    asked = next(iter((*arguments.positional, *arguments.keywords.values())), NONE)
    name = "linear" if asked is NONE else text(asked)
    if name is None:
        return asked if not isinstance(asked, Mapping) else Unknown("an activation")
    return context.lookup(f"keras.activations.{name}") or Unknown("an activation")


def _unknown(path: str) -> Native:
    return Native(path, lambda context, arguments: Unknown(path))


def _declare() -> None:
    for module, names in _CLASSES.items():
        acts = {"__call__": _CALLS[module]} if module in _CALLS else {}
        for name in names.split():
            own = acts | ({"__init__": Native("__init__", checkpoint)} if name == "ModelCheckpoint" else {})
            K.classes(library_class(f"{module}.{name}", **own))
    from ..declare import REGISTRY, declare

    for module in ("initializers", "regularizers", "constraints", "optimizers", "activations", "layers"):
        path = f"keras.{module}"
        get = Native("keras.activations.get", _activation) if module == "activations" else _get(path)
        if module != "layers":
            declare(f"{path}.get", get)
        declare(f"{path}.serialize", Native("serialize", lambda context, arguments: Mapping({}, open=True)))
        declare(f"{path}.deserialize", _unknown(f"{path}.deserialize"))

    for module, synonyms in _SYNONYMS.items():
        for synonym, name in synonyms.items():
            found = REGISTRY[f"{module}.{name}"]
            declare(f"{module}.{synonym}", found)
    for path in _PROCEDURES.split():
        declare(path, Native(path, lambda context, arguments: NONE))
    for name in ("adam", "rmsprop", "adagrad", "Optimizer"):
        path = f"keras.optimizers.legacy.{name.capitalize() if name != 'rmsprop' else 'RMSprop'}"
        declare(path, library_class(path))
    K.constants({
        "keras.backend.floatx": Native("floatx", lambda c, a: Constant("float32")),
        "keras.config.floatx": Native("floatx", lambda c, a: Constant("float32")),
        "keras.backend.epsilon": Native("epsilon", lambda c, a: Constant(1e-7)),
        "keras.config.epsilon": Native("epsilon", lambda c, a: Constant(1e-7)),
        "keras.backend.backend": Native("backend", lambda context, arguments: backend_name(context)),
        "keras.config.backend": Native("backend", lambda context, arguments: backend_name(context)),
        "keras.utils.get_file": Native("get_file", lambda c, a: Unknown("the path of a downloaded file")),
        "keras.utils.get_custom_objects": Native("get_custom_objects", lambda c, a: Unknown("custom objects")),
        "keras.utils.register_keras_serializable": Native("register", lambda c, a: _IDENTITY),
        "keras.saving.register_keras_serializable": Native("register", lambda c, a: _IDENTITY),
        "keras.api_export.keras_export": Native("keras_export", lambda c, a: _IDENTITY),
    })  # fmt: skip


_IDENTITY = Native("decorator", lambda context, arguments: arguments.positional[0] if arguments.positional else NONE)
_declare()
