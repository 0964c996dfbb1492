"""Files on their way out: what may be overwritten, and writing whole or not at all."""

import os
import stat

from xihu_pdf.errors import Diagnostic, fault

__all__ = ["refusal", "write_all"]

# How the files begin, or soon go on, that this program writes and may therefore replace.
_SIGNS = {
    ".png": (b"\x89PNG\r\n\x1a\n", b"xihu_pdf"),
    ".jpg": (b"\xff\xd8\xff", b"xihu_pdf"),
    ".txt": (b"\xef\xbb\xbfxihu_pdf", b""),
    "": (b"%PDF-", b"xihu_pdf"),
}
_HEAD = 512


def refusal(path: str) -> Diagnostic | None:
    """Why ``path`` must not be written: it is a folder, a device, or a file that this program did not make."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return None
    if stat.S_ISDIR(mode):
        return fault("output-folder", None, path=path)
    if not stat.S_ISREG(mode):
        return fault("output-taken", None, path=path)
    try:
        with open(path, "rb") as file:
            # A PDF names its producer in its metadata, which may stand anywhere.
            head = file.read(_HEAD)
            head += file.read() if head.startswith(b"%PDF-") else b""
    except OSError:
        # What it is cannot be seen, so that it may be anything.
        return fault("output-taken", None, path=path)
    start, sign = _SIGNS.get(os.path.splitext(path)[1].lower(), _SIGNS[""])
    return fault("output-taken", None, path=path) if head and not (head.startswith(start) and sign in head) else None


def write_all(files: dict[str, bytes]) -> Diagnostic | None:
    """Write files by path, each under a passing name first and renamed when all are written; tell what failed."""
    passing: dict[str, str] = {}
    path = ""
    try:
        for path, data in files.items():
            folder, name = os.path.split(path)
            os.makedirs(folder or ".", exist_ok=True)
            passing[path] = os.path.join(folder, f".{name}.{os.getpid()}.part")
            with open(passing[path], "wb") as file:
                file.write(data)
        for path, temporary in passing.items():
            os.replace(temporary, path)
    except OSError as caught:
        return fault("output-closed", None, path=path, reason=caught.strerror or str(caught))
    finally:
        for temporary in passing.values():
            if os.path.exists(temporary):
                os.remove(temporary)
    return None
