"""How fast a page with live widgets is: ``python -m sphinx_live_widgets.bench _build/html page.html``.

``line`` serves the book over a shaped line, ``measure`` drives a browser through one visit, ``__main__`` prints the
medians. It needs playwright, which a book build does not.
"""
