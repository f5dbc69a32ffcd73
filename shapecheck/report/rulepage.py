"""The page of a rule, with its examples."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..rules.base import Rule


def entry(rule: type[Rule]) -> dict[str, Any]:
    """The rule as a tool reads it."""
    explanation = cleandoc(rule.__doc__ or "")
    return {
        "code": rule.code,
        "name": rule.name(),
        "severity": rule.severity.value,
        "since": rule.since,
        "summary": explanation.partition("\n")[0],
        "explanation": explanation,
        "bad": [_program(each) for each in rule.bad],
        "good": [_program(each) for each in rule.good],
        "url": None,
    }


def page(rule: type[Rule]) -> str:
    """The rule as Markdown."""
    told = entry(rule)
    parts = [f"# {told['name']} ({told['code']})", f"{told['severity']}, since {told['since']}", told["explanation"]]
    for title, programs in (("Wrong", told["bad"]), ("Right", told["good"])):
        if programs:
            parts.append(f"## {title}")
            parts.extend(f"```python\n{program}\n```" for program in programs)
    return "\n\n".join(parts) + "\n"


def _program(text: str) -> str:
    return cleandoc(text).strip("\n")
