"""What the build takes out of pages, so that a host can forbid every script inside a page."""

import re

import pytest
from sphinx.errors import ExtensionError

import tiny_book
from reiswijzer.book import strict
from sphinx_live_widgets import policy as reading

ONE = 'document.title = "a < b </p>";'


def test_a_script_moves_to_a_file_in_its_place_with_its_attributes():
    page, files = strict.scripts_to_files(f'<p>a</p><script data-x="1">\n  {ONE}\n</script><p>b</p>', "../_static/")
    (name,) = files
    assert page == f'<p>a</p><script data-x="1" src="../_static/{name}"></script><p>b</p>'
    assert files[name] == ONE + "\n"
    assert re.fullmatch(r"inline-[0-9a-f]{16}\.js", name)
    assert strict.scripts_to_files(page, "../_static/") == (page, {})


@pytest.mark.parametrize("attributes", ["", ' type="text/javascript"', " type='module'", " defer"])
def test_what_a_browser_runs_is_moved(attributes):
    assert strict.scripts_to_files(f"<script{attributes}>{ONE}</script>", "")[1]


@pytest.mark.parametrize(
    "script",
    ['<script type="application/json">{"a": 1}</script>', '<script src="a.js"></script>', "<script> </script>"],
)
def test_data_and_what_is_a_file_already_stay(script):
    assert strict.scripts_to_files(script, "") == (script, {})


def test_the_policy_stands_before_all_that_a_page_loads_and_once():
    page = '<head><meta charset="utf-8" /><link href="a.css"></head>'
    first = strict.with_policy(page, "default-src 'self'")
    meta = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
    assert first == f'<head><meta charset="utf-8" />{meta}<link href="a.css"></head>'
    assert strict.with_policy(first, "default-src 'none'") == first.replace("self", "none")


def test_what_only_a_header_can_say_is_left_out_of_a_page():
    told = {"default-src": "'self'", "frame-ancestors": "'none'"}
    assert strict.policy(told) == "default-src 'self'; frame-ancestors 'none'"
    assert strict.policy(told, strict.HEADER_ONLY) == "default-src 'self'"


def test_a_player_that_the_policy_refuses_stops_the_build():
    frames = "https://player.vimeo.com"
    strict.check_players(frames, {"a": "https://player.vimeo.com/video/1", "b": ""})
    with pytest.raises(ExtensionError, match=r"frame-src does not allow https://film\.example, where vlog c plays"):
        strict.check_players(frames, {"c": "https://film.example/videos/embed/1"})


POLICY = """
[policy]
default-src = "'self'"
frame-src = "'none'"
frame-ancestors = "'none'"
"""


def test_a_built_book_has_no_script_inside_its_pages_and_says_its_policy(tmp_path):
    pages = {"index": "# Proef\n", "map/verder": "---\norphan: true\n---\n# Verder\n"}
    theme = f"{tiny_book.THEME}\nhtml_theme_options = {{'use_download_button': False, 'use_fullscreen_button': False}}"
    files = {strict.FILE.as_posix(): POLICY.encode()}
    out, warnings = tiny_book.build(tmp_path, pages, settings=theme, files=files)
    assert not warnings
    found = reading.read(out)
    assert (found.scripts, found.refused) == ({}, {})
    for name, up in (("index", ""), ("map/verder", "../")):
        page = (out / f"{name}.html").read_text(encoding="utf-8")
        assert page.count("content=\"default-src 'self'; frame-src 'none'\"") == 1
        moved = re.findall(rf'src="{re.escape(up)}_static/(inline-\w+\.js)"', page)
        assert moved
        assert all((out / "_static" / file).is_file() for file in moved)
    assert "addTranslations" not in (out / "_static" / "translations.js").read_text(encoding="utf-8")
