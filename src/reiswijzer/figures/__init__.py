"""Drawings as SVG text: pure functions, standard library only.

Colours are given twice: as a presentation attribute that works anywhere, and as a class that the book's style
sheet may override (light, dark, print). Every drawing takes a `title` and a `description` for screen readers.
"""
