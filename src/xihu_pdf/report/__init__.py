"""What was checked is told here: as JSON for programs, and as a page for those who print."""

from xihu_pdf.report.checking import Checked, examine
from xihu_pdf.report.form import as_json
from xihu_pdf.report.inspection import Inspection, inspect
from xihu_pdf.report.page import report_page

__all__ = ["Checked", "Inspection", "as_json", "examine", "inspect", "report_page"]
