"""Exercises of a tiny book: one for each promise of the extension."""
