"""Bulletins: the head whole and red, copy word for word over as many pages as it needs, and the foot on the last."""

import pytest

from pages import bare, runs
from xihu_pdf.build import check
from xihu_pdf.content import Article, Code, Masthead, Page, Panel, Photograph, Section, Settings, Table, Text, load
from xihu_pdf.frame import Picture, Rule
from xihu_pdf.geometry import Size, mm
from xihu_pdf.layout.bulletin import bulletin_grid
from xihu_pdf.layout.desk import ACCENTS
from xihu_pdf.stock import open_stock

MASTHEAD = Masthead(
    name=Text("西湖工作简报"),
    number=12,
    total=86,
    publisher=Text("西湖镇党政办公室"),
    secrecy=Text("内部参阅"),
    report_to=Text("区委办、区政府办、区农业农村委、区民政局、区应急局、区林业局、区水利局、区住建委、区交通局"),
    send_to=Text("镇领导"),
    issue_to=Text("各村（社区）"),
    print_run=60,
)
A4 = Size(mm(210), mm(297))
GRID = bulletin_grid(A4)


def bulletin(source, articles, masthead=MASTHEAD, **changes):
    house = {"kind": "bulletin", "paper": "a4", "accent": "red", "date": "2026-11-26"}
    edition = source.edition._replace(masthead=masthead, pages=(Page(articles=tuple(articles)),), **house | changes)
    return source._replace(edition=edition)


def articles_of(article, count, photographs=()):
    """So many articles, each with a section of the copy, the first with photographs."""
    return [
        Article(
            headline=Text(f"第{'一二三四五六'[number]}件事办成了"),
            sections=(Section(None, article.sections[number].paragraphs),),
            photographs=photographs if number == 0 else (),
        )
        for number in range(count)
    ]


def made(source, articles, album, masthead=MASTHEAD, **changes):
    return check(bulletin(source, articles, masthead, **changes), open_stock(str(album)))


def shown(count):
    return tuple(Photograph(f"{name}.jpg", Text("现场")) for name in "abcd"[:count])


def words(page):
    return ["".join(run.texts) for _, run in runs(page)]


def place_of(page, text):
    return next((at, run) for at, run in runs(page) if "".join(run.texts) == text)


def test_the_head_stands_in_its_order(source, article, album):
    proof = made(source, articles_of(article, 2), album)
    assert [each.code for each in proof.diagnostics] == []
    page = proof.document.pages[0]
    secrecy, name = place_of(page, "内部参阅"), place_of(page, "西湖工作简报")
    number, body, day = (place_of(page, text) for text in ("第12期（总第86期）", "西湖镇党政办公室", "2026年11月26日"))
    assert secrecy[0].x == pytest.approx(GRID.left)
    assert secrecy[0].y < name[0].y < number[0].y < body[0].y == day[0].y
    middle = A4.width / 2
    for at, run in (name, number):
        assert at.x + (run.offsets[-1] + run.size) / 2 == pytest.approx(middle, abs=run.size * 0.3)
    assert body[0].x == pytest.approx(GRID.left)
    assert day[0].x > middle
    assert name[1].ink == ACCENTS["red"]
    assert name[1].size == max(run.size for _, run in runs(page))
    rule = next((at, item) for at, item in page.items if isinstance(item, Rule))
    assert rule[1] == Rule(rule[1].vector, 3.0, ACCENTS["red"])
    assert rule[1].vector.x == pytest.approx(GRID.width(1))
    assert rule[0].y > body[0].y


def test_the_foot_stands_on_the_last_page_alone(source, article, album):
    proof = made(source, articles_of(article, 3), album)
    assert len(proof.document.pages) > 1
    *others, last = proof.document.pages
    foot = GRID.line(GRID.lines - 1) + GRID.size
    for text in ("报：", "送：", "发：", "镇领导", "共印60份"):
        assert text in words(last)
        assert all(text not in words(page) for page in others)
    rules = [at.y for at, item in last.items if isinstance(item, Rule) and item.vector.x > 400]
    assert max(rules) == pytest.approx(foot)
    # What is long runs on under its own beginning, and no text of the articles reaches the foot.
    top = min(rules)
    assert [run for at, run in runs(last, size=14.0) if at.y > top] == []
    assert len([run for at, run in runs(last, size=12.0) if top < at.y < foot]) > 6


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("photographs", [0, 1, 2, 3, 4])
def test_the_copy_is_all_there_in_order_and_inside(source, article, album, count, photographs):
    articles = articles_of(article, count, shown(photographs))
    proof = made(source, articles, album)
    assert proof.document is not None, proof.diagnostics
    body = "".join(
        "".join(run.texts) for page in proof.document.pages for at, run in runs(page) if run.size == 14.0 and at.y > 0
    )
    for each in articles:
        for text in each.sections[0].paragraphs:
            assert bare(text.value) in bare(body)
    right = GRID.left + GRID.width(1)
    pictures = 0
    for page in proof.document.pages:
        for at, run in runs(page):
            assert GRID.left - 0.01 <= at.x
            assert at.x + run.offsets[-1] <= right + 0.01
            assert GRID.top < at.y < A4.height - mm(12)
        placed = [(at, item) for at, item in page.items if isinstance(item, Picture)]
        pictures += len(placed)
        for at, item in placed:
            assert GRID.left - 0.01 <= at.x
            assert at.x + item.size.width <= right + 0.01
            assert at.y + item.size.height <= GRID.line(GRID.lines - 1) + GRID.size
            # Nothing is set over it.
            for spot, run in runs(page):
                assert (
                    not at.y + 2 < spot.y < at.y + item.size.height + 2
                    or spot.x > at.x + item.size.width
                    or (spot.x + run.offsets[-1] < at.x)
                )
    assert pictures == photographs


def test_pages_are_numbered_at_their_outer_edges(source, article, album):
    pages = made(source, articles_of(article, 4), album).document.pages
    assert [page.folio for page in pages] == [str(number) for number in range(1, len(pages) + 1)]
    for number, page in enumerate(pages, 1):
        at = next(at for at, run in runs(page, size=12.0) if run.texts == (str(number),) and at.y > 750)
        assert (at.x > A4.width / 2) == bool(number % 2)


def test_many_articles_are_listed_with_their_pages(source, article, album):
    assert "本期要目" not in words(made(source, articles_of(article, 3), album).document.pages[0])
    pages = made(source, articles_of(article, 5), album).document.pages
    assert "本期要目" in words(pages[0])
    for number in range(5):
        headline = f"第{'一二三四五六'[number]}件事办成了"
        start = next(
            count
            for count, page in enumerate(pages, 1)
            if runs(page, size=22.0) and headline in "".join("".join(run.texts) for _, run in runs(page, size=22.0))
        )
        listed = place_of(pages[0], headline)[0]
        page = next(
            "".join(run.texts) for at, run in runs(pages[0]) if at.y == listed.y and run.texts[0] == "第" and at.x > 400
        )
        assert page == f"第{start}页"


def test_an_editor_may_choose_the_type(source, article, album):
    proof = made(
        source, articles_of(article, 1), album, styles=(Settings("headline", size=30.0), Settings("body", indent=0.0))
    )
    page = proof.document.pages[0]
    assert place_of(page, "第一件事办成了")[1].size == 30.0
    assert {at.x for at, run in runs(page, size=14.0) if "坚持聚人才" in "".join(run.texts)} == {GRID.left}


def test_a_lead_is_set_in_kai_before_the_photographs(source, article, album):
    own = articles_of(article, 1, shown(1))[0]._replace(lead=Text("编者按：各村可以借鉴。"))
    page = made(source, [own], album).document.pages[0]
    at, run = place_of(page, "编者按：各村可以借鉴。")
    assert run.face == place_of(page, "西湖镇党政办公室")[1].face
    assert at.y < next(at.y for at, item in page.items if isinstance(item, Picture))


def test_impossible_bulletins_are_told(source, article, album):
    own = articles_of(article, 1)
    assert [each.code for each in made(source, own, album, paper="broadsheet").diagnostics] == ["bulletin-paper"]
    upright = [own[0]._replace(writing="vertical")]
    assert [each.code for each in made(source, upright, album).diagnostics] == ["bulletin-vertical"]
    assert "page-articles" in [each.code for each in made(source, [], album).diagnostics]
    absent = [own[0]._replace(photographs=(Photograph("absent.jpg", Text("无")),))]
    assert [each.code for each in made(source, absent, album).diagnostics] == ["picture-missing"]


def test_a_copy_that_cannot_be_parted_is_told(source, article, album, monkeypatch):
    monkeypatch.setattr("xihu_pdf.layout.bulletin.pour", lambda *_: None)
    assert [each.code for each in made(source, articles_of(article, 1), album).diagnostics] == ["bulletin-uneven"]


def test_a_photograph_of_impossible_shape_is_told(source, article, album):
    from PIL import Image

    Image.new("RGB", (200, 4000)).save(album / "pole.jpg")
    own = articles_of(article, 1, (Photograph("pole.jpg", Text("杆")),))
    assert "page-crowded" in [each.code for each in made(source, own, album).diagnostics]


def test_what_a_bulletin_has_no_place_for_is_told(source, article, album):
    masthead = MASTHEAD._replace(price=Text("1元"), ear=(Text("晴"),))
    told = made(source, articles_of(article, 1), album, masthead).diagnostics
    assert [each.code for each in told] == ["masthead-unprinted"] * 2
    page = Page(section=Text("要闻"), articles=tuple(articles_of(article, 1)))
    paper = bulletin(source, [])
    paper = paper._replace(edition=paper.edition._replace(pages=(page,)))
    assert [each.code for each in check(paper, open_stock(str(album))).diagnostics] == ["masthead-unprinted"]


def test_wishes_that_copy_which_flows_cannot_have_are_told(source, article, album):
    own = articles_of(article, 1, (shown(1)[0]._replace(columns=2),))[0]._replace(slot="主稿", border="wave")
    told = made(source, [own], album).diagnostics
    assert [(each.code, dict(each.values)["key"]) for each in told] == [
        ("bulletin-wish", "slot 版位"),
        ("bulletin-wish", "border 花边"),
        ("bulletin-wish", "columns 栏数"),
    ]


def test_a_bulletin_without_a_masthead_is_told(source, article, album):
    paper = bulletin(source, articles_of(article, 1), None)
    assert "law-masthead" in [each.code for each in check(paper, open_stock(str(album))).diagnostics]


@pytest.mark.parametrize("paper", ["16k", "a4", (190.0, 260.0)])
def test_papers_of_offices_have_a_grid(source, article, album, paper):
    proof = made(source, articles_of(article, 2), album, paper=paper)
    assert [each.code for each in proof.diagnostics] == []


def test_the_example_is_clean_and_takes_two_pages(request):
    source = load(request.config.rootpath / "examples" / "bulletin" / "content.yaml")
    proof = check(source)
    assert [each.line() for each in proof.diagnostics] == []
    assert len(proof.document.pages) == 2


TABLE = Table((Text("村"), Text("亩数")), ((Text("柳湾"), Text("1200")), (Text("下渡"), Text("1200"))))


def test_boxes_codes_quotes_and_summaries_flow_with_the_text(source, article, album):
    own = articles_of(article, 2)
    section = own[0].sections[0]._replace(pull=Text("田成方，路相通"))
    full = own[0]._replace(
        summary=(Text("要点之一"), Text("要点之二")),
        sections=(section,),
        boxes=(Panel(heading=Text("两村并田"), table=TABLE),),
        code=Code(Text("https://example.org/a"), Text("扫码看图")),
    )
    proof = made(source, [full, own[1]], album)
    assert [each.code for each in proof.diagnostics] == []
    order = [word for page in proof.document.pages for word in words(page)]
    wanted = ["要点之一", "要点之二", "田成方，路相通", "扫码看图", "两村并田", "柳湾", "第二件事办成了"]
    assert [word for word in order if word in wanted] == wanted
    foot = GRID.line(GRID.lines - 1) + GRID.size
    for page in proof.document.pages:
        assert all(at.y < foot + 0.01 for at, run in runs(page) if run.size != 12.0)


def test_notices_have_no_place_in_a_bulletin(source, article, album):
    paper = bulletin(source, articles_of(article, 1))
    page = paper.edition.pages[0]._replace(notices=(Panel(paragraphs=(Text("停水"),)),))
    told = check(paper._replace(edition=paper.edition._replace(pages=(page,))), open_stock(str(album))).diagnostics
    assert [each.code for each in told] == ["bulletin-panel"]
