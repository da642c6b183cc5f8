"""The few building blocks of which all exercises are made, from core ipywidgets."""

from __future__ import annotations

from html import escape
from importlib import resources
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from reiswijzer.exercises import markup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reiswijzer.content.choices import Choice
    from reiswijzer.content.texts import Texts

AUTO = {"width": "auto"}


def style(*names: str) -> widgets.HTML:
    """Return an invisible widget that carries style sheets of this package to JupyterLab; a page brings its own."""
    folder = resources.files("reiswijzer.exercises")
    css = "".join(folder.joinpath(name).read_text(encoding="utf-8") for name in ("tokens.css", *names))
    return widgets.HTML(f"<style>{css}</style>", layout=widgets.Layout(display="none"))


def mark(widget: widgets.DOMWidget, css: str, *, on: bool) -> None:
    """Give or take a CSS class."""
    if on:
        widget.add_class(css)
    else:
        widget.remove_class(css)


def mark_current(buttons: Sequence[widgets.Button], place: int, css: str) -> None:
    """Give the button at `place` this CSS class, and no other; the page tells it to who listens as well."""
    for index, each in enumerate(buttons):
        mark(each, css, on=index == place)
        mark(each, "live-current", on=index == place)


def button(label: str, on_click: Callable[[], None], css: str = "") -> widgets.Button:
    """Return a button as wide as its label that calls `on_click` without arguments."""
    made = widgets.Button(description=label, layout=widgets.Layout(**AUTO))
    made.on_click(lambda _: on_click())
    made.add_class("rw-knop")
    if css:
        made.add_class(css)
    return made


def row(*children: widgets.Widget, css: str = "") -> widgets.HBox:
    """Return a row that wraps on a narrow screen."""
    made = widgets.HBox(list(children), layout=widgets.Layout(flex_flow="row wrap", **AUTO))
    made.add_class("rw-rij")
    if css:
        made.add_class(css)
    return made


def column(*children: widgets.Widget, css: str = "") -> widgets.VBox:
    """Return a column."""
    made = widgets.VBox(list(children), layout=widgets.Layout(**AUTO))
    made.add_class("rw-kolom")
    if css:
        made.add_class(css)
    return made


def show(widget: widgets.DOMWidget, *, on: bool) -> None:
    """Show or hide a widget without taking it out of the tree."""
    widget.layout.display = None if on else "none"


class Prose(widgets.HTML):
    """Content text on screen; `say` replaces it."""

    def __init__(self, texts: Texts, text: str = "", css: str = "rw-tekst") -> None:
        super().__init__()
        self._texts = texts
        self.add_class(css)
        self.say(text)

    def say(self, text: str) -> None:
        """Show this content text (see `markup`)."""
        self.value = markup.html(text, self._texts.reference)


class Status(widgets.HTML):
    """The line that tells a screen reader what a move did; the class asks the page for a polite live region."""

    def __init__(self) -> None:
        super().__init__()
        self.add_class("rw-status")
        self.add_class("live-region")

    def say(self, text: str) -> None:
        """Announce plain text."""
        self.value = escape(text)


def figure(svg: str, text: str) -> str:
    """Return the HTML of a drawing with its text equivalent below it."""
    return f'<figure class="rw-figuur">{svg}<figcaption>{escape(text)}</figcaption></figure>'


class Figure(widgets.HTML):
    """A drawing with its text equivalent below it, kept in step."""

    def __init__(self) -> None:
        super().__init__()
        self.add_class("rw-figuur")

    def draw(self, svg: str, text: str) -> None:
        """Show an SVG and say in words what it shows."""
        self.value = figure(svg, text)


class Question(widgets.VBox):
    """A question with options, none chosen beforehand; `on_choose` gets the option id.

    With `replies` the reply of the chosen option appears below it; a bet keeps its reply for the reveal. `set`
    shows an answer that was given before (None for none) without calling `on_choose`.
    """

    def __init__(self, texts: Texts, choice: Choice, on_choose: Callable[[str], None], *, replies: bool = True) -> None:
        self.choice = choice
        self._on_choose = on_choose
        self._replies = replies
        self._setting = False
        self._prompt = Prose(texts, choice.question, "rw-vraag")
        self._prompt.add_class("live-label")
        self._radio = widgets.RadioButtons(
            options=[(markup.plain(option.label), option.id) for option in choice.options],
            index=None,
            layout=widgets.Layout(**AUTO),
        )
        self._radio.add_class("rw-opties")
        self._reply = Prose(texts, "", "rw-antwoord")
        self._reply.add_class("live-region")
        self._radio.observe(self._chosen, names="index")
        super().__init__([self._prompt, self._radio, self._reply], layout=widgets.Layout(**AUTO))
        self.add_class("rw-keuze")

    def _chosen(self, change: dict[str, Any]) -> None:
        if not self._setting and change["new"] is not None:
            self._on_choose(self.choice.options[change["new"]].id)

    def set(self, answer: str | None) -> None:
        """Show this answer, and its reply when this question replies."""
        idents = [option.id for option in self.choice.options]
        self._setting = True
        try:
            self._radio.index = idents.index(answer) if answer in idents else None
        finally:
            self._setting = False
        self._reply.say(self.choice.option(answer).reply if self._replies and answer in idents else "")

    def lock(self, *, on: bool) -> None:
        """Show the options without letting the reader choose, or let the reader choose again."""
        self._radio.disabled = on
