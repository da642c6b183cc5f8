"""A book of a few pages with the directives of this one, built in no time."""

import io
import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from reiswijzer.content.route import route

BOOK = Path(__file__).resolve().parents[1] / "book"
CONF = """
extensions = ["myst_nb", "sphinxcontrib.bibtex", "sphinx_live_widgets", "reiswijzer.book"]
myst_enable_extensions = ["colon_fence"]
bibtex_bibfiles = ["references.bib"]
bibtex_default_style = bibtex_reference_style = "reiswijzer"
language = "nl"
nb_execution_mode = "off"
live_widgets_factory = "reiswijzer.exercises:create"
live_widgets_packages = ["reiswijzer"]
suppress_warnings = ["bibtex.missing"]
"""
THEME = f"""
html_theme = "sphinx_book_theme"
html_title = "Proef"
html_use_index = False
html_static_path = [{str(BOOK / "theme" / "stijl")!r}]
html_css_files = ["boek.css", "papier-bladzijde.css"]
templates_path = [{str(BOOK / "theme" / "sjablonen")!r}]
"""


def build(
    folder: Path,
    pages: dict[str, str],
    *,
    settings: str = "",
    builder: str = "html",
    files: dict[str, bytes] | None = None,
) -> tuple[Path, str]:
    """Build pages of MyST, with `files` beside them; return the folder they end up in, and the warnings."""
    source, out = folder / "bron", folder / builder
    source.mkdir(exist_ok=True)
    shutil.copy(BOOK / "references.bib", source)
    (source / "conf.py").write_text(CONF + settings)
    stops = {stop.doc: f"# {stop.short}\n" for stop in route()}
    others = {**stops, "bronnen": "# Bronnen\n\n```{bibliography}\n```\n"}
    texts = {**{name: f"---\norphan: true\n---\n{text}" for name, text in others.items()}, **pages}
    for name, content in {**{f"{name}.md": text.encode() for name, text in texts.items()}, **(files or {})}.items():
        file = source / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_bytes() != content:
            file.write_bytes(content)
    warnings = io.StringIO()
    with patch_docutils(), docutils_namespace():
        Sphinx(source, source, out, folder / "boom", builder, status=None, warning=warnings).build()
    return out, warnings.getvalue()
