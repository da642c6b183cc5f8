project = "Tiny"
extensions = ["myst_nb", "sphinx_live_widgets"]
html_theme = "sphinx_book_theme"
html_copy_source = False
nb_execution_mode = "force"
live_widgets_factory = {
    "counter": "tiny_exercises.basic:counter",
    "journal": "tiny_exercises.basic:journal",
    "reader": "tiny_exercises.basic:reader",
    "everything": "tiny_exercises.core:everything",
    "slow": "tiny_exercises.order:slow",
    "picky": "tiny_exercises.order:picky",
    "fragile": "tiny_exercises.order:fragile",
    "closing": "tiny_exercises.order:closing",
    "outputs": "tiny_exercises.order:outputs",
    "late": "tiny_exercises.order:late",
    "large": "tiny_exercises.order:large",
    "trouble": "tiny_exercises.order:trouble",
    "unusual": "tiny_exercises.core:unusual",
    "parts": "tiny_exercises.exchange:parts",
    "linked": "tiny_exercises.exchange:linked",
    "sharing": "tiny_exercises.exchange:sharing",
    "sharing-too": "tiny_exercises.exchange:sharing",
    **{
        name: f"tiny_exercises.any:{name}"
        for name in ("talker", "two", "described", "board", "making", "failing", "waiting")
    },
    "hostile": "tiny_exercises.exchange:hostile",
}
live_widgets_packages = ["tiny_exercises"]
live_widgets_answer_limit = 3
# The theme writes these buttons with inline event handlers, which no strict policy allows.
html_theme_options = {"use_download_button": False, "use_fullscreen_button": False}
