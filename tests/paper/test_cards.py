"""What stands on the cards of a bank: questions as they are learnt, and what is left out for want of room."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from banks import bank_of, every_kind

from quizgen.bank.model import Bank
from quizgen.errors import UsageError
from quizgen.paper.cards.cards import Card, Cards, make_cards
from quizgen.paper.cards.fit import Area, height_of
from quizgen.paper.cards.text import Face, Part
from quizgen.paper.json_form import json_form
from quizgen.paper.labels import read_labels
from quizgen.paper.layout import layout_of
from quizgen.paper.rich import Rich
from quizgen.templating import Templates

LABELS = read_labels("en", Templates())


def cards(bank: Bank, **wanted: object) -> Cards:
    def locate(quote: str) -> str:
        return "" if "zquotefalse" in quote else "¶ 3, sentence 4"

    labels = read_labels(bank.language, Templates())
    return make_cards(bank, layout_of(), labels, locate=locate, **wanted)  # type: ignore[arg-type]


def words(part: Part) -> str:
    """A part as one line: its label, what stands beside it, our words, its texts, other forms, the quote, its place."""
    texts = part.between.join(text.source for text in part.texts)
    also = f"{part.also.words} {part.also.between.join(form.source for form in part.also.forms)}" if part.also else ""
    quote = "".join(f"[{text}]" if right else text for text, right in part.stretches)
    said = (part.label, part.left.source, part.words, texts, also, quote, part.place)
    return " ".join(filter(None, said)).replace("\ufdd1", "{").replace("\ufdd2", "}").replace("\xa0", " ")


def lines(face: Face) -> list[str]:
    return [words(part) for part in (*face.main, *face.foot)]


def card_of(name: str) -> Card:
    return next(card for card in cards(every_kind()).cards if card.id == name)


def front(name: str) -> list[str]:
    return lines(card_of(name).front.face)


def back(name: str) -> list[str]:
    return lines(card_of(name).back.face)


def only(question: str, **wanted: object) -> Card:
    [card] = cards(bank_of(question), **wanted).cards
    return card


# ── which questions ──


def test_each_approved_question_is_a_card_in_the_order_of_the_bank() -> None:
    made = cards(every_kind()).cards
    assert [card.id for card in made] == [q.id for q in every_kind().questions if q.approved]
    assert [made[0].count, made[-1].count] == ["1 of 14", "14 of 14"]
    assert (made[0].topic.source, made[-1].topic.source) == ("Words and numbers", "Texts")


def test_cards_of_some_topics_are_numbered_by_themselves() -> None:
    made = cards(every_kind(), topics=["choosing"]).cards
    assert [(card.id, card.count) for card in made] == [("choice", "1 of 2"), ("choices", "2 of 2")]


def test_a_draft_is_no_card_unless_it_is_taken_in_and_then_it_is_marked() -> None:
    text = "## One? {#one}\n= a\n\n## Two? {#two}\n= b\nstatus: draft\n"
    assert [card.id for card in cards(bank_of(text)).cards] == ["one"]
    taken_in = bank_of(text.replace("status: draft\n", ""))
    made = cards(taken_in, drafts=frozenset(["two"]))
    assert [(card.id, card.draft) for card in made.cards] == [("one", False), ("two", True)]
    assert made.page.draft
    assert not cards(taken_in).page.draft


def test_a_bank_in_which_nothing_is_approved_has_no_cards() -> None:
    with pytest.raises(UsageError, match="approved"):
        cards(bank_of("## One? {#one}\n= a\nstatus: draft\n"))
    with pytest.raises(UsageError, match="choosing"):
        cards(every_kind(), topics=["nowhere"])
    with pytest.raises(UsageError, match="2x4"):
        cards(every_kind(), grid="9x9")


def test_the_document_is_called_cards_of_the_bank_and_says_how_to_print_and_cut_it() -> None:
    made = cards(every_kind(), turn="short")
    assert made.page.title == 'Cards: Every kind "there" is <so far>'
    assert made.advice == ("Cut along the lines.", "Print on both sides, turned over the short edge.")
    assert cards(every_kind(), turn="fold").advice[1] == "Fold here, then glue."
    assert made.images == ("map.svg",)


# ── the front ──


def test_the_front_asks_and_says_what_to_do() -> None:
    assert front("short") == ["What is the island called?"]
    assert front("number") == ["How far is it?", "Give a number, in km."]
    assert front("true-one") == ["The sea is deep.", "True or false?"]
    assert front("list") == ["Which four?", "Name any two."]
    assert front("open") == [
        "Why so mild?",
        "Listen to the recording: the sound of the sea",
        "Answer in your own words.",
    ]


def test_options_of_a_choice_stand_as_the_bank_has_them() -> None:
    assert front("choice")[1:] == [
        "Choose one.",
        "A optionright north",
        "B optionwrong south",
        "C optionwrong *east*",
        "D none of these",
    ]


def test_what_is_to_be_put_in_order_or_matched_is_mixed() -> None:
    items = front("order")[2:]
    assert sorted(item[0] for item in items) == ["A", "B", "C"]
    assert [item[2:] for item in items] != ["itemone first", "itemtwo second", "itemthree third"]
    assert [part.left.source for part in card_of("match").front.face.main[2:]] == ["Kishida", "Zelensky", ""]
    assert sorted(line.split(" ")[-1] for line in front("match")[2:]) == ["matchspare", "one", "two"] or front("match")


def test_a_cloze_shows_blanks_and_their_hints() -> None:
    card = card_of("cloze")
    prompt = card.front.face.main[0]
    assert words(prompt) == "Russia calls them **the {1}**; Japan calls them {2}."
    assert (prompt.numbered, [gap.source for gap in prompt.gaps]) == (True, ["", "N… T…"])
    assert prompt.gap_html(2) == (
        '<span class="blank"><span class="gap-number">(2)</span><span class="gap"></span></span> [N… T…]'
    )
    body = card_of("cloze-body").front.face.main[1]
    assert (body.role, body.numbered, body.gap_html(1)) == (
        "body",
        False,
        '<span class="blank"><span class="gap"></span></span>',
    )


@pytest.mark.parametrize("name", ["short", "number", "list", "cloze", "cloze-body", "open", "ordered"])
def test_no_front_tells_its_answer(name: str) -> None:
    told = json.dumps(json_form(card_of(name).front))
    for secret in (
        "zanswer",
        "31007",
        "zmember",
        "zcloze",
        "zpoint",
        "zmodel",
        "zfirst",
        "zquote",
        "zexplain",
        "zhint",
    ):
        assert secret not in told


# ── the back ──


def test_the_back_of_a_short_answer_has_it_large_with_other_forms_and_names() -> None:
    assert back("short") == [
        "zanswershort",
        "or zformshort, znameother",
        "From the text: the island of [zanswershort] lies zquoteshort in the north ¶ 3, sentence 4",
        "Why: zexplainshort because",
    ]
    answer, also, *_ = card_of("short").back.face.main
    assert answer.scale > 1 > also.scale


def test_the_back_of_a_number_has_its_unit_once_and_how_near_is_right() -> None:
    assert back("number")[:2] == ["31007 km", "± 5%"]
    assert lines(only("## How far? {#n}\n= 12\nunit: km\n").back.face) == ["12 km"]


def test_the_back_of_a_statement_says_true_or_false_in_the_language_of_the_page_and_what_is_right() -> None:
    assert back("true-one")[0] == "True"
    assert back("false-one") == ["False", "The sea is zcorrection cold.", "From the text: zquotefalse water"]
    german = replace(bank_of("## Es ist so. {#s}\n= false\n"), language="de")
    assert lines(cards(german).cards[0].back.face) == ["Falsch"]


def test_the_back_of_a_choice_has_letter_and_text() -> None:
    assert back("choice")[0] == "A optionright north"
    assert [line[:2] for line in back("choices")[:2]] == ["A ", "B "]


def test_the_back_of_a_cloze_has_each_blank() -> None:
    assert back("cloze")[:2] == ["(1) zclozea", "(2) zclozeb or zclozeform"]
    assert back("cloze-body") == ["zclozec"]


def test_the_back_of_a_list_has_its_members_numbered_where_their_order_counts() -> None:
    assert back("list")[:3] == ["any 2 of", "• zanswerlist or zformlist", "• zmemberb"]
    assert back("ordered") == ["1. zfirst", "2. zsecond"]


def test_the_back_of_a_match_has_the_pairs_with_the_letters_of_the_front() -> None:
    letters = {part.texts[0].source: part.label for part in card_of("match").front.face.main[2:]}
    pairs = [(part.left.source, part.label, part.texts[0].source) for part in card_of("match").back.face.main]
    assert pairs == [
        ("Kishida", letters["matchright one"], "matchright one"),
        ("Zelensky", letters["matchright two"], "matchright two"),
    ]


def test_the_back_of_an_order_has_the_letters_of_the_front_in_the_right_order() -> None:
    asked = {line[2:]: line[0] for line in front("order")[2:]}
    items = ("itemone first", "itemtwo second", "itemthree third")
    assert back("order")[:3] == [f"{asked[item]} {item}" for item in items]


def test_the_back_of_an_open_question_has_its_points_and_a_model_answer() -> None:
    assert back("open") == [
        "• zpointone were going on",
        "• zpointtwo hoped",
        "Model answer: zmodelanswer because of that.",
        "From the text: zquotepoint talks ¶ 3, sentence 4",
    ]


def test_each_quote_is_there_once_with_its_place_in_the_language_of_the_page() -> None:
    assert back("list")[-2:] == [
        "From the text: zquotelistall together ¶ 3, sentence 4",
        "zquotelist one ¶ 3, sentence 4",
    ]
    german = replace(bank_of("## Wo? {#s}\n= hier\n> genau hier\n"), language="de")
    assert "Satz 4" in lines(cards(german).cards[0].back.face)[-1]


def test_what_is_short_is_centred_and_what_is_long_begins_where_lines_do() -> None:
    assert card_of("short").front.face.centred
    assert card_of("short").back.face.centred
    assert not card_of("choice").front.face.centred
    assert not card_of("ordered").back.face.centred
    assert not only(f"## {'Why is it so? ' * 9}{{#a}}\n= yes\n").front.face.centred


# ── room ──

QUOTES = "".join(f"> the {n} words of the text that prove it, as they stand in the reading itself\n" for n in range(5))


def crowded(explain: int, answer: int = 1, quotes: str = QUOTES, prompt: int = 1) -> Cards:
    text = f"## {'Why is it so? ' * prompt}{{#why}}\n= {'because of it ' * answer}\n{quotes}"
    return cards(bank_of(text + (f"explain: {'so it is ' * explain}\n" if explain else "")))


def roles(made: Cards) -> list[str]:
    return [part.role for part in made.cards[0].back.face.foot]


def test_a_word_longer_than_a_line_is_given_all_the_lines_that_it_fills() -> None:
    area = Area(width=80, height=50, leading=1.36, foot=11)
    one, five = (
        height_of(Face((Part("prompt", 1, 0, (Rich(f"`{'x' * letters}`"),)),)), area, 10) for letters in (30, 180)
    )
    assert five == pytest.approx(5 * one)


def test_type_grows_with_the_room() -> None:
    sizes = [crowded(0, quotes="", prompt=n).cards[0].front.size for n in (1, 20, 28, 40)]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], len(set(sizes))) == (14, 4)
    assert cards(every_kind(), grid="1x2").cards[0].front.size == 28


def test_an_explanation_gives_way_before_a_quote_and_quotes_before_the_answer() -> None:
    assert roles(crowded(10)) == ["quote"] * 5 + ["explain"]
    assert roles(crowded(100)) == ["quote"] * 5
    fewer = [len(roles(crowded(100, answer=n))) for n in (1, 30, 50, 70)]
    assert fewer == sorted(fewer, reverse=True)
    assert 1 <= fewer[-1] < 5
    for made in (crowded(words, answer=n) for words in (10, 40) for n in (1, 10, 30, 50)):
        least = {"explain": 7, "quote": 6.5}[roles(made)[-1]] if len(roles(made)) > 1 else 6
        assert made.cards[0].back.size >= least, "neither is worth that all is set smaller"
    assert not crowded(100, answer=70).warnings, "what a card leaves out to be read is no fault"


def test_a_card_without_room_for_any_evidence_is_named() -> None:
    made = crowded(0, answer=85)
    assert roles(made) == []
    assert made.warnings == (
        "the back of the card “Why is it so? {#why}” has no room for its evidence on 95 × 66 mm. "
        "Choose a grid with larger cards, or shorten it",
    )


def test_what_may_not_fit_at_all_is_named() -> None:
    made = crowded(0, answer=400, prompt=300)
    assert (made.cards[0].front.cut, made.cards[0].back.cut) == (True, True)
    assert [warning.partition(" may not fit")[0].partition(" of the card")[0] for warning in made.warnings] == [
        "the front",
        "the back",
    ]
    assert "in type of 6 points: look whether it ends in “…”" in made.warnings[0]
    assert not cards(replace(bank_of(f"## {'Why is it so? ' * 300}\n= a\n")), grid="1x2").warnings


def test_right_to_left_is_told_by_the_first_letter_of_each_part() -> None:
    bank = replace(bank_of("## كم كيلومترا؟ {#k}\n= 300 km\n"), language="ar")
    made = cards(bank)
    assert made.rtl
    [card] = made.cards
    assert (card.front.face.main[0].runs, card.back.face.main[0].runs) == ("rtl", "ltr")
