"""One door, 48 lines: the exercise from start to end, by mouse, by keyboard alone and by touch on a phone."""

from functools import partial

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.chromium("made of core widgets, which are tried in both")]
PAGE = "book/reis/2-grenzeloos.html"
DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce", "has_touch": True}
# Where the seven questions stop, as this module reads them; the last one goes through.
ENDS = (
    ("Nee, een patroon", "deel het patroon"),
    ("Nee", "spreek eerst een doel af"),
    ("Nee", "de grondslag ontbreekt"),
    ("Ja, zonder uitzondering", "laat de bijzondere gegevens weg"),
    ("Nee, het is meer", "kort het bericht in"),
    ("Nee", "licht eerst de huurder in"),
    ("Ja, allebei", "deel het, en leg vast waarom"),
)
YES = ("Ja, nodig", "Ja", "Ja", "Nee, gewone gegevens", "Ja", "Ja, allebei")


@pytest.fixture
def opened(exercise_on):
    """Return a function that opens the chapter and returns its exercise, with Python awake."""
    return partial(exercise_on, PAGE)


def button(exercise, name, *, exact=True):
    return exercise.get_by_role("button", name=name, exact=exact)


def told(exercise, text):
    exercise.locator("p").filter(has_text=text).locator("visible=true").first.wait_for()


def pictured(exercise, text):
    exercise.locator("figcaption").filter(has_text=text).locator("visible=true").wait_for()


def play(exercise, act, write):
    """Play all steps, with `act` on every control and `write` for every text."""

    def press(name, *, exact=True):
        act(button(exercise, name, exact=exact))

    act(exercise.get_by_label("Ongeveer 500"))
    told(exercise, "Genoteerd.")
    press("Verder: Lijnen")
    press("Eén erbij")
    told(exercise, "3 organisaties, 3 lijnen.")
    press("Alle 48")
    told(exercise, "U dacht ongeveer 500, het werden er 1.128")
    pictured(exercise, "1.128 lijnen")
    press("Verder: Regisseur")
    press("Eén regisseur")
    pictured(exercise, "47 lijnen")
    act(exercise.get_by_label("Twee: zorg en de rest"))
    press("Een regisseur vertrekt")
    told(exercise, "U dacht: twee. Het werden 47 losse delen.")
    press("Twee regisseurs")
    pictured(exercise, "93 lijnen")
    press("Een regisseur vertrekt")
    pictured(exercise, "één samenhangend geheel")
    press("Verder: Mag dat?")
    for number, (last, end) in enumerate(ENDS):
        told(exercise, f"Vraag {number + 1} van 7.")
        for step in range(min(number, 5)):
            exercise.locator(".rw-vraag").filter(has_text=f"{step + 1}. ").locator("visible=true").wait_for()
            press(YES[step])
        exercise.locator(".rw-vraag").filter(has_text=f"{min(number, 5) + 1}. ").locator("visible=true").wait_for()
        press(last, exact=number != 0)
        told(exercise, end)
        told(exercise, "Laat een privacyjurist meekijken.")
        press("Volgende vraag" if number < 6 else "Een eigen vraag")
    told(exercise, "Alle zeven zinnen zijn af.")
    button(exercise, "5. De schuld").wait_for()
    press("5. De schuld")
    act(exercise.get_by_label("Maatwerk", exact=True))
    press("Maatwerk")
    for label in ("Rendement: wat", "Legitimiteit: past", "Betrokkenheid: wie"):
        exercise.get_by_label(label).select_option("9 · veel")
    told(exercise, "samen 27 van 30")
    pictured(exercise, "Maatwerk: rendement 9, legitimiteit 9, betrokkenheid 9.")
    press("Verder: Verrast?")
    write(exercise.get_by_label("Wat verraste u?"), "Dat twee genoeg is")
    press("Lees onze uitleg")
    told(exercise, "scharnierpunt")
    press("Verder: Uw deur")
    write(exercise.get_by_label("Wie komen er over de vloer?"), "corporatie\nwijkteam\nhuisarts")
    told(exercise, "hoogstens 3 lijnen, met één regisseur 2 lijnen")
    press("Verder: Vrij spelen")
    exercise.get_by_label("Hoeveel vertrekken er?").select_option("één")
    told(exercise, "11 losse delen")
    press("Stap terug")
    told(exercise, "11 lijnen")


def by_key(control):
    control.focus()
    control.press("Space")


def typed(field, text):
    field.focus()
    for number, line in enumerate(text.split("\n")):
        if number:
            field.press("Enter")
        field.press_sequentially(line)
    field.press("Tab")


def test_by_mouse_from_the_bet_to_free_play(opened):
    play(opened(**DESK), lambda control: control.click(), typed)


def test_by_keyboard_alone_from_the_bet_to_free_play(opened):
    play(opened(**DESK), by_key, typed)


@pytest.mark.chromium("Playwright touches only there")
def test_by_touch_on_a_phone_from_the_bet_to_free_play(opened):
    exercise = opened(**PHONE)
    play(exercise, lambda control: control.tap(), typed)
    assert exercise.page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_slider_can_be_seen_and_moved(opened):
    exercise = opened(**DESK)
    button(exercise, "2. Lijnen").click()
    handle = exercise.get_by_role("slider", name="Organisaties rond de deur")
    track = exercise.locator(".noUi-target").locator("visible=true").bounding_box()
    assert track["width"] > 200
    handle.focus()
    handle.press("ArrowRight")
    told(exercise, "3 organisaties, 3 lijnen.")
