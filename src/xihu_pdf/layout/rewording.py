"""Copy with so many characters less or more, as an editor might edit it: what a cure is tried with, never printed."""

from collections.abc import Callable

from xihu_pdf.content import Article, Section, Text

__all__ = ["MANNERS", "copy_length", "reworded"]

# A paragraph keeps this share of its characters at the least.
_KEPT = 1 / 3
# Paragraphs in the order in which they are edited.
_ORDERS: dict[str, Callable[[list[int]], Callable[[int], int]]] = {
    "end": lambda _: lambda at: -at,
    "longest": lambda lengths: lambda at: -lengths[at],
}
MANNERS = ("spread", *_ORDERS)


def copy_length(article: Article) -> int:
    """The characters of an article's paragraphs."""
    return sum(len(text.value) for section in article.sections for text in section.paragraphs)


def reworded(article: Article, characters: int, manner: str) -> Article:
    """The article with so many characters more, or fewer where they are negative; it has paragraphs.

    ``manner`` is one of ``MANNERS``: they are spread over all paragraphs, or cut from the last or the longest ones and
    added to the last or the longest.
    """
    lengths = [len(text.value) for section in article.sections for text in section.paragraphs]
    if manner == "spread":
        changes = iter(_spread(lengths, characters))
    else:
        order = range(len(lengths))[::-1]
        changes = iter(_in_turn(lengths, characters, sorted(order, key=_ORDERS[manner](lengths))))
    return article._replace(sections=tuple(_changed(section, changes.__next__) for section in article.sections))


def _spread(lengths: list[int], characters: int) -> list[int]:
    """The characters that each paragraph gains or loses in proportion to its length."""
    whole, done, shares = sum(lengths), 0, []
    for at, length in enumerate(lengths):
        due = round(characters * (sum(lengths[:at]) + length) / whole)
        shares.append(due - done)
        done = due
    return shares


def _in_turn(lengths: list[int], characters: int, order: list[int]) -> list[int]:
    """The characters that each paragraph gains or loses where one after another gives what it can."""
    shares = [0] * len(lengths)
    if characters > 0:
        shares[order[0]] = characters
    for at in order if characters < 0 else ():
        taken = min(-characters, int(lengths[at] * (1 - _KEPT)))
        characters += taken
        shares[at] = -taken
    return shares


def _changed(section: Section, share: Callable[[], int]) -> Section:
    return section._replace(paragraphs=tuple(_resized(text, share()) for text in section.paragraphs))


def _resized(text: Text, more: int) -> Text:
    if more <= 0:
        return text.part(0, len(text.value) + more)
    # Its own words again stand for those that will be written.
    return Text(text.value + (text.value * (more // max(1, len(text.value)) + 1))[:more], text.span, text.marks)
