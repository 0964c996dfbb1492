"""What is wrong with an article as it was set: holes in its lines, heads side by side, photographs without words."""

from xihu_pdf.content import Article
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.layout.article import OVER, Material, Way
from xihu_pdf.layout.design import Standing, check_design, shown_of
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.hanging import Caption, Summary
from xihu_pdf.layout.head import Head
from xihu_pdf.layout.measuring import faults_of, faulty_lines, level_subheads
from xihu_pdf.layout.planning import Plan

__all__ = ["proof_alone", "set_badly", "untold_photographs", "white_ends"]

# How the end of an article is told by the last of its parts, and the white lines there that need no word: one or two
# whole lines part what belongs to one article, and an end ornament stands in one.
_WHITE_ENDS = {"byline": ("byline-white", 2), "tail": ("leg-white", 1)}


def proof_alone(material: Material, made: tuple[Way, Plan], grid: Grid) -> list[Diagnostic]:
    """Everything that an editor should know of a page of a single article."""
    way, plan = made
    shown = shown_of(material.article, way.hung, plan, 0)
    legs = tuple(end - first for first, end in plan.columns)
    standing = Standing(material.article, 0, grid.columns, 0, grid.lines, way.head.lines, 0.0, shown, legs)
    return [*set_badly(material, made), *check_design((standing,), grid.columns, grid.lines)]


def set_badly(material: Material, made: tuple[Way, Plan]) -> list[Diagnostic]:
    """Everything that an editor should know of an article that stands in some way by its plan."""
    way, plan = made
    told = _faulty_words(material, way, plan)
    told += level_subheads(material.parts, plan)
    told += white_ends(material, plan)
    return [*told, *untold_photographs(material.article), *_unmet_form(material.article, way.head)]


def white_ends(material: Material, plan: Plan) -> list[Diagnostic]:
    """Tell of an article whose last column is white above its byline, or behind its text, for more than is usual."""
    last, count = material.parts[-1], plan.filling.counts[-1]
    white = count - len(last.lines)
    code, most = _WHITE_ENDS.get(last.kind, ("", white))
    article = material.article
    title = article.headline.value.replace("\n", " ") if article.headline else ""
    return [fault(code, last.span or article.span, text=title, lines=white)] if white > most else []


def _faulty_words(material: Material, way: Way, plan: Plan) -> list[Diagnostic]:
    """Tell of the lines with holes in the text and in what hangs, of those that fall short and that stand out."""
    article = material.article
    told = faulty_lines(material.parts, plan)
    for slot, words in way.hung:
        if isinstance(words, Summary):
            for lines, point in zip(words.points, article.summary, strict=True):
                told.extend(faults_of(lines, point.span))
        elif isinstance(words, Caption):
            told.extend(faults_of(words.lines, article.photographs[slot.photograph].span))
        elif article.lead is not None:
            told.extend(faults_of(words.lines, article.lead.span))
    return told


def untold_photographs(article: Article) -> list[Diagnostic]:
    """Warn of photographs that those who cannot see them are told nothing of."""
    return [fault("alt-missing", each.span, picture=each.file) for each in article.photographs if not each.caption]


def _unmet_form(article: Article, head: Head) -> list[Diagnostic]:
    """Warn where the head does not stand as it was asked to, since no page was found for that form."""
    if article.form in {"", OVER} or head.place:
        return []
    return [fault("head-form", article.span, text=article.headline.value if article.headline else "")]
