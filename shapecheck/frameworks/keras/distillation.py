"""`keras.distillation.Distiller`: a model that trains a student beside its teacher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.objects import library_class
from ...core.plain import NONE
from ...core.value import Arguments, Unknown, Value
from .dialect import K
from .models import MODEL
from .natives import Given, method

if TYPE_CHECKING:
    from ...core.objects import Instance
    from ...core.value import Context


@method("Distiller.__init__")
def _init(context: Context, model: Instance, arguments: Arguments) -> Value:
    asked = Given("teacher student distillation_losses", arguments)
    for name in ("teacher", "student"):
        context.write(model.state, name, asked[name])
    return NONE


@method("Distiller.call")
def _call(context: Context, model: Instance, arguments: Arguments) -> Value:
    """What the student gives."""
    student = model.state.get("student")
    return context.call(student, Arguments(arguments.positional[1:2])) if student else Unknown("a student")


K.classes(library_class("keras.distillation.Distiller", MODEL, __init__=_init, call=_call))
