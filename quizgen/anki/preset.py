"""The options that decks may bring along: how many cards a day, and how sure to remember them.

Anki calls such a set of options a preset. It gives one to the decks of a package only where the user has asked for
the presets of the file (2.1.54 gives it always, 23.10 never), and never overwrites one that it has already by the same
id, so that nobody's own limits are undone: a preset that is to arrive with other values needs another name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quizgen.anki.fixed_number import fixed_number
from quizgen.errors import ConfigError

__all__ = ["Preset"]

_LOWEST_POSITION = 1  # new cards in the order of the bank over all of its decks; else deck by deck, by their names
_FIRST, _COUNT = 1 << 30, 1 << 30  # like the ids of decks; those that Anki makes are greater


@dataclass(frozen=True, slots=True)
class Preset:
    """A preset by the name that Anki lists it under; its id is a hash of that.

    ``new_per_day`` and ``reviews_per_day`` are cards. ``retention`` is the share of reviews that shall be remembered,
    from 0.7 to 0.99, which Anki goes by where FSRS is on. ``bury_siblings``: of the cards of one note, only one comes
    on a day. The rest is Anki's default. ConfigError where a value is none that Anki takes.
    """

    name: str
    new_per_day: int = 20
    reviews_per_day: int = 200
    retention: float = 0.9
    bury_siblings: bool = True

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ConfigError("a preset needs a name: Anki lists it by that")
        for what, count in (("new cards", self.new_per_day), ("reviews", self.reviews_per_day)):
            if not 0 <= count <= 9999:
                raise ConfigError(f"preset {self.name}: {what} a day are from 0 to 9999, not {count}")
        if not 0.7 <= self.retention <= 0.99:
            raise ConfigError(f"preset {self.name}: the retention is from 0.7 to 0.99, not {self.retention}")

    @property
    def id(self) -> int:
        """The id by which Anki knows the preset again."""
        return fixed_number(_FIRST, _COUNT, f"quizgen preset\n{self.name}")

    def to_json(self) -> dict[str, Any]:
        """The preset as it stands in a collection of schema 11."""
        return {
            "id": self.id,
            "name": self.name,
            "mod": 0,
            "usn": -1,
            "maxTaken": 60,
            "autoplay": True,
            "timer": 0,
            "replayq": True,
            "dyn": False,
            "desiredRetention": self.retention,
            "buryInterdayLearning": self.bury_siblings,
            "newGatherPriority": _LOWEST_POSITION,
            "new": {
                "bury": self.bury_siblings,
                "delays": [1.0, 10.0],
                "initialFactor": 2500,
                "ints": [1, 4, 0],
                "order": 1,
                "perDay": self.new_per_day,
            },
            "rev": {
                "bury": self.bury_siblings,
                "ease4": 1.3,
                "hardFactor": 1.2,
                "ivlFct": 1.0,
                "maxIvl": 36500,
                "perDay": self.reviews_per_day,
            },
            "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0},
        }
