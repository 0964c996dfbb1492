"""Text as units: what a line is made of, each unbreakable, with the gap and the break after it.

Han and marks are one unit each; a dash or ellipsis of two characters, and a Western word or number with its signs,
are one unit whole (GB/T 15834-2011, 5.1.4 and 5.1.5; clreq 3.1.5).
"""

import re
from itertools import pairwise
from typing import NamedTuple

from xihu_pdf.fonts import Chain, Face
from xihu_pdf.typeset.classes import (
    CONNECTOR,
    DASH,
    DOT,
    GAPS,
    HALF_BODY,
    HAN,
    KINDS,
    LATIN,
    NO_LINE_END,
    NO_LINE_START,
    NUMBER,
    OPENING,
    SOLIDUS,
    Gap,
    character_class,
    gap_at_blank,
)

__all__ = ["FORBIDDEN", "Missing", "Piece", "Units", "UnitsMaker"]

FORBIDDEN = float("inf")
# A number parted from its Han unit is legal but unwelcome (clreq 3.1.5): worth a slightly looser line, no more.
NUMBER_FROM_UNIT = 15.0

_JOINER = "\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_WESTERN = "\\u0021-\\u00b6\\u00b8-\\u2012\\u2016\\u2017\\u2020\\u2021\\u2027-\\u203a\\u20a0-\\u218f"
_TOKEN = re.compile(f"[ \u00a0\u3000\t\n]+|—+|…+|[{_WESTERN}][{_WESTERN}{_JOINER}]*％?|.[{_JOINER}]*", re.DOTALL)
_BLANKS = frozenset(" \u00a0\u3000\t\n")
_QUOTES = frozenset("“”‘’")
# Half-width marks and Western quotes: those that cling to what is before them, and to what is after.
_CLOSERS, _OPENERS = ",.;:!?)]}”’", "([{“‘"


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


def _break_cost(left: int, right: int) -> float:
    """What a break between two classes costs where the copy has no blank."""
    if right in NO_LINE_START or left in NO_LINE_END:
        return FORBIDDEN
    if left == NUMBER and right == HAN:
        return NUMBER_FROM_UNIT
    return FORBIDDEN if left in _WESTERN_KINDS and right in _WESTERN_KINDS else 0.0


_WESTERN_KINDS = (LATIN, NUMBER)
_COSTS = tuple(tuple(_break_cost(left, right) for right in range(KINDS)) for left in range(KINDS))
# A word cut for want of room parts only where nothing else does.
_CUT_COST = 500.0


class UnitsMaker:
    """Makes units of one chain of faces and one language; keeps every piece that it has set once."""

    __slots__ = ("_chain", "_language", "_pieces")

    def __init__(self, chain: Chain, language: str) -> None:
        self._chain = chain
        self._language = language
        self._pieces: dict[str, tuple[Piece, ...]] = {}

    def make(self, text: str, limit: float) -> Units:
        """Cut ``text`` into units; a Western word wider than ``limit`` em is cut into its characters."""
        self._set_han(text)
        pieces: list[Piece] = []
        blanks: list[int | None] = []
        missing: list[Missing] = []
        cuts: list[int] = []
        for token in _TOKEN.finditer(text):
            word = token.group()
            made = self._pieces.get(word)
            if made is None:
                if word[0] in _BLANKS:
                    if blanks:
                        blanks[-1] = self._blank(pieces[-1])
                    continue
                made = self._met(text, token.start(), word)
                if not made:
                    missing.extend(self._missing(word, token.start()))
                    continue
            for piece in made:
                if piece.body <= limit:
                    pieces.append(piece)
                    blanks.append(None)
                else:
                    parts = _cut(piece)
                    cuts.extend(range(len(pieces), len(pieces) + len(parts) - 1))
                    pieces.extend(parts)
                    blanks.extend([None] * len(parts))
        gaps, costs = _between(pieces, blanks)
        for index in cuts:
            costs[index] = _CUT_COST
        return Units(tuple(pieces), tuple(gaps), tuple(costs), tuple(blanks), tuple(missing))

    def _set_han(self, text: str) -> None:
        """Set all Han that are met for the first time at once: shaping a letter alone costs ten times as much.

        They are shaped for the language all the same, since it chooses their regional form (``locl``).
        """
        groups: dict[str, list[str]] = {}
        faces: dict[str, Face] = {}
        for character in dict.fromkeys(text):
            if "\u3400" <= character <= "\u9fff" and character not in self._pieces:
                face = self._chain.pick(character)
                if face is not None:
                    faces[face.key] = face
                    groups.setdefault(face.key, []).append(character)
        for key, characters in groups.items():
            shaped = faces[key].shape("".join(characters), self._language, ("-kern",))
            if len(shaped.glyphs) == len(characters):
                for character, glyph, advance in zip(characters, shaped.glyphs, shaped.advances, strict=True):
                    body, shift = _body(HAN, advance, 1)
                    self._pieces[character] = (Piece(HAN, HAN, body, key, (glyph,), (shift,), (character,)),)

    def _met(self, text: str, start: int, word: str) -> tuple[Piece, ...]:
        """Set a token; a quote is set anew each time, since its neighbours tell whether it is a Western one."""
        if word[0] in _QUOTES:
            return self._set(word, western=_among_latin(text, start, start + len(word)))
        made = self._set(word, western=False)
        if made:
            self._pieces[word] = made
        return made

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
        return () if any(0 in piece.glyphs for piece in made) else made

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
            left, right = _edges(text, kind)
            return Piece(left, right, at, face.key, shaped.glyphs, tuple(places), texts)
        body, shift = _body(kind, at, len(text))
        return Piece(kind, kind, body, face.key, shaped.glyphs, tuple(each + shift for each in places), texts)


def _edges(text: str, kind: int) -> tuple[int, int]:
    """The classes at both edges of a Western word; half-width marks cling as a connector and a solidus do."""
    clings = text[0] in _CLOSERS and not (text[0] in ".:" and text[1:2].isalnum())
    left = CONNECTOR if clings else kind
    if text[-1] in _OPENERS:
        return left, SOLIDUS
    return left, NUMBER if text[-1].isdigit() or text[-1] in "%‰％" else LATIN


def _body(kind: int, advance: float, characters: int) -> tuple[float, float]:
    """Body and shift of the glyphs in it, in em, whatever advance the font gives the mark."""
    if kind in HALF_BODY:
        if kind == DOT or advance < 0.75:
            return 0.5, (0.5 - advance) / 2
        return 0.5, -0.5 if kind == OPENING else 0.0
    body = max(float(characters) if kind == DASH else 1.0, advance)
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
    return len(kinds) == 2 and all(kind in western for kind in kinds)


def _cut(piece: Piece) -> tuple[Piece, ...]:
    """A word too long for any line, as single glyphs: the last resort where no hyphenation is to be had."""
    ends = (*piece.places[1:], piece.body)
    return tuple(
        Piece(piece.left, piece.right, end - place, piece.face, (glyph,), (0.0,), (text,))
        for glyph, place, end, text in zip(piece.glyphs, piece.places, ends, piece.texts, strict=True)
    )


def _between(pieces: list[Piece], blanks: list[int | None]) -> tuple[list[Gap], list[float]]:
    """The gaps between the pieces and what a break in each costs."""
    pairs = [(left.right, right.left) for left, right in pairwise(pieces)]
    gaps = [GAPS[left][right] for left, right in pairs]
    costs = [_COSTS[left][right] for left, right in pairs]
    for index, blank in enumerate(blanks[:-1]):
        if blank is not None:
            left, right = pairs[index]
            gaps[index] = gap_at_blank(left, right)
            costs[index] = FORBIDDEN if right in NO_LINE_START or left in NO_LINE_END else 0.0
    return gaps, costs
