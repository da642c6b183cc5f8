"""`{gegevens}`: what there is to know about the data of the cases, as tables made from those data.

The fields and how often they are filled, what is checked in every build, who the publishers are, and which addresses
only pass on what somebody else published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from reiswijzer.book.data_files import MADE_FROM
from reiswijzer.book.directive import BookDirective
from reiswijzer.content import case_checks, publishers
from reiswijzer.content.case_fields import CASES, SOURCES, case_rows, fields, filled, source_rows
from reiswijzer.content.cases import cases
from reiswijzer.content.files import ContentError, toml
from reiswijzer.content.publishers import MIRROR, kind_of, mirrors, publisher, source_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sphinx.application import Sphinx

FILE = "kaart/gegevens.toml"


class DataDirective(BookDirective):
    """Place one of the tables: `velden`, `controles`, `uitgevers` or `doorgeefluiken`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table or list with this name."""
        for file in (FILE, case_checks.FILE, *MADE_FROM):
            self.depends_on(file)
        return self.load(self._made)

    def _made(self) -> list[nodes.Node]:
        name = self.arguments[0]
        shown: dict[str, Callable[[dict[str, Any]], list[nodes.Node]]] = {
            "velden": self._fields,
            "controles": self._checks,
            "uitgevers": self._publishers,
            "doorgeefluiken": self._mirrors,
        }
        if name not in shown:
            raise ContentError(FILE, name, f"there is no such table; there are {', '.join(shown)}")
        return shown[name](toml(FILE)[name])

    def _fields(self, say: dict[str, Any]) -> list[nodes.Node]:
        made: list[nodes.Node] = []
        for file, held in ((CASES, case_rows()), (SOURCES, source_rows())):
            counts = filled(held)
            body = []
            for field in fields(file):
                notes = [say["soort"].format(waarde=field.kind)]
                if field.possible:
                    notes.append(say["mogelijk"].format(waarden=" · ".join(field.possible)))
                notes.append(say["gevuld"].format(gevuld=counts[field.name], rijen=len(held)))
                body.append(
                    (
                        [_line(field.label), nodes.paragraph("", "", nodes.literal("", field.name))],
                        [_line(field.meaning), _line(" ".join(notes), "rw-gegevens-noot")],
                    )
                )
            made.append(_table(say[file], say["koppen"], (38, 62), body))
        return made

    def _checks(self, say: dict[str, Any]) -> list[nodes.Node]:
        found = case_checks.checked(cases().values())
        body = [
            (
                [_line(each.check.sentence)],
                [_line(say["nagekeken"].format(aantal=each.count, wat=each.check.what))],
            )
            for each in found
        ]
        faults = sum(len(each.offending) for each in found)
        return [_table(say["titel"], say["koppen"], (62, 38), body), _line(say["fouten"].format(aantal=faults))]

    def _publishers(self, say: dict[str, Any]) -> list[nodes.Node]:
        labels, meaning = publishers.words("soort"), publishers.words("uitleg")
        names: dict[str, list[str]] = {kind: [] for kind in labels}
        for item in cases().values():
            for source in item.sources:
                names[kind_of(source, item)].append(publisher(source.url).name)
        body = [
            (
                [nodes.paragraph("", "", nodes.strong("", label)), _line(meaning[kind], "rw-gegevens-noot")],
                [_line(str(len(set(names[kind]))))],
                [_line(str(len(names[kind])))],
            )
            for kind, label in labels.items()
        ]
        only = publishers.resting_on_partners()
        sentence = say["som"].format(
            met=len(publishers.with_a_partner()),
            alle=len(cases()),
            alleen=len(only),
            namen=_listed([f"{{casus}}`{ident}`" for ident in only]),
        )
        everyone = "\n".join(
            f"{label.capitalize()}\n: {', '.join(sorted(set(names[kind]), key=str.casefold))}\n"
            for kind, label in labels.items()
            if kind != MIRROR
        )
        return [
            _table(say["titel"], say["koppen"], (46, 28, 26), body),
            *self.blocks(sentence),
            self.fold(say["wie"], everyone),
        ]

    def _mirrors(self, say: dict[str, Any]) -> list[nodes.Node]:
        listed = nodes.bullet_list()
        for item in cases().values():
            for source in item.sources:
                if source.url not in mirrors():
                    continue
                line = source_line(item, source)
                about = say["bij_hoofdbron" if line.main else "bij"].format(
                    casus=item.name,
                    onderwerp=line.supports,
                    Herkomst=line.original_note[:1].upper() + line.original_note[1:],
                )
                link = nodes.reference("", line.publisher, refuri=line.url, internal=False)
                listed += nodes.list_item("", nodes.paragraph("", "", link, nodes.Text(f" {about}")))
        return [listed]


def _listed(parts: Sequence[str]) -> str:
    """Return the parts as in a sentence: a, b en c."""
    return " en ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def _line(text: str, *css: str) -> nodes.paragraph:
    return nodes.paragraph("", text, classes=list(css))


def _table(
    title: str, heads: Iterable[str], widths: Sequence[int], body: Iterable[Sequence[Sequence[nodes.Node]]]
) -> nodes.table:
    columns = nodes.tgroup(cols=len(widths))
    columns += [nodes.colspec(colwidth=width) for width in widths]
    columns += nodes.thead("", _row([_line(head)] for head in heads))
    columns += nodes.tbody("", *(_row(row) for row in body))
    return nodes.table("", nodes.title("", title), columns, classes=["rw-gegevens-tabel", "colwidths-given"])


def _row(cells: Iterable[Sequence[nodes.Node]]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", *cell) for cell in cells))


def register(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("gegevens", DataDirective)
