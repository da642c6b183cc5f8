"""A calendar file is what RFC 5545 asks for, whatever stands in it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reiswijzer.journal.calendar import Appointment, write

MADE = "20261103T093000Z"
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r,;\\:é…"), max_size=200)


def unfolded(content):
    assert content.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    return content.decode().replace("\r\n ", "").split("\r\n")


def read_back(text):
    """Undo the escaping, as a calendar does."""
    found, rest = "", iter(text)
    for character in rest:
        following = next(rest) if character == "\\" else ""
        found += {"": character, "n": "\n"}.get(following, following)
    return found


@given(words, words)
def test_what_stands_in_it_comes_back_as_it_was_and_on_its_own_line(title, description):
    content = write([Appointment("een@boek", date(2026, 11, 5), title, description, "https://example.org/k")], MADE)
    lines = unfolded(content)
    event = lines[: lines.index("BEGIN:VALARM")]
    by_name = dict(line.partition(":")[::2] for line in event if line)
    plain = {"title": title, "description": description}
    for key, name in (("title", "SUMMARY"), ("description", "DESCRIPTION")):
        wanted = plain[key].replace("\r\n", "\n").replace("\r", " ")
        assert " ".join(read_back(by_name[name]).split(" ")) == wanted
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1
    assert (by_name["DTSTART;VALUE=DATE"], by_name["DTEND;VALUE=DATE"]) == ("20261105", "20261106")
    assert by_name["URL"] == "https://example.org/k"


def test_a_second_file_takes_the_place_of_the_first():
    day = Appointment("kaart-1@boek", date(2026, 12, 31), "Kaart 1", "Twee vragen")
    assert write([day], MADE) == write([day], MADE)
    assert b"UID:kaart-1@boek\r\n" in write([day], MADE)
    assert b"DTEND;VALUE=DATE:20270101\r\n" in write([day], MADE)


def test_a_calendar_reminds_at_nine_in_the_morning_of_the_day():
    lines = unfolded(write([Appointment("kaart-1@boek", date(2026, 12, 31), "Kaart 1", "Twee vragen")], MADE))
    alarm = lines[lines.index("BEGIN:VALARM") + 1 : lines.index("END:VALARM")]
    assert alarm == ["ACTION:DISPLAY", "DESCRIPTION:Kaart 1", "TRIGGER:PT9H"]
    assert lines[lines.index("END:VALARM") + 1] == "END:VEVENT"


def test_a_long_line_is_broken_and_loses_nothing():
    long = "woorden " * 40
    content = write([Appointment("een@boek", date(2026, 11, 5), "Kaart", long)], MADE)
    folded = next(part for part in content.split(b"\r\nSUMMARY") if b"DESCRIPTION:woorden" in part)
    assert b"\r\n " in folded
    assert f"DESCRIPTION:{long}" in unfolded(content)


def test_a_comma_and_a_semicolon_do_not_end_what_is_said():
    lines = unfolded(write([Appointment("een@boek", date(2026, 11, 5), "Kaart", "huur, zorg; wonen")], MADE))
    assert r"DESCRIPTION:huur\, zorg\; wonen" in lines


def test_the_end_of_a_line_is_one_sign_whichever_way_it_was_typed():
    for end in ("\n", "\r\n"):
        lines = unfolded(write([Appointment("een@boek", date(2026, 11, 5), "Kaart", f"een{end}twee")], MADE))
        assert "DESCRIPTION:een\\ntwee" in lines
