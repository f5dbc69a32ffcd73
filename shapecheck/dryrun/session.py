"""What a session has of the dry run: nothing is imported, and no process started, before it is needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .oracle import FrameworkOracle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .confirm import Pair, Replay
    from .memory import Memory


class DryRun:
    """python: the interpreter that is asked for, or None. cache: the folder in which answers are kept, or None."""

    def __init__(self, python: str | None = None, cache: str | None = None) -> None:
        self.python = python
        self.cache = cache
        self.oracle = FrameworkOracle(lambda: self.source)

    @cached_property
    def source(self) -> Memory:
        """Where answers come from."""
        from .conversation import Worker
        from .memory import Memory
        from .store import Store

        return Memory(Worker(self.python), Store(self.cache) if self.cache is not None else None)

    def confirm(self, pairs: Sequence[Pair]) -> Replay:
        """Tries the calls behind findings."""
        from .confirm import confirm

        return confirm(pairs, self.source)

    def flush(self) -> None:
        """Writes what is to be remembered."""
        if "source" in self.__dict__:
            self.source.flush()

    def close(self) -> None:
        """Ends the worker, if there is one."""
        if "source" in self.__dict__:
            self.source.close()
            del self.source
