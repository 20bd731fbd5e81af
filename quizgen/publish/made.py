"""What a build makes before it writes: of one bank its pages, and its notes laid out for a deck; the decks of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.course import Course
from quizgen.places import article_file, locate_in, quotes_unknown
from quizgen.publish.built import Deck, LockBuilt
from quizgen.publish.order import Order
from quizgen.publish.works import Work
from quizgen.shown import Locate
from quizgen.templating import Templates

if TYPE_CHECKING:
    from quizgen.anki import Package, Prepared
    from quizgen.publish.printing import Printed

__all__ = ["Decks", "Made", "make"]


@dataclass(frozen=True, slots=True)
class Made:
    """What is printed (None: nothing), the notes of the deck (None: no deck), and how many quotes neither the article
    nor a seal vouches for.
    """

    printed: Printed | None = None
    prepared: Prepared | None = None
    unchecked: int = 0


@dataclass(frozen=True, slots=True)
class Decks:
    """``packages``, and what is ``told`` of them, are by the name of their bank; ``merged`` is the one package of all;
    ``changed`` holds the locks that are to be written, ``read`` what stood in each before (None: nothing). ``stranded``
    banks make no deck, though students have so many notes of an earlier one.
    """

    packages: Mapping[str, bytes] = field(default_factory=dict)
    told: Mapping[str, Deck] = field(default_factory=dict)
    merged: Package | None = None
    changed: Mapping[Path, bytes] = field(default_factory=dict)
    read: Mapping[Path, bytes | None] = field(default_factory=dict)
    stranded: Mapping[str, int] = field(default_factory=dict)
    locks: tuple[LockBuilt, ...] = ()


def make(work: Work, course: Course | None, order: Order, templates: Templates) -> Made:
    """Make what is asked for of one bank; nothing of a bank without approved questions."""
    if not work.bank.approved:
        return Made()
    locate = locate_in(work.path, work.bank, course)
    prepared = _prepared(work, course, locate) if "anki" in order.only else None
    printed = _printed(work, course, order, templates, locate) if "paper" in order.only else None
    vouched = article_file(work.path, work.bank, course) is not None  # then check has looked them up
    unchecked = 0 if vouched else quotes_unknown(work.bank, locate)
    return Made(printed, prepared, unchecked)


def _printed(work: Work, course: Course | None, order: Order, templates: Templates, locate: Locate) -> Printed | None:
    from quizgen.publish.printing import print_bank

    return print_bank(work, course, order, templates, locate)


def _prepared(work: Work, course: Course | None, locate: Locate) -> Prepared:
    from quizgen.anki import prepare

    above = course.settings.anki.deck if course else ""
    return prepare(work.bank, locate=locate, drafts=work.included, above=above)
