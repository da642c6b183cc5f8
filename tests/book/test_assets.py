"""The theme's own script is changed where it keeps what nobody chose, and only when it is the script we know."""

import re

import pytest
from sphinx.errors import ExtensionError

from reiswijzer.book.assets import keeping_only_a_choice, whole_sheet

THEME = (
    'a(),localStorage.setItem("mode",e),localStorage.setItem("theme",n),b();'
    'c(()=>{sessionStorage.setItem("sidebar-scroll-top",e.scrollTop)})'
)


def test_what_is_chosen_is_kept_and_nothing_else():
    script = keeping_only_a_choice(THEME)
    assert re.search(r'"auto"==e\?\(.*removeItem.*\):\(.*setItem\("mode",e\).*setItem\("theme",n\)\)', script)
    assert "sessionStorage" not in script


@pytest.mark.parametrize("known", ["localStorage", "sessionStorage"])
def test_a_script_that_keeps_in_another_way_stops_the_build(known):
    with pytest.raises(ExtensionError, match="in another way than we know"):
        keeping_only_a_choice(THEME.replace(known, "somewhere"))


def test_a_sheet_is_one_file_with_what_it_imports_in_its_place(tmp_path):
    (tmp_path / "one.css").write_text('@import url("two.css");\n@import url("three.css");\n.one { }\n')
    (tmp_path / "two.css").write_text('/* Two. */\n@import url("four.css");\n.two { }\n')
    (tmp_path / "three.css").write_text(".three { }\n")
    (tmp_path / "four.css").write_text(".four { }\n")
    assert re.findall(r"\.(\w+)", whole_sheet(tmp_path / "one.css")) == ["four", "two", "three", "one"]
