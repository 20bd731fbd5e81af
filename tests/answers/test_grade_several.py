"""The grade of several things: what is right in part counts in part."""

from __future__ import annotations

import pytest
from graded import graded, is_right

from quizgen.answers import Response

CHOICES = "Which?\n- [x] one\n- [x] two\n- [x] three\n- [ ] four\n  Four is even.\n- [ ] five"


class TestChoices:
    @pytest.mark.parametrize(
        ("said", "score"),
        [
            ("ABC", 1),
            ("c, b, a", 1),
            ("A and B and C", 1),
            (["one", "two", "three"], 1),
            ("one; two; three", 1),
            ("one, two and three", 1),
            ("AB", 2 / 3),
            ("ABCD", 2 / 3),
            ("ABD", 1 / 3),
            ("AABBCC", 1),
            ("AD", 0),
            ("DE", 0),
            ("ABCDE", 1 / 3),
            (["A", "B", "C"], 1),
            (["a", "D"], 0),
            (["one", "B"], 0),
            ("ADE", 0),
        ],
    )
    def test_right_less_wrong_over_the_right_ones(self, said: Response, score: float) -> None:
        assert graded(CHOICES, said).score == pytest.approx(score)

    def test_the_reason_names_what_is_missing_and_what_is_not(self) -> None:
        verdict = graded(CHOICES, "AD")
        assert verdict.reason == "1 of 3; missing two and three; not four."
        assert verdict.feedback == "Four is even."
        assert verdict.accepted == ("one", "two", "three")

    def test_reasons_are_read_on_a_screen(self) -> None:
        assert "missing two" in graded("Which?\n- [x] one\n- [x] **two**\n- [ ] x", "A").reason

    @pytest.mark.parametrize("said", ["F", "six", "one, six", "A, six"])
    def test_what_is_no_option_makes_it_wrong(self, said: str) -> None:
        assert graded(CHOICES, said).reason == "That is none of the options."

    def test_an_expected_wrong_answer_has_its_feedback(self) -> None:
        assert graded(f"{CHOICES}\nwrong: Four :: No.\nwrong: five :: Nor.", "ADE").feedback == "Four is even. No. Nor."
        assert graded(f"{CHOICES}\nwrong: six :: Never.", "six").feedback == "Never."

    def test_one_right_option_may_be_asked_as_any(self) -> None:
        assert is_right("Which?\n- [x] one\n- [ ] two\nchoose: any", "A")
        assert graded("Which?\n- [x] one\n- [ ] two\nchoose: any", "AB").score == 0


LIST = "Which islands?\n- Etorofu\n- Kunashiri | Kunashir\n- Shikotan\n- Habomai | the Habomai islands"


class TestList:
    @pytest.mark.parametrize(
        "said",
        [
            "Etorofu, Kunashiri, Shikotan, Habomai",
            "habomai; shikotan; kunashir; etorofu",
            "Etorofu and Kunashiri and Shikotan and the Habomai islands",
            "Etorofu, Kunashiri, Shikotan, and Habomai",
            "Etorofu\nKunashiri\nShikotan\nHabomai",
            "1. Etorofu\n2. Kunashiri\n3) Shikotan\n- Habomai",
            "Etorofu、Kunashiri，Shikotan & Habomai",
            ["Habomai", "Etorofu", "Kunashiri", "Shikotan"],
        ],
    )
    def test_in_any_order_and_however_parted(self, said: Response) -> None:
        assert is_right(LIST, said)

    def test_a_part_has_its_part_of_the_score(self) -> None:
        verdict = graded(LIST, "Etorofu, Habomai, Kunashir")
        assert (verdict.verdict, verdict.score) == ("partial", 0.75)
        assert verdict.reason == "3 of 4; missing Shikotan."

    def test_what_is_named_twice_counts_once(self) -> None:
        assert graded(LIST, "Etorofu, Etorofu, etorofu").score == 0.25

    @pytest.mark.parametrize("said", ["Kunashiri, Kunashiri, Habomai", "Kunashir and Kunashiri, Habomai"])
    def test_what_counts_once_is_told(self, said: str) -> None:
        assert graded(LIST, said).reason == "2 of 4; missing Etorofu and Shikotan; Kunashiri counts once."

    @pytest.mark.parametrize(
        "said",
        [
            "1. Etorofu 2. Kunashiri 3. Shikotan 4. Habomai",
            "a) Etorofu\nb) Kunashiri\nc) Shikotan\nd) Habomai",
            "• Etorofu\n• Kunashiri\n• Shikotan\n• Habomai",
            "Etorofu Kunashiri Shikotan Habomai",
            "Etorofu / Kunashiri / Shikotan / Habomai",
            "Etorofu, Kunashiri, Shikotan as well as Habomai",
            "Etorofu, Kunashiri, Shikotan and Habomai, etc.",
            "They are Etorofu, Kunashiri, Shikotan and Habomai.",
            "Etorofo, Kunashirri, Shikotn and Habomi",
        ],
    )
    def test_in_the_ways_that_people_write_lists(self, said: str) -> None:
        assert graded(LIST, said).score == 1

    def test_what_was_not_asked_for_costs_nothing_and_is_named(self) -> None:
        verdict = graded(LIST, "Etorofu, Kunashiri, Sakhalin, Shikotan, Habomai, Sakhalin")
        assert (verdict.verdict, verdict.score) == ("right", 1)
        assert verdict.reason == "Not asked for: Sakhalin."

    def test_an_expected_wrong_member_has_its_feedback(self) -> None:
        assert (
            graded(f"{LIST}\nwrong: Sakhalin :: Russia holds it alone.", "Sakhalin").feedback
            == "Russia holds it alone."
        )

    def test_any_two_of_them(self) -> None:
        question = f"{LIST}\nask: 2"
        assert is_right(question, "Shikotan, Habomai")
        assert is_right(question, "Shikotan, Habomai, Etorofu")
        verdict = graded(question, "Shikotan")
        assert (verdict.score, verdict.reason) == (0.5, "1 of 2.")

    def test_in_the_order_given(self) -> None:
        question = "Recite.\n- draft\n- sign\n- ratify\norder: fixed"
        assert is_right(question, "draft, sign, ratify")
        verdict = graded(question, "sign, draft, ratify")
        assert verdict.score == pytest.approx(2 / 3)
        assert verdict.reason == "2 of 3; not in the right order."

    def test_members_may_hold_commas_and_ands(self) -> None:
        question = "Which?\n- Bosnia and Herzegovina\n- Trinidad and Tobago\n- Washington, D.C.\n- oil, gas and coal"
        assert is_right(question, "Trinidad and Tobago, Bosnia and Herzegovina, oil, gas and coal and Washington, D.C.")
        assert graded(question, "Bosnia and Herzegovina and Tobago").reason.endswith("not asked for: Tobago.")

    def test_a_word_of_another_language_does_not_part(self) -> None:
        assert is_right("Which?\n- vitamin E\n- iron", "vitamin E and iron")
        assert is_right("Quais?\n- ferro\n- sal", "ferro e sal", "language: pt\n")
        assert is_right("Welche?\n- Salz\n- Eisen", "Salz und Eisen", "language: de-AT\n")

    def test_letters_are_members_and_not_articles(self) -> None:
        assert is_right("Which blood groups?\n- A\n- B\n- AB\n- 0", "A, B, AB, 0")

    def test_none_of_them(self) -> None:
        assert graded(LIST, "Hokkaido").verdict == "wrong"


MATCH = "Match.\n- Kishida == Japan\n- Zelensky == Ukraine | the Ukraine\n- Putin == Russia\n- == India"


class TestMatch:
    @pytest.mark.parametrize(
        "said",
        [
            "1A 2B 3C",
            "1a,2b,3c",
            "3C 1A 2B",
            "1-A; 2-B; 3-C",
            "1 = A, 2 = B, 3 = C",
            "A B C",
            "abc",
            ["Japan", "Ukraine", "Russia"],
            ["A", "B", "C"],
            "Kishida = Japan; Zelensky = the Ukraine; Putin = russia",
            "Japan; Ukraine; Russia",
        ],
    )
    def test_by_letters_or_by_texts(self, said: Response) -> None:
        assert is_right(MATCH, said)

    @pytest.mark.parametrize(
        "said",
        [
            "1: B, 2: A, 3: C",
            "1→B 2→A 3→C",
            "(1) B (2) A (3) C",
            "1. B\n2. A\n3. C",
            "1 is B, 2 is A and 3 is C",
            "B1 A2 C3",
            "２Ａ １Ｂ ３Ｃ",
            "B; A; C",
            "Zelensky = Japan; Kishida = Ukraine; Putin = Russia",
            "Kishida - Ukraine, Zelensky - Japan, Putin - Russia",
            "Kishida: Ukrane\nZelenski: Japan\nPutin: Rusia",
            "1 = Ukraine, 2 = Japan, 3 = Russia",
        ],
    )
    def test_in_the_ways_that_people_match(self, said: str) -> None:
        verdict = graded(MATCH, said)
        assert verdict.score == pytest.approx(1 / 3)
        assert verdict.reason == "1 of 3; Kishida = Japan; Zelensky = Ukraine."

    @pytest.mark.parametrize("said", ["1A 3C", "A ? C", "A, -, C", "Putin = Russia; Kishida = Japan"])
    def test_what_is_left_out_is_a_miss(self, said: str) -> None:
        assert graded(MATCH, said).score == pytest.approx(2 / 3)

    def test_a_pair_has_its_part_of_the_score(self) -> None:
        verdict = graded(MATCH, "1A 2D")
        assert verdict.score == pytest.approx(1 / 3)
        assert verdict.reason == "1 of 3; Zelensky = Ukraine; Putin = Russia."

    @pytest.mark.parametrize("said", ["1E", "4A", "ABCD", "nobody", "0A"])
    def test_what_cannot_be_made_out(self, said: str) -> None:
        assert graded(MATCH, said).reason == "Answer with a letter for each, such as 1B 2A."

    def test_letters_in_a_sequence_may_leave_one_out(self) -> None:
        assert graded(MATCH, ["A", "", "C"]).score == pytest.approx(2 / 3)
        assert graded(MATCH, ["A", "Ukraine", "Russia"]).score == pytest.approx(2 / 3)

    def test_an_expected_wrong_side_has_its_feedback(self) -> None:
        assert graded(f"{MATCH}\nwrong: India :: Nobody of them.", "1A 2D 3C").feedback == "Nobody of them."

    def test_one_right_side_may_belong_to_two(self) -> None:
        assert is_right("Match.\n- Abe == Japan\n- Kishida == Japan\n- Putin == Russia", "1A 2A 3B")

    def test_right_sides_that_fold_alike_stay_apart(self) -> None:
        assert graded("Match.\n- of it == its\n- it is == it's", "1B 2A").score == 0


ORDER = "Put these in order.\n1. draft\n2. sign\n3. ratify, and publish\n4. apply"


class TestOrder:
    @pytest.mark.parametrize(
        "said",
        [
            "ABCD",
            "A B C D",
            "a, b, c, d",
            "A → B → C → D",
            "A < B < C < D",
            "draft, sign, ratify, and publish, apply",
            "draft > sign > ratify, and publish > apply",
            "draft, then sign, then ratify, and publish, then apply",
            "draf, sign, ratify, and publsh, aply",
            ["draft", "sign", "ratify, and publish", "apply"],
            ["A", "B", "C", "D"],
        ],
    )
    def test_by_letters_or_by_texts(self, said: Response) -> None:
        assert is_right(ORDER, said)

    @pytest.mark.parametrize(("said", "score"), [("BACD", 0.75), ("DCBA", 0.25), ("BCDA", 0.75), ("AB", 0.5)])
    def test_the_longest_part_in_the_right_order(self, said: str, score: float) -> None:
        verdict = graded(ORDER, said)
        assert verdict.score == score
        assert verdict.reason == f"{int(score * 4)} of 4 are in the right order."

    def test_what_cannot_be_made_out(self) -> None:
        assert graded(ORDER, "first the draft").reason == "Answer with the letters in order, such as B A C."


CLOZE = "Russia says {{Southern Kurils | South Kurils}}, Japan {{Northern Territories}}, of {{c3::1,000}} islands."


class TestCloze:
    @pytest.mark.parametrize(
        "said",
        [
            "Southern Kurils; Northern Territories; 1,000",
            "south kurils; the Northern Territories; 1000",
            "Southern Kurils | Northern Territories | 1,000",
            "Southern Kurils\nNorthern Territories\n1,000",
            "Southern Kurils, Northern Territories, 1,000",
            ["Southern Kurils", "Northern Territories", "1,000"],
        ],
    )
    def test_blanks_in_their_order_however_parted(self, said: Response) -> None:
        assert is_right(CLOZE, said)

    def test_a_blank_has_its_part_of_the_score(self) -> None:
        verdict = graded(CLOZE, "Southern Kurils; Hokkaido")
        assert verdict.score == pytest.approx(1 / 3)
        assert verdict.reason == "1 of 3; (2) Northern Territories; (3) 1,000."

    @pytest.mark.parametrize(
        "said", ["Japan and Russia", "1. Japan 2. Russia", "(1) Japan; (2) Russia", "Japan / Russia"]
    )
    def test_in_the_ways_that_people_fill_blanks(self, said: str) -> None:
        assert is_right("Between {{Japan}} and {{Russia}}.", said)

    def test_a_blank_may_hold_a_comma(self) -> None:
        assert is_right("In {{Washington, D.C.}} and {{Tokyo}}.", "Washington, D.C., Tokyo")

    def test_blanks_are_not_exchanged(self) -> None:
        assert graded(CLOZE, "Northern Territories; Southern Kurils; 1,000").score == pytest.approx(1 / 3)

    def test_an_empty_blank_keeps_its_place(self) -> None:
        assert graded(CLOZE, "; Northern Territories;").score == pytest.approx(1 / 3)

    def test_of_one_blank_the_whole_response_is_the_answer(self) -> None:
        assert is_right("In {{Washington, D.C.; USA}} they met.", "Washington, D.C.; USA")
        assert graded("In {{Kyiv}} they met.", "Lviv").reason == ""

    def test_an_expected_wrong_answer_has_its_feedback(self) -> None:
        question = "The {{Soviet Union}} and {{Japan}}.\nwrong: Russia :: Not yet."
        assert graded(question, "Russia; Japan").feedback == "Not yet."


def test_an_order_wants_each_letter_once() -> None:
    verdict = graded("Order.\n1. a b\n2. c d\n3. e f", "CABC")
    assert (verdict.score, verdict.reason) == (0.0, "Each letter is wanted once.")


@pytest.mark.parametrize("said", ["first and then and last", "first, then, last", "then; last; first"])
def test_a_member_may_be_a_word_that_parts_others(said: str) -> None:
    assert is_right("Which?\n- first\n- then\n- last", said)
