"""Real copy of other hands, in columns of a newspaper: the properties of made-up copy hold for it too."""

import json
import re
from pathlib import Path

import pytest

from xihu_pdf.typeset import Measure

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "text"
NO_START = frozenset("，、；：。？！”’）》〉」』】〕］·,.;:!?)]}％")
NO_END = frozenset("“‘（《〈「『【〔([")

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real copy is not at hand")


def paragraphs() -> list[str]:
    texts = [each["text"] for each in json.loads((CORPUS / "cmrc2018-paragraphs.json").read_text("utf-8"))[::4]]
    for name in ("zhejiang-ads-decision-2020.md", "zhengzhou-signs-2017.md", "student-contributors-interview.md"):
        lines = (CORPUS / name).read_text("utf-8").splitlines()
        texts.extend(line.strip() for line in lines if re.search(r"[一-鿿]", line))
    # Addresses and the markup of wikis are no copy for a newspaper.
    return [text for text in texts if "http" not in text and "{" not in text][:90]


@pytest.mark.parametrize("width", [11, 13, 17, 25])
def test_real_copy_keeps_every_rule(song, width):
    measure = Measure(((2.0, width - 2.0),), (0.0, float(width)))
    for text in paragraphs():
        galley = song.galley(text, measure)
        if galley.missing:
            continue
        lines = galley.lines(galley.best)
        assert "".join(line.text for line in lines) == "".join(text.split())
        for number, line in enumerate(lines[:-1]):
            # A single Western word has no gap that could open.
            assert abs(line.right - width * 9.0) < 0.01 or line.text.isascii(), line.text
            assert line.text[-1] not in NO_END, line.text
            after = lines[number + 1].text
            assert after[0] not in NO_START, (line.text, after)
            assert not (line.text[-1].isdigit() and re.match(r"[0-9%％]", after)), (line.text, after)


def test_most_real_paragraphs_are_wholly_covered_and_evenly_set(song):
    measure = Measure(((2.0, 11.0),), (0.0, 13.0))
    galleys = [song.galley(text, measure) for text in paragraphs()]
    covered = [galley for galley in galleys if not galley.missing]
    assert len(covered) > 0.8 * len(galleys)
    gaps = [line.gap for galley in covered for line in galley.lines(galley.best)]
    assert sum(gap > 0.25 for gap in gaps) < 0.02 * len(gaps)
