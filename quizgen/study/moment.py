"""A moment as the log keeps it, and the study day that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

__all__ = ["ROLL_OVER", "Moment"]

ROLL_OVER = 4
"""The hour of local time at which a study day begins, as in Anki: who studies after midnight studies the day before."""

_EPOCH = date(1970, 1, 1).toordinal()
_MINUTE, _DAY = 60_000, 86_400_000  # milliseconds


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """``time`` in milliseconds since 1970 (UTC), and ``offset``, how many minutes local time is ahead of UTC."""

    time: int
    offset: int = 0

    @property
    def local(self) -> datetime:
        """The time on the wall, without a zone."""
        return datetime.fromtimestamp(self.time / 1000, UTC).replace(tzinfo=None) + timedelta(minutes=self.offset)

    @property
    def day_number(self) -> int:
        """The study day as a number (``date.toordinal``); a schedule needs a hundred thousand of them at once."""
        return _EPOCH + (self.time + (self.offset - ROLL_OVER * 60) * _MINUTE) // _DAY

    @property
    def day(self) -> date:
        """The study day."""
        return date.fromordinal(self.day_number)
