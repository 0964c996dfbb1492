"""A paper with a masthead and a bulletin keep the standards of their order."""

from pathlib import Path

from validators import broken

from mastheads import NEWSPAPER, paper_of
from xihu_pdf.build import make
from xihu_pdf.content import load
from xihu_pdf.press import DEFAULT_ORDER, ORDERS
from xihu_pdf.stock import open_stock


def test_the_file_keeps_its_standards(source, article, album):
    proof = make(paper_of(source, article, NEWSPAPER, [2200, 2500], kind="newspaper"), open_stock(str(album)))
    assert broken(proof.pdf, ORDERS[DEFAULT_ORDER].standards) == {}
    again = make(paper_of(source, article, NEWSPAPER, [2200, 2500], kind="newspaper"), open_stock(str(album)))
    assert again.pdf == proof.pdf


def test_the_example_of_a_bulletin_keeps_its_standards():
    proof = make(load(Path(__file__).parents[2] / "examples" / "bulletin" / "content.yaml"))
    assert broken(proof.pdf, ORDERS[DEFAULT_ORDER].standards) == {}
