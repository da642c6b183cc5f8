"""The menu as the theme makes it gets names, the numbers of the stops, and a mark where the reader is."""

from bs4 import BeautifulSoup

from reiswijzer.book.menu import FOLD_NAME, finish

MENU = """<ul><li><a href="a">Resultaat</a></li><li class="current"><a class="current" href="b">Kaart</a>
<details><summary><i></i></summary><ul><li><a href="c">Casus</a></li></ul></details></li></ul>"""


def test_the_menu_is_finished_once_however_often_it_is_asked_for():
    menu = BeautifulSoup(MENU, "html.parser")
    for _ in range(2):
        finish(menu, {"Resultaat": 1})
    stop, here, case = menu.select("a")
    assert [mark.get_text() for mark in stop.select(".rw-menu-halte.rw-halte-1")] == ["1"]
    assert not case.select(".rw-menu-halte")
    assert [link.get("aria-current") for link in (stop, here, case)] == [None, "page", None]
    assert menu.summary["aria-label"] == FOLD_NAME
