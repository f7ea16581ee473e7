#!/usr/bin/env python3
"""Writes a made-up catalogue of policy programmes, the same one for Mokuroku and for Hugo.

    corpus.py OUT --programmes N --flavour mokuroku|hugo

The same seed, count and `content/` give the same catalogue, byte for byte. Names are made of this script's
own words; sentences are those of the shipped catalogue with some of their words exchanged, so that characters,
pairs of them and longer pieces are about as many as in life. Popularity is skewed as in a real catalogue: a few ministries have most programmes.
"""
import argparse
import json
import os
import pathlib
import random
import re

CONTENT = pathlib.Path(__file__).resolve().parents[2] / "content"

MINISTRIES = ["内閣府", "総務省", "法務省", "外務省", "財務省", "文部科学省", "厚生労働省", "農林水産省",
              "経済産業省", "国土交通省", "環境省", "防衛省", "警察庁", "復興庁", "消費者庁", "金融庁"]
LEADS = [("次世代", "じせだい"), ("革新的", "かくしんてき"), ("戦略的", "せんりゃくてき"), ("先端的", "せんたんてき"),
         ("国際", "こくさい"), ("地域", "ちいき"), ("広域", "こういき"), ("未来", "みらい"), ("総合", "そうごう"),
         ("持続型", "じぞくがた"), ("基盤的", "きばんてき"), ("実証型", "じっしょうがた"), ("重点", "じゅうてん")]
FIELDS = [("量子技術", "りょうしぎじゅつ"), ("半導体", "はんどうたい"), ("人工知能", "じんこうちのう"),
          ("海洋観測", "かいようかんそく"), ("宇宙輸送", "うちゅうゆそう"), ("蓄電池", "ちくでんち"),
          ("水素利用", "すいそりよう"), ("再生医療", "さいせいいりょう"), ("創薬", "そうやく"), ("防災", "ぼうさい"),
          ("材料科学", "ざいりょうかがく"), ("計算科学", "けいさんかがく"), ("食料生産", "しょくりょうせいさん"),
          ("森林資源", "しんりんしげん"), ("核融合", "かくゆうごう"), ("加速器", "かそくき"), ("脳科学", "のうかがく"),
          ("ロボット", "ろぼっと"), ("サイバーセキュリティ", "さいばーせきゅりてぃ"), ("数理科学", "すうりかがく")]
WORKS = [("研究開発", "けんきゅうかいはつ"), ("人材育成", "じんざいいくせい"), ("基盤整備", "きばんせいび"),
         ("社会実装", "しゃかいじっそう"), ("拠点形成", "きょてんけいせい"), ("国際連携", "こくさいれんけい")]
KINDS = [("事業", "じぎょう"), ("プログラム", "ぷろぐらむ"), ("推進事業", "すいしんじぎょう"), ("支援事業", "しえんじぎょう")]
ENDINGS = {"ministries": ("省", "しょう"), "agencies": ("機構", "きこう"), "awards": ("賞", "しょう"),
           "bases": ("研究拠点", "けんきゅうきょてん"), "tags": ("分野", "ぶんや")}
LABELS = {"programmes": "施策", "ministries": "府省", "agencies": "実施機関", "awards": "表彰", "bases": "拠点",
          "tags": "分野"}
COUNTS = {"ministries": 16, "agencies": 40, "awards": 60, "bases": 120, "tags": 200}
HEADINGS = ["背景", "目的", "事業の概要", "実施体制", "これまでの成果", "今後の課題", "評価の結果", "国際的な動向"]
ROWS = ["採択件数", "応募件数", "参画機関数", "論文数", "特許出願数", "若手研究者数"]
STATUSES = ["実施", "終了", "計画"]


# Words as they can be exchanged: runs of kanji and of katakana.
WORD = re.compile(r"[\u4e00-\u9fff々]{2,}|[ァ-ヺー]{2,}")
# A sentence with one of these may mean something else where it is put.
SIGNS = set("[]{}<>()*_`|#\\&~$:\"'=")


def sentences(content):
    """The sentences of the texts and summaries of a catalogue, each once, in the order of the files."""
    found = {}
    for path in sorted(content.rglob("*.md")):
        front, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
        summaries = re.findall(r"^summary: (.*)$", front, re.MULTILINE)
        for line in summaries + body.splitlines():
            # A link is read as its label.
            line = re.sub(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]|!?\[([^\]]*)\]\([^)]*\)", r"\1\2", line)
            for sentence in re.findall(r"[^。]+。", line):
                if 8 < len(sentence) <= 200 and not SIGNS & set(sentence) and sentence[0].isalpha():
                    found[sentence] = None
    if not found:
        raise SystemExit(f"There are no sentences in {content}.")
    return list(found)


class Catalogue:
    def __init__(self, programmes, seed):
        self.random = random.Random(seed)
        self.sentences = sentences(CONTENT)
        # A word that is written often is drawn as often.
        self.words = [word for sentence in self.sentences for word in WORD.findall(sentence)]
        self.used = set()
        self.ids = {kind: [f"{kind[:2]}{number:03}" for number in range(1, count + 1)]
                    for kind, count in COUNTS.items()}
        self.ids["programmes"] = [f"p{number:06}" for number in range(1, programmes + 1)]
        self.names = {}
        for kind in COUNTS:
            for number, identifier in enumerate(self.ids[kind]):
                self.names[identifier] = self.entity_name(kind, number)
        for identifier in self.ids["programmes"]:
            self.names[identifier] = self.unique(LEADS, FIELDS, WORKS, KINDS)

    def unique(self, *parts):
        chosen = [self.random.choice(part) for part in parts]
        name, yomi = "".join(c[0] for c in chosen), "".join(c[1] for c in chosen)
        number, candidate = 1, name
        while candidate in self.used:
            number += 1
            candidate = f"{name}（第{number}期）"
        self.used.add(candidate)
        return candidate, yomi if number == 1 else f"{yomi}だい{number}き"

    def entity_name(self, kind, number):
        if kind == "ministries":
            self.used.add(MINISTRIES[number])
            return MINISTRIES[number], "しょう"
        return self.unique(LEADS, FIELDS, [ENDINGS[kind]])

    def skewed(self, kind, count):
        chosen = []
        while len(chosen) < count:
            one = self.ids[kind][int(len(self.ids[kind]) * self.random.random() ** 1.7)]
            if one not in chosen:
                chosen.append(one)
        return chosen

    def sentence(self):
        def exchange(word):
            return self.random.choice(self.words) if self.random.random() < 0.5 else word[0]

        return WORD.sub(exchange, self.random.choice(self.sentences))

    def paragraph(self, low, high):
        parts = [self.sentence() for _ in range(self.random.randint(low, high))]
        if self.random.random() < 0.5:
            parts.append(f"**「{self.random.choice(FIELDS)[0]}」**は重点とする。")
        return "".join(parts)

    def link(self):
        target = self.random.choice(self.ids["programmes"])
        return f"[{self.names[target][0]}](/programmes/{target}/)"

    def body(self):
        rng = self.random
        want, blocks = rng.randint(2000, 5000), [self.paragraph(1, 2)]
        for number, heading in enumerate(rng.sample(HEADINGS, rng.randint(3, 6))):
            blocks += [f"## {heading}", self.paragraph(2, 4) + f"関連する施策に{self.link()}がある。"]
            if number == 1:
                rows = ["| 項目 | 令和3年度 | 令和4年度 |", "| --- | ---: | ---: |"]
                rows += [f"| {name} | {rng.randrange(900)} | {rng.randrange(900)} |"
                         for name in rng.sample(ROWS, 4)]
                blocks.append("\n".join(rows))
            if number == 2:
                blocks.append("\n".join(f"- {self.sentence()}" for _ in range(4)))
        size = sum(len(block.encode()) + 2 for block in blocks)
        while size < want:
            blocks.append(self.paragraph(2, 4))
            size += len(blocks[-1].encode()) + 2
        return "\n\n".join(blocks) + "\n"

    def amount(self):
        large, million = int(self.random.paretovariate(0.9)) % 400, self.random.randrange(100)
        if large and million:
            return f"{large}億{million}百万円"
        return f"{large}億円" if large else f"{million + 1}百万円"

    def programme(self, identifier):
        rng = self.random
        name, yomi = self.names[identifier]
        first = rng.randint(2016, 2023)
        years = list(range(first, min(first + rng.randint(1, 4), 2026)))
        fields = {"title": name, "yomi": yomi, "summary": self.sentence()}
        for kind, low, high in (("ministries", 1, 3), ("agencies", 0, 2), ("bases", 0, 3),
                                ("awards", 0, 2), ("tags", 2, 5)):
            fields[kind] = self.skewed(kind, rng.randint(low, high))
        fields["status"] = rng.choice(STATUSES)
        fields["fiscal_years"] = years
        fields["budget"] = [{"year": year, "amount": self.amount()} for year in years]
        return fields, self.body()

    def entity(self, identifier):
        name, yomi = self.names[identifier]
        fields = {"title": name, "yomi": yomi, "summary": self.sentence()}
        return fields, self.paragraph(1, 3) + "\n\n" + self.paragraph(1, 2) + "\n"


def front_matter(fields, flavour):
    lines, unit = ["---"], "年度" if flavour == "mokuroku" else ""
    for key, value in fields.items():
        if key == "budget":
            lines.append("budget:")
            for entry in value:
                lines += [f"  - year: {entry['year']}{unit}", f"    amount: {entry['amount']}"]
        elif key == "fiscal_years":
            lines.append(f"fiscal_years: [{', '.join(str(year) + unit for year in value)}]")
        elif isinstance(value, list):
            if value or flavour == "hugo":
                lines.append(f"{key}: [{', '.join(value)}]")
        else:
            lines.append(f"{key}: {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines) + "\n---\n\n"


def definition():
    """The catalogue.yml of the made-up catalogue."""
    text = ["site: {title: 施策カタログ, description: 見本です。, base_url: https://example.org/, language: ja}",
            "common:",
            "  title: {type: text, label: 名称, required: true}",
            "  yomi: {type: reading, label: 読み, required: true}",
            "  summary: {type: text, label: 要約, required: true}",
            "collections:",
            "  programmes:", "    label: 施策", "    facets: [ministries, status]", "    fields:"]
    for kind in COUNTS:
        role = ", role: responsible" if kind == "ministries" else ""
        text.append(f"      {kind}: {{type: reference, list: true, label: {LABELS[kind]}, to: [{kind}], "
                    f"inverse: {LABELS[kind]}の施策{role}}}")
    text += ["      status: {type: enumeration, label: 状況, values: [実施, 終了, 計画]}",
             "      fiscal_years: {type: fiscal_year, list: true, label: 年度}",
             "      budget: {type: budget, list: true, label: 予算}"]
    for kind in COUNTS:
        text += [f"  {kind}:", f"    label: {LABELS[kind]}", "    fields: {}"]
    return "\n".join(text) + "\n"


def place(flavour, kind, identifier):
    if flavour == "hugo" and kind != "programmes":
        return f"content/{kind}/{identifier}/_index.md"
    return f"content/{kind}/{identifier}.md"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--programmes", type=int, required=True, metavar="N")
    parser.add_argument("--flavour", choices=["mokuroku", "hugo"], required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    catalogue = Catalogue(options.programmes, options.seed)
    made = set()

    def write(path, text):
        path = os.path.join(options.out, path)
        folder = os.path.dirname(path)
        if folder not in made:
            os.makedirs(folder, exist_ok=True)
            made.add(folder)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    for kind in COUNTS:
        for identifier in catalogue.ids[kind]:
            fields, body = catalogue.entity(identifier)
            write(place(options.flavour, kind, identifier), front_matter(fields, options.flavour) + body)
    for identifier in catalogue.ids["programmes"]:
        fields, body = catalogue.programme(identifier)
        write(place(options.flavour, "programmes", identifier), front_matter(fields, options.flavour) + body)
    if options.flavour == "mokuroku":
        write("catalogue.yml", definition())
    else:
        for kind, label in LABELS.items():
            write(f"content/{kind}/_index.md", f"---\ntitle: {label}\n---\n")
    print(sum(len(ids) for ids in catalogue.ids.values()), "records in", options.out)


if __name__ == "__main__":
    main()
