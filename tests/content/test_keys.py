"""One table of keys stands behind the loader, the schema, the model's defaults and the handbook."""

import json
import pathlib
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from xihu_pdf.content import (
    Article,
    Code,
    Edition,
    Page,
    Panel,
    Photograph,
    Section,
    Settings,
    Table,
    load,
    markup,
    parse,
)
from xihu_pdf.content.handbook import handbook
from xihu_pdf.content.keys import EITHER, KEYS, NODES
from xihu_pdf.content.kinds import KINDS
from xihu_pdf.content.schema import json_schema
from xihu_pdf.content.sizes import SIZES
from xihu_pdf.content.values import VALUES

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
VALIDATOR = Draft202012Validator(json_schema())
MODEL = {
    "edition": Edition,
    "page": Page,
    "article": Article,
    "section": Section,
    "photograph": Photograph,
    "panel": Panel,
    "table": Table,
    "code": Code,
}


def plain(value):
    """The edition without its places."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return (type(value).__name__, *(plain(each) for name, each in value._asdict().items() if name != "span"))
    return tuple(map(plain, value)) if isinstance(value, tuple) else value


def in_chinese(text):
    """The content file with each English key replaced by its Chinese name."""
    names = {key.name: key.aliases[0] for keys in KEYS.values() for key in keys if key.name != "section"}
    return re.sub(r"(?m)^([ -]*)([a-z-]+)(?=:)", lambda found: found[1] + names.get(found[2], found[2]), text)


@pytest.mark.parametrize("kind", KEYS)
def test_every_name_is_unique_in_its_node(kind):
    names = [name for key in KEYS[kind] for name in (key.name, *key.aliases)]
    assert len(names) == len(set(names))
    assert all(key.aliases for key in KEYS[kind])


def test_the_table_is_closed():
    assert KEYS.keys() == NODES.keys()
    keys = [key for keys in KEYS.values() for key in keys]
    assert {key.kind for key in keys} == KINDS.keys() == VALUES.keys() | {"node", "nodes"}
    assert all((key.node in NODES) == (key.kind in {"node", "nodes"}) for key in keys)
    assert all(bool(key.choices) == (key.kind == "choice") for key in keys)
    assert all((key.limits != (0, 0)) == (key.kind in {"integer", "percent"}) for key in keys)
    assert all({name for name, _ in key.refused} <= {each.name for each in KEYS.get(key.node, ())} for key in keys)
    assert all(set(names) <= {key.name for key in KEYS[node]} for node, names in EITHER.items())


@pytest.mark.parametrize("kind", MODEL)
def test_the_model_has_the_keys_and_defaults_of_the_table(kind):
    fields = set(MODEL[kind]._fields) - {"span"}
    assert fields == {key.name for key in KEYS[kind]} - ({"paragraphs"} if kind == "article" else set())
    defaults = MODEL[kind]._field_defaults
    for key in KEYS[kind]:
        if key.default:
            assert str(defaults[key.name]) == key.default


def test_settings_have_the_keys_of_the_table():
    fields = set(Settings._fields) - {"span", "style"}
    assert fields == {key.name.replace("-", "_") for key in KEYS["settings"]}
    assert all(default is None for default in Settings._field_defaults.values())


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(json_schema())
    assert json.loads(json.dumps(json_schema())) == json_schema()


@pytest.mark.parametrize(
    "file", [ROOT / "content.yaml", HERE.parent / "cases" / "good.yaml"], ids=lambda file: file.stem
)
@pytest.mark.parametrize("language", [str, in_chinese], ids=["english", "chinese"])
def test_the_schema_takes_what_the_loader_takes(file, language):
    text = language(file.read_text("utf-8"))
    assert parse(text.encode(), "c").diagnostics == ()
    without_dates = {
        first: [row for row in rows if row[0] != "tag:yaml.org,2002:timestamp"]
        for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    loader = type("Loader", (yaml.SafeLoader,), {"yaml_implicit_resolvers": without_dates})
    assert list(VALIDATOR.iter_errors(yaml.load(text, loader))) == []  # noqa: S506


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"pages": []},
        {"pages": [{"articles": [{"lead": "水"}]}]},
        {"pages": [{"articles": [{"headline": "水", "leed": "水"}]}]},
        {"pages": [{"articles": [{"headline": ["水"]}]}]},
        {"pages": [{"articles": [{"headline": "水", "标题": "水"}]}]},
        {"pages": [{"articles": [{"headline": "水"}]}], "accent": "purple"},
        {"pages": [{"articles": [{"headline": "水"}]}], "date": "2023年"},
        {"pages": [{"articles": [{"headline": "水", "photographs": [{"file": "a", "columns": 13}]}]}]},
        {"pages": [{"articles": [{"headline": "水", "photographs": [{"file": "a", "safe": [0, 1]}]}]}]},
        {"pages": [{"articles": [{"headline": "水", "writing": "up"}]}]},
        {"pages": [{"articles": [{"headline": "水", "sections": [{"subhead": "水", "form": "list"}]}]}]},
        {"pages": [{"articles": [{"headline": "水"}]}], "styles": {"body": {"size": "小五"}}},
        {"pages": [{"articles": [{"headline": "水"}]}], "styles": {"正文": {"字号": 9}}},
        {"pages": [{"articles": [{"headline": "水"}]}], "styles": {"kicker": {"indent": 1}}},
        {"pages": [{"articles": [{"headline": "水"}]}], "styles": {"lead": {"size": "中号"}}},
        {"pages": [{"articles": [{"headline": "水"}]}], "styles": {"lead": {"size": 3}}},
        {"pages": [{"articles": [{"headline": "水"}]}], "styles": {"lead": {"hanging": "maybe"}}},
        {"pages": [{"articles": [{"headline": "水"}]}], "styles": {"lead": {"latin-size": 151}}},
        {"pages": [{"articles": [{"headline": "水"}]}], "styles": {"folio": {"size": 12}}},
    ],
)
def test_the_schema_and_the_loader_refuse_alike(content):
    assert not VALIDATOR.is_valid(content)
    assert parse(json.dumps(content, ensure_ascii=False).encode(), "c").diagnostics


@pytest.mark.parametrize(
    "file", [ROOT / "content.yaml", HERE.parent / "cases" / "good.yaml"], ids=lambda file: file.stem
)
def test_chinese_keys_make_the_same_edition(file):
    text = file.read_text("utf-8")
    chinese = in_chinese(text)
    assert "主标题" in chinese
    assert plain(parse(chinese.encode(), "c").edition) == plain(load(file).edition)


# No brace opens, since that begins markup; no backslash stands where it would have a meaning.
_MARKS = "水乡。“”A1#:- '\"\\[]}%@!&*|>"
_COPY = (
    st.text(st.sampled_from(_MARKS), min_size=1).map(lambda text: re.sub(r"\\(?=[\\|}])", "", text)).filter(str.strip)
)


@given(st.dictionaries(st.sampled_from(["kicker", "headline", "deck", "lead", "byline"]), _COPY, min_size=1))
def test_either_language_gives_the_same_article(values):
    aliases = {key.name: key.aliases[-1] for key in KEYS["article"]}
    editions = []
    for names in ({}, aliases):
        article = {names.get(name, name): value for name, value in values.items()}
        source = parse(json.dumps({"pages": [{"articles": [article]}]}, ensure_ascii=False).encode(), "c")
        assert {d.code for d in source.diagnostics} <= {"key-missing"}
        editions.append(plain(source.edition))
    assert editions[0] == editions[1]
    article = parse(json.dumps({"pages": [{"articles": [values]}]}).encode(), "c").edition.pages[0].articles[0]
    assert {name: getattr(article, name).value for name in values} == {k: v.strip() for k, v in values.items()}


def test_the_handbook_is_up_to_date():
    assert (ROOT / "docs" / "content.md").read_text("utf-8") == handbook(), (
        "run: python -m xihu_pdf.content.handbook > docs/content.md"
    )


def test_the_handbook_tells_every_kind_of_markup_and_every_size():
    text = handbook()
    for kind in markup.KINDS:
        assert f"| `{kind.name}` | " + " ".join(f"`{name}`" for name in kind.aliases) in text
    for name, points in SIZES.items():
        assert f"| {name} | {points:g} |" in text
