from __future__ import annotations

from .base import Rule


class SequenceLabelsVsReturnSequences(Rule):
    """The labels are given for each step and the model returns the last step alone, or the other way round.

    ## Why

    `return_sequences` decides whether a recurrent layer returns all steps.

    ## What to change

    `return_sequences=True` in the last recurrent layer for labels at every step; without it for one label a
    sequence.
    """

    code = "SHP218"
    bad = (
        """
        import keras
        import numpy as np

        model = keras.Sequential(
            [
                keras.Input((7, 3)),
                keras.layers.LSTM(8),
                keras.layers.Dense(5, activation="softmax"),
            ]
        )
        model.compile(loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((8, 7, 3)), np.zeros((8, 7)), verbose=0)  # error: sequence-labels-vs-return-sequences
        """,
    )
    good = (
        """
        import keras
        import numpy as np

        model = keras.Sequential(
            [
                keras.Input((7, 3)),
                keras.layers.LSTM(8, return_sequences=True),
                keras.layers.Dense(5, activation="softmax"),
            ]
        )
        model.compile(loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((8, 7, 3)), np.zeros((8, 7)), verbose=0)
        """,
    )
