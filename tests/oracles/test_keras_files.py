"""Files that Keras reads, really made: weights that models load, and folders of pictures, texts and sounds."""

from __future__ import annotations

import warnings
import wave
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from shapecheck.api import Session
from shapecheck.config import Config
from shapecheck.core.tensor import Tensor

from ..programs import follow
from . import keras_samples as _environment  # noqa: F401

pytestmark = pytest.mark.oracle

MODELS = {
    "pictures": """
model = keras.Sequential([
    keras.Input((8, 8, 3)), layers.Conv2D({}, 3, name="c"), layers.BatchNormalization(), layers.Dropout(0.5),
    layers.Flatten(), layers.Dense(5, name="h"), layers.Dense({}, name="o")])
""",
    "steps": """
x = keras.Input((6, 4))
y = layers.Bidirectional(layers.LSTM({}, return_sequences=True))(x)
model = keras.Model(x, layers.Dense({})(layers.GRU(3)(layers.MultiHeadAttention(2, 4)(y, y))))
""",
    "nested": """
inner = keras.Sequential([keras.Input((7,)), layers.Embedding({}, 4), layers.GlobalAveragePooling1D()])
x = keras.Input((7,))
model = keras.Model(x, layers.Dense({})(inner(x)))
""",
}
HEAD = "import keras\nfrom keras import layers\n"
SAVED = (4, 3)
LOADED = ((4, 3), (4, 2), (6, 3))
ENDINGS = (".weights.h5", ".h5", ".keras")
OPTIONS = ("", ", skip_mismatch=True", ", by_name=True")


def found(text: str, folder: Path) -> list[Any]:
    report = Session(Config(static=True)).check(str(folder / "program.py"), text)
    return [finding for finding in report.findings if finding.severity.value == "error"]


@pytest.mark.parametrize("kind", MODELS)
def test_weights(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keras and we refuse the same files, and quote it; of files that fit nothing is said."""
    pytest.importorskip("torch")
    pytest.importorskip("keras")
    monkeypatch.chdir(tmp_path)
    for name in dict.fromkeys((kind, "nested")):
        scope: dict[str, Any] = {}
        exec(HEAD + MODELS[name].format(*SAVED), scope)
        scope["model"].save_weights(f"{name}.weights.h5")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            scope["model"].save(f"{name}.h5")
            scope["model"].save(f"{name}.keras")
    cases = list(product(LOADED, (kind,), ENDINGS, OPTIONS))
    for sizes, name, ending, option in cases + list(product(LOADED[:1], ("nested",), ENDINGS, OPTIONS[:1])):
        text = HEAD + MODELS[kind].format(*sizes) + f'model.load_weights("{name}{ending}"{option})\n'
        raised = ""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                exec(text, {})
        except ValueError as error:
            raised = str(error)
        findings = found(text, tmp_path)
        assert [f.name for f in findings] == ["checkpoint-shape-mismatch"] * bool(raised), (text, raised)
        assert not raised or any(quote in raised for f in findings for quote in f.runtime), (text, raised)


def test_what_the_program_saves_is_not_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("keras")
    monkeypatch.chdir(tmp_path)
    scope: dict[str, Any] = {}
    exec(HEAD + MODELS["nested"].format(*SAVED), scope)
    scope["model"].save_weights("a.weights.h5")
    made = HEAD + MODELS["nested"].format(9, 9)
    load = 'model.load_weights("a.weights.h5")\n'
    assert [f.name for f in found(made + load, tmp_path)] == ["checkpoint-shape-mismatch"]
    callback = 'keras.callbacks.ModelCheckpoint("a.weights.h5")\n'
    for before in ('model.save_weights("a.weights.h5")\n', callback, callback.replace("a.w", "{epoch}.w")):
        assert found(made + before + load, tmp_path) == []
    saved = HEAD + MODELS["nested"].format(*SAVED) + 'model.save("b.keras")\n'
    again = 'model = keras.models.load_model("b.keras")\nlayers.Reshape((3, 2))(model(keras.Input((7,))))\n'
    assert [f.name for f in found(saved + again, tmp_path)] == ["view-size-mismatch"]


CALLS = """
U.image_dataset_from_directory("images")
U.image_dataset_from_directory("images", label_mode="categorical", image_size=(10, 12), batch_size=4)
U.image_dataset_from_directory("images", label_mode=None, color_mode="grayscale", image_size=(10, 12))
U.image_dataset_from_directory("images", label_mode="int", batch_size=None)
U.image_dataset_from_directory("images", validation_split=0.25, subset="both", seed=1)[1]
U.image_dataset_from_directory("images", data_format="channels_first", color_mode="rgba")
U.text_dataset_from_directory("texts", label_mode="categorical", batch_size=5, max_length=3)
U.text_dataset_from_directory("texts", label_mode=None)
U.audio_dataset_from_directory("sounds", output_sequence_length=50)
U.audio_dataset_from_directory("sounds", batch_size=4, label_mode="categorical")
U.timeseries_dataset_from_array(np.zeros((50, 3)), np.zeros(50), 7)
U.timeseries_dataset_from_array(np.zeros((50, 3)), None, 7, sampling_rate=2, batch_size=5)
U.timeseries_dataset_from_array(np.zeros(50), np.zeros((50, 2)), sequence_length=6, batch_size=None)
ImageDataGenerator(rescale=0.5).flow(np.zeros((10, 8, 8, 3)), np.zeros((10, 4)), batch_size=5)
ImageDataGenerator().flow(np.zeros((10, 8, 8, 3)))
ImageDataGenerator().flow(np.zeros((10, 8, 8, 3)), np.zeros(10), sample_weight=np.ones(10), batch_size=4)
"""
OF_PIL = """
ImageDataGenerator().flow_from_directory("images", target_size=(9, 11), batch_size=4)
ImageDataGenerator().flow_from_directory("images", class_mode="sparse", color_mode="grayscale")
ImageDataGenerator().flow_from_directory("images", class_mode="input", batch_size=2)
ImageDataGenerator().flow_from_directory("images", classes=["a", "b"], class_mode="binary", batch_size=3)
[U.img_to_array(U.load_img("images/a/0.png"))]
[U.img_to_array(U.load_img("images/a/0.png", target_size=(7, 9), color_mode="grayscale"))]
[U.img_to_array(U.load_img("images/a/0.png"), data_format="channels_first")]
"""
UTILITIES = """
import numpy as np
import keras
from keras.src.legacy.preprocessing.image import ImageDataGenerator
U = keras.utils
"""


def _folders() -> None:
    tf = pytest.importorskip("tensorflow")
    for kind, (place, name) in product(("images", "texts", "sounds"), enumerate("abc")):
        Path(kind, name).mkdir(parents=True)
        for number in range(3 + place):
            path = Path(kind, name, f"{number}.{ {'images': 'png', 'texts': 'txt', 'sounds': 'wav'}[kind] }")
            if kind == "images":
                path.write_bytes(tf.io.encode_png(tf.zeros((20, 30, 3), "uint8")).numpy())
            elif kind == "texts":
                path.write_text("hello world")
            else:
                with wave.open(str(path), "wb") as sound:
                    sound.setparams((1, 2, 8000, 0, "NONE", ""))
                    sound.writeframes(b"\\0\\0" * (100 + number))


def _flat(value: Any) -> list[Any]:
    return [part for item in value for part in _flat(item)] if isinstance(value, (tuple, list)) else [value]


def test_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a data set gives has the shape and dtype that we say, as far as we say one."""
    pytest.importorskip("torch")
    np = pytest.importorskip("numpy")
    pytest.importorskip("keras")
    monkeypatch.chdir(tmp_path)
    _folders()
    try:
        import PIL  # noqa: F401
    except ImportError:
        calls = CALLS.split("\n")
    else:
        calls = (CALLS + OF_PIL).split("\n")
    scope: dict[str, Any] = {}
    exec(UTILITIES, scope)
    for call in filter(None, calls):
        exec(f"first = next(iter({call}))", scope)
        real = [(np.shape(x), x.dtype.name) for x in _flat(scope["first"])]
        main = tmp_path / "program.py"
        main.write_text(UTILITIES + f"first = next(iter({call}))\n")
        told = _flat_told(follow(main)[0]["first"])
        assert len(told) == len(real), call
        for mine, (shape, dtype) in zip(told, real, strict=True):
            assert mine.dtype == dtype and len(mine.shape) == len(shape), (call, str(mine), shape, dtype)
            sizes = [(ours.value, size) for ours, size in zip(mine.shape.dims, shape, strict=True)]
            assert all(ours in (None, size) for ours, size in sizes), (call, str(mine), shape)
            assert sum(ours is None for ours, _ in sizes) <= 1 + 2 * ("sounds" in call), (call, str(mine), shape)


def _flat_told(value: Any) -> list[Tensor]:
    return [value] if isinstance(value, Tensor) else [part for item in value for part in _flat_told(item)]
