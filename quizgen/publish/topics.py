"""Which topics a build's sheets are about: each bank gives those of them that it has."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.bank.model import Bank, Question
from quizgen.errors import UsageError
from quizgen.publish.works import Work
from quizgen.shown import none_approved

__all__ = ["questions_in", "refuse_topics", "topics_in"]


def topics_in(bank: Bank, names: Sequence[str]) -> tuple[str, ...]:
    """Those of the names (ids or titles) that are a topic's of this bank."""
    return tuple(name for name in names if _unknown(bank, name) is None)


def questions_in(bank: Bank, names: Sequence[str]) -> tuple[Question, ...]:
    """The questions of these topics, drafts among them; of the whole bank where no name is given."""
    from quizgen.paper.sheets.pick import in_topics

    return tuple(question for topic in in_topics(bank, names) for question in topic.questions)


def _unknown(bank: Bank, name: str) -> UsageError | None:
    from quizgen.paper.sheets.pick import in_topics

    try:
        in_topics(bank, (name,))
    except UsageError as error:
        return error
    return None


def refuse_topics(works: Sequence[Work], names: Sequence[str]) -> None:
    """UsageError where a topic is no bank's, or where nothing is approved in any of them."""
    for name in names:
        errors = [_unknown(work.bank, name) for work in works]
        if None not in errors:
            raise UsageError("\n".join(map(str, errors)))
    about = {work.name: questions_in(work.bank, found) for work in works if (found := topics_in(work.bank, names))}
    if about and not any(question.approved for questions in about.values() for question in questions):
        empty = [none_approved(work.bank, len(about[work.name])) for work in works if work.name in about]
        raise UsageError("\n".join(empty))
