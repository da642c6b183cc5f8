"""How a reader without a mouse comes to a control."""

import pytest

# How often to press Tab (below zero: with Shift) to come near: what Tab stops at between here and the first of these.
# A guess is enough: after the presses it is asked again.
HOW_FAR = """([...wanted]) => {
    const here = document.activeElement;
    if (wanted.includes(here)) return 0;
    if (here === document.body) return 1; // Tab goes on from where the focus was, which only the browser knows
    const follows = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
    const ahead = follows(here, wanted[0]);
    const [from, to] = ahead ? [here, wanted[0]] : [wanted[0], here];
    const group = (one) => (one.type === "radio" ? one.name : "");
    const groups = new Set([here, ...wanted].map(group));
    const focusable = "a[href], button, input, select, textarea, summary, [tabindex]";
    const stops = [...document.querySelectorAll(focusable)].filter(
        (one) => one.tabIndex >= 0 && !one.disabled && follows(from, one) && follows(one, to)
            && (!group(one) || !groups.has(group(one)) && groups.add(group(one)))
            && one.checkVisibility({ visibilityProperty: true }));
    return (stops.length + 1) * (ahead ? 1 : -1);
}"""


def tab_to(page, *controls):
    """Press Tab, or Shift and Tab, towards the first of these controls, and stop at any of them."""
    controls[0].wait_for()
    wanted = [control.element_handle() for control in controls]
    for _ in range(40):
        far = page.evaluate(HOW_FAR, wanted)
        if not far:
            return
        for _ in range(abs(far)):
            page.keyboard.press("Tab" if far > 0 else "Shift+Tab")
    pytest.fail(f"Tab never comes to {controls[0]}")
