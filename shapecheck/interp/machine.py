"""The state of one analysis, and the services that values get from it (`core.value.Context`)."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from ..core.budget import PER_STEP, Budget, OutOfBudget
from ..core.containers import Mapping, Sequence, drawn
from ..core.equality import equal
from ..core.objects import Class, Instance
from ..core.origin import Origin
from ..core.outcome import Mismatch, Raised, Undecided
from ..core.plain import Constant, Scalar
from ..core.reading import spoil
from ..core.span import Span
from ..core.tensor import Tensor
from ..core.value import Arguments, Choice, Learnt, Memory, Native, State, Unknown, Value, births
from . import apply, conditions, fork, lookup, trying
from .demand import demanded
from .sharing import Repeated, is_many
from .shown import Shown
from .trace import Call, Gap, Trace

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ..core.dim import Dim
    from ..ir.nodes import Choose, If
    from .aftermath import Cut
    from .fork import Exit
    from .late import Late
    from .project import Project
    from .scope import Scope
    from .values.function import FunctionValue
    from .values.module import ModuleValue

_DIVIDING = ("/", "//", "%", "**")
_FOR_LIBRARIES = 2
"""The code of libraries may take so many times the steps of the program: a model of theirs is larger."""
_DEEPEST = 60
"""Calls of the user's functions inside one another."""


def _identity(operator: str, left: Value, right: Value) -> Value | None:
    """Where neither value says when it is equal to the other."""
    same = True if left is right and not isinstance(left, Unknown) else equal(left, right)
    return None if same is None else Constant(same is (operator == "=="))


def _fails(calls: list[Call]) -> bool:
    return any(call.mismatch is not None and not call.guarded for call in calls)


class Frame:
    """One activation of a function, or of a module's top level: when it began, and how many conditions the path rested
    on by then; the calls of the same function inside that are not followed."""

    __slots__ = ("conditions", "cuts", "exits", "function", "mark", "names", "scope", "yielded")

    def __init__(
        self, scope: Scope, function: FunctionValue | None = None, conditions: int = 0,
        mark: fork.Mark | None = None,
    ) -> None:
        self.mark = mark or fork.Mark(0, 0)
        self.cuts: list[Cut] = []
        self.scope = scope
        self.function = function
        self.conditions = conditions
        self.exits: list[Exit] = []
        self.yielded: Sequence | None = None
        self.names: dict[str, Dim] = {}


class Machine:
    """Everything one analysis knows: journal, frames, assumptions, budget and trace."""

    def __init__(self, project: Project, max_steps: int) -> None:
        self.project = project
        self.started = births()
        self.own_budget = self.budget = Budget(max_steps * PER_STEP)
        self.library_budget = Budget(_FOR_LIBRARIES * max_steps * PER_STEP)
        self.import_budget = Budget(max_steps * PER_STEP)
        self.trace = Trace()
        self.journal: list[tuple[dict[Any, Any], Hashable, Any]] = []
        self.assumed: dict[Hashable, bool] = {}
        self.sizes: dict[Any, Dim] = Learnt()
        self.demanded: dict[Any, Any] = Learnt()
        self.settled: dict[Hashable, bool] = Learnt()
        self.memory: dict[Any, Any] = Memory()
        self.frames: list[Frame] = []
        self.stack: list[Span] = []
        self.guards = self.supposing = 0
        self.repeated = Repeated()
        self.watches: list[trying.Watch] = []
        self.caught: list[Value | None] = []
        self.meanings: dict[tuple[Hashable, bool], dict[Hashable, bool]] = {}
        self.span = Span("", 1, 0, 1, 0)
        self.called: set[int] = set()
        self.overwritten: list[tuple[dict[str, Any], str]] = []
        self.made: list[FunctionValue] = []
        self.classes: list[Class] = []
        self.instances: dict[int, Value] = {}
        self.decisions: dict[int, tuple[If | Choose, set[bool]]] | None = None
        self.library_state: dict[str, Value] = State()
        self.modules: dict[str, ModuleValue] = {}
        self.late: list[Late] = []
        self.summoned: set[str] = set()
        self.caches: dict[str, Any] = {}

    @property
    def frame(self) -> Frame:
        return self.frames[-1]

    def step(self) -> None:
        self.budget.left -= PER_STEP
        if self.budget.left < 0:
            raise OutOfBudget

    # -- services ----------------------------------------------------------------------------------------------

    def write(self, state: dict[Any, Any], key: Hashable, new: object) -> None:
        fork.write(self, state, key, new)

    def gap(self, reason: str, op: bool = False) -> Unknown:
        self.trace.gaps.append(Gap(reason, self.span, op))
        return Unknown(reason)

    def origin(self, what: str) -> Origin:
        return Origin(self.span, what)

    def note(self, key: str, fact: object) -> None:
        self.trace.facts.setdefault(key, []).append(fact)

    def mentions(self, word: str) -> bool:
        paths = {self.project.main, self.span.path} - {""}
        return any(self.project.mentions(path, word) for path in paths)

    def release(self, package: str) -> tuple[int, int] | None:
        return self.project.release(package)

    def data_file(self, path: str) -> str | None:
        return self.project.data_file(path, self.frames[0].scope.path if self.frames else "")

    def data_folder(self, path: str) -> str | None:
        return self.project.data_folder(path, self.frames[0].scope.path if self.frames else "")

    def module(self, name: str) -> Value:
        from .imports import module_at

        return module_at(self, self.frame.scope.path, name)

    def written(self, path: str) -> Value | None:
        from .imports import module_at
        from .values.module import ModuleValue

        module, _, name = path.rpartition(".")
        found = module_at(self, self.frame.scope.path, module)
        return found.written(self, name) if isinstance(found, ModuleValue) else None

    def is_there(self, name: str) -> bool | None:
        from .imports import is_there

        return is_there(self, name)

    def pause(self, function: Value, arguments: Arguments) -> tuple[Value, Callable[[], Value]] | None:
        from .pausing import pause
        from .values.function import FunctionValue

        function = self.resolve(function)
        return pause(self, function, arguments) if isinstance(function, FunctionValue) else None

    def search(self, folder: str, first: bool) -> None:
        self.project.search.add(folder, first)

    @property
    def in_library(self) -> bool:
        return self.frame.scope.library

    def local_names(self) -> tuple[dict[str, Value], bool]:
        from .recursion import mentions

        scope, function = self.frame.scope, self.frame.function
        own = [parameter.name for parameter in function.node.parameters] if function is not None else []
        known = {name: scope.vars[name] for name in own if name in scope.vars}
        outer, others = scope.outer, len(known) < len(scope.vars)
        if outer is not None and outer.kind == "class" and function is not None:
            if mentions(function, "super", "__class__"):
                known["__class__"] = Unknown("the class of a method")
            outer = outer.outer
        return known, others or outer is None or outer.kind != "module"

    def summon(self, word: str) -> bool:
        from .late import summon

        return summon(self, word)

    def lookup(self, path: str) -> Value | None:
        return lookup.lookup(self, path)

    def member(self, path: str, owner: Value) -> Value:
        return lookup.member(self, path, owner)

    def apply(self, path: str, arguments: Arguments, fixed: dict[str, Any] | None = None) -> Value:
        return apply.apply(self, path, arguments, fixed or {})

    def construct(self, instance: Value, path: str, arguments: Arguments) -> None:
        apply.construct(self, instance, path, arguments)

    def weights(self, path: str, constructor: dict[str, Value]) -> dict[str, Value]:
        return apply.weights(self, path, constructor)

    def replay(self, target: Value, feed: dict[int, Value]) -> Value:
        from .replay import replay

        return replay(self, target, feed)

    # -- what values do, on every alternative of a choice ------------------------------------------------------

    def call(self, function: Value, arguments: Arguments) -> Value:
        self.step()
        function = self.resolve(function)
        if isinstance(function, Choice):
            return self.each(function, lambda value: self.call(value, arguments))
        if len(self.stack) > _DEEPEST:
            spoil()
            return self.gap("calls nested too deeply")
        span = self.span
        result = self._native(function, arguments) if isinstance(function, Native) else function.call(self, arguments)
        self.span = span
        if isinstance(function, Class) and function.path is None:
            self.instances[id(function.state)] = result
        if self.watches and isinstance(function, (Native, Class)) and isinstance(result, Scalar):
            trying.risk(self, None)  # such as `int(text)`
        return self.came(result)

    def came(self, result: Value) -> Value:
        """What an operation gave: in a `try`, it may have failed, or is sure to."""
        return trying.checked(self, result) if self.watches and isinstance(result, Unknown) else result

    def _native(self, function: Native, arguments: Arguments) -> Value:
        """A function of a library that acts on values itself; what it did not think of is a gap."""
        from .aftermath import of_callbacks

        mark = fork.mark_of(self)
        try:
            return of_callbacks(self, mark, drawn(function.call(self, arguments), arguments), arguments)
        except (Undecided, Mismatch) as answer:
            return self.gap(f"{function.name}: {answer}", op=True)
        except RecursionError:
            raise
        except Exception as error:  # its author did not think of these arguments: say so, and go on
            return self.gap(f"{type(error).__name__} in {function.name}: {error}", op=True)

    def attribute(self, value: Value, name: str) -> Value:
        value = self.resolve(value)
        if isinstance(value, Choice):
            return self.each(value, lambda one: self.came(one.attribute(self, name)))
        found = self.came(value.attribute(self, name))
        return self.resolve(self._of_one(value, found))

    def _of_one(self, owner: Value, found: Value) -> Value:
        """Part of an object; of one that stands for many it is not the same each time."""
        if not isinstance(owner, (Sequence, Mapping, Instance)) or isinstance(found, Tensor):
            return found
        return found.one_of_many() if is_many(self, owner.state) else found

    def item(self, value: Value, index: Value) -> Value:
        value, index = self.resolve(value), self.resolve(index)
        if isinstance(value, Choice):
            return self.each(value, lambda one: self.item(one, index))
        if isinstance(index, Choice):
            return self.each(index, lambda one: self.item(value, one))
        found = self.came(value.item(self, index))
        if isinstance(value, Sequence) and value.rest is not None:
            found = found.one_of_many()
        return self.resolve(self._of_one(value, found))

    def iterate(self, value: Value) -> Value:
        value = self.resolve(value)
        if isinstance(value, Choice):
            return self.came(Unknown("elements of one of several values"))
        found = self.came(value.elements(self))
        if isinstance(found, Sequence):
            return found.taken(self)
        return found if isinstance(found, Unknown) else self.iterate(found)

    def binary(self, operator: str, left: Value, right: Value) -> Value:
        """`left operator right` by Python's protocol."""
        left, right = self.resolve(left), self.resolve(right)
        if isinstance(left, Choice):
            return self.each(left, lambda one: self.binary(operator, one, right))
        if isinstance(right, Choice):
            return self.each(right, lambda one: self.binary(operator, left, one))
        result = left.binary(self, operator, right, False)
        if result is None:
            result = right.binary(self, operator, left, True)
        if result is None and operator in ("==", "!="):
            result = _identity(operator, left, right)
        if operator in ("==", "!="):
            return result if result is not None else Unknown(f"{left.kind} {operator} {right.kind}")
        if self.watches and operator in _DIVIDING and right.truth(self) is None:
            trying.risk(self, None)
        return self.came(result if result is not None else Unknown(f"{left.kind} {operator} {right.kind}"))

    def truth(self, value: Value) -> tuple[bool | None, Hashable, bool]:
        """Whether a value counts as true; where that is not known, the key of the condition to assume, and what the
        truth is when that key is true."""
        return conditions.truth(self, value)

    def decide(self, node: If | Choose, truth: bool) -> None:
        """Remembers which way a test went, where somebody wants to know."""
        if self.decisions is not None:
            self.decisions.setdefault(id(node), (node, set()))[1].add(truth)

    def resolve(self, value: Value) -> Value:
        """Of a choice, what the assumptions of this path leave; of an unknown, what its uses have told."""
        if self.demanded and isinstance(value, (Unknown, Tensor)):
            found = demanded(self, value)
            return conditions.resolve(self, value) if found is value else self.resolve(found)
        return conditions.resolve(self, value) if isinstance(value, (Choice, Unknown)) else value

    def each(self, choice: Choice, act: Callable[[Value], Value], narrow: bool = False) -> Value:
        """Acts on every alternative, with its conditions assumed and its changes apart; a failure counts if all of
        them fail. narrow: the path goes on with those alternatives only that do not fail."""
        results: list[tuple[dict[Hashable, bool], Value | None]] = []
        deltas: list[fork.Delta] = []
        before, mark = self.assumed, fork.mark_of(self)
        recorded = [len(self.trace.calls)]
        settled: dict[Hashable, bool] = {}
        raised: Raised | None = None
        shown = self.trace.shown or Shown()
        level = shown.fork()
        for held, value in choice.alternatives:
            self.assumed = {**before, **held}
            try:
                results.append((held, act(value)))
            except Raised as error:
                trying.risk(self, error.value)
                raised = error
                results.append((held, None))
            deltas.append(fork.rewind(self, mark))
            recorded.append(len(self.trace.calls))
            shown.side()
        shown.join(level)
        self.assumed = before
        alternatives = [self.trace.calls[a:b] for a, b in pairwise(recorded)]
        going_on = [i for i, (_, result) in enumerate(results) if result is not None]
        if raised is not None and not going_on:
            raise raised
        if narrow:
            going_on = [i for i in going_on if not _fails(alternatives[i])] or going_on
        self._keep_certain(alternatives)
        if len(going_on) < len(results):
            results, deltas = [results[i] for i in going_on], [deltas[i] for i in going_on]
            if narrow:
                self.trace.calls[recorded[0] :] = chain.from_iterable(alternatives[i] for i in going_on)
            if len(going_on) == 1:
                self.assumed = {**before, **results[0][0]}
                settled = results[0][0]
        fork.merge_several(self, mark, [(held, delta) for (held, _), delta in zip(results, deltas, strict=True)])
        for key, holds in settled.items():
            self.write(self.settled, key, holds)
        return fork.choose([(held, result) for held, result in results if result is not None])

    def _keep_certain(self, alternatives: list[list[Call]]) -> None:
        """A call that fails for some of the alternatives only is no proof: it counts as not followed."""
        if not all(any(call.mismatch for call in calls) for calls in alternatives):
            for call in chain.from_iterable(alternatives):
                if call.mismatch is not None:
                    call.mismatch, call.undecided = None, "it fails on some paths only"
        if not all(any(call.remarks for call in calls) for calls in alternatives):
            for call in chain.from_iterable(alternatives):
                call.remarks = ()
