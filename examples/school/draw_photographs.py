"""Draw the pictures of the sample: ``python examples/school/draw_photographs.py [garden] [track] [rocket] …``."""

import math
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "images"))

from brush import Chance, Colour, bloom, finish, fractal, gradient, mix, soft, sunlight, wash
from PIL import Image, ImageDraw

__all__ = ["draw"]

WIDE, TALL = (1800, 1200), (1100, 1400)


def sky(size: tuple[int, int], top: Colour, low: Colour) -> Image.Image:
    """A sky that pales toward the ground."""
    return gradient(size, [(0.0, top), (0.6, low), (1.0, low)])


def ridge(canvas: Image.Image, foot: int, rise: int, colour: Colour, seed: int) -> None:
    """A range of hills with its foot on a line."""
    shape = fractal(seed, 5)
    outline = [(x, foot - rise * (0.6 + 0.4 * shape(x / 480, 1.7))) for x in range(0, canvas.width + 8, 8)]
    wash(canvas, colour, soft(canvas.size, [*outline, (canvas.width, foot), (0, foot)], 3))


def figure(canvas: Image.Image, at: tuple[float, float], high: float, colour: Colour, lean: float = 0.0) -> None:
    """Somebody who stands or bends, seen from afar: head, jacket and legs."""
    x, y = at
    drawing = ImageDraw.Draw(canvas)
    hip = (x + lean * high * 0.2, y - high * 0.48)
    neck = (x + lean * high * 0.62, y - high * (0.84 - 0.25 * abs(lean)))
    for step in (-0.09, 0.09):
        drawing.line([hip, (x + step * high, y)], fill=(46, 52, 66), width=max(2, round(high * 0.09)))
    drawing.line([hip, neck], fill=colour, width=max(3, round(high * 0.2)))
    drawing.line(
        [neck, (neck[0] + (0.1 + lean * 0.3) * high, neck[1] + high * 0.3)],
        fill=mix(colour, (30, 34, 44), 0.2),
        width=max(2, round(high * 0.07)),
    )
    radius = high * 0.09
    head = (neck[0] + lean * radius, neck[1] - radius * 1.2)
    drawing.ellipse((head[0] - radius, head[1] - radius, head[0] + radius, head[1] + radius), fill=(196, 150, 122))
    drawing.pieslice(
        (head[0] - radius, head[1] - radius * 1.1, head[0] + radius, head[1] + radius * 0.9),
        180,
        360,
        fill=(38, 34, 36),
    )


def draw_garden() -> Image.Image:
    """Rows of a vegetable garden below a school, pupils bent over them."""
    width, height = WIDE
    canvas = sunlight(sky(WIDE, (126, 170, 202), (234, 236, 220)), (1300, 260), 700, (255, 236, 180), 0.5)
    ridge(canvas, 560, 210, (150, 176, 168), 3)
    ridge(canvas, 600, 130, (104, 144, 118), 9)
    drawing = ImageDraw.Draw(canvas)
    drawing.rectangle((180, 330, 900, 600), fill=(226, 216, 198))
    for floor in range(3):
        for window in range(9):
            left, top = 205 + 77 * window, 355 + 80 * floor
            drawing.rectangle((left, top, left + 50, top + 46), fill=mix((108, 138, 156), (210, 224, 226), window / 12))
    drawing.rectangle((165, 316, 915, 334), fill=(150, 84, 66))
    drawing.rectangle((0, 596, width, height), fill=(124, 96, 68))
    chance = Chance(5)
    for row in range(15):
        far = row / 14
        y = 610 + 590 * far**1.7
        for _ in range(240):
            x = chance.between(-20, width + 20)
            size = (5 + 26 * far) * (0.6 + 0.6 * chance.unit())
            leaf = mix((66, 118, 58), (150, 190, 84), chance.unit())
            leaf = (226, 202, 70) if row % 5 == 2 and chance.unit() < 0.4 else leaf
            drawing.ellipse((x - size, y - size * (0.7 + 0.5 * chance.unit()), x + size, y + size * 0.5), fill=leaf)
    for x, y, high, lean in (
        (380, 830, 190, 0.7),
        (640, 900, 220, -0.6),
        (1130, 800, 180, 0.5),
        (1420, 980, 270, -0.7),
        (900, 740, 140, 0.0),
    ):
        figure(canvas, (x, y), high, mix((52, 96, 168), (226, 232, 238), (x % 7) / 9), lean)
    return finish(bloom(canvas, 24, 210, 0.25), WIDE, 3, 0.05)


def draw_track() -> Image.Image:
    """A runner alone on the last lap, a full stand behind her."""
    width, height = WIDE
    canvas = sky(WIDE, (120, 164, 204), (222, 230, 228))
    ridge(canvas, 330, 150, (132, 160, 156), 12)
    drawing, chance = ImageDraw.Draw(canvas), Chance(11)
    drawing.polygon([(0, 320), (width, 300), (width, 640), (0, 660)], fill=(170, 172, 176))
    for row in range(7):
        y = 372 + 44 * row
        for column in range(70):
            x = column * 27 + chance.bell(8)
            coat = mix((40, 84, 160), (236, 238, 240), chance.unit())
            drawing.rectangle((x - 9, y - 10, x + 9, y + 22), fill=coat)
            drawing.ellipse((x - 7, y - 26, x + 7, y - 10), fill=(200, 156, 128))
            if chance.unit() < 0.3:
                drawing.line((x + 8, y - 6, x + 16, y - 34), fill=coat, width=5)
    drawing.polygon([(0, 660), (width, 640), (width, 720), (0, 740)], fill=(86, 132, 74))
    drawing.rectangle((0, 730, width, height), fill=(172, 74, 56))
    for lane in range(5):
        y = 750 + 110 * lane + 12 * lane * lane
        drawing.line((0, y, width, y - 30 - 8 * lane), fill=(232, 222, 214), width=4 + 2 * lane)
    runner(canvas, (1120, 1090), 470)
    return finish(bloom(canvas, 20, 220, 0.2), WIDE, 5, 0.05)


def runner(canvas: Image.Image, at: tuple[float, float], high: float) -> None:
    """A girl at a run toward the left, and her shadow."""
    x, y = at
    wash(
        canvas,
        (96, 40, 34),
        soft(canvas.size, [(x - 150, y), (x + 190, y - 14), (x + 210, y + 18), (x - 130, y + 30)], 8),
    )
    drawing = ImageDraw.Draw(canvas)
    hip, neck = (x, y - 0.5 * high), (x - 0.08 * high, y - 0.83 * high)
    skin, shirt = (202, 154, 124), (240, 242, 244)
    for knee, foot in (((-0.2, -0.36), (-0.12, -0.08)), ((0.12, -0.26), (0.36, -0.24))):
        points = [hip, (x + knee[0] * high, y + knee[1] * high), (x + foot[0] * high, y + foot[1] * high)]
        drawing.line(points, fill=skin, width=round(0.075 * high), joint="curve")
        drawing.ellipse(
            [points[2][0] - 30, points[2][1] - 12, points[2][0] + 22, points[2][1] + 16], fill=(210, 60, 50)
        )
    drawing.line([hip, (x + 0.02 * high, y - 0.42 * high)], fill=(34, 66, 140), width=round(0.17 * high))
    drawing.line([hip, neck], fill=shirt, width=round(0.16 * high))
    for elbow, hand in (((-0.22, -0.62), (-0.3, -0.76)), ((0.14, -0.62), (0.06, -0.5))):
        points = [neck, (x + elbow[0] * high, y + elbow[1] * high), (x + hand[0] * high, y + hand[1] * high)]
        drawing.line(points, fill=skin, width=round(0.055 * high), joint="curve")
    head = (neck[0] - 0.02 * high, neck[1] - 0.09 * high)
    radius = 0.07 * high
    drawing.ellipse((head[0] - radius, head[1] - radius, head[0] + radius, head[1] + radius), fill=skin)
    drawing.pieslice(
        (head[0] - radius, head[1] - radius * 1.1, head[0] + radius * 1.1, head[1] + radius), 200, 20, fill=(34, 28, 30)
    )
    drawing.line(
        [(head[0] + radius, head[1]), (head[0] + 2.6 * radius, head[1] + 0.5 * radius)], fill=(34, 28, 30), width=18
    )


def draw_rocket() -> Image.Image:
    """A rocket made of bottles rises on its jet of water above the school."""
    width, height = TALL
    canvas = sky(TALL, (74, 134, 190), (206, 224, 226))
    ridge(canvas, 1120, 150, (112, 146, 126), 21)
    drawing, chance = ImageDraw.Draw(canvas), Chance(8)
    drawing.rectangle((0, 1110, width, height), fill=(120, 154, 92))
    for _ in range(2600):
        down = chance.unit()
        spread = 16 + 150 * down**1.5
        x, y = 560 + chance.bell(spread) + 60 * down, 560 + 640 * down
        size = 2 + 5 * chance.unit()
        drawing.ellipse(
            (x - size, y - size, x + size, y + size), fill=mix((226, 240, 246), (150, 190, 214), chance.unit())
        )
    drawing.polygon([(520, 300), (560, 200), (600, 300)], fill=(206, 60, 48))
    drawing.rounded_rectangle((516, 296, 604, 560), 26, fill=(214, 232, 236), outline=(120, 160, 176), width=5)
    drawing.rectangle((520, 470, 600, 548), fill=(128, 186, 214))
    for side in (-1, 1):
        drawing.polygon([(560 + side * 42, 470), (560 + side * 120, 580), (560 + side * 42, 560)], fill=(232, 176, 46))
    for x, high in ((180, 230), (290, 250), (900, 240), (1000, 220), (800, 230)):
        figure(canvas, (x, 1330), high, mix((52, 96, 168), (232, 236, 238), (x % 5) / 6))
    return finish(bloom(canvas, 22, 215, 0.25), TALL, 7, 0.05)


def draw_window() -> Image.Image:
    """Potted plants on a sill before a bright window."""
    width, height = WIDE
    canvas = gradient(WIDE, [(0.0, (236, 224, 202)), (1.0, (206, 184, 156))])
    drawing, chance = ImageDraw.Draw(canvas), Chance(17)
    canvas.paste(gradient((1320, 820), [(0.0, (196, 222, 232)), (1.0, (246, 244, 224))]), (240, 60))
    for x in (240, 680, 1120, 1560):
        drawing.rectangle((x - 16, 50, x + 16, 890), fill=(250, 248, 242))
    drawing.rectangle((220, 440, 1580, 462), fill=(250, 248, 242))
    drawing.rectangle((0, 890, width, 960), fill=(244, 240, 230))
    drawing.rectangle((0, 956, width, height), fill=(190, 166, 136))
    for number, x in enumerate((360, 570, 800, 1010, 1240, 1450)):
        pot = mix((186, 96, 66), (226, 214, 196), (number * 5 % 7) / 7)
        for _ in range(60 + 14 * number):
            turn, reach = chance.between(-1.25, 1.25), chance.between(60, 210 - 24 * (number % 3))
            tip = (x + math.sin(turn) * reach, 790 - math.cos(turn) * reach)
            green = mix((44, 104, 58), (150, 196, 96), chance.unit())
            drawing.line([(x, 800), tip], fill=green, width=5)
            drawing.ellipse((tip[0] - 18, tip[1] - 9, tip[0] + 18, tip[1] + 9), fill=green)
        drawing.polygon([(x - 74, 780), (x + 74, 780), (x + 56, 900), (x - 56, 900)], fill=pot)
        drawing.rectangle((x - 80, 768, x + 80, 796), fill=mix(pot, (255, 255, 255), 0.15))
    canvas = sunlight(canvas, (900, 200), 900, (255, 246, 214), 0.5)
    return finish(bloom(canvas, 36, 200, 0.35), WIDE, 9, 0.05)


def draw_market() -> Image.Image:
    """A street on market day: awnings, baskets and people in the morning haze."""
    width, height = WIDE
    canvas = sunlight(sky(WIDE, (196, 206, 206), (248, 228, 192)), (1000, 330), 800, (255, 222, 150), 0.7)
    drawing, chance = ImageDraw.Draw(canvas), Chance(31)
    drawing.polygon([(0, height), (820, 560), (1060, 560), (width, height)], fill=(196, 178, 154))
    for side in (0, 1):
        for number in range(5):
            near = number / 4
            x = (780 - 900 * near) if side == 0 else (1080 + 820 * near)
            wide, high, foot = 150 + 330 * near, 170 + 420 * near, 590 + 430 * near
            wall = mix((214, 200, 176), (132, 108, 90), near)
            drawing.rectangle((x - wide / 2, foot - high * 1.5, x + wide / 2, foot), fill=wall)
            roof = [
                (x - wide * 0.62, foot - high * 1.45),
                (x + wide * 0.62, foot - high * 1.45),
                (x + wide * 0.5, foot - high * 1.8),
                (x - wide * 0.5, foot - high * 1.8),
            ]
            drawing.polygon(roof, fill=mix((148, 140, 134), (66, 62, 64), near))
            cloth = ((190, 64, 52), (232, 190, 84), (70, 120, 108))[(number + side) % 3]
            drawing.polygon(
                [
                    (x - wide * 0.55, foot - high * 0.72),
                    (x + wide * 0.55, foot - high * 0.72),
                    (x + wide * 0.66, foot - high * 0.5),
                    (x - wide * 0.66, foot - high * 0.5),
                ],
                fill=cloth,
            )
    for _ in range(70):
        near = chance.unit() ** 0.7
        x = 930 + chance.bell(140 + 620 * near)
        high = 70 + 260 * near
        figure(
            canvas, (x, 600 + 560 * near), high, mix((60, 84, 120), (220, 190, 160), chance.unit()), chance.bell(0.3)
        )
    for _ in range(120):
        near = chance.unit()
        x = 930 + (1 if chance.unit() < 0.5 else -1) * (200 + 640 * near) + chance.bell(60)
        y, size = 640 + 540 * near, 12 + 44 * near
        drawing.ellipse((x - size, y - size * 0.5, x + size, y + size * 0.5), fill=(150, 112, 70))
        goods = ((84, 142, 66), (220, 120, 50), (240, 236, 220))[int(chance.unit() * 3)]
        drawing.ellipse((x - size * 0.85, y - size * 0.7, x + size * 0.85, y + size * 0.1), fill=goods)
    return finish(bloom(canvas, 40, 196, 0.4), WIDE, 13, 0.06)


PICTURES = {
    "garden": draw_garden,
    "track": draw_track,
    "rocket": draw_rocket,
    "window": draw_window,
    "market": draw_market,
}


def draw(name: str) -> None:
    """Draw a picture and write it beside the content as JPEG."""
    path = Path(__file__).parent / "images" / f"{name}.jpg"
    PICTURES[name]().save(path, quality=88, optimize=True, dpi=(300, 300))


if __name__ == "__main__":
    for asked in sys.argv[1:] or PICTURES:
        draw(asked)
