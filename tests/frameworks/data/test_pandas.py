"""What programs get from pandas; where it is installed, the real thing is asked as well."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from shapecheck.core.value import Unknown

from ...programs import run
from .test_sklearn import _array, agrees

CSV = "a,b,c,label\n5.1,3.5,1,x\n4.9,3.0,2,y\n4.7,3.2,3,x\n4.6,3.1,0,z\n5.0,3.6,1,x\n5.4,3.9,2,y\n"
FRAME = """
import numpy as np
import pandas as pd
df = pd.DataFrame({'a': [5.1, 4.9, 4.7], 'c': [1, 2, 3], 'label': ['x', 'y', 'x']})
"""

PROGRAMS: dict[str, tuple[str, dict[str, str]]] = {
    "columns": (
        """
        a = df['a'].values
        b = df[['a', 'c']].to_numpy()
        c = df.drop('label', axis=1).values
        d = df.drop(columns=['label', 'c']).values
        e = df.iloc[:, :-1].values
        f = df.iloc[:, 1].values
        g = df.loc[:, ['c']].values
        h = df.c.values
        i = np.array(df[['a']])
        other = df.copy()
        j = other.pop('c')
        k = other.values
        other['new'] = np.zeros(3)
        l = other.values
        df.drop('c', axis=1, inplace=True)
        m = df.values
        """,
        {"a": "f64[3]", "b": "f64[3, 2]", "c": "f64[3, 2]", "d": "f64[3, 1]", "e": "f64[3, 2]", "f": "i64[3]",
         "g": "i64[3, 1]", "h": "i64[3]", "i": "f64[3, 1]", "j": "i64[3]", "k": "object[3, 2]", "l": "object[3, 3]",
         "m": "object[3, 2]"},
    ),
    "rows": (
        """
        a = df.head(2).values
        b = df[df['a'] > 4.8].values
        c = df[1:].values
        d = df.iloc[0:2]
        e = pd.concat([df, df]).values
        f = df.sample(2).values
        g = df.dropna().values
        h = df['a'].head(1)
        i = df.iloc[0]
        j = df['a'].iloc[1:].values
        """,
        {"a": "object[2, 3]", "b": "object[?, 3]", "c": "object[2, 3]", "d": "object[2, 3]", "e": "object[6, 3]",
         "f": "object[2, 3]", "g": "object[?, 3]", "h": "f64[1]", "i": "object[3]", "j": "f64[2]"},
    ),
    "elements": (
        """
        a = (df['c'] / 2).values
        b = (1 - df['a']).values
        c = df['c'].astype('float32').values
        d = (df['c'] == 2).values
        e = pd.get_dummies(df['label']).values
        f = df['label'].map({'x': 0, 'y': 1}).values
        g = df[['a', 'c']].astype('float32').values
        h = df.isnull().values
        i = np.log(df['a'])
        j = df['c'].unique()
        """,
        {"a": "f64[3]", "b": "f64[3]", "c": "f32[3]", "d": "bool[3]", "e": "[3, 2]", "f": "[3]", "g": "f32[3, 2]",
         "h": "bool[3, 3]", "i": "f64[3]", "j": "i64[3]"},
    ),
    "made": (
        """
        a = pd.DataFrame(np.zeros((3, 2)), columns=['p', 'q']).values
        b = pd.Series([1, 2, 3]).values
        c = pd.DataFrame([[1, 2.5], [3, 4]]).values
        d = pd.DataFrame({'x': np.zeros(4), 'y': np.ones(4, 'int32')}).values
        e = pd.DataFrame({'x': [1, 2]}, index=pd.Index(['r', 's'])).values
        """,
        {"a": "f64[3, 2]", "b": "i64[3]", "c": "f64[2, 2]", "d": "f64[4, 2]", "e": "i64[2, 1]"},
    ),
}  # fmt: skip


def test_a_text_may_be_the_label_of_several_rows() -> None:
    dates = "column = pd.Series(range(500), index=pd.date_range('2005-01-01', freq='D', periods=500))\n"
    names, _ = run(FRAME + dates + "month = column['2005-11']")
    assert isinstance(names["month"], Unknown)


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs(name: str) -> None:
    source, expected = PROGRAMS[name]
    names, _ = run(FRAME + dedent(source))
    assert {key: str(_array(names[key])) for key in expected} == expected


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", PROGRAMS)
def test_the_real_library_agrees(name: str) -> None:
    pytest.importorskip("pandas")
    import numpy as np

    source, expected = PROGRAMS[name]
    names, _ = run(FRAME + dedent(source))
    real: dict[str, Any] = {}
    exec(FRAME + dedent(source), real)
    wrong = {key: names[key] for key in expected if not agrees(_array(names[key]), np.asarray(real[key]))}
    assert not wrong


def test_columns_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data.csv").write_text(CSV)
    monkeypatch.chdir(tmp_path)
    names, _ = run(
        """
        import pandas as pd
        from sklearn.preprocessing import LabelEncoder
        df = pd.read_csv('data.csv')
        plain = pd.read_csv('data.csv', header=None)
        x = df.drop('label', axis=1).values
        y = LabelEncoder().fit_transform(df['label'])
        hot = pd.get_dummies(df['label']).values
        names = df.columns
        missing = pd.read_csv('nothing.csv').values
        """
    )
    assert str(_array(names["df"])) == "object[6, 4]"
    assert str(_array(names["plain"])) == "object[7, 4]"
    x, y, hot = (_array(names[key]) for key in ("x", "y", "hot"))
    assert str(x) == "f64[6, 3]"
    assert str(y) == "i64[6]" and (y.facts.low, y.facts.high) == (0, 2)
    assert str(hot) == "[6, 3]" and hot.facts.one_hot
    assert [item.payload for item in names["names"].items] == ["a", "b", "c", "label"]
    assert str(_array(names["missing"])) == "[?, ?]"


@pytest.mark.parametrize("text", ["", "\n", "a,b\n1,2,3\n", "a,b\n1\n", "\x00\x01", "a,a\n1,2\n"])
def test_files_that_say_nothing(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data.csv").write_text(text)
    monkeypatch.chdir(tmp_path)
    names, machine = run("import pandas as pd\nx = pd.read_csv('data.csv').values")
    assert len(_array(names["x"]).shape.dims) == 2
    assert not [call for call in machine.trace.calls if call.mismatch]


def test_a_column_of_texts_is_taken_by_fit() -> None:
    """Keras makes texts of an array of objects that has one axis."""
    _, machine = run(
        """
        import keras
        import numpy as np
        import pandas as pd
        df = pd.DataFrame({'text': ['a b', 'b', 'c'] * 4, 'y': [0.0, 1.0, 0.0] * 4})
        x, y = keras.Input((2,)), keras.Input((), dtype='string')
        model = keras.Model([x, y], keras.layers.Dense(1)(x))
        model.compile(loss='mse')
        model.fit((np.zeros((12, 2)), df['text'].values), df['y'].values)
        """
    )
    assert not [call for call in machine.trace.calls if call.mismatch]
