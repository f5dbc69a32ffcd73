"""`seaborn`: the tables that it loads; its plots say nothing of data.

Rows and columns are those of the files at github.com/mwaskom/seaborn-data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.dim import Dim
from ...core.plain import Constant
from ...core.value import Unknown, Value
from ..numpy.dialect import NP
from .frames import RANGE, Column, Frame

if TYPE_CHECKING:
    from ...core.value import Arguments, Context

_KINDS = {"f": "float64", "i": "int64", "t": "object", "b": "bool", "c": None}
"""Fractions, whole numbers, texts, truths, categories."""
KNOWN = {
    "iris": (150, "sepal_length f sepal_width f petal_length f petal_width f species t"),
    "titanic": (891, "survived i pclass i sex t age f sibsp i parch i fare f embarked t class c who t adult_male b "
                "deck c embark_town t alive t alone b"),
    "tips": (244, "total_bill f tip f sex c smoker c day c time c size i"),
    "penguins": (344, "species t island t bill_length_mm f bill_depth_mm f flipper_length_mm f body_mass_g f sex t"),
    "flights": (144, "year i month c passengers i"),
    "mpg": (398, "mpg f cylinders i displacement f horsepower f weight i acceleration f model_year i origin t name t"),
    "diamonds": (53940, "carat f cut c color c clarity c depth f table f price i x f y f z f"),
}  # fmt: skip
"""How many rows, and the columns with what they hold."""


@NP.native("seaborn.load_dataset")
def load_dataset(context: Context, arguments: Arguments) -> Value:
    from .pandas.tables import make, nothing_known

    name = arguments.get(0, "name")
    known = KNOWN.get(str(name.payload)) if isinstance(name, Constant) else None
    if known is None:
        return make(nothing_known())
    words = known[1].split()
    columns = tuple(Column(word, _KINDS[kind]) for word, kind in zip(words[::2], words[1::2], strict=True))
    origin = context.origin(f"the data set {getattr(name, 'payload', '')}")
    return make(Frame(Dim.of(known[0], origin), Dim.of(len(columns), origin), columns, RANGE))


_PLOTS = (
    "heatmap distplot barplot boxplot countplot scatterplot lineplot pairplot histplot kdeplot violinplot jointplot "
    "catplot factorplot regplot lmplot relplot displot stripplot swarmplot pointplot residplot rugplot clustermap "
    "boxenplot ecdfplot set set_style set_theme set_context set_palette despine color_palette diverging_palette "
    "cubehelix_palette light_palette dark_palette hls_palette husl_palette xkcd_palette palplot FacetGrid PairGrid "
    "JointGrid axes_style plotting_context reset_defaults reset_orig move_legend tsplot"
)


def _plot(context: Context, arguments: Arguments) -> Value:
    return Unknown("a plot")


NP.native(*(f"seaborn.{name}" for name in _PLOTS.split()))(_plot)
