"""What a log says of a learner on one day: what was done, what is due, what is known, what is hard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quizgen.bank.model import Bank
from quizgen.study.events import question_key
from quizgen.study.history import Histories, rated
from quizgen.study.renamed import bank_of
from quizgen.study.schedule.due import forecast
from quizgen.study.schedule.known import Known
from quizgen.study.schedule.schedule import RETENTION, Memories, missed_today
from quizgen.study.stats.days import Dated, Retained, Week, in_a_row, retained, weeks
from quizgen.study.stats.hardest import Hard, hardest
from quizgen.study.stats.standing import BankStanding, Standing, bank_standing, together

__all__ = ["Coming", "Due", "Gone", "Stats", "Today", "stats_of"]

_NEXT, _WEEKS = 7, 4  # days, and weeks after them, of which it is said what is due
_LONGEST = 300_000  # milliseconds that one answer counts at most; who went for tea meanwhile did not study


@dataclass(frozen=True, slots=True)
class Today:
    """The study day so far: ``answers`` to ``questions``, how many of them ``right``, how many questions were ``new``.

    ``milliseconds`` is the time from question to answer, all together.
    """

    answers: int
    questions: int
    right: int
    new: int
    milliseconds: int


@dataclass(frozen=True, slots=True)
class Due:
    """How many questions are due from ``first`` to ``last``."""

    first: date
    last: date
    questions: int


@dataclass(frozen=True, slots=True)
class Coming:
    """What is due on each of the next days (what is overdue is due today), in each week after them, and ``later``."""

    days: tuple[Due, ...]
    weeks: tuple[Due, ...]
    later: int


@dataclass(frozen=True, slots=True)
class Gone:
    """A question that has answers and is not asked any more: not in its bank, or a ``draft`` there."""

    key: str
    answers: int
    last: date
    draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """All that is told. ``answers`` were marked in all; ``retention`` is the share that the schedule aims at.

    ``again`` questions were wrong today and come again today. ``days`` is how far back the calendar goes, though not
    behind the first answer, ``studied`` on how many of these something was answered, ``in_a_row`` how many without a
    gap. ``unmarked`` open answers were never ticked. ``ahead`` answers are dated after tomorrow, which no journey
    explains: a clock was wrong.
    ``elsewhere`` says of each other bank of the log how many questions of it have answers.
    """

    day: date
    days: int
    retention: float
    answers: int
    today: Today
    again: int
    coming: Coming
    standing: Standing
    retained: tuple[Retained, ...]
    hardest: tuple[Hard, ...]
    weeks: tuple[Week, ...]
    studied: int
    in_a_row: int
    banks: tuple[BankStanding, ...]
    gone: tuple[Gone, ...]
    elsewhere: Mapping[str, int]
    unmarked: int
    ahead: int


def stats_of(learner: Known, *, retention: float = RETENTION, days: int = 28, most: int = 5) -> Stats:
    """What the answers to these banks' questions say on a study day.

    Of questions of other banks it is only said that they are there. What was skipped or not marked counts nowhere.
    ``most`` is how many hard questions are wanted.
    """
    banks, memories, today = learner.banks, learner.memories, learner.today
    ids = {bank.id for bank in banks}
    own = {key: reviews for key, reviews in learner.histories.items() if bank_of(key) in ids}
    marked = rated(own)
    asked = {question_key(bank, question): (bank, question) for bank in banks for question in bank.approved}
    dated = {key: [(review.moment.day, review) for review in reviews] for key, reviews in marked.items()}
    answers = Counter(day for reviews in dated.values() for day, _ in reviews)
    standings = tuple(bank_standing(bank, memories, today) for bank in banks)
    first = today - timedelta(days=days - 1)
    return Stats(
        day=today,
        days=days,
        retention=retention,
        answers=answers.total(),
        today=_today(dated.values(), today),
        again=sum(missed_today(memory, today) for memory in memories.values()),
        coming=_coming(memories, today),
        standing=together(one.standing for one in standings),
        retained=retained(dated.values(), today),
        hardest=hardest(((key, *asked[key], marked[key]) for key in marked if key in asked), most),
        weeks=weeks(answers, max(first, min((today, *answers))), today),
        studied=sum(first <= day <= today for day in answers),
        in_a_row=in_a_row(answers, today),
        banks=standings,
        gone=_gone(banks, {key: reviews for key, reviews in own.items() if key not in asked}),
        elsewhere=_elsewhere(key for key in learner.histories if key not in own),
        unmarked=sum(review.mark == "unmarked" for reviews in own.values() for review in reviews),
        ahead=sum(number for day, number in answers.items() if day > today + timedelta(days=1)),
    )


def _today(answered: Iterable[Dated], today: date) -> Today:
    done = [(dated[0][0] == today, [review for day, review in dated if day == today]) for dated in answered]
    reviews = [review for _, some in done for review in some]
    return Today(
        len(reviews),
        sum(bool(some) for _, some in done),
        sum(review.mark == "right" for review in reviews),
        sum(new for new, _ in done),
        sum(min(max(review.duration, 0), _LONGEST) for review in reviews),
    )


def _coming(memories: Memories, today: date) -> Coming:
    ends = [*range(1, _NEXT + 1), *range(_NEXT + 7, _NEXT + 7 * _WEEKS + 1, 7)]
    by_day = forecast(memories, today, ends[-1])
    spans = tuple(
        Due(today + timedelta(days=start), today + timedelta(days=end - 1), sum(by_day[start:end]))
        for start, end in zip((0, *ends), ends, strict=False)
    )
    return Coming(spans[:_NEXT], spans[_NEXT:], len(memories) - sum(by_day))


def _gone(banks: Sequence[Bank], histories: Histories) -> tuple[Gone, ...]:
    drafts = {question_key(bank, question) for bank in banks for question in bank.questions if question.draft}
    given = {key: [one.moment.day for one in reviews if one.kind == "answer"] for key, reviews in histories.items()}
    return tuple(Gone(key, len(days), max(days), key in drafts) for key, days in sorted(given.items()) if days)


def _elsewhere(keys: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(map(bank_of, keys)).items()))
