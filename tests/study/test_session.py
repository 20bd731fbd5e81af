"""A session as a pure state machine: a typed line and a moment in; the next state, lines and events out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from played import START, TICK, asked_of, bank_of, events_of, played, started, steps, texts

from quizgen.errors import UsageError
from quizgen.study.events import Mode
from quizgen.study.moment import Moment
from quizgen.study.ratings import Rating
from quizgen.study.session.asked import Asked, Rules
from quizgen.study.session.session import begin, closing, prompt, say, stop, tell

WHO = "Who?\n= Kishida\nhint: The *premier*."
WHICH = "Which?\n- [x] one\n- [ ] two\n- [ ] three\n- [ ] four"
EVERY_KIND = (
    ("Who?\n= one | uno", "one", "uno"),
    ("How far?\n= 20\nunit: km", "20", "20 km"),
    ("So?\n= true", "t", "true"),
    ("Fill {{one}} and {{two}}.", "one; two", "one, two"),
    ("Which?\n- one\n- two", "two, one", "one and two"),
    ("Recite.\n- one\n- two\norder: fixed", "one, two", "one; two"),
)


def test_it_asks_every_question_once_in_the_order_of_the_plan() -> None:
    session, _ = played(started("A?\n= a", "C?\n= c"), "a", "c", "")
    assert session.over
    assert [turn.question.prompt for turn in session.turns] == ["A?", "C?"]


def test_a_session_without_questions_is_refused() -> None:
    with pytest.raises(UsageError, match="no question to ask"):
        begin([], Rules(), "s", Moment(START))


@pytest.mark.parametrize(("question", "one", "other"), EVERY_KIND)
@pytest.mark.parametrize("patient", [True, False])
def test_a_right_answer_of_every_kind(question: str, one: str, other: str, patient: bool) -> None:
    for typed in (one, other):
        session, said = played(started(question, patient=patient), typed)
        assert session.turns[0].verdict.verdict == "right"
        assert said[0].startswith("Right.")


class TestTell:
    def test_it_says_which_question_of_how_many(self) -> None:
        session = started("A?\n= a", "B?\n= b")
        assert texts(tell(session)) == ["", "Question 1 of 2", "A?"]
        session, _ = played(session, "a")
        assert texts(tell(session)) == ["", "Question 2 of 2", "B?"]

    def test_it_is_to_be_told_when_something_new_is_put(self) -> None:
        session = started("A?\n= a\nhint: h", "B?\n= b")
        shown = [step.session.showing for step in steps(session, [":h", "?", "", "a", ":h", ":u", "a", "b"])]
        assert shown == [1, 1, 1, 2, 2, 3, 4, 5]

    def test_the_text_of_a_topic_is_said_once_before_its_first_question(self) -> None:
        topic = "# The *islands*\n\nRead this.\n"
        session = started("Z?\n= z", topic, "A?\n= a", "B?\n= b", "# Aid\n", "C?\n= c")
        heard = []
        for typed in "zabc":
            heard.append(texts(tell(session)))
            session, _ = played(session, typed)
        assert heard[0] == ["", "Question 1 of 4", "Z?"]
        assert heard[1] == ["", "The islands", "", "Question 2 of 4", "  | Read this.", "", "A?"]
        assert heard[2] == ["", "Question 3 of 4", "B?"]
        assert heard[3] == ["", "Aid", "", "Question 4 of 4", "C?"]

    def test_a_topic_whose_first_question_is_a_draft_is_told_all_the_same(self) -> None:
        session = started("# Topic\n\nRead this.\n", "A?\n= a\nstatus: draft", "B?\n= b")
        assert "  | Read this." in texts(tell(session))

    def test_a_remark_is_said_before_its_question(self) -> None:
        (asked,) = asked_of(bank_of("A?\n= a"))
        remarked = Asked(asked.bank, asked.view, asked.locate, "Its answer has changed.")
        session = begin([remarked], Rules(), "s", Moment(START))
        assert texts(tell(session)) == ["", "Question 1 of 1", "Its answer has changed.", "A?"]


class TestSeveralBanks:
    def test_the_bank_is_named_where_it_changes_and_its_topic_with_it(self) -> None:
        one = bank_of("# Aid\n", "A?\n= a", "B?\n= b", name="one", head="names:\n  - x | a\n")
        two = bank_of("# Aid\n", "C?\n= c", name="two")
        session = begin([*asked_of(one), *asked_of(two)], Rules(), "s", Moment(START))
        heard = []
        for typed in ("x", "x", "c"):
            heard.append(texts(tell(session)))
            session, _ = played(session, typed)
        assert heard[0] == ["", "T", "", "Aid", "", "Question 1 of 3", "A?"]
        assert heard[1] == ["", "Question 2 of 3", "B?"]
        assert heard[2] == ["", "T", "", "Aid", "", "Question 3 of 3", "C?"]
        assert [turn.right for turn in session.turns] == [True, False, True]  # each by the names of its own bank
        assert [turn.asked.key.partition("#")[0] for turn in session.turns] == ["one", "one", "two"]

    def test_a_single_bank_is_not_named(self) -> None:
        assert "T" not in texts(tell(started("A?\n= a")))


class TestEvents:
    """What goes into the log, and when."""

    def test_the_beginning_goes_out_with_the_first_answer(self) -> None:
        session = started(WHO, WHICH, scope="all")
        assert events_of(session, ":h", "?", ":q") == []
        begun, answer = events_of(session, "Kishida")
        assert (begun.kind, begun.uid, begun.session, begun.mode, begun.scope) == (
            "begin",
            "s-0001",
            "s",
            "quiz",
            "all",
        )
        assert begun.plan == tuple(asked.key for asked in session.asked)
        assert begun.moment == Moment(START)
        assert (answer.kind, answer.uid, answer.moment) == ("answer", "s-0002", Moment(START + TICK))

    def test_an_answer(self) -> None:
        session = started("Who? {#who}\n= Kishida\nwas: test/bank#premier")
        _, answer, *_ = events_of(session, "kishida")
        assert (answer.question, answer.was) == ("test/bank#who", "test/bank#premier")
        assert (answer.asked, answer.answered) == session.on.digests
        assert (answer.response, answer.mark, answer.score, answer.rating) == ("kishida", "right", 1, Rating.GOOD)
        assert (answer.hints, answer.duration) == (0, TICK)

    def test_letters_have_become_words(self) -> None:
        session = started("Which?\n- [x] its\n- [x] c\n- [ ] d")
        letters = [option.letter for option in session.on.view.options if option.words.text in ("its", "c")]
        _, answer, *_ = events_of(session, " ".join(letters))
        assert sorted(answer.response.split("; ")) == ["c", "its"]

    def test_a_skip_scores_nothing_in_a_quiz_and_says_nothing_in_study(self) -> None:
        _, skip, *_ = events_of(started(WHO), ":s")
        assert (skip.kind, skip.mark, skip.score, skip.rating, skip.response) == ("skip", "", 0, None, "")
        _, skip, *_ = events_of(started(WHO, mode="study"), ":s")
        assert (skip.kind, skip.score, skip.rating) == ("skip", None, None)

    def test_only_a_session_that_came_to_its_end_has_an_end(self) -> None:
        kinds = [event.kind for event in events_of(started(WHO), "x", "")]
        assert kinds == ["begin", "answer", "end"]
        assert [event.kind for event in events_of(started(WHO, WHICH), "x", ":q")] == ["begin", "answer"]
        assert [event.kind for event in events_of(started(WHO), "x")] == ["begin", "answer"]

    def test_from_a_pipe_the_end_goes_out_with_the_last_answer(self) -> None:
        (step,) = steps(started(WHO, patient=False), ["x"])
        assert [event.kind for event in step.events] == ["begin", "answer", "end"]
        assert step.session.over

    @pytest.mark.parametrize("typed", [["Kishida"], ["Kishida", "x", ""], []])
    def test_quitting_and_the_end_of_the_input_leave_the_same_log(self, typed: list[str]) -> None:
        session = started(WHO, "Why?\n+ one", "B?\n= b")
        before = steps(session, typed)[-1].session if typed else session
        quits = say(before, ":q", Moment(START * 2))
        stops = stop(before, Moment(START * 2))
        assert quits == stops
        assert quits.events == ()
        assert quits.session.over

    def test_at_the_last_word_to_stop_is_the_end_too(self) -> None:
        session, _ = played(started(WHO), "x")
        assert [event.kind for event in stop(session, Moment(START)).events] == ["end"]
        assert [event.kind for event in say(session, ":q", Moment(START)).events] == ["end"]

    def test_a_clock_that_is_set_back_does_not_turn_the_order_round(self) -> None:
        session = started(WHO, "B?\n= b")
        one = say(session, "x", Moment(START + 5_000))
        two = say(one.session, ":u", Moment(START - 5_000))
        three = say(two.session, "y", Moment(START - 6_000))
        times = [event.moment.time for step in (one, two, three) for event in step.events]
        assert times == sorted(times)
        assert three.events[-1].duration == 0

    def test_no_uid_comes_twice(self) -> None:
        uids = [
            event.uid for event in events_of(started(WHO, WHICH), "x", ":u", "y", ":o", "two", ":u", "one", ":e", "")
        ]
        assert uids == [f"s-{number:04}" for number in range(1, len(uids) + 1)]

    def test_what_could_steer_a_terminal_is_not_kept(self) -> None:
        answer = events_of(started(WHO), "\x1b[2Jone\ttwo\x00\ud800\u2028three")[-1]
        assert answer.response == "[2Jone two \ufffd three"


class TestLastWord:
    """After the last question, for a person: else the last answer could not be put right."""

    def test_it_says_what_can_be_done(self) -> None:
        session, _ = played(started(WHO, WHICH), "x", "two")
        assert session.stage == "last"
        assert texts(tell(session)) == ["", "That was the last question. 2 were not right; :r repeats them."]
        assert prompt(session) == "Enter for the score"
        session, _ = played(started(WHO, WHICH), "Kishida", "two")
        assert texts(tell(session)) == ["", "That was the last question. 1 was not right; :r repeats it."]
        session, _ = played(started(WHO), "Kishida")
        assert texts(tell(session)) == ["", "That was the last question."]

    def test_enter_ends_it(self) -> None:
        assert played(started(WHO), "x", "")[0].over

    @pytest.mark.parametrize("typed", ["Kishida", "yes", "\\:q"])
    def test_anything_else_is_asked_again(self, typed: str) -> None:
        before, _ = played(started(WHO), "x")
        assert played(before, typed) == (before, ["That was the last question; press Enter, or type ? for help."])

    def test_nothing_is_said_to_a_session_that_is_over(self) -> None:
        session, _ = played(started(WHO), "x", "")
        assert say(session, "x", Moment(START)) == (session, (), ())
        assert stop(session, Moment(START)) == (session, (), ())
        assert tell(session) == []


class TestPatience:
    """A person who mistypes is asked again; a pipe is graded as it stands."""

    def test_an_empty_line_is_no_answer_of_a_person(self) -> None:
        before = started(WHO)
        assert played(before, "") == (before, ["Type an answer, or :s to skip, or ? for help."])
        assert played(before, "   ")[0] == before

    def test_an_empty_line_of_a_pipe_is_an_empty_answer(self) -> None:
        session, said = played(started(WHO, patient=False), "")
        assert session.turns[0].verdict.verdict == "wrong"
        assert said[0] == "Wrong. No answer."

    @pytest.mark.parametrize(
        ("question", "typed", "how"),
        [
            (WHICH, "E", "One letter, A to D"),
            (WHICH, "AB", "One letter, A to D"),
            (WHICH, "one or two", "One letter, A to D"),
            ("Which?\n- [x] a\n- [x] b\n- [ ] c", "D", "All letters that apply, A to C"),
            ("So?\n= true", "perhaps", "True or false (t, f)"),
            ("Match.\n- a == b\n- c == d", "1Z", "A letter for each number, such as 1B 2A"),
            ("Order.\n1. a\n2. b\n3. c", "1 2 3", "All 3 letters in the right order"),
        ],
    )
    def test_what_cannot_be_an_answer_is_asked_again(self, question: str, typed: str, how: str) -> None:
        before = started(question)
        assert played(before, typed) == (before, [f"“{typed}” is no answer here. {how}."])
        after, _ = played(started(question, patient=False), typed)
        assert after.turns[0].verdict.verdict == "wrong"

    @pytest.mark.parametrize(
        ("question", "typed", "verdict"),
        [
            (WHICH, "one", "right"),
            (WHICH, "Two", "wrong"),
            ("Which?\n- [x] a fish\n- [x] a bird\n- [ ] c", "a bird; a fish", "right"),
            ("Order.\n1. first\n2. then\n3. last", "first, last, then", "partial"),
            ("So?\n= true", "True.", "right"),
            ("So?\n= true", "wrong", "wrong"),
        ],
    )
    def test_options_may_be_named_by_their_texts(self, question: str, typed: str, verdict: str) -> None:
        after, _ = played(started(question), typed)
        assert after.turns[0].verdict.verdict == verdict

    def test_a_pipe_may_name_an_option_by_its_text(self) -> None:
        session, _ = played(started(WHICH, patient=False), "one")
        assert session.turns[0].verdict.verdict == "right"


class TestLettersOnTheScreen:
    """They are those of the page, whatever the shuffle, and the grade is that of the texts behind them."""

    @given(st.integers(0, 500))
    def test_of_options(self, number: int) -> None:
        session = started(WHICH.replace("Which?", f"Which? {{#q{number}}}"))
        for option in session.on.view.options:
            after, said = played(session, option.letter.lower())
            right = option.words.text == "one"
            assert (after.turns[0].verdict.verdict == "right") == right
            letter = next(o.letter for o in session.on.view.options if o.words.text == "one")
            assert right or f"   The answer: {letter}  one" in said

    @given(st.integers(0, 500))
    def test_of_several_options(self, number: int) -> None:
        session = started(f"Which? {{#q{number}}}\n- [x] its\n- [ ] it's\n- [x] c\n- [ ] d")
        right = [option.letter for option in session.on.view.options if option.words.text in ("its", "c")]
        assert played(session, "".join(right))[0].turns[0].verdict.score == 1
        wrong = [option.letter for option in session.on.view.options if option.words.text not in ("its", "c")]
        assert played(session, " ".join(wrong))[0].turns[0].verdict.score == 0

    @given(st.integers(0, 500))
    def test_of_right_sides(self, number: int) -> None:
        session = started(f"Match. {{#q{number}}}\n- one == a\n- two == b\n- three == c\n- == d")
        letters = {option.words.text: option.letter for option in session.on.view.options}
        assert played(session, f"3{letters['c']} 1{letters['a']} 2{letters['b']}")[0].turns[0].verdict.score == 1
        assert played(session, f"{letters['a']}{letters['b']}{letters['d']}")[0].turns[0].verdict.score == 2 / 3
        assert played(session, f"2{letters['b']}")[0].turns[0].response == "two = b"

    @given(st.integers(0, 500))
    def test_of_items(self, number: int) -> None:
        session = started(f"Order. {{#q{number}}}\n1. one\n2. two\n3. three")
        letters = [session.on.view.option(index).letter for index in range(3)]
        assert played(session, " ".join(letters))[0].turns[0].verdict.score == 1
        assert played(session, "ABC")[0].turns[0].verdict.score < 1  # it never stands right already


class TestRightAndMisspelt:
    def test_a_typo_is_right_and_the_spelling_is_told(self) -> None:
        assert played(started("Who?\n= the Soviet Union"), "Sovite Union")[1] == ["Right. Spelled the Soviet Union."]

    def test_further_forms_are_read_without_marks(self) -> None:
        said = played(started("What?\n= a square | $x^2$ | `code x`"), "nothing")[1]
        assert said[1] == "   The answer: a square (also: x², code x)"


class TestTime:
    def test_the_question_that_is_under_way_may_be_answered(self) -> None:
        session = started("A?\n= a", "B?\n= b", "C?\n= c", minutes=0.3)  # an answer takes ten seconds
        session, said = played(session, "a")
        assert said == ["Right."]
        session, said = played(session, "b")
        assert said == ["Right.", "The 0.3 minutes are over."]
        assert session.stage == "last"
        session, _ = played(session, "")
        assert texts(closing(session, Moment(START)))[1] == "The time was over after 2 of 3 questions."

    def test_it_came_to_its_end(self) -> None:
        kinds = [event.kind for event in events_of(started("A?\n= a", "B?\n= b", minutes=0.1, patient=False), "a")]
        assert kinds == ["begin", "answer", "end"]

    def test_after_the_last_question_nothing_is_said_of_it(self) -> None:
        assert played(started("A?\n= a", minutes=0.1), "a")[1] == ["Right."]

    def test_the_minute(self) -> None:
        session = started("A?\n= a", "B?\n= b", minutes=1)
        step = say(session, "a", Moment(START + 60_000))
        assert texts(step.lines)[-1] == "The minute is over."

    def test_what_was_answered_last_may_still_be_put_right(self) -> None:
        session, said = played(started("A?\n= a", "B?\n= b", minutes=0.1), "x", ":o")
        assert said == ["Counted as right."]
        assert session.stage == "last"
        session, said = played(session, ":u")
        assert said == ["Taken back: question 1 is asked again."]
        assert played(session, "a")[0].stage == "last"


STRANGE = st.one_of(st.text(max_size=8), st.characters(categories=["Cs", "Cc"]))
LINES = [":q", ":s", ":h", ":u", ":o", ":e", ":r", "?", "", "A", "1", "1 2", "one", "two", "one, two", "true", "20 km"]


@pytest.mark.parametrize("patient", [True, False])
@pytest.mark.parametrize("mode", ["quiz", "exam", "study"])
@settings(deadline=None)
@given(st.lists(st.one_of(STRANGE, st.sampled_from(LINES)), max_size=30))
def test_whatever_is_typed_a_session_goes_on_or_ends(patient: bool, mode: Mode, typed: list[str]) -> None:
    questions = [question for question, *_ in EVERY_KIND]
    session = started(*questions, WHICH, "Why?\n+ first\n+ second", patient=patient, mode=mode, minutes=3)
    for text in typed:
        assert tell(session) or session.over
        assert prompt(session) or session.over
        (step,) = steps(session, [text])
        session = step.session
        for line in [*step.lines, *tell(session)]:
            assert "\n" not in line.text
            assert line.text.encode("utf-8") is not None
        for event in step.events:
            assert event.response.encode("utf-8") is not None
    assert closing(stop(session, Moment(START)).session, Moment(START))
