"""What the law and custom want of a paper by its kind, as tables with their source; and whether an edition keeps it.

Only what was read in its source is an error; what custom alone wants is a warning.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from xihu_pdf.content import Code, Edition, Masthead, Page, Text
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.frame import GlyphRun, PageFrame, Picture, Tag
from xihu_pdf.layout.issue import key_of

__all__ = ["BANNED", "NEEDS", "WORDS", "check_law"]


class Need(NamedTuple):
    """A row: a paper of ``kind`` prints one of the ``facts`` of its masthead; else it is told under ``code``."""

    kind: str
    facts: tuple[str, ...]
    zh: str
    en: str
    source: str
    code: str = "law-item"


class Banned(NamedTuple):
    """A row: a paper of ``kind`` may not print this fact of its masthead."""

    kind: str
    fact: str
    zh: str
    en: str
    source: str


class Word(NamedTuple):
    """A row: a paper of ``kind`` may not print what ``pattern`` finds in its ``fields``; without fields, anywhere."""

    kind: str
    pattern: str
    fields: tuple[str, ...]
    source: str
    code: str = "law-word"


# 国新出发〔2020〕10号 报纸期刊质量管理规定, 附件 报纸出版形式差错数计算方法, part 1.
_NEWSPAPER = "《报纸出版形式差错数计算方法》一"
# 内部资料性出版物管理办法, articles 14 and 15; its article 2 leaves official bulletins out.
_LABELS, _CONDUCT = "《内部资料性出版物管理办法》第十四条", "《内部资料性出版物管理办法》第十五条"
# The head and foot that manuals of official writing describe alike.
_BULLETIN = "简报的通行格式"

NEEDS: tuple[Need, ...] = (
    Need("newspaper", ("date",), "出版日期", "the date", _NEWSPAPER),
    Need("newspaper", ("total",), "总期号", "the running number", _NEWSPAPER),
    Need("newspaper", ("cn",), "国内统一连续出版物号", "the CN number", _NEWSPAPER),
    Need("newspaper", ("authority",), "主管单位", "the authority", _NEWSPAPER),
    Need("newspaper", ("sponsor",), "主办单位", "the sponsor", _NEWSPAPER),
    Need("newspaper", ("publisher",), "出版单位", "the publisher", _NEWSPAPER),
    Need("newspaper", ("address",), "出版单位地址", "the publisher's address", _NEWSPAPER),
    Need("newspaper", ("contact",), "联系方式", "how to reach the publisher", _NEWSPAPER),
    Need("newspaper", ("printer",), "印刷单位名称及地址", "the printer and its address", _NEWSPAPER),
    Need("newspaper", ("distribution", "mail_code"), "发行信息", "how it is distributed", _NEWSPAPER),
    Need("newspaper", ("price",), "定价", "the price", _NEWSPAPER),
    Need("internal", ("permit",), "准印证编号", "the number of the permit", _LABELS),
    Need("internal", ("publisher",), "编印单位", "the body that edits it", _LABELS),
    Need("internal", ("recipients",), "发送对象", "for whom it is meant", _LABELS),
    Need("internal", ("printer",), "印刷单位", "the printer", _LABELS),
    Need("internal", ("date",), "印刷日期", "the date", _LABELS),
    Need("internal", ("print_run",), "印数", "the print run", _LABELS),
    Need("internal", ("number", "total"), "期号", "the number of the issue", _LABELS),
    Need("bulletin", ("number", "total"), "期号", "the number of the issue", _BULLETIN),
    Need("bulletin", ("publisher",), "编发单位", "the body that issues it", _BULLETIN),
    Need("bulletin", ("date",), "印发日期", "the date", _BULLETIN),
    Need("bulletin", ("report_to", "send_to", "issue_to"), "报、送、发单位", "whom it goes to", _BULLETIN, "law-usual"),
    Need("bulletin", ("print_run",), "印发份数", "the print run", _BULLETIN, "law-usual"),
)

BANNED: tuple[Banned, ...] = (
    Banned("internal", "price", "标价", "a price", _CONDUCT),
    Banned("internal", "mail_code", "邮发代号", "a code of postal distribution", _CONDUCT),
    Banned("internal", "cn", "刊号", "a CN number", _LABELS),
)

# Who made a piece, who makes the paper, and what the paper says of how it is to be had.
_BYLINES = ("byline", "credit", "author", "editors")
_MAKERS = ("authority", "sponsor", "publisher")
_TERMS = ("distribution", "recipients", "contact")
# A subscription or a sum for it, up to the next mark: 全年订阅 20 元 is one finding. 订阅号 is an account, not a sale.
_SALE = "(?:全年|每年)?(?:征订|订阅(?![^，。；！\\s]{0,8}号))[^，。；！\n]*"
_FEE = "[订定售]价|(?:工本|会员|版面|服务|发行)费|每[份期年][^，。；！\n]{0,6}元|\\d\\s*元"

WORDS: tuple[Word, ...] = (
    Word("internal", "(?<!本[报刊])记者", _BYLINES, _LABELS),
    Word("internal", "期刊社|杂志社|报社", _MAKERS, _LABELS),
    Word("internal", "协办", (*_MAKERS, "editors"), _CONDUCT, "law-partner"),
    Word("internal", f"{_SALE}|{_FEE}", _TERMS, _CONDUCT, "law-sale"),
    # A notice may speak of what another sells.
    Word("internal", _SALE, ("notices", "ear"), _CONDUCT, "law-sale-doubtful"),
    Word("internal", "本[报刊](?:讯|记者|通讯员|评论员|编辑部)", (), _LABELS),
    # 日本报道, 样本刊登, 本报告: the two characters may belong to other words.
    Word(
        "internal",
        "(?<![日资成文基根样副书剧脚版])本[报刊](?!讯|记者|通讯员|评论员|编辑部|告|表|酬|价|名|考|到|销|登|载|发)",
        (),
        _LABELS,
        "law-word-doubtful",
    ),
)

# Texts of the model that are not printed as words: the cuts of a page and the address in a code.
_UNPRINTED = {(Page, "plan"), (Code, "address")}

# Names that an internal publication may not have, 青禾报·校园版 and 青禾周刊（试行） too, and the form of a CN number:
# the region 10 to 65 and, for newspapers, 0001 to 0999 (GB/T 9999.1-2018).
_NAMES = "(报|刊|杂志)(?![㐀-鿿])|(报|刊|杂志)[㐀-鿿]{1,3}版$"
_CN = r"(?:CN)?\s*(1\d|[2-5]\d|6[0-5])\s*[-—–]\s*0(?!000)\d{3}(?:/\S+)?"


def check_law(edition: Edition, first: PageFrame | None, tags: list[Tag]) -> list[Diagnostic]:
    """Tell what an edition of a kind lacks or may not have; ``first`` is its page 1 as made up, if it was."""
    masthead = edition.masthead
    if not edition.kind:
        return []
    if masthead is None:
        span = edition.pages[0].span if edition.pages else None
        return [fault("law-masthead", span)]
    told = [*_items(edition, masthead), *_words(edition)]
    if edition.kind == "internal":
        told.extend(_names(masthead))
        panels = (panel for page in edition.pages for panel in page.advertisements)
        told.extend(fault("law-advertising", panel.span, source=_CONDUCT) for panel in panels)
    if edition.kind == "newspaper":
        if masthead.cn is not None and not re.fullmatch(_CN, masthead.cn.value.strip()):
            told.append(fault("law-cn", masthead.cn.span, written=masthead.cn.value))
        told.extend(_largest(masthead, first, tags) if first else ())
    return told


def _items(edition: Edition, masthead: Masthead) -> Iterator[Diagnostic]:
    """What is missing of the items that the kind needs, and what is there that it may not have."""
    for need in NEEDS:
        has = (edition.date if fact == "date" else getattr(masthead, fact) for fact in need.facts)
        if need.kind == edition.kind and not any(has):
            key = key_of(need.facts[0], "edition" if need.facts[0] == "date" else "masthead")
            yield fault(need.code, masthead.span, item_zh=need.zh, item_en=need.en, source=need.source, key=key)
    for row in BANNED:
        text = getattr(masthead, row.fact) if row.kind == edition.kind else None
        if text is not None:
            yield fault("law-banned", text.span, item_zh=row.zh, item_en=row.en, source=row.source)


def _names(masthead: Masthead) -> Iterator[Diagnostic]:
    name = masthead.name
    if name is not None and re.search(_NAMES, name.value):
        yield fault("law-name", name.span, name=name.value, source=_LABELS)


def _words(edition: Edition) -> Iterator[Diagnostic]:
    rows = [row for row in WORDS if row.kind == edition.kind]
    for path, text in _printed(edition) if rows else ():
        for row in rows:
            for found in re.finditer(row.pattern, text.value) if not row.fields or path & {*row.fields} else ():
                yield fault(row.code, text.place(found.start()), word=found[0], source=row.source)


def _printed(part: Any, path: frozenset[str] = frozenset()) -> Iterator[tuple[frozenset[str], Text]]:  # noqa: ANN401 - any part
    """Every printed text in a part of the model, with the fields that it stands in."""
    if isinstance(part, Text):
        yield path, part
    elif isinstance(part, tuple):
        fields = getattr(part, "_fields", ("",) * len(part))
        for field, value in zip(fields, part, strict=True):
            if (type(part), field) not in _UNPRINTED:
                yield from _printed(value, path | {field})


def _largest(masthead: Masthead, first: PageFrame, tags: list[Tag]) -> Iterator[Diagnostic]:
    """The name is larger than all other text of page 1, by the sizes that the page was made up in."""
    name, other = 0.0, 0.0
    for (_, item), tag in zip(first.items, first.tags, strict=True):
        height = item.size if isinstance(item, GlyphRun) else item.size.height if isinstance(item, Picture) else 0.0
        parent = tags[tag].parent if tag >= 0 else -1
        if parent >= 0 and tags[parent].kind == "Sect":
            name = max(name, height)
        elif isinstance(item, GlyphRun):
            other = max(other, height)
    if other >= name:
        yield fault("law-nameplate", masthead.span, name=round(name), other=round(other), source=_NEWSPAPER)
