"""How a reader plays an exercise: by mouse, with one finger, or with keys only."""

from keyboard import tab_to


class Mouse:
    """Plays by mouse; what is typed is typed over what stood there."""

    def __init__(self, exercise):
        self.exercise, self.page = exercise, exercise.page

    def activate(self, control):
        control.click()

    def button(self, name):
        return self.exercise.get_by_role("button", name=name, exact=True).locator("visible=true").first

    def press(self, name):
        self.activate(self.button(name))

    def question(self, words):
        return self.exercise.locator(".rw-keuze").filter(has_text=words) if words else self.exercise

    def radio(self, option, among=""):
        return self.question(among).get_by_label(option, exact=True).locator("visible=true")

    def choose(self, option, among=""):
        """Choose an option; `among` are words of its question, where the option stands in more than one."""
        self.activate(self.radio(option, among))

    def field(self, label):
        return self.exercise.get_by_label(label).locator("visible=true")

    def write(self, label, text):
        field = self.field(label)
        self.activate(field)
        self.page.keyboard.press("ControlOrMeta+a")
        field.press_sequentially(text)
        field.blur()


class Touch(Mouse):
    """Plays with one finger."""

    def activate(self, control):
        control.tap()


class Keyboard(Mouse):
    """Plays with keys only: every control is found by Tab."""

    def reach(self, *controls):
        """Press Tab towards the first of these controls, and stop at any of them."""
        tab_to(self.page, *controls)

    def activate(self, control):
        self.reach(control)
        self.page.keyboard.press("Enter")

    def choose(self, option, among=""):
        wanted = self.radio(option, among)
        wanted.wait_for()
        options = wanted.locator("xpath=ancestor::*[contains(@class, 'rw-keuze')]").get_by_role("radio").all()
        self.reach(*options)
        if wanted.evaluate("element => element === document.activeElement"):
            self.page.keyboard.press("Space")
        for _ in options:
            if not wanted.is_checked():
                self.page.keyboard.press("ArrowDown")
        assert wanted.is_checked()

    def write(self, label, text):
        self.reach(self.field(label))
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Tab")
