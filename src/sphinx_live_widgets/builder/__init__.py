"""What happens during the book build: locked packages, the page bundle, the snapshot, the files below ``_live``.

``tools`` runs Node and pip, ``fingerprint`` decides what may be reused, ``site`` packs the Python of the page,
``snapshot`` makes and records the widgets, ``assets`` places everything under content-hashed names.
"""
