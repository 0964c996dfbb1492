"""What was made at some cost, kept in a folder that may be deleted at any time."""

import hashlib
import os
from collections.abc import Callable

__all__ = ["Keep", "keep_in", "keep_nothing"]

# Gives what is kept under a key, or makes it and keeps it.
Keep = Callable[[str, Callable[[], bytes]], bytes]

_MOST = 1 << 30


def keep_nothing(_: str, make: Callable[[], bytes]) -> bytes:
    """Make it anew each time."""
    return make()


def keep_in(folder: str) -> Keep:
    """Keep results in a folder under their keys; one that cannot be read whole, or not be written, is made anew.

    Without a folder nothing is kept. Each file ends with the digest of what is before it, so that a damaged one is
    never taken. Where they take more than a gigabyte in all, those that were longest without use go.
    """
    if not folder:
        return keep_nothing

    def keep(key: str, make: Callable[[], bytes]) -> bytes:
        path = os.path.join(folder, key)
        found = _read(path)
        if found is None:
            found = make()
            _write(path, found)
        return found

    return keep


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as handle:
            data = handle.read()
        os.utime(path)
    except OSError:
        return None
    size = hashlib.sha256().digest_size
    return data[:-size] if data[-size:] == hashlib.sha256(data[:-size]).digest() else None


def _write(path: str, data: bytes) -> None:
    """Write a file whole or not at all; a folder that takes none costs time at the next run and nothing else."""
    import tempfile

    folder = os.path.dirname(path)
    try:
        os.makedirs(folder, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=folder)
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data + hashlib.sha256(data).digest())
        os.replace(part, path)
        _make_room(folder)
    except OSError:
        if os.path.exists(part):
            os.unlink(part)


def _make_room(folder: str) -> None:
    """Take away the files that were longest without use, as far as there are too many."""
    with os.scandir(folder) as entries:
        files = [(each.stat().st_mtime_ns, each.stat().st_size, each.path) for each in entries if each.is_file()]
    held = sum(size for _, size, _ in files)
    for _, size, path in sorted(files):
        if held <= _MOST:
            return
        os.unlink(path)
        held -= size
