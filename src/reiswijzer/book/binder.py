"""The Binder button on the notebooks: its repository from one setting or the git remote, and absent without one."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

logger = logging.getLogger(__name__)
SETTING = "REISWIJZER_REPOSITORY"
HUB = "https://mybinder.org"
TOOLTIP = "Open dit notebook in Binder (op computers van anderen)"
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


def _dutch_button(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document) -> None:
    """Put one Dutch button in the place of the theme's English menu with a single entry."""
    del app, page, template, doctree
    context["header_buttons"] = [
        {**button["buttons"][0], "icon": "fa-solid fa-rocket", "tooltip": TOOLTIP, "label": "binder"}
        if button.get("label") == "launch-buttons"
        else button
        for button in context.get("header_buttons", [])
    ]


def register(app: Sphinx) -> None:
    """Register the settings `reiswijzer_repository` and `reiswijzer_branch`."""
    app.add_config_value("reiswijzer_repository", "", "html")
    app.add_config_value("reiswijzer_branch", "main", "html")
    app.connect("config-inited", _configure, priority=100)
    app.connect("html-page-context", _dutch_button, priority=950)
