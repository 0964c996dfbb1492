"""Letters: faces, what they cover, how they are shaped and subset. The only room that knows HarfBuzz."""

from xihu_pdf.fonts.coverage import GB2312_HAN, Coverage, coverage
from xihu_pdf.fonts.face import Face, FaceFault, Shaped, face_count, open_face
from xihu_pdf.fonts.library import ROLES, Chain, Library, Role, Shelf, is_shipped, shelve
from xihu_pdf.fonts.subset import Subset, make_subset

__all__ = [
    "GB2312_HAN",
    "ROLES",
    "Chain",
    "Coverage",
    "Face",
    "FaceFault",
    "Library",
    "Role",
    "Shaped",
    "Shelf",
    "Subset",
    "coverage",
    "face_count",
    "is_shipped",
    "make_subset",
    "open_face",
    "shelve",
]
