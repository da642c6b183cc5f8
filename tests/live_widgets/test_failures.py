"""Every way in which waking can fail leaves the painted widget, a calm message and a way to try again."""

import pytest

pytestmark = pytest.mark.browser

SEEN = "You can see this part"


def test_a_broken_line_is_told_and_a_retry_delivers_what_was_kept(site, reader):
    site.faults["snapshot"] = "short"
    reader.opens(site, "deep/er/journal.html")
    reader.page.get_by_label("Word").fill("kept")
    reader.presses("Add")
    assert "could not be fetched completely" in reader.failed()
    assert reader.page.get_by_label("Word").input_value() == "kept"
    site.faults.clear()
    reader.widget("journal").get_by_role("button", name="Try again").click()
    reader.sees("log: kept")


@pytest.mark.parametrize("part", ["snapshot", "wasm", "worker", "python-"])
def test_a_missing_file_is_told(site, reader, part):
    site.faults[part] = "missing"
    reader.opens(site, "counter.html")
    assert reader.failed().startswith(SEEN)
    if part in {"snapshot", "wasm"}:
        reader.is_told("status 404")
    assert reader.page.locator(".noUi-handle").is_visible()


def test_a_server_that_decodes_the_gzip_is_no_problem(site, reader):
    site.faults.update(dict.fromkeys(("snapshot", "wasm"), "decoded"))
    reader.opens(site, "counter.html").awake()


def test_a_wrong_mime_type_for_webassembly_is_no_problem(site, reader):
    site.faults.update(dict.fromkeys(("snapshot", "wasm"), "mime"))
    reader.opens(site, "counter.html").awake()


def test_a_snapshot_that_does_not_fit_falls_back_to_a_plain_start(site, reader):
    site.faults["snapshot"] = "other"
    reader.opens(site, "deep/er/journal.html")
    reader.page.get_by_label("Word").fill("plainly")
    reader.presses("Add")
    reader.sees("log: plainly")
    assert any("site" in name for name in site.asked)


def test_a_line_that_falls_silent_is_told_after_the_time_limit(site, reader):
    site.faults["snapshot"] = "stall"
    hurry = "const s = setTimeout; window.setTimeout = (f, ms, ...a) => s(f, ms >= 20000 ? 800 : ms, ...a)"
    reader.page.add_init_script(hurry)
    reader.opens(site, "counter.html")
    assert "takes longer than expected" in reader.failed()


def test_a_browser_without_webassembly_is_told(site, reader):
    reader.page.add_init_script("delete window.WebAssembly")
    reader.opens(site, "counter.html")
    assert "does not run WebAssembly" in reader.failed()


def test_a_policy_without_wasm_unsafe_eval_is_told(site, reader):
    site.headers["Content-Security-Policy"] = "default-src 'self'; script-src 'self'; img-src 'self' data:"
    reader.opens(site, "counter.html")
    assert "does not allow WebAssembly" in reader.failed()


def test_a_strict_policy_that_allows_webassembly_works(site, reader):
    policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:"
    site.headers["Content-Security-Policy"] = policy
    blocked = []
    reader.page.on("console", lambda message: blocked.append(message.text))
    reader.opens(site, "counter.html")
    reader.page.locator(".noUi-handle").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.sees("6 partners")
    assert [text for text in blocked if "_live/" in text and "Content Security Policy" in text] == []


def test_too_little_memory_is_told(site, reader):
    short = "postMessage({type: 'failed', reason: 'memory', detail: 'simulated'})"
    body = f"onmessage = () => {short}"
    reader.page.route("**/worker-*.js", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    reader.opens(site, "counter.html")
    assert "not enough free memory" in reader.failed()


def test_a_worker_that_dies_is_told_and_a_retry_starts_from_the_beginning(site, reader):
    catch = (
        "const W = Worker; window.Worker = class extends W { constructor(...a) { super(...a); window.caught = this; } }"
    )
    reader.page.add_init_script(catch)
    reader.opens(site, "deep/er/journal.html").awake()
    reader.page.get_by_label("Word").fill("lost")
    reader.presses("Add")
    reader.sees("log: lost")
    reader.page.evaluate("caught.dispatchEvent(new ErrorEvent('error', {message: 'died'}))")
    assert "stopped answering" in reader.failed()
    reader.widget("journal").get_by_role("button", name="Try again").click()
    reader.sees("nothing yet")
    reader.page.get_by_label("Word").fill("again")
    reader.presses("Add")
    reader.sees("log: again")


def test_an_answer_that_never_comes_is_told_and_can_be_retried(site, reader):
    reader.opens(site, "exchange.html").awake()
    reader.presses("Hang")
    assert "No answer came in time" in reader.failed()
    reader.widget("parts").get_by_role("button", name="Try again").click()
    reader.awake()
    reader.presses("Print")
    reader.sees("printed")


def test_an_error_in_a_callback_is_one_calm_line_and_the_console_has_it_all(site, reader):
    reader.opens(site, "exchange.html").awake()
    reader.presses("Fail")
    reader.sees("Something went wrong while working this out")
    assert "Traceback" not in reader.page.locator("article").inner_text()
    reader.is_told("ValueError: deliberate")
    assert reader.widget("linked").locator(".live-widget-status").inner_text() == ""
    reader.presses("Print")
    reader.sees("printed")
