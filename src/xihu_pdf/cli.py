"""The command ``xihu``: build, check, fonts, schema. A thin edge: it reads arguments, calls the spine, writes files."""

import gc
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn

from xihu_pdf.errors import Diagnostic, fault, has_errors
from xihu_pdf.output import clash, refusal, write_all

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from xihu_pdf.build import Proof
    from xihu_pdf.content import Source
    from xihu_pdf.fonts import Library, Shelf
    from xihu_pdf.layout import PageReport
    from xihu_pdf.report import Checked
    from xihu_pdf.stock import Stock

__all__ = ["main", "run"]

# Exit codes: the page was made; the content has faults and nothing was written; the command was used wrongly.
MADE, FAULTY, MISUSED = 0, 1, 2

_SAY = {
    "made": {"zh": "已生成 {path}（{pages} 版，{size} KB）", "en": "made {path} ({pages} page(s), {size} KB)"},
    "sheet": {
        "zh": "已生成 {path}，选一行写在那一版的 plan（拼版方案）里",
        "en": "made {path}; write a line into its page",
    },
    "plans": {"zh": "第 {page} 版  方案 {number}  plan: {line}", "en": "page {page}  plan {number}  plan: {line}"},
    "also": {"zh": "另存 {path}（{size} KB）", "en": "also {path} ({size} KB)"},
    "unmade": {"zh": "{errors} 处错误，没有生成文件", "en": "{errors} error(s): no file was written"},
    "faulty": {"zh": "{errors} 处错误", "en": "{errors} error(s)"},
    "clean": {"zh": "没有错误，{warnings} 处提醒", "en": "no errors, {warnings} warning(s)"},
    "page": {"zh": "第 {number} 版", "en": "page {number}"},
    "columns": {"zh": "  各栏正文起讫行  {}", "en": "  lines of text in each column  {}"},
    "head": {"zh": "  标题区行数  {}", "en": "  lines of the headline block  {}"},
    "pictures": {"zh": "  图片行数  {}", "en": "  lines of each photograph  {}"},
    "subheads": {"zh": "  小标题行数  {}", "en": "  lines of each subhead  {}"},
    "lines": {"zh": "  正文行数  {}", "en": "  lines of text  {}"},
    "widest": {"zh": "  最大的字间空隙  {:.3f} 字", "en": "  widest gap between characters  {:.3f} em"},
    "loose": {"zh": "  空隙超过 1/8 字的行  {}", "en": "  lines with a gap above 1/8 em  {}"},
    "short": {"zh": "  没有排满的行  {}", "en": "  lines short of their measure  {}"},
}
# As in the press's table of orders, which would take its time to load.
_ORDERS = ("press", "sheetfed", "office", "archive", "screen")
# Names of the schemes of imposition, likewise.
_SCHEMES = {
    "对开拼版": "sheet",
    "骑马订": "stitched",
    "A4小册": "booklet-a4",
    "A3小册": "booklet-a3",
    "A4二合一": "two-a4",
    "A3二合一": "two-a3",
    "A4四合一": "four-a4",
    "A3四合一": "four-a3",
}
# What else is made of the pages, likewise.
_COPIES = {
    "png": "另存每版的 PNG，照 PDF 的样子 / also a PNG of every page as the PDF shows it",
    "jpeg": "另存每版的 JPEG，屏幕的颜色 / also a JPEG of every page in the colours of a screen",
    "long": "另存各版连成的长图 / also all pages one below the other as one JPEG",
    "text": "另存文字清样 / also the text proof, for proofreading",
    "transcript": "另存版面记录：每行字、每条线的位置 / also the transcript: where every line and rule stands",
}
_HELP = {
    "command": "中文报纸版面：content.yaml 进，PDF 出 / Chinese newspaper pages from content.yaml to PDF",
    "build": "生成 PDF / make the PDF",
    "check": "检查将要生成的文件，不写出来 / check the file that would be made, write nothing",
    "report": "另写一页 PDF 检查报告，可交印刷厂 / also write a report of one page for the print shop as PDF",
    "json": "检查结果以 JSON 输出 / tell what was found as JSON",
    "fonts": "列出字体及其所含字数 / list roles, faces and what they cover",
    "schema": "输出 content.yaml 的 JSON Schema / print the JSON Schema of content.yaml",
    "content": "内容文件，默认 content.yaml / the content file",
    "output": "输出的 PDF，默认与内容文件同名 / the PDF to write, by default beside the content",
    "for": "为什么而做：press 报纸印刷（默认）、sheetfed 单张纸印刷、office 办公打印、archive 归档、screen 屏幕"
    " / what it is made for: press (default), sheetfed, office, archive, screen",
    "plans": "不生成 PDF，画出每版最好的 N 个拼版方案 / no PDF, but a picture of the N best plans of each page",
    "ppi": "图片的分辨率，36 至 1200，默认 150；长图默认 1080 像素宽"
    " / dots an inch of the pictures, 36 to 1200, by default 150; the long one by default 1080 pixels wide",
    "impose": "另存拼好的大版，SCHEME 为："
    + "、".join(f"{chinese} {english}" for chinese, english in _SCHEMES.items())
    + " / also write the pages imposed on sheets",
    "fonts-folder": "字体文件夹，默认为内容文件旁的 fonts / the fonts folder, by default fonts beside the content",
    "lang": "提示所用语言 / language of the messages",
    "version": "版本 / the version",
}


def main() -> NoReturn:
    """Run the command and end the process with its exit code."""
    # A run makes its page and ends: searching for garbage meanwhile costs 7 ms of 180 and finds none.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        # A terminal without Chinese letters shows them as escapes; the page is made all the same.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    code = MADE
    with suppress(BrokenPipeError):
        # The reader of a pipe may have gone; what is left to say has then no one to hear it.
        code = run()
        sys.stdout.flush()
        sys.stderr.flush()
    # All files are closed: taking down every module first would cost 11 ms of a run of 160.
    os._exit(code)


def run(arguments: list[str] | None = None) -> int:
    """Run the command with ``arguments`` (those of the process if None) and give its exit code."""
    options = _parser().parse_args(arguments)
    folder = getattr(options, "fonts", None)
    if folder is not None and not os.path.isdir(folder):
        _tell((fault("fonts-folder", None, path=folder),), options.lang)
        return MISUSED
    return int(_COMMANDS[options.command](options))


def _parser() -> "ArgumentParser":
    from argparse import SUPPRESS, ArgumentParser

    from xihu_pdf import __version__

    parser = ArgumentParser(prog="xihu", description=_HELP["command"])
    parser.add_argument("--version", action="version", version=f"xihu_pdf {__version__}", help=_HELP["version"])
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help=_HELP["lang"])
    commands = parser.add_subparsers(dest="command", required=True, metavar="build|check|fonts|schema")
    for name in _COMMANDS:
        command = commands.add_parser(name, help=_HELP[name], description=_HELP[name])
        # Taken before the verb and after it; left out after it, what stood before counts.
        command.add_argument("--lang", choices=("zh", "en"), default=SUPPRESS, help=_HELP["lang"])
        if name != "schema":
            command.add_argument("content", nargs="?", default="content.yaml", help=_HELP["content"])
            command.add_argument("--fonts", metavar="DIR", help=_HELP["fonts-folder"])
        if name in {"build", "check"}:
            command.add_argument("--for", dest="order", choices=_ORDERS, default=_ORDERS[0], help=_HELP["for"])
            command.add_argument("--impose", type=_scheme, metavar="SCHEME", help=_HELP["impose"])
        if name == "check":
            command.add_argument("--json", action="store_true", help=_HELP["json"])
            command.add_argument("--report", metavar="FILE", help=_HELP["report"])
        if name == "build":
            command.add_argument("-o", "--output", metavar="FILE", help=_HELP["output"])
            command.add_argument("--plans", type=int, choices=range(2, 10), metavar="N", help=_HELP["plans"])
            for kind, told in _COPIES.items():
                command.add_argument(f"--{kind}", action="store_true", help=told)
            command.add_argument("--ppi", type=_resolution, metavar="N", help=_HELP["ppi"])
    return parser


def _resolution(asked: str) -> float:
    """Dots an inch. Raises ArgumentTypeError, which the parser tells, for what is none."""
    from argparse import ArgumentTypeError

    try:
        resolution = float(asked)
    except ValueError:
        resolution = 0.0
    if not 36 <= resolution <= 1200:
        raise ArgumentTypeError(f"{asked}：应是 36 至 1200 的数 / a number from 36 to 1200")
    return resolution


def _scheme(asked: str) -> str:
    """The scheme of a name, Chinese or English. Raises ArgumentTypeError, which the parser tells, for what is none."""
    from argparse import ArgumentTypeError

    scheme = _SCHEMES.get(asked, asked)
    if scheme not in _SCHEMES.values():
        known = "、".join(f"{chinese} {english}" for chinese, english in _SCHEMES.items())
        raise ArgumentTypeError(f"{asked}：没有这种拼法，有 / no such scheme; there are {known}")
    return scheme


def _build(options: "Namespace") -> int:
    output = options.output or os.path.splitext(options.content)[0] + ".pdf"
    refused = refusal(output)
    if refused is not None or os.path.realpath(output) == os.path.realpath(options.content):
        _tell((refused or fault("output-taken", None, path=output),), options.lang)
        return MISUSED
    if options.plans:
        return _propose(options, f"{os.path.splitext(output)[0]}-plans.png")
    from xihu_pdf.build import make

    source, stock = _sources(options)
    proof = make(source, stock, options.order, _cache_folder(), options.impose or "")
    _tell(proof.diagnostics, options.lang)
    if proof.pdf is None or proof.document is None:
        _say(options.lang, "unmade", errors=_errors(proof.diagnostics))
        return FAULTY
    others = _others(options, os.path.splitext(output)[0], source, stock, proof)
    if isinstance(others, Diagnostic):
        _tell((others,), options.lang)
        return FAULTY
    files = {output: proof.pdf} | others
    failed = clash([output, *others], stock.paths) or next(filter(None, map(refusal, files)), None) or write_all(files)
    if failed is not None:
        _tell((failed,), options.lang)
        return FAULTY if failed.code == "output-closed" else MISUSED
    _say(options.lang, "made", path=output, pages=len(proof.document.pages), size=len(proof.pdf) // 1024)
    for path, data in others.items():
        _say(options.lang, "also", path=path, size=-(-len(data) // 1024))
    return MADE


def _propose(options: "Namespace", output: str) -> int:
    from xihu_pdf.proposing import propose

    try:
        proposal = propose(*_sources(options), options.plans)
    except ImportError:
        _tell((fault("png-renderer"),), options.lang)
        return FAULTY
    _tell(proposal.diagnostics, options.lang)
    if proposal.sheet is None:
        _say(options.lang, "unmade", errors=_errors(proposal.diagnostics))
        return FAULTY
    failed = refusal(output) or write_all({output: proposal.sheet})
    if failed is not None:
        _tell((failed,), options.lang)
        return FAULTY if failed.code == "output-closed" else MISUSED
    for page, lines in enumerate(proposal.plans, 1):
        for number, line in enumerate(lines, 1):
            _say(options.lang, "plans", page=page, number=number, line=line)
    _say(options.lang, "sheet", path=output)
    return MADE


def _others(
    options: "Namespace", stem: str, source: "Source", stock: "Stock", proof: "Proof"
) -> dict[str, bytes] | Diagnostic:
    """The files by path that were asked for beside the PDF, or what forbids them."""
    sheets = {f"{stem}-sheets.pdf": proof.sheets} if proof.sheets else {}
    kinds = [kind for kind in _COPIES if getattr(options, kind)]
    if not kinds or proof.document is None or proof.pdf is None:
        return sheets
    from xihu_pdf.copies import Finished, copies

    finished = Finished(source, stock, proof.document, proof.pdf, options.order, _cache_folder(), options.lang)
    made = copies(kinds, stem, finished, options.ppi)
    return made if isinstance(made, Diagnostic) else sheets | made


def _check(options: "Namespace") -> int:
    from xihu_pdf.report import as_json, examine

    source, stock = _sources(options)
    checked = examine(source, stock, options.order, _cache_folder(), options.impose or "")
    if options.report is not None:
        failed = _write_report(options, checked, stock)
        if failed:
            return failed
    if options.json:
        print(as_json(checked, options.content, options.lang))
        return MADE if checked.passed else FAULTY
    _tell(checked.findings, options.lang)
    for number, report in enumerate(checked.proof.reports, 1):
        _say(options.lang, "page", number=number)
        _measures(report, options.lang)
    if not checked.passed:
        _say(options.lang, "faulty", errors=_errors(checked.findings))
        return FAULTY
    _say(options.lang, "clean", warnings=sum(each.severity == "warning" for each in checked.findings))
    return MADE


def _write_report(options: "Namespace", checked: "Checked", stock: "Stock") -> int:
    """Write the report whole or not at all; give the exit code of what failed, or 0."""
    from xihu_pdf.cache import keep_in
    from xihu_pdf.report import report_page

    refused = refusal(options.report, is_report=True)
    if refused is not None or os.path.realpath(options.report) == os.path.realpath(options.content):
        _tell((refused or fault("output-taken", None, path=options.report),), options.lang)
        return MISUSED
    page = report_page(checked, stock, os.path.basename(options.content), options.lang, keep_in(_cache_folder()))
    failed = write_all({options.report: page})
    if failed is not None:
        _tell((failed,), options.lang)
    return FAULTY if failed else MADE


def _measures(report: "PageReport", language: str) -> None:
    """Print the figures of a page, one a line, places counted from 1."""
    figures: dict[str, object] = report._asdict()
    for name in ("pictures", "subheads"):
        figures[name] = " ".join(map(str, getattr(report, name))) or "—"
    figures["columns"] = " ".join(f"{first + 1}–{end}" for first, end in report.columns)
    for name in ("columns", "head", "pictures", "subheads", "lines", "widest", "loose", "short"):
        print(_SAY[name][language].format(figures[name]))


def _errors(diagnostics: tuple[Diagnostic, ...]) -> int:
    return sum(each.severity == "error" for each in diagnostics)


def _fonts(options: "Namespace") -> int:
    from xihu_pdf.content import load
    from xihu_pdf.fonts import ROLES, FaceFault
    from xihu_pdf.stock import open_stock

    source = load(options.content) if os.path.exists(options.content) else None
    named = source.edition.fonts if source and source.edition else ()
    stock = open_stock(os.path.dirname(options.content) or ".", named, options.fonts)
    faults = list(stock.faults)
    rows = [(role.chinese, role.name, stock.library.shelf(role.name)) for role in ROLES.values()]
    used = [shelf for _, _, shelf in rows]
    rows += [("备用", "spare", shelf) for shelf in stock.library.shelves if shelf not in used]
    for chinese, name, shelf in rows:
        try:
            print(chinese, name, _face_cells(stock.library, shelf) if shelf else "—", sep="\t")
        except FaceFault as caught:
            faults.append(fault(caught.code, None, **caught.values))
    if stock.chain("song") is None:
        faults.append(fault("fonts-none"))
    _tell(tuple(faults), options.lang)
    return FAULTY if has_errors(faults) else MADE


def _face_cells(library: "Library", shelf: "Shelf") -> str:
    """A face's name, how many characters it has in all and of GB 2312, and its file with the face number."""
    from xihu_pdf.fonts import GB2312_HAN, coverage

    face = library.open(shelf)
    held = coverage(face)
    path = f"{os.path.normpath(shelf.path)}#{shelf.number}"
    return f"{face.postscript_name}\t{held.characters}\tGB2312 {held.gb2312}/{GB2312_HAN}\t{path}"


def _schema(_: "Namespace") -> int:
    import json

    from xihu_pdf.content import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return MADE


_COMMANDS = {"build": _build, "check": _check, "fonts": _fonts, "schema": _schema}


def _sources(options: "Namespace") -> tuple["Source", "Stock"]:
    """The content and what is on hand for it."""
    from xihu_pdf.content import load
    from xihu_pdf.stock import open_stock

    source = load(options.content)
    named = source.edition.fonts if source.edition else ()
    return source, open_stock(source.folder, named, options.fonts, _cache_folder())


def _cache_folder() -> str:
    """Where converted photographs are kept (XDG Base Directory Specification)."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "xihu_pdf")


def _tell(diagnostics: tuple[Diagnostic, ...], language: str) -> None:
    for each in diagnostics:
        print(each.line(language), file=sys.stderr)


def _say(language: str, key: str, **values: object) -> None:
    print(_SAY[key][language].format(**values))
