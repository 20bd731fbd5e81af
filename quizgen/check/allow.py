"""What a question allows: findings that its author means, and allowances that allow nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

from quizgen.bank.model import Question
from quizgen.check.finding import Flaw
from quizgen.check.rule import Rule
from quizgen.check.scope import Case

__all__ = ["ALLOWANCE_RULES", "Allowances"]

_SOURCE = "Our own rule: whoever reads the bank later has to see what was meant, and that it still is"
_ASKED = "## Which of these did the article not name? {#named}\n- [ ] bread\n- [ ] salt\n- [x] wine\n"

_UNUSED = Rule(
    id="unused-allow",
    level="warning",
    title="an allowance that allows nothing",
    why="The finding that it was for is gone, so the line only hides what may come later. Delete it.",
    source=_SOURCE,
    bad=f"{_ASKED}allow: k-type because the options are counted\nallow: negative-stem because the text tells it\n",
    good=f"{_ASKED}allow: negative-stem because the text tells it\n",
)
_REASONLESS = Rule(
    id="allow-without-reason",
    level="warning",
    title="an allowance without a reason",
    why='Nobody can tell later whether the finding was meant. Write why: "allow: RULE because …".',
    source=_SOURCE,
    bad=f"{_ASKED}allow: negative-stem\n",
    good=f"{_ASKED}allow: negative-stem because the text tells it\n",
)
_UNKNOWN = Rule(
    id="unknown-rule",
    level="warning",
    title="an allowance of a rule that there is not",
    why="It allows nothing. The list of rules is printed by quizgen check --rules.",
    source=_SOURCE,
    bad=f"{_ASKED}allow: negative-stem because the text tells it\nallow: k-typ because it counts\n",
    good=f"{_ASKED}allow: negative-stem because the text tells it\n",
)
ALLOWANCE_RULES = (_UNUSED, _REASONLESS, _UNKNOWN)


class Allowances:
    """The allowances of a bank's questions, and which of them were needed."""

    def __init__(self, cases: Iterable[Case]) -> None:
        self._cases = [case for case in cases if case.question.allow]
        self._used: set[tuple[int, str]] = set()

    def takes(self, question: Question, rule: str) -> bool:
        """Whether the question allows a finding of this rule."""
        if not any(allowance.rule == rule for allowance in question.allow):
            return False
        self._used.add((id(question), rule))
        return True

    def idle(self, looked: Collection[str], known: Mapping[str, Rule]) -> Iterator[tuple[Rule, Flaw, Case]]:
        """What is wrong with the allowances: of the rules that were ``looked`` for, of all that are ``known``.

        One of a rule that could not look, as the article is not there, may be needed where it is.
        """
        for case in self._cases:
            before: set[str] = set()
            for allowance in case.question.allow:
                name = allowance.rule
                if name in before:
                    yield (
                        _UNUSED,
                        Flaw(f'"{name}" is allowed here already; delete this line', allowance.line, name),
                        case,
                    )
                    continue
                before.add(name)
                if name not in known:
                    near = get_close_matches(name, known, 1)
                    hint = f'; did you mean "{near[0]}"?' if near else "; quizgen check --rules lists them"
                    yield _UNKNOWN, Flaw(f'there is no rule "{name}"{hint}', allowance.line, name), case
                    continue
                if name in looked and known[name].can_look(case.scope) and (id(case.question), name) not in self._used:
                    message = f'"{name}" finds nothing here; delete this line'
                    yield _UNUSED, Flaw(message, allowance.line, name), case
                if not allowance.reason:
                    message = f'say why it is allowed: "allow: {name} because …"'
                    yield _REASONLESS, Flaw(message, allowance.line, name), case
