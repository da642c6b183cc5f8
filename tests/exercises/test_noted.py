"""The journal says everything the reader did, in Dutch that can be read, whatever state the exercise was left in."""

import itertools
import json
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_all_exercises import ENGLISH, IDENTS, STRAIGHT, fresh, walk
from walker import SAID, controls, touch

from reiswijzer.content.files import ContentError
from reiswijzer.content.noted import noted as lines_of
from reiswijzer.content.texts import texts
from reiswijzer.exercises import MODULES, clock, create, kept, markup
from reiswijzer.exercises.facts import wat_blijft_hangen as hang_facts
from reiswijzer.exercises.kept import KINDS
from reiswijzer.exercises.noted import compose, noted
from reiswijzer.exercises.wat_blijft_hangen_rules import HangState
from reiswijzer.journal import document
from reiswijzer.journal.journal import Journal, read
from reiswijzer.journal.report import words
from reiswijzer.journal.versions import Note

MOMENT = "2026-05-01T10:00:00.000Z"
EARLIER = "2026-04-01T10:00:00.000Z"
READ, DAY = 1_777_629_600, 24 * 60 * 60
GENERIC = (
    "buig-de-curve",
    "casussen-onderzoeken",
    "een-deur-48-lijnen",
    "wie-leidt-hier",
    "de-ontbrekende-brug",
    "verhaal-of-meting",
)


@pytest.fixture(autouse=True)
def hours(monkeypatch):
    moments = itertools.count(1_775_000_000, 60 * 60 + 1)
    monkeypatch.setattr(clock, "now", lambda: next(moments))


def written(exercise, time=MOMENT):
    kept_ = json.loads(document.write(exercise.ident, exercise.state, KINDS))
    return {**kept_, "time": time}


def readable(entries):
    for entry in entries:
        for text in (entry.prompt, entry.present, entry.outcome):
            own = re.sub("|".join(re.escape(said) for said in SAID if said), "", text)
            assert not re.search(r"\{[\w-]*\}|\*\*|\]\(|\.\.", own), text
            assert not STRAIGHT.search(own), text
            assert not ENGLISH.search(own), text
        assert entry.prompt.strip()
        assert entry.present.strip()
    assert len({entry.id for entry in entries}) == len(entries)


def says_everything(ident, state, entries):
    told = "\n".join(entry.present for entry in entries)
    of, names = texts(ident), {entry.id for entry in entries}
    for question, answer in state.answers.items():
        if question in of.choices and question in lines_of(ident).lines:
            assert f"{ident}/{question}" in names
            assert markup.plain(of.choices[question].option(answer).label) in told
        elif isinstance(answer, str) and answer.strip() and question not in of.choices and answer in SAID:
            assert answer in told, question


@pytest.mark.parametrize("ident", IDENTS)
def test_every_answer_and_every_own_text_is_in_the_journal(ident):
    exercise = fresh(ident)
    seen = set()
    for pattern in ((0,), (1,), (2,), (3,), (1, 0), (0, 1, 2, 3, 0)):
        exercise.restart()
        walk(exercise, pattern, set())
        entries = noted(ident, [written(exercise)])
        readable(entries)
        says_everything(ident, exercise.state, entries)
        seen |= {entry.id.split("/")[1] for entry in entries}
    wander(exercise, random.Random(ident))  # noqa: S311 - a walk, no secret
    entries = noted(ident, [written(exercise)])
    readable(entries)
    says_everything(ident, exercise.state, entries)
    seen |= {entry.id.split("/")[1] for entry in entries}
    unsaid = lines_of(ident).lines.keys() - seen
    assert len(unsaid) <= len(lines_of(ident).lines) / 4, f"a walk that misses {sorted(unsaid)} proves little"


def wander(exercise, chance):
    for _ in range(150):
        if chance.random() < 0.15:
            exercise.go(chance.randrange(len(exercise.texts.steps)))
        elif there := controls(exercise):
            touch(chance.choice(there), chance.randrange(60))


@pytest.mark.parametrize("ident", IDENTS)
def test_at_the_start_there_is_nothing_to_say(ident):
    assert noted(ident, []) == ()
    assert noted(ident, [written(fresh(ident))]) == ()


@pytest.mark.parametrize("ident", IDENTS)
def test_the_state_of_every_exercise_is_known(ident):
    module, name = kept.STATES[ident]
    kind = type(create(ident).start)
    assert kind.__name__ == name
    assert kind.__module__ == f"reiswijzer.exercises.{module}"
    assert kept.STATES.keys() == MODULES.keys()


@pytest.mark.parametrize("ident", IDENTS)
def test_the_words_are_dutch_and_no_line_is_empty(ident):
    of = lines_of(ident)
    for line in of.lines.values():
        for text in (line.prompt, *line.present.values(), *line.outcome.values()):
            assert text.strip()
            assert not ENGLISH.search(re.sub(r"\{\w+\}", "", text)), text
            assert not STRAIGHT.search(text), text


def test_the_first_answer_stands_beside_the_present_one():
    exercise = fresh("casussen-onderzoeken")
    exercise.answer("verrassing", "Zo weinig metingen.")
    exercise.answer("tegenvallers", "tien")
    first = written(exercise, EARLIER)
    exercise.answer("verrassing", "Zo veel tegenvallers.")
    bet, surprise = noted(exercise.ident, [first, written(exercise)])
    assert (bet.present, bet.first, bet.first_time, bet.outcome) == (
        "Bij ongeveer 10",
        "",
        "",
        "Het zijn er 30 van de 42.",
    )
    assert (surprise.present, surprise.first) == ("Zo veel tegenvallers.", "Zo weinig metingen.")
    assert (surprise.time, surprise.first_time) == (MOMENT, EARLIER)


def test_the_scan_stands_by_statement_with_its_first_answer():
    exercise = fresh("startpunt")
    exercise.act(scan={"u ambition 0": 2})
    first = written(exercise, EARLIER)
    exercise.act(scan={"u ambition 0": 5, "rvc ambition 1": 1})
    one, other = noted("startpunt", [first, written(exercise)])
    assert (one.id, one.first, one.present) == ("startpunt/scan/ambition-0", "klopt amper", "klopt helemaal")
    assert one.prompt.startswith("Vraag drie mensen")
    assert other.present == "uw RvC ‘klopt niet’"


def test_the_bet_on_the_own_table_comes_back_with_what_it_became():
    exercise = fresh("wie-leidt-hier")
    rows = ((0, 5, 1), (5, 0, 1), (4, 3, 0))
    exercise.act(seats=("Wethouder", "Zorg", "Bewoners"), rows=rows)
    exercise.answer("weg-gok", "3")
    entries = {entry.id: entry for entry in noted(exercise.ident, [written(exercise)])}
    assert (
        entries["wie-leidt-hier/tafel"].present.splitlines()[2]
        == "Bewoners rekent op Wethouder (sterk) en Zorg (redelijk)"
    )
    assert entries["wie-leidt-hier/weg-gok"].present == "Bewoners"
    assert entries["wie-leidt-hier/weg-gok"].outcome == "Het duurst in deze som: Wethouder."


def estimated(**changes):
    answers = {"vooraf/deur": "30", "vooraf/spreekuur": "20", "na/deur": "60 %", "na/spreekuur": "50", "gok": "helft"}
    state = HangState(started=2, read=READ, again=READ + DAY, **changes)
    return HangState(**{**vars(state), "answers": {**answers, **changes.get("answers", {})}})


def told_of(state):
    kept_ = json.loads(document.write("wat-blijft-hangen", state, KINDS))
    return {entry.id: entry for entry in noted("wat-blijft-hangen", [kept_])}


def test_what_was_estimated_stays_closed_until_it_was_estimated_again():
    told = told_of(estimated())
    everything = repr(told)
    assert "blijft dicht" in told["wat-blijft-hangen/schatting/deur"].present
    assert not {"30", "60", "27 procent"} & set(re.findall(r"\d+(?: procent)?", everything.split("time")[0]))
    assert told["wat-blijft-hangen/gok"].outcome == ""
    later = told_of(estimated(answers={"later/deur": "40", "later/spreekuur": "50"}))
    door = later["wat-blijft-hangen/schatting/deur"]
    assert door.present == "vooraf 30, na het lezen 60, een dag later 40"
    assert door.outcome == "Van wat het lezen (verhaal) veranderde, is 33 procent over."
    assert "27 procent" in later["wat-blijft-hangen/gok"].outcome


def test_a_document_that_cannot_be_read_is_told_and_the_rest_goes_on():
    exercise = fresh("casussen-onderzoeken")
    exercise.answer("opbrengst", "Warmte.")
    good = written(exercise, EARLIER)
    for bad in ({**good, "state": {"steps": 1}}, {**good, "version": 9}, {**good, "state": {"chosen": 7}}):
        told, notice = noted(exercise.ident, [good, bad])
        assert told.present == "Warmte."
        assert notice.present == words()["onleesbaar"]


def test_a_state_that_could_not_be_on_screen_still_gives_what_was_written():
    exercise = fresh("wie-leidt-hier")
    exercise.answer("verrast", "De stilte.")
    kept_ = written(exercise)
    kept_["state"]["seats"], kept_["state"]["rows"] = ["Een", "Twee"], [[0, 9]]
    told = noted(exercise.ident, [kept_])
    assert "De stilte." in [entry.present for entry in told]
    assert told[-1].present == words()["onleesbaar"]


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 200) | st.sampled_from([*SAID, "ja", "a", "corp gem", "leggen a", "1"]),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(["eigen", "zeven", "a"]), below, max_size=2)
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("ident", IDENTS)
@settings(max_examples=60)
@given(data=st.data())
def test_no_state_breaks_the_journal(ident, data):
    """Anything under any question and in any field: what decodes is told, what does not is said to be unread."""
    state = written(fresh(ident))["state"]
    of = lines_of(ident)
    questions = [
        *of.lines,
        *texts(ident).choices,
        "hand-geldzorgen",
        "na/deur",
        "later/deur",
        "punten/maatwerk/returns",
    ]
    state["answers"] = data.draw(st.dictionaries(st.sampled_from(questions), anything, max_size=8))
    for name in data.draw(st.sets(st.sampled_from(sorted(state)), max_size=2)):
        state[name] = data.draw(anything)
    for entry in noted(ident, [{"version": 1, "exercise": ident, "time": MOMENT, "state": state}]):
        assert entry.prompt.strip()
        assert entry.present.strip()
        assert isinstance(entry.present, str)


def test_an_exercise_of_a_later_version_is_named_and_not_shown():
    (entry,) = noted("van-later", [{"version": 1, "exercise": "van-later", "time": MOMENT, "state": {"x": "<b>"}}])
    assert entry.present == words()["onbekende-oefening-bewaard"]


def test_a_question_without_a_line_stops_the_build(monkeypatch):
    of = texts("casussen-onderzoeken")
    monkeypatch.setattr("reiswijzer.content.noted.texts", lambda _ident: of)
    monkeypatch.setattr("reiswijzer.content.noted.toml", lambda _file: {"line": []})
    lines_of.cache_clear()
    with pytest.raises(ContentError, match="tegenvallers: is a question of the exercise, but has no line"):
        lines_of("casussen-onderzoeken")
    lines_of.cache_clear()


# The whole report.


def test_the_report_follows_the_route_and_leaves_out_what_is_empty():
    exercise = fresh("casussen-onderzoeken")
    exercise.answer("opbrengst", "Warmte.")
    fields = {
        "plan-vraag-rvc": (Note(MOMENT, "Wie houdt toezicht?"),),
        "3-tafel-1": (Note(EARLIER, "Niemand."), Note(MOMENT, "De wijkcoach.")),
        "3-als": (Note(MOMENT, "Als iedereen zwijgt, "),),
        "3-dan": (Note(MOMENT, "dan vraag ik iets."),),
        "1-tafel-1": (Note(EARLIER, "Iets"), Note(MOMENT, "  ")),
        "9-later": (Note(MOMENT, "<b>vet</b>"),),
        "2-gelezen": (Note(MOMENT, "ja"),),
    }
    report = compose(Journal(fields, {exercise.ident: (written(exercise),)}))
    assert [part.id for part in report.parts] == ["2-grenzeloos", "3-leiderschap", "kaart", "plan", "overig"]
    assert report.parts[1].title == "Halte 3: Leiderschap: delen als rode draad"
    own, plan = report.parts[1].entries
    assert (own.present, own.first, own.first_time) == ("De wijkcoach.", "Niemand.", EARLIER)
    assert plan.present == "Als iedereen zwijgt, dan vraag ik iets."
    assert report.parts[3].entries[0].kind == "vraag"
    assert report.parts[4].entries[0].present == "<b>vet</b>"


def test_the_exercises_of_the_map_are_told_together_in_their_order():
    cases, praise = fresh("casussen-onderzoeken"), fresh("verhaal-of-meting")
    cases.answer("opbrengst", "Warmte.")
    praise.answer("meting", "Met een wijk ernaast.")
    journal = Journal({}, {praise.ident: (written(praise),), cases.ident: (written(cases),)})
    (part,) = compose(journal).parts
    assert (part.id, [entry.present for entry in part.entries]) == ("kaart", ["Warmte.", "Met een wijk ernaast."])


def test_half_an_if_then_line_is_told_as_half():
    half = Journal({"3-dan": (Note(MOMENT, "vraag ik iets."),)})
    assert compose(half).parts[0].entries[0].present == "Als …, dan vraag ik iets."


@pytest.mark.parametrize("ident", GENERIC)
def test_a_file_with_a_played_exercise_becomes_a_report(ident):
    exercise = fresh(ident)
    walk(exercise, (1,), set())
    file = {"format": "reiswijzer-reisverslag", "version": 1, "made": MOMENT, "fields": {}}
    journal = read(json.dumps({**file, "exercises": {ident: [written(exercise)]}}))
    (part,) = compose(journal).parts
    assert part.entries == noted(ident, journal.exercises[ident])


def test_the_facts_of_the_story_do_not_peek():
    state = estimated()
    shown = list(hang_facts.facts(texts("wat-blijft-hangen"), lines_of("wat-blijft-hangen").words, state))
    assert {fact.present for fact in shown if fact.line == "schatting"} == {"dicht"}
