"""Make the module's own clips: silent films drawn by code, from a script in `reiswijzer.content.film`.

The parts follow each other: `content/film/<id>.toml` says what is on screen and when; `scenes/<id>.py` draws it, with
the time functions of `ease`, the frame and clock of `stage`, the letters of `measure` and the shapes of `parts`.
`captions` and `teleprompter` turn the same script into text; `encode` (with `fonts`, and as `settings` say) makes files
of the frames; `manifest` keeps what is drawn (`drawn`) and the files together. `tools/vlogs.py` runs all of it.

To make a clip
--------------
1. Write the storyboard as comments in `content/film/<id>.toml`, then its scenes and lines.
2. Write `scenes/<id>.py` with ``draw(now) -> list[str]``: every element a function of ``now.move(scene, begin, end)``.
   More than one module: let their names all begin with the id (dashes become underscores).
3. ``make vlogs CLIP=<id> SHEET=1`` draws a contact sheet in `_build/vlogs/` without making the film. Look; repeat.
4. ``make vlogs CLIP=<id>`` makes the film and what belongs to it in `book/vlogs/`. Commit these with the script.

What costs bytes is many thin lines that all move at once: let most of the picture stand while a part of it moves.

Nothing here is imported by a page of the book.
"""
