"""Rules on the stem of a choice: where its blank is, whether it asks for an exception, whether it asks anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.bank.model import Choice, Choices
from quizgen.bank.quantity import read_quantity
from quizgen.check.finding import Flaw
from quizgen.check.language.negative import asks_for_exception
from quizgen.check.rule import Rule, question_rule
from quizgen.check.scope import Case
from quizgen.text.spans import code_and_maths

__all__ = ["BLANK", "RULES"]

BLANK = re.compile(
    r"(?:\\?_){2,}(?:[ ,]*(?:\\?_){2,})*"  # with Markdown's backslashes
    r"|(?<![\w\\_])(?:\\?_)(?: \\?_)+(?!\w)"
    r"|(?<![.…])\.{5,}|(?:(?<=[a-z] )|(?<=[a-z]{3}, ))(?:\.{3,4}|…+)(?=,? [a-z(])|-{4,}|[–—─]{3,}"
    r"|(?<=[a-z,] )(?:\?{2,}|(?-i:BLANK))(?= [a-z])"
    r"|[\[{<(] ?blank ?[\]}>)]|\[ ?gap ?\]|(?<=\s)(?:\( *(?:…|\.{3,6}) *\)|\( +\)|\[ *\??\](?!\())",
    re.IGNORECASE,
)
"""A blank in a stem as it is written."""

_MAY_HOLD_BLANK = re.compile(
    r"__|_\\_|_ \\?_|\.\.\.|…|blank|\[ ?gap|----|[–—─]{3}|[(\[] *[)\]]|\[\?|\?\?", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]{2,}|\b[aAI]\b")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")  # "(choose one)" after a blank at the end


@question_rule(
    "blank-mid-stem",
    "error",
    Choice,
    Choices,
    title="a blank in the middle of the stem",
    why="What is asked stays open until the sentence is read twice, once to the blank and once with each option. "
    "Ask a question, or move the blank to the end.",
    source="Haladyna and Downing (1989); Burton, Sudweeks, Merrill and Wood (1991), How to Prepare Better "
    "Multiple-Choice Test Items",
    bad="## The ____ is the main cause of the tides. {#main-cause}\n- [x] Moon\n- [ ] Sun\n- [ ] wind\n",
    good="## The main cause of the tides is the ____. {#main-cause}\n- [x] Moon\n- [ ] Sun\n- [ ] wind\n",
)
def blank_mid_stem(case: Case) -> Iterator[Flaw]:
    """A blank with words of its sentence after it."""
    prompt = case.question.prompt
    if not _MAY_HOLD_BLANK.search(prompt):
        return
    spans = code_and_maths(prompt)
    for found in BLANK.finditer(prompt):
        if any(span.start <= found.start() < span.end for span in spans) or _leaves_out(prompt, found):
            continue
        rest = _ASIDE.sub("", _rest_of_sentence(prompt[found.end() :])).strip(" _")
        if _WORD.search(rest) and not read_quantity(f"1 {rest}"):
            message = "words of the sentence follow this blank; ask a question, or end the stem with the blank"
            yield Flaw(message, words=found[0])
            return


_QUOTES = re.compile("[\"“”«»„]|(?<!\\w)['‘]")
_SENTENCE_END = re.compile(r"[.?!:;]['\"”’)]*(?:\s|$)|\n")


def _leaves_out(prompt: str, dots: re.Match[str]) -> bool:
    """Whether three dots stand for words left out of a quotation, not for a blank."""
    return dots[0].strip("( )")[:1] in (".", "…") and len(dots[0]) < 5 and _QUOTES.search(prompt) is not None


def _rest_of_sentence(text: str) -> str:
    end = _SENTENCE_END.search(text)
    return text[: end.start()] if end else text


_MARKED = re.compile(r"(?<![\w*])([*_]{1,3})(?=\S)([^*_]+)\1(?![\w*])")


@question_rule(
    "negative-stem",
    "warning",
    Choice,
    Choices,
    title="a question for the exception, whose negative word is not marked",
    why="A learner reads past a small word and answers the opposite question rightly. Ask for what is true; "
    "or mark the word: **not**, EXCEPT.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 17: word the stem positively; capitals or bold if not",
    bad="## Which of these does not pull at the sea? {#pull}\n- [ ] the Moon\n- [ ] the Sun\n- [x] the wind\n",
    good="## Which of these does **not** pull at the sea? {#pull}\n- [ ] the Moon\n- [ ] the Sun\n- [x] the wind\n",
)
def negative_stem(case: Case) -> Iterator[Flaw]:
    """A question by "not", "except" or "least likely", written as any other word."""
    if not case.scope.english:
        return
    word, written = asks_for_exception(case.stem), case.question.prompt
    if not word and case.body and not case.stem.endswith("?"):  # the body asks
        word, written = asks_for_exception(case.body), case.question.body
    if word and not any(word in marked[2] for marked in _MARKED.finditer(written)):
        message = f'"{word}" is easily read past; ask for what is true, or mark it: **{word}**'
        yield Flaw(message, words=word)


_SHORT = 90  # characters: a stem that asks nothing is short
_ANSWER = r"(?:statement|sentence|option|answer|claim|assertion|choice|alternative|response|letter|item|boxe?|one)s?"
_VERDICT = r"(?:true|correct|right|false|incorrect|wrong|(?:in)?accurate|valid|best|appropriate|suitable|proper)"
_OF_THESE = rf"(?: (?:of|from|among) (?:the following|these|those|them|the list|the)(?: {_ANSWER})?)?(?: below| given)?"
_BY_TEXT = r"(?:according to|in|by|from) (?:the|this) (?:article|text|passage|author|story|reading)"
_ASKS_NOTHING = re.compile(
    rf"(?:{_BY_TEXT},? )?(?:"
    rf"(?:which|what)(?: one)?(?: {_ANSWER})?{_OF_THESE}"
    r" (?:is|are|was|were|would be|may be)(?: most| likely| the| an?| not)*"
    rf"(?:(?: {_VERDICT})+(?: {_ANSWER})?| answers?)"
    rf"|(?:please )?(?:choose|select|pick(?: out)?|tick|mark|check|circle|underline|find|identify|indicate|give)"
    rf"(?: (?:the|one|all|any|an?|every|only|most|{_VERDICT}|(?:that|which|what) (?:is|are)))*"
    rf"(?: {_ANSWER})?{_OF_THESE}(?: (?:that|which) (?:is|are) {_VERDICT})?"
    r"|(?:please )?(?:answer (?:the|this) question|complete (?:the|this) (?:sentence|statement)|consider the following)"
    rf"|(?:which|what)(?: one)?(?: {_ANSWER})? (?:of|from|among) (?:the following|these|those)(?: {_ANSWER})?(?! )"
    r"|true or false|(?:\w+ )?(?:question|item|exercise|task|problem) (?:no\.? ?)?[0-9]+[a-z]?(?! )"
    rf")(?:,? {_BY_TEXT}| (?:about|of|for|regarding|concerning)(?: [\w'’-]+){{1,4}})?"
)
_UNFINISHED = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?) )?(?:"
    r"(?P<name>[\w'’-]+(?: [\w'’-]+)?) (?:is|are|was|were|has|have|had|can|may|will|does|do)(?: an?| the)?"
    r"|(?P<alone>[\w'’-]+(?: and [\w'’-]+)?|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}))"
)
_SINGLES_OUT = re.compile(
    r"\b(?:\w+est|most|first|last|main|chief|best|only|usual|\w+ing|[A-Za-z]+['’]s)\b", re.IGNORECASE
)
_FORMULA = re.compile(r"[=+<>^×÷√∫$\\/0-9“\"„«(]")


@question_rule(
    "stem-without-problem",
    "warning",
    Choice,
    Choices,
    title="a stem that poses no problem without the options",
    why="What is asked must be guessed from the options, and they tend to be about many things at once. "
    "Write a question that can be answered with the options covered.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 15; Haladyna and Rodriguez (2013): the central idea "
    "stands in the stem",
    bad="## The Moon is {#moon}\n- [x] the main cause of the tides\n- [ ] larger than the Earth\n- [ ] a planet\n",
    good="## What is the main cause of the tides? {#main-cause}\n- [x] the Moon\n- [ ] the Sun\n- [ ] the wind\n",
)
def stem_without_problem(case: Case) -> Iterator[Flaw]:
    """A bare name, or a question for what is true of nothing in particular."""
    if len(case.stem) > _SHORT or not case.scope.english or _elsewhere(case):
        return
    stem = case.stem.strip().rstrip("_.…:,;-– ")
    if stem and (_asks_nothing(stem) or (_only_names(stem) and not _FORMULA.search(case.question.prompt))):
        yield Flaw("nothing is asked unless the options are read; write a question that can be answered without them")


def _elsewhere(case: Case) -> bool:
    """Whether the problem may stand outside the prompt, in what the question has of its own.

    What stands above all questions of a topic poses the problem of none of them.
    """
    question = case.question
    return bool(question.body or question.image or question.audio)


def _asks_nothing(stem: str) -> bool:
    said = stem.lower().rstrip("? ")
    return not said or _ASKS_NOTHING.fullmatch(said) is not None


def _only_names(stem: str) -> bool:
    """Whether the stem is a name, or a name and a verb that begins to tell something of it."""
    found = _UNFINISHED.fullmatch(stem)
    return found is not None and not stem.endswith("?") and not _SINGLES_OUT.search(found["name"] or found["alone"])


RULES: tuple[Rule, ...] = (blank_mid_stem, negative_stem, stem_without_problem)
