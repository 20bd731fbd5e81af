"""Random banks for the tests of this folder: as files a teacher could type, and as data of the model."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from quizgen.bank.fields import LEVELS
from quizgen.bank.model import (
    Allowance,
    Answer,
    Bank,
    Choice,
    Choices,
    Cloze,
    Gloss,
    Item,
    List,
    Match,
    Media,
    Number,
    Open,
    Option,
    Order,
    Pair,
    Point,
    Question,
    Quote,
    Short,
    Topic,
    TrueFalse,
    Wrong,
)

PIECES = (
    "a", "b c", "no", "5", "$5", "$", "$x$", "`", "`a | b`", "``", "\\", "\\\\", "\\|", "\\(", "\\)", "\\[x\\]", "|",
    "==", "::", "{{", "}}", "{{a}}", "{#", "{#b}", "{pin}", "[x]", "[ ]", "[", "]", "-", "=", ">", "+", "#", "##",
    "1.", "hint:", "Note:", "x:", "<!--", "-->", "```", ":::", "*", "_", " ", "  ", "\t", "é", "日本", "\u00a0", "😀",
    "%", "true", "&amp;", "<b>",
)  # fmt: skip
hostile = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
spaced = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map(" ".join)
texts = hostile | spaced | st.text(max_size=8)
words = st.sampled_from(("a", "one", "two words", "$100 million", "9%", "x_{1}", "日本", "a: b", "2*3*4"))

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def examples(number: int) -> settings:
    """So many examples, however long the making of one takes and however many files are no bank."""
    return settings(max_examples=number, deadline=None, suppress_health_check=SLOW)


# Files


def _line(mark: str, text: st.SearchStrategy[str] = words | spaced | hostile) -> st.SearchStrategy[str]:
    return text.map(lambda value: f"{mark}{value}")


_below = st.lists(_line("  > ") | _line("  ", words | spaced), max_size=2)
_end = st.lists(
    _line("> ")
    | _line("hint: ")
    | _line("note: ")
    | _line("wrong: ", st.tuples(spaced, spaced).map(" :: ".join))
    | _line("tags: ")
    | _line("image: ", st.tuples(words, words).map(" | ".join))
    | st.sampled_from(
        ("level: recall", "points: 2.50", "status: draft", "names: no", "kind: short", "kind: open", "lines: 3")
    )
    | _line("<!--", spaced.map(lambda text: f"{text}-->")),
    max_size=3,
)


@st.composite
def _marks(draw: st.DrawFn) -> list[str]:
    mark = draw(st.sampled_from(("= ", "- [x] ", "- ", "1. ", "+ ", "- a == ", "")))
    lines: list[str] = []
    for number in range(draw(st.integers(1, 3))):
        sign = {"1. ": f"{number + 1}. ", "- [x] ": "- [ ] " if number else "- [x] "}.get(mark, mark)
        if sign:
            lines += [sign + draw(words | words | spaced | hostile), *draw(_below)]
    return lines


@st.composite
def files(draw: st.DrawFn) -> str:
    lines = ["---", "id: a/b", f"title: {draw(words | spaced)}", "---", *draw(st.lists(words | spaced, max_size=2))]
    for number in range(draw(st.integers(1, 3))):
        lines += draw(st.sampled_from(([], [f"# Topic {number}", "Text."], ["", ""])))
        lines.append(f"## {draw(words | words | spaced | hostile)}" + draw(st.sampled_from(("", f" {{#q{number}}}"))))
        lines += draw(st.lists(words | spaced | _line("\\"), max_size=2))
        lines += draw(_marks())
        lines += draw(_end)
        lines += draw(st.sampled_from(([], ["", ""])))
    return "\n".join(lines)


# Data of the model

_quotes = st.lists(st.builds(Quote, texts), max_size=2).map(tuple)
_forms = st.lists(texts, min_size=1, max_size=3).map(tuple)


def _few(part: st.SearchStrategy[object], least: int = 1) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(part, min_size=least, max_size=4).map(tuple)


_answers = st.builds(Answer, _forms, _quotes, st.just("") | texts)
_numbers = st.builds(Answer, st.sampled_from((("5",), ("$5", "five"), ("9 per cent",), ("100 km", "100"))))
_options = st.builds(Option, texts, st.booleans(), st.booleans(), st.just(()) | _quotes, st.just("") | texts)
_pairs = st.builds(Pair, st.just("") | texts, _forms, _quotes, st.just("") | texts)


def _common() -> dict[str, st.SearchStrategy[object]]:
    return {
        "id": st.sampled_from(("", "a", "two-names")),
        "prompt": words | texts,
        "body": st.just("") | st.lists(words | texts, max_size=3).map("\n".join),
        "evidence": _quotes,
        "hint": st.just("") | texts,
        "explain": st.just("") | texts,
        "note": st.just("") | texts,
        "wrong": st.lists(st.builds(Wrong, _forms, texts), max_size=2).map(tuple),
        "level": st.sampled_from(("", *LEVELS)),
        "difficulty": st.none() | st.integers(0, 6),
        "tags": st.lists(words | texts, max_size=2).map(tuple),
        "points": st.none()
        | st.sampled_from((Decimal(1), Decimal("2.50"), Decimal("1E+1"), Decimal("NaN"), Decimal(0))),
        "shuffle": st.booleans(),
        "reverse": st.booleans(),
        "typed": st.booleans(),
        "names": st.booleans(),
        "image": st.none() | st.builds(Media, texts, texts),
        "audio": st.none() | st.builds(Media, words),
        "as_of": st.just("") | texts,
        "was": st.sampled_from(("", "a/b#c", "c")),
        "draft": st.booleans(),
        "allow": st.lists(st.builds(Allowance, st.sampled_from(("rule", "a b")), texts), max_size=2).map(tuple),
        "comments": st.lists(texts | st.just("\n# x\n"), max_size=2).map(tuple),
    }


def _of(kind: type[Question], **own: st.SearchStrategy[object]) -> st.SearchStrategy[Question]:
    return st.builds(kind, **_common(), **own)


questions: st.SearchStrategy[Question] = st.one_of(
    _of(Short, answers=_few(_answers)),
    _of(Number, answers=_few(_numbers), unit=st.sampled_from(("", "km")), tolerance=st.sampled_from(("", "5%"))),
    _of(Choice, options=_few(_options)),
    _of(Choices, options=_few(_options)),
    _of(TrueFalse, answer=st.builds(Answer, st.sampled_from((("true",), ("False",), ("x",)))), correction=texts),
    _of(Cloze, blanks=st.just(())),
    _of(List, members=_few(_answers), ordered=st.booleans(), ask=st.none() | st.integers(0, 3)),
    _of(Match, pairs=_few(_pairs)),
    _of(Order, items=_few(st.builds(Item, texts, _quotes, st.just("") | texts))),
    _of(
        Open,
        marking=_few(st.builds(Point, texts, _quotes), 0),
        model=_few(st.builds(Answer, st.tuples(texts)), 0),
        lines=st.none() | st.integers(0, 9),
    ),
)
_topics = st.builds(
    Topic,
    title=words | texts,
    id=st.sampled_from(("", "t")),
    text=st.just("") | words | texts,
    questions=st.lists(questions, max_size=2).map(tuple),
    comments=st.lists(texts, max_size=1).map(tuple),
)
banks: st.SearchStrategy[Bank] = st.builds(
    Bank,
    id=st.just("a/b") | texts,
    title=words | texts,
    language=st.sampled_from(("", "en", "x y")),
    tags=st.lists(words | texts, max_size=2).map(tuple),
    minutes=st.none() | st.integers(0, 50),
    names=st.lists(st.lists(texts, min_size=1, max_size=3).map(tuple), max_size=2).map(tuple),
    glossary=st.lists(st.builds(Gloss, texts, texts), max_size=2).map(tuple),
    topics=st.lists(_topics, max_size=2).map(tuple),
)
