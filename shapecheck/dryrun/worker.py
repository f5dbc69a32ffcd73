"""Answers what the frameworks of this interpreter say of a call: one file that needs the standard library alone.

A line of JSON is a question, a line of JSON the answer, with the question's `id`:

    {"ask": "hello"}                     the Python version, and which frameworks are installed
    {"ask": "load", "library": "torch"}  imports one; its version
    {"ask": "call", "path": ..., "args": [...], "kwargs": {...}, "constructor": {...}}
                                         accepted with the result, raised with the framework's words, or refused

A call may also say: `names`, other names of the same thing; `read`, a property; `only: constructor`; `built`, an input
that the layer got before; `inputs`, those of a model; `weights`, those of a layer, and its `name`; `feed`, a
placeholder; `initial`, what a variable starts with; `unsized`, that some sizes are not known.

Only what the lists below allow is called, found by its path in the real module, on values made here. No code of the
project's is imported: its folder is not on the path. Started as: python -I -B worker.py SECONDS BYTES
"""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib
import importlib.util
import json
import math
import operator
import os
import re
import sys
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Question = dict[str, Any]
    Spec = dict[str, Any]
    Maker = Callable[[Spec], Any]

PROTOCOL = 1
ROOTS = ("numpy", "torch", "tensorflow", "keras")
"""In the order in which they may be imported: torch before tensorflow."""

_NESTED = {
    "numpy": "linalg fft random",
    "torch": "nn nn.functional linalg fft special nn.utils.rnn",
    "keras": "layers losses metrics activations ops ops.numpy ops.nn ops.linalg ops.image random initializers"
             " regularizers constraints",
    "tensorflow": "math nn linalg signal image random sparse bitwise compat.v1 compat.v1.nn compat.v1.math"
                  " compat.v1.losses compat.v1.image compat.v1.linalg compat.v1.random",
}  # fmt: skip
MODULES = frozenset(ROOTS[:3]).union(f"{root}.{name}" for root, names in _NESTED.items() for name in names.split())
"""The modules whose public functions and classes may be called."""
NAMES = frozenset({
    "keras.Input", "keras.utils.to_categorical", "keras.utils.normalize", "keras.utils.pad_sequences",
    "keras.preprocessing.sequence.pad_sequences", "tensorflow.nn.embedding_lookup", "tensorflow.linalg.set_diag",
    "tensorflow.compat.v1.nn.embedding_lookup", "tensorflow.Tensor.set_shape",
    "tensorflow.data.Dataset.from_tensor_slices",
})  # fmt: skip
"""What else may be called."""
TENSORS = frozenset({"numpy.ndarray", "torch.Tensor", "tensorflow.Tensor", "tensorflow.Variable", "keras.KerasTensor"})
"""The classes whose methods may be called on a tensor made here."""
BASES = {
    "numpy": "numpy.generic", "torch": "torch.nn.Module torch.Tensor", "tensorflow": "tensorflow.Variable",
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

MOST_ELEMENTS = 4_000_000
"""Tensors and weights up to this many elements in all are made for real."""
MOST_ARRAY = 100_000_000
"""And arrays of NumPy, whose zeros cost nothing, up to this many."""
_UNABLE = re.compile(
    r"unexpected keyword argument|positional argument|required .*argument|multiple values for"
    r"|can't allocate memory|out of memory|OOM when|NVIDIA|CUDA|not implemented for '(Half|BFloat16)'"
    r"|eager execution|symbolic `?tf.Tensor|SymbolicTensor' object has no"
    r"|A KerasTensor (is symbolic|cannot be used)|KerasTensor' (object cannot be|has no)"
)
"""What a framework says when the question, or this machine, is at fault and not the call."""


class Refused(Exception):
    """The question is not asked of the framework; the text says why."""


class Raised(Exception):
    """The framework refused the call."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error


# -- what may be called ------------------------------------------------------------------------------------------------


def allowed(path: str) -> bool:
    """Whether a path is on the lists: of a public function or class of a module, or of a method of a tensor."""
    owner, _, name = path.rpartition(".")
    if name.startswith("_"):
        return owner in TENSORS and _special(name) is not None
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+", name)
    return path in NAMES or (owner in MODULES | TENSORS and not {word.lower() for word in words} & set(_DENIED.split()))


def _first(question: Question) -> Any:
    """What the first of the question's names that exists here means; it becomes the question's path."""
    names = [question["path"], *question.get("names", ())]
    for name in names:
        with contextlib.suppress(Refused):
            found = resolve(name)
            question["path"] = name
            return found
    return resolve(names[0])


def _special(name: str) -> Any:
    """What Python does for `__add__` and its like; the reflected ones get their operands in order."""
    plain = name[2:-2] if name.startswith("__") and name.endswith("__") else ""
    if plain in _OPERATORS.split():
        return getattr(operator, name)
    if plain[:1] == "r" and plain[1:] in _OPERATORS.split():
        return lambda right, left: getattr(operator, f"__{plain[1:]}__")(left, right)
    return {"len": len, "iter": list, "bool": bool, "int": int, "float": float}.get(plain)


def _method(name: str) -> Any:
    def method(tensor: Any, *args: Any, **kwargs: Any) -> Any:
        return _own(tensor, name)(*args, **kwargs)

    return method


def _own(tensor: Any, name: str) -> Any:
    """A tensor's method or property; what a tensor of TensorFlow lacks may be a variable's."""
    if not hasattr(type(tensor), name) and "tensorflow" in LIBRARIES:
        tensor = LIBRARIES["tensorflow"].module.Variable(tensor)
    if not hasattr(type(tensor), name):
        raise Refused(f"{type(tensor).__name__} has no {name} in the installed version")
    return getattr(tensor, name)


def resolve(path: str) -> Any:
    """The real function, class or tensor method of an allowed path."""
    if not allowed(path):
        raise Refused(f"{path} is not on the list of what may be called")
    owner, _, name = path.rpartition(".")
    if owner in TENSORS:
        return _special(name) or _method(name)
    root, *names = path.split(".")
    try:
        found = functools.reduce(getattr, names, load(root).module)
    except (AttributeError, ImportError):
        raise Refused(f"{path} does not exist in the installed version") from None
    home = getattr(found, "__module__", None) or type(found).__module__
    if not callable(found) or str(home).partition(".")[0] not in ROOTS:
        raise Refused(f"{path} is not a function of the library")
    bases = [functools.reduce(getattr, base.split(".")[1:], load(root).module) for base in BASES[root].split()]
    if isinstance(found, type) and not issubclass(found, tuple(bases)):
        raise Refused(f"{path} is not a class that may be made")
    return found


# -- the libraries -----------------------------------------------------------------------------------------------------


class Library:
    """What is common: tensors are made of shape, dtype and facts, and the call is made on them.

    This one is NumPy, which also makes the values of all libraries but torch.
    """

    def __init__(self, module: Any) -> None:
        self.module = module

    def modes(self, target: Any, specs: list[Spec], question: Question) -> list[str]:
        """The ways to ask, in order: each must accept."""
        if elements(specs) > MOST_ARRAY:
            raise Refused("the arrays are too large")
        return ["real"]

    def tensor(self, spec: Spec, mode: str) -> Any:
        dtype = spec["dtype"] or "float64"
        if dtype == "string":
            return self.module.full(spec["shape"], "a")
        return self.module.asarray(values(self, spec)).astype(dtype).reshape(spec["shape"])

    def dtype(self, name: str) -> Any:
        return getattr(self.module, name, name)

    def ask(self, target: Any, question: Question, mode: str) -> Any:
        """Calls the target on decoded arguments; what it raises is the framework's word."""

        def made(spec: Spec) -> Any:
            return tensor(spec, mode, self)

        return attempt(construct(target, question.get("constructor"), made, self), question, made, self)

    def fresh(self) -> None:
        """Before every call: the same random numbers, and names that start anew."""

    def uniform(self, shape: Any, low: float, high: float) -> Any:
        if math.prod(shape) > MOST_ELEMENTS:
            return self.module.zeros(shape) if low <= 0 <= high else self.module.full(shape, low)
        return low + (high - low) * self.module.random.default_rng(0).random(shape)


class Torch(Library):
    """Real tensors where they are small, else meta tensors, which check less."""

    def modes(self, target: Any, specs: list[Spec], question: Question) -> list[str]:
        count = elements(specs)
        if isinstance(target, type) and count <= MOST_ELEMENTS:
            with self.module.device("meta"):
                layer = construct(target, question.get("constructor"), lambda spec: tensor(spec, "meta", self), self)
            held = layer.parameters() if hasattr(layer, "parameters") else ()
            count += sum(weight.numel() for weight in held if "Uninitialized" not in type(weight).__name__)
        return ["real" if count <= MOST_ELEMENTS else "meta"]

    def tensor(self, spec: Spec, mode: str) -> Any:
        dtype = self.dtype(spec["dtype"] or "float32")
        if mode == "meta":
            return self.module.empty(spec["shape"], dtype=dtype, device="meta")
        x, order = values(self, spec).to(dtype), spec.get("order")
        if order:
            x = x.permute(order).contiguous().permute([order.index(axis) for axis in range(len(order))])
        return x.requires_grad_().clone() if spec.get("grad") and dtype.is_floating_point else x

    def ask(self, target: Any, question: Question, mode: str) -> Any:
        with self.module.device("meta" if mode == "meta" else "cpu"):
            return super().ask(target, question, mode)

    def fresh(self) -> None:
        self.module.manual_seed(0)

    def uniform(self, shape: Any, low: float, high: float) -> Any:
        return low + (high - low) * self.module.rand(shape, dtype=self.module.float64)


class TensorFlow(Library):
    """With a batch of unknown size the call is traced first, as in `fit` and in graphs, then made for real."""

    def modes(self, target: Any, specs: list[Spec], question: Question) -> list[str]:
        if "feed" in question or "initial" in question:
            return ["real"]
        old = question["path"].startswith("tensorflow.compat.v1.")  # made for graphs
        traced = ["graph"] if old or any(spec.get("open") for spec in specs) else []
        return [*traced, "real"] if elements(specs) <= MOST_ELEMENTS else ["graph"]

    def tensor(self, spec: Spec, mode: str) -> Any:
        array = _array(spec, mode)
        return self.module.cast(array, spec["dtype"]) if spec["dtype"] == "bfloat16" else self.module.constant(array)

    def ask(self, target: Any, question: Question, mode: str) -> Any:
        if mode != "graph":
            return super().ask(target, question, mode)
        specs: list[Spec] = []
        function = construct(target, question.get("constructor"), lambda spec: tensor(spec, "real", self), self)
        arguments(question, specs.append, self)

        def body(*tensors: Any) -> Any:
            feed = iter(tensors)
            return attempt(function, question, lambda spec: next(feed), self)

        signature = [self.module.TensorSpec(_open(spec), spec["dtype"] or "float32", "data") for spec in specs]
        return self.module.function(body, autograph=False).get_concrete_function(*signature).structured_outputs

    def fresh(self) -> None:
        self.module.random.set_seed(0)


class Keras(Library):
    """Layers and ops on symbolic tensors first, losses and metrics traced as `fit` does, then all of it for real."""

    def modes(self, target: Any, specs: list[Spec], question: Question) -> list[str]:
        unsized = any(spec.get("open") for spec in specs)
        first = ["symbolic"] if unsized or any(spec["library"] != "numpy" for spec in specs) else []
        if "loss" in question["path"] or "metric" in question["path"]:
            first = ["graph"] if unsized and self.module.config.backend() == "tensorflow" else []
        elif "inputs" in question and self.module.config.backend() == "tensorflow":
            return ["graph"]
        elif isinstance(target, type):
            first = ["symbolic"]
        return [*first, "real"] if elements(specs) <= MOST_ELEMENTS or not first else first

    def tensor(self, spec: Spec, mode: str) -> Any:
        if mode == "symbolic":
            return self.module.KerasTensor(_open(spec), spec["dtype"] or "float32")
        array = _array(spec, mode)
        return array if spec["dtype"] == "string" else self.module.ops.convert_to_tensor(array, spec["dtype"])

    def ask(self, target: Any, question: Question, mode: str) -> Any:
        if mode == "graph":
            return load("tensorflow").ask(target, question, mode)
        if mode == "real":
            return super().ask(target, question, mode)
        with self.module.StatelessScope():  # no memory for weights
            return super().ask(target, question, mode)

    def fresh(self) -> None:
        gc.freeze()  # or clearing collects all that was ever imported, each time
        self.module.utils.clear_session()
        self.module.utils.set_random_seed(0)


KINDS = {"numpy": Library, "torch": Torch, "tensorflow": TensorFlow, "keras": Keras}
LIBRARIES: dict[str, Library] = {}


def load(name: str) -> Library:
    """Imports a library, once."""
    if name not in LIBRARIES:
        try:
            LIBRARIES[name] = KINDS[name](importlib.import_module(name))
        except Exception as problem:  # whatever a broken installation raises
            raise Refused(f"{name} cannot be imported: {type(problem).__name__}: {problem}") from None
    return LIBRARIES[name]


# -- making values -----------------------------------------------------------------------------------------------------


def tensor(spec: Spec, mode: str, library: Library) -> Any:
    """A tensor of the library it belongs to, or of the one that is asked."""
    own = spec["library"]
    foreign = mode == "real" and own in ("numpy", "torch") and own != library.module.__name__
    return (load(own) if foreign else library).tensor(spec, mode)


def values(kit: Library, spec: Spec) -> Any:
    """Elements that fail no check for the wrong reason: within their known range, with both ends where they occur."""
    shape, dtype, m = tuple(spec["shape"]), spec["dtype"] or "float32", kit.module
    if spec.get("constant") is not None:
        return (m.tensor if hasattr(m, "tensor") else m.array)(spec["constant"]).reshape(shape)
    if spec.get("one_hot") and shape and shape[-1]:
        return m.eye(shape[-1])[m.arange(math.prod(shape[:-1])) % shape[-1]].reshape(shape)
    low, high = _bounds(spec, dtype)
    whole = "float" not in dtype and "complex" not in dtype
    x = m.floor(kit.uniform(shape, low, high + 1)) if whole else kit.uniform(shape, low, high)
    if spec.get("attained") and math.prod(shape):
        x = x.reshape(-1)
        x[0], x[-1] = low, high
    return x.reshape(shape)


def _bounds(spec: Spec, dtype: str) -> tuple[float, float]:
    low: Any = spec.get("low")
    high: Any = spec.get("high")
    room = 1 if "float" in dtype else 0
    if low is None and high is None:
        return 0, 255 if dtype == "uint8" else 1 if dtype in ("bool", "complex64", "complex128") else room
    if low is None:
        return (high - room if room else min(high, 0)), high
    return low, low + room if high is None else high


def elements(specs: list[Spec]) -> int:
    return sum(math.prod(spec["shape"]) for spec in specs)


def _open(spec: Spec) -> list[int | None]:
    """The shape with None where the size is open."""
    return [None if axis in spec.get("open", ()) else size for axis, size in enumerate(spec["shape"])]


def _array(spec: Spec, mode: str) -> Any:
    dtype = "float32" if spec["dtype"] in (None, "bfloat16") else spec["dtype"]
    return load("numpy").tensor({**spec, "dtype": dtype}, mode)


def decode(value: Any, made: Maker, library: Library) -> Any:
    """An argument: plain JSON is itself, everything else says what it `is`. `made` makes the tensors."""
    if not isinstance(value, dict):
        return value
    kind = value["is"]
    if kind == "tensor":
        return made(value)
    if kind == "name":
        return resolve(value["path"])
    if kind == "object":
        return construct(resolve(value["path"]), value, made, library)
    if kind == "dtype":
        return library.dtype(value["name"])
    if kind == "ellipsis":
        return ...
    parts = [decode(part, made, library) for part in value["items"]]
    if kind in ("slice", "complex"):
        return {"slice": slice, "complex": complex}[kind](*parts)
    return {"list": list, "tuple": tuple, "set": set, "dict": dict}[kind](parts)


def arguments(question: Question, made: Maker, library: Library) -> tuple[list[Any], dict[str, Any]]:
    args = [decode(value, made, library) for value in question.get("args", ())]
    return args, {name: decode(value, made, library) for name, value in question.get("kwargs", {}).items()}


def construct(target: Any, constructor: Question | None, made: Maker, library: Library) -> Any:
    """The layer or loss, where the target is a class and its constructor's arguments are given."""
    if constructor is None:
        return target
    args, kwargs = arguments(constructor, made, library)
    return _framework(target, args, kwargs)


def stand_in(library: Library, question: Question) -> Any:
    """A model with such inputs, which hands them on."""
    keras = library.module
    inputs = [keras.Input(batch_shape=_open(spec), dtype=spec["dtype"]) for spec in question["inputs"]]
    if question["path"] == "keras.Sequential":
        return keras.Sequential([inputs[0], keras.layers.Identity()])
    outputs = [keras.layers.Identity()(each) for each in inputs]
    return keras.Model(inputs, outputs) if len(inputs) > 1 else keras.Model(inputs[0], outputs[0])


def fed(library: Library, question: Question) -> Any:
    """What feeds a value to such a placeholder in a session of TensorFlow 1."""

    def run(value: Any) -> Any:
        v1, spec = library.module.compat.v1, question["feed"]
        with library.module.Graph().as_default(), v1.Session() as session:
            placeholder = v1.placeholder(spec["dtype"] or "float32", _open(spec), spec.get("name"))
            return session.run(placeholder, {placeholder: value})

    return run


def filled(library: Library, question: Question) -> Any:
    """What puts weights into a layer that has such weights."""
    if elements(question["weights"]) > MOST_ELEMENTS:
        raise Refused("the weights are too large")
    layer = library.module.layers.Layer(name=question.get("name"))
    for spec in question["weights"]:
        layer.add_weight(shape=tuple(spec["shape"]))
    return layer.set_weights


def started(library: Library, question: Question) -> Any:
    """What makes a variable of TensorFlow 1 of such a tensor of a graph."""

    def make() -> None:
        v1, spec = library.module.compat.v1, question["initial"]
        with library.module.Graph().as_default():
            v1.Variable(v1.placeholder(spec["dtype"] or "float32", _open(spec), "data"), use_resource=False)

    return make


_SPECIAL = {"inputs": stand_in, "feed": fed, "weights": filled, "initial": started}
"""What stands for what a question cannot name, by the part of the question that describes it."""


def attempt(function: Any, question: Question, made: Maker, library: Library) -> Any:
    """The call itself."""
    if question.get("only") == "constructor":
        return None
    args, kwargs = arguments(question, made, library)
    if question.get("built"):  # a layer that was called before, which fixed its weights
        function(made(question["built"]))
    if question.get("read"):
        return _framework(_own, [args[0], question["path"].rpartition(".")[2]], {})
    return _framework(getattr(function, "update_state", function), args, kwargs)


def _framework(function: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    """What happens in here is the framework's doing."""
    try:
        return function(*args, **kwargs)
    except Exception as error:
        raise Raised(error) from None


# -- answering ---------------------------------------------------------------------------------------------------------


def hello(question: Question) -> dict[str, Any]:
    """What is installed, without importing it."""
    from importlib import metadata

    found = {root: "?" for root in ROOTS if importlib.util.find_spec(root) is not None}
    for root in found:
        for name in (root, *(f"{root}-{variant}" for variant in ("cpu", "intel", "macos", "rocm"))):
            with contextlib.suppress(metadata.PackageNotFoundError):
                found[root] = metadata.version(name)
                break
    return {"protocol": PROTOCOL, "python": sys.version.split()[0], "frameworks": found}


def call(question: Question) -> dict[str, Any]:
    """What the framework says: the first way of asking that raises decides."""
    library = load(question["path"].partition(".")[0])
    library.fresh()
    made = (make(library, question) for key, make in _SPECIAL.items() if key in question)
    target = next(made, None) or _first(question)
    specs: list[Spec] = []
    text: list[str] = []
    for part in (question, question.get("constructor") or {}):
        arguments(part, specs.append, library)
    mode, result = "real", None
    try:
        modes = [m for m in library.modes(target, specs, question) if m != "real" or not question.get("unsized")]
        if not modes:
            raise Refused("sizes are not known")
        for mode in modes:
            library.fresh()
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                result = describe(library.ask(target, question, mode))
            text += [str(w.message) for w in caught if issubclass(w.category, UserWarning)]
    except Raised as raised:
        error = raised.error
        if isinstance(error, Refused):
            raise error from None
        lacking = isinstance(error, NotImplementedError) and mode != "real"  # for meta tensors, or for symbolic ones
        if lacking or isinstance(error, MemoryError) or _UNABLE.search(str(error)):
            raise Refused(f"{type(error).__name__}: {error}") from None
        return {"outcome": "raised", "mode": mode, "type": type(error).__name__, "text": str(error)}
    return {"outcome": "accepted", "mode": mode, "result": result, "warnings": text}


def describe(result: Any) -> Any:
    """Shapes and dtypes of a result, as JSON."""
    if result is None or isinstance(result, (bool, int, float, str)):
        return result
    if hasattr(result, "shape") and hasattr(result, "dtype"):
        try:
            shape = [None if size is None else int(size) for size in result.shape]
        except (TypeError, ValueError):  # not even the rank is known
            shape = None
        dtype = getattr(result.dtype, "name", None) or str(result.dtype).rpartition(".")[2]
        return {"is": "tensor", "shape": shape, "dtype": dtype}
    if isinstance(result, (list, tuple)):
        return {"is": "list" if isinstance(result, list) else "tuple", "items": [describe(part) for part in result]}
    if isinstance(result, dict):
        return {"is": "dict", "items": [[str(key), describe(item)] for key, item in result.items()]}
    return {"is": "object", "type": type(result).__name__}


def answer(question: Question) -> dict[str, Any]:
    """The answer to any question; it never raises."""
    try:
        if question["ask"] == "load":
            return {"outcome": "loaded", "version": str(getattr(load(question["library"]).module, "__version__", "?"))}
        return {"hello": hello, "call": call}[question["ask"]](question)
    except Refused as refused:
        return {"outcome": "refused", "reason": str(refused)}
    except Exception as problem:  # the question cannot be prepared: that says nothing of the call
        return {"outcome": "refused", "reason": f"cannot be prepared: {type(problem).__name__}: {problem}"}


# -- the process -------------------------------------------------------------------------------------------------------


def isolate(most_bytes: int) -> None:
    """Modules are found in this interpreter's own folders only, the user's site included; memory is limited."""
    own = [os.path.realpath(folder) for folder in (sys.prefix, sys.base_prefix, sys.exec_prefix)]
    if sys.prefix == sys.base_prefix:
        import site

        own.append(os.path.realpath(site.getusersitepackages()))
        site.addsitedir(own[-1])
    sys.path[:] = [path for path in sys.path if os.path.realpath(path).startswith(tuple(f"{p}{os.sep}" for p in own))]
    sys.meta_path[:] = [finder for finder in sys.meta_path if finder.__module__.startswith("_frozen_importlib")]
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (most_bytes, most_bytes))


def serve(seconds: int) -> None:
    """Reads questions until there are no more. What frameworks print goes to stderr."""
    import signal

    questions, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    alarm = getattr(signal, "alarm", lambda seconds: None)
    for line in questions:
        alarm(seconds)  # ends this process, should the one that asked be gone
        question = json.loads(line)
        answers.write(json.dumps({"id": question.get("id"), **answer(question)}) + "\n")
        answers.flush()
        alarm(0)


if __name__ == "__main__":
    isolate(int(sys.argv[2]))
    serve(int(sys.argv[1]))
