"""What the tests share: a font that can be set in the head, the fonts as shipped, and how hypothesis is run."""

from pathlib import Path

import pytest
from hypothesis import settings
from PIL import Image

from em_square import ASCII, HAN, MARKS, em_square_font
from xihu_pdf.content import Article, Source, load
from xihu_pdf.fonts import Chain, Library, Shelf
from xihu_pdf.frame import BLACK
from xihu_pdf.stock import Stock, open_stock
from xihu_pdf.typeset import Compositor, Style

ROOT = Path(__file__).parents[1]

# No deadline: a first example pays for imports and fonts. Derandomized: a run of the suite is the same each time.
settings.register_profile("house", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("house")


@pytest.fixture(scope="session")
def em_library(tmp_path_factory) -> Library:
    """The em-square Song, and behind it a face with a rare Han above the Basic Multilingual Plane and kana."""
    folder = tmp_path_factory.mktemp("em")
    song = em_square_font(folder / "em.ttf", "Em Song", HAN + MARKS + ASCII)
    rare = em_square_font(folder / "rare.ttf", "Em Rare", "𠮷𠀋あ葛")
    return Library((Shelf(song, 0, "song"), Shelf(rare, 0, "kai")))


@pytest.fixture(scope="session")
def em_chain(em_library) -> Chain:
    chain = em_library.chain("song")
    assert chain is not None
    return chain


@pytest.fixture
def em(em_chain) -> Compositor:
    """A compositor of 10 pt, so that a tenth of every length in points is its em; it has met no text yet."""
    return Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans"))


@pytest.fixture(scope="session")
def shipped_stock() -> Stock:
    return open_stock(str(ROOT))


@pytest.fixture(scope="session")
def song(shipped_stock) -> Compositor:
    """The body face as shipped, at the body size of the page."""
    chain = shipped_stock.chain("song")
    assert chain is not None
    return Compositor(Style(chain, 9.0, BLACK, "zh-Hans"))


@pytest.fixture(scope="session")
def source() -> Source:
    """The content of the repository."""
    return load(ROOT / "content.yaml")


@pytest.fixture(scope="session")
def article(source) -> Article:
    assert source.edition is not None
    return source.edition.pages[0].articles[0]


@pytest.fixture(scope="session")
def album(tmp_path_factory) -> Path:
    """A content folder with four photographs of usual shapes."""
    folder = tmp_path_factory.mktemp("album")
    (folder / "fonts").symlink_to(ROOT / "fonts")
    for name, size in (("a", (3000, 2000)), ("b", (2000, 1500)), ("c", (1800, 1200)), ("d", (1600, 1200))):
        Image.new("RGB", size, (90, 120, 90)).save(folder / f"{name}.jpg")
    return folder
