"""The six faces in fonts/: what they are called, what they hold, and what shaping makes of the Chinese marks."""

import importlib
from functools import cache
from pathlib import Path

import pytest
import uharfbuzz as hb

pytest.importorskip("fontTools")
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "fonts"
OTF = ("XihuSong-Regular.otf", "XihuSong-Bold.otf", "XihuSong-Black.otf", "XihuHei-Regular.otf", "XihuHei-Bold.otf")
KAI = "XihuKai-Regular.ttf"
FACES = (*OTF, KAI)
FAMILIES = {"Song": ("Xihu Song", "西湖宋"), "Hei": ("Xihu Hei", "西湖黑"), "Kai": ("Xihu Kai", "西湖楷")}
WEIGHTS = {"Regular": 400, "Bold": 700, "Black": 900}

# Characters of the general standard list that GB 2312 lacks: all 77 of extension A, all 196 beyond the basic plane
# and every eleventh of the others.
STANDARD = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖"
    "䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮丏佁俙偓僔剅匼咇啫噇坉垕埆堎塱奓姶婳嫄孖岠崀嵅嶲廋忞惔憕扺揕斝昇昽暕杄"
    "柖梠棨椸槃欻汭泚洸浭淟湲滃漦潽濩炣焜熥牂猯玞玿珣琀琯瑖璘瓘疍皦瞭硁碶祋禘穟筜簕繄罍翈耰腯芣荄萚蒟蔊藨蜎衎褯訚貆踒"
    "辀邲鄅酦锜镴雊鞡飏馝髃鱾鲝鳉鸮鹝麖龁𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻"
    "𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃"
    "𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹"
    "𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"
)
LETTERS = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹÄÉñøßŒœ" + "".join(map(chr, range(0x21, 0x7F)))
SIGNS = "“”‘’—…·⸺、。〈〉《》「」『』【】〔〕〖〗〇々①⑳ⅠⅫⅰ㈠㎡㎏℃‰€￥￡№★○●▲▼←↑→↓ㄅㄩあン！（），：；？～"
TURNED = "，。、：；？！「」『』（）《》〈〉【】〔〕〖〗“”‘’—…"
BODY = 1000


@cache
def font(file):
    return TTFont(FONTS / file, lazy=True)


@cache
def shaper(file):
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / file))))


def shaped(file, text, language="zh-Hans", direction="ltr"):
    """Return the (glyph, advance) pairs of a text."""
    line = hb.Buffer()
    line.add_str(text)
    line.guess_segment_properties()
    line.direction, line.language = direction, language
    hb.shape(shaper(file), line)
    across = direction == "ltr"
    return [
        (info.codepoint, place.x_advance if across else -place.y_advance)
        for info, place in zip(line.glyph_infos, line.glyph_positions, strict=True)
    ]


def glyph(file, character):
    return font(file).getGlyphID(font(file).getBestCmap()[ord(character)])


def names(file, language=0x409):
    return {record.nameID: record.toUnicode() for record in font(file)["name"].names if record.langID == language}


def gb2312():
    cells = (bytes((row, cell)) for row in range(0xA1, 0xFF) for cell in range(0xA1, 0xFF))
    return {ord(character) for cell in cells for character in cell.decode("gb2312", "ignore")}


@pytest.fixture
def builder(monkeypatch):
    monkeypatch.syspath_prepend(str(FONTS))
    return importlib.import_module("build_fonts")


# Names and licences


@pytest.mark.parametrize("file", FACES)
def test_a_face_bears_our_names_in_both_languages(file):
    role, style = file.removeprefix("Xihu").partition(".")[0].split("-")
    english, chinese = names(file), names(file, 0x804)
    for records, family in ((english, FAMILIES[role][0]), (chinese, FAMILIES[role][1])):
        assert (records[16], records[17], records[4]) == (family, style, f"{family} {style}")
        assert records[1] in {family, f"{family} {style}"}
        assert records[2] in {"Regular", "Bold"}
    assert english[6] == Path(file).stem
    assert english[3].endswith(Path(file).stem)
    assert font(file)["OS/2"].usWeightClass == WEIGHTS[style]


@pytest.mark.parametrize("file", FACES)
def test_no_reserved_or_foreign_name_is_borne(file):
    borne = [
        text
        for language in (0x409, 0x804)
        for number, text in names(file, language).items()
        if number in {1, 3, 4, 6, 16}
    ]
    if file in OTF:
        program = font(file)["CFF "].cff
        borne += [program.fontNames[0], program[0].FullName, program[0].FamilyName, program[0].FDArray[0].FontName]
    assert not [text for text in borne for word in ("LXGW", "霞鹜", "Source", "Noto", "WenKai") if word in text]


@pytest.mark.parametrize("file", FACES)
def test_copyright_licence_and_change_are_stated_in_the_face(file):
    records = names(file)
    assert ("LXGW" if file == KAI else "Adobe") in records[0]
    assert "SIL Open Font License, Version 1.1" in records[13]
    assert "OFL" in records[14]
    assert records[10].startswith("Modified version")
    assert font(file)["OS/2"].fsType == 0  # installable, may be embedded and cut down


@pytest.mark.parametrize(("file", "holder"), [("OFL-Noto.txt", "Adobe"), ("OFL-LXGWWenKai.txt", "LXGW")])
def test_licence_texts_are_whole(file, holder):
    text = (FONTS / file).read_text(encoding="utf-8")
    head, title, terms = text.partition("SIL OPEN FONT LICENSE Version 1.1")
    assert title
    assert f"Copyright 20{'17-2022 Adobe' if holder == 'Adobe' else '21-2023 LXGW'}" in head
    assert all(part in terms for part in ("PREAMBLE", "DEFINITIONS", "1) ", "5) ", "TERMINATION", "DISCLAIMER"))
    assert terms.rstrip().endswith("OTHER DEALINGS IN THE FONT SOFTWARE.")


def test_the_notice_speaks_of_every_face():
    notice = (FONTS / "NOTICE.md").read_text(encoding="utf-8")
    assert not [file for file in FACES if file not in notice]


# Characters


@pytest.mark.parametrize("file", FACES)
def test_every_character_of_the_standards_is_there(file):
    wanted = gb2312() | set(map(ord, STANDARD + LETTERS + SIGNS))
    assert len(set(STANDARD)) == 382
    assert sum(ord(character) > 0xFFFF for character in STANDARD) == 196
    assert sorted(map(chr, wanted - font(file).getBestCmap().keys())) == []


@pytest.mark.parametrize("file", FACES)
def test_the_whole_general_standard_list_is_there(file, builder):
    if not builder.UNIHAN.exists():
        pytest.skip("the Debian package unicode-data is not installed")
    listed = importlib.import_module("charset").general_standard()
    assert len(listed) == 8105
    assert not listed - font(file).getBestCmap().keys()


def test_faces_of_one_role_hold_the_same_characters():
    song, hei = ({frozenset(font(file).getBestCmap()) for file in FACES if role in file} for role in ("Song", "Hei"))
    assert len(song) == len(hei) == 1


# Shaping


@pytest.mark.parametrize("file", FACES)
@pytest.mark.parametrize("mark", "“”‘’—…·，。、：；？！（）《》")
def test_a_chinese_mark_fills_its_body(file, mark):
    assert [advance for _, advance in shaped(file, mark)] == [BODY]


@pytest.mark.parametrize("file", FACES)
def test_dash_and_ellipsis_are_two_ems_and_the_dash_has_no_gap(file):
    dash, ellipsis = shaped(file, "——"), shaped(file, "……")
    assert [advance for _, advance in dash] == [2 * BODY]
    assert [advance for _, advance in ellipsis] == [BODY, BODY]
    assert shaped(file, "他——她")[1] == dash[0]
    assert [advance for _, advance in shaped(file, "——", direction="ttb")] == [2 * BODY]
    assert shaped(file, "⸺") == dash


@pytest.mark.parametrize("file", FACES)
def test_quotes_keep_their_blank_outside(file):
    for opening, closing in ("“”", "‘’"):
        left, right = (shaper(file).get_glyph_extents(glyph(file, mark)) for mark in (opening, closing))
        assert left.x_bearing >= BODY / 2
        assert right.x_bearing + right.width <= BODY / 2


@pytest.mark.parametrize("file", FACES)
def test_the_interpunct_stands_in_the_middle_of_its_body(file):
    ink = shaper(file).get_glyph_extents(glyph(file, "·"))
    assert ink.x_bearing + ink.width / 2 == pytest.approx(BODY / 2, abs=2)
    assert ink.width < 0.3 * BODY


@pytest.mark.parametrize("file", FACES)
@pytest.mark.parametrize("mark", "“”‘’·")
def test_english_has_its_own_marks(file, mark):
    (western, narrow), (chinese, _) = shaped(file, mark, "en")[0], shaped(file, mark)[0]
    assert western != chinese
    assert narrow < 0.6 * BODY


@pytest.mark.parametrize("file", FACES)
def test_the_language_decides_and_not_the_script(file):
    for text in ("“", "汉“", "a“", "1“"):
        assert shaped(file, text)[-1] == (glyph(file, "“"), BODY)
        assert shaped(file, text, "en")[-1][1] < 0.6 * BODY


@pytest.mark.parametrize("file", FACES)
@pytest.mark.parametrize("mark", TURNED)
def test_marks_have_vertical_forms(file, mark):
    [(upright, advance)] = shaped(file, mark, direction="ttb")
    assert upright not in {0, glyph(file, mark)}
    assert advance == BODY


@pytest.mark.parametrize("file", OTF)
def test_half_widths_and_kerning_are_kept(file):
    table = font(file)["GPOS"].table
    tags = {record.FeatureTag for record in table.FeatureList.FeatureRecord}
    assert {"halt", "vhal", "palt", "vpal", "kern", "vkrn", "vert"} <= tags


# Files


def test_the_set_is_small():
    assert sum((FONTS / file).stat().st_size for file in FACES) < 22_000_000


@pytest.mark.parametrize("file", OTF)
def test_postscript_outlines_have_one_font_dict_and_no_hints(file):
    program = font(file)["CFF "].cff
    top = program[0]
    private = top.FDArray[0].Private
    assert len(top.FDArray) == 1
    assert set(top.FDSelect.gidArray) == {0}
    assert (private.defaultWidthX, private.nominalWidthX) == (BODY, 0)
    assert len(program.GlobalSubrs) == 0
    assert not hasattr(private, "Subrs")
    assert not hasattr(private, "BlueValues")


@pytest.mark.parametrize("file", FACES)
def test_harfbuzz_cuts_the_face_down_without_changing_a_glyph(file):
    order = hb.SubsetInput()
    kept = {0, *(glyph(file, character) for character in "西湖晚报，“”·Ag" + STANDARD), shaped(file, "——")[0][0]}
    order.glyph_set.update(kept)
    flags = hb.SubsetFlags
    order.flags = flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
    if file in OTF:
        order.flags |= flags.DESUBROUTINIZE | flags.CFF_IDENTITY_CHARSET
    plan = hb.SubsetPlan(shaper(file).face, order)
    small, whole = hb.Font(plan.execute()), shaper(file)
    new = dict(plan.old_to_new_glyph_mapping.items())
    assert new.keys() >= kept
    for old, now in new.items():
        assert small.get_glyph_h_advance(now) == whole.get_glyph_h_advance(old)
        assert small.get_glyph_extents(now) == whole.get_glyph_extents(old)


# The script that made them


def test_the_script_builds_what_is_shipped(builder):
    assert tuple(cut.file for cut in builder.CUTS) == FACES


def test_the_script_names_the_packages_of_a_missing_source(builder):
    with pytest.raises(SystemExit, match="fonts-noto-cjk-extra"):
        builder.build(builder.CUTS[0], folders=())
