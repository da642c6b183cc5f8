"""The share file: only what was picked leaves the journal, and whatever comes in is a share or is refused."""

import json
import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reiswijzer.content.files import toml
from reiswijzer.content.texts import exercise_ids, texts
from reiswijzer.journal import share
from reiswijzer.journal.codec import Unreadable
from reiswijzer.journal.document import Newer
from reiswijzer.journal.journal import Journal
from reiswijzer.journal.share import Picks, Sentence, Share
from reiswijzer.journal.versions import Note

LABEL = "Grutto 4821"
GOOD = {
    "format": "reiswijzer-deelbestand",
    "version": 1,
    "label": LABEL,
    "role": "bestuurder",
    "scores": {"ambition 0": 4, "process 1": 2},
    "again": {"ambition 0": 5},
    "bets": {"wie-leidt-hier/gok": "a"},
    "sentences": [{"field": "3-tafel-1", "text": "Niemand weet wie er belt."}],
}


TIME = "2026-11-03T09:00:00.000Z"


def scan(*documents):
    """Return a journal with these scans of the starting point, oldest first."""
    return Journal(exercises={"startpunt": tuple({"state": {"scan": one}} for one in documents)})


def changed(**fields):
    return json.dumps({**GOOD, **fields})


BIRDS = sorted(share.birds())
idents = st.from_regex(r"[a-z]{1,9} [0-9]{1,2}", fullmatch=True)
scores = st.dictionaries(idents, st.integers(1, 5), max_size=12)
lines = st.text(min_size=1, max_size=80).map(share.clean).filter(bool)
shares = st.builds(
    Share,
    label=st.builds(lambda bird, digits: f"{bird} {digits:04d}", st.sampled_from(BIRDS), st.integers(0, 9_999)),
    role=st.sampled_from(["bestuurder", "commissaris", "anders", None]),
    scores=scores,
    again=scores,
    bets=st.dictionaries(
        st.from_regex(r"[a-z0-9]{1,9}/[a-z0-9_-]{1,9}", fullmatch=True).filter(
            lambda one: one.split("/")[1][0] in "ab1"
        ),
        st.from_regex(r"[a-z0-9]{1,9}", fullmatch=True),
        max_size=6,
    ),
    sentences=st.lists(st.builds(Sentence, field=st.just("3-tafel-1"), text=lines), max_size=5).map(tuple),
)


@settings(max_examples=30)
@given(shares)
def test_what_is_written_is_read_back_the_same(one):
    assert share.read(share.write(one)) == one
    assert share.read(share.write(one).encode()) == one
    assert share.read("\ufeff" + share.write(one)) == one


def test_a_file_holds_what_the_format_says_and_no_more():
    assert json.loads(share.write(share.read(json.dumps(GOOD)))) == GOOD


# Whatever comes in is a share or is refused.


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", share.NoJson),
        (b"\xff\xfe\x00", share.NoJson),
        (b"PK\x03\x04 a Word document", share.NoJson),
        (changed()[:-40], share.NoJson),
        ('{"format": "reiswijzer-deelbestand", "format": "iets"}', share.NoJson),
        (changed().replace("5", "NaN"), share.NoJson),
        ("[" * 5_000 + "]" * 5_000, share.NoJson),
        (changed().replace('"ambition 0": 4', '"ambition 0": ' + "9" * 5_000), share.NoJson),
        (changed(sentences=[{"field": "a", "text": "x" * 70_000}]), share.TooLarge),
        (b" " * (share.LARGEST + 1), share.TooLarge),
        ('{"format": "reiswijzer-reisverslag", "version": 1}', share.WholeJournal),
        ("[]", share.NoShare),
        ("null", share.NoShare),
        ('"reiswijzer-deelbestand"', share.NoShare),
        ('{"format": "iets-anders"}', share.NoShare),
        ('{"format": ["reiswijzer-deelbestand"]}', share.NoShare),
        (changed(version=2), Newer),
        (changed(version=0), Unreadable),
        (changed(version=True), Unreadable),
        (changed(version="1"), Unreadable),
    ],
)
def test_what_is_no_share_file_is_refused_by_what_it_is(content, error):
    with pytest.raises(Unreadable) as refused:
        share.read(content)
    assert type(refused.value) is error


def test_a_file_that_says_too_little_or_too_much_is_refused():
    for name in GOOD:
        with pytest.raises(Unreadable):
            share.read(json.dumps({key: value for key, value in GOOD.items() if key != name}))
    for extra in ("naam", "__proto__", "constructor", "time"):
        with pytest.raises(Unreadable):
            share.read(changed(**{extra: "Jan"}))


@pytest.mark.parametrize(
    "fields",
    [
        {"label": "Jan de Vries"},
        {"label": "Jan 4821"},
        {"label": "Grutto 48211"},
        {"label": "Grutto ４８２１"},
        {"label": "<b>Grutto</b> 4821"},
        {"label": "Grutto 4821\n"},
        {"label": ["Grutto 4821"]},
        {"label": None},
        {"role": "directeur"},
        {"role": 1},
        {"scores": {"ambition 0": 0}},
        {"scores": {"ambition 0": 6}},
        {"scores": {"ambition 0": 4.0}},
        {"scores": {"ambition 0": True}},
        {"scores": {"ambition 0": "4"}},
        {"scores": {"ambition 0": None}},
        {"scores": {"<script>alert(1)</script>": 4}},
        {"scores": {"=HYPERLINK(1) 1": 4}},
        {"scores": {"ambition 0\n": 4}},
        {"scores": {"__proto__": 4}},
        {"scores": {f"a {n % 100}": 1 for n in range(100)} | {f"b {n}": 1 for n in range(100)} | {"c 1": 1}},
        {"scores": [["ambition 0", 4]]},
        {"again": {"ambition 0": -1}},
        {"bets": {"wie-leidt-hier/gok": "<img src=x>"}},
        {"bets": {"../../etc/passwd": "a"}},
        {"bets": {"wie-leidt-hier": "a"}},
        {"bets": {"wie-leidt-hier/gok": ["a"]}},
        {"sentences": [{"field": "3-tafel-1", "text": "x" * 1_001}]},
        {"sentences": [{"field": "3-tafel-1", "text": "x"}] * 31},
        {"sentences": [{"field": "3-tafel-1", "text": " \u200b\u202e "}]},
        {"sentences": [{"field": "3-tafel-1"}]},
        {"sentences": [{"field": "3-tafel-1", "text": "x", "time": "2026"}]},
        {"sentences": [{"field": "Tafel <1>", "text": "x"}]},
        {"sentences": [{"field": "3-tafel-1", "text": {"html": "x"}}]},
        {"sentences": ["los"]},
        {"sentences": {"field": "3-tafel-1", "text": "x"}},
    ],
)
def test_a_share_file_in_which_something_does_not_fit_is_refused(fields):
    with pytest.raises(Unreadable) as refused:
        share.read(changed(**fields))
    assert type(refused.value) is Unreadable


def test_ids_that_this_version_does_not_know_are_kept():
    assert share.read(changed(scores={"courage 3": 5})).scores == {"courage 3": 5}


def test_text_that_hides_or_turns_around_is_cleaned_and_markup_is_only_text():
    told = "\u202eDit\u2066 staat\x00 \x1b[31mer\u200b\techt.\n\n=1+1 <b>\ud800"
    (sentence,) = share.read(changed(sentences=[{"field": "3-tafel-1", "text": told}])).sentences
    assert sentence.text == "Dit staat [31mer echt. =1+1 <b>"
    sentence.text.encode()


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_leaves_one_line(text):
    once = share.clean(text)
    assert share.clean(once) == once
    assert not {unicodedata.category(one) for one in once if one != "\u200d"} & {"Cc", "Cf", "Cs", "Co"}
    assert once == " ".join(once.split())
    once.encode()


plain_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=20), inner, max_size=4),
    max_leaves=8,
)


def reads_or_refuses(content):
    """Read; nothing but a refusal may come of it, and what is read can be written, shown and sent."""
    try:
        found = share.read(content)
    except Unreadable:
        return
    assert share.read(share.write(found)) == found
    share.write(found).encode()


@given(st.binary(max_size=400) | st.text(max_size=400))
def test_no_bytes_or_text_do_more_than_be_refused(content):
    reads_or_refuses(content)


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from(sorted(GOOD)), plain_json))
def test_no_values_in_its_fields_do_more_than_be_refused(fields):
    reads_or_refuses(changed(**fields))


@given(st.data())
def test_no_damage_does_more_than_be_refused(data):
    content = bytearray(json.dumps(GOOD).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    reads_or_refuses(bytes(content))


# Only what was picked leaves the journal.


def test_the_first_answer_and_the_later_one_are_shared_apart():
    journal = scan({"u ambition 0": 2, "rvc ambition 0": 5}, {"u ambition 0": 4, "u process 1": 3}, {"u ambition 0": 5})
    there = share.offer(journal)
    assert there.scores == {"ambition 0": 2, "process 1": 3}
    assert there.again == {"ambition 0": 5}


def test_only_what_was_picked_is_shared():
    journal = Journal(
        {
            "3-tafel-1": (Note(TIME, "Eerst dit."), Note(TIME, "Niemand belt. Dat\u200b weet ik nu.")),
            "3-als": (Note(TIME, "iedereen zwijgt"),),
            "3-dan": (Note(TIME, "Geheim."),),
        },
        {
            "wie-leidt-hier": ({"state": {"answers": {"gok": "a", "gok-b": "helft", "verrast": "Geheim."}}},),
            **scan({"u ambition 0": 2, "u process 1": 3}).exercises,
        },
    )
    picks = Picks(
        LABEL,
        scores=frozenset({"process 1"}),
        bets=frozenset({"wie-leidt-hier/gok"}),
        sentences=(Sentence("3-tafel-1", "Dat weet ik nu."),),
    )
    made = share.from_journal(journal, picks)
    assert made == Share(
        LABEL, None, {"process 1": 3}, {}, {"wie-leidt-hier/gok": "a"}, (Sentence("3-tafel-1", "Dat weet ik nu."),)
    )
    assert "Geheim" not in share.write(made)
    assert share.from_journal(journal, Picks(LABEL)) == Share(LABEL)


@pytest.mark.parametrize(
    "picks",
    [
        Picks(LABEL, scores=frozenset({"process 1"})),
        Picks(LABEL, again=frozenset({"ambition 0"})),
        Picks(LABEL, bets=frozenset({"wie-leidt-hier/gok"})),
        Picks(LABEL, sentences=(Sentence("3-tafel-1", "Nooit geschreven."),)),
    ],
)
def test_what_is_not_in_the_journal_cannot_be_picked(picks):
    with pytest.raises(ValueError, match="not"):
        share.from_journal(scan({"u ambition 0": 2}), picks)


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from(["scan", "answers", "x"]), plain_json))
def test_a_damaged_document_has_less_on_offer_and_breaks_nothing(state):
    documents = ({"state": state}, {"state": None}, {})
    journal = Journal({"leeg": ()}, {"startpunt": documents, "wie-leidt-hier": documents, "onbekend": documents})
    there = share.offer(journal)
    assert all(1 <= score <= 5 for score in there.scores.values())


def test_every_bet_of_every_exercise_has_an_id_that_a_share_file_can_hold():
    for exercise in exercise_ids():
        for question, choice in texts(exercise).choices.items():
            for option in choice.options:
                share.read(changed(bets={f"{exercise}/{question}": option.id}))


def test_no_other_choice_leaves_the_journal_than_the_bets_that_a_group_lays_side_by_side():
    everything = {
        exercise: ({"state": {"answers": {name: one.options[0].id for name, one in texts(exercise).choices.items()}}},)
        for exercise in exercise_ids()
    }
    offered = share.offer(Journal(exercises=everything)).bets
    assert set(offered) == {bet["id"] for bet in toml("samen/gokken.toml")["gok"]}


def test_an_if_then_line_can_be_picked_as_it_is_read():
    journal = Journal({"3-als": (Note(TIME, "iedereen zwijgt,"),), "3-dan": (Note(TIME, "vraag ik het"),)})
    line = Sentence("3-dan", "Als iedereen zwijgt, dan vraag ik het")
    assert share.from_journal(journal, Picks(LABEL, sentences=(line,))).sentences == (line,)


def test_who_changed_nothing_after_an_earlier_file_can_answer_a_second_time():
    first = {"ambition 0": 2, "process 1": 3}
    journal = scan({"u ambition 0": 2, "u process 1": 3, "u process 0": 5})
    there = share.offer(journal, first)
    assert there.scores == there.again == first
    picks = Picks(LABEL, again=frozenset(first))
    assert share.from_journal(journal, picks, first).again == first


def test_more_than_a_share_file_may_hold_is_refused_before_it_is_saved():
    text = "\n".join(chr(0x4E00 + number) * share.LONGEST_SENTENCE for number in range(share.MOST_SENTENCES))
    journal = Journal({"3-tafel-1": (Note(TIME, text),)})
    sentences = tuple(Sentence("3-tafel-1", line) for line in text.split("\n"))
    with pytest.raises(share.TooLarge):
        share.from_journal(journal, Picks(LABEL, sentences=sentences))


def test_labels_are_birds_and_seldom_the_same():
    chance = random.Random(1)  # noqa: S311 - a label is no secret
    made = [share.label(chance) for _ in range(200)]
    assert len(set(made)) > 190
    assert all(share.read(changed(label=one)).label == one for one in made)


def test_the_role_that_was_picked_goes_along():
    for role in ("bestuurder", None):
        assert share.from_journal(Journal(), Picks(LABEL, role)).role == role


def test_of_three_scans_every_statement_has_its_first_and_its_last_answer():
    journal = scan({"u ambition 0": 1, "u process 1": 1}, {"u ambition 0": 2, "u process 1": 3}, {"u ambition 0": 4})
    there = share.offer(journal)
    assert there.scores == {"ambition 0": 1, "process 1": 1}
    assert there.again == {"ambition 0": 4, "process 1": 3}


def test_a_file_can_be_read_by_who_opens_it():
    text = share.write(Share(LABEL, None, {"ambition 0": 4}, {}, {}, (Sentence("3-tafel-1", "Eén café."),)))
    assert "Eén café." in text
    assert text.count("\n") > 5


def test_what_cannot_be_picked_is_named():
    with pytest.raises(ValueError, match=r"not in the journal: ambition 0, process 1$"):
        share.from_journal(Journal(), Picks(LABEL, scores=frozenset({"process 1", "ambition 0"})))


def test_the_largest_file_that_can_be_read_can_be_made(monkeypatch):
    journal, picks = Journal(), Picks(LABEL)
    size = len(share.write(share.from_journal(journal, picks)).encode())
    monkeypatch.setattr(share, "LARGEST", size)
    assert share.from_journal(journal, picks).label == LABEL
    monkeypatch.setattr(share, "LARGEST", size - 1)
    with pytest.raises(share.TooLarge, match=f"is larger than {size - 1} bytes"):
        share.from_journal(journal, picks)
