"""What is said around a number: "about", which does not count, and "more than", which makes another answer of it."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["bound_said", "is_filler", "turns_around", "without_hedges"]

_HEDGES = {
    "en": "circa|about|around|approximately|approx.|approx|roughly|some|nearly|almost|close to|just about|more "
        "or less|or so|"
    "or thereabouts|exactly|precisely|just|only|in the region of|in the order of|on the order of|an "
    "estimated|estimated|"
    "in total|in all|all in all|altogether|a total of|a sum of|a grand total of|give or take|just over|just under|"
    "a little over|a little under|slightly over|slightly under|the year|in the year",
    "de": "etwa|ungefähr|rund|zirka|fast|knapp|gut|beinahe|insgesamt|genau|nur|an die|im jahr|im jahre|das jahr",
    "fr": "environ|à peu près|presque|quelque|quelques|autour de|près de|en tout|au "
        "total|exactement|seulement|en l'an|l'an|en",
    "es": "unos|unas|aproximadamente|alrededor de|casi|cerca de|en total|exactamente|solo|sólo|el año|en el año|en",
    "it": "circa|quasi|all'incirca|approssimativamente|intorno a|in totale|esattamente|solo|l'anno|nell'anno|nel",
    "pt": "cerca de|aproximadamente|quase|por volta de|uns|umas|no total|ao todo|exatamente|só|o ano|no ano|em",
    "nl": "ongeveer|bijna|zo'n|rond|circa|in totaal|precies|slechts|het jaar|in het jaar",
    "ru": "около|примерно|приблизительно|почти|порядка|всего|ровно|в общей сложности|в|году|год",
    "uk": "близько|приблизно|майже|орієнтовно|всього|рівно|у|в|році",
    "ja": "約|およそ|ほぼ|合計|ちょうど|くらい|ぐらい|ほど", "zh": "约|大约|大約|約|左右|大概|共",
}  # fmt: skip
_BOUNDS = {
    "en": {">": "more than|over|above|greater than|larger than|upwards of|in excess of|exceeding|beyond|well "
        "over|far more than",
           "<": "less than|fewer than|under|below|smaller than|well under|not quite",
           "≥": "at least|no less than|not less than|no fewer than|a minimum of|minimum of|minimum|at the least",
           "≤": "at most|up to|no more than|not more than|a maximum of|maximum of|maximum|at the most"},
    "de": {">": "mehr als|über", "<": "weniger als|unter", "≥": "mindestens|wenigstens", "≤": "höchstens|bis "
        "zu|maximal"},
    "fr": {">": "plus de|plus d'", "<": "moins de|moins d'", "≥": "au moins|au minimum", "≤": "au "
        "plus|jusqu'à|au maximum"},
    "es": {">": "más de", "<": "menos de", "≥": "al menos|por lo menos|como mínimo", "≤": "como máximo|hasta"},
    "it": {">": "più di|oltre", "<": "meno di", "≥": "almeno", "≤": "al massimo|fino a"},
    "pt": {">": "mais de", "<": "menos de", "≥": "pelo menos|no mínimo", "≤": "no máximo|até"},
    "nl": {">": "meer dan", "<": "minder dan", "≥": "minstens|ten minste", "≤": "hoogstens|tot"},
    "ru": {">": "более|больше|свыше", "<": "менее|меньше", "≥": "не менее|как минимум", "≤": "не более|до"},
    "uk": {">": "більше|понад|більш ніж", "<": "менше|менш ніж", "≥": "щонайменше|не менше", "≤": "не більше|до"},
    "ja": {">": "超", "<": "未満", "≥": "以上", "≤": "以下"}, "zh": {">": "超过|多于", "<": "不到|少于",
    "≥": "至少", "≤": "至多"},
}  # fmt: skip
_SIGNS = {">": ">", "<": "<", "≥": "≥|>=", "≤": "≤|<="}
_AFTER = {
    ">": "and more|and over|and above", "<": "and less|and under",
    "≥": r"or more|or over|or above|or higher|or greater|at least|plus|\+|minimum|oder mehr|ou plus|o más|o più|"
    r"ou mais|of meer|"
    "или более|або більше|以上|超",
    "≤": "or less|or fewer|or under|or below|or lower|at most|maximum|oder weniger|ou moins|o menos|o meno|ou menos|"
    "of minder|или менее|або менше|以下|未満",
}  # fmt: skip
_FILLERS = frozenset(
    str.split("""
    a an the all it they he she we there this that these those its their his her is was were are be been being has
    had have
    did does do would will of in at on by for as from answer number amount total sum value figure equals equal = : so
    year years' people which who what it's that's there's ad ce a.d c.e i think believe probably maybe perhaps
    around well to
    es sind war waren das ist die der den dem im am um auf
    c'est était il y avait le la les des du de au en était-ce
    era eran son fue fueron es el los las hay había
    è era erano sono il lo gli c'erano i
    é foi foram eram são o os as
    het was waren zijn er is de
    это было был была были составляет
    це було був була були
    """)
)
_CONTRARY = frozenset(
    str.split("""
    not no never isn't wasn't aren't weren't n't without except other but than between neither nor or minus
    less more fewer
    over under above below before after until since half double twice triple squared cubed times divided multiplied
    increase decrease something somethings odd ish bc bce b.c b.c.e
    nicht kein keine oder pas ni no non né não nem niet geen не или ні чи або versus vs
    """)
)  # fmt: skip


@cache
def _hedges(language: str) -> re.Pattern[str]:
    words = sorted(_HEDGES.get(language, "").split("|"), key=len, reverse=True)
    if language in ("ja", "zh"):
        return re.compile("|".join(words) + "|[~≈±]")
    known = "|".join(re.escape(word) for word in words if word)
    return re.compile(
        rf"(?<!\w)(?:{known})(?![\w'])|(?<!\w)(?:ca?\.|ca)(?![\w'])|[~≈±]" if known else r"(?<!\w)ca?\.(?!\w)|[~≈±]"
    )


def without_hedges(text: str, language: str) -> str:
    """A plain text without what says that a number is rough, or exact."""
    bounds = _bound(language)[0].match(text)
    kept = bounds.end() if bounds else 0
    rest = _hedges(language).sub(" ", text[kept:])
    return " ".join(f"{text[:kept]}{rest}".split()).strip(" .,;!")


@cache
def _bound(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = [], []
    for place, sign in enumerate(_SIGNS):
        words = sorted(filter(None, _BOUNDS.get(language, {}).get(sign, "").split("|")), key=len, reverse=True)
        known = "|".join(map(re.escape, words))
        before.append(rf"(?P<b{place}>{f'(?:{known})(?!{chr(92)}w)|' if known else ''}{_SIGNS[sign]})")
        after.append(rf"(?P<b{place}>{_AFTER[sign]})")
    order = (2, 3, 0, 1)  # "no more than" before "more than", ">=" before ">"
    lead = r"(?:(?:it|they|there) (?:is|was|were|are) )?"
    return (
        re.compile(rf"{lead}(?:{'|'.join(before[place] for place in order)}) ?"),
        re.compile(rf" ?(?:{'|'.join(after[place] for place in order)})\Z"),
    )


def bound_said(text: str, language: str) -> tuple[str, str]:
    """Which side of its number a text means ("" for the number itself), and the text without the words that say so.

    >>> bound_said("more than 100", "en"), bound_said("100 or more", "en"), bound_said("100", "en")
    (('>', '100'), ('≥', '100'), ('', '100'))
    """
    before, after = _bound(language)
    for found in (before.match(text), after.search(text)):
        if found and found.group():
            sign = next((sign for place, sign in enumerate(_SIGNS) if found.groupdict()[f"b{place}"]), "")
            if sign:
                return sign, f"{text[: found.start()]}{text[found.end() :]}".strip()
    return "", text


def is_filler(word: str) -> bool:
    """Whether a word around a number adds nothing to it: "it was"."""
    return word in _FILLERS


def turns_around(word: str) -> bool:
    """Whether a word around a number makes something else of it: "not", "or"."""
    return word in _CONTRARY or word.endswith("n't")
