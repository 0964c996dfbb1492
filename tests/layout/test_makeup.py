"""Pages of several articles fill themselves: rectangles that cover the page, every column to its last line."""

from itertools import product

import pytest

from made_pages import HEADLINES, articles, with_articles
from pages import bare, readers, runs
from xihu_pdf.build import check, make
from xihu_pdf.content import Photograph, Text
from xihu_pdf.frame import Picture
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.layout.makeup import MOST_ARTICLES
from xihu_pdf.stock import open_stock

LENGTHS = {
    2: (2600, 1300),
    3: (1850, 900, 600),
    4: (1600, 850, 660, 470),
    6: (1250, 700, 520, 440, 390, 350),
    8: (900, 500, 450, 370, 330, 290, 290, 250),
    12: (830, 400, 330, 300, 250, 230, 210, 190, 180, 170, 160, 150),
}
FILES = {2: ("a.jpg", "b.jpg"), 3: ("a.jpg", "b.jpg"), 4: ("a.jpg", "b.jpg"), 6: ("a.jpg",), 8: ("a.jpg",), 12: ()}


@pytest.fixture(scope="module")
def made(source, article, album):
    """Pages of so many articles, each made once."""
    stock = open_stock(str(album))
    return {
        count: make(with_articles(source, articles(article, lengths, photographs=FILES[count])), stock)
        for count, lengths in LENGTHS.items()
    }


def places(proof):
    (report,) = proof.reports
    return report.articles


def ends_level(report):
    """Every column of text ends where its article does; an upright headline has a column of its own."""
    feet = [end for _, columns, _, end in report.articles for _ in range(columns)]
    ends = [end for _, end in report.columns]
    left = iter(feet)
    return len(feet) - len(report.articles) <= len(ends) and all(end in left for end in ends)


every_count = pytest.mark.parametrize("count", LENGTHS)


@every_count
def test_every_column_of_every_article_ends_on_its_last_line(made, count):
    proof = made[count]
    assert proof.pdf is not None, proof.diagnostics
    (report,) = proof.reports
    assert ends_level(report)
    assert report.short == 0


@every_count
def test_articles_never_overlap_and_only_white_lines_part_them(made, count):
    taken = [
        cell
        for column, columns, first, end in places(made[count])
        for cell in product(range(column, column + columns), range(first, end))
    ]
    assert len(taken) == len(set(taken))
    missing = set(product(range(TABLOID.columns), range(TABLOID.lines))) - set(taken)
    # What is left are white lines, each with an article above and one below.
    assert all({(column, line - 1), (column, line + 1)} <= set(taken) for column, line in missing)


@every_count
def test_the_first_article_leads_with_the_largest_headline(made, count):
    assert places(made[count])[0][0::2] == (0, 0)
    heads = runs(made[count].document.pages[0], "XihuSong-Black")
    sizes = {run.texts: run.size for _, run in heads if len(run.texts) > 1}
    lead = max(sizes.values())
    assert {size for texts, size in sizes.items() if "".join(texts)[:2] in {"美丽", "魅力"}} == {lead}
    assert sorted(sizes.values())[-1] == lead


@every_count
def test_every_letter_of_the_copy_is_on_the_page(made, source, article, count):
    page = with_articles(source, articles(article, LENGTHS[count], photographs=FILES[count])).edition.pages[0]
    for _, text in readers(made[count].pdf):
        words = bare(text)
        for each in page.articles:
            copy = "".join(paragraph.value for section in each.sections for paragraph in section.paragraphs)
            assert sorted(set(bare(copy)) - set(words)) == []
        total = sum(len(bare(text.value)) for each in page.articles for s in each.sections for text in s.paragraphs)
        assert len(words) > total


@every_count
def test_hairlines_stand_between_articles_and_nothing_else_does(made, count):
    """Nothing but the hairline itself stands in the gutter right of an article that does not reach the last column."""
    page = made[count].document.pages[0]
    for column, columns, first, end in places(made[count]):
        if column + columns < TABLOID.columns:
            left = TABLOID.column(column + columns - 1) + TABLOID.width(1)
            right = TABLOID.column(column + columns)
            top, foot = TABLOID.line(first), TABLOID.line(end - 1)
            inside = [item for at, item in page.items if left + 0.1 < at.x < right - 3.0 and top < at.y < foot]
            assert all(type(item).__name__ == "Rule" for item in inside)


@pytest.mark.parametrize("count", [3, 6])
def test_the_same_input_makes_the_same_bytes(made, source, article, album, count):
    again = make(
        with_articles(source, articles(article, LENGTHS[count], photographs=FILES[count])), open_stock(str(album))
    )
    assert again.pdf == made[count].pdf


@pytest.mark.parametrize("count", [3, 4, 6])
def test_most_pages_take_more_copy_in_one_article(source, article, album, count):
    """200 characters more in one article or another change the plan of a page that is not full already."""
    stock = open_stock(str(album))
    plans = []
    for number in range(-1, count):
        lengths = tuple(each * 9 // 10 + 200 * (at == number) for at, each in enumerate(LENGTHS[count]))
        proof = check(with_articles(source, articles(article, lengths, photographs=FILES[count])), stock)
        plans.append(places(proof) if proof.document is not None else None)
    made = [plan is not None and plan != plans[0] for plan in plans[1:]]
    assert plans[0]
    assert sum(made) > count // 2, plans


@pytest.mark.parametrize("count", [3, 4, 6])
def test_a_page_without_its_photograph_is_made_otherwise_or_told_short(made, source, article, album, count):
    proof = check(with_articles(source, articles(article, LENGTHS[count])), open_stock(str(album)))
    if proof.document is None:
        assert [each.code for each in proof.diagnostics] == ["page-articles-short"]
    else:
        assert not any(isinstance(item, Picture) for _, item in proof.document.pages[0].items)
        assert places(proof) != places(made[count])


@pytest.mark.parametrize(("share", "code"), [(0.3, "page-articles-short"), (2.0, "page-articles-long")])
@pytest.mark.parametrize("count", [3, 6])
def test_copy_that_misses_the_page_is_told_with_lines(source, article, album, count, share, code):
    lengths = tuple(round(each * share) for each in LENGTHS[count])
    proof = check(with_articles(source, articles(article, lengths)), open_stock(str(album)))
    told, *cures = proof.diagnostics
    assert told.code == code
    assert all(each.severity == "note" for each in cures)
    assert dict(told.values)["lines"] > 0
    assert told.span is not None


def test_an_article_longer_than_the_page_is_told_by_itself(source, article, album):
    made = articles(article, (9000, 400, 300))
    proof = check(with_articles(source, made), open_stock(str(album)))
    assert [each.code for each in proof.diagnostics] == ["page-long"]


def test_importance_and_not_the_order_in_the_file_ranks(source, article, album):
    made = articles(article, LENGTHS[4], photographs=FILES[4])
    stock = open_stock(str(album))
    pages = [check(with_articles(source, each), stock) for each in (made, made[::-1])]
    assert pages[0].document == pages[1].document


def test_faults_of_all_articles_are_told_in_one_run(source, article, album):
    made = list(articles(article, LENGTHS[3]))
    made[1] = made[1]._replace(headline=Text("高标准\ue000农田"))
    made[2] = made[2]._replace(photographs=(Photograph("absent.jpg"),))
    codes = {each.code for each in check(with_articles(source, made), open_stock(str(album))).diagnostics}
    assert {"glyph-missing", "picture-missing"} <= codes


def test_too_many_articles_are_told(source, article, album):
    assert len(HEADLINES) == MOST_ARTICLES
    made = articles(article, (300,) * len(HEADLINES)) + articles(article, (300,))
    assert len(made) == MOST_ARTICLES + 1
    proof = check(with_articles(source, made), open_stock(str(album)))
    assert [each.code for each in proof.diagnostics] == ["page-many"]


def test_vertical_setting_beside_others_is_told(source, article, album):
    first, *rest = articles(article, LENGTHS[3])
    proof = check(with_articles(source, (first._replace(writing="vertical"), *rest)), open_stock(str(album)))
    assert [each.code for each in proof.diagnostics] == ["paper-writing"]


@pytest.mark.parametrize(("paper", "share"), [("a3", 1.28), ("a4", 0.52), ("broadsheet", 2.2)])
def test_several_articles_fill_other_papers(source, article, album, paper, share):
    """Of three lengths near to what the paper holds one at least makes a page, to the last line of every column."""
    stock = open_stock(str(album))
    for near in (0.9, 0.95, 1.0):
        lengths = tuple(round(each * share * near) for each in LENGTHS[4])
        made = with_articles(source, articles(article, lengths, photographs=FILES[4]), paper=paper)
        proof = check(made, stock)
        if proof.document is not None:
            (report,) = proof.reports
            assert ends_level(report)
            return
    pytest.fail(f"{proof.diagnostics}")


@pytest.mark.parametrize("headline", [None, Text("美丽乡村魅力西湖" * 25), Text("A" * 200), Text("题")])
def test_any_headline_is_set_inside_its_columns_or_told(source, article, album, headline):
    made = list(articles(article, LENGTHS[3]))
    made[1] = made[1]._replace(headline=headline)
    proof = check(with_articles(source, made), open_stock(str(album)))
    if proof.document is None:
        assert {each.severity for each in proof.diagnostics} == {"error"}
        return
    right = TABLOID.left + TABLOID.width(TABLOID.columns)
    for at, run in runs(proof.document.pages[0]):
        assert at.x >= TABLOID.left - 0.01
        assert at.x + run.offsets[-1] <= right + 0.01
