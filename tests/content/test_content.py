"""Content is loaded whole, and whatever is wrong in it is named by file and id."""

import pytest

from reiswijzer.content import files, texts
from reiswijzer.content.cards import cards
from reiswijzer.content.cases import case, cases
from reiswijzer.content.check import check_all
from reiswijzer.content.choices import choice, choices, parse
from reiswijzer.content.files import ContentError
from reiswijzer.content.route import route, stop

GOOD = {
    "id": "1-gok",
    "kind": "choice",
    "question": "Wat doet u?",
    "option": [
        {"id": "a", "label": "Dit", "reply": "Omdat."},
        {"id": "b", "label": "Dat", "reply": "Daarom."},
    ],
}


def test_everything_that_ships_loads():
    check_all()
    assert len(cases()) == 42
    assert sum(len(item.sources) for item in cases().values()) == 133
    assert [item.number for item in route()] == [1, 2, 3, 4, 5]
    assert sorted(cards()) == [1, 2, 3, 4, 5]


def test_five_visits_are_confirmed_and_no_other_is_claimed():
    assert {item.id for item in cases().values() if item.visited_by_explorers} == {
        "nexus-limburg",
        "regionale-energiecooperatie",
        "empathic-living-labs-roermond",
        "ons-doel-leiden",
        "zorgalliantie",
    }


@pytest.mark.parametrize("field", ["id", "kind", "question", "option"])
def test_a_choice_without_a_field_is_named(field):
    table = {key: value for key, value in GOOD.items() if key != field}
    with pytest.raises(ContentError, match=r"choices/x\.toml: .*"):
        parse("choices/x.toml", table)


def test_an_option_without_reply_is_named_by_file_and_id():
    table = {**GOOD, "option": [GOOD["option"][0], {"id": "b", "label": "Dat", "reply": ""}]}
    with pytest.raises(ContentError, match=r"choices/x\.toml: 1-gok/b: 'reply' is missing"):
        parse("choices/x.toml", table)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "quiz"}, "not 'choice' or 'recall'"),
        ({"kind": "recall"}, "0 correct options"),
        ({"option": GOOD["option"][:1]}, "fewer than two"),
        ({"option": [GOOD["option"][0], GOOD["option"][0]]}, "occurs twice"),
        ({"option": [{**GOOD["option"][0], "correct": True}, GOOD["option"][1]]}, "no option can be correct"),
    ],
)
def test_a_choice_that_cannot_be_right_is_refused(changes, message):
    with pytest.raises(ContentError, match=message):
        parse("choices/x.toml", {**GOOD, **changes})


@pytest.mark.parametrize("find", [case, choice, stop, texts.texts])
def test_an_unknown_id_is_named(find):
    with pytest.raises(ContentError, match="bestaat-niet"):
        find("bestaat-niet")


def test_a_case_without_source_is_refused(monkeypatch):
    def without_nexus(file):
        return tuple(row for row in files.rows(file) if row.get("case_id") != "nexus-limburg")

    monkeypatch.setattr("reiswijzer.content.cases.rows", without_nexus)
    with pytest.raises(ContentError, match=r"cases\.csv: nexus-limburg: has no source"):
        cases.__wrapped__()


def test_broken_toml_is_named(monkeypatch):
    monkeypatch.setattr(files, "raw", lambda _: "a = [")
    with pytest.raises(ContentError, match=r"kapot\.toml: -: is not valid TOML"):
        files.toml.__wrapped__("kapot.toml")


def test_every_option_of_every_choice_has_its_own_reply():
    for item in choices().values():
        replies = [option.reply for option in item.options]
        assert len(set(replies)) == len(replies), item.id


def test_every_exercise_has_texts_and_every_source_is_known():
    from pybtex.database import parse_file  # noqa: PLC0415 - only here

    known = parse_file("book/references.bib").entries
    for ident in texts.exercise_ids():
        for reference in texts.texts(ident).references.values():
            if reference.id in known:
                entry = known[reference.id].fields
                addresses = {
                    entry.get("url"),
                    f"https://doi.org/{entry.get('doi')}",
                    f"https://arxiv.org/abs/{entry.get('eprint')}",
                }
                assert reference.url in addresses, f"{ident}: {reference.id} links to {reference.url}"
            else:
                named = [one for one in cases() if f"{reference.id}-".startswith(f"{one}-")]  # a case may give several
                urls = {source.url for one in named for source in case(one).sources}
                assert reference.url in urls, f"{ident}: {reference.id} is neither in references.bib nor a case source"
