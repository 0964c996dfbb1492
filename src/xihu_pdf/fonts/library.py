"""The faces on hand by role, and for each role the chain in which a character is looked up."""

import os
from typing import NamedTuple

from xihu_pdf.fonts.face import Face, FaceFault, face_count, open_face

__all__ = ["ROLES", "Chain", "Library", "Role", "Shelf", "is_shipped", "shelve"]


class Role(NamedTuple):
    """What a face is for: its name, its Chinese name, the shipped file, and the role that stands in for it."""

    name: str
    chinese: str
    shipped: str
    stand_in: str


ROLES: dict[str, Role] = {
    role.name: role
    for role in (
        Role("song", "宋", "XihuSong-Regular.otf", ""),
        Role("song-bold", "宋粗", "XihuSong-Bold.otf", "song"),
        Role("song-black", "宋黑", "XihuSong-Black.otf", "song-bold"),
        Role("hei", "黑", "XihuHei-Regular.otf", "song"),
        Role("hei-bold", "黑粗", "XihuHei-Bold.otf", "hei"),
        Role("kai", "楷", "XihuKai-Regular.ttf", "song"),
        Role("fang", "仿宋", "", "kai"),
    )
}
_SHIPPED = {role.shipped: role.name for role in ROLES.values() if role.shipped}
_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
# Words of a font's name that tell its role, most telling first: a 仿宋 also says 宋. After the names of the trade.
_NAME_WORDS = (
    ("fang", ("fangsong", "fang", "仿宋")),
    ("kai", ("kai", "楷")),
    ("hei", ("hei", "sans", "gothic", "黑")),
    ("song", ("song", "serif", "ming", "sung", "宋", "明")),
)
_BOLD, _BLACK = 600, 850


class Shelf(NamedTuple):
    """A face file and its face number, with the role that it was given or that its name tells."""

    path: str
    number: int
    role: str


def _told_role(face: Face) -> str:
    """The role that the name and weight of a face tell, or an empty one."""
    name = f"{face.family} {face.postscript_name}".lower()
    family = next((role for role, words in _NAME_WORDS if any(word in name for word in words)), "")
    if family == "song" and face.weight >= _BLACK:
        return "song-black"
    if family in ("song", "hei") and face.weight >= _BOLD:
        return f"{family}-bold"
    return family


def shelve(folder: str) -> tuple[tuple[Shelf, ...], tuple[FaceFault, ...]]:
    """List the faces of a folder by file name, and the faults of the files that cannot be used.

    Shipped files are known by name and not opened; those of others are opened for the role that their name tells.
    """
    shelves: list[Shelf] = []
    faults = []
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        path = os.path.join(folder, name)
        if name in _SHIPPED:
            shelves.append(Shelf(path, 0, _SHIPPED[name]))
        elif name.lower().endswith(_ENDINGS):
            try:
                shelves.extend(_opened(path))
            except FaceFault as caught:
                faults.append(caught)
    return tuple(shelves), tuple(faults)


def _opened(path: str) -> list[Shelf]:
    return [Shelf(path, number, _told_role(open_face(path, number))) for number in range(face_count(path))]


def is_shipped(shelf: Shelf) -> bool:
    """Whether the file bears the name of one that comes with the program."""
    return os.path.basename(shelf.path) in _SHIPPED


class Chain:
    """Faces in the order in which a character is looked up; a face is opened when it is first needed."""

    __slots__ = ("_latin", "_library", "_picked", "_shelves")

    def __init__(self, library: "Library", shelves: tuple[Shelf, ...], latin: Shelf | None = None) -> None:
        self._library = library
        self._shelves = shelves
        self._latin = latin
        self._picked: dict[str, Face | None] = {}

    @property
    def first(self) -> Face:
        """The face of the role itself."""
        return self._library.open(self._shelves[0])

    def pick(self, character: str) -> Face | None:
        """The first face of the chain that holds the character, or none."""
        if character not in self._picked:
            faces = (self._library.open(shelf) for shelf in self._shelves)
            self._picked[character] = next((face for face in faces if face.glyph(character)), None)
        return self._picked[character]

    def pick_western(self, character: str) -> Face | None:
        """The face of a Western letter or figure: the Latin one paired with the role, else as ``pick`` says."""
        face = self._library.open(self._latin) if self._latin else None
        return face if face and face.glyph(character) else self.pick(character)


class Library:
    """All faces on hand, on ``shelves`` in their order; ``faces`` holds those that were opened, by key."""

    __slots__ = ("_opened", "faces", "shelves")

    def __init__(self, shelves: tuple[Shelf, ...]) -> None:
        self.shelves = shelves
        self._opened: dict[tuple[str, int], Face] = {}
        self.faces: dict[str, Face] = {}

    def open(self, shelf: Shelf) -> Face:
        """The face on a shelf, opened once. Raises FaceFault."""
        place = (shelf.path, shelf.number)
        if place not in self._opened:
            face = open_face(shelf.path, shelf.number)
            self._opened[place] = self.faces.setdefault(face.key, face)
        return self._opened[place]

    def shelf(self, role: str) -> Shelf | None:
        """The shelf that serves a role: its own first, else that of the role that stands in for it."""
        while role:
            for shelf in self.shelves:
                if shelf.role == role:
                    return shelf
            role = ROLES[role].stand_in
        return None

    def chain(self, role: str) -> Chain | None:
        """The chain of a role: its face, then those of its stand-ins, then every other face; none on an empty shelf."""
        first = self.shelf(role)
        if first is None:
            return None
        order = [first]
        stand_in = role
        while stand_in:
            order.extend(shelf for shelf in self.shelves if shelf.role == stand_in and shelf not in order)
            stand_in = ROLES[stand_in].stand_in
        order.extend(shelf for shelf in self.shelves if shelf not in order and not shelf.role.endswith("-latin"))
        # The Latin face that the content pairs with a role: song-latin for song, song-bold and song-black.
        paired = f"{role.partition('-')[0]}-latin"
        return Chain(self, tuple(order), next((shelf for shelf in self.shelves if shelf.role == paired), None))
