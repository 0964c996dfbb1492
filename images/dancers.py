"""The dancers of the stage picture, in fractions of a dancer's height above the point where she stands."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from brush import Colour, Spot, curve, mix, ribbon
from PIL import Image, ImageChops, ImageDraw, ImageFilter

__all__ = ["company"]

SKIN: Colour = (246, 204, 168)
HAIR: Colour = (36, 22, 28)
CRIMSON: Colour = (196, 30, 44)
JADE: Colour = (18, 122, 112)


class Dress(NamedTuple):
    """Colours of bodice, upper skirt, hem and sash."""

    bodice: Colour
    skirt: Colour
    hem: Colour
    sash: Colour


LEAD = Dress((206, 34, 46), (190, 24, 42), (255, 176, 120), (255, 214, 120))
GROUP = Dress((16, 110, 106), (20, 128, 116), (214, 240, 214), (255, 206, 120))


class Dancer:
    """One dancer being drawn on a layer of her own before she steps into the light."""

    def __init__(self, canvas: Image.Image, stand: Spot, height: float, facing: int) -> None:
        self.canvas, self.stand, self.height, self.facing = canvas, stand, height, facing
        self.corner = round(stand[0] - height), round(stand[1] - 1.5 * height)
        size = round(2 * height), round(1.65 * height)
        self.layer, self.mask = Image.new("RGB", size, HAIR), Image.new("L", size, 0)

    def spot(self, x: float, y: float) -> Spot:
        """The pixel of a point of the figure on its layer."""
        return (1 + self.facing * x) * self.height, (1.5 - y) * self.height

    def part(self, points: Sequence[Spot], colour: Colour, *, pointed: bool = False) -> None:
        """Draw a part by its outline and round it off."""
        line = points if pointed else curve(points, closed=True, steps=8)
        self.fill([self.spot(x, y) for x, y in line], colour)

    def limb(self, points: Sequence[Spot], widths: Sequence[float], colour: Colour) -> None:
        """Draw an arm or the neck along its middle line."""
        self.fill([self.spot(x, y) for x, y in ribbon(points, widths, 8)], colour)

    def fill(self, outline: Sequence[Spot], colour: Colour) -> None:
        """Fill an outline, lighter above and darker to one side."""
        part, step = Image.new("L", self.mask.size, 0), 0.008 * self.height
        ImageDraw.Draw(part).polygon(outline, fill=255)
        self.layer.paste(colour, (0, 0), part)
        away = ImageChops.offset(part, round(-2 * step), round(-2 * step)).filter(ImageFilter.GaussianBlur(2 * step))
        self.layer.paste(
            mix(colour, (60, 10, 40), 0.6),
            (0, 0),
            ImageChops.multiply(part, ImageChops.invert(away)).point(lambda v: v * 3 // 4),
        )
        self.mask.paste(255, (0, 0), part)

    def skirt(self, waist: Spot, hem: tuple[float, float], dress: Dress, swing: float) -> None:
        """Draw a wide skirt in pleats from the waist to a hem between two places, lifted to one side by a swing."""
        pleats = 16
        for number in range(pleats):
            a, b = number / pleats, (number + 1) / pleats
            for level in range(12):
                t0, t1 = level / 12, (level + 1) / 12
                quad = [
                    self.spot(*self.drape(waist, hem, swing, side, t))
                    for side, t in ((a, t0), (b, t0), (b, t1), (a, t1))
                ]
                shade = 0.5 + 0.5 * math.sin(number * 2.4 + 2.2 * t0)
                colour = mix(dress.skirt, dress.hem, max(0.0, t0 * 1.25 - 0.3))
                colour = mix(mix(colour, (50, 8, 30), 0.5), mix(colour, (255, 240, 210), 0.3), shade)
                ImageDraw.Draw(self.layer).polygon(quad, fill=colour)
                ImageDraw.Draw(self.mask).polygon(quad, fill=255)

    @staticmethod
    def drape(waist: Spot, hem: tuple[float, float], swing: float, side: float, t: float) -> Spot:
        """A point of the skirt: share of the way across and of the way down."""
        flare = t**1.5
        left, right = (
            waist[0] - 0.055 + (hem[0] - waist[0] + 0.055) * flare,
            waist[0] + 0.055 + (hem[1] - waist[0] - 0.055) * flare,
        )
        lift = swing * (side - 0.5) * 2 * t * t + 0.018 * math.sin(side * 19) * t * t
        return left + (right - left) * side, waist[1] * (1 - t) + lift + 0.012

    def step_out(self) -> None:
        """Rim the figure with the fan's light and set it on the stage."""
        step = 0.008 * self.height
        for shift, paint in ((1, (255, 226, 160)), (-1, (255, 200, 130))):
            away = ImageChops.offset(self.mask, round(shift * 1.2 * step) or shift, round(0.6 * step)).filter(
                ImageFilter.GaussianBlur(0.8 * step)
            )
            self.layer.paste(paint, (0, 0), ImageChops.multiply(self.mask, ImageChops.invert(away)))
        self.canvas.paste(self.layer, self.corner, self.mask.filter(ImageFilter.GaussianBlur(1)))


def body(
    dancer: Dancer, dress: Dress, lean: float, arms: Sequence[Sequence[Spot]], hem: tuple[float, float], swing: float
) -> None:
    """Draw skirt, arms, bodice, neck and head of a dancer whose shoulders lean to one side."""
    waist, neck = (0.0, 0.6), (lean, 0.845)
    dancer.limb(arms[0], [0.036, 0.03, 0.026, 0.018], mix(SKIN, (120, 40, 40), 0.3))
    dancer.skirt(waist, hem, dress, swing)
    dancer.limb([(lean * 0.95, 0.83), (lean * 1.1, 0.885)], [0.034, 0.03], SKIN)
    dancer.part(
        [
            (-0.052, 0.585),
            (-0.05, 0.64),
            (lean * 0.6 - 0.058, 0.74),
            (lean - 0.08, 0.825),
            (neck[0], 0.85),
            (lean + 0.08, 0.825),
            (lean * 0.6 + 0.058, 0.74),
            (0.05, 0.64),
            (0.052, 0.585),
        ],
        dress.bodice,
    )
    dancer.part([(-0.056, 0.585), (-0.054, 0.625), (0.054, 0.625), (0.056, 0.585)], dress.sash, pointed=True)
    dancer.limb(arms[1], [0.038, 0.032, 0.026, 0.018], SKIN)
    head = lean * 1.25 + 0.004
    dancer.part(
        [
            (head - 0.04, 0.925),
            (head - 0.036, 0.885),
            (head, 0.862),
            (head + 0.038, 0.885),
            (head + 0.042, 0.93),
            (head, 0.975),
        ],
        SKIN,
    )
    dancer.part(
        [
            (head - 0.046, 0.91),
            (head - 0.05, 0.95),
            (head, 0.99),
            (head + 0.046, 0.95),
            (head + 0.03, 0.935),
            (head - 0.02, 0.94),
        ],
        HAIR,
    )
    dancer.part(
        [(head - 0.05, 0.985), (head - 0.02, 1.03), (head + 0.02, 1.02), (head + 0.01, 0.975), (head - 0.025, 0.965)],
        HAIR,
    )
    dancer.part([(head + 0.012, 0.985), (head + 0.03, 1.0), (head + 0.04, 0.98), (head + 0.024, 0.965)], dress.sash)


def folding_fan(dancer: Dancer, at: Spot, radius: float, turn: float) -> None:
    """Open a painted fan in a hand, its middle pointing along an angle in degrees."""
    for number in range(14):
        first, second = (math.radians(turn - 77 + 11 * (number + more)) for more in (0, 1))
        for reach, paint in ((1.0, (255, 214, 150)), (0.9, (232, 74, 84)), (0.55, (250, 150, 130))):
            shade = mix(paint, (110, 10, 30), 0.28 if number % 2 else 0.0)
            tips = [
                (at[0] + radius * reach * math.cos(a), at[1] + radius * reach * math.sin(a)) for a in (first, second)
            ]
            spots = [dancer.spot(*spot) for spot in (at, *tips)]
            ImageDraw.Draw(dancer.layer).polygon(spots, fill=shade)
            ImageDraw.Draw(dancer.mask).polygon(spots, fill=255)


def silk(canvas: Image.Image, points: Sequence[Spot], width: float, colour: Colour) -> None:
    """Let a band of silk fly: its two faces show by turns as it twists."""
    spine = curve(points, steps=26)
    layer, mask = Image.new("RGB", canvas.size, colour), Image.new("L", canvas.size, 0)
    paint, cover = ImageDraw.Draw(layer), ImageDraw.Draw(mask)
    rims = []
    for number, (x, y) in enumerate(spine):
        x0, y0 = spine[max(0, number - 1)]
        x1, y1 = spine[min(len(spine) - 1, number + 1)]
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        share = number / (len(spine) - 1)
        half = (
            width
            * (0.35 + 0.65 * abs(math.cos(share * 9.0)))
            * (0.35 + 0.65 * math.sin(math.pi * (share * 0.86 + 0.12)))
        )
        rims.append(
            (
                (x - (y1 - y0) / length * half, y + (x1 - x0) / length * half),
                (x + (y1 - y0) / length * half, y - (x1 - x0) / length * half),
            )
        )
    for number in range(len(rims) - 1):
        share = number / len(rims)
        face = math.cos(share * 9.0)
        tone = mix(mix(colour, (70, 0, 20), 0.45), mix(colour, (255, 226, 190), 0.55), 0.5 + 0.5 * face)
        quad = [rims[number][0], rims[number + 1][0], rims[number + 1][1], rims[number][1]]
        paint.polygon(quad, fill=tone)
        cover.polygon(quad, fill=240)
    edge = ImageChops.multiply(
        mask, ImageChops.invert(ImageChops.offset(mask, 3, 5).filter(ImageFilter.GaussianBlur(3)))
    )
    layer.paste((255, 220, 170), (0, 0), edge)
    canvas.paste(layer, (0, 0), mask.filter(ImageFilter.GaussianBlur(1)))


class Pose(NamedTuple):
    """Lean of the shoulders, path of either arm, turn of the fan in either hand, hem and swing of the skirt."""

    lean: float
    far_arm: tuple[Spot, ...]
    near_arm: tuple[Spot, ...]
    turns: tuple[float, float]
    hem: tuple[float, float]
    swing: float


HIGH = Pose(
    0.035,
    ((-0.04, 0.815), (-0.14, 0.73), (-0.24, 0.7), (-0.31, 0.74)),
    ((0.1, 0.82), (0.19, 0.86), (0.24, 0.95), (0.26, 1.04)),
    (196, 62),
    (-0.24, 0.2),
    -0.02,
)
LOW = Pose(
    -0.045,
    ((-0.11, 0.82), (-0.2, 0.86), (-0.25, 0.96), (-0.22, 1.06)),
    ((0.04, 0.81), (0.12, 0.72), (0.22, 0.66), (0.3, 0.64)),
    (108, -24),
    (-0.2, 0.27),
    0.035,
)


def fan_dancer(canvas: Image.Image, stand: Spot, height: float, facing: int, pose: Pose) -> None:
    """One of the company, a fan in either hand."""
    dancer = Dancer(canvas, stand, height, facing)
    shadow(canvas, stand, height)
    body(dancer, GROUP, pose.lean, (pose.far_arm, pose.near_arm), pose.hem, pose.swing)
    for arm, turn, radius in zip((pose.far_arm, pose.near_arm), pose.turns, (0.17, 0.19), strict=True):
        folding_fan(dancer, arm[-1], radius, turn)
    dancer.step_out()


LEFT_SILK = (
    (-0.35, 1.02), (-0.5, 1.09), (-0.68, 1.02), (-0.74, 0.82), (-0.6, 0.64), (-0.4, 0.52), (-0.36, 0.32), (-0.54, 0.2),
    (-0.78, 0.28), (-0.9, 0.48), (-0.86, 0.62),
)  # fmt: skip
RIGHT_SILK = (
    (0.33, 0.98), (0.46, 1.08), (0.66, 1.06), (0.78, 0.9), (0.7, 0.7), (0.5, 0.58), (0.44, 0.38), (0.58, 0.24),
    (0.8, 0.26), (0.96, 0.42), (1.02, 0.6), (0.94, 0.72),
)  # fmt: skip


def lead_dancer(canvas: Image.Image, stand: Spot, height: float) -> None:
    """The one in the middle: leaning back, both arms thrown up, silk flying from her hands."""
    x, y = stand
    silk(canvas, [(x + a * height, y - b * height) for a, b in LEFT_SILK], 0.066 * height, CRIMSON)
    shadow(canvas, stand, height)
    dancer = Dancer(canvas, stand, height, 1)
    body(
        dancer, LEAD, -0.045,
        ([(-0.11, 0.82), (-0.22, 0.89), (-0.29, 0.96), (-0.35, 1.02)],
         [(0.03, 0.82), (0.14, 0.87), (0.23, 0.93), (0.33, 0.98)]),
        (-0.26, 0.34), 0.05,
    )  # fmt: skip
    dancer.step_out()
    silk(canvas, [(x + a * height, y - b * height) for a, b in RIGHT_SILK], 0.066 * height, CRIMSON)


def shadow(canvas: Image.Image, stand: Spot, height: float) -> None:
    """Darken the floor where a dancer stands."""
    mask = Image.new("L", canvas.size, 0)
    x, y = stand
    ImageDraw.Draw(mask).ellipse((x - 0.26 * height, y - 0.02 * height, x + 0.26 * height, y + 0.05 * height), fill=150)
    canvas.paste((56, 14, 22), (0, 0), mask.filter(ImageFilter.GaussianBlur(6)))


def company(canvas: Image.Image) -> Image.Image:
    """Set all dancers on the stage, the rear ones first."""
    for offset, depth, height, pose in ((572, 1414, 336, LOW), (826, 1438, 362, HIGH)):
        for side in (-1, 1):
            fan_dancer(canvas, (1400 + side * offset, depth), height, side if pose is HIGH else -side, pose)
    lead_dancer(canvas, (1400, 1456), 490)
    return canvas
