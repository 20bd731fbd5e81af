"""Letters that nobody sees or nobody can type: marks that turn the writing, lost characters, look-alikes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from quizgen.check.finding import Flaw, shortened
from quizgen.check.language.texts import Text, texts_of
from quizgen.check.rule import Rule, bank_rule
from quizgen.check.scope import Scope

__all__ = ["RULES"]

_TURNING = "\u202a-\u202e\u2066-\u2069"
_LOST = "\ufffd"
_DECODED_WRONG = "\x80-\x9f"
_SHAPELESS = "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use
_STRANGE = re.compile(f"[{_TURNING}{_LOST}{_DECODED_WRONG}{_SHAPELESS}]")
# In an answer also what is invisible and counts when it is compared: formatting marks that comparing does not drop.
_INVISIBLE = re.compile("[\u180e\u2061-\u2064\u206a-\u206f]")
_TOLD = (
    (re.compile(f"[{_TURNING}]"), "a mark that turns the direction of writing", "delete it"),
    (re.compile(_LOST), "the mark of a lost character", "type the character again"),
    (re.compile(f"[{_DECODED_WRONG}]"), "a control character", "it was read in a wrong encoding: type it again"),
    (re.compile(f"[{_SHAPELESS}]"), "a character of no agreed shape", "type another"),
    (_INVISIBLE, "an invisible character of an answer, which nobody will type", "delete it"),
)


@bank_rule(
    "control-character",
    "error",
    title="a character that is unseen, lost or of no agreed shape",
    why="A mark that turns the direction of writing shows students other words than the bank has; a character that "
    "was lost in a copy (�) is shown as it stands; an invisible one in an answer makes every right answer wrong. "
    "Delete it, or type it again.",
    source="The Unicode Standard, chapter 23 (special areas and format characters); Boucher and Anderson (2021), "
    "Trojan Source",
    bad="## In which bay are the tides the highest? {#bay}\n= the Bay of F�ndy\n",
    good="## In which bay are the tides the highest? {#bay}\n= the Bay of Fundy\n",
)
def _control_character(scope: Scope) -> Iterator[Flaw]:
    if scope.source and not (_STRANGE.search(scope.source) or _INVISIBLE.search(scope.source)):
        return
    for text in texts_of(scope):
        found = "" if text.words.isascii() else _strange_in(text)
        if found:
            what, to_do = next((what, to_do) for kind, what, to_do in _TOLD if kind.search(found))
            yield Flaw(f"{what} (U+{ord(found):04X}) stands here; {to_do}", text.line, found, at=text.at)


def _strange_in(text: Text) -> str:
    """The first strange character of a text, or ""."""
    found = _STRANGE.search(text.words) or (_INVISIBLE.search(text.words) if text.dialect == "literal" else None)
    return found[0] if found else ""


_RUN = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "Latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "Cyrillic": re.compile("[\u0400-\u052f]"),
    "Greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
}
_OTHER_SCRIPTS = re.compile("[\u0370-\u052f\u1f00-\u1fff]")
# Letters of one shape in two scripts. Of the small Greek ones only o: the others that come near (ν, ρ, α) are symbols.
_ALIKE = {
    ("Cyrillic", "Latin"): frozenset("АВЕКМНОРСТУХІЈЅасеорхуіјѕ"),
    ("Latin", "Cyrillic"): frozenset("ABEKMHOPCTYXIJSaceopxyijs"),
    ("Greek", "Latin"): frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"),
    ("Latin", "Greek"): frozenset("ABEZHIKMNOPTYXo"),
}
_WORD = 3
"""Letters from which Greek is a word: fewer are symbols, and so is a Latin letter beside them ("MΩ", "ΔT")."""


@bank_rule(
    "mixed-scripts",
    "error",
    title="an answer with a look-alike letter of another script",
    why="A Cyrillic а looks like a Latin a, but is another letter: who types the word as it is spelt is told that it "
    "is wrong. Type the word again. Greek letters as symbols (µm, kΩ, hν) are no such letters.",
    source="Unicode Technical Standard 39 (security mechanisms), mixed-script confusables",
    bad="## Where is the harbour? {#harbour}\n= C\u0430rdiff\n",
    good="## Where is the harbour? {#harbour}\n= Cardiff\n",
    stops=True,
)
def _mixed_scripts(scope: Scope) -> Iterator[Flaw]:
    if scope.source and not _OTHER_SCRIPTS.search(scope.source):
        return
    names = [(form, scope.front_line("names"), None) for group in scope.bank.names for form in group]
    for form, line, at in [*names, *_forms(scope)]:
        if not form.isascii():
            for word in _RUN.findall(normalize("NFC", form)):
                odd = _odd_letter(word)
                if odd:
                    letter, script, other = odd
                    what = f'"{letter}" is {script} (U+{ord(letter):04X})'
                    message = f'"{shortened(word)}" is {other}, but its {what}; type it again'
                    yield Flaw(message, line, word, at=at)


def _forms(scope: Scope) -> Iterator[tuple[str, int, int | None]]:
    """Every accepted form that is typed, with its line."""
    for at, case in enumerate(scope.cases):
        parts = case.question.parts()
        for number, forms in enumerate(case.members):
            line = parts[number].line if len(parts) == len(case.members) else 0
            for form in forms:
                yield form, line, at


def _odd_letter(word: str) -> tuple[str, str, str] | None:
    """A letter that looks like one of the script of the others in a word: the letter, its script, theirs."""
    letters = {name: found for name, script in _SCRIPTS.items() if (found := script.findall(word))}
    for (script, other), alike in _ALIKE.items():
        odd, rest = letters.get(script, ()), letters.get(other, ())
        symbols = other == "Greek" and len(rest) < _WORD
        if odd and rest and not symbols and alike.issuperset(odd):
            return odd[0], script, other
    return None


RULES: tuple[Rule, ...] = (_control_character, _mixed_scripts)
