"""The part of a face that a document needs, ready to embed (ISO 32000-1, 9.9).

HarfBuzz renumbers the glyphs densely. The new numbers serve as CIDs, because all readers understand an identity
CMap while several cannot read an embedded one.
"""

from typing import NamedTuple

import uharfbuzz as hb

from xihu_pdf.fonts.face import Face, FaceFault

__all__ = ["Subset", "make_subset"]

# A PDF draws glyphs by number: nothing that finds, joins or hints them is wanted.
_TABLES = "BASE GDEF GPOS GSUB MATH OS/2 STAT VORG cmap gasp hdmx ltag meta name post vhea vmtx"
_DROPPED = tuple(int.from_bytes(tag.encode(), "big") for tag in _TABLES.split())
_FLAGS = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
_CFF_FLAGS = _FLAGS | hb.SubsetFlags.DESUBROUTINIZE | hb.SubsetFlags.CFF_IDENTITY_CHARSET


class Subset(NamedTuple):
    """A font program and the new number of each old glyph.

    ``data`` is a bare CFF table (for CIDFontType0C) when ``is_cff``, else a TrueType file.
    """

    data: bytes
    new: dict[int, int]
    is_cff: bool


def make_subset(face: Face, glyphs: tuple[int, ...]) -> Subset:
    """Cut the glyphs of these numbers, and glyph 0, out of a face.

    Raises FaceFault when a glyph of the result has other ink or another advance than its original. Validators do
    not look into glyphs: without this a damaged file would first be noticed on paper. Measures for vertical lines are
    no part of the result, because a PDF tells them outside of it (W2).
    """
    order = hb.SubsetInput()
    order.glyph_set.update(glyphs)
    order.drop_table_tag_set.update(_DROPPED)
    order.flags = _CFF_FLAGS if face.is_cff else _FLAGS
    if face.is_variable:
        # The page is set in the default instance, and PDF knows no other (ISO 32000-1, 9.9).
        order.pin_all_axes_to_default(face.font.face)
    try:
        plan = hb.SubsetPlan(face.font.face, order)
        result = plan.execute()
    except (MemoryError, RuntimeError) as problem:
        raise FaceFault("font-subset-differs", face=face.postscript_name, detail=str(problem)) from problem
    new = dict(plan.old_to_new_glyph_mapping.items())
    _compare(face, hb.Font(result), new)
    program = result.reference_table("CFF ") if face.is_cff else result.blob
    return Subset(program.data, new, face.is_cff)


def _compare(face: Face, font: hb.Font, new: dict[int, int]) -> None:
    extents, advance = face.font.get_glyph_extents, face.font.get_glyph_h_advance
    new_extents, new_advance = font.get_glyph_extents, font.get_glyph_h_advance
    wrong = [old for old, now in new.items() if extents(old) != new_extents(now) or advance(old) != new_advance(now)]
    if wrong:
        detail = f"{len(wrong)} / {len(new)}: {', '.join(map(str, sorted(wrong)[:8]))}"
        raise FaceFault("font-subset-differs", face=face.postscript_name, detail=detail)
