"""The queries of the evaluation, cut from the documents, and the truth about them."""
import bisect
import collections
import importlib.util
import json
import pathlib
import random
import re
import subprocess
import unicodedata

KANJI, KATAKANA, HIRAGANA = "一-鿿々", "ァ-ヺー", "ぁ-ゖ"
ERAS = {"令和": 2018, "平成": 1988}


def kanji_table():
    """The kanji that fold, from the generator of the folding's table."""
    path = pathlib.Path(__file__).resolve().parents[2] / "Tools/generate-folding.py"
    spec = importlib.util.spec_from_file_location("generate_folding", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str.maketrans(module.kanji_pairs())


KANJI_TABLE = kanji_table()


def fold_word(word):
    """Folds a word without spaces, dashes or marks that show nothing."""
    return unicodedata.normalize("NFKC", word).lower().translate(KANJI_TABLE)


def fold_all(bench, texts):
    """Folds texts with the folding of the site (Sources/TextFolding)."""
    lines = "\n".join(json.dumps(text, ensure_ascii=False) for text in texts) + "\n"
    run = subprocess.run([bench, "fold"], input=lines, capture_output=True, encoding="utf-8", check=True)
    folded = [json.loads(line) for line in run.stdout.split("\n") if line]
    assert len(folded) == len(texts)
    return folded


class Truth:
    """Which pages have a term: a folded substring of one block of a page."""

    def __init__(self, bench, documents):
        blocks, owners = [], []
        for number, document in enumerate(documents):
            texts = [document["title"], *document["aliases"], document["summary"]]
            for section in document["sections"]:
                texts += [section["heading"], section["text"]]
            for text in texts:
                if text:
                    blocks.append(text)
                    owners.append(number)
        self.bench = bench
        self.blocks = fold_all(bench, blocks)
        self.owners = owners
        self.pages = len(documents)
        # One string of all blocks, and where each page's begin: scanning one string is fast.
        self.text = "\0".join(self.blocks)
        self.starts, position, last = [], 0, -1
        for text, owner in zip(self.blocks, owners):
            if owner != last:
                self.starts.append(position)
                last = owner
            position += len(text) + 1
        self.starts.append(position)

    def pages_with(self, folded, most=None):
        """The pages; no more than one over `most` are looked for."""
        found, position = set(), self.text.find(folded)
        while position >= 0 and (most is None or len(found) <= most):
            page = bisect.bisect_right(self.starts, position) - 1
            found.add(page)
            position = self.text.find(folded, self.starts[page + 1])
        return found

    def answer(self, query):
        """The pages for a query of words with spaces between them, years in either calendar."""
        found = None
        for word in map(fold_word, query.split()):
            pages = set()
            for spelling in year_spellings(word):
                pages |= self.pages_with(spelling)
            found = pages if found is None else found & pages
        return found or set()


def year_spellings(word):
    """A fiscal year in both calendars (令和2年度 is 2020年度); other words as they are."""
    era = re.fullmatch(r"(令和|平成)(元|\d{1,2})(年度?)", word)
    if era:
        year = ERAS[era[1]] + (1 if era[2] == "元" else int(era[2]))
        # 平成31年度 is also 令和元年度; a day of 2019 has one name only.
        return {word} | (year_spellings(f"{year}年度") if era[3] == "年度" else {f"{year}年"})
    west = re.fullmatch(r"(\d{4})(年度?)", word)
    if west:
        year, found = int(west[1]), {word}
        for name, zero in ERAS.items():
            last = 2019 if name == "平成" else 9999
            if zero < year <= last:
                found.add(f"{name}{year - zero}{west[2]}")
                if year - zero == 1:
                    found.add(f"{name}元{west[2]}")
        return found
    return {word}


def wide(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def cut(rng, runs, low, high):
    while True:
        run = rng.choice(runs)
        if len(run) >= low:
            length = rng.randint(low, min(high, len(run)))
            start = rng.randint(0, len(run) - length)
            return run[start:start + length]


def make(documents, truth, seed=7):
    """200 queries that pages answer, by class, and 20 that none does."""
    rng = random.Random(seed)
    texts = [s["text"] for d in documents for s in d["sections"]] + [d["title"] for d in documents]
    sample = rng.sample(texts, min(len(texts), 4000))
    runs = {name: [r for t in sample for r in re.findall(f"[{c}]+", t)]
            for name, c in (("kanji", KANJI), ("katakana", KATAKANA))}
    mixed = [r for t in sample for r in re.findall(f"[{KANJI}{KATAKANA}{HIRAGANA}]+", t)]
    acronyms = [r for t in sample for r in re.findall(r"[A-Za-zＡ-Ｚａ-ｚ０-９0-9]*[A-ZＡ-Ｚ][A-Za-zＡ-Ｚａ-ｚ0-9０-９]+", t)]
    narrow = lambda text: "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)
    years = [r for t in sample for r in re.findall(r"(?:(?:令和|平成)(?:元|[0-9０-９]+)|[0-9０-９]{4})年度?", t)]
    queries = []

    def add(name, count, draw):
        seen = set()
        tries = 0
        while len(seen) < count:
            query = draw()
            tries += 1
            if tries > 20_000:
                raise SystemExit(f"no {count} queries of {name}")
            if query in seen or not truth.answer(query):
                continue
            seen.add(query)
            queries.append((name, query))

    def draw_mixed():
        while True:
            text = cut(rng, mixed, 3, 10)
            if re.search(f"[{HIRAGANA}]", text) and re.search(f"[{KANJI}{KATAKANA}]", text):
                return text

    def draw_pair():
        document = rng.choice(documents)
        text = rng.choice(document["sections"])["text"]
        words = re.findall(f"[{KANJI}]{{2,4}}|[{KATAKANA}]{{3,8}}", text)
        return " ".join(rng.sample(words, 2)) if len(words) > 1 else ""

    add("漢字2", 25, lambda: cut(rng, runs["kanji"], 2, 2))
    add("漢字3–4", 30, lambda: cut(rng, runs["kanji"], 3, 4))
    add("漢字5–12", 25, lambda: cut(rng, runs["kanji"], 5, 12))
    add("片仮名", 30, lambda: cut(rng, runs["katakana"], 3, 12))
    add("交ぜ書き", 25, draw_mixed)
    add("英字 半角", 15, lambda: narrow(rng.choice(acronyms)))
    add("英字 全角", 15, lambda: wide(narrow(rng.choice(acronyms))))
    add("二語", 25, draw_pair)
    add("年", 10, lambda: rng.choice(years))
    none = []
    while len(none) < 20:
        query = cut(rng, runs["kanji"], 2, 3) + cut(rng, runs["katakana"], 3, 4) + cut(rng, runs["kanji"], 2, 3)
        if not truth.answer(query):
            none.append(("なし", query))
    return queries, none


def typos(documents, truth, count=68, seed=11):
    """(typed, page): words of few pages with one edit, and a page each is from."""
    rng = random.Random(seed)
    sample = rng.sample(range(len(documents)), min(len(documents), 1000))
    runs = [(word, number) for number in sample for section in documents[number]["sections"]
            for word in re.findall(f"[{KANJI}]{{4,8}}|[{KATAKANA}]{{5,12}}", section["text"])]
    # Most words are on many pages; those that are once in the sample are worth counting.
    often = collections.Counter(word for word, _ in runs)
    runs = [(word, number) for word, number in runs if often[word] == 1]
    found = []
    while len(found) < count:
        word, number = rng.choice(runs)
        if len(truth.pages_with(fold_word(word), most=10)) > 10:
            continue
        place = rng.randrange(len(word))
        kind = rng.randrange(4)
        other = rng.choice("究開発進支援環情報材料設備評価" if re.match(f"[{KANJI}]", word) else "アイウカキクスタナハマラリルン")
        if kind == 0:
            typed = word[:place] + word[place + 1:]
        elif kind == 1:
            typed = word[:place] + other + word[place:]
        elif kind == 2:
            typed = word[:place] + other + word[place + 1:]
        else:
            place = min(place, len(word) - 2)
            typed = word[:place] + word[place + 1] + word[place] + word[place + 2:]
        if typed != word and not truth.pages_with(fold_word(typed), most=0):
            found.append((typed, number))
    return found


KATAKANA_ROMAJI = {
    "ア": "a", "イ": "i", "ウ": "u", "エ": "e", "オ": "o", "ン": "n", "ー": "-",
    **{c: k + v for k, row in {"k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ", "h": "ハヒフヘホ",
                                "m": "マミムメモ", "r": "ラリルレロ", "g": "ガギグゲゴ", "z": "ザジズゼゾ", "d": "ダヂヅデド",
                                "b": "バビブベボ", "p": "パピプペポ"}.items() for c, v in zip(row, "aiueo")},
    "ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヲ": "wo",
}
HEPBURN = {"シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji"}


def romaji(reading, hepburn):
    """A reading in katakana as it is typed in romaji."""
    out, double = "", False
    for index, c in enumerate(reading):
        if c == "ッ":
            double = True
            continue
        if c in "ャュョ":
            vowel = {"ャ": "a", "ュ": "u", "ョ": "o"}[c]
            out = out[:-1] + (vowel if hepburn and out.endswith(("shi", "chi", "ji")) else "y" + vowel)
            continue
        if c == "ェ" and reading[index - 1] in "シジチ":
            out = out[:-1] + ("e" if hepburn else "ye")
            continue
        if c in "ァィゥェォ":
            vowel = dict(zip("ァィゥェォ", "aiueo"))[c]
            out = (out[:-1] if out.endswith(("u", "o", "e")) else out) + vowel
            if out.endswith(("ti", "di")) and reading[index - 1] in "テデ":
                return None
            continue
        part = (HEPBURN.get(c) if hepburn else None) or KATAKANA_ROMAJI.get(c)
        if part is None:
            return None
        if c == "ン" and index + 1 < len(reading) and reading[index + 1] in "アイウエオヤユヨ":
            part = "n'"
        if double:
            part, double = part[0] + part, False
        out += part
    return out


def readings(documents, count=60, seed=13):
    """(typed, page): readings of records as hiragana, katakana, romaji, and halves of them."""
    rng = random.Random(seed)
    found = []
    while len(found) < count:
        number = rng.randrange(len(documents))
        reading = documents[number]["reading"]
        form = len(found) % 5
        if form == 0:
            typed = reading
        elif form == 1:
            typed = "".join(chr(ord(c) - 96) if "ァ" <= c <= "ヶ" else c for c in reading)
        elif form in (2, 3):
            typed = romaji(reading, hepburn=form == 2)
        else:
            typed = romaji(reading[:rng.randint(5, 9)], hepburn=True)
        if typed:
            found.append((typed, number, form))
    return found
