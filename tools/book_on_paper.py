"""The pages of the built book as one document for paper, in the order of `_toc.yml`, so that links work inside it."""

import posixpath
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

import yaml
from bs4 import BeautifulSoup
from bs4.element import Tag

from reiswijzer.book.case_map import PAGES as CASES
from reiswijzer.content.about import about
from reiswijzer.content.route import picture, route
from reiswijzer.figures.route_picture import route_picture

ROOT = Path(__file__).resolve().parent.parent
HTML = ROOT / "_build" / "html"
STYLE = "_static/papier-boek.css"
#: Parts that live in a session or in a notebook: the pages of a trainer have their own prints.
PARTS_LEFT_OUT = ("Voor begeleiders", "Oefenlokaal")
#: Pages that show what the reader did on the device; on paper one writes in the chapters.
PAGES_LEFT_OUT = tuple(
    f"book/thuiskomst/{name}" for name in ("terug-bij-het-startpunt", "uw-reisverslag", "delen", "naast-elkaar")
)
#: What a page has for a screen only.
SCREEN_ONLY = (
    "script, noscript, template, button, select, .headerlink, .rw-acties, .rw-verslagkader, "
    ".rw-vlog-herkomst a[download], input:not([type=checkbox]), .rw-casus-op-kaart"
)
#: Attributes that hold the name of something in the page.
NAMES = ("id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "headers")
DRAWN_FROM = re.compile(r"url\(#")


@dataclass(frozen=True)
class Part:
    """A part of the book: its name and its pages; those of an `appendix` follow each other without a break."""

    name: str
    pages: tuple[str, ...]
    appendix: bool = False


def parts() -> list[Part]:
    """Return what is printed, in the order of `_toc.yml`, with the cases behind all else."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    found = [Part("", (toc["root"],))]
    for part in toc["parts"]:
        pages = [chapter["file"] for chapter in part["chapters"] if chapter["file"] not in PAGES_LEFT_OUT]
        if part["caption"] not in PARTS_LEFT_OUT:
            found.append(Part(part["caption"], tuple(pages)))
    cases = sorted(path.relative_to(HTML).with_suffix("").as_posix() for path in (HTML / CASES).glob("*.html"))
    return [*found, Part(about().paper["cases"], tuple(cases), appendix=True)]


def _anchor(page: str, ident: str = "") -> str:
    return f"{page.replace('/', '-')}.{ident}" if ident else page.replace("/", "-")


def _as_read(soup: BeautifulSoup, found: Tag) -> None:
    """Leave out what does something, open what is folded, and show a film by its picture."""
    for tag in found.select(SCREEN_ONLY):
        tag.decompose()
    for film in found.select("video"):
        still = soup.new_tag("img", src=film["poster"], alt=film.get("aria-label", ""), **{"class": "rw-vlog-beeld"})
        film.replace_with(still)
    for fold in found.select("details"):
        fold["open"] = ""


def _rename(tag: Tag, page: str) -> None:
    """Let names and addresses in a tag hold beside those of all other pages."""
    del tag["title"]
    for name, value in tag.attrs.items():
        if name == "src":
            tag[name] = posixpath.normpath(posixpath.join(posixpath.dirname(page), str(value)))
        elif name in NAMES:
            tag[name] = " ".join(_anchor(page, one) for one in str(value).split())
        elif isinstance(value, str):
            tag[name] = DRAWN_FROM.sub(f"url(#{_anchor(page)}.", value)


def _link(anchor: Tag, page: str, printed: set[str]) -> None:
    """Let a link lead to its place in the PDF; one to a page that is not in it becomes text."""
    address = str(anchor["href"])
    if re.match(r"[a-z]+:", address):
        return
    path, _, ident = address.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else f"{page}.html"
    target = target.removesuffix(".html")
    if target in printed and not anchor.has_attr("download"):
        anchor["href"] = f"#{_anchor(target, ident)}"
    else:
        anchor.unwrap()


def article(page: str, printed: set[str]) -> Tag:
    """Return the article of a page for paper; links lead to their place among the `printed` pages.

    Raises
    ------
    ValueError
        When the page has no article.
    """
    soup = BeautifulSoup((HTML / f"{page}.html").read_text(encoding="utf-8"), "html.parser")
    found = soup.select_one("article.bd-article")
    if found is None:
        raise ValueError(f"{page}: a page without an article")
    _as_read(soup, found)
    for tag in found.find_all(True):
        _rename(tag, page)
    for anchor in found.select("a[href]"):
        _link(anchor, page, printed)
    number = next((stop.number for stop in route() if stop.doc == page), 1)
    found["class"] = f"bd-article rw-halte-{number}"
    found["id"] = _anchor(page)
    return found


def _title(found: Tag) -> str:
    heading = found.find("h1")
    return heading.get_text().strip() if heading else ""


def _chapters(part: Part, printed: set[str]) -> tuple[list[tuple[str, str]], str]:
    """Return place and title of every chapter in a part, and their HTML, each on pages named after it."""
    titles, bodies = [], []
    for page in part.pages:
        found = article(page, printed)
        titles.append((_anchor(page), _title(found)))
        found["style"] = f"page: {_anchor(page)}"
        bodies.append(str(found))
    return titles, "".join(bodies)


def _appendix(part: Part, printed: set[str]) -> tuple[list[tuple[str, str]], str]:
    """Return the same for an appendix: one chapter, in which each page is a section without what all repeat."""
    ident = _anchor(CASES)
    bodies = [f'<div class="bd-article"><h1 id="{ident}">{part.name}</h1><p>{about().paper["cases_intro"]}</p></div>']
    for found in sorted((article(page, printed) for page in part.pages), key=lambda found: _title(found).casefold()):
        for fold in found.select("details"):
            fold.decompose()
        for heading in found.find_all(re.compile(r"^h[1-3]$")):
            heading.name = f"h{int(heading.name[1]) + 1}"
        bodies.append(str(found))
    return [(ident, part.name)], f'<div class="rw-bijlage" style="page: {ident}">{"".join(bodies)}</div>'


def _contents(listed: list[tuple[str, list[tuple[str, str]]]], starts: dict[str, int]) -> str:
    """Return the list of parts and chapters; a chapter without a known page keeps the room for its number."""
    lines = []
    for name, chapters in listed:
        entries = "".join(
            f'<li><a href="#{ident}"><span>{escape(title)}</span> <b>{starts.get(ident, "")}</b></a></li>'
            for ident, title in chapters
        )
        lines.append((f"<p>{escape(name)}</p>" if name else "") + f"<ol>{entries}</ol>")
    words = about().paper
    return f'<nav class="rw-inhoud"><h1>{words["contents"]}</h1>{"".join(lines)}<p>{words["note"]}</p></nav>'


def _cover(description: str) -> str:
    told = about()
    return (
        f'<header class="rw-titelblad"><p class="rw-titel">{escape(told.title)}</p><p>{escape(description)}</p>'
        f"{route_picture('De route', picture())}"
        f'<p class="rw-titelblad-onder">{escape(told.maker)} · {escape(told.licence_name)}</p></header>'
    )


def document(starts: dict[str, int]) -> str:
    """Return the whole book as one page of HTML; `starts` holds the page number of each place in the contents."""
    chosen = parts()
    printed = {page for part in chosen for page in part.pages}
    listed, bodies, sheets = [], [], []
    for part in chosen:
        chapters, body = (_appendix if part.appendix else _chapters)(part, printed)
        listed.append((about().paper["appendix"] if part.appendix else part.name, chapters))
        bodies.append(body)
        sheets += [f'@page {ident} {{ @top-left {{ content: "{title}" }} }}' for ident, title in chapters]
    root = BeautifulSoup((HTML / "index.html").read_text(encoding="utf-8"), "html.parser")
    styles = [str(link["href"]) for link in root.select('link[rel="stylesheet"]')]
    description = root.select_one('meta[name="description"]')
    head = "".join(f'<link rel="stylesheet" href="{escape(style)}">' for style in (*styles, STYLE))
    return (
        '<!DOCTYPE html><html lang="nl" data-theme="light"><head><meta charset="utf-8">'
        f"<title>{escape(about().title)}</title>{head}<style>{''.join(sheets)}</style></head>"
        '<body><main class="bd-main"><div class="bd-content"><div class="bd-article-container">'
        f"{_cover(str(description['content']) if description else '')}{_contents(listed, starts)}{''.join(bodies)}"
        "</div></div></main></body></html>"
    )


def headings(text: str) -> list[str]:
    """Return the text of every heading of the document, in its order."""
    found = BeautifulSoup(text, "html.parser").find_all(re.compile(r"^h[1-6]$"))
    return [" ".join(heading.get_text().split()) for heading in found]
