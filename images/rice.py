"""A drawing of a rice harvest being measured: terraces in the morning mist, technicians with frame and tape.

The land is a height field in metres, painted in slices from far to near, so that what is near covers what is far.
"""

import math

from brush import Chance, Colour, bloom, curve, finish, fractal, gradient, mix, noise, soft, sunlight, wash
from paddy import paddies
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from view import AIR, FOCUS, HEIGHT, LIFT, MIDDLE, MIST, SUN, WIDTH, place

__all__ = ["draw_rice"]


def draw_rice() -> Image.Image:
    """Draw the picture, 1800 by 1350 pixels."""
    canvas = sky()
    ranges(canvas)
    hillside(canvas)
    canvas = sunlight(canvas, SUN, 1500, (255, 206, 120), 0.55)
    mist(canvas, 1060, 150, 21, 0.9)
    egrets(canvas)
    paddies(canvas)
    canvas = bloom(canvas, 60, 200, 0.3)
    canvas = sunlight(canvas, SUN, 2300, (255, 190, 96), 0.20)
    return finish(canvas, (1800, 1350), 5, 0.06)


def sky() -> Image.Image:
    """Paint the sky with thin streaks of cloud and the sun in the haze."""
    stops = [
        (0.0, (128, 166, 188)),
        (0.10, (174, 196, 198)),
        (0.19, (228, 214, 180)),
        (0.27, (250, 226, 178)),
        (1.0, MIST),
    ]
    canvas = gradient((WIDTH, HEIGHT), stops)
    clouds = noise(canvas.size, 3, (3, 16), 5).point(lambda value: min(255, max(0, value - 122) * 3))
    fade = Image.new("L", canvas.size, 0)
    fade.paste(Image.linear_gradient("L").resize((WIDTH, 900)).point(lambda value: 150 - value * 150 // 255), (0, 0))
    wash(canvas, (255, 241, 218), ImageChops.multiply(fade, clouds))
    canvas = sunlight(canvas, SUN, 1300, (255, 214, 130), 0.55)
    canvas = sunlight(canvas, SUN, 420, (255, 236, 180), 0.7)
    disc = Image.new("L", canvas.size, 0)
    ImageDraw.Draw(disc).ellipse((SUN[0] - 74, SUN[1] - 74, SUN[0] + 74, SUN[1] + 74), fill=255)
    wash(canvas, (255, 252, 238), disc.filter(ImageFilter.GaussianBlur(5)))
    return canvas


def ranges(canvas: Image.Image) -> None:
    """Lay the far ranges, each darker than the one behind it and drowned in mist at its foot."""
    for number in range(7):
        share = number / 6
        ridge = fractal(11 + number, 7)
        base, swing = 500 + 56 * number, 190 - 14 * number
        lean = (-0.03, 0.06, -0.05, 0.05, -0.06, 0.08, -0.04)[number]
        outline = [
            (x, base - swing * ridge(x / (820 - 70 * number), 3.7 * number) - lean * (x - MIDDLE))
            for x in range(-20, WIDTH + 21, 6)
        ]
        mask = soft(canvas.size, [*outline, (WIDTH + 20, 1600), (-20, 1600)], 4 - 0.5 * number)
        top = round(min(y for _, y in outline))
        depth = Image.new("L", canvas.size, 0)
        depth.paste(255, (0, 0, WIDTH, top + 60))
        fade = Image.linear_gradient("L").resize((WIDTH, 420 - 25 * number)).point(lambda value: 255 - value)
        depth.paste(fade, (0, top + 60))
        wash(canvas, mix((214, 205, 186), (98, 126, 120), share), ImageChops.multiply(mask, depth))
        if number in {2, 4}:
            mist(canvas, base + 60, 110, 31 + number, 0.5)


def mist(canvas: Image.Image, y: int, depth: int, seed: int, strength: float) -> None:
    """Float a bank of mist, ragged above and below, around a height of the picture."""
    box = (WIDTH, 4 * depth)
    band = (
        Image.linear_gradient("L")
        .resize(box)
        .point(lambda value: round(255 * strength * math.sin(math.pi * value / 255) ** 2))
    )
    rags = noise(box, seed, (5, 3), 4).point(lambda value: min(255, max(0, (value - 60) * 2)))
    mask = ImageChops.multiply(band, rags)
    canvas.paste(MIST, (0, y - 2 * depth), mask)


PARCEL = fractal(43, 2)
WIDE = 5


def slope(x: float, z: float) -> float:
    """Height of the far valley side, in metres: two flanks with spurs and gullies."""
    up = max(0.0, (z - 105) / 330)
    right = 1 / (1 + math.exp(-(x / z - 0.02) * 12))
    left = 0.5 / (1 + math.exp((x / z + 0.34) * 14))
    spurs = LIFT(x / 36 + 3, z / 110) * 19 + LIFT(x / 13, z / 40) * 3
    return -14 + math.pow(up, 1.05) * (88 * right + 66 * left) + spurs * (0.25 + 1.1 * up)


def hillside(canvas: Image.Image) -> None:
    """Paint the terraces of the far side, from the crest down to the mist in the valley."""
    draw = ImageDraw.Draw(canvas)
    chance = Chance(8)
    distance, previous = 450.0, [0.0] * (WIDTH // WIDE + 3)
    while distance > 104:
        heights = [slope((WIDE * n - WIDE - MIDDLE) * distance / FOCUS, distance) for n in range(len(previous))]
        row = [place(0, height, distance)[1] for height in heights]
        for n in range(len(previous) - 1):
            if previous[n] and row[n] - previous[n] > -40:
                x = WIDE * (n - 1)
                colour = terrace((x - MIDDLE) * distance / FOCUS, heights[n], distance, heights[n + 1] - heights[n])
                foot = max(row[n], previous[n]) + 3
                draw.polygon([(x, previous[n]), (x + WIDE, previous[n + 1]), (x + WIDE, foot), (x, foot)], fill=colour)
        plant_trees(draw, chance, distance)
        for x, z, wide in HOUSES:
            if z - distance / 420 < distance <= z:
                house(draw, x, z, wide)
        previous, distance = row, distance - distance / 420


def terrace(x: float, height: float, distance: float, tilt: float) -> Colour:
    """Colour of the valley side: golden treads, dark risers, a few pools, mist below."""
    level = math.log(1 + 0.026 * (height + 16)) / 0.035 + 0.5 * LIFT(x / 30, distance / 30)
    number, part = math.floor(level), level % 1
    ripe = PARCEL(x / 11 + number * 7.3, number * 3.1)
    gold = mix((226, 178, 72), (160, 158, 74), 0.4 + 1.1 * ripe)
    if part < 0.22:
        colour = mix((72, 88, 46), (112, 114, 56), part / 0.22)
    else:
        colour = mix(mix(gold, (130, 116, 52), 0.25), mix(gold, (255, 228, 146), 0.4), (part - 0.22) / 0.78)
    slant = tilt / (WIDE * distance / FOCUS)
    colour = mix(colour, (255, 232, 166), min(0.3, max(0.0, slant * 0.6)))
    colour = mix(colour, (74, 88, 84), min(0.4, max(0.0, -slant * 0.8)))
    return hazed(colour, height, distance)


def hazed(colour: Colour, height: float, distance: float) -> Colour:
    """The colour as seen through the air: paler far off and low in the valley."""
    haze = 1 - math.exp(-distance / 900) + 0.8 * math.exp(-max(0.0, height + 13) / 7)
    return mix(colour, mix(AIR, MIST, 0.6), min(0.96, haze))


WOODS = fractal(51, 3)


def plant_trees(draw: ImageDraw.ImageDraw, chance: Chance, distance: float) -> None:
    """Set the trees that stand at this distance: groves where the woods function is high, and along the crest."""
    across = WIDTH * distance / FOCUS
    for _ in range(round(across / 7)):
        x = chance.between(-0.55, 0.55) * across
        height = slope(x, distance)
        if WOODS(x / 22, distance / 30) + max(0.0, height - 56) / 30 < 0.5:
            continue
        tall = chance.between(1.6, 3.6)
        for _ in range(22):
            angle, out = chance.between(0, 6.283), chance.unit() ** 0.5
            dx, dy = 0.55 * tall * out * math.cos(angle), tall * (0.55 + 0.45 * out * math.sin(angle))
            sx, sy = place(x + dx, height + dy, distance)
            size = FOCUS / distance * tall * chance.between(0.1, 0.2)
            lit = 0.5 + 0.5 * (dy / tall - 0.5) - 0.3 * dx / tall
            colour = hazed(mix((38, 58, 42), (142, 146, 78), lit + chance.bell(0.2)), height + dy, distance)
            draw.ellipse((sx - size, sy - size, sx + size, sy + size), fill=colour)


HOUSES = ((31, 262, 8), (22, 256, 9), (40, 252, 8), (14, 250, 8), (23, 244, 9), (34, 240, 9), (15, 236, 8))


def house(draw: ImageDraw.ImageDraw, x: float, z: float, wide: float) -> None:
    """A white house with a dark tiled roof and a gable towards the sun."""
    base = slope(x, z)
    wall, shade, roof = ((246, 238, 222), (196, 190, 182), (92, 92, 92))
    eaves, ridge, deep = base + 4.6, base + 6.3, 0.32 * wide

    def spots(*corners: tuple[float, float]) -> list[tuple[float, float]]:
        return [place(x + a, b, z) for a, b in corners]

    def tone(colour: Colour) -> Colour:
        return hazed(colour, base + 2, z)

    draw.polygon(
        spots((-deep, base - 2), (-deep, eaves), (-deep / 2, ridge), (0, eaves), (0, base - 2)), fill=tone(wall)
    )
    draw.polygon(spots((0, base - 2), (0, eaves), (wide, eaves), (wide, base - 2)), fill=tone(shade))
    draw.polygon(
        spots((-deep / 2, ridge + 0.2), (0.3, eaves - 0.3), (wide + 0.4, eaves - 0.3), (wide - deep / 2, ridge + 0.2)),
        fill=tone(roof),
    )
    draw.line(spots((-deep - 0.3, eaves - 0.2), (-deep / 2, ridge + 0.2), (0.2, eaves - 0.2)), fill=tone(roof), width=4)
    for number in range(3):
        left = wide * (0.14 + 0.28 * number)
        draw.polygon(
            spots((left, base + 2), (left, base + 3.4), (left + 1, base + 3.4), (left + 1, base + 2)),
            fill=tone((110, 104, 98)),
        )


def egrets(canvas: Image.Image) -> None:
    """A few white egrets over the mist."""
    draw = ImageDraw.Draw(canvas)
    for x, y, size, beat in (
        (690, 742, 46, 0.7),
        (810, 706, 38, -0.2),
        (905, 762, 42, 0.9),
        (600, 690, 34, 0.2),
        (1010, 700, 30, 0.5),
    ):
        left = [
            (x, y),
            (x - size * 0.5, y - size * (0.3 + 0.4 * beat)),
            (x - size * 1.15, y - size * (0.1 + 0.2 * beat)),
            (x - size * 0.5, y - size * (0.12 + 0.3 * beat)),
        ]
        right = [
            (x + 6, y),
            (x + size * 0.5, y - size * (0.4 + 0.4 * beat)),
            (x + size * 1.2, y - size * (0.3 + 0.1 * beat)),
            (x + size * 0.5, y - size * (0.16 + 0.3 * beat)),
        ]
        body = [
            (x - size * 0.55, y + size * 0.1),
            (x - size * 0.2, y - 5),
            (x + size * 0.4, y - 3),
            (x + size * 0.75, y + 2),
            (x + size * 0.3, y + 7),
            (x - size * 0.1, y + 6),
        ]
        draw.polygon(curve(body, closed=True), fill=(244, 238, 226))
        draw.polygon(curve(left, closed=True), fill=(255, 252, 244))
        draw.polygon(curve(right, closed=True), fill=(214, 212, 206))
