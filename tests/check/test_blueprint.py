"""The blueprint in data, for a terminal and for programs."""

from __future__ import annotations

import json
from decimal import Decimal
from unicodedata import east_asian_width

import pytest
from scopes import ARTICLE, TIDES, YEAR, with_article, with_seal

from quizgen.article import make_article
from quizgen.check.blueprint.lines import blueprint_lines
from quizgen.check.blueprint.plan import Tally, blueprint_json, blueprint_of

LONG = f"""---
id: long
title: {"A title that is long " * 8}
objectives:
  - {"An objective that is long " * 8}
---

# {"潮の満ち引き" * 20} {{#tides}}

## Q? {{#{"q" * 60}}}
= a
difficulty: 5
"""


TERMINAL = """\
2 banks, 4 questions, 6.5 points; 1 draft not counted

Topic         recall  understand  apply  analyse  none  all  points
The tides
  (no topic)       1           .      .        .     .    1       1
  Mills            .           .      1        .     .    1       2
The year
  (no topic)       1           .      .        .     1    2     3.5
All                2           .      1        .     1    4     6.5

Kinds
  short   2  ##
  choice  1  #
  cloze   1  #

Difficulty
  1         1  #
  2         0
  3         1  #
  4         0
  5         0
  not said  2  ##

Objectives
  The tides
    1  Know the tides
    0  Use a tide table (no question)
    1  (no objective)

The article tides.txt
  4 quotes together cover 17 of the article's 54 words (31\u00a0%). 3 of 3 paragraphs
  and 4 of 8 sentences are asked.
Questions by paragraph
  ¶ 1  1  #
  ¶ 2  1  #
  ¶ 3  1  #
  ¶ 1: sentence 3 never asked
  ¶ 2: sentences 1, 3–4 never asked
  1 question that no paragraph proves: why"""


def counts(tallies: tuple[Tally, ...]) -> dict[str, int]:
    return {tally.name: tally.questions for tally in tallies}


def test_approved_questions_are_counted_and_drafts_apart() -> None:
    blueprint = blueprint_of(with_article(TIDES, YEAR))
    assert (blueprint.questions, blueprint.drafts) == (4, 1)
    assert blueprint.points == Decimal("6.5")  # 1, a cloze of two blanks, "points: 2.5", 1
    assert counts(blueprint.levels) == {"recall": 2, "understand": 0, "apply": 1, "analyse": 0, "": 1}
    assert counts(blueprint.kinds) == {"short": 2, "choice": 1, "cloze": 1}
    assert counts(blueprint.difficulties) == {"1": 1, "2": 0, "3": 1, "4": 0, "5": 0, "": 2}


def test_topics_by_level() -> None:
    tides, year = blueprint_of(with_article(TIDES, YEAR)).banks
    assert [(topic.title, topic.questions, topic.points, topic.drafts) for topic in tides.topics] == [
        ("", 1, 1, 0),
        ("Mills", 1, 2, 1),
    ]
    assert [tally.questions for tally in tides.topics[1].levels] == [0, 0, 1, 0, 0]
    assert [tally.questions for tally in year.topics[0].levels] == [1, 0, 0, 0, 1]


def test_objectives_that_no_question_serves_are_named() -> None:
    tides, year = blueprint_of(with_article(TIDES, YEAR)).banks
    assert counts(tides.objectives) == {"Know the *tides*": 1, "Use a tide table": 0, "": 1}
    assert year.objectives == ()


def test_a_draft_serves_no_objective() -> None:
    bank = TIDES.replace("status: draft", "status: draft\nobjective: Use a tide table")
    (plan,) = blueprint_of(with_article(bank)).banks
    assert counts(plan.objectives)["Use a tide table"] == 0


def test_the_lines_of_a_terminal() -> None:
    lines = blueprint_lines(blueprint_of(with_article(TIDES, YEAR)), 80)
    assert "\n".join(lines) == TERMINAL


def test_one_bank_is_not_named_again_and_a_column_that_nobody_needs_is_left_out() -> None:
    lines = blueprint_lines(blueprint_of(with_article(TIDES)), 80)
    assert "The tides" not in lines
    assert "Topic       recall  understand  apply  analyse  all  points" in lines
    assert "Mills            .           .      1        .    1       2" in lines


def test_by_a_seal_the_share_is_said_as_at_most() -> None:
    text = " ".join(line.strip() for line in blueprint_lines(blueprint_of(with_seal(TIDES, YEAR)), 80))
    assert "4 quotes together cover at most 17 of the article's 54 words (31\u00a0%)." in text
    assert "¶ 2: sentences 1, 3–4 never asked" in text


def test_what_is_not_known_is_said_and_nothing_is_made_up() -> None:
    uncounted = "\n".join(blueprint_lines(blueprint_of(with_seal(TIDES, counted=False)), 80))
    assert "  3 quotes from the article.\n" in uncounted
    assert "never asked" not in uncounted
    nothing = "\n".join(blueprint_lines(blueprint_of(with_article(TIDES, article=None)), 80))
    assert "Neither the article nor a seal is here, so it is not known" in nothing
    assert "¶" not in nothing
    assert "without a quote" not in nothing


def test_a_paragraph_that_nobody_asks() -> None:
    lines = blueprint_lines(blueprint_of(with_article(YEAR)), 80)
    assert "  ¶ 1: never asked" in lines
    assert "  ¶ 3: never asked" not in lines


def test_a_bank_without_an_article_and_one_without_questions() -> None:
    without = "---\nid: a\ntitle: A\n---\n\n## Q? {#q}\n= a\n"
    assert blueprint_lines(blueprint_of(with_article(without, article=None)), 80)[-1] == "1 question without an article"
    empty = "---\nid: a\ntitle: A\n---\n"
    assert blueprint_lines(blueprint_of(with_article(empty, article=None)), 80) == ["1 bank, 0 questions, 0 points"]


def columns(line: str) -> int:
    return sum(1 + (east_asian_width(char) in "WF") for char in line)


@pytest.mark.parametrize("width", [40, 41, 57, 64, 80, 120])
def test_no_line_is_longer_than_the_terminal_is_wide(width: int) -> None:
    many = LONG + "".join(f"\n## Q? {{#r{n}}}\n= a\ndifficulty: 5\n" for n in range(200))
    lines = blueprint_lines(blueprint_of([*with_article(TIDES, YEAR), *with_article(many, article=None)]), width)
    assert max(map(columns, lines)) <= width
    assert any(line.startswith("A title that is long") and line.endswith("…") for line in lines)
    assert any(line.endswith("… (no question)") for line in lines)
    assert any(line.startswith("  潮") and line.endswith(" 201") and "…" in line for line in lines)


def test_widths_outside_40_to_120_are_taken_for_these() -> None:
    blueprint = blueprint_of(with_article(TIDES, YEAR, LONG))
    assert blueprint_lines(blueprint, 10) == blueprint_lines(blueprint, 40)
    assert blueprint_lines(blueprint, 400) == blueprint_lines(blueprint, 120)


def test_bars_keep_their_proportion_where_they_would_be_too_long() -> None:
    bank = "---\nid: a\ntitle: A\n---\n"
    bank += "".join(f"\n## Q? {{#s{n}}}\n= a\n" for n in range(100)) + "\n## Q {{a}} {#c}\n"
    lines = blueprint_lines(blueprint_of(with_article(bank, article=None)), 80)
    assert f"  short  100  {'#' * 40}" in lines
    assert "  cloze    1  #" in lines


def test_json_has_the_same_keys_whatever_is_known() -> None:
    def keys(value: object) -> object:
        if isinstance(value, dict):
            return {key: keys(inner) for key, inner in value.items()}
        return [keys(value[0])] if isinstance(value, list) and value and isinstance(value[0], dict) else None

    whole = blueprint_json(blueprint_of(with_article(TIDES, YEAR)))
    assert keys(blueprint_json(blueprint_of(with_seal(TIDES, YEAR)))) == keys(whole)
    assert json.loads(json.dumps(whole)) == whole
    assert whole["form"] == "quizgen blueprint 1"


def test_json_of_an_article() -> None:
    (article,) = blueprint_json(blueprint_of(with_article(TIDES, YEAR)))["articles"]
    assert article["name"] == "tides.txt"
    assert (article["from"], article["quotes"], article["words"], article["covered"]) == ("article", 4, 54, 17)
    assert article["at_most"] is False
    assert article["paragraphs"][1] == {
        "number": 2,
        "sentences": 4,
        "asked": [2],
        "never": [1, 3, 4],
        "questions": [{"bank": "sea/tides", "id": "mills-turn", "line": 22}],
    }
    assert article["elsewhere"] == [{"bank": "sea/year", "id": "why", "line": 15}]


def test_json_says_null_where_nothing_is_known_or_named() -> None:
    whole = blueprint_json(blueprint_of(with_seal(TIDES, counted=False)))
    (article,) = whole["articles"]
    assert (article["from"], article["words"], article["covered"], article["at_most"]) == ("seal", None, None, True)
    assert article["paragraphs"][0]["never"] is None
    assert whole["levels"][-1] == {"name": None, "questions": 0, "points": 0}
    assert whole["banks"][0]["topics"][0]["title"] is None
    (unknown,) = blueprint_json(blueprint_of(with_article(TIDES, article=None)))["articles"]
    assert unknown["from"] is None


def test_points_are_numbers() -> None:
    whole = blueprint_json(blueprint_of(with_article(TIDES, YEAR)))
    assert [bank["points"] for bank in whole["banks"]] == [3, 3.5]
    assert isinstance(whole["banks"][0]["points"], int)


def test_two_articles_have_a_part_each() -> None:
    other = make_article("Other words of some other reading stand here alone.\n", name="other.txt")
    blueprint = blueprint_of([*with_article(TIDES, article=ARTICLE), *with_article(YEAR, article=other)])
    lines = blueprint_lines(blueprint, 80)
    assert "The article tides.txt" in lines
    assert "The article other.txt" in lines
    assert "  2 questions that no paragraph proves: higher, why" in lines
