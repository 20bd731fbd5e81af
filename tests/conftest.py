"""For all rooms: whatever a test runs, it has a log of its own, never that of the person who runs it."""

from __future__ import annotations

from itertools import count

import pytest

_NUMBERS = count(1)


@pytest.fixture(autouse=True)
def _own_log(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_LOG", str(tmp_path_factory.getbasetemp() / f"log-{next(_NUMBERS)}.db"))
