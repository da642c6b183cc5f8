"""The bibliography in Dutch: author and year in the text, one entry form for all kinds, notes never printed.

The `note` fields of `references.bib` say what was seen of a source; they are for makers, not for the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from docutils import nodes
from pybtex.plugin import register_plugin
from pybtex.richtext import Text
from pybtex.style.formatting.plain import Style
from pybtex.style.formatting.unsrt import dashify
from pybtex.style.sorting.author_year_title import SortingStyle
from pybtex.style.template import field as value
from pybtex.style.template import first_of, href, join, optional, sentence, tag
from pybtex.style.template import names as people
from sphinxcontrib.bibtex.plugin import register_plugin as register_reference_style
from sphinxcontrib.bibtex.style.referencing import BracketStyle, PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

STYLE = "reiswijzer"
UNDATED = "z.d."
KINDS = (
    "article",
    "book",
    "incollection",
    "manual",
    "mastersthesis",
    "misc",
    "online",
    "techreport",
)


QUOTES = ((r"``", "“"), (r"''", "”"), (r"`", "‘"), (r"(?<!\\)'", "’"))
"""TeX's quotes and what a reader sees; what stands behind a backslash is an accent."""


class AlphabeticalSorting(SortingStyle):
    """By author or editor, year and title; the braces that keep the name of an organisation whole do not count."""

    def sorting_key(self, entry: Any) -> tuple[str, str, str]:
        """Return what an entry is sorted by."""
        who = re.sub(r"[{}]", "", self.author_editor_key(entry))
        return who, entry.fields.get("year", ""), entry.fields.get("title", "")


class DutchStyle(Style):
    """One entry: authors (year). Title. Where it appeared. Link."""

    default_sorting_style = STYLE
    default_name_style = "lastfirst"

    def _entry(self, entry: Any) -> Any:
        """Return the template of any kind of entry."""
        who = first_of[optional[self._people("author")], optional[self._people("editor")]]
        container = first_of[
            optional[tag("em")[value("journal")]],
            optional["In: ", tag("em")[value("booktitle")]],
            optional[value("institution")],
            optional[value("school")],
            "",
        ]
        title = value("title") if {"journal", "booktitle"} & entry.fields.keys() else tag("em")[value("title")]
        return join(sep=" ")[
            join[who, " (", first_of[optional[value("year")], UNDATED], ")."],
            sentence(capfirst=False)[title],
            optional[
                sentence(capfirst=False)[
                    join[
                        container,
                        optional[" ", value("volume"), optional["(", value("number"), ")"]],
                        optional[", ", value("pages", apply_func=dashify)],
                    ]
                ]
            ]
            if {"journal", "booktitle", "institution", "school"} & entry.fields.keys()
            else "",
            optional[sentence(capfirst=False)[value("publisher")]],
            first_of[
                optional[href(join["https://doi.org/", value("doi", raw=True)])[join["doi:", value("doi", raw=True)]]],
                optional[href(value("url", raw=True))["naar de bron"]],
                "",
            ],
        ]

    @staticmethod
    def _people(role: str) -> Any:
        return people(role, sep=", ", sep2=" en ", last_sep=" en ")


for _kind in KINDS:
    setattr(DutchStyle, f"get_{_kind}_template", DutchStyle._entry)  # noqa: SLF001


def _round() -> BracketStyle:
    return BracketStyle(left="(", right=")", sep="; ")


def _persons() -> PersonStyle:
    return PersonStyle(sep2=" en ", last_sep=" en ", other=Text(" e.a."))


@dataclass
class DutchReferenceStyle(AuthorYearReferenceStyle):
    """Author and year, "en" between two authors and "e.a." after the first of more."""

    bracket_parenthetical: BracketStyle = field(default_factory=_round)
    bracket_textual: BracketStyle = field(default_factory=_round)
    bracket_author: BracketStyle = field(default_factory=_round)
    bracket_label: BracketStyle = field(default_factory=_round)
    bracket_year: BracketStyle = field(default_factory=_round)
    person: PersonStyle = field(default_factory=_persons)


def typographic(text: str) -> str:
    """Return the text of an entry with the quotes of a printed page."""
    for found, shown in QUOTES:
        text = re.sub(found, shown, text)
    return text


def _prepare(app: Sphinx, env: BuildEnvironment, documents: list[str]) -> None:
    """Set the quotes, and give works without a year the Dutch mark before the extension writes its English one."""
    del app, documents
    domain: Any = env.get_domain("cite")
    for entry in domain.bibdata.data.entries.values():
        entry.fields.setdefault("year", UNDATED)
        entry.fields["title"] = typographic(entry.fields["title"])
        for person in (person for role in entry.persons.values() for person in role):
            person.last_names = [typographic(name) for name in person.last_names]
            if person.prelast_names:
                person.prelast_names[0] = person.prelast_names[0].capitalize()


def _visit_entry(self: Any, node: nodes.citation) -> None:
    """Open an entry as a plain block: the writer's own roles are deprecated and need children it does not give."""
    self.body.append(self.starttag(node, "div", "", CLASS="citation"))


def _depart_entry(self: Any, node: nodes.citation) -> None:
    del node
    self.body.append("</div>\n")


def register(app: Sphinx) -> None:
    """Register both styles under the name "reiswijzer", and how an entry looks in a page."""
    app.add_node(nodes.citation, override=True, html=(_visit_entry, _depart_entry))
    register_plugin("pybtex.style.formatting", STYLE, DutchStyle)
    register_reference_style("sphinxcontrib.bibtex.style.referencing", STYLE, DutchReferenceStyle)
    register_plugin("pybtex.style.sorting", STYLE, AlphabeticalSorting)
    app.connect("env-before-read-docs", _prepare)
