"""A term on a page brings its explanation along, from the one glossary."""

from bs4 import BeautifulSoup

import tiny_book

GLOSSARY = (
    "# Begrippen\n\n```{glossary}\nbasislijn\n  De lijn als er *niets* verandert.\n\nconvenant\n  Een afspraak.\n```\n"
)


def test_the_terms_of_a_page_have_their_meaning_in_a_card(tmp_path):
    pages = {
        "index": "# Proef\n\n```{toctree}\nbegrippen\nander\n```\n\n{term}`basislijn` en {term}`de lijn <basislijn>`\n",
        "begrippen": GLOSSARY,
        "ander": "# Ander\n\nGeen begrip.\n",
    }
    html, warnings = tiny_book.build(tmp_path, pages)
    page, other = (BeautifulSoup((html / f"{name}.html").read_text(), "html.parser") for name in ("index", "ander"))
    (card,) = page.select("template.rw-kaartje-inhoud")
    assert [link.get_text() for link in page.select(card["data-voor"])] == ["basislijn", "de lijn"]
    assert card.select_one(".rw-kaartje-kern").decode_contents() == "De lijn als er niets verandert."
    assert any("card.mjs" in script.get("src", "") for script in page.select("script"))
    assert not other.select("template.rw-kaartje-inhoud")
    assert not warnings
