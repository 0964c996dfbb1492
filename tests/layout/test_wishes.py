"""What the content asks of a style, a section or a stretch of text reaches the page."""

import pytest

from pages import readers, runs, with_article
from xihu_pdf.build import check, make
from xihu_pdf.content import Section, Settings, Text, parse
from xihu_pdf.errors import has_errors
from xihu_pdf.frame import GlyphRun, Rule, Shape
from xihu_pdf.layout.desk import ACCENTS, rows_of
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.layout.story import form_of

ARTICLE = """
pages:
  - articles:
      - headline: 水乡
        paragraphs: [{copy}]
"""


def marked(copy: str) -> Text:
    """A text of the copy with its markup read."""
    source = parse(ARTICLE.format(copy=f"'{copy}'").encode(), "a.yaml")
    assert not source.diagnostics
    return source.edition.pages[0].articles[0].sections[0].paragraphs[0]


def with_first(article, text=None, **changes):
    """The article with another first paragraph, or with its first section changed."""
    section = article.sections[0]
    if text is not None:
        changes["paragraphs"] = (text, *section.paragraphs[1:])
    return article._replace(sections=(section._replace(**changes), *article.sections[1:]))


def with_styles(source, *styles):
    return source._replace(edition=source.edition._replace(styles=styles))


def made_up(source, article, stock, *styles):
    proof = check(with_styles(with_article(source, article), *styles), stock)
    assert proof.document is not None, [each.line("en") for each in proof.diagnostics]
    return proof.document.pages[0]


def body_of(page):
    return [run for _, run in runs(page, "XihuSong-Regular", 9.0)]


@pytest.mark.parametrize(
    ("style", "face", "size"),
    [("kicker", "XihuKai", 22.0), ("subhead", "XihuHei-Bold", 10.5), ("caption", "XihuHei", 8.0)],
)
def test_a_size_by_name_is_the_size_of_the_style(source, article, shipped_stock, style, face, size):
    page = made_up(source, article, shipped_stock, Settings(style, size=size))
    assert runs(page, face, size)


def test_the_size_of_the_headline_is_taken_as_it_is_asked_for(source, article, shipped_stock):
    page = made_up(source, article, shipped_stock, Settings("headline", size=42.0))
    assert "".join("".join(run.texts) for _, run in runs(page, "XihuSong-Black", 42.0)) == article.headline.value


def test_mark_styles_and_levels_change_the_lines(source, article, shipped_stock):
    plain = made_up(source, article, shipped_stock)
    for settings in (
        Settings("body", marks="kaiming"),
        Settings("body", han_latin="quarter"),
        Settings("body", hanging=True),
    ):
        assert body_of(made_up(source, article, shipped_stock, settings)) != body_of(plain)


def test_an_indent_is_that_of_the_style(source, article, shipped_stock):
    for indent in (0.0, 1.0, 2.0):
        page = made_up(source, article, shipped_stock, Settings("body", indent=indent))
        starts = {round((at.x - TABLOID.column(0)) / 9.0, 3) for at, _ in runs(page, "XihuSong-Regular", 9.0)}
        assert indent in starts


def test_latin_letters_take_their_own_size_and_rise(source, article, shipped_stock):
    page = made_up(source, article, shipped_stock, Settings("body", latin_size=1.1, latin_shift=0.05))
    bigger = runs(page, "XihuSong-Regular", 9.9)
    assert "2022" in {"".join(run.texts) for _, run in bigger}


def test_marked_stretches_are_drawn_and_read_in_order(source, article, shipped_stock):
    copy = "西湖镇坚持{着重:政治建设}与{专名:青泊}、{书名:水浒}，"
    copy += "{粗:粗}{楷:楷}{黑:黑}{色:色}，5m{上标:2}，{注音:西湖|xī hú}。"
    text = marked(copy + article.sections[0].paragraphs[0].value)
    changed = with_first(article, text)
    proof = make(with_article(source, changed), shipped_stock)
    assert proof.pdf is not None
    page = proof.document.pages[0]
    dots = [item for _, item in page.items if isinstance(item, Shape) and len(item.steps) == 2]
    assert len(dots) == len("政治建设")
    assert [item for _, item in page.items if isinstance(item, Rule) and item.weight == pytest.approx(0.405)]
    faces = {item.texts: item.face for _, item in page.items if isinstance(item, GlyphRun)}
    assert faces[("粗",)].startswith("XihuSong-Bold")
    assert faces[("楷",)].startswith("XihuKai")
    assert faces[("黑",)].startswith("XihuHei-Regular")
    inks = {item.texts: item.ink for _, item in page.items if isinstance(item, GlyphRun)}
    assert inks[("色",)] == ACCENTS["green"]
    for name, read in readers(proof.pdf):
        told = "".join(read.split())
        # Words stay whole: the readings of a line are read behind it.
        assert "政治建设与青泊、水浒，粗楷黑色，5m2，西湖。" in told, name
        assert "xīhú" in told, name


def test_a_quotation_is_indented_whole_and_in_kai(source, article, shipped_stock):
    page = made_up(source, with_first(article, form="quote"), shipped_stock)
    lines = [(at.x - TABLOID.column(0)) / 9.0 for at, _ in runs(page, "XihuKai", 9.0)]
    assert min(lines) == pytest.approx(1.0)
    assert pytest.approx(3.0) in lines


def test_a_list_hangs_its_first_line_out(source, article, shipped_stock):
    changed = with_first(article, form="list", paragraphs=(Text("一、" + "水乡" * 40), Text("二、" + "稻花" * 40)))
    page = made_up(source, changed, shipped_stock)
    starts = [round((at.x - TABLOID.column(0)) / 9.0, 3) for at, run in runs(page, "XihuSong-Regular", 9.0)]
    assert {0.0, 1.0} <= set(starts)


def test_names_are_spread_evenly(source, article, shipped_stock):
    names = tuple(map(Text, ("张三", "李四光", "欧阳修", "王五", "司马迁", "赵六")))
    page = made_up(source, with_first(article, names=names), shipped_stock)
    found = {}
    for _, run in runs(page, "XihuSong-Regular", 9.0):
        text = "".join(run.texts)
        if text in {"张三", "王五", "李四光"}:
            found[text] = run.offsets[-1] / 9.0
    assert found == {"张三": pytest.approx(2.0), "王五": pytest.approx(2.0), "李四光": pytest.approx(2.0)}


def test_a_section_of_names_alone_makes_a_page_too(source, article, shipped_stock):
    section = Section(None, (), "plain", tuple(map(Text, ["张三", "李四光"] * 6)))
    changed = article._replace(sections=(*article.sections, section))
    proof = check(with_article(source, changed), shipped_stock)
    assert "names" not in str(proof.diagnostics)


def test_script_that_cannot_be_set_is_refused_by_name_and_place(source, article, shipped_stock):
    text = Text("开场 مرحبا 之后", article.sections[0].paragraphs[0].span)
    proof = make(with_article(source, with_first(article, text)), shipped_stock)
    told = [each for each in proof.diagnostics if each.code == "script-refused"]
    assert proof.pdf is None
    assert has_errors(tuple(told))
    assert len(told) == 1
    assert told[0].span.column == text.span.column + 3
    assert "阿拉伯" in told[0].message("zh")


def test_rows_of_a_heading_keep_their_places_even_where_they_are_alike():
    text = (
        parse(ARTICLE.format(copy="水乡水乡").encode(), "a.yaml").edition.pages[0].articles[0].sections[0].paragraphs[0]
    )
    one, other = rows_of(text, ("水乡", "水乡"))
    assert other.span.column == one.span.column + 2


@pytest.mark.parametrize(("language", "warned"), [("zh-Hans", False), ("zh-Hant", True), ("ja", True), ("ko", True)])
def test_shipped_faces_are_told_to_be_those_of_the_mainland(source, shipped_stock, language, warned):
    edition = source.edition._replace(language=language)
    told = check(source._replace(edition=edition), shipped_stock).diagnostics
    assert ("language-face" in {each.code for each in told}) == warned


def test_a_line_of_part_of_a_word_that_falls_short_is_told(source, article, shipped_stock):
    text = Text("见 A1B2C3D4E KLMNO A1B2C3D4E5F6 一文。")
    told = check(with_article(source, with_first(article, text)), shipped_stock).diagnostics
    assert "line-short" in {each.code for each in told}


@pytest.mark.parametrize(("characters", "block"), [(11, 1.0), (16, 2.0)])
def test_rule_53_a_quotation_is_a_block_whose_first_lines_are_indented_by_two_em(characters, block):
    """On columns of few characters the block is moved in by one em, else by two."""
    _, measure = form_of("quote", TABLOID._replace(characters=characters))
    assert measure.rest == (block, characters - 2 * block)
    assert measure.first == ((block + 2.0, characters - 2 * block - 2.0),)


def test_holes_in_a_lead_are_told(source, article, shipped_stock):
    lead = Text("昨日，" + "一二三四五六七八ABCDEFGHIJKLMNOPQRS" * 4)
    told = check(with_article(source, article, lead=lead), shipped_stock).diagnostics
    assert {"line-loose", "line-short"} & {each.code for each in told}
