"""M9: the lines of coordination around one household.

Counting lines is mathematics; the hours per line are ours [D]. The number of lines is an upper bound (nobody keeps
all of them up) that shows why coordination must be designed. The 48 parties are one family, observed in
2006 [kruiter48] [S]: a story, never an average.
"""

from __future__ import annotations

HOURS_PER_LINE = 0.5
"""Hours a month to keep one line up [D]."""
_PAIR = 2


def _whole(name: str, value: int, lowest: int, highest: int | None = None) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be a whole number, not {value!r}")
    if value < lowest:
        raise ValueError(f"{name} must be {lowest} or more, not {value}")
    if highest is not None and value > highest:
        raise ValueError(f"{name} must be {highest} or fewer, not {value}")


def full_mesh(n: int) -> int:
    """Count the lines when all parties keep in touch with all others: n(n-1)/2.

    Parameters
    ----------
    n
        Number of parties, 1 or more.

    Returns
    -------
    int
        Number of lines (mathematics, M9).

    Raises
    ------
    TypeError, ValueError
        When `n` is not a whole number of 1 or more.
    """
    _whole("number of parties", n, 1)
    return n * (n - 1) // 2


def star(n: int) -> int:
    """Count the lines when one of the parties is the director of all others: n - 1.

    Parameters
    ----------
    n
        Number of parties, the director included, 1 or more.

    Returns
    -------
    int
        Number of lines (mathematics, M9).

    Raises
    ------
    TypeError, ValueError
        When `n` is not a whole number of 1 or more.
    """
    _whole("number of parties", n, 1)
    return n - 1


def two_directors(n: int) -> int:
    """Count the lines with two overlapping directors, each in touch with everyone: 2n - 3.

    Parameters
    ----------
    n
        Number of parties, both directors included, 2 or more.

    Returns
    -------
    int
        Number of lines (mathematics, M9).

    Raises
    ------
    TypeError, ValueError
        When `n` is not a whole number of 2 or more.
    """
    _whole("number of parties", n, _PAIR)
    return 2 * n - 3


def hours_per_month(lines: int, hours: float = HOURS_PER_LINE) -> float:
    """Compute the time it takes to keep the lines up.

    Parameters
    ----------
    lines
        Number of lines, 0 or more.
    hours
        Hours per line per month, 0 or more [D].

    Returns
    -------
    float
        Hours a month for all parties together (M9).

    Raises
    ------
    TypeError, ValueError
        When `lines` is not a whole number of 0 or more, or `hours` is negative or not a number.
    """
    _whole("number of lines", lines, 0)
    if not 0 <= hours < float("inf"):
        raise ValueError(f"hours per line must be 0 or more and finite, not {hours!r}")
    return lines * hours


def parts_left(n: int, directors: int, departed: int) -> int:
    """Count the separate parts into which the remaining parties fall when some leave.

    Without directors everyone knows everyone and any `departed` parties leave; with directors each of them
    is in touch with everyone, the others only with the directors, and `departed` directors leave.

    Parameters
    ----------
    n
        Number of parties, directors included, 1 or more.
    directors
        0 (all to all), 1 (star), 2 (overlapping) or more, at most `n`.
    departed
        Number that leaves: 0 to `n` without directors, else 0 to `directors`.

    Returns
    -------
    int
        1 when all who remain still hang together, n - directors when no director is left, 0 when nobody is.

    Raises
    ------
    TypeError, ValueError
        When a number is not whole or falls outside its range.

    Notes
    -----
    Mathematics: a single director is the only articulation point of a star (M17). Model M9.
    """
    _whole("number of parties", n, 1)
    _whole("number of directors", directors, 0, n)
    _whole("number departed", departed, 0, directors or n)
    if departed == n:
        return 0
    return n - directors if departed and departed == directors else 1
