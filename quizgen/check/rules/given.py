"""Answers that a question gives away before it is answered: in its own words, its topic's title or its hint.

An error has to be certain. So what cannot tell is passed over: one letter, small numbers, yes and no, little words,
formulas, alternatives that a question names ("the Moon or the Sun"), and words that it speaks of ("the word 'tide'").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from quizgen.bank.model import Choice, Choices, Cloze, List, Number, Short
from quizgen.check.finding import Flaw, shortened
from quizgen.check.language.measured import is_sum, numbers_as
from quizgen.check.language.within import SMALL_NUMBERS, holds
from quizgen.check.rule import Rule, question_rule
from quizgen.check.scope import GAP, Case
from quizgen.check.words import content_words
from quizgen.text.plain import inline_plain
from quizgen.text.spans import code_and_maths

__all__ = ["RULES"]

_COUNTABLE = 12  # a number up to this stands in many questions and means something else
_SHORT_WORD = 3  # letters up to which one word of an option, or of another language, is found by chance
_WHOLE_OPTION = 3  # words from which one of several right options is more than a topic
_EXTRACT = 60  # words from which a prompt is a case to be read; its answer may stand in it
_ACRONYM = 4  # letters up to which capitals may make a word of another one: US, IT, WHO, AIDS
_OR = {
    "en": "or", "de": "oder", "fr": "ou", "es": "o|u", "it": "o|oppure", "pt": "ou", "nl": "of",
    "pl": "lub|czy|albo", "cs": "nebo|či", "ru": "или", "uk": "або|чи", "sv": "eller", "da": "eller", "no": "eller",
    "tr": "veya", "hu": "vagy", "hr": "ili", "sr": "ili|или", "ro": "sau", "fi": "tai|vai", "id": "atau",
}  # fmt: skip
_YES_OR_NO_WORDS = "yes no true false oui non vrai faux ja nein wahr falsch si sí verdadero falso"
_YES_OR_NO = frozenset(_YES_OR_NO_WORDS.split())
_SENTENCE = re.compile(r"(?<=[.!?…。])\s+|\n+")
_SPOKEN_OF = re.compile(
    r"“[^”]{1,300}”|„[^“”]{1,300}[“”]|«[^»]{1,300}»|\"[^\"]{1,300}\""
    r"|(?<!\w)‘[^’]{1,300}’(?!\w)|(?<!\w)'[^']{1,300}'(?!\w)|:\s.*",
    re.DOTALL,
)
# "which of the Moon and the Sun": members of some words each
_AMONG = re.compile(r"\b(?:of|between|among|both)\s+((?:[^,;]{1,30},){0,9}[^,;]{1,30},?\s+and\s+[^,;?]{1,30})", re.I)
_ITEM_END = re.compile(r",|\band\b")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{3,200})[)\]]")
_LIST_SIGN = re.compile(r"[,;/|]\s*(?:and\s+|or\s+)?")
# "older than Ben", "compare a lake with a pond": what may be older, deeper …
_COMPARED = re.compile(
    r"\b(?:\w{2,}er|(?:more|less)\s[\w-]+)\s+than\s+([^,.;:?!]+)"
    r"|\bcompare\s+([^,.;:?!]+?)\s+(?:with|to|and)\s+([^,.;:?!]+)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\bof them\b")
_FOREIGN = re.compile("[^\x00-\x7f‘’“”–—…]")  # a letter that folding may make another one
_RUN = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"[0-9]")
_COUNT = re.compile(r"([0-9][0-9,]*)\s+[^\W\d_][^\d]*")

_Answer = tuple[str, ...]
"""The accepted forms of one thing asked."""


@question_rule(
    "answer-in-stem",
    "error",
    Short,
    Number,
    List,
    Cloze,
    Choice,
    Choices,
    title="an answer that stands in its question",
    why="Who reads the question knows the answer. Say it in other words, or ask for something else. Alternatives "
    "that the question names do not count. An extract in which the answer has to be found is allowed with its reason.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 28: avoid clues to the right answer",
    bad="## The neap tide comes at half moon. Which tide comes then? {#neap}\n= the neap tide\n",
    good="## Which tide comes at half moon, the neap tide or the spring tide? {#neap}\n= the neap tide\n",
)
def answer_in_stem(case: Case) -> Iterator[Flaw]:
    """Of a cloze in the text beside its blanks and in the hints of other blanks; of a choice in the prompt alone.

    One of several right options has to be a whole statement: a word or two may be what the question is about.
    """
    if not isinstance(case.question, Cloze) and case.stem.count(" ") >= _EXTRACT:
        return
    chosen = isinstance(case.question, Choice | Choices)
    found = [_key_in(case, case.stem, _spoken)] if chosen else _members_in(case)
    for answer in filter(None, found):
        yield Flaw(_IN_STEM.format(shortened(answer)), words=_as_written(case, answer))


_IN_STEM = 'the answer "{}" stands in the question; say it in other words'


def _members_in(case: Case) -> list[str]:
    """Of each thing asked the form that prompt or body hold, or ""."""
    front = f"{case.stem}\n{case.body}" if case.question.body else case.stem
    if not isinstance(case.question, Cloze):
        return [_first_in(case, front, forms, _spoken) for forms in case.members]
    front = front.replace(GAP, "\n")
    return [
        _first_in(case, f"{front}\n{_other_hints(case.question, place)}", forms)
        for place, forms in enumerate(case.members)
    ]


@question_rule(
    "answer-in-title",
    "warning",
    Short,
    Number,
    List,
    Cloze,
    Choice,
    title="an answer that stands in the title of its topic",
    why="The title stands above the question on paper and on every card. Give the topic another title, or ask for "
    "something else.",
    source="Haladyna, Downing and Rodriguez (2002), guideline 28: avoid clues to the right answer",
    bad="# Neap tides\n\n## What are the tides at half moon called? {#neap}\n= neap tides\n",
    good="# The Moon's part\n\n## What are the tides at half moon called? {#neap}\n= neap tides\n",
)
def answer_in_title(case: Case) -> Iterator[Flaw]:
    """Not where the prompt names the answer, too: it is one of several there, or found by answer-in-stem."""
    title = case.topic.title
    if not title:
        return
    if isinstance(case.question, Choice):
        answers = [_key_in(case, title, in_title=True)]
    else:
        answers = [_first_in(case, title, forms, in_title=True) for forms in case.members]
    for found in filter(None, answers):
        if not holds(case.compare.key(case.stem), case.compare.form_key(found)):
            yield Flaw(f'the answer "{found}" stands in the title of its topic, "{title}"; change one of them')
            return


def _one_of_stem(case: Case, found: str) -> bool:
    """Whether the prompt names the answer as one of several: in words, in brackets, or as a term that it compares."""
    key = case.compare.form_key(found)
    if _is_alternative(case, case.compare.key(case.stem), key):
        return True
    listed = (_LIST_SIGN.split(brackets) for brackets in _IN_BRACKETS.findall(case.stem))
    if any(len(items) > 1 and key in map(case.compare.key, items) for items in listed):
        return True
    if not case.scope.english or not (terms := _COMPARED.findall(case.stem)):
        return False
    return any(f"{case.compare.key(term)} ".startswith(f"{key} ") for found_terms in terms for term in found_terms)


@question_rule(
    "hint-gives-away",
    "warning",
    Short,
    Number,
    List,
    Cloze,
    Choice,
    title="a hint that holds the whole answer",
    why="A hint is a first help; with the answer in it there is nothing left to think of. Give the kind of thing, "
    "a first letter or where to look.",
    source="Our own rule: a hint leads to the answer and leaves the last step to the learner",
    bad="## What pulls the water of the sea up? {#moon}\n= the Moon\nhint: The Moon does it.\n",
    good="## What pulls the water of the sea up? {#moon}\n= the Moon\nhint: It shines at night.\n",
)
def hint_gives_away(case: Case) -> Iterator[Flaw]:
    """Of a list every member has to stand in the hint; of a cloze one blank's answer, as each blank is a card."""
    question = case.question
    if question.hint:
        found = _in_hint(case, inline_plain(question.hint))
        if found:
            yield Flaw(_IN_HINT.format(shortened(found)), words=f"hint: {question.hint}")
    if isinstance(question, Cloze):
        for blank in question.blanks:
            found = _first_in(case, inline_plain(blank.hint), blank.forms) if blank.hint else ""
            if found:
                yield Flaw(_IN_HINT.format(shortened(found)), blank.line, blank.hint)


_IN_HINT = 'the hint holds the whole answer "{}"; give less away'


def _in_hint(case: Case, hint: str) -> str:
    if isinstance(case.question, Choice):
        return _key_in(case, hint)
    found = [_first_in(case, hint, forms) or _count_in(case, hint, forms) for forms in case.members]
    if isinstance(case.question, List) and not all(found):
        return ""
    return next(filter(None, found), "")


def _count_in(case: Case, hint: str, forms: Iterable[str]) -> str:
    """The first form whose number the hint tells: "near 2000 a day" for "2,000 eggs"."""
    if not _DIGIT.search(hint):
        return ""
    counts = ((form, _COUNT.fullmatch(form)) for form in forms)
    return next((form for form, count in counts if count and _first_in(case, hint, (count[1],))), "")


def _other_hints(question: Cloze, place: int) -> str:
    """The hints of the blanks but for one."""
    return "\n".join(blank.hint for other, blank in enumerate(question.blanks) if other != place)


def _key_in(case: Case, text: str, cleaned: Callable[[str], str] = str, *, in_title: bool = False) -> str:
    """A right option, if it stands in the text and no wrong option does."""
    keys = (case.options[place] for place in case.keys)
    found = _first_in(case, text, filter(partial(_may_be_told, case), keys), cleaned, in_title=in_title)
    if not found:
        return ""
    others = (option for place, option in enumerate(case.options) if place not in case.keys)
    said = case.compare.key(cleaned(text))
    return "" if any(holds(said, case.compare.key(option)) for option in others) else found


def _may_be_told(case: Case, key: str) -> bool:
    """Whether a right option is more than a number or a short word; one of several, a whole statement."""
    if isinstance(case.question, Choices):
        return len(key.split()) >= _WHOLE_OPTION
    return any(map(str.isalpha, key)) and (" " in key.strip() or len(key) > _SHORT_WORD)


def _first_in(
    case: Case, text: str, forms: Iterable[str], cleaned: Callable[[str], str] = str, *, in_title: bool = False
) -> str:
    """The first of these forms that the text, once it is cleaned, gives away, or ""."""
    low = text.casefold()
    english = case.scope.english
    for form in forms:
        looked_for = _may_stand(case, low, form) and not _tells_nothing(form, english)
        if looked_for and _stands(case, cleaned(text), form, in_title=in_title):
            return form
    return ""


def _may_stand(case: Case, low: str, form: str) -> bool:
    """A quick look that leaves few answers to look for: a number may be written in another way."""
    if _DIGIT.search(form):
        return _DIGIT.search(low) is not None
    return _may_hold(case, low, form)


def _may_hold(case: Case, low: str, form: str) -> bool:
    """Whether the words of the form are in the text, or cannot be told from it quickly."""
    if not form.isascii() or _FOREIGN.search(low) or _name_in(case, form):
        return True
    return all(word in low for word in _RUN.findall(form.casefold()))


def _name_in(case: Case, form: str) -> bool:
    """Whether the form holds a name that may stand in the text in another form."""
    return bool(case.compare.names) and _names(case.compare.names).search(form) is not None


@lru_cache(maxsize=64)
def _names(names: tuple[_Answer, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(form) for group in names for form in group), re.IGNORECASE)


@lru_cache(maxsize=1024)
def _tells_nothing(form: str, english: bool) -> bool:
    """Whether the answer may stand in any text by chance, or is a formula, whose letters do."""
    word = form.strip().casefold()
    if word.isdecimal():
        return len(word) < 3 and int(word) <= _COUNTABLE
    if word in _YES_OR_NO or word in SMALL_NUMBERS or sum(map(str.isalnum, word)) <= 1:
        return True
    if any(span.kind != "code" for span in code_and_maths(form)):
        return True
    return not content_words(form) if english else word.isalpha() and len(word) <= _SHORT_WORD


def _stands(case: Case, text: str, form: str, *, in_title: bool = False) -> bool:
    """Whether a sentence of the text holds the form and does not name it as one of several.

    In a title the other one of "Ebb and flood" is no alternative.
    """
    if _DIGIT.search(form):
        if is_sum(text):
            return False
        text = numbers_as(text, form)
    key = case.compare.form_key(form)
    for sentence in _SENTENCE.split(text):
        said = case.compare.key(sentence) if sentence and _may_hold(case, sentence.casefold(), form) else ""
        if holds(said, key) and not _by_chance(sentence, form):
            if in_title:
                return True
            if not _is_alternative(case, said, key) and not _is_one_of(case, sentence, key):
                return not _one_of_stem(case, form)
    return False


def _is_alternative(case: Case, said: str, key: str) -> bool:
    """Whether the answer is named beside another: "the Moon or the Sun", "whether it is the Moon"."""
    either = _either(case.scope.language, key)
    return either is not None and either.search(said) is not None


@lru_cache(maxsize=1024)
def _either(language: str, key: str) -> re.Pattern[str] | None:
    words = _OR.get(language)
    if not words:
        return None
    found = re.escape(key)
    return re.compile(
        rf"\b(?:{words}) (?:\S+ ){{0,2}}{found}\b"
        rf"|\b{found} (?:\S+ ){{0,5}}(?:{words})\b(?! (?:the like|so|similar|some))"
        rf"|\b(?:whether|either)\b.*\b{found}\b"
    )


def _by_chance(sentence: str, form: str) -> bool:
    """Whether the sentence holds another word: "us" and not the US."""
    return form.isupper() and form.isalpha() and len(form) <= _ACRONYM and form not in _RUN.findall(sentence)


def _is_one_of(case: Case, sentence: str, key: str) -> bool:
    """Whether the answer is one of a group that is named: "of the Moon and the Sun", "which of them"."""
    if isinstance(case.question, List):
        return False
    items = (item for group in _AMONG.findall(sentence) for item in _ITEM_END.split(group))
    return any(f"{case.compare.key(item)} ".startswith(f"{key} ") for item in items) or bool(_OF_THEM.search(case.stem))


def _spoken(text: str) -> str:
    """The text without what it speaks of: words in quotation marks, a list or an example after a colon."""
    return _SPOKEN_OF.sub(" ", text)


def _as_written(case: Case, form: str) -> str:
    """The form as the prompt or the body writes it, for the caret; "" where it writes it in another way."""
    for text in (case.question.prompt, case.question.body):
        at = text.casefold().find(form.casefold())
        if at >= 0:
            return text[at : at + len(form)]
    return ""


RULES: tuple[Rule, ...] = (answer_in_stem, answer_in_title, hint_gives_away)
