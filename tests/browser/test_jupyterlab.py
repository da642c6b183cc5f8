"""A notebook in real JupyterLab: run it, do the exercise, see it answer."""

import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.chromium("JupyterLab itself is tried in both by those who make it")]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Start JupyterLab on a copy of the notebooks and return its address."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "exercises", folder / "exercises")
    runtime = folder / "runtime"
    environment = {**os.environ, "JUPYTER_RUNTIME_DIR": str(runtime), "JUPYTER_CONFIG_DIR": str(folder / "config")}
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--port=0",
        "--allow-root",
        "--ServerApp.token=",
        "--ServerApp.password=",
        f"--ServerApp.root_dir={folder}",
        "--LabApp.news_url=",
    ]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            printed = []
            for line in process.stderr:
                printed.append(line)
                if address := re.search(r"http://(?:localhost|127\.0\.0\.1):\d+/", line):
                    break
            else:
                pytest.fail("JupyterLab did not start:\n" + "".join(printed))
            drain = threading.Thread(target=process.stderr.read, daemon=True)
            drain.start()
            yield address[0]
        finally:
            process.terminate()
            process.wait(timeout=30)
            drain.join()


def test_an_exercise_answers_in_jupyterlab(page, lab):
    page.goto(f"{lab}lab/tree/exercises/casussen-onderzoeken.ipynb")
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=60_000)
    page.locator(".jp-CodeCell .jp-InputArea-editor").first.click()
    page.keyboard.press("Control+Enter")
    exercise = page.locator(".rw-oefening")
    exercise.wait_for(timeout=60_000)
    exercise.locator("input[type=radio]").first.check()
    exercise.get_by_role("button", name="3. Alle 42 op een rij").click()
    exercise.get_by_text("Het zijn er 30 van de 42").wait_for(timeout=20_000)
