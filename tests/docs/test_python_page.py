"""The examples of docs/python.md run."""

from __future__ import annotations

import doctest

import pytest
from manual_pages import DOCS, ROOT


def test_every_example_gives_what_the_page_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(
        str(DOCS / "python.md"), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE, encoding="utf-8"
    )
    assert tried > 20
    assert not failed
