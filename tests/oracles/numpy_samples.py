"""Calls of NumPy's functions, by the path of what is declared. `a(2, 3)` is a real array of that shape."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np

Call = tuple[tuple[Any, ...], dict[str, Any]]

SHAPES = [(2, 3, 5), (3,), (), (1, 4), (0, 3), (4, 4), (2, 1, 3)]
DTYPES = [
    "bool",
    "int8",
    "uint8",
    "int16",
    "uint16",
    "int32",
    "uint32",
    "int64",
    "uint64",
    "float16",
    "float32",
    "float64",
    "complex64",
    "complex128",
]
SCALARS: list[Any] = [True, 2, 2.5, 1j]


def call(*args: Any, **kwargs: Any) -> Call:
    return args, kwargs


def a(*shape: int, dtype: str = "float64") -> Any:
    """An array of small different numbers, all above 0."""
    count = int(np.prod(shape))
    return (np.arange(count) % 7 + 1).reshape(shape).astype(dtype)


def unary() -> list[Call]:
    return [
        *(call(a(*shape)) for shape in SHAPES),
        *(call(a(2, 3, dtype=d)) for d in DTYPES),
        *(call(s) for s in SCALARS),
        call([1, 2, 3]),
        call([[1.5], [2.5]]),
        call(np.float32(2)),
        call(a(2, 3), dtype="float32"),
        call(np.array(["a", "b"])),
        call(a(3), out=np.zeros(3)),
        call([[1], [2, 3]]),
    ]


def binary() -> list[Call]:
    shapes = [call(a(*x), a(*y)) for x, y in product([*SHAPES, (5,), (3, 1), (4, 1)], repeat=2)]
    shapes += [call(a(*x, dtype="int32"), a(*y, dtype="int64")) for x, y in zip(SHAPES, SHAPES, strict=True)]
    both = [call(x, y) for x, y in product(SCALARS, repeat=2)]
    return [
        *shapes,
        *both,
        call([1, 2], [3.5, 4]),
        call(a(2), [1, 2, 3]),
        call(np.float32(1), 2.0),
        call(a(3), a(3), dtype="float64"),
        call(a(3), np.array(["a", "b", "c"])),
        call(a(2, 3), [[1, 2, 3], [4, 5]]),
    ]


def operator() -> list[Call]:
    return [(args, kwargs) for args, kwargs in binary() if isinstance(args[0], np.ndarray) and not kwargs]


def inplace() -> list[Call]:
    more = [call(a(4, 1), a(4, 4)), call(a(4, 1), a(4)), call(a(4, 4), a(4)), call(a(2, 3), a(1, 2, 3))]
    return [*operator(), *more]


AXES: list[Any] = [None, 0, 1, -1, -2, 2, (0, 1), (0, -1), 5]


def reductions(several: bool = True, keep: bool = True) -> list[Call]:
    axes = [axis for axis in AXES if several or not isinstance(axis, tuple)]
    found = [call(a(*shape), axis=axis) for shape, axis in product(SHAPES, axes)]
    found += [call(a(2, 3, dtype=d)) for d in DTYPES] + [call(a(2, 3, dtype=d), axis=1) for d in DTYPES]
    if keep:
        found += [call(a(*shape), axis=axis, keepdims=True) for shape, axis in product(SHAPES, axes)]
    return [*found, call([1, 2, 3]), call([[1.0, 2], [3, 4]], 0), call(3), call(np.float32(1)), call([True, False])]


def along() -> list[Call]:
    return [
        *(call(a(*shape), axis=axis) for shape, axis in product(SHAPES, [0, 1, -1, None, 4])),
        *(call(a(2, 3, dtype=d)) for d in DTYPES),
        call([3, 1, 2]),
        call(a(2, 3), 0),
    ]


def matrices(square: bool = False) -> list[Call]:
    shapes = [(3, 3), (2, 4, 4), (3, 2), (2, 5), (3,), (), (2, 3, 3, 3)]
    made = [np.eye(*s[-2:]) * 2 + 0.1 * a(*s) / 7 if len(s) > 1 else a(*s) for s in shapes]
    symmetric = [
        m @ np.swapaxes(m, -1, -2) + 3 * np.eye(m.shape[-1]) if m.ndim > 1 and m.shape[-1] == m.shape[-2] else m
        for m in made
    ]
    sources = symmetric if square else made
    return [
        *(call(m) for m in sources),
        call(sources[0].astype("float32")),
        call((np.eye(3) * 2).astype("int64")),
        call([[2.0, 0.0], [0.0, 2.0]]),
        call(sources[0].astype("complex64")),
    ]


PRODUCT_SHAPES = [(2, 3), (3, 4), (3,), (4,), (), (5, 2, 3), (5, 3, 4), (1, 3, 2), (2, 2), (6, 1, 3, 4)]


def products() -> list[Call]:
    found = [call(a(*x), a(*y)) for x, y in product(PRODUCT_SHAPES, repeat=2)]
    return [
        *found,
        *(call(a(2, 2, dtype=x), a(2, 2, dtype=y)) for x, y in product(DTYPES, repeat=2)),
        call([[1, 2]], [[3], [4]]),
        call([1, 2], [3.0, 4]),
    ]


def draws(*parameters: Any) -> list[Call]:
    sizes: list[Any] = [None, 3, (2, 3), (), [4, 2]]
    found = [call(*parameters, size=size) for size in sizes]
    if parameters and not isinstance(parameters[0], np.ndarray):
        found.append(call(np.full(3, parameters[0]), *parameters[1:]))
        found.append(call(np.full(3, parameters[0]), *parameters[1:], size=(2, 3)))
        found.append(call(np.full(3, parameters[0]), *parameters[1:], size=4))
        found.append(call([parameters[0]] * 2, *parameters[1:]))
    return found


def joins() -> list[Call]:
    lists = [
        [a(2, 3), a(2, 3)],
        [a(2, 3), a(4, 3)],
        [a(2, 3), a(2, 5)],
        [a(3), a(4)],
        [a(3), a(3)],
        [a(), a()],
        [a(2, 3, 5), a(2, 3, 5)],
        [a(2, 3), a(3)],
        [a(2)],
        [],
        [a(2, dtype="int32"), a(2, dtype="float32")],
        [[1, 2], [3, 4]],
        [[1, 2], [3]],
        [1, 2, 3],
        [a(0, 3), a(2, 3)],
        [a(2, 3, dtype="bool"), a(2, 3, dtype="uint8")],
        [a(2, 3), [[1, 2, 3]]],
        [a(2, 1, 3), a(2, 4, 3)],
    ]
    return [call(x) for x in lists] + [call(tuple(x)) for x in lists] + [call(a(3, 2)), call(a(2, 3, 4)), call(a(3))]


def joins_along() -> list[Call]:
    return [
        *joins(),
        *((args, {"axis": axis}) for args, _ in joins() for axis in (1, -1, 2, 5)),
        call([a(2), a(2)], dtype="float32"),
    ]


def like() -> list[Call]:
    return [
        *(call(a(*shape)) for shape in SHAPES),
        *(call(a(2, dtype=d)) for d in DTYPES),
        call([1, 2]),
        call(3.0),
        call(a(2, 3), dtype="float32"),
        call(a(2, 3), shape=(4, 5)),
        call(a(2, 3), dtype=int),
    ]


def filled() -> list[Call]:
    sizes: list[Any] = [3, (2, 3), (), [4, 5], (0, 2), np.int64(3), (np.int64(2), 3)]
    return [
        *(call(s) for s in sizes),
        call((2,), "float32"),
        call((2, 3), dtype=np.int32),
        call(4, dtype=bool),
        call((2, 3), int),
        call(shape=(2, 3)),
        call(-1),
        call(2.5),
        call((2,), "i4"),
        call((2,), "U3"),
    ]


INDICES: list[Any] = [
    0,
    -1,
    1,
    7,
    slice(None),
    slice(1, None),
    slice(None, -1),
    slice(None, None, 2),
    slice(None, None, -1),
    slice(5, 1, -2),
    slice(10, 20),
    None,
    ...,
    (0, 1),
    (0, slice(None)),
    (slice(None), 0),
    (..., 0),
    (None, ...),
    (slice(None), None),
    (0, ..., 0),
    (slice(None), slice(1, 2)),
    [0, 1],
    [1],
    [[0, 1], [1, 0]],
    (0, [0, 1]),
    ([0, 1], [0, 1]),
    ([0, 1], slice(None), [0, 1]),
    (slice(None), [0, 1]),
    (0, slice(None), [0, 1]),
    True,
    np.array([0, 1]),
    np.array([True, False]),
    np.array(1),
    (np.array([[0], [1]]), np.array([0, 1, 1])),
    np.int64(1),
    [True, False],
    (slice(None), np.array([True, False, True])),
    np.array([0.0, 1.0]),
    "x",
    1.5,
    ([0, 1], [0, 1, 2]),
    (1, 1, 1, 1),
    np.zeros((0,), int),
    [],
    (slice(1, 1), 0),
    (..., None, 0),
    (..., slice(2)),
    np.ones((2, 3), bool),
    (np.array([True, False]), 1),
    (np.array([True, False]), [0]),
    np.array([[True]]),
    (np.array([True, False]), slice(None), np.array([0, 1, 2])),
]


def getting() -> list[Call]:
    shapes = [(2, 3, 5), (3,), (2, 3), (4, 4), (1, 4), (), (2, 3, 2, 3)]
    return [call(a(*shape), index) for shape, index in product(shapes, INDICES)]


def setting() -> list[Call]:
    found = []
    for shape, index in product([(2, 3, 5), (3,), (2, 3)], INDICES):
        found += [call(a(*shape), index, value) for value in (1.0, a(3), a(5), a(2, 3), a(1, 1, 1), [1.0, 2.0])]
    return found


def transforms(pairs: bool = False) -> list[Call]:
    shapes = [(8,), (4, 6), (2, 3, 5)]
    found = [call(a(*s)) for s in shapes if len(s) > pairs]
    found += [call(a(4, 6, dtype=d)) for d in ("float32", "float64", "complex64", "complex128", "int32", "bool")]
    if pairs:
        return [
            *found,
            call(a(4, 6), s=(8, 8)),
            call(a(2, 4, 6), axes=(0, 1)),
            call(a(2, 4, 6), (3, 4), (0, 2)),
            call(a(4, 6), s=(3,), axes=(0, 1)),
        ]
    return [*found, call(a(4, 6), 5), call(a(4, 6), axis=0), call(a(4, 6), n=9, axis=0), call(a(4, 6), axis=3)]


RANDOM: dict[str, tuple[Any, ...]] = {
    "normal": (0.0, 1.0),
    "uniform": (0.0, 2.0),
    "beta": (1.0, 2.0),
    "binomial": (5, 0.5),
    "poisson": (2.0,),
    "exponential": (1.0,),
    "gamma": (2.0, 1.0),
    "laplace": (0.0, 1.0),
    "logistic": (0.0, 1.0),
    "lognormal": (0.0, 1.0),
    "gumbel": (0.0, 1.0),
    "rayleigh": (1.0,),
    "geometric": (0.5,),
    "chisquare": (2.0,),
    "triangular": (0.0, 1.0, 2.0),
    "pareto": (2.0,),
    "power": (2.0,),
    "weibull": (2.0,),
    "vonmises": (0.0, 1.0),
    "wald": (1.0, 1.0),
    "zipf": (2.0,),
    "standard_t": (3.0,),
    "negative_binomial": (5, 0.5),
    "f": (2.0, 3.0),
    "logseries": (0.5,),
    "hypergeometric": (5, 5, 3),
    "noncentral_chisquare": (2.0, 1.0),
    "noncentral_f": (2.0, 3.0, 1.0),
    "standard_gamma": (2.0,),
}


def choices() -> list[Call]:
    return [
        call(5),
        call(5, 3),
        call(5, (2, 3)),
        call([1.5, 2.5, 3.5], 2),
        call(a(4), (2, 2)),
        call(a(4)),
        call(5, 7, False),
        call(5, 5, replace=False),
        call(3, 2, p=[0.2, 0.3, 0.5]),
        call(3, 2, p=[0.5, 0.5]),
        call(["a", "b"], 3),
        call(a(4, dtype="int32"), 2),
    ]
