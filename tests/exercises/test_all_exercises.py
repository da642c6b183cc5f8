"""What holds for every exercise, whatever is on its screens: every text is shown, and no row of moves breaks it."""

import functools
import itertools
import random
import re
from collections import Counter
from dataclasses import replace

import ipywidgets as widgets
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tours import TOURS
from walker import controls, empties, lines, touch, words_of_views

from reiswijzer.content.texts import Texts, texts
from reiswijzer.exercises import MODULES, clock, create, markup
from reiswijzer.exercises.keeping import KINDS
from reiswijzer.journal import document

IDENTS = tuple(MODULES)
STRAIGHT = re.compile(r"(?<!\w)'|'(?!\w)")
ENGLISH = re.compile(
    r"\b(the|and|with|your|you|this|that|click|undo|please|loading|none|true|false|nan|untitled|select|choose|value"
    r"|node|edge|they|which|from|are)\b",
    re.IGNORECASE,
)
SHORT = 45
"""Below this number of characters a line may stand on a screen twice: a label, an answer, a number."""
OFTEN = {"prive", "model", "rekenmodel", "tafel-bewaar"}
"""Ids of lines that may stand on a screen twice: they belong to what is above them."""

UNSAID = {
    "de-ontbrekende-brug": {"fout-nul": "every puzzle asks 40 percent, and three moves bring that to 10 at least"}
}
"""Ids of texts that no state shows, with the reason for which they are there all the same."""


@functools.cache
def made(ident):
    """Return the exercise, made once: making one takes longer than playing it."""
    return create(ident)


def fresh(ident):
    """Return the exercise at its start, without a history."""
    exercise = made(ident)
    exercise.resume(exercise.start)
    return exercise


@pytest.fixture
def hours(monkeypatch):
    """Let an hour and a second pass with every look at the clock."""
    moments = itertools.count(1_775_000_000, 60 * 60 + 1)
    monkeypatch.setattr(clock, "now", lambda: next(moments))


def read(exercise, seen):
    """Take in the present screen; raise when a line is not finished, not Dutch, or there twice."""
    where = f"{exercise.ident}, step {exercise.state.step + 1}"
    shown = lines(exercise)
    assert not empties(exercise), f"{where}: nothing is said by {empties(exercise)}"
    ends = exercise.texts.data.get("outcome", {})  # the reader's end stands beside ours
    often = {exercise.texts.sentences.get(ident, "") for ident in OFTEN} | {*ends.values()}
    for widget, line in shown:
        assert not re.search(r"\{[\w-]*\}", line), f"{where}: a place was not filled in {line!r}"
        assert "**" not in line, f"{where}: markup is shown in {line!r}"
        assert not STRAIGHT.search(line), f"{where}: a straight quotation mark in {line!r}"
        assert not (ENGLISH.search(line)), f"{where}: English in {line!r} of {type(widget).__name__}"
    counted = Counter(
        line for widget, line in shown if isinstance(widget, widgets.HTML) and widget is not exercise.status
    )
    twice = [line for line, times in counted.items() if times > 1 and len(line) > SHORT and line[-1] in ".?"]
    assert not set(twice) - often, f"{where}: said twice: {set(twice) - often}"
    assert exercise.figure_text().strip(), where
    seen.update(line for _, line in shown)


def walk(exercise, pattern, seen, kinds=object):
    """Go through all steps and take in what comes of it.

    On every step the first control gets the first number of the pattern, and so on; the last number is for the rest.
    """
    for step in range(len(exercise.texts.steps)):
        exercise.go(step)
        read(exercise, seen)
        touched, places = set(), itertools.count()
        for _ in range(3):
            fresh = [
                control for control in controls(exercise) if id(control) not in touched and isinstance(control, kinds)
            ]
            for control in fresh:
                touched.add(id(control))
                if control in controls(exercise):
                    touch(control, pattern[min(next(places), len(pattern) - 1)])
                if exercise.state.step != step or isinstance(control, widgets.Button):
                    read(exercise, seen)
                    exercise.go(step)
            if fresh:
                read(exercise, seen)


def wander(exercise, chance, seen):
    """Touch whatever is there, many times, and take in what comes of it."""
    for _ in range(120):
        if chance.random() < 0.15:
            exercise.go(chance.randrange(len(exercise.texts.steps)))
        elif there := controls(exercise):
            touch(chance.choice(there), chance.randrange(60))
        read(exercise, seen)


@pytest.mark.usefixtures("hours")
@pytest.mark.parametrize("ident", IDENTS)
def test_every_text_of_every_branch_is_finished_dutch_and_said_once(ident, monkeypatch):
    said = set()
    ask = Texts.__call__

    def listen(self, key, **values):
        said.add(key)
        return ask(self, key, **values)

    monkeypatch.setattr(Texts, "__call__", listen)
    seen = set()
    exercise = fresh(ident)
    read(exercise, seen)
    walk(exercise, (0,), seen, widgets.Button)
    for pattern in ((0,), (1,), (2,), (3,), (1, 0), (0, 1, 2, 3, 0)):
        exercise.restart()
        walk(exercise, pattern, seen)
    wander(exercise, random.Random(ident), seen)  # noqa: S311 - a walk, no secret
    exercise.restart()
    TOURS[ident](exercise, lambda: read(exercise, seen))
    of, by_views = texts(ident), words_of_views(exercise)
    unsaid = {key for key, text in of.sentences.items() if text not in by_views} - said
    assert unsaid == UNSAID.get(ident, {}).keys()
    everything = " ".join(" ".join(seen).split())
    options = [option for choice in of.choices.values() for option in choice.options]
    asked = [choice.question for choice in of.choices.values()]
    longer = [text for text in strings(of.data) if len(text) > SHORT and text not in by_views]
    unseen = [
        text
        for text in [*asked, *(option.label for option in options), *(option.reply for option in options), *longer]
        if not all(part in everything for part in parts_of(text))
    ]
    assert not unseen


def strings(data):
    """Return every text in the tables of an exercise, lists of words left out."""
    if isinstance(data, str):
        return [data]
    below = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [text for each in below for text in strings(each)]


def parts_of(text):
    """Return a text as it stands on screen, in the parts between what is filled in."""
    whole = " ".join(markup.plain(text).split())
    return [part.strip() for part in re.split(r"\{[\w-]*\}", whole)]


@pytest.mark.parametrize("ident", IDENTS)
def test_no_sentence_stands_twice_in_the_texts(ident):
    of = texts(ident)
    whole = [*of.sentences.values(), *(option.reply for one in of.choices.values() for option in one.options)]
    twice = [text for text, times in Counter(whole).items() if times > 1 and len(text) > SHORT]
    assert not twice


@pytest.mark.parametrize("ident", IDENTS)
@settings(max_examples=12, deadline=None)
@given(moves=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 60)), min_size=1, max_size=14))
def test_no_row_of_moves_breaks_it_or_loses_what_was_typed(ident, moves):
    exercise = fresh(ident)
    typed, earlier = {}, []
    for place, (which, pick) in enumerate(moves):
        there = controls(exercise)
        if which % 4 == 0 or not there:
            exercise.go(pick % len(exercise.texts.steps))
        elif which % 13 == 1:
            restarts = len(exercise._restarts)
            exercise.undo()
            if len(exercise._restarts) < restarts:
                typed = earlier.pop()
        elif which % 13 == 2 and exercise.state != exercise.start:
            exercise.restart()
            earlier.append(typed)
            typed = {}
        else:
            control = there[pick % len(there)]
            write(control, f"woord{place}", typed) if is_area(control) else touch(control, which)
        lost = [word for word in typed.values() if word not in repr(exercise.state)]
        assert not lost, f"{lost} lost by move {place}"
    kept = document.read(document.write(ident, exercise.state, KINDS), ident, type(exercise.start), KINDS)
    assert kept == exercise.state
    shown, before = what_is_read(exercise), exercise.state
    exercise.resume(kept)
    assert what_is_read(exercise) == shown
    exercise.restart()
    assert exercise.state == exercise.start
    if before != exercise.start:
        exercise.undo()
        assert exercise.state == before


def what_is_read(exercise):
    """Return all lines on screen except the one that tells what the last move did."""
    return [line for widget, line in lines(exercise) if widget is not exercise.status]


def is_area(control):
    """Tell whether this holds the reader's own words."""
    return type(control).__name__ == "Textarea"


def write(control, word, typed):
    """Type a word that occurs nowhere else; what stood there is overwritten by the reader and not lost."""
    for slot in [slot for slot, old in typed.items() if old in control.value]:
        del typed[slot]
    control.value = word
    typed[word] = word


def test_what_stood_there_before_a_restart_comes_back_as_it_was():
    exercise = fresh("casussen-onderzoeken")
    exercise.answer("opbrengst", "Een lange zin van vorige week.", undoable=False)
    exercise.go(3)
    exercise.restart()
    exercise.answer("opbrengst", "Een nieuw begin.", undoable=False)
    exercise.undo()
    assert exercise.state.answers["opbrengst"] == "Een lange zin van vorige week."


def test_a_kept_option_or_step_that_is_gone_costs_nothing_else():
    exercise = fresh("wie-leidt-hier")
    question = next(iter(exercise.texts.choices))
    kept = replace(exercise.start, step=40, answers={question: "bestaat-niet-meer", "verrast": "Mijn eigen woorden."})
    exercise.keeping.keeper.stored = document.write("wie-leidt-hier", kept, KINDS)
    assert exercise.state.answers == {"verrast": "Mijn eigen woorden."}
    assert exercise.state.step == len(exercise.texts.steps) - 1
    assert exercise.keeping.keeper.refused == 0
