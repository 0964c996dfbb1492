"""One issue of a paper: what its masthead needs not say because it can be computed, and what it says against that."""

from typing import NamedTuple

from xihu_pdf.content import KEYS, Edition, Masthead, Page, Text
from xihu_pdf.errors import Diagnostic, Span, fault
from xihu_pdf.layout.dates import day_words, is_doubtful, lunar_words, same_lunar, same_weekday, weekday_words

__all__ = ["Issue", "check_issue", "key_of", "take_issue"]

# Kinds of paper that print the lunar date.
_LUNAR = frozenset({"", "newspaper", "internal"})
# What a paper of a kind has no place for.
_OF_BULLETINS = ("secrecy", "report_to", "send_to", "issue_to")
_OF_PAPERS = ("artwork", "authority", "sponsor", "cn", "permit", "mail_code", "distribution", "price", "address")
_UNPRINTED = {
    "": (*_OF_BULLETINS, "permit"),
    "newspaper": (*_OF_BULLETINS, "permit"),
    "internal": _OF_BULLETINS,
    "bulletin": (*_OF_PAPERS, "contact", "website", "printer", "recipients", "contents", "ear", "code"),
}


class Issue(NamedTuple):
    """An edition with its masthead; every page has its folio. Days in words are empty where there is no date."""

    masthead: Masthead
    kind: str
    day: str
    weekday: str
    lunar: str
    pages: tuple[Page, ...]

    @property
    def page_count(self) -> int:
        """How many pages there are today 今日N版."""
        return len(self.pages)

    @property
    def folio(self) -> Text | None:
        """The folio of page 1, which has no header."""
        return self.pages[0].folio if self.pages else None

    def is_first(self, page: Page) -> bool:
        """Tell whether a page is the first, by its folio: what is on it may have changed by a jump."""
        return page.folio == self.pages[0].folio

    def is_last(self, page: Page) -> bool:
        """Tell whether a page is the last, by its folio."""
        return page.folio == self.pages[-1].folio

    def editors(self, page: Page) -> Text | None:
        """The editors' line of a page, else that of the paper."""
        return page.editors or self.masthead.editors


def key_of(field: str, node: str = "masthead") -> str:
    """The key of a field of the model as editors know it, in both languages.

    >>> key_of("print_run")
    'print-run 印数'
    """
    name = field.replace("_", "-")
    return f"{name} {next(key.aliases[0] for key in KEYS[node] if key.name == name)}"


def take_issue(edition: Edition, masthead: Masthead) -> Issue:
    """Compute what an edition says of its day and pages; pages without a folio are counted from 1."""
    day = edition.date
    pages = tuple(
        page if page.folio else page._replace(folio=Text(str(number))) for number, page in enumerate(edition.pages, 1)
    )
    if not day:
        return Issue(masthead, edition.kind, "", "", "", pages)
    lunar = lunar_words(day) if edition.kind in _LUNAR else ""
    return Issue(masthead, edition.kind, day_words(day), weekday_words(day), lunar, pages)


def check_issue(edition: Edition, issue: Issue) -> list[Diagnostic]:
    """Tell what the masthead and the folios say otherwise than the date and the pages, with what is right."""
    masthead, day = issue.masthead, edition.date
    told = _unprinted(edition, masthead)
    told.extend(_folios(issue) if edition.kind != "bulletin" else ())
    # The pages of a bulletin flow, and are counted by themselves.
    counted = edition.kind != "bulletin"
    if counted and masthead.page_count is not None and masthead.page_count != issue.page_count:
        told.append(fault("issue-pages", masthead.span, written=masthead.page_count, right=issue.page_count))
    if masthead.number is not None and masthead.total is not None and masthead.total < masthead.number:
        told.append(fault("issue-total", masthead.span, total=masthead.total, number=masthead.number))
    if not day:
        return told
    if masthead.weekday is not None and not same_weekday(masthead.weekday.value, day):
        told.append(_otherwise("issue-weekday", masthead.weekday, weekday_words(day)))
    if masthead.lunar is not None and not same_lunar(masthead.lunar.value, day):
        told.append(_otherwise("issue-lunar", masthead.lunar, lunar_words(day)))
    if issue.lunar and is_doubtful(day):
        told.append(fault("lunar-doubtful", masthead.lunar.span if masthead.lunar else masthead.span, day=issue.lunar))
    return told


def _unprinted(edition: Edition, masthead: Masthead) -> list[Diagnostic]:
    """Tell what is written and will not be printed."""
    fields = [field for field in _UNPRINTED[edition.kind] if getattr(masthead, field)]
    if masthead.ear and masthead.contents:
        fields.append("contents")
    told = [fault("masthead-unprinted", masthead.span, key=key_of(field)) for field in fields]
    if edition.kind == "bulletin":
        for page in edition.pages:
            texts = {"folio": page.folio, "section": page.section, "editors": page.editors}
            told.extend(
                fault("masthead-unprinted", text.span, key=key_of(field, "page"))
                for field, text in texts.items()
                if text
            )
    return told


def _otherwise(code: str, text: Text, right: str) -> Diagnostic:
    return fault(code, text.span, written=text.value, right=right)


def _folios(issue: Issue) -> list[Diagnostic]:
    """Tell of folios in figures that do not follow one another."""
    told: list[Diagnostic] = []
    for number, page in enumerate(issue.pages, 1):
        folio = page.folio
        if folio is not None and folio.value.isdecimal() and int(folio.value) != number:
            span: Span | None = folio.span or page.span
            told.append(fault("issue-folio", span, written=folio.value, right=number))
    return told
