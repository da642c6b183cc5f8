"""The page of a notebook: what it computed can be read in both themes, also drawings and long tables."""

import pytest
from axe import themes

pytestmark = pytest.mark.browser
# The ratio of WCAG between the colour of a text and the colour behind it, least first. What axe cannot judge is among
# it: text in a drawing, and text before a background with a shadow.
CONTRASTS = """selector => {
    const context = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d');
    const over = (colour, below) => {
        context.fillStyle = below; context.fillRect(0, 0, 1, 1);
        context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
        return `rgb(${[...context.getImageData(0, 0, 1, 1).data].slice(0, 3)})`;
    };
    const behind = element => element
        ? over(getComputedStyle(element).backgroundColor, behind(element.parentElement)) : 'rgb(255,255,255)';
    const light = colour => colour.match(/\\d+/g).map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0.05);
    return [...document.querySelectorAll(selector)].filter(one => one.textContent.trim()).map(one => {
        const style = getComputedStyle(one), ground = behind(one);
        const both = [light(over(one.closest('svg') ? style.fill : style.color, ground)), light(ground)];
        return [Math.max(...both) / Math.min(...both), one.textContent.trim().slice(0, 40)];
    }).sort(([a], [b]) => a - b);
}"""


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("casussen-onderzoeken", ".text_html > svg text, .dataframe :is(td, th), .highlight span, .output pre"),
        ("uw-reisverslag", ".text_html :is(h3, dt, dd, dd > span, p), .dataframe :is(td, th)"),
    ],
)
def test_what_a_notebook_computed_can_be_read_in_both_themes(page, address, path, texts):
    page.goto(f"{address}exercises/{path}.html")
    for scheme in themes(page):
        least, *others = page.evaluate(CONTRASTS, f".cell :is({texts})")
        assert least[0] >= 4.5, (scheme, least)
        assert len(others) > 20


def test_a_table_that_goes_on_beside_the_screen_has_its_edge_in_shadow(page_with, address):
    page = page_with(viewport={"width": 360, "height": 740})
    page.goto(f"{address}exercises/casussen-onderzoeken.html")
    long = page.locator(".text_html:has(table)").first
    assert long.evaluate("one => one.scrollWidth > one.clientWidth")
    assert long.evaluate("one => getComputedStyle(one).backgroundAttachment").count("scroll") >= 2
    rows = long.locator("tbody tr")
    assert set(rows.evaluate_all("all => all.map(row => getComputedStyle(row).backgroundColor)")) == {
        "rgba(0, 0, 0, 0)"
    }
    heights = page.locator(".text_html tr").evaluate_all("all => all.map(row => row.offsetHeight)")
    assert max(heights) < 650
