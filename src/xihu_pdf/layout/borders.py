"""Borders 花边 as small units: what is drawn again and again along the sides of a box, and once in each corner.

A unit is counted along its side from where it begins, and across from the outer edge inward, as if it were the top side
of the box and that side ran to the right; the other sides are the same, turned. A corner is a square of the border's
depth. What runs through a unit enters and leaves it, and the corner, at one height, so that it never breaks;
what stands at a unit's beginning stands at its end too, so that both ends of a side are alike.
"""

from typing import NamedTuple

__all__ = ["BORDERS", "ORNAMENTS", "Border", "Stroke"]


class Stroke(NamedTuple):
    """A path of a unit, in points: two numbers are a point that a straight piece leads to, six those of a curve.

    ``weight`` is the stroke's; the path is filled where it is 0.
    """

    weight: float
    path: tuple[tuple[float, ...], ...]


class Border(NamedTuple):
    """A border: its depth and the length of its unit in points, the paths of the unit and of the corner."""

    depth: float
    step: float
    unit: tuple[Stroke, ...]
    corner: tuple[Stroke, ...]


def _disc(x: float, y: float, radius: float, weight: float = 0.0) -> Stroke:
    """A disc, or a ring of a weight, of four curves."""
    k = 0.5523 * radius
    return Stroke(
        weight,
        (
            (x + radius, y),
            (x + radius, y + k, x + k, y + radius, x, y + radius),
            (x - k, y + radius, x - radius, y + k, x - radius, y),
            (x - radius, y - k, x - k, y - radius, x, y - radius),
            (x + k, y - radius, x + radius, y - k, x + radius, y),
        ),
    )


def _lozenge(x: float, y: float, half: float) -> Stroke:
    return Stroke(0.0, ((x - half, y), (x, y - half), (x + half, y), (x, y + half)))


def _line(weight: float, *points: tuple[float, ...]) -> Stroke:
    return Stroke(weight, points)


def _petals(x: float, y: float, reach: float) -> tuple[Stroke, ...]:
    """Five petals round a point, the first one upward, and the heart between them."""
    # Sine and cosine of the five directions: those of the machine's library differ in their last digits.
    ways = ((0.0, -1.0), (0.9511, -0.309), (0.5878, 0.809), (-0.5878, 0.809), (-0.9511, -0.309))
    return tuple(_disc(x + 0.62 * reach * along, y + 0.62 * reach * up, 0.37 * reach) for along, up in ways)


# The same pair of lines along both edges of a border, drawn with each unit.
def _edges(depth: float, step: float, weight: float) -> tuple[Stroke, ...]:
    return tuple(_line(weight, (0.0, y), (step, y)) for y in (weight / 2, depth - weight / 2))


def _corner_edges(depth: float, weight: float) -> tuple[Stroke, ...]:
    """The outer line turns the corner; the inner one meets its neighbour in one point."""
    near = weight / 2
    return (_line(weight, (near, depth), (near, near), (depth, near)),)


BORDERS: dict[str, Border] = {
    # 回纹: one key of a meander to a unit, between two lines.
    "fret": Border(
        7.0,
        8.0,
        (
            _line(0.8, (0.0, 6.6), (0.8, 6.6), (0.8, 0.4), (7.2, 0.4), (7.2, 4.6), (3.0, 4.6), (3.0, 2.5), (5.1, 2.5)),
            _line(0.8, (0.8, 6.6), (8.0, 6.6)),
        ),
        (
            _line(0.8, (0.4, 7.0), (0.4, 0.4), (6.6, 0.4), (6.6, 6.6), (2.5, 6.6), (2.5, 2.5), (4.5, 2.5), (4.5, 4.5)),
            _line(0.8, (6.6, 6.6), (7.0, 6.6)),
        ),
    ),
    # 连珠: a large bead and a small one in turn.
    "beads": Border(
        5.0,
        8.0,
        (_disc(4.0, 2.5, 2.1), _disc(0.0, 2.5, 0.8), _disc(8.0, 2.5, 0.8)),
        (_disc(2.5, 2.5, 2.3, 0.6), _disc(2.5, 2.5, 1.0)),
    ),
    # 菱花: lozenges point to point between two lines.
    "lozenge": Border(
        6.0,
        6.0,
        (*_edges(6.0, 6.0, 0.4), _lozenge(3.0, 3.0, 1.9), _disc(0.0, 3.0, 0.5), _disc(6.0, 3.0, 0.5)),
        (*_corner_edges(6.0, 0.4), _disc(3.0, 3.0, 1.3)),
    ),
    # 梅花: a blossom and two buds in turn, a blossom in each corner.
    "plum": Border(
        7.0,
        14.0,
        (
            *_petals(7.0, 3.5, 3.2),
            _disc(0.0, 3.5, 0.9),
            _disc(14.0, 3.5, 0.9),
            _line(0.4, (1.8, 3.5), (3.2, 3.5)),
            _line(0.4, (10.8, 3.5), (12.2, 3.5)),
        ),
        _petals(3.5, 3.5, 3.1),
    ),
    # 卷草: a stem that waves, a leaf at each bend.
    "vine": Border(
        7.0,
        16.0,
        (
            _line(0.6, (0.0, 3.5), (3.0, 0.4, 5.0, 0.4, 8.0, 3.5), (11.0, 6.6, 13.0, 6.6, 16.0, 3.5)),
            Stroke(0.0, ((4.0, 1.6), (4.6, 3.6, 3.6, 5.6, 1.4, 6.4), (0.8, 4.6, 1.8, 2.6, 4.0, 1.6))),
            Stroke(0.0, ((12.0, 5.4), (11.4, 3.4, 12.4, 1.4, 14.6, 0.6), (15.2, 2.4, 14.2, 4.4, 12.0, 5.4))),
        ),
        (
            _line(0.6, (3.5, 7.0), (3.5, 5.0, 5.0, 3.5, 7.0, 3.5)),
            Stroke(0.0, ((4.4, 4.4), (1.6, 4.4, 0.4, 3.0, 0.4, 0.4), (3.0, 0.4, 4.4, 1.6, 4.4, 4.4))),
        ),
    ),
    # 竹节: canes with their knots.
    "bamboo": Border(
        5.0,
        22.0,
        (
            _line(0.5, (1.0, 1.2), (21.0, 1.2)),
            _line(0.5, (1.0, 3.8), (21.0, 3.8)),
            _line(0.9, (0.0, 0.6), (0.0, 4.4)),
            _line(0.9, (22.0, 0.6), (22.0, 4.4)),
            _line(0.5, (1.0, 1.2), (1.7, 2.1, 1.7, 2.9, 1.0, 3.8)),
            _line(0.5, (21.0, 1.2), (20.3, 2.1, 20.3, 2.9, 21.0, 3.8)),
        ),
        (
            _line(0.5, (0.0, 1.2), (6.2, 1.2)),
            _line(0.5, (0.0, 3.8), (6.2, 3.8)),
            _line(0.5, (1.2, 0.0), (1.2, 6.2)),
            _line(0.5, (3.8, 0.0), (3.8, 6.2)),
        ),
    ),
    # 云头: scallops of cloud on a line.
    "cloud": Border(
        6.5,
        10.0,
        (
            _line(0.4, (0.0, 6.2), (10.0, 6.2)),
            _line(0.6, (0.0, 4.8), (0.0, 0.0, 7.4, -1.2, 7.4, 2.8), (7.4, 4.8, 4.6, 4.8, 4.6, 3.2)),
            _line(0.6, (4.6, 3.2), (4.6, 2.2, 5.9, 2.2, 5.9, 3.1)),
            _line(0.6, (7.4, 2.8), (8.6, 2.0, 10.0, 3.0, 10.0, 4.8)),
        ),
        (_line(0.6, (6.5, 4.8), (6.5, 0.0, 0.3, 0.0, 0.3, 3.4), (0.3, 5.0, 2.4, 6.5, 4.8, 6.5)), _disc(3.4, 3.4, 1.1)),
    ),
    # 绳纹: the strands of a rope.
    "rope": Border(
        4.5,
        5.0,
        (
            _line(0.6, (0.0, 4.2), (2.0, 4.2, 3.0, 0.3, 5.0, 0.3)),
            _line(0.4, (0.0, 0.3), (5.0, 0.3)),
            _line(0.4, (0.0, 4.2), (5.0, 4.2)),
        ),
        (_disc(2.25, 2.25, 2.0, 0.5), _disc(2.25, 2.25, 0.8)),
    ),
}

# Ornaments 题花 by name, around a point, each within a square of twelve points.
ORNAMENTS: dict[str, tuple[Stroke, ...]] = {
    "plum": (*_petals(0.0, 0.0, 5.4), _disc(0.0, 0.0, 0.8)),
    "lozenge": (_lozenge(0.0, 0.0, 4.2), _lozenge(-7.2, 0.0, 2.0), _lozenge(7.2, 0.0, 2.0)),
    "leaf": (
        Stroke(0.0, ((0.0, 1.0), (0.6, -2.6, 3.4, -4.4, 7.6, -4.2), (7.0, -0.6, 4.0, 1.4, 0.0, 1.0))),
        Stroke(0.0, ((0.0, 1.0), (-0.6, -2.6, -3.4, -4.4, -7.6, -4.2), (-7.0, -0.6, -4.0, 1.4, 0.0, 1.0))),
        _line(0.0, (-0.8, 1.0), (0.8, 1.0), (0.4, 5.2), (-0.4, 5.2)),
    ),
    "star": (
        _line(
            0.0,
            (0.0, -5.6),
            (1.26, -1.73),
            (5.33, -1.73),
            (2.03, 0.66),
            (3.29, 4.53),
            (0.0, 2.14),
            (-3.29, 4.53),
            (-2.03, 0.66),
            (-5.33, -1.73),
            (-1.26, -1.73),
        ),
    ),
}
