"""PyTorch taken in hand: parameters are fake, devices are the CPU, values that leave a tensor are made up."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import torch

from . import torch_loading, torch_memory, torch_values
from .inert import Inert
from .state import STATE, by_framework
from .torch_modes import FAKE, OPS, SURFACE, fake


def take_torch(module: Any) -> None:
    """Called once, after `torch` was imported."""
    _parameters()
    _steps()
    _devices()
    _compilers()
    torch_values.install()
    torch_loading.install()
    SURFACE.__enter__()
    OPS.__enter__()


# -- parameters --------------------------------------------------------------------------------------------------------


def _parameters() -> None:
    real = torch.nn.Parameter.__new__

    def new(cls: Any, data: Any = None, requires_grad: bool = True) -> Any:
        if type(data) is torch.Tensor and data.layout is torch.strided and data.device.type == "cpu":
            data = fake(data.detach())
        made = real(cls, data, requires_grad)
        torch_memory.PARAMETERS.add(made)
        return made

    torch.nn.Parameter.__new__ = new
    torch.nn.Module._apply = _apply
    call = torch.nn.Module.__call__

    def counted(self: Any, *args: Any, **kwargs: Any) -> Any:
        STATE.forwards += 1
        return call(self, *args, **kwargs)

    torch.nn.Module.__call__ = counted
    load = torch.nn.Module.load_state_dict

    def load_state_dict(self: Any, state_dict: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(state_dict, Inert):
            return torch.nn.modules.module._IncompatibleKeys([], [])
        return load(self, state_dict, *args, **kwargs)

    torch.nn.Module.load_state_dict = load_state_dict
    torch.Tensor.__deepcopy__ = _copied(torch.Tensor.__deepcopy__)


def _copied(real: Callable[..., Any]) -> Callable[..., Any]:
    def deepcopy(self: Any, memo: Any) -> Any:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return real(self, memo)

    return deepcopy


def _apply(self: Any, fn: Any, recurse: bool = True) -> Any:
    """`Module._apply` for fake parameters, which stay the same objects."""
    if recurse:
        for child in self.children():
            child._apply(fn)
    for key, param in self._parameters.items():
        if param is None:
            continue
        with torch.no_grad():
            applied = fn(param)
        if applied is not param:
            if type(param) is type(applied) and "Uninitialized" not in type(param).__name__:
                param.data = applied
            else:
                self._parameters[key] = torch.nn.Parameter(applied, param.requires_grad)
        if param.grad is not None:
            param.grad = fn(param.grad)
    for key, buffer in self._buffers.items():
        if buffer is not None:
            self._buffers[key] = fn(buffer)
    return self


# -- steps -------------------------------------------------------------------------------------------------------------


def _steps() -> None:
    from torch.optim.optimizer import register_optimizer_step_post_hook

    def stepped(optimizer: Any, args: Any, kwargs: Any) -> None:
        torch_memory.stepped(optimizer)
        STATE.step()

    register_optimizer_step_post_hook(stepped)
    backward = torch.autograd.backward

    def counted(tensors: Any, *args: Any, **kwargs: Any) -> Any:
        torch_memory.before_backward(tensors)
        STATE.steps += 1
        STATE.count("backward pass")
        return backward(tensors, *args, **kwargs)

    torch.autograd.backward = counted
    clip = torch.nn.utils.clip_grad_norm_

    def clipped(parameters: Any, max_norm: Any, *args: Any, **kwargs: Any) -> Any:
        kwargs.pop("error_if_nonfinite", None)
        return clip(parameters, max_norm, *args[:1], **kwargs)

    torch.nn.utils.clip_grad_norm_ = clipped


# -- devices -----------------------------------------------------------------------------------------------------------


def _devices() -> None:
    """A machine with one GPU, for the program; the library itself sees none."""
    cuda = torch.cuda
    for name, answer in (("is_available", True), ("device_count", 1), ("is_bf16_supported", True)):
        _for_programs(cuda, name, answer)
    nothing = "synchronize empty_cache set_device reset_peak_memory_stats ipc_collect init manual_seed manual_seed_all"
    nothing += " seed_all reset_max_memory_allocated set_per_process_memory_fraction reset_accumulated_memory_stats"
    for name in nothing.split():
        if hasattr(cuda, name):
            setattr(cuda, name, lambda *_, **__: None)
    numbers = "memory_allocated max_memory_allocated memory_reserved max_memory_reserved current_device memory_cached"
    for name in numbers.split():
        setattr(cuda, name, lambda *_, **__: 0)
    setattr(cuda, "get_device_name", lambda *_, **__: "GPU")  # noqa: B010
    setattr(cuda, "get_device_capability", lambda *_, **__: (8, 0))  # noqa: B010
    setattr(cuda, "mem_get_info", lambda *_, **__: (1 << 35, 1 << 35))  # noqa: B010
    setattr(cuda, "memory_summary", lambda *_, **__: "")  # noqa: B010
    for name in ("Event", "Stream", "stream", "current_stream", "device", "get_device_properties", "default_stream"):
        setattr(cuda, name, Inert)
    for name in ("Float", "Double", "Half", "Long", "Int", "Short", "Byte", "Bool"):
        setattr(cuda, name + "Tensor", getattr(torch, name + "Tensor"))
    for name in ("set_default_device", "set_default_tensor_type"):
        setattr(torch, name, _unless_away(getattr(torch, name)))
    generator = torch.Generator
    torch.Generator = lambda device="cpu": generator("cpu")
    real = torch.autocast.__init__

    def autocast(self: Any, device_type: str, *args: Any, **kwargs: Any) -> None:
        real(self, "cpu" if device_type in ("cuda", "mps", "xpu") else device_type, *args, **kwargs)

    torch.autocast.__init__ = autocast


def _for_programs(module: Any, name: str, answer: Any) -> None:
    real = getattr(module, name)

    def choose(*args: Any, **kwargs: Any) -> Any:
        if by_framework():
            return real(*args, **kwargs)
        STATE.marked += answer is not True  # a number of devices is made up
        return answer

    setattr(module, name, choose)


def _unless_away(real: Callable[..., Any]) -> Callable[..., Any]:
    from .torch_modes import on_cpu

    return lambda value: real(on_cpu(value) if not isinstance(value, type) else value)


# -- what compiles or exports ------------------------------------------------------------------------------------------


def _compilers() -> None:
    def same(model: Any = None, *_: Any, **__: Any) -> Any:
        return model if model is not None else lambda function: function

    torch.compile = same
    torch.jit.trace = same
    torch.jit.script = same
    torch.jit.save = lambda *_, **__: None
    onnx: Any = sys.modules.get("torch.onnx")
    if onnx is not None:
        onnx.export = lambda *_, **__: Inert()


__all__ = ["FAKE", "take_torch"]
