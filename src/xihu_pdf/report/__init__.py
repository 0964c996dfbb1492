"""What was checked is told here: as JSON for programs, and as a page for those who print."""

from xihu_pdf.report.checking import Checked, examine
from xihu_pdf.report.form import as_json

__all__ = ["Checked", "as_json", "examine"]
