"""The written file read again: silent on what the press writes, and each of its findings can be made."""

from io import BytesIO

import pikepdf
import pytest

from xihu_pdf.build import make
from xihu_pdf.frame import BLACK, Document, Ink, PageFrame, Picture, Placed, Rule, Tag
from xihu_pdf.geometry import Point, Rect, Size, mm
from xihu_pdf.pictures import read_photograph
from xihu_pdf.press import DEFAULT_ORDER, ORDERS, PLAIN, prepress, write
from xihu_pdf.report import inspect
from xihu_pdf.report.inspection import Font
from xihu_pdf.stock import open_stock

ORDER = ORDERS[DEFAULT_ORDER]
TAGS = (Tag("Document", -1), Tag("H1", 0), Tag("Figure", 0, "图"))


@pytest.fixture(scope="module")
def leaf(song, kai, line) -> tuple[Document, dict]:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (90, 60), (90, 120, 90)).save(out, "JPEG")
    photograph = read_photograph(out.getvalue())
    items = (
        (Placed(Point(20, 30), line(song, "西湖日报")), 1),
        (Placed(Point(20, 50), line(kai, "水乡")), 1),
        (Placed(Point(20, 60), Picture(photograph.key, Size(18, 12), Rect(0, 0, 1, 1))), 2),
        (Placed(Point(20, 90), Rule(Point(90, 0), 2, Ink(0, 1, 1, 0))), -1),
        (Placed(Point(20, 95), Rule(Point(90, 0), 2, BLACK)), -1),
    )
    size = Size(mm(60), mm(40))
    frame = PageFrame(size, tuple(each for each, _ in items), tuple(tag for _, tag in items), "7")
    return Document("题", "zh-Hans", "2023-01-31", (frame, frame._replace(folio="8")), TAGS), {
        photograph.key: photograph
    }


@pytest.fixture(scope="module")
def file_for(leaf, faces):
    document, photographs = leaf

    def make_for(order) -> bytes:
        return write(document, faces, prepress(document, photographs, order), order)

    return make_for


@pytest.mark.parametrize("name", ORDERS)
def test_what_the_press_writes_is_what_was_promised(file_for, name):
    found = inspect(file_for(ORDERS[name]), ORDERS[name], 2)
    assert found.findings == ()
    assert set(found.standards) >= set(ORDERS[name].standards)
    assert [each.label for each in found.pages] == ["7", "8"]
    assert {(each.width, each.height, each.photographs) for each in found.pages} == {(60.0, 40.0, 1)}
    assert found.fonts == (
        Font("XihuKai-Regular", "TrueType", embedded=True, subset=True),
        Font("XihuSong-Regular", "CFF", embedded=True, subset=True),
    )
    assert found.condition


def test_a_plain_file_promises_nothing_and_breaks_nothing(file_for):
    found = inspect(file_for(PLAIN), PLAIN, 2)
    assert (found.findings, found.standards, found.condition) == ((), (), "")


def test_the_page_of_the_repository_is_clean(source):
    proof = make(source, open_stock(source.folder))
    found = inspect(proof.pdf, ORDER, 1)
    assert found.findings == ()
    assert (found.version, len(found.fonts), found.pages[0].label) == ("1.6", 5, "45")


def content(old, new):
    def damage(file):
        data = file.pages[0].Contents.read_bytes()
        assert old in data
        file.pages[0].Contents.write(data.replace(old, new, 1))

    return damage


def everywhere(key):
    def damage(file):
        for each in file.objects:
            if isinstance(each, pikepdf.Dictionary) and key in each:
                del each[key]

    return damage


def hollow(file):
    for each in file.objects:
        if isinstance(each, pikepdf.Dictionary) and "/FontFile3" in each:
            each.FontFile3.write(b"")


def image_in_rgb(file):
    (image,) = file.pages[0].Resources.XObject.values()
    image.ColorSpace = pikepdf.Name.DeviceRGB


def box(name, *edges):
    return lambda file: file.pages[0].obj.__setitem__(f"/{name}", pikepdf.Array(edges))


def link(file):
    file.pages[0].obj.Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[1, 1, 9, 9])])


def renamed(file):
    file.Root.Metadata.write(file.Root.Metadata.read_bytes().replace(b"PDF/X-4<", b"PDF/X-9<"))


DAMAGES = {
    "a page gone": (lambda file: file.pages.__delitem__(1), "file-pages"),
    "no metadata": (lambda file: file.Root.__delitem__("/Metadata"), "file-standard"),
    "another version of X": (renamed, "file-standard"),
    "no output intent": (lambda file: file.Root.__delitem__("/OutputIntents"), "file-intent"),
    "no profile": (everywhere("/DestOutputProfile"), "file-intent"),
    "no font program": (everywhere("/FontFile2"), "file-font"),
    "an empty font program": (hollow, "file-font"),
    "letters without text": (everywhere("/ToUnicode"), "file-text"),
    "no TrimBox": (lambda file: file.pages[0].obj.__delitem__("/TrimBox"), "file-boxes"),
    "TrimBox outside": (box("TrimBox", 0, 0, 900, 90), "file-boxes"),
    "BleedBox outside": (box("BleedBox", -9, -9, 900, 900), "file-boxes"),
    "a link": (link, "file-annotation"),
    "letters in RGB": (content(b"0 0 0 1 k", b"1 0 0 rg"), "file-colour"),
    "a photograph in RGB": (image_in_rgb, "file-colour"),
    "white letters that print over": (content(b"0 0 0 1 k", b"0 0 0 0 k"), "file-overprint"),
    "a white rule that prints over": (content(b"0 0 0 1 K", b"0 0 0 0 K"), "file-overprint"),
    "no tree": (lambda file: file.Root.__delitem__("/StructTreeRoot"), "file-tags"),
    "no language": (lambda file: file.Root.__delitem__("/Lang"), "file-tags"),
    "bare content": (content(b"/Artifact BMC", b"EMC q /Artifact BMC EMC 0 0 m 9 9 l S Q /Artifact BMC"), "file-tags"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_copy_is_noticed(file_for, name):
    damage, code = DAMAGES[name]
    with pikepdf.open(BytesIO(file_for(ORDER))) as file:
        damage(file)
        out = BytesIO()
        file.save(out, fix_metadata_version=False)
    assert code in {each.code for each in inspect(out.getvalue(), ORDER, 2).findings}


@pytest.mark.parametrize("spoil", [lambda data: data[:2000], lambda data: data.replace(b"\nxref\n", b"\nxxxx\n")])
def test_a_file_that_is_broken_is_noticed(file_for, spoil):
    found = inspect(spoil(file_for(ORDER)), ORDER, 2)
    assert "file-damaged" in {each.code for each in found.findings}


def test_a_copy_that_is_only_saved_again_is_sound(file_for):
    with pikepdf.open(BytesIO(file_for(ORDER))) as file:
        out = BytesIO()
        file.save(out, fix_metadata_version=False)
    assert inspect(out.getvalue(), ORDER, 2).findings == ()
