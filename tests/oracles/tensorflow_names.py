"""The public names of TensorFlow that a program may call, and those that are not declared, each with the reason."""

from __future__ import annotations

import types
from collections.abc import Iterator

from .tensorflow_real import tf

NAMESPACES = (
    "tf tf.nn tf.nn.experimental tf.math tf.math.special tf.linalg tf.image tf.signal tf.strings tf.random tf.sparse "
    "tf.ragged tf.sets tf.bitwise tf.data tf.data.experimental tf.io tf.debugging tf.audio tf.dtypes tf.quantization "
    "tf.lookup tf.summary tf.autodiff tf.queue tf.train tf.autograph tf.distribute tf.config tf.nest"
)

EXCUSED: dict[str, str] = {
    "types and settings, no values of a program": """
        tf: AggregationMethod DType DeviceSpec IndexedSlices IndexedSlicesSpec NoneTensorSpec OptionalSpec
        RaggedTensorSpec SparseTensorSpec TensorArraySpec TypeSpec UnconnectedGradients VariableAggregation
        VariableSynchronization qint16 qint32 qint8 quint16 quint8 resource variant type_spec_from_value
        tf.dtypes: DType QUANTIZED_DTYPES qint16 qint32 qint8 quint16 quint8 resource variant
        tf.data: DatasetSpec IteratorSpec NumpyIterator ThreadingOptions
        tf.data.experimental: AutoShardPolicy AutotuneAlgorithm AutotuneOptions DatasetInitializer DistributeOptions
        ExternalStatePolicy OptimizationOptions SHARD_HINT ServiceOptions ThreadingOptions Optional Reducer
        tf.io: TFRecordOptions
        tf.lookup: TextFileIndex
        tf.random: Algorithm
        tf.train: CheckpointOptions ClusterDef ClusterSpec JobDef ServerDef
        tf.config: LogicalDevice PhysicalDevice""",
    "of building graphs by hand, and of extending the library": """
        tf: CriticalSection RegisterGradient get_current_name_scope get_logger grad_pass_through import_graph_def
        inside_function load_library load_op_library make_ndarray make_tensor_proto no_gradient
        nondifferentiable_batch_function register_tensor_conversion_function
        tf.autograph: to_code to_graph trace
        tf.summary: SummaryWriter create_noop_writer graph should_record_summaries trace_off write
        tf.debugging: get_log_device_placement is_traceback_filtering_enabled
        tf.config: experimental_connect_to_host experimental_functions_run_eagerly functions_run_eagerly
        get_logical_device_configuration get_soft_device_placement set_logical_device_configuration""",
    "ops as the runtime has them, behind the function that programs call": """
        tf: approx_top_k check_pinned conv conv2d_backprop_filter_v2 conv2d_backprop_input_v2 fftnd ifftnd irfftnd
        rfftnd ragged_fill_empty_rows ragged_fill_empty_rows_grad
        tf.quantization: dequantize quantize quantized_concat fake_quant_with_min_max_args_gradient
        fake_quant_with_min_max_vars_gradient fake_quant_with_min_max_vars_per_channel_gradient""",
    "the result is sparse, ragged or a record, whose lengths depend on the elements": """
        tf: edit_distance
        tf.nn: compute_accidental_hits ctc_beam_search_decoder ctc_greedy_decoder
        tf.sparse: cross cross_hashed mask sampled_addmm
        tf.ragged: cross cross_hashed
        tf.sets: size
        tf.io: decode_json_example decode_proto deserialize_many_sparse encode_proto match_filenames_once
        parse_sequence_example parse_single_sequence_example write_graph
        tf.image: generate_bounding_box_proposals non_max_suppression_padded""",
    "functions of functions that are seldom passed": """
        tf: hessians
        tf.nn: with_space_to_batch RNNCellDeviceWrapper RNNCellDropoutWrapper RNNCellResidualWrapper
        tf.sparse: map_values
        tf.ragged: map_flat_values
        tf.signal: inverse_stft_window_fn
        tf.autodiff: ForwardAccumulator""",
    "transforms over axes that are named, of a rank that no model has": """
        tf.signal: fftnd ifftnd irfftnd rfftnd""",
    "linear operators are objects of their own, with no tensor behind them": """
        tf.linalg: LinearOperator LinearOperatorAdjoint LinearOperatorBlockDiag LinearOperatorBlockLowerTriangular
        LinearOperatorCirculant LinearOperatorCirculant2D LinearOperatorCirculant3D LinearOperatorComposition
        LinearOperatorDiag LinearOperatorFullMatrix LinearOperatorHouseholder LinearOperatorIdentity
        LinearOperatorInversion LinearOperatorKronecker LinearOperatorLowRankUpdate LinearOperatorLowerTriangular
        LinearOperatorPermutation LinearOperatorScaledIdentity LinearOperatorToeplitz LinearOperatorTridiag
        LinearOperatorZeros""",
    "files, whose contents are not known": """
        tf.train: CheckpointView FeatureList FeatureLists TrackableView checkpoints_iterator get_checkpoint_state
        list_variables load_checkpoint load_variable
        tf.data.experimental: SqlDataset TFRecordWriter load make_batched_features_dataset parse_example_dataset save
        distributed_save index_table_from_dataset table_from_dataset make_saveable_from_iterator""",
    "of datasets on devices, and of their inner structure": """
        tf.data.experimental: RandomDataset at dense_to_sparse_batch enable_debug_mode from_list from_variant
        get_model_proto get_next_as_optional get_structure group_by_reducer pad_to_cardinality to_variant""",
    "queues and distribution: what they give comes from other processes": """
        tf.queue: FIFOQueue PaddingFIFOQueue PriorityQueue QueueBase RandomShuffleQueue
        tf.distribute: CrossDeviceOps DistributedDataset DistributedIterator DistributedValues
        HierarchicalCopyAllReduce InputContext InputOptions InputReplicationMode NcclAllReduce ParameterServerStrategy
        ReduceOp ReductionToOneDevice ReplicaContext RunOptions Server StrategyExtended
        experimental_set_strategy has_strategy in_cross_replica_context get_replica_context""",
    "the state of a generator": """
        tf.random: create_rng_state set_global_generator""",
}
"""By reason, then by module."""


def public() -> Iterator[str]:
    """The full paths of the names of the modules above, as declarations spell them."""
    for namespace in NAMESPACES.split():
        module = eval(namespace, {"tf": tf})
        for name in dir(module):
            held = getattr(module, name, None)
            nested = isinstance(held, types.ModuleType) or "module" in type(held).__name__.lower()
            if not name.startswith("_") and held is not None and not nested:
                yield f"{namespace}.{name}".replace("tf", "tensorflow", 1)


def excused() -> set[str]:
    """The paths that have a reason."""
    found = set()
    for text in EXCUSED.values():
        module = ""
        for word in text.split():
            if word.endswith(":"):
                module = word[:-1].replace("tf", "tensorflow", 1)
            else:
                found.add(f"{module}.{word}")
    return found
