"""Buig de curve as a reader plays it, from the first move to free play: by mouse, by keyboard alone, by touch."""

import pytest
from axe import findings
from hands import Keyboard, Mouse, Touch, says
from playwright.sync_api import expect
from until import until

pytestmark = pytest.mark.browser
PLACE = "book/reis/1-resultaat.html"
LINE = {2018: 3300, 2020: 2600, 2021: 2200, 2022: 1900}
TOUCH = pytest.mark.chromium("Playwright touches only there")


@pytest.fixture
def opened(page_with, address):
    """Return a function that opens the exercise in a page of its own, as a reader who has scrolled to it."""

    def open_page(**settings):
        page = page_with(**{"reduced_motion": "reduce", **settings})
        page.goto(address + PLACE)
        exercise = page.locator(".rw-oefening").first
        exercise.locator(".rw-curve-plot").first.wait_for()
        exercise.evaluate("element => element.scrollIntoView()")
        page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
        return exercise

    return open_page


class ByMouse(Mouse):
    """Draws in one pull."""

    def draw(self):
        places = [place(self.exercise, year, value) for year, value in LINE.items()]
        self.page.mouse.move(*places[0])
        self.page.mouse.down()
        for at in places[1:]:
            self.page.mouse.move(*at, steps=4)
        self.page.mouse.up()


class ByTouch(Touch):
    """Draws with one finger."""

    def __init__(self, exercise):
        super().__init__(exercise)
        self.line = self.page.context.new_cdp_session(self.page)

    def swipe(self, *places):
        self._touch("touchStart", places[0])
        for at in places[1:]:
            self._touch("touchMove", at)
        self._touch("touchEnd")

    def _touch(self, kind, *places):
        self.line.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y, "id": 1} for x, y in places]}
        )

    def draw(self):
        places = [place(self.exercise, year, value) for year, value in LINE.items()]
        self.swipe(place(self.exercise, 2018, 3700), *places)


class ByKeys(Keyboard):
    """Draws with arrow keys, a year at a time."""

    def draw(self):
        self.reach(handle(self.exercise, 2018))
        for year, value in LINE.items():
            down = (3700 - value) // 100
            for key, times in (("PageDown", down // 5), ("ArrowDown", down % 5)):
                for _ in range(times):
                    self.page.keyboard.press(key)
            if year < max(LINE):
                self.page.keyboard.press("ArrowRight")


def handle(exercise, year):
    return exercise.get_by_role("slider", name=f"Uw lijn in {year}")


def drawn(exercise):
    return {year: int(handle(exercise, year).get_attribute("aria-valuenow")) for year in LINE}


def place(exercise, year, value):
    """Return where a value lies on the screen, from the handle of that year and the lines of the scale."""
    levels = exercise.locator(".rw-curve-grid").evaluate_all(
        "lines => lines.map(line => line.getBoundingClientRect().y)"
    )
    grip = handle(exercise, year).locator(".rw-curve-hit").bounding_box()
    return grip["x"] + grip["width"] / 2, levels[0] + (levels[-1] - levels[0]) * value / 6000


def near(line, wanted):
    return all(abs(line[year] - value) <= 100 for year, value in wanted.items())


def plays_to_the_end(exercise, hand):
    hand.draw()
    assert near(drawn(exercise), LINE)
    last = f"{drawn(exercise)[2022]:,}".replace(",", ".")
    says(exercise, f"{last} in 2022")
    hand.press("Leg mijn lijn vast en kijk")
    says(exercise, f"U dacht {last} in 2022, het werden er 1.200.")
    says(exercise, "3.000 in 2018, 1.720 in 2020")
    hand.choose("Een gedeeld resultaat kan bewegen", among="besluiten")
    says(exercise, "Zover reikt de lijn")
    hand.press("Verder: Boog de lijn?")
    says(exercise, "komt in 2022 uit op 1.700")
    hand.choose("Ze wordt groter", among="met die buiging")
    says(exercise, "niemand heeft een getal veranderd")
    hand.press("Verder: Schrijf uw doel")
    hand.choose("Geen gezin in Oost raakt door schuld zijn huis kwijt", among="is een doel")
    hand.write("Uw doelzin", "Huurders krijgen een loket")
    says(exercise, "hier breekt de zin, op ‘loket’")
    hand.write("Uw doelzin", "Geen huurder in Oost verliest zijn huis")
    says(exercise, "Deze zin houdt stand")
    hand.press("Verder: Is een netwerk nodig?")
    says(exercise, "Geen huurder in Oost verliest zijn huis")
    for question, answer in {
        "alleen halen": "Nee", "drie of meer": "Ja", "taai": "Ja", "zelfstandigheid opgeven": "Ja, dat is besproken",
    }.items():  # fmt: skip
        hand.choose(answer, among=question)
    says(exercise, "Een netwerk komt in aanmerking")
    hand.press("Verder: Welke vorm past?")
    hand.choose("Leidende organisatie: één partner trekt de kar", among="past hier het best")
    says(exercise, "die vorm wordt nipt tweede")
    hand.press("Verder: Uw eigen tafel")
    for question, answer in {
        "past bij uw tafel": "Apart bureau", "vertrouwen elkaar": "Weinig", "zitten er aan tafel": "Zestien of meer",
        "over het doel": "Voor minder dan de helft", "namens allen gebeuren": "Veel",
    }.items():  # fmt: skip
        hand.choose(answer, among=question)
    says(exercise, "De vorm beslist hier niets")
    says(exercise, "U dacht aan het aparte bureau, en die vorm staat bovenaan")
    hand.press("Verder: Wat kost die vorm?")
    for question, answer in {
        "Snel besluiten, of": "Ertussenin", "overtuigen": "Allebei", "meebewegen, of": "Ertussenin",
    }.items():  # fmt: skip
        hand.choose(answer, among=question)
    says(exercise, "Bij uw tafel liggen")
    hand.press("Verder: Vrij spelen")
    hand.choose("Regionale tafel met 20 partners", among="verzonnen tafel")
    says(exercise, "Met 20 partners telt deze tafel als groot")


@pytest.mark.long("the same clicks as by touch")
def test_it_is_played_to_the_end_by_mouse(opened):
    exercise = opened()
    plays_to_the_end(exercise, ByMouse(exercise))


def test_it_is_played_to_the_end_by_keyboard_alone(opened):
    exercise = opened()
    keys = ByKeys(exercise)
    plays_to_the_end(exercise, keys)
    keys.press("1. Doe een gok")
    keys.press("Verander mijn lijn")
    expect(handle(exercise, 2018)).to_be_focused()  # the button is gone


@TOUCH
def test_it_is_played_to_the_end_by_touch_on_a_phone(opened):
    exercise = opened(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    plays_to_the_end(exercise, ByTouch(exercise))


@TOUCH
def test_a_finger_off_the_line_scrolls_the_page_and_one_on_the_line_draws(opened):
    exercise = opened(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page, hand = exercise.page, ByTouch(exercise)
    page.touchscreen.tap(*place(exercise, 2022, 1000))  # before anything scrolls: a swipe rolls on after it is let go
    assert abs(drawn(exercise)[2022] - 1000) <= 100
    x, y = place(exercise, 2020, 3700)
    top = page.evaluate("scrollY")
    hand.swipe((x, y), (x, y - 20), (x, y - 40))
    assert page.evaluate("scrollY") == top
    lifted = drawn(exercise)
    assert lifted[2020] > 3700
    far = place(exercise, 2020, 500)
    hand.swipe(*((far[0], far[1] - step) for step in range(0, 200, 20)))
    until(page, "top => scrollY > top", arg=top)
    assert drawn(exercise) == lifted


def test_one_drag_is_one_step_back(opened):
    exercise = opened()
    hand = ByMouse(exercise)
    hand.draw()
    says(exercise, "Uw lijn:")
    exercise.page.mouse.click(*place(exercise, 2021, 5000))
    assert abs(drawn(exercise)[2021] - 5000) <= 100
    hand.press("Stap terug")
    until(exercise.page, "() => Number(document.querySelectorAll('[role=slider]')[2].ariaValueNow) < 2500")
    assert near(drawn(exercise), LINE)
    hand.press("Stap terug")
    exercise.get_by_text("sleep of tik").wait_for()
    assert set(drawn(exercise).values()) == {3700}


def test_keys_move_a_year_and_say_its_value(opened):
    exercise = opened()
    keys = ByKeys(exercise)
    one = handle(exercise, 2018)
    keys.reach(one)
    for key, value in (
        ("ArrowUp", 3800), ("ArrowDown", 3700), ("PageUp", 4200), ("PageDown", 3700), ("Home", 0), ("End", 6000),
    ):  # fmt: skip
        exercise.page.keyboard.press(key)
        assert one.get_attribute("aria-valuenow") == str(value)
    assert one.get_attribute("aria-valuetext") == "6.000 in 2018"
    exercise.page.keyboard.press("ArrowRight")
    assert handle(exercise, 2020).evaluate("element => element === document.activeElement")
    exercise.page.keyboard.press("Tab")
    assert handle(exercise, 2021).evaluate("element => element === document.activeElement")


def test_a_typed_number_moves_the_point_and_nonsense_brings_it_back(opened):
    exercise = opened()
    field = exercise.get_by_role("spinbutton", name="2022")
    field.focus()
    field.press("ControlOrMeta+a")
    field.press_sequentially("2450")
    assert drawn(exercise)[2022] == 2450
    field.press("ControlOrMeta+a")
    field.press("Delete")
    field.press("Tab")
    assert field.input_value() == "2450"
    field.focus()
    field.press("ControlOrMeta+a")
    field.press_sequentially("99999")
    field.press("Tab")
    assert field.input_value() == "6000"
    says(exercise, "6.000 in 2022")


def test_what_is_drawn_before_python_wakes_is_kept(page_with, address):
    page = page_with(service_workers="block", reduced_motion="reduce")
    held = []
    page.route("**/_live/*snapshot*", lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks what it calls
    page.goto(address + PLACE)
    exercise = page.locator(".rw-oefening").first
    handle(exercise, 2022).focus()
    page.keyboard.press("PageDown")
    assert page.locator("html").get_attribute("data-live-widgets") != "awake"
    says(exercise, "3.200 in 2022")
    ByMouse(exercise).press("Leg mijn lijn vast en kijk")
    assert held, "nothing was held back"
    for route in held:
        route.continue_()
    page.get_by_text("U dacht 3.200 in 2022, het werden er 1.200.").wait_for(timeout=60_000)


@pytest.mark.chromium("letters are as wide in every browser; core views are tried in both")
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("line", [{2022: "1200"}, {2022: "1700"}, {2022: "0"}, {2022: "6000"}])
def test_no_two_names_overlap(opened, width, line):
    exercise = opened(viewport={"width": width, "height": 900})
    for year, value in line.items():
        field = exercise.get_by_role("spinbutton", name=str(year))
        field.fill(value)
        field.press("Tab")
    ByMouse(exercise).press("Leg mijn lijn vast en kijk")
    says(exercise, "het werden er 1.200")
    ByMouse(exercise).press("Verder: Boog de lijn?")
    says(exercise, "komt in 2022 uit op 1.700")
    texts = exercise.locator(".rw-curve-name, .rw-curve-key li").locator("visible=true")
    boxes = [one.bounding_box() for one in texts.all()]
    sizes = texts.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert len(boxes) == 5
    assert min(sizes) >= 13
    edge = exercise.page.evaluate("document.documentElement.clientWidth")
    assert all(one["x"] + one["width"] <= edge for one in boxes)
    apart = [
        a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
        or a["y"] + a["height"] <= b["y"] + 3 or b["y"] + b["height"] <= a["y"] + 3
        for index, a in enumerate(boxes) for b in boxes[index + 1 :]
    ]  # fmt: skip
    assert all(apart)


@pytest.mark.chromium("forced colours and names are the same in every browser")
def test_the_curve_is_accessible_before_and_after_the_reveal(opened):
    exercise = opened(forced_colors="active")
    for _ in range(3):
        assert not findings(exercise.page, ".rw-oefening", "light")
        step = exercise.locator(".rw-stappen .rw-hier").inner_text()[:1]
        commit = exercise.get_by_role("button", name="Leg mijn lijn vast en kijk")
        (commit if step == "1" else exercise.locator(".rw-verder")).click()
        exercise.locator(".rw-stappen .rw-hier").filter(has_text=f"{int(step) + 1}. ").wait_for()


def test_the_line_is_still_there_after_a_reload(opened):
    exercise = opened()
    exercise.page.mouse.click(*place(exercise, 2021, 5000))
    says(exercise, "Uw lijn:")
    line = drawn(exercise)
    until(
        exercise.page,
        "value => (localStorage.getItem('reiswijzer/1/oefening/buig-de-curve') ?? '').includes(value)",
        arg=str(line[2021]),
    )
    exercise.page.reload()
    exercise.page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
    says(exercise, "Uw lijn:")
    assert drawn(exercise) == line
