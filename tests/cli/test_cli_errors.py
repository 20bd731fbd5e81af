"""How every command ends when something is wrong: the exit codes of the manual, and a sentence."""

from __future__ import annotations

import errno
import io
import os
import runpy
import signal
import sys
from pathlib import Path

import pytest
from conftest import BANK, Command

from quizgen import cli

ON_A_BANK = (("build",), ("quiz",), ("ids",), ("seal",), ("convert",))


@pytest.mark.parametrize("command", ON_A_BANK)
class TestInput:
    def test_a_file_that_is_not_there(self, quizgen: Command, folder: Path, command: tuple[str, ...]) -> None:
        run = quizgen(*command, "none.md")
        assert (run.code, run.out) == (66, "")
        assert run.err == "none.md: there is no such file\n"

    def test_a_folder(self, quizgen: Command, folder: Path, command: tuple[str, ...]) -> None:
        (folder / "questions.md").mkdir()
        run = quizgen(*command, "questions.md")
        assert run.code == 66
        assert run.err == "questions.md: this is a folder; name a file in it\n"

    def test_a_path_through_a_file(self, quizgen: Command, bank: Path, command: tuple[str, ...]) -> None:
        assert quizgen(*command, "bank.md/bank.md").code == 66

    def test_an_empty_file(self, quizgen: Command, folder: Path, command: tuple[str, ...]) -> None:
        (folder / "bank.md").write_text("")
        run = quizgen(*command, "bank.md")
        assert run.code == 65
        assert run.err.startswith("bank.md:1:1: ")

    def test_not_utf8(self, quizgen: Command, folder: Path, command: tuple[str, ...]) -> None:
        (folder / "bank.md").write_bytes(BANK.encode() + b"\n## Wh\xe9n?\n")
        run = quizgen(*command, "bank.md")
        assert run.code == 65
        assert run.err.startswith("bank.md:21:6: this is not UTF-8")

    def test_every_problem_with_its_place(self, quizgen: Command, folder: Path, command: tuple[str, ...]) -> None:
        (folder / "bank.md").write_text(f"{BANK}\n## No answer?\n\n## Twice {{#who}}\n= a\n", "utf-8")
        run = quizgen(*command, "bank.md")
        assert run.code == 65
        places = [line.split(": ")[0] for line in run.err.splitlines()]
        assert places == ["bank.md:21:1", "bank.md:23:1"]

    def test_an_unknown_option(self, quizgen: Command, bank: Path, command: tuple[str, ...]) -> None:
        run = quizgen(*command, "--colour", "bank.md")
        assert (run.code, run.out) == (2, "")
        assert "--colour" in run.err

    def test_help(self, quizgen: Command, command: tuple[str, ...]) -> None:
        run = quizgen(*command, "--help")
        assert run.code == 0
        assert run.out.startswith(f"Usage: quizgen {command[0]} ")
        assert quizgen(*command, "-h").out == run.out


class TestUsage:
    def test_an_unknown_command(self, quizgen: Command) -> None:
        run = quizgen("biuld")
        assert run.code == 2
        assert "biuld" in run.err

    def test_a_bank_is_wanted(self, quizgen: Command, folder: Path) -> None:
        assert quizgen("quiz").code == 2
        assert "name a bank" in quizgen("convert").err

    @pytest.mark.parametrize("command", ["build", "ids", "seal"])
    def test_no_course_here(self, quizgen: Command, folder: Path, command: str) -> None:
        run = quizgen(command)
        assert run.code == 2
        assert "quizgen init" in run.err

    def test_settings_that_are_wrong(self, quizgen: Command, course: Path) -> None:
        (course / "quizgen.toml").write_text('paper = "a3"\n')
        run = quizgen("build")
        assert run.code == 78
        assert "quizgen.toml" in run.err

    def test_a_folder_that_was_deleted_meanwhile(self, quizgen: Command, folder: Path) -> None:
        gone = folder / "gone"
        gone.mkdir()
        os.chdir(gone)
        gone.rmdir()
        run = quizgen("build")
        assert run.code == 66
        assert "the current folder is not there any more" in run.err

    def test_nothing_approved(self, quizgen: Command, folder: Path) -> None:
        (folder / "bank.md").write_text("---\nid: a\ntitle: A\n---\n\n## Who?\n= a\nstatus: draft\n")
        for command in ("build", "quiz"):
            run = quizgen(command, "bank.md")
            assert run.code == 2
            assert run.err == 'bank.md: 0 approved, 1 draft: take out "status: draft" once you have read it\n'
        assert not (folder / "output").exists()


class TestOutput:
    def test_a_file_stands_where_the_output_folder_is_wanted(self, quizgen: Command, bank: Path) -> None:
        (bank.parent / "out").write_text("mine")
        run = quizgen("build", "bank.md", "-o", "out")
        assert run.code == 73
        assert run.err.startswith("out: a file stands where a folder is wanted")
        assert (bank.parent / "out").read_text() == "mine"

    def test_a_folder_stands_where_a_file_is_wanted(self, quizgen: Command, bank: Path) -> None:
        (bank.parent / "bank.json").mkdir()
        run = quizgen("convert", "bank.md", "-o", "bank.json")
        assert run.code == 73
        assert run.err.startswith("bank.json: cannot be written: ")

    @pytest.mark.parametrize(
        "command", [("build", "bank.md"), ("convert", "bank.md", "-o", "bank.json"), ("init", "course")]
    )
    def test_a_full_disk(
        self, quizgen: Command, bank: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
    ) -> None:
        def full(_handle: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fsync", full)
        run = quizgen(*command)
        assert run.code == 73
        assert "cannot be written: the disk is full" in run.err
        assert [path.name for path in bank.parent.rglob("*") if path.is_file()] == ["bank.md"]

    def test_a_bank_that_may_not_be_changed(
        self, quizgen: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / "bank.md").write_text("---\nid: a\ntitle: A\n---\n\n## Who?\n= a\n")

        def denied(*_: object, **__: object) -> None:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))

        monkeypatch.setattr("tempfile.mkstemp", denied)
        run = quizgen("ids", "bank.md")
        assert (run.code, run.err) == (73, "bank.md: cannot be written: permission denied\n")


@pytest.mark.parametrize(
    ("command", "option"),
    [("quiz", "--fail-under"), ("quiz", "--minutes"), ("study", "--minutes"), ("study", "--retention")],
)
def test_a_number_that_is_none(quizgen: Command, bank: Path, command: str, option: str) -> None:
    run = quizgen(command, bank, option, "nan")
    assert run.code == 2
    assert f"Invalid value for '{option}': nan is no number." in run.err


class TestTheLastResort:
    def test_a_fault_of_quizgen_is_a_sentence(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("quizgen.cli.app.app_for", lambda _: lambda **_: 1 / 0)
        with pytest.raises(SystemExit) as done:
            cli.main()
        assert done.value.code == 70
        assert capsys.readouterr().err == (
            "quizgen: a fault in quizgen itself (ZeroDivisionError: division by zero); QUIZGEN_DEBUG=1 shows where\n"
        )

    def test_who_mends_it_may_see_where(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("quizgen.cli.app.app_for", lambda _: lambda **_: 1 / 0)
        monkeypatch.setenv("QUIZGEN_DEBUG", "1")
        with pytest.raises(ZeroDivisionError):
            cli.main()

    def test_ctrl_c_anywhere(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def stopped(**_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("quizgen.cli.app.app_for", lambda _: stopped)
        with pytest.raises(SystemExit) as done:
            cli.main()
        assert done.value.code == 130

    def test_ctrl_c_once_more_while_it_ends(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def stopped(**_: object) -> None:
            raise KeyboardInterrupt

        def pressed_again(code: int) -> int:
            signal.raise_signal(signal.SIGINT)
            return code

        monkeypatch.setattr("quizgen.cli.app.app_for", lambda _: stopped)
        monkeypatch.setattr("quizgen.cli._flushed", pressed_again)
        with pytest.raises(SystemExit) as done:
            cli.main()
        assert done.value.code == 130

    def test_a_disk_that_is_full_under_the_help(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def full(**_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr("quizgen.cli.app.app_for", lambda _: full)
        with pytest.raises(SystemExit) as done:
            cli.main()
        assert done.value.code == 73
        assert "the output cannot be written" in capsys.readouterr().err

    def test_errors_that_nobody_hears(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("quizgen.cli.app.app_for", lambda _: lambda **_: 1 / 0)
        with monkeypatch.context() as closed:
            closed.setattr(sys, "stderr", None)
            with pytest.raises(SystemExit) as done:
                cli.main()
        assert done.value.code == 70
        assert capsys.readouterr().out == ""

    def test_what_is_held_back_and_cannot_be_written(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        class Full(io.StringIO):
            def flush(self) -> None:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

            def fileno(self) -> int:
                return file.fileno()

        monkeypatch.setattr("quizgen.cli.app.app_for", lambda _: lambda **_: None)
        with (tmp_path / "file").open("w") as file, monkeypatch.context() as full:
            full.setattr(sys, "stdout", Full())
            with pytest.raises(SystemExit) as done:
                cli.main()
        assert done.value.code == 73

    def test_as_a_module(self, quizgen: Command, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "argv", ["quizgen", "--version"])
        with pytest.raises(SystemExit) as done:
            runpy.run_module("quizgen", run_name="__main__")
        assert done.value.code == 0

    def test_a_thousand_problems_are_not_all_listed(self, quizgen: Command, folder: Path) -> None:
        questions = "\n".join(f"## Question {number}\n" for number in range(300))
        (folder / "bank.md").write_text(f"---\nid: a\ntitle: A\n---\n\n{questions}")
        lines = quizgen("build", "bank.md").err.splitlines()
        assert len(lines) == 201
        assert lines[-1] == "… and 100 more"
