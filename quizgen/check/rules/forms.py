"""Answers that contradict their question: wrong ones that are right, parts that are one, blanks without a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quizgen.answers.numbers.fits import compare_number
from quizgen.answers.texts import Comparison
from quizgen.bank.model import Answer, Choice, Choices, Cloze, List, Match, Number, Order, Pair, Short, TrueFalse
from quizgen.bank.quantity import read_quantity
from quizgen.check.finding import Flaw, shortened
from quizgen.check.rule import Rule, question_rule
from quizgen.check.scope import GAP, Case
from quizgen.check.words import words_of
from quizgen.text.plain import inline_plain

__all__ = ["RULES"]


# -- a wrong answer that is right ---------------------------------------------------------------------------------


@question_rule(
    "wrong-is-right",
    "error",
    stops=True,
    title="a wrong answer that quizgen accepts as right",
    why='A form of "wrong:" that is accepted never gets its feedback, and who is to be corrected is praised. A spare '
    "right side that says what another one says makes two letters right, of which the key knows one. Folding counts: "
    "capitals, accents, a leading article, the names of the bank, numbers by their value.",
    source="Our own rule: the bank says of one answer that it is right and that it is wrong",
    bad="## Which force makes the tides? {#tides}\n= gravity | the pull of the Moon\n"
    "wrong: Pull of the moon :: Nearly.\n",
    good="## Which force makes the tides? {#tides}\n= gravity | the pull of the Moon\n"
    "wrong: the wind :: It makes waves.\n",
)
def _wrong_is_right(case: Case) -> Iterator[Flaw]:
    for wrong in case.question.wrong:
        for form in wrong.forms:
            right = _accepted(case, form)
            if right:
                known = "" if form == right else f' as "{shortened(right)}"'
                message = f'"{shortened(form)}" is accepted{known}, so it is right; delete it here, or there'
                yield Flaw(message, wrong.line, form)
                break
    if isinstance(case.question, Match):
        yield from _rights_that_are_one(case.question, case.compare)


def _accepted(case: Case, form: str) -> str:
    """The accepted form that a response says; empty where it is not right."""
    match case.question:
        case Number() as question:
            fit, answer = compare_number(question, form, case.compare)
            return answer.forms[0] if fit == "right" else ""
        case Short() | List():
            return _same_as(case.compare, form, (right for forms in case.members for right in forms))
        case Cloze() as question:  # with several blanks, what is right in one is a mistake in another
            return _same_as(case.compare, form, question.blanks[0].forms) if len(question.blanks) == 1 else ""
        case Choice() | Choices():
            return _same_as(case.compare, form, (case.options[place] for place in case.keys))
        case TrueFalse() as question:
            return _same_as(case.compare, form, question.answer.forms)
        case _:
            return ""


def _same_as(compare: Comparison, form: str, rights: Iterable[str]) -> str:
    return next((right for right in rights if compare.same(form, right)), "")


def _rights_that_are_one(question: Match, compare: Comparison) -> Iterator[Flaw]:
    """Right sides that are shown apart and accepted for each other; spare ones count as the later ones."""
    matched = {pair.forms[0]: pair for pair in reversed(question.matched)}  # one may belong to several left sides
    rights = [*reversed(matched.values()), *(pair for pair in question.pairs if not pair.left)]
    for place, later in enumerate(rights):
        earlier = next((pair for pair in rights[:place] if _accept_each_other(pair, later, compare)), None)
        if earlier:
            right = shortened(earlier.forms[0])
            message = f'this is accepted as "{right}", too; write both alike, or change one'
            spare = f'this spare right side says what "{right}" says; name something else'
            yield Flaw(message if later.left else spare, later.line, later.forms[0])


def _accept_each_other(one: Pair, other: Pair, compare: Comparison) -> bool:
    """Whether what is shown of one is accepted as the other; a spare one has no forms that would be accepted."""
    forms, others = (pair.forms if pair.left else pair.forms[:1] for pair in (one, other))
    return compare.any(other.forms[0], forms) or compare.any(one.forms[0], others)


# -- two parts that are one ---------------------------------------------------------------------------------------


@question_rule(
    "duplicate-parts",
    "error",
    List,
    Match,
    Order,
    title="two members, left sides or items that are the same",
    why="Whoever names a member once has named both, and nobody can tell which of two equal items comes first. Delete "
    "one, or tell them apart.",
    source="Our own rule: such an answer cannot be marked",
    bad="## Which three seas does the canal join? {#seas}\n- the North Sea | German Ocean\n- the Baltic\n"
    "- German ocean\n",
    good="## Which three seas does the canal join? {#seas}\n- the North Sea | German Ocean\n- the Baltic\n"
    "- the White Sea\n",
    stops=True,
)
def _duplicate_parts(case: Case) -> Iterator[Flaw]:
    match case.question:
        case List(ordered=False) as question:  # what is recited may come back
            yield from _same_members(question.members, case.compare)
        case Match() as question:
            yield from _same_texts([(pair.left, pair.line) for pair in question.matched], "left side")
        case Order() as question:
            yield from _same_texts([(item.text, item.line) for item in question.items], "item")


def _same_members(members: Sequence[Answer], compare: Comparison) -> Iterator[Flaw]:
    first: dict[str, Answer] = {}
    for member in members:
        keys = {compare.form_key(form): form for form in member.forms}
        twice = next((key for key in keys if key in first), None)
        if twice is None:
            first |= dict.fromkeys(keys, member)
        else:
            said, other = shortened(keys[twice]), shortened(first[twice].forms[0])
            message = f'"{said}" is accepted for the member "{other}", too; delete one, or tell them apart'
            yield Flaw(message, member.line, keys[twice])


def _same_texts(texts: Iterable[tuple[str, int]], what: str) -> Iterator[Flaw]:
    seen: set[str] = set()
    for text, line in texts:
        key = " ".join(inline_plain(text).casefold().split()).rstrip(".")
        if key in seen:
            yield Flaw(f"this {what} stands here twice; delete one, or tell them apart", line, text)
        seen.add(key)


# -- a cloze without a sentence -----------------------------------------------------------------------------------

_LITTLE_WORDS = """
    a an the this that these those it its is are was were and or but of in on at to by for from with as than then so
    there here
"""
_EMPTY = frozenset(_LITTLE_WORDS.split())
_FORMULA = ("$", "\\(", "\\[", "`")


@question_rule(
    "cloze-all-blank",
    "error",
    Cloze,
    title="a cloze that leaves nothing to go by",
    why="Without words around the blank nobody can tell what is asked. Leave enough of the sentence, or ask a "
    "question.",
    source="Linn and Gronlund, Measurement and Assessment in Teaching: not too many blanks in a completion item",
    bad="## The {{Moon}} and the {{Sun}}. {#pull}\n",
    good="## The tides are made by the {{Moon}} and the {{Sun}}. {#pull}\n",
)
def _cloze_all_blank(case: Case) -> Iterator[Flaw]:
    if case.scope.english and case.stem_words:
        return
    question = case.question
    if question.image or question.audio or any(mark in question.prompt + question.body for mark in _FORMULA):
        return
    words = words_of(f"{case.stem} {case.body}".replace(GAP, " "))
    if not (any(word not in _EMPTY for word in words) if case.scope.english else words):
        yield Flaw("outside the blanks no word says what is asked; leave more of the sentence")


# -- how many members are wanted ----------------------------------------------------------------------------------

_COUNTED_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
"""
_COUNTED = _COUNTED_WORDS.split()
_COUNTS = {word: count for count, word in enumerate(_COUNTED)} | {"dozen": 12}
_HINTS = {"both": 2, "pair": 2, "couple": 2, "trio": 3}  # they may count something else: "do both Japan and Russia"
_ALL = frozenset({"all", "every", "each", "any"})
_NUMBER = re.compile(
    rf"(?<![\w.,/$€£¥-])(?P<count>[0-9]{{1,2}}|{'|'.join(_COUNTS | _HINTS)})(?!\w|[.,/-]?[0-9]| ?%)"
    r"(?=(?:\W+(?P<after>[^\W\d_]+(?: [^\W\d_]+)?))?)",
    re.IGNORECASE,
)


@question_rule(
    "list-number",
    "warning",
    List,
    title="a list that does not say how many are wanted, or says another number",
    why="A student has to know when the answer is complete, and a deck shows no lines to count. Say the number in the "
    "question, the one that is asked for.",
    source="Linn and Gronlund, Measurement and Assessment in Teaching: word a short-answer item so that the answer is "
    "brief and definite",
    bad="## Which three seas does the canal join? {#seas}\n- the North Sea\n- the Baltic\n",
    good="## Which two seas does the canal join? {#seas}\n- the North Sea\n- the Baltic\n",
)
def _list_number(case: Case) -> Iterator[Flaw]:
    question = case.question
    if not isinstance(question, List) or not case.scope.english or question.asked < 2:
        return
    text = f"{case.stem}\n{case.body}" if case.body else case.stem
    said = [*_NUMBER.finditer(text)]
    if any(_count(found) == question.asked for found in said):
        return
    other = next((found["count"] for found in said if _counts_things(found)), "")
    if other:
        wanted = _COUNTED[question.asked] if question.asked < len(_COUNTED) else str(question.asked)
        yield Flaw(f'the question says "{other}", and {wanted} are wanted; make the two agree', words=other)
    elif question.ask is not None or _ALL.isdisjoint(words_of(text)):
        yield Flaw(f"the question does not say how many are wanted; name the number, {question.asked}")


def _count(found: re.Match[str]) -> int:
    word = found["count"].lower()
    return int(word) if word.isdigit() else (_COUNTS | _HINTS)[word]


def _counts_things(found: re.Match[str]) -> bool:
    """Whether a number may be meant for the members: not that of "which one", "two weeks" or "do both of them"."""
    after = (found["after"] or "").lower()
    measured = any(_is_unit(words) for words in (after, after.partition(" ")[0]))
    return _count(found) > 1 and found["count"].lower() not in _HINTS and not measured


def _is_unit(words: str) -> bool:
    quantity = read_quantity(f"1 {words}") if words else None
    return quantity is not None and (bool(quantity.dimension) or quantity.value != 1)


RULES: tuple[Rule, ...] = (_wrong_is_right, _duplicate_parts, _cloze_all_blank, _list_number)
