"""Make the page with Typst from the page.json that page.py wrote: ``typst_page.py OUT.pdf FONTS_FOLDER [untagged]``."""

import os
import sys

import typst

HERE = os.path.dirname(os.path.abspath(__file__))
PAGE = "/build/bench/page.json"


def compiler(fonts: str) -> typst.Compiler:
    """A compiler that sees the fonts of one folder, as a user's would who keeps them beside the page."""
    return typst.Compiler(
        os.path.join(HERE, "typst_page.typ"),
        root=os.path.dirname(HERE),
        font_paths=[fonts],
        ignore_system_fonts=True,
        sys_inputs={"page": PAGE},
    )


if __name__ == "__main__":
    compiler(sys.argv[2]).compile(output=sys.argv[1], timestamp=0, pdf_tags="untagged" not in sys.argv)
