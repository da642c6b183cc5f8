"""How fast a page with live widgets is: ``python -m sphinx_live_widgets.bench _build/html page.html``.

``line`` serves a folder over a line that ``link`` calculates. ``browsers`` opens a browser, in which ``visit`` lets the
reader of ``reader.js`` into a page. ``book`` visits a page of the book in all ways, ``growth`` tiny books with many
widgets, ``peers`` the same widget in other software, ``step`` times builds. All of them fill a section of ``results``,
which ``table`` draws, ``aims`` holds against what a book wants and ``report`` puts together, under the header of
``about``. It needs playwright, which a book build does not.
"""
