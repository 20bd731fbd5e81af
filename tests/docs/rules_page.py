"""docs/rules.md: every rule of ``quizgen check`` with its examples, in the program's own words.

By hand, from the root of the checkout, after a rule has changed:

    python tests/docs/rules_page.py --write

Without ``--write`` it only says whether the page is up to date.
"""

from __future__ import annotations

import sys

from manual_pages import DOCS

from quizgen.check.rule import Rule
from quizgen.check.rules import RULES

PAGE = DOCS / "rules.md"
_HEAD = """# The rules

What [`quizgen check`](check.md) looks for. Each rule has a level, the reason, its source, and two examples: in the
first it finds something, in the second no rule does. `quizgen check --explain RULE` prints the same. Rules on words,
such as “all of the above”, are for banks in English.

| rule | level | finds |
|---|---|---|
"""
_LEVELS = {"error": "error", "warning": "warning", "off": "off unless asked for"}


def page() -> str:
    """The text of the page as it is now."""
    rows = "".join(f"| [`{rule.id}`](#{rule.id}) | {rule.level} | {_plain(rule.title)} |\n" for rule in RULES.values())
    return _HEAD + rows + "".join(map(_section, RULES.values()))


def _section(rule: Rule) -> str:
    stops = " A build refuses it, too." if rule.stops else ""
    article = f"\nThe reading of both examples:\n\n```text\n{rule.article.rstrip()}\n```\n" if rule.article else ""
    return f"""
## {rule.id}

*{_LEVELS[rule.level]}*: {_plain(rule.title)}.{stops}

{_plain(rule.why)}

Source: {_plain(rule.source)}
{article}
{_example(rule.bad, "It is found in")}
{_example(rule.good, "No rule finds anything in")}"""


def _example(text: str, what: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{what}:\n\n{fence}markdown\n{text.rstrip()}\n{fence}\n"


def _plain(text: str) -> str:
    """A text in which no sign means something to Markdown."""
    return "".join(f"\\{char}" if char in "\\*_[]<>|#`" else char for char in text)


if __name__ == "__main__":
    old = PAGE.read_text("utf-8") if PAGE.is_file() else ""
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(), "utf-8", newline="\n")
        print("written" if old != page() else "up to date")
    else:
        print("up to date" if old == page() else "out of date: run python tests/docs/rules_page.py --write")
        sys.exit(old != page())
