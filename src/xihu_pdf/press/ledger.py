"""The ledger of standards as a document: docs/standards is made of the table.

python -m xihu_pdf.press.ledger > docs/standards/README.md
"""

import sys

from xihu_pdf.geometry import mm
from xihu_pdf.press.orders import ORDERS, PROFILES
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
            PROFILES[order.profile].info,
            order.colour,
            order.photographs or "as they are",
            f"{order.ink_limit} %" if order.ink_limit else "no limit",
            f"{order.bleed / mm(1):.0f} mm, yes" if order.marks else "none",
            "yes" if order.with_source else "no",
        )
        lines.append(f"| {' | '.join(cells)} |")
    for name, standard in STANDARDS.items():
        lines += [
            "",
            f"## {name}",
            "",
            f"{standard.title}.",
            "",
            "| Clause | Asks | Kept | Where |",
            "|---|---|---|---|",
        ]
        for each in standard.requirements:
            where = ", ".join(f"`{part}`" for part in each.where.split(", ") if part)
            lines.append(f"| {each.clause} | {each.asks} | {_HELD[each.held]} | {where} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(ledger())
