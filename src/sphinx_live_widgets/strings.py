"""The texts for readers, from ``strings.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path


def strings_for(language: str | None) -> dict[str, str]:
    """Return the texts in a language (``nl``, ``nl_BE`` …), in English where there is no catalogue."""
    catalogue: dict[str, dict[str, str]] = tomllib.loads(
        (Path(__file__).parent / "strings.toml").read_text(encoding="utf-8")
    )
    return catalogue.get((language or "en").replace("-", "_").split("_")[0], catalogue["en"])
