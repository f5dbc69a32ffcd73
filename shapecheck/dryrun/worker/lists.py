"""What may be called: public functions and classes of these modules, and methods of tensors, by their full paths."""

from __future__ import annotations

import operator
import re
from typing import Any

ROOTS = ("numpy", "torch", "tensorflow", "keras")
"""In the order in which they may be imported: torch before tensorflow."""

_NESTED = {
    "numpy": "linalg fft random emath lib.stride_tricks polynomial.polynomial",
    "torch": "nn nn.functional linalg fft special nn.utils.rnn signal.windows",
    "keras": "layers losses metrics activations ops ops.numpy ops.nn ops.linalg ops.image random initializers"
             " regularizers constraints",
    "tensorflow": "math nn linalg signal image random sparse bitwise sets compat.v1 compat.v1.nn compat.v1.math"
                  " compat.v1.losses compat.v1.image compat.v1.linalg compat.v1.random",
}  # fmt: skip
MODULES = frozenset(ROOTS[:3]).union(f"{root}.{name}" for root, names in _NESTED.items() for name in names.split())
"""The modules whose public functions and classes may be called."""
NAMES = frozenset({
    "keras.Input", "keras.utils.to_categorical", "keras.utils.normalize", "keras.utils.pad_sequences",
    "keras.preprocessing.sequence.pad_sequences", "tensorflow.nn.embedding_lookup", "tensorflow.linalg.set_diag",
    "tensorflow.compat.v1.nn.embedding_lookup", "tensorflow.Tensor.set_shape",
    "tensorflow.data.Dataset.from_tensor_slices", "torch.utils.data.TensorDataset",
})  # fmt: skip
"""What else may be called."""
TENSORS = frozenset({"numpy.ndarray", "torch.Tensor", "tensorflow.Tensor", "tensorflow.Variable", "keras.KerasTensor"})
"""The classes whose methods may be called on a tensor made here."""
BASES = {
    "numpy": "numpy.generic", "torch": "torch.nn.Module torch.Tensor torch.utils.data.TensorDataset",
    "tensorflow": "tensorflow.Variable",
    "keras": "keras.layers.Layer keras.losses.Loss keras.metrics.Metric keras.initializers.Initializer"
             " keras.regularizers.Regularizer keras.constraints.Constraint",
}  # fmt: skip
"""A class must derive from one of these."""
_DENIED = """
    load loads loadtxt save savez savetxt hub file files filenames fromfile tofile fromregex genfromtxt memmap mmap dump
    dumps datasource read reader write writer open url download import export serialize deserialize pickle checkpoint
    jit compile exec eval script py function lambda wrapper tfsm jax flax lookup vectorization library plugin custom
    print printoptions info show source test system popen fork wait session queue register hook callback recompute
    seed reset set setstate enable disable use get config device parallel share shared storage summary record
"""
"""Words that no name of a function, class or method may have."""
_OPERATORS = """
    add sub mul truediv floordiv mod pow matmul and or xor lshift rshift eq ne lt le gt ge neg pos invert abs getitem
    setitem contains iadd isub imul itruediv ifloordiv imod ipow imatmul iand ior ixor ilshift irshift
"""
_HIDDEN = {"len": len, "iter": list, "bool": bool, "int": int, "float": float}
_LAYERS = ("torch.nn", "keras.layers", "keras.losses")
"""The modules whose classes are called once they are made."""


def allowed(path: str) -> bool:
    """Whether a path is on the lists: of a public function or class of a module, or of a method of a tensor."""
    owner, _, name = path.rpartition(".")
    if name.startswith("_"):
        return owner in TENSORS and special(name) is not None
    return path in NAMES or (owner in MODULES | TENSORS and not _words(name) & _FORBIDDEN)


def answered(path: str) -> str:
    """What a path that has no declaration may be asked for: the result of a `function`, that of a `layer` once it is
    called; or nothing. What changes its arguments, or is no function, is left out."""
    owner, _, name = path.rpartition(".")
    if path in MODULES or not shaped(path):
        return ""
    if name[:2] == "__":
        return "" if name.strip("_") in _CHANGING else "function"
    if owner in _LAYERS and name[:1].isupper():
        return "layer"
    return "" if name[:1].isupper() or _words(name) & _INPLACE else "function"


def shaped(path: str) -> bool:
    """Whether a path may be called, and shape and dtype of the arguments decide those of the result."""
    name = path.rpartition(".")[2]
    in_place = name.endswith("_") and not name.endswith("__")
    return allowed(path) and not in_place and not _words(name) & _TRACED


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+", name)}


_FORBIDDEN = frozenset(_DENIED.split())
_INPLACE = frozenset("put place copyto fill itemset sort shuffle partition resize setflags setfield byteswap".split())
"""Words of functions that may change what they are given."""
_TRACED = frozenset("gradient gradients hessians jacobian backward".split())
"""Words of functions whose result depends on where their arguments come from."""
_CHANGING = frozenset(
    "setitem iadd isub imul itruediv ifloordiv imod ipow imatmul iand ior ixor ilshift irshift".split()
)


def special(name: str) -> Any:
    """What Python does for `__add__` and its like; the reflected ones get their operands in order."""
    plain = name[2:-2] if name.startswith("__") and name.endswith("__") else ""
    if plain in _OPERATORS.split():
        return getattr(operator, name)
    if plain[:1] == "r" and plain[1:] in _OPERATORS.split():
        return lambda right, left: getattr(operator, f"__{plain[1:]}__")(left, right)
    return _HIDDEN.get(plain)
