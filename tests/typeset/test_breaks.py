"""Total fit: never dearer than a greedy breaker, and as cheap as trying every way there is."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies as copy
from xihu_pdf.frame import BLACK
from xihu_pdf.typeset import Compositor, Measure, Rules, Style
from xihu_pdf.typeset.breaks import RUNT_COST, choose_breaks, line_cost
from xihu_pdf.typeset.neighbours import CHAIN_COST
from xihu_pdf.typeset.pairs import FORBIDDEN
from xihu_pdf.typeset.units import Units

# The Han gaps that are looked at first, and where no good way is found.
EVEN, LOOSE = 0.125, 0.25
GOOD = (1.0 + line_cost(EVEN, 0.0, 0.0, 1, 0.0)) ** 2


def natural(units: Units, start: int, end: int) -> float:
    """Width of a line from unit ``start`` to unit ``end`` before anything is spread."""
    return sum(piece.body for piece in units.pieces[start : end + 1]) + sum(g.natural for g in units.gaps[start:end])


def weigh(units: Units, measure: Measure, ends: tuple[int, ...], tolerance: float = FORBIDDEN) -> float:
    """What a way to break costs, worked out line by line; infinite where a line does not fit."""
    total, start = 0.0, 0
    for number, end in enumerate(ends):
        gaps = units.gaps[start:end]
        spare = measure.line(number)[1] - natural(units, start, end)
        shrink, stretch = sum(gap.shrink for gap in gaps), sum(gap.stretch for gap in gaps)
        even, late = sum(gap.even for gap in gaps), sum(gap.late for gap in gaps)
        words = stretch + (late if tolerance == LOOSE else stretch)
        if spare < -shrink - 1e-6:
            return FORBIDDEN
        if end < len(units.pieces) - 1:
            if units.costs[end] == FORBIDDEN or spare > words + tolerance * even:
                return FORBIDDEN
            total += (1.0 + units.costs[end] + line_cost(spare, shrink, stretch, even, late)) ** 2
        else:
            rest = "".join("".join(piece.texts) for piece in units.pieces[start:])
            runt = RUNT_COST if sum(map(str.isalnum, rest)) < 2 and start else 0.0
            total += (1.0 + runt + (line_cost(spare, shrink, 0.0, 0, 0.0) if spare < 0.0 else 0.0)) ** 2
        start = end + 1
    return total


def every_way(units: Units, measure: Measure, tolerance: float) -> dict[int, float]:
    """The cheapest cost for each number of lines, by trying every way with no Han gap above ``tolerance`` em."""
    last = len(units.pieces) - 1
    found: dict[int, float] = {}
    for lines in range(1, last + 2):
        ways = (weigh(units, measure, (*ends, last), tolerance) for ends in combinations(range(last), lines - 1))
        cheapest = min(ways, default=FORBIDDEN)
        if cheapest < FORBIDDEN:
            found[lines] = cheapest
    return found


def greedy(units: Units, measure: Measure) -> tuple[int, ...]:
    """Fill each line as far as it will go by shrinking, then push out: what a simple editor does."""
    ends: list[int] = []
    start = 0
    while True:
        width = measure.line(len(ends))[1]
        fits = [
            end
            for end in range(start, len(units.pieces))
            if natural(units, start, end) - sum(gap.shrink for gap in units.gaps[start:end]) <= width + 1e-6
        ]
        if fits and fits[-1] == len(units.pieces) - 1:
            return (*ends, fits[-1])
        at = next((end for end in reversed(fits) if units.costs[end] < FORBIDDEN), None)
        if at is None:
            return ()
        ends.append(at)
        start = at + 1


def new(chain) -> Compositor:
    return Compositor(Style(chain, 10.0, BLACK, "zh-Hans", Rules(hyphenation=False)))


short = copy.copy(6).filter(lambda text: len(text) < 22)


@given(text=short, width=st.integers(3, 7), indent=st.sampled_from([0.0, 2.0]))
@settings(max_examples=150)
def test_total_fit_equals_trying_every_way(em_chain, text, width, indent):
    measure = Measure(((indent, width - indent),), (0.0, float(width)))
    units = new(em_chain).units(text, width - indent)
    if not 1 <= len(units.pieces) <= 14:
        return
    found = choose_breaks(units, measure, loosely=False)
    cheapest = every_way(units, measure, EVEN)
    if found:
        assert min(way.cost for way in found.values()) == pytest.approx(min(cheapest.values()))
        # Ways of many more lines than needed are looser throughout, and may be left out.
        fewest = min(cheapest)
        for lines in (fewest, fewest + 1):
            assert (lines in found) == (lines in cheapest)
            assert lines not in found or found[lines].cost == pytest.approx(cheapest[lines])
    else:
        assert min(cheapest.values(), default=FORBIDDEN) >= GOOD
        loose = every_way(units, measure, LOOSE)
        found = choose_breaks(units, measure)
        assert min(way.cost for way in found.values()) <= min(loose.values(), default=FORBIDDEN) * (1 + 1e-9)
    for way in found.values():
        told = weigh(units, measure, way.ends)
        assert told == pytest.approx(way.cost) or (told == FORBIDDEN and way.cost >= 1e9)


@given(text=copy.chinese(), measure=copy.measures())
def test_total_fit_is_never_dearer_than_greedy(em_chain, text, measure):
    units = new(em_chain).units(text, measure.rest[1] - 3.0)
    rival = greedy(units, measure)
    cost = weigh(units, measure, rival, EVEN) if rival else FORBIDDEN
    if cost < FORBIDDEN:
        found = choose_breaks(units, measure)
        assert min(way.cost for way in found.values()) <= cost + 1e-6


# In seven em a greedy breaker strands 四。 on the last line.
STRANDED = "一二，三四五，六七八九十一二三四。"


def test_greedy_is_sometimes_dearer(em):
    units, measure = em.units(STRANDED), Measure((), (0.0, 7.0))
    rival = weigh(units, measure, greedy(units, measure))
    assert min(way.cost for way in choose_breaks(units, measure).values()) < rival < FORBIDDEN


@given(text=copy.copy(), measure=copy.measures())
def test_every_way_given_has_its_number_of_lines_and_ends_at_the_last_unit(em_chain, text, measure):
    units = new(em_chain).units(text, measure.rest[1] - 3.0)
    for lines, way in choose_breaks(units, measure).items():
        assert len(way.ends) == lines
        assert list(way.ends) == sorted(set(way.ends))
        assert way.ends[-1] == len(units.pieces) - 1


def test_the_last_line_holds_two_han_where_that_can_be_had(em):
    """clreq 3.5."""
    units, measure = em.units(STRANDED), Measure((), (0.0, 7.0))
    assert greedy(units, measure)[-2] == len(units.pieces) - 3
    galley = em.galley(STRANDED, measure)
    assert galley.lines(galley.best)[-1].text == "三四。"


def test_one_han_is_left_alone_where_nothing_else_fits(em):
    galley = em.galley("一二三四五六", Measure((), (0.0, 5.0)))
    assert [line.text for line in galley.lines(galley.best)] in (["一二三四", "五六"], ["一二三四五", "六"])


@pytest.mark.parametrize(("commas", "last"), [(4, "个"), (2, "5")])
def test_a_number_leaves_its_unit_only_where_the_line_would_suffer(em, commas, last):
    """The line is just full behind 65; 个 comes in where four commas give a little each, not where two give much."""
    text = "".join(f"{each}，" for each in "一二三四"[:commas]) + "五六七65"
    width = natural(em.units(text), 0, len(em.units(text).pieces) - 1)
    galley = em.galley(f"{text}个一二三四五", Measure((), (0.0, width)))
    assert galley.lines(2)[0].text[-1] == last


def test_what_fits_on_one_line_is_one_line(em):
    galley = em.galley("一二三四五六七八九十", Measure((), (0.0, 10.0)))
    assert (galley.best, [line.text for line in galley.lines(1)]) == (1, ["一二三四五六七八九十"])


def test_an_indent_counts_on_the_first_line_only(em):
    galley = em.galley("一" * 18, Measure(((2.0, 8.0),), (0.0, 10.0)))
    assert [(len(line.text), line.left, line.right) for line in galley.lines(2)] == [(8, 20.0, 100.0), (10, 0.0, 100.0)]


def test_a_line_that_fits_costs_nothing():
    assert line_cost(0.0, 1.0, 1.0, 5, 1.0) == line_cost(0.0, 0.0, 0.0, 0, 0.0) == 0.0


@given(st.floats(0.01, 3.0), st.floats(0.01, 3.0), st.integers(1, 20))
def test_the_more_is_spread_the_dearer(less, more, even):
    less, more = sorted((less, more))
    assert line_cost(less, 3.0, 0.5, even, 0.5) <= line_cost(more, 3.0, 0.5, even, 0.5)
    assert line_cost(-less, 3.0, 0.5, even, 0.5) <= line_cost(-more, 3.0, 0.5, even, 0.5)


def test_half_of_the_blanks_is_cheaper_than_a_gap_that_is_seen():
    assert line_cost(-0.5, 1.0, 0.0, 10, 0.0) < line_cost(0.8, 1.0, 0.0, 10, 0.0)


def test_a_word_alone_costs_little_while_its_letters_hardly_part():
    """A third of an em over a line is not seen, three em are worse than any gap between Han."""
    assert line_cost(0.33, 0.0, 0.0, 0, 0.0) < line_cost(1.0, 0.0, 0.0, 9, 0.0)
    assert line_cost(3.0, 0.0, 0.0, 0, 0.0) > line_cost(9.0, 0.0, 0.0, 9, 0.0)


def test_a_chain_of_marks_is_not_parted_where_a_loose_line_serves(em):
    """However far from the paragraph's end it stands."""
    units = em.units("一二三四五六七八九十那是一！！！中人有一" + "二三四五六七八九十一" * 8 + "三")
    found = choose_breaks(units, Measure((), (0.0, 9.0)))
    chains = {at for at, cost in enumerate(units.costs) if cost == CHAIN_COST}
    assert chains
    assert not any(chains & set(way.ends) for way in found.values())


def test_a_chain_of_marks_is_parted_only_where_it_is_wider_than_its_line(em):
    """clreq 3.1.5: three marks in a row may be split as a last resort."""
    for width, ends in ((5.0, [(9,)]), (3.0, [(5, 9), (6, 9)])):
        found = choose_breaks(em.units("）" * 10), Measure((), (0.0, width)))
        assert min(found.values()).ends in ends
    assert len(choose_breaks(em.units("））"), Measure((), (0.0, 0.75)))) == 1
