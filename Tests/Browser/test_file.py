"""The site opened from a folder, without a server: for networks that are closed."""

import re


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
    page.get_by_role("checkbox", name="税制").check()
    assert "kind=" in page.url
    assert 0 < page.locator(".entry:visible").count() < everything


def test_the_search_works_from_a_folder(site, visit):
    page = visit(address(site, "bases/tia"))
    page.locator("form[role=search] input[name=q]").fill("オープンイノベーション")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/index\.html\?q="))
    page.wait_for_function("Number(document.querySelector('#search-count').dataset.count) > 0")
    page.locator("#search-results a").first.click()
    page.wait_for_url(re.compile(r"/index\.html"))
