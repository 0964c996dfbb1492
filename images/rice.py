"""A drawing of a rice harvest being measured: terraces in the morning mist, technicians with frame and tape.

The land is a height field in metres, painted in slices from far to near, so that what is near covers what is far.
"""

import math
from collections.abc import Sequence

from brush import Chance, Colour, Spot, bloom, curve, finish, fractal, gradient, mix, noise, ribbon, soft, wash
from PIL import Image, ImageChops, ImageDraw, ImageFilter

__all__ = ["draw_rice"]

WIDTH, HEIGHT = 3600, 2700
FOCUS, MIDDLE, HORIZON, EYE = 4200, 1800, 900, 3.1  # pixels, pixels, pixels, metres above the ground
SUN = (1180, 560)
MIST: Colour = (246, 229, 198)
AIR: Colour = (205, 205, 190)


def place(x: float, height: float, z: float) -> Spot:
    """Where a point of the land, so far right, up and away, stands in the picture."""
    return MIDDLE + FOCUS * x / z, HORIZON + FOCUS * (EYE - height) / z


def sky() -> Image.Image:
    """Paint the sky, lit from the low sun."""
    canvas = gradient(
        (WIDTH, HEIGHT),
        [(0.0, (133, 165, 184)), (0.13, (178, 193, 192)), (0.24, (233, 216, 178)), (0.34, (252, 228, 176)), (1.0, MIST)],
    )
    clouds = noise(canvas.size, 3, (3, 14), 5).point(lambda value: max(0, value - 128) * 2)
    fade = Image.linear_gradient("L").resize((WIDTH, 1100)).point(lambda value: 150 - value * 150 // 255)
    mask = Image.new("L", canvas.size, 0)
    mask.paste(fade, (0, 0))
    wash(canvas, (255, 240, 214), ImageChops.multiply(mask, clouds))
    for radius, colour, strength in ((1500, (255, 226, 160), 130), (620, (255, 238, 190), 170), (86, (255, 252, 236), 255)):
        box = (SUN[0] - radius, SUN[1] - radius, SUN[0] + radius, SUN[1] + radius)
        mask = Image.new("L", canvas.size, 0)
        ring = Image.radial_gradient("L").resize((2 * radius, 2 * radius))
        if radius < 100:
            ring = ring.point(lambda value: 255 if value < 150 else max(0, 255 - (value - 150) * 8))
        else:
            ring = ring.point(lambda value, s=strength: round(s * max(0.0, 1 - value / 181) ** 1.8))
        mask.paste(ring, box[:2])
        wash(canvas, colour, mask)
    return canvas


def ranges(canvas: Image.Image) -> None:
    """Lay the far ranges, each paler than the one before it and drowned in mist at its foot."""
    far, near = (196, 203, 198), (112, 138, 128)
    for number in range(6):
        share = number / 5
        ridge = fractal(11 + number, 6)
        base, swing = 560 + 62 * number, 150 - 8 * number
        lean = (-0.03, 0.05, -0.04, 0.045, -0.05, 0.07)[number]
        outline = [
            (x, base - swing * ridge(x / (900 - 60 * number), 3.7 * number) - lean * (x - MIDDLE))
            for x in range(-20, WIDTH + 21, 10)
        ]
        mask = soft(canvas.size, [*outline, (WIDTH + 20, 1600), (-20, 1600)], 5 - 0.6 * number)
        top = min(y for _, y in outline)
        fade = Image.linear_gradient("L").resize((WIDTH, 520)).point(lambda value: 255 - round(value * 0.94))
        depth = Image.new("L", canvas.size, 14)
        depth.paste(255, (0, 0, WIDTH, round(top)))
        depth.paste(fade, (0, round(top)))
        wash(canvas, mix(far, near, share), ImageChops.multiply(mask, depth))


def draw_rice() -> Image.Image:
    """Draw the picture, 1800 by 1350 pixels."""
    canvas = sky()
    ranges(canvas)
    hillside(canvas)
    canvas = bloom(canvas, 60, 190, 0.35)
    return finish(canvas, (1800, 1350), 5, 0.16)


LIFT = fractal(41, 4)
PARCEL = fractal(43, 2)
STEP = 2.5


def slope(x: float, z: float) -> float:
    """Height of the far valley side, in metres."""
    up = max(0.0, (z - 115) / 330)
    right = 1 / (1 + math.exp(-(x / z + 0.02) * 11))
    left = 0.42 / (1 + math.exp((x / z + 0.33) * 16))
    return -13 + up**1.1 * (92 * right + 70 * left) + 9 * LIFT(x / 70, z / 80) * (0.3 + up)


def hillside(canvas: Image.Image) -> None:
    """Paint the terraces of the far side, from the crest down to the mist in the valley."""
    draw = ImageDraw.Draw(canvas)
    chance = Chance(8)
    wide = 6
    distance = 440.0
    previous: list[tuple[float, float]] = []
    while distance > 108:
        row = []
        for sx in range(-wide, WIDTH + 2 * wide, wide):
            x = (sx - MIDDLE) * distance / FOCUS
            height = slope(x, distance)
            row.append((height, HORIZON + FOCUS * (EYE - height) / distance))
        for number in range(len(previous) - 1):
            sx = (number - 1) * wide
            height = row[number][0]
            colour = terrace((sx - MIDDLE) * distance / FOCUS, height, distance, row[number + 1][0] - height)
            quad = [(sx, previous[number][1]), (sx + wide, previous[number + 1][1]), (sx + wide, row[number + 1][1] + 1), (sx, row[number][1] + 1)]
            draw.polygon(quad, fill=colour)
        previous = row
        distance -= distance / 330
        if chance.unit() < 0:
            break


def terrace(x: float, height: float, distance: float, tilt: float) -> Colour:
    """Colour of the valley side: golden treads, dark risers, woods above, mist below."""
    level = height / STEP + 0.35 * LIFT(x / 25, distance / 25)
    number, part = math.floor(level), level % 1
    ripe = PARCEL(x / 14 + number * 7.3, number * 3.1)
    gold = mix((222, 176, 74), (170, 160, 72), 0.5 + 0.9 * ripe)
    if part < 0.3:
        colour = mix((78, 92, 48), (120, 118, 56), part / 0.3)
    else:
        colour = mix(mix(gold, (120, 110, 50), 0.3), mix(gold, (255, 226, 140), 0.35), (part - 0.3) / 0.7)
    wood = LIFT(x / 40 + 9, distance / 60) + max(0.0, height - 48) / 22
    if wood > 0.42:
        colour = mix((58, 78, 52), (84, 98, 60), 0.5 + LIFT(x / 4, distance / 4))
    colour = mix(colour, (255, 236, 180), max(0.0, tilt * 0.9))
    colour = mix(colour, (70, 86, 84), max(0.0, -tilt * 0.7))
    haze = 1 - math.exp(-distance / 620) + 0.75 * math.exp(-max(0.0, height + 12) / 7)
    return mix(colour, mix(AIR, MIST, 0.6), haze)
