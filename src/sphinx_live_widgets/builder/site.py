"""Pack the Python of the page into one archive: wheels, this extension's page side, the book's own packages."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from .fingerprint import own_files, package_files

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What no page needs from a wheel. The metadata stay: some packages ask for their own version.
_SKIPPED = re.compile(
    r"(^|/)(tests?|testing|labextension|nbextension)/|\.(pyi|map|so|pyd|exe|c|h)$|\.dist-info/(RECORD|WHEEL|entry_points\.txt)$|\.data/"
)
_MOMENT = (2020, 1, 1, 0, 0, 0)


def pack(wheels: Iterable[Path], packages: Iterable[str], leave_out: Iterable[str] = ()) -> bytes:
    """Return a zip archive that is equal whenever its input is.

    Parameters
    ----------
    wheels
        Pure wheels.
    packages
        Names of importable local packages.
    leave_out
        Folders of these packages that stay out, as ``package/folder``.

    Raises
    ------
    ExtensionError
        If a local package cannot be imported or is not pure Python.
    """
    content: dict[str, bytes] = {}
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/") and not _SKIPPED.search(name)]
            content.update({name: archive.read(name) for name in names})
    unwanted = tuple(f"{folder.rstrip('/')}/" for folder in leave_out)
    for name in packages:
        files = package_files(name).items()
        content.update({where: path.read_bytes() for where, path in files if not where.startswith(unwanted)})
    inpage = Path(__file__).parent.parent / "inpage"
    for path in own_files("inpage"):
        content[f"live_page/{path.relative_to(inpage).as_posix()}"] = path.read_bytes()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for where in sorted(content):
            archive.writestr(zipfile.ZipInfo(where, _MOMENT), content[where], zipfile.ZIP_DEFLATED)
    return packed.getvalue()
