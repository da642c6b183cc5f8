"""Write `hosting/nginx.conf` and `hosting/_headers` from `hosting/headers.toml`.

Usage: python tools/headers.py
"""

import re
import tomllib
from pathlib import Path
from typing import Any

from reiswijzer.book.strict import policy

FOLDER = Path(__file__).resolve().parent.parent / "hosting"
MADE = "# Made from headers.toml by `make headers`: change it there."
# Only these are worth packing; the others are packed already.
PACKED = ("text/", "application/json", "application/manifest+json", "application/xml", "image/svg+xml", "font/ttf")
SERVER = """{made}
# nginx for this book: put it where your nginx reads its sites, for example /etc/nginx/conf.d/book.conf.

map $uri $book_lifetime {{
{lifetimes}
}}

server {{
    listen 8080;
    root /srv/book;

    index index.html;
    server_tokens off;
    error_page 404 /404.html;
    absolute_redirect off; # behind a proxy nginx does not know the address that readers use

    # What stands here holds for every answer, as long as no `location` has headers of its own.
{headers}
    add_header Cache-Control $book_lifetime; # not with an error: that may be over in a minute

    types {{
{types}
    }}
    default_type application/octet-stream;
    charset utf-8;
    charset_types {texts};

    gzip on;
    gzip_vary on;
    gzip_min_length 1000;
    gzip_types {packed};

    location / {{
        try_files $uri $uri/ =404;
    }}

    location ~ /(_headers$|\\.(?!well-known/)) {{
        return 404;
    }}
}}
"""


def headers(rules: dict[str, Any]) -> dict[str, str]:
    """Return the headers that go with every answer."""
    return {"Content-Security-Policy": policy(rules["policy"]), **rules["headers"]}


def _pattern(path: str) -> str:
    """Return a path with stars as a regular expression of nginx."""
    return "~^" + ".*".join(re.escape(part) for part in path.split("*")) + "$"


def nginx(rules: dict[str, Any]) -> str:
    """Return the configuration for nginx."""
    types = rules["types"]
    texts = [kind for kind in types if kind.startswith("text/") and kind != "text/html"]  # HTML is always one
    packed = [kind for kind in types if kind.startswith(PACKED) and kind != "text/html"]
    return SERVER.format(
        made=MADE,
        lifetimes="\n".join(f'    "{_pattern(path)}" "{value}";' for path, value in rules["lifetimes"].items()),
        headers="\n".join(f'    add_header {name} "{value}" always;' for name, value in headers(rules).items()),
        types="\n".join(f"        {kind} {endings};" for kind, endings in types.items()),
        texts=" ".join([*texts, "application/json", "image/svg+xml"]),
        packed=" ".join(packed),
    )


def headers_file(rules: dict[str, Any]) -> str:
    """Return the file for static hosts.

    What fits several paths gets the values of all, so only long lifetimes stand here: unless told otherwise, these
    hosts have a browser ask each time.
    """
    blocks = {"/*": headers(rules)} | {
        path: {"Cache-Control": value} for path, value in rules["lifetimes"].items() if "immutable" in value
    }
    lines = [MADE]
    for path, values in blocks.items():
        lines += ["", path, *(f"  {name}: {value}" for name, value in values.items())]
    return "\n".join(lines) + "\n"


def files() -> dict[Path, str]:
    """Return what the files must hold, by path."""
    rules = tomllib.loads((FOLDER / "headers.toml").read_text(encoding="utf-8"))
    return {FOLDER / "nginx.conf": nginx(rules), FOLDER / "_headers": headers_file(rules)}


if __name__ == "__main__":
    for file, text in files().items():
        file.write_text(text, encoding="utf-8")
        print(f"Written: {file}")
