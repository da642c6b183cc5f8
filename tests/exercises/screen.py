"""What a reader sees of an exercise and does to a question of it, without a front end."""

import re
from html import unescape


def choose(question, ident):
    """Pick an option by id, as a click on its radio button does."""
    question._radio.index = [option.id for option in question.choice.options].index(ident)


def shown_text(widget, drawn=lambda _: None):
    """Everything a reader sees of a widget, in order, without tags; what is hidden is left out.

    `drawn` tells what a view of our own shows; None for any other widget.
    """
    if getattr(widget.layout, "display", None) == "none":
        return ""
    if (told := drawn(widget)) is not None:
        return told
    own = []
    for trait in ("description", "value"):
        value = getattr(widget, trait, "")
        if isinstance(value, str):
            inline = re.sub(r"</?(?:strong|em|a)\b[^>]*>", "", value)
            own.append(unescape(re.sub(r"<[^>]+>", " ", inline)))
    return " ".join(" ".join([*own, *(shown_text(child, drawn) for child in getattr(widget, "children", ()))]).split())
