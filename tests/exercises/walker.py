"""A reader without a plan: finds what can be touched in an exercise, touches it, and reads what is on screen.

It knows `Exercise` and core widgets. A view of our own is driven by its entry in `VIEWS`, by the name of its class:
a function that gets the view and a whole number and makes the move that goes with that number.
"""

import re
from html import unescape

import anywidget
import ipywidgets as widgets

SAID = ("Wij beginnen dinsdag.", "De huurder en de gemeente.", "12", "70", "")
"""What this reader types; nothing that looks like markup, so that what does look like it is a mistake of ours."""

BLOCKS = "p|li|ul|ol|dl|dt|dd|td|th|tr|table|thead|tbody|figure|figcaption|div|blockquote"


def _draw(view, pick):
    years = [str(year) for year in view.years]
    view.drawn = {**view.drawn, years[pick % len(years)]: (pick * 700) % view.highest}


def _rate(view, pick):
    size = len(view.seats)
    seat, other = pick % size, (pick // size) % size
    if pick % 11 == 10 and size < view.most:
        names = [name for name in view.spare if name not in view.seats] or [f"Stoel {size + 1}"]
        view.seats = [*view.seats, names[0]]
    elif seat != other and len(view.ratings) == size:
        rows = [list(row) for row in view.ratings]
        rows[seat][other] = 1 + pick % len(view.scale)
        view.ratings = rows


def _ask(view, pick):
    if view.frames and pick % 3 == 0:
        view.shown = pick % len(view.frames)
    elif view.actions:
        action = view.actions[pick % len(view.actions)]
        nodes = [node["id"] for node in view.nodes]
        view.ask(action["id"], *(nodes[(pick + 3 * place) % len(nodes)] for place in range(action["needs"])))


VIEWS = {"Curve": _draw, "Reliance": _rate, "Network": _ask}


def on_screen(widget):
    """Return every widget that is visible, from top to bottom."""
    if getattr(widget, "layout", None) is not None and widget.layout.display == "none":
        return []
    children = getattr(widget, "children", ())
    if isinstance(widget, widgets.Stack):
        children = children[widget.selected_index : widget.selected_index + 1]
    return [widget, *(below for child in children for below in on_screen(child))]


def words_of_views(widget):
    """Return the words that views below this widget were given: they say them by themselves."""
    given = getattr(widget, "words", {}) if isinstance(widget, anywidget.AnyWidget) else {}
    own = {str(word) for word in given.values()}
    return own.union(*(words_of_views(child) for child in getattr(widget, "children", ())))


def controls(exercise):
    """Return what a reader can touch on the present screen, without the bars around it."""
    screen = exercise._stack.children[exercise._stack.selected_index]
    return [
        widget
        for widget in on_screen(screen)
        if not getattr(widget, "disabled", False)
        and (isinstance(widget, tuple(TOUCHES)) or type(widget).__name__ in VIEWS)
    ]


def _slide(widget, pick):
    places = int((widget.max - widget.min) / widget.step) + 1
    widget.value = widget.min + widget.step * ((pick * 7) % places)


def _choose(widget, pick):
    if widget.options:
        widget.index = pick % len(widget.options)


def _write(widget, pick):
    widget.value = SAID[pick % len(SAID)]


def _tick(widget, _pick):
    widget.value = not widget.value


TOUCHES = {
    widgets.Button: lambda widget, _pick: widget.click(),
    widgets.RadioButtons: _choose,
    widgets.Dropdown: _choose,
    widgets.Select: _choose,
    widgets.ToggleButtons: _choose,
    widgets.Checkbox: _tick,
    widgets.ToggleButton: _tick,
    widgets.Text: _write,
    widgets.Textarea: _write,
    widgets.IntSlider: _slide,
    widgets.FloatSlider: _slide,
    widgets.BoundedIntText: _slide,
}


def touch(widget, pick):
    """Make the move with this number on a control."""
    if type(widget).__name__ in VIEWS:
        VIEWS[type(widget).__name__](widget, pick)
        return
    next(act for kind, act in TOUCHES.items() if isinstance(widget, kind))(widget, pick)


def _words(html):
    """Return HTML as lines of text, one for each paragraph, item or cell; drawings and names of sources left out."""
    html = re.sub(r"<style.*?</style>|<svg.*?</svg>|(?<=<dd>)<a .*?</a>", "", html, flags=re.DOTALL)
    blocks = re.split(rf"</?(?:{BLOCKS})\b[^>]*>", html)
    return [unescape(re.sub(r"<[^>]+>", "", block)).strip() for block in blocks]


def lines(exercise):
    """Return every line that the present screen shows, as (widget, line)."""
    found = []
    for widget in on_screen(exercise):
        if isinstance(widget, widgets.HTML):
            found += [(widget, line) for line in _words(widget.value) if line]
        else:
            shown = [getattr(widget, "description", ""), getattr(widget, "placeholder", "")]
            shown += [str(label) for label in getattr(widget, "_options_labels", ())]
            if isinstance(widget, anywidget.AnyWidget):
                shown += [getattr(widget, name, "") for name in ("caption", "description", "title", "before", "after")]
            found += [(widget, line) for line in shown if line and line != "\u200b"]
    return found


def empties(exercise):
    """Return what is on screen without saying anything: controls without a name, lists and cells without words."""
    found = []
    for widget in on_screen(exercise):
        if isinstance(widget, widgets.Button) and not widget.description.strip():
            found.append(widget)
        if isinstance(widget, widgets.HTML):
            found += re.findall(r"<(p|li|dt|th|figcaption|blockquote)\b[^>]*>\s*</\1>", widget.value)
    return found
