"""Progress of work that takes longer than a moment: one row on a terminal that is written over."""

from __future__ import annotations

import os
import sys
import time
from types import TracebackType

__all__ = ["Bar"]

_PATIENCE = 1.0  # seconds of silence before progress is shown


class Bar:
    """Call it with what is done, of how many, and what is next; it is wiped away at the end, whatever happens.

    It stays silent in the first second, in pipes, and where rows cannot be written over (``TERM=dumb``).
    """

    def __init__(self, *, quiet: bool = False) -> None:
        terminal = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._silent = quiet or not terminal
        self._shown = False
        self._began = time.monotonic()

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show how far the work is."""
        if not self._silent and time.monotonic() - self._began >= _PATIENCE:
            self._show(f"{done} of {total} banks; {name}")

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._show("")

    def _show(self, row: str) -> None:
        self._shown = True
        sys.stderr.write(f"\r\x1b[K{row}")
        sys.stderr.flush()
