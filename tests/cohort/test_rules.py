"""Attempts to find out what fewer than five travellers answered, by looking, filtering, adding and subtracting."""

import itertools
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from travellers import ASKED, file, groups, traveller

from reiswijzer.cohort.answers import OTHER, divergence, dots, shifts, split
from reiswijzer.cohort.bets import known, placed
from reiswijzer.cohort.gather import gather
from reiswijzer.cohort.rules import FEWEST, enough, safe
from reiswijzer.cohort.words import sentences, words

SAID = "Regie hoort bij het huurteam."


def shown_sets(shares):
    """Return the sets of travellers of which some figure tells the first answers to the statement."""
    answered = {share.label for share in shares if ASKED in share.scores}
    found = []
    if dots(shares, ASKED):
        found.append(answered)
    if shifts(shares, [ASKED]):
        found.append({share.label for share in shares if share.label in answered and ASKED in share.again})
    if parts := split(shares, ASKED):
        for part in parts:
            others = part == OTHER
            found.append(
                {
                    share.label
                    for share in shares
                    if share.label in answered and (share.role in (part, None) if others else share.role == part)
                }
            )
    return found


@settings(max_examples=300)
@given(groups)
def test_no_figures_of_a_statement_can_be_subtracted_until_fewer_than_five_are_left(shares):
    shown = shown_sets(shares)
    everybody = set().union(*shown)
    atoms = Counter(tuple(label in each for each in shown) for label in everybody)
    assert all(size >= FEWEST for size in atoms.values()), atoms


@given(groups)
def test_what_is_shown_is_right(shares):
    answers = [share.scores[ASKED] for share in shares if ASKED in share.scores]
    counts = dots(shares, ASKED)
    assert counts == (tuple(answers.count(score) for score in range(1, 6)) if len(answers) >= FEWEST else None)
    if parts := split(shares, ASKED):
        assert tuple(map(sum, zip(*parts.values(), strict=True))) == counts
    for shift in shifts(shares, [ASKED]):
        assert sum(shift.before) == sum(shift.after) == shift.up + shift.down + shift.same


@pytest.mark.parametrize("number", range(FEWEST))
def test_below_five_nothing_is_shown(number):
    bet = known()[0]
    shares = [
        traveller(each, "bestuurder", 1 + each, 5, [SAID], {bet.id: next(iter(bet.options))}) for each in range(number)
    ]
    assert dots(shares, ASKED) is None
    assert split(shares, ASKED) is None
    assert not divergence(shares)
    assert not shifts(shares)
    assert not placed(shares)
    assert not sentences(shares, 1)
    assert not words(shares)
    assert not enough(number)


def test_many_travellers_do_not_help_a_statement_that_four_answered():
    shares = [traveller(number, first=3 if number < 4 else None) for number in range(40)]
    assert dots(shares, ASKED) is None
    assert not divergence(shares)


def test_copies_of_a_file_do_not_bring_four_to_five():
    four = [file(traveller(number, first=number + 1, said=[f"Zin {number}."])) for number in range(4)]
    renamed = file(traveller(3, first=4, said=["Zin 3."]), label="Wielewaal 9999")
    again = file(traveller(3, first=4, said=["Zin 3."]), sentences=[])
    files = [*four, four[3], four[3] + b" ", renamed, again]
    found = gather((f"{number}.json", content) for number, content in enumerate(files))
    assert len(found.shares) == 4
    assert dots(found.shares, ASKED) is None


def test_bets_on_options_that_do_not_exist_do_not_bring_four_to_five():
    bet = known()[0]
    option = next(iter(bet.options))
    shares = [traveller(number, bets={bet.id: option if number < 4 else "verzonnen"}) for number in range(9)]
    assert not placed(shares, [bet])
    assert placed([*shares, traveller(10, bets={bet.id: option})], [bet])[0].counts[option] == 5


def test_travellers_without_a_sentence_do_not_bring_four_writers_to_five():
    shares = [traveller(number, said=[SAID] if number < 4 else []) for number in range(12)]
    assert not sentences(shares, 1)
    assert not words(shares)


@pytest.mark.parametrize(
    ("directors", "supervisors", "others", "shown"),
    [
        (5, 5, 0, True),
        (5, 5, 5, True),
        (5, 0, 5, True),
        (5, 4, 0, False),  # four supervisors
        (5, 5, 1, False),  # everybody minus directors minus supervisors is one
        (5, 5, 4, False),
        (9, 0, 0, False),  # nothing to compare
        (0, 0, 9, False),
        (40, 3, 40, False),
    ],
)
def test_groups_are_shown_only_when_each_and_the_rest_are_five_or_nobody(directors, supervisors, others, shown):
    roles = ["bestuurder"] * directors + ["commissaris"] * supervisors + [None] * others
    shares = [traveller(number, role, 3) for number, role in enumerate(roles)]
    assert (split(shares, ASKED) is not None) is shown


def test_silence_on_one_statement_cannot_make_a_group_small():
    roles = ["bestuurder"] * 6 + ["commissaris"] * 6
    shares = [traveller(number, role, None if number in (0, 1) else 3) for number, role in enumerate(roles)]
    assert split(shares, ASKED) is None
    assert sum(dots(shares, ASKED)) == 10


def test_one_who_answers_once_keeps_before_and_after_from_being_shown():
    shares = [traveller(number, first=3, later=4) for number in range(7)]
    assert shifts(shares, [ASKED])
    assert not shifts([*shares, traveller(7, first=1)], [ASKED])
    assert shifts([*shares, *(traveller(number, first=1) for number in range(7, 12))], [ASKED])
    only_later = traveller(7, later=1)
    assert shifts([*shares, only_later], [ASKED]) == shifts(shares, [ASKED])


def test_before_and_after_of_five_directors_and_one_supervisor_is_not_shown_beside_the_directors():
    """Five directors and one supervisor answered twice, five supervisors once: each alone is fine, both are not."""
    shares = [traveller(number, "bestuurder", 3, 4) for number in range(5)]
    shares += [traveller(number, "commissaris", 2, 4 if number == 5 else None) for number in range(5, 11)]
    assert shifts(shares, [ASKED])
    assert split(shares, ASKED) is None


def test_leaving_out_one_file_at_a_time_shows_that_one_and_only_the_page_can_say_so():
    """The known limit: who can gather twice can subtract. At five it ends, because four are never shown."""
    shares = [traveller(number, first=1 + number % 5) for number in range(6)]
    for left_out in shares:
        rest = [share for share in shares if share is not left_out]
        gone = [many - fewer for many, fewer in zip(dots(shares, ASKED), dots(rest, ASKED), strict=True)]
        assert gone.index(1) + 1 == left_out.scores[ASKED]
        assert all(dots([one for one in rest if one is not other], ASKED) is None for other in rest)


def test_cells_of_nobody_do_not_matter_and_every_cell_of_somebody_does():
    assert safe([])
    for sizes in itertools.product((0, 4, 5, 9), repeat=3):
        cells = [cell for cell, size in enumerate(sizes) for _ in range(size)]
        assert safe(cells) is (4 not in sizes)


# Sentences and words.


@given(st.permutations(range(8)), st.integers(0, 3))
def test_the_order_of_sentences_tells_nothing_about_files_or_labels(order, seed):
    shares = [traveller(number, said=[f"Zin {number}.", f"Nog een {number}."]) for number in range(8)]
    relabelled = [
        traveller(50 + at, said=[one.text for one in shares[number].sentences]) for at, number in enumerate(order)
    ]
    assert sentences(relabelled, seed) == sentences(shares, seed)


def test_sentences_come_in_another_order_with_another_seed_and_without_a_label():
    shares = [traveller(number, said=[f"Zin {number}."]) for number in range(8)]
    assert len({sentences(shares, seed) for seed in range(5)}) > 1
    assert not any(share.label in repr(sentences(shares, 1)) for share in shares)


def test_a_word_is_shared_when_two_travellers_use_it_however_often_one_does():
    shares = [traveller(number, said=["Iedereen had het over de REGIE."]) for number in range(2)]
    shares += [traveller(2, said=["Huurteam, huurteam en huurteam.", "Nog een huurteam."])]
    shares += [traveller(number, said=["Regie"] if number == 3 else ["Rust."]) for number in (3, 4)]
    assert words(shares) == (("regie", 3),)


def test_words_of_three_letters_count_and_most_used_come_first_then_by_alphabet():
    said = [
        "Wij bouwen een hof.",
        "Het hof en de gracht.",
        "De gracht, de molen.",
        "Een molen erbij.",
        "De molen en de as.",
    ]
    shares = [traveller(number, said=[one]) for number, one in enumerate(said)]
    assert words(shares) == (("molen", 3), ("gracht", 2), ("hof", 2))


def test_one_who_places_a_bet_stands_where_it_was_placed():
    bet = known()[0]
    first, second = list(bet.options)[:2]
    shares = [traveller(number, bets={bet.id: first if number else second}) for number in range(6)]
    (found,) = placed(shares)
    assert found.bet == bet
    assert {option: count for option, count in found.counts.items() if count} == {first: 5, second: 1}
    assert list(found.counts) == list(bet.options)
    assert placed(shares, known()[1:]) == ()
