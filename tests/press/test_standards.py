"""Every order keeps its standards, and each check that says so can fail."""

import hashlib
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from exchange import exchange_faults
from PIL import Image, ImageChops
from validators import broken

from pages import readers, with_article
from xihu_pdf.build import make
from xihu_pdf.content import parse
from xihu_pdf.frame import BLACK, Document, Ink, PageFrame, Picture, Placed, Rule, Shape, Tag
from xihu_pdf.geometry import Point, Rect, Size
from xihu_pdf.messages import MESSAGES
from xihu_pdf.pictures import read_photograph
from xihu_pdf.press import DEFAULT_ORDER, ORDERS, PLAIN, Attachment, on_sheets, preflight, prepress, write
from xihu_pdf.press.conditions import PROFILES, read_profile
from xihu_pdf.press.ledger import ledger
from xihu_pdf.press.standards import PDF_A_3A, PDF_UA_1, PDF_X_4, STANDARDS
from xihu_pdf.stock import open_stock

ROOT = Path(__file__).parents[2]
EMPTY = Document("", "", "", ())
TAGS = (
    Tag("Document", -1),
    Tag("Art", 0),
    Tag("H1", 1),
    Tag("P", 1),
    Tag("Figure", 1, "一张照片 <&>"),
    Tag("Caption", 4),
    Tag("P", 1),
)


@pytest.fixture(scope="module")
def photograph():
    out = BytesIO()
    bands = [Image.linear_gradient("L"), Image.radial_gradient("L"), Image.linear_gradient("L").rotate(90)]
    Image.merge("RGB", bands).resize((120, 80)).save(out, "JPEG")
    return read_photograph(out.getvalue())


@pytest.fixture(scope="module")
def small(song, kai, line, photograph) -> Document:
    """A page with everything: headings, a paragraph over two columns, a photograph, a rule, a wave, two writings."""
    items = (
        (Placed(Point(20, 12), Rule(Point(160, 0), 0.3, BLACK)), -1),
        (Placed(Point(20, 30), line(song, "西湖日报", 14.0)), 2),
        (Placed(Point(20, 60), line(song, "上一栏的话，")), 3),
        (Placed(Point(20, 90), line(song, "接着说")), 3),
        (Placed(Point(90, 50), line(kai, "下一栏的话。")), 3),
        (Placed(Point(20, 100), Picture(photograph.key, Size(60, 40), Rect(0, 0, 1, 1))), 4),
        (Placed(Point(20, 150), line(kai, "图为照片")), 5),
        (Placed(Point(20, 160), Shape(((Point(0, 0),), (Point(9, 0),)), 0.5, Ink(0, 1, 1, 0))), -1),
        (Placed(Point(100, 160), line(song, "2023年abc")), 6),
    )
    frame = PageFrame(Size(200, 180), tuple(each for each, _ in items), tuple(tag for _, tag in items))
    return Document("西湖日报", "zh-Hans", "2023-01-31", (frame, frame), TAGS)


@pytest.fixture(scope="module")
def printed(small, faces, photograph):
    """Make the small document for an order."""

    def make_for(name: str, document: Document = small) -> bytes:
        order = ORDERS[name]
        document = on_sheets(document, order, faces)
        photographs = prepress(document, {photograph.key: photograph}, order)
        files = (Attachment("content.yaml", "text/yaml", "题: 西湖".encode(), "Source"),) if order.with_source else ()
        return write(document, faces, photographs, order, files)

    return make_for


# -- what is kept ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ORDERS)
def test_a_small_page_keeps_the_standards_of_every_order(printed, name):
    assert broken(printed(name), ORDERS[name].standards) == {}


@pytest.mark.parametrize("name", ORDERS)
def test_the_page_of_the_repository_keeps_them_too(source, name):
    proof = make(source, open_stock(source.folder, source.edition.fonts), name)
    assert broken(proof.pdf, ORDERS[name].standards) == {}
    with pikepdf.open(BytesIO(proof.pdf)) as file:
        assert file.check_pdf_syntax() == []


MARKED = (
    "{着重:不许}{专名:西湖镇}{书名:史记}{注音:西湖|xī hú}{夹注:今属重庆}{注号:1}{粗:水}{楷:水}{黑:水}"
    "{色:水}m{上标:2}CO{下标:2}{链接:水乡网|https://example.org}{西文:“A”}"
)


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_pages_with_all_markup_keep_them_in_both_writings(source, article, writing):
    words = article.sections[0].paragraphs[0].value
    text = source.data.decode()
    assert text.count(words[:12]) == 1
    marked = parse(text.replace(words[:12], words[:4] + MARKED + words[4:12]).encode(), "content.yaml")
    assert marked.diagnostics == ()
    changed = with_article(marked, marked.edition.pages[0].articles[0], writing=writing)
    proof = make(changed, open_stock(source.folder))
    assert broken(proof.pdf, ORDERS[DEFAULT_ORDER].standards) == {}


def test_a_photograph_without_caption_is_told_and_has_the_headline_for_it(source, article):
    bare = tuple(each._replace(caption=None) for each in article.photographs)
    proof = make(with_article(source, article, photographs=bare), open_stock(source.folder))
    assert [each.code for each in proof.diagnostics] == ["alt-missing"] * 2
    assert [each.span for each in proof.diagnostics] == [each.span for each in bare]
    assert broken(proof.pdf, ORDERS[DEFAULT_ORDER].standards) == {}
    with pikepdf.open(BytesIO(proof.pdf)) as file:
        assert sorted(file.attachments) == ["content.yaml", "findings.txt"]
        figures = [each for each in file.Root.StructTreeRoot.K[0].K[0].K if each.S == "/Figure"]
        assert {str(each.Alt) for each in figures} == {article.headline.value}


def test_the_look_of_the_page_is_that_of_the_plain_file_but_for_its_photographs(source, monkeypatch):
    monkeypatch.setitem(ORDERS, "plain", PLAIN)
    stock = open_stock(source.folder, source.edition.fonts)
    plain = make(source, stock, "plain")
    assert shown(make(source, stock, "archive").pdf) == shown(plain.pdf)
    printed_page, plain_page = (drawn(proof.pdf) for proof in (make(source, stock), plain))
    for at, item in plain.document.pages[0].items:
        if isinstance(item, Picture):
            box = (at.x - 1, at.y - 1, at.x + item.size.width + 1, at.y + item.size.height + 1)
            for each in (printed_page, plain_page):
                each.paste(0, tuple(round(2 * edge) for edge in box))
    assert ImageChops.difference(printed_page, plain_page).getbbox() is None


def drawn(data: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(data) as file:
        return file[0].render(scale=2).to_pil()


@pytest.mark.parametrize("name", ORDERS)
def test_the_same_document_makes_the_same_bytes_in_every_order(printed, name):
    assert printed(name) == printed(name)


@pytest.mark.parametrize("name", ORDERS)
def test_text_and_look_are_those_of_the_plain_file(small, faces, photograph, printed, name):
    plain = write(small, faces, {photograph.key: photograph})
    for (reader, told), (_, expected) in zip(readers(printed(name)), readers(plain), strict=True):
        assert told.startswith(expected), reader
        assert (told == expected) == (not ORDERS[name].marks)
    if ORDERS[name].colour == "cmyk" and not ORDERS[name].photographs:
        assert shown(printed(name)) == shown(plain)


def shown(data: bytes) -> str:
    return hashlib.sha256(drawn(data).tobytes()).hexdigest()


def test_the_default_order_keeps_three_standards_at_once():
    assert ORDERS[DEFAULT_ORDER].standards == (PDF_X_4, PDF_A_3A, PDF_UA_1)


def test_a_document_without_title_date_or_language_keeps_them(small, printed):
    bare = small._replace(title="", date="", language="")
    assert broken(printed(DEFAULT_ORDER, bare), ORDERS[DEFAULT_ORDER].standards) == {}


def test_titles_with_signs_of_xml_are_kept(small, printed):
    odd = small._replace(title='<西湖> & "日报"\x01')
    assert broken(printed(DEFAULT_ORDER, odd), ORDERS[DEFAULT_ORDER].standards) == {}


# -- the structure --------------------------------------------------------------------------------------------------


@pytest.fixture
def opened(printed):
    with pikepdf.open(BytesIO(printed(DEFAULT_ORDER))) as file:
        yield file


def tree(element) -> list:
    """An element as its kind, the number of its own sequences, and its children."""
    kids = list(element.K)
    below = [each for each in kids if isinstance(each, pikepdf.Dictionary) and "/S" in each]
    return [str(element.S), len(kids) - len(below), *map(tree, below)]


def test_the_tree_is_that_of_the_tags(opened):
    (document,) = opened.Root.StructTreeRoot.K
    # Both pages are one frame with one set of tags: everything stands on both.
    assert tree(document) == [
        "/Document",
        0,
        ["/Art", 0, ["/H1", 2], ["/P", 4], ["/Figure", 2, ["/Caption", 2]], ["/P", 2]],
    ]
    figure = document.K[0].K[2]
    assert figure.Alt == "一张照片 <&>"
    assert [float(edge) for edge in figure.A.BBox] == [20, 40, 80, 80]


def test_every_sequence_leads_to_its_element_and_back(opened):
    numbers = list(opened.Root.StructTreeRoot.ParentTree.Nums)
    rows = {int(number): list(row) for number, row in zip(numbers[::2], numbers[1::2], strict=True)}
    for each in opened.pages:
        found = [
            (int(operands[1].MCID), str(operands[0]))
            for operands, operator in pikepdf.parse_content_stream(each)
            if str(operator) == "BDC" and "/MCID" in operands[1]
        ]
        row = rows[int(each.StructParents)]
        assert [identifier for identifier, _ in found] == list(range(len(row)))
        assert [kind for _, kind in found] == [str(element.S) for element in row]
        assert each.Tabs == "/S"


def test_a_paragraph_over_two_columns_has_two_sequences_a_page(opened):
    content = opened.pages[0].Contents.read_bytes()
    assert content.count(b"/P <</MCID") == 3
    assert content.count(b"/Artifact BMC") == 2
    assert content.count(b"EMC") == content.count(b"BMC") + content.count(b"BDC")


def test_articles_are_bookmarked_with_their_headlines(opened):
    first = opened.Root.Outlines.First
    assert first.Title == "西湖日报西湖日报"
    assert first.Dest[0].objgen == opened.pages[0].objgen
    assert float(first.Dest[3]) == 180 - 30 + 14
    assert opened.Root.Outlines.Count == 1


def test_both_intents_share_one_profile(opened):
    exchange, archive = opened.Root.OutputIntents
    assert (exchange.S, archive.S) == ("/GTS_PDFX", "/GTS_PDFA1")
    assert exchange.DestOutputProfile.objgen == archive.DestOutputProfile.objgen


def test_black_letters_print_over_and_nothing_else_does(opened):
    states = opened.pages[0].Resources.ExtGState
    over, inks, drawn = False, {}, []
    for operands, operator in pikepdf.parse_content_stream(opened.pages[0]):
        if str(operator) == "gs":
            over = bool(states[str(operands[0])].op)
        elif str(operator) in {"k", "K"}:
            inks[str(operator)] = [float(each) for each in operands]
        elif str(operator) in {"TJ", "S"}:
            drawn.append(over)
            assert over == (inks["K" if str(operator) == "S" else "k"] == [0, 0, 0, 1])
    assert set(drawn) == {False, True}


def test_the_source_is_attached_as_it_is(opened):
    (associated,) = opened.Root.AF
    assert associated.AFRelationship == "/Source"
    assert opened.attachments["content.yaml"].get_file().read_bytes() == "题: 西湖".encode()


def test_a_plain_file_promises_nothing(small, faces, photograph):
    with pikepdf.open(BytesIO(write(small, faces, {photograph.key: photograph}, PLAIN))) as file:
        assert not {"/Metadata", "/OutputIntents", "/StructTreeRoot", "/MarkInfo"} & set(file.Root.keys())
        assert b"BDC" not in file.pages[0].Contents.read_bytes()


@pytest.mark.parametrize("last", [b"\r", b"\n"])
def test_a_stream_that_ends_like_a_line_is_as_long_as_it_says(small, faces, photograph, last):
    words = next(each for each in map(str, range(10000, 99999)) if zlib.compress(each.encode(), 1).endswith(last))
    order = ORDERS[DEFAULT_ORDER]
    photographs = prepress(small, {photograph.key: photograph}, order)
    data = write(small, faces, photographs, order, (Attachment("a.txt", "text/plain", words.encode(), "Source"),))
    assert broken(data, order.standards) == {}
    with pikepdf.open(BytesIO(data)) as file:
        assert file.attachments["a.txt"].get_file().read_bytes() == words.encode()


# -- what would break them ------------------------------------------------------------------------------------------


def without(key):
    return lambda file: file.Root.__delitem__(key)


def metadata(old, new):
    def damage(file):
        file.Root.Metadata.write(file.Root.Metadata.read_bytes().replace(old, new))

    return damage


def content(old, new, count=1):
    def damage(file):
        data = file.pages[0].Contents.read_bytes()
        assert old in data
        file.pages[0].Contents.write(data.replace(old, new, count))

    return damage


def fonts(key):
    def damage(file):
        for each in file.objects:
            if isinstance(each, pikepdf.Dictionary) and key in each:
                del each[key]

    return damage


def figure(file):
    return file.Root.StructTreeRoot.K[0].K[0].K[2]


def wrong_widths(file):
    for each in file.objects:
        if isinstance(each, pikepdf.Dictionary) and "/DW" in each:
            each.DW = 700


def link(file):
    annotation = {"Type": "/Annot", "Subtype": "/Link", "Rect": [10, 10, 50, 50], "F": 4}
    file.pages[0].Annots = pikepdf.Array([pikepdf.Dictionary({f"/{k}": _object(v) for k, v in annotation.items()})])


def _object(value):
    return pikepdf.Name(value) if isinstance(value, str) else value


def script(file):
    file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def transparent(file):
    file.pages[0].Resources.ExtGState.O1.ca = 0.5


def trim_outside(file):
    file.pages[0].TrimBox = pikepdf.Array([0, 0, 300, 180])


DAMAGES = {
    "no ToUnicode": (fonts("/ToUnicode"), {PDF_A_3A, PDF_UA_1}),
    "wrong widths": (wrong_widths, {PDF_A_3A, PDF_UA_1}),
    "font not embedded": (fonts("/FontFile3"), {PDF_A_3A, PDF_UA_1, PDF_X_4}),
    "no output intent": (without("/OutputIntents"), {PDF_A_3A, PDF_X_4}),
    "RGB fill": (content(b"0 0 0 1 k", b"1 0 0 rg"), {PDF_A_3A, PDF_X_4}),
    "no TrimBox": (lambda file: file.pages[0].__delitem__("/TrimBox"), {PDF_X_4}),
    "TrimBox outside": (trim_outside, {PDF_X_4}),
    "figure without Alt": (lambda file: figure(file).__delitem__("/Alt"), {PDF_UA_1}),
    "untagged content": (content(b"/Artifact BMC", b"q"), {PDF_UA_1}),
    "no language": (without("/Lang"), {PDF_UA_1}),
    "no metadata": (without("/Metadata"), {PDF_A_3A, PDF_UA_1, PDF_X_4}),
    "wrong version of X-4": (metadata(b"PDF/X-4<", b"PDF/X-9<"), {PDF_X_4}),
    "no name of PDF/UA": (metadata(b"<pdfuaid:part>1", b"<pdfuaid:part>7"), {PDF_UA_1}),
    "undescribed schema": (metadata(b"pdfaExtension:schemas", b"pdfaExtension:others"), {PDF_A_3A}),
    "link on the page": (link, {PDF_UA_1, PDF_X_4}),
    "script": (script, {PDF_A_3A, PDF_X_4}),
    "heading skipped": (
        lambda file: file.Root.StructTreeRoot.K[0].K[0].K[1].__setattr__("S", pikepdf.Name.H3),
        {PDF_UA_1},
    ),
    "not marked": (without("/MarkInfo"), {PDF_A_3A, PDF_UA_1}),
    "title not shown": (without("/ViewerPreferences"), {PDF_UA_1}),
    "too much ink": (content(b"0 1 1 0 K", b"1 1 1 1 K"), {PDF_X_4}),
    "white overprint": (content(b"0 0 0 1 k", b"0 0 0 0 k"), {PDF_X_4}),
    "transparent without group": (transparent, {PDF_X_4}),
    "attachment without relation": (lambda file: file.Root.AF[0].__delitem__("/AFRelationship"), {PDF_A_3A}),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_copy_is_noticed(printed, name):
    damage, expected = DAMAGES[name]
    with pikepdf.open(BytesIO(printed(DEFAULT_ORDER))) as file:
        damage(file)
        out = BytesIO()
        file.save(out, fix_metadata_version=False)
    noticed = broken(out.getvalue(), ORDERS[DEFAULT_ORDER].standards)
    assert expected <= set(noticed), noticed


def foreign_profile(file):
    file.Root.OutputIntents[0].DestOutputProfile.write(read_profile(PROFILES["srgb"]))


def spots(*inks):
    """Separations of one name, each with the colour space and the shade beside it."""

    def damage(file):
        for name, (space, shade) in enumerate(inks):
            made = pikepdf.Array([pikepdf.Name("/Separation"), pikepdf.Name("/Rot"), pikepdf.Name(space)])
            made.append(pikepdf.Dictionary(FunctionType=2, N=1, Domain=[0, 1], C0=[0] * len(shade), C1=shade))
            if "/ColorSpace" not in file.pages[0].Resources:
                file.pages[0].Resources.ColorSpace = pikepdf.Dictionary()
            file.pages[0].Resources.ColorSpace[f"/S{name}"] = made

    return damage


# What the checker of X-4 would tell, beside what must make it tell it.
EXCHANGE = {
    "profile": foreign_profile,
    "trapped": lambda file: file.docinfo.__delitem__("/Trapped"),
    "CreateDate": metadata(b"xmp:CreateDate", b"xmp:CreatedOn"),
    "DocumentID": metadata(b"xmpMM:DocumentID", b"xmpMM:DocumentNo"),
    "title": metadata(b"dc:title", b"dc:label"),
    "group": transparent,
    "spot-twice": spots(("/DeviceCMYK", [0, 1, 1, 0]), ("/DeviceCMYK", [0, 1, 0, 0])),
    "spot-space": spots(("/DeviceRGB", [1, 0, 0])),
}


@pytest.mark.parametrize("fault", EXCHANGE)
def test_every_rule_of_the_checker_can_fail(printed, fault):
    with pikepdf.open(BytesIO(printed(DEFAULT_ORDER))) as file:
        EXCHANGE[fault](file)
        out = BytesIO()
        file.save(out, fix_metadata_version=False)
    assert exchange_faults(out.getvalue()) == {fault}


@pytest.mark.parametrize(
    ("fault", "options"),
    [("version", {"force_version": "1.7"}), ("trailer", {"encryption": pikepdf.Encryption(owner="a", user="")})],
)
def test_a_copy_that_is_saved_otherwise_is_noticed(printed, fault, options):
    with pikepdf.open(BytesIO(printed(DEFAULT_ORDER))) as file:
        out = BytesIO()
        file.save(out, fix_metadata_version=False, **options)
    assert fault in exchange_faults(out.getvalue())


def test_a_copy_that_is_only_saved_again_is_sound(printed):
    with pikepdf.open(BytesIO(printed(DEFAULT_ORDER))) as file:
        out = BytesIO()
        file.save(out, fix_metadata_version=False)
    assert broken(out.getvalue(), ORDERS[DEFAULT_ORDER].standards) == {}


# -- preflight, ledger -----------------------------------------------------------------------------------------------


def test_preflight_tells_what_would_break_the_order(small):
    order = ORDERS[DEFAULT_ORDER]
    assert preflight(small, order) == ()
    heavy = small.pages[0].items[0]._replace(item=Rule(Point(9, 0), 2, Ink(1, 1, 1, 1)))
    frame = small.pages[0]._replace(items=(heavy, *small.pages[0].items[1:]))
    assert [each.code for each in preflight(small._replace(pages=(frame,)), order)] == ["ink-limit"]
    assert preflight(small._replace(pages=(frame,)), ORDERS["archive"]) == ()
    skipped = (*TAGS[:3], Tag("H3", 1), *TAGS[4:])
    assert [each.code for each in preflight(small._replace(tags=skipped), order)] == ["heading-skipped"]
    silent = (*TAGS[:4], Tag("Figure", 1), *TAGS[5:])
    assert [each.code for each in preflight(small._replace(tags=silent), order)] == ["picture-silent"]


def test_a_file_that_would_break_its_promise_is_not_written(source, monkeypatch):
    monkeypatch.setitem(ORDERS, "press", ORDERS["press"]._replace(ink_limit=100))
    proof = make(source)
    assert proof.pdf is None
    assert {each.code for each in proof.diagnostics} == {"ink-limit"}


def test_the_ledger_in_the_documents_is_that_of_the_table():
    assert (ROOT / "docs" / "standards" / "README.md").read_text("utf-8") == ledger()


def test_the_ledger_names_what_is_there():
    modules = {path.stem for path in (ROOT / "src" / "xihu_pdf" / "press").glob("*.py")}
    for standard in STANDARDS.values():
        for each in standard.requirements:
            for where in each.where.split(", "):
                named = {"satisfied": modules, "enforced": set(MESSAGES), "editor": {""}}[each.held]
                assert where in named, where
