"""A report as a Word document: WordprocessingML in an OPC package (ECMA-376), by the standard library alone.

The title, places and questions are real headings, the language is Dutch, and the same report gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from importlib import resources
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reiswijzer.journal.export.lines import clean, day, lines
from reiswijzer.journal.report import words

if TYPE_CHECKING:
    from reiswijzer.journal.report import Report

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DC, TERMS = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

FIXED = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "rels.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
}
"""Parts that are the same in every document, by name: the file in `docx_parts/`."""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_A4 = {"w": "11906", "h": "16838"}
_MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), "1418") | dict.fromkeys(
    ("header", "footer", "gutter"), "0"
)


def write(report: Report) -> bytes:
    """Return the report as the content of a .docx file."""
    folder = resources.files(__package__).joinpath("docx_parts")
    parts = {name: folder.joinpath(file).read_bytes() for name, file in FIXED.items()}
    parts["docProps/core.xml"] = _core(report)
    parts["word/document.xml"] = _document(report)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, content)
    return made.getvalue()


def _core(report: Report) -> bytes:
    for prefix, space in (("cp", CORE), ("dc", DC), ("dcterms", TERMS), ("xsi", XSI)):
        ET.register_namespace(prefix, space)
    root = ET.Element(f"{{{CORE}}}coreProperties")
    ET.SubElement(root, f"{{{DC}}}title").text = clean(report.title)
    ET.SubElement(root, f"{{{DC}}}language").text = "nl-NL"
    for name in ("created", "modified"):
        moment = ET.SubElement(root, f"{{{TERMS}}}{name}", {f"{{{XSI}}}type": "dcterms:W3CDTF"})
        moment.text = report.made[: len("2026-11-03T09:30:00")] + "Z"
    return _xml(root)


def _document(report: Report) -> bytes:
    ET.register_namespace("w", W)
    root = ET.Element(_w("document"))
    body = ET.SubElement(root, _w("body"))
    _paragraph(body, "Title", report.title)
    _paragraph(body, "Subtitle", words()["gemaakt"].format(dag=day(report.made)))
    for part in report.parts:
        _paragraph(body, "Heading1", part.title)
        for entry in part.entries:
            _paragraph(body, "Heading2", entry.prompt)
            for line in lines(entry):
                if line.quoted:
                    _paragraph(body, "Label", f"{line.label}:")
                    for paragraph in re.split(r"\n{2,}", line.text):
                        _paragraph(body, "Quote", paragraph)
                else:
                    _paragraph(body, "Normal", f"{line.label}: {line.text}")
    _paragraph(body, "Label", words()["model"] if report.parts else words()["leeg"])
    section = ET.SubElement(body, _w("sectPr"))
    _property(section, "pgSz", **_A4)
    _property(section, "pgMar", **_MARGINS)
    return _xml(root)


def _paragraph(body: ET.Element, style: str, text: str) -> None:
    """Add a paragraph; a line break in the text is a line break in it."""
    paragraph = ET.SubElement(body, _w("p"))
    _property(ET.SubElement(paragraph, _w("pPr")), "pStyle", val=style)
    run = ET.SubElement(paragraph, _w("r"))
    for place, line in enumerate(clean(text).split("\n")):
        if place:
            ET.SubElement(run, _w("br"))
        ET.SubElement(run, _w("t"), {SPACE: "preserve"}).text = line


def _property(parent: ET.Element, name: str, **attributes: str) -> None:
    ET.SubElement(parent, _w(name), {_w(key): value for key, value in attributes.items()})


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _xml(root: ET.Element) -> bytes:
    found: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return found
