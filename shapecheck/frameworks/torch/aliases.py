"""Where torch keeps what it shows elsewhere: the files behind `torch.nn`, `torch.optim` and `torch.utils.data`."""

from __future__ import annotations

from .. import ALIASES

_LAYERS = (
    "activation adaptive batchnorm channelshuffle container conv distance dropout flatten fold instancenorm linear "
    "loss module normalization padding pixelshuffle pooling rnn sparse transformer upsampling"
)
_OPTIMIZERS = "adadelta adagrad adam adamw adamax asgd lbfgs nadam optimizer radam rmsprop rprop sgd sparse_adam"
ALIASES.update({
    **{f"torch.multiprocessing.{name}": f"multiprocessing.{name}" for name in ("Process", "Queue", "Pool", "Lock")},
    "torch.nn.modules": "torch.nn",
    **{f"torch.nn.modules.{name}": "torch.nn" for name in _LAYERS.split()},
    **{f"torch.optim.{name}": "torch.optim" for name in _OPTIMIZERS.split()},
    **{f"torch.utils.data.{name}": "torch.utils.data" for name in ("dataset", "dataloader", "sampler", "distributed")},
    "torch.nn.parameter": "torch.nn",
    "torch.nn.parallel.data_parallel": "torch.nn",
    "torch.nn.parallel.distributed": "torch.nn.parallel",
    "torch.functional": "torch",
    "torch.autograd.function": "torch.autograd",
    "torch.autograd.grad_mode": "torch",
    "torch.autograd.variable": "torch.autograd",
    "torch.nn.utils.clip_grad": "torch.nn.utils",
})  # fmt: skip
