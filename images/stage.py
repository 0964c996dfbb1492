"""A drawing of an open-air evening show by a lake: dancers with silk ribbons, lanterns, hills and moon."""

import math
from pathlib import Path

from brush import (
    Chance,
    Colour,
    bloom,
    finish,
    fractal,
    gradient,
    mix,
    noise,
    soft,
    sunlight,
    wash,
)
from crowd import crowd
from dancers import company
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

__all__ = ["draw_stage"]

WIDTH, HEIGHT = 2800, 2100
SHORE = 1230  # where the far shore meets the lake
FLOOR = (1385, 1475)  # back and front edge of the stage floor
LEFT, RIGHT = 430, 2370  # the stage's sides at the front
MOON = (2010, 330)
GOLD: Colour = (255, 196, 96)
NIGHT: Colour = (14, 22, 50)


def draw_stage() -> Image.Image:
    """Draw the picture, 1400 by 1050 pixels."""
    canvas = sky()
    hills(canvas)
    lake(canvas)
    canvas = set_stage(canvas)
    canvas = beams(canvas)
    canvas = company(canvas)
    canvas = lanterns(canvas)
    mirror(canvas)
    canvas = bloom(canvas, 70, 150, 0.55)
    crowd(canvas)
    return finish(canvas, (1400, 1050), 6, 0.07)


def sky() -> Image.Image:
    """Paint the night sky with a full moon behind thin cloud."""
    canvas = gradient(
        (WIDTH, HEIGHT),
        [(0.0, (13, 24, 62)), (0.3, (34, 52, 104)), (0.5, (92, 88, 128)), (0.6, (176, 128, 116)), (1.0, NIGHT)],
    )
    clouds = noise(canvas.size, 13, (3, 12), 5).point(lambda value: min(150, max(0, value - 126) * 2))
    fade = Image.new("L", canvas.size, 0)
    fade.paste(Image.linear_gradient("L").resize((WIDTH, 1200)).point(lambda value: 230 - value * 200 // 255), (0, 0))
    wash(canvas, (112, 122, 164), ImageChops.multiply(fade, clouds))
    chance, draw = Chance(5), ImageDraw.Draw(canvas)
    for _ in range(150):
        x, y, size = chance.between(0, WIDTH), chance.between(0, 700), chance.between(0.8, 2.4)
        draw.ellipse(
            (x - size, y - size, x + size, y + size),
            fill=mix((70, 84, 130), (236, 236, 246), chance.unit() * (1 - y / 800)),
        )
    canvas = sunlight(canvas, MOON, 620, (150, 160, 200), 0.75)
    disc = Image.new("L", canvas.size, 0)
    ImageDraw.Draw(disc).ellipse((MOON[0] - 78, MOON[1] - 78, MOON[0] + 78, MOON[1] + 78), fill=255)
    wash(canvas, (255, 246, 220), disc.filter(ImageFilter.GaussianBlur(2)))
    marks = (
        noise(canvas.size, 17, (90, 68), 2)
        .point(lambda value: 70 if value > 140 else 0)
        .filter(ImageFilter.GaussianBlur(9))
    )
    wash(canvas, (222, 206, 176), ImageChops.multiply(disc, marks))
    return canvas


def hills(canvas: Image.Image) -> None:
    """Lay the hills over the lake, with a pagoda on one of them."""
    for number, colour in enumerate(((86, 92, 134), (58, 68, 110), (36, 48, 84), (20, 32, 58))):
        ridge = fractal(71 + number, 6)
        base = 950 + 75 * number
        lean = (0.10, -0.09, 0.07, -0.05)[number]
        line = [
            (x, base - (170 - 25 * number) * ridge(x / (760 - 90 * number), 2.2 * number) + lean * (x - 1400))
            for x in range(-20, WIDTH + 21, 8)
        ]
        mask = soft(canvas.size, [*line, (WIDTH + 20, SHORE), (-20, SHORE)], 2.5)
        wash(canvas, colour, mask)
        haze = Image.new("L", canvas.size, 0)
        haze.paste(
            Image.linear_gradient("L").resize((WIDTH, 420)).point(lambda value: value * 120 // 255), (0, SHORE - 420)
        )
        wash(canvas, mix((196, 136, 112), colour, 0.3 + 0.15 * number), ImageChops.multiply(mask, haze))
        if number == 2:
            pagoda(canvas, 640, round(next(y for x, y in line if x >= 640)) + 10)
    lights(canvas)


def pagoda(canvas: Image.Image, x: int, foot: int) -> None:
    """Set a seven-storeyed pagoda on the ridge."""
    draw = ImageDraw.Draw(canvas)
    for storey in range(7):
        half, y = 34 - 3.4 * storey, foot - 34 * storey
        draw.rectangle((x - half * 0.62, y - 34, x + half * 0.62, y), fill=(30, 38, 70))
        draw.polygon(
            [(x - half - 8, y - 30), (x - half * 0.6, y - 40), (x + half * 0.6, y - 40), (x + half + 8, y - 30)],
            fill=(22, 30, 58),
        )
        draw.rectangle((x - half * 0.22, y - 24, x + half * 0.22, y - 6), fill=(255, 206, 120))
    draw.line((x, foot - 234, x, foot - 292), fill=(22, 30, 58), width=5)


def lights(canvas: Image.Image) -> None:
    """Scatter the lit windows of the far shore."""
    draw, chance = ImageDraw.Draw(canvas), Chance(31)
    for _ in range(190):
        x, y = chance.between(0, WIDTH), SHORE - abs(chance.bell(46)) - 3
        size = chance.between(1.5, 4)
        draw.ellipse((x - size, y - size, x + size, y + size), fill=mix((240, 150, 70), (255, 232, 170), chance.unit()))


def lake(canvas: Image.Image) -> None:
    """Let the lake mirror hills and sky, broken by ripples."""
    depth = HEIGHT - SHORE
    sky_part = canvas.crop((0, SHORE - depth, WIDTH, SHORE)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    canvas.paste(rippled(sky_part.point(lambda value: round(value * 0.72)), 3), (0, SHORE))


def rippled(picture: Image.Image, seed: int) -> Image.Image:
    """Shift the rows of a mirrored picture as small waves do, more and slower towards the viewer."""
    result, chance = picture.copy(), Chance(seed)
    shift = 0.0
    for y in range(0, picture.height, 3):
        near = y / picture.height
        shift = 0.55 * shift + chance.bell(4 + 30 * near)
        drop = round(chance.bell(3 + 10 * near))
        row = picture.crop(
            (0, min(picture.height - 3, max(0, y + drop)), picture.width, min(picture.height, max(3, y + drop + 3)))
        )
        result.paste(row, (round(shift), y))
    return result.filter(ImageFilter.GaussianBlur(2))


FAN = (1400, 1392, 800)  # pivot, and radius of the great fan behind the dancers
FONT = Path(__file__).parent.parent / "fonts" / "XihuKai-Regular.ttf"


def set_stage(canvas: Image.Image) -> Image.Image:
    """Build the stage out into the lake: the glowing fan, the floor, the edge with its lamps, the two towers."""
    x, y, outer = FAN
    canvas = sunlight(canvas, (x, y - 260), 1500, (255, 150, 60), 0.62)
    mask = Image.new("L", canvas.size, 0)
    draw = ImageDraw.Draw(mask)
    draw.pieslice((x - outer, y - outer, x + outer, y + outer), 180, 360, fill=255)
    canvas.paste(silk(canvas.size), (0, 0), mask.filter(ImageFilter.GaussianBlur(1.5)))
    lettering(canvas)
    draw = ImageDraw.Draw(canvas)
    draw.arc((x - outer, y - outer, x + outer, y + outer), 180, 360, fill=(255, 240, 196), width=12)
    draw.arc((x - outer + 26, y - outer + 26, x + outer - 26, y + outer - 26), 180, 360, fill=(150, 44, 26), width=5)
    floor(canvas)
    for side in (-1, 1):
        tower(canvas, 1400 + side * 930)
    return canvas


def silk(size: tuple[int, int]) -> Image.Image:
    """Paint the fan's silk: light within, vermilion at the rim, pleats, hills in ink wash."""
    x, y, outer = FAN
    ring = Image.radial_gradient("L").resize((2 * outer, 2 * outer), Image.Resampling.BICUBIC)
    table = [mix(mix((255, 240, 190), (255, 190, 84), v / 110), (206, 62, 34), (v - 80) / 110) for v in range(256)]
    bands = [ring.point([colour[n] for colour in table]) for n in range(3)]
    whole = Image.new("RGB", size, (206, 62, 34))
    whole.paste(Image.merge("RGB", bands), (x - outer, y - outer))
    for number, (tint, strength) in enumerate((((196, 92, 50), 90), ((150, 58, 40), 110), ((112, 40, 40), 130))):
        ridge = fractal(91 + number, 5)
        line = [(px, 1110 + 62 * number - 120 * ridge(px / 330, number)) for px in range(500, 2301, 8)]
        wash(whole, tint, soft(size, [*line, (2300, 1420), (500, 1420)], 3, strength))
    pleats = Image.new("L", size, 0)
    draw = ImageDraw.Draw(pleats)
    for number in range(30):
        first, second = math.radians(180 + 6 * number), math.radians(183 + 6 * number)
        spots = [(x + outer * math.cos(a), y + outer * math.sin(a)) for a in (first, second)]
        draw.polygon([(x, y), *spots], fill=46)
    wash(whole, (110, 20, 10), pleats.filter(ImageFilter.GaussianBlur(2)))
    return whole


def lettering(canvas: Image.Image) -> None:
    """Write the show's name along the fan, each character upright to its rib."""
    if not FONT.exists():
        return
    font = ImageFont.truetype(str(FONT), 158)
    for character, angle in zip("舞动西湖", (-26.4, -8.8, 8.8, 26.4), strict=True):
        sign = Image.new("L", (260, 260), 0)
        ImageDraw.Draw(sign).text((130, 130), character, font=font, fill=255, anchor="mm", stroke_width=3)
        sign = sign.rotate(-angle * 0.8, Image.Resampling.BICUBIC)
        reach, turn = 655, math.radians(angle)
        at = (round(1400 + reach * math.sin(turn)) - 130, round(1400 - reach * math.cos(turn)) - 130)
        canvas.paste((120, 20, 12), (at[0] + 5, at[1] + 6), sign.filter(ImageFilter.GaussianBlur(4)))
        canvas.paste((255, 246, 214), at, sign)


def floor(canvas: Image.Image) -> None:
    """Lay the stage floor, glossy enough to hold the fan's light, and its lit front edge."""
    back, front = FLOOR
    outline = [(600, back), (2200, back), (RIGHT, front), (LEFT, front)]
    mask = soft(canvas.size, outline, 1.2)
    shine = gradient(
        canvas.size,
        [
            (0.0, (255, 214, 130)),
            (back / HEIGHT, (255, 206, 120)),
            (front / HEIGHT, (140, 66, 48)),
            (1.0, (60, 30, 30)),
        ],
    )
    middle = Image.new("L", canvas.size, 0)
    middle.paste(Image.radial_gradient("L").resize((2100, 420)).point(lambda v: max(0, 230 - v)), (350, back - 190))
    base = Image.new("RGB", canvas.size, (88, 40, 44))
    base.paste(shine, (0, 0), middle)
    canvas.paste(base, (0, 0), mask)
    draw = ImageDraw.Draw(canvas)
    draw.rectangle((LEFT, front, RIGHT, front + 52), fill=(40, 18, 26))
    for number in range(49):
        x = LEFT + 20 + number * (RIGHT - LEFT - 40) / 48
        draw.ellipse((x - 7, front + 15, x + 7, front + 29), fill=(255, 224, 150))
    draw.line((LEFT, front, RIGHT, front), fill=(255, 196, 110), width=5)


def tower(canvas: Image.Image, x: int) -> None:
    """Raise a lattice tower that carries the lamps."""
    draw, top = ImageDraw.Draw(canvas), 470
    for side in (-24, 24):
        draw.line((x + side, top, x + side, FLOOR[1]), fill=(26, 26, 42), width=9)
    for y in range(top, FLOOR[1], 52):
        draw.line((x - 24, y, x + 24, y + 52), fill=(32, 32, 50), width=4)
        draw.line((x + 24, y, x - 24, y + 52), fill=(32, 32, 50), width=4)
    for number in range(4):
        y = top + 6 + 46 * number
        draw.rectangle((x - 34, y, x + 34, y + 34), fill=(20, 20, 34))
        draw.ellipse((x - 15, y + 2, x + 15, y + 32), fill=(255, 244, 214))


def beams(canvas: Image.Image) -> Image.Image:
    """Throw light from the towers on the stage, and up into the sky from behind the fan."""
    light = Image.new("RGB", canvas.size)
    rays = (
        ((480, 520), (1050, 1440), 190, (120, 92, 60)), ((480, 560), (1500, 1440), 170, (86, 70, 56)),
        ((2320, 520), (1750, 1440), 190, (120, 92, 60)), ((2320, 560), (1300, 1440), 170, (86, 70, 56)),
        ((700, 1240), (120, -60), 150, (40, 52, 104)), ((2100, 1240), (2680, -60), 150, (40, 52, 104)),
        ((860, 900), (560, -60), 120, (66, 44, 92)), ((1940, 900), (2240, -60), 120, (66, 44, 92)),
    )  # fmt: skip
    for start, end, spread, colour in rays:
        layer = Image.new("RGB", canvas.size)
        draw = ImageDraw.Draw(layer)
        for share in range(24):
            wide = spread * (1 - share / 24)
            outline = [
                (start[0] - 8, start[1]),
                (start[0] + 8, start[1]),
                (end[0] + wide, end[1]),
                (end[0] - wide, end[1]),
            ]
            draw.polygon(outline, fill=mix((0, 0, 0), colour, (share + 1) / 24))
        light = ImageChops.screen(light, layer.filter(ImageFilter.GaussianBlur(10)))
    fade = gradient(canvas.size, [(0.0, (60, 60, 60)), (0.35, (255, 255, 255)), (1.0, (255, 255, 255))])
    return ImageChops.screen(canvas, ImageChops.multiply(light, fade))


def lanterns(canvas: Image.Image) -> Image.Image:
    """Hang strings of red lanterns from the towers to the trees outside the picture."""
    strings = (
        ((470, 480), (-60, 300), 120),
        ((2330, 480), (2860, 300), 120),
        ((470, 620), (-60, 640), 150),
        ((2330, 620), (2860, 640), 150),
    )
    for (x0, y0), (x1, y1), sag in strings:
        line = [(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + 4 * sag * t * (1 - t)) for t in (n / 24 for n in range(25))]
        ImageDraw.Draw(canvas).line(line, fill=(18, 18, 30), width=4)
        for x, y in line[3:24:5]:
            canvas = sunlight(canvas, (x, y + 46), 120, (255, 110, 50), 0.6)
            draw = ImageDraw.Draw(canvas)
            for share in range(12):
                half = 34 - 2.6 * share
                draw.ellipse(
                    (x - half, y + 46 - 29 + share, x + half, y + 46 + 29 - share),
                    fill=mix((176, 22, 18), (255, 196, 110), share / 11),
                )
            draw.rectangle((x - 12, y + 12, x + 12, y + 19), fill=(236, 180, 84))
            draw.rectangle((x - 12, y + 73, x + 12, y + 80), fill=(236, 180, 84))
            draw.line((x, y + 80, x, y + 118), fill=(214, 60, 36), width=5)
    return canvas


def mirror(canvas: Image.Image) -> None:
    """Mirror the lit stage in the water before it."""
    line, depth = FLOOR[1] + 52, 330
    upper = canvas.crop((0, line - 2 * depth, WIDTH, line)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    upper = rippled(upper.resize((WIDTH, depth), Image.Resampling.BICUBIC), 9)
    upper = ImageChops.multiply(upper, Image.new("RGB", upper.size, (210, 196, 200)))
    across = Image.new("L", upper.size, 0)
    across.paste(255, (LEFT - 20, 0, RIGHT + 20, depth))
    across = across.filter(ImageFilter.GaussianBlur(60))
    down = Image.linear_gradient("L").resize(upper.size).point(lambda value: 255 - value * 150 // 255)
    canvas.paste(upper, (0, line), ImageChops.multiply(across, down))
