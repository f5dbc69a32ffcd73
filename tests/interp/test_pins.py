"""Which release of a package a project asks for, as its files spell it."""

from __future__ import annotations

from pathlib import Path

import pytest

from shapecheck.interp.pins import pinned
from shapecheck.interp.project import Project


@pytest.mark.parametrize(
    ("line", "package", "release"),
    [
        ("tensorflow==2.10.1", "tensorflow", (2, 10)), ("Keras==2.1", "keras", (2, 1)), ("keras<3", "keras", (2, 999)),
        ("tensorflow>=2.0,<2.16", "tensorflow", (2, 15)), ("tensorflow[and-cuda]==2.15.1", "tensorflow", (2, 15)),
        ("  - tensorflow=2.8.0", "tensorflow", (2, 8)), ("install_requires=['keras==2.2.4', 'x']", "keras", (2, 2)),
        ('tensorflow = "^2.4"', "tensorflow", (2, 999)), ("tensorflow~=2.9.1", "tensorflow", (2, 9)),
        ("keras>=2.4", "keras", None), ("keras", "keras", None), ("tensorflow-gpu==1.15", "tensorflow", None),
        ("keras_tuner==1.0", "keras", None), ("tf-keras==2.15", "keras", None), ("tensorflow!=2.5", "tensorflow", None),
        ("# keras==1.0", "keras", None),
    ],
)  # fmt: skip
def test_line(line: str, package: str, release: tuple[int, int] | None, tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text(f"numpy\n{line}\n")
    assert pinned(str(tmp_path), package) == release


def test_what_is_asked_for_comes_first(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("keras==3.1\n")
    main = tmp_path / "main.py"
    main.write_text("")
    assert Project(str(main)).release("keras") == (3, 1)
    assert Project(str(main), releases={"keras": 2}).release("keras") == (2, 0)
    assert Project(str(main)).release("numpy") is None
