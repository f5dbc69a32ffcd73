"""Comments that suppress nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .core.span import Span
from .findings import Applicability, Edit, Finding, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .config import Config
    from .source.comments import Directive
    from .source.module import Module

_CODE, _NAME = "SHP903", "unused-ignore"


def unused(module: Module, config: Config) -> Iterator[Finding]:
    """Of a file whose findings were all looked at: what its comments ask for in vain. Other tools' codes are theirs."""
    silent = "shapecheck:" not in module.text and "SHP" not in module.text
    if silent or module.directives is None or not config.reports(_CODE, _NAME, module.path):
        return
    asked = module.directives.asked
    for directive in asked:
        message = _vain(directive, config, module.path)
        if message and not any(_about_us(other, directive.line) for other in asked):
            column = directive.column
            span = Span(module.path, directive.line, column, directive.line, column + len(directive.text))
            fix = _removal(directive, module) if directive.own and not directive.used else None
            yield Finding(_CODE, _NAME, Severity.INFO, message, span, fix=fix)


def _about_us(directive: Directive, line: int) -> bool:
    """It asks, by name, for no such finding at a line: one without names does not speak for itself."""
    return bool(directive.names & {_CODE, _NAME}) and any(line in lines for lines in directive.lines)


def _removal(directive: Directive, module: Module) -> Fix:
    """Takes the comment away with its reason, and leaves those of others on the line."""
    line = module.lines[directive.line - 1]
    start, end = directive.column, directive.column + len(directive.text)
    other = line.find("#", end)
    if other < 0:
        start, end = len(line[:start].rstrip()), len(line)
    else:
        end = other
    edit = Edit(Span(module.path, directive.line, start, directive.line, end), "")
    return Fix("Remove the comment", (edit,), Applicability.SAFE)


def _vain(directive: Directive, config: Config, path: str) -> str:
    """What there is to say of one; of rules that are off nothing is known."""
    if not directive.names:
        known = directive.own and config.select == ("ALL",) and not config.ignore and not config.per_file_ignores
        return "nothing to ignore here" if known and not directive.used else ""
    vain, strange = [], []
    for name in sorted(directive.names - directive.used):
        rule = _rule(name) if directive.own or name.startswith("SHP") else None
        if rule is None and (directive.own or name.startswith("SHP")):
            strange.append(name)
        elif rule is not None and rule[1] != _NAME and config.reports(*rule, path):
            vain.append(name)
    parts = [f"no finding of {', '.join(vain)} to ignore here"] if vain else []
    parts += [f"{', '.join(strange)}: no such rule"] if strange else []
    return "; ".join(parts)


def _rule(name: str) -> tuple[str, str] | None:
    from .rules import find

    rule = find(name)
    return (rule.code, rule.name()) if rule is not None else None
