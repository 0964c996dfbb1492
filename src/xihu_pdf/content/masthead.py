"""The rows of the keys of a masthead 报头 for the table of content keys: what a paper says of itself."""

__all__ = ["MASTHEAD_ROWS", "MOST_NUMBER"]

MOST_NUMBER = 9_999_999

# Name, Chinese names, kind of value and meanings of every key but the name, as in ``keys.Key``.
MASTHEAD_ROWS: tuple[tuple[str, tuple[str, ...], str, str, str], ...] = (
    ("artwork", ("题字",), "path", "报名的题字，图片文件，代替文字", "The name as a picture file"),
    ("authority", ("主管",), "text", "主管单位", "The authority over the paper"),
    ("sponsor", ("主办",), "text", "主办单位", "The body that runs the paper"),
    ("publisher", ("编印", "出版", "编发"), "text", "出版、编印或编发单位", "The body that edits and issues it"),
    ("number", ("期号",), "integer", "本年第几期", "Number of the issue in its year"),
    ("total", ("总期号",), "integer", "总期号", "Running number of the issue"),
    ("cn", ("刊号",), "text", "国内统一连续出版物号，如 CN 50-0012", "Registered number, such as CN 50-0012"),
    ("permit", ("准印证号",), "text", "内部资料性出版物准印证号", "Number of the permit of an internal publication"),
    ("mail-code", ("邮发代号",), "text", "邮发代号", "Code under which the post distributes it"),
    ("distribution", ("发行",), "text", "发行方式和单位", "How and by whom it is distributed"),
    ("price", ("定价",), "text", "定价", "Price"),
    ("address", ("地址",), "text", "社址或地址", "Address"),
    ("contact", ("电话",), "text", "联系电话", "Telephone"),
    ("website", ("网址",), "text", "网址或公众号", "Address on the web"),
    ("printer", ("印刷",), "text", "印刷单位和地址", "The printer and its address"),
    ("print-run", ("印数",), "integer", "印数，单位为份", "Copies printed"),
    ("recipients", ("发送对象",), "text", "发送对象", "For whom it is meant"),
    ("editors", ("编校",), "text", "责任编辑、美编、校对，各版通用", "Editors' line of pages that have no other"),
    ("contents", ("导读",), "paragraphs", "导读的标题；不写则选各版要稿", "Headlines of the index; chosen if left out"),
    ("ear", ("报眼",), "paragraphs", "报眼的短文，代替导读", "A short text beside the name instead of the index"),
    ("secrecy", ("密级",), "text", "简报的密级", "Secrecy mark of a bulletin"),
    ("report-to", ("报",), "text", "简报上报的单位", "Above: to whom a bulletin reports"),
    ("send-to", ("送",), "text", "简报平送的单位", "Beside: to whom a bulletin is sent"),
    ("issue-to", ("发",), "text", "简报下发的单位", "Below: to whom a bulletin is issued"),
    ("weekday", ("星期",), "text", "星期；由日期算出，写了只作核对", "Weekday; computed, compared if written"),
    ("lunar", ("农历",), "text", "农历；由日期算出，写了只作核对", "Lunar date; computed, compared if written"),
    ("page-count", ("版数",), "integer", "今日几版；数出来的，写了只作核对", "Pages; counted, compared if written"),
)
