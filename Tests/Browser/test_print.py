"""A page on paper."""

import pytest

from site_under_test import SAMPLES
from test_pages import NOT_FOUND


def test_a_record_prints_without_what_is_for_the_screen(site, visit):
    page = visit(site.samples["record with a chart"], width=794)
    page.emulate_media(media="print")
    for hidden in (".site-nav", ".search-box", ".record-contents", ".breadcrumbs", ".site-footer nav"):
        assert not page.locator(hidden).first.is_visible(), hidden
    for shown in ("h1", ".facts", ".budget-chart", ".budget", ".print-only"):
        assert page.locator(shown).first.is_visible(), shown
    assert page.evaluate("document.documentElement.scrollWidth") <= 794
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_record_prints_dark_on_white_in_the_dark_scheme_too(site, visit):
    page = visit(site.samples["record with a chart"], scheme="dark", width=794)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_the_address_is_printed(site, visit):
    page = visit("bases/tia/", width=794)
    page.emulate_media(media="print")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical in page.locator(".print-only").inner_text()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_the_address_stands_on_every_sheet(visit):
    page = visit("bases/tia/", width=794)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.site-footer')).display") == "table-footer-group"
    text = page.locator(".print-only").inner_text()
    assert "更新" in text and "時点" in text


def test_a_list_prints_as_a_table(visit):
    page = visit("bases/", width=794)
    page.emulate_media(media="print")
    cells = page.evaluate("""() => [...document.querySelector('.entry').children].map(
        (child) => getComputedStyle(child).display).filter((display) => display !== "none")""")
    assert cells == ["table-cell"] * 3
    tops = page.evaluate("""() => [...document.querySelector('.entry').children].filter(
        (child) => getComputedStyle(child).display !== "none").map((child) => Math.round(child.getBoundingClientRect().top))""")
    assert len(set(tops)) == 1


@pytest.mark.parametrize("path, sheets", (
    ("programmes/moonshot-meti/", 2), ("programmes/sapoin/", 2), ("projects/oi1-scot/", 2),
    # One with many members, and one with many connections.
    ("bases/tia/", 3), ("agencies/nedo/", 3),
))
def test_a_record_prints_on_few_sheets(visit, path, sheets):
    page = visit(path, width=794)
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") <= sheets


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_cut_on_paper(site, visit, name):
    # What A4 leaves between its margins, in pixels.
    page = visit(site.samples[name], width=680, expected=NOT_FOUND)
    page.emulate_media(media="print")
    beside = page.evaluate(
        """() => [...document.querySelectorAll('main *')]
             .filter(element => element.checkVisibility() && !element.closest('.visually-hidden'))
             .filter(element => [...element.getClientRects()].some(box => box.right > 681))
             .map(element => element.outerHTML.slice(0, 120))""")
    assert beside == []
