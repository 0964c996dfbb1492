"""Printing conditions 印刷条件: the ICC profiles that come with the program, and those of press houses."""

import os
from typing import NamedTuple

from xihu_pdf.icc import description, header

__all__ = ["PROFILES", "Profile", "ProfileFault", "own_profile", "read_profile"]

# PDF 1.6 knows both (ISO 32000-1, 8.6.5.5); what came after them is another kind of profile.
_VERSIONS = (2, 4)
_UNNAMED = "Custom"


class Profile(NamedTuple):
    """A characterised printing condition: its registered name, and its words.

    ``registry`` is the address of the registry that lists the condition, empty where none does (ISO 32000-1, 14.11.5).
    The profile is a ``file`` of the folder ``profiles``, or ``data`` where a press house gave it.
    """

    condition: str
    registry: str
    info: str
    file: str = ""
    data: bytes = b""


class ProfileFault(Exception):  # noqa: N818 - the house says fault
    """A profile that no press prints by: ``code`` of the message table and ``values`` for its fields."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


PROFILES = {
    "newsprint": Profile("Custom", "", "Coldset offset on newsprint, ISO 12647-3, 26 % (model)", "XihuNewsprint.icc"),
    "coated": Profile(
        "FOGRA39", "http://www.color.org", "Offset, coated paper, ISO 12647-2:2004", "FOGRA39L_coated.icc"
    ),
    "srgb": Profile("sRGB", "http://www.color.org", "IEC 61966-2-1 sRGB", "sRGB.icc"),
}


def read_profile(profile: Profile) -> bytes:
    """The ICC profile itself."""
    if profile.data:
        return profile.data
    with open(os.path.join(os.path.dirname(__file__), "profiles", profile.file), "rb") as handle:
        return handle.read()


def own_profile(data: bytes) -> Profile:
    """Take the profile of a press house, which is told by its own name for itself.

    Raises ProfileFault for what is no profile or is cut off, is of another device than a press with four inks, is of
    a version that a PDF cannot have, or gives no inks for colours.
    """
    found = header(data)
    if found is None:
        raise ProfileFault("profile-broken")
    if (found.device, found.space) != ("prtr", "CMYK"):
        raise ProfileFault("profile-kind", device=found.device, space=found.space)
    if found.version[0] not in _VERSIONS:
        raise ProfileFault("profile-version", version=".".join(map(str, found.version)))
    from xihu_pdf.separation import separates

    whole = data[: found.size]
    if not separates(whole):
        raise ProfileFault("profile-one-way")
    name = description(whole) or _UNNAMED
    return Profile(name, "", name, data=whole)
