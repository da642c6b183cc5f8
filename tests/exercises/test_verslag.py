"""The live parts of the journal's pages, without a browser: what they say, ask the page to keep, and save."""

import base64
import json
import re
from datetime import UTC, datetime, timedelta
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from screen import shown_text

from reiswijzer.content.journal import fields
from reiswijzer.content.texts import JOURNAL, texts
from reiswijzer.exercises import JOURNAL as VIEWS
from reiswijzer.exercises import MODULES, create, markup
from reiswijzer.exercises.verslag.sharing import REMEMBERED, sentences
from reiswijzer.journal import journal, share
from reiswijzer.journal.journal import EXERCISE, FIELD, KEY, Journal, from_keys
from reiswijzer.journal.times import now, stamp
from reiswijzer.journal.versions import Note

NOW = stamp(now())
IDENTS = [*VIEWS, *(f"verslag-{exercise}" for exercise in MODULES)]
HOSTILE = ["[Klik hier](https://kwaad.nl)", "[a](bron:x)", "**vet** <img src=x onerror=alert(1)>"]
LABEL = "Grutto 4821"
SCAN = {"ambition 0": 2, "process 1": 3}


def ago(days):
    return stamp(datetime.now(UTC) - timedelta(days=days))


def note(*texts_, time=NOW):
    return json.dumps({"version": 1, "notes": [{"time": time, "text": text} for text in texts_]})


def field(ident, *texts_, time=NOW):
    return {f"{KEY}{FIELD}{ident}": note(*texts_, time=time)}


def played(exercise, time=NOW, **state):
    content = {"version": 1, "exercise": exercise, "time": time, "state": {"step": 0, "answers": {}, **state}}
    return {f"{KEY}{EXERCISE}{exercise}": json.dumps(content)}


def scan(**more):
    return played("startpunt", scan={f"u {ident}": score for ident, score in SCAN.items()}, **more)


def on(ident, kept=None):
    """Return a view on a page where this is kept."""
    view = create(ident)
    view.store.ready = True
    view.store.kept = dict(kept or {})
    return view


def asked_of(view):
    """Return what the page was asked to keep, by key."""
    return {key: change["text"] for key, change in view.store.writing.items()}


def page_does(view, trouble=""):
    """Let the page do what was asked, or fail; Python hears of it at once."""
    kept = dict(view.store.kept)
    if not trouble:
        kept |= asked_of(view)
    with view.store.hold_trait_notifications():
        view.store.trouble = trouble
        view.store.kept = {key: text for key, text in kept.items() if "/apart/" not in key}
        view.store.answered = view.store.wrote + view.store.wiped


def chosen(view, content, size=None):
    view.upload.value = (
        {"name": "x.json", "type": "", "size": len(content) if size is None else size, "content": content,
         "last_modified": datetime.now(UTC)},
    )  # fmt: skip


def file(**parts):
    content = {"format": journal.FORMAT, "version": 1, "made": NOW, "fields": {}, "exercises": {}, **parts}
    return json.dumps(content).encode()


def saved(view):
    return base64.b64decode(view.store.file["base64"])


def box(view, words):
    (found,) = [each for each in view.boxes.children if words in getattr(each, "description", "")]
    return found


# Every view.


@pytest.mark.parametrize("ident", IDENTS)
def test_a_view_has_something_to_say_of_nothing_and_of_what_nobody_can_read(ident):
    view = on(ident)
    before = shown_text(view)
    assert len(before) > 20
    odd = {
        f"{KEY}{FIELD}1-tafel-1": "{",
        f"{KEY}{FIELD}x": note("<script>alert(1)</script>", "van later", time="2090-01-01T00:00:00.000Z"),
        f"{KEY}{EXERCISE}startpunt": '{"version":1,"exercise":"startpunt","time":"' + NOW + '","state":{"scan":[7]}}',
        f"{KEY}{EXERCISE}{ident.removeprefix('verslag-')}": "[",
        f"{KEY}onbekend": "x",
        REMEMBERED: '{"label": 7, "scores": {"ambition 0": 99}}',
    }
    view.store.kept = odd
    assert shown_text(view)
    assert view.static_html()
    assert view.describe()


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("ident", IDENTS)
def test_what_a_reader_wrote_is_never_markup(ident, words):
    kept = {
        **field("1-tafel-1", words),
        **field("3-als", words),
        **field("3-dan", words),
        **field("elders", words),
        **played("wie-leidt-hier", answers={"verrast": words, "gok": words}),
        **played("startpunt", answers={"gesprek-vraag": words}),
    }  # fmt: skip
    view = on(ident, kept)
    html = " ".join(_values(view))
    assert 'kwaad.nl"' not in html
    assert "<strong>vet" not in html
    assert "<img" not in html


def _values(widget):
    if isinstance(value := getattr(widget, "value", ""), str):
        yield value
    for child in getattr(widget, "children", ()):
        yield from _values(child)


@pytest.mark.parametrize("words", [*HOSTILE, "- lijst\n\n- tweede"])
def test_own_words_in_a_text_of_the_book_are_shown_as_they_are(words):
    made = markup.html(f"**Hier:** {markup.own(words)}.")
    assert made == f"<p><strong>Hier:</strong> {escape(' '.join(words.split()))}.</p>"
    assert markup.plain(f"*a* {markup.own('*b* [c](https://d)')}") == "a *b* [c](https://d)"


@pytest.mark.parametrize("ident", [f"verslag-{exercise}" for exercise in MODULES] + ["plan-voorstel", "delen"])
def test_nothing_is_said_to_be_empty_before_the_page_has_brought_what_is_kept(ident):
    view = create(ident)
    told = shown_text(view)
    assert markup.plain(view.texts.question) in told
    view.store.ready = True
    assert shown_text(view) != told


# What was done in an exercise.


def test_what_was_done_stands_under_its_exercise():
    view = on("verslag-wie-leidt-hier", played("wie-leidt-hier", answers={"gok": "gelijk"}))
    assert "U gokte:" in shown_text(view)
    assert "nog niet gedaan" in shown_text(on("verslag-buig-de-curve"))


# Taking along.


@pytest.mark.parametrize("ident", HOSTILE)
def test_a_hostile_file_is_named_as_it_is_and_is_no_link(ident):
    view = on("meenemen", field("1-tafel-1", "a"))
    chosen(view, file(fields={ident: [{"time": NOW, "text": "a"}]}))
    seen = shown_text(view.preview)
    assert "beschadigd" in seen
    assert ident[:10] in seen
    assert "<a " not in view.preview.value
    assert "<strong>vet" not in view.preview.value


def test_a_file_that_says_it_is_too_large_is_refused_without_a_look_inside():
    view = on("meenemen")
    chosen(view, file(fields={"1-tafel-1": [{"time": NOW, "text": "a"}]}), size=journal.LARGEST + 1)
    assert "te groot" in shown_text(view.preview)
    assert view.add.layout.display == "none"


def test_what_cannot_be_read_is_said_and_put_apart_before_an_import_writes_there():
    damaged = {f"{KEY}{FIELD}1-tafel-1": '{"version":1,"notes":"stuk', f"{KEY}{FIELD}2-tafel-1": "ook stuk"}
    view = on("meenemen", {**damaged, **field("3-als", "a")})
    assert "buiten beeld blijven: 2" in shown_text(view.notice)
    chosen(view, file(fields={"1-tafel-1": [{"time": NOW, "text": "van elders"}]}))
    view.add.click()
    asked = asked_of(view)
    apart = {key: text for key, text in asked.items() if "/apart/" in key}
    ((key, text),) = apart.items()
    assert re.fullmatch(re.escape(f"{KEY}{FIELD}1-tafel-1/apart/") + r"\d{13}", key)
    assert text == damaged[f"{KEY}{FIELD}1-tafel-1"]
    assert f"{KEY}{FIELD}2-tafel-1" not in asked
    page_does(view)
    assert view.journal.fields["1-tafel-1"][-1].text == "van elders"
    assert "buiten beeld blijven: 1" in shown_text(view.notice)


def test_an_own_clock_that_ran_ahead_hides_nothing():
    view = on("meenemen", field("1-tafel-1", "van later", time="2090-01-01T00:00:00.000Z"))
    assert not view.notice.value
    view.exports["markdown"].click()
    assert "van later" in saved(view).decode()


def test_nothing_is_said_to_be_added_or_wiped_before_the_page_answers():
    view = on("meenemen", field("3-als", "a"))
    chosen(view, file(fields={"1-tafel-1": [{"time": NOW, "text": "van elders"}]}))
    view.add.click()
    assert not view.status.value
    view.store.kept = {**view.store.kept, **field("2-tafel-1", "uit een ander tabblad")}
    assert not view.status.value
    page_does(view)
    assert view.status.value.startswith("Toegevoegd.")
    view.wipe.click()
    view.yes.click()
    assert view.status.value.startswith("Toegevoegd.")
    page_does(view)
    assert view.status.value == "Alles is gewist."


@pytest.mark.parametrize("trouble", ["full", "forbidden"])
def test_what_the_page_could_not_do_is_said(trouble):
    say = texts("meenemen", JOURNAL)
    view = on("meenemen", field("3-als", "a"))
    for _ in range(2):  # the second time nothing changes but the answer
        chosen(view, file(fields={"1-tafel-1": [{"time": NOW, "text": "van elders"}]}))
        view.status.say("")
        view.add.click()
        page_does(view, trouble)
        assert view.status.value == say(trouble)
    view.status.say("")
    view.wipe.click()
    view.yes.click()
    page_does(view, trouble)
    assert view.status.value == say(trouble)


def test_what_is_too_much_together_is_said_and_changes_nothing():
    many = [{"time": NOW, "text": f"{number:03d}"} for number in range(journal.MOST_VERSIONS)]
    view = on("meenemen", {f"{KEY}{FIELD}1-tafel-1": json.dumps({"version": 1, "notes": many})})
    chosen(view, file(fields={"1-tafel-1": [{"time": NOW, "text": "nog een"}]}))
    assert "te veel" in shown_text(view.preview)
    assert view.add.layout.display == "none"
    view._incoming = Journal({"1-tafel-1": (Note(NOW, "nog een"),)})  # as when another tab wrote since the preview
    view.add.click()
    assert "te veel" in view.status.value
    assert not view.store.wrote


def test_wiping_asks_in_words_without_numbers():
    view = on("meenemen", field("3-als", "a"))
    view.wipe.click()
    seen = shown_text(view.question)
    assert "Weet u het zeker?" in seen
    assert not re.search(r"\d", seen)


# The plan.


def test_a_proposal_is_taken_over_and_said_once_the_page_has_kept_it():
    damaged = {f"{KEY}{FIELD}plan-resultaat": "stuk"}
    view = on("plan-voorstel", {**field("1-tafel-1", "Gezinnen met kinderen"), **damaged})
    _, button = view.lines["plan-resultaat"]
    button.click()
    assert not view.status.value
    assert [text for key, text in asked_of(view).items() if "/apart/" in key] == ["stuk"]
    page_does(view, "full")
    assert view.status.value == view.texts("full")
    button.click()
    page_does(view)
    assert view.status.value == view.texts("overgenomen")
    assert view.journal.fields["plan-resultaat"][-1].text == "Gezinnen met kinderen"
    assert shown_text(view.intro) == view.texts("klaar")


def test_who_only_ticked_something_has_nothing_for_the_plan_yet():
    tick = next(one for one in fields().values() if one.kind == "gedaan")
    assert shown_text(on("plan-voorstel", field(tick.id, "ja")).intro) == texts("plan-voorstel", JOURNAL)("niets")


def test_a_plan_that_can_hold_no_more_is_said():
    full = {f"{KEY}{FIELD}x{number}": note("a") for number in range(journal.MOST_IDS)}
    view = on("plan-voorstel", {**full, **field("1-tafel-1", "Gezinnen")})
    view.lines["plan-resultaat"][1].click()
    assert view.status.value == view.texts("te-veel")
    assert not view.store.wrote


# The cards.


def test_cards_are_due_by_the_first_day_here_and_those_to_come_go_into_a_calendar():
    view = on("terugkomkaarten", field("1-tafel-1", "a", time=ago(10)))
    seen = shown_text(view.lines)
    assert "Kaart 2 is aan de beurt." in seen
    assert re.search(r"Kaart 3: vanaf \d+ [a-z]+\.", seen)
    view.button.click()
    content = saved(view)
    assert content.count(b"BEGIN:VEVENT") == 1
    assert b"TRIGGER:PT9H" in content


# Sharing.


def test_the_file_holds_what_was_ticked_and_each_answer_is_shown_in_words():
    kept = {**scan(), **played("wie-leidt-hier", answers={"gok": "a"}), **field("1-tafel-1", "Eerst. Dan dit.")}
    view = on("delen", kept)
    box(view, "Dan dit.").value = True
    box(view, "Mijn antwoorden op de stellingen").value = True
    box(view, "Mijn gokken in de oefeningen (1)").value = True
    choice = texts("wie-leidt-hier").choices["gok"]
    seen = shown_text(view.content)
    assert markup.plain(choice.question) in seen
    assert markup.plain(choice.option("a").label).rstrip(".") in seen
    start = texts("startpunt").data
    assert start["stellingen"]["ambition"][0] in seen
    assert f"Uw antwoord: {start['schaal'][1]}." in seen
    assert view.content.value.count("<details>") == 3
    view.save.click()
    made = share.read(saved(view))
    assert made.scores == SCAN
    assert made.bets == {"wie-leidt-hier/gok": "a"}
    assert [one.text for one in made.sentences] == ["Dan dit."]


def test_an_if_then_line_can_be_shared():
    view = on("delen", {**field("3-als", "iedereen zwijgt"), **field("3-dan", "vraag ik het")})
    box(view, "Als iedereen zwijgt, dan vraag ik het").value = True
    assert "de zin: Als iedereen zwijgt, dan vraag ik het" in shown_text(view.content)


def test_who_changed_nothing_can_say_so_after_an_earlier_file():
    remembered = {REMEMBERED: json.dumps({"label": LABEL, "scores": SCAN})}
    again = "Ik heb de stellingen opnieuw beantwoord, ook als er niets veranderde"
    assert again not in shown_text(on("delen", scan()))
    view = on("delen", {**scan(), **remembered})
    box(view, f"{again} (2)").value = True
    view.save.click()
    assert share.read(saved(view)).again == SCAN


def test_saving_says_what_could_not_be_remembered():
    view = on("delen", field("1-tafel-1", "Een zin."))
    view.save.click()
    assert not view.status.value
    page_does(view, "full")
    assert view.status.value.startswith("Gemaakt: deelbestand-")
    assert view.texts("full") in view.status.value
    view.save.click()
    page_does(view)
    assert view.texts("full") not in view.status.value


def test_more_than_fits_cannot_be_saved():
    view = on("delen", field("1-tafel-1", "\n".join(f"Zin {number}." for number in range(share.MOST_SENTENCES + 1))))
    for each in view._sentences.values():
        each.value = True
    assert view.save.disabled
    assert "Kies er minder" in shown_text(view.content)
    next(iter(view._sentences.values())).value = False
    assert not view.save.disabled


def test_a_sentence_that_stands_twice_has_one_box():
    view = on("delen", field("1-tafel-1", "Wij bellen. Zij niet. Wij bellen."))
    box(view, "Wij bellen.").value = True
    assert shown_text(view.content).count("de zin: Wij bellen.") == 1


SHORT = texts("delen", JOURNAL).data["afkortingen"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("dhr. J. de Vries en o.a. de wijkagent", ["dhr. J. de Vries en o.a. de wijkagent"]),
        ("Wij bellen. Zij niet! Waarom?", ["Wij bellen.", "Zij niet!", "Waarom?"]),
        ("Vraag (bijv. aan Dr. Bakker). Nu niet.", ["Vraag (bijv. aan Dr. Bakker).", "Nu niet."]),
        ("o.a.\nNieuwe regel", ["o.a.", "Nieuwe regel"]),
        ("  \n ", []),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_it_ends(text, cut):
    assert sentences(text, SHORT) == cut


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(". \n\u0301\u200bA"), max_size=60))
def test_every_sentence_on_offer_can_be_picked(text):
    there, _ = from_keys(field("1-tafel-1", text))
    found = [share.Sentence(one.id, each) for one in share.offer(there).written for each in sentences(one.present)]
    picks = share.Picks(LABEL, sentences=tuple(found[: share.MOST_SENTENCES]))
    assert share.from_journal(there, picks).sentences == picks.sentences
