"""``python -m xihu_pdf``: the same as the command ``xihu``."""

from xihu_pdf.cli import main

if __name__ == "__main__":
    main()
