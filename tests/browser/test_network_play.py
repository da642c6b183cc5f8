"""The network view and "De ontbrekende brug": played by mouse, keyboard and touch; read, measured, asleep."""

import re

import pytest
from hands import Keyboard, Mouse, Touch, says
from playwright.sync_api import expect

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

# The code of the view as part of what a test evaluates: a page of the book brings in no module from a text.
CODE = re.sub(
    r"^export ", "", re.sub(r"^export default ", "const view = ", Network._esm, flags=re.MULTILINE), flags=re.MULTILINE
)
# A stand-in for the model that the page has: traits, events, and a list of what would go to Python.
MOUNT = """
async ([css, state, width]) => {
  %s
  document.body.replaceChildren();
  const look = document.head.appendChild(document.createElement('style'));
  look.textContent = css;
  const el = document.body.appendChild(document.createElement('div'));
  el.style.width = `${width}px`;
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
  window.nearest = nearest;
  view.render({ model, el, signal: end.signal });
  window.heard = heard;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
""".replace("%s", CODE)


def state_of(network):
    """The traits of a view as the page gets them."""
    return {name: getattr(network, name) for name in network.keys if not name.startswith("_") and name != "layout"}


@pytest.fixture
def mounted(page, address):
    """Return a function that draws a network of some traits at some width, without Python."""

    def mount(traits, width=600, where=page):
        where.goto(address + "book/verantwoording/colofon.html")
        where.evaluate(MOUNT, [Network._css, traits, width])
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


class OnTheNetwork:
    """What a hand does on a network, whichever hand it is."""

    def shown(self):
        """The view on screen."""
        return self.exercise.locator(".rw-net:visible")

    def node(self, name):
        return self.shown().locator(f'.rw-net-knoop[aria-label^="{name},"]')

    def pick(self, *names):
        for name in names:
            self.activate(self.node(name))
            self.shown().locator(f'.rw-net-knoop[aria-pressed=true][aria-label^="{name},"]').wait_for()

    def sees(self, text):
        says(self.exercise, text)


class ByMouse(OnTheNetwork, Mouse):
    pass


class ByTouch(OnTheNetwork, Touch):
    pass


# Breadth first, by the function with which the view itself decides where an arrow key leads.
WAY_BY_ARROWS = """
(wanted) => {
  %s
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
""".replace("%s", CODE)


class ByKeys(OnTheNetwork, Keyboard):
    """A drawing is one stop for Tab; arrow keys lead from one organisation to another."""

    def press(self, name):
        button = self.button(name)
        expect(button).to_be_enabled()  # a button of the view that cannot be used now can be reached all the same
        self.activate(button)

    def pick(self, *names):
        for name in names:
            node = self.node(name)
            node.wait_for()
            self.reach(node, *self.shown().locator(".rw-net-knoop").all())
            for key in self.page.evaluate(WAY_BY_ARROWS, node.element_handle()):
                self.page.keyboard.press(key)
            self.page.keyboard.press("Space")
            self.shown().locator(f'.rw-net-knoop[aria-pressed=true][aria-label^="{name},"]').wait_for()


def solves_two_puzzles(hand):
    hand.choose("Schuldhulp met Welzijn")
    hand.sees("Genoteerd: Schuldhulp met Welzijn.")
    hand.press("Verder: Doe drie zetten")
    # The bet is chosen already.
    hand.sees("Gekozen: Schuldhulp en Welzijn.")
    hand.press("Leg contact")
    hand.sees("Gedaan: contact tussen Schuldhulp en Welzijn.")
    hand.press("Naar het eind")
    hand.sees("Het stokt op 4 van de 7.")
    hand.sees("Welzijn ziet 1 van 3 meedoen (Schuldhulp). Nodig: 2. Wacht.")
    hand.press("Neem de laatste zet terug")
    hand.sees("U hebt drie zetten.")
    hand.pick("Gemeente", "Zorg")
    hand.press("Leg contact")
    hand.sees("Nog over: 2.")
    hand.press("Speel af")
    hand.sees("Ronde 1. Erbij")
    hand.press("Naar het eind")
    hand.sees("Alle 7 doen mee. Dat kostte u één zet.")
    hand.press("Volgende puzzel")
    hand.sees("Puzzel 2 van 5")
    second = list(BOARDS)[1]
    solution = next(each for each in one_move_solutions(BOARDS[second].puzzle) if isinstance(each, AddTie))
    names = BOARDS[second].names
    hand.pick(names[solution.a], names[solution.b])
    hand.press("Leg contact")
    hand.sees("Nog over: 2.")
    hand.press("Naar het eind")
    hand.sees(f"Alle {len(names)} doen mee. Dat kostte u één zet.")
    hand.choose("Evenveel als nu")
    hand.press("Toon alles wat met één zet werkt")
    hand.sees("U dacht: Evenveel als nu")


def learns_what_it_was(hand):
    hand.press("Verder: Wat één contact doet")
    hand.sees("U gokte op Schuldhulp met Welzijn.")
    hand.choose("Vier, net als nu")
    hand.sees("Het werd er 1.")
    hand.press("Toon alles wat met één zet werkt")
    hand.sees("Geen van de vijf verandert iets tussen wie al meedoen.")
    hand.press("Verder: Hoe komt dat?")
    hand.write("Wat verraste u?", "Dat een contact kan schaden")
    hand.press("Toon onze uitleg")
    hand.sees("kettingreactie")
    hand.choose("Van Gemeente")
    hand.sees("Volgens de tabel hangt het meest van Corporatie af.")
    hand.press("Verder: Aandeel of aantal?")
    hand.choose("Iedereen doet mee")
    hand.choose("Naar het aantal koppen")
    hand.sees("Bij koppen schaadt een extra contact nooit.")
    hand.press("Verder: Eén misverstand")
    hand.choose("Ongeveer 80 keer")
    hand.sees("U dacht: Ongeveer 80 keer.")
    hand.choose("Pas terugbetalen na twee missers op rij")
    hand.sees("Eén misser blijft één misser.")


def plays_to_the_end(hand):
    solves_two_puzzles(hand)
    learns_what_it_was(hand)
    hand.press("Verder: Uw eigen netwerk")
    hand.write("Wie doet al mee", "Het wijkteam doet mee, de ggz wacht")
    hand.choose("Een tweede contact leggen met iemand die al meedoet")
    hand.sees("Dat is de brede brug.")
    hand.press("Verder: Vrij spelen")
    hand.write("Organisaties, één per regel", "Corporatie\nZorg\nWelzijn")
    hand.node("Politie").wait_for(state="detached")
    hand.pick("Welzijn")
    hand.press("Haal weg of zet terug")
    hand.shown().locator('.rw-net-knoop[aria-label="Welzijn, is weg"]').wait_for()
    hand.press("Zoek wat met één zet werkt")
    hand.sees("Iedereen doet al mee. Er valt niets te zoeken.")


@pytest.mark.long("the same clicks as by touch")
def test_it_is_played_to_the_end_by_mouse(opened):
    plays_to_the_end(ByMouse(opened()))


@pytest.mark.chromium("Playwright touches only there")
def test_it_is_played_to_the_end_by_touch_on_a_phone(page_with, opened):
    page = page_with(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    plays_to_the_end(ByTouch(opened(page)))


@pytest.mark.chromium("a driven Firefox loses the focus on a long walk by Tab; the keys of the view are tried in both")
def test_it_is_played_to_the_end_by_keyboard_alone(opened):
    plays_to_the_end(ByKeys(opened()))


def test_rounds_play_before_python_is_awake_and_the_bet_is_answered_after_it(page_with, address):
    page = page_with(service_workers="block", reduced_motion="reduce")
    held = []
    page.route("**/_live/*snapshot*", lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks what it calls
    page.goto(address + PLACE)
    hand = ByMouse(page.locator(".rw-oefening").first)
    hand.sees("Ronde 4. Niemand komt er nog bij.")
    hand.press("Speel af")
    hand.sees("Het begin. Begonnen: Corporatie.")
    hand.sees("Ronde 1. Erbij: Politie.")
    hand.press("Naar het eind")
    hand.sees("Ronde 4. Niemand komt er nog bij.")
    hand.choose("Corporatie met Ggz")
    assert held, "nothing was held back"
    assert page.locator("html[data-live-widgets=awake]").count() == 0
    for route in held:
        route.continue_()
    hand.sees("Genoteerd: Corporatie met Ggz.")


def playing(traits):
    """The traits of the play screen: with buttons."""
    return {**traits, "actions": actions(texts(IDENT), KINDS)}


def test_moves_stand_at_once_and_wait_for_python_in_order(mounted):
    page = mounted(playing(board_traits("zeven")))
    hand = ByMouse(page.locator("body"))
    hand.pick("Gemeente", "Zorg")
    hand.press("Leg contact")
    assert page.locator(".rw-net-band-new").count() == 1
    hand.sees("De rondes worden nog uitgerekend.")
    hand.pick("Corporatie", "Zorg")
    hand.press("Verbreek contact")
    assert page.locator(".rw-net-band-cut").count() == 1
    hand.press("Speel af")
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
    hand.sees("Ronde 1. Erbij: Politie.")


def test_the_film_stops_at_the_end_and_when_anything_else_is_touched(mounted):
    page = mounted(playing(board_traits("zeven")))
    page.clock.install()
    hand = ByMouse(page.locator("body"))
    hand.press("Speel af")
    hand.sees("Ronde 1.")
    page.clock.run_for(1000)
    hand.sees("Ronde 2.")
    hand.pick("Ggz")
    hand.button("Speel af").wait_for()
    page.clock.run_for(5000)
    hand.sees("Ronde 2.")
    assert "saved" in page.evaluate("sent")
    hand.press("Speel af")
    page.clock.run_for(5000)
    hand.sees("Ronde 4. Niemand komt er nog bij.")
    hand.button("Speel af").wait_for()
    assert page.evaluate("model.get('shown')") == 4


def test_at_most_two_are_chosen_and_buttons_say_how_many_they_need(mounted):
    page = mounted(playing(board_traits("zeven")))
    hand = ByMouse(page.locator("body"))
    on = page.locator(".rw-net-doe:not([aria-disabled=true])")
    assert on.count() == 0
    hand.pick("Zorg")
    assert on.all_inner_texts() == ["Laat beginnen", "Klein succes"]
    hand.pick("Ggz")
    assert on.all_inner_texts() == ["Verbreek contact"]
    hand.sees("Gekozen: Zorg en Ggz.")
    hand.pick("Corporatie")
    hand.sees("Gekozen: Ggz en Corporatie.")
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
