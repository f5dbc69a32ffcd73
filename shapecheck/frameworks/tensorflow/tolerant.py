"""Names that no shape depends on, dtypes, and names that mean another."""

from __future__ import annotations

from ...core.dtype import FAMILY
from ...core.objects import Instance, library_class
from ...core.plain import TRUE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Context, Native, Unknown, Value
from .. import ALIASES
from ..binding import Ignored
from ..declare import REGISTRY, declare
from .dialect import TF, TensorFlowDType, dtype_of, tensor
from .generation import Release
from .graph import GRAPH, SESSION
from .variables import itself, nothing

_DTYPES = [name for name in FAMILY if name not in ("object", "float8")]
for _name in _DTYPES:
    for _root in ("tensorflow", "tensorflow.dtypes"):
        declare(f"{_root}.{_name}", TensorFlowDType(_name))
for _name, _dtype in {"half": "float16", "double": "float64"}.items():
    for _root in ("tensorflow", "tensorflow.dtypes"):
        declare(f"{_root}.{_name}", TensorFlowDType(_dtype))


def _as_dtype(context: Context, arguments: Arguments) -> Value:
    found = dtype_of(arguments.positional[0]) if arguments.positional else None
    return TensorFlowDType(found) if found else Unknown("a dtype that is not known")


declare("tensorflow.as_dtype", Native("tensorflow.as_dtype", _as_dtype))
declare("tensorflow.dtypes.as_dtype", Native("tensorflow.dtypes.as_dtype", _as_dtype))

# -- procedures ------------------------------------------------------------------------------------------------

_PROCEDURES = """
    disable_v2_behavior disable_eager_execution enable_eager_execution enable_v2_behavior reset_default_graph
    set_random_seed random.set_seed print
    compat.v1.disable_v2_tensorshape compat.v1.enable_resource_variables compat.v1.disable_resource_variables
    config.run_functions_eagerly config.set_visible_devices config.set_soft_device_placement config.optimizer.set_jit
    config.experimental.set_memory_growth config.experimental.set_visible_devices
    config.experimental_run_functions_eagerly
    config.experimental.set_virtual_device_configuration config.threading.set_inter_op_parallelism_threads
    config.threading.set_intra_op_parallelism_threads config.experimental.enable_op_determinism
    config.experimental_connect_to_cluster tpu.experimental.initialize_tpu_system
    summary.scalar summary.histogram summary.image summary.text summary.merge_all summary.merge summary.trace_on
    summary.trace_export summary.audio summary.experimental.set_step summary.flush
    saved_model.save saved_model.simple_save io.write_file io.gfile.makedirs io.gfile.mkdir io.gfile.rmtree
    io.gfile.remove
    io.gfile.copy gfile.MakeDirs gfile.DeleteRecursively gfile.Remove
    debugging.enable_check_numerics debugging.set_log_device_placement debugging.disable_check_numerics
    debugging.enable_traceback_filtering debugging.disable_traceback_filtering debugging.assert_proper_iterable
    add_to_collection train.start_queue_runners train.write_graph train.init_from_checkpoint
    train.experimental.enable_mixed_precision_graph_rewrite experimental.numpy.experimental_enable_numpy_behavior
    losses.add_loss profiler.experimental.start profiler.experimental.stop autograph.set_verbosity
"""
for _name in _PROCEDURES.split():
    declare(f"tensorflow.{_name}", Native(f"tensorflow.{_name}", nothing))


def _listing(context: Context, arguments: Arguments) -> Value:
    return Unknown("the devices of a machine", ("devices",))


for _name in ("config.list_physical_devices", "config.experimental.list_physical_devices",
              "config.list_logical_devices",
              "config.experimental.list_logical_devices", "config.get_visible_devices"):  # fmt: skip
    declare(f"tensorflow.{_name}", Native(_name, _listing))


def _text(context: Context, arguments: Arguments) -> Value:
    return Scalar("str")


def _truth(context: Context, arguments: Arguments) -> Value:
    return Scalar("bool")


for _name in ("test.gpu_device_name", "train.latest_checkpoint", "sysconfig.get_lib"):
    declare(f"tensorflow.{_name}", Native(_name, _text))
for _name in ("test.is_gpu_available", "test.is_built_with_cuda", "io.gfile.exists", "io.gfile.isdir", "gfile.Exists"):
    declare(f"tensorflow.{_name}", Native(_name, _truth))
declare("tensorflow.executing_eagerly", Native("executing_eagerly", lambda context, arguments: TRUE))


@TF.op("tensorflow.compat.v1.train.get_or_create_global_step", "tensorflow.train.get_or_create_global_step",
       "tensorflow.compat.v1.train.get_global_step", "tensorflow.train.get_global_step",
       "tensorflow.train.create_global_step", "tensorflow.contrib.framework.get_global_step",
       samples=("tf.compat.v1.train.get_or_create_global_step()",))  # fmt: skip
def global_step(graph: Ignored = None) -> Tensor:
    return tensor(Shape(), "int64")


# -- objects ---------------------------------------------------------------------------------------------------


def _scope(context: Context, arguments: Arguments) -> Value:
    """A context in which names, devices or dependencies are set."""
    return Instance(_SCOPE)


_SCOPE = library_class("tensorflow.Scope", __enter__=itself, __exit__=nothing, reuse_variables=nothing,
                       set_initializer=nothing, set_regularizer=nothing, scope=itself)  # fmt: skip
for _name in ("variable_scope", "name_scope", "control_dependencies", "device", "variable_creator_scope", "init_scope",
              "get_variable_scope", "colocate_with", "op_scope", "contrib.framework.arg_scope",
              "contrib.slim.arg_scope",
              "summary.record_if", "GradientTape.stop_recording", "xla.experimental.jit_scope"):  # fmt: skip
    declare(f"tensorflow.{_name}", Native(_name, _scope))

_OBJECTS = """
    train.Feature train.Features train.Example train.SequenceExample train.Int64List train.FloatList train.BytesList
    train.Saver train.Checkpoint train.CheckpointManager train.Coordinator summary.FileWriter ConfigProto GPUOptions
    OptimizerOptions GraphOptions RunOptions RunMetadata summary.create_file_writer io.TFRecordWriter
    python_io.TFRecordWriter config.LogicalDeviceConfiguration config.experimental.VirtualDeviceConfiguration
    compat.v1.ConfigProto compat.v1.GPUOptions compat.v1.train.Saver compat.v1.summary.FileWriter
    train.ExponentialMovingAverage
"""
_METHODS = {name: nothing for name in ("__init__", "save", "restore", "add_summary", "add_graph", "flush", "close",
                                       "write",
                                       "request_stop", "join", "__exit__", "expect_partial",
                                       "assert_consumed")}  # fmt: skip
for _name in _OBJECTS.split():
    _methods = {**_METHODS, "__enter__": itself, "as_default": itself, "scope": itself}
    declare(f"tensorflow.{_name}", library_class(f"tensorflow.{_name}", **_methods))


def _default_graph(context: Context, arguments: Arguments) -> Value:
    return Instance(GRAPH)


def _default_session(context: Context, arguments: Arguments) -> Value:
    return Instance(SESSION)


declare("tensorflow.get_default_graph", Native("get_default_graph", _default_graph))
declare("tensorflow.get_default_session", Native("get_default_session", _default_session))


# -- other names -----------------------------------------------------------------------------------------------

_FILES = {
    "GFile": "builtins.open", "Open": "builtins.open", "FastGFile": "builtins.open", "glob": "glob.glob",
    "Glob": "glob.glob", "exists": "os.path.exists", "Exists": "os.path.exists", "isdir": "os.path.isdir",
    "IsDirectory": "os.path.isdir", "listdir": "os.listdir", "ListDirectory": "os.listdir", "mkdir": "os.mkdir",
    "makedirs": "os.makedirs", "MakeDirs": "os.makedirs", "remove": "os.remove", "Remove": "os.remove",
    "join": "os.path.join", "rmtree": "shutil.rmtree", "DeleteRecursively": "shutil.rmtree", "walk": "os.walk",
    "Walk": "os.walk", "copy": "shutil.copy", "rename": "os.rename",
}  # fmt: skip
"""TensorFlow's own access to files, as Python's."""
_LAYERS = (
    "Layer", "Dense", "Conv1D", "Conv2D", "Conv3D", "Conv2DTranspose", "SeparableConv2D", "MaxPooling1D",
    "MaxPooling2D", "AveragePooling2D", "Flatten", "Dropout", "BatchNormalization",
)  # fmt: skip
ALIASES.update({f"tensorflow.layers.{name}": f"keras.layers.{name}" for name in _LAYERS})
ALIASES.update(
    {
        "tensorflow.compat.v1": "tensorflow", "tensorflow.compat.v2": "tensorflow",
        "tensorflow.flags": "absl.flags",
        "tensorflow.app": "absl.app",
        "tensorflow.app.flags": "absl.flags",
        "tensorflow.logging": "absl.logging",
        "tensorflow.losses": "keras.losses", "tensorflow.metrics": "keras.metrics",
        "tensorflow.optimizers": "keras.optimizers", "tensorflow.initializers": "keras.initializers",
        "tensorflow.python.framework.ops": "tensorflow",
        "tensorflow.contrib.eager.Variable": "tensorflow.Variable",
        "tensorflow.contrib.eager.GradientTape": "tensorflow.GradientTape",
        "tensorflow.contrib.eager.enable_eager_execution": "tensorflow.enable_eager_execution",
        "tensorflow.contrib.data": "tensorflow.data", "tensorflow.autodiff.GradientTape": "tensorflow.GradientTape",
        "tensorflow.python.util.nest": "tensorflow.nest", "tensorflow.contrib.framework.nest": "tensorflow.nest",
        "tensorflow.initialize_variables": "tensorflow.variables_initializer",
        **{f"tensorflow.io.gfile.{name}": python for name, python in _FILES.items()},
        "tensorflow.gfile": "tensorflow.io.gfile",
    }
)  # fmt: skip

_GONE = {
    "inv": "math.reciprocal", "mul": "math.multiply", "sub": "math.subtract", "neg": "math.negative",
    "pack": "stack", "unpack": "unstack", "select": "where", "sparse_matmul": "matmul", "batch_matmul": "matmul",
    "floor_div": "math.floordiv", "is_variable_initialized": "no_op",
    "unsorted_segment_sum": "math.unsorted_segment_sum", "segment_sum": "math.segment_sum",
    "confusion_matrix": "math.confusion_matrix", "bincount": "math.bincount", "arg_max": "argmax", "arg_min": "argmin",
    "cholesky": "linalg.cholesky",
}  # fmt: skip
"""Names of TensorFlow 0.x and 1.x, and what they are called now."""
for _old, _new in _GONE.items():
    _found = REGISTRY.get(f"tensorflow.{_new}")
    if _found is not None and f"tensorflow.{_old}" not in REGISTRY:
        declare(f"tensorflow.{_old}", _found)
declare("tensorflow.newaxis", Constant(None))
for _name in ("__version__", "VERSION"):
    declare(f"tensorflow.{_name}", Release("2.21.0"))
declare("tensorflow.AUTO_REUSE", Unknown("tf.AUTO_REUSE"))
