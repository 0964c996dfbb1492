"""Pages of several articles made of the sections of the repository's content, each with a headline of its own."""

from xihu_pdf.content import Article, Photograph, Text

__all__ = ["HEADLINES", "articles", "with_articles"]

HEADLINES = (
    ("美丽乡村 魅力西湖", "2022年西湖镇经济社会发展呈现“十大亮点”"),
    ("高标准农田建起来 富硒大米卖出去", "不断夯实粮食安全基础"),
    ("农村公路五年修通三百公里", ""),
    ("夜巡队守一方平安", ""),
    ("三十三个地灾点装上“千里眼”", "坚决筑牢防灾减灾防线"),
    ("送文化下乡四十场", ""),
    ("河长林长路长一起管", ""),
    ("养老服务进了村", ""),
    ("镇图书馆周末开到九点", ""),
    ("植树节栽下八百棵", ""),
    ("春季运动会开始报名", ""),
    ("老街路灯换新", ""),
)
# Which sections of the content each article is made of, in turn.
_SECTIONS = ((0, 1), (3,), (4,), (7,), (6,), (8,), (2,), (5,), (0,), (3,), (6,), (8,))


def articles(article: Article, lengths, *, photographs=(), lead=True) -> tuple[Article, ...]:
    """So many articles as there are ``lengths``, each with about so many characters of copy.

    ``photographs`` are files, the first for the first article and so on.
    """
    made = []
    for number, length in enumerate(lengths):
        headline, kicker = HEADLINES[number]
        own = _copy(article, number, length)
        files = photographs[number : number + 1]
        made.append(
            Article(
                kicker=Text(kicker) if kicker else None,
                headline=Text(headline),
                lead=article.lead if lead and number == 0 else None,
                sections=own,
                photographs=tuple(Photograph(file, Text("图为西湖镇乡村新貌")) for file in files if file),
                byline=Text("本报记者 江流") if number < 2 else None,
                importance=90 - 10 * number,
            )
        )
    return tuple(made)


def _copy(article: Article, number: int, length: int):
    """Sections of about ``length`` characters: whole paragraphs, the last one cut at a full stop or at the length."""
    left, found, at = length, [], 0
    own = _SECTIONS[number]
    order = [*own, *(each for each in range(len(article.sections)) if each not in own)]
    while left > 40:
        section = article.sections[order[at % len(order)]]
        paragraphs = []
        for text in section.paragraphs:
            if left > 40:
                value = text.value[:left]
                paragraphs.append(Text(value))
                left -= len(value)
        # A story of one section needs no subhead.
        found.append(section._replace(paragraphs=tuple(paragraphs), subhead=section.subhead if at else None))
        at += 1
    return tuple(found)


def with_articles(source, made, **changes):
    """The source with ``made`` as the articles of its one page, and the edition changed."""
    page = source.edition.pages[0]._replace(articles=tuple(made))
    return source._replace(edition=source.edition._replace(pages=(page,), **changes))
