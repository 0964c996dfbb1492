"""The rules of the house: small files, doors, light imports, complete tables of names and messages."""

import ast
import importlib
import string
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from xihu_pdf.errors import Diagnostic
from xihu_pdf.messages import MESSAGES

SOURCE = Path(__file__).parents[1] / "src"
PACKAGE = SOURCE / "xihu_pdf"
FILES = sorted(PACKAGE.rglob("*.py"))
ROOMS = sorted(each.name for each in PACKAGE.iterdir() if (each / "__init__.py").exists())
HEAVY = ("reportlab", "PIL", "uharfbuzz", "yaml", "fontTools", "pypdfium2", "numpy", "argparse", "json")
MOST_LINES, MOST_FUNCTION = 400, 60

trees = {path: ast.parse(path.read_text("utf-8")) for path in FILES}
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))


def module_of(path):
    name = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
    return importlib.import_module(name.removesuffix(".__init__"))


@every_file
def test_files_are_short_but_tables(path):
    if path.parent.name != "messages":
        assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@every_file
def test_functions_are_short(path):
    for node in ast.walk(trees[path]):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < MOST_FUNCTION, node.name


@every_file
def test_every_module_names_what_it_gives_in_order(path):
    module = module_of(path)
    if path.name == "__main__.py":
        return
    names = module.__all__
    constants = [each for each in names if each.isupper()]
    others = [each for each in names if not each.isupper()]
    assert len(names) == len(set(names))
    assert names == sorted(constants) + sorted(others) or names == sorted(names)
    for name in names:
        assert hasattr(module, name), name


@every_file
def test_what_is_defined_for_others_is_named(path):
    """Another module of the house takes only names that their home lists."""
    for node in ast.walk(trees[path]):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("xihu_pdf"):
            home = importlib.import_module(node.module)
            for alias in node.names:
                assert alias.name in home.__all__ or hasattr(home, "__path__"), f"{node.module}.{alias.name}"


@every_file
def test_another_room_is_entered_by_its_door(path):
    here = path.relative_to(PACKAGE).parts[0]
    for node in ast.walk(trees[path]):
        modules = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            modules = [node.module or ""]
        elif isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        for name in modules:
            parts = name.split(".")
            if parts[0] == "xihu_pdf" and len(parts) > 2 and parts[1] in ROOMS:
                assert parts[1] == here, f"{name} is not a door"


@every_file
def test_public_names_have_docstrings(path):
    tree = trees[path]
    listed = getattr(module_of(path), "__all__", ())
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name in listed:
            assert ast.get_docstring(node), node.name


def loaded_by(*names):
    """The modules that importing ``names`` in a fresh interpreter loads."""
    code = f"import sys, {', '.join(names)}; print(*sorted(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(SOURCE)}
    )
    return set(run.stdout.split())


@pytest.mark.parametrize("name", ["xihu_pdf", "xihu_pdf.cli", "xihu_pdf.__main__"])
def test_the_door_of_the_house_is_light(name):
    loaded = {each.partition(".")[0] for each in loaded_by(name)}
    assert loaded.isdisjoint(HEAVY)


def test_the_public_names_of_the_package_are_there():
    import xihu_pdf

    assert {"load", "make", "check", "open_stock"} <= set(xihu_pdf.__all__)
    for name in xihu_pdf.__all__:
        assert getattr(xihu_pdf, name) is not None
    with pytest.raises(AttributeError, match="absent"):
        xihu_pdf.absent  # noqa: B018


TEXTS = {
    node.value
    for path, tree in trees.items()
    for node in ast.walk(tree)
    if path.parent.name != "messages" and isinstance(node, ast.Constant) and isinstance(node.value, str)
}
# Codes put together of a beginning and a name, such as that of the pattern that was found.
BEGUN = tuple(
    node.values[0].value
    for tree in trees.values()
    for node in ast.walk(tree)
    if isinstance(node, ast.JoinedStr) and len(node.values) == 2 and isinstance(node.values[0], ast.Constant)
)


def named_codes():
    """The codes that are given to ``fault``, ``FaceFault`` and ``PictureFault`` as they stand."""
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                if node.func.id in {"fault", "FaceFault", "PictureFault", "Diagnostic"} and isinstance(
                    first, ast.Constant
                ):
                    yield first.value


@pytest.mark.parametrize("code", MESSAGES)
def test_every_message_is_used(code):
    begun = [each for each in BEGUN if code.startswith(each) and len(each) > 8]
    assert code in TEXTS or any(f"<{code.removeprefix(each)}>" in text for each in begun for text in TEXTS)


def test_every_code_that_is_told_has_its_message():
    found = set(named_codes())
    assert len(found) > 20
    assert found <= set(MESSAGES)


def fields(text):
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_say_the_same(code):
    """The same values fill a message and its hint in both languages, but for names that differ by language."""
    message = MESSAGES[code]
    assert message.severity in {"error", "warning", "note"}
    assert message.zh
    assert message.en
    assert bool(message.hint_zh) == bool(message.hint_en)
    chinese = fields(message.zh) | fields(message.hint_zh)
    english = fields(message.en) | fields(message.hint_en)
    alike = {name.removesuffix("_zh") for name in chinese}, {name.removesuffix("_en") for name in english}
    assert alike[0] == alike[1]
    assert "" not in chinese | english


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", MESSAGES)
def test_every_finding_can_be_told(code, language):
    message = MESSAGES[code]
    names = chain(*map(fields, (message.zh, message.en, message.hint_zh, message.hint_en)))
    told = Diagnostic(code, None, tuple((name, f"<{name}>") for name in sorted(set(names))))
    line = told.line(language)
    assert code in line
    assert message.severity in line
    assert "{" not in line.replace("{{", "") or "[ 或 {" in line or "[ or {" in line


def test_errors_and_spans_are_told_as_editors_read_them():
    from xihu_pdf.errors import Span, XihuError, fault, has_errors

    found = fault("page-long", Span("content.yaml", 7, 3), lines=2)
    assert found.line("en").startswith("content.yaml:7:3: error page-long: the copy is too long")
    assert has_errors((found,))
    assert not has_errors((fault("cure-photographs", None, count=1),))
    caught = XihuError((found, found))
    assert str(caught).count("page-long") == 2
    assert caught.diagnostics == (found, found)
