"""The documents say what is so: links lead somewhere, examples run, options, messages and figures are the code's."""

import importlib
import re
import shutil
from argparse import _SubParsersAction
from pathlib import Path
from textwrap import dedent

import pytest

from xihu_pdf.cli import _parser
from xihu_pdf.content import parse
from xihu_pdf.fonts import ROLES
from xihu_pdf.geometry import mm
from xihu_pdf.layout.arrangement import MOST_PHOTOGRAPHS
from xihu_pdf.layout.desk import ACCENTS
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.messages import MESSAGES

ROOT = Path(__file__).parents[1]
FOLDERS = (".", "docs", "fonts", "images", "bench", "examples")
MARKDOWN = sorted(path.relative_to(ROOT) for folder in FOLDERS for path in (ROOT / folder).glob("*.md"))
READMES = ("README.md", "README.zh-CN.md")
LANGUAGES = {"README.md": "en", "README.zh-CN.md": "zh"}

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_FINDING = re.compile(r"^\S+:\d+:\d+: (error|warning|note) ([a-z0-9-]+): (.*)$", re.MULTILINE)
_ARTICLE = "pages:\n  - articles:\n      - headline: 题\n"
# What a part of a content file needs before and after it to be a whole one.
_AROUND = {"pages": ("", ""), "fonts": ("", _ARTICLE), "photographs": (_ARTICLE, "")}
_ALIASES = {"版": "pages", "字体": "fonts", "图片": "photographs"}


def told(name) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(name, language) -> list[str]:
    return [text for marked, text in _BLOCK.findall(told(name)) if marked == language]


def anchors(text) -> set[str]:
    """The anchors of the headings as code hosts make them."""
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", MARKDOWN, ids=str)
def test_every_link_to_a_file_leads_to_it(name):
    prose = _BLOCK.sub("", told(name))
    for link in _LINK.findall(prose):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        assert target.exists(), f"{name}: {link}"
        assert ROOT in (target.resolve(), *target.resolve().parents), f"{name}: {link}"
        assert not anchor or anchor in anchors(target.read_text("utf-8")), f"{name}: {link}"


def test_the_specimen_can_be_drawn(monkeypatch):
    """As many pages as there are pictures of them beside it, without a letter that is missing."""
    monkeypatch.syspath_prepend(str(ROOT / "docs" / "specimen"))
    pdf, count = importlib.import_module("draw").specimen()
    assert pdf.startswith(b"%PDF")
    assert count == len(list((ROOT / "docs" / "specimen").glob("page-*.png")))


def test_the_index_names_every_document():
    linked = set(_LINK.findall(told("docs/README.md")))
    assert {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"} <= linked


def commands() -> dict[str, list[str]]:
    """The options of every sub-command, as the command knows them."""
    found = next(action for action in _parser()._actions if isinstance(action, _SubParsersAction))
    return {
        name: [option for action in parser._actions for option in action.option_strings]
        for name, parser in found.choices.items()
    }


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize("command", commands())
def test_every_command_and_option_is_told(name, command):
    text = told(name)
    assert f"`xihu {command}" in text
    for option in commands()[command]:
        # Help is where everybody looks for it.
        if option not in {"-h", "--help"}:
            assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", text), option


@pytest.mark.parametrize("name", READMES)
def test_every_option_that_is_told_is_there(name):
    for command, arguments in re.findall(r"xihu (\w+)([^`\n]*)", told(name)):
        options = re.findall(r"(?<!\S)--?[a-z][a-z-]*", arguments.partition("#")[0])
        assert set(options) <= set(commands()[command]), arguments
    known = {option for options in commands().values() for option in options}
    assert set(re.findall(r"`(--?[a-z][a-z-]*)", told(name))) <= known


@pytest.mark.parametrize("name", READMES)
def test_every_make_target_that_is_told_is_there(name):
    targets = set(re.findall(r"^([\w-]+):(?!=)", told("Makefile"), re.MULTILINE))
    for target in re.findall(r"(?:^|`)make ([\w-]+)", told(name), re.MULTILINE):
        assert target in targets


@pytest.mark.parametrize("name", READMES)
def test_python_examples_run(name, tmp_path, monkeypatch, capsys):
    shutil.copy(ROOT / "content.yaml", tmp_path)
    shutil.copytree(ROOT / "images", tmp_path / "images", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.chdir(tmp_path)
    examples = blocks(name, "python")
    assert examples
    for example in examples:
        exec(compile(example, name, "exec"), {})  # noqa: S102 - the examples are ours
    assert capsys.readouterr().out == ""
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("name", READMES)
def test_content_examples_are_read_without_a_finding(name):
    examples = blocks(name, "yaml")
    assert len(examples) == len(_AROUND)
    for example in examples:
        key = dedent(example).partition(":")[0]
        before, after = _AROUND[_ALIASES.get(key, key)]
        source = parse((before + example + after).encode(), name)
        assert [each.line("en") for each in source.diagnostics] == []


@pytest.mark.parametrize("name", READMES)
def test_findings_read_as_the_command_tells_them(name):
    quoted = _FINDING.findall(told(name))
    assert quoted
    for severity, code, text in quoted:
        row = MESSAGES[code]
        language = LANGUAGES[name]
        hint = getattr(row, f"hint_{language}")
        template = getattr(row, language) + (f" → {hint}" if hint else "")
        pattern = re.sub(r"\\{\w+\\}", ".+", re.escape(template))
        assert severity == row.severity
        assert re.fullmatch(pattern, text), f"{code} reads: {template}"


@pytest.mark.parametrize("name", READMES)
def test_codes_and_roles_that_are_named_exist(name):
    for word in re.findall(r"`([a-z]+(?:-[a-z]+)+)`", told(name)):
        assert word in MESSAGES or word in ROLES, word


@pytest.mark.parametrize("name", READMES)
def test_every_role_and_accent_is_named(name):
    text = told(name)
    chinese = {"green": "深绿", "red": "深红", "blue": "墨蓝"}
    for role in ROLES.values():
        assert (f"`{role.name}`" if LANGUAGES[name] == "en" else role.chinese) in text
    for accent in ACCENTS:
        assert (f"`{accent}`" if LANGUAGES[name] == "en" else chinese[accent]) in text


@pytest.mark.parametrize("name", READMES)
def test_figures_are_those_of_the_grid(name):
    text = told(name).replace(",", "")
    assert TABLOID.paper == (mm(275), mm(390))
    assert "275 × 390" in text
    for figure in (TABLOID.characters, TABLOID.lines, TABLOID.size, TABLOID.pitch):
        assert re.search(rf"(?<![\d.]){figure:g}(?![\d.])", text), figure
    for columns in (4, 2):
        millimetres = TABLOID.width(columns) / mm(1)
        pixels = millimetres / 25.4 * 300
        assert re.search(rf"(?<!\d){millimetres:.0f}(?!\d)", text)
        assert re.search(rf"(?<!\d){pixels // 10 * 10:.0f}(?!\d)", text)


def test_the_most_photographs_are_those_that_are_told():
    assert MOST_PHOTOGRAPHS == 4
    assert "at most four photographs" in told("README.md")
    assert "最多四张图" in told("README.zh-CN.md")


def test_the_picture_of_the_page_is_small_enough_to_show():
    from PIL import Image

    picture = ROOT / "docs" / "images" / "page.png"
    assert picture.stat().st_size < 500_000
    with Image.open(picture) as opened:
        assert opened.width == 900
        assert opened.height / opened.width == pytest.approx(390 / 275, abs=0.005)


@pytest.mark.parametrize("name", READMES)
def test_the_readme_stays_short(name):
    assert len(told(name).splitlines()) <= 155
