"""Text as units: what a line is made of, each unbreakable, with the gap and the break after it.

Han and marks are one unit each; a dash or ellipsis of two characters, and a Western word or number with its signs,
are one unit whole or parted only where they may be (GB/T 15834-2011, 5.1.4 and 5.1.5; clreq 3.1.5).
"""

from bisect import bisect_left
from operator import itemgetter
from typing import NamedTuple

from xihu_pdf.content import Mark
from xihu_pdf.typeset.annotations import DRAWN, WARICHU, Makers, Stretch, merge, stretches, unread
from xihu_pdf.typeset.classes import (
    CONNECTOR,
    LATIN,
    MAINLAND,
    MARK_KINDS,
    NOTE,
    OPENING,
    PREFIX,
    TAIWAN,
)
from xihu_pdf.typeset.neighbours import close_warichu, hold_dates, part_chains, part_warichu, right_edges, scale_gaps
from xihu_pdf.typeset.pairs import CLOSED, FORBIDDEN, PROHIBITIONS, Gap, Rules, pairs_of_rules
from xihu_pdf.typeset.pieces import CELL, EM, Piece, PieceMaker
from xihu_pdf.typeset.scripts import script_of
from xihu_pdf.typeset.sums import Sums, sums_of
from xihu_pdf.typeset.western import (
    AMBIGUOUS,
    TOKEN,
    Joint,
    begins_word,
    is_connected,
    is_joiner,
    keeps_unit,
    western_marks,
)

__all__ = ["Missing", "Tail", "Units", "UnitsMaker"]

# What begins a token that its neighbours tell more of.
_TOLD_BY_NEIGHBOURS = AMBIGUOUS | {"-"}
_BLANKS = frozenset(" \u00a0\u3000\t\n\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a")
_NO_BREAK = "\u00a0"
# A hyphen in Chinese copy is seen; an address or a compound parted at its joint hardly.
_HYPHEN_COST, _JOINT_COST, _SYLLABLE_COST, _LETTER_COST = 60.0, 10.0, 60.0, 150.0
_OPEN_COSTS = {Joint.OPEN: _JOINT_COST, Joint.SYLLABLE: _SYLLABLE_COST, Joint.LETTER: _LETTER_COST}
# A word cut for want of room parts only where nothing else does.
_CUT_COST = 500.0
_HANG_COST = 4.0
# A typed blank inside a warichu in em of its size.
_BLANK_WIDTH = 0.28
_HANGING = frozenset({("、",), ("，",), ("。",)})
_WORDS = frozenset({LATIN, CONNECTOR})
_RISES = itemgetter(Piece._fields.index("rises"))


class Missing(NamedTuple):
    """A character that cannot be set and where in the text it stands; ``script`` names one that is refused."""

    place: int
    character: str
    script: str = ""


class Tail(NamedTuple):
    """How a line may end behind a unit: width added in em, what it costs, and whether a hyphen is drawn."""

    width: float
    cost: float = 0.0
    hyphen: Piece | None = None


class Units(NamedTuple):
    """A paragraph as parallel tuples; ``gaps`` and ``costs`` stand between a unit and the next.

    ``costs`` are penalties of a break there (``FORBIDDEN`` where none may be). ``starts`` are the places of the units
    in the text, ``sums`` those of their widths. By unit: ``blanks`` has the glyph of the blank that the copy has after
    it, 0 where its face has none; ``tails`` the ways in which a line may end there, if not just so; ``heads`` the blank
    that it keeps at a line's start. ``marks`` are the stretches that are drawn on when lines are set; ``plain`` tells
    that the pieces differ in nothing but their faces.
    """

    pieces: tuple[Piece, ...]
    gaps: tuple[Gap, ...]
    costs: tuple[float, ...]
    starts: tuple[int, ...]
    sums: Sums
    blanks: dict[int, int]
    tails: dict[int, tuple[Tail, ...]]
    heads: dict[int, float]
    missing: tuple[Missing, ...]
    marks: tuple[Mark, ...] = ()
    plain: bool = True


class _Draft:
    """Units in the making; by unit: ``costs`` of breaks that are not those of the classes, units that are ``fixed``."""

    __slots__ = ("blanks", "costs", "fixed", "hyphenate", "limit", "missing", "pieces", "starts", "tails", "western")

    def __init__(self, western: frozenset[int], limit: float, hyphenate: bool) -> None:  # noqa: FBT001 - a field of a record
        self.western = western
        self.limit = limit
        self.hyphenate = hyphenate
        self.pieces: list[Piece] = []
        self.starts: list[int] = []
        self.blanks: dict[int, int] = {}
        self.costs: dict[int, float] = {}
        self.tails: dict[int, tuple[Tail, ...]] = {}
        self.fixed: set[int] = set()
        self.missing: list[Missing] = []


class UnitsMaker:
    """Makes units of one style; ``makers`` sets the pieces of a stretch of the text."""

    __slots__ = ("_makers", "_pairs", "_rules")

    def __init__(self, rules: Rules, makers: Makers) -> None:
        self._rules = rules
        self._pairs = pairs_of_rules(rules)
        self._makers = makers

    def make(self, text: str, marks: tuple[Mark, ...] = (), limit: float = 1000.0, *, hyphenate: bool = False) -> Units:
        """Cut a text into units; a Western word wider than ``limit`` em is parted, at the worst into its glyphs."""
        western = western_marks(text, vertical=self._rules.vertical)
        draft = _Draft(western, limit, hyphenate and self._rules.hyphenation)
        for stretch in stretches(text, marks, vertical=self._rules.vertical):
            maker = self._makers.of(stretch.role, stretch.look)
            first = len(draft.pieces)
            self._take(text, stretch, maker, draft)
            if stretch.goes_on and draft.pieces:
                draft.fixed.add(len(draft.pieces) - 1)
            if stretch.is_shifted:
                draft.pieces[first:] = [each._replace(left=NOTE, right=NOTE) for each in draft.pieces[first:]]
            for mark in stretch.ends:
                self._annotate(mark, draft)
        return self._finished(draft, marks)

    def _take(self, text: str, stretch: Stretch, maker: PieceMaker, draft: _Draft) -> None:
        """Set the tokens of a stretch."""
        known, pieces, starts, hyphenate = maker.pieces, draft.pieces, draft.starts, draft.hyphenate
        at, found, turns = stretch.start, self._alone(text, stretch, maker, draft), any(stretch.turns)
        for place in [place for place, piece in enumerate(found, at) if piece is None]:
            if place < at:
                continue
            begin = place - (place > at and is_joiner(text[place]))
            pieces.extend(found[at - stretch.start : begin - stretch.start])  # type: ignore[arg-type]
            starts.extend(range(at, begin))
            word = TOKEN.match(text, begin, stretch.end)[0]  # type: ignore[index]
            made = known.get(word)
            if made is None or word[0] in _TOLD_BY_NEIGHBOURS:
                made = self._meet(text, begin, word, (stretch, maker, draft))
            if turns and made:
                made = _joined(made, (begin, begin + len(word)), stretch, maker)
            if len(made) == 1 and made[0].body <= draft.limit and not (hyphenate and made[0].left in _WORDS):
                pieces.append(made[0])
                starts.append(begin)
            elif made:
                self._take_word(made, (word, begin), maker, draft)
            at = begin + len(word)
        pieces.extend(found[at - stretch.start :])  # type: ignore[arg-type]
        starts.extend(range(at, stretch.end))

    def _alone(self, text: str, stretch: Stretch, maker: PieceMaker, draft: _Draft) -> list[Piece | None]:
        """The pieces of the characters of a stretch, none for what is not a token by itself here."""
        found = maker.alone_in(text[stretch.start : stretch.end])
        if draft.limit < EM or stretch.is_western:
            return [None] * len(found)
        for place in draft.western:
            if stretch.start <= place < stretch.end:
                found[place - stretch.start] = None
        return found

    def _meet(self, text: str, at: int, word: str, ways: tuple[Stretch, PieceMaker, _Draft]) -> tuple[Piece, ...]:
        """Set a token for the first time, or one whose neighbours tell whether it is Western; note blanks and gaps."""
        stretch, maker, draft = ways
        if word[0] in _BLANKS:
            self._blank(text, at, word, ways)
            return ()
        if word[0] in AMBIGUOUS and (stretch.is_western or at in draft.western):
            western = maker.set(word, western=True)
            # An apostrophe before a year begins a word and stays with its figures, also where they stand in a cell.
            begins = word == "’" and text[at + 1 : at + 2].isdigit()
            return tuple(piece._replace(left=LATIN, right=PREFIX) for piece in western) if begins else western
        made = maker.pieces.get(word)
        script = "" if made else script_of(word)
        if script:
            draft.missing.extend(Missing(at + index, letter, script) for index, letter in enumerate(word))
            return ()
        made = made or maker.set(word)
        if word[0] == "-" and made and is_connected(text[max(0, at - 4) : at], word):
            return (made[0]._replace(left=CONNECTOR), *made[1:])
        if not made:
            wanting = maker.missing(word) or range(len(word))
            draft.missing.extend(Missing(at + index, word[index]) for index in wanting)
            # What is left of a word is set all the same.
            rest = "".join(each for index, each in enumerate(word) if index not in wanting)
            made = maker.set(rest) if rest and rest != word else ()
        return made

    def _blank(self, text: str, at: int, word: str, ways: tuple[Stretch, PieceMaker, _Draft]) -> None:
        _, maker, draft = ways
        if not draft.pieces:
            return
        index = len(draft.pieces) - 1
        draft.blanks[index] = maker.blank(draft.pieces[-1].face)
        if _NO_BREAK in word or keeps_unit("".join(draft.pieces[-1].texts), text[at + len(word) : at + len(word) + 12]):
            draft.costs[index] = FORBIDDEN

    def _take_word(self, made: tuple[Piece, ...], token: tuple[str, int], maker: PieceMaker, draft: _Draft) -> None:
        """Take a token, given with its place, that is a word or is wider than any line."""
        word, at = token
        wide = sum([piece.body for piece in made]) > draft.limit
        # A Western mark, or what is left of a word without its missing letters, is not kept under its token.
        is_word = made[0].left in _WORDS and made is maker.pieces.get(word)
        if is_word and (draft.hyphenate or (wide and self._rules.hyphenation)):
            made = maker.hyphenated(word)
        for piece in made:
            parts = (piece,) if piece.body <= draft.limit else _cut(piece)
            for part in parts:
                draft.pieces.append(part)
                draft.starts.append(at)
                at += sum(map(len, part.texts))
            last = len(draft.pieces) - 1
            for index in range(last - len(parts) + 1, last):
                draft.costs[index] = _CUT_COST
                draft.tails[index] = (Tail(maker.cut_short(draft.pieces[index])),)
            if piece.joint in _OPEN_COSTS:
                draft.costs[last] = _OPEN_COSTS[piece.joint]
                draft.tails[last] = (Tail(maker.cut_short(piece)),)
            elif piece.joint == Joint.HYPHEN:
                hyphen = maker.hyphen(piece)
                if hyphen is not None:
                    draft.costs[last] = _HYPHEN_COST
                    draft.tails[last] = (Tail(maker.cut_short(piece) + hyphen.body, 0.0, hyphen),)
            elif wide and piece is not made[-1]:
                draft.costs[last] = _CUT_COST

    def _annotate(self, mark: Mark, draft: _Draft) -> None:
        draft.missing.extend(Missing(mark.start, *each) for each in unread(mark, self._makers))
        first = bisect_left(draft.starts, mark.start)
        for index in [each for each in draft.blanks if each >= first and mark.kind == WARICHU]:
            draft.pieces[index] = _with_blank(draft.pieces[index], draft.blanks[index])
        if mark.kind == WARICHU:
            draft.fixed = {each for each in draft.fixed if each < first}
        merged = merge(mark, draft.pieces[first:], draft.starts[first:], self._makers)
        draft.pieces[first:], draft.starts[first:] = merged.pieces, merged.starts
        draft.fixed.update(first + each for each in merged.fixed)
        for inner in (draft.blanks, draft.costs, draft.tails):
            for index in [each for each in inner if each >= first]:
                del inner[index]

    def _finished(self, draft: _Draft, marks: tuple[Mark, ...]) -> Units:
        """Put the gaps between the pieces and say what a break in each costs."""
        pieces, table = draft.pieces, self._pairs
        lefts = [piece[0] for piece in pieces[1:]]
        pairs = self._rules.region == MAINLAND and self._rules.marks != "plain"
        rights = right_edges(pieces, pairs=pairs)
        cells = list(map(table.cells.__getitem__, zip(rights, lefts, strict=False)))
        gaps, costs = [gap for gap, _ in cells], [cost for _, cost in cells]
        for index in draft.blanks:
            if index < len(gaps):
                left, right = rights[index], lefts[index]
                is_cell = CELL in (pieces[index].writing, pieces[index + 1].writing)
                gaps[index] = (table.gaps if is_cell else table.typed)[left][right]
                starts, ends = PROHIBITIONS[self._rules.prohibition]
                barred = left in ends or (right in starts and not begins_word("".join(pieces[index + 1].texts)))
                costs[index] = FORBIDDEN if barred else 0.0
        for index, cost in draft.costs.items():
            if index < len(costs):
                costs[index] = cost
        for index in draft.fixed:
            gaps[index], costs[index] = CLOSED, FORBIDDEN
        if marks:
            close_warichu(pieces, rights, gaps, table)
            part_warichu(draft.starts, [mark.start for mark in marks if mark.kind == WARICHU], pieces, gaps)
        part_chains(rights, lefts, costs)
        hold_dates(pieces, rights, gaps, costs)
        plain = not marks and self._makers.plain and not any(map(_RISES, pieces))
        if not plain:
            scale_gaps(pieces, gaps)
        tails, heads = self._edges(draft, rights)
        missing = tuple(sorted(draft.missing))
        return Units(
            tuple(pieces),
            tuple(gaps),
            tuple(costs),
            tuple(draft.starts),
            sums_of(pieces, gaps),
            draft.blanks,
            tails,
            heads,
            missing,
            tuple(mark for mark in marks if mark.kind in DRAWN),
            plain,
        )

    def _edges(self, draft: _Draft, rights: bytearray) -> tuple[dict[int, tuple[Tail, ...]], dict[int, float]]:
        """How lines may end and begin at each unit, where it is not just so."""
        table, rules = self._pairs, self._rules
        tails, heads = draft.tails, dict[int, float]()
        if any(table.tail):
            for index, kind in enumerate(rights):
                if table.tail[kind]:
                    kept = Tail(table.tail[kind] * draft.pieces[index].look.scale)
                    tails[index] = (kept,) if table.rigid else (Tail(0.0), kept)
        if table.head:
            heads = {index: table.head for index, piece in enumerate(draft.pieces) if piece.left == OPENING}
        if rules.hanging and (rules.region != TAIWAN or rules.vertical):
            for index, piece in enumerate(draft.pieces):
                alone = index and rights[index - 1] not in MARK_KINDS and not _is_mark(draft.pieces, index + 1)
                if alone and piece.texts in _HANGING:
                    tails[index] = (Tail(-piece.body, _HANG_COST), *tails.get(index, (Tail(0.0),)))
        return tails, heads


def _joined(made: tuple[Piece, ...], span: tuple[int, int], stretch: Stretch, maker: PieceMaker) -> tuple[Piece, ...]:
    """The pieces of a token that may be part of a word which goes over the edges of its stretch."""
    at_start, at_end = stretch.turns
    if at_start and span[0] == stretch.start:
        made = (maker.turned(made[0]), *made[1:])
    return (*made[:-1], maker.turned(made[-1])) if at_end and span[1] == stretch.end else made


def _with_blank(piece: Piece, blank: int) -> Piece:
    """A piece with the typed blank after it as one of its glyphs."""
    return piece._replace(
        body=piece.body + _BLANK_WIDTH * piece.look.scale,
        glyphs=(*piece.glyphs, blank),
        places=(*piece.places, piece.body),
        texts=(*piece.texts, " "),
    )


def _is_mark(pieces: list[Piece], index: int) -> bool:
    return index < len(pieces) and pieces[index].left in MARK_KINDS


def _cut(piece: Piece) -> tuple[Piece, ...]:
    """A word too long for any line, as single glyphs: the last resort where it cannot be parted otherwise."""
    ends = (*piece.places[1:], piece.body)
    return tuple(
        piece._replace(body=end - place, glyphs=(glyph,), places=(0.0,), texts=(text,), rises=())
        for glyph, place, end, text in zip(piece.glyphs, piece.places, ends, piece.texts, strict=True)
    )
