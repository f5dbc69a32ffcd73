"""Paths of scikit-learn that mean the same as another: older names of modules."""

from ... import ALIASES

ALIASES.update({
    "sklearn.grid_search": "sklearn.model_selection",
    "sklearn.externals.joblib": "joblib",
    "sklearn.preprocessing.Imputer": "sklearn.impute.SimpleImputer",
    **{f"sklearn.datasets.{name}": "sklearn.datasets" for name in ("samples_generator", "base")},
    **{f"sklearn.metrics.{name}": "sklearn.metrics" for name in ("classification", "regression", "ranking", "scorer")},
    **{f"sklearn.linear_model.{name}": "sklearn.linear_model" for name in ("logistic", "base", "ridge")},
    **{f"sklearn.preprocessing.{name}": "sklearn.preprocessing" for name in ("data", "label")},
    "sklearn.ensemble.forest": "sklearn.ensemble",
    "sklearn.neighbors.classification": "sklearn.neighbors",
    "sklearn.svm.classes": "sklearn.svm",
    "sklearn.lda.LDA": "sklearn.discriminant_analysis.LinearDiscriminantAnalysis",
})  # fmt: skip
