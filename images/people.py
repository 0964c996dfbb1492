"""The people of the rice picture, in metres from the point where each stands; the low sun rims them from the left."""

import math
from collections.abc import Callable, Sequence

from brush import Colour, Spot, curve, mix, ribbon
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from view import FOCUS, MIST, SUN, place

__all__ = ["GROUP", "shadows"]

SKIN: Colour = (150, 98, 66)
STRAW: Colour = (204, 164, 92)
RIM: Colour = (255, 226, 160)
DARK: Colour = (44, 44, 52)
Stand = tuple[float, float, float]


def edge(mask: Image.Image, shift: tuple[int, int], blur: float, strength: float) -> Image.Image:
    """Give the side of a shape that looks away from a shift, softened inwards."""
    away = ImageChops.offset(mask, *shift).filter(ImageFilter.GaussianBlur(blur))
    return ImageChops.multiply(mask, ImageChops.invert(away)).point(lambda value: round(value * strength))


class Sitter:
    """One person being drawn: turns metres of the figure into pixels and gathers the parts before they are lit."""

    def __init__(self, canvas: Image.Image, stand: Stand, facing: int = 1) -> None:
        self.canvas, self.stand, self.facing = canvas, stand, facing
        self.scale = FOCUS / stand[2]
        self.air = 1 - math.exp(-max(0.0, stand[2] - 7) / 55)
        left, top = place(stand[0] - 1.4, stand[1] + 2.1, stand[2])
        self.corner = round(left), round(top)
        size = round(2.8 * self.scale), round(2.2 * self.scale)
        self.layer, self.mask = Image.new("RGB", size, DARK), Image.new("L", size, 0)

    def paint(self, outline: Sequence[Spot], colour: Colour) -> None:
        """Fill a part and model it softly, light on the left and shade on the right."""
        part, step = Image.new("L", self.mask.size, 0), 0.012 * self.scale
        ImageDraw.Draw(part).polygon(outline, fill=255)
        self.layer.paste(colour, (0, 0), part)
        shade = edge(part, (round(-4 * step), round(-2 * step)), 3.5 * step, 0.8)
        self.layer.paste(mix(colour, (22, 24, 40), 0.7), (0, 0), shade)
        light = edge(part, (round(4 * step), round(2 * step)), 3 * step, 0.5)
        self.layer.paste(mix(colour, RIM, 0.45), (0, 0), light)
        self.mask.paste(255, (0, 0), part)

    def step_out(self, hidden: float = 0.78) -> None:
        """Light the whole figure against the sun and set it into the picture, standing in the crop to a height."""
        step = 0.012 * self.scale
        dusk = Image.linear_gradient("L").resize(self.mask.size).point(lambda value: max(0, value - 60) * 3 // 4)
        self.layer.paste((50, 36, 22), (0, 0), ImageChops.multiply(dusk, self.mask))
        shade = edge(self.mask, (round(-9 * step), round(-3 * step)), 8 * step, 0.75)
        self.layer.paste((34, 34, 50), (0, 0), shade)
        self.layer.paste(RIM, (0, 0), edge(self.mask, (round(1.3 * step), round(0.7 * step)), 0.7 * step, 1.0))
        self.layer.paste(MIST, (0, 0), Image.new("L", self.mask.size, round(255 * self.air)))
        veil = (
            Image.linear_gradient("L")
            .resize((self.mask.width, round(0.3 * self.scale)))
            .point(lambda value: 255 - value)
        )
        shown = Image.new("L", self.mask.size, 0)
        foot = round((1.95 - hidden) * self.scale)
        shown.paste(255, (0, 0, self.mask.width, foot))
        shown.paste(veil, (0, foot))
        smooth = self.mask.filter(ImageFilter.GaussianBlur(1.2))
        self.canvas.paste(self.layer, self.corner, ImageChops.multiply(smooth, shown))

    def spot(self, x: float, y: float) -> Spot:
        """The pixel of a point of the figure on its own layer."""
        across, down = place(self.stand[0] + self.facing * x, self.stand[1] + y, self.stand[2])
        return across - self.corner[0], down - self.corner[1]

    def part(self, points: Sequence[Spot], colour: Colour) -> None:
        """Draw a rounded part by its outline."""
        outline = [self.spot(x, y) for x, y in curve(points, closed=True, steps=8)]
        self.paint(outline, colour)

    def plate(self, points: Sequence[Spot], colour: Colour) -> None:
        """Draw a flat thing with corners."""
        self.paint([self.spot(x, y) for x, y in points], colour)

    def limb(self, points: Sequence[Spot], widths: Sequence[float], colour: Colour) -> None:
        """Draw an arm, a neck or a pole along its middle line."""
        outline = [self.spot(x, y) for x, y in ribbon(points, widths, 8)]
        self.paint(outline, colour)

    def fold(self, points: Sequence[Spot], colour: Colour) -> None:
        """Draw a crease of the cloth."""
        line = [self.spot(x, y) for x, y in curve(points, steps=8)]
        ImageDraw.Draw(self.layer).line(line, fill=colour, width=max(1, round(0.009 * self.scale)), joint="curve")

    def straw_hat(self, x: float, y: float, tilt: float = 0.0) -> None:
        """Draw a hat with a round crown and a wide brim."""
        self.part(arc(x, y, (0.245, 0.052), tilt), STRAW)
        self.part(
            [
                turned(x, y, a, b, tilt)
                for a, b in ((-0.115, 0.0), (-0.1, 0.09), (0.0, 0.135), (0.1, 0.09), (0.115, 0.0), (0, -0.02))
            ],
            STRAW,
        )
        self.fold([turned(x, y, a, b, tilt) for a, b in ((-0.112, 0.02), (0.0, 0.0), (0.112, 0.02))], (110, 60, 44))

    def pointed_hat(self, x: float, y: float, tilt: float = 0.0) -> None:
        """Draw a pointed bamboo hat."""
        rim = [(-0.27, 0.0), (-0.16, -0.045), (0.0, -0.06), (0.16, -0.045), (0.27, 0.0)]
        cone = [*rim, (0.13, 0.085), (0.03, 0.165), (-0.03, 0.165), (-0.13, 0.085)]
        self.part([turned(x, y, a, b, tilt) for a, b in cone], (214, 178, 108))
        for a in (-0.12, 0.0, 0.12):
            self.fold(
                [turned(x, y, p, q, tilt) for p, q in ((0.0, 0.165), (a * 0.6, 0.06), (a, -0.05))], (160, 124, 68)
            )


def turned(x: float, y: float, across: float, up: float, tilt: float) -> Spot:
    """A point of a hat that sits at a place and tilts."""
    return x + across * math.cos(tilt) - up * math.sin(tilt), y + across * math.sin(tilt) + up * math.cos(tilt)


def arc(x: float, y: float, radii: Spot, tilt: float) -> list[Spot]:
    """The outline of a tilted ellipse."""
    return [turned(x, y, radii[0] * math.cos(n / 2), radii[1] * math.sin(n / 2), tilt) for n in range(13)]


def recorder(canvas: Image.Image, stand: Stand, facing: int = 1) -> None:
    """A technician seen from behind, writing on a board."""
    who = Sitter(canvas, stand, facing)
    shirt: Colour = (176, 190, 196)
    who.part([(-0.17, 0.3), (-0.18, 0.9), (0.18, 0.9), (0.18, 0.3)], (62, 68, 82))
    who.plate([(0.24, 0.99), (0.46, 1.08), (0.43, 1.3), (0.21, 1.2)], (244, 240, 228))
    who.limb([(0.19, 1.33), (0.28, 1.15), (0.32, 1.06), (0.37, 1.06)], [0.12, 0.1, 0.08, 0.06], SKIN)
    who.limb([(-0.19, 1.33), (-0.275, 1.16), (-0.25, 1.02), (-0.12, 1.0)], [0.12, 0.105, 0.085, 0.07], SKIN)
    who.limb([(0.12, 1.36), (0.22, 1.29), (0.285, 1.16)], [0.1, 0.13, 0.145], shirt)
    who.limb([(-0.12, 1.36), (-0.21, 1.3), (-0.27, 1.17)], [0.1, 0.13, 0.145], shirt)
    who.limb([(0.04, 1.4), (0.03, 1.52)], [0.11, 0.095], SKIN)
    who.part(
        [(-0.185, 0.7), (-0.175, 1.0), (-0.19, 1.2), (-0.2, 1.35), (-0.1, 1.43), (0.03, 1.45),
         (0.14, 1.43), (0.215, 1.35), (0.2, 1.2), (0.185, 1.0), (0.2, 0.7)],
        shirt,
    )  # fmt: skip
    for crease in (
        ((-0.02, 1.16), (0.02, 1.02), (-0.03, 0.9)),
        ((0.15, 1.22), (0.1, 1.1), (0.13, 0.96)),
        ((-0.15, 1.06), (-0.08, 0.98), (-0.11, 0.88)),
    ):
        who.fold(crease, (136, 152, 164))
    who.part([(-0.055, 1.52), (-0.06, 1.6), (0.03, 1.67), (0.115, 1.6), (0.11, 1.52), (0.03, 1.48)], DARK)
    who.straw_hat(0.03, 1.635, -0.1)
    who.step_out()


def reaper(canvas: Image.Image, stand: Stand, facing: int = 1, jacket: Colour = (168, 62, 50)) -> None:
    """A farmer bent over, cutting."""
    who = Sitter(canvas, stand, facing)
    who.part([(0.12, 0.2), (0.1, 0.8), (0.22, 0.98), (0.4, 0.92), (0.42, 0.2)], (66, 70, 92))
    who.limb([(-0.2, 1.12), (-0.26, 0.92), (-0.4, 0.82)], [0.11, 0.1, 0.07], mix(jacket, (0, 0, 0), 0.3))
    who.part(
        [(0.42, 0.86), (0.4, 1.02), (0.26, 1.17), (0.04, 1.26), (-0.16, 1.25), (-0.27, 1.14), (-0.22, 1.03),
         (-0.04, 0.97), (0.12, 0.86), (0.24, 0.8)],
        jacket,
    )  # fmt: skip
    who.fold([(0.34, 1.02), (0.2, 1.06), (0.06, 1.03)], mix(jacket, (0, 0, 0), 0.4))
    who.fold([(0.08, 1.2), (-0.02, 1.12), (-0.04, 1.02)], mix(jacket, (0, 0, 0), 0.4))
    who.limb([(-0.14, 1.16), (-0.15, 0.95), (-0.3, 0.78)], [0.13, 0.115, 0.075], jacket)
    who.part([(-0.44, 1.16), (-0.43, 1.06), (-0.36, 1.03), (-0.27, 1.1), (-0.28, 1.2)], SKIN)
    who.pointed_hat(-0.375, 1.2, 0.32)
    who.step_out()


def measurer(canvas: Image.Image, stand: Stand, facing: int = 1, shirt: Colour = (92, 122, 132)) -> None:
    """A technician in profile, holding out the end of the tape."""
    who = Sitter(canvas, stand, facing)
    who.part([(-0.13, 0.3), (-0.14, 0.92), (0.16, 0.92), (0.16, 0.3)], (58, 60, 70))
    who.limb([(-0.03, 1.35), (-0.16, 1.16), (-0.42, 1.1)], [0.1, 0.09, 0.06], mix(SKIN, (0, 0, 0), 0.25))
    who.limb([(0.02, 1.37), (-0.01, 1.48)], [0.13, 0.11], SKIN)
    who.part(
        [(-0.14, 0.78), (-0.15, 0.98), (-0.165, 1.18), (-0.13, 1.33), (-0.05, 1.43), (0.09, 1.44), (0.165, 1.34),
         (0.185, 1.15), (0.165, 0.95), (0.165, 0.78)],
        shirt,
    )  # fmt: skip
    for crease in (((-0.06, 1.32), (-0.1, 1.15), (-0.07, 0.95)), ((0.12, 1.1), (0.04, 1.02), (-0.08, 1.0))):
        who.fold(crease, mix(shirt, (0, 0, 0), 0.35))
    who.limb([(0.05, 1.33), (0.03, 1.12), (-0.1, 1.03), (-0.38, 1.08)], [0.125, 0.11, 0.085, 0.06], SKIN)
    who.limb([(0.05, 1.35), (0.04, 1.24), (0.025, 1.15)], [0.15, 0.15, 0.14], shirt)
    who.part(
        [
            (-0.1, 1.62),
            (-0.108, 1.56),
            (-0.128, 1.53),
            (-0.1, 1.515),
            (-0.09, 1.47),
            (-0.02, 1.46),
            (0.07, 1.52),
            (0.08, 1.62),
        ],
        SKIN,
    )
    who.part([(0.0, 1.66), (-0.01, 1.56), (0.06, 1.49), (0.105, 1.54), (0.1, 1.65)], DARK)
    who.straw_hat(-0.005, 1.635, 0.1)
    who.step_out()


def carrier(canvas: Image.Image, stand: Stand) -> None:
    """A farmer walking away along the bank with two baskets on a shoulder pole."""
    who = Sitter(canvas, stand)
    for side in (-1, 1):
        who.limb([(side * 0.78, 1.3), (side * 0.74, 0.75)], [0.02, 0.02], (120, 92, 52))
        who.limb([(side * 0.82, 1.3), (side * 0.9, 0.75)], [0.02, 0.02], (120, 92, 52))
        who.part(
            [
                (side * 0.82 + a, b)
                for a, b in ((-0.22, 0.66), (-0.17, 0.36), (0.17, 0.36), (0.22, 0.66), (0.1, 0.82), (-0.1, 0.82))
            ],
            (196, 146, 62),
        )
    who.limb([(-0.08, 0.9), (-0.1, 0.45), (-0.14, 0.0)], [0.17, 0.13, 0.1], (70, 74, 92))
    who.limb([(0.07, 0.9), (0.1, 0.5), (0.06, 0.05)], [0.17, 0.13, 0.1], (70, 74, 92))
    who.part([(-0.17, 0.86), (-0.2, 1.32), (0, 1.43), (0.2, 1.32), (0.17, 0.86)], (70, 96, 124))
    who.limb([(-0.95, 1.26), (-0.4, 1.4), (0.4, 1.4), (0.95, 1.26)], [0.03, 0.045, 0.045, 0.03], (138, 104, 58))
    who.part([(-0.08, 1.5), (0, 1.44), (0.08, 1.5), (0.07, 1.62), (-0.07, 1.62)], DARK)
    who.pointed_hat(0, 1.6)
    who.step_out(-1.0)


FRAME = ((-1.5, 9.1), (-0.5, 9.1), (-0.5, 8.1), (-1.5, 8.1))  # the square metre, from above
CORD = ((-1.86, 9.4), (0.0, 7.9))  # the hands that hold the tape


def tube(canvas: Image.Image, start: Spot, end: Spot) -> None:
    """A piece of the white frame that lies on the ears."""
    draw = ImageDraw.Draw(canvas)
    (x0, y0), (x1, y1) = (place(x, 0.9, z) for x, z in (start, end))
    draw.line((x0 + 3, y0 + 9, x1 + 3, y1 + 9), fill=(120, 90, 40), width=11)
    draw.line((x0, y0, x1, y1), fill=(214, 206, 190), width=12)
    draw.line((x0, y0 - 3, x1, y1 - 3), fill=(255, 249, 232), width=5)


def side_tubes(canvas: Image.Image, z: float) -> None:
    """The pieces of both sides of the frame at one depth."""
    for x in (FRAME[0][0], FRAME[1][0]):
        tube(canvas, (x, z), (x, z - 0.25))


def staff(canvas: Image.Image) -> None:
    """The red and white levelling staff at the frame's far corner."""
    draw = ImageDraw.Draw(canvas)
    for number in range(10):
        (x, y), (_, foot) = (place(-1.5, 0.2 * (number + more), 9.2) for more in (1, 0))
        draw.rectangle((x - 8, y, x + 8, foot), fill=(168, 62, 48) if number % 2 else (226, 216, 198))
        draw.rectangle((x - 9, y, x - 5, foot), fill=(255, 196, 150) if number % 2 else (255, 250, 236))
        draw.rectangle((x + 4, y, x + 9, foot), fill=(116, 30, 28) if number % 2 else (160, 148, 132))


def tape(canvas: Image.Image) -> None:
    """The tape between the two who measure."""
    draw = ImageDraw.Draw(canvas)
    (x0, y0), (x1, y1) = (place(x, 1.09, z) for x, z in CORD)
    sag = curve([(x0, y0), ((x0 + x1) / 2, (y0 + y1) / 2 + 24), (x1, y1)])
    draw.line(sag, fill=(150, 96, 20), width=9, joint="curve")
    draw.line([(x, y - 2) for x, y in sag], fill=(255, 214, 64), width=6, joint="curve")


def shadows(canvas: Image.Image) -> None:
    """Lay the long shadows of the near people on the ears, away from the sun."""
    mask = Image.new("L", canvas.size, 0)
    draw = ImageDraw.Draw(mask)
    for x, z in ((-2.26, 9.4), (0.4, 7.9), (1.3, 6.9), (2.7, 8.9)):
        (left, foot), (right, _) = place(x - 0.16, 0.82, z), place(x + 0.2, 0.82, z)
        lean, fall = 0.3 * (right - left) + 0.16 * (left - SUN[0]), 1.9 * (right - left)
        draw.polygon(
            [(left, foot), (right, foot), (right + lean, foot + fall), (left + lean + 20, foot + fall)], fill=115
        )
    canvas.paste((62, 40, 10), (0, 0), mask.filter(ImageFilter.GaussianBlur(26)))


GROUP: tuple[tuple[float, Callable[[Image.Image], None]], ...] = (
    (33.0, lambda canvas: carrier(canvas, (-4.4, 1.15, 31.0))),
    (21.0, lambda canvas: reaper(canvas, (5.6, 0.3, 21.0), 1, (62, 96, 128))),
    (19.6, lambda canvas: reaper(canvas, (7.0, 0.3, 19.6), -1, (158, 84, 60))),
    (9.4, lambda canvas: measurer(canvas, (-2.26, 0.0, 9.4), -1, (206, 202, 190))),
    (9.2, staff),
    (9.1, lambda canvas: tube(canvas, *FRAME[:2])),
    *((z, lambda canvas, z=z: side_tubes(canvas, z)) for z in (9.09, 8.84, 8.59)),
    (8.9, lambda canvas: reaper(canvas, (2.86, 0.0, 8.9))),
    (8.34, lambda canvas: side_tubes(canvas, 8.34)),
    (8.1, lambda canvas: tube(canvas, *FRAME[2:])),
    (7.92, tape),
    (7.9, lambda canvas: measurer(canvas, (0.4, 0.0, 7.9))),
    (6.9, lambda canvas: recorder(canvas, (1.3, 0.0, 6.9), -1)),
)
