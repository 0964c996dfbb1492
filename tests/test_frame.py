"""The finished page as values: they hash, compare, pickle, are painted in order and told as text."""

import pickle

import pytest

from xihu_pdf.frame import (
    BLACK,
    HORIZONTAL,
    TURNED,
    VERTICAL,
    Document,
    GlyphRun,
    PageFrame,
    Picture,
    Placed,
    Row,
    Rule,
    Shape,
    paint,
    transcript,
)
from xihu_pdf.geometry import Point, Rect, Size

RUN = GlyphRun("Song-1", 9.0, BLACK, (1, 2), (0.0, 9.0), ("西", "湖"))
RULE = Rule(Point(100.0, 0.0), 0.3, BLACK)
PICTURE = Picture("abc", Size(40.0, 30.0), Rect(0.0, 0.125, 1.0, 0.875))
SHAPE = Shape(((Point(0.0, 0.0),), (Point(4.0, 0.0),), (Point(5.0, 0.0), Point(5.0, 1.0), Point(5.0, 2.0))), 0.5, BLACK)
ROW = Row(SHAPE, Point(6.0, 0.0), 7)
ITEMS = tuple(Placed(Point(10.0 * at, 20.0), item) for at, item in enumerate((RUN, RULE, PICTURE, SHAPE, ROW)))
DOCUMENT = Document("西湖", "zh-Hans", "2023-01-31", (PageFrame(Size(200.0, 100.0), ITEMS),))


class Recorder:
    """A painter that writes down what it is asked for."""

    def __init__(self):
        self.asked = []

    def glyphs(self, at, run):
        self.asked.append((at, run))

    def rule(self, at, rule):
        self.asked.append((at, rule))

    def picture(self, at, picture):
        self.asked.append((at, picture))

    def shape(self, at, shape):
        self.asked.append((at, shape))

    def row(self, at, row):
        self.asked.append((at, row))


def test_a_page_is_painted_item_by_item_in_reading_order():
    painter = Recorder()
    paint(DOCUMENT.pages[0], painter)
    assert painter.asked == [tuple(each) for each in ITEMS]


def test_a_document_hashes_compares_and_pickles():
    again = pickle.loads(pickle.dumps(DOCUMENT))  # noqa: S301
    assert again == DOCUMENT
    assert hash(again) == hash(DOCUMENT)
    assert type(again.pages[0].items[0].item) is GlyphRun


def test_the_transcript_tells_every_item_on_a_line():
    assert transcript(DOCUMENT) == (
        "西湖 [zh-Hans] 2023-01-31\n"
        "page 1 200.00 x 100.00\n"
        "    0.000    20.000 Song-1 9 西湖\n"
        "   10.000    20.000 rule 100.000 0.000 0.3\n"
        "   20.000    20.000 abc 40.000 x 30.000 [0.0000 0.1250 1.0000 0.8750]\n"
        "   30.000    20.000 shape 3 0.5\n"
        "   40.000    20.000 row 7 by 6.000 0.000 of 3 0.5\n"
    )


def test_a_run_is_horizontal_unless_it_says_otherwise():
    assert (RUN.writing, RUN.rises) == (HORIZONTAL, ())


@pytest.mark.parametrize("writing", [VERTICAL, TURNED])
def test_the_transcript_tells_how_a_run_is_written(writing):
    page = DOCUMENT.pages[0]._replace(items=(Placed(Point(0.0, 20.0), RUN._replace(writing=writing)),))
    assert f"    0.000    20.000 Song-1 9 {writing} 西湖\n" in transcript(DOCUMENT._replace(pages=(page,)))


def test_an_undated_document_ends_its_first_line_with_the_language():
    assert transcript(DOCUMENT._replace(date="", pages=())) == "西湖 [zh-Hans]\n"


def test_transcripts_tell_small_differences():
    moved = ITEMS[0]._replace(at=Point(0.001, 20.0))
    page = DOCUMENT.pages[0]._replace(items=(moved, *ITEMS[1:]))
    assert transcript(DOCUMENT._replace(pages=(page,))) != transcript(DOCUMENT)
