"""Files on their way out: what may be overwritten, and writing whole or not at all."""

import os
import stat
from collections.abc import Iterable

from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.seals import origin

__all__ = ["clash", "refusal", "write_all"]

# What a report of a check names as its creator, and no page does.
_REPORT = b"(xihu_pdf report)"
# By these bits a file may be written; a finished page without any is kept by somebody.
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def refusal(path: str, *, is_report: bool = False) -> Diagnostic | None:
    """Why ``path`` must not be written.

    It is a folder, a device, a file that this program did not make or that was changed since; or pages of a paper
    where a report is to be written, or the other way round.
    """
    code = _hindrance(path, is_report=is_report)
    return fault(code, None, path=path) if code else None


def _hindrance(path: str, *, is_report: bool) -> str:
    """The code of why a path must not be written, empty where it may be."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return ""
    if not stat.S_ISREG(mode):
        return "output-folder" if stat.S_ISDIR(mode) else "output-taken"
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        # What it is cannot be seen, so that it may be anything.
        return "output-taken"
    if not mode & _WRITABLE:
        return "output-locked"
    other = "output-other" if (_REPORT in data) != is_report else ""
    return {"own": other, "changed": "output-changed", "foreign": "output-taken"}[origin(data)] if data else ""


def clash(paths: Iterable[str], inputs: Iterable[str]) -> Diagnostic | None:
    """Why files cannot be written together: two are one file, or one is a file that the pages are made of."""
    written: set[str] = set()
    read = set(map(os.path.realpath, inputs))
    for path in paths:
        real = os.path.realpath(path)
        if real in written or real in read:
            return fault("output-twice" if real in written else "output-input", None, path=path)
        written.add(real)
    return None


def write_all(files: dict[str, bytes]) -> Diagnostic | None:
    """Write files by path, each under a passing name first and renamed when all are written; tell what failed.

    A link stays one: the file that it leads to is written.
    """
    passing: dict[str, str] = {}
    path = ""
    try:
        for path, data in files.items():
            folder, name = os.path.split(os.path.realpath(path))
            os.makedirs(folder or ".", exist_ok=True)
            passing[path] = os.path.join(folder, f".{name}.{os.getpid()}.part")
            with open(passing[path], "wb") as file:
                file.write(data)
        for path, temporary in passing.items():
            os.replace(temporary, os.path.realpath(path))
    except OSError as caught:
        return fault("output-closed", None, path=path, reason=caught.strerror or str(caught))
    finally:
        for temporary in passing.values():
            if os.path.exists(temporary):
                os.remove(temporary)
    return None
