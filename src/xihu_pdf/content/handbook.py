"""The handbook of content keys for editors, written from the table."""

from xihu_pdf.content import markup
from xihu_pdf.content.keys import EITHER, KEYS, NODES, Key
from xihu_pdf.content.kinds import KINDS
from xihu_pdf.content.sizes import SIZES

__all__ = ["handbook"]

_HEAD = """\
# 内容文件的写法 / Writing content files

<!-- Made from the table of keys: python -m xihu_pdf.content.handbook > docs/content.md -->

一期的文字写在一个 YAML 文件里，用 UTF-8 保存。键可用英文，也可用中文，意思相同；同一个键不要写两次。
The words of an edition stand in one YAML file, saved as UTF-8. Keys are English or Chinese and mean the same; none is
written twice.

```yaml
pages:                        版:
  - folio: 45                   - 版码: 45
    articles:                     稿件:
      - headline: 水乡              - 主标题: 水乡
        paragraphs:                   正文:
          - 第一段。                    - 第一段。
```

- 每级缩进两个空格，不用制表符；冒号和“-”后各空一格。
  Indent each level by two blanks, never by tabs; a blank follows every colon and dash.
- 文字照写照印：`no`、`12:30`、`2022` 都是文字。段首尾的空格（包括全角空格）略去。
  Text is printed as written: `no`, `12:30` and `2022` are text. Blanks around a text, full-width ones too, are dropped.
- 空格加 `#` 起是注释，不印；在 `|` 之下则是正文。
  A blank and `#` begin a comment, which is not printed; below a `|` they are copy.
- 正文里用全角冒号“：”和中文引号“”；以 `@`、`*`、`&`、`!`、`%`、`[`、`{` 等开头的文字加引号。
  In copy use the full-width “：” and the quotes “”; put a text in quotes that begins with one of the marks above.
- 从别处粘贴多段文字：`paragraphs: |` 之下每行一段。
  To paste copy, put it below `paragraphs: |`, a paragraph a line.
- 其他文字可分几行写：两个汉字之间的换行不留空格，别处的换行是一个空格。
  Other texts may run over lines: a line feed between two Han characters vanishes, elsewhere it is a space.
- 图片和字体放在内容文件夹里；不用锚点、别名、标签。文件不超过 4 MB。
  Pictures and fonts lie in the content folder; anchors, aliases and tags are not used; the file has at most 4 MB.
"""

_MARKUP = f"""
## 标记 / Markup

标记写在正文、导语、各级标题、署名、图说和摄影者的文字里：`{{名称:文字}}`，冒号全角半角都可。
标记可以套用，最多 {markup.DEPTH} 层；不能跨段。带注文的，注文写在竖线后面：`{{注音:西湖|xī hú}}`。
Markup stands in paragraphs, leads, headings, bylines, captions and credits: `{{name:text}}`, with a colon of either
width. It may be nested, {markup.DEPTH} deep at most, and ends in its paragraph. A note follows its text after a bar.

- 要印 `{{`、`}}`、`|`、`\\`，写 `\\{{`、`\\}}`、`\\|`、`\\\\`；标记以外的 `|`、`}}` 和别处的 `\\` 照印。
  To print these marks write a backslash before them; a `|` or `}}` outside markup, and a `\\` before anything else,
  need none.
- 整段以标记开头时，给整段加上半角单引号：`'{{专名:西湖镇}}发布'`。半角双引号里反斜线要写两次。
  A text that begins with markup is put in single quotes; in double quotes a backslash is written twice.

| 名称 Name | 中文名 Chinese | 写法 Example | 含义 Meaning |
|---|---|---|---|
"""

_SIZES = """
## 字号 / Sizes

| 字号 Name | 点 Points |
|---|---|
"""

_COLUMNS = "| 键 Key | 中文键 Chinese | 值 Value | 缺省 Default | 含义 Meaning |\n|---|---|---|---|---|"


def handbook() -> str:
    """Write the handbook in Markdown, with a table for each node.

    >>> handbook().startswith("# 内容文件")
    True
    """
    chapters = "".join(_chapter(node) for node in NODES)
    kinds = "".join(map(_markup, markup.KINDS))
    sizes = "".join(f"| {name} | {points:g} |\n" for name, points in SIZES.items())
    return f"{_HEAD}{chapters}{_MARKUP}{kinds}{_SIZES}{sizes}"


def _markup(kind: markup.Markup) -> str:
    names = " ".join(f"`{name}`" for name in kind.aliases)
    example = kind.example.replace("|", "\\|")
    return f"| `{kind.name}` | {names} | `{example}` | {kind.meaning_zh}<br>{kind.meaning_en} |\n"


def _chapter(node: str) -> str:
    zh, en = NODES[node]
    rows = "\n".join(_row(key, EITHER.get(node, ())) for key in KEYS[node])
    return f"\n## {zh} / {en.capitalize()}\n\n{_COLUMNS}\n{rows}\n"


def _row(key: Key, either: tuple[str, ...]) -> str:
    default = "必填 required" if key.required else "至少其一 one at least" if key.name in either else key.default
    names = " ".join(f"`{name}`" for name in key.aliases)
    zh, en = _value(key)
    return f"| `{key.name}` | {names} | {zh}<br>{en} | {default} | {key.meaning_zh}<br>{key.meaning_en} |"


def _value(key: Key) -> tuple[str, str]:
    """Say what a value may be, in Chinese and English."""
    kind = KINDS[key.kind]
    if key.kind == "choice":
        return "、".join(alias for _, alias in key.choices), ", ".join(f"`{name}`" for name, _ in key.choices)
    if key.limits != (0, 0):
        low, high = key.limits
        return f"{kind.zh}，{low} 到 {high}", f"{kind.en} from {low} to {high}"
    if key.node:
        zh, en = NODES[key.node]
        return f"{kind.zh}（{zh}）", f"{kind.en} ({en})"
    return kind.zh.replace("|", "`\\|`"), kind.en.replace("|", "`\\|`")


if __name__ == "__main__":
    import sys

    sys.stdout.write(handbook())
