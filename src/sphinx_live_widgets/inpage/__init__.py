"""The part of sphinx_live_widgets that runs inside the page, in Pyodide, under the name ``live_page``.

``channel`` replaces the kernel's comms, ``shell`` stands in for IPython, ``record`` and ``static`` describe a
widget at build time, ``roots`` makes the widgets, ``files`` carries data over the snapshot, ``wake`` joins a page.
"""
