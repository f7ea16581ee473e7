#!/usr/bin/env python3
"""Writes a made-up Japanese catalogue as one JSON document a line, the same for every run.

    make_catalogue.py OUT.jsonl --records N [--characters MEAN] [--seed N]

Everything is drawn from the word stock below: names with their readings, sentences from patterns,
years in both calendars, money, acronyms in both widths, some Kangxi radicals and old kanji as texts
taken from PDF have them. Words are drawn with Zipf's weights, each record leans to a few words of its
own, and each has some coined words (in life every page has words that no other has).

A line has the fields of SearchDocument: url, collection, title, aliases, reading, summary, rubies,
facets, sections.
"""
import argparse
import json
import math
import random

LEADS = """次世代 ジセダイ|革新的 カクシンテキ|戦略的 センリャクテキ|先端 センタン|国際 コクサイ|地域 チイキ|広域 コウイキ|未来 ミライ
持続可能な ジゾクカノウナ|超高速 チョウコウソク|分野横断型 ブンヤオウダンガタ|産学連携 サンガクレンケイ|基盤的 キバンテキ|実証型 ジッショウガタ
重点 ジュウテン|総合 ソウゴウ|共創 キョウソウ|若手 ワカテ|全国 ゼンコク|東京都 トウキョウト|京都府 キョウトフ|東北 トウホク|九州 キュウシュウ|瀬戸内 セトウチ"""
FIELDS = """量子技術 リョウシギジュツ|半導体 ハンドウタイ|人工知能 ジンコウチノウ|海洋観測 カイヨウカンソク|宇宙輸送 ウチュウユソウ|蓄電池 チクデンチ
水素利用 スイソリヨウ|再生医療 サイセイイリョウ|創薬 ソウヤク|感染症 カンセンショウ|防災 ボウサイ|材料科学 ザイリョウカガク|計算科学 ケイサンカガク
情報通信 ジョウホウツウシン|食料生産 ショクリョウセイサン|森林資源 シンリンシゲン|核融合 カクユウゴウ|加速器 カソクキ|気候変動 キコウヘンドウ
脳科学 ノウカガク|ゲノム解析 ゲノムカイセキ|ロボット ロボット|サイバーセキュリティ サイバーセキュリティ|人文社会 ジンブンシャカイ|数理科学 スウリカガク
洋上風力 ヨウジョウフウリョク|地熱発電 チネツハツデン|自動運転 ジドウウンテン|衛星測位 エイセイソクイ|ナノマテリアル ナノマテリアル|バイオものづくり バイオモノヅクリ
文化財 ブンカザイ|橋梁点検 キョウリョウテンケン|下水道 ゲスイドウ|介護福祉 カイゴフクシ|農業用水 ノウギョウヨウスイ|水産養殖 スイサンヨウショク
光格子時計 ヒカリコウシドケイ|深海掘削 シンカイクッサク|火山噴火 カザンフンカ|雪氷圏 セッピョウケン|放射光 ホウシャコウ|希少金属 キショウキンゾク"""
WORKS = """研究開発 ケンキュウカイハツ|人材育成 ジンザイイクセイ|基盤整備 キバンセイビ|社会実装 シャカイジッソウ|拠点形成 キョテンケイセイ|実証 ジッショウ
共同利用 キョウドウリヨウ|国際連携 コクサイレンケイ|標準化 ヒョウジュンカ|事業化 ジギョウカ|成果普及 セイカフキュウ|調査分析 チョウサブンセキ"""
KINDS = """事業 ジギョウ|プログラム プログラム|プロジェクト プロジェクト|推進事業 スイシンジギョウ|支援事業 シエンジギョウ|戦略 センリャク
イニシアティブ イニシアティブ|補助金 ホジョキン|推進費 スイシンヒ|構想 コウソウ"""
OFFICES = """内閣官房|内閣府|総務省|文部科学省|厚生労働省|農林水産省|経済産業省|国土交通省|環境省|防衛省|デジタル庁|復興庁|気象庁|特許庁|中小企業庁|資源エネルギー庁"""
BODIES = """産業技術総合研究所|理化学研究所|物質・材料研究機構|海洋研究開発機構|宇宙航空研究開発機構|情報通信研究機構|科学技術振興機構|日本学術振興会
農業・食品産業技術総合研究機構|日本医療研究開発機構|新エネルギー・産業技術総合開発機構|防災科学技術研究所|量子科学技術研究開発機構|国立環境研究所
港湾空港技術研究所|建築研究所|土木研究所|森林総合研究所|水産研究・教育機構|統計数理研究所|国立極地研究所|核融合科学研究所|高エネルギー加速器研究機構"""
ACRONYMS = """NEDO JST AMED TIA NIMS RIKEN JAXA NICT AIST SIP PRISM ERATO CREST COI OIL STEM GX DX AI IoT HPC MEMS EUV SiC GaN CO2 LNG CCS PFI KPI EBPM API BCP R&D WPI"""
KANJI = """政策 制度 評価 予算 計画 方針 課題 成果 目標 指標 体制 組織 会議 委員会 審議会 協議会 部会 有識者 報告書 提言 答申 基本計画 推進会議 関係府省 地方公共団体
産業界 大学等 研究機関 民間企業 中小企業 大企業 事業者 研究者 技術者 専門人材 若手研究者 博士課程 学生 教員 国民 市民 住民 利用者 消費者 自治体 都道府県 市町村
公募 採択 審査 契約 委託 補助 助成 交付 支出 収入 会計 決算 監査 執行 概算要求 当初予算 補正予算 繰越 財源 税制 減税 控除 融資 出資 投資 基金 債券 保険
技術 研究 開発 実験 試作 試験 検証 解析 計測 測定 観測 監視 予測 設計 製造 加工 組立 量産 評価基準 標準規格 国際標準 特許 知的財産 著作権 論文 学会 査読 被引用数
装置 設備 施設 機器 部品 材料 素材 資源 燃料 電力 電源 電池 発電 送電 配電 蓄電 熱源 冷却 断熱 省電力 再生可能 脱炭素 排出量 削減 吸収 回収 貯留 循環型社会
情報 通信 回線 衛星 電波 暗号 認証 個人情報 匿名加工 公開 共有 連携 相互運用 互換性 仕様 実装 運用 保守 障害 復旧 災害 地震 津波 豪雨 洪水 土砂災害 避難 警報
医療 看護 介護 診断 治療 手術 予防 検診 臨床研究 治験 薬事承認 創薬標的 抗体 細胞 遺伝子 蛋白質 酵素 微生物 感染 免疫 疾患 患者 高齢者 障害者 子育て 健康寿命
農業 林業 漁業 畜産 作物 品種 種苗 土壌 肥料 農薬 灌漑 収穫 流通 物流 倉庫 港湾 空港 鉄道 道路 橋梁 隧道 河川 上下水道 都市 住宅 建築 景観 観光 文化 芸術 教育
国際 協力 協定 条約 交渉 外交 安全保障 輸出 輸入 関税 貿易 市場 競争 競争力 価格 需要 供給 供給網 雇用 賃金 働き方 生産性 効率化 自動化 高度化 最適化 可視化 多様化
平成 令和 年度 期間 開始 終了 継続 拡充 見直し 廃止 統合 移管 改組 発足 設置 創設 改正 施行 公布 閣議決定 京都 東京 大阪 名古屋 札幌 仙台 福岡 沖縄 筑波 神戸 横浜
渡邊 髙橋 斎藤 齊藤 廣瀬 澤田 吉田 大澤 桜井 黒川 国立大学 公立大学 私立大学 高等専門学校 附属病院 図書館 博物館 天文台 植物園 演習林 臨海実験所 計算機センター"""
KATAKANA = """データ システム サービス ネットワーク プラットフォーム エネルギー イノベーション スタートアップ ベンチャー プロセス モデル シミュレーション アルゴリズム
ソフトウェア ハードウェア コンピュータ クラウド サーバー センサー ロボット ドローン デバイス チップ ウェハー レーザー イオン プラズマ バイオマス バイオ ゲノム ワクチン
インフラ メンテナンス モニタリング リスク セキュリティ プライバシー ガイドライン ロードマップ ワーキンググループ フォーラム コンソーシアム パートナーシップ マッチング
オープンイノベーション オープンサイエンス アクセラレーター インキュベーション ライフサイエンス カーボンニュートラル グリーントランスフォーメーション デジタルツイン
サプライチェーン トレーサビリティ キャリアパス ダイバーシティ リカレント リスキリング テストベッド ユースケース アーキテクチャ インターフェース レジリエンス ウェルビーイング
ヴィジョン ヴァーチャル フィールド コーディネーター マネジメント フェローシップ スーパーコンピュータ ニーズ シーズ コスト スケジュール マイルストーン ステージゲート"""
VERBS = """を進める を支える を担う を定める を見直す を広げる を深める を高める を示す を設ける を行う を目指す を促す を図る に取り組む に役立てる に生かす に備える に当たる に努める
を受け入れる を引き継ぐ を取りまとめる を組み合わせる を打ち出す を立ち上げる を積み重ねる を洗い出す を割り当てる を差し引く を申し込む を問い合わせる を打ち合わせる を取り扱う"""
ENDINGS = """。|ものである。|こととされた。|必要がある。|ことが求められる。|よう努めている。|こととしている。|方向で検討している。|ことになった。|ことが決まった。"""
LINKS = """については、|に関して、|に向けて、|を踏まえ、|に基づき、|とともに、|において、|を通じて、|の観点から、|に加えて、|とあわせて、|のもとで、|を受けて、|を含めて、"""
JOINS = """の|による|のための|に対する|における|をめぐる|と|や|を用いた|に関する|を担う|を通じた"""
HEADINGS = """背景 目的 事業の概要 実施体制 これまでの成果 今後の課題 評価の結果 予算の推移 国際的な動向 関係する計画 用語の説明 公募の状況 沿革 対象者 申請の方法 参加機関"""
STATUSES = ["実施", "終了", "提言", "統合", "計画"]
COINED = "阿伊宇江尾香木久毛古佐志須瀬曽多知津手都奈仁沼根野葉比布部穂間美武目茂矢由代良利留礼呂和岡谷川原田島崎浜森林沢峰塚坂橋池滝岩石金銀銅鉄白黒赤青緑北南東西上中下前後内外新旧大小高低長短"
COINED_KANA = "アイウエカキクケコサシスセソタテトナニネノハヒフホマミムメモヤユヨラリルレロガグゴザジダデドバビブボパピプポ"
RADICALS = {"力": "⼒", "用": "⽤", "生": "⽣", "大": "⼤", "方": "⽅", "民": "⺠", "西": "⻄", "長": "⻑"}


def words(text):
    return text.split()


def pairs(text):
    return [tuple(part.split()) for part in text.replace("\n", "|").split("|") if part]


def choices(text):
    return [part for part in text.replace("\n", "|").split("|") if part]


def wide(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


class Stock:
    """Words with Zipf's weights in an order of the seed's own."""

    def __init__(self, rng, items):
        self.items = list(items)
        rng.shuffle(self.items)
        total, self.sums = 0.0, []
        for rank in range(len(self.items)):
            total += 1 / (rank + 4) ** 0.8
            self.sums.append(total)

    def draw(self, rng):
        return rng.choices(self.items, cum_weights=self.sums)[0]


class Catalogue:
    def __init__(self, records, characters, seed):
        rng = self.rng = random.Random(seed)
        self.records, self.characters = records, characters
        self.nouns = Stock(rng, words(KANJI) + [a + b for a in words(KANJI)[:60] for b in words(KANJI)[60:80]]
                           + [field for field, _ in pairs(FIELDS)] + choices(BODIES) + choices(OFFICES))
        self.katakana = Stock(rng, words(KATAKANA) + [a + b for a in words(KATAKANA)[:24]
                                                      for b in words(KATAKANA)[24:60]])
        self.acronyms = Stock(rng, words(ACRONYMS))
        self.verbs, self.links = Stock(rng, words(VERBS)), Stock(rng, choices(LINKS))
        self.joins, self.endings = Stock(rng, choices(JOINS)), Stock(rng, choices(ENDINGS))
        self.leads, self.fields, self.works, self.kinds = (pairs(t) for t in (LEADS, FIELDS, WORKS, KINDS))
        self.used = {}

    def coined(self):
        """A name that hardly any other record has: of kanji, or of katakana."""
        rng = self.rng
        if rng.random() < 0.6:
            return "".join(rng.choice(COINED) for _ in range(rng.randint(2, 5)))
        return "".join(rng.choice(COINED_KANA) for _ in range(rng.randint(5, 8)))

    def noun(self):
        rng = self.rng
        chance = rng.random()
        if chance < 0.10:
            return rng.choice(self.own)
        if chance < 0.62:
            return self.nouns.draw(rng)
        if chance < 0.84:
            return self.katakana.draw(rng)
        if chance < 0.92:
            return self.acronym()
        return self.year()

    def acronym(self):
        text = self.acronyms.draw(self.rng)
        return wide(text) if self.rng.random() < 0.4 else text

    def year(self):
        year = self.rng.randint(2008, 2026)
        form = self.rng.randrange(5)
        if form == 0:
            return f"{year}年度"
        if form == 1:
            return wide(f"{year}年")
        era, number = ("令和", year - 2018) if year > 2018 else ("平成", year - 1988)
        number = "元" if number == 1 else str(number)
        return f"{era}{wide(number) if form == 2 else number}年度"

    def amount(self):
        return f"{self.rng.randint(1, 99)}億{self.rng.randint(1, 99)}百万円"

    def phrase(self):
        rng = self.rng
        text = self.noun()
        while rng.random() < 0.55:
            text += self.joins.draw(rng) + self.noun()
        return text

    def sentence(self):
        rng = self.rng
        text = ""
        for _ in range(rng.choice((0, 0, 1, 1, 2))):
            text += self.phrase() + self.links.draw(rng)
        text += self.phrase() + ("は" + self.phrase() if rng.random() < 0.4 else "") + self.verbs.draw(rng)
        if rng.random() < 0.08:
            text += "額は" + self.amount() + "である。"
        else:
            text += self.endings.draw(rng)
        return text

    def paragraph(self, want):
        text = ""
        while len(text) < want - 30:
            text += self.sentence()
        if self.rng.random() < 0.05:
            for plain, radical in RADICALS.items():
                text = text.replace(plain, radical)
        return text

    def name(self):
        rng = self.rng
        (lead, lead_r), (field, field_r) = rng.choice(self.leads), rng.choice(self.fields)
        (work, work_r), (kind, kind_r) = rng.choice(self.works), rng.choice(self.kinds)
        name, reading = lead + field + work + kind, lead_r + field_r + work_r + kind_r
        count = self.used[name] = self.used.get(name, 0) + 1
        if count > 1:
            name, reading = f"{name}（第{count}期）", f"{reading}ダイ{count}キ"
        return name, reading, (lead, field, work, kind)

    def record(self, number):
        rng = self.rng
        title, reading, parts = self.name()
        self.own = [self.coined() for _ in range(rng.randint(1, 3))] + [parts[1], parts[2], self.nouns.draw(rng)]
        want = max(120, int(rng.lognormvariate(math.log(self.characters) - 0.08, 0.4)))
        count = max(1, min(6, round(want / 220)))
        summary = self.sentence()
        sections = [{"anchor": "", "heading": "", "text": self.paragraph(want // (count + 1))}]
        for heading in rng.sample(words(HEADINGS), count):
            sections.append({"anchor": f"s{len(sections)}", "heading": heading,
                             "text": self.paragraph(want // (count + 1))})
        first = rng.randint(2012, 2025)
        return {
            "url": f"programmes/p{number:05}/",
            "collection": "施策",
            "title": title,
            "aliases": [self.coined() + rng.choice(words(ACRONYMS))] if rng.random() < 0.3 else [],
            "reading": reading,
            "summary": summary,
            "rubies": [list(pair) for pair in self.fields if rng.random() < 0.02],
            "facets": {
                "ministries": sorted({self.office(rng) for _ in range(rng.randint(1, 3))}),
                "fiscal_years": [str(year) for year in range(first, min(2027, first + rng.randint(1, 4)))],
                "status": [rng.choice(STATUSES)],
            },
            "sections": sections,
        }

    @staticmethod
    def office(rng):
        offices = choices(OFFICES)
        return offices[int(len(offices) * rng.random() ** 1.7)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--records", type=int, required=True)
    parser.add_argument("--characters", type=int, default=400, help="of a record, on average")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    catalogue = Catalogue(options.records, options.characters, options.seed)
    with open(options.out, "w", encoding="utf-8") as handle:
        for number in range(1, options.records + 1):
            handle.write(json.dumps(catalogue.record(number), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
