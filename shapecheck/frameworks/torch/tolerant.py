"""Names that no shape depends on: optimizers, seeds, devices, saving, initializers, processes, wrappers of models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Class, Instance, Static, library_class
from ...core.outcome import Mismatch
from ...core.plain import FALSE, NONE, Scalar
from ...core.shape import Shape
from ...core.state import serial
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from ..dtypes import DTypeValue
from .dialect import MODES, T, dtype_of, tensor
from .natives import given, method, nothing

if TYPE_CHECKING:
    from ...core.value import Context


def _unknown(what: str) -> Native:
    return Native(what, lambda context, arguments: Unknown(what))


# -- optimizers and schedulers ----------------------------------------------------------------------------------


@method
def _optimizer_init(context: Context, optimizer: Instance, arguments: Arguments) -> Value:
    given_ = arguments.get(0, "params")
    if isinstance(given_, Sequence) and given_.known == ():
        context.apply("torch.optim.Optimizer.__init__", Arguments((given_,), {}, arguments.spans))
    return NONE


@T.op("torch.optim.Optimizer.__init__", read=True)
def refuse_nothing(params: Value) -> Value:
    raise Mismatch("modules-in-plain-list", "there are no parameters to train", argument="params",
                   runtime="optimizer got an empty parameter list",
                   help="modules in a list or dict are not registered: nn.ModuleList([...])")  # fmt: skip


@method
def _step(context: Context, optimizer: Instance, arguments: Arguments) -> Value:
    """With a closure, what it returns."""
    if not any(map(context.mentions, _CLEARING)):
        context.note("steps", (serial(optimizer.state), context.origin("step").span))
    context.write(MODES, "trained", True)
    closure = given(arguments, 0, "closure")
    return context.call(closure, Arguments()) if closure is not None else NONE


@method
def _param_groups(context: Context, optimizer: Instance, arguments: Arguments) -> Value:
    name = getattr(arguments.positional[0], "payload", "")
    return Unknown(f"optimizer.{name}", ("attribute", serial(optimizer.state), name))


_CLEARING = ("zero_grad", "grad =", "grad.zero_", "grad.data", "grad is", "grad_")
"""Words of a program that starts each step with gradients of zero, one way or another."""
OPTIMIZER = library_class(
    "torch.optim.Optimizer", __init__=_optimizer_init, __getattr__=_param_groups, step=_step, zero_grad=nothing,
    state_dict=_unknown("state of an optimizer"), load_state_dict=nothing, add_param_group=nothing,
)  # fmt: skip
_OPTIMIZERS = (
    "Adam AdamW SGD RMSprop Adagrad Adadelta Adamax ASGD LBFGS NAdam RAdam Rprop SparseAdam Adafactor Muon"
).split()
T.classes(OPTIMIZER, *(Class(name, (OPTIMIZER,), {}, f"torch.optim.{name}") for name in _OPTIMIZERS))

_rate = Native("learning rate", lambda context, arguments: Sequence("list", (), Scalar("float"), Dim.unknown(low=1)))
SCHEDULER = library_class(
    "torch.optim.lr_scheduler.LRScheduler", __init__=nothing, __getattr__=_param_groups, step=nothing,
    get_last_lr=_rate, get_lr=_rate, state_dict=_unknown("state of a scheduler"), load_state_dict=nothing,
)  # fmt: skip
_SCHEDULERS = (
    "StepLR MultiStepLR LambdaLR MultiplicativeLR ConstantLR LinearLR ExponentialLR PolynomialLR CosineAnnealingLR "
    "CosineAnnealingWarmRestarts ReduceLROnPlateau CyclicLR OneCycleLR SequentialLR ChainedScheduler"
).split()
T.classes(SCHEDULER, *(Class(name, (SCHEDULER,), {}, f"torch.optim.lr_scheduler.{name}") for name in _SCHEDULERS))
declare("torch.optim.lr_scheduler._LRScheduler", SCHEDULER)
T.classes(Class("SWALR", (SCHEDULER,), {}, "torch.optim.swa_utils.SWALR"))


# -- modes: as decorators and in `with` -------------------------------------------------------------------------


def _mode_new(path: str, key: str, at_once: bool) -> Native:
    def make(context: Context, arguments: Arguments) -> Value:
        """`@torch.no_grad` without parentheses is called with the function."""
        cls, more = arguments.positional[0], arguments.positional[1:]
        undecorated = len(more) == 1 and more[0].kind == "function"
        mode = Instance(cls) if isinstance(cls, Class) else None
        if key and mode is not None:
            mode.hide(context, "before", MODES[key])
        if key and (at_once or undecorated):
            context.write(MODES, key, key == "lenient")
        return more[0] if undecorated else mode or Unknown(path)

    return Native(f"{path}.__new__", make)


def _mode(path: str, key: str = "", at_once: bool = False) -> Class:
    """A mode holds inside its block. at_once: also behind a call, without `with`. What a function runs with that it
    decorates, holds from there on: then less is certain."""

    @method
    def enter(context: Context, mode: Instance, arguments: Arguments) -> Value:
        if key:
            context.write(MODES, key, key == "lenient")
        if key == "grad" and not at_once:
            sure = MODES["trained"] and not MODES["switched"]
            context.write(MODES, "inside", sure and not any(map(context.mentions, _SWITCHING)))
        return mode

    @method
    def leave(context: Context, mode: Instance, arguments: Arguments) -> Value:
        if key:
            context.write(MODES, key, mode.hidden("before"))
        for flag in ("inside", "evaluating") if key == "grad" else ():
            context.write(MODES, flag, False)
        return NONE

    @method
    def decorate(context: Context, mode: Instance, arguments: Arguments) -> Value:
        enter.call(context, Arguments((mode,)))
        return arguments.positional[0] if arguments.positional else Unknown("decorated function")

    made = _mode_new(path, key, at_once)
    return library_class(path, __new__=made, __call__=decorate, __enter__=enter, __exit__=leave)


_SWITCHING = ("eval()", "training", "train(False)", "train(mode=False)")
"""Words of a program that says in which mode its modules are."""
_WITHOUT_GRADIENTS = (
    "torch.no_grad torch.inference_mode torch.autograd.no_grad torch.autograd.grad_mode.no_grad "
    "torch.autograd.inference_mode torch.autograd.grad_mode.inference_mode"
)
_SET_GRADIENTS = "torch.set_grad_enabled torch.autograd.set_grad_enabled torch.autograd.grad_mode.set_grad_enabled"
_CASTING = "torch.autocast torch.amp.autocast torch.cuda.amp.autocast torch.cpu.amp.autocast"
_NEUTRAL = (
    "torch.enable_grad torch.autograd.enable_grad torch.autograd.set_detect_anomaly torch.autograd.detect_anomaly "
    "torch.autograd.profiler.profile torch.autograd.profiler.record_function torch.profiler.profile "
    "torch.profiler.record_function torch.cuda.device torch.cuda.stream torch.nn.attention.sdpa_kernel "
    "torch.backends.cuda.sdp_kernel torch.autograd.graph.save_on_cpu torch.random.fork_rng torch.cuda.graph "
    "torch.cuda.device_of torch.autograd.profiler.emit_nvtx torch.autograd.set_multithreading_enabled"
)
T.classes(
    *(_mode(path, "grad") for path in _WITHOUT_GRADIENTS.split()),
    *(_mode(path, "grad", at_once=True) for path in _SET_GRADIENTS.split()),
    *(_mode(path, "lenient") for path in _CASTING.split()),
    *(_mode(path) for path in _NEUTRAL.split()),
)


def _scaled_step(context: Context, arguments: Arguments) -> Value:
    """`scaler.step(optimizer)`"""
    optimizer = arguments.get(1, "optimizer")
    if optimizer is None:
        return NONE
    return context.call(context.attribute(optimizer, "step"), Arguments(arguments.positional[2:]))


def _first(context: Context, arguments: Arguments) -> Value:
    """What is scaled, compiled or wrapped stays what it is."""
    return arguments.positional[1] if len(arguments.positional) > 1 else NONE


for _path in ("torch.cuda.amp.GradScaler", "torch.amp.GradScaler", "torch.GradScaler"):
    T.classes(library_class(
        _path, __init__=nothing, scale=_first, step=_scaled_step, update=nothing, unscale_=nothing,
        state_dict=_unknown("state of a scaler"), load_state_dict=nothing,
        get_scale=Native("scale", lambda context, arguments: Scalar("float")),
        is_enabled=_unknown("whether a scaler is on"),
    ))  # fmt: skip


@T.native("torch.set_default_dtype", "torch.set_default_tensor_type")
def set_default_dtype(context: Context, arguments: Arguments) -> Value:
    """New tensors of floating point get that dtype."""
    wanted = arguments.get(0, "d") or arguments.get(0, "t")
    name = dtype_of(wanted) if wanted is not None else None
    context.write(MODES, "default_float", name or "float32")
    if name is None:
        context.write(MODES, "lenient", True)
    return NONE


@T.native("torch.get_default_dtype")
def get_default_dtype(context: Context, arguments: Arguments) -> Value:
    return DTypeValue(T.default_float)


# -- functions that return their argument, nothing, or what is not known ----------------------------------------


def _returned(context: Context, arguments: Arguments) -> Value:
    """The first argument; without one, a decorator that returns its function."""
    if arguments.positional:
        return arguments.positional[0]
    named = arguments.keywords.get("model") or arguments.keywords.get("module")
    return named or Native("decorator", lambda context, arguments: arguments.positional[0])


_SAME = (
    "compile jit.script jit.trace jit.freeze jit.export jit.ignore jit.unused jit.optimize_for_inference "
    "jit.script_method nn.utils.weight_norm nn.utils.spectral_norm nn.utils.remove_weight_norm "
    "nn.utils.remove_spectral_norm nn.utils.parametrizations.weight_norm nn.utils.parametrizations.spectral_norm "
    "nn.utils.parametrizations.orthogonal nn.SyncBatchNorm.convert_sync_batchnorm nn.utils.fusion.fuse_conv_bn_eval "
    "nn.utils.fuse_conv_bn_eval nn.utils.fuse_linear_bn_eval nn.utils.convert_conv2d_weight_memory_format "
    "nn.utils.convert_conv3d_weight_memory_format func.replace_all_batch_norm_modules_ utils.data.functional_datapipe "
    "amp.custom_fwd amp.custom_bwd compiler.disable compiler.allow_in_graph fx.wrap jit._overload_method "
    "jit._script_if_tracing "
    "nn.utils.parametrize.register_parametrization nn.utils.parametrize.remove_parametrizations"
)
_NOTHING = (
    "save manual_seed seed set_num_threads set_num_interop_threads set_printoptions set_float32_matmul_precision "
    "use_deterministic_algorithms set_rng_state set_deterministic cuda.manual_seed cuda.manual_seed_all cuda.seed "
    "cuda.seed_all cuda.empty_cache cuda.synchronize cuda.set_device cuda.reset_peak_memory_stats "
    "cuda.reset_max_memory_allocated cuda.set_rng_state cuda.init cuda.ipc_collect mps.empty_cache mps.manual_seed "
    "distributed.init_process_group distributed.destroy_process_group distributed.barrier distributed.broadcast "
    "distributed.all_reduce distributed.all_gather distributed.reduce distributed.scatter distributed.gather "
    "nn.utils.clip_grad_value_ nn.utils.vector_to_parameters nn.utils.prune.l1_unstructured autograd.backward "
    "jit.save onnx.export _assert random.manual_seed multiprocessing.set_start_method "
    "multiprocessing.set_sharing_strategy set_warn_always backends.cuda.enable_flash_sdp "
    "backends.cuda.enable_mem_efficient_sdp backends.cuda.enable_math_sdp backends.cudnn.flags cuda.nvtx.range_push "
    "cuda.nvtx.range_pop set_default_device set_flush_denormal hub.set_dir "
    "onnx.register_custom_op_symbolic "
    "hub.download_url_to_file optim.swa_utils.update_bn set_deterministic_debug_mode set_anomaly_enabled "
    "clear_autocast_cache set_autocast_enabled set_autocast_dtype set_autocast_cache_enabled set_autocast_cpu_enabled "
    "set_autocast_cpu_dtype set_autocast_gpu_dtype nn.utils.clip_grads_with_norm_"
)
_UNKNOWN = (
    "load hub.load hub.load_state_dict_from_url hub.list jit.load cuda.is_available cuda.device_count "
    "cuda.current_device cuda.get_device_name cuda.get_device_properties cuda.get_device_capability "
    "cuda.memory_allocated cuda.memory_reserved cuda.max_memory_allocated cuda.max_memory_reserved "
    "cuda.is_bf16_supported cuda.current_stream cuda.Stream cuda.Event cuda.get_rng_state cuda.is_initialized "
    "mps.is_available backends.mps.is_available backends.mps.is_built backends.cuda.is_built "
    "backends.cudnn.is_available backends.cudnn.version backends.mkldnn.is_available distributed.is_available "
    "distributed.is_initialized distributed.get_rank distributed.get_world_size distributed.is_nccl_available "
    "get_rng_state initial_seed get_num_threads finfo iinfo Generator Size is_grad_enabled is_inference_mode_enabled "
    "is_autocast_enabled are_deterministic_algorithms_enabled "
    "utils.model_zoo.load_url utils.tensorboard.SummaryWriter export.export "
    "random.get_rng_state accelerator.is_available accelerator.current_accelerator "
    "accelerator.device_count xpu.is_available get_float32_matmul_precision utils.data.get_worker_info_ version.cuda "
    "device get_device_module cuda.mem_get_info memory_format distributed.get_backend distributed.new_group "
    "dtype layout qscheme Stream Event OutOfMemoryError AcceleratorError linalg.LinAlgError typename is_storage "
    "UntypedStorage TypedStorage FloatStorage DoubleStorage LongStorage IntStorage ShortStorage CharStorage "
    "ByteStorage BoolStorage can_cast get_default_device get_deterministic_debug_mode "
    "is_deterministic_algorithms_warn_only_enabled is_warn_always_enabled is_anomaly_enabled "
    "is_anomaly_check_nan_enabled is_autocast_cache_enabled is_autocast_cpu_enabled get_autocast_dtype "
    "get_autocast_cpu_dtype get_autocast_gpu_dtype get_num_interop_threads is_vulkan_available thread_safe_generator "
    "cond nn.utils.fuse_conv_bn_weights nn.utils.fuse_linear_bn_weights nn.LinearCrossEntropyOptions "
    "amp.is_autocast_available nn.utils.rnn.PackedSequence SymInt SymFloat SymBool"
)
for _names, _native in ((_SAME, _returned), (_NOTHING, nothing)):
    for _name in _names.split():
        T.native(f"torch.{_name}")(_native)
_NEVER = "jit.is_scripting jit.is_tracing compiler.is_compiling compiler.is_exporting onnx.is_in_onnx_export"
"""Whether the program is being compiled: it is followed as Python runs it."""
for _name in _NEVER.split():
    T.native(f"torch.{_name}")(lambda context, arguments: FALSE)
for _name in _UNKNOWN.split():
    declare(f"torch.{_name}", _unknown(f"torch.{_name}"))
T.constants({
    "torch.__version__": "2.13.0", "torch.pi": 3.141592653589793, "torch.inf": float("inf"), "torch.nan": float("nan"),
    "torch.e": 2.718281828459045, "torch.strided": "strided", "torch.channels_last": "channels_last",
    "torch.contiguous_format": "contiguous_format", "torch.preserve_format": "preserve_format", "torch.newaxis": None,
})  # fmt: skip

# -- initializers -----------------------------------------------------------------------------------------------

_INITIALIZERS = (
    "uniform normal trunc_normal constant ones zeros eye dirac xavier_uniform xavier_normal kaiming_uniform "
    "kaiming_normal orthogonal sparse"
)
for _name in _INITIALIZERS.split():
    for _path in (f"torch.nn.init.{_name}_", f"torch.nn.init.{_name}"):
        T.native(_path)(lambda context, arguments: arguments.get(0, "tensor") or NONE)
T.native("torch.nn.init.calculate_gain")(lambda context, arguments: Scalar("float"))


@T.native("torch.nn.utils.clip_grad_norm_", "torch.nn.utils.clip_grad_norm", "torch.nn.utils.get_total_norm")
def clip_grad_norm(context: Context, arguments: Arguments) -> Value:
    return tensor(Shape(), "float32")


@T.native("torch.nn.utils.parameters_to_vector")
def parameters_to_vector(context: Context, arguments: Arguments) -> Value:
    return tensor(Shape.of(Dim.unknown()), "float32")


# -- gradients --------------------------------------------------------------------------------------------------


@T.native("torch.nn.utils.skip_init")
def skip_init(context: Context, arguments: Arguments) -> Value:
    """Makes a module whose weights hold nothing yet."""
    if not arguments.positional:
        return Unknown("a module")
    return context.call(arguments.positional[0], Arguments(arguments.positional[1:], arguments.keywords))


@T.native("torch.autograd.grad")
def gradients(context: Context, arguments: Arguments) -> Value:
    """One gradient for each input, shaped as it."""
    inputs = arguments.get(1, "inputs")
    if isinstance(inputs, Tensor):
        return Sequence.tuple((tensor(inputs.shape, inputs.dtype),))
    if isinstance(inputs, Sequence) and inputs.known is not None:
        return Sequence.tuple(
            tensor(one.shape, one.dtype) if isinstance(one, Tensor) else Unknown("gradient") for one in inputs.known
        )
    return Unknown("gradients")


@T.native("torch.utils.checkpoint.checkpoint")
def checkpoint(context: Context, arguments: Arguments) -> Value:
    """Calls the function now, and once more on the way back."""
    if not arguments.positional:
        return Unknown("checkpoint")
    keywords = {k: v for k, v in arguments.keywords.items() if k not in ("use_reentrant", "preserve_rng_state")}
    return context.call(arguments.positional[0], Arguments(arguments.positional[1:], keywords, {}, arguments.open))


def _function_apply(context: Context, arguments: Arguments) -> Value:
    """`Function.apply(x)` calls the user's `forward(ctx, x)`."""
    cls = arguments.positional[0]
    forward = cls.attribute(context, "forward")
    return context.call(forward, Arguments((Unknown("ctx"), *arguments.positional[1:]), arguments.keywords))


def _declare_function() -> None:
    members = {"apply": Static(Native("torch.autograd.Function.apply", _function_apply), of_class=True)}
    function = library_class("torch.autograd.Function", **members)
    T.classes(function)


_declare_function()

# -- the class of tensors ---------------------------------------------------------------------------------------


def _new_tensor(context: Context, arguments: Arguments) -> Value:
    return context.apply("torch.Tensor.__new__", Arguments(arguments.positional[1:], arguments.keywords))


T.classes(Class("Tensor", (), {"__new__": Native("torch.Tensor", _new_tensor)}, "torch.Tensor"))
