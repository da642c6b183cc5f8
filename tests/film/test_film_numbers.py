"""A number that a film says is the one its model computes or its source gives, so that neither changes alone."""

import pytest

from reiswijzer.content.evictions import series
from reiswijzer.content.film import script
from reiswijzer.figures.svg import thousands
from reiswijzer.film.drawn import texts
from reiswijzer.film.scenes import drawing_of
from reiswijzer.film.stage import frame
from reiswijzer.models.curve import continue_pace
from reiswijzer.models.lines import full_mesh, parts_left, star, two_directors
from reiswijzer.models.retention import STATISTIC_RETAINED, STORY_RETAINED
from reiswijzer.models.shared_leadership import ONE_LEADER, SHARED, knock_out

WORDS = {1: "Eén", 10: "tien"}
"""Numbers that the films spell out, as they stand there."""
HOUSEHOLD = script("inzicht-2").numbers["organisaties"]
CHAIR, CARE = (knock_out(table, table.members[seat]) for table, seat in ((ONE_LEADER, 0), (SHARED, 2)))


def pace(first):
    """Return what the pace from `first` to the last year known before the guess comes to, in hundreds."""
    known = {year: many for year, many in series().items() if first <= year <= 2017}
    return thousands(round(continue_pace({year: known[year] for year in (first, 2017)}, 2022)[2022], -2))


def percent(share):
    return str(round(100 * share))


@pytest.mark.parametrize(
    ("clip", "number", "said"),
    [
        ("kader", full_mesh(2), "[{} lijn.]"),
        ("kader", full_mesh(5), "Met vijf zijn het al {} lijnen."),
        ("kader", full_mesh(10), "[Tien: {}.]"),
        ("inzicht-1", thousands(series()[2014]), "2014: {}."),
        ("inzicht-1", thousands(series()[2016]), "2016: {}."),
        ("inzicht-1", thousands(series()[2017]), "{} in 2017."),
        ("inzicht-1", thousands(series()[2022]), "In 2022 waren het er {}."),
        ("inzicht-1", pace(2014), "ongeveer {}.]"),
        ("inzicht-1", pace(2016), "ongeveer {}, dus lager.]"),
        ("inzicht-2", thousands(full_mesh(HOUSEHOLD)), "{} lijnen, als iedereen elkaar spreekt."),
        ("inzicht-2", parts_left(HOUSEHOLD, 1, 1), "{} losse organisaties blijven over."),
        ("inzicht-2", parts_left(HOUSEHOLD, 1, 1), "alle {} over de vloer."),
        ("inzicht-2", two_directors(HOUSEHOLD), "Met twee regisseurs: {} lijnen."),
        ("inzicht-3", percent(CHAIR.normalised_before), "Onderlinge leiding: {} van de 100."),
        ("inzicht-3", percent(CHAIR.normalised_after), "44 wordt {}."),
        ("inzicht-3", percent(CARE.normalised_before), "{} wordt 65."),
        ("inzicht-3", percent(CARE.normalised_after), "68 wordt {}."),
        ("inzicht-5", percent(STATISTIC_RETAINED), "Van het cijfer is {} procent over."),
        ("inzicht-5", percent(STORY_RETAINED), "Van het verhaal is {} procent over."),
    ],
)
def test_a_number_that_is_said_is_that_of_its_model(clip, number, said):
    captions = " ".join(line.caption for line in script(clip).lines)
    assert said.format(WORDS.get(number, number)) in captions


@pytest.mark.parametrize(
    ("clip", "scene", "number"),
    [
        ("inzicht-2", "net", thousands(full_mesh(HOUSEHOLD))),
        ("inzicht-2", "regisseur", str(star(HOUSEHOLD))),
        ("inzicht-2", "twee", str(star(HOUSEHOLD - 1))),
        ("inzicht-3", "vertrek", percent(CHAIR.normalised_after)),
        ("inzicht-3", "tweede", percent(CARE.normalised_after)),
    ],
)
def test_a_number_that_is_drawn_has_come_to_that_of_its_model_when_the_scene_ends(clip, scene, number):
    made = script(clip)
    end = next(each.begin + each.seconds for each in made.scenes if each.id == scene)
    assert number in texts(frame(made, drawing_of(clip), end - 0.5))


def test_a_third_is_what_the_first_table_loses():
    assert CHAIR.loss == pytest.approx(1 / 3, abs=0.02)
