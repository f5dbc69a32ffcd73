"""Statements for every declared name of scikit-learn; `x` is a table of numbers, `xi` of whole ones, `y` class ids,
`b` two classes, `z` targets, `w` texts, `df` a DataFrame, `n` the number of rows."""

# ruff: noqa: E501
from __future__ import annotations

NAMES = tuple("r q s t u v".split())


def _each(head: str, text: str) -> list[str]:
    return [f"{head}; {line.strip()}" if head else line.strip() for line in text.strip().splitlines() if line.strip()]


def _fitted(module: str, names: str, *made: str) -> dict[str, list[str]]:
    """Transformers: fitted, applied to fewer rows, and turned back."""
    found = {}
    for name in names.split():
        head = f"from sklearn.{module} import {name} as M"
        found[name] = [
            f"{head}; m = {one}; {use}"
            for one in (made or ("M()",))
            for use in (
                "r = m.fit_transform(x)", "r = m.fit(x).transform(x[:5])", "r = m.fit_transform(xi)",
                "r = m.fit_transform(df[[0, 1]])", "q = m.fit_transform(x); r = m.inverse_transform(q)",
                "r = m.fit(x[:9]); r = m.transform(x[9:])", "r = m.fit_transform(y.reshape(-1, 1))",
                "r = m.fit_transform(x, y)",
            )
        ]  # fmt: skip
    return found


def _models(module: str, names: str, target: str) -> dict[str, list[str]]:
    found = {}
    for name in names.split():
        head = f"from sklearn.{module} import {name} as M; m = M()"
        found[name] = [
            f"{head}; m.fit(x, {target}); r = m.predict(x)", f"{head}; r = m.fit(x, {target}).predict(x[:4])",
            f"{head}; m.fit(x, {target}); r = m.score(x, {target})",
            f"{head}; m.fit(np.abs(x), {target}); r = m.predict(np.abs(x)); q = m.predict_proba(np.abs(x))",
            f"{head}; m.fit(df[[0, 1]], df['label']); r = m.predict(df[[0, 1]])",
            f"{head}; m.fit(x, b.astype('float32')); r = m.predict(x)",
            f"{head}; m.fit(x, ['u' if k else 'v' for k in b]); r = m.predict(x)",
        ]  # fmt: skip
    return found


_METRICS = "from sklearn.metrics import *; p = (y + 1) % 3; g = np.eye(3)[y]"
SAMPLES: dict[str, list[str]] = {
    "train_test_split": _each(
        "from sklearn.model_selection import train_test_split as split",
        """
        r, q = split(x)
        r, q, s, t = split(x, y)
        r, q, s, t = split(x, y, test_size=0.2)
        r, q, s, t = split(x, y, test_size=0.33, random_state=1, stratify=y)
        r, q, s, t = split(x, y, train_size=0.7)
        r, q = split(x, test_size=4)
        r, q = split(x, train_size=5)
        r, q = split(x, test_size=4, train_size=5)
        r, q = split(x, test_size=0.25, shuffle=False)
        r, q = split(df)
        r, q, s, t = split(df.drop(columns='label'), df['label'], test_size=0.3)
        r, q = split(w)
        r, q, s, t = split(w, y, test_size=0.1)
        r, q, s, t, u, v = split(x, y, z)
        r, q = split(list(range(20)), test_size=0.2)
        r, q = split(tuple(range(20)), test_size=5)
        r = split(x, y)
        r, q = split(df[[0, 1]].values, test_size=0.5)
        r, q = split([[1, 2], [3, 4], [5, 6]], test_size=1)
        r, q = split(np.arange(n), test_size=0.2)
        r, q = split(df['label'], test_size=0.1)
        r, q = split(x, test_size=0.999)
        r, q = split(range(30), test_size=0.2)
        """,
    ),
    "shuffle": _each(
        "from sklearn.utils import shuffle",
        """
        r = shuffle(x)
        r, q = shuffle(x, y)
        r, q = shuffle(x, y, random_state=0)
        r = shuffle(x, n_samples=5)
        r = shuffle(df)
        r = shuffle(w)
        r = shuffle(df).reset_index(drop=True)
        """,
    ),
    "resample": _each(
        "from sklearn.utils import resample",
        """
        r = resample(x)
        r, q = resample(x, y, n_samples=7)
        r = resample(df, replace=True, n_samples=50)
        r = resample(df[df['label'] == 1], n_samples=12)
        """,
    ),
    "check_consistent_length": ["from sklearn.utils import check_consistent_length; r = check_consistent_length(x, y)"],
    "folds": [
        line
        for name in ("KFold", "StratifiedKFold", "ShuffleSplit", "StratifiedShuffleSplit", "TimeSeriesSplit",
                     "RepeatedKFold", "RepeatedStratifiedKFold")
        for line in _each(
            f"from sklearn.model_selection import {name}",
            f"""
            r = {name}(n_splits=3).get_n_splits(x, y)
            r = [len(a) for a, c in {name}(n_splits=3).split(x, y)]
            r = [x[a] for a, c in {name}(n_splits=2).split(x, y)]
            r = [a for a, c in {name}().split(x, y)]
            """,
        )
    ] + _each(
        "from sklearn.model_selection import *; k = np.arange(n) // 3",
        """
        r = [len(a) for a, c in GroupKFold(3).split(x, y, k)]
        r = [len(a) for a, c in GroupShuffleSplit(3).split(x, y, k)]
        r = [len(a) for a, c in StratifiedGroupKFold(3).split(x, y, k)]
        r = [len(a) for a, c in LeaveOneOut().split(x)]
        r = LeaveOneOut().get_n_splits(x)
        """,
    ),
    "cross_val_score": _each(
        "from sklearn.model_selection import cross_val_score; from sklearn.tree import DecisionTreeClassifier as M",
        "r = cross_val_score(M(), x, y)\nr = cross_val_score(M(), x, y, cv=3)",
    ),
    **_fitted("preprocessing", "StandardScaler MaxAbsScaler RobustScaler Normalizer PowerTransformer"),
    **_fitted("preprocessing", "QuantileTransformer", "M(n_quantiles=5)"),
    **_fitted("preprocessing", "MinMaxScaler", "M()", "M(feature_range=(-1, 1))", "M((0, 2))", "M(clip=True)"),
    **_fitted("preprocessing", "OrdinalEncoder", "M()", "M(dtype='int32')", "M(dtype=int)"),
    **_fitted("preprocessing", "PolynomialFeatures", "M()", "M(3)", "M(degree=2, include_bias=False)",
              "M(2, interaction_only=True)"),
    **_fitted("preprocessing", "OneHotEncoder", "M()", "M(sparse_output=False)", "M(drop='first', sparse_output=False)",
              "M(handle_unknown='ignore', sparse_output=False)", "M(sparse_output=False, dtype='float32')"),
    "OneHotEncoder dense": _each(
        "from sklearn.preprocessing import OneHotEncoder as M",
        """
        r = M().fit_transform(y.reshape(-1, 1)).toarray()
        r = M().fit(y[:, None]).transform(y[:5, None]).toarray()
        r = M().fit_transform(df[['label']]).toarray()
        r = M(sparse_output=False).fit_transform(np.array(w).reshape(-1, 1))
        r = M(categories='auto').fit_transform(y.reshape(-1, 1)).toarray()
        r = M().fit_transform(y.reshape(-1, 1)).shape
        r = M().fit_transform(y.reshape(-1, 1)).todense()
        m = M().fit(y.reshape(-1, 1)); r = m.categories_
        """,
    ),
    **_fitted("impute", "SimpleImputer", "M()", "M(strategy='median')", "M(strategy='constant', fill_value=0)"),
    **_fitted("decomposition", "PCA", "M()", "M(2)", "M(n_components=3)", "M(n_components=0.9)", "M(2, whiten=True)"),
    **_fitted("decomposition", "IncrementalPCA KernelPCA FastICA FactorAnalysis", "M()", "M(2)", "M(n_components=3)"),
    **_fitted("decomposition", "TruncatedSVD", "M()", "M(2)", "M(n_components=2)"),
    "NMF": _each("from sklearn.decomposition import NMF", "r = NMF(2).fit_transform(xi)\nr = NMF().fit_transform(xi)"),
    "TSNE": _each("from sklearn.manifold import TSNE", "r = TSNE(perplexity=3, max_iter=250, method='exact').fit_transform(x)\n"
                  "r = TSNE(n_components=3, perplexity=3, max_iter=250, method='exact').fit_transform(x)"),
    "LabelEncoder": _each(
        "from sklearn.preprocessing import LabelEncoder; m = LabelEncoder()",
        """
        r = m.fit_transform(y)
        r = m.fit_transform(w)
        r = m.fit_transform(df['label'])
        m.fit(y); r = m.transform(y[:4])
        m.fit(w); r = m.transform(w)
        m.fit(w); r = m.classes_
        m.fit(w); r = len(m.classes_)
        m.fit(y); r = m.inverse_transform(y)
        r = m.fit(y).transform(y)
        r = m.fit_transform(np.array(w))
        r = m.fit_transform(df[['label']].values.ravel())
        q = m.fit_transform(w); r = m.inverse_transform(q)
        """,
    ),
    "LabelBinarizer": _each(
        "from sklearn.preprocessing import LabelBinarizer; m = LabelBinarizer()",
        """
        r = m.fit_transform(y)
        r = m.fit_transform(b)
        r = m.fit_transform(w)
        r = m.fit_transform([0, 1, 1, 0])
        r = m.fit_transform(['u', 'v', 'x'])
        m.fit(y); r = m.transform(y[:5])
        m.fit(b); r = m.transform(b[:5])
        m.fit(y); r = m.classes_
        m.fit([0, 1]); r = m.transform(b)
        m.fit(range(5)); r = m.transform(y)
        q = m.fit_transform(y); r = m.inverse_transform(q)
        r = m.fit_transform(df['label'])
        r = LabelBinarizer(neg_label=-1).fit_transform(y)
        r = LabelBinarizer(sparse_output=True).fit_transform(y)
        """,
    ),
    "MultiLabelBinarizer": _each(
        "from sklearn.preprocessing import MultiLabelBinarizer; m = MultiLabelBinarizer()",
        """
        r = m.fit_transform([(0, 1), (2,), ()])
        r = m.fit_transform([['u', 'v'], ['w']])
        m.fit([(0, 1), (2,)]); r = m.classes_
        r = m.fit_transform([set(k.split()) for k in w])
        r = MultiLabelBinarizer(classes=[0, 1, 2, 3]).fit_transform([(0, 1), (2,)])
        """,
    ),
    "label_binarize": _each(
        "from sklearn.preprocessing import label_binarize",
        "r = label_binarize(y, classes=[0, 1, 2])\nr = label_binarize(b, classes=[0, 1])\n"
        "r = label_binarize(y, classes=np.unique(y))",
    ),
    **{name: _each(f"from sklearn.preprocessing import {name} as f", "r = f(x)\nr = f(xi)\nr = f(df[[0, 1]])")
       for name in ("scale", "minmax_scale", "maxabs_scale", "robust_scale", "normalize")},
    **{
        name: _each(
            f"from sklearn.feature_extraction.text import {name} as M",
            """
            r = M().fit_transform(w)
            r = M().fit_transform(w).toarray()
            r = M(max_features=2).fit_transform(w).toarray()
            m = M(); m.fit(w); r = m.transform(w[:5])
            r = M().fit_transform(w).shape
            r = M(n_features=16).fit_transform(w).toarray()
            r = M(dtype='float32').fit_transform(w).toarray()
            m = M(max_features=3); q = m.fit_transform(w); r = m.transform(w).toarray()
            """,
        )
        for name in ("CountVectorizer", "TfidfVectorizer", "HashingVectorizer")
    },
    **_models("linear_model", "LinearRegression Ridge Lasso ElasticNet SGDRegressor", "z"),
    **_models("linear_model", "LogisticRegression SGDClassifier Perceptron RidgeClassifier", "y"),
    "LogisticRegressionCV": ["from sklearn.linear_model import LogisticRegressionCV as M; r = M(cv=2).fit(x, y).predict(x)"],
    **_models("svm", "SVC LinearSVC NuSVC", "y"), **_models("svm", "SVR LinearSVR", "z"),
    "OneClassSVM": ["from sklearn.svm import OneClassSVM as M; r = M().fit(x).predict(x)"],
    **_models("tree", "DecisionTreeClassifier ExtraTreeClassifier", "y"), **_models("tree", "DecisionTreeRegressor", "z"),
    **{name: [f"from sklearn.ensemble import {name} as M; r = M(n_estimators=3).fit(x, y).predict(x)",
              f"from sklearn.ensemble import {name} as M; r = M(n_estimators=3).fit(x, y).predict_proba(x)",
              f"from sklearn.ensemble import {name} as M; r = M(n_estimators=3).fit(x, z).predict(x[:3])"]
       for name in ("RandomForestClassifier RandomForestRegressor GradientBoostingClassifier GradientBoostingRegressor "
                    "AdaBoostClassifier AdaBoostRegressor ExtraTreesClassifier BaggingClassifier").split()},
    "IsolationForest": ["from sklearn.ensemble import IsolationForest as M; r = M(n_estimators=3).fit(x).predict(x)"],
    **_models("neighbors", "KNeighborsClassifier NearestCentroid", "y"), **_models("neighbors", "KNeighborsRegressor", "z"),
    **_models("naive_bayes", "GaussianNB BernoulliNB MultinomialNB ComplementNB", "y"),
    "MLPClassifier": ["from sklearn.neural_network import MLPClassifier as M; r = M(max_iter=5).fit(x, y).predict(x)",
                      "from sklearn.neural_network import MLPClassifier as M; r = M(max_iter=5).fit(x, y).predict_proba(x)"],
    "MLPRegressor": ["from sklearn.neural_network import MLPRegressor as M; r = M(max_iter=5).fit(x, z).predict(x)"],
    **_models("discriminant_analysis", "LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis", "y"),
    "LinearDiscriminantAnalysis transform": _each(
        "from sklearn.discriminant_analysis import LinearDiscriminantAnalysis as M", "r = M().fit(x, y).transform(x)\n"
        "r = M(n_components=1).fit_transform(x, y)"),
    **_models("gaussian_process", "GaussianProcessClassifier", "y"),
    **_models("gaussian_process", "GaussianProcessRegressor", "z"),
    "targets": _each(
        "from sklearn.linear_model import LinearRegression as M; from sklearn.tree import DecisionTreeRegressor as T",
        """
        r = M().fit(x, x[:, :2]).predict(x)
        r = M().fit(x, z.reshape(-1, 1)).predict(x)
        r = T().fit(x, z.reshape(-1, 1)).predict(x)
        r = M().fit(x, y).predict(x)
        r = M().fit(x, z).coef_
        m = M(); m.fit(x, z); r = m.intercept_
        """,
    ),
    **{name: _each(f"from sklearn.cluster import {name} as M", "r = M(n_clusters=3).fit_predict(x)\nr = M().fit(x); "
                   "r = r.labels_\nr = M(3).fit_predict(x)")
       for name in ("KMeans", "MiniBatchKMeans", "DBSCAN", "AgglomerativeClustering", "SpectralClustering")},
    "KMeans predict": _each("from sklearn.cluster import KMeans", "r = KMeans(3).fit(x).predict(x[:4])\n"
                            "r = KMeans(n_clusters=2).fit(x).cluster_centers_"),
    "compute_class_weight": ["from sklearn.utils.class_weight import compute_class_weight; r = compute_class_weight("
                             "class_weight='balanced', classes=np.unique(y), y=y)"],
    "Pipeline": _each(
        "from sklearn.pipeline import Pipeline, make_pipeline; from sklearn.preprocessing import StandardScaler as S; "
        "from sklearn.decomposition import PCA; from sklearn.tree import DecisionTreeClassifier as T",
        """
        r = Pipeline([('s', S()), ('p', PCA(2))]).fit_transform(x)
        r = make_pipeline(S(), T()).fit(x, y).predict(x)
        m = make_pipeline(S(), PCA(2)); m.fit(x); r = m.transform(x[:3])
        """,
    ),
    "GridSearchCV": _each(
        "from sklearn.model_selection import GridSearchCV, RandomizedSearchCV; from sklearn.tree import "
        "DecisionTreeClassifier as T",
        "r = GridSearchCV(T(), {'max_depth': [1, 2]}, cv=2).fit(x, y).predict(x)\n"
        "m = RandomizedSearchCV(T(), {'max_depth': [1, 2]}, n_iter=1, cv=2); m.fit(x, y); r = m.predict(x)",
    ),
    "around": _each(
        "from sklearn.model_selection import GridSearchCV, KFold, cross_val_predict, cross_validate, cross_val_score; from sklearn.multiclass import *; from sklearn.multioutput import *; from sklearn.ensemble import *; "
        "from sklearn.calibration import CalibratedClassifierCV; from sklearn.compose import TransformedTargetRegressor; from sklearn.dummy import *; "
        "from sklearn.tree import DecisionTreeClassifier as T, DecisionTreeRegressor as R; from sklearn.base import clone; from sklearn.linear_model import LogisticRegression as L; g = np.eye(3, dtype=int)[y]",
        """
        r = OneVsRestClassifier(L()).fit(x, y).predict(x)
        r = OneVsRestClassifier(L()).fit(x, g).predict(x)
        r = OneVsOneClassifier(L()).fit(x, y).predict(x[:4])
        r = OutputCodeClassifier(L()).fit(x, y).predict(x)
        r = MultiOutputRegressor(R()).fit(x, x[:, :2]).predict(x)
        r = MultiOutputClassifier(T()).fit(x, g).predict(x)
        r = ClassifierChain(L()).fit(x, g).predict(x)
        r = RegressorChain(R()).fit(x, x[:, :2]).predict(x)
        r = VotingClassifier([('a', T()), ('b', L())]).fit(x, y).predict(x)
        r = VotingRegressor([('a', R())]).fit(x, z).predict(x)
        r = StackingClassifier([('a', T()), ('b', L())], cv=2).fit(x, y).predict(x)
        r = StackingRegressor([('a', R())], cv=2).fit(x, z).predict(x)
        r = BaggingRegressor(R(), n_estimators=2).fit(x, z).predict(x)
        r = CalibratedClassifierCV(T(), cv=2).fit(x, y).predict(x)
        r = TransformedTargetRegressor(R()).fit(x, z).predict(x)
        r = DummyClassifier().fit(x, y).predict(x)
        r = DummyRegressor().fit(x, z).score(x, z)
        r = clone(T()).fit(x, y).predict(x)
        m = GridSearchCV(T(), {'max_depth': [1, 2]}, cv=2).fit(x, y); r = m.best_estimator_.predict(x); q = m.best_params_; s = m.best_score_; t = m.cv_results_
        r = GridSearchCV(T(), {'max_depth': [1, 2]}, cv=2).fit(x, y).score(x, y)
        from sklearn.experimental import enable_halving_search_cv; from sklearn.model_selection import HalvingGridSearchCV; r = HalvingGridSearchCV(T(), {'max_depth': [1, 2]}, cv=2, min_resources=6).fit(x, y).predict(x)
        m = CalibratedClassifierCV(T(), cv=2).fit(x, y); r = m.predict_proba(x[:3])
        m = GridSearchCV(T(), {}, cv=2).fit(x, g); r = m.predict_proba(x)
        from sklearn.feature_extraction.text import *; k = CountVectorizer().fit_transform(w); r = TfidfTransformer().fit_transform(k); q = TfidfTransformer().fit(k).transform(k[:2]).toarray()
        from sklearn.model_selection import learning_curve, validation_curve, ParameterGrid, ParameterSampler; r = learning_curve(T(), x, y, cv=2); q = list(ParameterGrid({'a': [1]}))
        r = cross_val_predict(T(), x, y, cv=2)
        r = cross_val_predict(R(), x, z, cv=2)
        r = cross_val_predict(T(), x, y, cv=2, method='predict_proba')
        r = cross_validate(T(), x, y, cv=2); q = r['test_score']; s = r['fit_time']
        r = cross_val_score(T(), x, y, cv=KFold(3))
        r = cross_val_score(T(), x, y, cv=None)
        m = T(); m.fit(x, y); r = m.feature_importances_; q = m.classes_; s = m.set_params(max_depth=2); t = m.get_params()
        """,
    ),
    "weights": _each(
        "from sklearn.utils.class_weight import *; from sklearn import set_config; from sklearn.preprocessing import StandardScaler as S",
        """
        r = compute_sample_weight('balanced', y)
        r = compute_sample_weight({0: 1, 1: 2, 2: 3}, y)
        r = compute_class_weight('balanced', classes=np.unique(y), y=y)
        r = dict(enumerate(compute_class_weight(class_weight='balanced', classes=np.unique(y), y=y)))
        from sklearn.utils import compute_sample_weight as f, compute_class_weight as g; r = f('balanced', y)
        m = S().set_output(transform='pandas'); r = m.fit_transform(x); q = m.transform(x[:2])
        set_config(transform_output='pandas'); r = S().fit_transform(x); set_config(transform_output='default')
        """,
    ),
    "columns": _each(
        "from sklearn.compose import *; from sklearn.pipeline import *; from sklearn.preprocessing import *; from sklearn.impute import *; from sklearn.decomposition import PCA; "
        "S = StandardScaler; O = OneHotEncoder; df = df.rename(columns=str); df['t'] = w",
        """
        r = ColumnTransformer([('n', S(), ['0', '1'])]).fit_transform(df)
        m = ColumnTransformer([('n', S(), ['0', '1']), ('t', O(sparse_output=False), ['label'])]); r = m.fit_transform(df); q = m.transform(df[:3])
        r = ColumnTransformer([('n', S(), ['0', '1']), ('t', O(), ['label'])]).fit_transform(df)
        r = ColumnTransformer([('n', S(), ['0', '1'])], remainder='passthrough').fit_transform(df)
        r = ColumnTransformer([('n', S(), ['0', '1'])], remainder='passthrough').fit_transform(df.drop(columns='t'))
        r = ColumnTransformer([('n', S(), [0, 1])], remainder=MinMaxScaler()).fit_transform(x)
        r = ColumnTransformer([('n', S(), [0]), ('m', 'passthrough', [1, 2]), ('d', 'drop', [0])]).fit_transform(x)
        r = ColumnTransformer([('n', S(), slice(0, 2))]).fit_transform(x)
        r = ColumnTransformer([('n', S(), make_column_selector(dtype_include='number'))]).fit_transform(df)
        r = ColumnTransformer([('n', make_pipeline(SimpleImputer(), PolynomialFeatures(2)), ['0', '1'])]).fit_transform(df)
        m = ColumnTransformer([('n', S(), ['0', '1'])]); m.fit(df); r = m.transform(df); q = m.named_transformers_['n'].transform(df[['0', '1']])
        r = make_column_transformer((S(), ['0']), (O(sparse_output=False, drop='first'), ['label'])).fit_transform(df)
        r = make_column_transformer((S(), ['0']), remainder='passthrough').fit_transform(x if False else df[['0', '1']])
        r = FeatureUnion([('p', PCA(1)), ('s', S())]).fit_transform(x)
        m = make_union(PCA(2), MinMaxScaler()); m.fit(x); r = m.transform(x[:2])
        r = FeatureUnion([('o', O()), ('s', S())]).fit_transform(y.reshape(-1, 1))
        m = Pipeline([('s', S()), ('p', PCA(2))]); m.fit(x); r = m.transform(x); q = m['s'].transform(x); s = m[-1].transform(x); t = m.named_steps['p'].transform(x)
        m = make_pipeline(S(), None, PCA(1)); r = m.fit_transform(x)
        m = Pipeline([('s', 'passthrough'), ('p', PCA(1))]); r = m.fit_transform(x)
        """,
    ),
    "more models": [
        f"from sklearn.{module} import {name} as M; r = M().fit(x, {target}).predict(x); q = M().fit(x, {target}).score(x, {target})"
        for module, names, target in (
            ("linear_model", "RidgeCV LassoCV ElasticNetCV BayesianRidge HuberRegressor Lars LassoLars PassiveAggressiveRegressor ARDRegression", "z"),
            ("linear_model", "PassiveAggressiveClassifier RidgeClassifierCV", "y"), ("svm", "NuSVR", "z"), ("tree", "ExtraTreeRegressor", "z"),
            ("mixture", "GaussianMixture", "y"),
        )
        for name in names.split()
    ] + _each(
        "from sklearn.ensemble import *; from sklearn.linear_model import TheilSenRegressor",
        "r = ExtraTreesRegressor(n_estimators=2).fit(x, z).predict(x)\nr = HistGradientBoostingRegressor(max_iter=1).fit(x, z).predict(x)\n"
        "r = HistGradientBoostingClassifier(max_iter=1).fit(x, y).predict(x)\nr = TheilSenRegressor(max_subpopulation=9).fit(x, z).predict(x)",
    ),
    "made features": [
        line
        for module, made in (
            ("preprocessing", "Binarizer()"), ("preprocessing", "Binarizer(threshold=1)"), ("preprocessing", "KBinsDiscretizer(2, encode='ordinal')"), ("preprocessing", "KBinsDiscretizer(n_bins=2)"),
            ("preprocessing", "KBinsDiscretizer(n_bins=2, encode='onehot-dense')"), ("preprocessing", "FunctionTransformer(np.log1p)"), ("preprocessing", "FunctionTransformer()"),
            ("preprocessing", "SplineTransformer()"), ("impute", "KNNImputer()"), ("random_projection", "GaussianRandomProjection(2)"), ("random_projection", "SparseRandomProjection(2)"),
            ("kernel_approximation", "RBFSampler()"), ("kernel_approximation", "RBFSampler(n_components=5)"), ("feature_selection", "SelectPercentile()"), ("feature_selection", "SelectFpr()"),
            ("feature_selection", "GenericUnivariateSelect()"),
        )
        for line in _each(f"from sklearn.{module} import {made.partition('(')[0]}; m = {made}", "r = m.fit_transform(x, y)\nm.fit(x, y); r = m.transform(x[:3])\nr = m.fit_transform(xi, y)\nr = m.fit_transform(df[[0, 1]], y)")
    ] + _each(
        "from sklearn.feature_selection import *; from sklearn.tree import DecisionTreeClassifier as T; from sklearn.experimental import enable_iterative_imputer; from sklearn.impute import IterativeImputer",
        "r = RFE(T(), n_features_to_select=2).fit_transform(x, y)\nr = RFE(T()).fit_transform(x, y)\nr = RFECV(T(), cv=2).fit_transform(x, y)\n"
        "r = SelectFromModel(T()).fit_transform(x, y)\nr = IterativeImputer().fit_transform(x)",
    ),
    "sparse": _each(
        "from sklearn.feature_extraction.text import CountVectorizer; from scipy.sparse import hstack; m = CountVectorizer(max_features=3); k = m.fit_transform(w)",
        """
        r = k[:3]
        r = k[0]
        r = k[np.arange(4)].toarray()
        r = k.T
        r = k.astype('float32').toarray()
        r = np.asarray(k.todense())
        r = np.array(k.todense())
        r = hstack([k, k]).toarray()
        r = hstack([k, x])
        r = m.get_feature_names_out(); q = m.vocabulary_; s = k.nnz
        from sklearn.naive_bayes import MultinomialNB; r = MultinomialNB().fit(k, y).predict(k)
        from sklearn.decomposition import TruncatedSVD; r = TruncatedSVD(2).fit_transform(k)
        from sklearn.model_selection import train_test_split; r, q, s, t = train_test_split(k, y)
        from sklearn.metrics.pairwise import cosine_similarity; r = cosine_similarity(k, k[:3])
        from sklearn.preprocessing import StandardScaler; r = StandardScaler(with_mean=False).fit_transform(k)
        from sklearn.preprocessing import MaxAbsScaler; r = MaxAbsScaler().fit_transform(k)
        """,
    ),
    "selection of features": _each(
        "from sklearn.feature_selection import SelectKBest, f_classif, VarianceThreshold",
        "r = SelectKBest(f_classif, k=2).fit_transform(x, y)\nm = SelectKBest(k=2); m.fit(x, y); r = m.transform(x[:4])\n"
        "r = VarianceThreshold().fit_transform(x)",
    ),
    "data sets": [
        f"from sklearn.datasets import {name}; {use}"
        for name in ("load_iris", "load_wine", "load_digits", "load_breast_cancer", "load_diabetes", "load_linnerud")
        for use in (
            f"k = {name}(); r = k.data; q = k.target; s = k['data']", f"r, q = {name}(return_X_y=True)",
            f"r = {name}(as_frame=True).data", f"k = {name}(); r = k.feature_names; q = k.DESCR",
            f"k = {name}(); r = k.target_names", f"k = {name}(); r = k.images", f"r = {name}(as_frame=True).frame",
            f"r = {name}(n_class=3).target", f"r = pd.DataFrame({name}().data, columns={name}().feature_names)",
            f"r, q = {name}(return_X_y=True, as_frame=True)", f"k = {name}(); r = len(k.target_names)",
        )
    ],
    "made data": _each(
        "from sklearn.datasets import *",
        """
        r, q = make_classification()
        r, q = make_classification(n_samples=50, n_features=6, n_informative=4, n_classes=3, random_state=0)
        r, q = make_blobs()
        r, q = make_blobs(40, 3, centers=4)
        r, q = make_blobs(n_samples=40, centers=[[0, 0], [1, 1]])
        r, q = make_blobs([10, 20])
        r, q, s = make_blobs(return_centers=True)
        r, q = make_moons()
        r, q = make_moons(33, noise=0.1)
        r, q = make_circles(n_samples=20)
        r, q = make_regression()
        r, q = make_regression(n_samples=30, n_features=4, n_targets=2)
        r, q, s = make_regression(30, 4, coef=True)
        r, q = make_swiss_roll(20)
        r, q = make_s_curve(20)
        r, q = make_gaussian_quantiles(n_samples=20, n_features=3)
        r, q = make_multilabel_classification()
        r, q = make_multilabel_classification(n_samples=30, n_features=5, n_classes=4)
        r, q = make_hastie_10_2(n_samples=20)
        r, q = make_friedman1(n_samples=20)
        r, q = make_moons((10, 20))
        r, q = make_friedman1(20, 6)
        r, q = make_friedman2(n_samples=20)
        r, q = make_friedman3(n_samples=20)
        r = load_sample_image('china.jpg')
        r = load_sample_images().images
        r, q = make_multilabel_classification(n_classes=3, return_indicator='sparse')
        """,
    ),
    "metrics": _each(
        _METRICS,
        """
        r = accuracy_score(y, p)
        r = accuracy_score(y, p, normalize=False)
        r = balanced_accuracy_score(y, p)
        r = cohen_kappa_score(y, p)
        r = f1_score(y, p, average='macro')
        r = f1_score(y, p, average=None)
        r = f1_score(b, 1 - b)
        r = hamming_loss(y, p)
        r = jaccard_score(b, b)
        r = matthews_corrcoef(y, p)
        r = precision_score(b, b)
        r = recall_score(y, p, average='micro')
        r = zero_one_loss(y, p)
        r = confusion_matrix(y, p)
        r = confusion_matrix(y, p, labels=[0, 1, 2])
        r = confusion_matrix(y, p, normalize='true')
        r = classification_report(y, p)
        r = classification_report(y, p, output_dict=True)
        r = precision_recall_fscore_support(y, p)
        r = precision_recall_fscore_support(y, p, average='macro')
        r = mean_squared_error(z, z)
        r = mean_squared_error(x, x, multioutput='raw_values')
        r = mean_absolute_error(z, z)
        r = r2_score(z, z)
        r = root_mean_squared_error(z, z)
        r = mean_squared_log_error(np.abs(z), np.abs(z))
        r = median_absolute_error(z, z)
        r = explained_variance_score(z, z)
        r = max_error(z, z)
        r = mean_absolute_percentage_error(z, z)
        r = roc_auc_score(b, z)
        r = roc_auc_score(g, np.eye(3)[p])
        r = roc_auc_score(g, np.eye(3)[p], average=None)
        r = average_precision_score(b, z)
        r = log_loss(b, np.full(n, 0.5))
        r = log_loss(y, np.full((n, 3), 1 / 3))
        r, q, s = roc_curve(b, z)
        r, q, s = precision_recall_curve(b, z)
        r = auc([0, 1, 2], [1, 2, 3])
        from sklearn.metrics.pairwise import *; r = cosine_similarity(x)
        from sklearn.metrics.pairwise import *; r = cosine_similarity(x, x[:3])
        from sklearn.metrics.pairwise import *; r = euclidean_distances(x, x)
        from sklearn.metrics.pairwise import *; r = linear_kernel(x)
        from sklearn.metrics.pairwise import *; r = rbf_kernel(x, x[:2])
        r = fbeta_score(y, p, beta=2, average='macro')
        r = adjusted_rand_score(y, p)
        r = rand_score(y, p)
        r = adjusted_mutual_info_score(y, p)
        r = normalized_mutual_info_score(y, p)
        r = mutual_info_score(y, p)
        r = homogeneity_score(y, p) + completeness_score(y, p) + v_measure_score(y, p) + fowlkes_mallows_score(y, p)
        r = silhouette_score(x, y)
        r = davies_bouldin_score(x, y) + calinski_harabasz_score(x, y)
        r = brier_score_loss(b, np.full(n, 0.5))
        r = hinge_loss(b, z)
        r = make_scorer(accuracy_score); q = get_scorer('accuracy')
        r = ConfusionMatrixDisplay(confusion_matrix(y, p)); RocCurveDisplay; PrecisionRecallDisplay
        r = pairwise_distances(x); q = pairwise_distances(x, x[:2], metric='manhattan')
        from sklearn.metrics.pairwise import *; r = cosine_distances(x, x[:3]); q = manhattan_distances(x); s = polynomial_kernel(x); t = laplacian_kernel(x); u = sigmoid_kernel(x)
        from sklearn.metrics.pairwise import pairwise_distances as f; r = f(x, metric='cosine')
        r = accuracy_score(g, np.eye(3)[p])
        r = accuracy_score(y.reshape(-1, 1), p)
        r = f1_score(g, np.eye(3)[p], average='samples')
        r = confusion_matrix(g.argmax(axis=1), p)
        """,
    ),
}  # fmt: skip

UNTRIED: dict[str, str] = {
    "sklearn.datasets.load_boston": "gone", "sklearn.datasets.fetch_california_housing": "downloads",
    "sklearn.datasets.fetch_olivetti_faces": "downloads", "sklearn.datasets.fetch_openml": "downloads",
    "sklearn.cross_validation.train_test_split": "gone", "sklearn.utils.Bunch": "what a data set is",
    **{f"sklearn.datasets.{name}": "downloads" for name in ("fetch_20newsgroups", "fetch_covtype", "fetch_lfw_people")},
    "sklearn.datasets.load_files": "reads a folder", "sklearn.model_selection.HalvingRandomSearchCV": "as HalvingGridSearchCV",
    **{f"sklearn.metrics.{name}": "gone" for name in ("plot_confusion_matrix", "plot_roc_curve", "plot_precision_recall_curve")},
}  # fmt: skip
