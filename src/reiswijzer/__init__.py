"""Reiswijzer: the models, texts and exercises of "Op reis door organisatienetwerken".

The parts follow each other in one direction: `models` and `content` know nothing of the rest, `figures` draws
what it is given, `exercises` joins the three, and `book` places exercises and texts in the pages.
"""

__version__ = "0.1.0"
