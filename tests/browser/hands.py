"""How a reader plays an exercise: by mouse, with one finger, or with keys only."""

from keyboard import tab_to
from until import until


def says(exercise, text):
    """Wait until the exercise says this."""
    exercise.get_by_text(text).locator("visible=true").first.wait_for()


def holds_the_focus(page, text):
    """Wait until the one part that has the keyboard's focus says this."""
    until(
        page,
        """text => {
            const at = document.activeElement;
            return at.matches('.rw-schermen *') && at.textContent.includes(text);
        }""",
        arg=text,
    )


class Mouse:
    """Plays by mouse; what is typed is typed over what stood there."""

    def __init__(self, exercise):
        self.exercise, self.page = exercise, exercise.page

    def activate(self, control, **where):
        control.click(**where)

    def button(self, name):
        return self.exercise.get_by_role("button", name=name, exact=True).locator("visible=true").first

    def press(self, name):
        self.activate(self.button(name))

    def question(self, words):
        return self.exercise.locator(".rw-keuze").filter(has_text=words) if words else self.exercise

    def radio(self, option, among=""):
        return self.question(among).get_by_role("radio", name=option, exact=True).locator("visible=true")

    def choose(self, option, among=""):
        """Choose an option; `among` are words of its question, where the option stands in more than one."""
        self.activate(self.radio(option, among))

    def field(self, label):
        named = self.exercise.get_by_label(label).and_(self.page.locator("input, textarea, select"))
        return named.locator("visible=true")  # a step may have the name of what it asks

    def list(self, label):
        return self.exercise.get_by_role("combobox", name=label)

    def select(self, label, option):
        """Choose in a list; how an open list looks and is touched is up to the device, not to the page."""
        self.list(label).select_option(option)

    def slide_to_the_end(self, name):
        """Press on the far end of a slider."""
        handle = self.exercise.get_by_role("slider", name=name)
        handle.wait_for()
        track = handle.locator("xpath=ancestor::*[contains(@class, 'noUi-target')]")
        box = track.bounding_box()
        assert box["width"] > 200
        self.activate(track, position={"x": box["width"] - 1, "y": box["height"] / 2})

    def write(self, label, text):
        field = self.field(label)
        self.activate(field)
        self.page.keyboard.press("ControlOrMeta+a")
        field.press_sequentially(text)
        field.blur()


class Touch(Mouse):
    """Plays with one finger."""

    def activate(self, control, **where):
        control.tap(**where)


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

    def select(self, label, option):
        chosen = self.list(label)
        self.reach(chosen)
        names = [" ".join(name.split()) for name in chosen.locator("option").all_inner_texts()]
        steps = names.index(option) - chosen.evaluate("list => list.selectedIndex")
        for _ in range(abs(steps)):
            self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")

    def slide_to_the_end(self, name):
        self.reach(self.exercise.get_by_role("slider", name=name))
        self.page.keyboard.press("End")

    def write(self, label, text):
        self.reach(self.field(label))
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Tab")
