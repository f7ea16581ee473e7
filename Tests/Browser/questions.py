"""The twenty-eight questions of the guide, each followed from the front page as an official would, and what is seen.

A walk counts what the guide counts: a click on a link, a box or a button, and Enter after words that are typed. Its result is
the answer as the page writes it.
"""

import csv
import io
import re
from pathlib import Path

from playwright.sync_api import expect
from search_page import settle


class Walk:
    """One way through the site, from the front page."""

    def __init__(self, page):
        self.page = page
        self.main = page.locator("main")
        self.clicks = 0

    def click(self, target):
        """Clicks on a thing that is to be seen."""
        target.click()
        self.clicks += 1
        self.page.wait_for_load_state()
        return self

    def go(self, label):
        """Takes an entrance at the head of the page."""
        return self.click(self.page.locator(".site-nav").get_by_role("link", name=label, exact=True))

    def follow(self, name, within=None):
        """Follows the first link of the text that has a name and perhaps a number of records beside it."""
        pattern = re.compile(rf"^\s*{re.escape(name)}\s*(?:[\d,]+\s*\S?)?\s*$")
        return self.click((within or self.main).get_by_role("link", name=pattern).first)

    def ask(self, words):
        """Types words into the box of the search and presses Enter."""
        self.page.locator("form[role=search] input[name=q]").fill(words)
        self.page.keyboard.press("Enter")
        self.clicks += 1
        self.page.wait_for_url("**/search/?q=*")
        settle(self.page)
        return self

    def open(self, name):
        """Opens a part of the page that is folded."""
        return self.click(self.main.locator("summary", has_text=name))

    def narrow(self, label):
        """Ticks a value of the list or of the results, which can be seen, and waits until it is drawn."""
        box = self.main.get_by_role("checkbox", name=re.compile(rf"^{re.escape(label)}\s*(?:[\d,]+\s*件)?$"))
        box.first.check()
        self.clicks += 1
        return self.drawn()

    def drawn(self):
        """Waits until the list, or the results, are those that are chosen."""
        if self.page.locator("#search-results").count():
            settle(self.page)
        else:
            self.page.wait_for_function(
                """() => {
                  const count = document.querySelector('.finder-count strong').textContent.replace(/,/g, '');
                  const entries = document.querySelectorAll('.entries > .entry').length;
                  return document.querySelector('.finder-choice:not([hidden])') && entries === Math.min(50, Number(count));
                }""")
        return self

    def text(self, target):
        """What is written in the first of what a selector finds."""
        found = self.main.locator(target).first if isinstance(target, str) else target.first
        return re.sub(r"\s+", " ", found.inner_text()).strip()

    def counted(self):
        """How many records a list has."""
        return self.text(".finder-count strong") + "件"

    def group(self, label, unit="件"):
        """How many records a group of connections has."""
        heading = self.main.locator("h3", has_text=re.compile(rf"^\s*{re.escape(label)}\s*[\d,]+"))
        return re.search(r"[\d,]+", self.text(heading.locator("small")))[0] + unit

    def fact(self, label):
        """The values of a fact of a record."""
        return self.main.locator(".facts > div", has=self.page.locator("dt", has_text=re.compile(f"^{label}$"))).locator("dd")

    def row(self, table, name):
        """The row of a table with a heading."""
        return self.main.locator(f"{table} tbody tr", has=self.page.get_by_role("rowheader", name=name, exact=True))


def joint_programmes(walk):
    walk.go("施策").narrow("文部科学省").narrow("経済産業省")
    mode = walk.main.get_by_role("group", name="所管を2つ以上選んだとき")
    walk.click(mode.get_by_role("radio", name=re.compile("^すべて")))
    walk.page.wait_for_url("**all=ministries*")
    return walk.drawn().counted()


def tax_measures(walk):
    return walk.follow("税制").counted()


def programmes_of_a_year_by_kind(walk):
    row = walk.go("府省庁").follow("経済産業省").row("table.counts", "すべて")
    return walk.text(row.locator('td[data-label="2020年度"]')) + "件"


def proposals(walk):
    return walk.go("施策").narrow("提言").narrow("文部科学省").counted()


def totals_by_ministry(walk):
    row = walk.go("年度").follow("令和2年度（2020年度）").row("table.budgets", "経済産業省")
    return walk.text(row.locator('td[data-label="合計"]')).split(" ")[0]


def supplementary_budgets(walk):
    walk.go("年度").follow("令和2年度（2020年度）").follow("第3次補正")
    section = walk.main.locator("section.year-stage", has=walk.page.locator("h2", has_text="第3次補正"))
    amounts = section.locator('td[data-label="金額"]').all_inner_texts()
    return f"{sum(oku(amount) >= 100 for amount in amounts)}件"


def oku(text):
    """An amount in 億円, 0 where none is printed."""
    found = re.match(r"(?:([\d,]+)兆)?(?:([\d,]+)億)?", text.strip())
    trillions, hundred_millions = (int((part or "0").replace(",", "")) for part in found.groups())
    return trillions * 10_000 + hundred_millions


def largest_budgets(walk):
    walk.go("施策").narrow("経済産業省").narrow("令和2年度（2020年度）")
    unsorted = walk.text(".entry .entry-title")
    walk.main.locator("select[name=sort]").select_option(label="予算の大きい順")
    walk.clicks += 1
    walk.page.wait_for_url("**sort=amount*")
    # The amounts come from a file; as many entries stand there until then.
    first = walk.main.locator(".entry .entry-title").first
    expect(first).not_to_have_text(unsorted)
    return walk.drawn().text(first)


def amounts_within_others(walk):
    walk.ask("内数").narrow("施策")
    return walk.page.locator("#search-count").get_attribute("data-count") + "件"


def budget_over_years(walk):
    walk.ask("ムーンショット型研究開発事業").follow("ムーンショット型研究開発事業")
    return walk.text(walk.main.locator("table.budget tbody tr", has_text="平成30年度").locator("td.amount"))


def programmes_of_an_agency(walk):
    return walk.ask("NEDO").follow("国立研究開発法人新エネルギー・産業技術総合開発機構").group("実施施策")


def agencies_of_a_ministry(walk):
    return walk.go("府省庁").follow("経済産業省").group("所管機関", "機関")


def members_with_dates(walk):
    return f"{walk.ask('TIA').follow('TIA').fact('参画機関').count()}機関"


def bases_of_a_university(walk):
    walk.ask("東北大学").follow("東北大学")
    line = walk.main.locator(".items > li", has=walk.page.get_by_role("link", name="TIA", exact=True))
    since = re.search(r"参画 (\S+?)（", walk.text(line))[1]
    number = int(walk.group("運営拠点")[:-1]) + int(walk.group("参画拠点")[:-1])
    return f"{number}件、TIAは{since}から"


def awards_of_a_university(walk):
    return walk.go("五十音").follow("は行").follow("弘前大学").group("受賞")


def where_the_bases_are(walk):
    return walk.go("拠点").open("都道府県の地図で見る").follow("茨城").counted()


def bases_of_a_town(walk):
    walk.ask("つくば").narrow("拠点")
    return walk.page.locator("#search-count").get_attribute("data-count") + "件"


def programmes_of_a_law(walk):
    return walk.ask("中小企業等経営強化法").follow("中小企業等経営強化法").group("根拠とする施策")


def source_of_a_figure(walk):
    walk.ask("ムーンショット型研究開発事業").follow("ムーンショット型研究開発事業")
    walk.follow("出典", walk.page.locator(".record-contents"))
    return walk.text(".sources li a")


def what_a_paper_tells_of(walk):
    walk.ask("ものづくり白書").follow("令和2年度 ものづくり基盤技術の振興施策（2021年版ものづくり白書 第2部）")
    walk.click(walk.main.get_by_role("link", name=re.compile("^施策の[\\d,]+件をすべて見る$")))
    return walk.text(".finder-count strong, .relation-count strong, main p strong") + "件"


def predecessors(walk):
    walk.ask("ムーンショット型研究開発制度").follow("ムーンショット型研究開発制度")
    return walk.text(walk.main.locator(".relation", has=walk.page.locator("h3", has_text="前身")).locator(".items a"))


def prizes_of_a_round(walk):
    table = walk.go("表彰").follow("日本オープンイノベーション大賞").main.locator("table.prizes")
    return f"{table.locator('tbody tr:not(.prize-round)').count()}件"


def a_table_to_take_away(walk):
    walk.go("施策").narrow("提言")
    with walk.page.expect_download() as kept:
        walk.click(walk.main.get_by_role("button", name="この一覧をCSVで"))
    text = Path(kept.value.path()).read_text(encoding="utf-8-sig")
    return f"{len(list(csv.reader(io.StringIO(text)))) - 1}行"


def a_citation(walk):
    walk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    walk.ask("TIA").follow("TIA").click(walk.main.get_by_role("button", name="引用の文をコピー"))
    walk.page.get_by_text("コピーしました").wait_for()
    return walk.page.evaluate("navigator.clipboard.readText()").rsplit(" ", 1)[0]


def a_comparison(walk):
    walk.follow("税制")
    for name in ("エンジェル税制", "オープンイノベーション促進税制"):
        entry = walk.main.locator(".entry", has=walk.page.get_by_role("link", name=name, exact=True))
        walk.click(entry.locator(".compare-box input"))
    walk.click(walk.page.locator(".compare-go"))
    walk.page.locator("table.comparison").wait_for()
    return re.search(r"[\d,]+行のうち[\d,]+行", walk.text("p:has-text('行のうち')"))[0]


def all_the_data(walk):
    walk.click(walk.page.locator(".site-footer").get_by_role("link", name="データの提供"))
    return f"{walk.main.get_by_role('link', name=re.compile('[.]csv$')).count()}表"


def a_name_by_its_reading(walk):
    walk.ask("さんそうけん")
    return walk.text("#search-results a")


def as_of(walk):
    return re.search(r"\S+時点", re.sub(r"\s", " ", walk.page.locator(".site-footer").inner_text()))[0]


def what_changed(walk):
    section = walk.main.locator("section", has=walk.page.get_by_role("heading", name="最近の更新"))
    return section.locator("li").count() and "最近の更新"


QUESTIONS = (
    joint_programmes, tax_measures, programmes_of_a_year_by_kind, proposals, totals_by_ministry, supplementary_budgets,
    largest_budgets, amounts_within_others, budget_over_years, programmes_of_an_agency, agencies_of_a_ministry,
    members_with_dates, bases_of_a_university, awards_of_a_university, where_the_bases_are, bases_of_a_town,
    programmes_of_a_law, source_of_a_figure, what_a_paper_tells_of, predecessors, prizes_of_a_round, a_table_to_take_away,
    a_citation, a_comparison, all_the_data, a_name_by_its_reading, as_of, what_changed,
)
"""The walks, in the order of the guide."""
