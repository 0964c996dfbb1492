"""Brushes for the two drawings: chance with a fixed seed, soft noise, smooth curves, light and grain.

Coordinates are pixels of the large drawing, which is made at twice the size of the finished picture and scaled down.
"""

import hashlib
import math
from collections.abc import Callable, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

__all__ = [
    "Chance",
    "bloom",
    "curve",
    "finish",
    "fractal",
    "gradient",
    "mix",
    "noise",
    "ribbon",
    "soft",
    "sunlight",
    "wash",
]

Colour = tuple[int, int, int]
Spot = tuple[float, float]


class Chance:
    """A small generator of even numbers (xorshift), the same on every machine."""

    def __init__(self, seed: int) -> None:
        self.state = (seed * 0x9E3779B97F4A7C15 + 0x1234567) & 0xFFFFFFFFFFFFFFFF or 1

    def unit(self) -> float:
        """Draw from 0 up to 1."""
        state = self.state
        state ^= (state << 13) & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 7
        state ^= (state << 17) & 0xFFFFFFFFFFFFFFFF
        self.state = state
        return (state >> 11) / (1 << 53)

    def between(self, low: float, high: float) -> float:
        """Draw from ``low`` up to ``high``."""
        return low + (high - low) * self.unit()

    def bell(self, spread: float) -> float:
        """Draw around zero, seldom farther off than ``spread``."""
        return (self.unit() + self.unit() + self.unit() - 1.5) * spread / 1.5


def mix(first: Sequence[float], second: Sequence[float], share: float) -> Colour:
    """Mix two colours, ``share`` (held between 0 and 1) of the second."""
    share = min(1.0, max(0.0, share))
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def noise(size: tuple[int, int], seed: int, cells: tuple[int, int], octaves: int = 4) -> Image.Image:
    """Make soft gray noise: random squares, ``cells`` of them across and down, smoothed and doubled by octaves."""
    whole = Image.new("L", size, 128)
    for octave in range(octaves):
        across, down = (max(2, each << octave) for each in cells)
        grain = hashlib.shake_256(f"{seed} {octave}".encode()).digest(across * down)
        layer = Image.frombytes("L", (across, down), grain).resize(size, Image.Resampling.BICUBIC)
        whole = layer if octave == 0 else Image.blend(whole, layer, 0.5**octave / (2 - 0.5**octave))
    return whole


def fractal(seed: int, octaves: int = 5) -> Callable[[float, float], float]:
    """Give a smooth function of two lengths, about -1 to 1, with detail halving by octaves."""

    def corner(x: int, y: int) -> float:
        value = (x * 374761393 + y * 668265263 + seed * 2147483647) & 0xFFFFFFFF
        value = ((value ^ (value >> 13)) * 1274126177) & 0xFFFFFFFF
        return ((value ^ (value >> 16)) & 0xFFFF) / 32767.5 - 1

    def layer(x: float, y: float) -> float:
        left, top = math.floor(x), math.floor(y)
        across, down = x - left, y - top
        across, down = across * across * (3 - 2 * across), down * down * (3 - 2 * down)
        above = corner(left, top) * (1 - across) + corner(left + 1, top) * across
        below = corner(left, top + 1) * (1 - across) + corner(left + 1, top + 1) * across
        return above * (1 - down) + below * down

    def sum_of(x: float, y: float = 0.0) -> float:
        return sum(layer(x * 2**n + 17.3 * n, y * 2**n + 5.1 * n) * 0.5**n for n in range(octaves)) / 1.6

    return sum_of


def curve(points: Sequence[Spot], *, closed: bool = False, steps: int = 10) -> list[Spot]:
    """Lead a smooth line through the points (Catmull and Rom's spline)."""
    count = len(points)
    around = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    line: list[Spot] = []
    for number in range(count if closed else count - 1):
        a, b, c, d = around[number : number + 4]
        for step in range(steps):
            t = step / steps
            line.append(
                tuple(  # type: ignore[arg-type]
                    0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t**3)
                    for p, q, r, s in zip(a, b, c, d, strict=True)
                )
            )
    return line if closed else [*line, points[-1]]


def ribbon(points: Sequence[Spot], widths: Sequence[float], steps: int = 10) -> list[Spot]:
    """Give the outline of a band of changing width along a smooth line."""
    spine = curve([(x, y) for x, y in points], steps=steps)
    breadth = [w for w, _ in curve([(w, 0.0) for w in widths], steps=steps)]
    left, right = [], []
    for number, (x, y) in enumerate(spine):
        x0, y0 = spine[max(0, number - 1)]
        x1, y1 = spine[min(len(spine) - 1, number + 1)]
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        share = number / (len(spine) - 1) * (len(breadth) - 1)
        half = breadth[round(share)] / 2
        across, down = -(y1 - y0) / length * half, (x1 - x0) / length * half
        left.append((x + across, y + down))
        right.append((x - across, y - down))
    return left + right[::-1]


def gradient(size: tuple[int, int], stops: Sequence[tuple[float, Colour]]) -> Image.Image:
    """Paint an upright gradient through colours at heights from 0 (top) to 1 (foot)."""
    column = Image.new("RGB", (1, size[1]))
    for y in range(size[1]):
        place = y / (size[1] - 1)
        upper = max(n for n, (at, _) in enumerate(stops) if at <= place or n == 0)
        lower = min(upper + 1, len(stops) - 1)
        span = stops[lower][0] - stops[upper][0] or 1.0
        column.putpixel((0, y), mix(stops[upper][1], stops[lower][1], (place - stops[upper][0]) / span))
    return column.resize(size)


def soft(size: tuple[int, int], outline: Sequence[Spot], blur: float, strength: int = 255) -> Image.Image:
    """Make a mask of one filled outline with blurred edges."""
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).polygon([(round(x), round(y)) for x, y in outline], fill=strength)
    return mask.filter(ImageFilter.GaussianBlur(blur)) if blur else mask


def wash(canvas: Image.Image, colour: Colour, mask: Image.Image) -> None:
    """Lay a colour on the canvas through a mask."""
    canvas.paste(colour, (0, 0), mask)


def bloom(canvas: Image.Image, radius: float, threshold: int, strength: float) -> Image.Image:
    """Let bright parts shine over their edges."""
    small = canvas.resize((canvas.width // 4, canvas.height // 4), Image.Resampling.BOX)
    bright = small.point(lambda value: max(0, value - threshold) * 255 // (255 - threshold))
    glow = bright.filter(ImageFilter.GaussianBlur(radius / 4)).point(lambda value: round(value * strength))
    return ImageChops.screen(canvas, glow.resize(canvas.size, Image.Resampling.BICUBIC))


def finish(canvas: Image.Image, size: tuple[int, int], seed: int, grain: float) -> Image.Image:
    """Scale the drawing down, raise its contrast, darken its corners a little and lay film grain over it."""
    picture = canvas.resize(size, Image.Resampling.LANCZOS)
    picture = picture.point(lambda value: round(value - 9 * math.sin(value / 127.5 * math.pi)))
    ring = Image.radial_gradient("L").resize(size, Image.Resampling.BICUBIC)
    shade = ring.point(lambda value: round(255 - max(0, value - 120) * 0.30))
    picture = ImageChops.multiply(picture, Image.merge("RGB", [shade] * 3))
    fine = noise(size, seed, (size[0] // 2, size[1] // 2), 2).point(lambda value: round(128 + (value - 128) * grain))
    return ImageChops.overlay(picture, Image.merge("RGB", [fine] * 3))


def sunlight(canvas: Image.Image, at: Spot, radius: int, colour: Colour, strength: float) -> Image.Image:
    """Add a round glow of light about a point, fading smoothly to nothing at its radius."""
    ring = Image.radial_gradient("L").resize((2 * radius, 2 * radius), Image.Resampling.BICUBIC)
    ring = ring.point(lambda value: round(255 * strength * max(0.0, 1 - value / 181) ** 2.2))
    mask = Image.new("L", canvas.size, 0)
    mask.paste(ring, (round(at[0]) - radius, round(at[1]) - radius))
    return ImageChops.screen(
        canvas, Image.composite(Image.new("RGB", canvas.size, colour), Image.new("RGB", canvas.size), mask)
    )
