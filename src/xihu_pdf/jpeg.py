"""JPEG files taken apart, and put together again without what tells of the photographer (ITU-T T.81, annex B)."""

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["BASELINE", "EXTENDED", "PROGRESSIVE", "Anatomy", "dissect"]

SOS, EOI, COM = 0xDA, 0xD9, 0xFE
APP0, APP1, APP2, APP14, APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # SOFn; the three between are DHT, JPG and DAC
BASELINE, EXTENDED, PROGRESSIVE = 0xC0, 0xC1, 0xC2  # all that DCTDecode takes: ISO 32000-1, 7.4.8
# Stuffed zeros and restart markers belong to the scan. With one literal byte first, not a run of them, the search is
# eighteen times as fast; fill bytes before a marker then count as the scan's.
AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
ADOBE, EXIF, ICC = b"Adobe", b"Exif\0\0", b"ICC_PROFILE\0"


class Anatomy(NamedTuple):
    """A JPEG taken apart: what its frame says, what its metadata said, and the file without them."""

    process: int
    precision: int
    size: tuple[int, int]
    components: bytes
    adobe: bool
    turn: int
    profile: bytes
    clean: bytes

    @property
    def plain(self) -> bool:
        """Whether a PDF reader shows the data as they are, in the right colours."""
        unmarked_rgb = self.components == b"RGB" and not self.adobe
        wide = len(self.components) == 3 and bool(self.profile) and not _says_srgb(self.profile)
        return self.process <= PROGRESSIVE and self.precision == 8 and not unmarked_rgb and not wide


def dissect(data: bytes) -> Anatomy:
    """Take a JPEG apart. Raises EOFError where its end is missing, ValueError where it is none."""
    kept, frame, exif, adobe = [b"\xff\xd8"], b"", b"", False
    profile: dict[int, bytes] = {}
    try:
        for marker, payload, scan in _segments(data):
            kept.append(_cleaned(marker, payload) + scan)
            if marker in FRAMES:
                frame = frame or bytes([marker]) + payload
            elif marker == APP1 and payload.startswith(EXIF):
                exif = exif or payload[len(EXIF) :]
            elif marker == APP2 and payload.startswith(ICC):
                profile[payload[len(ICC)]] = payload[len(ICC) + 2 :]
            elif marker == APP14:
                adobe = adobe or payload.startswith(ADOBE)
        process, precision, height, width, count = struct.unpack_from(">BBHHB", frame)
    except (IndexError, struct.error):
        raise EOFError from None
    return Anatomy(
        process,
        precision,
        (width, height),
        frame[7 : 7 + 3 * count : 3],
        adobe,
        _turn(exif),
        b"".join(profile[each] for each in sorted(profile)),
        b"".join(kept),
    )


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Give marker, payload and following scan of every segment of the first image; IndexError if the end is missing.

    What follows the end (a second frame, a gain map, a short film) is left out.
    """
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker where one should be")
        while data[at] == 0xFF:
            at += 1
        marker = data[at]
        if marker == EOI:
            yield EOI, b"", b""
            return
        end = at + 1 + struct.unpack_from(">H", data, at + 1)[0]
        payload, scan = data[at + 3 : end], b""
        if marker == SOS:
            after = AFTER_SCAN.search(data, end)
            if after is None:
                raise IndexError
            scan = data[end : after.start()]
        yield marker, payload, scan
        at = end + len(scan)


def _cleaned(marker: int, payload: bytes) -> bytes:
    """Give the segment as it goes to the page: of application data what decoding needs, and no comment."""
    if marker == EOI:
        return b"\xff\xd9"
    if marker == APP0 and payload.startswith(b"JFIF\0"):
        payload = payload[:12] + b"\0\0"  # without its thumbnail
    elif marker == APP14 and payload.startswith(ADOBE):
        payload = payload[:12]
    elif APP0 <= marker <= APP15 or marker == COM:
        return b""
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def _turn(exif: bytes) -> int:
    """Read the orientation, tag 0x0112 of the first directory; a broken block says nothing, which is upright."""
    order = ">" if exif.startswith(b"MM") else "<"
    try:
        (directory,) = struct.unpack_from(order + "I", exif, 4)
        (count,) = struct.unpack_from(order + "H", exif, directory)
        for entry in range(count):
            tag, kind, _, value = struct.unpack_from(order + "HHIH", exif, directory + 2 + 12 * entry)
            if (tag, kind) == (0x0112, 3):
                return value if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _says_srgb(profile: bytes) -> bool:
    # Most photographs have no profile.
    from xihu_pdf.icc import is_srgb

    return is_srgb(profile)
