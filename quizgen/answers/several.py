"""The grade of several things: options, members, pairs, items in order, blanks. What is right in part counts so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from quizgen.answers.accepted import accepted
from quizgen.answers.heard import Heard, hear, spellings
from quizgen.answers.named import letter_places, named_in
from quizgen.answers.reasons import expected_wrongs, joined, mark_of, sentence
from quizgen.answers.responses import Response, pairs_in, pieces_of, split_blanks_typed
from quizgen.answers.texts import Comparison
from quizgen.answers.verdict import Verdict
from quizgen.answers.words.typos import slip_of
from quizgen.bank.model import Choices, Cloze, List, Match, Order, Pair
from quizgen.text.plain import inline_plain, literal_plain

__all__ = ["grade_choices", "grade_cloze", "grade_list", "grade_match", "grade_order", "rights_by_texts"]


def grade_choices(question: Choices, response: Response, compare: Comparison) -> Verdict:
    """(Right − wrong ticked) / right ones, never below 0."""
    chosen = named_in([option.text for option in question.options], response, compare)
    if chosen is None:
        feedback = expected_wrongs(question, [response] if isinstance(response, str) else response, compare)
        return Verdict("wrong", 0.0, "That is none of the options.", accepted(question), feedback)
    places = set(chosen)
    wanted = {place for place, option in enumerate(question.options) if option.right}
    score = max(0, len(places & wanted) - len(places - wanted)) / len(wanted)
    missed = [inline_plain(question.options[place].text) for place in sorted(wanted - places)]
    wrong = [question.options[place] for place in sorted(places - wanted)]
    reasons = [f"{len(places & wanted)} of {len(wanted)}"]
    reasons += [f"missing {joined(missed)}"] if missed else []
    reasons += [f"not {joined(inline_plain(option.text) for option in wrong)}"] if wrong else []
    said = expected_wrongs(question, (inline_plain(option.text) for option in wrong), compare)
    feedback = " ".join(filter(None, (*(option.feedback for option in wrong), said)))
    return Verdict(mark_of(score), score, sentence(reasons) if score < 1 else "", accepted(question), feedback)


def grade_list(question: List, response: Response, compare: Comparison) -> Verdict:
    """Right members / asked; one that is named twice counts once, extras cost nothing and are named."""
    forms = [answer.forms for answer in question.members]

    @cache
    def member(piece: str) -> Heard | None:
        return hear(piece, forms, compare)

    pieces = pieces_of(response, lambda piece: member(piece) is not None, compare.language)
    heard = {piece: member(piece) for piece in pieces}
    found = list(dict.fromkeys(one.place for one in heard.values() if one))
    extra = [piece for piece, one in heard.items() if one is None]
    right = min(_longest_rise(found) if question.ordered else len(found), question.asked)
    reasons = (
        _of_list(question, found, right) + _counted_once(question, map(member, pieces)) + spellings(heard.values())
    )
    reasons += [f"not asked for: {joined(extra)}"] if extra else []
    score, feedback = right / question.asked, expected_wrongs(question, extra, compare)
    return Verdict(mark_of(score), score, sentence(reasons), accepted(question), feedback)


def _of_list(question: List, found: Sequence[int], right: int) -> list[str]:
    """How much is right, what is missing (where all are asked for), and whether it is out of order."""
    if right == question.asked:
        return []
    reasons = [f"{right} of {question.asked}"]
    missing = [literal_plain(answer.forms[0]) for place, answer in enumerate(question.members) if place not in found]
    if missing and found and question.asked == len(question.members):
        reasons.append(f"missing {joined(missing)}")
    if question.ordered and right < min(len(found), question.asked):
        reasons.append("not in the right order")
    return reasons


def _counted_once(question: List, heard: Iterable[Heard | None]) -> list[str]:
    """What was named twice, in one form or two: "Kunashiri counts once"."""
    times = Counter(one.place for one in heard if one)
    twice = [literal_plain(question.members[place].forms[0]) for place, count in times.items() if count > 1]
    return [f"{joined(twice)} {'counts' if len(twice) == 1 else 'count'} once"] if twice else []


def grade_match(question: Match, response: Response, compare: Comparison) -> Verdict:
    """Right pairs / pairs."""
    said = _rights_said(question, response, compare)
    if said is None:
        return Verdict("wrong", 0.0, "Answer with a letter for each, such as 1B 2A.", accepted(question))
    pairs = question.matched
    hits = [_fits(question, pair, text, compare) for pair, text in zip(pairs, said, strict=True)]
    missed = [
        f"{inline_plain(pair.left)} = {literal_plain(pair.forms[0])}"
        for hit, pair in zip(hits, pairs, strict=True)
        if not hit
    ]
    score = sum(hits) / len(hits)
    named = missed if any(hits) else []  # all are told with what is right
    reason = sentence([f"{sum(hits)} of {len(hits)}", *named]) if missed else ""
    wrong = (literal_plain(text) for text, hit in zip(said, hits, strict=True) if text and not hit)
    return Verdict(mark_of(score), score, reason, accepted(question), expected_wrongs(question, wrong, compare))


def _fits(question: Match, pair: Pair, said: str, compare: Comparison) -> bool:
    """Whether a right side belongs to a pair, misspelt or not; one taken as it is shown belongs only where it is
    written.
    """
    if said in question.rights:
        return said in pair.forms
    return bool(said) and (compare.any(said, pair.forms) or slip_of(said, pair.forms, compare) is not None)


def _rights_said(question: Match, response: Response, compare: Comparison) -> list[str] | None:
    """The right side said for each left one, "" where none is; None where that cannot be made out."""
    rights, count = question.rights, len(question.matched)
    if not isinstance(response, str):
        texts = [text.strip() for text in response]
        return (_rights_by_letters(question, texts, compare) + [""] * count)[:count]
    places = pairs_in(response, count, len(rights))
    if places is not None:
        return ["" if place is None else rights[place] for place in places]
    return rights_by_texts(question, response, compare)


_GOES_WITH = re.compile(r"\s*(?:=+>?|→|⇒|->|–>|:(?!\d)|\s[-–—]\s|\s(?:goes with|belongs to|is|with)\s)\s*")


def rights_by_texts(question: Match, response: str, compare: Comparison) -> list[str] | None:
    """The right sides of "Kishida = Japan; Zelensky = Ukraine", in any order, or of "Japan; Ukraine" in the order of
    the left ones; None where a single text names no left side.
    """
    lefts = [(inline_plain(pair.left),) for pair in question.matched]
    rights = [pair.forms for pair in question.pairs]

    def known(piece: str) -> bool:
        said = _sides(piece, lefts, rights, compare)
        return hear(said[1] if said else piece, rights, compare) is not None

    pieces = pieces_of(response, known, compare.language)
    sided = [_sides(piece, lefts, rights, compare) for piece in pieces]
    chosen = [""] * len(lefts)
    if any(sided):
        for sides in sided:
            if sides:
                chosen[sides[0]] = sides[1]
        return chosen
    if len(pieces) < 2 and not any(known(piece) for piece in pieces):
        return None
    return ([_GOES_WITH.split(piece)[-1] if not known(piece) else piece for piece in pieces] + chosen)[: len(lefts)]


_SIDE_WORDS = 8  # words of two sides that nothing but a space parts


def _sides(
    piece: str, lefts: Sequence[Sequence[str]], rights: Sequence[Sequence[str]], compare: Comparison
) -> tuple[int, str] | None:
    """The left side that a piece names, by its text or number, and what it says of it."""
    for found in _GOES_WITH.finditer(piece):
        left, right = piece[: found.start()].strip(), piece[found.end() :].strip()
        heard = hear(left, lefts, compare)
        if heard and right:
            return heard.place, right
        if left.isdecimal() and 1 <= int(left) <= len(lefts):
            return int(left) - 1, right
    words = re.split(r"[\s-]+", piece.strip())
    if not 1 < len(words) <= _SIDE_WORDS or hear(piece, rights, compare):
        return None
    for at in range(1, len(words)):  # "France Paris"
        heard, right = hear(" ".join(words[:at]), lefts, compare), " ".join(words[at:])
        if heard and hear(right, rights, compare):
            return heard.place, right
    return None


def _rights_by_letters(question: Match, texts: list[str], compare: Comparison) -> list[str]:
    """The right sides that letters name, one each; the texts themselves where one of them is a right side."""
    rights = question.rights
    places = letter_places([text for text in texts if text], len(rights))
    if places is None or any(_fits(question, pair, text, compare) for pair in question.pairs for text in texts):
        return texts
    named = iter(places)
    return [rights[next(named)] if text else "" for text in texts]


def grade_order(question: Order, response: Response, compare: Comparison) -> Verdict:
    """The longest part in the right order / items."""
    places = named_in([item.text for item in question.items], response, compare)
    if places is None:
        return Verdict("wrong", 0.0, "Answer with the letters in order, such as B A C.", accepted(question))
    if len(set(places)) < len(places):
        return Verdict("wrong", 0.0, "Each letter is wanted once.", accepted(question))
    longest = _longest_rise(places)
    score = longest / len(question.items)
    reason = "" if score == 1 else f"{longest} of {len(question.items)} are in the right order."
    return Verdict(mark_of(score), score, reason, accepted(question))


def _longest_rise(places: Sequence[int]) -> int:
    """The length of the longest part that is in the right order, whatever stands between."""
    best: list[int] = []
    for index, place in enumerate(places):
        best.append(1 + max((best[j] for j in range(index) if places[j] < place), default=0))
    return max(best, default=0)


def grade_cloze(question: Cloze, response: Response, compare: Comparison) -> Verdict:
    """Right blanks / blanks."""
    every = [blank.forms for blank in question.blanks]
    typed = split_blanks_typed(
        response, len(every), lambda piece: hear(piece, every, compare) is not None, compare.language
    )
    heard = [hear(text, [blank.forms], compare) for text, blank in zip(typed, question.blanks, strict=True)]
    right = len(heard) - heard.count(None)
    score = right / len(heard)
    missed = [
        f"({number}) {literal_plain(blank.forms[0])}"
        for number, (one, blank) in enumerate(zip(heard, question.blanks, strict=True), 1)
        if one is None
    ]
    counted = [f"{right} of {len(heard)}", *missed] if len(heard) > 1 and missed else []
    wrong = (text for text, one in zip(typed, heard, strict=True) if text and one is None)
    feedback, reason = expected_wrongs(question, wrong, compare), sentence([*counted, *spellings(heard)])
    return Verdict(mark_of(score), score, reason, accepted(question), feedback)
