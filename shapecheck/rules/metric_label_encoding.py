from __future__ import annotations

from ..findings import Severity
from .base import Rule


class MetricLabelEncoding(Rule):
    """A metric takes labels of another form than it gets.

    ## Why

    `SparseCategorical...` metrics take class ids, `Categorical...` metrics one-hot labels, and `Accuracy` compares
    element by element. The message names a node of the graph, not the metric.

    ## What to change

    The metric of the same family as the loss; `metrics=["accuracy"]` chooses by itself.
    """

    code = "SHP611"
    severity = Severity.WARNING
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
        model.compile(loss="sparse_categorical_crossentropy", metrics=["categorical_accuracy"])
        model.fit(np.zeros((8, 4)), np.zeros(8), verbose=0)  # warning: metric-label-encoding
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
        model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
        model.fit(np.zeros((8, 4)), np.zeros(8), verbose=0)
        """,
    )
