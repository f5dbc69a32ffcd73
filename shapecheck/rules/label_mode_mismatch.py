from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.tensor import Tensor
from .base import Rule

if TYPE_CHECKING:
    from ..core.outcome import Mismatch
    from ..interp.trace import Call

_WANTED = {"sparse": "int (for flow_from_directory: sparse)", "categorical": "categorical", "binary": "binary"}


class LabelModeMismatch(Rule):
    """A data set from a folder encodes its labels in another way than the loss takes them.

    ## Why

    `label_mode="int"`, the default of `image_dataset_from_directory`, gives class ids; `"categorical"`, the default of
    `flow_from_directory` (where it is called `class_mode`), gives one-hot rows; `"binary"` gives a 0 or 1.

    ## What to change

    The mode: `"int"` for `sparse_categorical_crossentropy`, `"categorical"` for `categorical_crossentropy`, `"binary"`
    for `binary_crossentropy` with one unit. Or the loss.
    """

    code = "SHP221"
    bad = (
        """
        import os

        import keras

        for name in ("texts/bad", "texts/good"):
            os.makedirs(name, exist_ok=True)
            with open(f"{name}/text.txt", "w") as file:
                file.write("a few words")
        data = keras.utils.text_dataset_from_directory("texts", batch_size=2)
        counts = keras.layers.TextVectorization(output_mode="multi_hot", vocabulary=["few", "words"])
        model = keras.Sequential([keras.Input((), dtype="string"), counts, keras.layers.Dense(2, activation="softmax")])
        model.compile(loss="categorical_crossentropy")
        model.fit(data, verbose=0)  # error: label-mode-mismatch
        """,
    )
    good = (
        """
        import os

        import keras

        for name in ("notes/bad", "notes/good"):
            os.makedirs(name, exist_ok=True)
            with open(f"{name}/text.txt", "w") as file:
                file.write("a few words")
        data = keras.utils.text_dataset_from_directory("notes", batch_size=2, label_mode="categorical")
        counts = keras.layers.TextVectorization(output_mode="multi_hot", vocabulary=["few", "words"])
        model = keras.Sequential([keras.Input((), dtype="string"), counts, keras.layers.Dense(2, activation="softmax")])
        model.compile(loss="categorical_crossentropy")
        model.fit(data, verbose=0)
        """,
    )

    def claims(self, call: Call, mismatch: Mismatch) -> Mismatch | None:
        """The labels are those of a data set from a folder."""
        labels = call.arguments.get("y_true")
        if not isinstance(labels, Tensor) or not labels.shape.known_rank or not labels.rank:
            return None
        origin = labels.shape[0].origin
        if origin is None or not origin.what.startswith("labels of mode "):
            return None
        mode, loss = origin.what.removeprefix("labels of mode "), call.spec.traits.get("loss", "")
        scores = call.arguments.get("y_pred")
        many = isinstance(scores, Tensor) and scores.shape.least_rank and (scores.shape[-1].value or 0) > 1
        loss = "categorical" if loss.startswith("binary") and many else loss
        wanted = next((words for word, words in _WANTED.items() if loss.startswith(word)), None)
        text = f"the data set gives {origin.what}, {labels.shape}: {mismatch.text}"
        return self.retold(mismatch, text, f"label_mode: {wanted}" if wanted and wanted != mode else mismatch.help)
