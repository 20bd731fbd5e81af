"""The command line as a process of its own: streams that are closed, full or gone, and signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen import __version__

HOME = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "quizgen"]
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has neither /dev/full nor file descriptors to close")


def environment(**values: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(HOME), "PYTHONWARNINGS": "error"} | values


def run(*arguments: str, code: int, cwd: Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    options.setdefault("stdin", subprocess.DEVNULL)
    options.setdefault("stdout", subprocess.PIPE)
    done: subprocess.CompletedProcess[bytes] = subprocess.run(  # type: ignore[call-overload]
        [*PROGRAM, *arguments], stderr=subprocess.PIPE, cwd=cwd, env=environment(), timeout=60, check=False, **options
    )
    assert b"Traceback" not in done.stderr
    assert b"a fault in quizgen" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert done.returncode == code, done.stderr.decode()
    return done


@pytest.fixture
def gone() -> Iterator[int]:
    """The writing end of a pipe that nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


def test_as_a_module(tmp_path: Path) -> None:
    assert run("--version", code=0, cwd=tmp_path).stdout.decode().strip() == f"quizgen {__version__}"


def test_without_arguments_it_helps(tmp_path: Path) -> None:
    done = subprocess.run(PROGRAM, cwd=tmp_path, env=environment(), capture_output=True, timeout=60, check=False)
    assert b"Usage: quizgen" in done.stdout + done.stderr


def test_a_new_course_from_first_to_last(tmp_path: Path) -> None:
    run("init", "course", code=0, cwd=tmp_path)
    done = run("build", code=0, cwd=tmp_path / "course")
    assert done.stderr == b""
    done = run("quiz", "questions/tides.md", code=0, cwd=tmp_path / "course", stdin=None, input=b"A\n2\n")
    assert b"You stopped after 2 of 6 questions." in done.stdout


@posix
class TestStreams:
    @pytest.mark.parametrize("command", [("build",), ("quiz",), ("convert",)])
    def test_a_reader_that_has_gone(self, bank: Path, gone: int, command: tuple[str, ...]) -> None:
        done = run(*command, "bank.md", code=73, cwd=bank.parent, stdout=gone)
        assert done.stderr == b"quizgen: the output was closed before it was complete\n"

    def test_help_for_a_reader_that_has_gone(self, tmp_path: Path, gone: int) -> None:
        done = subprocess.run(
            [*PROGRAM, "--help"],
            cwd=tmp_path,
            env=environment(),
            stdout=gone,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
        assert (done.returncode != 0, done.stderr) == (True, b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
    @pytest.mark.parametrize("command", [("build", "bank.md"), ("quiz", "bank.md"), ("--help",)])
    def test_a_full_disk_under_the_output(self, bank: Path, command: tuple[str, ...]) -> None:
        with Path("/dev/full").open("wb") as full:
            done = run(*command, code=73, cwd=bank.parent, stdout=full)
        assert done.stderr == b"quizgen: the output cannot be written: No space left on device\n"

    @pytest.mark.parametrize("command", [("build",), ("quiz",), ("convert",)])
    def test_an_output_that_is_closed(self, bank: Path, command: tuple[str, ...]) -> None:
        done = run(*command, "bank.md", code=73, cwd=bank.parent, stdout=None, preexec_fn=lambda: os.close(1))
        assert done.stderr == b"quizgen: there is no output to write to: it is closed\n"

    def test_an_input_that_is_closed(self, bank: Path) -> None:
        done = run("quiz", "bank.md", code=0, cwd=bank.parent, stdin=None, preexec_fn=lambda: os.close(0))
        assert b"You stopped after 0 of 2 questions." in done.stdout

    @pytest.mark.parametrize("closed", [(2,), (1, 2), (0, 1, 2)])
    def test_errors_that_nobody_hears(self, tmp_path: Path, closed: tuple[int, ...]) -> None:
        def close() -> None:
            for handle in closed:
                os.close(handle)

        run("build", "none.md", code=66, cwd=tmp_path, preexec_fn=close)

    def test_a_name_that_is_not_utf8(self, tmp_path: Path) -> None:
        done = subprocess.run(
            [*map(os.fsencode, PROGRAM), b"build", b"\xff.md"],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 66
        assert b"Traceback" not in done.stderr

    def test_a_screen_without_unicode(self, bank: Path) -> None:
        done = subprocess.run(
            [*PROGRAM, "quiz", "bank.md"],
            cwd=bank.parent,
            env=environment(PYTHONIOENCODING="ascii"),
            input="择\nA\n".encode(),
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")


@posix
def test_an_interrupt_while_it_waits_for_a_pipe(bank: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "quiz", "bank.md"],
        cwd=bank.parent,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"Kishida\n")
        process.stdin.flush()
        while b"One letter" not in process.stdout.readline():
            pass
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Score: 1 of 1 points (100%); 1 of 1 right." in out
    assert err == b""
