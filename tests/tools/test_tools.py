"""The commands say what is wrong in plain words: an old Python, no network, a port in use."""

import ast
import subprocess
import sys
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


def test_a_named_browser_goes_before_what_is_installed(monkeypatch):
    monkeypatch.setenv(browser.SETTING, "/opt/mijn/chromium")
    assert browser.installed() == "/opt/mijn/chromium"


def test_locks_and_requirements_agree_on_versions():
    def pins(name: str) -> dict[str, str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        found = [line.split(" ;")[0].rstrip(" \\").split("==") for line in lines if "==" in line and line[0].isalpha()]
        return dict(found)

    book, test, binder = pins("locks/book.txt"), pins("locks/test.txt"), pins("requirements.txt")
    assert book.items() <= test.items()
    assert binder.items() <= book.items()
    assert book["jupyter-book"] == "1.0.4.post1"
    assert {"ipywidgets", "pandas"} <= binder.keys()
    assert not {"jupyter-book", "pytest", "nbval"} & binder.keys()


def test_make_names_no_tool_that_is_not_there():
    done = subprocess.run(["make", "-n", "build", "test"], cwd=ROOT, capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        for word in line.split():
            if word.startswith("tools/"):
                assert (ROOT / word).exists(), word
