"""The lead and its drop cap; headings take whole lines of the grid."""

import pytest

from pages import runs
from xihu_pdf.build import check
from xihu_pdf.content import Edition, Mark, Text
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.layout.hanging import compose_lead

LONG = Text("西湖镇农村人居环境整治工作得到市政府表彰通报，扎实推动乡村治理，因户施策，推动积分制落地落细。" * 2)


@pytest.fixture
def desk(shipped_stock):
    return Desk(shipped_stock, Edition())


def test_rule_73_a_drop_cap_is_as_high_as_the_lines_that_it_takes(desk):
    """Its em box reaches from the head of the first of three lines to the foot of the third."""
    lead = compose_lead(desk, LONG, 2, TABLOID)
    cap, size = lead.cap
    assert cap.text == "西"
    assert size == pytest.approx(lead.size + 2 * 1.5 * TABLOID.pitch)


def test_rule_73_the_lines_beside_a_drop_cap_are_shorter_and_clear_of_it(desk):
    lead = compose_lead(desk, LONG, 2, TABLOID)
    _, size = lead.cap
    width = TABLOID.width(2)
    assert [round(line.left / lead.size, 6) for line in lead.lines[:4]] == [5.0, 5.0, 5.0, 0.0]
    assert all(line.right == pytest.approx(width) for line in lead.lines[:-1])
    assert lead.lines[0].left - size >= 0.2 * lead.size


def test_rule_73_a_short_lead_has_no_drop_cap(desk):
    assert compose_lead(desk, Text("西湖镇喜获丰收。"), 2, TABLOID).cap is None


@pytest.mark.parametrize("first", ["“双抢”时节，", "2022年，", "Xihu镇，"])
def test_rule_73_a_lead_that_begins_with_no_han_is_indented_instead(desk, first):
    lead = compose_lead(desk, LONG._replace(value=first + LONG.value), 2, TABLOID)
    assert lead.cap is None
    assert [round(line.left / lead.size, 6) for line in lead.lines[:2]] == [2.0, 0.0]


@pytest.mark.parametrize("mark", [Mark("ruby", 0, 2, "xī hú"), Mark("name", 0, 3), Mark("dots", 0, 2)])
def test_rule_73_a_letter_with_a_reading_or_a_line_is_no_drop_cap(desk, mark):
    """They would be as large as the cap, and a reading of two letters would stand over both parts."""
    lead = compose_lead(desk, LONG._replace(marks=(mark,)), 2, TABLOID)
    assert lead.cap is None
    assert lead.lines[0].left == pytest.approx(2.0 * lead.size)
    assert compose_lead(desk, LONG._replace(marks=(Mark("bold", 0, 2),)), 2, TABLOID).cap is not None


def test_rule_69_text_stands_on_the_grid_under_every_heading(source, shipped_stock):
    """Headline, subheads and lead move no line of text off the lines of the page."""
    page = check(source, shipped_stock).document.pages[0]
    baselines = {round(at.y, 3) for at, _ in runs(page, "XihuSong-Regular", 9.0)}
    grid = {round(TABLOID.baseline(line), 3) for line in range(TABLOID.lines)}
    assert len(baselines) > 40
    assert baselines <= grid


def test_rule_71_all_columns_of_the_page_end_on_its_last_line(source, shipped_stock):
    proof = check(source, shipped_stock)
    assert [end for _, end in proof.reports[0].columns] == [TABLOID.lines] * TABLOID.columns
    page = proof.document.pages[0]
    last = TABLOID.baseline(TABLOID.lines - 1)
    feet = {
        round((at.x - TABLOID.left) // (12 * 9.0)) for at, run in runs(page, "Xihu", 9.0) if abs(at.y - last) < 0.01
    }
    assert feet == set(range(TABLOID.columns))
