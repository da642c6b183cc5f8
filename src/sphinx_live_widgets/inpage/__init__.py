"""The part of sphinx_live_widgets that runs inside the page, in Pyodide, under the name ``live_page``.

``channel`` replaces the kernel's comms, ``shell`` and ``capture`` stand in for IPython, ``record`` and ``static``
describe a widget at build time, ``fronts`` names the front ends of anywidgets, ``opening`` tells the page of widgets it
does not know, ``roots`` makes the widgets, ``wake`` joins a page.
"""
