"""The command ``xihu``: build, check, fonts, schema. A thin edge: it reads arguments, calls the spine, writes files."""

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from xihu_pdf.errors import Diagnostic, fault, has_errors

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from xihu_pdf.build import Proof
    from xihu_pdf.fonts import Role
    from xihu_pdf.stock import Stock

__all__ = ["main", "run"]

# Exit codes: the page was made; the content has faults and nothing was written; the command was used wrongly.
MADE, FAULTY, MISUSED = 0, 1, 2

_SAY = {
    "made": {"zh": "已生成 {path}（{pages} 版，{size} KB）", "en": "made {path} ({pages} pages, {size} KB)"},
    "unmade": {"zh": "有 {errors} 处错误，没有生成文件", "en": "{errors} errors: no file was written"},
    "clean": {"zh": "没有错误，{warnings} 处提醒", "en": "no errors, {warnings} warnings"},
    "page": {
        "zh": "第 {number} 版：正文 {lines} 行，六栏起讫 {columns}；标题区 {head} 行，图片 {pictures} 行，"
        "小标题 {subheads} 行；字间最大 {widest:.3f} 字，疏行 {loose}，短行 {short}",
        "en": "page {number}: {lines} lines of text, columns {columns}; head {head} lines, photographs {pictures} "
        "lines, subheads {subheads} lines; widest gap {widest:.3f} em, loose lines {loose}, short lines {short}",
    },
}
_HELP = {
    "command": "中文报纸版面：content.yaml 进，PDF 出 / Chinese newspaper pages from content.yaml to PDF",
    "build": "生成 PDF / make the PDF",
    "check": "只检查，不写文件 / find all faults and measure, write nothing",
    "fonts": "列出字体及其所含字数 / list roles, faces and what they cover",
    "schema": "输出 content.yaml 的 JSON Schema / print the JSON Schema of content.yaml",
    "content": "内容文件，默认 content.yaml / the content file",
    "output": "输出的 PDF，默认与内容文件同名 / the PDF to write, by default beside the content",
    "png": "另存每版的 PNG / also write a PNG of every page",
    "fonts-folder": "字体文件夹，默认为内容文件旁的 fonts / the fonts folder, by default fonts beside the content",
    "lang": "提示所用语言 / language of the messages",
}
PNG_RESOLUTION = 150.0


def main() -> NoReturn:
    """Run the command and end the process with its exit code."""
    code = run()
    sys.stdout.flush()
    sys.stderr.flush()
    # All files are closed: taking down every module first would cost 11 ms of a run of 160.
    os._exit(code)


def run(arguments: list[str] | None = None) -> int:
    """Run the command with ``arguments`` (those of the process if None) and give its exit code."""
    options = _parser().parse_args(arguments)
    # A run makes its page and ends: searching for garbage meanwhile costs 7 ms of 180 and finds none.
    gc.disable()
    try:
        return int(_COMMANDS[options.command](options))
    except BrokenPipeError:
        # The reader of a pipe has gone; what is left to say has no one to hear it.
        sys.stderr.close()
        return MADE


def _parser() -> "ArgumentParser":
    from argparse import ArgumentParser

    parser = ArgumentParser(prog="xihu", description=_HELP["command"])
    commands = parser.add_subparsers(dest="command", required=True, metavar="build|check|fonts|schema")
    for name in _COMMANDS:
        command = commands.add_parser(name, help=_HELP[name], description=_HELP[name])
        command.add_argument("--lang", choices=("zh", "en"), default="zh", help=_HELP["lang"])
        if name != "schema":
            command.add_argument("content", nargs="?", default="content.yaml", help=_HELP["content"])
            command.add_argument("--fonts", metavar="DIR", help=_HELP["fonts-folder"])
        if name == "build":
            command.add_argument("-o", "--output", metavar="FILE", help=_HELP["output"])
            command.add_argument("--png", action="store_true", help=_HELP["png"])
    return parser


def _build(options: "Namespace") -> int:
    output = options.output or os.path.splitext(options.content)[0] + ".pdf"
    refusal = _refusal(output, options.content)
    if refusal is not None:
        _tell((refusal,), options.lang)
        return MISUSED
    proof = _proof(options, write=True)
    _tell(proof.diagnostics, options.lang)
    if proof.pdf is None or proof.document is None:
        _say(options.lang, "unmade", errors=sum(each.severity == "error" for each in proof.diagnostics))
        return FAULTY
    try:
        _write(output, proof.pdf)
        if options.png:
            _write_pictures(output, proof.pdf, len(proof.document.pages))
    except ImportError:
        _tell((fault("png-renderer"),), options.lang)
        return FAULTY
    except OSError as caught:
        _tell((fault("output-closed", None, path=output, reason=caught.strerror or str(caught)),), options.lang)
        return FAULTY
    _say(options.lang, "made", path=output, pages=len(proof.document.pages), size=len(proof.pdf) // 1024)
    return MADE


def _check(options: "Namespace") -> int:
    proof = _proof(options, write=False)
    _tell(proof.diagnostics, options.lang)
    for number, report in enumerate(proof.reports, 1):
        figures = report._asdict()
        for name in ("pictures", "subheads"):
            figures[name] = " ".join(map(str, figures[name])) or "—"
        figures["columns"] = " ".join(f"{first + 1}–{end}" for first, end in report.columns)
        _say(options.lang, "page", number=number, **figures)
    if has_errors(proof.diagnostics):
        _say(options.lang, "unmade", errors=sum(each.severity == "error" for each in proof.diagnostics))
        return FAULTY
    _say(options.lang, "clean", warnings=len(proof.diagnostics))
    return MADE


def _fonts(options: "Namespace") -> int:
    from xihu_pdf.content import load
    from xihu_pdf.fonts import ROLES, FaceFault
    from xihu_pdf.stock import open_stock

    source = load(options.content) if os.path.exists(options.content) else None
    named = source.edition.fonts if source and source.edition else ()
    stock = open_stock(os.path.dirname(options.content) or ".", named, options.fonts)
    faults = list(stock.faults)
    for role in ROLES.values():
        try:
            print(_font_row(stock, role))
        except FaceFault as caught:
            faults.append(fault(caught.code, None, **caught.values))
    if stock.chain("song") is None:
        faults.append(fault("fonts-none"))
    _tell(tuple(faults), options.lang)
    return FAULTY if has_errors(faults) else MADE


def _font_row(stock: "Stock", role: "Role") -> str:
    """One role: its names, its face, how many characters that has, and its file with the face number."""
    from xihu_pdf.fonts import GB2312_HAN, coverage

    chain, shelf = stock.chain(role.name), stock.library.shelf(role.name)
    if chain is None or shelf is None:
        return f"{role.chinese}\t{role.name}\t—"
    held = coverage(chain.first)
    cells = (role.chinese, role.name, chain.first.postscript_name, str(held.characters),
             f"GB2312 {held.gb2312}/{GB2312_HAN}", f"{os.path.normpath(shelf.path)}#{shelf.number}")  # fmt: skip
    return "\t".join(cells)


def _schema(_: "Namespace") -> int:
    import json

    from xihu_pdf.content import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return MADE


_COMMANDS = {"build": _build, "check": _check, "fonts": _fonts, "schema": _schema}


def _proof(options: "Namespace", *, write: bool) -> "Proof":
    from xihu_pdf.build import check, make
    from xihu_pdf.content import load
    from xihu_pdf.stock import open_stock

    source = load(options.content)
    fonts = source.edition.fonts if source.edition else ()
    stock = open_stock(source.folder, fonts, options.fonts)
    return make(source, stock) if write else check(source, stock)


def _refusal(output: str, content: str) -> Diagnostic | None:
    """Why ``output`` must not be written: it is a folder, the content itself, or a file that is no PDF."""
    if os.path.isdir(output):
        return fault("output-folder", None, path=output)
    if os.path.exists(output):
        with open(output, "rb") as file:
            if file.read(5) not in (b"%PDF-", b""):
                return fault("output-taken", None, path=output)
    elif os.path.realpath(output) == os.path.realpath(content):
        return fault("output-taken", None, path=output)
    return None


def _write(path: str, data: bytes) -> None:
    """Write a file whole or not at all: under a passing name first, then renamed."""
    folder = os.path.dirname(path) or "."
    os.makedirs(folder, exist_ok=True)
    passing = os.path.join(folder, f".{os.path.basename(path)}.{os.getpid()}.part")
    try:
        with open(passing, "wb") as file:
            file.write(data)
        os.replace(passing, path)
    finally:
        if os.path.exists(passing):
            os.remove(passing)


def _write_pictures(output: str, pdf: bytes, pages: int) -> None:
    from xihu_pdf.press import render_page

    stem = os.path.splitext(output)[0]
    for page in range(pages):
        name = f"{stem}.png" if pages == 1 else f"{stem}-{page + 1}.png"
        _write(name, render_page(pdf, page, PNG_RESOLUTION))


def _tell(diagnostics: tuple[Diagnostic, ...], language: str) -> None:
    for each in diagnostics:
        print(each.line(language), file=sys.stderr)


def _say(language: str, key: str, **values: object) -> None:
    print(_SAY[key][language].format(**values))
