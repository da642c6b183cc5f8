"""Let a group of learners start a server on a JupyterHub on this computer and run an exercise, all at once; measure.

What each gets is what hosting/jupyterhub/Containerfile installs. The hub stands in _build/hub, which the first run
makes (a minute or two, with a network); it listens on this computer only and ends with the command.
"""

import argparse
import asyncio
import contextlib
import json
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from nginx import free_port
from sphinx_live_widgets.builder.tools import node, npm
from spread import machine, percentile

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "_build" / "hub"
HOSTING = ROOT / "hosting" / "jupyterhub"
WANTED = HOSTING / "requirements.txt"
PROXY = "configurable-http-proxy@5.3.0"
LIMIT = 300
MB = 1024 * 1024
#: A hub for nobody else: who starts this holds the only key.
CONFIGURATION = """
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub_port}
c.JupyterHub.db_url = "sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/cookie"
c.JupyterHub.authenticator_class = "null"
c.JupyterHub.spawner_class = "simple"
c.JupyterHub.concurrent_spawn_limit = 100
c.JupyterHub.log_level = "WARN"
c.ConfigurableHTTPProxy.command = ["{node}", "{proxy}"]
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy_port}"
c.ConfigurableHTTPProxy.pid_file = "{folder}/proxy.pid"
c.SimpleLocalProcessSpawner.home_dir_template = "{folder}/{{username}}"
c.Spawner.cmd = ["{bin}/jupyterhub-singleuser"]
c.Spawner.args = ["--allow-root", "--ServerApp.log_level=WARN"]
c.Spawner.start_timeout = {limit}
c.Spawner.http_timeout = {limit}
c.JupyterHub.services = [{{"name": "learners", "api_token": "{key}"}}]
c.JupyterHub.load_roles = [
    {{"name": "learners", "services": ["learners"], "scopes": ["admin:users", "admin:servers", "access:servers"]}}
]
"""


@dataclass(frozen=True)
class Learned:
    """What one learner got: seconds until the server stood, and from there until exercise and notebook had run."""

    up: float
    answered: float
    done: float


class Hub:
    """A JupyterHub on this computer, and the key to it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.key, self.port = folder, secrets.token_hex(16), free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        proxy = PLACE / "node_modules" / "configurable-http-proxy" / "bin" / "configurable-http-proxy"
        text = CONFIGURATION.format(
            port=self.port, hub_port=free_port(), proxy_port=free_port(), folder=folder, node=node(), proxy=proxy,
            bin=PLACE / "bin", limit=LIMIT, key=self.key,
        )  # fmt: skip
        (folder / "jupyterhub_config.py").write_text(text, encoding="utf-8")
        # Where the image has it.
        shutil.copy(HOSTING / "jupyter_server_config.json", PLACE / "etc" / "jupyter")
        self.said = folder / "said"
        with self.said.open("w", encoding="utf-8") as said:
            own = {"cwd": folder, "start_new_session": True, "stdout": said, "stderr": subprocess.STDOUT}
            self.process = subprocess.Popen([PLACE / "bin" / "jupyterhub"], **own)

    async def ask(self, path: str, method: str = "GET", content: Any = None) -> Any:
        """Return what the hub or a server answers."""
        request = HTTPRequest(
            self.address + path,
            method,
            {"Authorization": f"token {self.key}", "Content-Type": "application/json"},
            body=None if method == "GET" else json.dumps(content or {}),
            request_timeout=LIMIT,
            connect_timeout=LIMIT,  # also the time in the queue of this program
        )
        answer = await AsyncHTTPClient().fetch(request)
        return json.loads(answer.body or b"null")

    async def stands(self) -> None:
        """Return when the hub answers; stop when it does not."""
        ended = time.monotonic() + LIMIT
        while time.monotonic() < ended and self.process.poll() is None:
            try:
                await self.ask("/hub/api/")
            except (OSError, HTTPClientError):
                await asyncio.sleep(0.2)
            else:
                return
        sys.exit(f"learners: the hub did not start\n{self.said.read_text(encoding='utf-8')}")

    def end(self) -> None:
        """Stop the hub, its proxy and all servers."""
        below = psutil.Process(self.process.pid).children(recursive=True) if self.process.poll() is None else []
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
        for one in below:
            if one.is_running():
                one.kill()


async def run(line: WebSocketClientConnection, code: str) -> None:
    """Run a cell and return when it is done.

    Raises
    ------
    RuntimeError
        When the cell fails.
    """
    ident = uuid.uuid4().hex
    header = {"msg_id": ident, "username": "", "session": ident, "msg_type": "execute_request", "version": "5.3"}
    content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
    asked = {
        "header": header,
        "parent_header": {},
        "metadata": {},
        "channel": "shell",
        "content": content,
        "buffers": [],
    }
    await line.write_message(json.dumps(asked))
    while True:
        told = await line.read_message()
        if told is None:
            raise RuntimeError("the kernel went away")
        if isinstance(told, bytes):
            continue  # a message with a picture in it
        message = json.loads(told)
        if message["parent_header"].get("msg_id") != ident:
            continue
        if message["msg_type"] == "error":
            raise RuntimeError("\n".join(message["content"]["traceback"]))
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return


async def learn(hub: Hub, name: str, notebook: str) -> Learned:
    """Start a server, open a notebook and run it, as someone does who presses "run all cells"."""
    began = time.monotonic()
    await hub.ask(f"/hub/api/users/{name}", "POST")
    await hub.ask(f"/hub/api/users/{name}/server", "POST")
    while not (await hub.ask(f"/hub/api/users/{name}"))["servers"].get("", {}).get("ready"):  # noqa: ASYNC110 - of the hub
        await asyncio.sleep(0.5)
    up = time.monotonic()
    cells = (await hub.ask(f"/user/{name}/api/contents/{notebook}"))["content"]["cells"]
    kernel = await hub.ask(f"/user/{name}/api/kernels", "POST")
    address = f"{hub.address}/user/{name}/api/kernels/{kernel['id']}/channels".replace("http", "ws", 1)
    line = await websocket_connect(HTTPRequest(address, headers={"Authorization": f"token {hub.key}"}))
    answered = 0.0
    for cell in cells:
        if cell["cell_type"] == "code":
            await run(line, cell["source"])
            answered = answered or time.monotonic()
    return Learned(up - began, answered - up, time.monotonic() - up)


def memory_of(hub: Hub) -> tuple[dict[str, float], dict[str, float], float]:
    """Return what the server of each learner takes, what the kernel, and what the hub and its proxy take, in MB.

    Memory that processes share counts for each its part (PSS).
    """
    servers: dict[str, float] = {}
    kernels: dict[str, float] = {}
    own = 0.0
    for process in (main := psutil.Process(hub.process.pid), *main.children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess):  # it ended meanwhile
            told = process.memory_full_info()
            size = getattr(told, "pss", told.rss) / MB
            name = process.environ().get("JUPYTERHUB_USER", "")
            if name:
                part = kernels if "ipykernel_launcher" in process.cmdline() else servers
                part[name] = part.get(name, 0) + size
            else:
                own += size
    return servers, kernels, own


def made() -> None:
    """Make the environment of the hub and fetch its proxy, unless they are there."""
    stamp = PLACE / "made-from"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == WANTED.read_text(encoding="utf-8") + PROXY:
        return
    print("Making the hub (first run: a minute or two) ...", flush=True)
    pip = [PLACE / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    for command in (
        [sys.executable, "-m", "venv", "--clear", PLACE],
        [*pip, "--requirement", WANTED, "setuptools==80.9.0"],
        [*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT],
        [*npm(), "install", "--prefix", PLACE, "--no-audit", "--no-fund", "--ignore-scripts", PROXY],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"learners: {' '.join(map(str, command))} failed\n{done.stdout}{done.stderr}")
    stamp.write_text(WANTED.read_text(encoding="utf-8") + PROXY, encoding="utf-8")


def table(rows: list[tuple[str, list[float]]]) -> str:
    """Return a Markdown table with the middle, the slow end and the worst of each row."""
    lines = ["| | p50 | p95 | worst |", "|---|---|---|---|"]
    for name, numbers in rows:
        lines.append(
            f"| {name} | {percentile(numbers, 0.5):.1f} | {percentile(numbers, 0.95):.1f} | {max(numbers):.1f} |"
        )
    return "\n".join(lines)


async def measure(hub: Hub, learners: int, notebook: str) -> int:
    """Let the learners in at once and print what they got; return how many failed."""
    AsyncHTTPClient.configure(None, max_clients=4 * learners)
    await hub.stands()
    names = [f"u{number}" for number in range(1, learners + 1)]  # short: the path of a kernel's file has a limit
    for name in names:
        shutil.copytree(ROOT / "exercises", hub.folder / name, ignore=shutil.ignore_patterns("reisverslag*"))
    got = await asyncio.gather(*(learn(hub, name, notebook) for name in names), return_exceptions=True)
    for name, one in zip(names, got, strict=True):
        if isinstance(one, BaseException):
            print(f"{name}: {type(one).__name__}: {one}", file=sys.stderr)
    well = [one for one in got if isinstance(one, Learned)]
    servers, kernels, own = memory_of(hub)
    print(f"{len(well)} of {learners} learners ran {notebook} at once; {machine()}")
    if well:
        print(
            table(
                [
                    ("seconds until the server stands", [one.up for one in well]),
                    ("seconds from there until the exercise answers", [one.answered for one in well]),
                    ("seconds from there until the whole notebook has run", [one.done for one in well]),
                    ("MB of the server of a learner (PSS)", list(servers.values())),
                    ("MB of the kernel of a notebook (PSS)", list(kernels.values())),
                ]
            )
        )
    used, free = own + sum(servers.values()) + sum(kernels.values()), psutil.virtual_memory().available / MB
    print(f"hub and proxy {own:.0f} MB; all together {used:.0f} MB; {free:.0f} MB still free", flush=True)
    if len(well) < learners:
        print(f"What the hub said:\n{hub.said.read_text(encoding='utf-8')}", file=sys.stderr)
    return learners - len(well)


def main() -> None:
    """Measure what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learners", type=int, default=20, metavar="N")
    parser.add_argument("--notebook", default="buig-de-curve.ipynb", help="in exercises/ (default: %(default)s)")
    asked = parser.parse_args()
    made()
    with tempfile.TemporaryDirectory() as folder:
        hub = Hub(Path(folder))
        try:
            failed = asyncio.run(measure(hub, asked.learners, asked.notebook))
        finally:
            hub.end()
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
