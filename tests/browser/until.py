"""How a test waits for a state of the page that no locator tells."""

from typing import Any

from playwright.sync_api import Page

LOOK = """arg => new Promise((done, failed) => {
    const wanted = %s;
    const late = setTimeout(() => failed(new Error('it did not come')), 30_000);
    const holds = () => (typeof wanted === 'function' ? wanted(arg) : %s);
    const look = () => (holds() ? (clearTimeout(late), done()) : setTimeout(look, 50));
    look();
})"""


def until(page: Page, condition: str, arg: Any = None) -> None:
    """Wait until a condition in JavaScript holds: an expression, or a function of `arg`.

    Playwright's own `wait_for_function` makes code of a text inside the page, which the policy of the book forbids.
    """
    page.evaluate(LOOK % (condition, condition), arg)
