"""Which calls stand for which name of NumPy. Every declared name has some."""

from __future__ import annotations

import io
from itertools import product
from typing import Any

import numpy as np

from shapecheck.frameworks.numpy.elementwise import BINARY, OPERATORS, UNARY

from .numpy_samples import (
    DTYPES,
    RANDOM,
    SHAPES,
    Call,
    a,
    along,
    binary,
    call,
    choices,
    draws,
    filled,
    getting,
    inplace,
    joins,
    joins_along,
    like,
    matrices,
    operator,
    products,
    reductions,
    setting,
    transforms,
    unary,
)

SHAPED = [call(a(*shape)) for shape in SHAPES]
HALVES = [[0.2, 0.8], [0.5, 0.5]]


def _shapes(*more: Any, **kwargs: Any) -> list[Call]:
    return [call(a(*shape), *more, **kwargs) for shape in SHAPES]


def _axes(*axes: Any) -> list[Call]:
    return [call(a(*shape), axis) for shape, axis in product([*SHAPES, (1, 3, 1), (1, 1)], axes)]


def _reshapes() -> list[Call]:
    targets: list[Any] = [
        (-1,),
        (3, 2),
        (6,),
        -1,
        6,
        (2, -1),
        (-1, 4),
        (5, 3),
        (-1, -1),
        (1, 2, 3),
        (),
        (0, 3),
        (3, -1),
        [3, 2],
        (2, 3, 5),
        (5, 6),
        np.int64(6),
        (-1, 0),
    ]
    return [
        call(a(*shape), target) for shape, target in product([(2, 3), (2, 3, 5), (6,), (), (0, 3), (4, 4)], targets)
    ]


def _reshape_method() -> list[Call]:
    found = [call(x, *((target,) if not isinstance(target, tuple) else target)) for (x, target), _ in _reshapes()]
    return [*_reshapes(), *found, call(a(2, 3), (3, 2), order="F")]


def _orders() -> list[Call]:
    orders: list[Any] = [None, (0,), (1, 0), (2, 0, 1), (0, -1), (0, 0), (0, 1, 5), [1, 0]]
    return [call(a(*shape), order) for shape, order in product(SHAPES, orders)]


def _pairs() -> list[Call]:
    return [call(a(*s), x, y) for s, (x, y) in product(SHAPES, [(0, 1), (-1, 0), (1, 2), (0, 0), (5, 0)])]


def _named(*parameters: str) -> list[Call]:
    """The same shapes, by name."""
    return [call(**dict.fromkeys(parameters, a(3)))]


CALLS: dict[str, list[Call]] = {
    **{f"numpy.{name}": unary() for name in (*UNARY, "modf", "frexp")},
    **{f"numpy.{name}": binary() for name in (*BINARY, "divmod")},
    **{f"numpy.ndarray.__{short}__": operator() for short in (*OPERATORS.values(), "divmod")},
    **{f"numpy.ndarray.__i{short}__": inplace() for short in OPERATORS.values()},
    **{
        f"numpy.ndarray.{name}": SHAPED + [call(a(2, dtype=d)) for d in DTYPES]
        for name in (
            "__neg__",
            "__pos__",
            "__abs__",
            "__invert__",
            "conj",
            "conjugate",
            "T",
            "mT",
            "shape",
            "ndim",
            "size",
            "dtype",
            "itemsize",
            "nbytes",
            "flat",
            "__len__",
            "__iter__",
            "__copy__",
            "copy",
            "tolist",
            "ravel",
            "flatten",
            "real",
            "imag",
            "byteswap",
            "tobytes",
            "__int__",
            "__float__",
            "__bool__",
        )
    },
    # reductions
    **{
        f"numpy.{name}": reductions()
        for name in (
            "sum",
            "prod",
            "mean",
            "std",
            "var",
            "max",
            "min",
            "any",
            "all",
            "median",
            "ptp",
            "nansum",
            "nanprod",
            "nanmean",
            "nanstd",
            "nanvar",
            "nanmax",
            "nanmin",
            "nanmedian",
            "average",
            "count_nonzero",
            "amax",
            "amin",
        )
    },
    **{
        f"numpy.ndarray.{name}": reductions()
        for name in ("sum", "prod", "mean", "std", "var", "max", "min", "any", "all")
    },
    **{f"numpy.{name}": reductions(several=False) for name in ("argmax", "argmin", "nanargmax", "nanargmin")},
    **{f"numpy.ndarray.{name}": reductions(several=False) for name in ("argmax", "argmin")},
    **{f"numpy.{name}": along() for name in ("cumsum", "cumprod", "nancumsum", "nancumprod")},
    **{f"numpy.ndarray.{name}": along() for name in ("cumsum", "cumprod")},
    **{
        f"numpy.{name}": [((*args[:1], q, *args[1:]), kwargs) for (args, kwargs), q in product(reductions(), qs)]
        for name, qs in (
            ("percentile", (50, [25, 75])),
            ("nanpercentile", (50,)),
            ("quantile", (0.5, [[0.1], [0.9]])),
            ("nanquantile", (0.5,)),
        )
    },
    "numpy.diff": [
        *_axes(0, 1, -1),
        *(call(x, n) for x in (a(3), a(2, 5), a(4, 2)) for n in (1, 2, 7)),
        call(a(3), prepend=0),
        call(a(2, 3), append=a(2, 1)),
        call(a(3, dtype="bool")),
        call([1, 2]),
    ],
    "numpy.trapezoid": [
        call(a(3)),
        call(a(2, 3)),
        call(a(2, 3), axis=0),
        call(a(3), a(3)),
        call(a(3), dx=0.5),
        call(a()),
    ],
    "numpy.trace": [
        call(a(3, 3)),
        call(a(2, 3)),
        call(a(3)),
        call(a(2, 3, 5)),
        call(a(2, 3, 5), 0, 1, 2),
        call(a(2, 2), 1),
    ],
    "numpy.ndarray.trace": [call(a(3, 3)), call(a(2, 3, 5), axis1=1, axis2=2), call(a(3))],
    **{
        f"numpy.{name}.reduce": [*_shapes(), *_axes(0, 1, None), call([1, 2]), call(a(2, 3), keepdims=True)]
        for name in ("add", "multiply", "maximum", "minimum", "logical_and", "logical_or")
    },
    **{
        f"numpy.bitwise_{name}.reduce": [call(a(2, 3, dtype="int32")), call(a(3, dtype="bool"))]
        for name in ("and", "or")
    },
    **{
        f"numpy.{name}.accumulate": [*_shapes(), *_axes(0, 1), call([1, 2])]
        for name in ("add", "multiply", "maximum", "minimum", "logical_and", "logical_or")
    },
    **{f"numpy.bitwise_{name}.accumulate": [call(a(2, 3, dtype="int32"))] for name in ("and", "or")},
    **{
        f"numpy.{name}.outer": [
            call(a(2), a(3)),
            call(a(2, 3), a(4)),
            call(a(2), 1.0),
            call([1, 2], [3.0]),
            call(a(2, dtype="int32"), a(3, dtype="int64")),
        ]
        for name in BINARY
        if name != "ldexp"
    },
    **{f"numpy.{name}.at": [call(a(3), [0, 1], 1.0)] for name in ("add", "subtract", "multiply", "maximum", "minimum")},
    # creation
    "numpy.array": [
        *(
            call(x)
            for x in (
                [],
                [[]],
                [1],
                [1, 2.0],
                [True],
                [True, 2],
                [1j, 2],
                ["a", "bc"],
                [[1, 2], [3, 4]],
                (1, 2),
                [[1], [2, 3]],
                [[1, 2], 3],
                3,
                2.5,
                True,
                "abc",
                None,
                [None, 1],
                [a(3), a(3)],
                [a(3), a(4)],
                [a(2, dtype="float32"), a(2, dtype="int64")],
                [[a(), a()]],
                [np.float32(1), 2.0],
                [np.int8(1), np.uint8(2)],
                [[], [1]],
                [a(0, 3), a(0, 4)],
                [[[1, 2], [3]]],
                {1, 2},
                [[[]]],
                [(1, 2), [3, 4]],
                [[1, "a"]],
                [a(3), [1, 2, 3]],
                [a(3), [1, 2]],
                [1, [2]],
                2**40,
                [True, 1.5],
            )
        ),
        *SHAPED,
        call([1, 2], dtype="float32"),
        call([1, 2], float),
        call([[1], [2, 3]], dtype=object),
        call([1, 2], ndmin=2),
        call(a(2, 3), ndmin=4),
        call(a(2, 3), "int8"),
        call([1.5], dtype=np.int64),
        call([1], "f4"),
        call([1], "<i2"),
        call([["a"]], dtype=str),
        call(a(2), dtype=bool),
        call(a(2, 3), copy=False),
        call(3, ndmin=1),
    ],
    **{
        f"numpy.{name}": [
            *SHAPED,
            call([1, 2]),
            call([[1], [2, 3]]),
            call(3),
            call([1, 2], "float32"),
            call(a(2), np.int32),
        ]
        for name in ("asarray", "asanyarray", "ascontiguousarray", "asfortranarray", "require")
    },
    "numpy.copy": [*SHAPED, call([1, 2])],
    **{f"numpy.{name}": filled() for name in ("zeros", "ones", "empty")},
    "numpy.full": [
        call((2, 3), 1),
        call(3, 2.5),
        call((2, 3), [1, 2, 3]),
        call((2, 3), [1, 2]),
        call((2,), True),
        call((2,), 1, dtype="float32"),
        call((), 1j),
        call((2, 3), a(1, 3)),
        call((2, 3), a(2, 3, 1)),
    ],
    **{f"numpy.{name}": like() for name in ("zeros_like", "ones_like", "empty_like")},
    "numpy.full_like": [
        call(a(2, 3), 1),
        call(a(2), 1.5, "float32"),
        call(a(2, 3), [1, 2]),
        call(a(2), 1, shape=(3, 4)),
    ],
    "numpy.arange": [
        call(5),
        call(0),
        call(2, 7),
        call(2, 8, 3),
        call(5, 1),
        call(5, 1, -2),
        call(2.5),
        call(0, 1, 0.1),
        call(0.0, 5),
        call(3, dtype="float32"),
        call(0, 10, dtype=np.int32),
        call(np.int32(4)),
        call(-3),
        call(1, 2, 0.3),
        call(10, 0, -1),
        call(True),
        call(np.float32(3)),
        call(0, 100, 7),
        call(7, 7),
    ],
    "numpy.linspace": [
        call(0, 1),
        call(0, 1, 5),
        call(a(3), 2, 4),
        call(a(3), a(2, 3), 4),
        call(0, 1, num=3, retstep=True),
        call(0, 1, 5, dtype="float32"),
        call(a(3), 1, 4, axis=-1),
        call(0, 1, 5, dtype=int),
        call(0, 1, 0),
        call(np.float32(0), np.float32(1), 3),
        call(0, 1j, 3),
        call(0, 1, 2.5),
        call(a(3), 1, 4, axis=5),
        call(0, 1, 5, retstep=True, dtype=int),
    ],
    "numpy.logspace": [call(0, 1), call(0, 2, 5), call(a(3), 2, 4), call(0, 1, 3, dtype="float32")],
    "numpy.geomspace": [call(1, 2), call(1, 2, 5), call(a(3), 2, 4)],
    "numpy.eye": [call(3), call(3, 4), call(3, k=1), call(2, dtype=int), call(N=2, M=3), call(0), call(3, None, -1)],
    "numpy.identity": [call(3), call(2, int), call(n=2)],
    "numpy.tri": [call(3), call(3, 4), call(3, k=1, dtype=int)],
    **{f"numpy.{name}": [*SHAPED, call(a(3, 3), 1), call([1, 2])] for name in ("tril", "triu")},
    "numpy.diag": [*SHAPED, *(call(x, k) for x in (a(3), a(4, 5), a(5, 2)) for k in (-4, -1, 0, 1, 3)), call([1, 2])],
    "numpy.diagflat": [*SHAPED, call(a(3), 2), call([[1, 2]])],
    "numpy.indices": [call((2, 3)), call((2,)), call((2, 3), dtype="float32"), call((2, 3), sparse=True)],
    "numpy.meshgrid": [
        call(a(2), a(3)),
        call(a(2)),
        call(a(2), a(3), a(4)),
        call(a(2), a(3), indexing="ij"),
        call(a(2), a(3), sparse=True),
        call(a(2, 2), a(3)),
        call([1, 2], [3.0]),
        call(1, 2),
        call(),
        call(a(2), a(3, dtype="int32"), a(4), sparse=True, indexing="ij"),
    ],
    "numpy.vander": [call(a(3)), call(a(3), 5), call([1, 2])],
    "numpy.frombuffer": [call(b"12345678"), call(b"1234", dtype="uint8"), call(b"1234", np.uint8, 2)],
    "numpy.fromstring": [call("1 2 3", sep=" "), call("1,2", dtype=int, sep=",")],
    "numpy.fromiter": [call([1, 2], "float64"), call([1, 2], int, 2)],
    "numpy.ndarray": [call((2, 3)), call(3, "int32"), call((2,), dtype=np.float32)],
    # movement
    "numpy.reshape": [
        *_reshapes(),
        call(a(2, 3), shape=(3, 2)),
        call([1, 2, 3, 4], (2, 2)),
        call(a(2, 3), (3, 2), "F"),
    ],
    "numpy.ndarray.reshape": _reshape_method(),
    "numpy.ravel": [*SHAPED, call([[1, 2]]), call(a(2, 3), "F")],
    "numpy.resize": [call(a(2, 3), (4, 5)), call(a(3), 7)],
    "numpy.transpose": _orders(),
    "numpy.permute_dims": _orders()[:10],
    "numpy.ndarray.transpose": [
        *_orders(),
        call(a(2, 3), 1, 0),
        call(a(2, 3, 5), 2, 0, 1),
        call(a(2, 3)),
        call(a(2, 3), 0),
    ],
    "numpy.swapaxes": _pairs(),
    "numpy.ndarray.swapaxes": _pairs(),
    **{
        f"numpy.{name}": SHAPED
        for name in ("matrix_transpose", "linalg.matrix_transpose", "fliplr", "flipud", "shape", "ndim", "size")
    },
    "numpy.moveaxis": [
        *_pairs(),
        call(a(2, 3, 5), (0, 1), (2, 0)),
        call(a(2, 3, 5), [0, 1], [-1, -2]),
        call(a(2, 3), (0, 1), 0),
    ],
    "numpy.rollaxis": [call(a(*s), x, y) for s, x, y in product(SHAPES, (0, 1, -1, 2), (0, 1, 2, 3, -1))],
    "numpy.expand_dims": _axes(0, 1, -1, 3, (0, 1), (0, -1), (0, 0), (0, 2)),
    "numpy.squeeze": [*_shapes(), *_axes(0, 1, -1, (0, 2), (0, 1)), call(a(1, 3, 1)), call([[1]])],
    "numpy.ndarray.squeeze": [*_shapes(), *_axes(0, 1, -1, (0, 2)), call(a(1, 3, 1))],
    "numpy.broadcast_to": [call(a(*s), t) for s, t in product([*SHAPES, (3, 1)], [(2, 3, 5), (3, 4), (4,), 3, (2, 3)])],
    "numpy.broadcast_arrays": [call(a(2, 1), a(3)), call(a(2), a(3)), call([1, 2], 3), call(a(2))],
    "numpy.broadcast_shapes": [call((2, 1), (3,)), call((2,), (3,)), call(2, (1, 2)), call((2, 3))],
    "numpy.tile": [call(a(*s), r) for s, r in product(SHAPES, [2, (2,), (2, 3), (1, 2, 3), (), [2, 2], (0, 2)])],
    "numpy.repeat": [
        *_shapes(2),
        *(call(a(*s), r, axis=x) for s, r, x in product(SHAPES, [2, [3], [1, 2, 3], [1, 2]], [0, 1, -1, 3])),
    ],
    "numpy.flip": [*_shapes(), *_axes(0, 1, (0, 1), -1)],
    "numpy.rot90": [
        *_shapes(),
        call(a(2, 3), 2),
        call(a(2, 3), k=3),
        call(a(2, 3, 5), 1, (1, 2)),
        call(a(2, 3), 1, (0, 0)),
    ],
    "numpy.roll": [
        *_shapes(1),
        call(a(2, 3), 1, 0),
        call(a(2, 3), (1, 2), (0, 1)),
        call(a(2, 3), 1, 5),
        call([1, 2], 1),
    ],
    **{f"numpy.atleast_{n}d": [*SHAPED, call(a(2), 3), call([1, 2])] for n in (1, 2, 3)},
    "numpy.diagonal": [
        *_shapes(),
        call(a(4, 5), 1),
        call(a(4, 5), -2),
        call(a(2, 3, 5), 0, 1, 2),
        call(a(2, 3, 5), 0, 0, 5),
    ],
    # joining
    **{f"numpy.{name}": joins_along() for name in ("concatenate", "stack")},
    **{f"numpy.{name}": joins() for name in ("vstack", "hstack", "dstack", "column_stack")},
    "numpy.append": [call(x, y) for x, y in product([a(2, 3), a(3), a(), [1, 2]], repeat=2)]
    + [
        call(a(2, 3), a(1, 3), axis=0),
        call(a(2, 3), a(3), axis=0),
        call(a(2, 3), a(2, 2), axis=1),
        call(a(2, 3), a(1, 4), 0),
        call(a(2), 3),
        call(a(2, dtype="int32"), [1.5]),
    ],
    "numpy.insert": [
        call(a(3), 1, 5),
        call(a(3), [0, 1], 5),
        call(a(2, 3), 1, a(3), axis=0),
        call(a(2, 3), 0, 1),
        call(a(2, 3), 1, 5, axis=1),
        call(a(3), 0, [1, 2]),
        call(a(2, 3), [0, 1], a(2), axis=1),
    ],
    "numpy.delete": [
        call(a(3), 1),
        call(a(2, 3), 0),
        call(a(2, 3), 0, axis=1),
        call(a(2, 3), [0, 1], axis=1),
        call(a(5), slice(1, 3)),
        call(a(2, 3), 0, axis=3),
        call(a(3), np.array([True, False, False])),
    ],
    **{
        f"numpy.{name}": [
            call(x, n) for x, n in product([a(4), a(6, 2), a(4, 4, 4), a(5)], [1, 2, 3, [1, 3], [2], 4, [5, 9]])
        ]
        for name in ("split", "array_split", "vsplit", "hsplit", "dsplit")
    },
    "numpy.block": [
        call([a(2), a(3)]),
        call([[a(2, 2), a(2, 3)], [a(1, 2), a(1, 3)]]),
        call([[a(2, 2)], [a(1, 3)]]),
        call(a(2)),
    ],
    "numpy.pad": [
        call(a(*s), w) for s, w in product([(3,), (2, 3), ()], [1, (1, 2), ((1, 2), (0, 3)), [(1, 2)], [1], [[1], [2]]])
    ]
    + [call(a(2, 3), 1, mode="reflect"), call(a(2, 3), 1, "constant", constant_values=5), call(a(2), ((1, 1), (2, 2)))],
    "numpy.ediff1d": [*_shapes(), call(a(3), to_end=0), call(a(3), a(2))],
    "numpy.trim_zeros": [call(a(3)), call([0, 1, 0])],
    # products
    **{
        f"numpy.{name}": products()
        for name in ("dot", "matmul", "inner", "outer", "kron", "ndarray.dot", "ndarray.__matmul__")
    },
    "numpy.vdot": [call(a(3), a(3)), call(a(2, 3), a(6)), call(a(3), a(4)), call(1, 2)],
    "numpy.tensordot": [
        call(a(*x), a(*y), axes)
        for x, y, axes in product(
            [(2, 3), (3, 4), (2, 3, 4)],
            [(3, 4), (3, 2), (2, 3, 4)],
            [0, 1, 2, (0, 0), ([1], [0]), ([0, 1], [1, 0]), (1, 0), 3],
        )
    ],
    "numpy.cross": [
        call(a(3), a(3)),
        call(a(2, 3), a(3)),
        call(a(4), a(4)),
        call(a(2, 3), a(5, 3)),
        call(a(2), a(3)),
        call([1, 2, 3], [4, 5, 6]),
    ],
    "numpy.linalg.cross": [call(a(3), a(3)), call(a(2, 3), a(2, 3))],
    "numpy.einsum": [
        *(
            call(e, a(2, 3), a(3, 4))
            for e in (
                "ij,jk->ik",
                "ij,jk",
                "ij,kl->ijkl",
                "ij,jk->",
                "ij,ij",
                "ij,jk->ikz",
                "...j,jk",
                "ij, jk -> k i",
                "ijk,jk->i",
                "ij,jk->ii",
            )
        ),
        call("ii", a(3, 3)),
        call("ii->i", a(3, 3)),
        call("ij->ji", a(2, 3)),
        call("ii", a(2, 3)),
        call("i,i", a(3), a(3)),
        call("...ij,...jk->...ik", a(5, 2, 3), a(3, 4)),
        call("bij,bjk->bik", a(5, 2, 3), a(1, 3, 4)),
        call("ij->", [[1, 2]]),
        call("ba", a(2, 3)),
        call("i,j,k", a(2), a(3), a(4)),
    ],
    **{
        f"numpy.linalg.{name}": matrices(square=True)
        for name in ("inv", "det", "slogdet", "cholesky", "eig", "eigh", "eigvals", "eigvalsh", "cond")
    },
    **{f"numpy.linalg.{name}": matrices() for name in ("pinv", "svd", "qr", "matrix_rank", "norm")},
    "numpy.linalg.solve": [call(np.eye(3), a(*s)) for s in [(3,), (3, 2), (4,), (2, 3, 4)]] + [call(a(3, 2), a(3))],
    "numpy.linalg.lstsq": [call(a(4, 2), a(4)), call(a(4, 2), a(4, 3)), call(a(4, 2), a(3)), call(a(3), a(3))],
    "numpy.linalg.matrix_power": [call(np.eye(3), 2), call(np.eye(2, dtype=int), 3), call(a(2, 3), 2)],
    "numpy.linalg.multi_dot": [call([a(2, 3), a(3, 4), a(4, 5)]), call([a(2, 3), a(4, 5)]), call([a(3), a(3, 2)])],
    # selection
    "numpy.ndarray.__getitem__": getting(),
    "numpy.ndarray.__setitem__": setting(),
    "numpy.take": [
        call(a(*s), i, axis=x)
        for s, i, x in product(SHAPES, [0, [0, 1], [[0], [1]], [0.5], np.int64(0)], [None, 0, 1, -1])
    ],
    "numpy.ndarray.take": [call(a(2, 3), [0, 1]), call(a(2, 3), [0, 1], 1), call(a(2, 3), [0, 1], axis=4)],
    "numpy.take_along_axis": [
        call(a(2, 3), np.zeros((2, 1), int), 1),
        call(a(2, 3), np.zeros((2, 3), int), 0),
        call(a(2, 3), np.zeros(2, int), 1),
        call(a(2, 3), np.zeros((4, 1), int), 1),
        call(a(2, 3), np.zeros(2, int), None),
        call(a(4, 5), np.zeros((1, 3), int), axis=-1),
    ],
    "numpy.compress": [call([True, False], a(2, 3)), call([True, False], a(2, 3), axis=0)],
    "numpy.ndarray.compress": [],
    "numpy.extract": [call(a(2, 3) > 2, a(2, 3))],
    "numpy.where": [
        call(a(2, 3) > 1),
        call(a(3, 1) > 1, a(3, 1), a(4)),
        call([True, False], 1, 0),
        call(a(3) > 1, 1.0, 0),
        call(a(3) > 1, a(4), 0),
        call(a(3) > 1, a(3, dtype="float32"), 0.0),
        call(a(3) > 1, "a", "b"),
        call(a(3) > 1, a(3, dtype="int8"), 1),
        call(a(3) > 1, True, 1),
        call(True, a(3), 0),
        call(a(3) > 1, 1j, 1),
    ],
    **{f"numpy.{name}": SHAPED for name in ("nonzero", "argwhere", "flatnonzero", "ndarray.nonzero")},
    "numpy.select": [
        call([a(3) > 1, a(3) > 2], [a(3), a(3)]),
        call([a(3) > 1], [1, 2]),
        call([a(3) > 1], [a(3)], 2.5),
        call([a(3) > 1], [a(3, dtype="int32")]),
    ],
    "numpy.choose": [call([0, 1], [a(2), a(2)]), call([[0], [1]], [a(3), a(3)])],
    "numpy.ndarray.choose": [call(np.array([0, 1]), [a(2), a(2)])],
    **{
        f"numpy.{name}_indices": [call(3), call(3, 1), call(3, k=1, m=4), call(4, -1), call(2, -3, 5)]
        for name in ("triu", "tril")
    },
    **{f"numpy.{name}_indices_from": [call(a(3, 3)), call(a(3, 3), 1)] for name in ("triu", "tril")},
    "numpy.ix_": [
        call([0, 1], [2]),
        call(np.array([0, 1, 1]), np.array([True, False])),
        call([0], [1], [2, 3]),
        call(a(2, 2, dtype="int64")),
        call([]),
    ],
    "numpy.diag_indices": [call(3), call(3, 3)],
    "numpy.unravel_index": [call(3, (2, 3)), call([1, 2], (2, 3)), call(a(2, 2, dtype="int64"), (5, 6, 7))],
    "numpy.ravel_multi_index": [call(np.zeros((2, 4), int), (2, 3)), call(([1, 0], [1, 2]), (2, 3))],
    "numpy.fill_diagonal": [call(a(3, 3), 0)],
    "numpy.put": [call(a(3), [0], 1)],
    "numpy.place": [call(a(3), a(3) > 1, [1])],
    "numpy.putmask": [call(a(3), a(3) > 1, 0)],
    "numpy.put_along_axis": [call(a(2, 3), np.zeros((2, 1), int), 1, 1)],
    "numpy.ndarray.put": [call(a(3), [0], 1)],
    "numpy.ndarray.fill": [call(a(3), 1)],
    "numpy.copyto": [call(a(3), 1), call(a(2, 3), a(3)), call(a(2, 3), a(4)), call(a(3), a(2, 3)), call(a(3), a(1, 3))],
    # ordering
    "numpy.sort": along(),
    "numpy.argsort": along(),
    "numpy.ndarray.argsort": along(),
    "numpy.ndarray.sort": _axes(0, 1, -1, 4),
    **{
        f"numpy.{name}": [call(a(*s), 0) for s in SHAPES] + [call(a(2, 3), 1, None), call(a(2, 3), 1, 0)]
        for name in ("partition", "argpartition", "ndarray.argpartition")
    },
    "numpy.lexsort": [call((a(3), a(3))), call(a(2, 3)), call(a(3))],
    "numpy.searchsorted": [call(a(3), x) for x in (1, a(2), [[1, 2]])] + [call(a(2, 3), 1), call([1, 2, 3], 2)],
    "numpy.ndarray.searchsorted": [call(a(3), 1), call(a(3), a(4))],
    "numpy.digitize": [call(a(3), [1, 2]), call(a(2, 3), np.array([1, 2])), call(1, [1, 2]), call(a(3), a(2, 2))],
    "numpy.unique": [
        *_shapes(),
        *(call(a(2, 3), **{k: True}) for k in ("return_index", "return_inverse", "return_counts")),
        call(a(2, 3), axis=0),
        call(a(2, 3), True, True, True),
        call([1, 1, 2]),
        call(["a", "b"]),
        call([3, 1, 3], return_counts=True),
        call(a(2, 3), return_inverse=True, axis=1),
    ],
    **{f"numpy.{name}": [call(a(2, 3), [1, 2]), call(1, [1, 2]), call([1, 2], [2])] for name in ("isin", "in1d")},
    **{
        f"numpy.{name}": [call(a(3), a(4)), call([1, 2], [2, 3.0]), call(a(2, 3), a(3))]
        for name in ("intersect1d", "union1d", "setdiff1d", "setxor1d")
    },
    "numpy.bincount": [
        call([0, 1, 1]),
        call(a(5, dtype="int64")),
        call([0, 3], minlength=10),
        call([1, 2], [0.5, 0.5]),
        call(a(2, 2, dtype="int64")),
        call([1, 2], [0.5]),
        call([1], None, 5),
    ],
    "numpy.histogram": [
        call(a(5)),
        call(a(2, 3), 4),
        call(a(5), [0, 1, 2]),
        call(a(5), bins="auto"),
        call([1, 2], density=True),
        call(a(5, dtype="float32"), 3),
        call(a(5, dtype="int32"), bins=3, range=(0, 2)),
    ],
    "numpy.histogram_bin_edges": [call(a(5)), call(a(5), 4), call(a(5), [0, 1, 2])],
    "numpy.histogram2d": [call(a(5), a(5)), call(a(5), a(5), 4), call(a(5), a(4)), call(a(5), a(5), [2, 3])],
    "numpy.clip": [
        *(call(a(*s), 1, 3) for s in SHAPES),
        *(call(a(2, dtype=d), 1, 3) for d in DTYPES),
        *(call(a(2, dtype=d), 0.5, 3.5) for d in DTYPES),
        call(a(2, 3), None, 2),
        call(a(2, 3), a_min=0, a_max=1),
        call(a(2, 3), a(3), 5),
        call(a(2, 3), a(4), 5),
        call([1, 2], 0, 1),
        call(a(3), min=0),
        call(3, 0, 1),
        call(a(3), np.float32(0), 1),
    ],
    "numpy.ndarray.clip": [
        call(a(2, 3), 0, 1),
        call(a(2, 3), min=0),
        call(a(2, 3), a(4), 5),
        call(a(2, dtype="uint8"), 1, 3),
    ],
    **{
        f"numpy.{name}": [*SHAPED, *(call(a(2, dtype=d)) for d in DTYPES), call(a(2), 1), call([1.5]), call(2.5)]
        for name in ("round", "around", "ndarray.round")
    },
    **{
        f"numpy.{name}": [*SHAPED, *(call(a(2, dtype=d)) for d in DTYPES), call([1.5])]
        for name in (
            "fix",
            "nan_to_num",
            "sinc",
            "i0",
            "real",
            "imag",
            "angle",
            "unwrap",
            "isneginf",
            "isposinf",
            "isreal",
            "iscomplex",
            "iscomplexobj",
            "isrealobj",
        )
    },
    "numpy.isclose": [call(a(2, 3), a(3)), call(a(2, 3), a(4)), call(1, 1.0), call([1], 2)],
    "numpy.interp": [
        call(1.5, a(3), a(3)),
        call(a(2, 3), a(3), a(3)),
        call(1, a(3), a(4)),
        call([1, 2], [1, 2], [3j, 4]),
    ],
    **{
        f"numpy.{name}": [call(a(x), a(y), mode) for x, y, mode in product((2, 5), (3, 4), ("full", "same", "valid"))]
        + [call(a(3), a(2)), call([1, 2], [0, 1]), call(a(2, 2), a(2))]
        for name in ("convolve", "correlate")
    },
    "numpy.gradient": [call(a(4)), call(a(4, 5)), call(a(4, 5), axis=0), call(a(4), 0.5), call(a(4, 5), axis=(0, 1))],
    **{
        f"numpy.{name}": [
            call(a(3)),
            call(a(2, 5)),
            call(a(5, 2), rowvar=False),
            call(a(5), a(5)),
            call(a(1, 5)),
            call(a(2, 2, 2)),
            call(a(2, 5), a(3, 5)),
        ]
        for name in ("cov", "corrcoef")
    },
    "numpy.polyfit": [
        call(a(5), a(5), 1),
        call(a(5), a(5), 2),
        call(a(5), a(5, 2), 1),
        call(a(5), a(4), 1),
        call(a(2, 2), a(4), 1),
    ],
    "numpy.polyval": [call([1, 2], a(3)), call([1, 2], 3.0), call([1.0], a(2, 3)), call([1, 2], 3)],
    "numpy.packbits": [call(a(3, 10, dtype="uint8")), call(a(3, 10, dtype="uint8"), axis=1), call(a(3, dtype="bool"))],
    "numpy.unpackbits": [call(a(3, 2, dtype="uint8")), call(a(3, 2, dtype="uint8"), axis=1)],
    # methods
    "numpy.ndarray.item": [
        call(a()),
        call(a(1)),
        call(a(2)),
        call(a(2), 1),
        call(a(2, 3), 0, 1),
        call(a(1, dtype="int32")),
    ],
    "numpy.ndarray.astype": [call(a(2, 3), d) for d in (*DTYPES, int, float, bool, str, object, np.float32)],
    "numpy.ndarray.__index__": [call(a(dtype="int32")), call(a()), call(a(2, dtype="int64")), call(a(dtype="bool"))],
    "numpy.ndarray.view": [*SHAPED],
    "numpy.ndarray.diagonal": [call(a(2, 3)), call(a(3)), call(a(2, 3, 4), 1)],
    "numpy.ndarray.repeat": [call(a(2, 3), 2), call(a(2, 3), 2, 1), call(a(3), [1, 2, 3])],
    "numpy.ndarray.resize": [call(a(3), (2, 2))],
    "numpy.ndarray.__deepcopy__": [call(a(2, 3), {})],
    "numpy.ndarray.__contains__": [call(a(3), 1)],
    "numpy.ndarray.setflags": [call(a(3))],
    "numpy.ndarray.tofile": [],
    "numpy.ndarray.dump": [call(a(3), io.BytesIO())],
    "numpy.piecewise": [call(a(3), [a(3) > 1], [1, 0]), call(a(2, 3), [a(2, 3) > 1], [0.5])],
    # transforms
    **{f"numpy.fft.{name}": transforms() for name in ("fft", "ifft", "rfft", "irfft", "hfft", "ihfft")},
    **{
        f"numpy.fft.{name}": transforms(pairs=True)
        for name in ("fft2", "ifft2", "rfft2", "irfft2", "fftn", "ifftn", "rfftn", "irfftn")
    },
    **{
        f"numpy.fft.{name}": [call(a(4)), call(a(2, 3)), call(a(2, 3), 0), call(a(2, 3), axes=(0, 1))]
        for name in ("fftshift", "ifftshift")
    },
    **{f"numpy.fft.{name}": [call(8), call(5, 0.1)] for name in ("fftfreq", "rfftfreq")},
    **{f"numpy.{name}": [call(5), call(0), call(M=3)] for name in ("hanning", "hamming", "blackman", "bartlett")},
    "numpy.kaiser": [call(5, 1.0)],
    # the array standard
    "numpy.astype": [call(a(2, 3), d) for d in DTYPES],
    **{
        f"numpy.cumulative_{name}": [
            *(call(a(3, dtype=d)) for d in DTYPES),
            call(a(2, 3)),
            call(a(2, 3), axis=1),
            call(a(2, 3), axis=0, include_initial=True),
            call(a(4), include_initial=True),
            call(a(2, 3), axis=5),
        ]
        for name in ("sum", "prod")
    },
    "numpy.unstack": [call(a(2, 3)), call(a(2, 3), axis=1), call(a(3)), call(a()), call(a(2, 3, 4), axis=-1)],
    **{f"numpy.unique_{name}": [*SHAPED, call([1, 1, 2])] for name in ("all", "counts", "inverse", "values")},
    **{
        f"numpy.{name}": products()
        for name in ("vecdot", "matvec", "vecmat", "linalg.vecdot", "linalg.matmul", "linalg.outer")
    },
    "numpy.linalg.tensordot": [call(a(2, 3), a(3, 4), axes=1), call(a(2, 3), a(2, 3)), call(a(2, 3), a(4, 5), axes=1)],
    "numpy.linalg.diagonal": [*SHAPED, call(a(4, 5), offset=1)],
    "numpy.linalg.trace": [*SHAPED, *(call(a(3, 3, dtype=d)) for d in DTYPES)],
    "numpy.linalg.matrix_norm": [*SHAPED, call(a(2, 3, 4), keepdims=True)],
    "numpy.linalg.vector_norm": [*SHAPED, call(a(2, 3), axis=0), call(a(2, 3), keepdims=True), call(a(2), axis=4)],
    "numpy.linalg.svdvals": matrices(),
    "numpy.lib.stride_tricks.sliding_window_view": [
        call(a(6), 3),
        call(a(4, 5), (2, 3)),
        call(a(4, 5), 2, axis=1),
        call(a(4, 5), 3),
        call(a(3), 5),
        call(a(4, 5), (2, 2), axis=(0, 0)),
    ],
    "numpy.lib.stride_tricks.as_strided": [call(a(6)), call(a(6), (2, 3), (24, 8)), call(a(6), shape=[3])],
    "numpy.diag_indices_from": [call(a(3, 3)), call(a(2, 2, 2)), call(a(3))],
    "numpy.ndarray.partition": [call(a(*s), 0) for s in SHAPES] + [call(a(2, 3), 1, 0), call(a(2, 3), 0, 4)],
    "numpy.ndarray.strides": SHAPED,
    "numpy.asarray_chkfinite": [*SHAPED, call([1, 2], "float32")],
    "numpy.roots": [call([1, 2, 1]), call(a(4))],
    "numpy.poly": [call([1, 2]), call(a(3)), call(np.eye(3)), call(a())],
    "numpy.polyder": [call([1, 2, 3]), call(a(4), 2), call(a(2), 5)],
    "numpy.polyint": [call([1, 2, 3]), call(a(4), 2)],
    **{f"numpy.{name}": [call(a(3), a(2)), call([1, 2], [1.5, 2, 3])] for name in ("polyadd", "polysub", "polymul")},
    # random numbers
    **{f"numpy.random.{name}": draws(*parameters) for name, parameters in RANDOM.items()},
    **{f"numpy.random.Generator.{name}": draws(*parameters) for name, parameters in RANDOM.items()},
    **{
        f"numpy.random.{name}": draws()
        for name in (
            "standard_normal",
            "standard_exponential",
            "Generator.standard_exponential",
            "standard_cauchy",
            "random",
            "random_sample",
            "ranf",
            "sample",
            "Generator.standard_cauchy",
            "Generator.random",
            "Generator.standard_normal",
        )
    },
    **{
        f"numpy.random.{name}": [
            call(),
            call(3),
            call(2, 3),
            call(2, 0, 4),
            call((2, 3)),
            call(np.int64(2), 3),
            call(2.5),
        ]
        for name in ("rand", "randn")
    },
    "numpy.random.randint": [
        call(5),
        call(2, 8),
        call(5, size=3),
        call(0, 5, (2, 3)),
        call(0, [5, 6, 7]),
        call(0, 255, 4, "uint8"),
        call(0, 2, size=(2,), dtype=bool),
        call(low=0, high=3, size=[2, 2]),
        call([1, 2], [5, 6], size=3),
    ],
    "numpy.random.random_integers": [],
    "numpy.random.Generator.integers": [
        call(5),
        call(2, 8),
        call(5, size=3),
        call(0, 5, (2, 3)),
        call(0, [5, 6, 7]),
        call(0, 255, 4, "uint8"),
        call(0, 5, endpoint=True),
    ],
    "numpy.random.choice": [*choices(), call(a(2, 3))],
    "numpy.random.Generator.choice": [
        *choices(),
        call(a(2, 3)),
        call(a(4, 3), 2),
        call(a(4, 3), 2, axis=1),
        call(a(4, 3), (2, 2)),
    ],
    **{
        f"numpy.random.{name}permutation": [call(5), call(a(3)), call(a(3, 2)), call([1, 2, 3]), call(np.int64(4))]
        for name in ("", "Generator.")
    },
    "numpy.random.Generator.permuted": [call(a(3, 2)), call(a(3, 2), axis=1)],
    **{
        f"numpy.random.{name}dirichlet": [call([1.0, 2.0]), call([1.0, 2.0, 3.0], 4), call(a(3), (2, 5))]
        for name in ("", "Generator.")
    },
    "numpy.random.multinomial": [call(10, HALVES[0]), call(10, HALVES[0], 3), call(10, HALVES[0], size=(2, 3))],
    "numpy.random.Generator.multinomial": [
        call(10, HALVES[0]),
        call([10, 5], HALVES),
        call(10, HALVES[0], size=(2, 3)),
    ],
    **{
        f"numpy.random.{name}multivariate_normal": [
            call(np.zeros(2), np.eye(2)),
            call([0, 0], [[1, 0], [0, 1]], 5),
            call(np.zeros(2), np.eye(3)),
            call(np.zeros(2), np.eye(2), (3, 4)),
            call(np.zeros((2, 2)), np.eye(2)),
            call(np.zeros(2), a(2, 3)),
        ]
        for name in ("", "Generator.")
    },
}
"""The calls by the path they are made under."""

UNTRIED = {
    "numpy.in1d",
    "numpy.trapz",
    "numpy.row_stack",
    "numpy.random.random_integers",
    "numpy.ndarray.tostring",
    "numpy.ndarray.tofile",
    "numpy.ndarray.compress",
    "numpy.ndarray.resize",
}
"""Names that NumPy 2 does not have any more, or that need a file; `compress` has its arguments the other way round."""
