"""What the module says, as data: cases, choices with replies, cards, stops of the route and texts of exercises.

Everything is addressed by id, loaded once, and checked while it is loaded: an unknown id, an option without a
reply or a missing source raises `ContentError` with the file and the id. Standard library only, because this
runs in the reader's page too.
"""
