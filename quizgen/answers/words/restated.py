"""What a careful student says again: "the planet Jupiter" where a planet is asked for, "Bell invented the telephone",
"NaCl (sodium chloride)", "Kennedy, John F.", "J. F. Kennedy".

Each is offered without what is said again, in the words of the answer; whether that is right is for others to say.
A whole response that the bank knows as an answer is never taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.answers.prompts import stem, stems
from quizgen.answers.texts import Comparison
from quizgen.answers.words.fold import fold
from quizgen.answers.words.known import known_to

__all__ = ["restated"]

_LONGEST = 160  # characters of a response that may say something again
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_QUESTION_WORDS = re.compile(
    r"\b(?:who|whom|which|what|where|how many|wer|wen|was|welche[rsmn]?|qui|que|quel(?:le)?s?|quién|qué|cuál|chi|che"
    r"|quem|qual|wie|wat|welke?|кто|что|какой|какая|какое|какие|хто|що|який|яка|яке)\b",
    re.IGNORECASE,
)
_TURNS = frozenset(
    str.split("""
    not no non never without neither nor or and than more less except but anti all both before after under over above
    below half first last north south east west left right upper lower new old
    nicht kein keine oder und ohne pas ni ou et sans non o y e sin né ed sem nem niet geen of en не или и без ні чи або
    """)
)
"""Words that make another thing of a name beside which they stand, though the prompt has them, too."""
_ARTICLES = frozenset(
    str.split("the a an der die das le la les l un une el los las il lo gli i o os as um uma de het een")
)
_OF = frozenset(str.split("of von de di do da du van"))
_LEADS = frozenset(
    str.split("is are was were be been did does do has have had will would by to in on at from the a an of")
)
_PRONOUNS = frozenset(str.split("he she it they we er sie es il elle ils он она оно они"))
_ECHO = frozenset(str.split("did does do is was are were has had can could will would"))
_PARTICLES = frozenset(str.split("von van de da di del della der den zu la le du dos das the"))
_BRACKETED = re.compile(r"([^()]*\w[^()]*?)\s*\(([^()]+)\)\s*\.?")
_OPEN = re.compile(r"\?|\b(?:or|not|no|oder|nicht|ou|pas|или|не)\b", re.IGNORECASE)
_PIECES = re.compile(
    r"\s*(?:[,=/(]|\b(?:or|aka|also called|also known as|i\.e\.|bzw\.?|ou|oder|или)\b)\s*", re.IGNORECASE
)
_DENIES = re.compile(
    r"\b\w+n[’']t\b|\b(?:do|does|did|is|are|was|were|has|have|had|would|should)nt\b|\bcan(?:no|['’]?)t\b"
    r"|\b(?:not|no|never|without|except|nobody|nicht|kein\w*|nie|pas|jamais|ni|non|nunca|não|nem|niet|geen|не|ні|нет)\b",
    re.IGNORECASE,
)
_MOST_AGAIN = 3  # words of the prompt at one end of a response


def restated(response: str, forms: tuple[str, ...], compare: Comparison) -> Iterator[str]:
    """The answer inside a response that says more than it: words of the prompt, the same thing twice, a name turned
    round or with initials.
    """
    known = known_to(compare.bank)
    if len(response) > _LONGEST or _DENIES.search(response) or any(known.near(compare.key(response), 0)):
        return
    yield from _twice(response, forms, compare)
    yield from _surname_first(response)
    yield from _initials(response, forms, compare)
    prompt = compare.question.prompt
    yield from _beside_its_kind(response, prompt)
    yield from _in_a_sentence(response, prompt)
    yield from _with_its_kind(response, forms, prompt)


def _twice(response: str, forms: tuple[str, ...], compare: Comparison) -> Iterator[str]:
    """The answer with something in brackets after it, and two forms of one answer."""
    found = _BRACKETED.fullmatch(response)
    if found and not _OPEN.search(found[2]) and not any(known_to(compare.bank).near(compare.key(found[2]), 0)):
        yield found[1]
    pieces = [piece.strip(" ).") for piece in _PIECES.split(response)]
    if 1 < len(pieces) < 5 and all(piece and compare.any(piece, forms) for piece in pieces):
        yield pieces[0]


def _surname_first(response: str) -> Iterator[str]:
    """ "Kennedy, John F." the other way round."""
    surname, comma, rest = response.partition(",")
    if comma and "," not in rest and len(response.split()) < 7 and rest.strip()[:1].isupper():
        yield f"{rest.strip()} {surname.strip()}"


def _initials(response: str, forms: tuple[str, ...], compare: Comparison) -> Iterator[str]:
    """The form whose given names a response shortens, where the bank knows no other of that name."""
    said = _parts(response)
    if not 1 < len(said) < 6 or len(said[-1]) < 3:
        return
    for form in forms:
        if form[:1].isupper() and _shortens(said, _parts(form)) and not _namesakes(said, form, compare):
            yield form


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"[\s.]+", name.strip()) if part]


def _shortens(said: list[str], form: list[str]) -> bool:
    """Whether a name is another with initials for given names, or without a middle name's initial or a particle."""
    if len(form) < 2 or fold(said[-1]) != fold(form[-1]) or not _stands_for(said[0], form[0]):
        return False
    at = 1
    for part in form[1:-1]:
        if at < len(said) - 1 and _stands_for(said[at], part):
            at += 1
        elif len(part) > 1 and part.lower() not in _PARTICLES:
            return False
    return at == len(said) - 1


def _stands_for(said: str, part: str) -> bool:
    return fold(said) == fold(part) or (len(said) == 1 and part[:1].isupper() and said.upper() == part[0])


def _namesakes(said: list[str], form: str, compare: Comparison) -> bool:
    own, surname = compare.form_key(form), fold(said[-1], compare.language)
    return any(
        text != own and text[:1] == own[:1] and len(text.split()) > 1 for text in known_to(compare.bank).ending(surname)
    )


@lru_cache(maxsize=1024)
def _kinds(prompt: str) -> frozenset[str]:
    """The stems of the words of a prompt that may say what kind of thing its answer is: no names."""
    words = _WORD.findall(prompt)
    common = {word for at, word in enumerate(words) if not at or not word[:1].isupper() or _is_german(prompt)}
    return frozenset(_number_free(word) for word in common if len(word) > 2 and word.lower() not in _TURNS | _LEADS)


def _is_german(prompt: str) -> bool:
    """Whether nouns are written large: the question word says so."""
    return re.search(r"\b(?:wer|was|wie|welche\w?|wann|wo|warum|nennen?)\b", prompt, re.IGNORECASE) is not None and (
        re.search(r"\b(?:der|die|das|ist|den|dem|ein|eine)\b", prompt) is not None
    )


def _number_free(word: str) -> str:
    word = word.lower()
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _beside_its_kind(response: str, prompt: str) -> Iterator[str]:
    """ "river Nile", "helium gas", "the month of July": without the words by which the prompt asked for it."""
    words = response.strip(" .!").split()
    kinds = _kinds(prompt)
    lead = 0
    while lead < min(_MOST_AGAIN, len(words) - 1) and _is_kind(words[lead], kinds, lead):
        lead += 1
    tail = 0
    while tail < min(_MOST_AGAIN, len(words) - lead - 1) and _is_kind(words[-1 - tail], kinds, 0):
        tail += 1
    ends = sorted({(0, tail), (lead, 0), (lead, tail)} - {(0, 0)}, key=sum)
    yield from (" ".join(words[start : len(words) - end]) for start, end in ends)


def _is_kind(word: str, kinds: frozenset[str], at: int) -> bool:
    word = word.strip(",;:").lower()
    return _number_free(word) in kinds or word in _ARTICLES or (at > 0 and word in _OF)


def _with_its_kind(response: str, forms: tuple[str, ...], prompt: str) -> Iterator[str]:
    """ "covalent" for "covalent bond" where a bond is asked for."""
    kinds = _kinds(prompt)
    for form in forms:
        kept, _, last = form.rpartition(" ")
        if len(kept) > 3 and last and _number_free(last) in kinds:
            yield f"{response.strip(' .!')} {last}"
            return


def _in_a_sentence(response: str, prompt: str) -> Iterator[str]:
    """ "Bell invented the telephone", "Bell did", "Zambia exports copper", "The telephone was invented by Bell"."""
    asked = _asked(prompt)
    words = response.strip(" .!").split()
    if not asked or len(words) < 2:
        return
    said = [stem(word.lower()) for word in words]
    for at in range(1, len(words)):
        if _follows(said[at:], asked):
            yield " ".join(words[:at])
        if _leads_up(said[:at], asked, prompt):
            yield " ".join(words[at:])


@lru_cache(maxsize=1024)
def _asked(prompt: str) -> tuple[str, ...]:
    """The stems of what a prompt says after its question word."""
    found = _QUESTION_WORDS.search(prompt)
    return tuple(stem(word.lower()) for word in _WORD.findall(prompt[found.end() :])) if found else ()


def _follows(said: list[str], asked: tuple[str, ...]) -> bool:
    """Whether words after an answer are those that follow the question word, with or without the kind asked for."""
    if len(said) == 1 and said[0] in _ECHO:
        return True
    return len(said) > 1 and any(tuple(said) == asked[at : at + len(said)] for at in range(3))


def _leads_up(said: list[str], asked: tuple[str, ...], prompt: str) -> bool:
    """Whether words before an answer are those of the question, as a statement or in the passive."""
    told = [word for word in said if word not in _LEADS]
    turned = next((at for at, word in enumerate(asked[:3]) if word in _ECHO), None)  # "(colony) did Penn found"
    wanted = [word for word in asked[turned or 0 :] if word not in _LEADS]
    if not told:
        return False
    if said[-1] == "by":
        return len(told) > 1 and all(word in stems(prompt) for word in told)
    if turned is None:  # the answer is what does it: "Poland attacked Germany" is none to "Who attacked Poland?"
        return False
    if told[0] in _PRONOUNS:
        return len(told) > 1 and told[1:] == wanted[-len(told) + 1 :]
    return told == wanted[: len(told)] and len(told) > 1
