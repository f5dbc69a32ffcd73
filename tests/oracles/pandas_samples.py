"""Statements for every declared name of pandas; `df` is a table, `t` one of numbers, `s` a column, `n` their rows."""

# ruff: noqa: E501
from __future__ import annotations


def _each(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


def _methods(names: str, *calls: str) -> dict[str, list[str]]:
    return {name: [call.replace("M", name) for call in calls] for name in names.split()}


def _operators(value: str) -> dict[str, list[str]]:
    found = {}
    symbols = {
        "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "and": "&",
        "or": "|", "xor": "^", "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=",
    }  # fmt: skip
    for name, symbol in symbols.items():
        v, o = value, symbol
        found[f"__{name}__"] = [
            f"r = {v} {o} 2", f"r = {v} {o} 1.5", f"r = {v} {o} {v}", f"r = {v} {o} {v}.iloc[1:]",
            f"r = {v} {o} {v}.mean()", f"r = {v} {o} {v}.values", f"r = ({v} > 1) {o} ({v} < 3)",
            f"r = {v} {o} True", f"r = {v} {o} 'x'", f"r = {v} {o} np.float32(2)", f"r = {v} {o} t['a']",
            f"r = {v} {o} t",
        ]  # fmt: skip
        found[f"__r{name}__"] = [f"r = 2 {o} {v}", f"r = True {o} ({v} == {v})", f"r = 1.5 {o} {v}", f"r = {v}.values {o} {v}",
                                 f"r = np.arange(n) {o} {v}"]  # fmt: skip
    return found


TABLE: dict[str, list[str]] = {
    "__init__": _each(
        """
        r = pd.DataFrame()
        r = pd.DataFrame({'x': [1, 2], 'y': [1., 2.]})
        r = pd.DataFrame({'x': np.zeros(3), 'y': 1})
        r = pd.DataFrame({'x': np.zeros(3, 'float32'), 'y': ['u', 'v', 'w'], 'z': None})
        r = pd.DataFrame({'x': df['a'], 'y': df['b'].values})
        r = pd.DataFrame({'x': df['a'].iloc[1:], 'y': df['b']})
        r = pd.DataFrame({'x': df['a'].iloc[1:], 'y': df['b'].iloc[:-1]})
        r = pd.DataFrame(np.zeros((3, 2)))
        r = pd.DataFrame(np.zeros((3, 2)), columns=['p', 'q'])
        r = pd.DataFrame(np.zeros(4, dtype='int32'), columns=['p'])
        r = pd.DataFrame(np.zeros((3, 2)), columns=list('pq'), index=[5, 6, 7])
        r = pd.DataFrame([[1, 2.5], [3, 4]])
        r = pd.DataFrame([[1, 'x'], [3, 'y']], columns=['p', 'q'])
        r = pd.DataFrame([(1, 2), (3, 4), (5, 6)])
        r = pd.DataFrame([1, 2, 3])
        r = pd.DataFrame([{'x': 1, 'y': 2}, {'x': 3, 'y': 4}])
        r = pd.DataFrame(df)
        r = pd.DataFrame(df, columns=['a', 'c'])
        r = pd.DataFrame(df['a'])
        r = pd.DataFrame(df['a'], columns=['a'])
        r = pd.DataFrame({'x': [1, 2], 'y': [1., 2.]}, columns=['y'])
        r = pd.DataFrame({'x': [1, 2], 'y': [1., 2.]}, columns=['y', 'z'])
        r = pd.DataFrame(data=np.arange(6).reshape(3, 2), columns=['x', 'y'])
        r = pd.DataFrame(columns=['x', 'y'])
        r = pd.DataFrame({'x': [1, 2], 'y': [3, 4]}, index=['u', 'v'])
        r = pd.DataFrame({'x': [[1, 2], [3, 4]], 'y': [3, 4]})
        r = pd.DataFrame(np.zeros((3, 2)), dtype='float32')
        r = pd.DataFrame({'x': [1, 2]}, dtype='float32')
        r = pd.DataFrame({'x': range(5), 'y': np.arange(5) / 2})
        r = pd.DataFrame({'x': (1, 2, 3)})
        r = pd.DataFrame({0: [1, 2], 1: [3, 4]})
        r = pd.DataFrame({'x': 1, 'y': 2}, index=[0, 1, 2])
        r = pd.DataFrame(t.values, columns=t.columns)
        r = pd.DataFrame(t.values, columns=t.columns, index=t.index)
        """
    ),
    "__getitem__": _each(
        """
        r = df['a']
        r = df['c'].values
        r = df[['a', 'c']]
        r = df[['b']].values
        r = df[df['a'] > 0]
        r = df[df['a'] > 0]['a']
        r = df[(df['a'] > 0) & (df['b'] > 1)]
        r = df[~(df['a'] > 0)]
        r = df[1:3]
        r = df[:-1]
        r = df[::2]
        r = df[df.columns[0]]
        r = df[df.columns[:2]]
        r = df[df.columns[1:]].values
        r = df[df.columns]
        r = df[list(df.columns)]
        r = df[[x for x in df.columns if x != 'c']]
        r = df[df.columns[-1]]
        r = t[t > 0]
        r = df[[True] + [False] * (n - 1)]
        r = df[np.arange(n) > 1]
        r = df[df['c'].isin(['x', 'y'])]
        r = df[df.columns.difference(['c'])]
        r = df[[]]
        r = df[['a', 'a']]
        """
    ),
    "__setitem__": _each(
        """
        df['new'] = 1
        df['new'] = 1.5
        df['new'] = 'text'
        df['new'] = None
        df['new'] = np.zeros(n)
        df['new'] = np.zeros(n, dtype='float32')
        df['new'] = [1] * n
        df['new'] = list(range(n))
        df['new'] = df['a'] * 2
        df['new'] = df['b'].map({0: 'u', 1: 'v'})
        df['a'] = df['a'].astype(int)
        df['a'] = df['a'].astype('float32')
        df['a'] = 0
        df['a'] = df['a'] > 0
        df['new'] = df['a'].iloc[1:]
        df['new'] = df['b'].iloc[1:]
        df['new'] = pd.Series([1, 2])
        df[['a', 'b']] = df[['a', 'b']] / 2
        df[['a', 'b']] = np.zeros((n, 2))
        df[['p', 'q']] = np.zeros((n, 2), 'int32')
        df[['a', 'b']] = 1
        df[df.columns[0]] = 1
        t[t < 0] = 0
        df.new = 1; r = df
        df['new'] = df['a'].values[:, None]
        df['new'] = np.where(df['a'] > 0, 1, 0)
        df['new'] = df['a'] == df['b']
        df['new'] = df['c'].str.len()
        df['new'] = df['c'] == 'x'
        df['new'] = (df['c'] == 'x') * 1.0
        df['c'] = df['c'].astype('category')
        df['c'] = df['c'].astype('category').cat.codes
        for k in ['a', 'b']: df[k] = df[k] / 10
        for k in df.columns: df[k] = 1
        """
    ),
    "__len__": ["r = len(df)", "r = len(df[['a']])", "r = len(df[df['a'] > 0])"],
    "__iter__": ["r = list(df)", "r = [k for k in df]", "r = len(list(df))"],
    "__getattr__": ["r = df.a", "r = df.b.values", "r = df.c"],
    "__contains__": ["r = 'a' in df", "r = 'zz' in df", "r = 'a' in df.columns"],
    "values": _each(
        """
        r = df.values
        r = t.values
        r = df[['a']].values
        r = df.values[:, 0]
        r = t.values[:, 1:]
        r = df.drop(columns=['c']).values
        r = t.values.astype('float32')
        r = np.array(t)
        r = np.asarray(t, dtype='float32')
        r = df[['b']].values.ravel()
        """
    ),
    "shape": ["r = df.shape", "r = df.shape[0]", "r = df[['a', 'b']].shape[1]", "r = t.values.shape"],
    "size": ["r = df.size", "r = t.size"],
    "ndim": ["r = df.ndim"],
    "empty": ["r = df.empty", "r = df[df['a'] > 0].empty"],
    "T": ["r = df.T", "r = t.T", "r = t.T.values"],
    "columns": _each(
        """
        r = len(df.columns)
        r = list(df.columns)
        r = df.columns.tolist()
        r = df.columns.values
        r = df.columns[0]
        r = df.columns[:-1]
        r = df.columns.drop('c')
        r = df.columns.get_loc('a')
        r = [k for k in df.columns if k not in ('a',)]
        r = df.columns != 'a'
        r = df.columns.shape
        t.columns = ['p', 'q']
        t.columns = [str(k) for k in range(2)]
        df.columns = df.columns.str.upper()
        df.columns = [k.upper() for k in df.columns]
        r = df.columns.size
        r = df.columns.nlevels
        r = sorted(df.columns)
        r = set(df.columns) - {'a'}
        r = df.columns.to_list()
        """
    ),
    "index": _each(
        """
        r = len(df.index)
        r = df.index.values
        r = df.index
        r = df.index.shape
        r = df[df['a'] > 0].index
        r = df.index.size
        r = df.index.tolist()
        r = df.loc[df.index]
        r = df.drop(df.index[[0, 1]])
        r = df.drop(df[df['a'] > 0].index)
        df.index = range(n)
        t.index = df['c']
        """
    ),
    "dtypes": ["r = df.dtypes", "r = len(df.dtypes)", "r = df.dtypes['a']"],
    "iloc": _each(
        """
        r = df.iloc[0]
        r = df.iloc[-1]
        r = t.iloc[0]
        r = t.iloc[0].values
        r = df.iloc[0:2]
        r = df.iloc[:, 0]
        r = df.iloc[:, -1]
        r = df.iloc[:, 1:]
        r = df.iloc[:, :-1]
        r = df.iloc[:, 1:].values
        r = df.iloc[:, :2].values
        r = df.iloc[:, [0, 2]]
        r = df.iloc[[0, 2]]
        r = df.iloc[[0]]
        r = df.iloc[1:3, 0]
        r = df.iloc[1:3, [0, 1]]
        r = df.iloc[0, 0]
        r = t.iloc[0, 0]
        r = t.iloc[0, 1]
        r = t.iloc[1, :]
        r = t.iloc[1, 0:1]
        r = df.iloc[np.arange(2)]
        r = df.iloc[np.random.permutation(n)]
        r = df.iloc[:n // 2]
        r = df.iloc[int(n * 0.5):]
        r = df.iloc[::2, ::2]
        r = df.iloc[:, 0].values
        r = df.iloc[:, 0:1].values
        r = df.iloc[:, lambda x: [0]] if False else 0
        df.iloc[0, 0] = 7
        df.iloc[:, 0] = 1
        t.iloc[0] = 7
        t.iloc[:, 1] = np.zeros(n)
        """
    ),
    "loc": _each(
        """
        r = df.loc[0]
        r = t.loc[0]
        r = t.loc[0].values
        r = df.loc[:, 'a']
        r = df.loc[:, ['a', 'b']]
        r = df.loc[:, 'a':'b']
        r = df.loc[:, df.columns != 'a']
        r = df.loc[:, df.columns != 'c'].values
        r = df.loc[df['a'] > 0]
        r = df.loc[df['a'] > 0, 'b']
        r = df.loc[df['a'] > 0, ['a', 'b']]
        r = df.loc[0:2]
        r = df.loc[[0, 1]]
        r = df.loc[[0, 1], 'a']
        r = df.loc[0, 'a']
        r = df.loc[0, ['a', 'b']]
        r = df.loc[:]
        r = df.loc[:, :]
        r = df.loc[df.index]
        r = df.loc[df['a'].notna()]
        df.loc[0, 'a'] = 7
        df.loc[df['a'] > 0, 'a'] = 0
        df.loc[df['a'] > 0, 'new'] = 0
        df.loc[:, 'a'] = 1
        df.loc[:, 'new'] = 1
        t.loc[n] = [1, 2]
        t.loc[n] = 0
        df.loc[df['c'] == 'x', 'c'] = 0
        """
    ),
    "at": ["r = df.at[0, 'a']", "df.at[0, 'a'] = 2", "r = df.at[0, 'c']", "df.at[0, 'b'] = 2.5"],
    "iat": ["r = df.iat[0, 0]", "df.iat[0, 0] = 2"],
    "to_numpy": _each(
        """
        r = df.to_numpy()
        r = t.to_numpy()
        r = t.to_numpy(dtype='float32')
        r = t.to_numpy('float32')
        r = t.to_numpy(np.float32)
        r = df[['b']].to_numpy()
        """
    ),
    "keys": ["r = list(df.keys())", "r = len(df.keys())", "r = df.keys()"],
    "items": ["r = [k for k, v in df.items()]", "r = [v.shape for k, v in t.items()]", "r = dict(t.items())",
              "r = {k: v.to_numpy()[:, np.newaxis] for k, v in t.items()}", "r = dict(df)", "r = dict(t)"],
    "get": ["r = df.get('a')", "r = df.get('zz')", "r = df.get('zz', 3)", "r = df.get(['a', 'b'])"],
    "head": ["r = df.head()", "r = df.head(2)", "r = df.head(n=3)", "r = df.head(100)", "r = df.head(-1)"],
    "tail": ["r = df.tail()", "r = df.tail(2)", "r = df.tail(100)", "r = df.tail(-1)"],
    "sample": _each(
        """
        r = df.sample()
        r = df.sample(2)
        r = df.sample(n=3)
        r = df.sample(frac=1)
        r = df.sample(frac=1.0).reset_index(drop=True)
        r = df.sample(frac=0.5)
        r = df.sample(frac=0.8, random_state=0)
        r = df.sample(20, replace=True)
        r = df.sample(2, axis=1)
        q = df.sample(frac=0.8, random_state=0); r = df.drop(q.index)
        """
    ),
    "drop": _each(
        """
        r = df.drop('a', axis=1)
        r = df.drop(['a', 'b'], axis=1)
        r = df.drop(columns='a')
        r = df.drop(columns=['a', 'c'])
        r = df.drop('a', axis='columns')
        r = df.drop(labels='a', axis=1)
        r = df.drop(labels=['a'], axis=1).values
        df.drop('a', axis=1, inplace=True)
        df.drop(columns=['a'], inplace=True)
        r = df.drop(0)
        r = df.drop([0, 1])
        r = df.drop(index=[0, 1])
        r = df.drop([0, 1], axis=0)
        r = df.drop(df.index[0])
        r = df.drop(df.columns[0], axis=1)
        r = df.drop(df.columns[[0, 1]], axis=1)
        r = df.drop(df.columns[0:2], axis=1)
        r = df.drop(columns=['zz'], errors='ignore')
        r = df.drop(['a', 'zz'], axis=1, errors='ignore')
        r = df.drop(index=0, columns='a')
        r = df.drop([], axis=1)
        r = df.drop([], axis=0)
        """
    ),
    "pop": ["r = df.pop('a')", "r = df.pop('c')", "r = t.pop('b').values"],
    "insert": ["df.insert(0, 'new', 1)", "df.insert(1, 'new', df['a'])", "df.insert(len(df.columns), 'new', 'x')",
               "df.insert(0, 'a', 1, allow_duplicates=True)", "df.insert(loc=0, column='new', value=np.zeros(n))"],
    "assign": ["r = df.assign(new=1)", "r = df.assign(a=df['a'] * 2)", "r = df.assign(new=lambda x: x['a'] + 1)"],
    "rename": _each(
        """
        r = df.rename(columns={'a': 'z'})
        r = df.rename(columns={'a': 'z', 'b': 'y'})
        df.rename(columns={'a': 'z'}, inplace=True)
        r = df.rename({'a': 'z'}, axis=1)
        r = df.rename(columns=str.upper)
        r = df.rename(index={0: 5})
        r = df.rename({0: 5})
        r = df.rename(columns={'zz': 'y'})
        """
    ),
    "reset_index": _each(
        """
        r = df.reset_index(drop=True)
        r = df.reset_index()
        df.reset_index(drop=True, inplace=True)
        df.reset_index(inplace=True)
        r = df[df['a'] > 0].reset_index(drop=True)
        r = df.set_index('a').reset_index()
        """
    ),
    "set_index": ["r = df.set_index('a')", "r = df.set_index(['a', 'b'])", "df.set_index('a', inplace=True)",
                  "r = df.set_index('a', drop=False)", "r = df.set_index(df['a'])"],
    "reindex": ["r = df.reindex(range(3))", "r = df.reindex(columns=['a', 'zz'])", "r = df.reindex(columns=['a', 'b'])",
                "r = df.reindex(np.random.permutation(df.index))"],
    "astype": _each(
        """
        r = t.astype('float32')
        r = t.astype(float)
        r = t.astype(int)
        r = t.astype(np.float32).values
        r = df.astype(str)
        r = df.astype({'a': 'float32'})
        r = df.astype({'a': int, 'b': 'float32'})
        r = df.astype({'c': 'category'})
        r = t.astype('category')
        r = df.astype(object)
        r = t.astype(bool)
        r = t.astype(dtype='uint8')
        """
    ),
    "transpose": ["r = df.transpose()", "r = t.transpose().values"],
    "iterrows": ["r = [row for i, row in t.iterrows()]", "r = [len(row) for i, row in df.iterrows()]",
                 "r = [row['a'] for i, row in t.iterrows()]", "r = len(list(df.iterrows()))"],
    "itertuples": ["r = len(list(df.itertuples()))", "r = [len(x) for x in df.itertuples()]"],
    "copy": ["r = df.copy()", "r = df.copy(deep=True)", "r = df.copy(); r['a'] = 1", "r = df.copy(); r.pop('a')"],
    **_methods("sort_values", "r = df.M('a')", "r = df.M(by='a', ascending=False)", "df.M('b', inplace=True)",
               "r = df.M(by=['a', 'b'])", "r = df.M('a', ignore_index=True)"),
    **_methods("sort_index", "r = df.M()", "r = df.M(axis=1)", "r = df.M(ascending=False)"),
    **_methods("fillna", "r = df.M(0)", "r = t.M(0)", "r = t.M(t.mean())", "df.M(0, inplace=True)", "r = t.M(value=0)"),
    **_methods("replace", "r = df.M('x', 'y')", "r = t.M(0, 1)", "r = df.M({'c': {'x': 0, 'y': 1, 'z': 2}})",
               "df.M('?', np.nan, inplace=True)", "r = t.M([0, 1], 5)"),
    **_methods("map", "r = t.M(lambda x: x + 1)", "r = df.M(str)", "r = t.M(lambda x: str(x))"),
    **_methods("ffill bfill interpolate", "r = t.M()", "r = df.M()"),
    **_methods("round", "r = t.M()", "r = df.M(1)", "r = t.M(2)"),
    **_methods("clip", "r = t.M(0, 1)", "r = t.M(lower=0)"),
    **_methods("abs cumsum cumprod cummax cummin diff pct_change rank", "r = t.M()", "r = t[['b']].M()"),
    **_methods("shift", "r = t.M()", "r = t.M(-1)", "r = df.M(1)", "r = t.M(1, fill_value=0)"),
    **_methods("where mask", "r = t.M(t > 0)", "r = t.M(t > 0, 0)", "r = df.M(df['a'] > 0)"),
    "applymap": ["r = t.map(lambda x: x + 1)"],
    "apply": _each(
        """
        r = t.apply(np.sqrt)
        r = t.apply(lambda x: x.sum())
        r = t.apply(lambda x: x.sum(), axis=1)
        r = t.apply(lambda x: x - x.mean())
        r = t.apply(lambda x: (x - x.min()) / (x.max() - x.min()))
        r = df.apply(lambda row: row['a'] + row['b'], axis=1)
        r = df.apply(lambda row: [1, 2], axis=1)
        r = df.apply(pd.to_numeric, errors='coerce')
        """
    ),
    "agg": ["r = t.agg('mean')", "r = t.agg(['mean', 'std'])"],
    "dropna": ["r = df.dropna()", "df.dropna(inplace=True)", "r = df.dropna(axis=1)", "r = df.dropna(subset=['a'])",
               "r = df.replace(1, np.nan).dropna(axis=1)", "r = df.dropna(how='all')"],
    "drop_duplicates": ["r = df.drop_duplicates()", "r = df.drop_duplicates(subset='c')", "r = df.drop_duplicates(['b'])"],
    "duplicated": ["r = df.duplicated()", "r = df.duplicated(subset=['b'])", "r = df[~df.duplicated()]"],
    "query": ["r = df.query('a > 0')", "df.query('a > 0', inplace=True)"],
    "nlargest": ["r = df.nlargest(2, 'a')", "r = df.nlargest(100, 'a')"],
    "nsmallest": ["r = df.nsmallest(2, 'a')"],
    **_methods("isnull isna notnull notna", "r = df.M()", "r = df.M().values", "r = df.M().sum()",
               "r = df.M().any()", "r = df.M().sum().sum()", "r = df.M().values.any()"),
    "isin": ["r = df.isin([1, 2])", "r = df.isin([1]).values"],
    **_methods("mean std var median sum prod min max", "r = t.M()", "r = t.M(axis=1)", "r = t.M(axis=0).values",
               "r = t.M(axis=None)", "r = df.M()", "r = df.M(numeric_only=True)", "r = t.M().M()", "r = t['a'] - t.M()['a']",
               "r = t - t.M()", "r = (t - t.M()) / 2", "r = df[['b']].M()"),
    **_methods("skew kurt sem", "r = t.M()", "r = t.M(axis=1)"),
    **_methods("any all", "r = (t > 0).M()", "r = (t > 0).M(axis=1)", "r = df.M()"),
    **_methods("idxmax idxmin", "r = t.M()", "r = t.M(axis=1)"),
    **_methods("nunique count", "r = df.M()", "r = df.M(axis=1)", "r = len(df.M())", "r = t.M().values"),
    "quantile": ["r = t.quantile(0.5)", "r = t.quantile([0.1, 0.9])", "r = t.quantile()"],
    "mode": ["r = t.mode()", "r = df.mode()"],
    "describe": ["r = t.describe()", "r = df.describe()", "r = t.describe().transpose()", "r = df.describe(include='all')",
                 "r = t.describe().loc['mean']"],
    "corr": ["r = t.corr()", "r = t.corr().values", "r = df.corr(numeric_only=True)", "r = t.corr()['a']",
             "r = t.corr().abs()"],
    "cov": ["r = t.cov()"],
    "corrwith": ["r = t.corrwith(t['a'])"],
    "value_counts": ["r = df.value_counts()", "r = df[['b']].value_counts()"],
    "memory_usage": ["r = df.memory_usage()"],
    "select_dtypes": _each(
        """
        r = df.select_dtypes(include=['float64'])
        r = df.select_dtypes('number')
        r = df.select_dtypes(include=np.number)
        r = df.select_dtypes(include=['int64', 'float64']).columns
        r = df.select_dtypes(exclude='number')
        r = df.select_dtypes(include=['number']).values
        r = df.select_dtypes(include=['bool'])
        r = df.select_dtypes(exclude=['object'])
        """
    ),
    "filter": ["r = df.filter(['a', 'b'])", "r = df.filter(regex='^a')", "r = df.filter(like='a')",
               "r = df.filter(items=['a', 'zz'])"],
    "groupby": _each(
        """
        r = df.groupby('c')['a'].mean()
        r = df.groupby('c').mean(numeric_only=True)
        r = df.groupby('c')['a'].transform('mean')
        r = df.groupby('c').size()
        r = df.groupby('c')['a'].sum().reset_index()
        r = df.groupby(['b', 'c'])['a'].count()
        r = len(df.groupby('c'))
        r = [g for _, g in df.groupby('c')]
        r = [len(g.columns) for _, g in df.groupby('c')]
        r = df.groupby('c').head(1)
        r = df.groupby('c').agg({'a': 'mean'})
        r = df.groupby('c')[['a', 'b']].mean()
        r = df.groupby('c')['a'].apply(list)
        r = df.groupby('c').ngroups
        r = df.groupby('c')['a'].cumsum()
        r = df.groupby('c')['a'].shift(1)
        r = df.groupby('c', as_index=False)['a'].mean()
        r = df.groupby('c').first()
        r = df.groupby('c').get_group('x')
        """
    ),
    "merge": ["r = df.merge(t, on='a')", "r = df.merge(t, how='left', on='b')", "r = df.merge(t, left_index=True, "
              "right_index=True)"],
    "join": ["r = df.join(pd.Series(range(n), name='new'))", "r = df[['c']].join(t)", "r = df[['c']].join(t[['a']])"],
    "melt": ["r = t.melt()", "r = df.melt(id_vars=['c'], value_vars=['a', 'b'])"],
    "pivot_table": ["r = df.pivot_table(index='b', columns='c', values='a')"],
    "pivot": ["r = df.drop_duplicates(['b', 'c']).pivot(index='b', columns='c', values='a')"],
    "stack": ["r = t.stack()"],
    "explode": ["r = pd.DataFrame({'x': [[1, 2], [3]]}).explode('x')"],
    "squeeze": ["r = df[['a']].squeeze()", "r = t.squeeze()"],
    "equals": ["r = df.equals(df)"],
    "to_dict": ["r = t.to_dict()", "r = t.to_dict('list')", "r = t.to_dict(orient='records')", "r = t.to_dict('records')"],
    "rolling": ["r = t.rolling(2).mean()", "r = t['a'].rolling(2).mean()"],
    "dot": ["r = t.dot(np.zeros((2, 3)))", "r = t.dot(np.zeros(2))"],
    "__matmul__": ["r = t @ np.zeros((2, 3))", "r = t @ np.zeros(2)", "r = t @ t.T"],
    "__invert__": ["r = ~(t > 0)"],
    "__neg__": ["r = -t", "r = -t[['b']]"],
    "__abs__": ["r = abs(t)"],
    "__delitem__": ["del df['a']", "del df['c']"],
    "__array__": ["r = np.sqrt(t)", "r = np.mean(t.values)", "r = np.exp(t['a'])", "r = np.array(df)", "r = np.sum(t, axis=0)",
                  "r = np.concatenate([t, t])", "r = np.log1p(t)", "r = np.abs(t)", "r = np.mean(t, axis=0)",
                  "r = np.hstack([t, t])", "r = np.vstack([t.values, t])", "r = np.where(t > 0, 1, 0)",
                  "r = np.expand_dims(t, -1)", "r = np.reshape(t, (-1,))", "r = np.isnan(t)", "r = np.max(t)"],
    "update": ["df.update(t)"],
    **_methods("add sub mul div", "r = t.M(1)", "r = t.M(t)", "r = t.M(t['a'], axis=0)", "r = t.M(1.5)"),
    **_methods("info to_csv to_excel to_json to_pickle to_parquet to_feather to_hdf plot hist", "r = df.shape"),
    **_operators("t"),
}  # fmt: skip

COLUMN: dict[str, list[str]] = {
    "__init__": _each(
        """
        r = pd.Series([1, 2, 3])
        r = pd.Series(np.zeros(4, 'float32'))
        r = pd.Series(['x', 'y'])
        r = pd.Series([1.5, None])
        r = pd.Series({'x': 1, 'y': 2})
        r = pd.Series(range(4), name='z')
        r = pd.Series(np.arange(3), index=['u', 'v', 'w'])
        r = pd.Series(5, index=range(3))
        r = pd.Series([1, 2], dtype='float32')
        r = pd.Series(s)
        r = pd.Series([True, False])
        r = pd.Series([[1, 2], [3, 4]])
        r = pd.Series(np.random.rand(5) > 0.5)
        """
    ),
    "__getitem__": ["r = s[s > 0]", "r = s[1:3]", "r = s[0]", "r = s[df['b'] > 1]", "r = s[s.notna()]", "r = s[:-1]",
                    "r = s[[0, 1]]", "r = s[df['a'] > 0].values", "r = s[s == s[0]]", "r = s[::2]"],
    "__setitem__": ["s[0] = 1", "s[s > 0] = 0", "s[:] = 5", "s[n] = 1", "s[n + 3] = 1", "s[1:2] = 0"],
    "__len__": ["r = len(s)", "r = len(s[s == s])"],
    "__iter__": ["r = [x for x in s]", "r = list(s)", "r = sorted(s)", "r = list(set(s)) and 0", "r = max(s)",
                 "r = tuple(s)", "r = {k: i for i, k in enumerate(s)} and 0"],
    "__contains__": ["r = 0 in s"],
    "values": ["r = s.values", "r = s.values.astype('float32')", "r = s.values.reshape(-1, 1)", "r = np.array(s)",
               "r = np.asarray(s)", "r = s.values[:2]", "r = s.values.shape", "r = np.unique(s.values)"],
    "array": ["r = np.array(s.array)"],
    "shape": ["r = s.shape", "r = s.shape[0]"],
    "ndim": ["r = s.ndim"],
    "dtype": ["r = df['a'].dtype", "r = s.dtype == 'float64'", "r = s.dtype == object", "r = s.dtype == np.int64",
              "r = s.dtype.name", "r = s.dtype != 'int64'"],
    "dtypes": ["r = df['b'].dtypes"],
    "name": ["r = s.name"],
    "empty": ["r = s.empty"],
    "hasnans": ["r = s.hasnans"],
    "is_unique": ["r = s.is_unique"],
    "size": ["r = s.size"],
    "T": ["r = s.T"],
    "index": ["r = s.index", "r = len(s.index)", "r = s.value_counts().index", "r = s.index.values", "r = s[s == s].index"],
    "iloc": ["r = s.iloc[0]", "r = s.iloc[-1]", "r = s.iloc[:2]", "r = s.iloc[[0, 1]]", "r = s.iloc[1:].values",
             "r = s.iloc[np.arange(2)]", "s.iloc[0] = 1", "s.iloc[:2] = 1.5"],
    "loc": ["r = s.loc[0]", "r = s.loc[0:1]", "r = s.loc[s == s]", "r = s.loc[[0, 1]]", "s.loc[0] = 1", "s.loc[n] = 1"],
    "at": ["r = s.at[0]", "s.at[0] = 3"],
    "iat": ["r = s.iat[0]"],
    "cat": ["r = s.astype('category').cat.codes", "r = s.astype('category').cat.codes.values",
            "r = len(s.astype('category').cat.categories)"],
    "str": ["r = df['c'].str.len()", "r = df['c'].str.upper()", "r = df['c'].str[0]", "r = df['c'].str.split('x')",
            "r = df['c'].str.contains('x')", "r = df['c'].str.replace('x', 'y')", "r = df['c'].str.get_dummies()",
            "r = df['c'].str.split('x', expand=True)", "r = df['c'].str.extract('(x)')", "r = df['c'].str.cat()",
            "r = df['c'].str.strip().values", "r = df['c'].str.lower().str.len()", "r = df['c'].str.startswith('x')",
            "r = df['c'].str.count('x')", "r = df['c'].str.isdigit()"],
    "dt": ["r = pd.to_datetime(df['b']).dt.year", "r = pd.to_datetime(df['b']).dt.month.values",
           "r = pd.to_datetime(df['b']).dt.dayofweek"],
    "to_numpy": ["r = s.to_numpy()", "r = s.to_numpy(dtype='float32')", "r = s.to_numpy(np.int32)",
                 "r = s.to_numpy().reshape(-1, 1)"],
    "to_frame": ["r = s.to_frame()['a']", "r = s.to_frame()", "r = s.to_frame('new')", "r = s.to_frame().values", "r = s.to_frame(name='z')"],
    "to_dict": ["r = s.to_dict()", "r = len(s.to_dict())"],
    "astype": ["r = s.astype('float32')", "r = s.astype(int)", "r = s.astype(str)", "r = s.astype(float).values",
               "r = s.astype('category')", "r = s.astype(bool)", "r = s.astype(np.uint8)", "r = s.astype(object)",
               "r = s.astype(dtype='int32')"],
    "unique": ["r = s.unique()", "r = len(s.unique())", "r = sorted(s.unique())", "r = list(s.unique())",
               "r = s.unique().shape", "r = s.unique().tolist()"],
    **_methods("tolist to_list", "r = s.M()", "r = len(s.M())"),
    **_methods("head tail", "r = s.M()", "r = s.M(2)", "r = s.M(100)", "r = s.M(-1)"),
    "copy": ["r = s.copy()", "r = s.copy(deep=True)"],
    "sort_values": ["r = s.sort_values()", "r = s.sort_values(ascending=False)", "r = s.sort_values(ignore_index=True)"],
    "sort_index": ["r = s.sort_index()"],
    "reset_index": ["r = s.reset_index(drop=True)", "r = s.reset_index()", "r = s[s == s].reset_index()",
                    "r = s.reset_index(name='z')"],
    "rename": ["r = s.rename('z')", "r = s.rename({0: 9})"],
    "squeeze": ["r = s.squeeze()", "r = s.head(1).squeeze()"],
    "set_axis": ["r = s.set_axis(range(n))"],
    "reindex": ["r = s.reindex(range(3))", "r = s.reindex([0, 100])"],
    "map": ["r = s.map({0: 1, 1: 2})", "r = s.map(lambda x: 1)", "r = s.map(str)", "r = s.map({'x': 0, 'y': 1, 'z': 2})",
            "r = s.map(lambda x: str(x)).values", "r = s.map(lambda x: 1.5 if x else 0)"],
    "apply": ["r = s.apply(lambda x: 1)", "r = s.apply(str)", "r = s.apply(np.sqrt)", "r = s.apply(lambda x: [1, 2])",
              "r = s.apply(lambda x: pd.Series([1, 2]))", "r = s.apply(lambda x: (x,))", "r = s.apply(len)",
              "r = s.apply(lambda x: x > 1)"],
    "replace": ["r = s.replace(0, 1)", "r = s.replace({'x': 0, 'y': 1})", "r = s.replace('x', np.nan)",
                "s.replace(0, 9, inplace=True)", "r = s.replace(['x', 'y', 'z'], [0, 1, 2])"],
    "fillna": ["r = s.fillna(0)", "r = s.fillna(s.mean())", "r = s.fillna('x')", "s.fillna(0, inplace=True)",
               "r = s.fillna(s.mode()[0])"],
    **_methods("shift diff", "r = s.M()", "r = s.M(1)", "r = s.M(-2)", "r = s.M().dropna()"),
    **_methods("cumsum cumprod cummax cummin pct_change ffill bfill interpolate abs infer_objects convert_dtypes rank",
               "r = s.M()", "r = s.M().values"),
    "round": ["r = s.round()", "r = s.round(1)"],
    "clip": ["r = s.clip(0, 1)", "r = s.clip(lower=0)", "r = s.clip(upper=2)"],
    **_methods("where mask", "r = s.M(s > 0)", "r = s.M(s > 0, 0)", "r = s.M(df['a'] > 0, other=1)"),
    "combine": ["r = s.combine(s, max)"],
    "dropna": ["r = s.dropna()", "r = s.shift().dropna()"],
    "drop": ["r = s.drop(0)", "r = s.drop([0, 1])", "r = s.drop(s.index[0])"],
    "drop_duplicates": ["r = s.drop_duplicates()"],
    "sample": ["r = s.sample(2)", "r = s.sample(frac=1)", "r = s.sample(frac=0.5)", "r = s.sample()",
               "r = s.sample(n=50, replace=True)"],
    **_methods("nlargest nsmallest", "r = s.M(2)", "r = s.M()", "r = s.M(100)"),
    **_methods("isnull isna notnull notna", "r = s.M()", "r = s.M().sum()", "r = s[s.M()]", "r = s.M().any()",
               "r = s.M().values"),
    "isin": ["r = s.isin([1, 2])", "r = df[s.isin(['x'])]", "r = s.isin(s)"],
    "duplicated": ["r = s.duplicated()"],
    "between": ["r = s.between(0, 1)", "r = df[s.between(0, 2)]"],
    **_methods("max min", "r = s.M()", "r = s.M() + 1", "r = int(s.M()) + 1", "r = s.M() - s.M()"),
    **_methods("sum prod", "r = s.M()", "r = (s > 0).M()", "r = s.M() / 2"),
    **_methods("mean median std var skew kurt sem", "r = s.M()", "r = s - s.M()", "r = (s - s.M()) / 3"),
    "quantile": ["r = s.quantile(0.5)", "r = s.quantile()", "r = s.quantile([0.1, 0.9])"],
    "mode": ["r = s.mode()", "r = s.mode()[0]"],
    **_methods("any all", "r = s.M()", "r = (s == s).M()"),
    **_methods("idxmax idxmin argmax argmin", "r = s.M()"),
    "argsort": ["r = s.argsort()", "r = s.argsort().values"],
    **_methods("nunique count", "r = s.M()", "r = s.M() + 1"),
    "value_counts": ["r = s.value_counts()", "r = len(s.value_counts())", "r = s.value_counts().values",
                     "r = s.value_counts(normalize=True)", "r = s.value_counts().to_dict() and 0",
                     "r = s.value_counts().index.tolist() and 0", "r = s.value_counts().max()"],
    "describe": ["r = s.describe()", "r = s.describe()['mean']"],
    "corr": ["r = s.corr(s)"],
    "factorize": ["r = s.factorize()", "r = s.factorize()[0]", "q, r = s.factorize()"],
    "groupby": ["r = s.groupby(df['c']).mean()", "r = s.groupby(df['c']).transform('first')"],
    "items": ["r = [k for k, v in s.items()]", "r = len(list(s.items()))"],
    "keys": ["r = list(s.keys())"],
    "item": ["r = s.head(1).item()"],
    "get": ["r = s.get(0)", "r = s.get(100)"],
    "equals": ["r = s.equals(s)"],
    "ravel": ["r = np.ravel(s)"],
    "dot": ["r = s.dot(s)"],
    "explode": ["r = pd.Series([[1, 2], [3]]).explode()"],
    "unstack": ["r = df.groupby(['b', 'c'])['a'].mean().unstack()"],
    "rolling": ["r = s.rolling(2).mean()", "r = s.rolling(window=3).std().values"],
    "ewm": ["r = s.ewm(span=3).mean()"],
    **_methods("add sub mul div pow mod", "r = s.M(1)", "r = s.M(s)"),
    **_methods("hist plot to_csv", "r = s.shape"),
    "__invert__": ["r = ~(s == s)", "r = df[~(s == s[0])]", "r = ~s"],
    "__neg__": ["r = -s"],
    "__abs__": ["r = abs(s)"],
    "__float__": ["r = float(s.mean())", "r = int(s.max())", "r = float(s.head(1).iloc[0])"],
    "__array__": ["r = np.log(s)", "r = np.sqrt(s)", "r = np.exp(s).values", "r = np.sum(s)", "r = np.mean(s)",
                  "r = np.max(s)", "r = np.array(s, dtype='float32')", "r = np.expand_dims(s, 1)", "r = np.log1p(s)",
                  "r = np.where(s == s, 1, 0)", "r = np.where(s == s[0], 'u', 'v')", "r = np.concatenate([s, s])",
                  "r = np.unique(s)", "r = np.isnan(s)", "r = np.round(s)", "r = np.stack([s, s])", "r = np.argmax(s)",
                  "r = np.bincount(s)", "r = np.eye(9)[s]", "r = np.reshape(s, (-1, 1))", "r = np.hstack([s, s])",
                  "r = np.column_stack([s, s])", "r = np.c_[s, s]", "r = np.square(s)", "r = np.abs(s)"],
    **_operators("s"),
}  # fmt: skip

FUNCTIONS: dict[str, list[str]] = {
    "read_csv": _each(
        """
        r = pd.read_csv('header.csv')
        r = pd.read_csv('header.csv', header=None)
        r = pd.read_csv('plain.csv')
        r = pd.read_csv('plain.csv', header=None)
        r = pd.read_csv('semi.csv')
        r = pd.read_csv('semi.csv', header=None)
        r = pd.read_csv('spaces.csv')
        r = pd.read_csv('spaces.csv', header=None)
        r = pd.read_csv('missing.csv')
        r = pd.read_csv('missing.csv', header=None)
        r = pd.read_csv('odd.csv')
        r = pd.read_csv('odd.csv', header=None)
        r = pd.read_csv('quoted.csv')
        r = pd.read_csv('quoted.csv', header=None)
        r = pd.read_csv('top.csv')
        r = pd.read_csv('top.csv', header=None)
        r = pd.read_csv('one.csv')
        r = pd.read_csv('one.csv', header=None)
        r = pd.read_csv('empty_cells.csv')
        r = pd.read_csv('empty_cells.csv', header=None)
        r = pd.read_csv('big.csv')
        r = pd.read_csv('big.csv', header=None)
        r = pd.read_csv('only.csv')
        r = pd.read_csv('only.csv', header=None)
        r = pd.read_csv('number_names.csv')
        r = pd.read_csv('number_names.csv', header=None)
        r = pd.read_csv('semi.csv', sep=';')
        r = pd.read_csv('spaces.csv', skipinitialspace=True)
        r = pd.read_csv('top.csv', skiprows=1)
        r = pd.read_csv('header.csv', nrows=2)
        r = pd.read_csv('header.csv', usecols=['a', 'c'])
        r = pd.read_csv('header.csv', usecols=[2, 0])
        r = pd.read_csv('header.csv', index_col=0)
        r = pd.read_csv('header.csv', index_col='b')
        r = pd.read_csv('header.csv', index_col=False)
        r = pd.read_csv('plain.csv', names=['p', 'q', 'r'])
        r = pd.read_csv('header.csv', names=['p', 'q', 'r'], header=0)
        r = pd.read_csv('header.csv', names=['p', 'q', 'r'])
        r = pd.read_csv('missing.csv', na_values='?')
        r = pd.read_csv('header.csv', dtype={'a': 'float32'})
        r = pd.read_csv('header.csv', parse_dates=['a'])
        r = pd.read_csv('header.csv', delimiter=',')
        r = pd.read_csv('header.csv', encoding='utf-8', engine='python')
        r = pd.read_csv('header.csv', header=0)
        r = pd.read_csv('plain.csv', header=None, names=list('xyz'))
        r = pd.read_csv('plain.csv', names=['q', 'r'])
        r = pd.read_csv('header.csv', skiprows=[1])
        r = pd.read_csv('header.csv', index_col=['a', 'b'])
        r = pd.read_csv('header.csv', sep=None, engine='python')
        r = pd.read_csv('header.csv', usecols=lambda k: k != 'a')
        r = pd.read_csv('plain.csv', header=None, usecols=[0, 2])
        r = pd.read_csv('plain.csv', header=None, index_col=0)
        r = pd.read_csv(filepath_or_buffer='header.csv')
        r = pd.read_csv('header.csv', ',')
        r = pd.read_csv('number_names.csv', usecols=['1'])
        r = pd.read_csv('header.csv', dtype=str)
        r = pd.read_csv('header.csv', nrows=50)
        r = pd.read_csv('header.csv', skipfooter=1, engine='python')
        r = pd.read_csv('header.csv').values
        r = pd.read_csv('header.csv').shape
        r = pd.read_csv('header.csv').drop(columns='c').values
        r = pd.read_csv('header.csv')['c'].nunique()
        r = pd.read_csv('header.csv')['a'].max() + 1
        df.to_csv('new.csv'); r = pd.read_csv('new.csv')
        """
    ),
    "get_dummies": _each(
        """
        r = pd.get_dummies(df)
        r = pd.get_dummies(df['c'])
        r = pd.get_dummies(df['c']).values
        r = pd.get_dummies(df['c'], prefix='k')
        r = pd.get_dummies(df['c'], drop_first=True)
        r = pd.get_dummies(df['c'], dtype=int)
        r = pd.get_dummies(df['c'], dtype='float32').values
        r = pd.get_dummies(df['b'])
        r = pd.get_dummies(df, columns=['c'])
        r = pd.get_dummies(df, columns=['b', 'c'])
        r = pd.get_dummies(df, columns=['c'], drop_first=True)
        r = pd.get_dummies(df[['c']])
        r = pd.get_dummies(df, dtype=int)
        r = pd.get_dummies(t)
        r = pd.get_dummies(df['c'], dummy_na=True)
        r = pd.get_dummies(df['c'].values)
        r = pd.get_dummies(['u', 'v', 'u'])
        r = pd.get_dummies(np.array([0, 1, 2, 1]))
        r = pd.get_dummies(df, prefix='', prefix_sep='')
        """
    ),
    "concat": _each(
        """
        r = pd.concat([df, df])
        r = pd.concat([df, df], ignore_index=True)
        r = pd.concat([df, df], axis=0).values
        r = pd.concat((t, t), axis=1)
        r = pd.concat([df[['a']], df['c']], axis=1)
        r = pd.concat([df['a'], df['b']], axis=1)
        r = pd.concat([df['a'], df['b']])
        r = pd.concat([df['a'], df['b']], axis=1, keys=['u', 'v'])
        r = pd.concat([df, pd.get_dummies(df['c'])], axis=1)
        r = pd.concat([df.drop('c', axis=1), pd.get_dummies(df['c'])], axis='columns')
        r = pd.concat([t, df[['c']]], axis=0)
        r = pd.concat([df.iloc[1:], df.iloc[:1]], axis=1)
        r = pd.concat([t, t.reset_index(drop=True)], axis=1)
        r = pd.concat([df.head(2), df.tail(2)])
        r = pd.concat(objs=[df, df], axis=0)
        r = pd.concat([df[df['a'] > 0], df])
        r = pd.concat([df[df['a'] > 0], df], axis=1)
        r = pd.concat([t, t.astype('float32')])
        r = pd.concat({'u': t, 'v': t})
        r = pd.concat([df, None])
        r = pd.concat([x for x in (df, df, df)])
        """
    ),
    "merge": ["r = pd.merge(df, t, on='a')", "r = pd.merge(df, df, on='b', how='left')"],
    "pivot_table": ["r = pd.pivot_table(df, index='b', values='a')"],
    "crosstab": ["r = pd.crosstab(df['b'], df['c'])", "r = pd.crosstab(df['b'], df['c']).values"],
    "melt": ["r = pd.melt(t)"],
    "DataFrame.from_dict": ["r = pd.DataFrame.from_dict({'x': [1, 2], 'y': [3, 4]})",
                            "r = pd.DataFrame.from_dict({'x': [1, 2], 'y': [3, 4]}, orient='index')",
                            "r = pd.DataFrame.from_dict({'x': [1, 2]}, orient='index', columns=['u', 'v'])"],
    "DataFrame.from_records": ["r = pd.DataFrame.from_records([(1, 2), (3, 4)])"],
    "to_datetime": ["r = pd.to_datetime(df['b'])", "r = pd.to_datetime(df['b']).values.shape",
                    "r = pd.to_datetime('2020-01-01').year"],
    "to_numeric": ["r = pd.to_numeric(df['b'])", "r = pd.to_numeric(df['a'], errors='coerce')",
                   "r = pd.to_numeric(df['c'], errors='coerce')", "r = pd.to_numeric(df['b'], downcast='float')"],
    "cut": ["r = pd.cut(df['a'], 3)", "r = pd.cut(df['a'], 3, labels=False)", "r = pd.cut(df['a'], [-9, 0, 9])",
            "r = pd.cut(df['a'], bins=[-9, 0, 9], labels=[0, 1]).values.shape"],
    "qcut": ["r = pd.qcut(df['a'], 2)", "r = pd.qcut(df['a'], 2, labels=False)"],
    "Categorical": ["r = pd.Categorical(df['c']).codes", "r = pd.Categorical(df['c'])", "r = len(pd.Categorical(df['c']))"],
    **_methods("isna isnull notna notnull", "r = pd.M(df['a'])", "r = pd.M(df)", "r = pd.M(df['a']).sum()", "r = pd.M(3)",
               "r = pd.M(np.zeros(3))"),
    "factorize": ["r = pd.factorize(df['c'])", "r = pd.factorize(df['c'])[0]", "q, r = pd.factorize(df['b'])",
                  "r = len(pd.factorize(df['c'])[1])", "r = pd.factorize(['u', 'v', 'u'])[0]"],
    "unique": ["r = pd.unique(df['b'])", "r = pd.unique(df['c'])", "r = pd.unique(df['a'].values)"],
    "value_counts": ["r = df['b'].value_counts()"],
    "date_range": ["r = pd.date_range('2020-01-01', periods=5)", "r = len(pd.date_range('2020-01-01', periods=5))",
                   "r = pd.date_range('2020-01-01', '2020-01-05')"],
    "Index": ["r = pd.Index([1, 2, 3])", "r = pd.Index(['a', 'b'])"],
    "Timestamp": ["r = pd.Timestamp('2020-01-01').year"],
    **_methods("set_option reset_option", "r = 0"),
}  # fmt: skip

INDEX: dict[str, list[str]] = {
    name: [f"r = df.index{call}", f"q = df[df['a'] > 0]; r = q.index{call}", f"r = df.set_index('c').index{call}"]
    for name, call in {
        "tolist": ".tolist()", "to_list": ".to_list()", "to_numpy": ".to_numpy()", "values": ".values", "size": ".size",
        "shape": ".shape", "__getitem__": "[:2]", "__len__": ".values.shape", "__iter__": ".values.shape[0]",
        "__getattr__": ".name",
    }.items()
} | {
    "__init__": ["r = pd.Index([1, 2, 3])", "r = len(pd.Index(['a', 'b']))", "r = pd.Index([1, 2]).values"], "__len__": ["r = len(df.index)"], "__iter__": ["r = [x for x in df.index]"],
    "places": ["r = df.index[0]", "r = df.index[[0, 1]]", "r = df.drop(df.index[[0, 1, 1]])", "r = df.index[df['a'] > 0]",
               "r = df.drop(df.index[:2])", "r = df.drop(df.index[df['a'] > 0])", "r = df.loc[df.index[:2]]",
               "r = df.loc[df.index[[0, 0]]]", "r = df.drop(df.index[-1])", "r = df.drop(df.sort_values('a').index[:2])"],
}  # fmt: skip

UNTRIED: dict[str, str] = {
    "pandas.read_table": "as read_csv",
    **{f"pandas.read_{kind}": "claims nothing without a file"
       for kind in ("excel", "json", "parquet", "feather", "fwf", "sql", "hdf", "pickle", "html", "sql_query")},
    "pandas.options.display": "says nothing of tables",
    **{f"pandas.plotting.{name}": "claims nothing"
       for name in ("scatter_matrix", "register_matplotlib_converters", "autocorrelation_plot", "parallel_coordinates",
                    "lag_plot", "andrews_curves", "radviz", "boxplot")},
    "pandas.RangeIndex": "claims nothing", "pandas.MultiIndex": "claims nothing", "pandas.DatetimeIndex": "claims nothing",
    **{f"pandas.DataFrame.{part}.{name}": "the samples of the property"
       for part in ("iloc", "loc", "at", "iat", "groupby") for name in ("__getitem__", "__setitem__")},
    **{f"pandas.Series.{part}.{name}": "the samples of the property"
       for part in ("iloc", "loc", "at", "iat", "cat", "str", "dt")
       for name in ("__getitem__", "__setitem__", "codes", "categories")},
}  # fmt: skip
