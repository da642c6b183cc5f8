"""The menu gets names, numbers of stops and a mark where the reader is; the arrows pass over the cases."""

from bs4 import BeautifulSoup

from reiswijzer.book.menu import CASES, FOLD_NAME, beside, finish

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


def test_the_arrows_pass_over_the_cases_and_go_from_case_to_case_among_them():
    first, last = f"{CASES}a", f"{CASES}b"
    relations = {
        "data": [None, "map", first],
        first: [None, "data", last],
        last: [None, first, "home"],
        "home": [None, last, None],
    }
    assert beside("data", 2, relations) == "home"
    assert beside("home", 1, relations) == "data"
    assert beside("home", 2, relations) is None
    assert [beside(first, 2, relations), beside(last, 2, relations)] == [last, "home"]
