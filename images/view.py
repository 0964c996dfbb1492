"""The camera and the light that all parts of the rice picture share."""

from brush import Colour, Spot, fractal

__all__ = ["AIR", "FOCUS", "HEIGHT", "HORIZON", "LIFT", "MIDDLE", "MIST", "SUN", "WIDTH", "place"]

WIDTH, HEIGHT = 3600, 2700
FOCUS, MIDDLE, HORIZON, EYE = 4200, 1800, 900, 3.1  # pixels, pixels, pixels, metres above the ground
SUN = (1010, 330)
MIST: Colour = (250, 232, 200)
AIR: Colour = (208, 208, 192)
LIFT = fractal(41, 4)


def place(x: float, height: float, z: float) -> Spot:
    """Where a point so many metres right, up and away stands in the picture."""
    return MIDDLE + FOCUS * x / z, HORIZON + FOCUS * (EYE - height) / z
