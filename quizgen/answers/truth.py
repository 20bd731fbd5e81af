"""What a response to a statement says: that it is true, or that it is false."""

from __future__ import annotations

from functools import cache

from quizgen.answers.words.edits import edits
from quizgen.answers.words.fold import fold

__all__ = ["truth_said"]

_WORDS = {
    "en": (
        "true|t|yes|y|yeah|yep|right|correct|that is true|that is right|that is correct|not false|not wrong",
        "false|f|no|n|nope|wrong|incorrect|untrue|not true|not right|not correct|that is false|that is wrong",
    ),
    "de": (
        "wahr|w|richtig|r|ja|j|stimmt|korrekt|zutreffend",
        "falsch|f|nein|n|unwahr|stimmt nicht|nicht wahr|unrichtig",
    ),
    "fr": ("vrai|vraie|v|oui|o|exact|correct|juste", "faux|fausse|f|non|n|inexact|incorrect"),
    "es": ("verdadero|verdadera|verdad|v|si|s|cierto|correcto", "falso|falsa|f|no|n|incorrecto|mentira"),
    "it": ("vero|vera|v|si|s|giusto|corretto", "falso|falsa|f|no|n|sbagliato|errato"),
    "pt": ("verdadeiro|verdadeira|verdade|v|sim|s|certo|correto", "falso|falsa|f|nao|n|errado|incorreto"),
    "nl": ("waar|w|juist|j|ja|goed|correct|klopt", "onwaar|onjuist|o|nee|neen|n|fout|niet waar|klopt niet"),
    "ru": ("верно|в|да|д|правда|правильно|истина|истинно", "неверно|н|нет|неправда|неправильно|ложь|ложно"),
    "uk": ("правда|п|так|т|вірно|правильно|істина", "неправда|н|ні|невірно|неправильно|хибно|хиба|неправдиво"),
    "ja": ("はい|正しい|○|〇|◯|本当|真|正|まる", "いいえ|違う|間違い|正しくない|×|✕|嘘|偽|誤|ばつ"),
    "ar": ("صحيح|صح|نعم|صواب|حقيقي", "خطا|خاطئ|غلط|لا|كاذب|غير صحيح"),
    "zh": ("对|是|正确|真|對|正確", "错|不是|错误|假|不对|錯|錯誤|不對"),
    "pl": ("prawda|p|tak|t", "falsz|f|nie|n|nieprawda"),
}
_MARKS = {"✓": True, "✔": True, "☑": True, "✗": False, "✘": False}
_MISSPELT = 4  # letters from which one slip may pass: "flase"


def truth_said(response: str, language: str = "en") -> bool | None:
    """True, False, or None where it is neither; in the words of the language and in English."""
    if response.strip() in _MARKS:
        return _MARKS[response.strip()]
    words = _words(language.partition("-")[0].lower())
    said = (
        fold(response.replace("’s ", " is ").replace("'s ", " is "), "")
        .removeprefix("it is ")
        .replace("thats", "that is")
    )
    if said in words:
        return words[said]
    meant = {truth for word, truth in words.items() if len(word) >= _MISSPELT and edits(said, word, 1) <= 1}
    return meant.pop() if len(meant) == 1 and len(said) >= _MISSPELT else None


@cache
def _words(language: str) -> dict[str, bool]:
    """The words by what they say; those of the language go before the English ones."""
    found: dict[str, bool] = {}
    for spoken in dict.fromkeys((language, "en")):
        for truth, words in zip((True, False), _WORDS.get(spoken, ("", "")), strict=True):
            for word in filter(None, words.split("|")):
                found.setdefault(fold(word, ""), truth)
    return found
