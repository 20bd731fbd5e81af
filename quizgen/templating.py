"""Templates and stylesheets: one lookup, the same in a checkout, an editable install and a wheel.

A course's own ``templates/`` comes first, then those that quizgen brings; a name is a path such as
``paper/sheet.html``, so that a course can replace one file and keep the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
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

    def files(self, ending: str) -> tuple[tuple[str, Path], ...]:
        """Every template whose name ends so, by its name, from the folder that is first to have it."""
        found: dict[str, Path] = {}
        for folder in (*self.folders, shipped_templates()):
            for path in filter(Path.is_file, sorted(folder.glob(f"**/*{ending}"))):
                found.setdefault(path.relative_to(folder).as_posix(), path)
        return tuple(sorted(found.items()))

    def text(self, name: str) -> str:
        """A template's text as it stands."""
        return read_text(self.path(name))

    def render(self, name: str, **values: Any) -> str:
        """Fill a Jinja2 template; what it prints is escaped unless marked safe.

        ConfigError names the template and the line where it is at fault, as a course's own may be.
        """
        from jinja2 import TemplateError, TemplateSyntaxError

        try:
            return self._environment.get_template(name).render(**values)
        except TemplateSyntaxError as error:
            raise ConfigError(f"{error.filename or name}:{error.lineno}:1: {error.message}") from None
        except (TemplateError, ConfigError) as error:
            place = self._place(error, (*self.folders, shipped_templates())) or self.path(name)
            raise ConfigError(f"{place}: {error}") from None
        except Exception as error:  # a course's own template may do anything
            place = self._place(error, self.folders)
            if not place:
                raise
            raise ConfigError(f"{place}: {type(error).__name__}: {error}") from None

    @staticmethod
    def _place(error: Exception, folders: Iterable[Path]) -> str:
        """The line of the innermost template in ``folders`` that an error comes through, or ""."""
        from traceback import extract_tb

        frames = extract_tb(error.__traceback__)
        names = [str(folder) for folder in folders]
        inside = (frame for frame in reversed(frames) if any(frame.filename.startswith(name) for name in names))
        return next((f"{frame.filename}:{frame.lineno}:1" for frame in inside), "")

    @cached_property
    def _environment(self) -> Environment:
        from jinja2 import FileSystemLoader, StrictUndefined
        from jinja2.sandbox import SandboxedEnvironment  # a course from elsewhere may bring templates, but runs no code

        folders = [str(folder) for folder in (*self.folders, shipped_templates())]
        return SandboxedEnvironment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
