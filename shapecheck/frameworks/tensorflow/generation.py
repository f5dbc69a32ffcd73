"""Which TensorFlow a program is for: some names mean something else in the first, and graphs refuse more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.plain import Constant, Scalar

if TYPE_CHECKING:
    from ...core.value import Context, Value

_FIRST = (
    "tf.placeholder", "tf.Session", "tf.InteractiveSession", "tf.contrib", "tensorflow.contrib", "tf.get_variable",
    "tf.disable_v2_behavior", "tf.disable_eager_execution", "tf.global_variables_initializer", "tf.estimator",
    "tf.variable_scope", "tf.layers", "make_one_shot_iterator", "v1.Session", "v1.placeholder",
    "v1.disable_v2_behavior", "v1.disable_eager_execution", "initialize_all_variables",
)  # fmt: skip
"""Words of programs for TensorFlow 1, which builds graphs and runs them later."""
_EAGER = ("enable_eager_execution", "GradientTape", "tf.function")


def builds_graphs(context: Context) -> bool:
    """Ops are put into a graph when they are called, with what is known of shapes at that time."""
    return any(map(context.mentions, _FIRST)) and not any(map(context.mentions, _EAGER))


def makes_references(context: Context) -> bool:
    """Variables are those of TensorFlow 1, whose shape must be known."""
    if any(map(context.mentions, ("disable_v2_behavior", "disable_resource_variables"))):
        return True
    return builds_graphs(context) and not context.mentions("compat")


class Release(Constant):
    """`tf.__version__`: a program that builds graphs is run with a version of its time, nobody knows which."""

    __slots__ = ()

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if operator in ("==", "!=") or builds_graphs(context):  # one release of many
            return Scalar("bool")
        return super().binary(context, operator, other, reflected)

    def attribute(self, context: Context, name: str) -> Value:
        return Scalar("str").attribute(context, name) if builds_graphs(context) else super().attribute(context, name)

    def item(self, context: Context, index: Value) -> Value:
        return Scalar("str") if builds_graphs(context) else super().item(context, index)
