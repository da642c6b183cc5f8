"""The first move of every exercise: in the window as it begins, without scrolling, after few words."""

import pytest
from test_exercises import PLACES

pytestmark = [pytest.mark.browser, pytest.mark.chromium("heights and words are the same in every browser")]
MOST_WORDS = 40
# What is moved first: a bet, a number, or the line itself.
MOVES = "input, select, textarea, .rw-curve-plot [role=slider]"
# The lowest edge of the first control, and the words a reader sees between the bar with steps and that control. Of a
# question with options all must be in the window.
FIRST = """(exercise, moves) => {
    exercise.scrollIntoView();
    const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 0;
    const screens = exercise.querySelector(".rw-schermen");
    const first = [...screens.querySelectorAll(moves)].find(shown);
    const group = first.closest(".rw-curve-plot, .rw-opties") ?? first;
    const words = [];
    const all = document.createTreeWalker(screens, NodeFilter.SHOW_TEXT);
    while (all.nextNode()) {
        const { currentNode: text } = all;
        const before = group.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING;
        const { parentElement: at } = text;
        if (before && shown(at) && !at.closest("style, svg")) words.push(...text.data.split(/\\s+/).filter(Boolean));
    }
    return { bottom: group.getBoundingClientRect().bottom, words };
}"""


@pytest.mark.parametrize("ident", [ident for ident in PLACES if ident != "casussen-onderzoeken"])
def test_the_first_move_is_in_the_window_after_few_words(page, address, ident):
    page.goto(address + PLACES[ident])
    exercise = page.locator(".rw-oefening").first
    page.locator(".rw-oefening .rw-schermen input, .rw-oefening .rw-curve-plot").first.wait_for()
    for width, height in ((360, 740), (1280, 900)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))")
        found = exercise.evaluate(FIRST, MOVES)
        assert found["bottom"] <= height
        assert len(found["words"]) <= MOST_WORDS, " ".join(found["words"])
