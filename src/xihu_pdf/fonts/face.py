"""One typeface file opened: which letters it has, how wide they are, how a text is set with them.

HarfBuzz reads the file through a memory map, so that opening costs a tenth of a millisecond whatever the size.
Formats follow ISO/IEC 14496-22 (Open Font Format); its clause names stand beside the offsets that are read here.
"""

import os
from typing import NamedTuple, NoReturn
from zlib import crc32

import uharfbuzz as hb

__all__ = ["Face", "FaceFault", "Shaped", "face_count", "open_face"]

Box = tuple[float, float, float, float]

_COLLECTION = b"ttcf"
_PLAIN = (b"\0\1\0\0", b"OTTO", b"true")
_PACKED = (b"wOFF", b"wOF2")
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp", "name")

# OS/2 fsType: the usage bits exclude each other, so that 2 alone restricts and 6 or 10 do not (versions below 3).
_USAGE, _RESTRICTED, _NO_SUBSETTING, _BITMAP_ONLY = 0x000E, 0x0002, 0x0100, 0x0200
_EM_TOP = 880  # of most East Asian faces, in thousandths of an em


class FaceFault(Exception):  # noqa: N818 - the house calls a finding a fault
    """A font file that cannot be used: a code of the message table and the values that fill its message."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


class Shaped(NamedTuple):
    """A text as glyphs in drawing order.

    ``advances`` are in em, along the line. ``clusters`` are indices into the text. ``xs`` and ``ys`` are shifts of
    the glyphs from the pen in em, x rightward and y upward; both are empty when no glyph is shifted.
    """

    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    clusters: tuple[int, ...]
    xs: tuple[float, ...] = ()
    ys: tuple[float, ...] = ()


class Face:
    """A face and its measures; those of the whole face are in thousandths of an em, as PDF wants them.

    ``key`` names the content: equal for copies of a file, different for different fonts. ``ascent`` and ``descent``
    (negative) are those of the line, not of the ink; ``bbox`` holds every glyph; ``italic_angle`` is in degrees.
    ``is_vertical`` tells whether the face has measures of its own for vertical lines. ``font`` is HarfBuzz's own and
    for this room alone; a variable face is used in its default instance.
    """

    __slots__ = (
        "_advances",
        "_glyphs",
        "_vertical",
        "ascent",
        "bbox",
        "cap_height",
        "descent",
        "family",
        "font",
        "is_cff",
        "is_variable",
        "is_vertical",
        "italic_angle",
        "key",
        "postscript_name",
        "units_per_em",
        "weight",
    )

    def __init__(self, source: hb.Face, checksum: int) -> None:
        self.font = hb.Font(source)
        self.units_per_em: int = source.upem
        self.is_cff = "CFF " in source.table_tags
        self.is_variable = "fvar" in source.table_tags
        self.is_vertical = {"vhea", "vmtx"} <= set(source.table_tags)
        self.postscript_name: str = source.get_name(6) or "Unnamed"
        self.family: str = source.get_name(16) or source.get_name(1) or self.postscript_name
        self.key = f"{self.postscript_name}-{checksum:08x}"
        self._glyphs: dict[str, int] = {}
        self._advances: dict[int, float] = {}
        self._vertical: hb.Font | None = None

        head, os2 = source.reference_table("head").data, source.reference_table("OS/2").data
        post, hhea = source.reference_table("post").data, source.reference_table("hhea").data
        self.weight = int.from_bytes(os2[4:6], "big") or 400
        # sTypoAscender and sTypoDescender are the em box of an East Asian face; hhea has room for stacked accents.
        ascent, descent = (_short(os2, 68), _short(os2, 70)) if len(os2) >= 72 else (_short(hhea, 4), _short(hhea, 6))
        capital = _short(os2, 88) if len(os2) >= 90 else 0
        self.ascent, self.descent = self._milli(ascent), self._milli(descent)
        self.cap_height = self._milli(capital or ascent)
        self.bbox = tuple(self._milli(_short(head, offset)) for offset in (36, 38, 40, 42))
        self.italic_angle = int.from_bytes(post[4:8], "big", signed=True) / 65536

    def glyph(self, character: str) -> int:
        """Give the glyph number of one character by the face's cmap, 0 where it has none."""
        number = self._glyphs.get(character)
        if number is None:
            number = self._glyphs[character] = self.font.get_nominal_glyph(ord(character)) or 0
        return number

    def advance(self, glyph: int) -> float:
        """Give the width of a glyph in em."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.font.get_glyph_h_advance(glyph) / self.units_per_em
        return width

    def vertical_advance(self, glyph: int) -> float:
        """Give the length in em that a glyph takes down a vertical line: one em where the face does not tell."""
        down: int = -self._upright().get_glyph_v_advance(glyph)
        return down / self.units_per_em

    def vertical_origin(self, glyph: int) -> tuple[float, float]:
        """Give where a vertical line places a glyph, from its baseline origin in em, x rightward and y upward.

        The point lies on the line's centre axis at the top of the em box, the middle of the advance where the face
        does not tell.
        """
        x, y = self._upright().get_glyph_v_origin(glyph)
        return x / self.units_per_em, y / self.units_per_em

    def covers(self, text: str) -> bool:
        """Tell whether the face has a glyph for every character of the text."""
        return all(map(self.glyph, text))

    def extents(self, glyph: int) -> Box | None:
        """Give the ink of a glyph as left, bottom, right, top in em, y upward from the baseline; None for a blank."""
        box, em = self.font.get_glyph_extents(glyph), self.units_per_em
        if box is None or not (box.width and box.height):
            return None
        left, top = box.x_bearing, box.y_bearing
        return left / em, (top + box.height) / em, (left + box.width) / em, top / em

    def shape(self, text: str, language: str = "", features: tuple[str, ...] = (), *, vertical: bool = False) -> Shaped:
        """Set a text of one direction: left to right, or top to bottom when ``vertical``.

        ``language`` is a BCP 47 tag, Simplified Chinese if empty. ``features`` are OpenType tags to switch on, or off
        with a minus before (``-kern``). A character that the face lacks becomes glyph 0.
        """
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "ttb" if vertical else "ltr"
        # Marks alone have no script of their own; in a Chinese page they belong to the Han around them.
        buffer.script = buffer.script or "Hani"
        buffer.language = language or "zh-Hans"
        hb.shape(
            self._upright() if vertical else self.font, buffer, {tag.lstrip("-"): tag[0] != "-" for tag in features}
        )
        return _read(buffer, self.units_per_em, vertical=vertical)

    def _upright(self) -> hb.Font:
        """Give the font that sets vertical lines, for a face that tells nothing of them one that sets em squares.

        HarfBuzz would make their glyphs as long as a horizontal line is high, and place each by the height of its ink.
        """
        if self._vertical is None:
            self._vertical = self.font if self.is_vertical else _squared(self.font, self._em_top())
        return self._vertical

    def _em_top(self) -> int:
        """Give the top of the em box in units: the ascent where it makes an em with the descent, else 0.88 em."""
        makes_an_em = abs(self.ascent - self.descent - 1000) < 1
        return round((self.ascent if makes_an_em else _EM_TOP) * self.units_per_em / 1000)

    def _milli(self, units: int) -> float:
        return units * 1000 / self.units_per_em


def open_face(path: str, number: int = 0) -> Face:
    """Open one face of a .ttf, .otf, .ttc or .otc file; ``number`` counts from 0 in a collection.

    Raises FaceFault when the file cannot be read, is no font, is damaged, or may not be embedded.
    """
    directory = _directory(path, number)
    tags = directory.keys()
    if "CFF2" in tags:
        raise FaceFault("font-variable", path=path)
    if "CFF " not in tags and not {"glyf", "loca"} <= tags:
        raise FaceFault("font-no-outlines", path=path)
    missing = [tag for tag in _NEEDED if tag not in tags]
    if missing:
        raise FaceFault("font-damaged", path=path, detail=", ".join(missing))
    source = hb.Face(hb.Blob.from_file_path(path), number)
    if not source.glyph_count or any(not len(source.reference_table(tag)) for tag in _NEEDED):
        raise FaceFault("font-damaged", path=path, detail="maxp")
    rights = int.from_bytes(source.reference_table("OS/2").data[8:10], "big")
    if rights & _USAGE == _RESTRICTED or rights & (_NO_SUBSETTING | _BITMAP_ONLY):
        raise FaceFault("font-forbids-embedding", path=path, detail=f"fsType 0x{rights:04x}")
    return Face(source, crc32(b"".join(directory.values())))


def face_count(path: str) -> int:
    """Count the faces in a font file: 1 but for collections. Raises FaceFault as ``open_face`` does."""
    return len(_offsets(path))


def _offsets(path: str) -> tuple[int, ...]:
    """Find where the table directories of the faces begin ("Font collections" for the header)."""
    try:
        with open(path, "rb") as file:
            magic = file.read(4)
            if magic == _COLLECTION:
                count = int.from_bytes(file.read(8)[4:], "big")
                starts = file.read(4 * min(count, 1024))
                return tuple(int.from_bytes(starts[at : at + 4], "big") for at in range(0, len(starts), 4))
    except OSError as problem:
        _unreadable(path, problem)
    if magic in _PACKED:
        raise FaceFault("font-packed", path=path)
    if magic not in _PLAIN:
        raise FaceFault("font-unknown", path=path)
    return (0,)


def _directory(path: str, number: int) -> dict[str, bytes]:
    """Read the table records of a face by tag.

    A record holds the table's checksum, offset and length, so that the records together tell the content of the
    whole file for the cost of a few hundred bytes.
    """
    offsets = _offsets(path)
    if not 0 <= number < len(offsets):
        raise FaceFault("font-number", path=path, number=number, count=len(offsets))
    try:
        with open(path, "rb") as file:
            file.seek(offsets[number])
            header = file.read(12)
            records = file.read(16 * int.from_bytes(header[4:6], "big"))
            end = os.fstat(file.fileno()).st_size
    except OSError as problem:
        _unreadable(path, problem)
    if header[:4] not in _PLAIN:
        raise FaceFault("font-damaged", path=path, detail="offset table")
    directory = {records[at : at + 4].decode("latin-1"): records[at : at + 16] for at in range(0, len(records), 16)}
    for tag, record in directory.items():
        if int.from_bytes(record[8:12], "big") + int.from_bytes(record[12:16], "big") > end:
            raise FaceFault("font-damaged", path=path, detail=tag.strip())
    return directory


def _squared(font: hb.Font, top: int) -> hb.Font:
    squared, measures, em = hb.Font(font), hb.FontFuncs(), font.face.upem
    measures.set_glyph_v_advance_func(lambda _font, _glyph, _data: -em)
    measures.set_glyph_v_origin_func(lambda own, glyph, _data: (True, own.get_glyph_h_advance(glyph) // 2, top))
    squared.funcs = measures
    return squared


def _unreadable(path: str, problem: OSError) -> NoReturn:
    raise FaceFault("font-unreadable", path=path, detail=problem.strerror or str(problem)) from problem


def _read(buffer: hb.Buffer, em: int, *, vertical: bool) -> Shaped:
    """Take the glyphs out of a shaped buffer; a vertical advance points down and is counted as positive."""
    infos = buffer.glyph_infos
    if not infos:
        return Shaped((), (), ())
    xs, ys, rights, ups = zip(*[place.position for place in buffer.glyph_positions], strict=True)
    advances = [-up / em for up in ups] if vertical else [right / em for right in rights]
    shifted = any(xs) or any(ys)
    return Shaped(
        tuple([info.codepoint for info in infos]),
        tuple(advances),
        tuple([info.cluster for info in infos]),
        tuple([x / em for x in xs]) if shifted else (),
        tuple([y / em for y in ys]) if shifted else (),
    )


def _short(table: bytes, offset: int) -> int:
    return int.from_bytes(table[offset : offset + 2], "big", signed=True)
