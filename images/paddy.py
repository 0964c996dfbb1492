"""The near paddies of the rice picture: ripe plants drawn one by one, from the valley's edge to the camera."""

import math

from brush import Chance, Colour, Spot, fractal, mix
from people import GROUP, shadows
from PIL import Image, ImageDraw, ImageFilter
from view import FOCUS, HEIGHT, LIFT, MIDDLE, MIST, WIDTH, place

__all__ = ["paddies"]

LIGHT = fractal(61, 3)
EDGES = (15.5, 23.5, 35.0)  # where the paddies end, measured along the slanting depth
CANOPY = 0.86  # metres from the soil to the ears


def paddies(canvas: Image.Image) -> None:
    """Paint soil, plants and people from 70 metres off to the camera's feet."""
    draw = ImageDraw.Draw(canvas)
    chance = Chance(77)
    z = 60.0
    waiting = sorted(GROUP, key=lambda pair: -pair[0])
    while z > 4.4:
        depth = z * 0.012
        while waiting and waiting[0][0] >= z:
            waiting.pop(0)[1](canvas)
        ground(draw, z, depth)
        sow(draw, chance, z, depth)
        z -= depth
    shadows(canvas)
    out_of_focus(canvas)


def field(x: float, z: float) -> tuple[int, float]:
    """Number of the paddy at a place, and how far its near or far bank is, in metres of slanting depth."""
    along = z - 0.55 * x + 3.4 * LIFT(x / 13, 2.5)
    number = sum(along > edge for edge in EDGES)
    return number, min(abs(along - edge) for edge in EDGES)


def soil(number: int) -> float:
    """Height of a paddy's soil; the land rises a little before it falls to the valley."""
    return (0.0, 0.3, 0.5, -9.0)[number]


def lit(x: float, z: float) -> float:
    """How bright the light falls, 0 to 1: drifting patches, and more towards the sun."""
    towards = math.exp(-(((x / z + 0.19) / 0.22) ** 2))
    return min(1.0, max(0.0, 0.3 + 0.6 * LIGHT(x / 4, z / 7) + 0.36 * towards))


def ground(draw: ImageDraw.ImageDraw, z: float, depth: float) -> None:
    """Paint one slice of the dark space between the stalks, and of the grassy banks."""
    wide = 24
    for sx in range(-wide, WIDTH + wide, wide):
        x = (sx - MIDDLE) * z / FOCUS
        number, bank = field(x, z)
        if number == len(EDGES):
            continue
        high = soil(number) + (0.3 if bank < 0.45 else CANOPY - 0.22)
        _, top = place(x, high, z)
        _, foot = place(x, soil(number) - 1.4, z - depth)
        colour = (116, 122, 52) if bank < 0.45 else mix((104, 82, 30), (190, 148, 60), lit(x, z))
        draw.rectangle((sx, top, sx + wide, foot), fill=aired(colour, z))


def aired(colour: Colour, z: float) -> Colour:
    """The colour behind so many metres of misty air."""
    return mix(colour, MIST, 1 - math.exp(-max(0.0, z - 7) / 52))


def sow(draw: ImageDraw.ImageDraw, chance: Chance, z: float, depth: float) -> None:
    """Draw the plants of one slice."""
    across = (WIDTH + 500) * z / FOCUS
    for _ in range(round(across * depth * (30 if z > 12 else 42))):
        x = chance.between(-0.5, 0.5) * across
        near = z - chance.unit() * depth
        number, bank = field(x, near)
        if number == len(EDGES):
            continue
        if bank < 0.45:
            tuft(draw, chance, (x, soil(number) + 0.3, near))
            continue
        if bank < 1.1:
            stalk(draw, chance, (x, soil(number), near))
        if near > 20:
            dab(draw, chance, (x, soil(number), near))
        else:
            plant(draw, chance, (x, soil(number), near))


def tuft(draw: ImageDraw.ImageDraw, chance: Chance, at: tuple[float, float, float]) -> None:
    """A few blades of grass on a bank."""
    x, height, z = at
    for _ in range(9):
        side = x + chance.bell(0.2)
        foot, tip = place(side, height - 0.2, z), place(side + chance.bell(0.14), height + chance.between(0.1, 0.55), z)
        colour = aired(mix((84, 102, 40), (196, 186, 84), chance.unit() * (0.4 + lit(x, z))), z)
        draw.line((foot, tip), fill=colour, width=max(1, round(26 / z)))


def stalk(draw: ImageDraw.ImageDraw, chance: Chance, at: tuple[float, float, float]) -> None:
    """The straw of a plant that stands at the edge of its paddy and is seen down to the foot."""
    x, height, z = at
    for _ in range(16):
        side = x + chance.bell(0.25)
        colour = mix((104, 98, 38), (206, 172, 82), chance.unit() * (0.5 + 0.5 * lit(x, z)))
        ends = (place(side, height + 0.1, z), place(side + chance.bell(0.06), height + CANOPY - 0.1, z))
        draw.line(ends, fill=aired(colour, z), width=max(1, round(40 / z)))


def dab(draw: ImageDraw.ImageDraw, chance: Chance, at: tuple[float, float, float]) -> None:
    """A far plant: two or three short strokes, dark below and bright above."""
    x, height, z = at
    bright = lit(x, z)
    for _ in range(3):
        side = x + chance.bell(0.15)
        top = height + CANOPY + chance.bell(0.1)
        colour = mix((150, 118, 44), (250, 214, 118), chance.unit() * 0.6 + bright * 0.6)
        draw.line(
            (place(side, top - 0.24, z), place(side + chance.bell(0.1), top, z)),
            fill=aired(colour, z),
            width=max(2, round(90 / z)),
        )


def plant(draw: ImageDraw.ImageDraw, chance: Chance, at: tuple[float, float, float]) -> None:
    """A near plant: blades, then ears that hang to one side with their grains."""
    x, height, z = at
    bright = lit(x, z)
    scale = FOCUS / z
    ripe = 0.6 + 0.7 * LIGHT(x / 3 + 40, z / 5)
    for _ in range(5):
        lean, tall = chance.bell(0.32), CANOPY + chance.between(-0.3, 0.12)
        dark, light = ((92, 88, 34), (206, 178, 82)) if chance.unit() < ripe else ((92, 108, 42), (176, 184, 84))
        colour = aired(mix(dark, light, 0.15 + 0.6 * bright + chance.bell(0.3)), z)
        line = [
            place(x + lean * t * t, height + 0.35 + (tall - 0.35) * t * (1.18 - 0.18 * t * t), z)
            for t in (0, 0.3, 0.6, 0.85, 1)
        ]
        draw.line(line[:4], fill=colour, width=max(1, round(0.011 * scale)), joint="curve")
        draw.line(line[3:], fill=colour, width=max(1, round(0.005 * scale)))
    for _ in range(3):
        ear(draw, chance, (x + chance.bell(0.13), height + CANOPY + chance.between(-0.12, 0.04), z), bright)


def ear(draw: ImageDraw.ImageDraw, chance: Chance, at: tuple[float, float, float], bright: float) -> None:
    """One ear: it rises, bends over and hangs, grains on both sides."""
    x, height, z = at
    side = -1 if chance.unit() < 0.3 else 1
    reach, fall = side * chance.between(0.07, 0.16), chance.between(0.08, 0.2)
    spine = [(x + reach * t, height + 0.10 * math.sin(2.6 * t) - fall * t**2.4) for t in (n / 9 for n in range(10))]
    scale = FOCUS / z
    tone = 0.2 + 0.65 * bright + chance.bell(0.22) + (0.35 if chance.unit() < 0.08 else 0)
    for number, (along, up) in enumerate(spine[1:], 1):
        for flank in (-1, 1):
            spread = flank * 0.009 * (1.2 - number / 12)
            start = place(along, up, z)
            end: Spot = place(along + spread + 0.006 * side, up - 0.02 + 0.004 * flank, z)
            shade = tone + (0.22 if flank < 0 else -0.12) + chance.bell(0.1)
            colour = aired(mix((140, 100, 34), (255, 222, 128), shade), z)
            draw.line((start, end), fill=colour, width=max(2, round(0.009 * scale)))


def out_of_focus(canvas: Image.Image) -> None:
    """Blur and darken the nearest plants, as a lens does."""
    depth = 520
    box = (0, HEIGHT - depth, WIDTH, HEIGHT)
    near = canvas.crop(box)
    mask = Image.linear_gradient("L").resize(near.size).point(lambda value: max(0, value - 40) * 255 // 215)
    canvas.paste(near.filter(ImageFilter.GaussianBlur(7)), box[:2], mask)
    canvas.paste((58, 42, 14), box[:2], mask.point(lambda value: value * 90 // 255))
