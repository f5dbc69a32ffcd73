"""Programs that prepare tables, as scripts do before they train: drawn step by step, each step run for real at once."""

# ruff: noqa: E501
from __future__ import annotations

import random
import warnings
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

PRELUDE = "import numpy as np\nimport pandas as pd\n"
FILE = "data.csv"
MOST = 12
"""Steps of a program."""


class Written(NamedTuple):
    """A program, what its names hold in the end, and the text of the file that it reads (None: it reads none)."""

    source: str
    space: dict[str, Any]
    text: str | None


class Maker:
    """Writes one program: `draw` chooses, `space` is what has been computed so far."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self.draw = draw
        self.lines: list[str] = []
        self.space: dict[str, Any] = {}
        self.text: str | None = None
        self.number = 0
        exec(PRELUDE, self.space)

    # -- choices -------------------------------------------------------------------------------------------------

    def one(self, choices: Any) -> Any:
        return self.draw(st.sampled_from(list(choices)))

    def whole(self, low: int, high: int) -> int:
        return int(self.draw(st.integers(low, high)))

    def some(self, choices: Any, low: int = 0) -> list[Any]:
        every = list(choices)
        return list(self.draw(st.lists(st.sampled_from(every), min_size=low, max_size=3, unique=True))) if every else []

    def held(self, *kinds: type, **asked: int) -> str | None:
        """A name that holds such a value; `ndim` and `rows` ask for more."""
        found = [name for name, value in self.space.items() if name[0] == "v" and isinstance(value, kinds)]
        if "ndim" in asked:
            found = [name for name in found if self.space[name].ndim == asked["ndim"]]
        if "rows" in asked:
            found = [name for name in found if len(self.space[name]) == asked["rows"]]
        return self.one(found) if found else None

    def columns(self, table: str, kind: str = "") -> list[Any]:
        """The names of its columns; of those that hold numbers, or texts."""
        held = self.space[table]
        if not kind:
            return list(held.columns)
        numeric = pd.api.types.is_numeric_dtype
        return [name for i, name in enumerate(held.columns) if numeric(held.dtypes.iloc[i]) == (kind == "numbers")]

    def new(self, count: int = 1) -> str:
        names = []
        for _ in range(count):
            self.number += 1
            names.append(f"v{self.number}")
        return ", ".join(names)

    # -- writing -------------------------------------------------------------------------------------------------

    def run(self, line: str) -> bool:
        """Adds a line; not where the libraries refuse it: then all is run again without it."""
        try:
            _run(line, self.space)
        except Exception:
            self.space = {}
            for one in (PRELUDE, *self.lines):
                _run(one, self.space)
            return False
        self.lines.append(line)
        return True


def _run(source: str, space: dict[str, Any]) -> None:
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        states = np.random.get_state(), random.getstate()
        np.random.seed(0)
        try:
            exec(source, space)
        finally:
            np.random.set_state(states[0])
            random.setstate(states[1])


# -- how a table begins --------------------------------------------------------------------------------------------

_CELLS: dict[str, st.SearchStrategy[Any]] = {
    "float": st.floats(-9, 9).map(lambda x: round(x, 2) + 0.0), "int": st.integers(-9, 9), "id": st.integers(0, 2),
    "text": st.sampled_from(["x", "y", "z"]), "flag": st.booleans(), "gaps": st.sampled_from([1.5, 2.0, None]),
    "words": st.sampled_from(["x", "y", None]), "big": st.integers(0, 2**40), "one": st.just(1),
    "number": st.sampled_from(["1", "2", "10"]),
}  # fmt: skip


def _begin(maker: Maker) -> None:
    rows = maker.whole(2, 9)
    names = maker.draw(st.lists(st.sampled_from("abcdefg"), min_size=2, max_size=6, unique=True))
    cells = {
        name: maker.draw(st.lists(_CELLS[maker.one(_CELLS)], min_size=rows, max_size=rows)) for name in names
    }
    form = maker.one(["file", "file", "dict", "dict", "array", "rows"])
    if form == "file":
        maker.text = pd.DataFrame(cells).to_csv(index=False)
        with open(FILE, "w") as file:
            file.write(maker.text)
        more = maker.one(["", "", "", ", header=None", f", nrows={maker.whole(1, 9)}", f", usecols={names[:2]!r}",
                          f", index_col={names[0]!r}", f", skiprows={maker.whole(0, 2)}", ", index_col=0",
                          f", names={[n.upper() for n in names]!r}", ", sep=','", ", dtype='float32'", ", dtype=str",
                          ", na_values=['x']", f", parse_dates=[{names[0]!r}]", ", header=0"])  # fmt: skip
        maker.run(f"{maker.new()} = pd.read_csv({FILE!r}{more})")
    elif form == "dict":
        maker.run(f"{maker.new()} = pd.DataFrame({cells!r})")
    elif form == "rows":
        maker.run(f"{maker.new()} = pd.DataFrame({list(zip(*cells.values(), strict=True))!r}, columns={names!r})")
    else:
        kind = maker.one(["float32", "float64", "int64", "uint8"])
        made = f"np.arange({rows * len(names)}).reshape({rows}, {len(names)}).astype({kind!r})"
        more = maker.one([f", columns={names!r}", ""])
        maker.run(f"{maker.new()} = pd.DataFrame({made}{more})")


# -- steps ---------------------------------------------------------------------------------------------------------


def _table_to_table(maker: Maker, t: str) -> str:
    names, numbers, texts = maker.columns(t), maker.columns(t, "numbers"), maker.columns(t, "texts")
    height, width = maker.space[t].shape
    some, one = maker.some(names, 1), maker.one(names or ["a"])
    number = maker.one(numbers or names or ["a"])
    text = maker.one(texts or names or ["a"])
    i, j = maker.whole(-1, width), maker.whole(-1, width)
    k = maker.whole(-2, height + 1)
    other = maker.held(pd.DataFrame) or t
    numeric = f"{t}[{numbers!r}]"
    return str(maker.one([
        f"{t}.drop({one!r}, axis=1)", f"{t}.drop(columns={some!r})", f"{t}.drop({some!r}, axis='columns')",
        f"{t}.drop(columns={some!r}, errors='ignore')", f"{t}.drop({k})", f"{t}.drop([{k}, 0])", f"{t}.drop(index={k})",
        f"{t}.drop({t}.index[{k}])", f"{t}.drop({t}.index[:{k}])", f"{t}.drop({t}[{t}[{number!r}] > 0].index)",
        f"{t}.drop({t}.columns[{i}], axis=1)", f"{t}.drop({t}.columns[[{i}]], axis=1)",
        f"{t}[{some!r}]", f"{t}[[{one!r}]]", f"{t}[{t}[{number!r}] > {k}]", f"{t}[({t}[{number!r}] > 0) & ({t}[{one!r}] != 1)]",
        f"{t}[{t}[{text!r}] == 'x']", f"{t}[{t}[{text!r}].isin(['x', 'y'])]", f"{t}[~{t}[{one!r}].isnull()]",
        f"{t}[{k}:]", f"{t}[:{k}]", f"{t}[::2]", f"{t}[::-1]", f"{t}[{t}.columns[{i}:{j}]]", f"{t}[{t}.columns.drop({one!r})]",
        f"{t}[[c for c in {t}.columns if c != {one!r}]]", f"{t}[list({t}.columns)[{i}:]]", f"{t}[{t}.columns.difference({some!r})]",
        f"{t}.iloc[:, {i}:{j}]", f"{t}.iloc[:, {i}:]", f"{t}.iloc[:, :{j}]", f"{t}.iloc[{k}:]", f"{t}.iloc[:{k}, :]",
        f"{t}.iloc[[0, {k}]]", f"{t}.iloc[:, [{i}, {j}]]", f"{t}.iloc[{k}:, {i}:{j}]", f"{t}.iloc[::2, ::2]",
        f"{t}.iloc[np.random.permutation(len({t}))]", f"{t}.iloc[[{k}]]", f"{t}.iloc[np.arange({abs(k)})]",
        f"{t}.loc[:, {some!r}]", f"{t}.loc[:, {one!r}:]", f"{t}.loc[:, :{one!r}]", f"{t}.loc[{t}[{number!r}] > 0]",
        f"{t}.loc[{t}[{number!r}] > 0, {some!r}]", f"{t}.loc[:, {t}.columns != {one!r}]", f"{t}.loc[0:{k}]",
        f"{t}.loc[[0, {k}]]", f"{t}.loc[{t}.index[:{k}], {some!r}]", f"{t}.loc[{t}[{one!r}].notna()]",
        f"{t}.loc[:, ~{t}.columns.isin({some!r})]", f"{t}.loc[:, {t}.dtypes == 'float64']",
        f"{t}.head()", f"{t}.head({k})", f"{t}.tail({k})", f"{t}.sample({abs(k)})", f"{t}.sample(frac=1)",
        f"{t}.sample(frac=0.5, random_state=1)", f"{t}.sample(frac=1).reset_index(drop=True)", f"{t}.sample(9, replace=True)",
        f"{t}.dropna()", f"{t}.dropna(axis=1)", f"{t}.dropna(subset={some!r})", f"{t}.dropna(how='all')", f"{t}.dropna(axis=1, how='all')",
        f"{t}.fillna(0)", f"{t}.fillna(0.5)", f"{t}.fillna('x')", f"{t}.fillna({t}.mean(numeric_only=True))",
        f"{t}.fillna({{{one!r}: 0}})", f"{t}.ffill()", f"{t}.bfill()", f"{t}.interpolate()",
        f"pd.get_dummies({t})", f"pd.get_dummies({t}, columns={some!r})", f"pd.get_dummies({t}, columns=[{text!r}], drop_first=True)",
        f"pd.get_dummies({t}, dtype=float)", f"pd.get_dummies({t}, dtype='float32', drop_first=True)", f"pd.get_dummies({t}[{one!r}])",
        f"pd.get_dummies({t}[{text!r}], prefix='p')", f"pd.get_dummies({t}[{text!r}], dtype=int)", f"pd.get_dummies({t}, dummy_na=True)",
        f"pd.get_dummies({t}[{one!r}], drop_first=True)", f"pd.get_dummies({t}[{some!r}])", f"pd.get_dummies({numeric})",
        f"pd.concat([{t}, pd.get_dummies({t}[{text!r}], prefix={text!r})], axis=1)", f"{t}.join(pd.get_dummies({t}[{text!r}], prefix='p'))",
        f"{t}.astype('float32')", f"{t}.astype(int)", f"{t}.astype(str)", f"{numeric}.astype('float32')", f"{t}.astype({{{number!r}: 'float32'}})",
        f"{t}.astype({{{text!r}: 'category'}})", f"{t}.astype('category')", f"{t}.astype(object)", f"{t}.astype(bool)", f"{numeric}.astype('uint8')",
        f"{t}.rename(columns={{{one!r}: 'z'}})", f"{t}.rename(columns={{{one!r}: {number!r}}})", f"{t}.rename(columns=str)", f"{t}.add_prefix('q_')",
        f"{t}.reset_index(drop=True)", f"{t}.reset_index()", f"{t}.set_index({one!r})", f"{t}.set_index({some!r})", f"{t}.set_index({one!r}).reset_index()",
        f"{t}.sort_values({number!r})", f"{t}.sort_values(by={some!r}, ascending=False)", f"{t}.sort_index()", f"{t}.sort_index(axis=1)",
        f"pd.concat([{t}, {other}])", f"pd.concat([{t}, {other}], axis=1)", f"pd.concat([{t}, {other}], ignore_index=True)",
        f"pd.concat([{t}, {other}], axis=0, join='inner')", f"pd.concat([{t}, {t}[{one!r}]], axis=1)", f"pd.concat([{t}[{one!r}], {t}[{number!r}]], axis=1)",
        f"{t}.merge({other}, on={one!r})", f"{t}.merge({other}, on={one!r}, how='left')", f"pd.merge({t}, {other}, left_index=True, right_index=True)",
        f"{t}.assign(new=1)", f"{t}.assign(new=lambda d: d[{number!r}] * 2)", f"{t}.assign(**{{{one!r}: 0}})",
        f"{t}.select_dtypes(include='number')", f"{t}.select_dtypes(exclude=['object', 'bool'])", f"{t}.select_dtypes(include=['int64', 'float64'])",
        f"{t}.select_dtypes('object')", f"{t}.select_dtypes(include=[np.number])", f"{t}.select_dtypes(exclude=['object'])",
        f"{t}.replace(0, 1)", f"{t}.replace('x', 0)", f"{t}.replace({{'x': 0, 'y': 1, 'z': 2}})", f"{t}.replace(np.nan, 0)", f"{t}.copy()",
        f"{t}.isnull()", f"{t}.notna()", f"{t} == 1", f"{numeric} > 0", f"{numeric} / 255.0", f"{numeric} - {numeric}.mean()",
        f"({numeric} - {numeric}.mean()) / {numeric}.std()", f"({numeric} - {numeric}.min()) / ({numeric}.max() - {numeric}.min())",
        f"{numeric} * 2", f"1 - {numeric}", f"np.log1p({numeric})", f"{numeric}.abs()", f"{numeric}.clip(0, 1)", f"{numeric}.round(1)",
        f"{numeric}.apply(lambda x: x * 2)", f"{numeric}.apply(lambda x: (x - x.mean()) / x.std())", f"{t}.apply(lambda x: x.fillna(0))",
        f"{numeric}.apply(np.sqrt)", f"{t}.map(str)", f"{t}.apply(pd.to_numeric, errors='coerce')", f"{t}.apply(lambda c: c.astype('category').cat.codes)",
        f"{t}.groupby({one!r}).mean(numeric_only=True)", f"{t}.groupby({one!r}).sum()", f"{t}.groupby({text!r})[[{number!r}]].mean()", f"{t}.groupby({one!r}).size().reset_index()",
        f"{t}.groupby({one!r}, as_index=False)[{number!r}].mean()", f"{t}.groupby({some!r}).count()", f"{t}.groupby({one!r}).head(1)", f"{t}.groupby({one!r}).first()",
        f"{t}.groupby({one!r}).agg('mean')", f"{t}.groupby({one!r}).agg({{{number!r}: 'sum'}})", f"{t}.groupby({one!r}).cumsum()",
        f"{t}.describe()", f"{t}.T", f"{numeric}.T", f"{numeric}.corr()", f"{t}.drop_duplicates()", f"{t}.drop_duplicates(subset={some!r})", f"{t}.query('index > 1')",
        f"{t}.shift(1)", f"{t}.diff()", f"{numeric}.rolling(2).mean()", f"{numeric}.pct_change()", f"{t}.reindex(range({height}))", f"{t}.reindex(columns={some!r})",
        f"{t}.nlargest({abs(k)}, {number!r})", f"{t}.filter(items={some!r})", f"{t}.filter(like='a')", f"{t}.filter(regex='^[ab]')", f"{t}.where({t}[{number!r}] > 0)",
        f"pd.DataFrame({t}.values, columns={t}.columns)", f"pd.DataFrame({numeric}.values)", f"pd.DataFrame({t}, columns={some!r})", f"{t}[{one!r}].to_frame()",
        f"{t}[{one!r}].value_counts().to_frame()", f"{t}[{one!r}].reset_index()", f"{t}.melt()", f"{t}.pivot_table(index={one!r}, values={number!r})",
        f"{t}.pipe(lambda d: d.dropna())", f"{t}.explode({one!r})", f"{t}.stack().unstack()", f"pd.crosstab({t}[{one!r}], {t}[{text!r}])", f"{t}.cumsum()", f"{t}.rank()",
        f"{t}.isin([0, 1])", f"{t}.eq(1)", f"{numeric}.sub({numeric}.mean(), axis=1)", f"{numeric}.div({numeric}.sum(axis=1), axis=0)", f"{t}.mode()", f"{t}.swapaxes(0, 1)",
        f"{t}.convert_dtypes()", f"{t}.infer_objects()", f"{t}.truncate(0, {abs(k)})", f"{t}.take([0])", f"{t}.xs(0, axis=0).to_frame()", f"{t}.squeeze()", f"{t}.set_axis(range({width}), axis=1)",
    ]))  # fmt: skip


def _in_place(maker: Maker, t: str) -> str:
    names, numbers, texts = maker.columns(t), maker.columns(t, "numbers"), maker.columns(t, "texts")
    height, width = maker.space[t].shape
    some, one = maker.some(names, 1), maker.one(names or ["a"])
    number, text = maker.one(numbers or names or ["a"]), maker.one(texts or names or ["a"])
    target = maker.one([one, number, text, "new"])
    k = maker.whole(0, height)
    array = maker.held(np.ndarray, rows=height) or "0"
    column = maker.held(pd.Series) or "0"
    other = maker.held(pd.DataFrame) or t
    attribute = f"{t}.{one} = 0" if str(one).isidentifier() else f"{t}[{one!r}] = 0"
    return str(maker.one([
        f"{t}[{target!r}] = 0", f"{t}[{target!r}] = 1.5", f"{t}[{target!r}] = 'x'", f"{t}[{target!r}] = None", f"{t}[{target!r}] = np.nan",
        f"{t}[{target!r}] = {t}[{number!r}] * 2", f"{t}[{target!r}] = {t}[{number!r}] / 2", f"{t}[{target!r}] = {t}[{number!r}] > 0",
        f"{t}[{target!r}] = {t}[{text!r}].map({{'x': 0, 'y': 1, 'z': 2}})", f"{t}[{target!r}] = {t}[{text!r}].astype('category').cat.codes",
        f"{t}[{target!r}] = {t}[{text!r}].astype('category')", f"{t}[{target!r}] = {t}[{number!r}].astype('float32')", f"{t}[{target!r}] = {t}[{number!r}].astype(int)",
        f"{t}[{target!r}] = np.arange({height})", f"{t}[{target!r}] = np.zeros({height}, 'float32')", f"{t}[{target!r}] = range({height})", f"{t}[{target!r}] = list(range({height}))",
        f"{t}[{target!r}] = {array}", f"{t}[{target!r}] = {column}", f"{t}[{target!r}] = pd.factorize({t}[{one!r}])[0]", f"{t}[{target!r}] = {t}[{text!r}].fillna('x')",
        f"{t}[{target!r}] = {t}[{number!r}].fillna({t}[{number!r}].mean())", f"{t}[{target!r}] = {t}[{number!r}].fillna({t}[{number!r}].median())",
        f"{t}[{target!r}] = {t}[{text!r}].apply(lambda x: 1 if x == 'x' else 0)", f"{t}[{target!r}] = np.where({t}[{number!r}] > 0, 1, 0)", f"{t}[{target!r}] = {t}.index",
        f"{t}[{target!r}] = pd.to_numeric({t}[{text!r}], errors='coerce')", f"{t}[{target!r}] = {t}[{one!r}].replace('x', 'y')", f"{t}[{target!r}] = {t}[{text!r}].str.len()",
        f"{t}[{target!r}] = ({t}[{text!r}] == 'x').astype(int)", f"{t}[{target!r}] = {t}[{number!r}].shift(1)", f"{t}[{target!r}] = pd.cut({t}[{number!r}], 3, labels=False)",
        f"{t}[{target!r}] = pd.Categorical({t}[{text!r}]).codes", f"{t}[{target!r}] = {t}.groupby({one!r})[{number!r}].transform('mean')", f"{t}[{target!r}] = {t}[{number!r}].rank()",
        f"{t}[{some!r}] = 0", f"{t}[{some!r}] = {t}[{some!r}].fillna(0)", f"{t}[{some!r}] = {t}[{some!r}] / 2", f"{t}[{some!r}] = np.zeros(({height}, {len(some)}))", f"{t}[{some!r}] = {t}[{some!r}].astype('float32')",
        f"{t}.drop({one!r}, axis=1, inplace=True)", f"{t}.drop(columns={some!r}, inplace=True)", f"{t}.drop({k}, inplace=True)", f"{t}.dropna(inplace=True)", f"{t}.fillna(0, inplace=True)",
        f"{t}.reset_index(drop=True, inplace=True)", f"{t}.reset_index(inplace=True)", f"{t}.set_index({one!r}, inplace=True)", f"{t}.rename(columns={{{one!r}: 'z'}}, inplace=True)",
        f"{t}.sort_values({number!r}, inplace=True)", f"{t}.drop_duplicates(inplace=True)", f"{t}.replace('x', 0, inplace=True)", f"{t}[{one!r}].fillna(0, inplace=True)",
        f"{t}.columns = [f'c{{i}}' for i in range({width})]", f"{t}.columns = range({width})", f"{t}.columns = {t}.columns.str.upper()", f"{t}.index = range({height})", f"{t}.index = {t}[{one!r}]",
        f"{t}.loc[{t}[{number!r}] > 0, {target!r}] = 0", f"{t}.loc[{t}[{number!r}] > 0, {target!r}] = 'x'", f"{t}.loc[:, {target!r}] = 1", f"{t}.loc[0, {target!r}] = 2.5", f"{t}.loc[{height}] = 0", f"{t}.loc[:, {some!r}] = 0",
        f"{t}.iloc[0, 0] = 1", f"{t}.iloc[:, 0] = 0", f"{t}.iloc[{k}:, 0] = 1.5", f"{t}.iloc[:, 0] = {t}.iloc[:, 0].astype('float32')", f"{t}.at[0, {target!r}] = 3", f"{t}.iat[0, 0] = 1",
        f"{t}[{t} == 0] = 1", f"{t}[{t}[{number!r}] > 0] = 0", f"del {t}[{one!r}]", f"{t}.insert(0, 'first', 1)", f"{t}.insert({min(1, width)}, 'second', {t}[{one!r}])", attribute,
        f"for c in {t}.columns: {t}[c] = {t}[c].astype(str)", f"for c in {numbers!r}: {t}[c] = ({t}[c] - {t}[c].mean()) / {t}[c].std()", f"for c in {t}.columns: {t}[c] = {t}[c].fillna(0)",
        f"for c in {texts!r}: {t}[c] = {t}[c].astype('category').cat.codes", f"for c in {t}.select_dtypes('object').columns: {t}[c] = pd.factorize({t}[c])[0]",
        f"for c in {texts!r}: {t} = pd.concat([{t}.drop(c, axis=1), pd.get_dummies({t}[c], prefix=c)], axis=1)", f"{t} = {other}.copy()", f"{t} = {t}.dropna()", f"{t} = {t}[{some!r}]", f"{t} = {other}",
        f"{t}[{target!r}] += 1", f"{t}[{number!r}] /= 2", f"{t}[{one!r}] = {t}.pop({one!r})", f"{t}.{maker.one(['update', 'equals'])}({other})",
    ]))  # fmt: skip


def _table_to_column(maker: Maker, t: str) -> str:
    names, numbers = maker.columns(t), maker.columns(t, "numbers")
    one, number = maker.one(names or ["a"]), maker.one(numbers or names or ["a"])
    i, k = maker.whole(-1, max(0, len(names) - 1)), maker.whole(0, len(maker.space[t]))
    dotted = f"{t}.{one}" if str(one).isidentifier() else f"{t}[{one!r}]"
    return str(maker.one([
        f"{t}[{one!r}]", f"{t}[{number!r}]", dotted, f"{t}.iloc[:, {i}]", f"{t}.iloc[{k}:, {i}]", f"{t}.iloc[{k}]", f"{t}.pop({one!r})", f"{t}.loc[:, {one!r}]",
        f"{t}.loc[{t}[{number!r}] > 0, {one!r}]", f"{t}.loc[0]", f"{t}.sum()", f"{t}.mean(numeric_only=True)", f"{t}[{numbers!r}].sum(axis=1)", f"{t}[{numbers!r}].mean(axis=1)", f"{t}[{numbers!r}].max()",
        f"{t}.isnull().sum()", f"{t}.nunique()", f"{t}.count()", f"{t}.dtypes", f"{t}.isnull().any(axis=1)", f"{t}[{t}.columns[{i}]]", f"{t}[{one!r}][{t}[{number!r}] > 0]", f"{t}[{t}[{number!r}] > 0][{one!r}]",
        f"{t}.groupby({one!r})[{number!r}].mean()", f"{t}.groupby({one!r}).size()", f"{t}.groupby({one!r})[{number!r}].transform('mean')", f"{t}.groupby({one!r})[{number!r}].cumsum()", f"{t}.idxmax()", f"{t}.get({one!r})",
        f"{t}.apply(lambda r: r[{number!r}], axis=1)", f"{t}.apply(len)", f"{t}.squeeze()", f"{t}.duplicated()", f"{t}[{one!r}].squeeze()", f"{t}.all()", f"{t}.any()", f"{t}[{numbers!r}].median()", f"{t}[{numbers!r}].idxmax(axis=1)",
        f"{t}.memory_usage()", f"{t}[{numbers!r}].std(axis=1)", f"{t}[{numbers!r}].prod()", f"{t}.apply(lambda c: c.nunique())", f"{t}.stack()", f"{t}[{one!r}].mode()",
    ]))  # fmt: skip


def _column_to_column(maker: Maker, s: str) -> str:
    k = maker.whole(0, len(maker.space[s]))
    other = maker.held(pd.Series) or s
    return str(maker.one([
        f"{s}.astype('float32')", f"{s}.astype(int)", f"{s}.astype(str)", f"{s}.astype('category')", f"{s}.astype('category').cat.codes", f"{s}.astype(bool)", f"{s}.astype('uint8')", f"{s}.map({{'x': 0, 'y': 1, 'z': 2}})", f"{s}.map({{0: 'n', 1: 'p', 2: 'q'}})",
        f"{s}.replace('x', 0)", f"{s}.replace({{0: 1}})", f"{s}.fillna(0)", f"{s}.fillna({s}.mean())", f"{s}.fillna(method='ffill')", f"{s} == 1", f"{s} == 'x'", f"{s} > 0", f"({s} > 0).astype(int)", f"{s} + 1", f"{s} * 2.5", f"1 / {s}", f"-{s}", f"{s} / 255", f"{s} // 2", f"{s} % 2", f"{s} ** 2",
        f"{s} + {other}", f"{s} - {other}", f"{s} / {other}", f"{s} > {other}", f"({s} - {s}.mean()) / {s}.std()", f"({s} - {s}.min()) / ({s}.max() - {s}.min())", f"np.log1p({s})", f"np.sqrt({s})", f"{s}.apply(lambda x: x * 2)", f"{s}.apply(str)", f"{s}.apply(lambda x: 1 if x == 'x' else 0)", f"{s}.apply(len)", f"{s}.map(lambda x: x + 1)",
        f"{s}.str.len()", f"{s}.str.lower()", f"{s}.str.replace('x', 'y')", f"{s}.str[0]", f"{s}.isnull()", f"{s}.isin(['x', 0])", f"{s}.between(0, 2)", f"{s}.clip(0, 1)", f"{s}.shift(1)", f"{s}.diff()", f"{s}.shift(-1).dropna()", f"{s}.rolling(2).mean()", f"{s}.cumsum()", f"{s}.value_counts()", f"{s}.value_counts(normalize=True)", f"{s}.dropna()",
        f"{s}.head({k})", f"{s}.tail({k})", f"{s}[:{k}]", f"{s}[{k}:]", f"{s}.iloc[{k}:]", f"{s}.iloc[:{k}]", f"{s}.iloc[[0]]", f"{s}.loc[0:{k}]", f"{s}[{s} > 0]", f"{s}[{s}.notnull()]", f"{s}.sample(frac=1)", f"{s}.sort_values()", f"{s}.sort_index()", f"{s}.reset_index(drop=True)", f"{s}.drop_duplicates()", f"{s}.copy()", f"{s}.abs()", f"{s}.round()", f"{s}.rank()", f"{s}.rename('w')",
        f"pd.Series({s}.values)", f"pd.Series({s}.values, name='w')", f"pd.concat([{s}, {other}])", f"pd.concat([{s}, {other}], ignore_index=True)", f"pd.to_numeric({s}, errors='coerce')", f"pd.Series(pd.factorize({s})[0])", f"pd.cut({s}, 2)", f"pd.cut({s}, 2, labels=False)", f"{s}.describe()", f"{s}.pct_change()", f"{s}.interpolate()", f"{s}.where({s} > 0, 0)", f"{s}.mask({s} > 0)", f"{s}.nlargest(2)", f"{s}.drop(0)", f"{s}.T", f"{s}.ravel()", f"{s}.mode()", f"{s}.combine_first({other})", f"{s}.add({other}, fill_value=0)", f"{s}.eq(1)",
        f"{s}.unique()", f"{s}.nunique()", f"{s}.max()", f"{s}.min()", f"{s}.sum()", f"{s}.mean()", f"{s}.values", f"{s}.to_numpy()", f"{s}.to_numpy(dtype='float32')", f"{s}.tolist()", f"list({s})", f"len({s})", f"{s}.shape", f"{s}.values.reshape(-1, 1)", f"np.array({s})", f"np.asarray({s}, dtype='float32')", f"{s}.factorize()[0]", f"pd.factorize({s})[0]", f"{s}.to_frame()", f"pd.get_dummies({s}).values",
        f"{s}.idxmax()", f"{s}.std()", f"{s}.median()", f"{s}.quantile(0.5)", f"{s}.iloc[0]", f"{s}.iloc[-1]", f"{s}.any()", f"{s}.index", f"{s}.dtype", f"{s}.to_dict()", f"{s}.value_counts().index", f"{s}.value_counts().to_dict()", f"{s}.isnull().sum()", f"{s}.is_unique", f"{s}.empty", f"{s}.keys()", f"np.unique({s})", f"np.mean({s})", f"np.expand_dims({s}, 1)", f"{s}.astype(int).max() + 1", f"len({s}.unique())",
    ]))  # fmt: skip


def _table_to_array(maker: Maker, t: str) -> str:
    names, numbers = maker.columns(t), maker.columns(t, "numbers")
    numeric = f"{t}[{numbers!r}]"
    one = maker.one(names or ["a"])
    return str(maker.one([
        f"{t}.values", f"{numeric}.values", f"{t}.to_numpy()", f"{numeric}.to_numpy(dtype='float32')", f"np.array({t})", f"np.asarray({numeric})", f"np.array({numeric}, dtype='float32')", f"{numeric}.values.astype('float32')", f"{t}.shape", f"len({t})", f"{t}.shape[1]", f"{t}.size",
        f"{t}.columns", f"{t}.columns.tolist()", f"list({t})", f"{t}.index", f"{t}.columns[0]", f"len({t}.columns)", f"{t}.drop(columns=[{one!r}]).values", f"{t}.iloc[:, :-1].values", f"{t}.iloc[:, -1].values", f"{t}.iloc[:, 1:].to_numpy()", f"{t}[[{one!r}]].values", f"{t}.values[:, 0]", f"{numeric}.values.reshape(len({t}), -1, 1)",
        f"np.expand_dims({numeric}.values, 2)", f"{numeric}.values.T", f"{t}.to_dict('list')", f"{t}.to_dict('records')", f"{t}.values.tolist()", f"[r for _, r in {t}.iterrows()]", f"np.hstack([{numeric}.values, {numeric}.values])", f"np.concatenate([{numeric}, {numeric}], axis=1)", f"{t}.isnull().values.any()", f"{t}.isnull().sum().sum()", f"np.mean({numeric}.values, axis=0)",
        f"{numeric}.mean().mean()", f"{numeric}.max().max()", f"{t}.empty", f"{t}.ndim", f"{t}.T.values", f"{t}.index.values", f"{t}.axes", f"np.shape({t})", f"[c for c in {t}.columns if {t}[c].dtype == 'object']", f"{{c: {t}[c].nunique() for c in {t}.columns}}", f"[len({t}[c].unique()) for c in {t}.columns]", f"{t}.columns.values", f"{t}.columns.get_loc({one!r})",
    ]))  # fmt: skip


def _array_to_array(maker: Maker, x: str) -> str:
    held = maker.space[x]
    rows = held.shape[0] if held.ndim else 0
    k = maker.whole(0, rows)
    other = maker.held(np.ndarray, rows=rows) or x
    return str(maker.one([
        f"{x}.astype('float32')", f"{x} / 255.0", f"{x}.reshape(-1, 1)", f"{x}.reshape({x}.shape[0], -1)", f"{x}.reshape({x}.shape[0], {x}.shape[1], 1)", f"np.expand_dims({x}, -1)", f"{x}[:, 0]", f"{x}[:, :-1]", f"{x}[:, -1]", f"{x}[:{k}]", f"{x}[{k}:]", f"{x}.ravel()", f"{x}.T", f"{x}[..., None]",
        f"np.hstack([{x}, {other}])", f"np.vstack([{x}, {other}])", f"np.concatenate([{x}, {other}], axis=1)", f"np.column_stack([{x}, {other}])", f"np.eye(3)[{x}]", f"np.argmax({x}, axis=1)", f"np.unique({x})", f"{x}.mean(axis=0)", f"{x}.max()", f"{x} > 0", f"{x} == {x}.max()", f"{x}[{x} > 0]", f"np.where({x} > 0, 1, 0)", f"np.squeeze({x})", f"np.random.permutation(len({x}))", f"len(np.unique({x}))", f"pd.Series({x})", f"pd.DataFrame({x})", f"{x}.tolist()", f"pd.get_dummies({x}).values", f"pd.get_dummies({x})",
    ]))  # fmt: skip


# -- scikit-learn --------------------------------------------------------------------------------------------------

_P, _D, _I = "sklearn.preprocessing", "sklearn.decomposition", "sklearn.impute"
_TRANSFORMERS = [
    (_P, "StandardScaler()"), (_P, "MinMaxScaler()"), (_P, "MinMaxScaler(feature_range=(-1, 1))"), (_P, "RobustScaler()"), (_P, "MaxAbsScaler()"), (_P, "Normalizer()"), (_P, "OrdinalEncoder()"), (_P, "OneHotEncoder()"),
    (_P, "OneHotEncoder(sparse_output=False)"), (_P, "OneHotEncoder(handle_unknown='ignore', sparse_output=False)"), (_P, "OneHotEncoder(drop='first', sparse_output=False)"), (_P, "OneHotEncoder(drop='if_binary', sparse_output=False, dtype='float32')"), (_P, "PolynomialFeatures(2)"), (_P, "PolynomialFeatures(degree=2, include_bias=False)"), (_P, "Binarizer()"), (_P, "Binarizer(threshold=1)"),
    (_P, "KBinsDiscretizer(n_bins=2, encode='ordinal')"), (_P, "KBinsDiscretizer(n_bins=2, encode='onehot-dense')"), (_P, "KBinsDiscretizer(2)"), (_P, "FunctionTransformer(np.log1p)"), (_P, "FunctionTransformer()"), (_P, "QuantileTransformer(n_quantiles=3)"), (_P, "PowerTransformer()"), (_P, "SplineTransformer()"),
    (_D, "PCA()"), (_D, "PCA(1)"), (_D, "PCA(n_components=2)"), (_D, "PCA(0.9)"), (_D, "TruncatedSVD(1)"), (_D, "TruncatedSVD(n_components=2)"), (_D, "PCA(n_components='mle')"), (_D, "SparsePCA(2)"),
    (_I, "SimpleImputer()"), (_I, "SimpleImputer(strategy='most_frequent')"), (_I, "SimpleImputer(missing_values=np.nan, strategy='median')"), (_I, "SimpleImputer(strategy='constant', fill_value=0)"), (_I, "KNNImputer()"), (_I, "SimpleImputer(add_indicator=True)"), (_I, "MissingIndicator(features='all')"),
    ("sklearn.feature_selection", "SelectKBest(k=1)"), ("sklearn.feature_selection", "SelectKBest(f_classif, k=2)"), ("sklearn.feature_selection", "VarianceThreshold()"), ("sklearn.feature_selection", "SelectKBest(k='all')"), ("sklearn.feature_selection", "SelectPercentile(percentile=50)"), ("sklearn.random_projection", "GaussianRandomProjection(2)"), ("sklearn.kernel_approximation", "RBFSampler(n_components=5)"),
    ("sklearn.cluster", "KMeans(2, n_init=1)"), ("sklearn.discriminant_analysis", "LinearDiscriminantAnalysis()"),
]  # fmt: skip
_MODELS = [
    ("sklearn.linear_model", "LinearRegression()"), ("sklearn.linear_model", "LogisticRegression()"), ("sklearn.linear_model", "Ridge()"), ("sklearn.tree", "DecisionTreeClassifier()"), ("sklearn.tree", "DecisionTreeRegressor()"), ("sklearn.neighbors", "KNeighborsClassifier(1)"), ("sklearn.neighbors", "KNeighborsRegressor(1)"), ("sklearn.naive_bayes", "GaussianNB()"), ("sklearn.dummy", "DummyClassifier()"),
    ("sklearn.svm", "SVC()"), ("sklearn.linear_model", "Lasso()"), ("sklearn.linear_model", "SGDClassifier()"),
]  # fmt: skip


def _import(module: str, made: str) -> str:
    more = ", f_classif" if "f_classif" in made else ""
    return f"from {module} import {made.partition('(')[0]}{more}"


def _data(maker: Maker) -> str | None:
    """Something that goes into an estimator."""
    t, x, s = maker.held(pd.DataFrame), maker.held(np.ndarray), maker.held(pd.Series)
    numeric = f"{t}[{maker.columns(t, 'numbers')!r}]" if t else None
    texts = f"{t}[{maker.columns(t, 'texts')!r}]" if t else None
    single = f"{s}.values.reshape(-1, 1)" if s else None
    found = [one for one in (t, x, numeric, numeric, texts, single) if one is not None]
    return maker.one(found) if found else None


def _length(maker: Maker, source: str) -> int:
    space = dict(maker.space)
    try:
        _run(f"_length = len({source})", space)
    except Exception:
        return -1
    return int(space["_length"])


def _transformed(maker: Maker) -> list[str]:
    module, made = maker.one(_TRANSFORMERS)
    data = _data(maker)
    if data is None:
        return []
    m = maker.new()
    target = maker.held(pd.Series, np.ndarray, ndim=1, rows=_length(maker, data))
    with_target = f", {target}" if target and maker.one([True, False]) else ""
    more, reduced, fitted = maker.new(), maker.new(), maker.new()
    framed = maker.one([f"{more} = pd.DataFrame({fitted}, columns={data}.columns)", f"{more} = {fitted}.toarray()", f"{more} = {fitted}.astype('float32')",
                        f"{more} = {m}.inverse_transform({fitted})", f"{more} = {m}.get_feature_names_out()", f"{more} = {fitted}.shape", f"{more} = len({m}.categories_)", f"{more} = {fitted}[:, 0]"])  # fmt: skip
    use = maker.one([
        [f"{m} = {made}", f"{fitted} = {m}.fit_transform({data}{with_target})", f"{reduced} = {m}.transform({data}[:2])", framed],
        [f"{m} = {made}", f"{m}.fit({data}{with_target})", f"{fitted} = {m}.transform({data})", framed],
        [f"{m} = {made}.fit({data}{with_target})", f"{fitted} = {m}.transform({data})", framed],
        [f"{fitted} = {made}.fit_transform({data}{with_target})"],
    ])  # fmt: skip
    return [_import(module, made), *use]


def _split(maker: Maker) -> list[str]:
    first = _data(maker)
    if first is None:
        return []
    rows = _length(maker, first)
    others = [name for name in (maker.held(pd.DataFrame, pd.Series, np.ndarray, list, rows=rows),) if name]
    parts = [first, *others] if maker.one([True, True, False]) else [first]
    sizes = maker.one(["", ", test_size=0.2", ", test_size=0.25, random_state=0", ", train_size=0.7", ", test_size=1", ", train_size=2, test_size=1",
                       ", test_size=0.5, shuffle=False", ", test_size=1 / 3"])  # fmt: skip
    return ["from sklearn.model_selection import train_test_split",
            f"{maker.new(2 * len(parts))} = train_test_split({', '.join(parts)}{sizes})"]  # fmt: skip


def _labels(maker: Maker) -> list[str]:
    s = maker.held(pd.Series, np.ndarray, list)
    if s is None:
        return []
    name = maker.one(["LabelEncoder", "LabelBinarizer"])
    m, y, z, w = maker.new(), maker.new(), maker.new(), maker.new()
    return ["from sklearn.preprocessing import LabelEncoder, LabelBinarizer, label_binarize",
            *maker.one([
                [f"{y} = {name}().fit_transform({s})"],
                [f"{m} = {name}()", f"{y} = {m}.fit_transform({s})", f"{z} = {m}.inverse_transform({y})", f"{w} = {m}.classes_"],
                [f"{m} = {name}().fit({s})", f"{y} = {m}.transform({s}[:1])", f"{z} = len({m}.classes_)"],
                [f"{y} = label_binarize({s}, classes=[0, 1, 2])"], [f"{y} = label_binarize({s}, classes=[0, 1])"],
            ])]  # fmt: skip


def _model(maker: Maker) -> list[str]:
    data = _data(maker)
    target = data and maker.held(pd.Series, np.ndarray, pd.DataFrame, rows=_length(maker, data))
    if not data or not target:
        return []
    module, made = maker.one(_MODELS)
    m, y, p, q = maker.new(), maker.new(), maker.new(), maker.new()
    wrapped = maker.one([made, made, f"make_pipeline(StandardScaler(), {made})", f"Pipeline([('s', StandardScaler()), ('p', PCA(1)), ('m', {made})])",
                         f"GridSearchCV({made}, {{}}, cv=2)"])  # fmt: skip
    use = maker.one([f"{p} = {m}.predict_proba({data})", f"{p} = {m}.score({data}, {target})", f"{p} = {m}.predict({data}[:1])", f"{p} = cross_val_score({m}, {data}, {target}, cv=2)",
                     f"{p} = cross_val_predict({m}, {data}, {target}, cv=2)", f"{p} = {m}.coef_", f"{p} = {m}.classes_", f"{p} = {m}.decision_function({data})", f"{p} = confusion_matrix({target}, {y})", f"{p} = accuracy_score({target}, {y})", f"{p} = mean_squared_error({target}, {y})"])  # fmt: skip
    return [_import(module, made), "from sklearn.pipeline import make_pipeline, Pipeline", "from sklearn.preprocessing import StandardScaler",
            "from sklearn.decomposition import PCA", "from sklearn.model_selection import cross_val_score, cross_val_predict, GridSearchCV",
            "from sklearn.metrics import confusion_matrix, accuracy_score, mean_squared_error",
            f"{m} = {wrapped}", f"{m}.fit({data}, {target})", f"{y} = {m}.predict({data})", use, f"{q} = {m}.predict({data}).reshape(-1, 1)"]  # fmt: skip


def _joined(maker: Maker) -> list[str]:
    """Pipelines, unions, and transformers by column."""
    t, data = maker.held(pd.DataFrame), _data(maker)
    if t is None or data is None:
        return []
    numbers, texts = maker.columns(t, "numbers"), maker.columns(t, "texts")
    m, y, z = maker.new(), maker.new(), maker.new()
    pipe = "Pipeline([('i', SimpleImputer()), ('s', StandardScaler())])"
    made, given = maker.one([
        (f"ColumnTransformer([('n', StandardScaler(), {numbers!r}), ('t', OneHotEncoder(), {texts!r})])", t), (f"ColumnTransformer([('n', StandardScaler(), {numbers!r})], remainder='passthrough')", t), (f"ColumnTransformer([('n', {pipe}, {numbers!r}), ('t', OneHotEncoder(handle_unknown='ignore'), {texts!r})])", t),
        (f"make_column_transformer((StandardScaler(), {numbers!r}), (OneHotEncoder(sparse_output=False), {texts!r}))", t), (f"make_column_transformer((MinMaxScaler(), {numbers!r}), remainder='drop')", t), ("ColumnTransformer([('h', OneHotEncoder(), [0])], remainder='passthrough')", data), (f"ColumnTransformer([('p', 'passthrough', {numbers!r})])", t),
        ("make_pipeline(StandardScaler(), PCA(1))", data), (pipe, data), ("Pipeline([('s', StandardScaler()), ('p', PCA(2))])", data), ("make_pipeline(SimpleImputer(), PolynomialFeatures(2), StandardScaler())", data), ("FeatureUnion([('p', PCA(1)), ('k', StandardScaler())])", data), ("make_union(PCA(1), StandardScaler())", data), ("make_pipeline(OneHotEncoder(sparse_output=False))", data), ("make_pipeline(MinMaxScaler())", data),
    ])  # fmt: skip
    return ["from sklearn.pipeline import *", "from sklearn.compose import *", "from sklearn.preprocessing import *", "from sklearn.impute import SimpleImputer", "from sklearn.decomposition import PCA",
            f"{m} = {made}", *maker.one([[f"{y} = {m}.fit_transform({given})", f"{z} = {m}.transform({given}[:1])"], [f"{m}.fit({given})", f"{z} = {m}.transform({given})"]])]  # fmt: skip


def _folds(maker: Maker) -> list[str]:
    data = _data(maker)
    if data is None:
        return []
    target = maker.held(pd.Series, np.ndarray, ndim=1, rows=_length(maker, data)) or data
    p, q, r = maker.new(), maker.new(), maker.new()
    name = maker.one(["KFold(2)", "KFold(n_splits=3, shuffle=True)", "StratifiedKFold(2)", "TimeSeriesSplit(2)", "ShuffleSplit(2, test_size=0.5)", "StratifiedShuffleSplit(n_splits=2)", "LeaveOneOut()", "RepeatedKFold(n_splits=2, n_repeats=2)"])
    body = maker.one([f"{p} = [len(i) for i, j in {name}.split({data}, {target})]", f"{p} = [{data}[i] for i, j in {name}.split({data}, {target})]", f"for {q}, {r} in {name}.split({data}, {target}): {p} = {data}[{q}]",
                      f"{p} = {name}.get_n_splits({data})", f"for {q}, {r} in {name}.split({data}, {target}): {p} = {target}.iloc[{q}]", f"{p} = list({name}.split({data}, {target}))", f"{q}, {r} = next({name}.split({data}, {target}))", f"for i, ({q}, {r}) in enumerate({name}.split({data}, {target})): pass"])  # fmt: skip
    return [f"from sklearn.model_selection import {name.partition('(')[0]}", body]


def _texts(maker: Maker) -> list[str]:
    t = maker.held(pd.DataFrame)
    texts = maker.columns(t, "texts") if t else []
    if not texts:
        return []
    m, y, z = maker.new(), maker.new(), maker.new()
    made = maker.one(["CountVectorizer(token_pattern='.')", "TfidfVectorizer(token_pattern='.', max_features=2)", "CountVectorizer(token_pattern='.', max_features=1)", "HashingVectorizer(n_features=4)", "CountVectorizer(token_pattern='.', binary=True, dtype='float32')"])
    s = f"{t}[{maker.one(texts)!r}]"
    return ["from sklearn.feature_extraction.text import *", f"{m} = {made}", f"{y} = {m}.fit_transform({s})", maker.one([f"{z} = {y}.toarray()", f"{z} = {m}.transform({s}[:1]).toarray()", f"{z} = {m}.get_feature_names_out()", f"{z} = len({m}.vocabulary_)", f"{z} = {y}.shape", f"{z} = {y}.todense()", f"{z} = np.asarray({y}.todense())"])]


def _drawn(maker: Maker) -> list[str]:
    """Rows drawn again, or in another order."""
    data = _data(maker)
    if data is None:
        return []
    other = maker.held(pd.DataFrame, pd.Series, np.ndarray, list, rows=_length(maker, data)) or data
    one, two = maker.new(), maker.new(2)
    return ["from sklearn.utils import shuffle, resample, compute_class_weight, compute_sample_weight", maker.one([
        f"{one} = shuffle({data})", f"{two} = shuffle({data}, {other})", f"{one} = resample({data}, n_samples=3)", f"{one} = resample({data}, replace=False, n_samples=2)", f"{two} = resample({data}, {other})", f"{one} = compute_class_weight('balanced', classes=np.unique({other}), y={other})", f"{one} = dict(enumerate(compute_class_weight(class_weight='balanced', classes=np.unique({other}), y={other})))", f"{one} = compute_sample_weight('balanced', {other})",
    ])]  # fmt: skip


_LEARNING = (_transformed, _transformed, _split, _labels, _model, _joined, _folds, _texts, _drawn)


def _step(maker: Maker, learning: bool) -> None:
    kind = maker.one(["table", "table", "place", "column", "of column", "array", "of array", *["learn"] * 4 * learning])
    t, s, x = maker.held(pd.DataFrame), maker.held(pd.Series), maker.held(np.ndarray)
    if kind == "learn":
        for line in maker.one(_LEARNING)(maker):
            if not maker.run(line):
                return
    elif kind == "place" and t is not None:
        maker.run(_in_place(maker, t))
    elif kind == "of column" and s is not None:
        maker.run(f"{maker.new()} = {_column_to_column(maker, s)}")
    elif kind == "of array" and x is not None:
        maker.run(f"{maker.new()} = {_array_to_array(maker, x)}")
    elif t is not None:
        write = {"column": _table_to_column, "array": _table_to_array}.get(kind, _table_to_table)
        maker.run(f"{maker.new()} = {write(maker, t)}")


@st.composite
def programs(draw: Any, learning: bool = False) -> Written:
    """`learning`: with scikit-learn among the steps."""
    maker = Maker(draw)
    _begin(maker)
    for _ in range(maker.whole(3, MOST)):
        _step(maker, learning)
    held = {name: value for name, value in maker.space.items() if name[0] == "v" and name[1:].isdigit()}
    return Written(PRELUDE + "\n".join(maker.lines) + "\n", held, maker.text)
