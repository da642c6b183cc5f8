"""What a host needs is made from one file, strict, and calls nothing that is not there."""

import fnmatch
import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml

import headers
import nginx
from reiswijzer.book.address import SETTING

ROOT = Path(__file__).resolve().parents[2]
RULES = tomllib.loads((ROOT / "hosting" / "headers.toml").read_text(encoding="utf-8"))
WORKFLOW = (ROOT / ".github" / "workflows" / "book.yml").read_text(encoding="utf-8")
CONTAINER = (ROOT / "Containerfile").read_text(encoding="utf-8")
CONF = (ROOT / "hosting" / "nginx.conf").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("file", headers.files(), ids=lambda file: file.name)
def test_the_files_say_what_stands_in_the_one_they_are_made_from(file):
    assert file.read_text(encoding="utf-8") == headers.files()[file], "run `make headers`"


def test_no_script_inside_a_page_and_none_of_another_host_may_run():
    scripts = set(RULES["policy"]["script-src"].split())
    assert scripts == {"'self'", "'wasm-unsafe-eval'"}
    foreign = {name for name, value in RULES["policy"].items() if re.search(r"https?:|\*", value)}
    assert foreign == {"frame-src"}
    for name in ("object-src", "base-uri", "frame-ancestors"):
        assert RULES["policy"][name] == "'none'"


def test_a_change_of_the_rules_arrives_in_both_files():
    rules = {**RULES, "policy": {"frame-src": "https://film.example"}, "lifetimes": {"/_live/*.js": "immutable"}}
    for text in (headers.nginx(rules), headers.headers_file(rules)):
        assert "frame-src https://film.example" in text
        assert "youtube" not in text
        assert "immutable" in text
    assert '"~^/_live/.*\\.js$" "immutable";' in headers.nginx(rules)


def test_static_hosts_can_read_their_file():
    lines = (ROOT / "hosting" / "_headers").read_text(encoding="utf-8").splitlines()
    paths = [line for line in lines if line.startswith("/")]
    assert paths[0] == "/*"
    assert all(path.count("*") == 1 for path in paths)
    assert max(map(len, lines)) < 2000, "longer lines are left out by Cloudflare"
    # What fits two of the paths gets both values: then no header may stand in two blocks.
    blocks = [set(re.findall(r"^  ([\w-]+):", block, re.MULTILINE)) for block in "\n".join(lines).split("\n\n")[1:]]
    assert not any(blocks[0] & block for block in blocks[1:])
    names = [path for path in paths[1:] if fnmatch.fnmatch("/_live/page-0123456789abcdef.js", path)]
    assert names == ["/_live/*.js"]


def test_the_workflow_runs_what_is_there_with_the_least_rights():
    workflow = yaml.safe_load(WORKFLOW)
    assert workflow["permissions"] == {"contents": "read"}
    jobs = workflow["jobs"]
    assert jobs["test"]["permissions"] == {"contents": "read", "pages": "read"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["deploy"]["needs"] == "test"
    steps = [step for job in jobs.values() for step in job["steps"]]
    (address,) = [step["env"][SETTING] for step in steps if "env" in step]
    asked = re.fullmatch(r"\$\{\{ steps\.(\w+)\.outputs\.base_url \}\}", address)
    assert asked[1] in [step.get("id") for step in jobs["test"]["steps"]]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]) for step in steps if "uses" in step)
    made = [target for step in steps for target in re.findall(r"\bmake (\S+)", step.get("run", ""))]
    assert made == ["test"]
    assert set(made) <= TARGETS
    artifact = next(step for step in steps if "upload-pages-artifact" in step.get("uses", ""))
    assert artifact["with"]["path"] == str(headers.FOLDER.parent.joinpath("_build", "html").relative_to(ROOT))


def test_the_container_serves_what_it_builds_where_the_configuration_looks_without_rights():
    lines = [shlex.split(line, comments=True) for line in CONTAINER.splitlines()]
    copied = {words[-1]: words[-2] for words in lines if words[:1] == ["COPY"]}
    assert (ROOT / copied["/etc/nginx/conf.d/default.conf"]).read_text(encoding="utf-8") == CONF
    assert re.search(r"root (.*);", CONF)[1] in copied
    assert copied["/srv/book"] == "/book/_build/html"
    assert ["WORKDIR", "/book"] in lines
    assert ["EXPOSE", re.search(r"listen (\d+);", CONF)[1]] in lines
    assert [words[1] for words in lines if words[:1] == ["USER"]] == ["101"]
    assert len([words for words in lines if words[:1] == ["FROM"]]) == 2
    made = re.findall(r"^RUN make (\S+)", CONTAINER, re.MULTILINE)
    assert made == ["build"]
    assert set(made) <= TARGETS


def test_an_nginx_is_named_found_or_installed_and_else_there_is_none(monkeypatch):
    there = set()
    asked = []

    def install(package):
        asked.append(package)
        there.update({package} if len(asked) > 1 else ())
        return len(asked) > 1

    monkeypatch.setattr(nginx.shutil, "which", lambda name, path: f"/sbin/{name}" if name in there and path else None)
    monkeypatch.setattr(nginx.browser, "install_package", install)
    monkeypatch.delenv(nginx.SETTING, raising=False)
    assert nginx.find() == ""
    assert nginx.find() == "/sbin/nginx"
    assert asked == ["nginx", "nginx"]
    monkeypatch.setenv(nginx.SETTING, "/opt/nginx")
    assert nginx.find() == "/opt/nginx"


def test_only_folder_and_port_of_the_configuration_change_for_a_try(monkeypatch, tmp_path):
    changed = [line for line in nginx.site(tmp_path, 4321).splitlines() if line not in CONF.splitlines()]
    assert changed == ["    listen 127.0.0.1:4321;", f"    root {tmp_path};"]
    odd = tmp_path / "nginx.conf"
    odd.write_text(CONF.replace("root /srv/book;", "root /elsewhere;"))
    monkeypatch.setattr(nginx, "SITE", odd)
    with pytest.raises(ValueError, match=r"root /srv/book; stands there 0 times"):
        nginx.site(tmp_path, 4321)
