"""A page that stays open while another edition is published: the search goes on with the next one by itself.

Two editions of a small site are made by the product mokuroku-search-bench. The second has other words on every
page and one page more, so that nearly every file of the search has another name and every page another number.
"""

import json
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest

from search_page import BOX, number, settle, suggestions
from serving import ROOT, bench, served

PAGES = 80
"""Enough for tables of the pages' files."""


def place(number):
    """A number in signs that begin others: numbers are found as a whole alone."""
    return "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in str(number))


def documents(edition):
    made = [
        {
            "url": f"records/{number:03}/", "collection": "施策", "title": f"計画{number}の第{edition}版", "aliases": [],
            "reading": "", "summary": f"量子技術を進める{edition}年目の計画。", "rubies": [], "facets": {"kind": ["a" if number % 2 else "b"]},
            "sections": [{"anchor": "", "heading": "", "text": f"研究の場所{place(number)}。{'前' if edition == 1 else '後'}の年の文。"}],
        }
        for number in range(PAGES)
    ]
    first = {**made[0], "url": "first/", "title": f"量子の入口、第{edition}版"}
    return made if edition == 1 else [first, *made]


class Folder:
    """A published site whose search is replaced by that of another edition."""

    def __init__(self, folder, shelf):
        self.path, self.shelf = folder, shelf

    def files(self, edition):
        return {path.name: path for path in (self.shelf / str(edition)).iterdir()}

    def publish(self, edition, keep=None):
        """Publishes an edition; `keep` is the one before whose files with names of their own stay, as the publisher has it."""
        search = self.path / "search"
        for path in search.glob("*.js"):
            path.unlink()
        for name, path in {**(self.files(keep) if keep else {}), **self.files(edition)}.items():
            shutil.copy(path, search / name)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """The files of both editions."""
    shelf = tmp_path_factory.mktemp("editions")
    for edition in (1, 2):
        lines = shelf / f"{edition}.jsonl"
        lines.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in documents(edition)), encoding="utf-8")
        bench("build", lines, shelf / str(edition))
    return shelf


@pytest.fixture
def folder(tmp_path, shelf):
    """The first edition with the page of results and the scripts as they are shipped."""
    (tmp_path / "search").mkdir()
    bench("scripts", tmp_path)
    trouble = (ROOT / "templates/search.mustache").read_text(encoding="utf-8")
    start = trouble.index('<div class="search-trouble"')
    trouble = trouble[start:trouble.index("</div>", start) + 6]
    (tmp_path / "search/index.html").write_text(
        f"""<!doctype html><html lang="ja" data-root="../"><meta charset="utf-8"><title>検索</title>
        <script defer src="../search.js"></script>
        <form action="./" role="search"><input type="search" name="q"></form>
        <p id="search-count" role="status" tabindex="-1"></p><div id="search-facets"></div>
        <ol id="search-results"></ol>{trouble}<button id="search-more" type="button" hidden>さらに表示</button></html>""",
        encoding="utf-8")
    site = Folder(tmp_path, shelf)
    site.publish(1)
    return site


@pytest.fixture
def open_page(folder, browser):
    """Opens the page of results over HTTP and notes what is asked and what does not come."""
    context = browser.new_context(locale="ja-JP")
    with served(folder.path) as address:

        def go(query="", base=None):
            page = context.new_page()
            page.asked, page.lost = [], []
            page.on("request", lambda request: page.asked.append(Path(request.url.split("?")[0]).name))
            page.on("response", lambda answer: answer.status == 404 and page.lost.append(answer.url))
            page.goto((base or address) + "search/index.html" + (f"?q={quote(query)}" if query else ""))
            return settle(page)

        yield go
        context.close()


def titles(page):
    return page.locator("#search-results a").all_inner_texts()


def ask(page, query):
    page.locator(BOX).fill(query)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: quote(query) in url)
    return settle(page)


def has_no_trouble(page):
    return page.locator("#search-trouble").is_hidden()


def test_nearly_all_files_have_other_names(folder):
    """Else the tests below would test nothing."""
    one, two = folder.files(1), folder.files(2)
    same = {name for name in one if name in two}
    assert "index.js" in same and len(same) < len(one) / 2
    assert any(name.startswith("tp") for name in one)


@pytest.mark.parametrize("keep", (None, 1))
def test_the_page_of_results_goes_on_with_the_next_edition(folder, open_page, keep):
    page = open_page("量子")
    assert number(page) == PAGES and all("第1版" in title for title in titles(page))
    folder.publish(2, keep)
    ask(page, "場所丁")
    assert has_no_trouble(page)
    shown = titles(page)
    # All of one edition: of the new one where the old files are gone.
    assert number(page) == 11 and len(shown) == 10
    assert all(("第1版" if keep else "第2版") in title for title in shown), shown
    if keep is None:
        assert page.lost and page.asked.count("index.js") == 2
    else:
        assert not page.lost and page.asked.count("index.js") == 1


def test_more_results_and_facets_are_of_one_edition(folder, open_page):
    page = open_page("量子")
    folder.publish(2)
    page.locator("#search-more").click()
    page.locator("#search-results > li").nth(10).wait_for()
    settle(page)
    assert has_no_trouble(page)
    shown = titles(page)
    assert len(shown) == len(set(shown)) == 20 and all("第2版" in title for title in shown), shown
    assert number(page) == PAGES + 1
    counts = page.locator(".search-facet-count").evaluate_all("all => all.map(one => +one.dataset.count)")
    assert sum(counts) == PAGES + 1
    assert page.evaluate("document.activeElement === document.querySelectorAll('#search-results a')[10]")


def test_the_box_goes_on_with_the_next_edition(folder, open_page):
    page = open_page()
    page.locator(BOX).focus()
    page.wait_for_function("() => globalThis.MokurokuSearch")
    page.wait_for_load_state("networkidle")
    folder.publish(2)
    page.keyboard.insert_text("量子の")
    assert suggestions(page) == ["量子の入口、第2版"]
    assert page.lost and has_no_trouble(page)


def test_a_file_that_does_not_call_is_as_one_that_is_gone(folder, open_page):
    page = open_page("量子")
    folder.publish(2)
    for name in folder.files(1):
        if name not in folder.files(2):
            (folder.path / "search" / name).write_text("/* 404 */", encoding="utf-8")
    ask(page, "場所丁")
    assert has_no_trouble(page) and all("第2版" in title for title in titles(page)) and not page.lost


def test_a_third_edition_between_is_found_too(folder, open_page):
    """The directory that comes first is already old: it is fetched once more."""
    page = open_page("量子")
    folder.publish(2)
    old = folder.files(1)["index.js"].read_bytes()
    served_old = []

    def stale(route):
        if served_old:
            return route.continue_()
        served_old.append(True)
        return route.fulfill(body=old, content_type="text/javascript")

    page.route("**/search/index.js?*", stale)
    ask(page, "場所丁")
    assert served_old and has_no_trouble(page) and all("第2版" in title for title in titles(page))


@pytest.mark.parametrize("is_whole", (False, True))
def test_what_stays_missing_is_told_without_end_or_blame(folder, open_page, is_whole):
    page = open_page("量子")
    before = len(page.asked)
    for path in (folder.path / "search").glob("*.js"):
        if is_whole or path.name != "index.js":
            path.unlink()
    # Without the box, which asks for names by itself.
    page.evaluate("query => { const [box] = document.getElementsByName('q'); box.value = query; box.form.requestSubmit(); }", "場所丁")
    settle(page)
    told = page.locator("#search-trouble")
    assert told.is_visible() and "更新" in told.inner_text() and titles(page) == []
    assert page.asked.count("index.js") == 3
    assert len(page.asked) - before < 40
    # Where the files are back, the button is enough.
    folder.publish(2)
    told.get_by_role("button").click()
    page.locator("#search-results a").first.wait_for()
    assert all("第2版" in title for title in titles(settle(page))) and told.is_hidden()


def test_two_editions_never_mix_in_one_answer(folder, open_page):
    """Two searches at once, one of which meets the gap while the other still has all it needs."""
    page = open_page("量子")
    folder.publish(2)
    page.evaluate("""async () => {
      const input = document.querySelector('input[name=q]');
      for (const query of ['場所丁', '量子', '場所戊', '計画', '場所己']) {
        input.value = query;
        input.form.requestSubmit();
        await new Promise(go => setTimeout(go, 3));
      }
    }""")
    page.wait_for_function("() => document.querySelector('#search-results a')?.textContent.includes('第2版')")
    settle(page)
    assert has_no_trouble(page)
    assert all("第2版" in title for title in titles(page)), titles(page)
    assert all("場所己" in text for text in page.locator(".search-excerpt").all_inner_texts())


def test_a_reloaded_directory_is_past_every_cache(folder, open_page):
    page = open_page("量子")
    asked = []
    page.on("request", lambda request: "index.js" in request.url and asked.append(request.url))
    folder.publish(2)
    ask(page, "場所丁")
    again = open_page("量子")
    assert len(asked) == 1 and len(asked[0].split("?")[1]) >= 13
    assert all("第2版" in title for title in titles(again))


def test_a_page_in_a_folder_goes_on_too(folder, open_page):
    page = open_page("量子", folder.path.as_uri() + "/")
    assert number(page) == PAGES
    folder.publish(2)
    ask(page, "場所丁")
    assert has_no_trouble(page) and all("第2版" in title for title in titles(page)), titles(page)
