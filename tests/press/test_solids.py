"""Large solids in black: on a ground of other inks where that is seen and safe, black alone everywhere else."""

import pytest

from xihu_pdf.frame import BLACK, HORIZONTAL, GlyphRun, Ink, Rule, Shape
from xihu_pdf.geometry import Point, mm
from xihu_pdf.press import ORDERS, PLAIN, on_sheets

PRESS = ORDERS["press"]
WHITE = Ink(0.0, 0.0, 0.0, 0.0)


def block(width, height, ink=BLACK, weight=0.0):
    corners = ((0, 0), (mm(width), 0), (mm(width), mm(height)), (0, mm(height)))
    return Shape(tuple((Point(*each),) for each in corners), weight, ink)


def inks(document, order=PRESS):
    return [item.ink for _, item in on_sheets(document, order, {}).pages[0].items[: len(document.pages[0].items)]]


@pytest.mark.parametrize(
    ("item", "rich"),
    [
        (block(50, 40), True),
        (block(50, 39), False),
        (block(250, 8), True),
        (block(300, 7.9), False),
        (block(50, 40, ink=Ink(0.0, 0.0, 0.0, 0.9)), False),
        (block(50, 40, weight=2.0), False),
        (Rule(Point(mm(100), 0), mm(20), BLACK), True),
        (Rule(Point(0, mm(100)), mm(20), BLACK), True),
        (Rule(Point(mm(190), 0), mm(10), BLACK), False),
        (Rule(Point(mm(1000), 0), mm(7), BLACK), False),
        (Rule(Point(mm(100), 0), 0.3, BLACK), False),
    ],
)
def test_large_solids_alone_get_a_ground(sheet, item, rich):
    (found,) = inks(sheet((Point(10, 10), item)))
    assert found == (PRESS.solid if rich else item.ink)


@pytest.mark.parametrize(("size", "rich"), [(9.0, False), (17.9, False), (18.0, True), (66.0, True)])
def test_small_letters_keep_the_solid_that_they_stand_on_black(sheet, size, rich):
    run = GlyphRun("face", size, WHITE, (1,), (0.0,), ("西",), HORIZONTAL)
    found, letters = inks(sheet((Point(10, 10), block(60, 50)), (Point(40, 60), run)))
    assert (found, letters) == (PRESS.solid if rich else BLACK, WHITE)
    beside, _ = inks(sheet((Point(10, 10), block(60, 50)), (Point(400, 60), run)))
    assert beside == PRESS.solid


def test_letters_stay_black(sheet):
    run = GlyphRun("face", 300.0, BLACK, (1,), (0.0,), ("西",), HORIZONTAL)
    assert inks(sheet((Point(10, 10), block(60, 50)), (Point(40, 60), run)))[1] == BLACK


@pytest.mark.parametrize("order", [*ORDERS.values(), PLAIN], ids=lambda order: order.name)
def test_grounds_are_within_the_ink_of_the_order(sheet, order):
    (found,) = inks(sheet((Point(10, 10), block(60, 50))), order)
    assert found == (order.solid or BLACK)
    assert (order.solid is None) == (order.name not in {"press", "sheetfed"})
    assert not order.ink_limit or 100 * found.total <= order.ink_limit
