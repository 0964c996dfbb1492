"""Process inks as a screen shows them: light left white and the overprints of the inks, each by its share of the paper.

Taking each ink for the complement of a primary would make a deep green a garish one; no ink on paper is that pure.
"""

from itertools import product

from xihu_pdf.frame import Ink

__all__ = ["on_screen"]

# Paper and the overprints of cyan, magenta and yellow in sRGB, by FOGRA39 (relative colorimetric, black point carried
# over), in the order of their solids: none, yellow, magenta, both, cyan …
_OVERPRINTS = (
    (255, 255, 255),
    (255, 237, 0),
    (230, 0, 126),
    (228, 9, 22),
    (0, 159, 227),
    (0, 150, 65),
    (48, 41, 131),
    (51, 51, 50),
)


def on_screen(ink: Ink) -> tuple[float, float, float]:
    """The colour of an ink in sRGB, each part from 0 to 1: overprints by their shares (Demichel), less the black."""
    *inks, black = ink.process
    found = [0.0, 0.0, 0.0]
    for solids, colour in zip(product((False, True), repeat=3), _OVERPRINTS, strict=True):
        share = 1.0 - black
        for solid, each in zip(solids, inks, strict=True):
            share *= each if solid else 1.0 - each
        for at, part in enumerate(colour):
            found[at] += share * part / 255
    red, green, blue = found
    return red, green, blue
