"""Templates and stylesheets: one lookup, the same in a checkout, an editable install and a wheel.

A course's own ``templates/`` comes first, then those that quizgen brings; a name is a path such as
``paper/sheet.html``, so that a course can replace one file and keep the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.errors import ConfigError
from quizgen.files import read_text

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Templates", "shipped_templates"]


def shipped_templates() -> Path:
    """The folder of templates that quizgen brings: inside the package where installed, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


@dataclass(frozen=True)
class Templates:
    """Templates by name, from the first of ``folders`` that has them, then from those that quizgen brings."""

    folders: tuple[Path, ...] = ()

    def path(self, name: str) -> Path:
        """The file of a template; ConfigError where no folder has it."""
        for folder in (*self.folders, shipped_templates()):
            if (folder / name).is_file():
                return folder / name
        raise ConfigError(f"the template {name} is not there; is quizgen installed whole?")

    def text(self, name: str) -> str:
        """A template's text as it stands."""
        return read_text(self.path(name))

    def render(self, name: str, **values: Any) -> str:
        """Fill a Jinja2 template; what it prints is escaped unless marked safe.

        ConfigError names the template and the line where it is at fault (a course's own template may be).
        """
        from jinja2 import TemplateError, TemplateSyntaxError

        try:
            return self._environment.get_template(name).render(**values)
        except TemplateSyntaxError as error:
            raise ConfigError(f"{error.filename or name}:{error.lineno}:1: {error.message}") from None
        except TemplateError as error:
            raise ConfigError(f"{self.path(name)}: {error}") from None

    @cached_property
    def _environment(self) -> Environment:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        folders = [str(folder) for folder in (*self.folders, shipped_templates())]
        return Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
