"""Letters: faces, what they cover, how they are shaped and subset. The only room that knows HarfBuzz."""

from xihu_pdf.fonts.face import Face, FaceFault, Shaped, face_count, open_face
from xihu_pdf.fonts.library import ROLES, Chain, Library, Role, Shelf, shelve

__all__ = ["ROLES", "Chain", "Face", "FaceFault", "Library", "Role", "Shaped", "Shelf", "face_count", "open_face",
           "shelve"]
