"""The ledger of standards as a document: docs/standards is made of the table.

python -m xihu_pdf.press.ledger > docs/standards/README.md
"""

import sys

from xihu_pdf.geometry import POINTS_PER_MM
from xihu_pdf.press.limits import LIMITS
from xihu_pdf.press.orders import ORDERS
from xihu_pdf.press.standards import STANDARDS

__all__ = ["ledger"]

_HELD = {"satisfied": "always satisfied", "enforced": "enforced by the finding", "editor": "only the editor can ensure"}


def ledger() -> str:
    """The table of all requirements as a document."""
    lines = [
        "# Standards",
        "",
        "What a file of `xihu build` promises, clause by clause, and who keeps the promise: the press, which writes no",
        "file otherwise; a finding; or the editor, because no program can know. Made by",
        "`python -m xihu_pdf.press.ledger > docs/standards/README.md`.",
        "",
        "| Order | Keeps | Profile | Letters | Photographs | Ink at most | Bleed, marks | Source attached |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for order in ORDERS.values():
        cells = (
            f"`--for {order.name}`",
            ", ".join(order.standards),
            order.profile.info if order.profile else "none",
            order.colour,
            order.photographs or "as they are",
            f"{order.ink_limit} %" if order.ink_limit else "no limit",
            f"{order.bleed / POINTS_PER_MM:.0f} mm, yes" if order.marks else "none",
            "yes" if order.with_source else "no",
        )
        lines.append(f"| {' | '.join(cells)} |")
    lines += _limits()
    for name, standard in STANDARDS.items():
        lines += [
            "",
            f"## {name}",
            "",
            f"{standard.title}.{standard.remark and f' {standard.remark}'}",
            "",
            "| Clause | Asks | Kept | Where |",
            "|---|---|---|---|",
        ]
        for each in standard.requirements:
            where = ", ".join(f"`{part}`" for part in each.where.split(", ") if part)
            lines.append(f"| {each.clause} | {each.asks} | {_HELD[each.held]} | {where} |")
    return "\n".join(lines) + "\n"


def _limits() -> list[str]:
    """What preflight asks by order; a dash where nothing is asked."""
    lines = [
        "",
        "## Limits of preflight",
        "",
        "What is warned of before a file is written. Photographs below half of their resolution, and ink above the",
        "limit of the order, are errors: no file is written. Sizes and weights in points.",
        "",
        "| Order | Photographs | Type: solid, tint, mixed, reversed | Rules: likewise | To the trim |",
        "|---|---|---|---|---|",
    ]
    for name, limits in LIMITS.items():
        sizes = (
            ", ".join(f"{each:g}" if each else "–" for each in measures) for measures in (limits.type, limits.rule)
        )
        margin = f"{limits.margin / POINTS_PER_MM:.1f} mm" if limits.margin else "–"
        lines.append(f"| `{name}` | {limits.resolution} ppi | {' | '.join(sizes)} | {margin} |")
    return lines


if __name__ == "__main__":
    sys.stdout.write(ledger())
