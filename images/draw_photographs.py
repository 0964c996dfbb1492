"""Draw the two stand-in photographs of the specimen page: ``python images/draw_photographs.py [rice] [stage]``."""

import sys
from pathlib import Path

from PIL import Image
from rice import draw_rice
from stage import draw_stage

__all__ = ["draw"]

DRAWINGS = {"rice": draw_rice, "stage": draw_stage}


def draw(name: str, folder: Path) -> None:
    """Draw one picture and save it as JPEG beside this script, 300 pixels an inch."""
    picture: Image.Image = DRAWINGS[name]()
    picture.save(folder / f"{name}.jpg", "JPEG", quality=90, dpi=(300, 300), optimize=True)


if __name__ == "__main__":
    for chosen in sys.argv[1:] or DRAWINGS:
        draw(chosen, Path(__file__).parent)
