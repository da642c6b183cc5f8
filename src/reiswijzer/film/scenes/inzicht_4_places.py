"""Where the seven of `inzicht-4` stand in each arrangement, and how visible each is at a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reiswijzer.figures.network import circle
from reiswijzer.film.ease import between, stagger
from reiswijzer.film.parts import Point, mix
from reiswijzer.film.scenes.inzicht_4_play import NODES
from reiswijzer.models.cascade import SEVEN_PUZZLE

if TYPE_CHECKING:
    from reiswijzer.film.stage import Now


class Spot(NamedTuple):
    """Where an organisation stands, how large it is, and where its name stands from there."""

    at: Point
    radius: float
    name: Point


def above(x: float, y: float, radius: float = 54) -> Spot:
    """Return a spot with the name above it."""
    return Spot((x, y), radius, (0, -radius - 18))


def below(x: float, y: float, radius: float = 54) -> Spot:
    """Return a spot with the name below it."""
    return Spot((x, y), radius, (0, radius + 40))


TABLE = {
    "corp": below(640, 514),
    "gem": above(400, 366),
    "pol": below(140, 514),
    "zorg": above(880, 366),
    "ggz": above(1140, 296),
    "welz": below(1140, 514),
    "schuld": above(140, 296),
}
"""As in the drawing of the exercise."""
CLOSE = TABLE | {
    "pol": Spot((420, 365), 140, (0, 188)),
    "gem": Spot((930, 265), 62, (172, 12)),
    "corp": Spot((930, 485), 62, (186, 12)),
}
ALONE = below(640, 380, 130)
_RING = circle(("zorg", "ggz", "welz", "corp", "pol", "schuld", "gem"), 1000, 240, 0)
RING = {
    node: (above if node in ("zorg", "gem", "ggz") else below)(_RING[node][0] + 140, _RING[node][1] + 252, 38)
    for node in NODES
}
"""In a ring no missing line passes behind another organisation."""
FOCUS = (
    ("regel", 0.0, "keten", 0.0, ("pol", "corp", "gem"), 0.0),
    ("kloof", 0.0, "hand", -0.2, ("corp", "zorg", "ggz", "welz"), 0.3),
    ("hand", 3.6, "terug", -0.2, ("corp", "zorg", "ggz", "welz"), 0.3),
    ("terug", 6.6, "terug", 10.6, ("corp", "pol", "gem", "schuld"), 0.3),
)
"""From when until when only these are looked at, and how visible the others stay."""


def spot(now: Now, node: str) -> Spot:
    """Return where `node` stands now: at its place, close by while the rule is told, in the ring at the end."""
    near = now.move("regel", 0, 1.4) * (1 - now.move("keten", -0.9, 0.5))
    last = now.move("vraag", 0, 1.8)
    here = TABLE[node]
    alone = 1 - now.move("begin", 2.6, 4.2) if node in SEVEN_PUZZLE.seeds else 0
    for there, share in ((ALONE, alone), (CLOSE[node], near), (RING[node], last)):
        here = Spot(
            mix(here.at, there.at, share), between(here.radius, there.radius, share), mix(here.name, there.name, share)
        )
    return here


def visible(now: Now, node: str) -> float:
    """Return how visible `node` is: fully, or less when others are looked at."""
    least = arrived(now, node)
    for scene, begin, until, end, looked_at, rest in FOCUS:
        if node not in looked_at:
            away = now.move(scene, begin, begin + 0.7) * (1 - now.move(until, end, end + 0.7))
            least = min(least, between(1, rest, away))
    return least


def arrived(now: Now, node: str) -> float:
    """Return how far `node` has come into the picture: the starters first, the others one after the other."""
    if node in SEVEN_PUZZLE.seeds:
        return now.move("begin", 0, 0.8)
    return stagger((now.since("begin") - 3.2) / 3.2, NODES.index(node) - 1, len(NODES) - 1, 0.5)
