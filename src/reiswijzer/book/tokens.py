"""The colours of the book, for what cannot take them from its style sheet."""

from __future__ import annotations

import re
from pathlib import Path

import reiswijzer

SHEET = Path(reiswijzer.__file__).parent / "exercises" / "tokens.css"


def colour(name: str) -> tuple[str, str]:
    """Return the colour of a design token in the light and in the dark theme, as `#rrggbb`.

    Raises
    ------
    ValueError
        When the sheet has no token of this name with a colour in both.
    """
    light, dark = re.findall(rf"--rw-{name}: (#[0-9a-f]{{6}})", SHEET.read_text(encoding="utf-8"))[:2]
    return light, dark
