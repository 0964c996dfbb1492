"""ICC profiles (ICC.1:2010): what one says of itself, the way from it to sRGB, and one made of Display P3."""

import struct
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["Header", "description", "display_p3", "header", "in_srgb", "is_srgb"]

# Colorants of sRGB as a profile states them, adapted to D50: X and Z of red, green and blue.
_SRGB = ((b"rXYZ", 0.4361, 0.0139), (b"gXYZ", 0.3851, 0.0971), (b"bXYZ", 0.1431, 0.7141))
# Colorants of Display P3, adapted likewise, and D50 itself (7.2.16).
_WHITE = (0.96420, 1.0, 0.82491)
_DISPLAY_P3 = {
    b"rXYZ": (0.51512, 0.24120, -0.00105),
    b"gXYZ": (0.29198, 0.69225, 0.04189),
    b"bXYZ": (0.15710, 0.06657, 0.78407),
    b"wtpt": _WHITE,
}
# The curve of sRGB (IEC 61966-2-1), which Display P3 shares, as the parametric one of type 3 (10.18).
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_HEADER, _ENTRY = 128, 12
# How many numbers the parametric curve of each kind states.
_STATED = (1, 3, 4, 5, 7)
# How light a few levels of sRGB are.
_LIGHTS = ((0.25, 0.0509), (0.5, 0.2140), (0.75, 0.5225))


class Header(NamedTuple):
    """What stands at fixed places (7.2): bytes in all, version, class of device (``prtr``), space of its colours."""

    size: int
    version: tuple[int, int]
    device: str
    space: str


def header(profile: bytes) -> Header | None:
    """Read the header; None for what is no profile or is cut off."""
    if len(profile) < _HEADER or profile[36:40] != b"acsp":
        return None
    size, _, major, minor, device, space = struct.unpack_from(">IIBBxx4s4s", profile)
    if not _HEADER < size <= len(profile):
        return None
    return Header(size, (major, minor >> 4), device.decode("latin-1").strip(), space.decode("latin-1").strip())


def description(profile: bytes) -> str:
    """The profile's name for itself (9.2.41), in its first language; empty where it cannot be read."""
    try:
        at = _places(profile)[b"desc"]
        if profile[at : at + 4] == b"mluc":
            length, offset = struct.unpack_from(">II", profile, at + 20)
            name = profile[at + offset : at + offset + length].decode("utf-16-be", "replace")
        else:
            # The type that versions before 4 have begins with the name in ASCII.
            (length,) = struct.unpack_from(">I", profile, at + 8)
            name = profile[at + 12 : at + 12 + length].decode("latin-1")
    except (KeyError, struct.error):
        return ""
    return " ".join(name.partition("\0")[0].split())


def is_srgb(profile: bytes) -> bool:
    """Whether the profile's primaries and its curves are those of sRGB within a hundredth (9.2)."""
    try:
        places = _places(profile)
        for tag, x, z in _SRGB:
            stated_x, _, stated_z = struct.unpack_from(">iii", profile, places[tag] + 8)
            if abs(stated_x / 65536 - x) > 0.01 or abs(stated_z / 65536 - z) > 0.01:
                return False
        return all(_follows_srgb(profile[places[tag] :]) for tag in (b"rTRC", b"gTRC", b"bTRC"))
    except (KeyError, struct.error, ArithmeticError, IndexError, TypeError):
        return False


def _follows_srgb(tag: bytes) -> bool:
    """Whether a curve, a table or a power (10.6) or a formula (10.18), is that of sRGB where eyes would see it."""
    return all(abs(_curved(tag, at) - light) <= 0.01 for at, light in _LIGHTS)


def _curved(tag: bytes, at: float) -> float:
    """How light a level is by a curve."""
    if tag[:4] == b"para":
        (kind,) = struct.unpack_from(">H", tag, 8)
        stated = [each / 65536 for each in struct.unpack_from(f">{_STATED[kind]}i", tag, 12)]
        # Each kind states more than the one before; what the first two leave out is that of the plain power.
        stated += [1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0][len(stated) :]
        gamma, a, b, c, d, e, f = stated
        if kind in {1, 2}:
            c, d, e, f = 0.0, -b / a, c, c
        return float((a * at + b) ** gamma + e if at >= d else c * at + f)
    (count,) = struct.unpack_from(">I", tag, 8)
    if count < 2:
        return float(at ** (struct.unpack_from(">H", tag, 12)[0] / 256 if count else 1.0))
    place = at * (count - 1)
    before = min(int(place), count - 2)
    left, right = struct.unpack_from(">2H", tag, 12 + 2 * before)
    return float(left + (right - left) * (place - before)) / 65535


def in_srgb(image: "Image.Image", profile: bytes) -> "Image.Image":
    """Bring an RGB image to sRGB; a profile that cannot be read or does not fit counts as none."""
    if image.mode != "RGB" or not profile or is_srgb(profile):
        return image
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), intent)
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted or image


def display_p3() -> bytes:
    """Make a profile of Display P3: three colorants, white and a curve (8.3.3), all that a transform asks for."""
    bodies = {tag: b"XYZ \0\0\0\0" + _fixed(*values) for tag, values in _DISPLAY_P3.items()}
    bodies |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), b"para\0\0\0\0\0\3\0\0" + _fixed(*_CURVE))
    at = _HEADER + 4 + _ENTRY * len(bodies)
    table, content = struct.pack(">I", len(bodies)), b""
    for tag, body in bodies.items():
        table += struct.pack(">4sII", tag, at + len(content), len(body))
        content += body
    start = struct.pack(">IIBB", at + len(content), 0, 4, 0x30).ljust(12, b"\0")
    header = (start + b"mntrRGB XYZ ").ljust(36, b"\0") + b"acsp".ljust(32, b"\0") + _fixed(*_WHITE)
    return header.ljust(_HEADER, b"\0") + table + content


def _places(profile: bytes) -> dict[bytes, int]:
    """Where each tag begins (7.3)."""
    (count,) = struct.unpack_from(">I", profile, _HEADER)
    entries = (_HEADER + 4 + _ENTRY * entry for entry in range(min(count, 100)))
    return dict(struct.unpack_from(">4sI", profile, entry) for entry in entries)


def _fixed(*values: float) -> bytes:
    """Numbers of 32 bits, half of them behind the point (4.6)."""
    return struct.pack(f">{len(values)}i", *(round(each * 65536) for each in values))
