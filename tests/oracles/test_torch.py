"""Every name declared for torch against the real torch, over its own samples: agree, no false alarm, reject, symbolic
twin, signature; and that every name has a sample."""

from __future__ import annotations

import copy
import inspect
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from shapecheck.core.outcome import Mismatch  # noqa: E402
from shapecheck.core.value import Value  # noqa: E402
from shapecheck.frameworks import find  # noqa: E402
from shapecheck.frameworks.binding import Required  # noqa: E402
from shapecheck.frameworks.declare import Spec  # noqa: E402

from .harness import Tally, construct, judge  # noqa: E402
from .torch_layers import layers, losses  # noqa: E402
from .torch_real import declared, module_samples, op_samples  # noqa: E402
from .torch_samples import NAMES, READS, Sample, calls  # noqa: E402

pytestmark = [pytest.mark.oracle, pytest.mark.filterwarnings("ignore")]

DECLARED = declared()
RECORDED = Path(__file__).with_name("torch_corpus.json")
DTYPES = (torch.float32, torch.int64, torch.bool, torch.complex64, torch.float64)
"""All samples of the first are tried, of the others some."""
MOST = 12
"""Samples of one op that are tried on each of its forms, spread over all."""
FLOORS = {"op errors": 0.88, "modules": 0.7, "calls": 0.95, "layers": 0.99, "losses": 0.97}
"""The least share of refused calls that we refuse, too, or leave undecided; it may only rise."""
ON_A_DEVICE = {"torch.Tensor.cuda", "torch.Tensor.pin_memory", "torch.Tensor.get_device"}
WRITERS = (
    "torch.Tensor.grad",
    "torch.nn.UninitializedParameter",
    "torch.Tensor.set_",
    "torch.Tensor.storage",
    "torch.Tensor.record_stream",
    "torch.Tensor.to_dense",
    "torch.Tensor.xpu",
    "torch.Tensor.ipu",
    "torch.Tensor.mtia",
    "torch.nn.UninitializedBuffer",
    "torch.from_file",
)
"""Names that have no sample: they need a device, another tensor's storage, or hold nothing yet."""
REFUSALS = {f"torch.nn.Module.{name}" for name in ("__init__", "forward", "load_state_dict", "parameters")}
REFUSALS |= {"torch.optim.Optimizer.__init__"}
"""What is reported under a name of a class; the examples of the rules run it."""


# -- one op of torch's database under all its names --------------------------------------------------------------


def paths_of(op: Any) -> Iterator[str]:
    """The declared paths of an op: function, method, in place, operators, and those of its other names."""
    names = [op.name, *(alias.name for alias in op.aliases)]
    for name in names:
        yield from (f"torch.{name}", f"torch.Tensor.{name}", f"torch.Tensor.{name}_", f"torch.{name}_")
    for variant in (op.operator_variant, op.inplace_operator_variant):
        if variant is not None:
            yield f"torch.Tensor.__{variant.__name__}__"


def resolve(path: str) -> Any:
    found: Any = torch
    for part in path.split(".")[1:]:
        found = getattr(found, part, None)
    return found


def spec_of(path: str) -> Spec | None:
    """What is declared for a path, or for the one that it is another name of."""
    found = find(path)
    return found if isinstance(found, Spec) else None


def forms(op: Any) -> list[tuple[str, Callable[..., Any]]]:
    specs = {path: spec_of(path) for path in dict.fromkeys(paths_of(op))}
    found = [(path, op.op if spec.read else resolve(path)) for path, spec in specs.items() if spec is not None]
    return [(path, function) for path, function in found if callable(function)]


def spread(samples: list[Any], most: int) -> list[Any]:
    step = max(1, -(-len(samples) // most))
    return samples[::step]


def fresh(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """In-place ops must not write to a sample."""
    return tuple(value.clone() if isinstance(value, torch.Tensor) else value for value in values)


def binds(call: Callable[[], Any]) -> bool:
    """The samples of some ops are those of a wrapper around them, whose arguments the op does not take."""
    try:
        call()
    except TypeError:
        return False
    except Exception:
        return True
    return True


def try_sample(tally: Tally, path: str, function: Callable[..., Any], sample: Any) -> None:
    args = (sample.input, *sample.args)

    def call() -> Any:
        return function(*fresh(args), **copy.copy(sample.kwargs))

    spec = spec_of(path)
    if spec is not None and binds(call):
        judge(tally, spec, call, args, sample.kwargs)


OPS: dict[str, list[Any]] = {}
for _op in op_samples():
    OPS.setdefault(_op.name, []).append(_op)
TRIED = [name for name, ops in OPS.items() if any(forms(op) for op in ops)]


UNTRIED = {
    "kernels behind functions that are declared, with arguments of their own": (
        "_softmax_backward_data native_group_norm native_layer_norm native_batch_norm _native_batch_norm_legit "
        "_batch_norm_with_update _upsample_bilinear2d_aa max_pool2d_with_indices_backward native_dropout_backward "
        "_segment_reduce _chunk_cat _unsafe_masked_index _unsafe_masked_index_put_accumulate "
        "torch.ops.aten._safe_softmax.default torch.ops.aten._flash_attention_forward "
        "torch.ops.aten._efficient_attention_forward"
    ),
    "numbers of eight bits on a graphics card": "torch._scaled_mm torch._scaled_mm_v2",
    "kernels that a program writes in C++, as text": (
        "jiterator_unary jiterator_binary jiterator_4inputs_with_extra_args jiterator_binary_return_by_ref "
        "jiterator_2inputs_2outputs"
    ),
    "sparse tensors": "sparse.sampled_addmm",
    "the index expression, which is tried as __getitem__": "slice",
    "a function of sizes, which acts on values itself": "broadcast_shapes",
}
"""The ops of the database that no sample is tried of, each with the reason."""


def test_every_op_is_tried_or_excused() -> None:
    excused = {name for names in UNTRIED.values() for name in names.split()}
    assert set(OPS) - set(TRIED) == excused


def passes(tally: Tally) -> None:
    assert not tally.failures, "\n".join(tally.failures[:20])
    assert not tally.crashes, "\n".join(tally.crashes[:20])


@pytest.mark.parametrize("name", TRIED)
def test_op_agrees(name: str) -> None:
    """Agrees, raises no false alarm, and the symbolic twin agrees, for every form of the op."""
    tally = Tally()
    for op in OPS[name]:
        for dtype in DTYPES:
            if dtype not in op.dtypes:
                continue
            samples = list(op.sample_inputs("cpu", dtype, requires_grad=False))
            samples = samples if dtype is DTYPES[0] else spread(samples, MOST)
            for path, function in forms(op):
                for sample in samples:
                    try_sample(tally, path, function, sample)
    passes(tally)


def share(tally: Tally) -> float:
    counts = tally.counts
    refused = counts["refused rejected"] + counts["refused undecided"] + counts["refused accepted"]
    return 1 - counts["refused accepted"] / max(refused, 1)


def test_op_errors() -> None:
    """What torch's error inputs refuse."""
    tally = Tally()
    for name in TRIED:
        for op in OPS[name]:
            if op.error_inputs_func is None:
                continue
            for error in op.error_inputs("cpu"):
                if error.error_type is TypeError:
                    continue
                for path, function in forms(op)[:1]:
                    try_sample(tally, path, function, error.sample_input)
    passes(tally)
    assert share(tally) >= FLOORS["op errors"], f"{share(tally):.3f} {tally.counts}"


# -- modules ---------------------------------------------------------------------------------------------------


def modules() -> dict[str, Any]:
    return {f"torch.nn.{info.module_cls.__name__}": info for info in module_samples()}


MODULES = {path: info for path, info in modules().items() if path in DECLARED}


@pytest.mark.parametrize("path", MODULES)
def test_module_agrees(path: str) -> None:
    info, tally = MODULES[path], Tally()
    for training in (True, False):
        inputs = list(info.module_inputs_func(info, "cpu", torch.float32, False, training))
        for sample in spread([one for one in inputs if one.forward_input is not None], MOST):
            made, given = sample.constructor_input, sample.forward_input

            def call(made: Any = made, given: Any = given, training: bool = training) -> Any:
                module = info.module_cls(*made.args, **made.kwargs)
                module.train(training)
                return module(*given.args, **given.kwargs)

            judge(tally, DECLARED[path], call, given.args, given.kwargs, (made.args, made.kwargs))
    passes(tally)


def test_module_errors() -> None:
    tally = Tally()
    for path, info in MODULES.items():
        if info.module_error_inputs_func is None:
            continue
        for error in info.module_error_inputs_func(info, "cpu", torch.float32, False, True):
            made, given = error.module_error_input.constructor_input, error.module_error_input.forward_input
            if given is None:
                answer = construct(DECLARED[path], made.args, made.kwargs)
                refused = isinstance(answer, Mismatch)
                tally.add(
                    "refused", "rejected" if refused else "accepted" if isinstance(answer, Value) else "undecided"
                )
                continue

            def call(info: Any = info, made: Any = made, given: Any = given) -> Any:
                return info.module_cls(*made.args, **made.kwargs)(*given.args, **given.kwargs)

            judge(tally, DECLARED[path], call, given.args, given.kwargs, (made.args, made.kwargs))
    passes(tally)
    assert share(tally) >= FLOORS["modules"], f"{share(tally):.3f} {tally.counts}"


# -- our own samples -------------------------------------------------------------------------------------------


def real(sample: Sample) -> Callable[[], Any]:
    return lambda: eval(sample.source, dict(NAMES))


def test_calls() -> None:
    tally = Tally()
    for sample in calls():
        if not sample.path.endswith(".__init__"):
            judge(tally, DECLARED[sample.path], real(sample), sample.args, sample.kwargs)
    passes(tally)
    assert share(tally) >= FLOORS["calls"], f"{share(tally):.3f} {tally.misses}"


def test_layers() -> None:
    tally = Tally()
    for sample in layers():
        judge(tally, DECLARED[sample.path], real(sample), sample.args, sample.kwargs, sample.constructor)
    passes(tally)
    assert share(tally) >= FLOORS["layers"], f"{share(tally):.3f} {tally.misses}"


def test_losses() -> None:
    """Every pair of shapes and of dtypes: a loss is where most mistakes show."""
    tally = Tally()
    for name, input, target, options in losses():
        function = getattr(torch.nn.functional, name)

        def call(function: Any = function, pair: Any = (input, target), options: Any = options) -> Any:
            return function(*pair, **options)

        judge(tally, DECLARED[f"torch.nn.functional.{name}"], call, (input, target), options)
    passes(tally)
    assert share(tally) >= FLOORS["losses"], f"{share(tally):.3f} {tally.misses[:20]}"


@pytest.mark.parametrize("name", READS)
def test_reads(name: str) -> None:
    """Properties of tensors of several ranks."""
    tally = Tally()
    for owner in (
        torch.zeros(2, 3),
        torch.zeros(4),
        torch.zeros(2, 3, 4),
        torch.zeros(2, dtype=torch.int64),
        torch.tensor(1),
    ):
        judge(tally, DECLARED[f"torch.Tensor.{name}"], lambda owner=owner: getattr(owner, name), (owner,))  # type: ignore[misc]
    passes(tally)


# -- all names -------------------------------------------------------------------------------------------------


def test_every_name_has_a_sample() -> None:
    sampled = {path for ops in OPS.values() for op in ops for path, _ in forms(op)} | set(MODULES)
    sampled |= {sample.path for sample in (*calls(), *layers())} | {f"torch.Tensor.{name}" for name in READS}
    sampled |= {f"torch.nn.functional.{name}" for name, *_ in losses()}
    same = {path for path, spec in DECLARED.items() if any(name in sampled for name in spec.names)}
    missing = set(DECLARED) - sampled - same - ON_A_DEVICE - set(WRITERS) - REFUSALS
    assert not missing, sorted(missing)


def test_every_name_exists() -> None:
    assert [path for path in DECLARED if resolve(path) is None and not hasattr(torch.Tensor, path.split(".")[-1])] == []


def test_corpora_are_as_recorded() -> None:
    """Private modules of torch may lose samples without a word: their names and counts are kept."""
    found = {"ops": sorted(OPS), "modules": sorted(modules())}
    assert found == json.loads(RECORDED.read_text())


# -- signatures ------------------------------------------------------------------------------------------------

LEGACY: dict[str, set[str]] = {
    "torch.nn.PoissonNLLLoss": {"input"},
    **{f"torch.nn.BatchNorm{n}d": {"training"} for n in (1, 2, 3)},
}
"""Parameters that the installed torch does not have, and why: `log_input` is a parameter of the constructor, too; what
`train()` and `eval()` said last."""
_PYTHON = [path for path in DECLARED if path.startswith("torch.nn.functional.") or DECLARED[path].layer]


def real_parameters(path: str) -> dict[str, inspect.Parameter] | None:
    """Those of a function, or of a class's constructor and its `forward`; None where torch does not tell."""
    found = resolve(path)
    try:
        own = dict(inspect.signature(found).parameters)
        if isinstance(found, type):
            call = inspect.signature(resolve(f"{path}.forward")).parameters
            own.update({name: parameter for name, parameter in call.items() if name != "self"})
    except (TypeError, ValueError):
        return None
    return None if any(p.kind is p.VAR_POSITIONAL for p in own.values()) else own


@pytest.mark.parametrize("path", _PYTHON)
def test_signature(path: str) -> None:
    """Names, order and defaults of parameters equal the installed torch's."""
    theirs, spec = real_parameters(path), DECLARED[path]
    if theirs is None:
        pytest.skip("torch does not tell")
    mine = {p.name: p.default for p in (*spec.constructor_parameters, *spec.call_parameters) if p.by != "others"}
    mine = {name: default for name, default in mine.items() if name not in LEGACY.get(path, ())}
    assert set(mine) <= set(theirs), set(mine) - set(theirs)
    order = [name for name in theirs if name in mine]
    assert ordered(spec) == [name for name in order if name in ordered(spec)]
    for name, default in mine.items():
        real_default = theirs[name].default
        if default is Required or real_default is inspect.Parameter.empty or callable(real_default):
            assert (default is Required) == (real_default is inspect.Parameter.empty) or callable(real_default), name
        else:
            assert default == real_default or repr(default) == repr(real_default), (name, default, real_default)


def ordered(spec: Spec) -> list[str]:
    """Parameters that are given by position, in our order: of the constructor, or of the function."""
    parameters = spec.constructor_parameters if spec.layer else spec.call_parameters
    return [p.name for p in parameters if p.by == "position" and p.name not in LEGACY.get(spec.path, ())]


def test_promotion() -> None:
    """The dtype of a sum of any two operands: tensors with and without axes, and Python's numbers."""
    spec = DECLARED["torch.Tensor.__add__"]
    names = "bool uint8 int8 int32 int64 float16 bfloat16 float32 float64 complex64 complex128"
    dtypes = [getattr(torch, name) for name in names.split()]
    operands: list[Any] = [torch.ones(size, dtype=dtype) for dtype in dtypes for size in ((2,), ())]
    tally = Tally()
    for left in operands:
        for right in [*operands, True, 2, 2.5, 1j]:
            judge(tally, spec, lambda left=left, right=right: left + right, (left, right))  # type: ignore[misc]
    passes(tally)
    assert tally.counts["accepted undecided"] <= 6  # complex of half precision
