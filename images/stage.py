"""A drawing of an open-air evening show by a lake: dancers with silk ribbons, lanterns, hills and moon."""

from brush import finish, gradient
from PIL import Image

__all__ = ["draw_stage"]

WIDTH, HEIGHT = 2800, 2100


def draw_stage() -> Image.Image:
    """Draw the picture, 1400 by 1050 pixels."""
    canvas = gradient((WIDTH, HEIGHT), [(0.0, (12, 22, 52)), (0.5, (60, 62, 110)), (0.62, (240, 170, 90)), (1.0, (20, 20, 40))])
    return finish(canvas, (1400, 1050), 6, 0.08)
