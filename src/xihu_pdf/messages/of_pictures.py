"""Findings of photographs."""

from xihu_pdf.messages.message import Message

__all__ = ["MESSAGES"]

MESSAGES: dict[str, Message] = {
    "picture-format": Message(
        "error",
        "图片“{picture}”是 {format} 格式，排版不能直接使用。",
        "The picture “{picture}” is in {format} format, which cannot be printed as it is.",
        "用看图软件打开后另存为 JPEG（品质选最高），再换上。",
        "Open it in a picture viewer, save it as JPEG at the highest quality and use that file.",
    ),
    "picture-heic": Message(
        "error",
        "图片“{picture}”是手机的 HEIC 格式，读它要先装 pillow-heif。",
        "The picture “{picture}” is in the HEIC format of telephones; pillow-heif is needed to read it.",
        "pip install 'xihu_pdf[heic]'；或者用看图软件另存为 JPEG（品质选最高），再换上。",
        "pip install 'xihu_pdf[heic]'; or save it as JPEG in a picture viewer, at the highest quality, and use that.",
    ),
    "picture-soft": Message(
        "warning",
        "图片“{picture}”在版上只有 {ppi} ppi，印出来会发虚，应有 {needed} ppi。",
        "The picture “{picture}” has only {ppi} ppi at its printed size and will look soft; it needs {needed} ppi.",
        "换用原图（不要用聊天软件压缩过的图），或把它排小一些。",
        "Use the original file (not one that a messenger has shrunk) or print it smaller.",
    ),
    "picture-coarse": Message(
        "error",
        "图片“{picture}”在版上只有 {ppi} ppi，不到应有的 {needed} ppi 的一半，印出来看不清。",
        "The picture “{picture}” has only {ppi} ppi at its printed size, less than half of the {needed} that it needs.",
        "换用原图；版上的照片也可以排小：columns 写少几栏。",
        "Use the original file; a photograph may be printed smaller, too: give it fewer columns.",
    ),
    "picture-distorted": Message(
        "warning",
        "图片“{picture}”变形了：横向 {across} ppi，纵向 {down} ppi。",
        "The picture “{picture}” is distorted: {across} ppi across, {down} ppi down.",
        "按原比例排，多余的部分裁掉。",
        "Keep its proportions and crop what is too much.",
    ),
    "picture-ink": Message(
        "error",
        "图片“{picture}”是 CMYK，总墨量达 {total}%，超过这种印制要求的 {limit}%。",
        "The picture “{picture}” is in CMYK with {total} % of ink, above the {limit} % of this order.",
        "换用 RGB 原图，分色由程序做；或在看图软件里按印刷厂的特性文件重新分色。",
        "Use the RGB original, which the program separates; or separate it anew by the profile of the press.",
    ),
    "picture-too-large": Message(
        "error",
        "图片“{picture}”有 {width} × {height} 像素，超过 {limit} 百万像素的上限。",
        "The picture “{picture}” has {width} × {height} pixels, above the limit of {limit} megapixels.",
        "缩小到长边 8000 像素以内再用，整版印刷也足够。",
        "Scale it to at most 8000 pixels on its longer side; that is enough for a whole page.",
    ),
    "picture-truncated": Message(
        "error",
        "图片“{picture}”不完整：文件只有 {size} 字节，后半截丢失，多半是没有传完。",
        "The picture “{picture}” is cut off: the file ends after {size} bytes, most likely it was not sent whole.",
        "请供稿人把原图重新发送一次。",
        "Ask the contributor to send the original file again.",
    ),
    "picture-unreadable": Message(
        "error",
        "图片“{picture}”已损坏，或者不是图片，读不出来。",
        "The picture “{picture}” is damaged or is no picture and cannot be read.",
        "用看图软件打开它：打得开就另存为 JPEG，打不开就请供稿人重发原图。",
        "Try it in a picture viewer: if it opens, save it as JPEG; if not, ask the contributor for the original.",
    ),
    "picture-missing": Message(
        "error",
        "找不到图片“{picture}”。",
        "The picture “{picture}” is not there.",
        "相近的文件名：{near}。路径从 content.yaml 所在的文件夹算起。",
        "Names that come near: {near}. The path starts at the folder of content.yaml.",
    ),
    "picture-closed": Message(
        "error",
        "图片“{picture}”打不开：{reason}。",
        "The picture “{picture}” cannot be opened: {reason}.",
        "请检查文件权限。",
        "Check the permissions of the file.",
    ),
    "picture-outside": Message(
        "error",
        "图片“{picture}”不在 content.yaml 所在的文件夹里。",
        "The picture “{picture}” is outside the folder of content.yaml.",
        "请把图片复制到 images 文件夹。",
        "Copy the picture into the images folder.",
    ),
    "alt-artwork": Message(
        "warning",
        "图稿“{picture}”没有替代文字，看不见的读者无从得知上面写了什么。",
        "The artwork “{picture}” has no alternative text: those who cannot see it are not told what it says.",
        "加一行 alternative:（替代文字）写明图稿上的话，不会印出来。",
        "Add a line alternative: with what the artwork says; it is not printed.",
    ),
    "alt-missing": Message(
        "warning",
        "图片“{picture}”没有图说，看不见图的读者无从得知图上是什么。",
        "The photograph “{picture}” has no caption: those who cannot see it are not told what it shows.",
        "加一行 caption: 说明图上是什么；在此之前由标题代替。",
        "Add a line caption: that says what it shows; until then the headline stands for it.",
    ),
}
