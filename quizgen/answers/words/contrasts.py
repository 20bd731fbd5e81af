"""Which two words are spelled nearly alike and mean another thing: prefixes, endings, numbers, names of substances.

A typo is forgiven because it is plain what was meant. It is not where the two texts are two words: "hypotension" and
"hypertension", "nitrate" and "nitrite", "employer" and "employee". Most of them follow a rule, which holds in every
language that took the same prefixes from Latin and Greek; the rest of the English ones are listed in
:mod:`quizgen.answers.words.neighbours`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from quizgen.answers.words.neighbours import COMMON, OTHER_IN_PLURAL, PLACES

__all__ = ["are_other_words", "denials", "is_numeral"]

# A line holds prefixes that mean one thing: to spell one for another is a slip. Those of two lines are a contrast, and
# so is a prefix and none.
_PREFIXES = """
un in im il ir non en em on
dis di dif des miss
mis
ad a ac af ag al an ap ar as at
ab abs
anti ant contra counter
e ef ex es
de
re
se
be
pre per
pro
post
ante
sub suc suf sup sus
super sur supra
inter
intra
intro
extra extro
infra
ultra
hyper
hypo hipo
endo ento
exo ecto
eso
macro
micro
mega
milli
centi
deci
deca
kilo
nano
max maxi
min mini
maj
mono uni
bi
tri
tetra
penta
hexa
hepta
octa
poly multi
homo
hetero
iso
ortho
para
peri
meta
dia
geno
pheno
pater patri patr
mater matri matr
co
o ob oc of op
trans
north
south
east
west
auf
aus
ein
zu
vor
nach
uit
над
под
не ні без
в въ вв
вы ви
от від
при
имм им імм ім
эм ем
экс екс эк ек
гипер гіпер
гипо гіпо
макро
микро мікро
экзо екзо
эндо ендо
интер інтер
интра інтра
а
"""
_LEARNED = {
    "a": re.compile("(?:al|ally|ar|ic|ics|ism|ist|ists|oid|ous|pathy|sion|try)$"),  # "atypical", but "Argentina"
    "e": re.compile("(?:ion|ions|ant|ants|ate|ates|ated|ating)$"),  # "emission", but "Estonia"
}
"""The vowels that are prefixes, and how the words end that have them."""
_LEAST_STEM = 3  # letters that must be left where both words have a prefix; one more where only one has
_OF_ONE_LANGUAGE = {"it": ("s",), "de": ("ent", "er", "ver")}  # "fortuna" and "sfortuna"

# A pair of endings, of the same stem, that make two words.
_ENDINGS = tuple(
    frozenset(group.split())
    for group in (
        "er ee",
        "or ee",
        "ers ees",
        "ors ees",
        "ose ase",
        "nomy logy",
        "nomer loger",
        "graphy logy",
        "side tide",
        "metre meter litre liter",
        "metres meters litres liters",
        "east west",
        "eastern western",
        "ist ism",
        "ic ist",
        "ics ists",
        "phobe phile",
        "phobia philia",
        "phobic philic",
    )
)

_STEMS = (
    r"(?:(?:cyclo|iso|neo|di|tri|tetra|hydro|fluoro|chloro|bromo|iodo)*"
    r"(?:alk|meth|eth|prop|but|pent|hex|hept|oct|non|dec|undec|dodec|benz|tolu|xyl|styr|phen|glyc|acet)"
    r"(?:ane|ene|yne|ine|yl|anol|enol|anal|enal|anone|enone|anoic|anoate|anoyl|adiene|oxide|oxy|ol|al|one|ate|ite|ide))"
)
_SALTS = (
    r"(?:(?:hypo|per|bi|di|tri|mono|thio|pyro|ortho|hydrogen|dihydrogen)*"
    r"(?:nitr|sulf|phosph|chlor|brom|iod|fluor|arsen|selen|tellur|chrom|bor|carb|ferr|ferro|cupr|mangan|permangan|plumb"
    r"|stann|cyan|ox|oxal|hydr|hydrox|alumin|silic|tungst|vanad|titan|ur|acet|lact|form|am|im|az|nitros|citr|tartr|carbol)"
    r"(?:ate|ite|ide|ic|ous|ine|ium|on|onic|onate|ene|urous|uric|orous|oric|yl|ates|ites|ides|ines))"
)
_ELSEWHERE = {  # the endings of salts and of carbon chains that are not the English ones
    "de": ("at|it|id", "an|en|in"), "nl": ("aat|iet|ide", "aan|een|yn"), "fr": ("ate|ite|ure", "ane|ene|yne"),
    "es": ("ato|ito|uro", "ano|eno|ino"), "it": ("ato|ito|uro", "ano|ene|ino"), "pt": ("ato|ito|eto", "ano|eno|ino"),
    "ru": ("ат|ит|ид", "ан|ен|ин"), "uk": ("ат|ит|іт|ид", "ан|ен|ин"),
}  # fmt: skip
_ROOTS = (
    "nitr|sul[fp]h?|solf|phosph|fosf|chlor|clor|brom|[ij]od|fluor|carb|silic"
    "|сульф|нитр|нітр|хлор|фосф|карб|бром|[йі]од|фтор"
)
_CHAINS = (
    "m?eth?|prop|but|pent|h?ex|hept|ept|okt|oct|ott|non|de[ck]|alk|alc|alq|m?[эе]т|проп|бут|пент|гекс|гепт|окт|алк"
)
_SUBSTANCE = re.compile(
    f"(?:{_STEMS}|{_SALTS})s?|ammoni(?:a|um)|(?:cer|cur|terb|erb|ytterb|hass|hafn|hol|hel|thul|thall|thor|franc|ferm|strom|bar|bor)ium|(?:malt|lact|sucr|cellul|amyl|prote|pepsid|fruct|gluc|galact)(?:ose|ase)"
)

_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|billion|trillion"
_NUMERAL = re.compile(
    rf"(?:{_ONES})s?|(?:thir|four|fif|six|seven|eigh|nine)teen(?:th)?|(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y|ieth)"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:hundred|thousand|million)th"
    r"|eins|zwei|drei|vier|fünf|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|(?:drei|vier|funf|sech|sieb|acht|neun)zehn"
    r"|(?:zwan|vier|funf|sech|sieb|acht|neun)zig|dreissig|hundert|tausend|(?:mi|bi)lli(?:on|arde)(?:en|n)?"
    r"|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante"
    r"|soixante|cent|mille|(?:mi|bi)lliards?|(?:mi|bi|tri)llions?"
    r"|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|veinte|treinta|cuarenta|cincuenta|sesenta"
    r"|setenta|ochenta|noventa|cien|mil|(?:mi|bi)llon(?:es)?|sessenta|oitenta|cinquenta|quarenta|trinta|vinte"
    r"|sessanta|settanta|ottanta|novanta|trenta|quaranta|cinquanta|sedici|tredici|mi(?:lioni?|liardi?)"
    r"|zes(?:tien|tig)|zeven(?:tien|tig)?|acht(?:tien)?|tachtig|negen(?:tien|tig)?|der(?:tien|tig)|veer(?:tien|tig)"
    r"|vijf(?:tien|tig)?|miljoen|miljard|миллион(?:а|ов)?|миллиард(?:а|ов)?|мільйон(?:и|ів)?|мільярд(?:и|ів)?"
    r"|шест(?:ь|надцать|ьдесят)|сем(?:ь|надцать|ьдесят)|пят(?:ь|надцать|ьдесят)|девят(?:ь|надцать|ьсот)"
)
_ROMAN = re.compile("(?=[xvi])(?:x{0,4}(?:ix|iv|v?i{0,4}))(?:i?e(?:me)?|er|ere|th|st|nd|rd|ten)?")  # "xixe"
_NO = """
not no never none nor neither without cannot nicht kein keine nie non pas sans jamais ningun sin nunca senza
mai nao sem niet geen nooit zonder не нет без никогда ні немає ніколи
"""
_DENIALS = frozenset(_NO.split())


def is_numeral(word: str) -> bool:
    """Whether a folded word is a number in words, or a Roman numeral: "eighth", "xiv"."""
    return bool(_NUMERAL.fullmatch(word) or _ROMAN.fullmatch(word))


def denials(text: str) -> list[str]:
    """The words of a folded text that say no."""
    return [word for word in text.split() if word in _DENIALS]


@lru_cache(maxsize=4096)
def are_other_words(said: str, wanted: str, language: str = "en") -> bool:
    """Whether two different folded words, spelled nearly alike, are known to be different words."""
    language = language.partition("-")[0].lower()
    if is_numeral(said) or (wanted not in _SHORT_WORDS and is_numeral(wanted) and len(wanted) < 5):
        return True
    said, wanted = said.replace("sulph", "sulf"), wanted.replace("sulph", "sulf")
    return (
        _by_prefix(said, wanted, language)
        or _by_ending(said, wanted)
        or _substances(said, wanted, language)
        or _among(said, wanted, PLACES)
        or _among(said, wanted, COMMON)  # in every language: "proton" and "photon" are so in most
        or (language == "en" and _by_plural(said, wanted))
    )


_SHORT_WORDS = frozenset(("i", "di", "mi", "vi", "dix"))  # words of some language, too


def _substances(said: str, wanted: str, language: str) -> bool:
    """Whether both are names of substances, by the language's endings: "Sulfat" and "Sulfit", "Ethan" and "Ethen"."""
    short, long = sorted((said, wanted), key=len)
    if long.startswith(short) and long[len(short) :] in ("e", "s", "es", "en", "а", "ы", "и", "і"):
        return False  # the plural
    if _SUBSTANCE.fullmatch(said) and _SUBSTANCE.fullmatch(wanted):
        return True
    pattern = _substance_of(language)
    return bool(pattern and pattern.fullmatch(said) and pattern.fullmatch(wanted))


@cache
def _substance_of(language: str) -> re.Pattern[str] | None:
    if language not in _ELSEWHERE:
        return None
    salts, chains = _ELSEWHERE[language]
    return re.compile(rf"(?:(?:{_ROOTS})(?:{salts})|(?:{_CHAINS})(?:{chains}))(?:e[ns]?|s|ы|и|a)?")


@cache
def _classes(language: str) -> dict[str, int]:
    lines = [*_PREFIXES.strip().splitlines(), *_OF_ONE_LANGUAGE.get(language, ())]
    return {prefix: place for place, line in enumerate(lines, 1) for prefix in line.split()}


def _by_prefix(said: str, wanted: str, language: str) -> bool:
    """Whether the words have one stem, and prefixes of different meaning; not where two letters are exchanged."""
    if sorted(said) == sorted(wanted):
        return False
    short, long = sorted((said, wanted), key=len)
    if long[1:] == short and (learned := _LEARNED.get(long[0])):
        return long[0] != short[0] and len(short) > _LEAST_STEM and learned.search(long) is not None
    classes = _classes(language)
    if (one := classes.get(said)) and (other := classes.get(wanted)):  # "macro" and "micro"
        return one != other
    ours, theirs = _stems(said, language), _stems(wanted, language)
    return any(
        one != other
        and classes["o"] not in (one, other)  # "o" and none part no two words, nor do "opper" and "copper"
        and len(stem) >= _LEAST_STEM + (not one or not other)
        for stem, ones in ours.items()
        for one in ones
        for other in theirs.get(stem, ())
    ) and not any(ones & theirs.get(stem, frozenset()) for stem, ones in ours.items())


@lru_cache(maxsize=4096)
def _stems(word: str, language: str) -> dict[str, frozenset[int]]:
    """What is left of a word without a prefix, and the meanings (0 for none) of the prefixes that leave it."""
    stems: dict[str, set[int]] = {word: {0}}
    for prefix, place in _classes(language).items():
        if word.startswith(prefix):
            stems.setdefault(word[len(prefix) :], set()).add(place)
    return {stem: frozenset(places) for stem, places in stems.items()}


def _by_ending(said: str, wanted: str) -> bool:
    shared = 0
    while shared < min(len(said), len(wanted)) and said[shared] == wanted[shared]:
        shared += 1
    return any({said[at:], wanted[at:]} <= group for at in range(max(3, shared - 6), shared + 1) for group in _ENDINGS)


def _among(said: str, wanted: str, words: frozenset[str]) -> bool:
    """Whether both, but for the same ending, are words of a list, and neither is a form of the other."""
    if _is_form(said, wanted) or _is_form(wanted, said):
        return False
    return any(
        said.removesuffix(end) in words and wanted.removesuffix(end) in words
        for end in ("", "s", "es", "ed", "ing")
        if said.endswith(end) and wanted.endswith(end)
    )


def _is_form(longer: str, word: str) -> bool:
    """Whether a word is a regular form of another: "commands" or "commanded" of "command"."""
    return longer in (word + "s", word + "es", word + "d", word + "ed", word + "ly", word[:-1] + "ies")


def _by_plural(said: str, wanted: str) -> bool:
    """Whether one is the other's plural, and means something else: arm, arms."""
    one, many = sorted((said, wanted), key=len)
    return many in (one + "s", one + "es") and one in OTHER_IN_PLURAL
