"""One visit of a reader who touches the first widget as soon as it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

_LIMIT = 90_000

#: What is touched unless the caller says otherwise.
CONTROLS = ".live-widget-view :is(.noUi-handle, button:not([disabled]), input[type=radio])"

#: Touch the first control that Python answers; resolve with the milliseconds until Python's next message.
_TOUCH = """(controls) => new Promise((resolve, reject) => {
    const control = document.querySelector(controls);
    if (!control) return reject(new Error('the page has no control to touch'));
    const start = performance.now();
    addEventListener('live-widgets-answer', () => resolve(performance.now() - start), { once: true });
    if (control.matches('.noUi-handle')) {
        control.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
    } else {
        control.click();
    }
})"""
_MARKS = "() => Object.fromEntries(performance.getEntriesByType('mark').map((one) => [one.name, one.startTime]))"


def visit(page: Page, address: str, reading: float = 0.0, controls: str = CONTROLS) -> dict[str, float]:
    """Open a page, read for ``reading`` seconds, touch the first control twice.

    Returns
    -------
    dict
        Milliseconds since navigation: ``painted``, ``awake``, ``answer``; and ``touch`` (from touch to first answer),
        ``trip`` (the same, once awake).
    """
    page.goto(address, wait_until="commit")
    page.wait_for_selector("html[data-live-widgets]", timeout=_LIMIT)
    page.wait_for_timeout(1000 * reading)
    touch: float = page.evaluate(_TOUCH, controls)
    marks: dict[str, Any] = page.evaluate(_MARKS)
    trip: float = page.evaluate(_TOUCH, controls)
    names = {"painted": "live-widgets-painted", "awake": "live-widgets-awake", "answer": "live-widgets-answer"}
    return {**{short: float(marks[name]) for short, name in names.items()}, "touch": touch, "trip": trip}
