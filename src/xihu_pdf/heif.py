"""What a HEIC file says beside its pixels (ISO/IEC 14496-12 and 23008-12): whether it is whole, and its colours."""

import struct
from collections.abc import Mapping
from typing import Any

from xihu_pdf.icc import display_p3

__all__ = ["high_range", "is_whole", "profile_of"]

# Numbers of ITU-T H.273: primaries of Display P3 (table 2), transfer curves of high dynamic range (table 3).
_DISPLAY_P3 = 12
_HIGH_RANGE = frozenset({16, 18})


def is_whole(data: bytes) -> bool:
    """Whether every box of the file (14496-12, 4.2) ends within it: a decoder may fill what is missing with gray.

    A box without a name says nothing; what it is the decoder will tell.
    """
    at = 0
    try:
        while at < len(data):
            size, name = struct.unpack_from(">I4s", data, at)
            if size == 1:
                (size,) = struct.unpack_from(">Q", data, at + 8)
            if not name.isalnum():
                return True
            # The last box may go on to the end, whatever that is.
            at += size or len(data) - at
    except struct.error:
        return False
    return at == len(data)


def high_range(info: Mapping[str, Any]) -> bool:
    """Whether the values are meant for a screen of high dynamic range, by what the decoder tells of the picture."""
    return (info.get("nclx_profile") or {}).get("transfer_characteristics") in _HIGH_RANGE


def profile_of(info: Mapping[str, Any]) -> bytes:
    """The ICC profile of a picture: its own, or that of Display P3 where the file has only the number of it."""
    told: bytes = info.get("icc_profile") or b""
    numbers = info.get("nclx_profile") or {}
    return told or (display_p3() if numbers.get("color_primaries") == _DISPLAY_P3 else b"")
