#!/usr/bin/env python3
"""Writes the table of the search folding: Sources/TextFolding/FoldingTable.swift.

    generate-folding.py [--check]

The folding makes spellings equal that a reader takes for the same word. It is, in this order:

  1. characters that show nothing are dropped (DROPPED), ゛ and ゜ become their combining forms;
  2. NFKC, lower case, NFKC (Unicode; ς becomes σ, so that lower case does not look at neighbours);
  3. radicals and old or variant kanji become the kanji in use (RADICALS, VARIANTS);
  4. white space beside a wide character or before a voiced mark goes, any other run of white space
     becomes one space, none is left at either end; a dash between katakana becomes ー.

Steps 1 to 3 look at one character at a time (and compose), so they are a table; step 4 is code in
Sources/TextFolding/Folding.swift and in Sources/SearchScripts/search-folding.js.

The Unicode data is that of this Python (unicodedata.unidata_version is written into the table).
Normalisation and case of a character never change once it is assigned, so a browser with a newer
Unicode gives the same for every character of this version; a test looks at all of them.
"""
import pathlib
import sys
import unicodedata

TABLE = pathlib.Path(__file__).parent.parent / "Sources/TextFolding/FoldingTable.swift"

# What shows nothing: soft hyphen, joiners, zero width and direction marks, variation selectors, tags.
# Source: Default_Ignorable_Code_Point, DerivedCoreProperties.txt, as far as assigned in Unicode 14.
DROPPED = [
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
]

# White space that NFKC leaves as it is (White_Space, PropList.txt).
SPACES = [(0x09, 0x0D), (0x85, 0x85), (0x1680, 0x1680), (0x2028, 0x2029)]

# CJK radicals that NFKC leaves, each with its ideograph (Kangxi radicals are in NFKC).
# Source: Equivalent_Unified_Ideograph, EquivalentUnifiedIdeograph-14.0.0.txt. Where the file names a
# form that is itself only a part of a character, the radical still equals what the file says.
RADICALS = """
⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民
⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹
⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣
⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀
"""

# Old and variant kanji, each with the form in use. Only forms of one and the same character stand
# here, no words that merely sound alike (斎 is not 斉, 坂 not 阪, 畠 not 畑, 著 not 着).
VARIANTS = {
    # Source: 常用漢字表 (内閣告示第2号, 2010), the forms in parentheses (いわゆる康熙字典体).
    "joyo": """
亞亜惡悪壓圧圍囲醫医爲為壹壱隱隠榮栄營営衞衛驛駅圓円鹽塩緣縁艷艶應応歐欧毆殴櫻桜奧奥橫横溫温穩穏假仮價価畫画會会懷懐壞壊繪絵槪概
擴拡殼殻覺覚學学嶽岳樂楽渴渇罐缶卷巻陷陥勸勧寬寛關関觀観氣気旣既歸帰僞偽戲戯犧犠舊旧據拠擧挙虛虚峽峡挾挟狹狭鄕郷曉暁區区驅駆勳勲薰薫
徑径莖茎惠恵揭掲溪渓經経螢蛍輕軽繼継鷄鶏藝芸擊撃缺欠硏研縣県儉倹劍剣險険圈圏檢検獻献權権顯顕驗験嚴厳廣広效効恆恒黃黄鑛鉱號号國国黑黒
碎砕濟済齋斎劑剤雜雑參参棧桟蠶蚕慘惨贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処緖緒敍叙將将稱称涉渉燒焼
證証奬奨條条狀状乘乗淨浄剩剰疊畳繩縄壤壌孃嬢讓譲釀醸觸触囑嘱眞真寢寝愼慎盡尽圖図粹粋醉酔穗穂隨随髓髄樞枢數数瀨瀬聲声靜静齊斉攝摂竊窃
專専淺浅戰戦踐践錢銭潛潜纖繊禪禅雙双壯壮搜捜插挿巢巣爭争瘦痩總総莊荘裝装騷騒增増藏蔵臟臓卽即屬属續続墮堕對対體体帶帯滯滞臺台瀧滝擇択
澤沢擔担單単膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁徵徴聽聴敕勅鎭鎮遞逓鐵鉄轉転點点傳伝燈灯當当黨党盜盗稻稲鬭闘德徳獨独讀読屆届貳弐
惱悩腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜晚晩蠻蛮祕秘濱浜甁瓶拂払佛仏倂併竝並變変邊辺辨弁瓣弁辯弁舖舗步歩寶宝襃褒豐豊沒没飜翻每毎萬万
滿満麵麺默黙餠餅彌弥戾戻譯訳藥薬與与豫予餘余譽誉搖揺樣様謠謡來来賴頼亂乱覽覧龍竜兩両獵猟綠緑淚涙壘塁禮礼勵励靈霊隸隷齡齢曆暦歷歴戀恋
鍊錬爐炉勞労樓楼郞郎祿禄錄録灣湾
說説稅税銳鋭悅悦脫脱閱閲敎教淸清别別强強產産戶户
""",
    # Source: the same characters under the code points of other registers (JIS X 0213, IRG), as used
    # in names: 住民基本台帳・戸籍 (法務省 誤字俗字・正字一覧表) and 表外漢字字体表 (2000).
    "names": """
𠮷吉髙高﨑崎嵜崎濵浜邉辺嶋島嶌島冨富峯峰桒桑栁柳槗橋亰京凛凜堯尭巖巌禰祢禱祷穰穣萠萌遙遥瑤瑶槇槙曾曽檜桧薮藪蝿蠅鴬鶯篭籠頰頬塡填剝剥
𠮟叱嚙噛噓嘘囊嚢摑掴搔掻繫繋蔣蒋醬醤顚顛麴麹鹼鹸鷗鴎俠侠萊莱蠟蝋潑溌焰焔屛屏幷并瀆涜簞箪軀躯驒騨攪撹吳呉娛娯姬姫册冊尙尚歲歳內内凉涼
决決况況减減鄰隣羣群畧略舘館穐秋昻昂晉晋壻婿烟煙恊協廚厨兔兎劔剣劒剣剱剣圀国囯国埜野夘卯斈学寳宝崕崖帋紙彥彦悳徳戱戯攜携桝枡杤栃欝鬱
冰氷泪涙濤涛淵渕渊渕谿渓澀渋濶闊㸃点熙煕貍狸貓猫疉畳皋皐礦鉱礪砺糓穀窗窓竈竃笋筍綫線縂総聰聡蘆芦莓苺葢蓋薗園藳藁蘓蘇蟬蝉蠣蛎眾衆諫諌
讚讃賤賎輛輌鉤鈎鐮鎌鴈雁靱靭顏顔飮飲鰺鯵靏鶴鱉鼈龜亀鬪闘
""",
}


def pairs(text):
    characters = [c for c in text if not c.isspace()]
    assert len(characters) % 2 == 0
    return list(zip(characters[::2], characters[1::2]))


def kanji_pairs():
    """Old form to form in use, NFKC applied to the result, sorted by old form."""
    found = {}
    for old, new in pairs(RADICALS) + pairs(VARIANTS["joyo"]) + pairs(VARIANTS["names"]):
        assert old != new and found.get(old, new) == new, f"{old}{new}"
        found[old] = new
    for old in found:
        seen = {old}
        while found[old] in found:
            found[old] = found[found[old]]
            assert found[old] not in seen, f"{old} runs in a ring"
            seen.add(found[old])
    for old, new in found.items():
        assert nfkc(old) == old, f"{old} is NFKC's already"
        assert nfkc(new) == new
    return dict(sorted(found.items()))


def nfkc(text):
    return unicodedata.normalize("NFKC", text)


def lower(text):
    return "".join(c.lower() for c in text).replace("ς", "σ")


def dropped(code_point):
    return any(low <= code_point <= high for low, high in DROPPED)


def space(code_point):
    return any(low <= code_point <= high for low, high in SPACES)


def folded(character, kanji):
    """Steps 1 to 3 for one character alone."""
    code_point = ord(character)
    if dropped(code_point):
        return ""
    if space(code_point):
        return " "
    character = {"\u309b": "\u3099", "\u309c": "\u309a"}.get(character, character)
    text = nfkc(lower(nfkc(character)))
    assert not any(dropped(ord(c)) for c in text), hex(code_point)
    return "".join(kanji.get(c, c) for c in text)


def assigned():
    for code_point in range(0x110000):
        if 0xD800 <= code_point < 0xE000:
            continue
        if unicodedata.category(chr(code_point)) not in ("Cn", "Co") or dropped(code_point):
            yield chr(code_point)


def mapped_entries(kanji):
    """(first, last, text): a run of characters with the same text, or one character."""
    runs = []
    for character in assigned():
        text = folded(character, kanji)
        if text == character:
            continue
        code_point = ord(character)
        if runs and runs[-1][2] == text and runs[-1][1] == code_point - 1:
            runs[-1] = (runs[-1][0], code_point, text)
        else:
            runs.append((code_point, code_point, text))
    return runs


def compositions(kanji):
    """(first, second, composite) of every primary composite that folded text can contain."""
    found = []
    for character in assigned():
        code_point = ord(character)
        if 0xAC00 <= code_point < 0xD7A4 or folded(character, kanji) != character:
            continue
        parts = unicodedata.decomposition(character).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            found.append((int(parts[0], 16), int(parts[1], 16), code_point))
    return sorted(found)


def classes():
    """(first, last, canonical combining class) of every mark that has one."""
    runs = []
    for character in assigned():
        value = unicodedata.combining(character)
        if not value:
            continue
        code_point = ord(character)
        if runs and runs[-1][2] == value and runs[-1][1] == code_point - 1:
            runs[-1] = (runs[-1][0], code_point, value)
        else:
            runs.append((code_point, code_point, value))
    return runs


def literal(name, summary, words):
    lines, line = [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > 94:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    body = "\n".join(f"    {line}" for line in lines)
    return f'  /// {summary}\n  static let {name}: StaticString = """\n{body}\n    """\n'


def hexadecimal(text):
    return ",".join(f"{ord(c):X}" for c in text)


def span(first, last):
    return f"{first:X}" if first == last else f"{first:X}-{last:X}"


def swift():
    kanji = kanji_pairs()
    entries = [e for e in mapped_entries(kanji)]
    parts = [
        literal("mapped", "`first-last>text` in hexadecimal: what a character becomes alone.",
                [f"{span(a, b)}>{hexadecimal(t)}" for a, b, t in entries]),
        literal("compositions", "`first+second>composite`: the primary composites, Hangul apart.",
                [f"{a:X}+{b:X}>{c:X}" for a, b, c in compositions(kanji)]),
        literal("classes", "`first-last>class`: canonical combining classes other than 0.",
                [f"{span(a, b)}>{v:X}" for a, b, v in classes()]),
        literal("kanji", "Radicals, old and variant kanji, each followed by the kanji in use.",
                [f"{old}{new}" for old, new in kanji.items()]),
    ]
    head = ("/// The data of the folding, written by Tools/generate-folding.py: change that, not this.\n"
            f"///\n/// Unicode {unicodedata.unidata_version}.\nenum FoldingTable {{\n")
    return head + "\n".join(parts) + "}\n"


def main():
    text = swift()
    if "--check" in sys.argv[1:]:
        if TABLE.read_text(encoding="utf-8") != text:
            sys.exit(f"{TABLE} is not what the generator writes")
        return
    TABLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
