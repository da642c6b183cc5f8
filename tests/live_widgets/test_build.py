"""What the author of a book meets: a build that reuses what it can and says which widget fails, and why."""

import io
import json
import shutil
import time
import zipfile

import ipywidgets
import pytest
from sphinx.errors import ConfigError, ExtensionError

from conftest import CACHE, build
from sphinx_live_widgets.builder import tools
from sphinx_live_widgets.builder.site import pack

CONF = 'project = "Small"\nextensions = ["myst_nb", "sphinx_live_widgets"]\n'


@pytest.fixture
def small(tmp_path):
    """Return a book of one page with one widget."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text(CONF)
    (source / "index.md").write_text("# Small\n\n```{live-widget} it\n```\n")
    return source


def settings(name, **more):
    return {
        "live_widgets_factory": {"it": f"tiny_exercises.{name}"},
        "live_widgets_packages": ["tiny_exercises"],
        **more,
    }


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("broken:compiled", "No module named 'numpy'"),
        ("broken:javascript", "a reference to a JavaScript object"),
        ("broken:no_widget", "returned str, not an ipywidgets Widget"),
        ("broken:absent", "has no attribute 'absent'"),
        ("broken:other_host", "_esm of tiny_exercises.broken.Far comes from https://example.org/far.js"),
        ("broken:imports_from_elsewhere", "_esm of tiny_exercises.broken.Far comes from https://esm.sh/x"),
        ("broken:foreign_module", "needs the front-end module 'foreign-module', which the page does not have"),
        ("broken:protocol_object", "held of tiny_exercises.broken.Holder holds an object that is not an ipywidgets"),
    ],
)
def test_a_widget_that_cannot_live_fails_the_build_with_id_and_reason(small, tmp_path, name, reason):
    with pytest.raises(ExtensionError) as problem:
        build(small, tmp_path / "html", **settings(name))
    assert "live widget 'it'" in str(problem.value)
    assert reason in str(problem.value)


def test_a_widget_that_takes_too_long_fails_the_build(small, tmp_path):
    with pytest.raises(ExtensionError, match=r"live widget 'it': took longer than 2 s"):
        build(small, tmp_path / "html", **settings("broken:endless", live_widgets_make_limit=2))


def test_an_id_without_factory_fails_the_build(small, tmp_path):
    with pytest.raises(ConfigError, match="'it'"):
        build(small, tmp_path / "html", live_widgets_factory={"other": "a:b"})


def test_a_package_that_is_not_there_fails_the_build(small, tmp_path):
    with pytest.raises(ExtensionError, match="'absent_package'"):
        build(small, tmp_path / "html", live_widgets_factory="a:b", live_widgets_packages=["absent_package"])


def test_a_folder_that_is_left_out_is_not_in_the_page(tmp_path, monkeypatch):
    for place in ("wide/__init__.py", "wide/used/__init__.py", "wide/unused/__init__.py", "wide/unused_but_near.py"):
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    with zipfile.ZipFile(io.BytesIO(pack([], ["wide"], ["wide/unused"]))) as archive:
        inside = {name for name in archive.namelist() if name.startswith("wide/")}
    assert inside == {"wide/__init__.py", "wide/used/__init__.py", "wide/unused_but_near.py"}


def test_without_network_and_cache_the_build_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "")
    with pytest.raises(ExtensionError, match="Build once with a network"):
        tools.page_wheels(tmp_path / "empty")


def test_an_unchanged_build_makes_no_snapshot_and_a_changed_exercise_does(small, tmp_path, monkeypatch):
    package = tmp_path / "own_exercises"
    package.mkdir()
    (package / "__init__.py").write_text('import ipywidgets\n\n\ndef it():\n    return ipywidgets.Label("first")\n')
    monkeypatch.syspath_prepend(str(tmp_path))
    cache = tmp_path / "cache"
    cache.mkdir()
    for folder in CACHE.iterdir():
        if not folder.name.startswith("snapshot-"):
            (cache / folder.name).symlink_to(folder)
    chosen = {
        "live_widgets_factory": {"it": "own_exercises:it"},
        "live_widgets_packages": ["own_exercises"],
        "live_widgets_cache": str(cache),
    }
    _, log = build(small, tmp_path / "html", **chosen)
    assert "making a memory snapshot" in log
    first = (tmp_path / "html" / "index.html").read_text()
    began = time.perf_counter()
    _, log = build(small, tmp_path / "html", **chosen)
    assert "making a memory snapshot" not in log
    assert "no targets are out of date" in log
    assert time.perf_counter() - began < 5
    (package / "__init__.py").write_text('import ipywidgets\n\n\ndef it():\n    return ipywidgets.Label("second")\n')
    _, log = build(small, tmp_path / "html", **chosen)
    assert "making a memory snapshot" in log
    second = (tmp_path / "html" / "index.html").read_text()
    assert "first" in first
    assert "second" in second
    assert len(list((tmp_path / "html" / "_live").glob("snapshot-*"))) == 1


def test_a_page_read_again_without_its_widget_is_forgotten(small, tmp_path):
    target = tmp_path / "html"
    app, _ = build(small, target, **settings("basic:counter"))
    assert app.env.live_widgets == {"index": ["it"]}
    (small / "index.md").write_text("# Small\n\nNo widget any more.\n")
    app, _ = build(small, target, **settings("basic:counter"))
    assert app.env.live_widgets == {}
    assert "live-widgets-config" not in (target / "index.html").read_text()


def test_other_builders_write_the_authors_static_layer(small, tmp_path):
    (small / "index.md").write_text("# Small\n\n```{live-widget} it\nStatic words.\n```\n")
    build(small, tmp_path / "text", builder="text")
    assert "Static words." in (tmp_path / "text" / "index.txt").read_text()
    assert not (tmp_path / "text" / "_live").exists()


def test_the_factory_may_be_one_function_called_with_the_id(small, tmp_path):
    chosen = {"live_widgets_factory": "tiny_exercises:any_one", "live_widgets_packages": ["tiny_exercises"]}
    build(small, tmp_path / "html", **chosen)
    assert "made for it" in (tmp_path / "html" / "index.html").read_text()


def test_locks_name_no_address_and_every_hash():
    package = (tools.LOCKS / "package-lock.json").read_text()
    assert '"resolved"' not in package
    assert '"integrity"' in package
    wheels = [line for line in (tools.LOCKS / "wheels.lock").read_text().splitlines() if not line.startswith("#")]
    assert wheels
    assert all(" --hash=sha256:" in line for line in wheels)


def test_page_and_python_agree_on_versions():
    locked = json.loads((tools.LOCKS / "package.json").read_text())["dependencies"]
    assert locked["@jupyter-widgets/base"].split(".")[0] == "6"
    assert f"ipywidgets=={ipywidgets.__version__} " in (tools.LOCKS / "wheels.lock").read_text()
    assert shutil.which(str(tools.node()))
