"""One unit of a line as set: a Han, a mark, a dash of two em, a word or a part of one, with its glyphs inside its body.

Shaping is done by stretches of one face, with the language told, because it chooses regional forms (``locl``).
"""

import re
from itertools import compress
from operator import not_
from typing import NamedTuple

from xihu_pdf.fonts import Chain, Face, Shaped
from xihu_pdf.frame import HORIZONTAL, TURNED, VERTICAL
from xihu_pdf.typeset.classes import (
    CLOSING,
    CONNECTOR,
    DASH,
    DOT,
    HALF_BODY,
    HAN,
    LATIN,
    NONSTARTER,
    NUMBER,
    OPENING,
    PREFIX,
    SOLIDUS,
    WESTERN,
    character_class,
)
from xihu_pdf.typeset.edges import edges_of
from xihu_pdf.typeset.pairs import Rules
from xihu_pdf.typeset.superior import is_superior, levels, plain_of, shift_of
from xihu_pdf.typeset.western import (
    LEAST_PARTED,
    UPRIGHT,
    Joint,
    is_alone,
    is_joiner,
    is_prefixed,
    joints_of,
    proportional,
)

__all__ = ["CELL", "EM", "PLAIN", "Look", "Piece", "PieceMaker"]

# How a piece stands in its line besides the three ways of a glyph run: a few figures or one letter upright in one cell
# of a vertical line 纵中横.
CELL = "cell"
_CELL = "[0-9０-９]{1,3}|[A-Za-zＡ-Ｚａ-ｚ]"
_UPRIGHT = frozenset({CELL, VERTICAL})
# Classes of tokens that words are made of, or that stand double.
_IN_WORDS = WESTERN | {CONNECTOR, DASH}
# The widest body of a piece that goes into any line without a look.
EM = 1.0
_FULL_WIDTH_SIGNS = dict.fromkeys("￥＄￡↑↓", (HAN, PREFIX)) | dict.fromkeys("％", (NONSTARTER, HAN))
# A dash of one em is a connector (GB/T 15834-2011, 5.1.6); the shortest takes half an em whatever the font says.
_SHORT_CONNECTORS = frozenset({"—", "–"})
_HALF_CONNECTOR = "–"
# What lies along a vertical line although faces have no form for it: the shortest connector, signs of comparison and
# arrows that lead from word to word (UTR 50). Those up and down tell what rises and falls and stand as they are.
_ALONG = frozenset("–＜＝＞←→↔⇐⇒⇔⟵⟶⟷➔➜➡")
# A mark whose ink lies so far from both edges of its em, and beyond its first half, stands in the middle.
_CENTRED_FROM = 0.2
# How wide the figures of a cell may be: they stand out of its em a little, where the pitch of the lines leaves room.
_CELL_WIDTH = 1.2


class Look(NamedTuple):
    """How a stretch differs: scale of its size, rise above the baseline in em, in the accent, marked as Western text.

    ``ruby`` is the number of its reading, from 1.
    """

    scale: float = 1.0
    rise: float = 0.0
    accent: bool = False
    is_western: bool = False
    ruby: int = 0


PLAIN = Look()


class Piece(NamedTuple):
    """A unit as set, in em of the style's size.

    ``left`` and ``right`` are the classes of its edges, ``body`` its width, ``places`` where its glyphs stand in that;
    ``rises`` are shifts of the glyphs across the line (upward), or empty. ``writing`` is that of a glyph run or
    ``CELL``. ``joint`` tells how it may be parted from the next piece of its word. ``extras`` are pieces that stand
    with it (ruby), each with its place along the line and above its baseline.
    """

    left: int
    right: int
    body: float
    face: str
    glyphs: tuple[int, ...]
    places: tuple[float, ...]
    texts: tuple[str, ...]
    look: Look = PLAIN
    writing: str = HORIZONTAL
    rises: tuple[float, ...] = ()
    joint: int = Joint.NONE
    extras: "tuple[tuple[float, float, Piece], ...]" = ()


class PieceMaker:
    """Sets tokens in one chain of faces, one language and one look; keeps every piece that it has set once.

    ``alone`` has by character those that are a token whatever stands beside them, in a body of one em at the most.
    """

    __slots__ = ("_chain", "_hyphenated", "_language", "_latin", "_look", "_met", "_rules", "alone", "pieces")

    def __init__(self, chain: Chain, language: str, rules: Rules, looks: tuple[Look, Look] = (PLAIN, PLAIN)) -> None:
        """``looks`` are those of Han and of Western."""
        self._chain = chain
        self._language = language
        self._rules = rules
        self._look, self._latin = looks
        self.pieces: dict[str, tuple[Piece, ...]] = {}
        self.alone: dict[str, Piece] = {}
        self._met: set[str] = set()
        self._hyphenated: dict[str, tuple[Piece, ...]] = {}

    def set(self, word: str, *, western: bool = False) -> tuple[Piece, ...]:
        """Set a token; empty where a character has no glyph. ``western`` marks are set as those of Western text."""
        made = self._made(word, western=western)
        if made and not western:
            self._keep(word, made)
        return made

    def hyphenated(self, word: str) -> tuple[Piece, ...]:
        """A Western word that was set, parted at the hyphenation points of its language too."""
        if len(word) < LEAST_PARTED:
            return self.pieces[word]
        if word not in self._hyphenated:
            self._hyphenated[word] = self._western(word, self.pieces[word][0].left, self._language)
        return self._hyphenated[word]

    def turned(self, piece: Piece) -> Piece:
        """What stands upright in a cell as the part of a longer word, which is turned; any other piece as it is."""
        if piece.writing != CELL:
            return piece
        text = "".join(piece.texts)
        left, right = edges_of(text, LATIN if text.isalpha() else NUMBER)
        return self._level(text, left)[0]._replace(left=left, right=right, writing=TURNED)

    def alone_in(self, text: str) -> list[Piece | None]:
        """By character the piece of each that is a token by itself, or none."""
        found = list(map(self.alone.get, text))
        new = set(compress(text, map(not_, found))) - self._met
        if not new:
            return found
        self._learn(sorted(new))
        return list(map(self.alone.get, text))

    def _learn(self, characters: list[str]) -> None:
        """Set all that are tokens by themselves; Han at once, since each alone would cost ten times as much."""
        self._met.update(characters)
        han: dict[Face, list[str]] = {}
        for character in filter(is_alone, characters):
            if not "\u3400" <= character <= "\u9fff":
                self.set(character)
            elif face := self._chain.pick(character):
                han.setdefault(face, []).append(character)
        for face, members in han.items():
            self._set_han(face, members)

    def _set_han(self, face: Face, characters: list[str]) -> None:
        """Set Han of one face."""
        vertical = self._rules.vertical
        shaped = face.shape("".join(characters), self._language, ("-kern",), vertical=vertical)
        if len(shaped.glyphs) != len(characters):
            return
        scale, writing = self._look.scale, VERTICAL if vertical else HORIZONTAL
        for character, glyph, advance in zip(characters, shaped.glyphs, shaped.advances, strict=True):
            body = max(1.0, advance) * scale
            shift = (body - advance * scale) / 2
            piece = Piece(HAN, HAN, body, face.key, (glyph,), (shift,), (character,), self._look, writing)
            self._keep(character, (piece,))

    def _keep(self, word: str, made: tuple[Piece, ...]) -> None:
        self.pieces[word] = made
        piece = made[0]
        if len(made) == 1 and piece.left == piece.right not in _IN_WORDS and piece.body <= EM and is_alone(word):
            self.alone[word] = piece

    def blank(self, face: str) -> int:
        """The glyph of the blank, 0 where it would come from another face than ``face``."""
        found = self._chain.pick(" ")
        return found.glyph(" ") if found and found.key == face else 0

    def hyphen(self, piece: Piece) -> Piece | None:
        """The hyphen that ends a line behind a part of a word; it reads as a soft hyphen (ISO 32000-1, 14.8.2.2.3)."""
        face = self._chain.pick_western("-")
        if face is None:
            return None
        glyph, scale = face.glyph("-"), piece.look.scale
        width = face.advance(glyph) * scale
        return piece._replace(body=width, face=face.key, glyphs=(glyph,), places=(0.0,), texts=("\xad",), extras=())

    def cut_short(self, piece: Piece) -> float:
        """What the last glyph of a part of a word is wider, or narrower, than its kerned place, in em."""
        face = self._chain.pick_western(piece.texts[-1][-1:] or "-")
        if face is None or face.key != piece.face:
            return 0.0
        return face.advance(piece.glyphs[-1]) * piece.look.scale - (piece.body - piece.places[-1])

    def missing(self, word: str) -> list[int]:
        """Where in a token stand the characters that no face holds."""
        return [at for at, each in enumerate(word) if self._chain.pick(plain_of(each)) is None]

    def _made(self, word: str, *, western: bool) -> tuple[Piece, ...]:
        kind = LATIN if western else character_class(word[0], self._rules.region, vertical=self._rules.vertical)
        if word in _SHORT_CONNECTORS:
            kind = CONNECTOR
        if kind in WESTERN or is_prefixed(word):
            return self._western(word, kind if kind in WESTERN else NUMBER, "")
        parts = self._parts(word, self._chain.pick)
        made = tuple(self._mark(face, part, kind, western=western) for face, part in parts)
        if any(0 in piece.glyphs for piece in made):
            return ()
        left, right = _FULL_WIDTH_SIGNS.get(word, (kind, kind))
        return tuple(piece._replace(left=left, right=right) for piece in made) if left != right else made

    def _parts(self, word: str, pick: object) -> list[tuple[Face, str]]:
        """A token in stretches of one face each; empty where a character has none."""
        parts: list[tuple[Face, str]] = []
        for character in word:
            joins = parts and is_joiner(character)
            face = parts[-1][0] if joins and parts[-1][0].glyph(character) else pick(character)  # type: ignore[operator]
            if face is None and not joins:
                return []
            if parts and (face is None or parts[-1][0] is face):
                parts[-1] = (parts[-1][0], parts[-1][1] + character)
            else:
                parts.append((face, character))
        return parts

    def _mark(self, face: Face, text: str, kind: int, *, western: bool) -> Piece:
        """A Han or a mark: in vertical lines upright, with the form that the face has for them."""
        vertical = self._rules.vertical and text not in _ALONG
        language = "en" if western else self._language
        # A full-width solidus whose ink fills its em has no room in half of it: the narrow one stands for it.
        narrow = kind == SOLIDUS and not vertical and face.glyph("/")
        shaped = face.shape("/" if narrow else text, language, vertical=vertical)
        scale = self._look.scale
        advance = sum(shaped.advances)
        body, shift = advance, 0.0
        if text == _HALF_CONNECTOR:
            body, shift = 0.5, (0.5 - advance) / 2
        elif not western:
            body, shift = self._body(face, kind, shaped.glyphs, (advance, float(len(text))))
        places, at = [], shift
        for each in shaped.advances:
            places.append(at * scale)
            at += each
        writing = VERTICAL if vertical else (TURNED if self._rules.vertical else HORIZONTAL)
        texts = _cluster_texts(text, shaped.clusters)
        return Piece(kind, kind, body * scale, face.key, shaped.glyphs, tuple(places), texts, self._look, writing)

    def _body(self, face: Face, kind: int, glyphs: tuple[int, ...], size: tuple[float, float]) -> tuple[float, float]:
        """Body and shift of the glyphs in it, in em, whatever advance the font gives the mark.

        The half that a mark keeps is the one that holds its ink, so that a face drawn for another region loses no ink.
        """
        advance, characters = size
        upright = kind == SOLIDUS and self._rules.vertical
        if upright or kind not in HALF_BODY or len(glyphs) > 1:
            body = max(characters if kind == DASH else 1.0, advance)
            return body, (body - advance) / 2
        if advance < 0.75:
            return 0.5, (0.5 - advance) / 2
        if kind in (OPENING, CLOSING):
            return 0.5, -0.5 if kind == OPENING else 0.0
        begin, end = self._ink(face, glyphs[0])
        if kind in (DOT, SOLIDUS):
            return 0.5, -0.25
        is_centred = begin > _CENTRED_FROM and end < 1.0 - _CENTRED_FROM and end > 0.5
        return 0.5, -0.25 if is_centred else 0.0

    def _ink(self, face: Face, glyph: int) -> tuple[float, float]:
        """Where along the line the ink of a glyph begins and ends in its em."""
        left, bottom, right, top = face.extents(glyph) or (0.0, 0.0, 1.0, 1.0)
        return (0.88 - top, 0.88 - bottom) if self._rules.vertical else (left, right)

    def _western(self, word: str, kind: int, language: str) -> tuple[Piece, ...]:
        """A word or number, cut where it may be parted; in vertical lines turned, but for what stands upright."""
        made: list[Piece] = []
        for run in filter(None, re.split(UPRIGHT, word)) if self._rules.vertical else (word,):
            pieces = self._stood(run, kind) if self._rules.vertical else self._level(run, kind)
            if not pieces:
                return ()
            made.extend(pieces)
        joints = joints_of(word, language)
        cut = _cut(made, joints) if joints else made
        left, right = edges_of(word, kind)
        # What stands upright in a vertical line stands beside others like Han.
        cut[0] = cut[0]._replace(left=HAN if cut[0].writing in _UPRIGHT and left in WESTERN else left)
        cut[-1] = cut[-1]._replace(right=HAN if cut[-1].writing in _UPRIGHT and right in WESTERN else right)
        return tuple(cut)

    def _stood(self, run: str, kind: int) -> list[Piece]:
        """A part of a word in a vertical line: a sign as it stands upright, figures in one cell, or letters turned."""
        if re.fullmatch(UPRIGHT, run):
            return [self._mark(face, part, kind, western=False) for face, part in self._parts(run, self._chain.pick)]
        level = self._level(run, kind)
        if len(level) == 1 and re.fullmatch(_CELL, run) and not self._look.rise:
            return [_upright(level[0])]
        return [each._replace(writing=TURNED) for each in level]

    def _level(self, run: str, kind: int) -> list[Piece]:
        """A part of a word as it stands in a horizontal line; empty where a character has no glyph."""
        made: list[Piece] = []
        for text, level in self._levels(run):
            plain = plain_of(text) if level else proportional(text)
            start = 0
            for face, part in self._parts(plain, self._chain.pick_western):
                shaped = face.shape(part, "en")
                if 0 in shaped.glyphs:
                    return []
                texts = _cluster_texts(text[start : start + len(part)], shaped.clusters)
                made.append(self._shaped(shaped, (face.key, texts), kind, level))
                start += len(part)
        return made

    def _levels(self, run: str) -> list[tuple[str, str]]:
        """A part of a word, parted where it is above or below the line if its face has no such letters of its own."""
        for each in filter(is_superior, run):
            face = self._chain.pick_western(plain_of(each))
            if face and not face.glyph(each):
                return levels(run)
        return [(run, "")]

    def _shaped(self, shaped: Shaped, what: tuple[str, tuple[str, ...]], kind: int, level: str) -> Piece:
        """Western letters as shaped; ``what`` has the key of their face and the text of each glyph."""
        share, rise = shift_of(level, vertical=self._rules.vertical)
        scale, rise = self._latin.scale * share, self._latin.scale * rise
        places, at = [], 0.0
        for advance, x in zip(shaped.advances, shaped.xs or shaped.advances, strict=True):
            places.append((at + (x if shaped.xs else 0.0)) * scale)
            at += advance
        ys = shaped.ys or (0.0,) * len(shaped.glyphs)
        rises = tuple(rise + y * scale for y in ys) if level or any(ys) else ()
        look = self._latin._replace(scale=scale) if level else self._latin
        face, texts = what
        return Piece(kind, kind, at * scale, face, shaped.glyphs, tuple(places), texts, look, rises=rises)


def _upright(piece: Piece) -> Piece:
    """Figures or one letter in one cell of a vertical line (clreq 3.2.3)."""
    shrink = min(1.0, _CELL_WIDTH / piece.body)
    look = piece.look._replace(scale=piece.look.scale * shrink)
    places = tuple(each * shrink for each in piece.places)
    # Places are counted from the axis of the line, on which the cell is centred.
    width = piece.body * shrink
    return piece._replace(body=1.0, places=tuple(each - width / 2 for each in places), look=look, writing=CELL)


def _cluster_texts(text: str, clusters: tuple[int, ...]) -> tuple[str, ...]:
    """The characters of each glyph: those from its cluster to the next; later glyphs of a cluster carry none."""
    if len(clusters) == len(text) == 1:
        return (text,)
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    seen: set[int] = set()
    texts = []
    for cluster in clusters:
        texts.append("" if cluster in seen else text[cluster : ends[cluster]])
        seen.add(cluster)
    return tuple(texts)


def _cut(pieces: list[Piece], joints: dict[int, int]) -> list[Piece]:
    """Part the pieces of a word at its joints, which are numbers of characters before them; ligatures stay whole."""
    cut: list[Piece] = []
    count = 0
    for piece in pieces:
        start = 0
        for index, text in enumerate(piece.texts):
            count += len(text)
            after = piece.texts[index + 1] if index + 1 < len(piece.texts) else "end"
            if after and count in joints:
                cut.append(_part(piece, start, index + 1, joints[count]))
                start = index + 1
        if start < len(piece.texts):
            cut.append(_part(piece, start, len(piece.texts), Joint.NONE))
    return cut


def _part(piece: Piece, start: int, end: int, joint: int) -> Piece:
    begin = piece.places[start] if start else 0.0
    stop = piece.places[end] if end < len(piece.places) else piece.body
    return piece._replace(
        body=stop - begin,
        glyphs=piece.glyphs[start:end],
        places=tuple(each - begin for each in piece.places[start:end]),
        texts=piece.texts[start:end],
        rises=piece.rises[start:end],
        joint=joint,
    )
