"""Build the six shipped faces from Debian's font packages.

    python fonts/build_fonts.py                 all six, into the folder of this script
    python fonts/build_fonts.py XihuKai-Regular one of them

What comes in, what is changed and why is written in README.md beside this file. The same packages and the same
fontTools give the same bytes: no date, machine or set order enters a font.
"""

from __future__ import annotations

import argparse
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from charset import UNIHAN, charset
from fontTools import subset
from fontTools.cffLib import PrivateDict
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.misc.transform import Offset, Transform
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

__all__ = ["CUTS", "Cut", "build"]


class Cut(NamedTuple):
    """One shipped face: what it is called and what it is cut from."""

    file: str
    family: str
    family_zh: str
    style: str
    source: str
    member: int


SONG, HEI, KAI = ("Xihu Song", "西湖宋"), ("Xihu Hei", "西湖黑"), ("Xihu Kai", "西湖楷")
SIMPLIFIED = 2  # the simplified Chinese face of a Noto CJK collection
JAPANESE = 0  # the only face that gives Western quotes to the curly quote code points

CUTS = (
    Cut("XihuSong-Regular.otf", *SONG, "Regular", "NotoSerifCJK-Regular.ttc", SIMPLIFIED),
    Cut("XihuSong-Bold.otf", *SONG, "Bold", "NotoSerifCJK-Bold.ttc", SIMPLIFIED),
    Cut("XihuSong-Black.otf", *SONG, "Black", "NotoSerifCJK-Black.ttc", SIMPLIFIED),
    Cut("XihuHei-Regular.otf", *HEI, "Regular", "NotoSansCJK-Regular.ttc", SIMPLIFIED),
    Cut("XihuHei-Bold.otf", *HEI, "Bold", "NotoSansCJK-Bold.ttc", SIMPLIFIED),
    Cut("XihuKai-Regular.ttf", *KAI, "Regular", "LXGWWenKai-Regular.ttf", 0),
)

FOLDERS = (Path("/usr/share/fonts/opentype/noto"), Path("/usr/share/fonts/truetype/lxgw-wenkai"))

VERTICAL = ("vert", "vrt2")
POSITIONING = (*VERTICAL, "halt", "vhal", "palt", "vpal", "chws", "vchw", "kern", "vkrn")
MADE = 3786912000  # 2024-01-01 in seconds since 1904, the date that every built font bears
EM, TOP = 1000, 880  # of all sources: units of the em, top of the em box over the baseline
SIDE = 68  # blank of WenKai between a bracket's ink and the edge of its body
QUARTER_TURN = Transform(0, -1, 1, 0, EM / 2 - (TOP - EM / 2), TOP)  # clockwise, about the middle of the em box
WESTERN = (0x00B7, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026)

ENGLISH, CHINESE = 0x409, 0x804
MODIFIED = (
    "Modified version: cut down to the characters of simplified Chinese newspapers, mainland marks made the default, "
    "Western ones left to text tagged English, layout features reduced, {more}, renamed. NOTICE.md gives the details."
)
CHANGES = {
    "otf": MODIFIED.format(more="outlines redrawn unchanged in one font dict without hints"),
    "ttf": MODIFIED.format(more="quotes on a full body and three vertical forms added"),
}

Substitutions = dict[str, str]
Ligatures = dict[tuple[str, ...], str]


class Shapes(NamedTuple):
    """Glyph names of a source: what a character is in Chinese, and what replaces it when."""

    cmap: dict[int, str]
    western: Substitutions
    ligatures: Ligatures
    vertical: Substitutions


def build(cut: Cut, folders: Iterable[Path] = FOLDERS, unihan: Path = UNIHAN) -> bytes:
    """Return the finished font file of `cut`.

    Raises SystemExit when a source is missing or a glyph's outline or advance differs from its source.
    """
    path = next((folder / cut.source for folder in folders if (folder / cut.source).exists()), None)
    if path is None:
        raise SystemExit(f"{cut.source} not found; install fonts-noto-cjk, fonts-noto-cjk-extra and fonts-lxgw-wenkai")
    font = TTFont(path, fontNumber=cut.member, recalcTimestamp=False)
    shapes = noto_shapes(font, path) if "CFF " in font else wenkai_shapes(font)
    kept = trim(font, shapes, charset(unihan))
    if "CFF " in font:
        flatten(font, cut)
    set_cmap(font, kept.cmap)
    set_features(font, kept)
    set_names(font, cut)
    made = io.BytesIO()
    font.save(made)
    compare(TTFont(made), font.getGlyphOrder(), TTFont(path, fontNumber=cut.member))
    return made.getvalue()


# Reading a source


def lookups(font: TTFont, tag: str) -> Iterator[Any]:
    """Yield the GSUB subtables of feature `tag` for Han text in mainland Chinese."""
    table = font["GSUB"].table
    script = next(record.Script for record in table.ScriptList.ScriptRecord if record.ScriptTag == "hani")
    systems = {record.LangSysTag: record.LangSys for record in script.LangSysRecord}
    for index in systems.get("ZHS ", script.DefaultLangSys).FeatureIndex:
        record = table.FeatureList.FeatureRecord[index]
        for number in record.Feature.LookupListIndex if record.FeatureTag == tag else ():
            for subtable in table.LookupList.Lookup[number].SubTable:
                yield getattr(subtable, "ExtSubTable", subtable)


def singles(font: TTFont, tag: str) -> Substitutions:
    """Return the one-to-one substitutions of feature `tag`."""
    tables = (table.mapping for table in lookups(font, tag) if table.LookupType == 1)
    return {old: new for mapping in tables for old, new in mapping.items()}


def composed(font: TTFont) -> Ligatures:
    """Return the ligatures of `ccmp`."""
    return {
        (first, *ligature.Component): ligature.LigGlyph
        for table in lookups(font, "ccmp")
        if table.LookupType == 4
        for first, ligatures in table.ligatures.items()
        for ligature in ligatures
    }


def noto_shapes(font: TTFont, path: Path) -> Shapes:
    """Return the shapes of a Noto CJK face with the mainland forms of dash and interpunct as the plain ones.

    The source gives those forms under a language tag only, and not in runs whose script is unknown.
    """
    cmap, ligatures = dict(font.getBestCmap()), composed(font)
    latin = {**TTFont(path, fontNumber=JAPANESE).getBestCmap(), 0x2014: cmap[0x2014]}
    latin[0x2026] = latin_ellipsis(font, cmap[0x2026])
    dash = cmap[0x2015]
    cmap |= {0x2014: dash, 0x2E3A: ligatures[dash, dash], 0x2E3B: ligatures[dash, dash, dash], 0x00B7: cmap[0x2027]}
    western = {cmap[point]: latin[point] for point in WESTERN}
    return Shapes(cmap, western, ligatures, singles(font, "vert"))


def latin_ellipsis(font: TTFont, ellipsis: str) -> str:
    """Return the ellipsis on the baseline, which Noto gives to Latin text of unnamed language."""
    table = font["GSUB"].table
    latin = next(record.Script for record in table.ScriptList.ScriptRecord if record.ScriptTag == "latn")
    records = (table.FeatureList.FeatureRecord[index] for index in latin.DefaultLangSys.FeatureIndex)
    numbers = next(record.Feature.LookupListIndex for record in records if record.FeatureTag == "locl")
    return str(table.LookupList.Lookup[numbers[0]].SubTable[0].mapping[ellipsis])


def wenkai_shapes(font: TTFont) -> Shapes:
    """Return the shapes of WenKai, after drawing the forms that it lacks from those that it has.

    Quotes on a full body, the two-em dash for vertical text, and 〖〗 for vertical text.
    """
    cmap, vertical = dict(font.getBestCmap()), singles(font, "vert")
    narrow = {point: cmap[point] for point in WESTERN if point != 0x2026}
    for point in (0x2018, 0x2019, 0x201C, 0x201D):
        cmap[point] = widen(font, narrow[point], at_right=unicodedata.category(chr(point)) == "Pi")
        vertical[cmap[point]] = vertical.pop(narrow[point])
    for point, form in ((0x2E3A, None), (0x3016, 0xFE17), (0x3017, 0xFE18)):
        vertical[cmap[point]] = turned = turn(font, cmap[point])
        cmap |= {form: turned} if form else {}
    cmap |= {0x2014: cmap[0x2015], 0x00B7: cmap[0x30FB]}
    western = {cmap[point]: narrow[point] for point in narrow}
    return Shapes(cmap, western, {(cmap[0x2014], cmap[0x2014]): cmap[0x2E3A]}, vertical)


def widen(font: TTFont, name: str, *, at_right: bool) -> str:
    """Add a copy of a narrow quote on a full body, opening quotes in its right half, and return its name."""
    glyph = font["glyf"][name]
    shift = EM - SIDE - glyph.xMax if at_right else SIDE - glyph.xMin
    return redraw(font, name, Offset(shift, 0), name + ".han", (EM, EM))


def turn(font: TTFont, name: str) -> str:
    """Add a copy of a glyph turned for vertical text and return its name."""
    return redraw(font, name, QUARTER_TURN, name + ".turned", (EM, font["hmtx"][name][0]))


def redraw(font: TTFont, name: str, transform: Transform, new: str, advances: tuple[int, int]) -> str:
    """Add glyph `new`, the transformed outline of `name` with (horizontal, vertical) advances, and return its name."""
    glyphs, pen = font.getGlyphSet(), TTGlyphPen(None)
    glyphs[name].draw(TransformPen(pen, transform))
    glyph = pen.glyph()
    font["glyf"][new] = glyph
    font.setGlyphOrder(list(font["glyf"].glyphOrder))
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][new] = (advances[0], glyph.xMin)
    font["vmtx"][new] = (advances[1], TOP - glyph.yMax)
    return new


# Cutting it down


def trim(font: TTFont, shapes: Shapes, points: frozenset[int]) -> Shapes:
    """Cut `font` down to `points` with their vertical, Western and composed forms; return the shapes left."""
    cmap = {point: shapes.cmap[point] for point in sorted(points & shapes.cmap.keys())}
    plain = {*cmap.values(), *shapes.western.values()}
    ligatures = {parts: whole for parts, whole in shapes.ligatures.items() if plain.issuperset(parts)}
    plain.update(ligatures.values())
    vertical = {old: new for old, new in shapes.vertical.items() if old in plain}
    options = subset.Options(
        drop_tables=["GSUB", "gasp", "DSIG", "FFTM", "meta"],
        layout_features=list(POSITIONING),
        layout_scripts=["DFLT"],
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        recalc_timestamp=False,
        glyph_names=False,
    )
    cutter = subset.Subsetter(options)
    cutter.populate(glyphs=sorted(plain.union(vertical.values())))
    cutter.subset(font)
    return Shapes(cmap, shapes.western, ligatures, vertical)


def flatten(font: TTFont, cut: Cut) -> None:
    """Draw every charstring anew under a single font dict, without subroutines or hints.

    With the source's four to eighteen dicts a reader needs the dict of each glyph to know its width, and some do not
    look; with one dict, default width one em and nominal width zero there is nothing to get wrong.
    """
    cff = font["CFF "].cff
    top, glyphs = cff[0], font.getGlyphSet()
    private = PrivateDict()
    private.rawDict = {"defaultWidthX": EM, "nominalWidthX": 0}
    drawn = {}
    for name in font.getGlyphOrder():
        width = font["hmtx"][name][0]
        pen = T2CharStringPen(None if width == EM else width, glyphs)
        glyphs[name].draw(pen)
        drawn[name] = pen.getCharString(private, [])
    for name, charstring in drawn.items():
        top.CharStrings[name] = charstring
    cff.GlobalSubrs.clear()
    dictionary = top.FDArray[0]
    dictionary.FontName = postscript(cut)
    dictionary.Private = private
    top.FDArray.items[:] = [dictionary]
    top.FDSelect.gidArray = [0] * len(drawn)
    top.FDSelect.format = 3
    cff.fontNames[0] = postscript(cut)
    top.FullName, top.FamilyName, top.Weight = f"{cut.family} {cut.style}", cut.family, cut.style


def set_cmap(font: TTFont, cmap: dict[int, str]) -> None:
    """Give `font` one Unicode map for the basic plane and one for all planes."""
    table = newTable("cmap")
    table.tableVersion, table.tables = 0, []
    basic = {point: name for point, name in cmap.items() if point <= 0xFFFF}
    for kind, encoding, mapping in ((4, 1, basic), (12, 10, cmap)):
        part = CmapSubtable.newSubtable(kind)
        part.platformID, part.platEncID, part.language, part.cmap = 3, encoding, 0, mapping
        table.tables.append(part)
    font["cmap"] = table


def set_features(font: TTFont, shapes: Shapes) -> None:
    """Write GSUB: Western marks for English, two-em dash and pinyin by composition, vertical forms."""
    western = "\n".join(f"sub {old} by {new};" for old, new in shapes.western.items())
    parts = "\n".join(f"sub {' '.join(old)} by {new};" for old, new in shapes.ligatures.items())
    upright = "\n".join(f"sub {old} by {new};" for old, new in shapes.vertical.items())
    text = f"""
languagesystem DFLT dflt;
languagesystem DFLT ENG;
feature locl {{ script DFLT; language ENG;
{western}
}} locl;
feature ccmp {{
{parts}
}} ccmp;
lookup upright {{
{upright}
}} upright;
""" + "".join(f"feature {tag} {{ lookup upright; }} {tag};\n" for tag in VERTICAL)
    addOpenTypeFeaturesFromString(font, text, tables={"GSUB"})


# Naming it


def postscript(cut: Cut) -> str:
    """Return the PostScript name, which is also the file's name without its ending."""
    return cut.file.partition(".")[0]


def set_names(font: TTFont, cut: Cut) -> None:
    """Rename the font in English and Chinese, and say in name 10 what was changed.

    Copyright, designers and licence stay as they are; trade marks, maker's and vendor's addresses go.
    """
    table = font["name"]
    kept = {number: table.getName(number, 3, 1, ENGLISH) for number in (0, 9, 13, 14)}
    version = table.getName(5, 3, 1, ENGLISH).toUnicode().partition(";")[0]
    names = {
        **{number: record.toUnicode() for number, record in kept.items() if record},
        3: f"{version};XIHU;{postscript(cut)}",
        5: f"{version};Xihu 1",
        6: postscript(cut),
        10: CHANGES["otf" if "CFF " in font else "ttf"],
    }
    table.names = []
    for number, text in sorted(names.items()):
        table.setName(text, number, 3, 1, ENGLISH)
    for language, family in ((ENGLISH, cut.family), (CHINESE, cut.family_zh)):
        linked = cut.style in {"Regular", "Bold"}  # the four styles that name 2 may hold, as far as there are any
        table.setName(family if linked else f"{family} {cut.style}", 1, 3, 1, language)
        table.setName(cut.style if linked else "Regular", 2, 3, 1, language)
        table.setName(f"{family} {cut.style}", 4, 3, 1, language)
        table.setName(family, 16, 3, 1, language)
        table.setName(cut.style, 17, 3, 1, language)
    font["OS/2"].achVendID = "XIHU"
    font["head"].created = font["head"].modified = MADE


# Proving it


def compare(made: TTFont, names: list[str], source: TTFont) -> None:
    """Stop when a glyph taken over from `source` has another outline or other metrics in `made`.

    `names` are the source's names of the built glyphs in their order. Outlines are compared by extents and area, since
    drawing anew may drop a point in the middle of a straight line.
    """
    new, old = made.getGlyphSet(), source.getGlyphSet()
    for mine, name in zip(made.getGlyphOrder(), names, strict=True):
        if name not in old:
            continue
        same_metrics = all(made[table][mine] == source[table][name] for table in ("hmtx", "vmtx"))
        if not same_metrics or measures(new, mine) != measures(old, name):
            raise SystemExit(f"glyph {mine} is not the {name} of the source")


def measures(glyphs: Mapping[str, Any], name: str) -> tuple[object, ...]:
    """Return extents and area of a glyph."""
    area, bounds = AreaPen(glyphs), BoundsPen(glyphs)
    glyphs[name].draw(area)
    glyphs[name].draw(bounds)
    return bounds.bounds, round(area.value, 2)


def main() -> None:
    """Build the faces named on the command line, or all."""
    parser = argparse.ArgumentParser(description="Build the shipped faces from Debian's font packages.")
    parser.add_argument("faces", nargs="*", help="file names without ending; all when none is given")
    parser.add_argument("--fonts", type=Path, action="append", help="folder with the source fonts; may be repeated")
    parser.add_argument("--unihan", type=Path, default=UNIHAN, help="Unihan_OtherMappings.txt.bz2 of unicode-data")
    parser.add_argument("--into", type=Path, default=Path(__file__).parent, help="folder for the built fonts")
    wanted = parser.parse_args()
    for cut in CUTS:
        if not wanted.faces or postscript(cut) in wanted.faces:
            made = build(cut, wanted.fonts or FOLDERS, wanted.unihan)
            (wanted.into / cut.file).write_bytes(made)
            print(f"{cut.file}  {len(made):,} bytes")


if __name__ == "__main__":
    main()
