"""One wording, written otherwise: British and American spelling, short forms, plurals, names the other way round.

What is the same wording becomes the same text here, so that it is right and not merely a typo, in short words, too
("grey" and "gray"). A plural is the same answer as its singular, unless it means something else (customs, arms); where
a question or a bank knows both as answers, they stay two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.answers.words.neighbours import OTHER_IN_PLURAL

__all__ = ["plainest", "rewritten"]

_WORDS = {
    "grey": "gray", "tyre": "tire", "plough": "plow", "cheque": "check", "programme": "program", "jewellery": "jewelry",
    "aluminium": "aluminum", "caesium": "cesium", "pyjamas": "pajamas", "mould": "mold", "moult": "molt",
    "moustache": "mustache", "sceptic": "skeptic", "sceptical": "skeptical", "axe": "ax", "draught": "draft",
    "gaol": "jail", "aeroplane": "airplane", "cosy": "cozy", "doughnut": "donut", "ageing": "aging",
    "judgement": "judgment", "acknowledgement": "acknowledgment", "artefact": "artifact", "whiskey": "whisky",
    "yoghurt": "yogurt", "czar": "tsar", "tzar": "tsar", "enquiry": "inquiry", "enquire": "inquire",
    "cypher": "cipher", "mum": "mom", "maths": "math", "mathematics": "math",
    "smoulder": "smolder", "learnt": "learned",
    "burnt": "burned", "dreamt": "dreamed", "spelt": "spelled", "spoilt": "spoiled", "amongst": "among",
    "whilst": "while", "towards": "toward", "disc": "disk", "manoeuvre": "maneuver", "practise": "practice",
    "kerb": "curb", "odour": "odor", "enrol": "enroll", "fulfil": "fulfill", "instalment": "installment",
    "skilful": "skillful",
    "wilful": "willful", "guerilla": "guerrilla", "storey": "story", "liquorice": "licorice",
    "okay": "ok", "adviser": "advisor", "sulphur": "sulfur",
    "macau": "macao", "omelette": "omelet", "gramme": "gram", "snowplough": "snowplow", "carcase": "carcass",
}  # fmt: skip
_VERBS = "did do does is are was were has have had would could should might must need dare"
_CONTRACTED = {f"{verb}nt": f"{verb} not" for verb in _VERBS.split()} | {
    "wont": "will not",
    "cant": "can not",
    "cannot": "can not",
    "shant": "shall not",
    "aint": "is not",
}
_ABBREVIATED = {
    "en": {"st": "saint", "ste": "saint", "mt": "mount", "dr": "doctor", "prof": "professor", "gen": "general",
           "vs": "versus", "dept": "department", "govt": "government", "univ": "university"},
    "de": {"st": "sankt", "skt": "sankt", "dr": "doktor", "prof": "professor"},
    "fr": {"st": "saint", "ste": "sainte", "mt": "mont", "dr": "docteur"},
    "es": {"sta": "santa", "sto": "santo", "dr": "doctor"},
    "pt": {"sta": "santa", "sto": "santo", "dr": "doutor"},
}  # fmt: skip
_AND = {"de": "und", "fr": "et", "es": "y", "it": "e", "pt": "e", "nl": "en", "ru": "и", "uk": "і"}  # for "&"

_OUR = re.compile(
    r"(?<=anc|and|ard|arb|arl|arm|avi|col|ean|eav|end|erv|fav|ghb|hon|hum|lab|lam|lav|nam|rig|rum|sav|tum|ucc|val|vap"
    r"|vig)our"
)
_RE = re.compile(r"(cent|theat|met|lit|fib|calib|sab|spect|lust|meag|somb|och|sepulch|goit|manoeuv|luc)re(s|d)?$")
_ISE = re.compile(r"(?<=\w{3})([iy])s(e|ed|es|er|ers|ing|ation|ations|ational)$")
_SPELLINGS = (
    (re.compile(r"(?<=def|off|lic|ret)ence"), "ense"),
    (re.compile(r"(?<=lo|go)gue(s?)$"), r"g\1"),
    (re.compile(r"(?<=\w)ae(?=\w)|(?<=\w)oe(?=\w\w)|^oe(?=[sd])|^ae(?=[sgo])"), "e"),
    (re.compile(r"([aeiou])ll(ed|ing|er|ers|or|ors|ous|en|ery|ist|ation)$"), r"\1l\2"),
    (re.compile(r"sulph"), "sulf"),
)
_LONG = 6  # letters from which the endings are looked at: "prise" is not "prize"
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse",
    "geese": "goose", "oxen": "ox", "people": "person", "nuclei": "nucleus", "cacti": "cactus", "fungi": "fungus",
    "bacteria": "bacterium", "radii": "radius", "wolves": "wolf", "knives": "knife", "wives": "wife", "lives": "life",
    "leaves": "leaf", "halves": "half", "loaves": "loaf", "thieves": "thief", "shelves": "shelf", "calves": "calf",
    "analyses": "analysis", "crises": "crisis", "theses": "thesis", "oases": "oasis", "axes": "axis",
    "indices": "index", "matrices": "matrix", "vertices": "vertex", "phenomena": "phenomenon", "criteria": "criterion",
    "strata": "stratum", "larvae": "larva", "vertebrae": "vertebra", "heroes": "hero", "potatoes": "potato",
    "tomatoes": "tomato", "echoes": "echo", "volcanoes": "volcano", "mosquitoes": "mosquito", "embargoes": "embargo",
    "cargoes": "cargo", "tornadoes": "tornado",
}  # fmt: skip
_SE = re.compile(r"(?<=\w\w)se$")  # "gases" is of "gas", "houses" of "house"
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)es$")
_NO_PLURAL = re.compile(r"(?:ss|us|is|[^aeiou]ics|ies|news|series|species)$")
_DIGRAPHS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa"}
_UMLAUT = str.maketrans(_DIGRAPHS)
_NAME = re.compile(r"[^\W\d_][\w'’.-]*")


@lru_cache(maxsize=8192)
def plainest(folded: str, language: str = "en", *, name: bool = False) -> str:
    """A folded text in the one spelling that stands for all of its own; the words of a ``name`` keep their number."""
    language = language.partition("-")[0].lower()
    short = _ABBREVIATED.get(language, {})
    words = [short.get(word, word) for word in folded.split()]
    if language == "en":
        words = [_american(word if name else _singular(word)) for word in words]
        words = words if name else [_SE.sub("s", word) for word in words]
    elif language in _AND:
        words = [_AND[language] if word == "and" else word for word in words]
    return " ".join(words)


def _american(word: str) -> str:
    """A word as it is spelled in America; what becomes of one that has no such spelling is not shown to anyone."""
    if word in _WORDS or word in _CONTRACTED:
        return _WORDS.get(word) or _CONTRACTED[word]
    word = _OUR.sub("or", _RE.sub(r"\1er\2", word))
    if len(word) < _LONG:
        return word
    word = _ISE.sub(r"\1z\2", word)
    for pattern, written in _SPELLINGS:
        word = pattern.sub(written, word)
    return word


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.isalpha() or not word.isascii() or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if _NO_PLURAL.search(word):
        return word
    one = word[:-2] if _SIBILANT.search(word) and not word.endswith(("ses", "zes")) else word[:-1]
    return word if one in OTHER_IN_PLURAL else one


def rewritten(form: str) -> Iterator[str]:
    """Other ways to write a form of the bank as it stands there: umlauts in two letters, a name with the surname first,
    without what stands in brackets, the initials in brackets alone.
    """
    digraphs = form.translate(_UMLAUT)
    if digraphs != form:
        yield digraphs
    words = form.split()
    if len(words) == 2 and all(_NAME.fullmatch(word) and word[0].isupper() for word in words):
        yield f"{words[1]} {words[0]}"
    yield from _turned(form)
    found = re.fullmatch(r"(.*\S)\s*\(([^()]+)\)", form)
    if found:
        yield found[1]
        if found[2].isupper() and found[2].isalpha():
            yield found[2]


_OF = re.compile(r"(?:the )?([^\W\d_]+) of (?:the )?([^\W\d_]+(?: [^\W\d_]+)?)", re.IGNORECASE)
_BOTH = re.compile(r"([^,;]+) (and|und|et|y|e|en|и|і) ([^,;]+)")
_PRONOUN = re.compile(r"(?:it|he|she|they|we|es|er|il|elle) (?=\w+ \w)", re.IGNORECASE)
_NON = re.compile(r"non-?(?=[a-z]{4})")


def _turned(form: str) -> Iterator[str]:
    """ "The siege of Leningrad" as "Leningrad siege", "honest and loyal" as "loyal and honest", "It forbids …" without
    its pronoun, "non-magnetic" as "not magnetic".
    """
    if found := _OF.fullmatch(form):
        yield f"{found[2]} {found[1]}"
    if (found := _BOTH.fullmatch(form)) and not _BOTH.search(found[1]):
        yield f"{found[3]} {found[2]} {found[1]}"
    if found := _PRONOUN.match(form):
        yield form[found.end() :]
    if found := _NON.match(form):
        yield f"not {form[found.end() :]}"
