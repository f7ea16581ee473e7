"""The site opened from a folder, without a server: for networks that are closed."""

import re
from urllib.parse import quote

from search_page import BOX, OPTIONS, address as results_of, asked, checked, links, number, settle, suggestions


def address(site, path):
    """The address of a page's file."""
    return (site.folder / path / "index.html").as_uri()


def test_links_lead_on_from_a_folder(site, visit):
    page = visit(address(site, ""))
    assert page.evaluate("getComputedStyle(document.querySelector('.hero h1')).fontWeight") == "700"
    page.locator(".door-label").first.click()
    page.wait_for_url(re.compile(r"/programmes/index\.html$"))
    page.locator(".entry-title").first.click()
    page.wait_for_url(re.compile(r"/programmes/[^/]+/index\.html$"))
    page.locator(".site-name a").click()
    page.wait_for_url(re.compile(r"/index\.html$"))


def test_lists_are_narrowed_from_a_folder(site, visit):
    page = visit(address(site, "programmes"))
    everything = page.locator(".entry:visible").count()
    page.get_by_role("checkbox", name="税制", exact=True).check()
    assert "kind=" in page.url
    assert 0 < page.locator(".entry:visible").count() < everything


def test_the_search_works_from_a_folder(site, visit):
    page = visit(address(site, "bases/tia"))
    page.locator("form[role=search] input[name=q]").fill("オープンイノベーション")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/index\.html\?q="))
    settle(page)
    assert number(page) > 0 and all(link.endswith("/index.html") for link in links(page))
    page.locator("#search-results a").first.click()
    page.wait_for_url(re.compile(r"(?<!search)/index\.html"))


def test_names_are_suggested_from_a_folder(site, visit):
    page = visit(address(site, "bases/tia"))
    page.locator(BOX).click()
    page.keyboard.insert_text("とうきょうだい")
    assert "東京大学" in suggestions(page)
    page.locator(OPTIONS).filter(has_text=re.compile("^東京大学( |$)")).click()
    page.wait_for_url(re.compile(r"/agencies/[\w-]+/index\.html$"))
    assert page.locator("h1").inner_text() == "東京大学"


def test_results_are_narrowed_from_a_folder(site, visit):
    page = visit(address(site, "search") + results_of("税制").removeprefix("search/"))
    settle(page)
    everything = number(page)
    page.locator("#search-facets input[name=kind][value=tax]").evaluate("box => box.click()")
    settle(page)
    assert asked(page) == {"q": ["税制"], "kind": ["tax"]} and checked(page) == {"kind": {"tax"}}
    assert 0 < number(page) < everything
    page.go_back()
    settle(page)
    assert number(page) == everything


def test_slips_are_offered_from_a_folder(site, visit):
    page = visit(address(site, "search") + results_of("オープンイノベーシュン").removeprefix("search/"))
    settle(page)
    assert links(page) == []
    page.locator("#search-suggestion h3 a").click()
    page.wait_for_url(re.compile(quote("ション") + "$"))
    settle(page)
    assert asked(page) == {"q": ["オープンイノベーション"]} and number(page) > 10
