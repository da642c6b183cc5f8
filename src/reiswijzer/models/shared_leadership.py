"""Leadership at a table as a network of who relies on whom (M13).

Source: measuring shared leadership as the density of a reliance network, [carson2007] [S]; the formula of density
[S-gk]; decentralisation as an alternative, [gockelwerth2010] [S]. Normalised density, this form of centralisation
and the knock-out are [D]: a rekenmodel, no measurement. The research is about teams and correlational; using it
for a table of organisations is [D] too. Do not claim that it works better the more complex the work is: [wang2014]
and [dinnocenzo2016] contradict each other there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LOWEST, HIGHEST = 1, 5
"""Ends of the scale: 1 does not rely on this person at all, 5 relies fully."""

FEWEST_MEMBERS = 2


@dataclass(frozen=True)
class Ratings:
    """How much every member relies on every other member for leadership.

    Parameters
    ----------
    members : tuple of str
        Ids, unique, at least two.
    rows : tuple of tuple of (int or None), shape (n, n)
        `rows[i][j]` is how much member i relies on member j, a whole number 1 to 5; None on the diagonal.

    Raises
    ------
    ValueError
        When the shape, the ids or a rating is wrong.
    """

    members: tuple[str, ...]
    rows: tuple[tuple[int | None, ...], ...]

    def __post_init__(self) -> None:
        n = len(self.members)
        if n < FEWEST_MEMBERS or len(set(self.members)) != n:
            raise ValueError(f"at least two different members are needed, not {list(self.members)}")
        if len(self.rows) != n or any(len(row) != n for row in self.rows):
            raise ValueError(f"{n} members need {n} rows of {n}, not {[len(row) for row in self.rows]}")
        for i, row in enumerate(self.rows):
            for j, rating in enumerate(row):
                where = f"{self.members[i]} about {self.members[j]}"
                if i == j:
                    if rating is not None:
                        raise ValueError(f"nobody rates themselves: {where} is {rating!r}, not None")
                elif not isinstance(rating, int) or not LOWEST <= rating <= HIGHEST:
                    raise ValueError(f"a rating is a whole number {LOWEST} to {HIGHEST}: {where} is {rating!r}")

    @classmethod
    def of(cls, rows: Iterable[Sequence[int | None]], members: Iterable[str] | None = None) -> Ratings:
        """Make ratings from rows; without `members` they are called "1", "2" and so on.

        Raises
        ------
        ValueError
            As for the class.
        """
        table = tuple(tuple(row) for row in rows)
        ids = (str(number) for number in range(1, len(table) + 1)) if members is None else members
        return cls(tuple(ids), table)

    def without(self, member: str) -> Ratings:
        """Return the ratings among those who stay when `member` leaves.

        Raises
        ------
        ValueError
            When `member` is unknown, or fewer than two would stay.
        """
        if member not in self.members:
            raise ValueError(f"unknown member: {member!r}")
        stay = [index for index, other in enumerate(self.members) if other != member]
        rows = tuple(tuple(self.rows[i][j] for j in stay) for i in stay)
        return Ratings(tuple(self.members[index] for index in stay), rows)


@dataclass(frozen=True)
class KnockOut:
    """The table before and after one member leaves; densities 0 to 1.

    `loss` is the share of normalised density that went, 1 at most and negative when it rose; None when there was
    none to lose.
    """

    member: str
    density_before: float
    density_after: float
    normalised_before: float
    normalised_after: float
    loss: float | None


def density(ratings: Ratings) -> float:
    """Return the sum of all ratings over the largest possible sum, n(n - 1)5; 0.2 to 1 (M13) [S-gk]."""
    given = _given(ratings)
    return sum(given) / (len(given) * HIGHEST)


def normalised_density(ratings: Ratings) -> float:
    """Return sum of (rating - 1) over n(n - 1)4: 0 when nobody leads, 1 when all rely fully (M13) [D]."""
    given = _given(ratings)
    return sum(rating - LOWEST for rating in given) / (len(given) * (HIGHEST - LOWEST))


def in_strength(ratings: Ratings) -> dict[str, float]:
    """Return for every member the mean rating that the others give, 1 to 5 (M13) [S-gk]."""
    columns = zip(*ratings.rows, strict=True)
    others = len(ratings.members) - 1
    return {
        member: sum(rating for rating in column if rating is not None) / others
        for member, column in zip(ratings.members, columns, strict=True)
    }


def centralisation(ratings: Ratings) -> float:
    """Return how far one member leads: sum of (largest - in-strength) over (n - 1)4 (M13) [D].

    After Freeman: 0 when all are relied on equally, 1 when everyone relies fully on one and not on the others.
    """
    strengths = in_strength(ratings).values()
    most = max(strengths)
    return sum(most - strength for strength in strengths) / ((len(strengths) - 1) * (HIGHEST - LOWEST))


def knock_out(ratings: Ratings, member: str) -> KnockOut:
    """Compute the table again without one member (M13) [D].

    Raises
    ------
    ValueError
        When `member` is unknown, or fewer than two would stay.
    """
    left = ratings.without(member)
    before, after = normalised_density(ratings), normalised_density(left)
    loss = (before - after) / before if before else None
    return KnockOut(member, density(ratings), density(left), before, after, loss)


ONE_LEADER = Ratings.of(
    (
        (None, 4, 2, 2, 1),
        (5, None, 2, 3, 2),
        (5, 3, None, 2, 1),
        (5, 3, 2, None, 2),
        (5, 2, 2, 2, None),
    )
)
"""Example A of M13: one dominant leader [D]."""

SHARED = Ratings.of(
    (
        (None, 4, 4, 3, 3),
        (4, None, 4, 4, 3),
        (4, 4, None, 3, 4),
        (3, 4, 4, None, 4),
        (4, 3, 4, 4, None),
    )
)
"""Example B of M13: leadership is shared [D]."""


def _given(ratings: Ratings) -> list[int]:
    """List all ratings that were given."""
    return [rating for row in ratings.rows for rating in row if rating is not None]
