"""The finished page as plain values: what stands where, in reading order. Layout makes it, press copies it.

Origin is the top left of the trimmed page and y grows downward; lengths are points. Faces and photographs are named
by keys that the stock resolves, so that a document hashes, compares and pickles.
"""

from typing import NamedTuple, Protocol

from xihu_pdf.errors import Span
from xihu_pdf.geometry import Point, Rect, Size

__all__ = [
    "ARTIFACT",
    "BLACK",
    "HORIZONTAL",
    "TURNED",
    "VERTICAL",
    "Document",
    "GlyphRun",
    "Ink",
    "Item",
    "Link",
    "PageFrame",
    "Painter",
    "Picture",
    "Placed",
    "Row",
    "Rule",
    "Shape",
    "Tag",
    "paint",
    "transcript",
]


class Ink(NamedTuple):
    """A colour in process inks, each from 0 to 1; or a spot ink 专色, printed with a plate of its own.

    ``spot`` is the name of the spot ink and ``tint`` how much of it is printed, from 0 to 1; the process inks are then
    those that come nearest to its full tone, for whatever has no such plate.
    """

    cyan: float
    magenta: float
    yellow: float
    black: float
    spot: str = ""
    tint: float = 1.0

    @property
    def process(self) -> tuple[float, float, float, float]:
        """The colour in process inks, cyan, magenta, yellow and black from 0 to 1."""
        cyan, magenta, yellow, black, _, tint = self
        return cyan * tint, magenta * tint, yellow * tint, black * tint

    @property
    def total(self) -> float:
        """How much ink is printed: 1 is the full tone of one ink."""
        return self.tint if self.spot else sum(self.process)

    def tinted(self, share: float) -> "Ink":
        """The ink at a share, from 0 to 1, of its tone."""
        if self.spot:
            return self._replace(tint=self.tint * share)
        cyan, magenta, yellow, black = (round(each * share, 4) for each in self.process)
        return Ink(cyan, magenta, yellow, black)


BLACK = Ink(0.0, 0.0, 0.0, 1.0)

HORIZONTAL, VERTICAL, TURNED = "horizontal", "vertical", "turned"


class GlyphRun(NamedTuple):
    """Glyphs of one face and size on one line.

    ``glyphs`` are glyph numbers of the face and ``texts`` the characters that each stands for (empty where an earlier
    glyph of the cluster carries them). ``offsets`` are points along the line, from the run's place to each glyph's;
    ``writing`` tells what the two are:

    * ``HORIZONTAL``: the place is the baseline origin, offsets lead to the glyph's origin and point right.
    * ``VERTICAL``: upright glyphs, as ``Face.shape`` gives them with ``vertical``, down a line. The place is where the
      line's centre axis meets the top of the first em box, offsets lead to the top of the glyph's and point down.
    * ``TURNED``: a horizontal run turned clockwise by a quarter. The place is the baseline origin, offsets point
      down and the tops of the glyphs right.

    ``rises`` shift each glyph across the line, in points: toward the glyph's top where the run is horizontal or
    turned, to the right where it is vertical; no glyph is shifted where it is empty. ``is_reading`` tells that the run
    is a reading over or beside its words, which may be smaller than words are; ``ruby`` is one number for both, the
    words and their reading, which tells them from others of their paragraph, and 0 for what has none. ``language`` is
    a BCP 47 tag where it is known to differ from that of the document.
    """

    face: str
    size: float
    ink: Ink
    glyphs: tuple[int, ...]
    offsets: tuple[float, ...]
    texts: tuple[str, ...]
    writing: str = HORIZONTAL
    rises: tuple[float, ...] = ()
    is_reading: bool = False
    ruby: int = 0
    language: str = ""


class Rule(NamedTuple):
    """A straight rule from its place, ``vector`` long, ``weight`` points thick, centred on the line."""

    vector: Point
    weight: float
    ink: Ink


class Picture(NamedTuple):
    """A photograph filling ``size``; ``crop`` is the part shown, as fractions of the upright photograph."""

    photograph: str
    size: Size
    crop: Rect


class Shape(NamedTuple):
    """A path of straight and curved pieces; its points are counted from its place, in points, y downward.

    The first step is the one point where the path begins. Each further one leads on: one point is the end of a
    straight piece, three are the two control points and the end of a Bezier curve. After a step of no points the path
    begins anew. Stroked ``weight`` points thick,
    with round ends and corners; filled, from the last point straight to the first, where ``weight`` is 0.
    """

    steps: tuple[tuple[Point, ...], ...]
    weight: float
    ink: Ink


class Row(NamedTuple):
    """The same shape ``times`` over, each a ``step`` further than the one before: what borders and grounds are of."""

    shape: Shape
    step: Point
    times: int

    @property
    def ink(self) -> Ink:
        """The ink of the shape."""
        return self.shape.ink


class Link(NamedTuple):
    """Where words lead: a box of ``size`` over them, which prints nothing, and the ``address``."""

    size: Size
    address: str


Item = GlyphRun | Rule | Picture | Shape | Row | Link


class Placed(NamedTuple):
    """An item and its place: that of a run by its writing, a rule's start, a picture's or link's top left corner."""

    at: Point
    item: Item


# What has no place in the text: rules, folios, ornaments (ISO 32000-1, 14.8.2.2).
ARTIFACT = -1


class Tag(NamedTuple):
    """An element of the text's structure (ISO 32000-1, 14.7.2 and 14.8.4), for those who hear the page.

    ``kind`` is a standard type (``Document``, ``Art``, ``H1``, ``P``, ``Figure``, ``Table``, ``TR``, ``TH`` …);
    ``parent`` the number of the tag above, which comes earlier, or -1; ``alternative`` the words that stand for a
    figure; ``span`` the place in the content that it was made from, so that a finding of the press has one.
    ``attributes`` are those of tables and lists by name (14.8.5): ``Scope`` of a ``TH`` (``Row``, ``Column``,
    ``Both``), ``RowSpan`` and ``ColSpan``, ``ListNumbering`` of an ``L``.
    """

    kind: str
    parent: int
    alternative: str = ""
    span: Span | None = None
    attributes: tuple[tuple[str, str | int], ...] = ()


class PageFrame(NamedTuple):
    """One page: its trim size, its items in reading order, each one's tag, and its folio.

    ``tags`` has for every item the number of a tag of the document, or ``ARTIFACT``; where it is empty, all items are
    artifacts. ``folio`` is the page's number as it is printed, empty where none is.
    """

    size: Size
    items: tuple[Placed, ...]
    tags: tuple[int, ...] = ()
    folio: str = ""


class Document(NamedTuple):
    """A finished edition. ``date`` is ISO 8601 (``2023-01-31``) or empty; ``language`` a BCP 47 tag.

    ``tags`` are in reading order, parents before children; without them the text has no structure.
    """

    title: str
    language: str
    date: str
    pages: tuple[PageFrame, ...]
    tags: tuple[Tag, ...] = ()


class Painter(Protocol):
    """What a page can be copied to."""

    def mark(self, tag: int) -> None:
        """Tell the tag of what is drawn from here on; asked only of pages that have tags."""

    def glyphs(self, at: Point, run: GlyphRun) -> None:
        """Draw a run from its place."""

    def rule(self, at: Point, rule: Rule) -> None:
        """Draw a rule from its start."""

    def picture(self, at: Point, picture: Picture) -> None:
        """Draw a picture from its top left corner."""

    def shape(self, at: Point, shape: Shape) -> None:
        """Draw a path, its points counted from the place."""

    def row(self, at: Point, row: Row) -> None:
        """Draw a path again and again, the first one's points counted from the place."""


def paint(page: PageFrame, painter: Painter) -> None:
    """Copy every item of the page to the painter, in reading order."""
    current: int | None = None if page.tags else ARTIFACT
    tags = page.tags or (ARTIFACT,) * len(page.items)
    for (at, item), tag in zip(page.items, tags, strict=True):
        if tag != current:
            painter.mark(tag)
            current = tag
        match item:
            case GlyphRun():
                painter.glyphs(at, item)
            case Rule():
                painter.rule(at, item)
            case Picture():
                painter.picture(at, item)
            case Shape():
                painter.shape(at, item)
            case Row():
                painter.row(at, item)
            case Link():
                # Nothing of it is seen.
                continue


def transcript(document: Document) -> str:
    """The document as text, an item a line: what tests and editors compare."""
    lines = [f"{document.title} [{document.language}] {document.date}".rstrip()]
    for number, page in enumerate(document.pages, 1):
        lines.append(f"page {number} {page.size.width:.2f} x {page.size.height:.2f}")
        for at, item in page.items:
            place = f"{at.x:9.3f} {at.y:9.3f}"
            match item:
                case GlyphRun():
                    writing = "" if item.writing == HORIZONTAL else f" {item.writing}"
                    lines.append(f"{place} {item.face} {item.size:g}{writing} {''.join(item.texts)}")
                case Rule():
                    lines.append(f"{place} rule {item.vector.x:.3f} {item.vector.y:.3f} {item.weight:g}")
                case Picture():
                    crop = " ".join(f"{edge:.4f}" for edge in item.crop)
                    lines.append(f"{place} {item.photograph} {item.size.width:.3f} x {item.size.height:.3f} [{crop}]")
                case Shape():
                    lines.append(f"{place} shape {len(item.steps)} {item.weight:g}")
                case Link():
                    lines.append(f"{place} link {item.size.width:.3f} x {item.size.height:.3f} {item.address}")
                case Row():
                    step = f"{item.step.x:.3f} {item.step.y:.3f}"
                    lines.append(f"{place} row {item.times} by {step} of {len(item.shape.steps)} {item.shape.weight:g}")
    return "\n".join(lines) + "\n"
