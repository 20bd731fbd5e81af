"""What is wanted on paper, from the options of ``build``, the settings of the course and the country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.chosen import here, near
from quizgen.cli.country import paper_of_country

if TYPE_CHECKING:
    from quizgen.course import Course
    from quizgen.paper.plan import CardsPlan, Look, Plan
    from quizgen.paper.reprint.manifest import Manifest
    from quizgen.publish.build import Order
    from quizgen.settings import Settings

__all__ = ["Wanted", "again_order", "fonts_of"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of ``build`` that say what is printed, as they were given."""

    paper: str | None = None
    preset: str | None = None
    size: float | None = None
    columns: int | None = None
    duplex: bool | None = None
    form: list[str] | None = None
    versions: int | None = None
    copies: int | None = None
    students: Path | None = None
    pick: int | None = None
    topic: list[str] | None = None
    seed: str | None = None
    within_topics: bool = False
    word_bank: bool = False
    support: bool = False
    reading: bool = False
    cards: str | None = None
    turn: str | None = None
    offset: str | None = None

    def plan(self, settings: Settings, *, drafts: bool) -> Plan:
        """The plan; UsageError where an option makes no sense, DataError where the list of students does not."""
        from quizgen.paper.plan import Plan
        from quizgen.paper.sheets.sheet import Selection
        from quizgen.paper.sheets.student_list import read_students
        from quizgen.paper.sheets.versions import version_names

        formats = self.formats(settings.sheet.formats)
        self._refuse_idle(formats)

        return Plan(
            Selection(self.pick, tuple(self.topic or ()), self.seed or "", self.within_topics, self.word_bank),
            self._look(settings),
            self.versions or 1,
            self.copies,
            read_students(self.students, version_names(self.versions or 1)) if self.students else (),
            self.support,
            self.reading,
            drafts,
            formats,
            self._cards(),
        )

    def _refuse_idle(self, formats: tuple[str, ...]) -> None:
        """UsageError where an option would be without effect: who gave it expects something."""
        from quizgen.errors import UsageError

        if self.students and self.copies:
            raise UsageError("--students prints one sheet for each; leave out --copies")
        if self.students and self.support:
            raise UsageError('--students: the list says who gets help, in a column "support"; leave out --support')
        if self.turn == "fold" and self.offset:
            raise UsageError(
                "--offset shifts the backs of cards; folded cards have theirs on the same side: leave it out"
            )
        if self._cards() and not {"html", "pdf"} & {*formats}:
            raise UsageError("cards are made as pdf or html; ask for one of them: --format pdf")

    def given(self) -> tuple[str, ...]:
        """The names of the options that were given and that a manifest says itself."""
        usual = Wanted(form=self.form)
        changed = [name for name in Wanted.__slots__ if getattr(self, name) != getattr(usual, name)]
        return tuple(f"--{name.replace('_', '-')}" for name in changed)

    def formats(self, usual: tuple[str, ...]) -> tuple[str, ...]:
        """The formats asked for, each once, in an order of their own; UsageError names what there is."""
        from quizgen.errors import UsageError
        from quizgen.paper.plan import FORMATS

        wanted = [name.strip().lower() for names in self.form or () for name in names.split(",")] or list(usual)
        for name in wanted:
            if name not in FORMATS:
                raise UsageError(f'--format takes {", ".join(FORMATS[:-1])} or {FORMATS[-1]}; found "{name}"')
        return tuple(name for name in FORMATS if name in wanted)

    def _look(self, settings: Settings) -> Look:
        from quizgen.paper.plan import Look

        usual = settings.sheet
        look = Look(
            (self.paper or settings.paper or paper_of_country()).lower(),
            (self.preset or usual.preset).lower(),
            self.size or usual.size or None,
            self.columns or usual.columns,
            usual.duplex if self.duplex is None else self.duplex,
        )
        look.layout()  # what there is not is said before any bank is read
        return look

    def _cards(self) -> CardsPlan | None:
        """The cards asked for; a turn or an offset alone asks for them, too."""
        from quizgen.paper.plan import CARDS, CardsPlan

        if self.cards is None and self.turn is None and self.offset is None:
            return None
        offset = _tenths(self.offset) if self.offset else CARDS.offset
        return CardsPlan((self.cards or CARDS.grid).lower(), (self.turn or CARDS.turn).lower(), offset)


def _tenths(offset: str) -> tuple[int, int]:
    from quizgen.errors import UsageError

    try:
        across, down = (int(part) for part in offset.split(","))
    except ValueError:
        units = "two whole numbers, tenths of a millimetre to the right and down"
        raise UsageError(f'--offset takes {units}, such as 5,-3; found "{offset}"') from None
    return across, down


def fonts_of(course: Course | None) -> tuple[Path, ...]:
    """The folder of fonts that a course names; MissingError where it is not there."""
    from quizgen.errors import MissingError

    if course is None or not course.settings.sheet.fonts:
        return ()
    folder = course.root / course.settings.sheet.fonts
    if not folder.is_dir():
        raise MissingError(f"{folder}: there is no such folder; quizgen.toml names it for fonts")
    return (folder,)


def again_order(
    file: Path, banks: list[Path] | None, wanted: Wanted, others: Sequence[str] = (), *, frozen: bool
) -> tuple[Course | None, tuple[Path, ...], Order]:
    """What prints the sheets of a manifest once more: its course, its bank, and the order for a build.

    Only the formats may be others than those of then. UsageError where more is asked for (``others`` are further
    options that were given), or where the bank cannot be told.
    """
    from quizgen.course import find_course
    from quizgen.errors import UsageError
    from quizgen.files import read_text
    from quizgen.paper.reprint.manifest_form import read_manifest
    from quizgen.publish.build import Order

    given = (*wanted.given(), *others)
    if given:
        raise UsageError(f"--from prints what its manifest says; leave out {', '.join(given)}")
    manifest = read_manifest(read_text(file), str(file))
    course = find_course(here())
    bank = near(_bank_of(manifest, banks or [], course, file))
    plan = replace(manifest.plan, formats=wanted.formats(manifest.plan.formats))
    course = course or find_course(bank.resolve().parent)
    return course, (bank,), Order(("paper",), plan, frozen, plan.drafts, again=manifest, fonts=fonts_of(course))


def _bank_of(manifest: Manifest, named: list[Path], course: Course | None, file: Path) -> Path:
    """The bank that is named, else that of the course with the manifest's id."""
    from quizgen.course import course_banks, front_value
    from quizgen.errors import UsageError

    if len(named) > 1:
        raise UsageError("--from prints the sheets of one bank; name that one")
    there = course_banks(course) if course else ()
    found = named or [path for path in there if front_value(path, "id") == manifest.bank.id]
    if not found:
        advice = "name its file: quizgen build BANK --from …"
        raise UsageError(f'{file}: the bank "{manifest.bank.id}" is not in this course; {advice}')
    return found[0]
