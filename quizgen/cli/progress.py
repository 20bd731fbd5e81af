"""Progress of work that takes longer than a moment: one row on a terminal that is written over."""

from __future__ import annotations

import os
import sys
import threading
import time
from types import TracebackType

__all__ = ["Bar"]

_PATIENCE = 1.0  # seconds of silence before progress is shown
_TICK = 1.0  # seconds after which it is shown again


class Bar:
    """Call it with what is done, of how many, and what is next; it is wiped away at the end, whatever happens.

    It stays silent in the first second, in pipes, and where rows cannot be written over (``TERM=dumb``). Work that says
    nothing for a while, such as one large PDF, is shown with the seconds that it takes.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        terminal = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._silent = quiet or not terminal
        self._shown = False
        self._began = time.monotonic()
        self._row = ""
        self._over = threading.Event()
        self._clock = threading.Thread(target=self._tick, daemon=True)

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show how far the work is."""
        self._row = f"{done} of {total} banks; {name}"
        if not self._silent and time.monotonic() - self._began >= _PATIENCE:
            self._show(self._row)

    def __enter__(self) -> Bar:
        if not self._silent:
            self._clock.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        if self._clock.is_alive():
            self._clock.join()
        if self._shown:
            self._show("")

    def _tick(self) -> None:
        while not self._over.wait(_TICK):
            if self._row:
                self._show(f"{self._row}, {time.monotonic() - self._began:.0f} s")

    def _show(self, row: str) -> None:
        self._shown = True
        sys.stderr.write(f"\r\x1b[K{row}")
        sys.stderr.flush()
