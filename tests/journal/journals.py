"""Journals and their parts, made up by hypothesis."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from reiswijzer.journal.journal import Journal, merge
from reiswijzer.journal.times import stamp
from reiswijzer.journal.versions import Note

# Few ids, moments and texts, so that two journals often have something in common.
IDS = ("3-tafel-1", "plan-partners", "wie-leidt-hier", "constructor", "x")
MOMENTS = [stamp(datetime(2026, 5, day, 10, 0, 0, 1000 * day, tzinfo=UTC)) for day in range(1, 6)]
TEXTS = ("", "Wij beginnen dinsdag.", "<script>alert(1)</script>", "=1+1", "“é” \N{GRINNING FACE}\n\n# Kop")

moments = st.sampled_from(MOMENTS)
notes = st.builds(
    Note, moments, st.sampled_from(TEXTS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
)
plain = st.recursive(
    st.none() | st.booleans() | st.integers(2, 9) | st.sampled_from([0.5, -2.25]) | st.sampled_from(TEXTS),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(["a", "__proto__"]), below, max_size=2),
    max_leaves=5,
)


def documents(ident):
    state = st.dictionaries(st.sampled_from(["step", "answers", "__proto__"]), plain, max_size=2)
    return st.builds(
        lambda time, state: {"version": 1, "exercise": ident, "time": time, "state": state}, moments, state
    )


def _several(one):
    return st.lists(one, min_size=1, max_size=4).map(tuple)


@st.composite
def journals(draw):
    fields = draw(st.dictionaries(st.sampled_from(IDS), _several(notes), max_size=3))
    known = draw(st.sets(st.sampled_from(IDS), max_size=2))
    exercises = {ident: draw(_several(documents(ident))) for ident in sorted(known)}
    return merge(Journal(fields, exercises), Journal())  # in order, each version once
