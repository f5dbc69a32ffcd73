"""Lightning: modules that say what one step does, and a trainer that makes the steps with batches of the loaders.

Source: the pages of `LightningModule`, `LightningDataModule` and `Trainer`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.ending import with_size
from ...core.objects import Bound, Class, Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.tensor import Tensor
from ...core.value import Arguments, Unknown, Value
from .dialect import MODES, T
from .module import MODULE
from .natives import given, method, nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...core.value import Context

_STEPS = ("batch", "batch_idx")
_BEFORE = "prepare_data setup configure_model on_fit_start on_train_start on_train_epoch_start"
_BEHIND = "on_train_epoch_end on_train_end on_fit_end"


# -- modules ----------------------------------------------------------------------------------------------------


@method
def _save_hyperparameters(context: Context, module: Instance, arguments: Arguments) -> Value:
    """The arguments of the constructor become `self.hparams`."""
    known, others = context.local_names()
    held = {name: value for name, value in known.items() if name not in ("self", "__class__")}
    hparams = Instance(_HPARAMS)
    for name, value in held.items() if not arguments.positional else ():
        hparams.put(context, name, value)
    if others or arguments.positional:
        hparams.hide(context, "open", True)
    module.hide(context, "hparams", hparams)
    return NONE


@method
def _getattr(context: Context, module: Instance, arguments: Arguments) -> Value:
    name = str(getattr(arguments.positional[0], "payload", ""))
    held = module.hidden("hparams")
    if name == "hparams" and isinstance(held, Instance):
        return held
    fallback = MODULE.find("__getattr__")
    return context.call(fallback, arguments.after(module)) if fallback is not None else Unknown(name)


@method
def _hyperparameter(context: Context, held: Instance, arguments: Arguments) -> Value:
    name = getattr(arguments.positional[0], "payload", None)
    return held.state.get(name, Unknown("a hyperparameter")) if isinstance(name, str) else Unknown("a hyperparameter")


@method
def _manual_backward(context: Context, module: Instance, arguments: Arguments) -> Value:
    return _backward(context, arguments.get(0, "loss"))


def _backward(context: Context, loss: Value | None) -> Value:
    return context.apply("torch.Tensor.backward", Arguments((loss,))) if isinstance(loss, Tensor) else NONE


_HPARAMS = library_class("lightning.AttributeDict", __getitem__=_hyperparameter, __getattr__=_hyperparameter)
_LOGGING = "log log_dict print freeze unfreeze toggle_optimizer untoggle_optimizer clip_gradients on_fit_start"
LIGHTNING = library_class(
    "lightning.LightningModule", MODULE, save_hyperparameters=_save_hyperparameters, __getattr__=_getattr,
    manual_backward=_manual_backward, all_gather=lambda context, arguments: Unknown("gathered"),
    optimizers=lambda context, arguments: Unknown("optimizers"), **{name: nothing for name in _LOGGING.split()},
)  # fmt: skip
DATA = library_class("lightning.LightningDataModule", __init__=nothing, save_hyperparameters=_save_hyperparameters,
                     __getattr__=_getattr)  # fmt: skip


# -- the trainer ------------------------------------------------------------------------------------------------


def _own(owner: Value | None, name: str) -> Value | None:
    """A method that the program's class has."""
    found = owner.cls.find(name) if isinstance(owner, Instance) else None
    return Bound(found, owner) if found is not None and found.kind == "function" and owner is not None else None


def _parameters(function: Bound) -> list[str] | None:
    """Their names; None where there may be any."""
    node = getattr(function.function, "node", None)
    own = getattr(node, "parameters", ())
    return None if any(p.by in ("rest", "others") for p in own) else [p.name for p in own][1:]


def _hooks(context: Context, names: str, *owners: Value | None) -> None:
    for name in names.split():
        for owner in owners:
            found = _own(owner, name)
            if isinstance(found, Bound):
                takes = _parameters(found)
                stage = (Constant("fit"),) if name == "setup" and takes != [] else ()
                context.call(found, Arguments(stage))


def _loader(context: Context, asked: Value | None, name: str, *owners: Value | None) -> Value | None:
    """The loader that was given, or what the method of that name makes."""
    if asked is not None:
        return asked
    found = next((own for own in (_own(owner, name) for owner in owners) if own is not None), None)
    return context.call(found, Arguments()) if found is not None else None


def _batches(context: Context, loader: Value) -> Iterator[Value]:
    """One batch for many that are alike, and the last one."""
    source = context.iterate(loader)
    if not isinstance(source, Sequence):
        yield Unknown("a batch")
        return
    each = source.items[:1] or ((source.rest,) if source.rest is not None else ())
    for batch in each:
        if source.ending is None:
            yield batch.one_of_many()
        else:
            yield with_size(batch, source.ending.size, source.ending.full)
            yield with_size(batch, source.ending.size, source.ending.last)


def _step(context: Context, model: Value, name: str, loader: Value | None) -> None:
    found = _own(model, name)
    if loader is None or not isinstance(found, Bound):
        return
    takes = _parameters(found)
    wanted = len(_STEPS) if takes is None else len(takes)
    for batch in _batches(context, loader):
        further = (Scalar("int"),) * (wanted - 1)
        result = context.call(found, Arguments((batch, *further)[:wanted]))
        if name == "training_step":
            loss = result.items.get("loss") if isinstance(result, Mapping) else result
            _backward(context, loss)


@method
def _fit(context: Context, trainer: Instance, arguments: Arguments) -> Value:
    """A few steps of validation, then an epoch of training."""
    model, data = arguments.get(0, "model"), given(arguments, 3, "datamodule")
    train, val = given(arguments, 1, "train_dataloaders"), given(arguments, 2, "val_dataloaders")
    if isinstance(train, Instance) and train.cls.is_a("lightning.LightningDataModule"):
        train, data = None, train
    if model is None:
        return NONE
    _hooks(context, _BEFORE, data, model)
    optimizers = _own(model, "configure_optimizers")
    if optimizers is not None:
        context.call(optimizers, Arguments())
    before = MODES["grad"]
    context.write(MODES, "grad", False)
    _step(context, model, "validation_step", _loader(context, val, "val_dataloader", data, model))
    context.write(MODES, "grad", before)
    _step(context, model, "training_step", _loader(context, train, "train_dataloader", data, model))
    _hooks(context, _BEHIND, data, model)
    return NONE


def _evaluating(step: str, name: str) -> Value:
    @method
    def run(context: Context, trainer: Instance, arguments: Arguments) -> Value:
        model, data = arguments.get(0, "model"), given(arguments, 4, "datamodule")
        if model is None:
            return Unknown("results")
        loader = _loader(context, given(arguments, 1, "dataloaders"), name, data, model)
        before = MODES["grad"]
        context.write(MODES, "grad", False)
        _step(context, model, step, loader)
        context.write(MODES, "grad", before)
        return Unknown("results")

    return run


def _trainer_attribute(context: Context, arguments: Arguments) -> Value:
    return Unknown("an attribute of a trainer")


TRAINER = library_class(
    "lightning.Trainer", __init__=nothing, __getattr__=_trainer_attribute, fit=_fit,
    validate=_evaluating("validation_step", "val_dataloader"), test=_evaluating("test_step", "test_dataloader"),
    predict=_evaluating("predict_step", "predict_dataloader"), save_checkpoint=nothing,
)  # fmt: skip
T.classes(LIGHTNING, DATA, TRAINER, library_class("lightning.Callback", __init__=nothing))
for _path in ("lightning.seed_everything", "lightning.utilities.rank_zero.rank_zero_info"):
    T.native(_path)(nothing)


# -- Accelerate -------------------------------------------------------------------------------------------------


@method
def _prepare(context: Context, accelerator: Instance, arguments: Arguments) -> Value:
    """What is given stays what it is; how a loader shares out its samples depends on the number of processes."""
    found = [_shared(context, one) for one in arguments.positional]
    return found[0] if len(found) == 1 else Sequence.tuple(found)


def _shared(context: Context, value: Value) -> Value:
    if not isinstance(value, Instance) or not value.cls.is_a("torch.utils.data.DataLoader"):
        return value
    loader = Instance(value.cls)
    for name, held in value.state.items():
        context.write(loader.state, name, held)
    loader.set_attribute(context, "sampler", Unknown("a sampler of one process"))
    return loader


def _scaled(context: Context, arguments: Arguments) -> Value:
    return _backward(context, arguments.get(1, "loss"))


def _first_given(context: Context, arguments: Arguments) -> Value:
    return arguments.positional[1] if len(arguments.positional) > 1 else NONE


def _accelerator_attribute(context: Context, arguments: Arguments) -> Value:
    return Unknown("an attribute of an accelerator")


_ACCELERATOR: Class = library_class(
    "accelerate.Accelerator", __init__=nothing, __getattr__=_accelerator_attribute, prepare=_prepare,
    prepare_model=_first_given, prepare_optimizer=_first_given, prepare_scheduler=_first_given,
    backward=_scaled, unwrap_model=_first_given, print=nothing, wait_for_everyone=nothing, log=nothing,
    end_training=nothing, save_state=nothing, free_memory=nothing, clip_grad_value_=nothing, init_trackers=nothing,
    register_for_checkpointing=nothing,
)  # fmt: skip
T.classes(_ACCELERATOR)
