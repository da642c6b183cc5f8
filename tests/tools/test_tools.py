"""The commands say what is wrong in plain words: an old Python, no network, a port in use."""

import ast
import re
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import browser  # noqa: E402
import environment  # noqa: E402
import serve  # noqa: E402


def test_an_old_python_is_named_with_the_way_out(monkeypatch):
    monkeypatch.setattr(environment.sys, "version_info", (3, 9, 1))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is Python 3\.9") as stopped:
        environment.check_version()
    assert "make book PYTHON=" in str(stopped.value)


def test_the_environment_script_is_readable_for_an_old_python():
    source = (ROOT / "tools" / "environment.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 4))


def test_a_missing_network_is_told_from_another_failure(capsys):
    code = "import sys; sys.stderr.write('NewConnectionError: Name or service not known'); sys.exit(1)"
    with pytest.raises(SystemExit, match="Is there a network connection"):
        environment.run("Installing ...", sys.executable, "-c", code)
    with pytest.raises(SystemExit, match="This step failed: Installing"):
        environment.run("Installing ...", sys.executable, "-c", "raise SystemExit(1)")
    assert "Installing ..." in capsys.readouterr().out


def test_a_port_in_use_is_named_with_another_one(tmp_path):
    running = serve.server(tmp_path, 0)
    port = running.server_address[1]
    with pytest.raises(SystemExit, match=f"Port {port} is in use") as stopped:
        serve.main(port)
    running.server_close()
    assert f"make book PORT={port + 1}" in str(stopped.value)


def test_the_server_gives_modules_and_webassembly_their_types():
    assert serve.Handler.extensions_map[".mjs"] == "text/javascript"
    assert serve.Handler.extensions_map[".wasm"] == "application/wasm"


@pytest.mark.parametrize("kind", browser.KINDS.values())
def test_a_named_browser_goes_before_what_is_installed(monkeypatch, kind):
    monkeypatch.setenv(kind.setting, "/opt/mijn/browser")
    assert browser.installed(kind) == "/opt/mijn/browser"


@pytest.fixture
def machine(monkeypatch):
    """Return what was done on a machine where browsers are found, driven and installed as the test says."""
    done = []
    works = set()

    def tried(_kind, path):
        done.append(f"try {path or 'own'}")
        return (path or "/own") if (path or "own") in works else ""

    def run(*command):
        done.append(" ".join(command[-2:]))
        return command[-1] == "firefox-esr"

    monkeypatch.setattr(browser, "_tried", tried)
    monkeypatch.setattr(browser, "_run", run)
    monkeypatch.setattr(browser.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(browser.shutil, "which", lambda name: "/usr/bin/" + name if name == "apt-get" else None)
    monkeypatch.delenv(browser.FIREFOX.setting, raising=False)
    return done, works


def test_playwrights_own_firefox_is_used_when_it_is_there(machine):
    done, works = machine
    works.add("own")
    assert browser.find(browser.FIREFOX) == "/own"
    assert done == ["try own"]


def test_a_firefox_that_cannot_be_driven_is_no_firefox(machine, monkeypatch):
    done, works = machine
    monkeypatch.setenv(browser.FIREFOX.setting, "/opt/too-old")
    works.add("own")
    assert browser.find(browser.FIREFOX) == "/own"
    assert done == ["try /opt/too-old", "try own"]


def test_where_playwrights_download_fails_the_system_is_asked(machine, monkeypatch):
    done, works = machine
    run = browser._run
    works.add("/usr/bin/firefox-esr")

    def install(*command):
        if command[-1] == "firefox-esr":
            monkeypatch.setattr(browser.shutil, "which", lambda name: f"/usr/bin/{name}" if "esr" in name else None)
        return run(*command)

    monkeypatch.setattr(browser, "_run", install)
    assert browser.find(browser.FIREFOX) == "/usr/bin/firefox-esr"
    steps = ["try own", "install firefox", "apt-get update", "--no-install-recommends firefox-esr"]
    assert done == [*steps, "try /usr/bin/firefox-esr"]


def test_without_any_firefox_the_way_out_is_named(machine, monkeypatch):
    monkeypatch.setattr(browser, "_run", lambda *_: False)
    assert machine
    with pytest.raises(SystemExit, match="need a Firefox") as stopped:
        browser.find(browser.FIREFOX)
    assert "REISWIJZER_FIREFOX=/path/to/it make test" in str(stopped.value)


def test_a_firefox_of_the_system_is_driven_in_another_way_than_playwrights_own():
    own = browser.launch_arguments(browser.FIREFOX, "/own", "/own")
    assert own == browser.launch_arguments(browser.FIREFOX, "", "/own")
    assert own.keys() == {"firefox_user_prefs"}
    told = browser.launch_arguments(browser.FIREFOX, "/usr/bin/firefox", "/own")
    assert told == {"channel": "moz-firefox", "executable_path": "/usr/bin/firefox", **own}


def test_locks_and_requirements_agree_on_versions():
    def pins(name: str) -> dict[str, str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        found = [line.split(" ;")[0].rstrip(" \\").split("==") for line in lines if "==" in line and line[0].isalpha()]
        return dict(found)

    book, test, binder = pins("locks/book.txt"), pins("locks/test.txt"), pins("requirements.txt")
    clips = pins("locks/vlogs.txt")
    mutants = pins("locks/mutants.txt")
    assert book.items() <= test.items()
    assert all(test[name] == mutants[name] for name in test.keys() & mutants.keys())
    assert all(book[name] == clips[name] for name in book.keys() & clips.keys())
    assert binder.items() <= book.items()
    assert book["jupyter-book"] == "1.0.4.post1"
    assert {"ipywidgets", "pandas"} <= binder.keys()
    assert not {"jupyter-book", "pytest", "nbval"} & binder.keys()


def test_make_names_no_tool_that_is_not_there():
    done = subprocess.run(
        ["make", "-n", "build", "test", "vlogs", "preview", "picture", "mutants"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for line in done.stdout.splitlines():
        for word in line.split():
            if word.startswith("tools/"):
                assert (ROOT / word).exists(), word


@pytest.fixture
def served(tmp_path):
    """Serve a file of ten bytes and return a function that asks for a part of it."""
    (tmp_path / "film.mp4").write_bytes(b"0123456789")
    running = serve.server(tmp_path, 0)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()

    def ask(part):
        address = f"http://127.0.0.1:{running.server_address[1]}/film.mp4"
        return urllib.request.urlopen(urllib.request.Request(address, headers={"Range": part} if part else {}))

    yield ask
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("part", "status", "content"),
    [
        ("", 200, b"0123456789"),
        ("bytes=0-", 206, b"0123456789"),
        ("bytes=3-5", 206, b"345"),
        ("bytes=8-99", 206, b"89"),
        ("bytes=-2", 206, b"89"),
        ("bytes=0-1,3-4", 200, b"0123456789"),
        ("bytes=-", 200, b"0123456789"),
    ],
)
def test_the_server_gives_the_part_of_a_film_that_is_asked_for(served, part, status, content):
    with served(part) as answer:
        assert (answer.status, answer.read()) == (status, content)
        assert answer.headers["Accept-Ranges"] == "bytes"


def test_a_part_beyond_the_end_is_refused(served):
    with pytest.raises(urllib.error.HTTPError) as raised:
        served("bytes=10-")
    assert raised.value.code == 416
    assert raised.value.headers["Content-Range"] == "bytes */10"
    raised.value.close()


def test_what_the_readme_and_the_architecture_show_is_there_small_and_told_in_words():
    for name in ("README.md", "ARCHITECTURE.md"):
        ((words, picture),) = re.findall(r"!\[([^\]]+)\]\((docs/[^)]+)\)", (ROOT / name).read_text(encoding="utf-8"))
        assert len(words.split()) > 20
        assert (ROOT / picture).stat().st_size < 150_000


def test_the_places_that_the_readme_and_the_map_of_the_rooms_name_are_there():
    content = "src/reiswijzer/content/"
    for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"):
        text = (ROOT / name).read_text(encoding="utf-8").split("## Worked examples")[0].replace("`C/", f"`{content}")
        named = re.findall(r"`((?:book|src|tests|tools|exercises|hosting|docs|content)/[\w./*-]+)`", text)
        assert named, name
        for place in named:
            where = place.replace("content/", content, 1) if place.startswith("content/") else place
            assert list(ROOT.glob(where)), f"{name}: {place}"
