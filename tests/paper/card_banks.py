"""Banks of random questions for cards: every kind, texts of any length, in several scripts."""

from __future__ import annotations

from random import Random

from banks import bank_of

from quizgen.bank.model import Bank

_WORDS = {
    "en": "the government of Japan claims islands north Hokkaido since treaty signed internationalisation and a an "
    "MEMORANDUM Würzburg *emphasised* **strongly** `code_words` $x^2$ $\\frac{a}{b}$ 1,234.5 it's i.e. responsibility",
    "ja": "日本政府は どの島々の 領有権を 主張していますか。 また、 それは いつから 記事に 基づいて 平和条約 1855年",
    "ar": "ما هي الجزر التي تطالب بها اليابان منذ نهاية الحرب العالمية الثانية المعاهدة 1855 Hokkaido",
    "ru": "правительство Японии считает острова начиная с подписания договора достопримечательность и в МИД 1855",
}
_EXTRAS = (
    "\n\n| Year | Event | Place |\n|------|-------|-------|\n| 1855 | {0} | {1} |\n| 1875 | {1} | {0} |",
    "\n\n* {0}\n* {1}\n* {0}",
    "\n\n::: Extract\n{0} {1}\n:::",
    "\n\n\\[\\sum_{{i=1}}^n \\frac{{i}}{{2}}\\]\n\n{0}",
    "\n\n```\nfor i in range(10):\n    print(i)\n```",
)


def random_bank(seed: int, count: int, language: str = "en", *, longest: int = 40) -> Bank:
    """So many questions, of at most ``longest`` words a text; in "mixed" languages, each text of stretches."""
    draw = Random(seed)
    questions = "\n".join(_question(draw, number, language, longest) for number in range(count))
    return bank_of(
        f"# {_text(draw, language, 6)} {{#topic}}\n\n{questions}",
        "" if language == "mixed" else f"language: {language}\n",
    )


def _text(draw: Random, language: str, longest: int) -> str:
    if language == "mixed":
        return " ".join(_text(draw, draw.choice([*_WORDS]), longest // 4 + 1) for _ in range(draw.randint(1, 4)))
    words = _WORDS[language].split()
    return ("" if language == "ja" else " ").join(draw.choices(words, k=1 + int((longest - 1) * draw.random() ** 2)))


def _plain(draw: Random, language: str, longest: int) -> str:
    if language == "mixed":
        language = draw.choice([*_WORDS])
    words = [word for word in _WORDS[language].split() if not set(word) & set("*`$\\")]
    return (" " if language != "ja" else "").join(draw.choices(words, k=draw.randint(1, longest)))


def _question(draw: Random, number: int, language: str, longest: int) -> str:
    def text(most: int = longest) -> str:
        return _text(draw, language, most)

    def plain(most: int) -> str:
        return _plain(draw, language, most)

    name = f"q{number}"
    extra = draw.choice(_EXTRAS).format(plain(8), plain(5)) if draw.random() < 0.3 else ""
    head = f"## Q{number} {text()}? {{#{name}}}{extra}\n"
    quotes = "".join(f"> {plain(12)} {n}\n" for n in range(draw.randint(0, 3)))
    explain = f"explain: {plain(longest)}\n" if draw.random() < 0.4 else ""
    some = range(draw.randint(2, 5))
    match draw.randrange(7):
        case 0:
            body = f"= a{number} {plain(6)} | b{number} {plain(4)}\n{quotes}"
        case 1:
            options = (f"- [{'x' if not n else ' '}] {n} {text(12)}\n" for n in some)
            body = "".join(options) + quotes
        case 2:
            body = "".join(f"- {n} {plain(5)} | {n} {plain(3)} x\n" for n in some) + quotes
        case 3:
            body = "".join(f"- {n} {text(6)} == {n} {plain(5)}\n" for n in some) + f"- == {plain(3)} spare\n{quotes}"
        case 4:
            body = "".join(f"{n + 1}. {n} {text(10)}\n" for n in some) + quotes
        case 5:
            body = "".join(f"+ {n} {text(12)}\n" for n in some) + f"= {text(25)}\n{quotes}"
        case _:
            gaps = "".join(f" {{{{c{n} {plain(3)} :: {plain(2)}}}}} {plain(6)}" for n in some)
            head, body = f"## Q{number}{gaps} {{#{name}}}\n", quotes
    return head + body + explain
