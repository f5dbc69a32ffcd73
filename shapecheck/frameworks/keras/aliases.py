"""Paths of Keras that mean the same as another: its source tree, and the modules of older versions."""

from __future__ import annotations

from .. import ALIASES

_MODULES = {
    "core": "keras.layers", "convolutional": "keras.layers", "pooling": "keras.layers", "recurrent": "keras.layers",
    "recurrent_v2": "keras.layers", "rnn": "keras.layers", "normalization": "keras.layers", "normalization_v2":
    "keras.layers", "embeddings": "keras.layers", "merge": "keras.layers", "merging": "keras.layers",
    "noise": "keras.layers", "wrappers": "keras.layers", "advanced_activations": "keras.layers", "attention":
    "keras.layers", "preprocessing": "keras.layers", "regularization": "keras.layers", "reshaping": "keras.layers",
    "activation": "keras.layers", "experimental": "keras.layers", "experimental.preprocessing": "keras.layers",
    "cudnn_recurrent": "keras.layers",
}  # fmt: skip
"""The modules under `keras.layers` of Keras 1 and 2."""

_SOURCES = (
    "activations.activation attention.attention attention.additive_attention attention.multi_head_attention "
    "convolutional.conv1d convolutional.conv2d convolutional.conv3d convolutional.conv2d_transpose "
    "convolutional.depthwise_conv2d convolutional.separable_conv2d core.dense core.embedding core.input_layer "
    "core.lambda_layer core.masking core.wrapper core.identity core.einsum_dense merging.add merging.concatenate "
    "merging.dot merging.multiply normalization.batch_normalization normalization.layer_normalization "
    "normalization.group_normalization pooling.max_pooling2d pooling.average_pooling2d "
    "pooling.global_average_pooling2d preprocessing.rescaling preprocessing.normalization "
    "regularization.dropout regularization.spatial_dropout reshaping.flatten reshaping.reshape reshaping.permute "
    "reshaping.repeat_vector reshaping.up_sampling2d reshaping.zero_padding2d rnn.lstm rnn.gru rnn.simple_rnn "
    "rnn.bidirectional rnn.time_distributed rnn.rnn layer"
)
"""Modules of `keras.src.layers`."""

_PATHS = {
    "keras.src": "keras", "keras.api": "keras", "keras.engine.training": "keras",
    "keras.engine.topology": "keras.layers",
    "keras.engine.base_layer": "keras.layers", "keras.engine.input_layer": "keras.layers",
    "keras.engine.sequential": "keras", "keras.engine.functional": "keras.models", "keras.engine": "keras.layers",
    "keras.models.Input":
    "keras.Input", "keras.Functional": "keras.Model", "keras.models.Functional": "keras.Model",
    "keras.models.model.Model": "keras.Model", "keras.models.sequential.Sequential": "keras.Sequential",
    "keras.models.functional.Functional": "keras.Model", "keras.backend.KerasTensor": "keras.KerasTensor",
    "keras.objectives": "keras.losses",
    "keras.losses.losses": "keras.losses", "keras.losses.loss": "keras.losses", "keras.utils.np_utils": "keras.utils",
    "keras.utils.data_utils": "keras.utils", "keras.utils.generic_utils": "keras.utils",
    "keras.utils.file_utils": "keras.utils", "keras.utils.layer_utils": "keras.utils",
    "keras.utils.vis_utils": "keras.utils",
    "keras.utils.numerical_utils": "keras.utils", "keras.utils.sequence_utils": "keras.utils",
    "keras.preprocessing.sequence": "keras.utils", "keras.preprocessing.image_dataset_from_directory":
    "keras.utils.image_dataset_from_directory", "keras.preprocessing.text_dataset_from_directory":
    "keras.utils.text_dataset_from_directory", "keras.preprocessing.timeseries_dataset_from_array":
    "keras.utils.timeseries_dataset_from_array", "keras.legacy.preprocessing": "keras.preprocessing",
    "keras_preprocessing": "keras.preprocessing", "keras.legacy.layers": "keras.layers", "keras.legacy.losses":
    "keras.losses", "keras.backend.tensorflow_backend": "keras.backend", "keras.callbacks.callbacks": "keras.callbacks",
    "keras.optimizers.optimizer_v2": "keras.optimizers", "keras.optimizers.experimental": "keras.optimizers",
    "keras.applications.resnet50": "keras.applications.resnet", "keras.wrappers.scikit_learn": "keras.wrappers",
    "keras.layers.CuDNNLSTM": "keras.layers.LSTM", "keras.layers.CuDNNGRU": "keras.layers.GRU",
    "keras.ops.numpy": "keras.ops", "keras.ops.nn": "keras.ops", "keras.ops.core": "keras.ops",
    "keras.Initializer": "keras.initializers.Initializer", "keras.Optimizer": "keras.optimizers.Optimizer",
    "keras.Regularizer": "keras.regularizers.Regularizer", "keras.Operation": "keras.layers.Layer",
    "keras.Function": "keras.Model", "keras.ops.operation_utils": "keras.utils",
    "keras.ops.math": "keras.ops", "keras.ops.linalg": "keras.ops",
    "keras.ops.swish": "keras.ops.silu", "keras.ops.hard_swish": "keras.ops.hard_silu",
    "keras.activations.swish": "keras.activations.silu", "keras.activations.hard_swish": "keras.activations.hard_silu",
    "keras.initializers.initializers": "keras.initializers",
    "keras.mixed_precision.experimental": "keras.mixed_precision",
}  # fmt: skip
"""Prefixes; the longest that fits is taken."""

_FUNCTIONS = {
    "keras.losses": {
        "mse": "mean_squared_error", "MSE": "mean_squared_error", "mae": "mean_absolute_error",
        "MAE": "mean_absolute_error",
        "mape": "mean_absolute_percentage_error", "MAPE": "mean_absolute_percentage_error",
        "msle": "mean_squared_logarithmic_error", "MSLE": "mean_squared_logarithmic_error",
        "bce": "binary_crossentropy",
        "BCE": "binary_crossentropy", "kld": "kl_divergence", "KLD": "kl_divergence",
        "kullback_leibler_divergence": "kl_divergence", "logcosh": "log_cosh", "cosine": "cosine_similarity",
        "cosine_proximity": "cosine_similarity",
    },
}  # fmt: skip


NETWORKS = {
    "vgg16": "VGG16", "vgg19": "VGG19", "xception": "Xception", "inception_v3": "InceptionV3", "mobilenet": "MobileNet",
    "inception_resnet_v2": "InceptionResNetV2", "mobilenet_v2": "MobileNetV2", "nasnet": "NASNetLarge NASNetMobile",
    "mobilenet_v3": "MobileNetV3Large MobileNetV3Small", "resnet": "ResNet50 ResNet101 ResNet152",
    "resnet_v2": "ResNet50V2 ResNet101V2 ResNet152V2", "densenet": "DenseNet121 DenseNet169 DenseNet201",
    "efficientnet": " ".join(f"EfficientNetB{i}" for i in range(8)),
    "efficientnet_v2": "EfficientNetV2B0 EfficientNetV2B1 EfficientNetV2B2 EfficientNetV2B3 EfficientNetV2S "
    "EfficientNetV2M EfficientNetV2L",
    "convnext": "ConvNeXtTiny ConvNeXtSmall ConvNeXtBase ConvNeXtLarge ConvNeXtXLarge",
}  # fmt: skip
"""The networks under the modules of their preprocessing."""


def add() -> None:
    """Puts the paths into the common table."""
    ALIASES.update(_PATHS)
    for axes in (1, 2, 3):  # tf.keras never had the classes of Keras 1: it is another name
        for root in ("tensorflow.keras", "tensorflow.python.keras", "tensorflow.compat.v1.keras"):
            ALIASES[f"{root}.layers.Convolution{axes}D"] = f"keras.layers.Conv{axes}D"
    for module, target in _MODULES.items():
        ALIASES[f"keras.layers.{module}"] = target
    for source in _SOURCES.split():
        ALIASES[f"keras.layers.{source}"] = "keras.layers"
    for module, names in NETWORKS.items():
        for name in names.split():
            ALIASES[f"keras.applications.{module}.{name}"] = f"keras.applications.{name}"
    for short, name in _FUNCTIONS["keras.losses"].items():
        ALIASES[f"keras.losses.{short}"] = f"keras.losses.{name}"
        ALIASES[f"keras.metrics.{short}"] = f"keras.metrics.{name}"


add()
