"""Contact sheets: small pictures of pages in rows, each with a line of words under it."""

from io import BytesIO

__all__ = ["contact_sheet"]

# Pixels between pictures and at the edges, the height of the words, and that of their letters.
_GAP, _WORDS, _LETTERS = 36, 52, 26
_GROUND, _SHADE = 236, 160


def contact_sheet(rows: list[list[tuple[bytes, str]]], face: tuple[str, int]) -> bytes:
    """Lay pictures (PNG) out in rows, each over its words, as one PNG; ``face`` is a font file and a number in it."""
    from PIL import Image, ImageDraw, ImageFont

    from xihu_pdf.seals import sealed

    pictures = [[(Image.open(BytesIO(png)).convert("RGB"), words) for png, words in row] for row in rows]
    width = max(sum(picture.width + _GAP for picture, _ in row) for row in pictures) + _GAP
    height = sum(max(picture.height for picture, _ in row) + _WORDS + _GAP for row in pictures) + _GAP
    sheet = Image.new("RGB", (width, height), (_GROUND,) * 3)
    pen = ImageDraw.Draw(sheet)
    letters = ImageFont.truetype(face[0], _LETTERS, index=face[1])
    top = _GAP
    for row in pictures:
        left = _GAP
        for picture, words in row:
            sheet.paste(picture, (left, top))
            pen.rectangle((left - 1, top - 1, left + picture.width, top + picture.height), outline=(_SHADE,) * 3)
            pen.text((left, top + picture.height + 10), words, fill=(0, 0, 0), font=letters)
            left += picture.width + _GAP
        top += max(picture.height for picture, _ in row) + _WORDS + _GAP
    out = BytesIO()
    sheet.save(out, "PNG")
    return sealed(out.getvalue())
