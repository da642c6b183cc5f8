"""The route knows where the reader was, from what the reader kept and from nothing else."""

import pytest
from keyboard import tab_to

pytestmark = pytest.mark.browser


def test_the_route_says_where_the_reader_was_until_it_is_wiped(strict_page, address):
    page, on = strict_page, strict_page.locator(".rw-verdergaan")
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address)
    assert not on.is_visible()
    page.goto(f"{address}book/reis/2-grenzeloos.html")
    assert not page.evaluate("Object.keys(localStorage).some(key => key.startsWith('reiswijzer'))"), (
        "reading keeps nothing"
    )
    written = page.locator("#veld-2-tafel-1")
    tab_to(page, written)
    page.keyboard.type("De wijkmanager belt op maandag.")
    page.keyboard.press("Tab")
    page.locator(".rw-spoor li", has_text="Grenzeloos · begonnen").wait_for()
    page.goto(address)
    assert "halte 2, ‘Denk en handel grenzeloos’" in on.inner_text()
    assert page.locator(".rw-route-halte").nth(1).inner_text().endswith("· begonnen")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    tab_to(page, on.get_by_role("link", name="Verder bij halte 2"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/2-grenzeloos.html")
    page.get_by_label("Deze halte heb ik gelezen").press("Space")
    page.locator(".rw-spoor li", has_text="Grenzeloos · gelezen").wait_for()
    page.goto(address)
    on.get_by_role("link", name="Verder bij halte 3").wait_for()
    # What the button "Wis alles" does is told in test_journal_pages.py.
    page.evaluate("localStorage.clear(); document.dispatchEvent(new CustomEvent('reiswijzer-changed'))")
    on.wait_for(state="hidden")
    assert page.locator(".rw-spoor-stand").count() == 0
