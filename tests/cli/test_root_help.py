"""The list of all commands is made without their arguments; it must not differ from what they would give."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from quizgen.cli.app import app, app_for


@pytest.mark.parametrize(
    "arguments",
    [[], ["-h"], ["--help"], ["--help", "quiz"], ["-h", "--bogus"]],
    ids=["nothing", "-h", "--help", "and a command", "and what is no option"],
)
@pytest.mark.parametrize("width", ["40", "80", "200"])
def test_the_list_of_commands_is_that_of_the_whole_program(arguments: list[str], width: str) -> None:
    environment = {"COLUMNS": width, "TERMINAL_WIDTH": width}
    whole, listed = (
        CliRunner().invoke(made, arguments, prog_name="quizgen", env=environment) for made in (app, app_for(arguments))
    )
    assert (listed.output, listed.exit_code) == (whole.output, whole.exit_code)
    assert "Usage: quizgen" in listed.output
