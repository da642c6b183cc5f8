"""What axe finds on a page, in both themes."""

from axe_playwright_python.sync_playwright import Axe

RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# Between the themes only colours differ: the second is asked about those alone.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# To write down all that passes takes longer than to find what does not; no rule of these needs the style sheets, which
# axe would fetch once more.
BRIEF = {"resultTypes": ["violations"], "preload": False}


def themes(page, *names):
    """Yield the name of each theme while the page wears it."""
    for scheme in names or ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if page.context.browser.browser_type.name == "firefox":  # it is not told of the colours that are asked for
            page.evaluate("scheme => { document.documentElement.dataset.theme = scheme; }", scheme)
        page.locator(f"html[data-theme={scheme}]").wait_for(state="attached")
        yield scheme


def findings(page, within="", *names):
    """Return what breaks WCAG 2.2 AA: theme, rule and up to three places.

    `within` is a selector, "" for the page; `names` are the themes, both by default.
    """
    found = []
    for scheme in themes(page, *names):
        found += violations(page, within, scheme, RULES if scheme == "light" else COLOURS)
    return found


def violations(page, within, scheme, rules):
    """Return what breaks these rules in the theme that the page wears, and that is called `scheme`."""
    broken = Axe().run(page, context=within or None, options={"runOnly": rules, **BRIEF}).response["violations"]
    return [(scheme, item["id"], [node["html"][:160] for node in item["nodes"]][:3]) for item in broken]
