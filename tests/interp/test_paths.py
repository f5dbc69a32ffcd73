"""Unknown conditions: branches are joined, correlated conditions agree, and nothing is guessed."""

from __future__ import annotations

from shapecheck.core.containers import Sequence
from shapecheck.core.plain import Constant
from shapecheck.core.value import Choice, Unknown
from tests.programs import run


def test_correlated_conditions_agree() -> None:
    names, _ = run(
        """
        class Block:
            def __init__(self, flag):
                self.flag = flag
                if flag:
                    self.width = 8
                else:
                    self.width = 4
            def size(self):
                if self.flag:
                    return self.width * 2
                return self.width * 4
        n = Block(unknown).size()
        """
    )
    assert isinstance(names["n"], Constant) and names["n"].payload == 16


def test_a_branch_is_taken_back() -> None:
    names, _ = run(
        """
        xs = []
        if unknown:
            xs.append(1)
            y = 1
        else:
            xs.append(2)
            y = 2
        z = len(xs)
        """
    )
    assert isinstance(names["z"], Constant) and names["z"].payload == 1
    assert isinstance(names["y"], Choice)


def test_early_returns_are_joined() -> None:
    names, _ = run(
        """
        def f(x):
            if x:
                return 1
            if not x:
                return 2
            return 3
        y = f(unknown)
        def g(x):
            if x is None:
                return 5
            return 5
        z = g(unknown)
        """
    )
    assert isinstance(names["y"], Choice)
    assert sorted(value.payload for value in names["y"]) == [1, 2]  # type: ignore[attr-defined]
    assert isinstance(names["z"], Constant) and names["z"].payload == 5


def test_what_a_raise_excludes_stays_excluded() -> None:
    names, _ = run(
        """
        def f(mode):
            if mode:
                k = 3
            else:
                raise ValueError
            return k
        y = f(unknown)
        """
    )
    assert isinstance(names["y"], Constant) and names["y"].payload == 3


def test_a_loop_over_unknowns_counts_what_it_appends() -> None:
    names, _ = run(
        """
        rows = []
        for x in unknown:
            row = []
            for c in "abc":
                row.append(float(c))
            rows.append(row)
        n = 0
        for x in unknown:
            n = n + 1
        """
    )
    rows = names["rows"]
    assert isinstance(rows, Sequence) and rows.known is None
    assert isinstance(rows.rest, Sequence) and rows.rest.size == 3
    assert not isinstance(names["n"], Constant)


def test_an_unknown_condition_in_a_loop_makes_the_length_unknown() -> None:
    names, _ = run(
        """
        kept = []
        for x in [1, 2, 3]:
            if unknown(x):
                kept.append(x)
        n = len(kept)
        """
    )
    assert not isinstance(names["n"], Constant) or names["n"].dim.value is None  # type: ignore[union-attr]


def test_break_on_an_unknown_condition() -> None:
    names, _ = run(
        """
        found = None
        for i in range(4):
            if unknown(i):
                found = i
                break
        """
    )
    assert not isinstance(names["found"], Constant)


def test_unknown_is_infectious_and_silent() -> None:
    names, machine = run("y = nothing.like(3)[4] + 5\nz = [y for _ in y]\n")
    assert isinstance(names["y"], Unknown)
    assert all(call.mismatch is None for call in machine.trace.calls)


def test_is_not_goes_with_is() -> None:
    names, _ = run(
        """
        layer = 8 if unknown else None
        more = 4
        if layer is not None:
            more = layer * 2
        if layer is None:
            more = more * 4
        """
    )
    assert isinstance(names["more"], Constant) and names["more"].payload == 16


def test_columns_of_rows_of_unknown_number() -> None:
    names, _ = run(
        """
        rows = [(i, 2.5) for i in range(unknown)]
        numbers, halves = zip(*rows)
        half = halves[0]
        """
    )
    assert isinstance(names["numbers"], Sequence) and names["numbers"].type_name == "tuple"
    assert isinstance(names["half"], Constant) and names["half"].payload == 2.5
