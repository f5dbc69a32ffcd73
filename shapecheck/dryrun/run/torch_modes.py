"""PyTorch with fake weights: an operation is executed for real where all it gets is real and small, else on shapes.

`Ops` decides that for each operation of the library; `Surface` sees the calls as the program writes them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, ClassVar

import torch
from torch._subclasses.fake_tensor import FakeTensor, FakeTensorMode
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode

from . import torch_probes
from .guess import made_up
from .loops import doubted
from .state import STATE

LARGE = 1 << 22
"""Elements of a tensor from which on it is fake."""
SMALL = 1 << 12
"""With fewer elements an operation cannot have a large result by broadcasting."""
AGAIN = 1 << 24
"""A refused operation on no more elements than this is asked of real tensors, too."""
FAKE = FakeTensorMode(allow_non_fake_inputs=True)
VERSION = "torch " + torch.__version__.partition("+")[0]
STALE: set[int] = set()
"""The storages of real tensors into which fake ones were written."""
GUESSED = [0]
"""How many results got lengths that are made up."""


def tensors(value: Any, depth: int = 3) -> Iterator[Any]:
    """The tensors in arguments or results."""
    if isinstance(value, torch.Tensor):
        yield value
    elif depth and isinstance(value, (list, tuple)):
        for item in value:
            yield from tensors(item, depth - 1)
    elif depth and isinstance(value, dict):
        for item in value.values():
            yield from tensors(item, depth - 1)


def replaced(value: Any, change: Any) -> Any:
    """The arguments with each tensor changed."""
    if isinstance(value, torch.Tensor):
        return change(value)
    if isinstance(value, (list, tuple)):
        items = [replaced(item, change) for item in value]
        return type(value)(items) if type(value) in (list, tuple) else tuple(items)
    if isinstance(value, dict):
        return {key: replaced(item, change) for key, item in value.items()}
    return value


def is_fake(tensor: Any) -> bool:
    """Whether the values of a tensor are not known."""
    if isinstance(tensor, FakeTensor):
        return True
    return bool(STALE) and tensor.layout is torch.strided and tensor.untyped_storage()._cdata in STALE


def fake(tensor: Any) -> Any:
    """The same without values."""
    return tensor if isinstance(tensor, FakeTensor) else FAKE.from_tensor(tensor, static_shapes=True)


class Ops(TorchDispatchMode):  # type: ignore[misc]
    """Below autograd: every operation of the library, with its final arguments."""

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        given = list(tensors((args, kwargs)))
        if any(map(is_fake, given)):
            return self.faked(func, args, kwargs, given)
        count = sum(each.numel() for each in given) if given else _asked(args)
        if count > LARGE:
            return self.faked(func, args, kwargs, given)
        if given and count > SMALL:
            with FAKE:
                try:
                    expected = func(*replaced(args, fake), **replaced(kwargs, fake))
                except Exception:
                    expected = ()
            if sum(each.numel() for each in tensors(expected)) > LARGE:
                return expected
        return func(*args, **kwargs)

    def faked(self, func: Any, args: Any, kwargs: Any, given: list[Any]) -> Any:
        packet = func._overloadpacket.__name__
        if packet == "_local_scalar_dense":
            return _scalar(args[0])
        if packet == "_pack_padded_sequence":
            return _packed(func, *args)
        torch_probes.probe(packet, func, args, kwargs, given)
        self.taint(func, args, kwargs)
        try:
            with FAKE:
                if packet in _QUICK:
                    return _QUICK[packet](*args)
                return func(*args, **kwargs)
        except Exception as error:
            return again(func, args, kwargs, given, error)

    def taint(self, func: Any, args: Any, kwargs: Any) -> None:
        """Real tensors that the operation writes into have no known values from now on."""
        schema = func._schema
        if not schema.is_mutable:
            return
        for at, argument in enumerate(schema.arguments):
            if argument.alias_info is not None and argument.alias_info.is_write:
                value = args[at] if at < len(args) else kwargs.get(argument.name)
                for each in tensors(value):
                    if not isinstance(each, FakeTensor) and each.layout is torch.strided:
                        STALE.add(each.untyped_storage()._cdata)


def _packed(func: Any, x: Any, lengths: Any, batch_first: bool) -> Any:
    """Sequences one after another. How many there are at each step is needed for real: it tells the lengths."""
    steps, count = (x.shape[1], x.shape[0]) if batch_first else x.shape[:2]
    if is_fake(lengths):
        GUESSED[0] += 1
        lengths = torch.full((count,), steps, dtype=torch.int64)
    data, sizes = func(torch.zeros(*x.shape[:2], 1), lengths, batch_first)
    with FAKE:
        return x.new_empty((data.shape[0], *x.shape[2:])), sizes


def _normed(x: Any, *rest: Any) -> Any:
    """Batch normalization, whose sizes were compared before: result, mean and deviation of each channel."""
    training = next((each for each in rest if isinstance(each, bool)), True)
    saved = x.shape[1] if training else 0
    kept = torch.float32 if x.dtype in (torch.float16, torch.bfloat16) else x.dtype
    return torch.empty_like(x), torch.empty(saved, dtype=kept), torch.empty(saved, dtype=kept)


def _normed_back(grad: Any, x: Any, weight: Any, *rest: Any) -> Any:
    """Its gradients: of the input, the weight and the bias."""
    kind = (weight if weight is not None else x).dtype
    return torch.empty_like(x), torch.empty(x.shape[1], dtype=kind), torch.empty(x.shape[1], dtype=kind)


_QUICK: dict[str, Any] = {"native_batch_norm": _normed, "native_batch_norm_backward": _normed_back}
"""What the library computes the shapes of in many small steps."""


def _asked(args: Any) -> int:
    """The elements that a factory is asked for."""
    numbers = [arg for arg in args if isinstance(arg, (int, float))]
    for arg in args:
        if isinstance(arg, (list, tuple, torch.Size)) and all(isinstance(each, int) for each in arg):
            return max(math.prod(arg), 0)
    return int(max(map(abs, numbers), default=0)) if numbers and all(map(math.isfinite, numbers)) else 0


def _scalar(tensor: Any) -> Any:
    """What a framework gets that asks for the value of a fake tensor."""
    STATE.hand_out()
    if tensor.dtype is torch.bool:
        return False
    return 0.5 if tensor.dtype.is_floating_point else 0j if tensor.dtype.is_complex else 1


def again(func: Any, args: Any, kwargs: Any, given: list[Any], error: Exception) -> Any:
    """What real zeros of the same shapes say to an operation that fake ones were refused: they are right.

    The lengths of a result that depend on values are made up.
    """
    name = type(error).__name__
    dynamic = "Dynamic" in name or "DataDependent" in name
    if sum(_room(each) for each in given) > AGAIN:
        raise error
    result = func(*replaced(args, _zeros), **replaced(kwargs, _zeros))
    if dynamic:
        GUESSED[0] += 1
    return replaced(result, fake)


def _room(tensor: Any) -> int:
    return sum((size - 1) * stride for size, stride in zip(tensor.shape, tensor.stride())) + 1 if tensor.numel() else 0  # noqa: B905


def _zeros(tensor: Any) -> Any:
    """A real tensor of the same shape, strides and dtype. Of truth values every second is true."""
    if not is_fake(tensor):
        return tensor
    made = torch.empty_strided(tensor.shape, tensor.stride(), dtype=tensor.dtype)
    made.zero_()
    if tensor.dtype is torch.bool and tensor.numel():
        made = (torch.arange(tensor.numel()) % 2 == 0).reshape(tensor.shape)
    return made


class Surface(TorchFunctionMode):  # type: ignore[misc]
    """The calls that the program, or a library of its, makes: devices, values that leave the tensors, failures."""

    handlers: ClassVar[dict[Any, Any]] = {}
    """A function of torch, and what is called in its place."""

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        handler = self.handlers.get(func)
        before = GUESSED[0]
        args, kwargs = on_cpu(args), on_cpu(kwargs)
        uncertain = _uncertain(args) or (bool(kwargs) and _uncertain(tuple(kwargs.values())))
        try:
            result = func(*args, **kwargs) if handler is None else handler(func, args, kwargs)
        except Exception as error:
            _tag(error, func, args, kwargs, uncertain)
            raise
        if uncertain or GUESSED[0] != before:
            for each in tensors(result):
                each._shapecheck_guessed = True
        return result


def _uncertain(args: tuple[Any, ...]) -> bool:
    """Whether lengths of arguments are made up."""
    for arg in args:
        if isinstance(arg, (list, tuple)):
            if (STATE.lists and id(arg) in STATE.lists) or _uncertain(tuple(arg[:64])):
                return True
        elif made_up(arg) or getattr(arg, "_shapecheck_guessed", False) is True or (STATE.arrays and doubted(arg)):
            return True
    return False


def _tag(error: Exception, func: Any, args: Any, kwargs: Any, uncertain: bool) -> None:
    """Says on the exception what was called with what; the deepest call has it."""
    if hasattr(error, "_shapecheck_op"):
        return
    name = getattr(func, "__name__", str(func))
    try:
        error._shapecheck_op = name  # type: ignore[attr-defined]
        error._shapecheck_library = VERSION  # type: ignore[attr-defined]
        error._shapecheck_guessed = uncertain  # type: ignore[attr-defined]
        shown = [described(each) for each in list(tensors((args, kwargs)))[:4]]
        error._shapecheck_operands = shown  # type: ignore[attr-defined]
    except AttributeError:
        pass


def described(tensor: Any) -> list[Any]:
    """[dtype, shape], for the parent."""
    return [str(tensor.dtype).rpartition(".")[2], [int(size) for size in tensor.shape]]


_AWAY = ("cuda", "mps", "xpu", "hpu")


def on_cpu(value: Any, depth: int = 2) -> Any:
    """Arguments with the CPU in place of any other device."""
    if isinstance(value, torch.device):
        return torch.device("cpu") if value.type in _AWAY else value
    if isinstance(value, str):
        if value.startswith(_AWAY) and (value in _AWAY or value.partition(":")[0] in _AWAY):
            return "cpu"
        return value.replace("torch.cuda.", "torch.") if value.startswith("torch.cuda.") else value
    if depth and type(value) in (tuple, list):
        changed = [on_cpu(item, depth - 1) for item in value]
        return type(value)(changed) if any(a is not b for a, b in zip(changed, value)) else value  # noqa: B905
    if depth and type(value) is dict:
        return {key: on_cpu(item, depth - 1) for key, item in value.items()}
    return value


OPS, SURFACE = Ops(), Surface()
