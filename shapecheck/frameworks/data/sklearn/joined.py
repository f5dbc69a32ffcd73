"""Estimators one after the other (`Pipeline`) and side by side (`FeatureUnion`, `ColumnTransformer`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Sequence, Slice
from ....core.dim import Dim
from ....core.objects import Instance, Property, library_class
from ....core.plain import NONE, Constant
from ....core.shape import Shape
from ....core.tensor import Tensor
from ....core.value import Arguments, Native, Unknown, Value
from ...numpy.dialect import NP, array
from ...numpy.promote import promote_types
from ..frames import Frame
from .estimators import COMMON
from .sparse import dense_of, sparse
from .widths import wide

if TYPE_CHECKING:
    from collections.abc import Callable

    from ....core.value import Context

    Method = Callable[[Context, Arguments], Value]
    Steps = tuple[tuple[str, Value, Value | None], ...]

_PASSED = "passthrough"


def _ask(context: Context, step: Value, method: str, *given: Value) -> Value:
    """Calls a method of a step."""
    return context.call(context.attribute(step, method), Arguments(given))


def _skipped(step: Value) -> bool:
    return step is NONE or (isinstance(step, Constant) and step.payload in (_PASSED, None))


def _triples(value: Value | None, parts: int) -> Steps | None:
    """(name, step) or (name, step, columns) of a list of such tuples."""
    found = []
    for one in (value.known if isinstance(value, Sequence) else None) or (None,):
        items = one.known if isinstance(one, Sequence) else None
        name = items[0].payload if items and isinstance(items[0], Constant) else None
        if items is None or len(items) != parts or not isinstance(name, str):
            return None
        found.append((name, items[1], items[2] if parts == 3 else None))
    return tuple(found)


def _named(steps: tuple[Value, ...]) -> Steps:
    """The names that `make_pipeline` gives: of the classes; of several of one class with numbers."""
    kinds = [step.kind.lower() if isinstance(step, Instance) else str(i) for i, step in enumerate(steps)]
    names = [k if kinds.count(k) == 1 else f"{k}-{kinds[: i + 1].count(k)}" for i, k in enumerate(kinds)]
    return tuple((name, step, None) for name, step in zip(names, steps, strict=True))


def steps_of(value: Value) -> Steps | None:
    found = value.hidden("steps") if isinstance(value, Instance) else None
    return found if isinstance(found, tuple) else None


# -- one after the other ---------------------------------------------------------------------------------------


def _init(context: Context, arguments: Arguments) -> Value:
    instance = arguments.positional[0]
    if isinstance(instance, Instance):
        instance.hide(context, "steps", _triples(arguments.get(1, "steps"), 2))
    return NONE


@NP.native("sklearn.pipeline.make_pipeline", "imblearn.pipeline.make_pipeline")
def make_pipeline(context: Context, arguments: Arguments) -> Value:
    return Instance(PIPELINE, {" steps": _named(arguments.positional) if not arguments.open else None})


def _up_to_last(context: Context, steps: Steps, X: Value, fits: Value | bool | None) -> Value:
    """What the last step gets; `fits`: the targets, or True, where the steps are fitted on the way."""
    for _, step, _ in steps[:-1]:
        if _skipped(step):
            continue
        if fits is False:
            X = _ask(context, step, "transform", X)
        else:
            X = _ask(context, step, "fit_transform", X, *((fits,) if isinstance(fits, Value) else ()))
    return X


def _fitting(last: str) -> Method:
    """`fit`, `fit_transform` and the like: every step is fitted on what the one before it gives."""

    def method(context: Context, arguments: Arguments) -> Value:
        pipeline, X, y = arguments.positional[0], arguments.get(1, "X"), arguments.get(2, "y")
        steps = steps_of(pipeline)
        if not steps or X is None:
            return pipeline if last == "fit" else Unknown("steps that are not known")
        target = None if y is NONE else y
        X = _up_to_last(context, steps, X, True if target is None else target)
        step = steps[-1][1]
        if _skipped(step):
            return pipeline if last == "fit" else X
        found = _ask(context, step, last, X, *(() if target is None else (target,)))
        return pipeline if last == "fit" else found

    return method


def _using(last: str) -> Method:
    """`transform`, `predict` and the like: every step but the last transforms."""

    def method(context: Context, arguments: Arguments) -> Value:
        steps, X, y = steps_of(arguments.positional[0]), arguments.get(1, "X"), arguments.get(2, "y")
        if not steps or X is None:
            return Unknown("steps that are not known")
        X = _up_to_last(context, steps, X, False)
        if _skipped(steps[-1][1]):
            return X
        return _ask(context, steps[-1][1], last, X, *(() if y in (None, NONE) or y is None else (y,)))

    return method


def _step(context: Context, arguments: Arguments) -> Value:
    """`pipeline["name"]`, `pipeline[0]`"""
    steps, index = steps_of(arguments.positional[0]) or (), arguments.positional[1]
    wanted = index.payload if isinstance(index, Constant) else None
    place = index.dim.value if isinstance(index, Constant) and index.dim is not None else None
    for i, (name, step, _) in enumerate(steps):
        if name == wanted or place in (i, i - len(steps)):
            return step
    return Unknown("a step that is not known")


def _named_steps(context: Context, arguments: Arguments) -> Value:
    steps = steps_of(arguments.positional[0])
    return Unknown("steps") if steps is None else Instance(STEPS, {name: step for name, step, _ in steps})


def _by_name(context: Context, arguments: Arguments) -> Value:
    owner, name = arguments.positional[0], arguments.positional[1]
    found = owner.state.get(name.payload) if isinstance(owner, Instance) and isinstance(name, Constant) else None
    return found if isinstance(found, Value) else Unknown("a step that is not known")


def _classes(context: Context, arguments: Arguments) -> Value:
    steps = steps_of(arguments.positional[0])
    return context.attribute(steps[-1][1], "classes_") if steps else Unknown("classes")


def _count(context: Context, arguments: Arguments) -> Value:
    steps = steps_of(arguments.positional[0])
    return Unknown("steps") if steps is None else Constant(len(steps))


STEPS = library_class("sklearn.utils.Steps", __getitem__=_by_name)
PIPELINE = library_class(
    "sklearn.pipeline.Pipeline", __init__=_init, fit=_fitting("fit"), fit_transform=_fitting("fit_transform"),
    fit_predict=_fitting("fit_predict"), __getitem__=_step, __len__=_count,
    named_steps=Property(Native("named_steps", _named_steps)), classes_=Property(Native("classes_", _classes)),
    **{name: _using(name) for name in ("transform", "predict", "predict_proba", "score", "decision_function",
                                       "predict_log_proba")},
    **COMMON,
)  # fmt: skip


# -- side by side ----------------------------------------------------------------------------------------------


def _beside(parts: list[Value]) -> Value:
    """The columns of all, in one array; with a sparse one among them a matrix that may be sparse."""
    arrays = [dense_of(part) or NP.as_tensor(part) if not isinstance(part, Unknown) else None for part in parts]
    known = [one for one in arrays if one is not None and one.shape.known_rank and one.rank == 2]
    if not known or len(known) < len(arrays):
        return Unknown("columns of which some are not known")
    width = Dim.of(0)
    for one in known:
        width = width + one.shape[1]
    dtypes = {one.dtype for one in known}
    dtype = "object" if "object" in dtypes else promote_types(*(one.dtype for one in known))
    return array(Shape.of(known[0].shape[0], width), dtype if "string" not in dtypes else None)


def _union_init(context: Context, arguments: Arguments) -> Value:
    instance = arguments.positional[0]
    if isinstance(instance, Instance):
        instance.hide(context, "steps", _triples(arguments.get(1, "transformer_list"), 2))
    return NONE


@NP.native("sklearn.pipeline.make_union")
def make_union(context: Context, arguments: Arguments) -> Value:
    return Instance(UNION, {" steps": _named(arguments.positional) if not arguments.open else None})


def _union(method: str) -> Method:
    def run(context: Context, arguments: Arguments) -> Value:
        union, X, y = arguments.positional[0], arguments.get(1, "X"), arguments.get(2, "y")
        steps = steps_of(union)
        if not steps or X is None:
            return union if method == "fit" else Unknown("steps that are not known")
        more = () if y is None or method == "transform" else (y,)
        parts = [_ask(context, step, method, X, *more) for _, step, _ in steps if not _skipped(step)]
        if method == "fit":
            return union
        if any(dense_of(part) is not None for part in parts):
            found = _beside(parts)
            return sparse(found) if isinstance(found, Tensor) else found
        return _beside([X if _skipped(step) else Unknown("") for _, step, _ in steps if _skipped(step)] + parts)

    return run


UNION = library_class(
    "sklearn.pipeline.FeatureUnion", __init__=_union_init,
    **{name: _union(name) for name in ("fit", "fit_transform", "transform")}, **COMMON,
)  # fmt: skip


# -- by column -------------------------------------------------------------------------------------------------


def _columns_init(context: Context, arguments: Arguments) -> Value:
    instance = arguments.positional[0]
    if isinstance(instance, Instance):
        instance.hide(context, "steps", _triples(arguments.get(1, "transformers"), 3))
        instance.hide(context, "rest", arguments.get(2, "remainder") or Constant("drop"))
        instance.hide(context, "odd", "sparse_threshold" in arguments.keywords)
    return NONE


@NP.native("sklearn.compose.make_column_transformer")
def make_column_transformer(context: Context, arguments: Arguments) -> Value:
    """`make_column_transformer((transformer, columns), ...)`"""
    pairs = [one.known if isinstance(one, Sequence) else None for one in arguments.positional]
    known = [pair for pair in pairs if pair is not None and len(pair) == 2]
    steps: Steps | None = tuple((str(i), pair[0], pair[1]) for i, pair in enumerate(known))
    if len(known) < len(pairs) or arguments.open:
        steps = None
    rest = arguments.keywords.get("remainder") or Constant("drop")
    return Instance(COLUMNS, {" steps": steps, " rest": rest, " odd": "sparse_threshold" in arguments.keywords})


def _chosen(context: Context, X: Value, columns: Value | None) -> Value:
    """The columns that a transformer gets: by name or place; of one name a column."""
    frame = X.hidden("frame") if isinstance(X, Instance) else None
    several = columns.known if isinstance(columns, Sequence) else (columns,)
    names = isinstance(frame, Frame) and all(
        isinstance(one, Constant) and isinstance(one.payload, str) for one in several or ()
    )
    if columns is None or several is None or isinstance(columns, Unknown) or columns.kind in ("function", "method"):
        return Unknown("columns that are not known")
    if names and not isinstance(columns, Slice):
        return context.item(X, columns)
    index = Sequence.tuple((Slice(), columns))
    return context.item(context.attribute(X, "iloc") if isinstance(frame, Frame) else X, index)


def _places(columns: Value | None, frame: Frame | None, width: Dim) -> set[int] | None:
    """The numbers of columns that are chosen; None if they are not known."""
    several = columns.known if isinstance(columns, Sequence) else (columns,)
    names = list(frame.names or ()) if frame is not None else []
    found: set[int] = set()
    for one in several or ():
        payload = one.payload if isinstance(one, Constant) else None
        number = one.dim.value if isinstance(one, Constant) and one.dim is not None else None
        if isinstance(payload, str) and payload in names:
            found.add(names.index(payload))
        elif number is not None and width.value is not None and -width.value <= number < width.value:
            found.add(number % width.value)
        else:
            return None
    return None if several is None else found


def _left(context: Context, X: Value, steps: Steps) -> Value:
    """The columns that no transformer gets."""
    frame = X.hidden("frame") if isinstance(X, Instance) else None
    table = frame if isinstance(frame, Frame) else None
    width = wide(X)
    taken = [_places(columns, table, width) for _, _, columns in steps]
    if width.value is None or width.value > _WIDEST or None in taken:
        return Unknown("columns that are not known")
    gone = {place for places in taken for place in places or ()}
    kept = Sequence.list(Constant(i) for i in range(width.value) if i not in gone)
    index = Sequence.tuple((Slice(), kept))
    return context.item(context.attribute(X, "iloc") if table is not None else X, index)


_WIDEST = 4096


def _copy(step: Value) -> Value:
    """Columns are given to copies of the transformers, which are not fitted yet."""
    if not isinstance(step, Instance):
        return step
    steps = steps_of(step)
    said = {" rest", " odd", " function", " plain"}
    state = {name: value for name, value in step.state.items() if name in said or not name.startswith(" ")}
    if steps is not None:
        state[" steps"] = tuple((name, _copy(one), columns) for name, one, columns in steps)
    return Instance(step.cls, state)


def _by_columns(method: str) -> Method:
    def run(context: Context, arguments: Arguments) -> Value:
        whole, X, y = arguments.positional[0], arguments.get(1, "X"), arguments.get(2, "y")
        steps = steps_of(whole)
        if not isinstance(whole, Instance) or not steps or X is None:
            return whole if method == "fit" else Unknown("columns that are not known")
        if method != "transform":
            whole.hide(context, "fitted", tuple((name, _copy(step), columns) for name, step, columns in steps))
        parts = [
            _part(context, X, step, columns, method, y) for _, step, columns in whole.hidden("fitted") or steps
            if not (isinstance(step, Constant) and step.payload == "drop")
        ]  # fmt: skip
        rest = whole.hidden("rest")
        if isinstance(rest, Constant) and rest.payload == _PASSED:
            parts.append(_left(context, X, steps))
        elif not (isinstance(rest, Constant) and rest.payload == "drop"):
            parts.append(Unknown("what becomes of the other columns"))
        if method == "fit":
            return whole
        kept = [part for part in parts if part is not NONE]
        # how many of the numbers are zero decides whether the whole is sparse
        vague = any(dense_of(part) is not None for part in kept) or whole.hidden("odd") or whole.hidden("output")
        return Unknown("a matrix that may be sparse") if vague else _beside(kept)

    return run


def _part(context: Context, X: Value, step: Value, columns: Value | None, method: str, y: Value | None) -> Value:
    """What one transformer makes of its columns; nothing of none."""
    chosen = _chosen(context, X, columns)
    empty = isinstance(columns, Sequence) and columns.known == ()
    if empty:
        return NONE
    if _skipped(step):
        return chosen
    return _ask(context, step, method, chosen, *(() if y is None or method == "transform" else (y,)))


def _fitted_by_name(context: Context, arguments: Arguments) -> Value:
    whole = arguments.positional[0]
    fitted = whole.hidden("fitted") if isinstance(whole, Instance) else None
    return Unknown("transformers") if fitted is None else Instance(STEPS, {name: step for name, step, _ in fitted})


COLUMNS = library_class(
    "sklearn.compose.ColumnTransformer", __init__=_columns_init,
    named_transformers_=Property(Native("named_transformers_", _fitted_by_name)),
    **{name: _by_columns(name) for name in ("fit", "fit_transform", "transform")}, **COMMON,
)  # fmt: skip
NP.classes(PIPELINE, UNION, COLUMNS, library_class("imblearn.pipeline.Pipeline", PIPELINE))

