"""What is marked up in a text: stretches in another look, and annotations that stand with the words.

Ruby stands above its base, in vertical lines at its right; bopomofo stand at the right of
each base, three tenths of its size (clreq 3.3.2, 3.3.3). Warichu 夹注 is two rows of half the size.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple, Protocol

from xihu_pdf.content import Mark
from xihu_pdf.typeset.classes import BANG, CLOSING, COLON, COMMA, STOP
from xihu_pdf.typeset.pairs import PROHIBITIONS
from xihu_pdf.typeset.pieces import CELL, PLAIN, Look, Piece, PieceMaker
from xihu_pdf.typeset.scripts import script_of
from xihu_pdf.typeset.superior import SHIFTED, shift_of
from xihu_pdf.typeset.western import Joint, goes_on, turns_over

__all__ = ["DRAWN", "HALF", "WARICHU", "Makers", "Stretch", "merge", "stretches", "unread", "upper_row"]

# Marks that are drawn, or laid over the words, when the line is set, and those that change the face.
DRAWN = frozenset({"dots", "name", "book", "link"})
_FAMILIES = frozenset({"kai", "hei"})
WARICHU = "warichu"
_MERGED = frozenset({"ruby", WARICHU})
_APART = frozenset({"note", WARICHU})
# Characters that make one mark when doubled.
_RUNS = frozenset("—…―─‥")
# The pitch of newspaper lines leaves three tenths of an em between them: ruby of half an em would not go in.
_RUBY_SCALE, _RUBY_RISE, _RUBY_BLANK = 0.42, 0.93, 0.12
# Readings of neighbours stand a quarter of their size apart (clreq 3.3.3), and a little for good measure.
_RUBY_APART = 0.14
_RUBY_ASIDE = 0.69
_BOPOMOFO = "[\u3105-\u312f\u31a0-\u31bf˙ˊˇˋ]+"
_BOPOMOFO_SCALE, _BOPOMOFO_WIDTH = 0.3, 0.5
_TONES = frozenset("˙ˊˇˋ")
# Half of a warichu's cell in em, and by what two figures may be wider.
HALF, _OVER = 0.5, 0.08
# What a mark at the end of a row leaves free of its half, as one at a line's end does.
_TRIMMED = 0.25
_TRIMS = frozenset({CLOSING, COMMA, COLON, STOP, BANG})
_SLACK = 1e-6


class Stretch(NamedTuple):
    """Characters ``start`` to ``end`` of a text in one look; ``ends`` are the annotations that end with it.

    ``goes_on`` tells whether its last word goes on behind it, ``turns`` whether in vertical lines a word that is turned
    goes over its beginning and its end.
    """

    start: int
    end: int
    role: str = ""
    look: Look = PLAIN
    is_shifted: bool = False
    is_western: bool = False
    ends: tuple[Mark, ...] = ()
    goes_on: bool = False
    turns: tuple[bool, bool] = (False, False)


class Makers(Protocol):
    """Who sets pieces in a role (empty for that of the style) and a look.

    ``plain`` tells that Han and Western letters of the style have one look and stand in horizontal lines.
    """

    plain: bool
    vertical: bool

    def of(self, role: str, look: Look) -> PieceMaker:
        """The maker of pieces for a role and a look."""


class Annotated(NamedTuple):
    """Pieces with their places in the text; between the first ``fixed`` ones and the next no line breaks or opens."""

    pieces: list[Piece]
    starts: list[int]
    fixed: set[int]


def stretches(text: str, marks: tuple[Mark, ...], *, vertical: bool = False) -> Iterator[Stretch]:
    """Cut a text where its look changes."""
    if not marks:
        yield Stretch(0, len(text))
        return
    ends = {0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)}
    edges = sorted({_whole(text, edge) for edge in ends})
    waiting, active = list(reversed(marks)), list[Mark]()
    for start, end in pairwise(edges):
        while waiting and waiting[-1].start <= start:
            active.append(waiting.pop())
        active = [mark for mark in active if mark.end > start]
        closed = tuple(mark for mark in active if mark.kind in _MERGED and mark.end <= end)
        made = _stretch((start, end), [mark.kind for mark in active], closed, vertical=vertical)
        over = [goes_on(text, edge) and not _is_apart(edge, marks) for edge in (start, end)]
        turns = [vertical and each and turns_over(text, edge) for each, edge in zip(over, (start, end), strict=True)]
        yield made._replace(goes_on=over[1], turns=(turns[0], turns[1]))


def _is_apart(edge: int, marks: tuple[Mark, ...]) -> bool:
    """Whether a note or a warichu begins or ends somewhere: they are no part of the word beside them."""
    return any(mark.kind in _APART and edge in (mark.start, mark.end) for mark in marks)


def _stretch(span: tuple[int, int], kinds: list[str], closed: tuple[Mark, ...], *, vertical: bool) -> Stretch:
    """A stretch in the look that its marks give it, the outer ones first."""
    family = next((kind for kind in reversed(kinds) if kind in _FAMILIES), "")
    role = "-".join(filter(None, (family, "bold" if "bold" in kinds else "")))
    scale, rise = 1.0, 0.0
    for kind in kinds:
        if kind in SHIFTED:
            share, more = shift_of(kind, vertical=vertical)
            rise += scale * more
            scale *= share
        elif kind == WARICHU:
            scale *= 0.5
    shifted, western = any(kind in SHIFTED for kind in kinds), "west" in kinds
    return Stretch(*span, role, Look(scale, rise, "accent" in kinds, western), shifted, western, closed)


def _whole(text: str, edge: int) -> int:
    """An edge that would tear a dash or an ellipsis, moved behind it (GB/T 15834-2011, 5.1.4 and 5.1.5)."""
    while 0 < edge < len(text) and text[edge - 1] == text[edge] and text[edge] in _RUNS:
        edge += 1
    return edge


def unread(mark: Mark, makers: Makers) -> Iterator[tuple[str, str]]:
    """The letters of a reading that cannot be set, each with its script where that is refused."""
    maker = makers.of("", PLAIN)
    for word in mark.note.split() if mark.kind == "ruby" else ():
        refused = [(letter, script) for letter in word if (script := script_of(letter))]
        lacking = maker.missing(word) or ([] if maker.set(word) else [0])
        yield from refused[:1] or [(word[at], "") for at in lacking]


def merge(mark: Mark, pieces: list[Piece], starts: list[int], makers: Makers) -> Annotated:
    """The pieces of an annotated stretch with their annotation."""
    if not pieces:
        return Annotated(pieces, starts, set())
    if mark.kind == WARICHU:
        return _warichu(pieces, starts)
    looks = {piece.look: piece.look._replace(ruby=mark.start + 1) for piece in pieces}
    pieces = [piece._replace(look=looks[piece.look]) for piece in pieces]
    syllables = mark.note.split()
    if len(syllables) == len(pieces) and len(pieces) > 1:
        made = [_ruby(each, 0.0, note, makers) for each, note in zip(pieces, syllables, strict=True)]
        return Annotated(made, starts, set())
    return _group(pieces, starts, " ".join(syllables), makers)


def _ruby(piece: Piece, more: float, note: str, makers: Makers) -> Piece:
    """A piece with its annotation centred over it and ``more`` em behind it; a wider annotation makes it wider."""
    if re.fullmatch(_BOPOMOFO, note) and not makers.vertical:
        return _bopomofo(piece, note, makers)
    maker = makers.of("", Look(_RUBY_SCALE * piece.look.scale, 0.0, piece.look.accent))
    words = [maker.set(word) for word in note.split(" ")]
    width = sum(each.body for word in words for each in word) + _RUBY_BLANK * (len(words) - 1)
    base = piece.body + more
    room = max(base, width + _RUBY_APART)
    at, aside = (base - width) / 2 + (room - base) / 2, _RUBY_ASIDE if makers.vertical else _RUBY_RISE
    extras = []
    for word in words:
        for each in word:
            extras.append((at, aside, each))
            at += each.body
        at += _RUBY_BLANK
    shift = (room - base) / 2
    places = tuple(place + shift for place in piece.places)
    return piece._replace(body=piece.body + room - base, places=places, extras=(*piece.extras, *extras))


def _bopomofo(piece: Piece, note: str, makers: Makers) -> Piece:
    """Symbols one under the other at the right of the base, the tone beside the last (a light tone on top)."""
    scale = _BOPOMOFO_SCALE * piece.look.scale
    maker = makers.of("", Look(scale, 0.0, piece.look.accent))
    symbols = [each for each in note if each not in _TONES]
    extras: list[tuple[float, float, Piece]] = []
    up = 0.38 + scale * (len(symbols) / 2 - 0.88)
    for symbol in symbols:
        extras.extend((piece.body + 0.04, up, made) for made in maker.set(symbol)[:1])
        up -= scale
    for tone in note:
        if tone in _TONES:
            above, beside = (0.04, up + scale * (len(symbols) + 1)), (0.3, up + scale * 1.3)
            along, rise = above if tone == "˙" else beside
            place = piece.body + along, rise
            extras.extend((*place, made) for made in maker.set(tone)[:1])
    return piece._replace(body=piece.body + _BOPOMOFO_WIDTH, extras=(*piece.extras, *extras))


def _group(pieces: list[Piece], starts: list[int], note: str, makers: Makers) -> Annotated:
    """One annotation over several pieces, which then stay together."""
    others = sum(piece.body for piece in pieces[1:])
    first = _ruby(pieces[0], others, note, makers)
    # What the annotation is wider by stands half before the first piece and half behind the last.
    half = (first.body - pieces[0].body) / 2 if len(pieces) > 1 else 0.0
    made = [first._replace(body=first.body - half), *pieces[1:]]
    made[-1] = made[-1]._replace(body=made[-1].body + half)
    if len(made) > 1:
        # The reading is read behind the whole of its base.
        back = sum(piece.body for piece in made[:-1])
        extras = tuple((at - back, up, each) for at, up, each in first.extras)
        made[0], made[-1] = made[0]._replace(extras=()), made[-1]._replace(extras=(*made[-1].extras, *extras))
    return Annotated(made, starts, set(range(len(pieces) - 1)))


def _warichu(pieces: list[Piece], starts: list[int]) -> Annotated:
    """Cells of two characters; which of them stand in the upper row is known only when the line is.

    Where a mark would begin the lower row if all stand in one line, the last cell is wide enough for it to end the
    upper one; where it would if they are parted behind a cell, no line breaks there.
    """
    halves = list(_halves(pieces))
    cells, places = [], []
    at = starts[0]
    for index in range(0, len(halves), 2):
        both = halves[index : index + 2]
        texts = tuple(text for half in both for text in half.texts)
        extras = tuple((0.0, 0.0, half) for half in both)
        left, right = both[0].left, both[-1].right
        cells.append(Piece(left, right, HALF, "", (), (), texts, writing=WARICHU, extras=extras))
        places.append(at)
        at += sum(map(len, texts))
    many = len(cells)
    room = max(HALF * many, min([width for _, width in _ways(halves)], default=0.0))
    cells[-1] = cells[-1]._replace(body=room - HALF * (many - 1))
    # Of the cells behind a break the lower row begins after half of what they hold.
    back = (len(halves) + 1) // 2
    ways = {at for at, _ in _ways(halves)}
    fixed = {at - 1 for at in range(1, many) if not {at, min(at + back, len(halves) - 1)} <= ways}
    return Annotated(cells, places, fixed if len(fixed) < many - 1 else set())


def _ways(halves: list[Piece]) -> Iterator[tuple[int, float]]:
    """How many halves may stand above so that both rows begin and end as lines may, and how wide that is in em."""
    starts, ends = PROHIBITIONS["gb"]
    for at in range(1, len(halves)):
        if halves[at].left not in starts and halves[at - 1].right not in ends:
            rows = (at, halves[at - 1]), (len(halves) - at, halves[-1])
            yield at, max(HALF * count - _TRIMMED * (last.right in _TRIMS) for count, last in rows)


def upper_row(halves: list[Piece], room: float) -> int:
    """How many of the halves of cells that take ``room`` em stand above: half of them if the rows part well there."""
    even = (len(halves) + 1) // 2
    fits = [at for at, width in _ways(halves) if width <= room + _SLACK]
    return min(fits, key=lambda at: (abs(at - even), -at), default=even)


def _halves(pieces: list[Piece]) -> Iterator[Piece]:
    """What stands in one half of a cell: a character of half the size, or as many Western letters as go in."""
    for piece in pieces:
        begin = 0
        if piece.writing == CELL:
            yield piece._replace(body=HALF)
            continue
        for end in range(1, len(piece.glyphs) + 1):
            edge = piece.places[end + 1] if end + 1 < len(piece.places) else piece.body
            if end == len(piece.glyphs) or edge - piece.places[begin] > HALF + _OVER:
                start = piece.places[begin]
                # A mark stands in the whole of its em here, and is drawn from its beginning.
                places = tuple(max(0.0, each - start) for each in piece.places[begin:end])
                yield piece._replace(
                    body=HALF,
                    glyphs=piece.glyphs[begin:end],
                    texts=piece.texts[begin:end],
                    places=places,
                    rises=(),
                    joint=Joint.NONE,
                    extras=(),
                )
                begin = end
