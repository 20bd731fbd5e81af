"""``quizgen check``: every problem of a bank before a student sees it."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli.chosen import chosen
from quizgen.cli.options import Banks
from quizgen.cli.output import output, print_json, write
from quizgen.cli.progress import Bar

if TYPE_CHECKING:
    from quizgen.check.finding import Finding
    from quizgen.check.report import Style
    from quizgen.check.rule import Rule
    from quizgen.check.scope import Scope
    from quizgen.cli.terminal import Terminal
    from quizgen.course import Course
    from quizgen.publish.checking import Checked
    from quizgen.study.lines import Style as Painted

__all__ = ["check"]

_UNREADABLE = 65
_FAIL_ON = {"error": ("error",), "warning": ("error", "warning"), "never": ()}


def check(
    bank: Banks = None,
    only: Annotated[
        list[str] | None, typer.Option(help="Look with this rule alone; repeat it for several.", show_default=False)
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Look with the rules that are off by default, too.")] = False,
    fail_on: Annotated[
        str, typer.Option(help="From which level on the exit code is 1: error, warning or never.")
    ] = "error",
    article: Annotated[
        Path | None, typer.Option(help="The article, where it does not stand beside the bank.", show_default=False)
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="First mend what is safe: ids, the order of numbers.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Write a list of findings for machines.")] = False,
    github: Annotated[bool, typer.Option("--github", help="Write annotations for GitHub Actions.")] = False,
    explain: Annotated[
        str | None, typer.Option(metavar="RULE", help="Tell what a rule finds, and why.", show_default=False)
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules.")] = False,
    blueprint: Annotated[
        bool, typer.Option("--blueprint", help="Show what is asked: topics, levels, kinds, and parts of the article.")
    ] = False,
    page: Annotated[
        Path | None,
        typer.Option(
            help="Write the blueprint as a page: the article with its questions beside it.", show_default=False
        ),
    ] = None,
) -> None:
    """Find every problem of banks before a student sees it.

    Quotes are looked up in the article, or in the seal where the article cannot go; answers, options and wording are
    held to rules: see --rules and --explain. A finding that is meant is allowed in the bank: "allow: RULE because …".
    """
    if explain is not None or rules:
        _tell(explain)
        return
    from quizgen.publish.checking import check_files

    if github and (json or blueprint or page):
        _refuse_github("--json" if json else "--blueprint" if blueprint else "--page")
    levels = _levels(fail_on)
    course, files = chosen(bank)
    chosen_rules = _rules(only, every=every)
    if fix:
        _fix(files, _names(chosen_rules, usual=not only), quiet=json or github)
    with Bar(quiet=json or github) as bar:
        checked = [*check_files(files, course, [] if blueprint or page else chosen_rules, article, bar)]
    if not (only or blueprint or page):
        checked = _with_clashes(checked)
    findings = [finding for one in checked for finding in one.findings]
    if blueprint or page:
        _show_blueprint(checked, course, page, json=json)
    elif json:
        _write_json(findings)
    elif github:
        _write_annotations(findings)
    else:
        _write_report(checked)
    if any(one.unreadable for one in checked):
        raise typer.Exit(_UNREADABLE)
    if any(finding.severity in levels for finding in findings):
        raise typer.Exit(1)


def _refuse_github(other: str) -> None:
    from quizgen.errors import UsageError

    raise UsageError(f"--github and {other} are two forms of output; ask for one at a time")


def _levels(fail_on: str) -> tuple[str, ...]:
    from quizgen.errors import UsageError

    if fail_on not in _FAIL_ON:
        raise UsageError(f'--fail-on takes error, warning or never; found "{fail_on}"')
    return _FAIL_ON[fail_on]


def _rules(only: list[str] | None, *, every: bool) -> list[Rule]:
    from quizgen.check.rules import RULES, USUAL

    if only:
        return [_rule(name.strip()) for names in only for name in names.split(",")]
    return [*RULES.values()] if every else [*USUAL]


def _rule(name: str) -> Rule:
    from difflib import get_close_matches

    from quizgen.check.rules import RULES
    from quizgen.errors import UsageError

    if name not in RULES:
        near = get_close_matches(name, RULES, 1)
        hint = f'; did you mean "{near[0]}"?' if near else "; quizgen check --rules lists them"
        raise UsageError(f'there is no rule "{name}"{hint}')
    return RULES[name]


def _tell(name: str | None) -> None:
    from quizgen.check.report import explained, format_explained, rule_list
    from quizgen.check.rules import RULES
    from quizgen.cli.terminal import Terminal
    from quizgen.publish.checking import FORMAT

    width = Terminal.of(output()).width
    if name is None:
        lines = rule_list(RULES.values(), width)
    else:
        lines = format_explained(width) if name == FORMAT else explained(_rule(name), width)
    write("\n".join(lines))


def _with_clashes(checked: Sequence[Checked]) -> list[Checked]:
    from quizgen.publish.checking import with_clashes

    return [*with_clashes(checked)]


def _names(rules: Iterable[Rule], *, usual: bool) -> set[str]:
    """What is mended: what these rules ask for, and ids, but where only some rules are wanted."""
    return {rule.id for rule in rules} | ({"no-id"} if usual else set())


def _fix(files: Iterable[Path], rules: Collection[str], *, quiet: bool) -> None:
    from quizgen.publish.fixing import fix_bank

    for path in files:
        for fix in fix_bank(path, rules):
            write(f"{path}:{fix.line}: mended: {fix.message}", sys.stderr if quiet else None)


def _write_json(findings: Iterable[Finding]) -> None:
    """A list, one finding a line, so that it can be read by eye and compared line by line."""
    from json import dumps

    from quizgen.check.report import record

    lines = ",\n".join(dumps(record(finding), ensure_ascii=False) for finding in findings)
    write(f"[\n{lines}\n]" if lines else "[]")


def _write_annotations(findings: Iterable[Finding]) -> None:
    from dataclasses import replace

    from quizgen.check.report import annotation

    for finding in findings:
        write(annotation(replace(finding, file=_in_repository(finding.file))))


def _in_repository(file: str) -> str:
    """A path as GitHub wants it: seen from the top of the repository, in whatever folder of it the check runs."""
    path = Path(file).resolve()
    top = next((folder for folder in path.parents if (folder / ".git").exists()), None)
    return path.relative_to(top).as_posix() if top else file


def _write_report(checked: Sequence[Checked]) -> None:
    from quizgen.check.report import summary, worth_explaining
    from quizgen.cli.terminal import Terminal

    screen = Terminal.of(output())
    for one in checked:
        _write_findings(one, screen)
    findings = [finding for one in checked for finding in one.findings]
    questions = sum(len(one.scope.cases) for one in checked if one.scope)
    write(summary(findings, len(checked), questions, sum(one.unreadable for one in checked)))
    _write_shares([one.scope for one in checked if one.scope])
    rule = worth_explaining(findings)
    if rule:
        write(f"Why, and what to do: quizgen check --explain {rule}")


def _write_findings(one: Checked, screen: Terminal) -> None:
    from quizgen.check.report import rows

    lines = one.text.split("\n")
    width = screen.width if screen.stream.isatty() else 0
    for finding in one.findings:
        own = lines if finding.file == str(one.path) else ()  # what is wrong with an article stands in no bank
        for row in rows(finding, own, width):
            write("".join(screen.painted(text, _style(style, finding)) for text, style in row.parts))
        write("")


def _style(style: Style, finding: Finding) -> Painted:
    if style in ("severity", "caret"):
        return "wrong" if finding.severity == "error" else "close"
    return "quiet" if style == "quiet" else ""


def _show_blueprint(checked: Sequence[Checked], course: Course | None, page: Path | None, *, json: bool) -> None:
    """What the banks ask, in place of what is wrong with them; of a bank that cannot be read, why."""
    from quizgen.check.blueprint.lines import blueprint_lines
    from quizgen.check.blueprint.plan import blueprint_json, blueprint_of
    from quizgen.cli.terminal import Terminal

    screen = Terminal.of(sys.stderr if json and sys.stderr is not None else output())
    for one in checked:
        if one.unreadable:
            _write_findings(one, screen)
    scopes = [one.scope for one in checked if one.scope]
    if page is not None:
        _write_page(scopes, course, page, json=json)
    elif scopes and not json:
        write("\n".join(blueprint_lines(blueprint_of(scopes), screen.width)))
    if json:
        print_json(blueprint_json(blueprint_of(scopes)))


def _write_page(scopes: Sequence[Scope], course: Course | None, page: Path, *, json: bool) -> None:
    from quizgen.check.blueprint.page import blueprint_html
    from quizgen.files import write_text
    from quizgen.templating import Templates

    html = blueprint_html(scopes, course.templates if course else Templates())
    if page == Path("-") and not json:
        write(html.removesuffix("\n"))
        return
    write_text(page, html)
    write(str(page), sys.stderr if json else None)


def _write_shares(scopes: Sequence[Scope]) -> None:
    """How much of each article the quotes cover: what is quoted is copied, too."""
    from quizgen.check.blueprint.coverage import coverages

    for one in coverages(scopes):
        if one.share is not None:
            most = "" if one.exact else "at most "
            write(f"{one.name}: the quotes cover {most}{one.share:.0%} of its words".replace("%", " %"))
