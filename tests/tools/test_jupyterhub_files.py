"""What a course needs on a server fits together: chart, image and packages; nothing of its learners is kept."""

import json
import re
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "hosting" / "jupyterhub"
VALUES = yaml.safe_load((PLACE / "values.yaml").read_text(encoding="utf-8"))
TEXT = (PLACE / "README.md").read_text(encoding="utf-8")
WANTED = (PLACE / "requirements.txt").read_text(encoding="utf-8")
IMAGE = (PLACE / "Containerfile").read_text(encoding="utf-8")
#: What the chart documents, of what is set here. A key that it does not know makes `helm` refuse the file.
KNOWN = {
    "hub": {"config", "concurrentSpawnLimit", "activeServerLimit", "resources"},
    "proxy": {"https"},
    "singleuser": {
        "image", "defaultUrl", "extraEnv", "memory", "cpu", "storage", "networkPolicy", "startTimeout",
    },
    "cull": {"enabled", "timeout", "every", "maxAge", "users"},
    "scheduling": {"userScheduler"},
}  # fmt: skip


def test_the_values_are_keys_of_the_chart():
    assert set(VALUES) <= set(KNOWN)
    for part, known in KNOWN.items():
        assert set(VALUES[part]) <= known, part


def test_a_server_is_bounded_stops_by_itself_and_keeps_nothing():
    one = VALUES["singleuser"]
    assert one["storage"] == {"type": "none"}
    assert one["networkPolicy"]["egressAllowRules"]["nonPrivateIPs"] is False
    sizes = {name: int(size.removesuffix("M")) for name, size in one["memory"].items()}
    assert 0 < sizes["guarantee"] <= sizes["limit"]
    assert 0 < one["cpu"]["guarantee"] <= one["cpu"]["limit"]
    assert VALUES["cull"]["enabled"]
    assert VALUES["cull"]["users"]
    assert VALUES["hub"]["activeServerLimit"] >= 25, "the largest group"


def test_the_page_that_opens_first_is_an_exercise():
    notebook = VALUES["singleuser"]["defaultUrl"].removeprefix("/lab/tree/")
    assert (ROOT / "exercises" / notebook).exists()


def test_the_image_has_the_packages_that_the_exercises_are_tested_with():
    tested = (ROOT / "locks" / "test.txt").read_text(encoding="utf-8")
    locked, pinned = (dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)) for text in (tested, WANTED))
    assert {"ipywidgets", "pandas", "anywidget", "jupyterlab"} <= set(pinned)
    assert not {
        name: (version, locked[name]) for name, version in pinned.items() if locked.get(name, version) != version
    }


def test_chart_hub_and_image_name_the_same_version():
    group = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]["hub"]
    version = next(one.removeprefix("jupyterhub==") for one in group if one.startswith("jupyterhub=="))
    assert f"\njupyterhub=={version}\n" in WANTED
    values = (PLACE / "values.yaml").read_text(encoding="utf-8")
    assert f"JupyterHub {version}" in values
    charts = list(re.findall(r"chart (\d+\.\d+\.\d+)|--version (\d+\.\d+\.\d+)", f"{TEXT}{values}"))
    assert len(charts) >= 3
    assert len({one or other for one, other in charts}) == 1


def test_the_image_copies_what_is_there_and_runs_without_rights():
    for line in re.findall(r"^COPY (?:--\S+ )?(.+)$", IMAGE, re.MULTILINE):
        for name in line.split()[:-1]:
            assert (ROOT / name).exists(), name
    assert "\nUSER 1000\n" in IMAGE
    json.loads((PLACE / "overrides.json").read_text(encoding="utf-8"))
