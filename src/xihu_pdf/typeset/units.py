"""Text as units: what a line is made of, each unbreakable, with the gap and the break after it.

Han and marks are one unit each; a dash or ellipsis of two characters, and a Western word or number with its signs,
are one unit whole (GB/T 15834-2011, 5.1.4 and 5.1.5; clreq 3.1.5).
"""

import re
from typing import NamedTuple

from xihu_pdf.fonts import Chain, Face
from xihu_pdf.typeset.classes import (
    DASH,
    DOT,
    HALF_BODY,
    HAN,
    LATIN,
    NO_LINE_END,
    NO_LINE_START,
    NUMBER,
    OPENING,
    Gap,
    character_class,
    gap_between,
)

__all__ = ["FORBIDDEN", "Missing", "Piece", "Units", "UnitsMaker"]

FORBIDDEN = float("inf")
# A number parted from its Han unit is legal but unwelcome (clreq 3.1.5): worth a slightly looser line, no more.
NUMBER_FROM_UNIT = 15.0

_JOINER = "\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_WESTERN = "\\u0021-\\u00b6\\u00b8-\\u2012\\u2016\\u2017\\u2020\\u2021\\u2027-\\u203a\\u20a0-\\u218f"
_TOKEN = re.compile(f"[ \u00a0\u3000\t\n]+|—+|…+|[{_WESTERN}][{_WESTERN}{_JOINER}]*|.[{_JOINER}]*", re.DOTALL)
_BLANKS = frozenset(" \u00a0\u3000\t\n")
_QUOTES = frozenset("“”‘’")


class Piece(NamedTuple):
    """One unit as set: its class at both edges, its body in em, and its glyphs with places inside the body in em."""

    left: int
    right: int
    body: float
    face: str
    glyphs: tuple[int, ...]
    places: tuple[float, ...]
    texts: tuple[str, ...]


class Missing(NamedTuple):
    """A character that no face on hand holds, and where in the text it stands."""

    place: int
    character: str


class Units(NamedTuple):
    """A paragraph as parallel tuples; ``gaps`` and ``costs`` stand between a unit and the next.

    ``costs`` are penalties of a break there (``FORBIDDEN`` where none may be); ``blanks`` is the glyph of the blank
    that the copy has after the unit, 0 where the unit's face has no such glyph, None where the copy has no blank.
    """

    pieces: tuple[Piece, ...]
    gaps: tuple[Gap, ...]
    costs: tuple[float, ...]
    blanks: tuple[int | None, ...]
    missing: tuple[Missing, ...]


def _break_cost(left: Piece, right: Piece, *, blank: bool) -> float:
    if right.left in NO_LINE_START or left.right in NO_LINE_END:
        return FORBIDDEN
    if left.right == NUMBER and right.left == HAN and not blank:
        return NUMBER_FROM_UNIT
    if left.right in (LATIN, NUMBER) and right.left in (LATIN, NUMBER) and not blank:
        return FORBIDDEN
    return 0.0


class UnitsMaker:
    """Makes units of one chain of faces and one language; keeps every piece that it has set once."""

    __slots__ = ("_chain", "_language", "_pieces")

    def __init__(self, chain: Chain, language: str) -> None:
        self._chain = chain
        self._language = language
        self._pieces: dict[tuple[str, bool], tuple[Piece, ...]] = {}

    def make(self, text: str, limit: float) -> Units:
        """Cut ``text`` into units; a Western word wider than ``limit`` em is cut into its characters."""
        pieces: list[Piece] = []
        blanks: list[int | None] = []
        missing: list[Missing] = []
        for token in _TOKEN.finditer(text):
            word = token.group()
            if word[0] in _BLANKS:
                if blanks:
                    blanks[-1] = self._blank(pieces[-1])
                continue
            western = word[0] in _QUOTES and _among_latin(text, token.start(), token.end())
            made = self._pieces.get((word, western)) or self._set(word, western=western)
            if not made:
                missing.extend(self._missing(word, token.start()))
                continue
            for piece in made:
                parts = _cut(piece) if piece.body > limit else (piece,)
                pieces.extend(parts)
                blanks.extend([None] * len(parts))
        return _joined(pieces, blanks, missing)

    def _blank(self, piece: Piece) -> int:
        face = self._chain.pick(" ")
        return face.glyph(" ") if face and face.key == piece.face else 0

    def _missing(self, word: str, start: int) -> list[Missing]:
        return [Missing(start + at, each) for at, each in enumerate(word) if self._chain.pick(each) is None]

    def _set(self, word: str, *, western: bool) -> tuple[Piece, ...]:
        """Set a token that is met for the first time; empty where a character has no glyph."""
        parts: list[tuple[Face, str]] = []
        for character in word:
            joins = parts and character >= "\u0300" and re.match(f"[{_JOINER}]", character)
            face = parts[-1][0] if joins and parts[-1][0].glyph(character) else self._chain.pick(character)
            if face is None:
                if joins and parts:
                    parts[-1] = (parts[-1][0], parts[-1][1] + character)
                    continue
                return ()
            if parts and parts[-1][0] is face:
                parts[-1] = (face, parts[-1][1] + character)
            else:
                parts.append((face, character))
        made = tuple(self._piece(face, part, western=western) for face, part in parts)
        self._pieces[(word, western)] = made
        return made

    def _piece(self, face: Face, text: str, *, western: bool) -> Piece:
        kind = LATIN if western else character_class(text[0])
        shaped = face.shape(text, "en" if kind in (LATIN, NUMBER) else self._language)
        texts = _cluster_texts(text, shaped.clusters)
        places: list[float] = []
        at = 0.0
        for advance in shaped.advances:
            places.append(at)
            at += advance
        if kind in (LATIN, NUMBER):
            right = NUMBER if text[-1].isdigit() or text[-1] in "%‰" else LATIN
            return Piece(kind, right, at, face.key, shaped.glyphs, tuple(places), texts)
        body, shift = _body(kind, at, len(text))
        return Piece(kind, kind, body, face.key, shaped.glyphs, tuple(each + shift for each in places), texts)


def _body(kind: int, advance: float, characters: int) -> tuple[float, float]:
    """Body and shift of the glyphs in it, in em, whatever advance the font gives the mark."""
    if kind in HALF_BODY:
        if kind == DOT or advance < 0.75:
            return 0.5, (0.5 - advance) / 2
        return 0.5, -0.5 if kind == OPENING else 0.0
    body = float(characters) if kind == DASH else max(advance, 1.0)
    return body, (body - advance) / 2


def _cluster_texts(text: str, clusters: tuple[int, ...]) -> tuple[str, ...]:
    """The characters of each glyph: those from its cluster to the next; later glyphs of a cluster carry none."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    seen: set[int] = set()
    texts = []
    for cluster in clusters:
        texts.append("" if cluster in seen else text[cluster : ends[cluster]])
        seen.add(cluster)
    return tuple(texts)


def _among_latin(text: str, start: int, end: int) -> bool:
    """Whether both neighbours are Western, so that a quote is a Western one (clreq 3.1.2)."""
    western = (LATIN, NUMBER)
    before = text[:start].rstrip()[-1:]
    after = text[end:].lstrip()[:1]
    kinds = [character_class(each) for each in (before, after) if each]
    return bool(kinds) and all(kind in western for kind in kinds)


def _cut(piece: Piece) -> tuple[Piece, ...]:
    """A word too long for any line, as single glyphs: the last resort where no hyphenation is to be had."""
    ends = (*piece.places[1:], piece.body)
    return tuple(
        Piece(piece.left, piece.right, end - place, piece.face, (glyph,), (0.0,), (text,))
        for glyph, place, end, text in zip(piece.glyphs, piece.places, ends, piece.texts, strict=True)
    )


def _joined(pieces: list[Piece], blanks: list[int | None], missing: list[Missing]) -> Units:
    """Add the gaps and break costs; parts of a cut word may part anywhere."""
    gaps: list[Gap] = []
    costs: list[float] = []
    for left, right, blank in zip(pieces, pieces[1:], blanks, strict=False):
        gaps.append(gap_between(left.right, right.left, blank=blank is not None))
        cost = _break_cost(left, right, blank=blank is not None)
        cut = len(left.glyphs) == len(right.glyphs) == 1 and left.left == right.left and left.left in (LATIN, NUMBER)
        costs.append(500.0 if cost == FORBIDDEN and cut else cost)
    return Units(tuple(pieces), tuple(gaps), tuple(costs), tuple(blanks), tuple(missing))
