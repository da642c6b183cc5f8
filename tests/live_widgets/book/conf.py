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
    "parts": "tiny_exercises.exchange:parts",
    "linked": "tiny_exercises.exchange:linked",
    "sharing": "tiny_exercises.exchange:sharing",
    "sharing-too": "tiny_exercises.exchange:sharing",
    "hostile": "tiny_exercises.exchange:hostile",
}
live_widgets_packages = ["tiny_exercises"]
live_widgets_answer_limit = 3
