"""What cannot be set is told with its place, never left out, squeezed in or run off the paper."""

import pytest
from PIL import Image

from pages import of_length, photographs, runs, with_article
from xihu_pdf.build import check, make
from xihu_pdf.content import Mark, Photograph, Text, load
from xihu_pdf.errors import Span, has_errors
from xihu_pdf.frame import Picture
from xihu_pdf.layout import alone
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.layout.measuring import faults_of
from xihu_pdf.stock import open_stock
from xihu_pdf.typeset import LOOKALIKES, Measure


def faults(source, article, stock, **changes):
    proof = check(with_article(source, article, **changes), stock)
    assert (proof.document is None) or not has_errors(proof.diagnostics) or proof.pdf is None
    return {each.code: each for each in proof.diagnostics}


@pytest.mark.parametrize(
    ("length", "code"), [(300, "page-short"), (600, "page-short"), (9000, "page-long"), (30000, "page-long")]
)
def test_copy_far_from_the_page_is_told_which_way(source, article, album, length, code):
    stock = open_stock(str(album))
    for count in (0, 1, 2):
        told = faults(source, of_length(article, length), stock, photographs=photographs(count))
        assert code in told, told


def test_a_missing_photograph_and_a_missing_letter_are_told_in_one_run(source, article, album):
    bad = article._replace(
        headline=Text("美丽𪚥乡村 魅力\ue000西湖"), photographs=(Photograph("absent.jpg"), *photographs(1))
    )
    told = check(with_article(source, bad), open_stock(str(album))).diagnostics
    assert [each.code for each in told].count("glyph-missing") == 2
    assert "picture-missing" in {each.code for each in told}


@pytest.mark.parametrize("where", ["kicker", "headline", "deck", "lead", "byline"])
def test_a_missing_letter_is_told_with_its_place(source, article, album, where):
    value = "一二三四五六七八九十" * 5 + "\ue000西湖"
    told = faults(
        source, article, open_stock(str(album)), **{where: Text(value, Span("content.yaml", 3, 10))}, photographs=()
    )
    assert told["glyph-missing"].span == Span("content.yaml", 3, 60)


@pytest.mark.parametrize("where", ["kicker", "headline", "deck", "lead", "byline"])
@pytest.mark.parametrize(
    ("note", "code"), [("\ue000hú", "glyph-missing"), ("مرحبا", "script-refused"), ("ㄒㄧ 𪚥", "glyph-missing")]
)
def test_a_reading_that_cannot_be_set_is_told_where_it_stands(source, article, album, where, note, code):
    text = Text("美丽西湖", Span("content.yaml", 3, 10), (Mark("ruby", 2, 4, note),))
    told = faults(source, article, open_stock(str(album)), **{where: text}, photographs=())[code]
    assert told.span == Span("content.yaml", 3, 12)
    assert dict(told.values)["character"] in {"\ue000", "م", "𪚥"}


@pytest.mark.parametrize(("character", "instead"), [("−", "-"), ("∼", "～"), ("⋯", "…"), ("﹪", "％")])
def test_a_sign_that_looks_like_another_is_told_with_what_to_type(source, article, album, character, instead):
    told = faults(source, article, open_stock(str(album)), byline=Text(f"气温{character}5"), photographs=())
    assert dict(told["glyph-lookalike"].values)["instead"] == instead
    assert f"改打“{instead}”" in told["glyph-lookalike"].line("zh")


@pytest.mark.parametrize(
    "picture",
    ["\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u2764\ufe0f", "\U0001f44d\U0001f3fd", "\U0001f1e8\U0001f1f3"],
)
def test_a_picture_of_several_characters_is_told_once(source, article, shipped_stock, picture):
    proof = check(with_article(source, article, byline=Text(f"文{picture}图")), shipped_stock)
    told = [dict(each.values)["character"] for each in proof.diagnostics if each.code == "glyph-missing"]
    assert told == [picture[0]]


def test_what_cannot_be_printed_is_told_once(tmp_path, shipped_stock):
    copy = "pages:\n  - articles:\n      - headline: 题\n        paragraphs: [西\u200b湖]\n"
    path = tmp_path / "content.yaml"
    path.write_text(copy, "utf-8")
    codes = [each.code for each in check(load(path), shipped_stock).diagnostics]
    assert codes.count("character-unprintable") == 1
    assert "glyph-missing" not in codes


def test_a_loose_line_is_told_with_what_did_not_go_into_it(em):
    galley = em.galley("一二三四五六1234567890123456789七八九十", Measure((), (0.0, 11.0)))
    (told,) = faults_of(galley.lines(galley.best), None)
    assert told.code == "line-loose"
    assert dict(told.values)["after"] == "1234567890123456789"
    assert "“1234567890123456789”排不进来" in told.line("zh")


def test_what_is_typed_instead_of_a_lookalike_is_on_hand(shipped_stock):
    chain = shipped_stock.chain("song")
    assert [each for each in LOOKALIKES.values() if chain.pick(each) is None] == []
    assert [each for each in LOOKALIKES if each in LOOKALIKES.values()] == []


@pytest.mark.parametrize("where", ["subhead", "caption", "credit", "paragraph", "folio", "section"])
def test_text_without_a_single_letter_on_hand_is_told_and_stops_nothing(source, article, album, where):
    text = Text("\ue000\ue001")
    page, section = source.edition.pages[0], article.sections[0]
    changed = {
        "subhead": article._replace(sections=(section._replace(subhead=text), *article.sections[1:])),
        "paragraph": article._replace(sections=(section._replace(paragraphs=(text,)), *article.sections[1:])),
        "caption": article._replace(photographs=(Photograph("a.jpg", text),)),
        "credit": article._replace(photographs=(Photograph("a.jpg", None, text),)),
    }.get(where, article)
    page = page._replace(articles=(changed,), **({where: text} if where in ("folio", "section") else {}))
    edition = source.edition._replace(pages=(page,))
    stock = open_stock(str(album) if where in ("caption", "credit") else source.folder)
    proof = check(source._replace(edition=edition), stock)
    assert [each.code for each in proof.diagnostics].count("glyph-missing") == 2
    assert make(source._replace(edition=edition), stock).pdf is None


def test_a_page_of_no_text_is_told(source, article, album):
    told = faults(source, article, open_stock(str(album)), sections=(), byline=None, photographs=())
    assert told


def test_five_photographs_are_too_many(source, article, album):
    told = faults(source, article, open_stock(str(album)), photographs=(*photographs(4), *photographs(1)))
    assert "page-photographs" in told


def test_a_page_without_an_article_is_told(source, album):
    page = source.edition.pages[0]._replace(articles=())
    proof = check(source._replace(edition=source.edition._replace(pages=(page,))), open_stock(str(album)))
    assert [each.code for each in proof.diagnostics] == ["page-articles"]
    assert proof.document is None


@pytest.mark.parametrize("columns", [1, 2, 3, 4, 5, 6, 9, 12])
def test_a_wish_for_any_width_is_met_or_answered(monkeypatch, source, article, album, columns):
    monkeypatch.setattr(alone, "_cures", lambda *_: [])
    wished = (photographs(1)[0]._replace(columns=columns), photographs(2)[1])
    stock = open_stock(str(album))
    codes = set()
    for length in range(1500, 4200, 300):
        proof = check(with_article(source, of_length(article, length), photographs=wished), stock)
        codes |= {each.code for each in proof.diagnostics if each.severity == "error"}
        if proof.document is not None:
            widths = [item.size.width for _, item in proof.document.pages[0].items if isinstance(item, Picture)]
            assert TABLOID.width(columns) in [pytest.approx(width) for width in widths]
    if columns > TABLOID.columns:
        assert codes == {"page-columns"}
    assert codes <= {"page-long", "page-short", "page-uneven", "page-crowded", "page-columns"}


@pytest.mark.parametrize("size", [(4000, 160), (160, 4000)])
def test_a_photograph_of_impossible_shape_is_told(source, article, album, size):
    Image.new("RGB", size).save(album / "strip.jpg")
    told = faults(source, article, open_stock(str(album)), photographs=(Photograph("strip.jpg"),))
    assert "page-crowded" in told


LONG = {
    "an endless word": "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenantragsformular" * 2,
    "two hundred Han": "美丽乡村魅力西湖" * 25,
    "a chain of marks": "！" * 60,
}


@pytest.mark.parametrize("words", LONG)
@pytest.mark.parametrize("where", ["kicker", "headline", "deck", "byline", "subhead", "credit", "folio", "section"])
def test_words_too_long_for_their_place_never_leave_the_page_unsaid(source, article, album, where, words):
    """Either everything stands inside the margins, or an error is told."""
    text = Text(LONG[words])
    changed = of_length(article, 2200)
    page = source.edition.pages[0]
    if where == "subhead":
        changed = changed._replace(sections=(changed.sections[0]._replace(subhead=text), *changed.sections[1:]))
    elif where == "credit":
        changed = changed._replace(photographs=(Photograph("a.jpg", Text("图为"), text),))
    elif where in ("folio", "section"):
        page = page._replace(**{where: text})
    else:
        changed = changed._replace(**{where: text})
    if where != "credit":
        changed = changed._replace(photographs=photographs(1))
    stock = open_stock(str(album))
    for length in range(1800, 3400, 97):
        sections = of_length(article, length).sections
        if where == "subhead":
            sections = (sections[0]._replace(subhead=text), *sections[1:])
        edition = source.edition._replace(pages=(page._replace(articles=(changed._replace(sections=sections),)),))
        proof = check(source._replace(edition=edition), stock)
        if proof.document is not None:
            break
    if proof.document is None or has_errors(proof.diagnostics):
        assert has_errors(proof.diagnostics)
        return
    right = TABLOID.left + TABLOID.width(TABLOID.columns)
    for at, run in runs(proof.document.pages[0]):
        assert at.x >= TABLOID.left - 0.01, (where, run.texts[:10])
        assert at.x + run.offsets[-1] <= right + 0.01, (where, run.texts[:10])
