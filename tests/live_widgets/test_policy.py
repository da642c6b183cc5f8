"""Under a strict Content-Security-Policy everything works, and a command says what the theme needs beside it."""

import base64
import contextlib
import hashlib
import os
import re
import shutil

import pytest
from site_server import served
from test_offline import SETTLED, hang_up, until
from tiny_exercises.exchange import PIXEL

from sphinx_live_widgets import policy
from sphinx_live_widgets.builder.offline import NAME, write_service

browser = pytest.mark.browser
STRICT = "; ".join(f"{name} {' '.join(values)}" for name, values in policy.BASE.items())
HEAD = re.compile(r'<link rel="stylesheet" href="_live/.*?page-\w+\.js"></script>', re.DOTALL)
ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
HOSTILE = re.compile(r'<div class="live-widget" data-live-widget="hostile".*?</script></div>', re.DOTALL)


@pytest.fixture
def serve():
    """Return a function that serves a folder under a policy."""
    with contextlib.ExitStack() as servers:

        def start(folder, value):
            server = servers.enter_context(served(folder))
            server.headers["Content-Security-Policy"] = value
            return server

        yield start


@pytest.fixture
def harmless(book, tmp_path):
    """Return the book without the widget whose HTML is hostile: to refuse that is a violation, and rightly so."""
    folder = shutil.copytree(book, tmp_path / "harmless", copy_function=os.link)
    for name in ("exchange.html", NAME):
        (folder / name).unlink()  # a link to the file of the book
    text = (book / "exchange.html").read_text()
    assert HOSTILE.search(text)
    (folder / "exchange.html").write_text(HOSTILE.sub("", text))
    write_service(folder)
    return folder


@pytest.fixture
def plain(harmless):
    """Return pages with live widgets and nothing of a theme."""
    for name in ("counter", "everything", "exchange"):
        text = (harmless / f"{name}.html").read_text()
        head, article = HEAD.search(text)[0], ARTICLE.search(text)[0]
        page = f'<!doctype html><html lang="en"><head><title>{name}</title>{head}</head><body>{article}</body></html>'
        (harmless / f"plain-{name}.html").write_text(page)
    return harmless


@pytest.fixture
def watched(reader):
    """Return a reader who notes every violation, of the page and of its worker."""
    reader.violations = []

    def note(told):
        reader.violations.append(told)

    reader.page.expose_function("noteViolation", note)
    reader.page.add_init_script(
        """addEventListener('securitypolicyviolation', (event) =>
            noteViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile} ${event.lineNumber}`))"""
    )
    reader.page.on(
        "console",
        lambda message: "Content Security Policy" in message.text and reader.violations.append(message.text),
    )
    return reader


@browser
def test_the_core_widgets_need_no_exception(serve, plain, watched):
    site = serve(plain, f"{STRICT}; media-src 'self' blob:")  # Audio and Video, as the README says
    watched.opens(site, "plain-counter.html").awake()
    watched.page.locator(".noUi-handle").focus()
    watched.page.keyboard.press("ArrowRight")
    watched.sees("6 partners")
    watched.opens(site, "plain-everything.html").awake()
    for button in watched.page.get_by_role("button").all():
        if button.is_visible() and button.is_enabled():
            button.click()
    watched.page.get_by_label("Line", exact=True).fill("text")
    watched.page.get_by_text("Fold").click()
    assert watched.violations == []
    assert watched.errors == []


@browser
def test_what_python_and_page_exchange_needs_no_exception(serve, plain, watched):
    watched.opens(serve(plain, STRICT), "plain-exchange.html").awake()
    watched.presses("Print")
    watched.page.locator(".widget-output pre", has_text="printed").wait_for()
    watched.presses("Paint")
    watched.sees(f"{2 * len(PIXEL)} bytes")
    watched.page.wait_for_function("document.querySelector('img.widget-image').naturalWidth === 1")
    watched.presses("Make")
    watched.presses("New button")
    watched.sees("new button pressed")
    with watched.page.expect_file_chooser() as chooser:
        watched.page.get_by_role("button", name="File").click()
    chooser.value.set_files([{"name": "a.txt", "mimeType": "text/plain", "buffer": b"hello"}])
    watched.sees("got hello")
    watched.presses("Fail")
    watched.sees("Something went wrong while working this out")
    assert watched.violations == []


@browser
def test_scripts_of_data_and_blobs_stay_refused(serve, plain, watched):
    watched.opens(serve(plain, STRICT), "plain-counter.html")
    load = """(address) => new Promise((done) => {
        const script = document.createElement('script');
        script.onload = () => done('ran');
        script.onerror = () => done('refused');
        script.src = address === 'blob' ? URL.createObjectURL(new Blob([''], {type: 'text/javascript'})) : address;
        document.head.append(script);
    })"""
    assert watched.page.evaluate(load, "data:text/javascript,") == "refused"
    assert watched.page.evaluate(load, "blob") == "refused"
    assert len(watched.violations) >= 2


@browser
@pytest.mark.long("opens every page; the book itself is opened under its policy in browser/test_hosting")
def test_no_page_violates_the_policy_that_the_command_prints(serve, harmless, watched, capsys):
    assert policy.main([str(harmless)]) == 0
    printed = capsys.readouterr().out.strip()
    site = serve(harmless, printed)
    pages = sorted(path.relative_to(harmless).as_posix() for path in harmless.rglob("*.html"))
    assert len(pages) >= 7
    for name in [*pages, "deep/er/journal.html"]:
        watched.page.goto(site.address + name, wait_until="load")
        if watched.page.locator(".live-widget").count():
            watched.awake()
    watched.presses("Read")
    watched.sees("lazily")
    assert watched.violations == []
    assert printed.count("'sha256-") > 5


@browser
def test_a_kept_page_keeps_its_policy(serve, harmless, watched):
    site = serve(harmless, policy.policy(policy.read(harmless)))
    watched.opens(site, "counter.html").awake()
    until(watched.page, SETTLED)
    hang_up(site)
    watched.opens(site, "deep/er/journal.html").awake()
    before = len(watched.violations)
    watched.page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: 'harm = 1'}))")
    assert watched.page.evaluate("window.harm") is None
    assert before == 0
    assert watched.violations != []


def hashed(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def of(folder, html, name="index.html"):
    (folder / name).write_text(f"<!doctype html><html><head></head><body>{html}</body></html>")
    return policy.read(folder)


def test_every_inline_script_has_its_hash_once_and_data_has_none(tmp_path):
    run = "if (1 < 2) x('&amp;</p>');\n"
    of(tmp_path, f"<script>{run}</script><SCRIPT type='text/javascript'>{run}</SCRIPT>", "one.html")
    found = of(
        tmp_path,
        f"<script type=module>import 'x'</script><script>{run}</script>"
        "<script type='application/json'>{}</script><script type='text/x-config'>y</script>"
        "<script src='a.js'></script>",
    )
    printed = policy.policy(found)
    assert printed.count("'sha256-") == 2
    assert printed.count(hashed(run)) == 1
    assert hashed("import 'x'") in printed
    assert "style-src" not in printed
    assert "unsafe-inline" not in printed


def test_styles_are_allowed_by_hash_where_that_is_possible(tmp_path):
    found = of(tmp_path, "<style>p { color: red }</style>")
    assert f"style-src 'self' {hashed('p { color: red }')}" in policy.policy(found)
    for html in ("<style>p {}</style><p style='color: red'>", "<script src='theme.js?v=1'></script>"):
        (tmp_path / "theme.js").write_text("document.createElement('style')")
        assert policy.policy(of(tmp_path, html)).endswith("style-src 'self' 'unsafe-inline'")


def test_sound_and_film_widgets_get_their_blobs(tmp_path):
    found = of(tmp_path, '<script type="application/json">{"model_name":"AudioModel"}</script>')
    assert policy.policy(found).endswith("media-src 'self' blob:")


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<button onclick='go()'>", "inline event handler: onclick='go()'"),
        ("<a href=' java\nscript:go()'>", "javascript link"),
        ("<script src='https://cdn.example/x.js'></script>", "script from another host: https://cdn.example/x.js"),
        ("<link rel='stylesheet' href='//cdn.example/x.css'>", "link from another host: //cdn.example/x.css"),
    ],
)
def test_what_cannot_be_allowed_is_told(tmp_path, capsys, html, told):
    of(tmp_path, html)
    assert policy.main([str(tmp_path)]) == 1
    captured = capsys.readouterr()
    assert captured.out.strip() == STRICT
    assert f"will be blocked: {told}" in captured.err
    assert "index.html" in captured.err


def test_a_script_that_makes_code_from_text_is_told(tmp_path, capsys):
    for name in ("doctools.js", "other.js"):
        (tmp_path / name).write_text("new Function('return 1')")
    of(tmp_path, "<script src='doctools.js'></script>")
    assert policy.main([str(tmp_path)]) == 0
    (tmp_path / "translations.js").write_text("Documentation.addTranslations({})")
    of(tmp_path, "<script src='doctools.js'></script><script src='translations.js'></script><script src='other.js'>")
    assert policy.main([str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "doctools.js makes code from text" in told
    assert "other.js makes code from text" in told


def test_a_link_to_another_host_is_no_problem(tmp_path, capsys):
    of(tmp_path, "<a href='https://example.org/'>x</a><link rel='canonical' href='https://example.org/'>")
    assert policy.main([str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""


def test_a_long_policy_is_told(tmp_path, capsys):
    of(tmp_path, "".join(f"<script>{number}</script>" for number in range(200)))
    assert policy.main([str(tmp_path)]) == 0
    assert "many servers" in capsys.readouterr().err


def test_a_folder_without_pages_is_told(tmp_path):
    with pytest.raises(FileNotFoundError, match="no HTML page"):
        policy.read(tmp_path)
