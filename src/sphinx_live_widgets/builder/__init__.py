"""What happens during the book build: locked packages, the page bundle, the snapshot, the files below ``_live``.

``tools`` runs Node and pip, ``fingerprint`` decides what may be reused, ``runtime`` makes the Python of the page from
Pyodide, ``site`` packs what runs on it, ``snapshot`` makes and records the widgets, ``assets`` places everything under
content-hashed names, ``parts`` records what of it others made, ``offline`` writes the service worker.
"""
