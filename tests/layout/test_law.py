"""What the law wants of each kind of paper: a whole paper is clean, and each row of the tables can be broken."""

import pytest

from mastheads import INTERNAL, NEWSPAPER, paper_of
from xihu_pdf.build import check
from xihu_pdf.content import Article, Code, Masthead, Page, Panel, Photograph, Section, Settings, Table, Text
from xihu_pdf.errors import Span
from xihu_pdf.layout.law import BANNED, NEEDS, check_law
from xihu_pdf.stock import open_stock

MASTHEADS = {
    "newspaper": NEWSPAPER,
    "internal": INTERNAL,
    "bulletin": INTERNAL._replace(report_to=Text("区政府办"), permit=None),
}
HERE = Span("c", 2, 1)


def told(source, article, kind, masthead=None, copy=None, **changes):
    """What is told of an edition by its content alone, without making it up."""
    masthead = masthead or MASTHEADS[kind]._replace(span=HERE)
    paper = paper_of(source, article, masthead, [400], kind=kind, **changes).edition
    if copy is not None:
        page = paper.pages[0]
        own = page.articles[0]._replace(sections=(Section(None, (Text(copy, Span("c", 8, 5)),)),))
        paper = paper._replace(pages=(page._replace(articles=(own,)),))
    return check_law(paper, None, [])


@pytest.mark.parametrize("kind", MASTHEADS)
def test_a_paper_that_has_everything_is_clean(source, article, kind):
    assert told(source, article, kind) == []


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: f"{need.kind}-{need.facts[0]}")
def test_everything_that_is_needed_is_missed(source, article, need):
    without = MASTHEADS[need.kind]._replace(span=HERE, **{fact: None for fact in need.facts if fact != "date"})
    paper = paper_of(source, article, without, [400], kind=need.kind).edition
    if "date" in need.facts:
        paper = paper._replace(date="")
    (found,) = check_law(paper, None, [])
    assert (found.code, found.span) == (need.code, HERE)
    assert need.zh in found.message("zh")
    assert need.en in found.message("en")
    assert need.source in found.message("zh")


@pytest.mark.parametrize("row", BANNED, ids=lambda row: row.fact)
def test_what_is_banned_is_told(source, article, row):
    masthead = MASTHEADS[row.kind]._replace(**{row.fact: Text("1元", HERE)})
    assert [(each.code, each.span) for each in told(source, article, row.kind, masthead)] == [("law-banned", HERE)]


@pytest.mark.parametrize(
    "name",
    [
        "西湖报",
        "西湖校刊",
        "西湖杂志",
        "西湖工作简报",
        "青禾报·校园版",
        "青禾报校园版",
        "青禾周刊（试行）",
        "青禾杂志 QINGHE",
    ],
)
def test_names_of_papers_are_not_for_internal_publications(source, article, name):
    masthead = INTERNAL._replace(name=Text(name, HERE))
    assert [(each.code, each.span) for each in told(source, article, "internal", masthead)] == [("law-name", HERE)]
    assert told(source, article, "newspaper", NEWSPAPER._replace(name=Text(name))) == []


def test_societies_are_not_for_internal_publications(source, article):
    masthead = INTERNAL._replace(publisher=Text("西湖杂志社", Span("c", 4, 5)))
    (found,) = told(source, article, "internal", masthead)
    assert (found.code, found.span.column) == ("law-word", 7)


@pytest.mark.parametrize(
    ("copy", "codes"),
    [
        ("本报讯 昨天下雨。", ["law-word"]),
        ("昨天，本刊编辑部来信。", ["law-word"]),
        ("欢迎向本刊投稿。", ["law-word-doubtful"]),
        ("日本报道，样本刊登，本报告期内成本报表已交。", []),
        ("新华社记者来访。", []),
    ],
)
def test_words_that_name_a_paper_are_told_at_their_place(source, article, copy, codes):
    found = told(source, article, "internal", copy=copy)
    assert [each.code for each in found] == codes
    for each in found:
        assert each.span.column == 5 + copy.index("本")
    assert told(source, article, "newspaper", copy=copy) == []


def test_reporters_are_not_for_internal_publications(source, article):
    paper = paper_of(source, article, INTERNAL, [400], kind="internal").edition
    page = paper.pages[0]
    for byline in ("记者 江流", "本报记者 江流"):
        own = page.articles[0]._replace(byline=Text(byline))
        found = check_law(paper._replace(pages=(page._replace(articles=(own,)),)), None, [])
        assert [each.code for each in found] == ["law-word"]


@pytest.mark.parametrize("name", ["青禾", "西湖乡讯", "情报通讯", "报春", "周刊选读"])
def test_names_with_the_same_characters_are_free(source, article, name):
    assert told(source, article, "internal", INTERNAL._replace(name=Text(name))) == []


SAYS = Text("昨天本报来信", Span("c", 20, 5))
REPORTER = Text("本报记者 江流", Span("c", 20, 5))
PLACES = {
    "kicker": Article(kicker=SAYS),
    "headline": Article(headline=SAYS),
    "deck": Article(deck=SAYS),
    "summary": Article(summary=(Text("要点"), SAYS)),
    "lead": Article(lead=SAYS),
    "subhead": Article(sections=(Section(SAYS),)),
    "names": Article(sections=(Section(names=(SAYS,)),)),
    "verse": Article(sections=(Section(poem=((Text("一行"),), (SAYS,))),)),
    "quotation": Article(sections=(Section(pull=SAYS),)),
    "caption": Article(photographs=(Photograph("a.jpg", caption=SAYS),)),
    "box": Article(boxes=(Panel(paragraphs=(SAYS,)),)),
    "heads": Article(boxes=(Panel(table=Table(heads=(SAYS,))),)),
    "cell": Article(boxes=(Panel(table=Table(rows=((Text("一格"), SAYS),))),)),
    "poem": Article(boxes=(Panel(poem=((SAYS,),)),)),
    "words-of-artwork": Article(boxes=(Panel(artwork="a.pdf", alternative=SAYS),)),
    "code": Article(code=Code(Text("https://a"), caption=SAYS)),
    "jumphead": Article(jumphead=SAYS),
    "section": Page(section=SAYS),
    "editors": Page(editors=SAYS),
    "notice": Page(notices=(Panel(heading=SAYS),)),
    "signature": Page(notices=(Panel(signature=SAYS),)),
    "ear": INTERNAL._replace(ear=(Text("天气"), SAYS)),
    "contents": INTERNAL._replace(contents=(SAYS,)),
    "recipients": INTERNAL._replace(recipients=SAYS),
}
BYLINES = {
    "byline": lambda text: Article(byline=text),
    "credit": lambda text: Article(photographs=(Photograph("a.jpg", credit=text),)),
    "author": lambda text: Article(boxes=(Panel(author=text),)),
    "editors": lambda text: Page(editors=text),
    "editors-of-all": lambda text: INTERNAL._replace(editors=text),
}


def printed(source, article, part):
    """What is told of an internal publication with one part of its own: an article, a page or a masthead."""
    paper = paper_of(source, article, INTERNAL, [400], kind="internal").edition
    if isinstance(part, Masthead):
        return check_law(paper._replace(masthead=part), None, [])
    page = part if isinstance(part, Page) else paper.pages[0]._replace(articles=(part,))
    return check_law(paper._replace(pages=(page,)), None, [])


@pytest.mark.parametrize("part", PLACES.values(), ids=PLACES)
def test_every_printed_text_is_read(source, article, part):
    found = [(each.code, each.span) for each in printed(source, article, part)]
    assert found == [("law-word-doubtful", Span("c", 20, 7))]


@pytest.mark.parametrize("part", [Page(plan=SAYS), Article(code=Code(SAYS))], ids=["plan", "address"])
def test_what_is_not_printed_is_not_read(source, article, part):
    assert printed(source, article, part) == []


@pytest.mark.parametrize("part", BYLINES.values(), ids=BYLINES)
def test_reporters_are_told_wherever_makers_are_named(source, article, part):
    for written in (REPORTER, REPORTER._replace(value="记者 江流")):
        assert [(each.code, each.span) for each in printed(source, article, part(written))] == [
            ("law-word", Span("c", 20, 5))
        ]


@pytest.mark.parametrize(
    ("fact", "written", "said"),
    [
        ("distribution", "全年订阅 20 元", "全年订阅 20 元"),
        ("distribution", "校内发行，收工本费", "工本费"),
        ("distribution", "每份二元", "每份二元"),
        ("contact", "023-00000000，征订同此", "征订同此"),
        ("recipients", "本校师生，定价另议", "定价"),
    ],
)
def test_sales_are_not_for_internal_publications(source, article, fact, written, said):
    masthead = INTERNAL._replace(**{fact: Text(written, Span("c", 4, 5))})
    (found,) = told(source, article, "internal", masthead)
    assert (found.code, found.span.column) == ("law-sale", 5 + written.index(said))
    assert f"{said}（《内部资料性出版物管理办法》第十五条" in found.message("zh")
    assert told(source, article, "newspaper", NEWSPAPER._replace(**{fact: Text(written)})) == []


@pytest.mark.parametrize("written", ["免费发送到班", "关注订阅号“青禾”", "订阅“青禾”公众号", "三元路 2 号"])
def test_what_is_given_away_is_free(source, article, written):
    assert told(source, article, "internal", INTERNAL._replace(distribution=Text(written))) == []


def test_a_notice_of_a_subscription_is_doubtful(source, article):
    text = Text("欢迎订阅本报，每份二元", HERE)
    for part in (Page(notices=(Panel(paragraphs=(text,)),)), INTERNAL._replace(ear=(text,))):
        found = printed(source, article, part)
        assert [(each.code, each.span.column) for each in found] == [("law-sale-doubtful", 3), ("law-word-doubtful", 5)]
    assert printed(source, article, Article(lead=Text("图书馆订阅了九种报纸"))) == []


def test_partners_are_not_for_internal_publications(source, article):
    masthead = INTERNAL._replace(sponsor=Text("西湖镇人民政府　协办：江城茶业公司", Span("c", 4, 5)))
    (found,) = told(source, article, "internal", masthead)
    assert (found.code, found.span.column) == ("law-partner", 13)
    assert printed(source, article, Article(headline=Text("县工会协办运动会"))) == []


@pytest.mark.parametrize(
    ("cn", "right"),
    [("CN 50-0012", True), ("CN50—0999", True), ("50-0012/D", True), ("CN 50-1012", False), ("CN 70-0012", False)],
)
def test_a_registered_number_is_that_of_a_newspaper(source, article, cn, right):
    found = told(source, article, "newspaper", NEWSPAPER._replace(cn=Text(cn)))
    assert [each.code for each in found] == ([] if right else ["law-cn"])


def test_advertisements_are_not_for_internal_publications(source, article):
    paper = paper_of(source, article, INTERNAL, [400], kind="internal").edition
    pages = (paper.pages[0]._replace(advertisements=(Panel(paragraphs=(Text("优惠"),), span=HERE),)),)
    found = check_law(paper._replace(pages=pages), None, [])
    assert [(each.code, each.span) for each in found] == [("law-advertising", HERE)]
    assert check_law(paper._replace(kind="newspaper", masthead=NEWSPAPER, pages=pages), None, []) == []


def test_a_kind_without_a_masthead_is_told(source, article):
    paper = paper_of(source, article, INTERNAL, [400], kind="newspaper").edition
    assert [each.code for each in check_law(paper._replace(masthead=None), None, [])] == ["law-masthead"]
    assert check_law(paper._replace(kind="", masthead=None), None, []) == []


def test_a_headline_larger_than_the_name_is_told(source, article, album):
    name = NEWSPAPER._replace(name=Text("西湖镇中心小学校园通讯"), span=HERE)
    styles = (Settings("headline", size=60.0),)
    paper = paper_of(source, article, name, [2200], kind="newspaper", styles=styles)
    found = [each for each in check(paper, open_stock(str(album))).diagnostics if each.code == "law-nameplate"]
    assert [each.span for each in found] == [HERE]
    clean = check(paper._replace(edition=paper.edition._replace(styles=())), open_stock(str(album)))
    assert "law-nameplate" not in {each.code for each in clean.diagnostics}
