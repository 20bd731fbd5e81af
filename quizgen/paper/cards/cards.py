"""Cards to cut out, as data, which the template of a page and that of a PDF show alike."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.bank.model import Bank
from quizgen.paper.cards.fit import Area, largest_allowed, largest_that_fits, steps_for
from quizgen.paper.cards.imposition import Imposition, impose
from quizgen.paper.cards.text import SMALLEST, Face, back_of, front_of
from quizgen.paper.key.entry import EntryWords
from quizgen.paper.labels import Labels, direction_of
from quizgen.paper.layout import Layout
from quizgen.paper.page import Page, page_of
from quizgen.paper.rich import Rich
from quizgen.paper.sheets.sheet import Item, Selection, make_sheet
from quizgen.shown import Locate
from quizgen.text.plain import inline_plain

__all__ = ["Card", "Cards", "Fitted", "make_cards"]

_PADDING, _NARROW_PADDING, _NARROW = 5.0, 4.0, 70.0  # mm around the text of a card, and of a narrow one
_HEAD = 0.6  # the line above the text, as a multiple of the layout's type
_EXPLAINED, _PROVED = 7.0, 6.5  # points below which no explanation, and no further quote, is worth smaller type
_SANS, _OTHER_SCRIPT = 1.14, 1.15  # how much wider letters are where a browser takes other faces
_OWN_FACES = frozenset(("ja", "zh", "ko", "ar", "fa", "ur", "he", "yi", "ps"))
_NAMED = 60  # letters by which a warning names a question


@dataclass(frozen=True, slots=True)
class Fitted:
    """A face, and its type in points: ``size`` surely fits, and up to ``largest`` no word is longer than a line.

    ``cut``: it may not fit at all. A browser then shows a sign at its end; Typst, which can measure, does so only where
    something is cut off.
    """

    face: Face
    size: float
    largest: float
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A question as a card. ``count`` is its number among all ("3 of 24"); ``draft``: nobody has approved it yet."""

    id: str
    topic: Rich
    count: str
    draft: bool
    front: Fitted
    back: Fitted


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a bank. ``steps`` are the sizes of type that they may have, ``head`` that of the line above, in
    points; ``padding`` around the text and ``strip`` for that line are in millimetres.
    """

    page: Page
    imposition: Imposition
    cards: tuple[Card, ...]
    steps: tuple[float, ...]
    smallest: float
    head: float
    padding: float
    strip: float
    rtl: bool
    advice: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    @property
    def images(self) -> tuple[str, ...]:
        """The files of the images on them, each once."""
        return tuple(dict.fromkeys(card.front.face.image for card in self.cards if card.front.face.image))


def make_cards(
    bank: Bank,
    layout: Layout,
    labels: Labels,
    *,
    locate: Locate,
    grid: str = "2x4",
    turn: str = "long",
    offset: tuple[int, int] = (0, 0),
    topics: Sequence[str] = (),
    drafts: Collection[str] = (),
) -> Cards:
    """A card for each approved question of a bank (of ``topics`` alone), in its order, options as it has them.

    ``locate`` says where in the article a quote stands, or "". ``drafts`` are the ids of questions that count as
    approved and are marked. `impose` says what ``grid``, ``turn`` and ``offset`` are. What does not fit at a size that
    can be read is left out: the explanation, then further quotes, at last all of them; what then may not fit is cut
    off. ``warnings`` name both. UsageError where a topic is unknown or nothing is approved.
    """
    sheet = make_sheet(bank, Selection(topics=tuple(topics)))
    rtl = direction_of(bank.language) == "rtl"
    imposition = impose(len(sheet.items), layout.paper, grid, turn, offset, rtl=rtl)
    frame = _Frame.of(imposition, layout, bank.language)
    words = EntryWords(bank, labels, locate)
    placed = [(section.title, item) for section in sheet.sections for item in section.items]
    cards = []
    for title, item in placed:
        front, back = _front(item, labels, frame), _back(item, words, frame)
        count = labels("card_of", n=item.number, total=len(placed))
        cards.append(Card(item.question.id, Rich(title), count, item.question.id in drafts, front, back))
    page = page_of(sheet, bank, layout, labels, drafts)
    return Cards(
        page=replace(page, title=labels("cards_title", title=page.title)),
        imposition=imposition,
        cards=tuple(cards),
        steps=frame.steps,
        smallest=SMALLEST,
        head=frame.head,
        padding=frame.padding,
        strip=frame.strip,
        rtl=rtl,
        advice=tuple(_advice(imposition, labels)),
        warnings=tuple(_warnings(cards, [item for _, item in placed], imposition)),
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all faces share: the room for their text and the types they may have."""

    area: Area
    steps: tuple[float, ...]
    head: float
    padding: float
    strip: float

    @classmethod
    def of(cls, imposition: Imposition, layout: Layout, language: str) -> _Frame:
        width, height = imposition.width, imposition.height
        padding = _NARROW_PADDING if width < _NARROW else _PADDING
        head = max(_HEAD * layout.size, 6.5)
        strip = round(head * 25.4 / 72 * 1.9, 1)
        letters = _SANS if layout.preset.face == "sans" else 1.0
        if language.split("-")[0] in _OWN_FACES:
            letters = _OTHER_SCRIPT
        area = Area(width - 2 * padding, height - 2 * padding - strip, layout.preset.leading, layout.size, letters)
        return cls(area, steps_for(width, height, layout.size), round(head, 2), padding, strip)


def _front(item: Item, labels: Labels, frame: _Frame) -> Fitted:
    return _fitted(front_of(item.view, labels), frame)


def _back(item: Item, words: EntryWords, frame: _Frame) -> Fitted:
    """The back with all that is worth the type it needs; at last without any quote, before the answer is cut."""
    whole = back_of(item.view, item.number, words)
    for face, least in _shorter(whole):
        size = largest_that_fits(face, frame.area, frame.steps)
        if size is not None and size >= least:
            return _fitted(face, frame)
    return _fitted(replace(whole, foot=()), frame)


def _shorter(face: Face) -> Iterator[tuple[Face, float]]:
    """The face, then shorter ones, each with the least type for which it is taken."""
    if face.count("explain"):
        yield face, _EXPLAINED
        face = face.without("explain")
    while face.count("quote") > 1:
        yield face, _PROVED
        face = face.without("quote")
    yield face, SMALLEST


def _fitted(face: Face, frame: _Frame) -> Fitted:
    size = largest_that_fits(face, frame.area, frame.steps)
    largest = largest_allowed(face, frame.area, frame.steps)
    return Fitted(face, size or frame.steps[-1], largest, cut=size is None)


def _advice(imposition: Imposition, labels: Labels) -> Iterator[str]:
    """What is said in the margin of the paper."""
    yield labels("cut")
    yield labels("fold" if imposition.turn == "fold" else f"flip_{imposition.turn}")


def _warnings(cards: Sequence[Card], items: Sequence[Item], imposition: Imposition) -> Iterator[str]:
    for card, item in zip(cards, items, strict=True):
        name = _name(item)
        size = f"{imposition.width:g} × {imposition.height:g} mm"
        for fitted, face in ((card.front, "front"), (card.back, "back")):
            if fitted.cut:
                yield (
                    f"the {face} of the card “{name}” may not fit on {size} in type of {SMALLEST:g} points: look "
                    "whether it ends in “…”. Choose a grid with larger cards, or shorten it"
                )
        if item.question.all_evidence() and not card.back.face.count("quote") and not card.back.cut:
            yield (
                f"the back of the card “{name}” has no room for its evidence on {size}. Choose a grid with larger "
                "cards, or shorten it"
            )


def _name(item: Item) -> str:
    text = inline_plain(item.question.prompt)
    short = text if len(text) <= _NAMED else f"{text[: _NAMED - 1].rstrip()}…"
    return f"{short} {{#{item.question.id}}}" if item.question.id else short
