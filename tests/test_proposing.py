"""Plans to choose from: the sheet is drawn, and a line of it put into the content makes that page."""

import json
import shutil
from io import BytesIO

from PIL import Image

from made_pages import articles
from xihu_pdf.cli import run

LENGTHS = (1250, 700, 520, 440, 390, 350)


def copied(album, folder):
    (folder / "fonts").symlink_to(album / "fonts")
    shutil.copy(album / "a.jpg", folder / "a.jpg")


def written(folder, article, **page):
    """A content file of six articles in a folder with fonts and photographs."""
    made = []
    for each in articles(article, LENGTHS, photographs=("a.jpg",)):
        own = {"headline": each.headline.value, "importance": each.importance}
        own["sections"] = [
            {"paragraphs": [text.value for text in section.paragraphs]}
            | ({"subhead": section.subhead.value} if section.subhead else {})
            for section in each.sections
        ]
        own["photographs"] = [{"file": "a.jpg", "caption": "水乡"} for _ in each.photographs]
        made.append({key: value for key, value in own.items() if value})
    (folder / "six.yaml").write_text(json.dumps({"pages": [page | {"articles": made}]}, ensure_ascii=False), "utf-8")
    return str(folder / "six.yaml")


def test_a_plan_of_the_sheet_is_chosen_and_kept(album, article, capsys, tmp_path):
    copied(album, tmp_path)
    content = written(tmp_path, article)
    assert run(["build", content, "--plans", "3"]) == 0
    told = capsys.readouterr().out
    lines = [line.partition("plan: ")[2] for line in told.splitlines() if "plan: " in line]
    assert len(set(lines)) == len(lines) == 3
    sheet = Image.open(BytesIO((tmp_path / "six-plans.png").read_bytes()))
    assert sheet.width > 2 * sheet.height * 0.9
    assert not (tmp_path / "six.pdf").exists()
    assert run(["build", written(tmp_path, article, plan=lines[1]), "--plans", "3"]) == 0
    assert f"plan: {lines[1]}" in capsys.readouterr().out


def test_without_several_articles_there_is_nothing_to_choose(album, tmp_path, capsys):
    copied(album, tmp_path)
    page = {"articles": [{"headline": "水乡", "paragraphs": ["正文" * 1900], "photographs": [{"file": "a.jpg"}]}]}
    (tmp_path / "one.yaml").write_text(json.dumps({"pages": [page]}, ensure_ascii=False), "utf-8")
    assert run(["build", str(tmp_path / "one.yaml"), "--plans", "2"]) == 1
    assert "plans-none" in capsys.readouterr().err
