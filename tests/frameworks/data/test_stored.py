"""What is read of Parquet files, of records of JSON and of large tables of text is what pandas reads of them."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from shapecheck.frameworks.data.parquet import Field, Table, table

from ...programs import run
from .test_pandas import _array

pd = pytest.importorskip("pandas")

ROWS = (0, 1, 5, 40)
KINDS: dict[str, Any] = {
    **{kind: lambda n, kind=kind: np.arange(n).astype(kind) for kind in "i1 i2 i4 i8 u1 u4 u8 f4 f8 bool".split()},
    "texts": lambda n: ["a", "b"] * (n // 2) + ["c"] * (n % 2),
    "some texts": lambda n: pd.Series([None, "b", "c"] * n, dtype=object)[:n],
    "categories": lambda n: pd.Categorical(["a", "b"] * (n // 2) + ["c"] * (n % 2)),
    "codes": lambda n: pd.Categorical(np.arange(n) % 3),
    "times": lambda n: pd.to_datetime(np.arange(n), unit="s"),
    "gaps": lambda n: pd.array([1, None, 3] * n, dtype="Int64")[:n],
    "holes": lambda n: np.where(np.arange(n) % 3, 1.0, np.nan),
    "nothing": lambda n: [None] * n,
    "lists": lambda n: [[1, 2]] * n,
    "logic": lambda n: pd.Series([True, None] * n, dtype=object)[:n],
}


def frame(chance: random.Random) -> Any:
    rows, names = chance.choice(ROWS), chance.choice(("c{}", "column {}", "ü{}"))
    made = pd.DataFrame(
        {names.format(i): KINDS[chance.choice([*KINDS])](rows) for i in range(chance.choice((0, 1, 4)))}
    )
    how = chance.randrange(8)
    if how == 0 and made.shape[1]:
        return made.set_index(made.columns[0])
    if how == 1:
        made.index = made.index + 3
    elif how == 2:
        made.columns = range(made.shape[1])
    elif how == 3:
        made = made[made.index % 2 == 0]
    elif how == 4 and made.shape[1] > 1:
        made.columns = pd.MultiIndex.from_tuples([("a", name) for name in made.columns])
    return made


def wrong(found: Table, real: Any) -> list[str]:
    """What is claimed and not true."""
    if (found.rows, len(found.fields)) != real.shape:
        return ["shape"]
    names = found.named and [field.name for field in found.fields] != list(real.columns)
    labels = found.plain and not real.index.equals(pd.RangeIndex(len(real)))
    dtypes = [np.asarray(real.iloc[:, i]).dtype.name for i in range(real.shape[1])]
    untrue = [f.name for f, dtype in zip(found.fields, dtypes, strict=True) if f.dtype not in (None, dtype)]
    return [*untrue, *(["names"] if names else []), *(["labels"] if labels else [])]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("seed", range(60))
def test_same_as_pandas(seed: int, tmp_path: Path) -> None:
    arrow, stored = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    chance, path = random.Random(seed), str(tmp_path / "x.parquet")
    made = frame(chance)
    if chance.random() < 0.5:
        made.to_parquet(
            path, compression=chance.choice((None, "snappy", "zstd")), index=chance.choice((None, True, False))
        )
    else:
        converted = arrow.Table.from_pandas(made)
        noted = converted if chance.random() < 0.5 else converted.replace_schema_metadata({})
        stored.write_table(
            noted, path, version=chance.choice(("1.0", "2.6")), row_group_size=chance.choice((1, 2, 1000)),
            write_statistics=chance.choice((True, False)), store_schema=chance.choice((True, False)),
        )  # fmt: skip
    found = table(path)
    assert found is not None
    assert wrong(found, pd.read_parquet(path)) == []


def test_dtypes_are_known(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    pd.DataFrame({"a": [1, 2], "b": [0.5, 1], "c": ["x", "y"]}).to_parquet(tmp_path / "x.parquet")
    fields = (Field("a", "int64"), Field("b", "float64"), Field("c", "object"))
    assert table(str(tmp_path / "x.parquet")) == Table(2, fields, True, True)


def test_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    monkeypatch.chdir(tmp_path)
    pd.DataFrame({"a": [1, 2, 4], "b": [0.5, 1, 2], "label": [0, 1, 2]}).to_parquet("x.parquet")
    names, _ = run(
        """
        import pandas as pd
        df = pd.read_parquet("x.parquet")
        x = df.drop(columns="label").values
        y = df["label"].values
        z = pd.read_parquet("x.parquet", columns=["label", "a"]).values
        """
    )
    assert [str(_array(names[name])) for name in "xyz"] == ["f64[3, 2]", "i64[3]", "i64[3, 2]"]


# -- records of JSON -----------------------------------------------------------------------------------------------

VALUES: dict[str, Any] = {
    "i": lambda c: c.randrange(-5, 9), "big": lambda c: c.randrange(10**9, 2 * 10**9),
    "f": lambda c: c.choice((1.5, 2.0, 3)), "whole": lambda c: float(c.randrange(4)), "d": lambda c: "2020-01-03",
    "s": lambda c: c.choice(("a", "b", "hello")), "n": lambda c: c.choice("12"), "b": lambda c: c.random() < 0.5,
    "o": lambda c: c.choice((1, None)), "l": lambda c: [1, 2], "m": lambda c: c.choice((1, "a")),
}  # fmt: skip
NAMES = "a b 1 2 label text date created_at x_time timestamp may now today t nan inf monday ids features_1 3.5".split()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("seed", range(120))
def test_json_same_as_pandas(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    chance = random.Random(seed)
    kinds = {name: chance.choice([*VALUES]) for name in chance.sample(NAMES, chance.choice((1, 2, 5)))}
    kept = chance.choice((1, 1, 0.9))
    made = [
        {name: VALUES[kind](chance) for name, kind in kinds.items() if chance.random() < kept}
        for _ in range(chance.choice((1, 2, 6)))
    ]
    lines = chance.random() < 0.5
    Path("x.json").write_text("\n".join(map(json.dumps, made)) + "\n" if lines else json.dumps(made))
    source = f"import pandas as pd\ndf = pd.read_json('x.json', lines={lines})"
    names, _ = run(source)
    frame = names["df"].hidden("frame") if hasattr(names["df"], "hidden") else None
    try:
        real = pd.read_json("x.json", lines=lines)
    except ValueError:
        return
    if frame is None:
        assert not any(made)
        return
    assert (frame.rows, frame.width) == real.shape
    for i, column in enumerate(frame.columns or ()):
        true = np.asarray(real.iloc[:, i])
        assert column.name == real.columns[i]
        assert column.dtype in (None, true.dtype.name)
        assert column.distinct in (None, real.iloc[:, i].nunique() if column.distinct is not None else None)
        assert not column.facts.attained or (column.facts.low, column.facts.high) == (true.min(), true.max())


@pytest.mark.parametrize("text", ["", "[]", "{}", "[1, 2]", '[{"a": 1}, 2]', '{"a": [1, 2]}', "[" * 5000, '[{"a": 1}'])
def test_json_that_says_nothing(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.json").write_text(text)
    names, _ = run("import pandas as pd\ndf = pd.read_json('x.json')")
    assert not hasattr(names["df"], "hidden")


# -- tables of text ------------------------------------------------------------------------------------------------

WAYS = ("", ", nrows=10", ", nrows=44000", ", nrows=100000", ", skiprows=1", ", header=None", ", usecols=['c0']")
CELLS: dict[str, Any] = {
    "whole": lambda c, i: str(i % 7), "real": lambda c, i: str(i / 3)[:6], "text": lambda c, i: c.choice("abc"),
    "rare": lambda c, i: "1" if i != 20000 else "q", "gap": lambda c, i: c.choice(("", "1")),
}  # fmt: skip


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("odd", [None, "", " ", "\t"])
def test_large_text_same_as_pandas(way: str, odd: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are counted beyond the part that is looked at."""
    monkeypatch.chdir(tmp_path)
    chance = random.Random(f"{way} {odd}")
    kinds = [chance.choice([*CELLS]) for _ in range(chance.choice((2, 4)))]
    lines = [",".join(CELLS[kind](chance, i) for kind in kinds) for i in range(chance.choice((2000, 45000)))]
    if odd is not None:
        lines.insert(1500, odd)
    Path("x.csv").write_text("\n".join([",".join(f"c{i}" for i in range(len(kinds))), *lines, ""]))
    source = f"import pandas as pd\ndf = pd.read_csv('x.csv'{way})"
    names, _ = run(source)
    real: dict[str, Any] = {}
    exec(source, real)
    frame, true = names["df"].hidden("frame"), real["df"]  # type: ignore[attr-defined]
    assert frame.rows.value in (None, len(true)) and frame.rows.bounds()[0] <= len(true)
    assert frame.rows.value is not None or odd is not None or way == ", skiprows=1"
    assert frame.width.value in (None, true.shape[1])
    for i, column in enumerate(frame.columns or ()):
        assert column.name == true.columns[i]
        assert column.dtype in (None, np.asarray(true.iloc[:, i]).dtype.name)
