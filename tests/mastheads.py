"""Papers with a masthead made for tests: whole by law, of the repository's copy, a page for each length asked."""

from pages import of_length
from xihu_pdf.content import Masthead, Page, Photograph, Text

__all__ = ["INTERNAL", "NEWSPAPER", "paper_of"]

_BOTH = Masthead(
    name=Text("西湖乡讯"),
    number=12,
    total=86,
    sponsor=Text("西湖镇人民政府"),
    website=Text("公众号：西湖乡讯"),
    printer=Text("江城印务有限公司（工业园8号）"),
    editors=Text("责任编辑 江流　美编 叶舟 校对 石坚"),
)
INTERNAL = _BOTH._replace(
    publisher=Text("西湖镇党政办公室"),
    permit=Text("渝内字第0862号"),
    recipients=Text("本镇各村、社区和单位"),
    print_run=800,
)
NEWSPAPER = _BOTH._replace(
    authority=Text("中共江城区委宣传部"),
    publisher=Text("西湖乡讯社"),
    cn=Text("CN 50-0862"),
    mail_code=Text("77-862"),
    address=Text("西湖镇文化路1号"),
    contact=Text("023-00000000"),
    price=Text("0.80元"),
)


def paper_of(source, article, masthead, lengths, **changes):
    """The source as a paper with so many characters of copy on each page, two photographs of the album on each."""
    pages = []
    for number, length in enumerate(lengths):
        own = of_length(article, length)._replace(
            byline=None, headline=Text(("美丽乡村 魅力西湖", "稻花香里说丰年")[number % 2])
        )
        shown = (Photograph("a.jpg", Text("稻田")), Photograph("b.jpg", Text("晚会")))
        pages.append(Page(section=Text("民生") if number else None, articles=(own._replace(photographs=shown),)))
    edition = source.edition._replace(date="2026-11-26", masthead=masthead, pages=tuple(pages), **changes)
    return source._replace(edition=edition)
