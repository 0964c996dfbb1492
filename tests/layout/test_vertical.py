"""A vertical article 竖排 makes a page of bands: all on the grid, upright photographs, text in reading order."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pages import bare, copy_of, of_length, photographs, readers, runs, with_article
from xihu_pdf.build import check, make
from xihu_pdf.content import Photograph, Text
from xihu_pdf.errors import has_errors
from xihu_pdf.frame import HORIZONTAL, VERTICAL, Picture, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.layout.arrangement import LEAD, MOST_PHOTOGRAPHS, arrangements
from xihu_pdf.layout.grid import TABLOID, TABLOID_UPRIGHT
from xihu_pdf.stock import open_stock

GRID = TABLOID_UPRIGHT
BODY = GRID.size
# Copy that makes a page with so many photographs of the album: the shortest, the longest.
RANGES = {1: (2500, 3500), 2: (1700, 3400), 3: (1500, 3100), 4: (1300, 2900)}
ways = [
    pytest.param((count, lead, way), id=f"{count} photographs, lead {lead}: {at}")
    for count in range(MOST_PHOTOGRAPHS + 1)
    for lead in (True, False)
    for at, way in enumerate(arrangements((None,) * count, lead=lead, writing=VERTICAL))
]


@pytest.fixture(scope="module")
def source(source, article):
    return with_article(source, article, writing=VERTICAL)


@pytest.fixture(scope="module")
def article(article):
    return article._replace(writing=VERTICAL)


@pytest.fixture(scope="module")
def proof(source):
    return make(source, open_stock(source.folder))


@pytest.fixture(scope="module")
def page(proof):
    return proof.document.pages[0]


def box(at, run):
    """Left, top, right and foot of the em boxes of a vertical run."""
    return at.x - run.size / 2, at.y + run.offsets[0], at.x + run.size / 2, at.y + run.offsets[-1] + run.size


def meet(one, other):
    """Whether two boxes meet by more than the overhang of a mark at a line's end."""
    slack = BODY * 0.6
    return (
        one[0] < other[2] - 0.1 and other[0] < one[2] - 0.1 and one[1] < other[3] - slack and other[1] < one[3] - slack
    )


# -- the grid -----------------------------------------------------------------------------------------------------


def test_lines_run_down_and_follow_to_the_left():
    first, below, after = GRID.at(0.0, 0.0), GRID.at(10.0, 0.0), GRID.at(0.0, 10.0)
    assert first == Point(GRID.paper.width, 0.0)
    assert below == Point(first.x, 10.0)
    assert after == Point(first.x - 10.0, 0.0)
    assert TABLOID.at(3.0, 4.0) == TABLOID.vector(3.0, 4.0) == Point(3.0, 4.0)


@given(*[st.floats(0.0, 700.0)] * 4)
def test_a_way_leads_from_place_to_place(along, across, further, beyond):
    start, end = GRID.at(along, across), GRID.at(along + further, across + beyond)
    way = GRID.vector(further, beyond)
    assert (start.x + way.x, start.y + way.y) == pytest.approx(end)


@pytest.mark.parametrize("grid", [TABLOID, GRID], ids=lambda grid: grid.writing)
@given(st.data())
def test_a_picture_covers_its_columns_and_lines(grid, data):
    width = grid.width(data.draw(st.integers(1, 3)))
    lines, along, across = data.draw(st.integers(1, 30)), data.draw(st.floats(0, 99)), data.draw(st.floats(0, 99))
    size = grid.picture(width, lines)
    corner = grid.corner(along, across, size)
    ends = grid.at(along, across), grid.at(along + width, across + grid.height(lines))
    assert corner == pytest.approx((min(end.x for end in ends), min(end.y for end in ends)))
    assert (corner.x + size.width, corner.y + size.height) == pytest.approx(
        (max(end.x for end in ends), max(end.y for end in ends))
    )


def test_the_bands_fill_the_type_area_of_other_pages():
    high = GRID.width(GRID.columns)
    wide = (GRID.lines - 1) * GRID.pitch + GRID.size
    foot = TABLOID.line(TABLOID.lines - 1) + TABLOID.size
    assert GRID.left == TABLOID.top
    assert abs(GRID.left + high - foot) < 5.0
    assert abs(wide - TABLOID.width(TABLOID.columns)) < 5.0
    assert GRID.line(0) == pytest.approx(GRID.paper.width - GRID.line(GRID.lines - 1) - GRID.size)


# -- arrangements -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", ways)
def test_everything_hangs_once_inside_the_bands_and_nothing_is_wider_than_the_dominant_photograph(case):
    count, lead, way = case
    assert sorted(slot.photograph for slot in way.slots) == sorted([*range(count), *([LEAD] if lead else [])])
    assert all(slot.first >= 0 and slot.first + slot.columns <= GRID.columns for slot in way.slots)
    widths = {slot.photograph: slot.columns for slot in way.slots if slot.photograph != LEAD}
    assert not count or widths[0] == max(widths.values())


@pytest.mark.parametrize("case", ways)
def test_lead_and_photographs_stand_at_the_head_of_the_page(case):
    _, lead, way = case
    if lead:
        assert next(slot for slot in way.slots if slot.photograph == LEAD).first == 0
    assert all(slot.first < GRID.columns - 1 for slot in way.slots)


@pytest.mark.parametrize("count", range(MOST_PHOTOGRAPHS + 1))
def test_the_best_arrangement_comes_first(count):
    costs = [way.cost for way in arrangements((None,) * count, lead=True, writing=VERTICAL)]
    assert costs[0] == 0.0
    assert costs == sorted(costs)


# -- the page of the repository -----------------------------------------------------------------------------------


def test_the_page_is_made_without_a_fault(proof):
    assert not has_errors(proof.diagnostics)
    (report,) = proof.reports
    assert report.short == 0
    assert report.widest < 0.2
    assert len(report.subheads) == 10


def test_all_bands_end_on_the_last_line(proof, page):
    (report,) = proof.reports
    assert [end for _, end in report.columns] == [GRID.lines] * GRID.columns
    last = GRID.at(0.0, GRID.baseline(GRID.lines - 1)).x
    tops = [at.y for at, run in runs(page, size=BODY) if abs(at.x - last) < 0.01 and run.writing == VERTICAL]
    assert {int((y - GRID.left + 0.01) / (GRID.width(1) + BODY)) for y in tops} == set(range(GRID.columns))


def test_the_axis_of_every_body_line_is_that_of_a_line_of_the_grid(page):
    axes = [at.x for at, run in runs(page, "XihuSong-Regular", BODY) if run.writing == VERTICAL]
    assert len(axes) > 200
    for x in axes:
        number = round((GRID.paper.width - x - GRID.baseline(0)) / GRID.pitch)
        assert 0 <= number < GRID.lines
        assert GRID.at(0.0, GRID.baseline(number)).x == pytest.approx(x)


def test_every_line_of_the_body_stands_inside_its_band(page):
    for at, run in runs(page, "XihuSong-Regular", BODY):
        if run.writing == VERTICAL:
            band = int((at.y - GRID.left + 0.01) / (GRID.width(1) + BODY))
            top = GRID.column(band)
            assert at.y >= top - 0.01
            # The blank half of a closing mark may stick out of the band.
            assert at.y + run.offsets[-1] <= top + GRID.width(1) - BODY / 2 + 0.01, run.texts


def test_the_headline_stands_at_the_right_of_all_else_and_the_kicker_at_its_right(page, article):
    headline = runs(page, "XihuSong-Black")[0]
    assert (
        "".join(headline[1].texts) == bare(article.headline.value) or headline[1].texts[0] == article.headline.value[0]
    )
    kicker = runs(page, "XihuKai", 18.0)[0]
    assert kicker[0].x > headline[0].x + headline[1].size / 2
    left = headline[0].x - headline[1].size / 2
    assert all(at.x < left for at, run in runs(page) if run.size < 18.0 and run.writing == VERTICAL)
    assert headline[1].size >= 60.0


def test_the_byline_ends_the_last_band_at_its_foot(page, article):
    at, run = runs(page, "XihuKai", BODY)[-1]
    assert "".join(run.texts) == article.byline.value
    assert at.y + run.offsets[-1] + BODY == pytest.approx(GRID.column(GRID.columns - 1) + GRID.width(1))
    assert at.x == pytest.approx(GRID.at(0.0, GRID.baseline(GRID.lines - 1)).x)


def test_a_bar_lies_above_every_subhead(page, article):
    bars = [(at, item) for at, item in page.items if isinstance(item, Rule) and at.y > GRID.left]
    assert len(bars) == len(article.sections)
    subheads = runs(page, "XihuHei-Bold", 12.0)
    for at, bar in bars:
        assert bar.vector.y == 0.0
        under = [x for x, run in subheads if at.x + bar.vector.x < x.x < at.x and 0 < x.y - at.y < BODY]
        assert under


def test_the_header_stands_where_it_does_on_other_pages(source, article, page):
    other = with_article(source, article, writing=HORIZONTAL)
    (beside,) = check(other, open_stock(source.folder)).document.pages
    assert page.items[:3] == beside.items[:3]


def test_no_text_stands_on_a_photograph_or_on_other_text(page):
    boxes = [box(at, run) for at, run in runs(page) if run.writing == VERTICAL]
    pictures = [
        (at.x, at.y, at.x + item.size.width, at.y + item.size.height)
        for at, item in page.items
        if isinstance(item, Picture)
    ]
    assert len(pictures) == 2
    everything = sorted([*boxes, *pictures])
    for index, one in enumerate(everything):
        assert not any(meet(one, other) for other in everything[index + 1 :])
        assert one[0] >= GRID.paper.width - GRID.line(GRID.lines - 1) - BODY - 0.01
        assert one[2] <= GRID.paper.width - GRID.line(0) + 0.01


def test_two_readers_read_the_copy_word_for_word(source, proof):
    words, captions = copy_of(source.edition.pages[0])
    for name, text in readers(proof.pdf):
        assert bare(text) == bare(words + "".join(captions)), name


def test_the_same_copy_makes_the_same_bytes(source, proof):
    again = make(source, open_stock(source.folder))
    assert hashlib.sha256(again.pdf).digest() == hashlib.sha256(proof.pdf).digest()


# -- other pages --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", RANGES)
def test_pages_can_be_made_for_nearly_every_length(source, article, album, count):
    stock = open_stock(str(album))
    first, last = RANGES[count]
    made = []
    for length in range(first, last, (last - first) // 12):
        short = with_article(source, of_length(article, length), photographs=photographs(count))
        proof = check(short, stock)
        made.append(proof.document is not None)
        if made[-1]:
            (report,) = proof.reports
            assert report.short == 0
            assert all(end == GRID.lines for _, end in report.columns)
    assert made.count(True) >= 0.9 * len(made)


@pytest.mark.parametrize("count", RANGES)
def test_a_page_of_any_number_of_photographs_reads_back(source, article, album, count):
    length = sum(RANGES[count]) // 2
    short = with_article(source, of_length(article, length), photographs=photographs(count))
    words, captions = copy_of(short.edition.pages[0])
    for name, text in readers(make(short, open_stock(str(album))).pdf):
        assert bare(text) == bare(words + "".join(captions)), name


@pytest.mark.parametrize("length", [300, 30000])
def test_copy_far_from_the_page_is_told(source, article, album, length):
    short = with_article(source, of_length(article, length), photographs=photographs(1))
    told = {each.code for each in check(short, open_stock(str(album))).diagnostics}
    assert ("page-short" if length == 300 else "page-long") in told


@pytest.mark.parametrize("shape", [(3000, 2000), (2400, 2400), (2000, 3000)], ids=["landscape", "square", "portrait"])
@pytest.mark.parametrize("safe", [None, (0.1, 0.05, 0.95, 0.9)], ids=["free", "safe"])
def test_photographs_stay_upright_and_keep_their_shape(source, article, tmp_path, shape, safe):
    """The part shown has the shape of its box on paper, as the upright photograph is seen."""
    Image.new("RGB", shape, (90, 120, 90)).save(tmp_path / "one.jpg")
    stock = open_stock(str(tmp_path))
    for length in range(2400, 3300, 60):
        shown = Photograph("one.jpg", Text("图为西湖镇乡村新貌"), Text("叶立岚摄"), safe=safe)
        proof = check(with_article(source, of_length(article, length), photographs=(shown,)), stock)
        if proof.document is not None:
            break
    (picture,) = [item for _, item in proof.document.pages[0].items if isinstance(item, Picture)]
    crop, size = picture.crop, picture.size
    assert crop.width * shape[0] / (crop.height * shape[1]) == pytest.approx(size.width / size.height)
    assert size.height in [pytest.approx(GRID.width(columns)) for columns in (1, 2, 3)]
    left, top, right, foot = safe or (0.1, 0.1, 0.9, 0.9)
    assert crop.left <= left + 1e-9
    assert crop.top <= top + 1e-9
    assert crop.right >= right - 1e-9
    assert crop.bottom >= foot - 1e-9


def test_a_caption_stands_at_the_left_of_its_photograph_and_is_no_taller(source, article, album):
    long = Text("图为西湖镇乡村新貌，" * 6)
    captioned = photographs(1)[0]._replace(caption=long, credit=Text("叶立岚摄"))
    stock = open_stock(str(album))
    proofs = (
        check(with_article(source, of_length(article, length), photographs=(captioned,)), stock)
        for length in range(2500, 3300, 60)
    )
    page = next(proof.document for proof in proofs if proof.document is not None).pages[0]
    ((at, picture),) = [each for each in page.items if isinstance(each.item, Picture)]
    lines = [box(*each) for each in runs(page, size=7.5)]
    assert len({line[0] for line in lines}) > 1
    for left, top, right, foot in lines:
        assert left < right <= at.x
        assert at.y - 0.01 <= top
        assert foot <= at.y + picture.size.height + 7.5 / 2 + 0.01


def test_pages_of_both_writings_stand_in_one_edition(source, article, page):
    across = source.edition.pages[0]._replace(articles=(article._replace(writing=HORIZONTAL),))
    both = source._replace(edition=source.edition._replace(pages=(across, *source.edition.pages, across)))
    made = make(both, open_stock(source.folder))
    first, second, third = made.document.pages
    # Tags are numbered through the whole edition.
    assert first._replace(tags=()) == third._replace(tags=())
    assert second._replace(tags=()) == page._replace(tags=())
    assert len(made.document.tags) == max(third.tags) + 1
    assert made.pdf is not None


def test_what_is_missing_is_told_once_with_the_article(source, article):
    bad = article._replace(lead=Text("\ue000西湖"), sections=article.sections[:1])
    told = check(with_article(source, bad), open_stock(source.folder)).diagnostics
    assert [each.code for each in told].count("glyph-missing") == 1
