"""Draw the pictures of the sample: ``python examples/broadsheet/draw_photographs.py [bridge] [tea] [street]``."""

import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "images"))

from brush import Chance, bloom, finish, fractal, gradient, mix, soft, sunlight, wash
from PIL import Image, ImageChops, ImageDraw, ImageFilter

__all__ = ["draw"]

WIDE = (2400, 1500)
SMALL = (1500, 1000)


def draw_bridge() -> Image.Image:
    """A cable-stayed bridge of two towers over a broad river in the morning mist."""
    width, height = WIDE
    stops = [(0.0, (116, 150, 176)), (0.3, (206, 206, 196)), (0.52, (246, 222, 184)), (1.0, (240, 220, 190))]
    canvas = gradient(WIDE, stops)
    canvas = sunlight(canvas, (700, 640), 900, (255, 214, 140), 0.6)
    ranges(canvas, 640, 5)
    water = gradient((width, height - 820), [(0.0, (226, 208, 178)), (0.4, (150, 168, 170)), (1.0, (58, 84, 96))])
    canvas.paste(water, (0, 820))
    ripples(canvas, 820)
    span(canvas, 700)
    near_bank(canvas)
    canvas = bloom(canvas, 40, 200, 0.3)
    return finish(canvas, WIDE, 3, 0.05)


def ranges(canvas: Image.Image, foot: int, count: int) -> None:
    """Ranges of hills, each darker and lower than the one behind it."""
    for number in range(count):
        ridge = fractal(40 + number, 6)
        base = foot - 90 + 50 * number
        outline = [
            (x, base - (170 - 24 * number) * ridge(x / 520, 2.3 * number)) for x in range(0, canvas.width + 8, 8)
        ]
        mask = soft(canvas.size, [*outline, (canvas.width, 1200), (0, 1200)], 3)
        wash(canvas, mix((206, 204, 196), (92, 118, 122), number / max(1, count - 1)), mask)


def ripples(canvas: Image.Image, top: int) -> None:
    """Light on the water: short strokes that lengthen toward the eye."""
    drawing, chance = ImageDraw.Draw(canvas), Chance(7)
    for _ in range(5200):
        depth = chance.unit() ** 1.6
        y = top + depth * (canvas.height - top)
        x = chance.between(0, canvas.width)
        near = math.exp(-(((x - 700) / (200 + 700 * depth)) ** 2))
        colour = mix((120, 142, 148), (255, 236, 196), near * 0.9 + chance.bell(0.2))
        drawing.line((x, y, x + 8 + 70 * depth * chance.unit(), y), fill=colour, width=1 + round(2.4 * depth))


def span(canvas: Image.Image, deck: int) -> None:
    """Deck, towers and stays, and their reflection, paler and blurred."""
    layer = Image.new("L", canvas.size, 0)
    drawing = ImageDraw.Draw(layer)
    for tower in (780, 1720):
        for side in (-1, 1):
            for number in range(1, 15):
                end = tower + side * number * 32
                drawing.line((tower, deck - 392 + number * 9, end, deck), fill=170, width=2)
        drawing.polygon(
            [(tower - 13, deck + 150), (tower + 13, deck + 150), (tower + 7, deck - 410), (tower - 7, deck - 410)],
            fill=255,
        )
        drawing.rectangle((tower - 24, deck + 120, tower + 24, deck + 160), fill=255)
    drawing.polygon([(0, deck - 6), (canvas.width, deck - 2), (canvas.width, deck + 16), (0, deck + 14)], fill=255)
    for x in range(60, canvas.width, 26):
        drawing.line((x, deck - 18, x, deck - 4), fill=200, width=2)
    drawing.line((0, deck - 18, canvas.width, deck - 16), fill=200, width=2)
    for x in (150, 300, 420, 2010, 2140, 2290):
        drawing.rectangle((x - 9, deck, x + 9, deck + 140), fill=255)
    traffic(drawing, deck)
    mirrored = ImageChops.offset(layer.transpose(Image.Transpose.FLIP_TOP_BOTTOM), 0, 2 * (deck + 140) - canvas.height)
    ImageDraw.Draw(mirrored).rectangle((0, 0, canvas.width, deck + 128), fill=0)
    pale = mirrored.filter(ImageFilter.GaussianBlur(6)).point(lambda value: value * 2 // 5)
    wash(canvas, (84, 100, 108), pale)
    wash(canvas, (64, 78, 90), layer.filter(ImageFilter.GaussianBlur(0.8)))


def traffic(drawing: ImageDraw.ImageDraw, deck: int) -> None:
    """A few lorries and a bus on the deck, small against the sky."""
    chance = Chance(19)
    for x in range(220, 2300, 260):
        at = x + chance.bell(80)
        long = chance.between(26, 54)
        drawing.rectangle((at, deck - 34, at + long, deck - 8), fill=235)
        drawing.rectangle((at + long + 2, deck - 26, at + long + 14, deck - 8), fill=235)


def near_bank(canvas: Image.Image) -> None:
    """Reeds along the near bank, dark against the water, and an empty ferry."""
    drawing, chance = ImageDraw.Draw(canvas), Chance(31)
    hull = [(1500, 1240), (2010, 1216), (1966, 1296), (1556, 1308)]
    drawing.polygon(hull, fill=(52, 60, 62))
    drawing.rectangle((1620, 1150, 1830, 1238), fill=(76, 84, 82))
    drawing.rectangle((1606, 1136, 1846, 1154), fill=(126, 60, 48))
    for window in range(1644, 1820, 44):
        drawing.rectangle((window, 1174, window + 26, 1206), fill=(206, 204, 184))
    drawing.line((1880, 1220, 1880, 1090), fill=(52, 60, 62), width=5)
    for _ in range(2600):
        x = chance.between(-20, canvas.width)
        high = chance.between(60, 210) * (1.25 - math.exp(-(((x - 1750) / 420) ** 2)))
        lean = chance.bell(46)
        colour = mix((38, 48, 40), (112, 104, 70), chance.unit())
        drawing.line((x, canvas.height, x + lean * 0.4, canvas.height - high * 0.6), fill=colour, width=4)
        drawing.line((x + lean * 0.4, canvas.height - high * 0.6, x + lean, canvas.height - high), fill=colour, width=2)


def draw_tea() -> Image.Image:
    """Rows of tea that follow the slopes, people picking among them."""
    canvas = gradient(SMALL, [(0.0, (150, 180, 190)), (0.3, (244, 226, 186)), (1.0, (120, 150, 96))])
    canvas = sunlight(canvas, (1100, 230), 700, (255, 224, 150), 0.6)
    ranges(canvas, 380, 4)
    drawing, chance = ImageDraw.Draw(canvas), Chance(5)
    hill = fractal(9, 3)
    for row in range(42):
        depth = row / 30
        y = 360 + 560 * depth**1.5
        points = []
        for x in range(-20, SMALL[0] + 21, 12):
            sway = 90 * hill(x / 620 + 0.3, depth * 1.1) * (0.35 + depth)
            points.append((x, y + sway))
        thick = 6 + 34 * depth**1.4
        furrow = [(x, y - thick * 0.75) for x, y in points]
        drawing.polygon(
            [*furrow, *[(x, y + thick) for x, y in reversed(points)]], fill=mix((96, 110, 62), (30, 52, 30), depth)
        )
        light = mix((150, 172, 92), (52, 96, 46), 0.25 + 0.6 * depth + chance.bell(0.1))
        drawing.polygon([*points, *[(x, y + thick) for x, y in reversed(points)]], fill=light)
        tuft(drawing, chance, points, thick, light)
    for x, y, size in ((420, 640, 46), (560, 610, 42), (980, 720, 58), (1180, 560, 34)):
        picker(drawing, x, y, size)
    return finish(bloom(canvas, 30, 200, 0.25), SMALL, 9, 0.05)


def tuft(
    drawing: ImageDraw.ImageDraw,
    chance: Chance,
    points: list[tuple[float, float]],
    thick: float,
    light: tuple[int, int, int],
) -> None:
    """The round tops of the bushes of a row, lit from behind."""
    for x, y in points:
        for _ in range(3):
            at = x + chance.bell(12)
            radius = thick * chance.between(0.16, 0.34)
            colour = mix(light, (212, 214, 120), max(0.0, chance.bell(0.6)))
            drawing.ellipse((at - radius, y - radius * 0.7, at + radius, y + radius * 0.55), fill=colour)


def picker(drawing: ImageDraw.ImageDraw, x: float, y: float, size: float) -> None:
    """Someone in a straw hat, bent over the bushes with a basket on the back."""
    drawing.ellipse((x - size * 0.34, y - size * 0.5, x + size * 0.36, y + size * 0.7), fill=(150, 60, 58))
    drawing.ellipse((x - size * 0.62, y - size * 0.36, x - size * 0.1, y + size * 0.5), fill=(134, 104, 62))
    drawing.ellipse((x + size * 0.02, y - size * 0.92, x + size * 0.42, y - size * 0.44), fill=(196, 160, 128))
    drawing.polygon(
        [(x - size * 0.2, y - size * 0.66), (x + size * 0.22, y - size * 1.12), (x + size * 0.66, y - size * 0.64)],
        fill=(222, 196, 134),
    )


def draw_street() -> Image.Image:
    """An old street at night that narrows away, lanterns over it and light on wet stones."""
    canvas = gradient(SMALL, [(0.0, (22, 30, 52)), (0.5, (58, 56, 70)), (1.0, (46, 38, 36))])
    drawing, chance = ImageDraw.Draw(canvas), Chance(23)
    vanish = (760, 470)
    for side in (-1, 1):
        for number in range(9):
            house(drawing, chance, vanish, side, number)
    drawing.polygon(
        [(vanish[0] - 26, 520), (vanish[0] + 26, 520), (SMALL[0] + 60, 1000), (-60, 1000)], fill=(66, 54, 48)
    )
    stones(drawing, chance, vanish)
    for number in range(8):
        for side in (-1, 1):
            share = 0.86**number
            x, y = vanish[0] + side * 560 * share, vanish[1] - 250 * share
            radius = round(44 * share)
            drawing.ellipse((x - radius, y - radius * 0.85, x + radius, y + radius * 0.85), fill=(232, 84, 48))
            drawing.ellipse(
                (x - radius * 0.5, y - radius * 0.5, x + radius * 0.5, y + radius * 0.5), fill=(255, 190, 96)
            )
    for number in range(8):
        share = 0.86**number
        for side in (-1, 1):
            at = (vanish[0] + side * 560 * share, vanish[1] - 250 * share)
            canvas = sunlight(canvas, at, max(20, round(300 * share)), (255, 150, 70), 0.5)
    canvas = sunlight(canvas, vanish, 420, (255, 190, 110), 0.55)
    walkers(canvas, chance, vanish)
    return finish(bloom(canvas, 36, 170, 0.5), SMALL, 13, 0.06)


def house(drawing: ImageDraw.ImageDraw, chance: Chance, vanish: tuple[int, int], side: int, number: int) -> None:
    """One shop front in the row: wall, eaves, an upper window and a lit door, smaller the further away."""
    near, far = 0.8**number, 0.8 ** (number + 1)
    x0, x1 = vanish[0] + side * 800 * near, vanish[0] + side * 800 * far
    top0, top1 = vanish[1] - 420 * near, vanish[1] - 420 * far
    foot0, foot1 = vanish[1] + 470 * near, vanish[1] + 470 * far
    wall = mix((54, 46, 46), (88, 74, 62), chance.unit())
    drawing.polygon([(x0, top0), (x1, top1), (x1, foot1), (x0, foot0)], fill=wall)
    drawing.polygon(
        [
            (x0 - side * 0, top0),
            (x1, top1),
            (x1 - side * 30 * far, top1 + 60 * far),
            (x0 - side * 30 * near, top0 + 60 * near),
        ],
        fill=(30, 30, 36),
    )

    def inner(along: float, up: float) -> tuple[float, float]:
        x = x0 + (x1 - x0) * along
        top, foot = top0 + (top1 - top0) * along, foot0 + (foot1 - foot0) * along
        return x, foot + (top - foot) * up

    glow = mix((196, 122, 58), (255, 206, 128), chance.unit())
    drawing.polygon([inner(0.2, 0.05), inner(0.8, 0.05), inner(0.8, 0.46), inner(0.2, 0.46)], fill=glow)
    for bar in (0.35, 0.5, 0.65):
        drawing.line((*inner(bar, 0.05), *inner(bar, 0.46)), fill=(70, 48, 36), width=max(1, round(9 * near)))
    drawing.polygon(
        [inner(0.25, 0.58), inner(0.75, 0.58), inner(0.75, 0.76), inner(0.25, 0.76)], fill=mix(glow, wall, 0.45)
    )


def stones(drawing: ImageDraw.ImageDraw, chance: Chance, vanish: tuple[int, int]) -> None:
    """Flagstones, wet and warm in the light."""
    for row in range(26):
        near, far = 0.88**row, 0.88 ** (row + 1)
        y0, y1 = 520 + 480 * near, 520 + 480 * far
        for column in range(-6, 6):
            left, right = column / 6, (column + 1) / 6
            colour = mix((64, 54, 50), (206, 140, 86), max(0.0, 0.34 - abs(left + 0.08) * 0.4 + chance.bell(0.22)))
            reach0, reach1 = 26 + 800 * near, 26 + 800 * far
            drawing.polygon(
                [
                    (vanish[0] + left * reach0, y0),
                    (vanish[0] + right * reach0 - 3, y0),
                    (vanish[0] + right * reach1 - 2, y1 + 1),
                    (vanish[0] + left * reach1, y1 + 1),
                ],
                fill=colour,
            )


def walkers(canvas: Image.Image, chance: Chance, vanish: tuple[int, int]) -> None:
    """People in the street, dark against the lanterns."""
    layer = Image.new("L", canvas.size, 0)
    drawing = ImageDraw.Draw(layer)
    for _ in range(15):
        share = chance.between(0.08, 0.5)
        x, foot = vanish[0] + chance.bell(520 * share), vanish[1] + 90 + 470 * share
        size = 300 * share + 30
        drawing.ellipse((x - size * 0.1, foot - size, x + size * 0.1, foot - size * 0.8), fill=235)
        drawing.polygon(
            [
                (x - size * 0.2, foot - size * 0.4),
                (x - size * 0.14, foot - size * 0.8),
                (x + size * 0.14, foot - size * 0.8),
                (x + size * 0.2, foot - size * 0.4),
                (x + size * 0.12, foot),
                (x - size * 0.12, foot),
            ],
            fill=235,
        )
    wash(canvas, (26, 22, 26), layer.filter(ImageFilter.GaussianBlur(1.5)))


DRAWINGS = {"bridge": draw_bridge, "tea": draw_tea, "street": draw_street}


def draw(name: str, folder: Path) -> None:
    """Draw one picture and save it as JPEG, 300 pixels an inch."""
    DRAWINGS[name]().save(folder / f"{name}.jpg", "JPEG", quality=88, dpi=(300, 300), optimize=True)


if __name__ == "__main__":
    target = Path(__file__).parent / "images"
    target.mkdir(exist_ok=True)
    for chosen in sys.argv[1:] or DRAWINGS:
        draw(chosen, target)
