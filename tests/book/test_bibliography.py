"""The list of sources: one alphabet for people and organisations, and quotes as a printed page has them."""

from pybtex.database import parse_string

from reiswijzer.book import bibliography

SOURCES = """
@misc{z, author = {Zebregs, Simon}, title = {Z}}
@misc{a, author = {{Aedes}}, title = {A}}
@book{e, editor = {Agranoff, Robert}, title = {E}}
@misc{m, author = {McGuire, Michael}, title = {M}}
"""


def test_an_organisation_stands_where_its_name_is_looked_up():
    entries = parse_string(SOURCES, "bibtex").entries.values()
    assert [entry.key for entry in bibliography.AlphabeticalSorting().sort(entries)] == ["a", "e", "m", "z"]


def test_quotes_of_tex_become_quotes_of_a_page_and_accents_stay():
    assert bibliography.typographic("`aantal en kosten' van ``zorg'' in 's-Hertogenbosch") == (
        "‘aantal en kosten’ van “zorg” in ’s-Hertogenbosch"
    )
    assert bibliography.typographic(r"Andr{\'e} D'Innocenzo, K{\"u}nzel") == r"Andr{\'e} D’Innocenzo, K{\"u}nzel"
