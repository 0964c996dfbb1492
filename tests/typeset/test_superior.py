"""Superior and inferior letters and figures, marked up and typed (rules 39, 65, 76), in both directions of writing."""

import pytest

from xihu_pdf.content import Mark
from xihu_pdf.frame import BLACK, HORIZONTAL, TURNED
from xihu_pdf.typeset import Compositor, Measure, Rules, Style
from xihu_pdf.typeset.pairs import FORBIDDEN
from xihu_pdf.typeset.pieces import CELL

SIZE = 10.0


@pytest.fixture(scope="module")
def across(shipped_stock):
    return Compositor(Style(shipped_stock.chain("song"), SIZE, BLACK, "zh-Hans"))


@pytest.fixture(scope="module")
def down(shipped_stock):
    return Compositor(Style(shipped_stock.chain("song"), SIZE, BLACK, "zh-Hans", Rules(vertical=True)))


def runs(compositor, text, *marks):
    """Text, writing, size and shift across the line of each run of a text in one line."""
    (line,) = compositor.galley(text, Measure((), (0.0, 40.0)), marks).lines(1)
    found = []
    for at, run in line.items:
        across = -at.y if run.writing == HORIZONTAL and compositor.style.rules.vertical is False else at.x
        found.append(("".join(run.texts), run.writing, run.size, across + (run.rises or (0.0,))[0]))
    return found


TYPED = [("CO₂", "CO2", "sub"), ("10⁸", "108", "super"), ("x⁺", "x+", "super")]


@pytest.mark.parametrize(("typed", "plain", "kind"), TYPED)
@pytest.mark.parametrize("way", ["across", "down"])
def test_rule_76_typed_ones_are_set_as_those_that_are_marked_up(request, way, typed, plain, kind):
    """From the same face, as small and as far from the line; what is copied is what was typed."""
    compositor = request.getfixturevalue(way)
    at = len(typed) - 1
    mark = Mark(kind, at, at + 1)
    as_typed, marked = (runs(compositor, f"{word}。", *marks) for word, marks in ((typed, ()), (plain, (mark,))))
    assert "".join(text for text, *_ in as_typed) == f"{typed}。"
    assert [each[1] for each in as_typed] == [each[1] for each in marked]
    assert [each[2:] for each in as_typed] == [pytest.approx(each[2:]) for each in marked]
    faces = [{piece.face for piece in compositor.units(word).pieces} for word in (typed, plain)]
    assert faces[0] == faces[1]


@pytest.mark.parametrize("text", ["10²⁸", "Fe³⁺"])
def test_those_of_one_word_are_alike_though_the_face_has_some_of_them(across, text):
    assert {piece.look.scale for piece in across.units(text).pieces[1:]} == {0.6}


def test_those_that_the_face_has_are_its_own(across):
    (piece,) = across.units("m²").pieces
    assert (piece.look.scale, piece.rises) == (1.0, ())


def test_a_minus_sign_above_the_line_is_not_missing(across):
    assert not across.units("10⁻³").missing
    assert [each.character for each in across.units("10⁻³\ue000").missing] == ["\ue000"]


@pytest.mark.parametrize("text", ["西湖⁸水", "西湖₂水"])
@pytest.mark.parametrize("way", ["across", "down"])
def test_none_starts_a_line(request, way, text):
    assert request.getfixturevalue(way).units(text).costs[1] == FORBIDDEN


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("10⁶", ()),
        ("H₂O", ()),
        ("106", (Mark("super", 2, 3),)),
        ("H2O", (Mark("sub", 1, 2),)),
        ("m2", (Mark("super", 1, 2),)),
        ("5G", (Mark("bold", 0, 1),)),
    ],
)
def test_rule_65_a_word_is_turned_whole_whatever_is_marked_up_in_it(down, text, marks):
    pieces = down.units(text, marks=marks).pieces
    assert {piece.writing for piece in pieces} == {TURNED}
    assert "".join("".join(piece.texts) for piece in pieces) == text


@pytest.mark.parametrize(("text", "marks"), [("3×10⁶", ()), ("3×106", (Mark("super", 4, 5),))])
def test_rule_65_only_the_part_of_an_amount_that_has_a_power_is_turned(down, text, marks):
    assert [piece.writing for piece in down.units(text, marks=marks).pieces][:3] == [CELL, "vertical", TURNED]


def test_rule_65_figures_stand_upright_before_a_note(down):
    assert [piece.writing for piece in down.units("101好", marks=(Mark("note", 2, 3),)).pieces[:2]] == [CELL, TURNED]


@pytest.mark.parametrize(("kind", "rise"), [("super", 0.36), ("sub", -0.14)])
def test_a_turned_one_is_as_far_from_the_baseline_of_its_word_as_in_a_horizontal_line(down, across, kind, rise):
    for compositor in (down, across):
        word, small = (each[3] for each in runs(compositor, "CO2", Mark(kind, 2, 3)))
        assert small - word == pytest.approx(rise * SIZE)
