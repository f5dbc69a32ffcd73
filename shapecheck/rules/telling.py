"""How a mismatch or a remark is told: the message, what stands under the code, and the related places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.objects import Instance
from ..core.outcome import Mismatch
from ..core.tensor import OPERATORS, Tensor
from ..findings import Finding, Note, Severity
from .provenance import before, operands

if TYPE_CHECKING:
    from ..core.dim import Dim
    from ..core.origin import Origin
    from ..core.outcome import Remark
    from ..core.span import Span
    from ..frameworks.declare import Spec
    from ..interp.trace import Call
    from .base import Rule

MOST_NOTES = 4
_SYMBOLS = {f"__{prefix}{name}__": symbol for symbol, name in OPERATORS.items() for prefix in ("", "r")}
_SYMBOLS |= {f"__i{name}__": f"{symbol}=" for symbol, name in OPERATORS.items()}
_SYMBOLS |= {"__getitem__": "[...]", "__setitem__": "[...] =", "__iter__": "for", "__len__": "len"}
_VERBS = ("expects ", "takes ", "needs ", "wants ", "gets ", "got ", "cannot ", "must ")


def tell(call: Call, what: Mismatch | Remark, rule: Rule) -> Finding:
    """A mismatch is proved to fail, so it is an error; a remark runs, so it is at most a warning."""
    severity = Severity.ERROR if isinstance(what, Mismatch) else rule.severity
    believed = _believed(call)
    if severity is Severity.ERROR and (believed or not isinstance(what, Mismatch)):
        severity = Severity.WARNING
    span = call.spans.get(what.argument, call.span)
    return Finding(
        code=rule.code,
        name=rule.name(),
        severity=severity,
        message=_message(call, str(what) if isinstance(what, Mismatch) else what.text),
        span=span,
        label=_label(call, what.argument),
        notes=(*believed, *_notes(call, what, span))[:MOST_NOTES],
        runtime=tuple(what.runtime),
        help=what.help,
        fix=rule.fix(call, what),
    )


def _believed(call: Call) -> tuple[Note, ...]:
    """The comment that the number of axes of an operand rests on: what follows from it is no proof."""
    found = next((one for one in before(call) if one.spec.path == "shapecheck.told"), None)
    return () if found is None else (Note(found.span, "if this comment is true"),)


def friendly(spec: Spec) -> str:
    """What the user calls an op: `Linear`, `matmul`, `@`; a class by its name."""
    owner, _, last = spec.path.rpartition(".")
    return owner.rpartition(".")[2] if last in ("__init__", "__call__") else _SYMBOLS.get(last, last)


def _message(call: Call, text: str) -> str:
    """The name of what was called and what is wrong; the name is left out where the text has it, or for a model, whose
    call the user did not write."""
    name = friendly(call.spec)
    text = f"{text}, {call.when}" if call.when else text
    if "" in call.fixed and not call.spec.layer:
        return text
    words = "".join(c if c.isalnum() else " " for c in text.replace("_", "")).lower().split()
    if name.replace("_", "").lower() in words or (name in text and not name[0].isalnum()):
        return text
    return f"{name} {text}" if text.startswith(_VERBS) else f"{name}: {text}"


def _label(call: Call, argument: str) -> str:
    """The types of the tensors concerned."""
    named = call.arguments.get(argument)
    tensors = [named] if isinstance(named, Tensor) else list(operands(call))
    return " and ".join(dict.fromkeys(str(tensor) for tensor in tensors[:2]))


def _notes(call: Call, what: Mismatch | Remark, span: Span) -> tuple[Note, ...]:
    """Where each size that disagrees was made, and where the layer was."""
    notes: dict[Span, Note] = {}
    for size in what.sizes:
        origin = _made(size, span)
        if origin is not None and origin.span is not None and origin.span not in notes:
            number = "a size that is not known" if size.is_unknown else str(size)
            how = "" if origin.what.isdigit() or not origin.what else f": {origin.what}"
            notes[origin.span] = Note(origin.span, f"{number} is made here{how}")
    made = call.made
    if made is not None and not _within(made, call.span) and not any(_within(place, made) for place in notes):
        thing = call.fixed.get("")
        text = f"{thing.kind} is made" if isinstance(thing, Instance) else f"{friendly(call.spec)} stands"
        notes[made] = Note(made, f"{text} here")
    return tuple(notes.values())[:MOST_NOTES]


def _made(size: Dim, failing: Span) -> Origin | None:
    """The nearest place where the size was made, other than the failing expression itself."""
    if size.origin is None:
        return None
    return next((origin for origin in size.origin.walk() if origin.span is not None and origin.span != failing), None)


def _within(inner: Span, outer: Span) -> bool:
    starts = (inner.path, inner.line, inner.column) >= (outer.path, outer.line, outer.column)
    ends = (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
    return starts and ends and inner.path == outer.path
