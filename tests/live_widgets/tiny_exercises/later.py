def word():
    return "lazily "
