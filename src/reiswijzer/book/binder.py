"""The Binder button on the notebooks: its repository from one setting or the git remote, and absent without one."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

logger = logging.getLogger(__name__)
SETTING = "REISWIJZER_REPOSITORY"
HUB = "https://mybinder.org"
_REMOTE = re.compile(
    r"^(?:https://(?:[^@/]+@)?|git@|ssh://git@)(github\.com|gitlab\.com)[:/]([\w.-]+/[\w.-]+?)(?:\.git)?/?$"
)


def public_address(remote: str) -> str:
    """Return the web address of a GitHub or GitLab remote, or "" for any other remote."""
    match = _REMOTE.match(remote.strip())
    return f"https://{match[1]}/{match[2]}" if match else ""


def _remote(folder: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", folder, "remote", "get-url", "origin"],  # noqa: S607
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""


def _configure(app: Sphinx, config: Config) -> None:
    address = public_address(os.environ.get(SETTING, "") or config.reiswijzer_repository or _remote(str(app.srcdir)))
    if not address:
        logger.info("Binder: no public repository known (set %s or add a git remote), so no launch buttons", SETTING)
        return
    logger.info("Binder: launch buttons point at %s", address)
    options = config.html_theme_options
    options["repository_url"] = address
    options["repository_branch"] = config.reiswijzer_branch
    options["path_to_docs"] = ""
    options["launch_buttons"] = {"binderhub_url": HUB, "notebook_interface": "jupyterlab"}


def register(app: Sphinx) -> None:
    """Register the settings `reiswijzer_repository` and `reiswijzer_branch`."""
    app.add_config_value("reiswijzer_repository", "", "html")
    app.add_config_value("reiswijzer_branch", "main", "html")
    app.connect("config-inited", _configure, priority=100)
