"""The shape of a result, in the sizes of the question. Nothing is guessed: what the symbols of a framework give, or
what was tried with several sizes and contents, is held against every size that was tried."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from .answering import verdict
from .fitting import evaluate, examples, fit, points
from .making import arguments
from .registry import Raised, Refused, load
from .resolving import first

if TYPE_CHECKING:
    from collections.abc import Callable

    from .library import Library
    from .registry import Question, Spec

_DTYPES = ("float32", "int64")
"""What is tried for a dtype that is not known."""
_MOST_POINTS = 40


def shape(question: Question) -> dict[str, Any]:
    """`known` with the outline of the result: sizes as expressions, null for what is not known; or `raised`."""
    library = load(question["path"].partition(".")[0])
    target = first(question)
    answers = [_answer(library, target, each) for each in _with_dtypes(question)]
    known = [answer for answer in answers if answer["outcome"] == "known"]
    if not known:
        return answers[0]
    if any(_plan(one["result"]) != _plan(known[0]["result"]) for one in known):
        raise Refused("the shape depends on a dtype that is not known")
    if len(answers) > 1:
        _settle_dtypes([answer["result"] for answer in known])
    return known[0]


def _answer(library: Library, target: Any, question: Question) -> dict[str, Any]:
    symbols = question["symbols"]
    try:
        tried = points(symbols, _literals(question))[:_MOST_POINTS]
    except ValueError as problem:
        raise Refused(str(problem)) from None
    outlines: list[tuple[dict[str, int], Any]] = []
    raised: dict[str, str] | None = None
    for point in tried:
        found = _at(library, target, question, point)
        if isinstance(found, Raised):
            raised = raised or verdict(found.error, True)
        elif found is not None:
            outlines.append((point, found))
    if not outlines:
        if raised is None:
            raise Refused("the arguments are too large to be tried")
        return {"outcome": "raised", "mode": "shape", **raised}
    if not _enough([point for point, _ in outlines], tried):
        raise Refused("few sizes are accepted" + (f": {raised['text']}" if raised else ""))
    plan = _plan(outlines[0][1], sizes=False)
    if any(_plan(outline, sizes=False) != plan for _, outline in outlines):
        raise Refused("what comes out depends on the sizes")
    return {"outcome": "known", "result": _general(library, target, question, outlines)}


def _enough(accepted: list[dict[str, int]], tried: list[dict[str, int]]) -> bool:
    """What holds for the accepted sizes holds for all that are: half of them, and several of each symbol."""
    several = all(
        len({point[name] for point in accepted}) > 1 or len({point[name] for point in tried}) == 1 for name in tried[0]
    )
    return several and 2 * len(accepted) >= len(tried)


def _general(
    library: Library, target: Any, question: Question, outlines: list[tuple[dict[str, int], Any]]
) -> Any:
    """One outline for all sizes."""
    tried, values = [point for point, _ in outlines], [_sizes(outline) for _, outline in outlines]
    symbolic = _symbolic(library, target, question) if question["symbols"] else None
    own = _sizes(symbolic) if symbolic is not None else []
    if symbolic is None or _plan(symbolic, sizes=False) != _plan(outlines[0][1], sizes=False):
        own = [None] * len(values[0])
    found: list[Any] = []
    for i, size in enumerate(own):
        got = [sizes[i] for sizes in values]
        if None in got:
            found.append(None)
        elif size is not None and all(evaluate(size, tried[k]) == got[k] for k in range(len(tried))):
            found.append(size)
        else:
            found.append(fit(tried, got))
    left = iter(found)
    return _map(outlines[0][1], lambda size: next(left))


def _at(library: Library, target: Any, question: Question, point: dict[str, int]) -> Any:
    """The outline for these sizes, where enough ways of asking agree on it; else what was raised, or None."""
    asked = _with_sizes(question, point)
    specs: list[Spec] = []
    for part in (asked, asked.get("constructor") or {}):
        arguments(part, specs.append, library)
    if any(size < 0 for spec in specs for size in spec["shape"]):
        return None
    try:
        library.limit(specs)
    except Refused:
        return None
    found: list[Any] = []
    ways = library.ways_for(asked)
    problem: Raised | None = None
    for way in ways:
        try:
            found.append(_ask(library, target, asked, way, int))
        except Raised as raised:
            problem = problem or raised
            if library.needed > 1 and way == ways[-1]:  # nothing else tells contents apart
                return problem
        if len(found) == library.needed == 1:
            break
    if len(found) < library.needed:
        return problem
    if any(one != found[0] for one in found):
        raise Refused("the shape depends on the elements")
    return found[0]


def _symbolic(library: Library, target: Any, question: Question) -> Any:
    """The outline in the symbols of the framework, or None."""
    sizes = examples(question["symbols"]) or {}

    def act(symbols: dict[str, Any], spelt: Callable[[Any], Any]) -> Any:
        return _ask(library, target, _with_sizes(question, symbols), library.ways[0], spelt)

    return library.symbolic(list(sizes.items()), act)


def _ask(library: Library, target: Any, question: Question, way: str, spelt: Callable[[Any], Any]) -> Any:
    library.fresh()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return outline(library.ask(target, question, way), spelt)


def outline(result: Any, spelt: Callable[[Any], Any]) -> Any:
    """Shapes and dtypes of a result, as JSON; of a number only that it is one, for it may depend on elements."""
    if result is None:
        return {"is": "none"}
    if hasattr(result, "shape") and hasattr(result, "dtype"):
        try:
            shape = [None if size is None else spelt(size) for size in result.shape]
        except (TypeError, ValueError):
            raise Refused("not even the rank of the result is known") from None
        dtype = getattr(result.dtype, "name", None) or str(result.dtype).rpartition(".")[2]
        if dtype.startswith(("str", "bytes", "object")):  # such as str32, which says how long they are
            dtype = "string" if dtype.startswith("str") else None
        return {"is": "tensor", "of": type(result).__module__.partition(".")[0], "shape": shape, "dtype": dtype}
    if isinstance(result, (list, tuple)):
        kind = "list" if isinstance(result, list) else "tuple"
        names = list(getattr(result, "_fields", None) or getattr(type(result), "__match_args__", None) or ())
        return {"is": kind, "names": names, "items": [outline(part, spelt) for part in result]}
    if type(result) in (bool, int, float, str):
        return {"is": type(result).__name__}
    raise Refused(f"the result is a {type(result).__name__}")


# -- walking JSON ------------------------------------------------------------------------------------------------------


def _with_sizes(part: Any, sizes: dict[str, Any]) -> Any:
    """The question with numbers, or symbols of a framework, in place of expressions."""
    if isinstance(part, list):
        return [_with_sizes(each, sizes) for each in part]
    if not isinstance(part, dict):
        return part
    if part.get("is") == "size":
        return evaluate(part["of"], sizes)
    if part.get("is") == "tensor":
        return {**part, "shape": [evaluate(size, sizes) for size in part["shape"]]}
    return {key: _with_sizes(value, sizes) for key, value in part.items()}


def _with_dtypes(question: Question) -> list[Question]:
    """The question with each dtype that stands for one that is not known."""
    found = [_filled(question, dtype) for dtype in _DTYPES]
    return found if found[0] != question else [question]


def _filled(part: Any, dtype: str) -> Any:
    if isinstance(part, list):
        return [_filled(each, dtype) for each in part]
    if not isinstance(part, dict):
        return part
    if part.get("is") == "tensor" and part["dtype"] is None:
        return {**part, "dtype": dtype}
    return {key: _filled(value, dtype) for key, value in part.items()}


def _literals(part: Any) -> set[int]:
    """The whole numbers of a question."""
    if isinstance(part, bool) or not isinstance(part, (int, list, dict)):
        return set()
    if isinstance(part, int):
        return {abs(part)}
    each = part if isinstance(part, list) else [value for key, value in part.items() if key != "symbols"]
    return {number for one in each for number in _literals(one)}


def _map(part: Any, change: Callable[[Any], Any]) -> Any:
    """An outline with every size changed."""
    if part["is"] == "tensor":
        return {**part, "shape": [change(size) for size in part["shape"]]}
    return {**part, "items": [_map(one, change) for one in part["items"]]} if "items" in part else part


def _sizes(part: Any) -> list[Any]:
    found: list[Any] = []
    _map(part, found.append)
    return found


def _plan(part: Any, sizes: bool = True) -> Any:
    """What must be the same: for other sizes all but the sizes, for other dtypes all but the dtypes."""
    if not sizes:
        return _map(part, lambda size: 0)
    if part["is"] == "tensor":
        return {**part, "dtype": None}
    return {**part, "items": [_plan(one) for one in part["items"]]} if "items" in part else part


def _settle_dtypes(results: list[Any]) -> None:
    """A dtype is known if it is the same for all that were tried, and is none that follows the arguments'."""
    first, *others = results
    if first["is"] == "tensor":
        same = all(other["dtype"] == first["dtype"] for other in others)
        if not others or not same or "float" in first["dtype"] or "complex" in first["dtype"]:
            first["dtype"] = None
    for i, item in enumerate(first.get("items", ())):
        _settle_dtypes([item, *(other["items"][i] for other in others)])
