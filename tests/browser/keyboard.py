"""How a reader without a mouse comes to a control."""

import pytest

WAY = """([...wanted]) => {
    const here = document.activeElement;
    if (wanted.includes(here)) return "";
    const after = here.compareDocumentPosition(wanted[0]) & Node.DOCUMENT_POSITION_FOLLOWING;
    return after ? "Tab" : "Shift+Tab";
}"""


def tab_to(page, *controls):
    """Press Tab, or Shift and Tab, towards the first of these controls, and stop at any of them."""
    controls[0].wait_for()
    wanted = [control.element_handle() for control in controls]
    for _ in range(150):
        way = page.evaluate(WAY, wanted)
        if not way:
            return
        page.keyboard.press(way)
    pytest.fail(f"Tab never comes to {controls[0]}")
