"""The data sets that come with scikit-learn, and those that it makes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.objects import Instance, library_class
from ....core.outcome import Undecided
from ....core.plain import Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Unknown, Value
from ...binding import Ignored
from ...numpy.dialect import NP, array
from ..frames import RANGE, Frame

if TYPE_CHECKING:
    from collections.abc import Callable

BUNCH = library_class("sklearn.utils.Bunch", __getitem__=lambda context, arguments: _entry(arguments.positional))


def _entry(given: Any) -> Value:
    instance, key = given[0], given[1]
    found = instance.state.get(key.payload) if isinstance(key, Constant) and isinstance(instance, Instance) else None
    return found if isinstance(found, Value) else Unknown("an entry of a data set")


class Known(NamedTuple):
    """A data set: rows, features and their range, and the range of the targets (whole numbers are classes)."""

    rows: int
    features: int
    low: float | None
    high: float | None
    first: float
    last: float
    targets: int = 0
    images: tuple[int, ...] = ()
    dtype: str = "float64"


# measured on scikit-learn 1.9; the housing data of Boston is gone since 1.2
KNOWN = {
    "load_iris": Known(150, 4, 0.1, 7.9, 0, 2), "load_wine": Known(178, 13, 0.13, 1680.0, 0, 2),
    "load_digits": Known(1797, 64, 0.0, 16.0, 0, 9, images=(8, 8)),
    "load_breast_cancer": Known(569, 30, 0.0, 4254.0, 0, 1),
    "load_diabetes": Known(442, 10, -0.13776722569000302, 0.19878798965729408, 25.0, 346.0),
    "load_linnerud": Known(20, 3, 1.0, 251.0, 31.0, 247.0, targets=3),
    "load_boston": Known(506, 13, None, None, 5.0, 50.0),
    "fetch_california_housing": Known(20640, 8, None, None, 0.14999, 5.00001),
    "fetch_olivetti_faces": Known(400, 4096, 0.0, 1.0, 0, 39, images=(64, 64), dtype="float32"),
}  # fmt: skip


def _target(known: Known) -> Tensor:
    classes = isinstance(known.last, int)
    shape = Shape.of(known.rows, known.targets) if known.targets else Shape.of(known.rows)
    return array(shape, "int64" if classes else "float64", Facts(low=known.first, high=known.last, attained=True))


def _framed(known: Known, data: Tensor, target: Tensor, pair: bool) -> Any:
    """With `as_frame=True`."""
    from ..pandas.columns import make as make_series
    from ..pandas.labels import unknown_names
    from ..pandas.tables import make

    table = make(Frame(data.shape[0], data.shape[1], None, RANGE))
    table.state[" array"] = data
    column = make_series(target, "target", None, RANGE)
    if pair:
        return (table, column)
    whole = make(Frame(data.shape[0], data.shape[1] + 1, None, RANGE))
    return Instance(BUNCH, {"data": table, "target": column, "frame": whole, "DESCR": Scalar("str"),
                            "feature_names": unknown_names(data.shape[1])})  # fmt: skip


def _loader(name: str, known: Known) -> Callable[..., Value]:
    def function(
        *, return_X_y: bool = False, as_frame: bool = False, n_class: int = 10, scaled: bool = True, **more: Ignored
    ) -> Any:
        if n_class != 10 or not scaled or (as_frame and known.targets):
            raise Undecided("a data set in another form")
        facts = Facts(low=known.low, high=known.high, attained=known.low is not None or None)
        data, target = array(Shape.of(known.rows, known.features), known.dtype, facts), _target(known)
        if as_frame:
            return _framed(known, data, target, return_X_y)
        if return_X_y:
            return (data, target)
        parts: dict[str, Any] = {"data": data, "target": target, "DESCR": Scalar("str")}
        if known.images:
            parts["images"] = array(Shape.of(known.rows, *known.images), known.dtype, facts)
        if isinstance(known.last, int):
            parts["target_names"] = array(Shape.of(known.last + 1), "int64" if known.images else "string")
        from ..pandas.labels import unknown_names

        parts["feature_names"] = unknown_names(Dim.of(known.features))
        return Instance(BUNCH, parts)

    function.__name__ = name
    return function


for _name, _known in KNOWN.items():
    NP.op(f"sklearn.datasets.{_name}")(_loader(_name, _known))


# -- made data -------------------------------------------------------------------------------------------------


def _labels(count: Dim, classes: int | None) -> Tensor:
    return array(Shape.of(count), "int64", Facts(low=0, high=None if classes is None else classes - 1))


@NP.op("sklearn.datasets.make_classification")
def make_classification(
    n_samples: Dim | int = 100, n_features: Dim | int = 20, *, n_informative: Ignored = 2, n_redundant: Ignored = 2,
    n_repeated: Ignored = 0, n_classes: int = 2, n_clusters_per_class: Ignored = 2, weights: Ignored = None,
    flip_y: Ignored = 0.01, class_sep: Ignored = 1.0, hypercube: Ignored = True, shift: Ignored = 0.0,
    scale: Ignored = 1.0, shuffle: Ignored = True, random_state: Ignored = None, return_X_y: bool = True,
) -> Any:  # fmt: skip
    if not return_X_y:
        raise Undecided("a data set in another form")
    count = Dim.of(n_samples)
    return array(Shape.of(count, n_features), "float64"), _labels(count, n_classes)


@NP.op("sklearn.datasets.make_blobs")
def make_blobs(
    n_samples: Value | int = 100, n_features: Dim | int = 2, *, centers: Value | None = None,
    cluster_std: Ignored = 1.0, center_box: Ignored = (-10.0, 10.0), shuffle: Ignored = True,
    random_state: Ignored = None, return_centers: bool = False,
) -> Any:  # fmt: skip
    if return_centers or not isinstance(n_samples, (int, Constant)):
        raise Undecided("blobs of several sizes")
    count = Dim.of(n_samples) if isinstance(n_samples, int) else n_samples.dim
    if count is None:
        raise Undecided("a number of samples that is not known")
    number: Any = 3 if centers is None else centers.payload if isinstance(centers, Constant) else None
    width: Dim | int = n_features
    if centers is not None and not isinstance(number, int):
        from ...numpy.dialect import asarray

        places = asarray(centers).shape
        number, width = places[0].value, places[1]
    return array(Shape.of(count, width), "float64"), _labels(count, number)


@NP.op("sklearn.datasets.make_moons")
def make_moons(
    n_samples: Dim | int = 100, *, shuffle: Ignored = True, noise: Ignored = None, random_state: Ignored = None
) -> Any:
    return array(Shape.of(n_samples, 2), "float64"), _labels(Dim.of(n_samples), 2)


@NP.op("sklearn.datasets.make_circles")
def make_circles(
    n_samples: Dim | int = 100, *, shuffle: Ignored = True, noise: Ignored = None, random_state: Ignored = None,
    factor: Ignored = 0.8,
) -> Any:  # fmt: skip
    return array(Shape.of(n_samples, 2), "float64"), _labels(Dim.of(n_samples), 2)


@NP.op("sklearn.datasets.make_regression")
def make_regression(
    n_samples: Dim | int = 100, n_features: Dim | int = 100, *, n_informative: Ignored = 10, n_targets: int = 1,
    bias: Ignored = 0.0, effective_rank: Ignored = None, tail_strength: Ignored = 0.5, noise: Ignored = 0.0,
    shuffle: Ignored = True, coef: bool = False, random_state: Ignored = None,
) -> Any:  # fmt: skip
    several = () if n_targets == 1 else (n_targets,)
    found = array(Shape.of(n_samples, n_features), "float64"), array(Shape.of(n_samples, *several), "float64")
    return (*found, array(Shape.of(n_features, *several), "float64")) if coef else found


@NP.op("sklearn.datasets.make_swiss_roll")
def make_swiss_roll(
    n_samples: Dim | int = 100, *, noise: Ignored = 0.0, random_state: Ignored = None, hole: Ignored = False
) -> Any:
    return array(Shape.of(n_samples, 3), "float64"), array(Shape.of(n_samples), "float64")


@NP.op("sklearn.datasets.make_s_curve")
def make_s_curve(n_samples: Dim | int = 100, *, noise: Ignored = 0.0, random_state: Ignored = None) -> Any:
    return array(Shape.of(n_samples, 3), "float64"), array(Shape.of(n_samples), "float64")


@NP.op("sklearn.datasets.make_gaussian_quantiles")
def make_gaussian_quantiles(
    *, mean: Ignored = None, cov: Ignored = 1.0, n_samples: Dim | int = 100, n_features: Dim | int = 2,
    n_classes: int = 3, shuffle: Ignored = True, random_state: Ignored = None,
) -> Any:  # fmt: skip
    return array(Shape.of(n_samples, n_features), "float64"), _labels(Dim.of(n_samples), n_classes)


@NP.op("sklearn.datasets.make_multilabel_classification")
def make_multilabel_classification(
    n_samples: Dim | int = 100, n_features: Dim | int = 20, *, n_classes: Dim | int = 5,
    return_indicator: Any = "dense", return_distributions: bool = False, **more: Ignored,
) -> Any:  # fmt: skip
    if return_indicator not in ("dense", True) or return_distributions:
        raise Undecided("a data set in another form")
    labels = array(Shape.of(n_samples, n_classes), "int64", Facts(low=0, high=1))
    return array(Shape.of(n_samples, n_features), "float64"), labels


def _friedman(features: int) -> Callable[..., Any]:
    def function(n_samples: Dim | int = 100, *, noise: Ignored = 0.0, random_state: Ignored = None) -> Any:
        return array(Shape.of(n_samples, features), "float64"), array(Shape.of(n_samples), "float64")

    return function


NP.op("sklearn.datasets.make_friedman2")(_friedman(4))
NP.op("sklearn.datasets.make_friedman3")(_friedman(4))


@NP.op("sklearn.datasets.make_friedman1")
def make_friedman1(
    n_samples: Dim | int = 100, n_features: Dim | int = 10, *, noise: Ignored = 0.0, random_state: Ignored = None
) -> Any:
    return array(Shape.of(n_samples, n_features), "float64"), array(Shape.of(n_samples), "float64")


@NP.op("sklearn.datasets.make_hastie_10_2")
def make_hastie_10_2(n_samples: Dim | int = 12000, *, random_state: Ignored = None) -> Any:
    labels = array(Shape.of(n_samples), "float64", Facts(low=-1.0, high=1.0))
    return array(Shape.of(n_samples, 10), "float64"), labels


# -- pictures and texts ----------------------------------------------------------------------------------------


def _picture() -> Tensor:
    return array(Shape.of(427, 640, 3), "uint8", Facts(low=0, high=255))


@NP.op("sklearn.datasets.load_sample_image")
def load_sample_image(image_name: Ignored) -> Tensor:
    return _picture()


@NP.op("sklearn.datasets.load_sample_images")
def load_sample_images() -> Value:
    names = Sequence("list", (), Scalar("str"), Dim.of(2))
    return Instance(BUNCH, {"images": Sequence.list((_picture(), _picture())), "filenames": names})


@NP.op("sklearn.datasets.fetch_20newsgroups")
def fetch_20newsgroups(
    *, subset: Any = "train", categories: Value | None = None, return_X_y: bool = False, **more: Ignored
) -> Any:
    """Texts of twenty kinds. Source: the user guide, section 7.2.2."""
    number = {"train": 11314, "test": 7532, "all": 18846}.get(subset) if categories is None else None
    count = Dim.unknown(low=1) if number is None else Dim.of(number)
    texts = Sequence("list", (), Scalar("str"), count)
    target = array(Shape.of(count), "int64", Facts(low=0, high=19, attained=number is not None or None))
    names = Sequence("list", (), Scalar("str"), Dim.of(20) if number is not None else None)
    return (texts, target) if return_X_y else Instance(BUNCH, {"data": texts, "target": target, "target_names": names})


@NP.op("sklearn.datasets.fetch_covtype")
def fetch_covtype(*, return_X_y: bool = False, as_frame: bool = False, **more: Ignored) -> Any:
    if as_frame:
        raise Undecided("a data set in another form")
    data = array(Shape.of(581012, 54), "float64")
    target = array(Shape.of(581012), "int32", Facts(low=1, high=7, attained=True))
    return (data, target) if return_X_y else Instance(BUNCH, {"data": data, "target": target})


@NP.op("sklearn.datasets.fetch_lfw_people")
def fetch_lfw_people(
    *, funneled: Ignored = True, resize: Any = 0.5, min_faces_per_person: int = 0, color: bool = False,
    return_X_y: bool = False, **more: Ignored,
) -> Any:  # fmt: skip
    """Faces, of 62 by 47 points unless another size is asked for."""
    if resize != 0.5 or "slice_" in more:
        raise Undecided("a data set in another form")
    count = Dim.of(13233) if min_faces_per_person in (None, 0) else Dim.unknown(low=1)
    sides = (62, 47, 3) if color else (62, 47)
    images = array(Shape.of(count, *sides), "float32")
    data = array(Shape.of(count, math.prod(sides)), "float32")
    target = array(Shape.of(count), "int64", Facts(low=0))
    return (data, target) if return_X_y else Instance(BUNCH, {"data": data, "images": images, "target": target})


@NP.op("sklearn.datasets.load_files")
def load_files(container_path: Ignored, *, encoding: Any = None, load_content: bool = True, **more: Ignored) -> Value:
    """A text for every file, the number of its folder."""
    count = Dim.unknown()
    texts = Sequence("list", (), Scalar("str") if encoding is not None else Unknown("bytes"), count)
    parts: dict[str, Any] = {"target": array(Shape.of(count), "int64", Facts(low=0))}
    return Instance(BUNCH, {**parts, "data": texts} if load_content else parts)


@NP.op("sklearn.datasets.fetch_openml")
def fetch_openml(name: str | None = None, *, return_X_y: bool = False, as_frame: Any = "auto", **more: Ignored) -> Any:
    """Of its thousands of data sets the one of handwritten digits has a shape here; its labels are texts."""
    if name != "mnist_784" or as_frame is not False:
        raise Undecided("a data set from OpenML")
    data = array(Shape.of(70000, 784), None, Facts(low=0, high=255, attained=True))
    target = array(Shape.of(70000), "object")
    return (data, target) if return_X_y else Instance(BUNCH, {"data": data, "target": target})


NP.classes(BUNCH)
