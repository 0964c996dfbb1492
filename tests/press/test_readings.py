"""What the codes of a file stand for: characters of the copy, for every glyph, never the shape that it was drawn in."""

from io import BytesIO

import pikepdf
import pypdf
import pypdfium2
import pytest

from pages import with_article
from xihu_pdf.build import make
from xihu_pdf.content import parse
from xihu_pdf.stock import open_stock

MARKED = (
    "{着重:不许}{专名:西湖镇}{书名:史记}{注音:西湖|xī hú}{注音:水|ㄕㄨㄟˇ}{夹注:今属重庆，旧称}{注号:1}{粗:水}{楷:水}"
    "{色:水}m{上标:2}CO{下标:2}{链接:水乡网|https://example.org}{西文:“A”}（office、fi、AVA）——……《书》"
)
# Private use; vertical forms and compatibility forms of marks; Latin ligatures; what stands for the unknown.
SHAPES = ((0xE000, 0xF8FF), (0xFE10, 0xFE19), (0xFE30, 0xFE4F), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD), (0xF900, 0xFAFF))


@pytest.fixture(scope="module", params=["horizontal", "vertical"])
def made(request, source, article):
    """The page of the repository with all markup and odd marks in its first paragraph."""
    words = article.sections[0].paragraphs[0].value
    text = source.data.decode().replace(words[:12], words[:4] + MARKED + words[4:12]).encode()
    read = parse(text, "content.yaml")
    assert read.diagnostics == ()
    changed = with_article(read, read.edition.pages[0].articles[0], writing=request.param)
    return make(changed, open_stock(source.folder))


def readings(font) -> dict[int, str]:
    """What each code of a font stands for, by its ToUnicode (ISO 32000-1, 9.10.3)."""
    found = {}
    for line in font.ToUnicode.read_bytes().decode("ascii").splitlines():
        if line.startswith("<") and line.count("<") == 2:
            code, text = (part.rstrip("> ") for part in line.split("<")[1:])
            if len(code) == 4 and line != "<0000> <FFFF>":
                found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return found


def codes(page) -> dict[str, set[int]]:
    """The codes that are shown, by font."""
    shown: dict[str, set[int]] = {}
    font = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) == "TJ":
            data = b"".join(bytes(each) for each in operands[0] if isinstance(each, pikepdf.String))
            pairs = (data[at : at + 2] for at in range(0, len(data), 2))
            shown.setdefault(font, set()).update(int.from_bytes(pair, "big") for pair in pairs)
    return shown


def test_every_code_that_is_shown_stands_for_characters_of_the_copy(made):
    assert made.pdf is not None
    told = set()
    with pikepdf.open(BytesIO(made.pdf)) as file:
        fonts = file.pages[0].Resources.Font
        for name, shown in codes(file.pages[0]).items():
            stands = readings(fonts[name])
            assert shown <= set(stands)
            told |= set("".join(stands.values()))
    shapes = {each for each in told if any(first <= ord(each) <= last for first, last in SHAPES)}
    assert shapes == set()
    assert set("不许西湖镇史记今属重庆旧称水乡网（）《》ㄕㄨㄟˇī") <= told


def test_clusters_of_several_glyphs_are_spelt_out(made):
    """A reader that keeps to the standard reads ActualText in place of the codes (14.9.4)."""
    with pikepdf.open(BytesIO(made.pdf)) as file:
        spelt = [
            str(operands[1].ActualText)
            for operands, operator in pikepdf.parse_content_stream(file.pages[0])
            if str(operator) == "BDC" and "/ActualText" in operands[1]
        ]
        silent = [
            text for font in file.pages[0].Resources.Font.values() for text in readings(font).values() if not text
        ]
    assert bool(spelt) == bool(silent)
    assert all(each.strip() for each in spelt)


def words_of(page) -> tuple[dict[int, str], dict[int, str]]:
    """What the marked content sequences of a page say by their ToUnicode, and the language told in each."""
    words: dict[int, str] = {}
    languages: dict[int, str] = {}
    fonts = {name: readings(font) for name, font in page.Resources.Font.items()}
    font, at = "", -1
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                at = int(operands[1].get("/MCID", at))
                if "/Lang" in operands[1]:
                    languages[at] = str(operands[1].Lang)
            case "Tf":
                font = str(operands[0])
            case "TJ":
                data = b"".join(bytes(each) for each in operands[0] if isinstance(each, pikepdf.String))
                codes = (int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2))
                words[at] = words.get(at, "") + "".join(map(fonts[font].get, codes))
    return words, languages


def elements(above, kind):
    """All elements of a kind, as they are read."""
    for each in above.K if isinstance(above.K, pikepdf.Array) else [above.K]:
        if isinstance(each, pikepdf.Dictionary) and "/S" in each:
            yield from [each] if kind == each.S else elements(each, kind)


def read_out(element, words) -> str:
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    return "".join(read_out(each, words) if isinstance(each, pikepdf.Dictionary) else words[int(each)] for each in kids)


def test_words_and_their_readings_are_elements_in_their_place(made):
    """ISO 32000-1, 14.8.4.4.3; who hears the paragraph hears them where they stand in it."""
    with pikepdf.open(BytesIO(made.pdf)) as file:
        words, _ = words_of(file.pages[0])
        rubies = list(elements(file.Root.StructTreeRoot, "/Ruby"))
        told = [[(str(part.S), read_out(part, words)) for part in ruby.K] for ruby in rubies]
        paragraphs = [read_out(each, words) for each in elements(file.Root.StructTreeRoot, "/P")]
    assert [[kind for kind, _ in each] for each in told] == [["/RB", "/RT"]] * 3
    assert [[text for _, text in each] for each in told][:2] == [["西", "xī"], ["湖", "hú"]]
    assert told[2][0][1] == "水"
    assert set(told[2][1][1]) == set("ㄕㄨㄟˇ")
    assert any("史记西xī湖hú水" in each.replace("\xad", "") for each in paragraphs)


def test_marked_western_words_have_their_language_and_others_that_of_the_document(made):
    with pikepdf.open(BytesIO(made.pdf)) as file:
        words, languages = words_of(file.pages[0])
        assert str(file.Root.Lang) == "zh-Hans"
    assert set(languages.values()) == {"en"}
    assert all("“A”" in words[at] for at in languages)


def test_words_with_readings_are_found_as_they_are_written(source, article):
    """By programs that take the text in the order that it is drawn in, a word over the edge of a reading as well."""
    words = article.sections[0].paragraphs[0].value
    marked = "自{注音:西湖|xī hú}镇、{注音:浔|xún}阳，" + words[:12]
    read = parse(source.data.decode().replace(words[:12], marked).encode(), "content.yaml")
    pdf = make(read, open_stock(source.folder)).pdf
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    assert page.search("西湖镇、").get_next()
    assert page.search("浔阳，").get_next()
    text = pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "西湖镇、浔阳，" in text
    assert "xī" in text
