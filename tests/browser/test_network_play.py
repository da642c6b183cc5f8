"""The network view and "De ontbrekende brug": played by mouse, keyboard and touch; read, measured, asleep."""

import pytest

from reiswijzer.content.texts import texts
from reiswijzer.exercises.de_ontbrekende_brug_state import IDENT, KINDS, boards
from reiswijzer.exercises.de_ontbrekende_brug_view import actions, show, view
from reiswijzer.exercises.de_ontbrekende_brug_words import Scene
from reiswijzer.models.cascade import Puzzle
from reiswijzer.models.cascade_moves import AddTie, one_move_solutions
from reiswijzer.models.graph import Graph
from reiswijzer.widgets.network import Network

pytestmark = pytest.mark.browser
PLACE = "book/reis/4-dynamisch.html"
BOARDS = boards(texts(IDENT))

# A stand-in for the model that the page has: traits, events, and a list of what would go to Python.
MOUNT = """
async ([source, css, state, width]) => {
  document.body.replaceChildren();
  const look = document.head.appendChild(document.createElement('style'));
  look.textContent = css;
  const el = document.body.appendChild(document.createElement('div'));
  el.style.width = `${width}px`;
  const module = await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  const heard = new Map();
  window.sent = [];
  window.model = {
    get: (name) => state[name],
    set: (name, value) => { state[name] = value; for (const act of heard.get(`change:${name}`) ?? []) act(); },
    save_changes: () => sent.push('saved'),
    send: (message) => sent.push(message),
    on: (name, act) => heard.set(name, [...(heard.get(name) ?? []), act]),
    off: (name, act) => heard.set(name, (heard.get(name) ?? []).filter((one) => one !== act)),
  };
  window.end = new AbortController();
  window.nearest = module.nearest;
  module.default.render({ model, el, signal: end.signal });
  window.heard = heard;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
"""


def state_of(network):
    """The traits of a view as the page gets them."""
    return {name: getattr(network, name) for name in network.keys if not name.startswith("_") and name != "layout"}


@pytest.fixture
def mounted(page, address):
    """Return a function that draws a network of some traits at some width, without Python."""

    def mount(traits, width=600, where=page):
        where.goto(address + "book/verantwoording/colofon.html")
        where.evaluate(MOUNT, [Network._esm, Network._css, traits, width])
        return where

    return mount


def board_traits(ident):
    network = view(texts(IDENT))
    board = BOARDS[ident]
    show(network, texts(IDENT), Scene(board.puzzle, board.names, 0, board.places))
    return state_of(network)


def own_traits(names):
    network = view(texts(IDENT))
    nodes = {str(number): name for number, name in enumerate(names, start=1)}
    ties = [(a, b) for a in nodes for b in nodes if int(b) - int(a) in {1, 3}]
    show(network, texts(IDENT), Scene(Puzzle.of(Graph.of(nodes, ties), ["1"], 0.4), nodes))
    return state_of(network)


BOXES = """
() => {
  const box = (one) => { const { x, y, width, height } = one.getBoundingClientRect(); return { x, y, width, height }; };
  const nodes = [...document.querySelectorAll('.rw-net-knoop')];
  return {
    labels: nodes.map((one) => [one.querySelector('text').textContent, box(one.querySelector('text'))]),
    bodies: nodes.map((one) => [one.querySelector('text').textContent, box(one.querySelector('.rw-net-lijf'))]),
    frame: box(document.querySelector('.rw-net-tekening')),
    size: parseFloat(getComputedStyle(document.querySelector('.rw-net-naam')).fontSize)
      * document.querySelector('.rw-net-tekening').getScreenCTM().a,
    hidden: document.querySelectorAll('.rw-net-stil').length,
  };
}
"""


def overlap(one, other, slack=0.5):
    return (
        one["x"] + slack < other["x"] + other["width"]
        and other["x"] + slack < one["x"] + one["width"]
        and one["y"] + slack < other["y"] + other["height"]
        and other["y"] + slack < one["y"] + one["height"]
    )


TEN_LONG_NAMES = [f"Organisatie nr {number}" for number in range(1, 11)]


@pytest.mark.chromium("the rule is the same everywhere; only the width of letters differs a little")
@pytest.mark.parametrize("width", [240, 250, 330, 640])
@pytest.mark.parametrize("name", [*BOARDS, "own"])
def test_every_label_can_be_read_and_touches_no_other(mounted, name, width):
    found = mounted(own_traits(TEN_LONG_NAMES) if name == "own" else board_traits(name), width).evaluate(BOXES)
    assert found["hidden"] == 0
    assert found["size"] >= 13
    clashes = []
    for index, (label, box) in enumerate(found["labels"]):
        clashes += [(label, other) for other, place in found["labels"][index + 1 :] if overlap(box, place)]
        clashes += [(label, other) for other, place in found["bodies"] if other != label and overlap(box, place)]
        frame = found["frame"]
        if box["x"] < frame["x"] - 1 or box["x"] + box["width"] > frame["x"] + frame["width"] + 1:
            clashes.append((label, "edge"))
    assert clashes == []


@pytest.mark.chromium("a computation, the same in every browser")
@pytest.mark.parametrize("name", [*BOARDS, "own"])
def test_arrow_keys_lead_from_every_node_to_every_other(mounted, name):
    traits = own_traits(TEN_LONG_NAMES) if name == "own" else board_traits(name)
    stuck = mounted(traits).evaluate(
        """(nodes) => nodes.map(({ id }) => {
          const reached = new Set([id]);
          for (const one of reached) {
            const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
            for (const key of keys) reached.add(nearest(nodes, one, key));
          }
          return [id, reached.size];
        }).filter(([, count]) => count < nodes.length)""",
        traits["nodes"],
    )
    assert stuck == []


def test_without_actions_it_is_a_picture_with_words(mounted):
    page = mounted(board_traits("zeven"))
    picture = page.get_by_role("img", name="Netwerk van 7 organisaties")
    described = picture.get_attribute("aria-describedby")
    assert "Contacten: Corporatie met Gemeente" in page.locator(f"#{described}").text_content()
    assert page.locator(".rw-net-knoop[role]").count() == 0


def test_after_the_end_nothing_listens(mounted):
    page = mounted(board_traits("zeven"))
    page.evaluate("end.abort()")
    assert page.evaluate("[...heard.values()].flat().length") == 0


@pytest.fixture
def opened(strict_page, address):
    """Return a function that opens the chapter and waits until Python is awake."""

    def open_page(page=strict_page):
        page.goto(address + PLACE)
        exercise = page.locator(".rw-oefening").first
        exercise.scroll_into_view_if_needed()
        page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
        return exercise

    return open_page


class Reader:
    """Someone who plays, with one way of pressing."""

    def __init__(self, exercise, press):
        self.exercise, self.press = exercise, press

    def shown(self):
        """The view on screen."""
        return self.exercise.locator(".rw-net:visible")

    def step(self, name):
        self.press(self.exercise.get_by_role("button", name=name))

    def node(self, name):
        return self.shown().locator(f'.rw-net-knoop[aria-label^="{name},"]')

    def button(self, name):
        return self.exercise.get_by_role("button", name=name, exact=True).locator("visible=true")

    def push(self, name):
        self.press(self.button(name))

    def option(self, label):
        return self.exercise.get_by_label(label, exact=True).locator("visible=true")

    def sees(self, text):
        self.exercise.get_by_text(text).locator("visible=true").first.wait_for()

    def pick(self, *names):
        for name in names:
            self.press(self.node(name))
            self.shown().locator(f'.rw-net-knoop[aria-pressed=true][aria-label^="{name},"]').wait_for()


def plays(reader, choose):
    """From the first bet to the sandbox, the second puzzle included."""
    choose(reader.option("Schuldhulp met Welzijn"))
    reader.sees("Genoteerd: Schuldhulp met Welzijn.")
    reader.step("2. Speel")
    # The bet is chosen already.
    reader.sees("Gekozen: Schuldhulp en Welzijn.")
    reader.push("Leg contact")
    reader.sees("Gedaan: contact tussen Schuldhulp en Welzijn.")
    reader.push("Naar het eind")
    reader.sees("Het stokt op 4 van de 7.")
    reader.sees("Welzijn ziet 1 van 3 meedoen (Schuldhulp). Nodig: 2. Wacht.")
    reader.push("Neem de laatste zet terug")
    reader.sees("U hebt drie zetten.")
    reader.pick("Gemeente", "Zorg")
    reader.push("Leg contact")
    reader.sees("Nog over: 2.")
    reader.push("Speel af")
    reader.sees("Alle 7 doen mee. Dat kostte u één zet.")
    reader.push("Volgende puzzel")
    reader.sees("Puzzel 2 van 5")
    second = list(BOARDS)[1]
    solution = next(each for each in one_move_solutions(BOARDS[second].puzzle) if isinstance(each, AddTie))
    names = BOARDS[second].names
    reader.pick(names[solution.a], names[solution.b])
    reader.push("Leg contact")
    reader.sees("Nog over: 2.")
    reader.push("Naar het eind")
    reader.sees(f"Alle {len(names)} doen mee. Dat kostte u één zet.")
    choose(reader.option("Evenveel als nu"))
    reader.push("Toon alles wat met één zet werkt")
    reader.sees("U dacht: Evenveel als nu")
    reader.step("3. Zie")
    reader.sees("U gokte op Schuldhulp met Welzijn.")
    choose(reader.option("Vier, net als nu"))
    reader.sees("Het werd er 1.")
    reader.step("5. Schakelaar")
    choose(reader.option("Iedereen doet mee"))
    choose(reader.option("Naar het aantal koppen"))
    reader.sees("Bij koppen schaadt een extra contact nooit.")
    reader.step("8. Vrij spelen")
    reader.pick("Zorg")
    reader.push("Haal weg of zet terug")
    reader.shown().locator('.rw-net-knoop[aria-label="Zorg, is weg"]').wait_for()
    reader.push("Naar het eind")
    reader.sees("Het stokt op 4 van de 6.")


def test_played_from_start_to_end_by_mouse(opened):
    reader = Reader(opened(), lambda target: target.click())
    plays(reader, lambda radio: radio.check())


@pytest.mark.chromium("Playwright touches only there")
def test_played_from_start_to_end_by_touch_on_a_phone(page_with, opened):
    page = page_with(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    reader = Reader(opened(page), lambda target: target.tap())
    plays(reader, lambda radio: radio.tap())


# Breadth first, by the function with which the view itself decides where an arrow key leads.
WAY_BY_ARROWS = """
async ([source, wanted]) => {
  const { nearest } = await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  const nodes = [...wanted.parentElement.children];
  const spots = nodes.map((one, index) => {
    const { x, y, width, height } = one.querySelector('.rw-net-lijf').getBoundingClientRect();
    return { id: String(index), x: x + width / 2, y: y + height / 2 };
  });
  const ways = new Map([[String(nodes.indexOf(document.activeElement)), []]]);
  for (const [id, keys] of ways) {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      const other = nearest(spots, id, key);
      if (!ways.has(other)) ways.set(other, [...keys, key]);
    }
  }
  return ways.get(String(nodes.indexOf(wanted)));
}
"""


def keyboard(page):
    """Return a way of pressing that walks by Tab and arrow keys only, as a reader without a mouse does."""
    focused = "() => document.activeElement"

    def walk(target, key):
        wanted = target.element_handle()
        wanted.wait_for_element_state("enabled")
        for way, times in (("Tab", 40), ("Shift+Tab", 120)):
            for _ in range(times):
                here = page.evaluate_handle(focused)
                if here.evaluate("(here, wanted) => here === wanted", wanted):
                    page.keyboard.press(key)
                    return
                drawing = here.evaluate(
                    "(here, wanted) => here.closest?.('.rw-net-tekening')"
                    " && here.closest('.rw-net-tekening') === wanted.closest('.rw-net-tekening')",
                    wanted,
                )
                if drawing:
                    arrows(wanted)
                    page.keyboard.press(key)
                    return
                group = here.evaluate(
                    "(here, wanted) => here.type === 'radio' && wanted.type === 'radio' && here.name === wanted.name",
                    wanted,
                )
                page.keyboard.press("ArrowDown" if group else way)
        pytest.fail("no way to it by keyboard")

    def arrows(wanted):
        """Press the arrow keys that lead from the node with the focus to another one, the shortest way."""
        keys = page.evaluate(WAY_BY_ARROWS, [Network._esm, wanted])
        for key in keys:
            page.keyboard.press(key)

    return walk


@pytest.mark.chromium("a driven Firefox loses the focus on a long walk by Tab; the keys of the view are tried in both")
def test_played_from_start_to_end_by_keyboard_alone(opened):
    exercise = opened()
    exercise.page.locator(".rw-stap").first.focus()
    walk = keyboard(exercise.page)
    reader = Reader(exercise, lambda target: walk(target, "Enter"))
    plays(reader, lambda radio: walk(radio, "Space"))


def test_rounds_play_before_python_is_awake_and_the_bet_is_answered_after_it(page_with, address):
    page = page_with(service_workers="block", reduced_motion="reduce")
    held = []
    page.route("**/_live/*snapshot*", lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks what it calls
    page.goto(address + PLACE)
    reader = Reader(page.locator(".rw-oefening").first, lambda target: target.click())
    reader.sees("Ronde 4. Niemand komt er nog bij.")
    reader.push("Speel af")
    reader.sees("Het begin. Begonnen: Corporatie.")
    reader.sees("Ronde 1. Erbij: Politie.")
    reader.push("Naar het eind")
    reader.sees("Ronde 4. Niemand komt er nog bij.")
    reader.option("Corporatie met Ggz").check()
    assert held, "nothing was held back"
    assert page.locator("html[data-live-widgets=awake]").count() == 0
    for route in held:
        route.continue_()
    reader.sees("Genoteerd: Corporatie met Ggz.")


def playing(traits):
    """The traits of the play screen: with buttons."""
    return {**traits, "actions": actions(texts(IDENT), KINDS)}


def test_moves_stand_at_once_and_wait_for_python_in_order(mounted):
    page = mounted(playing(board_traits("zeven")))
    reader = Reader(page.locator("body"), lambda target: target.click())
    reader.pick("Gemeente", "Zorg")
    reader.push("Leg contact")
    assert page.locator(".rw-net-band-new").count() == 1
    reader.sees("De rondes worden nog uitgerekend.")
    reader.pick("Corporatie", "Zorg")
    reader.push("Verbreek contact")
    assert page.locator(".rw-net-band-cut").count() == 1
    reader.push("Speel af")
    moves = page.evaluate("sent.filter((one) => one !== 'saved')")
    assert moves == [
        {"action": "leggen", "nodes": ["gem", "zorg"]},
        {"action": "verbreken", "nodes": ["corp", "zorg"]},
    ]
    page.evaluate("model.set('answered', 1)")
    assert page.locator(".rw-net-band-new").count() == 1
    page.evaluate("model.set('answered', 2)")
    # Python said nothing of these ties: what it says counts. And what was asked to play, plays now.
    assert page.locator(".rw-net-band-new, .rw-net-band-cut").count() == 0
    reader.sees("Ronde 1. Erbij: Politie.")


def test_the_film_stops_at_the_end_and_when_anything_else_is_touched(mounted):
    page = mounted(playing(board_traits("zeven")))
    page.clock.install()
    reader = Reader(page.locator("body"), lambda target: target.click())
    reader.push("Speel af")
    reader.sees("Ronde 1.")
    page.clock.run_for(1000)
    reader.sees("Ronde 2.")
    reader.pick("Ggz")
    reader.button("Speel af").wait_for()
    page.clock.run_for(5000)
    reader.sees("Ronde 2.")
    assert "saved" in page.evaluate("sent")
    reader.push("Speel af")
    page.clock.run_for(5000)
    reader.sees("Ronde 4. Niemand komt er nog bij.")
    reader.button("Speel af").wait_for()
    assert page.evaluate("model.get('shown')") == 4


def test_at_most_two_are_chosen_and_buttons_say_how_many_they_need(mounted):
    page = mounted(playing(board_traits("zeven")))
    reader = Reader(page.locator("body"), lambda target: target.click())
    on = page.locator(".rw-net-doe:not([aria-disabled=true])")
    assert on.count() == 0
    reader.pick("Zorg")
    assert on.all_inner_texts() == ["Laat beginnen", "Klein succes"]
    reader.pick("Ggz")
    assert on.all_inner_texts() == ["Verbreek contact"]
    reader.sees("Gekozen: Zorg en Ggz.")
    reader.pick("Corporatie")
    reader.sees("Gekozen: Ggz en Corporatie.")
    assert on.all_inner_texts() == ["Leg contact"]
    assert page.locator(".rw-net-knoop[tabindex='0']").count() == 1


def test_one_stop_for_tab_arrows_between_nodes_and_enter_or_space_to_choose(mounted):
    page = mounted(playing(board_traits("zeven")))
    focused = "() => document.activeElement.getAttribute('aria-label')"
    page.locator(".rw-net-knoop[tabindex='0']").focus()
    assert page.evaluate(focused) == "Corporatie, is begonnen"
    page.keyboard.press("ArrowUp")
    first = page.evaluate(focused)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    second = page.evaluate(focused)
    page.keyboard.press("Enter")
    assert len({first, second, "Corporatie, is begonnen"}) == 3
    pressed = page.locator(".rw-net-knoop[aria-pressed=true]")
    assert {pressed.nth(0).get_attribute("aria-label"), pressed.nth(1).get_attribute("aria-label")} == {first, second}
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "rw-net-knop rw-net-doe"
    page.locator(".rw-net-doe:not([aria-disabled=true])").focus()
    page.keyboard.press("Enter")
    # The focus goes to what comes next: playing the rounds.
    assert page.evaluate("() => document.activeElement.textContent") == "Speel af"
    assert len(page.evaluate("sent.filter((one) => one !== 'saved')")) == 1


def test_targets_are_large_enough_for_a_finger(mounted):
    page = mounted(playing(board_traits("zeven")), 250)
    sizes = page.evaluate(
        "() => [...document.querySelectorAll('.rw-net-doel, .rw-net button')]"
        ".filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())"
        ".map(({ width, height }) => Math.min(width, height))"
    )
    assert len(sizes) > 10
    assert min(sizes) >= 24
