"""What programs get from scikit-learn; where it is installed, the real thing is asked as well."""

from __future__ import annotations

from typing import Any

import pytest

from shapecheck.core.objects import Instance
from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Value

from ...programs import run

PROGRAMS: dict[str, tuple[str, dict[str, str]]] = {
    "splitting": (
        """
        from sklearn.datasets import load_iris
        from sklearn.model_selection import train_test_split
        x, y = load_iris(return_X_y=True)
        a, b, c, d = train_test_split(x, y, test_size=0.2)
        e, f = train_test_split(x)
        g, h = train_test_split(x, train_size=0.7)
        i, j = train_test_split(x, test_size=10)
        k, l = train_test_split(x, test_size=1 / 3, train_size=20)
        """,
        {"x": "f64[150, 4]", "y": "i64[150]", "a": "f64[120, 4]", "b": "f64[30, 4]", "c": "i64[120]", "d": "i64[30]",
         "e": "f64[112, 4]", "f": "f64[38, 4]", "g": "f64[105, 4]", "h": "f64[45, 4]", "i": "f64[140, 4]",
         "j": "f64[10, 4]", "k": "f64[20, 4]", "l": "f64[50, 4]"},
    ),
    "data sets": (
        """
        from sklearn.datasets import *
        from sklearn import datasets
        digits = datasets.load_digits()
        a, b, c = digits.data, digits.images, digits["target"]
        d, e = load_wine(return_X_y=True)
        f, g = load_breast_cancer(return_X_y=True)
        h, i = load_diabetes(return_X_y=True)
        j, k = make_classification(n_samples=60, n_features=8, n_informative=4, n_classes=3)
        l, m = make_blobs(50, 3, centers=4)
        n, o = make_moons(40)
        p, q = make_regression(30, 5)
        r, s = make_circles(n_samples=20)
        """,
        {"a": "f64[1797, 64]", "b": "f64[1797, 8, 8]", "c": "i64[1797]", "d": "f64[178, 13]", "e": "i64[178]",
         "f": "f64[569, 30]", "g": "i64[569]", "h": "f64[442, 10]", "i": "f64[442]", "j": "f64[60, 8]", "k": "i64[60]",
         "l": "f64[50, 3]", "m": "i64[50]", "n": "f64[40, 2]", "o": "i64[40]", "p": "f64[30, 5]", "q": "f64[30]",
         "r": "f64[20, 2]", "s": "i64[20]"},
    ),
    "transformers": (
        """
        import numpy as np
        from sklearn.preprocessing import (StandardScaler, MinMaxScaler, LabelEncoder, OneHotEncoder, LabelBinarizer,
                                           Normalizer, OrdinalEncoder, normalize)
        from sklearn.decomposition import PCA
        x = np.arange(40).reshape(10, 4)
        y = np.array([0, 1, 2, 0, 1, 2, 0, 1, 2, 0])
        scaler = StandardScaler().fit(x)
        a = scaler.transform(x[:3])
        b = MinMaxScaler().fit_transform(x.astype('float32'))
        c = LabelEncoder().fit_transform(y)
        d = OneHotEncoder(sparse_output=False).fit_transform(y.reshape(-1, 1))
        e = OneHotEncoder().fit_transform(y.reshape(-1, 1)).toarray()
        f = LabelBinarizer().fit_transform(y)
        g = Normalizer().fit_transform(x)
        h = OrdinalEncoder().fit_transform(x)
        i = PCA(2).fit_transform(x)
        j = scaler.inverse_transform(a)
        k = normalize(x)
        """,
        {"a": "f64[3, 4]", "b": "f32[10, 4]", "c": "i64[10]", "d": "f64[10, ?]", "e": "f64[10, ?]", "f": "i64[10, 3]",
         "g": "f64[10, 4]", "h": "f64[10, 4]", "i": "f64[10, 2]", "j": "[3, 4]", "k": "f64[10, 4]"},
    ),
    "models": (
        """
        import numpy as np
        from sklearn.linear_model import LogisticRegression, LinearRegression
        from sklearn.metrics import confusion_matrix, roc_curve
        from sklearn.model_selection import KFold
        from sklearn.utils import shuffle
        x = np.random.rand(20, 3)
        y = np.arange(20) % 2
        model = LogisticRegression().fit(x, y)
        a = model.predict(x[:5])
        b = model.predict_proba(x)
        c = LinearRegression().fit(x, x[:, :2]).predict(x[:4])
        d = confusion_matrix(y, model.predict(x))
        for train, test in KFold(n_splits=4).split(x):
            e = x[train]
        f, g = shuffle(x, y)
        """,
        {"a": "i64[5]", "b": "[20, 2]", "c": "[4, 2]", "d": "i64[?, ?]", "train": "i64[15]", "e": "f64[15, 3]",
         "f": "f64[20, 3]", "g": "i64[20]"},
    ),
}  # fmt: skip
"""A program, and the arrays that its names hold in the end."""

REFUSED = {
    "vector": ("from sklearn.preprocessing import StandardScaler\nimport numpy as np\n"
               "StandardScaler().fit_transform(np.zeros(5))", "layer-input-rank"),
    "features": ("from sklearn.preprocessing import StandardScaler\nimport numpy as np\n"
                 "s = StandardScaler().fit(np.zeros((5, 3)))\ns.transform(np.zeros((5, 4)))",
                 "elementwise-shape-mismatch"),
    "samples": ("from sklearn.model_selection import train_test_split\nimport numpy as np\n"
                "train_test_split(np.zeros((5, 3)), np.zeros(4))", "sample-count-mismatch"),
    "score": ("from sklearn.metrics import accuracy_score\nimport numpy as np\n"
              "accuracy_score(np.zeros(5, int), np.zeros((5, 3), int))", "metric-label-encoding"),
    "one-hot targets": ("from sklearn.linear_model import LogisticRegression\nimport numpy as np\n"
                        "LogisticRegression().fit(np.zeros((6, 3)), np.eye(3)[[0, 1, 2, 0, 1, 2]])",
                        "layer-input-rank"),
    "three axes": ("from sklearn.ensemble import RandomForestClassifier\nimport numpy as np\n"
                   "RandomForestClassifier().fit(np.zeros((5, 3, 2)), [0, 1, 0, 1, 0])", "layer-input-rank"),
    "predict": ("from sklearn.tree import DecisionTreeClassifier\nimport numpy as np\n"
                "m = DecisionTreeClassifier().fit(np.zeros((5, 3)), [0, 1, 0, 1, 0])\nm.predict(np.zeros((5, 2)))",
                "elementwise-shape-mismatch"),
    "one sample": ("from sklearn.linear_model import Ridge\nimport numpy as np\n"
                   "m = Ridge().fit(np.zeros((5, 3)), np.zeros(5))\nm.predict(np.zeros(3))", "layer-input-rank"),
    "pipeline": ("from sklearn.pipeline import make_pipeline\nfrom sklearn.preprocessing import StandardScaler\n"
                 "from sklearn.decomposition import PCA\nimport numpy as np\n"
                 "m = make_pipeline(StandardScaler(), PCA(2))\nm.fit(np.arange(20.).reshape(5, 4))\n"
                 "m.transform(np.zeros((5, 3)))", "elementwise-shape-mismatch"),
    "search": ("from sklearn.model_selection import GridSearchCV\nfrom sklearn.svm import SVC\nimport numpy as np\n"
               "GridSearchCV(SVC(), {}).fit(np.zeros((5, 3)), np.zeros(4, int))", "sample-count-mismatch"),
    "folds": ("from sklearn.model_selection import KFold\nimport numpy as np\n"
              "list(KFold(2).split(np.zeros((5, 3)), np.zeros(4)))", "sample-count-mismatch"),
    "fit": ("from sklearn.svm import SVC\nimport numpy as np\n"
            "SVC().fit(np.zeros((5, 3)), np.zeros(4, int))", "sample-count-mismatch"),
}  # fmt: skip


def _array(value: Value) -> Tensor | None:
    found = value.hidden("array") if isinstance(value, Instance) else value
    return found if isinstance(found, Tensor) else None


def agrees(mine: Tensor, real: Any) -> bool:
    """The shape and the dtype are those of a real array, as far as they are claimed."""
    lengths = [dim.value for dim in mine.shape.dims]
    if len(lengths) != real.ndim or any(m not in (None, r) for m, r in zip(lengths, real.shape, strict=True)):
        return False
    return mine.dtype in (None, real.dtype.name)


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs(name: str) -> None:
    source, expected = PROGRAMS[name]
    names, _ = run(source)
    assert {key: str(_array(names[key])) for key in expected} == expected


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_real_library_agrees(name: str) -> None:
    pytest.importorskip("sklearn")
    from textwrap import dedent

    import numpy as np

    source, expected = PROGRAMS[name]
    names, _ = run(source)
    real: dict[str, Any] = {}
    exec(dedent(source), real)
    wrong = {key: names[key] for key in expected if not agrees(_array(names[key]), np.asarray(real[key]))}
    assert not wrong


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    source, kind = REFUSED[name]
    _, machine = run(source)
    assert [call.mismatch.kind for call in machine.trace.calls if call.mismatch] == [kind]


@pytest.mark.parametrize("name", REFUSED)
def test_the_real_library_refuses(name: str) -> None:
    pytest.importorskip("sklearn")
    with pytest.raises(ValueError):
        exec(REFUSED[name][0], {})
