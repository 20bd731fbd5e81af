"""What outputs cannot show: files that nobody sees, marks inside text, letters that nobody can type, Anki's limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.answers.words.fold import fold
from quizgen.bank.parse import parse_bank
from quizgen.check.finding import Finding
from quizgen.check.rules.outputs import RULES
from quizgen.check.run import check_bank
from quizgen.check.scope import Scope
from quizgen.shown.media import IMAGES

BY_ID = {rule.id: rule for rule in RULES}
ASKED = "## When is high water? {#water}\n= noon\n"
FIRST = 6  # the line of the first question


def found(rule: str, questions: str, *, front: str = "", folder: Path | None = None) -> tuple[Finding, ...]:
    text = f"---\nid: a\ntitle: A\n{front}---\n\n{questions}"
    return check_bank(Scope(parse_bank(text, "bank.md"), text, folder=folder), [BY_ID[rule]])


def places(findings: tuple[Finding, ...]) -> list[tuple[int, int, int]]:
    return [(finding.line, finding.column, finding.end) for finding in findings]


def test_the_rules_stand_in_the_order_of_the_manual() -> None:
    assert list(BY_ID) == [
        "unknown-media",
        "image-without-alt",
        "sound-on-paper",
        "image-in-text",
        "unreadable-maths",
        "control-character",
        "mixed-scripts",
        "card-limit",
    ]
    assert [rule.id for rule in RULES if rule.stops] == ["unknown-media", "mixed-scripts"]


class TestUnknownMedia:
    def test_files_that_are_there_are_known(self, tmp_path: Path) -> None:
        (tmp_path / "maps").mkdir()
        (tmp_path / "maps" / "bay.PNG").write_bytes(b"x")
        (tmp_path / "bell.mp3").write_bytes(b"x")
        question = f"{ASKED}image: maps/bay.PNG | a bay\naudio: bell.mp3\n"
        assert not found("unknown-media", question, folder=tmp_path)

    @pytest.mark.parametrize(
        ("file", "said"),
        [
            ("none.png", "there is no such file"),
            ("folder.png", "there is no such file"),
            ("empty.png", "is empty"),
            ("bay.tif", "is no image that a page can show"),
            (".", "is no image"),
            ("bay", "is no image"),
            ("../bay.png", "stands beside the bank or in a folder below it"),
            ("/tmp/bay.png", "stands beside the bank or in a folder below it"),
            ("C:\\bay.png", "stands beside the bank or in a folder below it"),
            ("a/../../bay.png", "stands beside the bank or in a folder below it"),
            ("..\\bay.png", "stands beside the bank or in a folder below it"),
            (f"{'x' * 300}.png", "there is no such file"),
        ],
    )
    def test_a_file_that_nobody_would_see(self, file: str, said: str, tmp_path: Path) -> None:
        folder = tmp_path / "bank"
        folder.mkdir()
        (folder / "folder.png").mkdir()
        (folder / "empty.png").write_bytes(b"")
        for place in (tmp_path / "bay.png", folder / "bay.tif", folder / "bay"):
            place.write_bytes(b"x")
        (finding,) = found("unknown-media", f"{ASKED}image: {file} | a bay\n", folder=folder)
        assert said in finding.message
        assert (finding.severity, finding.question) == ("error", "water")
        assert places((finding,)) == [(FIRST + 2, 8, 8 + len(file))]

    def test_a_sound_of_no_known_type(self, tmp_path: Path) -> None:
        (tmp_path / "bell.txt").write_bytes(b"x")
        (finding,) = found("unknown-media", f"{ASKED}audio: bell.txt\n", folder=tmp_path)
        assert "is no sound that Anki can play" in finding.message

    def test_without_a_folder_files_are_not_looked_for(self) -> None:
        assert not found("unknown-media", f"{ASKED}image: none.png | a bay\n")


class TestImageWithoutAlt:
    @pytest.mark.parametrize(
        "alt", ["image", "A picture", "Photo 3", "bay.png", "IMG_2034.JPG", "img_2034", "…", "Figure 1."]
    )
    def test_words_that_say_nothing(self, alt: str) -> None:
        findings = found("image-without-alt", f"{ASKED}image: img_2034.png | {alt}\n")
        assert places(findings) == [(FIRST + 2, 21, 23 + len(alt))]

    @pytest.mark.parametrize("alt", ["a map of the bay", "a picture of Fundy", "Fundy", "図", "1942", "the north"])
    def test_words_that_say_something(self, alt: str) -> None:
        expected = alt == "1942"  # a number alone names a picture and tells nothing
        assert bool(found("image-without-alt", f"{ASKED}image: fundy.png | {alt}\n")) == expected


def test_a_sound_is_said_to_be_none_on_paper() -> None:
    assert places(found("sound-on-paper", f"{ASKED}audio: bell.mp3 | a bell\n")) == [(FIRST + 2, 8, 16)]
    assert not found("sound-on-paper", f"{ASKED}audio: bell.mp3\nallow: sound-on-paper because it is played\n")
    assert not found("sound-on-paper", ASKED)


class TestImageInText:
    @pytest.mark.parametrize(
        ("questions", "line"),
        [
            ("## Which bay? ![a bay](bay.png) {#bay}\n= x\n", 6),
            ("## Which bay? {#bay}\nLook at it:\n\n* here ![a bay](bay.png)\n\n= x\n", 9),
            ("## Which bay? {#bay}\n- [x] x\n- [ ] ![a bay](bay.png)\n", 8),
            ("## Which bay? {#bay}\n= x\nexplain: see ![a bay](bay.png)\n", 8),
            ("# Bays {#bays}\nLook: ![a bay](bay.png)\n\n## Which? {#bay}\n= x\n", 7),
            ("## Which bay? {#bay}\n- ![a bay](bay.png) == x\n- b == y\n", 7),
        ],
    )
    def test_it_is_found_wherever_text_is_shown(self, questions: str, line: int) -> None:
        (finding,) = found("image-in-text", questions)
        assert finding.line == line
        assert finding.end - finding.column == len("![a bay](bay.png)")

    @pytest.mark.parametrize(
        "questions",
        [
            "## What does `![a bay](bay.png)` show? {#bay}\n= an image\n",
            "## What does this show? {#bay}\n```\n![a bay](bay.png)\n```\n\n= an image\n",
            "## What a bay! [It](https://a.example) is … {#bay}\n= x\n",
            "## What a bay \\![a bay](bay.png)? {#bay}\n= x\n",
            "## What is an image? {#bay}\n= ![a bay](bay.png)\n",  # compared, and shown as typed
        ],
    )
    def test_what_is_meant_as_it_stands(self, questions: str) -> None:
        assert not found("image-in-text", questions)


class TestUnreadableMaths:
    @pytest.mark.parametrize(
        ("questions", "line"),
        [
            ("## How much is $3 \\tims 4$? {#a}\n= 12\n", 6),
            ("## How much? {#a}\n= \\(3 \\tims 4\\)\n", 7),
            ("## How much? {#a}\nThat is\n\\[3 \\tims 4\\]\n\n= 12\n", 8),
            ("## How much is {{\\(3 \\tims 4\\)}}? {#a}\n", 6),
            ("## How much? {#a}\n- [x] 12\n- [ ] $3 \\tims 4$\n- [ ] 13\n", 8),
            ("## How much? {#a}\n```\n$x \\foo y$\n```\nbut $3 \\tims 4$\n\n= 12\n", 10),
        ],
    )
    def test_a_formula_that_is_given_up(self, questions: str, line: int) -> None:
        (finding,) = found("unreadable-maths", questions)
        assert finding.line == line
        assert '"3 \\tims 4"' in finding.message
        assert finding.end - finding.column == len("3 \\tims 4")

    @pytest.mark.parametrize("formula", ["x^{2", "x_{1}}", "}x{", "\\sqrt{3"])
    def test_a_brace_without_its_partner(self, formula: str) -> None:
        (finding,) = found("unreadable-maths", f"## How much is ${formula}$? {{#a}}\n= 12\n")
        assert finding.line == 6

    @pytest.mark.parametrize(
        "questions",
        [
            "## Which set is $\\{ x^{2} \\}$, or $\\{ 3$? {#a}\n= none\n",
            "## How much is $3 \\times 4$, in $? {#a}\n= \\(12\\)\n",
            "## What does `$\\tims$` mean? {#a}\n= nothing\n> it costs $3 \\tims 4$ there\n",  # a quote has no marks
        ],
    )
    def test_what_can_be_typeset_or_is_none(self, questions: str) -> None:
        assert not found("unreadable-maths", questions)


class TestControlCharacter:
    @pytest.mark.parametrize(
        "character", ["\u202a", "\u202e", "\u2066", "\u2069", "\ufffd", "\x92", "\ue010", "\U000f0001"]
    )
    @pytest.mark.parametrize(
        "questions",
        [
            "## When {}is it? {{#a}}\n= noon\n",
            "## When? {{#a}}\n= no{}on\n",
            "## When? {{#a}}\n= noon\n> at no{}on\n",
            "## When? {{#a}}\n= noon\nwrong: one{} :: not yet\n",
            "## When? {{#a}}\n= noon\nimage: a.png | at{} noon\n",
            "# Tides{} {{#t}}\n\n## When? {{#a}}\n= noon\n",
        ],
    )
    def test_in_any_text(self, questions: str, character: str) -> None:
        (finding,) = found("control-character", questions.format(character))
        assert f"U+{ord(character):04X}" in finding.message
        assert finding.end == finding.column + 1

    def test_in_the_front_matter(self) -> None:
        (finding,) = found("control-character", ASKED, front="names:\n  - Fundy | Fun\u2066dy\n")
        assert finding.line == 5

    @pytest.mark.parametrize("character", ["\u180e", "\u2061", "\u206f"])
    def test_in_an_answer_what_nobody_sees_and_comparing_keeps(self, character: str) -> None:
        assert fold(f"no{character}on") != fold("noon")
        (finding,) = found("control-character", f"## When? {{#a}}\n= no{character}on\n")
        assert "nobody will type" in finding.message
        assert not found("control-character", f"## When{character}? {{#a}}\n= noon\n")

    @pytest.mark.parametrize("character", [*"\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060"])
    def test_what_comparing_drops_is_no_harm(self, character: str) -> None:
        assert fold(f"no{character}on") == fold("noon")
        assert not found("control-character", f"## When? {{#a}}\n= no{character}on\n")

    @pytest.mark.parametrize("answer", ["می‌خواهم", "क्‍ष", "👩‍🚀", "’noon’ – “é”", "北京"])
    def test_what_is_written_so(self, answer: str) -> None:
        assert not found("control-character", f"## What? {{#a}}\n= {answer}\n")


class TestMixedScripts:
    @pytest.mark.parametrize(
        ("word", "odd", "script"),
        [
            ("Cаrdiff", "а", "Cyrillic"),
            ("СО", "", ""),
            ("Сo", "С", "Cyrillic"),
            ("Mосква", "M", "Latin"),
            ("Αpple", "Α", "Greek"),
            ("Aθήνα", "A", "Latin"),
            ("co\u03bfl", "\u03bf", "Greek"),
            ("NATО", "О", "Cyrillic"),
            ("\u03bff", "\u03bf", "Greek"),
        ],
    )
    def test_a_letter_that_looks_like_one_of_the_others(self, word: str, odd: str, script: str) -> None:
        findings = found("mixed-scripts", f"## Where? {{#a}}\n= at sea | near {word} there\n")
        assert bool(findings) == bool(odd)
        for finding in findings:
            assert f'its "{odd}" is {script} (U+{ord(odd):04X})' in finding.message
            assert finding.line == 7
            assert finding.end - finding.column == len(word)

    @pytest.mark.parametrize(
        "answer",
        [
            "µm",
            "μm",
            "kΩ",
            "MΩ",
            "ΔT",
            "ΔH",
            "hν",
            "ρgh",
            "α-helix",
            "Ωm",
            "2πr",
            "KoЯn",
            "Москва Moscow",
            "e-почта",
            "Škoda",
        ],
    )
    def test_symbols_and_what_is_meant(self, answer: str) -> None:
        assert not found("mixed-scripts", f"## What? {{#a}}\n= {answer}\n")

    @pytest.mark.parametrize(
        ("questions", "line"),
        [
            ("## Which two? {#a}\n- Bath\n- Cаrdiff\n", 8),
            ("## Which? {#a}\nIt is\n{{Cаrdiff}}.\n", 8),
        ],
    )
    def test_wherever_an_answer_is_typed(self, questions: str, line: int) -> None:
        assert [finding.line for finding in found("mixed-scripts", questions)] == [line]

    def test_names_are_typed_as_well(self) -> None:
        (finding,) = found("mixed-scripts", ASKED, front="names:\n  - Cardiff | Cаrdiff\n")
        assert finding.line == 5

    def test_what_is_only_shown_is_not_typed(self) -> None:
        assert not found("mixed-scripts", "## Is it Cаrdiff? {#a}\n= true\nexplain: Cаrdiff\n")


class TestCardLimit:
    @pytest.mark.parametrize(("number", "fires"), [(1, False), (500, False), (501, True), (9999, True)])
    def test_a_blank_that_anki_makes_no_card_for(self, number: int, fires: bool) -> None:
        findings = found("card-limit", f"## It is {{{{c{number}::high}}}} now. {{#a}}\n")
        assert bool(findings) == fires

    def test_blanks_without_numbers_are_counted(self) -> None:
        blanks = " ".join(f"{{{{w{number}}}}}" for number in range(501))
        assert "a blank 501" in found("card-limit", f"## Fill in. {{#a}}\n{blanks}\n")[0].message

    @pytest.mark.parametrize(
        "shape", ["= true", "- a\n- b", "- [x] a\n- [ ] b", "1. a\n2. b", "+ a", "- a == b\n- c == d"]
    )
    def test_a_question_that_is_not_turned_the_other_way_round(self, shape: str) -> None:
        (finding,) = found("card-limit", f"## What? {{#a}}\n{shape}\nreverse: yes\n")
        assert finding.line == FIRST + shape.count("\n") + 2

    @pytest.mark.parametrize("answer", ["noon", "12 km"])
    def test_one_that_is(self, answer: str) -> None:
        assert not found("card-limit", f"## What? {{#a}}\n= {answer}\nreverse: yes\n")

    def test_tags_that_anki_takes_off(self) -> None:
        findings = found("card-limit", f"{ASKED}tags: sea, Leech, marked::later\n", front="tags:\n  - marked\n")
        assert [(finding.line, finding.end - finding.column) for finding in findings] == [(5, 6), (10, 5)]

    def test_a_file_that_anki_does_not_carry(self, tmp_path: Path) -> None:
        for name, size in (("large.mp3", 100 * 1024 * 1024), ("larger.mp3", 100 * 1024 * 1024 + 1)):
            with (tmp_path / name).open("wb") as file:
                file.truncate(size)
        questions = "## A? {#a}\n= a\naudio: large.mp3\n\n## B? {#b}\n= b\naudio: larger.mp3\n"
        assert [finding.question for finding in found("card-limit", questions, folder=tmp_path)] == ["b"]


def test_the_types_of_images_are_those_that_are_named_in_a_message() -> None:
    (finding,) = found("unknown-media", f"{ASKED}image: a.bmp | b\n")
    assert all(ending in finding.message for ending in IMAGES)
