"""The public names of torch that a program may call, and those that are not declared, each with the reason."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

import torch

NAMESPACES = (
    "torch torch.Tensor torch.nn torch.nn.functional torch.nn.init torch.nn.utils torch.nn.utils.rnn "
    "torch.nn.utils.parametrizations torch.nn.parallel torch.linalg torch.special torch.fft torch.signal.windows "
    "torch.optim torch.optim.lr_scheduler torch.distributions torch.autograd torch.autograd.functional torch.func "
    "torch.utils.data torch.amp"
)

EXCUSED: dict[str, str] = {
    "the compiler of TorchScript, and the types of its language": """
        torch: AggregationType AliasDb AnyType Argument ArgumentSpec AwaitType Block BoolType BufferDict CallStack
        Capsule ClassType Code CompilationUnit CompleteArgumentSpec ComplexType ConcreteModuleType
        ConcreteModuleTypeBuilder DeepCopyMemoTable DeserializationStorageContext DeviceObjType DictType EnumType
        ErrorReport ExecutionPlan FatalError FileCheck FloatType FunctionSchema Future FutureType Gradient Graph
        GraphExecutorState IODescriptor InferredType IntType InterfaceType JITException ListType LiteScriptModule
        LockingLogger ModuleDict Node NoneType NoopLogger NumberType OperatorInfo OptionalType ParameterDict
        PyObjectType PyTorchFileReader PyTorchFileWriter RRefType ScriptClass ScriptClassFunction ScriptDict
        ScriptDictIterator ScriptDictKeyIterator ScriptFunction ScriptList ScriptListIterator ScriptMethod ScriptModule
        ScriptModuleSerializer ScriptObject ScriptObjectProperty SerializationStorageContext StaticModule StreamObjType
        StringType SymBoolType SymIntType TensorType ThroughputBenchmark TracingState TupleType Type UnionType Use Value
        BenchmarkConfig BenchmarkExecutionStats fork wait import_ir_module import_ir_module_from_buffer parse_ir
        parse_schema parse_type_comment merge_type_from_type_comment unify_type_list init_num_threads""",
    "the dispatcher, and numbers of its traces": """
        torch: DispatchKey DispatchKeySet DisableTorchFunction DisableTorchFunctionSubclass ExcludeDispatchKeyGuard Tag
        sym_float sym_fresh_size sym_int sym_ite sym_max sym_min sym_not sym_sum sym_sqrt sym_constrain_range
        sym_constrain_range_for_size autocast_decrement_nesting autocast_increment_nesting
        torch.func: debug_unwrap
        torch.autograd: NestedIOFunction
        torch.nn.functional: has_torch_function has_torch_function_unary has_torch_function_variadic
        handle_torch_function boolean_dispatch assert_int_or_pair""",
    "of devices that this torch is not built for": """
        torch: get_autocast_ipu_dtype get_autocast_xla_dtype is_autocast_ipu_enabled is_autocast_xla_enabled
        set_autocast_ipu_dtype set_autocast_ipu_enabled set_autocast_xla_dtype set_autocast_xla_enabled
        cudnn_affine_grid_generator cudnn_batch_norm cudnn_convolution cudnn_convolution_add_relu cudnn_convolution_relu
        cudnn_convolution_transpose cudnn_grid_sampler cudnn_is_acceptable miopen_batch_norm miopen_convolution
        miopen_convolution_add_relu miopen_convolution_relu miopen_convolution_transpose miopen_ctc_loss
        miopen_depthwise_convolution miopen_rnn mkldnn_adaptive_avg_pool2d mkldnn_convolution
        mkldnn_linear_backward_weights mkldnn_max_pool2d mkldnn_max_pool3d mkldnn_rnn_layer
        torch.Tensor: to_mkldnn
        torch.nn.functional: grouped_mm scaled_grouped_mm scaled_mm""",
    "kernels behind functions that are declared: arguments in another order, enumerations as numbers": """
        torch: batch_norm_backward_elemt batch_norm_backward_reduce batch_norm_elemt batch_norm_gather_stats
        batch_norm_gather_stats_with_counts batch_norm_stats batch_norm_update_stats binary_cross_entropy_with_logits
        convolution cosine_embedding_loss ctc_loss embedding_bag embedding_renorm_ hinge_embedding_loss kl_div
        margin_ranking_loss poisson_nll_loss triplet_margin_loss native_batch_norm native_dropout native_group_norm
        native_layer_norm native_norm gru gru_cell lstm lstm_cell rnn_relu rnn_relu_cell rnn_tanh rnn_tanh_cell
        slice_copy slice_inverse
        torch.Tensor: index slice_inverse module_load""",
    "one model on several devices, by hand": """
        torch.nn.parallel: parallel_apply replicate scatter gather""",
    "quantisation": """
        torch: choose_qparams_optimized dequantize empty_quantized fake_quantize_per_channel_affine
        fake_quantize_per_tensor_affine fbgemm_linear_fp16_weight fbgemm_linear_fp16_weight_fp32_activation
        fbgemm_linear_int8_weight fbgemm_linear_int8_weight_fp32_activation fbgemm_linear_quantize_weight
        fbgemm_pack_gemm_matrix_fp16 fbgemm_pack_quantized_matrix fused_moving_avg_obs_fake_quant int_repr
        q_per_channel_axis q_per_channel_scales q_per_channel_zero_points q_scale q_zero_point quantize_per_channel
        quantize_per_tensor quantize_per_tensor_dynamic quantized_batch_norm quantized_gru_cell quantized_lstm_cell
        quantized_max_pool1d quantized_max_pool2d quantized_max_pool3d quantized_rnn_relu_cell quantized_rnn_tanh_cell
        torch.Tensor: dequantize int_repr q_per_channel_axis q_per_channel_scales q_per_channel_zero_points q_scale
        q_zero_point qscheme""",
    "the storage of sparse and nested tensors": """
        torch: ccol_indices_copy col_indices_copy crow_indices_copy indices_copy row_indices_copy values_copy
        resize_as_sparse_
        torch.Tensor: resize_as_sparse_ sparse_resize_ sparse_resize_and_clear_ to_padded_tensor""",
    "removed from torch: a call raises, whatever it is given": """
        torch.Tensor: eig lstsq solve symeig reinforce
        torch.nn: Container""",
    "checks of data pipes, which are deprecated": """
        torch.utils.data: DataChunk argument_validation guaranteed_datapipes_determinism non_deterministic
        runtime_validation runtime_validation_disabled""",
    "imported into the module for its own use": """
        torch.nn.functional: Callable DType Optional ScalingType SwizzleType Tensor
        torch.nn: factory_kwargs
        torch.fft: Tensor
        torch.autograd: enforce_grad_layout_policy variable
        torch.optim: swap_in_optimizer_params_and_state""",
}


def excused() -> set[str]:
    found, module = set(), ""
    for names in EXCUSED.values():
        for word in names.split():
            if word.endswith(":"):
                module = word[:-1]
            else:
                found.add(f"{module}.{word}")
    return found


def public() -> Iterator[str]:
    """The full names of all that can be called and does not begin with an underscore."""
    for path in NAMESPACES.split():
        home: Any = torch.Tensor if path == "torch.Tensor" else importlib.import_module(path)
        for name in getattr(home, "__all__", None) or dir(home):
            if not name.startswith("_") and callable(getattr(home, name, None)):
                yield f"{path}.{name}"
