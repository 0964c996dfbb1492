"""Characters that faces lack and copy has by mistake, with those that look alike and are meant."""

__all__ = ["LOOKALIKES"]

# Signs of mathematics and small forms of Unicode (CJK Compatibility Forms are for old character sets alone), as
# formulas and old programs bring them into copy.
LOOKALIKES = dict(
    zip(
        "−∕∙⋅∼˜ʼʹ⋯≦≧≒⁃⁓﹐﹒﹔﹕﹖﹗﹙﹚﹛﹜﹝﹞﹘﹢﹣﹪",
        "-/··～～’′…≤≥≈-～，．；：？！（）｛｝〔〕—＋－％",
        strict=True,
    )
)
