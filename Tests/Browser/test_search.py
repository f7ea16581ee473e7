"""What readers type into the search box finds what they mean. Deeper ones: test_search_engine.py."""

import re
from urllib.parse import quote

import pytest

from search_page import number, settle


def search(visit, query):
    return settle(visit("search/?q=" + quote(query)))


def paths(page):
    hrefs = page.locator("#search-results a").evaluate_all("links => links.map(link => link.pathname)")
    return [href.lstrip("/") for href in hrefs]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("ＴＩＡ", "TIA"),
        ("OIL", "オープンイノベーションラボラトリ"),
        ("冠ラボ", "冠ラボ"),
        ("かんむりらぼ", "冠ラボ"),
        ("令和2年度", "令和2年度"),
        ("TIA かけはし", "かけはし"),
    ],
)
def test_a_query_finds(visit, query, title):
    page = search(visit, query)
    assert int(page.locator("#search-count").get_attribute("data-count")) > 0
    found = page.locator("#search-results li").all_inner_texts()
    assert any(title in text for text in found[:5]), found[:5]


def test_the_name_itself_comes_first(visit):
    assert paths(search(visit, "ＴＩＡ"))[0] == "bases/tia/"


def test_every_box_leads_to_the_results_and_back(visit):
    page = visit("bases/tia/")
    page.locator("form[role=search] input[name=q]").fill("ムーンショット")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?q="))
    assert number(settle(page)) > 0
    assert page.locator("form[role=search] input[name=q]").input_value() == "ムーンショット"
    assert page.locator("#search-results mark").count() > 0
    page.locator("#search-results a").first.click()
    page.wait_for_url(lambda url: "/search/" not in url)
    page.go_back()
    assert number(settle(page)) > 0


def test_nothing_found_says_so(visit):
    page = search(visit, "ぬぬぬぬぬぬ")
    assert page.locator("#search-count").get_attribute("data-count") == "0"
    assert page.locator("#search-count").inner_text() != ""
