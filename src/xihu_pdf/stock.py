"""The fonts and photographs on hand: reads the files that an edition names, each once."""

import os

from xihu_pdf.cache import Keep, keep_in, keep_nothing
from xihu_pdf.content import FontFile
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.fonts import Chain, Face, FaceFault, Library, Shelf, is_shipped, open_face, shelve
from xihu_pdf.pictures import Photograph, PictureFault, read_photograph

__all__ = ["Stock", "open_stock", "shipped_fonts"]


class Stock:
    """Faces by role and photographs by file; ``faults`` are those of the font files that could not be used.

    ``keep`` keeps what takes long to find out of photographs.
    """

    __slots__ = ("_chains", "_folder", "_photographs", "faults", "keep", "library")

    def __init__(
        self, library: Library, folder: str, faults: tuple[Diagnostic, ...] = (), keep: Keep = keep_nothing
    ) -> None:
        self.library = library
        self.faults = faults
        self._folder = os.path.realpath(folder)
        self._chains: dict[str, Chain | None] = {}
        self._photographs: dict[str, Photograph] = {}
        self.keep = keep

    def chain(self, role: str) -> Chain | None:
        """The faces of a role with those that follow it, or none if no font is on hand at all."""
        if role not in self._chains:
            self._chains[role] = self.library.chain(role)
        return self._chains[role]

    @property
    def faces(self) -> dict[str, Face]:
        """The faces opened so far, by key."""
        return self.library.faces

    @property
    def photographs(self) -> dict[str, Photograph]:
        """The photographs read so far, by key."""
        return {each.key: each for each in self._photographs.values()}

    @property
    def files(self) -> dict[str, str]:
        """The file names of the photographs read so far, by key."""
        return {each.key: file for file, each in self._photographs.items()}

    @property
    def paths(self) -> tuple[str, ...]:
        """Where the photographs read so far lie."""
        return tuple(os.path.join(self._folder, file) for file in self._photographs)

    def photograph(self, file: str) -> Photograph:
        """Read a photograph of the content folder. Raises PictureFault where it is missing or cannot be printed."""
        if file not in self._photographs:
            self._photographs[file] = self._read(file)
        return self._photographs[file]

    def _read(self, file: str) -> Photograph:
        path = os.path.realpath(os.path.join(self._folder, file))
        if os.path.commonpath((path, self._folder)) != self._folder:
            raise PictureFault("picture-outside")
        try:
            if os.path.exists(path) and not os.path.isfile(path):
                raise PictureFault("picture-closed", reason="not a file")
            with open(path, "rb") as handle:
                return read_photograph(handle.read(), self.keep)
        except FileNotFoundError:
            near = _near(os.path.dirname(path), os.path.basename(path))
            raise PictureFault("picture-missing", near=near) from None
        except OSError as caught:
            raise PictureFault("picture-closed", reason=caught.strerror or str(caught)) from None


def _near(folder: str, name: str) -> str:
    """The files of the folder whose names come nearest, as a hint for a slip of the pen."""
    from difflib import get_close_matches

    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    return "、".join(get_close_matches(name, names, 2, 0.4)) or "—"


def shipped_fonts() -> str:
    """The folder of the fonts that come with the package, in an installed copy and in a checkout."""
    here = os.path.dirname(os.path.abspath(__file__))
    packed = os.path.join(here, "shipped_fonts")
    return packed if os.path.isdir(packed) else os.path.join(here, "..", "..", "fonts")


def open_stock(
    folder: str, fonts: tuple[FontFile, ...] = (), fonts_folder: str | None = None, cache: str = ""
) -> Stock:
    """Take stock for the content in ``folder``.

    The files that ``fonts`` name are looked for in the fonts folder, which is ``fonts_folder``, else ``fonts`` beside
    the content. A face serves the role that it is named for; where none is named, the shipped face serves; other files
    of the fonts folder serve roles that have neither, and letters that the others lack. In a ``fonts_folder`` that is
    asked for they come before the shipped ones. A file that is named but cannot be used is among the stock's faults.
    ``cache`` is a folder that keeps photographs which take long to decode.
    """
    own = fonts_folder or os.path.join(folder, "fonts")
    shipped = shipped_fonts()
    folders = [own] if os.path.realpath(own) == os.path.realpath(shipped) else [own, shipped]
    shelves: list[Shelf] = []
    others: list[Shelf] = []
    faults: list[Diagnostic] = []
    for named in fonts:
        try:
            shelves.append(_named_shelf((own, folder), named))
        except FaceFault as caught:
            faults.append(fault(caught.code, named.span, **caught.values))
    for each in folders:
        found, failed = shelve(each)
        for shelf in found:
            (shelves if fonts_folder or is_shipped(shelf) else others).append(shelf)
        faults.extend(fault("font-left-out", reason=fault(one.code, None, **one.values)) for one in failed)
    return Stock(Library((*shelves, *others)), folder, tuple(faults), keep_in(cache))


def _named_shelf(folders: tuple[str, ...], named: FontFile) -> Shelf:
    """The face that the content names, looked for in the fonts folder and then beside the content."""
    file, mark, number = named.file.partition("#")
    if mark and not number.isdecimal():
        raise FaceFault("font-number-form", named=named.file)
    places = [os.path.join(folder, file) for folder in folders]
    path = next((place for place in places if os.path.exists(place)), places[0])
    open_face(path, int(number or 0))
    return Shelf(path, int(number or 0), named.role)
