"""Lines on a terminal: wrapped to its width, in colour only where it takes colour."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.cli.output import print_json, write
from quizgen.cli.reading import _beside
from quizgen.cli.terminal import Terminal
from quizgen.cli.windows_console import switched_on
from quizgen.errors import WriteError
from quizgen.study.lines import Line, Stretch
from quizgen.text.columns import columns

ESCAPE = re.compile("\x1b\\[[0-9;]*m")
WORDS = (
    "The islands that Japan and Russia both claim lie to the north of Hokkaido and were seized at the end of the war."
)
KANJI = "択捉島、国後島、色丹島及び歯舞群島は「北方領土」と呼ばれ、日本固有の領土であると主張されている。"


class Screen(io.StringIO):
    """A terminal without a size of its own."""

    def isatty(self) -> bool:
        return True


def terminal(width: int = 80, *, colour: bool = False) -> Terminal:
    return Terminal(io.StringIO(), colour, width)


class TestWrapping:
    @pytest.mark.parametrize("text", [WORDS, KANJI, f"{WORDS} {KANJI} {WORDS}"], ids=["words", "kanji", "both"])
    @pytest.mark.parametrize("lead", ["", "   ", "   A  ", "  | "])
    def test_no_row_is_wider_and_no_word_is_lost(self, text: str, lead: str) -> None:
        for width in range(20, 201):
            rows = list(terminal(width).wrapped(Line((Stretch(text),), lead)))
            assert all(columns(row) <= width for row in rows)
            assert "".join("".join(rows).split()) == "".join((lead + text).split())

    def test_what_is_wrapped_is_indented_as_far_as_its_lead(self) -> None:
        assert list(terminal(20).wrapped(Line((Stretch("one two three four"),), "   A  "))) == [
            "   A  one two three",
            "      four",
        ]

    def test_a_row_does_not_begin_with_a_mark_that_closes(self) -> None:
        for width in range(20, 60):
            for row in terminal(width).wrapped(Line((Stretch(KANJI),))):
                assert row[0] not in "、。」"

    def test_a_word_longer_than_the_row_stands_alone(self) -> None:
        assert list(terminal(20).wrapped(Line((Stretch(f"see {'x' * 30} there"),)))) == ["see", "x" * 30, "there"]

    def test_marks_that_combine_take_no_column(self) -> None:
        assert columns("e\u0301") == 1
        assert columns("島") == 2

    def test_what_is_laid_out_keeps_its_spaces(self) -> None:
        table = "a    | b     | cccccccccccc"
        assert list(terminal(20).wrapped(Line((Stretch(table),), kept=True))) == [table]

    def test_an_empty_line_is_one_row(self) -> None:
        assert list(terminal().wrapped(Line())) == [""]

    def test_a_lead_wider_than_half_the_screen_gives_way(self) -> None:
        assert next(terminal(20).wrapped(Line((Stretch("one"),), " " * 15))) == " one"

    def test_a_word_may_run_through_several_stretches(self) -> None:
        line = Line((Stretch("aaaa bbbbb "), Stretch("“"), Stretch("cccccccc", "answer"), Stretch("”", "quiet")))
        assert list(terminal(21).wrapped(line)) == ["aaaa bbbbb “cccccccc”"]
        assert list(terminal(20).wrapped(line)) == ["aaaa bbbbb", "“cccccccc”"]

    @given(
        st.lists(st.tuples(st.text("ab 島。e\u0301", max_size=30), st.sampled_from(["", "answer", "quiet"]))),
        st.integers(20, 99),
    )
    def test_colour_changes_no_row(self, parts: list[tuple[str, str]], width: int) -> None:
        line = Line(tuple(Stretch(text, style) for text, style in parts))  # type: ignore[arg-type]
        plain = list(terminal(width).wrapped(line))
        assert [ESCAPE.sub("", row) for row in terminal(width, colour=True).wrapped(line)] == plain


class TestColour:
    @pytest.fixture(autouse=True)
    def xterm(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.delenv("COLUMNS", raising=False)

    def test_a_terminal_takes_it(self) -> None:
        assert Terminal.of(Screen()).colour

    def test_a_pipe_does_not(self) -> None:
        assert not Terminal.of(io.StringIO()).colour

    @pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
    def test_who_asks_for_none_gets_none(self, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
        monkeypatch.setenv(name, value)
        assert not Terminal.of(Screen()).colour

    def test_an_empty_no_color_does_not_count(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NO_COLOR", "")
        assert Terminal.of(Screen()).colour

    def test_a_stretch_is_painted_as_a_whole_on_each_row(self) -> None:
        line = Line((Stretch("one two three four five ", "quiet"), Stretch("six", "answer")), "   ")
        assert list(terminal(20, colour=True).wrapped(line)) == [
            "   \x1b[2mone two three\x1b[0m",
            "   \x1b[2mfour five \x1b[0m\x1b[1;36msix\x1b[0m",
        ]

    def test_every_style_but_the_plain_one_has_a_colour(self) -> None:
        shown = terminal(colour=True)
        styles = ("title", "prompt", "quiet", "right", "close", "partial", "wrong", "answer")
        for style in styles:
            (row,) = shown.wrapped(Line((Stretch("word", style),)))
            assert row.startswith("\x1b[")
            assert row.endswith("\x1b[0m")
        assert list(shown.wrapped(Line((Stretch("word"),)))) == ["word"]

    @pytest.mark.parametrize(
        ("columns", "width"), [("40", 40), ("10", 20), ("500", 100), ("0", 80), ("wide", 80), ("", 80)]
    )
    def test_the_width_is_that_of_the_screen_within_bounds(
        self, monkeypatch: pytest.MonkeyPatch, columns: str, width: int
    ) -> None:
        monkeypatch.setenv("COLUMNS", columns)
        assert Terminal.of(Screen()).width == width

    def test_it_is_asked_for_anew_each_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        screen = Terminal.of(Screen())
        for columns_now in (90, 40):
            monkeypatch.setenv("COLUMNS", str(columns_now))
            assert screen.width == columns_now

    def test_a_pipe_has_eightycolumns(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COLUMNS", "40")
        assert Terminal.of(io.StringIO()).width == 80


class Kernel:
    """The calls of the Windows console, as its documentation has them: a mode is read into, and set from, a number."""

    def __init__(self, mode: int | None, *, switches: bool = True) -> None:
        self.mode = mode
        self.switches = switches

    def GetConsoleMode(self, handle: object, mode: object) -> int:  # noqa: N802
        if self.mode is None:
            return 0
        mode._obj.value = self.mode  # type: ignore[attr-defined]
        return 1

    def SetConsoleMode(self, handle: object, mode: int) -> int:  # noqa: N802
        self.mode = mode if self.switches else self.mode
        return int(self.switches)


class TestWindowsConsole:
    """It heeds escape sequences once it is told to; else it would show them, and so gets none."""

    def test_it_is_switched_on_and_the_rest_of_its_mode_stays(self) -> None:
        kernel = Kernel(0b0011)
        assert switched_on(kernel, 7)
        assert kernel.mode == 0b0111

    @pytest.mark.parametrize(
        ("kernel", "heeds"),
        [(Kernel(0b0111, switches=False), True), (Kernel(0b0011, switches=False), False), (Kernel(None), False)],
        ids=["it is on already", "it is too old", "it is no console"],
    )
    def test_where_it_cannot_be(self, kernel: Kernel, heeds: bool) -> None:
        assert switched_on(kernel, 7) == heeds

    def test_then_there_is_no_colour(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setattr("quizgen.cli.terminal.heeds_sequences", lambda stream: False)
        assert not Terminal.of(Screen()).colour


class TestPrompts:
    """What is asked for stands before the cursor, where that leaves room to type in."""

    @pytest.mark.parametrize("width", range(20, 201, 12))
    @pytest.mark.parametrize("prompt", ["Your answer", "A letter for each number, such as 1B 2A", KANJI])
    def test_no_row_is_wider_than_the_screen_and_twelve_columns_are_free(self, width: int, prompt: str) -> None:
        screen = terminal(width)
        before = _beside(prompt, screen)
        assert isinstance(screen.stream, io.StringIO)
        above = screen.stream.getvalue().splitlines()
        assert before.endswith("> ")
        assert columns(before) + 12 <= max(width, 20)
        assert all(columns(row) <= width for row in above)
        assert "".join("".join((*above, before)).split()) == "".join(f"{prompt}>".split())


class TestOutput:
    def test_a_line(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("one")
        print_json({"é": 1})
        assert capsys.readouterr().out == 'one\n{"é": 1}\n'

    def test_what_a_stream_cannot_show_becomes_a_question_mark(self) -> None:
        stream = io.TextIOWrapper(io.BytesIO(), "ascii")
        write("“Kyiv”", stream)
        assert stream.buffer.getvalue() == b"?Kyiv?\n"  # type: ignore[attr-defined]

    def test_half_a_character_does_not_stop_it(self) -> None:
        stream = io.TextIOWrapper(io.BytesIO(), "utf-8")
        write("a\udcffb", stream)
        assert stream.buffer.getvalue() == b"a?b\n"  # type: ignore[attr-defined]

    @pytest.mark.parametrize(
        ("error", "said"),
        [
            (BrokenPipeError(), "closed before it was complete"),
            (OSError(28, "No space left on device"), "No space left on device"),
        ],
    )
    def test_a_reader_that_has_gone_or_a_full_disk(self, error: OSError, said: str) -> None:
        class Gone(io.StringIO):
            def flush(self) -> None:
                raise error

        with pytest.raises(WriteError, match=said):
            write("one", Gone())
