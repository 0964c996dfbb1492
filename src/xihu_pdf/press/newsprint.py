"""The newsprint profile, built of a model instead of a measured sheet; run once, its result is shipped.

    python -m xihu_pdf.press.newsprint src/xihu_pdf/press/profiles/XihuNewsprint.icc

Needs ``colprof`` of Argyll CMS. Paper, solids and overprints are the aims of ISO 12647-3 for coldset offset on
newsprint. Between them halftones are mixed by Yule-Nielsen's and Neugebauer's equations, with the tone values raised so
that a half tone prints 26 % darker. A press house that has measured its own sheet has a better profile.
"""

import os
import subprocess
import sys
from itertools import product
from math import prod
from tempfile import TemporaryDirectory

__all__ = ["main", "patches", "printed"]

# CIE L*a*b* (D50) of paper and of the overprints of cyan, magenta and yellow, by which of the three are there.
_LAB = {
    (0, 0, 0): (82.0, 0.0, 3.0),
    (1, 0, 0): (57.0, -23.0, -27.0),
    (0, 1, 0): (54.0, 44.0, -2.0),
    (0, 0, 1): (78.0, -3.0, 58.0),
    (1, 1, 0): (41.0, 7.0, -22.0),
    (1, 0, 1): (53.0, -34.0, 17.0),
    (0, 1, 1): (52.0, 41.0, 25.0),
    (1, 1, 1): (40.0, 0.0, 1.0),
}
_BLACK = (36.0, 1.0, 4.0)
# All four inks have L* 34: what black prints on shows through with this power of its own lightness.
_THROUGH = 0.07
_D50 = (96.42, 100.0, 82.49)
_TONE_GAIN = 0.26
_YULE_NIELSEN = 2
# By which of X, Y and Z each ink is measured: the one that it takes most of.
_FILTERS = (0, 1, 2, 1)
_INK_LIMIT, _BLACK_LIMIT = 220, 92
_CREATED = (2023, 1, 31, 0, 0, 0)

XYZ = tuple[float, float, float]
Inks = tuple[float, float, float, float]


def patches() -> list[Inks]:
    """The combinations of inks, each from 0 to 1, that the profile is made of: a grid, and a ramp of each ink."""
    steps = (0.0, 0.25, 0.5, 0.75, 1.0)
    found: dict[Inks, None] = {}
    for cyan, magenta, yellow in product(steps, repeat=3):
        for black in (0.0, 0.3, 0.6, 1.0):
            found[cyan, magenta, yellow, black] = None
    for ink in range(4):
        for step in range(1, 20):
            ramp = [0.0] * 4
            ramp[ink] = step / 20
            found[ramp[0], ramp[1], ramp[2], ramp[3]] = None
    return list(found)


def printed(inks: Inks) -> XYZ:
    """The colour that the inks make on the paper, as X, Y and Z with paper white below 100."""
    covered = [_effective(ink, share) for ink, share in enumerate(inks)]
    mixed = [0.0, 0.0, 0.0]
    for there in product((0, 1), repeat=4):
        weight = prod(share if is_there else 1 - share for share, is_there in zip(covered, there, strict=True))
        for axis, value in enumerate(_PRIMARIES[there]):
            mixed[axis] += weight * value ** (1 / _YULE_NIELSEN)
    x, y, z = (value**_YULE_NIELSEN for value in mixed)
    return x, y, z


def _effective(ink: int, share: float) -> float:
    """The coverage that has to go into the mixture so that the ink's tone value, as it is measured, is right."""
    there = tuple(int(at == ink) for at in range(4))
    paper, solid = (_PRIMARIES[each][_FILTERS[ink]] for each in ((0, 0, 0, 0), there))
    tone = share + 4 * _TONE_GAIN * share * (1 - share)
    tone = min(tone, 1.0) if share < 1 else 1.0
    root = 1 / _YULE_NIELSEN
    seen = (paper - tone * (paper - solid)) ** root
    return float((paper**root - seen) / (paper**root - solid**root))


def _xyz(lab: tuple[float, float, float]) -> XYZ:
    """From L*a*b* to X, Y and Z (CIE 15)."""
    lightness, a, b = lab
    middle = (lightness + 16) / 116
    x, y, z = (
        white * (each**3 if each > 6 / 29 else (each - 4 / 29) * 108 / 841)
        for white, each in zip(_D50, (middle + a / 500, middle, middle - b / 200), strict=True)
    )
    return x, y, z


def _primaries() -> dict[tuple[int, ...], XYZ]:
    paper, black = _xyz(_LAB[0, 0, 0]), _xyz(_BLACK)
    found: dict[tuple[int, ...], XYZ] = {}
    for inks, lab in _LAB.items():
        colour = _xyz(lab)
        found[*inks, 0] = colour
        x, y, z = (dark * (each / white) ** _THROUGH for dark, each, white in zip(black, colour, paper, strict=True))
        found[*inks, 1] = (x, y, z)
    return found


_PRIMARIES = _primaries()


def _sheet() -> str:
    """The patches as a sheet that was measured, in the form of Argyll CMS (CGATS.17)."""
    rows = []
    for number, inks in enumerate(patches(), 1):
        values = (*(100 * ink for ink in inks), *printed(inks))
        rows.append(f"{number} " + " ".join(f"{value:.4f}" for value in values))
    head: tuple[str, ...] = (
        "CTI3",
        'DESCRIPTOR "xihu_pdf newsprint"',
        'KEYWORD "DEVICE_CLASS"',
        'DEVICE_CLASS "OUTPUT"',
    )
    head += ('KEYWORD "COLOR_REP"', 'COLOR_REP "CMYK_XYZ"', "NUMBER_OF_FIELDS 8", "BEGIN_DATA_FORMAT")
    head += ("SAMPLE_ID CMYK_C CMYK_M CMYK_Y CMYK_K XYZ_X XYZ_Y XYZ_Z", "END_DATA_FORMAT")
    return "\n".join((*head, f"NUMBER_OF_SETS {len(rows)}", "BEGIN_DATA", *rows, "END_DATA", ""))


def main(path: str) -> None:
    """Build the profile and write it to a path. Raises FileNotFoundError without ``colprof``."""
    with TemporaryDirectory() as folder:
        base = os.path.join(folder, "newsprint")
        with open(f"{base}.ti3", "w", encoding="ascii") as handle:
            handle.write(_sheet())
        srgb = os.path.join(os.path.dirname(__file__), "profiles", "sRGB.icc")
        limits = ["-l", str(_INK_LIMIT), "-L", str(_BLACK_LIMIT), "-kp", "0", "0.1", "1.0", "0.9", "0.8"]
        words = ["-A", "xihu_pdf", "-M", "model", "-D", "xihu_pdf newsprint 26 % (model)", "-C", "CC0 1.0"]
        command = [
            "colprof",
            "-ql",
            "-bm",
            "-nc",
            *limits,
            "-S",
            srgb,
            "-cmt",
            "-dpp",
            *words,
            "-O",
            f"{base}.icc",
            base,
        ]
        subprocess.run(command, check=True)  # noqa: S603 - the program named, its arguments ours
        with open(f"{base}.icc", "rb") as handle:
            profile = bytearray(handle.read())
    # The date, and the digest that was made with it: the same script makes the same bytes (ICC.1, 7.2.8 and 7.2.18).
    profile[24:36] = b"".join(each.to_bytes(2, "big") for each in _CREATED)
    profile[84:100] = bytes(16)
    with open(path, "wb") as handle:
        handle.write(profile)


if __name__ == "__main__":
    main(sys.argv[1])
