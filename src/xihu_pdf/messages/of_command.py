"""Findings of the command."""

from xihu_pdf.messages.message import Message

__all__ = ["MESSAGES"]

MESSAGES: dict[str, Message] = {
    "output-folder": Message(
        "error",
        "{path} 是文件夹",
        "{path} is a folder",
        "请用 -o 写出 PDF 的文件名",
        "give the name of the PDF with -o",
    ),
    "output-taken": Message(
        "error",
        "{path} 已存在，而且不是本程序写的，不会覆盖",
        "{path} exists and was not written by this program: it is not overwritten",
        "请用 -o 另起文件名，或先把它移走",
        "give another name with -o, or take it away first",
    ),
    "output-changed": Message(
        "error",
        "{path} 在本程序写出之后被改过，不会覆盖",
        "{path} was changed after this program wrote it: it is not overwritten",
        "里面的改动要写进稿件文件才会印出来；抄过去以后把这个文件删掉或移走，或用 -o 另起文件名",
        "corrections count only in the content file: copy them there, then delete this file or take it away, "
        "or give another name with -o",
    ),
    "output-other": Message(
        "error",
        "{path} 是本程序写的另一种文件（版面和检查报告不互相覆盖）",
        "{path} is another kind of file of this program: pages and reports do not replace one another",
        "另起一个文件名",
        "give another name",
    ),
    "output-locked": Message(
        "error",
        "{path} 设了只读，不会覆盖",
        "{path} is write-protected: it is not overwritten",
        "请用 -o 另起文件名，或先取消只读",
        "give another name with -o, or take the protection off first",
    ),
    "output-twice": Message(
        "error",
        "{path} 这个文件名用了两次，一个会盖掉另一个",
        "{path} would be written twice, one over the other",
        "用 -o 给 PDF 起一个以 .pdf 结尾的名字",
        "give the PDF a name that ends in .pdf with -o",
    ),
    "output-input": Message(
        "error",
        "{path} 是这期稿件用的图片，不会覆盖",
        "{path} is a picture of this edition: it is not overwritten",
        "请用 -o 另起文件名",
        "give another name with -o",
    ),
    "output-closed": Message(
        "error",
        "{path} 写不进去：{reason}",
        "{path} cannot be written: {reason}",
        "请检查文件夹权限和磁盘空间，关掉正在看它的程序",
        "check the folder's permissions and the disk, and close the program that shows it",
    ),
    "copy-too-large": Message(
        "error",
        "图太大：有 {width} × {height} 像素",
        "a picture would be too large: {width} × {height} pixels",
        "请用 --ppi {most} 或更小的数",
        "ask for --ppi {most} or less",
    ),
    "png-renderer": Message(
        "error",
        "要存图片还缺 PDFium",
        "PDFium is needed to make pictures",
        "pip install 'xihu_pdf[png]'",
        "pip install 'xihu_pdf[png]'",
    ),
    "check-library": Message(
        "note",
        "没有装 pikepdf，写出的文件没有再核对一遍",
        "without pikepdf the file is not read again after it is written",
        "pip install 'xihu_pdf[check]'",
        "pip install 'xihu_pdf[check]'",
    ),
}
