"""A Voila server that runs already, with or without a kernel that waits for the next reader."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import install, notebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LIMIT = 60.0
_FILLED = "is filled with"


@dataclass
class Voila:
    """A running server.

    Attributes
    ----------
    address
        Of the page.
    log
        File that it writes.
    preheated
        Whether a kernel waits for the next reader.
    """

    address: str
    log: Path
    preheated: bool
    _filled: int = 0

    def wait_until_ready(self) -> None:
        """Wait until the next reader will find a preheated kernel, where there is to be one.

        Raises
        ------
        SystemExit
            If there is none within a minute.
        """
        end = time.monotonic() + _LIMIT
        while self.preheated and (count := self.log.read_text(encoding="utf-8").count(_FILLED)) <= self._filled:
            if time.monotonic() > end:
                raise SystemExit(
                    f"bench: Voila has no preheated kernel.\n{self.log.read_text(encoding='utf-8')[-2000:]}"
                )
            time.sleep(0.1)
        self._filled = count if self.preheated else 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _listens(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
        return True
    return False


@contextlib.contextmanager
def serve(cache: Path, folder: Path, *, preheated: bool) -> Iterator[Voila]:
    """Run a server of the widget.

    Raises
    ------
    SystemExit
        If it does not answer within a minute.
    """
    programs = install.environment(cache, "voila")
    notebook.write(folder / "widget.ipynb", "python3")
    port, log = _free_port(), folder / "voila.log"
    command = [str(programs / "voila"), "widget.ipynb", "--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1"]
    if preheated:
        command += ["--preheat_kernel=True", "--pool_size=1"]
    # Nothing of a Jupyter elsewhere on this machine takes part.
    own = install.alone(JUPYTER_NO_CONFIG="1", JUPYTER_DATA_DIR=str(folder), IPYTHONDIR=str(folder / "ipython"))
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=folder, env=own, stdout=out, stderr=out)
    try:
        end = time.monotonic() + _LIMIT
        while not _listens(port):
            if process.poll() is not None or time.monotonic() > end:
                raise SystemExit(f"bench: Voila does not start.\n{log.read_text(encoding='utf-8')[-2000:]}")
            time.sleep(0.2)
        yield Voila(f"http://127.0.0.1:{port}/", log, preheated)
    finally:
        process.terminate()
        process.wait()
