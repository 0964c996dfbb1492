"""The audience of the stage picture: three rows of heads on the near shore."""

import math

from brush import Chance, Spot, curve, mix, ribbon, wash
from PIL import Image, ImageChops, ImageDraw, ImageFilter

__all__ = ["crowd"]


def crowd(canvas: Image.Image) -> None:
    """Seat the people on the near shore, dark against the water, their hair and shoulders touched by stage light."""
    chance = Chance(404)
    middle = (
        Image.linear_gradient("L")
        .rotate(90)
        .resize(canvas.size)
        .point(lambda value: round(255 * math.sin(math.pi * value / 255) ** 0.7))
    )
    scene = canvas.crop((500, 560, 2300, 1560))
    for level, size, gap in ((1752, 50, 96), (1850, 74, 138), (1985, 108, 214)):
        row = Image.new("L", canvas.size, 0)
        draw = ImageDraw.Draw(row)
        phones: list[Spot] = []
        x = -40 - chance.between(0, gap)
        while x < canvas.width + 60:
            y, tall = level + chance.bell(size * 0.5), size * chance.between(0.86, 1.12)
            onlooker(draw, x, y, tall, chance)
            if chance.unit() < 0.14:
                phones.append((x + tall * 0.66, y - tall * 0.75))
                draw.polygon(
                    ribbon(
                        [
                            (x + tall * 0.95, y + tall * 1.5),
                            (x + tall, y + tall * 0.3),
                            (x + tall * 0.7, y - tall * 0.6),
                        ],
                        [tall * 0.42, tall * 0.34, tall * 0.2],
                    ),
                    fill=255,
                )
            x += gap * chance.between(0.74, 1.35)
        draw.rectangle((0, min(level + size * 1.9, canvas.height), canvas.width, canvas.height), fill=255)
        row = row.filter(ImageFilter.GaussianBlur(2 + size / 40))
        wash(canvas, mix((26, 22, 40), (9, 10, 20), (size - 50) / 58), row)
        for reach, strength, colour in ((size // 5, 0.30, (150, 70, 50)), (max(3, size // 15), 0.85, (255, 184, 104))):
            below = ImageChops.offset(row, 0, reach)
            below.paste(255, (0, 0, canvas.width, reach))
            rim = ImageChops.subtract(row, below).filter(ImageFilter.GaussianBlur(reach / 3))
            rim = ImageChops.multiply(ImageChops.multiply(rim, middle), row)
            wash(canvas, colour, rim.point(lambda value, s=strength: round(value * s)))
        for spot in phones:
            phone(canvas, spot, size, scene)


def onlooker(draw: ImageDraw.ImageDraw, x: float, y: float, size: float, chance: Chance) -> None:
    """One head and shoulders: short hair, a bun, long hair, a tail or a hat, the head a little to one side."""
    half, tip = size * chance.between(0.37, 0.43), size * chance.bell(0.12)
    skull = [
        (x - half + tip, y - size * 0.1),
        (x - half * 0.72 + tip, y - size * 0.46),
        (x + tip, y - size * 0.58),
        (x + half * 0.72 + tip, y - size * 0.46),
        (x + half + tip, y - size * 0.1),
        (x + half * 0.62, y + size * 0.42),
        (x, y + size * 0.56),
        (x - half * 0.62, y + size * 0.42),
    ]
    draw.polygon(curve(skull, closed=True), fill=255)
    for side in (-1, 1):
        ear = x + side * half + tip * 0.6
        draw.ellipse((ear - half * 0.16, y - size * 0.08, ear + half * 0.16, y + size * 0.16), fill=255)
    kind = chance.unit()
    if kind < 0.2:
        draw.ellipse((x + tip - half * 0.48, y - size * 0.84, x + tip + half * 0.48, y - size * 0.42), fill=255)
    elif kind < 0.42:
        locks = [
            (x - half * 1.08, y - size * 0.1),
            (x - half * 0.8, y - size * 0.52),
            (x + tip, y - size * 0.64),
            (x + half * 0.8, y - size * 0.52),
            (x + half * 1.08, y - size * 0.1),
            (x + half * 1.1, y + size * 0.8),
            (x - half * 1.1, y + size * 0.8),
        ]
        draw.polygon(curve(locks, closed=True), fill=255)
    elif kind < 0.5:
        draw.polygon(
            curve(
                [
                    (x - half * 1.9, y - size * 0.24),
                    (x - half * 0.7, y - size * 0.36),
                    (x, y - size * 0.8),
                    (x + half * 0.7, y - size * 0.36),
                    (x + half * 1.9, y - size * 0.24),
                    (x, y - size * 0.16),
                ],
                closed=True,
            ),
            fill=255,
        )
    wide, slump = size * chance.between(0.95, 1.2), size * chance.bell(0.12)
    below = y + size * 6
    shoulders = [
        (x - wide, below),
        (x - wide, y + size * 1.2 + slump),
        (x - size * 0.62, y + size * 0.82 + slump),
        (x - size * 0.22, y + size * 0.62),
        (x + size * 0.22, y + size * 0.62),
        (x + size * 0.62, y + size * 0.82 - slump),
        (x + wide, y + size * 1.2 - slump),
        (x + wide, below),
    ]
    draw.polygon(curve(shoulders), fill=255)
    draw.rectangle((x - size * 0.24, y + size * 0.3, x + size * 0.24, y + size * 0.8), fill=255)


def phone(canvas: Image.Image, at: Spot, size: float, scene: Image.Image) -> None:
    """A raised telephone with the stage small on its screen."""
    wide, tall = round(size * 0.6), round(size * 0.34)
    left, top = round(at[0]) - wide // 2, round(at[1]) - tall // 2
    ImageDraw.Draw(canvas).rounded_rectangle((left - 4, top - 4, left + wide + 3, top + tall + 3), 5, fill=(10, 11, 20))
    canvas.paste(scene.resize((wide, tall), Image.Resampling.BOX), (left, top))
