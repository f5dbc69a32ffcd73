"""What is declared of NumPy that is no function of arrays: a program whose every name is held against the real one."""

from __future__ import annotations

PROGRAM = """
import io
import numpy as np

x = np.arange(12.0).reshape(3, 4)
labels = np.array([2, 0, 1, 1])

# dtypes
eps = np.finfo(np.float32).eps
top = np.finfo("float64").max
least, width = np.iinfo(np.int8).min, np.iinfo("uint16").bits
cast = np.zeros(2, np.dtype("int16"))
common = np.zeros(2, np.result_type(np.float32, np.int16))
wide = np.zeros(2, np.promote_types("int8", "uint8"))
whole = np.issubdtype(labels.dtype, np.integer)
inexact = np.issubdtype(x.dtype, np.inexact)
floating, signed = np.issubdtype(x.dtype, np.floating), np.issubdtype(np.uint8, np.signedinteger)
unsigned, number = np.issubdtype(np.uint8, np.unsignedinteger), np.issubdtype(bool, np.number)
complexes = np.issubdtype(np.complex64, np.complexfloating)
generic, text = np.issubdtype(np.int8, np.generic), np.issubdtype(np.int8, np.character)
flexible = np.issubdtype(np.str_, np.flexible)
yes, no = np.True_, np.False_
scalar, not_scalar = np.isscalar(3), np.isscalar(x)
castable = np.can_cast(np.int8, np.int16)
kind, code = x.dtype.kind, labels.dtype.itemsize

# comparing and printing
equal, equivalent = np.array_equal(x, x), np.array_equiv(x, x)
close, shared, may = np.allclose(x, x), np.shares_memory(x, x), np.may_share_memory(x, x)
held = x.__contains__(3.0)
texts = np.array2string(x), np.array_str(x), np.array_repr(x)
digits = np.format_float_positional(1.5), np.format_float_scientific(1.5), np.base_repr(5), np.binary_repr(5)
saved = np.save(io.BytesIO(), x)
zipped, packed = np.savez(io.BytesIO(), x=x), np.savez_compressed(io.BytesIO(), x=x)
written = np.savetxt(io.StringIO(), x)
options = np.set_printoptions(precision=8)
checks = [np.testing.assert_allclose(x, x), np.testing.assert_array_equal(x, x), np.testing.assert_equal(x, x)]
more = [np.testing.assert_almost_equal(x, x), np.testing.assert_array_almost_equal(x, x), np.testing.assert_(True)]
ordered = np.testing.assert_array_less(x, x + 1)

# random numbers
np.random.seed(0)
rng, old = np.random.default_rng(0), np.random.RandomState(0)
other = np.random.Generator(np.random.PCG64(np.random.SeedSequence(1)))
third, fourth = np.random.Generator(np.random.MT19937(1)), np.random.Generator(np.random.Philox(1))
fifth = np.random.Generator(np.random.SFC64(1))
same = np.random.default_rng(rng)
a, b, c = rng.normal(size=(2, 3)), old.randn(4, 2), other.integers(0, 10, 5)
d, e, f = third.random(3), fourth.choice(5, 3), fifth.permutation(4)
g, h = same.standard_normal((2, 2), dtype="float32"), old.randint(0, 3, (2, 2))
mixed = np.arange(5)
shuffled = np.random.shuffle(mixed)
state = np.random.get_state()
restored = np.random.set_state(state)
some = np.random.bytes(3)

# functions of functions
doubled = np.vectorize(lambda v: v * 2, otypes=[float])(x)
plus = np.vectorize(lambda v, w: v + w)(x, labels)
made = np.frompyfunc(lambda v: v + 1, 1, 1)(labels)
table = np.fromfunction(lambda i, j: i + j, (3, 4))
grid = np.fromfunction(lambda i, j: i * 10 + j, (2, 2), dtype=int)
means = np.apply_along_axis(np.mean, 0, x)
parts = np.apply_along_axis(lambda v: v[:2], 1, x)
both = np.apply_along_axis(lambda v, k: v * k, axis=1, arr=x, k=2)
indices = list(np.ndindex(2, 3))
pairs = list(np.ndenumerate(labels))

# objects that are indexed
mesh, open_ = np.mgrid[0:5, 0:3], np.ogrid[0:5, 0:3]
line, points = np.mgrid[0:1:5j], np.mgrid[-1:1:0.5, 0:2:3j]
row, columns = np.r_[1:4, 0, 9], np.c_[np.ones(3), np.zeros(3)]
wide_columns, stacked = np.c_[x, np.ones(3)], np.r_[x, x]
cut, index = x[np.s_[1:, ::2]], x[np.index_exp[0, 1:]]

# texts
words = np.array([["ab", "c d"], ["E", "f1"]])
lowered = [np.char.lower(words), np.char.upper(words), np.char.capitalize(words), np.char.title(words)]
padded = [np.char.center(words, 9), np.char.ljust(words, 9), np.char.rjust(words, 9), np.char.zfill(words, 9)]
stripped = [np.char.strip(words), np.char.lstrip(words), np.char.rstrip(words), np.char.expandtabs(words)]
replaced = [np.char.replace(words, "a", "b"), np.char.swapcase(words), np.char.translate(words, {97: 98})]
joined = [np.char.add(words, words), np.char.add(words, "x"), np.char.multiply(words, 2)]
coded = np.char.decode(np.char.encode(words, "utf-8"), "utf-8")
places = [np.char.find(words, "a"), np.char.rfind(words, "a"), np.char.count(words, "a"), np.char.str_len(words)]
asked = [np.char.isalnum(words), np.char.isalpha(words), np.char.isdecimal(words), np.char.isdigit(words)]
asked += [np.char.islower(words), np.char.isnumeric(words), np.char.isspace(words), np.char.istitle(words)]
asked += [np.char.isupper(words), np.char.startswith(words, "a"), np.char.endswith(words, "b")]
compared = [np.char.equal(words, words), np.char.not_equal(words, words), np.char.less(words, words)]
compared += [np.char.less_equal(words, words), np.char.greater(words, words), np.char.greater_equal(words, words)]
found = [np.char.index(words[:1, :1], "a"), np.char.rindex(words[:1, :1], "a"), np.strings.upper(words)]
split = [np.char.split(words), np.char.rsplit(words), np.char.splitlines(words), np.char.join("-", words)]

# contexts and polynomials
with np.errstate(divide="ignore"), np.printoptions(precision=3):
    divided = np.float64(1) / np.arange(3)
fitted = np.poly1d(np.polyfit(np.arange(5.0), np.arange(5.0), 2))(np.linspace(0, 1, 7))
largest = np.linalg.svd(x).S, np.linalg.eigh(np.eye(3)).eigenvectors, np.linalg.qr(x).R
counted = np.unique_counts(np.array([3, 1, 3])).counts
ulps = [np.testing.assert_approx_equal(1, 1), np.testing.assert_string_equal("a", "a")]

# attributes that are set
turned = np.zeros((2, 3))
turned.shape = (3, 2)
read = np.loadtxt(io.StringIO("1 2 3"))
"""
UNCLAIMED = {
    "closeness of elements": "close shared may held equal equivalent castable",
    "texts, bytes and states": "texts digits state some",
    "objects of the library": "rng old other third fourth fifth same np io",
    "the shape that is set": "turned",
    "files": "read",
    "the type that a function returns": "plus made table",
    "which numbers they are": "e pairs indices",
}
"""Names of which nothing, or only the type, is claimed."""
EXCUSED = {
    "numpy.load": "peeks at files: tests/frameworks/data/test_npy.py",
    "numpy.genfromtxt": "peeks at files: tests/frameworks/data/test_npy.py",
    "numpy.fromfile": "peeks at files: tests/frameworks/data", "numpy.memmap": "peeks at files: tests/frameworks/data",
    "numpy.seterr": "changes the state of the process", "numpy.seterrcall": "changes the state of the process",
    "numpy.setbufsize": "changes the state of the process", "numpy.warnings.filterwarnings": "gone in NumPy 2",
    "numpy.ndarray.__setattr__": "how `turned.shape = ...` is read",
    **{f"numpy.{name}": "gone in NumPy 2" for name in (
        "float int complex str object float_ complex_ Inf NaN NAN NINF infty string_ unicode_ bool8".split())},
}  # fmt: skip
"""Names that the program does not use."""
