"""What people put around an answer: "It is Kunashiri", "I think Tokyo", "in Moscow", "the city of Tokyo".

None of it changes the answer. What denies it ("it is not Tokyo") or leaves it open ("Tokyo or Kyoto") is no such thing
and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from quizgen.answers.prompts import stem, stems

__all__ = ["unplaced", "unwrapped"]

_BEFORE = {
    "en": r"""(?:well|so|oh|hm+|erm?|um+),?
        |(?:(?:i\ (?:think|believe|guess|suppose|am\ (?:sure|certain)|would\ say)|i[’']d\ say
            |i[’']m\ (?:(?:pretty|quite|fairly|very|almost)\ )?(?:sure|certain)
            |it\ (?:must|should|could|might|may)\ be|that\ (?:must|would)\ be|maybe|perhaps
            |probably|possibly|presumably)(?:\ that)?,?)
        |(?:(?:it|that|this|he|she|there|what|which)(?:\ (?:is|was|would\ be)|[’']s)
            |they(?:\ are|\ were|[’']re)|these\ (?:are|were)|those\ (?:are|were)|we\ (?:are|call\ it))
            (?:\ (?:called|named|known\ as))?:?
        |(?:they|people|you|one)\ calls?\ (?:it|them|him|her)|(?:called|named|known\ as)
        |(?:the|my|our)\ (?:\w+\ ){0,2}(?:answers?|names?|word|term)\ (?:is|was|are|were|would\ be):?
        |(?:answers?|ans|a|response)\s*[:=]
        |(?:because|because\ of|due\ to|thanks\ to)
        |(?:mainly|mostly|chiefly|primarily|usually|basically|actually|definitely|certainly|surely|clearly|obviously)
        |(?:its|my|your|our|their)""",
    "de": r"""(?:ich\ (?:glaube|denke|meine|würde\ sagen)(?:,?\ (?:dass\ )?(?:es|das)\ (?:ist|war|sind))?|vielleicht
            |wohl|wahrscheinlich),?
        |(?:es|das|dies|er|sie)\ (?:ist|war|sind|waren|heißt|heißen)|die\ antwort\ (?:ist|lautet):?|antwort:
        |(?:weil|wegen)""",
    "fr": r"""(?:je\ (?:pense|crois|dirais)(?:\ que)?|peut-être|probablement),?
        |c[’']est|c[’']était|ce\ (?:sont|fut|furent)|il\ s[’']agit\ (?:de|d[’'])
        |(?:il|elle)s?\ (?:est|sont|s[’']appellent?)
        |la\ réponse\ est:?|réponse\s?:""",
    "es": r"""(?:creo|pienso|diría)\ que(?:\ (?:es|son|fue))?|quizás?|tal\ vez|probablemente
        |es|son|fue|fueron|era|eran|se\ llama|la\ respuesta\ es:?|respuesta:""",
    "it": r"""(?:credo|penso|direi)\ (?:che\ )?(?:sia|siano|è|sono)?|forse|probabilmente
        |è|sono|era|fu|si\ chiama|la\ risposta\ è:?|risposta:""",
    "pt": r"""(?:acho|creio|penso)\ que(?:\ (?:é|são|foi))?|talvez|provavelmente
        |é|são|foi|foram|era|chama-se|a\ resposta\ é:?|resposta:""",
    "nl": r"""ik\ (?:denk|geloof|meen)(?:\ (?:dat\ )?(?:het|dat)(?:\ is)?)?|misschien|waarschijnlijk
        |(?:het|dat|dit)\ (?:is|was|zijn|waren|heet)|het\ antwoord\ is:?|antwoord:""",
    "ru": r"""(?:я\ )?(?:думаю|считаю|полагаю),?(?:\ что)?(?:\ это)?|наверное,?|возможно,?
        |это(?:\ был[аои]?)?|ответ\s*[:—–-]""",
    "uk": r"""(?:я\ )?(?:думаю|вважаю|гадаю),?(?:\ що)?(?:\ це)?|мабуть,?|можливо,?|це(?:\ бу(?:в|ла|ло|ли))?
        |відповідь\s*[:—–-]""",
}  # fmt: skip
_AFTER = {  # as it stands, and only after a comma
    "en": (r"i\ (?:think|believe|guess|suppose)|is\ (?:the|my)\ answer|isn[’']t\ it",
           "maybe|perhaps|probably|possibly|of\\ course|right|please|is\\ it|or\\ not|i'm\\ not\\ sure"
           r"|(?:and\ |but\ )?not\ [^,;]+"),
    "de": (r"(?:glaube|denke)\ ich", r"vielleicht|oder|nicht\ wahr"),
    "fr": (r"je\ (?:pense|crois)", r"peut-être|n[’']est-ce\ pas|non"),
    "es": ("creo", "quizás?|no|verdad"),
    "it": ("credo|penso", "forse|no|vero"),
    "pt": ("acho", r"talvez|não\ é"),
    "nl": (r"(?:denk|geloof)\ ik", "misschien"),
    "ru": (r"(?:я\ )?думаю", "наверное|да"),
    "uk": (r"(?:я\ )?думаю", "мабуть"),
}  # fmt: skip
_JAPANESE = re.compile(r"^(?:それは|答えは|これは)?(.+?)(?:だと思います|と思います|でしょう|です|だ)?[。．.]?$")
_PLACE = {
    "en": "in|at|on|by|from|to|into|through|via",
    "de": "in|im|am|an|auf|von|vom|nach|aus|durch",
    "fr": "à|au|aux|en|dans|de|du|des|par|sur",
    "es": "en|de|del|a|al|por|desde",
    "it": "in|a|al|nel|nella|di|del|della|da|dal",
    "pt": "em|no|na|nos|nas|de|do|da|a|ao|à|por|pelo|pela",
    "nl": "in|op|te|aan|van|naar|uit|door",
    "ru": "в|во|на|из|от|к|у",
    "uk": "в|у|на|з|із|від|до",
}
_WHAT = "city|town|village|capital|country|nation|island|islands|river|province|region|prefecture|port|lake|mountain"
_OF_A_KIND = (  # "la ville de", "город"
    r"(?:la\ ville|l[’']île|le\ pays|la\ ciudad|la\ isla|a\ cidade|a\ ilha|la\ città|l[’']isola|die\ stadt|die\ insel"
    r"|de\ stad|het\ eiland)\s+(?:de\s|d[’']|von\s|di\s|van\s)?"
    r"|(?:город|г\.|остров|река|р\.|озеро|місто|м\.|острів|річка)\s"
)
_HONORIFIC = (
    r"(?:mr|mrs|ms|miss|mister|sir|dr|doctor|prof|professor|president|king|queen|emperor|pope|general|tsar|czar"
    r"|chancellor|kaiser|könig|madam|herr|frau|monsieur|madame|mme|señor|señora|signor|signora|sr|sra)\b\.?"
)
_VERB = {  # between what was asked and the answer: "The islands are …"
    "en": "is|are|was|were|includes?|included",
    "de": "ist|sind|war|waren|heißt|heißen",
    "fr": "est|sont|était|étaient|fut|furent",
    "es": "es|son|era|eran|fue|fueron",
    "it": "è|sono|era|erano|fu|furono",
    "pt": "é|são|era|eram|foi|foram",
    "nl": "is|zijn|was|waren|heet|heten",
    "ru": "это|был[аои]?",
    "uk": "це|бу(?:в|ла|ло|ли)",
}
_LITTLE = "the a an of that which who in on by to and its their his her"
_SAID_AGAIN = frozenset(_LITTLE.split())
_SPACES = re.compile(r"[^\S\n]+")


@cache
def _before(language: str) -> re.Pattern[str]:
    own = "|".join(part for part in (_BEFORE["en"], _BEFORE.get(language, "") if language != "en" else "") if part)
    return re.compile(rf"\A\s*(?:{own})(?![\w’'])[\s:,]*(?=.*\w)", re.IGNORECASE | re.VERBOSE | re.DOTALL)


@cache
def _after(language: str) -> re.Pattern[str]:
    said = [_AFTER[spoken] for spoken in dict.fromkeys(("en", language)) if spoken in _AFTER]
    anywhere, set_off = ("|".join(parts) for parts in zip(*said, strict=True))
    before = rf"(?:[\s,(—–-]+(?:{anywhere})|\s?[,(—–]\s?(?:{set_off}))"
    return re.compile(rf"(?<=\w){before}[\s,;:.!?)…—–-]*\Z", re.IGNORECASE | re.VERBOSE)


@cache
def _place(language: str) -> re.Pattern[str]:
    return re.compile(rf"\A\s*(?:{'|'.join(_places(language))})\s+(?=\w)", re.IGNORECASE)


def _places(language: str) -> list[str]:
    own = _PLACE.get(language, "").split("|") if language != "en" else []
    return list(dict.fromkeys(filter(None, [*_PLACE["en"].split("|"), *own])))


@cache
def _lead(language: str) -> re.Pattern[str]:
    """What may stand before a name: a preposition, what kind of thing it is, how a person is addressed."""
    places = "|".join(_places(language))
    return re.compile(
        rf"\A\s*(?:(?P<place>{places})\s+|(?:the\s+)?(?P<what>{_WHAT})\s+of\s+|{_OF_A_KIND}\s*|{_HONORIFIC}\s+)(?=\w)",
        re.IGNORECASE,
    )


@cache
def _subject(language: str) -> re.Pattern[str]:
    verbs = "|".join(_VERB[spoken] for spoken in dict.fromkeys(("en", language)) if spoken in _VERB)
    return re.compile(rf"\A\s*((?:[\w’'-]+\s+){{1,9}}?)(?:{verbs})(?:\s+called)?[\s:]+(?=\w)", re.IGNORECASE)


def _without_subject(text: str, language: str, prompt: str) -> str:
    """The response without the words of the prompt, said again before it: "The capital of Japan is Tokyo"."""
    found = _subject(language).match(text)
    if not found:
        return text
    asked = stems(prompt)
    words = [word.lower() for word in found[1].split()]
    known = [word for word in words if word not in _SAID_AGAIN]
    return text[found.end() :] if known and all(stem(word) in asked for word in known) else text


def unplaced(form: str, language: str) -> str:
    """A form of the bank without a preposition before it: "in Tokyo" is answered by "Tokyo"."""
    return _place(language.partition("-")[0].lower() or "en").sub("", form, count=1)


def unwrapped(response: str, language: str, prompt: str = "", forms: Iterable[str] = ()) -> Iterator[str]:
    """The response without what stands around its answer, more and more of it taken away.

    "The city of" goes only where the ``prompt`` does not ask for a thing of another kind ("Which country …?"); a
    preposition only where none of the bank's ``forms`` has one, for "from Japan" is not "to Japan".
    """
    language = language.partition("-")[0].lower() or "en"
    text = response = _SPACES.sub(" ", response)
    for _ in range(4):  # "Well, I think it is in Tokyo, right?"
        shorter = _after(language).sub("", _before(language).sub("", text, count=1), count=1)
        shorter = _without_subject(shorter, language, prompt)
        if shorter == text:
            break
        text = shorter
        yield text
    if language == "ja":
        found = _JAPANESE.match(text.strip())
        if found and found[1] != text:
            text = found[1]
            yield text
    for _ in range(2):
        lead = _lead(language).match(text)
        if not lead or _asks_for_another(lead["what"], prompt):
            return
        if lead["place"] and any(unplaced(form, language) != form for form in forms):
            return
        text = text[lead.end() :]
        yield text


def _asks_for_another(what: str | None, prompt: str) -> bool:
    asked = re.search(rf"\b(?:which|what)\s+(?:\w+\s+)?({_WHAT})\b", prompt, re.IGNORECASE) if what else None
    return bool(asked and what and asked[1].lower().rstrip("s") != what.lower().rstrip("s"))
