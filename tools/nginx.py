"""Find an nginx and serve a folder with the configuration of `hosting/`, as an own server would, without any rights."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import browser

SETTING = "REISWIJZER_NGINX"
SITE = Path(__file__).resolve().parent.parent / "hosting" / "nginx.conf"
# What a distribution has around the sites; one process, which keeps all it writes in a folder of its own.
AROUND = """daemon off;
master_process off;
pid {folder}/pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
SOON = 20


def installed() -> str:
    """Return the path of an nginx that is already here, or ""."""
    # Debian keeps it where the path of a plain user does not lead.
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin:/opt/homebrew/bin"
    return os.environ.get(SETTING, "") or shutil.which("nginx", path=path) or ""


def find() -> str:
    """Return the path of an nginx; install one when there is none; "" when that cannot be done."""
    return installed() or (installed() if browser.install_package("nginx") else "")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def site(root: Path, port: int) -> str:
    """Return the configuration of the book, with only the folder and the port changed."""
    text = SITE.read_text(encoding="utf-8")
    for line, own in ((r"listen 8080;", f"listen 127.0.0.1:{port};"), (r"root /srv/book;", f"root {root};")):
        text, changed = re.subn(line, lambda _, own=own: own, text)
        if changed != 1:
            raise ValueError(f"{SITE}: {line} stands there {changed} times")
    return text


class Server:
    """An nginx that can be stopped and started again."""

    def __init__(self, program: str, root: Path, folder: Path) -> None:
        self.root = root
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}/"
        (folder / "site.conf").write_text(site(root, self.port), encoding="utf-8")
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder), encoding="utf-8")
        self.command = [program, "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
        self.process: subprocess.Popen[bytes] | None = None

    def check(self) -> "subprocess.CompletedProcess[str]":
        """Return what nginx itself says of the configuration."""
        return subprocess.run([*self.command, "-t"], capture_output=True, text=True, check=False)

    def start(self) -> None:
        """Start, and return when it answers."""
        self.process = subprocess.Popen(self.command)
        ended = time.monotonic() + SOON
        while self.process.poll() is None and time.monotonic() < ended:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=SOON):
                return
            time.sleep(0.02)
        raise RuntimeError("nginx does not answer; what it said stands above")

    def stop(self) -> None:
        """Stop, and return when it is gone."""
        if self.process:
            self.process.terminate()
            self.process.wait(SOON)
            self.process = None


@contextlib.contextmanager
def served(program: str, root: Path, folder: Path) -> Iterator[Server]:
    """Serve `root` while the block runs; what nginx needs is kept in `folder`."""
    server = Server(program, root, folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()
