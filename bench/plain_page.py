"""Build the page as a plain file: all that the command does, but for an order that promises nothing.

plain_page.py PDF
"""

import sys

from xihu_pdf.cli import main
from xihu_pdf.press.orders import DEFAULT_ORDER, ORDERS, PLAIN

ORDERS[DEFAULT_ORDER] = PLAIN
sys.argv[1:] = ["build", "content.yaml", "-o", sys.argv[1]]
main()
