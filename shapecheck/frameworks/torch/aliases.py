"""Where torch keeps what it shows elsewhere: the files behind `torch.nn`, `torch.optim` and `torch.utils.data`."""

from __future__ import annotations

from .. import ALIASES

_LAYERS = (
    "activation adaptive batchnorm channelshuffle container conv distance dropout flatten fold instancenorm linear "
    "loss module normalization padding pixelshuffle pooling rnn sparse transformer upsampling"
)
_OPTIMIZERS = "adadelta adagrad adam adamw adamax asgd lbfgs nadam optimizer radam rmsprop rprop sgd sparse_adam"
_WRITERS = (
    "abs acos acosh arccos arccosh arcsin arcsinh arctan arctanh asin asinh atan atanh ceil clamp clamp_max clamp_min "
    "clip conj_physical cos cosh deg2rad detach erf erfc exp2 exp expm1 fill fix floor frac gcd i0 index_put lcm ldexp "
    "log10 log1p log2 log logit nan_to_num neg negative rad2deg reciprocal resize_as round rsqrt sin sinc sinh sqrt "
    "square tan trunc xlogy zero addmv as_strided"
)
"""Functions of the module `torch` that write to their tensor, as the method of that name does."""
_SAME = {
    "torch.adaptive_avg_pool1d": "torch.nn.functional.adaptive_avg_pool1d",
    "torch.bilinear": "torch.nn.functional.bilinear",
    "torch.native_channel_shuffle": "torch.nn.functional.channel_shuffle",
    "torch.nn.functional.native_channel_shuffle": "torch.nn.functional.channel_shuffle",
    **dict.fromkeys(("torch.grid_sampler", "torch.grid_sampler_2d", "torch.grid_sampler_3d"),
                    "torch.nn.functional.grid_sample"),
    "torch.affine_grid_generator": "torch.nn.functional.affine_grid",
    "torch.conv_tbc": "torch.nn.functional.conv_tbc",
    "torch.func.rearrange": "einops.rearrange",
    **dict.fromkeys(("torch.smm", "torch.Tensor.smm", "torch.dsmm", "torch.hsmm", "torch.hspmm"), "torch.mm"),
    **dict.fromkeys(("torch.saddmm", "torch.sspaddmm", "torch.Tensor.sspaddmm"), "torch.addmm"),
    **{f"torch.{name}_copy": f"torch.{name}" for name in ("view_as_complex", "view_as_real")},
    **{f"{root}.unsafe_{name}": f"{root}.{name}" for root in ("torch", "torch.Tensor")
       for name in ("chunk", "split", "split_with_sizes")},
}  # fmt: skip
ALIASES.update({
    **{f"torch.{name}_": f"torch.Tensor.{name}_" for name in _WRITERS.split()},
    **_SAME,
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
