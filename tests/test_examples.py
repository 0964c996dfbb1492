"""Every example is clean, or says why what was found is meant; it is shown in the documents and told in the list."""

from pathlib import Path

import pytest
from PIL import Image

from xihu_pdf.build import check
from xihu_pdf.content import load

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(ROOT.glob("examples/*/content.yaml"))


@pytest.mark.parametrize("content", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_is_made_and_shown(content):
    proof = check(load(content))
    assert [each.line() for each in proof.diagnostics if each.code != "accepted"] == []
    assert proof.document is not None
    listed = (ROOT / "examples" / "README.md").read_text("utf-8")
    name = content.parent.name
    assert f"({name}/content.yaml)" in listed
    picture = ROOT / "docs" / "images" / f"{name}.png"
    assert picture.name in listed
    with Image.open(picture) as opened:
        assert opened.width == 900


def test_there_are_examples():
    assert EXAMPLES
