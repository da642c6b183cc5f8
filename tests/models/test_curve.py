"""M5: the line, its baseline, and the form of a goal sentence."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.models.curve import (
    Rule,
    annual_change,
    bend,
    continue_pace,
    forecast_error,
    goal_check,
    total_change,
)

EVICTIONS = {2014: 5900, 2016: 4800, 2017: 3700, 2018: 3000, 2020: 1720, 2021: 1400, 2022: 1200}
KNOWN = {year: value for year, value in EVICTIONS.items() if year <= 2017}
HIDDEN = {year: value for year, value in EVICTIONS.items() if year > 2017}

VALUE = st.floats(0.5, 10_000)
SERIES = st.dictionaries(st.integers(1990, 2030), VALUE, min_size=2, max_size=8)
SINGLE = st.dictionaries(st.integers(1990, 2030), VALUE, min_size=1, max_size=8)


def test_changes_of_the_evictions():
    assert f"{total_change(EVICTIONS):.3f}" == "-0.797"
    assert f"{annual_change(EVICTIONS):.3f}" == "-0.181"
    assert f"{annual_change(KNOWN):.3f}" == "-0.144"


def test_continuing_the_pace_of_2014_to_2017():
    baseline = continue_pace(KNOWN, 2022)
    assert list(baseline) == [2018, 2019, 2020, 2021, 2022]
    assert round(baseline[2022]) == 1700


def test_bend_of_the_evictions():
    assert f"{bend(1700, 1200):.3f}" == "0.294"
    assert bend(continue_pace(KNOWN, 2022)[2022], EVICTIONS[2022]) == pytest.approx(0.294, abs=5e-4)


def test_forecast_error_by_hand():
    assert forecast_error({2018: 3600, 2020: 1720, 2022: 600}, EVICTIONS) == pytest.approx((0.2 + 0 + 0.5) / 3)
    assert forecast_error(dict.fromkeys(HIDDEN, 0), EVICTIONS) == 1


@given(SINGLE)
def test_a_perfect_forecast_has_no_error(series):
    assert forecast_error(series, series) == 0


@given(SINGLE, st.floats(0, 3), st.floats(0.1, 10))
def test_error_is_relative_so_units_make_no_difference(series, off, unit):
    drawn = {year: value * (1 + off) for year, value in series.items()}
    in_other_units = ({year: value * unit for year, value in each.items()} for each in (drawn, series))
    assert forecast_error(drawn, series) == pytest.approx(off, abs=1e-9)
    assert forecast_error(*in_other_units) == pytest.approx(off, abs=1e-9)


@given(SERIES)
def test_annual_change_times_years_is_total_change(series):
    years = max(series) - min(series)
    assert (1 + annual_change(series)) ** years == pytest.approx(1 + total_change(series))
    assert annual_change(series) > -1


@given(SERIES)
def test_only_the_first_and_last_year_set_the_pace(series):
    ends = {year: series[year] for year in (min(series), max(series))}
    assert annual_change(dict(reversed(series.items()))) == annual_change(ends)


@given(SERIES, st.integers(1, 10))
def test_the_baseline_keeps_the_pace(series, years):
    baseline = continue_pace(series, max(series) + years)
    whole = series | baseline
    assert list(baseline) == list(range(max(series) + 1, max(series) + years + 1))
    assert annual_change(whole) == pytest.approx(annual_change(series))


@given(VALUE, VALUE, VALUE)
def test_bend_falls_with_the_observed_value(baseline, one, other):
    assert bend(baseline, baseline) == 0
    assert bend(baseline, 0) == 1
    assert bend(baseline, min(one, other)) >= bend(baseline, max(one, other))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: forecast_error({}, EVICTIONS), "drawn line needs a value for 1"),
        (lambda: forecast_error({2022: 1}, {}), "observed line needs a value for 1"),
        (lambda: forecast_error({2022: -1}, EVICTIONS), "drawn line in 2022 .*0 or more, not -1"),
        (lambda: forecast_error({2022: 1}, {2022: 0}), "observed line in 2022 .*above 0, not 0"),
        (lambda: forecast_error({2019: 1, 2022: 1}, EVICTIONS), r"no observed value for drawn year\(s\) \[2019\]"),
        (lambda: annual_change({2014: 5900}), r"2 year\(s\) or more, not for 1"),
        (lambda: total_change({2014: 5900, 2015: float("nan")}), "2015 .*not nan"),
        (lambda: continue_pace(KNOWN, 2017), "past 2017, not until 2017"),
        (lambda: bend(0, 3), "baseline .*above 0, not 0"),
        (lambda: bend(3, -1), "observed value .*0 or more, not -1"),
        (lambda: bend(float("inf"), 1), "baseline .*not inf"),
    ],
)
def test_wrong_series_are_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()


@pytest.mark.parametrize("wrong", ["12", None, True])
def test_what_is_no_number_is_named(wrong):
    with pytest.raises(TypeError, match=f"in 2022 must be a number, not {wrong!r}"):
        forecast_error({2022: wrong}, EVICTIONS)


# The goal sentence ------------------------------------------------------------------------------------------

POPULATIONS = ["huurder*", "gezinnen", "gezinnen met schulden", "bewoner*"]
CONDITIONS = ["uit huis gezet", "rondkomen", "veilig*"]
FORBIDDEN = ["overleg*", "*overleg", "convenant*", "corporatie*", "regionale tafel", "coördinator", "dienst"]


def check(sentence):
    return goal_check(sentence, POPULATIONS, CONDITIONS, FORBIDDEN)


def test_a_sentence_that_passes():
    found = check("Geen Huurder wordt nog uit huis gezet.")
    assert found.passes
    assert (found.failed, found.population, found.condition, found.breaking) == (
        (),
        "Huurder",
        "uit huis gezet",
        None,
    )


@pytest.mark.parametrize(
    ("sentence", "failed"),
    [
        ("Iedereen kan rondkomen", {"population"}),
        ("Huurders zijn tevreden", {"condition"}),
        ("Huurders kunnen rondkomen dankzij ons convenant", {"no_form"}),
        ("Wij tekenen een convenant", {"population", "condition", "no_form"}),
        ("", {"population", "condition"}),
        ("?! 12 %", {"population", "condition"}),
    ],
)
def test_which_rules_fail(sentence, failed):
    found = check(sentence)
    assert set(found.failed) == failed
    assert list(found.failed) == [rule for rule in Rule if rule in failed]
    assert found.passes is not bool(failed)


@pytest.mark.parametrize(
    ("typed", "breaking"),
    [
        ("een OVERLEGTAFEL", "OVERLEGTAFEL"),
        ("elk buurtoverleg.", "buurtoverleg"),
        ("het Overleg", "Overleg"),
        ("het AVG-convenant", "AVG-convenant"),
        ("de wijk-overlegtafel", "wijk-overlegtafel"),
        ("de wijk\u2010overlegtafel", "wijk\u2010overlegtafel"),
        ("de wijk\u2011overlegtafel", "wijk\u2011overlegtafel"),
        ("wijk- en buurtoverleg", "buurtoverleg"),
        ("de coordinator", "coordinator"),
        ("de Coo\u0308rdinator", "Coo\u0308rdinator"),
        ("de co\u00adördinator", "co\u00adördinator"),
        ("de corporatie\u2019s", "corporatie\u2019s"),
        ("‘overleg’", "overleg"),
        ("_overleg_", "overleg"),
        ("een Regionale  tafel", "Regionale  tafel"),
    ],
)
def test_the_breaking_word_is_given_as_typed(typed, breaking):
    assert check(f"Huurders kunnen rondkomen door {typed}").breaking == breaking


@pytest.mark.parametrize("harmless", ["diensten", "verdienste", "overlevering", "de tafel", "regionale", "over leg"])
def test_what_only_looks_alike_does_not_break(harmless):
    assert check(f"Huurders kunnen rondkomen {harmless}").passes


def test_the_first_breaking_word_counts_and_the_longest_of_two():
    assert check("het convenant en het overleg").breaking == "convenant"
    found = goal_check("gezinnen met schulden", POPULATIONS, CONDITIONS, [])
    assert found.population == "gezinnen met schulden"


def test_a_word_that_breaks_the_third_rule_names_no_population():
    found = check("Het huurdersoverleg kan rondkomen")
    assert (found.population, found.breaking) == (None, "huurdersoverleg")
    assert found.failed == (Rule.POPULATION, Rule.NO_FORM)


def test_stars_at_both_ends_match_in_between():
    assert goal_check("de Wijkteamleider", ["x"], ["y"], ["*team*"]).breaking == "Wijkteamleider"


WORDS = st.lists(
    st.sampled_from(["huurders", "rondkomen", "Overleg", "buurtoverleg", "de", "coördinator", "schulden", "én"])
)


@given(WORDS)
def test_case_accents_and_punctuation_make_no_difference(words):
    plain = check(" ".join(words))
    loud = check(", ".join(words).upper())
    bare = "".join(c for c in unicodedata.normalize("NFD", " ".join(words)) if not unicodedata.combining(c))
    assert plain.failed == loud.failed == check(bare).failed


@given(WORDS)
def test_words_found_stand_in_the_sentence(words):
    sentence = " ".join(words)
    found = check(sentence)
    for word in (found.population, found.condition, found.breaking):
        assert word is None or word in sentence
    assert (found.population is None) == (Rule.POPULATION in found.failed)
    assert (found.condition is None) == (Rule.CONDITION in found.failed)
    assert (found.breaking is None) == (Rule.NO_FORM not in found.failed)


@given(WORDS, WORDS)
def test_adding_words_never_mends_the_third_rule(words, more):
    before, after = check(" ".join(words)), check(" ".join(words + more))
    if before.breaking:
        assert after.breaking == before.breaking


@given(st.text())
def test_any_text_can_be_checked(text):
    assert check(text).passes is not bool(check(text).failed)


@pytest.mark.parametrize("term", ["", " ", "*", "over*leg", "**overleg", "overleg?", "[a-z]"])
def test_a_term_that_is_no_word_is_named(term):
    with pytest.raises(ValueError, match=r"forbidden: .*must hold words"):
        goal_check("zin", ["a"], ["b"], ["goed", term])


def test_lists_that_can_never_match_are_refused():
    with pytest.raises(ValueError, match="populations must hold at least one term"):
        goal_check("zin", [], ["b"], [])
    with pytest.raises(ValueError, match="conditions must hold at least one term"):
        goal_check("zin", ["a"], [], [])
    with pytest.raises(TypeError, match="populations must be a list of terms, not the text 'huurder'"):
        goal_check("zin", "huurder", ["b"], [])
