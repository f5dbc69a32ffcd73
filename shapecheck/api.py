"""The one door for the command line, the language server, the hook and the tests: `Session.check(path, text)`.

A file is read (`source`), lowered (`ir`), followed (`interp`), judged (`rules`), and what the judgement rests on is
tried on the real framework (`dryrun`), unless the configuration says `static`.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from .baseline import Baseline
from .findings import Coverage, Finding, Listing, Report, Severity
from .interp.analyse import analyse
from .interp.project import Project
from .interp.trace import Gap
from .rules.judge import judge
from .source import Unreadable
from .unused import unused

if TYPE_CHECKING:
    from .config import Config
    from .dryrun.session import DryRun
    from .interp.trace import Call, Trace
    from .source.module import Module

    Pairs = list[tuple[Finding, Call]]

MISTAKE = "SHP901", "syntax-error"


class Session:
    """Checks files with one configuration. The dry run's worker is started when it is first needed; close it, or use
    the session as a context manager."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.baseline = Baseline.read(config.baseline) if config.baseline is not None else None
        """The findings that are known already, and not reported."""
        self.overlay: dict[str, str] = {}
        """Texts that are newer than their files, by path: those that are open in an editor."""
        self.unmatched = dict(config.inputs)
        """The inputs that were given whose names meant nothing so far."""

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the dry run's worker, if there is one."""
        if "dry_run" in self.__dict__:
            self.dry_run.close()

    @cached_property
    def dry_run(self) -> DryRun:
        """The real frameworks. It does nothing before it is asked something."""
        from .dryrun.session import DryRun

        return DryRun(self.config.python, self.config.cache_folder)

    def check(self, path: str, text: str | None = None) -> Report:
        """What is said of one file; `text` stands for its content, where that is newer than the file."""
        project = self._project(path, text)
        try:
            module = project.read_main()
        except Unreadable as problem:
            return Report(path, notes=[str(problem)])
        report = Report(path, notes=self._told(project), module=module)
        if module.skip:
            report.notes.append("is not Python, or asks not to be checked")
            return report
        project.oracle = None if self.config.static else self.dry_run.oracle
        trace = analyse(project, self.config.max_steps)
        pairs: Pairs = [pair for pair in judge(trace) if self.wanted(pair[0], report)]
        if not self.config.static:
            pairs = self._confirmed(pairs, trace, report)
            self.dry_run.flush()
        found = [finding for finding, _ in pairs] + [f for f in _mistakes(module) if self.wanted(f, report)]
        if trace.complete and not module.problems:
            found += unused(module, self.config)
        found.sort(key=lambda finding: (*finding.span, finding.code))
        report.findings = self.baseline.new(path, found, module) if self.baseline is not None else found
        report.coverage = coverage(trace)
        report.notes.extend(trace.notes)
        report.read = list(project.modules)
        noted = {note.span.path for finding in report.findings for note in finding.notes} - {path}
        report.related = {name: other for name, other in project.modules.items() if name in noted}
        return report

    def show(self, path: str, text: str | None = None, all_files: bool = False, uses: bool = False) -> Listing:
        """What the expressions of one file give; with `all_files` also those of the files that it imports, with `uses`
        also the names that are read, and where tensors come from."""
        from .interp.shown import Shown

        project = self._project(path, text)
        try:
            module = project.read_main()
        except Unreadable as problem:
            return Listing(path, notes=[str(problem)])
        listing = Listing(path, {path: []}, notes=self._told(project), module=module)
        if module.skip:
            listing.notes.append("is not Python, or asks not to be checked")
            return listing
        shown = Shown(uses)
        trace = analyse(project, self.config.max_steps, shown)
        for row in shown.rows:
            if all_files or row.span.path == path:
                listing.rows.setdefault(row.span.path, []).append(row)
        listing.made = shown.made or {}
        listing.others = {name: project.modules[name] for name in listing.rows if name != path}
        listing.notes.extend(f"line {problem.span.line}: {problem.message}" for problem in module.problems)
        listing.notes.extend(trace.notes)
        return listing

    def _project(self, path: str, text: str | None) -> Project:
        overlay = {**self.overlay, path: text} if text is not None else self.overlay
        version = self.config.keras_version
        releases = {"keras": int(version)} if version != "auto" else {}
        return Project(path, overlay, self.config.data, self.config.python, dict(self.config.inputs), releases)

    def _told(self, project: Project) -> list[str]:
        """What is to be said of the inputs that were given for a file."""
        if project.inputs is None:
            return []
        for name in project.inputs.matched:
            self.unmatched.pop(name, None)
        return list(project.inputs.notes)

    def wanted(self, finding: Finding, report: Report) -> bool:
        """In the file that was asked for, of a rule that is on, and not suppressed by a comment."""
        if finding.span.path != report.path or not self.config.reports(finding.code, finding.name, report.path):
            return False
        assert report.module is not None
        directives, span = report.module.directives, finding.span
        return directives is None or not directives.suppresses(finding.code, finding.name, span.line, span.end_line)

    def _confirmed(self, pairs: Pairs, trace: Trace, report: Report) -> Pairs:
        """The findings that the framework does not contradict; those that it does are gaps of ours."""
        if not pairs:
            return pairs
        replay = self.dry_run.confirm(pairs)
        report.notes.extend(replay.notes)
        trace.gaps += [Gap(f"withdrawn {finding.name}: {said}", finding.span) for finding, said in replay.withdrawn]
        return replay.kept


def _mistakes(module: Module) -> list[Finding]:
    code, name = MISTAKE
    return [Finding(code, name, Severity.ERROR, problem.message, problem.span) for problem in module.problems]


def coverage(trace: Trace) -> Coverage:
    """What was followed, by place: a line that several instances run counts once, and only if all were followed. The
    lines of libraries do not count."""
    places: dict[tuple[object, str], bool] = {}
    for call in trace.calls:
        if call.span.path not in trace.libraries:
            key = (call.span, call.spec.path)
            places[key] = places.get(key, True) and call.followed
    unknown = {(gap.span, gap.reason) for gap in trace.gaps if gap.op and gap.span.path not in trace.libraries}
    calls = len(places) + len({span for span, _ in unknown} - {span for span, _ in places})
    found: dict[str, dict[object, None]] = {}
    for gap in trace.gaps:
        found.setdefault(gap.reason, {})[gap.span] = None
    by_reason = {reason: list(spans) for reason, spans in found.items()}
    counts = Counter({reason: len(spans) for reason, spans in by_reason.items()})
    return Coverage(sum(places.values()), calls, counts, by_reason, trace.complete)  # type: ignore[arg-type]
