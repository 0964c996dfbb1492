"""What programs of others, and one checker of ours, find broken in a file."""

import page
from exchange import exchange_faults

from xihu_pdf.press.standards import PDF_A_2A, PDF_A_3A, PDF_UA_1, PDF_X_4

__all__ = ["broken"]

PROFILES = {PDF_A_2A: "2a", PDF_A_3A: "3a", PDF_UA_1: "ua1"}


def rule_ids(data: bytes, profile: str) -> set[str]:
    return {each.rule_id for each in page.validate_pdf_bytes(data, profile=profile).failures}


def broken(data: bytes, standards) -> dict[str, set[str]]:
    """What the file breaks of each standard."""
    found = {name: rule_ids(data, PROFILES[name]) for name in standards if name in PROFILES}
    if PDF_X_4 in standards:
        found[PDF_X_4] = exchange_faults(data)
    return {name: faults for name, faults in found.items() if faults}
