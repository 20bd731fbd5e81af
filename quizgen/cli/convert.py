"""``quizgen convert``: a bank as JSON, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quizgen.cli.output import write

__all__ = ["convert"]


def convert(
    source: Annotated[
        Path | None, typer.Argument(metavar="BANK", help="A bank (.md), or its JSON (.json).", show_default=False)
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", help="Where to write; the ending .json or .md says which form.", show_default=False
        ),
    ] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Write the JSON Schema of the second form.")] = False,
) -> None:
    """Turn a bank into JSON, or its JSON into a bank, with nothing lost."""
    import json

    from quizgen.bank.json_form import json_schema
    from quizgen.errors import UsageError
    from quizgen.publish.convert import converted

    if schema:
        text = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    elif source is None:
        raise UsageError("name a bank to convert: quizgen convert islands.md -o islands.json")
    else:
        text = converted(source, out)
    if out is None:
        write(text.removesuffix("\n"))
        return
    from quizgen.files import write_text

    write_text(out, text)
    write(str(out))
