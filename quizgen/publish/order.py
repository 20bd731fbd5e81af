"""What is wanted of a build."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.paper.plan import Plan

if TYPE_CHECKING:
    from quizgen.paper.reprint.manifest import Manifest

__all__ = ["OUTPUTS", "Order"]

OUTPUTS = ("anki", "paper")
"""What can be asked for with ``--only``."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of a build. ``plan`` is what is wanted on paper; ``frozen`` forbids changing a bank or a lock;
    ``drafts`` takes in what is not approved, and marks it; ``merge`` puts all decks into one file besides.

    ``again`` is the manifest of sheets that are reprinted: then the plan is its own. ``fonts`` are folders of fonts for
    PDF.
    """

    only: tuple[str, ...] = OUTPUTS
    plan: Plan = field(default_factory=Plan)
    frozen: bool = False
    drafts: bool = False
    merge: bool = False
    again: Manifest | None = None
    fonts: tuple[Path, ...] = ()
