from __future__ import annotations

from .base import Rule


class StringLabels(Rule):
    """The labels are texts.

    ## Why

    A loss computes with numbers.

    ## What to change

    `sklearn.preprocessing.LabelEncoder`, or `keras.layers.StringLookup`.
    """

    code = "SHP413"
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2, activation="softmax")])
        model.compile(loss="sparse_categorical_crossentropy")
        labels = np.array(["cat", "dog", "cat", "dog"])
        model.fit(np.zeros((4, 4)), labels, verbose=0)  # error: string-labels
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2, activation="softmax")])
        model.compile(loss="sparse_categorical_crossentropy")
        labels = np.array([0, 1, 0, 1])
        model.fit(np.zeros((4, 4)), labels, verbose=0)
        """,
    )
