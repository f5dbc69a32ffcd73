"""What IPython accepts beside Python: magics, shell commands and questions, made harmless for the parser.

Lines and columns stay, so that spans fit the text the user sees.
"""

from __future__ import annotations

import re

from .scan import Scanner

_MAGIC = re.compile(r"(\s*)(?:%%?\w|!|\?{1,2}[A-Za-z_*]|%%?$)")
_QUESTION = re.compile(r"(\s*)[%A-Za-z_*][\w.\[\]*]*\?{1,2}\s*(?:#.*)?$")
_ASSIGNED = re.compile(r"([\w.,\s\[\]'\"]+=\s*)(?:!|%[A-Za-z])(?!=)")
_TIMED = re.compile(r"(\s*)%%?(?:time|timeit|prun)((?:\s+-\w(?:\s*\d+)?)*)\s+(?=[A-Za-z_(\[])")
_VALUE = "get_ipython()"
"""What IPython itself calls for a shell command or a magic; its value is not known."""

_PYTHON_CELLS = "capture debug ipytest prun pypy python python3 time timeit"
PYTHON_CELLS = frozenset(_PYTHON_CELLS.split())
"""Cell magics whose body is Python in the same scope."""
_AUTOMAGIC = (
    "alias alias_magic autoawait autocall automagic bookmark cat cd clear code_wrap colors conda config cp debug "
    "dhist dirs doctest_mode edit env gui history killbgscripts ldir load load_ext loadpy logoff logon logstart "
    "logstate logstop ls lsmagic macro magic mamba man matplotlib micromamba mkdir more mv notebook page pastebin "
    "pdb pdef pdoc pfile pinfo pinfo2 pip popd pprint precision prun psearch psource pushd pwd pycat pylab "
    "quickref recall rehashx reload_ext rerun reset reset_selective rm rmdir run save sc set_env sx system tb "
    "time timeit unalias unload_ext uv who who_ls whos xdel xmode"
)
AUTOMAGIC = frozenset(_AUTOMAGIC.split())
"""Magics that need no `%`: IPython's own list, and the shell commands it aliases."""


def skips_cell(lines: list[str]) -> bool:
    """The cell is not Python: a magic rules over all of it, or it is a bare magic."""
    first = next((line for line in lines if line.strip() and line.lstrip()[0] != "#"), "")
    words = first.split(None, 2)
    if words and words[0] in AUTOMAGIC and not first[0].isspace():
        alone = len(words) == 1 and len([line for line in lines if line.strip()]) == 1
        if alone or (len(words) > 1 and not re.match(r"[-+*/%&|^<>=]*=|[.,:(\[]|(?:in|is|not|and|or|if)\b", words[1])):
            return True
    for line in lines:
        if line.lstrip().startswith("%%"):
            name = re.match(r"\w*", line.lstrip()[2:])
            if name is not None and name.group() not in PYTHON_CELLS:
                return True
    return False


def has_magic(text: str) -> bool:
    """A line may be IPython's; costs next to nothing where none is."""
    return ("%" in text or "!" in text or "?" in text) and any(map(_candidate, text.split("\n")))


def _candidate(line: str) -> bool:
    return bool(_MAGIC.match(line) or _QUESTION.match(line) or _ASSIGNED.match(line))


def plain(lines: list[str]) -> list[str]:
    """The lines with everything that is IPython's replaced."""
    scanner, result, in_command = Scanner(), [], False
    for line in lines:
        if in_command:  # a shell command goes on behind a backslash
            in_command = line.endswith("\\")
            result.append("")
        elif scanner.fresh and _candidate(line):
            replaced = _replace(line)
            in_command = line.endswith("\\")
            if replaced.lstrip().startswith("0;"):
                scanner.feed(replaced)
            result.append(replaced)
        else:
            scanner.feed(line)
            result.append(line)
    return result


def _replace(line: str) -> str:
    timed = _TIMED.match(line)
    if timed is not None and timed.end() - timed.end(1) >= 2:
        indent = timed.group(1)
        rest = line[timed.end() :]
        if not re.match(r"(?:for|if|while|with|def|class|try)\b", rest):
            return f"{indent}0;".ljust(timed.end()) + rest
    whole = _MAGIC.match(line) or _QUESTION.match(line)
    if whole is not None:
        return whole.group(1) + "pass"
    assigned = _ASSIGNED.match(line)
    return assigned.group(1) + _VALUE if assigned is not None else line
