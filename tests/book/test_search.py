"""What the search reads in a page, how words come apart, and that its data speak of pages that are there."""

import re
from pathlib import Path

from reiswijzer.book.compounds import tails
from reiswijzer.book.search_text import sections_of
from reiswijzer.content.search import group_of, hints

ROOT = Path(__file__).resolve().parents[2]
PAGE = """<html><nav>menu</nav><article><section id="een"><h1>Een<a class="headerlink">#</a></h1>
<p>Aan <em>tafel</em>.</p>
<svg><text>beeld</text></svg><div class="cell_input">import pandas</div>
<section id="twee"><h2>Twee</h2><ul><li>huis</li><li>deur</li></ul></section>
<dl class="glossary"><dt id="term-x">x<a class="headerlink">#</a></dt><dd>iets</dd></dl></section></article></html>"""


def test_a_page_is_read_by_section_and_term_without_what_no_reader_looks_for():
    assert sorted(sections_of(PAGE)) == [
        ("een", "Een", "Aan tafel."),
        ("term-x", "x", "iets"),
        ("twee", "Twee", "huis; deur"),
    ]
    assert sections_of(PAGE)[0][0] == "een"
    assert sections_of("<html><body>geen artikel</body></html>") == []


def test_blocks_do_not_run_into_each_other():
    blocks = """<h3>Het plan</h3><p>Eerst <em>dit</em>.</p><ul><li><p>pen en papier</p></li><li>een bel</li></ul>
    <table><tr><th>Klok</th><th>Minuten</th></tr><tr><td>0:00</td><td>10</td></tr></table>
    <dl><dt>Partners</dt><dd>gemeente en corporaties</dd></dl>
    <details><summary>Hoe dan?</summary><div>Zo.</div></details>
    <p>Eén<br>twee</p>"""
    _, _, text = sections_of(f'<article><section id="een"><h1>Een</h1>{blocks}</section></article>')[0]
    assert text == (
        "Het plan. Eerst dit. pen en papier; een bel. Klok · Minuten; 0:00 · 10. "
        "Partners: gemeente en corporaties. Hoe dan? Zo. Eén twee"
    )


def test_a_compound_ends_in_a_word_when_both_halves_are_known():
    words = (
        "huur",
        "huurachterstand",
        "achterstand",
        "samenwerkingsvorm",
        "samenwerking",
        "vorm",
        "onhandig",
        "handig",
    )
    assert tails(words) == {"huurachterstand": ["achterstand"], "samenwerkingsvorm": ["vorm"]}


def test_hints_and_groups_are_about_pages_of_the_book():
    toc = set(re.findall(r"(?:file|root): (\S+)", (ROOT / "_toc.yml").read_text(encoding="utf-8")))
    assert hints().keys() <= toc
    assert group_of("book/kaart/casussen/nprz").most
    assert group_of("book/thuiskomst/uw-plan").weight == 1
