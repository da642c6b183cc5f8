"""Made-up travellers for the tests."""

import json

from hypothesis import strategies as st

from reiswijzer.journal import share
from reiswijzer.journal.share import Sentence, Share

BIRDS = sorted(share.birds())
ASKED = "ambition 0"
ROLES = ("bestuurder", "commissaris", "anders", None)


def traveller(number, role=None, first=None, later=None, said=(), bets=None):  # noqa: PLR0917 - as the tests read
    """Return traveller `number` with at most one statement answered."""
    return Share(
        f"{BIRDS[number % len(BIRDS)]} {number:04d}",
        role,
        {} if first is None else {ASKED: first},
        {} if later is None else {ASKED: later},
        bets or {},
        tuple(Sentence("3-tafel-1", one) for one in said),
    )


def file(one, **changed):
    """Return the file of a traveller, with changes to its fields."""
    return json.dumps({**json.loads(share.write(one)), **changed}).encode()


scores = st.none() | st.integers(1, 5)
groups = st.lists(st.tuples(st.sampled_from(ROLES), scores, scores), max_size=30).map(
    lambda answers: [traveller(number, *one) for number, one in enumerate(answers)]
)
