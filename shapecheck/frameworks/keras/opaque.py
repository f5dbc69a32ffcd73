"""Names of Keras that shapes do not pass through: policies of dtypes, devices, saving, drawing, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.objects import library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import REGISTRY, declare
from .base_layer import LAYER
from .dialect import K, dtype_of

if TYPE_CHECKING:
    from ...core.value import Context

_CLASSES = {
    "keras": "DTypePolicy FloatDTypePolicy Quantizer RematScope StatelessScope SymbolicScope",
    "keras.dtype_policies": "AWQDTypePolicy DTypePolicy DTypePolicyMap FloatDTypePolicy GPTQDTypePolicy "
    "Int4DTypePolicy QuantizedDTypePolicy QuantizedFloat8DTypePolicy",
    "keras.distribution": "DataParallel DeviceMesh LayoutMap ModelParallel TensorLayout",
    "keras.export": "ExportArchive", "keras.callbacks": "OrbaxCheckpoint",
    "keras.quantizers": "AWQConfig AbsMaxQuantizer Float8QuantizationConfig GPTQConfig Int4QuantizationConfig "
    "Int8QuantizationConfig QuantizationConfig Quantizer",
    "keras.saving": "CustomObjectScope KerasFileEditor", "keras.utils": "Config",
    "keras.optimizers": "MultiOptimizer OptimizerMap", "keras.optimizers.legacy": "Ftrl SGD",
    "keras.initializers": "STFTInitializer", "keras.wrappers": "SKLearnClassifier SKLearnRegressor SKLearnTransformer",
    "keras.distillation": "DistillationLoss FeatureDistillation LogitsDistillation",
}  # fmt: skip
_NOTHING = {
    "keras.config": "disable_flash_attention disable_interactive_logging enable_flash_attention "
    "enable_interactive_logging set_max_epochs set_max_steps_per_epoch",
    "keras.distribution": "initialize set_distribution", "keras.saving": "load_weights",
    "keras.visualization": "draw_bounding_boxes draw_segmentation_masks plot_bounding_box_gallery plot_image_gallery "
    "plot_segmentation_mask_gallery",
}
"""Called for their effect."""
_UNKNOWN = {
    "keras": "device name_scope remat", "keras.config": "dtype_policy is_flash_attention_enabled "
    "is_interactive_logging_enabled is_nnx_enabled is_traceback_filtering_enabled max_epochs max_steps_per_epoch",
    "keras.distribution": "distribute_tensor distribution get_device_count list_devices",
    "keras.dtype_policies": "deserialize get serialize",
    "keras.legacy.saving": "deserialize_keras_object serialize_keras_object",
    "keras.losses": "serialize", "keras.metrics": "serialize", "keras.mixed_precision": "dtype_policy global_policy",
    "keras.optimizers.schedules": "deserialize serialize", "keras.quantizers": "abs_max_quantize "
    "abs_max_quantize_grouped_with_zero_point compute_float8_amax_history compute_float8_scale deserialize "
    "fake_quant_with_min_max_vars get pack_int4 quantize_and_dequantize serialize unpack_int4",
    "keras.saving": "custom_object_scope deserialize_keras_object get_custom_objects get_registered_name "
    "get_registered_object serialize_keras_object",
    "keras.utils": "custom_object_scope deserialize_keras_object get_registered_name get_registered_object "
    "is_interactive_logging_enabled serialize_keras_object",
    "keras.utils.legacy": "deserialize_keras_object serialize_keras_object",
    "keras.utils.bounding_boxes": "affine_transform clip_to_image_size compute_ciou compute_iou convert_format crop "
    "decode_deltas_to_boxes encode_box_to_deltas pad",
}  # fmt: skip
"""Nothing is claimed of what they give."""
_FOREIGN = "FlaxLayer JaxLayer TFSMLayer TorchModuleWrapper"
"""Layers around a model of another library, or around one from a file."""


def _unknown(path: str) -> Native:
    return Native(path, lambda context, arguments: Unknown(path))


def _none(path: str) -> Native:
    return Native(path, lambda context, arguments: NONE)


def _dtype(context: Context, arguments: Arguments) -> Value:
    name = dtype_of(arguments.get(0, "dtype") or NONE)
    return Constant(name) if name is not None else Unknown("the name of a dtype")


def _is_of(family: tuple[str, ...]) -> Native:
    def asked(context: Context, arguments: Arguments) -> Value:
        name = dtype_of(arguments.get(0, "dtype") or NONE)
        return Constant(name.startswith(family)) if name is not None else Scalar("bool")

    return Native("is_dtype", asked)


def _declare() -> None:
    for module, names in _CLASSES.items():
        for name in names.split():
            K.classes(library_class(f"{module}.{name}"))
    for table, made in ((_NOTHING, _none), (_UNKNOWN, _unknown)):
        for module, names in table.items():
            for name in names.split():
                declare(f"{module}.{name}", made(f"{module}.{name}"))
    for name in _FOREIGN.split():
        path = f"keras.layers.{name}"
        nothing = Native(path, lambda context, arguments: NONE)
        K.classes(library_class(path, LAYER, __init__=nothing, call=_unknown(path)))
    for synonym in ("STFT", "stft"):
        declare(f"keras.initializers.{synonym}", REGISTRY["keras.initializers.STFTInitializer"])
    for where in ("keras.backend", "keras.utils"):
        declare(f"{where}.standardize_dtype", Native("standardize_dtype", _dtype))
    K.constants({
        "keras.backend.is_float_dtype": _is_of(("float", "bfloat")), "keras.backend.is_int_dtype": _is_of(("int",
                                                                                                           "uint")),
        "keras.backend.result_type": _unknown("keras.backend.result_type"),
        "keras.version": Native("version", lambda context, arguments: Scalar("str")),
    })  # fmt: skip


_declare()
