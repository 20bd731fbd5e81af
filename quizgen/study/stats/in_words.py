"""The stats as lines for a terminal. Each can be read alone, as a screen reader does: its numbers stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from quizgen.shown import Locate, proofs
from quizgen.study.lines import Line, Stretch, blank, line
from quizgen.study.session.feedback import proof_lines
from quizgen.study.stats.days import Retained, Week
from quizgen.study.stats.hardest import Hard, answers_of, prompt_of
from quizgen.study.stats.plots import Bar, bars
from quizgen.study.stats.standing import BankStanding, Standing
from quizgen.study.stats.stats import Coming, Due, Gone, Stats
from quizgen.text.columns import columns, fitting
from quizgen.text.counted import counted
from quizgen.text.plain import inline_plain

__all__ = ["nothing_lines", "stats_lines"]

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LEAD, _UNDER = "  ", "    "
_LONGEST_GIVEN = 80  # columns of a wrong answer that are shown; an open one may be a page
_MOST_GONE = 20
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def nothing_lines(stats: Stats, log: str, banks: Sequence[str] = ()) -> list[Line]:
    """What is said where no answer to these banks counts yet: where it was looked for, and what to do.

    ``banks`` are those that were named, for the command that is proposed.
    """
    questions = stats.standing.questions
    study = " ".join(("quizgen study", *banks))
    if questions:
        what = f"{counted(questions, 'question')} {'waits' if questions == 1 else 'wait'} for you: {study}"
    else:
        what = f"No question of these banks is approved yet; approve one, then: {study}"
    said = "No answer is marked yet" if stats.unmarked else "Nothing is answered yet"
    lines = [line(f"{said} (the log is {log}).", "title"), line(what)]
    return [*lines, *_gone(stats.gone), *_remarks(stats)]


def stats_lines(stats: Stats, locates: Mapping[str, Locate], width: int, *, blocks: bool) -> list[Line]:
    """All of it. ``locates`` says by a bank's id where its quotes stand; ``blocks``: bars may be of blocks."""
    parts = (
        _today(stats),
        _coming(stats.coming, width, blocks),
        _known(stats.standing, width, blocks),
        _retention(stats, width, blocks),
        _hardest(stats.hardest, locates),
        _calendar(stats, width),
        _banks(stats.banks, stats.standing),
        _gone(stats.gone),
        _remarks(stats),
    )
    return [*(shown for part in parts if part for shown in (blank(), *part))][1:]


def _today(stats: Stats) -> list[Line]:
    done, standing = stats.today, stats.standing
    lines = [line(f"{_DAYS[stats.day.weekday()]} {_day(stats.day)} {stats.day.year}", "title")]
    if done.answers:
        to = f" to {counted(done.questions, 'question')}" if done.questions != done.answers else ""
        new = f"; {done.new} new" if done.new else ""
        said = f"Today: {counted(done.answers, 'answer')}{to}, {done.right} right{new}; {_time(done.milliseconds)}."
    else:
        said = "Today: nothing answered yet."
    lines.append(line(said, lead=_LEAD))
    due = f"{counted(standing.due, 'question')} due" if standing.due else "nothing due"
    if not standing.questions:
        new = "no question is approved"
    elif standing.new:
        new = f"{counted(standing.new, 'question')} never asked yet"
    else:
        new = "every question was asked before"
    again = f"{stats.again} wrong today, to be asked again; " if stats.again else ""
    lines.append(line(f"Now: {due}; {again}{new}.", lead=_LEAD))
    return lines


def _time(milliseconds: int) -> str:
    hours, minutes = divmod(round(milliseconds / 60_000), 60)
    parts = [counted(hours, "hour")] * bool(hours) + [counted(minutes, "minute")] * bool(minutes)
    return " ".join(parts) or "less than a minute"


def _coming(coming: Coming, width: int, blocks: bool) -> list[Line]:
    first, *others = coming.days
    days = [("Today", first), *((f"{_DAYS[due.first.weekday()]} {_day(due.first)}", due) for due in others)]
    weeks = [(f"{_day(due.first)} to {_day(due.last)}", due) for due in coming.weeks]
    lines = [line("Due in the next days", "title"), *_due_bars(days, width, blocks)]
    if any(due.questions for due in coming.weeks):
        lines += [line("Due in the weeks after"), *_due_bars(weeks, width, blocks)]
    if coming.later:
        lines.append(line(f"Later: {counted(coming.later, 'question')}.", lead=_LEAD))
    return lines


def _due_bars(named: Iterable[tuple[str, Due]], width: int, blocks: bool) -> list[Line]:
    return _barred([Bar(name, str(due.questions), due.questions) for name, due in named], width, blocks)


def _known(standing: Standing, width: int, blocks: bool) -> list[Line]:
    rows = [
        Bar("Never asked", str(standing.new), standing.new),
        Bar("Learning", str(standing.learning), standing.learning),
        Bar("Mature", str(standing.mature), standing.mature),
    ]
    lines = [line("What you know", "title"), *_barred(rows, width, blocks)]
    if standing.recall is not None:
        of = f"about {round(standing.expected)} of {counted(standing.answered, 'question')} asked before"
        lines.append(line(f"If all were asked now, you would know {of} ({standing.recall:.0%}).", lead=_LEAD))
    return lines


def _retention(stats: Stats, width: int, blocks: bool) -> list[Line]:
    digits = len(str(stats.retained[-1].reviews))
    rows = [
        Bar(_span(one), f"{one.share:.0%} of {one.reviews:{digits}}", one.share)
        for one in stats.retained
        if one.share is not None
    ]
    if not rows:
        return []
    aim = f"Remembered from an earlier day (the schedule aims at {stats.retention:.0%})"
    return [line(aim, "title"), *_barred(rows, width, blocks, full=1)]


def _span(one: Retained) -> str:
    return f"Last {one.days} days" if one.days else "All"


def _barred(rows: list[Bar], width: int, blocks: bool, full: float = 0) -> list[Line]:
    return [line(row, lead=_LEAD) for row in bars(rows, width - len(_LEAD), blocks=blocks, full=full)]


def _hardest(hard: Iterable[Hard], locates: Mapping[str, Locate]) -> list[Line]:
    lines = [shown for number, one in enumerate(hard, 1) for shown in _hard(number, one, locates[one.bank.id])]
    return [line("Hardest questions", "title"), *lines] if lines else []


def _hard(number: int, hard: Hard, locate: Locate) -> Iterator[Line]:
    yield line(prompt_of(hard), "prompt", f"{number:2}. ")
    in_all = f" ({hard.wrong} of {hard.answers} in all)" if hard.answers > hard.recent else ""
    yield line(f"Not right {hard.missed} of the last {hard.recent} times{in_all}.", lead=_UNDER)
    if hard.instead:
        said, times = ("Most often", f" ({hard.times} times)") if hard.times > 1 else ("Last", "")
        yield line(f"{said} answered instead: “{_cut(hard.instead)}”{times}", lead=_UNDER)
    yield Line((Stretch("The answer: "), Stretch("; ".join(answers_of(hard)), "answer")), _UNDER)
    for shown in proof_lines(proofs(hard.question, hard.bank, locate)):
        yield Line(shown.stretches, _UNDER)


def _inert(text: str) -> str:
    """What a log that came from elsewhere may hold: in it nothing that a terminal would obey."""
    return _OBEYED.sub("\ufffd", " ".join(text.split()))


def _cut(text: str) -> str:
    flat = _inert(text)
    return flat if columns(flat) <= _LONGEST_GIVEN else flat[: fitting(flat, _LONGEST_GIVEN - 1)].rstrip() + "…"


def _calendar(stats: Stats, width: int) -> list[Line]:
    row = f"; {stats.in_a_row} days in a row" if stats.in_a_row > 1 else ""
    said = f"Studied on {stats.studied} of the last {counted(stats.days, 'day')}{row}."
    sizes = [len(str(max(week.total for week in stats.weeks))), len(str(max(map(_most, stats.weeks))))]
    wide = [_week_row(week, sizes) for week in stats.weeks]
    if max(map(len, wide)) > width - len(_LEAD):
        wide = [_week_words(week) for week in stats.weeks]
    return [line("Answers, week by week", "title"), *(line(row, lead=_LEAD) for row in wide), line(said, lead=_LEAD)]


def _most(week: Week) -> int:
    return max(number for number in week.answers if number is not None)


def _week_row(week: Week, sizes: Sequence[int]) -> str:
    """A week in columns; days to come are left out."""
    total, each = sizes
    days = (f"{name} {number:{each}}" for name, number in zip(_DAYS, week.answers, strict=True) if number is not None)
    return f"{_day(week.monday):>6}: {week.total:{total}}   {'  '.join(days)}"


def _week_words(week: Week) -> str:
    """A week where columns do not fit: the days of study alone."""
    days = ", ".join(f"{name} {number}" for name, number in zip(_DAYS, week.answers, strict=True) if number)
    return f"{_day(week.monday):>6}: {week.total}" + (f" ({days})" if days else "")


def _banks(banks: Iterable[BankStanding], whole: Standing) -> list[Line]:
    rows = []
    for one in banks:
        if one.standing.questions:
            rows.append((inline_plain(one.bank.title), one.standing, ""))
            titled = [(topic, standing) for topic, standing in one.topics if topic.title]
            rows += [(inline_plain(topic.title), standing, "  ") for topic, standing in titled]
    sizes = [len(str(number)) for number in (whole.questions, round(whole.expected), whole.due)]
    return (
        [
            line("Banks and topics (known: if all were asked now)", "title"),
            *(_standing_line(*row, sizes) for row in rows),
        ]
        if rows
        else []
    )


def _standing_line(title: str, standing: Standing, indent: str, sizes: Sequence[int]) -> Line:
    asked, known, due = sizes
    noun = "question, " if standing.questions == 1 else "questions,"
    known_and_due = f"{round(standing.expected):{known}} known, {standing.due:{due}} due"
    numbers = f"{standing.questions:{asked}} {noun} {known_and_due}: {indent}"
    return Line((Stretch(numbers), Stretch(title, "" if indent else "prompt")), _LEAD)


def _gone(gone: tuple[Gone, ...]) -> list[Line]:
    if not gone:
        return []
    lines = [line("Not asked any more; the answers are kept", "title")]
    for one in gone[:_MOST_GONE]:
        draft = "; a draft now" if one.draft else ""
        said = (
            f"{_inert(one.key)}: {counted(one.answers, 'answer')}, the last on {_day(one.last)} {one.last.year}{draft}"
        )
        lines.append(line(said, lead=_LEAD))
    if len(gone) > _MOST_GONE:
        lines.append(line(f"and {len(gone) - _MOST_GONE} more", lead=_LEAD))
    return lines


def _remarks(stats: Stats) -> list[Line]:
    lines = []
    if stats.unmarked:
        they = "it counts" if stats.unmarked == 1 else "they count"
        lines.append(line(f"{counted(stats.unmarked, 'open answer')} nobody has marked; {they} nowhere here."))
    if stats.ahead:
        lines.append(line(f"{counted(stats.ahead, 'answer')} dated after tomorrow: is this computer's clock right?"))
    if stats.elsewhere:
        banks = ", ".join(f"{_inert(bank)} ({counted(number, 'question')})" for bank, number in stats.elsewhere.items())
        lines.append(line(f"The log holds answers to other banks, too: {banks}."))
    return lines


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"
