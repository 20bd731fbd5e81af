"""The paper of the country that this machine is set to."""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping

__all__ = ["paper_of_country"]

_LETTER = frozenset(("BZ", "CA", "CL", "CO", "CR", "DO", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"))
"""Where paper is Letter, as the Unicode CLDR has it ("paperSize"); everywhere else it is A4."""

_NAMES = {"United States": "US", "Canada": "CA", "Mexico": "MX", "Philippines": "PH", "Chile": "CL", "Colombia": "CO"}
"""How Windows calls some of them."""


def paper_of_country(environment: Mapping[str, str] = os.environ) -> str:
    """ "letter" or "a4", by LC_ALL, LC_PAPER or LANG, else by the locale that the system has set."""
    named = next(filter(None, map(environment.get, ("LC_ALL", "LC_PAPER", "LANG"))), "")
    return "letter" if _country(named or locale.getlocale()[0] or "") in _LETTER else "a4"


def _country(name: str) -> str:
    """The country of "en_US.UTF-8", "English_United States"."""
    country = name.partition(".")[0].partition("@")[0].replace("-", "_").partition("_")[2]
    return _NAMES.get(country, country)
