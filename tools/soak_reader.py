"""A reader who does anything: opens, clicks, types, drags, reloads, goes back, loses the network, has two tabs.

What the reader wrote in the fields of the journal is known here, so that it can be asked for later.
"""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from urllib.parse import quote

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, ElementHandle, Error, Page, Request
from until import until

FIELD = "reiswijzer/1/veld/"
JOURNAL = "book/thuiskomst/uw-reisverslag.html"
FIELDS = "textarea[data-veld], input[type=text][data-veld]"
EXPORT = "Bewaar een bestand om elders verder te gaan"
ADD = "Voeg een reisverslag toe"
SHORT = 3000
#: How often a reader does one of two things. `MOSTLY`: takes a page with an exercise or a field, and waits for Python.
EVEN, MOSTLY = 0.5, 0.7
#: Wiping is an act of its own; taking over a line writes over a field, as its reader asks.
LEFT_ALONE = ("Ja, wis alles", "Neem over")
WORDS = (
    "bewoners", "corporatie", "gemeente", "huisarts", "wijkteam", "schulden", "samen", "verhuizen", "iedereen zwijgt,",
    "vraag ik", "de sleutel", "één tafel", "coördinatie", "<b>vet</b>", '"precies"', "50% minder", "zorg & wonen", "🙂",
)  # fmt: skip
SEARCHED = ("leiderschap", "schulden", "huurders", "toezicht", "netwerk", "zzzz", "vertrouwen", "&<>")
# What a reader can see and reach. `[data-veld]` is written in by an act of its own.
SEEN = """selector => [...document.querySelectorAll(selector)].filter((one) => {
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    const seen = box.width > 3 && box.height > 3 && style.visibility === 'visible';
    const over = document.querySelector('dialog:modal');
    return seen && !one.disabled && !one.closest('[inert]') && (!over || over.contains(one));
})"""
CALLED = "one => (one.getAttribute('aria-label') || one.innerText || one.value || one.name || one.tagName).slice(0, 50)"
# In one go: the other tab may write between a look and a letter.
WRITE = """(one, text) => {
    const was = one.value;
    one.focus();
    one.value = text;
    one.dispatchEvent(new Event('input', { bubbles: true }));
    return was;
}"""
KEEPS = """held => Object.entries(held).every(([key, texts]) => {
    const notes = JSON.parse(localStorage.getItem(key) ?? '{"notes": []}').notes.map((note) => note.text);
    return texts.every((text) => notes.includes(text));
})"""
SHOWS = "([id, text]) => document.getElementById(id).value === text"


# The second: the service worker itself could not be fetched.
NO_NETWORK = ("net::ERR_INTERNET_DISCONNECTED", "An unknown error occurred when fetching the script")


class TroubleError(Exception):
    """Something that must not happen to a reader."""


def harmless(text: str, *, offline: bool) -> bool:
    """Return whether an error in the console only says that there was no network, while there was none."""
    return offline and any(said in text for said in NO_NETWORK)


class Watch:
    """Hears all that goes wrong in the pages of a context."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.offline = False
        self.heard: list[str] = []
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda told: self.heard.append(f"uncaught: {told.error}"))
        context.on("page", lambda page: page.on("crash", lambda: self.heard.append("the page crashed")))

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.heard.append(f"asked another host: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not harmless(message.text, offline=self.offline):
            self.heard.append(f"console: {message.text} {message.location['url']}")

    def check(self) -> None:
        """Raise what was heard since the last time."""
        heard, self.heard = self.heard, []
        if heard:
            raise TroubleError("; ".join(dict.fromkeys(heard)))


class Written:
    """What must stand in the journal: of each field every text that no page that showed it has replaced."""

    def __init__(self) -> None:
        self.texts: dict[str, list[str]] = {}

    def write(self, ident: str, was: str, text: str) -> None:
        """Note that a page that showed `was` now holds `text`: what is written on one day is one note."""
        held = self.texts.setdefault(ident, [])
        if was in held:
            held.remove(was)
        held.append(text)

    def keys(self) -> dict[str, list[str]]:
        """Return the texts by the key that the browser keeps them under."""
        return {FIELD + ident: texts for ident, texts in self.texts.items()}

    def missing(self, document: dict[str, list[dict[str, str]]]) -> list[str]:
        """Return which texts are not in the fields of an exported journal."""
        there = {ident: {note["text"] for note in notes} for ident, notes in document.items()}
        return [
            f"{ident}: {text}"
            for ident, texts in self.texts.items()
            for text in texts
            if text not in there.get(ident, ())
        ]


class Reader:
    """One journey. `places` says of each page what it has: an "exercise", a "field" of the journal, both or neither."""

    def __init__(
        self, context: BrowserContext, watch: Watch, places: dict[str, set[str]], name: str, tell: Callable[[str], None]
    ) -> None:
        self.context, self.watch, self.name, self.tell = context, watch, name, tell
        self.places, self.lively = list(places), [place for place, holds in places.items() if holds]
        self.fields = [place for place, holds in places.items() if "field" in holds]
        self.chance = Random(name)  # noqa: S311 - it must come out the same again
        self.written = Written()
        self.done: Counter[str] = Counter()
        self.log: list[str] = []
        self.number = 0
        self.acts: dict[Callable[[], None], int] = {
            self.press: 9, self.write: 7, self.choose: 5, self.open: 4, self.follow: 3, self.answer: 2, self.drag: 2,
            self.reload: 2, self.back: 2, self.tabs: 2, self.offline: 2, self.keys: 1, self.theme: 1, self.search: 1,
            self.carry: 1,
        }  # fmt: skip
        self.page = self._new_page()

    # ---- What a journey is ------------------------------------------------------------------------------------------

    def travel(self, acts: int) -> None:
        """Do so many acts and look whether all that was written is there.

        Raises
        ------
        TroubleError
            When something happens that must not happen to a reader.
        """
        self.page.goto(self.watch.address + "search.html")
        self.page.evaluate("localStorage.clear()")
        self.watch.check()
        self.open()
        for _ in range(acts):
            act = self.chance.choices(list(self.acts), list(self.acts.values()))[0]
            self._do(act)
        self._online()
        self._look()
        self._exported()
        self._shown_again()

    def close(self) -> None:
        """Leave as a reader does, so that pages can still keep what was typed."""
        self.context.set_offline(False)
        for page in self.context.pages:
            self._close(page)

    def _do(self, act: Callable[[], None]) -> None:
        name = act.__name__
        try:
            act()
            self.done[name] += 1
        except Error as error:
            # A click that found something above it, or a page that went on meanwhile, is a reader's day.
            if act not in (self.press, self.choose, self.follow, self.drag, self.keys, self.theme):
                raise TroubleError(f"{name}: {error.message}") from error
            self.done["missed"] += 1
            self._say(f"missed: {error.message.splitlines()[0]}")
        for page in self.context.pages:
            if page not in self.tabs_open():
                self._close(page)
        self._healthy()

    def _healthy(self) -> None:
        self.watch.check()
        try:
            state = self.page.evaluate("document.documentElement.dataset.liveWidgets ?? ''")
        except Error:
            return  # it is on its way to another page
        if state == "failed":
            told = self.page.locator(".live-widget-announcer").inner_text()
            raise TroubleError(f"an exercise does not wake: {told}")

    # ---- Acts -------------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Go to any page of the book."""
        place = self.chance.choice(self.lively if self.chance.random() < MOSTLY else self.places)
        if self.watch.offline and not self._is_kept():
            return
        self._say(f"opens {place}")
        self.page.goto(self.watch.address + place)
        self._arrived()

    def follow(self) -> None:
        """Follow any link that stays in the book."""
        if self.watch.offline and not self._is_kept():
            return
        link = self._any(f'a[href]:not([download]):not([target]):not([href^="http"]), a[href^="{self.watch.address}"]')
        if link:
            link.click(timeout=SHORT)
            self._arrived()

    def press(self) -> None:
        """Press any button, or open what is folded."""
        if button := self._any("button, summary, [role=button], [role=tab]"):
            button.click(timeout=SHORT)

    def choose(self) -> None:
        """Choose any option, or any line of a list."""
        chosen = self._any("input[type=radio], input[type=checkbox]:not([data-veld]), select")
        if chosen is None:
            return
        if chosen.evaluate("one => one.tagName") == "SELECT":
            count = chosen.evaluate("one => one.options.length")
            chosen.select_option(index=self.chance.randrange(count), timeout=SHORT)
        else:
            chosen.click(timeout=SHORT)

    def write(self) -> None:
        """Write in any field of the journal."""
        field = self._any(FIELDS)
        if field is None:
            if self.watch.offline and not self._is_kept():
                return
            self.page.goto(self.watch.address + self.chance.choice(self.fields))
            self._arrived()
            field = self._any(FIELDS)
        if field is None:
            return
        ident = field.get_attribute("data-veld") or ""
        text = self._text()
        self._say(f"writes {text!r}")
        if len(self.tabs_open()) > 1 or self.chance.random() < EVEN:
            was = field.evaluate(WRITE, text)
        else:
            was = field.input_value()
            field.fill("")
            field.type(text)
        self.written.write(ident, was, text)
        self.done["entries"] += 1
        if self.chance.random() < EVEN:
            self._look()

    def answer(self) -> None:
        """Write in any field of an exercise; it must be kept when the reader pauses."""
        field = self._any(".rw-oefening textarea")
        if field is None or self.page.evaluate("document.documentElement.dataset.liveWidgets") != "awake":
            return
        text = self._text()
        self._say(f"answers {text!r}")
        try:
            field.fill(text)
        except Error as error:
            if "not attached" not in error.message:
                raise
            self._say("the field went with the step before it")  # Python answered late; nothing was written yet
            return
        mark = text.rsplit("(", 1)[1]
        until(self.page, "mark => Object.values({ ...localStorage }).some((kept) => kept.includes(mark))", mark)
        self.done["answers"] += 1

    def drag(self) -> None:
        """Drag a handle, a point or a drawing of an exercise to any place near it."""
        thing = self._any(":is(.rw-oefening, .rw-regelaar) :is(.noUi-handle, svg [tabindex], svg, canvas)")
        if thing is None:
            return
        thing.scroll_into_view_if_needed(timeout=SHORT)
        box = thing.bounding_box()
        if box is None:
            return
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        for _ in range(3):
            x, y = x + self.chance.randint(-80, 80), y + self.chance.randint(-60, 60)
            self.page.mouse.move(x, y)
        self.page.mouse.up()

    def keys(self) -> None:
        """Walk with the keyboard."""
        for key in self.chance.choices(("Tab", "Shift+Tab", "ArrowDown", "ArrowRight", "PageDown", "Escape"), k=6):
            self.page.keyboard.press(key)

    def theme(self) -> None:
        """Change between light and dark."""
        if button := self._any(".theme-switch-button"):
            button.click(timeout=SHORT)

    def search(self) -> None:
        """Look for a word."""
        if self.watch.offline and not self._is_kept():
            return
        word = self.chance.choice(SEARCHED)
        self._say(f"looks for {word}")
        self.page.goto(f"{self.watch.address}search.html?q={quote(word)}")
        self._arrived()

    def reload(self) -> None:
        """Reload; what stands in the fields must stand there again."""
        if self.watch.offline and not self._is_kept():
            return
        self.page.reload()
        self._arrived()
        self._shown_again()

    def back(self) -> None:
        """Go back, and perhaps forth."""
        if self.watch.offline and not self._is_kept():
            return
        self.page.go_back()
        before_the_book = self.page.url == "about:blank"
        self._arrived()
        if before_the_book or self.chance.random() < EVEN:
            self.page.go_forward()
            self._arrived()

    def tabs(self) -> None:
        """Open the same page a second time, go to the other tab, or close it."""
        if len(self.tabs_open()) == 1:
            if self.watch.offline and not self._is_kept():
                return
            address = self.page.url
            self.page = self._new_page()
            self.page.goto(address)
            self._arrived()
        elif self.chance.random() < EVEN:
            self.page = next(page for page in self.tabs_open() if page is not self.page)
            self.page.bring_to_front()
        else:
            self._close(self.page)
            self._mine.remove(self.page)
            self.page = self._mine[0]

    def offline(self) -> None:
        """Lose the network, or find it again."""
        self._online() if self.watch.offline else self._off()

    def carry(self) -> None:
        """Save the journal as a file; sometimes wipe all and bring the file back."""
        if self.watch.offline:
            return
        for page in self._mine:
            if page is not self.page:
                self._close(page)
        self._mine = [self.page]
        self._look()
        content = self._exported()
        if not self.written.texts or self.chance.random() < EVEN:
            return
        page = self.page
        page.locator(".rw-verslag").last.scroll_into_view_if_needed()
        page.locator("html[data-live-widgets=awake]").wait_for(timeout=60_000, state="attached")
        page.get_by_role("button", name="Wis alles", exact=True).click()
        page.get_by_role("button", name="Ja, wis alles").click()
        page.get_by_text("Alles is gewist.").locator("visible=true").first.wait_for()
        if page.evaluate(f"Object.keys(localStorage).filter((key) => key.startsWith('{FIELD}'))"):
            raise TroubleError("wiping left fields behind")
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name=ADD).click()
        file = {"name": "reisverslag.json", "mimeType": "application/json", "buffer": content}
        chooser.value.set_files(file)  # type: ignore[arg-type]
        page.get_by_role("button", name="Voeg toe", exact=True).click()
        page.get_by_text("Toegevoegd.").locator("visible=true").first.wait_for()
        self._look()
        self.done["imports"] += 1

    # ---- What they are made of --------------------------------------------------------------------------------------

    def tabs_open(self) -> list[Page]:
        """Return the pages that this reader has open."""
        return self._mine

    def _new_page(self) -> Page:
        page = self.context.new_page()
        page.on("dialog", self._agree)
        self._mine = [*getattr(self, "_mine", []), page]
        return page

    @staticmethod
    def _agree(dialog: Dialog) -> None:
        dialog.accept()

    @staticmethod
    def _close(page: Page) -> None:
        if not page.is_closed():
            with page.expect_event("close"):
                page.close(run_before_unload=True)

    def _say(self, text: str) -> None:
        self.log.append(text)
        self.tell(text)

    def _text(self) -> str:
        self.number += 1
        words = " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 6)))
        return f"{words} ({self.name}.{self.number})"

    def _any(self, selector: str) -> ElementHandle | None:
        found = self.page.evaluate_handle(SEEN, selector)
        count = found.evaluate("list => list.length")
        if not count:
            return None
        chosen = found.get_property(str(self.chance.randrange(count))).as_element()
        called = " ".join(chosen.evaluate(CALLED).split()) if chosen else ""
        if chosen is None or called.startswith(LEFT_ALONE):
            return None
        self._say(f"takes {called!r} of {count}")
        return chosen

    def _arrived(self) -> None:
        """Wait for the page, and often for its Python; a reader who does not wait must be served too."""
        self.page.wait_for_load_state("load")
        self._say(f"is at {self.page.url.removeprefix(self.watch.address)}")
        seen = self.page.locator(".live-widget:visible")  # a part of the journal can be folded
        if seen.count() and self.chance.random() < MOSTLY:
            seen.first.scroll_into_view_if_needed()
            self.page.locator("html:is([data-live-widgets=awake], [data-live-widgets=failed])").wait_for(
                timeout=60_000, state="attached"
            )

    def _is_kept(self) -> bool:
        return bool(self.page.evaluate("Boolean(navigator.serviceWorker?.controller)"))

    def _off(self) -> None:
        self._say("loses the network")
        self.watch.offline = True
        self.context.set_offline(True)

    def _online(self) -> None:
        if self.watch.offline:
            self._say("finds the network again")
            self.context.set_offline(False)
            self.watch.offline = False

    def _look(self) -> None:
        """Look whether all that was written is kept; the last letter needs a moment."""
        try:
            until(self.page, KEEPS, self.written.keys())
        except Error as error:
            raise TroubleError(f"an entry is lost: {error.message.splitlines()[0]}") from error

    def _shown_again(self) -> None:
        for ident, texts in self.written.texts.items():
            if len(texts) == 1 and self.page.locator(f"#veld-{ident}").count():
                try:
                    until(self.page, SHOWS, [f"veld-{ident}", texts[0]])
                except Error as error:
                    raise TroubleError(f"{ident} does not show {texts[0]!r}") from error

    def _exported(self) -> bytes:
        self.page.goto(self.watch.address + JOURNAL)
        self._arrived()
        if not self.written.texts and self.page.locator("html[data-reisverslag=leeg]").count():
            return b""  # there is nothing to save, and no button either
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=EXPORT, exact=True).click()
        content = Path(download.value.path()).read_bytes()
        if missing := self.written.missing(json.loads(content)["fields"]):
            raise TroubleError(f"not in the saved file: {'; '.join(missing)}")
        self.done["exports"] += 1
        return content
